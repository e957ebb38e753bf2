//! What `table` prints.

use std::fmt::Write as _;

use anstyle::Style;
use byline_competition::certain::Certainty;
use byline_competition::situation::GroupTable;

use super::{capitalised, laid_out, line, long_date, numbers, sources};
use crate::commands::table::Tables;

const BOLD: Style = Style::new().bold();

/// The tables, ready to print.
pub(crate) fn text(answer: &Tables<'_>) -> String {
    let mut out = String::new();
    let edition = &answer.opened.edition;
    line!(out, "{BOLD}{}{BOLD:#}", edition.name());
    if let Some(date) = answer.as_of {
        line!(out, "as of {}", long_date(date));
    }
    for result in &answer.opened.set {
        line!(out, "supposing {result}");
    }
    let mut last = None;
    for (&(stage, group), certain) in answer.shown.iter().zip(&answer.certain) {
        let Some(table) = answer.situation.tables.get(stage).and_then(|tables| tables.get(group)) else { continue };
        line!(out);
        let label =
            edition.stages.get(stage).and_then(|stage| stage.groups.get(group)).map_or("", |group| &group.label);
        line!(out, "{BOLD}{}{BOLD:#}", heading(edition.stages.get(stage).map_or("", |s| s.kind.name()), label));
        rows(&mut out, answer, table, Some((stage, group)));
        still_to_play(&mut out, answer, stage, group);
        for words in certain.iter().flat_map(|certain| certainties(answer, certain)).filter(|words| !words.is_empty()) {
            line!(out, "  {words}");
        }
        last = Some(stage);
    }
    let best = last.filter(|_| answer.all).and_then(|stage| Some((stage, answer.situation.best.get(stage)?.as_ref()?)));
    if let Some((stage, table)) = best {
        let rule = edition.stages.get(stage).and_then(|stage| stage.best.as_ref());
        let (place, take) = rule.map_or((0, 0), |best| (best.place, best.take));
        line!(out);
        line!(out, "{BOLD}The best {take} of place {place}{BOLD:#}");
        rows(&mut out, answer, table, None);
    }
    if !answer.sources.is_empty() {
        line!(out);
    }
    sources(&mut out, answer.view.record(), answer.sources);
    out
}

/// `Group H`, `Second group stage, group C`, `Final round`.
pub(crate) fn heading(stage: &str, label: &str) -> String {
    let words = match (stage, label) {
        ("group stage", label) if !label.is_empty() => format!("group {label}"),
        (stage, "") => stage.to_owned(),
        (stage, label) => format!("{stage}, group {label}"),
    };
    capitalised(&words)
}

/// The name of a member of a table.
pub(crate) fn member<'a>(answer: &'a Tables<'_>, table: &GroupTable, member: u8) -> &'a str {
    let team = table.members.get(usize::from(member)).copied().flatten();
    team.map_or("(open)", |team| answer.opened.edition.team(team))
}

/// What a place leads to, in a word or two.
pub(crate) fn leads_to(answer: &Tables<'_>, stage: usize, group: usize, place: usize) -> Option<String> {
    answer.opened.edition.leads_to(stage, group, u8::try_from(place).ok()?)
}

/// What is certain and what each team needs, in words, in the order of the group's members.
pub(crate) fn certainties(answer: &Tables<'_>, certain: &Certainty) -> Vec<String> {
    let name = |member: &Option<u8>| member.map_or("(open)", |team| answer.opened.edition.team(team));
    let names: Vec<&str> = certain.members.iter().map(name).collect();
    certain.words(&names)
}

fn rows(out: &mut String, answer: &Tables<'_>, table: &GroupTable, of: Option<(usize, usize)>) {
    let mut grid = numbers(&["", "team", "played", "won", "drawn", "lost", "goals", "+/-", "points", ""], 2);
    if let Some(column) = grid.column_mut(9) {
        column.set_cell_alignment(comfy_table::CellAlignment::Left);
    }
    for (place, &number) in table.ranking.order.iter().enumerate() {
        let standing = table.standings.get(usize::from(number)).copied().unwrap_or_default();
        let goes = of.and_then(|(stage, group)| leads_to(answer, stage, group, place + 1));
        grid.add_row([
            (place + 1).to_string(),
            member(answer, table, number).to_owned(),
            standing.played.to_string(),
            standing.won.to_string(),
            standing.drawn.to_string(),
            standing.lost.to_string(),
            format!("{}-{}", standing.goals_for, standing.goals_against),
            format!("{:+}", standing.goal_difference()),
            standing.points.to_string(),
            goes.map(|goes| format!("→ {goes}")).unwrap_or_default(),
        ]);
    }
    line!(out, "{}", laid_out(&grid));
    let started = table.standings.iter().any(|standing| standing.played > 0);
    for (pair, decision) in table.ranking.order.windows(2).zip(&table.ranking.decisions).filter(|_| started) {
        let [above, below] = *pair else { continue };
        let name = |number: u8| member(answer, table, number);
        line!(out, "  {}", decision.words(name(above), name(below), name));
    }
    let by_rules = table.ranking.decisions.iter().all(|decision| decision.criterion().is_some());
    if let Some(official) = table.official.as_ref().filter(|_| !by_rules) {
        let names: Vec<&str> = official.iter().map(|&number| member(answer, table, number)).collect();
        line!(out, "  official order: {}", names.join(", "));
    }
}

/// Fixtures of the group not played yet.
fn still_to_play(out: &mut String, answer: &Tables<'_>, stage: usize, group: usize) {
    const MOST: usize = 12;
    let edition = &answer.opened.edition;
    let fixtures = edition.stages.get(stage).and_then(|stage| stage.groups.get(group)).map(|group| &*group.fixtures);
    let open: Vec<usize> = fixtures
        .unwrap_or_default()
        .iter()
        .copied()
        .filter(|&fixture| answer.situation.played.get(fixture).is_some_and(Option::is_none))
        .collect();
    if open.is_empty() {
        return;
    }
    line!(out, "  still to play:");
    for &number in open.iter().take(MOST) {
        let Some(fixture) = edition.fixtures.get(number) else { continue };
        let sides = answer.situation.sides.get(number).copied().unwrap_or_default();
        let [first, second] = sides.map(|side| side.map_or("(open)", |team| edition.team(team)));
        let when = fixture.date.map(|date| format!("{date}  ")).unwrap_or_default();
        line!(out, "    {when}{first} v {second}");
    }
    if open.len() > MOST {
        line!(out, "    and {} more", open.len() - MOST);
    }
}
