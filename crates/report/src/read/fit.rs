//! Lays what a report tells of goals beside the goals of the match, all of one telling together: the goal that agrees
//! with most of it is the one meant, and what disagrees with that goal is judged against it.

use byline_record::ask::Verdict;
use byline_record::ask::statement::Minutes;
use byline_record::ask::words;
use byline_record::{Clock, EventKind, Goals, Match, MatchId, PersonId, Side};

use super::clock::{ClockWords, Meant};
use super::cues::{Order, Sure};
use super::goals::ToldGoal;
use super::{Focus, Judged, Out};
use crate::claim::{Kind, SaidMinutes, Topic};
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
    let counted_on = (clock.added() > 0) != (span.to.added() > 0) && from <= at && at <= to;
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
        Order::Winner => goal.winner,
        Order::Ahead => before.leader() != Some(side) && after.leader() == Some(side),
        Order::Doubled => before.margin(side) == 1 && after.margin(side) == 2,
        Order::Extended => before.leader() == Some(side),
        Order::Reduced => after.leader() == Some(side.other()),
        Order::LastOfSide => !timeline.goals.iter().any(|other| other.side == side && other.nth > goal.nth),
        Order::Last => goal.last,
        Order::Nth(nth) => usize::from(nth) == of_side || nth == goal.nth || nth == goal.own_nth,
        Order::OwnNth(nth) => nth == goal.own_nth,
    }
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
    /// Whether something told agrees with the goal meant.
    pub(crate) agrees: bool,
}

/// The goal told last, from which "three minutes later" counts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LastGoal {
    clock: Clock,
    in_match: MatchId,
    paragraph: usize,
}

