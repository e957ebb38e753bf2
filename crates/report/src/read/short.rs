//! Sides with a man or more too few.

use byline_record::ask::{Verdict, words};
use byline_record::{EventKind, Side, Table, TeamId};

use super::cards::HEDGES;
use super::memory::is_complete;
use super::{Focus, Judged, Out};
use crate::claim::{Kind, Topic};
use crate::passage::{Name, Passage};

/// By what else a side may be a man short.
const HURT: &[&str] =
    &["injured", "injury", "injuries", "limped", "hobbled", "stretchered", "substitutions", "changes"];

/// "with ten men", "10-man Czech Republic": a side that had somebody sent off.
pub(super) fn handed(passage: &Passage, at: usize, foci: &[Focus<'_>], out: &mut Out<'_>) {
    if passage.name_at(at).is_some() {
        return;
    }
    let number = passage.cardinal(at).filter(|&(count, _)| count == 9 || count == 10);
    let Some((count, next)) = number else { return };
    let next = if passage.is_mark(next, '-') { next + 1 } else { next };
    if !passage.is_any(next, &["men", "man"]) {
        return;
    }
    let end = next + 1;
    let after = passage.name_from(end).and_then(Name::team);
    let start = passage.clause_start(at);
    let named = (start..at).rev().filter_map(|before| passage.name_at(before)).find(|name| name.team().is_some());
    // "He equalised against Poland for his side, reduced to ten men": the side named last is not his.
    let his = |from: usize| {
        (from..at)
            .any(|his| passage.is_any(his, &["his"]) && passage.is_any(his + 1, &["side", "team", "country", "nation"]))
    };
    if after.is_none() && named.is_some_and(|name| his(name.end)) {
        return;
    }
    let before = named.and_then(Name::team);
    let team: Option<TeamId> = after.or(before);
    for focus in foci {
        let entry = focus.entry;
        let off = |side: Side| {
            entry.events.iter().enumerate().filter(move |(_, event)| {
                event.side == side
                    && matches!(event.kind, EventKind::Card { card, bench: false } if card.is_dismissal())
            })
        };
        let Some(side) = team.and_then(|team| out.side(entry, team)) else { continue };
        let rows: Vec<usize> = off(side).map(|(index, _)| index).collect();
        let right = rows.len() == usize::try_from(11 - count).unwrap_or(1);
        // "finished with nine men", and no hedge: only of the one match spoken of.
        let plain = foci.len() == 1
            && focus.is_anchor
            && focus.may_contradict
            && passage.is_any(at.wrapping_sub(1), &["with"])
            && passage.has(at.saturating_sub(6), at, &["ended", "finished", "finish", "end", "ending", "finishing"])
            && !passage.has(start, at, HEDGES)
            && !passage.has(0, passage.len(), HURT)
            && is_complete(out, entry, Table::Dismissals);
        // Of more men than were sent off on either side nobody can have been short.
        let short = usize::try_from(11 - count).unwrap_or(1);
        let too_many = foci.len() == 1
            && focus.is_anchor
            && focus.may_contradict
            && (after == team || !passage.has(at.saturating_sub(9), at, &["against"]))
            && rows.len() < short
            && off(side.other()).count() < short
            && !rows.is_empty()
            && !passage.has(start, at, HEDGES)
            && !passage.has(0, passage.len(), HURT)
            && is_complete(out, entry, Table::Dismissals);
        let plain = plain || too_many;
        if !right && !plain {
            continue;
        }
        let verdict = if right { Verdict::Confirmed } else { Verdict::Contradicted };
        let shown = rows.iter().flat_map(|&index| out.event_row(entry, index)).collect();
        let shown = if rows.is_empty() { out.match_row(entry) } else { shown };
        let team = words::team(out.record(), entry.team(side));
        out.push(
            passage,
            (at, end),
            Kind::Card,
            format!("{team} had {} sent off", words::count(11 - count, "player", "players")),
            Judged::new(verdict).showing(shown).about(Topic::Match(entry.id)),
        );
        return;
    }
}
