//! `matches.csv`.

use std::collections::HashSet;

use super::{Editions, known};
use crate::claim::{Claims, MatchClaim, VenueClaim};
use crate::read::table::{Column, CsvTable, Row};
use crate::{Goals, Ground, KickOff, ReadError, Score, ShootOut, Side, Stage, Status, Table, Tie};

struct Columns {
    id: Column,
    date: Column,
    time: Column,
    home: Column,
    away: Column,
    stage: Column,
    group: Column,
    replay: Column,
    stadium: Column,
    city: Column,
    country: Column,
    score: [Column; 2],
    extra_time: Column,
    shoot_out: Column,
    kicks: [Column; 2],
}

pub(super) fn read(table: &mut CsvTable<'_>) -> Result<Claims, ReadError> {
    let mut editions = Editions::of(table)?;
    let columns = Columns {
        id: table.column("match_id")?,
        date: table.column("match_date")?,
        time: table.column("match_time")?,
        home: table.column("home_team_name")?,
        away: table.column("away_team_name")?,
        stage: table.column("stage_name")?,
        group: table.column("group_name")?,
        replay: table.column("replay")?,
        stadium: table.column("stadium_name")?,
        city: table.column("city_name")?,
        country: table.column("country_name")?,
        score: [table.column("home_team_score")?, table.column("away_team_score")?],
        extra_time: table.column("extra_time")?,
        shoot_out: table.column("penalty_shootout")?,
        kicks: [table.column("home_team_score_penalties")?, table.column("away_team_score_penalties")?],
    };
    let mut claims = Claims::default();
    let mut met: HashSet<[Box<str>; 3]> = HashSet::new();
    while let Some(row) = table.next_row()? {
        let edition = editions.read(row)?;
        let (home, away) = (row.filled(&columns.home)?, row.filled(&columns.away)?);
        let country = known(row.text(&columns.country));
        let mut stage = stage(row, &columns)?;
        if let (Tie::Ordinary, Some(group)) = (stage.tie, &stage.group) {
            let (first, second) = if home < away { (home, away) } else { (away, home) };
            let group = format!("{} {}, {} {group}", edition.competition(), edition.label, stage.kind.name());
            let meeting = [group.as_str(), first, second].map(Box::from);
            if !met.insert(meeting) {
                stage.tie = Tie::PlayOff;
            }
        }
        claims.matches.push(MatchClaim {
            line: row.line(),
            external_id: Some(row.filled(&columns.id)?.into()),
            competition: edition.competition().into(),
            edition: edition.label.into(),
            sex: edition.sex,
            date: Some(row.date(&columns.date)?),
            kick_off: known(row.text(&columns.time))
                .map(|_| row.parsed(&columns.time, "a time of day as 15:00", |text| KickOff::read(text, None)))
                .transpose()?,
            stage: Some(stage),
            home: home.into(),
            away: away.into(),
            venue: Some(VenueClaim {
                stadium: known(row.text(&columns.stadium)).map(Into::into),
                city: known(row.text(&columns.city)).map(Into::into),
                country: country.map(Into::into),
            }),
            ground: country.map_or(Ground::Unknown, |country| ground(country, home, away)),
            status: Some(Status::Played),
            score: score(row, &columns)?,
            ..MatchClaim::default()
        });
    }
    claims.coverage = editions.complete(&[Table::Results, Table::KickOffs, Table::Venues, Table::ShootOuts]);
    Ok(claims)
}

fn stage(row: Row<'_>, columns: &Columns) -> Result<Stage, ReadError> {
    let group = known(row.text(&columns.group));
    let mut stage = row.parsed(&columns.stage, "a stage of a World Cup", |name| match group {
        Some(group) => Stage::read(&format!("{name}, {group}")),
        None => Stage::read(name),
    })?;
    if row.flag(&columns.replay)? {
        stage.tie = Tie::Replay;
    }
    Ok(stage)
}

/// Whose ground: the host's. The grounds of 1974 are listed under today's Germany.
fn ground(country: &str, home: &str, away: &str) -> Ground {
    let hosts = |team: &str| team == country || (country, team) == ("Germany", "West Germany");
    if hosts(home) {
        Ground::HomeOf(Side::Home)
    } else if hosts(away) {
        Ground::HomeOf(Side::Away)
    } else {
        Ground::Neutral
    }
}

fn score(row: Row<'_>, columns: &Columns) -> Result<Score, ReadError> {
    let goals = |[home, away]: &[Column; 2]| -> Result<Goals, ReadError> {
        let expected = "a number up to 255";
        Ok(Goals::new(row.number(home, expected)?, row.number(away, expected)?))
    };
    let end = goals(&columns.score)?;
    let mut score =
        if row.flag(&columns.extra_time)? { Score::after_extra_time(None, end) } else { Score::after_ninety(end) };
    if row.flag(&columns.shoot_out)? {
        let [home_kicks, _] = &columns.kicks;
        let kicks = goals(&columns.kicks)?;
        let winner = kicks.leader().ok_or_else(|| row.error(home_kicks, "a shoot-out that has a winner"))?;
        score.shoot_out = Some(ShootOut { score: Some(kicks), winner, first: None });
    }
    Ok(score)
}
