//! A group at a moment: what has been played, what is left, and by which criteria it is ranked.

use jiff::civil::Date;

use super::Places;
use crate::criterion::{Criterion, Rule};
use crate::edition::Slot;
use crate::situation::{Situation, earlier_places};
use crate::table::{Beyond, Decision, Game, Ranker, Ranking, Standing, Value, tally};

/// What is known of each member beyond scores before the group is over: cards still to come, lots and play-offs are
/// not, so what they decide can go either way.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    /// Place in the ranking list.
    pub(super) ranked: Vec<Option<u16>>,
    /// Place in the group stage before.
    pub(super) earlier: Vec<Option<u16>>,
}

impl Known {
    pub(super) fn place(&self, criterion: Criterion, member: u8) -> Option<u16> {
        let list = match criterion {
            Criterion::Ranking => &self.ranked,
            Criterion::EarlierPlace => &self.earlier,
            _ => return None,
        };
        list.get(usize::from(member)).copied().flatten()
    }
}

impl Beyond for Known {
    fn value(&mut self, criterion: Criterion, member: u8) -> Option<Value> {
        self.place(criterion, member).map(Value::Place)
    }

    fn order(&mut self, _: Criterion, _: &[u8], _: &mut [u16]) -> bool {
        false
    }
}

/// A group at a moment.
#[derive(Clone, Debug)]
pub(super) struct Field<'e> {
    pub(super) rules: &'e [Rule],
    pub(super) points: [u8; 3],
    /// How many members.
    pub(super) size: usize,
    /// Matches played, in order.
    pub(super) played: Vec<Game>,
    /// What each member has done in them.
    pub(super) standings: Vec<Standing>,
    /// Matches left, in order, as members.
    pub(super) left: Vec<[u8; 2]>,
    /// The same as fixtures of the edition.
    pub(super) fixtures: Vec<usize>,
    pub(super) known: Known,
}

impl<'e> Field<'e> {
    pub(super) fn new(
        rules: &'e [Rule],
        points: [u8; 3],
        size: usize,
        played: Vec<Game>,
        left: Vec<[u8; 2]>,
        known: Known,
    ) -> Self {
        let standings = tally(size, &played, points);
        let fixtures = (0..left.len()).collect();
        Self { rules, points, size, played, standings, left, fixtures, known }
    }

    /// The field of a group; `None` where there is no such group.
    pub(super) fn of(situation: &Situation<'e>, stage: usize, group: usize) -> Option<Self> {
        let edition = situation.edition;
        let rules = edition.stages.get(stage)?;
        let table = situation.tables.get(stage)?.get(group)?;
        let group = rules.groups.get(group)?;
        let member = |slot: Slot| {
            let place = group.entrants.iter().position(|&entrant| entrant == slot)?;
            u8::try_from(place).ok()
        };
        let mut played: Vec<(Option<Date>, Game)> = Vec::new();
        let mut left: Vec<(Option<Date>, [u8; 2], usize)> = Vec::new();
        for &fixture in &group.fixtures {
            let [one, two] = edition.fixtures[fixture].sides;
            let (Some(one), Some(two)) = (member(one), member(two)) else { continue };
            let (sides, date) = ([one, two], edition.fixtures[fixture].date);
            match &situation.played[fixture] {
                Some(done) => played.push((done.meeting.date.or(date), Game { sides, goals: done.goals })),
                None => left.push((date, sides, fixture)),
            }
        }
        played.sort_by_key(|(date, _)| *date);
        left.sort_by_key(|(date, ..)| *date);
        let earlier = earlier_places(situation, stage);
        let of_team = |known: &dyn Fn(u8) -> Option<u16>| -> Vec<Option<u16>> {
            table.members.iter().map(|member| member.and_then(known)).collect()
        };
        let known = Known {
            ranked: of_team(&|team| {
                let place = edition.ranked.iter().position(|&ranked| ranked == team)?;
                u16::try_from(place + 1).ok()
            }),
            earlier: of_team(&|team| earlier.get(usize::from(team)).copied().flatten()),
        };
        let played = played.into_iter().map(|(_, game)| game).collect();
        let pairs = left.iter().map(|(_, sides, _)| *sides).collect();
        let mut field = Self::new(&rules.ranking, edition.points, table.members.len(), played, pairs, known);
        field.fixtures = left.into_iter().map(|(.., fixture)| fixture).collect();
        Some(field)
    }

