//! The filter on worlds whose strengths are known, and on histories nobody has played.

use proptest::prelude::*;

use super::filter::YEAR;
use super::simulate::{Plan, World, settings};
use super::{Filter, Occasion, Outlook, Settings};
use crate::history::{Class, Played};

/// Sixty teams of three groups over thirty years, each some ten matches a year.
const PLAN: Plan = Plan { teams: 60, groups: 3, years: 30, matches: 40, abroad: 0.25 };

/// A match on neutral ground.
fn neutral(day: i32, home: u32, away: u32, goals: [u8; 2]) -> Played {
    Played {
        day,
        home,
        away,
        goals,
        neutral: true,
        region: None,
        class: Class::Qualifier,
        minutes: 90,
        shoot_out: None,
    }
}

/// Six teams, the first three of one group and the others of another, after some matches within and between.
fn small(settings: Settings) -> Filter {
    let mut filter = Filter::new(settings, 2, &[0, 0, 0, 1, 1, 1]);
    for round in 0..4 {
        for (home, away, goals) in
            [(0, 1, [2, 0]), (1, 2, [1, 1]), (3, 4, [0, 1]), (4, 5, [2, 2]), (0, 3, [1, 0]), (2, 5, [0, 1])]
        {
            filter.learn(&neutral(30 * round, home, away, goals));
        }
    }
    filter
}

fn strength(filter: &Filter, team: usize) -> f64 {
    filter.strength[filter.place[team]]
}

fn close(one: &Outlook, two: &Outlook) -> f64 {
    let [a, b] = [one, two].map(|outlook| outlook.win_and_score([1, 0]));
    a.0.iter().zip(b.0).map(|(one, two)| (one - two).abs()).fold((a.1 - b.1).abs(), f64::max)
}

#[test]
fn known_strengths_are_found_with_honest_intervals() {
    const QUANTILE: f64 = 1.644_853_626_951_472_2;
    let (mut covered, mut pairs) = (0, 0);
    for seed in 0..5 {
        let world = World::new(&settings(), PLAN, seed);
        let mut filter = Filter::of(settings(), &world.history);
        for played in world.history.matches() {
            filter.learn(played);
        }
        let month = PLAN.years * 12 - 1;
        let teams: Vec<usize> = (0..PLAN.teams).collect();
        let (mean, covariance) = filter.joint(&teams, World::day(month));
        let form: Vec<_> = teams.iter().map(|&team| filter.side_at(team, World::day(month)).form).collect();
        let truth: Vec<f64> = teams.iter().map(|&team| world.strength(month, team as u32)).collect();
        let found: Vec<f64> = mean.iter().zip(&form).map(|(mean, form)| mean + form.mean).collect();
        let correlation = correlation(&found, &truth);
        assert!(correlation > 0.95, "seed {seed}: {correlation}");
        for one in 0..PLAN.teams {
            for two in 0..one {
                let variance = covariance[one * PLAN.teams + one] + covariance[two * PLAN.teams + two]
                    - 2.0 * covariance[one * PLAN.teams + two]
                    + form[one].variance
                    + form[two].variance;
                let error = found[one] - found[two] - truth[one] + truth[two];
                covered += usize::from(error.abs() < QUANTILE * variance.sqrt());
                pairs += 1;
            }
        }
    }
    let share = f64::from(covered as u32) / f64::from(pairs as u32);
    assert!((0.85..0.95).contains(&share), "90 % intervals cover {share}");
}

fn correlation(one: &[f64], two: &[f64]) -> f64 {
    let mean = |of: &[f64]| of.iter().sum::<f64>() / of.len() as f64;
    let [a, b] = [mean(one), mean(two)];
    let product = |f: &dyn Fn(f64, f64) -> f64| one.iter().zip(two).map(|(x, y)| f(x - a, y - b)).sum::<f64>();
    product(&|x, y| x * y) / (product(&|x, _| x * x) * product(&|_, y| y * y)).sqrt()
}

#[test]
fn a_surprise_between_groups_moves_everybody_in_both() {
    let mut filter = small(Settings { group: 1.0, ..settings() });
    let before: Vec<f64> = (0..6).map(|team| strength(&filter, team)).collect();
    filter.learn(&neutral(150, 1, 4, [5, 0]));
    for (team, before) in before.iter().enumerate() {
        let moved = strength(&filter, team) - before;
        assert!(if team < 3 { moved > 1e-3 } else { moved < -1e-3 }, "team {team} moved by {moved}");
    }
    let direct = strength(&filter, 1) - before[1];
    assert!((strength(&filter, 0) - before[0]) < direct && (strength(&filter, 2) - before[2]) < direct);
}

