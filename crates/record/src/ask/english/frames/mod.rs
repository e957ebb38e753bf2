//! Frames: what each head word makes of the pieces of its clause.
//!
//! A frame looks for its head (a verb, or a noun where there is no verb), takes the pieces that fill its slots by
//! their type and place, and gives what is said. A frame that leaves a piece over has not read the clause.

mod cards;
mod counts;
mod feats;
mod goals;
mod honours;
mod matches;
mod occasions;
mod penalties;
mod records;
mod results;
mod streaks;

use crate::TeamId;
use crate::ask::statement::{MatchRef, Says};

use super::clause::Clause;
use super::nodes::Kind;

/// A way to read a clause.
pub(super) struct Frame {
    /// Takes what it needs and gives what is said; what it does not take is left over.
    pub(super) read: fn(&mut Clause<'_>) -> Option<Says>,
    /// Question words it answers; a clause without one always may be read.
    pub(super) questions: &'static [&'static str],
    /// Whether it makes something of "never", "ever", "could" and "will".
    pub(super) modal: bool,
}

const fn plain(read: fn(&mut Clause<'_>) -> Option<Says>, questions: &'static [&'static str]) -> Frame {
    Frame { read, questions, modal: false }
}

const fn modal(read: fn(&mut Clause<'_>) -> Option<Says>, questions: &'static [&'static str]) -> Frame {
    Frame { read, questions, modal: true }
}

const WHO: &[&str] = &["who", "which team", "which player", "which manager"];
const WHO_OR_WHAT: &[&str] = &["who", "which team", "which player", "what", "how"];

/// The frames, special ones first: the first that leaves nothing over is the reading.
pub(super) const FRAMES: &[Frame] = &[
    modal(records::superlative, &["who", "which team", "which player", "what", "when", "which"]),
    modal(occasions::nth, &["who", "which team", "which player", "when", "which manager", "which"]),
    modal(occasions::no_one_since, &[]),
    modal(occasions::never, &["who", "which team", "which player"]),
    modal(occasions::last_time, &["when", "who", "which team", "which player", "where"]),
    plain(streaks::streak, &["how long", "how many", "what", "which team", "who"]),
    plain(counts::head_to_head, &["what", "how often", "how many"]),
    plain(penalties::kick, WHO),
    plain(penalties::shoot_out, &["who", "which team", "what"]),
    plain(penalties::penalty, &["who", "which player", "when", "which minute", "what", "which team"]),
    plain(goals::goal, &["who", "which player", "when", "which minute", "which team"]),
    plain(cards::card, &["who", "which player", "when", "which minute"]),
    plain(results::score, WHO_OR_WHAT),
    plain(matches::role, &["who", "which manager", "which player"]),
    modal(matches::next, &["who", "when", "which team", "what", "where"]),
    plain(matches::venue, &["where", "what"]),
    plain(matches::date, &["when", "what"]),
    plain(honours::honour, WHO),
    plain(honours::group_position, &["who", "which team", "where"]),
    plain(honours::stage_reached, &["who", "which team", "how far", "which stage"]),
    plain(results::outcome, WHO),
    plain(counts::tally, &["how many", "how often"]),
    plain(occasions::when_it_happened, &["when"]),
    plain(occasions::has_happened, &["who", "which team"]),
];

/// A match named by its teams, of which neither is the one spoken of: "in England v France".
fn take_named_match(c: &mut Clause<'_>) -> Option<(TeamId, TeamId)> {
    let named = c.nodes.iter().enumerate().any(|(index, node)| {
        matches!(node.kind, Kind::Team(_))
            && matches!(node.preposition, Some("in" | "of" | "between"))
            && c.nodes.get(index.saturating_add(1)).is_some_and(|next| {
                next.is("and") || matches!(next.kind, Kind::Team(_)) && next.preposition == Some("against")
            })
    });
    named.then(|| take_pair(c)).flatten()
}

/// The team spoken of and its opponent, or the two teams that name a match.
fn take_teams(c: &mut Clause<'_>, own: &[&str], against: &[&str]) -> MatchRef {
    if let Some((team, opponent)) = take_named_match(c) {
        return MatchRef { team: Some(team), opponent: Some(opponent), either: true, ..MatchRef::default() };
    }
    let team = c.team_with(own);
    MatchRef { team, opponent: c.team_with(against), ..MatchRef::default() }
}

/// Two teams named together: "England v France", "between Brazil and Chile".
fn take_pair(c: &mut Clause<'_>) -> Option<(TeamId, TeamId)> {
    let first = c.find(|index, node| {
        if !matches!(node.kind, Kind::Team(_)) {
            return false;
        }
        let next = c.nodes.get(index.saturating_add(1));
        let after = c.nodes.get(index.saturating_add(2));
        next.is_some_and(|next| {
            matches!(next.kind, Kind::Team(_)) && matches!(next.preposition, None | Some("against"))
        }) || next.is_some_and(|next| next.is("and"))
            && after.is_some_and(|after| matches!(after.kind, Kind::Team(_)) && after.preposition.is_none())
    })?;
    let joined = c.nodes.get(first.saturating_add(1)).is_some_and(|next| next.is("and"));
    let second = first.saturating_add(if joined { 2 } else { 1 });
    let one = c.team_at(first)?;
    if joined {
        c.mark(first.saturating_add(1));
    }
    let other = c.team_at(second)?;
    Some((one, other))
}
