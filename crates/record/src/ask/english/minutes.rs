//! The minute grammar: what a report says of the clock, as a span of it.
//!
//! `in the 84th minute`, `84'`, `on 84 minutes`, `six minutes from time`, `with six minutes to go`, `in the second
//! half`, `on the stroke of half-time`, `five minutes into the second half`, `in the last ten minutes`,
//! `in the sixth minute of stoppage time`.

use crate::Clock;
use crate::ask::statement::Minutes;

use super::tokens::{Token, TokenKind, cardinal_at, ordinal_at};

/// Added time is open-ended; no half has had more.
const ADDED: u8 = 60;

/// Words of the clock found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MinutePhrase {
    /// What they mean.
    pub minutes: Minutes,
    /// How many tokens they take.
    pub length: usize,
}

/// Whether the words of `phrase` stand at `at`; the position after them.
pub(super) fn follows(tokens: &[Token], at: usize, phrase: &str) -> Option<usize> {
    let first = &*tokens.get(at)?.word;
    // Most phrases fail at their first letter.
    if first.is_empty() || first.as_bytes().first() != phrase.as_bytes().first() {
        return None;
    }
    let mut rest = phrase.strip_prefix(first)?;
    let mut next = at.saturating_add(1);
    while !rest.is_empty() {
        let word = &*tokens.get(next)?.word;
        rest = rest.strip_prefix(' ')?.strip_prefix(word).filter(|_| !word.is_empty())?;
        next = next.saturating_add(1);
    }
    Some(next)
}

/// The position after the first of `phrases` that stands at `at`. Longer ones go first.
pub(super) fn follows_any(tokens: &[Token], at: usize, phrases: &[&str]) -> Option<usize> {
    let first = tokens.get(at)?.word.as_bytes().first()?;
    phrases
        .iter()
        .filter(|phrase| phrase.as_bytes().first() == Some(first))
        .find_map(|phrase| follows(tokens, at, phrase))
}

fn clock(minute: u32, added: u8) -> Option<Clock> {
    Clock::with_added(u8::try_from(minute).ok()?, added).ok()
}

fn span(from: Clock, to: Clock, tolerant: bool) -> Option<Minutes> {
    (from <= to).then_some(Minutes { from, to, tolerant })
}

/// One minute, as labels and ordinals give it.
fn exactly(minute: u32) -> Option<Minutes> {
    let clock = clock(minute, 0)?;
    span(clock, clock, true)
}

/// The clock at a number of minutes played: between that minute's end and the next one's.
fn elapsed(minute: u32) -> Option<Minutes> {
    let last = minute.saturating_add(1);
    match clock(minute, 0) {
        None => exactly(last),
        Some(from) if matches!(minute, 45 | 90 | 105 | 120) => span(from, clock(minute, 1)?, true),
        Some(from) => span(from, clock(last, 0)?, true),
    }
}

/// A part of a match: its first minute and its last before added time.
#[derive(Clone, Copy)]
struct Part {
    first: u32,
    last: u32,
}

const FIRST_HALF: Part = Part { first: 1, last: 45 };
const SECOND_HALF: Part = Part { first: 46, last: 90 };
const EXTRA_TIME: Part = Part { first: 91, last: 120 };
const EXTRA_FIRST: Part = Part { first: 91, last: 105 };
const EXTRA_SECOND: Part = Part { first: 106, last: 120 };
const MATCH: Part = Part { first: 1, last: 90 };

const HALF_TIME: [&str; 6] =
    ["half time", "halftime", "the break", "the interval", "the half time", "the half time break"];
const RESTART: [&str; 7] =
    ["half time", "halftime", "the break", "the interval", "the restart", "the half time", "the half time break"];
const ADDED_TIME: [&str; 7] =
    ["injury time", "stoppage time", "added time", "additional time", "added on time", "stoppages", "time added on"];
const EXTRA: [&str; 3] = ["extra time", "overtime", "extratime"];

