//! A match's chances as text: before kick-off, a chart, and what each moment was worth.

use std::fmt::Write as _;

use anstyle::Style;
use byline_forecast::in_play::{Estimate, Kick, Moment, Side};
use byline_forecast::story::{EventWorth, Stake, Story, Told};
use byline_record::sheet::{Sheet, SheetEvent};
use byline_record::{EventKind, PenaltyOutcome, Side as RecordSide};

use super::{line, percent};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// Columns of the chart, and rows.
const WIDTH: usize = 64;
const ROWS: usize = 8;

/// The chances before kick-off.
pub(crate) fn before(story: &Story, sheet: &Sheet) -> String {
    let [home, away] = names(sheet);
    let mut out = String::new();
    line!(out);
    line!(out, "{BOLD}Before kick-off{BOLD:#}");
    let [win, draw, loss] = story.forecast.win;
    let mut text = format!("{home} {}, draw {}, {away} {}", percent(win), percent(draw), percent(loss));
    if let (Some([first, second]), Some([low, high])) = (story.chances.through, story.through_interval) {
        let _ = write!(
            text,
            " in ninety minutes\n{} · {home} {} ({} to {}), {away} {}",
            story.stake.words(),
            percent(first),
            percent(low),
            percent(high),
            percent(second)
        );
    } else {
        let [[low, high], ..] = story.forecast.intervals;
        let _ = write!(text, " · {home} between {} and {}", percent(low), percent(high));
    }
    for text in text.lines() {
        line!(out, "  {text}");
    }
    let [(first, [fl, fh]), (second, [sl, sh])] = story.forecast.expected_goals();
    line!(out, "  expected goals {first:.2} ({fl:.2} to {fh:.2}) and {second:.2} ({sl:.2} to {sh:.2})");
    line!(out, "  {DIM}intervals: 90 %, what is not known of the strengths{DIM:#}");
    out
}

/// The chart and the worth of each moment, or why there is none.
pub(crate) fn after(story: &Story, sheet: &Sheet) -> String {
    let mut out = String::new();
    match &story.told {
        Ok(told) => {
            chart(&mut out, told, story.stake, sheet);
            worth(&mut out, told, story.stake, sheet);
        }
        Err(byline_forecast::story::Untold::NotPlayed) => {}
        Err(why) => {
            line!(out);
            line!(out, "{DIM}No chances minute by minute: {why}{DIM:#}");
        }
    }
    out
}

fn names(sheet: &Sheet) -> [&str; 2] {
    RecordSide::BOTH.map(|side| sheet.team(side))
}

/// The chances of the first side from below, of the second from above; what is between is the draw.
fn chart(out: &mut String, told: &Told, stake: Stake, sheet: &Sheet) {
    const EIGHTHS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let end = told.curve.last().map_or(90.0, |point| point.played).max(1.0);
    let [home, away] = names(sheet);
    // The chances each column ends with.
    let columns: Vec<[f64; 2]> = (0..WIDTH)
        .map(|column| {
            let until = end * (cast(column) + 1.0) / cast(WIDTH);
            let point = told.curve.iter().rev().find(|point| point.played <= until + 1e-9).or(told.curve.first());
            point.map_or([0.5; 2], |point| match point.chances.through {
                Some(through) => through,
                None => [point.chances.win[0], point.chances.win[2]],
            })
        })
        .collect();
    line!(out);
    line!(out, "{BOLD}Chance of {}{BOLD:#}", stake.words());
    for row in (0..ROWS).rev() {
        let label = match row {
            row if row + 1 == ROWS => "100 %",
            row if row + 1 == ROWS / 2 => " 50 %",
            0 => "  0 %",
            _ => "",
        };
        let cells: String = columns
            .iter()
            .map(|[first, second]| {
                let filled = (first * cast(ROWS) - cast(row)).clamp(0.0, 1.0);
                if 1.0 - second < (cast(row) + 0.5) / cast(ROWS) && filled < 0.5 {
                    return '░';
                }
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 8")]
                let eighth = (filled * 8.0).round() as usize;
                EIGHTHS.get(eighth).copied().unwrap_or(' ')
            })
            .collect();
        let name = match row {
            row if row + 1 == ROWS => format!("░ {away}"),
            0 => format!("█ {home}"),
            _ => String::new(),
        };
        line!(out, "{label:>7} {cells} {name}");
    }
    for side in [Side::Home, Side::Away] {
        marks(out, told, sheet, side, end);
    }
    axis(out, told, end);
}

