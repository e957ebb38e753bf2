//! What somebody said, in sentences of plain words.

use std::collections::HashMap;

use byline_record::fold;

use crate::Span;
use crate::compare::Account;
use crate::quote::{Extent, Quote};
use crate::text::sentence;

/// Quoted sentences of one account that are looked at: pairs of them are compared, and no report quotes as many.
pub(super) const MOST_SENTENCES: usize = 256;
/// Words on each side of an ellipsis that make it part two sentences rather than mark a pause.
const FEWEST_JOINED: usize = 2;

/// Plain words as numbers, the same in every account.
#[derive(Default)]
pub(super) struct Vocabulary(HashMap<String, u32>);

impl Vocabulary {
    fn number(&mut self, word: String) -> u32 {
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        *self.0.entry(word).or_insert(next)
    }
}

/// A sentence somebody said, or a part of one that an ellipsis sets apart.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    /// Its words in the text.
    pub(super) span: Span,
    /// The quote it is from.
    pub(super) quote: usize,
    /// Its plain words.
    pub(super) words: Vec<u32>,
    /// The same, sorted.
    pub(super) sorted: Vec<u32>,
    /// For each word, whether an editor's brackets are around it.
    pub(super) bracketed: Vec<bool>,
    /// The beginnings of its words of weight, sorted: no names, no words that fall after every match.
    pub(super) stems: Vec<u32>,
    /// Whether an ellipsis stands before it.
    pub(super) joined: bool,
    /// Whether it is a few words within a sentence of the outlet.
    pub(super) fragment: bool,
    /// Whether it need not be a whole sentence: a fragment, what stands before or after a cue or an
    /// ellipsis.
    pub(super) part: bool,
}

/// A word of a quote, before sentences are made of them.
struct Token {
    span: Span,
    bracketed: bool,
    after_ellipsis: bool,
}

/// The sentences of every quote of an account, in order.
pub(super) fn of(account: &Account<'_>, vocabulary: &mut Vocabulary) -> Vec<Unit> {
    let text = account.report.text();
    let mut units: Vec<Unit> = Vec::new();
    let mut ellipsis = false;
    let mut utterance = None;
    for (index, quote) in account.checked.quotes.quotes.iter().enumerate() {
        if utterance.replace(quote.utterance) != Some(quote.utterance) {
            ellipsis = false;
        }
        for sentence in sentence::split(text, &quote.span) {
            if units.len() >= MOST_SENTENCES {
                return units;
            }
            let tokens = tokens(text, &sentence, &mut ellipsis);
            cut(text, &sentence, &tokens, (index, quote), vocabulary, &mut units);
        }
    }
    units.truncate(MOST_SENTENCES);
    units
}

/// The words of a sentence. `ellipsis` goes from one sentence to the next.
fn tokens(text: &str, sentence: &Span, ellipsis: &mut bool) -> Vec<Token> {
    let words = text.get(sentence.clone()).unwrap_or_default();
    let mut tokens = Vec::new();
    let mut start = None;
    let (mut brackets, mut dots) = (false, 0_usize);
    let mut take = |start: &mut Option<usize>, end: usize, bracketed: bool, ellipsis: &mut bool| {
        if let Some(start) = start.take() {
            let span = sentence.start + start..sentence.start + end;
            tokens.push(Token { span, bracketed, after_ellipsis: std::mem::take(ellipsis) });
        }
    };
    let mut chars = words.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let inside = matches!(c, '\'' | '’') && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        if c.is_alphanumeric() || (inside && start.is_some()) {
            start.get_or_insert(at);
            dots = 0;
            continue;
        }
        take(&mut start, at, brackets, ellipsis);
        match c {
            '[' | '(' => brackets = true,
            ']' | ')' => brackets = false,
            '…' => *ellipsis = true,
            '.' => {
                dots += 1;
                *ellipsis |= dots > 1;
            }
            c if !c.is_whitespace() => dots = 0,
            _ => {}
        }
    }
    take(&mut start, words.len(), brackets, ellipsis);
    tokens
}

