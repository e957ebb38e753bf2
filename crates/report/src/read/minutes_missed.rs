//! Penalties that were not scored, by their minute: what else is said of them may be anything.

use byline_record::ask::statement::Minutes;
use byline_record::ask::{Verdict, words};
use byline_record::{EventKind, Match, PersonId};

use super::clock::{ClockWords, Meant};
use super::fit::{Fit, best_fit, fit, is_narrow};
use super::{Focus, Judged, Out};
use crate::claim::{Kind, SaidMinutes, Topic};
use crate::heads::Heads;
use crate::passage::Passage;

/// Words of a sentence that tells of one.
const OF_MISSES: &[&str] = &[
    "penalty",
    "penalties",
    "spot",
    "spot kick",
    "pen",
    "saved",
    "saving",
    "saves",
    "kept out",
    "denied",
    "stopped",
    "beat away",
    "beaten away",
    "missed",
    "post",
    "bar",
    "crossbar",
    "upright",
];

const HEADS: Heads = Heads::of(OF_MISSES);

/// Confirms minutes at which somebody of a sentence did not score a penalty.
pub(crate) fn read(passage: &Passage, foci: &[Focus<'_>], out: &mut Out<'_>) {
    if !passage.may_meet(&HEADS) || !passage.has(0, passage.len(), OF_MISSES) {
        return;
    }
    for focus in foci {
        for told in passage.clocks(focus.entry.score.extra_time.is_some()) {
            if let Meant::At(spans) = &told.meant
                && is_narrow(spans)
            {
                at(passage, (told, spans), focus.entry, out);
            }
        }
    }
}

/// "Saved from Frank de Boer in the 39th minute, then again in the shoot-out", "rolled the second penalty against a post with
/// 62 gone": confirms the minute of a penalty of somebody of the sentence that was not scored.
fn at(passage: &Passage, (told, spans): (&ClockWords, &[Minutes]), entry: &Match, out: &mut Out<'_>) {
    /// How far from the words of the clock he stands at most.
    const REACH: usize = 14;
    let near = |who: PersonId| {
        passage.names.iter().any(|name| {
            let (from, to) = if told.first >= name.end { (name.end, told.first) } else { (told.end, name.first) };
            name.people().contains(&who)
                && to.checked_sub(from).is_some_and(|gap| gap <= REACH)
                && !(from..to).any(|at| passage.is_stop(at))
        })
    };
    let is_it = |event: &byline_record::Event| {
        matches!(event.kind, EventKind::Penalty(_))
            && !event.kind.is_goal()
            && event.clock.is_some_and(|clock| best_fit(spans, clock) != Fit::No)
            && event.player.is_some_and(near)
    };
    let Some((index, event)) = entry.events.iter().enumerate().find(|(_, event)| is_it(event)) else { return };
    let Some(clock) = event.clock else { return };
    let Some((found, meant)) = spans.iter().map(|span| (fit(span, clock), *span)).max_by_key(|(fit, _)| *fit) else {
        return;
    };
    let verdict = if found == Fit::Yes { Verdict::Confirmed } else { Verdict::Rounding };
    let what = format!("penalty of {} not scored", out.person(event.player));
    let topic = Topic::Event(entry.id, index);
    let row = out.event_row(entry, index);
    let said = Some(SaidMinutes { minutes: meant, of_award: false });
    let judged = Judged::new(verdict).showing(row.clone()).about(topic.clone()).at(said);
    out.push(passage, (told.first, told.end), Kind::Minute, format!("{what} {}", words::minutes(&meant)), judged);
    let place = passage.names.iter().find(|name| event.player.is_some_and(|who| name.people().contains(&who)));
    if let Some(name) = place {
        let judged = Judged::new(Verdict::Confirmed).showing(row).about(topic);
        out.push(passage, (name.first, name.end), Kind::MissedPenalty, what, judged);
    }
}
