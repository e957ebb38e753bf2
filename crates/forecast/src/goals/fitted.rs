//! A fitted goal model and what it says of a pairing.

use super::ascent::Search;
use super::cells::Cells;
use super::family::{Extra, Family, MOST_EXTRAS, correction, rho_interval};
use super::layout::Layout;
use super::objective::Curvature;
use super::options::GoalsError;
use super::report::{FitReport, Precisions};
use crate::grid::ScoreGrid;

/// Rows and columns of the largest grid.
const MOST_GOALS: usize = 200;

/// Anything that forecasts the score of a pairing.
pub trait GoalModel {
    /// The goal rates of the home and the away side for the whole match.
    ///
    /// # Errors
    /// If the pairing does not fit the model.
    fn rates(&self, pairing: &Pairing) -> Result<[f64; 2], GoalsError>;

    /// The chance of every score.
    ///
    /// # Errors
    /// If the pairing does not fit the model, or its rates are beyond football's.
    fn grid(&self, pairing: &Pairing) -> Result<ScoreGrid, GoalsError>;
}

/// Two teams about to meet.
#[derive(Clone, Debug, PartialEq)]
pub struct Pairing {
    /// Number of the side listed first in the history. A number the model has not seen is a team at the prior's mean.
    pub home: u32,
    /// Number of the side listed second.
    pub away: u32,
    /// Whether neither is at home.
    pub neutral: bool,
    /// Length of the match in minutes: 90, or what is left.
    pub minutes: f64,
    /// The model's covariates: for each the value for the home side's and the away side's log rate.
    pub covariates: Vec<[f64; 2]>,
}

impl Pairing {
    /// Ninety minutes at the ground of the side listed first.
    #[must_use]
    pub const fn at_home(home: u32, away: u32) -> Self {
        Self { home, away, neutral: false, minutes: 90.0, covariates: Vec::new() }
    }

    /// Ninety minutes on neutral ground.
    #[must_use]
    pub const fn neutral(home: u32, away: u32) -> Self {
        Self { home, away, neutral: true, minutes: 90.0, covariates: Vec::new() }
    }
}

/// The numbers of a fitted model: all that is needed to forecast. Portable.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Parameters {
    /// The distribution of goals.
    pub family: Family,
    /// Log goal rate of a side in ninety minutes between average teams on neutral ground.
    pub mu: f64,
    /// What playing at home adds to the home side's log rate.
    pub home: f64,
    /// What a team adds to its own log rate, by number in the history; 0 for teams not seen.
    pub attack: Vec<f64>,
    /// What a team takes from its opponents' log rate.
    pub defence: Vec<f64>,
    /// What a team adds to the home effect at its own ground; empty if the model has no such effects.
    pub team_home: Vec<f64>,
    /// Whether a team was in the matches; if not it is a team at the prior's mean.
    pub seen: Vec<bool>,
    /// Names and coefficients of covariates.
    pub covariates: Vec<(String, f64)>,
    /// The family's own parameters, in the order of [`Parameters::extra`].
    pub extras: Vec<f64>,
    /// Precisions of the team effects.
    pub precisions: Precisions,
}

impl Parameters {
    pub(super) fn new(
        cells: &Cells,
        layout: Layout,
        family: Family,
        precisions: Precisions,
        at: &[f64],
        names: Vec<String>,
    ) -> Self {
        let spread = |start: usize| -> Vec<f64> {
            cells.places.iter().map(|place| place.map_or(0.0, |place| at[start + place as usize])).collect()
        };
        Self {
            family,
            mu: at[layout.mu()],
            home: at[layout.home()],
            attack: spread(0),
            defence: spread(layout.defence()),
            team_home: if layout.team_home { spread(layout.own_home()) } else { Vec::new() },
            seen: cells.places.iter().map(Option::is_some).collect(),
            covariates: names.into_iter().zip(at[layout.covariate()..].iter().copied()).collect(),
            extras: at[layout.extra()..].to_vec(),
            precisions,
        }
    }

