//! What is left of the clock when the goals told are judged: a minute at which somebody named in the sentence scored is
//! the minute of that goal, whatever the words in between.

use byline_record::EventKind;
use byline_record::ask::{Verdict, words};
use byline_record::names::find::How;

use super::super::clock::{ClockWords, Meant};
use super::super::{Focus, Judged, Out};
use super::{Fit, best_fit, fit, is_full_time, is_narrow};
use crate::claim::{Kind, SaidMinutes, Topic};
use crate::passage::Passage;
use crate::timeline::{Goal, Timeline};

/// Words that make what a minute is told of something else than a goal.
const OF_ELSE: &[&str] = &[
    "booked",
    "yellow",
    "cautioned",
    "caution",
    "booking",
    "dismissed",
    "sent off",
    "red card",
    "substituted",
    "replaced",
    "came on",
    "disallowed",
    "ruled out",
    "missed",
    "saved",
    "offside",
    "kept out",
    "minutes later",
];
/// Words by which a sentence speaks of goals.
const OF_GOALS: &[&str] = &[
    "goal",
    "goals",
    "scored",
    "scoring",
    "scores",
    "shot",
    "net",
    "header",
    "headed",
    "volley",
    "lead",
    "ahead",
    "front",
    "equaliser",
    "equalizer",
    "leveller",
    "winner",
    "opener",
    "level",
    "levelled",
    "penalty",
    "spot",
    "converted",
    "convert",
    "finish",
    "finished",
    "strike",
    "struck",
    "corner",
    "fly",
    "flew",
    "nodded",
    "home",
    "netted",
    "free kick",
];

/// Words of a name's clause: whether nothing between it and the clock ends the sentence or names another scorer.
fn reaches(passage: &Passage, (first, end): (usize, usize), words: &ClockWords) -> Option<usize> {
    let (from, to) = if words.first >= end { (end, words.first) } else { (words.end, first) };
    let gap = to.checked_sub(from)?;
    let cut = (from..to).any(|at| passage.is_stop(at) || passage.is_any(at, OF_ELSE));
    (gap <= 22 && !cut).then_some(gap)
}

/// "After Dumfries clattered into Kane", "for a foul on Lineker": whether somebody was only brought down.
fn is_fouled(passage: &Passage, name: &crate::passage::Name) -> bool {
    const FOULED: &[&str] = &[
        "clattered into",
        "foul on",
        "fouled",
        "fouling",
        "felled",
        "felling",
        "tripped",
        "tripping",
        "brought down",
        "bringing down",
        "upended",
        "upending",
        "barged into",
        "challenge on",
        "trip on",
        "hauled down",
        "bundled over",
        "crashed into",
        "chopped down",
        "lunge at",
        "kick on",
        "push on",
        "handball by",
    ];
    let from = name.first.saturating_sub(2);
    (from..name.first).any(|at| passage.any_phrase(at, FOULED) == Some(name.first))
}

/// Confirms minutes of the clock at which somebody of the sentence scored.
pub(crate) fn sweep(passage: &Passage, focus: &Focus<'_>, timeline: &Timeline, out: &mut Out<'_>) {
    if focus.loose || passage.names.iter().all(|name| !name.is_person()) || timeline.goals.is_empty() {
        return;
    }
    let entry = focus.entry;
    for told in passage.clocks(entry.score.extra_time.is_some()) {
        let Meant::At(spans) = &told.meant else { continue };
        // "Till the 68th minute Japan led": nothing happened then.
        if !is_narrow(spans)
            || is_full_time(passage, told)
            || passage.is_any(told.first.wrapping_sub(1), &["till", "until"])
            || passage.is_any(told.first.wrapping_sub(2), &["till", "until"])
            || passage.any_phrase(told.first.saturating_sub(1), OF_ELSE).is_some()
        {
            continue;
        }
        let fitting = |goal: &&Goal| goal.clock.is_some_and(|clock| best_fit(spans, clock) != Fit::No);
        let named = timeline.goals.iter().filter(fitting).filter_map(|goal| {
            let near = passage
                .names
                .iter()
                .enumerate()
                .filter(|(_, name)| {
                    !is_fouled(passage, name)
                        && name.how != How::Misprint
                        && name.people().iter().any(|&who| goal.scorer == Some(who))
                })
                .filter_map(|(index, name)| Some((reaches(passage, (name.first, name.end), told)?, index)));
            near.min().map(|(gap, index)| (gap, index, *goal))
        });
        let Some((_, index, goal)) = named.min_by_key(|(gap, ..)| *gap) else { continue };
        // "not to award them a 43rd-minute penalty"
        if passage.is_any(told.end, &["penalty", "spot"]) && !matches!(goal.kind, EventKind::Penalty(_)) {
            continue;
        }
        let Some(clock) = goal.clock else { continue };
        let Some((found, meant)) = spans.iter().map(|span| (fit(span, clock), *span)).max_by_key(|(fit, _)| *fit)
        else {
            continue;
        };
        let verdict = if found == Fit::Yes { Verdict::Confirmed } else { Verdict::Rounding };
        let who = out.person(goal.scorer);
        let row = out.event_row(entry, goal.index);
        let topic = Topic::Event(entry.id, goal.index);
        let said = Some(SaidMinutes { minutes: meant, of_award: false });
        let judged = Judged::new(verdict).showing(row.clone()).about(topic.clone()).at(said);
        let reading = format!("the goal of {who} {}", words::minutes(&meant));
        out.push(passage, (told.first, told.end), Kind::Minute, reading, judged);
        let own = matches!(goal.kind, EventKind::OwnGoal);
        if !own
            && passage.has(0, passage.len(), OF_GOALS)
            && let Some(name) = passage.names.get(index)
        {
            let judged = Judged::new(Verdict::Confirmed).showing(row).about(topic);
            out.push(passage, (name.first, name.end), Kind::Scorer, format!("{who} scored"), judged);
        }
    }
}
