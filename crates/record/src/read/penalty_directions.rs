//! Penalties with the taker's foot and side and the keeper's side, and nothing of the match but country, minute and
//! score.
//!
//! Both sides are as the taker sees the goal: right footers kick to their left more often than to their right, and of
//! kicks at the sides that were not scored nine in ten have the keeper where the ball went. `Outcome` is 1 for a goal;
//! a fraction of a day there is a score a spreadsheet took for a time of day, and the row is left out. Rows are
//! claims of matches without teams: they are laid on a kick another source tells whole where exactly one fits.

use super::table::{Column, CsvTable, Row, Shape};
use super::{header_has, text};
use crate::claim::{Claims, MatchClaim, Skipped, event, read_foot};
use crate::{
    Clock, CompetitionClass, Direction, EventKind, Goals, Penalty, PenaltyOutcome, Placement, ReadError, Side, TeamKind,
};

/// Key of the source.
const SOURCE: &str = "penalty-directions";

/// First divisions by country.
const LEAGUES: [(&str, &str); 6] = [
    ("England", "Premier League"),
    ("France", "Ligue 1"),
    ("Germany", "Bundesliga"),
    ("Italy", "Serie A"),
    ("Portugal", "Primeira Liga"),
    ("Spain", "La Liga"),
];

/// Whether a header is that of the file.
#[must_use]
pub fn looks_like(header: &str) -> bool {
    header_has(header, &["Country", "Kicker_Foot", "Kicker_Side", "Goalie_Side", "Outcome", "goalkeeper_name"])
}

struct Columns {
    country: Column,
    taker: Column,
    foot: Column,
    side: Column,
    keeper_side: Column,
    outcome: Column,
    keeper: Column,
    home_goals: Column,
    away_goals: Column,
    minute: Column,
    team: Column,
}

/// Reads the file: one claim a kick.
///
/// # Errors
/// At the first row that is no kick.
pub fn read(bytes: &[u8]) -> Result<Claims, ReadError> {
    let mut table = CsvTable::open(text(bytes)?, Shape::Exact)?;
    let columns = Columns {
        country: table.column("Country")?,
        taker: table.column("player_name")?,
        foot: table.column("Kicker_Foot")?,
        side: table.column("Kicker_Side")?,
        keeper_side: table.column("Goalie_Side")?,
        outcome: table.column("Outcome")?,
        keeper: table.column("goalkeeper_name")?,
        home_goals: table.column("Home_Goals")?,
        away_goals: table.column("Away_Goals")?,
        minute: table.column("Minute")?,
        team: table.column("Team_Type")?,
    };
    let mut claims = Claims { source: SOURCE.into(), ..Claims::default() };
    while let Some(row) = table.next_row()? {
        match read_kick(row, &columns)? {
            Ok(claim) => claims.matches.push(claim),
            Err(reason) => claims.skipped.push(Skipped { line: row.line(), reason: reason.into() }),
        }
    }
    claims.rows = table.rows();
    Ok(claims)
}

