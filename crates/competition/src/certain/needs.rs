//! What a team needs from the last matches of its group: for each result of its own match and of the other, whether it
//! reaches its goal, or by which margins.

use super::Goal;
use super::across::{Across, Chance};
use super::field::Field;
use super::plane::Plane;
use crate::criterion::Criterion;

/// How a match ends, for one side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// It loses.
    Defeat,
    /// A draw.
    Draw,
    /// It wins.
    Win,
}

impl Outcome {
    /// Each, the best first.
    pub const ALL: [Self; 3] = [Self::Win, Self::Draw, Self::Defeat];

    fn margins(self, bound: i32) -> std::ops::RangeInclusive<i32> {
        match self {
            Self::Win => 1..=bound,
            Self::Draw => 0..=0,
            Self::Defeat => -bound..=-1,
        }
    }
}

/// Why results and margins do not decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Goals scored do.
    Goals,
    /// The scores of both matches do, in no simple way.
    Scores,
    /// A criterion does that needs facts nobody can know yet.
    Criterion(Criterion),
    /// Other groups do.
    Elsewhere,
}

/// A sum of margins, each counted without its sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The team's own margin.
    Own,
    /// The margin of the other match.
    Other,
    /// Both together.
    Sum,
    /// The own margin less the other.
    Difference,
}

impl Form {
    const fn of(self, own: i32, other: i32) -> i32 {
        match self {
            Self::Own => own.abs(),
            Self::Other => other.abs(),
            Self::Sum => own.abs() + other.abs(),
            Self::Difference => own.abs() - other.abs(),
        }
    }
}

/// What margins decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Test {
    /// Which margins.
    pub form: Form,
    /// Whether more is better for the team.
    pub more: bool,
    /// From here on (or up to here, if less is better) the goal is reached; `None`: never for sure.
    pub through: Option<i32>,
    /// Up to here (or from here on) it is missed; `None`: never for sure.
    pub out: Option<i32>,
    /// What decides between the two, if anything lies between.
    pub why: Vec<Why>,
}

/// What comes of given results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// The goal is reached.
    Through,
    /// It is missed.
    Out,
    /// Margins decide.
    By(Test),
    /// Neither results nor margins decide.
    Undecided(Vec<Why>),
}

/// One result of each match, and what comes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The team's own result; `None` if it does not play.
    pub own: Option<Outcome>,
    /// The result of the other match, for the side listed first; `None` if there is none.
    pub other: Option<Outcome>,
    /// What comes of them.
    pub fate: Fate,
}

/// What a team needs for a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needs {
    /// The team, as a member of the group.
    pub member: u8,
    /// Its own last match: the fixture by its place in the edition, and the opponent as a member.
    pub own: Option<(usize, u8)>,
    /// The other match: the fixture, and its sides as members.
    pub other: Option<(usize, [u8; 2])>,
    /// Every pair of results.
    pub cases: Vec<Case>,
}

/// Whether the goal can be reached and missed at given margins, and what decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Through,
    Out,
    Open(Why),
}

/// Judges what margins bring a member.
pub(super) struct Judge<'a, 'e> {
    field: &'a Field<'e>,
    plane: &'a Plane,
    goal: &'a Goal,
    member: usize,
    /// Its match left, and its side in it.
    own: Option<(usize, usize)>,
    /// The place compared across groups, and what comes of the member there, by its own margin from the narrowest.
    across: Option<(usize, Vec<(Chance, bool)>)>,
}

