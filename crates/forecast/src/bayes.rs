//! Full Bayes: the posterior the filter of [`crate::dynamic`] approximates, exactly, for a model of the same kind.
//!
//! Every team has a strength in every calendar year it plays, a random walk in calendar time, and a style of its own; the
//! level and both home effects are common to all. Goals are Poisson. So these are the filter's assumptions without form,
//! confederations, home grounds of one's own and dispersion: [`restricted`] gives the settings under which both are the
//! same model, but that the filter lets strengths move within a year too.
//!
//! The filter sees one match at a time, replaces each posterior by a Gaussian and drops covariances with level and
//! styles. What that costs is seen against the posterior itself: its mode and curvature ([`Posterior::mode`]), and with
//! the feature `bayes` a sample from it by the No-U-Turn sampler of nuts-rs (Hoffman and Gelman 2014).

#[cfg(feature = "bayes")]
mod sample;

#[cfg(feature = "bayes")]
pub use sample::{Marginal, Sample, SampleError, Sampling};

use crate::dynamic::{Filter, START, Settings, YEAR, years};
use crate::history::History;
use crate::linear::LinearError;
use crate::newton::{Evaluation, Maximum, maximise};

/// Settings without what the posterior does not know.
#[must_use]
pub const fn restricted(settings: Settings) -> Settings {
    Settings {
        level_step: 0.0,
        home_step: 0.0,
        group: 0.0,
        group_step: 0.0,
        newcomer: 0.0,
        form: 0.0,
        style_step: 0.0,
        style_pace: 0.0,
        home_team: 0.0,
        home_group: 0.0,
        home_friendly: 1.0,
        home_abroad: 0.0,
        region: 0.0,
        friendly: 1.0,
        spread: [1.0; 3],
        dispersion: 0.0,
        rho: 0.0,
        rho_friendly: 0.0,
        ..settings
    }
}

/// Why there is no posterior.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum PosteriorError {
    /// A prior without width.
    #[error("strength {strength} and style {style} must be above 0, strength_step {strength_step} not below")]
    Settings {
        /// [`Settings::strength`].
        strength: f64,
        /// [`Settings::style`].
        style: f64,
        /// [`Settings::strength_step`].
        strength_step: f64,
    },
    /// The curvature is not that of a maximum.
    #[error("the posterior has no mode that can be found: {0}")]
    Mode(#[from] LinearError),
}

/// What is known of one parameter before any match: Gaussian about a number, or about another parameter.
#[derive(Clone, Copy, Debug)]
struct Prior {
    about: Option<usize>,
    mean: f64,
    variance: f64,
}

/// A match by its parameters.
#[derive(Clone, Copy, Debug)]
struct Game {
    strengths: [usize; 2],
    styles: [usize; 2],
    /// 1 if the first side is at home, else 0.
    at_home: f64,
    goals: [f64; 2],
    /// Log of the part of ninety minutes played.
    log_time: f64,
}

/// The posterior of strengths, styles, level and home effects given the scores of a history.
#[derive(Clone, Debug)]
pub struct Posterior {
    priors: Vec<Prior>,
    games: Vec<Game>,
    /// Of each team that plays: its number, and the place of its last strength among the parameters.
    last: Vec<(u32, usize)>,
    level: usize,
}

/// The mode of a posterior, and the Gaussian with its curvature.
#[derive(Clone, Debug)]
pub struct Mode {
    /// The most likely parameters.
    pub at: Vec<f64>,
    /// Standard deviation of each.
    pub sd: Vec<f64>,
    /// Log density there, up to the constant of [`Posterior::log_density`].
    pub log_density: f64,
    /// Newton steps taken.
    pub iterations: u32,
}

impl Posterior {
    /// The posterior given all matches of a history. Of the settings it uses `strength`, `strength_step` (for 0
    /// strengths never change), `style`, `level` and the two home effects.
    ///
    /// # Errors
    /// If the settings leave a prior without width.
    pub fn new(history: &History, settings: &Settings) -> Result<Self, PosteriorError> {
        let &Settings { strength, strength_step, style, .. } = settings;
        if !(strength > 0.0 && style > 0.0 && strength_step >= 0.0) {
            return Err(PosteriorError::Settings { strength, style, strength_step });
        }
        /// Where a team stands while its matches are counted: year, first day of it, place of its strength.
        type Standing = (f64, i32, usize);
        let year = |day: i32| if strength_step > 0.0 { (f64::from(day) / YEAR).floor() } else { 0.0 };
        let mut standing: Vec<Option<Standing>> = vec![None; history.teams().len()];
        let mut priors = Vec::new();
        let mut games = Vec::with_capacity(history.matches().len());
        for played in history.matches() {
            let teams = [played.home, played.away].map(|team| usize::try_from(team).unwrap_or(usize::MAX));
            for team in teams {
                let (about, variance) = match standing[team] {
                    Some((of, ..)) if of.total_cmp(&year(played.day)).is_eq() => continue,
                    Some((_, day, place)) => (Some(place), strength_step * years(day, played.day)),
                    None => (None, strength * strength),
                };
                standing[team] = Some((year(played.day), played.day, priors.len()));
                priors.push(Prior { about, mean: 0.0, variance });
            }
            games.push(Game {
                strengths: teams.map(|team| standing[team].map_or(0, |(.., place)| place)),
                styles: teams,
                at_home: f64::from(u8::from(!played.neutral)),
                goals: played.goals.map(f64::from),
                log_time: libm::log(f64::from(played.minutes) / 90.0),
            });
        }
        let last: Vec<(u32, usize)> =
            (0_u32..).zip(&standing).filter_map(|(team, at)| at.map(|(.., place)| (team, place))).collect();
        let mut style_of = vec![0; standing.len()];
        for &(team, _) in &last {
            style_of[usize::try_from(team).unwrap_or(usize::MAX)] = priors.len();
            priors.push(Prior { about: None, mean: 0.0, variance: style * style });
        }
        for game in &mut games {
            game.styles = game.styles.map(|team| style_of[team]);
        }
        let level = priors.len();
        let [of_level, of_home] = START;
        priors.push(Prior { about: None, mean: settings.level, variance: of_level });
        priors.push(Prior { about: None, mean: settings.home_attack, variance: of_home });
        priors.push(Prior { about: None, mean: settings.away_attack, variance: of_home });
        Ok(Self { priors, games, last, level })
    }

