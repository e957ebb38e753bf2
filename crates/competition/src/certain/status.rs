//! What is certain of a group, put together.

use super::Places;
use super::across::Across;
use super::field::Field;
use super::goal::{self, Goal};
use super::matters::{self, Matters, Open};
use super::needs::{Judge, Needs, Outcome, Verdict, Why, needs};
use super::patterns;
use super::plane::Plane;
use super::season;
use crate::criterion::Criterion;
use crate::situation::Situation;

/// Whether a team reaches a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Whatever happens.
    Sure,
    /// Whatever happens, it does not.
    Out,
    /// Some scores bring it, others do not.
    Open,
    /// Not shown to be certain; whether it is open is not proved.
    NotProved,
}

/// How much is behind what is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// All scores, whatever they are, have been gone through or reduced to those that have.
    Exact,
    /// Margins up to this have been gone through, and at each the goals most likely to matter: what is certain is so for
    /// these.
    Margins(u8),
    /// What is ruled out is ruled out and what is shown is shown; between them may be a gap.
    Bounds,
}

/// What a group can still come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certainty {
    /// Its members as teams of the edition; `None` for a slot still open.
    pub members: Vec<Option<u8>>,
    /// What it is played for, the most important first.
    pub goals: Vec<Goal>,
    /// Matches left, by their places in the edition.
    pub left: Vec<usize>,
    /// How much is behind it.
    pub proof: Proof,
    /// Each member, in order.
    pub teams: Vec<Outlook>,
}

/// What a team can still come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// Places some scores bring.
    pub places: Places,
    /// Places not ruled out; the same where the answer is exact.
    pub possible: Places,
    /// Whether it reaches each goal.
    pub status: Vec<Status>,
    /// What it needs for the first goal, when its last match, or the only one left, is the next.
    pub needs: Option<Needs>,
    /// What its next match settles of the first goal, where several are left and results could be gone through.
    pub next: Option<Next>,
    /// Whether each match left matters for the first goal.
    pub matters: Vec<Matters>,
}

/// What the next match of a team settles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// The fixture, by its place in the edition.
    pub fixture: usize,
    /// The opponent, as a member of the group.
    pub opponent: u8,
    /// Whether the goal is reached after each result, whatever else happens.
    pub after: [(Outcome, Status); 3],
}

/// What is certain of a group of a stage. `None` where there is no such group.
#[must_use]
pub fn certainty(situation: &Situation<'_>, stage: usize, group: usize) -> Option<Certainty> {
    let field = Field::of(situation, stage, group)?;
    let goals = goal::goals(situation.edition, stage, group);
    let table = situation.tables.get(stage)?.get(group)?;
    let across = goals.iter().any(|goal| goal.perhaps.is_some()).then(|| Across::of(situation, stage, group)).flatten();
    let (proof, teams) = if field.left.is_empty() {
        let settled = (1..=field.size).map(|place| (place, table.settled(place))).collect::<Vec<_>>();
        over(&field, &goals, across.as_ref(), &|member| {
            let settled = settled.iter().find(|(_, at)| at.map(usize::from) == Some(member)).map(|(place, _)| *place);
            let [first, last] = settled
                .map(|place| [place; 2])
                .or_else(|| table.ranking.places(u8::try_from(member).ok()?))
                .unwrap_or([1, field.size]);
            Places::range(first, last)
        })
    } else {
        of_field(&field, &goals, across.as_ref())
    };
    let left = field.fixtures.clone();
    Some(Certainty { members: table.members.clone(), goals, left, proof, teams })
}

/// The same for a field with matches left.
pub(super) fn of_field(field: &Field<'_>, goals: &[Goal], across: Option<&Across<'_>>) -> (Proof, Vec<Outlook>) {
    let widest = across.map_or(1, |across| 4 * across.widest(field) + 5);
    if let Some(plane) = Plane::of(field, widest) {
        return by_plane(field, &plane, goals, across);
    }
    if field.left.len() <= patterns::MOST_LEFT && field.size <= 8 {
        return by_patterns(field, goals, across);
    }
    season::outlooks(field, goals)
}

fn status(open: Open) -> Status {
    match (open.through, open.out) {
        (true, false) => Status::Sure,
        (false, _) => Status::Out,
        (true, true) if open.shown_through && open.shown_out => Status::Open,
        (true, true) => Status::NotProved,
    }
}

/// What places bring, where those compared across groups bring `chance`.
fn open(
    goal: &Goal,
    places: Places,
    chance: &dyn Fn() -> (super::across::Chance, bool),
    compared: Option<usize>,
) -> Open {
    let mut open = Open::default();
    for place in places.iter() {
        if goal.places.has(place) {
            open = open.or(Open { through: true, shown_through: true, ..Open::default() });
        } else if goal.perhaps.is_some() && compared == Some(place) {
            let (chance, exact) = chance();
            let sure = exact || chance.through != chance.out;
            open = open.or(Open {
                through: chance.through,
                out: chance.out,
                shown_through: chance.through && sure,
                shown_out: chance.out && sure,
            });
        } else {
            open = open.or(Open { out: true, shown_out: true, ..Open::default() });
        }
    }
    open
}

