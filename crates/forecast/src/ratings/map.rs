//! From the difference of two ratings to probabilities.

use super::{Davidson, OrderedLogit};
use crate::newton::Maximum;

/// A past match, for fitting a map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observation {
    /// Rating of the side listed first less that of the other, before the match.
    pub difference: f64,
    /// Whether the side listed first was at home; `false` on neutral ground.
    pub home: bool,
    /// What happened: 0 the first side won, 1 draw, 2 the other won.
    pub outcome: usize,
}

/// The kinds of maps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MapKind {
    /// See [`OrderedLogit`].
    OrderedLogit,
    /// See [`Davidson`].
    Davidson,
    /// See [`BaseRates`].
    BaseRates,
}

/// A fitted map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ProbabilityMap {
    /// An ordered logit.
    OrderedLogit(OrderedLogit),
    /// Davidson's model.
    Davidson(Davidson),
    /// Frequencies.
    BaseRates(BaseRates),
}

/// How a fit went.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FitReport {
    /// How many matches it is from.
    pub matches: usize,
    /// Newton steps.
    pub iterations: u32,
    /// Whether the maximum was reached; if not, do not use the fit.
    pub converged: bool,
    /// Largest absolute first derivative of the log-likelihood, differences in units of their root mean square.
    pub gradient_norm: f64,
    /// Log-likelihood in nats.
    pub log_likelihood: f64,
}

/// Why there is no map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MapError {
    /// An outcome is no outcome, or a difference is no finite number.
    #[error("observation {index}: the difference must be finite and the outcome 0, 1 or 2")]
    Observation {
        /// Its place, from 0.
        index: usize,
    },
    /// One of the three outcomes never happened.
    #[error("outcome {outcome} (0 home win, 1 draw, 2 away win) never happened in {matches} matches; use more matches")]
    Missing {
        /// The outcome.
        outcome: usize,
        /// How many matches there are.
        matches: usize,
    },
    /// The matches do not determine the map.
    #[error("{matches} matches do not determine the map: all differences are equal, or the ratings tell every outcome")]
    Undetermined {
        /// How many matches there are.
        matches: usize,
    },
}

impl ProbabilityMap {
    /// The map of a kind that makes the observations likeliest.
    ///
    /// # Errors
    /// For observations that are none, and if they do not determine the map.
    pub fn fit(kind: MapKind, observations: &[Observation]) -> Result<Self, MapError> {
        match kind {
            MapKind::OrderedLogit => OrderedLogit::fit(observations).map(Self::OrderedLogit),
            MapKind::Davidson => Davidson::fit(observations).map(Self::Davidson),
            MapKind::BaseRates => BaseRates::fit(observations).map(Self::BaseRates),
        }
    }

    /// Probabilities of home win, draw and away win, for a rating difference and whether the first side is at home.
    #[must_use]
    pub fn probabilities(&self, difference: f64, home: bool) -> [f64; 3] {
        match self {
            Self::OrderedLogit(map) => map.probabilities(difference, home),
            Self::Davidson(map) => map.probabilities(difference, home),
            Self::BaseRates(map) => map.probabilities(home),
        }
    }
}

/// Past frequencies, at home and on neutral ground, whatever the ratings: the reference for skill.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BaseRates {
    /// Frequencies of the three outcomes with the first side at home.
    pub home: [f64; 3],
    /// The same on neutral ground.
    pub neutral: [f64; 3],
}

impl BaseRates {
    /// Frequencies, each outcome counted once more than it happened, so that none is impossible.
    ///
    /// # Errors
    /// For observations that are none.
    pub fn fit(observations: &[Observation]) -> Result<Self, MapError> {
        let mut counts = [[1.0; 3]; 2];
        for (index, observation) in observations.iter().enumerate() {
            let count = counts[usize::from(observation.home)].get_mut(observation.outcome);
            *count.ok_or(MapError::Observation { index })? += 1.0;
        }
        let [neutral, home] = counts.map(|counts| counts.map(|count| count / counts.iter().sum::<f64>()));
        Ok(Self { home, neutral })
    }

    /// Probabilities of home win, draw and away win.
    #[must_use]
    pub const fn probabilities(&self, home: bool) -> [f64; 3] {
        if home { self.home } else { self.neutral }
    }
}

/// Observations ready for Newton: the difference in units of its root mean square, then the home flag if it varies.
pub(super) struct Design {
    /// The unit.
    pub scale: f64,
    /// How many of the two covariates are fitted.
    pub covariates: usize,
    pub points: Vec<([f64; 2], usize)>,
}

