//! What is looked up for every report, found once for a record.

use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

use byline_record::{Match, MatchId, PersonId, Record, VenueId, fold};
use jiff::civil::Date;

/// Surnames and places as reports are searched for them, and the matches people scored or kicked in.
#[derive(Debug, Default)]
pub(crate) struct Index {
    surnames: Vec<Option<Key>>,
    cities: Vec<Option<Key>>,
    scored: HashMap<PersonId, Vec<MatchId>>,
    scored_by: HashMap<Key, Vec<MatchId>>,
    /// By match.
    doers: Vec<Doers>,
}

/// Who did what in a match that a report of it is likely to tell, each once.
#[derive(Debug, Default)]
struct Doers {
    /// Who scored, own goals too, by number of the person.
    scorers: Box<[PersonId]>,
    /// Who took a kick of the shoot-out and scored no goal before.
    takers: Box<[PersonId]>,
}

impl Doers {
    fn of(entry: &Match) -> Self {
        let once = |people: &mut dyn Iterator<Item = PersonId>| people.collect::<BTreeSet<_>>();
        let scorers = once(&mut entry.goals().filter_map(|goal| goal.player));
        let takers =
            once(&mut entry.kicks.iter().filter_map(|kick| kick.taker).filter(|taker| !scorers.contains(taker)));
        Self { scorers: scorers.into_iter().collect(), takers: takers.into_iter().collect() }
    }
}

/// A folded word as it is looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Key(u64);

impl Key {
    pub(crate) fn of(word: &str) -> Self {
        // FNV-1a: cheap over short words.
        let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        Self(word.bytes().fold(0xcbf2_9ce4_8422_2325, mix))
    }

    /// Of the last word of a name that is long enough to be searched for.
    fn last_of(name: &str) -> Option<Self> {
        fold(name).split(' ').rfind(|word| word.len() > 3).map(Self::of)
    }
}

impl Index {
    fn of(record: &Record) -> Self {
        let mut index = Self {
            surnames: record.people().iter().map(|person| Key::last_of(&person.name)).collect(),
            cities: record.venues().iter().map(|venue| venue.city.as_deref().and_then(Key::last_of)).collect(),
            scored: HashMap::new(),
            scored_by: HashMap::new(),
            doers: Vec::new(),
        };
        for entry in record.as_of(Date::MAX).matches() {
            let doers = Doers::of(entry);
            for &person in doers.scorers.iter().chain(&doers.takers) {
                index.scored.entry(person).or_default().push(entry.id);
                let Some(surname) = index.surname(person) else { continue };
                let matches = index.scored_by.entry(surname).or_default();
                if matches.last() != Some(&entry.id) {
                    matches.push(entry.id);
                }
            }
            let place = entry.id.index();
            if index.doers.len() <= place {
                index.doers.resize_with(place + 1, Doers::default);
            }
            if let Some(own) = index.doers.get_mut(place) {
                *own = doers;
            }
        }
        index
    }

    /// The last word of somebody's name, if one is long enough.
    pub(crate) fn surname(&self, person: PersonId) -> Option<Key> {
        self.surnames.get(person.index()).copied().flatten()
    }

    /// The last word of a venue's city.
    pub(crate) fn city(&self, venue: VenueId) -> Option<Key> {
        self.cities.get(venue.index()).copied().flatten()
    }

    /// Who scored and who took kicks in a match.
    pub(crate) fn doers(&self, in_match: MatchId) -> (&[PersonId], &[PersonId]) {
        self.doers.get(in_match.index()).map_or((&[], &[]), |doers| (&doers.scorers, &doers.takers))
    }

    /// The matches in which anybody of a surname scored or took a kick of a shoot-out, oldest first.
    pub(crate) fn scored_by(&self, surname: Key) -> &[MatchId] {
        self.scored_by.get(&surname).map_or(&[], Vec::as_slice)
    }

    /// The surnames of some people, each once.
    pub(crate) fn surnames_of(&self, people: &[PersonId]) -> BTreeSet<Key> {
        people.iter().filter_map(|&person| self.surname(person)).collect()
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
