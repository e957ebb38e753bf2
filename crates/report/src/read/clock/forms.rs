//! Words of the clock beyond the plain ones: a bare ordinal, the parts of extra time, what a goal needed or took.

use byline_record::ask::statement::Minutes;

use super::{ADDED, EXTRA_TIME, HALF_TIME, RESTART, bare, from_to};
use crate::heads::Phrases;
use crate::passage::Passage;

/// The token after words of the clock and the spans they can mean.
pub(super) type Form = (usize, Vec<Option<Minutes>>);

const ADDED_TIME: &[&str] = &["stoppage time", "injury time", "added time", "additional time", "stoppages"];
/// Which added time it was, where it is that of extra time.
const OF_EXTRA: &[&str] =
    &["at the end of extra time", "of extra time", "in extra time", "at the end of the extra half hour"];
/// Verbs after which "in" is the net's: "headed in the third".
const INTO_NET: &[&str] = &[
    "headed",
    "nodded",
    "tapped",
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
    "knocked",
    "drilled",
    "smashed",
    "bent",
    "curled",
    "steered",
    "slid",
    "rolled",
    "guided",
    "glanced",
    "flicked",
    "chipped",
    "slammed",
    "lashed",
    "forced",
    "scrambled",
    "powered",
    "squeezed",
    "put",
    "heads",
    "nods",
    "taps",
    "turns",
    "bundles",
    "pokes",
    "slots",
    "fires",
    "heading",
    "nodding",
    "tapping",
    "slotting",
    "volleying",
    "turning",
    "sweeping",
    "poking",
    "bundling",
    "rammed",
    "stroked",
    "swept",
    "fizzed",
    "whipped",
    "lofted",
    "clipped",
    "thumped",
    "hammered",
    "crashed",
    "banged",
    "lobbed",
    "looped",
    "stroking",
];

/// Verbs after which "in the third" is a minute.
const NO_OBJECT: &[&str] = &[
    "scored",
    "netted",
    "equalised",
    "equalized",
    "levelled",
    "replied",
    "responded",
    "answered",
    "booked",
    "cautioned",
    "dismissed",
    "scoring",
];

/// The form that begins at a token.
pub(super) fn form(passage: &Passage, at: usize) -> Option<Form> {
    part_of(passage, at)
        .or_else(|| last_of_part(passage, at))
        .or_else(|| added_to_extra(passage, at))
        .or_else(|| bare_ordinal(passage, at))
        .or_else(|| from_whistle(passage, at))
        .or_else(|| needed(passage, at))
        .or_else(|| turnaround_of_extra(passage, at))
        .or_else(|| loose(passage, at))
        .or_else(|| ticker(passage, at))
        .or_else(|| mark(passage, at))
        .or_else(|| bare::form(passage, at))
}

/// "at the 11-minute mark of the second half", "on the 70 minute mark".
fn mark(passage: &Passage, at: usize) -> Option<Form> {
    let start = passage.any_phrase(at, &["at the", "on the", "around the", "by the"])?;
    let (minute, end) = passage.cardinal(start).filter(|(minute, _)| (1..=120).contains(minute))?;
    let end = if passage.is_mark(end, '-') { end + 1 } else { end };
    let end = passage.any_phrase(end, &["minute mark"])?;
    let second = passage.any_phrase(end, &["of the second half", "in the second half"]).filter(|_| minute <= 45);
    let first = passage.any_phrase(end, &["of the first half", "in the first half"]).filter(|_| minute <= 45);
    let (played, end) = match (second, first) {
        (Some(end), _) => (minute + 45, end),
        (None, Some(end)) => (minute, end),
        (None, None) => (minute, end),
    };
    Some((end, vec![from_to((played, 0), (played + 1, 0), true)]))
}

/// "52 min Inui", at the head of a line.
fn ticker(passage: &Passage, at: usize) -> Option<Form> {
    let (minute, end) = passage.cardinal(at).filter(|(minute, _)| at == 0 && (1..=120).contains(minute))?;
    let end = passage.any_phrase(end, &["min", "mins"])?;
    Some((end, vec![from_to((minute, 0), (minute, 0), true)]))
}

