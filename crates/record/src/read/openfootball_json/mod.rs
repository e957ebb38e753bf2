//! openfootball's JSON: an edition with its matches, and the files beside it with groups, tables and squads.
//!
//! `ft` is the score after ninety minutes, `et` after extra time, `p` the shoot-out. Files of which the record takes
//! nothing (stadiums, codes of teams) are read as empty, and told so in [`Claims::skipped`].

mod rows;

use serde::Deserialize;

use self::rows::{EditionRow, MatchRow, ScoreRow, SquadRow, StandingRow, TeamName, Text};
use super::json_error;
use super::openfootball::{
    NO_EXTRA_TIME, Title, despite_goal_at, goal_after_ninety, goals_differ, group_label, is_placeholder, listed_goals,
    split_matchday, venue, zone,
};
use super::scan::{Fault, LONGEST_NAME, Parsed, iso_date, name, quoted, split_word};
use crate::claim::{Claims, MatchClaim, PersonClaim, Skipped, VenueClaim, event};
use crate::{Goals, KickOff, ReadError, Score, Sex, ShootOut, Side, Stage, StageKind, Status, TeamKind};

/// Whether JSON starts as one of openfootball's files does.
#[must_use]
pub fn looks_like(text: &str) -> bool {
    let has = |keys: &[&str]| keys.iter().any(|key| text.contains(key));
    match text.trim_start().bytes().next() {
        Some(b'{') => has(&["\"name\""]) && has(&["\"matches\"", "\"groups\"", "\"stadiums\"", "\"teams\""]),
        Some(b'[') => has(&["\"fifa_code\""]),
        _ => false,
    }
}

/// Reads a file.
///
/// # Errors
/// If the file is not UTF-8 or not JSON of this shape, or holds an impossible date, minute or score; says where.
pub fn read(bytes: &[u8]) -> Result<Claims, ReadError> {
    let text = super::text(bytes)?;
    let mut reader = Reader { text, claims: Claims { source: "openfootball".into(), ..Claims::default() }, at: (0, 1) };
    if text.trim_start().starts_with('[') {
        let teams: Vec<SquadRow<'_>> = json(text, "openfootball's list of teams or squads")?;
        reader.squads(&teams).map_err(|fault| fault.locate(text))?;
    } else {
        let edition: EditionRow<'_> = json(text, "openfootball's JSON of an edition")?;
        reader.edition(&edition).map_err(|fault| fault.locate(text))?;
    }
    Ok(reader.claims)
}

fn json<'t, T: Deserialize<'t>>(text: &'t str, expected: &str) -> Result<T, ReadError> {
    serde_json::from_str(text).map_err(|error| json_error(&error, expected))
}

struct Reader<'t> {
    text: &'t str,
    claims: Claims,
    /// How far lines have been counted: bytes, and the line they end in.
    at: (usize, u32),
}

