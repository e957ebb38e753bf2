//! Which of the players a report names a description means.

use std::collections::BTreeSet;

use byline_record::{EditionId, PersonId, TeamId, fold};

use super::describe::Role;
use super::lexicon::is_capital;
use super::resolve::Known;
use crate::Span;

/// Bytes between a person and a club that belong together: Kane's Tottenham team-mate Lloris.
const BESIDE: usize = 14;
/// The most places of a club's name that are looked at.
const PLACES: usize = 64;

impl Known<'_, '_> {
    /// Whoever of those named fits a description at `at`: by position, by team or country, by club. `told` is whom the
    /// sentence before is about.
    pub(super) fn player(
        &self,
        at: &Span,
        role: Option<Role>,
        team: Option<TeamId>,
        former: bool,
        told: Option<String>,
    ) -> Option<String> {
        let positions = match role {
            Some(Role::Player(positions)) => Some(positions),
            _ => None,
        };
        if positions.is_none() && team.is_none() {
            return told;
        }
        let record = self.view.record();
        let of_match = team.is_some_and(|team| self.entry.is_some_and(|entry| entry.side_of(team).is_some()));
        // A team that is no side of the match is a country somebody once played for, or a club.
        let by_team = if of_match || former { team } else { None };
        let squads = |edition: EditionId| {
            let squads = record.edition(edition).squads.iter();
            let ours = squads.filter(|squad| by_team.is_none_or(|team| squad.team == team));
            let players = ours.flat_map(|squad| &squad.players);
            let fit = players.filter(|(_, position)| {
                positions.is_none_or(|all| position.is_some_and(|position| all.contains(&position)))
            });
            fit.map(|&(player, _)| player).collect::<Vec<_>>()
        };
        let mut fits: BTreeSet<PersonId> =
            self.entry.map(|entry| squads(entry.edition)).into_iter().flatten().collect();
        if former {
            fits.extend(self.view.editions().flat_map(|edition| squads(edition.id)));
        }
        let clubs = self.clubs(at, team.filter(|_| !of_match && !former));
        let beside = clubs.map(|clubs| self.beside(at, &clubs));
        let fits: Vec<PersonId> = self
            .people
            .iter()
            .copied()
            .filter(|person| fits.contains(person) && beside.as_ref().is_none_or(|beside| beside.contains(person)))
            .collect();
        let is_told = |person: PersonId| told.as_deref().is_some_and(|told| fold(told) == fold(&self.print(person)));
        if fits.iter().any(|&person| is_told(person)) {
            return told;
        }
        if let [one] = *fits.as_slice() {
            return Some(self.print(one));
        }
        // A foreigner among the managers: “…,” said the German.
        if positions.is_none()
            && team.is_some()
            && !of_match
            && !former
            && let Some(manager) = self.only_manager()
        {
            return Some(self.print(manager));
        }
        // Whoever the sentence before is about plays elsewhere, or in another position.
        let contradicted =
            beside.is_none() && self.entry.is_some() && self.people.iter().any(|&person| is_told(person));
        told.filter(|_| !contradicted)
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
            if place > at.start && is_capital(bare) && bare.len() > 2 && (named.is_none() || named == team) {
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
        for (start, _) in places.filter(|(start, _)| !at.contains(start)) {
            let near = start.saturating_sub(BESIDE)..start + club.len() + BESIDE;
            beside.extend(self.within(&near).filter_map(|mention| mention.person));
        }
        beside
    }
}
