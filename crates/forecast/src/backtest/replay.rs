//! All models over the days.

use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::{Model, Plan, PlanError, online, refit};
use crate::History;
use crate::ratings::{MapKind, Rating, Rolling, rolling_forecasts};
use crate::scoring::Forecast3;

/// Years of results the map of a rating is fitted on.
const MAP_YEARS: u16 = 12;

/// How far a replay has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Forecasts made.
    pub done: usize,
    /// Forecasts to be made, by all models together.
    pub of: usize,
}

/// The forecasts of one model.
#[derive(Clone, Debug, PartialEq)]
pub struct ModelForecasts {
    /// The model's name.
    pub name: String,
    /// One for each match of the replay; `None` where the model had nothing to go by.
    pub forecasts: Vec<Option<Forecast3>>,
    /// How often it was fitted.
    pub fits: usize,
    /// How many of these fits did not end at an optimum; their forecasts are used all the same.
    pub not_converged: usize,
}

impl ModelForecasts {
    pub(super) const fn unfitted(name: String, forecasts: Vec<Option<Forecast3>>) -> Self {
        Self { name, forecasts, fits: 0, not_converged: 0 }
    }
}

/// Forecasts of several models for the same matches.
#[derive(Clone, Debug, PartialEq)]
pub struct Replay {
    /// The matches, by their places in the history, in the order played.
    pub matches: Vec<usize>,
    /// The models, in the order of the plan.
    pub models: Vec<ModelForecasts>,
}

/// Counts forecasts made by all threads, and tells.
pub(super) struct Counter<'a> {
    done: AtomicUsize,
    of: usize,
    tell: &'a (dyn Fn(Progress) + Sync),
}

impl Counter<'_> {
    pub(super) fn add(&self, forecasts: usize) {
        let done = self.done.fetch_add(forecasts, Ordering::Relaxed) + forecasts;
        (self.tell)(Progress { done, of: self.of });
    }
}

/// Replays history: every match to be forecast is forecast by every model from the matches before its day. `tell` is
/// called now and then, by any thread.
///
/// # Errors
/// If the plan is impossible, or no match is to be forecast.
pub fn replay(history: &History, plan: &Plan<'_>, tell: &(dyn Fn(Progress) + Sync)) -> Result<Replay, PlanError> {
    plan.check(history.matches().len())?;
    let matches: Vec<usize> = history
        .matches()
        .iter()
        .enumerate()
        .filter(|(index, played)| plan.scores(*index, played.day))
        .map(|(index, _)| index)
        .collect();
    if matches.is_empty() {
        use crate::from_record::date_of;
        return Err(PlanError::NoMatches { from: date_of(plan.from), to: date_of(plan.to) });
    }
    let counter = Counter { done: AtomicUsize::new(0), of: matches.len() * plan.models.len(), tell };
    let models = plan
        .models
        .par_iter()
        .map(|&model| match model {
            Model::Base => Ok(rated(history, plan, &matches, model, &mut Unrated, MapKind::BaseRates, &counter)),
            Model::Rated(system) => {
                let mut rating = system.start(history);
                Ok(rated(history, plan, &matches, model, &mut *rating, MapKind::OrderedLogit, &counter))
            }
            Model::Dynamic | Model::Best => Ok(online::forecasts(history, plan, &matches, model, &counter)),
            Model::Goals(family) => refit::forecasts(history, plan, &matches, family, &counter)
                .map_err(|error| PlanError::Goals { model: model.name(), error }),
        })
        .collect::<Result<Vec<_>, PlanError>>()?;
    Ok(Replay { matches, models })
}

fn rated(
    history: &History,
    plan: &Plan<'_>,
    matches: &[usize],
    model: Model,
    rating: &mut dyn Rating,
    map: MapKind,
    counter: &Counter<'_>,
) -> ModelForecasts {
    let rolled = rolling_forecasts(history, rating, &Rolling { from: plan.from, to: plan.to, map, years: MAP_YEARS });
    let mut known = rolled.forecasts.iter().peekable();
    let forecasts = matches
        .iter()
        .map(|&index| {
            while known.next_if(|rated| rated.index < index).is_some() {}
            known.next_if(|rated| rated.index == index).map(|rated| rated.forecast)
        })
        .collect();
    counter.add(matches.len());
    ModelForecasts::unfitted(model.name().to_owned(), forecasts)
}

/// Tells no team from another: what base rates go by.
struct Unrated;

impl Rating for Unrated {
    fn name(&self) -> &'static str {
        "none"
    }

    fn update(&mut self, _played: &crate::Played) {}

    fn rating(&self, _team: u32) -> f64 {
        0.0
    }
}