/// The clock phrase that begins at `at`, with its own preposition ("in the 84th minute") or without ("84th-minute").
#[must_use]
pub fn minutes_at(tokens: &[Token], at: usize) -> Option<MinutePhrase> {
    let (minutes, end) = phrase(tokens, at)?;
    Some(MinutePhrase { minutes, length: end.saturating_sub(at) })
}

fn phrase(tokens: &[Token], at: usize) -> Option<(Minutes, usize)> {
    let starts = [
        "in the",
        "with the",
        "in",
        "on the",
        "on",
        "at the",
        "at",
        "with just",
        "with only",
        "with",
        "after just",
        "after only",
    ];
    // What only a preposition gives its meaning.
    if let Some(found) = around_half_time(tokens, at).or_else(|| counted(tokens, at)) {
        return Some(found);
    }
    let bare = follows_any(tokens, at, &starts).unwrap_or(at);
    label(tokens, bare)
        .or_else(|| counted(tokens, bare))
        .or_else(|| added(tokens, bare))
        .or_else(|| ends(tokens, bare))
        .or_else(|| (bare > at).then(|| part(tokens, at)).flatten())
        .or_else(|| hyphenated_part(tokens, at))
}

/// `84'`, `90+6`, `84th minute`, `minute 84`, `84 minutes`, `the hour`.
fn label(tokens: &[Token], at: usize) -> Option<(Minutes, usize)> {
    let next = at.saturating_add(1);
    match tokens.get(at)?.kind {
        TokenKind::Minute(minute) => return Some((exactly(u32::from(minute))?, next)),
        TokenKind::Added(minute, added) => {
            let clock = clock(u32::from(minute), added)?;
            let end = follows_any(tokens, next, &["minutes", "minute", "min"]).unwrap_or(next);
            return Some((span(clock, clock, true)?, end));
        }
        _ => {}
    }
    if let Some((value, length)) = ordinal_at(tokens, at) {
        let end = follows(tokens, at.saturating_add(length), "minute")?;
        // "the sixth minute of added time"
        if let Some(of) = follows_any(tokens, end, &["of", "into"])
            && let Some(done) = half_of_added(tokens, of)
        {
            let (base, end) = done;
            let clock = clock(base, u8::try_from(value).ok()?)?;
            return Some((span(clock, clock, true)?, end));
        }
        if let Some(of) = follows(tokens, end, "of")
            && let Some((part, end)) = named_part(tokens, of)
        {
            return Some((exactly(part.first.saturating_add(value).saturating_sub(1))?, end));
        }
        return Some((exactly(value)?, end));
    }
    if let Some(number) = follows(tokens, at, "minute") {
        let (value, length) = cardinal_at(tokens, number)?;
        return Some((exactly(value)?, number.saturating_add(length)));
    }
    if let Some(end) = follows_any(tokens, at, &["the hour mark", "hour mark", "the hour", "stroke of the hour"]) {
        return Some((elapsed(60)?, end));
    }
    if let Some(end) = follows_any(tokens, at, &["the half hour mark", "half hour mark", "the half hour"]) {
        return Some((elapsed(30)?, end));
    }
    None
}

/// "injury time" and which half's: the minute it is added to.
fn half_of_added(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let (base, start) = if let Some(next) = follows_any(tokens, at, &["first half"]) {
        (45, next)
    } else {
        (90, follows_any(tokens, at, &["second half", "the second half"]).unwrap_or(at))
    };
    let end = follows_any(tokens, start, &ADDED_TIME)?;
    if let Some(end) = follows_any(tokens, end, &["at the end of the first half", "of the first half"]) {
        return Some((45, end));
    }
    if follows_any(tokens, end, &["at the end of extra time", "of extra time"]).is_some() {
        return None;
    }
    Some((base, end))
}

/// "in injury time", "first-half stoppage time".
fn added(tokens: &[Token], at: usize) -> Option<(Minutes, usize)> {
    let start = follows_any(tokens, at, &["the"]).unwrap_or(at);
    let (base, end) = half_of_added(tokens, start)?;
    Some((span(clock(base, 1)?, clock(base, ADDED)?, true)?, end))
}

