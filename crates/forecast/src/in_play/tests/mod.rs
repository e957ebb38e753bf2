//! Tests of the in-play model.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod exact;
mod fitting;
mod property;
mod story;

use super::{InPlay, Parameters, Period, Rates, Rules, State, Tie};

/// A day of the season 2018/19.
const DAY: i32 = 17_900;
/// England v France, 10 December 2022.
const QUARTER_FINAL: i32 = 19_336;

fn league(home: f64, away: f64) -> InPlay {
    InPlay::new(&Parameters::shipped(), Rates::new(home, away), Rules { day: DAY, ..Rules::default() }).unwrap()
}

fn cup(home: f64, away: f64, tie: Tie) -> InPlay {
    let rules = Rules { day: DAY, neutral: true, tie: Some(tie), penalty: None };
    InPlay::new(&Parameters::shipped(), Rates::new(home, away), rules).unwrap()
}

/// Numbers from a counter, by SplitMix64.
struct Uniform(u64);

impl Uniform {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn draw(&mut self, probabilities: &[f64]) -> usize {
        let mut left = self.next();
        for (i, probability) in probabilities.iter().enumerate() {
            left -= probability;
            if left < 0.0 {
                return i;
            }
        }
        probabilities.len() - 1
    }

    fn poisson(&mut self, mean: f64) -> f64 {
        let mut count = 0.0;
        let mut time = -libm::log(1.0 - self.next());
        while time < mean {
            count += 1.0;
            time -= libm::log(1.0 - self.next());
        }
        count
    }
}

/// Plays one half from a moment to its end, minute by minute; `seen` is told the state after each minute.
fn play_half(
    model: &InPlay,
    mut state: State,
    lengths: &[f64],
    random: &mut Uniform,
    mut seen: impl FnMut(&State),
) -> State {
    let regular = state.period.minutes();
    let added = random.draw(lengths) as f64;
    while state.elapsed < regular + added {
        let end = (state.elapsed.floor() + 1.0).min(regular + added);
        loop {
            let rates = model.rates(&state);
            let total = rates[0] + rates[1];
            let wait = -libm::log(1.0 - random.next()) / total;
            if state.elapsed + wait >= end {
                break;
            }
            state.elapsed += wait;
            let side = usize::from(random.next() * total >= rates[0]);
            state.score[side] += 1;
        }
        state.elapsed = end;
        seen(&state);
    }
    state
}

fn next_half(state: &State, period: Period) -> State {
    State { period, elapsed: 0.0, announced: None, ..*state }
}
