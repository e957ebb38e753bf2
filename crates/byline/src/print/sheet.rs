//! A match sheet as text.

use std::fmt::Write as _;

use anstyle::Style;
use byline_forecast::story::Story;
use byline_record::sheet::{DecidedBy, Sheet, SheetEvent, SheetKick};
use byline_record::{Card, EventKind, Extent, Ground, PenaltyOutcome, Side, Status, Table};
use jiff::tz::TimeZone;

use super::{line, long_date, story};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// The sheet, ready to print.
pub(crate) fn text(sheet: &Sheet, story: Option<&Story>) -> String {
    let mut out = String::new();
    headline(&mut out, sheet);
    where_and_when(&mut out, sheet);
    if sheet.status != Status::Scheduled {
        score_line(&mut out, sheet);
        events(&mut out, sheet);
        kicks(&mut out, sheet);
    }
    if let Some(story) = story {
        out.push_str(&story::before(story, sheet));
        out.push_str(&story::after(story, sheet));
    }
    people(&mut out, sheet);
    notes(&mut out, sheet);
    out
}

fn headline(out: &mut String, sheet: &Sheet) {
    line!(out, "{BOLD}{}{BOLD:#}{}", score(sheet), decided(sheet));
}

/// The result in a line: `Argentina 3-3 France – Argentina won on penalties 4-2`.
pub(crate) fn result(sheet: &Sheet) -> String {
    score(sheet) + &decided(sheet)
}

fn score(sheet: &Sheet) -> String {
    let score = sheet.score.end.map_or_else(|| "v".to_owned(), |end| end.to_string());
    format!("{} {score} {}", sheet.team(Side::Home), sheet.team(Side::Away))
}

/// How it was decided, where the score alone does not tell.
fn decided(sheet: &Sheet) -> String {
    match (sheet.decided_by, sheet.winner) {
        (Some(DecidedBy::Goals) | None, _) | (_, None) => match sheet.status {
            Status::Played | Status::Scheduled => String::new(),
            status => format!(" ({})", status.key()),
        },
        (Some(decided), Some(winner)) => {
            let kicks = sheet
                .score
                .shoot_out
                .filter(|_| decided == DecidedBy::ShootOut)
                .and_then(|shoot_out| shoot_out.score)
                .map_or_else(String::new, |score| format!(" {}", score.seen_from(winner)));
            format!(" – {} {}{kicks}", sheet.team(winner), decided.phrase())
        }
    }
}

fn where_and_when(out: &mut String, sheet: &Sheet) {
    let mut what = format!("{} {}", sheet.competition, sheet.edition);
    if let Some(stage) = &sheet.stage {
        let _ = write!(what, ", {stage}");
    }
    if let Some(matchday) = sheet.matchday {
        let _ = write!(what, ", matchday {matchday}");
    }
    line!(out, "{what}");
    let mut when = long_date(sheet.date);
    if let Some(kick_off) = sheet.kick_off {
        let _ = write!(when, ", {}", kick_off.local_time());
        if let (Some(zone), Some(instant)) = (kick_off.zone(), sheet.instant) {
            let utc = instant.to_zoned(TimeZone::UTC);
            let _ = write!(when, " {zone} ({:02}:{:02} UTC)", utc.hour(), utc.minute());
        } else {
            when.push_str(" local time");
        }
    }
    line!(out, "{when}");
    let mut place = sheet.venue.as_ref().map(ToString::to_string).unwrap_or_default();
    let ground = match sheet.ground {
        Ground::Unknown => String::new(),
        Ground::Neutral => "neutral ground".to_owned(),
        Ground::HomeOf(side) => format!("{} at home", sheet.team(side)),
    };
    if !ground.is_empty() {
        let separator = if place.is_empty() { "" } else { " · " };
        let _ = write!(place, "{separator}{ground}");
    }
    if !place.is_empty() {
        line!(out, "{place}");
    }
}

fn score_line(out: &mut String, sheet: &Sheet) {
    let score = &sheet.score;
    let mut parts = Vec::new();
    if let Some(half_time) = score.half_time {
        parts.push(format!("half-time {half_time}"));
    }
    if let Some(full_time) = score.full_time {
        parts.push(format!("full time {full_time}"));
    }
    if let Some(extra_time) = score.extra_time {
        parts.push(format!("after extra time {extra_time}"));
    }
    if score.end_may_include_extra_time()
        && let Some(end) = score.end
    {
        parts.push(format!("{end} at the end (the source does not tell extra time apart)"));
    }
    if let Some(shoot_out) = score.shoot_out {
        parts.push(match shoot_out.score {
            Some(score) => format!("shoot-out {score}"),
            None => format!("shoot-out won by {}", sheet.team(shoot_out.winner)),
        });
    }
    if !parts.is_empty() {
        line!(out);
        line!(out, "{}", parts.join(" · "));
    }
}

fn events(out: &mut String, sheet: &Sheet) {
    if sheet.events.is_empty() {
        return;
    }
    line!(out);
    let width = Side::BOTH.into_iter().map(|side| sheet.team(side).chars().count()).max().unwrap_or(0);
    for event in &sheet.events {
        let minute = event.clock.map_or_else(|| "?".to_owned(), |clock| format!("{clock}'"));
        let team = sheet.team(event.side);
        let score = event.score.map_or_else(String::new, |score| score.to_string());
        let style = if matches!(event.kind, EventKind::Goal | EventKind::OwnGoal | EventKind::Penalty(_)) {
            BOLD
        } else {
            Style::new()
        };
        line!(out, "{minute:>7}  {team:<width$}  {score:<5}  {style}{}{style:#}", told(event));
    }
}

