//! Runs of matches: without defeat, won, without conceding, and the rest.

use crate::ask::scope::ShootOutCounts;
use crate::ask::statement::{Outcome, StreakKind, StreakWhich, Subject};
use crate::ask::{Value, Verdict};
use crate::{Match, Side, Table, TeamId};

use super::asked::Asked;
use super::completeness::{Needs, reach};
use super::evidence;
use super::finding::Finding;
use super::happenings::{self, Row, What};
use super::query::Query;
use super::{scoping, words};

const fn kind_words(kind: StreakKind) -> &'static str {
    match kind {
        StreakKind::Unbeaten => "without defeat",
        StreakKind::Winning => "won in a row",
        StreakKind::Losing => "lost in a row",
        StreakKind::Winless => "without a win",
        StreakKind::Drawing => "drawn in a row",
        StreakKind::CleanSheets => "without conceding",
        StreakKind::Scoring => "with a goal",
        StreakKind::Scoreless => "without a goal",
    }
}

/// Whether a match carries a run on.
fn continues(asked: &Asked<'_>, kind: StreakKind, entry: &Match, side: Side) -> bool {
    let outcome = scoping::outcome(asked, entry, side);
    let goals = |side: Side| entry.score.end.map(|end| end.of(side));
    match kind {
        StreakKind::Unbeaten => outcome.is_some_and(|outcome| outcome != Outcome::Lost),
        StreakKind::Winning => outcome == Some(Outcome::Won),
        StreakKind::Losing => outcome == Some(Outcome::Lost),
        StreakKind::Winless => outcome.is_some_and(|outcome| outcome != Outcome::Won),
        StreakKind::Drawing => outcome == Some(Outcome::Drew),
        StreakKind::CleanSheets => goals(side.other()) == Some(0),
        StreakKind::Scoring => goals(side).is_some_and(|goals| goals > 0),
        StreakKind::Scoreless => goals(side) == Some(0),
    }
}

