//! Counts of a renewal process with Weibull waiting times.
//!
//! The usual series (McShane, Adrian, Bradlow & Fader 2008) alternates and loses all digits at high rates. Here
//! P(n; λ) = e^(-κₙ λ) λⁿ Σ b λᵏ with κₙ the largest value of Σ uᵢᶜ over n + 1 waiting times that fill the match: then all
//! coefficients b are positive and nothing cancels. They follow from the renewal equation
//! P(n; λ) = λ ∫ e^(-λ uᶜ) P(n-1; λ (1-u)ᶜ) d(uᶜ), integrated by the double-exponential rule.

use super::jet::{Jet, Number};

/// Most terms of a series; a rate that needs more has no use in football.
const MOST_TERMS: f64 = 400.0;

/// One marginal distribution at one count.
#[derive(Clone, Copy, Debug)]
pub(super) struct Count<T> {
    pub log_probability: T,
    pub probability: T,
    /// Probability of fewer.
    pub below: T,
}

/// The series of the counts 0, 1, 2... for a given shape.
#[derive(Clone, Debug)]
pub(super) struct WeibullTables {
    /// For each count κ, and the coefficients with two derivatives by the shape.
    series: Vec<(f64, Vec<[f64; 3]>)>,
}

impl WeibullTables {
    /// For a shape, counts up to `most_goals` and rates up to `most_rate`. `None` if too many terms would be needed.
    pub(super) fn new(shape: f64, most_goals: usize, most_rate: f64) -> Option<Self> {
        let kappa = |count: usize| libm::pow((count + 1) as f64, 1.0 - shape).max(1.0);
        // The range of κ - Σ uᶜ tells how fast the terms fall.
        let range = |count: usize| (libm::pow((count + 1) as f64, 1.0 - shape) - 1.0).abs();
        let reach = most_rate * range(most_goals).max(range(1));
        let terms = reach + 9.0 * reach.sqrt() + 16.0;
        if terms >= MOST_TERMS || terms.is_nan() {
            return None;
        }
        let terms = terms as usize;
        let nodes = nodes(shape);
        let mut series = vec![(1.0, vec![[1.0, 0.0, 0.0]])];
        for count in 1..=most_goals {
            let (before, coefficients) = series.last()?;
            let now = kappa(count);
            let mut next = vec![[0.0; 3]; terms];
            let mut powers = vec![[0.0; 3]; terms];
            for node in &nodes {
                let Some(start) = node.power(count - 1) else { continue };
                let excess = plain(node.rest.times(-before).plus(now - node.at));
                let mut power = [node.weight, 0.0, 0.0];
                for (place, at) in powers.iter_mut().enumerate() {
                    *at = power;
                    power = product(power, excess).map(|part| part / (place + 1) as f64);
                }
                let rest = plain(node.rest);
                let mut factor = plain(start);
                for (place, &coefficient) in coefficients.iter().enumerate() {
                    let [a, b, c] = product(coefficient, factor);
                    for (sum, [x, y, z]) in next[place..].iter_mut().zip(&powers) {
                        sum[0] += a * x;
                        sum[1] += a * y + b * x;
                        sum[2] += a * z + 2.0 * b * y + c * x;
                    }
                    factor = product(factor, rest);
                }
            }
            series.push((now, next));
        }
        Some(Self { series })
    }

    /// The distribution of the counts up to `most`, for a rate and the shape of these tables. `None` if `most` is above
    /// the counts of the tables.
    pub(super) fn counts<T: Number>(&self, log_rate: T, shape: T, most: usize) -> Option<Vec<Count<T>>> {
        let rate = libm::exp(log_rate.value());
        let mut below = T::constant(0.0);
        let mut counts = Vec::with_capacity(most + 1);
        for (count, (kappa, coefficients)) in self.series.get(..=most)?.iter().enumerate() {
            let (mut s0, mut s1, mut s2, mut r0, mut r1, mut q0) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
            let mut power = 1.0;
            for (place, [b, by_shape, twice]) in coefficients.iter().enumerate() {
                let k = place as f64;
                s0 += b * power;
                s1 += k * b * power;
                s2 += k * k * b * power;
                r0 += by_shape * power;
                r1 += k * by_shape * power;
                q0 += twice * power;
                power *= rate;
            }
            let (along, across) = (s1 / s0, r0 / s0);
            let derivatives = [
                libm::log(s0) - kappa * rate + count as f64 * log_rate.value(),
                along - kappa * rate + count as f64,
                across,
                s2 / s0 - along * along - kappa * rate,
                r1 / s0 - along * across,
                q0 / s0 - across * across,
            ];
            let log_probability = T::chain2(log_rate, shape, derivatives);
            let probability = log_probability.exp();
            counts.push(Count { log_probability, probability, below });
            below = below + probability;
        }
        Some(counts)
    }
}

