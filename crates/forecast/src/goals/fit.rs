//! From matches to a fitted model.

use super::ascent::{Limits, Search, climb};
use super::cells::{Cells, Tally};
use super::components;
use super::family::{Family, rho_interval};
use super::fitted::{Fitted, Parameters};
use super::information::Information;
use super::layout::{Layout, Link};
use super::objective::Objective;
use super::options::{GoalsError, Options, Precision};
use super::report::{FitReport, Precisions};
use super::shrinkage::{Direction, WIDEST, parabolas};
use crate::History;
use crate::linear::Cholesky;

/// Fits a goal model to the matches before a day.
///
/// The search starts at the optimum of the family's special case, so that it never ends below it.
///
/// # Errors
/// If an option is out of its range, no match has a weight, or the likelihood cannot be computed.
pub fn fit(history: &History, as_of: i32, options: &Options) -> Result<Fitted, GoalsError> {
    let cells = checked(history, as_of, options)?;
    let layout = Fit::layout(&cells, options);
    let start = cold_start(&cells, layout);
    Fit { history, cells, layout, options, start_precisions: None, warm: false }.run(start)
}

/// [`fit()`] from the parameters of an earlier fit to the same list of teams: much the fastest way to refit after
/// another day's matches. Parameters that do not fit (of another family, or not numbers) are not used.
///
/// # Errors
/// As [`fit()`].
pub fn fit_from(previous: &Parameters, history: &History, as_of: i32, options: &Options) -> Result<Fitted, GoalsError> {
    let cells = checked(history, as_of, options)?;
    let layout = Fit::layout(&cells, options);
    let cold = cold_start(&cells, layout);
    let (start, warm) = match previous.placed(&cells.teams, layout, options.family) {
        Some(start) => (start, true),
        None => (cold, false),
    };
    let start_precisions = warm.then_some(previous.precisions);
    Fit { history, cells, layout, options, start_precisions, warm }.run(start)
}

fn checked(history: &History, as_of: i32, options: &Options) -> Result<Cells, GoalsError> {
    options.check(history.matches().len())?;
    Cells::new(history, as_of, options)
}

/// Log rates from each team's goals per match, drawn to the mean by ten matches' worth; the schedule is left to Newton.
fn cold_start(cells: &Cells, layout: Layout) -> Vec<f64> {
    let mut start = vec![0.0; layout.len()];
    let mean = (cells.goals + 0.5) / (2.0 * cells.weight + 0.5);
    let (weight, [home, away]) = cells.at_home;
    if weight > 0.0 {
        start[layout.home()] = libm::log((home + 1.0) / (away + 1.0));
    }
    start[layout.mu()] = libm::log(mean) - 0.5 * start[layout.home()] * weight / cells.weight;
    let mut played = vec![0.0; layout.teams];
    for (link, tally) in cells.links.iter().zip(&cells.tallies) {
        played[link.home as usize] += tally.weight * tally.exposure;
        played[link.away as usize] += tally.weight * tally.exposure;
    }
    for (team, played) in played.into_iter().enumerate() {
        let expected = played * mean + 5.0;
        start[team] = libm::log((cells.totals[team] + 5.0) / expected);
        start[layout.defence() + team] = -libm::log((5.0 - cells.totals[layout.defence() + team]) / expected);
    }
    start
}

struct Fit<'a> {
    history: &'a History,
    cells: Cells,
    layout: Layout,
    options: &'a Options,
    start_precisions: Option<Precisions>,
    warm: bool,
}

/// A search and all the steps that led to it.
struct Optimum {
    search: Search,
    iterations: u32,
}