/// An event in words.
fn told(event: &SheetEvent) -> String {
    let player = event.player.as_deref().unwrap_or("player not known");
    match event.kind {
        EventKind::Goal => player.to_owned(),
        EventKind::OwnGoal => format!("{player}, own goal"),
        EventKind::Penalty(penalty) => {
            let mut told = match (penalty.outcome, penalty.retaken) {
                (PenaltyOutcome::Scored, false) => format!("{player}, penalty"),
                (outcome, false) => format!("{player}, penalty {}", outcome.name()),
                (outcome, true) => format!("{player}, penalty {}, to be retaken", outcome.name()),
            };
            let mut details = Vec::new();
            if let Some(awarded) = penalty.awarded {
                details.push(format!("given {awarded}'"));
            }
            if let Some(keeper) = &event.keeper {
                details.push(format!("{keeper} in goal"));
            }
            if !details.is_empty() {
                let _ = write!(told, " ({})", details.join("; "));
            }
            told
        }
        EventKind::Card { card, bench } => {
            let what = match card {
                Card::Yellow => "yellow card",
                Card::SecondYellow => "second yellow card, sent off",
                Card::Red => "sent off",
            };
            format!("{player}, {what}{}", if bench { " (on the bench)" } else { "" })
        }
        EventKind::Substitution { .. } => {
            format!("{} for {player}", event.on.as_deref().unwrap_or("player not known"))
        }
    }
}

fn kicks(out: &mut String, sheet: &Sheet) {
    if sheet.kicks.is_empty() {
        return;
    }
    line!(out);
    line!(out, "Shoot-out");
    let width = Side::BOTH.into_iter().map(|side| sheet.team(side).chars().count()).max().unwrap_or(0);
    for kick in &sheet.kicks {
        line!(out, "{}", kick_told(sheet, kick, width));
    }
}

fn kick_told(sheet: &Sheet, kick: &SheetKick, width: usize) -> String {
    let order = kick.order.map_or_else(|| "·".to_owned(), |order| order.to_string());
    let score = kick.score.map_or_else(String::new, |score| score.to_string());
    let taker = kick.taker.as_deref().unwrap_or("taker not known");
    let ended = match kick.outcome {
        PenaltyOutcome::Scored => String::new(),
        PenaltyOutcome::Saved => match &kick.keeper {
            Some(keeper) => format!(", saved by {keeper}"),
            None => ", saved".to_owned(),
        },
        outcome => format!(", {}", outcome.name()),
    };
    format!("{order:>7}  {:<width$}  {score:<5}  {taker}{ended}", sheet.team(kick.side))
}

fn people(out: &mut String, sheet: &Sheet) {
    let mut rows: Vec<(&str, String)> = Vec::new();
    let mut both = |label: &'static str, of: &dyn Fn(Side) -> String| {
        let [home, away] = Side::BOTH.map(of);
        if !(home.is_empty() && away.is_empty()) {
            let known = |name: String| if name.is_empty() { "not known".to_owned() } else { name };
            rows.push((label, format!("{}; {}", known(home), known(away))));
        }
    };
    both("In goal", &|side| {
        let keepers = &sheet.side(side).keepers;
        let names: Vec<String> = keepers
            .iter()
            .map(|(name, from)| from.map_or_else(|| name.clone(), |from| format!("{name} {from}'")))
            .collect();
        names.join(", ")
    });
    both("Captains", &|side| sheet.side(side).captain.clone().unwrap_or_default());
    both("Managers", &|side| sheet.side(side).manager.clone().unwrap_or_default());
    both("Line-ups", &|side| sheet.side(side).starters.join(", "));
    if let Some(referee) = &sheet.referee {
        rows.push(("Referee", referee.clone()));
    }
    if let Some(attendance) = sheet.attendance {
        rows.push(("Attendance", attendance.to_string()));
    }
    if rows.is_empty() {
        return;
    }
    line!(out);
    for (label, value) in rows {
        line!(out, "{DIM}{label:<12}{DIM:#}{value}");
    }
}

fn notes(out: &mut String, sheet: &Sheet) {
    if !sheet.conflicts.is_empty() {
        line!(out);
        line!(out, "{DIM}Sources differ{DIM:#}");
        for conflict in &sheet.conflicts {
            let by = |keys: &[Box<str>]| keys.join(", ");
            line!(
                out,
                "  {}: {} ({}), but {} ({})",
                conflict.about,
                conflict.preferred,
                by(&conflict.preferred_by),
                conflict.other,
                by(&conflict.other_by)
            );
        }
    }
    let lacking: Vec<&str> = sheet
        .coverage
        .iter()
        .filter(|(table, extent)| *extent != Extent::Complete && !absent_by_sight(sheet, *table))
        .map(|(table, _)| table.name())
        .collect();
    line!(out);
    if !lacking.is_empty() {
        line!(out, "{DIM}Not complete here: {}{DIM:#}", lacking.join(", "));
    }
    let names: Vec<&str> = sheet.sources.iter().map(|source| &*source.name).collect();
    line!(out, "{DIM}Sources: {}{DIM:#}", names.join("; "));
}

/// Tables whose absence the sheet shows by itself, or that nobody misses.
fn absent_by_sight(sheet: &Sheet, table: Table) -> bool {
    match table {
        Table::Keepers => Side::BOTH.into_iter().all(|side| !sheet.side(side).keepers.is_empty()),
        Table::LineUps => Side::BOTH.into_iter().all(|side| !sheet.side(side).starters.is_empty()),
        _ => false,
    }
}
