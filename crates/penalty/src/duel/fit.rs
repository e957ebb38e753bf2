//! How much single takers and keepers differ from all of them: strengths of the pool by marginal likelihood.

/// Log marginal likelihood of counts of choices under a Dirichlet distribution of the given mean and strength (the
/// Dirichlet-multinomial, without the coefficient that does not depend on them).
#[must_use]
pub fn log_marginal<const N: usize>(counts: &[u32; N], mean: &[f64; N], strength: f64) -> f64 {
    let total: u32 = counts.iter().sum();
    let mut sum = libm::lgamma(strength) - libm::lgamma(strength + f64::from(total));
    for (&count, share) in counts.iter().zip(mean) {
        if count > 0 {
            sum += libm::lgamma(strength * share + f64::from(count)) - libm::lgamma(strength * share);
        }
    }
    sum
}

/// A strength, with those whose log likelihood is at most 1.92 lower (an interval of 95 %).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strength {
    /// The likeliest.
    pub best: f64,
    /// The lowest of the interval.
    pub low: f64,
    /// The highest; infinite where the counts do not tell players apart.
    pub high: f64,
    /// Posterior weights of [`STRENGTHS`], all equally likely before.
    pub weights: [f64; STRENGTHS.len()],
    /// Players of two kicks or more.
    pub players: usize,
}

/// Strengths a player's own may have: doubled from step to step.
pub const STRENGTHS: [f64; 8] = [4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 512.0];

/// Weights of [`STRENGTHS`] after more counts: those of before, times the likelihood. They sum to one.
#[must_use]
pub fn weigh(before: &[f64; STRENGTHS.len()], log_likelihood: impl Fn(f64) -> f64) -> [f64; STRENGTHS.len()] {
    let logs = STRENGTHS.map(log_likelihood);
    let top = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let mut weights = *before;
    for (weight, log) in weights.iter_mut().zip(logs) {
        *weight *= libm::exp(log - top);
    }
    let total: f64 = weights.iter().sum();
    weights.map(|weight| if total > 0.0 { weight / total } else { 1.0 / STRENGTHS.len() as f64 })
}

/// Lowest and highest strength looked at. A thousand kicks are more than any taker has.
const RANGE: [f64; 2] = [1.0, 1000.0];

/// The strength that makes counts of many players likeliest, each with the mean of his own counts.
#[must_use]
pub fn strength<const N: usize>(players: &[([u32; N], [f64; N])]) -> Strength {
    const STEPS: usize = 200;
    let ratio = libm::log(RANGE[1] / RANGE[0]) / STEPS as f64;
    let grid: Vec<(f64, f64)> = (0..=STEPS)
        .map(|step| {
            let strength = RANGE[0] * libm::exp(ratio * step as f64);
            (strength, players.iter().map(|(counts, mean)| log_marginal(counts, mean, strength)).sum())
        })
        .collect();
    let top = grid.iter().map(|point| point.1).fold(f64::NEG_INFINITY, f64::max);
    let inside: Vec<f64> = grid.iter().filter(|point| point.1 >= top - 1.92).map(|point| point.0).collect();
    let high = inside.last().copied().unwrap_or(RANGE[1]);
    Strength {
        best: grid.iter().find(|point| point.1 >= top).map_or(RANGE[1], |point| point.0),
        low: inside.first().copied().unwrap_or(RANGE[0]),
        high: if high >= 0.99 * RANGE[1] { f64::INFINITY } else { high },
        weights: weigh(&[1.0; STRENGTHS.len()], |strength| {
            players.iter().map(|(counts, mean)| log_marginal(counts, mean, strength)).sum()
        }),
        players: players.iter().filter(|(counts, _)| counts.iter().sum::<u32>() > 1).count(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::dirichlet;
    use byline_forecast::random::Stream;

    #[test]
    fn a_known_strength_is_found() {
        let mean = [0.5, 0.1, 0.4];
        let mut stream = Stream::new(4, 0, 0, 0);
        let players: Vec<([u32; 3], [f64; 3])> = (0..400)
            .map(|_| {
                let mix = dirichlet(&mut stream, mean.map(|share| 12.0 * share));
                let mut counts = [0; 3];
                for _ in 0..15 {
                    counts[stream.categorical(&mix).unwrap()] += 1;
                }
                (counts, mean)
            })
            .collect();
        let found = strength(&players);
        assert!(found.low < 12.0 && found.high > 12.0 && found.high / found.low < 2.5, "{found:?}");
    }

    #[test]
    fn players_all_alike_have_no_highest_strength() {
        let mut stream = Stream::new(6, 0, 0, 0);
        let players: Vec<([u32; 2], [f64; 2])> = (0..100)
            .map(|_| {
                let goals = (0..5).filter(|_| stream.bernoulli(0.7)).count() as u32;
                ([goals, 5 - goals], [0.7, 0.3])
            })
            .collect();
        assert_eq!(strength(&players).high, f64::INFINITY);
    }
}
