//! Penalties of many matches as one table: a row a kick, with where it ended and what the keeper did, in the terms of
//! the event files.

use super::kick::{Dive, outcome, placed};
use super::story::clock;
use super::{SOURCE, team_names};
use crate::claim::{Claims, CoverageClaim, MatchClaim, Name, event};
use crate::read::gather::Gather;
use crate::read::table::{Column, CsvTable, Row, Shape};
use crate::read::{header_has, text};
use crate::{
    EventKind, Extent, Goals, Kick, Penalty, PenaltyOutcome, Placement, ReadError, ShootOut, Side, Sources, Table,
};

/// The period of a shoot-out.
const SHOOT_OUT: u8 = 5;

/// Whether a header is that of the table.
#[must_use]
pub fn looks_like_penalties(header: &str) -> bool {
    header_has(header, &["match", "teams", "period", "minute", "taker", "foot", "outcome", "y", "z", "keeper"])
}

struct Columns {
    id: Column,
    teams: Column,
    period: Column,
    minute: Column,
    team: Column,
    taker: Column,
    foot: Column,
    outcome: Column,
    at: [Column; 3],
    keeper: Column,
    technique: Option<Column>,
    ended: Option<Column>,
}

/// Reads the table: one claim a match, by the number of its event file.
///
/// # Errors
/// At the first row that is no penalty of one of the two teams of its match.
pub fn read_penalties(bytes: &[u8]) -> Result<Claims, ReadError> {
    let mut table = CsvTable::open(text(bytes)?, Shape::Exact)?;
    let columns = Columns {
        id: table.column("match")?,
        teams: table.column("teams")?,
        period: table.column("period")?,
        minute: table.column("minute")?,
        team: table.column("team")?,
        taker: table.column("taker")?,
        foot: table.column("foot")?,
        outcome: table.column("outcome")?,
        at: [table.column("x")?, table.column("y")?, table.column("z")?],
        keeper: table.column("keeper")?,
        technique: table.optional("gk_tech"),
        ended: table.optional("gk_end"),
    };
    let mut games: Gather<Box<str>, MatchClaim> = Gather::new();
    while let Some(row) = table.next_row()? {
        let (id, teams) = (row.filled(&columns.id)?, row.filled(&columns.teams)?);
        let (home, away) = row.parsed(&columns.teams, "two teams as Barcelona|Valencia", |teams| {
            let (home, away) = teams.split_once('|').map(|(home, away)| (home.trim(), away.trim()))?;
            (!home.is_empty() && !away.is_empty() && home != away && !away.contains('|')).then_some((home, away))
        })?;
        let kick = Taken::of(row, &columns, home, away)?;
        let (home, away, sex) = team_names(home, away);
        let begin =
            || MatchClaim { line: row.line(), external_id: Some(id.into()), sex, home, away, ..MatchClaim::default() };
        games.add_to(&format!("{id}\n{teams}"), begin, |claim| kick.tell(claim));
    }
    let rows = table.rows();
    let mut matches: Vec<MatchClaim> = games.into_things().collect();
    for claim in &mut matches {
        let scored = claim.kicks.iter().filter(|kick| kick.outcome == PenaltyOutcome::Scored);
        let score = scored.fold(Goals::default(), |goals, kick| goals.plus_one(kick.side));
        if let (Some(winner), Some(first)) = (score.leader(), claim.kicks.first()) {
            claim.score.shoot_out = Some(ShootOut { score: Some(score), winner, first: Some(first.side) });
        }
    }
    let partial = |table| CoverageClaim { competition: None, edition: None, table, extent: Extent::Partial };
    let coverage = [Table::Goals, Table::MissedPenalties, Table::ShootOutKicks].map(partial).into();
    Ok(Claims { source: SOURCE.into(), matches, coverage, rows, ..Claims::default() })
}

/// A kick of a row.
struct Taken {
    side: Side,
    period: u8,
    minute: u16,
    outcome: PenaltyOutcome,
    placement: Option<Placement>,
    taker: Name,
    keeper: Option<Name>,
}

impl Taken {
    fn of(row: Row<'_>, columns: &Columns, home: &str, away: &str) -> Result<Self, ReadError> {
        let side = row.side(&columns.team, home, away)?;
        let period = row.parsed(&columns.period, "a period from 1 to 5", |text| {
            text.parse().ok().filter(|period| (1..=SHOOT_OUT).contains(period))
        })?;
        let outcome = outcome(row.filled(&columns.outcome)?);
        let mut at = Vec::with_capacity(3);
        for column in &columns.at {
            // A kick that went nowhere near the goal may have no height.
            if row.text(column).is_empty() {
                break;
            }
            at.push(row.parsed(column, "a place in yards", |text| text.parse::<f32>().ok().filter(|y| y.is_finite()))?);
        }
        let mut placement = placed(row.text(&columns.foot), at.into_iter());
        let technique = columns.technique.as_ref().map_or("", |column| row.text(column));
        let ended = match &columns.ended {
            Some(column) if !row.text(column).is_empty() => {
                Some(row.parsed(column, "a place as [1.0, 38.5]", |text| {
                    serde_json::from_str::<Vec<f32>>(text).ok()?.get(1).copied()
                })?)
            }
            _ => None,
        };
        let across = placement.and_then(|placement| placement.across_cm);
        if let Some(direction) = Dive::told(technique, ended).direction(outcome, across) {
            placement.get_or_insert_default().keeper_move = Some(direction);
        }
        Ok(Self {
            side,
            period,
            minute: row.number(&columns.minute, "a minute")?,
            outcome,
            placement,
            taker: row.filled(&columns.taker)?.into(),
            keeper: Some(row.text(&columns.keeper)).filter(|name| !name.is_empty()).map(Into::into),
        })
    }

