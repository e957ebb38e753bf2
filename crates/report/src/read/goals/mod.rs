//! Goals as a report tells them: who, when, how, in which place among the others.

mod attach;
mod ellipsis;
mod noun;
mod object;
mod subject;
mod undone;
mod verb;

use byline_record::names::find::How;
use byline_record::{Match, PersonId, Side, TeamId};

use super::clock::ClockWords;
use super::cues::{CUE_HEADS, HEDGES_BEFORE, MISSES_AFTER, Order, Sure};
use attach::{attach, bare, is_brought_on};
use ellipsis::ellipsis;
use noun::{noun, nth_from, several_from};
use undone::undone;
use verb::{served, through, verb};

use crate::heads::Heads;
use crate::passage::{Name, Passage};

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
    /// Others of the clause who may be meant.
    pub(crate) others: Vec<(usize, Vec<PersonId>)>,
    /// The side, where the words name a team and no scorer.
    pub(crate) team: Option<TeamId>,
    /// From its first token to the one after its last.
    pub(crate) first: usize,
    pub(crate) end: usize,
    /// The verb or noun that tells it.
    pub(crate) at: usize,
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
    let of_sides = |name: &Name| -> Vec<PersonId> {
        name.people().into_iter().filter(|&person| sides(person).is_some()).collect()
    };
    let Some(own) = passage.names.get(name) else { return Vec::new() };
    // "Karim Griezmann": before the surname of another of the match a given name is of nobody else.
    let next = passage.names.get(name + 1).filter(|next| own.how == How::Part && next.first == own.end);
    let people = of_sides(own);
    let of_other = next.is_some_and(|next| {
        let others = of_sides(next);
        !others.is_empty() && !others.iter().any(|person| people.contains(person))
    });
    if of_other { Vec::new() } else { people }
}

/// The place of the name that begins at a token in [`Passage::names`].
fn place_of(passage: &Passage, first: usize) -> Option<usize> {
    passage.names.iter().position(|name| name.first == first)
}

/// Words of how a match is decided by the rules.
const RULES: &[&str] = &[
    "golden goal rule",
    "golden goal system",
    "golden goal was introduced",
    "silver goal rule",
    "silver goal system",
    "declared the winner",
    "declared winners",
    "declare a",
    "declare the",
    "determine the winner",
    "determine a winner",
    "decide the winner",
    "decide a winner",
];

const RULE_HEADS: Heads = Heads::of(RULES);
const WINNER_HEADS: Heads = Heads::of(&["winner", "winners"]);

/// "The golden goal rule was applied": whether a passage tells of the rules, and of no goal.
fn is_rule(passage: &Passage) -> bool {
    // "1930: Uruguay v Argentina, Winner - Uruguay"
    let is_list = || {
        (1..passage.len()).any(|at| {
            passage.is_any(at, &["winner", "winners"])
                && (passage.is_mark(at + 1, ':') || passage.is_mark(at + 1, '-') || passage.is_mark(at + 1, '–'))
                && passage.name_from(at + 2).is_some_and(|name| name.team().is_some())
        })
    };
    passage.may_meet(&RULE_HEADS) && passage.has(0, passage.len(), RULES)
        || passage.may_meet(&WINNER_HEADS) && is_list()
}

/// "Tigana found the strength to provide an assist for the winner": whether who is named only served it.
fn is_served(passage: &Passage, goal: &ToldGoal) -> bool {
    const SERVED: &[&str] = &[
        "assist for",
        "assists for",
        "to assist",
        "provide an assist",
        "provided an assist",
        "provides an assist",
        "provide the assist",
        "provided the assist",
        "provides the assist",
        "providing the assist",
    ];
    goal.scorers
        .iter()
        .filter_map(|(index, _)| passage.names.get(*index))
        .any(|name| name.end <= goal.first && passage.has(name.end, goal.first, SERVED))
}

/// "A header from a Schweinsteiger free kick": whether a name is only of whoever served the ball.
fn serves(passage: &Passage, name: &Name) -> bool {
    const BEFORE: &[&str] = &["from", "home", "in", "onto", "to", "met", "meeting", "after", "following"];
    const SERVED: &[&str] = &["free", "corner", "cross", "pass", "delivery", "centre", "ball", "freekick"];
    let article = name.first.wrapping_sub(1);
    passage.is_any(article, &["a", "an", "another"])
        && passage.is_any(article.wrapping_sub(1), BEFORE)
        && passage.is_any(name.end, SERVED)
}

/// Whether words that tell of a goal may begin at a token: most do not.
fn may_begin(passage: &Passage, at: usize) -> bool {
    const HEADS: Heads = CUE_HEADS.and(undone::HEADS).and(verb::HEADS).and(noun::HEADS).and(ellipsis::HEADS);
    passage.may_begin(at, &HEADS)
        || super::turns::is_past(passage, at)
        || passage.cardinal(at).is_some()
        || passage.ordinal(at).is_some()
        || passage.is_possessive(at)
}

