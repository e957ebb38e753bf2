//! Lays the events and kicks one source gives of a match on those already known.
//!
//! Goals are laid on goals, cards on cards: the same player at the same minute is the same event, also where one
//! source folds added time; the same minute with another name, or the same name at another minute, is the same event
//! told differently, and a conflict. What fits nothing is new, unless the table is known to be complete.

use crate::claim::{MatchClaim, Name};
use crate::conflict::Subject;
use crate::{
    Clock, Event, EventKind, Extent, Family, Kick, Match, Penalty, PenaltyOutcome, PersonId, Placement, Side, Sources,
    Table,
};

use super::{MergeReport, Merger, by_rank};

/// The table an event family belongs to.
const fn table(family: Family) -> Table {
    match family {
        Family::Goal => Table::Goals,
        Family::MissedPenalty => Table::MissedPenalties,
        Family::Caution => Table::Cautions,
        Family::Dismissal => Table::Dismissals,
        Family::Substitution => Table::Substitutions,
    }
}

/// What an event is called in a conflict.
const fn noun(family: Family) -> &'static str {
    match family {
        Family::Goal => "goal",
        Family::MissedPenalty => "penalty",
        Family::Caution => "yellow card",
        Family::Dismissal => "sending-off",
        Family::Substitution => "substitution",
    }
}

impl Merger {
    /// Lays the events and kicks of a claim, whose sides are those of the match, on match `index`.
    pub(super) fn lay_events(&mut self, index: usize, claim: &MatchClaim, source: Sources, report: &mut MergeReport) {
        if !claim.events.is_empty() {
            let met = self.meet_players(index, &claim.events, source);
            self.lay_met(index, &met, source, report);
        }
        if !claim.kicks.is_empty() {
            self.lay_kicks(index, claim, source, report);
        }
    }

    /// Turns the names of events into people, those already met in the match first.
    fn meet_players(&mut self, index: usize, events: &[Event<Name>], source: Sources) -> Vec<Event> {
        let Some(entry) = self.matches.get(index) else { return Vec::new() };
        let teams = Side::BOTH.map(|side| entry.team(side));
        let edition = entry.edition;
        let mut in_match = Side::BOTH.map(|side| people_of(entry, side));
        let mut met = Vec::with_capacity(events.len());
        for event in events {
            let player_side = event.player_side();
            let [home, away] = &mut in_match;
            let mut meet = |name: &Name, side: Side| {
                let (team, known) = match side {
                    Side::Home => (teams[0], &mut *home),
                    Side::Away => (teams[1], &mut *away),
                };
                let id = self.people.meet(name, Some(team), &self.teams, known);
                if !known.contains(&id) {
                    known.push(id);
                }
                id
            };
            let player = event.player.as_ref().map(|name| meet(name, player_side));
            let kind = match &event.kind {
                EventKind::Goal => EventKind::Goal,
                EventKind::OwnGoal => EventKind::OwnGoal,
                EventKind::Penalty(penalty) => EventKind::Penalty(Penalty {
                    outcome: penalty.outcome,
                    keeper: penalty.keeper.as_ref().map(|name| meet(name, event.side.other())),
                    awarded: penalty.awarded,
                    retaken: penalty.retaken,
                    placement: penalty.placement,
                    score_before: penalty.score_before,
                }),
                EventKind::Card { card, bench } => EventKind::Card { card: *card, bench: *bench },
                EventKind::Substitution { on } => {
                    EventKind::Substitution { on: on.as_ref().map(|name| meet(name, event.side)) }
                }
            };
            let sources = self.behind(edition, table(kind.family()), source);
            met.push(Event { clock: event.clock, side: event.side, kind, player, sources });
        }
        met
    }

