//! Tables of Joshua C. Fjelstul's World Cup Database: the finals of men and women, one CSV file a table.
//!
//! Every file is read alone; what belongs to one match is joined when files are merged, by date, teams and
//! competition. What must be known of the tables:
//!
//! * Scores include extra time and exclude the shoot-out; the score after ninety minutes is not in them.
//! * A play-off in a group is listed as one more match of the group: the second meeting of two teams in one group.
//! * A goal is listed with the team it counts for, own goals included.
//! * A dismissal for a second caution has one row, with the minute of the *first* caution; so has a caution followed
//!   by a red card (in every such row that can be checked the minute is the caution's). Both give the caution at its
//!   minute and the dismissal without one. Where the caution has a row of its own the minute is the dismissal's.
//! * Kicks of a shoot-out are listed team by team: the order between the teams is a guess, and said to be one.
//! * Substitutions list who went off and who came on, not for whom.
//! * Stages are given with matches only, so that no other table can contradict a replay or a play-off.
//! * Names: `not applicable` as a given name is a player known by one name. Names of China and the Koreas are printed
//!   with the family name first, as their press and ours does; in South Korea's squad of 2022 the two columns are
//!   exchanged, and in Thailand's squads always.
//!
//! Two versions of the tables are around: one writes `1970 FIFA Men's World Cup` and `Mexico vs Soviet Union`, the
//! other `1970 FIFA World Cup` and `Mexico v Soviet Union`.

mod cards;
mod editions;
mod events;
mod kind;
mod line_ups;
mod matches;
mod people;
mod substitutions;
#[cfg(test)]
mod tests;

pub use kind::Kind;

use super::gather::Gather;
use super::table::{Column, CsvTable, Row, Shape};
use super::text;
use crate::claim::{Claims, CoverageClaim, MatchClaim, Name};
use crate::{Clock, Extent, ReadError, Sex, Side, Table};

/// Key of the source.
const SOURCE: &str = "world-cup-database";

/// Teams whose players the press prints with the family name first.
const FAMILY_FIRST: [&str; 4] = ["China", "Chinese Taipei", "North Korea", "South Korea"];

/// A team whose players' given names stand in the column of family names.
const NAMES_EXCHANGED: &str = "Thailand";

/// Reads one table.
///
/// # Errors
/// At the first row that is not one of the table.
pub fn read(kind: Kind, bytes: &[u8]) -> Result<Claims, ReadError> {
    let mut table = CsvTable::open(text(bytes)?, Shape::Exact)?;
    let mut claims = match kind {
        Kind::Matches => matches::read(&mut table),
        Kind::Goals => events::read_goals(&mut table),
        Kind::Bookings => cards::read(&mut table),
        Kind::Substitutions => substitutions::read(&mut table),
        Kind::PenaltyKicks => events::read_kicks(&mut table),
        Kind::PlayerAppearances => line_ups::read_players(&mut table),
        Kind::ManagerAppearances => line_ups::read_managers(&mut table),
        Kind::RefereeAppearances => line_ups::read_referees(&mut table),
        Kind::ManagerAppointments => people::read_managers(&mut table),
        Kind::Squads => people::read_squads(&mut table),
        Kind::Players => people::read_players(&mut table),
        Kind::GroupStandings => editions::read_groups(&mut table),
        Kind::TournamentStandings => editions::read_standings(&mut table),
        Kind::HostCountries => editions::read_hosts(&mut table),
        Kind::Tournaments => editions::read_tournaments(&mut table),
        Kind::Unused => count(&mut table),
    }?;
    claims.source = SOURCE.into();
    claims.rows = table.rows();
    Ok(claims)
}

/// Reads a table without use for the record: its rows only have to be rows.
fn count(table: &mut CsvTable<'_>) -> Result<Claims, ReadError> {
    while table.next_row()?.is_some() {}
    Ok(Claims::default())
}

/// An edition as `tournament_name` tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Edition<'r> {
    label: &'r str,
    sex: Sex,
}

impl<'r> Edition<'r> {
    const EXPECTED: &'static str = "`YEAR FIFA Men's World Cup` or `YEAR FIFA Women's World Cup`";

    fn read(name: &'r str) -> Option<Self> {
        let (label, name) = name.split_once(' ')?;
        let is_year = label.len() == 4 && label.bytes().all(|byte| byte.is_ascii_digit());
        let sex = match name {
            "FIFA Men's World Cup" | "FIFA World Cup" => Sex::Men,
            "FIFA Women's World Cup" => Sex::Women,
            _ => return None,
        };
        is_year.then_some(Self { label, sex })
    }

    const fn competition(self) -> &'static str {
        match self.sex {
            Sex::Men => "World Cup",
            Sex::Women => "Women's World Cup",
        }
    }
}

/// The column of the edition, and the editions met in it.
struct Editions {
    column: Column,
    met: Gather<(Box<str>, Sex), ()>,
}

impl Editions {
    fn of(table: &CsvTable<'_>) -> Result<Self, ReadError> {
        Ok(Self { column: table.column("tournament_name")?, met: Gather::new() })
    }

