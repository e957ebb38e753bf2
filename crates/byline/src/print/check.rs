//! A checked report as text.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use byline_record::ask::{Verdict, describe_scope};
use byline_record::sheet::Sheet;
use byline_record::{Record, Sources, View};
use byline_report::Checked;
use byline_report::claim::Kind;
use byline_report::quote::Quote;

use super::verdict::{ORDER, colour, is_settled, words};
use super::{clip, line, long_date, percent, sheet};
use crate::commands::check::Total;
use crate::reports::Checkup;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const WARNING: Style = Style::new().bold().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Yellow)));
/// Letters of a statement and of a quote that are shown.
const STATEMENT: usize = 100;
const QUOTE: usize = 160;

/// The heading of one of several reports.
pub(crate) fn file_heading(checkup: &Checkup, is_first: bool) -> String {
    format!("{}{BOLD}== {} =={BOLD:#}\n", if is_first { "" } else { "\n" }, checkup.origin)
}

/// The report, ready to print; with `all`, also what the record could not tell.
pub(crate) fn text(checkup: &Checkup, record: &Record, all: bool) -> String {
    let view = checkup.view(record);
    let mut out = String::new();
    headline(&mut out, checkup, &view);
    let shown = |verdict| all || is_settled(verdict);
    let cited = Cited::of(checkup, record, &shown);
    for verdict in ORDER.into_iter().filter(|&verdict| shown(verdict)) {
        group(&mut out, checkup, &view, &cited, verdict);
    }
    let folded: Vec<String> = checkup
        .counts(ORDER)
        .into_iter()
        .filter(|&(verdict, count)| count > 0 && !shown(verdict))
        .map(|(verdict, count)| format!("{count} {}", words(verdict)))
        .collect();
    if !folded.is_empty() {
        line!(out);
        line!(out, "{DIM}{} (--all lists them){DIM:#}", folded.join(", "));
    }
    quotes(&mut out, checkup, if all { usize::MAX } else { QUOTE });
    cited.list(&mut out);
    out
}

/// What the report is about, and how many statements have each verdict.
fn headline(out: &mut String, checkup: &Checkup, view: &View<'_>) {
    match (checkup.about(view), &checkup.checked.anchor) {
        (Some(about), Some(anchor)) => {
            line!(out, "{BOLD}{}{BOLD:#}", sheet::result(&about));
            line!(out, "{}, {}", occasion(&about), long_date(about.date));
            line!(out, "{DIM}about this match, {}{DIM:#}", sureness(anchor.confidence, &anchor.clues));
        }
        _ => line!(out, "{WARNING}no match could be told that this is about{WARNING:#}"),
    }
    if let Some(report) = provenance(checkup) {
        line!(out, "{DIM}{report}{DIM:#}");
    }
    line!(out);
    line!(out, "{}", counts(checkup, true));
}

/// Competition, edition and stage.
pub(crate) fn occasion(about: &Sheet) -> String {
    let stage = about.stage.as_ref().map(|stage| format!(", {stage}")).unwrap_or_default();
    format!("{} {}{stage}", about.competition, about.edition)
}

/// How sure it is which match is meant, and what tells.
pub(crate) fn sureness(confidence: f64, clues: &[String]) -> String {
    format!("{} sure: {}", percent(confidence), clues.join(", "))
}

/// Who published the report, and when; `None` where neither is known.
pub(crate) fn provenance(checkup: &Checkup) -> Option<String> {
    let report = &checkup.report;
    let day = report.published.as_ref().map(|published| long_date(published.date));
    let outlet = report.outlet.as_deref().map(|outlet| clip(outlet, STATEMENT));
    match (outlet, day) {
        (Some(outlet), Some(day)) => Some(format!("{outlet}, {day}")),
        (None, Some(day)) => Some(format!("report of {day}")),
        (outlet, None) => outlet,
    }
}

/// How many statements have each verdict: `2 contradicted, 9 confirmed`.
fn counts(checkup: &Checkup, styled: bool) -> String {
    let counted: Vec<String> = checkup
        .counts(ORDER)
        .into_iter()
        .filter(|&(_, count)| count > 0)
        .map(|(verdict, count)| {
            let style = if styled { colour(verdict) } else { Style::new() };
            format!("{style}{count} {}{style:#}", words(verdict))
        })
        .collect();
    if counted.is_empty() { "no statements".to_owned() } else { counted.join(", ") }
}

