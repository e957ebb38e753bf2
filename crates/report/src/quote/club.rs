//! Which player a club in a description points at: `the Tottenham striker`, `the Spurs forward`.

use std::collections::BTreeSet;

use byline_record::names::clubs;
use byline_record::{EditionId, PersonId, Position, SquadPlayer, TeamId, TeamKind, fold};

use super::Speaker;
use super::anaphora::{Wanted, only};
use super::describe::{Description, Role};
use super::lexicon::{is_capital, is_of_people};
use super::player::Asked;
use super::resolve::Known;
use crate::Span;

/// The most words of a club's name: `Brighton and Hove Albion`.
const LONGEST: usize = 5;
/// How many names back a player of a club is looked for.
const NEAR: usize = 24;
/// The most words of a description that are looked at.
const WORDS: usize = 16;

/// The year from which players went abroad as they liked.
const ABROAD: i16 = 1998;

/// What a description says of a club, and what the record makes of it.
pub(super) enum OfClub {
    /// There is none, or none whose players the record could tell.
    Untold,
    /// A club, and those of the squads in question who were with it and whom the rest of the description fits.
    Players(Vec<PersonId>),
}

impl Known<'_, '_> {
    /// The players a description means by the club it names.
    pub(super) fn of_club(&self, asked: &Asked<'_>) -> OfClub {
        // Most descriptions name no club.
        if asked.former || self.windows(asked.at).next().is_none() {
            return OfClub::Untold;
        }
        let side = asked.team.filter(|&team| self.is_in_question(team));
        let here: Vec<&SquadPlayer> = self.squads(side, self.entry.is_some()).collect();
        if !here.iter().any(|one| one.club.is_some()) {
            return OfClub::Untold;
        }
        let elsewhere = || self.squads(side, false).filter(|one| self.is_named(one.player));
        let known: BTreeSet<String> =
            here.iter().copied().chain(elsewhere()).filter_map(|one| one.club.as_deref().map(fold)).collect();
        let Some(meant) = self.clubs_meant(asked.at, &known) else { return OfClub::Untold };
        let with = |one: &&SquadPlayer| one.club.as_deref().is_some_and(|club| meant.contains(&fold(club)));
        let of_match: Vec<&SquadPlayer> = here.into_iter().filter(with).collect();
        let fits = self.fitting(asked.role, of_match.iter().copied());
        if fits.iter().any(|&person| self.is_named(person)) {
            return OfClub::Players(fits);
        }
        // A round-up names players of other matches.
        let others = self.fitting(asked.role, elsewhere().filter(with));
        OfClub::Players(if others.is_empty() { fits } else { others })
    }

    /// Those of some people, in order, who were once with the club a description names, in a squad of the record.
    pub(super) fn once_of_club(&self, at: &Span, people: &[PersonId]) -> Vec<PersonId> {
        if people.is_empty() || self.windows(at).next().is_none() {
            return Vec::new();
        }
        let squads = self.view.editions().flat_map(|edition| &edition.squads);
        let theirs = squads.flat_map(|squad| &squad.players).filter(|one| people.binary_search(&one.player).is_ok());
        let told: Vec<(PersonId, String)> =
            theirs.filter_map(|one| Some((one.player, fold(one.club.as_deref()?)))).collect();
        let known = told.iter().map(|(_, club)| club.clone()).collect();
        let Some(meant) = self.clubs_meant(at, &known) else { return Vec::new() };
        let mut were: Vec<PersonId> =
            told.into_iter().filter(|(_, club)| meant.contains(club)).map(|(person, _)| person).collect();
        were.sort_unstable();
        were.dedup();
        were
    }

    /// The folded names of the clubs somebody was with, and whether it was in this very tournament.
    fn clubs_of(&self, person: PersonId) -> (BTreeSet<String>, bool) {
        if let Some(known) = self.clubs_known.borrow().get(&person) {
            return known.clone();
        }
        let found = self.find_clubs_of(person);
        self.clubs_known.borrow_mut().insert(person, found.clone());
        found
    }

