//! Goals told by a verb: "Kane equalised", "Shearer nodded England in front", "led through Svehlik and Dobias".

use byline_record::ask::english::tokens::TokenKind;
use byline_record::{PersonId, Side};

use super::super::cues::{Order, Sure, verb_at};
use super::super::plain::closes;
use super::object::{count, deed, ordinal_object, own_goal, penalty_words, score_after};
use super::subject::{agent, others, subjects, team_before};
use super::{OrderWords, ToldGoal, goal, is_hedged, is_saved, list_from, of_match, place_of};
use crate::heads::Heads;
use crate::passage::{Name, Passage};

/// Nouns that do what their owner does: "Aguero's header made it 4-3".
pub(super) const DEEDS: &[&str] = &[
    "header",
    "penalty",
    "strike",
    "goal",
    "effort",
    "shot",
    "volley",
    "kick",
    "finish",
    "drive",
    "backheel",
    "lob",
    "chip",
    "screamer",
    "thunderbolt",
    "piledriver",
    "equaliser",
    "opener",
    "leveller",
    "tap in",
    "double",
    "brace",
];

/// Verbs of a goal only where they say what it did for a side: "drew Germany level".
const LEVELLED: &[&str] = &["drew", "brought", "pulled", "dragged"];

pub(super) fn verb(
    passage: &Passage,
    at: usize,
    sides: &dyn Fn(PersonId) -> Option<Side>,
    pronoun: Option<PersonId>,
) -> Option<ToldGoal> {
    let (end, sure, order) = verb_at(passage, at)?;
    // "Puc had Czechoslovakia in front"
    if passage.is_any(at, &["had"]) && end == at + 1 {
        let next = if passage.is_any(end, &["the"]) { end + 1 } else { end };
        passage.name_from(next).filter(|name| name.team().is_some() && !passage.is_possessive(name.end))?;
    }
    if is_hedged(passage, at, end) || is_saved(passage, at) {
        return None;
    }
    // "From a left-footed free kick": how it was hit.
    let with_foot = passage.word(at) == "footed"
        && (at.saturating_sub(2)..at).any(|before| passage.is_any(before, &["left", "right", "two"]));
    if with_foot {
        return None;
    }
    // "Portugal clinched a place in the last 16": no goal.
    const PLACES: &[&str] =
        &["place", "spot", "berth", "passage", "qualification", "progress", "ticket", "progression", "top"];
    let place = (end..end + 8).take_while(|&next| !passage.is_break(next)).any(|next| passage.is_any(next, PLACES));
    if (passage.is_any(at, &["sealed", "clinched"]) || passage.any_phrase(at, &["made sure of"]).is_some()) && place {
        return None;
    }
    // "Have won it twice, in 1978 and 1986": the tournament.
    let times = passage.is_any(end, &["twice", "once", "before"])
        || passage.cardinal(end).is_some_and(|(_, end)| passage.is_any(end, &["times"]));
    if passage.is_any(at, &["won"]) && times {
        return None;
    }
    // "Finished with seven goals", "finished top scorer": how a tournament ended for him.
    const HELD: &[&str] = &["top", "as", "joint", "first", "second", "third", "fourth", "leading", "his", "their"];
    let counted = passage.is_any(end, &["with", "on"]) && passage.cardinal(end + 1).is_some();
    if passage.is_any(at, &["finished"]) && (counted || passage.is_any(end, HELD)) {
        return None;
    }
    // "Lifted the trophy": no ball.
    const PRIZES: &[&str] = &["trophy", "cup", "title", "silverware", "medal", "medals", "award", "prize"];
    if passage.is_any(at, &["lifted", "collected", "claimed", "gave", "handed"])
        && (end..end + 4).take_while(|&next| !passage.is_break(next)).any(|next| passage.is_any(next, PRIZES))
    {
        return None;
    }
    // "Clinched a 2-1 win": no goal of itself.
    let of_result = |at: usize| {
        matches!(passage.kind(at), Some(TokenKind::Score(..)))
            || passage.is_any(at, &["win", "victory", "title", "trophy"])
    };
    if passage.is_any(at, &["sealed", "clinched"])
        && at.checked_sub(1).and_then(|last| passage.name_at(last)).is_none_or(|name| !name.is_person())
        && (end..end + 4).any(of_result)
    {
        return None;
    }
    // "Sneijder and Huntelaar score late goals", but not "the score".
    let named = at.checked_sub(1).and_then(|last| passage.name_at(last)).is_some_and(Name::is_person);
    let noun = passage.word(at) == "score" && end == at + 1 && !named;
    // "Kane replied: …" speaks; "pulled level with Ronaldo" is of a list.
    let speaks = passage.is_any(at, &["replied", "responded", "answered"])
        && (end >= passage.len() || passage.is_mark(end, ':') || passage.is_mark(end, ',') && end + 1 >= passage.len());
    let in_a_list = passage.is_any(at, &["pulled", "drew", "moved"])
        && passage.is_any(end, &["with"])
        && (end + 1..end + 6).any(|next| passage.name_from(next).is_some_and(Name::is_person));
    // "Headed the ball down into the path of Jairzinho": for another.
    let into_path = passage.has(end, end + 8, &["into the path of", "into the path", "down to", "down for", "back to"])
        && !passage.has(end, end + 3, &["home", "in"]);
    let into_path = into_path || passage.is_any(at, &["flicked"]) && passage.is_any(end, &["on"]);
    let mind = passage.is_any(at, &["decided"]) && passage.is_any(end, &["to", "that", "on", "against", "he"]);
    // "The record for goals scored", "scored or assisted most of their goals": counted.
    let counted = passage.is_any(at, &["scored"])
        && (passage.is_any(at.wrapping_sub(1), &["goals"]) && !passage.is_any(end, &["by"])
            || passage.is_any(end, &["or", "more"]));
    // "Capitalised on a poor pass and set up Kane": for another.
    let for_other = passage.is_any(at, &["capitalised", "capitalized", "pounced"])
        && passage.has(
            end,
            passage.clause_end(end).min(end + 12),
            &["and set up", "and fed", "and found", "and squared"],
        );
    // "Got another opportunity", "got the first sniff of goal": no goal.
    const NO_GOAL: &[&str] =
        &["opportunity", "opportunities", "chance", "chances", "sniff", "glimpse", "sight", "bite", "look", "touch"];
    let nothing = passage.is_any(at, &["got", "had", "gets", "managed"])
        && (end..end + 5).take_while(|&next| !passage.is_break(next)).any(|next| passage.is_any(next, NO_GOAL));
    // "Responded to criticism": no goal of itself.
    let answers = passage.is_any(at, &["responded", "replied", "answered"])
        && passage.is_any(end, &["to"])
        && !passage.has(end, passage.clause_end(end), &["by", "with"]);
    // "Bellingham also collected three yellow cards", "settled the long pass on his chest": no goals.
    const NO_GOALS: &[&str] = &["cards", "card", "bookings", "booking", "caps", "medals", "points", "cautions"];
    const BALLS: &[&str] = &["pass", "ball", "cross", "nerves"];
    let of_else = |nouns: &[&str]| {
        (end..end + 6).take_while(|&next| !passage.is_stop(next)).any(|next| passage.is_any(next, nouns))
    };
    let collects = passage.is_any(at, &["collected", "got", "picked", "added", "claimed"]) && of_else(NO_GOALS);
    let controls = passage.is_any(at, &["settled"]) && of_else(BALLS);
    if noun
        || collects
        || controls
        || speaks
        || in_a_list
        || into_path
        || mind
        || counted
        || nothing
        || for_other
        || answers
        || of_a_career(passage, end)
    {
        return None;
    }
    // "Hagi slid a pass through": made a goal, if any.
    const PASSES: &[&str] = &[
        "pass",
        "cross",
        "centre",
        "corner",
        "through ball",
        "backpass",
        "delivery",
        "throw",
        "throw in",
        "long throw",
        "long ball",
        "run",
    ];
    if passage.is_any(at, SENT)
        && passage.is_any(end, &["a", "an", "another", "the", "his"])
        && (end + 1..end + 5)
            .take_while(|&next| !passage.is_break(next) && passage.name_at(next).is_none())
            .take_while(|&next| !passage.is_possessive(next))
            .any(|next| passage.any_phrase(next, PASSES).is_some())
    {
        return None;
    }
    // "Koller chested the ball down for Baros to volley in", "headed a corner clear", "hooked the ball across": no goal
    // of his. "Had been sent off", "sent on at the break": no shot.
    // "Klose levels Ronaldo's record", "ties the scoring record": of a list.
    const LISTS: &[&str] = &["record", "records", "tally", "list", "charts", "chart", "mark"];
    let of_list = passage.is_any(at, &["levels", "levelled", "leveled", "equals", "equalled", "ties", "tied"])
        && (end..end + 7).take_while(|&next| !passage.is_stop(next)).any(|next| passage.is_any(next, LISTS))
        || passage.is_any(at, &["scoring"]) && (passage.is_any(end, LISTS) || passage.is_any(end, PRIZES));
    if of_list {
        return None;
    }
    let near = end..passage.len().min(end + 8);
    let for_another = near.clone().any(|next| {
        // "for Teo Gutierrez to double": by a given name the record does not have.
        let given = passage.name_from(next + 1).is_none() && passage.token(next + 1).is_some_and(|token| token.capital);
        passage.is_any(next, &["for"])
            && passage.name_from(next + 1 + usize::from(given)).is_some_and(|name| {
                name.is_person() && passage.is_any(name.end, &["to"]) && !is_answered(passage, name)
            })
            && !(end..next).any(|between| passage.is_stop(between) || passage.is_any(between, &["and", "but", "to"]))
    });
    let runs = passage.is_any(at, &["ran", "raced", "burst", "broke", "sprinted", "went", "was"]);
    let away = near.take_while(|&next| !passage.is_break(next)).any(|next| {
        passage.is_any(next, &["clear", "across"])
            && !passage.is_any(next + 1, &["the", "goal", "goalkeeper"])
            && passage.name_from(next + 1).is_none()
    });
    // "Zigic was hauled off after 69 minutes", "was taken off": a change.
    // "The game was turned on its head by Messi": told of what he did, whatever it was.
    // "Suker turned the second half into a one-man show": nor what he turned.
    const PLAY: &[&str] =
        &["half", "match", "game", "tie", "contest", "final", "tide", "tables", "screw", "night", "evening"];
    let overturned = passage.is_any(at, &["turned"])
        && (passage.any_phrase(end, &["on its head", "around"]).is_some()
            || passage.is_any(end, &["the", "this", "a"])
                && (end + 1..end + 4)
                    .take_while(|&next| !passage.is_break(next) && !passage.is_any(next, &["home", "ball", "in"]))
                    .any(|next| passage.is_any(next, PLAY)));
    // "Ended his personal curse"
    // "Ended up on the bench"
    if passage.is_any(at, &["ended", "ends", "ending"])
        && passage.is_any(end, &["his", "her", "their", "its", "up", "with"])
    {
        return None;
    }
    // "Taking the lead role"
    if passage.is_any(end - 1, &["lead"]) && passage.is_any(end, &["role", "roles", "part"]) {
        return None;
    }
    let off = overturned
        || passage.is_any(end, &["off"])
            && passage.is_any(
                at,
                &["hauled", "taken", "pulled", "led", "dragged", "brought", "withdrawn", "called", "knocked"],
            )
            && passage.is_any(at.wrapping_sub(1), &["was", "were", "being", "is", "been"]);
    // "Was hauled down by Vertonghen": a foul.
    let fouled = passage.is_any(end, &["down", "back", "over", "to"])
        && passage.is_any(at, &["hauled", "pulled", "dragged", "brought"])
        && passage.is_any(at.wrapping_sub(1), &["was", "were", "being", "is", "been", "got"]);
    if off || fouled {
        return None;
    }
    let sent = passage.is_any(at, &["sent"]) && passage.is_any(end, &["off", "on", "out", "to", "back", "home"]);
    if for_another || (away && !runs) || sent {
        return None;
    }
    // "Dos Santos forced another good save from a narrow angle", "forced a corner"
    const NO_MORE: &[&str] = &["save", "saves", "corner", "corners", "stop", "error", "mistake", "block", "clearance"];
    let forced = passage.is_any(at, &["forced", "drew", "brought", "earned", "won"])
        && (end..end + 6).take_while(|&next| !passage.is_break(next)).any(|next| passage.is_any(next, NO_MORE));
    if forced && sure == Sure::Soft {
        return None;
    }
    // "Drove in from the right and found Milosevic": the way to a goal, if any.
    let runs_in = passage.is_any(at, &["drove", "burst", "broke", "slid"])
        && passage.any_phrase(end, &["in from the", "in off the", "in down the"]).is_some_and(|side| {
            (side..side + 3).any(|at| passage.is_any(at, &["right", "left", "wing", "flank", "touchline", "byline"]))
        });
    if runs_in {
        return None;
    }
    let mut told = goal(at, end, sure);
    // "for Sneijder to equalise": it is he.
    let left = left_to(passage, at);
    let receiver = receiver(passage, at).or(left);
    let served = receiver.is_some();
    // "Flicked the ball on for Teo Gutierrez to double the lead": somebody the record calls otherwise.
    if !served && is_for_a_stranger(passage, at) {
        return None;
    }
    told.scorers = agent(passage, at, end, sides).unwrap_or_else(|| {
        let own = receiver.and_then(|name| place_of(passage, name.first));
        match own.map(|index| (index, of_match(passage, index, sides))) {
            Some(own) if !own.1.is_empty() => vec![own],
            _ => subjects(passage, at, sides),
        }
    });
    // "A header from Schmid put the Austrians in front": whose header it was.
    if let Some(index) = whose_goal(passage, at) {
        told.scorers = vec![(index, of_match(passage, index, sides))];
    }
    // "England, who lost Owen to an injury, took the lead": a side did.
    if passage.is_any(at, &["took", "take", "takes"])
        && passage.is_any(end - 1, &["lead"])
        && passage.is_mark(at.wrapping_sub(1), ',')
        && passage.names.iter().any(|name| name.end < at && name.team().is_some())
    {
        told.scorers.clear();
    }
    // "Batistuta scoring after Seaman felled Simeone and Shearer replying": one man replies.
    if passage.is_any(at, &["replying", "responding", "answering"]) && told.scorers.len() > 1 {
        told.scorers = told.scorers.pop().into_iter().collect();
    }
    // "Mandzukic's own goal gave France the lead"
    let before = || passage.find(at.saturating_sub(3), at, &["own goal"]).filter(|&(_, last)| last == at);
    told.own_goal = own_goal(passage, end).or_else(before);
    if !served {
        told.others = others(passage, at, &told.scorers, sides);
    }
    // "Scored the only goal of the first half"
    let of_half = passage.is_any(end, &["of", "in"]) && passage.has(end, end + 4, &["half", "period"]);
    let of_second = super::super::leads::is_of_the_second_half(passage, end);
    let mut order =
        order.filter(|&order| order != Order::Winner || !of_half).filter(|&order| order != Order::Opener || !of_second);
    let mut order_end = end;
    if passage.is_any(at, &["restored", "restore", "restoring", "regained", "doubled", "double", "extended", "extend"])
        && end == at + 1
    {
        let (_, found) = passage.find(end, end + 6, &["lead", "advantage", "score", "money", "margin", "cushion"])?;
        order_end = found;
        told.end = found;
        // "Restored the two-goal cushion": from one ahead.
        if passage.has(end, found, &["two goal"]) {
            order = Some(Order::Doubled);
        }
    }
    let purpose = at > 0 && passage.is_any(at - 1, &["to"]) && left.is_none();
    // "headed back by Huntelaar for Sneijder to equalise": whose purpose it was is not plain.
    if purpose {
        told.sure = Sure::Soft;
    }
    match passage.word(at) {
        "made" | "make" | "making" | "makes" | "had" if passage.phrase(at + 1, "it").is_some() && end == at + 2 => {
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
        "put" | "gave" | "given" | "giving" | "putting" | "give" | "edged" | "puts" | "gives" | "handed" | "hands"
        | "handing" | "had"
            if told.own_goal.is_none() && end == at + 1 =>
        {
            let deed = deed(passage, end, end + 9, !passage.is_any(at, &["put", "putting", "puts", "had"]))?;
            order = deed.order;
            told.after = deed.after;
            told.end = deed.end;
            order_end = deed.end;
            let plain = !told.scorers.is_empty() && !purpose && order != Some(Order::Reduced);
            told.sure = if plain { Sure::Plain } else { Sure::Soft };
        }
        // "Trimming it to 4-2"; "cut it back" is a pass.
        "trimmed" | "trimming" | "cut" | "cutting" | "pulled" | "pulling" | "brought" | "bringing"
            if passage.is_any(end - 1, &["it", "back"]) && (at + 1..end).any(|next| passage.word(next) == "it") =>
        {
            let score = passage.any_phrase(end, &["to", "back to"])?;
            let TokenKind::Score(one, other) = passage.kind(score)? else { return None };
            told.after = Some((one, other, score));
            told.end = score + 1;
            order_end = end;
        }
        "beat" if !passage.name_from(end).is_some_and(Name::is_person) => return None,
        "added" | "grabbed" | "got" | "bagged" | "hit" | "collected" | "snatched" | "claimed" | "completed"
        | "contributed" | "notched" | "plundered" | "registered" | "managed" | "weighed" | "chipped" | "took"
        | "takes" | "gets" | "did" | "found" | "bags" | "hits" | "supplied" | "provided" | "getting" | "adding"
        | "grabbing" | "bagging" | "netting"
            if end == at + 1 || passage.is_any(end - 1, &["with"]) =>
        {
            // "took both in Munich", "did it twice"
            let does = passage.is_any(at, &["took", "takes", "did", "found", "supplied", "provided"]);
            let end = if passage.is_any(at, &["did"]) { passage.phrase(end, "it")? } else { end };
            if does && passage.is_any(at, &["did"]) && count(passage, end).is_none() {
                return None;
            }
            told.end = told.end.max(end);
            let next = passage.any_phrase(end, &["the", "a", "his", "their", "an"]).unwrap_or(end);
            const KINDS: &[&str] = &["late", "quick", "early", "superb", "brilliant", "fine", "stunning", "decisive"];
            let next = if passage.is_any(next, KINDS) { next + 1 } else { next };
            // "Grabbed a dramatic winner"
            let placed = next > end
                && (next + 1..next + 3)
                    .take_while(|&noun| {
                        passage.kind(noun - 1) == Some(TokenKind::Word) && passage.name_at(noun - 1).is_none()
                    })
                    .any(|noun| passage.is_any(noun, &["winner", "equaliser", "equalizer", "opener", "leveller"]));
            // "Completed his three from a corner"
            let of_own = passage.is_any(at, &["completed"])
                && next > end
                && passage.is_any(next, &["two", "three", "four", "five"])
                && !passage.is_any(next + 1, &["games", "matches", "years", "month", "day", "match", "game"]);
            let goal_like = placed
                || of_own
                || passage.is_any(at, &["got"])
                    && passage.name_from(end).is_some_and(|name| name.team().is_some())
                    && deed(passage, end, end + 6, false).is_some()
                || ordinal_object(passage, end).filter(|_| !does).is_some()
                || passage.cardinal(end).is_some_and(|(count, _)| count <= 5 && !does)
                || count(passage, end).is_some_and(|(_, first, end)| {
                    !does || !passage.is_any(first, &["two", "three", "four", "five"]) && end > first
                })
                || passage
                    .any_phrase(end, &["the other"])
                    .is_some_and(|after| !does && (passage.is_break(after) || after >= passage.len()))
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
                            "double",
                            "treble",
                            "hat trick",
                            "only goal",
                            "leveller",
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
        && !(end..deed.end).any(|at| {
            let person = passage.name_at(at).is_some_and(crate::passage::Name::is_person);
            person || (passage.is_break(at) && !passage.is_any(at, &["to"]))
        })
    {
        let own_side = passage.is_any(end, &["his"]) && passage.is_any(end + 1, &["side", "team", "country"]);
        let of_team = own_side || passage.name_from(end).is_some_and(|name| name.team().is_some());
        if of_team && !told.scorers.is_empty() && !purpose {
            told.sure = Sure::Plain;
        }
        order = deed.order;
        told.after = deed.after;
        told.end = deed.end;
        order_end = deed.end;
    } else if end == at + 1 && order.is_none() && passage.is_any(at, LEVELLED) && told.after.is_none() {
        return None;
    }
    // "scored in the sixth" tells a minute, "headed in the second" a goal.
    let scored_in = passage.is_any(told.end.saturating_sub(1), &["scored", "scores", "scoring", "netted", "struck"]);
    let particle = passage.any_phrase(told.end, &["in", "home", "it home"]).filter(|_| !scored_in).unwrap_or(told.end);
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
        // "Put France ahead for good"
        let for_good = passage.phrase(order_end, "for good").filter(|_| order == Order::Ahead);
        let order = if for_good.is_some() { Order::AheadForGood } else { order };
        told.orders.push(OrderWords { order, first: at, end: for_good.unwrap_or(order_end) });
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
        // Whoever is named right before the verb did it, if not in this match.
        let named = at.checked_sub(1).and_then(|last| passage.name_at(last)).is_some_and(Name::is_person);
        if named {
            return None;
        }
        // "Mexico, who had dominated and took the lead": it is the team.
        if let Some(team) = team_of_who(passage, at) {
            told.team = Some(team);
            told.sure = Sure::Soft;
            if told.orders.is_empty() {
                return None;
            }
        } else if passage.has(passage.clause_start(at), at, DESCRIBED)
            && let Some(person) = pronoun
            && sides(person).is_some()
        {
            told.scorers = vec![(usize::MAX, vec![person])];
            told.sure = Sure::Soft;
        } else {
            told.team = team_before(passage, at);
            // "The Czechs replied": with a goal, which need not have drawn them level.
            let replied = passage.is_any(at, &["replied", "responded", "answered"]);
            if told.team.is_none() || told.orders.is_empty() || replied {
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

/// "Scored 71 goals for the national team in 137 appearances", "scored twice in the tournament": counted over more than
/// a match.
fn of_a_career(passage: &Passage, end: usize) -> bool {
    const TIMES: &[&str] = &["twice", "once", "goals", "times", "three", "four", "five", "six"];
    const OVER: &[&str] = &[
        "in the tournament",
        "at the tournament",
        "of the tournament",
        "in the finals",
        "at the finals",
        "in the competition",
        "for the national team",
        "for his country",
        "international goals",
        "internationals",
        "appearances",
        "caps",
        "games",
        "matches",
        "in qualifying",
        "qualifiers",
        "this season",
        "last season",
        "in the group stage",
        "group games",
        "career",
    ];
    let stop = passage.clause_end(end).min(end + 12);
    let count = passage.cardinal(end);
    if let Some((count, after)) = count
        && count > 5
        && passage.is_any(after, &["goals", "times"])
    {
        return true;
    }
    (count.is_some() || passage.is_any(end, TIMES)) && passage.has(end, stop, OVER)
}

/// Verbs of what is done with a pass as well as with a shot.
const SENT: &[&str] = &[
    "slid", "rolled", "sent", "lifted", "clipped", "floated", "curled", "whipped", "drove", "drilled", "chipped",
    "played", "lofted", "flicked", "rifled", "swung", "crashed", "fired",
];

/// "Scored, only for Kane to equalise": whether somebody is named who answers a goal, and is served with no ball.
fn is_answered(passage: &Passage, name: &Name) -> bool {
    const ANSWERS: &[&str] = &[
        "equalise",
        "equalize",
        "level",
        "reply",
        "respond",
        "answer",
        "hit back",
        "strike back",
        "restore parity",
        "pull level",
        "draw level",
        "cancel",
        "even",
        "square",
        "pull one back",
        "pull a goal back",
        "restore the lead",
        "nod the equaliser",
        "head the equaliser",
        "score the equaliser",
        "find the equaliser",
        "nod in the equaliser",
        "head in the equaliser",
        "hit straight back",
    ];
    passage.is_any(name.first.wrapping_sub(2), &["only"]) && passage.any_phrase(name.end + 1, ANSWERS).is_some()
}

/// Who a ball was served to for what follows "to": "for Rivera to score", "for Rivera, standing alone, to score".
pub(super) fn receiver(passage: &Passage, at: usize) -> Option<&Name> {
    let to = if passage.word(at) == "to" { at } else { at.checked_sub(1).filter(|&to| passage.word(to) == "to")? };
    let last = to.checked_sub(1)?;
    let named = passage.name_at(last).or_else(|| {
        let close = passage.is_mark(last, ',').then_some(last)?;
        let start = passage.clause_start(close);
        let name =
            passage.names.iter().rev().find(|name| name.is_person() && name.end < close && name.first >= start)?;
        passage.is_mark(name.end, ',').then_some(name)
    })?;
    let before = named.first.checked_sub(1)?;
    // "for Teo Gutierrez to double the lead": a given name the record does not have.
    let given = passage.name_at(before).is_none()
        && passage.token(before).is_some_and(|token| token.capital)
        && passage.is_any(before.wrapping_sub(1), &["for"]);
    let before = if given { before.checked_sub(1)? } else { before };
    (named.is_person() && passage.is_any(before, &["for", "allowing", "freed", "found"])).then_some(named)
}

/// "It fell to Smicer to win it", "it took Owen to level": who did what was left to him.
fn left_to(passage: &Passage, at: usize) -> Option<&Name> {
    let to = if passage.word(at) == "to" { at } else { at.checked_sub(1).filter(|&to| passage.word(to) == "to")? };
    let name = passage.name_at(to.checked_sub(1)?).filter(|name| name.is_person() && name.end == to)?;
    let before = name.first.checked_sub(1)?;
    let left =
        passage.is_any(before, &["to"]) && passage.is_any(before.wrapping_sub(1), &["fell", "left", "came", "down"]);
    let took = passage.is_any(before, &["took"]) && passage.is_any(before.wrapping_sub(1), &["it"]);
    (left || took).then_some(name)
}

/// Whether a verb is what somebody unknown, named after "for", is to do.
fn is_for_a_stranger(passage: &Passage, at: usize) -> bool {
    let Some(to) = at.checked_sub(1).filter(|&to| passage.word(to) == "to") else { return false };
    let capital = |at: usize| passage.token(at).is_some_and(|token| token.capital);
    let first = (to.saturating_sub(3)..to).rev().take_while(|&before| capital(before)).last();
    first.is_some_and(|first| passage.is_any(first.wrapping_sub(1), &["for"]))
}

/// The team that "who" or "which" before a token stands for.
fn team_of_who(passage: &Passage, at: usize) -> Option<byline_record::TeamId> {
    let start = passage.clause_start(at);
    let who = (start..at).rev().find(|&before| passage.is_any(before, &["who", "which"]))?;
    let last = who.checked_sub(1)?;
    let last = if passage.is_mark(last, ',') { last.checked_sub(1)? } else { last };
    passage.name_at(last).and_then(Name::team)
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
const THROUGH: &[&str] = &["through", "thanks to", "courtesy of", "via", "since", "by virtue of"];
const SERVED: &[&str] = &["set up", "teed up", "picked out", "setting up", "squared for"];
/// "A stray pass gave Rossi another": what brings somebody a goal.
const GIVEN: &[&str] = &["gave", "handed", "gifted", "presented"];
/// Words that [`through`] and [`served`] begin with.
pub(super) const HEADS: Heads =
    Heads::of(THROUGH).and(Heads::of(SERVED)).and(Heads::of(GIVEN)).and(Heads::of(&["behind"]));

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
    let start = passage.clause_start(at).max(at.saturating_sub(8));
    let from = if passage.word(at) == "behind" { at + 1 } else { at };
    let (did, order) = (start..from).rev().find_map(|before| {
        let word = passage.word(before);
        DID.iter().find(|(did, _)| *did == word).map(|(_, order)| (before, *order))
    })?;
    if is_hedged(passage, did, at) || (did + 1..at).any(|between| passage.is_any(between, &["and", "but", "went"])) {
        return None;
    }
    // "Scored with a shot through the legs of Stekelenburg"
    if passage.has(next, next + 4, &["legs of", "hands of", "arms of", "fingers of"]) {
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
    let given = passage.any_phrase(at, GIVEN);
    let next = given.or_else(|| passage.any_phrase(at, SERVED))?;
    if is_hedged(passage, at, next) {
        return None;
    }
    let list = list_from(passage, next, sides);
    let [(index, _)] = list.as_slice() else { return None };
    let name = passage.names.get(*index)?;
    let mut told = goal(name.first, name.end, Sure::Soft);
    if given.is_some() {
        let behind = passage.any_phrase(name.end, &["with"]).unwrap_or(name.end);
        match ordinal_object(passage, behind) {
            Some(words) => {
                told.end = words.end;
                told.orders.push(words);
            }
            None => told.end = passage.phrase(behind, "another")?,
        }
        // "Gave Rossi another chance", "his second yellow card"
        const ELSE: &[&str] = &["referee", "yellow", "card", "booking", "caution", "chance", "chances", "cap"];
        if name.first != next || !closes(passage, told.end) || passage.has(0, passage.len(), ELSE) {
            return None;
        }
    } else if passage.word(name.end) == "for" {
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

/// Who stands right before a verb as whose goal is its subject: "a diving header from Schmid put".
fn whose_goal(passage: &Passage, at: usize) -> Option<usize> {
    const GOALS: &[&str] =
        &["header", "volley", "shot", "strike", "drive", "kick", "penalty", "finish", "effort", "goal"];
    let index = passage.names.iter().position(|name| name.end == at && name.is_person())?;
    let from = passage.names.get(index)?.first.checked_sub(1).filter(|&from| passage.is_any(from, &["from", "by"]))?;
    let noun = from.checked_sub(1)?;
    // "An own goal by Gjasula made it 2-1": no goal of his.
    let own = passage.is_any(noun.wrapping_sub(1), &["own"]);
    (passage.is_any(noun, GOALS) && !own).then_some(index)
}
