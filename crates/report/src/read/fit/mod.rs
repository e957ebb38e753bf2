//! Lays what a report tells of goals beside the goals of the match, all of one telling together: the goal that agrees
//! with most of it is the one meant, and what disagrees with that goal is judged against it.

mod brackets;
mod lists;
mod minute;
mod others;
mod scorer;
mod several;
mod sole_minute;
mod sweep;

pub(crate) use brackets::brackets;
pub(crate) use lists::lists;
pub(crate) use sweep::sweep;

use byline_record::ask::Verdict;
use byline_record::ask::statement::Minutes;
use byline_record::{Clock, EventKind, Goals, Match, MatchId, PersonId, Side};

use super::clock::{ClockWords, Meant};
use super::cues::Order;
use super::goals::ToldGoal;
use super::{Focus, Out};
use crate::passage::Passage;
use crate::timeline::{Goal, Timeline};

/// How a moment of the clock fits words of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    No,
    /// But for a minute, or for how added time is counted.
    Nearly,
    Yes,
}

/// Minutes played, added time included.
const fn elapsed(clock: Clock) -> i16 {
    clock.minute() as i16 + clock.added() as i16
}

/// Whether a gap is so many minutes, but for how either end was counted.
const fn is_gap(gap: i16, minutes: u8) -> bool {
    (gap - minutes as i16).abs() <= 1
}

/// How a moment fits a span of the clock.
pub(crate) fn fit(span: &Minutes, clock: Clock) -> Fit {
    if span.from <= clock && clock <= span.to {
        return Fit::Yes;
    }
    let (from, to, at) = (elapsed(span.from), elapsed(span.to), elapsed(clock));
    let same_period = span.from.period() == clock.period() || span.to.period() == clock.period();
    // "The 93rd minute" for three of added time; but no minute of the second half is one of the first.
    let counted_on =
        (clock.added() > 0) != (span.to.added() > 0) && from <= at && at <= to && (same_period || to - from <= 6);
    let folded = span.from.folded() <= clock.folded()
        && clock.folded() <= span.to.folded()
        && clock.added() > 0
        && span.to.added() == 0;
    if counted_on || folded {
        return Fit::Nearly;
    }
    let away = if at < from { from - at } else { at - to };
    if span.tolerant && same_period && away <= 1 { Fit::Nearly } else { Fit::No }
}

pub(crate) fn best_fit(spans: &[Minutes], clock: Clock) -> Fit {
    spans.iter().map(|span| fit(span, clock)).max().unwrap_or(Fit::No)
}

/// Whether a goal has a place among the others.
pub(crate) fn has_order(goal: &Goal, timeline: &Timeline, order: Order) -> bool {
    let side = goal.side;
    let (before, after) = (goal.before, goal.after);
    let of_side = timeline.goals.iter().filter(|other| other.side == side && other.nth <= goal.nth).count();
    match order {
        Order::Opener => goal.nth == 1,
        Order::Equaliser => after.leader().is_none(),
        Order::Winner => goal.winner || is_decisive(goal, timeline),
        Order::Ahead => before.leader() != Some(side) && after.leader() == Some(side),
        Order::AheadForGood => {
            let later = timeline.goals.iter().filter(|other| other.nth >= goal.nth);
            before.leader() != Some(side) && later.into_iter().all(|other| other.after.leader() == Some(side))
        }
        Order::Doubled => before.margin(side) == 1 && after.margin(side) == 2,
        Order::Extended => before.leader() == Some(side),
        Order::Reduced => after.leader() == Some(side.other()),
        Order::Behind => before.leader() == Some(side.other()),
        Order::LastOfSide => !timeline.goals.iter().any(|other| other.side == side && other.nth > goal.nth),
        Order::Last => goal.last,
        // Everybody's first is his first.
        Order::Nth(nth) => usize::from(nth) == of_side || nth == goal.nth || nth > 1 && nth == goal.own_nth,
        Order::OwnNth(nth) => nth == goal.own_nth,
    }
}

