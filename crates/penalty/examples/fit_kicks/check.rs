//! Out of sample: fitted to seasons up to 2018, each later season forecast from the kicks of those before it.

use std::collections::BTreeMap;
use std::error::Error;
use std::io::Write;

use byline_forecast::scoring::Bootstrap;
use byline_penalty::chance::fit::{Fit, Observation};
use byline_penalty::chance::{Attempt, Evidence};
use byline_penalty::kick::Phase;

use super::read::Dated;

/// Last season fitted to.
const LAST: i32 = 2018;

/// Forecasts of one kick.
struct Forecast {
    phase: Phase,
    scored: bool,
    season: i32,
    /// Kicks of the taker before.
    known: usize,
    /// The model, a constant per phase, the model without players, add-one rates, add-one rates of those with a record.
    chances: [f64; 5],
}

const NAMES: [&str; 5] = [
    "model",
    "constant per phase",
    "situation only",
    "taker's rate, add-one",
    "the same, phase constant without kicks",
];

pub(crate) fn run(kicks: &[Dated], out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let train: Vec<Observation> =
        kicks.iter().filter(|kick| kick.season <= LAST).map(|kick| kick.observation).collect();
    let fit = Fit::new(&train)?;
    writeln!(out, "\nfitted to {LAST}: {} kicks\n{fit}", fit.kicks)?;
    let mut takers: BTreeMap<u32, Vec<Attempt>> = BTreeMap::new();
    let mut keepers: BTreeMap<u32, Vec<Attempt>> = BTreeMap::new();
    let mut phases = [[0.0_f64; 2]; 3];
    let mut forecasts = Vec::new();
    for season in kicks.chunk_by(|one, two| one.season == two.season) {
        for kick in season.iter().filter(|kick| kick.season > LAST) {
            let Observation { attempt, taker, keeper } = kick.observation;
            let own = |players: &BTreeMap<u32, Vec<Attempt>>, player: Option<u32>| {
                player.and_then(|player| players.get(&player)).cloned().unwrap_or_default()
            };
            let (of_taker, of_keeper) = (own(&takers, taker), own(&keepers, keeper));
            let goals = of_taker.iter().filter(|attempt| attempt.scored).count() as f64;
            let known = of_taker.len();
            let add_one = (goals + 1.0) / (known as f64 + 2.0);
            let [in_phase, scored] = phases[attempt.situation.phase as usize];
            let constant = scored / in_phase;
            let evidence = Evidence { taker: of_taker, keeper: of_keeper, between: Vec::new() };
            let model = fit.model.chance(&attempt.situation, &evidence).chance.mean;
            let situation = fit.model.base(&attempt.situation);
            forecasts.push(Forecast {
                phase: attempt.situation.phase,
                scored: attempt.scored,
                season: kick.season,
                known,
                chances: [model, constant, situation, add_one, if known == 0 { constant } else { add_one }],
            });
        }
        for kick in season {
            let Observation { attempt, taker, keeper } = kick.observation;
            for (players, player) in [(&mut takers, taker), (&mut keepers, keeper)] {
                if let Some(player) = player {
                    players.entry(player).or_default().push(attempt);
                }
            }
            let [kicks, scored] = &mut phases[attempt.situation.phase as usize];
            *kicks += 1.0;
            *scored += f64::from(u8::from(attempt.scored));
        }
    }
    table(out, "all kicks", &forecasts.iter().collect::<Vec<_>>())?;
    for phase in Phase::ALL {
        table(out, phase.name(), &forecasts.iter().filter(|forecast| forecast.phase == phase).collect::<Vec<_>>())?;
    }
    let known = |from: usize, to: usize| {
        forecasts.iter().filter(|forecast| (from..to).contains(&forecast.known)).collect::<Vec<_>>()
    };
    table(out, "takers with 5 to 14 kicks before", &known(5, 15))?;
    table(out, "takers with 15 kicks or more before", &known(15, usize::MAX))?;
    let last = forecasts.iter().map(|forecast| forecast.season).max().unwrap_or_default();
    writeln!(out, "seasons {} to {last}", LAST + 1)?;
    reliability(out, &forecasts)
}

fn loss(chance: f64, scored: bool) -> f64 {
    -libm::log(if scored { chance } else { 1.0 - chance })
}

fn table(out: &mut impl Write, name: &str, forecasts: &[&Forecast]) -> Result<(), Box<dyn Error>> {
    writeln!(out, "\n{name}: {} kicks", forecasts.len())?;
    let losses: Vec<[f64; 5]> = forecasts
        .iter()
        .map(|forecast| std::array::from_fn(|which| loss(forecast.chances[which], forecast.scored)))
        .collect();
    let mean = |counts: &[u32], of: &dyn Fn(&[f64; 5]) -> f64| {
        let (mut sum, mut drawn) = (0.0, 0.0);
        for (losses, &times) in losses.iter().zip(counts) {
            sum += f64::from(times) * of(losses);
            drawn += f64::from(times);
        }
        sum / drawn
    };
    let statistics = |counts: &[u32]| -> Vec<f64> {
        (0..5)
            .map(|which| mean(counts, &|losses| losses[which]))
            .chain((1..5).map(|which| mean(counts, &|losses| losses[0] - losses[which])))
            .collect()
    };
    let found = statistics(&vec![1; losses.len()]);
    let intervals = Bootstrap::default().intervals(losses.len(), None, statistics)?;
    for which in 0..5 {
        write!(
            out,
            "| {} | {:.5} [{:.4}, {:.4}] |",
            NAMES[which], found[which], intervals[which].low, intervals[which].high
        )?;
        if which > 0 {
            let interval = intervals[4 + which];
            write!(out, " {:+.5} [{:+.5}, {:+.5}] |", found[4 + which], interval.low, interval.high)?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn reliability(out: &mut impl Write, forecasts: &[Forecast]) -> Result<(), Box<dyn Error>> {
    writeln!(out, "\nreliability of the model")?;
    let mut sorted: Vec<&Forecast> = forecasts.iter().collect();
    sorted.sort_by(|one, two| one.chances[0].total_cmp(&two.chances[0]));
    for bin in sorted.chunks(sorted.len().div_ceil(10)) {
        let n = bin.len() as f64;
        let forecast = bin.iter().map(|forecast| forecast.chances[0]).sum::<f64>() / n;
        let share = bin.iter().filter(|forecast| forecast.scored).count() as f64 / n;
        let error = (share * (1.0 - share) / n).sqrt();
        writeln!(out, "| {} | {forecast:.4} | {share:.4} | ±{:.4} |", bin.len(), 1.96 * error)?;
    }
    Ok(())
}
