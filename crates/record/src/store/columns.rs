//! How values of the record stand in columns.

use std::str::FromStr;

use jiff::civil::Date;
use rusqlite::Row;
use rusqlite::types::{FromSqlError, Type, ValueRef};

use crate::words::Word;
use crate::{Clock, Goals, Placement};

/// A row read column by column from the left.
pub(super) struct Columns<'r> {
    row: &'r Row<'r>,
    next: usize,
}

/// Text in a column that does not say what the column is for.
#[derive(Debug, thiserror::Error)]
#[error("`{found}` is no {expected}")]
struct NotThat {
    found: String,
    expected: &'static str,
}

impl<'r> Columns<'r> {
    pub(super) fn of(row: &'r Row<'r>) -> Self {
        Self { row, next: 0 }
    }

    /// Whatever stands in the next column.
    pub(super) fn take<T: rusqlite::types::FromSql>(&mut self) -> rusqlite::Result<T> {
        let column = self.next;
        self.next += 1;
        self.row.get(column)
    }

    /// Text read by `read`, `None` for NULL.
    fn read<T>(&mut self, expected: &'static str, read: impl FnOnce(&str) -> Option<T>) -> rusqlite::Result<Option<T>> {
        let column = self.next;
        self.next += 1;
        let failed = |error| rusqlite::Error::FromSqlConversionFailure(column, Type::Text, error);
        let text = match self.row.get_ref(column)? {
            ValueRef::Null => return Ok(None),
            other => other.as_str().map_err(|error| failed(Box::new(error)))?,
        };
        match read(text) {
            Some(value) => Ok(Some(value)),
            None => Err(failed(Box::new(NotThat { found: text.to_owned(), expected }))),
        }
    }

    fn required<T>(&self, value: Option<T>) -> rusqlite::Result<T> {
        let failed = || {
            rusqlite::Error::FromSqlConversionFailure(self.next - 1, Type::Null, Box::new(FromSqlError::InvalidType))
        };
        value.ok_or_else(failed)
    }

    /// A word that may be missing.
    pub(super) fn maybe<W: Word>(&mut self) -> rusqlite::Result<Option<W>> {
        self.read(W::WHAT, W::read_word)
    }

    /// A word.
    pub(super) fn word<W: Word>(&mut self) -> rusqlite::Result<W> {
        let word = self.maybe()?;
        self.required(word)
    }

    /// A minute of the match.
    pub(super) fn minute(&mut self) -> rusqlite::Result<Option<Clock>> {
        self.read("minute of a match", |text| Clock::from_str(text).ok())
    }

    /// A date.
    pub(super) fn date(&mut self) -> rusqlite::Result<Option<Date>> {
        self.read("date", |text| text.parse().ok())
    }

    /// A time of day: hour and minute.
    pub(super) fn time(&mut self) -> rusqlite::Result<Option<(u8, u8)>> {
        self.read("time of day", |text| {
            let (hour, minute) = text.split_once(':')?;
            Some((hour.parse().ok()?, minute.parse().ok()?))
        })
    }

    /// Goals of both sides in two columns.
    pub(super) fn goals(&mut self) -> rusqlite::Result<Option<Goals>> {
        let (home, away): (Option<u8>, Option<u8>) = (self.take()?, self.take()?);
        Ok(home.zip(away).map(|(home, away)| Goals { home, away }))
    }

    /// How many of something.
    pub(super) fn count(&mut self) -> rusqlite::Result<usize> {
        self.take::<u32>().map(|count| usize::try_from(count).unwrap_or(usize::MAX))
    }

    /// A list of names as JSON.
    pub(super) fn list(&mut self) -> rusqlite::Result<Vec<Box<str>>> {
        let list = self.read("JSON list of text", |text| serde_json::from_str(text).ok())?;
        self.required(list)
    }

    /// Where a penalty went, in five columns; `None` if nothing is known.
    pub(super) fn placement(&mut self) -> rusqlite::Result<Option<Placement>> {
        let placement = Placement {
            foot: self.maybe()?,
            across_cm: self.take()?,
            height_cm: self.take()?,
            side: self.maybe()?,
            keeper_move: self.maybe()?,
        };
        Ok((placement != Placement::default()).then_some(placement))
    }
}

/// A minute as text.
pub(super) fn minute(clock: Option<Clock>) -> Option<String> {
    clock.map(|clock| clock.to_string())
}

/// A date as text.
pub(super) fn date(date: Option<Date>) -> Option<String> {
    date.map(|date| date.to_string())
}

/// A word, where there is one.
pub(super) fn word<W: Word>(value: Option<W>) -> Option<&'static str> {
    value.map(Word::word)
}

/// A list of names as JSON.
pub(super) fn list(names: &[Box<str>]) -> String {
    serde_json::Value::from(names.iter().map(|name| &**name).collect::<Vec<&str>>()).to_string()
}
