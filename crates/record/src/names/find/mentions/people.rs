//! People at a word of a text.

use super::super::error::{Entity, Found, How};
use super::super::plain;
use super::super::words::Word;
use super::{Reading, Scan};
use crate::PersonId;

/// The longest name of a person, in words.
const LONGEST: usize = 6;
/// A surname more people share names nobody outside the match and teams in question.
const TOO_COMMON: usize = 32;

/// Who is called by some words, and whether they are in question.
pub(super) type Called = (Vec<Found<PersonId>>, bool);

impl Scan<'_, '_, '_, '_> {
    /// The longest name of a person that begins at a word.
    pub(super) fn person(&self, at: usize, free: usize) -> Option<Reading> {
        let word = self.word(at)?;
        // Names have a capital among their first words where capitals count; most words of a text are done with here.
        if (1..=4).all(|words| self.lacks_capital(at, words)) {
            return None;
        }
        let index = self.names.people_index();
        // A name begins with a word somebody has, or an initial.
        let folded = self.words.folded(word);
        let initial = folded.len() == 1 && (word.capital || !self.words.mixed);
        let starters: Vec<PersonId> = if initial { Vec::new() } else { index.with_hash(word.hash).collect() };
        let lone = self.words.bare(word).is_some_and(|(bare, _)| index.with_word(bare).next().is_some());
        if !initial && !lone && starters.is_empty() {
            return None;
        }
        let mut joined = String::new();
        let runs = self.runs(at, if starters.is_empty() && !initial { 1 } else { LONGEST }, &mut joined);
        let mut runs = runs.filter(|run| !run.singular && !self.lacks_capital(at, run.words));
        runs.find_map(|run| {
            let last = run.folded.rsplit(' ').next()?;
            let candidates: Vec<PersonId> = if last.len() == run.folded.len() {
                index.with_word(last).collect()
            } else {
                // Every word belongs to the name: no other word is taken in.
                let (_, behind) = run.folded.split_once(' ')?;
                let (between, _) = behind.rsplit_once(' ').unwrap_or_default();
                let has = |id: PersonId, word: &str| word.len() == 1 || index.with_word(word).any(|other| other == id);
                index
                    .with_word(last)
                    .filter(|id| initial || starters.binary_search(id).is_ok())
                    .filter(|id| between.is_empty() || between.split(' ').all(|word| has(*id, word)))
                    .collect()
            };
            if candidates.is_empty() {
                return None;
            }
            let words: Vec<&str> = run.folded.split(' ').collect();
            let (found, in_question) = self.people(at, run.folded, &words, &candidates)?;
            let mut reading = Reading {
                words: run.words,
                start: None,
                end: run.end,
                how: found.first()?.how,
                means: found.iter().map(|found| Entity::Person(found.id)).collect(),
                in_question,
            };
            let lone = words.len() == 1 && reading.how == How::Surname;
            if lone && !self.heed_neighbours(at, free, &candidates, &found, &mut reading) {
                return None;
            }
            Some(reading)
        })
    }

    /// Who of the candidates is called so, and whether they are in question.
    fn people(&self, at: usize, folded: &str, words: &[&str], candidates: &[PersonId]) -> Option<Called> {
        let plain = words.len() == 1 && plain::is_plain_surname(folded);
        // At the head of a sentence every word has a capital.
        if plain && (!self.words.mixed || self.word(at).is_none_or(|word| word.opens)) {
            return None;
        }
        // A report names the same people again and again.
        if let Some(known) = self.called.borrow().get(folded) {
            return known.clone();
        }
        let called = self.called(words, candidates, plain);
        self.called.borrow_mut().insert(folded.to_owned(), called.clone());
        called
    }

