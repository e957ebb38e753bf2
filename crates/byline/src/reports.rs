//! Reports from files, read and checked.

use std::fmt;
use std::io::Read as _;
use std::path::Path;

use byline_record::ask::Verdict;
use byline_record::sheet::{Sheet, sheet};
use byline_record::{Record, View};
use byline_report::text::{LARGEST_REPORT, Options, Published, ReadError, Report};
use byline_report::{CheckedReport, Checker};
use jiff::civil::Date;
use serde_json::Value as Json;

use crate::failure::Failure;
use crate::print::verdict::is_settled;

/// Where a report is from.
#[derive(Debug, Clone, Default)]
pub(crate) struct Origin {
    /// Its file, as typed; `-` for standard input.
    pub(crate) file: String,
    /// Its line, from 1, in a file of JSON lines.
    pub(crate) line: Option<u64>,
    /// Its own name there.
    pub(crate) id: Option<Json>,
}

/// A report before it is read.
#[derive(Debug)]
pub(crate) struct Input {
    /// Where it is from.
    pub(crate) origin: Origin,
    /// What it consists of.
    pub(crate) bytes: Vec<u8>,
    /// What its reader is told.
    pub(crate) options: Options,
}

/// A report that was read and checked: what faces present.
#[derive(Debug)]
pub(crate) struct Checkup {
    /// Where it is from.
    pub(crate) origin: Origin,
    /// It as read.
    pub(crate) report: Report,
    /// How it stands.
    pub(crate) checked: CheckedReport,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        self.line.map_or(Ok(()), |line| write!(f, ":{line}"))
    }
}

impl Origin {
    /// A file of its own.
    pub(crate) fn file(path: &Path) -> Self {
        Self { file: path.display().to_string(), ..Self::default() }
    }

    /// What the report is called: its own name where it has one.
    pub(crate) fn name(&self) -> String {
        match &self.id {
            Some(Json::String(id)) => id.clone(),
            Some(id) => id.to_string(),
            None => self.to_string(),
        }
    }
}

impl Input {
    /// The report of a file.
    pub(crate) fn file(path: &Path, options: Options) -> Result<Self, Failure> {
        let mut bytes = Vec::new();
        // One byte more than is read, so that a larger file is seen to be one.
        let most = LARGEST_REPORT as u64 + 1;
        std::fs::File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes)).map_err(|error| {
            Failure::bad_input(format!("{}: cannot be read: {error}", path.display()))
                .hint("name a report (plain text, Markdown or a saved HTML page), a folder of them, or a file of JSON lines")
        })?;
        Ok(Self { origin: Origin::file(path), bytes, options })
    }

    /// Reads and checks it. With `as_of`, nothing later than that day is used.
    pub(crate) fn check(self, checker: &Checker<'_>, as_of: Option<Date>) -> Result<Checkup, Failure> {
        let Self { origin, bytes, options } = self;
        let mut report = Report::read(&bytes, &options).map_err(|error| too_large(&origin, error))?;
        if let Some(day) = as_of
            && report.published.as_ref().is_none_or(|published| published.date > day)
        {
            report.published = Some(Published { date: day, moment: None });
        }
        let checked = checker.check(&report);
        Ok(Checkup { origin, report, checked })
    }
}

fn too_large(origin: &Origin, error: ReadError) -> Failure {
    Failure::bad_input(match error {
        // Of a larger file no more than this is read: its size is not known.
        ReadError::TooLarge(_) => format!("{origin}: larger than {} MiB, the most that is read", LARGEST_REPORT >> 20),
    })
    .hint("give reports one by one, or as JSON lines")
}

impl Checkup {
    /// The record as the report could know it.
    pub(crate) fn view<'r>(&self, record: &'r Record) -> View<'r> {
        record.as_of(self.report.published.as_ref().map_or(Date::MAX, |published| published.date))
    }

    /// The match it is about, as far as it was known on the day of the report.
    pub(crate) fn about(&self, view: &View<'_>) -> Option<Sheet> {
        sheet(view, self.checked.anchor.as_ref()?.in_match)
    }

    /// Whether there is anything to tell: a match it is about, or a statement the record knows of.
    pub(crate) fn is_answered(&self) -> bool {
        self.checked.anchor.is_some() || self.checked.statements.iter().any(|one| is_settled(one.verdict))
    }

    /// Who says a statement that stands in a quote, by the fullest name there is.
    pub(crate) fn speaker(&self, quote: Option<usize>) -> Option<&str> {
        let quote = self.checked.quotes.quotes.get(quote?)?;
        quote.speaker.as_ref().map(|speaker| speaker.name.as_deref().unwrap_or(&speaker.at.words))
    }

    /// How many statements have each verdict, in the order given.
    pub(crate) fn counts<const N: usize>(&self, order: [Verdict; N]) -> [(Verdict, usize); N] {
        order.map(|verdict| (verdict, self.checked.count(verdict)))
    }
}
