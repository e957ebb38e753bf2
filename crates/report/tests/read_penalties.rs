//! Penalties given and missed, and who was in goal.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test"
)]

mod check;

use byline_record::ask::Verdict;
use byline_report::claim::Kind;
use check::{checked, of};

const LEAD: &str = "England lost 2-1 to France in the World Cup quarter-final on Saturday.\n\n";

#[test]
fn a_miss_with_its_minute() {
    for words in [
        "Harry Kane missed a late penalty.",
        "Harry Kane blazed his spot-kick over Hugo Lloris' bar with five minutes remaining.",
        "Harry Kane sent his second penalty over the bar in the 84th minute.",
        "Harry Kane failed from the spot six minutes from time.",
        "England rued Harry Kane's late penalty miss.",
        "Harry Kane's missed penalty cost them.",
    ] {
        let found = checked("2022-12-12", &format!("{LEAD}{words}"));
        assert_eq!(of(&found, Kind::MissedPenalty, Verdict::Confirmed).len(), 1, "{words}: {found:?}");
        assert!(found.iter().all(|(_, verdict, _)| *verdict != Verdict::Contradicted), "{words}: {found:?}");
    }
}

#[test]
fn the_wrong_taker_fate_or_minute() {
    for (words, kind) in [
        ("Marcus Rashford missed a penalty.", Kind::MissedPenalty),
        ("Harry Kane's penalty was saved.", Kind::MissedPenalty),
        ("Harry Kane missed a penalty in the 65th minute.", Kind::Minute),
        ("England were awarded a second penalty in the 65th minute.", Kind::Minute),
    ] {
        let found = checked("2022-12-12", &format!("{LEAD}{words}"));
        assert_eq!(of(&found, kind, Verdict::Contradicted).len(), 1, "{words}: {found:?}");
    }
}

#[test]
fn award_and_kick_are_two_moments() {
    let found = checked(
        "2022-12-12",
        &format!("{LEAD}With just six minutes to go, England were awarded a penalty. Kane put it over the bar."),
    );
    assert_eq!(of(&found, Kind::PenaltyAward, Verdict::Confirmed), ["awarded a penalty"], "{found:?}");
    assert_eq!(of(&found, Kind::Minute, Verdict::Rounding), ["With just six minutes to go"], "{found:?}");
}

#[test]
fn misses_recalled_by_a_pronoun() {
    let found = checked(
        "2022-12-12",
        &format!(
            "{LEAD}David Beckham knows how it feels. He had a bad time at the European Championship in 2004. He missed a \
             penalty against Turkey in qualifying, then missed another against France.\n\nIn the quarter-final against \
             Portugal he was the first penalty taker and sent it into the crowd."
        ),
    );
    assert_eq!(of(&found, Kind::MissedPenalty, Verdict::Confirmed).len(), 2, "{found:?}");
    assert!(!of(&found, Kind::ShootOut, Verdict::Confirmed).is_empty(), "{found:?}");
}

#[test]
fn penalties_that_were_not_given_or_not_missed() {
    for words in [
        "England could have been awarded a penalty.",
        "Bukayo Saka was denied a penalty.",
        "Harry Kane missed a chance in the penalty area.",
        "Jude Bellingham missed the target.",
        "Marcus Rashford, who missed a penalty for his club last season, came on.",
    ] {
        let found = checked("2022-12-12", &format!("{LEAD}{words}"));
        let told = found.iter().filter(|(kind, _, _)| matches!(kind, Kind::MissedPenalty | Kind::PenaltyAward));
        assert_eq!(told.count(), 0, "{words}: {found:?}");
    }
}

#[test]
fn keepers() {
    let found =
        checked("2022-12-12", &format!("{LEAD}Aurelien Tchouameni beat goalkeeper Jordan Pickford from 25 metres."));
    assert_eq!(of(&found, Kind::Keeper, Verdict::Confirmed), ["goalkeeper Jordan Pickford"], "{found:?}");
    let found = checked("2022-12-12", &format!("{LEAD}Aurelien Tchouameni's shot flew past Aaron Ramsdale."));
    assert!(of(&found, Kind::Keeper, Verdict::Confirmed).is_empty(), "{found:?}");
}
