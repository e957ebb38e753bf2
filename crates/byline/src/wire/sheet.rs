//! JSON of `match`.

use byline_forecast::story::Story;
use byline_record::sheet::{Sheet, SheetConflict, SheetEvent, SheetKick};
use byline_record::{Clock, EventKind, Goals, Ground, Penalty, Side, Source};
use serde::Serialize;

use super::story::StoryWire;

/// The object `match --json` prints.
#[derive(Debug, Serialize)]
pub(crate) struct Wire {
    #[serde(rename = "match")]
    entry: Entry,
    events: Vec<Event>,
    kicks: Vec<Kick>,
    #[serde(flatten)]
    story: StoryWire,
    coverage: Vec<Coverage>,
    conflicts: Vec<Conflict>,
    sources: Vec<SourceWire>,
    as_of: Option<String>,
}

#[derive(Debug, Serialize)]
struct Entry {
    date: String,
    weekday: &'static str,
    competition: String,
    edition: String,
    stage: Option<String>,
    group: Option<String>,
    matchday: Option<u16>,
    home: String,
    away: String,
    kick_off: Option<KickOff>,
    venue: Option<Venue>,
    ground: &'static str,
    status: &'static str,
    score: Score,
    winner: Option<String>,
    decided_by: Option<&'static str>,
    keepers: Pair<Vec<Keeper>>,
    captains: Pair<Option<String>>,
    managers: Pair<Option<String>>,
    line_ups: Pair<Vec<String>>,
    referee: Option<String>,
    attendance: Option<u32>,
}

#[derive(Debug, Serialize)]
struct Pair<T> {
    home: T,
    away: T,
}

#[derive(Debug, Serialize)]
struct Keeper {
    name: String,
    from: Option<String>,
}

#[derive(Debug, Serialize)]
struct KickOff {
    local: String,
    zone: Option<String>,
    utc: Option<String>,
}

#[derive(Debug, Serialize)]
struct Venue {
    stadium: Option<String>,
    city: Option<String>,
    country: Option<String>,
}

#[derive(Debug, Serialize)]
struct Score {
    half_time: Option<[u8; 2]>,
    full_time: Option<[u8; 2]>,
    extra_time: Option<[u8; 2]>,
    shootout: Option<[u8; 2]>,
    shootout_winner: Option<String>,
    end: Option<[u8; 2]>,
    may_include_extra_time: bool,
}

