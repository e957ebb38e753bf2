//! Reads the claims of one file back from the tables of the store.

use rusqlite::{CachedStatement, Connection, Params};

use super::columns::Columns;
use super::tables::{self, Layout};
use super::write_claims::{CAPTAIN, DRAWN, KEEPER, MANAGER, STARTER};
use crate::claim::{
    Claims, CoverageClaim, DisputeClaim, EditionClaim, MatchClaim, Name, PersonClaim, Skipped, SquadClaim, VenueClaim,
    event,
};
use crate::words::EventWord;
use crate::{Clock, Event, EventKind, Kick, KickOff, Odds, Penalty, Score, ShootOut, Side, Sources, Stage, TeamSheet};

/// Everything the file `file` claims; `source` and `rows` stand with the file.
pub(super) fn read(connection: &Connection, file: i64, source: Box<str>, rows: usize) -> rusqlite::Result<Claims> {
    let mut claims = Claims { source, rows, ..Claims::default() };
    read_matches(connection, file, &mut claims.matches)?;
    each(tables::PERSON.of_file(connection)?, [file], |mut columns| {
        let (_id, _file): (i64, i64) = (columns.take()?, columns.take()?);
        claims.people.push(PersonClaim {
            name: columns.take()?,
            other_names: columns.list()?,
            teams: columns.list()?,
            sex: columns.word()?,
            born: columns.date()?,
        });
        Ok(())
    })?;
    read_editions(connection, file, &mut claims.editions)?;
    each(tables::COVERAGE.of_file(connection)?, [file], |mut columns| {
        let (_file, _number): (i64, i64) = (columns.take()?, columns.take()?);
        claims.coverage.push(CoverageClaim {
            competition: columns.take()?,
            edition: columns.take()?,
            table: columns.word()?,
            extent: columns.word()?,
        });
        Ok(())
    })?;
    each(tables::SKIPPED.of_file(connection)?, [file], |mut columns| {
        let (_file, _number): (i64, i64) = (columns.take()?, columns.take()?);
        claims.skipped.push(Skipped { line: columns.take()?, reason: columns.take()? });
        Ok(())
    })?;
    Ok(claims)
}

/// Hands over every row of a statement.
fn each(
    mut statement: CachedStatement<'_>,
    params: impl Params,
    mut take: impl FnMut(Columns<'_>) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    let mut rows = statement.query(params)?;
    while let Some(row) = rows.next()? {
        take(Columns::of(row))?;
    }
    Ok(())
}

/// Things numbered one after another, whose parts stand in other tables.
struct Numbered<'t, T> {
    first: i64,
    list: &'t mut [T],
}

impl<'t, T> Numbered<'t, T> {
    fn new(first: Option<i64>, list: &'t mut [T]) -> Self {
        Self { first: first.unwrap_or(0), list }
    }

    /// First and last number; a range with nothing in it for an empty list.
    fn range(&self) -> [i64; 2] {
        [self.first, self.first + i64::try_from(self.list.len()).unwrap_or(i64::MAX) - 1]
    }

