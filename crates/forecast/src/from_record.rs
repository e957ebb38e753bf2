//! Matches of a record as models see them.

use byline_record::{
    Competition, CompetitionClass, CompetitionId, Fixture, Goals, Ground, Match, MatchId, Record, Sex, Side, Team,
    TeamId, TeamKind, VenueId, View,
};
use jiff::civil::{Date, date};
use rustc_hash::FxHashMap;

use crate::history::{Class, History, HistoryError, Played};

/// Confederations, in the order of the groups; the last is for sides outside them.
const GROUPS: [&str; 7] = ["UEFA", "CONMEBOL", "CONCACAF", "CAF", "AFC", "OFC", ""];

/// Which matches of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Population {
    /// Full internationals of one sex; a team and its successor are one.
    Internationals(Sex),
    /// Matches of clubs of these competitions.
    Clubs(Vec<CompetitionId>),
}

impl Population {
    /// The matches two teams' strengths are to be learnt from: internationals of their sex, or the competitions the
    /// clubs play in.
    #[must_use]
    pub fn of_pairing(view: &View<'_>, one: TeamId, two: TeamId) -> Self {
        let team = view.record().team(one);
        match team.kind {
            TeamKind::National => Self::Internationals(team.sex),
            TeamKind::Club => {
                let mut competitions: Vec<CompetitionId> = view
                    .matches_of(one)
                    .chain(view.matches_of(two))
                    .map(|entry| view.record().edition(entry.edition).competition)
                    .collect();
                competitions.sort_unstable();
                competitions.dedup();
                Self::Clubs(competitions)
            }
        }
    }

    fn holds(&self, record: &Record, entry: &Match) -> bool {
        match self {
            Self::Internationals(sex) => [entry.home, entry.away].into_iter().all(|team| {
                let team = record.team(team);
                team.kind == TeamKind::National && team.sex == *sex
            }),
            Self::Clubs(competitions) => competitions.contains(&record.edition(entry.edition).competition),
        }
    }
}

/// Matches of a record as a history, and which team and match each number stands for.
#[derive(Clone, Debug)]
pub struct Matches {
    /// The history.
    pub history: History,
    /// The team behind each number: the latest of its line.
    pub teams: Vec<TeamId>,
    /// The match behind each entry of the history.
    pub ids: Vec<MatchId>,
    /// Whether the sides of each entry are the other way round: the side listed second was at home.
    pub turned: Vec<bool>,
    number: FxHashMap<TeamId, u32>,
}

impl Matches {
    /// Every match of a population with a result, as far as the view knows. Goals are those of ninety minutes where
    /// known, else those at the end of play.
    ///
    /// # Errors
    /// Never for a sound record; the checks of [`History::new`].
    pub fn of(view: &View<'_>, population: &Population) -> Result<Self, HistoryError> {
        Self::since(view, population, i32::MIN, &[])
    }

    /// The same with the matches after a day only, and some teams given numbers first and in their order, whether or
    /// not they play.
    ///
    /// # Errors
    /// As [`Matches::of`].
    pub fn since(view: &View<'_>, population: &Population, day: i32, first: &[TeamId]) -> Result<Self, HistoryError> {
        let record = view.record();
        let entries = view.matches().filter(|entry| day_of(entry.date) > day && population.holds(record, entry));
        Self::of_entries(view, entries, first)
    }

