//! The last one or two matches of a group, margin by margin.

use super::Places;
use super::bound::Ties;
use super::field::{Bench, Field, each_place};
use crate::criterion::{Criterion, Measure, Rule};
use crate::table::{Decision, Ranking};

/// Most members of a group whose last matches are gone through margin by margin.
const MOST_MEMBERS: usize = 8;
/// Widest margin gone through.
const WIDEST: i32 = 110;
/// Margins gone through where no bound is proved (goal averages, sums over opponents).
const MARGINS: u8 = 10;
/// Goals of the side that does not win gone through there: few, and so many that they outweigh what was before.
const LOW_GOALS: [i32; 10] = [0, 1, 2, 3, 4, 5, 6, 7, 12, 60];

/// What a member can come to at given margins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Spot {
    /// Places, as bits from the first.
    pub(super) places: u16,
    /// Whether goals scored, the margins given, change them.
    pub(super) by_goals: bool,
    /// The rule, from 1, that needs a fact nobody can know; 0 if none.
    pub(super) rule: u8,
}

impl Spot {
    pub(super) fn places(self) -> Places {
        Places::of_bits(self.places)
    }
}

/// Every margin of the matches left, at most two, seen from the side listed first.
#[derive(Debug)]
pub(super) struct Plane {
    /// Margins from `-bounds` to `bounds`; zero where there is no match.
    pub(super) bounds: [i32; 2],
    size: usize,
    spots: Vec<Spot>,
    /// The widest margin gone through, where that is not proved to be enough.
    pub(super) unproved: Option<u8>,
}

impl Plane {
    /// The plane of a field, at least as wide as `least`. `None` if more than two matches are left, if the same team
    /// plays in both, or if the group is too large.
    pub(super) fn of(field: &Field<'_>, least: i32) -> Option<Self> {
        let disjoint = match &*field.left {
            [] | [_] => true,
            [one, other] => !one.iter().any(|side| other.contains(side)),
            _ => false,
        };
        if !disjoint || field.size > MOST_MEMBERS {
            return None;
        }
        let linear = |rule: &Rule| !matches!(rule.criterion, Criterion::GoalAverage | Criterion::Opponents(_));
        if field.rules.iter().all(linear) { Some(Self::by_margins(field, least)) } else { Some(Self::by_scores(field)) }
    }

    fn empty(field: &Field<'_>, bound: i32) -> Self {
        let bounds = [0, 1].map(|place| if place < field.left.len() { bound } else { 0 });
        let spots = bounds.iter().map(|bound| (2 * bound + 1).unsigned_abs() as usize).product::<usize>() * field.size;
        Self { bounds, size: field.size, spots: vec![Spot::default(); spots], unproved: None }
    }

    fn at(&self, margins: [i32; 2]) -> usize {
        let [row, column] = [0, 1].map(|place| (margins[place] + self.bounds[place]).unsigned_abs() as usize);
        (row * (2 * self.bounds[1] + 1).unsigned_abs() as usize + column) * self.size
    }

    /// What a member can come to at given margins, no wider than the bounds.
    pub(super) fn spot(&self, margins: [i32; 2], member: usize) -> Spot {
        self.spots[self.at(margins) + member]
    }

    /// Every pair of margins.
    pub(super) fn margins(&self) -> impl Iterator<Item = [i32; 2]> + use<> {
        let [rows, columns] = self.bounds;
        (-rows..=rows).flat_map(move |row| (-columns..=columns).map(move |column| [row, column]))
    }

    fn add(&mut self, field: &Field<'_>, margins: [i32; 2], ranking: &Ranking) {
        let at = self.at(margins);
        each_place(ranking, |member, places, needs| {
            let spot = &mut self.spots[at + usize::from(member)];
            let bits = places.bits();
            spot.by_goals |= spot.places != 0 && spot.places != bits;
            spot.places |= bits;
            if let Some(place) = needs.and_then(|needs| field.rules.iter().position(|rule| *rule == needs)) {
                spot.rule = u8::try_from(place + 1).unwrap_or(u8::MAX);
            }
        });
    }

