//! Against every score up to some goals, with the rankings of all editions.

use proptest::prelude::*;

use super::field::{Bench, Field, Known, each_place};
use super::goal::{Aim, Goal};
use super::needs::{Fate, Form, Judge, Outcome, needs};
use super::plane::Plane;
use super::status::{Proof, Status, of_field};
use super::{Matters, Places, season};
use crate::criterion::{Criterion, Rule};
use crate::edition::{Edition, built_in, built_in_names};
use crate::table::Game;

/// Every ranking of a group in `editions/`, with the points of a win, a draw and a defeat.
fn rankings() -> Vec<(Vec<Rule>, [u8; 3])> {
    let mut rankings = Vec::new();
    for name in built_in_names() {
        let edition = Edition::read(built_in(name).unwrap().1).unwrap();
        for stage in edition.stages.iter().filter(|stage| !stage.is_knock_out()) {
            let ranking = (stage.ranking.clone(), edition.points);
            if !rankings.contains(&ranking) {
                rankings.push(ranking);
            }
        }
    }
    rankings
}

/// A round robin of some teams: which matches have been played, and how.
fn games(size: u8, left: usize, goals: &[u8]) -> (Vec<Game>, Vec<[u8; 2]>) {
    let pairs: &[[u8; 2]] =
        if size == 3 { &[[0, 1], [1, 2], [2, 0]] } else { &[[0, 1], [2, 3], [0, 2], [3, 1], [3, 0], [1, 2]] };
    let (played, left) = pairs.split_at(pairs.len() - left);
    let score = |place: usize| [goals[2 * place], goals[2 * place + 1]];
    (played.iter().enumerate().map(|(n, &sides)| Game { sides, goals: score(n) }).collect(), left.to_vec())
}

fn known(size: u8, list: &[bool]) -> Known {
    let ranked = (0..size).map(|member| list[usize::from(member)].then(|| u16::from(member) + 1)).collect::<Vec<_>>();
    Known { earlier: ranked.iter().rev().copied().collect(), ranked }
}

/// Calls back with every score up to some goals a side.
fn every_score(matches: usize, most: u8, mut with: impl FnMut(&[[u8; 2]])) {
    let mut scores = vec![[0_u8; 2]; matches];
    loop {
        with(&scores);
        let next = (0..2 * matches).find(|&at| scores[at / 2][at % 2] < most);
        let Some(next) = next else { return };
        for at in 0..next {
            scores[at / 2][at % 2] = 0;
        }
        scores[next / 2][next % 2] += 1;
    }
}

fn places_after(bench: &mut Bench<'_, '_>, scores: &[[u8; 2]], size: usize) -> Vec<Places> {
    let mut found = vec![Places::NONE; size];
    each_place(bench.rank(scores), |member, places, _| found[usize::from(member)] = places);
    found
}

fn margins(scores: &[[u8; 2]]) -> [i32; 2] {
    [0, 1].map(|place| scores.get(place).map_or(0, |[one, two]| i32::from(*one) - i32::from(*two)))
}

fn goal(places: usize) -> Goal {
    Goal { what: Aim::Top, places: Places::range(1, places), perhaps: None }
}

fn proved(rules: &[Rule]) -> bool {
    !rules.iter().any(|rule| matches!(rule.criterion, Criterion::GoalAverage | Criterion::Opponents(_)))
}

fn fixture() -> impl Strategy<Value = (usize, u8, Vec<u8>, Vec<bool>)> {
    let goals = prop::collection::vec(prop_oneof![4 => 0_u8..3, 1 => 3_u8..6], 12);
    (0..rankings().len(), 3_u8..5, goals, prop::collection::vec(prop::bool::weighted(0.8), 4))
}

