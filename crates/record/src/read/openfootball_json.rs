//! openfootball's JSON: an edition with its matches, and the files beside it with groups, tables and squads.
//!
//! `ft` is the score after ninety minutes, `et` after extra time, `p` the shoot-out. Files of which the record takes
//! nothing (stadiums, codes of teams) are read as empty, and told so in [`Claims::skipped`].

use std::borrow::Cow;
use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error as _, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::json_error;
use super::openfootball::{
    NO_EXTRA_TIME, Title, despite_goal_at, goal_after_ninety, goals_differ, group_label, is_placeholder, listed_goals,
    split_matchday, venue, zone,
};
use super::scan::{Fault, Parsed, iso_date, name, quoted, split_word};
use crate::claim::{Claims, MatchClaim, PersonClaim, Skipped, VenueClaim, event};
use crate::{
    Clock, EventKind, Goals, KickOff, Penalty, PenaltyOutcome, ReadError, Score, Sex, ShootOut, Side, Stage, StageKind,
    Status, TeamKind,
};

/// Text of the file, borrowed where it has no escapes.
#[derive(Debug, Deserialize)]
struct Text<'t>(#[serde(borrow)] Cow<'t, str>);

impl<'t> Text<'t> {
    /// The part of the file it is, to say where; none if it had escapes.
    const fn place(&self) -> &'t str {
        match &self.0 {
            Cow::Borrowed(text) => text,
            Cow::Owned(_) => "",
        }
    }
}

impl std::ops::Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

/// An edition, or a file beside one.
#[derive(Deserialize)]
struct EditionRow<'t> {
    #[serde(borrow)]
    name: Text<'t>,
    #[serde(borrow, default)]
    matches: Vec<MatchRow<'t>>,
    #[serde(borrow, default)]
    groups: Vec<GroupRow<'t>>,
    #[serde(default)]
    stadiums: Vec<serde::de::IgnoredAny>,
    #[serde(default)]
    teams: Vec<serde::de::IgnoredAny>,
}

#[derive(Deserialize)]
struct MatchRow<'t> {
    #[serde(borrow)]
    round: Option<Text<'t>>,
    num: Option<u32>,
    #[serde(borrow)]
    date: Option<Text<'t>>,
    #[serde(borrow)]
    time: Option<Text<'t>>,
    #[serde(borrow)]
    time_local: Option<Text<'t>>,
    #[serde(borrow)]
    team1: TeamName<'t>,
    #[serde(borrow)]
    team2: TeamName<'t>,
    score: Option<ScoreRow>,
    #[serde(borrow)]
    status: Option<Text<'t>>,
    #[serde(borrow)]
    goals1: Option<Vec<GoalRow<'t>>>,
    #[serde(borrow)]
    goals2: Option<Vec<GoalRow<'t>>>,
    #[serde(borrow)]
    group: Option<Text<'t>>,
    #[serde(borrow)]
    ground: Option<Text<'t>>,
}

#[derive(Deserialize)]
struct GoalRow<'t> {
    #[serde(borrow)]
    name: Text<'t>,
    #[serde(borrow)]
    minute: Option<MinuteValue<'t>>,
    offset: Option<u8>,
    penalty: Option<bool>,
    owngoal: Option<bool>,
}

#[derive(Deserialize)]
struct GroupRow<'t> {
    #[serde(borrow)]
    name: Text<'t>,
    #[serde(borrow, default)]
    teams: Vec<TeamName<'t>>,
    #[serde(borrow, default)]
    standings: Vec<StandingRow<'t>>,
}

#[derive(Deserialize)]
struct StandingRow<'t> {
    pos: u16,
    #[serde(borrow)]
    team: TeamName<'t>,
}

/// A team of a list without an edition; with players it is a squad.
#[derive(Deserialize)]
struct SquadRow<'t> {
    #[serde(borrow)]
    name: Text<'t>,
    #[serde(borrow, default)]
    players: Vec<PlayerRow<'t>>,
}

#[derive(Deserialize)]
struct PlayerRow<'t> {
    #[serde(borrow)]
    name: Text<'t>,
    #[serde(borrow)]
    date_of_birth: Option<Text<'t>>,
}

/// A minute as a number, or as text with added time.
enum MinuteValue<'t> {
    Number(u64),
    Text(Text<'t>),
}