fn named_part(tokens: &[Token], at: usize) -> Option<(Part, usize)> {
    let extra = |half: &str| {
        EXTRA.iter().find_map(|time| {
            follows(tokens, at, half)
                .and_then(|next| follows_any(tokens, next, &["of the", "of", "in"]))
                .and_then(|next| follows(tokens, next, time))
        })
    };
    for (half, part) in [
        ("the first half", EXTRA_FIRST),
        ("first half", EXTRA_FIRST),
        ("the second half", EXTRA_SECOND),
        ("second half", EXTRA_SECOND),
    ] {
        if let Some(end) = extra(half) {
            return Some((part, end));
        }
    }
    if let Some(end) = follows_any(tokens, at, &EXTRA) {
        return Some((EXTRA_TIME, end));
    }
    if let Some(end) = follows_any(tokens, at, &["the first half", "first half", "the opening half", "opening half"]) {
        return Some((FIRST_HALF, end));
    }
    if let Some(end) = follows_any(tokens, at, &["the second half", "second half"]) {
        return Some((SECOND_HALF, end));
    }
    let end = follows_any(tokens, at, &["the game", "the match", "the tie", "the final", "proceedings", "play"])?;
    Some((MATCH, end))
}

/// "in the second half", "in extra time", "during the first half".
fn part(tokens: &[Token], at: usize) -> Option<(Minutes, usize)> {
    let start = follows_any(tokens, at, &["in", "during"])?;
    let (part, end) = named_part(tokens, start)?;
    if part.last == MATCH.last && part.first == MATCH.first {
        return None;
    }
    // "in the first half of 2022" is no clock phrase.
    if follows(tokens, end, "of").is_some() {
        return None;
    }
    Some((span(clock(part.first, 0)?, clock(part.last, ADDED)?, false)?, end))
}

/// "a second-half penalty", "an extra-time winner".
fn hyphenated_part(tokens: &[Token], at: usize) -> Option<(Minutes, usize)> {
    let (part, end) = named_part(tokens, at)?;
    let noun = tokens.get(end)?;
    let fits = ["goal", "penalty", "winner", "equaliser", "equalizer", "strike", "header", "opener", "brace"];
    (part.last != MATCH.last || part.first != MATCH.first).then_some(())?;
    fits.iter()
        .any(|word| noun.is(word))
        .then(|| Some((span(clock(part.first, 0)?, clock(part.last, ADDED)?, false)?, end)))
        .flatten()
}

