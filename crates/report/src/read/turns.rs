//! What a verb and its object say together of a goal's place among the others: "halved it", "stabbed one back", "had the
//! sides level", "sparked the revival".

use byline_record::ask::english::tokens::TokenKind;

use super::cues::{Order, Sure};
use crate::heads::{Heads, Phrases};
use crate::passage::{Name, Passage};

/// Words of a goal: the token after them, how surely, its place.
type Turn = (usize, Sure, Order);

/// What goals are scored, won or taken with.
const STRIKES: Phrases = Phrases::of(&[
    "got",
    "gets",
    "getting",
    "get",
    "get",
    "pulled",
    "pulls",
    "pulling",
    "pull",
    "clawed",
    "claws",
    "clawing",
    "claw",
    "stabbed",
    "headed",
    "heads",
    "heading",
    "head",
    "nodded",
    "nods",
    "nodding",
    "drilled",
    "fired",
    "fires",
    "hit",
    "hits",
    "struck",
    "strikes",
    "put",
    "scored",
    "scores",
    "scoring",
    "score",
    "prodded",
    "poked",
    "swept",
    "volleyed",
    "snatched",
    "snatches",
    "pegged",
    "grabbed",
    "grabs",
    "grabbing",
    "nicked",
    "nicks",
    "claimed",
    "claims",
    "hauled",
    "hauls",
    "dragged",
    "won",
    "took",
    "brought",
    "hooked",
    "whipped",
    "lashed",
    "slotted",
    "scrambled",
    "tucked",
    "bundled",
    "rifled",
    "smashed",
    "hammered",
    "netted",
    "notched",
    "stole",
    "forced",
    "curled",
    "tapped",
    "had",
    "gained",
    "earned",
    "knocked",
    "turned",
    "slammed",
    "rammed",
    "blasted",
    "converted",
    "glanced",
]);
/// What is done to a deficit.
const CUTS: Phrases = Phrases::of(&[
    "halved",
    "halves",
    "halving",
    "halve",
    "cut",
    "cuts",
    "cutting",
    "reduced",
    "reduces",
    "reducing",
    "reduce",
    "trimmed",
    "trims",
    "trimming",
    "narrowed",
    "narrows",
    "narrowing",
    "pared",
    "sliced",
    "slashed",
    "shaved",
    "lowered",
    "dented",
    "closed",
]);
/// What brings the sides level, of the score.
const LEVELS: Phrases = Phrases::of(&[
    "levelled",
    "levels",
    "levelling",
    "level",
    "leveled",
    "squared",
    "squares",
    "squaring",
    "square",
    "evened",
    "evens",
    "evening",
    "even",
    "tied",
    "ties",
    "tying",
    "tie",
]);
/// What puts a side where it then is.
const PUTS: Phrases = Phrases::of(&[
    "made", "makes", "making", "make", "brought", "brings", "bringing", "bring", "drew", "draws", "drawing", "draw",
    "pulled", "pulls", "pulling", "pull", "hauled", "hauls", "hauling", "haul", "put", "puts", "putting", "had", "got",
    "gets", "headed", "nodded", "fired", "volleyed", "shot", "dragged", "drags", "dragging", "took",
]);
/// What undoes a goal of the others.
const CANCELS: Phrases = Phrases::of(&[
    "cancelled",
    "cancels",
    "cancelling",
    "cancel",
    "wiped",
    "wipes",
    "wiping",
    "wipe",
    "erased",
    "erases",
    "erasing",
    "nullified",
    "nullifies",
    "nullifying",
    "rubbed",
]);
/// What is done to a lead that is won.
const TAKES: Phrases = Phrases::of(&[
    "took",
    "takes",
    "taking",
    "take",
    "grabbed",
    "grabs",
    "grabbing",
    "grab",
    "snatched",
    "snatches",
    "seized",
    "seizes",
    "stole",
    "steals",
    "claimed",
    "claims",
    "restored",
    "restores",
    "restoring",
    "restore",
    "regained",
    "regains",
    "regaining",
    "regain",
    "retook",
    "retakes",
    "retaking",
    "reclaimed",
    "reclaims",
    "recovered",
    "recovers",
    "recaptured",
    "earned",
    "reinstated",
    "secured",
    "established",
]);
/// What begins something.
const BEGINS: Phrases = Phrases::of(&[
    "opened",
    "opens",
    "opening",
    "open",
    "began",
    "begins",
    "beginning",
    "begin",
    "started",
    "starts",
    "starting",
    "start",
    "sparked",
    "sparks",
    "sparking",
    "spark",
    "launched",
    "launches",
    "launching",
    "launch",
    "triggered",
    "triggers",
    "triggering",
    "ignited",
    "ignites",
    "igniting",
    "initiated",
    "prompted",
    "kicked off",
    "kick started",
    "set off",
    "set in motion",
    "lit the fuse for",
    "got",
]);
/// What gives a side something.
const GIVES: Phrases = Phrases::of(&[
    "gave",
    "gives",
    "giving",
    "give",
    "offered",
    "offers",
    "offering",
    "threw",
    "handed",
    "hands",
    "handing",
    "raised",
    "rekindled",
    "revived",
    "restored",
]);
/// What ends a match as one.
const ENDS: Phrases = Phrases::of(&[
    "put",
    "puts",
    "putting",
    "made",
    "makes",
    "making",
    "killed",
    "kills",
    "killing",
    "kill",
    "ended",
    "ends",
    "ending",
    "finished",
    "finishes",
    "finishing",
    "finish",
    "sealed",
    "seals",
    "sealing",
    "seal",
    "settled",
    "settles",
    "settling",
    "settle",
    "sewed",
    "wrapped",
    "wraps",
    "wrapping",
    "clinched",
    "clinches",
    "clinching",
    "clinch",
    "completed",
    "completes",
    "completing",
]);
/// What else begins such words.
const OTHERS: &[&str] =
    &["had", "drew", "draws", "drawing", "broke", "breaks", "breaking", "landed", "win", "won", "hit"];

