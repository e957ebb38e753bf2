//! Groups ranked by packed numbers, as far as those tell.
//!
//! A team's numbers are one `u64`: points (or the class its results alone give it), goal difference, goals, and its
//! number in the group in the last 16 bits. Sorted, they are the table, unless two agree in everything above these bits
//! that the ranking has before other criteria: then [`Ranker`](crate::table::Ranker) has to look.

use super::pairing::code;
use crate::criterion::{Criterion, Measure, Rule};
use crate::table::{Decision, Game, Nothing, Ranker, tally};

/// Bits of the goal difference, the goals and the team's number.
const POINTS_AT: u32 = 48;
const DIFFERENCE_AT: u32 = 32;
const GOALS_AT: u32 = 16;
/// A goal difference of none: the field must not become negative.
const NO_DIFFERENCE: u64 = 1 << 15;

/// Most games of a group whose results are looked up as a whole: 3^6 of them.
const MOST_LOOKED_UP: usize = 6;

/// What a score adds to the numbers of both sides; from 256 on the same with the sides the other way round.
#[derive(Clone, Debug)]
pub(super) struct Steps {
    steps: Box<[[u64; 2]; 512]>,
    outcomes: Box<[u8; 512]>,
}

impl Steps {
    pub(super) fn new(points: [u8; 3]) -> Self {
        let mut steps = Box::new([[0; 2]; 512]);
        let mut outcomes = Box::new([0; 512]);
        for home in 0..16 {
            for away in 0..16 {
                let step = |own: usize, other: usize| {
                    let outcome = usize::from(own <= other) + usize::from(own < other);
                    let difference = (own as u64).wrapping_sub(other as u64);
                    (u64::from(points[outcome]) << POINTS_AT)
                        .wrapping_add(difference << DIFFERENCE_AT)
                        .wrapping_add((own as u64) << GOALS_AT)
                };
                let [first, second] = [step(home, away), step(away, home)];
                steps[code(home, away)] = [first, second];
                steps[256 + code(home, away)] = [second, first];
                let result = outcome(code(home, away) as u8) as u8;
                outcomes[code(home, away)] = result;
                outcomes[256 + code(home, away)] = 2 - result;
            }
        }
        Self { steps, outcomes }
    }

    #[inline(always)]
    pub(super) fn of(&self, code: u8) -> [u64; 2] {
        self.steps[usize::from(code)]
    }

    /// With the sides the other way round if `turned`.
    #[inline(always)]
    pub(super) fn turned(&self, code: u8, turned: bool) -> [u64; 2] {
        self.steps[usize::from(turned) << 8 | usize::from(code)]
    }

    /// 0 for a win of the first side, 1 for a draw, 2; with the sides the other way round if `turned`.
    #[inline(always)]
    pub(super) fn outcome(&self, code: u8, turned: bool) -> usize {
        usize::from(self.outcomes[usize::from(turned) << 8 | usize::from(code)])
    }
}

/// The numbers of a team that has not played.
pub(super) const fn nothing(member: usize) -> u64 {
    NO_DIFFERENCE << DIFFERENCE_AT | member as u64
}

/// The member a number is of.
#[inline(always)]
pub(super) const fn member(number: u64) -> usize {
    (number & 0xFFFF) as usize
}

/// 0 for a win of the first side, 1 for a draw, 2.
#[inline(always)]
pub(super) const fn outcome(code: u8) -> usize {
    let (home, away) = (code >> 4, code & 15);
    (home <= away) as usize + (home < away) as usize
}

/// How far packed numbers rank.
#[derive(Clone, Debug)]
pub(super) struct Fast {
    /// The bits that count; none where numbers say nothing.
    pub(super) counts: u64,
    /// By the results of all games: classes of the four members, 3 bits each, and whether the ranker must look.
    pub(super) patterns: Option<Vec<u16>>,
}

/// The bit of a pattern for which numbers do not do.
pub(super) const LOOK: u16 = 1 << 15;