/// The statements of one verdict.
fn group(out: &mut String, checkup: &Checkup, view: &View<'_>, cited: &Cited<'_>, verdict: Verdict) {
    let style = colour(verdict);
    let mut statements = checkup.checked.statements.iter().filter(|one| one.verdict == verdict).peekable();
    if statements.peek().is_some() {
        line!(out);
        line!(out, "{style}{}{style:#}", super::capitalised(words(verdict)));
    }
    for statement in statements {
        line!(out, "  {style}“{}”{style:#}", clip(checkup.report.words(&statement.span), STATEMENT));
        details(out, checkup, view, cited, statement);
    }
}

/// How a statement was read, and what tells.
fn details(out: &mut String, checkup: &Checkup, view: &View<'_>, cited: &Cited<'_>, statement: &Checked) {
    let mut row = |label: &str, value: &str| line!(out, "    {DIM}{label:<9}{DIM:#}{value}");
    if let Some(speaker) = checkup.speaker(statement.quote) {
        row("said by", &clip(speaker, STATEMENT));
    }
    if !statement.reading.is_empty() {
        row("read as", &statement.reading);
    }
    if let Some(reason) = &statement.reason {
        row("because", reason);
    }
    for alternative in &statement.alternatives {
        row("or", &format!("{}: {} ({})", alternative.reading, alternative.answer, words(alternative.verdict)));
    }
    for (index, evidence) in statement.evidence.iter().enumerate() {
        let label = if index == 0 { "evidence" } else { "" };
        row(label, &format!("{}{DIM}{}{DIM:#}", evidence.text, cited.numbers(evidence.sources)));
    }
    if let Some(scope) = &statement.scope {
        row("counted", &describe_scope(scope, view));
    }
}

/// Who is quoted, where, with what words.
fn quotes(out: &mut String, checkup: &Checkup, most: usize) {
    let quotes = &checkup.checked.quotes.quotes;
    if quotes.is_empty() {
        return;
    }
    line!(out);
    line!(out, "{BOLD}Quotes{BOLD:#}");
    let mut last = None;
    for quote in quotes {
        let speech = (quote.utterance, quote.channel.as_ref().map(|channel| &channel.words));
        if last != Some(speech) {
            line!(out, "  {}", attribution(quote));
        }
        last = Some(speech);
        line!(out, "    “{}”", clip(checkup.report.words(&quote.span), most));
    }
}

/// Who said it, by which verb, and where: `David Beckham posted · social media`.
pub(crate) fn attribution(quote: &Quote) -> String {
    let speaker = quote.speaker.as_ref().map(|speaker| speaker.name.as_deref().unwrap_or(&speaker.at.words));
    let cue = quote.cue.as_ref().map(|cue| format!(" {}", cue.words)).unwrap_or_default();
    let channel = quote.channel.as_ref().map(|channel| format!(" · {}", channel.words)).unwrap_or_default();
    clip(&format!("{}{cue}{channel}", speaker.unwrap_or("speaker not known")), STATEMENT)
}

/// What kind of statement it is, in words: `first since`.
pub(crate) fn kind(kind: Kind) -> String {
    kind.key().replace('-', " ")
}

/// The report of a stream in a line.
pub(crate) fn line(checkup: &Checkup, record: &Record) -> String {
    let about = checkup.about(&checkup.view(record));
    let about =
        about.map_or_else(|| "no match told".to_owned(), |about| format!("{}, {}", sheet::result(&about), about.date));
    format!("{BOLD}{}{BOLD:#}  {about}: {}\n", clip(&checkup.origin.name(), STATEMENT), counts(checkup, true))
}

