//! Seasons of football-data.co.uk: results, half-times, referees and bookmakers' prices, one CSV file a division and
//! season.
//!
//! * Dates are `16/08/08`, `16/08/2008` or either with hyphens. The season is that of the first match of a division in
//!   the file: a match from June on opens `2008/09`, so a season that ran into July keeps its name.
//! * Times of day are British, and kept for British divisions only.
//! * Files are edited by hand: bytes may be Windows-1252, rows and columns at the end may be blank.
//! * Prices come in columns of three, `B365H`, `B365D`, `B365A`.

mod odds;

use std::borrow::Cow;
use std::collections::HashSet;

use jiff::civil::Date;

use super::gather::Gather;
use super::scan::of_football;
use super::table::{Column, CsvTable, Row, Shape};
use super::{header_has, text};
use crate::claim::{Claims, CoverageClaim, MatchClaim};
use crate::{Extent, Goals, Ground, KickOff, Place, ReadError, Score, Side, Status, Table, TeamKind};

/// Key of the source.
const SOURCE: &str = "football-data";

/// Divisions by code, and whether their times of day are local.
const DIVISIONS: [(&str, &str, bool); 22] = [
    ("E0", "Premier League", true),
    ("E1", "Championship", true),
    ("E2", "League One", true),
    ("E3", "League Two", true),
    ("EC", "National League", true),
    ("SC0", "Scottish Premiership", true),
    ("SC1", "Scottish Championship", true),
    ("SC2", "Scottish League One", true),
    ("SC3", "Scottish League Two", true),
    ("D1", "Bundesliga", false),
    ("D2", "2. Bundesliga", false),
    ("I1", "Serie A", false),
    ("I2", "Serie B", false),
    ("SP1", "La Liga", false),
    ("SP2", "Segunda División", false),
    ("F1", "Ligue 1", false),
    ("F2", "Ligue 2", false),
    ("N1", "Eredivisie", false),
    ("B1", "Belgian Pro League", false),
    ("P1", "Primeira Liga", false),
    ("T1", "Süper Lig", false),
    ("G1", "Super League Greece", false),
];

/// Longest a season may last, in days. That of 2019/20, the longest, took 359.
const LONGEST_SEASON: i32 = 400;

/// Whether a header is that of a season.
#[must_use]
pub fn looks_like(header: &str) -> bool {
    header_has(header, &["Div", "Date", "HomeTeam", "AwayTeam", "FTHG", "FTAG"])
}

struct Columns {
    division: Column,
    date: Column,
    time: Option<Column>,
    home: Column,
    away: Column,
    full_time: [Column; 2],
    full_time_result: Option<Column>,
    half_time: Option<[Column; 2]>,
    half_time_result: Option<Column>,
    attendance: Option<Column>,
    referee: Option<Column>,
    prices: Vec<odds::Prices>,
}

impl Columns {
    fn of(table: &CsvTable<'_>) -> Result<Self, ReadError> {
        Ok(Self {
            division: table.column("Div")?,
            date: table.column("Date")?,
            time: table.optional("Time"),
            home: table.column("HomeTeam")?,
            away: table.column("AwayTeam")?,
            full_time: [table.column("FTHG")?, table.column("FTAG")?],
            full_time_result: table.optional("FTR"),
            half_time: table.optional("HTHG").zip(table.optional("HTAG")).map(|(home, away)| [home, away]),
            half_time_result: table.optional("HTR"),
            attendance: table.optional("Attendance"),
            referee: table.optional("Referee"),
            prices: odds::Prices::of(table),
        })
    }
}

/// A division of the file: its code, where its matches are, and what it takes to judge whether it is whole.
#[derive(Default)]
struct Division {
    matches: Vec<usize>,
    days: Option<(Date, Date)>,
    teams: HashSet<Box<str>>,
}

/// Reads a season.
///
/// # Errors
/// At the first row that is not a match of a known division or whose results contradict its scores, and if the rows
/// of a division are of more than one season.
pub fn read(bytes: &[u8]) -> Result<Claims, ReadError> {
    let decoded = decode(bytes)?;
    let mut table = CsvTable::open(&decoded, Shape::Ragged)?;
    let columns = Columns::of(&table)?;
    let mut claims = Claims { source: SOURCE.into(), ..Claims::default() };
    let mut divisions: Gather<Box<str>, Division> = Gather::new();
    let mut blank = 0;
    while let Some(row) = table.next_row()? {
        if row.is_blank() {
            blank += 1;
            continue;
        }
        let claim = read_match(row, &columns)?;
        let index = claims.matches.len();
        divisions.add_to(&claim.competition, Division::default, |division| {
            division.matches.push(index);
            for team in [&claim.home, &claim.away] {
                if !division.teams.contains(team) {
                    division.teams.insert(team.clone());
                }
            }
            if let Some(date) = claim.date {
                let (first, last) = division.days.unwrap_or((date, date));
                division.days = Some((first.min(date), last.max(date)));
            }
        });
        claims.matches.push(claim);
    }
    claims.rows = table.rows() - blank;
    for (competition, division) in divisions.into_items() {
        let season = division.season(&competition)?;
        for &index in &division.matches {
            if let Some(claim) = claims.matches.get_mut(index) {
                claim.edition = season.as_str().into();
            }
        }
        claims.coverage.extend(division.coverage(&claims.matches, &competition, &season));
    }
    Ok(claims)
}

