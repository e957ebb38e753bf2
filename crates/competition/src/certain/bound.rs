//! How far scores of the last matches have to be looked at: beyond, nothing changes any more.
//!
//! Two matches are left, of four different teams (or one). Let `h` and `l` be the goals of the side that wins and of the
//! other (equal in a draw) and `w = h - l`. Every criterion but averages and sums over opponents compares two teams by the
//! sign of a form: a constant `c`, what they have so far, and
//! * for goal differences `±2w1`, `±2w2`, `±w1`, `±w2` or `±w1 ± w2`;
//! * for goals `u1 - u2`, `±u1` or `±u2`, where `u` is `h` or `l` of its match, or `±w` within one match.
//!
//! Only teams level on points are compared, so within given results constants are those of such teams; let `t` be one more
//! than the largest of them. Then every way in which the forms can be signed is found with `w <= 4t + 5`:
//! * If both `w > 2t + 2`, take 1 from `h1` and `h2`. Forms of `w` keep their signs; of the others `h1 - h2` stays as it is.
//!   `h1 - l2` could change only where `l2 >= h1 - t`; then take 1 from `h1` and `l2` and 2 from `h2`: `h1 - l2` stays, and
//!   `l2 - l1`, `h2 - h1` and `h2 - l1` are all beyond `t`. Likewise with the matches exchanged.
//! * If `w2 <= 2t + 2` and `w1 > 4t + 5`, take 1 from `h1`; where `h1 <= h2 + t + 1`, so that this could matter, `l2 - l1`
//!   is beyond `t`, and 1 is taken from `h1`, `h2` and `l2`. A drawn match is the same with `h2 = l2`.
//!
//! Given both margins, forms are `c + l1 - l2`, `c + l1` and `c + l2`: differences and single goals, whose every
//! combination of signs has a least solution. In it each `l` is 0, just where a single form has its zero or just after it,
//! or so far from the other as a difference has its zero, one more or one less. [`Ties::low_goals`] lists these.

use super::field::Field;
use crate::criterion::{Criterion, Measure};
use crate::table::{Standing, tally};

/// What a table of some matches already played holds, for teams that may be compared by it.
#[derive(Debug)]
struct Table {
    teams: Vec<usize>,
    standings: Vec<Standing>,
    /// Which of the matches left count in it.
    counts: [bool; 2],
}

/// Teams level on points after given results, and what can be compared among them.
#[derive(Debug)]
pub(super) struct Ties {
    /// Groups of two or more teams level on points.
    pub(super) classes: Vec<Vec<usize>>,
    tables: Vec<Table>,
    away_goals: bool,
}

impl Ties {
    /// The ties after results of the matches left.
    pub(super) fn after(field: &Field<'_>, results: &[i32]) -> Self {
        let points = field.points_after(results);
        let mut classes: Vec<Vec<usize>> = Vec::new();
        if field.points_first() {
            let mut levels = points.clone();
            levels.sort_unstable();
            levels.dedup();
            classes.extend(
                levels.iter().map(|level| (0..field.size).filter(|&member| points[member] == *level).collect()),
            );
        } else {
            classes.push((0..field.size).collect());
        }
        classes.retain(|class| class.len() > 1);
        let has = |wanted: &dyn Fn(Criterion) -> bool| field.rules.iter().any(|rule| wanted(rule.criterion));
        let head_to_head = has(&|criterion| matches!(criterion, Criterion::HeadToHead(_)));
        let away_goals = has(&|criterion| {
            matches!(criterion, Criterion::Overall(Measure::AwayGoals) | Criterion::HeadToHead(Measure::AwayGoals))
        });
        let mut tables = Vec::new();
        for class in &classes {
            let all = Table { teams: class.clone(), standings: field.standings.clone(), counts: [true; 2] };
            tables.push(all);
            if !head_to_head {
                continue;
            }
            for subset in 1_u32..1 << class.len() {
                if subset.count_ones() < 2 {
                    continue;
                }
                let teams: Vec<usize> =
                    class.iter().enumerate().filter(|(at, _)| subset >> at & 1 == 1).map(|(_, &team)| team).collect();
                let among = |sides: [u8; 2]| sides.iter().all(|&side| teams.contains(&usize::from(side)));
                let games: Vec<_> = field.played.iter().filter(|game| among(game.sides)).copied().collect();
                let standings = tally(field.size, &games, field.points);
                let counts = [0, 1].map(|place| field.left.get(place).is_some_and(|&sides| among(sides)));
                tables.push(Table { teams, standings, counts });
            }
        }
        Self { classes, tables, away_goals }
    }