/// "late in the first half of extra time", "at the end of the first period of extra time", "with the last kick of the
/// first half".
fn part_of(passage: &Passage, at: usize) -> Option<Form> {
    const LATE: Phrases = Phrases::of(&[
        "late in",
        "at the end of",
        "towards the end of",
        "near the end of",
        "just before the end of",
        "the end of",
    ]);
    const EARLY: Phrases = Phrases::of(&["early in", "at the start of", "just after the start of"]);
    const LAST: Phrases = Phrases::of(&[
        "with the last kick of",
        "with the final kick of",
        "with the last touch of",
        "with the final touch of",
        "on the last touch of",
        "on the final touch of",
        "on the final play of",
        "with the last action of",
        "with the final action of",
    ]);
    const HALVES: Phrases = Phrases::of(&["first half", "first period", "second half", "second period"]);
    let late = passage.one_of(at, &LATE);
    let early = passage.one_of(at, &EARLY);
    let last = passage.one_of(at, &LAST);
    let the = late.or(early).or(last)?;
    let half = passage.phrase(the, "the").unwrap_or(the);
    let end = passage.one_of(half, &HALVES)?;
    let is_first = passage.word(half) == "first";
    if let Some(end) = passage.any_phrase(end, &["of extra time", "of overtime", "of the extra 30 minutes"]) {
        let span = match (is_first, early.is_some()) {
            (true, true) => from_to((91, 0), (97, 0), false),
            (true, false) => from_to((95, 0), (105, ADDED), false),
            (false, true) => from_to((106, 0), (112, 0), false),
            (false, false) => from_to((106, 0), (120, ADDED), false),
        };
        return Some((end, vec![span]));
    }
    last.filter(|_| is_first).map(|_| (end, vec![from_to((44, 0), (45, ADDED), false)]))
}

/// "the final minute of the first period of extra time".
fn last_of_part(passage: &Passage, at: usize) -> Option<Form> {
    let start = passage.any_phrase(at, &["in the", "on the", "with the", "the"]).unwrap_or(at);
    let end =
        passage.any_phrase(start, &["last minute of", "final minute of", "closing minute of", "dying minute of"])?;
    let end = passage.phrase(end, "the").unwrap_or(end);
    if let Some(end) = passage.any_phrase(
        end,
        &[
            "first period of extra time",
            "first half of extra time",
            "first extra period",
            "first 15 minutes of extra time",
            "first extra half",
        ],
    ) {
        return Some((end, vec![from_to((104, 0), (105, ADDED), false)]));
    }
    let end =
        passage.any_phrase(end, EXTRA_TIME).or_else(|| passage.any_phrase(end, &["second period of extra time"]))?;
    Some((end, vec![from_to((119, 0), (120, ADDED), false)]))
}

/// "the first minute of stoppage time at the end of extra time".
fn added_to_extra(passage: &Passage, at: usize) -> Option<Form> {
    let start = passage.any_phrase(at, &["in the", "in", "the"]).unwrap_or(at);
    if let Some((nth @ 1..=30, end)) = passage.ordinal(start)
        && let Some(end) = passage.any_phrase(end, &["minute of", "minute into"])
        && let Some(end) = passage.any_phrase(end, ADDED_TIME)
        && let Some(end) = passage.any_phrase(end, OF_EXTRA)
    {
        let added = u8::try_from(nth).ok()?;
        return Some((end, vec![from_to((120, added), (120, added), true), from_to((105, added), (105, added), true)]));
    }
    let end = passage.any_phrase(start, ADDED_TIME)?;
    let end = passage.any_phrase(end, OF_EXTRA)?;
    Some((end, vec![from_to((120, 1), (120, ADDED), true), from_to((105, 1), (105, ADDED), true)]))
}

/// "in the 18th to restore the lead": a minute, though it does not say so.
fn bare_ordinal(passage: &Passage, at: usize) -> Option<Form> {
    // "By the 34th it was 3-5"
    if let Some(next) = passage.phrase(at, "by the") {
        let (nth, end) = passage.ordinal(next).filter(|(nth, _)| (3..=120).contains(nth))?;
        passage.any_phrase(end, &["it was", "it is", "they were", "they led", "they trailed"])?;
        return Some((end, vec![from_to((nth, 0), (nth, 0), true)]));
    }
    let next = passage.any_phrase(at, &["in the", "on the"])?;
    let (nth, end) = passage.ordinal(next).filter(|(nth, _)| (3..=120).contains(nth))?;
    // "thundered in the third": of a small number only where what goes before takes no goal.
    let before = at.checked_sub(1).map_or("", |before| passage.word(before));
    let takes_goal = (before.ends_with("ed") || before.ends_with("ing")) && !NO_OBJECT.contains(&before);
    if at > 0 && (passage.is_any(at - 1, INTO_NET) || (takes_goal && nth <= 12)) {
        return None;
    }
    let closes = end >= passage.len()
        || [',', '.', ';', ')', ':'].iter().any(|&mark| passage.is_mark(end, mark))
        || passage.is_any(
            end,
            &[
                "to",
                "from",
                "with",
                "after",
                "before",
                "for",
                "when",
                "by",
                "but",
                "as",
                "through",
                "while",
                "and",
                "following",
                "via",
                "courtesy",
            ],
        );
    // "in the third and fourth matches"
    let of_else = passage.word(end) == "and" && passage.ordinal(end + 1).is_some();
    (closes && !of_else).then(|| (end, vec![from_to((nth, 0), (nth, 0), true)]))
}

