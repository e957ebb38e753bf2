//! People with names like a text, and what tells them apart.

use super::super::context::Scene;
use super::super::error::{Candidate, Entity};
use super::{Names, people_of};
use crate::PersonId;
use crate::names::similar::distance;

/// The shortest surname a misprint is looked for in.
const SHORTEST_MISPRINT: usize = 4;

/// A name of somebody, or an end of it, as a misprint is held against it.
#[derive(Debug)]
pub(in crate::names::find) struct Spelling<'n> {
    person: PersonId,
    own: &'n str,
    length: usize,
    letters: u32,
}

impl<'n> Spelling<'n> {
    fn of(person: PersonId, own: &'n str) -> Self {
        Self { person, own, length: own.chars().count(), letters: letters(own) }
    }
}

/// Whose name is misprinted here: one edit in four letters, two in seven, one person only.
pub(in crate::names::find) fn misprinted(folded: &str, spellings: &[Spelling<'_>]) -> Option<PersonId> {
    let length = folded.chars().count();
    let allowed = |length: usize| match length {
        0..SHORTEST_MISPRINT => 0,
        SHORTEST_MISPRINT..7 => 1,
        _ => 2,
    };
    let wanted = letters(folded);
    let mut best: Option<(usize, PersonId)> = None;
    let mut tied = false;
    for spelling in spellings {
        let bound = allowed(length.min(spelling.length));
        // An edit takes at most one letter out of the name and one into it.
        let other_letters = (spelling.letters ^ wanted).count_ones() as usize;
        if bound == 0 || spelling.length.abs_diff(length) > bound || other_letters > 2 * bound {
            continue;
        }
        let edits = distance(spelling.own, folded);
        if edits > bound || best.is_some_and(|(fewest, _)| edits > fewest) {
            continue;
        }
        match best {
            Some((fewest, other)) if fewest == edits => tied |= other != spelling.person,
            _ => {
                best = Some((edits, spelling.person));
                tied = false;
            }
        }
    }
    best.filter(|_| !tied).map(|(_, id)| id)
}

impl Names<'_> {
    /// First and last year each person is met in, in one pass over the record.
    pub(super) fn careers(&self, ids: &[PersonId]) -> Vec<Option<(i16, i16)>> {
        let mut careers: Vec<Option<(i16, i16)>> = vec![None; ids.len()];
        let mut met = |id: PersonId, year: i16| {
            if let Some(career) = ids.iter().position(|&other| other == id).and_then(|at| careers.get_mut(at)) {
                let (first, last) = career.unwrap_or((year, year));
                *career = Some((first.min(year), last.max(year)));
            }
        };
        let mut people = Vec::new();
        for entry in &self.record.matches {
            people.clear();
            people_of(entry, &mut people);
            people.iter().for_each(|&id| met(id, entry.date.year()));
        }
        for edition in &self.record.editions {
            let Some(year) = edition.year() else { continue };
            let players = edition.squads.iter().flat_map(|squad| squad.players.iter().map(|one| one.player));
            players.chain(edition.managers.iter().map(|managed| managed.manager)).for_each(|id| met(id, year));
        }
        careers
    }

    /// The names of people and their ends that may be misprinted.
    pub(in crate::names::find) fn spellings<'n>(&'n self, people: &[PersonId]) -> Vec<Spelling<'n>> {
        let mut spellings = Vec::new();
        for &person in people {
            let either_end = self.has_family_name_first(self.record.person(person));
            for name in self.people_index().names_of(person) {
                // A given name before a misprinted surname counts, so the whole name is compared too.
                let last = name.rsplit(' ').next().unwrap_or_default();
                let first = name.split(' ').next().filter(|_| either_end).unwrap_or_default();
                let own = [last, first, name].into_iter().filter(|own| !own.is_empty());
                spellings.extend(own.map(|own| Spelling::of(person, own)));
            }
        }
        spellings
    }

    pub(in crate::names::find) fn person_candidates(&self, ids: &[PersonId]) -> Vec<Candidate> {
        let careers = self.careers(ids);
        let candidate = |(&id, career): (&PersonId, &Option<(i16, i16)>)| {
            let person = self.record.person(id);
            let teams = person.teams.iter().filter_map(|team| self.record.teams.get(team.index()));
            let mut detail = teams.map(crate::Team::display_name).collect::<Vec<_>>().join(" and ");
            let years = match *career {
                Some((first, last)) if first == last => first.to_string(),
                Some((first, last)) => format!("{first}-{last}"),
                None => person.born.map_or_else(String::new, |born| format!("born {}", born.year())),
            };
            if !detail.is_empty() && !years.is_empty() {
                detail.push_str(", ");
            }
            detail.push_str(&years);
            Candidate { name: person.name.to_string(), detail, id: Entity::Person(id) }
        };
        ids.iter().zip(&careers).map(candidate).collect()
    }

    /// People with names like an unknown one: those of the scope and the teams first.
    pub(super) fn nearest_people(&self, folded: &str, scope: &[PersonId], scene: &Scene<'_>) -> Vec<Candidate> {
        const MOST: usize = 4;
        let everybody = || self.record.people.iter().map(|person| person.id);
        let of_teams = everybody().filter(|&id| self.plays_for(id, scene));
        let mut ids = self.near(folded, &mut scope.iter().copied().chain(of_teams), MOST);
        if ids.is_empty() {
            ids = self.near(folded, &mut everybody().filter(|&id| self.is_of_sex(id, scene)), MOST);
        }
        self.person_candidates(&ids)
    }

    /// People whose name or surname is near a text, nearest first.
    fn near(&self, folded: &str, people: &mut dyn Iterator<Item = PersonId>, most: usize) -> Vec<PersonId> {
        let length = folded.chars().count();
        let bound = (length / 4).max(1);
        let mut ranked: Vec<(usize, PersonId)> = Vec::new();
        for id in people {
            for name in self.people_index().names_of(id) {
                let surname = name.rsplit(' ').next().unwrap_or_default();
                for own in [name, surname] {
                    if length > 2 && own.chars().count().abs_diff(length) <= bound {
                        let edits = distance(own, folded);
                        if edits <= bound {
                            ranked.push((edits, id));
                        }
                    }
                }
            }
        }
        ranked.sort_unstable();
        let mut ids = Vec::new();
        for (_, id) in ranked {
            if !ids.contains(&id) && ids.len() < most {
                ids.push(id);
            }
        }
        ids
    }
}

/// The letters from a to z a folded name has, a bit for each.
fn letters(folded: &str) -> u32 {
    folded.bytes().filter(u8::is_ascii_lowercase).fold(0, |letters, letter| letters | 1 << (letter - b'a'))
}
