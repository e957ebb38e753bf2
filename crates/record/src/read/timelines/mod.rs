//! League seasons with the minutes of goals, penalties, cards and substitutions.
//!
//! One JSON list a season. Teams are given by the slugs of their pages, people as `Bellerin H.`, penalties not
//! scored by the absence of a score, second yellow cards as yellow cards. The files of some leagues hold the
//! promotion play-offs too, where a shoot-out won counts as one more goal.

mod names;
mod season;

pub use season::read;

/// Key of the source.
const SOURCE: &str = "league-timelines";

/// Whether a file that starts like this holds a league season with timelines.
#[must_use]
pub fn looks_like(start: &str) -> bool {
    start.starts_with('[') && ["\"league\"", "\"GH\"", "\"GA\"", "\"incident\""].iter().all(|key| start.contains(key))
}

#[cfg(test)]
mod tests;
