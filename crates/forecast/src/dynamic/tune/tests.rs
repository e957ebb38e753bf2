use super::*;
use crate::dynamic::simulate::{Plan, World, settings};

const PLAN: Plan = Plan { teams: 20, groups: 2, years: 24, matches: 16, abroad: 0.3 };

#[test]
fn a_pace_that_is_known_is_found() {
    // Goals vary as forecasts say: these know nothing of the dispersion, which only tempers what is learnt.
    let truth = Settings { strength_step: 0.08, form: 0.05, style_step: 0.003, dispersion: 1e-6, ..settings() };
    let world = World::new(&truth, PLAN, 11);
    let which = [Parameter::StrengthStep, Parameter::HomeAttack];
    for start in [Settings { strength_step: 0.008, ..truth }, Settings { strength_step: 0.6, ..truth }] {
        let until = World::day(PLAN.years * 12);
        let found = tune(&world.history, start, &which, 700, until, Options::default());
        assert!(found.converged && found.evaluations < 200, "{found:?}");
        let factor = found.settings.strength_step / truth.strength_step;
        assert!((0.5..2.0).contains(&factor), "{factor}");
        assert!(found.objective > predictive(&world.history, start, 700, until, 1.0));
        // Everything else is as it was.
        let back = Settings { strength_step: truth.strength_step, home_attack: truth.home_attack, ..found.settings };
        assert_eq!(back, truth);
    }
}

#[test]
fn the_answer_does_not_depend_on_the_number_of_threads() {
    let world = World::new(&settings(), Plan { years: 3, ..PLAN }, 3);
    let run = |threads: usize| {
        rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(|| {
            let which = [Parameter::Strength, Parameter::Level, Parameter::Strength];
            tune(&world.history, settings(), &which, 100, 900, Options { evaluations: 30, ..Options::default() })
        })
    };
    assert_eq!(run(1), run(3));
}

#[test]
fn a_stopped_search_says_so_and_an_empty_one_is_done() {
    let world = World::new(&settings(), Plan { years: 1, ..PLAN }, 3);
    let run = |which: &[Parameter], evaluations| {
        tune(&world.history, settings(), which, 0, 400, Options { evaluations, ..Options::default() })
    };
    let stopped = run(&[Parameter::Strength], 1);
    assert!(!stopped.converged && stopped.settings == settings());
    let done = run(&[], 100);
    assert!(done.converged && done.evaluations == 1);
    assert!((done.objective - predictive(&world.history, settings(), 0, 400, 1.0)).abs() < 1e-12);
}

#[test]
fn chances_come_from_before_each_match_and_count_from_the_first_day_on() {
    let world = World::new(&settings(), Plan { years: 2, ..PLAN }, 5);
    let all = |from, until| predictive(&world.history, settings(), from, until, 0.5);
    let (first, second) = (all(0, 300), all(300, 700));
    assert!(first < 0.0 && second < 0.0);
    assert!((all(0, 700) - first - second).abs() < 1e-9);
    assert!(all(300, 300).abs() < 1e-12);
}

#[test]
fn every_parameter_moves_its_own_setting() {
    for &parameter in Parameter::ALL {
        let mut moved = Settings { newcomer: -0.3, ..Settings::internationals() };
        let start = moved;
        parameter.shift(&mut moved, 0.5);
        for &other in Parameter::ALL {
            let same = (other.of(&moved) - other.of(&start)).abs() < 1e-15;
            assert_eq!(same, other != parameter, "{parameter:?} {other:?}");
        }
        parameter.shift(&mut moved, -0.5);
        assert!((parameter.of(&moved) - parameter.of(&start)).abs() < 1e-12);
    }
}

#[test]
fn tops_of_parabolas_are_found_and_steps_are_bounded() {
    let parabola = |x: f64| 3.0 - (x - 0.2) * (x - 0.2);
    assert!((top(parabola(-0.5), parabola(0.0), parabola(0.5), 0.5) - 0.2).abs() < 1e-12);
    assert!((top(0.0, 1.0, 2.0 - 1e-9, 0.5) - 1.0).abs() < 1e-12);
    assert!((top(1.0, 0.0, 2.0, 0.5) - 0.5).abs() < 1e-12);
    assert!((top(f64::NEG_INFINITY, 0.0, 0.0, 0.5) - 0.5).abs() < 1e-12);
}