/// The goals a passage tells of a match, in its order.
pub(crate) fn told(
    passage: &Passage,
    entry: &Match,
    sides: &dyn Fn(PersonId) -> Option<Side>,
    pronoun: Option<PersonId>,
) -> Vec<ToldGoal> {
    if is_rule(passage) {
        return Vec::new();
    }
    let clocks = passage.clocks(entry.score.extra_time.is_some());
    let mut goals: Vec<ToldGoal> = Vec::new();
    let mut at = 0;
    while at < passage.len() {
        if !may_begin(passage, at)
            || passage.name_at(at).is_some()
            || clocks.iter().any(|words| (words.first..words.end).contains(&at))
        {
            at += 1;
            continue;
        }
        if let Some(goal) = undone(passage, at, entry, sides)
            .or_else(|| verb(passage, at, sides, pronoun))
            .or_else(|| served(passage, at, sides))
            .or_else(|| through(passage, at, sides))
            .or_else(|| nth_from(passage, at, sides))
            .or_else(|| noun(passage, at, sides, pronoun, clocks))
            .or_else(|| several_from(passage, at, sides))
            .or_else(|| ellipsis(passage, at, sides))
        {
            at = goal.end.max(at + 1);
            match goals.last_mut() {
                // "Kane scored the equaliser" is one goal: a noun that follows its verb adds to it.
                Some(before) if is_same(before, &goal) && joins(passage, before, &goal) => {
                    // "nodded the equaliser": the noun is the object of the verb.
                    let object = !goal.orders.is_empty()
                        && (before.end..goal.first)
                            .all(|at| goal.first - before.end <= 3 && !passage.is_any(at, NO_OBJECT));
                    if object && !before.scorers.is_empty() {
                        before.sure = Sure::Plain;
                    }
                    before.after = before.after.or(goal.after);
                    before.orders.extend(goal.orders);
                    before.end = goal.end;
                    before.penalty = before.penalty.or(goal.penalty);
                    before.own_goal = before.own_goal.or(goal.own_goal);
                    before.count = before.count.or(goal.count);
                    if goal.sure == Sure::Plain && goal.scorers.is_empty() {
                        before.sure = Sure::Plain;
                    }
                }
                _ => goals.push(goal),
            }
        } else {
            at += 1;
        }
    }
    let first =
        |goal: &ToldGoal| goal.scorers.first().and_then(|(name, _)| passage.names.get(*name)).map(|name| name.first);
    goals.retain(|goal| {
        !goal.scorers.iter().any(|(name, _)| passage.names.get(*name).is_some_and(|name| serves(passage, name)))
    });
    // "Introduced Maggio, Quagliarella and Pirlo": several who came on did not score together.
    goals.retain(|goal| goal.scorers.len() < 2 || !first(goal).is_some_and(|first| is_brought_on(passage, first)));
    goals.retain(|goal| {
        (!goal.scorers.is_empty() || goal.team.is_some() || !goal.orders.is_empty()) && !is_served(passage, goal)
    });
    // "in the 22nd" is a minute.
    let in_clock = |words: &OrderWords| clocks.iter().any(|clock| clock.first < words.end && words.first < clock.end);
    for goal in &mut goals {
        goal.orders.retain(|words| !in_clock(words));
    }
    bare(passage, clocks, sides, &mut goals);
    attach(passage, clocks, &mut goals);
    goals
}

/// Words between a verb and a noun that is not its object.
const NO_OBJECT: &[&str] = &["for", "to", "that", "up", "towards", "before", "across", "over", "of", "from", "about"];

