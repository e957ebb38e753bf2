//! Goals told by a verb: "Kane equalised", "Shearer nodded England in front", "led through Svehlik and Dobias".

use byline_record::ask::english::tokens::TokenKind;
use byline_record::{PersonId, Side, TeamId};

use super::super::cues::{Order, Sure, VERBS};
use super::{OrderWords, ToldGoal, clause_start, goal, is_hedged, list_from, of_match, place_of, with_list};
use crate::passage::{Name, Passage};

/// A score after a goal, with the token it stands at.
type After = (u8, u8, usize);

/// Words after which a person is no subject.
const NO_SUBJECT: &[&str] = &[
    "from", "by", "of", "past", "to", "with", "for", "on", "beyond", "beat", "behind", "beating", "against", "under",
    "over", "through", "around", "like", "via", "than", "off",
];

/// Nouns that do what their owner does: "Aguero's header made it 4-3".
const DEEDS: &[&str] =
    &["header", "penalty", "strike", "goal", "effort", "shot", "volley", "kick", "finish", "drive", "backheel"];

/// Verbs of which a shot, too, is the subject.
const OF_SHOTS: &[&str] = &["squirmed", "made", "put", "gave", "give", "opened", "broke", "levelled", "equalised"];

/// Verbs that in the passive have the scorer after "by".
const FINISHES: &[&str] = &[
    "headed",
    "nodded",
    "tapped",
    "scored",
    "converted",
    "finished",
    "volleyed",
    "turned",
    "swept",
    "bundled",
    "poked",
    "prodded",
    "stabbed",
    "tucked",
    "slotted",
    "fired",
    "equalised",
    "levelled",
    "buried",
    "smashed",
    "knocked",
    "drilled",
    "stroked",
];

/// "Ramos, who replaced Ronaldo, scored": the comma after the subject, where a verb follows what is put in between.
fn aside(passage: &Passage, start: usize, at: usize) -> Option<usize> {
    let close = at.checked_sub(1).filter(|&close| passage.is_mark(close, ','))?;
    let commas = (start + 1..close).rev().filter(|&comma| passage.is_mark(comma, ',')).take(3);
    let after_person = |comma: &usize| {
        passage
            .name_at(comma - 1)
            .is_some_and(|name| name.is_person() && !(name.first > start && passage.is_any(name.first - 1, NO_SUBJECT)))
    };
    commas.into_iter().find(after_person)
}

/// Others of the clause of a verb who may be its subject: where it follows "and" or "to", or the nearest may be the
/// object of another verb ("Lukaku outjumped Yoshida to score").
fn others(
    passage: &Passage,
    at: usize,
    nearest: &[(usize, Vec<PersonId>)],
    sides: &dyn Fn(PersonId) -> Option<Side>,
) -> Vec<(usize, Vec<PersonId>)> {
    let Some(first) = nearest.first().and_then(|(index, _)| passage.names.get(*index)).map(|name| name.first) else {
        return Vec::new();
    };
    let start = clause_start(passage, at);
    let elided =
        at > 0 && (passage.is_any(at - 1, &["and", "but", "to", "before", "then"]) || passage.is_mark(at - 1, ','));
    let mut found = Vec::new();
    for (index, name) in passage.names.iter().enumerate() {
        if name.first < start || name.first >= first || !name.is_person() || passage.is_possessive(name.end) {
            continue;
        }
        let cut = (name.end..first).any(|between| {
            passage.name_at(between).is_none()
                && passage.is_any(between, &["and", "but", "when", "while", "before", "after", "as"])
        });
        let people = of_match(passage, index, sides);
        if (elided || !cut) && !people.is_empty() {
            found.push((index, people));
        }
    }
    found
}

/// "turned the ball into his own net": the words that say it was an own goal.
fn own_goal(passage: &Passage, from: usize) -> Option<(usize, usize)> {
    let stop = (from..passage.len()).find(|&at| passage.is_stop(at)).unwrap_or(passage.len());
    passage.find(
        from,
        stop.min(from + 12),
        &[
            "his own net",
            "her own net",
            "own net",
            "his own goal",
            "an own goal",
            "his own goalkeeper",
            "his own keeper",
            "own goalkeeper",
            "own keeper",
        ],
    )
}

