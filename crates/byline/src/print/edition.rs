//! What `cup --check` prints: an edition explained.

use std::fmt::Write as _;

use anstyle::Style;
use byline_competition::edition::{Decider, Fixture, Level, Stage};
use byline_competition::{Criterion, Edition};
use byline_record::{ExtraTimeRule, StageKind};

use super::table::heading;
use super::{line, long_date};

const BOLD: Style = Style::new().bold();

/// The edition in words.
pub(crate) fn text(edition: &Edition) -> String {
    let mut out = String::new();
    line!(out, "{BOLD}{}{BOLD:#}", edition.name());
    let teams = edition.teams.len();
    let dates: Vec<_> = edition.fixtures.iter().filter_map(|fixture| fixture.date).collect();
    let period = match (dates.iter().min(), dates.iter().max()) {
        (Some(first), Some(last)) if first == last => format!(", {}", long_date(*first)),
        (Some(first), Some(last)) => format!(", {} to {}", long_date(*first), long_date(*last)),
        _ => String::new(),
    };
    line!(out, "{teams} teams, {} matches{period}", edition.fixtures.len());
    if !edition.hosts.is_empty() {
        line!(out, "hosts: {}", edition.hosts.join(", "));
    }
    let [win, draw, loss] = edition.points;
    if edition.stages.iter().any(|stage| !stage.is_knock_out()) {
        line!(out, "points: {win} for a win, {draw} for a draw, {loss} for a defeat");
    }
    for (number, stage) in edition.stages.iter().enumerate() {
        line!(out);
        let [first, end] = stage.fixtures;
        let fixtures = edition.fixtures.get(first..end).unwrap_or_default();
        let times = if fixtures.len() == 1 { "1 match".to_owned() } else { format!("{} matches", fixtures.len()) };
        line!(out, "{BOLD}{}{BOLD:#}: {times}", heading(stage.kind.name(), ""));
        if !stage.is_knock_out() {
            groups(&mut out, edition, number, stage);
        }
        if let Some(level) = level(stage.level, stage.is_knock_out()) {
            line!(out, "  level after ninety minutes: {level}");
        }
        if stage.is_knock_out() {
            for fixture in fixtures {
                line!(out, "  {}", tie(edition, fixture));
            }
        }
    }
    let needed = needed(edition);
    if !needed.is_empty() {
        line!(out);
        line!(out, "{BOLD}Facts a ranking may need{BOLD:#}");
        for needs in needed {
            line!(out, "  {needs}");
        }
    }
    out
}

fn groups(out: &mut String, edition: &Edition, number: usize, stage: &Stage) {
    for (place, group) in stage.groups.iter().enumerate() {
        let entrants: Vec<String> = group.entrants.iter().map(|&slot| edition.slot_name(number, slot)).collect();
        let label = if group.label.is_empty() { "teams" } else { &group.label };
        line!(out, "  {label}: {}; {} matches", entrants.join(", "), group.fixtures.len());
        if place == 0 {
            let mut leads = Vec::new();
            for at in 1..=group.entrants.len() {
                let to = edition.leads_to(number, place, u8::try_from(at).unwrap_or(u8::MAX));
                leads.extend(to.map(|to| format!("{at} → {to}")));
            }
            if !leads.is_empty() && group.entrants.len() <= 6 {
                line!(out, "  places: {}", leads.join("; "));
            }
        }
    }
    for zone in &stage.zones {
        line!(out, "  places {} to {}: {}", zone.places[0], zone.places[1], zone.name);
    }
    let names =
        |rules: &[byline_competition::Rule]| rules.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    line!(out, "  level on points: {}", names(stage.ranking.get(1..).unwrap_or_default()));
    if let Some(best) = &stage.best {
        line!(out, "  the best {} of place {}: {}", best.take, best.place, names(&best.ranking));
    }
    if let Some(allocation) = edition.allocation.as_ref().filter(|_| stage.best.is_some()) {
        line!(out, "  where they go: a table of {} combinations", allocation.rows.len());
    }
}

/// `extra time, then a shoot-out`.
fn level(level: Level, knock_out: bool) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    parts.extend(level.extra_time.map(|rule| match rule {
        ExtraTimeRule::PlayedOut => "extra time",
        ExtraTimeRule::GoldenGoal => "extra time until the first goal",
        ExtraTimeRule::SilverGoal => "extra time, ended by a lead at its interval",
    }));
    parts.extend(level.then.iter().flatten().map(|decider| match decider {
        Decider::Replay => "a replay",
        Decider::ShootOut => "a shoot-out",
        Decider::Lots => "lots",
    }));
    (knock_out || !parts.is_empty()).then(|| parts.join(", then "))
}

fn tie(edition: &Edition, fixture: &Fixture) -> String {
    let [first, second] = fixture.sides.map(|slot| edition.slot_name(fixture.stage, slot));
    let date = fixture.date.map(|date| format!("{date}  ")).unwrap_or_default();
    format!("{:>3}  {date}{first} v {second}", fixture.number)
}

/// What rankings may need and no score tells.
fn needed(edition: &Edition) -> Vec<String> {
    let mut needed: Vec<String> = Vec::new();
    let all = edition.stages.iter().flat_map(|stage| {
        stage.ranking.iter().chain(stage.best.iter().flat_map(|best| &best.ranking)).map(|rule| rule.criterion)
    });
    for criterion in all {
        let known = match criterion {
            Criterion::Ranking if !edition.ranked.is_empty() => {
                let by = edition.ranked_by.as_deref().unwrap_or("the list of the file");
                Some(format!("{criterion}: {by}, {} teams", edition.ranked.len()))
            }
            Criterion::EarlierPlace => None,
            _ => criterion.needs().map(|needs| format!("{criterion}: {needs}")),
        };
        if let Some(known) = known.filter(|known| !needed.contains(known)) {
            needed.push(known);
        }
    }
    needed
}

/// The plural of a knock-out stage, as a heading: `Quarter-finals`.
pub(crate) fn stage_heading(kind: StageKind) -> String {
    let name = heading(kind.name(), "");
    match kind {
        StageKind::QuarterFinal | StageKind::SemiFinal => format!("{name}s"),
        _ => name,
    }
}
