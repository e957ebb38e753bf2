//! Whether a record read from a file holds together: every identifier in it is one of its own.

use crate::conflict::Subject;
use crate::{Edition, EventKind, LooseMatch, Match, PersonId, Record, TeamId};

impl Record {
    /// Whether every identifier names an entry of this record, and matches stand in their order. Whatever holds a
    /// sound record can look up what it finds there.
    pub(crate) fn is_sound(&self) -> bool {
        let teams_have_places =
            self.teams.iter().enumerate().all(|(place, team)| team.id.index() == place && !team.name.is_empty());
        let people =
            self.people.iter().enumerate().all(|(place, person)| {
                person.id.index() == place && person.teams.iter().all(|&team| self.has_team(team))
            });
        let competitions = self.competitions.iter().enumerate().all(|(place, one)| one.id.index() == place);
        let editions =
            self.editions.iter().enumerate().all(|(place, one)| one.id.index() == place && self.edition_is_sound(one));
        let matches =
            self.matches.iter().enumerate().all(|(place, one)| one.id.index() == place && self.match_is_sound(one));
        let successions = self.successions.iter().all(|one| self.has_team(one.former) && self.has_team(one.successor));
        let in_order = self.matches.windows(2).all(|pair| match pair {
            [one, next] => one.date <= next.date,
            _ => true,
        });
        teams_have_places
            && people
            && competitions
            && editions
            && matches
            && successions
            && in_order
            && self.loose.iter().all(|one| self.loose_is_sound(one))
            && self.conflicts_are_sound()
    }

    fn has_team(&self, id: TeamId) -> bool {
        id.index() < self.teams.len()
    }

    fn has_person(&self, id: PersonId) -> bool {
        id.index() < self.people.len()
    }

    fn have_people(&self, people: impl IntoIterator<Item = PersonId>) -> bool {
        people.into_iter().all(|person| self.has_person(person))
    }

    fn edition_is_sound(&self, edition: &Edition) -> bool {
        let standings = edition.standings.iter().flat_map(|place| &place.teams);
        let groups = edition.positions.iter().chain(&edition.groups).flat_map(|(_, teams)| teams);
        let managed = edition.managers.iter().map(|appointment| &appointment.team);
        let led = edition.captains.iter().map(|captaincy| &captaincy.team);
        let manned = edition.squads.iter().map(|squad| &squad.team);
        edition.competition.index() < self.competitions.len()
            && standings.chain(groups).chain(managed).chain(led).chain(manned).all(|&team| self.has_team(team))
            && self.have_people(edition.managers.iter().map(|appointment| appointment.manager))
            && self.have_people(edition.captains.iter().map(|captaincy| captaincy.captain))
            && self.have_people(edition.squads.iter().flat_map(|squad| &squad.players).map(|one| one.player))
    }

    fn loose_is_sound(&self, entry: &LooseMatch) -> bool {
        let in_penalties = entry.penalties.iter().all(|event| match event.kind {
            EventKind::Penalty(penalty) => self.have_people(event.player.into_iter().chain(penalty.keeper)),
            _ => false,
        });
        entry.teams.iter().flatten().all(|&team| self.has_team(team))
            && in_penalties
            && entry.kicks.iter().all(|kick| self.have_people(kick.taker.into_iter().chain(kick.keeper)))
    }

    fn match_is_sound(&self, entry: &Match) -> bool {
        let in_events = entry.events.iter().all(|event| {
            let other = match event.kind {
                EventKind::Penalty(penalty) => penalty.keeper,
                EventKind::Substitution { on } => on,
                EventKind::Goal | EventKind::OwnGoal | EventKind::Card { .. } => None,
            };
            self.have_people(event.player.into_iter().chain(other))
        });
        let sheets = entry.sheets.iter().flat_map(|sheets| sheets.iter()).all(|sheet| {
            self.have_people(sheet.starters.iter().copied())
                && self.have_people(sheet.keepers.iter().map(|&(keeper, _)| keeper))
                && self.have_people(sheet.captain.into_iter().chain(sheet.manager))
        });
        entry.edition.index() < self.editions.len()
            && self.has_team(entry.home)
            && self.has_team(entry.away)
            && entry.venue.is_none_or(|venue| venue.index() < self.venues.len())
            && self.have_people(entry.referee)
            && in_events
            && entry.kicks.iter().all(|kick| self.have_people(kick.taker.into_iter().chain(kick.keeper)))
            && sheets
    }

    fn conflicts_are_sound(&self) -> bool {
        self.conflicts.iter().all(|conflict| {
            let person = match conflict.subject {
                Subject::Minute(_, _, person) | Subject::Kind(_, _, person) | Subject::Extra(_, _, person) => person,
                Subject::Birth(person) => Some(person),
                _ => None,
            };
            conflict.in_match.is_none_or(|id| id.index() < self.matches.len()) && self.have_people(person)
        })
    }
}
