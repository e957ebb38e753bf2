//! A league with many matches left: what points rule out, and what scores found by search show.

use super::field::{Bench, Field, each_place};
use super::matters::Matters;
use super::status::{Outlook, Proof, Status};
use super::{Goal, Places};
use crate::criterion::Criterion;

/// A margin wider than any difference so far.
const WIDE: u8 = 120;
/// Rounds of putting results right in a search.
const ROUNDS: usize = 40;

pub(super) fn outlooks(field: &Field<'_>, goals: &[Goal]) -> (Proof, Vec<Outlook>) {
    let ranges: Vec<[i32; 2]> = (0..field.size).map(|member| field.points_range(member)).collect();
    let mut bench = Bench::new(field);
    let mut exact = true;
    let teams = (0..field.size).map(|member| {
        let [most, fewest] = ranges[member];
        let rivals = || ranges.iter().enumerate().filter(|(other, _)| *other != member).map(|(_, range)| range);
        let [above, below] = if field.points_first() {
            [rivals().filter(|range| range[1] > most).count(), rivals().filter(|range| range[0] < fewest).count()]
        } else {
            [0, 0]
        };
        let possible = Places::range(above + 1, field.size - below);
        let mut places = Places::NONE;
        for high in [true, false] {
            let scores = extreme(field, member, high);
            each_place(bench.rank(&scores), |other, at, _| {
                if usize::from(other) == member {
                    places = places.or(at);
                }
            });
        }
        let status: Vec<Status> = goals
            .iter()
            .map(|goal| {
                let through = !possible.and(goal.places).is_empty();
                let out = !possible.without(goal.places).is_empty();
                let shown = !places.and(goal.places).is_empty() && !places.without(goal.places).is_empty();
                match (through, out) {
                    (true, false) => Status::Sure,
                    (false, _) => Status::Out,
                    (true, true) if shown => Status::Open,
                    (true, true) => Status::NotProved,
                }
            })
            .collect();
        exact &= places.first() == possible.first() && places.last() == possible.last();
        let settled = status.first().is_some_and(|status| matches!(status, Status::Sure | Status::Out));
        // A match matters not if neither side can come past the team either way.
        let apart = |side: &u8| {
            let [their_most, their_fewest] = ranges[usize::from(*side)];
            usize::from(*side) != member && (their_most < fewest || their_fewest > most)
        };
        let alone =
            field.points_first() && !field.rules.iter().any(|rule| matches!(rule.criterion, Criterion::Opponents(_)));
        let matters = field
            .left
            .iter()
            .map(|sides| if settled || (alone && sides.iter().all(apart)) { Matters::No } else { Matters::NotProved });
        Outlook { places, possible, status, needs: None, next: None, matters: matters.collect() }
    });
    let teams: Vec<Outlook> = teams.collect();
    (Proof::Bounds, teams)
}

/// Scores that bring a member high, or low: it wins, or loses, everything; the others share points so that few come past
/// it, or many.
fn extreme(field: &Field<'_>, member: usize, high: bool) -> Vec<[u8; 2]> {
    let [most, fewest] = field.points_range(member);
    let aim = if high { most } else { fewest };
    let mut results: Vec<i32> = field
        .left
        .iter()
        .map(|sides| match sides.iter().position(|&side| usize::from(side) == member) {
            Some(0) => {
                if high {
                    1
                } else {
                    -1
                }
            }
            Some(_) => {
                if high {
                    -1
                } else {
                    1
                }
            }
            None => 0,
        })
        .collect();
    let mut points = field.points_after(&results);
    let [win, draw, loss] = field.points.map(i32::from);
    let worth = |result: i32| match result {
        1 => [win, loss],
        0 => [draw, draw],
        _ => [loss, win],
    };
    for _ in 0..ROUNDS {
        let mut changed = false;
        for (sides, result) in field.left.iter().zip(&mut results) {
            let [one, two] = sides.map(usize::from);
            if [one, two].contains(&member) {
                continue;
            }
            let now = worth(*result);
            let without = [points[one] - now[0], points[two] - now[1]];
            // How many of both are on the wrong side after a result, and by how much.
            let cost = |result: i32| -> i32 {
                let wrong = |points: i32| {
                    let beyond = if high { points - aim } else { aim - points };
                    if beyond > 0 { 1_000 + beyond } else { 0 }
                };
                without.iter().zip(worth(result)).map(|(points, more)| wrong(points + more)).sum()
            };
            let best = [*result, 0, 1, -1].into_iter().min_by_key(|&result| cost(result)).unwrap_or(*result);
            if best != *result {
                *result = best;
                let more = worth(best);
                points[one] = without[0] + more[0];
                points[two] = without[1] + more[1];
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    let score = |place: usize, result: i32| {
        let own = field.left[place].iter().any(|&side| usize::from(side) == member);
        let margin = if own { WIDE } else { 1 };
        match result {
            1 => [margin, 0],
            0 => [0, 0],
            _ => [0, margin],
        }
    };
    results.iter().enumerate().map(|(place, &result)| score(place, result)).collect()
}
