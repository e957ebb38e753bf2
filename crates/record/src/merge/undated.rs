//! Places matches whose file gives no date: an event file without its match list, a list of shoot-outs by number, of
//! penalties by season.
//!
//! Such a match is placed only where exactly one match of the record fits: the same two teams, the same score, the
//! same goals minute by minute, the same kicks, the season. What is not placed is kept [loose](super::loose) for its
//! penalties.

use rustc_hash::FxHashMap as HashMap;

use crate::claim::{MatchClaim, Name};
use crate::loose::can_be_of;
use crate::record::Undated;
use crate::{Clock, CompetitionClass, Event, EventKind, Match, PenaltyOutcome, Placement, Side, Sources, TeamKind};

use super::{MergeReport, Merger, pair};

impl Merger {
    /// Lays every waiting claim on the one match it fits; those that fit none or several are kept loose, and are
    /// returned if they tell of more than penalties.
    pub(super) fn place_undated(&mut self) -> Vec<Undated> {
        let mut left = Vec::new();
        for (source, mut claim) in told_once(std::mem::take(&mut self.waiting)) {
            // An event file does not say whether clubs or countries play.
            let mut unknown = |name: &str| self.teams.resolve(name, TeamKind::National, claim.sex, None).is_none();
            if claim.kind == TeamKind::National && (unknown(&claim.home) || unknown(&claim.away)) {
                claim.kind = TeamKind::Club;
            }
            match self.fitting(&claim) {
                Ok(index) => {
                    let home = self.teams.resolve(
                        &claim.home,
                        claim.kind,
                        claim.sex,
                        self.matches.get(index).map(|entry| entry.date),
                    );
                    if let Some(home) = home {
                        self.lay_on(index, &claim, home, source, &mut MergeReport::default());
                    }
                }
                Err(reason) => {
                    let kept = self.keep_loose(&claim, source);
                    if !kept || !is_of_penalties(&claim) {
                        left.push(undated(&claim, source, reason));
                    }
                }
            }
        }
        left
    }

