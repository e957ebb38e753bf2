//! What `cup` prints.

use std::fmt::Write as _;

use anstyle::Style;
use byline_competition::simulate::{Chance, Leverage, Target};
use byline_competition::situation::Played;

use super::edition::stage_heading;
use super::table::heading;
use super::{day_and_month, laid_out, line, long_date, numbers, percent, sources};
use crate::commands::cup::{Cup, TieSide};

const BOLD: Style = Style::new().bold();
/// Finals listed.
const FINALS: usize = 5;
/// Teams listed of those a supposition changes most.
const CHANGED: usize = 12;

/// The competition, ready to print.
pub(crate) fn text(cup: &Cup<'_>) -> String {
    let mut out = String::new();
    line!(out, "{BOLD}{}{BOLD:#}", cup.opened.edition.name());
    if let Some(date) = cup.as_of {
        line!(out, "as of {}", long_date(date));
    }
    for result in &cup.opened.set {
        line!(out, "supposing {result}");
    }
    if let Some(winner) = cup.winner() {
        line!(out, "won by {winner}");
    } else {
        line!(out);
        chances(&mut out, cup);
        finals(&mut out, cup);
        weight(&mut out, cup);
        changed(&mut out, cup);
        groups(&mut out, cup);
    }
    through_time(&mut out, cup);
    bracket(&mut out, cup);
    if !cup.sources.is_empty() {
        line!(out);
    }
    sources(&mut out, cup.view.record(), cup.sources);
    out
}

/// A chance with its standard error where it has one: `66 %`, `66.2 % ± 0.2`.
fn cell(chance: Chance) -> String {
    if chance.value <= 0.0 {
        return "-".to_owned();
    }
    if chance.standard_error >= 5e-5 && chance.value < 1.0 {
        return format!("{:.1} ± {:.1}", 100.0 * chance.value, 100.0 * chance.standard_error);
    }
    percent(chance.value)
}

fn chances(out: &mut String, cup: &Cup<'_>) {
    let edition = &cup.opened.edition;
    let stages = cup.open_stages();
    let mut header = vec!["team"];
    header.extend(stages.iter().filter_map(|&stage| edition.stages.get(stage)).map(|stage| stage.kind.name()));
    let zones: Vec<_> = cup.chances.zones.iter().collect();
    let zone_names: Vec<&str> = zones
        .iter()
        .filter_map(|zone| edition.stages.get(zone.stage)?.zones.get(zone.zone).map(|zone| &*zone.name))
        .collect();
    header.extend(zone_names);
    header.push("winner");
    let mut table = numbers(&header, 1);
    let mut out_of_it = 0;
    for team in cup.order() {
        let place = usize::from(team);
        let of_stage = |&stage: &usize| {
            cup.chances.reach.get(place).and_then(|reach| reach.get(stage)).copied().unwrap_or_default()
        };
        let mut row: Vec<Chance> = stages.iter().map(of_stage).collect();
        row.extend(zones.iter().map(|zone| zone.teams.get(place).copied().unwrap_or_default()));
        row.push(cup.chances.champion.get(place).copied().unwrap_or_default());
        if row.iter().all(|chance| chance.value <= 0.0) {
            out_of_it += 1;
            continue;
        }
        table.add_row(std::iter::once(edition.team(team).to_owned()).chain(row.into_iter().map(cell)));
    }
    line!(out, "{BOLD}Chances{BOLD:#}");
    line!(out, "{}", laid_out(&table));
    if out_of_it > 0 {
        line!(out, "out: {out_of_it} teams");
    }
    if cup.chances.runs > 0 {
        line!(out, "per cent ± standard error, from {} simulations, seed {}", thousands(cup.chances.runs), cup.seed);
    } else {
        line!(out, "exact, given the forecasts of the matches");
    }
}

/// `100,000`.
fn thousands(number: u32) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn finals(out: &mut String, cup: &Cup<'_>) {
    let finals: Vec<_> = cup.chances.finals.iter().filter(|(_, chance)| chance.value < 1.0).take(FINALS).collect();
    if finals.is_empty() {
        return;
    }
    let edition = &cup.opened.edition;
    let told: Vec<String> = finals
        .iter()
        .map(|([one, two], chance)| {
            format!("{} v {} {}", edition.team(*one), edition.team(*two), percent(chance.value))
        })
        .collect();
    line!(out);
    line!(out, "Likeliest finals: {}", told.join(", "));
}

