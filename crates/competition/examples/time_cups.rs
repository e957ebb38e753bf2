//! Measures whole tournaments a second on one thread, with all rules, and the numpy way beside it where Python with
//! numpy is at hand: `cargo run --release -p byline-competition --example time_cups [EDITION...] [PYTHON]`.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a measurement prints its figures")]

use std::error::Error;
use std::process::Command;
use std::time::Instant;

use byline_competition::edition::built_in;
use byline_competition::simulate::{FromStandpoint, Pairings, PoissonRates, Simulator};
use byline_competition::{Edition, Facts, Situation};
use byline_record::builtin;

const RUNS: u32 = 1_000_000;
const REPEATS: usize = 5;

/// Strengths without meaning but with the spread of real ones: attack and defence each from -.5 to .5.
fn strengths(edition: &Edition) -> PoissonRates {
    let teams = edition.teams.len();
    let spread = |team: usize, step: usize| (team * step % teams) as f64 / (teams - 1) as f64 - 0.5;
    PoissonRates {
        base: 0.25,
        attack: (0..teams).map(|team| spread(team, 7)).collect(),
        defence: (0..teams).map(|team| spread(team, 11)).collect(),
        home: 0.25,
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let begun = Instant::now();
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build()?;
    let mut compared = None;
    let (mut names, others): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|name| built_in(name).is_some());
    if names.is_empty() {
        names = ["World Cup 2022", "World Cup 2026"].map(str::to_owned).to_vec();
    }
    for name in &names {
        let (_, text) = built_in(name).ok_or("no such edition")?;
        let edition = Edition::read(text)?;
        let at = Instant::now();
        let pairings = Pairings::new(&edition, &strengths(&edition))?;
        let situation = Situation::new(&edition, &Facts::default(), &[]);
        let simulator = Simulator::new(&situation, &pairings, &[])?;
        let ready = at.elapsed();
        let mut rates = [0.0; REPEATS];
        let mut champions = Vec::new();
        for (repeat, rate) in rates.iter_mut().enumerate() {
            // On the pool's only thread, which is the one whose time counts.
            let seconds = one.install(|| {
                let before = busy(begun);
                champions = simulator.simulate(RUNS, repeat as u64).champion;
                busy(begun) - before
            });
            *rate = f64::from(RUNS) / seconds;
        }
        rates.sort_by(f64::total_cmp);
        let [.., best] = rates;
        let median = rates.iter().copied().nth(REPEATS / 2).unwrap_or(best);
        println!("{name}: {median:.0} cups a second (best {best:.0}), ready in {:.1} ms", ready.as_secs_f64() * 1e3);
        if name == "World Cup 2022" {
            compared = Some((median, champions));
        }
    }
    from_forecasts()?;
    let python = others.first().cloned().unwrap_or_else(|| "python3".to_owned());
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../../benches/cups_numpy.py");
    let output = Command::new(&python).arg(script).env("OPENBLAS_NUM_THREADS", "1").output();
    match output {
        Ok(output) if output.status.success() => {
            let told = String::from_utf8_lossy(&output.stdout);
            println!("{}", told.lines().next().unwrap_or_default());
            let rate = told.split_whitespace().find_map(|word| word.parse::<f64>().ok());
            let shares = told.lines().find_map(|line| line.strip_prefix("champions: ")).unwrap_or_default();
            let shares = shares.split(' ').filter_map(|share| share.parse::<f64>().ok());
            if let (Some(rate), Some((ours, champions))) = (rate, compared) {
                let apart = champions.iter().zip(shares).map(|(chance, share)| (chance.value - share).abs());
                println!("World Cup 2022: {:.1} times numpy", ours / rate);
                println!("chances of winning it at most {:.4} apart", apart.fold(0.0, f64::max));
            }
        }
        _ => eprintln!("{python} has no numpy: nothing to compare with (give a Python that has it as the argument)"),
    }
    Ok(())
}

/// How long the pairings of 48 teams take from the built-in forecaster.
fn from_forecasts() -> Result<(), Box<dyn Error>> {
    let (_, text) = built_in("World Cup 2026").ok_or("no such edition")?;
    let edition = Edition::read(text)?;
    let record = builtin::record()?;
    let view = record.latest();
    let facts = Facts::of(&view, &edition);
    let forecasts = FromStandpoint::new(&view, &edition, &facts, view.as_of())?;
    let at = Instant::now();
    Pairings::new(&edition, &forecasts)?;
    println!("{}: pairings forecast in {:.1} ms", edition.name(), at.elapsed().as_secs_f64() * 1e3);
    Ok(())
}

/// Seconds this thread has run on a processor: other work on the machine does not count. Wall-clock where the system
/// does not tell.
fn busy(begun: Instant) -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|line| line.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(|| begun.elapsed().as_secs_f64(), |ns| ns * 1e-9)
}