/// "within five minutes of the restart", "inside 12 minutes of kick-off", "four minutes into the second period".
fn from_whistle(passage: &Passage, at: usize) -> Option<Form> {
    const KICK_OFF: &[&str] = &[
        "kick off",
        "the kick off",
        "kickoff",
        "the kickoff",
        "the start",
        "the opening whistle",
        "the first whistle",
    ];
    const SECOND: &[&str] =
        &["the second period", "the new half", "the second 45", "the resumption", "the second half"];
    let within = passage.any_phrase(at, &["within", "inside"]);
    let start = within.or_else(|| passage.any_phrase(at, &["just", "only", "barely", "some"])).unwrap_or(at);
    let (count, end) = match passage.any_phrase(start, &["a minute", "one minute"]) {
        Some(end) => (1, end),
        None => {
            let (count, end) = passage.cardinal(start).filter(|(count, _)| *count <= 60)?;
            (count, passage.any_phrase(end, &["minutes", "minute"])?)
        }
    };
    if within.is_some() {
        let end = passage.phrase(end, "of")?;
        if let Some(end) = passage.any_phrase(end, RESTART).or_else(|| passage.any_phrase(end, SECOND)) {
            return Some((end, vec![from_to((46, 0), (46 + count, 0), false)]));
        }
        let end = passage.any_phrase(end, KICK_OFF)?;
        return Some((end, vec![from_to((1, 0), (count.max(1), 0), true)]));
    }
    // "Four minutes into the half": whichever.
    if let Some(end) = passage.any_phrase(end, &["into the half", "into the period"]) {
        let second = from_to((45 + count.max(1), 0), (46 + count, 0), true);
        return Some((end, vec![second, from_to((count.max(1), 0), (count + 1, 0), true)]));
    }
    if let Some(end) = passage.phrase(end, "into").and_then(|next| passage.any_phrase(next, SECOND)) {
        return Some((end, vec![from_to((45 + count.max(1), 0), (46 + count, 0), true)]));
    }
    if let Some(end) = passage.any_phrase(end, &["after", "from"]).and_then(|next| passage.any_phrase(next, KICK_OFF)) {
        return Some((end, vec![from_to((count.max(1), 0), (count + 1, 0), true)]));
    }
    // "a minute shy of half-time"
    let end = passage
        .any_phrase(end, &["shy of", "off", "ahead of", "prior to"])
        .and_then(|next| passage.any_phrase(next, HALF_TIME))?;
    let from = 45_u32.checked_sub(count)?;
    Some((end, vec![from_to((from.max(1), 0), (from + 1, 0), true)]))
}

/// "needed only four minutes to open the scoring", "it took Villa 18 minutes to score".
fn needed(passage: &Passage, at: usize) -> Option<Form> {
    const FIRSTS: &[&str] = &[
        "to get off the mark",
        "to score",
        "to open",
        "to take the lead",
        "to go ahead",
        "to break",
        "to strike",
        "to go in front",
        "to find the net",
        "to make",
        "to forge ahead",
        "to get on",
    ];
    let next = passage.any_phrase(at, &["needed only", "needed just", "needed", "took only", "took just", "took"])?;
    // "took Villa just 18 minutes"
    let next = passage.name_from(next).map_or(next, |name| name.end);
    let next =
        passage.any_phrase(next, &["only", "just", "a mere", "them", "them just", "him just", "him"]).unwrap_or(next);
    let (count, end) = passage.cardinal(next).filter(|(count, _)| *count <= 90)?;
    let end = passage.any_phrase(end, &["minutes", "minute"])?;
    passage.any_phrase(end, FIRSTS)?;
    Some((end, vec![from_to((count.max(1), 0), (count + 1, 0), true)]))
}

/// "right on the stroke of half-time in extra time".
fn turnaround_of_extra(passage: &Passage, at: usize) -> Option<Form> {
    let end = passage.any_phrase(
        at,
        &["right on the stroke of", "on the stroke of", "on the brink of", "just before", "shortly before", "at"],
    )?;
    bare::half_of_extra(passage, passage.any_phrase(end, HALF_TIME)?)
}

/// Times told loosely.
fn loose(passage: &Passage, at: usize) -> Option<Form> {
    const LATE: Phrases = Phrases::of(&[
        "in the dying embers",
        "in the final seconds",
        "in the last seconds",
        "in the closing seconds",
        "late in the match",
        "late in normal time",
        "near the end",
        "towards the end",
        "in the last moments",
        "with time running out",
    ]);
    if let Some(end) = passage.one_of(at, &LATE) {
        return Some((end, vec![from_to((78, 0), (90, ADDED), false), from_to((106, 0), (120, ADDED), false)]));
    }
    if let Some(end) = passage.any_phrase(at, &["on the quarter hour", "at the quarter hour"]) {
        return Some((end, vec![from_to((14, 0), (16, 0), true)]));
    }
    None
}