impl Division {
    /// `2008/09`.
    fn season(&self, competition: &str) -> Result<String, ReadError> {
        let Some((first, last)) = self.days else { return Ok(String::new()) };
        if first.until(last).map_or(i32::MAX, |span| span.get_days()) > LONGEST_SEASON {
            let problem = format!("matches of {competition} from {first} to {last}");
            return Err(ReadError::new(Place::default(), problem, "the matches of one season")
                .with_hint("split the file into one file a season"));
        }
        let year = if first.month() >= 6 { first.year() } else { first.year() - 1 };
        Ok(format!("{year}/{:02}", (year + 1).rem_euclid(100)))
    }

    /// How far the tables reach. Results are whole when every team has been at home to every other once; of a season
    /// with another mode nobody can tell.
    fn coverage(&self, matches: &[MatchClaim], competition: &str, season: &str) -> Vec<CoverageClaim> {
        let teams = self.teams.len();
        let whole = self.matches.len() == teams * teams.saturating_sub(1);
        let of = |table, has: &dyn Fn(&MatchClaim) -> bool| {
            let count = self.matches.iter().filter_map(|&index| matches.get(index)).filter(|claim| has(claim)).count();
            let extent = match count {
                0 => Extent::None,
                count if count == self.matches.len() && whole => Extent::Complete,
                _ => Extent::Partial,
            };
            CoverageClaim { competition: Some(competition.into()), edition: Some(season.into()), table, extent }
        };
        vec![
            of(Table::Results, &|claim| claim.status == Some(Status::Played)),
            of(Table::HalfTimes, &|claim| claim.score.half_time.is_some()),
            of(Table::Attendances, &|claim| claim.attendance.is_some()),
            of(Table::Referees, &|claim| claim.referee.is_some()),
            of(Table::Odds, &|claim| !claim.odds.is_empty()),
        ]
    }
}

fn read_match(row: Row<'_>, columns: &Columns) -> Result<MatchClaim, ReadError> {
    let codes = DIVISIONS.map(|(code, ..)| code);
    let division = row.text(&columns.division);
    let (_, competition, local) = *DIVISIONS.iter().find(|(code, ..)| *code == division).ok_or_else(|| {
        row.error(&columns.division, format_args!("the code of a division, one of {}", codes.join(", ")))
    })?;
    let (home, away) = (row.filled(&columns.home)?, row.filled(&columns.away)?);
    if home == away {
        return Err(row.error(&columns.away, "another team than HomeTeam"));
    }
    let kick_off = match &columns.time {
        Some(time) if local && !row.text(time).is_empty() => {
            Some(row.parsed(time, "a time of day as 15:00", |text| KickOff::read(text, None))?)
        }
        _ => None,
    };
    let attendance = match &columns.attendance {
        Some(column) if !matches!(row.text(column), "" | "NA") => {
            Some(row.number(column, "a number of spectators")?).filter(|&spectators: &u32| spectators > 0)
        }
        _ => None,
    };
    let score = read_score(row, columns)?;
    Ok(MatchClaim {
        line: row.line(),
        competition: competition.into(),
        kind: TeamKind::Club,
        date: Some(row.parsed(&columns.date, "a date as DD/MM/YY or DD/MM/YYYY", read_date)?),
        kick_off,
        home: home.into(),
        away: away.into(),
        ground: Ground::HomeOf(Side::Home),
        status: Some(if score.end.is_some() { Status::Played } else { Status::Scheduled }),
        score,
        referee: columns
            .referee
            .as_ref()
            .map(|column| row.text(column))
            .filter(|name| !name.is_empty())
            .map(plain_name),
        attendance,
        odds: odds::read(row, &columns.prices)?,
        ..MatchClaim::default()
    })
}

