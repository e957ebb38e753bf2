//! What is left of the clock when the goals told are judged: a minute at which somebody named in the sentence scored is
//! the minute of that goal, whatever the words in between.

use byline_record::EventKind;
use byline_record::ask::{Verdict, words};
use byline_record::names::find::How;

use super::super::clock::{ClockWords, Meant};
use super::super::{Focus, Judged, Out};
use super::{Fit, LastGoal, best_fit, elapsed, fit, is_full_time, is_gap, is_narrow};
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

/// Confirms minutes of the clock at which somebody of the sentence scored. `last` is the goal told before the sentence.
pub(crate) fn sweep(
    passage: &Passage,
    focus: &Focus<'_>,
    timeline: &Timeline,
    last: Option<LastGoal>,
    out: &mut Out<'_>,
) {
    if focus.loose || passage.names.iter().all(|name| !name.is_person()) {
        return;
    }
    let entry = focus.entry;
    for told in passage.clocks(entry.score.extra_time.is_some()) {
        let spans = match &told.meant {
            Meant::At(spans) => spans,
            Meant::Later(minutes) => {
                later(passage, (told, *minutes), focus, timeline, last, out);
                continue;
            }
            _ => continue,
        };
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
            let (gap, index) = nearest(passage, told, goal)?;
            Some((gap, index, *goal))
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

/// The name of who scored a goal that is nearest to words of the clock: how many tokens are between, and its place among the
/// names.
fn nearest(passage: &Passage, told: &ClockWords, goal: &Goal) -> Option<(usize, usize)> {
    let names = passage.names.iter().enumerate().filter(|(_, name)| {
        !is_fouled(passage, name)
            && name.how != How::Misprint
            && name.people().iter().any(|&who| goal.scorer == Some(who))
    });
    names.filter_map(|(index, name)| Some((reaches(passage, (name.first, name.end), told)?, index))).min()
}

/// "Four minutes later Milla slid a pass through for Ekeke": confirms a goal of somebody of the sentence so many minutes after
/// the goal before it, where that is the one told last.
fn later(
    passage: &Passage,
    (told, minutes): (&ClockWords, u8),
    focus: &Focus<'_>,
    timeline: &Timeline,
    last: Option<LastGoal>,
    out: &mut Out<'_>,
) {
    let entry = focus.entry;
    // "Four minutes later Milla was booked"
    if passage.has(told.end, passage.clause_end(told.end), OF_ELSE) {
        return;
    }
    let is_told = |goal: &Goal| {
        let before = last.is_some_and(|last| last.in_match == entry.id && Some(last.clock) == goal.clock);
        before && last.is_some_and(|last| last.paragraph == passage.paragraph) || nearest_before(passage, told, goal)
    };
    let pairs = timeline.goals.windows(2).filter_map(|pair| match pair {
        [before, goal] => {
            let gap = elapsed(goal.clock?) - elapsed(before.clock?);
            (is_gap(gap, minutes) && is_told(before)).then_some(goal)
        }
        _ => None,
    });
    let behind = pairs.filter(|goal| nearest(passage, told, goal).is_some()).min_by_key(|goal| goal.nth);
    let Some(goal) = behind else { return };
    let who = out.person(goal.scorer);
    let judged = Judged::new(Verdict::Confirmed)
        .showing(out.event_row(entry, goal.index))
        .about(Topic::Event(entry.id, goal.index));
    let reading = format!("the goal of {who}, {minutes} minutes after the one told before");
    out.push(passage, (told.first, told.end), Kind::Minute, reading, judged);
}

/// Whether who scored a goal is named before words of the clock, in their sentence.
fn nearest_before(passage: &Passage, told: &ClockWords, goal: &Goal) -> bool {
    let mut before = passage.names.iter().filter(|name| name.end <= told.first);
    before.any(|name| goal.scorer.is_some_and(|scorer| name.people().contains(&scorer)))
}
