//! The kicks still to come, and chances by the lead.

use super::{Kick, Order, ROUNDS, State, win};

/// A kick still to come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ahead {
    /// Its number among all kicks, from 1.
    pub number: usize,
    /// Chance that it is taken at all.
    pub taken: f64,
    /// How far it moves the chances of the side that takes it, from miss to goal, where it is taken.
    pub swing: f64,
    /// Chance that it is taken and missing loses at once, and that scoring wins at once.
    pub deciding: [f64; 2],
}

/// The next `count` kicks after a state: how likely each is taken, and what it is worth. Ends earlier where hardly any
/// shoot-out gets further.
#[must_use]
pub fn ahead(start: State, order: Order, takers: u16, chance: &impl Fn(&Kick) -> f64, count: usize) -> Vec<Ahead> {
    let before = usize::from(start.taken(0) + start.taken(1));
    let mut states: Vec<(State, f64)> = vec![(start, 1.0)];
    let mut told = Vec::new();
    for number in 1..=count {
        let (mut taken, mut swing, mut deciding) = (0.0, 0.0, [0.0; 2]);
        let mut next: Vec<(State, f64)> = Vec::new();
        for (state, weight) in states {
            let kick = state.kick();
            let after = [true, false].map(|goal| state.after(order, goal));
            let [scored, missed] = after.map(|state| win(state, order, takers, chance));
            taken += weight;
            swing += weight * (scored - missed).abs();
            deciding[0] += weight * f64::from(u8::from(kick.must_score));
            deciding[1] += weight * f64::from(u8::from(kick.can_win));
            let goal = chance(&kick);
            for (state, share) in after.into_iter().zip([goal, 1.0 - goal]) {
                if state.winner().is_some() {
                    continue;
                }
                match next.iter_mut().find(|(known, _)| *known == state) {
                    Some((_, sum)) => *sum += weight * share,
                    None => next.push((state, weight * share)),
                }
            }
        }
        if taken < 1e-6 {
            break;
        }
        told.push(Ahead { number: before + number, taken, swing: swing / taken, deciding });
        states = next;
    }
    told
}

/// Leads told by [`by_lead`]: three behind to three ahead.
pub const LEADS: usize = 7;

/// Chance of side 0 to win after 1 to 5 full rounds, at leads of -3 to 3; `None` where that cannot be. Nothing for orders in
/// which who kicks first depends on goals.
#[must_use]
pub fn by_lead(order: Order, takers: u16, chance: &impl Fn(&Kick) -> f64) -> Vec<[Option<f64>; LEADS]> {
    if !matches!(order, Order::Abab | Order::Abba) {
        return Vec::new();
    }
    (1..=ROUNDS)
        .map(|round| {
            std::array::from_fn(|place| {
                let [ahead, behind] = [place.saturating_sub(3), 3_usize.saturating_sub(place)].map(|lead| lead as u16);
                let first = if order == Order::Abba { usize::from(round % 2) } else { 0 };
                let state = State { round, first, half: None, scored: [ahead, behind] };
                (ahead.max(behind) <= round).then(|| win(state, order, takers, chance))
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every shoot-out has its first three kicks each; the chances of a kick add up over what it can lead to.
    #[test]
    fn early_kicks_are_always_taken_and_late_ones_matter_more() {
        let told = ahead(State::START, Order::Abab, 11, &|_: &Kick| 0.75, 14);
        assert!(told[..6].iter().all(|kick| (kick.taken - 1.0).abs() < 1e-12), "{told:?}");
        assert!(told.windows(2).all(|pair| pair[0].taken >= pair[1].taken));
        assert!(told[9].swing > told[0].swing && told[10].deciding == [0.0; 2] && told[11].deciding[0] > 0.0);
    }

    #[test]
    fn three_behind_with_two_to_come_is_lost() {
        let table = by_lead(Order::Abab, 11, &|_: &Kick| 0.75);
        assert_eq!((table.len(), table[0][0], table[2][0], table[2][6]), (5, None, Some(0.0), Some(1.0)));
        assert!((table[0][3].unwrap() - 0.5).abs() < 1e-12);
        assert!(by_lead(Order::CatchUp, 11, &|_: &Kick| 0.75).is_empty());
    }
}
