//! Who is meant by a person's name.
//!
//! A person belongs to a team's line of succession (Matthäus played for West Germany and Germany). Within it, a full
//! name or a listed spelling decides at once; a shorter or longer form is accepted only where it fits one person.

use rustc_hash::FxHashMap as HashMap;

use crate::claim::PersonClaim;
use crate::conflict::{Conflict, Preference, Stated, Subject};
use crate::names::teams::TeamNames;
use crate::{Person, PersonId, Sex, Sources, TeamId, TeamKind, fold};

/// People by line of teams and word of a folded name.
type Words = HashMap<(Option<TeamId>, String), Vec<PersonId>>;

/// Everybody met so far.
#[derive(Debug, Default)]
pub(super) struct People {
    list: Vec<Person>,
    /// Every folded name of each person.
    folded: Vec<Vec<String>>,
    /// Whole folded name within a line of teams (`None` for referees).
    by_name: HashMap<Option<TeamId>, HashMap<String, PersonId>>,
    /// Each word of a folded name within a line of teams; made when a name is first looked for by its words.
    by_word: Option<Words>,
    /// Whether an unknown name is somebody new even if it fits a known person: our own record spells names alike.
    exact: bool,
    /// Line of each team met.
    lines: HashMap<TeamId, TeamId>,
    /// People who turned out to be another spelling of somebody.
    misprints: HashMap<PersonId, PersonId>,
    /// What is said of people without naming a team.
    unplaced: Vec<(PersonClaim, Sources)>,
    /// People of kicks told without a team, by folded name.
    without_team: HashMap<String, PersonId>,
    /// Raw spellings already resolved.
    cache: HashMap<Option<TeamId>, HashMap<Box<str>, PersonId>>,
}

/// Sources differ by days and months on births of long ago; a namesake is years away.
fn same_birth(one: jiff::civil::Date, other: jiff::civil::Date) -> bool {
    (one.year() - other.year()).abs() <= 1
}

/// Whether two folded names can be one person's: every word of the shorter is a word of the longer, an initial or a
/// beginning of three letters or more standing for the word it begins, and they share a word of three letters or more.
pub(crate) fn compatible(one: &str, other: &str) -> bool {
    let (short, long) = if one.split(' ').count() <= other.split(' ').count() { (one, other) } else { (other, one) };
    let mut shared = false;
    short.split(' ').all(|word| {
        long.split(' ').any(|candidate| {
            let same = word == candidate;
            shared |= same && word.chars().count() >= 3;
            same || begins(word, candidate) || begins(candidate, word)
        })
    }) && shared
}

fn list_words(words: &mut Words, line: Option<TeamId>, folded: &str, id: PersonId) {
    for word in folded.split(' ') {
        let list = words.entry((line, word.to_owned())).or_default();
        if !list.contains(&id) {
            list.push(id);
        }
    }
}

fn begins(start: &str, word: &str) -> bool {
    start.chars().count() != 2 && !start.is_empty() && word.starts_with(start)
}

/// Whether two folded names of the scorer of one goal are spellings of one name: few letters differ.
fn misspelt(one: &str, other: &str) -> bool {
    crate::names::similar::distance(one, other) * 4 <= one.chars().count().min(other.chars().count())
}

impl People {
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// Takes names as they are written (`true`), or also in shorter and longer forms.
    pub(super) const fn take_exactly(&mut self, exact: bool) {
        self.exact = exact;
    }

    pub(super) fn name(&self, id: PersonId) -> &str {
        self.list.get(id.index()).map_or("", |person| &person.name)
    }

    /// Takes what a source says of a person.
    pub(super) fn state(
        &mut self,
        claim: &PersonClaim,
        teams: &[TeamId],
        names: &TeamNames,
        source: Sources,
        conflicts: &mut Vec<Conflict>,
    ) {
        let Some(&first) = teams.first() else {
            // Without a team a name alone may be anybody's: placed once everybody is known.
            self.unplaced.push((claim.clone(), source));
            return;
        };
        let met = self.meet(&claim.name, Some(first), names, &[]);
        let id = self.born_like(met, claim, names.root(first));
        for &team in teams {
            self.join(id, Some(team), names);
            for other in &claim.other_names {
                self.list_folded(id, fold(other), Some(names.root(team)));
            }
        }
        let Some(person) = self.list.get_mut(id.index()) else { return };
        for other in &claim.other_names {
            if person.name != *other && !person.other_names.contains(other) {
                person.other_names.push(other.clone());
            }
        }
        match (person.born, claim.born) {
            (None, Some(born)) => {
                person.born = Some(born);
                person.born_sources = source;
            }
            (Some(known), Some(born)) if known == born => person.born_sources.add(source),
            (Some(known), Some(born)) => conflicts.push(Conflict {
                in_match: None,
                subject: Subject::Birth(id),
                about: format!("date of birth of {}", person.name).into(),
                preferred: Stated { value: known.to_string().into(), sources: person.born_sources },
                other: Stated { value: born.to_string().into(), sources: source },
                preference: Preference::Rank,
            }),
            _ => {}
        }
    }

