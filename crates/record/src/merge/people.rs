//! Who is meant by a person's name.
//!
//! A person belongs to a team's line of succession (Matthäus played for West Germany and Germany). Within it, a full
//! name or a listed spelling decides at once; a shorter or longer form is accepted only where it fits one person.

use rustc_hash::FxHashMap as HashMap;

use crate::claim::PersonClaim;
use crate::conflict::{Conflict, Preference, Stated, Subject};
use crate::names::teams::TeamNames;
use crate::{Person, PersonId, Sources, TeamId, fold};

/// Everybody met so far.
#[derive(Debug, Default)]
pub(super) struct People {
    list: Vec<Person>,
    /// Every folded name of each person.
    folded: Vec<Vec<String>>,
    /// Whole folded name within a line of teams (`None` for referees).
    by_name: HashMap<(Option<TeamId>, String), PersonId>,
    /// Each word of a folded name within a line of teams.
    by_word: HashMap<(Option<TeamId>, String), Vec<PersonId>>,
    /// Whether an unknown name is somebody new even if it fits a known person: our own record spells names alike.
    exact: bool,
    /// Raw spellings already resolved.
    cache: HashMap<(Option<TeamId>, Box<str>), PersonId>,
}

/// Whether two folded names can be one person's: every word of the shorter is a word of the longer, an initial
/// standing for any word it begins, and they share a word of three letters or more.
pub(crate) fn compatible(one: &str, other: &str) -> bool {
    let (short, long) = if one.split(' ').count() <= other.split(' ').count() { (one, other) } else { (other, one) };
    let mut shared = false;
    short.split(' ').all(|word| {
        long.split(' ').any(|candidate| {
            let same = word == candidate;
            shared |= same && word.chars().count() >= 3;
            same || initial(word, candidate) || initial(candidate, word)
        })
    }) && shared
}

fn initial(letter: &str, word: &str) -> bool {
    letter.chars().count() == 1 && word.starts_with(letter)
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
        let first = teams.first().copied();
        let id = self.meet(&claim.name, first, names, &[]);
        for &team in teams {
            self.join(id, Some(team), names);
            self.list_name(id, &claim.name, Some(names.root(team)));
            for other in &claim.other_names {
                self.list_name(id, other, Some(names.root(team)));
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
        if let Some(&id) = self.cache.get(&(line, name.into())) {
            self.join(id, team, names);
            return id;
        }
        let folded = fold(name);
        let known = self.by_name.get(&(line, folded.clone())).copied();
        let id = known
            .or_else(|| {
                let mut fitting = in_match.iter().copied().filter(|&id| self.goes_by(id, &folded));
                let only = fitting.next()?;
                fitting.next().is_none().then_some(only)
            })
            .or_else(|| if self.exact { None } else { self.only_compatible(line, &folded) })
            .unwrap_or_else(|| self.add(name));
        if known.is_none() {
            self.list_name(id, name, line);
            if let Some(person) = self.list.get_mut(id.index())
                && *person.name != *name
                && !person.other_names.iter().any(|other| **other == *name)
            {
                person.other_names.push(name.into());
            }
        }
        self.cache.insert((line, name.into()), id);
        self.join(id, team, names);
        id
    }

    /// Whether a person is known under a name that fits.
    pub(super) fn goes_by(&self, id: PersonId, folded: &str) -> bool {
        self.folded.get(id.index()).is_some_and(|names| names.iter().any(|name| compatible(name, folded)))
    }

    /// The one person of a line of teams whose name fits, if it is one. Single words are too little to go by.
    fn only_compatible(&self, line: Option<TeamId>, folded: &str) -> Option<PersonId> {
        if !folded.contains(' ') {
            return None;
        }
        let mut fitting: Option<PersonId> = None;
        for word in folded.split(' ').filter(|word| word.chars().count() >= 3) {
            for &id in self.by_word.get(&(line, word.to_owned())).into_iter().flatten() {
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

    /// A fit that rests on two words (one may be an initial), so that a shared surname alone is not enough.
    fn shares_two_words(&self, id: PersonId, folded: &str) -> bool {
        self.folded
            .get(id.index())
            .is_some_and(|names| names.iter().any(|name| name.contains(' ') && compatible(name, folded)))
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
        id
    }

    fn list_name(&mut self, id: PersonId, name: &str, line: Option<TeamId>) {
        let folded = fold(name);
        for word in folded.split(' ') {
            let list = self.by_word.entry((line, word.to_owned())).or_default();
            if list.last() != Some(&id) && !list.contains(&id) {
                list.push(id);
            }
        }
        if let Some(names) = self.folded.get_mut(id.index())
            && !names.contains(&folded)
        {
            names.push(folded.clone());
        }
        self.by_name.entry((line, folded)).or_insert(id);
    }

    fn join(&mut self, id: PersonId, team: Option<TeamId>, names: &TeamNames) {
        let (Some(team), Some(person)) = (team, self.list.get_mut(id.index())) else { return };
        if !person.teams.contains(&team) {
            person.teams.push(team);
            let name = person.name.clone();
            self.list_name(id, &name, Some(names.root(team)));
        }
    }

    pub(super) fn into_list(self) -> Vec<Person> {
        self.list
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
