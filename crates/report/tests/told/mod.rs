//! What is found of short texts, and what becomes of it with one fact changed.
#![allow(clippy::unwrap_used, clippy::panic, dead_code, reason = "each test takes what it needs")]

use std::sync::LazyLock;

use byline_record::ask::Verdict;
use byline_record::{Record, builtin};
use byline_report::Checker;
use byline_report::claim::Kind;
use byline_report::quote::Quote;
use byline_report::text::{Options, Report};

static RECORD: LazyLock<Record> = LazyLock::new(|| builtin::record().unwrap());
pub(crate) static CHECKER: LazyLock<Checker<'static>> = LazyLock::new(|| Checker::new(&RECORD));

/// A statement found: its kind, its words, how it stands.
pub(crate) type Found = (Kind, String, Verdict);

/// What is found of a text.
pub(crate) fn found(text: &str) -> Vec<Found> {
    let report = Report::read(text.as_bytes(), &Options::default()).unwrap();
    let checked = CHECKER.check(&report);
    let statements = checked.statements.iter();
    statements.map(|statement| (statement.kind, report.words(&statement.span).to_owned(), statement.verdict)).collect()
}

/// The words of a text's statements with what they are taken to say.
pub(crate) fn readings(text: &str) -> Vec<(String, String)> {
    let report = Report::read(text.as_bytes(), &Options::default()).unwrap();
    let checked = CHECKER.check(&report);
    let statements = checked.statements.iter();
    statements.map(|statement| (report.words(&statement.span).to_owned(), statement.reading.clone())).collect()
}

/// The quotes of a text in order: their words, and whose they are, by name or else as the text calls them.
pub(crate) fn said(text: &str) -> Vec<(String, String)> {
    let report = Report::read(text.as_bytes(), &Options::default()).unwrap();
    let quotes = CHECKER.check(&report).quotes.quotes;
    let who = |quote: &Quote| {
        let who = quote.speaker.as_ref();
        who.map_or_else(String::new, |who| who.name.clone().unwrap_or_else(|| who.at.words.clone()))
    };
    quotes.iter().map(|quote| (report.words(&quote.span).to_owned(), who(quote))).collect()
}

/// Whose the quotes of a text are, in order.
pub(crate) fn speakers(text: &str) -> Vec<String> {
    said(text).into_iter().map(|(_, who)| who).collect()
}

/// A story, the text after it, and who is to have said the quotes in that, in order.
pub(crate) type Spoken<'a> = (&'a str, &'a str, &'a [&'a str]);

/// Everybody is found to have said what he is to have said.
#[track_caller]
pub(crate) fn spoken(told: &[Spoken<'_>]) {
    let mut wrong = Vec::new();
    for (story, text, expected) in told {
        let found = speakers(&format!("{story}{text}"));
        if found != *expected {
            wrong.push(format!("{text}\n  wanted {expected:?}\n  found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), told.len(), wrong.join("\n"));
}

/// What is contradicted of a text.
pub(crate) fn contradicted(text: &str) -> Vec<Found> {
    found(text).into_iter().filter(|(.., verdict)| *verdict == Verdict::Contradicted).collect()
}

/// Every one of these words has a confirmed statement of the kind; the whole text has no contradiction.
pub(crate) fn holds(text: &str, expected: &[(Kind, &str)]) {
    let found = found(text);
    for &(kind, words) in expected {
        let has = found.iter().any(|(of, said, verdict)| {
            *of == kind && said.contains(words) && matches!(verdict, Verdict::Confirmed | Verdict::Rounding)
        });
        assert!(has, "{kind:?} {words:?} is not confirmed: {found:#?}");
    }
    assert_eq!(contradicted(text), []);
}

/// The text with one change; what is changed stands in it once.
fn changed(text: &str, (from, to): (&str, &str)) -> String {
    assert_eq!(text.matches(from).count(), 1, "{from:?} stands once in the text");
    text.replace(from, to)
}

/// With each of these changes something is contradicted.
pub(crate) fn fails(text: &str, changes: &[(&str, &str)]) {
    for change in changes {
        let text = changed(text, *change);
        assert!(!contradicted(&text).is_empty(), "{change:?} is not contradicted: {:#?}", found(&text));
    }
}

/// With a change, these words are contradicted.
pub(crate) fn fails_at(text: &str, from: &str, to: &str, words: &str) {
    let text = changed(text, (from, to));
    let has = contradicted(&text).iter().any(|(_, said, _)| said.contains(words));
    assert!(has, "{from:?} -> {to:?}: {words:?} is not contradicted: {:#?}", found(&text));
}

/// With each of these changes nothing is contradicted.
pub(crate) fn is_silent(text: &str, changes: &[(&str, &str)]) {
    for change in changes {
        assert_eq!(contradicted(&changed(text, *change)), [], "{change:?}");
    }
}

/// A sentence behind its head, the kind and words found right in it, and a fact changed.
pub(crate) type Case<'a> = (&'a str, &'a str, Kind, &'a str, (&'a str, &'a str));

/// Each sentence is found right by its kind and words; with the fact changed something is contradicted.
#[track_caller]
pub(crate) fn both_ways(cases: &[Case<'_>]) {
    for (head, words, kind, confirmed, (right, wrong)) in cases {
        let text = format!("{head}\n\n{words}\n");
        holds(&text, &[(*kind, confirmed)]);
        let altered = words.replacen(right, wrong, 1);
        assert_ne!(&altered, words);
        let text = format!("{head}\n\n{altered}\n");
        assert!(!contradicted(&text).is_empty(), "{altered:?} is not contradicted: {:#?}", found(&text));
    }
}
