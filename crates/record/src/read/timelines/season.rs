//! The shape of a season file and what it tells of each match.

use std::collections::{HashMap, HashSet};
use std::str::FromStr;

use serde::{Deserialize, Deserializer};

use super::SOURCE;
use super::names::{league, person, unslug};
use crate::claim::{Claims, CoverageClaim, MatchClaim, Name, Skipped, VenueClaim, event};
use crate::read::json::{DateText, Lines, Text, optional, parsed, wrong};
use crate::read::{json_error, text};
use crate::{
    Card, Clock, Event, EventKind, Extent, Goals, Ground, Penalty, PenaltyOutcome, Period, ReadError, Score, ShootOut,
    Side, Stage, StageKind, Status, Table, TeamKind, Tie,
};

/// Until the busiest team has played this many matches, a team of few matches is not taken for one of play-offs only.
const SEASON_UNDER_WAY: usize = 10;

#[derive(Deserialize)]
struct Entry<'a> {
    #[serde(borrow)]
    league: League<'a>,
    #[serde(borrow)]
    home: Text<'a>,
    #[serde(borrow)]
    away: Text<'a>,
    #[serde(rename = "GH")]
    goals_home: u8,
    #[serde(rename = "GA")]
    goals_away: u8,
    #[serde(borrow)]
    date: DateText<'a>,
    #[serde(borrow)]
    incident: Told<'a>,
}

struct League<'a> {
    slug: Text<'a>,
    competition: String,
    label: Box<str>,
}

impl<'de: 'a, 'a> Deserialize<'de> for League<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let slug = Text::deserialize(from)?;
        let read = league(slug.get());
        let expected = "a league and its season, such as `england_premier-league-2016-2017`";
        let (competition, label) = read.ok_or_else(|| wrong(&format_args!("`{}`", slug.get()), expected))?;
        Ok(Self { slug, competition, label })
    }
}

#[derive(Deserialize)]
struct Told<'a> {
    #[serde(borrow, default)]
    incidents: Vec<Incident<'a>>,
    #[serde(borrow, default)]
    metadata: Vec<Metadata<'a>>,
}

#[derive(Deserialize)]
struct Incident<'a> {
    #[serde(deserialize_with = "side")]
    team: Side,
    #[serde(deserialize_with = "moment")]
    minute: Moment,
    #[serde(borrow)]
    incident_type: Text<'a>,
    #[serde(borrow, default)]
    player_name: Option<Text<'a>>,
    #[serde(borrow, default)]
    player_out: Option<Text<'a>>,
    #[serde(borrow, default)]
    player_in: Option<Text<'a>>,
    /// Score after it; a penalty without one was not scored.
    #[serde(borrow, default)]
    home_score: Option<Text<'a>>,
}

/// When something happened.
#[derive(Clone, Copy)]
enum Moment {
    /// At a minute of play.
    Play(Clock),
    /// In a round of the shoot-out, which the files number without a minute's mark.
    ShootOut,
}

#[derive(Deserialize)]
struct Metadata<'a> {
    #[serde(borrow, default)]
    referee: Option<Text<'a>>,
    #[serde(borrow, default)]
    venue: Option<Text<'a>>,
    #[serde(borrow, default)]
    city: Option<Text<'a>>,
    #[serde(default, deserialize_with = "attendance")]
    attendance: Option<u32>,
}

fn side<'de, D: Deserializer<'de>>(from: D) -> Result<Side, D::Error> {
    parsed(from, "`home` or `away`", |text| match text {
        "home" => Some(Side::Home),
        "away" => Some(Side::Away),
        _ => None,
    })
}

fn moment<'de, D: Deserializer<'de>>(from: D) -> Result<Moment, D::Error> {
    parsed(from, "a minute such as `84'` or `45+2'`, or the round of a shoot-out such as `3`", |text| {
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            return text.parse::<u8>().ok().map(|_| Moment::ShootOut);
        }
        Clock::from_str(text).ok().map(Moment::Play)
    })
}

/// `59 976`, with any blanks between the digits.
fn attendance<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u32>, D::Error> {
    optional(from, "a number of spectators such as `59 976`", |text| {
        text.split_whitespace().collect::<String>().parse().ok()
    })
}

