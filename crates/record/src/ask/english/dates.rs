//! Days, years and days of the week as they are written, some relative to the day a question is asked.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::minutes::follows_any;
use super::tokens::{Token, TokenKind, cardinal_at};

/// A time found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// A day.
    Day(Date),
    /// A year.
    Year(i16),
    /// A day of the week.
    Weekday(Weekday),
    /// Years from and to, both counted; open where `None`.
    Years(Option<i16>, Option<i16>),
    /// From a year on, or since something that happened in it.
    Since(i16),
}

/// A time found, with how many tokens it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimePhrase {
    /// What it means.
    pub time: Time,
    /// How many tokens it takes.
    pub length: usize,
}

/// A time that cannot be placed because the day of asking is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NeedsToday;

fn month(word: &str) -> Option<i8> {
    const MONTHS: [(&str, &str); 12] = [
        ("january", "jan"),
        ("february", "feb"),
        ("march", "mar"),
        ("april", "apr"),
        ("may", "may"),
        ("june", "jun"),
        ("july", "jul"),
        ("august", "aug"),
        ("september", "sept"),
        ("october", "oct"),
        ("november", "nov"),
        ("december", "dec"),
    ];
    (1..).zip(MONTHS).find(|&(_, (long, short))| word == long || word == short).map(|(number, _)| number)
}

/// The day of the week a word names.
#[must_use]
pub fn weekday(word: &str) -> Option<Weekday> {
    Some(match word.trim_end_matches('s') {
        "monday" => Weekday::Monday,
        "tuesday" => Weekday::Tuesday,
        "wednesday" | "wedne" => Weekday::Wednesday,
        "thursday" => Weekday::Thursday,
        "friday" => Weekday::Friday,
        "saturday" => Weekday::Saturday,
        "sunday" => Weekday::Sunday,
        _ => return None,
    })
}

/// A year in digits at `at`.
pub(super) fn year_at(tokens: &[Token], at: usize) -> Option<i16> {
    match tokens.get(at)?.kind {
        TokenKind::Number(value @ 1850..=2199) => i16::try_from(value).ok(),
        _ => None,
    }
}

/// A day at `at`: `10 December 2022`, `December 10, 2022`, `10th of December 2022`, `2022-12-10`.
fn day_at(tokens: &[Token], at: usize) -> Option<(Date, usize)> {
    let token = tokens.get(at)?;
    if let TokenKind::Date(date) = token.kind {
        return Some((date, at.saturating_add(1)));
    }
    let number = |at: usize| match tokens.get(at)?.kind {
        TokenKind::Number(value) | TokenKind::Ordinal(value) => i8::try_from(value).ok(),
        _ => None,
    };
    let next = at.saturating_add(1);
    let (day, month, after) = if let Some(day) = number(at) {
        let of = follows_any(tokens, next, &["of"]).unwrap_or(next);
        (day, month(&tokens.get(of)?.word)?, of.saturating_add(1))
    } else {
        let month = month(&token.word)?;
        let the = follows_any(tokens, next, &["the"]).unwrap_or(next);
        (number(the)?, month, the.saturating_add(1))
    };
    let comma = if tokens.get(after).is_some_and(|mark| mark.is_mark(',')) { after.saturating_add(1) } else { after };
    let year = year_at(tokens, comma)?;
    Some((Date::new(year, month, day).ok()?, comma.saturating_add(1)))
}

/// The time that begins at `at`, with its preposition.
///
/// # Errors
/// If it is relative ("four years ago") and `today` is not known.
pub fn time_at(tokens: &[Token], at: usize, today: Option<Date>) -> Result<Option<TimePhrase>, NeedsToday> {
    let found = |time: Time, end: usize| Ok(Some(TimePhrase { time, length: end.saturating_sub(at) }));
    let next = follows_any(tokens, at, &["on a", "on the", "on", "in the", "in", "of", "from", "dated", "during"])
        .unwrap_or(at);
    if let Some(end) = follows_any(tokens, at, &["between", "from"])
        && let Some(from) = year_at(tokens, end)
        && let Some(second) = follows_any(tokens, end.saturating_add(1), &["and", "to", "until", "till"])
        && let Some(to) = year_at(tokens, second)
    {
        return found(Time::Years(Some(from), Some(to)), second.saturating_add(1));
    }
    if let Some((date, end)) = day_at(tokens, next) {
        return found(Time::Day(date), end);
    }
    if let Some(start) = follows_any(tokens, at, &["since", "from"])
        && let Some(year) = year_at(tokens, start)
    {
        let end = start.saturating_add(1);
        return match follows_any(tokens, at, &["since"]) {
            Some(_) => found(Time::Since(year), end),
            None if follows_any(tokens, end, &["on", "onwards", "onward"]).is_some() => {
                found(Time::Years(Some(year), None), end.saturating_add(1))
            }
            None => found(Time::Year(year), end),
        };
    }
    if let Some(start) = follows_any(tokens, at, &["before"])
        && let Some(year) = year_at(tokens, start)
    {
        return found(Time::Years(None, Some(year.saturating_sub(1))), start.saturating_add(1));
    }
    if let Some(start) = follows_any(tokens, at, &["after"])
        && let Some(year) = year_at(tokens, start)
    {
        return found(Time::Years(Some(year.saturating_add(1)), None), start.saturating_add(1));
    }
    if let Some(start) = follows_any(tokens, at, &["until", "till", "up to", "to"])
        && let Some(year) = year_at(tokens, start)
    {
        return found(Time::Years(None, Some(year)), start.saturating_add(1));
    }
    if let Some(token) = tokens.get(next) {
        if let TokenKind::Decade(first) = token.kind {
            return found(Time::Years(Some(first), Some(first.saturating_add(9))), next.saturating_add(1));
        }
        if let Some(day) = weekday(&token.word) {
            let after = next.saturating_add(1);
            // "Saturday 10 December 2022": the day says more.
            let comma =
                if tokens.get(after).is_some_and(|mark| mark.is_mark(',')) { after.saturating_add(1) } else { after };
            return match day_at(tokens, comma) {
                Some((date, end)) if date.weekday() == day => found(Time::Day(date), end),
                _ => found(Time::Weekday(day), after),
            };
        }
    }
    if let Some(year) = year_at(tokens, next) {
        return found(Time::Year(year), next.saturating_add(1));
    }
    relative(tokens, at, today)
}

