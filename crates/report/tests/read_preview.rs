//! Reports of the day of a match, written before it and after it.

#![allow(clippy::unwrap_used, reason = "a test")]

mod check;

use byline_record::ask::Verdict;
use byline_report::claim::Kind;
use check::{checked, of};

#[test]
fn what_is_written_before_a_match_does_not_know_it() {
    let told = |goals: &str| {
        checked(
            "2006-06-30",
            &format!(
                "Germany v Argentina\n\nWorld Cup quarter-final, Olympiastadion, Berlin, 5pm local time.\n\n\
                 Miroslav Klose leads the scorers with {goals}. Lionel Messi is expected on the bench."
            ),
        )
    };
    // The fifth came that evening.
    assert!(of(&told("four"), Kind::Tally, Verdict::Confirmed).iter().any(|words| words.contains("four")));
    assert!(of(&told("five"), Kind::Tally, Verdict::Confirmed).is_empty());
}

#[test]
fn what_is_written_after_it_on_the_same_day_does() {
    let found = checked(
        "2006-06-30",
        "Germany beat Argentina 4-2 on penalties after a 1-1 draw in Berlin today, and will meet Italy.\n\n\
         Roberto Ayala headed Argentina in front and Miroslav Klose, who leads the scorers with five, equalised.",
    );
    assert!(of(&found, Kind::Tally, Verdict::Confirmed).iter().any(|words| words.contains("five")));
    assert!(of(&found, Kind::Scorer, Verdict::Confirmed).iter().any(|words| words.contains("Ayala")));
}
