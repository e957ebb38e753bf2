//! Small steps over text that stays where it is. Every part handed out is a slice of the file, so a complaint about
//! one finds its line and column only when it is made.

use jiff::civil::Date;

use crate::claim::Name;
use crate::read::place_of;
use crate::{Clock, ReadError};

/// A complaint about a part of a file.
#[derive(Debug)]
pub(crate) struct Fault<'t> {
    at: &'t str,
    problem: String,
    expected: String,
    hint: Option<String>,
}

/// What a step of reading gives.
pub(crate) type Parsed<'t, T> = Result<T, Fault<'t>>;

impl<'t> Fault<'t> {
    /// A complaint about `at`, a slice of the file.
    pub(crate) fn new(at: &'t str, problem: impl Into<String>, expected: impl Into<String>) -> Self {
        Self { at, problem: problem.into(), expected: expected.into(), hint: None }
    }

    /// The complaint that `at` is not what was expected, quoting it.
    pub(crate) fn unexpected(at: &'t str, expected: impl Into<String>) -> Self {
        let found = quoted(at);
        Self::new(at, found, expected)
    }

    /// Adds advice.
    pub(crate) fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// What is wrong, in words without a place.
    pub(crate) fn problem(&self) -> &str {
        &self.problem
    }

    /// The error with its place in the file the complaint is about.
    pub(crate) fn locate(self, file: &str) -> ReadError {
        let error = ReadError::new(place_of(file, self.at), self.problem, self.expected);
        match self.hint {
            Some(hint) => error.with_hint(hint),
            None => error,
        }
    }
}

/// A part of a file as an error quotes it: its first line, and not too much of that.
pub(crate) fn quoted(text: &str) -> String {
    const MOST: usize = 60;
    let line = text.lines().next().unwrap_or_default().trim();
    if line.is_empty() {
        return "nothing".to_owned();
    }
    let mut short: String = line.chars().take(MOST).collect();
    if short.len() < line.len() {
        short.push('…');
    }
    format!("`{short}`")
}

/// The first line without its end, and what follows it.
pub(crate) fn take_line(text: &str) -> (&str, &str) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    (line.strip_suffix('\r').unwrap_or(line), rest)
}

/// A line without a comment that stands behind its text: `#` after a space, to the end of the line.
pub(crate) fn without_comment(line: &str) -> &str {
    let mut from = 0;
    while let Some(found) = line.get(from..).and_then(|rest| rest.find('#')) {
        let before = line.get(..from + found).unwrap_or_default();
        if before.is_empty() || before.ends_with([' ', '\t']) {
            return before.trim_ascii_end();
        }
        from += found + 1;
    }
    line.trim_ascii_end()
}

/// The text from its first byte that is not one of `skipped`, which are ASCII.
pub(crate) fn skip<'t>(text: &'t str, skipped: &[u8]) -> &'t str {
    let at = text.bytes().position(|byte| !skipped.contains(&byte)).unwrap_or(text.len());
    text.get(at..).unwrap_or_default()
}

/// How deep a line is indented, in bytes.
pub(crate) fn indent(line: &str) -> usize {
    line.len() - line.trim_ascii_start().len()
}

/// Splits at the first wide gap, two spaces or a tab: what stands before it, and what follows, both trimmed.
pub(crate) fn split_wide(text: &str) -> (&str, &str) {
    let bytes = text.as_bytes();
    let gap = bytes
        .iter()
        .zip(bytes.iter().skip(1).chain(std::iter::once(&b'x')))
        .position(|(&byte, &next)| byte == b'\t' || (byte == b' ' && matches!(next, b' ' | b'\t')));
    match gap.and_then(|at| text.split_at_checked(at)) {
        Some((before, after)) => (before.trim_ascii(), after.trim_ascii()),
        None => (text.trim_ascii(), ""),
    }
}

/// The first word and what follows it, trimmed.
pub(crate) fn split_word(text: &str) -> (&str, &str) {
    let at = text.bytes().position(|byte| byte.is_ascii_whitespace()).unwrap_or(text.len());
    let (word, rest) = text.split_at_checked(at).unwrap_or((text, ""));
    (word, rest.trim_ascii_start())
}

/// Digits at the start, as a number of at most `most` digits, and what follows them.
pub(crate) fn leading_number(text: &str, most: usize) -> Option<(u16, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > most {
        return None;
    }
    let (number, rest) = text.split_at_checked(digits)?;
    Some((number.parse().ok()?, rest))
}

/// What stands between `(` at the start of `text` and the bracket that closes it, and what follows that.
pub(crate) fn split_bracket(text: &str) -> Option<(&str, &str)> {
    let mut depth = 0_u32;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some((text.get(1..at)?, text.get(at + 1..)?));
                }
            }
            _ if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

/// The most bytes of a name or heading. What is claimed once for each line below it must stay short.
pub(crate) const LONGEST_NAME: usize = 200;

/// The text, if it is short enough for a name or heading.
pub(crate) fn check_length(text: &str) -> Parsed<'_, &str> {
    if text.len() <= LONGEST_NAME {
        return Ok(text);
    }
    Err(Fault::new(text, format!("{} of {} bytes", quoted(text), text.len()), format!("at most {LONGEST_NAME} bytes")))
}

/// A name as it goes into a claim: a line break within it is a space.
pub(crate) fn name(text: &str) -> Name {
    let text = text.trim_ascii();
    let mut before = b'x';
    let plain = text.bytes().all(|byte| {
        let gap = matches!(byte, b'\n' | b'\r' | b'\t') || (byte == b' ' && before == b' ');
        before = byte;
        !gap
    });
    if plain { text.into() } else { text.split_ascii_whitespace().collect::<Vec<_>>().join(" ").into() }
}

