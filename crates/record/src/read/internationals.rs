//! The four files of the international results data set: every men's full international since 1872, who scored, who
//! won the shoot-outs, and what the teams were called before.
//!
//! * `results.csv` gives one score, extra time included and the shoot-out not: it is a score at the end of play,
//!   never one after ninety minutes. A match whose score is `NA` has not been played.
//! * `goalscorers.csv` folds added time into the last minute of the half (90 may be 90+4). A minute that is `NA`, or
//!   beyond 120 (a play-off of 1919 had two extra times), is a goal whose minute we do not know. The team named is
//!   the one the goal counts for, own goals included.
//! * `shootouts.csv` gives the winner, and sometimes who kicked first; no score, no kicks.
//! * `former_names.csv` is checked and counted but claims nothing: which team carries on which is part of the
//!   built-in facts of teams, with more of them than the file has, and no fact about a match.
//!
//! The files call a team by the name it has today, also for matches it played under another.

use jiff::civil::Date;

use super::gather::Gather;
use super::table::{Column, CsvTable, Row, Shape};
use super::{Format, header_has, text};
use crate::claim::{Claims, CoverageClaim, MatchClaim, Name, VenueClaim, event};
use crate::{
    Clock, EventKind, Extent, Goals, Ground, Penalty, PenaltyOutcome, ReadError, Score, ShootOut, Side, Status, Table,
};

/// Key of the source.
const SOURCE: &str = "international-results";

/// Competitions whose goals are all in `goalscorers.csv`. Counted against `results.csv`: goals of every match add up
/// to its score, but for matches awarded without play or by a ruling.
const GOALS_COMPLETE: [&str; 15] = [
    "FIFA World Cup",
    "FIFA World Cup qualification",
    "UEFA Euro",
    "UEFA Euro qualification",
    "UEFA Nations League",
    "Copa América",
    "Copa América qualification",
    "African Cup of Nations",
    "AFC Asian Cup",
    "Gold Cup",
    "CONCACAF Championship",
    "NAFC Championship",
    "Oceania Nations Cup",
    "Confederations Cup",
    "CONMEBOL–UEFA Cup of Champions",
];

/// Competitions of which `goalscorers.csv` has the goals of some matches only.
const GOALS_PARTIAL: [&str; 5] = [
    "Baltic Cup",
    "British Home Championship",
    "CONCACAF Championship qualification",
    "Olympic Games",
    "Trans-Tasman Cup",
];

/// Tells which of the four files a header belongs to.
#[must_use]
pub fn detect(header: &str) -> Option<Format> {
    let has = |names: &[&str]| header_has(header, names);
    if has(&["date", "home_team", "away_team", "home_score", "away_score", "tournament"]) {
        Some(Format::InternationalResults)
    } else if has(&["date", "home_team", "away_team", "team", "scorer", "own_goal"]) {
        Some(Format::InternationalGoalscorers)
    } else if has(&["date", "home_team", "away_team", "winner"]) {
        Some(Format::InternationalShootOuts)
    } else if has(&["current", "former", "start_date", "end_date"]) {
        Some(Format::InternationalFormerNames)
    } else {
        None
    }
}