/// The kick of a row, or why there is none.
fn read_kick(row: Row<'_>, columns: &Columns) -> Result<Result<MatchClaim, &'static str>, ReadError> {
    // Beside the kicks the file has lists of players, which go on below some of them.
    if [&columns.country, &columns.taker, &columns.outcome].iter().all(|column| row.text(column).is_empty()) {
        return Ok(Err("no kick"));
    }
    let competition = row.parsed(&columns.country, "a country, as England", |country| {
        LEAGUES.iter().find(|(known, _)| *known == country).map(|&(_, league)| league)
    })?;
    let outcome = match row.number::<f32>(&columns.outcome, "1 for a goal, 0 for none")? {
        1.0 => PenaltyOutcome::Scored,
        0.0 => PenaltyOutcome::Missed,
        outcome if (0.0..1.0).contains(&outcome) => return Ok(Err("the outcome is a time of day")),
        _ => return Err(row.error(&columns.outcome, "1 for a goal, 0 for none")),
    };
    let direction = |column| {
        row.parsed(column, "L, C or R", |text| match text {
            "L" => Some(Direction::Left),
            "C" => Some(Direction::Centre),
            "R" => Some(Direction::Right),
            _ => None,
        })
    };
    let placement = Placement {
        foot: Some(row.parsed(&columns.foot, "L or R", read_foot)?),
        side: Some(direction(&columns.side)?),
        keeper_move: Some(direction(&columns.keeper_side)?),
        ..Placement::default()
    };
    let before = Goals::new(whole(row, &columns.home_goals)?, whole(row, &columns.away_goals)?);
    let minute = whole(row, &columns.minute)?;
    let clock = Clock::new(minute).map_err(|_| row.error(&columns.minute, "a minute from 1 to 120"))?;
    let side = row.parsed(&columns.team, "H or A", |team| match team {
        "H" => Some(Side::Home),
        "A" => Some(Side::Away),
        _ => None,
    })?;
    let keeper = Some(row.filled(&columns.keeper)?.into());
    let penalty = Penalty { keeper, placement: Some(placement), score_before: Some(before), ..Penalty::of(outcome) };
    Ok(Ok(MatchClaim {
        line: row.line(),
        competition: competition.into(),
        class: Some(CompetitionClass::League),
        kind: TeamKind::Club,
        events: vec![event(Some(clock), side, EventKind::Penalty(penalty), Some(row.filled(&columns.taker)?.into()))],
        ..MatchClaim::default()
    }))
}

/// A whole number up to 255, which the file writes `2.0`.
fn whole(row: Row<'_>, column: &Column) -> Result<u8, ReadError> {
    row.parsed(column, "a whole number up to 255", |text| text.strip_suffix(".0").unwrap_or(text).parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Foot;

    const HEADER: &str = "Country,player_id,player_name,Kicker_Foot,Kicker_Side,Goalie_Side,Outcome,goalkeeper_name,\
        goalkeeper_id,Home_Goals,Away_Goals,Minute,Team_Type,player_name.1,player_id.1\n";

    fn file(rows: &str) -> Result<Claims, ReadError> {
        read(format!("{HEADER}{rows}").as_bytes())
    }

    #[test]
    fn a_kick_has_sides_and_no_match() {
        let claims = file(
            "England,1.0,Ada Lund ,L,C,R,1.0,Otto Kapp,1.0,0.0,2.0,90.0,A,Ada Lund,1.0\n\
             ,,,,,,,,,,,,,Ben Moor,2.0\nItaly ,1.0,Ben Moor,R,L,L,0.0416,Otto Kapp,1.0,1.0,0.0,9.0,H,,\n",
        )
        .unwrap();
        assert_eq!((claims.rows, claims.matches.len(), claims.skipped.len()), (3, 1, 2));
        assert_eq!((claims.skipped[0].line, &*claims.skipped[1].reason), (3, "the outcome is a time of day"));
        let claim = &claims.matches[0];
        assert_eq!((&*claim.home, &*claim.away, claim.date, &*claim.competition), ("", "", None, "Premier League"));
        let told = &claim.events[0];
        assert_eq!(
            (told.side, told.player.as_deref(), told.clock),
            (Side::Away, Some("Ada Lund"), Clock::new(90).ok())
        );
        let EventKind::Penalty(penalty) = &told.kind else { panic!() };
        let placement = penalty.placement.unwrap();
        assert_eq!((placement.foot, placement.side), (Some(Foot::Left), Some(Direction::Centre)));
        assert_eq!((placement.keeper_move, penalty.score_before), (Some(Direction::Right), Some(Goals::new(0, 2))));
    }

    #[test]
    fn a_wrong_row_is_refused_where_it_is_wrong() {
        for (row, expected) in [
            ("Atlantis,1,A,L,C,R,1,B,1,0,2,90,A,,", "2:1: Country is `Atlantis`; expected a country"),
            ("Italy,1,A,X,C,R,1,B,1,0,2,90,A,,", "2:11: Kicker_Foot is `X`; expected L or R"),
            ("Italy,1,A,L,M,R,1,B,1,0,2,90,A,,", "2:13: Kicker_Side is `M`; expected L, C or R"),
            ("Italy,1,A,L,C,R,2,B,1,0,2,90,A,,", "2:17: Outcome is `2`; expected 1 for a goal"),
            ("Italy,1,A,L,C,R,1,,1,0,2,90,A,,", "2:19: goalkeeper_name is ``; expected a value"),
            ("Italy,1,A,L,C,R,1,B,1,-1,2,90,A,,", "Home_Goals is `-1`; expected a whole number up to 255"),
            ("Italy,1,A,L,C,R,1,B,1,0,2,121,A,,", "Minute is `121`; expected a minute from 1 to 120"),
            ("Italy,1,A,L,C,R,1,B,1,0,2,12,N,,", "Team_Type is `N`; expected H or A"),
        ] {
            let error = file(&format!("{row}\n")).unwrap_err().to_string();
            assert!(error.contains(expected), "{error} / {expected}");
        }
    }
}
