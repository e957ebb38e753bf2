//! Speakers told in roundabout ways: by clubs no squad list has, by deeds, by office without a name, in honour; and quotes
//! with careless marks. Texts of our own about real matches, the quotes invented.

mod told;

use told::{said, spoken};

const ROME: &str = "date 2021-07-12\nItaly beat England 3-2 on penalties at Wembley on Sunday after a 1-1 draw to win Euro 2020.\n\nLuke Shaw volleyed England in front and Leonardo Bonucci, 34, bundled in the equaliser.\n\n";
const LUZHNIKI: &str = "date 2018-07-12\nCroatia beat England 2-1 after extra time in Moscow on Wednesday to reach the World Cup final.\n\nKieran Trippier put England ahead with a free kick in the fifth minute before Ivan Perisic levelled and Mario Mandzukic won it.\n\n";
const GOTHENBURG: &str = "date 1992-06-23\nDenmark beat the Netherlands 5-4 on penalties in Gothenburg on Monday after a 2-2 draw to reach the final of Euro 92.\n\nHenrik Larsen scored twice; Dennis Bergkamp and Frank Rijkaard replied. Peter Schmeichel saved from Marco van Basten.\n\n";
const JOBURG: &str = "date 2010-07-03\nUruguay beat Ghana 4-2 on penalties in Johannesburg on Friday after a 1-1 draw to reach the World Cup semi-finals.\n\nSulley Muntari scored for Ghana before Diego Forlan levelled. Asamoah Gyan struck the bar with a penalty in the last minute.\n\n";
const BLOEM: &str = "date 2010-06-28\nGermany beat England 4-1 in Bloemfontein on Sunday at the World Cup.\n\nMiroslav Klose, Lukas Podolski and Thomas Muller scored for Germany, Matthew Upson for England.\n\n";
const ROMA: &str = "date 1980-06-23\nWest Germany beat Belgium 2-1 in Rome on Sunday to win the European Championship.\n\nHorst Hrubesch scored twice. Belgium had been level through Rene Vandereycken's penalty.\n\n";
const SEVILLE: &str = "date 1982-07-09\nWest Germany beat France on penalties in Seville on Thursday after a 3-3 draw to reach the World Cup final.\n\nPatrick Battiston of France is in hospital.\n\n";
const MILAN: &str = "date 1990-06-09\nCameroon beat Argentina 1-0 in Milan on Friday at the World Cup. Francois Omam-Biyik headed the goal.\n\n";
const THUMAMA: &str = "date 2022-12-10\nPepe believes that his side were hard done by when Morocco beat Portugal 1-0 in the World Cup quarter-finals.\n\n";
const WEMBLEY66: &str = "date 2006-07-30\nForty years ago England beat West Germany 4-2 in the World Cup final at Wembley. Sir Geoff Hurst scored three.\n\n";
const LYON: &str = "date 2019-07-08\nThe United States beat the Netherlands 2-0 in Lyon on Sunday to win the Women's World Cup. Megan Rapinoe and Rose Lavelle scored. Sari van Veenendaal had made save after save.\n\n";
const NICE: &str = "date 2016-06-28\nIceland beat England 2-1 in Nice on Monday to reach the last eight of Euro 2016. Wayne Rooney scored a penalty, Ragnar Sigurdsson and Kolbeinn Sigthorsson replied, beating Joe Hart.\n\n";
const LUSAIL: &str = "date 2022-12-03\nCameroon beat Brazil 1-0 in Lusail on Friday at the World Cup, Vincent Aboubakar heading the goal. Brazil had changed nine.\n\n";
const BASEL: &str = "date 2008-06-22\nRussia beat the Netherlands 3-1 after extra time in Basel on Saturday to reach the last four of Euro 2008. Andrei Arshavin laid on the second for Dmitri Torbinski and nutmegged Edwin van der Sar for the third.\n\n";
const BERLIN: &str = "date 2024-07-11\nEngland beat the Netherlands 2-1 in Dortmund on Wednesday to reach the final of Euro 2024. Ollie Watkins came on and scored in the 90th minute.\n\nXavi Simons and Harry Kane had shared the first twenty minutes.\n\n";
const MOSCOW: &str = "date 2018-07-16\nFrance beat Croatia 4-2 in Moscow on Sunday to win the World Cup. Hugo Lloris, the captain, was given the cup.\n\n";
const BASEL25: &str = "date 2025-07-28\nEngland beat Spain on penalties in Basel on Sunday to win Euro 2025, and captain Leah Williamson lifted the cup.\n\n";
const MOSCOW16: &str = "date 2018-06-17\nArgentina and Iceland drew 1-1 in Moscow on Saturday at the World Cup. Sergio Aguero scored for Argentina.\n\n";
const BELGRADE: &str = "date 1976-06-18\nWest Germany beat Yugoslavia 4-2 after extra time in Belgrade on Thursday to reach the final of the European Championship.\n\n";
const KHOR: &str = "date 2022-12-11\nFrance beat England 2-1 in Al Khor on Saturday to reach the World Cup semi-finals.\n\nAurelien Tchouameni scored from 25 yards, Harry Kane levelled from the spot and Olivier Giroud headed the winner before Kane put a second penalty over the bar.\n\n";
const NOTHING: &str = "date 2022-12-10\n";
const KAZAN: &str =
    "date 2018-06-28\nSouth Korea beat Germany 2-0 in Kazan on Wednesday to put the holders out of the World Cup.\n\n";

