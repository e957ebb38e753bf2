//! Names and words of the clock that stand beside a goal told.

use byline_record::ask::english::tokens::TokenKind;
use byline_record::names::find::How;
use byline_record::{PersonId, Side};

use super::super::clock::{ClockWords, Meant};
use super::super::cues::Sure;
use super::{ToldGoal, goal, of_match};
use crate::passage::Passage;

/// Words by which what stands beside a name and a minute is no goal.
const NO_GOAL: &[&str] = &[
    "booked",
    "sent off",
    "yellow",
    "red card",
    "came on",
    "replaced",
    "substituted",
    "saved",
    "missed",
    "over the bar",
    "over the crossbar",
    "wide",
    "post",
    "crossbar",
    "bar",
    "woodwork",
    "disallowed",
    "ruled out",
    "offside",
    "went off",
    "injured",
    "denied",
    "cautioned",
    "dismissed",
    "cleared",
    "blocked",
    "kept out",
    "almost",
    "nearly",
    "could",
    "would",
    "should",
    "chance",
    "save",
    "tipped",
    "flag",
    "on for",
    "red",
    "card",
    "caution",
    "booking",
    "limped",
    "might",
    "appeal",
    "appeals",
    "yet to",
    "still to",
    "claim",
    "claims",
];

/// Words that make a name and a minute beside each other a goal told.
const GOAL_LIKE: &[&str] = &[
    "backheel",
    "winner",
    "equaliser",
    "equalizer",
    "opener",
    "leveller",
    "scorer",
    "scored",
    "thunderbolt",
    "screamer",
    "goal",
    "header",
    "volley",
];

/// From the word after the mark or conjunction before some tokens to the next one after them.
fn surroundings(passage: &Passage, first: usize, end: usize) -> (usize, usize) {
    let cut = |at: usize| {
        passage.is_stop(at)
            || passage.is_mark(at, ',')
            || passage.is_any(at, &["and", "but", "when", "while", "before"])
    };
    let from = (first.saturating_sub(8)..first).rev().find(|&at| cut(at)).map_or(first.saturating_sub(8), |at| at + 1);
    let to = (end..passage.len().min(end + 8)).find(|&at| cut(at)).unwrap_or(passage.len().min(end + 8));
    (from, to)
}

/// "Introduced Maggio, Quagliarella and Pirlo": whether somebody is of a list of those who came on.
pub(super) fn is_brought_on(passage: &Passage, first: usize) -> bool {
    const ON: &[&str] =
        &["introduced", "introducing", "brought on", "bringing on", "sent on", "threw on", "throwing on"];
    /// The longest list of those who come on at once.
    const REACH: usize = 16;
    let listed = |at: usize| {
        passage.name_at(at).is_some_and(crate::passage::Name::is_person)
            || passage.is_mark(at, ',')
            || passage.is_any(at, &["and", "on", "substitutes", "both"])
    };
    let head = (first.saturating_sub(REACH)..first).rev().find(|&at| !listed(at));
    head.is_some_and(|head| passage.any_phrase(head, ON).is_some())
}