/// Reads a league season with timelines.
///
/// The goals told are kept only if they add up to the score; so is the score at half-time, which is counted from
/// them. A match with a side that has fewer than half the matches of the busiest one is a play-off.
///
/// # Errors
/// At the place where the bytes are not UTF-8 JSON, end early, or a league, date, side, minute or number is none.
pub fn read(bytes: &[u8]) -> Result<Claims, ReadError> {
    let text = text(bytes)?;
    let entries: Vec<Entry<'_>> = serde_json::from_str(text)
        .map_err(|error| json_error(&error, "the rest of the matches and the closing `]`"))?;
    let mut claims = Claims { source: SOURCE.into(), rows: entries.len(), ..Claims::default() };
    let seasons = Seasons::of(&entries);
    let mut lines = Lines::new(text);
    let mut disputed = HashSet::new();
    for entry in &entries {
        let line = lines.of(&entry.league.slug);
        let (told, adds_up) = tell(entry, line, seasons.is_play_off(entry), &mut claims.skipped);
        if !adds_up {
            disputed.insert(entry.league.slug.get());
        }
        claims.matches.push(told);
    }
    claims.coverage = seasons.coverage(&entries, &disputed);
    Ok(claims)
}

/// Matches of each team in each season of the file.
struct Seasons<'e> {
    played: HashMap<(&'e str, &'e str), usize>,
    busiest: HashMap<&'e str, usize>,
}

/// Who met whom in a season, play-offs apart.
struct Met<'e> {
    league: &'e League<'e>,
    teams: HashSet<&'e str>,
    pairs: HashSet<(&'e str, &'e str)>,
}

impl<'e> Seasons<'e> {
    fn of(entries: &'e [Entry<'_>]) -> Self {
        let mut played = HashMap::new();
        let mut busiest = HashMap::new();
        for entry in entries {
            let season = entry.league.slug.get();
            for team in [&entry.home, &entry.away] {
                let count = played.entry((season, team.get())).or_insert(0);
                *count += 1;
                let most = busiest.entry(season).or_insert(0);
                *most = (*most).max(*count);
            }
        }
        Self { played, busiest }
    }

    fn is_play_off(&self, entry: &Entry<'_>) -> bool {
        let season = entry.league.slug.get();
        let most = self.busiest.get(season).copied().unwrap_or_default();
        let outsider = |team: &Text<'_>| self.played.get(&(season, team.get())).is_none_or(|count| count * 2 < most);
        most >= SEASON_UNDER_WAY && (outsider(&entry.home) || outsider(&entry.away))
    }

    /// A season in which everyone met everyone else home and away is complete; so are its goals if all of them add up.
    fn coverage(&self, entries: &[Entry<'_>], disputed: &HashSet<&str>) -> Vec<CoverageClaim> {
        let mut seasons: Vec<Met<'_>> = Vec::new();
        let mut at = HashMap::new();
        for entry in entries {
            let place = *at.entry(entry.league.slug.get()).or_insert_with(|| {
                seasons.push(Met { league: &entry.league, teams: HashSet::new(), pairs: HashSet::new() });
                seasons.len() - 1
            });
            if let Some(Met { teams, pairs, .. }) = seasons.get_mut(place)
                && !self.is_play_off(entry)
            {
                let (home, away) = (entry.home.get(), entry.away.get());
                teams.extend([home, away]);
                pairs.insert((home, away));
            }
        }
        let mut coverage = Vec::new();
        for Met { league, teams, pairs } in seasons {
            let whole = teams.len() > 2 && pairs.len() == teams.len() * (teams.len() - 1);
            let adds_up = whole && !disputed.contains(league.slug.get());
            let reach = |complete: bool| if complete { Extent::Complete } else { Extent::Partial };
            for (table, extent) in [
                (Table::Results, reach(whole)),
                (Table::HalfTimes, reach(adds_up)),
                (Table::Goals, reach(adds_up)),
                (Table::MissedPenalties, Extent::Partial),
                (Table::Cautions, Extent::Partial),
                (Table::Dismissals, Extent::Partial),
                (Table::Substitutions, Extent::Partial),
                (Table::Venues, Extent::Partial),
                (Table::Attendances, Extent::Partial),
                (Table::Referees, Extent::Partial),
            ] {
                coverage.push(CoverageClaim {
                    competition: Some(league.competition.as_str().into()),
                    edition: Some(league.label.clone()),
                    table,
                    extent,
                });
            }
        }
        coverage
    }
}

/// The match, and whether its goals add up to its score.
fn tell(entry: &Entry<'_>, line: u32, play_off: bool, skipped: &mut Vec<Skipped>) -> (MatchClaim, bool) {
    let tie = if play_off { Tie::PlayOff } else { Tie::Ordinary };
    let mut told = MatchClaim {
        line,
        competition: entry.league.competition.as_str().into(),
        edition: entry.league.label.clone(),
        kind: TeamKind::Club,
        date: Some(entry.date.date),
        stage: Some(Stage { tie, ..Stage::of(StageKind::League) }),
        home: unslug(entry.home.get()).into(),
        away: unslug(entry.away.get()).into(),
        ground: Ground::HomeOf(Side::Home),
        status: Some(Status::Played),
        ..MatchClaim::default()
    };
    if let Some(metadata) = entry.incident.metadata.first() {
        told.referee = metadata.referee.as_ref().and_then(|referee| person(referee.get()));
        told.attendance = metadata.attendance;
        let venue = VenueClaim {
            stadium: metadata.venue.as_ref().and_then(Text::owned),
            city: metadata.city.as_ref().and_then(Text::owned),
            country: None,
        };
        told.venue = (venue != VenueClaim::default()).then_some(venue);
    }
    let mut skip = |reason: String| skipped.push(Skipped { line, reason: reason.into() });
    told.events = events(entry, play_off, &mut skip);
    let adds_up = score(entry, &mut told, &mut skip);
    (told, adds_up)
}

