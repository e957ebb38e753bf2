//! Penalties in play: given, and not scored.

use crate::passage::Passage;

/// Whether a passage speaks of a penalty.
pub(crate) fn is_named(passage: &Passage) -> bool {
    (0..passage.len())
        .any(|at| passage.is_any(at, &["penalty", "penalties", "pen"]) || passage.phrase(at, "spot kick").is_some())
}
