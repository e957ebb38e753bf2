//! Teams, competitions and editions at a word of a text.

use super::super::editions::Year;
use super::super::error::{Entity, Found, How};
use super::super::plain;
use super::super::teams::{Hit, sex_word};
use super::{Reading, Run, Scan};
use crate::Sex;

impl Scan<'_, '_, '_, '_> {
    /// The longest listed name that begins at a word.
    pub(super) fn team_or_competition(&self, at: usize, free: usize) -> Option<Reading> {
        let most = self.longest.get(at).copied().filter(|most| *most > 0)?;
        let mut joined = String::new();
        let mut runs = self.runs(at, most, &mut joined);
        runs.find_map(|run| self.competition(at, &run, free).or_else(|| self.team(at, &run, free)))
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
                (self.in_capitals(at, run.words) && !stressed) || plain::is_code_in_any_case(run.folded)
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
                let set = edition.is_some() || run.folded == "the euros" || (self.words.mixed && capital);
                name.starts_with("euro") && set
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
}