    /// The person a source calls `name` in `team`; `in_match` are those already met in the same match, who are meant
    /// first. Somebody new is added.
    pub(super) fn meet(
        &mut self,
        name: &str,
        team: Option<TeamId>,
        names: &TeamNames,
        in_match: &[PersonId],
    ) -> PersonId {
        let line = team.map(|team| names.root(team));
        if let Some(id) = self.in_context(name, in_match) {
            self.join(id, team, names);
            return id;
        }
        if let Some(&id) = self.cache.get(&line).and_then(|known| known.get(name)) {
            self.join(id, team, names);
            return id;
        }
        let folded = fold(name);
        let known = self.by_name.get(&line).and_then(|known| known.get(&folded)).copied();
        let id = known
            .or_else(|| if self.exact { None } else { self.only_compatible(line, &folded) })
            .unwrap_or_else(|| self.add(name));
        if known.is_none() {
            self.list_folded(id, folded, line);
            self.call(id, name);
        }
        self.cache.entry(line).or_default().insert(name.into(), id);
        self.join(id, team, names);
        id
    }

    /// The one person of those already met in a match whom a name fits; an exact name comes before a shorter or
    /// longer form. Our own record needs no context.
    fn in_context(&mut self, name: &str, in_match: &[PersonId]) -> Option<PersonId> {
        if self.exact || in_match.is_empty() {
            return None;
        }
        let folded = fold(name);
        let exactly = |id: &PersonId| self.folded.get(id.index()).is_some_and(|names| names.contains(&folded));
        let mut fitting = in_match.iter().copied().filter(exactly);
        let only = match (fitting.next(), fitting.next()) {
            (Some(only), None) => Some(only),
            (Some(_), Some(_)) => None,
            (None, _) => {
                let mut fitting = in_match.iter().copied().filter(|&id| self.goes_by(id, &folded));
                fitting.next().filter(|_| fitting.next().is_none())
            }
        }?;
        // A surname alone is no name of his own: another match may have another of that name.
        if folded.contains(' ') {
            self.call(only, name);
        }
        Some(only)
    }

    /// Adds a spelling to a person's other names.
    fn call(&mut self, id: PersonId, name: &str) {
        if let Some(person) = self.list.get_mut(id.index())
            && *person.name != *name
            && !person.other_names.iter().any(|other| **other == *name)
        {
            person.other_names.push(name.into());
        }
    }

    /// Whether a person is known under a name that fits.
    pub(super) fn goes_by(&self, id: PersonId, folded: &str) -> bool {
        self.folded.get(id.index()).is_some_and(|names| names.iter().any(|name| compatible(name, folded)))
    }

    /// Whether `stranger`, met for the same goal, is only another spelling of `known`; then it becomes one of his
    /// names.
    pub(super) fn is_spelling_of(&mut self, stranger: PersonId, known: PersonId) -> bool {
        let names = |id: PersonId| self.folded.get(id.index()).map_or(&[][..], Vec::as_slice);
        let same = names(stranger).iter().any(|one| {
            names(known)
                .iter()
                .any(|other| misspelt(one, other) || misspelt(one, other.rsplit(' ').next().unwrap_or("")))
        });
        if same {
            let name = self.name(stranger).to_owned();
            self.call(known, &name);
            // Somebody stated on his own, with a date of birth, stays; a mere misprint does not.
            if self.list.get(stranger.index()).is_some_and(|person| person.born.is_none()) {
                self.misprints.insert(stranger, known);
            }
        }
        same
    }

    /// The person of a kick told without a team: nobody known from elsewhere, for now.
    pub(super) fn meet_without_team(&mut self, name: &str) -> PersonId {
        let folded = fold(name);
        if let Some(&id) = self.without_team.get(&folded) {
            return id;
        }
        let id = self.add(name);
        if let Some(names) = self.folded.get_mut(id.index()) {
            names.push(folded.clone());
        }
        self.without_team.insert(folded, id);
        id
    }

    /// Every folded name of each person.
    pub(super) fn folded(&self) -> &[Vec<String>] {
        &self.folded
    }

