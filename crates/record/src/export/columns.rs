//! What a table is made of: columns, each with its name, its kind and how a row fills it.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::words::Word;
use crate::{Record, Sources};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Integer,
    Real,
    Truth,
    Date,
}

/// What stands in a column of a row.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell<'r> {
    Empty,
    Text(Cow<'r, str>),
    Integer(i64),
    Real(f64),
    Truth(bool),
    Date(Date),
}

/// A column of rows of type `R`.
pub(crate) struct Column<'r, R> {
    pub(crate) name: &'static str,
    #[cfg_attr(not(feature = "parquet"), expect(dead_code, reason = "only Parquet types its columns"))]
    pub(crate) kind: Kind,
    pub(crate) fill: Box<dyn Fn(&R) -> Cell<'r> + 'r>,
}

/// A table with its rows.
pub(crate) struct Table<'r, R> {
    pub(crate) name: &'static str,
    pub(crate) columns: Vec<Column<'r, R>>,
    pub(crate) rows: Vec<R>,
    /// Who stands behind a row.
    pub(crate) sources: fn(&R) -> Sources,
}

/// Columns being listed: each a name and how a row fills it.
pub struct Columns<'r, R>(Vec<Column<'r, R>>);

impl<R> Default for Columns<'_, R> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'r, R> Columns<'r, R> {
    /// No column yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn add(mut self, name: &'static str, kind: Kind, fill: impl Fn(&R) -> Cell<'r> + 'r) -> Self {
        self.0.push(Column { name, kind, fill: Box::new(fill) });
        self
    }

    /// A column of text.
    pub fn text<T: Into<Cow<'r, str>>>(self, name: &'static str, fill: impl Fn(&R) -> Option<T> + 'r) -> Self {
        self.add(name, Kind::Text, move |row| fill(row).map_or(Cell::Empty, |text| Cell::Text(text.into())))
    }

    /// A column of words.
    pub(crate) fn word<W: Word>(self, name: &'static str, fill: impl Fn(&R) -> Option<W> + 'r) -> Self {
        self.text(name, move |row| fill(row).map(Word::word))
    }

    /// A column of whole numbers.
    pub fn integer<N: Into<i64>>(self, name: &'static str, fill: impl Fn(&R) -> Option<N> + 'r) -> Self {
        self.add(name, Kind::Integer, move |row| fill(row).map_or(Cell::Empty, |number| Cell::Integer(number.into())))
    }

    /// A column of real numbers.
    pub fn real(self, name: &'static str, fill: impl Fn(&R) -> Option<f64> + 'r) -> Self {
        self.add(name, Kind::Real, move |row| fill(row).map_or(Cell::Empty, Cell::Real))
    }

    /// A column of positions in a list, from 1.
    pub(crate) fn number(self, name: &'static str, fill: impl Fn(&R) -> Option<usize> + 'r) -> Self {
        self.integer(name, move |row| fill(row).map(|index| i64::try_from(index).unwrap_or(i64::MAX).saturating_add(1)))
    }

    /// A column of yes and no.
    pub fn truth(self, name: &'static str, fill: impl Fn(&R) -> Option<bool> + 'r) -> Self {
        self.add(name, Kind::Truth, move |row| fill(row).map_or(Cell::Empty, Cell::Truth))
    }

    /// A column of dates.
    pub fn date(self, name: &'static str, fill: impl Fn(&R) -> Option<Date> + 'r) -> Self {
        self.add(name, Kind::Date, move |row| fill(row).map_or(Cell::Empty, Cell::Date))
    }

    /// A column of the keys of sources.
    pub(crate) fn sources(self, name: &'static str, record: &'r Record, fill: impl Fn(&R) -> Sources + 'r) -> Self {
        self.text(name, move |row| Some(keys(record, fill(row))))
    }

    pub(crate) fn done(self) -> Vec<Column<'r, R>> {
        self.0
    }
}

/// Keys of sources in the order of preference.
pub(crate) fn keys(record: &Record, sources: Sources) -> String {
    list(record.sources_in(sources).map(|source| &*source.key))
}

/// A list in one column.
pub(crate) fn list<'t>(items: impl Iterator<Item = &'t str>) -> String {
    items.collect::<Vec<&str>>().join("; ")
}