/// People of the match beside words of the clock, of whom nothing else is told: goals if the record has them there.
pub(super) fn bare(
    passage: &Passage,
    clocks: &[ClockWords],
    sides: &dyn Fn(PersonId) -> Option<Side>,
    goals: &mut Vec<ToldGoal>,
) {
    for (index, name) in passage.names.iter().enumerate().filter(|(_, name)| name.is_person()) {
        if name.how == How::Misprint || goals.iter().any(|goal| goal.scorers.iter().any(|(scorer, _)| *scorer == index))
        {
            continue;
        }
        let beside = clocks.iter().find(|words| {
            let (from, to) = if words.first >= name.end { (name.end, words.first) } else { (words.end, name.first) };
            to.saturating_sub(from) <= 10
                && !(from..to).any(|at| {
                    passage.is_stop(at)
                        || passage.name_at(at).is_some_and(|other| other.is_person() && other.first != name.first)
                        || passage.is_any(at, &["and", "but"])
                })
        });
        let Some(words) = beside else { continue };
        // Who stands in the clause of a goal told, or is owner or object, is not its scorer: but for "by Neeskens, five
        // minutes into the second half", "but for Varela, in the fifth added minute".
        let start = passage.clause_start(name.first);
        let comma = usize::from(passage.is_mark(name.end, ','));
        let timed = words.first == name.end + comma
            && passage.is_any(name.first.wrapping_sub(1), &["by", "for", "from", "through", "via"]);
        let object = passage.is_possessive(name.end)
            || (name.first > start
                && !timed
                && passage.is_any(
                    name.first - 1,
                    &[
                        "from",
                        "by",
                        "of",
                        "past",
                        "to",
                        "with",
                        "for",
                        "on",
                        "beyond",
                        "beat",
                        "behind",
                        "against",
                        "over",
                        "under",
                        "after",
                        "above",
                        "alongside",
                        "than",
                        "near",
                        "between",
                    ],
                ))
            || goals.iter().any(|goal| {
                !goal.bare && goal.end <= name.first && !(goal.end..name.first).any(|at| passage.is_break(at))
            });
        if object {
            continue;
        }
        let people = of_match(passage, index, sides);
        let around = surroundings(passage, name.first.min(words.first), name.end.max(words.end));
        if people.is_empty() || passage.has(around.0, around.1, NO_GOAL) || is_brought_on(passage, name.first) {
            continue;
        }
        let mut goal = goal(name.first, name.end, Sure::Soft);
        goal.scorers = vec![(index, people)];
        // "Meunier scored after four minutes and Hazard with eight left": the verb goes on.
        let goes_on = name.first > 0
            && (passage.word(name.first - 1) == "and" || passage.is_mark(name.first - 1, ','))
            && clocks.iter().any(|words| words.first == name.end)
            && goals.iter().any(|before| {
                !before.bare && before.sure == Sure::Plain && before.end <= name.first && name.first - before.end <= 12
            });
        // "a backheel from substitute Welbeck 12 minutes from time": what he did is said, though by no verb.
        let close = beside.is_some_and(|words| {
            let (from, to) = if words.first >= name.end { (name.end, words.first) } else { (words.end, name.first) };
            to.saturating_sub(from) <= 6
                && !(from..to).any(|at| passage.is_any(at, &["when", "who", "after", "as", "while", "with", "above"]))
        });
        let cued =
            close && (around.0..around.1).any(|at| passage.name_at(at).is_none() && passage.is_any(at, GOAL_LIKE));
        goal.bare = !(goes_on || cued);
        goals.push(goal);
    }
    goals.sort_by_key(|goal| goal.first);
}

