//! Every group of every built-in edition comes out in its official order, and every knock-out match finds its sides.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout, reason = "tests may fail")]

use byline_competition::edition::{built_in, built_in_names};
use byline_competition::{Edition, Facts, Situation};
use byline_record::{Record, builtin};
use jiff::civil::Date;

fn record() -> Record {
    builtin::record().unwrap()
}

fn edition(name: &str) -> Edition {
    let (file, text) = built_in(name).unwrap_or_else(|| panic!("no edition {name}"));
    Edition::read(text).unwrap_or_else(|error| panic!("editions/{file}.toml:{error}"))
}

#[test]
fn fixtures_are_where_and_when_the_record_has_the_matches() {
    let record = record();
    let mut compared = 0;
    let mut wrong = Vec::new();
    for name in built_in_names() {
        let edition = edition(name);
        let view = record.as_of(Date::MAX);
        let situation = Situation::new(&edition, &Facts::of(&view, &edition), &[]);
        for (fixture, played) in edition.fixtures.iter().zip(&situation.played) {
            let Some(entry) = played.as_ref().and_then(|played| view.get(played.meeting.id?)) else { continue };
            compared += 1;
            let city = entry.venue.and_then(|venue| record.venue(venue).city.as_deref());
            let planned = fixture.ground.as_ref().map(|ground| &*ground.city);
            if fixture.date != Some(entry.date) || (city.is_some() && city != planned) {
                wrong.push(format!(
                    "{name} match {}: {planned:?} {:?}, record {city:?} {}",
                    fixture.number, fixture.date, entry.date
                ));
            }
        }
    }
    assert!(compared > 1400, "{compared}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_group_is_in_its_official_order() {
    let record = record();
    let mut groups = 0;
    let mut wrong = Vec::new();
    for name in built_in_names() {
        let edition = edition(name);
        let facts = Facts::of(&record.as_of(Date::MAX), &edition);
        if facts.meetings.is_empty() {
            continue;
        }
        let situation = Situation::new(&edition, &facts, &[]);
        for (stage, tables) in edition.stages.iter().zip(&situation.tables) {
            for (group, table) in stage.groups.iter().zip(tables) {
                let at = format!("{name} {} {}", stage.kind.name(), group.label);
                groups += 1;
                let names = |order: &[u8]| -> Vec<&str> {
                    let name = |&member: &u8| table.members[usize::from(member)].map_or("?", |team| edition.team(team));
                    order.iter().map(name).collect()
                };
                if !table.complete {
                    wrong.push(format!("{at}: not complete"));
                } else if let Some(official) = &table.official {
                    if *official != table.ranking.order {
                        wrong.push(format!("{at}: {:?}, official {:?}", names(&table.ranking.order), names(official)));
                    }
                } else {
                    wrong.push(format!("{at}: no official order: {:?}", names(&table.ranking.order)));
                }
                for (place, decision) in table.ranking.decisions.iter().enumerate() {
                    let criterion = decision.criterion().map(|criterion| criterion.name());
                    if !matches!(criterion, Some("points" | "goal difference" | "goals for" | "goal average")) {
                        let order = names(&table.ranking.order);
                        println!("{at}: {}", decision.words(order[place], order[place + 1], |m| names(&[m])[0]));
                    }
                }
            }
        }
        for (fixture, sides) in edition.fixtures.iter().zip(&situation.sides) {
            let number = fixture.number;
            match &situation.played[edition.fixture(number).unwrap()] {
                None => wrong.push(format!("{name} match {number}: not found, {sides:?}")),
                Some(played) if edition.stages[fixture.stage].is_knock_out() && played.winner.is_none() => {
                    wrong.push(format!("{name} match {number}: no winner"));
                }
                Some(_) => {}
            }
        }
        assert!(situation.is_over() || !wrong.is_empty(), "{name}");
    }
    println!("{groups} groups");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
