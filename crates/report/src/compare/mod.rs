//! Accounts of one match laid side by side: plain data, for faces to present.
//!
//! [`compare`] makes rows of what the accounts state: the timeline of the match they are about, from the record (an
//! award and its kick are two rows), then the match as a whole, what comes next, and history. Each row has a cell of the
//! record and one per account. What accounts quote is laid out apart, sentence by sentence: [`QuoteRow`].
//!
//! Accounts that were made from one text are told apart from those that were not: [`CopyOf`]. They keep their columns
//! but count as one where it matters who says the same.

mod cell;
mod copies;
mod history;
mod interval;
mod recorded;
mod rows;
mod said;

use byline_record::ask::Verdict;
use byline_record::ask::statement::Minutes;
use byline_record::{Clock, MatchId, Sources, View};

use crate::CheckedReport;
use crate::claim::{Kind, Topic};
use crate::quote::{Channel, WordsAt};
use crate::text::Report;

/// An account to be compared.
#[derive(Debug, Clone)]
pub struct Account<'a> {
    /// What it is called: its outlet, or its file.
    pub name: String,
    /// The report as read.
    pub report: &'a Report,
    /// The same report, checked.
    pub checked: &'a CheckedReport,
}

/// Accounts side by side. Accounts are named by their place in what was given to [`compare`].
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The match the accounts are about; `None` if none of them is surely about one.
    pub in_match: Option<MatchId>,
    /// The accounts, in the order given.
    pub accounts: Vec<AccountInfo>,
    /// What happened and what was stated: by section, the timeline in the order of the clock.
    pub rows: Vec<Row>,
    /// What was said, in the order of the first account that has it.
    pub quotes: Vec<QuoteRow>,
}

/// What is known of an account as a whole.
#[derive(Debug, Clone, PartialEq)]
pub struct AccountInfo {
    /// What it is called.
    pub name: String,
    /// The match it is about, which may be another than that of the comparison.
    pub in_match: Option<MatchId>,
    /// The earlier account that was made from the same text, if there is one.
    pub copy_of: Option<CopyOf>,
}

/// Another account made from the same text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CopyOf {
    /// The first account of that text.
    pub account: usize,
    /// The share of the shorter one's runs of five words that the other has too, 0 to 1.
    pub words: f64,
    /// The share of the shorter one's runs of three names or numbers that the other has too, 0 to 1. High where the
    /// words were changed and the facts were not.
    pub names: f64,
}

/// A part of the comparison. In the order shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// What happened at some minute of the match, and its shoot-out.
    Timeline,
    /// The match as a whole: score, stage, day, place.
    Match,
    /// What comes next.
    Aftermath,
    /// Everything else: other matches, counts, titles.
    History,
}

impl Section {
    /// The word of JSON: `timeline`, `match`, `aftermath`, `history`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Timeline => "timeline",
            Self::Match => "match",
            Self::Aftermath => "aftermath",
            Self::History => "history",
        }
    }
}

/// How accounts stand to each other. Copies of one text count as one account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Agreement {
    /// No account says it: only the record has it.
    NotStated,
    /// One account says it.
    OnlyHere,
    /// They say the same.
    Agreeing,
    /// All of it can be true; one says it less exactly: the second half for the 78th minute.
    Looser,
    /// It cannot all be true.
    Conflicting,
}

impl Agreement {
    /// The word of JSON: `not_stated`, `only_here`, `agreeing`, `looser`, `conflicting`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotStated => "not_stated",
            Self::OnlyHere => "only_here",
            Self::Agreeing => "agreeing",
            Self::Looser => "looser",
            Self::Conflicting => "conflicting",
        }
    }
}

/// One thing that happened or was stated.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Where it stands.
    pub section: Section,
    /// What it is.
    pub topic: Topic,
    /// The kind of statement it is made of, for the match as a whole and for history; `None` where the topic tells.
    pub kind: Option<Kind>,
    /// It in our words, without its minute: `Harry Kane, penalty off target`, `penalty given, Harry Kane`.
    pub label: String,
    /// When it happened, by the record.
    pub clock: Option<Clock>,
    /// What the record says.
    pub record: Option<RecordCell>,
    /// What each account says, one per account; `None` where it leaves it out.
    pub cells: Vec<Option<Cell>>,
    /// How the accounts stand to each other.
    pub agreement: Agreement,
}

/// What the record says of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordCell {
    /// In words, with the minute where it is known: `Harry Kane 84', penalty off target, given 82'`.
    pub text: String,
    /// Who says so.
    pub sources: Sources,
}

/// What an account says of a row. Never without a statement.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Its statements, as places in [`CheckedReport::statements`].
    pub statements: Vec<usize>,
    /// The words of the account, a part for each statement, in the order of the text.
    pub words: Vec<WordsAt>,
    /// The statements in our words, without repetition.
    pub reading: String,
    /// The narrowest minutes it gives.
    pub minutes: Option<Minutes>,
    /// The verdict that needs most attention: contradicted, then record differs, not in the record, not read, rounding,
    /// confirmed.
    pub verdict: Verdict,
    /// Whether all of it stands in quotes: somebody says it, not the account.
    pub spoken: bool,
    /// Accounts that say what cannot be true along with this.
    pub conflicts_with: Vec<usize>,
}