    fn find_clubs_of(&self, person: PersonId) -> (BTreeSet<String>, bool) {
        let record = self.view.record();
        let of = |edition: EditionId| {
            let players = record.edition(edition).squads.iter().flat_map(|squad| &squad.players);
            players.filter(|one| one.player == person).filter_map(|one| one.club.as_deref().map(fold)).collect()
        };
        let here: BTreeSet<String> = self.entry.map(|entry| of(entry.edition)).unwrap_or_default();
        if !here.is_empty() {
            return (here, true);
        }
        (self.squads_about().iter().flat_map(|&edition| of(edition)).collect(), false)
    }

    /// Whether somebody is with the club a description names, and whether this is known of the very tournament and not
    /// only of another about that time.
    pub(super) fn is_with(&self, person: PersonId, at: &Span) -> Option<(bool, bool)> {
        self.windows(at).next()?;
        let (clubs, exact) = self.clubs_of(person);
        if clubs.is_empty() {
            return None;
        }
        let meant = self.clubs_meant(at, &clubs)?;
        Some((meant.iter().any(|club| clubs.contains(club)), exact))
    }

    /// Whether a description calls its speaker one of the same club.
    pub(super) fn is_mate(&self, words: &str) -> bool {
        let mut all = words.split(' ').rev();
        match all.next() {
            Some("club-mate" | "clubmate" | "club-mates") => true,
            Some("team-mate" | "teammate" | "colleague") => all.next() == Some("club"),
            _ => false,
        }
    }

    /// The only other player of somebody's club whom the report names near a place.
    pub(super) fn club_mate(&self, name: &str, place: usize) -> Option<PersonId> {
        let person = self.person_of(name)?;
        let (own, _) = self.clubs_of(person);
        let shares = |other: PersonId| other != person && !self.clubs_of(other).0.is_disjoint(&own);
        only(self.named_near(place).filter(|&other| shares(other)))
    }

    /// Those named not far before a place, the nearest first.
    pub(super) fn named_near(&self, place: usize) -> impl Iterator<Item = PersonId> {
        let before = self.mentions.partition_point(|mention| mention.span.end <= place);
        self.mentions.iter().take(before).rev().take(NEAR).filter_map(|mention| mention.person)
    }

    /// Everybody in the squads of the two sides.
    pub(super) fn of_squads(&self) -> impl Iterator<Item = PersonId> {
        self.squads(None, self.entry.is_some()).map(|one| one.player)
    }

    /// Whether a team is a side of the match, or any of the tournament where there is no one match.
    fn is_in_question(&self, team: TeamId) -> bool {
        let record = self.view.record();
        match self.entry {
            Some(entry) => entry.side_of(team).is_some(),
            None => {
                self.editions().any(|edition| record.edition(edition).squads.iter().any(|squad| squad.team == team))
            }
        }
    }

    /// The players of the squads in question: of one team, of the two sides, or of all.
    fn squads(&self, team: Option<TeamId>, sides: bool) -> impl Iterator<Item = &SquadPlayer> {
        let record = self.view.record();
        let wanted = move |other: TeamId| match (team, self.entry) {
            (Some(team), _) => other == team,
            (None, Some(entry)) if sides => entry.side_of(other).is_some(),
            _ => true,
        };
        let first = self.editions().take(if self.entry.is_some() { 1 } else { usize::MAX });
        let squads = first.flat_map(move |edition| &record.edition(edition).squads);
        squads.filter(move |squad| wanted(squad.team)).flat_map(|squad| &squad.players)
    }

