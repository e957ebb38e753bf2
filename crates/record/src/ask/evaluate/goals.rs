//! Goals: who, when, how, in which place of the match.

use crate::ask::statement::{GoalKind, GoalOrder, MatchRef, Minutes};
use crate::{EventKind, PersonId, Table};

use super::asked::Asked;
use super::finding::Finding;
use super::happenings::{Row, What};
use super::seek::{Sought, seek};
use super::words;

fn is_kind(row: &Row<'_>, kind: GoalKind) -> bool {
    row.event.is_some_and(|event| match kind {
        GoalKind::OpenPlay => event.kind == EventKind::Goal,
        GoalKind::Penalty => matches!(event.kind, EventKind::Penalty(_)),
        GoalKind::OwnGoal => event.kind == EventKind::OwnGoal,
    })
}

fn is_order(row: &Row<'_>, order: GoalOrder) -> bool {
    row.goal.is_some_and(|place| match order {
        GoalOrder::Opener => place.nth == 1,
        GoalOrder::Equaliser => place.after.leader().is_none(),
        GoalOrder::Winner => place.winner,
        GoalOrder::Last => place.last,
        GoalOrder::Nth(nth) => place.nth == nth,
    })
}

/// A goal, said or asked for. Own goals never count for the scorer unless an own goal is what is said.
pub(super) fn goal(
    asked: &Asked<'_>,
    at: &MatchRef,
    scorer: Option<PersonId>,
    minutes: Option<Minutes>,
    kind: Option<GoalKind>,
    order: Option<GoalOrder>,
    count: Option<u8>,
) -> Finding {
    let record = asked.record();
    let own_goals_count = kind == Some(GoalKind::OwnGoal) || (scorer.is_none() && kind.is_none());
    let test = |row: &Row<'_>| {
        (own_goals_count || !is_kind(row, GoalKind::OwnGoal))
            && kind.is_none_or(|kind| is_kind(row, kind))
            && order.is_none_or(|order| is_order(row, order))
    };
    let noun = match kind {
        None => "goal",
        Some(GoalKind::OpenPlay) => "goal from play",
        Some(GoalKind::Penalty) => "goal from the spot",
        Some(GoalKind::OwnGoal) => "own goal",
    };
    let nouns = match kind {
        None => ("goal", "goals"),
        Some(GoalKind::OpenPlay) => ("goal from play", "goals from play"),
        Some(GoalKind::Penalty) => ("goal from the spot", "goals from the spot"),
        Some(GoalKind::OwnGoal) => ("own goal", "own goals"),
    };
    let which = match order {
        None => String::new(),
        Some(GoalOrder::Opener) => " (the first of the match)".to_owned(),
        Some(GoalOrder::Equaliser) => " (an equaliser)".to_owned(),
        Some(GoalOrder::Winner) => " (the winner)".to_owned(),
        Some(GoalOrder::Last) => " (the last of the match)".to_owned(),
        Some(GoalOrder::Nth(nth)) => format!(" (the {} of the match)", words::ordinal(u32::from(nth))),
    };
    let who = scorer.map_or_else(|| "who?".to_owned(), |id| words::person(record, id));
    let when = minutes.as_ref().map_or_else(String::new, |minutes| format!(" {}", words::minutes(minutes)));
    let number =
        count.map_or_else(String::new, |count| format!(", {}", words::count(u32::from(count), nouns.0, nouns.1)));
    let reading = format!("{}: {noun}{which} by {who}{when}{number}", words::match_ref(record, at));
    seek(
        asked,
        at,
        &Sought {
            what: What::Goal,
            person: scorer,
            minutes,
            is_special: kind.is_some() || order.is_some(),
            test: &test,
            count,
            nouns,
            tables: &[Table::Goals],
        },
    )
    .read_as(reading)
}
