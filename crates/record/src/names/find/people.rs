//! Which person is meant.
//!
//! A name is looked for among the people of the match in question, then of the teams in question, then of everybody;
//! within each, a full name counts before a listed other name, that before a surname, that before part of a name.

mod like;

pub(super) use like::{Spelling, misprinted};

use super::context::Scene;
use super::error::{Candidate, Found, How, NameError, NameErrorKind, What};
use super::given::are_alike;
use super::lexicon::{Hash, Shelves, plain_letters};
use super::teams::without_possessive;
use super::{Context, Names};
use crate::names::similar::distance;
use crate::{EventKind, Match, Person, PersonId, Team, TeamId, fold};

/// Words of people's names.
#[derive(Debug)]
pub(super) struct PeopleIndex {
    /// By word, then person; each person once for a word.
    words: Vec<(Hash, PersonId)>,
    /// Where in `words` those of a hash are.
    shelves: Shelves,
    /// Everybody's folded names, one after the other.
    text: String,
    /// Where each name ends in `text`, in the order of the record.
    ends: Vec<u32>,
    /// Where the names of each person begin in `ends`.
    first_names: Vec<u32>,
    /// Teams of [`FAMILY_NAME_FIRST`], ascending.
    family_name_first: Vec<TeamId>,
}

/// National sides whose players' family names come first, by code: either end of such a name is a surname, since
/// papers print both orders.
const FAMILY_NAME_FIRST: [&str; 7] = ["KOR", "PRK", "CHN", "TPE", "HKG", "MAC", "VIE"];

impl PeopleIndex {
    fn new(people: &[Person], teams: &[Team]) -> Self {
        let count = |of: usize| u32::try_from(of).unwrap_or(u32::MAX);
        let mut words: Vec<(Hash, PersonId)> = Vec::with_capacity(people.len() * 3);
        let mut text = String::new();
        let mut ends = Vec::with_capacity(people.len());
        let mut first_names = Vec::with_capacity(people.len());
        for person in people {
            first_names.push(count(ends.len()));
            for name in std::iter::once(&*person.name).chain(person.other_names.iter().map(|name| &**name)) {
                let folded = fold(name);
                words.extend(folded.split(' ').filter(|word| !word.is_empty()).map(|w| (Hash::of(w), person.id)));
                text.push_str(&folded);
                ends.push(count(text.len()));
            }
        }
        words.sort_unstable();
        words.dedup();
        let shelves = Shelves::of(words.iter().map(|(hash, _)| *hash));
        let is_first = |team: &&Team| team.codes.first().is_some_and(|code| FAMILY_NAME_FIRST.contains(&&**code));
        let family_name_first = teams.iter().filter(is_first).map(|team| team.id).collect();
        Self { words, shelves, text, ends, first_names, family_name_first }
    }

    /// The folded names of a person, the name we print first.
    pub(super) fn names_of(&self, id: PersonId) -> impl Iterator<Item = &str> {
        let place = |of: usize| self.first_names.get(of).map_or(self.ends.len(), |&place| place as usize);
        let end = |name: usize| self.ends.get(name).map_or(self.text.len(), |&end| end as usize);
        (place(id.index())..place(id.index() + 1)).filter_map(move |name| {
            let start = name.checked_sub(1).map_or(0, end);
            self.text.get(start..end(name))
        })
    }

    /// People with a word in one of their names, ascending.
    pub(super) fn with_word(&self, word: &str) -> impl Iterator<Item = PersonId> + Clone + use<'_> {
        self.with_hash(Hash::of(word))
    }

    /// People with a word of some hash in one of their names, ascending.
    pub(super) fn with_hash(&self, hash: Hash) -> impl Iterator<Item = PersonId> + Clone + use<'_> {
        let shelf = self.words.get(self.shelves.range(hash)).unwrap_or_default();
        shelf.iter().filter(move |(known, _)| *known == hash).map(|&(_, id)| id)
    }

    /// People who may go by some words: those of the rarest word anybody has, to be compared in full.
    fn with_words(&self, words: &[&str]) -> Vec<PersonId> {
        let telling = words.iter().filter(|word| word.chars().count() > 1).map(|word| self.with_word(word));
        let known = telling.map(|list| (list.clone().count(), list)).filter(|(count, _)| *count > 0);
        known.min_by_key(|(count, _)| *count).map_or_else(Vec::new, |(_, list)| list.collect())
    }
}

