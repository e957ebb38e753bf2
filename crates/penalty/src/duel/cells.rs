//! Kicks counted by what both did, and tables of chances. Both are asked with an aim and a dive, never with two numbers.

use crate::game::{GameError, KeeperMix, ScoringChances, TakerMix};
use crate::kick::PenaltyKick;
use crate::side::{Aim, Dive};

/// Kicks of one aim against one dive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// How many.
    pub kicks: u32,
    /// How many of them were goals.
    pub goals: u32,
}

impl Cell {
    /// The share scored, where there are kicks.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        (self.kicks > 0).then(|| f64::from(self.goals) / f64::from(self.kicks))
    }

    /// Two counts together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self { kicks: self.kicks + other.kicks, goals: self.goals + other.goals }
    }
}

/// Kicks counted by aim and dive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cells {
    cells: [[Cell; 3]; 3],
}

impl Cells {
    /// From a function of aim and dive.
    #[must_use]
    pub fn of(cell: impl Fn(Aim, Dive) -> Cell) -> Self {
        Self { cells: Aim::ALL.map(|aim| Dive::ALL.map(|dive| cell(aim, dive))) }
    }

    /// Kicks of which aim and dive are known and that counted.
    #[must_use]
    pub fn of_kicks<'k>(kicks: impl IntoIterator<Item = &'k PenaltyKick>) -> Self {
        let mut cells = Self::default();
        for kick in kicks {
            if let (Some(aim), Some(dive), false) = (kick.aim(), kick.dive(), kick.retaken) {
                cells.add(aim, dive, kick.scored());
            }
        }
        cells
    }

    /// Counts a kick.
    pub fn add(&mut self, aim: Aim, dive: Dive, scored: bool) {
        let cell = &mut self.cells[aim.index()][dive.index()];
        *cell = cell.and(Cell { kicks: 1, goals: u32::from(scored) });
    }

    /// Kicks of an aim against a dive.
    #[must_use]
    pub const fn at(&self, aim: Aim, dive: Dive) -> Cell {
        self.cells[aim.index()][dive.index()]
    }

    /// Both counts together.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        Self::of(|aim, dive| self.at(aim, dive).and(other.at(aim, dive)))
    }

    /// Kicks of an aim, whatever the keeper did.
    #[must_use]
    pub fn of_aim(&self, aim: Aim) -> Cell {
        Dive::ALL.into_iter().map(|dive| self.at(aim, dive)).fold(Cell::default(), Cell::and)
    }

    /// Kicks the keeper met with a dive, wherever they went.
    #[must_use]
    pub fn of_dive(&self, dive: Dive) -> Cell {
        Aim::ALL.into_iter().map(|aim| self.at(aim, dive)).fold(Cell::default(), Cell::and)
    }

    /// All kicks.
    #[must_use]
    pub fn total(&self) -> Cell {
        Aim::ALL.into_iter().map(|aim| self.of_aim(aim)).fold(Cell::default(), Cell::and)
    }

    /// The shares scored as a table; `None` where a cell has no kicks.
    #[must_use]
    pub fn shares(&self) -> Option<Chances> {
        let mut chances = [[0.0; 3]; 3];
        for aim in Aim::ALL {
            for dive in Dive::ALL {
                chances[aim.index()][dive.index()] = self.at(aim, dive).share()?;
            }
        }
        Some(Chances { cells: chances })
    }
}

/// Chances of a goal by aim and dive.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chances {
    cells: [[f64; 3]; 3],
}

impl Chances {
    /// From a function of aim and dive.
    #[must_use]
    pub fn of(mut chance: impl FnMut(Aim, Dive) -> f64) -> Self {
        Self { cells: Aim::ALL.map(|aim| Dive::ALL.map(|dive| chance(aim, dive))) }
    }

    /// The chance of a goal for an aim against a dive.
    #[must_use]
    pub const fn at(&self, aim: Aim, dive: Dive) -> f64 {
        self.cells[aim.index()][dive.index()]
    }

    /// As a game.
    ///
    /// # Errors
    /// If a cell is no chance.
    pub fn game(&self) -> Result<ScoringChances, GameError> {
        ScoringChances::new(&self.cells.map(|row| row.to_vec()))
    }

    /// The chance of a goal by each aim against a keeper's mix.
    #[must_use]
    pub fn by_aim(&self, keeper: &DiveMix) -> [f64; 3] {
        Aim::ALL.map(|aim| Dive::ALL.into_iter().map(|dive| keeper.at(dive) * self.at(aim, dive)).sum())
    }

    /// The chance of a goal against each dive for a taker's mix.
    #[must_use]
    pub fn by_dive(&self, taker: &AimMix) -> [f64; 3] {
        Dive::ALL.map(|dive| Aim::ALL.into_iter().map(|aim| taker.at(aim) * self.at(aim, dive)).sum())
    }

    /// The chance of a goal when both mix.
    #[must_use]
    pub fn payoff(&self, taker: &AimMix, keeper: &DiveMix) -> f64 {
        Aim::ALL.into_iter().zip(self.by_aim(keeper)).map(|(aim, chance)| taker.at(aim) * chance).sum()
    }

