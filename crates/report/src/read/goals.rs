//! Goals as a report tells them: who, when, how, in which place among the others.

use byline_record::ask::english::tokens::TokenKind;
use byline_record::names::find::How;
use byline_record::{Match, PersonId, Side, TeamId};

use super::clock::{ClockWords, Meant};
use super::cues::{HEDGES_BEFORE, MISSES_AFTER, NOUNS, Order, Sure, VERBS};
use crate::passage::Passage;

/// A place among the goals, with the words that give it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OrderWords {
    pub(crate) order: Order,
    pub(crate) first: usize,
    pub(crate) end: usize,
}

/// A goal, or several by one scorer, as a report tells it.
#[derive(Debug, Clone)]
pub(crate) struct ToldGoal {
    /// Who scored: for each name everybody it can mean.
    pub(crate) scorers: Vec<(usize, Vec<PersonId>)>,
    /// The side, where the words name a team and no scorer.
    pub(crate) team: Option<TeamId>,
    /// From its first token to the one after its last.
    pub(crate) first: usize,
    pub(crate) end: usize,
    pub(crate) sure: Sure,
    pub(crate) orders: Vec<OrderWords>,
    pub(crate) clocks: Vec<ClockWords>,
    /// "made it 2-0": the score after it.
    pub(crate) after: Option<(u8, u8, usize)>,
    /// Words that say it was a penalty.
    pub(crate) penalty: Option<(usize, usize)>,
    /// Words that say it was an own goal.
    pub(crate) own_goal: Option<(usize, usize)>,
    /// How many, with the words that say so.
    pub(crate) count: Option<(u8, usize, usize)>,
    /// Whether it is only a name beside words of the clock.
    pub(crate) bare: bool,
}

/// People a name can mean who are of one of the sides of a match.
fn of_match(passage: &Passage, name: usize, sides: &dyn Fn(PersonId) -> Option<Side>) -> Vec<PersonId> {
    let people = passage.names.get(name).map(crate::passage::Name::people).unwrap_or_default();
    people.into_iter().filter(|&person| sides(person).is_some()).collect()
}

/// The goals a passage tells of a match, in its order.
pub(crate) fn told(
    passage: &Passage,
    entry: &Match,
    sides: &dyn Fn(PersonId) -> Option<Side>,
    pronoun: Option<PersonId>,
) -> Vec<ToldGoal> {
    let clocks = passage.clocks(entry.score.extra_time.is_some());
    let mut goals: Vec<ToldGoal> = Vec::new();
    let mut at = 0;
    while at < passage.len() {
        if passage.name_at(at).is_some() || clocks.iter().any(|words| (words.first..words.end).contains(&at)) {
            at += 1;
            continue;
        }
        if let Some(goal) = verb(passage, at, sides, pronoun)
            .or_else(|| noun(passage, at, sides, clocks))
            .or_else(|| several_from(passage, at, sides))
        {
            at = goal.end.max(at + 1);
            match goals.last_mut() {
                // "Kane scored the equaliser" is one goal: a noun that follows its verb adds to it.
                Some(before) if goal.scorers.is_empty() && goal.team.is_none() && joins(passage, before, &goal) => {
                    before.orders.extend(goal.orders);
                    before.end = goal.end;
                    before.penalty = before.penalty.or(goal.penalty);
                    before.own_goal = before.own_goal.or(goal.own_goal);
                    before.count = before.count.or(goal.count);
                    if goal.sure == Sure::Plain {
                        before.sure = Sure::Plain;
                    }
                }
                _ => goals.push(goal),
            }
        } else {
            at += 1;
        }
    }
    goals.retain(|goal| !goal.scorers.is_empty() || goal.team.is_some() || !goal.orders.is_empty());
    bare(passage, clocks, sides, &mut goals);
    attach(passage, clocks, &mut goals);
    goals
}

/// Whether a noun belongs to the goal before it: nothing between them begins another clause.
fn joins(passage: &Passage, before: &ToldGoal, noun: &ToldGoal) -> bool {
    noun.first >= before.end
        && noun.first - before.end <= 8
        && !(before.end..noun.first).any(|at| {
            passage.is_stop(at)
                || passage.is_any(at, &["and", "but", "before", "then", "while"])
                || passage.name_at(at).is_some_and(crate::passage::Name::is_person)
        })
}