    /// The largest margin that has to be looked at.
    pub(super) fn margins(&self) -> i32 {
        let mut largest = 0;
        for table in &self.tables {
            for measure in [Measure::GoalDifference, Measure::GoalsFor, Measure::AwayGoals] {
                let of = |&team: &usize| table.standings[team].measure(measure);
                let most = table.teams.iter().map(of).max().unwrap_or(0);
                let fewest = table.teams.iter().map(of).min().unwrap_or(0);
                // A team's own number is the constant against one whose matches are over and who has none.
                largest = largest.max(most - fewest);
            }
        }
        4 * (largest + 1) + 5
    }

    /// Whether a class has both sides of a match left.
    pub(super) fn meet(field: &Field<'_>, class: &[usize]) -> bool {
        field.left.iter().any(|sides| sides.iter().all(|&side| class.contains(&usize::from(side))))
    }

    /// Goals of the sides that do not win, to be looked at with given margins.
    pub(super) fn low_goals(&self, field: &Field<'_>, margins: [i32; 2]) -> Vec<[i32; 2]> {
        let mut single: [Vec<i32>; 2] = [vec![0], vec![0]];
        let mut apart: Vec<i32> = Vec::new();
        let left = field.left.len();
        let measures: &[Measure] =
            if self.away_goals { &[Measure::GoalsFor, Measure::AwayGoals] } else { &[Measure::GoalsFor] };
        for table in &self.tables {
            for &measure in measures {
                // What a team has so far and by winning margins, and whose low goals are added.
                let form = |team: usize| -> (i32, Option<usize>) {
                    let so_far = table.standings[team].measure(measure);
                    for (place, sides) in field.left.iter().enumerate().take(left) {
                        let Some(side) = sides.iter().position(|&side| usize::from(side) == team) else { continue };
                        if !table.counts[place] || (measure == Measure::AwayGoals && side == 0) {
                            continue;
                        }
                        let own = if side == 0 { margins[place] } else { -margins[place] };
                        return (so_far + own.max(0), Some(place));
                    }
                    (so_far, None)
                };
                for (at, &one) in table.teams.iter().enumerate() {
                    for &other in &table.teams[at + 1..] {
                        let (one, other) = (form(one), form(other));
                        match (one.1, other.1) {
                            (Some(place), None) => single[place].push(other.0 - one.0),
                            (None, Some(place)) => single[place].push(one.0 - other.0),
                            (Some(0), Some(1)) => apart.push(other.0 - one.0),
                            (Some(1), Some(0)) => apart.push(one.0 - other.0),
                            _ => {}
                        }
                    }
                }
            }
        }
        let lows = single.map(|zeros| {
            let mut lows: Vec<i32> = zeros.iter().flat_map(|&zero| [zero, zero + 1]).filter(|&low| low >= 0).collect();
            lows.push(0);
            lows.sort_unstable();
            lows.dedup();
            lows
        });
        let mut pairs = Vec::new();
        for &first in &lows[0] {
            pairs.extend(lows[1].iter().map(|&second| [first, second]));
        }
        for zero in apart {
            for difference in zero - 1..=zero + 1 {
                pairs.extend(lows[0].iter().map(|&first| [first, first - difference]));
                pairs.extend(lows[1].iter().map(|&second| [second + difference, second]));
            }
        }
        pairs.retain(|pair| pair.iter().all(|&low| low >= 0) && (left > 1 || pair[1] == 0));
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }
}
