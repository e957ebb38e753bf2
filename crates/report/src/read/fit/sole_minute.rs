//! The one minute of a sentence that tells one goal and nothing else that has a minute: it is of that goal, wherever the
//! words stand.

use byline_record::Clock;
use byline_record::ask::statement::Minutes;
use byline_record::ask::{Verdict, words};

use super::super::clock::{ClockWords, Meant};
use super::super::cues::Sure;
use super::super::goals::ToldGoal;
use super::super::kicks::is_keeper;
use super::super::{Judged, Out};
use super::minute::is_far;
use super::{Bench, Fit, best_fit, elapsed, is_narrow};
use crate::claim::{Kind, SaidMinutes, Topic};
use crate::passage::Name;
use crate::timeline::Goal;

/// Words of things that have a minute of their own, or that a minute does not time.
const OF_ELSE: &[&str] = &[
    "on after",
    "on for",
    "on in",
    "on at",
    "on with",
    "thrown on",
    "sent on",
    "sent off",
    "arrived",
    "joined",
    "entered",
    "ten men",
    "10 men",
    "nine men",
    "cautioned",
    "caution",
    "ruled out",
    "hit",
    "rattled",
    "over",
    "tested",
    "stopped",
    "parried",
    "tipped",
    "pushed",
    "awarded",
    "given a",
    "penalised",
    "handled",
    "handball",
    "brought down",
    "tripped",
    "conceded",
    "trailing",
    "trailed",
    "leading",
    "led",
    "down",
    "behind",
    "had been",
    "until",
    "till",
    "than",
    "kept",
    "held",
    "unbeaten",
    "career",
    "debut",
    "comeback",
    "return",
    "season",
    "lasted",
    "took off",
    "went off",
    "whistle",
    "kick off",
    "delayed",
    "cancelled out",
    "wiped out",
    "answer to",
    "answered",
    "replied to",
    "reply to",
    "his second",
    "her second",
    "another",
    "again",
    "also",
];
/// Words before a minute that make it the end of a time, or its beginning.
const BOUNDS: &[&str] = &["for", "by", "since", "from", "to", "within", "than", "between", "all", "over", "every"];
/// Words between a minute and a goal after which something else may be told.
const JOINTS: &[&str] = &["and", "but", "while", "before", "then", "so", "although", "though", "after"];

impl Bench<'_, '_> {
    /// "Weghorst pulled one back with the clock showing 63": denies the minute where the sentence tells of one goal of one
    /// scorer, names nobody else who may have done something, has no other words of the clock, and every goal of the scorer
    /// was far from then.
    pub(super) fn sole_minute(&self, told: &ToldGoal, goals: &[Goal], chosen: &Goal, who: &str, out: &mut Out<'_>) {
        let passage = self.passage;
        let [clock] = passage.clocks(self.entry().score.extra_time.is_some()) else { return };
        let (Meant::At(spans), Some(moment)) = (&clock.meant, chosen.clock) else { return };
        let ([(scorer, _)], [span, ..]) = (told.scorers.as_slice(), spans.as_slice()) else { return };
        let elsewhere = self.focus.is_anchor && super::super::moment::is_elsewhere(passage);
        let pinned = self.focus.may_contradict
            && self.focus.alone
            && !self.focus.loose
            && self.timeline.complete
            && passage.quote.is_none()
            && !elsewhere;
        let plain = self.is_only
            && !told.bare
            && told.count.is_none()
            && told.own_goal.is_none()
            && (told.sure == Sure::Plain || self.is_goal_like(told));
        let far = is_narrow(spans)
            && goals.iter().filter_map(|goal| goal.clock).all(|clock| is_far(spans, clock))
            && !self.counts_from_part(spans, moment);
        if !pinned || !plain || !far || self.has_rivals(told) || self.happens(clock, spans) {
            return;
        }
        let apart = self.is_told_apart(clock, told) || self.speaks_of_more() || passage.has(0, passage.len(), OF_ELSE);
        let mut names = passage.names.iter().enumerate();
        let others = names.any(|(index, name)| index != *scorer && name.is_person() && !self.only_helps(name));
        if apart || others || out.is_denied(passage, (clock.first, clock.end)) {
            return;
        }
        let judged = Judged::new(Verdict::Contradicted)
            .because(format!("the record has it at {}", words::minute(moment)))
            .showing(self.row(out, chosen))
            .about(Topic::Event(self.entry().id, chosen.index))
            .at(Some(SaidMinutes { minutes: *span, of_award: false }));
        let reading = format!("the goal of {who} {}", words::minutes(span));
        out.push(passage, (clock.first, clock.end), Kind::Minute, reading, judged);
    }

    /// Whether something the record has of the match was then: the minute may be its.
    fn happens(&self, clock: &ClockWords, spans: &[Minutes]) -> bool {
        let bounded = self.passage.is_any(clock.first.wrapping_sub(1), BOUNDS)
            || self.passage.is_any(clock.first, BOUNDS)
            || [clock.first, clock.first.wrapping_sub(1)].into_iter().any(|at| self.passage.is_mark(at, '('));
        let bounded = bounded || self.is_stretch(clock);
        let mut moments = self.entry().events.iter().filter_map(|event| event.clock);
        bounded || moments.any(|moment| best_fit(spans, moment) != Fit::No)
    }

    /// Whether words between a minute and a goal may begin to tell of something else.
    fn is_told_apart(&self, clock: &ClockWords, told: &ToldGoal) -> bool {
        let (from, to) =
            if clock.first >= told.end { (told.end, clock.first) } else { (clock.end, told.first.max(clock.end)) };
        // "Messi, who in the 40th minute had been surrounded, scored": a comma parts them unless it only sets the time off.
        let comma = |at: usize| self.passage.is_mark(at, ',') && at != clock.end && at + 1 != clock.first;
        to - from > 14
            || (from..to).any(|at| {
                comma(at)
                    || self.passage.is_stop(at)
                    || self.passage.name_at(at).is_none() && self.passage.is_any(at, JOINTS)
            })
    }

    /// Whether a name is of whoever served the ball, or kept goal.
    fn only_helps(&self, name: &Name) -> bool {
        const SERVED: &[&str] = &["pass", "cross", "corner", "ball", "centre", "delivery", "through", "set", "found"];
        let end = self.passage.clause_end(name.end).min(name.end + 6);
        let serves = (name.end..end).any(|at| self.passage.is_any(at, SERVED));
        let keeps = name.person().is_some_and(|person| is_keeper(self.entry(), Some(person)));
        serves || keeps || self.is_server(name)
    }

    /// "Within the first minute of extra time": whether minutes are counted from where a part of the match began.
    pub(super) fn counts_from_part(&self, spans: &[Minutes], clock: Clock) -> bool {
        [45, 90, 105].into_iter().any(|start: i16| {
            i16::from(clock.minute()) > start
                && spans.iter().any(|span| {
                    let (from, to) = (elapsed(span.from) + start, elapsed(span.to) + start);
                    elapsed(span.to) <= 15 && (from - 1..=to + 1).contains(&elapsed(clock))
                })
        })
    }
}
