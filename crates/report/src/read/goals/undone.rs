//! A side undone, or saved, by somebody: "Klinsmann and Thon did for Denmark", "were put out by Guaita", "settled by
//! Torres". Whoever did it scored against that side, or for it.

use byline_record::{Match, PersonId, Side};

use super::super::cues::{Order, Sure};
use super::object::deed;
use super::{OrderWords, ToldGoal, goal, is_hedged, list_from, of_match, place_of, with_list};
use crate::heads::{Heads, Phrases};
use crate::passage::{Name, Passage};

/// What a scorer does to the side he scores against.
const DID: Phrases = Phrases::of(&[
    "did for",
    "does for",
    "saw to",
    "sees to",
    "saw off",
    "sees off",
    "sank",
    "sinks",
    "sunk",
    "accounted for",
    "put paid to",
    "put out",
    "puts out",
    "undid",
    "undoes",
    "beat",
    "beats",
    "downed",
    "floored",
    "stunned",
    "stuns",
    "sent home",
    "sent out",
    "knocked out",
    "eliminated",
    "defeated",
    "condemned",
    "punished",
    "dumped out",
    "hurt",
    "had beaten",
    "finished off",
    "shocked",
    "broke",
]);
/// What he does for his own.
const SAVED: &[&str] =
    &["rescued", "rescues", "spared", "saved", "bailed out", "took", "takes", "sent", "sends", "fired", "fires"];
/// Where he takes it.
const ONWARDS: &[&str] = &["through", "past", "into", "beyond", "to", "level", "ahead"];
/// What is done to a side, or to a match, by whoever follows "by".
const DONE: Phrases = Phrases::of(&[
    "put out",
    "beaten",
    "sunk",
    "undone",
    "caught",
    "stunned",
    "denied",
    "eliminated",
    "knocked out",
    "seen off",
    "downed",
    "rescued",
    "pegged back",
    "hauled back",
]);
/// What is done to a match by whoever decides it.
const SETTLED: Phrases = Phrases::of(&["settled", "decided", "won"]);
pub(super) const HEADS: Heads =
    Heads::of(DID.list()).and(Heads::of(SAVED)).and(Heads::of(DONE.list())).and(Heads::of(SETTLED.list()));

/// A goal told by what it did to a side.
pub(super) fn undone(
    passage: &Passage,
    at: usize,
    entry: &Match,
    sides: &dyn Fn(PersonId) -> Option<Side>,
) -> Option<ToldGoal> {
    if !passage.may_begin(at, &HEADS) {
        return None;
    }
    active(passage, at, entry, sides).or_else(|| passive(passage, at, entry, sides))
}

/// The side of a match a team named from a token on is, and the token after its name.
fn side_named(passage: &Passage, at: usize, entry: &Match) -> Option<(Side, usize)> {
    let at = if passage.is_any(at, &["the", "hosts", "holders", "champions"]) { at + 1 } else { at };
    let name = passage.name_from(at).filter(|name| !passage.is_possessive(name.end))?;
    Some((entry.side_of(name.team()?)?, name.end))
}

/// "Klinsmann and Thon did for Denmark", "Robben rescues the Dutch".
fn active(passage: &Passage, at: usize, entry: &Match, sides: &dyn Fn(PersonId) -> Option<Side>) -> Option<ToldGoal> {
    let did = passage.one_of(at, &DID);
    let end = did.or_else(|| passage.any_phrase(at, SAVED))?;
    let (side, last) = side_named(passage, end, entry)?;
    // "Fired France ahead" gives the goal its place.
    if did.is_none() && deed(passage, last, last + 3, false).is_some_and(|deed| deed.order.is_some()) {
        return None;
    }
    if is_hedged(passage, at, end) || did.is_none() && !passage.is_any(last, ONWARDS) && !is_rescue(passage, at) {
        return None;
    }
    // The subject stands directly before, or before "who" or an adverb.
    let mut before = at.checked_sub(1)?;
    while passage.is_any(before, &["had", "then", "also", "later", "duly", "himself", "who", "alone", "both"])
        || passage.is_mark(before, ',') && before + 1 < at
    {
        before = before.checked_sub(1)?;
    }
    let name = passage.name_at(before).filter(|name| name.is_person() && name.end == before + 1)?;
    let index = place_of(passage, name.first)?;
    let mut list = vec![(index, of_match(passage, index, sides))];
    with_list(passage, index, &mut list, sides);
    let own = if did.is_some() { side.other() } else { side };
    let fits = list.iter().all(|(_, people)| people.iter().any(|&person| sides(person) == Some(own)));
    if !fits {
        return None;
    }
    let mut told = goal(at, last, Sure::Soft);
    told.first = list.first().and_then(|(index, _)| passage.names.get(*index)).map_or(at, |name| name.first);
    told.scorers = list;
    if is_rescue(passage, at) && told.scorers.len() == 1 {
        told.orders.push(OrderWords { order: Order::Equaliser, first: at, end: last });
    }
    Some(told)
}

fn is_rescue(passage: &Passage, at: usize) -> bool {
    passage.is_any(at, &["rescued", "rescues", "spared", "saved"])
}

/// "Were put out at San Siro by Guaita", "settled by Ferran Torres", "won for them by".
fn passive(passage: &Passage, at: usize, entry: &Match, sides: &dyn Fn(PersonId) -> Option<Side>) -> Option<ToldGoal> {
    let settled = passage.one_of(at, &SETTLED);
    let end = settled.or_else(|| passage.one_of(at, &DONE))?;
    let by = (end..passage.len().min(end + 7))
        .take_while(|&next| !passage.is_stop(next) && !passage.is_mark(next, ','))
        .find(|&next| passage.is_any(next, &["by"]))?;
    let list = list_from(passage, by + 1, sides);
    let last = list.last().and_then(|(index, _)| passage.names.get(*index))?;
    let begins = list.first().and_then(|(index, _)| passage.names.get(*index))?.first;
    // "By a header from Kane", "by Kane's men": others' words.
    if begins > by + 3 || passage.is_possessive(last.end) || is_hedged(passage, at, end) {
        return None;
    }
    // "Substitute", "captain": nothing else may stand between.
    let described = |between: usize| {
        passage.is_any(between, &["substitute", "captain", "the", "striker", "forward", "winger", "a", "defender"])
    };
    if !(by + 1..begins).all(described) {
        return None;
    }
    let own = list.first().and_then(|(_, people)| people.iter().find_map(|&person| sides(person)))?;
    let start = passage.clause_start(at);
    let subject =
        passage.names.iter().rev().find(|name| name.end <= at && name.first >= start && name.team().is_some());
    // "Kucka was denied by Casteels": a man was, and no goal is told of.
    let beside = passage.names.iter().rev().find(|name| name.end <= at && name.end + 2 >= at);
    if settled.is_none() && beside.is_some_and(Name::is_person) {
        return None;
    }
    let victim = subject.and_then(Name::team).and_then(|team| entry.side_of(team));
    let rescued = passage.is_any(at, &["rescued"]);
    let fits = match victim {
        Some(victim) => settled.is_some() || (victim == own) == rescued,
        None => subject.is_none(),
    };
    if !fits {
        return None;
    }
    let mut told = goal(at, last.end, Sure::Soft);
    if settled.is_some() && list.len() == 1 {
        told.orders.push(OrderWords { order: Order::Winner, first: at, end: last.end });
    }
    told.scorers = list;
    Some(told)
}
