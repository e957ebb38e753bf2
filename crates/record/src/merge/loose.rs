//! Penalties of matches without a date that fit no match of the record, laid together where several sources tell of
//! the same.
//!
//! Two sources tell of one match where teams, season (as far as both say) and the penalties agree: side, minute,
//! outcome and a name of the taker that fits, and where no other match known fits as well. A kick told without a match
//! is laid on the one kick of its competition with the same minute, score, outcome, and names of taker and keeper
//! that fit.

use rustc_hash::FxHashMap as HashMap;

use jiff::civil::Date;

use crate::claim::{MatchClaim, Name};
use crate::loose::last_day;
use crate::{
    Event, EventKind, Goals, Kick, LooseMatch, Penalty, PenaltyOutcome, PersonId, Placement, Side, Sources, TeamId,
    fold,
};

use super::Merger;
use super::events::add_detail;
use super::undated::{is_penalty, runs_misfit};

/// When a penalty was taken: competition, side, minute without added time, score before.
type Moment = (Box<str>, Side, u8, Goals);

/// Matches kept for their penalties.
#[derive(Debug, Default)]
pub(super) struct Loose {
    pub(super) list: Vec<LooseMatch>,
    by_teams: HashMap<[TeamId; 2], Vec<usize>>,
    /// Match and place of each penalty whose moment is known.
    by_moment: HashMap<Moment, Vec<(usize, usize)>>,
}

impl Merger {
    /// Keeps the penalties of a claim that fits no match of the record. Whether it has any.
    pub(super) fn keep_loose(&mut self, claim: &MatchClaim, source: Sources) -> bool {
        let penalties: Vec<&Event<Name>> = claim.events.iter().filter(|event| is_penalty(event)).collect();
        if penalties.is_empty() && claim.kicks.is_empty() {
            return false;
        }
        let mut team = |name: &str| self.teams.resolve(name, claim.kind, claim.sex, None);
        let teams = team(&claim.home).zip(team(&claim.away)).map(|(home, away)| [home, away]);
        if teams.is_none() && self.lay_on_moment(claim, &penalties, source) {
            return true;
        }
        let known = teams.and_then(|teams| self.same_loose(claim, &penalties, teams));
        let index = known.unwrap_or_else(|| self.new_loose(claim, teams, source));
        self.lay_loose(index, claim, &penalties, source);
        true
    }

    fn new_loose(&mut self, claim: &MatchClaim, teams: Option<[TeamId; 2]>, source: Sources) -> usize {
        let index = self.loose.list.len();
        let (competition, class) = self.competitions.printed(&claim.competition, claim.sex);
        let retrieved = || self.sources.get(source.positions().next()?)?.retrieved;
        let known_by = claim.date.or_else(|| last_day(&claim.edition)).or_else(retrieved).unwrap_or(Date::MAX);
        self.loose.list.push(LooseMatch {
            competition,
            season: claim.edition.clone(),
            class: class.or(claim.class),
            sex: claim.sex,
            teams,
            external_id: claim.external_id.clone(),
            score: claim.score,
            penalties: Vec::new(),
            kicks: Vec::new(),
            kicks_in_order: !claim.kick_order_guessed,
            sources: source,
            known_by,
        });
        if let Some(teams) = teams {
            self.loose.by_teams.entry(teams).or_default().push(index);
        }
        index
    }

    /// The one match kept already that a claim tells of.
    fn same_loose(&self, claim: &MatchClaim, penalties: &[&Event<Name>], teams: [TeamId; 2]) -> Option<usize> {
        let known = self.loose.by_teams.get(&teams)?;
        let mut fitting = known.iter().copied().filter(|&index| {
            self.loose.list.get(index).is_some_and(|known| self.is_same_loose(known, claim, penalties))
        });
        fitting.next().filter(|_| fitting.next().is_none())
    }

