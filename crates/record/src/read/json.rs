//! What the JSON readers share: lines of values, season labels, small lenient fields.

use std::borrow::Cow;
use std::fmt::Display;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer};

use super::scan::iso_date;

/// Text borrowed from the file where it has no escapes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(transparent)]
pub(super) struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

impl Text<'_> {
    /// The text without the blanks some sources leave around it.
    pub(super) fn get(&self) -> &str {
        self.0.trim()
    }

    /// The text as owned; `None` if it is blank.
    pub(super) fn owned(&self) -> Option<Box<str>> {
        let text = self.get();
        (!text.is_empty()).then(|| text.into())
    }
}

/// Tells the line of the object a borrowed value stands in. Values must be asked for in the order of the file, so
/// that the whole file is counted once.
pub(super) struct Lines<'a> {
    text: &'a str,
    counted: usize,
    line: u32,
}

impl<'a> Lines<'a> {
    /// Lines of `text`, the whole file.
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, counted: 0, line: 1 }
    }

    /// Line of the brace that opens the object in which `value` is the first member. A value with escapes is no
    /// longer a part of the file: the line of the object before is given.
    pub(super) fn of(&mut self, value: &Text<'_>) -> u32 {
        let Cow::Borrowed(value) = value.0 else { return self.line };
        let start = (value.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize);
        let Some(before) = start.and_then(|start| self.text.as_bytes().get(..start)) else { return self.line };
        let brace = before.iter().rposition(|&byte| byte == b'{').unwrap_or(before.len());
        if let Some(passed) = self.text.as_bytes().get(self.counted..brace) {
            let lines = passed.iter().filter(|&&byte| byte == b'\n').count();
            self.line = self.line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
            self.counted = brace;
        }
        self.line
    }
}

/// The label of a season given by its two years: `2018/19`, or `2018` where there is only one.
pub(super) fn season_label(first: &str, second: Option<&str>) -> Option<Box<str>> {
    let year = |text: &str| (text.len() == 4).then(|| text.parse::<u16>().ok()).flatten();
    let from = year(first)?;
    let Some(second) = second else { return Some(first.into()) };
    let to = match second.len() {
        2 => from / 100 * 100 + second.parse::<u16>().ok()? + if from % 100 == 99 { 100 } else { 0 },
        _ => year(second)?,
    };
    (to == from + 1).then(|| format!("{from}/{:02}", to % 100).into())
}

/// A date `2017-05-21` and where it stands.
pub(super) struct DateText<'a> {
    pub(super) text: Text<'a>,
    pub(super) date: Date,
}

impl<'de: 'a, 'a> Deserialize<'de> for DateText<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = Text::deserialize(from)?;
        let date = understood(&text, "a date such as `2017-05-21`", iso_date)?;
        Ok(Self { text, date })
    }
}

/// A value written as text that `parse` must understand.
pub(super) fn parsed<'de, D, T>(from: D, expected: &str, parse: impl FnOnce(&str) -> Option<T>) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
{
    understood(&Text::deserialize(from)?, expected, parse)
}

/// The same where the value may be null or blank.
pub(super) fn optional<'de, D, T>(
    from: D,
    expected: &str,
    parse: impl FnOnce(&str) -> Option<T>,
) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
{
    let text = Option::<Text<'_>>::deserialize(from)?.filter(|text| !text.get().is_empty());
    text.map(|text| understood(&text, expected, parse)).transpose()
}

fn understood<E, T>(text: &Text<'_>, expected: &str, parse: impl FnOnce(&str) -> Option<T>) -> Result<T, E>
where
    E: serde::de::Error,
{
    parse(text.get()).ok_or_else(|| wrong(&format_args!("`{}`", text.get()), expected))
}

/// The error for a value that is none of what was expected, in the words `json_error` takes apart.
pub(super) fn wrong<E: serde::de::Error>(found: &dyn Display, expected: &str) -> E {
    // Long values would drown the message.
    let found = found.to_string();
    let shown: String = found.chars().take(60).collect();
    let dots = if shown.len() < found.len() { "…" } else { "" };
    E::custom(format_args!("{shown}{dots}, expected {expected}"))
}
