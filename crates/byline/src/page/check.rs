//! The page of a report: its words underlined by verdict, and beside them what tells.

use std::fmt::Write as _;

use byline_record::ask::{Verdict, describe_scope};
use byline_record::{Record, View};
use byline_report::Checked;
use maud::{Markup, html};

use super::marked::{Mark, Spoken, text};
use super::{badge, class, heading, sign, sources};
use crate::print;
use crate::print::check::{Cited, attribution, kind, provenance, sureness};
use crate::print::verdict::{ORDER, words};
use crate::reports::Checkup;

/// Statements whose words and card light up together; more would make a page slow to move over.
const LINKED: usize = 300;

/// The page.
pub(crate) fn page(checkup: &Checkup, record: &Record) -> String {
    let view = checkup.view(record);
    let about = checkup.about(&view);
    let cited = Cited::of(checkup, record, &|_| true);
    let statements = &checkup.checked.statements;
    let marks: Vec<Mark> = statements.iter().enumerate().map(|(place, statement)| mark(place + 1, statement)).collect();
    let quotes: Vec<Spoken> = checkup
        .checked
        .quotes
        .quotes
        .iter()
        .map(|quote| Spoken { span: quote.outer.clone(), by: attribution(quote) })
        .collect();
    // A page may be passed on: where the file lies is nobody else's business.
    let name = checkup.origin.short_name();
    let title = about.as_ref().map_or_else(|| name.clone(), print::sheet::result);
    let body = html! {
        header {
            (heading(about.as_ref(), "A report of no certain match"))
            @if let Some(anchor) = &checkup.checked.anchor {
                p.sure { "About this match, " (sureness(anchor.confidence, &anchor.clues)) }
            }
            p.sure { (name) @if let Some(from) = provenance(checkup) { " · " (from) } }
            (counts(checkup))
        }
        main.beside {
            article.report lang="en" aria-label="The report" { (text(&checkup.report, &marks, &quotes)) }
            aside.cards aria-label="Statements" {
                @for verdict in ORDER { (group(checkup, &view, &cited, verdict)) }
                (spoken(checkup))
            }
        }
        (sources(cited.names()))
    };
    super::page(&title, &links(statements.len()), &body)
}

/// Styles that light up a statement's card where its words are pointed at, and the words where the card is.
fn links(statements: usize) -> String {
    let mut rules = String::new();
    for number in 1..=statements.min(LINKED) {
        let _ = write!(
            rules,
            "main:has(.n{number}:is(:hover,:focus-visible)) #s{number}{{outline:2px solid var(--ink)}}\
             main:has(#s{number}:is(:hover,:target)) .n{number}{{background:var(--lit)}}"
        );
    }
    rules
}

fn mark(number: usize, statement: &Checked) -> Mark {
    let parts = [statement.reading.as_str(), statement.reason.as_deref().unwrap_or_default()];
    let evidence = statement.evidence.first().map_or("", |evidence| evidence.text.as_str());
    let parts = parts.into_iter().chain([evidence]).filter(|part| !part.is_empty());
    let told = std::iter::once(words(statement.verdict)).chain(parts).collect::<Vec<_>>().join("\n");
    Mark { span: statement.span.clone(), number, verdict: statement.verdict, told }
}

/// How many statements have each verdict: a legend of the underlines at the same time.
fn counts(checkup: &Checkup) -> Markup {
    html! {
        ul.counts {
            @for (verdict, count) in checkup.counts(ORDER) {
                @if count > 0 {
                    li.(class(verdict)) {
                        a href={ "#" (class(verdict)) } {
                            b { (count) } " " span.mark.(class(verdict)) { (words(verdict)) }
                        }
                    }
                }
            }
        }
    }
}