impl<'a, 'e> Judge<'a, 'e> {
    pub(super) fn new(
        field: &'a Field<'e>,
        plane: &'a Plane,
        across: Option<&Across<'_>>,
        goal: &'a Goal,
        member: usize,
    ) -> Self {
        let side = |sides: &[u8; 2]| sides.iter().position(|&side| usize::from(side) == member);
        let own = field.left.iter().enumerate().find_map(|(place, sides)| side(sides).map(|side| (place, side)));
        let across = across.filter(|_| goal.perhaps.is_some()).map(|across| {
            let bound = own.map_or(0, |(place, _)| plane.bounds[place]);
            let chances = (-bound..=bound).map(|margin| {
                let mut margins = [0, 0];
                if let Some((place, _)) = own {
                    margins[place] = margin;
                }
                across.chance(field, member, margins)
            });
            (across.place, chances.collect())
        });
        Self { field, plane, goal, member, own, across }
    }

    /// Whether the goal can be reached and missed at given margins of the matches left, and what decides.
    pub(super) fn verdict(&self, margins: [i32; 2]) -> Verdict {
        let spot = self.plane.spot(margins, self.member);
        let places = spot.places();
        let mut through = !places.and(self.goal.places).is_empty();
        let mut out = false;
        let mut elsewhere = false;
        let mut by_goals = spot.by_goals;
        for place in places.without(self.goal.places).iter() {
            match self.across.as_ref().filter(|(compared, _)| place == *compared) {
                Some((_, chances)) => {
                    let at = self.own.map_or(0, |(own, _)| margins[own] + self.plane.bounds[own]);
                    let (chance, goals) = chances.get(at.unsigned_abs() as usize).copied().unwrap_or_default();
                    through |= chance.through;
                    out |= chance.out;
                    elsewhere |= chance.through && chance.out;
                    by_goals |= goals;
                }
                None => out = true,
            }
        }
        match (through, out) {
            (true, false) => Verdict::Through,
            (false, _) => Verdict::Out,
            (true, true) if elsewhere => Verdict::Open(Why::Elsewhere),
            (true, true) if by_goals => Verdict::Open(self.goals()),
            (true, true) => {
                let rule = usize::from(spot.rule).checked_sub(1).and_then(|rule| self.field.rules.get(rule));
                Verdict::Open(rule.map_or(Why::Criterion(Criterion::Lots), |rule| Why::Criterion(rule.criterion)))
            }
        }
    }
}

impl Judge<'_, '_> {
    /// What goals scored, the margins given, change.
    fn goals(&self) -> Why {
        let average = self.field.rules.iter().any(|rule| rule.criterion == Criterion::GoalAverage);
        if average { Why::Criterion(Criterion::GoalAverage) } else { Why::Goals }
    }
}

/// What a member needs; `None` where no match is left, or two of others.
pub(super) fn needs(judge: &Judge<'_, '_>) -> Option<Needs> {
    let Judge { field, plane, member, own, .. } = *judge;
    let other = (0..field.left.len()).find(|&place| own.is_none_or(|(own, _)| own != place));
    if field.left.is_empty() || (own.is_none() && field.left.len() > 1) {
        return None;
    }
    let at = |own_margin: i32, other_margin: i32| {
        let mut margins = [0, 0];
        if let Some((place, side)) = own {
            margins[place] = if side == 0 { own_margin } else { -own_margin };
        }
        if let Some(place) = other {
            margins[place] = other_margin;
        }
        judge.verdict(margins)
    };
    let bound = plane.bounds[0];
    let outcomes =
        |exists: bool| -> Vec<Option<Outcome>> { if exists { Outcome::ALL.map(Some).to_vec() } else { vec![None] } };
    let block = |outcome: Option<Outcome>| outcome.map_or(0..=0, |outcome| outcome.margins(bound));
    let mut cases = Vec::new();
    for own in outcomes(own.is_some()) {
        for other in outcomes(other.is_some()) {
            let mut seen = Vec::new();
            for own in block(own) {
                seen.extend(block(other).map(|other| (own, other, at(own, other))));
            }
            cases.push(Case { own, other, fate: fate(&seen) });
        }
    }
    Some(Needs {
        member: u8::try_from(member).ok()?,
        own: own.map(|(place, side)| (field.fixtures[place], field.left[place][1 - side])),
        other: other.map(|place| (field.fixtures[place], field.left[place])),
        cases,
    })
}

