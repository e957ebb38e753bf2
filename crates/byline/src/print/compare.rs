//! Accounts side by side as text.

use std::fmt::Write as _;

use anstyle::Style;
use byline_record::ask::Verdict;
use byline_report::compare::{Agreement, Cell, Fate, QuoteRow, Row, Saying, Section, SentenceCell};
use comfy_table::{CellAlignment, ColumnConstraint, Width};

use super::check::occasion;
use super::verdict::words;
use super::{clip, grid, laid_out, line, long_date, sheet};
use crate::commands::compare::{Compared, NAME};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
/// Sections in the order shown.
pub(crate) const SECTIONS: [Section; 4] = [Section::Timeline, Section::Match, Section::Aftermath, Section::History];
/// Widths of the columns: the minute, the record, an account, how they agree.
const MINUTE: u16 = 8;
const RECORD: u16 = 40;
const ACCOUNT: u16 = 40;
const AGREEMENT: u16 = 16;
/// Letters of a sentence that are shown.
const SENTENCE: usize = 160;

/// The comparison, ready to print.
pub(crate) fn text(compared: &Compared<'_>) -> String {
    let mut out = String::new();
    match compared.about() {
        Some(about) => {
            line!(out, "{BOLD}{}{BOLD:#}", sheet::result(&about));
            line!(out, "{}, {}", occasion(&about), long_date(about.date));
        }
        None => line!(out, "{BOLD}no match could be told that these accounts are about{BOLD:#}"),
    }
    for place in 0..compared.checkups.len() {
        line!(out, "{DIM}{}{DIM:#}", account(compared, place));
    }
    for section in SECTIONS {
        let rows: Vec<&Row> = compared.comparison.rows.iter().filter(|row| row.section == section).collect();
        if !rows.is_empty() {
            line!(out);
            line!(out, "{BOLD}{}{BOLD:#}", heading(section));
            line!(out, "{}", table(compared, &rows));
        }
    }
    if !compared.comparison.quotes.is_empty() {
        line!(out);
        line!(out, "{BOLD}Quotes{BOLD:#}");
    }
    for quote in &compared.comparison.quotes {
        said(&mut out, compared, quote);
    }
    line!(out);
    super::sources(&mut out, compared.view.record(), compared.sources());
    out
}

/// An account, its day, and what is known of it as a whole.
pub(crate) fn account(compared: &Compared<'_>, place: usize) -> String {
    let mut out = clip(compared.name(place), NAME);
    let checkup = compared.checkups.get(place);
    if let Some(published) = checkup.and_then(|checkup| checkup.report.published.as_ref()) {
        let _ = write!(out, ", {}", long_date(published.date));
    }
    if let Some(remark) = compared.remark(place) {
        let _ = write!(out, ": {remark}");
    }
    out
}

/// The title of a part.
pub(crate) const fn heading(section: Section) -> &'static str {
    match section {
        Section::Timeline => "The match, minute by minute",
        Section::Match => "The match as a whole",
        Section::Aftermath => "What comes next",
        Section::History => "History, and other matches",
    }
}

/// How accounts stand to each other, in words.
pub(crate) const fn agreement(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::NotStated => "in none",
        Agreement::OnlyHere => "only here",
        Agreement::Agreeing => "agree",
        Agreement::Looser => "one is looser",
        Agreement::Conflicting => "conflict",
    }
}

fn table(compared: &Compared<'_>, rows: &[&Row]) -> String {
    let names: Vec<String> = compared.comparison.accounts.iter().map(|info| clip(&info.name, NAME)).collect();
    let header = ["", "the record"].into_iter().chain(names.iter().map(String::as_str)).chain([""]);
    let mut grid = grid(&header.collect::<Vec<_>>());
    for row in rows {
        let cells = row.cells.iter().map(|cell| cell.as_ref().map(cell_text).unwrap_or_default());
        grid.add_row([minute(row), label(row)].into_iter().chain(cells).chain([agreement(row.agreement).to_owned()]));
    }
    let accounts = names.iter().map(|_| ACCOUNT);
    let widths = [MINUTE, RECORD].into_iter().chain(accounts).chain([AGREEMENT]);
    for (column, width) in grid.column_iter_mut().zip(widths) {
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
    }
    if let Some(minutes) = grid.column_mut(0) {
        minutes.set_cell_alignment(CellAlignment::Right);
    }
    laid_out(&grid)
}

/// When it happened by the record: `84'`.
pub(crate) fn minute(row: &Row) -> String {
    row.clock.map_or_else(String::new, |clock| format!("{clock}'"))
}

/// What the row is about, as the record has it; in brackets where the record does not.
pub(crate) fn label(row: &Row) -> String {
    match &row.record {
        Some(_) if row.clock.is_some() => row.label.clone(),
        Some(cell) => cell.text.clone(),
        None => format!("({})", row.label),
    }
}

/// What an account says, with its verdict where that is a bad one.
fn cell_text(cell: &Cell) -> String {
    let said = if cell.reading.is_empty() {
        let own: Vec<&str> = cell.words.iter().map(|part| part.words.as_str()).collect();
        format!("“{}”", clip(&own.join(" … "), SENTENCE))
    } else {
        cell.reading.clone()
    };
    match cell.verdict {
        Verdict::Contradicted | Verdict::RecordDiffers => format!("{said} – {}", words(cell.verdict)),
        _ => said,
    }
}

fn said(out: &mut String, compared: &Compared<'_>, quote: &QuoteRow) {
    let speaker = if quote.speaker.is_empty() { "speaker not known" } else { &quote.speaker };
    line!(out);
    line!(out, "  {BOLD}{}{BOLD:#}", clip(speaker, NAME));
    for (account, saying) in quote.accounts.iter().enumerate() {
        let name = clip(compared.name(account), NAME);
        line!(out, "  {DIM}{name}: {}{DIM:#}", saying.as_ref().map_or_else(|| "not quoted".to_owned(), told));
    }
    for sentence in &quote.sentences {
        line!(out, "    “{}”", clip(&sentence.at.words, SENTENCE));
        for (account, cell) in sentence.cells.iter().enumerate() {
            let Some(cell) = cell.as_ref().filter(|cell| account != sentence.account && !is_plain(cell)) else {
                continue;
            };
            line!(out, "      {DIM}{}:{DIM:#} {}", clip(compared.name(account), NAME), fate(cell, SENTENCE));
        }
    }
}

/// Where an account has it from.
pub(crate) fn told(saying: &Saying) -> String {
    let parts = [saying.speaker.as_deref(), saying.channel.as_ref().map(|channel| channel.words.as_str())];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    if parts.is_empty() { "quoted, nobody named".to_owned() } else { clip(&parts.join(", "), 2 * NAME) }
}

/// Whether a sentence stands as it does in the fullest account.
pub(crate) const fn is_plain(cell: &SentenceCell) -> bool {
    matches!(cell.fate, Fate::Kept) && !cell.joined && !cell.reordered
}

/// What became of a sentence, with the account's words where they are not the same.
pub(crate) fn fate(cell: &SentenceCell, most: usize) -> String {
    let mut out = cell.fate.key().to_owned();
    if cell.joined {
        out.push_str(", joined by an ellipsis");
    }
    if cell.reordered {
        out.push_str(", in another place");
    }
    if !matches!(cell.fate, Fate::Kept | Fate::Cut) {
        let own: Vec<&str> = cell.words.iter().map(|part| part.words.as_str()).collect();
        let _ = write!(out, ": “{}”", clip(&own.join(" … "), most));
    }
    out
}