/// Numbers of minutes and what they are counted from: "six minutes from time", "84 minutes", "five minutes into the
/// second half", "inside two minutes".
fn counted(tokens: &[Token], at: usize) -> Option<(Minutes, usize)> {
    if let Some(start) = follows_any(tokens, at, &["inside the first", "within the first", "inside", "within"]) {
        let (value, length) = cardinal_at(tokens, start)?;
        let end = follows_any(tokens, start.saturating_add(length), &["minutes", "minute"])?;
        return Some((span(clock(1, 0)?, clock(value, 0)?, false)?, end));
    }
    let start = follows_any(tokens, at, &["just", "only", "the", "after"]).unwrap_or(at);
    let (value, length) = match follows(tokens, start, "a") {
        Some(next) if tokens.get(next)?.is("minute") => (1, next.saturating_sub(start)),
        _ => cardinal_at(tokens, start)?,
    };
    let mut end = follows_any(tokens, start.saturating_add(length), &["minutes", "minute", "mins", "min"])?;
    if value > 130 {
        return None;
    }
    end = follows_any(tokens, end, &["of normal time", "of ordinary time", "of regulation time"]).unwrap_or(end);
    if let Some(end) = follows_any(tokens, end, &TO_THE_END) {
        let of_extra = follows_any(tokens, end, &["in extra time", "of extra time", "of the extra time"]);
        let (last, end) = of_extra.map_or((90, end), |end| (120, end));
        // Six minutes to go: the clock shows 84, in the 84th minute or the 85th.
        return Some((elapsed_within(last, value)?, end));
    }
    if let Some(end) =
        follows_any(tokens, end, &["before", "from", "ahead of"]).and_then(|next| follows_any(tokens, next, &HALF_TIME))
    {
        return Some((elapsed_within(45, value)?, end));
    }
    if let Some(end) = follows_any(tokens, end, &["after", "past"]).and_then(|next| follows_any(tokens, next, &RESTART))
    {
        return Some((elapsed(45_u32.saturating_add(value))?, end));
    }
    if let Some(next) = follows_any(tokens, end, &["into", "in to"]) {
        if let Some((base, end)) = half_of_added(tokens, follows(tokens, next, "the").unwrap_or(next)) {
            let from = clock(base, u8::try_from(value.max(1)).ok()?)?;
            let to = clock(base, u8::try_from(value.saturating_add(1)).ok()?)?;
            return Some((span(from, to, true)?, end));
        }
        let (part, end) = named_part(tokens, next)?;
        return Some((elapsed(part.first.saturating_sub(1).saturating_add(value))?, end));
    }
    // "after 84 minutes", "on 84 minutes": only where a preposition says so, or it is a length of time.
    let said = at > 0 && tokens.get(at.saturating_sub(1)).is_some_and(|before| before.is("on") || before.is("after"));
    let after = follows(tokens, at, "after").is_some();
    let closed = follows_any(tokens, end, &["later", "earlier", "apart", "each", "of", "in"]).is_none();
    if (said || after) && closed {
        let end = follows_any(tokens, end, &["played", "gone"]).unwrap_or(end);
        return Some((if after { elapsed(value)? } else { exactly(value)? }, end));
    }
    // "84 minutes gone"
    let end = follows_any(tokens, end, &["gone", "on the clock", "played"])?;
    Some((elapsed(value)?, end))
}

const TO_THE_END: [&str; 16] = [
    "from full time",
    "from the final whistle",
    "from the end",
    "from time",
    "before the end",
    "before time",
    "before full time",
    "left to play",
    "left on the clock",
    "still to play",
    "to play",
    "to go",
    "remaining",
    "left",
    "short of full time",
    "before the final whistle",
];

/// The clock with so many minutes left of a part that ends at `last`.
fn elapsed_within(last: u32, left: u32) -> Option<Minutes> {
    elapsed(last.checked_sub(left)?)
}

/// "on the stroke of half-time", "just before the break", "before half-time", "after the interval".
fn around_half_time(tokens: &[Token], at: usize) -> Option<(Minutes, usize)> {
    if let Some(end) = follows(tokens, at, "on the stroke of").and_then(|next| follows_any(tokens, next, &HALF_TIME)) {
        return Some((span(clock(44, 0)?, clock(45, ADDED)?, true)?, end));
    }
    if let Some(end) = follows_any(tokens, at, &["on the stroke of full time"]) {
        return Some((span(clock(89, 0)?, clock(90, ADDED)?, true)?, end));
    }
    let just = follows_any(tokens, at, &["just", "shortly", "right", "immediately", "straight", "soon", "moments"]);
    let start = just.unwrap_or(at);
    if let Some(end) = follows(tokens, start, "before").and_then(|next| follows_any(tokens, next, &HALF_TIME)) {
        let from = if just.is_some() { 40 } else { 1 };
        return Some((span(clock(from, 0)?, clock(45, ADDED)?, just.is_some())?, end));
    }
    if let Some(end) = follows(tokens, start, "after").and_then(|next| follows_any(tokens, next, &RESTART)) {
        let to = if just.is_some() { clock(52, 0)? } else { clock(90, ADDED)? };
        return Some((span(clock(46, 0)?, to, just.is_some())?, end));
    }
    None
}

