//! What holds for any match at any moment.

use proptest::prelude::*;

use super::super::*;

prop_compose! {
    fn states()(
        period in prop_oneof![
            Just(Period::FirstHalf), Just(Period::SecondHalf), Just(Period::ExtraFirst), Just(Period::ExtraSecond),
            Just(Period::ShootOut), Just(Period::Over)
        ],
        elapsed in prop_oneof![0.0..60.0_f64, Just(f64::NAN), Just(-3.0), Just(1e300)],
        score in any::<[u8; 2]>().prop_map(|goals| goals.map(|goals| goals % 9)),
        men in any::<[u8; 2]>().prop_map(|men| men.map(|men| 5 + men % 9)),
        penalty in prop_oneof![Just(None), Just(Some(Side::Home)), Just(Some(Side::Away))],
        announced in any::<Option<u8>>(),
    ) -> State {
        State { period, elapsed, score, men, penalty, announced, ninety: None }
    }
}

prop_compose! {
    fn models()(
        home in 0.01..8.0_f64,
        away in 0.01..8.0_f64,
        day in -40_000..30_000_i32,
        neutral: bool,
        aggregate in -5..5_i8,
        shoot_out in 0.0..=1.0_f64,
        rule in 0..5,
    ) -> InPlay {
        let extra_time = match rule {
            0 => None,
            1 => Some(ExtraTime::GoldenGoal),
            2 => Some(ExtraTime::SilverGoal),
            _ => Some(ExtraTime::Full),
        };
        let tie = if rule == 4 { None } else { Some(Tie { extra_time, aggregate, shoot_out }) };
        let rules = Rules { day, neutral, tie, penalty: None };
        InPlay::new(&Parameters::shipped(), Rates::new(home, away), rules).unwrap()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn chances_sum_to_one(model in models(), state in states()) {
        let chances = model.chances(&state);
        prop_assert!((chances.win.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        prop_assert!(chances.win.iter().all(|chance| (0.0..=1.0 + 1e-9).contains(chance)));
        if let Some(through) = chances.through {
            prop_assert!((through[0] + through[1] - 1.0).abs() < 1e-9);
            prop_assert!(through.iter().all(|chance| (-1e-9..=1.0 + 1e-9).contains(chance)));
        }
        let grid = model.final_scores(&state);
        prop_assert!((grid.more.iter().flatten().sum::<f64>() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_goal_never_hurts(model in models(), state in states()) {
        let now = model.chances(&state);
        let mut ahead = state;
        ahead.score[0] += 1;
        let then = model.chances(&ahead);
        prop_assert!(then.win[0] >= now.win[0] - 1e-9 && then.win[2] <= now.win[2] + 1e-9);
        prop_assert!(then.of(Side::Home) >= now.of(Side::Home) - 1e-9);
        let given = model.chances(&State { penalty: Some(Side::Home), ..state });
        let not = model.chances(&State { penalty: None, ..state });
        prop_assert!(given.of(Side::Home) <= 1.0 + 1e-9 && not.of(Side::Home) >= -1e-9);
    }

    #[test]
    fn any_events_give_a_story_or_an_error(list in prop::collection::vec((0..130_u8, 0..12_u8, 0..12_u8, any::<bool>()), 0..12)) {
        let events: Vec<Event> = list
            .into_iter()
            .map(|(minute, added, kind, home)| {
                let side = if home { Side::Home } else { Side::Away };
                let kind = match kind {
                    0 => Kind::PenaltyAwarded(side),
                    1 => Kind::PenaltyScored(side),
                    2 => Kind::PenaltyMissed(side),
                    3 => Kind::RedCard(side),
                    4 => Kind::Announced(added),
                    5 => Kind::HalfTime,
                    6 => Kind::FullTime,
                    7 => Kind::ExtraHalfTime,
                    8 => Kind::ExtraTimeEnd,
                    9 => Kind::ShootOut(side),
                    10 => Kind::Now,
                    _ => Kind::Goal(side),
                };
                Event { clock: Clock { minute, added: if minute % 45 == 0 { added } else { 0 } }, kind }
            })
            .collect();
        let rules = Rules { tie: Some(Tie::default()), ..Rules::default() };
        if let Ok(told) = replay(&Parameters::shipped(), Rates::new(1.0, 2.0), rules, &events) {
            for point in &told.curve {
                prop_assert!((point.chances.win.iter().sum::<f64>() - 1.0).abs() < 1e-9);
            }
            prop_assert!(told.curve.windows(2).all(|pair| pair[0].played <= pair[1].played + 1e-9));
            for worth in &told.worth {
                prop_assert!(worth.before.low <= worth.before.value + 1e-9 && worth.before.value <= worth.before.high + 1e-9);
            }
        }
    }
}
