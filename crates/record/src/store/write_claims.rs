//! Writes the claims of one file into the tables of the store.

use rusqlite::{Connection, params};

use super::columns::{date, list, minute, word};
use super::{bulk, tables};
use crate::claim::{Claims, EditionClaim, MatchClaim, Name, PersonClaim, SquadClaim};
use crate::words::Word;
use crate::{EventKind, Extent, Goals, Placement, Side, Table, TeamSheet};

/// Role of a name on a team sheet.
pub(super) const STARTER: &str = "starter";
/// Who was in goal.
pub(super) const KEEPER: &str = "keeper";
/// Captain.
pub(super) const CAPTAIN: &str = "captain";
/// Manager on the day.
pub(super) const MANAGER: &str = "manager";
/// Groups as drawn.
pub(super) const DRAWN: &str = "drawn";
/// Groups in their official final order.
pub(super) const FINAL_ORDER: &str = "final order";

/// Writes everything the file `file` claims. To be called in a transaction: the numbers of new rows follow the
/// highest there are.
pub(super) fn write(connection: &Connection, file: i64, claims: &Claims) -> rusqlite::Result<()> {
    let events = claims.matches.iter().map(|claim| claim.events.len()).sum();
    bulk::add(connection, "match", claims.matches.len(), || {
        bulk::add(connection, "event", events, || write_matches(connection, file, &claims.matches))
    })?;
    write_people(connection, file, &claims.people)?;
    write_editions(connection, file, &claims.editions)?;
    let mut coverage = tables::COVERAGE.insert(connection)?;
    for (number, claim) in (1_i64..).zip(&claims.coverage) {
        let (table, extent) = (claim.table.word(), claim.extent.word());
        coverage.execute(params![file, number, claim.competition, claim.edition, table, extent])?;
    }
    let mut skipped = tables::SKIPPED.insert(connection)?;
    for (number, row) in (1_i64..).zip(&claims.skipped) {
        skipped.execute(params![file, number, row.line, row.reason])?;
    }
    Ok(())
}

/// The number for the next row of a table.
pub(super) fn next_id(connection: &Connection, table: &str) -> rusqlite::Result<i64> {
    connection.query_row(&format!("SELECT coalesce(max(id), 0) + 1 FROM {table}"), [], |row| row.get(0))
}

fn home(goals: Option<Goals>) -> Option<u8> {
    goals.map(|goals| goals.home)
}

fn away(goals: Option<Goals>) -> Option<u8> {
    goals.map(|goals| goals.away)
}

fn write_matches(connection: &Connection, file: i64, matches: &[MatchClaim]) -> rusqlite::Result<()> {
    let mut insert = tables::MATCH.insert(connection)?;
    for (id, claim) in (next_id(connection, "match")?..).zip(matches) {
        let (stage, venue, score) = (claim.stage.as_ref(), claim.venue.as_ref(), &claim.score);
        insert.execute(params![
            id,
            file,
            claim.line,
            claim.external_id,
            claim.competition,
            claim.edition,
            claim.kind.word(),
            claim.sex.word(),
            date(claim.date),
            claim.kick_off.map(crate::KickOff::local_time),
            claim.kick_off.and_then(crate::KickOff::offset_minutes),
            stage.map(|stage| stage.kind.word()),
            stage.and_then(|stage| stage.group.as_ref()),
            stage.map(|stage| stage.tie.word()),
            claim.matchday,
            claim.home,
            claim.away,
            venue.and_then(|venue| venue.stadium.as_ref()),
            venue.and_then(|venue| venue.city.as_ref()),
            venue.and_then(|venue| venue.country.as_ref()),
            claim.ground.word(),
            word(claim.status),
            home(score.half_time),
            away(score.half_time),
            home(score.full_time),
            away(score.full_time),
            home(score.extra_time),
            away(score.extra_time),
            home(score.end),
            away(score.end),
            score.extra_time_rule.word(),
            score.shoot_out.map(|shoot_out| shoot_out.winner.word()),
            home(score.shoot_out.and_then(|shoot_out| shoot_out.score)),
            away(score.shoot_out.and_then(|shoot_out| shoot_out.score)),
            word(score.shoot_out.and_then(|shoot_out| shoot_out.first)),
            word(claim.given_to),
            claim.kick_order_guessed,
            claim.referee,
            claim.attendance,
            word(claim.class),
        ])?;
        write_story(connection, id, claim)?;
    }
    Ok(())
}

/// Events, kicks, team sheets, prices and disputes of a match.
fn write_story(connection: &Connection, id: i64, claim: &MatchClaim) -> rusqlite::Result<()> {
    write_events(connection, id, claim)?;
    if !claim.kicks.is_empty() {
        let mut insert = tables::KICK.insert(connection)?;
        for (number, kick) in (1_i64..).zip(&claim.kicks) {
            let placed = kick.placement.unwrap_or_default();
            insert.execute(params![
                id,
                number,
                kick.side.word(),
                kick.taker,
                kick.keeper,
                kick.outcome.word(),
                word(placed.foot),
                placed.across_cm,
                placed.height_cm,
                word(placed.side),
                word(placed.keeper_move),
            ])?;
        }
    }
    for (side, sheet) in Side::BOTH.into_iter().zip(&claim.sheets) {
        if !sheet.is_empty() {
            write_sheet(connection, id, side, sheet)?;
        }
    }
    if !claim.odds.is_empty() {
        let mut insert = tables::ODDS.insert(connection)?;
        for (number, odds) in (1_i64..).zip(&claim.odds) {
            let [home, draw, away] = odds.prices;
            insert.execute(params![id, number, odds.bookmaker, odds.closing, home, draw, away])?;
        }
    }
    if !claim.disputes.is_empty() {
        let mut insert = tables::DISPUTE.insert(connection)?;
        for (number, dispute) in (1_i64..).zip(&claim.disputes) {
            insert.execute(params![id, number, dispute.about, dispute.other, list(&dispute.sources)])?;
        }
    }
    Ok(())
}

