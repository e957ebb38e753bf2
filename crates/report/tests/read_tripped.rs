//! True sentences in which a reader would take something for what is not meant.

mod told;

use byline_record::ask::Verdict;
use byline_report::claim::Kind;
use told::{contradicted, found, holds, readings};

const FINAL_2016: &str =
    "date 2016-07-11\nPortugal beat France 1-0 after extra time in the final of Euro 2016 in Paris.";

#[test]
fn meetings_at_two_competitions_are_not_those_at_one() {
    for words in [
        "had met three times before at the World Cup and European Championship in semi-finals",
        "had met three times before at the World Cup and the European Championship",
        "had met three times before at the European Championship and at the World Cup",
    ] {
        let text = format!("{FINAL_2016}\n\nPortugal and France {words}.");
        assert!(contradicted(&text).is_empty(), "{words}: {:?}", contradicted(&text));
        let twice = text.replace("three times", "twice");
        let counted = readings(&twice).into_iter().find(|(_, reading)| reading.ends_with("2 times"));
        assert_eq!(counted, None, "{twice}");
    }
    let once = "met once before at the World Cup";
    holds(&format!("{FINAL_2016}\n\nPortugal and France had {once}."), &[(Kind::HeadToHead, once)]);
    let wrong = format!("{FINAL_2016}\n\nPortugal and France had met four times before at the World Cup.");
    assert!(!contradicted(&wrong).is_empty());
}

#[test]
fn nothing_is_unheard_of_in_a_tournament_because_it_had_not_begun() {
    let blank = "had not failed to score in the tournament before";
    let text = format!("{FINAL_2016}\n\nFrance {blank}.");
    let confirmed =
        found(&text).into_iter().find(|(_, words, verdict)| words == blank && *verdict == Verdict::Confirmed);
    assert_eq!(confirmed, None, "nil-nil against Switzerland");
    let text = format!("{FINAL_2016}\n\nFrance had not lost in the tournament before.");
    holds(&text, &[(Kind::FirstSince, "had not lost in the tournament before")]);
}
