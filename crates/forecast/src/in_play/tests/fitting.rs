//! Fits find what simulated data were made with.

use super::super::fit::evaluate;
use super::super::*;
use super::*;

/// Spells in every state, with goals drawn from known parameters.
fn spells(truth: &[f64], random: &mut Uniform) -> Vec<Spell> {
    let mut spells = Vec::new();
    for band in 0..20_u8 {
        for (side, rate) in [(Side::Home, 1.5), (Side::Away, 1.1)] {
            for lead in -3..=3_i8 {
                for short in [[0, 0], [1, 0], [0, 1], [1, 2]] {
                    let class = match lead {
                        ..=-2 => Some(0),
                        -1 => Some(1),
                        0 => None,
                        1 => Some(2),
                        2.. => Some(3),
                    };
                    let men = truth[28] * f64::from(short[0]) + truth[29] * f64::from(short[1]);
                    let score = class.map_or(0.0, |class| truth[20 + 4 * side.index() + class]);
                    let minutes = 1500.0;
                    let mean = minutes * rate * libm::exp(truth[usize::from(band)] + score + men);
                    let goals = random.poisson(mean);
                    spells.push(Spell { side, band, lead, short, rate, minutes, goals });
                }
            }
        }
    }
    spells
}

fn truth() -> Vec<f64> {
    let mut truth: Vec<f64> = (0..20).map(|i| -4.6 + 0.02 * f64::from(i)).collect();
    truth.extend([0.08, 0.05, -0.06, -0.1, 0.03, 0.04, -0.02, -0.07, -0.5, 0.43]);
    truth
}

#[test]
fn known_parameters_are_recovered() {
    let truth = truth();
    let fitted = fit(&spells(&truth, &mut Uniform(3))).unwrap();
    assert!(fitted.gradient < 1e-6 && fitted.steps < 12);
    let mut squares = 0.0;
    for (i, truth) in truth.iter().enumerate() {
        let z = (fitted.estimates[i] - truth) / fitted.errors[i];
        assert!(z.abs() < 4.0, "parameter {i}: {} for {truth}", fitted.estimates[i]);
        squares += z * z;
    }
    // Standardised errors are as large as they should be: chi squared with thirty degrees of freedom.
    assert!((12.0..55.0).contains(&squares), "{squares}");
    let parameters = fitted.apply(&Parameters::shipped());
    parameters.check().unwrap();
    let mean = parameters.profile.iter().map(|log| libm::exp(*log)).sum::<f64>() / 18.0;
    assert!((mean - 1.0).abs() < 1e-12 && parameters.score[0][2] == 0.0);
    assert_eq!(parameters.score[1][4], fitted.estimates[27]);
    assert_eq!(parameters.errors.own_man, fitted.errors[28]);
}

#[test]
fn derivatives_are_those_of_the_likelihood() {
    let truth = truth();
    let spells = spells(&truth, &mut Uniform(5));
    let at = |i: usize, step: f64| {
        let mut moved = truth.clone();
        moved[i] += step;
        evaluate(&spells, &moved)
    };
    let here = evaluate(&spells, &truth);
    for i in [0, 7, 18, 19, 20, 25, 28, 29] {
        let h = 1e-4;
        let (up, down) = (at(i, h), at(i, -h));
        let slope = (up.value - down.value) / (2.0 * h);
        assert!((slope - here.gradient[i]).abs() < 1e-2 + 1e-5 * here.information[i * FREE + i], "{i}: {slope}");
        for j in 0..FREE {
            let curve = -(up.gradient[j] - down.gradient[j]) / (2.0 * h);
            assert!((curve - here.information[i * FREE + j]).abs() < 1e-6 * here.information[i * FREE + i], "{i} {j}");
        }
    }
}

#[test]
fn what_the_data_do_not_say_is_an_error() {
    let mut spells = spells(&truth(), &mut Uniform(8));
    spells.retain(|spell| spell.short == [0, 0]);
    assert_eq!(fit(&spells), Err(FitError::Undetermined { parameter: 28 }));
    spells[4].band = 20;
    assert!(matches!(fit(&spells), Err(FitError::Spell { index: 4, .. })));
    assert!(matches!(fit(&[]), Err(FitError::Undetermined { parameter: 0 })));
}

#[test]
fn added_time_is_found_from_what_happens_in_it() {
    let mut truth = [0.0; LENGTHS];
    truth[2..8].copy_from_slice(&[0.1, 0.2, 0.3, 0.2, 0.15, 0.05]);
    let mut random = Uniform(11);
    let halves: Vec<AddedNotes> = (0..6000)
        .map(|_| {
            let length = random.draw(&truth) as f64;
            let events = random.poisson(0.4 * length) as u32;
            let last = (0..events).map(|_| (random.next() * length).ceil() as u8).max().unwrap_or(0);
            AddedNotes { events, last }
        })
        .collect();
    let fitted = fit_added(&halves, 2);
    let mean = |lengths: &[f64]| lengths.iter().enumerate().map(|(i, p)| i as f64 * p).sum::<f64>();
    assert!((mean(&fitted.lengths) - mean(&truth)).abs() < 0.25, "{fitted:?}");
    assert!((fitted.rate - 0.4).abs() < 0.03 && fitted.shape >= 8.0, "{fitted:?}");
    assert!((fitted.lengths.iter().sum::<f64>() - 1.0).abs() < 1e-9 && fitted.lengths[1] == 0.0);
    let played = fitted.played(&AddedNotes { events: 2, last: 4 });
    assert!(played[..4].iter().all(|p| (p - 1.0).abs() < 1e-12) && played[4] < 1.0 && played[10] < 0.05);
    assert!((mean(&fit_added(&[], 0).lengths) - 7.5).abs() < 1e-9);
}