/// Whether words of the clock mean a few minutes.
fn is_narrow(spans: &[Minutes]) -> bool {
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

    /// Of those who may be the subject the one the record has a fitting goal of, the nearest first.
    fn likeliest<'t>(&self, told: &'t ToldGoal, name: usize, people: &'t [PersonId]) -> (usize, &'t [PersonId]) {
        let own = told.own_goal.is_some();
        let fits = |people: &[PersonId]| {
            let said = !told.clocks.is_empty() || !told.orders.is_empty() || told.after.is_some();
            self.goals_of(people, own)
                .iter()
                .any(|goal| if said { self.agreement(goal, told) >= 2 } else { told.sure == Sure::Plain })
        };
        if !self.goals_of(people, own).is_empty() {
            return (name, people);
        }
        let other = told.others.iter().rev().find(|(_, people)| fits(people));
        other.map_or((name, people), |(name, people)| (*name, people.as_slice()))
    }

    fn goals_of(&self, people: &[PersonId], own_goal: bool) -> Vec<Goal> {
        self.timeline
            .goals
            .iter()
            .filter(|goal| goal.scorer.is_some_and(|scorer| people.contains(&scorer)))
            .filter(|goal| matches!(goal.kind, EventKind::OwnGoal) == own_goal)
            .copied()
            .collect()
    }

    /// How many of the things told a goal agrees with.
    fn agreement(&self, goal: &Goal, told: &ToldGoal) -> u32 {
        let mut agreed = 0;
        for words in &told.clocks {
            agreed += match (&words.meant, goal.clock) {
                (Meant::At(spans), Some(clock)) => match best_fit(spans, clock) {
                    Fit::No => 0,
                    // A half of a match says little.
                    _ if spans.iter().all(|span| elapsed(span.to) - elapsed(span.from) > 16) => 1,
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
            .is_some_and(|last| is_gap(elapsed(clock) - elapsed(last.clock), minutes))
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
            *self.last = Some(LastGoal { clock, in_match: self.entry().id, paragraph: self.passage.paragraph });
        }
    }

    /// Whether nothing told speaks against a goal.
    fn agrees_in_all(&self, goal: &Goal, told: &ToldGoal) -> bool {
        let clocks = told.clocks.iter().all(|words| match (&words.meant, goal.clock) {
            (Meant::At(spans), Some(clock)) => best_fit(spans, clock) != Fit::No,
            (Meant::Later(minutes), Some(clock)) => self.is_later(clock, *minutes),
            (Meant::After(minutes, name), Some(clock)) => self.is_after(clock, *minutes, *name),
            _ => true,
        });
        let orders = told.orders.iter().all(|words| has_order(goal, self.timeline, words.order));
        let score = told.after.is_none_or(|(one, other, _)| is_score(goal.after, one, other));
        let penalty = told.penalty.is_none() || matches!(goal.kind, EventKind::Penalty(_));
        clocks && orders && score && penalty
    }

    /// Whether a place is told in more than a word that may be used loosely.
    fn is_explicit(&self, words: &super::goals::OrderWords) -> bool {
        let loose = self.passage.is_any(words.first, &["won", "settled", "sealed", "finished", "cancelled", "to"]);
        let placed = matches!(
            words.order,
            Order::Opener
                | Order::Equaliser
                | Order::Winner
                | Order::Ahead
                | Order::Doubled
                | Order::Reduced
                | Order::Nth(2..)
        );
        placed && !loose && words.end - words.first >= 2
    }

    /// How many things are told that pin a goal down.
    fn facts(&self, told: &ToldGoal) -> usize {
        let clocks = told.clocks.iter().filter(|words| match &words.meant {
            Meant::At(spans) => is_narrow(spans),
            Meant::Later(_) | Meant::After(..) => true,
            Meant::EitherSide(_) | Meant::Within(_) => false,
        });
        let orders = told.orders.iter().filter(|words| self.is_explicit(words));
        clocks.count() + orders.count() + usize::from(told.after.is_some())
    }

    /// The goals of a side that are told of in so much that only the scorer is left open.
    fn pinned(&self, told: &ToldGoal, side: Option<Side>) -> Vec<Goal> {
        let specific = self.facts(told) > 0;
        let goals = self.timeline.goals.iter().filter(|goal| Some(goal.side) == side && goal.scorer.is_some());
        goals.filter(|goal| specific && self.agrees_in_all(goal, told)).copied().collect()
    }

    fn of_scorer(&mut self, told: &ToldGoal, name: usize, people: &[PersonId], out: &mut Out<'_>) {
        let own = told.own_goal.is_some();
        let goals = self.goals_of(people, own);
        // Whom a pronoun stands for is only guessed: the goal is then its side's, or anybody's.
        if name == usize::MAX && !goals.iter().any(|goal| self.agreement(goal, told) >= 2) {
            if !told.orders.is_empty() {
                let of_team = ToldGoal { scorers: Vec::new(), others: Vec::new(), bare: true, ..told.clone() };
                self.of_team(&of_team, out);
            }
            return;
        }
        let (first, end) = self.scorer_words(told, name);
        let Some(chosen) = goals.iter().max_by(|one, other| {
            self.agreement(one, told)
                .cmp(&self.agreement(other, told))
                .then(self.recency(other).cmp(&self.recency(one)))
        }) else {
            if !told.bare {
                self.no_goal(told, name, people, (first, end), out);
            }
            return;
        };
        if (told.bare || self.focus.loose)
            && self.agreement(chosen, told) < 3
            && !(self.focus.loose && !told.bare && told.clocks.is_empty() && self.opponent_named(chosen, out))
        {
            return;
        }
        let chosen = *chosen;
        let who = out.person(chosen.scorer);
        self.agrees = self.agreement(&chosen, told) >= 2 && goals.len() == 1;
        let kind = if own { Kind::OwnGoal } else { Kind::Scorer };
        let noun = if own { "scored an own goal" } else { "scored" };
        let row = self.row(out, &chosen);
        let topic = Topic::Event(self.entry().id, chosen.index);
        out.push(
            self.passage,
            (first, end),
            kind,
            format!("{who} {noun}{}", self.in_match(out)),
            Judged::new(Verdict::Confirmed).showing(row.clone()).about(topic.clone()),
        );
        if let Some((count, first, end)) = told.count {
            let counts = |goal: &&Goal| told.penalty.is_none() || matches!(goal.kind, EventKind::Penalty(_));
            let has = u8::try_from(goals.iter().filter(counts).count()).unwrap_or(u8::MAX);
            let rows = goals.iter().flat_map(|goal| self.row(out, goal)).collect();
            let verdict =
                self.by_match(has == count, told.sure == Sure::Plain && self.timeline.complete && has < count);
            out.push(
                self.passage,
                (first, end),
                Kind::Scorer,
                format!("{who}: {count} goals{}", self.in_match(out)),
                Judged::new(verdict).showing(rows).about(topic.clone()),
            );
        }
        let own_nth = told
            .orders
            .iter()
            .any(|words| matches!(words.order, Order::OwnNth(_)) && has_order(&chosen, self.timeline, words.order));
        let sure = !told.bare && name != usize::MAX && (told.sure == Sure::Plain || goals.len() == 1 || own_nth);
        for words in &told.clocks {
            // With two moments told, one may be of something else.
            let only = told.clocks.len() == 1;
            // "in the 57th and 63rd minutes"
            let of_clock = goals.iter().find(|goal| match (&words.meant, goal.clock) {
                (Meant::At(spans), Some(clock)) => told.clocks.len() > 1 && best_fit(spans, clock) == Fit::Yes,
                _ => false,
            });
            self.minute(words, &goals, of_clock.unwrap_or(&chosen), sure && only, told.bare, &who, out);
        }
        for words in &told.orders {
            let right = has_order(&chosen, self.timeline, words.order);
            let elsewhere = goals.iter().any(|goal| has_order(goal, self.timeline, words.order));
            // "Germany's fourth goal in six minutes" counts from somewhere else.
            let in_a_spell = (words.end..words.end + 3)
                .any(|at| self.passage.word(at) == "in" && self.passage.cardinal(at + 1).is_some());
            let counted = matches!(words.order, Order::Nth(2..)) && !self.focus.loose && !in_a_spell;
            let misplaced =
                words.order == Order::Ahead && self.is_explicit(words) && chosen.after.leader() != Some(chosen.side);
            let wrong = (counted || ((words.order.is_plain() || misplaced) && told.sure == Sure::Plain))
                && goals.len() == 1
                && self.timeline.complete;
            if !right && (elsewhere || !wrong) {
                continue;
            }
            let shown = if right { row.clone() } else { self.order_rows(words.order, &chosen, out) };
            out.push(
                self.passage,
                (words.first, words.end),
                Kind::Order,
                format!("the goal of {who} was {}", words.order.words()),
                Judged::new(self.by_match(right, wrong)).showing(shown).about(topic.clone()),
            );
        }
        if let Some((one, other, at)) = told.after {
            let right = is_score(chosen.after, one, other);
            let before = |words: &[&str]| at > 0 && self.passage.is_any(at - 1, words);
            let said =
                told.sure == Sure::Plain || (!told.bare && name != usize::MAX && before(&["it", "was", "for", "lead"]));
            let made = before(&["it"]) && at > 1 && self.passage.is_any(at - 2, &["made", "make", "making"]);
            let elsewhere = self.timeline.goals.iter().any(|goal| {
                is_score(goal.after, one, other) && goal.scorer != chosen.scorer && self.names_scorer(goal)
            });
            let all = told.count.is_some_and(|(count, ..)| usize::from(count) == goals.len());
            let never = !goals.iter().any(|goal| is_score(goal.after, one, other));
            let wrong = (goals.len() == 1 || (all && never && before(&["it", "was"])))
                && said
                && (made || !elsewhere)
                && told.others.is_empty()
                && self.timeline.complete;
            if right || wrong {
                out.push(
                    self.passage,
                    (at, at + 1),
                    Kind::RunningScore,
                    format!("{one}-{other} after the goal of {who}"),
                    Judged::new(self.by_match(right, wrong)).showing(row.clone()).about(topic.clone()),
                );
            }
        }
        if let Some(words) = told.penalty {
            let right = matches!(chosen.kind, EventKind::Penalty(_));
            let missed = self
                .entry()
                .events
                .iter()
                .any(|event| !event.kind.is_goal() && matches!(event.kind, EventKind::Penalty(_)));
            let wrong =
                told.sure == Sure::Plain && goals.len() == 1 && !missed && self.entry().score.shoot_out.is_none();
            if right || wrong {
                out.push(
                    self.passage,
                    words,
                    Kind::Penalty,
                    format!("the goal of {who} was a penalty"),
                    Judged::new(self.by_match(right, wrong)).showing(row).about(topic),
                );
            }
        }
        self.remember(chosen.clock);
    }

    /// Whether the passage names who scored a goal.
    fn names_scorer(&self, goal: &Goal) -> bool {
        goal.scorer.is_some_and(|scorer| self.is_named(scorer))
    }

    fn is_named(&self, person: PersonId) -> bool {
        self.passage.names.iter().any(|name| name.people().contains(&person))
    }

    /// Whether the passage names the team a goal was scored against.
    fn opponent_named(&self, goal: &Goal, out: &Out<'_>) -> bool {
        let record = out.record();
        let opponent = record.root(self.entry().team(goal.side.other()));
        self.passage.names.iter().filter_map(crate::passage::Name::team).any(|team| record.root(team) == opponent)
    }

    /// Of goals that agree as well, the first not yet told.
    fn recency(&self, goal: &Goal) -> (bool, u8) {
        let told = match (*self.last, goal.clock) {
            (Some(last), Some(clock)) => clock <= last.clock,
            _ => false,
        };
        (told, goal.nth)
    }

    /// The words that name a scorer with what he did, if they stand together.
    fn scorer_words(&self, told: &ToldGoal, name: usize) -> (usize, usize) {
        match self.passage.names.get(name) {
            Some(name) if told.first <= name.first && name.first < told.end && told.end - told.first <= 12 => {
                (told.first.min(name.first), told.end.max(name.end))
            }
            Some(name) => (name.first, name.end),
            None => (told.first, told.end),
        }
    }

    fn in_match(&self, out: &Out<'_>) -> String {
        if self.focus.is_anchor {
            String::new()
        } else {
            format!(" ({})", words::match_line(out.record(), self.entry()))
        }
    }

    /// Confirmed, contradicted where that may be said, else not read.
    fn by_match(&self, right: bool, may_be_wrong: bool) -> Verdict {
        if right {
            Verdict::Confirmed
        } else if may_be_wrong && (self.focus.may_contradict || (self.is_local && self.agrees)) {
            Verdict::Contradicted
        } else {
            Verdict::NotRead
        }
    }

    /// Somebody is said to have scored who did not.
    fn no_goal(&self, told: &ToldGoal, name: usize, people: &[PersonId], span: (usize, usize), out: &mut Out<'_>) {
        let [person] = *people else { return };
        let exact =
            self.passage.names.get(name).is_some_and(|name| name.how != byline_record::names::find::How::Misprint);
        if told.own_goal.is_some()
            || !told.others.is_empty()
            || !exact
            || !self.timeline.complete
            || !out.in_squad(self.entry(), person)
        {
            return;
        }
        let who = out.person(Some(person));
        let near: Vec<Goal> = self
            .timeline
            .goals
            .iter()
            .filter(|goal| self.agreement(goal, told) >= 2 && goal.scorer.is_some())
            .copied()
            .collect();
        let open = told.clocks.is_empty() && told.orders.is_empty() && told.after.is_none();
        // Who is named as the scorer of another's goal need not have a plain verb.
        let pinned = self.pinned(told, out.side_of_person(self.entry(), person));
        let taken = !pinned.is_empty() && pinned.iter().all(|goal| !self.names_scorer(goal));
        let plain = told.sure == Sure::Plain
            || taken
            || (near.len() == 1
                && near.iter().all(|goal| !self.names_scorer(goal))
                && told.clocks.iter().any(|words| matches!(words.meant, Meant::At(_)))
                && near.iter().any(|goal| self.agreement(goal, told) >= 3));
        if !plain
            || !(self.focus.may_contradict || (self.is_local && taken && self.facts(told) >= 2))
            || (near.is_empty() && !taken && !open)
            || self.entry().score.shoot_out.is_some() && open
        {
            return;
        }
        let near = if taken { pinned } else { near };
        let shown: Vec<Goal> = if near.is_empty() { self.timeline.goals.clone() } else { near };
        let rows = shown.iter().flat_map(|goal| self.row(out, goal)).collect::<Vec<_>>();
        if rows.is_empty() && !self.timeline.goals.is_empty() {
            return;
        }
        let rows = if rows.is_empty() { out.match_row(self.entry()) } else { rows };
        let topic = shown
            .first()
            .filter(|_| !open)
            .map_or(Topic::Match(self.entry().id), |goal| Topic::Event(self.entry().id, goal.index));
        out.push(
            self.passage,
            span,
            Kind::Scorer,
            format!("{who} scored{}", self.in_match(out)),
            Judged::new(Verdict::Contradicted)
                .because("the record has no goal of his in this match")
                .showing(rows)
                .about(topic),
        );
    }

    /// The goals that do have a place which another is said to have.
    fn order_rows(&self, order: Order, chosen: &Goal, out: &Out<'_>) -> Vec<byline_record::ask::Evidence> {
        let holder = self.timeline.goals.iter().find(|goal| has_order(goal, self.timeline, order));
        let mut rows = self.row(out, chosen);
        if let Some(holder) = holder {
            rows.extend(self.row(out, holder));
        }
        rows
    }

    #[allow(clippy::too_many_arguments)]
    fn minute(
        &self,
        told: &ClockWords,
        goals: &[Goal],
        chosen: &Goal,
        sure: bool,
        bare: bool,
        who: &str,
        out: &mut Out<'_>,
    ) {
        let span = (told.first, told.end);
        let topic = Topic::Event(self.entry().id, chosen.index);
        match &told.meant {
            Meant::At(spans) => {
                let Some(clock) = chosen.clock else { return };
                let (fit, span_meant) = spans
                    .iter()
                    .map(|span| (fit(span, clock), *span))
                    .max_by_key(|(fit, _)| *fit)
                    .unwrap_or((Fit::No, Minutes { from: clock, to: clock, tolerant: false }));
                let elsewhere =
                    goals.iter().filter_map(|goal| goal.clock).any(|clock| best_fit(spans, clock) != Fit::No);
                // The number may be of something else that happened.
                let other = self.speaks_of_more()
                    || self
                        .entry()
                        .events
                        .iter()
                        .filter_map(|event| event.clock)
                        .any(|clock| best_fit(spans, clock) != Fit::No);
                let verdict = match fit {
                    Fit::Yes => Verdict::Confirmed,
                    Fit::Nearly => Verdict::Rounding,
                    Fit::No if bare || elsewhere || other || !sure => Verdict::NotRead,
                    Fit::No => self.by_match(false, self.timeline.complete),
                };
                if verdict == Verdict::NotRead {
                    return;
                }
                let said = Some(SaidMinutes { minutes: span_meant, of_award: false });
                let judged = Judged::new(verdict).showing(self.row(out, chosen)).about(topic).at(said);
                let judged = if verdict == Verdict::Contradicted {
                    judged.because(format!("the record has it at {}", words::minute(clock)))
                } else {
                    judged
                };
                out.push(
                    self.passage,
                    span,
                    Kind::Minute,
                    format!("the goal of {who} {}", words::minutes(&span_meant)),
                    judged,
                );
            }
            Meant::Later(minutes) => {
                let Some(clock) = chosen.clock else { return };
                let end = told.end.saturating_sub(1);
                // "three minutes after it": after half-time, if that was told last.
                let restart = self.passage.word(end) == "it" && is_gap(elapsed(clock) - 45, *minutes);
                let right = restart || self.is_later(clock, *minutes);
                // What it is counted from is too easily misread for it to be contradicted.
                self.counted(told, *minutes, "the one told before", right, false, chosen, who, out);
            }
            Meant::After(minutes, name) => {
                let Some(clock) = chosen.clock else { return };
                let from = self.moments_of(*name);
                let right = self.is_after(clock, *minutes, *name);
                let wrong = sure
                    && goals.len() == 1
                    && matches!(*from.as_slice(), [from] if (elapsed(clock) - elapsed(from) - i16::from(*minutes)).abs() > 3);
                self.counted(told, *minutes, "the other's", right, wrong && !bare, chosen, who, out);
            }
            Meant::EitherSide(point) => self.either_side(told, point, goals, who, out),
            Meant::Within(minutes) => self.within(told, *minutes, goals, who, out),
        }
    }

    /// Whether the passage tells of something that has a minute and is not in the record: a chance, a substitution, an
    /// injury. The minute may be its.
    fn speaks_of_more(&self) -> bool {
        const MORE: &[&str] = &[
            "came",
            "coming",
            "come",
            "introduced",
            "brought",
            "replaced",
            "replacing",
            "substitute",
            "substituted",
            "bench",
            "injured",
            "injury",
            "limped",
            "hurt",
            "stretcher",
            "booked",
            "booking",
            "yellow",
            "red",
            "dismissed",
            "dismissal",
            "post",
            "bar",
            "crossbar",
            "woodwork",
            "saved",
            "saves",
            "save",
            "denied",
            "wide",
            "disallowed",
            "offside",
            "var",
            "missed",
            "miss",
            "chance",
            "chances",
            "foul",
            "fouled",
            "effort",
            "efforts",
            "cleared",
            "blocked",
            "until",
            "since",
            "lasted",
            "minutes' play",
            "after only",
        ];
        (0..self.passage.len()).any(|at| self.passage.name_at(at).is_none() && self.passage.is_any(at, MORE))
    }

    /// Minutes counted from another goal.
    #[allow(clippy::too_many_arguments)]
    fn counted(
        &self,
        told: &ClockWords,
        minutes: u8,
        from: &str,
        right: bool,
        wrong: bool,
        chosen: &Goal,
        who: &str,
        out: &mut Out<'_>,
    ) {
        let verdict = self.by_match(right, wrong && self.timeline.complete);
        if verdict == Verdict::NotRead {
            return;
        }
        let judged =
            Judged::new(verdict).showing(self.row(out, chosen)).about(Topic::Event(self.entry().id, chosen.index));
        let reading = format!("the goal of {who}, {minutes} minutes after {from}");
        out.push(self.passage, (told.first, told.end), Kind::Minute, reading, judged);
    }

    fn either_side(&self, told: &ClockWords, point: &Minutes, goals: &[Goal], who: &str, out: &mut Out<'_>) {
        let clocks: Vec<Clock> = goals.iter().filter_map(|goal| goal.clock).collect();
        if clocks.len() < 2 {
            return;
        }
        let right = clocks.iter().any(|&clock| clock <= point.to) && clocks.iter().any(|&clock| clock > point.from);
        let rows = goals.iter().flat_map(|goal| self.row(out, goal)).collect();
        out.push(
            self.passage,
            (told.first, told.end),
            Kind::Minute,
            format!("goals of {who} either side of {}", words::minute(point.from)),
            Judged::new(self.by_match(right, goals.len() == 2)).showing(rows).about(Topic::Match(self.entry().id)),
        );
    }

    fn within(&self, told: &ClockWords, minutes: u8, goals: &[Goal], who: &str, out: &mut Out<'_>) {
        let mut clocks: Vec<i16> = goals.iter().filter_map(|goal| goal.clock).map(elapsed).collect();
        clocks.sort_unstable();
        let gap = clocks.windows(2).filter_map(|pair| Some(pair.get(1)? - pair.first()?)).min();
        if gap.is_some_and(|gap| (gap - i16::from(minutes)).abs() <= 1 || gap < i16::from(minutes)) {
            let rows = goals.iter().flat_map(|goal| self.row(out, goal)).collect();
            out.push(
                self.passage,
                (told.first, told.end),
                Kind::Minute,
                format!("goals of {who} within {minutes} minutes"),
                Judged::new(Verdict::Confirmed).showing(rows).about(Topic::Match(self.entry().id)),
            );
        }
    }

    fn of_several(&mut self, told: &ToldGoal, several: &[(usize, Vec<PersonId>)], out: &mut Out<'_>) {
        let mut all: Vec<Goal> = Vec::new();
        for (name, people) in several {
            let goals = self.goals_of(people, false);
            if self.focus.loose
                && !goals.iter().any(|goal| self.agreement(goal, told) >= 3 || self.opponent_named(goal, out))
            {
                continue;
            }
            let span = self.passage.names.get(*name).map_or((told.first, told.end), |name| (name.first, name.end));
            if let Some(goal) = goals.first() {
                let topic = Topic::Event(self.entry().id, goal.index);
                let row = self.row(out, goal);
                let who = out.person(goal.scorer);
                out.push(
                    self.passage,
                    span,
                    Kind::Scorer,
                    format!("{who} scored{}", self.in_match(out)),
                    Judged::new(Verdict::Confirmed).showing(row).about(topic),
                );
            } else {
                let alone = ToldGoal { clocks: Vec::new(), orders: Vec::new(), after: None, ..told.clone() };
                self.no_goal(&alone, *name, people, span, out);
            }
            all.extend(goals);
        }
        let who = several.iter().map(|(_, people)| out.person(people.first().copied())).collect::<Vec<_>>();
        let who = words::list(&who);
        for words in &told.clocks {
            match &words.meant {
                Meant::EitherSide(point) => self.either_side(words, point, &all, &who, out),
                Meant::Within(minutes) => self.within(words, *minutes, &all, &who, out),
                Meant::At(spans) => {
                    let fitting = all
                        .iter()
                        .find(|goal| goal.clock.is_some_and(|clock| best_fit(spans, clock) == Fit::Yes))
                        .copied();
                    if let Some(goal) = fitting {
                        let who = out.person(goal.scorer);
                        self.minute(words, &all, &goal, false, false, &who, out);
                    }
                }
                Meant::Later(_) | Meant::After(..) => {}
            }
        }
        self.remember(all.iter().filter_map(|goal| goal.clock).max());
    }

    /// What is told of a team's goal, or of the opener, equaliser or winner of the match.
    fn of_team(&mut self, told: &ToldGoal, out: &mut Out<'_>) {
        if self.focus.loose {
            return;
        }
        let side = told.team.and_then(|team| out.side(self.entry(), team));
        if told.team.is_some() && side.is_none() {
            return;
        }
        let of_side: Vec<Goal> =
            self.timeline.goals.iter().filter(|goal| side.is_none_or(|side| goal.side == side)).copied().collect();
        let fitting: Vec<Goal> = of_side
            .iter()
            .filter(|goal| told.orders.iter().all(|words| has_order(goal, self.timeline, words.order)))
            .copied()
            .collect();
        let Some(chosen) = fitting
            .iter()
            .max_by(|one, other| {
                self.agreement(one, told)
                    .cmp(&self.agreement(other, told))
                    .then(self.recency(other).cmp(&self.recency(one)))
            })
            .copied()
        else {
            return;
        };
        let row = self.row(out, &chosen);
        let topic = Topic::Event(self.entry().id, chosen.index);
        let team = words::team(out.record(), self.entry().team(chosen.side));
        for words in &told.orders {
            out.push(
                self.passage,
                (words.first, words.end),
                Kind::Order,
                format!("a goal of {team}: {}", words.order.words()),
                Judged::new(Verdict::Confirmed).showing(row.clone()).about(topic.clone()),
            );
        }
        let plain = !told.bare && told.orders.iter().any(|words| words.order.is_plain()) && fitting.len() == 1;
        for words in &told.clocks {
            self.minute(words, &fitting, &chosen, plain && told.clocks.len() == 1, false, &team, out);
        }
        self.remember(chosen.clock);
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
