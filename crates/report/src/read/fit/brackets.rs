//! Minutes in brackets behind the names of scorers: "through Sarabia (38), Azpilicueta (57) and Torres (76)".

use byline_record::ask::english::tokens::TokenKind;
use byline_record::ask::statement::Minutes;
use byline_record::ask::{Verdict, words};
use byline_record::{Clock, EventKind};

use super::super::{Focus, Judged, Out};
use super::{Fit, fit};
use crate::claim::{Kind, SaidMinutes, Topic};
use crate::passage::Passage;
use crate::timeline::{Goal, Timeline};

/// Words by which a number in brackets may be no minute of a goal.
const OF_ELSE: &[&str] = &[
    "aged",
    "age",
    "caps",
    "cap",
    "subs",
    "sub",
    "substitutes",
    "substitute",
    "booked",
    "yellow",
    "red",
    "replaced",
    "replacing",
    "bookings",
    "years",
];

/// A number in brackets behind a name, or behind the noun of its goal: the tokens of both, and whether it says that it
/// counts minutes.
fn bracketed(passage: &Passage, name: &crate::passage::Name) -> Option<(u8, usize, bool)> {
    const GOALS: &[&str] = &["goal", "header", "strike", "penalty", "volley", "equaliser", "opener", "winner"];
    let noun = |at: usize| passage.is_possessive(at) && passage.is_any(at + 1, GOALS);
    let open = if noun(name.end) { name.end + 2 } else { name.end };
    let minute = match passage.kind(open + 1).filter(|_| passage.is_mark(open, '('))? {
        TokenKind::Number(minute) => u8::try_from(minute).ok()?,
        _ => return None,
    };
    let said = passage.is_any(open + 2, &["min", "mins", "minutes"]);
    let close = if said { open + 3 } else { open + 2 };
    let closes = passage.is_mark(close, ')') || passage.is_any(close, &["pen"]) && passage.is_mark(close + 1, ')');
    (closes && (1..=120).contains(&minute)).then_some((minute, close, said))
}

fn is_of(goal: &Goal, minute: u8) -> Fit {
    let said = Clock::with_added(minute, 0).ok().map(|clock| Minutes { from: clock, to: clock, tolerant: true });
    said.zip(goal.clock).map_or(Fit::No, |(said, clock)| fit(&said, clock))
}

/// Contradicts the minute of a goal of somebody who scored at none such, where that of another in the passage is right,
/// so that such numbers are minutes.
pub(crate) fn brackets(passage: &Passage, focus: &Focus<'_>, timeline: &Timeline, out: &mut Out<'_>) {
    let is_bracketed = || (0..passage.len()).any(|at| passage.is_mark(at, '('));
    if !focus.is_anchor || !focus.may_contradict || !timeline.complete || passage.quote.is_some() || !is_bracketed() {
        return;
    }
    let goals_of = |name: &crate::passage::Name| -> Vec<Goal> {
        let people = name.people();
        let own = timeline.goals.iter().filter(|goal| goal.scorer.is_some_and(|scorer| people.contains(&scorer)));
        own.copied().collect()
    };
    let told: Vec<(usize, u8, usize, bool, Vec<Goal>)> = passage
        .names
        .iter()
        .filter(|name| name.is_person())
        .filter_map(|name| {
            bracketed(passage, name).map(|(minute, end, said)| (name.end, minute, end, said, goals_of(name)))
        })
        .collect();
    let fits = |minute: u8, goals: &[Goal]| goals.iter().any(|goal| is_of(goal, minute) != Fit::No);
    let known = told.iter().any(|(_, minute, .., goals)| fits(*minute, goals));
    for (first, minute, end, said, goals) in &told {
        let [goal, ..] = goals.as_slice() else { continue };
        let Some(clock) = goal.clock else { continue };
        // The number may be of something else that happened.
        let elsewhere = timeline.goals.iter().any(|other| is_of(other, *minute) != Fit::No)
            || focus.entry.events.iter().any(|event| {
                event.player == goal.scorer
                    && !matches!(event.kind, EventKind::OwnGoal)
                    && event.clock.is_some_and(|at| at.folded().minute().abs_diff(*minute) <= 1)
            });
        let far =
            goals.iter().all(|goal| goal.clock.is_some_and(|clock| clock.folded().minute().abs_diff(*minute) > 2));
        if !(known || *said) || elsewhere || !far || passage.has(0, passage.len(), OF_ELSE) {
            continue;
        }
        let Some(span) = Clock::with_added(*minute, 0).ok().map(|at| Minutes { from: at, to: at, tolerant: true })
        else {
            continue;
        };
        let judged = Judged::new(Verdict::Contradicted)
            .because(format!("the record has it at {}", words::minute(clock)))
            .showing(goals.iter().flat_map(|goal| out.event_row(focus.entry, goal.index)).collect())
            .about(Topic::Event(focus.entry.id, goal.index))
            .at(Some(SaidMinutes { minutes: span, of_award: false }));
        let reading = format!("the goal of {} {}", out.person(goal.scorer), words::minutes(&span));
        out.push(passage, (*first, *end), Kind::Minute, reading, judged);
    }
}