impl<'t> Reader<'t> {
    /// Line of a part of the file. Parts are asked for in file order, so that lines are counted once.
    fn line_of(&mut self, part: &'t str) -> u32 {
        let offset = part.as_ptr().addr().wrapping_sub(self.text.as_ptr().addr());
        let (from, line) = self.at;
        if let Some(passed) = self.text.as_bytes().get(from..offset) {
            let lines = passed.iter().filter(|&&byte| byte == b'\n').count();
            self.at = (offset, line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX)));
        }
        self.at.1
    }

    fn skip(&mut self, line: u32, reason: impl Into<Box<str>>) {
        self.claims.skipped.push(Skipped { line, reason: reason.into() });
    }

    fn edition(&mut self, row: &EditionRow<'t>) -> Parsed<'t, ()> {
        let place = row.name.place();
        let title = Title::read(&row.name)
            .ok_or_else(|| Fault::new(place, quoted(&row.name), "a name with its year or season, `World Cup 2022`"))?;
        let mut edition = title.edition();
        for group in &row.groups {
            let label = group_label(&group.name);
            let team = |team: &TeamName<'t>| title.team(&team.0);
            if !group.teams.is_empty() {
                edition.groups.push((label.clone(), group.teams.iter().map(team).collect()));
            }
            if !group.standings.is_empty() {
                let mut table: Vec<&StandingRow<'t>> = group.standings.iter().collect();
                table.sort_by_key(|standing| standing.pos);
                edition.positions.push((label, table.iter().map(|standing| team(&standing.team)).collect()));
            }
        }
        self.claims.editions.push(edition);
        self.claims.rows = row.matches.len() + row.groups.len() + row.stadiums.len() + row.teams.len();
        for (list, what) in [(&row.stadiums, "stadiums"), (&row.teams, "codes of teams")] {
            if !list.is_empty() {
                self.skip(1, format!("a list of {what}, of which the record takes nothing"));
            }
        }
        // Where groups have numbers and letters, those with letters came second.
        let has_group = |letter: bool| {
            row.matches.iter().filter_map(|row| row.group.as_ref()).any(|group| is_lettered(group) == letter)
        };
        let letters_second = has_group(false) && has_group(true);
        for row in &row.matches {
            self.match_row(row, &title, letters_second)?;
        }
        Ok(())
    }

    fn match_row(&mut self, row: &MatchRow<'t>, title: &Title, letters_second: bool) -> Parsed<'t, ()> {
        let at = row.team1.0.place();
        let line = self.line_of(at);
        let (home, away) = (&*row.team1.0, &*row.team2.0);
        if row.score.is_none()
            && let Some(team) = [home, away].into_iter().find(|team| is_placeholder(team))
        {
            self.skip(line, format!("`{team}` is not a team yet"));
            return Ok(());
        }
        let mut claim = MatchClaim {
            line,
            external_id: row.num.map(|number| number.to_string().into()),
            date: row.date.as_ref().map(|date| self::date(date, title)).transpose()?,
            kick_off: row.time_local.as_ref().or(row.time.as_ref()).map(kick_off).transpose()?,
            home: title.team(home),
            away: title.team(away),
            venue: row.ground.as_ref().and_then(|ground| self::ground(ground)),
            status: Some(status(row)?),
            score: row
                .score
                .as_ref()
                .map(score)
                .transpose()
                .map_err(|problem| {
                    Fault::new(at, format!("{home} against {away}: {problem}"), "goals that are never taken back")
                })?
                .unwrap_or_default(),
            ..title.match_claim()
        };
        if let Some(round) = &row.round {
            let (of_stage, matchday) = split_matchday(round);
            if row.group.is_none() && title.kind == TeamKind::Club {
                claim.matchday = matchday;
            }
            claim.stage = stage(of_stage, matchday, row.group.as_deref(), title, letters_second);
            if claim.stage.is_none() && matchday.is_none() {
                self.skip(line, format!("`{}` is no stage we know", &**round));
            }
        }
        for (side, goals) in [(Side::Home, &row.goals1), (Side::Away, &row.goals2)] {
            for goal in goals.iter().flatten() {
                claim.events.push(event(goal.clock()?, side, goal.kind(), Some(name(&goal.name))));
            }
        }
        let (listed, end) = (listed_goals(&claim), claim.score.end.unwrap_or_default());
        if listed != end && !claim.events.is_empty() {
            claim.events.clear();
            self.skip(line, goals_differ(listed, end));
        }
        if let Some(minute) = goal_after_ninety(&claim)
            && claim.score.extra_time.is_none()
        {
            claim.score = despite_goal_at(minute, claim.score);
            self.skip(line, NO_EXTRA_TIME);
        }
        self.claims.matches.push(claim);
        Ok(())
    }

    fn squads(&mut self, teams: &[SquadRow<'t>]) -> Parsed<'t, ()> {
        for team in teams {
            self.claims.rows += team.players.len().max(1);
            if team.name.len() > LONGEST_NAME {
                return Err(Fault::new(team.name.place(), quoted(&team.name), "a team's name"));
            }
            for player in &team.players {
                let born = player.date_of_birth.as_ref().map(|born| {
                    iso_date(born).ok_or_else(|| Fault::new(born.place(), quoted(born), "a date, `1993-07-28`"))
                });
                self.claims.people.push(PersonClaim {
                    name: name(&player.name),
                    other_names: Vec::new(),
                    teams: vec![name(&team.name)],
                    sex: Sex::Men,
                    born: born.transpose()?,
                });
            }
        }
        let reason = if self.claims.people.is_empty() {
            "a list of codes of teams, of which the record takes nothing"
        } else {
            "squads of an edition the file does not name: only names and births are taken"
        };
        self.skip(1, reason);
        Ok(())
    }
}

fn is_lettered(group: &str) -> bool {
    group_label(group).bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn date<'t>(text: &Text<'t>, title: &Title) -> Parsed<'t, jiff::civil::Date> {
    let date = iso_date(text).ok_or_else(|| Fault::new(text.place(), quoted(text), "a date, `2022-12-18`"))?;
    title.check_date(date, text.place())
}

/// `13:00`, `13:00 UTC-6`, `20:45 CET`
fn kick_off<'t>(text: &Text<'t>) -> Parsed<'t, KickOff> {
    let (time, zone_name) = split_word(text);
    KickOff::read(time, zone(zone_name).filter(|_| !zone_name.is_empty()))
        .ok_or_else(|| Fault::new(text.place(), quoted(text), "a time of day, `20:00` or `20:00 UTC-6`"))
}

