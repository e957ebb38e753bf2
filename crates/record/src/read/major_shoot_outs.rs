//! Shoot-outs of major competitions of national sides and clubs, kick by kick with taker and keeper.
//!
//! * Rows list one side's kicks after the other's: a kick stands at its place by the number within its side and by who
//!   began.
//! * A match whose rows have several dates, as a spreadsheet makes them, is dated by more than half of them, or not at
//!   all.
//! * Sides of the Olympic Games are under 23: their shoot-outs get no date either, so that they are told of and count
//!   for no full international.
//! * `FT_goals` are those of ninety minutes or of extra time, of one side or of each: they are not read.

use jiff::civil::Date;

use super::gather::Gather;
use super::scan::of_football;
use super::table::{Column, CsvTable, Row, Shape};
use super::{header_has, text};
use crate::claim::{Claims, CoverageClaim, MatchClaim};
use crate::{
    CompetitionClass, Extent, Goals, Ground, Kick, PenaltyOutcome, Place, ReadError, Score, ShootOut, Side, Sources,
    Stage, StageKind, Status, Table, TeamKind,
};

/// Key of the source.
const SOURCE: &str = "major-shootouts";

/// Competitions by the file's codes.
const COMPETITIONS: [(&str, &str, TeamKind, CompetitionClass); 10] = [
    ("WC", "World Cup", TeamKind::National, CompetitionClass::Finals),
    ("EU", "European Championship", TeamKind::National, CompetitionClass::Finals),
    ("CA", "Copa América", TeamKind::National, CompetitionClass::Finals),
    ("AC", "Africa Cup of Nations", TeamKind::National, CompetitionClass::Finals),
    ("GC", "Gold Cup", TeamKind::National, CompetitionClass::Finals),
    ("OG", OLYMPIC_GAMES, TeamKind::National, CompetitionClass::Finals),
    ("CL", "Champions League", TeamKind::Club, CompetitionClass::Continental),
    ("EL", "Europa League", TeamKind::Club, CompetitionClass::Continental),
    ("LI", "Copa Libertadores", TeamKind::Club, CompetitionClass::Continental),
    ("CWC", "Club World Cup", TeamKind::Club, CompetitionClass::Continental),
];

const OLYMPIC_GAMES: &str = "Olympic Games";

/// Names the file misspells, or that mean another team alone.
const TEAMS: [(&str, &str); 10] = [
    ("Aukland City", "Auckland City"),
    ("Bestikas", "Beşiktaş"),
    ("Democratic Republic of the Congo", "DR Congo"),
    ("El Ahly", "Al Ahly"),
    ("FC K'lautern", "Kaiserslautern"),
    ("Flumiense", "Fluminense"),
    ("Ireland", "Republic of Ireland"),
    ("Sao Paolo", "São Paulo"),
    ("Torpedo Moskau", "Torpedo Moscow"),
    ("Villareal", "Villarreal"),
];

/// Months as the file abbreviates them.
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Whether a header is that of the file.
#[must_use]
pub fn looks_like(header: &str) -> bool {
    header_has(header, &["tournament", "attacker_team", "gk_team", "shot_order", "take_first", "sudden_death"])
}

struct Columns {
    tournament: Column,
    round: Column,
    date: Column,
    taking: Column,
    keeping: Column,
    taker: Column,
    keeper: Column,
    outcomes: [Column; 3],
    order: Column,
    first: Column,
    neutral: Column,
    at_home: Column,
}

/// A shoot-out as far as it has been told.
struct Told {
    claim: MatchClaim,
    dates: Vec<Date>,
    /// The kicks with their number within the side and whether the side began.
    kicks: Vec<(u8, bool, Kick<Box<str>>)>,
    begins: Option<Side>,
}

