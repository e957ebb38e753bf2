//! The search for settings: those under which past matches were least surprising.
//!
//! What is maximised is the predictive likelihood: the sum over matches of a period of the log chance of the score, each
//! forecast from the matches before it. As every forecast is made from the past alone, this is the marginal likelihood of
//! the scores with the strengths integrated out (the prediction error decomposition of Schweppe 1965). The log chance
//! of the result (won, drawn, lost) can be given a weight besides: forecasts are asked for results more than for scores.

mod parameter;

pub use parameter::Parameter;

use rayon::prelude::*;

use super::{Filter, Occasion, Settings};
use crate::grid::outcome;
use crate::history::History;

/// The least chance a score or result counts as having: scores beyond the quick grid have none.
const LEAST: f64 = 1e-12;

/// How to search.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Weight of the log chance of the result beside that of the score.
    pub result_weight: f64,
    /// First step of every parameter on its own scale, that of [`Parameter::shift`]: 0.3 is a factor of 1.35 for a
    /// positive one.
    pub first_step: f64,
    /// The search has converged once no step of this length improves the objective by `gain`.
    pub last_step: f64,
    /// An improvement of the objective below this is none.
    pub gain: f64,
    /// Runs over the history after which it stops anyhow; the round begun is ended.
    pub evaluations: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { result_weight: 1.0, first_step: 0.3, last_step: 0.02, gain: 0.01, evaluations: 2000 }
    }
}

/// What the search has found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tuned {
    /// The best settings.
    pub settings: Settings,
    /// Their objective: see [`predictive`].
    pub objective: f64,
    /// Runs over the history.
    pub evaluations: usize,
    /// Whether no small step improves them any more. Otherwise the search was stopped.
    pub converged: bool,
}

/// The log chance of the scores of matches from one day on and before another, plus the weighted log chance of their
/// results, each forecast by a [`Filter`] from all matches before it. A chance below 1e-12 counts as that; minus
/// infinity for settings that lead to no numbers.
#[must_use]
pub fn predictive(history: &History, settings: Settings, from_day: i32, until_day: i32, result_weight: f64) -> f64 {
    let mut filter = Filter::of(settings, history);
    let mut sum = 0.0;
    for played in history.before(until_day) {
        if played.day >= from_day {
            let (win, score) = filter.outlook(&Occasion::from(played)).win_and_score(played.goals);
            let of = outcome(usize::from(played.goals[0]), usize::from(played.goals[1]));
            // Not `max` alone, which would make a chance out of what is no number.
            let log = |chance: f64| if chance.is_nan() { f64::NEG_INFINITY } else { libm::log(chance.max(LEAST)) };
            sum += log(score) + result_weight * log(win[of]);
        }
        filter.learn(played);
    }
    if sum.is_nan() { f64::NEG_INFINITY } else { sum }
}

/// Searches the settings that maximise [`predictive`] for the matches from one day on and before another, moving only
/// the given parameters.
///
/// A pattern search without derivatives: each round tries a step up and down in every parameter, then the tops of the
/// parabolas through them together, in part, and alone, and moves to the best; where nothing is better, steps are
/// halved. The runs of a round are spread over threads; which of equal ones is taken depends on their order only, so
/// the answer does not depend on the number of threads.
#[must_use]
pub fn tune(
    history: &History,
    start: Settings,
    which: &[Parameter],
    from_day: i32,
    until_day: i32,
    options: Options,
) -> Tuned {
    let mut parameters = which.to_vec();
    parameters.sort_unstable();
    parameters.dedup();
    let settings = |at: &[f64]| {
        let mut settings = start;
        for (parameter, distance) in parameters.iter().zip(at) {
            parameter.shift(&mut settings, *distance);
        }
        settings
    };
    let value = |at: &Vec<f64>| predictive(history, settings(at), from_day, until_day, options.result_weight);
    let values = |candidates: &[Vec<f64>]| -> Vec<f64> { candidates.par_iter().map(value).collect() };
    let mut search = Search {
        best: value(&vec![0.0; parameters.len()]),
        at: vec![0.0; parameters.len()],
        steps: vec![options.first_step; parameters.len()],
        evaluations: 1,
    };
    let mut converged = parameters.is_empty();
    while !converged && search.evaluations < options.evaluations {
        if search.round(&values, options.gain) {
            continue;
        }
        converged = search.steps.iter().all(|step| *step <= options.last_step);
        for step in &mut search.steps {
            *step = (*step / 2.0).max(options.last_step);
        }
    }
    Tuned { settings: settings(&search.at), objective: search.best, evaluations: search.evaluations, converged }
}

/// Where a search stands.
struct Search {
    best: f64,
    at: Vec<f64>,
    steps: Vec<f64>,
    evaluations: usize,
}

impl Search {
    /// One round. Whether it has found anything better by `gain`.
    fn round(&mut self, values: &impl Fn(&[Vec<f64>]) -> Vec<f64>, gain: f64) -> bool {
        let moved = |which: usize, by: f64| {
            let mut at = self.at.clone();
            at[which] += by;
            at
        };
        let mut tried: Vec<Vec<f64>> = (0..self.at.len())
            .flat_map(|which| [-self.steps[which], self.steps[which]].map(|by| moved(which, by)))
            .collect();
        let mut found = values(&tried);
        let tops: Vec<f64> = found
            .chunks_exact(2)
            .zip(&self.steps)
            .map(|(pair, step)| top(pair[0], self.best, pair[1], *step))
            .collect();
        let ahead: Vec<Vec<f64>> = [1.0, 0.5, 0.25]
            .iter()
            .map(|part| self.at.iter().zip(&tops).map(|(at, top)| at + part * top).collect())
            .chain(tops.iter().enumerate().map(|(which, top)| moved(which, *top)))
            .collect();
        found.extend(values(&ahead));
        tried.extend(ahead);
        self.evaluations += tried.len();
        let mut best: Option<usize> = None;
        for (place, value) in found.iter().enumerate() {
            if best.is_none_or(|best| *value > found[best]) {
                best = Some(place);
            }
        }
        match best {
            Some(place) if found[place] > self.best + gain => {
                self.best = found[place];
                self.at.clone_from(&tried[place]);
                true
            }
            _ => false,
        }
    }
}

/// The top of the parabola through three values a step apart, at most two steps from the middle; where they do not
/// bend down, a step towards the higher end.
fn top(down: f64, middle: f64, up: f64, step: f64) -> f64 {
    let bend = down + up - 2.0 * middle;
    if bend < 0.0 && bend.is_finite() {
        return (step * (down - up) / (2.0 * bend)).clamp(-2.0 * step, 2.0 * step);
    }
    if up >= down { step } else { -step }
}

#[cfg(test)]
mod tests;