    fn is_same_loose(&self, known: &LooseMatch, claim: &MatchClaim, penalties: &[&Event<Name>]) -> bool {
        let seasons_fit = known.season.is_empty() || claim.edition.is_empty() || known.season == claim.edition;
        let competitions_fit = known.competition.is_empty()
            || claim.competition.is_empty()
            || self.competitions.printed(&claim.competition, claim.sex).0 == known.competition;
        let scores_fit = known.score.end.zip(claim.score.end).is_none_or(|(known, stated)| known == stated);
        let fewer = known.penalties.len().min(penalties.len());
        let shared = self.places_in(known, penalties).iter().flatten().count();
        let kicks_fit = known.kicks.is_empty()
            || claim.kicks.is_empty()
            || runs_misfit(&known.kicks, &claim.kicks, false).is_some();
        let some_fit = shared > 0 || (!known.kicks.is_empty() && !claim.kicks.is_empty());
        seasons_fit && competitions_fit && scores_fit && kicks_fit && some_fit && shared == fewer
    }

    /// For each penalty stated, the one known it is.
    fn places_in(&self, known: &LooseMatch, penalties: &[&Event<Name>]) -> Vec<Option<usize>> {
        let mut taken = vec![false; known.penalties.len()];
        penalties
            .iter()
            .map(|stated| {
                let place = known.penalties.iter().enumerate().position(|(place, one)| {
                    taken.get(place) == Some(&false) && one.side == stated.side && self.is_same_penalty(one, stated)
                })?;
                if let Some(taken) = taken.get_mut(place) {
                    *taken = true;
                }
                Some(place)
            })
            .collect()
    }

    /// Whether a penalty stated can be the one known, of the same side: by outcome, minute and name of the taker.
    pub(super) fn is_same_penalty(&self, known: &Event, stated: &Event<Name>) -> bool {
        let clocks = known.clock.zip(stated.clock);
        outcome(known).zip(outcome(stated)).is_some_and(|(known, stated)| known.agrees_with(stated))
            && clocks.is_none_or(|(known, stated)| known.same_but_for_folding(stated) || known.distance(stated) <= 1)
            && self.goes_by(known.player, stated.player.as_ref())
    }

    /// Whether a name can be that of a person; of what is not known, everything can be.
    fn goes_by(&self, known: Option<PersonId>, stated: Option<&Name>) -> bool {
        known.zip(stated).is_none_or(|(known, stated)| self.people.goes_by(known, &fold(stated)))
    }

    /// Lays a kick told without a match on the one kick it is, if there is one.
    fn lay_on_moment(&mut self, claim: &MatchClaim, penalties: &[&Event<Name>], source: Sources) -> bool {
        let &[stated] = penalties else { return false };
        let EventKind::Penalty(told) = &stated.kind else { return false };
        let competition = self.competitions.printed(&claim.competition, claim.sex).0;
        let Some(moment) = moment(competition, stated) else { return false };
        let Some(places) = self.loose.by_moment.get(&moment) else { return false };
        let mut fitting = places.iter().copied().filter(|&(index, place)| {
            let known = self.loose.list.get(index).and_then(|known| known.penalties.get(place));
            known.is_some_and(|known| {
                let keeper = penalty(known).and_then(|known| known.keeper);
                known.side == stated.side
                    && self.is_same_penalty(known, stated)
                    && self.goes_by(keeper, told.keeper.as_ref())
            })
        });
        let only = fitting.next().filter(|_| fitting.next().is_none());
        let Some(known) = only.and_then(|(index, _)| self.loose.list.get_mut(index)) else { return false };
        known.sources.add(source);
        let Some(event) = only.and_then(|(_, place)| known.penalties.get_mut(place)) else { return false };
        event.sources.add(source);
        if let EventKind::Penalty(known) = &mut event.kind {
            known.placement = Placement::both(known.placement, told.placement);
        }
        true
    }

