//! Estimating how long halves run over when nobody wrote it down.

use super::parameters::LENGTHS;

/// What was noted in the added time of one half: how many events, and the minute of the last (0 if none).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AddedNotes {
    /// Goals and cards noted in added time.
    pub events: u32,
    /// Minute of added time of the last of them.
    pub last: u8,
}

/// Lengths of added time, estimated.
#[derive(Clone, Debug, PartialEq)]
pub struct AddedTimeFit {
    /// Probability of 0, 1, … 15 minutes.
    pub lengths: [f64; LENGTHS],
    /// Events noted per minute of it.
    pub rate: f64,
    /// Log likelihood, up to what depends on the data alone.
    pub log_likelihood: f64,
    /// Rounds of expectation and maximisation.
    pub rounds: usize,
}

/// Estimates the distribution of the length of added time from the minutes of events in it.
///
/// The length is hidden; events happen at one constant rate ρ for as long as it lasts. A half with m events, the last in
/// minute k, has likelihood Σ_{l ≥ k} q_l ρ^m e^{-ρl}, which is maximised over q and ρ by expectation-maximisation
/// (Dempster, Laird and Rubin 1977). Minutes beyond 15 count as 15.
#[must_use]
pub fn fit_added(halves: &[AddedNotes]) -> AddedTimeFit {
    let mut fit = AddedTimeFit {
        lengths: [1.0 / LENGTHS as f64; LENGTHS],
        rate: 0.5,
        log_likelihood: f64::NEG_INFINITY,
        rounds: 0,
    };
    if halves.is_empty() {
        return fit;
    }
    for round in 1..=2000 {
        let mut counts = [0.0; LENGTHS];
        let mut log_likelihood = 0.0;
        let mut events = 0.0;
        for half in halves {
            let (posterior, likelihood) = fit.posterior(half);
            log_likelihood += libm::log(likelihood.max(1e-300)) + f64::from(half.events) * libm::log(fit.rate);
            for (count, probability) in counts.iter_mut().zip(posterior) {
                *count += probability;
            }
            events += f64::from(half.events);
        }
        let minutes: f64 = counts.iter().enumerate().map(|(length, count)| length as f64 * count).sum();
        let gain = log_likelihood - fit.log_likelihood;
        fit.lengths = counts.map(|count| count / halves.len() as f64);
        fit.rate = if minutes > 0.0 { (events / minutes).max(1e-9) } else { 1e-9 };
        fit.log_likelihood = log_likelihood;
        fit.rounds = round;
        if gain.abs() < 1e-9 {
            break;
        }
    }
    fit
}

impl AddedTimeFit {
    fn posterior(&self, half: &AddedNotes) -> ([f64; LENGTHS], f64) {
        let last = usize::from(half.last).min(LENGTHS - 1);
        let mut posterior = [0.0; LENGTHS];
        for length in last..LENGTHS {
            posterior[length] = self.lengths[length] * libm::exp(-self.rate * length as f64);
        }
        let total: f64 = posterior.iter().sum();
        if total > 0.0 { (posterior.map(|p| p / total), total) } else { (self.lengths, total) }
    }

    /// Probability that the first, second, … fifteenth minute of added time of a half was played, given its events.
    #[must_use]
    pub fn played(&self, half: &AddedNotes) -> [f64; LENGTHS - 1] {
        let (posterior, _) = self.posterior(half);
        std::array::from_fn(|minute| posterior[minute + 1..].iter().sum())
    }
}
