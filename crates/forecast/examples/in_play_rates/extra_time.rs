//! Goals of extra time as a share of those expected of ninety minutes.

use std::error::Error;
use std::io::Write;

use byline_forecast::dynamic::Settings;
use byline_forecast::from_record::{Matches, Population};
use byline_forecast::in_play::Parameters;
use byline_record::{ExtraTimeRule, Sex, View};

use crate::play::expected;

/// Matches, goals scored in extra time, goals expected of ninety minutes.
#[derive(Clone, Copy, Default)]
struct Counts {
    matches: u32,
    goals: f64,
    rates: f64,
}

impl Counts {
    fn share(self) -> f64 {
        self.goals / self.rates.max(1e-9)
    }

    fn log_likelihood(self, share: f64) -> f64 {
        self.goals * libm::log(share) - self.rates * share
    }
}

/// First years of the periods told apart.
const YEARS: [i16; 6] = [1872, 1970, 1986, 1998, 2006, 2014];

pub(crate) fn report(out: &mut impl Write, view: &View<'_>, shipped: &Parameters) -> Result<(), Box<dyn Error>> {
    let record = view.record();
    let matches = Matches::of(view, &Population::Internationals(Sex::Men))?;
    let outlooks = expected(&matches, Settings::internationals());
    let mut finals = [Counts::default(); YEARS.len()];
    for (&id, outlook) in matches.ids.iter().zip(outlooks) {
        let Some(entry) = view.get(id) else { continue };
        let competition = record.competition(record.edition(entry.edition).competition);
        let known = (entry.score.full_time, entry.score.extra_time);
        let (Some(ninety), Some(end)) = known else { continue };
        if entry.score.extra_time_rule != ExtraTimeRule::PlayedOut
            || !matches!(&*competition.key, "world-cup" | "european-championship")
        {
            continue;
        }
        let period = YEARS.iter().rposition(|year| entry.date.year() >= *year).unwrap_or(0);
        if let Some(counts) = finals.get_mut(period) {
            counts.matches += 1;
            counts.goals += f64::from(end.home + end.away) - f64::from(ninety.home + ninety.away);
            counts.rates += outlook.expected_goals().iter().sum::<f64>();
        }
    }
    let mut past = Counts::default();
    for (year, counts) in YEARS.iter().zip(finals) {
        let gain = counts.log_likelihood(past.share().max(1e-3)) - counts.log_likelihood(shipped.extra_time);
        writeln!(
            out,
            "from {year}: {} matches, {:.0} goals, {:.1} expected of ninety minutes: share {:.3} ± {:.3}; the share of all \
             before, {:.3}, is {gain:.2} nats better than {:.2}",
            counts.matches,
            counts.goals,
            counts.rates,
            counts.share(),
            counts.share() / counts.goals.max(1.0).sqrt(),
            past.share(),
            shipped.extra_time
        )?;
        past = Counts {
            matches: past.matches + counts.matches,
            goals: past.goals + counts.goals,
            rates: past.rates + counts.rates,
        };
    }
    let error = past.share() / past.goals.max(1.0).sqrt();
    writeln!(out, "all: {} matches, {:.0} goals, share {:.3} ± {error:.3}", past.matches, past.goals, past.share())?;
    Ok(())
}
