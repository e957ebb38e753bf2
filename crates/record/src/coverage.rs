//! Completeness is data: how far each table of each edition reaches.
//!
//! Whoever answers "never", "first", "only" or "how many" must ask here before.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::fold::fold;

macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// A kind of fact that a source can have wholly, partly or not at all.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Table { $($(#[$doc])* $name,)* }

        impl Table {
            /// Every table.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The name written in facts and printed.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }
    };
}

tables! {
    /// Which matches were played, and their scores at the end.
    Results = "results",
    /// Kick-off times.
    KickOffs = "kick-offs",
    /// Stadium and city.
    Venues = "venues",
    /// Scores at half-time.
    HalfTimes = "half-times",
    /// Goals with scorer, minute, penalty and own-goal marks.
    Goals = "goals",
    /// Penalties in play that were not scored.
    MissedPenalties = "missed penalties",
    /// Yellow cards.
    Cautions = "cautions",
    /// Sendings-off.
    Dismissals = "dismissals",
    /// Substitutions.
    Substitutions = "substitutions",
    /// Shoot-outs: that there was one, its winner and score.
    ShootOuts = "shoot-outs",
    /// Shoot-outs kick by kick.
    ShootOutKicks = "shoot-out kicks",
    /// Who was in goal.
    Keepers = "keepers",
    /// Who captained each side on the day, as on the team sheets. Of the captains a team names for a tournament
    /// ([`Edition::captains`](crate::Edition::captains)) no extent is kept: they are what is known, never all.
    Captains = "captains",
    /// Managers.
    Managers = "managers",
    /// Starting elevens.
    LineUps = "line-ups",
    /// Spectators.
    Attendances = "attendances",
    /// Referees.
    Referees = "referees",
    /// Squads of an edition.
    Squads = "squads",
    /// Dates of birth of the people named.
    Births = "births",
    /// Bookmakers' prices.
    Odds = "odds",
}

impl Table {
    /// Reads the name of a table.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let wanted = fold(text);
        Self::ALL.iter().copied().find(|table| fold(table.name()) == wanted)
    }

    /// Position among [`Self::ALL`].
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// How far a table reaches. Ordered from least to most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Extent {
    /// Nobody has said.
    #[default]
    Unknown,
    /// The source has no such table.
    None,
    /// Some rows are there, some are missing.
    Partial,
    /// Every row there ever was.
    Complete,
}

impl Extent {
    /// The word written in facts and printed.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Unknown => "unknown",
            Self::Partial => "partial",
            Self::Complete => "complete",
        }
    }
}

impl fmt::Display for Extent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The extent of every table of one edition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    tables: Vec<Extent>,
    /// Groups of which a table has every row, whatever it has of the rest.
    groups: Vec<(Table, Box<str>)>,
}

impl Coverage {
    /// How far `table` reaches.
    #[must_use]
    pub fn of(&self, table: Table) -> Extent {
        self.tables.get(table.index()).copied().unwrap_or_default()
    }

    /// Whether `table` has every row of the matches of a group, by its letter or number.
    #[must_use]
    pub fn is_complete_in(&self, table: Table, group: &str) -> bool {
        self.of(table) == Extent::Complete || self.groups.iter().any(|(of, label)| *of == table && **label == *group)
    }

    /// Says that `table` has every row of the matches of a group.
    pub fn complete_group(&mut self, table: Table, group: &str) {
        if !self.is_complete_in(table, group) {
            self.groups.push((table, group.into()));
        }
    }

    /// Sets the extent of `table`.
    pub fn set(&mut self, table: Table, extent: Extent) {
        if self.tables.len() < Table::ALL.len() {
            self.tables.resize(Table::ALL.len(), Extent::Unknown);
        }
        if let Some(slot) = self.tables.get_mut(table.index()) {
            *slot = extent;
        }
    }

    /// What two sources reach together: the larger extent of each table.
    pub fn join(&mut self, other: &Self) {
        for &table in Table::ALL {
            if other.of(table) > self.of(table) {
                self.set(table, other.of(table));
            }
        }
        for (table, group) in &other.groups {
            self.complete_group(*table, group);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_read_by_its_name() {
        for &table in Table::ALL {
            assert_eq!(Table::read(table.name()), Some(table));
        }
        assert_eq!(Table::read("corner kicks"), None);
    }

    #[test]
    fn a_group_can_be_complete_where_the_edition_is_not() {
        let mut whole = Coverage::default();
        let mut part = Coverage::default();
        part.set(Table::Cautions, Extent::Partial);
        part.complete_group(Table::Cautions, "C");
        whole.join(&part);
        assert!(whole.is_complete_in(Table::Cautions, "C") && !whole.is_complete_in(Table::Cautions, "D"));
        assert_eq!(whole.of(Table::Cautions), Extent::Partial);
        whole.set(Table::Cautions, Extent::Complete);
        assert!(whole.is_complete_in(Table::Cautions, "D"));
    }

    #[test]
    fn two_partial_sources_are_never_complete() {
        let mut one = Coverage::default();
        one.set(Table::Goals, Extent::Partial);
        let mut other = Coverage::default();
        other.set(Table::Goals, Extent::Partial);
        other.set(Table::Results, Extent::Complete);
        one.join(&other);
        assert_eq!(one.of(Table::Goals), Extent::Partial);
        assert_eq!(one.of(Table::Results), Extent::Complete);
        assert_eq!(one.of(Table::Odds), Extent::Unknown);
    }
}