    fn read<'r>(&mut self, row: Row<'r>) -> Result<Edition<'r>, ReadError> {
        let edition = row.parsed(&self.column, Edition::EXPECTED, Edition::read)?;
        let is = |known: &(Box<str>, Sex)| *known.0 == *edition.label && known.1 == edition.sex;
        self.met.add(is, || (edition.label.into(), edition.sex), || (), |()| ());
        Ok(edition)
    }

    /// Says of every edition met how far some tables reach.
    fn coverage(&self, tables: &[(Table, Extent)]) -> Vec<CoverageClaim> {
        let claims = self.met.keys().flat_map(|(label, sex)| {
            tables.iter().map(|&(table, extent)| CoverageClaim {
                competition: Some(Edition { label, sex: *sex }.competition().into()),
                edition: Some(label.clone()),
                table,
                extent,
            })
        });
        claims.collect()
    }

    /// Says of every edition met that some tables are whole.
    fn complete(&self, tables: &[Table]) -> Vec<CoverageClaim> {
        self.coverage(&tables.iter().map(|&table| (table, Extent::Complete)).collect::<Vec<_>>())
    }
}

/// The columns by which tables other than `matches.csv` name a match, and the claims they make of it.
struct OfMatch {
    editions: Editions,
    id: Column,
    name: Column,
    date: Column,
    claims: Gather<Box<str>, MatchClaim>,
}

impl OfMatch {
    fn of(table: &CsvTable<'_>) -> Result<Self, ReadError> {
        Ok(Self {
            editions: Editions::of(table)?,
            id: table.column("match_id")?,
            name: table.column("match_name")?,
            date: table.column("match_date")?,
            claims: Gather::new(),
        })
    }

    /// Adds what a row says to the claim of its match.
    fn add(&mut self, row: Row<'_>, add: impl FnOnce(&mut MatchClaim)) -> Result<(), ReadError> {
        let edition = self.editions.read(row)?;
        let id = row.filled(&self.id)?;
        let (home, away) = row.parsed(&self.name, "two teams as `Mexico vs Italy`", |name| {
            name.split_once(" vs ").or_else(|| name.split_once(" v "))
        })?;
        let date = row.date(&self.date)?;
        let begin = || MatchClaim {
            line: row.line(),
            external_id: Some(id.into()),
            competition: edition.competition().into(),
            edition: edition.label.into(),
            sex: edition.sex,
            date: Some(date),
            home: home.into(),
            away: away.into(),
            ..MatchClaim::default()
        };
        self.claims.add_to(id, begin, add);
        Ok(())
    }
}

/// The column telling whether a row is of the side listed first.
struct SideColumn(Column);

impl SideColumn {
    fn of(table: &CsvTable<'_>) -> Result<Self, ReadError> {
        table.column("home_team").map(Self)
    }

    fn read(&self, row: Row<'_>) -> Result<Side, ReadError> {
        Ok(if row.flag(&self.0)? { Side::Home } else { Side::Away })
    }
}

/// The columns of a person's name.
struct NameColumns {
    family: Column,
    given: Column,
    /// The team, or the country of a manager or referee.
    from: Column,
}

impl NameColumns {
    fn of(table: &CsvTable<'_>, from: &str) -> Result<Self, ReadError> {
        Ok(Self { family: table.column("family_name")?, given: table.column("given_name")?, from: table.column(from)? })
    }

    fn read(&self, row: Row<'_>) -> Result<Name, ReadError> {
        let family = row.filled(&self.family)?;
        let Some(given) = known(row.text(&self.given)) else { return Ok(family.into()) };
        let from = row.text(&self.from);
        // A hyphen tells a Korean given name.
        let exchanged = family.contains('-') && !given.contains('-');
        let family_first = FAMILY_FIRST.contains(&from) && !exchanged || from == NAMES_EXCHANGED;
        Ok(if family_first { format!("{family} {given}") } else { format!("{given} {family}") }.into())
    }
}

/// The columns of a minute.
struct ClockColumns {
    regulation: Column,
    stoppage: Column,
}

impl ClockColumns {
    fn of(table: &CsvTable<'_>) -> Result<Self, ReadError> {
        Ok(Self { regulation: table.column("minute_regulation")?, stoppage: table.column("minute_stoppage")? })
    }

    fn read(&self, row: Row<'_>) -> Result<Option<Clock>, ReadError> {
        if known(row.text(&self.regulation)).is_none() {
            return Ok(None);
        }
        let minute = row.number(&self.regulation, "a minute from 1 to 120")?;
        let added = row.number(&self.stoppage, "minutes of added time, 0 for none")?;
        let clock = Clock::with_added(minute, added)
            .map_err(|error| row.error(if added == 0 { &self.regulation } else { &self.stoppage }, error))?;
        Ok(Some(clock))
    }
}

/// A field that says something.
fn known(text: &str) -> Option<&str> {
    (!matches!(text, "" | "not applicable" | "not available")).then_some(text)
}
