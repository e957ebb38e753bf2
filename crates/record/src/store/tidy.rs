//! One form for what can be said in two ways.

use crate::claim::{Claims, VenueClaim};
use crate::{EventKind, Placement, Sources};

/// Takes out what says nothing: a venue without a name, a placement without a place, a group without teams. Claims
/// that come back from the store are then the same as those that went in.
pub(crate) fn tidy(claims: &mut Claims) {
    let placed = |placement: &mut Option<Placement>| {
        if *placement == Some(Placement::default()) {
            *placement = None;
        }
    };
    for claim in &mut claims.matches {
        if claim.venue.as_ref() == Some(&VenueClaim::default()) {
            claim.venue = None;
        }
        for event in &mut claim.events {
            // Who says so is the file.
            event.sources = Sources::NONE;
            if let EventKind::Penalty(penalty) = &mut event.kind {
                placed(&mut penalty.placement);
            }
        }
        for kick in &mut claim.kicks {
            kick.sources = Sources::NONE;
            placed(&mut kick.placement);
        }
    }
    for edition in &mut claims.editions {
        while edition.standings.last().is_some_and(Vec::is_empty) {
            edition.standings.pop();
        }
        edition.groups.retain(|(_, teams)| !teams.is_empty());
        edition.positions.retain(|(_, teams)| !teams.is_empty());
        edition.squads.retain(|(_, players)| !players.is_empty());
    }
}
