//! What follows a verb that tells of a goal: which goal it was, what it did for its side, the score after it.

use byline_record::ask::english::tokens::TokenKind;

use super::super::cues::Order;
use super::OrderWords;
use super::subject::is_stranger;
use crate::passage::{Name, Passage};

/// A score after a goal, with the token it stands at.
pub(super) type After = (u8, u8, usize);

/// "turned the ball into his own net": the words that say it was an own goal.
pub(super) fn own_goal(passage: &Passage, from: usize) -> Option<(usize, usize)> {
    let stop = passage.clause_end(from);
    let found = passage.find(
        from,
        stop.min(from + 12),
        &[
            "his own net",
            "her own net",
            "own net",
            "his own goal",
            "an own goal",
            "own goal",
            "for an own goal",
            "through his own net",
            "past his own keeper",
            "past his own goalkeeper",
            "his own goalkeeper",
            "his own keeper",
            "own goalkeeper",
            "own keeper",
        ],
    )?;
    // "Kramaric equalised and an own goal made it 2-1": another goal.
    let article = if passage.is_any(found.0, &["own"]) { found.0.saturating_sub(1) } else { found.0 };
    let of_another = passage.is_any(article, &["an", "a"])
        && passage.is_any(article.wrapping_sub(1), &["and", "but", "before", "then", "while"]);
    (!of_another).then_some(found)
}

/// What a goal did for its side, as the object of a verb says it: "in front", "level", "2-0 up", "a 3-1 lead".
pub(super) struct Deed {
    pub(super) order: Option<Order>,
    pub(super) after: Option<After>,
    pub(super) end: usize,
}

pub(super) fn deed(passage: &Passage, from: usize, to: usize, gives: bool) -> Option<Deed> {
    let found = |order, end| Some(Deed { order: Some(order), after: None, end });
    for at in from..to.min(passage.len()) {
        if passage.is_stop(at) || passage.name_at(at).is_some_and(Name::is_person) {
            return None;
        }
        if let Some(TokenKind::Score(one, other)) = passage.kind(at) {
            let end = passage.any_phrase(at + 1, &["up", "ahead", "in front", "lead", "advantage", "cushion"])?;
            return Some(Deed { order: None, after: Some((one, other, at)), end });
        }
        if let Some(end) = passage.any_phrase(
            at,
            &[
                "two up",
                "two goals up",
                "two to the good",
                "two goals to the good",
                "two goals clear",
                "two ahead",
                "two goals ahead",
                "two clear",
            ],
        ) {
            return found(Order::Doubled, end);
        }
        if let Some(end) =
            passage.any_phrase(at, &["back into the game", "back in the game", "back into the match", "back in it"])
        {
            return found(Order::Reduced, end);
        }
        if let Some(end) = passage.any_phrase(at, &["on the board", "on the scoresheet"]) {
            return found(Order::Nth(1), end);
        }
        if let Some(end) = passage.any_phrase(at, &["one up", "a goal up", "a goal to the good", "one to the good"]) {
            return found(Order::Ahead, end);
        }
        if let Some(end) = passage.any_phrase(at, &["further ahead", "further in front", "further clear"]) {
            return found(Order::Extended, end);
        }
        if let Some(end) = passage.any_phrase(
            at,
            &[
                "back in front",
                "back ahead",
                "back into the lead",
                "in front",
                "into the lead",
                "into a lead",
                "into an early lead",
                "into a deserved lead",
                "into a surprise lead",
                "into a shock lead",
                "into a half time lead",
                "in the lead",
                "ahead",
                "back into a lead",
            ],
        ) && !passage.is_any(end, &["of"])
        {
            return found(Order::Ahead, end);
        }
        if let Some(end) =
            passage.any_phrase(at, &["back level", "back on terms", "back on level terms", "on level terms", "level"])
            && !passage.is_any(end, &["terms", "par"])
            // "Level with Spain", but "level with a volley", "level with ten minutes to go"
            && (!passage.is_any(end, &["with"])
                || passage.is_any(end + 1, &["a", "an", "his", "her", "another"])
                || passage.clocks(false).iter().any(|words| words.first == end))
            && !passage.is_any(end + 1, &["points", "par"])
        {
            return found(Order::Equaliser, end);
        }
        // "Drove Ukraine into a first-half lead"
        if passage.any_phrase(at, &["into a", "into an", "into the"]).is_some()
            && let Some(end) = (at + 3..at + 5).find_map(|lead| passage.any_phrase(lead, &["lead"]))
            && !(at + 2..end).any(|between| {
                passage.cardinal(between).is_some()
                    || passage.name_at(between).is_some()
                    || passage.is_break(between)
                    || passage.is_any(between, &["goal"])
            })
        {
            return found(Order::Ahead, end);
        }
        if gives
            && let Some(end) = passage.any_phrase(
                at,
                &[
                    "the lead",
                    "a lead",
                    "an early lead",
                    "the advantage",
                    "a surprise lead",
                    "an early advantage",
                    "a deserved lead",
                    "a shock lead",
                    "a half time lead",
                    "a one goal lead",
                ],
            )
        {
            return found(Order::Ahead, end);
        }
        // "gave Croatia advantage", "a deserved first-half lead"
        if gives
            && passage.is_any(at, &["lead", "advantage"])
            && passage.name_at(at).is_none()
            && !(from..at).any(|before| {
                passage.is_break(before)
                    || passage
                        .is_any(before, &["goal", "two", "three", "numerical", "man", "home", "double", "to", "no"])
            })
        {
            return found(Order::Ahead, at + 1);
        }
        const STARTS: &[&str] = &[
            "a dream start",
            "the perfect start",
            "a perfect start",
            "a flying start",
            "the ideal start",
            "the best start",
        ];
        if gives && let Some(end) = passage.any_phrase(at, STARTS) {
            return found(Order::Opener, end);
        }
        if gives && let Some(end) = passage.any_phrase(at, &["hope", "a lifeline"]) {
            return found(Order::Reduced, end);
        }
    }
    None
}

