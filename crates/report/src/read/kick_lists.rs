//! Kicks told by what is left of a sentence: "So did Altobelli and Baresi", "Gómez and Musiala did not", "Scirea and
//! Tardelli kept Italy ahead", "Totti had made it 3-0".

use byline_record::ask::english::tokens::TokenKind;
use byline_record::{Match, PenaltyOutcome, PersonId, Side};

use super::kick_cues::{FATES, Said};
use super::who::{self, Named};
use crate::heads::Heads;
use crate::passage::{Name, Passage};

/// Words one of which such a telling has.
const HEADS: Heads =
    Heads::of(&["did", "kept", "keep", "was", "were", "made", "make", "making", "sent", "sends", "put"]);
/// Before the score of a shoot-out after one of its kicks.
const MADE: &[&str] = &["made it", "make it", "making it"];
/// After it.
const AHEAD: &[&str] = &["up", "ahead"];
/// Where winners are sent, or losers.
const PLACES: &[&str] = &["home", "out", "through", "into", "packing"];

/// Takers with what became of their kicks, and the tokens that tell it.
pub(super) struct Listed {
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) takers: Vec<Named>,
    pub(super) said: Said,
    /// The score of the shoot-out after the last of them.
    pub(super) after: Option<(u8, u8)>,
}

/// What is told of takers from a token on; `before` tells what became of the kicks told of last.
pub(super) fn listed(
    passage: &Passage,
    at: usize,
    before: &dyn Fn() -> Option<Said>,
    pronoun: &[PersonId],
) -> Option<Listed> {
    if !passage.may_begin(at, &HEADS) {
        return None;
    }
    let subjects = || {
        let lists = who::before(passage, at, pronoun);
        let takers = lists.first()?.clone();
        let (first, _) = who::place(passage, takers.first()?)?;
        let (_, last) = who::place(passage, takers.last()?)?;
        // The subject stands next to its verb, but for what is put in between commas.
        let near = (last..at).all(|between| !passage.is_break(between) || passage.is_mark(between, ','));
        (near && at - last <= 4).then_some((takers, first))
    };
    // "Four were flawless; Van Basten was not"
    if passage.is_any(at, &["was", "were"]) {
        let end = passage.phrase(at + 1, "not")?;
        let closed = end >= passage.len() || passage.is_break(end) || passage.is_stop(end);
        let (takers, first) = subjects().filter(|_| closed)?;
        let said = if matches!(before()?, Said::Scored | Said::Winning) { Said::Missed } else { Said::Scored };
        return Some(Listed { first, end, takers, said, after: None });
    }
    if passage.is_any(at, &["did"]) {
        // "So did Altobelli", "and so, for the holders, did Masny"
        let so = (at.saturating_sub(7)..at).rev().find(|&so| passage.is_any(so, &["so"]));
        if let Some(so) = so.filter(|_| passage.name_from(at + 1).is_some_and(Name::is_person)) {
            let takers = list(passage, at + 1);
            let (_, end) = who::place(passage, takers.last()?)?;
            return Some(Listed { first: so, end, takers, said: before()?, after: None });
        }
        // "Kane and Maguire did so for England", "Olsen did the same"
        if let Some(end) = passage.any_phrase(at + 1, &["so", "likewise", "the same", "too"]) {
            const GOES_ON: &[&str] = &["for", "with", "before", "and", "but", "in", "after", "to", "while"];
            let closed = end >= passage.len() || passage.is_break(end) || passage.is_any(end, GOES_ON);
            let (takers, first) = subjects().filter(|_| closed)?;
            return Some(Listed { first, end, takers, said: before()?, after: None });
        }
        let end = passage.phrase(at + 1, "not")?;
        let closed = end >= passage.len() || passage.is_break(end) || passage.is_stop(end);
        let (takers, first) = subjects().filter(|_| closed)?;
        let said = if matches!(before()?, Said::Scored | Said::Winning) { Said::Missed } else { Said::Scored };
        return Some(Listed { first, end, takers, said, after: None });
    }
    if passage.is_any(at, &["kept", "keep"]) {
        let end = (at + 1..at + 5).find(|&next| passage.is_any(next, &["ahead", "level", "alive", "front"]))? + 1;
        let (takers, first) = subjects()?;
        return Some(Listed { first, end, takers, said: Said::Scored, after: None });
    }
    if passage.is_any(at, &["sent", "sends", "put"]) {
        let next = passage.phrase(at + 1, "the").unwrap_or(at + 1);
        let named = passage.name_from(next).filter(|name| name.team().is_some());
        let end = match named {
            Some(name) => name.end,
            None => passage.any_phrase(next, &["favourites", "hosts", "co hosts", "holders", "champions", "them"])?,
        };
        // "Having put Russia 4-3 up"
        if let (Some(TokenKind::Score(one, other)), true) = (passage.kind(end), passage.is_any(end + 1, AHEAD)) {
            let (takers, first) = subjects().filter(|(takers, _)| takers.len() == 1)?;
            return Some(Listed { first, end: end + 2, takers, said: Said::Scored, after: Some((one, other)) });
        }
        if !passage.is_any(end, PLACES) {
            return None;
        }
        let (takers, first) = subjects().filter(|(takers, _)| takers.len() == 1)?;
        return Some(Listed { first, end: end + 1, takers, said: Said::Winning, after: None });
    }
    let end = passage.any_phrase(at, MADE)?;
    let Some(TokenKind::Score(one, other)) = passage.kind(end) else { return None };
    // "Littbarski's kick made it 4-1"
    let (takers, first) = subjects()?;
    Some(Listed { first, end: end + 1, takers, said: Said::Scored, after: Some((one, other)) })
}

