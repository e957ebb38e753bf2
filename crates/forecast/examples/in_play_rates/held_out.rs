//! How good the chances are on league matches later than those the rates were found from, against the score and a clock.

use std::error::Error;
use std::io::Write;

use byline_forecast::in_play::{Clock, EmpiricalClock, InPlay, Parameters, Rates, Rules, Side, State, rates_for};
use byline_forecast::scoring::{Forecast3, calibration_error, log_loss, outcome, reliability};

use crate::play::{Play, What};

/// Minutes at which log losses are told.
const MINUTES: [u8; 7] = [0, 15, 30, 45, 60, 75, 85];
/// Minutes of the last ten per cent of a match.
const LAST: [u8; 9] = [82, 83, 84, 85, 86, 87, 88, 89, 90];
/// Bins of the calibration error.
const BINS: usize = 10;

pub(crate) fn report(
    out: &mut impl Write,
    [past, test]: [&[Play]; 2],
    parameters: [(&str, &Parameters); 2],
) -> Result<(), Box<dyn Error>> {
    if test.is_empty() {
        return Ok(());
    }
    let goals = past.iter().flat_map(|play| &play.moments).filter(|moment| moment.3 == What::Goal);
    let clock = EmpiricalClock::from_goals(goals.map(|&(minute, added, ..)| Clock::added(minute, added)));
    writeln!(
        out,
        "{} matches held out; log loss after minutes {MINUTES:?}, calibration error of the last ten per cent",
        test.len()
    )?;
    let by_clock = |play: &Play, minute| clock.win(minute, state(play, minute).score, &rates(play));
    let losses = each(&MINUTES, |minute| score(test, &[minute], |play, minute| Ok(by_clock(play, minute))))?;
    writeln!(
        out,
        "score and clock: {losses:.4?}, {:.4}",
        calibration(&forecasts(test, &LAST, |play, minute| Ok(by_clock(play, minute)))?)
    )?;
    for (name, parameters) in parameters {
        let win = |play: &Play, minute| -> Result<[f64; 3], Box<dyn Error>> {
            let rules = Rules { day: play.day, neutral: play.neutral, ..Rules::default() };
            // As in a story, play begins at the forecast.
            let rates = rates_for(play.win, parameters, rates(play), rules)?;
            Ok(InPlay::new(parameters, rates, rules)?.chances(&state(play, minute)).win)
        };
        let losses = each(&MINUTES, |minute| score(test, &[minute], win))?;
        writeln!(out, "{name}: {losses:.4?}, {:.4}", calibration(&forecasts(test, &LAST, win)?))?;
    }
    Ok(())
}

fn rates(play: &Play) -> Rates {
    Rates::new(play.rates[0], play.rates[1])
}

/// Where a match stood at the end of a minute, before its added time.
fn state(play: &Play, minute: u8) -> State {
    let mut state = State::after(f64::from(minute), [0, 0]);
    for &(at, added, side, what) in &play.moments {
        if (at, added) <= (minute, 0) {
            let place = usize::from(side == Side::Away);
            match what {
                What::Goal => state.score[place] = state.score[place].saturating_add(1),
                What::Off => state.men[place] = state.men[place].saturating_sub(1),
            }
        }
    }
    state
}

fn forecasts(
    test: &[Play],
    minutes: &[u8],
    win: impl Fn(&Play, u8) -> Result<[f64; 3], Box<dyn Error>>,
) -> Result<Vec<Forecast3>, Box<dyn Error>> {
    let mut all = Vec::with_capacity(test.len() * minutes.len());
    for play in test {
        let goals = |side| play.moments.iter().filter(|moment| (moment.2, moment.3) == (side, What::Goal)).count();
        let end = [Side::Home, Side::Away].map(|side| u8::try_from(goals(side)).unwrap_or(u8::MAX));
        for &minute in minutes {
            all.push(Forecast3::new(win(play, minute)?, outcome(end), None)?);
        }
    }
    Ok(all)
}

fn score(
    test: &[Play],
    minutes: &[u8],
    win: impl Fn(&Play, u8) -> Result<[f64; 3], Box<dyn Error>>,
) -> Result<f64, Box<dyn Error>> {
    let forecasts = forecasts(test, minutes, win)?;
    Ok(forecasts.iter().map(log_loss).sum::<f64>() / forecasts.len() as f64)
}

fn calibration(forecasts: &[Forecast3]) -> f64 {
    calibration_error(&reliability(forecasts, BINS))
}

fn each(minutes: &[u8], one: impl Fn(u8) -> Result<f64, Box<dyn Error>>) -> Result<Vec<f64>, Box<dyn Error>> {
    minutes.iter().map(|&minute| one(minute)).collect()
}
