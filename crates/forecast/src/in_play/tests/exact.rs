//! The exact distribution against other ways to it.

use super::super::*;
use super::*;

const WIDE: i32 = 14;

/// Chances of a result by stepping through the minutes, each in `steps` steps of a fourth-order series.
fn stepped(model: &InPlay, from: State, steps: usize) -> [f64; 3] {
    let parameters = Parameters::shipped();
    let lengths = &parameters.era(DAY).unwrap().lengths;
    let size = (2 * WIDE + 1) as usize;
    let mut now = vec![0.0; size];
    now[(from.lead() + WIDE) as usize] = 1.0;
    let mut state = from;
    loop {
        let half = usize::from(state.period == Period::SecondHalf);
        while state.elapsed < 45.0 {
            let end = state.elapsed.floor() + 1.0;
            now = minute(model, &state, &now, end - state.elapsed, steps);
            state.elapsed = end;
        }
        let mut over = vec![0.0; size];
        let mut survival = 1.0;
        for length in lengths[half] {
            let ends = if survival > 1e-12 { (length / survival).min(1.0) } else { 1.0 };
            survival -= length;
            for (total, mass) in over.iter_mut().zip(&mut now) {
                *total += ends * *mass;
                *mass *= 1.0 - ends;
            }
            now = minute(model, &state, &now, 1.0, steps);
            state.elapsed += 1.0;
        }
        now = over;
        if half == 1 {
            break;
        }
        state = next_half(&state, Period::SecondHalf);
    }
    let mut win = [0.0; 3];
    for (i, mass) in now.iter().enumerate() {
        let lead = i as i32 - WIDE;
        win[usize::from(lead <= 0) + usize::from(lead < 0)] += mass;
    }
    win
}

fn minute(model: &InPlay, state: &State, now: &[f64], length: f64, steps: usize) -> Vec<f64> {
    let size = now.len();
    let rates: Vec<[f64; 2]> = (0..size)
        .map(|i| {
            let lead = i as i32 - WIDE;
            let score = [lead.max(0) as u8, (-lead).max(0) as u8];
            model.rates(&State { score, ..*state })
        })
        .collect();
    let h = length / steps as f64;
    let mut now = now.to_vec();
    for _ in 0..steps {
        let mut term = now.clone();
        for order in 1..=4 {
            let mut next = vec![0.0; size];
            for i in 0..size {
                let up = if i + 1 < size { rates[i][0] } else { 0.0 };
                let down = if i > 0 { rates[i][1] } else { 0.0 };
                next[i] -= (up + down) * term[i];
                if i + 1 < size {
                    next[i + 1] += up * term[i];
                }
                if i > 0 {
                    next[i - 1] += down * term[i];
                }
            }
            term = next.iter().map(|value| value * h / f64::from(order)).collect();
            for (cell, value) in now.iter_mut().zip(&term) {
                *cell += value;
            }
        }
    }
    now
}

#[test]
fn equals_stepping_through_the_minutes() {
    for (home, away) in [(1.5, 1.1), (2.9, 0.4), (0.7, 0.8)] {
        let model = league(home, away);
        for state in [
            State::kick_off(),
            State::after(31.4, [0, 1]),
            State::after(70.0, [2, 2]),
            State { men: [10, 11], ..State::after(52.0, [1, 0]) },
            State { men: [9, 10], ..State::after(45.0, [0, 0]) },
        ] {
            let exact = model.chances(&state).win;
            let (coarse, fine) = (stepped(&model, state, 1), stepped(&model, state, 3));
            for i in 0..3 {
                assert!((coarse[i] - fine[i]).abs() < 1e-6, "steps: {coarse:?} {fine:?}");
                assert!((exact[i] - fine[i]).abs() < 1e-9, "{state:?}: {exact:?} {fine:?}");
            }
        }
    }
}

