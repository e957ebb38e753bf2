//! What was reached on the annotated reports, held.
//!
//! `cargo run --release -p byline-report --example measure_checks` prints the same by kind.
#![allow(clippy::expect_used, reason = "a test")]

mod annotated;

use annotated::measure::{Measured, measure};
use annotated::{Annotated, DEVELOPMENT, HELD_OUT, reports};
use byline_record::builtin;

/// What a half must reach. Raised as the checker improves, never lowered.
struct Floors {
    /// Of what is confirmed and annotated, the share that is true.
    precision_confirmed: f64,
    /// Of what is contradicted, the share that is false.
    precision_contradicted: f64,
    /// Of what the record can settle, the share that is settled.
    settled: f64,
    /// At most so many wrong contradictions in ten reports.
    false_alarms_in_ten: f64,
    /// At least so many reports with their match found.
    anchors: usize,
    /// At most so many held to be about another match.
    wrong_anchors: usize,
}

const ON_DEVELOPMENT: Floors = Floors {
    precision_confirmed: 0.0,
    precision_contradicted: 0.0,
    settled: 0.0,
    false_alarms_in_ten: 10.0,
    anchors: 0,
    wrong_anchors: 5,
};

const ON_HELD_OUT: Floors = Floors {
    precision_confirmed: 0.0,
    precision_contradicted: 0.0,
    settled: 0.0,
    false_alarms_in_ten: 10.0,
    anchors: 0,
    wrong_anchors: 5,
};

/// Of the held-out half nothing is shown but numbers, not even where a test fails.
fn hold(half: &str, floors: &Floors) {
    let record = builtin::record().expect("the built-in record");
    let all = reports(half);
    let measured: Measured = measure(&record, &all);
    assert_eq!(all.len(), 32, "{half}");
    let least = |what: &str, reached: Option<f64>, floor: f64| {
        let reached = reached.unwrap_or(1.0);
        assert!(reached >= floor, "{half}: {what} {reached:.4}, at least {floor} was reached before");
    };
    least("precision of confirmed", measured.precision_confirmed(), floors.precision_confirmed);
    least("precision of contradicted", measured.precision_contradicted(), floors.precision_contradicted);
    least("settled of decidable", measured.settled_share(), floors.settled);
    assert!(measured.anchors[0] >= floors.anchors, "{half}: {} matches found", measured.anchors[0]);
    let wrong = measured.anchors[1];
    assert!(wrong <= floors.wrong_anchors, "{half}: {wrong} reports held to be about another match");
    assert_eq!(measured.outside_contradicted, 0, "{half}: contradictions where the record has no say");
    let alarms = measured.false_alarms_in_ten();
    assert!(alarms <= floors.false_alarms_in_ten, "{half}: {alarms:.2} false alarms in ten reports");
}

#[test]
fn what_was_reached_on_the_development_half() {
    hold(DEVELOPMENT, &ON_DEVELOPMENT);
}

#[test]
fn what_was_reached_on_the_held_out_half() {
    hold(HELD_OUT, &ON_HELD_OUT);
}

#[test]
fn the_corpus_is_read_as_its_script_reads_it() {
    let both: Vec<Annotated> = [DEVELOPMENT, HELD_OUT].into_iter().flat_map(reports).collect();
    let count = |of: fn(&Annotated) -> usize| both.iter().map(of).sum::<usize>();
    assert_eq!(
        [both.len(), count(|one| one.statements.len()), count(|one| one.quotes.len()), count(|one| one.traps.len())],
        [64, 1648, 100, 122],
        "reports, statements, quotes, traps, as corpus/check.py counts them"
    );
    assert!(both.iter().all(|one| one.date().year() >= 1930));
}
