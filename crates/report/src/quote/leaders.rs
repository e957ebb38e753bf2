//! Who leads a side: its manager, its captain, and who is that for the other.

use byline_record::{EditionId, PersonId, TeamId, fold};

use super::anaphora::{Wanted, only};
use super::describe::{GOALKEEPER, Role};
use super::resolve::Known;
use crate::Span;

impl Known<'_, '_> {
    /// Managers of the two sides, or of every team where there is no one match.
    pub(super) fn managers(&self) -> impl Iterator<Item = (TeamId, PersonId)> {
        let record = self.view.record();
        let all = self.editions().flat_map(|edition| &record.edition(edition).managers);
        let of_a_side = |team: TeamId| self.entry.is_none_or(|entry| entry.side_of(team).is_some());
        all.map(|appointment| (appointment.team, appointment.manager)).filter(move |(team, _)| of_a_side(*team))
    }

    /// Who was in charge of a team: in this match, in this edition, or in the last before the report if that is later.
    pub(super) fn manager(&self, team: TeamId, now: bool) -> Option<PersonId> {
        let record = self.view.record();
        let of = |edition: EditionId| {
            let mut all = record.edition(edition).managers.iter().filter(|appointment| appointment.team == team);
            let first = all.next()?.manager;
            all.next().is_none().then_some(first)
        };
        let latest = || {
            let begun = self.view.editions().filter(|edition| of(edition.id).is_some());
            let day = |edition: EditionId| self.view.span(edition).map(|span| span.first);
            begun.max_by_key(|edition| day(edition.id)).and_then(|edition| of(edition.id))
        };
        if now && (self.entry.is_some() || self.published.is_none()) {
            return latest();
        }
        let Some(entry) = self.entry else {
            return self.editions().find_map(of);
        };
        let sheet = entry.side_of(team).and_then(|side| entry.sheet(side));
        sheet.and_then(|sheet| sheet.manager).or_else(|| of(entry.edition))
    }

    /// Whether somebody is a manager of one of the sides.
    pub(super) fn manages(&self, name: &str) -> bool {
        self.managers().any(|(_, manager)| fold(&self.print(manager)) == fold(name))
    }

    /// The team of a player or manager by printed name.
    pub(super) fn team_of(&self, name: &str) -> Option<TeamId> {
        let person = self.person_of(name)?;
        let managed = self.managers().find(|(_, manager)| *manager == person).map(|(team, _)| team);
        let of_match = |team: TeamId| self.entry.is_none_or(|entry| entry.side_of(team).is_some());
        let own = || self.view.record().person(person).teams.iter().copied().find(|&team| of_match(team));
        // A round-up tells of other matches of the tournament.
        let elsewhere = || {
            let squads = &self.view.record().edition(self.entry?.edition).squads;
            squads.iter().find(|squad| squad.players.iter().any(|one| one.player == person)).map(|squad| squad.team)
        };
        managed.or_else(own).or_else(elsewhere)
    }

    /// The side in whose squad somebody is.
    fn team_of_squads(&self, person: PersonId) -> Option<TeamId> {
        let entry = self.entry?;
        let squads = &self.view.record().edition(entry.edition).squads;
        let mut ours = squads.iter().filter(|squad| entry.side_of(squad.team).is_some());
        ours.find(|squad| squad.players.iter().any(|one| one.player == person)).map(|squad| squad.team)
    }

    /// Whether the record leaves it open that somebody manages one of the sides.
    pub(super) fn may_manage(&self, name: &str) -> bool {
        let mut managers = self.managers().peekable();
        self.entry.is_none()
            || managers.peek().is_none()
            || managers.any(|(_, person)| fold(&self.print(person)) == fold(name))
    }

    /// Whoever the sentence before a place names first, if he is in charge of a team of the tournament: a round-up tells of
    /// several matches.
    pub(super) fn other_manager(&self, place: usize) -> Option<PersonId> {
        let lead = self.lead(place)?;
        let from = self.mentions.partition_point(|mention| mention.passage < lead);
        let here = self.mentions.iter().skip(from).take_while(|mention| mention.passage == lead);
        let first = here.filter(|mention| !self.owns(mention)).find(|mention| mention.of_person)?;
        let named = fold(self.text.get(first.span.clone())?);
        let record = self.view.record();
        let all = self.editions().flat_map(|edition| &record.edition(edition).managers);
        let mut all = all.map(|appointment| appointment.manager);
        all.find(|&manager| Some(manager) == first.person || fold(&self.print(manager)) == named)
    }

