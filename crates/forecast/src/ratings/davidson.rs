//! Davidson's model of ties (1970).

use super::map::Design;
use super::{FitReport, MapError, Observation};
use crate::newton::{Evaluation, maximise};
use libm::{exp, log};

/// Bradley and Terry's model with draws: home win, draw and away win are in proportion to e^(η/2), ν and e^(-η/2),
/// where η = slope · d + home · (1 if the first side is at home).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Davidson {
    /// ln ν: log odds of a draw against a win between equals, either side's.
    pub draw: f64,
    /// Log odds per unit of rating difference.
    pub slope: f64,
    /// Log odds of playing at home; 0 if all matches it was fitted on were alike in this.
    pub home: f64,
    /// Standard errors of draw, slope and home, from the inverse information.
    pub standard_errors: [f64; 3],
    /// How the fit went.
    pub report: FitReport,
}

impl Davidson {
    /// Maximum likelihood by Newton's method with the exact second derivative; the likelihood is concave.
    ///
    /// # Errors
    /// For observations that are none, and if they do not determine the map.
    pub fn fit(observations: &[Observation]) -> Result<Self, MapError> {
        let design = Design::new(observations)?;
        let mut start = vec![0.0, 1.0, 0.0];
        start.truncate(1 + design.covariates);
        let maximum = maximise(start, |parameters| Some(likelihood(&design, parameters)))
            .map_err(|_| MapError::Undetermined { matches: observations.len() })?;
        let report = design.report(&maximum)?;
        let place = |values: &[f64], place: usize| values.get(place).copied().unwrap_or(0.0);
        let (found, errors) = (&maximum.parameters, &maximum.standard_errors);
        Ok(Self {
            draw: found[0],
            slope: found[1] / design.scale,
            home: place(found, 2),
            standard_errors: [errors[0], errors[1] / design.scale, place(errors, 2)],
            report,
        })
    }

    /// Probabilities of home win, draw and away win.
    #[must_use]
    pub fn probabilities(&self, difference: f64, home: bool) -> [f64; 3] {
        let effect = self.slope * difference + if home { self.home } else { 0.0 };
        softmax([0.5 * effect, self.draw, -0.5 * effect]).0
    }
}

/// Probabilities in proportion to the exponentials, and the logarithm of the sum of those.
fn softmax(logs: [f64; 3]) -> ([f64; 3], f64) {
    let top = logs.iter().fold(f64::NEG_INFINITY, |top, &log| top.max(log));
    let weights = logs.map(|log| exp(log - top));
    let total: f64 = weights.iter().sum();
    (weights.map(|weight| weight / total), top + log(total))
}

/// The log-likelihood by (ln ν, coefficients...).
fn likelihood(design: &Design, parameters: &[f64]) -> Evaluation {
    let order = parameters.len();
    let mut evaluation = Evaluation { value: 0.0, gradient: vec![0.0; order], information: vec![0.0; order * order] };
    for (point, outcome) in &design.points {
        let half = 0.5 * design.effect(point, &parameters[1..]);
        let logs = [half, parameters[0], -half];
        let ([win, draw, loss], log_total) = softmax(logs);
        evaluation.value += logs[*outcome] - log_total;
        // The two sufficient statistics of a result: whether it is a draw, and 1/2, 0 or -1/2 times the covariates.
        let lean = 0.5 * (win - loss);
        let surplus = 0.5 * (1.0 - *outcome as f64) - lean;
        let (spread, mixed) = (0.25 * (win + loss) - lean * lean, -draw * lean);
        evaluation.gradient[0] += f64::from(u8::from(*outcome == 1)) - draw;
        evaluation.information[0] += draw * (1.0 - draw);
        for row in 1..order {
            let x = point[row - 1];
            evaluation.gradient[row] += x * surplus;
            evaluation.information[row * order] += x * mixed;
            for column in 1..=row {
                evaluation.information[row * order + column] += x * point[column - 1] * spread;
            }
        }
    }
    evaluation
}

#[cfg(test)]
pub(super) mod tests {
    use super::{Davidson, likelihood};
    use crate::newton::Evaluation;
    use crate::ratings::map::Design;
    use crate::ratings::map::tests::drawn;
    use crate::ratings::{FitReport, MapKind, ProbabilityMap};
    use proptest::prelude::*;

    /// First and second derivatives against central differences.
    pub(in super::super) fn check_derivatives(at: &[f64], function: impl Fn(&[f64]) -> Evaluation) {
        let order = at.len();
        let here = function(at);
        for row in 0..order {
            let step = 1e-5;
            let moved = |by: f64| {
                let mut there = at.to_vec();
                there[row] += by;
                function(&there)
            };
            let (ahead, behind) = (moved(step), moved(-step));
            let slope = (ahead.value - behind.value) / (2.0 * step);
            assert!((slope - here.gradient[row]).abs() < 1e-5 * (1.0 + slope.abs()), "{row}: {slope}");
            for column in 0..=row {
                let curve = -(ahead.gradient[column] - behind.gradient[column]) / (2.0 * step);
                let found = here.information[row * order + column];
                assert!((curve - found).abs() < 1e-4 * (1.0 + curve.abs()), "{row},{column}: {curve} {found}");
            }
        }
    }

    fn truth() -> Davidson {
        let report = FitReport { matches: 0, iterations: 0, converged: true, gradient_norm: 0.0, log_likelihood: 0.0 };
        Davidson { draw: -0.3, slope: 0.007, home: 0.5, standard_errors: [0.0; 3], report }
    }

    #[test]
    fn known_parameters_are_recovered_within_their_errors() {
        let observations = drawn(20_000, |d, home| truth().probabilities(d, home));
        let fit = Davidson::fit(&observations).unwrap();
        let truth = truth();
        let gaps = [fit.draw - truth.draw, fit.slope - truth.slope, fit.home - truth.home];
        for (gap, error) in gaps.into_iter().zip(fit.standard_errors) {
            assert!(gap.abs() < 3.5 * error && error > 0.0, "{fit:?}");
        }
        assert!(fit.report.converged && fit.report.gradient_norm < 1e-4, "{fit:?}");
        let other = ProbabilityMap::fit(MapKind::OrderedLogit, &observations).unwrap();
        let ProbabilityMap::OrderedLogit(other) = other else { panic!("{other:?}") };
        assert!(fit.report.log_likelihood > other.report.log_likelihood, "its own data prefer it");
    }

    proptest! {
        #[test]
        fn derivatives_are_those_of_the_likelihood(
            draw in -2.0_f64..2.0, slope in -3.0_f64..3.0, home in -1.0_f64..1.0,
        ) {
            let design = Design::new(&drawn(40, |_, _| [0.4, 0.3, 0.3])).unwrap();
            check_derivatives(&[draw, slope, home], |at| likelihood(&design, at));
        }
    }
}
