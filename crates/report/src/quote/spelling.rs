//! Names as reports spell them, and whom of the record they mean.

use byline_record::names::similar::distance;
use byline_record::{PersonId, TeamId, fold};

use super::anaphora::only;
use super::names::is_honorific;
use super::resolve::Known;
use crate::Span;
use crate::index::Key;

/// The longest surname that is too short to tell one person by.
const LONE: usize = 4;

impl Known<'_, '_> {
    /// The record's name for somebody a report names, if there is one it can be.
    pub(super) fn full(&self, name: &str, at: Option<&Span>) -> String {
        let last = |name: &str| fold(name.rsplit(' ').next().unwrap_or(name));
        let same = |person: PersonId| last(&self.view.record().person(person).name) == last(name);
        // A name that goes on after these words is another.
        let whole = |at: &Span| {
            let mut all = self.within(at).filter(|mention| mention.span.end <= at.end);
            all.find_map(|mention| mention.person)
        };
        let name = untitled(name);
        if let Some(person) = self.of_given_name(name) {
            return self.print(person);
        }
        let here = at.and_then(whole);
        // Hernandez, who scored, before a Lucas Hernandez is named.
        let later = |at: &Span| {
            let surname = self.text.get(at.clone()).is_some_and(|words| !words.trim_end_matches("'s").contains(' '));
            surname && self.text.find(name).is_some_and(|first| first > at.start)
        };
        let early = at.is_some_and(later);
        if let Some(person) = here.filter(|&person| same(person) && early) {
            return self.print(person);
        }
        if early && self.is_of_several(name) {
            let surname = name.rsplit(' ').next().unwrap_or(name);
            return self.scorer_of_surname(surname).map_or_else(|| surname.to_owned(), |person| self.print(person));
        }
        if let Some(person) = here.filter(|&person| !name.contains(' ') || (same(person) && self.agrees(person, name)))
        {
            return self.print(person);
        }
        // Del Bosque is a surname of two words.
        let ends = |person: PersonId| fold(&self.print(person)).ends_with(&format!(" {}", fold(name)));
        let known = self.people.iter().copied().chain(self.managers().map(|(_, manager)| manager));
        if name.contains(' ') {
            // In Berlin Mikel Oyarzabal scored: what stands before a full name is none of it.
            let within = |person: PersonId| {
                let full = self.print(person);
                full.contains(' ') && fold(name).ends_with(&format!(" {}", fold(&full)))
            };
            let same = |person: PersonId| fold(&self.print(person)) == fold(name);
            let is = |person: PersonId| same(person) || ends(person) || within(person);
            let person = here.filter(|&person| is(person)).or_else(|| known.into_iter().find(|&person| is(person)));
            let person = person.or_else(|| self.misspelt(name));
            return person.map_or_else(|| name.to_owned(), |person| self.print(person));
        }
        let mut named = self.people.iter().copied().filter(|&person| same(person));
        if let (Some(person), None) = (named.next(), named.next()) {
            return self.print(person);
        }
        let mut managers: Vec<PersonId> =
            self.managers().map(|(_, manager)| manager).filter(|&person| same(person)).collect();
        managers.dedup();
        match *managers.as_slice() {
            [manager] => self.print(manager),
            [] => {
                let person = self.scorer_of_surname(name).or_else(|| self.only_of_surname(name));
                person.map_or_else(|| name.to_owned(), |person| self.print(person))
            }
            _ => name.to_owned(),
        }
    }

    /// Whom of the two sides a full name means that one letter keeps from being his.
    pub(super) fn misspelt(&self, name: &str) -> Option<PersonId> {
        self.entry?;
        let (given, surname) = name.rsplit_once(' ')?;
        let (given, surname) = (fold(given), fold(surname));
        let near = |&person: &PersonId| {
            let own = fold(&self.print(person));
            let Some((first, last)) = own.rsplit_once(' ') else { return false };
            last.len() > LONE
                && (first == given && distance(last, &surname) == 1 || last == surname && distance(first, &given) == 1)
        };
        let all = || self.of_squads().chain(self.managers().map(|(_, manager)| manager));
        // Jogi Low: the only one of his name.
        let same = |&person: &PersonId| fold(&self.print(person)).rsplit(' ').next() == Some(surname.as_str());
        let short = |&person: &PersonId| fold(&self.print(person)).get(..2) == given.get(..2);
        only(all().filter(near)).or_else(|| only(all().filter(same)).filter(short))
    }

