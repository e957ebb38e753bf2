//! Names in running text.
//!
//! The text is read from left to right and the longest name that begins at a word is taken. A name is a run of whole
//! words within a sentence. Its words are looked up in the hashed spellings that serve single names, a word at a time,
//! so a text costs a few look-ups a word and no automaton has to be built over everybody's names.

use std::ops::Range;

use super::context::Scene;
use super::editions::Year;
use super::error::{Entity, Found, How};
use super::lexicon::Hash;
use super::plain;
use super::teams::{Hit, sex_word};
use super::words::{Word, Words};
use super::{Context, Names};
use crate::{PersonId, Sex};

/// A name met in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Bytes of the name in the text, without a possessive `'s`; an article is in it where a listed name has one.
    pub span: Range<usize>,
    /// What it means: one thing, or the several it can mean.
    pub means: Vec<Entity>,
    /// By what name.
    pub how: How,
}

impl Mention {
    /// What it means, where that is decided.
    #[must_use]
    pub fn one(&self) -> Option<Entity> {
        match *self.means.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// Whether the name was written as somebody could write it; `false` for a misprint that was understood.
    #[must_use]
    pub fn exact(&self) -> bool {
        self.how != How::Misprint
    }
}

/// The longest name of a team or competition, in words.
const LONGEST: usize = 8;
/// The longest name of a person, in words.
const LONGEST_PERSON: usize = 6;
/// A surname more people share names nobody outside the match and teams in question.
const TOO_COMMON: usize = 32;

/// A name that begins at a word.
#[derive(Debug)]
struct Reading {
    /// Words it takes.
    words: usize,
    /// Where it begins in the text, if a word before belongs to it.
    start: Option<usize>,
    /// Where it ends in the text.
    end: usize,
    means: Vec<Entity>,
    how: How,
    /// Whether it is somebody or something in question.
    in_question: bool,
}

/// A run of words as one folded text; its last word whole, without `'s`, or in the singular.
#[derive(Debug)]
struct Run<'t> {
    words: usize,
    folded: &'t str,
    hash: Hash,
    end: usize,
    singular: bool,
}

struct Scan<'n, 'r, 't, 'c> {
    names: &'n Names<'r>,
    words: &'t Words,
    scene: Scene<'c>,
    /// People of the match in question.
    scope: Vec<PersonId>,
}

impl Names<'_> {
    /// The teams, people, competitions and editions a text names, in its order. Spans are bytes of `text`, on
    /// character boundaries, ascending, and do not overlap.
    ///
    /// Capitals count as a newspaper sets them. Codes are taken in capitals only, and plain words that are nicknames
    /// (the Lions) only of a team in question; teams of no confederation likewise. Surnames are those of the match
    /// and teams in question, else of whoever has them; a misprint is understood among the people of the match.
    #[must_use]
    pub fn mentions(&self, text: &str, context: &Context) -> Vec<Mention> {
        let words = Words::of(text);
        let scene = self.scene(context);
        let scope = self.scope(&scene);
        let scan = Scan { names: self, words: &words, scene, scope };
        let mut mentions = Vec::new();
        let mut at = 0;
        // Words before this one belong to the mention before.
        let mut free = 0;
        while let Some(word) = words.list.get(at) {
            if let Some(reading) = scan.reading(at, free) {
                let span = reading.start.unwrap_or(word.span.start)..reading.end;
                mentions.push(Mention { span, means: reading.means, how: reading.how });
                at += reading.words.max(1);
                free = at;
            } else {
                at += 1;
            }
        }
        mentions
    }

    /// First words of the names of teams and competitions, and the most words a name so begun has.
    fn openings(&self) -> &[(Hash, usize)] {
        self.openings.get_or_init(|| {
            let teams = self.team_index().lexicon.spellings().map(|(spelling, _)| spelling);
            let competitions = self.competition_index().lexicon.spellings().map(|(spelling, _)| spelling);
            let mut openings: Vec<(Hash, usize)> = teams
                .chain(competitions)
                .map(|spelling| {
                    let first = spelling.split(' ').next().unwrap_or_default();
                    (Hash::of(first), spelling.split(' ').count().min(LONGEST))
                })
                .collect();
            openings.sort_unstable_by(|one, other| one.0.cmp(&other.0).then(other.1.cmp(&one.1)));
            openings.dedup_by_key(|(hash, _)| *hash);
            openings
        })
    }
}

