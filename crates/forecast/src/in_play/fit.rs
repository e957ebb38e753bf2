//! Estimating goal rates from what was scored: a Poisson model with piecewise constant hazard.

use super::parameters::{BANDS, Parameters, StandardErrors};
use super::state::Side;

/// Number of free parameters: bands, added time of both halves, four leads other than level for each side, two for men.
pub const FREE: usize = BANDS + 2 + 8 + 2;

/// Play with nothing changing, from the view of one side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spell {
    /// Whether the side was at home.
    pub side: Side,
    /// Five-minute band 0 to 17, 18 for added time of the first half, 19 of the second.
    pub band: u8,
    /// The side's lead.
    pub lead: i8,
    /// Men the side and its opponents were short.
    pub short: [u8; 2],
    /// Goals the side was expected to score in the match, known before it.
    pub rate: f64,
    /// Minutes; in added time of unknown length the expected ones ([`super::AddedTimeFit::played`]).
    pub minutes: f64,
    /// Goals the side scored in them.
    pub goals: f64,
}

/// Estimates, and how the search for them ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// Estimates in the order of [`FREE`].
    pub estimates: Vec<f64>,
    /// Their standard errors, from the inverse of the Hessian.
    pub errors: Vec<f64>,
    /// Log likelihood at the estimates, up to what does not depend on them.
    pub log_likelihood: f64,
    /// Largest absolute derivative there.
    pub gradient: f64,
    /// Newton steps taken.
    pub steps: usize,
}

/// Why nothing was estimated.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum FitError {
    /// A spell is out of range.
    #[error("spell {index}: {what}")]
    Spell {
        /// Its place, from 0.
        index: usize,
        /// What is wrong and what is expected.
        what: &'static str,
    },
    /// The data do not determine a parameter.
    #[error(
        "parameter {parameter} is not determined by the data: no play, or no goal, in that state; give more matches"
    )]
    Undetermined {
        /// Its place in the order of [`FREE`].
        parameter: usize,
    },
    /// The search did not settle.
    #[error("not settled after {steps} steps: largest derivative {gradient}")]
    Unsettled {
        /// Steps taken.
        steps: usize,
        /// Largest absolute derivative.
        gradient: f64,
    },
}

/// Maximises the likelihood, which [`super`] writes out, by Newton steps with exact derivatives.
///
/// # Errors
/// If a spell is out of range, or a parameter is not determined.
pub fn fit(spells: &[Spell]) -> Result<Fit, FitError> {
    check(spells)?;
    let mut estimates = start(spells);
    let mut now = evaluate(spells, &estimates);
    for steps in 1..=50 {
        let factor = cholesky(&now.hessian).map_err(|parameter| FitError::Undetermined { parameter })?;
        let direction = solve(&factor, &now.gradient);
        let mut length = 1.0;
        let mut next;
        loop {
            let trial: Vec<f64> = estimates.iter().zip(&direction).map(|(x, step)| x + length * step).collect();
            next = evaluate(spells, &trial);
            if next.value >= now.value - 1e-9 * now.value.abs() || length < 1e-6 {
                estimates = trial;
                break;
            }
            length /= 2.0;
        }
        now = next;
        let gradient = now.gradient.iter().fold(0.0, |largest: f64, value| largest.max(value.abs()));
        if gradient < 1e-6 {
            let factor = cholesky(&now.hessian).map_err(|parameter| FitError::Undetermined { parameter })?;
            let errors = (0..FREE).map(|i| inverse_diagonal(&factor, i).sqrt()).collect();
            return Ok(Fit { estimates, errors, log_likelihood: now.value, gradient, steps });
        }
    }
    let gradient = now.gradient.iter().fold(0.0, |largest: f64, value| largest.max(value.abs()));
    Err(FitError::Unsettled { steps: 50, gradient })
}

impl Fit {
    /// Puts the estimates into parameters, the level of the profile taken out.
    #[must_use]
    pub fn apply(&self, to: &Parameters) -> Parameters {
        let mean = self.estimates[..BANDS].iter().map(|log| libm::exp(*log)).sum::<f64>() / BANDS as f64;
        let level = libm::log(mean);
        let take = |values: &[f64]| -> ([f64; BANDS], [f64; 2], [[f64; 5]; 2], [f64; 2]) {
            let at = |i: usize| values[i];
            let score = |side: usize| {
                let first = BANDS + 2 + 4 * side;
                [at(first), at(first + 1), 0.0, at(first + 2), at(first + 3)]
            };
            (
                std::array::from_fn(at),
                [at(BANDS), at(BANDS + 1)],
                [score(0), score(1)],
                [at(BANDS + 10), at(BANDS + 11)],
            )
        };
        let (profile, stoppage, score, men) = take(&self.estimates);
        let errors = take(&self.errors);
        Parameters {
            profile: profile.map(|log| log - level),
            stoppage: stoppage.map(|log| log - level),
            score,
            own_man: men[0],
            other_man: men[1],
            errors: StandardErrors {
                profile: errors.0,
                stoppage: errors.1,
                score: errors.2,
                own_man: errors.3[0],
                other_man: errors.3[1],
                ..to.errors.clone()
            },
            ..to.clone()
        }
    }
}