/// The value of a form, as its documentation says.
fn value(form: Form, own: i32, other: i32) -> i32 {
    let (own, other) = (own.abs(), other.abs());
    match form {
        Form::Own => own,
        Form::Other => other,
        Form::Sum => own + other,
        Form::Difference => own - other,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// The last matches: no score brings a place that is not said to be possible at its margins, and every place said to
    /// be is brought by one. Statuses and needs hold of every score.
    #[test]
    fn the_last_matches_are_as_every_score_shows((ranking, size, goals, list) in fixture()) {
        let (rules, points) = &rankings()[ranking];
        let left = if size == 3 { 1 } else { 2 };
        let (played, pairs) = games(size, left, &goals);
        let size = usize::from(size);
        let field = Field::new(rules, *points, size, played, pairs, known(u8::try_from(size).unwrap(), &list));
        let plane = Plane::of(&field, 1).unwrap();
        let goal = goal(size / 2);
        let (proof, teams) = of_field(&field, std::slice::from_ref(&goal), None);
        prop_assert_eq!(proof == Proof::Exact, proved(rules));
        let mut bench = Bench::new(&field);
        let mut brought = vec![Places::NONE; size];
        let judged: Vec<_> = (0..size).map(|member| needs(&Judge::new(&field, &plane, None, &goal, member))).collect();
        // Wide enough for every difference of goals drawn above in a group of three; for four, what is not brought by
        // narrow scores is tried again below.
        let mut wrong = Vec::new();
        every_score(left, 7, |scores| {
            let at = margins(scores);
            let found = places_after(&mut bench, scores, size);
            for member in 0..size {
                brought[member] = brought[member].or(found[member]);
                if !found[member].without(plane.spot(at, member).places()).is_empty() {
                    wrong.push(format!("{scores:?}: {member} can be {}", found[member]));
                }
                let Some(needs) = &judged[member] else { continue };
                let of_field = |place: usize| field.left.get(place).and_then(|sides| sides.iter().position(|&side| usize::from(side) == member));
                let own = (0..left).find(|&place| of_field(place).is_some());
                let own_margin = own.map_or(0, |place| if of_field(place) == Some(0) { at[place] } else { -at[place] });
                let other_margin = (0..left).find(|&place| Some(place) != own).map_or(0, |place| at[place]);
                let outcome = |margin: i32| match margin.signum() { 1 => Outcome::Win, 0 => Outcome::Draw, _ => Outcome::Defeat };
                let case = needs.cases.iter().find(|case| {
                    case.own.is_none_or(|own| own == outcome(own_margin)) && case.other.is_none_or(|other| other == outcome(other_margin))
                }).unwrap();
                let [can, cannot] = [!found[member].and(goal.places).is_empty(), !found[member].without(goal.places).is_empty()];
                let holds = match &case.fate {
                    Fate::Through => !cannot,
                    Fate::Out => !can,
                    Fate::Undecided(_) => true,
                    Fate::By(test) => {
                        let value = value(test.form, own_margin, other_margin);
                        let beyond = |bound: i32, more: bool| if more { value >= bound } else { value <= bound };
                        let through = test.through.is_some_and(|bound| beyond(bound, test.more));
                        let out = test.out.is_some_and(|bound| beyond(bound, !test.more));
                        (through || out || !test.why.is_empty()) && !(through && (out || cannot)) && !(out && can)
                    }
                };
                if !holds {
                    wrong.push(format!("{scores:?}: {member} {:?} {}", case, found[member]));
                }
            }
        });
        prop_assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        for member in 0..size {
            let team = &teams[member];
            prop_assert_eq!(team.places, team.possible);
            prop_assert!(brought[member].without(team.places).is_empty());
            let sure = team.places.without(goal.places).is_empty();
            let out = team.places.and(goal.places).is_empty();
            let expected = if sure { Status::Sure } else if out { Status::Out } else { Status::Open };
            prop_assert_eq!(team.status[0], expected);
        }
        // What is said to be possible at margins is brought by goals there.
        if proved(rules) {
            for at in plane.margins().filter(|at| at.iter().all(|margin| margin.abs() <= 4)) {
                let mut brought = vec![Places::NONE; size];
                let most = if left > 1 { 24 } else { 0 };
                for first in 0..=24_i32 {
                    for second in 0..=most {
                        let score = |margin: i32, low: i32| [u8::try_from(low + margin.max(0)).unwrap(), u8::try_from(low + (-margin).max(0)).unwrap()];
                        let scores = [score(at[0], first), score(at[1], second)];
                        // Goals of both matches matter only by their difference or while they are few.
                        if first > 8 && second > 8 {
                            continue;
                        }
                        for (all, here) in brought.iter_mut().zip(places_after(&mut bench, &scores[..left], size)) {
                            *all = all.or(here);
                        }
                    }
                    if (0..size).all(|member| brought[member] == plane.spot(at, member).places()) {
                        break;
                    }
                }
                for (member, brought) in brought.iter().enumerate() {
                    prop_assert_eq!(*brought, plane.spot(at, member).places(), "{} at {:?}", member, at);
                }
            }
        }
    }

    /// Beyond the bound nothing is new: places with margins and goals far wider are possible within it.
    #[test]
    fn wide_scores_bring_nothing_new((ranking, size, goals, list) in fixture(), wide in prop::collection::vec(0_u8..120, 4)) {
        let (rules, points) = &rankings()[ranking];
        if !proved(rules) {
            return Ok(());
        }
        let left = if size == 3 { 1 } else { 2 };
        let (played, pairs) = games(size, left, &goals);
        let field = Field::new(rules, *points, size.into(), played, pairs, known(size, &list));
        let (_, teams) = of_field(&field, &[goal(2)], None);
        let mut bench = Bench::new(&field);
        let found = places_after(&mut bench, &[[wide[0], wide[1]], [wide[2], wide[3]]][..left], size.into());
        for (team, found) in teams.iter().zip(found) {
            prop_assert!(found.without(team.places).is_empty());
        }
    }

    /// Earlier: what is ruled out never comes, what is sure holds, and a match that matters not changes nothing.
    #[test]
    fn nothing_ruled_out_before_the_last_matchday_comes((ranking, size, goals, list) in fixture(), more in 1_usize..3) {
        let (rules, points) = &rankings()[ranking];
        let left = if size == 3 { 1 + more } else { 2 + more };
        let (played, pairs) = games(size, left, &goals);
        let field = Field::new(rules, *points, size.into(), played, pairs, known(size, &list));
        let goal = goal(usize::from(size) / 2);
        let (proof, teams) = of_field(&field, std::slice::from_ref(&goal), None);
        let mut bench = Bench::new(&field);
        let mut brought = vec![Places::NONE; size.into()];
        let mut by_rest = std::collections::BTreeMap::new();
        every_score(left, if left == 4 { 1 } else { 3 }, |scores| {
            for (member, found) in places_after(&mut bench, scores, size.into()).into_iter().enumerate() {
                brought[member] = brought[member].or(found);
                for (place, matters) in teams[member].matters.iter().enumerate() {
                    if *matters == Matters::No {
                        let mut rest = scores.to_vec();
                        rest.remove(place);
                        let fate = [found.and(goal.places).is_empty(), found.without(goal.places).is_empty()];
                        let before = by_rest.entry((member, place, rest)).or_insert(fate);
                        assert_eq!(*before, fate, "match {place} matters to {member}");
                    }
                }
            }
        });
        for (team, brought) in teams.iter().zip(brought) {
            prop_assert!(brought.without(team.possible).is_empty(), "{} of {}", brought, team.possible);
            prop_assert!(team.places.without(team.possible).is_empty());
            prop_assert!(proof != Proof::Exact || team.places == team.possible);
            match team.status[0] {
                Status::Sure => prop_assert!(brought.without(goal.places).is_empty()),
                Status::Out => prop_assert!(brought.and(goal.places).is_empty()),
                Status::Open => prop_assert!(!team.places.is_empty()),
                Status::NotProved => prop_assert!(proof != Proof::Exact),
            }
        }
    }

    /// The same by points alone and by search, as for a league.
    #[test]
    fn nothing_ruled_out_in_a_league_comes((ranking, size, goals, list) in fixture(), left in 1_usize..4) {
        let (rules, points) = &rankings()[ranking];
        let (played, pairs) = games(size, left, &goals);
        let field = Field::new(rules, *points, size.into(), played, pairs, known(size, &list));
        let goal = goal(usize::from(size) / 2);
        let (_, teams) = season::outlooks(&field, std::slice::from_ref(&goal));
        let mut bench = Bench::new(&field);
        every_score(left, if left == 3 { 2 } else { 5 }, |scores| {
            for (team, found) in teams.iter().zip(places_after(&mut bench, scores, size.into())) {
                assert!(found.without(team.possible).is_empty(), "{found} of {}", team.possible);
                assert!(team.status[0] != Status::Sure || found.without(goal.places).is_empty());
                assert!(team.status[0] != Status::Out || found.and(goal.places).is_empty());
            }
        });
        prop_assert!(teams.iter().all(|team| team.places.without(team.possible).is_empty()));
    }
}