#[test]
fn descriptions_of_somebody_at_a_club() {
    spoken(&[
        // Of two of whom no club is known the one whose country's club it is.
        (ROME, "“More pasta,” said the Juventus defender.", &["Leonardo Bonucci"]),
        // Kane is known to be with another club.
        (BERLIN, "“I told him so,” said the Villa striker.", &["Ollie Watkins"]),
        // Whoever does what the sentence tells, not those it is done to or for.
        (BASEL, "“We ran,” said the little Zenit man.", &["Andrey Arshavin"]),
        // Of the two keepers the one whose country has the club, as long as keepers stayed at home.
        (SEVILLE, "“I shall pay,” said the Cologne keeper.", &["Harald Schumacher"]),
        // What is no sentence may be a verdict.
        (
            NICE,
            "“Enough,” said Roy Hodgson.\n\n“Get on the bus” was the Manchester City goalkeeper's advice.",
            &["Roy Hodgson", "Joe Hart"],
        ),
        // A club before a role begins a sentence as a name does.
        (
            LUZHNIKI,
            "“Again,” said Dalic.\n\nInter's winger had come off. “It hurts,” he said.",
            &["Zlatko Dalić", "Ivan Perišić"],
        ),
    ]);
}

#[test]
fn descriptions_by_office_and_age() {
    spoken(&[
        // Her coach is not she.
        (
            LYON,
            "“I ran,” said Van Veenendaal.\n\n“She saved us,” said her coach.",
            &["Sari van Veenendaal", "her coach"],
        ),
        (
            BLOEM,
            "“It was the moment,” said the Italian in charge of England.\n\n“We saw it,” his opposite number said.",
            &["Fabio Capello", "Joachim Löw"],
        ),
        (JOBURG, "“A wrong,” said the Serb who coaches Ghana.", &["Milovan Rajevac"]),
        // Nobody plays at that age.
        (LUSAIL, "“Who lost? All,” said the 61-year-old.", &["Tite"]),
        // The recorded captain is of another age.
        (THUMAMA, "“They may have it,” the 39-year-old captain said.", &["Pepe"]),
        (
            MILAN,
            "“No excuses,” said the Argentina coach, Carlos Bilardo.\n\n“We ran,” said the rival coach.",
            &["Carlos Bilardo", "Valery Nepomnyashchy"],
        ),
        (
            BASEL,
            "“I ran,” said Guus Hiddink.\n\n“They ran,” said the man on the other bench.",
            &["Guus Hiddink", "Marco van Basten"],
        ),
        (ROMA, "“Thanks,” said the hero, 29.", &["Horst Hrubesch"]),
    ]);
}

#[test]
fn descriptions_by_deeds() {
    spoken(&[
        (GOTHENBURG, "“I decided late,” said the man who missed.", &["Marco van Basten"]),
        (JOBURG, "“My hands,” said the man with the red card.", &["Luis Suárez"]),
    ]);
}

#[test]
fn names_in_honour_and_in_play() {
    spoken(&[
        (WEMBLEY66, "“It was in,” says Sir Geoff.", &["Geoff Hurst"]),
        (
            WEMBLEY66,
            "The late Sir Alf Ramsey forbade it, called Argentina “animals” and told his men before extra time: “Go and win it again.”",
            &["Alf Ramsey", "Alf Ramsey"],
        ),
        // A letter is wrong, a name short.
        (
            KAZAN,
            "“We were poor,” said Mats Humels.\n\n“It is mine to answer,” was Jogi Low's verdict.",
            &["Mats Hummels", "Joachim Löw"],
        ),
        // Written as a name and none.
        (LUZHNIKI, "“We ran,” the Kaiser said.", &["the Kaiser"]),
    ]);
}

