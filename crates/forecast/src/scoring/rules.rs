//! Scoring rules of one forecast. All are losses: lower is better.

use libm::log;

/// A forecast of home win, draw and away win, and what happened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Forecast3 {
    probabilities: [f64; 3],
    outcome: usize,
    exact: Option<f64>,
}

/// Why numbers are no forecast.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum ForecastError {
    /// The probabilities are no distribution.
    #[error("home, draw and away are {probabilities:?}; they must each be 0 to 1 and sum to 1")]
    Probabilities {
        /// What was given.
        probabilities: [f64; 3],
    },
    /// No such outcome.
    #[error("outcome {outcome}; it must be 0 (home win), 1 (draw) or 2 (away win)")]
    Outcome {
        /// What was given.
        outcome: usize,
    },
    /// The probability of the score is none.
    #[error("the score that happened had probability {exact}; it must be 0 to 1")]
    Exact {
        /// What was given.
        exact: f64,
    },
}

impl Forecast3 {
    /// Probabilities of home win, draw and away win; what happened (0, 1 or 2, see [`outcome`]); and the probability the
    /// forecast gave to the score that happened, if it forecasts scores.
    ///
    /// # Errors
    /// If a probability is not from 0 to 1, the three do not sum to one within 1e-6, or there is no such outcome.
    pub fn new(probabilities: [f64; 3], outcome: usize, exact: Option<f64>) -> Result<Self, ForecastError> {
        let valid = |p: f64| (0.0..=1.0).contains(&p);
        if !probabilities.iter().all(|&p| valid(p)) || (probabilities.iter().sum::<f64>() - 1.0).abs() > 1e-6 {
            return Err(ForecastError::Probabilities { probabilities });
        }
        if outcome > 2 {
            return Err(ForecastError::Outcome { outcome });
        }
        if let Some(exact) = exact.filter(|&exact| !valid(exact)) {
            return Err(ForecastError::Exact { exact });
        }
        Ok(Self { probabilities, outcome, exact })
    }

    /// Probabilities of home win, draw and away win.
    #[must_use]
    pub const fn probabilities(&self) -> [f64; 3] {
        self.probabilities
    }

    /// What happened: 0 home win, 1 draw, 2 away win.
    #[must_use]
    pub const fn outcome(&self) -> usize {
        self.outcome
    }

    /// The probability given to the score that happened.
    #[must_use]
    pub const fn exact(&self) -> Option<f64> {
        self.exact
    }
}

/// The outcome of a score: 0 home win, 1 draw, 2 away win.
#[must_use]
pub const fn outcome(goals: [u8; 2]) -> usize {
    let [home, away] = goals;
    if home > away {
        0
    } else if home == away {
        1
    } else {
        2
    }
}

/// The ranked probability score (Epstein 1969), of the order home win, draw, away win: half the sum of the squared
/// differences of the cumulative probabilities. From 0 to 1.
#[must_use]
pub fn ranked_probability_score(forecast: &Forecast3) -> f64 {
    let [home, _, away] = forecast.probabilities;
    let first = home - f64::from(u8::from(forecast.outcome == 0));
    let second = away - f64::from(u8::from(forecast.outcome == 2));
    0.5 * (first * first + second * second)
}

/// The log loss (Good 1952): the negative natural logarithm of the probability of what happened, in nats. Infinite if
/// that was zero.
#[must_use]
pub fn log_loss(forecast: &Forecast3) -> f64 {
    -log(forecast.probabilities[forecast.outcome])
}

/// The Brier score (1950): the sum of the three squared errors. From 0 to 2; of three equal probabilities 2/3.
#[must_use]
pub fn brier(forecast: &Forecast3) -> f64 {
    let error = |(place, p): (usize, &f64)| p - f64::from(u8::from(place == forecast.outcome));
    forecast.probabilities.iter().enumerate().map(error).map(|error| error * error).sum()
}

/// The log loss of the exact score, in nats; `None` for a forecast that gives scores no probabilities.
#[must_use]
pub fn exact_log_loss(forecast: &Forecast3) -> Option<f64> {
    forecast.exact.map(|exact| -log(exact))
}

/// Skill of a mean loss against that of a reference, such as base rates: 1 is perfect, 0 no better than the reference,
/// below 0 worse. No number if the reference lost nothing.
#[must_use]
pub fn skill(loss: f64, reference: f64) -> f64 {
    1.0 - loss / reference
}

