//! What can happen more than once, as rows: the one stream that counts, firsts, lasts, streaks and superlatives are
//! taken from.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::ask::statement::{Outcome, Subject};
use crate::{
    Card, Clock, EditionId, Event, EventKind, Goals, Kick, Match, PenaltyOutcome, PersonId, Side, Sources, StageKind,
    Table, TeamId,
};

use super::asked::Asked;
use super::query::Query;
use super::{scoping, titles};

/// Something that can happen more than once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A match of a side.
    Played,
    /// A match that went so for a side; the amount is the margin.
    Ended(Outcome),
    /// A win without conceding by at least so many goals.
    WonBy(u8),
    /// A win after being behind.
    CameBack,
    /// A shoot-out of a side; won or lost where said.
    ShootOut(Option<bool>),
    /// Goals of a side in a match, as the score has them.
    GoalsFor,
    /// Goals against it.
    GoalsAgainst,
    /// A goal that counted, own goals among them only where rows are looked at one match at a time.
    Goal,
    /// An own goal by a player; the team is the player's.
    OwnGoal,
    /// A penalty in play that counted; scored or not where said.
    Penalty(Option<bool>),
    /// Three goals or more by a player in a match.
    HatTrick,
    /// A yellow card.
    Caution,
    /// A sending-off.
    Dismissal,
    /// Any card.
    Card,
    /// A kick of a shoot-out; scored or not where said.
    Kick(Option<bool>),
    /// An appearance of a player.
    Cap,
    /// A feat of an edition as a whole.
    Edition(EditionFeat),
}

/// What a team can do in an edition as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EditionFeat {
    /// Champions.
    Title,
    /// Champions twice running.
    Retention,
    /// Champions at home.
    TitleAsHosts,
    /// Came at least so far.
    Reached(StageKind),
    /// Went out before.
    Missed(StageKind),
    /// Took part.
    TookPart,
    /// Hosted.
    Hosted,
}

/// A goal's place in its match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct GoalPlace {
    /// From 1.
    pub(super) nth: u8,
    /// The score with it.
    pub(super) after: Goals,
    /// Whether it is the last.
    pub(super) last: bool,
    /// Whether it put the winner of a one-goal match ahead for good.
    pub(super) winner: bool,
}

/// One time something happened.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'r> {
    pub(super) date: Date,
    pub(super) edition: EditionId,
    /// The match and the side of `team`; `None` for a feat of an edition.
    pub(super) entry: Option<(&'r Match, Side)>,
    pub(super) team: Option<TeamId>,
    pub(super) person: Option<PersonId>,
    pub(super) clock: Option<Clock>,
    /// How many or how much: goals of a hat-trick, margin of a win, 1 otherwise.
    pub(super) amount: u32,
    pub(super) event: Option<&'r Event>,
    pub(super) kick: Option<(&'r Kick, u8)>,
    pub(super) goal: Option<GoalPlace>,
    pub(super) sources: Sources,
}

impl Row<'_> {
    /// Whether two rows are the same occasion: the same match, or the same edition.
    pub(super) fn is_with(&self, other: &Self) -> bool {
        match (self.entry, other.entry) {
            (Some((one, _)), Some((other, _))) => one.id == other.id,
            _ => self.edition == other.edition,
        }
    }
}

impl What {
    /// The tables that must be complete for a count of it.
    pub(super) const fn tables(self) -> &'static [Table] {
        match self {
            Self::Played | Self::Ended(_) | Self::WonBy(_) | Self::GoalsFor | Self::GoalsAgainst | Self::Edition(_) => {
                &[Table::Results]
            }
            Self::ShootOut(_) => &[Table::Results, Table::ShootOuts],
            Self::CameBack | Self::Goal | Self::OwnGoal | Self::HatTrick | Self::Penalty(Some(true)) => {
                &[Table::Results, Table::Goals]
            }
            Self::Penalty(Some(false)) => &[Table::Results, Table::MissedPenalties],
            Self::Penalty(None) => &[Table::Results, Table::Goals, Table::MissedPenalties],
            Self::Caution => &[Table::Results, Table::Cautions],
            Self::Dismissal => &[Table::Results, Table::Dismissals],
            Self::Card => &[Table::Results, Table::Cautions, Table::Dismissals],
            Self::Kick(_) => &[Table::Results, Table::ShootOutKicks],
            Self::Cap => &[Table::Results, Table::LineUps, Table::Substitutions],
        }
    }
}

