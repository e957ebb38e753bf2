//! Chances of kicks of a shoot-out by what hangs on them, from the model of a kick.

use super::{Kick, Order, State, win};
use crate::chance::{Evidence, Model, Situation};
use crate::kick::{Level, Phase};

/// Takers of a side: everybody kicks before anybody kicks again.
pub const TAKERS: u16 = 11;

/// Chances of a goal in a shoot-out of finals of national sides, by what hangs on the kick.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ByStakes {
    /// Nothing at once, missing loses, scoring wins, both.
    chances: [f64; 4],
}

impl ByStakes {
    /// By what is known of taker and keeper.
    #[must_use]
    pub fn of(model: &Model, evidence: &Evidence) -> Self {
        let chances = [(false, false), (true, false), (false, true), (true, true)].map(|(must_score, can_win)| {
            let situation = Situation { must_score, can_win, ..Situation::new(Phase::ShootOut, Level::Finals) };
            model.chance(&situation, evidence).chance.mean
        });
        Self { chances }
    }

    /// The same chance whatever hangs on the kick.
    #[must_use]
    pub const fn always(chance: f64) -> Self {
        Self { chances: [chance; 4] }
    }

    /// Chance of a kick.
    #[must_use]
    pub const fn of_kick(&self, kick: &Kick) -> f64 {
        self.chances[kick.must_score as usize + 2 * kick.can_win as usize]
    }

    /// Chances where nothing hangs on the kick at once, where missing loses, and where scoring wins.
    #[must_use]
    pub const fn told(&self) -> [f64; 3] {
        let [ordinary, must_score, can_win, _] = self.chances;
        [ordinary, must_score, can_win]
    }
}

/// Chance of a side to win a shoot-out in which its kicks have chances `own` and the other side's `other`, whoever begins.
#[must_use]
pub fn between(own: ByStakes, other: ByStakes) -> f64 {
    let first_wins = |sides: [ByStakes; 2]| {
        win(State::START, Order::Abab, TAKERS, &move |kick: &Kick| sides[kick.side].of_kick(kick))
    };
    (first_wins([own, other]) + 1.0 - first_wins([other, own])) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_side_of_the_better_keeper_wins_more_whoever_begins() {
        let chance = |own, other| between(ByStakes::always(own), ByStakes::always(other));
        assert!((chance(0.74, 0.74) - 0.5).abs() < 1e-12);
        let better = chance(0.74, 0.70);
        assert!(better > 0.52 && better < 0.6, "{better}");
        assert!((better + chance(0.70, 0.74) - 1.0).abs() < 1e-12);
    }
}