impl Design {
    pub(super) fn new(observations: &[Observation]) -> Result<Self, MapError> {
        let matches = observations.len();
        let valid = |seen: &Observation| seen.difference.is_finite() && seen.outcome <= 2;
        if let Some(index) = observations.iter().position(|seen| !valid(seen)) {
            return Err(MapError::Observation { index });
        }
        if let Some(outcome) = (0..3).find(|outcome| observations.iter().all(|seen| seen.outcome != *outcome)) {
            return Err(MapError::Missing { outcome, matches });
        }
        let square: f64 = observations.iter().map(|seen| seen.difference * seen.difference).sum();
        let scale = (square / matches as f64).sqrt();
        if !(scale > 0.0 && scale.is_finite()) {
            return Err(MapError::Undetermined { matches });
        }
        let varies = observations.iter().any(|seen| seen.home != observations[0].home);
        let point =
            |seen: &Observation| ([seen.difference / scale, f64::from(u8::from(seen.home && varies))], seen.outcome);
        Ok(Self { scale, covariates: 1 + usize::from(varies), points: observations.iter().map(point).collect() })
    }

    /// The report of a maximum.
    ///
    /// # Errors
    /// If it is none.
    pub(super) fn report(&self, maximum: &Maximum) -> Result<FitReport, MapError> {
        let matches = self.points.len();
        // Where the likelihood rises without end, the search stops far out, on a plain where nothing is certain.
        let certain = maximum.standard_errors.iter().all(|error| *error < 1e3);
        if !maximum.converged || !certain {
            return Err(MapError::Undetermined { matches });
        }
        Ok(FitReport {
            matches,
            iterations: maximum.iterations,
            converged: maximum.converged,
            gradient_norm: maximum.gradient_norm,
            log_likelihood: maximum.value,
        })
    }

    /// The linear part of a point.
    pub(super) fn effect(&self, point: &[f64; 2], coefficients: &[f64]) -> f64 {
        point.iter().zip(coefficients).map(|(x, coefficient)| x * coefficient).sum()
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::{BaseRates, MapError, MapKind, Observation, ProbabilityMap};
    use crate::random::Stream;

    /// Matches drawn from a map: differences normal with a standard deviation of 200, three of four at home.
    pub(in super::super) fn drawn(matches: usize, probabilities: impl Fn(f64, bool) -> [f64; 3]) -> Vec<Observation> {
        let mut stream = Stream::new(21, 0, 0, 0);
        let mut observations = Vec::new();
        for place in 0..matches {
            let (difference, home) = (200.0 * stream.normal(), place % 4 != 0);
            let outcome = stream.categorical(&probabilities(difference, home)).unwrap();
            observations.push(Observation { difference, home, outcome });
        }
        observations
    }

    #[test]
    fn what_determines_no_map_is_told() {
        let seen = |difference, outcome| Observation { difference, home: true, outcome };
        for kind in [MapKind::OrderedLogit, MapKind::Davidson] {
            let fit = |seen: &[Observation]| ProbabilityMap::fit(kind, seen).unwrap_err();
            assert_eq!(fit(&[seen(f64::NAN, 0)]), MapError::Observation { index: 0 });
            assert_eq!(fit(&[seen(1.0, 0), seen(1.0, 3)]), MapError::Observation { index: 1 });
            assert_eq!(fit(&[]), MapError::Missing { outcome: 0, matches: 0 });
            assert_eq!(fit(&[seen(1.0, 0), seen(1.0, 2)]), MapError::Missing { outcome: 1, matches: 2 });
            let equal = [seen(0.0, 0), seen(0.0, 1), seen(0.0, 2)];
            assert_eq!(fit(&equal), MapError::Undetermined { matches: 3 });
            let separated = [seen(1.0, 0), seen(0.0, 1), seen(-1.0, 2)];
            assert_eq!(fit(&separated), MapError::Undetermined { matches: 3 });
        }
    }

    #[test]
    fn base_rates_are_frequencies() {
        let seen = |home, outcome| Observation { difference: 0.0, home, outcome };
        let rates = BaseRates::fit(&[seen(true, 0), seen(true, 0), seen(true, 2)]).unwrap();
        assert_eq!(rates.probabilities(true), [0.5, 1.0 / 6.0, 2.0 / 6.0]);
        assert_eq!(rates.probabilities(false), [1.0 / 3.0; 3]);
        assert_eq!(BaseRates::fit(&[seen(true, 3)]), Err(MapError::Observation { index: 0 }));
    }
}
