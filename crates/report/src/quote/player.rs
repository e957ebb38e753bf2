//! Which of the players a report names a description means.

use std::collections::BTreeSet;

use byline_record::{EditionId, PersonId, TeamId, fold};

use super::club::OfClub;
use super::describe::Role;
use super::lexicon::{is_capital, is_human, is_of_people};
use super::resolve::Known;
use crate::Span;

/// Bytes between a person and a club that belong together: Kane's Tottenham team-mate Lloris.
const BESIDE: usize = 14;
/// The most places of a club's name that are looked at.
const PLACES: usize = 64;

/// What a description says of a player.
pub(super) struct Asked<'a> {
    /// Where it is.
    pub(super) at: &'a Span,
    pub(super) role: Option<Role>,
    /// The team or country it names.
    pub(super) team: Option<TeamId>,
    pub(super) former: bool,
    /// How old they are, from the first to the second.
    pub(super) aged: Option<(i16, i16)>,
}

impl Known<'_, '_> {
    /// Whoever of those named fits a description: by position, by team or country, by club, by goals, by age. `told` is
    /// whom the sentence before is about, `previous` who spoke last.
    pub(super) fn player(&self, asked: &Asked<'_>, told: Option<String>, previous: Option<&str>) -> Option<String> {
        let &Asked { at, role, team, former, aged } = asked;
        if role == Some(Role::Referee) {
            let referee = self.entry.and_then(|entry| entry.referee);
            return referee.map(|person| self.print(person)).or(told);
        }
        let of_match = team.is_some_and(|team| self.entry.is_some_and(|entry| entry.side_of(team).is_some()));
        let clubs = self.clubs(at, team.filter(|_| !of_match && !former));
        if role.is_none() && team.is_none() && clubs.is_none() {
            return told;
        }
        // A team that is no side of the match is a country somebody once played for, or a club.
        let by_team = if of_match || former { team } else { None };
        let mut possible = self.possible(role, by_team, former);
        possible.retain(|&person| self.may_be_aged(person, aged));
        if former && let OfClub::Players(now) = self.of_club(&Asked { former: false, role: None, ..*asked }) {
            // Who is with the club is not formerly of it.
            possible.retain(|person| !now.contains(person));
        }
        let beside = clubs.as_ref().map(|clubs| self.beside(at, clubs));
        let elsewhere =
            matches!(role, None | Some(Role::Aged(..))) && team.is_some() && !of_match && !former && clubs.is_none();
        let mut fits: Vec<PersonId> = self.people.iter().copied().filter(|person| possible.contains(person)).collect();
        if elsewhere {
            fits.clear();
        }
        // The scorer, before anybody who scored is named.
        if matches!(role, Some(Role::Scorer(_))) {
            fits.retain(|&person| !self.is_named_later(person, at.start));
        }
        let near: Vec<PersonId> =
            fits.iter().copied().filter(|person| beside.as_ref().is_some_and(|all| all.contains(person))).collect();
        // Nothing tells who of those named is with a club we do not know.
        let guess = clubs.is_some() && near.is_empty() && !former && !self.names_known_club(at);
        let was = if former && near.is_empty() { self.once_of_club(at, &fits) } else { Vec::new() };
        if !was.is_empty() {
            fits = was;
        } else if former && near.is_empty() && self.names_known_club(at) {
            // Who was once at a club is in no squad list: whoever spoke last, if he fits.
            let spoke = || previous.filter(|name| fits.iter().any(|&person| fold(&self.print(person)) == fold(name)));
            return told.or_else(|| spoke().map(str::to_owned));
        }
        if !near.is_empty() {
            fits = near;
        }
        // A sentence that names several is about none of them alone.
        let of_several = beside.as_ref().is_some_and(BTreeSet::is_empty) && !self.lead_is_of_one(at.start);
        let told = told.filter(|_| !of_several);
        let is =
            |person: PersonId, name: Option<&str>| name.is_some_and(|name| fold(name) == fold(&self.print(person)));
        if fits.iter().any(|&person| is(person, told.as_deref())) {
            return told;
        }
        // Of what neither record nor report tells, that only one is named is no proof.
        let of_club = beside.as_ref().is_some_and(BTreeSet::is_empty) && (role.is_none() || !former);
        if of_club || self.has_quality(at) {
            return told.filter(|_| fits.is_empty());
        }
        if fits.iter().any(|&person| is(person, previous)) {
            return previous.map(str::to_owned);
        }
        if guess {
            return told;
        }
        if let [one] = *fits.as_slice() {
            return Some(self.print(one));
        }
        // Whoever the sentence before is about, of whom nothing is known against it.
        if elsewhere && told.as_deref().is_some_and(|told| self.person_of(told).is_none()) {
            return told;
        }
        // A foreigner among the managers: “…,” said the German.
        if elsewhere && let Some(manager) = team.and_then(|team| self.foreigner(team)) {
            return Some(self.print(manager));
        }
        // Another word for whom the report names most.
        if beside.is_some()
            && let Some(person) = self.most_named(at, &fits)
        {
            return Some(self.print(person));
        }
        told
    }

    /// Whether a description says of somebody what no record knows: the tall defender, the injured striker.
    pub(super) fn has_quality(&self, at: &Span) -> bool {
        let words = self.text.get(at.clone()).unwrap_or_default();
        let mut inner: Vec<&str> = words.split(' ').skip(1).collect();
        inner.pop();
        inner.iter().any(|word| {
            let plain = word.starts_with(char::is_lowercase)
                && !is_human(word)
                && !matches!(*word, "young" | "veteran" | "experienced" | "great" | "famous" | "own" | "of" | "the");
            plain
                && !word.contains(['\'', '’'])
                && !word.contains("goal")
                && !word.starts_with(|c: char| c.is_ascii_digit())
        })
    }

