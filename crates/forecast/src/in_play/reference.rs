//! The yardstick: the score, and Poisson goals for what the clock leaves.

use super::chain::poisson;
use super::state::{Clock, Rates};

/// Share of a match's goals still to come after each minute, counted from goals scored.
///
/// With it and nothing else, both sides score Poisson numbers of further goals with their rate × that share. It is what
/// the in-play model must beat.
#[derive(Clone, Debug, PartialEq)]
pub struct EmpiricalClock {
    left: Vec<f64>,
}

impl EmpiricalClock {
    /// Counts goals by minute, those of added time after the 45th and 90th. Without any goal the clock is even.
    #[must_use]
    pub fn from_goals(goals: impl IntoIterator<Item = Clock>) -> Self {
        let mut later = [0_u32; 91];
        let mut all = 0_u32;
        for goal in goals {
            all += 1;
            // A goal at 45+2 is later than minute 45, not than minute 46.
            let last = usize::from(goal.minute) + usize::from(goal.added > 0);
            for count in later.iter_mut().take(last) {
                *count += 1;
            }
        }
        let left = (0_u8..=90)
            .map(|minute| {
                if all == 0 {
                    1.0 - f64::from(minute) / 90.0
                } else {
                    f64::from(later[usize::from(minute)]) / f64::from(all)
                }
            })
            .collect();
        Self { left }
    }

    /// Share of the goals that come after `minute`, added time of that minute included; none after minute 90 means the
    /// added time of the second half.
    #[must_use]
    pub fn left(&self, minute: u8) -> f64 {
        self.left[usize::from(minute.min(90))]
    }

    /// Chances of a win of the first side, a draw, a win of the second after ninety minutes.
    #[must_use]
    pub fn win(&self, minute: u8, score: [u8; 2], rates: &Rates) -> [f64; 3] {
        let left = self.left(minute);
        let [home, away] = [rates.home, rates.away].map(|rate| poisson(rate.clamp(0.0, 15.0) * left));
        let mut win = [0.0; 3];
        for (i, p) in home.iter().enumerate() {
            for (j, q) in away.iter().enumerate() {
                let (first, second) = (usize::from(score[0]) + i, usize::from(score[1]) + j);
                win[usize::from(first <= second) + usize::from(first < second)] += p * q;
            }
        }
        let total: f64 = win.iter().sum();
        win.map(|mass| mass / total)
    }
}
