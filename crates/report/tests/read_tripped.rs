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

#[test]
fn meetings_before_a_match_do_not_count_it() {
    let final_2014 =
        "date 2014-07-14\nGermany beat Argentina 1-0 after extra time in the World Cup final in Rio de Janeiro.";
    let six = "had met six times before at the World Cup";
    holds(&format!("{final_2014}\n\nThe teams {six}."), &[(Kind::HeadToHead, six)]);
    for words in ["had met seven times before at the World Cup", "had met seven times at the World Cup before"] {
        let text = format!("{final_2014}\n\nThe teams {words}.");
        let confirmed = found(&text).into_iter().find(|(kind, said, verdict)| {
            *kind == Kind::HeadToHead && said.contains("before") && *verdict == Verdict::Confirmed
        });
        assert_eq!(confirmed, None, "{words}: the final is the seventh");
    }
}

#[test]
fn a_shared_count_makes_nobody_the_top_scorer() {
    let final_2010 =
        "date 2010-07-12\nSpain beat the Netherlands 1-0 after extra time in the World Cup final in Johannesburg.";
    let is_top = |sentence: &str| {
        let found = found(&format!("{final_2010}\n\n{sentence}"));
        found.iter().any(|(kind, _, verdict)| *kind == Kind::Record && *verdict == Verdict::Confirmed)
    };
    for sentence in [
        "David Villa was the tournament's top scorer.",
        "Villa, the top scorer with five goals, had been taken off.",
        "David Villa won the Golden Boot.",
    ] {
        assert!(!is_top(sentence), "four had five each: {sentence}");
    }
    for sentence in
        ["David Villa was joint top scorer with five goals.", "David Villa was one of four top scorers with five."]
    {
        assert!(is_top(sentence), "{sentence}");
    }
}