#[test]
fn cues_of_other_kinds() {
    spoken(&[
        (LUZHNIKI, "“Who put it in?” sings a taxi driver in Split.", &["a taxi driver in Split"]),
        (THUMAMA, "“They may have it,” one paper quoted Pepe as saying.", &["Pepe"]),
        (
            LUZHNIKI,
            "Trippier received praise from many, with Alan Shearer among those saying: “What a kick.”",
            &["Alan Shearer"],
        ),
        (LUZHNIKI, "“We had a feeling”: Mario Mandzukic is no boaster.", &["Mario Mandžukić"]),
        (LUZHNIKI, "Mario Mandzukic (“We came for this”) goes home.", &["Mario Mandžukić"]),
        (LUZHNIKI, "Kieran Trippier took it “all on my own shoulders”.", &["Kieran Trippier"]),
        (
            LUZHNIKI,
            "England lacked the “last ounce of will” and would have gone out in any case, right-back Kieran Trippier said after the match.",
            &["Kieran Trippier"],
        ),
        (LUZHNIKI, "Trippier, 27, said England were “very sad” after going out.", &["Kieran Trippier"]),
        (LUZHNIKI, "“I ran,” U.S. referee Mark Geiger said.", &["Mark Geiger"]),
        (LUZHNIKI, "“We ran,” wrote the Labour leader, Tom Reed on Twitter.", &["Tom Reed"]),
    ]);
}

#[test]
fn who_goes_on() {
    spoken(&[
        (
            MOSCOW,
            "“They are crazy,” said Didier Deschamps.\n\nThe man who lifted the World Cup as captain in the Stade de France two decades earlier added: “It is linked.”",
            &["Didier Deschamps", "Didier Deschamps"],
        ),
        (
            LUZHNIKI,
            "“We ran,” Perisic said, “and they did not.” Mandzukic said: “I shot.”",
            &["Ivan Perišić", "Ivan Perišić", "Mario Mandžukić"],
        ),
        (
            LUZHNIKI,
            "“We ran.” Zlatko Dalic said the penalty “was no penalty”, and left.",
            &["Kieran Trippier", "Zlatko Dalić"],
        ),
        (
            BASEL25,
            "“I do not see it yet,” manager Sarina Wiegman told BBC Radio. “Just unbelievable.”But while Williamson said there had been a stroke of good fortune in the run, she added that they were no lucky champions.\n\n“We rode it,” she told the BBC on the pitch.",
            &["Sarina Wiegman", "Sarina Wiegman", "Leah Williamson"],
        ),
        (
            WEMBLEY66,
            "“Each year we met,” says Hurst.\n\nHe recalls how the great Bobby Moore lifted the cup. “I wept,” he says.",
            &["Geoff Hurst", "Geoff Hurst"],
        ),
    ]);
}

#[test]
fn quotes_with_careless_marks() {
    spoken(&[
        (LUZHNIKI, "“We ran” — Perisic.", &["Ivan Perišić"]),
        (LUZHNIKI, "“We ran.” (Luka Modric to a Zagreb paper.)", &["Luka Modrić"]),
        (LUZHNIKI, "“We ran.” Danijel Subasic, the best keeper of them all.", &["Danijel Subašić"]),
        // A first line with two quotes is no title.
        (
            NOTHING,
            "“When we levelled,” Croatia defender Josip Juranovic said, “I was thinking, ‘We have this.’”\n\nCroatia beat Brazil on penalties in Al Rayyan on Friday.",
            &["Josip Juranović", "Josip Juranović"],
        ),
    ]);
}

#[test]
fn people_beside_the_game_are_nobody_named() {
    spoken(&[
        (LUZHNIKI, "“We ran,” said the kit man.", &["the kit man"]),
        (LUZHNIKI, "“Nine minutes,” said the fourth official.", &["the fourth official"]),
        (LUZHNIKI, "“We ran,” said the man at the kiosk.", &["the man at the kiosk"]),
        (LUZHNIKI, "“We ran,” said an old man with a trumpet.", &["an old man with a trumpet"]),
        // How it was said is none of who said it.
        (LUZHNIKI, "“We ran,” said a fan with a grin.", &["a fan"]),
        (LUZHNIKI, "“We ran,” said the landlady of the Red Lion.", &["the landlady of the Red Lion"]),
        (LUZHNIKI, "“We ran,” was all one of the losers would say.", &["one of the losers"]),
        (
            LUZHNIKI,
            "“We ran,” a woman selling scarves outside the ground said.",
            &["a woman selling scarves outside the ground"],
        ),
        (LUZHNIKI, "In a bar in Zadar the owner had tears in his eyes. “We ran,” he said.", &["the owner"]),
        (LUZHNIKI, "“We ran,” read a banner behind the goal.", &["a banner behind the goal"]),
    ]);
}