fn check(spells: &[Spell]) -> Result<(), FitError> {
    for (index, spell) in spells.iter().enumerate() {
        let wrong = |what| Err(FitError::Spell { index, what });
        if usize::from(spell.band) >= BANDS + 2 {
            return wrong("band out of range: expected 0 to 19");
        }
        if !(spell.rate > 0.0 && spell.rate.is_finite()) {
            return wrong("expected a positive goal rate");
        }
        if !(spell.minutes >= 0.0 && spell.minutes.is_finite() && spell.goals >= 0.0 && spell.goals.is_finite()) {
            return wrong("expected minutes and goals not below zero");
        }
        if spell.goals > 0.0 && spell.minutes == 0.0 {
            return wrong("goals in no time: expected minutes above zero");
        }
    }
    Ok(())
}

/// The parameters a spell depends on, with the coefficient of each.
fn design(spell: &Spell) -> [(usize, f64); 4] {
    let lead = match spell.lead {
        ..=-2 => Some(0),
        -1 => Some(1),
        0 => None,
        1 => Some(2),
        2.. => Some(3),
    };
    let score = lead.map_or((0, 0.0), |class| (BANDS + 2 + 4 * spell.side.index() + class, 1.0));
    [
        (usize::from(spell.band), 1.0),
        score,
        (BANDS + 10, f64::from(spell.short[0])),
        (BANDS + 11, f64::from(spell.short[1])),
    ]
}

fn start(spells: &[Spell]) -> Vec<f64> {
    let goals: f64 = spells.iter().map(|spell| spell.goals).sum();
    let expected: f64 = spells.iter().map(|spell| spell.rate * spell.minutes).sum();
    let level = if goals > 0.0 && expected > 0.0 { libm::log(goals / expected) } else { 0.0 };
    (0..FREE).map(|i| if i < BANDS + 2 { level } else { 0.0 }).collect()
}

pub(super) struct Evaluation {
    pub(super) value: f64,
    pub(super) gradient: Vec<f64>,
    /// Of the negative log likelihood.
    pub(super) hessian: Vec<[f64; FREE]>,
}

pub(super) fn evaluate(spells: &[Spell], estimates: &[f64]) -> Evaluation {
    let mut value = 0.0;
    let mut gradient = vec![0.0; FREE];
    let mut hessian = vec![[0.0; FREE]; FREE];
    for spell in spells {
        let design = design(spell);
        let log: f64 = libm::log(spell.rate) + design.iter().map(|(i, x)| estimates[*i] * x).sum::<f64>();
        let mean = spell.minutes * libm::exp(log);
        value += spell.goals * log - mean;
        for (i, x) in design.iter().filter(|(_, x)| *x != 0.0) {
            gradient[*i] += (spell.goals - mean) * x;
            for (j, y) in design.iter().filter(|(_, y)| *y != 0.0) {
                hessian[*i][*j] += mean * x * y;
            }
        }
    }
    Evaluation { value, gradient, hessian }
}

/// Lower triangle with its transpose's product the matrix, or the first parameter it fails at.
fn cholesky(matrix: &[[f64; FREE]]) -> Result<Vec<[f64; FREE]>, usize> {
    let mut factor = vec![[0.0; FREE]; FREE];
    for i in 0..FREE {
        for j in 0..=i {
            let dot: f64 = (0..j).map(|k| factor[i][k] * factor[j][k]).sum();
            let rest = matrix[i][j] - dot;
            if i == j {
                if rest <= 1e-9 * matrix[i][i].max(1e-3) {
                    return Err(i);
                }
                factor[i][i] = rest.sqrt();
            } else {
                factor[i][j] = rest / factor[j][j];
            }
        }
    }
    Ok(factor)
}

fn solve(factor: &[[f64; FREE]], right: &[f64]) -> Vec<f64> {
    let mut x = right.to_vec();
    for i in 0..FREE {
        let dot: f64 = (0..i).map(|k| factor[i][k] * x[k]).sum();
        x[i] = (x[i] - dot) / factor[i][i];
    }
    for i in (0..FREE).rev() {
        let dot: f64 = (i + 1..FREE).map(|k| factor[k][i] * x[k]).sum();
        x[i] = (x[i] - dot) / factor[i][i];
    }
    x
}

fn inverse_diagonal(factor: &[[f64; FREE]], i: usize) -> f64 {
    let mut unit = vec![0.0; FREE];
    unit[i] = 1.0;
    solve(factor, &unit)[i]
}
