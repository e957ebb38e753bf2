//! The order of the kicks of a shoot-out and how many went in.

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

const DOHA: &str = "date 2022-12-07\nMorocco beat Spain 3-0 in a penalty shootout on Tuesday to reach the World Cup \
    quarter-finals.\n\nAchraf Hakimi converted the decisive kick after Yassine Bounou had kept out Sergio Busquets. Carlos \
    Soler's weak effort was also stopped. Spain failed to convert any of their three penalties.\n";

#[test]
fn kicks_are_told_where_the_shoot_out_is_not_named_again() {
    holds(
        DOHA,
        &[
            (Kind::ShootOut, "Achraf Hakimi converted the decisive kick"),
            (Kind::ShootOut, "kept out Sergio Busquets"),
            (Kind::ShootOut, "Carlos Soler's weak effort was also stopped"),
            (Kind::ShootOut, "any of their three penalties"),
        ],
    );
    fails(DOHA, &[("any of their three", "any of their four"), ("3-0 in a", "3-1 in a")]);
    // A save that failed is none.
    is_silent(DOHA, &[("had kept out Sergio Busquets", "had failed to keep out Hakim Ziyech")]);
}

const LISBON: &str = "date 2004-06-25\nPortugal knocked England out of Euro 2004, winning 6-5 on penalties in Lisbon after a 2-2 \
    draw. The shoot-out went to sudden death.\n\nIt was 5-5 when Darius Vassell stepped up. John Terry, Owen Hargreaves \
    and Ashley Cole all scored from the spot.\n";

#[test]
fn the_score_between_the_kicks_and_sudden_death() {
    holds(
        LISBON,
        &[
            (Kind::ShootOut, "to sudden death"),
            (Kind::ShootOut, "5-5"),
            (Kind::ShootOut, "John Terry, Owen Hargreaves and Ashley Cole all scored"),
        ],
    );
    fails(LISBON, &[("It was 5-5", "It was 4-4")]);
}

const NAPLES: &str = "date 1990-07-04\nArgentina beat Italy 4-3 in a shoot-out in Naples last night to reach the World Cup \
    final.\n\nThe first six kicks had all been scored: Franco Baresi, Roberto Baggio and Luigi De Agostini for Italy, Jose \
    Serrizuela, Jorge Burruchaga and Julio Olarticoechea for the champions.\n";

#[test]
fn a_list_of_takers_after_a_colon() {
    holds(NAPLES, &[(Kind::ShootOut, "first six kicks"), (Kind::ShootOut, "Franco Baresi, Roberto Baggio")]);
    fails(NAPLES, &[("first six kicks", "first eight kicks")]);
}
