//! Goal models, fitted again as days go by.

use rayon::prelude::*;

use super::replay::Counter;
use super::{ModelForecasts, Plan};
use crate::goals::{Family, Fitted, GoalsError, Options, Pairing, Parameters, fit, fit_from};
use crate::history::History;
use crate::scoring::{Forecast3, outcome};

/// Fits in a row that start from one another. The first of each row starts from nothing, so that rows can be fitted side by
/// side and the result does not depend on how many are.
const ROW: usize = 64;
/// Half-lives after which a match is left out: its weight is below a 250th.
const MEMORY: f64 = 8.0;

/// The forecasts of a stretch of matches between two fits.
struct Stretch {
    forecasts: Vec<Option<Forecast3>>,
    fitted: bool,
    converged: bool,
}

pub(super) fn forecasts(
    history: &History,
    plan: &Plan<'_>,
    matches: &[usize],
    family: Family,
    counter: &Counter<'_>,
) -> Result<ModelForecasts, GoalsError> {
    let played = history.matches();
    let period = |index: &usize| plan.refit.period(played[*index].day);
    let stretches: Vec<&[usize]> = matches.chunk_by(|a, b| period(a) == period(b)).collect();
    let rows = stretches
        .par_chunks(ROW)
        .map(|row| {
            let mut previous: Option<Parameters> = None;
            row.iter()
                .map(|stretch| {
                    let done = one(history, plan, stretch, family, &mut previous)?;
                    counter.add(stretch.len());
                    Ok(done)
                })
                .collect::<Result<Vec<Stretch>, GoalsError>>()
        })
        .collect::<Result<Vec<_>, GoalsError>>()?;
    let (mut fits, mut not_converged) = (0, 0);
    let mut forecasts = Vec::with_capacity(matches.len());
    for stretch in rows.into_iter().flatten() {
        fits += usize::from(stretch.fitted);
        not_converged += usize::from(stretch.fitted && !stretch.converged);
        forecasts.extend(stretch.forecasts);
    }
    Ok(ModelForecasts { name: family.name().to_owned(), forecasts, fits, not_converged })
}

fn one(
    history: &History,
    plan: &Plan<'_>,
    stretch: &[usize],
    family: Family,
    previous: &mut Option<Parameters>,
) -> Result<Stretch, GoalsError> {
    let played = history.matches();
    let day = played[stretch[0]].day;
    #[allow(clippy::cast_possible_truncation, reason = "days; beyond their range is beyond all matches")]
    let since = (f64::from(day) - MEMORY * plan.half_life) as i32;
    let mut options = Options::new(family);
    options.since = Some(since);
    options.half_life = Some(plan.half_life);
    options.shrinkage = plan.shrinkage;
    let fitted = match previous {
        Some(parameters) => fit_from(parameters, history, day, &options),
        None => fit(history, day, &options),
    };
    match fitted {
        Ok(fitted) => {
            let forecasts = stretch.iter().map(|&index| forecast(&fitted, &played[index])).collect();
            let converged = fitted.report().reason.converged();
            *previous = Some(fitted.parameters().clone());
            Ok(Stretch { forecasts, fitted: true, converged })
        }
        Err(GoalsError::NoMatches { .. }) => {
            Ok(Stretch { forecasts: vec![None; stretch.len()], fitted: false, converged: false })
        }
        Err(error) => Err(error),
    }
}

fn forecast(fitted: &Fitted, played: &crate::Played) -> Option<Forecast3> {
    let pairing = Pairing { neutral: played.neutral, ..Pairing::at_home(played.home, played.away) };
    let grid = fitted.grid(&pairing).ok()?;
    let [home, away] = played.goals;
    let score = grid.at(usize::from(home), usize::from(away));
    Forecast3::new(grid.win(), outcome(played.goals), Some(score)).ok()
}
