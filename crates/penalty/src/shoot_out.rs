//! The shoot-out: the chance to win from any state, exactly.
//!
//! Five kicks each, ended as soon as one side cannot be caught; then pairs of kicks until one pair separates the sides,
//! the takers in their order and round again (Laws of the Game, law 10). Rounds of sudden death repeat after all takers
//! have kicked, so their endless sum is a fraction.

mod ahead;
mod best_order;
mod replay;
mod stakes;

pub use ahead::{Ahead, LEADS, ahead, by_lead};
pub use best_order::{BestOrder, best_order};
pub use replay::{KickWorth, ReplayError, replay};
pub use stakes::{ByStakes, TAKERS, between};

/// Kicks each before sudden death.
pub const ROUNDS: u16 = 5;

/// Who kicks when. Sides are 0, who kicks first, and 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The same side first in every round: the Laws of the Game.
    #[default]
    Abab,
    /// Each round the other side first.
    Abba,
    /// The side that alone missed in a round is first in the next; after equal kicks the other side (Brams & Ismail 2018).
    CatchUp,
    /// The same, but the side that was second in the first round is first in sudden death (Csató 2021).
    AdjustedCatchUp,
}

impl Order {
    /// Every order.
    pub const ALL: [Self; 4] = [Self::Abab, Self::Abba, Self::CatchUp, Self::AdjustedCatchUp];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Abab => "ABAB",
            Self::Abba => "ABBA",
            Self::CatchUp => "catch-up",
            Self::AdjustedCatchUp => "adjusted catch-up",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn read(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.name().eq_ignore_ascii_case(name.trim()))
    }

    /// Who is first in the round after one in which `first` kicked first.
    const fn next(self, round: u16, first: usize, scored: [bool; 2]) -> usize {
        match self {
            Self::Abab => first,
            Self::Abba => 1 - first,
            Self::AdjustedCatchUp if round + 1 == ROUNDS => 1,
            Self::CatchUp | Self::AdjustedCatchUp => match scored {
                [true, false] => 1,
                [false, true] => 0,
                _ => 1 - first,
            },
        }
    }
}

/// A kick about to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kick {
    /// Whose.
    pub side: usize,
    /// How many that side has taken before.
    pub number: u16,
    /// Whether missing loses at once.
    pub must_score: bool,
    /// Whether scoring wins at once.
    pub can_win: bool,
}

/// How a shoot-out stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// The round, from 0.
    pub round: u16,
    /// Who kicks first in it.
    pub first: usize,
    /// Whether the first of the round has scored, once he has kicked.
    pub half: Option<bool>,
    /// Kicks scored by both sides.
    pub scored: [u16; 2],
}

impl State {
    /// Before the first kick.
    pub const START: Self = Self { round: 0, first: 0, half: None, scored: [0, 0] };

    /// Who kicks next.
    #[must_use]
    pub const fn next(&self) -> usize {
        match self.half {
            None => self.first,
            Some(_) => 1 - self.first,
        }
    }

    /// Kicks taken by a side.
    #[must_use]
    pub const fn taken(&self, side: usize) -> u16 {
        self.round + if self.half.is_some() && side == self.first { 1 } else { 0 }
    }

    /// Who has won, if it is over.
    #[must_use]
    pub fn winner(&self) -> Option<usize> {
        let [left, right] = [0, 1].map(|side| {
            let left = ROUNDS.saturating_sub(self.taken(side));
            // In sudden death the second of a round may still answer.
            if self.round >= ROUNDS { u16::from(self.half.is_some() && side != self.first) } else { left }
        });
        if self.scored[0] > self.scored[1] + right {
            Some(0)
        } else if self.scored[1] > self.scored[0] + left {
            Some(1)
        } else {
            None
        }
    }

    /// The state after the next kick.
    #[must_use]
    pub fn after(&self, order: Order, goal: bool) -> Self {
        let mut state = *self;
        state.scored[self.next()] += u16::from(goal);
        match self.half {
            None => state.half = Some(goal),
            Some(first_scored) => {
                let mut scored = [goal; 2];
                scored[self.first] = first_scored;
                state.first = order.next(self.round, self.first, scored);
                state.round += 1;
                state.half = None;
            }
        }
        state
    }