fn write_events(connection: &Connection, id: i64, claim: &MatchClaim) -> rusqlite::Result<()> {
    if claim.events.is_empty() {
        return Ok(());
    }
    let mut insert = tables::EVENT.insert(connection)?;
    for (number, event) in (1_i64..).zip(&claim.events) {
        let (penalty, bench, came_on) = match &event.kind {
            EventKind::Penalty(penalty) => (Some(penalty), None, None),
            EventKind::Card { bench, .. } => (None, Some(*bench), None),
            EventKind::Substitution { on } => (None, None, on.as_ref()),
            EventKind::Goal | EventKind::OwnGoal => (None, None, None),
        };
        let placed: Placement = penalty.and_then(|penalty| penalty.placement).unwrap_or_default();
        let before = penalty.and_then(|penalty| penalty.score_before);
        insert.execute(params![
            id,
            number,
            minute(event.clock),
            event.side.word(),
            event.kind.key(),
            event.player,
            came_on,
            bench,
            penalty.map(|penalty| penalty.outcome.word()),
            penalty.and_then(|penalty| penalty.keeper.as_ref()),
            penalty.and_then(|penalty| minute(penalty.awarded)),
            penalty.map(|penalty| penalty.retaken),
            word(placed.foot),
            placed.across_cm,
            placed.height_cm,
            word(placed.side),
            word(placed.keeper_move),
            home(before),
            away(before),
        ])?;
    }
    Ok(())
}

fn write_sheet(connection: &Connection, id: i64, side: Side, sheet: &TeamSheet<Name>) -> rusqlite::Result<()> {
    let mut insert = tables::SHEET.insert(connection)?;
    let mut write = |role: &str, number: i64, name: &Name, since: Option<String>| {
        insert.execute(params![id, side.word(), role, number, name, since]).map(|_| ())
    };
    for (number, name) in (1..).zip(&sheet.starters) {
        write(STARTER, number, name, None)?;
    }
    for (number, (name, since)) in (1..).zip(&sheet.keepers) {
        write(KEEPER, number, name, minute(*since))?;
    }
    sheet.captain.iter().try_for_each(|name| write(CAPTAIN, 1, name, None))?;
    sheet.manager.iter().try_for_each(|name| write(MANAGER, 1, name, None))
}

fn write_people(connection: &Connection, file: i64, people: &[PersonClaim]) -> rusqlite::Result<()> {
    let mut insert = tables::PERSON.insert(connection)?;
    for (id, person) in (next_id(connection, "person")?..).zip(people) {
        let (others, teams) = (list(&person.other_names), list(&person.teams));
        insert.execute(params![id, file, person.name, others, teams, person.sex.word(), date(person.born)])?;
    }
    Ok(())
}

fn write_editions(connection: &Connection, file: i64, editions: &[EditionClaim]) -> rusqlite::Result<()> {
    let mut insert = tables::EDITION.insert(connection)?;
    for (id, edition) in (next_id(connection, "edition")?..).zip(editions) {
        let last_day = date(edition.last_day);
        insert.execute(params![id, file, edition.competition, edition.label, edition.sex.word(), last_day])?;
        write_edition(connection, id, edition)?;
    }
    Ok(())
}

fn write_edition(connection: &Connection, id: i64, edition: &EditionClaim) -> rusqlite::Result<()> {
    let mut insert = tables::HOST.insert(connection)?;
    for (number, country) in (1_i64..).zip(&edition.hosts) {
        insert.execute(params![id, number, country])?;
    }
    let mut insert = tables::STANDING.insert(connection)?;
    for (place, teams) in (1_i64..).zip(&edition.standings) {
        for (number, team) in (1_i64..).zip(teams) {
            insert.execute(params![id, place, number, team])?;
        }
    }
    let mut insert = tables::GROUP.insert(connection)?;
    for (name, groups) in [(DRAWN, &edition.groups), (FINAL_ORDER, &edition.positions)] {
        for (group_number, (label, teams)) in (1_i64..).zip(groups) {
            for (number, team) in (1_i64..).zip(teams) {
                insert.execute(params![id, name, group_number, number, label, team])?;
            }
        }
    }
    let mut insert = tables::MANAGER.insert(connection)?;
    for (number, (team, manager)) in (1_i64..).zip(&edition.managers) {
        insert.execute(params![id, number, team, manager])?;
    }
    let mut insert = tables::CAPTAIN.insert(connection)?;
    for (number, (team, captain)) in (1_i64..).zip(&edition.captains) {
        insert.execute(params![id, number, team, captain])?;
    }
    let mut insert = tables::SQUAD.insert(connection)?;
    for (team_number, (team, players)) in (1_i64..).zip(&edition.squads) {
        for (number, SquadClaim { player, position, club }) in (1_i64..).zip(players) {
            insert.execute(params![id, team_number, number, team, player, word(*position), club])?;
        }
    }
    let mut insert = tables::EDITION_COVERAGE.insert(connection)?;
    for &table in Table::ALL {
        let extent = edition.coverage.of(table);
        if extent != Extent::Unknown {
            insert.execute(params![id, table.word(), extent.word()])?;
        }
    }
    let mut insert = tables::ATTESTED.insert(connection)?;
    for (number, (table, sources)) in (1_i64..).zip(&edition.attested) {
        insert.execute(params![id, number, table.word(), list(sources)])?;
    }
    Ok(())
}
