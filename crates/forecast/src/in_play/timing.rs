//! How much play is left: minute profile and added time.

use super::chain::{convolve, poisson};
use super::parameters::{BANDS, Era, LENGTHS, Parameters};
use super::state::Period;

/// A part of random length, as amounts on the clock with their probabilities.
pub(super) type Lengths = Vec<(f64, f64)>;

/// Play left on the clock of [`super::chain`].
#[derive(Clone, Debug, Default)]
pub(super) struct Remaining {
    fixed: f64,
    /// Added time of the half under way, as far as it is not yet played; of a half of extra time.
    rest: Vec<Lengths>,
    /// Whether all the added time of the first and the second half is still to come, unannounced.
    whole: [bool; 2],
}

/// The clock of a match: one unit is ninety regular minutes.
#[derive(Clone, Debug)]
pub(super) struct Timing {
    minute: [f64; BANDS],
    stoppage: [f64; 2],
    extra_minute: f64,
    lengths: [[f64; LENGTHS]; 2],
    extra_lengths: [f64; LENGTHS],
    overrun: [f64; 3],
    /// Amounts of the added time of both halves.
    added: [Lengths; 2],
}

impl Timing {
    pub(super) fn new(parameters: &Parameters, era: &Era) -> Self {
        let weights = parameters.profile.map(libm::exp);
        let total: f64 = weights.iter().sum::<f64>() * 5.0;
        let mut extra_lengths = [0.0; LENGTHS];
        extra_lengths[..4].copy_from_slice(&parameters.extra_added);
        let mut timing = Self {
            minute: weights.map(|weight| weight / total),
            stoppage: parameters.stoppage.map(|log| libm::exp(log) / total),
            extra_minute: 0.0,
            lengths: era.lengths,
            extra_lengths,
            overrun: parameters.overrun,
            added: [Vec::new(), Vec::new()],
        };
        timing.added = [0, 1].map(|half| {
            let amounts = timing.lengths[half].iter().enumerate();
            let played = amounts.filter(|(_, probability)| **probability > 0.0);
            played.map(|(minutes, probability)| (*probability, minutes as f64 * timing.stoppage[half])).collect()
        });
        let added: f64 = (0..4).map(|length| length as f64 * extra_lengths[length]).sum();
        let ninety = timing.mean(&timing.until_ninety(Period::FirstHalf, 0.0, None));
        timing.extra_minute = parameters.extra_time * ninety / (30.0 + 2.0 * added);
        timing
    }

    fn parts<'a>(&'a self, left: &'a Remaining) -> impl Iterator<Item = &'a Lengths> {
        let whole = self.added.iter().zip(left.whole).filter(|(_, whole)| *whole).map(|(lengths, _)| lengths);
        left.rest.iter().chain(whole)
    }

    /// Mean of what is left.
    pub(super) fn mean(&self, left: &Remaining) -> f64 {
        let added = self.parts(left).flatten().map(|(probability, amount)| probability * amount);
        left.fixed + added.sum::<f64>()
    }

    /// Expectation of exp(-rate × what is left).
    pub(super) fn survival(&self, left: &Remaining, rate: f64) -> f64 {
        let part = |lengths: &Lengths| -> f64 {
            lengths.iter().map(|(probability, amount)| probability * libm::exp(-rate * amount)).sum()
        };
        libm::exp(-rate * left.fixed) * self.parts(left).map(part).product::<f64>()
    }

    /// Distribution of the number of events in all the added time of the first and of the second half.
    pub(super) fn added_weights(&self, events: f64) -> [Vec<f64>; 2] {
        [0, 1].map(|half| mixed(&self.added[half], events))
    }

    /// Distribution of the number of events in what is left; sums to one. `added` is from [`Self::added_weights`].
    pub(super) fn weights(&self, left: &Remaining, events: f64, added: &[Vec<f64>; 2]) -> Vec<f64> {
        let mut weights = poisson(events * left.fixed);
        for rest in &left.rest {
            weights = convolve(&weights, &mixed(rest, events));
        }
        for (half, whole) in added.iter().zip(left.whole) {
            if whole {
                weights = convolve(&weights, half);
            }
        }
        let total: f64 = weights.iter().sum();
        for weight in &mut weights {
            *weight /= total;
        }
        weights
    }

