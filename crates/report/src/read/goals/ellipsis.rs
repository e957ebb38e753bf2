//! Goals told by what is left of them: "Tardelli's against England", "Salenko's five against Cameroon", "whose three
//! sank Belgium".

use byline_record::{PersonId, Side};

use super::super::cues::{Order, Sure};
use super::{OrderWords, ToldGoal, goal, of_match, place_of};
use crate::heads::Heads;
use crate::passage::{Name, Passage};

/// Verbs of what goals do to a side.
const DO: &[&str] = &[
    "sank",
    "beat",
    "helped",
    "saw",
    "knocked",
    "put",
    "end",
    "ended",
    "sent",
    "took",
    "undid",
    "did",
    "accounted",
    "won",
    "settled",
    "decided",
    "made",
];

const TIMES: &[&str] = &["twice", "three times", "thrice"];
/// Words that [`ellipsis`] begins with, if not with what makes an owner of a name.
pub(super) const HEADS: Heads = Heads::of(TIMES).and(Heads::of(&["from", "by", "whose"]));

/// Who "'s" or "whose" at a token stands for.
fn owner(passage: &Passage, at: usize) -> Option<&Name> {
    let last = at.checked_sub(1)?;
    if passage.is_any(at, &["whose"]) {
        let last = if passage.is_mark(last, ',') { last.checked_sub(1)? } else { last };
        return passage.name_at(last).filter(|name| name.is_person());
    }
    passage.name_at(last).filter(|name| name.is_person() && passage.is_possessive(at) && name.end == at)
}

/// The person "whose" at a token stands for, as a place among the names.
pub(super) fn whose(passage: &Passage, at: usize) -> Option<usize> {
    passage.is_any(at, &["whose"]).then(|| owner(passage, at)).flatten().and_then(|name| place_of(passage, name.first))
}

/// A goal, or several, of an owner, whose noun is left out.
pub(super) fn ellipsis(passage: &Passage, at: usize, sides: &dyn Fn(PersonId) -> Option<Side>) -> Option<ToldGoal> {
    let read = repeated(passage, at, sides)
        .or_else(|| from_another(passage, at, sides))
        .or_else(|| gapped(passage, at, sides));
    if let Some(told) = read {
        return Some(told);
    }
    let is_owner = passage.is_possessive(at) || passage.is_any(at, &["whose"]);
    let name = if is_owner { owner(passage, at)? } else { return None };
    let index = place_of(passage, name.first)?;
    let next = at + 1;
    let against = |at: usize| passage.is_any(at, &["against", "past"]);
    // "Milla's two in extra time had beaten Colombia"
    const WHEN: &[&str] = &["in extra time", "in the second half", "in the first half", "late on", "late"];
    let does = |end: usize| {
        let end = passage.any_phrase(end, WHEN).unwrap_or(end);
        against(end)
            || passage.is_any(end, DO)
            || passage.is_any(end, &["had"]) && passage.is_any(end + 1, &["beaten", "sunk", "undone", "put", "knocked"])
    };
    let (count, end, sure) = match passage.cardinal(next) {
        Some((count @ 2..=5, end)) if does(end) => (Some((u8::try_from(count).ok()?, next, end)), end, Sure::Plain),
        Some(_) => return None,
        // "'s against England", where a goal was spoken of.
        None if passage.is_possessive(at) && (against(next) || passage.is_any(next, &["in", "on", "after"])) => {
            spoken_of(passage, name.first)?;
            (None, next, Sure::Soft)
        }
        None => return None,
    };
    let people = of_match(passage, index, sides);
    if people.is_empty() {
        return None;
    }
    let mut told = goal(at, end, sure);
    told.first = name.first;
    told.count = count;
    if count.is_none() {
        told.penalty = spoken_of(passage, name.first)
            .filter(|&noun| passage.is_any(noun, &["penalty"]))
            .map(|_| (name.first, next));
    }
    told.scorers = vec![(index, people)];
    Some(told)
}

/// "Hügi twice", "Laudrup three times": a name and how often.
fn repeated(passage: &Passage, at: usize, sides: &dyn Fn(PersonId) -> Option<Side>) -> Option<ToldGoal> {
    let (count, end) = match passage.any_phrase(at, TIMES)? {
        end if passage.is_any(at, &["twice"]) => (2, end),
        end => (3, end),
    };
    let name = passage.name_at(at.checked_sub(1)?).filter(|name| name.is_person() && name.end == at)?;
    // "Stopped Kane twice": what was done to him.
    let opens = name.first == 0
        || passage.is_break(name.first - 1)
        || passage.is_any(name.first - 1, &["then", "and", "through", "by", "from"]);
    let people = of_match(passage, place_of(passage, name.first)?, sides);
    if people.is_empty() || !opens {
        return None;
    }
    let mut told = goal(at, end, Sure::Soft);
    told.first = name.first;
    told.count = Some((count, at, end));
    told.scorers = vec![(place_of(passage, name.first)?, people)];
    Some(told)
}