#[test]
fn what_was_expected_moves_nobody() {
    // Equal sides at a level of one goal each: one all is what the model expects to the last digit.
    let even = Settings { level: 0.0, ..settings() };
    let mut filter = Filter::new(even, 2, &[0, 0, 1, 1]);
    for (home, away) in [(0, 2), (1, 3), (0, 1), (2, 3)] {
        filter.learn(&neutral(0, home, away, [1, 1]));
        assert!((0..4).all(|team| strength(&filter, team).abs() < 1e-12));
    }
    filter.learn(&neutral(1, 0, 2, [2, 1]));
    assert!(strength(&filter, 1) > 1e-3 && strength(&filter, 3) < -1e-3);
}

#[test]
fn long_gaps_widen_what_is_expected_and_do_not_move_strengths() {
    let filter = small(settings());
    let at = |years: f64| filter.outlook(&Occasion::from(&neutral(90 + (years * YEAR) as i32, 0, 4, [0, 0])));
    let spread = |outlook: &Outlook| outlook.covariance[0][0] - outlook.covariance[0][1];
    let [now, decade, century] = [0.0, 10.0, 100.0].map(at);
    assert!(spread(&now) < spread(&decade) && spread(&decade) < spread(&century));
    // Both strengths walk: half the difference has half the variance of one step.
    let expected = settings().strength_step * 90.0;
    assert!((spread(&century) - spread(&decade) - expected).abs() < 0.1 * expected);
    let apart = |outlook: &Outlook| outlook.log_rates[0] - outlook.log_rates[1];
    let moved = apart(&century) - apart(&decade);
    assert!(moved.abs() < 1e-3, "strengths stay, and form has faded: {moved}");
}

#[test]
fn newcomers_settle() {
    let settled = Settings { settling: 3.0, settling_matches: 2.0, ..settings() };
    let gain = |matches| settled.strength_gain(matches, 2.0) / settings().strength_gain(matches, 2.0);
    assert!((gain(0) - 4.0).abs() < 1e-12 && (gain(2) - 1.0 - 3.0 / std::f64::consts::E).abs() < 1e-12);
    assert!((gain(100) - 1.0).abs() < 1e-12);
    // A filter that lets newcomers settle is less sure of them a decade on.
    let variance = |settings| {
        let filter = small(Settings { settling_matches: 1000.0, ..settings });
        filter.joint(&[0], 90 + 3653).1[0]
    };
    assert!(variance(settled) > 1.1 * variance(settings()));
}

#[test]
fn forecasts_are_of_the_past_alone() {
    let world = World::new(&settings(), Plan { years: 4, ..PLAN }, 1);
    let matches = world.history.matches();
    let cut = matches.len() / 2;
    let run = |until: usize| {
        let mut filter = Filter::of(settings(), &world.history);
        let said: Vec<Outlook> = matches[..until]
            .iter()
            .map(|played| {
                let outlook = filter.outlook(&Occasion::from(played));
                filter.learn(played);
                outlook
            })
            .collect();
        said
    };
    assert_eq!(run(cut)[..], run(matches.len())[..cut]);
    // A forecast leaves no trace: the filter that was asked is the filter that was not.
    let mut silent = Filter::of(settings(), &world.history);
    matches[..cut].iter().for_each(|played| silent.learn(played));
    assert_eq!(silent.outlook(&Occasion::from(&matches[cut])), run(matches.len())[cut]);
}

#[test]
fn leaving_negligible_covariances_alone_hardly_changes_chances() {
    let world = World::new(&settings(), Plan { groups: 6, abroad: 0.1, ..PLAN }, 2);
    let mut quick = Filter::of(settings(), &world.history);
    let mut full = Filter::with_negligible(settings(), world.history.groups().len(), world.history.group_of(), 0.0);
    let (mut worst, mut sum, mut forecasts) = (0.0_f64, 0.0, 0.0);
    for played in world.history.matches() {
        let occasion = Occasion::from(played);
        let apart = close(&quick.outlook(&occasion), &full.outlook(&occasion));
        worst = worst.max(apart);
        sum += apart;
        forecasts += 1.0;
        quick.learn(played);
        full.learn(played);
    }
    assert!(worst > 0.0, "nothing was skipped, so this tests nothing");
    assert!(worst < 0.015 && sum / forecasts < 0.001, "at most {worst}, on average {}", sum / forecasts);
}