    fn fitting(&mut self, claim: &MatchClaim) -> Result<usize, &'static str> {
        let mut fitting: Vec<(u8, usize)> = Vec::new();
        for index in self.candidates(claim) {
            let Some(entry) = self.matches.get(index) else { continue };
            let home = self.teams.resolve(&claim.home, claim.kind, claim.sex, Some(entry.date));
            if let Some(misfit) = home.and_then(|home| self.misfit(entry, claim, entry.home != home)) {
                fitting.push((misfit, index));
            }
        }
        fitting.sort_unstable();
        match *fitting.as_slice() {
            [] => Err("no match of the record has these teams, this score and these goals"),
            [(best, only), ref others @ ..] if others.iter().all(|&(other, _)| other > best) => Ok(only),
            _ => Err("several matches of the record fit"),
        }
    }

    /// Matches between the two teams, whatever they were called on the day.
    fn candidates(&mut self, claim: &MatchClaim) -> Vec<usize> {
        let mut lines = |name: &str| match self.teams.resolve(name, claim.kind, claim.sex, None) {
            None => Vec::new(),
            // Clubs have no lines.
            Some(team) if claim.kind == TeamKind::Club => vec![team],
            Some(team) => self.teams.line(team),
        };
        let (homes, aways) = (lines(&claim.home), lines(&claim.away));
        let mut found = Vec::new();
        for &home in &homes {
            for &away in &aways {
                found.extend(self.by_pair.get(&pair(home, away)).into_iter().flatten().map(|&index| index as usize));
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Whether a claim tells of penalties alone and each is one the match is known to have.
    fn penalties_fit(&self, entry: &Match, claim: &MatchClaim, swapped: bool) -> bool {
        let is_known = |stated: &Event<Name>| {
            let side = if swapped { stated.side.other() } else { stated.side };
            entry.penalties().any(|known| known.side == side && self.is_same_penalty(known, stated))
        };
        !claim.events.is_empty() && claim.events.iter().all(is_known)
    }

    /// How many kicks of the shoot-out a claim has otherwise than a match, if it can be of that match.
    fn misfit(&self, entry: &Match, claim: &MatchClaim, swapped: bool) -> Option<u8> {
        let score_fits = match (entry.score.end, claim.score.end) {
            (Some(known), Some(stated)) => known == if swapped { stated.swapped() } else { stated },
            _ => !claim.kicks.is_empty() || self.penalties_fit(entry, claim, swapped),
        };
        // A league's second meeting is told apart by the ground.
        let ground_fits = !swapped || claim.class != Some(CompetitionClass::League);
        let season_fits = claim.date.is_some()
            || claim.edition.is_empty()
            || self
                .competitions
                .get(entry.edition)
                .is_some_and(|edition| can_be_of(&claim.edition, &edition.label, entry.date));
        let right_competition = claim.competition.is_empty()
            || self.competitions.competition_of(entry.edition).is_some_and(|competition| {
                let wanted = crate::fold(&claim.competition);
                std::iter::once(&competition.name)
                    .chain(&competition.other_names)
                    .any(|name| crate::fold(name) == wanted)
            });
        (score_fits && ground_fits && season_fits && right_competition && goals_fit(entry, claim, swapped))
            .then(|| kicks_misfit(entry, claim, swapped))?
    }
}

/// Whether a claim tells of nothing but penalties.
fn is_of_penalties(claim: &MatchClaim) -> bool {
    claim.date.is_none() && claim.sheets.iter().all(crate::TeamSheet::is_empty) && claim.events.iter().all(is_penalty)
}

pub(super) fn is_penalty<P>(event: &Event<P>) -> bool {
    matches!(event.kind, EventKind::Penalty(_))
}

/// Whether the goals claimed are those known; of a claim that tells of penalties alone, whether each is one of them.
fn goals_fit(entry: &Match, claim: &MatchClaim, swapped: bool) -> bool {
    let near = |known: Option<Clock>, stated: Option<Clock>| match (known, stated) {
        (Some(known), Some(stated)) => known.same_but_for_folding(stated) || known.distance(stated) <= 2,
        _ => true,
    };
    let some = claim.events.iter().all(is_penalty);
    Side::BOTH.into_iter().all(|of| {
        let side = if swapped { of.other() } else { of };
        let known: Vec<Option<Clock>> = entry.goals().filter(|goal| goal.side == of).map(|goal| goal.clock).collect();
        let stated: Vec<Option<Clock>> = claim
            .events
            .iter()
            .filter(|event| event.kind.is_goal() && event.side == side)
            .map(|event| event.clock)
            .collect();
        if known.is_empty() || stated.is_empty() {
            return true;
        }
        if some {
            return stated.iter().all(|&stated| known.iter().any(|&known| near(known, stated)));
        }
        known.len() == stated.len() && known.iter().zip(&stated).all(|(&known, &stated)| near(known, stated))
    })
}

/// In how many kicks the shoot-out claimed differs from the one known, side by side; `None` if they are two.
fn kicks_misfit(entry: &Match, claim: &MatchClaim, swapped: bool) -> Option<u8> {
    if claim.kicks.is_empty() {
        return (claim.score.shoot_out.is_none() == entry.score.shoot_out.is_none()).then_some(0);
    }
    if entry.kicks.is_empty() {
        return entry.score.shoot_out.is_some().then_some(0);
    }
    runs_misfit(&entry.kicks, &claim.kicks, swapped)
}

/// In how many kicks two shoot-outs differ, side by side; `None` if they are not one: another number of kicks, or more
/// than one that ended otherwise.
pub(super) fn runs_misfit<P, Q>(known: &[crate::Kick<P>], stated: &[crate::Kick<Q>], swapped: bool) -> Option<u8> {
    let mut differ = 0;
    for side in Side::BOTH {
        let claimed = if swapped { side.other() } else { side };
        let known = known.iter().filter(|kick| kick.side == side).map(|kick| kick.outcome);
        let stated = stated.iter().filter(|kick| kick.side == claimed).map(|kick| kick.outcome);
        let scored = |outcome: PenaltyOutcome| outcome == PenaltyOutcome::Scored;
        let (known, stated): (Vec<bool>, Vec<bool>) = (known.map(scored).collect(), stated.map(scored).collect());
        if known.len() != stated.len() {
            return None;
        }
        differ += known.iter().zip(&stated).filter(|(known, stated)| known != stated).count();
    }
    // Sources are known to have a kick wrong here and there.
    u8::try_from(differ).ok().filter(|&differ| differ <= 1)
}

/// The waiting claims, those that several files of one source make of one match put together.
fn told_once(waiting: Vec<(Sources, MatchClaim)>) -> Vec<(Sources, MatchClaim)> {
    type Key = (Sources, Name, [Name; 4]);
    let mut places: HashMap<Key, Vec<usize>> = HashMap::default();
    let mut once: Vec<(Sources, MatchClaim)> = Vec::with_capacity(waiting.len());
    for (source, claim) in waiting {
        let Some(id) = &claim.external_id else {
            once.push((source, claim));
            continue;
        };
        let names = [&claim.home, &claim.away, &claim.competition, &claim.edition].map(Clone::clone);
        let same = places.entry((source, id.clone(), names)).or_default();
        // One number may stand for two matches that ended otherwise.
        let agrees = |known: &MatchClaim| match (known.score.end, claim.score.end) {
            (Some(known), Some(stated)) => known == stated,
            _ => true,
        };
        let known = same.iter().copied().find(|&place| once.get(place).is_some_and(|(_, known)| agrees(known)));
        match known.and_then(|place| once.get_mut(place)) {
            Some((_, known)) => add_to(known, claim),
            None => {
                same.push(once.len());
                once.push((source, claim));
            }
        }
    }
    once
}

/// Adds to a claim what another file of its source tells of the same match.
fn add_to(known: &mut MatchClaim, more: MatchClaim) {
    for stated in more.events {
        let same = known.events.iter_mut().find(|one| {
            (one.clock, one.side, &one.player, one.kind.family())
                == (stated.clock, stated.side, &stated.player, stated.kind.family())
        });
        match same {
            None => known.events.push(stated),
            Some(one) => {
                if let (EventKind::Penalty(one), EventKind::Penalty(stated)) = (&mut one.kind, stated.kind) {
                    one.placement = Placement::both(one.placement, stated.placement);
                    one.score_before = one.score_before.or(stated.score_before);
                    one.keeper = one.keeper.take().or(stated.keeper);
                }
            }
        }
    }
    if known.kicks.len() == more.kicks.len() {
        for (one, stated) in known.kicks.iter_mut().zip(more.kicks) {
            one.placement = Placement::both(one.placement, stated.placement);
        }
    } else if known.kicks.is_empty() {
        known.kicks = more.kicks;
        known.kick_order_guessed = more.kick_order_guessed;
    }
    known.score.end = known.score.end.or(more.score.end);
    known.score.shoot_out = known.score.shoot_out.or(more.score.shoot_out);
}

fn undated(claim: &MatchClaim, sources: Sources, reason: &str) -> Undated {
    Undated {
        home: claim.home.clone(),
        away: claim.away.clone(),
        external_id: claim.external_id.clone(),
        sources,
        reason: reason.into(),
    }
}
