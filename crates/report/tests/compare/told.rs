//! Accounts with statements put in by hand.

use std::sync::LazyLock;

use byline_record::ask::Verdict;
use byline_record::ask::statement::Minutes;
use byline_record::{Match, Record, builtin};
use byline_report::claim::{Kind, SaidMinutes, Topic};
use byline_report::compare::{Account, Comparison, Row, Section, compare};
use byline_report::quote;
use byline_report::text::{Options, Report};
use byline_report::{Anchor, Checked, CheckedReport, Checker};

pub(crate) static RECORD: LazyLock<Record> = LazyLock::new(|| builtin::record().unwrap());

/// The one match of two teams on a day.
pub(crate) fn met(home: &str, away: &str, day: &str) -> &'static Match {
    let name = |team| &*RECORD.team(team).name;
    let is = |entry: &&Match| entry.date.to_string() == day && name(entry.home) == home && name(entry.away) == away;
    RECORD.latest().matches().find(is).unwrap()
}

/// A report and what was found in it.
pub(crate) struct Told {
    pub(crate) report: Report,
    pub(crate) checked: CheckedReport,
}

impl Told {
    /// With quotes, and nothing checked.
    pub(crate) fn plain(text: &str) -> Self {
        let report = Report::read(text.as_bytes(), &Options::default()).unwrap();
        let checked = CheckedReport { anchor: None, statements: Vec::new(), quotes: quote::find(&report) };
        Self { report, checked }
    }

    /// As the checker reads it.
    pub(crate) fn checked(text: &str) -> Self {
        let report = Report::read(text.as_bytes(), &Options::default()).unwrap();
        let checked = Checker::new(&RECORD).check(&report);
        Self { report, checked }
    }

    pub(crate) fn about(mut self, entry: &Match, confidence: f64) -> Self {
        self.checked.anchor = Some(Anchor { in_match: entry.id, confidence, clues: Vec::new(), to_come: false });
        self
    }

    /// A statement at the first place of some words.
    pub(crate) fn states(mut self, words: &str, kind: Kind, topic: Topic, reading: &str, verdict: Verdict) -> Self {
        let start = self.report.text().find(words).unwrap();
        self.checked.statements.push(Checked {
            span: start..start + words.len(),
            kind,
            reading: reading.to_owned(),
            verdict,
            reason: None,
            evidence: Vec::new(),
            scope: None,
            alternatives: Vec::new(),
            quote: None,
            topic,
            said: None,
        });
        self
    }

    /// A minute, at the first place of some words.
    pub(crate) fn at(self, words: &str, topic: Topic, from: &str, to: &str, of_award: bool) -> Self {
        let mut told = self.states(words, Kind::Minute, topic, &format!("{from} to {to}"), Verdict::Confirmed);
        let minutes = Minutes { from: from.parse().unwrap(), to: to.parse().unwrap(), tolerant: true };
        told.checked.statements.last_mut().unwrap().said = Some(SaidMinutes { minutes, of_award });
        told
    }
}

pub(crate) fn side_by_side(told: &[Told]) -> Comparison {
    let accounts: Vec<Account<'_>> = told
        .iter()
        .enumerate()
        .map(|(at, told)| Account { name: format!("account {at}"), report: &told.report, checked: &told.checked })
        .collect();
    compare(&RECORD.latest(), &accounts)
}

pub(crate) fn labels(comparison: &Comparison, section: Section) -> Vec<&str> {
    comparison.rows.iter().filter(|row| row.section == section).map(|row| row.label.as_str()).collect()
}

pub(crate) fn row<'c>(comparison: &'c Comparison, label: &str) -> &'c Row {
    comparison.rows.iter().find(|row| row.label == label).unwrap_or_else(|| panic!("no row {label}: {comparison:#?}"))
}
