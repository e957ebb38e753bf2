//! A number with its interval.

/// An estimate with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// Mean of the posterior.
    pub mean: f64,
    /// Lower end of the central 95 %.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Estimate {
    /// Whether `value` lies outside the interval.
    #[must_use]
    pub fn excludes(&self, value: f64) -> bool {
        value < self.low || value > self.high
    }

    /// Of values with weights, which need not sum to one. No number where nothing has weight.
    #[must_use]
    pub fn weighted(mut values: Vec<(f64, f64)>) -> Self {
        values.sort_by(|one, two| one.0.total_cmp(&two.0));
        Self::sorted(&values)
    }

    /// Of ascending values with weights: quantiles are linear between values, each standing at the middle of its weight.
    pub(super) fn sorted(values: &[(f64, f64)]) -> Self {
        let total: f64 = values.iter().map(|&(_, weight)| weight).sum();
        let mean = values.iter().map(|&(value, weight)| value * weight).sum::<f64>() / total;
        let quantile = |level: f64| {
            let target = level * total;
            let (mut sum, mut before): (f64, Option<(f64, f64)>) = (0.0, None);
            for &(value, weight) in values.iter().filter(|(_, weight)| *weight > 0.0) {
                let middle = sum + 0.5 * weight;
                if middle >= target {
                    return before.map_or(value, |(at, of)| of + (value - of) * (target - at) / (middle - at));
                }
                sum += weight;
                before = Some((middle, value));
            }
            before.map_or(f64::NAN, |(_, value)| value)
        };
        Self { mean, low: quantile(0.025), high: quantile(0.975) }
    }

    /// Of draws, all alike.
    #[must_use]
    pub fn of_draws(draws: &[f64]) -> Self {
        Self::weighted(draws.iter().map(|&value| (value, 1.0)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_lie_between_values() {
        let estimate = Estimate::of_draws(&(1..=1000).rev().map(f64::from).collect::<Vec<_>>());
        assert!((estimate.mean - 500.5).abs() < 1e-9);
        assert!((estimate.low - 25.5).abs() < 1e-9 && (estimate.high - 975.5).abs() < 1e-9, "{estimate:?}");
        let point = Estimate::of_draws(&[0.3]);
        assert_eq!((point.low, point.high), (0.3, 0.3));
        assert!(Estimate::of_draws(&[]).low.is_nan());
    }
}
