//! The best order of a side's takers, and how little it matters.

use super::{Kick, Order, ROUNDS, State, in_turn, win};

/// What the order of a side's takers is worth.
#[derive(Clone, Debug, PartialEq)]
pub struct BestOrder {
    /// Takers by their place in the list given, first to kick first.
    pub order: Vec<usize>,
    /// Chance to win with it.
    pub best: f64,
    /// Chance to win in the order given.
    pub given: f64,
    /// Chance to win in the worst order.
    pub worst: f64,
}

/// The best order of the takers of side 0 against the takers of side 1 in theirs, whatever the state of the shoot-out
/// does to nobody: 5 to 11 takers each, equally many. `None` otherwise.
///
/// Exact: the first five kicks come to the same in any order, so the sides' first five are tried as sets, and for each
/// that can still be the best every order of all who follow and of the five when their turn comes again.
#[must_use]
pub fn best_order(takers: &[f64], others: &[f64], order: Order) -> Option<BestOrder> {
    let n = takers.len();
    if !(usize::from(ROUNDS)..=11).contains(&n) || others.len() != n {
        return None;
    }
    let given = win(State::START, order, n as u16, &in_turn([takers, others]));
    let (best_places, best) = search(takers, others, order, true);
    let (_, worst) = search(takers, others, order, false);
    Some(BestOrder { order: best_places, best, given, worst })
}

/// The best or the worst order and its chance.
fn search(takers: &[f64], others: &[f64], order: Order, best: bool) -> (Vec<usize>, f64) {
    let n = takers.len();
    let first = usize::from(ROUNDS);
    let sign = if best { 1.0 } else { -1.0 };
    let extreme = takers
        .iter()
        .copied()
        .fold(if best { 0.0 } else { 1.0 }, |one: f64, two| if best { one.max(two) } else { one.min(two) });
    // What a set of first takers can come to at the very most: from then on everybody is as good as the best.
    let mut sets: Vec<(f64, Vec<usize>)> = (0..1_u32 << n)
        .filter(|bits| bits.count_ones() as usize == first)
        .map(|bits| {
            let set: Vec<usize> = (0..n).filter(|taker| bits >> taker & 1 == 1).collect();
            let chance = |kick: &Kick| match (kick.side, usize::from(kick.number)) {
                (0, number) if number < first => takers[set[number]],
                (0, _) => extreme,
                (_, number) => others[number % n],
            };
            (sign * win(State::START, order, n as u16 * 2, &chance), set)
        })
        .collect();
    sets.sort_by(|one, two| two.0.total_cmp(&one.0));
    let mut found: (f64, Vec<usize>) = (f64::NEG_INFINITY, Vec::new());
    for (bound, set) in sets {
        if bound <= found.0 + 1e-15 {
            break;
        }
        let rest: Vec<usize> = (0..n).filter(|taker| !set.contains(taker)).collect();
        let late = Late::new(takers, others, order, &set);
        permutations(&rest, &mut |tail| {
            // The five kick again only once all have: what that can change is bounded before it is tried.
            if sign * late.at_most(tail, extreme) <= found.0 {
                return;
            }
            permutations(&set, &mut |head| {
                let value = sign * late.value(head, tail);
                if value > found.0 {
                    found = (value, head.iter().chain(tail).copied().collect());
                }
            });
        });
    }
    (found.1, sign * found.0)
}

/// A set of first takers: what the first five kicks come to, and what follows.
struct Late<'t> {
    takers: &'t [f64],
    others: &'t [f64],
    order: Order,
    /// Chance to win within five kicks, and to be level after them.
    early: [f64; 2],
    /// Who is first in sudden death (the order of kicks can depend on goals only in the catch-up rules, which alternate
    /// then).
    set: Vec<usize>,
}