/// What comes of one result of each match: the simplest that is true at all its margins.
fn fate(seen: &[(i32, i32, Verdict)]) -> Fate {
    if seen.iter().all(|(.., verdict)| *verdict == Verdict::Through) {
        return Fate::Through;
    }
    if seen.iter().all(|(.., verdict)| *verdict == Verdict::Out) {
        return Fate::Out;
    }
    let open = |(.., verdict): &(i32, i32, Verdict)| matches!(verdict, Verdict::Open(_));
    if !seen.iter().all(open) {
        for form in [Form::Own, Form::Other, Form::Sum, Form::Difference] {
            if let Some(test) = test(seen, form) {
                return Fate::By(test);
            }
        }
    }
    let mut why = whys(seen.iter().map(|(.., verdict)| *verdict));
    if !seen.iter().all(open) {
        why.insert(0, Why::Scores);
        why.retain(|why| !matches!(why, Why::Goals | Why::Criterion(_)));
    }
    Fate::Undecided(why)
}

fn whys(verdicts: impl Iterator<Item = Verdict>) -> Vec<Why> {
    let mut whys = Vec::new();
    for verdict in verdicts {
        if let Verdict::Open(why) = verdict
            && !whys.contains(&why)
        {
            whys.push(why);
        }
    }
    whys
}

/// What is known of one value of a form.
#[derive(Clone, Copy, Default)]
struct At {
    through: bool,
    out: bool,
    open: bool,
}

/// The thresholds of a form, if it decides but for one or two values between, or for what is open anyway.
fn test(seen: &[(i32, i32, Verdict)], form: Form) -> Option<Test> {
    let least = seen.iter().map(|&(own, other, _)| form.of(own, other)).min()?;
    let most = seen.iter().map(|&(own, other, _)| form.of(own, other)).max()?;
    let mut values = vec![At::default(); (most - least + 1).unsigned_abs() as usize];
    for &(own, other, verdict) in seen {
        let at = &mut values[(form.of(own, other) - least).unsigned_abs() as usize];
        match verdict {
            Verdict::Through => at.through = true,
            Verdict::Out => at.out = true,
            Verdict::Open(_) => at.open = true,
        }
    }
    let through = |at: &At| at.through && !at.out && !at.open;
    let out = |at: &At| at.out && !at.through && !at.open;
    let mixed = |at: &At| at.through || at.out;
    if values.len() < 2 {
        return None;
    }
    for more in [true, false] {
        let order: Vec<&At> = if more { values.iter().rev().collect() } else { values.iter().collect() };
        let reached = order.iter().take_while(|at| through(at)).count();
        let missed = order.iter().rev().take_while(|at| out(at)).count();
        if reached + missed == 0 || reached + missed > order.len() {
            continue;
        }
        let between = &order[reached..order.len() - missed];
        if between.iter().filter(|at| mixed(at)).count() > 1 || between.iter().any(|at| through(at) || out(at)) {
            continue;
        }
        let steps = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
        let value = |from_best: i32| if more { most - from_best } else { least + from_best };
        let bounds = [
            (reached > 0).then(|| value(steps(reached) - 1)),
            (missed > 0).then(|| value(steps(order.len() - missed))),
        ];
        let inside = |value: i32| {
            let beyond = |bound: Option<i32>, best: bool| {
                bound.is_some_and(|bound| if more == best { value >= bound } else { value <= bound })
            };
            !beyond(bounds[0], true) && !beyond(bounds[1], false)
        };
        let mut why = whys(seen.iter().filter(|seen| inside(form.of(seen.0, seen.1))).map(|seen| seen.2));
        if why.is_empty() && !between.is_empty() {
            why.push(Why::Scores);
        }
        return Some(Test { form, more, through: bounds[0], out: bounds[1], why });
    }
    None
}