/// Reads `results.csv`.
///
/// # Errors
/// At the first row that is not a match.
pub fn read_results(bytes: &[u8]) -> Result<Claims, ReadError> {
    let mut table = CsvTable::open(text(bytes)?, Shape::Exact)?;
    let teams = Teams::of(&table)?;
    let (home_score, away_score) = (table.column("home_score")?, table.column("away_score")?);
    let (tournament, neutral) = (table.column("tournament")?, table.column("neutral")?);
    let (city, country) = (table.column("city")?, table.column("country")?);
    let mut claims = Claims { source: SOURCE.into(), ..Claims::default() };
    while let Some(row) = table.next_row()? {
        let mut claim = teams.read(row)?;
        claim.competition = row.filled(&tournament)?.into();
        claim.venue = venue(row.text(&city), row.text(&country));
        claim.ground = if row.flag(&neutral)? { Ground::Neutral } else { Ground::HomeOf(Side::Home) };
        let score = |column: &Column| -> Result<Option<u8>, ReadError> {
            let known = !is_missing(row.text(column));
            known.then(|| row.number(column, "a number of goals up to 255, or NA")).transpose()
        };
        claim.status = Some(match (score(&home_score)?, score(&away_score)?) {
            (Some(home), Some(away)) => {
                claim.score = Score::at_end(Goals::new(home, away));
                Status::Played
            }
            (None, None) => Status::Scheduled,
            (None, Some(_)) => return Err(row.error(&home_score, "a number of goals, as the other side has one")),
            (Some(_), None) => return Err(row.error(&away_score, "a number of goals, as the other side has one")),
        });
        claims.matches.push(claim);
    }
    claims.rows = table.rows();
    claims.coverage =
        vec![coverage(None, Table::Results, Extent::Complete), coverage(None, Table::Venues, Extent::Partial)];
    Ok(claims)
}

/// Reads `goalscorers.csv`: one claim a match, with its goals in the order of the file.
///
/// # Errors
/// At the first row that is not a goal of one of the two teams.
pub fn read_goalscorers(bytes: &[u8]) -> Result<Claims, ReadError> {
    let mut table = CsvTable::open(text(bytes)?, Shape::Exact)?;
    let teams = Teams::of(&table)?;
    let (team, scorer, minute) = (table.column("team")?, table.column("scorer")?, table.column("minute")?);
    let (own_goal, penalty) = (table.column("own_goal")?, table.column("penalty")?);
    let mut claims = Claims { source: SOURCE.into(), ..Claims::default() };
    let mut matches: Gather<(Date, Box<str>, Box<str>), MatchClaim> = Gather::new();
    while let Some(row) = table.next_row()? {
        let (date, home, away) = teams.fields(row)?;
        let side = row.side(&team, home, away)?;
        let kind = match (row.flag(&own_goal)?, row.flag(&penalty)?) {
            (true, true) => return Err(row.error(&penalty, "FALSE, as the goal is an own goal")),
            (true, false) => EventKind::OwnGoal,
            (false, true) => EventKind::Penalty(Penalty::of(PenaltyOutcome::Scored)),
            (false, false) => EventKind::Goal,
        };
        let clock =
            if is_missing(row.text(&minute)) { None } else { Clock::new(row.number(&minute, "a minute or NA")?).ok() };
        let player: Option<Name> = Some(row.text(&scorer)).filter(|name| !is_missing(name)).map(Into::into);
        matches.add(
            |known| known.0 == date && *known.1 == *home && *known.2 == *away,
            || (date, home.into(), away.into()),
            || teams.claim(row, date, home, away),
            |claim| claim.events.push(event(clock, side, kind, player)),
        );
    }
    claims.matches = matches.into_things().collect();
    claims.rows = table.rows();
    // What is said of one competition goes before what is said of all of them.
    claims.coverage.push(coverage(None, Table::Goals, Extent::None));
    for (names, extent) in [(&GOALS_PARTIAL[..], Extent::Partial), (&GOALS_COMPLETE[..], Extent::Complete)] {
        claims.coverage.extend(names.iter().map(|&name| coverage(Some(name), Table::Goals, extent)));
    }
    Ok(claims)
}

/// Reads `shootouts.csv`.
///
/// # Errors
/// At the first row that does not name one of the two teams as the winner.
pub fn read_shoot_outs(bytes: &[u8]) -> Result<Claims, ReadError> {
    let mut table = CsvTable::open(text(bytes)?, Shape::Exact)?;
    let teams = Teams::of(&table)?;
    let winner = table.column("winner")?;
    let first_shooter = table.optional("first_shooter");
    let mut claims = Claims { source: SOURCE.into(), ..Claims::default() };
    while let Some(row) = table.next_row()? {
        let mut claim = teams.read(row)?;
        let first = match &first_shooter {
            Some(column) if !is_missing(row.text(column)) => Some(row.side(column, &claim.home, &claim.away)?),
            _ => None,
        };
        let winner = row.side(&winner, &claim.home, &claim.away)?;
        claim.score.shoot_out = Some(ShootOut { score: None, winner, first });
        claims.matches.push(claim);
    }
    claims.rows = table.rows();
    claims.coverage = vec![coverage(None, Table::ShootOuts, Extent::Partial)];
    Ok(claims)
}

