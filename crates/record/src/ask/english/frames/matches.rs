//! Where and when a match was, who was in charge, whom a team meets next.

use crate::ask::statement::{MatchRef, Role, Says, When};

use super::super::clause::Clause;
use super::super::dates::Time;
use super::super::lexicon::Class;
use super::super::nodes::Kind;
use super::take_pair;

/// The match a sentence is about: two teams, or one with a stage or time.
fn the_match(c: &mut Clause<'_>) -> Option<MatchRef> {
    c.take_noun("match");
    let pair = take_pair(c);
    let (team, opponent) = match pair {
        Some((team, opponent)) => (Some(team), Some(opponent)),
        None => (c.team_with(&["", "of", "for"]), c.team_with(&["", "against", "with"])),
    };
    let at = MatchRef { team, opponent, ..c.take_match()? };
    let pinned = at.opponent.is_some() || at.stage.is_some() || at.team.is_some() && !at.when.is_open();
    pinned.then_some(at)
}

/// "Where was the 1950 final played?", "The final was in Lusail".
pub(super) fn venue(c: &mut Clause<'_>) -> Option<Says> {
    let asked = c.question == Some("where") || c.question == Some("what") && c.take_noun("venue").is_some();
    let verb = ["play", "meet", "face", "host", "happen", "hold", "beat", "lose", "draw"]
        .into_iter()
        .find_map(|lemma| c.take_verb(lemma));
    if asked {
        c.take_any(&["against"]);
        let at = the_match(c)?;
        // Winning and losing somewhere needs the opponent to be found again.
        return Some(Says::Venue { at, place: None });
    }
    if !(c.copula || verb.is_some()) || c.question.is_some() {
        return None;
    }
    let place = place(c)?;
    let at = the_match(c)?;
    Some(Says::Venue { at, place: Some(place.into()) })
}

/// A place as written: unknown capitalised words after "in" or "at", or a team's name used for its country.
fn place(c: &mut Clause<'_>) -> Option<String> {
    let start = c.find(|_, node| {
        node.preposition == Some("in") && node.capital && matches!(node.kind, Kind::Unknown | Kind::Team(_))
    })?;
    let mut words = vec![c.written(start)?];
    c.mark(start);
    let mut next = start.saturating_add(1);
    while let Some(node) = c.nodes.get(next)
        && node.capital
        && node.preposition.is_none()
        && matches!(node.kind, Kind::Unknown)
    {
        words.push(c.written(next)?);
        c.mark(next);
        next = next.saturating_add(1);
    }
    Some(words.join(" "))
}

/// "England v France was on a Sunday", "When was the 2022 final played?".
pub(super) fn date(c: &mut Clause<'_>) -> Option<Says> {
    let asked = c.question == Some("when") || c.question == Some("what") && c.take_noun("date").is_some();
    let verb = ["play", "meet", "face", "happen", "hold"].into_iter().find_map(|lemma| c.take_verb(lemma));
    if c.has("last")
        || c.has("first")
        || c.has("next")
        || c.nodes.iter().any(|node| matches!(node.kind, Kind::Ordinal(_)))
    {
        return None;
    }
    if asked {
        c.take_any(&["against"]);
        let at = the_match(c)?;
        return Some(Says::Date { at, date: None, weekday: None, zone: None });
    }
    if !(c.copula || verb.is_some()) || c.question.is_some() {
        return None;
    }
    let day = c.nodes.iter().any(|node| matches!(node.kind, Kind::Time(Time::Day(_) | Time::Weekday(_))));
    if !day {
        return None;
    }
    let mut at = the_match(c)?;
    let date = at.when.date.take();
    let weekday = at.when.weekday.take();
    Some(Says::Date { at, date, weekday, zone: None })
}

/// "Who managed Germany in 2014?", "Who refereed the 2022 final?", "Lloris was in goal for France in the 2022 final".
pub(super) fn role(c: &mut Clause<'_>) -> Option<Says> {
    const ROLES: [(&str, Role); 5] = [
        ("manage", Role::Manager),
        ("manager", Role::Manager),
        ("captain", Role::Captain),
        ("referee", Role::Referee),
        ("keeper", Role::Keeper),
    ];
    let (role, place) = ROLES
        .into_iter()
        .find_map(|(lemma, role)| c.take(lemma).map(|place| (role, place)))
        .or_else(|| c.take("keep goal").map(|place| (Role::Keeper, place)))?;
    let person = if c.asks_who() { None } else { Some(c.person_with(&["", "by"])?) };
    if c.asks_who() && c.nodes.iter().any(|node| matches!(node.kind, Kind::Person(_))) {
        return None;
    }
    c.take_noun("match");
    let pair = take_pair(c);
    let (team, opponent) = match pair {
        Some((team, opponent)) => (Some(team), Some(opponent)),
        None => (c.team_before(place).or_else(|| c.team_with(&["", "of", "for", "in"])), c.team_with(&["against"])),
    };
    let at = MatchRef { team, opponent, ..c.take_match()? };
    // A referee belongs to a match, the others to a team too.
    let pinned = at.opponent.is_some() || at.stage.is_some() || role != Role::Referee && at.team.is_some();
    if !pinned {
        return None;
    }
    Some(Says::Role { at, role, person })
}

/// "France face Morocco next", "Who do France play next?".
pub(super) fn next(c: &mut Clause<'_>) -> Option<Says> {
    if c.never || c.ever || c.possible || c.denied {
        return None;
    }
    let next = c.take("next").is_some();
    let verb = ["face", "play", "meet"].into_iter().find_map(|lemma| c.take_verb(lemma));
    let noun = if verb.is_none() { c.take_any(&["opponent", "match"]) } else { None };
    let place = verb.or(noun)?;
    let form = c.nodes.get(place).and_then(super::super::nodes::Node::lex).map(|lex| lex.class);
    // "France meet Morocco in the semi-final" is still to come.
    let present = verb.is_some()
        && form == Some(Class::Finite)
        && (!c.supported && !c.perfect && !c.copula || c.present && c.supported);
    if !next && !c.future && !present {
        return None;
    }
    let asked = c.question.is_some();
    let team = if verb.is_some() { c.team_before(place) } else { c.team_with(&["", "of", "for"]) };
    let opponent = c.team_after(place, &["", "against", "with"]);
    if asked && c.asks_who() || c.question == Some("what") {
        c.take_any(&["against", "with"]);
    }
    let (team, opponent) = match (team, opponent) {
        (None, Some(opponent)) if c.asks_who() => (opponent, None),
        (Some(team), opponent) => (team, opponent),
        _ => return None,
    };
    if c.asks_who() && opponent.is_some() || c.question.is_none() && opponent.is_none() {
        return None;
    }
    let (event, mut when) = c.take_setting()?;
    if event.group.is_some() || event.competition.is_some() && event.stage.is_none() {
        return None;
    }
    if event.stage.is_none() && event.edition.is_some() {
        when = When { edition: event.edition, ..when };
    }
    Some(Says::NextMatch { team, after: None, opponent, when, stage: event.stage })
}
