//! What became of a kick by how it was struck and where it went: "rolled his into the corner", "Alves's went in", "saw theirs
//! saved", "was the only one to fail".

use super::kick_cues::{PLAY, Said};
use super::plain::closes;
use crate::heads::Heads;
use crate::passage::Passage;

/// What a taker does to a ball.
pub(super) const STRIKES: &[&str] = &[
    "put",
    "puts",
    "putting",
    "rolled",
    "rolls",
    "tucked",
    "slotted",
    "slots",
    "stroked",
    "drilled",
    "sent",
    "sends",
    "placed",
    "swept",
    "smashed",
    "thumped",
    "hammered",
    "fired",
    "passed",
    "chipped",
    "clipped",
    "dinked",
    "steered",
    "hit",
    "struck",
    "drove",
    "lashed",
    "cracked",
    "whipped",
    "curled",
    "guided",
    "slid",
    "knocked",
    "rammed",
    "blasted",
    "belted",
    "lifted",
    "dragged",
    "pulled",
    "pushed",
    "screwed",
    "skewed",
    "shot",
    "fizzed",
    "slammed",
    "planted",
    "squeezed",
    "smote",
    "thrashed",
    "floated",
    "scuffed",
    "poked",
    "stabbed",
    "buried",
    "ballooned",
    "side footed",
    "sidefooted",
    "powered",
    "whacked",
    "walloped",
    "leathered",
    "larruped",
];
/// What a ball does.
const FLIGHTS: &[&str] = &[
    "went",
    "flew",
    "sailed",
    "crept",
    "squirmed",
    "nestled",
    "came",
    "bounced",
    "rebounded",
    "cannoned",
    "thudded",
    "crashed",
    "spun",
    "rose",
    "drifted",
    "trickled",
    "clipped",
    "rattled",
    "smacked",
    "kissed",
    "skimmed",
    "was",
    "were",
    "soared",
    "hit",
    "struck",
    "found",
];
/// Where a kick goes that is scored.
const IN: &[&str] = &[
    "in off",
    "home",
    "away",
    "into the net",
    "into the corner",
    "into the top corner",
    "into the bottom corner",
    "into the far corner",
    "into the roof",
    "into the side netting inside",
    "the net",
    "the corner",
    "the top corner",
    "the bottom corner",
    "inside the post",
    "under the bar",
    "down the middle",
    "its way in",
];
/// Where one goes that misses the goal.
const OFF: &[&str] = &[
    "over",
    "wide",
    "high over",
    "too high",
    "off target",
    "into the crowd",
    "into the stands",
    "into the night",
    "into the sky",
    "past the post",
    "past the upright",
    "into orbit",
    "into row z",
    "into the stand",
];
/// Where one goes that hits the goal.
const FRAME: &[&str] = &[
    "the bar",
    "the crossbar",
    "the post",
    "a post",
    "an upright",
    "the upright",
    "the woodwork",
    "the frame",
    "the foot of the post",
    "the foot of a post",
    "the inside of the post",
    "the underside of the bar",
];
/// Where one goes that is kept out.
const AT: &[&str] = &[
    "at the keeper",
    "at the goalkeeper",
    "at his legs",
    "his legs",
    "the keepers legs",
    "straight at",
    "too close to",
    "into the arms",
    "against the keeper",
    "against the goalkeeper",
];
/// What a kick may be called where it is an object.
const OBJECTS: &[&str] = &["his", "theirs", "it", "hers", "one", "the", "kick", "penalty", "effort", "spot"];
/// What is told in words of its own.
const TOLD: &[(&str, Said)] = &[
    ("did not miss", Said::Scored),
    ("didnt miss", Said::Scored),
    ("never missed", Said::Scored),
    ("did not falter", Said::Scored),
    ("did not fail", Said::Scored),
    ("on the mark", Said::Scored),
    ("was good", Said::Scored),
    ("were good", Said::Scored),
    ("was true", Said::Scored),
    ("was perfect", Said::Scored),
    ("went in", Said::Scored),
    ("flew in", Said::Scored),
    ("crept in", Said::Scored),
    ("found the net", Said::Scored),
    ("was off target", Said::Off),
    ("were off target", Said::Off),
    ("was too high", Said::Off),
    ("was wide", Said::Off),
    ("was the only failure", Said::Missed),
    ("was the only miss", Said::Missed),
    ("was the one failure", Said::Missed),
    ("was the one miss", Said::Missed),
    ("was the only one to miss", Said::Missed),
    ("was the only one to fail", Said::Missed),
    ("was the only man to miss", Said::Missed),
    ("was the only man to fail", Said::Missed),
    ("was the only player to miss", Said::Missed),
    ("was the only player to fail", Said::Missed),
    ("alone missed", Said::Missed),
    ("alone failed", Said::Missed),
    ("alone faltered", Said::Missed),
    ("faltered", Said::Missed),
    ("was the one to miss", Said::Missed),
    ("was the one who missed", Said::Missed),
    ("was the man who missed", Said::Missed),
    ("was the man to miss", Said::Missed),
];
/// How a kick of somebody's was seen to go.
const SEEN: &[(&str, Said)] = &[
    ("saved", Said::Saved),
    ("stopped", Said::Saved),
    ("pushed", Said::Saved),
    ("parried", Said::Saved),
    ("kept out", Said::Saved),
    ("beaten", Said::Saved),
    ("turned", Said::Saved),
    ("tipped", Said::Saved),
    ("palmed", Said::Saved),
    ("blocked", Said::Saved),
    ("repelled", Said::Saved),
    ("clawed", Said::Saved),
    ("hit the", Said::Woodwork),
    ("strike the", Said::Woodwork),
    ("come back", Said::Woodwork),
    ("rebound", Said::Woodwork),
    ("cannon", Said::Woodwork),
    ("sail over", Said::Off),
    ("go wide", Said::Off),
    ("fly over", Said::Off),
];