/// Value and two derivatives of a function of the shape.
const fn plain(jet: Jet<1>) -> [f64; 3] {
    [jet.value, jet.gradient[0], jet.hessian[0][0]]
}

/// The product of two such functions.
fn product([a, b, c]: [f64; 3], [x, y, z]: [f64; 3]) -> [f64; 3] {
    [a * x, a * y + b * x, a * z + 2.0 * b * y + c * x]
}

/// A node of the rule on (0, 1) in v = uᶜ.
struct Node {
    at: f64,
    weight: f64,
    /// (1 - u)ᶜ, with its derivatives by c.
    rest: Jet<1>,
}

impl Node {
    /// (1 - u)^(c n); `None` where it is too small to matter.
    fn power(&self, n: usize) -> Option<Jet<1>> {
        let power = (0..n).fold(Jet::constant(1.0), |power, _| power * self.rest);
        (n == 0 || power.value > 1e-280).then_some(power)
    }
}

fn nodes(shape: f64) -> Vec<Node> {
    const STEP: f64 = 0.12;
    let shape = Jet::<1>::variable(shape, 0);
    (-27..=27_i32)
        .map(|place| {
            let t = f64::from(place) * STEP;
            let (up, down) = (libm::exp(t), libm::exp(-t));
            let pull = core::f64::consts::FRAC_PI_2 * (up - down);
            let (at, left) = (1.0 / (1.0 + libm::exp(-pull)), 1.0 / (1.0 + libm::exp(pull)));
            // ln v, without loss near either end.
            let log = if pull > 0.0 { libm::log1p(-left) } else { libm::log(at) };
            let log_u = shape.recip().times(log);
            let e = libm::exp(log_u.value);
            let remaining = log_u.chain(-libm::expm1(log_u.value), -e, -e);
            let weight = STEP * core::f64::consts::FRAC_PI_2 * (up + down) * at * left;
            Node { at, weight, rest: (shape * remaining.ln()).exp() }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::WeibullTables;

    fn probabilities(rate: f64, shape: f64, most: usize) -> Vec<f64> {
        let tables = WeibullTables::new(shape, most, rate).unwrap();
        let counts = tables.counts(libm::log(rate), shape, most).unwrap();
        counts.into_iter().map(|count| count.probability).collect()
    }

    #[test]
    fn shape_one_is_poisson() {
        for rate in [0.01, 1.3, 8.0, 25.0] {
            for (n, p) in probabilities(rate, 1.0, 30).into_iter().enumerate() {
                let expected = libm::exp(n as f64 * libm::log(rate) - rate - libm::lgamma((n + 1) as f64));
                assert!((p / expected - 1.0).abs() < 1e-11, "{rate} {n}: {p} {expected}");
            }
        }
    }

    #[test]
    fn probabilities_sum_to_one() {
        for (shape, most) in [(0.7, 75), (1.1, 35), (1.4, 30)] {
            for rate in [0.2, 8.0] {
                let sum: f64 = probabilities(rate, shape, most).iter().sum();
                assert!((sum - 1.0).abs() < 1e-10, "{shape} {rate}: {sum}");
            }
        }
    }

    /// The alternating series of McShane et al. (2008, equation 11), good while the rate is low.
    fn alternating(rate: f64, shape: f64, count: usize) -> f64 {
        const TERMS: usize = 50;
        let gamma = |x: f64| libm::tgamma(x);
        let g = |j: usize| gamma(shape * j as f64 + 1.0) / gamma(j as f64 + 1.0);
        let mut alpha: Vec<f64> = (0..TERMS).map(g).collect();
        for n in 0..count {
            alpha = (0..TERMS).map(|j| (n..j.max(n)).map(|m| alpha[m] * g(j - m)).sum()).collect();
        }
        let mut sum = 0.0;
        for (j, a) in alpha.iter().enumerate().skip(count) {
            let sign = if (j + count).is_multiple_of(2) { 1.0 } else { -1.0 };
            sum += sign * libm::pow(rate, j as f64) * a / gamma(shape * j as f64 + 1.0);
        }
        sum
    }

    #[test]
    fn agrees_with_the_published_series_where_that_is_good() {
        for shape in [0.7, 1.05, 1.4] {
            for rate in [0.5, 1.4, 2.5] {
                for (n, p) in probabilities(rate, shape, 6).into_iter().enumerate() {
                    let expected = alternating(rate, shape, n);
                    assert!((p - expected).abs() < 1e-11, "{shape} {rate} {n}: {p} {expected}");
                }
            }
        }
    }
}