    fn tell(self, claim: &mut MatchClaim) {
        let Self { side, period, minute, outcome, placement, taker, keeper } = self;
        if period == SHOOT_OUT {
            claim.kicks.push(Kick { side, taker: Some(taker), keeper, outcome, placement, sources: Sources::NONE });
        } else {
            let penalty = Penalty { keeper, placement, ..Penalty::of(outcome) };
            claim.events.push(event(clock(period, minute), side, EventKind::Penalty(penalty), Some(taker)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Clock, Direction, Foot, Sex};

    const HEADER: &str = "match,teams,period,minute,second,team,taker,foot,outcome,x,y,z,technique,keeper,gk_type,\
        gk_tech,gk_pos,gk_body,gk_end,gk_loc\n";

    fn file(rows: &str) -> Result<Claims, ReadError> {
        read_penalties(format!("{HEADER}{rows}").as_bytes())
    }

    #[test]
    fn places_are_centimetres_as_the_taker_sees_them() {
        let claims = file(
            "7,Harbour|Mill WFC,2,92,5,Mill WFC,Ada Lund,Left Foot,Saved,119.3,37.0,0.5,Normal,Eva Kapp,,Diving,Set,,,\"[1.0, 40.0]\"\n\
             7,Harbour|Mill WFC,5,120,5,Harbour,Ida Moor,Right Foot,Goal,120.0,43.0,2.0,Normal,Lea Vega,,Standing,Set,,,\n\
             8,Mill|Coast,1,10,5,Mill,Ben Dahl,Right Foot,Off T,120.0,44.5,,Normal,,,Diving,Set,,\"[1.0, 42.0]\",\n",
        )
        .unwrap();
        let [first, other] = &claims.matches[..] else { panic!() };
        assert_eq!((&*first.home, &*first.away, first.sex), ("Harbour", "Mill", Sex::Women));
        assert_eq!((first.external_id.as_deref(), first.date, other.sex), (Some("7"), None, Sex::Men));
        let EventKind::Penalty(saved) = &first.events[0].kind else { panic!() };
        let placement = saved.placement.unwrap();
        // Three yards left of the middle is 2.74 m; half a yard is 46 cm.
        assert_eq!((placement.across_cm, placement.height_cm), (Some(-274), Some(46)));
        assert_eq!((placement.foot, placement.keeper_move), (Some(Foot::Left), Some(Direction::Left)));
        assert_eq!(first.events[0].clock, Clock::with_added(90, 3).ok());
        let [kick] = &first.kicks[..] else { panic!() };
        assert_eq!(kick.placement.and_then(|one| one.keeper_move), Some(Direction::Centre));
        assert_eq!(first.score.shoot_out.map(|one| one.winner), Some(Side::Home));
        // The keeper's own y grows to his right, which is the taker's left.
        let EventKind::Penalty(wide) = &other.events[0].kind else { panic!() };
        let placement = wide.placement.unwrap();
        assert_eq!((placement.across_cm, placement.height_cm), (Some(411), None));
        assert_eq!((placement.keeper_move, wide.keeper.as_deref()), (Some(Direction::Left), None));
    }

    #[test]
    fn a_wrong_row_is_refused_where_it_is_wrong() {
        let good = "8,Mill|Coast,1,10,5,Mill,Ben Dahl,Right Foot,Off T,120.0,44.5,0.1,Normal,K,,Diving,Set,,,\n";
        for (old, new, expected) in [
            ("Mill|Coast", "Mill", "2:3: teams is `Mill`; expected two teams as Barcelona|Valencia"),
            (",1,10", ",6,10", "2:14: period is `6`; expected a period from 1 to 5"),
            (",10,", ",x,", "2:16: minute is `x`; expected a minute"),
            ("5,Mill,", "5,Moll,", "team is `Moll`; expected `Mill` or `Coast`"),
            ("44.5", "inf", "y is `inf`; expected a place in yards"),
            (",,,\n", ",,[1],\n", "gk_end is `[1]`; expected a place as [1.0, 38.5]"),
        ] {
            let text = good.replacen(old, new, 1);
            assert_ne!(text, good);
            let error = file(&text).unwrap_err().to_string();
            assert!(error.contains(expected), "{error} / {expected}");
        }
    }
}
