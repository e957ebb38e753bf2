//! A duel told from a database: `cargo run --release -p byline-penalty --example duel -- DATABASE TAKER KEEPER DATE`, for
//! looking at numbers without the program.

use std::io::Write as _;

use byline_penalty::chance::{Estimate, Model, Situation};
use byline_penalty::dossier::{PartRow, keeper_dossier, taker_dossier};
use byline_penalty::duel::{Question, duel};
use byline_penalty::kick::{Level, Phase, kicks_about};
use byline_penalty::repeated::repeated;
use byline_record::names::find::{Context, Names};
use byline_record::store::Store;

fn show(estimate: &Estimate) -> String {
    format!("{:.1} [{:.1}, {:.1}]", 100.0 * estimate.mean, 100.0 * estimate.low, 100.0 * estimate.high)
}

fn row(row: &PartRow) -> String {
    let sides = row.by_side.map(|cell| format!("{}/{}", cell.goals, cell.kicks)).join(" ");
    let habit: Vec<String> = row.habit.iter().map(show).collect();
    format!(
        "{:?}: {} of {}, {}; by side {sides}; habit {}",
        row.part,
        row.rate.goals,
        row.rate.kicks,
        show(&row.rate.chance),
        habit.join(" ")
    )
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [database, taker, keeper, date] = arguments.as_slice() else {
        return Err("give a database, a taker, a keeper and a date".into());
    };
    let record = Store::open(database.as_ref())?.record()?;
    let names = Names::new(&record);
    let person = |name: &str| names.person(name, &Context::default()).map(|found| found.id);
    let (taker, keeper) = (person(taker)?, person(keeper)?);
    let view = record.as_of(date.parse()?);
    let model = Model::shipped();
    let mut out = std::io::stdout().lock();
    let start = std::time::Instant::now();
    let kicks = kicks_about(&view, taker, Some(keeper));
    let found = start.elapsed();
    let own = taker_dossier(&model, &kicks, taker);
    let other = keeper_dossier(&model, &kicks, keeper);
    let dossiers = start.elapsed();
    let question = Question::new(Some(taker), Some(keeper), Situation::new(Phase::Play, Level::Finals));
    let told = duel(&model, &kicks, &question);
    let again = repeated(&told, &kicks, Some(taker), Some(keeper));
    writeln!(out, "kicks {found:?}, dossiers {:?}, duel {:?}", dossiers - found, start.elapsed() - dossiers)?;
    for kick in &own.kicks {
        writeln!(
            out,
            "{} {} {} {} {:?} {:?} {:?} {}",
            kick.known_by,
            kick.competition,
            kick.phase.name(),
            kick.keeper.map_or("?", |keeper| &record.person(keeper).name),
            kick.score,
            kick.side,
            kick.keeper_move,
            kick.outcome.name()
        )?;
    }
    for part in own.parts.iter().take(14) {
        writeln!(out, "taker {}", row(part))?;
    }
    writeln!(out, "above average {:?}", own.above_average.as_ref().map(show))?;
    writeln!(out, "equal: {}; runs: {}", own.equal_success.words(), own.independence.words())?;
    for part in other.parts.iter().take(12) {
        writeln!(out, "keeper {}", row(part))?;
    }
    writeln!(
        out,
        "keeper above {:?}, right way {:?}, saved {:?}, fallacy {:?} {}",
        other.above_average.as_ref().map(show),
        other.right_way,
        other.saved,
        (other.fallacy.after_one, other.fallacy.after_repeats),
        other.fallacy.finding.words()
    )?;
    writeln!(
        out,
        "chance {}; value {}; as usual {}",
        show(&told.chance.chance),
        show(&told.value),
        show(&told.as_usual)
    )?;
    for cell in &told.cells {
        writeln!(
            out,
            "  {} v {}: {} (pool {}/{}, own {}/{})",
            cell.aim.name(),
            cell.dive.name(),
            show(&cell.chance),
            cell.pool.goals,
            cell.pool.kicks,
            cell.own.goals,
            cell.own.kicks
        )?;
    }
    for choice in &told.aims {
        let [habit, safe, goal] = [&choice.habit, &choice.safe, &choice.goal].map(show);
        writeln!(out, "  {}: n {} habit {habit} safe {safe} goal {goal}", choice.choice.name(), choice.made)?;
    }
    for choice in &told.dives {
        let [habit, safe, goal] = [&choice.habit, &choice.safe, &choice.goal].map(show);
        writeln!(out, "  {}: n {} habit {habit} safe {safe} goal {goal}", choice.choice.name(), choice.made)?;
    }
    writeln!(
        out,
        "taker to safe {}, best {} {} ({:.2}), gap {}",
        show(&told.taker.to_safe),
        told.taker.best.name(),
        show(&told.taker.to_best),
        told.taker.is_best,
        show(&told.taker.gap)
    )?;
    writeln!(
        out,
        "keeper to safe {}, best {} {} ({:.2}), gap {}",
        show(&told.keeper.to_safe),
        told.keeper.best.name(),
        show(&told.keeper.to_best),
        told.keeper.is_best,
        show(&told.keeper.gap)
    )?;
    let teams: Vec<&str> = again.shared.iter().map(|shared| &*record.team(shared.team).name).collect();
    writeln!(
        out,
        "met {}; shared {teams:?}; usual {} costs {}; habit costs {}; read today {}; {}",
        again.meetings.len(),
        again.usual.name(),
        show(&again.cost_of_usual),
        show(&again.cost_of_habit),
        show(&again.cost_if_read_today),
        again.tells.words()
    )?;
    for step in &again.steps {
        writeln!(out, "  {step:?}")?;
    }
    Ok(())
}