/// Names of a list with commas; an empty place in the list is an error.
pub(crate) fn names<'t>(list: &'t str, what: &'static str) -> impl Iterator<Item = Parsed<'t, &'t str>> {
    list.split(',').map(move |part| {
        let part = part.trim_ascii();
        if part.is_empty() {
            Err(Fault::new(list, format!("an empty place in {}", quoted(list)), what))
        } else {
            Ok(part)
        }
    })
}

/// A minute at the start, `84'`, `45+2'`, `90'+3'` or `84`, and what follows it; `?` is a minute nobody knows.
/// `Ok(None)` where no minute starts.
pub(crate) fn leading_clock(text: &str) -> Parsed<'_, Option<(Option<Clock>, &str)>> {
    let tick = |rest: &'_ str| -> usize {
        if rest.starts_with('\'') {
            1
        } else if rest.starts_with('’') {
            '’'.len_utf8()
        } else {
            0
        }
    };
    let after_tick = |rest: &'_ str| rest.len() - tick(rest);
    let skip = |rest: &'_ str, keep: usize| rest.len() - keep;
    if let Some(rest) = text.strip_prefix('?') {
        let rest = rest.get(skip(rest, after_tick(rest))..).unwrap_or_default();
        return Ok(Some((None, rest)));
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 {
        return Ok(None);
    }
    let wrong = || {
        let end = text.find(|c: char| !(c.is_ascii_digit() || c == '+' || c == '\'')).unwrap_or(text.len());
        Fault::new(
            text,
            format!("minute {}", quoted(text.get(..end).unwrap_or(text))),
            "1 to 120, with added time after 45, 90, 105 or 120 (`84'`, `45+2'`)",
        )
    };
    let (minute, rest) = leading_number(text, 3).ok_or_else(wrong)?;
    let mut rest = rest.get(tick(rest)..).unwrap_or_default();
    let mut added = 0;
    if let Some(more) = rest.strip_prefix('+') {
        let (number, after) = leading_number(more, 2).ok_or_else(wrong)?;
        added = number;
        rest = after.get(tick(after)..).unwrap_or_default();
    }
    let clock = u8::try_from(minute)
        .ok()
        .zip(u8::try_from(added).ok())
        .and_then(|(minute, added)| Clock::with_added(minute, added).ok())
        .ok_or_else(wrong)?;
    Ok(Some((Some(clock), rest)))
}

/// The date, if it can be one of football: of a match or a birth, played or planned.
pub(crate) fn of_football(date: Date) -> Option<Date> {
    (1800..=2200).contains(&date.year()).then_some(date)
}

/// Reads a date [of football](of_football), `1993-07-28`, and none of the longer forms the date library takes.
pub(crate) fn iso_date(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    let shaped = bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let number = |digits: Option<&str>| digits?.parse::<i16>().ok();
    let small = |digits: Option<&str>| i8::try_from(number(digits)?).ok();
    let date = || Date::new(number(text.get(..4))?, small(text.get(5..7))?, small(text.get(8..))?).ok();
    if shaped { date().and_then(of_football) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_needs_a_space_before_it() {
        assert_eq!(without_comment("July 6   # first day"), "July 6");
        assert_eq!(without_comment("Gate #4 Park#2  "), "Gate");
        assert_eq!(without_comment("Park#2  "), "Park#2");
        assert_eq!(without_comment("# all"), "");
    }

    #[test]
    fn a_wide_gap_parts_names_of_several_words() {
        assert_eq!(split_wide("Czech Republic  Latvia"), ("Czech Republic", "Latvia"));
        assert_eq!(split_wide("Czech Republic\tLatvia "), ("Czech Republic", "Latvia"));
        assert_eq!(split_wide("Czech Republic "), ("Czech Republic", ""));
    }

    #[test]
    fn brackets_nest() {
        assert_eq!(split_bracket("(Kane 54' (pen.)) tail"), Some(("Kane 54' (pen.)", " tail")));
        assert_eq!(split_bracket("(Kane 54' (pen.)"), None);
        assert_eq!(split_bracket("Kane"), None);
    }

    #[test]
    fn minutes_are_read_with_and_without_ticks() {
        let read = |text| leading_clock(text).unwrap().unwrap();
        assert_eq!(read("90+3' x"), (Some(Clock::with_added(90, 3).unwrap()), " x"));
        assert_eq!(read("90'+3'"), (Some(Clock::with_added(90, 3).unwrap()), ""));
        assert_eq!(read("51pen"), (Some(Clock::new(51).unwrap()), "pen"));
        assert_eq!(read("?', 5'"), (None, ", 5'"));
        assert!(leading_clock("Kane").unwrap().is_none());
        for wrong in ["0'", "121'", "44+1'", "90+'", "1234'"] {
            assert!(leading_clock(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn dates_have_one_form() {
        assert_eq!(iso_date("1993-07-28"), Some(jiff::civil::date(1993, 7, 28)));
        assert_eq!(iso_date("1872-11-30"), Some(jiff::civil::date(1872, 11, 30)));
        for text in [
            "1993-7-28",
            "1993-02-30",
            "2023-02-29",
            "2022-13-01",
            "1993-07-28T20:00",
            "19930728",
            "-993-07-28",
            "+022-01-01",
            "1799-12-31",
            "9999-12-31",
            "2022-01",
            "",
        ] {
            assert_eq!(iso_date(text), None, "{text}");
        }
    }

    #[test]
    fn a_name_broken_over_two_lines_is_one_name() {
        assert_eq!(&*name(" Edwin van\n      der Sar "), "Edwin van der Sar");
    }
}