fn read_score(row: Row<'_>, columns: &Columns) -> Result<Score, ReadError> {
    let goals = |[home, away]: &[Column; 2]| -> Result<Option<Goals>, ReadError> {
        if row.text(home).is_empty() && row.text(away).is_empty() {
            return Ok(None);
        }
        let expected = "a number of goals up to 255";
        Ok(Some(Goals::new(row.number(home, expected)?, row.number(away, expected)?)))
    };
    let mut score = goals(&columns.full_time)?.map_or_else(Score::default, Score::after_ninety);
    if let Some(columns) = &columns.half_time {
        score.half_time = goals(columns)?;
        let [home, _] = columns;
        score.check().map_err(|error| row.error(home, format_args!("no more goals than at full time: {error}")))?;
    }
    let results = [(score.full_time, &columns.full_time_result), (score.half_time, &columns.half_time_result)];
    for (goals, column) in results {
        if let (Some(goals), Some(column)) = (goals, column) {
            let result = match goals.leader() {
                Some(Side::Home) => "H",
                Some(Side::Away) => "A",
                None => "D",
            };
            let told = row.text(column);
            if !told.is_empty() && told != result {
                return Err(row.error(column, format_args!("{result}, as the score is {goals}")));
            }
        }
    }
    Ok(score)
}

/// A date as day, month and year of two or four digits. Two digits are a year from 1970 to 2069.
fn read_date(text: &str) -> Option<Date> {
    let mut parts = text.split(['/', '-']);
    let mut number = |lengths: &[usize]| {
        let digits = parts.next()?;
        let fits = lengths.contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| digits.parse::<i16>().ok().map(|number| (number, digits.len())))?
    };
    let ((day, _), (month, _), (year, digits)) = (number(&[1, 2])?, number(&[1, 2])?, number(&[2, 4])?);
    let year = match (digits, year) {
        (4, year) => year,
        (_, year @ 70..) => 1900 + year,
        (_, year) => 2000 + year,
    };
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    parts.next().is_none().then_some(date).and_then(of_football)
}

/// A referee listed `Dean, M. L` or `M Dean`.
fn plain_name(name: &str) -> Box<str> {
    match name.split_once(',') {
        Some((family, given)) => format!("{} {}", given.trim(), family.trim()).into(),
        None => name.into(),
    }
}

/// The text of a file in UTF-8 or Windows-1252.
fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    if std::str::from_utf8(bytes).is_ok() {
        return text(bytes).map(Cow::Borrowed);
    }
    Ok(Cow::Owned(bytes.iter().map(|&byte| windows_1252(byte)).collect()))
}

