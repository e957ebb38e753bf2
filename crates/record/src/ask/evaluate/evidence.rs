//! Rows as evidence: in words, with who says so.

use crate::Match;
use crate::ask::Evidence;

use super::asked::Asked;
use super::happenings::Row;
use super::words;

/// A row in words, with who says so.
pub(super) fn of_row(asked: &Asked<'_>, row: &Row<'_>) -> Evidence {
    let record = asked.record();
    let text = match row.entry {
        None => {
            let team = row.team.map_or_else(String::new, |team| format!(": {}", words::team(record, team)));
            format!("{}{team}", words::edition(record, row.edition))
        }
        Some((entry, _)) => {
            let line = words::match_line(record, entry);
            match (row.event, row.kick, row.person) {
                (Some(event), _, _) if row.amount > 1 => {
                    let who = words::somebody(record, event.player);
                    format!("{line}: {who}, {} goals", row.amount)
                }
                (Some(event), _, _) => format!("{line}: {}", words::event(record, event)),
                (None, Some((kick, order)), _) => format!("{line}: {}", words::kick(record, entry, kick, order)),
                (None, None, Some(person)) => format!("{line}: {}", words::person(record, person)),
                (None, None, None) => line,
            }
        }
    };
    Evidence { in_match: row.entry.map(|(entry, _)| entry.id), text, sources: row.sources }
}

/// The evidence of a whole match.
pub(super) fn of_match(asked: &Asked<'_>, entry: &Match) -> Evidence {
    Evidence {
        in_match: Some(entry.id),
        text: words::match_line(asked.record(), entry),
        sources: entry.sources.fixture.and(entry.sources.end).and(entry.sources.shoot_out),
    }
}
