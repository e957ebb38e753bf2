//! `bookings.csv`.

use std::collections::HashMap;

use super::{ClockColumns, NameColumns, OfMatch, SideColumn};
use crate::claim::{Claims, Skipped, event};
use crate::read::table::CsvTable;
use crate::{Card, Clock, EventKind, ReadError, Table};

pub(super) fn read(table: &mut CsvTable<'_>) -> Result<Claims, ReadError> {
    let mut matches = OfMatch::of(table)?;
    let (side, clock) = (SideColumn::of(table)?, ClockColumns::of(table)?);
    let (person, id) = (NameColumns::of(table, "team_name")?, table.column("player_id")?);
    let (yellow, red) = (table.column("yellow_card")?, table.column("red_card")?);
    let second_yellow = table.column("second_yellow_card")?;
    let mut skipped = Vec::new();
    // The caution each player of each match has so far.
    let mut cautioned: HashMap<(Box<str>, Box<str>), Option<Clock>> = HashMap::new();
    while let Some(row) = table.next_row()? {
        let (name, minute, side) = (person.read(row)?, clock.read(row)?, side.read(row)?);
        let player = (row.filled(&matches.id)?.into(), row.filled(&id)?.into());
        let earlier = cautioned.get(&player).copied();
        let cards = match (row.flag(&yellow)?, row.flag(&red)?, row.flag(&second_yellow)?, earlier) {
            (true, false, false, Some(caution)) if caution == minute => {
                let reason = format!("the caution of {name} is listed twice");
                skipped.push(Skipped { line: row.line(), reason: reason.into() });
                continue;
            }
            (true, false, false, _) => vec![(Card::Yellow, minute)],
            (false, true, false, _) => vec![(Card::Red, minute)],
            // The minute is the first card's, unless that has a row of its own.
            (_, false, true, None) => vec![(Card::Yellow, minute), (Card::SecondYellow, None)],
            (_, false, true, Some(_)) => vec![(Card::SecondYellow, minute)],
            (true, true, false, None) => vec![(Card::Yellow, minute), (Card::Red, None)],
            (true, true, false, Some(_)) => vec![(Card::Red, minute)],
            (false, false, false, _) => return Err(row.error(&yellow, "1, or 1 in another column of cards")),
            (_, true, true, _) => return Err(row.error(&second_yellow, "0, as the card is a straight red")),
        };
        if cards.iter().any(|(card, _)| *card == Card::Yellow) {
            cautioned.entry(player).or_insert(minute);
        }
        let shown = cards
            .into_iter()
            .map(|(card, clock)| event(clock, side, EventKind::Card { card, bench: false }, Some(name.clone())));
        matches.add(row, |claim| claim.events.extend(shown))?;
    }
    let coverage = matches.editions.complete(&[Table::Cautions, Table::Dismissals]);
    Ok(Claims { matches: matches.claims.into_things().collect(), coverage, skipped, ..Claims::default() })
}
