//! The best forecaster: the dynamic model at several paces, put together by a stack fitted on the past.

use super::stack::{Inputs, PACES, Stack, moved};
use super::state::State;
use super::{Filter, Occasion, Outlook, Settings};
use crate::grid::{GridError, ScoreGrid, outcome};
use crate::history::{History, Played};

/// How much faster or slower strengths change in each filter, and what part of form it has: as estimated, faster, slower.
const PACE: [(f64, f64); PACES] = [(1.0, 1.0), (3.0, 2.0), (0.3, 0.0)];
/// Years of results the stack is fitted on.
const MEMORY: f64 = 35.0;
/// Years after which a result counts half.
const HALF_LIFE: f64 = 15.0;
/// Results it needs before it is fitted at all.
const ENOUGH: usize = 2000;
/// Level of the intervals of chances.
pub const INTERVAL_LEVEL: f64 = 0.9;

/// A result as the stack remembers it.
#[derive(Clone, Copy, Debug)]
struct Case {
    day: i32,
    inputs: Inputs,
    outcome: usize,
}

/// What the best forecaster says of a match.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// What the strengths alone say.
    pub outlook: Outlook,
    /// Chances of home win, draw and away win after ninety minutes.
    pub win: [f64; 3],
    /// For each outcome the interval its chance lies in, at [`INTERVAL_LEVEL`], as far as the strengths are not known.
    pub intervals: [[f64; 2]; 3],
}

impl Forecast {
    /// The score grid: scores by the strengths, outcomes by [`Forecast::win`].
    ///
    /// # Errors
    /// If the rates are no numbers.
    pub fn grid(&self) -> Result<ScoreGrid, GridError> {
        Ok(self.outlook.grid()?.with_win(self.win))
    }

    /// The same match with the sides the other way round.
    #[must_use]
    pub fn turned(mut self) -> Self {
        self.outlook.log_rates.reverse();
        let [[home, between], [_, away]] = self.outlook.covariance;
        self.outlook.covariance = [[away, between], [between, home]];
        self.win.reverse();
        self.intervals.reverse();
        self
    }

    /// Expected goals of both sides with their intervals at [`INTERVAL_LEVEL`].
    #[must_use]
    pub fn expected_goals(&self) -> [(f64, [f64; 2]); 2] {
        /// Normal quantile of half of one plus the level.
        const HALF_WIDTH: f64 = 1.644_853_626_951_472_2;
        let expected = self.outlook.expected_goals();
        std::array::from_fn(|side| {
            let width = HALF_WIDTH * self.outlook.covariance[side][side].max(0.0).sqrt();
            let at = |shift: f64| libm::exp(self.outlook.log_rates[side] + shift);
            (expected[side], [at(-width), at(width)])
        })
    }
}

/// Filters of several paces and the stack.
#[derive(Clone, Debug)]
pub struct Forecaster {
    filters: [Filter; PACES],
    stack: Stack,
    cases: Vec<Case>,
    /// The year, counted from 1970, the stack was last fitted for.
    fitted_for: Option<i32>,
}

impl Forecaster {
    /// A forecaster that has seen nothing, for teams of these groups.
    #[must_use]
    pub fn new(settings: Settings, groups: usize, group_of: &[u8]) -> Self {
        let filters = PACE.map(|pace| Filter::new(paced(settings, pace), groups, group_of));
        Self { filters, stack: Stack::default(), cases: Vec::new(), fitted_for: None }
    }

    /// A forecaster that takes up the states of its filters.
    pub(super) fn resumed(settings: Settings, stack: Stack, states: &[State], group_of: &[u8]) -> Self {
        let filters = std::array::from_fn(|pace| {
            let settings = paced(settings, PACE[pace]);
            match states.get(pace) {
                Some(state) => Filter::resumed(settings, state, group_of),
                None => Filter::new(settings, 1, group_of),
            }
        });
        Self { filters, stack, cases: Vec::new(), fitted_for: None }
    }

    /// The states of its filters on a day.
    pub(super) fn states(&self, day: i32, within: i32) -> [State; PACES] {
        std::array::from_fn(|pace| self.filters[pace].state(day, within))
    }

    /// The stack as last fitted.
    #[must_use]
    pub const fn stack(&self) -> &Stack {
        &self.stack
    }

    /// A forecaster for the teams of a history.
    #[must_use]
    pub fn of(settings: Settings, history: &History) -> Self {
        Self::new(settings, history.groups().len(), history.group_of())
    }

