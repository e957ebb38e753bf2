//! An answer as text.

use std::fmt::Write as _;

use super::line;
use super::verdict::{colour, words};
use anstyle::Style;
use byline_record::ask::answer::Caveat;
use byline_record::ask::{Asked, describe_scope};
use byline_record::{Sources, View};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// The answer, ready to print.
pub(crate) fn text(asked: &Asked, view: &View<'_>) -> String {
    let answer = &asked.answer;
    let record = view.record();
    let mut out = String::new();
    if !answer.answer.is_empty() {
        line!(out, "{BOLD}{}{BOLD:#}", answer.answer);
    }
    let style = colour(answer.verdict);
    line!(out, "{style}{}{style:#}", words(answer.verdict));
    let mut row = |label: &str, value: &str| line!(out, "{DIM}{label:<9}{DIM:#}{value}");
    if let Some(reason) = &answer.reason {
        row("because", reason);
    }
    if !answer.reading.is_empty() {
        row("read as", &answer.reading);
    }
    for caveat in &answer.caveats {
        match caveat {
            Caveat::Incomplete(table) => row("beware", &format!("the record is not complete here: {table}")),
            Caveat::Conflicting(what) => row("beware", &format!("sources differ: {what}")),
            Caveat::ReadAs(how) => row("beware", how),
            Caveat::Note(note) => row("note", note),
        }
    }
    for alternative in &answer.alternatives {
        row("or", &format!("{}: {} ({})", alternative.reading, alternative.answer, words(alternative.verdict)));
    }
    for (index, evidence) in answer.evidence.iter().enumerate() {
        row(if index == 0 { "evidence" } else { "" }, &evidence.text);
    }
    if answer.statement.is_some() {
        row("counted", &describe_scope(&answer.scope, view));
    }
    let sources = answer.evidence.iter().fold(Sources::NONE, |all, evidence| all.and(evidence.sources));
    let names: Vec<&str> = record.sources_in(sources).map(|source| &*source.name).collect();
    if !names.is_empty() {
        row("sources", &names.join("; "));
    }
    out
}
