//! Whom pronouns, epithets, far cues and lines without marks are of: texts of our own about real matches, the quotes
//! invented.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test"
)]

mod told;

use byline_report::text::{Options, Report};
use told::{CHECKER, said};

const FRANCE: &str = "date 2022-12-11\nFrance beat England 2-1 in Al Khor on Saturday to reach the World Cup semi-finals.\n\nAurelien Tchouameni and Olivier Giroud scored. Harry Kane equalised with a penalty and put a second over the bar of Hugo Lloris.\n\n";
const AZTEC: &str =
    "date 1986-06-23\nArgentina beat England 2-1 in the Azteca to reach the last four of the World Cup.\n\n";
const NICE: &str = "date 2016-06-28\nIceland beat England 2-1 in Nice to reach the quarter-finals of Euro 2016.\n\nRagnar Sigurdsson and Kolbeinn Sigthorsson scored after a penalty by Wayne Rooney.\n\n";
const PLAIN: &str = "date 2014-05-01\nIt was a day of talk.\n\n";

/// The text after the story, and the quotes in it, in order: how each begins, and who is to have said it.
type Told<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)]);

#[track_caller]
fn check(told: &[Told<'_>]) {
    let mut wrong = Vec::new();
    for (story, text, expected) in told {
        let begun = |(words, who): (String, String)| (words.chars().take(8).collect::<String>(), who);
        let found: Vec<(String, String)> = said(&format!("{story}{text}")).into_iter().map(begun).collect();
        let alike = found.len() == expected.len()
            && found.iter().zip(*expected).all(|((words, who), (begins, name))| {
                who == name && (begins.starts_with(words.as_str()) || words.starts_with(begins))
            });
        if !alike {
            wrong.push(format!("{text}\n  wanted {expected:?}\n  found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), told.len(), wrong.join("\n"));
}

#[test]
fn he_is_whom_the_nearest_sentence_is_about() {
    check(&[
        // A country is nobody.
        (
            FRANCE,
            "Didier Deschamps does not do triumph. England had been beaten, and the coach was packing his bag. “We rest,” he said.",
            &[("We rest", "Didier Deschamps")],
        ),
        // Known by the record alone.
        (
            FRANCE,
            "Bukayo Saka was off by then. Giroud had climbed above them all, and Griezmann had found him.\n\n“I saw the ball late,” he said.",
            &[("I saw", "Olivier Giroud")],
        ),
        // The one the sentence names is somebody else.
        (
            "date 2022-12-11\nGiroud, the man of the hour\n\nFrance beat England 2-1 in Al Khor on Saturday.\n\n",
            "Against Poland his was the goal that passed Thierry Henry, in 2018 he had none.\n\n“I waited,” he said.",
            &[("I waited", "Olivier Giroud")],
        ),
        // Before he …, Giroud …: he is Giroud.
        (
            FRANCE,
            "Kane was in tears. Before he came to England, Giroud played in Montpellier. He won the league there.\n\n“It is a long way,” he said.",
            &[("It is", "Olivier Giroud")],
        ),
        (
            FRANCE,
            "Giroud had a word for Lloris; after the break, he said, the keeper had been “a wall”.",
            &[("a wall", "Olivier Giroud")],
        ),
    ]);
}

#[test]
fn another_word_for_whoever_spoke_is_no_other_man() {
    check(&[
        (
            FRANCE,
            "Arrigo Sacchi wrote that England had been “too polite”. “You must bite,” the former Milan coach went on.",
            &[("too poli", "Arrigo Sacchi"), ("You must", "Arrigo Sacchi")],
        ),
        (
            AZTEC,
            "Diego Maradona scored twice.\n\nPeter Shilton was sure. “I saw the hand,” he said.\n\nThe scorer grinned. “So did God,” he told reporters.",
            &[("I saw", "Peter Shilton"), ("So did", "Diego Maradona")],
        ),
        (
            FRANCE,
            "There is no quiet picture of Antoine Griezmann.\n\nThe little Frenchman ran for two.\n\n“I like to run,” he said.",
            &[("I like", "Antoine Griezmann")],
        ),
        (
            NICE,
            "Roy Hodgson read from a sheet of paper. “It ends here,” he said.\n\nThe 68-year-old had followed Fabio Capello four years before.\n\n“Others must go on,” he said.",
            &[("It ends", "Roy Hodgson"), ("Others", "Roy Hodgson")],
        ),
        (
            FRANCE,
            "Lloris has kept behind him for ten years. “I only shout,” the Tottenham goalkeeper says.\n\nKane, 29, was asked about the kick. Will the 29-year-old take the next? “Ask me in March.”",
            &[("I only", "Hugo Lloris"), ("Ask me", "Harry Kane")],
        ),
    ]);
}

#[test]
fn what_stands_between_a_speaker_and_the_verb() {
    check(&[
        (
            FRANCE,
            "Deschamps, whose side lost to Argentina in 2021 and to Spain, before that, in a friendly in Paris, added: “We learn.”",
            &[("We learn", "Didier Deschamps")],
        ),
        (PLAIN, "IT man Ben Johnson, 28, of Headingley said: “It was loud.”", &[("It was", "Ben Johnson")]),
        (PLAIN, "A source close to the squad said: “It is over.”", &[("It is", "A source close to the squad")]),
        (PLAIN, "Landlady Emma Dawson kept smiling. She said: “It was a night.”", &[("It was", "Emma Dawson")]),
        (PLAIN, "The Duke of Cambridge tweeted: “Heads up.”", &[("Heads up", "The Duke of Cambridge")]),
        (PLAIN, "Sky Sports’ Gary Neville told viewers: “He is fantastic.”", &[("He is", "Gary Neville")]),
        (FRANCE, "“We had them,” shrugged caretaker Steve Holland.", &[("We had", "Steve Holland")]),
        (FRANCE, "“A bit early,” sniffs Stuart Pearce.", &[("A bit", "Stuart Pearce")]),
        (FRANCE, "“They were good,” said Hugo Lloris approvingly.", &[("They wer", "Hugo Lloris")]),
        (FRANCE, "“Who else?” asked their coach, Steve Holland.", &[("Who else", "Steve Holland")]),
        (FRANCE, "It was, said Deschamps, “a great night for two great teams”.", &[("a great", "Didier Deschamps")]),
        (FRANCE, "Said Kane: “I will take the next.”", &[("I will", "Harry Kane")]),
        (FRANCE, "As Deschamps put it, “small things decide”.", &[("small th", "Didier Deschamps")]),
        (FRANCE, "In Lloris' words, “he hit it too well”.", &[("he hit", "Hugo Lloris")]),
        (FRANCE, "Kane sat down. “Too high” were his first words.", &[("Too high", "Harry Kane")]),
        (FRANCE, "“We go on,” said Mr Deschamps.", &[("We go", "Didier Deschamps")]),
        (
            FRANCE,
            "Two minutes from the end in Doha Theo Hernandez ran clear.\n\n“I ran,” Hernandez said.",
            &[("I ran", "Theo Hernandez")],
        ),
        (PLAIN, "“They ran,” Ben said.", &[("They ran", "Ben")]),
    ]);
}

#[test]
fn cues_far_from_a_few_words() {
    check(&[
        (
            FRANCE,
            "England \"went to sleep\" after the break in Al Khor, according to coach Didier Deschamps.",
            &[("went to", "Didier Deschamps")],
        ),
        (
            FRANCE,
            "England left \"all they had\" in Al Khor, said boss Gareth Southgate.",
            &[("all they", "Gareth Southgate")],
        ),
        (FRANCE, "Kane looked \"heavy-legged\" for the second, says Alan Shearer.", &[("heavy-le", "Alan Shearer")]),
        (FRANCE, "Describing it as “a blow”, Southgate left.", &[("a blow", "Gareth Southgate")]),
        (
            FRANCE,
            "Lloris told TF1 it was “a dream” and that the penalty had been “in the stars”.",
            &[("a dream", "Hugo Lloris"), ("in the", "Hugo Lloris")],
        ),
        (
            FRANCE,
            "“One of us,” said Declan Rice. “End of story.” Luke Shaw, the left-back, agreed: “Nobody blames him.”",
            &[("One of", "Declan Rice"), ("End of", "Declan Rice"), ("Nobody", "Luke Shaw")],
        ),
        (
            FRANCE,
            "“I give what I see,” said Declan Rice. “I saw two.” Luke Shaw had told him something before.",
            &[("I give", "Declan Rice"), ("I saw", "Declan Rice")],
        ),
        (FRANCE, "It fell to Declan Rice to speak. “We back him.”", &[("We back", "Declan Rice")]),
        (FRANCE, "It is a view shared by Luke Shaw. “He will score again.”", &[("He will", "Luke Shaw")]),
        (FRANCE, "From Southgate there was praise for his captain. “We owe him.”", &[("We owe", "Gareth Southgate")]),
        (
            FRANCE,
            "“We ran,” said Rice.\n\nDidier Deschamps's verdict? “We suffered.”",
            &[("We ran", "Declan Rice"), ("We suffe", "Didier Deschamps")],
        ),
        (
            FRANCE,
            "Southgate took off Saka late and the move paid nothing. “I wanted legs,” said Southgate.\n\nKane sat alone and the move paid off for France.\n\n“I had to try.”",
            &[("I wanted", "Gareth Southgate"), ("I had to", "Gareth Southgate")],
        ),
    ]);
}

#[test]
fn names_songs_and_lists_are_nobodys() {
    check(&[
        (FRANCE, "The “golden summer”, as they called it, was over.", &[]),
        (FRANCE, "Giroud sang “Emmenez-moi” in the bus.", &[]),
        (PLAIN, "Otto Rehhagel, nicknamed “King Otto” and, after Lisbon, “Rehakles”, smiled.", &[]),
    ]);
}

#[test]
fn lines_with_a_name_and_nothing_else() {
    check(&[
        (
            FRANCE,
            "Jordan Pickford sat down with us.\n\nWere you close?\n\nPickford: I had a hand to it. That's all.\n\nAnd Kane?\n\nJordan Pickford: We all love him.",
            &[("I had a", "Jordan Pickford"), ("We all", "Jordan Pickford")],
        ),
        // A sentence about somebody is not by him.
        (FRANCE, "Jordan Pickford: beaten twice, once by his own post.", &[]),
        (FRANCE, "“What a night!” Antoine Griezmann on his pass.", &[("What a", "Antoine Griezmann")]),
        (FRANCE, "“We did it.”\n\n— France's Theo Hernandez on the run.", &[("We did", "Theo Hernandez")]),
        // From somewhere else: of whom the story is by then.
        (
            FRANCE,
            "“I am here,” said Griezmann.\n\nDidier Deschamps had won again. France, of course, go on. From the BBC:\n\n“What a team.”",
            &[("I am", "Antoine Griezmann"), ("What a", "Didier Deschamps")],
        ),
    ]);
}

#[test]
fn a_manager_of_whom_the_record_has_nothing() {
    // No record of this tournament is built in.
    let story = "date 2022-08-01\nEngland won the women's Euro at Wembley. Chloe Kelly scored.\n\n";
    check(&[
        (
            story,
            "Sarina Wiegman's side had led before.\n\n“I cannot take it in,” the England manager said.",
            &[("I cannot", "Sarina Wiegman")],
        ),
        // Each of two teams has its own.
        (
            story,
            "Sarina Wiegman's side had led before.\n\n“It hurts,” the Germany coach said. “It does not,” said the England manager.",
            &[("It hurts", "the Germany coach"), ("It does", "the England manager")],
        ),
    ]);
}

#[test]
fn where_it_was_said() {
    for (text, channel) in [
        ("The federation wrote on X: “Champions.”", "X"),
        ("“We go again,” tweeted Declan Rice.", "tweeted"),
        ("“I am proud,” Declan Rice said in the mixed zone.", "mixed zone"),
        ("“He looked heavy,” Alan Shearer wrote in a column for the Athletic.", "Athletic"),
        ("From the BBC:\n\n“I do not know where I am,” said Antoine Griezmann.", "BBC"),
        ("“A kiss from the Queen.”\n\n– England striker Harry Kane jokes on Twitter.", "Twitter"),
    ] {
        let report = Report::read(format!("{FRANCE}{text}").as_bytes(), &Options::default()).unwrap();
        let quotes = CHECKER.check(&report).quotes.quotes;
        let found = quotes.first().and_then(|quote| quote.channel.as_ref()).map(|channel| channel.words.as_str());
        assert_eq!(found, Some(channel), "{text}");
    }
}