    /// Whether each person is known from a national side or from clubs alone, and the sex of the side; `None` for
    /// referees and others without a team.
    pub(super) fn standing(&self, names: &TeamNames) -> Vec<Option<(TeamKind, Sex)>> {
        let mut standing: Vec<Option<(TeamKind, Sex)>> = self
            .list
            .iter()
            .map(|person| {
                let mut teams = person.teams.iter().filter_map(|&team| names.get(team));
                let first = teams.next()?;
                let national = first.kind == TeamKind::National || teams.any(|team| team.kind == TeamKind::National);
                Some((if national { TeamKind::National } else { TeamKind::Club }, first.sex))
            })
            .collect();
        // The order does not matter: each sets a place of its own.
        #[allow(clippy::iter_over_hash_type, reason = "every entry has its own place")]
        for id in self.without_team.values() {
            if let Some(slot @ None) = standing.get_mut(id.index()) {
                *slot = Some((TeamKind::Club, Sex::Men));
            }
        }
        standing
    }

    /// Whether a person is another spelling of somebody.
    pub(super) fn is_misprint(&self, id: PersonId) -> bool {
        self.misprints.contains_key(&id)
    }

    /// Whether two people can have been born on one day, as far as is known.
    pub(super) fn births_agree(&self, one: PersonId, other: PersonId) -> bool {
        let born = |id: PersonId| self.list.get(id.index()).and_then(|person| person.born);
        born(one).zip(born(other)).is_none_or(|(one, other)| same_birth(one, other))
    }

    /// Takes a person for another one, who gets his names and teams.
    pub(super) fn take_for(&mut self, id: PersonId, meant: PersonId) {
        let Some(person) = self.list.get(id.index()).cloned() else { return };
        for name in std::iter::once(&person.name).chain(&person.other_names) {
            self.call(meant, name);
        }
        if let Some(known) = self.list.get_mut(meant.index()) {
            for team in person.teams {
                if !known.teams.contains(&team) {
                    known.teams.push(team);
                }
            }
            if known.born.is_none() {
                (known.born, known.born_sources) = (person.born, person.born_sources);
            }
        }
        self.misprints.insert(id, meant);
    }

    /// The people, without the misprints among them, and what becomes of each identifier.
    pub(super) fn into_list(mut self) -> (Vec<Person>, Vec<PersonId>) {
        let mut kept = Vec::with_capacity(self.list.len());
        let mut places: Vec<Option<PersonId>> = Vec::with_capacity(self.list.len());
        for mut person in std::mem::take(&mut self.list) {
            if self.misprints.contains_key(&person.id) {
                places.push(None);
                continue;
            }
            let id = PersonId::from_index(kept.len());
            places.push(Some(id));
            person.id = id;
            kept.push(person);
        }
        let place = |id: PersonId| places.get(id.index()).copied().flatten();
        let placed = (0..places.len())
            .map(PersonId::from_index)
            .map(|id| {
                // A misprint of a misprint is followed to the name behind both.
                let meant =
                    std::iter::successors(Some(id), |id| self.misprints.get(id).copied()).take(8).find_map(place);
                meant.unwrap_or(id)
            })
            .collect();
        (kept, placed)
    }

    /// The one person of a line of teams whose name fits, if it is one. Single words are too little to go by.
    fn only_compatible(&mut self, line: Option<TeamId>, folded: &str) -> Option<PersonId> {
        if !folded.contains(' ') {
            return None;
        }
        let words = self.by_word.take().unwrap_or_else(|| self.words());
        let only = self.only_among(&words, line, folded);
        self.by_word = Some(words);
        only
    }

    fn only_among(&self, words: &Words, line: Option<TeamId>, folded: &str) -> Option<PersonId> {
        let mut fitting: Option<PersonId> = None;
        for word in folded.split(' ').filter(|word| word.chars().count() >= 3) {
            for &id in words.get(&(line, word.to_owned())).into_iter().flatten() {
                if Some(id) == fitting || !self.shares_two_words(id, folded) {
                    continue;
                }
                if fitting.is_some() {
                    return None;
                }
                fitting = Some(id);
            }
        }
        fitting
    }

    /// The words of every name listed so far.
    fn words(&self) -> Words {
        let mut names: Vec<(Option<TeamId>, &str, PersonId)> = self
            .by_name
            .iter()
            .flat_map(|(&line, known)| known.iter().map(move |(name, &id)| (line, name.as_str(), id)))
            .collect();
        // The maps have no order of their own.
        names.sort_unstable();
        let mut words = Words::default();
        for (line, name, id) in names {
            list_words(&mut words, line, name, id);
        }
        words
    }

    /// A fit that rests on two words (one may be an initial), so that a shared surname alone is not enough.
    fn shares_two_words(&self, id: PersonId, folded: &str) -> bool {
        self.folded
            .get(id.index())
            .is_some_and(|names| names.iter().any(|name| name.contains(' ') && compatible(name, folded)))
    }