#[derive(Debug, Serialize)]
struct Event {
    minute: Option<String>,
    team: String,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<&'static str>,
    player: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    keeper: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    awarded: Option<String>,
    #[serde(skip_serializing_if = "is_false")]
    retaken: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<String>,
    #[serde(skip_serializing_if = "is_false")]
    bench: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<[u8; 2]>,
    sources: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Kick {
    order: Option<u8>,
    team: String,
    player: Option<String>,
    keeper: Option<String>,
    outcome: &'static str,
    score: Option<[u8; 2]>,
    sources: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Coverage {
    table: &'static str,
    extent: &'static str,
}

#[derive(Debug, Serialize)]
struct Conflict {
    about: String,
    value: String,
    sources: Vec<String>,
    other_value: String,
    other_sources: Vec<String>,
    rule: &'static str,
}

/// A source as every command prints it.
#[derive(Debug, Serialize)]
pub(crate) struct SourceWire {
    key: String,
    name: String,
    licence: String,
    attribution: String,
    retrieved: Option<String>,
}

impl SourceWire {
    /// A source of the record.
    pub(crate) fn of(source: &Source) -> Self {
        Self {
            key: source.key.to_string(),
            name: source.name.to_string(),
            licence: source.licence.to_string(),
            attribution: source.attribution.to_string(),
            retrieved: source.retrieved.map(|date| date.to_string()),
        }
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
const fn is_false(value: &bool) -> bool {
    !*value
}

fn goals(goals: Goals) -> [u8; 2] {
    [goals.home, goals.away]
}

fn minute(clock: Clock) -> String {
    clock.to_string()
}

fn strings(keys: &[Box<str>]) -> Vec<String> {
    keys.iter().map(ToString::to_string).collect()
}

/// The object of a sheet.
pub(crate) fn wire(sheet: &Sheet, story: Option<&Story>, as_of: Option<jiff::civil::Date>) -> Wire {
    let pair = |value: fn(&Sheet, Side) -> Option<String>| Pair {
        home: value(sheet, Side::Home),
        away: value(sheet, Side::Away),
    };
    let keepers = |side| {
        sheet
            .side(side)
            .keepers
            .iter()
            .map(|(name, from)| Keeper { name: name.clone(), from: from.map(minute) })
            .collect()
    };
    Wire {
        entry: Entry {
            date: sheet.date.to_string(),
            weekday: crate::print::weekday(sheet.weekday()),
            competition: sheet.competition.clone(),
            edition: sheet.edition.clone(),
            stage: sheet.stage.as_ref().map(|stage| stage.kind.name().to_owned()),
            group: sheet.stage.as_ref().and_then(|stage| stage.group.as_ref()).map(ToString::to_string),
            matchday: sheet.matchday,
            home: sheet.team(Side::Home).to_owned(),
            away: sheet.team(Side::Away).to_owned(),
            kick_off: sheet.kick_off.map(|kick_off| KickOff {
                local: kick_off.local_time(),
                zone: kick_off.zone(),
                utc: sheet.instant.map(|instant| instant.to_string()),
            }),
            venue: sheet.venue.as_ref().map(|venue| Venue {
                stadium: venue.stadium.as_ref().map(ToString::to_string),
                city: venue.city.as_ref().map(ToString::to_string),
                country: venue.country.as_ref().map(ToString::to_string),
            }),
            ground: match sheet.ground {
                Ground::Unknown => "unknown",
                Ground::Neutral => "neutral",
                Ground::HomeOf(Side::Home) => "home",
                Ground::HomeOf(Side::Away) => "away",
            },
            status: sheet.status.key(),
            score: score(sheet),
            winner: sheet.winner.map(|side| sheet.team(side).to_owned()),
            decided_by: sheet.decided_by.map(byline_record::sheet::DecidedBy::key),
            keepers: Pair { home: keepers(Side::Home), away: keepers(Side::Away) },
            captains: pair(|sheet, side| sheet.side(side).captain.clone()),
            managers: pair(|sheet, side| sheet.side(side).manager.clone()),
            line_ups: Pair {
                home: sheet.side(Side::Home).starters.clone(),
                away: sheet.side(Side::Away).starters.clone(),
            },
            referee: sheet.referee.clone(),
            attendance: sheet.attendance,
        },
        events: sheet.events.iter().map(|event| event_wire(sheet, event)).collect(),
        kicks: sheet.kicks.iter().map(|kick| kick_wire(sheet, kick)).collect(),
        story: super::story::wire(story, sheet),
        coverage: sheet
            .coverage
            .iter()
            .map(|&(table, extent)| Coverage { table: table.name(), extent: extent.name() })
            .collect(),
        conflicts: sheet.conflicts.iter().map(conflict_wire).collect(),
        sources: sheet.sources.iter().map(SourceWire::of).collect(),
        as_of: as_of.map(|date| date.to_string()),
    }
}

fn score(sheet: &Sheet) -> Score {
    let score = &sheet.score;
    Score {
        half_time: score.half_time.map(goals),
        // Where a source leaves extra time untold, its one score stands here, marked.
        full_time: score.full_time.or(score.end.filter(|_| score.extra_time.is_none())).map(goals),
        extra_time: score.extra_time.map(goals),
        shootout: score.shoot_out.and_then(|shoot_out| shoot_out.score).map(goals),
        shootout_winner: score.shoot_out.map(|shoot_out| sheet.team(shoot_out.winner).to_owned()),
        end: score.end.map(goals),
        may_include_extra_time: score.end_may_include_extra_time(),
    }
}

fn event_wire(sheet: &Sheet, event: &SheetEvent) -> Event {
    let penalty: Option<Penalty> = match event.kind {
        EventKind::Penalty(penalty) => Some(penalty),
        _ => None,
    };
    Event {
        minute: event.clock.map(minute),
        team: sheet.team(event.side).to_owned(),
        kind: event.kind.key(),
        outcome: penalty.map(|penalty| penalty.outcome.key()),
        player: event.player.clone(),
        keeper: event.keeper.clone(),
        awarded: penalty.and_then(|penalty| penalty.awarded).map(minute),
        retaken: penalty.is_some_and(|penalty| penalty.retaken),
        on: event.on.clone(),
        bench: matches!(event.kind, EventKind::Card { bench: true, .. }),
        score: event.score.map(goals),
        sources: strings(&event.sources),
    }
}

fn kick_wire(sheet: &Sheet, kick: &SheetKick) -> Kick {
    Kick {
        order: kick.order,
        team: sheet.team(kick.side).to_owned(),
        player: kick.taker.clone(),
        keeper: kick.keeper.clone(),
        outcome: kick.outcome.key(),
        score: kick.score.map(goals),
        sources: strings(&kick.sources),
    }
}

fn conflict_wire(conflict: &SheetConflict) -> Conflict {
    Conflict {
        about: conflict.about.clone(),
        value: conflict.preferred.clone(),
        sources: strings(&conflict.preferred_by),
        other_value: conflict.other.clone(),
        other_sources: strings(&conflict.other_by),
        rule: conflict.rule,
    }
}
