//! Many matches left: every pattern of wins, draws and defeats, and within each the places shown by scores and the places
//! not ruled out.

use super::Places;
use super::bound::Ties;
use super::field::{Bench, Field, each_place};
use crate::criterion::{Criterion, Measure, Rule};
use crate::table::{Game, Nothing, Ranker, tally};

/// Most matches left whose patterns are gone through.
pub(super) const MOST_LEFT: usize = 8;
/// Margins tried: the least, a little more, more than anything.
const MARGINS: [u8; 3] = [1, 2, 60];
/// Goals of each side tried in a draw.
const DRAWS: [u8; 2] = [0, 60];
/// Most scores tried in a pattern.
const MOST_TRIED: usize = 6_561;

/// Places of each member in a pattern: shown by scores, and not ruled out.
#[derive(Clone, Debug, Default)]
pub(super) struct Reached {
    pub(super) shown: Vec<Places>,
    pub(super) possible: Vec<Places>,
}

/// Calls back with every pattern of results of some matches: 1, 0 or -1 for the side listed first.
pub(super) fn each(matches: usize, mut with: impl FnMut(&[i32])) {
    let mut results = vec![-1; matches];
    loop {
        with(&results);
        let Some(next) = results.iter().position(|&result| result < 1) else { return };
        results[..next].fill(-1);
        results[next] += 1;
    }
}

/// The result of a match, by its place, in a pattern, by its place in the order of [`each`].
pub(super) fn result(pattern: usize, place: usize) -> i32 {
    match pattern / 3_usize.pow(u32::try_from(place).unwrap_or(0)) % 3 {
        0 => -1,
        1 => 0,
        _ => 1,
    }
}

/// What each pattern comes to.
pub(super) fn reached(field: &Field<'_>, mut with: impl FnMut(&[i32], &Reached)) {
    let mut bench = Bench::new(field);
    let mut certain = Certain::new(field);
    each(field.left.len(), |results| {
        let possible = certain.places(results);
        let mut reached = Reached { shown: vec![Places::NONE; field.size], possible };
        try_scores(&mut bench, results, &mut reached);
        with(results, &reached);
    });
}

/// Tries scores until everything that is not ruled out is shown.
fn try_scores(bench: &mut Bench<'_, '_>, results: &[i32], reached: &mut Reached) {
    let options = |result: i32| if result == 0 { DRAWS.len() } else { MARGINS.len() };
    let mut choice = vec![0_usize; results.len()];
    let mut scores = vec![[0_u8; 2]; results.len()];
    for _ in 0..MOST_TRIED {
        for ((score, &chosen), &result) in scores.iter_mut().zip(&choice).zip(results) {
            *score = match result {
                0 => [DRAWS[chosen]; 2],
                1 => [MARGINS[chosen], 0],
                _ => [0, MARGINS[chosen]],
            };
        }
        each_place(bench.rank(&scores), |member, places, _| {
            let shown = &mut reached.shown[usize::from(member)];
            *shown = shown.or(places);
        });
        if reached.shown == reached.possible {
            return;
        }
        let next = choice.iter().zip(results).position(|(&chosen, &result)| chosen + 1 < options(result));
        let Some(next) = next else { return };
        choice[..next].fill(0);
        choice[next] += 1;
    }
}

/// What is certain of a pattern: places no member is kept from by points, by the matches between those level, or by goal
/// differences that cannot cross.
struct Certain<'f, 'e> {
    field: &'f Field<'e>,
    /// Ranks by points and the head-to-head criteria that follow them.
    ranker: Ranker<'e>,
    /// Whether head-to-head criteria follow points.
    head_to_head: bool,
    /// Whether goal difference comes next.
    difference: bool,
}

impl<'f, 'e> Certain<'f, 'e> {
    fn new(field: &'f Field<'e>) -> Self {
        let among = |rule: &&Rule| matches!(rule.criterion, Criterion::HeadToHead(_) | Criterion::HeadToHeadAgain);
        let run = field.rules.iter().skip(1).take_while(among).count();
        let first = &field.rules[..field.rules.len().min(1 + run)];
        let difference = Rule::of(Criterion::Overall(Measure::GoalDifference));
        Self {
            field,
            ranker: Ranker::new(first, field.points),
            head_to_head: run > 0,
            difference: field.rules.get(1 + run) == Some(&difference),
        }
    }