    /// Who is honoured by a given name alone: Sir Geoff, Big Jack. The only one of that name whom the report names or who
    /// was in charge, else in the squads.
    pub(super) fn of_given_name(&self, name: &str) -> Option<PersonId> {
        let (_, given) = name.split_once(' ').filter(|(first, given)| is_honorific(first) && !given.contains(' '))?;
        let given = fold(given);
        let is =
            |&person: &PersonId| fold(&self.print(person)).split_once(' ').is_some_and(|(first, _)| first == given);
        // By the surname as well, or as a manager.
        let by_surname = |person: PersonId| {
            let surname = fold(&self.print(person)).rsplit(' ').next().map(str::to_owned);
            let mut own = self.mentions.iter().filter(|mention| mention.person == Some(person));
            own.any(|mention| {
                let words = self.text.get(mention.span.clone()).map(fold).unwrap_or_default();
                words.rsplit(' ').next().map(str::to_owned) == surname
            })
        };
        let of_report = || {
            let named = self.people.iter().copied().filter(is).filter(|&person| by_surname(person));
            named.chain(self.managers().map(|(_, manager)| manager).filter(is))
        };
        if of_report().next().is_some() {
            return only(of_report());
        }
        // Who is big is called so for his charges.
        only(self.of_squads().filter(is).filter(|_| self.entry.is_some() && name.starts_with("Sir ")))
    }

    /// Whether the squads of the two sides have several of the surname of a full name.
    pub(super) fn is_of_several(&self, name: &str) -> bool {
        let last = |name: &str| fold(name).rsplit(' ').next().map(str::to_owned);
        let wanted = last(name);
        self.entry.is_some()
            && self.of_squads().filter(|&person| last(&self.print(person)) == wanted).take(2).count() > 1
    }

    /// The only one of a surname who scored in the match.
    pub(super) fn scorer_of_surname(&self, surname: &str) -> Option<PersonId> {
        let wanted = fold(surname);
        let is = |&person: &PersonId| fold(&self.print(person)).rsplit(' ').next() == Some(wanted.as_str());
        only(self.entry?.goals().filter_map(|goal| goal.player).filter(is))
    }

    /// The only one of a surname whom the record has, if he belongs to a team the report names: Klinsmann, on television.
    pub(super) fn only_of_surname(&self, name: &str) -> Option<PersonId> {
        let wanted = fold(name);
        let surname = Key::of(&wanted);
        let people = self.view.record().people().iter().filter(|_| wanted.len() > LONE);
        let mut same = people.filter(|person| self.index.surname(person.id) == Some(surname));
        let first = same.next()?;
        let named = |team: TeamId| self.mentions.iter().any(|mention| mention.team == Some(team));
        let of_match = |team: &TeamId| self.entry.is_some_and(|entry| entry.side_of(*team).is_some()) || named(*team);
        let alone = same.all(|other| fold(&other.name) == fold(&first.name));
        (alone && first.teams.iter().any(of_match)).then_some(first.id)
    }

    /// Whether a given name is that of somebody of the record, or short for it, as far as its first letters tell.
    pub(super) fn agrees(&self, person: PersonId, name: &str) -> bool {
        let person = self.view.record().person(person);
        let given = |name: &str| fold(name.split(' ').next().unwrap_or_default());
        let letters = |name: &str| name.chars().take(2).collect::<String>();
        let titled = name.split(' ').any(|word| matches!(word, "Sir" | "Captain" | "Dr" | "Herr" | "Don" | "Big"));
        let all = std::iter::once(&person.name).chain(&person.other_names);
        let near = |own: String, other: String| {
            let short = own.chars().count().min(other.chars().count()) < 2;
            let longer = own.chars().count().max(other.chars().count());
            own.chars().next() == other.chars().next()
                && (short || letters(&own) == letters(&other) || 2 * distance(&own, &other) <= longer)
        };
        titled || all.into_iter().any(|own| near(given(own), given(name)))
    }

    /// Whether a single word that was taken for a name can be one: a team is nobody, nor is a word no one has.
    pub(super) fn is_somebody(&self, name: &str) -> bool {
        if name.contains(' ') {
            return !self.teams.contains(name);
        }
        let last = |name: &str| fold(name.rsplit(' ').next().unwrap_or(name));
        let same =
            |person: PersonId| last(&self.print(person)) == last(name) || fold(&self.print(person)) == fold(name);
        self.people.iter().any(|&person| same(person)) || self.managers().any(|(_, person)| same(person))
    }
}

/// A name without the address before it: Mr MacLeod.
fn untitled(name: &str) -> &str {
    const TITLES: &[&str] =
        &["Mr", "Mrs", "Ms", "Miss", "Herr", "Frau", "Señor", "Senor", "Signor", "Monsieur", "Major", "Colonel", "Dr"];
    name.split_once(' ').filter(|(title, _)| TITLES.contains(title)).map_or(name, |(_, rest)| rest)
}
