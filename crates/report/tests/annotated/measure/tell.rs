//! Statements in words, for the lists.

use std::fmt::Write as _;

use byline_report::Span;
use byline_report::claim::Kind;

use crate::annotated::align::Found;
use crate::annotated::{Annotated, Statement};

/// An annotated statement on one line.
pub(super) fn stated(report: &Annotated, statement: &Statement) -> String {
    let kind = statement.kind.map_or("history", Kind::key);
    let note = if statement.note.is_empty() { String::new() } else { format!(" [{}]", statement.note) };
    format!("{:?} {kind} {:?}: {}{note}", report.words(&statement.span), statement.truth, statement.reading)
}

/// A checked statement with the text around it, its reading, verdict and evidence.
pub(super) fn told(report: &Annotated, found: &Found<'_>) -> String {
    let checked = found.checked;
    let mut text = format!(
        "{:?} {} -> {}: {}",
        report.words(&found.span),
        checked.kind.key(),
        checked.verdict.key(),
        checked.reading
    );
    if let Some(reason) = &checked.reason {
        let _ = write!(text, "\n        because: {reason}");
    }
    for row in checked.evidence.iter().take(3) {
        let _ = write!(text, "\n        row: {}", row.text);
    }
    let _ = write!(text, "\n        in: {}", report.words(&line_of(&report.text, &found.span)).trim());
    text
}

/// The line of a text that has a place in it.
fn line_of(text: &str, span: &Span) -> Span {
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[span.end..].find('\n').map_or(text.len(), |at| span.end + at);
    start..end
}
