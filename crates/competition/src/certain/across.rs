//! The best of one place across groups: who can be above whom.
//!
//! Groups do not depend on each other, so a team is among the best for sure just when too few other groups *can* have a
//! better team in that place, and surely not when too many *must*. Both follow from the best and the worst each group can
//! have there, which need not come about together.

use std::cmp::Ordering;

use super::field::Field;
use super::plane::Plane;
use crate::criterion::{Criterion, Measure, Rule};
use crate::situation::Situation;
use crate::table::{Standing, Value};

/// Goals that stand for as many as one likes.
const ANY_NUMBER: u16 = 10_000;
/// Most matches left in another group whose results are gone through.
const MOST_LEFT: usize = 8;

/// What a team has of each criterion of the comparison, as far as is known.
type Key = Vec<Option<Value>>;

/// How two compare; `None` where it can go either way.
fn compare(one: &Key, other: &Key) -> Option<Ordering> {
    for pair in one.iter().zip(other) {
        let (Some(one), Some(other)) = pair else { return None };
        let order = one.compare(*other);
        if order.is_ne() {
            return Some(order);
        }
    }
    None
}

/// What a group can have in the place compared.
#[derive(Debug)]
struct Range {
    worst: Key,
    best: Key,
}

/// The other groups, for the members of one.
#[derive(Debug)]
pub(super) struct Across<'e> {
    /// The place compared.
    pub(super) place: usize,
    take: usize,
    rules: &'e [Rule],
    others: Vec<Range>,
    /// Whether the ranges of the others are what can come about, not only bounds.
    pub(super) exact: bool,
    /// Where the comparison has been made: whether this group's team goes through, if that is settled.
    made: Option<Option<bool>>,
}

/// Whether a team can go through, and whether it can fail to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Chance {
    pub(super) through: bool,
    pub(super) out: bool,
}

impl<'e> Across<'e> {
    /// The comparison a group of a stage takes part in, if there is one.
    pub(super) fn of(situation: &Situation<'e>, stage: usize, group: usize) -> Option<Self> {
        let best = situation.edition.stages.get(stage)?.best.as_ref()?;
        let mut across = Self {
            place: usize::from(best.place),
            take: usize::from(best.take),
            rules: &best.ranking,
            others: Vec::new(),
            exact: true,
            made: None,
        };
        if let Some(table) = &situation.best[stage] {
            let own = u8::try_from(group).unwrap_or(u8::MAX);
            across.made = table.ranking.places(own).map(|[first, last]| match (first, last) {
                (_, last) if last <= across.take => Some(true),
                (first, _) if first > across.take => Some(false),
                _ => None,
            });
        }
        for other in (0..situation.edition.stages[stage].groups.len()).filter(|&other| other != group) {
            let field = Field::of(situation, stage, other)?;
            let settled = situation.tables[stage][other].settled(across.place).filter(|_| field.left.is_empty());
            let range = across.range(&field, settled);
            across.others.push(range);
        }
        Some(across)
    }

    /// The widest margin by which a comparison with another group can be decided in a field.
    pub(super) fn widest(&self, field: &Field<'_>) -> i32 {
        let difference = |key: &Key| {
            let values = self.rules.iter().zip(key).filter_map(|(rule, value)| match (rule.criterion, value) {
                (Criterion::Overall(Measure::GoalDifference), Some(Value::Count(count))) => Some(count.abs()),
                _ => None,
            });
            values.filter(|&count| count < i32::from(ANY_NUMBER) / 2).max().unwrap_or(0)
        };
        let theirs =
            self.others.iter().flat_map(|range| [&range.worst, &range.best]).map(difference).max().unwrap_or(0);
        let own = field.standings.iter().map(|standing| standing.goal_difference().abs()).max().unwrap_or(0);
        theirs + own + 2
    }

    fn key(&self, field: &Field<'_>, member: usize, standing: &Standing) -> Key {
        let value = |rule: &Rule| match rule.criterion {
            Criterion::Overall(measure) => Some(Value::Count(standing.measure(measure))),
            Criterion::Wins => Some(Value::Count(i32::from(standing.won))),
            Criterion::AwayWins => Some(Value::Count(i32::from(standing.away_wins))),
            Criterion::GoalAverage => {
                let &Standing { goals_for, goals_against, .. } = standing;
                Some(Value::Average { goals_for, goals_against })
            }
            other => field.known.place(other, u8::try_from(member).ok()?).map(Value::Place),
        };
        self.rules.iter().map(value).collect()
    }

