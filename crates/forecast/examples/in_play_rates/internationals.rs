//! Whether goals come in other minutes in internationals than in leagues.
//!
//! Sources give goals of added time as of minutes 45 and 90, so both minutes are left out, of goals and of play. What is
//! compared is the distribution of goals over the rest of the match, given how many there were.

use std::error::Error;
use std::io::Write;

use byline_forecast::from_record::day_of;
use byline_forecast::in_play::{BANDS, Parameters, Side};
use jiff::civil::date;

use crate::play::{Play, What};

/// Goals by band, and what was expected of each band were the profile flat.
#[derive(Clone, Copy)]
struct Counts {
    goals: [f64; BANDS],
    play: [f64; BANDS],
}

impl Counts {
    fn new() -> Self {
        Self { goals: [0.0; BANDS], play: [0.0; BANDS] }
    }

    fn of<'p>(plays: impl Iterator<Item = &'p Play>, score: &[[f64; 5]; 2]) -> Self {
        let mut counts = Self::new();
        for play in plays {
            counts.add(play, score);
        }
        counts
    }

    fn add(&mut self, play: &Play, score: &[[f64; 5]; 2]) {
        let mut goals = [0_i32; 2];
        let mut moments = play.moments.iter().filter(|moment| moment.3 == What::Goal).peekable();
        for minute in 1..=90_u8 {
            let band = usize::from((minute - 1) / 5);
            let counted = minute != 45 && minute != 90;
            if counted {
                for side in 0..2 {
                    let lead = usize::try_from((goals[side] - goals[1 - side]).clamp(-2, 2) + 2).unwrap_or(2);
                    let log = if play.neutral { (score[0][lead] + score[1][lead]) / 2.0 } else { score[side][lead] };
                    self.play[band] += play.rates[side] / 90.0 * libm::exp(log);
                }
            }
            while let Some(&(_, _, side, _)) = moments.next_if(|moment| moment.0 <= minute) {
                goals[usize::from(side == Side::Away)] += 1;
                self.goals[band] += f64::from(u8::from(counted));
            }
        }
    }

    /// The profile that maximises the likelihood, drawn to another by as many goals of its own.
    fn profile(&self, towards: &[f64; BANDS], goals: f64) -> [f64; BANDS] {
        let level = self.level(towards);
        std::array::from_fn(|band| {
            let prior = goals / BANDS as f64;
            let expected = self.play[band] * level * libm::exp(towards[band]);
            towards[band] + libm::log((self.goals[band] + prior) / (expected + prior))
        })
    }

    /// Goals per goal that a profile expects.
    fn level(&self, profile: &[f64; BANDS]) -> f64 {
        let expected: f64 = self.play.iter().zip(profile).map(|(play, log)| play * libm::exp(*log)).sum();
        self.goals.iter().sum::<f64>() / expected.max(1e-9)
    }

    /// Log likelihood of the bands of the goals, given their number.
    fn log_likelihood(&self, profile: &[f64; BANDS]) -> f64 {
        let whole: f64 = self.play.iter().zip(profile).map(|(play, log)| play * libm::exp(*log)).sum();
        let bands = self.goals.iter().zip(&self.play).zip(profile);
        bands.map(|((goals, play), log)| goals * (libm::log(*play) + log - libm::log(whole))).sum()
    }
}

/// Goals by which an own profile is drawn to that of leagues; 0: not at all.
const DRAWN: [f64; 4] = [0.0, 1000.0, 4000.0, 16_000.0];

pub(crate) fn report(out: &mut impl Write, plays: &[Play], shipped: &Parameters) -> Result<(), Box<dyn Error>> {
    let Parameters { score, profile: leagues, .. } = shipped;
    let day = |year| day_of(date(year, 1, 1));
    let within =
        |from: i16, to: i16| Counts::of(plays.iter().filter(|play| (day(from)..day(to)).contains(&play.day)), score);
    writeln!(out, "{} matches told whole; each period forecast from all before it", plays.len())?;
    writeln!(
        out,
        "log likelihood of the minutes above that of the leagues' profile (nats), own profile drawn by {DRAWN:?} goals"
    )?;
    let mut sums = [0.0; DRAWN.len()];
    for (from, to) in
        [(1980, 1990), (1990, 1995), (1995, 2000), (2000, 2005), (2005, 2010), (2010, 2015), (2015, 2020), (2020, 2027)]
    {
        let (past, test) = (within(1872, from), within(from, to));
        let base = test.log_likelihood(leagues);
        let gains = DRAWN.map(|goals| test.log_likelihood(&past.profile(leagues, goals)) - base);
        for (sum, gain) in sums.iter_mut().zip(gains) {
            *sum += gain;
        }
        let best = test.log_likelihood(&test.profile(leagues, 0.0)) - base;
        writeln!(
            out,
            "{from}-{to}: {:.0} goals, gains {gains:.2?}; its own profile in hindsight {best:.2}",
            test.goals.iter().sum::<f64>()
        )?;
    }
    writeln!(out, "together {sums:.2?}")?;
    for (name, counts) in
        [("all", within(1872, 2027)), ("since 1990", within(1990, 2027)), ("since 2010", within(2010, 2027))]
    {
        let own = counts.profile(leagues, 0.0);
        let mean = own.iter().map(|log| libm::exp(*log)).sum::<f64>() / BANDS as f64;
        let own = own.map(|log| log - libm::log(mean));
        let errors = counts.goals.map(|goals| 1.0 / goals.max(1.0).sqrt());
        writeln!(
            out,
            "{name}: {:.0} goals\n  profile {own:.4?}\n  errors {errors:.4?}",
            counts.goals.iter().sum::<f64>()
        )?;
    }
    Ok(())
}
