//! Scorers listed with their minutes and nothing else: "Suker 4, Stanic 21; Ortega 36, Pineda 40 pen". Where all but one
//! of a list are right it is a list of goals, and the one that is none is a mistake.

use byline_record::ask::english::tokens::TokenKind;
use byline_record::ask::{Verdict, words};
use byline_record::names::find::How;
use byline_record::{PersonId, Side};

use super::super::{Focus, Judged, Out};
use crate::claim::{Kind, Topic};
use crate::passage::{Name, Passage};
use crate::timeline::{Goal, Timeline};

/// Words by which a list with minutes is of something else than goals.
const OF_ELSE: &[&str] = &[
    "booked",
    "bookings",
    "yellow",
    "cards",
    "sub",
    "subs",
    "substitutes",
    "replaced",
    "aged",
    "age",
    "caps",
    "points",
    "sent off",
];

/// The fewest scorers of a list.
const LEAST: usize = 3;

/// Somebody of a list with his minute.
struct Listed {
    /// The tokens of the name, and that of the minute.
    name: (usize, usize),
    minute_at: usize,
    minute: u8,
    /// The one it must be, where no other can be meant.
    person: Option<PersonId>,
    goals: Vec<Goal>,
}

impl Listed {
    fn read(passage: &Passage, name: &Name, timeline: &Timeline) -> Option<Self> {
        let minute_at = if passage.is_mark(name.end, '(') { name.end + 1 } else { name.end };
        let TokenKind::Number(minute @ 1..=120) = passage.kind(minute_at)? else { return None };
        let unit = passage.is_any(minute_at + 1, &["goals", "goal", "years", "caps", "points", "metres", "yards"]);
        let people = name.people();
        let person = match *people.as_slice() {
            [person] if name.how != How::Misprint => Some(person),
            _ => None,
        };
        (!unit).then_some(Self {
            name: (name.first, name.end),
            minute_at,
            minute: u8::try_from(minute).ok()?,
            person,
            goals: timeline.goals_of(&people).copied().collect(),
        })
    }

    /// How many minutes away a goal is, which lists count on into added time or not: "94" and "90" of the fourth minute
    /// of it.
    fn away(&self, goal: &Goal) -> Option<u8> {
        let clock = goal.clock?;
        let counted_on = clock.minute().saturating_add(clock.added());
        Some(clock.folded().minute().abs_diff(self.minute).min(counted_on.abs_diff(self.minute)))
    }

    fn is_right(&self) -> bool {
        self.goals.iter().any(|goal| self.away(goal).is_some_and(|away| away <= 1))
    }
}

/// Contradicts the one of a list of goals who did not score, or not then.
pub(crate) fn lists(passage: &Passage, focus: &Focus<'_>, timeline: &Timeline, out: &mut Out<'_>) {
    let people = || passage.names.iter().filter(|name| name.is_person());
    if !focus.is_anchor
        || !focus.may_contradict
        || !timeline.complete
        || passage.quote.is_some()
        || people().count() < LEAST
    {
        return;
    }
    let all: Vec<Listed> = people().filter_map(|name| Listed::read(passage, name, timeline)).collect();
    let mut wrong = all.iter().filter(|one| !one.is_right());
    let (Some(one), None) = (wrong.next(), wrong.next()) else { return };
    if all.len() < LEAST || passage.has(0, passage.len(), OF_ELSE) {
        return;
    }
    let within = |most: u8| -> Vec<&Goal> {
        timeline.goals.iter().filter(|goal| one.away(goal).is_some_and(|away| away <= most)).collect()
    };
    let at_minute = if within(0).is_empty() { within(1) } else { within(0) };
    if one.goals.is_empty() {
        no_scorer(passage, focus, one, &at_minute, out);
    } else if at_minute.is_empty() && one.goals.iter().all(|goal| one.away(goal).is_some_and(|away| away > 2)) {
        let Some(goal) = one.goals.first() else { return };
        let reading = format!("the goal of {} at {}'", out.person(goal.scorer), one.minute);
        let rows = one.goals.iter().flat_map(|goal| out.event_row(focus.entry, goal.index)).collect();
        let judged = Judged::new(Verdict::Contradicted).showing(rows).about(Topic::Event(focus.entry.id, goal.index));
        let judged = match goal.clock {
            Some(clock) => judged.because(format!("the record has it at {}", words::minute(clock))),
            None => judged,
        };
        out.push(passage, (one.minute_at, one.minute_at + 1), Kind::Minute, reading, judged);
    }
}

/// The minute is that of a goal of his side, by somebody the list does not have.
fn no_scorer(passage: &Passage, focus: &Focus<'_>, one: &Listed, at_minute: &[&Goal], out: &mut Out<'_>) {
    let Some(person) = one.person.filter(|&person| out.in_squad(focus.entry, person)) else { return };
    let side: Option<Side> = out.side_of_person(focus.entry, person);
    let named = |goal: &Goal| {
        passage.names.iter().any(|name| goal.scorer.is_some_and(|scorer| name.people().contains(&scorer)))
    };
    let [goal] = *at_minute else { return };
    if Some(goal.side) != side || goal.scorer.is_none() || named(goal) {
        return;
    }
    let judged = Judged::new(Verdict::Contradicted)
        .because("the record has no goal of his in this match")
        .showing(out.event_row(focus.entry, goal.index))
        .about(Topic::Event(focus.entry.id, goal.index));
    out.push(passage, one.name, Kind::Scorer, format!("{} scored", out.person(Some(person))), judged);
}
