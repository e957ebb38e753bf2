//! Minutes in brackets behind the names of scorers: "through Sarabia (38), Azpilicueta (57) and Torres (76)".

use byline_record::ask::english::tokens::TokenKind;
use byline_record::ask::statement::Minutes;
use byline_record::ask::{Verdict, words};
use byline_record::{Clock, EventKind};

use super::super::{Focus, Judged, Out};
use super::{Fit, fit};
use crate::claim::{Kind, SaidMinutes, Topic};
use crate::passage::{Name, Passage};
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

/// A minute in brackets behind a name, or behind the noun of its goal.
struct Bracketed {
    /// The tokens from behind the name to the closing bracket.
    span: (usize, usize),
    minute: u8,
    /// The same as words of the clock.
    meant: Minutes,
    /// Whether it says that it counts minutes.
    said: bool,
    /// The goals of whoever is named.
    goals: Vec<Goal>,
}

impl Bracketed {
    fn read(passage: &Passage, name: &Name, timeline: &Timeline) -> Option<Self> {
        const GOALS: &[&str] = &["goal", "header", "strike", "penalty", "volley", "equaliser", "opener", "winner"];
        let noun = passage.is_possessive(name.end) && passage.is_any(name.end + 1, GOALS);
        let open = if noun { name.end + 2 } else { name.end };
        let minute = match passage.kind(open + 1).filter(|_| passage.is_mark(open, '('))? {
            TokenKind::Number(minute @ 1..=120) => u8::try_from(minute).ok()?,
            _ => return None,
        };
        let said = passage.is_any(open + 2, &["min", "mins", "minutes"]);
        let close = if said { open + 3 } else { open + 2 };
        let closes = passage.is_mark(close, ')') || passage.is_any(close, &["pen"]) && passage.is_mark(close + 1, ')');
        let at = Clock::with_added(minute, 0).ok().filter(|_| closes)?;
        let people = name.people();
        Some(Self {
            span: (name.end, close),
            minute,
            meant: Minutes { from: at, to: at, tolerant: true },
            said,
            goals: timeline.goals_of(&people).copied().collect(),
        })
    }

    /// Whether a goal was scored about then.
    fn fits(&self, goal: &Goal) -> bool {
        goal.clock.is_some_and(|clock| fit(&self.meant, clock) != Fit::No)
    }

    /// How many minutes away a moment is, added time folded into the last.
    fn away(&self, clock: Clock) -> u8 {
        clock.folded().minute().abs_diff(self.minute)
    }
}

/// Contradicts the minute of a goal of somebody who scored at none such, where that of another in the passage is right,
/// so that such numbers are minutes.
pub(crate) fn brackets(passage: &Passage, focus: &Focus<'_>, timeline: &Timeline, out: &mut Out<'_>) {
    let is_bracketed = || (0..passage.len()).any(|at| passage.is_mark(at, '('));
    if !focus.is_anchor || !focus.may_contradict || !timeline.complete || passage.quote.is_some() || !is_bracketed() {
        return;
    }
    let people = passage.names.iter().filter(|name| name.is_person());
    let all: Vec<Bracketed> = people.filter_map(|name| Bracketed::read(passage, name, timeline)).collect();
    if all.is_empty() || passage.has(0, passage.len(), OF_ELSE) {
        return;
    }
    let known = all.iter().any(|told| told.goals.iter().any(|goal| told.fits(goal)));
    for told in &all {
        let Some((goal, clock)) = told.goals.first().and_then(|goal| Some((goal, goal.clock?))) else { continue };
        // The number may be of something else that happened.
        let elsewhere = timeline.goals.iter().any(|other| told.fits(other))
            || focus.entry.events.iter().any(|event| {
                event.player == goal.scorer
                    && !matches!(event.kind, EventKind::OwnGoal)
                    && event.clock.is_some_and(|clock| told.away(clock) <= 1)
            });
        let far = told.goals.iter().all(|goal| goal.clock.is_some_and(|clock| told.away(clock) > 2));
        if !(known || told.said) || elsewhere || !far {
            continue;
        }
        let judged = Judged::new(Verdict::Contradicted)
            .because(format!("the record has it at {}", words::minute(clock)))
            .showing(told.goals.iter().flat_map(|goal| out.event_row(focus.entry, goal.index)).collect())
            .about(Topic::Event(focus.entry.id, goal.index))
            .at(Some(SaidMinutes { minutes: told.meant, of_award: false }));
        let reading = format!("the goal of {} {}", out.person(goal.scorer), words::minutes(&told.meant));
        out.push(passage, told.span, Kind::Minute, reading, judged);
    }
}