fn goal(first: usize, end: usize, sure: Sure) -> ToldGoal {
    ToldGoal {
        scorers: Vec::new(),
        team: None,
        first,
        end,
        sure,
        orders: Vec::new(),
        clocks: Vec::new(),
        after: None,
        penalty: None,
        own_goal: None,
        count: None,
        bare: false,
    }
}

/// Where the clause of a token begins.
pub(crate) fn clause_start(passage: &Passage, at: usize) -> usize {
    (0..at).rev().find(|&before| passage.is_stop(before)).map_or(0, |stop| stop + 1)
}

fn is_hedged(passage: &Passage, at: usize, end: usize) -> bool {
    let from = (clause_start(passage, at)..at)
        .rev()
        .find(|&before| passage.is_mark(before, ','))
        .map_or(clause_start(passage, at), |comma| comma + 1);
    let before = (from.max(at.saturating_sub(9))..at).any(|before| {
        passage.name_at(before).is_none()
            && passage.is_any(before, HEDGES_BEFORE)
            // "no chance" and "not only" of somebody else's clause do not reach over "and".
            && !(before..at).any(|between| passage.is_any(between, &["and", "but", "before", "who", "when", "then"]))
    });
    let stop = (end..passage.len()).find(|&after| passage.is_stop(after)).unwrap_or(passage.len());
    let near = (end..stop)
        .find(|&after| passage.is_any(after, &["and", "but", "before", "then", "while"]) || passage.is_mark(after, ','))
        .unwrap_or(stop);
    let after = (end..near.min(end + 12)).any(|after| {
        passage.name_at(after).is_none() && passage.any_phrase(after, MISSES_AFTER).is_some() && !beats(passage, after)
    });
    let late = passage.has(
        end,
        passage.len(),
        &[
            "ruled out",
            "disallowed",
            "chalked off",
            "rule it out",
            "said offside",
            "ruled offside",
            "was overturned",
            "ruled it out",
            "struck off",
            "for offside",
        ],
    );
    before || after || late
}

/// "in off the post", "off the bar and in" went in all the same.
fn beats(passage: &Passage, at: usize) -> bool {
    (at.saturating_sub(4)..at)
        .any(|before| passage.any_phrase(before, &["in off", "in via", "from over", "just over"]).is_some())
        || passage
            .any_phrase(
                at,
                &[
                    "over the line",
                    "over the keeper",
                    "over him",
                    "over a",
                    "against germany",
                    "bar and in",
                    "post and in",
                ],
            )
            .is_some()
        || (passage.word(at) == "against" && passage.name_from(at + 1).is_some())
        || (passage.word(at) == "over" && passage.name_from(at + 1).is_some())
}

/// The people who are the subject of a verb: the nearest named before it in its clause.
fn subjects(passage: &Passage, at: usize, sides: &dyn Fn(PersonId) -> Option<Side>) -> Vec<(usize, Vec<PersonId>)> {
    let start = clause_start(passage, at);
    let mut before = at;
    while before > start {
        before -= 1;
        let Some(name) = passage.name_at(before) else { continue };
        let first = name.first;
        if name.is_person() {
            let Some(index) = passage.names.iter().position(|other| other.first == first) else { return Vec::new() };
            let owner = passage.is_possessive(name.end);
            let object = first > start
                && passage.is_any(
                    first - 1,
                    &[
                        "from", "by", "of", "past", "to", "with", "for", "on", "beyond", "beat", "behind", "beating",
                        "against", "under", "over", "through", "around", "like", "via", "than", "off",
                    ],
                );
            let people = of_match(passage, index, sides);
            if !owner && !object && !people.is_empty() {
                let mut subjects = vec![(index, people)];
                with_list(passage, index, &mut subjects, sides);
                return subjects;
            }
        }
        before = first;
    }
    Vec::new()
}

/// "Haraguchi and Inui": the names a name is listed with, before it.
pub(crate) fn with_list(
    passage: &Passage,
    last: usize,
    list: &mut Vec<(usize, Vec<PersonId>)>,
    sides: &dyn Fn(PersonId) -> Option<Side>,
) {
    let mut at = last;
    while let Some(before) = at.checked_sub(1) {
        let (Some(one), Some(other)) = (passage.names.get(before), passage.names.get(at)) else { return };
        let listed = other.first == one.end + 1 && (passage.word(one.end) == "and" || passage.is_mark(one.end, ','));
        let people = of_match(passage, before, sides);
        if !listed || !one.is_person() || people.is_empty() {
            return;
        }
        list.insert(0, (before, people));
        at = before;
    }
}