/// Reads the file: one claim a shoot-out.
///
/// # Errors
/// At the first row that is no kick, and where the kicks of a match are not those of two teams taking turns.
pub fn read(bytes: &[u8]) -> Result<Claims, ReadError> {
    let mut table = CsvTable::open(text(bytes)?, Shape::Exact)?;
    let number = table.column("match")?;
    let columns = Columns {
        tournament: table.column("tournament")?,
        round: table.column("round")?,
        date: table.column("date")?,
        taking: table.column("attacker_team")?,
        keeping: table.column("gk_team")?,
        taker: table.column("attacker")?,
        keeper: table.column("goalkeeper")?,
        outcomes: [table.column("goal")?, table.column("saved")?, table.column("missed")?],
        order: table.column("shot_order")?,
        first: table.column("take_first")?,
        neutral: table.column("neutral_stadium")?,
        at_home: table.column("attacker_home")?,
    };
    let mut games: Gather<Box<str>, Told> = Gather::new();
    while let Some(row) = table.next_row()? {
        let (begun, kick) = (begin(row, &columns, row.filled(&number)?)?, kick(row, &columns)?);
        let date = row.parsed(&columns.date, "a date as 8-Jul-82", read_date)?;
        let (taking, keeping) = (team_name(row.text(&columns.taking)), team_name(row.text(&columns.keeping)));
        let mut wrong = None;
        games.add_to(
            row.text(&number),
            || Told { claim: begun, dates: Vec::new(), kicks: Vec::new(), begins: None },
            |told| wrong = told.tell([taking, keeping], date, kick),
        );
        match wrong {
            None => {}
            Some(Wrong::Teams) => return Err(row.error(&columns.taking, "the two teams of the rows before")),
            Some(Wrong::First) => return Err(row.error(&columns.first, "one side that kicks first")),
        }
    }
    let rows = table.rows();
    let matches = games.into_things().map(Told::close).collect::<Result<_, _>>()?;
    let partial = |table| CoverageClaim { competition: None, edition: None, table, extent: Extent::Partial };
    let coverage = [Table::Results, Table::ShootOuts, Table::ShootOutKicks].map(partial).into();
    Ok(Claims { source: SOURCE.into(), matches, coverage, rows, ..Claims::default() })
}

/// What does not fit the rows before.
enum Wrong {
    Teams,
    First,
}

impl Told {
    fn tell(
        &mut self,
        teams: [&str; 2],
        date: Date,
        (number, first, kick): (u8, bool, Kick<Box<str>>),
    ) -> Option<Wrong> {
        let side = match teams.map(|team| {
            if *team == *self.claim.home {
                Some(Side::Home)
            } else if *team == *self.claim.away {
                Some(Side::Away)
            } else {
                None
            }
        }) {
            [Some(taking), Some(keeping)] if taking != keeping => taking,
            _ => return Some(Wrong::Teams),
        };
        let begins = if first { side } else { side.other() };
        if *self.begins.get_or_insert(begins) != begins {
            return Some(Wrong::First);
        }
        self.dates.push(date);
        self.kicks.push((number, first, Kick { side, ..kick }));
        None
    }

    /// The claim with its kicks in the order taken.
    fn close(mut self) -> Result<MatchClaim, ReadError> {
        self.kicks.sort_by_key(|&(number, first, _)| (number, !first));
        let mut turns = self.begins.into_iter().flat_map(|first| [first, first.other()]).cycle();
        let turned = self.kicks.iter().enumerate().find(|(place, (number, _, kick))| {
            Some(kick.side) != turns.next() || usize::from(*number) != place / 2 + 1
        });
        if let Some((place, _)) = turned {
            let problem = format!("kick {} of the match that starts here is not the next of its side", place + 1);
            return Err(ReadError::new(
                Place::line(self.claim.line),
                problem,
                "kicks of two sides in turn, from shot_order 1",
            ));
        }
        let mut claim = self.claim;
        claim.kicks = self.kicks.into_iter().map(|(.., kick)| kick).collect();
        let scored = claim.kicks.iter().filter(|kick| kick.outcome == PenaltyOutcome::Scored);
        let score = scored.fold(Goals::default(), |goals, kick| goals.plus_one(kick.side));
        if let Some(winner) = score.leader() {
            claim.score.shoot_out = Some(ShootOut { score: Some(score), winner, first: self.begins });
        }
        let most = self
            .dates
            .iter()
            .find(|&date| self.dates.iter().filter(|&other| other == date).count() * 2 > self.dates.len());
        let year = most.or(self.dates.first()).map_or(0, |date| date.year());
        // The championship of 2020 was played a year late under its old name.
        let label = if &*claim.competition == "European Championship" && year == 2021 { 2020 } else { year };
        claim.edition = label.to_string().into();
        claim.date = most.copied().filter(|_| &*claim.competition != OLYMPIC_GAMES);
        claim.status = claim.date.map(|_| Status::Played);
        Ok(claim)
    }
}