/// Every time it happened in the scope, oldest first.
pub(super) fn rows<'r>(asked: &Asked<'r>, query: &Query) -> Vec<Row<'r>> {
    let mut found = Vec::new();
    if let What::Edition(feat) = query.what {
        let competitions = query.competition.map_or_else(|| asked.scope.competitions.clone(), |id| vec![id]);
        for id in competitions {
            titles::rows(asked, feat, id, query.whose, &mut found);
        }
    } else {
        for entry in matches(asked, query.whose.or(query.against.map(Subject::Team))) {
            if scoping::holds(asked, entry) {
                in_match(asked, entry, query.what, &mut found);
            }
        }
    }
    found.retain(|row| fits(asked, query, row));
    found.sort_by_key(|row| row.date);
    found
}

fn fits(asked: &Asked<'_>, query: &Query, row: &Row<'_>) -> bool {
    let own_goal = row.event.is_some_and(|event| matches!(event.kind, EventKind::OwnGoal));
    let counts = query.what == What::OwnGoal || !own_goal;
    let whose = query.whose.is_none_or(|whose| asked.is_subject(whose, row.team, row.person));
    let against = query
        .against
        .is_none_or(|team| row.entry.is_some_and(|(entry, side)| asked.counts_as(entry.team(side.other()), team)));
    let ground = row.entry.is_none_or(|(entry, side)| scoping::holds_ground(asked, entry, side));
    let team = row.team.is_none_or(|team| scoping::holds_team(asked, team));
    counts && team && whose && against && ground
}

/// Matches that can concern a subject, oldest first; all of them for `None`.
pub(super) fn matches<'r>(asked: &Asked<'r>, whose: Option<Subject>) -> Vec<&'r Match> {
    let Some(whose) = whose else { return asked.view.matches().collect() };
    let mut found: Vec<&Match> =
        asked.teams_of_subject(whose).into_iter().flat_map(|team| asked.view.matches_of(team)).collect();
    found.sort_by_key(|entry| entry.id);
    found.dedup_by_key(|entry| entry.id);
    found
}

/// Adds every time it happened in one match.
pub(super) fn in_match<'r>(asked: &Asked<'_>, entry: &'r Match, what: What, found: &mut Vec<Row<'r>>) {
    match what {
        What::Played
        | What::Ended(_)
        | What::WonBy(_)
        | What::CameBack
        | What::ShootOut(_)
        | What::GoalsFor
        | What::GoalsAgainst => {
            for side in Side::BOTH {
                if let Some(amount) = of_side(asked, entry, side, what) {
                    let sources = match what {
                        What::ShootOut(_) => entry.sources.shoot_out,
                        _ => entry.sources.end.and(entry.sources.fixture),
                    };
                    found.push(Row { amount, sources, ..row(entry, side) });
                }
            }
        }
        What::Goal => goals(entry, found),
        What::HatTrick => hat_tricks(entry, found),
        What::Kick(scored) => kicks(entry, scored, found),
        What::Cap => caps(entry, found),
        What::OwnGoal | What::Penalty(_) | What::Caution | What::Dismissal | What::Card => {
            let wanted = entry.events.iter().filter(|event| is_event(event, what));
            found.extend(wanted.map(|event| event_row(entry, event)));
        }
        What::Edition(_) => {}
    }
}

fn row(entry: &Match, side: Side) -> Row<'_> {
    Row {
        date: entry.date,
        edition: entry.edition,
        entry: Some((entry, side)),
        team: Some(entry.team(side)),
        person: None,
        clock: None,
        amount: 1,
        event: None,
        kick: None,
        goal: None,
        sources: entry.sources.fixture,
    }
}

/// A row of an event, with the side of the player: the other one for an own goal.
fn event_row<'r>(entry: &'r Match, event: &'r Event) -> Row<'r> {
    Row {
        person: event.player,
        clock: event.clock,
        event: Some(event),
        sources: event.sources,
        ..row(entry, event.player_side())
    }
}

fn is_event(event: &Event, what: What) -> bool {
    match (what, &event.kind) {
        (What::OwnGoal, EventKind::OwnGoal) => true,
        (What::Penalty(scored), EventKind::Penalty(penalty)) => {
            !penalty.retaken && scored.is_none_or(|scored| scored == (penalty.outcome == PenaltyOutcome::Scored))
        }
        (What::Caution, EventKind::Card { card, bench }) => *card == Card::Yellow && !bench,
        (What::Dismissal, EventKind::Card { card, bench }) => card.is_dismissal() && !bench,
        (What::Card, EventKind::Card { .. }) => true,
        _ => false,
    }
}

