//! Newton's method for concave functions of a few parameters, as log-likelihoods of logit models are.

use crate::linear::{Cholesky, LinearError};

/// A function at a point.
pub(crate) struct Evaluation {
    /// Its value.
    pub value: f64,
    /// Its first derivatives.
    pub gradient: Vec<f64>,
    /// Its second derivatives with the sign turned, row after row: positive definite where the function is strictly
    /// concave.
    pub information: Vec<f64>,
}

/// Where the search ended.
pub(crate) struct Maximum {
    pub parameters: Vec<f64>,
    pub value: f64,
    /// Largest absolute first derivative.
    pub gradient_norm: f64,
    pub iterations: u32,
    /// Whether the last full step promised nothing more. If not, the function rises without end or is flat.
    pub converged: bool,
    /// Square roots of the diagonal of the inverse information.
    pub standard_errors: Vec<f64>,
}

/// Climbs from `start` by Newton steps, halved where they would lead down or out of the domain, where `function` is
/// `None`.
///
/// # Errors
/// If the information is not positive definite on the way: the data do not determine the parameters.
pub(crate) fn maximise(
    start: Vec<f64>,
    function: impl Fn(&[f64]) -> Option<Evaluation>,
) -> Result<Maximum, LinearError> {
    // A promise below this many nats is below the rounding of the sums behind it.
    const NOTHING: f64 = 1e-9;
    // Near the top the rise is lost in the rounding of the value.
    const ROUNDING: f64 = 1e-13;
    let order = start.len();
    let mut parameters = start;
    let mut here = function(&parameters).ok_or(LinearError::NotPositiveDefinite { row: 0 })?;
    let mut iterations = 0;
    let mut converged = false;
    while !converged && iterations < 100 {
        iterations += 1;
        let mut step = here.gradient.clone();
        Cholesky::new(order, here.information.clone())?.solve(&mut step);
        let promise: f64 = 0.5 * step.iter().zip(&here.gradient).map(|(step, slope)| step * slope).sum::<f64>();
        converged = promise < NOTHING;
        let mut length = 1.0;
        let next = loop {
            let trial: Vec<f64> = parameters.iter().zip(&step).map(|(at, step)| at + length * step).collect();
            let better = function(&trial).filter(|there| there.value >= here.value - ROUNDING * here.value.abs());
            if better.is_some() || length < 1e-6 {
                break better.map(|there| (trial, there));
            }
            length *= 0.5;
        };
        match next {
            Some((point, there)) => (parameters, here) = (point, there),
            None => break,
        }
    }
    let variances = Cholesky::new(order, here.information)?.inverse_diagonal();
    Ok(Maximum {
        value: here.value,
        gradient_norm: here.gradient.iter().fold(0.0, |norm: f64, slope| norm.max(slope.abs())),
        iterations,
        converged,
        standard_errors: variances.into_iter().map(f64::sqrt).collect(),
        parameters,
    })
}