/// A letter of Windows-1252; bytes that mean nothing in it are control characters, as browsers read them.
fn windows_1252(byte: u8) -> char {
    const FROM_80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    byte.checked_sub(0x80).and_then(|index| FROM_80.get(usize::from(index))).copied().unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const HEADER: &str =
        "Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR,HTHG,HTAG,HTR,Attendance,Referee,B365H,B365D,B365A,,";

    fn season(rows: &str) -> Result<Claims, ReadError> {
        read(format!("{HEADER}\r\n{}\r\n", rows.replace('\n', "\r\n")).as_bytes())
    }

    #[test]
    fn a_match_has_its_half_time_and_its_prices() {
        let claims = season(
            "E0,16/08/08,Arsenal,West Brom,1,0,H,1,0,H,60071,\"Webb, H. M\",1.2,6.5,15,,\n\
             E0,24/05/2009,Hull,Man United,0,1,A,0,1,A,,A Wiley\n,,,,,,,,,,,,,,,,\n,,",
        )
        .unwrap();
        let [opening, last] = &claims.matches[..] else { panic!() };
        assert_eq!(claims.rows, 2);
        assert_eq!(
            (&*opening.competition, &*opening.edition, opening.kind),
            ("Premier League", "2008/09", TeamKind::Club)
        );
        assert_eq!((opening.date, opening.line), (Some(date(2008, 8, 16)), 2));
        let score = Score { half_time: Some(Goals::new(1, 0)), ..Score::after_ninety(Goals::new(1, 0)) };
        assert_eq!((opening.score, opening.status), (score, Some(Status::Played)));
        assert_eq!((opening.attendance, opening.referee.as_deref()), (Some(60071), Some("H. M Webb")));
        assert_eq!(opening.ground, Ground::HomeOf(Side::Home));
        assert_eq!((&*opening.odds[0].bookmaker, opening.odds[0].prices), ("B365", [1.2, 6.5, 15.0]));
        assert_eq!((last.date, &*last.edition), (Some(date(2009, 5, 24)), "2008/09"));
        assert_eq!((last.odds.len(), last.attendance, last.referee.as_deref()), (0, None, Some("A Wiley")));
    }

    #[test]
    fn a_result_must_agree_with_its_score() {
        for (row, expected) in [
            ("E0,16/08/08,A,B,1,0,D,1,0,H", "2:21: FTR is `D`; expected H, as the score is 1-0"),
            ("E0,16/08/08,A,B,1,0,H,0,0,A", "2:27: HTR is `A`; expected D, as the score is 0-0"),
            (
                "E0,16/08/08,A,B,1,0,H,2,0,H",
                "2:23: HTHG is `2`; expected no more goals than at full time: impossible score",
            ),
            ("E0,16/08/08,A,B,1,,H", "2:19: FTAG is ``; expected a number of goals up to 255"),
            ("X9,16/08/08,A,B,1,0,H", "2:1: Div is `X9`; expected the code of a division, one of E0, E1,"),
            ("E0,2008-08-16,A,B,1,0,H", "2:4: Date is `2008-08-16`; expected a date as DD/MM/YY or DD/MM/YYYY"),
            ("E0,16/08/08,A,A,1,0,H", "2:15: AwayTeam is `A`; expected another team than HomeTeam"),
            ("E0,16/08/08,A,B,1,0,H,1,0,H,many", "2:29: Attendance is `many`; expected a number of spectators"),
        ] {
            let error = season(row).unwrap_err().to_string();
            assert!(error.starts_with(expected), "{error}");
        }
    }

    #[test]
    fn a_season_has_the_name_of_its_first_match() {
        // Football of 2019/20 ended in August 2020.
        let claims = season("I1,24/08/2019,Parma,Juventus,0,1,A\nI1,02/08/2020,Juventus,Roma,1,3,A\nSC0,01/08/2020,Aberdeen,Rangers,0,1,A").unwrap();
        let labels: Vec<&str> = claims.matches.iter().map(|claim| &*claim.edition).collect();
        assert_eq!(labels, ["2019/20", "2019/20", "2020/21"]);
        assert_eq!(&*season("E0,01/01/00,A,B,0,0,D").unwrap().matches[0].edition, "1999/00");
        let error = season("E0,24/08/2018,A,B,0,1,A\nE0,02/11/2019,B,A,1,3,A").unwrap_err();
        assert_eq!(
            error.to_string(),
            "matches of Premier League from 2018-08-24 to 2019-11-02; expected the matches of one season"
        );
    }

    #[test]
    fn results_are_whole_when_everybody_met_everybody() {
        let of = |rows: &str, table| {
            let claims = season(rows).unwrap();
            claims.coverage.iter().find(|claim| claim.table == table).map(|claim| claim.extent)
        };
        let half = "D1,24/08/18,Bayern,Hertha,0,1,A,0,0,D";
        let whole = format!("{half}\nD1,24/02/19,Hertha,Bayern,0,1,A,,");
        assert_eq!(of(half, Table::Results), Some(Extent::Partial));
        assert_eq!(of(&whole, Table::Results), Some(Extent::Complete));
        assert_eq!(of(&whole, Table::HalfTimes), Some(Extent::Partial));
        assert_eq!(of(&whole, Table::Odds), Some(Extent::None));
    }

    #[test]
    fn dates_and_letters_of_old_files_are_read() {
        for (text, expected) in [
            ("16/08/08", Some(date(2008, 8, 16))),
            ("15-05-2004", Some(date(2004, 5, 15))),
            ("14/08/93", Some(date(1993, 8, 14))),
            ("31/02/08", None),
            ("16/08/8", None),
            ("16/08/08/1", None),
            ("", None),
        ] {
            assert_eq!(read_date(text), expected, "{text}");
        }
        let mut bytes = format!("{HEADER}\nSP1,16/08/08,M").into_bytes();
        bytes.extend(b"\xe1laga,Legan\xe9s,1,0,H,,,,,Mateu \x96 Lahoz\xa0\n");
        let claims = read(&bytes).unwrap();
        assert_eq!((&*claims.matches[0].home, &*claims.matches[0].away), ("Málaga", "Leganés"));
        assert_eq!(claims.matches[0].referee.as_deref(), Some("Mateu – Lahoz"));
    }

    #[test]
    fn times_are_kept_where_they_are_local() {
        let header = "Div,Date,Time,HomeTeam,AwayTeam,FTHG,FTAG";
        let text = format!(
            "{header}\nE0,09/08/2019,20:00,Liverpool,Norwich,4,1\nSP1,16/08/2019,20:00,Ath Bilbao,Barcelona,1,0\nE0,10/08/2019,,A,B,,\n"
        );
        let claims = read(text.as_bytes()).unwrap();
        let [liverpool, bilbao, unplayed] = &claims.matches[..] else { panic!() };
        assert_eq!((liverpool.kick_off, bilbao.kick_off), (KickOff::new(20, 0, None), None));
        assert_eq!((unplayed.status, unplayed.score), (Some(Status::Scheduled), Score::default()));
        assert!(looks_like(header) && looks_like(HEADER) && !looks_like("Div,Date,HomeTeam"));
    }
}