/// "four years ago", "last year", "this year", "yesterday", "today".
fn relative(tokens: &[Token], at: usize, today: Option<Date>) -> Result<Option<TimePhrase>, NeedsToday> {
    let found = |time: Time, end: usize| Ok(Some(TimePhrase { time, length: end.saturating_sub(at) }));
    let back = |years: u32| {
        let today = today.ok_or(NeedsToday)?;
        let years = i16::try_from(years).unwrap_or(i16::MAX);
        Ok(today.year().checked_sub(years))
    };
    if let Some((years, length)) = cardinal_at(tokens, at).or_else(|| follows_any(tokens, at, &["a"]).map(|_| (1, 1)))
        && let Some(end) = follows_any(tokens, at.saturating_add(length), &["years ago", "year ago"])
    {
        return match back(years)? {
            Some(year) if year >= 1850 => found(Time::Year(year), end),
            _ => Ok(None),
        };
    }
    for (words, years) in [("last year", 1), ("this year", 0)] {
        if let Some(end) = follows_any(tokens, at, &[words])
            && let Some(year) = back(years)?
        {
            return found(Time::Year(year), end);
        }
    }
    for (words, days) in [("yesterday", 1), ("today", 0)] {
        if let Some(end) = follows_any(tokens, at, &[words]) {
            let today = today.ok_or(NeedsToday)?;
            return match today.checked_sub(i64::from(days).days()) {
                Ok(date) => found(Time::Day(date), end),
                Err(_) => Ok(None),
            };
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ask::english::tokens::tokens;

    fn read(text: &str) -> Option<Time> {
        let list = tokens(text, 100).unwrap();
        let today = "2022-12-11".parse().unwrap();
        time_at(&list, 0, Some(today)).unwrap().filter(|found| found.length == list.len()).map(|found| found.time)
    }

    #[test]
    fn days_are_read_in_every_order() {
        let day = Some(Time::Day("2022-12-10".parse().unwrap()));
        for text in [
            "10 December 2022",
            "on 10th December, 2022",
            "the 10th of December 2022",
            "December 10, 2022",
            "on December the 10th 2022",
            "Dec 10 2022",
            "2022-12-10",
            "on Saturday, 10 December 2022",
            "yesterday",
        ] {
            let text = text.strip_prefix("the ").unwrap_or(text);
            assert_eq!(read(text), day, "{text}");
        }
        assert_eq!(read("31 February 2022"), None);
    }

    #[test]
    fn years_and_spans_of_years() {
        for (text, time) in [
            ("in 1998", Time::Year(1998)),
            ("since 1962", Time::Since(1962)),
            ("four years ago", Time::Year(2018)),
            ("last year", Time::Year(2021)),
            ("between 1990 and 2010", Time::Years(Some(1990), Some(2010))),
            ("from 1990 to 2010", Time::Years(Some(1990), Some(2010))),
            ("in the 1990s", Time::Years(Some(1990), Some(1999))),
            ("before 1990", Time::Years(None, Some(1989))),
            ("on a Sunday", Time::Weekday(Weekday::Sunday)),
            ("Saturday", Time::Weekday(Weekday::Saturday)),
        ] {
            assert_eq!(read(text), Some(time), "{text}");
        }
        assert_eq!(read("31"), None);
    }

    #[test]
    fn a_relative_year_needs_a_day_to_count_from() {
        let list = tokens("four years ago", 10).unwrap();
        assert_eq!(time_at(&list, 0, None), Err(NeedsToday));
    }
}