/// What a stream came to.
pub(crate) fn total(total: &Total) -> String {
    let mut out = String::new();
    let bad = if total.bad == 0 { String::new() } else { format!(", {} could not be read", total.bad) };
    line!(out, "{BOLD}{} reports{BOLD:#}, {} with their match told{bad}", total.reports, total.anchored);
    for (verdict, count) in ORDER.into_iter().zip(total.statements).filter(|&(_, count)| count > 0) {
        let style = colour(verdict);
        line!(out, "{count:>8} {style}{}{style:#}", words(verdict));
    }
    out
}

/// The sources of a report, by number.
pub(crate) struct Cited<'r> {
    record: &'r Record,
    sources: Sources,
}

impl<'r> Cited<'r> {
    /// Who says anything of the statements with verdicts that are `shown`.
    pub(crate) fn of(checkup: &Checkup, record: &'r Record, shown: &dyn Fn(Verdict) -> bool) -> Self {
        let statements = checkup.checked.statements.iter().filter(|one| shown(one.verdict));
        let evidence = statements.flat_map(|statement| &statement.evidence);
        Self { record, sources: evidence.fold(Sources::NONE, |all, evidence| all.and(evidence.sources)) }
    }

    /// Those of a set.
    pub(crate) const fn by(record: &'r Record, sources: Sources) -> Self {
        Self { record, sources }
    }

    /// The numbers of some of them: ` [1, 3]`; nothing for none.
    pub(crate) fn numbers(&self, sources: Sources) -> String {
        let numbers: Vec<String> = self
            .names()
            .filter(|(_, name)| self.record.sources_in(sources).any(|source| &*source.name == *name))
            .map(|(number, _)| number.to_string())
            .collect();
        if numbers.is_empty() { String::new() } else { format!(" [{}]", numbers.join(", ")) }
    }

    /// All of them, numbered from 1.
    pub(crate) fn names(&self) -> impl Iterator<Item = (usize, &'r str)> {
        self.record.sources_in(self.sources).enumerate().map(|(place, source)| (place + 1, &*source.name))
    }

    fn list(&self, out: &mut String) {
        let names: Vec<String> = self.names().map(|(number, name)| format!("[{number}] {name}")).collect();
        if !names.is_empty() {
            line!(out);
            line!(out, "{DIM}Sources: {}{DIM:#}", names.join("; "));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::built_in;
    use crate::reports::made;

    /// The text without its styles.
    fn plain(text: &str) -> String {
        anstream::adapter::strip_str(text).to_string()
    }

    #[test]
    fn what_needs_attention_comes_first_and_what_is_not_known_is_folded() {
        let record = built_in().unwrap();
        let shown = plain(&text(&made::checkup(&record), &record, false));
        let headings = ["Contradicted", "The record counts otherwise", "Right but for rounding", "Confirmed", "Quotes"];
        let places: Vec<Option<usize>> =
            headings.iter().map(|heading| shown.lines().position(|line| line == *heading)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{shown}");
        assert!(shown.starts_with("England 1-2 France\nWorld Cup 2022, quarter-final, Saturday 10 December 2022\n"));
        assert!(shown.contains("1 not in the record, 1 not read (--all lists them)"));
        assert!(!shown.contains("our words for dog"));
        let all = plain(&text(&made::checkup(&record), &record, true));
        assert!(all.contains("our words for dog") && all.contains("Not read\n  “a fine evening”\n"), "{all}");
    }

    #[test]
    fn a_statement_is_shown_with_all_that_tells() {
        let record = built_in().unwrap();
        let shown = plain(&text(&made::checkup(&record), &record, false));
        let block = "  “missed in the 80th minute”\n    \
                     said by  Harry Kane\n    \
                     read as  our words for missed in the 80th minute\n    \
                     because  the record has it at 84'\n    \
                     evidence a row [1";
        assert!(shown.contains(block), "{shown}");
        assert!(shown.contains("    or       with friendlies: 50 (confirmed)\n"));
        assert!(shown.contains("    counted  men's matches"));
        assert!(shown.contains("  Harry Kane said\n    “I missed in the 80th minute,”\n"));
    }

    #[test]
    fn words_of_others_do_not_steer_the_terminal() {
        assert_eq!(clip("one\ttwo\u{1b}[2J three", 100), "one two [2J three");
        assert_eq!(clip("one two three", 7), "one two …");
        assert_eq!(clip("", 7), "");
    }
}
