//! Sides with a man or more too few.

use byline_record::ask::{Verdict, words};
use byline_record::{Event, EventKind, Match, Side, Table, TeamId};

use super::cards::HEDGES;
use super::memory::is_complete;
use super::moment::{self, Happening};
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
    if passage.has(start, at, &["both sides", "both teams", "each side", "each team", "the sides", "the teams"]) {
        both(passage, (at, end, count), foci, out);
        return;
    }
    // "Were reduced to ten men just before the break": another may have followed.
    let passing = passage.has(at.saturating_sub(4), at, &["reduced to", "down to", "left with"]);
    for focus in foci {
        let entry = focus.entry;
        let off = |side: Side| dismissals(entry, side);
        let Some(side) = team.and_then(|team| out.side(entry, team)) else { continue };
        let rows: Vec<usize> = off(side).map(|(index, _)| index).collect();
        let short = usize::try_from(11 - count).unwrap_or(1);
        let right = rows.len() == short || passing && rows.len() > short;
        // "finished with nine men", and no hedge: only of the one match spoken of.
        let ended = || {
            passage.is_any(at.wrapping_sub(1), &["with"])
                && passage.has(at.saturating_sub(6), at, &["ended", "finished", "finish", "end", "ending", "finishing"])
        };
        // Of more men than were sent off on either side nobody can have been short.
        let too_many = || {
            (after == team || !passage.has(at.saturating_sub(9), at, &["against"]))
                && rows.len() < short
                && off(side.other()).count() < short
                && !rows.is_empty()
        };
        let plain = (ended() || too_many()) && may_deny(passage, (start, at), foci, out);
        if !right && !plain {
            continue;
        }
        let verdict = if right { Verdict::Confirmed } else { Verdict::Contradicted };
        let shown = rows.iter().flat_map(|&index| out.event_row(entry, index)).collect();
        let shown = if rows.is_empty() { out.match_row(entry) } else { shown };
        let team = words::team(out.record(), entry.team(side));
        let what = format!("{team} had {} sent off", words::count(11 - count, "player", "players"));
        let judged = Judged::new(verdict).showing(shown).about(Topic::Match(entry.id));
        out.push(passage, (at, end), Kind::Card, what.clone(), judged);
        // When the one was sent off who left them so many.
        let extra = entry.score.extra_time.is_some();
        if right
            && passing
            && let Some(&index) = rows.get(short - 1)
            && let Some(clock) = moment::beside(passage, extra, (at, end))
        {
            let happening = Happening {
                focus: *focus,
                index,
                clock: entry.events.get(index).and_then(|event| event.clock),
                other: None,
                of_award: false,
                plain: foci.len() == 1 && !passage.has(start, at, HEDGES),
                beside: clock.first == end,
                what,
                topic: Topic::Event(entry.id, index),
            };
            moment::judge(passage, &clock, &happening, out);
        }
        return;
    }
}

/// Whether the words about men too few may be called wrong: of the one match spoken of, of which every card is known, and
/// without a hedge from one token to the other.
fn may_deny(passage: &Passage, (from, to): (usize, usize), foci: &[Focus<'_>], out: &Out<'_>) -> bool {
    let [focus] = foci else { return false };
    focus.is_anchor
        && focus.may_contradict
        && !passage.has(from, to, HEDGES)
        && !passage.has(0, passage.len(), HURT)
        && is_complete(out, focus.entry, Table::Dismissals)
}

/// Who was sent off on the pitch, of a side, each with his place among the events.
fn dismissals(entry: &Match, side: Side) -> impl Iterator<Item = (usize, &Event)> {
    entry.events.iter().enumerate().filter(move |(_, event)| {
        event.side == side && matches!(event.kind, EventKind::Card { card, bench: false } if card.is_dismissal())
    })
}

/// "Both sides finished with nine men".
fn both(passage: &Passage, (at, end, count): (usize, usize, u32), foci: &[Focus<'_>], out: &mut Out<'_>) {
    let Some(focus) = foci.first().filter(|focus| !focus.loose) else { return };
    let entry = focus.entry;
    let short = usize::try_from(11 - count).unwrap_or(1);
    let rows: Vec<usize> =
        Side::BOTH.into_iter().flat_map(|side| dismissals(entry, side)).map(|(index, _)| index).collect();
    let right = Side::BOTH.into_iter().all(|side| dismissals(entry, side).count() == short);
    let start = passage.clause_start(at);
    let plain = passage.quote.is_none() && may_deny(passage, (start, at), foci, out);
    if !right && !plain {
        return;
    }
    let verdict = if right { Verdict::Confirmed } else { Verdict::Contradicted };
    let shown: Vec<_> = rows.iter().flat_map(|&index| out.event_row(entry, index)).collect();
    let shown = if shown.is_empty() { out.match_row(entry) } else { shown };
    let reading = format!("both sides had {} sent off", words::count(11 - count, "player", "players"));
    let judged = Judged::new(verdict).showing(shown).about(Topic::Match(entry.id));
    out.push(passage, (at, end), Kind::Card, reading, judged);
}
