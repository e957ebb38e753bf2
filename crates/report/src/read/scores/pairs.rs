//! Both sides of a score told apart from its verb.

use byline_record::TeamId;

use super::clause::team_after;
use super::judge::Pair;
use crate::passage::{Name, Passage};
use crate::read::Reader;

/// Whether a team is named right there.
pub(super) fn is_team(passage: &Passage, at: usize) -> bool {
    let named = |at: usize| passage.name_from(at).is_some_and(|name| name.team().is_some());
    // "The Netherlands" may be a name as it stands.
    named(at) || passage.is_any(at, &["the", "hosts", "holders"]) && named(at + 1)
}

/// "Spain and Italy had drawn 1-1", "the teams drew 1-1": both sides before the verb.
pub(super) fn both(reader: &Reader<'_, '_>, passage: &Passage, start: usize, at: usize) -> Option<Pair> {
    let last = passage.names.iter().rev().find(|name| name.end <= at && name.first >= start);
    // "Iceland and Hungary were drawn with, the last 3-3": each against somebody else.
    if (at..at + 4).any(|with| passage.is_any(with, &["with"]) && passage.is_mark(with + 1, ',')) {
        return None;
    }
    if let Some(last) = last
        && passage.is_any(last.first.wrapping_sub(1), &["and"])
        && let Some(one) = last.first.checked_sub(2).and_then(|at| passage.name_at(at)).and_then(Name::team)
        && let Some(other) = last.team()
    {
        return Some(Pair { team: Some(one), opponent: Some(other) });
    }
    const BOTH: &[&str] = &["the two", "the teams", "the sides", "the pair", "the finalists", "the two sides"];
    let anchor = reader.anchor.filter(|_| last.is_none() && passage.has(start, at, BOTH))?;
    Some(Pair { team: Some(anchor.home), opponent: Some(anchor.away) })
}

/// "A goalless draw took place between Croatia and Belgium": both sides after the noun.
pub(super) fn between(passage: &Passage, noun: Option<usize>, stop: usize) -> Option<Pair> {
    let noun = noun?;
    let (_, one) = passage.find(noun, (noun + 5).min(stop), &["between"])?;
    let (team, and) = team_after(passage, one)?;
    let (opponent, _) = passage.is_any(and, &["and"]).then(|| team_after(passage, and + 1))??;
    Some(Pair { team: Some(team), opponent: Some(opponent) })
}

/// "A hat-trick against Belgium in a 5-0": the opponent before the score.
pub(super) fn object_before(passage: &Passage, start: usize, first: usize) -> Option<TeamId> {
    const ARTICLES: &[&str] = &["a", "the", "that", "this"];
    let mut at = first.checked_sub(1)?;
    if passage.is_any(at, ARTICLES) {
        at = at.checked_sub(1)?;
    }
    at = if passage.is_any(at, &["in"]) { at.checked_sub(1)? } else { return None };
    if passage.is_mark(at, ',') {
        at = at.checked_sub(1)?;
    }
    let name = passage.name_at(at).filter(|name| name.first > start)?;
    let before = if passage.is_any(name.first - 1, &["the"]) { name.first.checked_sub(2)? } else { name.first - 1 };
    passage.is_any(before, &["against", "over"]).then(|| name.team())?
}