/// Words that [`turn_at`] may begin with.
pub(crate) const HEADS: Heads = Heads::of(OTHERS)
    .and(Heads::of(STRIKES.list()))
    .and(Heads::of(CUTS.list()))
    .and(Heads::of(LEVELS.list()))
    .and(Heads::of(PUTS.list()))
    .and(Heads::of(CANCELS.list()))
    .and(Heads::of(TAKES.list()))
    .and(Heads::of(BEGINS.list()))
    .and(Heads::of(GIVES.list()))
    .and(Heads::of(ENDS.list()));

/// The words of a goal at a token that a verb and its object make.
pub(crate) fn turn_at(passage: &Passage, at: usize) -> Option<(usize, Sure, Option<Order>)> {
    const READERS: &[fn(&Passage, usize) -> Option<Turn>] =
        &[one_back, deficit_cut, levelled, put_level, cancelled, lead_won, opened, revived, lifeline, ended, broken];
    if !passage.may_begin(at, &HEADS) || passage.name_at(at).is_some() {
        return None;
    }
    READERS.iter().find_map(|read| read(passage, at)).map(|(end, sure, order)| (end, sure, Some(order)))
}

/// The token after the noun of an object: behind an article, whose it is and two adjectives at most.
fn object(passage: &Passage, at: usize, nouns: &[&str]) -> Option<usize> {
    let article =
        passage.any_phrase(at, &["the", "a", "an", "their", "his", "her", "its", "that", "this"]).unwrap_or(at);
    let owner = passage.name_from(article).filter(|name| name.team().is_some() || passage.is_possessive(name.end));
    let first = owner.map_or(article, |name| name.end + usize::from(passage.is_possessive(name.end)));
    let plain = |at: usize| {
        matches!(passage.kind(at), Some(TokenKind::Word)) && passage.name_at(at).is_none() && !passage.is_break(at)
    };
    (first..first + 3)
        .find_map(|noun| passage.any_phrase(noun, nouns).map(|end| (noun, end)))
        .filter(|&(noun, _)| noun > at && (first..noun).all(plain))
        .map(|(_, end)| end)
}

/// "Stabbed one back", but "nodded one back to the keeper".
fn one_back(passage: &Passage, at: usize) -> Option<Turn> {
    const ONE: &[&str] = &["one back", "a goal back", "one goal back", "back a goal", "one of them back"];
    const BALL: &[&str] = &["to", "across", "into", "for", "towards", "off", "at"];
    let end = passage.one_of(at, &STRIKES).is_some().then(|| passage.any_phrase(at + 1, ONE)).flatten()?;
    (!passage.is_any(end, BALL)).then_some((end, Sure::Plain, Order::Reduced))
}

