//! Who of a family is meant: `his brother`, `the elder brother`, `the younger Laudrup`.

use byline_record::{PersonId, fold};

use super::Speaker;
use super::lexicon::is_capital;
use super::resolve::Known;
use crate::Span;

/// What people are to each other.
const KIN: &[&str] = &["brother", "sister", "father", "mother", "son", "daughter", "cousin", "uncle", "nephew", "wife"];
/// The most places of such a word that are looked at.
const PLACES: usize = 8;

impl Known<'_, '_> {
    /// The name of somebody's kin, where the report gives it with the same word: `his elder brother Kolo`, then `his
    /// brother`. Who is named by a given name alone has the surname of whoever it is the kin of.
    pub(super) fn of_kin(&self, at: &Span, previous: Option<&str>) -> Option<String> {
        let words = self.text.get(at.clone())?;
        let head = words.rsplit(' ').next().filter(|head| KIN.contains(head))?;
        let before = self.text.get(..at.start)?;
        let (place, given) = before.rmatch_indices(head).take(PLACES).find_map(|(place, _)| {
            let after = before.get(place + head.len()..)?.strip_prefix(' ')?;
            let words = after.split([' ', ',', '.', ';', '\n']).take_while(|word| is_capital(word)).take(2);
            let name: Vec<&str> = words.collect();
            (!name.is_empty()).then(|| (place, name.join(" ")))
        })?;
        if given.contains(' ') {
            return Some(self.spelt(&given));
        }
        let own = words.starts_with("his ") || words.starts_with("her ");
        let told = || self.named_before(place).map(|person| self.print(person));
        let of = previous.filter(|_| own).map(str::to_owned).or_else(told)?;
        let (first, surname) = of.split_once(' ')?;
        (fold(first) != fold(&given)).then(|| self.spelt(&format!("{given} {surname}")))
    }

    /// Of whose kin the sentence before a place tells first: His father Peter was more direct.
    pub(super) fn kin_of_lead(&self, place: usize, previous: Option<&str>) -> Option<String> {
        let start = self.start_of(self.lead(place)?)?;
        let mut words = self.text.get(start..place)?.split([' ', ',']);
        words.next().filter(|own| matches!(*own, "His" | "Her"))?;
        words.by_ref().take(2).find(|word| KIN.contains(word))?;
        let given = words.next().filter(|given| is_capital(given))?;
        let (_, surname) = previous?.split_once(' ')?;
        match words.next().filter(|next| is_capital(next)) {
            Some(last) => Some(self.spelt(&format!("{given} {last}"))),
            None => Some(self.spelt(&format!("{given} {surname}"))),
        }
    }

    /// Of whose father or mother the sentence before tells first, where the speaker is the son or the daughter.
    pub(super) fn child_of_lead(&self, at: &Span) -> Option<String> {
        if !matches!(self.text.get(at.clone())?, "the son" | "the daughter") {
            return None;
        }
        let lead = self.lead(at.start)?;
        let from = self.mentions.partition_point(|mention| mention.passage < lead);
        let mut here = self.mentions.iter().skip(from).take_while(|mention| mention.passage == lead);
        let first = here.find(|mention| mention.of_person)?;
        let after = self.text.get(first.span.end..)?.get(1..)?;
        let parent =
            after.split_once("s ").is_some_and(|(_, rest)| rest.starts_with("father") || rest.starts_with("mother"));
        let words = || self.text.get(first.span.clone()).map(str::to_owned);
        first.person.map(|person| self.print(person)).or_else(words).filter(|_| parent && self.owns(first))
    }

    /// Whoever is named last before a place.
    fn named_before(&self, place: usize) -> Option<PersonId> {
        let before = self.mentions.partition_point(|mention| mention.span.end <= place);
        self.mentions.get(..before)?.iter().rev().take(PLACES).find_map(|mention| mention.person)
    }

    /// A full name as the record spells it, if the squads of the match have it.
    fn spelt(&self, name: &str) -> String {
        let wanted = fold(name);
        let is = |person: &PersonId| fold(&self.print(*person)) == wanted;
        self.of_squads().find(is).map_or_else(|| name.to_owned(), |person| self.print(person))
    }

    /// Which of two of one surname a name means: `the younger Laudrup`, `the elder of the two Charltons`.
    pub(super) fn of_namesakes(&self, speaker: &Speaker) -> Option<PersonId> {
        let before = self.text.get(..speaker.at.span.start)?.trim_end();
        let pair = before.strip_suffix(" of the two").or_else(|| before.strip_suffix(" of the"));
        let younger = match pair.unwrap_or(before).rsplit(' ').next()? {
            "younger" => true,
            "elder" | "older" => false,
            _ => return None,
        };
        let name = speaker.at.words.rsplit(' ').next()?;
        let surname = fold(if pair.is_some() { name.strip_suffix('s').unwrap_or(name) } else { name });
        let same = |person: &PersonId| fold(&self.print(*person)).rsplit(' ').next() == Some(surname.as_str());
        let mut all: Vec<PersonId> = self.people.iter().copied().filter(same).collect();
        if all.len() < 2 {
            all.extend(self.of_squads().filter(same));
            all.sort_unstable();
            all.dedup();
        }
        let born = |person: &PersonId| self.view.record().person(*person).born;
        let [one, other] = *all.as_slice() else { return None };
        let (first, second) = (born(&one)?, born(&other)?);
        (first != second).then_some(if (first > second) == younger { one } else { other })
    }
}