/// The team that is the subject of a verb.
fn team_before(passage: &Passage, at: usize) -> Option<TeamId> {
    let start = clause_start(passage, at);
    let name = (start..at).rev().find_map(|before| passage.name_at(before))?;
    (name.end + 3 >= at && !passage.is_possessive(name.end)).then(|| name.team()).flatten()
}

fn verb(
    passage: &Passage,
    at: usize,
    sides: &dyn Fn(PersonId) -> Option<Side>,
    pronoun: Option<PersonId>,
) -> Option<ToldGoal> {
    let (end, sure, order) =
        VERBS.iter().find_map(|&(phrase, sure, order)| passage.phrase(at, phrase).map(|end| (end, sure, order)))?;
    if is_hedged(passage, at, end) {
        return None;
    }
    let mut told = goal(at, end, sure);
    told.scorers = subjects(passage, at, sides);
    let mut order = order;
    match passage.word(at) {
        "made" | "make" | "making" => {
            match (passage.kind(end), passage.cardinal(end)) {
                (Some(TokenKind::Score(one, other)), _) => {
                    told.after = Some((one, other, end));
                    told.end = end + 1;
                }
                (_, Some((count @ 1..=9, after)))
                    if !passage.is_any(after, &["minutes", "wins", "in", "goals", "games", "matches"]) =>
                {
                    let nth = u8::try_from(count).ok()?;
                    told.orders.push(OrderWords { order: Order::Nth(nth), first: end, end: after });
                    told.end = after;
                }
                _ => return None,
            }
            told.sure = if told.scorers.is_empty() { Sure::Soft } else { Sure::Plain };
        }
        "put" | "gave" | "given" | "giving" | "putting" => {
            let reach = (end + 9).min(passage.len());
            let (_, found) = passage.find(
                end,
                reach,
                &["ahead", "in front", "the lead", "a lead", "into the lead", "up", "level", "hope", "a lifeline"],
            )?;
            order = Some(match passage.word(found - 1) {
                "level" => Order::Equaliser,
                "hope" | "lifeline" => Order::Reduced,
                _ => Order::Ahead,
            });
            told.end = found;
            told.sure = if told.scorers.is_empty() { Sure::Soft } else { Sure::Plain };
        }
        "beat" if !passage.name_from(end).is_some_and(crate::passage::Name::is_person) => return None,
        "added" | "grabbed" | "got" | "bagged" | "hit" | "collected" | "snatched" => {
            let next = passage.any_phrase(end, &["the", "a", "his", "their", "an"]).unwrap_or(end);
            let goal_like = passage.ordinal(next).is_some()
                || passage.cardinal(end).is_some_and(|(count, _)| count <= 5)
                || passage
                    .any_phrase(
                        next,
                        &[
                            "another",
                            "goal",
                            "goals",
                            "winner",
                            "equaliser",
                            "opener",
                            "brace",
                            "hat trick",
                            "only goal",
                            "late goal",
                            "leveller",
                            "late winner",
                        ],
                    )
                    .is_some();
            if !goal_like {
                return None;
            }
        }
        _ => {}
    }
    // "nodded England in front", "drew Germany level"
    if order.is_none()
        && let Some((_, found)) =
            passage.find(end, (end + 6).min(passage.len()), &["in front", "ahead", "into the lead", "level"])
        && !(end..found).any(|at| passage.is_break(at))
    {
        order = Some(if passage.word(found - 1) == "level" { Order::Equaliser } else { Order::Ahead });
        told.end = found;
    } else if passage.word(at) == "drew" {
        return None;
    }
    // "his second", "a fifth", "the third": which of the goals it was.
    let next = passage.any_phrase(told.end, &["his", "her", "the", "a", "an", "england's"]).unwrap_or(told.end);
    if let Some((nth, after)) = passage.ordinal(next)
        && !passage.is_any(after, &["minute", "half", "time", "minutes", "place", "penalty", "group", "round"])
        && (next > told.end || passage.is_any(after, &["goal"]))
        && let Ok(nth) = u8::try_from(nth)
    {
        let own = passage.is_any(told.end, &["his", "her"]);
        told.orders.push(OrderWords {
            order: if own { Order::OwnNth(nth) } else { Order::Nth(nth) },
            first: told.end,
            end: after,
        });
        told.end = after;
    } else if let Some(after) =
        passage.any_phrase(told.end, &["twice", "two goals", "a brace", "two", "both goals", "both"])
    {
        told.count = Some((2, told.end, after));
        told.end = after;
    } else if let Some(after) = passage
        .any_phrase(told.end, &["three times", "three goals", "a hat trick", "three", "all three goals", "all three"])
    {
        told.count = Some((3, told.end, after));
        told.end = after;
    } else if let Some(after) = passage.any_phrase(told.end, &["four times", "four goals", "all four goals"]) {
        told.count = Some((4, told.end, after));
        told.end = after;
    }
    if let Some(order) = order {
        told.orders.push(OrderWords { order, first: at, end });
    }
    // "to make it 2-0", "for 2-0", "and it was 2-0"
    if told.after.is_none()
        && let Some((first, end)) = passage.find(
            told.end,
            (told.end + 14).min(passage.len()),
            &["make it", "making it", "made it", "it was", "for"],
        )
        && let Some(TokenKind::Score(one, other)) = passage.kind(end)
        && !(told.end..first)
            .any(|at| passage.is_stop(at) || passage.name_at(at).is_some_and(crate::passage::Name::is_person))
    {
        told.after = Some((one, other, end));
    }
    told.penalty = penalty_words(passage, at, told.end);
    if told.scorers.is_empty() {
        if passage.has(clause_start(passage, at), at, &["he", "who"])
            && let Some(person) = pronoun
            && sides(person).is_some()
        {
            told.scorers = vec![(usize::MAX, vec![person])];
            if sure == Sure::Plain {
                told.sure = Sure::Soft;
            }
        } else {
            told.team = team_before(passage, at);
            if told.team.is_none() || told.orders.is_empty() {
                return None;
            }
            told.sure = Sure::Soft;
        }
    }
    if let Some((first, _)) =
        told.scorers.first().and_then(|(index, _)| passage.names.get(*index)).map(|name| (name.first, name.end))
    {
        told.first = first;
    }
    Some(told)
}