    fn lay_met(&mut self, index: usize, met: &[Event], source: Sources, report: &mut MergeReport) {
        let Some(entry) = self.matches.get_mut(index) else { return };
        let id = entry.id;
        let mut conflicts = Vec::new();
        let mut fresh = Vec::new();
        let mut taken = vec![false; entry.events.len()];
        let places = alignment(&entry.events, met, &mut taken);
        for (stated, place) in met.iter().zip(places) {
            let family = stated.kind.family();
            let Some(known) = place.and_then(|place| entry.events.get_mut(place)) else {
                fresh.push(*stated);
                continue;
            };
            report.events_merged += 1;
            let before = known.sources;
            let same_moment =
                known.clock.zip(stated.clock).is_some_and(|(ours, theirs)| ours.same_but_for_folding(theirs));
            let same_player = match (known.player, stated.player) {
                (Some(ours), Some(theirs)) => {
                    ours == theirs || (same_moment && self.people.is_spelling_of(theirs, ours))
                }
                _ => true,
            };
            let whose = |person: Option<PersonId>| person.map_or("nobody named", |person| self.people.name(person));
            let about = |what: &str| format!("{what} of a {} by {}", noun(family), whose(known.player));
            let mut agrees = true;
            let mut differ = |subject, about: String, preferred: String, other: String| {
                agrees = false;
                conflicts.push(by_rank(id, subject, about, (preferred, before), (other, source)));
            };
            if let (Some(ours), Some(theirs)) = (known.clock, stated.clock)
                && !ours.same_but_for_folding(theirs)
            {
                let subject = Subject::Minute(family, known.side, known.player);
                differ(subject, about("minute"), ours.to_string(), theirs.to_string());
            }
            if !same_player {
                let about = format!(
                    "player of a {} at {}",
                    noun(family),
                    known.clock.map_or_else(|| "an unknown minute".to_owned(), |clock| clock.to_string())
                );
                differ(
                    Subject::Player(family, known.side),
                    about,
                    whose(known.player).into(),
                    whose(stated.player).into(),
                );
            }
            if !same_kind(&known.kind, &stated.kind) {
                let subject = Subject::Kind(family, known.side, known.player);
                differ(subject, about("kind"), print_kind(&known.kind), print_kind(&stated.kind));
            }
            if agrees {
                known.sources.add(stated.sources);
            }
            add_detail(known, stated);
        }
        for event in fresh {
            let family = event.kind.family();
            if self.is_one_too_many(index, family, event.side) {
                let Some(entry) = self.matches.get(index) else { continue };
                let name = event.player.map_or("nobody named", |player| self.people.name(player));
                let minute = event.clock.map_or_else(|| "?".to_owned(), |clock| clock.to_string());
                conflicts.push(by_rank(
                    id,
                    Subject::Extra(family, event.side, event.player),
                    format!("{} that only one source has", noun(family)),
                    ("not in the record".to_owned(), entry.sources.fixture),
                    (format!("{name} {minute}"), source),
                ));
            } else if let Some(entry) = self.matches.get_mut(index) {
                report.events_added += 1;
                entry.events.push(event);
            }
        }
        for conflict in conflicts {
            self.report_conflict(conflict);
        }
        if let Some(entry) = self.matches.get_mut(index) {
            entry.events.sort_by_key(|event| (event.clock.is_none(), event.clock));
        }
    }

    /// Whether one more event of a family would contradict the score, or a table said to be complete.
    fn is_one_too_many(&self, index: usize, family: Family, side: Side) -> bool {
        let Some(entry) = self.matches.get(index) else { return true };
        if family == Family::Goal {
            let listed = entry.goals().filter(|goal| goal.side == side).count();
            return entry.score.end.is_some_and(|end| listed >= usize::from(end.of(side)));
        }
        // Events of the source that makes the table complete come before the edition is stated as covered, except in
        // our own record, whose editions are stated first: its own events must not be refused.
        let edition = self.competitions.get(entry.edition);
        edition.is_some_and(|edition| {
            edition.coverage.of(table(family)) == Extent::Complete
                && edition.sources.contains(Sources::one(0))
                && self.batch_is_foreign(index)
        })
    }

    /// Whether the match was first given by another file than the one being added.
    fn batch_is_foreign(&self, index: usize) -> bool {
        self.first_batch.get(index).is_some_and(|&first| first != self.batch)
    }

