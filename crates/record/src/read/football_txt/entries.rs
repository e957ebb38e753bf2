//! People with minutes, the pattern of goals, cards, penalties and substitutions:
//! `Jude Bellingham 35' Bukayo Saka 43', 62' Mehdi Taremi 90+13' (pen.)`.

use crate::Clock;
use crate::read::scan::{Fault, Parsed, check_length, leading_clock, skip, split_bracket};

/// When an entry says it happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Minute {
    /// Nothing is written.
    Missing,
    /// `?'`: written down as not known.
    Unknown,
    /// A minute.
    At(Clock),
}

impl Minute {
    /// The minute where there is one.
    pub(super) const fn clock(self) -> Option<Clock> {
        match self {
            Self::At(clock) => Some(clock),
            Self::Missing | Self::Unknown => None,
        }
    }
}

/// One person at one minute.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'t> {
    /// Who, as written.
    pub(super) name: &'t str,
    /// When.
    pub(super) minute: Minute,
    /// What stands behind the minute: the inside of a bracket, or letters that touch it (`51pen`).
    pub(super) note: Option<&'t str>,
}

/// Entries of one side, in order.
#[derive(Debug)]
pub(super) struct Entries<'t> {
    rest: &'t str,
    name: Option<&'t str>,
}

/// Text from its first part that is no gap: blanks, line ends, commas, and comments behind a line.
fn after_gap(mut text: &str) -> &str {
    loop {
        let trimmed = skip(text, b" ,\n\r\t");
        match trimmed.strip_prefix('#') {
            Some(comment) => text = comment.split_once('\n').map_or("", |(_, rest)| rest),
            None => return trimmed,
        }
    }
}

impl<'t> Entries<'t> {
    pub(super) const fn of(text: &'t str) -> Self {
        Self { rest: text, name: None }
    }

    /// The next entry; `Ok(None)` at the end.
    pub(super) fn next(&mut self) -> Parsed<'t, Option<Entry<'t>>> {
        let mut text = after_gap(self.rest);
        if text.is_empty() {
            return Ok(None);
        }
        if let Some((clock, rest)) = leading_clock(text)? {
            let Some(name) = self.name else {
                return Err(Fault::unexpected(text, "a name before the minute"));
            };
            return self.finish(name, clock.map_or(Minute::Unknown, Minute::At), rest).map(Some);
        }
        let mut before = b'x';
        let end = text
            .bytes()
            .position(|byte| {
                let stops = matches!(byte, b',' | b';' | b'(' | b')' | b'|' | b'#')
                    || (matches!(before, b' ' | b'\n' | b'\t') && (byte.is_ascii_digit() || byte == b'?'));
                before = byte;
                stops
            })
            .unwrap_or(text.len());
        let (name, rest) = text.split_at_checked(end).unwrap_or((text, ""));
        let name = name.trim_ascii_end();
        if name.is_empty() {
            return Err(Fault::unexpected(text, "a name and a minute, `Harry Kane 54'`"));
        }
        self.name = Some(check_length(name)?);
        text = rest;
        match leading_clock(text)? {
            Some((clock, rest)) => self.finish(name, clock.map_or(Minute::Unknown, Minute::At), rest),
            None => self.finish(name, Minute::Missing, text),
        }
        .map(Some)
    }

    fn finish(&mut self, name: &'t str, minute: Minute, rest: &'t str) -> Parsed<'t, Entry<'t>> {
        self.rest = rest;
        let mut note = None;
        let behind = rest.trim_ascii_start();
        if behind.starts_with('(') {
            let (inside, after) = split_bracket(behind)
                .ok_or_else(|| Fault::new(behind, "a bracket that is not closed", "`)` behind the note"))?;
            note = Some(inside.trim_ascii());
            self.rest = after;
        } else if minute != Minute::Missing && rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let end = rest.bytes().position(|byte| !(byte.is_ascii_alphabetic() || byte == b'.')).unwrap_or(rest.len());
            let (letters, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
            note = Some(letters);
            self.rest = after;
        }
        Ok(Entry { name, minute, note })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> String {
        let mut entries = Entries::of(text);
        let mut out = Vec::new();
        while let Some(entry) = entries.next().unwrap() {
            let minute = match entry.minute {
                Minute::Missing => "-".to_owned(),
                Minute::Unknown => "?".to_owned(),
                Minute::At(clock) => clock.to_string(),
            };
            out.push(format!("{} {minute} {}", entry.name, entry.note.unwrap_or_default()).trim_end().to_owned());
        }
        out.join("; ")
    }

    #[test]
    fn both_ways_of_listing_goals() {
        assert_eq!(
            all("Jude Bellingham 35' Bukayo Saka 43', 62' Mehdi Taremi 90+13' (pen.)"),
            "Jude Bellingham 35; Bukayo Saka 43; Bukayo Saka 62; Mehdi Taremi 90+13 pen."
        );
        assert_eq!(all("Totti 6,\n  Fiore 66, Tudor 22og"), "Totti 6; Fiore 66; Tudor 22 og");
        assert_eq!(all("Goor 35,54,71 Berger 59'(pen)"), "Goor 35; Goor 54; Goor 71; Berger 59 pen");
        assert_eq!(all("Matthäus 55' (pen), N'Golo Kanté ?'"), "Matthäus 55 pen; N'Golo Kanté ?");
        assert_eq!(all("Kuntz, Klinsmann 8'  # late\n Bode"), "Kuntz -; Klinsmann 8; Bode -");
        assert_eq!(all(""), "");
    }

    #[test]
    fn what_is_no_entry_is_refused() {
        for text in ["35'", "(pen.)", "Kane 54' (pen.", "Kane 154'", "Kane 5' ; Saka"] {
            let mut entries = Entries::of(text);
            let failed = std::iter::from_fn(|| entries.next().transpose()).any(|entry| entry.is_err());
            assert!(failed, "{text}");
        }
    }
}