/// Makes units of the words of a sentence: one, or several where ellipses part it.
fn cut(
    text: &str,
    sentence: &Span,
    tokens: &[Token],
    (index, quote): (usize, &Quote),
    vocabulary: &mut Vocabulary,
    units: &mut Vec<Unit>,
) {
    let words = text.get(sentence.clone()).unwrap_or_default();
    let begins_small = words.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase);
    let ends = words.trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '!' | '?' | '…'));
    let part = quote.extent == Extent::Fragment || begins_small || !ends.ends_with(['.', '!', '?', '…']);
    let mut from = 0;
    for at in 1..=tokens.len() {
        let parts = tokens.get(at).is_none_or(|token| {
            token.after_ellipsis && at - from >= FEWEST_JOINED && tokens.len() - at >= FEWEST_JOINED
        });
        if !parts {
            continue;
        }
        let (Some(own), Some(first)) = (tokens.get(from..at), tokens.get(from)) else { continue };
        let end = tokens.get(at).map_or(sentence.end, |next| next.span.start);
        let before = text.get(sentence.start..first.span.start).unwrap_or_default();
        let start = first.span.start - before.len() + before.trim_end_matches(['[', '(']).len();
        let words = text.get(start..end).unwrap_or_default();
        let words = words.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '[' | '(' | '“' | '‘'));
        let mut unit = Unit {
            span: start..start + words.len(),
            quote: index,
            words: Vec::with_capacity(own.len()),
            sorted: Vec::new(),
            bracketed: Vec::with_capacity(own.len()),
            stems: Vec::new(),
            joined: first.after_ellipsis,
            fragment: quote.extent == Extent::Fragment,
            part: part || own.len() < tokens.len(),
        };
        for (place, token) in own.iter().enumerate() {
            let word = text.get(token.span.clone()).unwrap_or_default();
            let is_name = place > 0 && word.starts_with(char::is_uppercase);
            let word = fold(word);
            if let Some(stem) = stem(&word).filter(|_| !is_name) {
                unit.stems.push(vocabulary.number(stem));
            }
            unit.words.push(vocabulary.number(word));
            unit.bracketed.push(token.bracketed);
        }
        unit.sorted.clone_from(&unit.words);
        unit.sorted.sort_unstable();
        unit.stems.sort_unstable();
        unit.stems.dedup();
        units.push(unit);
        from = at;
    }
}

/// Long words that say little of what a sentence is about.
const LIGHT: &[&str] = &[
    "about", "after", "again", "also", "always", "because", "been", "before", "being", "could", "cant", "dont", "even",
    "ever", "every", "from", "going", "have", "having", "here", "into", "just", "know", "like", "made", "make", "many",
    "more", "most", "much", "must", "need", "never", "only", "other", "over", "really", "said", "should", "some",
    "still", "such", "than", "that", "thats", "their", "them", "then", "there", "these", "they", "thing", "things",
    "think", "this", "those", "very", "want", "were", "what", "when", "where", "which", "while", "will", "with",
    "would", "your",
];

/// Words that fall after every match, by their beginnings.
const OF_EVERY_MATCH: &[&str] = &[
    "ball", "chanc", "compe", "final", "footb", "game", "games", "goal", "goals", "group", "lads", "manag", "match",
    "minut", "night", "penal", "playe", "playi", "side", "score", "squad", "suppo", "team", "teams", "time", "today",
    "tonig", "tourn", "world",
];

/// What two translations may share of a word: its first five letters, marked so as not to be a word itself.
fn stem(word: &str) -> Option<String> {
    let stem: String = word.chars().take(5).collect();
    let weighs = word.chars().count() >= 4 && !LIGHT.contains(&word) && !OF_EVERY_MATCH.contains(&stem.as_str());
    weighs.then(|| format!("{stem}~"))
}
