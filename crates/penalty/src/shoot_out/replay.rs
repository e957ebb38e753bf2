//! A shoot-out that was taken, kick by kick.

use super::{Kick, Order, State, win};

/// A kick with the chance to win around it. Chances are of side 0, who kicked first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KickWorth {
    /// The kick.
    pub kick: Kick,
    /// Whether it was scored.
    pub scored: bool,
    /// Before it.
    pub before: f64,
    /// After it.
    pub after: f64,
    /// Had it been scored.
    pub if_scored: f64,
    /// Had it been missed.
    pub if_missed: f64,
    /// Score after it.
    pub score: [u16; 2],
}

/// Why kicks are no shoot-out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReplayError {
    /// A side kicked out of turn.
    #[error("kick {0} was taken by the wrong side for the order of kicks")]
    OutOfTurn(usize),
    /// Kicks went on after it was decided.
    #[error("kick {0} was taken after the shoot-out was decided")]
    AfterTheEnd(usize),
}

/// The chances through a shoot-out: kicks in the order taken, each its side (0 kicked first) and whether it was scored.
///
/// # Errors
/// If a side kicked out of turn, or kicks go on after the end; the number of the kick, from 1.
pub fn replay(
    kicks: &[(usize, bool)],
    order: Order,
    takers: u16,
    chance: &impl Fn(&Kick) -> f64,
) -> Result<Vec<KickWorth>, ReplayError> {
    let mut state = State::START;
    let mut told = Vec::with_capacity(kicks.len());
    for (number, &(side, scored)) in kicks.iter().enumerate() {
        if state.winner().is_some() {
            return Err(ReplayError::AfterTheEnd(number + 1));
        }
        if state.next() != side {
            return Err(ReplayError::OutOfTurn(number + 1));
        }
        let kick = state.kick();
        let value = |state| win(state, order, takers, chance);
        let [if_scored, if_missed] = [true, false].map(|goal| value(state.after(order, goal)));
        let before = value(state);
        state = state.after(order, scored);
        let after = if scored { if_scored } else { if_missed };
        told.push(KickWorth { kick, scored, before, after, if_scored, if_missed, score: state.scored });
    }
    Ok(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// World Cup 1982, semi-final: West Germany beat France 5-4; France kicked first, Six and Bossis missed, Stielike too.
    #[test]
    fn the_first_shoot_out_of_a_world_cup() {
        // F G F G F G(miss) F(miss) G F G F(miss) G
        let goals = [true, true, true, true, true, false, false, true, true, true, false, true];
        let kicks: Vec<(usize, bool)> = goals.iter().enumerate().map(|(place, &goal)| (place % 2, goal)).collect();
        let told = replay(&kicks, Order::Abab, 11, &|_: &Kick| 0.75).unwrap();
        assert_eq!(told.last().map(|last| (last.score, last.after)), Some(([4, 5], 0.0)));
        assert!(told.windows(2).all(|pair| (pair[0].after - pair[1].before).abs() < 1e-12));
        // Stielike's miss made France favourites; Bossis's gave the last kick the chance to win.
        assert!(told[5].after > 0.7 && told[10].after < 0.3);
        assert!(told[11].kick.can_win);
        for worth in &told {
            let mean = 0.75 * worth.if_scored + 0.25 * worth.if_missed;
            assert!((mean - worth.before).abs() < 1e-12);
        }
    }

    #[test]
    fn impossible_shoot_outs_are_refused() {
        let kicks = [(0, true), (0, true)];
        assert_eq!(replay(&kicks, Order::Abab, 11, &|_: &Kick| 0.75), Err(ReplayError::OutOfTurn(2)));
        let mut long: Vec<(usize, bool)> = (0..6).map(|place| (place % 2, place % 2 == 0)).collect();
        long.push((0, true));
        assert_eq!(replay(&long, Order::Abab, 11, &|_: &Kick| 0.75), Err(ReplayError::AfterTheEnd(7)));
    }
}