/// What hangs on the next matches: for the teams whose chances move most.
fn weight(out: &mut String, cup: &Cup<'_>) {
    if cup.leverage.is_empty() {
        return;
    }
    line!(out);
    line!(out, "{BOLD}What hangs on the next matches{BOLD:#}");
    for weighed in &cup.leverage {
        told(out, cup, weighed);
    }
}

fn told(out: &mut String, cup: &Cup<'_>, weighed: &Leverage) {
    let edition = &cup.opened.edition;
    let Some(fixture) = edition.fixtures.get(weighed.fixture) else { return };
    let teams = cup.situation.sides.get(weighed.fixture).copied().unwrap_or_default();
    let [Some(first), Some(second)] = teams else { return };
    let date = fixture.date.map(|date| format!("{}  ", day_and_month(date))).unwrap_or_default();
    line!(out, "  {date}{} v {}", edition.team(first), edition.team(second));
    // What the two play for first: the next stage while it is open, else zones, else the title.
    let moves = |target: usize| [first, second].iter().any(|&team| weighed.swing(target, team) > 0.005);
    let Some(target) = (0..cup.targets.len()).find(|&target| moves(target)) else {
        line!(out, "      nothing for the two of them");
        return;
    };
    let what = cup.targets.get(target).map(|target| cup.target_name(*target)).unwrap_or_default();
    let after = |team: u8| weighed.after.get(target).and_then(|teams| teams.get(usize::from(team))).copied();
    let [Some(of_first), Some(of_second)] = [after(first), after(second)] else { return };
    if edition.stages.get(fixture.stage).is_some_and(|stage| stage.is_knock_out()) {
        let [one, two] = [percent(of_first[0].value), percent(of_second[2].value)];
        line!(
            out,
            "      {what} for whoever goes through: {} {one}, {} {two}",
            edition.team(first),
            edition.team(second)
        );
        return;
    }
    for (team, [home, draw, away]) in [(first, of_first), (second, [of_second[2], of_second[1], of_second[0]])] {
        let [win, draw, defeat] = [home, draw, away].map(|chance| percent(chance.value));
        line!(
            out,
            "      {}, {what}: {win} with a win, {draw} with a draw, {defeat} with a defeat",
            edition.team(team)
        );
    }
}

fn changed(out: &mut String, cup: &Cup<'_>) {
    let Some(changed) = &cup.changed else { return };
    let edition = &cup.opened.edition;
    let mut teams: Vec<(usize, _)> = changed.champion.iter().enumerate().collect();
    teams.retain(|(_, difference)| difference.difference.abs() > 0.0005);
    teams.sort_by(|one, two| two.1.difference.abs().total_cmp(&one.1.difference.abs()));
    line!(out);
    line!(out, "{BOLD}What the supposition changes: chance of the title{BOLD:#}");
    let mut table = numbers(&["team", "without", "with", "change", ""], 1);
    for (team, difference) in teams.into_iter().take(CHANGED) {
        table.add_row([
            edition.teams.get(team).cloned().unwrap_or_default(),
            percent(difference.one.value),
            percent(difference.other.value),
            format!("{:+.1}", 100.0 * difference.difference),
            format!("± {:.2}", 100.0 * difference.standard_error),
        ]);
    }
    line!(out, "{}", laid_out(&table));
    line!(out, "both from the same {} simulations", thousands(changed.runs));
}

/// Places of groups not yet complete.
fn groups(out: &mut String, cup: &Cup<'_>) {
    let edition = &cup.opened.edition;
    for group in &cup.chances.groups {
        let Some(stage) = edition.stages.get(group.stage) else { continue };
        let table =
            cup.situation.tables.get(group.stage).zip(group.group).and_then(|(tables, group)| tables.get(group));
        if table.is_some_and(|table| table.complete) || group.teams.len() > 8 {
            continue;
        }
        let label = group.group.and_then(|group| stage.groups.get(group)).map_or("", |group| &group.label);
        line!(out);
        line!(out, "{BOLD}{}{BOLD:#}", heading(stage.kind.name(), label));
        let places: Vec<String> =
            (1..=group.places.first().map_or(0, Vec::len)).map(|place| place.to_string()).collect();
        let header: Vec<&str> = std::iter::once("place").chain(places.iter().map(String::as_str)).collect();
        let mut grid = numbers(&header, 1);
        let mut rows: Vec<(&u8, &Vec<Chance>)> = group.teams.iter().zip(&group.places).collect();
        rows.sort_by(|one, two| {
            let values = |row: &[Chance]| row.iter().map(|chance| chance.value).collect::<Vec<_>>();
            values(two.1).partial_cmp(&values(one.1)).unwrap_or(std::cmp::Ordering::Equal)
        });
        for (team, chances) in rows {
            let cells =
                chances.iter().map(|chance| if chance.value > 0.0 { percent(chance.value) } else { "-".to_owned() });
            grid.add_row(std::iter::once(edition.team(*team).to_owned()).chain(cells));
        }
        line!(out, "{}", laid_out(&grid));
    }
}

