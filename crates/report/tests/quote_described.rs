//! Whom descriptions mean: by the goal they tell of, by club, office, age and kin, and by the description before them.
//! Texts of our own about real matches, the quotes invented.

mod told;

use told::spoken;

const LUZHNIKI: &str = "date 2018-07-12\nCroatia beat England 2-1 after extra time in Moscow on Wednesday to reach the World Cup final.\n\nKieran Trippier put England ahead with a free kick in the fifth minute before Ivan Perisic levelled and Mario Mandzukic won it.\n\n";
const LILLE: &str = "date 2016-07-02\nWales beat Belgium 3-1 in Lille on Friday to reach the last four of Euro 2016.\n\nRadja Nainggolan scored for Belgium. Ashley Williams, Hal Robson-Kanu and Sam Vokes replied.\n\n";
const RAYYAN: &str = "date 2022-12-10\nCroatia beat Brazil 4-2 on penalties in Al Rayyan on Friday after a 1-1 draw to reach the World Cup semi-finals.\n\nNeymar scored in extra time and Bruno Petkovic levelled. Dominik Livakovic saved from Rodrygo.\n\n";
const DOHA: &str = "date 2022-11-24\nJapan beat Germany 2-1 in Doha on Wednesday at the World Cup.\n\nIlkay Gundogan scored a penalty given away by Shuichi Gonda. Ritsu Doan and Takuma Asano replied, Manuel Neuer beaten twice.\n\n";
const RECIFE: &str = "date 2014-06-15\nIvory Coast beat Japan 2-1 in Recife on Saturday at the World Cup.\n\nKeisuke Honda put Japan ahead; Wilfried Bony and Gervinho scored. Yaya Toure played for an hour, and his elder brother Kolo sat on the bench.\n\n";
const KAZAN: &str = "date 2018-07-07\nBelgium beat Brazil 2-1 in Kazan on Friday to reach the World Cup semi-finals.\n\nKevin De Bruyne scored, Eden Hazard dribbled, and Thorgan Hazard stayed on the bench. Renato Augusto headed one in for Brazil.\n\n";
const BERLIN: &str = "date 2024-07-15\nSpain beat England 2-1 in Berlin on Sunday to win Euro 2024.\n\nNico Williams scored, Cole Palmer levelled and Mikel Oyarzabal slid in the last goal in place of Alvaro Morata.\n\n";
const WEMBLEY: &str = "date 2022-08-01\nEngland are champions of Europe. Chloe Kelly prodded home in the 110th minute to beat Germany 2-1.\n\n";

#[test]
fn the_scorer_of_one_goal() {
    spoken(&[
        (
            LUZHNIKI,
            "“We knew,” said Perisic.\n\n“We ran,” the scorer of the winner said.",
            &["Ivan Perišić", "Mario Mandžukić"],
        ),
        (LUZHNIKI, "“We ran,” the scorer of the equaliser said.", &["Ivan Perišić"]),
        (LUZHNIKI, "“We ran,” said the scorer of England's goal.", &["Kieran Trippier"]),
        (BERLIN, "“A toe,” said the match-winner, happy for Morata.", &["Mikel Oyarzabal"]),
        // Both sides have a second goal but for one: only of three is the third one man's.
        (LILLE, "“A header,” said the scorer of the third.", &["Sam Vokes"]),
        // Of two goals neither is the winner, and no margin of two has one.
        (LILLE, "“A header,” said the scorer of the winner.", &["the scorer of the winner"]),
    ]);
}

#[test]
fn a_captain_is_whom_the_record_knows_for_one() {
    spoken(&[
        // A player who limped off is no captain: his side's is.
        (
            LUZHNIKI,
            "“I tried,” said Trippier, who limped off.\n\n“It hurts,” said the captain.",
            &["Kieran Trippier", "Harry Kane"],
        ),
        // Of the side of whoever spoke, not the one captain the report names.
        (
            LILLE,
            "“Go on,” said Vokes.\n\n“I dreamt it,” the skipper said.\n\n“Too deep,” said the Belgium captain, Eden Hazard.",
            &["Sam Vokes", "Ashley Williams", "Eden Hazard"],
        ),
        // Of two captains the one of that age.
        (RAYYAN, "“We find a way,” the 37-year-old captain said.", &["Luka Modrić"]),
        // Whose captain: of the side of the man named.
        (
            LUZHNIKI,
            "“Never,” said Modric.\n\n“We ran out of legs,” Southgate's captain said.\n\n“We knew,” said Dalic’s captain.",
            &["Luka Modrić", "Harry Kane", "Luka Modrić"],
        ),
        // The captain of a club leads no side.
        (
            BERLIN,
            "“I came on,” said Oyarzabal, on for Morata. The Real Sociedad captain added: “A toe.”",
            &["Mikel Oyarzabal", "Mikel Oyarzabal"],
        ),
        // Two of one office, one on each side.
        (
            DOHA,
            "“I had to make up for it,” said Gonda, the goalkeeper.\n\n“We stopped,” said his opposite number.",
            &["Shūichi Gonda", "Manuel Neuer"],
        ),
    ]);
}