/// Reads `former_names.csv`: checks it and counts its rows.
///
/// # Errors
/// At the first row whose names or dates are missing, or whose dates are the wrong way round.
pub fn read_former_names(bytes: &[u8]) -> Result<Claims, ReadError> {
    let mut table = CsvTable::open(text(bytes)?, Shape::Exact)?;
    let (current, former) = (table.column("current")?, table.column("former")?);
    let (start, end) = (table.column("start_date")?, table.column("end_date")?);
    while let Some(row) = table.next_row()? {
        row.filled(&current)?;
        row.filled(&former)?;
        let first_day = row.date(&start)?;
        if row.date(&end)? < first_day {
            return Err(row.error(&end, format_args!("a date not before {first_day}, when the name came into use")));
        }
    }
    Ok(Claims { source: SOURCE.into(), rows: table.rows(), ..Claims::default() })
}

/// The columns all three match files share.
struct Teams {
    date: Column,
    home: Column,
    away: Column,
}

impl Teams {
    fn of(table: &CsvTable<'_>) -> Result<Self, ReadError> {
        Ok(Self { date: table.column("date")?, home: table.column("home_team")?, away: table.column("away_team")? })
    }

    fn fields<'r>(&self, row: Row<'r>) -> Result<(Date, &'r str, &'r str), ReadError> {
        let (home, away) = (row.filled(&self.home)?, row.filled(&self.away)?);
        if home == away {
            return Err(row.error(&self.away, "another team than home_team"));
        }
        Ok((row.date(&self.date)?, home, away))
    }

    fn claim(&self, row: Row<'_>, date: Date, home: &str, away: &str) -> MatchClaim {
        MatchClaim { line: row.line(), date: Some(date), home: home.into(), away: away.into(), ..MatchClaim::default() }
    }

    fn read(&self, row: Row<'_>) -> Result<MatchClaim, ReadError> {
        let (date, home, away) = self.fields(row)?;
        Ok(self.claim(row, date, home, away))
    }
}

fn is_missing(text: &str) -> bool {
    matches!(text, "" | "NA")
}

fn venue(city: &str, country: &str) -> Option<VenueClaim> {
    let known = |text: &str| (!is_missing(text)).then(|| text.into());
    let venue = VenueClaim { stadium: None, city: known(city), country: known(country) };
    (venue != VenueClaim::default()).then_some(venue)
}