/// The people listed from a token on, a word of what they are before a name.
fn list(passage: &Passage, at: usize) -> Vec<Named> {
    super::goals::list_from(passage, at, &|_| Some(Side::Home))
}

/// "Made it 4-3", "had put Russia 4-3 up": whether a score at a token is said to be one on the way.
pub(super) fn is_on_the_way(passage: &Passage, at: usize) -> bool {
    at.checked_sub(2).is_some_and(|made| passage.any_phrase(made, MADE).is_some())
        || passage.is_any(at + 1, AHEAD)
        || passage.is_any(at + 1, &["down", "behind"])
}

/// What became of the kick told of last before a token.
pub(super) fn last_fate(passage: &Passage, end: usize) -> Option<Said> {
    const FATE_HEADS: Heads = Heads::of_triples(FATES);
    (0..end).rev().filter(|&at| passage.name_at(at).is_none()).find_map(|at| {
        let longest = passage.rows_at(at, FATES, &FATE_HEADS, |fate| fate.0).max_by_key(|(_, end)| *end);
        longest.map(|(&(_, said, _), _)| said)
    })
}

/// Whether a shoot-out stood so after the kick of one of some takers, where the order of its kicks is known.
pub(super) fn stood(entry: &Match, takers: &[Named], (one, other): (u8, u8)) -> bool {
    let (mut home, mut away) = (0_u8, 0_u8);
    let mut found = false;
    for kick in &entry.kicks {
        if kick.outcome == PenaltyOutcome::Scored {
            match kick.side {
                Side::Home => home = home.saturating_add(1),
                Side::Away => away = away.saturating_add(1),
            }
        }
        let is_taker = kick.taker.is_some_and(|taker| takers.iter().any(|(_, people)| people.contains(&taker)));
        found |= is_taker && ((home, away) == (one, other) || (away, home) == (one, other));
    }
    // Without the order only the score at the end is known.
    let end = entry.score.shoot_out.and_then(|decided| decided.score);
    if entry.kicks_in_order { found } else { end.is_some_and(|end| super::fit::is_score(end, one, other)) }
}
