//! Intervals from what is not known exactly about rates and parameters.

use serde::{Deserialize, Serialize};

use super::parameters::Parameters;
use super::state::{Rates, Rules};

/// Level of the intervals.
pub const LEVEL: f64 = 0.9;

/// Standard normal quantile of the upper end of the interval.
const QUANTILE: f64 = 1.644_853_626_951_472_7;

/// A value with its interval at [`LEVEL`].
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// The value.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// The inputs moved by one standard deviation up and down along each independent direction: both logarithms of the rates
/// (by the Cholesky factor of their covariance), each score factor, both factors of men, extra time, penalties.
pub(super) fn directions(
    parameters: &Parameters,
    rates: &Rates,
    rules: &Rules,
) -> Vec<[(Parameters, Rates, Rules); 2]> {
    let mut moved = Vec::new();
    let mut push = |change: &dyn Fn(f64, &mut Parameters, &mut Rates, &mut Rules)| {
        moved.push([1.0, -1.0].map(|sign| {
            let mut inputs = (parameters.clone(), *rates, *rules);
            change(sign, &mut inputs.0, &mut inputs.1, &mut inputs.2);
            inputs
        }));
    };
    if let Some([[a, b], [_, d]]) = rates.covariance {
        let first = a.sqrt();
        let shared = if first > 0.0 { b / first } else { 0.0 };
        let second = (d - shared * shared).max(0.0).sqrt();
        let scale = |rate: f64, log: f64| (rate * libm::exp(log)).clamp(0.001, 15.0);
        push(&|sign, _, rates, _| {
            rates.home = scale(rates.home, sign * first);
            rates.away = scale(rates.away, sign * shared);
        });
        push(&|sign, _, rates, _| rates.away = scale(rates.away, sign * second));
    }
    let errors = &parameters.errors;
    for side in 0..2 {
        for class in [0, 1, 3, 4] {
            push(&|sign, p, _, _| p.score[side][class] += sign * errors.score[side][class]);
        }
    }
    push(&|sign, p, _, _| p.own_man += sign * errors.own_man);
    push(&|sign, p, _, _| p.other_man += sign * errors.other_man);
    if rules.tie.is_some_and(|tie| tie.extra_time.is_some()) {
        push(&|sign, p, _, _| p.extra_time = (p.extra_time * libm::exp(sign * errors.extra_time)).min(1.0));
    }
    push(&|sign, p, _, rules| {
        let penalty = rules.penalty.unwrap_or([p.penalty; 2]);
        rules.penalty = Some(penalty.map(|chance| from_log_odds(log_odds(chance) + sign * errors.penalty)));
    });
    moved
}

/// Interval of a chance by the delta method on log odds, so that it stays within 0 and 1.
pub(super) fn chance(value: f64, moved: &[[f64; 2]]) -> Estimate {
    if !(1e-12..=1.0 - 1e-12).contains(&value) {
        return Estimate { value, low: value, high: value };
    }
    let spread = QUANTILE * deviation(moved, log_odds);
    let middle = log_odds(value);
    Estimate { value, low: from_log_odds(middle - spread), high: from_log_odds(middle + spread) }
}

/// Interval of a difference of chances by the delta method.
pub(super) fn difference(value: f64, moved: &[[f64; 2]]) -> Estimate {
    let spread = QUANTILE * deviation(moved, |value| value);
    Estimate { value, low: (value - spread).max(-1.0), high: (value + spread).min(1.0) }
}

/// Standard deviation from central differences over one standard deviation of each direction.
fn deviation(moved: &[[f64; 2]], scale: impl Fn(f64) -> f64) -> f64 {
    let half = |pair: &[f64; 2]| (scale(pair[0]) - scale(pair[1])) / 2.0;
    moved.iter().map(|pair| half(pair) * half(pair)).sum::<f64>().sqrt()
}

fn log_odds(chance: f64) -> f64 {
    let chance = chance.clamp(1e-12, 1.0 - 1e-12);
    libm::log(chance) - libm::log1p(-chance)
}

fn from_log_odds(value: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-value))
}