    fn by_margins(field: &Field<'_>, least: i32) -> Self {
        let left = field.left.len();
        let mut results: Vec<[i32; 2]> = Vec::new();
        for first in -1..=1 {
            results.extend((-1..=1).map(|second| [first, second]));
        }
        results.retain(|result| (left > 0 || result[0] == 0) && (left > 1 || result[1] == 0));
        let ties: Vec<Ties> = results.iter().map(|result| Ties::after(field, &result[..left])).collect();
        let needed = ties.iter().filter(|ties| !ties.classes.is_empty()).map(Ties::margins).max().unwrap_or(1);
        let bound = needed.max(least).max(1);
        let mut plane = Self::empty(field, bound.min(WIDEST));
        if bound > WIDEST {
            plane.unproved = u8::try_from(WIDEST).ok();
        }
        let mut bench = Bench::new(field);
        for (result, ties) in results.iter().zip(&ties) {
            let block = |place: usize| match result[place] {
                1 => 1..=plane.bounds[place],
                0 => 0..=0,
                _ => -plane.bounds[place]..=-1,
            };
            let (rows, columns) = (block(0), block(1));
            if ties.classes.is_empty() {
                let ranking = bench.rank(&scores(*result, [0, 0])[..left]).clone();
                for row in rows {
                    for column in columns.clone() {
                        plane.add(field, [row, column], &ranking);
                    }
                }
                continue;
            }
            for row in rows {
                for column in columns.clone() {
                    let margins = [row, column];
                    let ranking = bench.rank(&scores(margins, [0, 0])[..left]);
                    let asks = goals_are_asked(field, ties, ranking);
                    plane.add(field, margins, ranking);
                    if !asks {
                        continue;
                    }
                    for low in ties.low_goals(field, margins) {
                        if low != [0, 0] {
                            plane.add(field, margins, bench.rank(&scores(margins, low)[..left]));
                        }
                    }
                }
            }
        }
        plane
    }

    fn by_scores(field: &Field<'_>) -> Self {
        let mut plane = Self::empty(field, i32::from(MARGINS));
        plane.unproved = (!field.left.is_empty()).then_some(MARGINS);
        let mut bench = Bench::new(field);
        let low = |place: usize| if place < field.left.len() { &LOW_GOALS[..] } else { &LOW_GOALS[..1] };
        for margins in plane.margins() {
            for &first in low(0) {
                for &second in low(1) {
                    let scores = scores(margins, [first, second]);
                    plane.add(field, margins, bench.rank(&scores[..field.left.len()]));
                }
            }
        }
        plane
    }
}

/// Scores of given margins and goals of the sides that do not win.
fn scores(margins: [i32; 2], low: [i32; 2]) -> [[u8; 2]; 2] {
    [0, 1].map(|place| {
        let goals = |own: i32| u8::try_from(low[place] + own.max(0)).unwrap_or(u8::MAX);
        [goals(margins[place]), goals(-margins[place])]
    })
}

/// Whether goals scored were, or with other goals could be, asked for in a ranking.
fn goals_are_asked(field: &Field<'_>, ties: &Ties, ranking: &Ranking) -> bool {
    let goals = |measure: Measure| matches!(measure, Measure::GoalsFor | Measure::AwayGoals);
    let again = field.rules.iter().any(|rule| rule.criterion == Criterion::HeadToHeadAgain);
    for class in &ties.classes {
        let meet = Ties::meet(field, class);
        if again && meet && class.len() > 2 {
            return true;
        }
        let first = field.rules.iter().position(|rule| match rule.criterion {
            Criterion::Overall(measure) => goals(measure),
            Criterion::HeadToHead(measure) => meet && goals(measure),
            _ => false,
        });
        let Some(first) = first else { continue };
        let among = |member: u8| class.contains(&usize::from(member));
        let asked = ranking.decisions.iter().enumerate().any(|(place, decision)| {
            if !among(ranking.order[place]) || !among(ranking.order[place + 1]) {
                return false;
            }
            let by = match decision {
                Decision::By { rule, .. } | Decision::Undecided { rule, .. } => {
                    field.rules.iter().position(|other| other == rule)
                }
                Decision::Level => None,
            };
            by.is_none_or(|by| by >= first)
        });
        if asked {
            return true;
        }
    }
    false
}
