//! What a table is made of: columns, each with its name, its kind and how a row fills it.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::words::Word;
use crate::{Record, Sources};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Integer,
    Truth,
    Date,
}

/// What stands in a column of a row.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell<'r> {
    Empty,
    Text(Cow<'r, str>),
    Integer(i64),
    Truth(bool),
    Date(Date),
}

/// A column of rows of type `R`.
pub(super) struct Column<'r, R> {
    pub(super) name: &'static str,
    #[cfg_attr(not(feature = "parquet"), expect(dead_code, reason = "only Parquet types its columns"))]
    pub(super) kind: Kind,
    pub(super) fill: Box<dyn Fn(&R) -> Cell<'r> + 'r>,
}

/// A table with its rows.
pub(super) struct Table<'r, R> {
    pub(super) name: &'static str,
    pub(super) columns: Vec<Column<'r, R>>,
    pub(super) rows: Vec<R>,
    /// Who stands behind a row.
    pub(super) sources: fn(&R) -> Sources,
}

/// Columns being listed.
pub(super) struct Columns<'r, R>(Vec<Column<'r, R>>);

impl<'r, R> Columns<'r, R> {
    pub(super) fn new() -> Self {
        Self(Vec::new())
    }

    fn add(mut self, name: &'static str, kind: Kind, fill: impl Fn(&R) -> Cell<'r> + 'r) -> Self {
        self.0.push(Column { name, kind, fill: Box::new(fill) });
        self
    }

    /// A column of text.
    pub(super) fn text<T: Into<Cow<'r, str>>>(self, name: &'static str, fill: impl Fn(&R) -> Option<T> + 'r) -> Self {
        self.add(name, Kind::Text, move |row| fill(row).map_or(Cell::Empty, |text| Cell::Text(text.into())))
    }

    /// A column of words.
    pub(super) fn word<W: Word>(self, name: &'static str, fill: impl Fn(&R) -> Option<W> + 'r) -> Self {
        self.text(name, move |row| fill(row).map(Word::word))
    }

    /// A column of whole numbers.
    pub(super) fn integer<N: Into<i64>>(self, name: &'static str, fill: impl Fn(&R) -> Option<N> + 'r) -> Self {
        self.add(name, Kind::Integer, move |row| fill(row).map_or(Cell::Empty, |number| Cell::Integer(number.into())))
    }

    /// A column of positions in a list, from 1.
    pub(super) fn number(self, name: &'static str, fill: impl Fn(&R) -> Option<usize> + 'r) -> Self {
        self.integer(name, move |row| fill(row).map(|index| i64::try_from(index).unwrap_or(i64::MAX).saturating_add(1)))
    }

    /// A column of yes and no.
    pub(super) fn truth(self, name: &'static str, fill: impl Fn(&R) -> Option<bool> + 'r) -> Self {
        self.add(name, Kind::Truth, move |row| fill(row).map_or(Cell::Empty, Cell::Truth))
    }

    /// A column of dates.
    pub(super) fn date(self, name: &'static str, fill: impl Fn(&R) -> Option<Date> + 'r) -> Self {
        self.add(name, Kind::Date, move |row| fill(row).map_or(Cell::Empty, Cell::Date))
    }

    /// A column of the keys of sources.
    pub(super) fn sources(self, name: &'static str, record: &'r Record, fill: impl Fn(&R) -> Sources + 'r) -> Self {
        self.text(name, move |row| Some(keys(record, fill(row))))
    }

    pub(super) fn done(self) -> Vec<Column<'r, R>> {
        self.0
    }
}

/// Keys of sources in the order of preference.
pub(super) fn keys(record: &Record, sources: Sources) -> String {
    list(record.sources_in(sources).map(|source| &*source.key))
}

/// A list in one column.
pub(super) fn list<'t>(items: impl Iterator<Item = &'t str>) -> String {
    items.collect::<Vec<&str>>().join("; ")
}