/// The cards of one verdict. What needs attention lies open and the rest is folded; where nothing does, what is
/// confirmed lies open.
fn group(checkup: &Checkup, view: &View<'_>, cited: &Cited<'_>, verdict: Verdict) -> Markup {
    let numbered = checkup.checked.statements.iter().enumerate().filter(|(_, one)| one.verdict == verdict);
    let cards: Vec<Markup> =
        numbered.map(|(place, statement)| card(checkup, view, cited, place + 1, statement)).collect();
    let needs_attention =
        |verdict| matches!(verdict, Verdict::Contradicted | Verdict::RecordDiffers | Verdict::Rounding);
    let is_calm = !checkup.checked.statements.iter().any(|one| needs_attention(one.verdict));
    let is_open = needs_attention(verdict) || (is_calm && verdict == Verdict::Confirmed);
    html! {
        @if !cards.is_empty() {
            details.group.(class(verdict)) id=(class(verdict)) open[is_open] {
                summary { (badge(verdict)) " " span.count { (cards.len()) } }
                @for card in &cards { (card) }
            }
        }
    }
}

fn card(checkup: &Checkup, view: &View<'_>, cited: &Cited<'_>, number: usize, statement: &Checked) -> Markup {
    html! {
        section.card.(class(statement.verdict)) id={ "s" (number) } {
            h3 {
                span.number { span aria-hidden="true" { (sign(statement.verdict)) } (number) }
                " “" (print::clip(checkup.report.words(&statement.span), usize::MAX)) "”"
            }
            dl {
                @if let Some(speaker) = checkup.speaker(statement.quote) { dt { "said by" } dd { (speaker) } }
                @if !statement.reading.is_empty() { dt { "read as" } dd { (statement.reading) } }
                @if let Some(reason) = &statement.reason { dt { "because" } dd { (reason) } }
                @if !statement.evidence.is_empty() {
                    dt { "record" }
                    @for evidence in &statement.evidence {
                        dd { (evidence.text) span.cited { (cited.numbers(evidence.sources)) } }
                    }
                }
                @if !statement.alternatives.is_empty() {
                    dt { "or" }
                    @for other in &statement.alternatives {
                        dd { (other.reading) ": " (other.answer) " (" (words(other.verdict)) ")" }
                    }
                }
                @if let Some(scope) = &statement.scope { dt { "counted" } dd { (describe_scope(scope, view)) } }
            }
            p.kind { (kind(statement.kind)) }
        }
    }
}

/// Who is quoted, with the statements in it.
fn spoken(checkup: &Checkup) -> Markup {
    let quotes = &checkup.checked.quotes.quotes;
    html! {
        @if !quotes.is_empty() {
            section.group.spoken {
                h2 { "Quotes " span.count { (quotes.len()) } }
                @for (place, quote) in quotes.iter().enumerate() {
                    figure {
                        blockquote { (checkup.report.words(&quote.span)) }
                        figcaption {
                            (attribution(quote))
                            @for (number, statement) in checkup.checked.statements.iter().enumerate() {
                                @if statement.quote == Some(place) {
                                    " " a.ref.(class(statement.verdict)) href={ "#s" (number + 1) } {
                                        (sign(statement.verdict)) (number + 1)
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::built_in;
    use crate::reports::made;

    #[test]
    fn every_statement_is_underlined_and_has_a_card() {
        let record = built_in().unwrap();
        let checkup = made::checkup(&record);
        let page = page(&checkup, &record);
        for (place, statement) in checkup.checked.statements.iter().enumerate() {
            let [number, class] = [(place + 1).to_string(), class(statement.verdict).to_owned()];
            assert!(page.contains(&format!("class=\"at {class} n{number}\" href=\"#s{number}\"")), "{number}");
            assert!(page.contains(&format!("class=\"card {class}\" id=\"s{number}\"")), "{number}");
        }
        assert!(page.contains("&lt;i&gt;Kane&lt;/i&gt;") && page.contains("The &lt;Post&gt;"));
        assert!(page.contains("<details class=\"group contradicted\" id=\"contradicted\" open>"));
        assert!(page.contains("<details class=\"group confirmed\" id=\"confirmed\">"));
    }
}
