//! The ordered logit (McCullagh 1980).

use super::map::Design;
use super::{FitReport, MapError, Observation};
use crate::newton::{Evaluation, maximise};
use libm::{exp, expm1, log, log1p};

/// Away win, draw and home win are ranges of one logistic strength, shifted by the rating difference d:
/// P(away) = Λ(a - η) and P(home) = Λ(η - b), where η = slope · d + home · (1 if the first side is at home) and a < b.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OrderedLogit {
    /// a, below which the away side wins; b, above which the home side does.
    pub cuts: [f64; 2],
    /// Log odds per unit of rating difference.
    pub slope: f64,
    /// Log odds of playing at home; 0 if all matches it was fitted on were alike in this.
    pub home: f64,
    /// Standard errors of a, b, slope and home, from the inverse information.
    pub standard_errors: [f64; 4],
    /// How the fit went.
    pub report: FitReport,
}

impl OrderedLogit {
    /// Maximum likelihood by Newton's method with the exact second derivative; the likelihood is concave (Pratt 1981).
    ///
    /// # Errors
    /// For observations that are none, and if they do not determine the map.
    pub fn fit(observations: &[Observation]) -> Result<Self, MapError> {
        let design = Design::new(observations)?;
        let mut start = vec![-0.7, 0.7, 1.0, 0.0];
        start.truncate(2 + design.covariates);
        let maximum = maximise(start, |parameters| likelihood(&design, parameters))
            .map_err(|_| MapError::Undetermined { matches: observations.len() })?;
        let report = design.report(&maximum)?;
        let place = |values: &[f64], place: usize| values.get(place).copied().unwrap_or(0.0);
        let (found, errors) = (&maximum.parameters, &maximum.standard_errors);
        Ok(Self {
            cuts: [found[0], found[1]],
            slope: found[2] / design.scale,
            home: place(found, 3),
            standard_errors: [errors[0], errors[1], errors[2] / design.scale, place(errors, 3)],
            report,
        })
    }

    /// Probabilities of home win, draw and away win.
    #[must_use]
    pub fn probabilities(&self, difference: f64, home: bool) -> [f64; 3] {
        let effect = self.slope * difference + if home { self.home } else { 0.0 };
        let [away, not_home] = self.cuts.map(|cut| cut - effect);
        let (away_win, home_win) = (logistic(away), logistic(-not_home));
        [home_win, (1.0 - home_win - away_win).max(0.0), away_win]
    }
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + exp(-x))
}

/// ln Λ(x), without overflow.
fn log_logistic(x: f64) -> f64 {
    x.min(0.0) - log1p(exp(-x.abs()))
}

/// The log-likelihood by (a, b, coefficients...). `None` where the cuts are out of order.
fn likelihood(design: &Design, parameters: &[f64]) -> Option<Evaluation> {
    let order = parameters.len();
    let (cuts, coefficients) = parameters.split_at(2);
    let width = cuts[1] - cuts[0];
    if width.is_nan() || width <= 0.0 {
        return None;
    }
    // ln(Λ(b) - Λ(a)) = ln Λ(b) + ln Λ(-a) + ln(1 - e^-(b - a)): the last term is the same for every draw.
    let log_gap = log(-expm1(-width));
    let gap_slope = 1.0 / expm1(width);
    let gap_curve = gap_slope * (1.0 + gap_slope);
    let mut value = 0.0;
    let mut gradient = vec![0.0; order];
    let mut information = vec![0.0; order * order];
    for (point, outcome) in &design.points {
        let effect = design.effect(point, coefficients);
        let (a, b) = (cuts[0] - effect, cuts[1] - effect);
        let (below, above) = (logistic(a), logistic(-b));
        // First derivatives by a and b, and second derivatives with the sign turned: by a, by both, by b.
        let (term, first, second) = match outcome {
            2 => (log_logistic(a), [1.0 - below, 0.0], [below * (1.0 - below), 0.0, 0.0]),
            0 => (log_logistic(-b), [0.0, above - 1.0], [0.0, 0.0, above * (1.0 - above)]),
            _ => (
                log_logistic(b) + log_logistic(-a) + log_gap,
                [-below - gap_slope, above + gap_slope],
                [below * (1.0 - below) + gap_curve, -gap_curve, above * (1.0 - above) + gap_curve],
            ),
        };
        value += term;
        let [by_a, by_both, by_b] = second;
        for (gradient, first) in gradient.iter_mut().zip(first) {
            *gradient += first;
        }
        information[0] += by_a;
        information[order] += by_both;
        information[order + 1] += by_b;
        for row in 2..order {
            let x = point[row - 2];
            gradient[row] -= x * (first[0] + first[1]);
            information[row * order] -= x * (by_a + by_both);
            information[row * order + 1] -= x * (by_both + by_b);
            for column in 2..=row {
                information[row * order + column] += x * point[column - 2] * (by_a + 2.0 * by_both + by_b);
            }
        }
    }
    Some(Evaluation { value, gradient, information })
}

