//! Tables that tell of an edition as a whole: `group_standings.csv`, `tournament_standings.csv`, `host_countries.csv`
//! and `tournaments.csv`.

use super::{Edition, Editions, known};
use crate::claim::{Claims, EditionClaim};
use crate::read::gather::Gather;
use crate::read::table::{Column, CsvTable, Row};
use crate::{ReadError, Stage};

/// The claims a table makes of editions.
pub(super) struct EditionClaims {
    pub(super) editions: Editions,
    claims: Gather<Box<str>, EditionClaim>,
}

impl EditionClaims {
    pub(super) fn of(table: &CsvTable<'_>) -> Result<Self, ReadError> {
        Ok(Self { editions: Editions::of(table)?, claims: Gather::new() })
    }

    /// Adds what a row says to the claim of its edition.
    pub(super) fn add(&mut self, row: Row<'_>, add: impl FnOnce(&mut EditionClaim)) -> Result<(), ReadError> {
        let name = row.text(&self.editions.column);
        let Edition { label, sex } = self.editions.read(row)?;
        let begin = || EditionClaim {
            competition: Edition { label, sex }.competition().into(),
            label: label.into(),
            sex,
            ..EditionClaim::default()
        };
        self.claims.add_to(name, begin, add);
        Ok(())
    }

    /// Adds to the claim of an edition met before, by its name in the table.
    pub(super) fn add_to(&mut self, name: &str, add: impl FnOnce(&mut EditionClaim)) {
        self.claims.add_to(name, EditionClaim::default, add);
    }

    pub(super) fn into_claims(self) -> impl Iterator<Item = EditionClaim> {
        self.claims.into_things()
    }
}

/// Teams with their places in the order of the file, put in order.
#[derive(Default)]
struct Ranking(Vec<(u8, Box<str>)>);

impl Ranking {
    fn add(&mut self, place: u8, team: &str) {
        self.0.push((place, team.into()));
    }

    /// Best first; teams sharing a place together.
    fn into_places(mut self) -> Vec<Vec<Box<str>>> {
        self.0.sort_by_key(|&(place, _)| place);
        let chunks = self.0.chunk_by(|one, other| one.0 == other.0);
        chunks.map(|chunk| chunk.iter().map(|(_, team)| team.clone()).collect()).collect()
    }
}

fn place(row: Row<'_>, column: &Column) -> Result<u8, ReadError> {
    row.number(column, "a place, 1 for the best")
}

pub(super) fn read_groups(table: &mut CsvTable<'_>) -> Result<Claims, ReadError> {
    let mut claims = EditionClaims::of(table)?;
    let (position, team) = (table.column("position")?, table.column("team_name")?);
    let (stage, group) = (table.column("stage_name")?, table.column("group_name")?);
    let mut rankings: Gather<(Box<str>, Box<str>), Ranking> = Gather::new();
    while let Some(row) = table.next_row()? {
        let (place, team) = (place(row, &position)?, row.filled(&team)?);
        let label = match known(row.text(&group)) {
            Some(_) => row.parsed(&group, "a group as `Group A`", |name| Stage::read(name)?.group)?,
            // The final pool of 1950 has no letter.
            None => row.parsed(&stage, "a stage of a World Cup", |name| Some(Stage::read(name)?.kind.name().into()))?,
        };
        let edition = row.text(&claims.editions.column);
        claims.add(row, |_| ())?;
        let key = || (edition.into(), label.clone());
        let is = |known: &(Box<str>, Box<str>)| *known.0 == *edition && known.1 == label;
        rankings.add(is, key, Ranking::default, |ranking| ranking.add(place, team));
    }
    for ((edition, label), ranking) in rankings.into_items() {
        let teams: Vec<Box<str>> = ranking.into_places().into_iter().flatten().collect();
        claims.add_to(&edition, |claim| claim.positions.push((label, teams)));
    }
    Ok(Claims { editions: claims.into_claims().collect(), ..Claims::default() })
}

pub(super) fn read_standings(table: &mut CsvTable<'_>) -> Result<Claims, ReadError> {
    let mut claims = EditionClaims::of(table)?;
    let (position, team) = (table.column("position")?, table.column("team_name")?);
    let mut rankings: Gather<Box<str>, Ranking> = Gather::new();
    while let Some(row) = table.next_row()? {
        let (place, team) = (place(row, &position)?, row.filled(&team)?);
        let edition = row.text(&claims.editions.column);
        claims.add(row, |_| ())?;
        rankings.add_to(edition, Ranking::default, |ranking| ranking.add(place, team));
    }
    for (edition, ranking) in rankings.into_items() {
        let places = ranking.into_places();
        claims.add_to(&edition, |claim| claim.standings = places);
    }
    Ok(Claims { editions: claims.into_claims().collect(), ..Claims::default() })
}

pub(super) fn read_hosts(table: &mut CsvTable<'_>) -> Result<Claims, ReadError> {
    let mut claims = EditionClaims::of(table)?;
    let team = table.column("team_name")?;
    while let Some(row) = table.next_row()? {
        let team = row.filled(&team)?;
        claims.add(row, |claim| claim.hosts.push(team.into()))?;
    }
    Ok(Claims { editions: claims.into_claims().collect(), ..Claims::default() })
}

/// Last days. The hosts are listed better in a table of their own (`Korea, Japan` here), the winners too.
pub(super) fn read_tournaments(table: &mut CsvTable<'_>) -> Result<Claims, ReadError> {
    let mut claims = EditionClaims::of(table)?;
    let end = table.column("end_date")?;
    while let Some(row) = table.next_row()? {
        let last_day = row.date(&end)?;
        claims.add(row, |claim| claim.last_day = Some(last_day))?;
    }
    Ok(Claims { editions: claims.into_claims().collect(), ..Claims::default() })
}