    /// Whether a description names a club.
    pub(super) fn names_club(&self, at: &Span, team: Option<TeamId>) -> bool {
        let of_match = team.is_some_and(|team| self.entry.is_some_and(|entry| entry.side_of(team).is_some()));
        self.clubs(at, team.filter(|_| !of_match)).is_some()
    }

    /// Players of the match, or once players of a team, whom a role fits.
    fn possible(&self, role: Option<Role>, by_team: Option<TeamId>, former: bool) -> BTreeSet<PersonId> {
        let record = self.view.record();
        let positions = match role {
            Some(Role::Player(positions)) => Some(positions),
            _ => None,
        };
        let squads = |edition: EditionId| {
            let squads = record.edition(edition).squads.iter();
            let ours = squads.filter(|squad| by_team.is_none_or(|team| squad.team == team));
            let players = ours.flat_map(|squad| &squad.players);
            let fit = players
                .filter(|one| positions.is_none_or(|all| one.position.is_some_and(|position| all.contains(&position))));
            fit.map(|one| one.player).collect::<Vec<_>>()
        };
        let mut possible: BTreeSet<PersonId> =
            self.entry.map(|entry| squads(entry.edition)).into_iter().flatten().collect();
        if former {
            possible.extend(self.view.editions().flat_map(|edition| squads(edition.id)));
        }
        match role {
            Some(Role::Scorer(least)) => {
                let scorers: Vec<PersonId> =
                    self.entry.into_iter().flat_map(|entry| entry.goals()).filter_map(|goal| goal.player).collect();
                possible.retain(|person| scorers.iter().filter(|scorer| *scorer == person).count() >= least);
            }
            Some(Role::Aged(from, to)) => {
                possible.retain(|&person| self.age(person).is_some_and(|age| (from..=to).contains(&age)));
            }
            Some(Role::Captain) if !former => {
                possible.retain(|&person| !self.is_named(person) || self.captains_a_side(person) != Some(false));
            }
            _ => {}
        }
        possible
    }

    /// The manager of a side who has to do with another country, or the one who is named.
    fn foreigner(&self, team: TeamId) -> Option<PersonId> {
        let sides = self.entry.map(|entry| [entry.home, entry.away])?;
        let managers: Vec<PersonId> = sides.into_iter().filter_map(|side| self.manager(side, false)).collect();
        let record = self.view.record();
        let name = |person: PersonId| fold(&record.person(person).name);
        // People of one name with two teams may be two entries of the record.
        let led = |person: PersonId| {
            let mut all = self.view.editions().flat_map(|edition| &edition.managers);
            all.any(|appointment| appointment.team == team && name(appointment.manager) == name(person))
        };
        let of = |person: &PersonId| record.person(*person).teams.contains(&team) || led(*person);
        let mut from_there = managers.iter().copied().filter(of);
        match (from_there.next(), from_there.next()) {
            (Some(one), None) => Some(one),
            _ => self.only_manager(),
        }
    }

    /// Who of several the report names more often than each other, and more than once before a place.
    fn most_named(&self, at: &Span, fits: &[PersonId]) -> Option<PersonId> {
        let times = |person: PersonId| {
            let before = self.mentions.iter().take_while(|mention| mention.span.start < at.start);
            before.filter(|mention| mention.person == Some(person)).count()
        };
        let mut counts: Vec<(usize, PersonId)> =
            fits.iter().take(PLACES).map(|&person| (times(person), person)).collect();
        counts.sort_unstable_by_key(|&(times, _)| std::cmp::Reverse(times));
        match *counts.as_slice() {
            [(most, person), (next, _), ..] if most > 1 && most > next => Some(person),
            _ => None,
        }
    }

    /// The words of a description that name a club; `None` if there are none.
    fn clubs(&self, at: &Span, team: Option<TeamId>) -> Option<Vec<String>> {
        let words = self.text.get(at.clone()).unwrap_or_default();
        let by_team = |start: usize| self.within(&(start..start + 1)).find_map(|mention| mention.team);
        let mut place = at.start;
        let mut clubs = Vec::new();
        for word in words.split_inclusive([' ', '\n']) {
            let bare = word.trim().trim_end_matches("'s").trim_end_matches("’s");
            let named = by_team(place);
            if place > at.start
                && is_capital(bare)
                && bare.len() > 2
                && !is_of_people(bare)
                && (named.is_none() || named == team)
            {
                clubs.push(bare.to_owned());
            }
            place += word.len();
        }
        (!clubs.is_empty()).then_some(clubs)
    }

    /// Everybody the report names right beside a club, elsewhere than in the description.
    fn beside(&self, at: &Span, clubs: &[String]) -> BTreeSet<PersonId> {
        let mut beside = BTreeSet::new();
        let Some(club) = clubs.first() else { return beside };
        let places = self.text.match_indices(club.as_str()).take(PLACES);
        // West Germany has nothing to do with West Ham.
        let of_country = |start: usize| self.within(&(start..start + 1)).any(|mention| mention.team.is_some());
        for (start, _) in places.filter(|(start, _)| !at.contains(start) && !of_country(*start)) {
            let near = start.saturating_sub(BESIDE)..start + club.len() + BESIDE;
            beside.extend(self.within(&near).filter_map(|mention| mention.person));
        }
        beside
    }
}
