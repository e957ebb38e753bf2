//! The scores of a replay.

use rayon::prelude::*;

use super::{ModelForecasts, Replay, Subset};
use crate::History;
use crate::scoring::{
    Bootstrap, Comparison, Forecast3, Summary, SummaryOptions, diebold_mariano, log_loss, ranked_probability_score,
    summarise,
};

/// What a report is to contain.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct ReportOptions {
    /// Intervals, if wanted. Matches of a day are drawn together.
    pub bootstrap: Option<Bootstrap>,
}

/// The scores of one model.
#[derive(Clone, Debug, PartialEq)]
pub struct ModelReport {
    /// Its name.
    pub name: String,
    /// By subset, all matches first. Subsets without matches are left out.
    pub subsets: Vec<SubsetReport>,
}

/// The scores of one model in one subset.
#[derive(Clone, Debug, PartialEq)]
pub struct SubsetReport {
    /// The subset.
    pub subset: Subset,
    /// The scores. Skill is measured against the base rates, where the model `base` has forecast the same matches.
    pub summary: Summary,
    /// The paired difference to the model all are compared with; `None` for that model itself and where they share
    /// fewer than two matches.
    pub against: Option<Against>,
}

/// A model's losses less those of another, on the matches both forecast: below 0, the model was better.
#[derive(Clone, Debug, PartialEq)]
pub struct Against {
    /// The other model.
    pub name: String,
    /// Difference of log losses.
    pub log_loss: Comparison,
    /// Difference of ranked probability scores.
    pub rps: Comparison,
}

/// Scores every model of a replay. Each is scored on the matches it forecast; paired tests compare all with the model
/// `best`, or the first where that is not among them, on the matches both forecast.
#[must_use]
pub fn report(history: &History, replay: &Replay, options: &ReportOptions) -> Vec<ModelReport> {
    let forecast_by_all: Vec<bool> = (0..replay.matches.len())
        .map(|place| replay.models.iter().all(|model| model.forecasts.get(place).is_some_and(Option::is_some)))
        .collect();
    let shared = forecast_by_all.iter().filter(|by_all| **by_all).count();
    let by_name = |name: &str| replay.models.iter().find(|model| model.name == name);
    let compared = by_name("best").or(replay.models.first());
    let part = |subset: Subset, place: usize| {
        let played = replay.matches.get(place).and_then(|&index| history.matches().get(index));
        let chosen = subset != Subset::Common || forecast_by_all.get(place).copied().unwrap_or(false);
        chosen && played.is_some_and(|played| subset.holds(history, played))
    };
    let subset_report = |model: &ModelForecasts, subset: Subset| {
        // Where nothing is missing, the matches all share are all matches.
        if subset == Subset::Common && (shared == 0 || shared == replay.matches.len()) {
            return None;
        }
        let places: Vec<usize> = (0..replay.matches.len()).filter(|&place| part(subset, place)).collect();
        let of = |model: &ModelForecasts| -> Vec<Option<Forecast3>> {
            places.iter().map(|&place| model.forecasts.get(place).copied().flatten()).collect()
        };
        let own = of(model);
        let forecasts: Vec<Forecast3> = own.iter().copied().flatten().collect();
        let days: Vec<i32> = places
            .iter()
            .zip(&own)
            .filter(|(_, forecast)| forecast.is_some())
            .filter_map(|(&place, _)| history.matches().get(*replay.matches.get(place)?).map(|played| played.day))
            .collect();
        let base: Option<Vec<Forecast3>> =
            by_name("base").map(|base| pairs(&own, &of(base)).map(|(_, base)| base).collect());
        let reference = base.as_deref().filter(|base| base.len() == forecasts.len());
        let options = SummaryOptions { bootstrap: options.bootstrap, days: Some(&days), reference };
        let summary = summarise(&forecasts, &options).ok()?;
        let against =
            compared.filter(|other| other.name != model.name).and_then(|other| against(&other.name, &own, &of(other)));
        Some(SubsetReport { subset, summary, against })
    };
    replay
        .models
        .par_iter()
        .map(|model| ModelReport {
            name: model.name.clone(),
            subsets: Subset::ALL.into_par_iter().filter_map(|subset| subset_report(model, subset)).collect(),
        })
        .collect()
}

/// Forecasts of the same matches by two models, of the matches both forecast.
fn pairs<'a>(
    one: &'a [Option<Forecast3>],
    other: &'a [Option<Forecast3>],
) -> impl Iterator<Item = (Forecast3, Forecast3)> + 'a {
    one.iter().zip(other).filter_map(|(one, other)| one.zip(*other))
}

fn against(name: &str, own: &[Option<Forecast3>], other: &[Option<Forecast3>]) -> Option<Against> {
    let compare = |rule: fn(&Forecast3) -> f64| {
        let (own, other): (Vec<f64>, Vec<f64>) =
            pairs(own, other).map(|(own, other)| (rule(&own), rule(&other))).unzip();
        diebold_mariano(&own, &other, 0).ok()
    };
    Some(Against { name: name.to_owned(), log_loss: compare(log_loss)?, rps: compare(ranked_probability_score)? })
}
