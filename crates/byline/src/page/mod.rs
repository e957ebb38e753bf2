//! Answers as pages: one HTML file each that asks nothing of any other place, and runs nothing.
//!
//! Words of reports, names and files go in through `maud`, which escapes them; the policy in the head of the page forbids
//! scripts and everything from elsewhere even so.

pub(crate) mod check;
pub(crate) mod compare;
mod marked;

use byline_record::ask::Verdict;
use byline_record::sheet::Sheet;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::print;
use crate::print::check::occasion;

/// How pages look.
const STYLE: &str = include_str!("style.css");
/// Nothing but the styles of the page itself.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// A page. `rules` are styles of this page alone, which must not hold words of anybody else.
fn page(title: &str, rules: &str, body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="color-scheme" content="light dark";
                meta name="generator" content="Byline";
                title { (title) }
                style { (PreEscaped(STYLE)) (PreEscaped(rules)) }
            }
            body { (body) }
        }
    };
    page.into_string() + "\n"
}

/// What a page is about: the result, the occasion and the day of the match.
fn heading(about: Option<&Sheet>, otherwise: &str) -> Markup {
    html! {
        @match about {
            Some(about) => {
                h1 { (print::sheet::result(about)) }
                p.occasion { (occasion(about)) ", " (print::long_date(about.date)) }
            }
            None => h1 { (otherwise) },
        }
    }
}

/// The class of a verdict in the styles.
const fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Confirmed => "confirmed",
        Verdict::Rounding => "rounding",
        Verdict::RecordDiffers => "differs",
        Verdict::Contradicted => "contradicted",
        Verdict::NotInRecord => "absent",
        Verdict::NotRead => "unread",
    }
}

/// The sign of a verdict, for eyes that do not tell its colour.
const fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Confirmed => "✓",
        Verdict::Rounding => "≈",
        Verdict::RecordDiffers => "≠",
        Verdict::Contradicted => "✗",
        Verdict::NotInRecord => "○",
        Verdict::NotRead => "·",
    }
}

/// A verdict as a badge: its sign and its words.
fn badge(verdict: Verdict) -> Markup {
    html! { span.badge.(class(verdict)) { span aria-hidden="true" { (sign(verdict)) } " " (print::verdict::words(verdict)) } }
}

/// Sources by number.
fn sources<'n>(names: impl Iterator<Item = (usize, &'n str)>) -> Markup {
    html! {
        footer {
            h2 { "Sources" }
            ol.sources { @for (_, name) in names { li { (name) } } }
            p.made { "Made by Byline from the report given to it and its own record. The words of a report are its author’s." }
        }
    }
}