#[test]
fn a_description_goes_on_with_the_one_before() {
    spoken(&[
        (
            LUZHNIKI,
            "“I am fine,” said coach Zlatko Dalic.\n\nHis captain was less diplomatic. “They talked,” said the Real Madrid midfielder.",
            &["Zlatko Dalić", "Luka Modrić"],
        ),
        (
            BERLIN,
            "The scorer of the winner sat on the grass. “A toe,” said the Real Sociedad man.",
            &["Mikel Oyarzabal"],
        ),
        (
            WEMBLEY,
            "The Manchester City forward, out for most of a year, whirled her shirt.\n\n“A dream,” said the 24-year-old.",
            &["Chloe Kelly"],
        ),
        (WEMBLEY, "The striker came on late and was handed the armband. “A dream,” she said.", &["Chloe Kelly"]),
        // A fan is no player.
        (WEMBLEY, "The supporter in the front row wept. “A dream,” she said.", &["The supporter in the front row"]),
        (LUZHNIKI, "The Croatia coach is Zlatko Dalic. “We ran,” he said.", &["Zlatko Dalić"]),
    ]);
}

#[test]
fn clubs_and_kin() {
    spoken(&[
        // Who has just spoken is with another club.
        (
            LUZHNIKI,
            "“We knew,” said Perisic.\n\n“We ran,” said the Juventus forward.",
            &["Ivan Perišić", "Mario Mandžukić"],
        ),
        (
            RAYYAN,
            "“We fight,” said Livakovic.\n\n“It is everything,” said his club-mate.",
            &["Dominik Livaković", "Bruno Petković"],
        ),
        (RECIFE, "“I am fit,” said Yaya Toure. “He is tired,” said his brother.", &["Yaya Touré", "Kolo Touré"]),
        (KAZAN, "“He never listens,” said the younger Hazard.", &["Thorgan Hazard"]),
        (KAZAN, "“He is young,” said the elder Hazard.", &["Eden Hazard"]),
        (KAZAN, "“Heads up,” said the captain of Brazil.", &["the captain of Brazil"]),
        // Of two whom the sentence tells of, nobody says which is at the club.
        (
            WEMBLEY,
            "Ella Toone had lobbed England ahead and Lina Magull had levelled for Germany. “It hurts,” said the Bayern Munich midfielder.",
            &["the Bayern Munich midfielder"],
        ),
    ]);
}

#[test]
fn names_of_several_words_and_of_several_people() {
    spoken(&[
        (
            BERLIN,
            "Harry Kane (England captain): “It hurts.”\n\nLuis de la Fuente (Spain coach): “We ran.”",
            &["Harry Kane", "Luis de la Fuente"],
        ),
        (
            BERLIN,
            "Spanish forward Lamine Yamal celebrates a ‘dream’\n\n“I am happy,” the Young Player of the Tournament said.",
            &["Lamine Yamal"],
        ),
        (BERLIN, "Spain striker and captain Alvaro Morata's response\n\n“We believed.”", &["Álvaro Morata"]),
        // Who scored is meant by the surname, before another of that surname is named in full.
        (
            "date 2022-12-15\nFrance beat Morocco 2-0 on Wednesday to reach the World Cup final.\n\nHernandez volleyed the first and Randal Kolo Muani the second.\n\n",
            "“For him,” said Hernandez. “Thank you,” said Lucas Hernandez in Munich.",
            &["Theo Hernandez", "Lucas Hernandez"],
        ),
        // A manager by another word; and of whom a sentence tells, that ends in a verb of speech used otherwise.
        (LUZHNIKI, "Coach Zlatko Dalic was asked about the team. “We ran,” replied the strategist.", &["Zlatko Dalić"]),
        (
            LUZHNIKI,
            "Manager Gareth Southgate thought the failure to press home England's early lead ultimately told.\n\n“We had chances.”",
            &["Gareth Southgate"],
        ),
    ]);
}

