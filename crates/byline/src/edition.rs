//! Editions as people ask for them: by name, or by a file of their own.

use std::path::Path;

use byline_competition::edition::{built_in, built_in_names, built_in_of};
use byline_competition::situation::{Supposition, suppose};
use byline_competition::{Edition, Facts, Meeting, Situation};
use byline_forecast::in_play::Clock;
use byline_record::names::find::{Context, Names};
use byline_record::names::similar::distance;
use byline_record::{Sources, View, fold};

use crate::desk::Desk;
use crate::failure::Failure;

/// An edition with what has happened in it, and what is supposed.
#[derive(Debug)]
pub(crate) struct Opened {
    pub(crate) edition: Edition,
    pub(crate) facts: Facts,
    pub(crate) supposed: Vec<Meeting>,
    /// Matches supposed to be under way.
    pub(crate) live: Vec<Live>,
    /// What was supposed, as typed.
    pub(crate) set: Vec<String>,
}

/// A match supposed to be under way.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Live {
    pub(crate) teams: [u8; 2],
    pub(crate) goals: [u8; 2],
    pub(crate) clock: Clock,
}

impl Opened {
    /// The edition asked for as of the view, with the results supposed by `--set`.
    pub(crate) fn open(desk: &Desk, view: &View<'_>, asked: &str, set: &[String]) -> Result<Self, Failure> {
        let names = desk.names();
        let edition = read(&names, asked)?;
        let facts = Facts::of(view, &edition);
        let (mut suppositions, mut live) = (Vec::new(), Vec::new());
        for text in set {
            let (result, clock) = with_clock(text)?;
            let supposition = supposition(&names, &edition, &facts, result)?;
            match clock {
                Some(clock) => live.push(Live { teams: supposition.teams, goals: supposition.goals, clock }),
                None => suppositions.push(supposition),
            }
        }
        let supposed = suppose(&edition, &facts, &suppositions).map_err(|error| {
            Failure::bad_input(format!("--set: {error}")).hint(
                "--set takes the results of matches of the edition: \"England 2-0 Wales\"; who goes through on \
                       penalties stands behind a comma: \"France 2-2 England, England\"",
            )
        })?;
        Ok(Self { edition, facts, supposed, live, set: set.to_vec() })
    }

    /// The edition after what has happened and what is supposed.
    pub(crate) fn situation(&self) -> Situation<'_> {
        Situation::new(&self.edition, &self.facts, &self.supposed)
    }

    /// Who says what has happened.
    pub(crate) fn sources(&self, view: &View<'_>) -> Sources {
        let played = self.facts.meetings.iter().filter_map(|meeting| view.get(meeting.id?));
        played.fold(Sources::NONE, |sources, entry| sources.and(entry.sources.all()))
    }
}

/// Reads the file of an edition: one of the user's own, or one that comes with the program.
pub(crate) fn read(names: &Names<'_>, asked: &str) -> Result<Edition, Failure> {
    if Path::new(asked).extension().is_some_and(|extension| extension == "toml") {
        return read_file(Path::new(asked));
    }
    let found = built_in(asked).or_else(|| {
        let id = names.edition(asked, &Context::default()).ok()?.id;
        let record = names.record();
        let edition = record.edition(id);
        built_in_of(&record.competition(edition.competition).name, &edition.label)
    });
    let Some((name, text)) = found else {
        let mut nearest: Vec<&str> = built_in_names().collect();
        nearest.sort_by_key(|name| distance(&fold(name), &fold(asked)));
        nearest.truncate(5);
        return Err(Failure::bad_input(format!("there is no edition file for `{asked}`")).hint(format!(
            "nearest: {}; or write a file of your own, as editions/README.md describes, and name it: league.toml",
            nearest.join(", ")
        )));
    };
    Edition::read(text).map_err(|error| Failure::bad_input(format!("editions/{name}.toml:{error}")))
}

/// Reads an edition file of the user's own.
pub(crate) fn read_file(path: &Path) -> Result<Edition, Failure> {
    let bytes = std::fs::read(path)
        .map_err(|error| Failure::bad_input(format!("{}: cannot be read: {error}", path.display())))?;
    let text = String::from_utf8(bytes)
        .map_err(|error| Failure::bad_input(format!("{}: {error}; expected UTF-8", path.display())))?;
    Edition::read(&text).map_err(|error| {
        let hint = error.hint.clone().unwrap_or_else(|| "editions/README.md describes the format".to_owned());
        Failure::bad_input(error.in_file(path).to_string()).hint(hint)
    })
}

/// The result and the minute of `England 1-2 France 84'`; no minute where the match is over.
fn with_clock(text: &str) -> Result<(&str, Option<Clock>), Failure> {
    let Some((result, minute)) = text.trim().strip_suffix('\'').and_then(|rest| rest.rsplit_once(' ')) else {
        return Ok((text, None));
    };
    let (regular, added) = minute.split_once('+').unwrap_or((minute, "0"));
    let clock = match (regular.parse(), added.parse()) {
        (Ok(minute @ 0..=120), Ok(added @ 0..=20)) => Clock { minute, added },
        _ => {
            return Err(Failure::bad_input(format!("--set `{text}`: `{minute}'` is no minute"))
                .hint("a match under way is written \"England 1-2 France 84'\", in added time \"90+4'\""));
        }
    };
    Ok((result, Some(clock)))
}

/// Reads `England 2-0 Wales` or `France 2-2 England, England`.
fn supposition(names: &Names<'_>, edition: &Edition, facts: &Facts, text: &str) -> Result<Supposition, Failure> {
    let wrong = || {
        Failure::bad_input(format!("--set `{text}`: expected a result such as \"England 2-0 Wales\"")).hint(
            "where a knock-out match ends level, who goes through stands behind a comma: \"France 2-2 England, England\"",
        )
    };
    let (result, through) = match text.split_once(',') {
        Some((result, through)) => (result, Some(through.trim())),
        None => (text, None),
    };
    let words: Vec<&str> = result.split_whitespace().collect();
    let score = |word: &str| {
        let (home, away) = word.split_once(['-', '–', ':'])?;
        Some([home.parse::<u8>().ok()?, away.parse::<u8>().ok()?])
    };
    let (place, goals) =
        words.iter().enumerate().find_map(|(place, word)| Some((place, score(word)?))).ok_or_else(wrong)?;
    let (first, second) = (words.get(..place).unwrap_or(&[]), words.get(place + 1..).unwrap_or(&[]));
    if first.is_empty() || second.is_empty() {
        return Err(wrong());
    }
    let team = |words: &str| participant(names, edition, facts, words);
    Ok(Supposition {
        teams: [team(&first.join(" "))?, team(&second.join(" "))?],
        goals,
        through: through.map(team).transpose()?,
    })
}

/// A team of the edition by any of its names.
fn participant(names: &Names<'_>, edition: &Edition, facts: &Facts, text: &str) -> Result<u8, Failure> {
    let place = |found: Option<usize>| found.and_then(|place| u8::try_from(place).ok());
    if let Some(team) = place(edition.teams.iter().position(|name| fold(name) == fold(text))) {
        return Ok(team);
    }
    let known: Vec<_> = facts.teams.iter().copied().flatten().collect();
    let found = names.team(text, &Context::of_teams(&known)).ok();
    let found = found.and_then(|found| place(facts.teams.iter().position(|&team| team == Some(found.id))));
    found.ok_or_else(|| {
        Failure::bad_input(format!("`{text}` takes no part in {}", edition.name()))
            .hint(format!("teams: {}", edition.teams.join(", ")))
    })
}
