//! Lays the built-in facts and the claims of files together, in one order whatever order they were imported in.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::builtin::{self, BuiltInError};
use crate::claim::{Claims, MatchClaim};
use crate::merge::{MergeError, MergeReport};
use crate::{Record, Source, fold};

/// The claims of one file, and what decides its place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part<'c> {
    /// What it says.
    pub(crate) claims: &'c Claims,
    /// Name, folder and fingerprint of the file.
    pub(crate) place: [&'c str; 3],
    /// Whether national teams nobody has listed are taken from it.
    pub(crate) accept_new_teams: bool,
}

/// What became of a part.
#[derive(Clone, Debug)]
pub(crate) struct Taken {
    /// What was new in it.
    pub(crate) merged: MergeReport,
    /// What is known of its source.
    pub(crate) source: Source,
}

/// The record of the built-in facts and of `parts`. What became of each part is told as soon as it is known, by its
/// place in `parts`.
///
/// Sources come in the order of preference, unknown ones last by their keys; the files of a source by [`turn`], then by
/// name.
pub(crate) fn assemble(
    parts: &[Part<'_>],
    tell: &mut dyn FnMut(usize, Result<Taken, MergeError>),
) -> Result<Record, BuiltInError> {
    let mut merger = builtin::merged()?;
    let linked = linked(parts);
    let mut order: Vec<(usize, &Part<'_>, &Claims)> =
        parts.iter().zip(&linked).enumerate().map(|(index, (part, claims))| (index, part, &**claims)).collect();
    order.sort_by_cached_key(|(_, part, claims)| {
        (merger.rank(&claims.source), claims.source.clone(), turn(claims), part.place)
    });
    for (index, part, claims) in order {
        merger.accept_new_teams(part.accept_new_teams);
        let merged = merger.add(claims);
        let known = merger.sources().iter().find(|source| source.key == claims.source);
        let source = known.cloned().unwrap_or_else(|| Source::unlisted(&claims.source));
        tell(index, merged.map(|merged| Taken { merged, source }));
    }
    Ok(merger.finish())
}

/// When the turn of a file comes among those of its source: people and editions first, by whose names others are
/// known; then results; then what only adds to matches known, such as lists of goals, which may not name the
/// competition.
pub(crate) fn turn(claims: &Claims) -> u8 {
    let result = |claim: &MatchClaim| claim.status.is_some() || claim.score.end.is_some();
    if claims.matches.is_empty() {
        0
    } else if claims.matches.iter().any(result) {
        1
    } else {
        2
    }
}

/// Claims of matches without a date, completed from the file of the same source that lists the match under the same
/// identifier.
fn linked<'c>(parts: &[Part<'c>]) -> Vec<Cow<'c, Claims>> {
    let waiting = |claim: &MatchClaim| claim.date.is_none() && claim.external_id.is_some();
    if !parts.iter().any(|part| part.claims.matches.iter().any(waiting)) {
        return parts.iter().map(|part| Cow::Borrowed(part.claims)).collect();
    }
    let mut listed: HashMap<(&str, &str), &MatchClaim> = HashMap::new();
    for part in parts {
        for claim in part.claims.matches.iter().filter(|claim| claim.date.is_some()) {
            if let Some(id) = &claim.external_id {
                listed.entry((&part.claims.source, id)).or_insert(claim);
            }
        }
    }
    let of_part = |part: &Part<'c>| {
        let mut claims = Cow::Borrowed(part.claims);
        for (index, claim) in part.claims.matches.iter().enumerate().filter(|(_, claim)| waiting(claim)) {
            let id = claim.external_id.as_deref().unwrap_or_default();
            if let Some(complete) = listed.get(&(&*part.claims.source, id)).and_then(|list| link(claim, list))
                && let Some(slot) = claims.to_mut().matches.get_mut(index)
            {
                *slot = complete;
            }
        }
        claims
    };
    parts.iter().map(of_part).collect()
}

/// The claim with date, competition, edition and teams of the list; `None` if the list has other teams.
fn link(claim: &MatchClaim, listed: &MatchClaim) -> Option<MatchClaim> {
    let teams = |claim: &MatchClaim| [fold(&claim.home), fold(&claim.away)];
    let ([home, away], stated) = (teams(claim), teams(listed));
    let mut complete = if [&home, &away] == stated.each_ref() {
        claim.clone()
    } else if [&away, &home] == stated.each_ref() {
        claim.clone().swapped()
    } else {
        return None;
    };
    complete.date = listed.date;
    complete.competition.clone_from(&listed.competition);
    complete.edition.clone_from(&listed.edition);
    (complete.kind, complete.sex) = (listed.kind, listed.sex);
    complete.home.clone_from(&listed.home);
    complete.away.clone_from(&listed.away);
    Some(complete)
}