const ROUND: &str = "date 2022-11-30\nEngland beat Wales 3-0 in Al Rayyan on Tuesday to finish top of Group B at the World Cup.\n\nMarcus Rashford scored twice and Phil Foden once. Christian Pulisic bundled in the only goal for the United States against Iran.\n\n";
const VIENNA: &str = "date 2008-06-30\nSpain beat Germany 1-0 in Vienna on Sunday to win Euro 2008.\n\nFernando Torres lifted the ball over Jens Lehmann.\n\n";
const MUNICH: &str = "date 1988-06-26\nThe Netherlands beat the Soviet Union 2-0 in Munich on Saturday to win the European Championship.\n\nRuud Gullit and Marco van Basten scored past Rinat Dasayev.\n\n";
const LYON: &str =
    "date 2019-07-02\nEngland lost 2-1 to the United States in Lyon. Steph Houghton's penalty was saved.\n\n";

#[test]
fn people_of_other_matches_and_of_both_sides() {
    spoken(&[
        // A round-up tells of teams that are no side of its chief match.
        (
            ROUND,
            "Pulisic watched from a bed. “I will be ready,” the Chelsea winger said.\n\n“He throws himself at things,” said his coach.\n\nCarlos Queiroz kissed the players of Iran. “So little,” said the Portuguese.",
            &["Christian Pulisic", "Gregg Berhalter", "Carlos Queiroz"],
        ),
        // The captain of whoever has just spoken, not the one the report calls so.
        (
            VIENNA,
            "Luis Aragones was thrown into the air. “They play well,” said the coach.\n\n“I dreamt it,” said the captain.\n\nMichael Ballack, the Germany captain, went by.",
            &["Luis Aragonés", "Iker Casillas"],
        ),
        // Of two goalkeepers the one the sentence before is about.
        (
            MUNICH,
            "Hans van Breukelen had brought down Sergei Gotsmanov and then saved the penalty of Igor Belanov. “First the villain,” laughed the PSV goalkeeper.",
            &["Hans van Breukelen"],
        ),
        // Of two whom a sentence tells of, none is captain for standing first.
        (
            LYON,
            "Christen Press headed the first, Ellen White volleyed the second. “I am heartbroken,” said the captain.",
            &["the captain"],
        ),
        (
            LYON,
            "Phil Neville was asked. “No tears,” he said.\n\nHis federation's president, Tom Reed, did so too. “A class side,” said the outgoing president.",
            &["Phil Neville", "Tom Reed"],
        ),
        (LYON, "Alex Morgan and Ellen White scored. “I am happy,” said the captain.", &["Alex Morgan"]),
    ]);
}

const FRANKFURT: &str = "date 2022-07-28\nGermany beat France 2-1 at Euro 2022. Wolfsburg striker Alexandra Popp scored both. Bayern Munich's Lina Magull made one, and Svenja Huth, 31, the other.\n\n";

#[test]
fn what_the_report_said_beside_a_name() {
    spoken(&[
        (
            FRANKFURT,
            "Nobody went home.\n\n“A dream,” said the Wolfsburg forward.\n\nMerle Frohms sang.\n\n“Mine too,” said the Bayern Munich midfielder.",
            &["Alexandra Popp", "Lina Magull"],
        ),
        (FRANKFURT, "Merle Frohms sang. “A dream,” said the 31-year-old.", &["Svenja Huth"]),
        // She plays elsewhere on the pitch, or it is of a country.
        (FRANKFURT, "Nobody went home.\n\n“A dream,” said the Wolfsburg defender.", &["the Wolfsburg defender"]),
    ]);
}

#[test]
fn marks_of_two_kinds_or_of_nobody() {
    spoken(&[
        (LUZHNIKI, "“It was a test,’ opened Modric afterwards. ‘They are strong.’", &["Luka Modrić", "Luka Modrić"]),
        (LUZHNIKI, "‘We ran,” said Modric.", &["Luka Modrić"]),
        (
            LUZHNIKI,
            "'It is tough,' Kane told ITV. 'It was a tough game. I'm sure we could've done better.\n\n'It is small margins.'",
            &["Harry Kane", "Harry Kane", "Harry Kane"],
        ),
        (LUZHNIKI, "Kane is “convinced” that they will be back.", &["Harry Kane"]),
        (LUZHNIKI, "“It hurts,” said Kane.\n\n“WE NEED TO SUFFER”\n\nThere were tears.", &["Harry Kane"]),
        (
            "",
            "“So clear, so clear”\n\nGermany beat England 4-1 in Bloemfontein. “It was in,” said Frank Lampard.",
            &["Frank Lampard"],
        ),
        (
            "",
            "“It hurts”: Kane on the end of England\n\nCroatia beat England 2-1 in Moscow. “It hurts,” said Harry Kane.",
            &["Harry Kane"],
        ),
    ]);
}

#[test]
fn whom_others_call_something_does_not_say_it() {
    spoken(&[
        (LUZHNIKI, "Harry Kane had been called “tired” and “finished” by half the country.", &[]),
        (LUZHNIKI, "Kane was branded “tired and slow to every ball” by Mandzukic.", &["Mario Mandžukić"]),
    ]);
}