/// Whether a goal told names nobody else than the one told before it.
fn is_same(before: &ToldGoal, goal: &ToldGoal) -> bool {
    let nobody = goal.scorers.is_empty() && goal.team.is_none();
    let same = !goal.scorers.is_empty() && goal.scorers == before.scorers && goal.first >= before.end;
    nobody || (same && goal.count.is_none())
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
        others: Vec::new(),
        team: None,
        first,
        end,
        at: first,
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

/// What the sentence after one that tells of a goal takes it back with.
const TAKEN_BACK: &[&str] = &[
    "was disallowed",
    "were disallowed",
    "was ruled out",
    "were ruled out",
    "was chalked off",
    "disallowed it",
    "ruled it out",
    "was offside",
    "not stand",
    "raised flag",
    "flag was up",
];

const TAKEN_BACK_HEADS: Heads = Heads::of(TAKEN_BACK);

/// "Khazri found the net. But the goal was disallowed": whether the sentence after one takes a goal back.
pub(crate) fn is_taken_back(passage: &Passage, next: &Passage) -> bool {
    passage.paragraph == next.paragraph && next.may_meet(&TAKEN_BACK_HEADS) && next.has(0, next.len(), TAKEN_BACK)
}

/// Words of a goal that was not given.
const NOT_GIVEN: &[&str] = &[
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
    "flag was up",
    "flag was raised",
    "flag went up",
    "but the flag",
    "but was offside",
    "did not stand",
    "not allowed to stand",
    "not be allowed",
    "was not given",
    "was not allowed",
    "wrongly flagged",
    "rightly flagged",
    "was flagged",
    "raise his flag",
    "raised his flag",
    "was given offside",
];
const NOT_GIVEN_HEADS: Heads = Heads::of(NOT_GIVEN);

fn is_hedged(passage: &Passage, at: usize, end: usize) -> bool {
    const BEFORE: Heads = Heads::of(HEDGES_BEFORE);
    const AFTER: Heads = Heads::of(MISSES_AFTER);
    let from = (passage.clause_start(at)..at)
        .rev()
        .find(|&before| passage.is_mark(before, ','))
        .map_or(passage.clause_start(at), |comma| comma + 1);
    let before = (from.max(at.saturating_sub(9))..at).any(|before| {
        passage.may_begin(before, &BEFORE)
            && passage.name_at(before).is_none()
            && passage.is_any(before, HEDGES_BEFORE)
            // "no chance" and "not only" of somebody else's clause do not reach over "and".
            && !(before..at).any(|between| {
                passage.is_any(
                    between,
                    &["and", "but", "before", "who", "when", "then", "since", "until", "while", "whose", "whom", "where"],
                ) || passage.is_any(between, &["with"])
                    && passage.name_from(between + 1).is_some_and(|name| name.is_person() && name.end == at)
            })
    });
    // "Had Kane scored, England would have led"
    if before || super::about::is_inverted(passage, at) {
        return true;
    }
    let stop = passage.clause_end(end);
    let near = (end..stop)
        .find(|&after| {
            passage.is_any(after, &["and", "but", "before", "after", "then", "while"]) || passage.is_mark(after, ',')
        })
        .unwrap_or(stop);
    let after = (end..near.min(end + 12)).any(|after| {
        passage.may_begin(after, &AFTER)
            && passage.name_at(after).is_none()
            && passage.any_phrase(after, MISSES_AFTER).is_some()
            && !beats(passage, after)
            && !rescues(passage, after)
    });
    let late = passage.may_meet(&NOT_GIVEN_HEADS) && passage.has(end, passage.len(), NOT_GIVEN);
    // "A yard from handing Spain the lead", "kept Kane from scoring": what did not come to pass.
    let kept = passage.word(at).ends_with("ing")
        && passage.is_any(at.wrapping_sub(1), &["from"])
        && !passage.is_any(at.wrapping_sub(2), &["apart", "aside"]);
    // "A free kick took a deflection and went wide": so much later in its clause.
    const WIDE: &[&str] = &["went wide", "flew wide", "drifted wide", "and wide", "sailed wide", "rolled wide"];
    let wide = passage.may_have("wide")
        && passage.find(end, stop.min(end + 10), WIDE).is_some_and(|(wide, _)| {
            !(end..wide).any(|at| {
                passage.is_mark(at, ',')
                    || passage.name_at(at).is_some()
                    || passage.is_any(at, &["but", "before", "after"])
            })
        });
    before || after || late || kept || wide
}

/// "Sommer had to save a low shot": whether a shot is what a keeper had to save.
fn is_saved(passage: &Passage, at: usize) -> bool {
    passage.may_have("save")
        && (at.saturating_sub(4)..at)
            .any(|before| passage.any_phrase(before, &["save a", "save an", "save the"]).is_some())
}

/// "Saka's strike had saved them", "saved England from defeat": a goal did, and nobody stopped it.
fn rescues(passage: &Passage, at: usize) -> bool {
    const THEM: &[&str] = &["them", "us", "the day", "a point", "his side", "his team", "his country", "face"];
    let saved =
        passage.is_any(at, &["saved", "saves", "save"]) && !passage.is_any(at.wrapping_sub(1), &["was", "were"]);
    let team = passage.name_from(at + 1 + usize::from(passage.is_any(at + 1, &["the"])));
    saved && (passage.any_phrase(at + 1, THEM).is_some() || team.is_some_and(|name| name.team().is_some()))
}

/// "in off the post", "off the bar and in" went in all the same.
fn beats(passage: &Passage, at: usize) -> bool {
    // "inside the far post", "under the bar": where it went in.
    let place = passage.is_any(at, &["post", "bar", "crossbar", "upright"])
        && (at.saturating_sub(3)..at)
            .any(|before| passage.is_any(before, &["inside", "at", "under", "underneath", "beneath", "between"]));
    // "A goal that gave them a 1-0 win over ten-man Algeria"
    let won = passage.is_any(at, &["over"])
        && passage.is_any(
            at.wrapping_sub(1),
            &["win", "victory", "triumph", "success", "upset", "lead", "advantage", "winners", "comeback"],
        );
    // "Was cancelled out by Nasri": it had counted.
    let answered = passage.phrase(at + 1, "cancelled out by").is_some_and(|by| is_somebody(passage, by));
    place
        || won
        || answered
        || (at.saturating_sub(4)..at)
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
        || passage.is_any(at, &["against", "over"]) && is_somebody(passage, at + 1)
}

/// "Against Ireland", "against the Irish", "against the hosts", "against ten-man Ghana", and not against the bar.
fn is_somebody(passage: &Passage, at: usize) -> bool {
    const SIDES: &[&str] = &[
        "hosts",
        "holders",
        "champions",
        "minnows",
        "debutants",
        "team",
        "side",
        "leaders",
        "co hosts",
        "opponents",
        "same opponents",
        "eventual winners",
        "eventual champions",
        "defending champions",
        "world champions",
        "european champions",
        "favourites",
        "outsiders",
        "newcomers",
    ];
    let end = passage.any_phrase(at, &["the", "a", "an", "his", "their", "both"]).unwrap_or(at);
    let described = end..passage.len().min(end + 3);
    passage.name_from(at).is_some()
        || passage.any_phrase(end, SIDES).is_some()
        || described.take_while(|&next| !passage.is_break(next)).any(|next| {
            passage.name_from(next).is_some_and(|name| name.team().is_some() && !passage.is_possessive(name.end))
        })
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
        // "Taking a pass from Hagi, Dumitrescu": only before an "and" does a comma make a list.
        let comma = passage.is_mark(one.end, ',') && list.len() > 1;
        // "Joshua Kimmich, captain Gustavo Gomez"
        let described = other.first == one.end + 2
            && passage.is_any(one.end + 1, &["captain", "skipper", "substitute", "sub", "then", "finally"]);
        let listed = (other.first == one.end + 1 || described) && (passage.word(one.end) == "and" || comma);
        let people = of_match(passage, before, sides);
        if !listed || !one.is_person() || people.is_empty() || is_described_object(passage, one.first) {
            return;
        }
        list.insert(0, (before, people));
        at = before;
    }
}

