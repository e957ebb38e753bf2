//! Moments and stretches of a match that words name outright: "just before the break", "midway through the half".

use byline_record::ask::statement::Minutes;

use super::{ADDED, from_to};
use crate::heads::Heads;
use crate::passage::Passage;

/// A minute, and minutes added to it.
type Moment = (u32, u8);

/// Phrases that all mean one moment or stretch.
struct Named {
    phrases: &'static [&'static str],
    /// From and to; several where the words can mean either half.
    spans: &'static [(Moment, Moment)],
    /// The like of a match with extra time.
    in_extra_time: Option<(Moment, Moment)>,
    /// Whether a minute more or less is as good.
    tolerant: bool,
}

const fn named(phrases: &'static [&'static str], spans: &'static [(Moment, Moment)]) -> Named {
    Named { phrases, spans, in_extra_time: None, tolerant: false }
}

const NAMED: &[Named] = &[
    named(
        &["midway through the first half", "midway through the opening half", "midway in the first half"],
        &[((15, 0), (32, 0))],
    ),
    named(&["midway through the second half", "midway in the second half"], &[((60, 0), (77, 0))]),
    named(&["midway through the half", "midway in the half"], &[((15, 0), (32, 0)), ((60, 0), (77, 0))]),
    named(
        &[
            "early in the second half",
            "at the start of the second half",
            "shortly after the interval",
            "shortly after half time",
            "shortly after the break",
            "soon after the break",
            "soon after half time",
            "just after the break",
            "just after half time",
            "straight after the break",
            "straight after the interval",
            "straight after half time",
            "straight after the restart",
            "immediately after the restart",
            "immediately after the break",
            "immediately after the interval",
            "immediately after half time",
            "right after half time",
            "right after the break",
            "right after the interval",
            "just after the interval",
            "just after the restart",
            "soon after the interval",
            "soon after the restart",
            "shortly after the restart",
        ],
        &[((46, 0), (58, 0))],
    ),
    named(
        &["early in the first half", "in the opening minutes", "in the early minutes", "inside the opening minutes"],
        &[((1, 0), (15, 0))],
    ),
    named(
        &[
            "in the opening minute",
            "in the first minute",
            "inside the first minute",
            "inside a minute of the start",
            "within a minute of the start",
            "inside a minute of kick off",
            "within a minute of kick off",
        ],
        &[((1, 0), (2, 0))],
    ),
    named(
        &[
            "late in the first half",
            "shortly before half time",
            "shortly before the break",
            "just before half time",
            "just before the break",
            "just before the interval",
            "shortly before the interval",
            "right before half time",
            "right before the break",
            "on the brink of half time",
            "on the verge of half time",
            "on the brink of the interval",
            "on the brink of the break",
            "moments before half time",
            "moments before the break",
            "moments before the interval",
            "seconds before half time",
            "seconds before the break",
            "seconds before the interval",
        ],
        &[((38, 0), (45, ADDED))],
    ),
    Named {
        phrases: &[
            "in the last minute",
            "in the final minute",
            "in the 90th and last minute",
            "with the last kick",
            "with the last touch",
        ],
        spans: &[((89, 0), (90, ADDED))],
        in_extra_time: Some(((119, 0), (120, ADDED))),
        tolerant: false,
    },
    named(
        &["just after the half hour", "just past the half hour", "shortly after the half hour"],
        &[((30, 0), (36, 0))],
    ),
    named(&["just before the half hour", "shortly before the half hour"], &[((24, 0), (31, 0))]),
    named(
        &["before the hour mark", "just before the hour", "shortly before the hour", "before the hour"],
        &[((46, 0), (60, 0))],
    ),
    named(
        &["just after the hour", "just past the hour", "shortly after the hour", "shortly past the hour"],
        &[((60, 0), (66, 0))],
    ),
    named(&["after the hour", "past the hour"], &[((60, 0), (76, 0))]),
    named(
        &[
            "seconds into the second half",
            "seconds after the restart",
            "seconds after half time",
            "within seconds of the restart",
        ],
        &[((46, 0), (47, 0))],
    ),
    Named {
        phrases: &[
            "a quarter of an hour from time",
            "a quarter of an hour from the end",
            "with a quarter of an hour left",
            "with a quarter of an hour to go",
            "with a quarter of an hour remaining",
        ],
        spans: &[((74, 0), (76, 0))],
        in_extra_time: None,
        tolerant: true,
    },
];

const HEADS: Heads = {
    let (mut heads, mut rest) = (Heads::EMPTY, NAMED);
    while let [named, others @ ..] = rest {
        heads = heads.and(Heads::of(named.phrases));
        rest = others;
    }
    heads
};

/// The moment or stretch named at a token, and the token after its words.
pub(super) fn at(passage: &Passage, at: usize, extra_time: bool) -> Option<(usize, Vec<Option<Minutes>>)> {
    if !passage.may_begin(at, &HEADS) {
        return None;
    }
    let (named, end) = NAMED.iter().find_map(|named| Some((named, passage.any_phrase(at, named.phrases)?)))?;
    // "In the first minute of stoppage time": no minute of the match.
    if passage.is_any(end.wrapping_sub(1), &["minute"]) && passage.is_any(end, &["of"]) {
        return None;
    }
    let in_extra_time = named.in_extra_time.filter(|_| extra_time);
    let spans = named.spans.iter().copied().chain(in_extra_time);
    Some((end, spans.map(|(from, to)| from_to(from, to, named.tolerant)).collect()))
}