    fn lay_kicks(&mut self, index: usize, claim: &MatchClaim, source: Sources, report: &mut MergeReport) {
        let Some(entry) = self.matches.get(index) else { return };
        let teams = Side::BOTH.map(|side| entry.team(side));
        let team = |side: Side| match side {
            Side::Home => teams[0],
            Side::Away => teams[1],
        };
        let edition = entry.edition;
        let in_match = Side::BOTH.map(|side| people_of(entry, side));
        let known_of = |side: Side| match side {
            Side::Home => in_match[0].as_slice(),
            Side::Away => in_match[1].as_slice(),
        };
        let sources = self.behind(edition, Table::ShootOutKicks, source);
        let met: Vec<Kick> = claim
            .kicks
            .iter()
            .map(|kick| {
                let mut meet =
                    |name: &Name, side: Side| self.people.meet(name, Some(team(side)), &self.teams, known_of(side));
                Kick {
                    side: kick.side,
                    taker: kick.taker.as_ref().map(|name| meet(name, kick.side)),
                    keeper: kick.keeper.as_ref().map(|name| meet(name, kick.side.other())),
                    outcome: kick.outcome,
                    placement: kick.placement,
                    sources,
                }
            })
            .collect();
        let Some(entry) = self.matches.get_mut(index) else { return };
        if entry.kicks.is_empty() {
            report.events_added += met.len();
            entry.kicks = met;
            entry.kicks_in_order = !claim.kick_order_guessed;
            if let (Some(shoot_out), Some(first), true) =
                (&mut entry.score.shoot_out, entry.kicks.first(), entry.kicks_in_order)
            {
                shoot_out.first = shoot_out.first.or(Some(first.side));
            }
            return;
        }
        // A source that knows the true order orders what a guess had listed.
        if !entry.kicks_in_order && !claim.kick_order_guessed && met.len() == entry.kicks.len() {
            let mut guessed = std::mem::replace(&mut entry.kicks, met.clone());
            entry.kicks_in_order = true;
            for kick in &mut entry.kicks {
                kick.sources = Sources::NONE;
                if let Some(place) = guessed.iter().position(|old| old.side == kick.side) {
                    let old = guessed.remove(place);
                    kick.sources.add(old.sources);
                    kick.taker = old.taker.or(kick.taker);
                    kick.keeper = old.keeper.or(kick.keeper);
                    kick.placement = Placement::both(old.placement, kick.placement);
                }
            }
        }
        let mut conflicts = Vec::new();
        for side in Side::BOTH {
            let mine: Vec<usize> =
                entry.kicks.iter().enumerate().filter(|(_, kick)| kick.side == side).map(|(place, _)| place).collect();
            for (place, stated) in mine.iter().zip(met.iter().filter(|kick| kick.side == side)) {
                let Some(known) = entry.kicks.get_mut(*place) else { continue };
                report.events_merged += 1;
                let agrees = known.outcome.agrees_with(stated.outcome);
                let same_taker = known.taker.zip(stated.taker).is_none_or(|(known, stated)| {
                    known == stated || (agrees && self.people.is_spelling_of(stated, known))
                });
                if agrees && same_taker {
                    known.sources.add(stated.sources);
                } else {
                    let print = |kick: &Kick| {
                        let name = kick.taker.map_or("nobody named", |taker| self.people.name(taker));
                        format!("{name}, {}", kick.outcome.name())
                    };
                    conflicts.push(by_rank(
                        entry.id,
                        Subject::Kick(u8::try_from(place + 1).unwrap_or(u8::MAX)),
                        format!("kick {} of the shoot-out", place + 1),
                        (print(known), known.sources),
                        (print(stated), source),
                    ));
                }
                if known.outcome == PenaltyOutcome::Missed && known.outcome.agrees_with(stated.outcome) {
                    known.outcome = stated.outcome;
                }
                known.taker = known.taker.or(stated.taker);
                known.keeper = known.keeper.or(stated.keeper);
                known.placement = Placement::both(known.placement, stated.placement);
            }
        }
        for conflict in conflicts {
            self.report_conflict(conflict);
        }
    }
}

/// Everybody met in a match on a side.
fn people_of(entry: &Match, side: Side) -> Vec<PersonId> {
    let mut people = Vec::new();
    for event in &entry.events {
        if event.player_side() == side {
            people.extend(event.player);
        }
        match event.kind {
            EventKind::Substitution { on } if event.side == side => people.extend(on),
            EventKind::Penalty(penalty) if event.side != side => people.extend(penalty.keeper),
            _ => {}
        }
    }
    for kick in &entry.kicks {
        people.extend(if kick.side == side { kick.taker } else { kick.keeper });
    }
    if let Some(sheet) = entry.sheet(side) {
        people.extend(&sheet.starters);
        people.extend(sheet.keepers.iter().map(|(keeper, _)| keeper));
    }
    people.sort_unstable();
    people.dedup();
    people
}

/// How well a stated event fits a known one; `None` if it cannot be the same. Less is better.
fn misfit(known: &Event, stated: &Event) -> Option<u8> {
    if known.side != stated.side || known.kind.family() != stated.kind.family() {
        return None;
    }
    let family = known.kind.family();
    let same_player = known.player.zip(stated.player).map(|(known, stated)| known == stated);
    let apart: Option<u8> = known.clock.zip(stated.clock).map(|(known, stated): (Clock, Clock)| {
        if known.same_but_for_folding(stated) { 0 } else { known.distance(stated).max(1) }
    });
    let kinds = u8::from(!same_kind(&known.kind, &stated.kind));
    match (same_player, apart) {
        // Two goals of one player are told apart by the minute, so a far one fits only where nothing nearer does.
        (Some(true), Some(apart)) => Some(apart.min(60) + kinds),
        (Some(true), None) => Some(4 + kinds),
        (None, Some(apart)) if apart <= 2 => Some(2 + apart + kinds),
        (None, None) => Some(8 + kinds),
        // Another name at the same minute is the same goal told differently; two cards at one minute are two cards.
        (Some(false), Some(apart)) if apart <= 1 && family == Family::Goal => Some(70 + apart + kinds),
        _ => None,
    }
}

