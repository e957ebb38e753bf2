//! JSON of `backtest`.

use byline_forecast::backtest::{Against, ModelReport, Refit, Subset, SubsetReport};
use byline_forecast::from_record::date_of;
use byline_forecast::goals::{Precision, Shrinkage};
use byline_forecast::scoring::{Interval, Measure, Summary};
use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Map, Value};

use super::sheet::SourceWire;
use crate::commands::backtest::{Backtest, LEVEL};

/// The object `backtest --json` prints.
#[derive(Debug, Serialize)]
pub(crate) struct Wire {
    from: String,
    to: String,
    population: String,
    competition: Option<String>,
    matches: usize,
    refit: &'static str,
    half_life_years: f64,
    shrinkage: PrecisionsWire,
    interval_level: f64,
    seconds: f64,
    models: Vec<Model>,
    sources: Vec<SourceWire>,
    as_of: Option<String>,
}

#[derive(Debug, Serialize)]
struct PrecisionsWire {
    strength: Option<f64>,
    style: Option<f64>,
    estimated: bool,
}

#[derive(Debug, Serialize)]
struct Model {
    name: String,
    fits: usize,
    fits_not_converged: usize,
    #[serde(flatten)]
    all: Scores,
    subsets: Map<String, Value>,
}

#[derive(Debug, Default, Serialize)]
struct Scores {
    matches: usize,
    log_loss: Option<f64>,
    rps: Option<f64>,
    brier: Option<f64>,
    exact_log_loss: Option<f64>,
    calibration_error: Option<f64>,
    calibration_slope: Option<f64>,
    intervals: Intervals,
    skill: Skill,
    against: Option<Paired>,
}

#[derive(Debug, Default, Serialize)]
struct Intervals {
    log_loss: Option<[f64; 2]>,
    rps: Option<[f64; 2]>,
    brier: Option<[f64; 2]>,
    exact_log_loss: Option<[f64; 2]>,
    calibration_error: Option<[f64; 2]>,
}

#[derive(Debug, Default, Serialize)]
struct Skill {
    log_loss: Option<f64>,
    rps: Option<f64>,
    brier: Option<f64>,
}

#[derive(Debug, Serialize)]
struct Paired {
    model: String,
    matches: usize,
    log_loss: Difference,
    rps: Difference,
}

#[derive(Debug, Serialize)]
struct Difference {
    difference: f64,
    standard_error: f64,
    p_value: f64,
}

/// The object of a backtest.
pub(crate) fn wire(done: &Backtest<'_>, as_of: Option<Date>) -> Wire {
    let models = done.reports.iter().zip(&done.replay.models);
    Wire {
        from: date_of(done.plan.from).to_string(),
        to: date_of(done.plan.to).to_string(),
        population: done.population.clone(),
        competition: done.competition.clone(),
        matches: done.replay.matches.len(),
        refit: match done.plan.refit {
            Refit::Daily => "daily",
            Refit::Weekly => "weekly",
            Refit::Monthly => "monthly",
            Refit::Quarterly => "quarterly",
        },
        half_life_years: done.plan.half_life / 365.25,
        shrinkage: precisions(&done.plan.shrinkage),
        interval_level: LEVEL,
        seconds: done.seconds,
        models: models.map(|(report, replayed)| model(report, replayed.fits, replayed.not_converged)).collect(),
        sources: done.view.record().sources_in(done.sources).map(SourceWire::of).collect(),
        as_of: as_of.map(|date| date.to_string()),
    }
}

fn precisions(shrinkage: &Shrinkage) -> PrecisionsWire {
    let given = |precision: Precision| match precision {
        Precision::Given(value) => Some(value),
        Precision::Estimated => None,
    };
    let strength = given(shrinkage.strength);
    PrecisionsWire { strength, style: shrinkage.style.map_or(strength, given), estimated: strength.is_none() }
}

fn model(report: &ModelReport, fits: usize, fits_not_converged: usize) -> Model {
    let all = report.subsets.iter().find(|part| part.subset == Subset::All).map(scores).unwrap_or_default();
    let parts = report.subsets.iter().filter(|part| part.subset != Subset::All);
    let subsets = parts
        .map(|part| (part.subset.key().to_owned(), serde_json::to_value(scores(part)).unwrap_or_default()))
        .collect();
    Model { name: report.name.clone(), fits, fits_not_converged, all, subsets }
}

fn scores(part: &SubsetReport) -> Scores {
    let Summary { log_loss, rps, brier, exact_log_loss, .. } = &part.summary;
    let exact = exact_log_loss.as_ref();
    let pair = |interval: Interval| [interval.low, interval.high];
    let interval = |measure: &Measure| measure.interval.map(pair);
    Scores {
        matches: part.summary.matches,
        log_loss: Some(log_loss.mean),
        rps: Some(rps.mean),
        brier: Some(brier.mean),
        exact_log_loss: exact.map(|exact| exact.mean),
        calibration_error: Some(part.summary.calibration_error),
        calibration_slope: part.summary.recalibration.map(|line| line.slope),
        intervals: Intervals {
            log_loss: interval(log_loss),
            rps: interval(rps),
            brier: interval(brier),
            exact_log_loss: exact.and_then(interval),
            calibration_error: part.summary.calibration_error_interval.map(pair),
        },
        skill: Skill { log_loss: log_loss.skill, rps: rps.skill, brier: brier.skill },
        against: part.against.as_ref().map(paired),
    }
}

fn paired(against: &Against) -> Paired {
    let difference = |comparison: &byline_forecast::scoring::Comparison| Difference {
        difference: comparison.difference,
        standard_error: comparison.standard_error,
        p_value: comparison.p_value,
    };
    Paired {
        model: against.name.clone(),
        matches: against.log_loss.matches,
        log_loss: difference(&against.log_loss),
        rps: difference(&against.rps),
    }
}
