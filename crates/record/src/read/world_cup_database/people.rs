//! Tables of people: `squads.csv`, `manager_appointments.csv` and `players.csv`.

use std::collections::BTreeMap;

use super::editions::EditionClaims;
use super::{Edition, NameColumns, known};
use crate::claim::{Claims, CoverageClaim, EditionClaim, Name, PersonClaim, SquadClaim, SquadList};
use crate::read::gather::Gather;
use crate::read::table::CsvTable;
use crate::{Extent, Position, ReadError, Sex, Table, fold};

/// A team and its players.
type Squad = (Box<str>, SquadList);

pub(super) fn read_squads(table: &mut CsvTable<'_>) -> Result<Claims, ReadError> {
    let mut claims = EditionClaims::of(table)?;
    let (team, position) = (table.column("team_name")?, table.column("position_code")?);
    let player = NameColumns::of(table, "team_name")?;
    let mut squads: Gather<(Box<str>, Box<str>), Squad> = Gather::new();
    while let Some(row) = table.next_row()? {
        let (name, team) = (player.read(row)?, row.filled(&team)?);
        let position = match known(row.text(&position)) {
            Some(_) => Some(row.parsed(&position, "GK, DF, MF or FW", Position::read)?),
            None => None,
        };
        let edition = row.text(&claims.editions.column);
        claims.add(row, |_| ())?;
        squads.add(
            |known| *known.0 == *edition && *known.1 == *team,
            || (edition.into(), team.into()),
            || (team.into(), Vec::new()),
            |squad| squad.1.push(SquadClaim { player: name, position, club: None }),
        );
    }
    let coverage = claims.editions.complete(&[Table::Squads]);
    for ((edition, _), squad) in squads.into_items() {
        claims.add_to(&edition, |claim| claim.squads.push(squad));
    }
    Ok(Claims { editions: claims.into_claims().collect(), coverage, ..Claims::default() })
}

pub(super) fn read_managers(table: &mut CsvTable<'_>) -> Result<Claims, ReadError> {
    let mut claims = EditionClaims::of(table)?;
    let (team, manager) = (table.column("team_name")?, NameColumns::of(table, "country_name")?);
    while let Some(row) = table.next_row()? {
        let (name, team) = (manager.read(row)?, row.filled(&team)?);
        claims.add(row, |claim: &mut EditionClaim| claim.managers.push((team.into(), name)))?;
    }
    Ok(Claims { editions: claims.into_claims().collect(), ..Claims::default() })
}

/// Dates of birth. The table names no team, so the order of a name's parts is taken from the title of the player's
/// encyclopaedia page; a title that is neither order is another spelling.
pub(super) fn read_players(table: &mut CsvTable<'_>) -> Result<Claims, ReadError> {
    let (family, given) = (table.column("family_name")?, table.column("given_name")?);
    let (born, female) = (table.column("birth_date")?, table.column("female")?);
    let (tournaments, link) = (table.optional("list_tournaments"), table.optional("player_wikipedia_link"));
    let mut claims = Claims::default();
    let mut births: BTreeMap<(Sex, Box<str>), Extent> = BTreeMap::new();
    while let Some(row) = table.next_row()? {
        let sex = if row.flag(&female)? { Sex::Women } else { Sex::Men };
        let born = match known(row.text(&born)) {
            Some(_) => Some(row.date(&born)?),
            None => None,
        };
        let extent = if born.is_some() { Extent::Complete } else { Extent::Partial };
        for year in tournaments.iter().flat_map(|column| row.text(column).split(", ")).filter_map(known) {
            let known = births.entry((sex, year.into())).or_insert(extent);
            *known = extent.min(*known);
        }
        let title = link.as_ref().and_then(|column| page_title(row.text(column)));
        let (name, other) = name_by_title(row.filled(&family)?, known(row.text(&given)), title);
        claims.people.push(PersonClaim {
            name,
            other_names: other.into_iter().collect(),
            sex,
            born,
            teams: Vec::new(),
        });
    }
    claims.coverage = births
        .into_iter()
        .map(|((sex, label), extent)| CoverageClaim {
            competition: Some(Edition { label: &label, sex }.competition().into()),
            edition: Some(label.clone()),
            table: Table::Births,
            extent,
        })
        .collect();
    Ok(claims)
}

/// The name as printed, and another spelling.
fn name_by_title(family: &str, given: Option<&str>, title: Option<String>) -> (Name, Option<Name>) {
    let Some(given) = given else {
        return (family.into(), title.filter(|title| fold(title) != fold(family)).map(Into::into));
    };
    let (usual, family_first) = (format!("{given} {family}"), format!("{family} {given}"));
    match title.map(|title| (fold(&title), title)) {
        Some((folded, _)) if folded == fold(&family_first) => (family_first.into(), None),
        Some((folded, title)) if folded != fold(&usual) => (usual.into(), Some(title.into())),
        _ => (usual.into(), None),
    }
}

/// The title of the page a link leads to, without what tells namesakes apart.
fn page_title(link: &str) -> Option<String> {
    let (_, page) = link.split_once("/wiki/")?;
    let (page, _) = page.split_once('#').unwrap_or((page, ""));
    let mut bytes = Vec::with_capacity(page.len());
    let mut rest = page.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'_' => b' ',
            b'%' => {
                let mut digit = || char::from(rest.next()?).to_digit(16);
                u8::try_from(digit()? * 16 + digit()?).ok()?
            }
            _ => byte,
        });
    }
    let title = String::from_utf8(bytes).ok()?;
    let (title, _) = title.split_once(" (").unwrap_or((&title, ""));
    (!title.is_empty()).then(|| title.to_owned())
}
