//! Cards told by the one before: "Neeskens followed him 16 minutes later", "so did O'Reilly", "Costinha joined him".

use byline_record::ask::Verdict;
use byline_record::{Clock, Match, MatchId};

use super::cards::Said;
use super::clock::{ClockWords, Meant};
use super::{Focus, Judged, Out};
use crate::claim::{Kind, Topic};
use crate::heads::Heads;
use crate::passage::Passage;

/// The card told last.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LastCard {
    pub(super) said: Said,
    pub(super) in_match: MatchId,
    pub(super) clock: Option<Clock>,
    /// Where the sentence that tells it begins in the text: only the next one follows it.
    pub(super) told_in: usize,
}

/// Words of somebody who was shown what another was before him.
const ECHOES: &[&str] = &[
    "followed him down the tunnel",
    "followed him off",
    "followed him into the book",
    "followed him",
    "followed suit",
    "joined him in the book",
    "joined him in the dressing room",
    "joined him for an early bath",
    "joined him",
    "went the same way",
    "so did",
    "so was",
    "did the same",
    "did too",
    "did likewise",
    "was dismissed as well",
];

pub(super) const HEADS: Heads = Heads::of(ECHOES);

/// The token after words at a token by which somebody was shown the card another was before him. "Followed him" may be of
/// anything else as well, and so it is only where the clause ends there, or goes on with when it was.
pub(super) fn echo(passage: &Passage, at: usize, extra_time: bool) -> Option<usize> {
    let end = passage.any_phrase(at, ECHOES)?;
    let is_timed = passage.clocks(extra_time).iter().any(|words| words.first == end);
    let turned = passage.is_any(at, &["so"]);
    let ends = is_timed
        || passage.is_stop(end)
        || end >= passage.len()
        || passage.is_mark(end, ',')
        || passage.is_any(end, &["and", "but", "before", "soon", "shortly", "for", "after", "when"]);
    let named = turned && passage.name_from(end).is_some_and(|name| name.is_person());
    (named || !turned && ends && at > 0).then_some(end)
}

/// Judges "16 minutes later" of a card, counted from the one before it; `plain` where a wrong count may be called wrong.
pub(super) fn later(
    passage: &Passage,
    words: &ClockWords,
    (last, focus, index): (Option<LastCard>, &Focus<'_>, usize),
    (what, plain): (&str, bool),
    out: &mut Out<'_>,
) {
    let entry: &Match = focus.entry;
    let Meant::Later(minutes) = words.meant else { return };
    let Some(last) = last.filter(|last| last.in_match == entry.id) else { return };
    let played = |clock: Clock| i16::from(clock.minute()) + i16::from(clock.added());
    let clock = entry.events.get(index).and_then(|event| event.clock);
    let Some((from, to)) = last.clock.zip(clock) else { return };
    let off = (played(to) - played(from) - i16::from(minutes)).abs();
    let verdict = match off {
        0 | 1 => Verdict::Confirmed,
        2 | 3 => return,
        _ if plain && focus.may_contradict => Verdict::Contradicted,
        _ => return,
    };
    let judged = Judged::new(verdict).showing(out.event_row(entry, index)).about(Topic::Event(entry.id, index));
    let reading = format!("{what}, {minutes} minutes after the card told before");
    out.push(passage, (words.first, words.end), Kind::Minute, reading, judged);
}