impl<'t> Late<'t> {
    fn new(takers: &'t [f64], others: &'t [f64], order: Order, set: &[usize]) -> Self {
        let n = takers.len();
        let chance = |late: f64| {
            move |kick: &Kick| {
                let number = usize::from(kick.number);
                match kick.side {
                    0 if number < set.len() => takers[set[number]],
                    1 if number < set.len() => others[number % n],
                    0 => late,
                    // Side 0 wins or loses every sudden death.
                    _ => 1.0 - late,
                }
            }
        };
        let lost = win(State::START, order, 1, &chance(0.0));
        let won = win(State::START, order, 1, &chance(1.0));
        Self { takers, others, order, early: [lost, won - lost], set: set.to_vec() }
    }

    fn sudden(&self, own: impl Fn(usize) -> f64) -> f64 {
        let n = self.takers.len();
        let state = State { round: self.set.len() as u16, first: 0, half: None, scored: [0, 0] };
        let state = State { round: state.round.max(ROUNDS), ..state };
        let chance = |kick: &Kick| {
            let number = usize::from(kick.number);
            if kick.side == 0 { own(number) } else { self.others[number % n] }
        };
        win(state, self.order, n as u16 * 2, &chance)
    }

    fn value(&self, head: &[usize], tail: &[usize]) -> f64 {
        let n = self.takers.len();
        let own = |number: usize| {
            let place = number % n;
            self.takers[if place < head.len() { head[place] } else { tail[place - head.len()] }]
        };
        self.early[0] + self.early[1] * self.sudden(own)
    }

    /// The same with the best in place of those who kick again.
    fn at_most(&self, tail: &[usize], extreme: f64) -> f64 {
        let n = self.takers.len();
        let own = |number: usize| {
            if (self.set.len()..n).contains(&number) { self.takers[tail[number - self.set.len()]] } else { extreme }
        };
        self.early[0] + self.early[1] * self.sudden(own)
    }
}

/// Every order of some things.
fn permutations(things: &[usize], each: &mut impl FnMut(&[usize])) {
    fn go(things: &mut Vec<usize>, from: usize, each: &mut impl FnMut(&[usize])) {
        if from + 1 >= things.len() {
            each(things);
            return;
        }
        for place in from..things.len() {
            things.swap(from, place);
            go(things, from + 1, each);
            things.swap(from, place);
        }
    }
    go(&mut things.to_vec(), 0, each);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_order_is_the_best_of_all_orders() {
        let takers = [0.7, 0.9, 0.6, 0.8, 0.75, 0.65];
        let others = [0.74; 6];
        for order in [Order::Abab, Order::Abba] {
            let found = best_order(&takers, &others, order).unwrap();
            let (mut best, mut worst) = (0.0_f64, 1.0_f64);
            permutations(&[0, 1, 2, 3, 4, 5], &mut |places| {
                let own: Vec<f64> = places.iter().map(|&place| takers[place]).collect();
                let chance = win(State::START, order, 6, &in_turn([&own, &others]));
                best = best.max(chance);
                worst = worst.min(chance);
            });
            assert!((found.best - best).abs() < 1e-12, "{found:?} {best}");
            assert!((found.worst - worst).abs() < 1e-12, "{found:?} {worst}");
            let own: Vec<f64> = found.order.iter().map(|&place| takers[place]).collect();
            assert!((win(State::START, order, 6, &in_turn([&own, &others])) - best).abs() < 1e-12);
        }
    }

    /// Eleven takers of the usual spread: the best order gains little, and leaves the weakest for the end.
    #[test]
    fn order_matters_little() {
        let takers = [0.78, 0.70, 0.82, 0.74, 0.76, 0.72, 0.69, 0.80, 0.71, 0.75, 0.60];
        let found = best_order(&takers, &[0.74; 11], Order::Abab).unwrap();
        assert!(found.best - found.given < 0.05 && found.best - found.worst < 0.2, "{found:?}");
        assert!(found.order[5..].contains(&10));
        assert!(best_order(&takers, &[0.7; 10], Order::Abab).is_none());
        assert!(best_order(&[0.7; 4], &[0.7; 4], Order::Abab).is_none());
    }
}
