//! Differences between sources over the rows an answer uses.

use crate::ask::answer::Caveat;
use crate::conflict::{Conflict, Subject};
use crate::{Clock, Match};

use super::asked::Asked;
use super::happenings::Row;
use super::words;

fn of_match<'r>(asked: &Asked<'r>, entry: &'r Match) -> impl Iterator<Item = &'r Conflict> {
    asked.record().conflicts().iter().filter(move |conflict| conflict.in_match == Some(entry.id))
}

/// Minutes other sources give for an event, with the difference.
pub(super) fn minutes<'r>(asked: &Asked<'r>, row: &Row<'r>) -> Vec<(Clock, &'r Conflict)> {
    let (Some((entry, _)), Some(event), Some(clock)) = (row.entry, row.event, row.clock) else { return Vec::new() };
    let player = event.player.map(|id| words::person(asked.record(), id)).unwrap_or_default();
    of_match(asked, entry)
        .filter(|conflict| match conflict.subject {
            Subject::Minute(family, side, person) => {
                family == event.kind.family() && side == event.side && person == event.player
            }
            Subject::Stated => !player.is_empty() && conflict.about.contains(&player),
            _ => false,
        })
        .filter(|conflict| conflict.preferred.value.parse() == Ok(clock))
        .filter_map(|conflict| Some((conflict.other.value.parse().ok()?, conflict)))
        .collect()
}

/// Differences over a score or any other part of a match, the words of the subject as a source may write it.
pub(super) fn of<'r>(asked: &Asked<'r>, entry: &'r Match, subjects: &[Subject], stated: &str) -> Vec<&'r Conflict> {
    of_match(asked, entry)
        .filter(|conflict| {
            subjects.contains(&conflict.subject)
                || (conflict.subject == Subject::Stated && !stated.is_empty() && conflict.about.starts_with(stated))
        })
        .collect()
}

/// A difference as a caveat.
pub(super) fn caveat(asked: &Asked<'_>, conflict: &Conflict) -> Caveat {
    Caveat::Conflicting(words::conflict(asked.record(), conflict))
}