/// For each stated event, the known event it is laid on, best fits first.
fn alignment(known: &[Event], stated: &[Event], taken: &mut [bool]) -> Vec<Option<usize>> {
    let mut fits: Vec<(u8, usize, usize)> = Vec::new();
    for (theirs, event) in stated.iter().enumerate() {
        for (ours, candidate) in known.iter().enumerate() {
            if let Some(misfit) = misfit(candidate, event) {
                fits.push((misfit, theirs, ours));
            }
        }
    }
    fits.sort_unstable();
    let mut places = vec![None; stated.len()];
    for (_, theirs, ours) in fits {
        if let (Some(place @ None), Some(free @ false)) = (places.get_mut(theirs), taken.get_mut(ours)) {
            *place = Some(ours);
            *free = true;
        }
    }
    places
}

/// Whether two events of a family are of one kind; a dismissal's card may be told less exactly.
fn same_kind(known: &EventKind, stated: &EventKind) -> bool {
    match (known, stated) {
        (EventKind::Penalty(known), EventKind::Penalty(stated)) => {
            known.outcome.agrees_with(stated.outcome) && known.retaken == stated.retaken
        }
        (EventKind::Card { card: known, .. }, EventKind::Card { card: stated, .. }) => known == stated,
        _ => std::mem::discriminant(known) == std::mem::discriminant(stated),
    }
}

fn print_kind(kind: &EventKind) -> String {
    match kind {
        EventKind::Penalty(penalty) => format!("penalty {}", penalty.outcome.name()),
        other => other.key().replace('_', " "),
    }
}

/// Takes from a second source what the first left out: added time, the player, details of a penalty.
pub(super) fn add_detail(known: &mut Event, stated: &Event) {
    known.clock = match (known.clock, stated.clock) {
        (None, stated) => stated,
        (Some(ours), Some(theirs)) if ours.added() == 0 && theirs.added() > 0 && ours.same_but_for_folding(theirs) => {
            Some(theirs)
        }
        (ours, _) => ours,
    };
    known.player = known.player.or(stated.player);
    match (&mut known.kind, &stated.kind) {
        (EventKind::Penalty(known), EventKind::Penalty(stated)) => {
            if known.outcome == PenaltyOutcome::Missed && known.outcome.agrees_with(stated.outcome) {
                known.outcome = stated.outcome;
            }
            known.keeper = known.keeper.or(stated.keeper);
            known.awarded = known.awarded.or(stated.awarded);
            known.placement = Placement::both(known.placement, stated.placement);
            known.score_before = known.score_before.or(stated.score_before);
        }
        (EventKind::Substitution { on: known }, EventKind::Substitution { on: stated }) => {
            *known = known.or(*stated);
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::football_txt;

    /// The built-in record with the claims of one openfootball text laid on it.
    fn laid_on(text: &str) -> crate::Record {
        let mut merger = crate::builtin::merged().unwrap();
        merger.add(&football_txt::read(text.as_bytes()).unwrap()).unwrap();
        merger.finish()
    }

    #[test]
    fn a_surname_is_the_scorer_of_that_minute() {
        let record = laid_on(
            "= Euro 1960\n\n▪ Semi-finals\nJuly 6\n  20:00  France  v  Yugoslavia  4-5  @ Parc des Princes, Paris\n  \
             (Vincent 12' Heutte 43', 62' Wisniewski 53'; Galić 11' Žanetić 55' Knez 75' Jerković 78', 79')\n",
        );
        let view = record.latest();
        let entry = view.matches().find(|entry| entry.date == jiff::civil::date(1960, 7, 6)).unwrap();
        assert_eq!(entry.goals().count(), 9);
        let openfootball =
            Sources::one(record.sources().iter().position(|source| &*source.key == "openfootball").unwrap());
        let unlike: Vec<_> = record
            .conflicts()
            .iter()
            .filter(|conflict| conflict.in_match == Some(entry.id))
            .map(|conflict| format!("{}: {} | {}", conflict.about, conflict.preferred.value, conflict.other.value))
            .collect();
        assert_eq!(unlike, [""; 0]);
        assert!(!record.people().iter().any(|person| ["Vincent", "Wisniewski"].contains(&&*person.name)));
        assert!(entry.goals().all(|goal| goal.sources.contains(openfootball)));
    }
}
