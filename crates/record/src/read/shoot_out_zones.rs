//! World Cup shoot-outs kick by kick: where each kick went and where the keeper went.
//!
//! The file has no dates and names teams by codes; the first team of a game kicked first. Claims have no date, and
//! are anchored when files are merged, by teams and outcomes.
//!
//! The zones are a grid of the goal *as the taker sees it*:
//!
//! | left | middle | right | |
//! |---|---|---|---|
//! | 1 | 2 | 3 | top |
//! | 4 | 5 | 6 | middle |
//! | 7 | 8 | 9 | bottom |
//!
//! The file does not say so; its 320 kicks do. Zones 1 to 3 are the top: 15 of 66 kicks there missed the goal and two
//! were saved, of 155 kicks at 7 to 9 13 missed and 42 were saved. Zones 1, 4 and 7 are the taker's left: right
//! footers placed 129 kicks there and 79 in 3, 6 and 9, and the natural side of a right-footer is his left; kicks seen
//! by everybody agree (the last kick of the final of 2022, by a right-footer to his left with the keeper going
//! right, is zone 7 and keeper `R`). The keeper's letter is of the same frame: of 52 saves at the sides 51 have the
//! keeper on the side of the ball. Only the side is kept: a third of the height is not a height.
//!
//! A kick not on target went wide or over or against the woodwork (the bar of 2006 is one): it is missed, and how is
//! not told. A kick on target and no goal was saved.

use super::gather::Gather;
use super::table::{Column, CsvTable, Row, Shape};
use super::{header_has, text};
use crate::claim::{Claims, CoverageClaim, MatchClaim, Skipped, read_foot};
use crate::{Direction, Extent, Kick, PenaltyOutcome, Place, Placement, ReadError, Side, Sources, Table};

/// Key of the source.
const SOURCE: &str = "shoot-out-zones";

/// Codes of the file that are not FIFA's; two of them are FIFA's of another team.
const TEAMS: [(&str, &str); 8] = [
    ("CRA", "Costa Rica"),
    ("HOL", "Netherlands"),
    ("IRE", "Republic of Ireland"),
    ("JAP", "Japan"),
    ("ROM", "Romania"),
    ("RUM", "Romania"),
    ("SPA", "Spain"),
    ("SWZ", "Switzerland"),
];

/// Whether a header is that of the file.
#[must_use]
pub fn looks_like(header: &str) -> bool {
    header_has(header, &["Game_id", "Team", "Zone", "Keeper", "OnTarget", "Penalty_Number"])
}

struct Columns {
    team: Column,
    zone: Column,
    foot: Column,
    keeper: Column,
    on_target: Column,
    goal: Column,
}

/// Reads the file: one claim a game, with its kicks in the order taken.
///
/// # Errors
/// At the first row that is neither a kick nor blank, and at a third team in a game.
pub fn read(bytes: &[u8]) -> Result<Claims, ReadError> {
    let mut table = CsvTable::open(text(bytes)?, Shape::Exact)?;
    let (game, number) = (table.column("Game_id")?, table.column("Penalty_Number")?);
    let columns = Columns {
        team: table.column("Team")?,
        zone: table.column("Zone")?,
        foot: table.column("Foot")?,
        keeper: table.column("Keeper")?,
        on_target: table.column("OnTarget")?,
        goal: table.column("Goal")?,
    };
    let mut claims = Claims { source: SOURCE.into(), ..Claims::default() };
    let mut games: Gather<Box<str>, MatchClaim> = Gather::new();
    while let Some(row) = table.next_row()? {
        let (id, team) = (row.filled(&game)?, team_name(row.filled(&columns.team)?));
        row.number::<u16>(&number, "the number of the kick in the shoot-out")?;
        let kick = kick(row, &columns)?;
        if kick.is_none() {
            claims.skipped.push(Skipped { line: row.line(), reason: "the kick was not needed".into() });
        }
        let mut third_team = false;
        let begin = || MatchClaim {
            line: row.line(),
            external_id: Some(id.into()),
            competition: "World Cup".into(),
            home: team.into(),
            ..MatchClaim::default()
        };
        games.add_to(id, begin, |claim| {
            if claim.away.is_empty() && *claim.home != *team {
                claim.away = team.into();
            }
            let side = if *claim.home == *team { Side::Home } else { Side::Away };
            third_team = side == Side::Away && *claim.away != *team;
            claim.kicks.extend(kick.map(|kick| Kick { side, ..kick }));
        });
        if third_team {
            return Err(row.error(&columns.team, format_args!("one of the two teams that kicked before in game {id}")));
        }
    }
    claims.matches = games.into_things().collect();
    claims.rows = table.rows();
    if let Some(claim) = claims.matches.iter().find(|claim| claim.away.is_empty()) {
        let game = claim.external_id.as_deref().unwrap_or_default();
        let problem = format!("game {game} has kicks of one team only");
        return Err(ReadError::new(Place::line(claim.line), problem, "kicks of two teams"));
    }
    claims.coverage = vec![CoverageClaim {
        competition: Some("World Cup".into()),
        edition: None,
        table: Table::ShootOutKicks,
        extent: Extent::Partial,
    }];
    Ok(claims)
}