/// A line with a mark for each of a side's events, if it has any.
fn marks(out: &mut String, told: &Told, sheet: &Sheet, side: Side, end: f64) {
    let mut row = vec![' '; WIDTH];
    let mut any = false;
    for point in &told.curve {
        let Moment::Event(event) = point.moment else { continue };
        let Some(event) = sheet.events.get(event) else { continue };
        if (event.side == RecordSide::Home) != (side == Side::Home) {
            continue;
        }
        if let Some(cell) = row.get_mut(column(point.played, end)) {
            *cell = mark(event);
            any = true;
        }
    }
    if any {
        let name = if side == Side::Home { sheet.team(RecordSide::Home) } else { sheet.team(RecordSide::Away) };
        line!(out, "{:7} {} {DIM}{name}{DIM:#}", "", row.into_iter().collect::<String>());
    }
}

/// The sign of an event on the chart.
const fn mark(event: &SheetEvent) -> char {
    match event.kind {
        EventKind::Penalty(penalty) if matches!(penalty.outcome, PenaltyOutcome::Scored) => '◆',
        EventKind::Penalty(_) => '×',
        EventKind::Card { .. } => '■',
        _ => '●',
    }
}

fn axis(out: &mut String, told: &Told, end: f64) {
    let mut row = vec![' '; WIDTH + 6];
    // The first point of a minute is where the minute ends; halves begin where the one before ended.
    for minute in [0_u8, 15, 30, 45, 60, 75, 90, 105, 120] {
        let Some(point) = told.curve.iter().find(|point| point.clock.minute == minute && point.clock.added == 0) else {
            continue;
        };
        let label = minute.to_string();
        let start = column(point.played, end).saturating_sub(label.len() / 2);
        for (cell, letter) in row.iter_mut().skip(start).zip(label.chars()) {
            *cell = letter;
        }
    }
    let row: String = row.into_iter().collect();
    line!(out, "{:7} {DIM}{}{DIM:#}", "", row.trim_end());
    line!(out, "{:7} {DIM}● goal  ◆ penalty scored  × penalty missed  ■ sent off{DIM:#}", "");
}

fn column(played: f64, end: f64) -> usize {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the chart")]
    let column = (played / end * cast(WIDTH)).clamp(0.0, cast(WIDTH - 1)) as usize;
    column
}

#[allow(clippy::cast_precision_loss, reason = "columns and rows")]
const fn cast(number: usize) -> f64 {
    number as f64
}

fn worth(out: &mut String, told: &Told, stake: Stake, sheet: &Sheet) {
    if told.worth.is_empty() {
        return;
    }
    let width = names(sheet).into_iter().map(|name| name.chars().count()).max().unwrap_or(0);
    line!(out);
    line!(out, "{BOLD}What it was worth{BOLD:#}, in the side's chance of {}", stake.words());
    for one in &told.worth {
        let Some(event) = sheet.events.get(one.event) else { continue };
        let minute = format!("{}'", one.worth.clock);
        let team = sheet.team(event.side);
        let worth = one.worth.worth;
        let gained = format!("{:+.0}", 100.0 * worth.value);
        let range = format!("({:+.0} to {:+.0})", 100.0 * worth.low, 100.0 * worth.high);
        let told = format!("{}: {}", what(event), steps(one));
        line!(out, "{minute:>7}  {team:<width$}  {BOLD}{gained:>4}{BOLD:#} {range:<12}  {told}");
    }
    line!(out, "{:7}  {DIM}points of a hundred, with their 90 % interval{DIM:#}", "");
}

fn what(event: &SheetEvent) -> String {
    let player = event.player.as_deref().unwrap_or("player not known");
    match event.kind {
        EventKind::OwnGoal => format!("{player}'s own goal"),
        EventKind::Penalty(penalty) => format!("{player}'s penalty {}", penalty.outcome.name()),
        EventKind::Card { .. } => format!("{player} sent off"),
        _ => format!("{player}'s goal"),
    }
}

fn steps(one: &EventWorth) -> String {
    let chance = |estimate: Estimate| percent(estimate.value);
    let worth = &one.worth;
    match &worth.penalty {
        Some(Kick { awarded, scored, missed, worth: kick }) => format!(
            "before {}, awarded {}, scored {}, missed {}; the kick {:+.0}",
            chance(worth.before),
            chance(*awarded),
            chance(*scored),
            chance(*missed),
            100.0 * kick.value
        ),
        None => format!("{} → {}", chance(worth.before), chance(worth.after)),
    }
}
