//! Goals told by a noun: "Kane's 57th-minute penalty", "goals from Tchouameni and Giroud", "the winner".

use byline_record::{PersonId, Side};

use super::super::clock::ClockWords;
use super::super::cues::{Order, Sure, noun_at};
use super::object::score_after;
use super::subject::subjects;
use super::{OrderWords, ToldGoal, goal, is_hedged, is_saved, list_from, of_match, place_of};
use crate::heads::{Heads, Phrases};
use crate::passage::Passage;

/// Words before the owner of a free kick that somebody else put in.
const MET: &[&str] = &[
    "in",
    "home",
    "from",
    "following",
    "after",
    "headed",
    "nodded",
    "converted",
    "turned",
    "volleyed",
    "glanced",
    "flicked",
    "heading",
    "nodding",
    "connected",
    "with",
    "by",
    "past",
    "to",
];

/// A goal named by a noun: "Kane's 57th-minute penalty", "goals from Tchouameni and Giroud", "the winner".
pub(super) fn noun(
    passage: &Passage,
    at: usize,
    sides: &dyn Fn(PersonId) -> Option<Side>,
    pronoun: Option<PersonId>,
    clocks: &[ClockWords],
) -> Option<ToldGoal> {
    let (end, sure, order) = noun_at(passage, at)?;
    // "Willian's cross into an open goal": where it went.
    if passage.is_any(at, &["goal"]) && passage.is_any(at.wrapping_sub(1), &["open", "empty", "unguarded", "gaping"]) {
        return None;
    }
    // "Taking a slight deflection from Christensen": off whom it went.
    if passage.is_any(at, &["deflection"]) && passage.is_any(end, &["from", "off"]) {
        return None;
    }
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
    // "A shot by Ibrahimovic caused chaos", "Kane's drive forced a save": what came of it was no goal.
    const BROUGHT: &[&str] =
        &["caused", "forced", "forcing", "causing", "stung", "tested", "drew a save", "chaos", "troubled"];
    if passage.is_any(at, &["shot", "effort", "drive", "volley", "header"])
        && passage
            .find(end, end + 6, BROUGHT)
            .is_some_and(|(brought, _)| !(end..brought).any(|at| passage.is_break(at) || passage.is_mark(at, ',')))
    {
        return None;
    }
    // "His strike partner", "Sommer had to save a shot": no goal.
    const PARTNERS: &[&str] = &["partner", "partners", "partnership", "force", "duo"];
    if passage.is_any(at, &["strike"]) && passage.is_any(end, PARTNERS) || is_saved(passage, at) {
        return None;
    }
    // "Hassler, Moller and World Cup final match-winner Brehme": of whoever is named right behind it.
    if order == Some(Order::Winner)
        && passage.is_any(at, &["match", "matchwinner"])
        && (passage.name_from(end).is_some_and(crate::passage::Name::is_person)
            || passage.token(end).is_some_and(|token| token.capital && !token.word.is_empty()))
    {
        return None;
    }
    // "a 3-0 winner over Switzerland"
    if passage.is_any(at, &["winner", "winners"]) && passage.is_any(end, &["over", "of"]) {
        return None;
    }
    // "The fourth successive European winner to fall at this stage": a side.
    if passage.is_any(at, &["winner", "winners"])
        && passage.is_any(end, &["to"])
        && passage.is_any(
            at.wrapping_sub(1),
            &["european", "african", "asian", "american", "previous", "successive", "last", "past", "other", "only"],
        )
    {
        return None;
    }
    // "Emerging as a potential winner": of the tournament, or nobody's yet.
    const MAYBE: &[&str] = &["potential", "possible", "likely", "likeliest", "probable", "worthy", "clear", "obvious"];
    if passage.is_any(at, &["winner", "winners"]) && passage.is_any(at.wrapping_sub(1), MAYBE) {
        return None;
    }
    // "The winner will face Ghana", "the winners meet Brazil": whoever that will be.
    if passage.is_any(at, &["winner", "winners"])
        && passage.is_any(
            end,
            &[
                "will",
                "would",
                "faces",
                "meets",
                "plays",
                "advances",
                "goes",
                "takes",
                "take",
                "face",
                "meet",
                "play",
                "qualifies",
            ],
        )
    {
        return None;
    }
    // "The surprise winner is Morocco": a side.
    let is_side = passage.is_any(end, &["is", "are", "was", "were"])
        && passage.name_from(end + 1).is_some_and(|name| name.team().is_some());
    if passage.is_any(at, &["winner", "winners"])
        && (is_side || passage.is_any(at.wrapping_sub(1), &["section", "pool"]))
    {
        return None;
    }
    // "Neuer's goal-kick", "headed off the goal line"
    if passage.word(at) == "goal" && passage.is_any(end, &["kick", "kicks", "line", "area", "mouth", "difference"]) {
        return None;
    }
    // "Giving consolation to the losers", "some consolation": a comfort.
    if passage.is_any(at, &["consolation"])
        && end == at + 1
        && (passage
            .is_any(end, &["match", "game", "prize", "final", "play", "win", "victory", "point", "draw", "success"])
            || passage.is_any(
                at.wrapping_sub(1),
                &[
                    "giving", "gaining", "some", "little", "small", "scant", "no", "as", "of", "any", "much", "find",
                    "found", "take", "took", "seek", "gave", "cold", "great", "gain", "offered", "offering", "real",
                ],
            ))
    {
        return None;
    }
    // "lost its opener to Nigeria", "the Group A opener": a match.
    if passage.word(at) == "opener"
        && (passage.is_any(end, &["to", "against", "with", "over"])
            || passage.is_any(at.wrapping_sub(2), &["group"])
            || passage.is_any(
                at.wrapping_sub(1),
                &["group", "tournament", "campaign", "finals", "cup", "season", "curtain", "second", "round"],
            )
            // "After the defeat against Spain in the opener"
            || passage.is_any(at.wrapping_sub(1), &["the"])
                && passage.is_any(at.wrapping_sub(2), &["in"])
                && at > 2
                && passage.name_at(at - 3).is_some_and(|name| name.team().is_some())
            // "Buzzing from the tournament's opener"
            || passage.is_possessive(at.wrapping_sub(1))
                && passage.is_any(
                    at.wrapping_sub(2),
                    &["tournament", "cup", "competition", "group", "day", "finals", "weekend", "campaign"],
                )
            // "Hosts win opener in a thriller"
            || passage.is_any(
                at.wrapping_sub(1),
                &["win", "wins", "won", "winning", "lose", "loses", "lost", "losing", "draw", "draws", "drew", "drop", "drops"],
            )
            || at > 0
                && passage.name_at(at - 1).is_some_and(|name| name.competition().is_some() || name.edition().is_some())
            || passage.is_any(
                at.wrapping_sub(2),
                &["lost", "won", "drew", "losing", "winning", "drawing", "in", "since", "after", "for"],
            ) && passage.is_any(at - 1, &["its", "their", "our"]))
    {
        return None;
    }
    if is_hedged(passage, at, end)
        || (at > 0 && passage.is_any(at - 1, &["missed", "disallowed", "no", "without", "first"]) && order.is_none())
    {
        return None;
    }
    // "A header back across goal", "in goal"
    let place = ["across", "in", "at", "on", "towards", "toward", "behind", "facing", "front"];
    if passage.is_any(at, &["goal"])
        && at > 0
        && (passage.is_any(at - 1, &place) || passage.phrase(at.saturating_sub(2), "front of").is_some())
    {
        return None;
    }
    const STOPPED: &[&str] =
        &["saved", "saving", "saves", "stopped", "stopping", "parried", "blocked", "save", "repelled"];
    if passage.is_any(at, &["penalty", "spot", "shot", "header", "effort", "free", "drive", "volley", "penalties"])
        && (at.saturating_sub(2)..at).any(|before| passage.is_any(before, STOPPED))
    {
        return None;
    }
    // "In the decider against Poland": a match.
    if passage.is_any(at, &["decider"])
        && (passage.is_any(at.wrapping_sub(2), &["for", "to", "into", "won", "lost", "after"])
            || passage.is_any(at.wrapping_sub(2), &["in"])
                && super::super::cues::verb_at(passage, at.wrapping_sub(3)).is_none()
            || passage.is_any(end, &["against", "with", "at", "for"])
            || passage.is_any(at.wrapping_sub(1), &["group", "title"]))
    {
        return None;
    }
    // "group winner", "World Cup winner" are sides.
    if at > 0
        && passage.is_any(at, &["winner", "winners"])
        && (passage.is_any(
            at - 1,
            &["group", "cup", "title", "tournament", "medal", "trophy", "prize", "award", "eventual", "overall"],
        ) || passage.is_any(at.wrapping_sub(2), &["group"])
            || passage.name_at(at - 1).is_some_and(|name| name.competition().is_some() || name.edition().is_some()))
    {
        return None;
    }
    // "Four-time winner Brazil": of a title.
    if passage.is_any(at, &["winner", "winners"])
        && passage.is_any(at.wrapping_sub(1), &["time", "times"])
        && (at.saturating_sub(3)..at.saturating_sub(1)).any(|count| passage.cardinal(count).is_some())
    {
        return None;
    }
    let mut told = goal(at, end, sure);
    told.sure = sure;
    // The possessor, over ordinals, minutes and adjectives.
    let mut before = at;
    while before > 0 && at - before < 8 {
        before -= 1;
        // "on Perisic's header to score the winner": the winner is not his.
        if passage.is_any(before, &["to", "for", "that"]) {
            break;
        }
        // "Romario, whose goal in the 70th minute beat Sweden"
        if let Some(index) = super::ellipsis::whose(passage, before) {
            let people = of_match(passage, index, sides);
            if people.is_empty() {
                return None;
            }
            told.first = passage.names.get(index).map_or(before, |name| name.first);
            told.scorers = vec![(index, people)];
            told.count = counted(passage, at);
            break;
        }
        if passage.is_possessive(before) {
            let name = before.checked_sub(1).and_then(|last| passage.name_at(last));
            if let Some(name) = name {
                if name.is_person() {
                    let index = place_of(passage, name.first)?;
                    let people = of_match(passage, index, sides);
                    // "pounced on Perisic's header" tells of another's goal.
                    let served = name.first > 0
                        && sure == Sure::Soft
                        && (passage.is_any(name.first - 1, &["on", "onto", "meet", "met", "meeting", "off"])
                            || (passage.is_any(name.first - 1, &["from"])
                                && passage.is_any(at, &["header", "shot", "effort", "strike", "drive", "volley"]))
                            // "Headed in Zahovic's free kick"
                            || passage.is_any(at, &["free"]) && passage.is_any(name.first - 1, MET));
                    if people.is_empty() || served {
                        return None;
                    }
                    told.first = name.first;
                    told.scorers = vec![(index, people)];
                    told.count = counted(passage, at);
                } else {
                    told.team = name.team();
                    told.first = name.first;
                }
            }
            break;
        }
        let in_clock = clocks.iter().any(|words| (words.first..words.end).contains(&before));
        // "two Griezmann goals", "a Lewandowski penalty"
        if passage.name_at(before).is_some_and(crate::passage::Name::is_person)
            && before + 1 == at
            && passage.is_any(
                at,
                &[
                    "goal",
                    "goals",
                    "penalty",
                    "penalties",
                    "strike",
                    "strikes",
                    "header",
                    "headers",
                    "brace",
                    "hat",
                    "double",
                    "treble",
                    "pair",
                    "equaliser",
                    "equalizer",
                    "winner",
                    "opener",
                    "volley",
                    "effort",
                    "finish",
                    "free",
                    "screamer",
                    "thunderbolt",
                    "leveller",
                    "own",
                ],
            )
            && let Some(name) = passage.name_at(before)
            && name.first > 0
            && (passage.is_any(name.first - 1, &["a", "the", "an", "late", "early", "another"])
                || counted(passage, name.first).is_some())
        {
            let index = place_of(passage, name.first)?;
            let people = of_match(passage, index, sides);
            if people.is_empty() {
                return None;
            }
            told.count = counted(passage, name.first);
            told.first = told.count.map_or(name.first, |(_, first, _)| first);
            told.scorers = vec![(index, people)];
            told.sure = Sure::Soft;
            break;
        }
        if !in_clock && (passage.is_break(before) || passage.name_at(before).is_some()) {
            break;
        }
    }
    let plural = passage.word(at).ends_with('s');
    // "From a free kick by Drulovic, Komljenovic made it 3-2": where the goal came from.
    let source = passage.is_any(at, &["free", "shot", "lob", "header", "effort", "drive"])
        && (at.saturating_sub(3)..at).any(|before| passage.is_any(before, &["from", "off", "after", "following"]));
    if told.scorers.is_empty()
        && !source
        && let Some(next) = passage.any_phrase(after_clock(passage, clocks, end), FROM)
    {
        let list = list_from(passage, next, sides);
        // "a header from Cassano's centre" is not his.
        let owns = |name: &crate::passage::Name| passage.is_possessive(name.end);
        let of_other = list.last().and_then(|(index, _)| passage.names.get(*index)).is_some_and(owns);
        if !list.is_empty() && !of_other {
            told.end = list.last().and_then(|(index, _)| passage.names.get(*index)).map_or(end, |name| name.end);
            // "two penalties by Lineker"
            if let ([_], Some(count)) = (list.as_slice(), counted(passage, at).filter(|_| plural)) {
                told.count = Some(count);
                told.first = count.1;
                told.sure = Sure::Plain;
            }
            told.scorers = list;
        }
    }
    // "The opener came from Jude Bellingham", "the goals coming from Giresse and Tresor"
    if told.scorers.is_empty()
        && (order.is_some() || plural)
        && let Some(next) = passage.one_of(end, &CAME_FROM)
        && let Some(list) = came_from(passage, next, sides).filter(|list| list.len() == 1 || plural)
    {
        told.end = list.last().and_then(|(index, _)| passage.names.get(*index)).map_or(end, |name| name.end);
        told.scorers = list;
    }
    // "The last word was Giroud's"
    if told.scorers.is_empty()
        && order.is_some()
        && passage.is_any(end, &["was"])
        && let Some(name) =
            passage.name_from(end + 1).filter(|name| name.is_person() && passage.is_possessive(name.end))
        && super::super::plain::closes(passage, name.end + 1)
        && let Some(index) = place_of(passage, name.first)
    {
        told.end = name.end;
        told.scorers = vec![(index, of_match(passage, index, sides))];
        told.scorers.retain(|(_, people)| !people.is_empty());
    }
    // "a treble for Patrick Kluivert"
    if told.scorers.is_empty()
        && passage.is_any(at, &["hat", "brace", "treble", "double"])
        && let Some(next) = passage.phrase(end, "for")
    {
        let list = list_from(passage, next, sides);
        if let [(index, _)] = list.as_slice()
            && let Some(name) = passage.names.get(*index).filter(|name| name.first <= next + 2)
        {
            told.end = name.end;
            told.scorers = list;
        }
    }
    // "a hat-trick against Belgium" of the one spoken of
    if told.scorers.is_empty()
        && passage.is_any(at, &["hat", "brace", "treble"])
        && passage.word(end) == "against"
        && let Some(person) = pronoun
        && sides(person).is_some()
    {
        told.scorers = vec![(usize::MAX, vec![person])];
        told.sure = Sure::Soft;
    }
    // "Costa bulldozed his way to a leveller"
    if told.scorers.is_empty()
        && told.team.is_none()
        && order.is_some()
        && !passage.is_any(end, &["from", "by", "came"])
    {
        told.scorers = subjects(passage, at, sides);
        // "Hwang scored the winner", of another match.
        let start = passage.clause_start(at);
        let nearest = passage.names.iter().rev().find(|name| name.end <= at && name.first >= start && name.is_person());
        if told.scorers.is_empty()
            && let Some(name) = nearest.filter(|name| at - name.end <= 5 && !passage.is_possessive(name.end))
            && name.people().into_iter().all(|person| sides(person).is_none())
        {
            return None;
        }
        // "Pulled it back for Rivera to score the winner": it was for somebody else.
        let subject = told.scorers.first().and_then(|(index, _)| passage.names.get(*index)).map_or(at, |name| name.end);
        let for_another = passage.names.iter().any(|name| {
            name.is_person()
                && name.first > subject
                && name.end <= at
                && passage.is_any(name.first - 1, &["for", "found", "allowing", "freed"])
        });
        if for_another {
            return None;
        }
        // He may have set it up, or seen it go past him.
        told.others = told.scorers.clone();
        told.sure = Sure::Soft;
    }
    if let Some(order) = order {
        told.orders.push(OrderWords { order, first: at, end });
    }
    if told.after.is_none() && !told.scorers.is_empty() && !plural {
        told.after = score_after(passage, told.end);
    }
    match passage.word(at) {
        "own" => told.own_goal = Some((at, end)),
        "penalty" | "penalties" | "spot" => {
            told.penalty = Some((at, end));
        }
        "brace" | "double" | "pair" => told.count = Some((2, at, end)),
        "hat" | "treble" => told.count = Some((3, at, end)),
        "second" => {
            // "Whose golden goal was just the second in finals history": counted over everybody's.
            let of_all = passage.is_any(end, &["in"]) && passage.has(end, end + 5, &["history"]);
            // "Turned the tie with Portugal's second"
            let with = told.team.is_some() && passage.is_any(told.first.wrapping_sub(1), &["with"]);
            let of_team = with && told.scorers.is_empty() && is_left_alone(passage, at, end, clocks);
            if of_team {
                told.scorers = subjects(passage, told.first, sides);
            }
            if told.scorers.is_empty() || of_all || passage.is_any(end, &["half", "goal"]) {
                return None;
            }
            let order = if of_team { Order::Nth(2) } else { Order::OwnNth(2) };
            told.orders.push(OrderWords { order, first: at, end });
        }
        "third" | "fourth" | "fifth" => {
            let nth = passage.ordinal(at).and_then(|(nth, _)| u8::try_from(nth).ok())?;
            let owned = passage.is_possessive(at.wrapping_sub(1)) && is_left_alone(passage, at, end, clocks);
            let order = match (told.scorers.as_slice(), told.team) {
                ([_], _) => Order::OwnNth(nth),
                ([], Some(_)) => Order::Nth(nth),
                _ => return None,
            };
            told.orders.push(OrderWords { order, first: at, end });
            if !owned {
                return None;
            }
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

/// "Hurst's third, England's fourth, came on the break": whether an ordinal stands for a goal whose noun is left out, in a
/// sentence that tells of nothing else that is counted.
fn is_left_alone(passage: &Passage, at: usize, end: usize, clocks: &[ClockWords]) -> bool {
    const CAME: &[&str] =
        &["came", "arrived", "followed", "made", "brought", "put", "sealed", "settled", "was", "from"];
    const GOALS: &[&str] = &[
        "goal",
        "goals",
        "header",
        "headed",
        "penalty",
        "spot",
        "shot",
        "net",
        "scored",
        "volley",
        "strike",
        "equaliser",
        "came",
        "arrived",
        "followed",
        "minute",
        "minutes",
        "finish",
        "free kick",
        "opener",
        "hat trick",
    ];
    const ELSE: &[&str] = &[
        "cup",
        "title",
        "titles",
        "tournament",
        "finals",
        "final",
        "euro",
        "european",
        "championship",
        "caps",
        "career",
        "season",
        "coach",
        "manager",
        "kick",
        "kicks",
        "penalties",
        "card",
        "booking",
        "booked",
        "successive",
        "win",
        "victory",
        "defeat",
        "match",
        "matches",
        "game",
        "games",
    ];
    let closed = super::super::plain::closes(passage, end)
        || passage.is_any(end, CAME)
        || clocks.iter().any(|words| words.first == end);
    let start = passage.clause_start(at);
    let stop = passage.clause_end(end);
    closed && passage.has(start, stop, GOALS) && !passage.has(start, stop, ELSE)
}

/// What stands between goals and whoever scored them.
const FROM: &[&str] =
    &["from", "by", "through", "either side of half time from", "were scored by", "scored by", "were from"];
/// Likewise, where whoever it is has to follow at once: a goal may come from a corner too.
const CAME_FROM: Phrases = Phrases::of(&[
    "came from",
    "coming from",
    "came through",
    "came via",
    "arrived through",
    "came courtesy of",
    "came by way of",
    "fell to",
    "belonged to",
    "went to",
    "was the work of",
    "was by",
    "was scored by",
    "was headed by",
]);

/// Who a goal came from: somebody named at once, or after what he scored with.
fn came_from(
    passage: &Passage,
    at: usize,
    sides: &dyn Fn(PersonId) -> Option<Side>,
) -> Option<Vec<(usize, Vec<PersonId>)>> {
    const WITH: Phrases =
        Phrases::of(&["the head of", "the boot of", "the foot of", "the left foot of", "the right foot of"]);
    let next = passage.one_of(at, &WITH).unwrap_or(at);
    passage.name_from(next).filter(|name| name.is_person() && !passage.is_possessive(name.end))?;
    let list = list_from(passage, next, sides);
    let end = list.last().and_then(|(index, _)| passage.names.get(*index))?.end;
    (!passage.is_any(end, MADE_OF)).then_some(list)
}

/// What a goal may come from that is named after whoever made it, or let it in: "came from Rivaldo passes", "through Kahn
/// errors".
const MADE_OF: &[&str] = &[
    "error",
    "errors",
    "mistake",
    "mistakes",
    "blunder",
    "blunders",
    "slip",
    "slips",
    "pass",
    "passes",
    "cross",
    "crosses",
    "corner",
    "corners",
    "free",
    "set",
    "throw",
    "throws",
    "delivery",
    "deliveries",
    "assist",
    "assists",
    "flick",
    "flicks",
    "run",
    "runs",
    "dribble",
    "dribbles",
    "clearance",
    "clearances",
];

/// All the goals there were, behind which whoever scored them may stand.
const ALL: Phrases = Phrases::of(&["both goals", "both", "all three", "all four"]);
/// Words that [`several_from`] begins with, if with no number.
pub(super) const HEADS: Heads = Heads::of(ALL.list());

/// "Two from Mbappe", "three by Van Basten".
pub(super) fn several_from(passage: &Passage, at: usize, sides: &dyn Fn(PersonId) -> Option<Side>) -> Option<ToldGoal> {
    let (count, end) = match passage.one_of(at, &ALL) {
        Some(end) => (if passage.is_any(at, &["both"]) { 2 } else { passage.cardinal(at + 1)?.0 }, end),
        None => passage.cardinal(at)?,
    };
    // "Two apiece from Piola and Colaussi"
    let each = passage.any_phrase(end, &["apiece", "each"]);
    // "Two goals in four minutes from Mbappe"
    let goals = passage.any_phrase(end, &["goals", "strikes"]).filter(|_| each.is_none()).unwrap_or(end);
    let spell = passage.any_phrase(goals, &["in the space of", "in", "inside", "within"]).filter(|_| goals > end);
    let spell =
        spell.and_then(|from| passage.cardinal(from)).and_then(|(_, end)| passage.any_phrase(end, &["minutes"]));
    let behind = spell.unwrap_or(end);
    let next = passage.any_phrase(each.unwrap_or(behind), &["from", "by"]).filter(|_| (2..=5).contains(&count))?;
    let list = list_from(passage, next, sides);
    if each.is_some()
        && let [_, .., (last, _)] = list.as_slice()
        && let Some(last) = passage.names.get(*last)
    {
        let mut told = goal(at, last.end, Sure::Soft);
        told.scorers = list;
        return Some(told);
    }
    let [(index, _)] = list.as_slice() else { return None };
    let name = passage.names.get(*index).filter(|name| name.first <= next + 2 && !passage.is_possessive(name.end))?;
    let mut told = goal(at, name.end, Sure::Soft);
    told.count = Some((u8::try_from(count).ok()?, at, end));
    told.scorers = list;
    Some(told)
}

/// "A fourth from Maehle", "the second, by Poulsen", "Spain's second goal came from Azpilicueta": a place among the goals
/// of a side and who scored it.
pub(super) fn nth_from(passage: &Passage, at: usize, sides: &dyn Fn(PersonId) -> Option<Side>) -> Option<ToldGoal> {
    let (nth, end) = passage.ordinal(at).filter(|(nth, _)| (2..=9).contains(nth))?;
    let before = at.checked_sub(1)?;
    let owner = at.checked_sub(2).filter(|_| passage.is_possessive(before)).and_then(|last| passage.name_at(last));
    let owner = owner.filter(|name| name.team().is_some()).map(|name| name.first);
    let first = owner.or_else(|| passage.is_any(before, &["a", "the", "their"]).then_some(before))?;
    let noun = if owner.is_some() && passage.is_any(end, &["goal"]) { end + 1 } else { end };
    let link = if passage.is_mark(noun, ',') { noun + 1 } else { noun };
    let next = passage.any_phrase(link, &["from", "by"]).or_else(|| {
        passage
            .any_phrase(noun, &["came from", "was from", "came through", "fell to", "was by"])
            .filter(|_| owner.is_some())
    })?;
    let name = passage.name_from(next).filter(|name| name.is_person() && !passage.is_possessive(name.end))?;
    let list = list_from(passage, next, sides);
    let [(index, _)] = list.as_slice() else { return None };
    let mut told = goal(at, name.end, Sure::Soft);
    told.first = first;
    told.orders.push(OrderWords { order: Order::Nth(u8::try_from(nth).ok()?), first: at, end });
    (place_of(passage, name.first) == Some(*index)).then(|| {
        told.scorers = list;
        told
    })
}

/// A number of goals just before a token.
fn counted(passage: &Passage, at: usize) -> Option<(u8, usize, usize)> {
    let first = at.checked_sub(1)?;
    match passage.cardinal(first)? {
        (count @ 2..=5, end) if end == at => Some((u8::try_from(count).ok()?, first, end)),
        _ => None,
    }
}

/// The token after words of the clock that begin at a token, and of the match: "a goal in the last minute of the World
/// Cup final by Bergkamp".
fn after_clock(passage: &Passage, clocks: &[ClockWords], at: usize) -> usize {
    let first = if passage.is_any(at, &["deep"]) { at + 1 } else { at };
    let Some(words) = clocks.iter().find(|words| words.first == at || words.first == first) else { return at };
    let Some(mut next) = passage.any_phrase(words.end, &["of the", "in the"]) else { return words.end };
    while let Some(name) = passage.name_from(next).filter(|name| !name.is_person() && name.team().is_none()) {
        next = name.end;
    }
    crate::read::stages::stage_words(passage, next)
        .map(|(_, end)| end)
        .or_else(|| passage.any_phrase(next, &["match", "game", "tie"]))
        .unwrap_or(words.end)
}