    /// The filter at the estimated pace.
    #[must_use]
    pub const fn strengths(&self) -> &Filter {
        let [first, ..] = &self.filters;
        first
    }

    /// Fits the stack again where a year has begun since it was last fitted, on the results of the 35 years before it, the
    /// latest of which count most.
    /// Call it before forecasts of a day; without it forecasts stay as they are.
    pub fn prepare(&mut self, day: i32) {
        let year = (f64::from(day) / super::filter::YEAR).floor();
        #[allow(clippy::cast_possible_truncation, reason = "a year")]
        let year_number = year as i32;
        if self.fitted_for == Some(year_number) {
            return;
        }
        let from = (year - MEMORY) * super::filter::YEAR;
        let until = year * super::filter::YEAR;
        let begin = self.cases.partition_point(|case| f64::from(case.day) < from);
        let end = self.cases.partition_point(|case| f64::from(case.day) < until);
        let past = self.cases.get(begin..end).unwrap_or_default();
        if past.len() >= ENOUGH {
            let cases: Vec<(&Inputs, usize, f64)> = past
                .iter()
                .map(|case| {
                    let age = (until - f64::from(case.day)) / super::filter::YEAR;
                    (&case.inputs, case.outcome, libm::exp2(-age / HALF_LIFE))
                })
                .collect();
            self.stack = self.stack.fitted(&cases);
        }
        self.fitted_for = Some(year_number);
    }

    fn outlooks(&self, occasion: &Occasion) -> [Outlook; PACES] {
        std::array::from_fn(|pace| self.filters[pace].outlook(occasion))
    }

    /// Chances of the three outcomes, and of one score; quicker than [`Forecaster::forecast`].
    #[must_use]
    pub fn win_and_score(&self, occasion: &Occasion, score: [u8; 2]) -> ([f64; 3], f64) {
        let outlooks = self.outlooks(occasion);
        let (raw, at) = outlooks[0].win_and_score(score);
        let wins = [raw, outlooks[1].win(), outlooks[2].win()];
        let win = self.stack.win(&self.inputs(&wins, &outlooks[0], occasion));
        let of = outcome(usize::from(score[0]), usize::from(score[1]));
        (win, at * win[of] / raw[of].max(1e-12))
    }

    fn inputs(&self, wins: &[[f64; 3]; PACES], outlook: &Outlook, occasion: &Occasion) -> Inputs {
        Inputs::new(wins, &self.filters[0].circumstances(occasion, outlook))
    }

    /// What is expected of a match, without intervals: far quicker than [`Forecaster::forecast`].
    #[must_use]
    pub fn outlook_and_win(&self, occasion: &Occasion) -> (Outlook, [f64; 3]) {
        let outlooks = self.outlooks(occasion);
        let wins = std::array::from_fn(|pace| outlooks[pace].win());
        (outlooks[0], self.stack.win(&self.inputs(&wins, &outlooks[0], occasion)))
    }

    /// What is expected of a match.
    #[must_use]
    pub fn forecast(&self, occasion: &Occasion) -> Forecast {
        let (outlook, win) = self.outlook_and_win(occasion);
        let raw = outlook.win();
        let possible: Vec<[f64; 3]> = outlook.possible().iter().map(|(_, one)| moved(one, raw, win)).collect();
        let intervals = std::array::from_fn(|outcome| {
            let mut chances: Vec<f64> = possible.iter().map(|win| win[outcome]).collect();
            chances.sort_by(f64::total_cmp);
            // Of 100 equally likely values, the sixth and the 95th bound the middle ninety.
            [5, 94].map(|at| chances.get(at).copied().unwrap_or(win[outcome]))
        });
        Forecast { outlook, win, intervals }
    }

    /// Learns from a match.
    pub fn learn(&mut self, played: &Played) {
        let occasion = Occasion::from(played);
        let outlooks = self.outlooks(&occasion);
        let wins = std::array::from_fn(|pace| outlooks[pace].win());
        self.cases.push(Case {
            day: played.day,
            inputs: self.inputs(&wins, &outlooks[0], &occasion),
            outcome: outcome(usize::from(played.goals[0]), usize::from(played.goals[1])),
        });
        for filter in &mut self.filters {
            filter.learn(played);
        }
    }
}

/// The settings of a filter of a pace.
fn paced(settings: Settings, (step, form): (f64, f64)) -> Settings {
    Settings { strength_step: settings.strength_step * step, form: settings.form * form, ..settings }
}