/// The team a code means; other codes are FIFA's and stay.
fn team_name(code: &str) -> &str {
    TEAMS.iter().find(|(known, _)| *known == code).map_or(code, |&(_, name)| name)
}

/// The kick of a row, on the home side for now; `None` for a kick that was not needed.
fn kick(row: Row<'_>, columns: &Columns) -> Result<Option<Kick<Box<str>>>, ReadError> {
    let Columns { zone, foot, keeper, on_target, goal, .. } = columns;
    let values = [zone, foot, keeper, on_target, goal];
    if values.iter().all(|column| row.text(column).is_empty()) {
        return Ok(None);
    }
    let side = row.parsed(zone, "a zone from 1 to 9", |zone| match zone {
        "1" | "4" | "7" => Some(Direction::Left),
        "2" | "5" | "8" => Some(Direction::Centre),
        "3" | "6" | "9" => Some(Direction::Right),
        _ => None,
    })?;
    let keeper_move = row.parsed(keeper, "L, C or R", |keeper| match keeper {
        "L" | "l" => Some(Direction::Left),
        "C" | "c" => Some(Direction::Centre),
        "R" | "r" => Some(Direction::Right),
        _ => None,
    })?;
    let outcome = match (row.flag(on_target)?, row.flag(goal)?) {
        (true, true) => PenaltyOutcome::Scored,
        (true, false) => PenaltyOutcome::Saved,
        (false, false) => PenaltyOutcome::Missed,
        (false, true) => return Err(row.error(goal, "0, as the kick was not on target")),
    };
    let foot = row.parsed(foot, "L or R", read_foot)?;
    let placement =
        Placement { foot: Some(foot), side: Some(side), keeper_move: Some(keeper_move), ..Placement::default() };
    Ok(Some(Kick {
        side: Side::Home,
        taker: None,
        keeper: None,
        outcome,
        placement: Some(placement),
        sources: Sources::NONE,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Foot;

    const HEADER: &str = "Game_id,Team,Zone,Foot,Keeper,OnTarget,Goal,Penalty_Number,Elimination\n";

    fn game(rows: &str) -> Result<Claims, ReadError> {
        read(format!("\u{feff}{HEADER}{rows}").as_bytes())
    }

    #[test]
    fn kicks_have_a_side_and_the_keeper_his() {
        let claims = game("4,SPA,7,R,l,1,0,1,0\n4,SWZ,3,L,C,0,0,2,0\n4,SPA,5,R,R,1,1,3,1\n4,SWZ,,,,,,4,\n").unwrap();
        let [claim] = &claims.matches[..] else { panic!() };
        assert_eq!((&*claim.home, &*claim.away, claim.date), ("Spain", "Switzerland", None));
        assert_eq!((claim.external_id.as_deref(), &*claim.competition), (Some("4"), "World Cup"));
        let told: Vec<_> = claim
            .kicks
            .iter()
            .filter_map(|kick| {
                let placement = kick.placement?;
                Some((kick.side, kick.outcome, placement.side?, placement.keeper_move?, placement.foot?))
            })
            .collect();
        use Direction::{Centre, Left, Right};
        assert_eq!(
            told,
            [
                (Side::Home, PenaltyOutcome::Saved, Left, Left, Foot::Right),
                (Side::Away, PenaltyOutcome::Missed, Right, Centre, Foot::Left),
                (Side::Home, PenaltyOutcome::Scored, Centre, Right, Foot::Right),
            ]
        );
        assert!(!claim.kick_order_guessed);
        assert_eq!((claims.rows, claims.skipped.len(), claims.skipped[0].line), (4, 1, 5));
    }

    #[test]
    fn a_wrong_kick_is_refused_where_it_is_wrong() {
        for (row, expected) in [
            ("1,FRA,0,R,R,1,1,1,0", "2:7: Zone is `0`; expected a zone from 1 to 9"),
            ("1,FRA,7,X,R,1,1,1,0", "2:9: Foot is `X`; expected L or R"),
            ("1,FRA,7,R,,1,1,1,0", "2:11: Keeper is ``; expected L, C or R"),
            ("1,FRA,7,R,L,0,1,1,0", "2:15: Goal is `1`; expected 0, as the kick was not on target"),
            ("1,FRA,7,R,L,1,1,,0", "2:17: Penalty_Number is ``; expected the number of the kick in the shoot-out"),
            ("1,FRA,7,R,L,1,1,1,0", "2: game 1 has kicks of one team only; expected kicks of two teams"),
        ] {
            assert_eq!(game(&format!("{row}\n")).unwrap_err().to_string(), expected);
        }
        let error = game("1,FRA,7,R,L,1,1,1,0\n1,GER,7,R,L,1,1,2,0\n1,ITA,7,R,L,1,1,3,0\n").unwrap_err();
        assert_eq!(error.place, Place::at(4, 3));
    }

    #[test]
    fn the_file_is_told_by_its_header() {
        assert!(looks_like(HEADER.trim_end()) && !looks_like("Game_id,Team,Zone"));
    }
}