impl<'de: 't, 't> Deserialize<'de> for MinuteValue<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Minutes;
        impl<'de> Visitor<'de> for Minutes {
            type Value = MinuteValue<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a minute, 84 or \"90+4\"")
            }

            fn visit_u64<E>(self, minute: u64) -> Result<Self::Value, E> {
                Ok(MinuteValue::Number(minute))
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(MinuteValue::Text(Text(Cow::Borrowed(text))))
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(MinuteValue::Text(Text(Cow::Owned(text.to_owned()))))
            }
        }
        deserializer.deserialize_any(Minutes)
    }
}

/// A team by name, or as an object that has the name.
struct TeamName<'t>(Text<'t>);

impl<'de: 't, 't> Deserialize<'de> for TeamName<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Named<'t> {
            #[serde(borrow)]
            name: Text<'t>,
        }
        struct Names;
        impl<'de> Visitor<'de> for Names {
            type Value = TeamName<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a team's name")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(TeamName(Text(Cow::Borrowed(text))))
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(TeamName(Text(Cow::Owned(text.to_owned()))))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                Named::deserialize(MapAccessDeserializer::new(map)).map(|named| TeamName(named.name))
            }
        }
        deserializer.deserialize_any(Names)
    }
}

/// A score by stages, or as a bare pair.
#[derive(Default)]
struct ScoreRow {
    half_time: Option<[u8; 2]>,
    full_time: Option<[u8; 2]>,
    extra_time: Option<[u8; 2]>,
    shoot_out: Option<[u8; 2]>,
}

impl<'de> Deserialize<'de> for ScoreRow {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Stages {
            ht: Option<[u8; 2]>,
            ft: Option<[u8; 2]>,
            et: Option<[u8; 2]>,
            p: Option<[u8; 2]>,
        }
        struct Scores;
        impl<'de> Visitor<'de> for Scores {
            type Value = ScoreRow;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a score, {\"ft\": [2, 1]} or [2, 1]")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let short = |count| A::Error::invalid_length(count, &"two numbers");
                let home = seq.next_element()?.ok_or_else(|| short(0))?;
                let away = seq.next_element()?.ok_or_else(|| short(1))?;
                match seq.next_element::<serde::de::IgnoredAny>()? {
                    None => Ok(ScoreRow { full_time: Some([home, away]), ..ScoreRow::default() }),
                    Some(_) => Err(short(3)),
                }
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                let Stages { ht, ft, et, p } = Stages::deserialize(MapAccessDeserializer::new(map))?;
                Ok(ScoreRow { half_time: ht, full_time: ft, extra_time: et, shoot_out: p })
            }
        }
        deserializer.deserialize_any(Scores)
    }
}

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

impl<'t> GoalRow<'t> {
    fn clock(&self) -> Parsed<'t, Option<Clock>> {
        let clock = match &self.minute {
            None => return Ok(None),
            Some(MinuteValue::Number(minute)) => u8::try_from(*minute).ok().and_then(|minute| {
                // The clock of extra time that runs on: 121 is the first minute added to it.
                let run_on = minute.saturating_sub(120);
                Clock::with_added(minute - run_on, self.offset.unwrap_or(0).saturating_add(run_on)).ok()
            }),
            Some(MinuteValue::Text(text)) => text.parse().ok(),
        };
        let written = || match &self.minute {
            Some(MinuteValue::Text(text)) => text.to_string(),
            Some(MinuteValue::Number(minute)) => match self.offset {
                Some(offset) => format!("{minute}+{offset}"),
                None => minute.to_string(),
            },
            None => String::new(),
        };
        clock.map(Some).ok_or_else(|| {
            Fault::new(
                self.name.place(),
                format!("minute `{}` of a goal by {}", written(), &*self.name),
                "1 to 120, with added time after 45, 90, 105 or 120",
            )
        })
    }

    fn kind(&self) -> EventKind<Box<str>> {
        if self.owngoal == Some(true) {
            EventKind::OwnGoal
        } else if self.penalty == Some(true) {
            let outcome = PenaltyOutcome::Scored;
            EventKind::Penalty(Penalty { outcome, keeper: None, awarded: None, retaken: false, placement: None })
        } else {
            EventKind::Goal
        }
    }
}

