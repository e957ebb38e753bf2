//! Places and points in a group.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test"
)]

use std::sync::OnceLock;

use byline_record::ask::Verdict;
use byline_record::{Record, builtin};
use byline_report::Checker;
use byline_report::claim::Kind;
use byline_report::text::{Options, Report};

fn record() -> &'static Record {
    static RECORD: OnceLock<Record> = OnceLock::new();
    RECORD.get_or_init(|| builtin::record().unwrap())
}

/// What was found of a text: kind, words, verdict.
fn found(text: &str) -> Vec<(Kind, String, Verdict)> {
    let report = Report::read(text.as_bytes(), &Options::default()).unwrap();
    let checked = Checker::new(record()).check(&report);
    let statements = checked.statements.iter();
    statements.map(|statement| (statement.kind, report.words(&statement.span).to_owned(), statement.verdict)).collect()
}

/// Every one of these words has a confirmed statement of the kind; the whole text has no contradiction.
fn holds(text: &str, expected: &[(Kind, &str)]) {
    let found = found(text);
    for &(kind, words) in expected {
        let has = found.iter().any(|(of, said, verdict)| {
            *of == kind && said.contains(words) && matches!(verdict, Verdict::Confirmed | Verdict::Rounding)
        });
        assert!(has, "{kind:?} {words:?} is not confirmed: {found:#?}");
    }
    let wrong: Vec<_> = found.iter().filter(|(.., verdict)| *verdict == Verdict::Contradicted).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// With each of these changes the changed words are contradicted.
fn fails(text: &str, changes: &[(&str, &str)]) {
    for (from, to) in changes {
        assert!(text.contains(from), "{from:?} is not in the text");
        let found = found(&text.replacen(from, to, 1));
        let has = found.iter().any(|(.., verdict)| *verdict == Verdict::Contradicted);
        assert!(has, "{from:?} -> {to:?} is not contradicted: {found:#?}");
    }
}

/// With each of these changes nothing is contradicted.
fn is_silent(text: &str, changes: &[(&str, &str)]) {
    for (from, to) in changes {
        assert!(text.contains(from), "{from:?} is not in the text");
        let found = found(&text.replacen(from, to, 1));
        assert!(found.iter().all(|(.., verdict)| *verdict != Verdict::Contradicted), "{from:?} -> {to:?}: {found:#?}");
    }
}

const DEATH: &str = "date 2014-06-25\nCosta Rica ended the first round at the head of Group D on Tuesday after a goalless draw with \
    England in Belo Horizonte.\n\nFinal standings: Costa Rica 7, Uruguay 6, Italy 3, England 1.\n\nEngland propped up the \
    table with a single point.\n";

#[test]
fn a_place_at_the_head_and_a_table_in_one_sentence() {
    holds(
        DEATH,
        &[
            (Kind::Table, "head of Group D"),
            (Kind::Table, "Costa Rica 7, Uruguay 6, Italy 3, England 1"),
            (Kind::Table, "propped up the table"),
            (Kind::Table, "a single point"),
        ],
    );
    fails(DEATH, &[("Italy 3", "Italy 4")]);
    is_silent(DEATH, &[("ended the first round", "could have ended the first round")]);
}

const ICELAND: &str = "date 2016-06-28\nIceland beat England 2-1 in Nice on Monday to reach the quarter-finals.\n\nIceland came \
    through Group F in second place, unbeaten with five points, two ahead of Portugal.\n";

#[test]
fn a_place_after_the_group_and_a_gap() {
    holds(
        ICELAND,
        &[(Kind::Table, "in second place"), (Kind::Table, "five points"), (Kind::Table, "two ahead of Portugal")],
    );
    fails(ICELAND, &[("in second place", "in third place"), ("five points", "seven points")]);
}

/// Points of several tournaments are of no group.
#[test]
fn points_of_more_than_a_group_are_left_alone() {
    holds(
        "date 2004-07-05\nGreece beat Portugal 1-0 in Lisbon on Sunday to win Euro 2004, Angelos Charisteas scoring in the \
         57th minute.\n\nIn six games they had taken a single point, and at USA 94 they lost all three matches.\n",
        &[],
    );
}