    /// Who is for the other side what somebody is for his: its manager, its captain, its goalkeeper.
    pub(super) fn opposite(&self, name: &str, leads: bool) -> Option<PersonId> {
        let entry = self.entry?;
        let sides = [entry.home, entry.away];
        let managers = sides.map(|team| self.manager(team, false));
        let is = |person: &Option<PersonId>| person.is_some_and(|person| fold(&self.print(person)) == fold(name));
        match managers.iter().position(is) {
            Some(0) => return *managers.last()?,
            Some(_) => return *managers.first()?,
            None => {}
        }
        let of_squads = || self.of_squads().find(|&person| self.print(person) == name);
        let person = self.person_of(name).or_else(of_squads)?;
        let team = self.team_of(name).or_else(|| self.team_of_squads(person))?;
        let own = entry.side_of(team)?;
        let other = entry.team(own.other());
        // The rival coach, after one of the players.
        if leads {
            return self.manager(other, false);
        }
        let captain = (self.captains_a_side(person) == Some(true)).then(|| self.captain(other));
        let keeps = self.may_be(person, Wanted::of(Role::Player(GOALKEEPER))) == Some(true);
        let keeper = keeps.then(|| self.keeper(other));
        match (captain, keeper) {
            (Some(captain), None) => captain,
            (None, Some(keeper)) => keeper,
            // He is both: only if the other is as well.
            (Some(captain), Some(keeper)) => captain.filter(|_| captain == keeper),
            (None, None) => None,
        }
    }

    /// The one of the two goalkeepers of the match whom the sentence before a place names.
    pub(super) fn keeper_of_lead(&self, place: usize) -> Option<PersonId> {
        let entry = self.entry?;
        let lead = self.of_sentence(self.lead(place)?);
        let keepers = [entry.home, entry.away].into_iter().filter_map(|team| self.keeper(team));
        only(keepers.filter(|keeper| lead.contains(keeper)))
    }

    /// The captain of one side who is of an age, if the other is not.
    pub(super) fn only_captain_aged(&self, (from, to): (i16, i16)) -> Option<PersonId> {
        let entry = self.entry?;
        let captains = [entry.home, entry.away].into_iter().filter_map(|team| self.captain(team));
        only(captains.filter(|&captain| self.age(captain).is_some_and(|age| (from..=to).contains(&age))))
    }

    /// The one manager of the two sides who is named.
    pub(super) fn only_manager(&self) -> Option<PersonId> {
        *self.only_manager.get_or_init(|| self.find_only_manager())
    }

    /// Whether a report names somebody after a place only.
    pub(super) fn is_named_later(&self, person: PersonId, place: usize) -> bool {
        let mut own = self.mentions.iter().filter(|mention| mention.person == Some(person));
        let Some(first) = own.next() else {
            let name = self.print(person);
            let last = name.rsplit(' ').next().unwrap_or_default();
            return self.text.find(last).is_some_and(|first| first > place);
        };
        first.span.start > place
    }

    pub(super) fn find_only_manager(&self) -> Option<PersonId> {
        let text = self.text;
        let record = self.view.record();
        let named = |person: PersonId| {
            let name = &record.person(person).name;
            self.people.contains(&person)
                || name.rsplit(' ').next().is_some_and(|last| last.len() > 3 && text.contains(last))
        };
        let mut managers: Vec<PersonId> =
            self.managers().map(|(_, manager)| manager).filter(|&person| named(person)).collect();
        managers.sort_unstable();
        managers.dedup();
        match *managers.as_slice() {
            [one] => Some(one),
            _ => None,
        }
    }

    /// The manager of the side for which whoever has just spoken plays, if no team is named since.
    pub(super) fn manager_of_speaker(&self, name: &str, since: Span) -> Option<PersonId> {
        let entry = self.entry.filter(|_| !self.manages(name))?;
        let of_squads = || self.of_squads().find(|&person| self.print(person) == name);
        let team = self.team_of(name).or_else(|| self.team_of_squads(of_squads()?));
        let team = team.filter(|&team| entry.side_of(team).is_some())?;
        let silent = self.within(&since).all(|mention| mention.team.is_none());
        self.manager(team, false).filter(|_| silent)
    }

    /// The only one of the two captains who scored, where the words after a description say that he did.
    pub(super) fn captain_who_scored(&self, after: &str) -> Option<PersonId> {
        const GOALS: &[&str] = &["first", "second", "third", "fourth", "opener", "equaliser", "winner", "goal"];
        let entry = self.entry?;
        let mut words = after.split([' ', ',', '.']).filter(|word| !matches!(*word, "" | "had" | "who")).take(5);
        let scored = match words.next()? {
            "scored" | "equalised" | "levelled" => true,
            "headed" | "volleyed" | "struck" | "hit" | "fired" => words.any(|word| GOALS.contains(&word)),
            _ => false,
        };
        let goals = |captain: &PersonId| entry.goals().any(|goal| goal.player == Some(*captain));
        let captains = || [entry.home, entry.away].into_iter().filter_map(|team| self.captain(team));
        only(captains().filter(goals)).filter(|_| scored)
    }
}