/// "Was parried by Algeria's goalkeeper M'Bolhi and Donovan slotted home": whether the words before a name, over what
/// describes its bearer, make it an object.
fn is_described_object(passage: &Passage, first: usize) -> bool {
    let mut before = first;
    while let Some(at) = before.checked_sub(1).filter(|at| at + 6 > first) {
        if passage.name_at(at).is_some_and(crate::passage::Name::is_person) || passage.is_stop(at) {
            return false;
        }
        if passage.name_at(at).is_none() {
            if passage.is_any(at, &["by", "past", "from", "beyond", "beating", "beat", "off", "via"]) {
                return true;
            }
            if passage.is_break(at) {
                return false;
            }
        }
        before = at;
    }
    false
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
    // "From Slovak striker Robert Vittek"
    const ROLES: &[&str] = &[
        "striker",
        "forward",
        "midfielder",
        "defender",
        "winger",
        "captain",
        "skipper",
        "substitute",
        "playmaker",
        "star",
        "veteran",
        "centre",
        "full",
        "left",
        "right",
    ];
    if let Some(team) = passage.name_from(next).filter(|name| !name.is_person() && passage.is_any(name.end, ROLES)) {
        next = team.end;
    }
    while next < passage.len() && next < at + 5 && passage.name_from(next).is_none() && !passage.is_break(next) {
        // "from 35 metres that sailed over Seaman": no description of him.
        const ELSE: &[&str] = &[
            "that", "which", "over", "past", "beyond", "under", "metres", "yards", "beat", "deceived", "when", "after",
        ];
        if passage.is_any(next, ELSE) {
            return list;
        }
        next += 1;
    }
    while let Some(index) = passage.names.iter().position(|name| name.first == next && name.is_person()) {
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
        // "from Seferovic again and substitute Gavranovic"
        if passage.is_any(after, &["again"]) {
            after += 1;
        }
        let last = after;
        if passage.is_mark(after, ',') {
            after += 1;
        }
        if passage.is_any(after, &["and"]) {
            after += 1;
        }
        if after == last {
            break;
        }
        if passage.is_any(after, &["substitute"]) {
            after += 1;
        }
        next = after;
    }
    list
}
