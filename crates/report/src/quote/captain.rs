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

    /// Whether somebody captains a side: `None` where the record does not tell, or where whoever it tells of is nowhere
    /// in the report and another may have led the team on the day.
    pub(super) fn captains_a_side(&self, person: PersonId) -> Option<bool> {
        let teams = &self.view.record().person(person).teams;
        let all: Vec<PersonId> = teams.iter().flat_map(|&team| self.captains(team)).collect();
        if all.contains(&person) {
            return Some(true);
        }
        all.iter().any(|&captain| self.is_named(captain)).then_some(false)
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