impl Fast {
    /// For a ranking of `size` teams that play `games` (members of both sides).
    pub(super) fn new(rules: &[Rule], points: [u8; 3], size: usize, games: &[[u8; 2]]) -> Self {
        let by_results = |rule: &&Rule| {
            let criterion = rule.criterion;
            rule.places.is_none()
                && matches!(
                    criterion,
                    Criterion::Overall(Measure::Points) | Criterion::Wins | Criterion::HeadToHead(Measure::Points)
                )
        };
        let mut prefix = rules.iter().take_while(by_results).count();
        let first_is_points = rules.first().is_some_and(|rule| rule.criterion == Criterion::Overall(Measure::Points));
        let looked_up = prefix > 1 && size <= 4 && games.len() <= MOST_LOOKED_UP;
        if !looked_up {
            prefix = usize::from(first_is_points && prefix > 0);
        }
        if prefix == 0 {
            return Self { counts: 0, patterns: None };
        }
        let among = rules[..prefix].iter().position(|rule| matches!(rule.criterion, Criterion::HeadToHead(_)));
        let mut next = prefix;
        if among.is_some() {
            // Two who drew their only match are level on all of these.
            let of_a_run = |rule: &&Rule| {
                matches!(rule.criterion, Criterion::HeadToHead(_) | Criterion::HeadToHeadAgain) && rule.places.is_none()
            };
            next += rules[next..].iter().take_while(of_a_run).count();
        }
        let patterns = looked_up.then(|| patterns(rules, prefix, among, points, size, games));
        Self { counts: !0 << POINTS_AT | goals(&rules[next..]), patterns }
    }

    /// For a comparison across groups.
    pub(super) fn across(rules: &[Rule]) -> Self {
        let counts = match rules.split_first() {
            Some((rule, rest)) if *rule == Rule::of(Criterion::Overall(Measure::Points)) => {
                !0 << POINTS_AT | goals(rest)
            }
            _ => 0,
        };
        Self { counts, patterns: None }
    }
}

/// The bits of goal difference and goals, as far as rules begin with them in this order.
fn goals(rules: &[Rule]) -> u64 {
    let wanted = [Measure::GoalDifference, Measure::GoalsFor].map(|measure| Rule::of(Criterion::Overall(measure)));
    let same = rules.iter().zip(&wanted).take_while(|(rule, wanted)| rule == wanted).count();
    match same {
        0 => 0,
        1 => 0xFFFF << DIFFERENCE_AT,
        _ => 0xFFFF << DIFFERENCE_AT | 0xFFFF << GOALS_AT,
    }
}

/// Classes by the rules that ask for results alone, for every way the games can end.
fn patterns(
    rules: &[Rule],
    prefix: usize,
    among: Option<usize>,
    points: [u8; 3],
    size: usize,
    games: &[[u8; 2]],
) -> Vec<u16> {
    let mut whole = Ranker::new(&rules[..prefix], points);
    let mut before = Ranker::new(&rules[..among.unwrap_or(prefix)], points);
    let count = 3_usize.pow(u32::try_from(games.len()).unwrap_or(0));
    let mut patterns = Vec::with_capacity(count);
    for pattern in 0..count {
        let mut rest = pattern;
        let games: Vec<Game> = games
            .iter()
            .map(|&sides| {
                let goals = [[1, 0], [0, 0], [0, 1]][rest % 3];
                rest /= 3;
                Game { sides, goals }
            })
            .collect();
        let standings = tally(size, &games, points);
        let classes_of = |ranker: &mut Ranker<'_>| {
            let ranking = ranker.rank(&standings, &games, true, &mut Nothing);
            let mut classes = [0_u16; 4];
            let mut class = 7;
            for (place, &team) in ranking.order.iter().enumerate() {
                classes[usize::from(team)] = class;
                class -= u16::from(matches!(ranking.decisions.get(place), Some(Decision::By { .. })));
            }
            classes
        };
        let classes = classes_of(&mut whole);
        let earlier = classes_of(&mut before);
        let mut packed = classes.iter().enumerate().fold(0, |packed, (team, class)| packed | class << (3 * team));
        for team in 0..size {
            let level: Vec<usize> = (0..size).filter(|&other| classes[other] == classes[team]).collect();
            let were = (0..size).filter(|&other| earlier[other] == earlier[team]).count();
            let &[one, other] = &*level else {
                packed |= if level.len() > 2 && among.is_some() { LOOK } else { 0 };
                continue;
            };
            let met = games.iter().filter(|game| {
                game.sides.map(usize::from) == [one, other] || game.sides.map(usize::from) == [other, one]
            });
            if among.is_some() && (were != 2 || met.count() > 1) {
                packed |= LOOK;
            }
        }
        patterns.push(packed);
    }
    patterns
}

