//! Checks a report against the record.

use byline_record::Record;
use byline_record::names::find::Names;

use crate::checked::CheckedReport;
use crate::quote;
use crate::text::Report;

/// Checks reports against one record. Names are prepared once; one checker serves any number of reports.
#[derive(Debug)]
pub struct Checker<'r> {
    names: Names<'r>,
}

impl<'r> Checker<'r> {
    /// A checker of reports against `record`.
    #[must_use]
    pub const fn new(record: &'r Record) -> Self {
        Self { names: Names::new(record) }
    }

    /// The record reports are checked against.
    #[must_use]
    pub const fn record(&self) -> &'r Record {
        self.names.record()
    }

    /// Every checkable statement of a report with its verdict, as the record stood on the day of the report.
    #[must_use]
    pub fn check(&self, report: &Report) -> CheckedReport {
        CheckedReport { anchor: None, statements: Vec::new(), quotes: quote::find(report) }
    }
}
