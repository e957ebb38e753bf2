//! Where pairings come from.

use byline_forecast::counts::poisson;
use byline_forecast::from_record::{Population, Setting, class, day_of, region};
use byline_forecast::grid::GridError;
use byline_forecast::standpoint::{Standpoint, StandpointError};
use byline_forecast::{Class, ScoreGrid};
use byline_record::{CompetitionId, Record, TeamId, TeamKind, View};
use jiff::civil::Date;

use super::Pairing;
use crate::{Edition, Facts};

/// Most goals of a side in the grids asked for; scores are told apart up to fifteen.
const MOST_GOALS: usize = 20;

/// Why there is no forecast of a match.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ForecastError {
    /// The record does not know a team of the edition.
    #[error("the record knows no team `{0}`, so nothing can be forecast of it")]
    UnknownTeam(String),
    /// A goal rate is no number.
    #[error("{one} v {other}: {source}")]
    Grid {
        /// First side.
        one: String,
        /// Second side.
        other: String,
        /// What is wrong with the grid.
        source: GridError,
    },
    /// There is nothing to forecast from.
    #[error(transparent)]
    Standpoint(#[from] StandpointError),
}

/// A model that forecasts matches of an edition.
pub trait Forecasts {
    /// What a match of two teams (places in [`Edition::teams`]) can end in. `home`: which side is at home, if either.
    ///
    /// # Errors
    /// If there is no forecast of these teams.
    fn pairing(&self, teams: [u8; 2], home: Option<usize>, knock_out: bool) -> Result<Pairing, ForecastError>;
}

/// Independent Poisson goals from strengths: a side's log rate is base + its attack - the other's defence, + `home`
/// where it is at home.
#[derive(Clone, Debug, PartialEq)]
pub struct PoissonRates {
    /// Log goals of an average side against another on neutral ground.
    pub base: f64,
    /// By team.
    pub attack: Vec<f64>,
    /// By team.
    pub defence: Vec<f64>,
    /// What being at home adds.
    pub home: f64,
}

impl PoissonRates {
    /// Expected goals of both sides; of a team without strengths as of an average one.
    #[must_use]
    pub fn rates(&self, teams: [u8; 2], home: Option<usize>) -> [f64; 2] {
        let of = |list: &[f64], team: u8| list.get(usize::from(team)).copied().unwrap_or(0.0);
        std::array::from_fn(|side| {
            let at_home = if home == Some(side) { self.home } else { 0.0 };
            libm::exp(self.base + of(&self.attack, teams[side]) - of(&self.defence, teams[1 - side]) + at_home)
        })
    }
}

impl Forecasts for PoissonRates {
    fn pairing(&self, teams: [u8; 2], home: Option<usize>, _: bool) -> Result<Pairing, ForecastError> {
        let [first, second] = self.rates(teams, home).map(|rate| poisson(rate, 16));
        let grid = ScoreGrid::independent(&first, &second).map_err(|source| {
            let [one, other] = teams.map(|team| format!("team {team}"));
            ForecastError::Grid { one, other, source }
        })?;
        Ok(Pairing::new(grid))
    }
}

/// Forecasts of the built-in forecaster, as of a view of a record.
#[derive(Clone, Debug)]
pub struct FromStandpoint<'r> {
    record: &'r Record,
    standpoint: Standpoint,
    teams: Vec<(String, TeamId)>,
    day: i32,
    region: Option<u8>,
    class: Class,
    /// Chance of each team, by number, against each to win a shoot-out; empty where all are even.
    shoot_outs: Vec<Vec<f64>>,
}

impl<'r> FromStandpoint<'r> {
    /// The same with the chances of shoot-outs: of each team of the edition, by number, against each. Left out, all are
    /// even.
    #[must_use]
    pub fn with_shoot_outs(mut self, chances: Vec<Vec<f64>>) -> Self {
        self.shoot_outs = chances;
        self
    }

    /// Forecasts of matches of an edition on a day from all the view knows. `facts` must be of the same edition.
    ///
    /// # Errors
    /// If the record does not know a team of the edition, or does not fit the built-in strengths.
    pub fn new(view: &View<'r>, edition: &Edition, facts: &Facts, day: Date) -> Result<Self, ForecastError> {
        let record = view.record();
        let mut teams = Vec::new();
        for (place, name) in edition.teams.iter().enumerate() {
            let known = facts.teams.get(place).copied().flatten();
            teams.push((name.clone(), known.ok_or_else(|| ForecastError::UnknownTeam(name.clone()))?));
        }
        let asked: Vec<TeamId> = teams.iter().map(|(_, team)| *team).collect();
        let standpoint = Standpoint::of(view, &population(view, &asked), &asked)?;
        let held = facts.meetings.iter().find_map(|meeting| view.get(meeting.id?));
        let competition = held.map(|held| record.edition(held.edition).competition);
        let named = || record.competitions().iter().find(|competition| *competition.name == *edition.competition);
        let competition = competition.map(|id| record.competition(id)).or_else(named);
        Ok(Self {
            record,
            standpoint,
            teams,
            day: day_of(day),
            region: edition.hosts.iter().find_map(|host| region(record, host)),
            class: competition.map_or(Class::Finals, class),
            shoot_outs: Vec::new(),
        })
    }
}

/// The matches teams' strengths are learnt from: internationals, or those of all competitions the clubs play in.
fn population(view: &View<'_>, teams: &[TeamId]) -> Population {
    let record = view.record();
    match teams.first().map(|&team| record.team(team)) {
        Some(team) if team.kind == TeamKind::National => Population::Internationals(team.sex),
        _ => {
            let matches = teams.iter().flat_map(|&team| view.matches_of(team));
            let mut competitions: Vec<CompetitionId> =
                matches.map(|entry| record.edition(entry.edition).competition).collect();
            competitions.sort_unstable();
            competitions.dedup();
            Population::Clubs(competitions)
        }
    }
}

impl Forecasts for FromStandpoint<'_> {
    fn pairing(&self, teams: [u8; 2], home: Option<usize>, _: bool) -> Result<Pairing, ForecastError> {
        let team = |team: u8| {
            self.teams.get(usize::from(team)).ok_or_else(|| ForecastError::UnknownTeam(format!("number {team}")))
        };
        let [(one, first), (other, second)] = [team(teams[0])?, team(teams[1])?];
        let setting = Setting {
            day: self.day,
            neutral: home.is_none(),
            turned: home == Some(1),
            region: self.region.filter(|_| home.is_none()),
            class: self.class,
        };
        let grid = self
            .standpoint
            .grid(self.record, *first, *second, &setting, MOST_GOALS)
            .map_err(|source| ForecastError::Grid { one: one.clone(), other: other.clone(), source })?;
        let [first, second] = teams.map(usize::from);
        let shoot_out = self.shoot_outs.get(first).and_then(|row| row.get(second)).copied().unwrap_or(0.5);
        Ok(Pairing { shoot_out, ..Pairing::new(grid) })
    }
}
