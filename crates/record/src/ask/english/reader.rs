//! Reads one sentence into a statement.

use std::fmt;

use jiff::civil::Date;

use crate::Sex;
use crate::ask::Statement;
use crate::ask::statement::Says;

use super::clause::Clause;
use super::frames::{FRAMES, Frame};
use super::lexicon::Class;
use super::names::{NameSource, Named};
use super::nodes::{CutError, Kind, Node, cut};
use super::tokens::{Span, Token, TokenKind, tokens};

/// A statement is a sentence: longer texts are for a reader of reports.
const MOST_TOKENS: usize = 120;

/// Readings given for a name that several bear.
const MOST_MEANT: usize = 8;

/// A sentence read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What it says or asks.
    pub statement: Statement,
    /// The bytes it was read from.
    pub span: Span,
    /// What the reader had to suppose, with the bytes that made it.
    pub notes: Vec<Note>,
}

/// Something a reader supposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The bytes in question; empty where nothing is written.
    pub span: Span,
    /// What was supposed, in words.
    pub text: String,
}

/// Why a sentence was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// There is nothing to read.
    Empty,
    /// More than one sentence, or a very long one.
    TooLong,
    /// Something is quoted or bracketed.
    Quoted(Span),
    /// A word says that it did not quite happen, or leaves it open: "nearly", "chance", "disallowed".
    Hedged(Span, String),
    /// A negative question can be meant both ways.
    NegativeQuestion,
    /// "Four years ago", and the day of asking is not known.
    NeedsToday(Span),
    /// A name as written, and who bears it.
    Ambiguous(Span, String, Vec<Named>),
    /// A competition as written, which has no edition of the year said.
    NoEdition(Span, String),
    /// Words nobody made anything of.
    Unknown(Vec<(Span, String)>),
    /// Every word is known, but no form we read has them together.
    NoForm,
}

/// A sentence that was not read: why, and what can be asked instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotRead {
    /// Why.
    pub reason: Reason,
    /// Where only a name stands for several: the reading for each of them, in the order of the names.
    pub readings: Vec<Reading>,
    /// Forms that are read, nearest first.
    pub forms: Vec<&'static str>,
}

impl fmt::Display for NotRead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.reason {
            Reason::Empty => f.write_str("there is nothing to read"),
            Reason::TooLong => f.write_str("this is longer than one sentence"),
            Reason::Quoted(_) => f.write_str("a quotation or bracket is left out of plain statements"),
            Reason::Hedged(_, word) => write!(f, "`{word}` leaves open whether it happened"),
            Reason::NegativeQuestion => f.write_str("a question with `not` can be meant both ways; ask it without"),
            Reason::NeedsToday(_) => f.write_str("a time counted from today needs a day to count from"),
            Reason::Ambiguous(_, name, named) => {
                write!(f, "`{name}` can mean any of {}; write the name in full or name a team or year", named.len())
            }
            Reason::NoEdition(_, name) => write!(f, "the record has no edition of `{name}` in that year"),
            Reason::Unknown(words) => {
                f.write_str("not understood: ")?;
                for (index, (_, word)) in words.iter().enumerate() {
                    let comma = if index > 0 { ", " } else { "" };
                    write!(f, "{comma}`{word}`")?;
                }
                Ok(())
            }
            Reason::NoForm => f.write_str("this form is not read"),
        }?;
        if let Some(form) = self.forms.first() {
            write!(f, "; read are forms such as \"{form}\"")?;
        }
        Ok(())
    }
}

impl std::error::Error for NotRead {}