    /// Whether points come first, as in every edition there is: then only teams level on points are compared further.
    pub(super) fn points_first(&self) -> bool {
        let points = Criterion::Overall(crate::criterion::Measure::Points);
        self.rules.first().is_some_and(|rule| *rule == Rule::of(points))
    }

    /// Points of each after results of the matches left: the margin's sign for the side listed first.
    pub(super) fn points_after(&self, results: &[i32]) -> Vec<i32> {
        let mut points: Vec<i32> = self.standings.iter().map(|standing| i32::from(standing.points)).collect();
        let [win, draw, loss] = self.points.map(i32::from);
        for (&[one, two], result) in self.left.iter().zip(results) {
            let [first, second] = match result.signum() {
                1 => [win, loss],
                0 => [draw, draw],
                _ => [loss, win],
            };
            points[usize::from(one)] += first;
            points[usize::from(two)] += second;
        }
        points
    }

    /// The most and the fewest points a member can have in the end.
    pub(super) fn points_range(&self, member: usize) -> [i32; 2] {
        let left = self.left.iter().filter(|sides| sides.iter().any(|&side| usize::from(side) == member)).count();
        let left = i32::try_from(left).unwrap_or(i32::MAX);
        let now = i32::from(self.standings[member].points);
        let most = self.points.iter().max().map_or(0, |&most| i32::from(most));
        let fewest = self.points.iter().min().map_or(0, |&fewest| i32::from(fewest));
        [now + most * left, now + fewest * left]
    }
}

/// Ranks a field after scores of the matches left. Keeps its working space.
#[derive(Debug)]
pub(super) struct Bench<'f, 'e> {
    field: &'f Field<'e>,
    ranker: Ranker<'e>,
    known: Known,
    games: Vec<Game>,
    standings: Vec<Standing>,
}

impl<'f, 'e> Bench<'f, 'e> {
    pub(super) fn new(field: &'f Field<'e>) -> Self {
        Self {
            field,
            ranker: Ranker::new(field.rules, field.points),
            known: field.known.clone(),
            games: field.played.clone(),
            standings: field.standings.clone(),
        }
    }

    /// The ranking after scores of all matches left.
    pub(super) fn rank(&mut self, scores: &[[u8; 2]]) -> &Ranking {
        let field = self.field;
        self.games.truncate(field.played.len());
        self.standings.copy_from_slice(&field.standings);
        for (&sides, &goals) in field.left.iter().zip(scores) {
            self.games.push(Game { sides, goals });
            let [one, two] = sides.map(usize::from);
            self.standings[one].add(goals[0], goals[1], false, field.points);
            self.standings[two].add(goals[1], goals[0], true, field.points);
        }
        self.ranker.rank(&self.standings, &self.games, true, &mut self.known)
    }
}

/// Calls back with each member, the places it can hold in a ranking, and the criterion that needs a fact, if one does.
pub(super) fn each_place(ranking: &Ranking, mut with: impl FnMut(u8, Places, Option<Rule>)) {
    let open = |decision: &Decision| matches!(decision, Decision::Undecided { .. } | Decision::Level);
    let mut from = 0;
    while from < ranking.order.len() {
        let mut to = from;
        while ranking.decisions.get(to).is_some_and(open) {
            to += 1;
        }
        let needs = match ranking.decisions.get(from) {
            Some(Decision::Undecided { rule, .. }) => Some(*rule),
            _ => None,
        };
        for &member in &ranking.order[from..=to] {
            with(member, Places::range(from + 1, to + 1), needs);
        }
        from = to + 1;
    }
}
