//! What was reached on the annotated reports, held.
//!
//! `cargo run --release -p byline-report --example measure_checks` prints the same by kind.
#![allow(clippy::expect_used, reason = "a test")]

mod annotated;

use annotated::decidable::{Ground, ground};
use annotated::measure::{Counts, Measured, measure};
use annotated::{Annotated, DEVELOPMENT, HELD_OUT, LATER, read, reports};
use byline_record::ask::Verdict;
use byline_record::builtin;
use byline_record::names::find::Names;
use byline_report::claim::{Kind, Topic};
use byline_report::{Checked, CheckedReport};

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
    precision_confirmed: 0.99,
    precision_contradicted: 0.95,
    settled: 0.76,
    false_alarms_in_ten: 0.5,
    anchors: 19,
    wrong_anchors: 1,
};

const ON_HELD_OUT: Floors = Floors {
    precision_confirmed: 0.985,
    precision_contradicted: 0.0,
    settled: 0.58,
    false_alarms_in_ten: 1.0,
    anchors: 22,
    wrong_anchors: 3,
};

/// Where the grammar was when they were written is in `corpus/README.md`.
const ON_LATER: Floors = Floors {
    precision_confirmed: 0.985,
    precision_contradicted: 0.95,
    settled: 0.59,
    false_alarms_in_ten: 0.3,
    anchors: 28,
    wrong_anchors: 0,
};

/// Of the held-out half nothing is shown but numbers, not even where a test fails.
fn hold(half: &str, floors: &Floors) {
    let record = builtin::record().expect("the built-in record");
    let all = reports(half);
    let measured: Measured = measure(&record, &all);
    assert!(all.len() >= 32, "{half}");
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
fn what_was_reached_on_the_later_reports() {
    hold(LATER, &ON_LATER);
}

#[test]
fn what_was_reached_on_the_held_out_half() {
    hold(HELD_OUT, &ON_HELD_OUT);
}

#[test]
fn the_corpus_is_read_as_its_script_reads_it() {
    let all: Vec<Annotated> = [DEVELOPMENT, HELD_OUT, LATER].into_iter().flat_map(reports).collect();
    let count = |of: fn(&Annotated) -> usize| all.iter().map(of).sum::<usize>();
    assert_eq!(
        [all.len(), count(|one| one.statements.len()), count(|one| one.quotes.len()), count(|one| one.traps.len())],
        [106, 3258, 167, 180],
        "reports, statements, quotes, traps, as corpus/check.py counts them"
    );
    assert!(all.iter().all(|one| one.date().year() >= 1930));
}

/// A statement checked by hand.
fn checked(report: &Annotated, words: &str, kind: Kind, verdict: Verdict, reading: &str) -> Checked {
    let start = report.text.find(words).expect("the words are in the text");
    Checked {
        span: start..start + words.len(),
        kind,
        reading: reading.into(),
        verdict,
        reason: None,
        evidence: Vec::new(),
        scope: None,
        alternatives: Vec::new(),
        quote: None,
        topic: Topic::Other,
        said: None,
    }
}

#[test]
fn what_is_checked_counts_for_what_it_is_about() {
    let text = "date 2022-12-11\nHarry Kane scored from the spot in the 54th minute. France won 3-1 through Olivier Giroud, \
                and Kane was booked. Saka hit a post. The grass was long.\n";
    let rows = "meta\tstyle\tagency\n\
        meta\tanchor\t2022-12-10 England 1-2 France, World Cup quarter-final\n\
        statement\tscored from the spot\tpenalty\ttrue\tHarry Kane scored a penalty\t\t\n\
        statement\tin the 54th minute\tminute\ttrue\t54th minute\t\t\n\
        statement\tFrance won 3-1\tscore\tfalse\tEngland 1-3 France\t\t2-1\n\
        statement\tOlivier Giroud\tscorer\ttrue\tGiroud scored\t\t\n\
        statement\tKane was booked\tcard\tfalse\tKane was booked\t\tnot in the record\n\
        statement\tThe grass was long\tvenue\tundecidable\tlong grass\t\t\n\
        trap\tSaka hit a post\tchance, no goal\n";
    let report = read("001-by-hand", text.into(), rows);
    let statement = |words, kind, verdict, reading| checked(&report, words, kind, verdict, reading);
    let statements = vec![
        // The words of one, the deed of the other: the same sentence, the same name.
        statement("Harry Kane", Kind::Penalty, Verdict::Confirmed, "Harry Kane scored a penalty"),
        statement("the 54th minute", Kind::Minute, Verdict::Contradicted, "54'"),
        statement("France won", Kind::Result, Verdict::Contradicted, "France won 3-1"),
        statement("through Olivier Giroud", Kind::Scorer, Verdict::Rounding, "Olivier Giroud scored"),
        statement("Kane was booked", Kind::Card, Verdict::Confirmed, "Harry Kane, yellow card"),
        statement("Saka hit", Kind::Scorer, Verdict::Confirmed, "Bukayo Saka scored"),
        statement("grass", Kind::Venue, Verdict::NotRead, ""),
        statement("The grass", Kind::Order, Verdict::Confirmed, "something else"),
    ];
    let record = builtin::record().expect("the built-in record");
    let ground = ground(&record, &Names::new(&record), &report);
    assert!(matches!(ground, Ground::One(entry) if entry.date == jiff::civil::date(2022, 12, 10)));
    let mut measured = Measured::default();
    measured.count(&record, ground, &report, &CheckedReport { anchor: None, statements, quotes: Default::default() });
    let total = measured.total();
    let expected = Counts {
        annotated: 6,
        decidable: 5,
        found: 5,
        settled: 5,
        confirmed: 2,
        rounding: 1,
        differs: 0,
        contradicted: 2,
        right_confirmations: 1,
        wrong_confirmations: 2,
        wrong_roundings: 0,
        right_contradictions: 1,
        wrong_contradictions: 1,
        unannotated_confirmations: 1,
    };
    assert_eq!(total, expected);
    assert_eq!((measured.in_traps, measured.anchors), (1, [0, 0, 1, 0]));
}
