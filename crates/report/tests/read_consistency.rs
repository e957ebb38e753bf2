//! What a report says against itself, whatever the record says.

#![allow(clippy::unwrap_used, reason = "tests may fail")]

use byline_record::ask::Verdict;
use byline_record::builtin;
use byline_report::claim::Kind;
use byline_report::{Checker, text};

fn contradictions(words: &str) -> Vec<String> {
    let record = builtin::record().unwrap();
    let checker = Checker::new(&record);
    let report = text::Report::read(words.as_bytes(), &text::Options::default()).unwrap();
    let checked = checker.check(&report);
    let own = checked.statements.iter().filter(|statement| statement.kind == Kind::SelfConsistency);
    own.map(|statement| {
        assert_eq!(statement.verdict, Verdict::Contradicted);
        report.words(&statement.span).to_owned()
    })
    .collect()
}

#[test]
fn sums_add_up() {
    let wrong = "Rovers go into the derby with five wins, one draw and two defeats in nine matches.";
    assert_eq!(contradictions(wrong), ["five wins, one draw and two defeats in nine matches"]);
    for right in [
        "Rovers go into the derby with five wins, one draw and two defeats in eight matches.",
        "Rovers have five wins and a defeat in nine matches.",
        "They had three wins, two draws and a defeat at home, and four wins in nine matches away.",
    ] {
        assert_eq!(contradictions(right), [""; 0], "{right}");
    }
}

#[test]
fn a_minute_lies_in_its_half() {
    let wrong = "date 2018-07-04\nEngland beat Colombia on penalties after Harry Kane scored a second-half penalty in the 31st minute.";
    assert_eq!(contradictions(wrong).len(), 1);
    let right = "date 2018-07-04\nEngland beat Colombia on penalties after Harry Kane scored a second-half penalty in the 57th minute.";
    assert_eq!(contradictions(right), [""; 0]);
}

#[test]
fn scorers_are_no_more_than_goals() {
    let wrong = "date 2022-12-11\nGoals from Aurelien Tchouameni, Olivier Giroud and Kylian Mbappe gave France a 2-0 win over England in the World Cup quarter-final.";
    assert!(contradictions(wrong).iter().any(|words| words.contains("2-0 win")));
    let right = "date 2022-12-11\nGoals from Aurelien Tchouameni and Olivier Giroud gave France a 2-1 win over England in the World Cup quarter-final.";
    assert_eq!(contradictions(right), [""; 0]);
}

#[test]
fn a_draw_is_level_and_a_win_is_not() {
    assert_eq!(contradictions("A 2-1 draw left Rovers third."), ["2-1 draw"]);
    assert_eq!(contradictions("Rovers moved up to third with a 1-1 victory."), ["1-1 victory"]);
    for right in [
        "A 2-2 draw left Rovers third, after a 2-1 win.",
        "Rovers went through by a 1-1 win on away goals.",
        "They went 2-1 up, but a draw it was.",
    ] {
        assert_eq!(contradictions(right), [""; 0], "{right}");
    }
}

#[test]
fn a_shoot_out_follows_a_draw_and_whoever_is_held_has_drawn() {
    assert_eq!(contradictions("Rovers 3-2 Wanderers (3-4 on pens) - what a night"), [""; 0], "of no team we know");
    assert_eq!(contradictions("Netherlands 3-2 Argentina (3-4 on pens)"), ["3-2 Argentina (3-4 on pens"]);
    assert_eq!(contradictions("New Zealand held Paraguay 1-0 in Polokwane."), ["held Paraguay 1-0"]);
    for right in [
        "Netherlands 2-2 Argentina (3-4 on pens)",
        "Croatia 2-1 Denmark (2-1 at half-time)",
        "New Zealand held Paraguay 0-0 in Polokwane.",
        "Spain held on to a 2-1 lead in Kyiv.",
    ] {
        assert_eq!(contradictions(right), [""; 0], "{right}");
    }
}