    /// Speed of the clock per minute.
    pub(super) fn speed(&self, period: Period, elapsed: f64) -> f64 {
        match period {
            Period::FirstHalf if elapsed < 45.0 => self.minute[band(elapsed)],
            Period::FirstHalf => self.stoppage[0],
            Period::SecondHalf if elapsed < 45.0 => self.minute[band(45.0 + elapsed)],
            Period::SecondHalf => self.stoppage[1],
            Period::ExtraFirst | Period::ExtraSecond => self.extra_minute,
            Period::ShootOut | Period::Over => 0.0,
        }
    }

    /// Play left until the end of ninety minutes; none in extra time.
    pub(super) fn until_ninety(&self, period: Period, elapsed: f64, announced: Option<u8>) -> Remaining {
        let mut left = Remaining::default();
        match period {
            Period::FirstHalf => {
                self.half(&mut left, 0, elapsed, announced);
                self.half(&mut left, 1, 0.0, None);
            }
            Period::SecondHalf => self.half(&mut left, 1, elapsed, announced),
            _ => {}
        }
        left
    }

    /// Play left of one half of extra time.
    pub(super) fn extra_half(&self, elapsed: f64, announced: Option<u8>) -> Remaining {
        let minutes = self.added_left(&self.extra_lengths, elapsed - 15.0, announced);
        Remaining {
            fixed: (15.0 - elapsed).max(0.0) * self.extra_minute,
            rest: vec![scaled(minutes, self.extra_minute)],
            whole: [false; 2],
        }
    }

    /// Play left until the end of extra time.
    pub(super) fn until_extra_end(&self, period: Period, elapsed: f64, announced: Option<u8>) -> Remaining {
        match period {
            Period::ExtraSecond => self.extra_half(elapsed, announced),
            Period::ExtraFirst => {
                let mut left = self.extra_half(elapsed, announced);
                let second = self.extra_half(0.0, None);
                left.fixed += second.fixed;
                left.rest.extend(second.rest);
                left
            }
            _ => Remaining::default(),
        }
    }

    fn half(&self, left: &mut Remaining, half: usize, elapsed: f64, announced: Option<u8>) {
        left.fixed += self.regular(half, elapsed);
        if announced.is_none() && elapsed <= 45.0 {
            left.whole[half] = true;
        } else {
            let minutes = self.added_left(&self.lengths[half], elapsed - 45.0, announced);
            left.rest.push(scaled(minutes, self.stoppage[half]));
        }
    }

    fn regular(&self, half: usize, elapsed: f64) -> f64 {
        let bands = BANDS / 2;
        (0..bands)
            .map(|i| {
                let end = 5.0 * (i + 1) as f64;
                self.minute[half * bands + i] * (end - elapsed).clamp(0.0, 5.0)
            })
            .sum()
    }

    /// Minutes of added time still to come with their probabilities, `played` of them gone (below 0: none yet).
    ///
    /// A minute that has begun is played out; a half that has run longer than any known one ends with its minute.
    fn added_left(&self, lengths: &[f64; LENGTHS], played: f64, announced: Option<u8>) -> Vec<(f64, f64)> {
        let played = played.max(0.0);
        let begun = played.ceil();
        let rest = |length: f64, probability: f64| {
            if length >= begun { (probability, length - played) } else { (0.0, 0.0) }
        };
        let mut minutes: Vec<(f64, f64)> = match announced {
            Some(least) => (0..3).map(|i| rest(f64::from(least) + i as f64, self.overrun[i])).collect(),
            None => (0..LENGTHS).map(|i| rest(i as f64, lengths[i])).collect(),
        };
        let total: f64 = minutes.iter().map(|(probability, _)| probability).sum();
        if total < 1e-12 {
            return vec![(1.0, begun - played)];
        }
        for (probability, _) in &mut minutes {
            *probability /= total;
        }
        minutes
    }
}

fn scaled(minutes: Lengths, speed: f64) -> Lengths {
    minutes.into_iter().map(|(probability, minutes)| (probability, minutes * speed)).collect()
}

/// Distribution of the number of events in play of random length.
fn mixed(lengths: &Lengths, events: f64) -> Vec<f64> {
    let mut mixed = vec![0.0];
    for (probability, amount) in lengths.iter().filter(|(probability, _)| *probability > 0.0) {
        let terms = poisson(events * amount);
        if terms.len() > mixed.len() {
            mixed.resize(terms.len(), 0.0);
        }
        for (cell, term) in mixed.iter_mut().zip(&terms) {
            *cell += probability * term;
        }
    }
    mixed
}

fn band(minute: f64) -> usize {
    ((minute / 5.0) as usize).min(BANDS - 1)
}