/// "in the last ten minutes", "in the opening minute", "the final minute of normal time".
fn ends(tokens: &[Token], at: usize) -> Option<(Minutes, usize)> {
    let start = follows(tokens, at, "the").unwrap_or(at);
    let (from_end, next) = if let Some(next) = follows_any(tokens, start, &["last", "final", "closing", "dying"]) {
        (true, next)
    } else {
        (false, follows_any(tokens, start, &["first", "opening"])?)
    };
    let (value, next) = match cardinal_at(tokens, next) {
        Some((value, length)) => (value, next.saturating_add(length)),
        None if follows(tokens, next, "minute").is_some() => (1, next),
        None => (5, next),
    };
    let end = follows_any(tokens, next, &["minutes", "minute", "seconds"])?;
    if !(1..=60).contains(&value) {
        return None;
    }
    let (part, end) = match follows(tokens, end, "of").and_then(|of| named_part(tokens, of)) {
        Some(found) => found,
        None => (
            MATCH,
            follows_any(tokens, end, &["of normal time", "of ordinary time", "of regulation time"]).unwrap_or(end),
        ),
    };
    let minutes = if from_end {
        span(clock(part.last.checked_sub(value)?.saturating_add(1), 0)?, clock(part.last, ADDED)?, true)?
    } else {
        span(clock(part.first, 0)?, clock(part.first.saturating_add(value).saturating_sub(1), 0)?, true)?
    };
    Some((minutes, end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ask::english::tokens::tokens;

    fn read(text: &str) -> Option<(String, usize)> {
        let list = tokens(text, 100).unwrap();
        let found = minutes_at(&list, 0)?;
        let Minutes { from, to, tolerant } = found.minutes;
        let close = if tolerant { "~" } else { "" };
        Some((format!("{close}{from}..{to}"), list.len() - found.length))
    }

    #[test]
    fn phrases_are_spans_of_the_clock() {
        for (text, expected) in [
            ("in the 84th minute", "~84..84"),
            ("84th-minute", "~84..84"),
            ("84'", "~84..84"),
            ("on 84 minutes", "~84..84"),
            ("on eighty-four minutes", "~84..84"),
            ("in the fifty-fourth minute", "~54..54"),
            ("after 17 minutes", "~17..18"),
            ("in minute 84", "~84..84"),
            ("90+6", "~90+6..90+6"),
            ("in the sixth minute of stoppage time", "~90+6..90+6"),
            ("in the second minute of first-half stoppage time", "~45+2..45+2"),
            ("six minutes from time", "~84..85"),
            ("with six minutes left", "~84..85"),
            ("with just six minutes to go", "~84..85"),
            ("with six minutes remaining", "~84..85"),
            ("six minutes before full-time", "~84..85"),
            ("with two minutes of normal time left", "~88..89"),
            ("11 minutes from time in extra time", "~109..110"),
            ("in the second half", "46..90+60"),
            ("in the first half", "1..45+60"),
            ("in extra time", "91..120+60"),
            ("in the second half of extra time", "106..120+60"),
            ("in injury time", "~90+1..90+60"),
            ("in first-half stoppage time", "~45+1..45+60"),
            ("on the stroke of half-time", "~44..45+60"),
            ("just before the break", "~40..45+60"),
            ("three minutes before the break", "~42..43"),
            ("five minutes into the second half", "~50..51"),
            ("nine minutes after the restart", "~54..55"),
            ("27 minutes into overtime", "~117..118"),
            ("in the last ten minutes", "~81..90+60"),
            ("in the opening minute", "~1..1"),
            ("inside two minutes", "1..2"),
            ("on the hour mark", "~60..61"),
            ("before half-time", "1..45+60"),
            ("after the interval", "46..90+60"),
            ("in the third minute of extra time", "~93..93"),
            ("four minutes into stoppage time", "~90+4..90+5"),
        ] {
            assert_eq!(read(text), Some((expected.to_owned(), 0)), "{text}");
        }
    }

    #[test]
    fn other_numbers_are_no_minutes() {
        for text in [
            "84 goals",
            "in 1998",
            "five minutes later",
            "in the 184th minute",
            "the second team",
            "in the final",
            "four in six minutes",
            "130 minutes from time",
            "in the first half of 2022",
            "second",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