    /// Somebody of the same name born in another year is somebody else.
    fn born_like(&mut self, met: PersonId, claim: &PersonClaim, line: TeamId) -> PersonId {
        let born = |id: PersonId| self.list.get(id.index()).and_then(|person| person.born);
        let Some(wanted) = claim.born else { return met };
        if born(met).is_none_or(|known| same_birth(known, wanted)) {
            return met;
        }
        let folded = fold(&claim.name);
        let namesake = (0..self.list.len()).map(PersonId::from_index).find(|&id| {
            born(id).is_some_and(|known| same_birth(known, wanted))
                && self.folded.get(id.index()).is_some_and(|names| names.contains(&folded))
                && self
                    .list
                    .get(id.index())
                    .is_some_and(|person| person.teams.iter().any(|&team| self.lines.get(&team) == Some(&line)))
        });
        namesake.unwrap_or_else(|| {
            let id = self.add(&claim.name);
            self.list_folded(id, folded, Some(line));
            id
        })
    }

    /// Gives dates of birth and spellings that came without a team to the one person they fit.
    pub(super) fn place_unplaced(&mut self) {
        if self.unplaced.is_empty() {
            return;
        }
        let mut by_name: HashMap<&str, Vec<PersonId>> = HashMap::default();
        let folded = std::mem::take(&mut self.folded);
        for (index, names) in folded.iter().enumerate() {
            for name in names {
                by_name.entry(name).or_default().push(PersonId::from_index(index));
            }
        }
        for (claim, source) in std::mem::take(&mut self.unplaced) {
            let Some(wanted) = claim.born else { continue };
            let namesakes = by_name.get(fold(&claim.name).as_str()).map_or(&[][..], Vec::as_slice);
            let born = |id: &PersonId| self.list.get(id.index()).and_then(|person| person.born);
            let same: Vec<PersonId> = namesakes.iter().copied().filter(|id| born(id) == Some(wanted)).collect();
            let open: Vec<PersonId> = namesakes.iter().copied().filter(|id| born(id).is_none()).collect();
            let placed = match (same.as_slice(), open.as_slice(), namesakes.len()) {
                (&[only], _, _) | (&[], &[only], 1) => only,
                _ => continue,
            };
            if let Some(person) = self.list.get_mut(placed.index()) {
                person.born = Some(wanted);
                person.born_sources.add(source);
            }
        }
        self.folded = folded;
    }

    fn add(&mut self, name: &str) -> PersonId {
        let id = PersonId::from_index(self.list.len());
        self.list.push(Person {
            id,
            name: name.into(),
            other_names: Vec::new(),
            teams: Vec::new(),
            born: None,
            born_sources: Sources::NONE,
        });
        self.folded.push(Vec::new());
        id
    }

    fn list_folded(&mut self, id: PersonId, folded: String, line: Option<TeamId>) {
        if let Some(words) = &mut self.by_word {
            list_words(words, line, &folded, id);
        }
        if let Some(names) = self.folded.get_mut(id.index())
            && !names.contains(&folded)
        {
            names.push(folded.clone());
        }
        self.by_name.entry(line).or_default().entry(folded).or_insert(id);
    }

    /// Notes that a person appears with a team; under a new line of teams he is listed by all his names.
    fn join(&mut self, id: PersonId, team: Option<TeamId>, names: &TeamNames) {
        let (Some(team), Some(person)) = (team, self.list.get_mut(id.index())) else { return };
        if person.teams.contains(&team) {
            return;
        }
        person.teams.push(team);
        let line = *self.lines.entry(team).or_insert_with(|| names.root(team));
        let listed = self.by_name.get(&Some(line));
        let missing: Vec<String> = self
            .folded
            .get(id.index())
            .into_iter()
            .flatten()
            .filter(|name| !listed.is_some_and(|listed| listed.contains_key(*name)))
            .cloned()
            .collect();
        for name in missing {
            self.list_folded(id, name, Some(line));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_and_long_forms_fit() {
        for (one, other) in [
            ("harry kane", "h kane"),
            ("harry kane", "kane"),
            ("kylian mbappe", "kylian mbappe lottin"),
            ("luis alberto suarez diaz", "luis suarez"),
            ("son heung min", "heung min son"),
            ("maximiliano araujo", "maxi araujo"),
        ] {
            assert!(compatible(one, other), "{one} / {other}");
            assert!(compatible(other, one), "{other} / {one}");
        }
        for (one, other) in [
            ("harry kane", "harry maguire"),
            ("h kane", "h maguire"),
            ("theo hernandez", "lucas hernandez"),
            ("", "kane"),
        ] {
            assert!(!compatible(one, other), "{one} / {other}");
        }
    }
}
