//! Counts the penalty kicks of a database: how many it holds, where from, and how far their people and clubs are
//! known.
//!
//! `penalty_kicks DATABASE`
#![allow(clippy::print_stdout, reason = "a program of its own")]

use std::collections::{BTreeMap, HashSet};
use std::error::Error;
use std::path::Path;

use byline_record::store::Store;
use byline_record::{EventKind, PersonId, Placement, Record, Sources, TeamId, TeamKind, builtin};

/// Kicks of one kind.
#[derive(Default)]
struct Tally {
    kicks: usize,
    several: usize,
    placed: usize,
    takers: HashSet<PersonId>,
    keepers: HashSet<PersonId>,
    sources: BTreeMap<String, usize>,
}

impl Tally {
    fn add(&mut self, record: &Record, sources: Sources, placement: Option<Placement>, people: [Option<PersonId>; 2]) {
        self.kicks += 1;
        self.several += usize::from(sources.positions().count() > 1);
        self.placed += usize::from(placement.is_some_and(|one| one.side.is_some() || one.across_cm.is_some()));
        let [taker, keeper] = people;
        self.takers.extend(taker);
        self.keepers.extend(keeper);
        for source in record.sources_in(sources) {
            *self.sources.entry(source.key.to_string()).or_default() += 1;
        }
    }

    fn print(&self, record: &Record, what: &str) {
        let national = |people: &HashSet<PersonId>| {
            let of_side = |team: &TeamId| record.team(*team).kind == TeamKind::National;
            people.iter().filter(|&&id| record.person(id).teams.iter().any(of_side)).count()
        };
        println!(
            "{what}: {} kicks, {} of several sources, {} with a side or place; takers {} ({} of national sides), keepers {} ({})",
            self.kicks,
            self.several,
            self.placed,
            self.takers.len(),
            national(&self.takers),
            self.keepers.len(),
            national(&self.keepers),
        );
        println!("    {:?}", self.sources);
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args_os().nth(1).ok_or("penalty_kicks DATABASE")?;
    let record = Store::open(Path::new(&path))?.record()?;
    let view = record.latest();
    let [mut in_play, mut shoot_outs, mut loose_in_play, mut loose_shoot_outs] = [(); 4].map(|()| Tally::default());
    for entry in view.matches() {
        for event in entry.penalties() {
            if let EventKind::Penalty(kick) = event.kind {
                in_play.add(&record, event.sources, kick.placement, [event.player, kick.keeper]);
            }
        }
        for kick in &entry.kicks {
            shoot_outs.add(&record, kick.sources, kick.placement, [kick.taker, kick.keeper]);
        }
    }
    for entry in view.loose_matches() {
        for event in &entry.penalties {
            if let EventKind::Penalty(kick) = event.kind {
                loose_in_play.add(&record, event.sources, kick.placement, [event.player, kick.keeper]);
            }
        }
        for kick in &entry.kicks {
            loose_shoot_outs.add(&record, kick.sources, kick.placement, [kick.taker, kick.keeper]);
        }
    }
    in_play.print(&record, "dated, in play");
    shoot_outs.print(&record, "dated, shoot-outs");
    loose_in_play.print(&record, "loose, in play");
    loose_shoot_outs.print(&record, "loose, shoot-outs");
    println!(
        "{} matches, {} loose, {} people",
        view.matches().count(),
        view.loose_matches().count(),
        record.people().len()
    );
    let listed: HashSet<String> =
        byline_record::names::tables::read_clubs(builtin::CLUBS)?.iter().map(|row| row.name.to_owned()).collect();
    let clubs: Vec<_> = record.teams().iter().filter(|team| team.kind == TeamKind::Club).collect();
    let unknown = clubs.iter().filter(|team| !listed.contains(&*team.name)).count();
    println!("{} clubs, {unknown} not listed", clubs.len());
    Ok(())
}