/// Words that [`fate_at`] may begin with.
const HEADS: Heads =
    Heads::of(STRIKES).and(Heads::of(FLIGHTS)).and(Heads::of_pairs(TOLD)).and(Heads::of(&["saw", "sees", "had"]));

/// What became of a kick by the words from a token on: the token after them, and whether they leave no second meaning.
pub(super) fn fate_at(passage: &Passage, at: usize) -> Option<(usize, Said, bool)> {
    if !passage.may_begin(at, &HEADS) || passage.name_at(at).is_some() {
        return None;
    }
    told(passage, at).or_else(|| seen(passage, at)).or_else(|| gone(passage, at)).or_else(|| decisive(passage, at))
}

/// "Sent his into the stand": whether words can be of a kick from the spot alone, where a shoot-out is told of.
pub(super) fn is_kick(passage: &Passage, (first, end): (usize, usize)) -> bool {
    const GONE: &[&str] = &[
        "into", "over", "wide", "against", "high", "low", "past", "down", "off", "saved", "stopped", "away", "home",
        "in", "straight", "pushed", "parried",
    ];
    is_of_kicks(passage)
        && (first..end).any(|at| passage.is_any(at, &["his", "theirs"]) && passage.is_any(at + 1, GONE))
}

/// Whether nothing in a passage is of play.
fn is_of_kicks(passage: &Passage) -> bool {
    const MORE: &[&str] = &["shot on", "volley", "chance", "saves", "first half", "break", "clear", "a corner"];
    // The corner of a goal is where many a kick goes.
    let mut play = PLAY.iter().filter(|&&word| word != "corner");
    !play.any(|word| passage.has(0, passage.len(), &[word])) && !passage.has(0, passage.len(), MORE)
}

/// "Did not miss", "was the only one to fail".
fn told(passage: &Passage, at: usize) -> Option<(usize, Said, bool)> {
    let longest = TOLD.iter().filter_map(|&(words, said)| Some((passage.phrase(at, words)?, said)));
    let Some((end, said)) = longest.max_by_key(|(end, _)| *end) else { return only_miss(passage, at) };
    // "Was good enough", "went in search of"
    let goes_on = passage.is_any(end, &["enough", "value", "search", "for", "front", "hard", "a", "the", "his", "as"]);
    (!goes_on).then_some((end, said, is_of_kicks(passage)))
}

/// "Was the only one of ten not to score".
fn only_miss(passage: &Passage, at: usize) -> Option<(usize, Said, bool)> {
    const MISS: &[&str] =
        &["not to score", "not to convert", "to miss", "to fail", "who missed", "who failed", "to falter"];
    let only = passage.any_phrase(at, &["was the only", "was the one"])?;
    let (miss, end) = passage.find(only, only + 8, MISS)?;
    let near =
        (only..miss).all(|at| !passage.is_break(at) && !passage.name_at(at).is_some_and(|name| name.is_person()));
    near.then_some((end, Said::Missed, is_of_kicks(passage)))
}

