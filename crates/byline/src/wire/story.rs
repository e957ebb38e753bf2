//! JSON of a match's chances.

use byline_forecast::in_play::{Estimate, Moment};
use byline_forecast::story::{EventWorth, Story};
use byline_record::sheet::Sheet;
use serde::Serialize;

/// What `match --json` adds: chances before kick-off, the curve, and what each moment was worth.
#[derive(Debug, Serialize)]
pub(crate) struct StoryWire {
    chances: Option<Chances>,
    curve: Vec<Point>,
    worth: Vec<Worth>,
    /// Why there is no curve.
    untold: Option<String>,
}

#[derive(Debug, Serialize)]
struct Chances {
    win: [f64; 3],
    win_intervals: [[f64; 2]; 3],
    through: Option<[f64; 2]>,
    through_intervals: Option<[[f64; 2]; 2]>,
    expected_goals: [f64; 2],
    expected_goals_intervals: [[f64; 2]; 2],
    stake: &'static str,
}

#[derive(Debug, Serialize)]
struct Point {
    minute: String,
    played: f64,
    win: [f64; 3],
    through: Option<[f64; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    award: Option<usize>,
}

#[derive(Debug, Serialize)]
struct Worth {
    minute: String,
    kind: &'static str,
    player: Option<String>,
    team: String,
    event: usize,
    measure: &'static str,
    before: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    awarded: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scored: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    missed: Option<f64>,
    after: f64,
    worth: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    kick: Option<f64>,
    intervals: Intervals,
}

#[derive(Debug, Serialize)]
struct Intervals {
    before: [f64; 2],
    #[serde(skip_serializing_if = "Option::is_none")]
    awarded: Option<[f64; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scored: Option<[f64; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    missed: Option<[f64; 2]>,
    after: [f64; 2],
    worth: [f64; 2],
    #[serde(skip_serializing_if = "Option::is_none")]
    kick: Option<[f64; 2]>,
}

/// The chances of a story; empty where there is none.
pub(crate) fn wire(story: Option<&Story>, sheet: &Sheet) -> StoryWire {
    let Some(story) = story else {
        return StoryWire { chances: None, curve: Vec::new(), worth: Vec::new(), untold: None };
    };
    let expected = story.forecast.expected_goals();
    let chances = Chances {
        win: story.forecast.win,
        win_intervals: story.forecast.intervals,
        through: story.chances.through,
        through_intervals: story.through_interval.map(|[low, high]| [[low, high], [1.0 - high, 1.0 - low]]),
        expected_goals: expected.map(|(mean, _)| mean),
        expected_goals_intervals: expected.map(|(_, interval)| interval),
        stake: story.stake.words(),
    };
    let (curve, worth, untold) = match &story.told {
        Ok(told) => (
            told.curve.iter().map(point).collect(),
            told.worth.iter().filter_map(|one| worth_wire(one, story, sheet)).collect(),
            None,
        ),
        Err(why) => (Vec::new(), Vec::new(), Some(why.to_string())),
    };
    StoryWire { chances: Some(chances), curve, worth, untold }
}

fn point(point: &byline_forecast::in_play::Point) -> Point {
    let (event, award) = match point.moment {
        Moment::Minute => (None, None),
        Moment::Event(event) => (Some(event), None),
        Moment::Award(event) => (None, Some(event)),
    };
    Point {
        minute: point.clock.to_string(),
        played: point.played,
        win: point.chances.win,
        through: point.chances.through,
        event,
        award,
    }
}

fn worth_wire(one: &EventWorth, story: &Story, sheet: &Sheet) -> Option<Worth> {
    let event = sheet.events.get(one.event)?;
    let worth = &one.worth;
    let kick = worth.penalty;
    let range = |estimate: Estimate| [estimate.low, estimate.high];
    Some(Worth {
        minute: worth.clock.to_string(),
        kind: event.kind.key(),
        player: event.player.clone(),
        team: sheet.team(event.side).to_owned(),
        event: one.event,
        measure: if story.chances.through.is_some() { "through" } else { "win" },
        before: worth.before.value,
        awarded: kick.map(|kick| kick.awarded.value),
        scored: kick.map(|kick| kick.scored.value),
        missed: kick.map(|kick| kick.missed.value),
        after: worth.after.value,
        worth: worth.worth.value,
        kick: kick.map(|kick| kick.worth.value),
        intervals: Intervals {
            before: range(worth.before),
            awarded: kick.map(|kick| range(kick.awarded)),
            scored: kick.map(|kick| range(kick.scored)),
            missed: kick.map(|kick| range(kick.missed)),
            after: range(worth.after),
            worth: range(worth.worth),
            kick: kick.map(|kick| range(kick.worth)),
        },
    })
}
