//! The goals of a match in order, each with the score before and after it.

use byline_record::{Clock, EventKind, Goals, Match, PersonId, Side};

/// A goal on the timeline of a match.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Goal {
    /// Its place in [`Match::events`].
    pub(crate) index: usize,
    pub(crate) clock: Option<Clock>,
    /// The side it counted for.
    pub(crate) side: Side,
    pub(crate) scorer: Option<PersonId>,
    pub(crate) kind: EventKind,
    pub(crate) before: Goals,
    pub(crate) after: Goals,
    /// Its place among the goals of the match, from 1.
    pub(crate) nth: u8,
    /// Its place among the scorer's goals, from 1.
    pub(crate) own_nth: u8,
    /// Whether it is the last of the match.
    pub(crate) last: bool,
    /// Whether nobody was level with the winners after it.
    pub(crate) winner: bool,
}

/// The goals of a match, and whether they add up to its score.
#[derive(Debug, Clone, Default)]
pub(crate) struct Timeline {
    pub(crate) goals: Vec<Goal>,
    pub(crate) complete: bool,
}

fn plus(goals: Goals, side: Side) -> Goals {
    match side {
        Side::Home => Goals::new(goals.home.saturating_add(1), goals.away),
        Side::Away => Goals::new(goals.home, goals.away.saturating_add(1)),
    }
}

impl Timeline {
    pub(crate) fn of(entry: &Match) -> Self {
        let mut goals: Vec<Goal> = Vec::new();
        let mut score = Goals::default();
        for (index, event) in entry.events.iter().enumerate().filter(|(_, event)| event.kind.is_goal()) {
            let before = score;
            score = plus(score, event.side);
            let is_own_goal = matches!(event.kind, EventKind::OwnGoal);
            let own_nth = 1 + goals
                .iter()
                .filter(|goal| {
                    goal.scorer.is_some() && goal.scorer == event.player && !matches!(goal.kind, EventKind::OwnGoal)
                })
                .count();
            goals.push(Goal {
                index,
                clock: event.clock,
                side: event.side,
                scorer: event.player,
                kind: event.kind,
                before,
                after: score,
                nth: u8::try_from(goals.len() + 1).unwrap_or(u8::MAX),
                own_nth: if is_own_goal { 0 } else { u8::try_from(own_nth).unwrap_or(u8::MAX) },
                last: false,
                winner: false,
            });
        }
        if let Some(last) = goals.last_mut() {
            last.last = true;
        }
        if let Some(side) = score.leader() {
            let losers = score.of(side.other());
            if let Some(goal) = goals.iter_mut().find(|goal| goal.side == side && goal.after.of(side) == losers + 1) {
                goal.winner = goal.before.leader() != Some(side);
            }
        }
        Self { complete: entry.score.end == Some(score), goals }
    }

    /// The goals of any of some people, own goals among them.
    pub(crate) fn goals_of(&self, people: &[PersonId]) -> impl Iterator<Item = &Goal> {
        self.goals.iter().filter(move |goal| goal.scorer.is_some_and(|scorer| people.contains(&scorer)))
    }

    /// Whether a score, in either order of the sides, stood at some moment before the end.
    pub(crate) fn ran_through(&self, one: u8, other: u8) -> bool {
        self.goals
            .iter()
            .any(|goal| (goal.after == Goals::new(one, other) || goal.after == Goals::new(other, one)) && !goal.last)
            || (one, other) == (0, 0)
    }
}