/// Something one person said, as the accounts have it.
#[derive(Debug, Clone, PartialEq)]
pub struct QuoteRow {
    /// Who said it, by the fullest name an account has; empty if none says.
    pub speaker: String,
    /// How the accounts stand to each other on who said it.
    pub speakers: Agreement,
    /// The account with most of it, to which the others are aligned.
    pub fullest: usize,
    /// Each account's part in it; `None` where it has none of it.
    pub accounts: Vec<Option<Saying>>,
    /// The sentences of the fullest account, in its order; those only others have stand after the sentence they follow.
    pub sentences: Vec<SentenceRow>,
    /// How the accounts stand to each other on where it was said.
    pub channels: Agreement,
}

/// An account's part in what somebody said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saying {
    /// Its quotes, as places in [`Quotes::quotes`](crate::quote::Quotes::quotes).
    pub quotes: Vec<usize>,
    /// Who said it, as the account has it.
    pub speaker: Option<String>,
    /// Where it was said, as the account has it.
    pub channel: Option<Channel>,
}

/// A sentence that somebody said, as the accounts have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentenceRow {
    /// The account whose words are shown: the fullest one where it has the sentence.
    pub account: usize,
    /// The sentence in that account.
    pub at: WordsAt,
    /// What each account makes of it; `None` for an account that quotes nothing of what was said.
    pub cells: Vec<Option<SentenceCell>>,
}

/// What an account makes of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentenceCell {
    /// What became of the words.
    pub fate: Fate,
    /// Whether an ellipsis stands between it and what the account quotes before it.
    pub joined: bool,
    /// Whether it stands in another order than in the fullest account.
    pub reordered: bool,
    /// The account's words, one part for each of its sentences; empty where it has none.
    pub words: Vec<WordsAt>,
}

/// What became of the words of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    /// The same words; case, punctuation and marks aside.
    Kept,
    /// A part of the words, in their order, nothing added.
    Shortened,
    /// All of the words, and more that the fullest account leaves out.
    Extended,
    /// The same words but for an editor's brackets.
    Bracketed,
    /// Some other words.
    Altered,
    /// Mostly other words in the same place: another translation.
    Translated,
    /// Left out.
    Cut,
}

impl Fate {
    /// The word of JSON: `kept`, `shortened`, `extended`, `bracketed`, `altered`, `translated`, `cut`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Shortened => "shortened",
            Self::Extended => "extended",
            Self::Bracketed => "bracketed",
            Self::Altered => "altered",
            Self::Translated => "translated",
            Self::Cut => "cut",
        }
    }
}

/// Lays accounts side by side, along the match they are about as `view` knows it.
///
/// The accounts must have been checked against the record of `view`. Work grows with the length of the texts; of the
/// sentences an account quotes, the first 256 are aligned.
#[must_use]
pub fn compare(view: &View<'_>, accounts: &[Account<'_>]) -> Comparison {
    let copies = copies::find(accounts);
    let infos = accounts.iter().zip(copies).map(|(account, copy_of)| AccountInfo {
        name: account.name.clone(),
        in_match: account.checked.anchor.as_ref().map(|anchor| anchor.in_match),
        copy_of,
    });
    let infos: Vec<AccountInfo> = infos.collect();
    let in_match = common_match(accounts, &infos);
    let rows = rows::of(view, in_match, accounts, &infos);
    Comparison { in_match, rows, quotes: said::rows(accounts, &infos), accounts: infos }
}

/// The match most accounts are about, each by how sure that is; copies do not count. The first account decides a tie.
fn common_match(accounts: &[Account<'_>], infos: &[AccountInfo]) -> Option<MatchId> {
    let anchors = accounts.iter().zip(infos).filter(|(_, info)| info.copy_of.is_none());
    let anchors: Vec<_> = anchors.filter_map(|(account, _)| account.checked.anchor.as_ref()).collect();
    let weight = |id: MatchId| -> f64 {
        anchors.iter().filter(|anchor| anchor.in_match == id).map(|anchor| anchor.confidence).sum()
    };
    let weighed = anchors.iter().rev().map(|anchor| (anchor.in_match, weight(anchor.in_match)));
    weighed.max_by(|(_, one), (_, other)| one.total_cmp(other)).map(|(id, _)| id)
}

/// How accounts stand of which each pair stands as given. Copies of one text can conflict, for one of them may have changed
/// what it copied, but they cannot agree.
fn together(infos: &[AccountInfo], pairs: impl Iterator<Item = (usize, usize, Agreement)>) -> Agreement {
    let text = |at: usize| infos.get(at).and_then(|info| info.copy_of).map_or(at, |copy| copy.account);
    let counting = pairs.filter(|(one, other, stand)| *stand == Agreement::Conflicting || text(*one) != text(*other));
    counting.map(|(_, _, stand)| stand).max().unwrap_or(Agreement::OnlyHere)
}