/// How a person goes by a folded text, if at all.
pub(super) fn goes_by(names: &Names<'_>, person: &Person, words: &[&str]) -> Option<How> {
    let either_end = names.has_family_name_first(person);
    let mut best: Option<How> = None;
    for (index, folded) in names.people_index().names_of(person.id).enumerate() {
        let whole = if index == 0 { How::Name } else { How::OtherName };
        let how = match *words {
            [word] => is_called_by_one(folded, word, whole, either_end),
            _ => is_called(folded, words, whole, either_end),
        };
        best = match (best, how) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
    }
    best
}

/// How somebody of a folded name goes by one word; `whole` if it is all of the name.
fn is_called_by_one(folded: &str, word: &str, whole: How, either_end: bool) -> Option<How> {
    let mut own = folded.split(' ');
    let (mut before, mut last) = (None, own.next()?);
    let first = same_letters(last, word);
    let mut any = first;
    for next in own {
        before = Some(std::mem::replace(&mut last, next));
        any |= same_letters(next, word);
    }
    let Some(before) = before.filter(|_| any) else { return first.then_some(whole) };
    // Nobody calls van Dijk Dijk, or Al-Arab Arab.
    if (same_letters(last, word) && !is_particle(before)) || (first && either_end) {
        return Some(How::Surname);
    }
    (word.chars().count() > 1).then_some(How::Part)
}

/// The same of several words.
fn is_called(folded: &str, words: &[&str], whole: How, either_end: bool) -> Option<How> {
    let own: Vec<&str> = folded.split(' ').collect();
    if same_words(&own, words) {
        Some(whole)
    } else if own.len() > words.len() {
        let cut = own.len() - words.len();
        let after_particle = cut.checked_sub(1).and_then(|at| own.get(at)).is_some_and(|word| is_particle(word));
        let at_end = !after_particle && alike(own.get(cut..).unwrap_or_default(), words);
        let at_start = alike(own.get(..words.len()).unwrap_or_default(), words);
        match (at_end || (at_start && either_end), fits(words, &own)) {
            (true, _) => Some(How::Surname),
            (false, true) => Some(How::Part),
            (false, false) => None,
        }
    } else {
        // `Kylian Mbappé Lottin` for Kylian Mbappé, `H. Kane` for Harry Kane.
        (own.len() >= 2 && fits(&own, words)).then_some(How::Part)
    }
}

/// Whether a word of a name belongs to the word behind it.
fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "al" | "bin"
            | "da"
            | "das"
            | "de"
            | "del"
            | "della"
            | "den"
            | "der"
            | "di"
            | "do"
            | "dos"
            | "du"
            | "el"
            | "ibn"
            | "la"
            | "le"
            | "ten"
            | "ter"
            | "van"
            | "von"
    )
}

fn same_letters(one: &str, other: &str) -> bool {
    plain_letters(one).eq(plain_letters(other))
}

fn alike(one: &[&str], other: &[&str]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same_letters(one, other))
}

/// The same words in any order.
fn same_words(one: &[&str], other: &[&str]) -> bool {
    alike(one, other)
        || (one.len() == other.len() && one.len() > 1 && {
            let mut left = other.to_vec();
            one.iter().all(|word| {
                let at = left.iter().position(|other| same_letters(word, other));
                at.map(|at| left.swap_remove(at)).is_some()
            })
        })
}

/// Whether every word of `short` is a word of `long`, an initial standing for a word it begins, and a whole word is
/// shared.
fn fits(short: &[&str], long: &[&str]) -> bool {
    let initial = |one: &str, word: &str| one.chars().count() == 1 && word.starts_with(one);
    let mut shared = false;
    short.iter().all(|word| {
        // Every word is looked at: an initial before a whole word does not hide it.
        long.iter().fold(false, |found, other| {
            let same = same_letters(word, other);
            shared |= same && word.chars().count() > 1;
            found || same || initial(word, other) || initial(other, word)
        })
    }) && shared
}

impl<'r> Names<'r> {
    pub(super) fn people_index(&self) -> &PeopleIndex {
        self.people.get_or_init(|| PeopleIndex::new(&self.record.people, &self.record.teams))
    }

    fn has_family_name_first(&self, person: &Person) -> bool {
        let first = &self.people_index().family_name_first;
        person.teams.iter().any(|team| first.contains(team))
    }