/// Reads a sentence: a statement or a question, which are the same with something left open.
///
/// `today` is the day that "four years ago" counts from, `None` where it is not known. Nothing is guessed: every word
/// has to fit, or the sentence is not read.
///
/// # Errors
/// If it is no plain form, with the reason and the forms nearest to it.
pub fn read(text: &str, names: &dyn NameSource, today: Option<Date>) -> Result<Reading, NotRead> {
    let refuse = |reason: Reason| NotRead { reason, readings: Vec::new(), forms: nearest_forms(text) };
    let Some(list) = tokens(text, MOST_TOKENS) else {
        return Err(NotRead { reason: Reason::TooLong, readings: Vec::new(), forms: nearest_forms("") });
    };
    let list = unquoted(list);
    let (Some(first), Some(last)) = (list.first(), list.last()) else { return Err(refuse(Reason::Empty)) };
    if list.iter().all(|token| matches!(token.kind, TokenKind::Mark(_))) {
        return Err(refuse(Reason::Empty));
    }
    let span = first.span.start..last.span.end;
    let asks = last.is_mark('?');
    if let Some(inner) = inner_mark(&list) {
        return Err(refuse(inner));
    }
    let sex = sex_of(&list);
    let mentions = names.mentions(text, sex);
    let nodes =
        cut(&list, &mentions, names, today).map_err(|CutError::NeedsToday(span)| refuse(Reason::NeedsToday(span)))?;
    if let Some(hedge) = nodes.iter().find(|node| node.lex().is_some_and(|lex| lex.class == Class::Hedge)) {
        return Err(refuse(Reason::Hedged(hedge.span.clone(), written(text, hedge))));
    }
    let mut clause = Clause::new(nodes, asks, names, sex, text);
    if clause.asks && clause.denied {
        return Err(refuse(Reason::NegativeQuestion));
    }
    let (fewest, ambiguous) = match by_frames(&mut clause, text, &span) {
        Ok(reading) => return Ok(reading),
        Err(failure) => failure,
    };
    if let Some((name, named)) = ambiguous {
        let readings = named
            .iter()
            .take(MOST_MEANT)
            .filter_map(|&one| {
                clause.choose(&name, one);
                by_frames(&mut clause, text, &span).ok()
            })
            .collect();
        let written = text.get(name.clone()).unwrap_or_default().to_owned();
        return Err(NotRead { readings, ..refuse(Reason::Ambiguous(name, written, named)) });
    }
    let unknown: Vec<(Span, String)> = clause
        .nodes
        .iter()
        .filter(|node| matches!(node.kind, Kind::Unknown))
        .map(|node| (node.span.clone(), written(text, node)))
        .collect();
    let reason = if !unknown.is_empty() {
        Reason::Unknown(unknown)
    } else if let Some(span) = clause.no_edition.take() {
        let name = text.get(span.clone()).unwrap_or_default().to_owned();
        Reason::NoEdition(span, name)
    } else if let Some(words) = fewest {
        Reason::Unknown(words)
    } else {
        Reason::NoForm
    };
    Err(refuse(reason))
}

/// What is left over at least, and a name that several bear.
type Failure = (Option<Vec<(Span, String)>>, Option<(Span, Vec<Named>)>);

/// The reading of the first frame that uses every piece.
fn by_frames(clause: &mut Clause<'_>, text: &str, span: &Span) -> Result<Reading, Failure> {
    let denied = clause.denied;
    let mut fewest: Option<Vec<(Span, String)>> = None;
    let mut ambiguous = None;
    for frame in FRAMES {
        if !admits(frame, clause) {
            continue;
        }
        clause.reset();
        clause.denied = denied;
        let Some(says) = (frame.read)(clause) else { continue };
        let left = clause.leftover();
        if !left.is_empty() {
            if fewest.as_ref().is_none_or(|fewest| left.len() < fewest.len()) {
                fewest = Some(left.into_iter().map(|node| (node.span.clone(), written(text, node))).collect());
            }
            continue;
        }
        if let Some(name) = clause.ambiguous.first() {
            ambiguous = ambiguous.or_else(|| Some(name.clone()));
            continue;
        }
        let notes =
            clause.supposed.iter().map(|(span, text)| Note { span: span.clone(), text: text.clone() }).collect();
        let statement = statement(clause, says);
        clause.denied = denied;
        return Ok(Reading { statement, span: span.clone(), notes });
    }
    clause.denied = denied;
    Err((fewest, ambiguous))
}

fn admits(frame: &Frame, clause: &Clause<'_>) -> bool {
    let modal = clause.never || clause.ever || clause.possible || clause.future;
    clause.question.is_none_or(|question| frame.questions.contains(&question)) && (frame.modal || !modal)
}

fn statement(clause: &Clause<'_>, says: Says) -> Statement {
    let denied = clause.denied && !clause.denied_is_said;
    Statement { says, denied, scope: clause.finish_scope() }
}

fn written(text: &str, node: &Node) -> String {
    text.get(node.span.clone()).unwrap_or_default().to_owned()
}

