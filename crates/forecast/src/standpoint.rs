//! The best forecaster as of a view of the record: ready to be asked.

use byline_record::{Record, Sex, TeamId, TeamKind, View};

use crate::dynamic::{Forecast, Forecaster, Occasion, Settings, Strengths, StrengthsError};
use crate::from_record::{Matches, Population, Setting, day_of, group, groups};
use crate::grid::{GridError, ScoreGrid};
use crate::history::HistoryError;

/// Our own strengths of men's national sides: on the eve of each World Cup and European Championship and at the end of
/// the newest results, found by `examples/strengths.rs` from every full international.
pub const BUILT_IN: &str = include_str!("../strengths.txt");

/// Everything known as of a view, ready to forecast: the built-in strengths of the last eve before it, and every match
/// of the record since; where there are none, the record alone.
#[derive(Clone, Debug)]
pub struct Standpoint {
    forecaster: Forecaster,
    matches: Matches,
    /// The day the built-in strengths taken up are of.
    since: Option<i32>,
}

/// Why there is nowhere to stand.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StandpointError {
    /// The strengths are damaged.
    #[error("the built-in strengths: {0}")]
    Strengths(#[from] StrengthsError),
    /// The strengths name a team the record does not know.
    #[error("the built-in strengths name `{0}`, a team the record does not know")]
    UnknownTeam(String),
    /// The matches are no history.
    #[error("the matches of the record: {0}")]
    History(#[from] HistoryError),
}

impl Standpoint {
    /// What is known as of the view of a population. The teams to be asked of are named so that they have a place even
    /// before their first match.
    ///
    /// # Errors
    /// If the built-in strengths do not fit the record.
    pub fn of(view: &View<'_>, population: &Population, asked: &[TeamId]) -> Result<Self, StandpointError> {
        Self::with_strengths(view, population, asked, BUILT_IN)
    }

    /// The same with strengths of one's own.
    ///
    /// # Errors
    /// If they are damaged or do not fit the record.
    pub fn with_strengths(
        view: &View<'_>,
        population: &Population,
        asked: &[TeamId],
        strengths: &str,
    ) -> Result<Self, StandpointError> {
        let record = view.record();
        let known = match population {
            Population::Internationals(Sex::Men) => Strengths::latest(strengths, day_of(view.as_of()))?,
            _ => None,
        };
        let settings = Settings::internationals();
        let Some(known) = known else {
            let matches = Matches::since(view, population, i32::MIN, asked)?;
            let mut forecaster = Forecaster::of(settings, &matches.history);
            learn(&mut forecaster, &matches);
            return Ok(Self { forecaster, matches, since: None });
        };
        let mut roster = known.names.iter().map(|name| national(record, name)).collect::<Result<Vec<_>, _>>()?;
        let count = roster.len();
        roster.extend_from_slice(asked);
        let matches = Matches::since(view, population, known.day, &roster)?;
        let mut group_of = known.group_of();
        debug_assert_eq!(group_of.len(), count, "a group for every name");
        group_of.extend(matches.teams.iter().skip(count).map(|&team| group(record.team(team)).min(last_group())));
        let mut forecaster = known.forecaster(settings, &group_of);
        learn(&mut forecaster, &matches);
        Ok(Self { forecaster, matches, since: Some(known.day) })
    }

    /// The day the built-in strengths taken up are of, since 1970-01-01; `None` where the record stands alone.
    #[must_use]
    pub const fn since(&self) -> Option<i32> {
        self.since
    }

    /// How many matches of the record were learnt from since.
    #[must_use]
    pub fn learnt(&self) -> usize {
        self.matches.history.matches().len()
    }

    /// Forecasts a match of two teams as listed. A team that was not named when standing here and has no match counts
    /// as a newcomer of Europe; name the teams asked of.
    #[must_use]
    pub fn forecast(&self, record: &Record, home: TeamId, away: TeamId, setting: &Setting) -> Forecast {
        let forecast = self.forecaster.forecast(&self.occasion(record, home, away, setting));
        if setting.turned { forecast.turned() } else { forecast }
    }

    /// The score grid of the same forecast with at most so many goals of a side, far quicker where no intervals are
    /// asked for.
    ///
    /// # Errors
    /// If the rates are no numbers.
    pub fn grid(
        &self,
        record: &Record,
        home: TeamId,
        away: TeamId,
        setting: &Setting,
        goals: usize,
    ) -> Result<ScoreGrid, GridError> {
        let (outlook, win) = self.forecaster.outlook_and_win(&self.occasion(record, home, away, setting));
        let forecast = Forecast { outlook, win, intervals: [[0.0, 1.0]; 3] };
        let Forecast { outlook, win, .. } = if setting.turned { forecast.turned() } else { forecast };
        Ok(outlook.grid_within(goals)?.with_win(win))
    }

    /// The match with the side at home first.
    fn occasion(&self, record: &Record, home: TeamId, away: TeamId, setting: &Setting) -> Occasion {
        let number = |team| self.matches.number(record, team).unwrap_or(0);
        let [first, second] = if setting.turned { [away, home] } else { [home, away] };
        Occasion {
            day: setting.day,
            home: number(first),
            away: number(second),
            neutral: setting.neutral,
            region: setting.region,
            class: setting.class,
        }
    }
}

fn learn(forecaster: &mut Forecaster, matches: &Matches) {
    for played in matches.history.matches() {
        forecaster.learn(played);
    }
}

fn last_group() -> u8 {
    u8::try_from(groups().saturating_sub(1)).unwrap_or(0)
}

/// The men's national side of a name.
fn national(record: &Record, name: &str) -> Result<TeamId, StandpointError> {
    record
        .teams()
        .iter()
        .find(|team| team.kind == TeamKind::National && team.sex == Sex::Men && &*team.name == name)
        .map(|team| team.id)
        .ok_or_else(|| StandpointError::UnknownTeam(name.to_owned()))
}