/// A claim of the match of a row.
fn begin(row: Row<'_>, columns: &Columns, number: &str) -> Result<MatchClaim, ReadError> {
    let codes = COMPETITIONS.map(|(code, ..)| code).join(", ");
    let (_, competition, kind, class) = row.parsed(&columns.tournament, format_args!("one of {codes}"), |code| {
        COMPETITIONS.into_iter().find(|(known, ..)| *known == code)
    })?;
    let stage = row.parsed(&columns.round, "last16, quarter, semi, 3rdplace or final", |round| {
        Some(match round {
            "last16" => StageKind::RoundOf16,
            "quarter" => StageKind::QuarterFinal,
            "semi" => StageKind::SemiFinal,
            "3rdplace" => StageKind::ThirdPlace,
            "final" => StageKind::Final,
            _ => return None,
        })
    })?;
    let taking = team_name(row.filled(&columns.taking)?);
    let keeping = team_name(row.filled(&columns.keeping)?);
    let ground = match (row.text(&columns.neutral), row.text(&columns.at_home)) {
        ("1", _) => Ground::Neutral,
        ("0", "1") => Ground::HomeOf(Side::Home),
        ("0", "0") => Ground::HomeOf(Side::Away),
        ("", _) | ("0", "") => Ground::Unknown,
        _ => return Err(row.error(&columns.neutral, "0, 1 or nothing")),
    };
    Ok(MatchClaim {
        line: row.line(),
        external_id: Some(number.into()),
        competition: competition.into(),
        class: Some(class),
        kind,
        stage: Some(Stage { kind: stage, group: None, tie: Default::default() }),
        home: taking.into(),
        away: keeping.into(),
        ground,
        score: Score::default(),
        ..MatchClaim::default()
    })
}

/// The kick of a row, on the home side for now, with its number within its side and whether the side began.
fn kick(row: Row<'_>, columns: &Columns) -> Result<(u8, bool, Kick<Box<str>>), ReadError> {
    let [goal, saved, missed] = &columns.outcomes;
    let outcome = match (row.flag(goal)?, row.flag(saved)?, row.flag(missed)?) {
        (true, false, false) => PenaltyOutcome::Scored,
        (false, true, false) => PenaltyOutcome::Saved,
        (false, false, true) => PenaltyOutcome::Missed,
        _ => return Err(row.error(goal, "one of goal, missed and saved to be 1")),
    };
    let number = row.number(&columns.order, "the number of the kick within its side")?;
    let kick = Kick {
        side: Side::Home,
        taker: Some(row.filled(&columns.taker)?.into()),
        keeper: Some(row.filled(&columns.keeper)?.into()),
        outcome,
        placement: None,
        sources: Sources::NONE,
    };
    Ok((number, row.flag(&columns.first)?, kick))
}

fn team_name(name: &str) -> &str {
    TEAMS.iter().find(|(known, _)| *known == name).map_or(name, |&(_, name)| name)
}