#[test]
fn equals_brute_force_simulation() {
    let parameters = Parameters::shipped();
    let lengths = parameters.era(DAY).unwrap().lengths;
    let model = cup(1.7, 1.0, Tie { shoot_out: 0.6, ..Tie::default() });
    let start = State { men: [10, 11], ..State::after(58.5, [1, 1]) };
    let count = 40_000;
    let mut random = Uniform(7);
    let (mut win, mut through) = ([0.0; 3], 0.0);
    let mut scores = [[0.0; 8]; 8];
    for _ in 0..count {
        let mut state = play_half(&model, start, &lengths[1], &mut random, |_| {});
        let lead = state.lead();
        win[usize::from(lead <= 0) + usize::from(lead < 0)] += 1.0;
        scores[usize::from(state.score[0].min(7))][usize::from(state.score[1].min(7))] += 1.0;
        if lead == 0 {
            for period in [Period::ExtraFirst, Period::ExtraSecond] {
                state = next_half(&state, period);
                state = play_half(&model, state, &parameters.extra_added, &mut random, |_| {});
            }
        }
        through += match state.lead().signum() {
            1 => 1.0,
            0 => 0.6,
            _ => 0.0,
        };
    }
    let n = f64::from(count);
    let close = |exact: f64, seen: f64| (exact - seen / n).abs() < 4.5 * (exact * (1.0 - exact) / n).sqrt() + 1e-9;
    let exact = model.chances(&start);
    for i in 0..3 {
        assert!(close(exact.win[i], win[i]), "{exact:?} {win:?}");
    }
    assert!(close(exact.through.unwrap()[0], through), "{exact:?} {through}");
    let grid = model.final_scores(&start);
    for home in 1..4_u8 {
        for away in 1..4_u8 {
            let seen = scores[usize::from(home)][usize::from(away)];
            assert!(close(grid.probability(home, away), seen), "{home}-{away}");
        }
    }
}

#[test]
fn final_scores_agree_with_the_chances() {
    let model = league(1.6, 1.3);
    for state in [
        State::kick_off(),
        State { men: [11, 9], ..State::after(40.0, [0, 2]) },
        State { penalty: Some(Side::Away), ..State::after(80.0, [3, 2]) },
        State { penalty: Some(Side::Home), ..State::after(20.0, [0, 0]) },
    ] {
        let grid = model.final_scores(&state);
        let total: f64 = grid.more.iter().flatten().sum();
        assert!((total - 1.0).abs() < 1e-12);
        let (win, chances) = (grid.win(), model.chances(&state).win);
        for i in 0..3 {
            assert!((win[i] - chances[i]).abs() < 1e-9, "{win:?} {chances:?}");
        }
        assert_eq!(grid.probability(0, 1), if state.score == [0, 0] { grid.more[0][1] } else { 0.0 });
    }
}

#[test]
fn a_whole_match_has_the_goals_it_was_given() {
    for (home, away) in [(1.25, 1.45), (3.5, 0.3), (0.2, 6.0)] {
        let grid = league(home, away).final_scores(&State::kick_off());
        let mut goals = [0.0; 2];
        for (i, row) in grid.more.iter().enumerate() {
            for (j, mass) in row.iter().enumerate() {
                goals[0] += i as f64 * mass;
                goals[1] += j as f64 * mass;
            }
        }
        // A side given six goals scores more than fifteen once in two thousand matches.
        assert!((goals[0] - home).abs() < 2e-3 && (goals[1] - away).abs() < 2e-3, "{goals:?}");
    }
}

#[test]
fn chances_drift_nowhere_on_simulated_matches() {
    let parameters = Parameters::shipped();
    let lengths = parameters.era(DAY).unwrap().lengths;
    let model = league(1.5, 1.2);
    let start = model.chances(&State::kick_off()).win;
    let marks = [15.0, 30.0, 45.0, 47.0];
    let count = 3000;
    let mut random = Uniform(99);
    // Sum and sum of squares of the change of the chance of a home win from mark to mark.
    let mut drift = vec![(0.0, 0.0, 0.0_f64); 2 * marks.len() + 1];
    for _ in 0..count {
        let mut last = start[0];
        let mut state = State::kick_off();
        for (half, lengths) in lengths.iter().enumerate() {
            let mut change = |place: usize, now: f64| {
                let step = now - last;
                last = now;
                let cell = &mut drift[place];
                *cell = (cell.0 + step, cell.1 + step * step, cell.2 + 1.0);
            };
            state = play_half(&model, state, lengths, &mut random, |state| {
                if let Some(i) = marks.iter().position(|mark| *mark == state.elapsed) {
                    change(half * marks.len() + i, model.chances(state).win[0]);
                }
            });
            if half == 0 {
                state = next_half(&state, Period::SecondHalf);
                change(marks.len() - 1, model.chances(&state).win[0]);
            } else {
                change(2 * marks.len(), f64::from(u8::from(state.lead() > 0)));
            }
        }
    }
    for (sum, squares, n) in drift {
        assert!(n > 0.0 && sum.abs() < 4.0 * squares.sqrt(), "{sum} {squares} {n}");
    }
}

