//! `goals.csv` and `penalty_kicks.csv`.

use super::{ClockColumns, NameColumns, OfMatch, SideColumn};
use crate::claim::{Claims, Name, event};
use crate::read::table::CsvTable;
use crate::{EventKind, Kick, Penalty, PenaltyOutcome, ReadError, Side, Sources, Table};

pub(super) fn read_goals(table: &mut CsvTable<'_>) -> Result<Claims, ReadError> {
    let mut matches = OfMatch::of(table)?;
    let (side, clock) = (SideColumn::of(table)?, ClockColumns::of(table)?);
    let scorer = NameColumns::of(table, "player_team_name")?;
    let (own_goal, penalty) = (table.column("own_goal")?, table.column("penalty")?);
    while let Some(row) = table.next_row()? {
        let kind = match (row.flag(&own_goal)?, row.flag(&penalty)?) {
            (true, true) => return Err(row.error(&penalty, "0, as the goal is an own goal")),
            (true, false) => EventKind::OwnGoal,
            (false, true) => EventKind::Penalty(Penalty::of(PenaltyOutcome::Scored)),
            (false, false) => EventKind::Goal,
        };
        let goal = event(clock.read(row)?, side.read(row)?, kind, Some(scorer.read(row)?));
        matches.add(row, |claim| claim.events.push(goal))?;
    }
    let coverage = matches.editions.complete(&[Table::Goals]);
    Ok(Claims { matches: matches.claims.into_things().collect(), coverage, ..Claims::default() })
}

pub(super) fn read_kicks(table: &mut CsvTable<'_>) -> Result<Claims, ReadError> {
    let mut matches = OfMatch::of(table)?;
    let side = SideColumn::of(table)?;
    let taker = NameColumns::of(table, "team_name")?;
    let converted = table.column("converted")?;
    while let Some(row) = table.next_row()? {
        let outcome = if row.flag(&converted)? { PenaltyOutcome::Scored } else { PenaltyOutcome::Missed };
        let kick = Kick {
            side: side.read(row)?,
            taker: Some(taker.read(row)?),
            keeper: None,
            outcome,
            placement: None,
            sources: Sources::NONE,
        };
        matches.add(row, |claim| claim.kicks.push(kick))?;
    }
    let coverage = matches.editions.complete(&[Table::ShootOutKicks]);
    let mut claims = Claims { matches: matches.claims.into_things().collect(), coverage, ..Claims::default() };
    for claim in &mut claims.matches {
        claim.kicks = in_turn(std::mem::take(&mut claim.kicks));
        claim.kick_order_guessed = true;
    }
    Ok(claims)
}

/// Kicks listed team by team, put in turn: the team listed first kicks first.
fn in_turn(kicks: Vec<Kick<Name>>) -> Vec<Kick<Name>> {
    let first = kicks.first().map_or(Side::Home, |kick| kick.side);
    let (firsts, seconds): (Vec<_>, Vec<_>) = kicks.into_iter().partition(|kick| kick.side == first);
    let (mut firsts, mut seconds) = (firsts.into_iter(), seconds.into_iter());
    let mut turns = Vec::new();
    loop {
        let pair = [firsts.next(), seconds.next()];
        if pair.iter().all(Option::is_none) {
            return turns;
        }
        turns.extend(pair.into_iter().flatten());
    }
}