/// "Halved it", "sliced the Dutch lead", "cut the gap to one".
fn deficit_cut(passage: &Passage, at: usize) -> Option<Turn> {
    const DEFICITS: &[&str] = &["deficit", "arrears", "lead", "advantage", "gap", "margin", "leeway"];
    let verb = passage.one_of(at, &CUTS).is_some().then_some(at + 1)?;
    if let Some(end) = object(passage, verb, DEFICITS) {
        // "Cut the gap at the top of the scorers": no deficit of a match.
        let of_else = passage.is_any(end, &["at", "in", "on", "of", "over", "behind"])
            && !passage.clocks(false).iter().any(|words| words.first == end);
        return (!of_else).then_some((end, Sure::Plain, Order::Reduced));
    }
    let halved = passage.is_any(at, &["halved", "halves", "halving"]) && passage.is_any(verb, &["it"]);
    halved.then_some((verb + 1, Sure::Soft, Order::Reduced))
}

/// What is levelled.
const SCORES: &[&str] = &[
    "it",
    "things",
    "matters",
    "affairs",
    "proceedings",
    "the score",
    "the scores",
    "the scoreline",
    "the sides",
    "the teams",
    "the game",
    "the match",
    "the contest",
    "the final",
    "the semi final",
    "accounts",
    "them",
];

/// "Tied things up", "squared matters", but "squared it for Kane".
fn levelled(passage: &Passage, at: usize) -> Option<Turn> {
    const GOES_ON: &[&str] = &["for", "to", "across", "back", "by", "at", "against"];
    let next = passage.one_of(at, &LEVELS).is_some().then(|| passage.any_phrase(at + 1, SCORES)).flatten()?;
    let up = passage.is_any(next, &["up"]);
    let end = next + usize::from(up);
    let ball = !up && passage.is_any(next - 1, &["it", "them"]) && passage.is_any(end, GOES_ON);
    let sure = if passage.is_any(next - 1, &["it", "them"]) { Sure::Soft } else { Sure::Plain };
    (!ball).then_some((end, sure, Order::Equaliser))
}

/// "Had it level", "made them equal", "put the sides all square".
fn put_level(passage: &Passage, at: usize) -> Option<Turn> {
    const LEVEL: &[&str] = &[
        "level",
        "all square",
        "square",
        "equal",
        "even",
        "back level",
        "on level terms",
        "back on level terms",
        "back on terms",
    ];
    /// What is level with or on something is no score.
    const OF_ELSE: &[&str] = &["with", "on", "in", "points", "terms", "par"];
    let next = passage.one_of(at, &PUTS).is_some().then(|| passage.any_phrase(at + 1, SCORES)).flatten()?;
    let end = passage.any_phrase(next, LEVEL)?;
    let volleyed = passage.is_any(end, &["with"]) && passage.is_any(end + 1, &["a", "an", "his", "her", "another"]);
    let timed = passage.is_any(end, &["on", "in"]) && passage.clocks(false).iter().any(|words| words.first == end);
    let with = passage.is_any(end, &["with"]) && passage.cardinal(end + 1).is_some();
    (volleyed || timed || with || !passage.is_any(end, OF_ELSE)).then_some((end, Sure::Plain, Order::Equaliser))
}

/// "Wiped out the Italian lead", "cancelled Friaca's opener".
fn cancelled(passage: &Passage, at: usize) -> Option<Turn> {
    const UNDONE: &[&str] = &["lead", "advantage", "opener", "opening goal", "goal", "strike", "header", "penalty"];
    let verb = passage.one_of(at, &CANCELS).is_some().then_some(at + 1)?;
    let verb = if passage.is_any(verb, &["out"]) { verb + 1 } else { verb };
    let out = passage.any_phrase(verb, &["it out", "that out", "them out", "it all out", "out"]);
    // "Cancelled out Boateng's first-half opener": a goal told of in its own words.
    let whose = passage.name_from(verb).filter(|name| name.is_person() && passage.is_possessive(name.end));
    whose
        .map(|_| verb)
        .or_else(|| object(passage, verb, UNDONE))
        .or_else(|| out.filter(|_| verb == at + 1))
        .map(|end| (end, Sure::Soft, Order::Equaliser))
}

/// "Snatched an early lead", "recovered England's advantage".
fn lead_won(passage: &Passage, at: usize) -> Option<Turn> {
    let end =
        passage.one_of(at, &TAKES).is_some().then(|| object(passage, at + 1, &["lead", "advantage"])).flatten()?;
    // "A two-goal lead", "the lead in the group", "the lead role"
    let of_else = (at + 1..end).any(|at| {
        passage.cardinal(at).is_some() || passage.is_any(at, &["goal", "numerical", "man", "home", "big", "full"])
    });
    let goes_on = passage.is_any(end, &["of", "over", "role", "roles", "part", "singer"])
        || passage.any_phrase(end, &["in the group", "in the table", "in the section"]).is_some();
    (!of_else && !goes_on).then_some((end, Sure::Soft, Order::Ahead))
}