    /// Adds every row of a table to the thing it belongs to.
    fn fill(
        &mut self,
        connection: &Connection,
        layout: &Layout,
        mut add: impl FnMut(&mut T, Columns<'_>) -> rusqlite::Result<()>,
    ) -> rusqlite::Result<()> {
        each(layout.of_range(connection)?, self.range(), |mut columns| {
            let owner: i64 = columns.take()?;
            match usize::try_from(owner - self.first).ok().and_then(|index| self.list.get_mut(index)) {
                Some(thing) => add(thing, columns),
                None => Ok(()),
            }
        })
    }
}

fn read_matches(connection: &Connection, file: i64, matches: &mut Vec<MatchClaim>) -> rusqlite::Result<()> {
    let mut first = None;
    each(tables::MATCH.of_file(connection)?, [file], |mut columns| {
        let id: i64 = columns.take()?;
        first = first.or(Some(id));
        matches.push(read_match(columns)?);
        Ok(())
    })?;
    let mut matches = Numbered::new(first, matches);
    matches.fill(connection, &tables::EVENT, |claim, columns| {
        claim.events.push(read_event(columns)?);
        Ok(())
    })?;
    matches.fill(connection, &tables::KICK, |claim, mut columns| {
        let _number: i64 = columns.take()?;
        claim.kicks.push(Kick {
            side: columns.word()?,
            taker: columns.take()?,
            keeper: columns.take()?,
            outcome: columns.word()?,
            placement: columns.placement()?,
            sources: Sources::NONE,
        });
        Ok(())
    })?;
    matches.fill(connection, &tables::SHEET, |claim, columns| read_sheet(&mut claim.sheets, columns))?;
    matches.fill(connection, &tables::ODDS, |claim, mut columns| {
        let _number: i64 = columns.take()?;
        claim.odds.push(Odds {
            bookmaker: columns.take()?,
            closing: columns.take()?,
            prices: [columns.take()?, columns.take()?, columns.take()?],
        });
        Ok(())
    })?;
    matches.fill(connection, &tables::DISPUTE, |claim, mut columns| {
        let _number: i64 = columns.take()?;
        claim.disputes.push(DisputeClaim { about: columns.take()?, other: columns.take()?, sources: columns.list()? });
        Ok(())
    })
}

fn read_match(mut columns: Columns<'_>) -> rusqlite::Result<MatchClaim> {
    let _file: i64 = columns.take()?;
    let mut claim = MatchClaim {
        line: columns.take()?,
        external_id: columns.take()?,
        competition: columns.take()?,
        edition: columns.take()?,
        kind: columns.word()?,
        sex: columns.word()?,
        date: columns.date()?,
        ..MatchClaim::default()
    };
    let (time, offset) = (columns.time()?, columns.take()?);
    claim.kick_off = time.and_then(|(hour, minute)| KickOff::new(hour, minute, offset));
    let (kind, group, tie) = (columns.maybe()?, columns.take()?, columns.maybe()?);
    claim.stage = kind.map(|kind| Stage { kind, group, tie: tie.unwrap_or_default() });
    claim.matchday = columns.take()?;
    claim.home = columns.take()?;
    claim.away = columns.take()?;
    let venue = VenueClaim { stadium: columns.take()?, city: columns.take()?, country: columns.take()? };
    claim.venue = (venue != VenueClaim::default()).then_some(venue);
    claim.ground = columns.word()?;
    claim.status = columns.maybe()?;
    claim.score = Score {
        half_time: columns.goals()?,
        full_time: columns.goals()?,
        extra_time: columns.goals()?,
        end: columns.goals()?,
        extra_time_rule: columns.word()?,
        shoot_out: None,
    };
    let winner: Option<Side> = columns.maybe()?;
    let (score, first) = (columns.goals()?, columns.maybe()?);
    claim.score.shoot_out = winner.map(|winner| ShootOut { score, winner, first });
    claim.given_to = columns.maybe()?;
    claim.kick_order_guessed = columns.take()?;
    claim.referee = columns.take()?;
    claim.attendance = columns.take()?;
    claim.class = columns.maybe()?;
    Ok(claim)
}

fn read_event(mut columns: Columns<'_>) -> rusqlite::Result<Event<Name>> {
    let _number: i64 = columns.take()?;
    let (clock, side) = (columns.minute()?, columns.word()?);
    let kind = columns.word()?;
    let player = columns.take()?;
    let (on, bench): (Option<Name>, Option<bool>) = (columns.take()?, columns.take()?);
    let kind = match kind {
        EventWord::Goal => EventKind::Goal,
        EventWord::OwnGoal => EventKind::OwnGoal,
        EventWord::Card(card) => EventKind::Card { card, bench: bench.unwrap_or_default() },
        EventWord::Substitution => EventKind::Substitution { on },
        EventWord::Penalty => EventKind::Penalty(Penalty {
            outcome: columns.word()?,
            keeper: columns.take()?,
            awarded: columns.minute()?,
            retaken: columns.take::<Option<bool>>()?.unwrap_or_default(),
            placement: columns.placement()?,
            score_before: columns.goals()?,
        }),
    };
    Ok(event(clock, side, kind, player))
}

fn read_sheet(sheets: &mut [TeamSheet<Name>; 2], mut columns: Columns<'_>) -> rusqlite::Result<()> {
    let side: Side = columns.word()?;
    let role: Box<str> = columns.take()?;
    let _number: i64 = columns.take()?;
    let name: Name = columns.take()?;
    let since: Option<Clock> = columns.minute()?;
    let [home, away] = sheets;
    let sheet = match side {
        Side::Home => home,
        Side::Away => away,
    };
    match &*role {
        STARTER => sheet.starters.push(name),
        KEEPER => sheet.keepers.push((name, since)),
        CAPTAIN => sheet.captain = Some(name),
        MANAGER => sheet.manager = Some(name),
        _ => {}
    }
    Ok(())
}

fn read_editions(connection: &Connection, file: i64, editions: &mut Vec<EditionClaim>) -> rusqlite::Result<()> {
    let mut first = None;
    each(tables::EDITION.of_file(connection)?, [file], |mut columns| {
        let id: i64 = columns.take()?;
        let _file: i64 = columns.take()?;
        first = first.or(Some(id));
        editions.push(EditionClaim {
            competition: columns.take()?,
            label: columns.take()?,
            sex: columns.word()?,
            last_day: columns.date()?,
            ..EditionClaim::default()
        });
        Ok(())
    })?;
    let mut editions = Numbered::new(first, editions);
    editions.fill(connection, &tables::HOST, |edition, mut columns| {
        let _number: i64 = columns.take()?;
        edition.hosts.push(columns.take()?);
        Ok(())
    })?;
    editions.fill(connection, &tables::STANDING, |edition, mut columns| {
        let (place, _number): (u16, i64) = (columns.take()?, columns.take()?);
        let place = usize::from(place);
        if edition.standings.len() < place {
            edition.standings.resize_with(place, Vec::new);
        }
        if let Some(shared) = place.checked_sub(1).and_then(|index| edition.standings.get_mut(index)) {
            shared.push(columns.take()?);
        }
        Ok(())
    })?;
    editions.fill(connection, &tables::GROUP, |edition, mut columns| {
        let list: Box<str> = columns.take()?;
        let (_group, number): (i64, i64) = (columns.take()?, columns.take()?);
        let groups = if *list == *DRAWN { &mut edition.groups } else { &mut edition.positions };
        add(groups, number, columns.take()?, columns.take()?);
        Ok(())
    })?;
    editions.fill(connection, &tables::MANAGER, |edition, mut columns| {
        let _number: i64 = columns.take()?;
        edition.managers.push((columns.take()?, columns.take()?));
        Ok(())
    })?;
    editions.fill(connection, &tables::CAPTAIN, |edition, mut columns| {
        let _number: i64 = columns.take()?;
        edition.captains.push((columns.take()?, columns.take()?));
        Ok(())
    })?;
    editions.fill(connection, &tables::SQUAD, |edition, mut columns| {
        let (_team, number): (i64, i64) = (columns.take()?, columns.take()?);
        let team = columns.take()?;
        let player = SquadClaim { player: columns.take()?, position: columns.maybe()?, club: columns.take()? };
        add(&mut edition.squads, number, team, player);
        Ok(())
    })?;
    editions.fill(connection, &tables::EDITION_COVERAGE, |edition, mut columns| {
        edition.coverage.set(columns.word()?, columns.word()?);
        Ok(())
    })?;
    editions.fill(connection, &tables::ATTESTED, |edition, mut columns| {
        let _number: i64 = columns.take()?;
        edition.attested.push((columns.word()?, columns.list()?));
        Ok(())
    })
}

/// Adds an item to the last list; its first item opens a list under `label`.
fn add<T>(lists: &mut Vec<(Box<str>, Vec<T>)>, number: i64, label: Box<str>, item: T) {
    match lists.last_mut() {
        Some((_, list)) if number > 1 => list.push(item),
        _ => lists.push((label, vec![item])),
    }
}
