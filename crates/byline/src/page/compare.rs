//! The page of a comparison: the record and each account in a column, along the match.

use byline_report::compare::{Agreement, Cell, Comparison, QuoteRow, Row, Section, SentenceRow};
use maud::{Markup, html};

use super::{class, heading, sign, sources};
use crate::commands::compare::{Compared, NAME};
use crate::print;
use crate::print::check::Cited;
use crate::print::compare::{SECTIONS, account, agreement, fate, is_plain, label, minute, told};
use crate::print::verdict::words;

/// The page.
pub(crate) fn page(compared: &Compared<'_>) -> String {
    let about = compared.about();
    let title = about.as_ref().map_or_else(|| "Accounts side by side".to_owned(), print::sheet::result);
    let cited = Cited::by(compared.view.record(), compared.sources());
    let Comparison { rows, quotes, .. } = &compared.comparison;
    let body = html! {
        header {
            (heading(about.as_ref(), "Accounts of no certain match"))
            ul.names { @for place in 0..compared.checkups.len() { li { (account(compared, place)) } } }
            (legend())
        }
        main {
            div.wide tabindex="0" role="region" aria-label="Accounts side by side" {
                table.accounts {
                    caption.unseen { "What the record and each account say" }
                    thead {
                        tr {
                            th.minute scope="col" { span.unseen { "Minute" } }
                            th scope="col" { "The record" }
                            @for info in &compared.comparison.accounts { th scope="col" { (info.name) } }
                            th scope="col" { span.unseen { "How they agree" } }
                        }
                    }
                    @for section in SECTIONS {
                        @let own: Vec<&Row> = rows.iter().filter(|row| row.section == section).collect();
                        @if !own.is_empty() { (part(compared, &cited, section, &own)) }
                    }
                }
            }
            @if !quotes.is_empty() {
                h2 { "Quotes, sentence by sentence" }
                @for quote in quotes { (said(compared, quote)) }
            }
        }
        (sources(cited.names()))
    };
    super::page(&title, "", &body)
}

fn legend() -> Markup {
    html! {
        ul.legend {
            @for one in [Agreement::Agreeing, Agreement::Looser, Agreement::Conflicting, Agreement::OnlyHere] {
                li { span.agreement.(one.key()) { (mark(one)) " " (agreement(one)) } }
            }
        }
    }
}

/// The sign of an agreement, for eyes that do not tell its colour.
const fn mark(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::NotStated => "–",
        Agreement::OnlyHere => "•",
        Agreement::Agreeing => "=",
        Agreement::Looser => "≈",
        Agreement::Conflicting => "≠",
    }
}

fn part(compared: &Compared<'_>, cited: &Cited<'_>, section: Section, rows: &[&Row]) -> Markup {
    let columns = compared.comparison.accounts.len() + 3;
    html! {
        tbody {
            tr.section { th scope="rowgroup" colspan=(columns) { (print::compare::heading(section)) } }
            @for row in rows {
                tr.(row.agreement.key()) {
                    td.minute { (minute(row)) }
                    th scope="row" {
                        (label(row))
                        @if let Some(cell) = &row.record { span.cited { (cited.numbers(cell.sources)) } }
                    }
                    @for (account, cell) in row.cells.iter().enumerate() {
                        @match cell {
                            Some(cell) => (filled(compared, account, cell)),
                            None => td.empty { span.unseen { "not told" } },
                        }
                    }
                    td.how { span.agreement.(row.agreement.key()) { (mark(row.agreement)) " " (agreement(row.agreement)) } }
                }
            }
        }
    }
}

/// What an account says of a row, with its own words below.
fn filled(compared: &Compared<'_>, account: usize, cell: &Cell) -> Markup {
    let own: Vec<&str> = cell.words.iter().map(|part| part.words.as_str()).collect();
    let against: Vec<&str> = cell.conflicts_with.iter().map(|&other| compared.name(other)).collect();
    html! {
        td.conflict[!against.is_empty()] data-account=(account + 1) {
            @if !cell.reading.is_empty() {
                span.mark.(class(cell.verdict)) title=(words(cell.verdict)) { (cell.reading) }
                "\u{a0}" span.badge.(class(cell.verdict)) {
                    span aria-hidden="true" { (sign(cell.verdict)) }
                    span.unseen { (words(cell.verdict)) }
                }
            }
            p.own { "“" (own.join(" … ")) "”" }
            @if !against.is_empty() { p.against { "cannot be true along with " (against.join(", ")) } }
        }
    }
}

/// What somebody said, as the accounts have it.
fn said(compared: &Compared<'_>, quote: &QuoteRow) -> Markup {
    let speaker = if quote.speaker.is_empty() { "Speaker not known" } else { &quote.speaker };
    html! {
        section.spoken {
            h3 { (speaker) }
            ul.told {
                @for (account, saying) in quote.accounts.iter().enumerate() {
                    @if let Some(saying) = saying { li { b { (compared.name(account)) } " " (told(saying)) } }
                }
            }
            @if quote.accounts.iter().flatten().count() > 1 {
                @for sentence in &quote.sentences {
                    div.sentence {
                        blockquote { (sentence.at.words) }
                        ul.fates { (fates(compared, sentence)) }
                    }
                }
            } @else {
                blockquote { @for sentence in &quote.sentences { (sentence.at.words) " " } }
            }
        }
    }
}

/// What became of a sentence in the other accounts.
fn fates(compared: &Compared<'_>, sentence: &SentenceRow) -> Markup {
    let others = sentence.cells.iter().enumerate().filter(|&(account, _)| account != sentence.account);
    html! {
        @for (account, cell) in others.filter_map(|(account, cell)| Some((account, cell.as_ref()?))) {
            li.plain[is_plain(cell)] { b { (print::clip(compared.name(account), NAME)) } " " (fate(cell, usize::MAX)) }
        }
    }
}