/// "Had the first word", "drew first blood", "landed the first blow", "broke the ice".
fn opened(passage: &Passage, at: usize) -> Option<Turn> {
    const FIRST: &[&str] = &["the first word", "the first say", "first blood", "the first blow", "the ice"];
    const SCORING: &[&str] =
        &["the scoring", "the score", "scoring", "the goalscoring", "the goal scoring", "the goals"];
    const VERBS: &[&str] = &["had", "drew", "draws", "drawing", "broke", "breaks", "breaking", "landed", "struck"];
    if let Some(end) = passage.any_phrase(at + 1, FIRST).filter(|_| passage.is_any(at, VERBS)) {
        return Some((end, Sure::Soft, Order::Opener));
    }
    let verb = passage.one_of(at, &BEGINS).filter(|_| !passage.is_any(at, &["got"]))?;
    let end = passage.any_phrase(verb, SCORING)?;
    // "Began the scoring at the tournament": not that of the match.
    const ELSE: &[&str] = &["at the", "at this", "at these", "in the tournament", "in the group", "of the"];
    let of_else = passage.is_any(end, &["for", "again"])
        || passage.any_phrase(end, ELSE).is_some() && !passage.clocks(false).iter().any(|words| words.first == end);
    (!of_else).then_some((end, Sure::Plain, Order::Opener))
}

/// "Sparked the revival", "to begin a remarkable fightback".
fn revived(passage: &Passage, at: usize) -> Option<Turn> {
    const REVIVALS: &[&str] = &[
        "comeback",
        "recovery",
        "revival",
        "fightback",
        "fight back",
        "rally",
        "turnaround",
        "resurrection",
        "resurgence",
    ];
    let verb = passage.one_of(at, &BEGINS)?;
    object(passage, verb, REVIVALS).map(|end| (end, Sure::Soft, Order::Behind))
}

/// "Offered Japan a lifeline", "raised Dutch hopes", "threw them a lifeline".
fn lifeline(passage: &Passage, at: usize) -> Option<Turn> {
    const HOPES: &[&str] = &["hope", "hopes", "lifeline", "a lifeline", "belief", "heart"];
    const SELF: &[&str] = &["them", "him", "his side", "his team", "his country", "us"];
    let verb = passage.one_of(at, &GIVES).is_some().then_some(at + 1)?;
    let article = if passage.is_any(verb, &["the"]) { verb + 1 } else { verb };
    let to = passage.any_phrase(verb, SELF).or_else(|| {
        let team = passage.name_from(article).filter(|name| name.team().is_some());
        team.map(|name| name.end + usize::from(passage.is_possessive(name.end)))
    })?;
    let end = passage.any_phrase(to, HOPES).or_else(|| object(passage, to, HOPES))?;
    (!passage.is_any(end, &["of", "that"])).then_some((end, Sure::Soft, Order::Reduced))
}

/// "Made the game safe", "put it to bed", "finished them off".
fn ended(passage: &Passage, at: usize) -> Option<Turn> {
    const MATCHES: &[&str] = &[
        "it",
        "the game",
        "the match",
        "the tie",
        "the contest",
        "the result",
        "the outcome",
        "the issue",
        "the win",
        "the victory",
        "victory",
        "things",
        "matters",
        "them",
        "the points",
        "the final",
        "the semi final",
        "the rout",
        "the humiliation",
        "the demolition",
        "the thrashing",
        "the scoring",
        "the job",
    ];
    const AFTER: &[&str] = &[
        "safe",
        "certain",
        "secure",
        "beyond doubt",
        "beyond reach",
        "beyond all doubt",
        "beyond them",
        "to bed",
        "out of sight",
        "out of reach",
        "off",
        "up",
        "as a contest",
        "as a spectacle",
    ];
    const ALONE: &[&str] = &[
        "the contest",
        "the issue",
        "the outcome",
        "the scoring",
        "the rout",
        "the humiliation",
        "the demolition",
        "the thrashing",
        "the victory",
        "the win",
    ];
    let verb = passage.one_of(at, &ENDS).is_some().then_some(at + 1)?;
    let end = passage.any_phrase(verb, MATCHES)?;
    if let Some(safe) = passage.any_phrase(end, AFTER) {
        return Some((safe, Sure::Soft, Order::LastOfSide));
    }
    let alone = passage.any_phrase(verb, ALONE).is_some() && !passage.is_any(at, &["put", "made", "makes", "making"]);
    let order = if passage.any_phrase(verb, &["the scoring", "the rout", "the humiliation"]).is_some() {
        Order::Last
    } else {
        Order::LastOfSide
    };
    alone.then_some((end, Sure::Soft, order))
}

