//! Words of the clock that say what the clock itself shows, or what is left of the match by it.

use byline_record::ask::english::tokens::TokenKind;

use super::forms::Form;
use super::{ADDED, TO_GO, from_to};
use crate::passage::Passage;

/// The form that begins at a token.
pub(super) fn form(passage: &Passage, at: usize) -> Option<Form> {
    let clock = passage.may_have("clock").then(|| on_clock(passage, at)).flatten();
    clock
        .or_else(|| passage.may_have("up").then(|| up(passage, at)).flatten())
        .or_else(|| of_ninety(passage, at))
        .or_else(|| under(passage, at))
        .or_else(|| entered(passage, at))
}

/// A number of minutes played, with what may follow it.
fn played(passage: &Passage, at: usize) -> Option<(u32, usize)> {
    let ordinal = || passage.ordinal(at).filter(|&(_, end)| passage.is_any(end, &["minute"]));
    let (minute, end) = passage.cardinal(at).or_else(ordinal).filter(|(minute, _)| (1..=120).contains(minute))?;
    let end = if passage.is_any(end, &["minutes", "minute", "mins"]) { end + 1 } else { end };
    // "The clock read 83:15"
    let seconds = passage.is_mark(end, ':') && passage.cardinal(end + 1).is_some();
    Some((minute, if seconds { end + 2 } else { end }))
}

/// "with the clock showing 83", "as the clock ticked round to 83", "the clock read 83 minutes".
fn on_clock(passage: &Passage, at: usize) -> Option<Form> {
    const SHOWS: &[&str] = &[
        "showing",
        "reading",
        "on",
        "at",
        "showed",
        "read",
        "said",
        "was on",
        "stood at",
        "ticked round to",
        "ticked over to",
        "ticked on to",
        "ticked to",
        "ticked past",
        "ticking past",
        "moved past",
        "moved round to",
    ];
    let clock = passage.any_phrase(
        at,
        &["with the clock", "as the clock", "when the clock", "the clock", "the stadium clock", "the big clock"],
    )?;
    let number = passage.any_phrase(clock, SHOWS)?;
    let number = passage.phrase(number, "the").unwrap_or(number);
    let (minute, end) = played(passage, number)?;
    Some((end, vec![from_to((minute, 0), (minute + 1, 0), true)]))
}

/// "with 83 minutes up", "with 62 up".
fn up(passage: &Passage, at: usize) -> Option<Form> {
    let number = passage.any_phrase(at, &["with just", "with only", "with barely", "with"])?;
    let (minute, end) = played(passage, number)?;
    let end = passage.phrase(end, "up")?;
    let closes = end >= passage.len() || passage.is_break(end) || passage.is_stop(end);
    closes.then(|| (end, vec![from_to((minute, 0), (minute + 1, 0), true)]))
}

/// "with seven of the 90 minutes left", "seven minutes of the ninety remained".
fn of_ninety(passage: &Passage, at: usize) -> Option<Form> {
    let ninety = passage.may_have("ninety") || passage.may_have("regulation") || {
        let near = at..passage.len().min(at + 8);
        near.into_iter().any(|at| matches!(passage.kind(at), Some(TokenKind::Number(90))))
    };
    if !ninety {
        return None;
    }
    let number = passage
        .any_phrase(at, &["with just", "with only", "with barely", "with", "when", "only", "just"])
        .unwrap_or(at);
    let (left, end) = passage.cardinal(number).filter(|(left, _)| (1..=60).contains(left))?;
    let end = passage.phrase(end, "minutes").unwrap_or(end);
    let end = passage.any_phrase(end, &["of the 90", "of the ninety", "of the regulation 90"])?;
    let end = passage.phrase(end, "minutes").unwrap_or(end);
    let end = passage.any_phrase(end, &["were left"]).or_else(|| passage.any_phrase(end, TO_GO))?;
    Some((end, vec![from_to((90 - left, 0), (91 - left, 0), true)]))
}

/// "with under ten minutes left", "with fewer than 10 minutes to go".
fn under(passage: &Passage, at: usize) -> Option<Form> {
    if !passage.is_any(at, &["with", "inside"]) {
        return None;
    }
    const UNDER: &[&str] = &[
        "with under",
        "with just under",
        "with fewer than",
        "with less than",
        "with little more than",
        "with no more than",
        "inside",
    ];
    let number = passage.any_phrase(at, UNDER)?;
    let (left, end) = passage.cardinal(number).filter(|(left, _)| (1..=45).contains(left))?;
    let end = passage.phrase(end, "minutes")?;
    let end = passage.any_phrase(end, TO_GO)?;
    // Little more is a little more.
    let from = 90_u32.checked_sub(left + u32::from(passage.word(number - 1) != "under") * 2)?;
    Some((end, vec![from_to((from, 0), (90, ADDED), true)]))
}

/// "as the game entered its last ten minutes", "going into the final ten minutes".
fn entered(passage: &Passage, at: usize) -> Option<Form> {
    if !passage.is_any(at, &["as", "going", "heading", "entering"]) {
        return None;
    }
    const ENTERED: &[&str] = &[
        "as the game entered its",
        "as the match entered its",
        "as the game entered the",
        "as the match entered the",
        "as the game went into its",
        "as the match went into its",
        "as the game moved into its",
        "going into the",
        "heading into the",
        "entering the",
        "as the tie entered its",
    ];
    let number = passage.any_phrase(at, ENTERED)?;
    let number = passage.any_phrase(number, &["last", "final", "closing"])?;
    let (left, end) = passage.cardinal(number).filter(|(left, _)| (3..=30).contains(left))?;
    let end = passage.phrase(end, "minutes")?;
    let from = 90_u32.checked_sub(left)?;
    Some((end, vec![from_to((from.saturating_sub(1), 0), (from + 3, 0), true)]))
}