/// `8-Jul-82`; two digits are a year from 1970 to 2069.
fn read_date(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let month = MONTHS.iter().position(|known| *known == month)? + 1;
    let year: i16 = (year.len() == 2).then(|| year.parse().ok())??;
    let year = if year >= 70 { 1900 + year } else { 2000 + year };
    let date = Date::new(year, i8::try_from(month).ok()?, day.parse().ok()?).ok()?;
    parts.next().is_none().then_some(date).and_then(of_football)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const HEADER: &str = "shot,match,tournament,round,date,attacker_team,gk_team,attacker,goalkeeper,goal,missed,saved,\
        shot_order,take_first,FT_goals,sudden_death,could_win,must_survive,running_score,running_dif,match_winner,\
        neutral_stadium,attacker_home,game_data,additional\n";

    /// A row: match, tournament, date, teams, people, outcome (g, m, s), number, first.
    fn row(line: &str) -> String {
        let parts: Vec<&str> = line.split(',').collect();
        let [number, code, day, taking, keeping, taker, keeper, outcome, order, first] = parts[..] else {
            panic!("{line}")
        };
        let flag = |letter| u8::from(outcome == letter);
        let outcomes = format!("{},{},{}", flag("g"), flag("m"), flag("s"));
        format!(
            "0,{number},{code},final,{day},{taking},{keeping},{taker},{keeper},{outcomes},{order},{first},1,0,0,0,0,0,0,1,0,,\n"
        )
    }

    fn file(lines: &[&str]) -> Result<Claims, ReadError> {
        read((HEADER.to_owned() + &lines.iter().map(|line| row(line)).collect::<String>()).as_bytes())
    }

    #[test]
    fn kicks_come_in_turn_whatever_the_order_of_rows() {
        let claims = file(&[
            "9,EU,4-Jul-21,Mill,Harbour,A,K,g,1,0",
            "9,EU,4-Jul-21,Mill,Harbour,B,K,s,2,0",
            "9,EU,4-Jul-21,Harbour,Mill,C,L,g,1,1",
            "9,EU,4-Jul-21,Harbour,Mill,D,L,g,2,1",
            "10,OG,20-Aug-16,Harbour,Mill,C,L,m,1,1",
        ])
        .unwrap();
        let [claim, games] = &claims.matches[..] else { panic!() };
        assert_eq!((claim.date, &*claim.edition, claim.status), (Some(date(2021, 7, 4)), "2020", Some(Status::Played)));
        let order: Vec<_> = claim.kicks.iter().filter_map(|kick| kick.taker.as_deref()).collect();
        assert_eq!(order, ["C", "A", "D", "B"]);
        let shoot_out = claim.score.shoot_out.unwrap();
        assert_eq!(
            (shoot_out.winner, shoot_out.score, shoot_out.first),
            (Side::Away, Some(Goals::new(1, 2)), Some(Side::Away))
        );
        // Under 23, and a shoot-out of one kick that nobody won.
        assert_eq!((games.date, &*games.edition, games.score.shoot_out), (None, "2016", None));
    }

    #[test]
    fn several_dates_are_none_unless_one_leads() {
        let dated = |days: [&str; 3]| {
            let lines = [
                format!("1,LI,{},Mill,Harbour,A,K,g,1,1", days[0]),
                format!("1,LI,{},Harbour,Mill,C,L,s,1,0", days[1]),
                format!("1,LI,{},Mill,Harbour,B,K,g,2,1", days[2]),
            ];
            file(&lines.each_ref().map(String::as_str)).unwrap().matches[0].date
        };
        assert_eq!(dated(["5-May-10", "6-May-11", "6-May-11"]), Some(date(2011, 5, 6)));
        assert_eq!(dated(["17-Aug-95", "18-Aug-95", "19-Aug-95"]), None);
    }

    #[test]
    fn a_wrong_row_is_refused_where_it_is_wrong() {
        for (lines, expected) in [
            (&["1,XX,4-Jul-21,Mill,Harbour,A,K,g,1,1"][..], "2:5: tournament is `XX`; expected one of WC, EU"),
            (&["1,WC,4-Jul-2021,Mill,Harbour,A,K,g,1,1"], "date is `4-Jul-2021`; expected a date as 8-Jul-82"),
            (&["1,WC,4-Jul-21,Mill,Harbour,A,K,x,1,1"], "goal is `0`; expected one of goal, missed and saved to be 1"),
            (&["1,WC,4-Jul-21,Mill,Mill,A,K,g,1,1"], "attacker_team is `Mill`; expected the two teams"),
            (
                &["1,WC,4-Jul-21,Mill,Harbour,A,K,g,1,1", "1,WC,4-Jul-21,Harbour,Coast,A,K,g,1,0"],
                "3:23: attacker_team is",
            ),
            (
                &["1,WC,4-Jul-21,Mill,Harbour,A,K,g,1,1", "1,WC,4-Jul-21,Harbour,Mill,A,K,g,1,1"],
                "take_first is `1`; expected one side",
            ),
            (
                &["1,WC,4-Jul-21,Mill,Harbour,A,K,g,2,1"],
                "2: kick 1 of the match that starts here is not the next of its side",
            ),
        ] {
            let error = file(lines).unwrap_err().to_string();
            assert!(error.contains(expected), "{error} / {expected}");
        }
    }
}