    /// The person a text names: a full name in any order of its words, a listed spelling, or a surname borne by one
    /// person of the match, the teams, or the record. A team in brackets, or behind a comma, says whose: `Suárez
    /// (Uruguay)`. Among the people of a match a misprint is understood where it fits one of them.
    ///
    /// # Errors
    /// If nobody is so called, or several are; they are listed with their teams and years.
    pub fn person(&self, text: &str, context: &Context) -> Result<Found<PersonId>, NameError> {
        if let Some((name, team)) = self.split_team(text, context) {
            let within = Context { teams: vec![team], in_match: None, people: Vec::new(), ..context.clone() };
            let found = self.person_named(name, &self.scene(&within), true);
            return found.map_err(|error| NameError { text: text.trim().to_owned(), ..error });
        }
        self.person_named(text, &self.scene(context), false)
    }

    /// `Suárez (Uruguay)` or `Suárez, Uruguay`, where the second part is a team.
    fn split_team<'t>(&self, text: &'t str, context: &Context) -> Option<(&'t str, TeamId)> {
        let text = text.trim();
        let (name, team) = match text.strip_suffix(')').and_then(|open| open.rsplit_once('(')) {
            Some(parts) => parts,
            None => text.rsplit_once(',')?,
        };
        if fold(name).is_empty() {
            return None;
        }
        let anywhere = Context { sex: context.sex, date: context.date, ..Context::default() };
        Some((name, self.team(team, &anywhere).ok()?.id))
    }

    fn person_named(&self, text: &str, scene: &Scene<'_>, only_team: bool) -> Result<Found<PersonId>, NameError> {
        let whole = fold(text.trim());
        let bare = fold(without_possessive(text.trim()));
        let scope = self.scope(scene);
        for folded in [&whole, &bare] {
            let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
            let found = self.people_called(&words, &scope, scene, only_team);
            match found.as_slice() {
                [] => {}
                [one] => return Ok(*one),
                several => {
                    let ids: Vec<PersonId> = several.iter().map(|found| found.id).collect();
                    return Err(person_error(text, NameErrorKind::Ambiguous, self.person_candidates(&ids)));
                }
            }
        }
        if let Some(id) = misprinted(&bare, &self.spellings(&scope)) {
            return Ok(Found { id, how: How::Misprint });
        }
        Err(person_error(text, NameErrorKind::Unknown, self.nearest_people(&bare, &scope, scene)))
    }

    /// People of the match and those listed with it, each once.
    pub(super) fn scope(&self, scene: &Scene<'_>) -> Vec<PersonId> {
        let mut people = scene.context.people.clone();
        if let Some(entry) = scene.context.in_match.and_then(|id| self.record.matches.get(id.index())) {
            people_of(entry, &mut people);
            if let Some(edition) = self.record.editions.get(entry.edition.index()) {
                let sides = [entry.home, entry.away];
                let squads = edition.squads.iter().filter(|squad| sides.contains(&squad.team));
                people.extend(squads.flat_map(|squad| squad.players.iter().map(|one| one.player)));
                let managers = edition.managers.iter().filter(|managed| sides.contains(&managed.team));
                people.extend(managers.map(|managed| managed.manager));
            }
        }
        people.sort_unstable();
        people.dedup();
        people.retain(|id| id.index() < self.record.people.len());
        people
    }

    /// Who goes by some words: of the scope, else of the teams in question, else of everybody; the strongest way of
    /// being called so decides, then the date.
    pub(super) fn people_called(
        &self,
        words: &[&str],
        scope: &[PersonId],
        scene: &Scene<'_>,
        only_team: bool,
    ) -> Vec<Found<PersonId>> {
        if words.is_empty() {
            return Vec::new();
        }
        let in_scope = self.strongest(words, How::Part, &mut scope.iter().copied());
        if !in_scope.is_empty() {
            return in_scope;
        }
        let everybody: Vec<PersonId> =
            self.people_index().with_words(words).into_iter().filter(|&id| self.is_of_sex(id, scene)).collect();
        let of_teams = |id: &PersonId| self.plays_for(*id, scene);
        let mut found = self.strongest(words, How::Part, &mut everybody.iter().copied().filter(of_teams));
        if found.is_empty() && !only_team {
            // Part of a name of one word says too little of everybody.
            let weakest = if words.len() > 1 { How::Part } else { How::Surname };
            found = self.strongest(words, weakest, &mut everybody.iter().copied());
            if found.iter().any(|found| self.is_of_kind(found.id, scene)) {
                found.retain(|found| self.is_of_kind(found.id, scene));
            }
        }
        self.narrow_by_date(&mut found, scene);
        found
    }

    /// Of some people, those who go by some words in the strongest way any of them does, none weaker than `weakest`.
    /// A single word that is somebody's whole name is as good a surname of others: Müller may be Gerd Müller too.
    pub(super) fn strongest(
        &self,
        words: &[&str],
        weakest: How,
        ids: &mut dyn Iterator<Item = PersonId>,
    ) -> Vec<Found<PersonId>> {
        let single = words.len() == 1;
        let rank = |how: How| if single { how.max(How::Surname) } else { how };
        let mut best: Vec<Found<PersonId>> = Vec::new();
        for id in ids {
            let Some(how) = goes_by(self, self.record.person(id), words).filter(|how| *how <= weakest) else {
                continue;
            };
            let strength = best.first().map(|found| rank(found.how));
            if strength.is_none_or(|strength| rank(how) < strength) {
                best.clear();
            }
            if strength.is_none_or(|strength| rank(how) <= strength) {
                best.push(Found { id, how });
            }
        }
        best
    }

    /// Whether a word is nearly, or just, the given name of a person, or another form of it.
    pub(super) fn has_given_name_like(&self, id: PersonId, word: &str) -> bool {
        let is_like = |given: &str| distance(given, word) <= (word.len() / 3).min(2) || are_alike(given, word);
        let mut names = self.people_index().names_of(id);
        names.any(|name| name.split_once(' ').is_some_and(|(given, _)| is_like(given)))
    }

    pub(super) fn plays_for(&self, id: PersonId, scene: &Scene<'_>) -> bool {
        !scene.teams.is_empty() && self.record.person(id).teams.iter().any(|&team| scene.concerns(self, team))
    }

    /// Whether a person belongs to the football in question; who is with no team belongs to all.
    pub(super) fn is_of_sex(&self, id: PersonId, scene: &Scene<'_>) -> bool {
        let teams = &self.record.person(id).teams;
        scene.stated_sex.is_none_or(|sex| {
            teams.is_empty()
                || teams.iter().any(|team| self.record.teams.get(team.index()).is_some_and(|t| t.sex == sex))
        })
    }

    /// Whether a person plays for a side of the kind in question, national where nothing is said. Sources of clubs
    /// and of national sides do not tell whether a name is one person's, so the record may have both.
    pub(super) fn is_of_kind(&self, id: PersonId, scene: &Scene<'_>) -> bool {
        let teams = self.record.person(id).teams.iter().filter_map(|team| self.record.teams.get(team.index()));
        teams.map(|team| team.kind).any(|kind| kind == scene.kind)
    }

    /// Of several, those the record meets in the year of the date or next to it, if there are any.
    fn narrow_by_date(&self, found: &mut Vec<Found<PersonId>>, scene: &Scene<'_>) {
        let (Some(date), 2..) = (scene.date, found.len()) else { return };
        let ids: Vec<PersonId> = found.iter().map(|found| found.id).collect();
        let careers = self.careers(&ids);
        let active = |id: PersonId| {
            let career = ids.iter().position(|&other| other == id).and_then(|at| careers.get(at).copied().flatten());
            career
                .is_some_and(|(first, last)| (first.saturating_sub(1)..=last.saturating_add(1)).contains(&date.year()))
        };
        if found.iter().any(|found| active(found.id)) {
            found.retain(|found| active(found.id));
        }
    }
}

/// Everybody a match names.
fn people_of(entry: &Match, people: &mut Vec<PersonId>) {
    for event in &entry.events {
        people.extend(event.player);
        match &event.kind {
            EventKind::Penalty(penalty) => people.extend(penalty.keeper),
            EventKind::Substitution { on } => people.extend(*on),
            EventKind::Goal | EventKind::OwnGoal | EventKind::Card { .. } => {}
        }
    }
    people.extend(entry.kicks.iter().flat_map(|kick| kick.taker.into_iter().chain(kick.keeper)));
    for sheet in entry.sheets.iter().flat_map(|sheets| sheets.iter()) {
        people.extend(&sheet.starters);
        people.extend(sheet.keepers.iter().map(|&(keeper, _)| keeper));
        people.extend(sheet.captain.into_iter().chain(sheet.manager));
    }
    people.extend(entry.referee);
}

fn person_error(text: &str, kind: NameErrorKind, candidates: Vec<Candidate>) -> NameError {
    NameError { what: What::Person, text: text.trim().to_owned(), kind, candidates }
}

#[cfg(test)]
mod tests;
