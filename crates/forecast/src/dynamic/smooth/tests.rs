use super::*;
use crate::dynamic::simulate::{Plan, World, settings};
use crate::history::Class;

const PLAN: Plan = Plan { teams: 40, groups: 3, years: 24, matches: 20, abroad: 0.3 };

/// Squared errors of strengths, the share of 90 % intervals that hold the truth, and the number of strengths.
fn judged(world: &World, month: usize, strengths: &[TeamStrength]) -> [f64; 3] {
    let truth: Vec<f64> = strengths.iter().map(|one| world.strength(month, one.team)).collect();
    let average = truth.iter().sum::<f64>() / truth.len() as f64;
    let errors = || strengths.iter().zip(&truth).map(|(one, truth)| one.mean - (truth - average));
    let held = errors().zip(strengths).filter(|(error, one)| error.abs() < 1.644_853_626_951_472_2 * one.sd).count();
    [errors().map(|error| error * error).sum(), held as f64, strengths.len() as f64]
}

#[test]
fn the_future_helps_and_intervals_are_honest() {
    let (mut before, mut after) = ([0.0; 3], [0.0; 3]);
    for seed in 0..3 {
        let world = World::new(&settings(), PLAN, seed);
        for month in [96, 144, 192] {
            let day = World::day(month);
            for (total, strengths) in [
                (&mut before, filtered(&world.history, settings(), day).unwrap()),
                (&mut after, smoothed(&world.history, settings(), day).unwrap()),
            ] {
                for (sum, value) in total.iter_mut().zip(judged(&world, month, &strengths)) {
                    *sum += value;
                }
            }
        }
    }
    let [error, wider] = [after, before].map(|[squares, _, count]| (squares / count).sqrt());
    assert!(error < 0.85 * wider, "root mean squared error {error} of the smoother, {wider} of the filter");
    for [_, held, count] in [before, after] {
        assert!((0.85..0.95).contains(&(held / count)), "90 % intervals hold {}", held / count);
    }
}

#[test]
fn on_the_last_day_there_is_nothing_to_add() {
    let world = World::new(&settings(), Plan { years: 5, ..PLAN }, 4);
    let day = World::day(60);
    let [one, two] = [filtered, smoothed].map(|how| how(&world.history, settings(), day).unwrap());
    assert_eq!(one.len(), two.len());
    for (one, two) in one.iter().zip(&two) {
        assert_eq!(one.team, two.team);
        assert!((one.mean - two.mean).abs() < 1e-9 && (one.sd - two.sd).abs() < 1e-9, "{one:?} {two:?}");
    }
}

#[test]
fn strengths_are_over_the_average_of_the_active_best_first() {
    let world = World::new(&settings(), PLAN, 7);
    for day in [World::day(30), World::day(150)] {
        let strengths = smoothed(&world.history, settings(), day).unwrap();
        assert!(strengths.iter().map(|one| one.mean).sum::<f64>().abs() < 1e-9);
        assert!(strengths.windows(2).all(|pair| pair[0].mean >= pair[1].mean));
        let entered =
            |team: u32| world.history.before(day + 1).iter().any(|played| played.home == team || played.away == team);
        assert!(strengths.iter().all(|one| entered(one.team)));
    }
    assert_eq!(smoothed(&world.history, settings(), -1).unwrap(), []);
}

#[test]
fn a_path_is_made_of_the_days_and_is_smoother_than_what_was_thought() {
    let world = World::new(&settings(), PLAN, 8);
    let days: Vec<i32> = (24..288).step_by(12).map(World::day).collect();
    let shuffled: Vec<i32> = days.iter().rev().chain(&days).copied().collect();
    let path = path(&world.history, settings(), 1, &shuffled).unwrap();
    assert_eq!(path.iter().map(|moment| moment.day).collect::<Vec<_>>(), days);
    let mut thought = Vec::new();
    for moment in &path {
        let at = |strengths: Vec<TeamStrength>| strengths.into_iter().find(|one| one.team == 1).unwrap();
        thought.push(at(filtered(&world.history, settings(), moment.day).unwrap()).mean);
        let one = at(smoothed(&world.history, settings(), moment.day).unwrap());
        assert!((one.mean - moment.mean).abs() < 1e-9 && (one.sd - moment.sd).abs() < 1e-9);
    }
    let rough = |values: &[f64]| values.windows(2).map(|pair| (pair[1] - pair[0]).powi(2)).sum::<f64>();
    let smooth: Vec<f64> = path.iter().map(|moment| moment.mean).collect();
    assert!(rough(&smooth) < rough(&thought));
}

#[test]
fn teams_that_have_ended_are_not_active() {
    let game = |day, home, away| Played {
        day,
        home,
        away,
        goals: [1, 0],
        neutral: true,
        region: None,
        class: Class::Friendly,
        minutes: 90,
        shoot_out: None,
    };
    let names = (0..4).map(|team: u8| team.to_string()).collect();
    let history = History::new(names, vec![game(0, 0, 1), game(10, 0, 2), game(5000, 0, 2)]).unwrap();
    assert_eq!(active(&history, -1), [] as [usize; 0]);
    assert_eq!(active(&history, 20), [0, 1, 2]);
    // The second team has not played for more than two years and never will; the third will.
    assert_eq!(active(&history, 900), [0, 2]);
    assert_eq!(active(&history, 9000), [] as [usize; 0]);
}