fn status<'t>(row: &MatchRow<'t>) -> Parsed<'t, Status> {
    match row.status.as_ref().map(|status| (status, &**status)) {
        None if row.score.is_some() => Ok(Status::Played),
        None => Ok(Status::Scheduled),
        Some((_, "canceled" | "cancelled")) => Ok(Status::Cancelled),
        Some((_, "abandoned")) => Ok(Status::Abandoned),
        Some((_, "awarded")) => Ok(Status::Awarded),
        Some((_, "walkover")) => Ok(Status::Walkover),
        Some((_, "postponed" | "suspended")) => Ok(Status::Scheduled),
        Some((status, _)) => Err(Fault::new(
            status.place(),
            quoted(status),
            "a status: canceled, postponed, suspended, abandoned, awarded or walkover",
        )),
    }
}

fn score(row: &ScoreRow) -> Result<Score, String> {
    let goals = |pair: Option<[u8; 2]>| pair.map(|[home, away]| Goals::new(home, away));
    let full_time = goals(row.full_time);
    let mut score = match (full_time, goals(row.extra_time)) {
        (full_time, Some(extra_time)) => Score::after_extra_time(full_time, extra_time),
        (Some(full_time), None) => Score::after_ninety(full_time),
        (None, None) => Score::default(),
    };
    score.half_time = goals(row.half_time);
    if let Some(kicks) = goals(row.shoot_out) {
        let winner = kicks.leader().ok_or_else(|| format!("a shoot-out {kicks} without a winner"))?;
        score.shoot_out = Some(ShootOut { score: Some(kicks), winner, first: None });
    }
    score.check().map_err(|error| error.to_string())?;
    Ok(score)
}

fn stage(
    of_stage: &str,
    matchday: Option<u16>,
    group: Option<&str>,
    title: &Title,
    letters_second: bool,
) -> Option<Stage> {
    let stage = match group {
        Some(group) => {
            let kind = if letters_second && is_lettered(group) { StageKind::SecondGroup } else { StageKind::Group };
            Stage::group(kind, &group_label(group))
        }
        None if matchday.is_some() && of_stage.is_empty() => {
            (title.kind == TeamKind::Club).then(|| Stage::of(StageKind::League))?
        }
        None if title.qualifying => Stage::of(StageKind::Qualifying),
        // Of finals it is the first round, not the way to them.
        None if title.kind == TeamKind::National && of_stage.eq_ignore_ascii_case("preliminary round") => {
            Stage::of(StageKind::FirstRound)
        }
        None => Stage::read(of_stage).or_else(|| Stage::read(of_stage.split(',').next().unwrap_or_default()))?,
    };
    Some(title.stage(stage))
}

/// A ground with its city, or a city, whose suburb in brackets is left out.
fn ground(text: &str) -> Option<VenueClaim> {
    match text.split_once(',') {
        Some(_) => venue(text),
        None => venue(text.split('(').next().unwrap_or(text)),
    }
}

#[cfg(test)]
mod tests;