/// Words near a verb that say the goal was a penalty.
fn penalty_words(passage: &Passage, at: usize, end: usize) -> Option<(usize, usize)> {
    let stop = (end..passage.len())
        .find(|&after| passage.is_stop(after) || passage.is_any(after, &["and", "before", "after", "but", "when"]))
        .unwrap_or(passage.len());
    passage
        .find(
            end,
            stop.min(end + 10),
            &[
                "from the penalty spot",
                "from the spot",
                "a penalty",
                "the penalty",
                "from a penalty",
                "the spot kick",
                "a spot kick",
                "with a penalty",
                "penalty",
            ],
        )
        .or_else(|| passage.find(at, end, &["penalty"]))
        .filter(|&(first, end)| {
            !passage.is_any(end, &["area", "box", "shoot", "shootout", "appeal", "appeals"])
                && !(first > 0 && passage.is_any(first - 1, &["after", "earlier", "second", "missed"]))
        })
}

/// A goal named by a noun: "Kane's 57th-minute penalty", "goals from Tchouameni and Giroud", "the winner".
fn noun(
    passage: &Passage,
    at: usize,
    sides: &dyn Fn(PersonId) -> Option<Side>,
    clocks: &[ClockWords],
) -> Option<ToldGoal> {
    let (end, sure, order) =
        NOUNS.iter().find_map(|&(phrase, sure, order)| passage.phrase(at, phrase).map(|end| (end, sure, order)))?;
    if passage.is_any(
        end,
        &[
            "difference",
            "line",
            "miss",
            "misses",
            "appeal",
            "appeals",
            "claim",
            "kick",
            "area",
            "shoot",
            "shootout",
            "shootouts",
            "box",
            "kicks",
            "keeper",
            "spot",
            "half",
            "round",
            "place",
            "of",
        ],
    ) && !(passage.word(end) == "of" && order.is_some())
        && passage.word(at) != "goal"
    {
        return None;
    }
    if is_hedged(passage, at, end)
        || (at > 0 && passage.is_any(at - 1, &["missed", "disallowed", "no", "without", "first"]) && order.is_none())
    {
        return None;
    }
    let mut told = goal(at, end, sure);
    told.sure = sure;
    // The possessor, over ordinals, minutes and adjectives.
    let mut before = at;
    while before > 0 && at - before < 8 {
        before -= 1;
        if passage.is_possessive(before) {
            let name = before.checked_sub(1).and_then(|last| passage.name_at(last));
            if let Some(name) = name {
                if name.is_person() {
                    let index = passage.names.iter().position(|other| other.first == name.first)?;
                    let people = of_match(passage, index, sides);
                    if people.is_empty() {
                        return None;
                    }
                    told.first = name.first;
                    told.scorers = vec![(index, people)];
                } else {
                    told.team = name.team();
                    told.first = name.first;
                }
            }
            break;
        }
        let in_clock = clocks.iter().any(|words| (words.first..words.end).contains(&before));
        if !in_clock && (passage.is_break(before) || passage.name_at(before).is_some()) {
            break;
        }
    }
    let plural = passage.word(at).ends_with('s');
    if told.scorers.is_empty()
        && let Some(next) = passage.any_phrase(end, &["from", "by", "through", "either side of half time from"])
    {
        let list = list_from(passage, next, sides);
        if !list.is_empty() {
            told.end = list.last().and_then(|(index, _)| passage.names.get(*index)).map_or(end, |name| name.end);
            told.scorers = list;
        }
    }
    // "Costa bulldozed his way to a leveller"
    if told.scorers.is_empty()
        && told.team.is_none()
        && order.is_some()
        && !passage.is_any(end, &["from", "by", "came"])
    {
        told.scorers = subjects(passage, at, sides);
        told.sure = Sure::Soft;
    }
    if let Some(order) = order {
        told.orders.push(OrderWords { order, first: at, end });
    }
    match passage.word(at) {
        "own" => told.own_goal = Some((at, end)),
        "penalty" | "spot" => {
            told.penalty = Some((at, end));
        }
        "brace" | "double" => told.count = Some((2, at, end)),
        "hat" | "treble" => told.count = Some((3, at, end)),
        "second" => {
            if told.scorers.is_empty() || passage.is_any(end, &["half", "goal"]) {
                return None;
            }
            told.orders.push(OrderWords { order: Order::OwnNth(2), first: at, end });
        }
        _ => {}
    }
    if plural && told.scorers.is_empty() && told.orders.is_empty() {
        return None;
    }
    if told.scorers.is_empty()
        && told.team.is_none()
        && told.orders.is_empty()
        && told.own_goal.is_none()
        && told.count.is_none()
        && told.penalty.is_none()
    {
        return None;
    }
    Some(told)
}