impl Fit<'_> {
    /// The layout of the whole family.
    fn layout(cells: &Cells, options: &Options) -> Layout {
        Layout {
            teams: cells.teams.len(),
            team_home: options.shrinkage.team_home.is_some(),
            covariates: options.covariates.len(),
            extras: options.family.extras().len(),
        }
    }

    fn run(self, start: Vec<f64>) -> Result<Fitted, GoalsError> {
        let fixed = self.undetermined();
        let (mut precisions, directions) = self.precisions();
        let mut iterations = 0;
        let mut start = start;
        let mut warm = self.warm;
        let mut bounds = Vec::new();
        if !directions.is_empty() {
            let logs: Vec<f64> = directions.iter().map(|direction| self.first_guess(*direction)).collect();
            let mut last: Option<Vec<f64>> = None;
            let usual = logs.clone();
            let found = parabolas(logs, |logs| {
                let mut trial = precisions;
                for (direction, log) in directions.iter().zip(logs) {
                    direction.set(&mut trial, *log);
                }
                let from = last.clone().unwrap_or_else(|| start.clone());
                let optimum = self.optimum(from, &fixed, trial, warm || last.is_some())?;
                iterations += optimum.iterations;
                let marginal = self.marginal(&optimum.search, trial);
                last = Some(optimum.search.at);
                marginal
            });
            // Where the marginal likelihood cannot be had, as without any goal, nothing tells the precisions: the usual ones
            // stand, and the report names them.
            let told = found.is_some();
            for (direction, log) in directions.iter().zip(&found.unwrap_or(usual)) {
                direction.set(&mut precisions, *log);
                if !told || log.abs() >= WIDEST {
                    bounds.push(direction.name().to_owned());
                }
            }
            if let Some(last) = last {
                (start, warm) = (last, true);
            }
        }
        let optimum = self
            .optimum(start, &fixed, precisions, warm)
            .ok_or(GoalsError::Start { family: self.options.family.name() })?;
        let marginal = if directions.is_empty() { None } else { self.marginal(&optimum.search, precisions) };
        iterations += optimum.iterations;
        Ok(self.finish(optimum.search, iterations, precisions, marginal, bounds, &fixed))
    }

    /// The optimum for given precisions, from a start that may be far away (then by way of the special cases) or near.
    fn optimum(&self, start: Vec<f64>, fixed: &[usize], prior: Precisions, warm: bool) -> Option<Optimum> {
        let family = self.options.family;
        let limits = Limits { iterations: self.options.max_iterations, tolerance: self.options.tolerance };
        if warm {
            let search = self.stage(family, start.clone(), fixed, prior, limits);
            if let Some(search) = search.filter(|search| search.reason.converged()) {
                return Some(Optimum { iterations: search.iterations, search });
            }
        }
        let mut at = start;
        let mut iterations = 0;
        for stage in stages(family) {
            let last = stage == family;
            // On the way it is enough to come near; the next stage goes on from there.
            let tolerance = if last { limits.tolerance } else { limits.tolerance.max(0.1) };
            let from = self.enter(stage, &at, prior);
            let search = self.stage(stage, from, fixed, prior, Limits { tolerance, ..limits });
            let search = search?;
            iterations += search.iterations;
            if last {
                return Some(Optimum { search, iterations });
            }
            at = search.at;
        }
        None
    }

    fn stage(
        &self,
        family: Family,
        start: Vec<f64>,
        fixed: &[usize],
        prior: Precisions,
        limits: Limits,
    ) -> Option<Search> {
        let layout = Layout { extras: family.extras().len(), ..self.layout };
        let totals = self.cells.totals_in(layout);
        climb(&Objective { cells: &self.cells, layout, family, prior, totals: &totals }, start, fixed, limits)
    }

    /// The point of a stage that is the end of the stage before it: parameters of its own at their special values.
    fn enter(&self, family: Family, at: &[f64], prior: Precisions) -> Vec<f64> {
        let mut from = at[..self.layout.extra()].to_vec();
        let known = &at[self.layout.extra()..];
        from.extend(family.extras().iter().enumerate().map(|(k, extra)| match known.get(k) {
            Some(value) if family == Family::DiagonalInflated && k == 0 => *value,
            _ => extra.special,
        }));
        if family == Family::DiagonalInflated { self.inflate(from, prior) } else { from }
    }

    /// Without inflation its distribution does not matter, so the likelihood has no slope there that would find it: looks
    /// for the one that helps most at first, and goes a step in.
    fn inflate(&self, from: Vec<f64>, prior: Precisions) -> Vec<f64> {
        let layout = self.layout;
        let totals = self.cells.totals_in(layout);
        let objective =
            Objective { cells: &self.cells, layout, family: Family::DiagonalInflated, prior, totals: &totals };
        let (inflation, ratio) = (layout.extra() + 1, layout.extra() + 2);
        let value = |at: &[f64]| objective.at(at).map_or(f64::NEG_INFINITY, |there| there.penalised);
        let mut best = (value(&from), from.clone());
        for q in [0.05, 0.25, 0.5, 0.75] {
            for p in [0.0025, 0.01, 0.04] {
                let mut trial = from.clone();
                (trial[inflation], trial[ratio]) = (p, q);
                let there = value(&trial);
                if there > best.0 {
                    best = (there, trial);
                }
            }
        }
        best.1
    }

    /// Parameters that no match depends on.
    fn undetermined(&self) -> Vec<usize> {
        let mut none = Vec::new();
        if self.cells.at_home.0 <= 0.0 {
            none.push(self.layout.home());
        }
        for covariate in 0..self.layout.covariates {
            let values = self.cells.covariates.iter().skip(covariate).step_by(self.layout.covariates);
            if values.flatten().all(|z| *z == 0.0) {
                none.push(self.layout.covariate() + covariate);
            }
        }
        none
    }

    /// Precisions given, and directions in which they are looked for.
    fn precisions(&self) -> (Precisions, Vec<Direction>) {
        let shrinkage = self.options.shrinkage;
        let mut precisions = Precisions { strength: 1.0, style: 1.0, team_home: f64::INFINITY };
        let mut directions = Vec::new();
        match (shrinkage.strength, shrinkage.style) {
            (Precision::Given(value), None) => (precisions.strength, precisions.style) = (value, value),
            (Precision::Estimated, None) => directions.push(Direction::Both),
            (strength, Some(style)) => {
                match strength {
                    Precision::Given(value) => precisions.strength = value,
                    Precision::Estimated => directions.push(Direction::Strength),
                }
                match style {
                    Precision::Given(value) => precisions.style = value,
                    Precision::Estimated => directions.push(Direction::Style),
                }
            }
        }
        match shrinkage.team_home {
            None => {}
            Some(Precision::Given(value)) => precisions.team_home = value,
            Some(Precision::Estimated) => directions.push(Direction::TeamHome),
        }
        (precisions, directions)
    }

    /// ln of the precision a search starts from: that of an earlier fit, or one usual in football.
    fn first_guess(&self, direction: Direction) -> f64 {
        let usual = match direction {
            Direction::Both => 4.0,
            Direction::Strength => 2.0,
            Direction::Style => 10.0,
            Direction::TeamHome => 40.0,
        };
        let known = self.start_precisions.map(|known| match direction {
            Direction::Both | Direction::Strength => known.strength,
            Direction::Style => known.style,
            Direction::TeamHome => known.team_home,
        });
        libm::log(known.filter(|value| value.is_finite() && *value > 0.0).unwrap_or(usual)).clamp(-WIDEST, WIDEST)
    }

    /// The information where a search has come to.
    fn information<'s>(&'s self, search: &'s Search, prior: Precisions) -> Information<'s> {
        Information {
            cells: &self.cells,
            layout: self.layout,
            prior,
            curvature: &search.here.curvature,
            held: &search.held,
        }
    }

    /// Laplace's approximation of the log marginal likelihood. `None` if the information has no determinant.
    fn marginal(&self, search: &Search, prior: Precisions) -> Option<f64> {
        let cholesky = Cholesky::new(self.layout.len(), self.information(search, prior).dense()).ok()?;
        let teams = self.layout.teams as f64;
        let mut log_prior = teams * (libm::log(prior.strength) + libm::log(prior.style));
        if self.layout.team_home {
            log_prior += teams * libm::log(prior.team_home);
        }
        let marginal = search.here.penalised + 0.5 * (log_prior - cholesky.log_determinant());
        marginal.is_finite().then_some(marginal)
    }

    fn finish(
        self,
        search: Search,
        iterations: u32,
        precisions: Precisions,
        marginal: Option<f64>,
        mut parameters_on_bound: Vec<String>,
        fixed: &[usize],
    ) -> Fitted {
        let layout = self.layout;
        let name = |place: usize| self.name(place);
        let held = search.held.iter().filter(|place| !fixed.contains(place));
        parameters_on_bound.extend(held.copied().map(name));
        let report = FitReport {
            log_likelihood: search.here.log_likelihood,
            penalised: search.here.penalised,
            marginal,
            iterations,
            gradient_norm: search.gradient_norm,
            reason: search.reason,
            matches: self.cells.matches,
            weight: self.cells.tallies.iter().map(|tally| tally.weight).sum(),
            teams: layout.teams,
            parameters_on_bound,
            runs_off: self.runs_off(&search, precisions).into_iter().map(name).collect(),
            undetermined: fixed.iter().copied().map(name).collect(),
            rho_limited: self.rho_limited(&search.at),
            disconnected_teams: components::outside(layout.teams, &self.cells.links)
                .into_iter()
                .map(|place| self.cells.teams[place])
                .collect(),
            precisions,
        };
        let names = self.options.covariates.iter().map(|covariate| covariate.name.clone()).collect();
        let parameters = Parameters::new(&self.cells, layout, self.options.family, precisions, &search.at, names);
        Fitted::new(parameters, report, self.cells, layout, search)
    }

    /// Parameters on which nothing depends any more where the search stopped: they were on their way to infinity.
    fn runs_off(&self, search: &Search, prior: Precisions) -> Vec<usize> {
        let (diagonal, _) = self.information(search, prior).diagonal();
        // The slope of a log rate that runs off is its expected goals, as is its curvature; the search stops when that is
        // within the tolerance.
        let nothing = 10.0 * self.options.tolerance;
        let rates = 0..self.layout.extra();
        rates.filter(|place| diagonal[*place].abs() <= nothing && !search.held.contains(place)).collect()
    }

    /// Cells whose rates do not allow ρ.
    fn rho_limited(&self, at: &[f64]) -> usize {
        if self.options.family != Family::DixonColes {
            return 0;
        }
        let rho = at[self.layout.extra()];
        let limited = |(cell, (&link, tally)): (usize, (&Link, &Tally))| {
            let eta = self.layout.predict(at, link, self.cells.covariates_of(cell));
            let (least, most) = rho_interval(eta.map(|eta| tally.exposure * libm::exp(eta)));
            rho < least || rho > most
        };
        self.cells.links.iter().zip(&self.cells.tallies).enumerate().filter(|cell| limited(*cell)).count()
    }

    /// What a parameter is called in reports.
    fn name(&self, place: usize) -> String {
        let layout = self.layout;
        let team = |place: usize| {
            let number = self.cells.teams[place % layout.teams];
            self.history.teams().get(number as usize).map_or("?", String::as_str)
        };
        if place < layout.defence() {
            format!("attack of {}", team(place))
        } else if place < layout.own_home() {
            format!("defence of {}", team(place))
        } else if place < layout.mu() {
            format!("home effect of {}", team(place))
        } else if place == layout.mu() {
            "mu".to_owned()
        } else if place == layout.home() {
            "home".to_owned()
        } else if place < layout.extra() {
            self.options.covariates[place - layout.covariate()].name.clone()
        } else {
            self.options.family.extras()[place - layout.extra()].name.to_owned()
        }
    }
}

/// A family's special cases, the simplest first, and itself.
fn stages(family: Family) -> Vec<Family> {
    let mut stages = vec![family];
    let mut at = family;
    while let Some(simpler) = at.special_case() {
        stages.insert(0, simpler);
        at = simpler;
    }
    stages
}
