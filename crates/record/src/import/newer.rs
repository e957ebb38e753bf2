//! Whether a file is a newer edition of one in the database.
//!
//! Source and name alone do not tell: some data sets call every season's file `E0.csv` or `en.1.json` and tell them
//! apart by folder. A newer edition tells of the same matches.

use std::collections::HashSet;

use crate::claim::Claims;
use crate::store::{FileRow, Store, StoreError, StoredFile};

/// What a file tells of: `(kind, date or edition, name, name)`.
type Topics<'c> = HashSet<(u8, String, &'c str, &'c str)>;

/// The file of the database that `file` takes the place of: of the same source and name, telling of the same matches
/// for at least half of the shorter of the two. `taken` are those another file takes the place of.
pub(super) fn replaced(
    store: &Store,
    stored: &[StoredFile],
    taken: &[i64],
    file: &FileRow,
    claims: &Claims,
) -> Result<Option<i64>, StoreError> {
    let mut best = None;
    let alike =
        |old: &&StoredFile| old.row.source == file.source && old.row.name == file.name && old.row.format == file.format;
    for old in stored.iter().filter(alike).filter(|old| !taken.contains(&old.id)) {
        let before = store.claims(old)?;
        let shared = shared_percent(&topics(&before), &topics(claims));
        if shared >= 50 && best.is_none_or(|(most, _)| shared > most) {
            best = Some((shared, old.id));
        }
    }
    Ok(best.map(|(_, id)| id))
}

/// Matches, and in a file without any its editions and people.
fn topics(claims: &Claims) -> Topics<'_> {
    if !claims.matches.is_empty() {
        let date = |date: Option<jiff::civil::Date>| date.map(|date| date.to_string()).unwrap_or_default();
        return claims.matches.iter().map(|claim| (0, date(claim.date), &*claim.home, &*claim.away)).collect();
    }
    let editions = claims.editions.iter().map(|edition| (1, edition.label.to_string(), &*edition.competition, ""));
    let people = claims.people.iter().map(|person| (2, String::new(), &*person.name, ""));
    editions.chain(people).collect()
}

/// How much of the smaller is in the other, in per cent. Files that tell of nothing have only their names.
fn shared_percent(old: &Topics<'_>, new: &Topics<'_>) -> usize {
    let smaller = old.len().min(new.len());
    match (old.intersection(new).count() * 100).checked_div(smaller) {
        Some(percent) => percent,
        None => {
            if old.len() == new.len() {
                100
            } else {
                0
            }
        }
    }
}