#[cfg(test)]
mod tests {
    use super::{OrderedLogit, likelihood};
    use crate::ratings::map::Design;
    use crate::ratings::map::tests::drawn;
    use crate::ratings::{FitReport, Observation};
    use proptest::prelude::*;

    fn truth() -> OrderedLogit {
        let report = FitReport { matches: 0, iterations: 0, converged: true, gradient_norm: 0.0, log_likelihood: 0.0 };
        OrderedLogit { cuts: [-0.6, 0.5], slope: 0.006, home: 0.45, standard_errors: [0.0; 4], report }
    }

    #[test]
    fn known_parameters_are_recovered_within_their_errors() {
        let fit = OrderedLogit::fit(&drawn(20_000, |d, home| truth().probabilities(d, home))).unwrap();
        let truth = truth();
        let gaps =
            [fit.cuts[0] - truth.cuts[0], fit.cuts[1] - truth.cuts[1], fit.slope - truth.slope, fit.home - truth.home];
        for (gap, error) in gaps.into_iter().zip(fit.standard_errors) {
            assert!(gap.abs() < 3.5 * error && error > 0.0, "{fit:?}");
        }
        assert!((0.02..0.05).contains(&fit.standard_errors[0]), "{fit:?}");
        assert!(fit.report.converged && fit.report.gradient_norm < 1e-4 && fit.report.iterations < 10, "{fit:?}");
    }

    #[test]
    fn a_flag_that_never_varies_is_left_out() {
        let observations: Vec<Observation> = drawn(2000, |d, home| truth().probabilities(d, home))
            .into_iter()
            .map(|seen| Observation { home: true, ..seen })
            .collect();
        let fit = OrderedLogit::fit(&observations).unwrap();
        assert_eq!((fit.home, fit.standard_errors[3]), (0.0, 0.0));
    }

    proptest! {
        #[test]
        fn derivatives_are_those_of_the_likelihood(
            a in -2.0_f64..0.5, width in 0.05_f64..3.0, slope in -2.0_f64..2.0, home in -1.0_f64..1.0,
        ) {
            let design = Design::new(&drawn(40, |_, _| [0.4, 0.3, 0.3])).unwrap();
            let at = [a, a + width, slope, home];
            crate::ratings::davidson::tests::check_derivatives(&at, |at| likelihood(&design, at).unwrap());
        }

        #[test]
        fn probabilities_are_a_distribution_that_grows_with_the_difference(d in -3000.0_f64..3000.0, home in any::<bool>()) {
            let [win, draw, loss] = truth().probabilities(d, home);
            prop_assert!((win + draw + loss - 1.0).abs() < 1e-12 && win >= 0.0 && draw >= 0.0 && loss >= 0.0);
            prop_assert!(truth().probabilities(d + 1.0, home)[0] >= win);
        }
    }
}