/// Events of play, in file order.
fn events(entry: &Entry<'_>, play_off: bool, skip: &mut impl FnMut(String)) -> Vec<Event<Name>> {
    let mut cautioned = HashSet::new();
    let mut events = Vec::with_capacity(entry.incident.incidents.len());
    for incident in &entry.incident.incidents {
        let Moment::Play(clock) = incident.minute else { continue };
        let kind = incident.incident_type.get();
        let fits = play_off || clock.period() <= Period::SecondHalf;
        if !fits {
            skip(format!("`{kind}` in minute {clock} of a league match: kept without the minute"));
        }
        let clock = fits.then_some(clock);
        let player = incident.player_name.as_ref().and_then(|name| person(name.get()));
        let told = match kind {
            "Goal" => event(clock, incident.team, EventKind::Goal, player),
            "Own goal" => event(clock, incident.team, EventKind::OwnGoal, player),
            "Penalty Awarded" => {
                let scored = incident.home_score.is_some();
                let outcome = if scored { PenaltyOutcome::Scored } else { PenaltyOutcome::Missed };
                let penalty = Penalty::of(outcome);
                event(clock, incident.team, EventKind::Penalty(penalty), player)
            }
            "Yellow Card" | "Red Card" => {
                let first = kind == "Red Card" || player.is_none() || cautioned.insert((incident.team, player.clone()));
                let card = match (kind, first) {
                    ("Red Card", _) => Card::Red,
                    (_, true) => Card::Yellow,
                    (_, false) => Card::SecondYellow,
                };
                event(clock, incident.team, EventKind::Card { card, bench: false }, player)
            }
            "Substitution" => {
                let name = |text: &Option<Text<'_>>| text.as_ref().and_then(|name| person(name.get()));
                let on = name(&incident.player_in);
                event(clock, incident.team, EventKind::Substitution { on }, name(&incident.player_out))
            }
            // No goal, so no event of the record.
            "Goal Disallowed" => continue,
            other => {
                skip(format!("an incident `{other}`, which is none the reader knows: left out"));
                continue;
            }
        };
        events.push(told);
    }
    events
}

/// Lays the goals told beside the score of the file; whether they add up to it.
fn score(entry: &Entry<'_>, told: &mut MatchClaim, skip: &mut impl FnMut(String)) -> bool {
    let given = Goals::new(entry.goals_home, entry.goals_away);
    let count = |last: Period| {
        told.events
            .iter()
            .filter(|event| event.kind.is_goal() && event.clock.is_none_or(|clock| clock.period() <= last))
            .fold(Goals::default(), |goals, event| goals.plus_one(event.side))
    };
    let counted = count(Period::ExtraTimeSecondHalf);
    let first_kick = entry.incident.incidents.iter().find(|incident| matches!(incident.minute, Moment::ShootOut));
    let extra_time =
        told.events.iter().any(|event| event.clock.is_some_and(|clock| clock.period() > Period::SecondHalf));
    // A shoot-out won counts as one goal more in the files.
    let won_shoot_out = Side::BOTH.into_iter().find(|&side| counted.plus_one(side) == given);
    let winner = first_kick.and(won_shoot_out);
    let adds_up = if first_kick.is_some() { winner.is_some() } else { counted == given };
    if !adds_up {
        skip(format!("the goals told add up to {counted}, the score is {given}: goals left out, score kept"));
        told.events.retain(|event| !event.kind.is_goal());
        told.score = Score::at_end(given);
        return false;
    }
    let (half_time, full_time) = (count(Period::FirstHalf), count(Period::SecondHalf));
    told.score = if extra_time {
        Score::after_extra_time(Some(full_time), counted)
    } else if first_kick.is_some() {
        // No word of extra time is no word that there was none.
        Score::at_end(counted)
    } else {
        Score::after_ninety(counted)
    };
    // A goal without its minute may belong to either half.
    let dated = told.events.iter().all(|event| !event.kind.is_goal() || event.clock.is_some());
    told.score.half_time = dated.then_some(half_time);
    if let (Some(kick), Some(winner)) = (first_kick, winner) {
        told.score.shoot_out = Some(ShootOut { score: None, winner, first: Some(kick.team) });
        skip("kicks of a shoot-out, which do not say how they ended: left out, its winner is kept".to_owned());
    }
    true
}