/// "Brown headed the first, Valdano the second and Burruchaga the third": a name and which goal was his, where a verb
/// before it told of another goal.
fn gapped(passage: &Passage, at: usize, sides: &dyn Fn(PersonId) -> Option<Side>) -> Option<ToldGoal> {
    /// Sentences of what else is counted so.
    const ELSE: &[&str] = &[
        "penalties",
        "kicks",
        "shoot",
        "shootout",
        "missed",
        "saved",
        "booked",
        "booking",
        "card",
        "cards",
        "was",
        "were",
        "is",
        "sent",
        "caps",
        "titles",
        "games",
        "matches",
        "place",
        "half",
    ];
    let article = at.checked_sub(1).filter(|&article| passage.is_any(article, &["the", "a", "another"]))?;
    let (order, end) = match passage.ordinal(at) {
        Some((nth @ 1..=9, end)) => (Order::Nth(u8::try_from(nth).ok()?), end),
        _ => return None,
    };
    let name = passage.name_at(article.checked_sub(1)?).filter(|name| name.is_person() && name.end == article)?;
    let opens = name.first.checked_sub(1).filter(|&before| {
        passage.is_mark(before, ',')
            || passage.is_mark(before, ';')
            || passage.is_any(before, &["and", "then", "before", "with", "while", "but"])
    })?;
    let ends = super::super::plain::closes(passage, end)
        || passage.is_any(end, &["before", "from", "with"])
        || passage.clocks(false).iter().any(|words| words.first == end);
    let told_before = (0..opens).any(|before| super::super::cues::verb_at(passage, before).is_some());
    let index = place_of(passage, name.first)?;
    let people = of_match(passage, index, sides);
    if !ends || !told_before || people.is_empty() || passage.has(0, passage.len(), ELSE) {
        return None;
    }
    let mut told = goal(at, end, Sure::Soft);
    told.first = name.first;
    told.orders.push(OrderWords { order, first: article, end });
    told.scorers = vec![(index, people)];
    Some(told)
}

/// "Goals in the first minute from Jorgensen and in the fourth from Mandzukic": the scorer behind the second time.
fn from_another(passage: &Passage, at: usize, sides: &dyn Fn(PersonId) -> Option<Side>) -> Option<ToldGoal> {
    const GOALS: &[&str] = &["goals", "strikes", "headers", "penalties"];
    /// How far before it the goals are spoken of.
    const REACH: usize = 24;
    if !passage.is_any(at, &["from", "by"]) {
        return None;
    }
    let name = passage.name_from(at + 1).filter(|name| name.is_person())?;
    let clock = passage.clocks(false).iter().find(|words| words.end == at)?;
    let joined =
        clock.first.checked_sub(1).filter(|&and| passage.is_any(and, &["and"]) || passage.is_mark(and, ','))?;
    let noun = (joined.saturating_sub(REACH)..joined)
        .rev()
        .take_while(|&noun| !passage.is_stop(noun))
        .find(|&noun| passage.name_at(noun).is_none() && passage.is_any(noun, GOALS))?;
    let is_first_told = passage
        .clocks(false)
        .iter()
        .any(|words| noun < words.first && words.end < joined && passage.is_any(words.end, &["from", "by"]));
    let index = place_of(passage, name.first)?;
    let people = of_match(passage, index, sides);
    if people.is_empty() || !is_first_told || passage.has(noun.saturating_sub(4), at, &["disallowed", "no", "without"])
    {
        return None;
    }
    let mut told = goal(at, name.end, Sure::Plain);
    told.first = clock.first;
    told.scorers = vec![(index, people)];
    Some(told)
}

/// The noun of a goal that a clause has before a token.
fn spoken_of(passage: &Passage, first: usize) -> Option<usize> {
    const NOUNS: &[&str] = &["goal", "penalty", "header", "equaliser", "opener", "strike", "winner", "one"];
    let start = passage.clause_start(first).max(first.saturating_sub(18));
    (start..first).rev().find(|&at| passage.name_at(at).is_none() && passage.is_any(at, NOUNS))
}