impl<'t> Scan<'_, '_, 't, '_> {
    fn word(&self, at: usize) -> Option<&'t Word> {
        self.words.list.get(at)
    }

    fn folded(&self, at: usize) -> &'t str {
        self.word(at).map_or("", |word| self.words.folded(word))
    }

    /// Whether a word goes on from the one before.
    fn runs_on(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.runs_on)
    }

    /// Whether capitals would show a name here, and none of the words of a run has one.
    fn lacks_capital(&self, at: usize, words: usize) -> bool {
        self.words.mixed && !(at..at + words).any(|at| self.word(at).is_some_and(|word| word.capital))
    }

    /// Whether a run stands in capitals in a text that is not all capitals.
    fn in_capitals(&self, at: usize, words: usize) -> bool {
        !self.words.shouted && (at..at + words).all(|at| self.word(at).is_some_and(|word| word.capitals))
    }

    /// The longest name that begins at a word; `free` is the first word no mention has taken.
    fn reading(&self, at: usize, free: usize) -> Option<Reading> {
        let listed = self.team_or_competition(at, free);
        let person = self.person(at, free);
        match (listed, person) {
            (Some(listed), Some(person)) => {
                let longer = person.words > listed.words;
                let known = person.words == listed.words && person.in_question && !listed.in_question;
                Some(if longer || (known && person.how <= How::Surname) { person } else { listed })
            }
            (listed, person) => listed.or(person).or_else(|| self.misprint(at)),
        }
    }

    /// The runs of up to `most` words from a word, longest first, each with its last word as written, then without
    /// `'s`, then in the singular.
    fn runs<'j>(&self, at: usize, most: usize, joined: &'j mut String) -> Vec<Run<'j>> {
        let mut parts = Vec::new();
        let mut before = Hash::EMPTY;
        for words in 1..=most {
            let Some(word) = self.word(at + words - 1).filter(|word| words == 1 || word.runs_on) else { break };
            if words > 1 {
                joined.push(' ');
            }
            let start = joined.len();
            let folded = self.words.folded(word);
            joined.push_str(folded);
            parts.push((words, start, word, before));
            before = before.with_word(folded);
        }
        let joined: &'j str = joined;
        let mut runs = Vec::new();
        for (words, start, word, before) in parts.into_iter().rev() {
            let folded = self.words.folded(word);
            let bare = self.words.bare(word);
            let singular = folded.strip_suffix('s').filter(|one| bare.is_none() && one.len() > 2);
            let forms = [
                Some((folded, word.span.end, false)),
                bare.map(|(bare, end)| (bare, end, false)),
                singular.map(|one| (one, word.span.end, true)),
            ];
            for (last, end, singular) in forms.into_iter().flatten() {
                let Some(folded) = joined.get(..start + last.len()) else { continue };
                runs.push(Run { words, folded, hash: before.with_word(last), end, singular });
            }
        }
        runs
    }

    fn team_or_competition(&self, at: usize, free: usize) -> Option<Reading> {
        let mut most = 0;
        let mut joined = String::new();
        for run in self.runs(at, 1, &mut joined) {
            let openings = self.names.openings();
            let place = openings.binary_search_by_key(&run.hash, |(hash, _)| *hash).ok();
            most = most.max(place.and_then(|place| openings.get(place)).map_or(0, |(_, words)| *words));
        }
        if most == 0 {
            return None;
        }
        joined.clear();
        let runs = self.runs(at, most, &mut joined);
        runs.iter().find_map(|run| self.competition(at, run, free).or_else(|| self.team(at, run, free)))
    }

    fn team(&self, at: usize, run: &Run<'_>, free: usize) -> Option<Reading> {
        let lexicon = &self.names.team_index().lexicon;
        let hits: Vec<Hit> = lexicon
            .find_hashed(run.hash, run.folded)
            .map(|((team, how), exact)| Hit { team, how, exact })
            .filter(|hit| self.is_set_as_team(at, run, hit))
            .collect();
        if hits.is_empty() {
            return None;
        }
        let (sex, start, more) = self.sex_around(at, run, free);
        let found = self.names.meant(&hits, sex, run.folded, &self.scene);
        let how = found.first()?.how;
        let end = more.and_then(|more| self.word(more)).map_or(run.end, |word| word.span.end);
        let words = run.words + usize::from(more.is_some());
        if how <= How::Code
            && sex.is_none()
            && let Some(edition) = self.hosted(at, run)
        {
            return Some(edition);
        }
        Some(Reading {
            words,
            start,
            end,
            in_question: found.iter().any(|found| self.scene.concerns(self.names, found.id)),
            means: found.into_iter().map(|found| Entity::Team(found.id)).collect(),
            how,
        })
    }

    /// Whether a spelling is set as the name of a team would be.
    fn is_set_as_team(&self, at: usize, run: &Run<'_>, hit: &Hit) -> bool {
        let Some(team) = self.names.record.teams.get(hit.team.index()) else { return false };
        let in_question = || {
            let sides = [Some(hit.team), self.names.side(hit.team, Sex::Women)];
            sides.into_iter().flatten().any(|team| self.scene.concerns(self.names, team))
        };
        let no_capital = self.lacks_capital(at, run.words);
        let national = team.kind == crate::TeamKind::National;
        if (!hit.exact && (no_capital || run.folded.len() < 5))
            || (run.singular && (no_capital || matches!(hit.how, How::Code | How::OtherName)))
            || (national && team.confederation.is_none() && !in_question())
        {
            return false;
        }
        match hit.how {
            How::Code => {
                let stressed = self.words.mixed && plain::is_word_in_capitals(run.folded) && !in_question();
                self.in_capitals(at, run.words) && !stressed
            }
            How::Nickname => {
                let plain = plain::is_plain_nickname(run.folded);
                in_question() || !(plain || no_capital)
            }
            _ if !national => {
                let opens = self.word(at).is_some_and(|word| word.opens);
                in_question() || !(no_capital || (opens && run.words == 1))
            }
            _ => {
                let is_word = plain::is_word_in_lower_case(run.folded)
                    && !(at..at + run.words).any(|at| self.word(at).is_some_and(|word| word.capital));
                !(is_word || (self.is_given_name(at, run) && !in_question()))
            }
        }
    }

    /// Whether a country's name stands before a surname: `Jordan Henderson`.
    fn is_given_name(&self, at: usize, run: &Run<'_>) -> bool {
        let next = at + run.words;
        self.words.mixed
            && run.words == 1
            && plain::is_given_name(run.folded)
            && self.runs_on(next)
            && self.word(next).is_some_and(|word| word.capital && !word.capitals)
            && sex_word(self.folded(next)).is_none()
    }

    /// The sex a word before or behind a team states, where the mention then begins, and the word behind.
    fn sex_around(&self, at: usize, run: &Run<'_>, free: usize) -> (Option<Sex>, Option<usize>, Option<usize>) {
        let stated = |at: usize| Some(self.folded(at)).filter(|word| word.len() > 1).and_then(sex_word);
        let next = at + run.words;
        if self.runs_on(next)
            && let Some(sex) = stated(next)
        {
            return (Some(sex), None, Some(next));
        }
        if at > free
            && self.runs_on(at)
            && let Some(sex) = stated(at - 1)
        {
            return (Some(sex), self.word(at - 1).map(|word| word.span.start), None);
        }
        (None, None, None)
    }

    fn competition(&self, at: usize, run: &Run<'_>, free: usize) -> Option<Reading> {
        let lexicon = &self.names.competition_index().lexicon;
        let hits: Vec<_> = lexicon.find_hashed(run.hash, run.folded).map(|(meaning, _)| meaning).collect();
        let Found { id, how } = self.names.of_sex(&hits, None, &self.scene)?;
        let no_capital = self.lacks_capital(at, run.words);
        let name = run.folded.strip_prefix("the ").unwrap_or(run.folded);
        let edition = self.year_around(at, run, free).and_then(|(year, words, start, end)| {
            let editions = self.names.editions_called(id, None, Some(year), &self.scene);
            let [edition] = *editions.as_slice() else { return None };
            let means = vec![Entity::Edition(edition)];
            Some(Reading { words, start, end, means, how: How::Name, in_question: false })
        });
        let set = match how {
            How::Code => {
                self.in_capitals(at, run.words) && !(self.words.mixed && plain::is_word_in_capitals(run.folded))
            }
            _ if plain::is_plain_competition(name) => {
                let capital = self.word(at + run.words - 1).is_some_and(|word| word.capital);
                name.starts_with("euro") && (edition.is_some() || (self.words.mixed && capital))
            }
            _ => run.words > 1 || !no_capital || run.folded == "friendlies",
        };
        if !set {
            return None;
        }
        Some(edition.unwrap_or_else(|| Reading {
            words: run.words,
            start: None,
            end: run.end,
            means: vec![Entity::Competition(id)],
            how,
            in_question: false,
        }))
    }

    /// A year before or behind a run: the year, the words taken from the first of the run on, and where the mention
    /// begins and ends.
    fn year_around(&self, at: usize, run: &Run<'_>, free: usize) -> Option<(Year, usize, Option<usize>, usize)> {
        let next = at + run.words;
        if let Some((year, words)) = self.year_at(next) {
            return Some((year, run.words + words, None, self.word(next + words - 1)?.span.end));
        }
        if self.runs_on(next)
            && self.folded(next) == "of"
            && let Some((year @ Year::Full(_), words)) = self.year_at(next + 1)
        {
            return Some((year, run.words + 1 + words, None, self.word(next + words)?.span.end));
        }
        if at >= free + 2
            && self.runs_on(at)
            && self.runs_on(at - 1)
            && let Some(season) = Year::read_season(self.folded(at - 2), self.folded(at - 1))
        {
            return Some((season, run.words, Some(self.word(at - 2)?.span.start), run.end));
        }
        if at > free
            && self.runs_on(at)
            && let Some(year @ Year::Full(_)) = Year::read(self.folded(at - 1))
        {
            return Some((year, run.words, Some(self.word(at - 1)?.span.start), run.end));
        }
        None
    }

    /// A year or season at a word that goes on from the one before, and the words it takes. Two digits need an
    /// apostrophe, or to end the run: `the World Cup 30 years ago` names no edition.
    fn year_at(&self, at: usize) -> Option<(Year, usize)> {
        if !self.runs_on(at) {
            return None;
        }
        if self.runs_on(at + 1)
            && let Some(season) = Year::read_season(self.folded(at), self.folded(at + 1))
        {
            return Some((season, 2));
        }
        let year = Year::read(self.folded(at))?;
        let ends = !self.runs_on(at + 1) || self.word(at).is_some_and(|word| word.apostrophe);
        (matches!(year, Year::Full(_)) || ends).then_some((year, 1))
    }

    /// Hosts and their year: `France 98`.
    fn hosted(&self, at: usize, run: &Run<'_>) -> Option<Reading> {
        let next = at + run.words;
        let (year, words) = self.year_at(next)?;
        let editions = self.names.hosted(run.folded, year, &self.scene);
        let [edition] = *editions.as_slice() else { return None };
        Some(Reading {
            words: run.words + words,
            start: None,
            end: self.word(next + words - 1)?.span.end,
            means: vec![Entity::Edition(edition)],
            how: How::OtherName,
            in_question: false,
        })
    }

    fn person(&self, at: usize, free: usize) -> Option<Reading> {
        let mut joined = String::new();
        let runs = self.runs(at, LONGEST_PERSON, &mut joined);
        let index = self.names.people_index();
        // A name begins with a word somebody has, or an initial.
        let initial = self.folded(at).len() == 1;
        let starters: Vec<PersonId> = if initial { Vec::new() } else { index.with_word(self.folded(at)).collect() };
        runs.iter().filter(|run| !run.singular && !self.lacks_capital(at, run.words)).find_map(|run| {
            let words: Vec<&str> = run.folded.split(' ').collect();
            let last = words.last()?;
            let candidates: Vec<PersonId> = if words.len() == 1 && *last == self.folded(at) {
                starters.clone()
            } else if words.len() == 1 || initial {
                index.with_word(last).collect()
            } else {
                index.with_word(last).filter(|id| starters.binary_search(id).is_ok()).collect()
            };
            let (found, in_question) = self.people(at, &words, &candidates)?;
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

    /// Who of the candidates is called so: of the match, else of the teams in question, else of everybody; and
    /// whether they are in question.
    fn people(&self, at: usize, words: &[&str], candidates: &[PersonId]) -> Option<(Vec<Found<PersonId>>, bool)> {
        if candidates.is_empty() {
            return None;
        }
        let single = words.len() == 1;
        let letters = words.iter().map(|word| word.chars().count()).sum::<usize>();
        let plain = single && words.first().is_some_and(|word| plain::is_plain_surname(word));
        // At the head of a sentence every word has a capital.
        if plain && (!self.words.mixed || self.word(at).is_none_or(|word| word.opens)) {
            return None;
        }
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
        let says_nothing = given.len() < 3
            || plain::is_title(given)
            || plain::is_plain_surname(given)
            || (before.opens && index.with_word(given).next().is_none())
            || found.iter().any(|found| index.with_word(given).any(|id| id == found.id));
        if says_nothing {
            return true;
        }
        let nearly = |id: &PersonId| self.names.has_given_name_like(*id, given);
        if found.iter().any(|found| nearly(&found.id)) {
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
    fn misprint(&self, at: usize) -> Option<Reading> {
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
        let id = self.names.misprinted(folded, &self.scope)?;
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

#[cfg(test)]
mod tests;