    fn places(&mut self, results: &[i32]) -> Vec<Places> {
        let field = self.field;
        if !field.points_first() {
            return vec![Places::range(1, field.size); field.size];
        }
        let points = field.points_after(results);
        // For each member those that may still be level with it, and how many are above it for sure.
        let mut level: Vec<Vec<usize>> = Vec::new();
        let mut above: Vec<usize> = Vec::new();
        for member in 0..field.size {
            level.push((0..field.size).filter(|&other| points[other] == points[member]).collect());
            above.push(points.iter().filter(|&&other| other > points[member]).count());
        }
        let mut settled = vec![true; field.size];
        if self.head_to_head {
            self.by_matches_between(results, &mut level, &mut above, &mut settled);
        }
        (0..field.size)
            .map(|member| {
                let [mut better, mut worse] = [0, 0];
                if self.difference && settled[member] {
                    let [low, high] = differences(field, results, member);
                    for &other in level[member].iter().filter(|&&other| other != member) {
                        let [their_low, their_high] = differences(field, results, other);
                        better += usize::from(their_low > high);
                        worse += usize::from(their_high < low);
                    }
                }
                Places::range(above[member] + better + 1, above[member] + level[member].len() - worse)
            })
            .collect()
    }

    /// Narrows those level: by all head-to-head criteria where the matches between them have been played, else by points
    /// of those matches alone.
    fn by_matches_between(
        &mut self,
        results: &[i32],
        level: &mut [Vec<usize>],
        above: &mut [usize],
        settled: &mut [bool],
    ) {
        let field = self.field;
        let mut games = field.played.clone();
        for (&sides, &result) in field.left.iter().zip(results) {
            let won = |own: i32| u8::from(own > 0);
            games.push(Game { sides, goals: [won(result), won(-result)] });
        }
        let standings = tally(field.size, &games, field.points);
        let ranking = self.ranker.rank(&standings, &games, true, &mut Nothing).clone();
        let classes: Vec<Vec<usize>> = level.to_vec();
        each_place(&ranking, |member, places, _| {
            let member = usize::from(member);
            let class = &classes[member];
            if !Ties::meet(field, class) {
                above[member] = places.first().unwrap_or(1) - 1;
                level[member].retain(|&other| {
                    ranking
                        .places(u8::try_from(other).unwrap_or(u8::MAX))
                        .is_some_and(|at| Some(at[0]) == places.first())
                });
                return;
            }
            settled[member] = false;
            let own = points_among(field, results, class, member);
            let theirs = |other: usize| points_among(field, results, class, other);
            above[member] += class.iter().filter(|&&other| theirs(other) > own).count();
            level[member].retain(|&other| theirs(other) == own);
        });
    }
}

/// Points of a member in the matches among some.
fn points_among(field: &Field<'_>, results: &[i32], among: &[usize], member: usize) -> i32 {
    let [win, draw, loss] = field.points.map(i32::from);
    let mut points = 0;
    let played = field.played.iter().map(|game| (game.sides, i32::from(game.goals[0]) - i32::from(game.goals[1])));
    let left = field.left.iter().copied().zip(results.iter().copied());
    for (sides, margin) in played.chain(left) {
        let sides = sides.map(usize::from);
        if !sides.iter().all(|side| among.contains(side)) || !sides.contains(&member) {
            continue;
        }
        let own = if sides[0] == member { margin } else { -margin };
        points += match own.signum() {
            1 => win,
            0 => draw,
            _ => loss,
        };
    }
    points
}

/// The least and the greatest goal difference of a member after results.
fn differences(field: &Field<'_>, results: &[i32], member: usize) -> [i32; 2] {
    let now = field.standings[member].goal_difference();
    let [mut low, mut high] = [now; 2];
    for (sides, result) in field.left.iter().zip(results) {
        let Some(side) = sides.iter().position(|&side| usize::from(side) == member) else { continue };
        let own = if side == 0 { *result } else { -*result };
        if own > 0 {
            low = low.saturating_add(1);
            high = i32::MAX;
        } else if own < 0 {
            low = i32::MIN;
            high = high.saturating_sub(i32::from(high < i32::MAX));
        }
    }
    [low, high]
}