    /// Number of parameters.
    #[must_use]
    pub fn dimension(&self) -> usize {
        self.priors.len()
    }

    /// Of each team that plays: its number, and the place of its last strength among the parameters.
    #[must_use]
    pub fn last_strengths(&self) -> &[(u32, usize)] {
        &self.last
    }

    /// The parameters before any match.
    #[must_use]
    pub fn prior_means(&self) -> Vec<f64> {
        self.priors.iter().map(|prior| prior.mean).collect()
    }

    /// What the log rate of a side is made of: parameters and how often each counts.
    fn terms(&self, game: &Game, side: usize) -> [(usize, f64); 6] {
        let half = if side == 0 { 0.5 } else { -0.5 };
        [
            (game.strengths[0], half),
            (game.strengths[1], -half),
            (game.styles[0], 0.5),
            (game.styles[1], 0.5),
            (self.level, 1.0),
            (self.level + 1 + side, game.at_home),
        ]
    }

    /// The log density up to a constant. Its gradient is written to `gradient`; both must have one number for each
    /// parameter, else it is minus infinity.
    pub fn log_density(&self, at: &[f64], gradient: &mut [f64]) -> f64 {
        if at.len() != self.dimension() || gradient.len() != at.len() {
            return f64::NEG_INFINITY;
        }
        gradient.fill(0.0);
        let mut sum = 0.0;
        for (place, prior) in self.priors.iter().enumerate() {
            let off = at[place] - prior.about.map_or(prior.mean, |about| at[about]);
            sum -= off * off / (2.0 * prior.variance);
            gradient[place] -= off / prior.variance;
            if let Some(about) = prior.about {
                gradient[about] += off / prior.variance;
            }
        }
        for game in &self.games {
            for side in 0..2 {
                let terms = self.terms(game, side);
                let log_rate = game.log_time + terms.iter().map(|(place, by)| by * at[*place]).sum::<f64>();
                let rate = libm::exp(log_rate);
                sum += game.goals[side] * log_rate - rate;
                for (place, by) in terms {
                    gradient[place] += by * (game.goals[side] - rate);
                }
            }
        }
        sum
    }

    /// The negative Hessian of the log density, row after row.
    fn information(&self, at: &[f64]) -> Vec<f64> {
        let order = self.dimension();
        let mut matrix = vec![0.0; order * order];
        for (place, prior) in self.priors.iter().enumerate() {
            matrix[place * order + place] += 1.0 / prior.variance;
            if let Some(about) = prior.about {
                matrix[about * order + about] += 1.0 / prior.variance;
                matrix[place * order + about] -= 1.0 / prior.variance;
                matrix[about * order + place] -= 1.0 / prior.variance;
            }
        }
        for game in &self.games {
            for side in 0..2 {
                let terms = self.terms(game, side);
                let log_rate = game.log_time + terms.iter().map(|(place, by)| by * at[*place]).sum::<f64>();
                let rate = libm::exp(log_rate);
                for (one, by) in terms {
                    for (two, with) in terms {
                        matrix[one * order + two] += rate * by * with;
                    }
                }
            }
        }
        matrix
    }

    /// The mode, by Newton's method with halved steps, and the standard deviations of the Gaussian with its curvature
    /// (Laplace). The log density is concave, so there is one.
    ///
    /// # Errors
    /// If the curvature cannot be inverted.
    pub fn mode(&self) -> Result<Mode, PosteriorError> {
        let maximum = maximise(self.prior_means(), |at| {
            let mut gradient = vec![0.0; at.len()];
            let value = self.log_density(at, &mut gradient);
            Some(Evaluation { value, gradient, information: self.information(at) })
        })?;
        let Maximum { parameters: at, value: log_density, iterations, standard_errors: sd, .. } = maximum;
        Ok(Mode { at, sd, log_density, iterations })
    }
}

/// What the filter knows of each team's last strength after all matches of a history: mean and standard deviation, in
/// the order of [`Posterior::last_strengths`].
#[must_use]
pub fn by_filter(history: &History, settings: Settings, posterior: &Posterior) -> Vec<[f64; 2]> {
    let mut filter = Filter::of(restricted(settings), history);
    for played in history.matches() {
        filter.learn(played);
    }
    let known = |&(team, _): &(u32, usize)| {
        // No step is added for the days since the last match.
        let (mean, variance) = filter.joint(&[usize::try_from(team).unwrap_or(usize::MAX)], i32::MIN);
        [mean.first().copied().unwrap_or(0.0), variance.first().map_or(0.0, |variance| variance.max(0.0).sqrt())]
    };
    posterior.last_strengths().iter().map(known).collect()
}

#[cfg(test)]
mod tests;
