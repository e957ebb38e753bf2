//! Checks short texts against the built-in record.

use std::sync::LazyLock;

use byline_record::Record;
use byline_record::ask::Verdict;
use byline_report::Checker;
use byline_report::claim::Kind;
use byline_report::text::{Options, Report};

static RECORD: LazyLock<Record> = LazyLock::new(|| byline_record::builtin::record().unwrap());

/// A statement: its kind, how it stands, its words.
pub(crate) type Told = (Kind, Verdict, String);

/// The statements of a text of a day.
pub(crate) fn checked(date: &str, text: &str) -> Vec<Told> {
    let report = Report::read(format!("date {date}\n{text}\n").as_bytes(), &Options::default()).unwrap();
    let checked = Checker::new(&RECORD).check(&report);
    let told = |statement: &byline_report::Checked| {
        (statement.kind, statement.verdict, report.words(&statement.span).to_owned())
    };
    checked.statements.iter().map(told).collect()
}

/// The words of statements of a kind that stand so.
pub(crate) fn of(told: &[Told], kind: Kind, verdict: Verdict) -> Vec<&str> {
    let wanted = told.iter().filter(|(of, stands, _)| *of == kind && *stands == verdict);
    wanted.map(|(_, _, words)| words.as_str()).collect()
}
