//! The goals a passage tells, laid beside each match it may speak of.

use byline_record::ask::statement::Minutes;
use byline_record::{Match, PersonId};

use super::against::{self, ToldMatch};
use super::fit::{self, Bench, LastGoal};
use super::goals::{self, ToldGoal};
use super::memory::Memory;
use super::{Focus, Out, Reader, clock, consistency, shootouts};
use crate::passage::{Name, Passage};
use crate::timeline::Timeline;

/// What the sentences around a passage make of its goals.
pub(super) struct Scene<'a, 'r> {
    pub(super) memory: &'a Memory<'r>,
    /// Whether a shoot-out is told of: people take kicks there, and only what has a minute is a goal.
    pub(super) kicks: bool,
    /// Whether the passage after takes a goal back.
    pub(super) undone: bool,
}

/// The goals of a passage that have found their match.
#[derive(Default)]
pub(super) struct Laid<'r> {
    /// Who scored in a match spoken of, as places among the names: they are not looked for in others.
    placed: Vec<usize>,
    /// The matches other than the report's in which goals are told to have been.
    pub(super) matches: Vec<ToldMatch<'r>>,
}

impl<'r> Laid<'r> {
    /// Judges the goals a passage tells by a match it may speak of. `last` is the goal told last.
    pub(super) fn lay(
        &mut self,
        reader: &Reader<'_, 'r>,
        passage: &Passage,
        focus: &Focus<'r>,
        scene: &Scene<'_, 'r>,
        last: &mut Option<LastGoal>,
        out: &mut Out<'r>,
    ) {
        let kicks = scene.kicks && shootouts::is_of(focus.entry, scene.memory);
        let named = || shootouts::is_named(passage);
        let timeline = out.timeline(focus.entry);
        fit::sweep(passage, focus, &timeline, *last, out);
        fit::brackets(passage, focus, &timeline, out);
        fit::lists(passage, focus, &timeline, out);
        let told = {
            let sides = |person: PersonId| out.side_of_person(focus.entry, person);
            goals::told(passage, focus.entry, &sides, scene.memory.person)
        };
        let told: Vec<_> = told.into_iter().map(|goal| (against::opponent(passage, &goal), goal)).collect();
        let pins = match focus.is_anchor {
            true => vec![false; told.len()],
            false => reader.pinned_against(passage, &told, focus.entry, out),
        };
        for ((opponent, goal), pinned) in told.iter().zip(pins) {
            if kicks && shootouts::may_be_kick(goal, focus.entry, scene.memory) {
                continue;
            }
            let scored = |people: &[PersonId]| timeline.goals_of(people).next().is_some();
            // "The winner against Austria": of no match but theirs.
            if against::is_other(*opponent, focus.entry, out)
                || is_of_extra_time(passage, goal, focus.entry)
                || is_of_other_competition(passage, goal)
                // "Mbappe's eight goals": of no one match.
                || passage.cardinal_before(goal.at).is_some_and(|(_, count)| (6..100).contains(&count))
                || focus.loose && is_for_other(passage, goal, focus.entry, out)
            {
                continue;
            }
            // "Completed the rout in stoppage time, in the form of Monday's win over Italy": the clock is that of his goal in
            // the report's own match.
            if !focus.is_anchor
                && !pinned
                && let Some(own) = reader.anchor.filter(|own| own.id != focus.entry.id)
                && is_timed_as(goal, &out.timeline(own))
                && !is_timed_as(goal, &timeline)
            {
                continue;
            }
            // Who scored in the match spoken of is not looked for in others.
            if focus.loose && goal.scorers.iter().any(|(name, _)| self.placed.contains(name)) {
                continue;
            }
            if !focus.loose {
                self.placed.extend(goal.scorers.iter().filter(|(_, people)| scored(people)).map(|(name, _)| *name));
            }
            let timed = goal.clocks.iter().any(|words| matches!(words.meant, clock::Meant::At(_)));
            let of_kicks = || goal.clocks.is_empty() && !shootouts::is_of_play(goal) || !timed && named();
            let open = scene.undone || kicks && of_kicks();
            let pinned = pinned && !open;
            let focus = &match (open, pinned) {
                (true, _) => focus.sure(false),
                (_, true) => Focus { loose: false, ..focus.sure(true) },
                _ => *focus,
            };
            if focus.is_anchor {
                consistency::scorers(passage, goal, out);
            }
            let is_local = !focus.loose && !open && reader.is_own(passage, focus, out);
            let (timeline, last) = (&*timeline, &mut *last);
            let is_only = told.len() == 1;
            Bench { passage, focus, timeline, last, is_local, is_against: pinned, is_only, agrees: false, sole: false }
                .judge(goal, out);
            if pinned {
                against::deny(passage, goal, *opponent, focus.entry, out);
                self.matches.extend(against::told_against(goal, *opponent, focus.entry, out));
            }
        }
    }
}

/// Whether whoever is told to have scored has a goal in a match at the moments told of.
fn is_timed_as(told: &ToldGoal, timeline: &Timeline) -> bool {
    let mut spans = told.clocks.iter().filter_map(|words| match &words.meant {
        clock::Meant::At(spans) => Some(spans),
        _ => None,
    });
    let timed = spans.clone().next().is_some();
    let fits = |spans: &[Minutes]| {
        told.scorers.iter().any(|(_, people)| {
            let mut clocks = timeline.goals_of(people).filter_map(|goal| goal.clock);
            clocks.any(|clock| fit::best_fit(spans, clock) != fit::Fit::No)
        })
    };
    timed && spans.all(|spans| fits(spans))
}

/// "Had scored the only goal of the Copa final": whether a competition the record does not have stands right beside a goal.
fn is_of_other_competition(passage: &Passage, told: &ToldGoal) -> bool {
    const COMPETITIONS: &[&str] = &[
        "copa",
        "gold cup",
        "asian cup",
        "africa cup",
        "cup of nations",
        "nations league",
        "confederations",
        "olympic",
        "olympics",
        "champions league",
        "europa league",
        "european cup",
        "club world cup",
        "fa cup",
        "cup final",
        "bundesliga",
        "la liga",
        "serie",
        "premier league",
    ];
    let from = told.end.max(told.at);
    passage.find(from, from + 5, COMPETITIONS).is_some_and(|(at, _)| {
        // "The World Cup final" is the record's own.
        let own = passage.name_at(at).is_some() || passage.is_any(at.wrapping_sub(1), &["world"]);
        !own && !(from..at).any(|between| passage.is_break(between))
    })
}

/// "The only silver goal the tournament has known": whether a goal is one that ended extra time, of a match that had none.
fn is_of_extra_time(passage: &Passage, told: &ToldGoal, entry: &Match) -> bool {
    const GOALS: &[&str] = &["golden goal", "silver goal"];
    entry.score.extra_time.is_none()
        && entry.is_played()
        && passage.has(told.at.saturating_sub(4), told.end.max(told.at) + 6, GOALS)
}

/// "Giving Georgia the lead": whether the words of a goal name a team that was not in a match.
fn is_for_other(passage: &Passage, told: &ToldGoal, entry: &Match, out: &Out<'_>) -> bool {
    let within = passage.names.iter().filter(|name| name.first >= told.at && name.end <= told.end);
    within.filter_map(Name::team).any(|team| out.side(entry, team).is_none())
}