    /// The same for chosen matches.
    ///
    /// # Errors
    /// If they are not oldest first.
    pub fn of_entries<'r>(
        view: &View<'r>,
        entries: impl Iterator<Item = &'r Match>,
        first: &[TeamId],
    ) -> Result<Self, HistoryError> {
        let record = view.record();
        let mut this = Self {
            history: History::default(),
            teams: Vec::new(),
            ids: Vec::new(),
            turned: Vec::new(),
            number: FxHashMap::default(),
        };
        for &team in first {
            this.number_for(record, team);
        }
        let regions = Regions::new(record);
        let mut played = Vec::new();
        for entry in entries {
            let Some((goals, minutes)) = counted(entry) else { continue };
            let numbers = [entry.home, entry.away].map(|team| this.number_for(record, team));
            let [home, away] = numbers;
            if home == away {
                continue;
            }
            let turned = entry.ground == Ground::HomeOf(Side::Away);
            let [home, away] = if turned { [away, home] } else { [home, away] };
            let goals = if turned { [goals.away, goals.home] } else { [goals.home, goals.away] };
            let shoot_out = entry.score.shoot_out.map(|kicks| u8::from((kicks.winner == Side::Away) != turned));
            let competition = record.competition(record.edition(entry.edition).competition);
            let neutral = is_neutral(entry.ground, competition);
            played.push(Played {
                day: day_of(entry.date),
                home,
                away,
                goals,
                neutral,
                region: regions.of(entry.venue.filter(|_| neutral)),
                class: class(competition),
                minutes,
                shoot_out,
            });
            this.ids.push(entry.id);
            this.turned.push(turned);
        }
        let names = this.teams.iter().map(|&team| record.team(team).display_name()).collect();
        let groups = this.teams.iter().map(|&team| group(record.team(team))).collect();
        this.history =
            History::new(names, played)?.with_groups(GROUPS.iter().map(ToString::to_string).collect(), groups)?;
        Ok(this)
    }

    fn number_for(&mut self, record: &Record, team: TeamId) -> u32 {
        let root = record.root(team);
        if let Some(&number) = self.number.get(&root) {
            return number;
        }
        let number = u32::try_from(self.teams.len()).unwrap_or(u32::MAX);
        self.teams.push(root);
        self.number.insert(root, number);
        number
    }

    /// The number of a team or of its line; `None` if no match of the history has it.
    #[must_use]
    pub fn number(&self, record: &Record, team: TeamId) -> Option<u32> {
        self.number.get(&record.root(team)).copied()
    }
}

/// Where and what for a match is, without its result: what a forecast may know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Day since 1970-01-01.
    pub day: i32,
    /// Whether neither side is at home.
    pub neutral: bool,
    /// Whether the side listed second is at home.
    pub turned: bool,
    /// On neutral ground: the confederation in whose part of the world it is, where known.
    pub region: Option<u8>,
    /// What it is played for.
    pub class: Class,
}

impl Setting {
    /// Of a match of the record.
    #[must_use]
    pub fn of(record: &Record, entry: &Match) -> Self {
        let competition = record.competition(record.edition(entry.edition).competition);
        let neutral = is_neutral(entry.ground, competition);
        Self {
            day: day_of(entry.date),
            neutral,
            turned: entry.ground == Ground::HomeOf(Side::Away),
            region: Regions::new(record).of(entry.venue.filter(|_| neutral)),
            class: class(competition),
        }
    }

    /// Of a fixture still to come.
    #[must_use]
    pub fn of_fixture(record: &Record, fixture: &Fixture<'_>) -> Self {
        let competition = record.competition(record.edition(fixture.edition()).competition);
        let neutral = is_neutral(fixture.ground(), competition);
        Self {
            day: day_of(fixture.date()),
            neutral,
            turned: fixture.ground() == Ground::HomeOf(Side::Away),
            region: Regions::new(record).of(fixture.venue().filter(|_| neutral)),
            class: class(competition),
        }
    }
}

/// The goals a model learns from, and the minutes they were scored in.
fn counted(entry: &Match) -> Option<(Goals, u8)> {
    if !entry.is_played() || entry.given_to.is_some() && entry.status != byline_record::Status::Played {
        return None;
    }
    match entry.score.full_time {
        Some(full_time) => Some((full_time, 90)),
        None => entry.score.end.map(|end| (end, if entry.score.shoot_out.is_some() { 120 } else { 90 })),
    }
}

/// Where no source says whose ground it was: the first side's, as matches are listed, but nobody's in finals.
fn is_neutral(ground: Ground, competition: &Competition) -> bool {
    match ground {
        Ground::HomeOf(_) => false,
        Ground::Neutral => true,
        Ground::Unknown => matches!(class(competition), Class::WorldCup | Class::Finals),
    }
}

/// What matches of a competition are played for.
#[must_use]
pub fn class(competition: &Competition) -> Class {
    match competition.class {
        CompetitionClass::Finals if matches!(&*competition.key, "world-cup" | "womens-world-cup") => Class::WorldCup,
        CompetitionClass::Finals => Class::Finals,
        CompetitionClass::Qualifier => Class::Qualifier,
        CompetitionClass::NationsLeague => Class::NationsLeague,
        CompetitionClass::Regional => Class::Regional,
        CompetitionClass::Minor => Class::Minor,
        CompetitionClass::Friendly => Class::Friendly,
        CompetitionClass::League | CompetitionClass::Cup | CompetitionClass::Continental => Class::Club,
    }
}

