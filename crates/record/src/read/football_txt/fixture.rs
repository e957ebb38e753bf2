//! The line of a match, and the line above matches that says when and where.

use super::dates::{WrittenDate, leading_date};
use super::score::{WrittenScore, leading_goals};
use crate::KickOff;
use crate::read::openfootball::zone;
use crate::read::scan::{Fault, Parsed, leading_number, split_bracket, split_wide, split_word};

/// A line with a date, a time, a ground, two sides, or any of them.
#[derive(Debug, Default)]
pub(super) struct Fixture<'t> {
    /// Number of the match, `(37)`.
    pub(super) number: Option<&'t str>,
    /// The date.
    pub(super) date: Option<WrittenDate<'t>>,
    /// Kick-off with its own zone, if it has one.
    pub(super) kick_off: Option<KickOff>,
    /// Ground written before the sides.
    pub(super) ground_before: Option<&'t str>,
    /// The sides and what follows them.
    pub(super) sides: Option<Sides<'t>>,
}

/// The part of a match line that is the match.
#[derive(Debug)]
pub(super) struct Sides<'t> {
    pub(super) home: &'t str,
    pub(super) away: &'t str,
    pub(super) score: WrittenScore<'t>,
    /// From the score, or the `v` in its place, to the end of the line.
    pub(super) at: &'t str,
    /// Ground written behind the sides.
    pub(super) ground: Option<&'t str>,
}

/// Reads a line; `line` is without indentation and comment.
pub(super) fn read(line: &str) -> Parsed<'_, Fixture<'_>> {
    let mut fixture = Fixture::default();
    let mut rest = line;
    if let Some((number, after)) = split_bracket(rest)
        && !number.is_empty()
        && number.bytes().all(|byte| byte.is_ascii_digit())
    {
        fixture.number = Some(number);
        rest = after.trim_ascii_start();
    }
    let bracketed = rest.strip_prefix('[');
    if let Some((date, after)) = leading_date(bracketed.unwrap_or(rest)) {
        fixture.date = Some(date);
        rest = match bracketed {
            None => after,
            Some(_) => after
                .strip_prefix(']')
                .ok_or_else(|| Fault::unexpected(after, "`]` behind a date in square brackets"))?
                .trim_ascii_start(),
        };
    } else if bracketed.is_some() {
        return Err(Fault::unexpected(rest, "a date in square brackets, `[Fri Aug/10]`"));
    }
    if let Some((kick_off, after)) = leading_time(rest)? {
        fixture.kick_off = Some(kick_off);
        rest = after;
    }
    if let Some(ground) = rest.strip_prefix('@') {
        let (ground, after) = split_wide(ground.trim_ascii_start());
        fixture.ground_before = Some(ground);
        rest = after;
    }
    if !rest.is_empty() {
        fixture.sides = Some(sides(rest)?);
    }
    Ok(fixture)
}

/// A time of day at the start, with a zone of its own or the local time in brackets, and what follows, trimmed.
fn leading_time(text: &str) -> Parsed<'_, Option<(KickOff, &str)>> {
    let Some((hour, rest)) = leading_number(text, 2) else { return Ok(None) };
    let Some((minute, rest)) = rest.strip_prefix([':', '.', 'h']).and_then(|rest| leading_number(rest, 2)) else {
        return Ok(None);
    };
    if !(rest.is_empty() || rest.starts_with([' ', '\t'])) {
        return Ok(None);
    }
    let kick_off = |hour: u16, minute: u16, offset| {
        KickOff::new(u8::try_from(hour).ok()?, u8::try_from(minute).ok()?, offset).ok_or(()).ok()
    };
    let wrong = || Fault::unexpected(text, "a time of day, `19:45` or `19:45 UTC+1`");
    let mut time = kick_off(hour, minute, None).ok_or_else(wrong)?;
    let mut rest = rest.trim_ascii_start();
    if rest.starts_with('(')
        && let Some((inside, after)) = split_bracket(rest)
        && let Some((local, zone_name)) = inside.split_once(' ')
        && let Some((hour, minute)) = local.split_once(':').and_then(|(hour, minute)| {
            let (hour, "") = leading_number(hour, 2)? else { return None };
            let (minute, "") = leading_number(minute, 2)? else { return None };
            Some((hour, minute))
        })
    {
        // The time in front is that of another zone; what counts is the time at the ground.
        time = kick_off(hour, minute, zone(zone_name.trim_ascii())).ok_or_else(wrong)?;
        rest = after.trim_ascii_start();
    }
    let (word, after) = split_word(rest);
    if word.starts_with("UTC") {
        let offset = zone(word).ok_or_else(|| Fault::unexpected(word, "an offset from UTC, `UTC+3` or `UTC-3:30`"))?;
        time = kick_off(hour, minute, Some(offset)).ok_or_else(wrong)?;
        rest = after;
    }
    Ok(Some((time, rest)))
}

