//! Places matches whose file gives no date: an event file without its match list, a list of shoot-outs by number.
//!
//! Such a match is placed only where exactly one match of the record fits: the same two teams, the same score, the
//! same goals minute by minute, the same kicks.

use crate::claim::MatchClaim;
use crate::record::Undated;
use crate::{Match, Side, Sources, TeamKind};

use super::{MergeReport, Merger, pair};

impl Merger {
    /// Lays every waiting claim on the one match it fits; those that fit none or several are returned.
    pub(super) fn place_undated(&mut self) -> Vec<Undated> {
        let mut left = Vec::new();
        for (source, mut claim) in std::mem::take(&mut self.waiting) {
            // An event file does not say whether clubs or countries play.
            let mut unknown = |name: &str| self.teams.resolve(name, TeamKind::National, claim.sex, None).is_none();
            if unknown(&claim.home) || unknown(&claim.away) {
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
                Err(reason) => left.push(undated(&claim, source, reason)),
            }
        }
        left
    }

    fn fitting(&mut self, claim: &MatchClaim) -> Result<usize, &'static str> {
        let mut fitting = Vec::new();
        for index in self.candidates(claim) {
            let Some(entry) = self.matches.get(index) else { continue };
            let home = self.teams.resolve(&claim.home, claim.kind, claim.sex, Some(entry.date));
            if home.is_some_and(|home| self.fits(entry, claim, entry.home != home)) {
                fitting.push(index);
            }
        }
        match *fitting.as_slice() {
            [only] => Ok(only),
            [] => Err("no match of the record has these teams, this score and these goals"),
            _ => Err("several matches of the record fit"),
        }
    }

    /// Matches between the two teams, whatever they were called on the day.
    fn candidates(&mut self, claim: &MatchClaim) -> Vec<usize> {
        let mut lines = |name: &str| {
            self.teams.resolve(name, claim.kind, claim.sex, None).map(|team| self.teams.line(team)).unwrap_or_default()
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

    fn fits(&self, entry: &Match, claim: &MatchClaim, swapped: bool) -> bool {
        let side = |side: Side| if swapped { side.other() } else { side };
        let score_fits = match (entry.score.end, claim.score.end) {
            (Some(known), Some(stated)) => known == if swapped { stated.swapped() } else { stated },
            _ => !claim.kicks.is_empty(),
        };
        let goals = |of: Side| -> Vec<Option<crate::Clock>> {
            claim
                .events
                .iter()
                .filter(|event| event.kind.is_goal() && side(event.side) == of)
                .map(|e| e.clock)
                .collect()
        };
        let goals_fit = Side::BOTH.into_iter().all(|of| {
            let known: Vec<_> = entry.goals().filter(|goal| goal.side == of).map(|goal| goal.clock).collect();
            let stated = goals(of);
            known.is_empty()
                || stated.is_empty()
                || (known.len() == stated.len()
                    && known.iter().zip(&stated).all(|(known, stated)| match (known, stated) {
                        (Some(known), Some(stated)) => known.distance(*stated) <= 2,
                        _ => true,
                    }))
        });
        let right_competition = claim.competition.is_empty()
            || self.competitions.competition_of(entry.edition).is_some_and(|competition| {
                let wanted = crate::fold(&claim.competition);
                std::iter::once(&competition.name)
                    .chain(&competition.other_names)
                    .any(|name| crate::fold(name) == wanted)
            });
        score_fits && goals_fit && right_competition && kicks_fit(entry, claim, swapped)
    }
}

/// Whether the kicks known of a shoot-out and those claimed are the same run of goals and misses, side by side.
fn kicks_fit(entry: &Match, claim: &MatchClaim, swapped: bool) -> bool {
    if claim.kicks.is_empty() {
        return claim.score.shoot_out.is_none() == entry.score.shoot_out.is_none();
    }
    if entry.kicks.is_empty() {
        return entry.score.shoot_out.is_some();
    }
    let scored = |kick: crate::PenaltyOutcome| kick == crate::PenaltyOutcome::Scored;
    Side::BOTH.into_iter().all(|side| {
        let known: Vec<bool> =
            entry.kicks.iter().filter(|kick| kick.side == side).map(|kick| scored(kick.outcome)).collect();
        let claimed = if swapped { side.other() } else { side };
        let stated: Vec<bool> =
            claim.kicks.iter().filter(|kick| kick.side == claimed).map(|kick| scored(kick.outcome)).collect();
        known == stated
    })
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
