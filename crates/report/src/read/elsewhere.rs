//! Other football than the finals the record has: qualifying, friendlies, clubs, other tournaments and other teams.

use crate::heads::Phrases;
use crate::passage::Passage;

const OTHER_FOOTBALL: Phrases = Phrases::of(&[
    "friendly",
    "friendlies",
    "qualifying",
    "qualifier",
    "qualifiers",
    "qualification",
    "league",
    "season",
    "club",
    "clubs",
    "olympic",
    "olympics",
    "confederations",
    "copa",
    "gold cup",
    "asian cup",
    "africa cup",
    "cup of nations",
    "women",
    "youth",
    "under 21",
]);

/// Whether a passage has words of other football: what it counts may have been counted there.
pub(crate) fn is_of_other_football(passage: &Passage) -> bool {
    passage.tells_other_football(|| {
        passage.may_meet(OTHER_FOOTBALL.heads()) && passage.has(0, passage.len(), OTHER_FOOTBALL.list())
    })
}

/// Whether it has such words, or some more.
pub(crate) fn is_elsewhere(passage: &Passage, more: &[&str]) -> bool {
    is_of_other_football(passage) || passage.has(0, passage.len(), more)
}
