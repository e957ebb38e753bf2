//! Who captains a team: by the sheet of the match, else by whom the team named for the tournament.

use byline_record::{PersonId, TeamId};

use super::resolve::Known;

impl Known<'_, '_> {
    /// The captain of a team, if one is recorded. Of several who held the office during a tournament only the one the
    /// report names can be meant.
    pub(super) fn captain(&self, team: TeamId) -> Option<PersonId> {
        let sheet = || {
            let entry = self.entry?;
            entry.sheet(entry.side_of(team)?)?.captain
        };
        sheet().or_else(|| {
            let captains = self.captains(team);
            match *captains.as_slice() {
                [one] => Some(one),
                _ => {
                    let mut named = captains.into_iter().filter(|&captain| self.is_named(captain));
                    named.next().filter(|_| named.next().is_none())
                }
            }
        })
    }

    /// Who led a team in place of its captain, where one other than the first is recorded.
    pub(super) fn second_captain(&self, team: TeamId) -> Option<PersonId> {
        match *self.captains(team).as_slice() {
            [_, second] => Some(second),
            _ => None,
        }
    }

    /// Whose captain is meant where no team is named: of the side the sentence before is about or a player of which it
    /// names, else of whoever has just spoken. `told` is whom the report seems to mean, `rejected` one of whom the
    /// record knows that he was not captain.
    pub(super) fn led_team(
        &self,
        place: usize,
        told: Option<&str>,
        rejected: Option<&str>,
        previous: Option<&str>,
    ) -> Option<TeamId> {
        let lead = self.lead(place);
        let people = lead.map(|lead| self.of_sentence(lead)).unwrap_or_default();
        let is_led = |name: &str| self.person_of(name).is_some_and(|person| people.contains(&person));
        if told.is_some_and(is_led) {
            return None;
        }
        let player = |name: &&str| !self.manages(name);
        let of_player = |name: &str| self.team_of(name);
        let of_lead = || {
            let side = |team: &TeamId| self.entry.is_some_and(|entry| entry.side_of(*team).is_some());
            self.teams_of_sentence(lead?).find(side)
        };
        let by_rejected = || rejected.filter(|name| is_led(name)).filter(player).and_then(of_player);
        by_rejected().or_else(of_lead).or_else(|| previous.and_then(of_player))
    }

    /// The team the sentence before a place names first.
    pub(super) fn first_team(&self, place: usize) -> Option<TeamId> {
        self.teams_of_sentence(self.lead(place)?).next()
    }

    /// The teams a sentence names.
    fn teams_of_sentence(&self, passage: usize) -> impl Iterator<Item = TeamId> {
        let from = self.mentions.partition_point(|mention| mention.passage < passage);
        let here = self.mentions.iter().skip(from).take_while(move |mention| mention.passage == passage);
        here.filter_map(|mention| mention.team)
    }

    /// Whether somebody captains a side: `None` where the record does not tell. Whom the report itself calls captain led
    /// the team on the day.
    pub(super) fn captains_a_side(&self, person: PersonId) -> Option<bool> {
        let teams = &self.view.record().person(person).teams;
        let mut all: Vec<PersonId> = teams.iter().flat_map(|&team| self.captains(team)).collect();
        // A country may be two teams of the record, one after the other.
        all.sort_unstable();
        all.dedup();
        if all.contains(&person) {
            return Some(true);
        }
        if self.is_called_captain(person) {
            return Some(true);
        }
        (!all.is_empty()).then_some(false)
    }

    /// The captains of a team in the first of the editions in question that has any of it.
    fn captains(&self, team: TeamId) -> Vec<PersonId> {
        let record = self.view.record();
        let root = record.root(team);
        let of = |edition| {
            let all = record.edition(edition).captains.iter();
            all.filter(|captaincy| record.root(captaincy.team) == root).map(|captaincy| captaincy.captain)
        };
        let mut captains = self.editions().map(|edition| of(edition).collect::<Vec<_>>());
        captains.find(|captains| !captains.is_empty()).unwrap_or_default()
    }
}
