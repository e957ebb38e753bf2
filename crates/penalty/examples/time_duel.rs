//! How long a duel takes: `cargo run --release -p byline-penalty --example time_duel`.

use std::io::Write as _;
use std::time::Instant;

use byline_penalty::chance::{Model, Situation};
use byline_penalty::duel::{Question, duel};
use byline_penalty::kick::{Level, Phase, kicks_of};
use byline_record::builtin;
use byline_record::names::find::{Context, Names};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let record = builtin::record()?;
    let names = Names::new(&record);
    let person = |name: &str| names.person(name, &Context::default()).map(|found| found.id);
    let (taker, keeper) = (person("Harry Kane")?, person("Hugo Lloris")?);
    let view = record.as_of(jiff::civil::date(2022, 12, 9));
    let mut out = std::io::stdout().lock();
    for _ in 0..5 {
        let start = Instant::now();
        let kicks = kicks_of(&view);
        let read = start.elapsed();
        let question = Question::new(Some(taker), Some(keeper), Situation::new(Phase::Play, Level::Finals));
        let told = duel(&Model::shipped(), &kicks, &question);
        writeln!(
            out,
            "{} kicks in {read:?}, with the duel {:?}: value {:.3}",
            kicks.len(),
            start.elapsed(),
            told.value.mean
        )?;
    }
    Ok(())
}