/// A ground with its city, or a city, whose suburb in brackets is left out.
fn ground(text: &str) -> Option<VenueClaim> {
    match text.split_once(',') {
        Some(_) => venue(text),
        None => venue(text.split('(').next().unwrap_or(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Format;

    fn matches(rows: &str) -> String {
        format!("{{\"name\": \"World Cup 2022\",\n \"matches\": [\n{rows}]}}")
    }

    fn read_text(text: &str) -> Claims {
        read(text.as_bytes()).unwrap_or_else(|error| panic!("{error}"))
    }

    fn error(text: &str) -> String {
        read(text.as_bytes()).unwrap_err().to_string()
    }

    const FINAL: &str = r#"{"round": "Final", "num": 64, "date": "2022-12-18", "time": "18:00 UTC+3",
        "team1": "Argentina", "team2": "France", "score": {"p": [4, 2], "et": [3, 3], "ft": [2, 2], "ht": [2, 0]},
        "goals1": [{"name": "Messi", "minute": 23, "penalty": true}, {"name": "Di María", "minute": 36},
                   {"name": "Messi", "minute": "108"}],
        "goals2": [{"name": "Mbappé", "minute": 80, "penalty": true}, {"name": "Mbappé", "minute": 81},
                   {"name": "Mbappé", "minute": "118", "penalty": true}],
        "ground": "Lusail Iconic Stadium, Lusail"}"#;

    #[test]
    fn a_final_is_read_whole() {
        let claims = read_text(&matches(FINAL));
        let claim = &claims.matches[0];
        assert_eq!(claim.line, 4);
        assert_eq!(claim.date, Some(jiff::civil::date(2022, 12, 18)));
        assert_eq!(claim.kick_off.and_then(KickOff::zone).as_deref(), Some("UTC+3"));
        assert_eq!(claim.stage, Some(Stage::of(StageKind::Final)));
        assert_eq!(claim.score.full_time, Some(Goals::new(2, 2)));
        assert_eq!(claim.score.winner(), Some(Side::Home));
        assert_eq!(claim.events.len(), 6);
        assert_eq!(claim.external_id.as_deref(), Some("64"));
        assert_eq!(claim.venue.as_ref().and_then(|venue| venue.city.as_deref()), Some("Lusail"));
        assert_eq!(Format::detect(matches(FINAL).as_bytes()), Some(Format::OpenfootballJson));
    }

    #[test]
    fn added_time_is_a_number_or_in_the_text() {
        let row = r#"{"team1": "Netherlands", "team2": "Argentina", "score": {"ft": [2, 0]}, "goals1":
            [{"name": "Weghorst", "minute": 83}, {"name": "Weghorst", "minute": MINUTE}], "goals2": []}"#;
        for minute in ["90, \"offset\": 11", "\"90+11\""] {
            let claims = read_text(&matches(&row.replace("MINUTE", minute)));
            assert_eq!(claims.matches[0].events[1].clock.unwrap().to_string(), "90+11");
        }
        let claims = read_text(&matches(&row.replace("MINUTE", "121").replace("\"ft\"", "\"et\"")));
        assert_eq!(claims.matches[0].events[1].clock.unwrap().to_string(), "120+1");
        let wrong = error(&matches(&row.replace("MINUTE", "84, \"offset\": 2")));
        assert!(wrong.starts_with("4:60: minute `84+2` of a goal by Weghorst; expected 1 to 120"), "{wrong}");
        let wrong = error(&matches(&row.replace("MINUTE", "true")));
        assert!(wrong.starts_with("4:") && wrong.contains("expected a minute, 84 or"), "{wrong}");
    }

    #[test]
    fn the_way_to_the_finals_writes_scores_as_pairs() {
        let claims = read_text(
            r#"{"name": "World Cup 2026 Qualifying", "matches": [
              {"round": "Path A, Final", "date": "2026-03-26", "time": "20:45 CET", "time_local": "19:45 UTC±0",
               "team1": "Wales", "team2": "Bosnia & Herzegovina", "score": [1, 1]}]}"#,
        );
        let claim = &claims.matches[0];
        assert_eq!(&*claim.competition, "World Cup Qualifying");
        assert_eq!(claim.stage, Some(Stage::of(StageKind::Qualifying)));
        assert_eq!(claim.score, Score::after_ninety(Goals::new(1, 1)));
        assert_eq!(claim.kick_off, KickOff::new(19, 45, Some(0)));
    }

    #[test]
    fn groups_with_letters_after_groups_with_numbers_came_second() {
        let row = |group: &str, date: &str| {
            format!(
                r#"{{"round": "Matchday 1", "date": "{date}", "team1": "Poland", "team2": "Italy", "score": {{"ft": [2, 1]}}, "group": "{group}"}}"#
            )
        };
        let text = format!(
            r#"{{"name": "World Cup 1974", "matches": [{},{}]}}"#,
            row("Group 4", "1974-06-23"),
            row("Group B", "1974-06-26")
        );
        let claims = read_text(&text);
        let stages: Vec<String> =
            claims.matches.iter().filter_map(|claim| Some(claim.stage.as_ref()?.to_string())).collect();
        assert_eq!(stages, ["group 4", "second group stage, group B"]);
    }

    #[test]
    fn sides_not_known_yet_are_left_out() {
        let claims =
            read_text(&matches(r#"{"team1": "W61", "team2": "W62"}, {"team1": "Sweden", "team2": "Austria"}"#));
        assert_eq!(claims.matches.len(), 1);
        assert_eq!(claims.matches[0].status, Some(Status::Scheduled));
        assert_eq!(&*claims.skipped[0].reason, "`W61` is not a team yet");
    }

    #[test]
    fn goals_that_do_not_make_the_score_are_left_out() {
        let text = matches(&FINAL.replacen("\"et\": [3, 3]", "\"et\": [4, 4]", 1));
        let claims = read_text(&text);
        assert!(claims.matches[0].events.is_empty());
        assert_eq!(&*claims.skipped[0].reason, "the goals listed make 3-3 but the score is 4-4");
    }

    #[test]
    fn files_beside_an_edition() {
        let claims = read_text(
            r#"{"name": "World Cup 2014", "groups": [{"name": "Group A", "teams": ["Brazil", {"name": "Croatia", "code": "CRO"}]}]}"#,
        );
        assert_eq!(claims.editions[0].groups[0].1.join("+"), "Brazil+Croatia");
        let claims = read_text(
            r#"{"name": "World Cup 2014", "groups": [{"name": "Group A", "standings":
               [{"pos": 2, "team": {"name": "Mexico"}}, {"pos": 1, "team": {"name": "Brazil"}}]}]}"#,
        );
        assert_eq!(claims.editions[0].positions[0].1.join("+"), "Brazil+Mexico");
        let claims = read_text(
            r#"[{"name": "England", "fifa_code": "ENG", "players": [{"name": "Harry Kane", "date_of_birth": "1993-07-28"}]}]"#,
        );
        assert_eq!(claims.people[0].born, Some(jiff::civil::date(1993, 7, 28)));
        let claims = read_text(r#"{"name": "World Cup 2014", "stadiums": [{"name": "Maracanã"}]}"#);
        assert!(claims.skipped[0].reason.starts_with("a list of stadiums"));
    }

    #[test]
    fn an_error_says_where() {
        for (from, to, place) in [
            ("2022-12-18", "2022-12-32", "3:40: `2022-12-32`; expected a date"),
            ("2022-12-18", "1966-12-18", "3:40: 1966-12-18 is no day of World Cup 2022"),
            ("18:00 UTC+3", "25:00", "3:62: `25:00`; expected a time of day"),
            ("[2, 0]", "[2, 3]", "4:19: Argentina against France: impossible score: half-time 2-3"),
            ("[4, 2]", "[4, 4]", "4:19: Argentina against France: a shoot-out 4-4 without a winner"),
            ("[4, 2]", "[4]", "4:67: invalid length 1"),
            ("[4, 2]", "\"4-2\"", "4:69: invalid type: string"),
            ("Argentina\",", "Argentina\" ", "4:31: expected `,` or `}`"),
        ] {
            let wrong = error(&matches(&FINAL.replacen(from, to, 1)));
            assert!(wrong.starts_with(place), "{from} -> {to}: {wrong}");
        }
        assert!(error("{\"name\": \"World Cup\"}").starts_with("1:11: `World Cup`; expected a name with its year"));
        assert!(error("").contains("ends"));
    }

    proptest::proptest! {
        #[test]
        fn no_text_panics(text in "\\PC{0,120}") {
            let _ = read(text.as_bytes());
        }

        #[test]
        fn no_damage_to_a_file_panics(cut in 0..1200_usize, put in "\\PC{0,4}|[0-9]{1,6}|\"|,") {
            let mut text = matches(FINAL);
            let cut = text.floor_char_boundary(cut);
            text.replace_range(cut..text.ceil_char_boundary(cut + 1), &put);
            let _ = read(text.as_bytes());
        }
    }
}
