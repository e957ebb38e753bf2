use super::*;
use crate::dynamic::simulate::{Plan, World};
use crate::random::Stream;

fn settings() -> Settings {
    // Steps large enough that years matter.
    restricted(Settings { strength_step: 0.1, ..Settings::internationals() })
}

fn world() -> World {
    World::new(&settings(), Plan { teams: 16, groups: 1, years: 4, matches: 8, abroad: 0.0 }, 21)
}

#[test]
fn the_gradient_and_the_curvature_are_those_of_the_density() {
    let history = world().history;
    for settings in [settings(), Settings { strength_step: 0.0, ..settings() }] {
        let posterior = Posterior::new(&history, &settings).unwrap();
        let order = posterior.dimension();
        let stream = &mut Stream::new(5, 0, 0, 0);
        let at: Vec<f64> = posterior.prior_means().iter().map(|mean| mean + 0.4 * stream.normal()).collect();
        let mut gradient = vec![0.0; order];
        posterior.log_density(&at, &mut gradient);
        let information = posterior.information(&at);
        let step = 1e-5;
        for place in 0..order {
            let [(low, below), (high, above)] = [-step, step].map(|by| {
                let mut moved = at.clone();
                moved[place] += by;
                let mut slope = vec![0.0; order];
                (posterior.log_density(&moved, &mut slope), slope)
            });
            let slope = (high - low) / (2.0 * step);
            assert!(
                (slope - gradient[place]).abs() < 1e-4 * (1.0 + slope.abs()),
                "{place}: {slope} {}",
                gradient[place]
            );
            for other in 0..order {
                let bend = (below[other] - above[other]) / (2.0 * step);
                assert!((bend - information[place * order + other]).abs() < 1e-4 * (1.0 + bend.abs()));
            }
        }
    }
}

#[test]
fn the_mode_is_flat_and_strengths_are_counted_by_year() {
    let history = world().history;
    let posterior = Posterior::new(&history, &settings()).unwrap();
    let mode = posterior.mode().unwrap();
    let mut gradient = vec![0.0; posterior.dimension()];
    posterior.log_density(&mode.at, &mut gradient);
    let steepest = gradient.iter().fold(0.0_f64, |most, slope| most.max(slope.abs()));
    assert!(steepest < 1e-6 && mode.iterations < 15, "{steepest} after {} steps", mode.iterations);
    let fixed = Posterior::new(&history, &Settings { strength_step: 0.0, ..settings() }).unwrap();
    let teams = fixed.last_strengths().len();
    assert_eq!(fixed.dimension(), 2 * teams + 3);
    assert!(posterior.dimension() > 4 * teams);
}

#[test]
fn the_filter_is_close_to_the_mode_of_the_posterior() {
    let history = world().history;
    let posterior = Posterior::new(&history, &settings()).unwrap();
    let mode = posterior.mode().unwrap();
    let filter = by_filter(&history, settings(), &posterior);
    for (&(team, place), [mean, sd]) in posterior.last_strengths().iter().zip(filter) {
        let off = (mean - mode.at[place]) / mode.sd[place];
        assert!(off.abs() < 0.5, "team {team} is {off} standard deviations off");
        let ratio = sd / mode.sd[place];
        assert!((0.8..1.2).contains(&ratio), "team {team}: {ratio} times as uncertain");
    }
}

#[test]
fn priors_without_width_and_wrong_lengths_are_refused() {
    let history = world().history;
    let flat = Settings { style: 0.0, ..settings() };
    assert!(matches!(Posterior::new(&history, &flat), Err(PosteriorError::Settings { .. })));
    let posterior = Posterior::new(&history, &settings()).unwrap();
    assert!(posterior.log_density(&[0.0; 2], &mut [0.0; 2]).is_infinite());
    assert_eq!(Posterior::new(&History::default(), &settings()).unwrap().mode().unwrap().at.len(), 3);
}

#[cfg(feature = "bayes")]
#[test]
fn the_filter_agrees_with_a_sample_of_the_posterior() {
    let history = world().history;
    let posterior = Posterior::new(&history, &settings()).unwrap();
    let mode = posterior.mode().unwrap();
    let sample = posterior.sample(&Sampling { warm_up: 500, draws: 500, ..Sampling::default() }).unwrap();
    assert_eq!(sample.divergences, 0);
    let filter = by_filter(&history, settings(), &posterior);
    for (&(team, place), [mean, sd]) in posterior.last_strengths().iter().zip(filter) {
        let full = sample.marginal(place);
        assert!(full.r_hat < 1.05, "team {team}: {full:?}");
        for (what, mean, sd, tolerance) in [("filter", mean, sd, 0.5), ("mode", mode.at[place], mode.sd[place], 0.25)] {
            let off = (mean - full.mean).abs();
            assert!(off < 4.0 * full.error + tolerance * full.sd, "team {team}, {what}: {mean} for {full:?}");
            assert!((0.8..1.2).contains(&(sd / full.sd)), "team {team}, {what}: sd {sd} for {full:?}");
        }
    }
}
