//! JSON of `fit`.

use byline_forecast::goals::Reason;
use jiff::civil::Date;
use serde::Serialize;

use super::sheet::SourceWire;
use crate::commands::fit::Fit;

/// The object `fit --json` prints.
#[derive(Debug, Serialize)]
pub(crate) struct Wire {
    model: &'static str,
    population: String,
    since: Option<String>,
    until: String,
    half_life_years: Option<f64>,
    matches: usize,
    weight: f64,
    log_likelihood: f64,
    penalised_log_likelihood: f64,
    marginal_log_likelihood: Option<f64>,
    iterations: u32,
    gradient_norm: f64,
    converged: bool,
    reason: &'static str,
    seconds: f64,
    shrinkage: Shrinkage,
    parameters: Vec<Parameter>,
    parameters_on_bound: Vec<String>,
    runs_off: Vec<String>,
    undetermined: Vec<String>,
    disconnected_teams: Vec<String>,
    teams: Vec<Team>,
    saved: Option<String>,
    sources: Vec<SourceWire>,
    as_of: Option<String>,
}

#[derive(Debug, Serialize)]
struct Shrinkage {
    strength: f64,
    style: f64,
    estimated: bool,
}

#[derive(Debug, Serialize)]
struct Parameter {
    name: &'static str,
    value: f64,
    standard_error: Option<f64>,
}

#[derive(Debug, Serialize)]
struct Team {
    name: String,
    attack: f64,
    attack_standard_error: Option<f64>,
    defence: f64,
    defence_standard_error: Option<f64>,
}

/// The object of a fit.
pub(crate) fn wire(done: &Fit<'_>, as_of: Option<Date>) -> Wire {
    let report = done.fitted.report();
    let parameters = done.fitted.parameters();
    let at = |values: &[f64], team: usize| values.get(team).copied();
    let team = |team: usize| {
        let errors = done.errors.as_ref();
        Team {
            name: done.teams.get(team).cloned().unwrap_or_default(),
            attack: at(&parameters.attack, team).unwrap_or(0.0),
            attack_standard_error: errors.and_then(|errors| at(&errors.attack, team)),
            defence: at(&parameters.defence, team).unwrap_or(0.0),
            defence_standard_error: errors.and_then(|errors| at(&errors.defence, team)),
        }
    };
    let own = done.parameters().into_iter();
    Wire {
        model: parameters.family.name(),
        population: done.population.clone(),
        since: done.since.map(|date| date.to_string()),
        until: done.until.to_string(),
        half_life_years: done.half_life_years,
        matches: report.matches,
        weight: report.weight,
        log_likelihood: report.log_likelihood,
        penalised_log_likelihood: report.penalised,
        marginal_log_likelihood: report.marginal,
        iterations: report.iterations,
        gradient_norm: report.gradient_norm,
        converged: report.reason.converged(),
        reason: match report.reason {
            Reason::Gradient => "gradient",
            Reason::Precision => "precision",
            Reason::Edge => "edge",
            Reason::NoProgress => "no_progress",
            Reason::Iterations => "iterations",
        },
        seconds: done.seconds,
        shrinkage: Shrinkage {
            strength: report.precisions.strength,
            style: report.precisions.style,
            estimated: done.estimated,
        },
        parameters: own.map(|(name, value, standard_error)| Parameter { name, value, standard_error }).collect(),
        parameters_on_bound: report.parameters_on_bound.clone(),
        runs_off: report.runs_off.clone(),
        undetermined: report.undetermined.clone(),
        disconnected_teams: done.names(&report.disconnected_teams).into_iter().map(str::to_owned).collect(),
        teams: done.ranking().into_iter().map(team).collect(),
        saved: done.saved.clone(),
        sources: done.view.record().sources_in(done.sources).map(SourceWire::of).collect(),
        as_of: as_of.map(|date| date.to_string()),
    }
}
