//! A competition as pictures: bracket with chances, and the chances of the title through time.

use std::path::Path;

use byline_chart::{
    Bracket, BracketRound, BracketSide, BracketTie, Caption, ChanceTable, RatingHistory, RatingPoint, RatingSeries,
    TimeAxis,
};
use byline_competition::edition::Slot;
use byline_forecast::from_record::day_of;
use byline_record::StageKind;

use super::save as save_scene;
use crate::commands::cup::Cup;
use crate::failure::Failure;
use crate::print;

/// Teams in the table beneath a bracket, at most.
const ROWS: usize = 32;
/// Lines of the chart through time, at most.
const LINES: usize = 8;

/// Writes the bracket with the table of chances; the table alone where there is no knock-out.
pub(crate) fn save(cup: &Cup<'_>, path: &Path) -> Result<(), Failure> {
    let bracket = bracket(cup);
    if bracket.rounds.is_empty() {
        return save_scene(ChanceTable { caption: bracket.caption, ..table(cup) }.scene(), path);
    }
    save_scene(bracket.scene(), path)
}

fn caption(cup: &Cup<'_>, what: &str) -> Caption {
    let when = cup.as_of.map(|date| format!(", as of {}", print::long_date(date))).unwrap_or_default();
    let supposed = match &*cup.opened.set {
        [] => String::new(),
        set => format!(", supposing {}", set.join("; ")),
    };
    Caption {
        headline: cup.opened.edition.name(),
        subtitle: format!("{what}{when}{supposed}"),
        source: "Byline: its record, and a forecast of every match that can come".to_owned(),
    }
}

fn table(cup: &Cup<'_>) -> ChanceTable {
    let edition = &cup.opened.edition;
    let stages = cup.open_stages();
    let mut columns: Vec<String> = stages
        .iter()
        .filter_map(|&stage| edition.stages.get(stage))
        .map(|stage| stage.kind.name().to_owned())
        .collect();
    columns.push("winner".to_owned());
    let value = |team: u8, stage: usize| {
        let of_team = cup.chances.reach.get(usize::from(team));
        of_team.and_then(|reach| reach.get(stage)).map_or(0.0, |chance| chance.value)
    };
    let rows = cup.order().into_iter().take(ROWS).map(|team| {
        let mut chances: Vec<f64> = stages.iter().map(|&stage| value(team, stage)).collect();
        chances.push(cup.chances.champion.get(usize::from(team)).map_or(0.0, |chance| chance.value));
        (edition.team(team).to_owned(), chances)
    });
    let rows = rows.filter(|(_, chances)| chances.iter().any(|&chance| chance > 0.0)).collect();
    ChanceTable { caption: Caption::default(), columns, rows }
}

/// The knock-out stages as a bracket.
fn bracket(cup: &Cup<'_>) -> Bracket {
    let edition = &cup.opened.edition;
    let knock_out = edition.stages.iter().enumerate().filter(|(_, stage)| stage.is_knock_out());
    let stages: Vec<usize> =
        knock_out.clone().filter(|(_, stage)| stage.kind != StageKind::ThirdPlace).map(|(number, _)| number).collect();
    // From the last round back, so that each match stands between those it takes its sides from.
    let mut orders: Vec<Vec<usize>> = Vec::new();
    for &stage in stages.iter().rev() {
        let [from, end] = edition.stages.get(stage).map_or([0, 0], |stage| stage.fixtures);
        let range = from..end;
        let mut order: Vec<usize> = Vec::new();
        for &later in orders.last().into_iter().flatten() {
            for side in edition.fixtures.get(later).map(|fixture| fixture.sides).into_iter().flatten() {
                if let Slot::Winner(fixture) = side
                    && range.contains(&usize::from(fixture))
                {
                    order.push(usize::from(fixture));
                }
            }
        }
        let rest: Vec<usize> = range.filter(|fixture| !order.contains(fixture)).collect();
        order.extend(rest);
        orders.push(order);
    }
    orders.reverse();
    let mut rounds = Vec::new();
    for (place, (&stage, order)) in stages.iter().zip(&orders).enumerate() {
        let before = place.checked_sub(1).and_then(|before| orders.get(before));
        let ties = order.iter().map(|&fixture| tie(cup, fixture, before));
        let name = edition.stages.get(stage).map_or(String::new(), |stage| print::edition::stage_heading(stage.kind));
        rounds.push(BracketRound { name, ties: ties.collect() });
    }
    let third = edition.stages.iter().find(|stage| stage.kind == StageKind::ThirdPlace);
    let beside = third.map(|stage| {
        let [first, _] = stage.fixtures;
        ("Third place".to_owned(), tie(cup, first, None))
    });
    let table = (!cup.situation.is_over()).then(|| table(cup));
    Bracket { caption: caption(cup, "Bracket and chances"), rounds, beside, table }
}

fn tie(cup: &Cup<'_>, fixture: usize, before: Option<&Vec<usize>>) -> BracketTie {
    let edition = &cup.opened.edition;
    let Some(of) = edition.fixtures.get(fixture) else { return BracketTie::default() };
    let played = cup.situation.played.get(fixture).and_then(Option::as_ref);
    let sides = cup.tie(fixture).map(|side| {
        let kicks = side.kicks.map(|kicks| format!(" ({kicks})")).unwrap_or_default();
        BracketSide {
            known: side.team.is_some(),
            name: side.name,
            score: side.goals.map(|goals| format!("{goals}{kicks}")).unwrap_or_default(),
            chance: side.chance,
            through: side.through,
        }
    });
    let from = of.sides.map(|slot| match slot {
        Slot::Winner(earlier) => before?.iter().position(|&fixture| fixture == usize::from(earlier)),
        _ => None,
    });
    let note = match played {
        Some(played) if played.meeting.shoot_out.is_some() => "on penalties".to_owned(),
        Some(played) if !played.replays.is_empty() => "after a replay".to_owned(),
        Some(played) if played.meeting.extra_time => "after extra time".to_owned(),
        _ => of.date.map(print::day_and_month).unwrap_or_default(),
    };
    BracketTie { sides, from, note }
}

/// The chances of the title through time.
pub(crate) fn through_time(cup: &Cup<'_>) -> RatingHistory {
    let edition = &cup.opened.edition;
    let most = |team: u8| {
        let at = |(_, chances): &(_, Vec<f64>)| chances.get(usize::from(team)).copied().unwrap_or(0.0);
        cup.through_time.iter().map(at).fold(0.0, f64::max)
    };
    let mut teams: Vec<u8> = cup.order();
    teams.sort_by(|&one, &two| most(two).total_cmp(&most(one)));
    teams.truncate(LINES);
    let series = teams.into_iter().map(|team| RatingSeries {
        name: edition.team(team).to_owned(),
        points: cup
            .through_time
            .iter()
            .map(|(day, chances)| RatingPoint {
                at: f64::from(day_of(*day)),
                rating: 100.0 * chances.get(usize::from(team)).copied().unwrap_or(0.0),
                band: None,
            })
            .collect(),
        background: false,
    });
    RatingHistory {
        caption: caption(cup, "Chance of the title in per cent, after each day's matches"),
        time: TimeAxis::Days,
        series: series.collect(),
    }
}