    fn lay_loose(&mut self, index: usize, claim: &MatchClaim, penalties: &[&Event<Name>], source: Sources) {
        let Some(known) = self.loose.list.get(index) else { return };
        let places = self.places_in(known, penalties);
        let teams = known.teams;
        let mut in_match = Side::BOTH.map(|side| people_of(known, side));
        let mut meet = |name: &Name, side: Side| {
            let [home, away] = &mut in_match;
            let (place, known) = match side {
                Side::Home => (0, home),
                Side::Away => (1, away),
            };
            let team = teams.and_then(|teams| teams.get(place).copied());
            let id = match team {
                Some(_) => self.people.meet(name, team, &self.teams, known),
                None => self.people.meet_without_team(name),
            };
            if !known.contains(&id) {
                known.push(id);
            }
            id
        };
        let met: Vec<Event> = penalties
            .iter()
            .filter_map(|event| {
                let told = penalty(event)?;
                let kind = EventKind::Penalty(Penalty {
                    outcome: told.outcome,
                    keeper: told.keeper.as_ref().map(|name| meet(name, event.side.other())),
                    awarded: told.awarded,
                    retaken: told.retaken,
                    placement: told.placement,
                    score_before: told.score_before,
                });
                let player = event.player.as_ref().map(|name| meet(name, event.side));
                Some(Event { clock: event.clock, side: event.side, kind, player, sources: source })
            })
            .collect();
        let kicks: Vec<Kick> = claim
            .kicks
            .iter()
            .map(|kick| Kick {
                side: kick.side,
                taker: kick.taker.as_ref().map(|name| meet(name, kick.side)),
                keeper: kick.keeper.as_ref().map(|name| meet(name, kick.side.other())),
                outcome: kick.outcome,
                placement: kick.placement,
                sources: source,
            })
            .collect();
        let Some(known) = self.loose.list.get_mut(index) else { return };
        known.sources.add(source);
        if known.season.is_empty() && !claim.edition.is_empty() {
            known.season = claim.edition.clone();
            known.known_by = last_day(&claim.edition).unwrap_or(known.known_by);
        }
        if known.competition.is_empty() {
            let (competition, class) = self.competitions.printed(&claim.competition, claim.sex);
            (known.competition, known.class) = (competition, known.class.or(class).or(claim.class));
        }
        known.score.end = known.score.end.or(claim.score.end);
        known.score.shoot_out = known.score.shoot_out.or(claim.score.shoot_out);
        for (stated, place) in met.iter().zip(places) {
            match place.and_then(|place| known.penalties.get_mut(place)) {
                Some(known) => {
                    known.sources.add(source);
                    add_detail(known, stated);
                }
                None => known.penalties.push(*stated),
            }
        }
        if known.kicks.is_empty() {
            known.kicks = kicks;
            known.kicks_in_order = !claim.kick_order_guessed;
        } else {
            for side in Side::BOTH {
                let mine = known.kicks.iter_mut().filter(|kick| kick.side == side);
                for (known, stated) in mine.zip(kicks.iter().filter(|kick| kick.side == side)) {
                    known.add_detail(stated);
                }
            }
        }
        self.list_moments(index);
    }

    /// Lists when the penalties of a match were taken.
    fn list_moments(&mut self, index: usize) {
        let Some(known) = self.loose.list.get(index) else { return };
        for (place, event) in known.penalties.iter().enumerate() {
            if let Some(moment) = moment(known.competition.clone(), event) {
                let places = self.loose.by_moment.entry(moment).or_default();
                if !places.contains(&(index, place)) {
                    places.push((index, place));
                }
            }
        }
    }
}

impl Kick {
    /// Takes from another source's word on the same kick what this one leaves out.
    pub(super) fn add_detail(&mut self, stated: &Self) {
        if self.outcome.agrees_with(stated.outcome) {
            self.sources.add(stated.sources);
            if self.outcome == PenaltyOutcome::Missed {
                self.outcome = stated.outcome;
            }
        }
        self.taker = self.taker.or(stated.taker);
        self.keeper = self.keeper.or(stated.keeper);
        self.placement = Placement::both(self.placement, stated.placement);
    }
}

fn penalty<P>(event: &Event<P>) -> Option<&Penalty<P>> {
    match &event.kind {
        EventKind::Penalty(penalty) => Some(penalty),
        _ => None,
    }
}

fn outcome<P>(event: &Event<P>) -> Option<PenaltyOutcome> {
    penalty(event).map(|penalty| penalty.outcome)
}

/// The moment of a penalty, where it is known.
fn moment<P>(competition: Box<str>, event: &Event<P>) -> Option<Moment> {
    Some((competition, event.side, event.clock?.minute(), penalty(event)?.score_before?))
}

/// Everybody met on a side.
fn people_of(known: &LooseMatch, side: Side) -> Vec<PersonId> {
    let mut people = Vec::new();
    for event in &known.penalties {
        people.extend(if event.side == side { event.player } else { penalty(event).and_then(|told| told.keeper) });
    }
    for kick in &known.kicks {
        people.extend(if kick.side == side { kick.taker } else { kick.keeper });
    }
    people.sort_unstable();
    people.dedup();
    people
}

#[cfg(test)]
mod tests;