/// A group whose matches have all been played.
fn over(
    field: &Field<'_>,
    goals: &[Goal],
    across: Option<&Across<'_>>,
    places: &dyn Fn(usize) -> Places,
) -> (Proof, Vec<Outlook>) {
    let compared = across.map(|across| across.place);
    let exact = across.is_none_or(|across| across.exact);
    let teams = (0..field.size).map(|member| {
        let places = places(member);
        let chance = || (across.map_or_else(Default::default, |across| across.chance(field, member, [0, 0]).0), exact);
        let status = goals.iter().map(|goal| status(open(goal, places, &chance, compared))).collect();
        Outlook { places, possible: places, status, needs: None, next: None, matters: Vec::new() }
    });
    (if exact { Proof::Exact } else { Proof::Bounds }, teams.collect())
}

fn by_plane(field: &Field<'_>, plane: &Plane, goals: &[Goal], across: Option<&Across<'_>>) -> (Proof, Vec<Outlook>) {
    let exact = across.is_none_or(|across| across.exact);
    let teams = (0..field.size).map(|member| {
        let places = plane.margins().fold(Places::NONE, |all, margins| all.or(plane.spot(margins, member).places()));
        let judges: Vec<Judge<'_, '_>> =
            goals.iter().map(|goal| Judge::new(field, plane, across, goal, member)).collect();
        let of_goal = |judge: &Judge<'_, '_>| {
            let opens = plane.margins().map(|margins| match judge.verdict(margins) {
                Verdict::Through => Open { through: true, shown_through: true, ..Open::default() },
                Verdict::Out => Open { out: true, shown_out: true, ..Open::default() },
                Verdict::Open(why) => {
                    let shown = exact || why != Why::Elsewhere;
                    Open { through: true, out: true, shown_through: shown, shown_out: shown }
                }
            });
            status(opens.fold(Open::default(), Open::or))
        };
        let status = judges.iter().map(of_goal).collect();
        let matters = judges.first().map_or_else(Vec::new, |judge| matters_in(field, plane, judge));
        Outlook { places, possible: places, status, needs: judges.first().and_then(needs), next: None, matters }
    });
    let teams = teams.collect();
    let proof = match (plane.unproved, exact) {
        (Some(widest), _) => Proof::Margins(widest),
        (None, true) => Proof::Exact,
        (None, false) => Proof::Bounds,
    };
    (proof, teams)
}

/// Whether a match matters: whether verdicts differ along its margins, those of the other match the same.
fn matters_in(field: &Field<'_>, plane: &Plane, judge: &Judge<'_, '_>) -> Vec<Matters> {
    let along = |place: usize| {
        plane.margins().any(|margins| {
            let mut before = margins;
            before[place] -= 1;
            before[place] >= -plane.bounds[place] && judge.verdict(before) != judge.verdict(margins)
        })
    };
    // Where goals scored decide, those of either match do.
    let by_goals = plane.margins().any(|margins| {
        let goals = [Why::Goals, Why::Criterion(Criterion::GoalAverage)];
        matches!(judge.verdict(margins), Verdict::Open(why) if goals.contains(&why))
    });
    (0..field.left.len()).map(|place| if by_goals || along(place) { Matters::Yes } else { Matters::No }).collect()
}

fn by_patterns(field: &Field<'_>, goals: &[Goal], across: Option<&Across<'_>>) -> (Proof, Vec<Outlook>) {
    let compared = across.map(|across| across.place);
    let mut brings: Vec<Vec<Vec<Open>>> = vec![vec![Vec::new(); goals.len()]; field.size];
    let mut places = vec![[Places::NONE; 2]; field.size];
    patterns::reached(field, |results, reached| {
        let points = field.points_after(results);
        for member in 0..field.size {
            let [shown, possible] = [reached.shown[member], reached.possible[member]];
            places[member] = [places[member][0].or(shown), places[member][1].or(possible)];
            let chance =
                || (across.map_or_else(Default::default, |across| across.chance_by_points(points[member])), false);
            for (goal, brings) in goals.iter().zip(&mut brings[member]) {
                let can = open(goal, possible, &chance, compared);
                let does = open(goal, shown, &chance, compared);
                brings.push(Open { shown_through: does.shown_through, shown_out: does.shown_out, ..can });
            }
        }
    });
    let mut exact = true;
    let teams = places.iter().zip(&brings).enumerate().map(|(member, (&[places, possible], brings))| {
        let status: Vec<Status> =
            brings.iter().map(|brings| status(brings.iter().copied().fold(Open::default(), Open::or))).collect();
        exact &= places == possible && !status.contains(&Status::NotProved);
        let first = brings.first().map_or(&[][..], |brings| brings);
        let matters = matters::by_patterns(field.left.len(), first);
        Outlook { places, possible, status, needs: None, next: next(field, member, first), matters }
    });
    let teams = teams.collect();
    (if exact { Proof::Exact } else { Proof::Bounds }, teams)
}

/// What the next match of a member settles, by what every pattern of results brings.
fn next(field: &Field<'_>, member: usize, brings: &[Open]) -> Option<Next> {
    let side = |sides: &[u8; 2]| sides.iter().position(|&side| usize::from(side) == member);
    let (place, side) = field.left.iter().enumerate().find_map(|(place, sides)| Some((place, side(sides)?)))?;
    let after = Outcome::ALL.map(|outcome| {
        let own = match outcome {
            Outcome::Win => 1,
            Outcome::Draw => 0,
            Outcome::Defeat => -1,
        };
        let result = if side == 0 { own } else { -own };
        let with = brings.iter().enumerate().filter(|(pattern, _)| patterns::result(*pattern, place) == result);
        (outcome, status(with.fold(Open::default(), |all, (_, open)| all.or(*open))))
    });
    Some(Next { fixture: field.fixtures[place], opponent: field.left[place][1 - side], after })
}
