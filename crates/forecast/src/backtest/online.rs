//! The dynamic model and the best forecaster, which learn match by match.

use super::replay::Counter;
use super::{Model, ModelForecasts, Plan};
use crate::dynamic::{Filter, Forecaster, Occasion};
use crate::history::{History, Played};
use crate::scoring::{Forecast3, outcome};

/// Forecasts between which progress is told.
const STRIDE: usize = 256;

/// A model that is shown matches in the order played.
enum Online {
    Dynamic(Box<Filter>),
    Best(Box<Forecaster>),
}

impl Online {
    fn prepare(&mut self, day: i32) {
        if let Self::Best(forecaster) = self {
            forecaster.prepare(day);
        }
    }

    fn forecast(&self, played: &Played) -> Option<Forecast3> {
        let occasion = Occasion::from(played);
        let (win, score) = match self {
            Self::Dynamic(filter) => filter.outlook(&occasion).win_and_score(played.goals),
            Self::Best(forecaster) => forecaster.win_and_score(&occasion, played.goals),
        };
        Forecast3::new(win, outcome(played.goals), Some(score)).ok()
    }

    fn learn(&mut self, played: &Played) {
        match self {
            Self::Dynamic(filter) => filter.learn(played),
            Self::Best(forecaster) => forecaster.learn(played),
        }
    }
}

pub(super) fn forecasts(
    history: &History,
    plan: &Plan<'_>,
    matches: &[usize],
    model: Model,
    counter: &Counter<'_>,
) -> ModelForecasts {
    let mut online = match model {
        Model::Best => Online::Best(Box::new(Forecaster::of(plan.settings, history))),
        _ => Online::Dynamic(Box::new(Filter::of(plan.settings, history))),
    };
    let mut forecasts = Vec::with_capacity(matches.len());
    let mut told = 0;
    let mut index = 0;
    for day in history.matches().chunk_by(|a, b| a.day == b.day) {
        let date = day[0].day;
        if date > plan.to {
            break;
        }
        if date >= plan.from {
            online.prepare(date);
            let scored = day.iter().enumerate().filter(|(offset, _)| plan.scores(index + offset, date));
            forecasts.extend(scored.map(|(_, played)| online.forecast(played)));
        }
        for played in day {
            online.learn(played);
        }
        index += day.len();
        if forecasts.len() >= told + STRIDE {
            counter.add(forecasts.len() - told);
            told = forecasts.len();
        }
    }
    counter.add(forecasts.len() - told);
    ModelForecasts::unfitted(model.name().to_owned(), forecasts)
}
