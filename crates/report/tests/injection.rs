//! One fact changed in a true statement must be found: a checker that confirms everything fails here.
//!
//! `cargo run --release -p byline-report --example measure_checks -- inject` prints the same by kind.
#![allow(clippy::unwrap_used, clippy::string_slice, reason = "a test")]

mod annotated;

use annotated::inject::{inject, injections};
use annotated::{DEVELOPMENT, HELD_OUT, LATER, reports};
use byline_record::builtin;
use byline_record::names::find::Names;

/// The least share of errors put into the development half that is contradicted. Raised, never lowered.
const CAUGHT_ON_DEVELOPMENT: f64 = 0.65;
/// The same of the held-out half.
const CAUGHT_ON_HELD_OUT: f64 = 0.38;
/// The same of the later reports.
const CAUGHT_ON_LATER: f64 = 0.42;

fn hold(half: &str, floor: f64) {
    let record = builtin::record().unwrap();
    let injected = inject(&record, &reports(half));
    let total = injected.total();
    assert!(total.injected >= 300, "{half}: {} errors put in", total.injected);
    let share = injected.caught_share();
    assert!(share >= floor, "{half}: {share:.4} of {} caught, at least {floor} was reached before", total.injected);
}

#[test]
fn errors_put_into_the_development_half_are_caught() {
    hold(DEVELOPMENT, CAUGHT_ON_DEVELOPMENT);
}

#[test]
fn errors_put_into_the_later_reports_are_caught() {
    hold(LATER, CAUGHT_ON_LATER);
}

#[test]
fn errors_put_into_the_held_out_half_are_caught() {
    hold(HELD_OUT, CAUGHT_ON_HELD_OUT);
}

#[test]
fn an_injection_changes_one_place_and_the_same_one_every_time() {
    let record = builtin::record().unwrap();
    let names = Names::new(&record);
    for report in reports(DEVELOPMENT) {
        let all = injections(&record, &names, &report);
        let again = injections(&record, &names, &report);
        for (one, other) in all.iter().zip(&again) {
            assert_eq!(one.text, other.text, "{}", report.name);
            let old = &report.text[one.change.span.clone()];
            assert_ne!(old, one.change.with, "{}", report.name);
            assert_eq!(&one.text[one.changed.clone()], one.change.with, "{}", report.name);
            assert_eq!(one.text[..one.changed.start], report.text[..one.change.span.start], "{}", report.name);
            assert_eq!(one.text[one.changed.end..], report.text[one.change.span.end..], "{}", report.name);
        }
    }
}