/// "Saw his penalty pushed away", "both saw theirs saved", "had his stopped".
fn seen(passage: &Passage, at: usize) -> Option<(usize, Said, bool)> {
    const OWN: &[&str] = &["his", "theirs", "their", "hers"];
    const KICKS: &[&str] =
        &["kick", "kicks", "penalty", "penalties", "effort", "efforts", "attempt", "shot", "spot kick", "one"];
    if !passage.is_any(at, &["saw", "sees", "had"]) || !passage.is_any(at + 1, OWN) {
        return None;
    }
    let next = passage.any_phrase(at + 2, KICKS).unwrap_or(at + 2);
    let (end, said) = SEEN.iter().find_map(|&(words, said)| Some((passage.phrase(next, words)?, said)))?;
    Some((end, said, is_of_kicks(passage)))
}

/// "Rolled his into the corner", "Alves's rattled the bar", "came back off the post".
fn gone(passage: &Passage, at: usize) -> Option<(usize, Said, bool)> {
    /// How far behind the verb it is told where the ball went.
    const REACH: usize = 8;
    let struck = passage.any_phrase(at, STRIKES);
    let owned = passage.is_possessive(at.wrapping_sub(1));
    let kick = passage.is_any(at.wrapping_sub(1), &["kick", "penalty", "effort", "attempt"]);
    let flight = passage.is_any(at, FLIGHTS) && (owned || kick);
    let verb = struck.or(flight.then_some(at + 1))?;
    let mut next = verb;
    while next < verb + REACH && next < passage.len() {
        // "In off the post", "off the bar and in"
        let crept_in =
            passage.phrase(next, "in").filter(|&end| closes(passage, end) || passage.is_any(end, &["off", "via"]));
        let off =
            |end: usize| passage.any_phrase(end, &["off", "via"]).and_then(|frame| passage.any_phrase(frame, FRAME));
        let crept_in = crept_in.map(|end| off(end).unwrap_or(end));
        if let Some(end) = crept_in.or_else(|| passage.any_phrase(next, IN)) {
            return Some((end, Said::Scored, is_plain(passage, (at, verb, next), flight)));
        }
        if let Some(end) = passage.any_phrase(next, FRAME) {
            let crept = passage.any_phrase(end, &["and in", "into the net", "and over the line", "on its way in"]);
            let said = if crept.is_some() { Said::Scored } else { Said::Woodwork };
            return Some((crept.unwrap_or(end), said, is_plain(passage, (at, verb, next), flight)));
        }
        if let Some(end) = passage.any_phrase(next, AT) {
            return Some((end, Said::Saved, false));
        }
        if let Some(end) = passage.any_phrase(next, OFF) {
            return Some((end, Said::Off, is_plain(passage, (at, verb, next), flight)));
        }
        // "Sent France home"
        let named = passage.name_at(next).is_some_and(|name| name.is_person() || !passage.is_possessive(name.end));
        if passage.is_break(next) || named {
            return None;
        }
        next += 1;
    }
    None
}

/// Whether a kick is said to have been struck so, and nothing is of play.
fn is_plain(passage: &Passage, (at, verb, place): (usize, usize, usize), flight: bool) -> bool {
    let behind = passage.name_from(place + 1).is_some_and(|name| passage.is_possessive(name.end))
        || passage.is_any(place + 1, OBJECTS);
    let object = (verb..place).any(|next| passage.is_any(next, OBJECTS)) || passage.is_possessive(at.wrapping_sub(1));
    let frame = place == verb && passage.any_phrase(place, FRAME).is_some();
    (object || behind || frame || flight) && is_of_kicks(passage)
}

/// "Smote the winner", "rolled in the last".
fn decisive(passage: &Passage, at: usize) -> Option<(usize, Said, bool)> {
    const LAST: &[&str] = &[
        "the winner",
        "the decider",
        "the decisive one",
        "the winning one",
        "the clincher",
        "the last one",
        "the last",
    ];
    let verb = passage.any_phrase(at, STRIKES)?;
    let next = if passage.is_any(verb, &["in", "home", "away"]) { verb + 1 } else { verb };
    let end = passage.any_phrase(next, LAST)?;
    (closes(passage, end) || passage.is_any(end, &["of", "past", "beyond", "into", "high", "low", "to", "in", "under"]))
        .then_some((end, Said::Winning, false))
}
