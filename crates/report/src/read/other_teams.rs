//! What a report of men's matches says of others' football: "the women's Olympic tournament", "the under-21s".

use crate::heads::Heads;
use crate::passage::Passage;

/// Whose football it is.
const OTHERS: &[&str] = &["women", "womens", "lionesses", "uswnt", "u21", "u21s", "u20", "u20s", "u19", "u17"];
/// What they play or are: "the women's Euro", not "women and children".
const PLAYED: &[&str] = &[
    "world",
    "euro",
    "euros",
    "european",
    "olympic",
    "olympics",
    "tournament",
    "team",
    "football",
    "final",
    "finals",
    "championship",
    "championships",
    "national",
    "cup",
    "side",
    "game",
    "match",
];
const HEADS: Heads = Heads::of(OTHERS);

/// Which passages are of others' football: a sentence that names it, and those after it in which nobody the record
/// knows is named.
#[derive(Debug, Default)]
pub(super) struct OtherTeams {
    open: bool,
}

impl OtherTeams {
    /// Whether a passage, the next of the report, is of it.
    pub(super) fn takes(&mut self, passage: &Passage) -> bool {
        let person = || passage.names.iter().any(|name| name.person().is_some());
        self.open = is_named(passage) || self.open && !person();
        self.open
    }
}

fn is_named(passage: &Passage) -> bool {
    passage.may_meet(&HEADS)
        && (0..passage.len()).any(|at| {
            let next = if passage.is_possessive(at + 1) { at + 2 } else { at + 1 };
            passage.is_any(at, OTHERS)
                && (passage.is_any(next, PLAYED)
                    || passage
                        .name_from(next)
                        .is_some_and(|name| name.competition().is_some() || name.edition().is_some()))
        })
}
