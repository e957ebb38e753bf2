//! Where facts come from: data sets, their licences and what they are trusted for.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A data set, or our own record. Known ones are in `facts/sources.txt`; imports use the same keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Short stable key: `world-cup-database`.
    pub key: Box<str>,
    /// Name as printed.
    pub name: Box<str>,
    /// Licence, as the publisher names it.
    pub licence: Box<str>,
    /// Words that must go with exports.
    pub attribution: Box<str>,
    /// When the facts were taken from it.
    #[serde(with = "crate::wire::optional_date")]
    pub retrieved: Option<Date>,
}

impl Source {
    /// A source of which only the key is known.
    #[must_use]
    pub fn unlisted(key: &str) -> Self {
        Self {
            key: key.into(),
            name: key.into(),
            licence: "not stated".into(),
            attribution: key.into(),
            retrieved: None,
        }
    }
}

/// A set of at most 64 sources of one record, by position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Sources(u64);

impl Sources {
    /// The most sources one record can hold.
    pub const MOST: usize = 64;

    /// No source.
    pub const NONE: Self = Self(0);

    /// One source; nothing if `index` is beyond [`Self::MOST`].
    #[must_use]
    pub const fn one(index: usize) -> Self {
        if index < Self::MOST { Self(1 << index) } else { Self(0) }
    }

    /// Adds the sources of `other`.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Adds the sources of `other` in place.
    pub const fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether every source of `other` is in `self`.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Positions of the sources, ascending.
    pub fn positions(self) -> impl Iterator<Item = usize> {
        (0..Self::MOST).filter(move |&index| self.0 >> index & 1 == 1)
    }

    /// How many sources.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }
}