    fn range(&mut self, field: &Field<'_>, settled: Option<u8>) -> Range {
        let mut range: Option<Range> = None;
        let mut add = |key: Key| match &mut range {
            None => range = Some(Range { worst: key.clone(), best: key }),
            Some(range) => {
                if compare(&key, &range.best) == Some(Ordering::Greater) {
                    range.best = key;
                } else if compare(&key, &range.worst) == Some(Ordering::Less) {
                    range.worst = key;
                }
            }
        };
        if let Some(member) = settled.map(usize::from) {
            add(self.key(field, member, &field.standings[member]));
        } else if let Some(plane) = Plane::of(field, 1) {
            self.exact &= plane.unproved.is_none();
            for margins in plane.margins() {
                let wide = [0, 1].map(|place| {
                    let margin = margins[place];
                    let beyond = if margin.abs() == plane.bounds[place] { i32::from(ANY_NUMBER) } else { 0 };
                    margin + margin.signum() * beyond
                });
                for member in 0..field.size {
                    if plane.spot(margins, member).places().has(self.place) {
                        for standing in extremes(field, member, wide) {
                            add(self.key(field, member, &standing));
                        }
                    }
                }
            }
        } else {
            self.exact = false;
            for end in self.by_points(field) {
                add(end);
            }
        }
        range.unwrap_or_else(|| Range { worst: self.any(None, false), best: self.any(None, true) })
    }

    /// Bounds by points alone: the fewest and the most the place compared can have.
    fn by_points(&self, field: &Field<'_>) -> [Key; 2] {
        let left = field.left.len();
        if left > MOST_LEFT || !field.points_first() {
            return [self.any(None, false), self.any(None, true)];
        }
        let mut ends: Option<[i32; 2]> = None;
        super::patterns::each(left, |results| {
            let mut points = field.points_after(results);
            points.sort_unstable_by(|one, other| other.cmp(one));
            let here = points.get(self.place - 1).copied().unwrap_or(0);
            let [fewest, most] = ends.get_or_insert([here; 2]);
            *fewest = here.min(*fewest);
            *most = here.max(*most);
        });
        let [fewest, most] = ends.unwrap_or_default();
        [self.any(Some(fewest), false), self.any(Some(most), true)]
    }

    /// A team with these points and otherwise better, or worse, than any.
    fn any(&self, points: Option<i32>, better: bool) -> Key {
        let value = |rule: &Rule| match (rule.criterion, points) {
            (Criterion::Overall(Measure::Points), Some(points)) => Some(Value::Count(points)),
            (Criterion::Overall(_) | Criterion::Wins | Criterion::AwayWins, _) => {
                let beyond = 2 * i32::from(ANY_NUMBER);
                Some(Value::Count(if better { beyond } else { -beyond }))
            }
            _ => None,
        };
        self.rules.iter().map(value).collect()
    }

    /// What comes of a member in the place compared after these margins: whether the goals it scores matter, too.
    pub(super) fn chance(&self, field: &Field<'_>, member: usize, margins: [i32; 2]) -> (Chance, bool) {
        if let Some(made) = self.made {
            return (Chance { through: made != Some(false), out: made != Some(true) }, false);
        }
        let chances = extremes(field, member, margins).map(|standing| {
            let own = self.key(field, member, &standing);
            let can = self.others.iter().filter(|range| compare(&range.best, &own) != Some(Ordering::Less)).count();
            let must =
                self.others.iter().filter(|range| compare(&range.worst, &own) == Some(Ordering::Greater)).count();
            Chance { through: must < self.take, out: can >= self.take }
        });
        let [few, many] = chances;
        (Chance { through: few.through || many.through, out: few.out || many.out }, few != many)
    }

    /// What comes of a member that ends with these points in the place compared, whatever else.
    pub(super) fn chance_by_points(&self, points: i32) -> Chance {
        let count = |better: bool, wanted: &dyn Fn(Option<Ordering>) -> bool| {
            let own = self.any(Some(points), better);
            self.others
                .iter()
                .filter(|range| wanted(compare(if better { &range.worst } else { &range.best }, &own)))
                .count()
        };
        let can = count(false, &|order| order != Some(Ordering::Less));
        let must = count(true, &|order| order == Some(Ordering::Greater));
        if let Some(made) = self.made {
            return Chance { through: made != Some(false), out: made != Some(true) };
        }
        Chance { through: must < self.take, out: can >= self.take }
    }
}

/// What a member has after these margins with the fewest goals, and with as many as one likes.
fn extremes(field: &Field<'_>, member: usize, margins: [i32; 2]) -> [Standing; 2] {
    [0, ANY_NUMBER / 2].map(|low| {
        let mut standing = field.standings[member];
        for (place, sides) in field.left.iter().enumerate() {
            let Some(side) = sides.iter().position(|&side| usize::from(side) == member) else { continue };
            let own = margins.get(place).map_or(0, |&margin| if side == 0 { margin } else { -margin });
            let result = |own: i32| u8::from(own > 0);
            standing.add(result(own), result(-own), side == 1, field.points);
            // The goals beyond the one counted.
            let more = |own: i32| u16::try_from((own - 1).max(0)).unwrap_or(ANY_NUMBER) + low;
            standing.goals_for += more(own);
            standing.goals_against += more(-own);
            if side == 1 {
                standing.away_goals += more(own);
            }
        }
        standing
    })
}
