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
    /// Events noted per minute of it, on average over halves.
    pub rate: f64,
    /// Shape of the gamma distribution of that rate between halves.
    pub shape: f64,
    /// Log likelihood.
    pub log_likelihood: f64,
    /// Rounds of expectation and maximisation.
    pub rounds: usize,
}

/// Shapes tried, from halves that differ much to halves that hardly do.
const SHAPES: [f64; 7] = [0.5, 1.0, 1.5, 2.0, 4.0, 8.0, 100.0];

/// Estimates the distribution of the length of added time from the minutes of events in it. `shortest` is the least number
/// of minutes a half is known to run over.
///
/// The length is hidden; while it lasts, events happen at a rate that is constant within a half and gamma distributed
/// between halves, with mean ρ and shape r. A half with m events, the last in minute k, has likelihood
/// Σ_{l ≥ k} q_l Γ(r+m)/Γ(r) (r/ρ)^r / (r/ρ + l)^(r+m), which is maximised over q and ρ by expectation-maximisation with
/// a light smoothing of q in each round (EMS: Silverman, Jones, Wilson and Nychka 1990), and over a few r. Minutes beyond
/// 15 count as 15.
#[must_use]
pub fn fit_added(halves: &[AddedNotes], shortest: u8) -> AddedTimeFit {
    let mut best = with_shape(halves, usize::from(shortest), SHAPES[0]);
    for shape in &SHAPES[1..] {
        let fit = with_shape(halves, usize::from(shortest), *shape);
        if fit.log_likelihood > best.log_likelihood {
            best = fit;
        }
    }
    best
}

fn with_shape(halves: &[AddedNotes], shortest: usize, shape: f64) -> AddedTimeFit {
    let shortest = shortest.min(LENGTHS - 1);
    let mut lengths = [0.0; LENGTHS];
    lengths[shortest..].fill(1.0 / (LENGTHS - shortest) as f64);
    let mut fit = AddedTimeFit { lengths, rate: 0.5, shape, log_likelihood: f64::NEG_INFINITY, rounds: 0 };
    if halves.is_empty() {
        return fit;
    }
    let kinds = kinds(halves);
    let all: f64 = kinds.iter().map(|(_, count)| count).sum();
    for round in 1..=1000 {
        let mut counts = [0.0; LENGTHS];
        let mut log_likelihood = 0.0;
        let mut rate = 0.0;
        for (half, count) in &kinds {
            let (posterior, log) = fit.posterior(half);
            log_likelihood += count * log;
            for (length, probability) in posterior.iter().enumerate() {
                counts[length] += count * probability;
                let expected = (shape + f64::from(half.events)) / (shape / fit.rate + length as f64);
                rate += count * probability * expected;
            }
        }
        let gain = log_likelihood - fit.log_likelihood;
        fit.lengths = smooth(&counts.map(|count| count / all), shortest);
        fit.rate = (rate / all).max(1e-9);
        fit.log_likelihood = log_likelihood;
        fit.rounds = round;
        if gain.abs() < 1e-8 {
            break;
        }
    }
    fit
}

/// Halves alike, counted, in a fixed order.
fn kinds(halves: &[AddedNotes]) -> Vec<(AddedNotes, f64)> {
    let mut sorted: Vec<(u32, u8)> = halves.iter().map(|half| (half.events, half.last)).collect();
    sorted.sort_unstable();
    let alike = sorted.chunk_by(|a, b| a == b);
    alike.map(|same| (AddedNotes { events: same[0].0, last: same[0].1 }, same.len() as f64)).collect()
}

/// A twentieth of each probability to either neighbour that is possible.
fn smooth(lengths: &[f64; LENGTHS], shortest: usize) -> [f64; LENGTHS] {
    let mut smooth = [0.0; LENGTHS];
    for (length, probability) in lengths.iter().enumerate().skip(shortest) {
        let below = if length > shortest { length - 1 } else { length };
        let above = if length + 1 < LENGTHS { length + 1 } else { length };
        smooth[below] += 0.05 * probability;
        smooth[above] += 0.05 * probability;
        smooth[length] += 0.9 * probability;
    }
    smooth
}

impl AddedTimeFit {
    /// Probability of each length given a half's events, and the logarithm of its likelihood.
    fn posterior(&self, half: &AddedNotes) -> ([f64; LENGTHS], f64) {
        let last = usize::from(half.last).min(LENGTHS - 1);
        let events = f64::from(half.events);
        let scale = self.shape / self.rate;
        let mut posterior = [0.0; LENGTHS];
        for (length, cell) in posterior.iter_mut().enumerate().skip(last) {
            let power = self.shape * libm::log(scale) - (self.shape + events) * libm::log(scale + length as f64);
            *cell = self.lengths[length] * libm::exp(power);
        }
        let total: f64 = posterior.iter().sum();
        let constant = libm::lgamma(self.shape + events) - libm::lgamma(self.shape);
        if total > 0.0 { (posterior.map(|p| p / total), libm::log(total) + constant) } else { (self.lengths, -1e3) }
    }

    /// Probability that the first, second, … fifteenth minute of added time of a half was played, given its events.
    #[must_use]
    pub fn played(&self, half: &AddedNotes) -> [f64; LENGTHS - 1] {
        let (posterior, _) = self.posterior(half);
        std::array::from_fn(|minute| posterior[minute + 1..].iter().sum())
    }
}
