//! Finds the strengths that are built in: `cargo run --release -p byline-forecast --example strengths -- DATABASE`
//! prints the file `crates/forecast/strengths.txt`, from a database with every full international imported.

use std::error::Error;
use std::io::Write as _;

use byline_forecast::dynamic::{Forecaster, HEADER, Settings};
use byline_forecast::from_record::{Matches, Population, date_of, day_of};
use byline_record::store::Store;
use byline_record::{Sex, TeamKind};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("name a database: made by `byline data import`")?;
    let record = Store::open(path.as_ref())?.record()?;
    let view = record.latest();
    let matches = Matches::of(&view, &Population::Internationals(Sex::Men))?;
    // The eve of every finals of the world and of Europe, and the end.
    let mut eves: Vec<i32> = record
        .editions()
        .iter()
        .filter(|edition| {
            matches!(&*record.competition(edition.competition).key, "world-cup" | "european-championship")
        })
        .filter_map(|edition| view.span(edition.id))
        .map(|span| day_of(span.first) - 1)
        .collect();
    let end = matches.history.matches().last().map_or(0, |played| played.day);
    eves.push(end);
    eves.sort_unstable();
    let mut out = std::io::stdout().lock();
    writeln!(out, "{HEADER}")?;
    writeln!(
        out,
        "# Strengths of men's national sides on the eve of each World Cup and European Championship and after the"
    )?;
    writeln!(out, "# newest results, by the dynamic model from every full international since 1872. Made by")?;
    writeln!(out, "# examples/strengths.rs; the notation is explained in src/dynamic/strengths.rs.")?;
    let mut forecaster = Forecaster::of(Settings::internationals(), &matches.history);
    let mut played = matches.history.matches().iter().peekable();
    for eve in eves {
        while let Some(next) = played.next_if(|next| next.day <= eve) {
            forecaster.learn(next);
        }
        forecaster.prepare(eve);
        writeln!(out, "# {}", date_of(eve))?;
        let name = |number: usize| {
            let team = record.team(*matches.teams.get(number)?);
            (team.kind == TeamKind::National && team.confederation.is_some()).then(|| team.name.to_string())
        };
        write!(out, "{}", forecaster.section(eve, name))?;
    }
    Ok(())
}