    /// The kick about to be taken.
    #[must_use]
    pub fn kick(&self) -> Kick {
        let side = self.next();
        // Who kicks first next does not matter for whether it is over.
        let ends = |goal: bool| self.after(Order::Abab, goal).winner();
        Kick {
            side,
            number: self.taken(side),
            must_score: ends(false) == Some(1 - side),
            can_win: ends(true) == Some(side),
        }
    }
}

/// Chance that side 0 wins from a state, given the chance of every kick; `takers` is how many kicks of a side pass before
/// the same man kicks again (11, or fewer; the sides have equally many). Where nobody can ever win, one half.
///
/// Chances outside 0 to 1 are cut to it; what is no number counts as 0.
#[must_use]
pub fn win(state: State, order: Order, takers: u16, chance: &impl Fn(&Kick) -> f64) -> f64 {
    let takers = takers.max(1);
    match state.winner() {
        Some(winner) => return if winner == 0 { 1.0 } else { 0.0 },
        None if state.round >= ROUNDS && state.half.is_none() => return sudden_death(state, order, takers, chance),
        None => {}
    }
    let kick = state.kick();
    let scores = proper(chance(&kick));
    let after = |goal| win(state.after(order, goal), order, takers, chance);
    scores * after(true) + (1.0 - scores) * after(false)
}

fn proper(chance: f64) -> f64 {
    if chance.is_nan() { 0.0 } else { chance.clamp(0.0, 1.0) }
}

/// Chance that side 0 wins level at the start of a round of sudden death.
fn sudden_death(state: State, order: Order, takers: u16, chance: &impl Fn(&Kick) -> f64) -> f64 {
    let (mut won, mut goes_on) = (0.0, 1.0);
    let mut now = State { scored: [0, 0], ..state };
    // After as many rounds, twice as many where the first alternates, everything is as it was.
    for _ in 0..2 * takers {
        let first = proper(chance(&now.kick()));
        let second = |goal: bool| {
            let half = now.after(order, goal);
            proper(chance(&half.kick()))
        };
        let (answer, alone) = (second(true), second(false));
        let first_wins = first * (1.0 - answer);
        let second_wins = (1.0 - first) * alone;
        won += goes_on * if now.first == 0 { first_wins } else { second_wins };
        goes_on *= (1.0 - first_wins - second_wins).max(0.0);
        // Both scored or both missed: the same for every order.
        now = State { scored: [0, 0], ..now.after(order, true).after(order, true) };
    }
    if goes_on < 1.0 { won / (1.0 - goes_on) } else { 0.5 }
}