/// Reads `Home SCORE Away`, `Home v Away [SCORE]`, with what follows.
fn sides(text: &str) -> Parsed<'_, Sides<'_>> {
    let expected = "a match, `Home  2-1 (1-0)  Away` or `Home  v  Away`";
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut starts_word = true;
    // The word between the sides: a score, or `v` in its place.
    let between = loop {
        let Some(&byte) = bytes.get(at) else { return Err(Fault::unexpected(text, expected)) };
        if starts_word {
            let rest = text.get(at..).unwrap_or_default();
            let is_score = byte.is_ascii_digit() && leading_goals(rest).is_some();
            let versus = || ["v ", "vs ", "vs. ", "- ", "v\t", "-\t"].iter().any(|word| rest.starts_with(word));
            if is_score || (matches!(byte, b'v' | b'-') && versus()) {
                break rest;
            }
            if byte == b'@' || byte == b'[' {
                return Err(Fault::unexpected(text, expected));
            }
        }
        starts_word = matches!(byte, b' ' | b'\t');
        at += 1;
    };
    let home = text.get(..at).unwrap_or_default().trim_ascii_end();
    if home.is_empty() {
        return Err(Fault::unexpected(text, "the first side before the score"));
    }
    let mut score = WrittenScore::default();
    let behind = if between.starts_with(|c: char| c.is_ascii_digit()) { between } else { split_word(between).1 };
    let behind = score.read(behind)?;
    let end = away_end(behind);
    let (away, tail) = behind.split_at_checked(end).unwrap_or((behind, ""));
    let away = away.trim_ascii_end();
    if away.is_empty() {
        return Err(Fault::unexpected(between, "the second side behind the score"));
    }
    let tail = score.read(tail)?.trim_ascii();
    let ground = match tail.strip_prefix('@') {
        Some(ground) => Some(ground.trim_ascii()),
        None if tail.is_empty() => None,
        None => return Err(Fault::unexpected(tail, "nothing more, or `@ Stadium, City`")),
    };
    Ok(Sides { home, away, score, at: between, ground })
}

/// Where the second side's name ends: at a wide gap, a ground, a note.
fn away_end(text: &str) -> usize {
    let mut before = b'x';
    for (at, byte) in text.bytes().enumerate() {
        let gap = matches!(before, b' ' | b'\t');
        if byte == b'\t' || (gap && matches!(byte, b' ' | b'@' | b'[')) {
            return at;
        }
        before = byte;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(line: &str) -> String {
        let fixture = match read(line) {
            Ok(fixture) => fixture,
            Err(fault) => return fault.locate(line).to_string(),
        };
        let mut parts = Vec::new();
        parts.extend(fixture.date.map(|date| date.at().to_owned()));
        parts.extend(fixture.kick_off.map(|time| format!("{} {}", time.local_time(), time.zone().unwrap_or_default())));
        parts.extend(fixture.ground_before.map(|ground| format!("before {ground}")));
        if let Some(sides) = fixture.sides {
            let end = sides.score.score(line).unwrap().end.map(|end| end.to_string()).unwrap_or_default();
            parts.push(format!("{}:{end}:{}", sides.home, sides.away));
            parts.extend(sides.ground.map(ToOwned::to_owned));
        }
        parts.join("|")
    }

    #[test]
    fn the_same_match_in_the_dialects_of_the_years() {
        for (line, read) in [
            (
                "22:00  England  1-2 (0-1)  France  @ Al Bayt Stadium, Al Khor",
                "22:00 |England:1-2:France|Al Bayt Stadium, Al Khor",
            ),
            ("17:00 UTC+4  Wales  1-1 (0-0)  Switzerland", "17:00 UTC+4|Wales:1-1:Switzerland"),
            ("15:00 (17:00 UTC+4)    Wales    1-1   Switzerland   @ Baku", "17:00 UTC+4|Wales:1-1:Switzerland|Baku"),
            ("18:00 (19:00 EEST)  Denmark 2-3 Portugal", "19:00 UTC+3|Denmark:2-3:Portugal"),
            (
                "20:00    France  v Yugoslavia   4-5            @ Parc, Paris",
                "20:00 |France:4-5:Yugoslavia|Parc, Paris",
            ),
            (
                "June 8   @ London            England          1-1 Switzerland",
                "June 8|before London|England:1-1:Switzerland",
            ),
            ("June 14 20:00 @ Antwerpen, Bosuil", "June 14|20:00 |before Antwerpen, Bosuil"),
            ("[Fri Aug/10]", "Fri Aug/10"),
            ("Switzerland 1-1 (1-0) Germany       @ Frankfurt", "Switzerland:1-1:Germany|Frankfurt"),
            ("Portugal 2-4 pen. 0-0 a.e.t. (0-0)   Spain  @ Donetsk", "Portugal:0-0:Spain|Donetsk"),
            ("England          0-0 Spain           (aet, 4-2 pen)", "England:0-0:Spain"),
            ("(37)  Winner Group A   v Runner-up Group C   @ Cardiff", "Winner Group A::Runner-up Group C|Cardiff"),
            ("12.30  1. FC Köln  2-1  Schalke 04", "12:30 |1. FC Köln:2-1:Schalke 04"),
            ("Sweden  v  Austria [walkover]", "Sweden::Austria"),
            ("Sweden  v [cancelled]  Austria", "Sweden::Austria"),
        ] {
            assert_eq!(told(line), read, "{line}");
        }
    }

    #[test]
    fn an_error_points_at_the_part_that_is_wrong() {
        for (line, error) in [
            ("25:00  England  1-2  France", "1:1: `25:00  England  1-2  France`; expected a time of day"),
            ("22:00 UTC+99  England  1-2  France", "1:7: `UTC+99`; expected an offset from UTC"),
            ("22:00  England France", "1:8: `England France`; expected a match"),
            ("22:00  1-2  France", "1:8: `1-2  France`; expected the first side"),
            ("22:00  England  1-2", "1:17: `1-2`; expected the second side"),
            ("England  1-2 (2-0)  France", ""),
            ("England  1-2  France  somewhere", "1:23: `somewhere`; expected nothing more"),
            ("[Fri", "1:1: `[Fri`; expected a date in square brackets"),
        ] {
            if !error.is_empty() {
                assert!(told(line).starts_with(error), "{line}: {}", told(line));
            }
        }
    }
}
