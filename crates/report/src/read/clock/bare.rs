//! Minutes told without the word: "after 14", "17 from time", "with 62 gone", and rounded ones: "inside half an hour".

use byline_record::ask::english::tokens::TokenKind;

use super::forms::Form;
use super::{ADDED, EXTRA_TIME, from_to};
use crate::passage::Passage;

/// The form that begins at a token.
pub(super) fn form(passage: &Passage, at: usize) -> Option<Form> {
    counted_down(passage, at)
        .or_else(|| gone(passage, at))
        .or_else(|| into_added(passage, at))
        .or_else(|| rounded(passage, at))
        .or_else(|| into_half(passage, at))
        .or_else(|| number(passage, at))
        .or_else(|| beside_name(passage, at))
}

/// "17 from time", "four from the end".
fn counted_down(passage: &Passage, at: usize) -> Option<Form> {
    let start = passage.any_phrase(at, &["with just", "with only", "with", "just", "only"]).unwrap_or(at);
    let (left, end) = passage.cardinal(start).filter(|(left, _)| (1..=45).contains(left))?;
    let end = passage.any_phrase(
        end,
        &["from time", "from the end", "from full time", "from the final whistle", "from the finish", "before time"],
    )?;
    Some((end, vec![from_to((90 - left, 0), (91 - left, 0), true)]))
}

/// "with 62 gone", "with 14 minutes to play", "with barely four played".
fn gone(passage: &Passage, at: usize) -> Option<Form> {
    let next = passage.any_phrase(at, &["with just", "with only", "with barely", "with about", "with"])?;
    let (count, end) = passage.cardinal(next).filter(|(count, _)| (1..=90).contains(count))?;
    let end = passage.any_phrase(end, &["gone", "played", "on the clock", "on the watch"])?;
    Some((end, vec![from_to((count, 0), (count + 1, 0), true)]))
}

/// "five minutes into added time", "in the fourth added minute", "two minutes into extra time".
fn into_added(passage: &Passage, at: usize) -> Option<Form> {
    const OF_ADDED: &[&str] =
        &["stoppage time", "injury time", "added time", "additional time", "stoppages", "the added minutes"];
    let start = passage.any_phrase(at, &["in the", "the", "some", "just", "barely"]).unwrap_or(at);
    let (count, end) = match passage.ordinal(start) {
        Some((nth, end)) => (nth, passage.any_phrase(end, &["added minute", "additional minute", "extra minute"])?),
        None => {
            let (count, end) = match passage.any_phrase(start, &["a minute", "one minute"]) {
                Some(end) => (1, end),
                None => {
                    let (count, end) = passage.cardinal(start)?;
                    (count, passage.any_phrase(end, &["minutes", "minute"])?)
                }
            };
            (count, passage.any_phrase(passage.phrase(end, "into")?, OF_ADDED)?)
        }
    };
    let added = u8::try_from(count).ok().filter(|added| (1..=30).contains(added))?;
    let span = |base: u32| from_to((base, added), (base, added.saturating_add(1)), true);
    Some((end, vec![span(90), span(45), span(120), span(105)]))
}

/// "inside half an hour", "within the first quarter of an hour", "almost from the restart".
fn rounded(passage: &Passage, at: usize) -> Option<Form> {
    const HALF_HOUR: &[&str] = &["half an hour", "the half hour", "the first half hour", "the opening half hour"];
    const QUARTER: &[&str] = &[
        "a quarter of an hour",
        "the first quarter of an hour",
        "the opening quarter of an hour",
        "the first quarter hour",
        "the opening quarter hour",
    ];
    const HOUR: &[&str] = &["an hour", "the hour", "the first hour"];
    const FROM_RESTART: &[&str] = &[
        "almost from the restart",
        "virtually from the restart",
        "straight from the restart",
        "almost from the resumption",
        "almost straight from the restart",
    ];
    if let Some(next) = passage.any_phrase(at, &["inside", "within", "in under", "in less than", "before"]) {
        let before = passage.word(at) == "before";
        if let Some(end) = passage.any_phrase(next, HALF_HOUR).filter(|&end| !passage.is_any(end, &["of"])) {
            return Some((end, vec![from_to((1, 0), (30, 0), true)]));
        }
        if let Some(end) = passage.any_phrase(next, QUARTER).filter(|&end| !before && !passage.is_any(end, &["of"])) {
            return Some((end, vec![from_to((1, 0), (15, 0), true)]));
        }
        if let Some(end) = passage.any_phrase(next, HOUR).filter(|&end| !before && !passage.is_any(end, &["of"])) {
            return Some((end, vec![from_to((1, 0), (60, 0), true)]));
        }
        return None;
    }
    let end = passage.any_phrase(at, FROM_RESTART)?;
    // Of the second half, or of the match after a goal.
    Some((end, vec![from_to((46, 0), (50, 0), false)]))
}