/// The group of a team: its confederation's number; clubs are all of one.
#[must_use]
pub fn group(team: &Team) -> u8 {
    let confederation = match (team.kind, &team.confederation) {
        (TeamKind::Club, _) => GROUPS.first().copied(),
        (TeamKind::National, Some(confederation)) => Some(&**confederation),
        (TeamKind::National, None) => None,
    };
    let last = GROUPS.len() - 1;
    let at = confederation.and_then(|name| GROUPS.iter().position(|group| *group == name)).unwrap_or(last);
    u8::try_from(at).unwrap_or(0)
}

/// The confederation in whose part of the world a country is, by the name of its national side, where known.
#[must_use]
pub fn region(record: &Record, country: &str) -> Option<u8> {
    Regions::new(record).of_country.get(country).copied()
}

/// How many groups there are.
#[must_use]
pub const fn groups() -> usize {
    GROUPS.len()
}

/// The confederations of countries, by the names of their national sides.
struct Regions<'r> {
    record: &'r Record,
    of_country: FxHashMap<&'r str, u8>,
}

impl<'r> Regions<'r> {
    fn new(record: &'r Record) -> Self {
        let mut of_country = FxHashMap::default();
        for team in record.teams().iter().filter(|team| team.kind == TeamKind::National && team.confederation.is_some())
        {
            for name in std::iter::once(&team.name).chain(&team.other_names) {
                of_country.entry(&**name).or_insert_with(|| group(team));
            }
        }
        Self { record, of_country }
    }

    /// The confederation of the country of a venue, where known.
    fn of(&self, venue: Option<VenueId>) -> Option<u8> {
        self.of_country.get(self.record.venue(venue?).country.as_deref()?).copied()
    }
}

/// Days from 1970-01-01 to a date, negative before.
#[must_use]
pub fn day_of(day: Date) -> i32 {
    day.since(date(1970, 1, 1)).map_or(0, |span| span.get_days())
}

/// The date of a day counted from 1970-01-01, within the years that dates can have.
#[must_use]
pub fn date_of(day: i32) -> Date {
    date(1970, 1, 1).saturating_add(jiff::Span::new().try_days(day).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record() -> Record {
        byline_record::builtin::record().unwrap()
    }

    #[test]
    fn days_are_counted_both_ways() {
        assert_eq!(day_of(date(1970, 1, 2)), 1);
        assert_eq!(day_of(date(2022, 12, 10)), 19336);
        for day in [-36000, -1, 0, 19336] {
            assert_eq!(day_of(date_of(day)), day);
        }
    }

    #[test]
    fn the_built_in_record_becomes_a_history() {
        let record = record();
        let view = record.as_of(date(2022, 12, 9));
        let matches = Matches::of(&view, &Population::Internationals(Sex::Men)).unwrap();
        // Germany carries West Germany's matches on.
        let germany = record.teams().iter().find(|team| &*team.name == "Germany").unwrap().id;
        let west = record.teams().iter().find(|team| &*team.name == "West Germany").unwrap().id;
        assert_eq!(matches.number(&record, germany), matches.number(&record, west));
        // Brazil against Croatia of that day: 0-0 after ninety minutes, 1-1 after extra time, Croatia on penalties.
        let last = matches.history.matches().iter().rev().find(|played| {
            matches.history.teams()[played.home as usize] == "Croatia"
                || matches.history.teams()[played.away as usize] == "Croatia"
        });
        let last = last.unwrap();
        assert_eq!((last.goals, last.minutes, last.neutral), ([0, 0], 90, true));
        assert!(last.shoot_out.is_some());
        assert!(matches.history.matches().iter().all(|played| played.day <= day_of(date(2022, 12, 9))));
        // Qatar is in Asia.
        assert_eq!(last.region, Some(4));
        // Hosts listed second play at home all the same.
        assert!(matches.turned.iter().any(|turned| *turned));
    }
}
