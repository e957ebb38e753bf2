//! `substitutions.csv`: one row for each player who went off or came on.

use super::{ClockColumns, NameColumns, OfMatch, SideColumn};
use crate::claim::{Claims, Name, event};
use crate::read::gather::Gather;
use crate::read::table::CsvTable;
use crate::{Clock, Event, EventKind, ReadError, Side, Table};

/// Who went off and came on for one side in one minute.
#[derive(Default)]
struct Change {
    off: Vec<Name>,
    on: Vec<Name>,
}

pub(super) fn read(table: &mut CsvTable<'_>) -> Result<Claims, ReadError> {
    let mut matches = OfMatch::of(table)?;
    let (side, clock) = (SideColumn::of(table)?, ClockColumns::of(table)?);
    let player = NameColumns::of(table, "team_name")?;
    let (going_off, coming_on) = (table.column("going_off")?, table.column("coming_on")?);
    let mut changes: Gather<(Box<str>, Side, Option<Clock>), Change> = Gather::new();
    while let Some(row) = table.next_row()? {
        let (side, clock, name) = (side.read(row)?, clock.read(row)?, player.read(row)?);
        let off = row.flag(&going_off)?;
        if off == row.flag(&coming_on)? {
            return Err(row.error(&coming_on, "1 for a player who came on, 0 for one who went off"));
        }
        let id = row.filled(&matches.id)?;
        matches.add(row, |_| ())?;
        changes.add(
            |known| *known.0 == *id && (known.1, known.2) == (side, clock),
            || (id.into(), side, clock),
            Change::default,
            |change| if off { &mut change.off } else { &mut change.on }.push(name),
        );
    }
    let coverage = matches.editions.complete(&[Table::Substitutions]);
    let mut claims = Claims { coverage, ..Claims::default() };
    let mut events: Gather<Box<str>, Vec<Event<Name>>> = Gather::new();
    for ((id, side, clock), change) in changes.into_items() {
        events.add_to(&id, Vec::new, |events| events.extend(change.into_events(side, clock)));
    }
    // Matches and their changes came in one order.
    for (mut claim, events) in matches.claims.into_things().zip(events.into_things()) {
        claim.events = events;
        claims.matches.push(claim);
    }
    Ok(claims)
}

impl Change {
    /// One for one is a substitution. When several changed in one minute nobody says who came on for whom, and each
    /// is listed alone.
    fn into_events(self, side: Side, clock: Option<Clock>) -> Vec<Event<Name>> {
        let change = |off, on| event(clock, side, EventKind::Substitution { on }, off);
        match (&self.off[..], &self.on[..]) {
            ([off], [on]) => vec![change(Some(off.clone()), Some(on.clone()))],
            _ => {
                let off = self.off.into_iter().map(|name| change(Some(name), None));
                off.chain(self.on.into_iter().map(|name| change(None, Some(name)))).collect()
            }
        }
    }
}