/// Whether a goal was the one more than its side's opponent had in the end: some call that the winner, whoever led by
/// then.
fn is_decisive(goal: &Goal, timeline: &Timeline) -> bool {
    let end = timeline.goals.last().map(|last| last.after);
    end.is_some_and(|end| {
        end.leader() == Some(goal.side) && goal.after.of(goal.side) == end.of(goal.side.other()).saturating_add(1)
    })
}

/// What is needed to judge: the passage, the match in question, where verdicts go.
pub(crate) struct Bench<'a, 'r> {
    pub(crate) passage: &'a Passage,
    pub(crate) focus: &'a Focus<'r>,
    pub(crate) timeline: &'a Timeline,
    /// The goal told last.
    pub(crate) last: &'a mut Option<LastGoal>,
    /// Whether the paragraph is about this match, though the report is not: what agrees in something else may be
    /// contradicted.
    pub(crate) is_local: bool,
    /// Whether the goal is told to have been against a side that was met in this match alone.
    pub(crate) is_against: bool,
    /// Whether the passage tells of one goal alone.
    pub(crate) is_only: bool,
    /// Whether something told agrees with the goal meant.
    pub(crate) agrees: bool,
    /// Whether only the paragraph leaves the match in doubt, and the goal meant is the only one its scorer has in the
    /// finals, so that no other can be.
    pub(crate) sole: bool,
}

/// The goal told last, from which "three minutes later" counts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LastGoal {
    clock: Clock,
    in_match: MatchId,
    paragraph: usize,
    /// Where its passage ends in the text, and whether that tells of other things that have minutes.
    end: usize,
    more: bool,
    /// When the one told before it was scored.
    before: Option<Clock>,
}

impl LastGoal {
    /// The moment from which a later one counts: that of the goal told before, if this is the same again.
    fn from(&self, clock: Clock) -> Option<Clock> {
        if self.clock == clock { self.before } else { Some(self.clock) }
    }
}

/// The minutes a span reaches over, of open added time the few there are as a rule.
fn width(span: &Minutes) -> i16 {
    const ADDED: u8 = 6;
    let played = |clock: Clock| i16::from(clock.minute()) + i16::from(clock.added().min(ADDED));
    played(span.to) - played(span.from)
}

/// "2-2 was the score after 90 minutes": whether words of the clock are of how a match stood at the end, and of no goal.
fn is_full_time(passage: &Passage, words: &ClockWords) -> bool {
    passage.is_any(words.first, &["after"]) && passage.cardinal(words.first + 1).is_some_and(|(count, _)| count == 90)
}

/// Whether words of the clock mean a few minutes.
pub(crate) fn is_narrow(spans: &[Minutes]) -> bool {
    spans.iter().all(|span| elapsed(span.to) - elapsed(span.from) <= 6)
}

impl Bench<'_, '_> {
    fn entry(&self) -> &Match {
        self.focus.entry
    }

    fn row(&self, out: &Out<'_>, goal: &Goal) -> Vec<byline_record::ask::Evidence> {
        out.event_row(self.entry(), goal.index)
    }

    /// Judges what is told of one goal or several.
    pub(crate) fn judge(&mut self, told: &ToldGoal, out: &mut Out<'_>) {
        match told.scorers.as_slice() {
            [] => self.of_team(told, out),
            [(name, people)] => {
                let (name, people) = self.likeliest(told, *name, people);
                self.of_scorer(told, name, people, out);
            }
            several => self.of_several(told, several, out),
        }
    }

    fn goals_of(&self, people: &[PersonId], own_goal: bool) -> Vec<Goal> {
        let all = self.timeline.goals_of(people);
        all.filter(|goal| matches!(goal.kind, EventKind::OwnGoal) == own_goal).copied().collect()
    }

