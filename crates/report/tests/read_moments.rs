//! Paragraphs of a report of no match, which name one side of theirs or none: found by who scored at which minute, and by
//! the day they are the anniversary of.

mod told;

use byline_report::claim::Kind;
use told::{found, holds};

/// That nothing is told of a goal.
#[track_caller]
fn tells_no_goal(text: &str) {
    let goals: Vec<_> =
        found(text).into_iter().filter(|(kind, ..)| matches!(kind, Kind::Scorer | Kind::Minute)).collect();
    assert_eq!(goals, []);
}

#[test]
fn two_scorers_at_their_minutes_tell_the_match() {
    let text = "date 2018-06-25\nMarco van Basten remembers it better than most.\n\nThe lead was Ruud Gullit's, in the \
        32nd minute. Van Basten volleyed the other over Rinat Dasayev in the 54th minute.";
    holds(
        text,
        &[
            (Kind::Scorer, "Ruud Gullit"),
            (Kind::Minute, "in the 32nd minute"),
            (Kind::Scorer, "Van Basten volleyed"),
            (Kind::Minute, "in the 54th minute"),
        ],
    );
    // There is no match in which both scored then.
    tells_no_goal(&text.replace("32nd", "30th").replace("54th", "50th"));
}

#[test]
fn an_anniversary_tells_the_match_of_its_day() {
    let text = "date 2021-06-26\nJohn Jensen of the Danes has told it often.\n\nIt is twenty-nine years ago today that Jensen \
        hit the one shot of his that anybody remembers, in the 18th minute.";
    holds(text, &[(Kind::Minute, "in the 18th minute")]);
    tells_no_goal(&text.replace("2021-06-26", "2021-05-26"));
}
