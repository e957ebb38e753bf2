//! The matches of a season: who, when, where and the score, keyed by the number that names the event files.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer};

use super::{SOURCE, team_name};
use crate::claim::{Claims, MatchClaim, PersonClaim, Skipped, VenueClaim};
use crate::read::json::{DateText, Lines, Text, optional, season_label};
use crate::read::{json_error, text};
use crate::{Goals, Ground, KickOff, ReadError, Score, Sex, Stage, StageKind, Status, TeamKind, fold};

#[derive(Deserialize)]
struct Fixture<'a> {
    match_id: u64,
    #[serde(borrow)]
    competition: Competition<'a>,
    #[serde(borrow)]
    season: Season<'a>,
    #[serde(borrow)]
    match_date: DateText<'a>,
    #[serde(default, deserialize_with = "kick_off")]
    kick_off: Option<KickOff>,
    #[serde(borrow)]
    home_team: Team<'a>,
    #[serde(borrow)]
    away_team: Team<'a>,
    #[serde(default)]
    home_score: Option<u8>,
    #[serde(default)]
    away_score: Option<u8>,
    #[serde(default)]
    match_week: Option<u16>,
    #[serde(borrow, default)]
    competition_stage: Option<Named<'a>>,
    #[serde(borrow, default)]
    stadium: Option<Stadium<'a>>,
    #[serde(borrow, default)]
    referee: Option<Named<'a>>,
}

#[derive(Deserialize)]
struct Competition<'a> {
    #[serde(borrow)]
    competition_name: Text<'a>,
    #[serde(default)]
    competition_international: Option<bool>,
}

#[derive(Deserialize)]
struct Season<'a> {
    #[serde(borrow)]
    season_name: Text<'a>,
}

#[derive(Deserialize)]
struct Named<'a> {
    #[serde(borrow)]
    name: Text<'a>,
}

#[derive(Deserialize)]
struct Stadium<'a> {
    #[serde(borrow)]
    name: Text<'a>,
    #[serde(borrow, default)]
    country: Option<Named<'a>>,
}

/// Either side: the files prefix some members of a team with its side.
#[derive(Deserialize)]
struct Team<'a> {
    #[serde(borrow, rename = "home_team_name", alias = "away_team_name")]
    name: Text<'a>,
    #[serde(borrow, default, rename = "home_team_gender", alias = "away_team_gender")]
    gender: Option<Text<'a>>,
    #[serde(borrow, default, rename = "home_team_group", alias = "away_team_group")]
    group: Option<Text<'a>>,
    #[serde(borrow, default)]
    country: Option<Named<'a>>,
    #[serde(borrow, default)]
    managers: Vec<Manager<'a>>,
}

#[derive(Deserialize)]
struct Manager<'a> {
    #[serde(borrow)]
    name: Text<'a>,
    #[serde(borrow, default)]
    nickname: Option<Text<'a>>,
    #[serde(default, deserialize_with = "birth")]
    dob: Option<Date>,
}

impl Manager<'_> {
    /// The name a newspaper prints: the files' nickname where there is one.
    fn known_as(&self) -> Option<Box<str>> {
        self.nickname.as_ref().and_then(Text::owned).or_else(|| self.name.owned())
    }
}

impl Team<'_> {
    fn is_womens(&self) -> bool {
        match &self.gender {
            Some(gender) => gender.get() == "female",
            None => team_name(self.name.get()).1 == Sex::Women,
        }
    }

    /// Whether it is called by the name of its country.
    fn is_named_by_country(&self) -> bool {
        let name = team_name(self.name.get()).0;
        self.country.as_ref().is_some_and(|country| fold(country.name.get()) == fold(&name))
    }
}

/// Reads the matches of a season.
///
/// Scores of the files are at the end of play, extra time included and shoot-outs not. Kick-offs are local times
/// without a zone. A competition that does not say whether national sides play in it is taken for theirs if both
/// teams have the name of their country.
///
/// # Errors
/// At the place where the bytes are not UTF-8 JSON, end early, or a match lacks its identifier, competition, season,
/// date or teams.
pub fn read_matches(bytes: &[u8]) -> Result<Claims, ReadError> {
    let text = text(bytes)?;
    let fixtures: Vec<Fixture<'_>> = serde_json::from_str(text)
        .map_err(|error| json_error(&error, "the rest of the matches and the closing `]`"))?;
    let mut claims = Claims { source: SOURCE.into(), rows: fixtures.len(), ..Claims::default() };
    let mut lines = Lines::new(text);
    for fixture in fixtures {
        let line = lines.of(&fixture.match_date.text);
        tell(fixture, line, &mut claims);
    }
    Ok(claims)
}