    /// How many of the things told a goal agrees with.
    fn agreement(&self, goal: &Goal, told: &ToldGoal) -> u32 {
        let mut agreed = 0;
        for words in &told.clocks {
            agreed += match (&words.meant, goal.clock) {
                (Meant::At(spans), Some(clock)) => match best_fit(spans, clock) {
                    Fit::No => 0,
                    // A half of a match says little.
                    _ if spans.iter().all(|span| width(span) > 16) => 1,
                    Fit::Yes => 4,
                    Fit::Nearly => 3,
                },
                (Meant::Later(minutes), Some(clock)) => u32::from(self.is_later(clock, *minutes)) * 3,
                (Meant::After(minutes, name), Some(clock)) => u32::from(self.is_after(clock, *minutes, *name)) * 3,
                _ => 0,
            };
        }
        agreed += u32::try_from(told.orders.iter().filter(|words| has_order(goal, self.timeline, words.order)).count())
            .unwrap_or(0)
            * 2;
        agreed += u32::from(told.penalty.is_some() && matches!(goal.kind, EventKind::Penalty(_))) * 2;
        agreed += u32::from(told.after.is_some_and(|(one, other, _)| is_score(goal.after, one, other))) * 3;
        agreed
    }

    fn is_later(&self, clock: Clock, minutes: u8) -> bool {
        self.last
            .filter(|last| last.in_match == self.entry().id)
            .and_then(|last| last.from(clock))
            .is_some_and(|from| is_gap(elapsed(clock) - elapsed(from), minutes))
    }

    /// Whether a moment is so many minutes after a goal of somebody.
    fn is_after(&self, clock: Clock, minutes: u8, name: usize) -> bool {
        self.moments_of(name).iter().any(|&from| is_gap(elapsed(clock) - elapsed(from), minutes))
    }

    /// When somebody named scored.
    fn moments_of(&self, name: usize) -> Vec<Clock> {
        let people = self.passage.names.get(name).map(crate::passage::Name::people).unwrap_or_default();
        self.timeline
            .goals
            .iter()
            .filter(|goal| goal.scorer.is_some_and(|scorer| people.contains(&scorer)))
            .filter_map(|goal| goal.clock)
            .collect()
    }

    fn remember(&mut self, clock: Option<Clock>) {
        if let Some(clock) = clock {
            let in_match = self.entry().id;
            let before = self.last.filter(|last| last.in_match == in_match).and_then(|last| last.from(clock));
            let end = self.passage.span(0, self.passage.len()).end;
            let more = self.speaks_of_more();
            *self.last = Some(LastGoal { clock, in_match, paragraph: self.passage.paragraph, end, more, before });
        }
    }

    /// Whether the passage names who scored a goal.
    fn names_scorer(&self, goal: &Goal) -> bool {
        goal.scorer.is_some_and(|scorer| self.is_named(scorer))
    }

    fn is_named(&self, person: PersonId) -> bool {
        self.passage.names.iter().any(|name| name.people().contains(&person))
    }

    /// Of goals that agree as well, the first not yet told.
    fn recency(&self, goal: &Goal) -> (bool, u8) {
        let told = match (*self.last, goal.clock) {
            (Some(last), Some(clock)) => clock <= last.clock,
            _ => false,
        };
        (told, goal.nth)
    }

    fn in_match(&self, out: &Out<'_>) -> String {
        if self.focus.is_anchor { String::new() } else { format!(" ({})", out.line(self.entry())) }
    }

    /// Confirmed, contradicted where that may be said, else not read.
    fn by_match(&self, right: bool, may_be_wrong: bool) -> Verdict {
        if right {
            Verdict::Confirmed
        } else if may_be_wrong && (self.focus.may_contradict || (self.is_local && self.agrees) || self.sole) {
            Verdict::Contradicted
        } else {
            Verdict::NotRead
        }
    }
}

pub(crate) const fn is_score(goals: Goals, one: u8, other: u8) -> bool {
    (goals.home == one && goals.away == other) || (goals.home == other && goals.away == one)
}

/// The score of a side and of its opponent.
pub(crate) const fn seen_from(goals: Goals, side: Side) -> (u8, u8) {
    match side {
        Side::Home => (goals.home, goals.away),
        Side::Away => (goals.away, goals.home),
    }
}