/// The tokens without quotation marks around the whole.
fn unquoted(mut list: Vec<Token>) -> Vec<Token> {
    let is_quote = |token: &Token| matches!(token.kind, TokenKind::Mark('"' | '“' | '”' | '„' | '«' | '»' | '\''));
    if list.len() > 1 && list.first().is_some_and(is_quote) && list.last().is_some_and(is_quote) {
        list.pop();
        list.remove(0);
    }
    list
}

/// A mark inside the sentence that makes it something else than one plain statement.
fn inner_mark(list: &[Token]) -> Option<Reason> {
    let words_after =
        |at: usize| list.iter().skip(at.saturating_add(1)).any(|token| !matches!(token.kind, TokenKind::Mark(_)));
    for (index, token) in list.iter().enumerate() {
        match token.kind {
            TokenKind::Mark('"' | '“' | '”' | '„' | '«' | '»' | '(' | ')' | '[' | ']' | '\'') => {
                return Some(Reason::Quoted(token.span.clone()));
            }
            TokenKind::Mark('?' | '!' | '.' | ';') if words_after(index) => {
                // The full stops of initials and abbreviations.
                let initial = list.get(index.wrapping_sub(1)).is_some_and(|before| before.word.chars().count() <= 2);
                if !(token.is_mark('.') && initial) {
                    return Some(Reason::TooLong);
                }
            }
            _ => {}
        }
    }
    None
}

/// Women's football, where the text says so.
fn sex_of(list: &[Token]) -> Sex {
    let women = ["women", "womens", "woman", "lionesses", "her", "she"];
    if list.iter().any(|token| women.iter().any(|word| token.is(word))) { Sex::Women } else { Sex::Men }
}

/// Forms that are read, with the words that make one near.
const FORMS: &[(&str, &[&str])] = &[
    ("Did England beat Argentina in 1998?", &["beat", "win", "won", "beaten", "lose", "lost", "draw", "drew"]),
    ("What was the score of England v France in 2022?", &["score", "result", "end", "finish"]),
    ("Who scored in the 2022 World Cup final?", &["goal", "scored", "scorer", "score", "winner"]),
    ("Kane missed a penalty in the 84th minute against France", &["penalty", "missed", "spot", "saved"]),
    ("How many penalties has Kane missed at World Cups?", &["many", "often", "tally", "total", "penalties", "goals"]),
    ("Who won the shoot-out between Brazil and Chile in 2014?", &["shoot", "shootout", "penalties", "kick"]),
    ("Beckham was sent off against Argentina in 1998", &["sent", "off", "red", "yellow", "card", "booked"]),
    ("When did England last reach the semi-finals of the World Cup?", &["reach", "stage", "when", "last", "far"]),
    ("Who finished second in Group H at the 2018 World Cup?", &["group", "topped", "second"]),
    ("Who won the 1966 World Cup?", &["champions", "title", "winners", "holders", "hosts", "hosted"]),
    ("France face Morocco next", &["next", "face", "opponent"]),
    ("England v France head to head", &["head", "met", "meetings", "record"]),
    ("What is the longest winning run at World Cups?", &["run", "streak", "unbeaten", "row"]),
    ("France first team to retain the World Cup since Brazil in 1962", &["first", "only", "since", "retain", "never"]),
    (
        "Who is the youngest scorer in World Cup history?",
        &["youngest", "oldest", "biggest", "most", "fastest", "record"],
    ),
    ("Where was the 1950 final played?", &["where", "venue", "stadium", "played"]),
    ("England v France was on a Saturday", &["date", "day", "saturday", "sunday"]),
    ("Who managed Germany in 2014?", &["managed", "manager", "coach", "referee", "captain", "goal"]),
];

/// Every form offered as help.
#[cfg(test)]
pub(super) fn forms() -> impl Iterator<Item = &'static str> {
    FORMS.iter().map(|(form, _)| *form)
}

/// The forms nearest to a text: those that share most of its words.
fn nearest_forms(text: &str) -> Vec<&'static str> {
    // A long text is near to everything; its beginning is enough.
    let words = tokens(text.get(..text.len().min(2_000)).unwrap_or_default(), 400).unwrap_or_default();
    let mut ranked: Vec<(usize, usize, &'static str)> = FORMS
        .iter()
        .enumerate()
        .map(|(index, (form, near))| {
            let shared = words.iter().filter(|token| near.iter().any(|word| token.is(word))).count();
            (usize::MAX - shared, index, *form)
        })
        .collect();
    ranked.sort_unstable();
    ranked.into_iter().take(3).map(|(_, _, form)| form).collect()
}