/// The people who are the subject of a verb: the nearest named before it in its clause.
pub(super) fn subjects(
    passage: &Passage,
    at: usize,
    sides: &dyn Fn(PersonId) -> Option<Side>,
) -> Vec<(usize, Vec<PersonId>)> {
    let start = clause_start(passage, at);
    let mut before = aside(passage, start, at).unwrap_or(at);
    while before > start {
        before -= 1;
        let Some(name) = passage.name_at(before) else { continue };
        let first = name.first;
        if name.is_person() {
            let Some(index) = place_of(passage, first) else { return Vec::new() };
            let owner = passage.is_possessive(name.end)
                && !(passage.is_any(at, OF_SHOTS)
                    && (name.end + 1..at).any(|between| passage.is_any(between, DEEDS))
                    && !(name.end + 1..at).any(|between| {
                        passage.is_any(between, &["and", "but", "was", "who", "which", "when"])
                            || passage.name_at(between).is_some_and(Name::is_person)
                    }));
            let object = first > start && passage.is_any(first - 1, NO_SUBJECT);
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

/// The scorer of a passive: "was headed in by Lozano".
fn agent(
    passage: &Passage,
    at: usize,
    end: usize,
    sides: &dyn Fn(PersonId) -> Option<Side>,
) -> Option<Vec<(usize, Vec<PersonId>)>> {
    let is_passive = passage.is_any(at, FINISHES)
        && (at.saturating_sub(2)..at).any(|before| passage.is_any(before, &["was", "were", "is", "been"]));
    if !is_passive {
        return None;
    }
    let by = (end..(end + 5).min(passage.len())).find(|&next| passage.word(next) == "by")?;
    let list = list_from(passage, by + 1, sides);
    (!list.is_empty()).then_some(list)
}

/// The team that is the subject of a verb.
fn team_before(passage: &Passage, at: usize) -> Option<TeamId> {
    let start = clause_start(passage, at);
    let name = (start..at).rev().find_map(|before| passage.name_at(before))?;
    (name.end + 3 >= at && !passage.is_possessive(name.end)).then(|| name.team()).flatten()
}

/// What a goal did for its side, as the object of a verb says it: "in front", "level", "2-0 up", "a 3-1 lead".
struct Deed {
    order: Option<Order>,
    after: Option<After>,
    end: usize,
}

fn deed(passage: &Passage, from: usize, to: usize, gives: bool) -> Option<Deed> {
    let found = |order, end| Some(Deed { order: Some(order), after: None, end });
    for at in from..to.min(passage.len()) {
        if passage.is_stop(at) || passage.name_at(at).is_some_and(Name::is_person) {
            return None;
        }
        if let Some(TokenKind::Score(one, other)) = passage.kind(at) {
            let end = passage.any_phrase(at + 1, &["up", "ahead", "in front", "lead", "advantage", "cushion"])?;
            return Some(Deed { order: None, after: Some((one, other, at)), end });
        }
        if let Some(end) =
            passage.any_phrase(at, &["two up", "two goals up", "two ahead", "two goals ahead", "two clear"])
        {
            return found(Order::Doubled, end);
        }
        if let Some(end) = passage.any_phrase(at, &["one up", "a goal up"]) {
            return found(Order::Ahead, end);
        }
        if let Some(end) = passage.any_phrase(at, &["further ahead", "further in front", "further clear"]) {
            return found(Order::Extended, end);
        }
        if let Some(end) = passage.any_phrase(
            at,
            &["back in front", "back ahead", "back into the lead", "in front", "into the lead", "ahead"],
        ) && !passage.is_any(end, &["of"])
        {
            return found(Order::Ahead, end);
        }
        if let Some(end) = passage.any_phrase(at, &["back level", "back on terms", "on level terms", "level"])
            && !passage.is_any(end, &["with", "terms", "par"])
            && !passage.is_any(end + 1, &["points", "par"])
        {
            return found(Order::Equaliser, end);
        }
        if gives && let Some(end) = passage.any_phrase(at, &["the lead", "a lead", "an early lead", "the advantage"]) {
            return found(Order::Ahead, end);
        }
        if gives && let Some(end) = passage.any_phrase(at, &["hope", "a lifeline"]) {
            return found(Order::Reduced, end);
        }
    }
    None
}

/// Nouns and places that make an ordinal one of something else than goals of the match.
const OTHER_COUNTS: &[&str] = &[
    "minute",
    "half",
    "time",
    "minutes",
    "place",
    "penalty",
    "group",
    "round",
    "yellow",
    "booking",
    "ball",
    "match",
    "game",
    "day",
    "attempt",
    "save",
    "international",
    "ever",
];
const LONGER: &[&str] = &[
    "tournament",
    "competition",
    "finals",
    "cup",
    "euro",
    "euros",
    "career",
    "season",
    "year",
    "summer",
    "country",
    "international",
    "appearance",
    "matches",
    "games",
];

/// "his second", "a fifth", "England's third": which of the goals it was.
pub(super) fn ordinal_object(passage: &Passage, at: usize) -> Option<OrderWords> {
    let owned = passage.name_from(at).filter(|name| name.team().is_some() && passage.is_possessive(name.end));
    let next = match owned {
        Some(name) => name.end + 1,
        None => passage.any_phrase(at, &["his side's", "his", "her", "their", "the", "a", "an"]).unwrap_or(at),
    };
    let (nth, after) = passage.ordinal(next)?;
    let is_goal = passage.is_any(after, &["goal"]);
    if passage.is_any(after, OTHER_COUNTS)
        || (next == at && !is_goal)
        || (after..after + 6).take_while(|&later| !passage.is_stop(later)).any(|later| passage.is_any(later, LONGER))
    {
        return None;
    }
    // "the fourth goal in six minutes" is the fourth of those.
    let goal = after + usize::from(is_goal);
    if passage.is_any(goal, &["in", "of"]) && passage.cardinal(goal + 1).is_some() {
        return None;
    }
    let nth = u8::try_from(nth).ok()?;
    let own = passage.is_any(at, &["his", "her"]);
    Some(OrderWords { order: if own { Order::OwnNth(nth) } else { Order::Nth(nth) }, first: at, end: after })
}

/// The score after a goal: "to make it 2-0", "for 2-0", "and it was 2-0", "…: 2-0".
pub(super) fn score_after(passage: &Passage, from: usize) -> Option<After> {
    for at in from..(from + 14).min(passage.len()) {
        // "diverted a Messi shot in": not everybody named does something.
        let object = |name: &Name| {
            passage.is_possessive(name.end)
                || (name.first > 0 && passage.is_any(name.first - 1, &["a", "an", "the", "from", "of", "by", "past"]))
        };
        if passage.name_at(at).is_some_and(|name| name.is_person() && !object(name)) {
            return None;
        }
        let closed = |end: usize| end >= passage.len() || passage.is_break(end) || passage.is_stop(end);
        let is_mark = passage.is_stop(at) || passage.is_mark(at, ',') || passage.is_mark(at, '(');
        if is_mark && let Some(TokenKind::Score(one, other)) = passage.kind(at + 1) {
            return closed(at + 2).then_some((one, other, at + 1));
        }
        if passage.is_stop(at) {
            return None;
        }
        if let Some(end) =
            passage.any_phrase(at, &["make it", "making it", "made it", "it was", "that was", "it is", "for"])
            && let Some(TokenKind::Score(one, other)) = passage.kind(end)
            && !passage.is_any(end + 1, &["win", "victory", "defeat", "winners", "draw"])
        {
            return Some((one, other, end));
        }
    }
    None
}

/// How many goals a verb tells of: "twice", "both goals", "a hat-trick".
fn count(passage: &Passage, at: usize) -> Option<(u8, usize, usize)> {
    const COUNTS: &[(u8, &[&str])] = &[
        (2, &["twice", "two goals", "a brace", "two", "both goals", "both"]),
        (3, &["three times", "three goals", "a hat trick", "three", "all three goals", "all three"]),
        (4, &["four times", "four goals", "all four goals", "four"]),
        (5, &["five times", "five goals", "all five goals", "five"]),
    ];
    let (count, end) =
        COUNTS.iter().find_map(|&(count, phrases)| passage.any_phrase(at, phrases).map(|end| (count, end)))?;
    // "scored two minutes after half-time" counts minutes.
    let of_else =
        passage.is_any(end, &["minutes", "minute", "metres", "yards", "of", "years", "seconds", "games", "matches"]);
    (!of_else || passage.is_any(end, &["of"]) && passage.is_any(end + 1, &["the", "them"])).then_some((count, at, end))
}

pub(super) fn verb(
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
    // "for Sneijder to equalise": it is he.
    let served = at >= 2
        && passage.word(at - 1) == "to"
        && passage.name_at(at - 2).is_some_and(|name| {
            name.is_person() && name.first > 0 && passage.is_any(name.first - 1, &["for", "allowing", "freed", "found"])
        });
    told.scorers = agent(passage, at, end, sides).unwrap_or_else(|| {
        let own = served.then(|| passage.name_at(at - 2)).flatten().and_then(|name| place_of(passage, name.first));
        match own.map(|index| (index, of_match(passage, index, sides))) {
            Some(own) if !own.1.is_empty() => vec![own],
            _ => subjects(passage, at, sides),
        }
    });
    told.own_goal = own_goal(passage, end);
    if !served {
        told.others = others(passage, at, &told.scorers, sides);
    }
    let mut order = order;
    let mut order_end = end;
    if passage.is_any(at, &["restored", "restore", "restoring", "regained", "doubled", "double", "extended", "extend"])
        && end == at + 1
    {
        let (_, found) = passage.find(end, end + 6, &["lead", "advantage", "score"])?;
        order_end = found;
        told.end = found;
    }
    let purpose = at > 0 && passage.is_any(at - 1, &["to"]);
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
        "put" | "gave" | "given" | "giving" | "putting" | "give" | "edged" if told.own_goal.is_none() => {
            let deed = deed(passage, end, end + 9, passage.word(at) != "put" && passage.word(at) != "putting")?;
            order = deed.order;
            told.after = deed.after;
            told.end = deed.end;
            order_end = deed.end;
            let plain = !told.scorers.is_empty() && !purpose && order != Some(Order::Reduced);
            told.sure = if plain { Sure::Plain } else { Sure::Soft };
        }
        "beat" if !passage.name_from(end).is_some_and(Name::is_person) => return None,
        "added" | "grabbed" | "got" | "bagged" | "hit" | "collected" | "snatched" | "claimed" | "completed" => {
            let next = passage.any_phrase(end, &["the", "a", "his", "their", "an"]).unwrap_or(end);
            let goal_like = ordinal_object(passage, end).is_some()
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
                            "scoring",
                            "rout",
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
        && told.after.is_none()
        && let Some(deed) = deed(passage, end, end + 6, false)
        && !(end..deed.end).any(|at| passage.is_break(at) && !passage.is_any(at, &["to"]))
    {
        let of_team = passage.name_from(end).is_some_and(|name| name.team().is_some());
        if of_team && !told.scorers.is_empty() && !purpose {
            told.sure = Sure::Plain;
        }
        order = deed.order;
        told.after = deed.after;
        told.end = deed.end;
        order_end = deed.end;
    } else if passage.word(at) == "drew" && order.is_none() {
        return None;
    }
    let particle = passage.any_phrase(told.end, &["in", "home", "it home"]).unwrap_or(told.end);
    if let Some(words) = ordinal_object(passage, told.end).or_else(|| ordinal_object(passage, particle)) {
        told.end = words.end;
        told.orders.push(words);
        // "his second, England's fourth"
        if passage.is_mark(told.end, ',')
            && let Some(words) = ordinal_object(passage, told.end + 1)
        {
            told.end = words.end;
            told.orders.push(words);
        }
    } else if let Some(words) = count(passage, told.end) {
        told.count = Some(words);
        told.end = words.2;
        if passage.is_any(at, &["struck", "netted", "scored"]) {
            told.sure = Sure::Plain;
        }
    }
    if let Some(order) = order {
        told.orders.push(OrderWords { order, first: at, end: order_end });
    }
    if told.after.is_none() {
        told.after = score_after(passage, told.end);
    }
    // "equalised through Rijkaard"
    if let Some(next) = passage.any_phrase(told.end, THROUGH) {
        let list = list_from(passage, next, sides);
        if let Some(end) = list.last().and_then(|(index, _)| passage.names.get(*index)).map(|name| name.end) {
            told.end = end;
            told.scorers = list;
        }
    }
    told.penalty = penalty_words(passage, at, told.end);
    if told.scorers.is_empty() {
        if passage.has(clause_start(passage, at), at, DESCRIBED)
            && let Some(person) = pronoun
            && sides(person).is_some()
        {
            told.scorers = vec![(usize::MAX, vec![person])];
            told.sure = Sure::Soft;
        } else {
            told.team = team_before(passage, at);
            if told.team.is_none() || told.orders.is_empty() {
                return None;
            }
            told.sure = Sure::Soft;
        }
    }
    // What somebody was about to do is told for certain only by what comes of it.
    if purpose {
        told.sure = Sure::Soft;
        told.orders.retain(|words| words.first != at || words.order != Order::Winner);
    }
    let first = told.scorers.first().and_then(|(index, _)| passage.names.get(*index)).map(|name| name.first);
    told.first = first.map_or(told.first, |first| first.min(at));
    Some(told)
}

/// Words that stand for somebody named before.
const DESCRIBED: &[&str] = &[
    "he",
    "who",
    "forward",
    "striker",
    "midfielder",
    "defender",
    "winger",
    "captain",
    "skipper",
    "year old",
    "substitute",
    "teenager",
    "superstar",
    "playmaker",
    "full back",
    "centre back",
    "veteran",
];

/// Words after which those stand who scored for a team.
const THROUGH: &[&str] = &["through", "thanks to", "courtesy of"];

/// "were two up through Svehlik and Dobias", "fell behind to Koller": the scorers of what a team did.
pub(super) fn through(passage: &Passage, at: usize, sides: &dyn Fn(PersonId) -> Option<Side>) -> Option<ToldGoal> {
    const DID: &[(&str, Option<Order>)] = &[
        ("led", Some(Order::Ahead)),
        ("lead", Some(Order::Ahead)),
        ("ahead", Some(Order::Ahead)),
        ("front", Some(Order::Ahead)),
        ("level", Some(Order::Equaliser)),
        ("equalised", Some(Order::Equaliser)),
        ("levelled", Some(Order::Equaliser)),
        ("up", None),
        ("scored", None),
        ("replied", None),
        ("responded", None),
        ("hit", None),
        ("behind", Some(Order::Ahead)),
    ];
    let next = passage.any_phrase(at, THROUGH).or_else(|| passage.phrase(at, "behind to"))?;
    let start = clause_start(passage, at).max(at.saturating_sub(8));
    let from = if passage.word(at) == "behind" { at + 1 } else { at };
    let (did, order) = (start..from).rev().find_map(|before| {
        let word = passage.word(before);
        DID.iter().find(|(did, _)| *did == word).map(|(_, order)| (before, *order))
    })?;
    if is_hedged(passage, did, at) || (did + 1..at).any(|between| passage.is_any(between, &["and", "but", "went"])) {
        return None;
    }
    let list = list_from(passage, next, sides);
    let end = list.last().and_then(|(index, _)| passage.names.get(*index))?.end;
    // "through Messi's pass" tells of no goal of his.
    if passage.is_possessive(end) && !(end + 1..end + 4).any(|at| passage.is_any(at, DEEDS)) {
        return None;
    }
    let mut told = goal(next, end, if at - did <= 1 { Sure::Plain } else { Sure::Soft });
    if passage.word(at) == "behind" {
        told.sure = Sure::Soft;
    }
    if let (Some(order), [_]) = (order, list.as_slice()) {
        told.orders.push(OrderWords { order, first: did, end: did + 1 });
    }
    told.scorers = list;
    Some(told)
}

/// "set up Mata for the fourth", "picked out Chadli to score".
pub(super) fn served(passage: &Passage, at: usize, sides: &dyn Fn(PersonId) -> Option<Side>) -> Option<ToldGoal> {
    let next = passage.any_phrase(at, &["set up", "teed up", "picked out", "setting up", "squared for"])?;
    if is_hedged(passage, at, next) {
        return None;
    }
    let list = list_from(passage, next, sides);
    let [(index, _)] = list.as_slice() else { return None };
    let name = passage.names.get(*index)?;
    let mut told = goal(name.first, name.end, Sure::Soft);
    if passage.word(name.end) == "for" {
        match ordinal_object(passage, name.end + 1) {
            Some(words) => {
                told.end = words.end;
                told.orders.push(words);
            }
            None => {
                told.end = passage.any_phrase(
                    name.end + 1,
                    &["the winner", "the equaliser", "the opener", "the goal", "the only goal"],
                )?;
            }
        }
    } else {
        passage
            .any_phrase(name.end, &["to score", "to equalise", "to make it", "to head in", "to tap in", "to slot"])?;
    }
    told.scorers = list;
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
