//! The normaliser of the Conway-Maxwell-Poisson distribution.

use super::jet::Number;

/// Most terms that are summed; a distribution that needs more has no use in football.
const MOST_TERMS: usize = 4000;

/// j^-ν and ln j! for a given ν.
#[derive(Clone, Debug)]
pub(super) struct ConwayTables {
    powers: Vec<f64>,
    log_factorials: Vec<f64>,
}

impl ConwayTables {
    /// For a dispersion ν and rates up to `most_rate`. `None` if ν is not above 0, or too many terms would be needed.
    pub(super) fn new(dispersion: f64, most_rate: f64) -> Option<Self> {
        // The standard deviation is about √(m/ν), with a tail like a geometric one where ν is small.
        let terms = most_rate + 12.0 * (most_rate / dispersion).sqrt() + 60.0 / dispersion.min(1.0);
        if !(dispersion > 0.0 && terms < MOST_TERMS as f64) {
            return None;
        }
        let mut log_factorial = 0.0;
        let (mut powers, mut log_factorials) = (vec![1.0], vec![0.0]);
        for j in 1..=terms as usize {
            let log = libm::log(j as f64);
            log_factorial += log;
            powers.push(libm::exp(-dispersion * log));
            log_factorials.push(log_factorial);
        }
        Some(Self { powers, log_factorials })
    }

    /// ln Σ (mʲ/j!)^ν, with its derivatives: those of a cumulant function are means and covariances.
    pub(super) fn normaliser<T: Number>(&self, log_rate: T, dispersion: T) -> Option<T> {
        let (eta, nu) = (log_rate.value(), dispersion.value());
        let step = libm::exp(nu * eta);
        let (mut term, mut sum) = (1.0, 0.0);
        let (mut j1, mut j2, mut g1, mut g2, mut jg) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (count, (power, log_factorial)) in self.powers.iter().zip(&self.log_factorials).enumerate() {
            let j = count as f64;
            if count > 0 {
                term *= step * power;
            }
            let g = j * eta - log_factorial;
            sum += term;
            j1 += term * j;
            j2 += term * j * j;
            g1 += term * g;
            g2 += term * g * g;
            jg += term * j * g;
            if step * power < 0.5 && term * (1.0 + j * j + g * g) < 1e-18 * sum {
                let [j1, j2, g1, g2, jg] = [j1, j2, g1, g2, jg].map(|moment| moment / sum);
                let derivatives =
                    [libm::log(sum), nu * j1, g1, nu * nu * (j2 - j1 * j1), j1 + nu * (jg - j1 * g1), g2 - g1 * g1];
                return Some(T::chain2(log_rate, dispersion, derivatives)).filter(|z| z.value().is_finite());
            }
        }
        None
    }
}
