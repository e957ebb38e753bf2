//! Which match a place, a day or a stage belongs to: the one whose result, or a goal of which, is told beside it.
//!
//! "Beat Mexico 3-0 in Yekaterinburg on Wednesday": what follows the result by nothing but prepositions, places, days
//! and stages is told of that match, whichever match the report is about.

use byline_record::Match;
use byline_record::ask::english::dates::weekday;
use byline_record::ask::english::tokens::TokenKind;

use super::super::against::ToldMatch;
use super::super::{Out, ended};
use crate::passage::Passage;

/// The match beside a token.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tied<'r> {
    pub(super) entry: &'r Match,
    /// Whether the match is known only by who scored: of its stage that says nothing.
    pub(super) by_people: bool,
}

/// Words that may stand between a result and what is told of its match.
const LINKS: &[&str] = &[
    "in",
    "at",
    "on",
    "the",
    "other",
    "a",
    "an",
    "their",
    "its",
    "of",
    "this",
    "last",
    "night",
    "evening",
    "afternoon",
    "morning",
    "after",
    "extra",
    "time",
    "match",
    "game",
    "tie",
    "opening",
    "sold",
    "out",
    "packed",
    "front",
    "here",
    "inside",
    "yesterday",
    "city",
    "first",
    "second",
    "third",
    "de",
    "da",
    "do",
    "del",
    "la",
    "group",
    "stage",
    "s",
    "rain",
    "soaked",
    "steamy",
    "sweltering",
    "stadium",
    "sun",
    "drenched",
    "phase",
    "clash",
    "minutes",
    "world",
    "cup",
    "european",
    "championship",
    "finals",
    "tournament",
    "play",
    "off",
];

/// Words that turn to something else.
const TURNS: &[&str] = &[
    "who", "which", "whose", "where", "when", "while", "after", "before", "as", "had", "since", "but", "and", "next",
    "will", "to", "having", "if", "would", "until", "then", "for", "face", "faces", "meet", "meets", "play", "run",
    "await", "awaits", "against", "take", "tackle",
];

/// The results of a passage that the record confirms, and its goals told against a team, in the order of the text.
pub(super) fn results<'r>(passage: &Passage, goals: &[ToldMatch<'r>], out: &Out<'r>) -> Vec<ToldMatch<'r>> {
    let Some(last) = passage.tokens.last() else { return Vec::new() };
    let until = passage.start + last.span.end;
    let mut found = goals.to_vec();
    let told = out.so_far().iter().rev().take_while(|told| told.span.start >= passage.start);
    for told in told.filter(|told| told.span.end <= until) {
        let Some(entry) = ended(told).and_then(|id| out.view.get(id)) else { continue };
        let (start, end) = (told.span.start - passage.start, told.span.end - passage.start);
        let first = passage.tokens.partition_point(|token| token.span.end <= start);
        let end = passage.tokens.partition_point(|token| token.span.start < end);
        found.push(ToldMatch { entry, first, end, by_people: false });
    }
    found.sort_by_key(|result| (result.end, result.first));
    found
}

/// The match that a place, day or stage between two tokens is of.
pub(super) fn tied<'r>(passage: &Passage, (at, end): (usize, usize), results: &[ToldMatch<'r>]) -> Option<Tied<'r>> {
    if results.is_empty() {
        return None;
    }
    let told = |result: &ToldMatch<'r>| Some(Tied { entry: result.entry, by_people: result.by_people });
    if let Some(result) = results.iter().find(|result| result.first <= at && end <= result.end) {
        return told(result);
    }
    if let Some(result) = results.iter().rev().find(|result| result.end <= at)
        && (result.end..at).all(|between| is_link(passage, between) || is_adjective(passage, between))
    {
        // "meet Spain, who drew 1-1 with Ireland, on Saturday in Gwangju": after the comma it is of what comes next.
        const AHEAD: &[&str] = &["meet", "meets", "play", "plays", "face", "faces", "will", "host", "await", "awaits"];
        // "Beat Spain, 2-1, on Saturday": there the score alone is set off.
        let set_off = passage.is_mark(result.end.wrapping_sub(2), ',');
        let resumes = !set_off
            && (result.end..at).any(|between| passage.is_mark(between, ','))
            && (0..result.first).any(|before| {
                passage.name_at(before).is_none()
                    && passage.is_any(before, AHEAD)
                    && (before..result.first).any(|next| passage.is_any(next, &["who", "which"]))
            });
        if resumes {
            return None;
        }
        return told(result);
    }
    let result = results.iter().find(|result| end <= result.first)?;
    let fronted = opens_clause(passage, at) && end + 8 >= result.first;
    let comma = usize::from(passage.is_mark(end, ','));
    let straight = (end + comma..result.first).all(|between| {
        let turns = passage.name_at(between).is_none() && passage.is_any(between, TURNS);
        // "On Wednesday Croatia had beaten England 2-1": of the very verb.
        let helps = between + 1 == result.first && passage.is_any(between, &["had"]);
        !passage.is_break(between) && (!turns || helps)
    });
    (fronted && straight).then(|| told(result))?
}

fn is_link(passage: &Passage, at: usize) -> bool {
    let Some(token) = passage.token(at) else { return false };
    if let Some(name) = passage.name_at(at) {
        return name.edition().is_some() || name.competition().is_some();
    }
    match token.kind {
        TokenKind::Number(_) => true,
        TokenKind::Mark(mark) => matches!(mark, ',' | '-' | '\''),
        TokenKind::Possessive => true,
        TokenKind::Word => {
            passage.is_any(at, LINKS)
                || token.capital && !passage.is_title
                || weekday(&token.word).is_some()
                || super::super::stages::stage_words(passage, at).is_some()
                || at > 0 && super::super::stages::stage_words(passage, at - 1).is_some_and(|(_, end)| end > at)
        }
        _ => false,
    }
}

/// "In an excellent semi-final": a word between an article and what it stands before.
fn is_adjective(passage: &Passage, at: usize) -> bool {
    let is_word = passage.token(at).is_some_and(|token| matches!(token.kind, TokenKind::Word) && !token.capital);
    is_word
        && passage.name_at(at).is_none()
        && passage.is_any(at.wrapping_sub(1), &["a", "an"])
        && passage.is_any(at.wrapping_sub(2), &["in"])
        && !passage.is_any(at, TURNS)
}

/// "In the quarter-finals they beat …", ", at Wembley, they lost …".
fn opens_clause(passage: &Passage, at: usize) -> bool {
    let article = at.checked_sub(1).filter(|&before| passage.is_any(before, &["the", "their", "a"])).unwrap_or(at);
    let Some(preposition) = article.checked_sub(1).filter(|&before| passage.is_any(before, &["in", "at", "on"])) else {
        return false;
    };
    preposition == 0 || passage.is_stop(preposition - 1)
}
