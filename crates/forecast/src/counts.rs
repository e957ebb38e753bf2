//! Chances of 0, 1, 2 … goals, by recurrence.

/// Poisson: chances of 0 to `length - 1` goals at a rate of at least 0.
#[must_use]
pub fn poisson(rate: f64, length: usize) -> Vec<f64> {
    let mut chances = vec![0.0; length];
    fill_poisson(rate, &mut chances);
    chances
}

/// Poisson chances of 0, 1, 2 … goals, into a slice.
pub(crate) fn fill_poisson(rate: f64, chances: &mut [f64]) {
    let mut chance = libm::exp(-rate);
    let mut goals = 0.0;
    for slot in chances {
        *slot = chance;
        goals += 1.0;
        chance *= rate / goals;
    }
}

/// Negative binomial: chances of 0, 1, 2 … goals with the given mean and size (variance = mean + mean² / size), into a
/// slice. Poisson for an infinite size.
pub(crate) fn fill_negative_binomial(mean: f64, size: f64, chances: &mut [f64]) {
    if size > 1e9 {
        return fill_poisson(mean, chances);
    }
    let q = mean / (size + mean);
    let mut chance = libm::exp(-size * libm::log1p(mean / size));
    let mut goals = 0.0;
    for slot in chances {
        *slot = chance;
        chance *= q * (size + goals) / (goals + 1.0);
        goals += 1.0;
    }
}

/// How many goals a grid must reach so that less than about 1e-9 lies beyond, for a rate whose logarithm has the given
/// variance. At least 11 (0 to 10 goals), at most 120.
#[must_use]
pub(crate) fn reach(rate: f64, log_variance: f64) -> usize {
    let high = rate * libm::exp(3.5 * log_variance.max(0.0).sqrt());
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded")]
    let reach = (high + 6.5 * high.sqrt() + 8.0).clamp(11.0, 120.0) as usize;
    reach
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn poisson_has_its_moments() {
        let chances = poisson(2.3, 60);
        let mean: f64 = chances.iter().enumerate().map(|(k, p)| k as f64 * p).sum();
        let second: f64 = chances.iter().enumerate().map(|(k, p)| (k * k) as f64 * p).sum();
        assert!((mean - 2.3).abs() < 1e-12 && (second - mean * mean - 2.3).abs() < 1e-11);
        assert_eq!(poisson(0.0, 3), vec![1.0, 0.0, 0.0]);
    }

    #[test]
    fn negative_binomial_has_its_moments_and_its_limit() {
        let mut chances = vec![0.0; 400];
        fill_negative_binomial(1.7, 3.0, &mut chances);
        let mean: f64 = chances.iter().enumerate().map(|(k, p)| k as f64 * p).sum();
        let second: f64 = chances.iter().enumerate().map(|(k, p)| (k * k) as f64 * p).sum();
        assert!((mean - 1.7).abs() < 1e-10 && (second - mean * mean - (1.7 + 1.7 * 1.7 / 3.0)).abs() < 1e-9);
        fill_negative_binomial(1.7, 1e7, &mut chances);
        for (got, wanted) in chances.iter().zip(poisson(1.7, 30)) {
            assert!((got - wanted).abs() < 1e-7);
        }
    }

    #[test]
    fn grids_reach_far_enough() {
        for rate in [0.1, 1.4, 3.0, 9.0, 20.0] {
            let length = reach(rate, 0.0);
            assert!(1.0 - poisson(rate, length).iter().sum::<f64>() < 1e-9, "{rate}");
        }
    }
}