#[cfg(test)]
mod tests {
    use super::{Forecast3, brier, exact_log_loss, log_loss, outcome, ranked_probability_score, skill};
    use proptest::prelude::*;

    fn forecast(probabilities: [f64; 3], outcome: usize) -> Forecast3 {
        Forecast3::new(probabilities, outcome, None).unwrap()
    }

    #[test]
    fn a_uniform_forecast_scores_what_it_must() {
        let third = [1.0 / 3.0; 3];
        for happened in 0..3 {
            assert!((brier(&forecast(third, happened)) - 2.0 / 3.0).abs() < 1e-15);
            assert!((log_loss(&forecast(third, happened)) - 1.098_612_288_668_109_8).abs() < 1e-15);
        }
        // Half of (2/3)^2 + (1/3)^2 at the ends, half of (1/3)^2 + (1/3)^2 in the middle.
        for (happened, score) in [5.0 / 18.0, 1.0 / 9.0, 5.0 / 18.0].into_iter().enumerate() {
            assert!((ranked_probability_score(&forecast(third, happened)) - score).abs() < 1e-15);
        }
    }

    /// The five cases of Constantinou & Fenton (2012), Table 2: the ranked probability score prefers the forecast that
    /// errs less far.
    #[test]
    fn published_ranked_probability_scores() {
        let check = |probabilities, happened, score: f64| {
            let found = ranked_probability_score(&forecast(probabilities, happened));
            assert!((found - score).abs() < 1e-12, "{found} {score}");
        };
        check([1.0, 0.0, 0.0], 0, 0.0);
        check([0.9, 0.1, 0.0], 0, 0.005);
        check([0.8, 0.1, 0.1], 0, 0.025);
        check([0.5, 0.25, 0.25], 0, 0.15625);
        check([0.35, 0.3, 0.35], 1, 0.1225);
        check([0.6, 0.3, 0.1], 1, 0.185);
        check([0.6, 0.25, 0.15], 0, 0.09125);
        check([0.6, 0.15, 0.25], 0, 0.11125);
        check([0.57, 0.33, 0.1], 0, 0.09745);
        check([0.6, 0.2, 0.2], 0, 0.1);
    }

    #[test]
    fn impossible_things_that_happened_cost_everything_and_bad_numbers_are_told() {
        assert!(log_loss(&forecast([0.0, 0.5, 0.5], 0)).is_infinite());
        assert_eq!(log_loss(&forecast([1.0, 0.0, 0.0], 0)), 0.0);
        let exact = Forecast3::new([0.5, 0.3, 0.2], 0, Some(0.1)).unwrap();
        assert!((exact_log_loss(&exact).unwrap() - libm::log(10.0)).abs() < 1e-15);
        assert!(Forecast3::new([0.5, 0.3, 0.3], 0, None).is_err());
        assert!(Forecast3::new([f64::NAN, 0.5, 0.5], 0, None).is_err());
        assert!(Forecast3::new([1.2, -0.2, 0.0], 0, None).is_err());
        assert!(Forecast3::new([0.5, 0.3, 0.2], 3, None).is_err());
        assert!(Forecast3::new([0.5, 0.3, 0.2], 0, Some(1.5)).is_err());
        assert_eq!([[2, 1], [0, 0], [0, 3]].map(outcome), [0, 1, 2]);
        assert!((skill(0.15, 0.2) - 0.25).abs() < 1e-15);
    }

    proptest! {
        /// All three rules are proper: on average nothing beats the truth.
        #[test]
        fn the_truth_scores_best(a in 0.01_f64..1.0, b in 0.01_f64..1.0, c in 0.01_f64..1.0,
                                 x in 0.01_f64..1.0, y in 0.01_f64..1.0, z in 0.01_f64..1.0) {
            let normal = |[a, b, c]: [f64; 3]| [a, b, c].map(|p| p / (a + b + c));
            let (truth, other) = (normal([a, b, c]), normal([x, y, z]));
            for rule in [ranked_probability_score, log_loss, brier] {
                let expected = |p| (0..3).map(|happened| truth[happened] * rule(&forecast(p, happened))).sum::<f64>();
                prop_assert!(expected(truth) <= expected(other) + 1e-12);
            }
        }
    }
}