/// "Two from Mbappe", "three by Van Basten".
fn several_from(passage: &Passage, at: usize, sides: &dyn Fn(PersonId) -> Option<Side>) -> Option<ToldGoal> {
    let (count @ 2..=5, end) = passage.cardinal(at)? else { return None };
    let next = passage.any_phrase(end, &["from", "by"])?;
    let list = list_from(passage, next, sides);
    let [(index, _)] = list.as_slice() else { return None };
    let name = passage.names.get(*index).filter(|name| name.first <= next + 2 && !passage.is_possessive(name.end))?;
    let mut told = goal(at, name.end, Sure::Soft);
    told.count = Some((u8::try_from(count).ok()?, at, end));
    told.scorers = list;
    Some(told)
}

/// The people listed from a token on: "Tchouameni and Giroud", "Kane, Saka and Foden".
pub(crate) fn list_from(
    passage: &Passage,
    at: usize,
    sides: &dyn Fn(PersonId) -> Option<Side>,
) -> Vec<(usize, Vec<PersonId>)> {
    let mut list = Vec::new();
    let mut next = at;
    // A description may stand before the first name.
    while next < passage.len() && next < at + 5 && passage.name_from(next).is_none() && !passage.is_break(next) {
        next += 1;
    }
    loop {
        // "the Chelsea striker Olivier Giroud": words before the name do not end the list.
        let Some(index) = passage.names.iter().position(|name| name.first == next && name.is_person()) else { break };
        let people = of_match(passage, index, sides);
        if people.is_empty() {
            break;
        }
        list.push((index, people));
        let Some(name) = passage.names.get(index) else { break };
        let mut after = name.end;
        // "Saka (43)"
        if passage.is_mark(after, '(') {
            after = (after..passage.len().min(after + 12))
                .find(|&at| passage.is_mark(at, ')'))
                .map_or(after, |close| close + 1);
        }
        if passage.is_mark(after, ',') {
            after += 1;
        }
        if passage.is_any(after, &["and"]) {
            after += 1;
        }
        if after == name.end {
            break;
        }
        next = after;
    }
    list
}