#[test]
fn who_says_so_at_length() {
    spoken(&[
        (LUZHNIKI, "“We ran.” So said Ivan Perisic on Thursday.", &["Ivan Perišić"]),
        (LUZHNIKI, "“We ran”, Perisic, who had levelled, rejoiced.", &["Ivan Perišić"]),
        (
            LUZHNIKI,
            "Kieran Trippier put a brave face on a night of pain for the Lions saying “we shall be better for it”.",
            &["Kieran Trippier"],
        ),
        (
            LUZHNIKI,
            "“They ran,” wrote Alan Shearer.\n\nSouthgate has had two years.\n\n“He will stay,” the former Newcastle United striker added.",
            &["Alan Shearer", "Alan Shearer"],
        ),
        // An apostrophe written twice ends no quote.
        (LUZHNIKI, "“You’’re never done,” said Perisic. “It’’s a final.”", &["Ivan Perišić", "Ivan Perišić"]),
    ]);
}

#[test]
fn of_whom_a_sentence_of_several_tells() {
    spoken(&[
        // Which of two makes films, nobody has told.
        (
            MOSCOW16,
            "Alfred Finnbogason equalised and Hannes Halldorsson, who makes films, saved a penalty.\n\n“I did my homework,” said the film director.",
            &["the film director"],
        ),
        (
            MOSCOW16,
            "The dentist in charge of Iceland was asked about teeth. “Not now,” he grinned.",
            &["Heimir Hallgrímsson"],
        ),
        // The one who does something, not those by whom it was done before.
        (
            BELGRADE,
            "Yugoslavia led through Popivoda and Dzajic; then a substitute called Dieter Muller, in his first match, scored three, Heinz Flohe having made it 2-1.\n\n“I had packed,” said the debutant from Cologne.",
            &["Dieter Müller"],
        ),
        (
            LYON,
            "The captain of the Dutch, Sari van Veenendaal, wept. “It is cruel,” was all she said.",
            &["Sari van Veenendaal"],
        ),
        (
            LYON,
            "“We ran,” said Sarina Wiegman.\n\nNegative? “I call it grown-up,” she said.",
            &["Sarina Wiegman", "Sarina Wiegman"],
        ),
        (LYON, "For Sari van Veenendaal it was “a kick that never was one”.", &["Sari van Veenendaal"]),
    ]);
}

#[test]
fn descriptions_of_one_match() {
    spoken(&[
        // A club of two words is no man with one of them for his name.
        (KHOR, "“We ran,” said the West Ham midfielder.", &["Declan Rice"]),
        (KHOR, "“We ran,” said the man who headed the winner.", &["Olivier Giroud"]),
        // Of two strikers, of two of a club, and of numbers on shirts nothing is told.
        (KHOR, "“We ran,” said the striker.", &["the striker"]),
        (KHOR, "“We ran,” said the Tottenham pair.", &["the Tottenham pair"]),
        (KHOR, "“We ran,” said the France number nine.", &["the France number nine"]),
        (KHOR, "“We ran,” said the prime minister.", &["the prime minister"]),
    ]);
}

#[test]
fn words_that_no_mark_ends_end_at_their_cue() {
    let words = |text: &str| -> Vec<String> {
        said(&format!("{LUZHNIKI}{text}")).into_iter().map(|(words, who)| format!("{words} ({who})")).collect()
    };
    assert_eq!(words("“It was ours said Kieran Trippier"), ["It was ours (Kieran Trippier)"]);
    assert_eq!(
        words("“It was ours said Trippier, the first to score, “and we gave it away”"),
        ["It was ours (Kieran Trippier)", "and we gave it away (Kieran Trippier)"]
    );
    // Who said is within what was said.
    assert_eq!(
        words("“It was ours, he said Croatia knew\n\n“and we ran,” said Trippier."),
        ["It was ours, he said Croatia knew (Kieran Trippier)", "and we ran, (Kieran Trippier)"]
    );
}
