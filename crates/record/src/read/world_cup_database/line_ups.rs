//! `player_appearances.csv`, `manager_appearances.csv` and `referee_appearances.csv`.

use super::{NameColumns, OfMatch, SideColumn};
use crate::claim::{Claims, MatchClaim, Name, Skipped};
use crate::read::table::CsvTable;
use crate::{Extent, Position, ReadError, Side, Table, TeamSheet};

fn sheet(claim: &mut MatchClaim, side: Side) -> &mut TeamSheet<Name> {
    let [home, away] = &mut claim.sheets;
    match side {
        Side::Home => home,
        Side::Away => away,
    }
}

pub(super) fn read_players(table: &mut CsvTable<'_>) -> Result<Claims, ReadError> {
    let mut matches = OfMatch::of(table)?;
    let (side, player) = (SideColumn::of(table)?, NameColumns::of(table, "team_name")?);
    let (position, starter) = (table.column("position_code")?, table.column("starter")?);
    let captain = table.optional("captain");
    while let Some(row) = table.next_row()? {
        let (side, name) = (side.read(row)?, player.read(row)?);
        let keeper = Position::read(row.text(&position)) == Some(Position::Goalkeeper);
        let starts = row.flag(&starter)?;
        let leads = captain.as_ref().map_or(Ok(false), |column| row.flag(column))?;
        matches.add(row, |claim| {
            let sheet = sheet(claim, side);
            if leads {
                sheet.captain = Some(name.clone());
            }
            if starts && keeper {
                sheet.keepers.push((name, None));
            } else if starts {
                sheet.starters.push(name);
            }
        })?;
    }
    // A keeper who came on is listed, but not when.
    let mut tables = vec![(Table::LineUps, Extent::Complete), (Table::Keepers, Extent::Partial)];
    if captain.is_some() {
        tables.push((Table::Captains, Extent::Complete));
    }
    let coverage = matches.editions.coverage(&tables);
    let mut claims = Claims { matches: matches.claims.into_things().collect(), coverage, ..Claims::default() };
    for sheet in claims.matches.iter_mut().flat_map(|claim| &mut claim.sheets) {
        let keepers = sheet.keepers.iter().map(|(name, _)| name.clone());
        sheet.starters.splice(0..0, keepers);
    }
    Ok(claims)
}

pub(super) fn read_managers(table: &mut CsvTable<'_>) -> Result<Claims, ReadError> {
    let mut matches = OfMatch::of(table)?;
    let (side, manager) = (SideColumn::of(table)?, NameColumns::of(table, "country_name")?);
    let mut skipped = Vec::new();
    while let Some(row) = table.next_row()? {
        let (side, name) = (side.read(row)?, manager.read(row)?);
        matches.add(row, |claim| {
            let manager = &mut sheet(claim, side).manager;
            if let Some(first) = manager {
                let reason = format!("{name} shared the post with {first}, and a team sheet has one manager");
                skipped.push(Skipped { line: row.line(), reason: reason.into() });
            } else {
                *manager = Some(name);
            }
        })?;
    }
    let coverage = matches.editions.complete(&[Table::Managers]);
    Ok(Claims { matches: matches.claims.into_things().collect(), coverage, skipped, ..Claims::default() })
}

pub(super) fn read_referees(table: &mut CsvTable<'_>) -> Result<Claims, ReadError> {
    let mut matches = OfMatch::of(table)?;
    let referee = NameColumns::of(table, "country_name")?;
    while let Some(row) = table.next_row()? {
        let name = referee.read(row)?;
        matches.add(row, |claim| claim.referee = Some(name))?;
    }
    let coverage = matches.editions.complete(&[Table::Referees]);
    Ok(Claims { matches: matches.claims.into_things().collect(), coverage, ..Claims::default() })
}
