//! Prints what is certain of a group: `cargo run --example certain -- "World Cup 2022" C 2022-11-29`.

use byline_competition::certain::certainty;
use byline_competition::{Edition, Facts, Situation, edition};
use byline_record::builtin;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [asked, label, date] = &*arguments else { return Err("expected an edition, a group and a date".into()) };
    let (_, text) = edition::built_in(asked).ok_or("no such edition")?;
    let edition = Edition::read(text).map_err(|error| error.to_string())?;
    let record = builtin::record()?;
    let facts = Facts::of(&record.as_of(date.parse()?), &edition);
    let situation = Situation::new(&edition, &facts, &[]);
    for (number, stage) in edition.stages.iter().enumerate() {
        for group in (0..stage.groups.len()).filter(|&group| stage.groups[group].label == *label || label == "all") {
            let start = std::time::Instant::now();
            let Some(certain) = certainty(&situation, number, group) else { continue };
            let took = start.elapsed();
            println!(
                "{} {} {:?} {} left, {took:?}",
                stage.kind.name(),
                stage.groups[group].label,
                certain.proof,
                certain.left.len()
            );
            let names: Vec<&str> =
                certain.members.iter().map(|member| member.map_or("?", |member| edition.team(member))).collect();
            for (sentence, team) in certain.words(&names).iter().zip(&certain.teams) {
                println!("  {sentence} [{}; {:?}; {:?}]", team.places, team.status, team.matters);
            }
        }
    }
    Ok(())
}