/// "Broke German hearts", "to win it", "won it at the death".
fn broken(passage: &Passage, at: usize) -> Option<Turn> {
    let hearts = passage.is_any(at, &["broke", "breaks", "breaking", "break"]);
    if let Some(end) = object(passage, at + 1, &["hearts"]).filter(|_| hearts) {
        return Some((end, Sure::Soft, Order::Winner));
    }
    let won = passage.is_any(at, &["win"])
        && passage.any_phrase(at + 1, &["it", "the match", "the game", "the tie"]).is_some();
    let end = passage.any_phrase(at + 1, &["it", "the match", "the game", "the tie"])?;
    (won && !passage.is_any(end, &["twice", "again", "on", "in"])).then_some((end, Sure::Soft, Order::Winner))
}

/// What a goal did, whatever verb tells it, and whether [`goals`](super::goals) reads it behind verbs of its own.
const EFFECTS: &[(&str, Order, bool)] = &[
    ("the deadlock", Order::Opener, false),
    ("the stalemate", Order::Opener, false),
    ("the impasse", Order::Opener, false),
    ("the dam", Order::Opener, false),
    ("the ice", Order::Opener, false),
    ("the ball rolling", Order::Opener, false),
    ("first blood", Order::Opener, false),
    ("things going", Order::Opener, false),
    ("on their way", Order::Ahead, false),
    ("on the way", Order::Ahead, false),
    ("on the road to", Order::Ahead, false),
    ("in front", Order::Ahead, true),
    ("ahead", Order::Ahead, true),
    ("the lead", Order::Ahead, true),
    ("into the lead", Order::Ahead, true),
    ("one up", Order::Ahead, true),
    ("a goal up", Order::Ahead, true),
    ("level", Order::Equaliser, true),
    ("on level terms", Order::Equaliser, true),
    ("back on terms", Order::Equaliser, true),
    ("parity", Order::Equaliser, false),
    ("equality", Order::Equaliser, false),
    ("all square", Order::Equaliser, false),
    ("that out", Order::Equaliser, false),
    ("to extra time", Order::Equaliser, false),
    ("into extra time", Order::Equaliser, false),
    ("into an extra half hour", Order::Equaliser, false),
    ("from defeat", Order::Equaliser, false),
    ("goal cushion", Order::Extended, false),
    ("breathing space", Order::Extended, false),
    ("breathing room", Order::Extended, false),
    ("daylight", Order::Extended, false),
    ("a contest of it", Order::Reduced, false),
    ("a game of it", Order::Reduced, false),
    ("a match of it", Order::Reduced, false),
    ("a fight of it", Order::Reduced, false),
    ("back in contention", Order::Reduced, false),
    ("back into contention", Order::Reduced, false),
    ("within a goal", Order::Reduced, false),
    ("within one", Order::Reduced, false),
    ("the game alive", Order::Reduced, false),
    ("the tie alive", Order::Reduced, false),
    ("nervous finish", Order::Reduced, false),
    ("tense finish", Order::Reduced, false),
    ("nervy finish", Order::Reduced, false),
    ("grandstand finish", Order::Reduced, false),
    ("grandstand finale", Order::Reduced, false),
    ("beyond doubt", Order::LastOfSide, false),
    ("beyond reach", Order::LastOfSide, false),
    ("to bed", Order::LastOfSide, false),
    ("the icing", Order::LastOfSide, false),
    ("the gloss", Order::LastOfSide, false),
    ("the seal", Order::LastOfSide, false),
    ("the difference", Order::Winner, false),
];

