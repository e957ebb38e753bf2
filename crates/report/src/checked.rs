//! A checked report: plain data, for faces to present.

use byline_record::MatchId;
use byline_record::ask::answer::Alternative;
use byline_record::ask::{Evidence, Scope, Verdict};

use crate::Span;
use crate::claim::{Kind, SaidMinutes, Topic};
use crate::quote::Quotes;

/// Which match a report is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Anchor {
    /// The match.
    pub in_match: MatchId,
    /// How sure, from 0 to 1: the share of the clues' weight that speaks for this match, against the next best.
    pub confidence: f64,
    /// What tells, in words: `both teams`, `the score 1-2`, `the day before the report`.
    pub clues: Vec<String>,
    /// Whether the report was written before the match: it is then judged, and to be shown, without it.
    pub to_come: bool,
}

/// A statement of a report, with how it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// Its words, in the text of the report.
    pub span: Span,
    /// What kind of statement it is.
    pub kind: Kind,
    /// It in our words; empty if it was not read.
    pub reading: String,
    /// How it stands.
    pub verdict: Verdict,
    /// Why, where that is not plain.
    pub reason: Option<String>,
    /// The rows that tell.
    pub evidence: Vec<Evidence>,
    /// What was counted, where something was.
    pub scope: Option<Scope>,
    /// Other readings tried.
    pub alternatives: Vec<Alternative>,
    /// The quote it stands in, as a place in [`Quotes::quotes`].
    pub quote: Option<usize>,
    /// What it is about.
    pub topic: Topic,
    /// The minutes it gives, if it gives any.
    pub said: Option<SaidMinutes>,
}

/// A report with every checkable statement judged.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckedReport {
    /// The match it is about; `None` if it is about several, about none, or if that is not sure.
    pub anchor: Option<Anchor>,
    /// Statements in the order of the text.
    pub statements: Vec<Checked>,
    /// What was said by whom.
    pub quotes: Quotes,
}

impl CheckedReport {
    /// How many statements have a verdict.
    #[must_use]
    pub fn count(&self, verdict: Verdict) -> usize {
        self.statements.iter().filter(|statement| statement.verdict == verdict).count()
    }
}