    /// The aim by which a goal is likeliest against a keeper's mix, and that chance.
    #[must_use]
    pub fn best_aim(&self, keeper: &DiveMix) -> (Aim, f64) {
        let chances = self.by_aim(keeper);
        let best = |one: Aim, two: Aim| if chances[two.index()] > chances[one.index()] { two } else { one };
        let aim = Aim::ALL.into_iter().fold(Aim::Natural, best);
        (aim, chances[aim.index()])
    }

    /// The dive against which a goal is least likely for a taker's mix, and that chance.
    #[must_use]
    pub fn best_dive(&self, taker: &AimMix) -> (Dive, f64) {
        let chances = self.by_dive(taker);
        let best = |one: Dive, two: Dive| if chances[two.index()] < chances[one.index()] { two } else { one };
        let dive = Dive::ALL.into_iter().fold(Dive::Natural, best);
        (dive, chances[dive.index()])
    }
}

macro_rules! mix {
    ($(#[$doc:meta])* $name:ident, $choice:ident, $of_game:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct $name {
            shares: [f64; 3],
        }

        impl $name {
            /// From a function of the choice; shares are to sum to one.
            #[must_use]
            pub fn of(share: impl FnMut($choice) -> f64) -> Self {
                Self { shares: $choice::ALL.map(share) }
            }

            /// Always the same.
            #[must_use]
            pub fn always(choice: $choice) -> Self {
                Self::of(|other| if other == choice { 1.0 } else { 0.0 })
            }

            /// How often he makes a choice.
            #[must_use]
            pub const fn at(&self, choice: $choice) -> f64 {
                self.shares[choice.index()]
            }

            /// The choice he makes most.
            #[must_use]
            pub fn usual(&self) -> $choice {
                let more = |one: $choice, two: $choice| if self.at(two) > self.at(one) { two } else { one };
                $choice::ALL.into_iter().fold($choice::Natural, more)
            }

            /// That of a game of three choices.
            pub(super) fn of_game(mix: &$of_game) -> Self {
                Self::of(|choice| mix.0.get(choice.index()).copied().unwrap_or_default())
            }
        }
    };
}

mix!(
    /// How often a taker goes where.
    AimMix,
    Aim,
    TakerMix
);
mix!(
    /// How often a keeper does what.
    DiveMix,
    Dive,
    KeeperMix
);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Bar-Eli et al. 2007, 286 kicks: how often each happened, and stops. Their left and right are one viewer's; here
    /// they are counted as natural and other side.
    #[test]
    fn the_margins_of_bar_eli() {
        let kicks = [[54, 1, 37], [41, 10, 31], [46, 7, 59]];
        let stops = [[16, 0, 0], [0, 6, 0], [0, 0, 15]];
        let cells = Cells::of(|aim, dive| {
            let kicks: u32 = kicks[aim.index()][dive.index()];
            Cell { kicks, goals: kicks - stops[aim.index()][dive.index()] }
        });
        let share = |count: u32| f64::from(count) / 286.0;
        assert_eq!(cells.total().kicks, 286);
        for (aim, expected) in Aim::ALL.into_iter().zip([0.322, 0.287, 0.392]) {
            assert!((share(cells.of_aim(aim).kicks) - expected).abs() < 5e-4, "{aim:?}");
        }
        for (dive, expected) in Dive::ALL.into_iter().zip([0.493, 0.063, 0.444]) {
            assert!((share(cells.of_dive(dive).kicks) - expected).abs() < 5e-4, "{dive:?}");
        }
        for (aim, expected) in Aim::ALL.into_iter().zip([0.296, 0.600, 0.254]) {
            let stopped = 1.0 - cells.at(aim, aim.met_by()).share().unwrap();
            assert!((stopped - expected).abs() < 5e-4, "{aim:?} {stopped}");
        }
    }

    proptest! {
        /// Whatever the table, as long as a keeper who goes where the ball goes does best against it: a taker who always
        /// goes to one side is met there, and a keeper who always goes to one side is not aimed at.
        #[test]
        fn nobody_is_sent_to_the_wrong_side(met in prop::array::uniform3(0.1..0.7_f64), missed in prop::array::uniform9(0.75..1.0_f64)) {
            let chances = Chances::of(|aim, dive| {
                if aim.met_by() == dive { met[aim.index()] } else { missed[aim.index() * 3 + dive.index()] }
            });
            for aim in Aim::ALL {
                prop_assert_eq!(chances.best_dive(&AimMix::always(aim)).0, aim.met_by());
                prop_assert_ne!(chances.best_aim(&DiveMix::always(aim.met_by())).0, aim);
            }
            // The game reads the table the same way round.
            let game = chances.game().unwrap();
            for aim in Aim::ALL {
                for dive in Dive::ALL {
                    prop_assert_eq!(game.at(aim.index(), dive.index()), chances.at(aim, dive));
                }
            }
        }
    }
}