/// Gives each word of the clock to the goal it stands beside.
pub(super) fn attach(passage: &Passage, clocks: &[ClockWords], goals: &mut [ToldGoal]) {
    // With its subject left out, a second verb begins where the first ends.
    let starts: Vec<usize> = goals
        .iter()
        .enumerate()
        .map(|(index, goal)| {
            let shared = goals.iter().take(index).any(|before| before.end > goal.first && before.end <= goal.at);
            if shared { goal.at } else { goal.first }
        })
        .collect();
    let start = |index: usize| starts.get(index).copied().unwrap_or(0);
    // "Totti, who came on in the second half, sent": when he came on.
    const CHANGES: &[&str] = &[
        "came on",
        "coming on",
        "come on",
        "off the bench",
        "brought on",
        "sent on",
        "introduced",
        "thrown on",
        "was on",
        "who was on",
    ];
    let of_change = |words: &ClockWords| {
        let near = words.first.saturating_sub(4);
        passage.find(near, words.first, CHANGES).is_some_and(|(_, end)| {
            !(end..words.first).any(|at| passage.is_mark(at, ',') || passage.is_any(at, &["and", "to"]))
        })
    };
    // "Less frenzied than the opening 45 minutes": what a half is measured by.
    // "Building on a strong finish to the first half": nor of what it ended with.
    let compared = |words: &ClockWords| {
        const PARTS: &[&str] = &["finish to", "start to", "end to", "beginning to", "close to", "opening to"];
        // "Had been the better side, particularly in the second half": when that was so.
        const ABOVE_ALL: &[&str] = &["particularly", "especially", "notably", "mainly"];
        (words.first.saturating_sub(2)..=words.first).any(|at| passage.is_any(at, &["than"]))
            || passage.is_any(words.first.wrapping_sub(1), ABOVE_ALL)
            || passage.has(words.first.saturating_sub(3), words.first + 1, PARTS)
    };
    // "Trailing 3-0 at the hour, Nigeria pulled one back": when the score stood so.
    // "Ahead 3-1 in extra time" leaves half an hour for what came then.
    let is_moment = |words: &ClockWords| match &words.meant {
        Meant::At(spans) => spans.iter().all(|span| span.to.minute().saturating_sub(span.from.minute()) <= 6),
        _ => false,
    };
    let of_state = |words: &ClockWords| {
        let joint = usize::from(passage.is_any(words.first.wrapping_sub(1), &["at", "by", "on", "after"]));
        is_moment(words)
            && words.first.checked_sub(1 + joint).is_some_and(|score| {
                matches!(passage.kind(score), Some(TokenKind::Score(..)))
                    && (score.saturating_sub(2)..score)
                        .any(|at| passage.is_any(at, &["trailing", "trailed", "leading", "led", "behind", "ahead"]))
            })
    };
    // "Kane, who scored against Tunisia, hit the bar in the 55th minute": of what follows the clause of "who".
    let is_past_clause = |goal: &ToldGoal, words: &ClockWords| {
        let who = (goal.at.saturating_sub(6)..goal.at).rev().find(|&at| passage.is_any(at, &["who", "whose"]));
        let opens = who.filter(|&who| {
            passage.is_mark(who.wrapping_sub(1), ',') && !(who..goal.at).any(|at| passage.is_mark(at, ','))
        });
        let close = (goal.end..words.first).find(|&at| passage.is_mark(at, ','));
        opens.is_some() && close.is_some_and(|comma| comma + 1 < words.first)
    };
    // "Set up a first-half goal and scored himself": when the other was.
    let served = |words: &ClockWords| {
        passage
            .find(
                words.first.saturating_sub(4),
                words.first,
                &["set up", "setting up", "sets up", "created", "laid on"],
            )
            .is_some_and(|(_, end)| (end..words.first).all(|at| passage.name_at(at).is_none() && !passage.is_break(at)))
            && !passage.has(words.end, words.end + 4, &["for", "by", "from"])
    };
    // "A game that came to life in the second half": when the match did.
    const OF_THE_MATCH: &[&str] =
        &["to life", "into life", "came alive", "comes alive", "came to boil", "opened up", "livened up", "flickered"];
    let of_the_match = |words: &ClockWords| passage.has(words.first.saturating_sub(3), words.first, OF_THE_MATCH);
    // "Which was still level after 90 minutes": how it stood.
    const LEVEL: &[&str] = &["level", "deadlocked", "goalless", "all square", "locked", "tied", "scoreless"];
    let stood = |words: &ClockWords| {
        passage.find(words.first.saturating_sub(3), words.first, LEVEL).is_some_and(|(at, end)| {
            // "Put the Danes level seven minutes later" is a goal.
            let was = passage.is_any(at.wrapping_sub(1), &["still", "was", "were", "remained", "stayed", "it", "all"]);
            end == words.first && was
        })
    };
    let of_else: Vec<bool> = clocks
        .iter()
        .map(|words| of_change(words) || compared(words) || served(words) || stood(words) || of_the_match(words))
        .collect();
    let of_else =
        |words: &ClockWords| clocks.iter().zip(&of_else).any(|(other, of_else)| *of_else && other.first == words.first);
    for words in clocks.iter().filter(|words| !of_else(words) && !of_state(words)) {
        if let Meant::After(_, other) = words.meant {
            let is_other = |goal: &ToldGoal| goal.scorers.iter().any(|(name, _)| *name == other);
            let before = goals.iter().rposition(|goal| goal.end <= words.first && !is_other(goal));
            let after = goals.iter().position(|goal| goal.first >= words.end && !is_other(goal));
            if let Some(goal) = before.or(after).and_then(|index| goals.get_mut(index)) {
                goal.clocks.push(words.clone());
            }
            continue;
        }
        let after = (0..goals.len()).find(|&index| start(index) >= words.end);
        let inside =
            goals.iter().enumerate().position(|(index, goal)| start(index) <= words.first && words.end <= goal.end);
        let before = goals.iter().rposition(|goal| goal.end <= words.first);
        let chosen = inside.or_else(|| match (before, after) {
            (None, after) => after,
            // "and before the interval Argentina had …" is of what follows.
            (Some(before), None) => {
                let end = goals.get(before)?.end;
                let opens = (end..words.first).any(|at| passage.is_any(at, &["and", "but", "while", "when", "as"]))
                    && words.end < passage.len()
                    && !passage.is_break(words.end)
                    && !passage.is_stop(words.end);
                (!opens).then_some(before)
            }
            (Some(before), Some(after)) => {
                // Words belong to the goal they share a clause with; at the head of a clause they belong to the next.
                let (one, other) = (goals.get(before)?, goals.get(after)?);
                let cut_before = (one.end..words.first).any(|at| passage.is_break(at));
                let cut_after = (words.end..other.first).any(|at| passage.is_break(at) && !passage.is_mark(at, ','));
                // "and then, eight minutes into extra time, sliced"
                let aside = words.first > 1
                    && passage.is_mark(words.first - 1, ',')
                    && passage.is_any(words.first - 2, &["and", "then", "but", "while"]);
                let head = aside
                    || words.first > 0 && passage.is_break(words.first - 1) && !passage.is_mark(words.first - 1, ',');
                // "Opened the scoring, and the pressure was rewarded in the 21st when Zenden …"
                let turns = (one.end..words.first).any(|at| passage.is_any(at, &["and", "but"]))
                    && passage.is_any(words.end, &["when", "as"])
                    && other.first <= words.end + 4;
                // "Led through Trippier's goal until the 68th minute, when Perisic …"
                let comma = words.end + usize::from(passage.is_mark(words.end, ','));
                let until = passage.is_any(comma, &["when", "as"])
                    && other.first <= comma + 4
                    && (words.first.saturating_sub(2)..=words.first).any(|at| passage.is_any(at, &["until", "till"]));
                let next = turns || until || !cut_after && (head || (cut_before && !passage.is_break(words.end)));
                Some(if next { after } else { before })
            }
        });
        if let Some(goal) = chosen.and_then(|index| goals.get_mut(index)) {
            let (from, to) =
                if words.first >= goal.end { (goal.end, words.first) } else { (words.end.min(goal.first), goal.first) };
            // "Scored the winner after Subasic had saved a penalty with 20 minutes left": of what had been.
            let of_what_had_been = words.first >= goal.end
                && (goal.end..words.first).any(|at| {
                    passage.is_any(at, &["after", "before"])
                        && (at + 1..words.first).any(|had| {
                            passage.is_any(had, &["had"])
                                && passage.name_at(had - 1).is_some_and(crate::passage::Name::is_person)
                        })
                });
            let apart = of_what_had_been || words.first >= goal.end && is_past_clause(goal, words);
            if to.saturating_sub(from) <= 24 && !(from..to).any(|at| passage.is_stop(at)) && !apart {
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