    /// Who of the candidates is called so: of the match, else of the teams in question, else of everybody.
    fn called(&self, words: &[&str], candidates: &[PersonId], plain: bool) -> Option<Called> {
        let single = words.len() == 1;
        let letters = words.iter().map(|word| word.chars().count()).sum::<usize>();
        let in_scope = |id: &PersonId| self.scope.binary_search(id).is_ok();
        let weakest = if single && letters < 4 { How::Surname } else { How::Part };
        let found = self.names.strongest(words, weakest, &mut candidates.iter().copied().filter(in_scope));
        if !found.is_empty() {
            return Some((found, true));
        }
        let fits = |id: &PersonId| self.names.is_of_sex(*id, &self.scene);
        let of_teams = |id: &PersonId| fits(id) && self.names.plays_for(*id, &self.scene);
        let weakest = if single { How::Surname } else { How::Part };
        let found = self.names.strongest(words, weakest, &mut candidates.iter().copied().filter(of_teams));
        if !found.is_empty() {
            return Some((found, true));
        }
        if plain || letters < 3 || (single && candidates.len() > TOO_COMMON) {
            return None;
        }
        let mut found = self.names.strongest(words, How::Surname, &mut candidates.iter().copied().filter(fits));
        if found.iter().any(|found| self.names.is_of_kind(found.id, &self.scene)) {
            found.retain(|found| self.names.is_of_kind(found.id, &self.scene));
        }
        (!found.is_empty()).then_some((found, false))
    }

    /// Whether the neighbours of a lone surname let it stand. Before it, a given name that is not theirs means another:
    /// `Lilliam Thuram`, where Marcus Thuram plays, nearly Lilian, who is then meant; `Todd Kane`, nobody we know.
    /// Behind it, a further name makes it a given name: `Jordan Smith`.
    fn heed_neighbours(
        &self,
        at: usize,
        free: usize,
        candidates: &[PersonId],
        found: &[Found<PersonId>],
        reading: &mut Reading,
    ) -> bool {
        if !self.words.mixed {
            return true;
        }
        let is_name = |word: &Word| word.capital && !word.capitals;
        if !reading.in_question
            && self.word(at).is_some_and(|word| self.words.bare(word).is_none())
            && self.word(at + 1).is_some_and(|next| next.runs_on && is_name(next))
        {
            return false;
        }
        if at <= free || !self.runs_on(at) {
            return true;
        }
        let Some(before) = self.word(at - 1).filter(|word| is_name(word) && self.words.bare(word).is_none()) else {
            return true;
        };
        let given = self.words.folded(before);
        let index = self.names.people_index();
        let nearly = |id: &PersonId| self.names.has_given_name_like(*id, given);
        // `Andrei Arshavin`, whom the record calls Andrey.
        if given.len() >= 3 && !plain::is_title(given) && found.iter().any(|found| nearly(&found.id)) {
            reading.start = Some(before.span.start);
            return true;
        }
        let says_nothing = given.len() < 3
            || plain::is_title(given)
            || plain::is_plain_surname(given)
            || (before.opens && index.with_word(given).next().is_none())
            || found.iter().any(|found| index.with_word(given).any(|id| id == found.id));
        if says_nothing {
            return true;
        }
        let mut others = candidates.iter().copied().filter(nearly);
        let (Some(one), None) = (others.next(), others.next()) else { return false };
        reading.start = Some(before.span.start);
        reading.means = vec![Entity::Person(one)];
        reading.how = How::Misprint;
        reading.in_question = false;
        true
    }

    /// A misprinted surname of somebody in the match: a word with a capital within a sentence that is nobody's name.
    pub(super) fn misprint(&self, at: usize) -> Option<Reading> {
        let word = self.word(at)?;
        let (folded, end) = self.words.bare(word).unwrap_or((self.words.folded(word), word.span.end));
        let unlikely = !self.words.mixed || !word.capital || word.capitals || word.opens;
        if unlikely
            || self.scope.is_empty()
            || folded.chars().count() < 5
            || plain::is_plain_surname(folded)
            || self.names.people_index().with_word(folded).next().is_some()
        {
            return None;
        }
        let spelled = self.spelled.get_or_init(|| self.names.spellings(&self.scope));
        let id = super::super::people::misprinted(folded, spelled)?;
        Some(Reading {
            words: 1,
            start: None,
            end,
            means: vec![Entity::Person(id)],
            how: How::Misprint,
            in_question: true,
        })
    }
}