/// People of the match beside words of the clock, of whom nothing else is told: goals if the record has them there.
fn bare(passage: &Passage, clocks: &[ClockWords], sides: &dyn Fn(PersonId) -> Option<Side>, goals: &mut Vec<ToldGoal>) {
    let negative = passage.has(
        0,
        passage.len(),
        &[
            "booked",
            "sent off",
            "yellow card",
            "red card",
            "came on",
            "replaced",
            "substituted",
            "saved",
            "missed",
            "over",
            "wide",
            "post",
            "crossbar",
            "disallowed",
            "ruled out",
            "offside",
            "went off",
            "injured",
            "denied",
        ],
    );
    if negative {
        return;
    }
    for (index, name) in passage.names.iter().enumerate().filter(|(_, name)| name.is_person()) {
        let told = goals.iter().any(|goal| goal.scorers.iter().any(|(scorer, _)| *scorer == index));
        let in_clause = clocks.iter().any(|words| {
            let (from, to) = if words.first >= name.end { (name.end, words.first) } else { (words.end, name.first) };
            to.saturating_sub(from) <= 10
                && !(from..to).any(|at| {
                    passage.is_stop(at)
                        || passage.name_at(at).is_some_and(|other| other.is_person() && other.first != name.first)
                        || passage.is_any(at, &["and", "but"])
                })
        });
        let people = of_match(passage, index, sides);
        // Who stands in the clause of a goal told, or is owner or object, is not its scorer.
        let start = clause_start(passage, name.first);
        let object = passage.is_possessive(name.end)
            || (name.first > start
                && passage.is_any(
                    name.first - 1,
                    &[
                        "from", "by", "of", "past", "to", "with", "for", "on", "beyond", "beat", "behind", "against",
                        "over", "under", "after",
                    ],
                ))
            || goals.iter().any(|goal| {
                !goal.bare && goal.end <= name.first && !(goal.end..name.first).any(|at| passage.is_break(at))
            });
        let told = told || object;
        if told || !in_clause || people.is_empty() || name.how == How::Misprint {
            continue;
        }
        let mut goal = goal(name.first, name.end, Sure::Soft);
        goal.scorers = vec![(index, people)];
        goal.bare = true;
        goals.push(goal);
    }
    goals.sort_by_key(|goal| goal.first);
}

/// Gives each word of the clock to the goal it stands beside.
fn attach(passage: &Passage, clocks: &[ClockWords], goals: &mut [ToldGoal]) {
    for words in clocks {
        let after = goals.iter().position(|goal| goal.first >= words.end);
        let inside = goals.iter().position(|goal| goal.first <= words.first && words.end <= goal.end);
        let before = goals.iter().rposition(|goal| goal.end <= words.first);
        let chosen = inside.or_else(|| match (before, after) {
            (None, after) => after,
            (before, None) => before,
            (Some(before), Some(after)) => {
                // Words belong to the goal they share a clause with; at the head of a clause they belong to the next.
                let (one, other) = (goals.get(before)?, goals.get(after)?);
                let cut_before = (one.end..words.first).any(|at| passage.is_break(at));
                let cut_after = (words.end..other.first).any(|at| passage.is_break(at) && !passage.is_mark(at, ','));
                let head =
                    words.first > 0 && passage.is_break(words.first - 1) && !passage.is_mark(words.first - 1, ',');
                Some(if head && !cut_after {
                    after
                } else if cut_before && !cut_after && !passage.is_break(words.end) {
                    after
                } else {
                    before
                })
            }
        });
        if let Some(goal) = chosen.and_then(|index| goals.get_mut(index)) {
            let (from, to) =
                if words.first >= goal.end { (goal.end, words.first) } else { (words.end.min(goal.first), goal.first) };
            if to.saturating_sub(from) <= 24 && !(from..to).any(|at| passage.is_stop(at)) {
                goal.clocks.push(words.clone());
            }
        }
    }
    for goal in goals {
        if goal.clocks.len() > 1
            && !goal.clocks.iter().any(|words| matches!(words.meant, Meant::EitherSide(_) | Meant::Within(_)))
        {
            goal.clocks.truncate(2);
        }
    }
}