/// Nouns and places that make an ordinal one of something else than goals of the match.
pub(super) const OTHER_COUNTS: &[&str] = &[
    "minute",
    "half",
    "period",
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
    "chance",
    "opportunity",
    "bite",
    "look",
    "go",
    "try",
    "touch",
    "swing",
    "card",
    "caution",
    "international",
    "ever",
    "win",
    "victory",
    "comeback",
    "successive",
    "straight",
    "consecutive",
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
    // "A late third for Argentina"
    const KINDS: &[&str] = &[
        "late",
        "quick",
        "early",
        "superb",
        "brilliant",
        "fine",
        "stunning",
        "spectacular",
        "splendid",
        "simple",
        "deserved",
        "crucial",
        "vital",
        "precious",
        "decisive",
        "swift",
        "rapid",
    ];
    let next = if next > at && passage.is_any(next, KINDS) { next + 1 } else { next };
    // "in the 27th" is a minute.
    let (nth, after) = passage.ordinal(next).filter(|&(nth, _)| nth <= 12)?;
    let is_goal = passage.is_any(after, &["goal"]);
    // "Scored their first goals of the tournament": none by its place in the match.
    if passage.is_any(after, &["goals"]) {
        return None;
    }
    // "Scored their first three penalties": those of a series.
    const KICKS: &[&str] = &["penalties", "kicks", "spot", "attempts", "shots", "efforts", "chances"];
    if passage.cardinal(after).is_some_and(|(_, noun)| passage.is_any(noun, KICKS)) {
        return None;
    }
    // "Collected their first major trophy": no goal.
    const HONOURS: &[&str] = &["major", "trophy", "title", "european", "world", "crown", "international", "honour"];
    if passage.is_any(after, OTHER_COUNTS)
        || passage.is_any(after, HONOURS)
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
        if passage.name_at(at).is_some_and(|name| name.is_person() && !object(name)) || is_stranger(passage, from, at) {
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
        if let Some(end) = passage.any_phrase(
            at,
            &["make it", "making it", "made it", "makes it", "it was", "that was", "it is", "for", "again at", "at"],
        ) && let Some(TokenKind::Score(one, other)) = passage.kind(end)
            && !passage.is_any(end + 1, &["win", "victory", "defeat", "winners", "draw"])
        {
            return Some((one, other, end));
        }
    }
    None
}

/// How many goals a verb tells of: "twice", "both goals", "a hat-trick".
pub(super) fn count(passage: &Passage, at: usize) -> Option<(u8, usize, usize)> {
    const COUNTS: &[(u8, &[&str])] = &[
        (
            2,
            &[
                "twice",
                "two goals",
                "a brace",
                "two",
                "both goals",
                "both",
                "a pair",
                "a double",
                "the pair",
                "his pair",
            ],
        ),
        (
            3,
            &[
                "three times",
                "three goals",
                "a hat trick",
                "three",
                "all three goals",
                "all three",
                "his hat trick",
                "the hat trick",
                "a treble",
                "his treble",
                "his three",
            ],
        ),
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

/// Words near a verb that say the goal was a penalty.
pub(super) fn penalty_words(passage: &Passage, at: usize, end: usize) -> Option<(usize, usize)> {
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
            let place = passage.is_any(end, &["area", "box", "shoot", "shootout", "appeal", "appeals"]);
            let other = first > 0 && passage.is_any(first - 1, &["after", "earlier", "second", "missed"]);
            !place && !other
        })
}
