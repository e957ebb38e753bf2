//! Scores of a match that the sentence is known to be of by its goals alone: "Luis Artime got both when Argentina won 2-1
//! in 1966". What it never stood at is not how it ended.

use byline_record::Match;
use byline_record::ask::Verdict;

use super::{Said, said};
use crate::claim::{Kind, Topic};
use crate::passage::Passage;
use crate::read::fit::is_score;
use crate::read::{Judged, Out};

/// Words of how a match ended.
const ENDED: &[&str] = &[
    "win",
    "won",
    "winning",
    "wins",
    "victory",
    "beat",
    "beaten",
    "beating",
    "lost",
    "lose",
    "loses",
    "losing",
    "defeat",
    "defeated",
    "drew",
    "draw",
    "drawn",
    "held",
    "ended",
    "finished",
    "thrashed",
    "thrashing",
    "hammering",
    "hammered",
    "rout",
    "routed",
    "seen off",
    "saw off",
    "put out",
    "swept aside",
    "demolition",
    "demolished",
    "triumph",
    "success",
    "loss",
    "went down",
    "going down",
    "knocked out",
];

/// Words of a score that stood for a while.
const STOOD: &[&str] = &[
    "at",
    "from",
    "led",
    "lead",
    "leading",
    "up",
    "down",
    "ahead",
    "behind",
    "trailed",
    "trailing",
    "made it",
    "it",
    "level",
    "half",
    "interval",
    "break",
    "deficit",
    "penalties",
    "shoot out",
    "pens",
    "kicks",
    "aggregate",
    "when",
    "after",
    "until",
];

/// Contradicts the one score of a passage that a match never stood at, where it is told how that ended.
pub(crate) fn beside_goals(passage: &Passage, entry: &Match, out: &mut Out<'_>) {
    let scores = said(passage);
    let &[score] = scores.as_slice() else { return };
    let Said { one, other, first, end } = score;
    let words = passage.span(first, end);
    let mut own = out.so_far().iter().rev().take_while(|told| told.span.start >= passage.start);
    let is_told = own.any(|told| told.span.start < words.end && words.start < told.span.end);
    let near = |phrases: &[&str], before: usize, after: usize| {
        passage.has(first.saturating_sub(before), first, phrases) || passage.has(end, end + after, phrases)
    };
    let timeline = out.timeline(entry);
    let halves = &entry.score;
    let of_kicks = halves.shoot_out.and_then(|decided| decided.score);
    let mut ends = [halves.end, halves.full_time, halves.half_time, halves.extra_time, of_kicks].into_iter().flatten();
    if is_told
        || !timeline.complete
        || !near(ENDED, 5, 4)
        || near(STOOD, 2, 3)
        || passage.is_mark(first.wrapping_sub(1), '(')
        || timeline.ran_through(one, other)
        || ends.any(|score| is_score(score, one, other))
    {
        return;
    }
    let judged = Judged::new(Verdict::Contradicted).showing(out.match_row(entry)).about(Topic::Match(entry.id));
    out.push(passage, (first, end), Kind::Score, format!("{one}-{other} ({})", out.line(entry)), judged);
}