/// Sorts four numbers, greatest first, without a branch.
#[inline(always)]
pub(super) fn sort_four([a, b, c, d]: [u64; 4]) -> [u64; 4] {
    let (a, b) = (a.max(b), a.min(b));
    let (c, d) = (c.max(d), c.min(d));
    let (a, c) = (a.max(c), a.min(c));
    let (b, d) = (b.max(d), b.min(d));
    let (b, c) = (b.max(c), b.min(c));
    [a, b, c, d]
}

/// Comparisons that sort sixteen numbers (Batcher's odd-even merge sort).
const NETWORK: [[u8; 2]; 63] = {
    let mut network = [[0; 2]; 63];
    let mut count = 0;
    let mut p = 1;
    while p < 16 {
        let mut k = p;
        while k >= 1 {
            let mut j = k % p;
            while j + k < 16 {
                let mut i = 0;
                while i < k && i + j + k < 16 {
                    if (i + j) / (2 * p) == (i + j + k) / (2 * p) {
                        network[count] = [(i + j) as u8, (i + j + k) as u8];
                        count += 1;
                    }
                    i += 1;
                }
                j += 2 * k;
            }
            k /= 2;
        }
        p *= 2;
    }
    network
};

/// Sorts numbers, greatest first.
pub(super) fn sort(numbers: &mut [u64]) {
    if numbers.len() > 16 {
        return numbers.sort_unstable_by(|one, other| other.cmp(one));
    }
    // Nothing is less than what stands beyond the end, so that it stays there.
    let mut sixteen = [0; 16];
    sixteen[..numbers.len()].copy_from_slice(numbers);
    for [one, other] in NETWORK {
        let [one, other] = [usize::from(one & 15), usize::from(other & 15)];
        let (above, below) = (sixteen[one].max(sixteen[other]), sixteen[one].min(sixteen[other]));
        sixteen[one] = above;
        sixteen[other] = below;
    }
    numbers.copy_from_slice(&sixteen[..numbers.len()]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_are_sorted(numbers in proptest::collection::vec(any::<u64>(), 0..20)) {
            let mut expected = numbers.clone();
            expected.sort_unstable_by(|one, other| other.cmp(one));
            let mut sorted = numbers.clone();
            sort(&mut sorted);
            prop_assert_eq!(&sorted, &expected);
            if let Ok(four) = <[u64; 4]>::try_from(&*numbers) {
                prop_assert_eq!(sort_four(four).to_vec(), expected);
            }
        }
    }

    #[test]
    fn a_score_counts_for_both_sides() {
        let steps = Steps::new([3, 1, 0]);
        let [own, other] = steps.of(code(2, 5) as u8);
        let [own, other] = [own, other].map(|step| nothing(0).wrapping_add(step));
        assert_eq!((own >> 48, other >> 48), (0, 3));
        assert_eq!(((own >> 32 & 0xFFFF) as i64 - (1 << 15), (other >> 32 & 0xFFFF) as i64 - (1 << 15)), (-3, 3));
        assert_eq!((own >> 16 & 0xFFFF, other >> 16 & 0xFFFF), (2, 5));
        assert_eq!((steps.outcome(code(2, 5) as u8, false), steps.outcome(code(2, 5) as u8, true)), (2, 0));
    }
}
