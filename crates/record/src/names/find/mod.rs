//! Names as people type and write them: who or what is meant.
//!
//! One [`Names`] over a finished [`Record`] serves the command line, typed statements and reports. It forgives case,
//! accents, apostrophes, hyphens, word order and digraphs, knows codes, demonyms and nicknames, and takes surnames in
//! the [`Context`] of a match or of teams. It never guesses: what may be several is an error that lists them.
//!
//! * [`Names::team`], [`Names::person`], [`Names::competition`], [`Names::edition`], [`Names::stage`] and
//!   [`Names::venue`] read a text that is a name and nothing else.
//! * [`Names::mentions`] finds names in running text, where capitals and neighbours count.

mod competitions;
mod context;
mod editions;
mod error;
mod given;
mod lexicon;
mod mentions;
mod people;
mod places;
mod plain;
mod teams;
#[cfg(test)]
mod testing;
mod words;

use std::sync::OnceLock;

use crate::Record;

pub use context::Context;
pub use error::{Candidate, Entity, Found, How, NameError, NameErrorKind, What};
pub use mentions::{Mention, RunningText};
pub use places::{Grounds, bynames_of, city_called};

/// The names of a record. Indexes are made when first needed: a look-up of a team costs nothing for people.
#[derive(Debug)]
pub struct Names<'r> {
    record: &'r Record,
    teams: OnceLock<teams::TeamIndex>,
    dated: OnceLock<teams::DatedNames>,
    competitions: OnceLock<competitions::CompetitionIndex>,
    people: OnceLock<people::PeopleIndex>,
    openings: OnceLock<mentions::Openings>,
    venues: OnceLock<Vec<places::VenueNames>>,
}

impl<'r> Names<'r> {
    /// The names of `record`.
    #[must_use]
    pub const fn new(record: &'r Record) -> Self {
        Self {
            record,
            teams: OnceLock::new(),
            dated: OnceLock::new(),
            competitions: OnceLock::new(),
            people: OnceLock::new(),
            openings: OnceLock::new(),
            venues: OnceLock::new(),
        }
    }

    /// The record they are of.
    #[must_use]
    pub const fn record(&self) -> &'r Record {
        self.record
    }
}