#[test]
fn the_end_of_ninety_minutes_is_the_start_of_extra_time() {
    let model = cup(1.8, 1.1, Tie::default());
    // Nothing is left of the longest added time.
    let end = State { period: Period::SecondHalf, elapsed: 60.0, ..State::kick_off() };
    let extra = State { period: Period::ExtraFirst, elapsed: 0.0, ..State::kick_off() };
    let (now, then) = (model.chances(&end), model.chances(&extra));
    assert!((now.through.unwrap()[0] - then.through.unwrap()[0]).abs() < 1e-12);
    assert!(now.win[1] > 1.0 - 1e-12 && then.win == [0.0, 1.0, 0.0]);
    let even = cup(1.3, 1.3, Tie { shoot_out: 0.5, ..Tie::default() });
    assert!((even.chances(&extra).through.unwrap()[0] - 0.5).abs() < 1e-12);
    let at_once = cup(1.8, 1.1, Tie { extra_time: None, shoot_out: 0.37, aggregate: 0 });
    assert!((at_once.chances(&end).through.unwrap()[0] - 0.37).abs() < 1e-12);
}

#[test]
fn extra_time_of_all_kinds() {
    let through = |rule: ExtraTime, state: &State| {
        cup(2.0, 1.0, Tie { extra_time: Some(rule), ..Tie::default() }).chances(state).through.unwrap()[0]
    };
    let start = State { period: Period::ExtraFirst, ..State::kick_off() };
    let [full, silver, golden] =
        [ExtraTime::Full, ExtraTime::SilverGoal, ExtraTime::GoldenGoal].map(|rule| through(rule, &start));
    // A third of a match at the slower pace of extra time, golden: the first goal is the stronger side's two times in
    // three, and there is one with probability 1 - exp(-.29 × 3).
    let none = libm::exp(-0.29 * 3.0);
    assert!((golden - (2.0 / 3.0 * (1.0 - none) + 0.5 * none)).abs() < 0.01, "{golden}");
    assert!(0.5 < full && full < 0.7 && (silver - full).abs() < 0.03, "{full} {silver}");
    let ahead = State { score: [1, 0], ..start };
    assert_eq!(through(ExtraTime::GoldenGoal, &ahead), 1.0);
    assert!(through(ExtraTime::SilverGoal, &ahead) > through(ExtraTime::Full, &ahead));
}

#[test]
fn the_other_leg_counts() {
    let chance = |aggregate: i8, state: &State| {
        cup(1.4, 1.4, Tie { aggregate, ..Tie::default() }).chances(state).through.unwrap()[0]
    };
    let start = State::kick_off();
    assert!(chance(-1, &start) < chance(0, &start) && chance(0, &start) < chance(1, &start));
    let late = State::after(89.0, [1, 0]);
    assert!(chance(1, &late) > 0.99 && (chance(-1, &late) - 0.5).abs() < 0.05 && chance(-2, &late) < 0.05);
}

#[test]
fn announced_time_replaces_the_guess() {
    let model = league(1.4, 1.4);
    let behind = State { elapsed: 45.0, period: Period::SecondHalf, score: [0, 1], ..State::kick_off() };
    let draw = |announced| model.chances(&State { announced, ..behind }).win[1];
    assert!(draw(Some(1)) < draw(None) && draw(None) < draw(Some(10)));
    // Two minutes in, announced or not, some are gone.
    let later = State { elapsed: 47.5, announced: Some(4), ..behind };
    assert!(model.chances(&later).win[1] < draw(Some(4)));
    // Beyond anything known the minute under way is played out.
    let beyond = State { elapsed: 70.5, ..behind };
    let left = model.chances(&beyond).win[1];
    assert!(left > 0.0 && left < 0.02, "{left}");
}

#[test]
fn the_empirical_clock_counts_goals() {
    let minutes = [Clock::minute(10), Clock::added(45, 2), Clock::minute(46), Clock::added(90, 3)];
    let clock = EmpiricalClock::from_goals(minutes);
    assert_eq!([0, 9, 10, 45, 46, 90].map(|minute| clock.left(minute)), [1.0, 1.0, 0.75, 0.75, 0.25, 0.25]);
    let rates = Rates::new(1.0, 1.0);
    let win = clock.win(0, [0, 0], &rates);
    // The probability of a draw with two Poisson counts of mean one is exp(-2) I0(2) = .308508.
    assert!((win[1] - 0.308_508).abs() < 1e-6 && (win[0] - win[2]).abs() < 1e-12);
    assert!(clock.win(90, [1, 0], &rates)[0] > 0.75);
    assert_eq!(EmpiricalClock::from_goals([]).left(45), 0.5);
}
