//! Captains of teams at a tournament, as reports call them.

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

const QUARTER: &str = "France beat England 2-1 in the World Cup quarter-final in Al Khor on Saturday.\n\n";

#[test]
fn captains_of_the_tournament_are_confirmed() {
    for words in [
        "England captain Harry Kane put a penalty over the bar.",
        "France skipper Hugo Lloris barely moved.",
        "Hugo Lloris, the France captain, barely moved.",
        "England, captained by Harry Kane, came close.",
        "A team captained by Hugo Lloris came through.",
    ] {
        let found = checked("2022-12-11", &format!("{QUARTER}{words}"));
        assert_eq!(of(&found, Kind::Role, Verdict::Confirmed).len(), 1, "{words}: {found:?}");
    }
    // Both led England in 1990.
    for captain in ["Bryan Robson", "Terry Butcher"] {
        let text = format!(
            "West Germany beat England on penalties in Turin on Wednesday.\n\nEngland captain {captain} was sad."
        );
        let found = checked("1990-07-05", &text);
        assert_eq!(of(&found, Kind::Role, Verdict::Confirmed).len(), 1, "{captain}: {found:?}");
    }
}

#[test]
fn another_may_have_led_a_team_on_some_day() {
    for words in [
        "England captain Jordan Henderson put his arm round Kane.",
        "Raphael Varane captained France in the end, with Lloris treated.",
        "The former England captain Wayne Rooney wrote a few words.",
        "Lloris's club captain at Tottenham is Harry Kane.",
    ] {
        let found = checked("2022-12-11", &format!("{QUARTER}{words}"));
        assert!(of(&found, Kind::Role, Verdict::Contradicted).is_empty(), "{words}: {found:?}");
        assert!(of(&found, Kind::Role, Verdict::Confirmed).is_empty(), "{words}: {found:?}");
    }
}

/// A report of no one match is of a tournament all the same.
#[test]
fn managers_in_a_round_up() {
    let text = "Group E ended yesterday with four teams level on points.\n\nMarcelino Bernal equalised for Mexico after Daniele \
        Massaro had scored for Italy. Ray Houghton and Kjetil Rekdal had scored before them. Arrigo Sacchi's men are \
        third.\n\nThat may be why Switzerland, hosts of the 1954 World Cup, stayed at home.";
    let told = checked("1994-06-29", text);
    let confirmed = of(&told, Kind::Role, Verdict::Confirmed);
    assert!(confirmed.contains(&"Arrigo Sacchi's men"), "{told:#?}");
    assert!(confirmed.contains(&"Switzerland, hosts"), "{told:#?}");
}

/// Somebody who led another team at the tournament, which the report does not name, is coach of neither side.
#[test]
fn a_coach_of_neither_side() {
    let lead = "Ghana beat the United States 2-1 after extra time in Rustenburg on Saturday in the last 16 of the World Cup.\n\n";
    let told = checked("2010-06-27", &format!("{lead}\"We are proud,\" said coach Joachim Low."));
    assert_eq!(of(&told, Kind::Role, Verdict::Contradicted), ["coach Joachim Low"], "{told:#?}");
    let told = checked("2010-06-27", &format!("{lead}\"We are proud,\" said coach Milovan Rajevac."));
    assert_eq!(of(&told, Kind::Role, Verdict::Contradicted), [""; 0], "{told:#?}");
    // Whose coach he is stands elsewhere in the report.
    let text = format!("{lead}\"We are proud,\" said coach Joachim Low.\n\nGermany had beaten Ghana in the group.");
    let told = checked("2010-06-27", &text);
    assert_eq!(of(&told, Kind::Role, Verdict::Contradicted), [""; 0], "{told:#?}");
}

/// Only who manages hosts has them.
#[test]
fn hosts_are_their_own_managers() {
    let told = |words: &str| {
        let lead = "South Korea beat Italy 2-1 after extra time in Daejeon on Tuesday to reach the quarter-finals of the World Cup.";
        let told = checked("2002-06-19", &format!("{lead}\n\n{words}"));
        let found = |verdict| of(&told, Kind::Role, verdict).into_iter().map(str::to_owned).collect::<Vec<_>>();
        (found(Verdict::Confirmed), found(Verdict::Contradicted))
    };
    assert_eq!(told("Guus Hiddink's hosts go on.").0, ["Guus Hiddink's hosts"]);
    assert_eq!(
        told("Giovanni Trapattoni's hosts go on."),
        (Vec::new(), vec!["Giovanni Trapattoni's hosts".to_owned()])
    );
    // Japan were hosts as well.
    assert_eq!(told("Philippe Troussier's co-hosts are out.").1, [""; 0]);
}