/// The longest run (the latest of several), or the one that reaches the last row; and how many are as long.
fn run<'a, 'r>(asked: &Asked<'_>, rows: &'a [Row<'r>], kind: StreakKind, which: StreakWhich) -> &'a [Row<'r>] {
    let carries = |row: &Row<'_>| row.entry.is_some_and(|(entry, side)| continues(asked, kind, entry, side));
    if which == StreakWhich::Current {
        let length = rows.iter().rev().take_while(|row| carries(row)).count();
        return rows.get(rows.len() - length..).unwrap_or_default();
    }
    rows.split(|row| !carries(row))
        .fold(&[], |longest: &[Row<'r>], run| if run.len() >= longest.len() { run } else { longest })
}

/// A run, said or asked for.
pub(super) fn streak(
    asked: &Asked<'_>,
    team: Option<TeamId>,
    kind: StreakKind,
    which: StreakWhich,
    said: Option<u16>,
) -> Finding {
    let record = asked.record();
    let words_of = kind_words(kind);
    let who = team.map_or_else(|| "which team".to_owned(), |team| words::team(record, team));
    let run_words = match which {
        StreakWhich::Current => "current run",
        StreakWhich::Longest => "longest run",
        StreakWhich::Ever => "a run",
    };
    let number =
        said.map_or_else(|| "how many matches?".to_owned(), |said| words::count(u32::from(said), "match", "matches"));
    let reading = format!("{who}: {run_words} {words_of}, {number}");
    let all = happenings::rows(asked, &Query::new(What::Played, team.map(Subject::Team)));
    let lines: Vec<(TeamId, Vec<Row<'_>>)> = match team {
        Some(team) => vec![(team, all)],
        None => by_team(asked, all),
    };
    let runs: Vec<(TeamId, &[Row<'_>])> =
        lines.iter().map(|(team, rows)| (*team, run(asked, rows, kind, which))).collect();
    let longest = runs.iter().map(|(_, run)| run.len()).max().unwrap_or(0);
    let best: Vec<&(TeamId, &[Row<'_>])> = runs.iter().filter(|(_, run)| run.len() == longest && longest > 0).collect();
    let reach = reach(asked, &Needs::of(&[Table::Results], team.map(Subject::Team)));
    let length = u32::try_from(longest).unwrap_or(u32::MAX);
    let names: Vec<String> = best.iter().map(|(team, _)| words::team(record, *team)).collect();
    let span = best.first().and_then(|(_, run)| Some((run.first()?.date, run.last()?.date)));
    let dates = span.map_or_else(String::new, |(from, to)| {
        if names.len() > 1 { String::new() } else { format!(", {} to {}", words::date(from), words::date(to)) }
    });
    let holders = if team.is_some() { who } else { words::some_of(&names, 6) };
    let text = format!("{holders}: {} {words_of}{dates}", words::count(length, "match", "matches"));
    let verdict = match said {
        None => Verdict::Confirmed,
        // A run of so many is in any longer one.
        Some(said) if which == StreakWhich::Ever && u32::from(said) <= length => Verdict::Confirmed,
        Some(said) if u32::from(said) == length => {
            if reach.is_complete() {
                Verdict::Confirmed
            } else {
                Verdict::NotInRecord
            }
        }
        Some(_) if reach.is_complete() => Verdict::Contradicted,
        Some(_) => Verdict::RecordDiffers,
    };
    let rows = best.iter().flat_map(|(_, run)| run.iter().rev());
    let mut finding =
        Finding::new(verdict, text).showing(rows.map(|row| evidence::of_row(asked, row))).with(reach.caveats(asked));
    if let Some(breaker) =
        team.and_then(|_| ended_by(asked, lines.first().map(|(_, rows)| rows.as_slice())?, best.first()?.1))
    {
        finding = finding.because(breaker);
    }
    match said {
        None => {
            let count = Value::Count { count: length, at_least: false };
            let holders: Vec<TeamId> = best.iter().map(|&&(team, _)| team).collect();
            finding = finding.asked_for(if team.is_some() { count } else { Value::Teams(holders).single() });
        }
        Some(said) => {
            if verdict != Verdict::Confirmed {
                finding = finding.because(format!("{said} said, {length} in the record"));
            }
            finding = with_shoot_outs(asked, finding, team, kind, which, said);
        }
    }
    finding.soften().read_as(reading)
}

/// Rows by the team under which they count, in the order of teams.
fn by_team<'r>(asked: &Asked<'_>, rows: Vec<Row<'r>>) -> Vec<(TeamId, Vec<Row<'r>>)> {
    let mut lines: std::collections::BTreeMap<TeamId, Vec<Row<'r>>> = std::collections::BTreeMap::new();
    for row in rows {
        if let Some(team) = row.team {
            lines.entry(asked.head(team)).or_default().push(row);
        }
    }
    lines.into_iter().collect()
}

/// The match that ended a run, else the one it began after.
fn ended_by(asked: &Asked<'_>, rows: &[Row<'_>], run: &[Row<'_>]) -> Option<String> {
    let (first, last) = (run.first()?, run.last()?);
    let place = |wanted: &Row<'_>| rows.iter().position(|row| row.is_with(wanted));
    let after = place(last).and_then(|index| rows.get(index + 1));
    let before = place(first).and_then(|index| rows.get(index.checked_sub(1)?));
    let line = |row: &Row<'_>| row.entry.map(|(entry, _)| words::match_line(asked.record(), entry));
    match (after, before) {
        (Some(after), _) => line(after).map(|line| format!("ended by {line}")),
        (None, before) => before.and_then(line).map(|line| format!("began after {line}")),
    }
}

/// The run with shoot-outs counted the other way, where it is what was said.
fn with_shoot_outs(
    asked: &Asked<'_>,
    finding: Finding,
    team: Option<TeamId>,
    kind: StreakKind,
    which: StreakWhich,
    said: u16,
) -> Finding {
    let Some(team) = team.filter(|_| finding.verdict != Verdict::Confirmed) else { return finding };
    let (shoot_out, reading) = match asked.scope.shoot_out {
        ShootOutCounts::Draw => (ShootOutCounts::Win, "a shoot-out counts as a win or a defeat"),
        ShootOutCounts::Win => (ShootOutCounts::Draw, "a shoot-out counts as a draw"),
    };
    let mut other = asked.clone();
    other.scope.shoot_out = shoot_out;
    let rows = happenings::rows(&other, &Query::new(What::Played, Some(Subject::Team(team))));
    let found = run(&other, &rows, kind, which);
    let complete = reach(&other, &Needs::of(&[Table::Results], Some(Subject::Team(team)))).is_complete();
    if complete && found.len() == usize::from(said) {
        finding.or_else_read(reading, Verdict::Confirmed, words::count(u32::from(said), "match", "matches"))
    } else {
        finding
    }
}
