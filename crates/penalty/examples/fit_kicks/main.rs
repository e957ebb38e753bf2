//! Finds the numbers of `src/chance/shipped.rs` and checks them on seasons not fitted to:
//! `cargo run --release -p byline-penalty --example fit_kicks -- FOLDER`, where the folder holds `kicks_2012_2023.csv`
//! (kicks of 2012-2023 from the replication data of Vollmer, Schoch & Brandes) and `major_shootouts_1982_2021.csv`
//! (shoot-outs of major tournaments). `docs/penalties.md` says where they come from.
#![allow(clippy::indexing_slicing, reason = "players are numbered by the reader, forecasts are five")]

mod check;
mod read;

use std::error::Error;
use std::io::Write as _;
use std::path::PathBuf;

use byline_penalty::chance::Evidence;
use byline_penalty::chance::fit::Fit;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args_os().nth(1).ok_or("name the folder with the kicks")?);
    let kicks = read::kicks(&folder)?;
    let mut out = std::io::stdout().lock();
    let all: Vec<_> = kicks.iter().map(|kick| kick.observation).collect();
    let fit = Fit::new(&all)?;
    writeln!(out, "{fit}")?;
    writeln!(
        out,
        "{} kicks; standard errors: of the logarithms of the spreads {:.2} and {:.2}, of the share {:.2}; log marginal {:.2}",
        fit.kicks, fit.errors[0], fit.errors[1], fit.errors[2], fit.log_marginal
    )?;
    // How many takers differ from the average by more than their kicks leave open.
    let mut by_taker: Vec<Vec<_>> = vec![Vec::new(); fit.takers.len()];
    for kick in &all {
        if let Some(taker) = kick.taker {
            by_taker[taker as usize].push(kick.attempt);
        }
    }
    let league =
        byline_penalty::chance::Situation::new(byline_penalty::kick::Phase::Play, byline_penalty::kick::Level::League);
    let (mut above, mut below, mut with_ten) = (0, 0, 0);
    let mut best = Vec::new();
    for (taker, attempts) in by_taker.into_iter().enumerate() {
        if attempts.len() < 10 {
            continue;
        }
        with_ten += 1;
        let kicks = attempts.len();
        let effect = fit.model.chance(&league, &Evidence { taker: attempts, ..Evidence::default() }).taker_above;
        above += usize::from(effect.low > 0.0);
        below += usize::from(effect.high < 0.0);
        best.push((effect.mean, effect.low, kicks, taker));
    }
    writeln!(out, "{with_ten} takers with ten kicks or more: {above} above the average, {below} below it")?;
    best.sort_by(|one, two| two.0.total_cmp(&one.0));
    let names = read::names(&folder)?;
    for (mean, low, kicks, taker) in best.iter().take(5).chain(best.iter().rev().take(3)) {
        writeln!(out, "  {} {kicks} kicks {mean:+.3} from {low:+.3}", names.get(*taker).map_or("?", String::as_str))?;
    }
    check::run(&kicks, &mut out)
}