fn coverage(competition: Option<&str>, table: crate::Table, extent: Extent) -> CoverageClaim {
    CoverageClaim { competition: competition.map(Into::into), edition: None, table, extent }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Place;

    const RESULTS: &str = "date,home_team,away_team,home_score,away_score,tournament,city,country,neutral\n";
    const GOALS: &str = "date,home_team,away_team,team,scorer,minute,own_goal,penalty\n";

    fn goals(rows: &str) -> Result<Claims, ReadError> {
        read_goalscorers(format!("{GOALS}{rows}").as_bytes())
    }

    #[test]
    fn a_score_is_one_at_the_end_of_play() {
        let text = format!(
            "{RESULTS}2022-12-18,Argentina,France,3,3,FIFA World Cup,Lusail,Qatar,TRUE\n\
             1872-11-30,Scotland,England,0,0,Friendly,Glasgow,Scotland,FALSE\n\
             2031-06-01,Malta,Wales,NA,NA,Friendly,NA,NA,FALSE\n"
        );
        let claims = read_results(text.as_bytes()).unwrap();
        assert_eq!((claims.rows, claims.matches.len(), &*claims.source), (3, 3, "international-results"));
        let [lusail, glasgow, malta] = &claims.matches[..] else { panic!() };
        assert_eq!(lusail.score, Score::at_end(Goals::new(3, 3)));
        assert!(lusail.score.end_may_include_extra_time());
        assert_eq!((lusail.ground, lusail.status), (Ground::Neutral, Some(Status::Played)));
        assert_eq!((&*lusail.competition, &*lusail.edition, lusail.line), ("FIFA World Cup", "", 2));
        let lusail_venue = VenueClaim { stadium: None, city: Some("Lusail".into()), country: Some("Qatar".into()) };
        assert_eq!(lusail.venue, Some(lusail_venue));
        assert_eq!(glasgow.ground, Ground::HomeOf(Side::Home));
        assert_eq!(glasgow.date, Some(jiff::civil::date(1872, 11, 30)));
        assert_eq!((malta.status, malta.score, &malta.venue), (Some(Status::Scheduled), Score::default(), &None));
        assert!(claims.coverage.contains(&coverage(None, Table::Results, Extent::Complete)));
    }

    #[test]
    fn a_match_is_refused_at_its_first_wrong_field() {
        for (row, expected) in [
            (
                "2022-12-18,A,B,3,NA,Cup,X,Y,TRUE",
                "2:18: away_score is `NA`; expected a number of goals, as the other side has one",
            ),
            (
                "2022-12-18,A,B,3,-1,Cup,X,Y,TRUE",
                "2:18: away_score is `-1`; expected a number of goals up to 255, or NA",
            ),
            ("2022-12-18,A,A,3,1,Cup,X,Y,TRUE", "2:14: away_team is `A`; expected another team than home_team"),
            ("2022-12-18,A,B,3,1,,X,Y,TRUE", "2:20: tournament is ``; expected a value"),
            (
                "18/12/2022,A,B,3,1,Cup,X,Y,TRUE",
                "2:1: date is `18/12/2022`; expected a date as YYYY-MM-DD, of the years 1800 to 2200",
            ),
            ("2022-12-18,A,B,3,1,Cup,X,Y,maybe", "2:28: neutral is `maybe`; expected 1, 0, TRUE or FALSE"),
            ("2022-12-18,A,B,3,1", "2: 5 fields; expected 9, as many as the header has"),
        ] {
            let error = read_results(format!("{RESULTS}{row}\n").as_bytes()).unwrap_err();
            assert_eq!(error.to_string(), expected);
        }
        assert_eq!(read_results(b"date,home_team\n").unwrap_err().place, Place::line(1));
        assert_eq!(read_results(b"\xff").unwrap_err().place, Place::at(1, 1));
    }

    #[test]
    fn goals_gather_by_match_wherever_they_stand() {
        let claims = goals(
            "2022-12-10,England,France,France,Aurélien Tchouaméni,17,FALSE,FALSE\n\
             2022-12-10,Morocco,Portugal,Morocco,Youssef En-Nesyri,42,FALSE,FALSE\n\
             2022-12-10,England,France,England,Harry Kane,54,FALSE,TRUE\n\
             1919-05-29,Brazil,Uruguay,Brazil,Arthur Friedenreich,122,FALSE,FALSE\n\
             1960-10-16,A,B,B,NA,NA,TRUE,FALSE\n",
        )
        .unwrap();
        let [quarter_final, _, play_off, own] = &claims.matches[..] else { panic!() };
        assert_eq!(claims.rows, 5);
        assert_eq!((quarter_final.line, quarter_final.status, quarter_final.score), (2, None, Score::default()));
        let [tchouameni, kane] = &quarter_final.events[..] else { panic!() };
        assert_eq!((tchouameni.side, tchouameni.clock), (Side::Away, Clock::new(17).ok()));
        assert!(matches!(&kane.kind, EventKind::Penalty(kick) if kick.outcome == PenaltyOutcome::Scored));
        assert_eq!((kane.side, kane.player.as_deref()), (Side::Home, Some("Harry Kane")));
        // Two extra times were played in 1919: the goal stays, its minute does not fit the clock.
        assert_eq!((play_off.events.len(), play_off.events[0].clock), (1, None));
        // An own goal is on the side it counts for.
        let own = &own.events[0];
        assert_eq!((&own.kind, own.side, own.player_side()), (&EventKind::OwnGoal, Side::Away, Side::Home));
        assert_eq!((own.clock, &own.player), (None, &None));
    }

    #[test]
    fn a_goal_belongs_to_one_of_the_teams() {
        let error = goals("2022-12-10,England,France,Wales,Gareth Bale,17,FALSE,FALSE\n").unwrap_err();
        assert_eq!(error.to_string(), "2:27: team is `Wales`; expected `England` or `France`, the teams of the match");
        let error = goals("2022-12-10,England,France,France,X,45+2,FALSE,FALSE\n").unwrap_err();
        assert_eq!(error.to_string(), "2:36: minute is `45+2`; expected a minute or NA");
        assert!(goals("2022-12-10,England,France,France,X,5,TRUE,TRUE\n").is_err());
    }

    #[test]
    fn how_far_goals_reach_is_said_by_competition() {
        let claims = goals("").unwrap();
        let of = |name: Option<&str>| {
            claims.coverage.iter().find(|claim| claim.competition.as_deref() == name).map(|claim| claim.extent)
        };
        assert_eq!(of(None), Some(Extent::None));
        for name in ["FIFA World Cup", "UEFA Euro qualification", "Copa América", "African Cup of Nations", "Gold Cup"]
        {
            assert_eq!(of(Some(name)), Some(Extent::Complete), "{name}");
        }
        assert_eq!(of(Some("Olympic Games")), Some(Extent::Partial));
        assert_eq!(of(Some("Friendly")), None);
        assert!(claims.coverage.iter().all(|claim| claim.table == Table::Goals));
    }

    #[test]
    fn a_shoot_out_has_a_winner_and_no_score() {
        let text = "date,home_team,away_team,winner,first_shooter\n\
                    2022-12-18,Argentina,France,Argentina,France\n1976-06-20,Czechoslovakia,Germany,Czechoslovakia,\n";
        let claims = read_shoot_outs(text.as_bytes()).unwrap();
        let shoot_outs: Vec<_> = claims.matches.iter().filter_map(|claim| claim.score.shoot_out).collect();
        assert_eq!(
            shoot_outs,
            [
                ShootOut { score: None, winner: Side::Home, first: Some(Side::Away) },
                ShootOut { score: None, winner: Side::Home, first: None },
            ]
        );
        assert!(claims.matches.iter().all(|claim| claim.score.end.is_none() && claim.status.is_none()));
        let error = read_shoot_outs(text.replace("Argentina,France\n", "Chile,\n").as_bytes()).unwrap_err();
        assert_eq!(error.place, Place::at(2, 29));
    }

    #[test]
    fn former_names_are_checked_and_counted() {
        let text = "current,former,start_date,end_date\nDR Congo,Zaïre,1971-01-10,1997-04-27\n";
        let claims = read_former_names(text.as_bytes()).unwrap();
        assert_eq!((claims.rows, claims.matches.len(), claims.coverage.len()), (1, 0, 0));
        let error = read_former_names(text.replace("1997", "1917").as_bytes()).unwrap_err();
        assert_eq!(error.place, Place::at(2, 27));
    }

    #[test]
    fn each_file_is_told_by_its_header() {
        assert_eq!(detect(RESULTS.trim()), Some(Format::InternationalResults));
        assert_eq!(detect(GOALS.trim()), Some(Format::InternationalGoalscorers));
        assert_eq!(detect("date,home_team,away_team,winner,first_shooter"), Some(Format::InternationalShootOuts));
        assert_eq!(detect("current,former,start_date,end_date"), Some(Format::InternationalFormerNames));
        assert_eq!(detect("Div,Date,HomeTeam,AwayTeam"), None);
    }
}