#[test]
fn half_an_hour_more_is_no_strength() {
    // Four goals to two in 120 minutes are three to one and a half in ninety: less of a surprise than in ninety.
    let after = |minutes: u8| {
        let mut filter = Filter::new(Settings { level: 0.0, ..settings() }, 1, &[0, 0]);
        filter.learn(&Played { minutes, ..neutral(0, 0, 1, [4, 4]) });
        filter.level.mean
    };
    let [ninety, long] = [90, 120].map(after);
    assert!(0.0 < long && long < ninety, "{long} {ninety}");
    // Four goals each in 120 minutes at three each in ninety are what was expected.
    let mut filter = Filter::new(Settings { level: libm::log(3.0), ..settings() }, 1, &[0, 0]);
    filter.learn(&Played { minutes: 120, ..neutral(0, 0, 1, [4, 4]) });
    assert!((filter.level.mean - libm::log(3.0)).abs() < 1e-12);
}

#[test]
fn without_teams_two_average_sides_meet() {
    let mut filter = Filter::new(settings(), 0, &[]);
    filter.learn(&neutral(0, 0, 1, [3, 0]));
    let [home, _, away] = filter.outlook(&Occasion::from(&neutral(0, 0, 1, [0, 0]))).win();
    assert!((home - away).abs() < 1e-12);
}

/// Matches nobody has played: among eight teams, up to thousands of years apart, of any score.
fn wild() -> impl Strategy<Value = (Vec<Played>, Vec<u8>)> {
    let gap = prop_oneof![8 => 0..40_i32, 1 => 40..4000_i32, 1 => 360_000..370_000_i32];
    let goals = prop_oneof![8 => 0..6_u8, 1 => Just(30_u8), 1 => Just(255_u8)];
    let one = (
        gap,
        0..9_u32,
        0..9_u32,
        [goals.clone(), goals],
        any::<bool>(),
        proptest::option::of(0..4_u8),
        0..8_usize,
        any::<bool>(),
    );
    let groups = prop_oneof![Just(vec![0_u8; 8]), proptest::collection::vec(0..5_u8, 8)];
    (proptest::collection::vec(one, 1..60), groups).prop_map(|(matches, groups)| {
        const CLASSES: [Class; 8] = [
            Class::WorldCup,
            Class::Finals,
            Class::Qualifier,
            Class::NationsLeague,
            Class::Regional,
            Class::Minor,
            Class::Friendly,
            Class::Club,
        ];
        let mut day = -36_000;
        let matches = matches.into_iter().map(|(gap, home, away, goals, neutral, region, class, long)| {
            day += gap;
            let minutes = if long { 120 } else { 90 };
            Played { day, home, away, goals, neutral, region, class: CLASSES[class], minutes, shoot_out: None }
        });
        (matches.collect(), groups)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_history_breaks_it((matches, groups) in wild()) {
        let mut filter = Filter::new(settings(), 4, &groups);
        for played in &matches {
            let (win, score) = filter.outlook(&Occasion::from(played)).win_and_score(played.goals);
            prop_assert!(win.iter().all(|chance| (-1e-12..=1.0 + 1e-12).contains(chance)), "{:?}", win);
            prop_assert!((-1e-12..=1.0).contains(&score));
            filter.learn(played);
            let size = filter.size();
            for place in 0..size {
                let variance = filter.covariance[place * size + place];
                // A team that has not played has no variance of its own yet.
                prop_assert!(variance >= 0.0 && variance.is_finite());
                prop_assert!(filter.strength[place].is_finite());
                for other in 0..place {
                    let shared = filter.covariance[place * size + other];
                    let bound = variance * filter.covariance[other * size + other];
                    prop_assert!(shared * shared <= bound * (1.0 + 1e-6) + 1e-12);
                }
            }
            for side in &filter.sides {
                for part in [side.form, side.style, side.home] {
                    prop_assert!(part.variance > 0.0 && part.mean.is_finite());
                }
            }
            for part in [filter.level, filter.home_attack, filter.away_attack] {
                prop_assert!(part.variance > 0.0 && part.mean.is_finite());
            }
        }
    }

    #[test]
    fn on_neutral_ground_sides_can_be_exchanged((matches, groups) in wild()) {
        let [mut plain, mut mirrored] = [(); 2].map(|()| Filter::new(settings(), 4, &groups));
        for played in &matches {
            let played = &Played { neutral: true, goals: played.goals.map(|goals| goals.min(9)), ..*played };
            let turned = &Played {
                home: played.away,
                away: played.home,
                goals: [played.goals[1], played.goals[0]],
                ..*played
            };
            let [one, two] = [(&plain, played), (&mirrored, turned)]
                .map(|(filter, played)| filter.outlook(&Occasion::from(played)));
            for side in 0..2 {
                prop_assert!((one.log_rates[side] - two.log_rates[1 - side]).abs() < 1e-6);
                prop_assert!((one.covariance[side][side] - two.covariance[1 - side][1 - side]).abs() < 1e-6);
            }
            plain.learn(played);
            mirrored.learn(turned);
        }
    }
}