/// Chances of takers in their order, beginning again after the last; nobody is anybody of chance one half.
pub fn in_turn(takers: [&[f64]; 2]) -> impl Fn(&Kick) -> f64 {
    let takers = takers.map(<[f64]>::to_vec);
    move |kick| {
        let of_side = &takers[kick.side];
        if of_side.is_empty() { 0.5 } else { of_side[usize::from(kick.number) % of_side.len()] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Chances for a side behind and for everybody else, as in the literature on the order of kicks.
    fn by_pressure(scores: f64, behind: f64) -> impl Fn(State) -> f64 {
        move |state| {
            let side = state.next();
            if state.scored[side] < state.scored[1 - side] { behind } else { scores }
        }
    }

    /// The same recursion with chances by state, to a depth at which nothing is left.
    fn win_by_state(state: State, order: Order, depth: u16, chance: &impl Fn(State) -> f64) -> f64 {
        if let Some(winner) = state.winner() {
            return if winner == 0 { 1.0 } else { 0.0 };
        }
        if depth == 0 {
            return 0.5;
        }
        // In sudden death only the round counts: with level scores states repeat.
        let mut state = state;
        if state.round > ROUNDS && state.half.is_none() {
            state.scored = [0, 0];
        }
        let scores = chance(state);
        scores * win_by_state(state.after(order, true), order, depth - 1, chance)
            + (1.0 - scores) * win_by_state(state.after(order, false), order, depth - 1, chance)
    }

    /// Brams & Ismail 2018 and Csató 2021: the first side's advantage when the side behind scores less often.
    #[test]
    fn the_side_that_kicks_first_gains_when_those_behind_miss_more() {
        for (chances, abab, abba) in [((0.75, 2.0 / 3.0), 0.571, 0.512), ((0.75, 0.70), 0.546, 0.507)] {
            let chance = by_pressure(chances.0, chances.1);
            let found = [Order::Abab, Order::Abba].map(|order| win_by_state(State::START, order, 24, &chance));
            assert!((found[0] - abab).abs() < 2e-3, "{found:?}");
            assert!((found[1] - abba).abs() < 2e-3, "{found:?}");
        }
    }

    #[test]
    fn equal_sides_are_even_whatever_the_order() {
        for order in Order::ALL {
            let chance = win(State::START, order, 11, &|_: &Kick| 0.746);
            assert!((chance - 0.5).abs() < 1e-12, "{order:?} {chance}");
        }
    }

    /// Italy against France, final of 2006: at 5-3 nobody needs the last kick.
    #[test]
    fn it_ends_as_soon_as_nobody_can_be_caught() {
        let mut state = State::START;
        for goal in [true, true, true, false, true, true, true, true] {
            assert_eq!(state.winner(), None);
            state = state.after(Order::Abab, goal);
        }
        // 4-3 after four each: a goal wins, and the other side must have missed to be still in it.
        assert_eq!(state.scored, [4, 3]);
        let kick = state.kick();
        assert!(kick.can_win && !kick.must_score);
        assert_eq!(state.after(Order::Abab, true).winner(), Some(0));
        let half = state.after(Order::Abab, false);
        assert!(half.kick().must_score && !half.kick().can_win);
        assert_eq!(half.after(Order::Abab, false).winner(), Some(0));
    }

    #[test]
    fn in_sudden_death_the_second_of_a_round_may_answer() {
        let level = State { round: 7, first: 0, half: None, scored: [6, 6] };
        assert_eq!(level.winner(), None);
        let ahead = level.after(Order::Abab, true);
        assert_eq!(ahead.winner(), None);
        assert!(ahead.kick().must_score && !ahead.kick().can_win);
        assert_eq!(ahead.after(Order::Abab, false).winner(), Some(0));
        assert!(level.after(Order::Abab, false).kick().can_win);
    }

    #[test]
    fn nobody_ever_wins_is_even() {
        assert!((win(State::START, Order::Abab, 11, &|_: &Kick| 1.0) - 0.5).abs() < 1e-12);
        assert!((win(State::START, Order::Abba, 11, &|_: &Kick| f64::NAN) - 0.5).abs() < 1e-12);
    }

    proptest! {
        /// Sudden death summed as a fraction is what a long recursion gives.
        #[test]
        fn the_fraction_is_the_sum(a in 0.3..0.9_f64, b in 0.3..0.9_f64, order in 0..4_usize) {
            let order = Order::ALL[order];
            let exact = win(State { round: 5, first: 0, half: None, scored: [4, 4] }, order, 11, &|kick: &Kick| [a, b][kick.side]);
            let level = State { round: 5, first: 0, half: None, scored: [4, 4] };
            let (mut sum, mut rest, mut state) = (0.0, 1.0, level);
            for _ in 0..400 {
                let (first, second) = ([a, b][state.first], [a, b][1 - state.first]);
                sum += rest * if state.first == 0 { first * (1.0 - second) } else { (1.0 - first) * second };
                rest *= first * second + (1.0 - first) * (1.0 - second);
                state = state.after(order, true).after(order, true);
            }
            prop_assert!((exact - sum).abs() < 1e-9 + rest, "{exact} {sum}");
        }

        /// A better taker never makes his side's chance smaller, and both sides' chances make one.
        #[test]
        fn better_takers_win_more(chances in prop::collection::vec(0.2..0.95_f64, 22), better in 0..11_usize, order in 0..4_usize) {
            let order = Order::ALL[order];
            let (own, other) = chances.split_at(11);
            let before = win(State::START, order, 11, &in_turn([own, other]));
            let mut improved = own.to_vec();
            improved[better] += 0.04;
            prop_assert!(win(State::START, order, 11, &in_turn([&improved, other])) >= before - 1e-12);
            // Seen from the other side: who kicks first is who is called 0.
            let turned = State { first: 1, ..State::START };
            if matches!(order, Order::Abab | Order::Abba) {
                let seen = win(turned, order, 11, &in_turn([other, own]));
                prop_assert!((seen + before - 1.0).abs() < 1e-9);
            }
        }
    }
}