    /// These parameters as the start of a fit, if they can be one.
    pub(super) fn placed(&self, teams: &[u32], layout: Layout, family: Family) -> Option<Vec<f64>> {
        if family != self.family || self.covariates.len() != layout.covariates || self.extras.len() != layout.extras {
            return None;
        }
        let of = |values: &[f64]| -> Vec<f64> {
            teams.iter().map(|&team| values.get(team as usize).copied().unwrap_or(0.0)).collect()
        };
        let mut start = of(&self.attack);
        start.extend(of(&self.defence));
        if layout.team_home {
            start.extend(of(&self.team_home));
        }
        start.extend([self.mu, self.home]);
        start.extend(self.covariates.iter().map(|(_, beta)| beta));
        start.extend(&self.extras);
        start.iter().all(|value| value.is_finite()).then_some(start)
    }

    /// A parameter of the family by name: `rho`, `common_rate`, `inflation`, `inflation_ratio`, `dispersion`, `shape`,
    /// `copula`; see [`Family`].
    #[must_use]
    pub fn extra(&self, name: &str) -> Option<f64> {
        let place = self.family.extras().iter().position(|extra: &Extra| extra.name == name)?;
        self.extras.get(place).copied()
    }

    /// Whether a team was in the matches of the fit.
    #[must_use]
    pub fn seen(&self, team: u32) -> bool {
        self.seen.get(team as usize).copied().unwrap_or(false)
    }

    /// Log goal rates of both sides for the whole match.
    ///
    /// # Errors
    /// If the pairing has not as many covariates as the model.
    pub fn log_rates(&self, pairing: &Pairing) -> Result<[f64; 2], GoalsError> {
        if pairing.covariates.len() != self.covariates.len() {
            let (expected, found) = (self.covariates.len(), pairing.covariates.len());
            return Err(GoalsError::PairingCovariates { expected, found });
        }
        let of = |values: &[f64], team: u32| values.get(team as usize).copied().unwrap_or(0.0);
        let base = self.mu + libm::log(pairing.minutes / 90.0);
        let mut home = base + of(&self.attack, pairing.home) - of(&self.defence, pairing.away);
        let mut away = base + of(&self.attack, pairing.away) - of(&self.defence, pairing.home);
        if !pairing.neutral {
            home += self.home + of(&self.team_home, pairing.home);
        }
        for (z, (_, beta)) in pairing.covariates.iter().zip(&self.covariates) {
            home += z[0] * beta;
            away += z[1] * beta;
        }
        Ok([home, away])
    }

    /// The grid, and whether ρ had to be kept inside the interval valid for this pairing.
    ///
    /// # Errors
    /// If the pairing has not as many covariates as the model, or its rates are not between 0 and 100.
    pub fn grid(&self, pairing: &Pairing) -> Result<GridOutcome, GoalsError> {
        let log_rates = self.log_rates(pairing)?;
        let rates = log_rates.map(libm::exp);
        let beyond = || GoalsError::Rates { home: rates[0], away: rates[1] };
        if !rates.iter().all(|rate| *rate >= 0.0 && *rate <= 100.0) {
            return Err(beyond());
        }
        let mut extra: [f64; MOST_EXTRAS] = std::array::from_fn(|place| self.extras.get(place).copied().unwrap_or(0.0));
        let mut rho_limited = false;
        if self.family == Family::DixonColes {
            let (least, most) = rho_interval(rates);
            let inside = extra[0].max(least).min(most);
            rho_limited = inside != extra[0];
            extra[0] = inside;
        }
        // Mean and variance over mean: roughly, where there is no formula.
        let common = pairing.minutes / 90.0 * extra[0];
        let [rows, columns] = rates.map(|rate| {
            let (mean, spread) = match self.family {
                Family::BivariatePoisson | Family::DiagonalInflated => (rate + common, 1.0),
                Family::NegativeBinomial => (rate, 1.0 + extra[0] * rate),
                Family::ConwayMaxwellPoisson => (rate + 1.0 / extra[0].min(1.0) - 1.0, 1.0 / extra[0].min(1.0)),
                Family::WeibullCopula => {
                    (libm::pow(rate, 1.0 / extra[0]).max(rate), 1.0 / (extra[0] * extra[0]).min(1.0))
                }
                _ => (rate, 1.0),
            };
            let most = mean + 8.0 * (mean * spread).sqrt() + 12.0 * spread;
            // As far as inflated draws reach.
            let drawn =
                if self.family == Family::DiagonalInflated { -25.0 / libm::log(extra[2].min(0.9)) } else { 0.0 };
            most.max(drawn).min(MOST_GOALS as f64) as usize
        });
        let tables = self
            .family
            .tables(&extra[..self.extras.len()], rows.max(columns), rates[0].max(rates[1]))
            .ok_or_else(beyond)?;
        let mut chances = Vec::with_capacity(rows * columns);
        if self.family == Family::DixonColes {
            // A correction may be exactly 0 at the end of the interval, which has no logarithm.
            let marginal = rates.map(|rate| crate::counts::poisson(rate, rows.max(columns)));
            for x in 0..rows {
                for y in 0..columns {
                    chances.push(marginal[0][x] * marginal[1][y] * correction([x, y], rates, extra[0]).max(0.0));
                }
            }
        } else {
            let scores = (0..rows * columns).map(|at| [at / columns, at % columns]);
            let exposure = pairing.minutes / 90.0;
            // A score whose chance underflows is one that cannot be.
            let _ = self.family.visit(&tables, log_rates, extra, exposure, scores, |log| chances.push(libm::exp(log)));
            chances.resize(rows * columns, 0.0);
        }
        let grid = ScoreGrid::new(rows, columns, chances).map_err(|_| beyond())?;
        let unseen = [pairing.home, pairing.away].map(|team| !self.seen(team));
        Ok(GridOutcome { grid, unseen, rho_limited })
    }
}