/// "half an hour into the second half", "a quarter of an hour after the break".
fn into_half(passage: &Passage, at: usize) -> Option<Form> {
    let start = passage.any_phrase(at, &["just", "about", "around", "some"]).unwrap_or(at);
    let (count, end) = match passage.any_phrase(start, &["half an hour"]) {
        Some(end) => (30, end),
        None => (15, passage.any_phrase(start, &["a quarter of an hour", "quarter of an hour"])?),
    };
    let next = passage.any_phrase(end, &["into", "after"])?;
    let after = passage.word(end) == "after";
    let played = match passage.any_phrase(next, &["the second half"]).filter(|_| !after) {
        Some(end) => (45 + count, end),
        None => match passage.any_phrase(next, super::RESTART).filter(|_| after) {
            Some(end) => (45 + count, end),
            None => (count, passage.any_phrase(next, &["the game", "the match", "the contest", "the first half"])?),
        },
    };
    let (minute, end) = played;
    Some((end, vec![from_to((minute - 3, 0), (minute + 4, 0), true)]))
}

/// "after 14", "on 18", "at 73", where nothing else is counted.
fn number(passage: &Passage, at: usize) -> Option<Form> {
    let next = passage.any_phrase(at, &["after just", "after only", "after", "on", "at"])?;
    let (count, end) = passage.cardinal(next).filter(|(count, _)| (1..=120).contains(count))?;
    // Ages stand after "at", places and tallies after "on".
    let least = match passage.word(at) {
        "at" => 46,
        "on" => 10,
        _ => 2,
    };
    let counted = passage.is_any(
        at.wrapping_sub(1),
        &["is", "are", "was", "were", "now", "stands", "stand", "sits", "moved", "level", "goals", "remains", "still"],
    );
    let is_year = matches!(passage.kind(next), Some(TokenKind::Number(1900..=2100)));
    if count < least || counted || is_year || passage.name_at(next).is_some() {
        return None;
    }
    let closes = end >= passage.len()
        || [',', '.', ';', ')', ':', '!', '?'].iter().any(|&mark| passage.is_mark(end, mark))
        || passage.is_any(
            end,
            &["to", "from", "with", "when", "before", "by", "but", "and", "while", "through", "for", "only", "as"],
        )
        // "Scored after 14 in Dallas"
        || passage.is_any(end, &["in", "at"]) && passage.token(end + 1).is_some_and(|token| token.capital)
        || passage.word(at) == "at" && passage.is_any(end, &["stole", "headed", "scored", "struck", "turned", "made"]);
    closes.then(|| (end, vec![from_to((count, 0), (count + 1, 0), true)]))
}

/// "Portugal 1 Netherlands 0, Maniche, 23 minutes": behind a name, between marks.
fn beside_name(passage: &Passage, at: usize) -> Option<Form> {
    let comma = at.checked_sub(1).filter(|&comma| passage.is_mark(comma, ','))?;
    passage.name_at(comma.checked_sub(1)?).filter(|name| name.is_person())?;
    let (count, end) = passage.cardinal(at).filter(|(count, _)| (1..=120).contains(count))?;
    let end = passage.any_phrase(end, &["minutes", "mins", "min"])?;
    let closes = end >= passage.len() || passage.is_stop(end) || passage.is_mark(end, ',');
    closes.then(|| (end, vec![from_to((count, 0), (count + 1, 0), true)]))
}

/// "at half-time in the extra 30 minutes", "on the stroke of half-time in extra time".
pub(super) fn half_of_extra(passage: &Passage, end: usize) -> Option<Form> {
    let next = passage.any_phrase(end, &["in", "of"])?;
    let end = passage.any_phrase(next, EXTRA_TIME)?;
    Some((end, vec![from_to((103, 0), (105, ADDED), false)]))
}