fn tell(fixture: Fixture<'_>, line: u32, claims: &mut Claims) {
    let teams = [fixture.home_team, fixture.away_team];
    let [home, away] = &teams;
    let season = fixture.season.season_name.get();
    let (first, second) = season.split_once('/').map_or((season, None), |(first, second)| (first, Some(second)));
    let national =
        fixture.competition.competition_international.unwrap_or_else(|| teams.iter().all(Team::is_named_by_country));
    let mut told = MatchClaim {
        line,
        external_id: Some(fixture.match_id.to_string().into()),
        competition: fixture.competition.competition_name.get().into(),
        edition: season_label(first, second).unwrap_or_else(|| season.into()),
        kind: if national { TeamKind::National } else { TeamKind::Club },
        sex: if teams.iter().any(Team::is_womens) { Sex::Women } else { Sex::Men },
        date: Some(fixture.match_date.date),
        kick_off: fixture.kick_off,
        home: team_name(home.name.get()).0,
        away: team_name(away.name.get()).0,
        referee: fixture.referee.and_then(|referee| referee.name.owned()),
        ..MatchClaim::default()
    };
    told.stage = fixture.competition_stage.and_then(|stage| read_stage(stage.name.get(), &teams));
    let kind = told.stage.as_ref().map(|stage| stage.kind);
    if kind == Some(StageKind::League) {
        told.matchday = fixture.match_week;
        told.ground = Ground::HomeOf(crate::Side::Home);
    }
    told.venue = fixture.stadium.map(|stadium| VenueClaim {
        stadium: stadium.name.owned(),
        city: None,
        country: stadium.country.and_then(|country| country.name.owned()),
    });
    match (fixture.home_score, fixture.away_score) {
        (Some(home), Some(away)) => {
            let end = Goals::new(home, away);
            // Neither leagues nor groups play extra time.
            let in_ninety = matches!(kind, Some(StageKind::League | StageKind::Group));
            told.score = if in_ninety { Score::after_ninety(end) } else { Score::at_end(end) };
            told.status = Some(Status::Played);
        }
        (None, None) => {}
        _ => claims.skipped.push(Skipped { line, reason: "a score of one side only: left out".into() }),
    }
    for (team, sheet) in teams.iter().zip(&mut told.sheets) {
        sheet.manager = team.managers.first().and_then(Manager::known_as);
        for manager in &team.managers {
            let (Some(name), Some(full)) = (manager.known_as(), manager.name.owned()) else { continue };
            let other_names = if full == name { Vec::new() } else { vec![full] };
            let person = PersonClaim { name, other_names, born: manager.dob, sex: told.sex, teams: Vec::new() };
            claims.people.push(person);
        }
    }
    claims.matches.push(told);
}

fn read_stage(name: &str, teams: &[Team<'_>; 2]) -> Option<Stage> {
    let mut stage = match name {
        "3rd Place Final" => Stage::of(StageKind::ThirdPlace),
        _ => Stage::read(name)?,
    };
    if stage.kind == StageKind::Group
        && stage.group.is_none()
        && let [Some(one), Some(other)] = teams.each_ref().map(|team| team.group.as_ref().and_then(Text::owned))
        && one == other
    {
        stage.group = Some(one.trim_start_matches("Group ").into());
    }
    Some(stage)
}

/// `21:00:00.000`, or null.
fn kick_off<'de, D: Deserializer<'de>>(from: D) -> Result<Option<KickOff>, D::Error> {
    optional(from, "a time such as `21:00:00.000`", |text| KickOff::read(text.get(..5)?, None))
}

/// A date of birth, or null.
fn birth<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
    optional(from, "a date such as `1970-01-18`", |text| text.parse().ok())
}