/// A score grid and what should be said with it.
#[derive(Clone, Debug, PartialEq)]
pub struct GridOutcome {
    /// The grid.
    pub grid: ScoreGrid,
    /// Whether the home and the away side were not in the matches of the fit and are taken for average teams.
    pub unseen: [bool; 2],
    /// Whether ρ of Dixon and Coles would have made a chance negative and was moved to the end of its valid interval.
    pub rho_limited: bool,
}

impl GoalModel for Parameters {
    fn rates(&self, pairing: &Pairing) -> Result<[f64; 2], GoalsError> {
        self.log_rates(pairing).map(|log_rates| log_rates.map(libm::exp))
    }

    fn grid(&self, pairing: &Pairing) -> Result<ScoreGrid, GoalsError> {
        Self::grid(self, pairing).map(|outcome| outcome.grid)
    }
}

/// A fitted goal model.
#[derive(Clone, Debug)]
pub struct Fitted {
    parameters: Parameters,
    report: FitReport,
    pub(super) cells: Cells,
    pub(super) layout: Layout,
    pub(super) curvature: Curvature,
    pub(super) held: Vec<usize>,
}

impl Fitted {
    pub(super) fn new(parameters: Parameters, report: FitReport, cells: Cells, layout: Layout, search: Search) -> Self {
        Self { parameters, report, cells, layout, curvature: search.here.curvature, held: search.held }
    }

    /// The numbers.
    #[must_use]
    pub const fn parameters(&self) -> &Parameters {
        &self.parameters
    }

    /// How the fit went.
    #[must_use]
    pub const fn report(&self) -> &FitReport {
        &self.report
    }

    /// The goal rates λ and μ of a pairing: see [`Family`] for what they are. The expected goals are those of the grid.
    ///
    /// # Errors
    /// If the pairing has not as many covariates as the model.
    pub fn rates(&self, pairing: &Pairing) -> Result<[f64; 2], GoalsError> {
        GoalModel::rates(&self.parameters, pairing)
    }

    /// The score grid of a pairing; [`Parameters::grid`] says more with it.
    ///
    /// # Errors
    /// As [`Parameters::grid`].
    pub fn grid(&self, pairing: &Pairing) -> Result<ScoreGrid, GoalsError> {
        GoalModel::grid(&self.parameters, pairing)
    }
}

impl GoalModel for Fitted {
    fn rates(&self, pairing: &Pairing) -> Result<[f64; 2], GoalsError> {
        Self::rates(self, pairing)
    }

    fn grid(&self, pairing: &Pairing) -> Result<ScoreGrid, GoalsError> {
        Self::grid(self, pairing)
    }
}