fn through_time(out: &mut String, cup: &Cup<'_>) {
    if cup.through_time.is_empty() {
        return;
    }
    let edition = &cup.opened.edition;
    let teams: Vec<u8> = cup.order().into_iter().take(8).collect();
    let header: Vec<&str> = std::iter::once("after").chain(teams.iter().map(|&team| edition.team(team))).collect();
    let mut table = numbers(&header, 1);
    for (day, chances) in &cup.through_time {
        let cells = teams.iter().map(|&team| {
            let chance = chances.get(usize::from(team)).copied().unwrap_or(0.0);
            if chance > 0.0 { percent(chance) } else { "-".to_owned() }
        });
        table.add_row(std::iter::once(day.to_string()).chain(cells));
    }
    line!(out);
    line!(out, "{BOLD}Chance of the title after each day's matches{BOLD:#}");
    line!(out, "{}", laid_out(&table));
}

/// Knock-out matches so far, and those whose sides are known.
fn bracket(out: &mut String, cup: &Cup<'_>) {
    let edition = &cup.opened.edition;
    for stage in edition.stages.iter().filter(|stage| stage.is_knock_out()) {
        let range = stage.fixtures[0]..stage.fixtures[1];
        let any = range
            .clone()
            .any(|fixture| cup.situation.sides.get(fixture).is_some_and(|sides| sides.iter().any(Option::is_some)));
        if !any {
            continue;
        }
        line!(out);
        line!(out, "{BOLD}{}{BOLD:#}", stage_heading(stage.kind));
        for fixture in range {
            let Some(of) = edition.fixtures.get(fixture) else { continue };
            let [TieSide { name: first, chance: one, .. }, TieSide { name: second, chance: two, .. }] =
                cup.tie(fixture);
            match cup.situation.played.get(fixture).and_then(Option::as_ref) {
                Some(played) => line!(out, "  {}", result(played, &first, &second)),
                None => {
                    let date = of.date.map(|date| format!(", {}", day_and_month(date))).unwrap_or_default();
                    let chances = one.zip(two).map(|(one, two)| format!("  {} – {}", percent(one), percent(two)));
                    line!(out, "  {first} v {second}{date}{}", chances.unwrap_or_default());
                }
            }
        }
    }
}

/// `Croatia 1-1 Brazil, 4-2 on penalties`.
fn result(played: &Played, first: &str, second: &str) -> String {
    let [home, away] = played.goals;
    let mut words = format!("{first} {home}-{away} {second}");
    if played.meeting.extra_time && played.meeting.shoot_out.is_none() {
        words.push_str(" after extra time");
    }
    for replay in &played.replays {
        words.push_str(&format!(", replay {}-{}", replay.end[0], replay.end[1]));
    }
    let winner = played.winner.map(|side| if side == 0 { first } else { second });
    match played.meeting.shoot_out {
        Some(Some([home, away])) => words.push_str(&format!(", {home}-{away} on penalties")),
        Some(None) => words.push_str(&format!(", {} on penalties", winner.unwrap_or("?"))),
        None if home == away && played.replays.iter().all(|replay| replay.winner.is_none()) => {
            words.push_str(&format!(", {} through", winner.unwrap_or("nobody")));
        }
        None => {}
    }
    words
}

impl Cup<'_> {
    /// Whoever has won, once it is over.
    pub(crate) fn winner(&self) -> Option<&str> {
        let over = self.situation.is_over();
        let winner = self.chances.champion.iter().position(|chance| chance.value >= 1.0).filter(|_| over)?;
        self.opened.edition.teams.get(winner).map(String::as_str)
    }

    /// What a target is called.
    pub(crate) fn target_name(&self, target: Target) -> String {
        let stages = &self.opened.edition.stages;
        match target {
            Target::Stage(stage) => stages.get(stage).map(|stage| stage.kind.name().to_owned()),
            Target::Champion(_) => Some("title".to_owned()),
            Target::Zone(stage, zone) => {
                stages.get(stage).and_then(|stage| stage.zones.get(zone)).map(|z| z.name.clone())
            }
        }
        .unwrap_or_default()
    }
}
