//! Estimating goal rates from what was scored: a Poisson model with piecewise constant hazard.

use super::parameters::{BANDS, Parameters, StandardErrors};
use super::state::Side;
use crate::linear::LinearError;
use crate::newton::{Evaluation, maximise};

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
    pub steps: u32,
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
        steps: u32,
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
    let maximum = maximise(start(spells), |estimates| Some(evaluate(spells, estimates))).map_err(|error| {
        let parameter = match error {
            LinearError::NotPositiveDefinite { row } => row,
            LinearError::Shape { .. } => 0,
        };
        FitError::Undetermined { parameter }
    })?;
    let (gradient, steps) = (maximum.gradient_norm, maximum.iterations);
    if !maximum.converged {
        return Err(FitError::Unsettled { steps, gradient });
    }
    Ok(Fit {
        estimates: maximum.parameters,
        errors: maximum.standard_errors,
        log_likelihood: maximum.value,
        gradient,
        steps,
    })
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

pub(super) fn evaluate(spells: &[Spell], estimates: &[f64]) -> Evaluation {
    let mut value = 0.0;
    let mut gradient = vec![0.0; FREE];
    let mut information = vec![0.0; FREE * FREE];
    for spell in spells {
        let design = design(spell);
        let log: f64 = libm::log(spell.rate) + design.iter().map(|(i, x)| estimates[*i] * x).sum::<f64>();
        let mean = spell.minutes * libm::exp(log);
        value += spell.goals * log - mean;
        for (i, x) in design.iter().filter(|(_, x)| *x != 0.0) {
            gradient[*i] += (spell.goals - mean) * x;
            for (j, y) in design.iter().filter(|(_, y)| *y != 0.0) {
                information[i * FREE + j] += mean * x * y;
            }
        }
    }
    Evaluation { value, gradient, information }
}
