//! What is looked up for every report, found once for a record.

use std::collections::HashMap;
use std::sync::OnceLock;

use byline_record::{Match, MatchId, PersonId, Record, VenueId, fold};
use jiff::civil::Date;

/// Surnames and places as reports are searched for them, and the matches people scored or kicked in.
#[derive(Debug, Default)]
pub(crate) struct Index {
    surnames: Vec<Box<str>>,
    cities: Vec<Box<str>>,
    scored: HashMap<PersonId, Vec<MatchId>>,
    scored_by: HashMap<Box<str>, Vec<MatchId>>,
}

/// The last word of a name that is long enough to be searched for.
fn last_word(name: &str) -> Box<str> {
    fold(name).split(' ').rfind(|word| word.len() > 3).unwrap_or_default().into()
}

impl Index {
    fn of(record: &Record) -> Self {
        let mut index = Self {
            surnames: record.people().iter().map(|person| last_word(&person.name)).collect(),
            cities: record
                .venues()
                .iter()
                .map(|venue| venue.city.as_deref().map(last_word).unwrap_or_default())
                .collect(),
            scored: HashMap::new(),
            scored_by: HashMap::new(),
        };
        for entry in record.as_of(Date::MAX).matches() {
            let goals = entry.goals().filter_map(|goal| goal.player);
            for person in goals.chain(entry.kicks.iter().filter_map(|kick| kick.taker)) {
                let matches = index.scored.entry(person).or_default();
                if matches.last() != Some(&entry.id) {
                    matches.push(entry.id);
                }
                let name = index.surnames.get(person.index()).filter(|name| !name.is_empty());
                let Some(name) = name.cloned() else { continue };
                let matches = index.scored_by.entry(name).or_default();
                if matches.last() != Some(&entry.id) {
                    matches.push(entry.id);
                }
            }
        }
        index
    }

    /// The last word of somebody's name, folded; empty if none is long enough.
    pub(crate) fn surname(&self, person: PersonId) -> &str {
        self.surnames.get(person.index()).map_or("", |name| name)
    }

    /// The last word of a venue's city, folded.
    pub(crate) fn city(&self, venue: VenueId) -> &str {
        self.cities.get(venue.index()).map_or("", |name| name)
    }

    /// The matches in which anybody of a surname, folded, scored or took a kick of a shoot-out, oldest first.
    pub(crate) fn scored_by(&self, surname: &str) -> &[MatchId] {
        self.scored_by.get(surname).map_or(&[], Vec::as_slice)
    }

    /// The surnames of those who scored in a match, each once.
    pub(crate) fn surnames_of(&self, entry: &Match) -> Vec<&str> {
        let mut names: Vec<&str> = entry.goals().filter_map(|goal| goal.player).map(|id| self.surname(id)).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The surnames of those who scored in a match or took a kick of its shoot-out, each once.
    pub(crate) fn people_of(&self, entry: &Match) -> Vec<&str> {
        let mut names = self.surnames_of(entry);
        names.extend(entry.kicks.iter().filter_map(|kick| kick.taker).map(|id| self.surname(id)));
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The matches somebody scored in or took a kick of a shoot-out in, oldest first.
    pub(crate) fn scored(&self, person: PersonId) -> &[MatchId] {
        self.scored.get(&person).map_or(&[], Vec::as_slice)
    }
}

/// An index made when first needed.
#[derive(Debug, Default)]
pub(crate) struct LazyIndex(OnceLock<Index>);

impl LazyIndex {
    pub(crate) const fn new() -> Self {
        Self(OnceLock::new())
    }

    pub(crate) fn get(&self, record: &Record) -> &Index {
        self.0.get_or_init(|| Index::of(record))
    }
}