/// What somebody does or has that is no goal of his, whatever comes of it.
const NO_DEEDS: Phrases = Phrases::of(&[
    "kept",
    "keeps",
    "held",
    "left",
    "fell",
    "saved",
    "stayed",
    "remained",
    "missed",
    "denied",
    "defended",
    "protected",
    "nursed",
    "wanted",
    "hoped",
    "thought",
    "blocked",
    "squandered",
    "wasted",
    "failed",
    "helped",
    "assisted",
    "crossed",
    "inspired",
    "led",
    "saw",
    "watched",
    "played",
    "fed",
    "looked",
    "tried",
    "threatened",
    "promised",
    "needed",
    "passed",
    "wished",
    "cleared",
    "allowed",
    "conceded",
    "lost",
    "gifted",
    "managed",
    "picked",
    "said",
    "believed",
    "expected",
    "asked",
    "urged",
    "told",
    "started",
    "replaced",
    "stopped",
    "prevented",
    "was",
    "were",
    "is",
    "has",
    "headed",
    "threaded",
    "slipped",
    "teed",
    "claimed",
    "insisted",
    "argued",
    "admitted",
    "feared",
    "fouled",
    "tripped",
]);

/// "Matthäus broke the stalemate", "Green's volley made a contest of it": what came of a goal, behind whoever scored it and
/// any verb.
pub(crate) fn effect(passage: &Passage, at: usize, is_cue: bool) -> Option<(usize, Sure, Option<Order>)> {
    /// How far behind the verb its effect may stand.
    const REACH: usize = 6;
    const OPEN: &[&str] = &[
        "chance",
        "chances",
        "could",
        "should",
        "would",
        "might",
        "nearly",
        "almost",
        "not",
        "to",
        "opportunity",
        "hoped",
        "close",
        "trying",
    ];
    if !is_past(passage, at) || passage.one_of(at, &NO_DEEDS).is_some() || !follows_scorer(passage, at) {
        return None;
    }
    let plain = |at: usize| {
        !passage.is_break(at)
            && !passage.name_at(at).is_some_and(Name::is_person)
            && !matches!(passage.kind(at), Some(TokenKind::Score(..)))
    };
    for next in at + 1..(at + 1 + REACH).min(passage.len()) {
        // "Scored five minutes into extra time": when it was.
        if passage.clocks(false).iter().any(|words| (words.first..words.end).contains(&next)) {
            return None;
        }
        let found = EFFECTS.iter().find_map(|&(words, order, known)| {
            let end = passage.phrase(next, words)?;
            (!known || !is_cue).then_some((end, order))
        });
        if let Some((end, order)) = found {
            let more = passage.is_any(end, &["of", "with", "on", "over", "in"])
                && !passage.clocks(false).iter().any(|words| words.first == end)
                && !(passage.is_any(end, &["with"]) && passage.is_any(end + 1, &["a", "an", "his", "her", "another"]));
            return (!more).then_some((end, Sure::Soft, Some(order)));
        }
        if !plain(next) || passage.is_any(next, OPEN) {
            return None;
        }
    }
    None
}

/// Whether the word at a token may be a verb of what is past.
pub(crate) fn is_past(passage: &Passage, at: usize) -> bool {
    const PAST: Phrases = Phrases::of(&[
        "broke", "made", "put", "set", "took", "brought", "drew", "shot", "hit", "struck", "gave", "got", "won",
        "found", "sent", "drove", "swung", "swept", "shook", "threw", "tore", "bought", "built", "cut", "hauled",
        "thrust", "lit", "burst", "split", "stole", "rose", "bent", "dug", "flung", "wrung",
    ]);
    let word = passage.word(at);
    word.len() > 3 && word.ends_with("ed") || passage.one_of(at, &PAST).is_some()
}

/// Whether what stands before a token is somebody, or what he scored with.
fn follows_scorer(passage: &Passage, at: usize) -> bool {
    const STRIKES: &[&str] = &[
        "header",
        "volley",
        "penalty",
        "kick",
        "goal",
        "shot",
        "strike",
        "effort",
        "finish",
        "drive",
        "lob",
        "chip",
        "screamer",
        "thunderbolt",
        "equaliser",
        "opener",
        "piledriver",
        "spot",
        "tap in",
    ];
    const ADVERBS: &[&str] = &[
        "finally",
        "then",
        "had",
        "also",
        "eventually",
        "duly",
        "promptly",
        "soon",
        "quickly",
        "immediately",
        "at",
        "last",
        "who",
        "swiftly",
        "belatedly",
        "it",
    ];
    let mut last = at;
    while last > 0 && passage.is_any(last - 1, ADVERBS) {
        last -= 1;
    }
    let last = if last < at && passage.is_mark(last.wrapping_sub(1), ',') { last - 1 } else { last };
    let before = last.wrapping_sub(1);
    passage.name_at(before).is_some_and(Name::is_person)
        || passage.is_any(before, STRIKES)
            && (before.saturating_sub(4)..before).any(|owner| passage.is_possessive(owner))
}