/// The amount if it happened to a side.
fn of_side(asked: &Asked<'_>, entry: &Match, side: Side, what: What) -> Option<u32> {
    let end = entry.score.end.filter(|_| entry.is_played());
    let margin = end.map(|end| u32::from(end.margin(side).unsigned_abs()));
    match what {
        What::Played => entry.is_played().then_some(1),
        What::Ended(outcome) => (scoping::outcome(asked, entry, side)? == outcome).then_some(margin?),
        What::WonBy(least) => {
            let end = end?;
            (end.of(side.other()) == 0 && end.of(side) >= least.max(1)).then_some(margin?)
        }
        What::CameBack => {
            let won = entry.winner_in_play() == Some(side);
            (won && running(entry).any(|score| score.leader() == Some(side.other()))).then_some(margin?)
        }
        What::ShootOut(won) => {
            let decided = entry.score.shoot_out?;
            won.is_none_or(|won| won == (decided.winner == side)).then_some(1)
        }
        What::GoalsFor => Some(u32::from(end?.of(side))),
        What::GoalsAgainst => Some(u32::from(end?.of(side.other()))),
        _ => None,
    }
}

/// The score after each goal, in the order of the events.
pub(super) fn running(entry: &Match) -> impl Iterator<Item = Goals> {
    entry.goals().scan(Goals::default(), |score, goal| {
        *score = score.plus_one(goal.side);
        Some(*score)
    })
}

fn goals<'r>(entry: &'r Match, found: &mut Vec<Row<'r>>) {
    let scores: Vec<Goals> = running(entry).collect();
    let winner = entry.winner_in_play().filter(|&side| entry.score.end.is_some_and(|end| end.margin(side) == 1));
    // The winner of a one-goal match is the first goal after which the winning side is never level again.
    let decisive =
        winner.map(|side| scores.iter().rposition(|score| score.margin(side) <= 0).map_or(0, |level| level + 1));
    for (index, (goal, &after)) in entry.goals().zip(&scores).enumerate() {
        let nth = u8::try_from(index + 1).unwrap_or(u8::MAX);
        let place = GoalPlace { nth, after, last: index + 1 == scores.len(), winner: decisive == Some(index) };
        let event = event_row(entry, goal);
        found.push(Row { goal: Some(place), ..event });
    }
}

fn hat_tricks<'r>(entry: &'r Match, found: &mut Vec<Row<'r>>) {
    let mut by_scorer: BTreeMap<PersonId, (u32, &Event)> = BTreeMap::new();
    for goal in entry.goals().filter(|goal| !matches!(goal.kind, EventKind::OwnGoal)) {
        if let Some(player) = goal.player {
            let (count, last) = by_scorer.entry(player).or_insert((0, goal));
            *count += 1;
            *last = goal;
        }
    }
    for (amount, event) in by_scorer.into_values().filter(|&(count, _)| count >= 3) {
        found.push(Row { amount, ..event_row(entry, event) });
    }
}

fn kicks<'r>(entry: &'r Match, scored: Option<bool>, found: &mut Vec<Row<'r>>) {
    let mut taken = [0_u8; 2];
    for kick in &entry.kicks {
        let [home, away] = &mut taken;
        let order = if kick.side == Side::Home { home } else { away };
        *order = order.saturating_add(1);
        if scored.is_none_or(|scored| scored == (kick.outcome == PenaltyOutcome::Scored)) {
            let kick_row =
                Row { person: kick.taker, kick: Some((kick, *order)), sources: kick.sources, ..row(entry, kick.side) };
            found.push(kick_row);
        }
    }
}

fn caps<'r>(entry: &'r Match, found: &mut Vec<Row<'r>>) {
    for side in Side::BOTH {
        let Some(sheet) = entry.sheet(side) else { continue };
        let came_on = entry.events.iter().filter(|event| event.side == side).filter_map(|event| match event.kind {
            EventKind::Substitution { on } => on,
            _ => None,
        });
        let mut players: Vec<PersonId> = sheet.starters.iter().copied().chain(came_on).collect();
        players.sort_unstable();
        players.dedup();
        found.extend(players.into_iter().map(|player| Row { person: Some(player), ..row(entry, side) }));
    }
}