    /// Those of some players whom a role fits; a position that sources and papers see differently is no bar to one whom
    /// the report names.
    fn fitting<'s>(&self, role: Option<Role>, players: impl Iterator<Item = &'s SquadPlayer>) -> Vec<PersonId> {
        let all: Vec<&SquadPlayer> = players.collect();
        let those = |is: &dyn Fn(&SquadPlayer) -> bool| {
            let mut found: Vec<PersonId> = Vec::new();
            for one in all.iter().filter(|one| is(one)) {
                if !found.contains(&one.player) {
                    found.push(one.player);
                }
            }
            found
        };
        let Some(Role::Player(positions)) = role else {
            return those(&|one| role.is_none_or(|role| self.has_role(one.player, role)));
        };
        let exact = those(&|one| one.position.is_some_and(|position| positions.contains(&position)));
        if !exact.is_empty() {
            return exact;
        }
        let keeps = |position: &Position| *position == Position::Goalkeeper;
        let near = |one: &SquadPlayer| one.position.is_some_and(|position| !keeps(&position));
        let outfield = !positions.iter().any(keeps);
        those(&|one| outfield && near(one) && self.is_named(one.player))
    }

    /// Whether what a player did or is fits a role that is no position, as far as is known.
    fn has_role(&self, player: PersonId, role: Role) -> bool {
        let wanted = Wanted::of(role);
        self.may_be(player, wanted) != Some(false)
    }

    /// Whether a description names a club of whose players the record can tell, or one nobody knows.
    pub(super) fn is_told_by_club(&self, at: &Span) -> bool {
        let known = || self.squads(None, self.entry.is_some()).any(|one| one.club.is_some());
        self.windows(at).next().is_some() && (known() || !self.names_known_club(at))
    }

    /// Whether two descriptions name two clubs, and neither of old.
    pub(super) fn is_of_another_club(&self, at: &Span, last: &Span) -> bool {
        let club = |at: &Span| {
            let words = self.text.get(at.clone()).filter(|words| !Description::read(words).former)?;
            words.contains(' ').then(|| self.windows(at).find_map(|(words, _)| clubs::named(words)))?
        };
        club(at).zip(club(last)).is_some_and(|(one, other)| one != other)
    }

    /// The only other person whom the sentence names that led up to a quote, where a speaker after it cannot be the same.
    pub(super) fn beside_speaker(&self, speaker: &Speaker, last: usize) -> Option<PersonId> {
        let name = speaker.name.as_deref()?;
        let lead = self.of_sentence(self.lead(last)?);
        let spoke = lead.iter().any(|&person| self.print(person) == name);
        let others = lead.iter().copied().filter(|&person| self.print(person) != name);
        let fits = |&person: &PersonId| self.is_with(person, &speaker.at.span).is_none_or(|(is, _)| is);
        only(others).filter(fits).filter(|_| spoke)
    }

    /// Whether a description names a club we know.
    pub(super) fn names_known_club(&self, at: &Span) -> bool {
        let is_club = |words: &str| clubs::named(words).is_some();
        self.windows(at).any(|(words, alone)| is_club(words) || alone && !clubs::nicknamed(words).is_empty())
    }

    /// The side of the country a club is of, as long as goalkeepers hardly played abroad.
    pub(super) fn side_at_home(&self, at: &Span) -> Option<TeamId> {
        let entry = self.entry.filter(|entry| entry.date.year() < ABROAD)?;
        let country = self.country_of_club(at)?;
        [entry.home, entry.away].into_iter().find(|&team| self.has_name(team, country))
    }

    /// The country of the club a description names.
    pub(super) fn country_of_club(&self, at: &Span) -> Option<&'static str> {
        self.windows(at).find_map(|(words, whole)| {
            let nicknamed = || match *clubs::nicknamed(words).as_slice() {
                [club] if whole => clubs::country(club),
                _ => None,
            };
            clubs::country(words).or_else(nicknamed)
        })
    }

    /// Whether somebody plays for a country.
    pub(super) fn is_of_country(&self, person: PersonId, country: &str) -> bool {
        let teams = &self.view.record().person(person).teams;
        teams.iter().any(|&team| self.has_name(team, country))
    }

    /// Whether a team, or the one it goes on from, has a name.
    fn has_name(&self, team: TeamId, name: &str) -> bool {
        let record = self.view.record();
        [team, record.root(team)].into_iter().any(|team| *record.team(team).name == *name)
    }

    /// Folded names of the clubs a description means: the one it names, or those of the squads that share a nickname.
    fn clubs_meant(&self, at: &Span, known: &BTreeSet<String>) -> Option<BTreeSet<String>> {
        for (words, whole) in self.windows(at) {
            let folded = fold(words);
            if let Some(club) = clubs::named(words) {
                return Some(BTreeSet::from([fold(club)]));
            }
            if known.contains(&folded) {
                return Some(BTreeSet::from([folded]));
            }
            if whole {
                let mut meant: BTreeSet<String> = clubs::nicknamed(words).into_iter().map(fold).collect();
                meant.retain(|club| known.contains(club));
                // Minnesota is Minnesota United.
                let bearers = || clubs::nicknamed(words);
                let short = |club: &&String| club.strip_prefix(&folded).is_some_and(|rest| rest.starts_with(' '));
                meant.extend(known.iter().filter(short).cloned());
                if !meant.is_empty() {
                    return Some(meant);
                }
                // The Villa striker, of whom nobody knows: no other club is called so.
                if let [club] = *bearers().as_slice() {
                    return Some(BTreeSet::from([fold(club)]));
                }
            }
        }
        None
    }

    /// The words of a description that may name a club, the longest first, and whether they stand alone: capitals that
    /// are neither a country, a people nor a person.
    fn windows(&self, at: &Span) -> impl Iterator<Item = (&str, bool)> {
        let text = self.text;
        let record = self.view.record();
        let description = text.get(at.clone()).unwrap_or_default();
        let mut place = at.start;
        // West Ham has to do with no Taribo West.
        let capitals =
            description.split(' ').skip(1).skip_while(|word| !is_capital(word)).take_while(|word| is_capital(word));
        let run = capitals.take(LONGEST).collect::<Vec<_>>().join(" ");
        let whole = run.contains(' ') && clubs::named(&run).is_some();
        let mut words: Vec<(usize, usize, bool)> = Vec::new();
        for word in description.split_inclusive([' ', '\n']).take(WORDS) {
            let bare = word.trim_end();
            let bare = bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s")).unwrap_or(bare);
            let bare = bare.trim_end_matches(['\'', '’', ',']);
            let taken = self.within(&(place..place + 1)).any(|mention| {
                mention.person.is_some()
                    || mention.team.is_some_and(|team| record.team(team).kind == TeamKind::National)
            });
            // Watford's winger.
            let begins = place > at.start || bare.len() + 2 <= word.trim_end().len();
            let born = bare.ends_with("-born") || bare.ends_with("-based");
            let taken = taken && !(whole && run.contains(bare));
            let free = begins && is_capital(bare) && !taken && !is_of_people(bare) && !born;
            words.push((place, place + bare.len(), free));
            place += word.len();
        }
        let mut windows: Vec<(usize, usize, bool)> = Vec::new();
        for (first, &(start, _, free)) in words.iter().enumerate() {
            for (last, &(_, end, ends)) in words.iter().enumerate().skip(first).take(LONGEST) {
                if free && ends {
                    let before = first.checked_sub(1).and_then(|before| words.get(before));
                    let alone = before.is_none_or(|word| !word.2) && words.get(last + 1).is_none_or(|word| !word.2);
                    windows.push((start, end, alone));
                }
            }
        }
        windows.sort_by_key(|&(start, end, _)| std::cmp::Reverse(end - start));
        windows.into_iter().filter_map(move |(start, end, alone)| Some((text.get(start..end)?, alone)))
    }

    /// Whoever of a club's players a description means: the only one, else whom the sentence before is about, who spoke
    /// last, the only one of the sentence before, or the only one the report names.
    pub(super) fn one_of_club(
        &self,
        fits: &[PersonId],
        place: usize,
        told: Option<&str>,
        previous: Option<&str>,
    ) -> Option<PersonId> {
        if let [one] = *fits {
            return Some(one);
        }
        let is = |name: Option<&str>| {
            let wanted = fold(name?);
            fits.iter().copied().find(|&person| fold(&self.print(person)) == wanted)
        };
        is(told).or_else(|| is(previous)).or_else(|| {
            let lead = self.lead(place).map(|lead| self.of_sentence(lead)).unwrap_or_default();
            let of_lead = only(lead.into_iter().filter(|person| fits.contains(person)));
            let named = || only(fits.iter().copied().filter(|&person| self.is_named(person)));
            // Only one of them has been named so far.
            let so_far = || only(self.named_near(place).filter(|person| fits.contains(person)));
            of_lead.or_else(named).or_else(so_far)
        })
    }
}
