//! Lays the claims of many files together into one record.
//!
//! Claims are added in the order of preference: what is said first stays, what is said later confirms it, adds to it,
//! or is kept as a conflict. [`teams`](crate::names::teams) decides who is meant by a team's name, [`people`] by a
//! person's; [`events`] lays events and kicks of one match together; [`combine`] the rest of a match.

mod combine;
pub mod competitions;
mod events;
mod loose;
mod namesakes;
mod people;
mod undated;

use rustc_hash::FxHashMap as HashMap;

use jiff::civil::Date;

use crate::claim::{Claims, EditionClaim, MatchClaim, SquadClaim, VenueClaim};
use crate::conflict::{Conflict, Preference, Stated, Subject};
use crate::names::teams::TeamNames;
use crate::{
    Appointment, Captaincy, EditionId, FinalPlace, Match, MatchId, PersonId, Record, Side, Source, Sources, Squad,
    SquadPlayer, Table, TeamId, TeamKind, Venue, VenueId,
};

use competitions::Competitions;
use loose::Loose;
use people::People;

/// Key of our own record among the sources.
pub const BUILT_IN: &str = "byline";

/// What became of the claims of one file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MergeReport {
    /// Matches nobody had before.
    pub matches_added: usize,
    /// Matches already known.
    pub matches_merged: usize,
    /// Events and kicks nobody had before.
    pub events_added: usize,
    /// Events and kicks already known.
    pub events_merged: usize,
    /// People nobody had before.
    pub people_added: usize,
    /// Differences found.
    pub conflicts: usize,
    /// Matches without a date, waiting to be placed.
    pub undated: usize,
}

/// A team name that means nothing to us, with its place in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownTeam {
    /// The name as written.
    pub name: Box<str>,
    /// Line it first stands on.
    pub line: u32,
    /// Names it may stand for.
    pub nearest: Vec<Box<str>>,
}

/// Why claims were refused. Nothing of them was merged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MergeError {
    /// Names of national teams that are not in `facts/teams.txt`.
    #[error("{}", describe_unknown(.0))]
    UnknownTeams(Vec<UnknownTeam>),
    /// More sources than a record can hold.
    #[error("more than {} sources", Sources::MOST)]
    TooManySources,
}

fn describe_unknown(unknown: &[UnknownTeam]) -> String {
    let mut text = String::new();
    for (index, team) in unknown.iter().enumerate() {
        if index == 5 {
            text.push_str(&format!("; and {} more", unknown.len() - index));
            break;
        }
        let separator = if index == 0 { "" } else { "; " };
        text.push_str(&format!("{separator}line {}: no national team is called `{}`", team.line, team.name));
        if !team.nearest.is_empty() {
            text.push_str(&format!(" (nearest: {})", team.nearest.join(", ")));
        }
    }
    text
}

/// Which other sources agree with which tables of an edition of our own record.
type Attested = HashMap<(EditionId, Table), Sources>;

/// Makes a record of claims. Add claims in the order of preference, then [`finish`](Self::finish).
#[derive(Debug)]
pub struct Merger {
    teams: TeamNames,
    people: People,
    competitions: Competitions,
    sources: Vec<Source>,
    venues: Vec<Venue>,
    venue_ids: HashMap<Venue, VenueId>,
    matches: Vec<Match>,
    /// For each match, the batch that last gave its result: one file never gives the same match twice.
    given_in: Vec<u32>,
    /// For each match, the batch that first mentioned it.
    first_batch: Vec<u32>,
    by_pair: HashMap<(TeamId, TeamId), Vec<u32>>,
    conflicts: Vec<Conflict>,
    waiting: Vec<(Sources, MatchClaim)>,
    loose: Loose,
    attested: Attested,
    batch: u32,
    accept_new_teams: bool,
}

impl Merger {
    /// A merger that knows the teams and competitions of `facts/`, and the sources in order of preference.
    #[must_use]
    pub fn new(teams: TeamNames, competitions: Competitions, sources: Vec<Source>) -> Self {
        Self {
            teams,
            people: People::default(),
            competitions,
            sources,
            venues: Vec::new(),
            venue_ids: HashMap::default(),
            matches: Vec::new(),
            given_in: Vec::new(),
            first_batch: Vec::new(),
            by_pair: HashMap::default(),
            conflicts: Vec::new(),
            waiting: Vec::new(),
            loose: Loose::default(),
            attested: Attested::default(),
            batch: 0,
            accept_new_teams: false,
        }
    }

    /// Takes national teams that nobody has listed as new teams instead of refusing the file.
    pub const fn accept_new_teams(&mut self, accept: bool) {
        self.accept_new_teams = accept;
    }

    /// Sources met so far, in the order of preference.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// Position of a source by its key in the order of preference; unknown ones come last.
    #[must_use]
    pub fn rank(&self, key: &str) -> usize {
        self.sources.iter().position(|source| &*source.key == key).unwrap_or(self.sources.len())
    }

    /// Adds the claims of one file.
    ///
    /// # Errors
    /// If a national team is unknown; then nothing of the claims was added.
    pub fn add(&mut self, claims: &Claims) -> Result<MergeReport, MergeError> {
        self.check_teams(claims)?;
        let source = self.source(&claims.source)?;
        self.batch += 1;
        self.people.take_exactly(&*claims.source == BUILT_IN);
        let people_before = self.people.len();
        let conflicts_before = self.conflicts.len();
        let mut report = MergeReport::default();
        for person in &claims.people {
            let teams: Vec<TeamId> = person
                .teams
                .iter()
                .filter_map(|team| self.teams.resolve(team, TeamKind::National, person.sex, None))
                .collect();
            self.people.state(person, &teams, &self.teams, source, &mut self.conflicts);
        }
        for edition in &claims.editions {
            self.add_edition(edition, source);
        }
        for claim in &claims.matches {
            if claim.date.is_some() {
                self.add_match(claim, source, &mut report);
            } else {
                self.waiting.push((source, claim.clone()));
                report.undated += 1;
            }
        }
        self.competitions.cover(source, &claims.coverage);
        report.people_added = self.people.len() - people_before;
        report.conflicts = self.conflicts.len() - conflicts_before;
        Ok(report)
    }

    /// The record of all claims added.
    #[must_use]
    pub fn finish(mut self) -> Record {
        let undated = self.place_undated();
        self.join_namesakes();
        self.settle_grounds();
        self.people.place_unplaced();
        let mut order: Vec<usize> = (0..self.matches.len()).collect();
        let moment = |entry: &Match| (entry.date, entry.kick_off.map(crate::KickOff::hour_minute));
        order.sort_by_key(|&index| self.matches.get(index).map(moment));
        let mut place = vec![MatchId(0); order.len()];
        for (new, &old) in order.iter().enumerate() {
            if let Some(slot) = place.get_mut(old) {
                *slot = MatchId::from_index(new);
            }
        }
        let placed = |id: MatchId| place.get(id.index()).copied().unwrap_or(id);
        for entry in &mut self.matches {
            entry.id = placed(entry.id);
        }
        self.matches.sort_by_key(|entry| entry.id);
        for conflict in &mut self.conflicts {
            conflict.in_match = conflict.in_match.map(placed);
        }
        let mut loose = std::mem::take(&mut self.loose.list);
        loose.iter_mut().for_each(|entry| entry.penalties.sort_by_key(|event| (event.clock.is_none(), event.clock)));
        let (teams, successions) = self.teams.into_parts();
        let (competitions, mut editions) = self.competitions.into_parts();
        let (people, person) = self.people.into_list();
        if people.len() < person.len() {
            let renumber = |id: &mut PersonId| *id = person.get(id.index()).copied().unwrap_or(*id);
            self.matches.iter_mut().for_each(|entry| entry.for_each_person(renumber));
            loose.iter_mut().for_each(|entry| entry.for_each_person(renumber));
            editions.iter_mut().for_each(|edition| edition.for_each_person(renumber));
            self.conflicts.iter_mut().for_each(|conflict| conflict.subject.for_each_person(renumber));
        }
        Record {
            sources: self.sources,
            teams,
            successions,
            people,
            competitions,
            editions,
            venues: self.venues,
            matches: self.matches,
            conflicts: self.conflicts,
            undated,
            loose,
            index: std::sync::OnceLock::new(),
        }
    }

    /// At finals, a ground without a country is in the one host country, and a host plays at home in its own. A ground
    /// used under two names of the country is two: in West Germany in 1974, in Germany in 2006.
    fn settle_grounds(&mut self) {
        let mut settled: HashMap<VenueId, Vec<(Box<str>, VenueId)>> = HashMap::default();
        for index in 0..self.matches.len() {
            let Some(entry) = self.matches.get(index) else { continue };
            let Some(edition) = self.competitions.get(entry.edition).filter(|edition| !edition.hosts.is_empty()) else {
                continue;
            };
            let told = entry.venue.filter(|id| !settled.contains_key(id));
            let told = told.and_then(|id| self.venues.get(id.index())?.country.clone());
            let country = told.clone().or_else(|| match edition.hosts.as_slice() {
                [only] if self.teams.is_listed(only) => Some(only.clone()),
                _ => None,
            });
            let Some(country) = country else { continue };
            let home = Side::BOTH
                .into_iter()
                .find(|&side| self.teams.get(entry.team(side)).is_some_and(|team| team.name == country));
            let place = entry.venue.filter(|_| told.is_none()).map(|id| {
                let known = settled.entry(id).or_default();
                if let Some((_, place)) = known.iter().find(|(name, _)| *name == country) {
                    return *place;
                }
                let place = if known.is_empty() { id } else { self.another_ground(id) };
                if let Some(venue) = self.venues.get_mut(place.index()) {
                    venue.country = Some(country.clone());
                }
                known.push((country, place));
                place
            });
            let Some(entry) = self.matches.get_mut(index) else { continue };
            entry.venue = place.or(entry.venue);
            if entry.ground == crate::Ground::Unknown {
                entry.ground = home.map_or(crate::Ground::Neutral, crate::Ground::HomeOf);
            }
        }
    }

    /// A ground like another one.
    fn another_ground(&mut self, like: VenueId) -> VenueId {
        let id = VenueId::from_index(self.venues.len());
        self.venues.extend(self.venues.get(like.index()).cloned());
        id
    }

    fn source(&mut self, key: &str) -> Result<Sources, MergeError> {
        let position = self.rank(key);
        if position >= Sources::MOST {
            return Err(MergeError::TooManySources);
        }
        if position == self.sources.len() {
            self.sources.push(Source::unlisted(key));
        }
        Ok(Sources::one(position))
    }

    fn check_teams(&mut self, claims: &Claims) -> Result<(), MergeError> {
        let mut unknown: Vec<UnknownTeam> = Vec::new();
        // A match without a date is placed by what it says, not by names alone.
        for claim in claims.matches.iter().filter(|claim| claim.date.is_some()) {
            for name in [&claim.home, &claim.away] {
                if self.teams.resolve(name, claim.kind, claim.sex, claim.date).is_none() {
                    if self.accept_new_teams && !crate::fold(name).is_empty() {
                        self.teams.add_unlisted(name, claim.sex);
                    } else if !unknown.iter().any(|known| known.name == *name) {
                        let nearest = self.teams.nearest(name, claim.sex).into_iter().map(Into::into).collect();
                        unknown.push(UnknownTeam { name: name.clone(), line: claim.line, nearest });
                    }
                }
            }
        }
        if unknown.is_empty() { Ok(()) } else { Err(MergeError::UnknownTeams(unknown)) }
    }

    fn add_edition(&mut self, claim: &EditionClaim, source: Sources) {
        let kind = self.competitions.kind(&claim.competition, claim.sex);
        let id = self.competitions.edition(&claim.competition, &claim.label, claim.sex, kind, None);
        // A day of the edition tells West Germany from Germany; its first of January serves where nothing is dated.
        let day = claim.last_day.or_else(|| {
            let year = claim.label.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()?;
            Date::new(year, 6, 15).ok()
        });
        let mut team = |name: &str| self.teams.resolve(name, kind, claim.sex, day);
        let standings: Vec<FinalPlace> = claim
            .standings
            .iter()
            .map(|place| FinalPlace { teams: place.iter().filter_map(|name| team(name)).collect() })
            .collect();
        let mut groups = |list: &[(Box<str>, Vec<Box<str>>)]| -> Vec<(Box<str>, Vec<TeamId>)> {
            list.iter()
                .map(|(label, names)| (label.clone(), names.iter().filter_map(|name| team(name)).collect()))
                .collect()
        };
        let positions = groups(&claim.positions);
        let drawn = groups(&claim.groups);
        let managed: Vec<_> = claim.managers.iter().filter_map(|(name, who)| Some((team(name)?, who))).collect();
        let led: Vec<_> = claim.captains.iter().filter_map(|(name, who)| Some((team(name)?, who))).collect();
        let manned: Vec<_> = claim.squads.iter().filter_map(|(name, players)| Some((team(name)?, players))).collect();
        let mut meet = |name: &str, team: TeamId| self.people.meet(name, Some(team), &self.teams, &[]);
        let managers: Vec<Appointment> =
            managed.into_iter().map(|(team, who)| Appointment { team, manager: meet(who, team) }).collect();
        let captains: Vec<Captaincy> =
            led.into_iter().map(|(team, who)| Captaincy { team, captain: meet(who, team) }).collect();
        let mut of_squad = |one: &SquadClaim, team| SquadPlayer {
            player: meet(&one.player, team),
            position: one.position,
            club: one.club.clone(),
        };
        let squads: Vec<Squad> = manned
            .into_iter()
            .map(|(team, players)| Squad { team, players: players.iter().map(|one| of_squad(one, team)).collect() })
            .collect();
        let mut attested = Vec::new();
        for (table, keys) in &claim.attested {
            let mut set = source;
            for key in keys {
                // More than 64 sources are refused where files are added; an attestation beyond them adds nothing.
                set.add(self.source(key).unwrap_or_default());
            }
            attested.push((*table, set));
        }
        for (table, set) in attested {
            self.attested.insert((id, table), set);
        }
        let Some(edition) = self.competitions.edition_mut(id) else { return };
        edition.sources.add(source);
        edition.coverage.join(&claim.coverage);
        let fill = |have: &mut Vec<Box<str>>, more: &Vec<Box<str>>| {
            if have.is_empty() {
                have.clone_from(more);
            }
        };
        fill(&mut edition.hosts, &claim.hosts);
        if edition.standings.is_empty() {
            edition.standings = standings;
        }
        for (label, order) in positions {
            if !edition.positions.iter().any(|(known, _)| *known == label) {
                edition.positions.push((label, order));
            }
        }
        for (label, teams) in drawn {
            if !edition.groups.iter().any(|(known, _)| *known == label) {
                edition.groups.push((label, teams));
            }
        }
        add_of_new_teams(&mut edition.managers, managers, |appointment| appointment.team);
        add_of_new_teams(&mut edition.captains, captains, |captaincy| captaincy.team);
        add_of_new_teams(&mut edition.squads, squads, |squad| squad.team);
    }

    fn add_match(&mut self, claim: &MatchClaim, source: Sources, report: &mut MergeReport) {
        let Some(date) = claim.date else { return };
        let resolved =
            [&claim.home, &claim.away].map(|name| self.teams.resolve(name, claim.kind, claim.sex, Some(date)));
        let [Some(home), Some(away)] = resolved else { return };
        let gives_result = claim.status.is_some() || claim.score.end.is_some();
        match self.find(home, away, date, gives_result, claim) {
            Some(index) => {
                report.matches_merged += 1;
                self.lay_on(index, claim, home, source, report);
            }
            None if self.is_of_complete_edition(claim, date, source) => {
                self.waiting.push((source, claim.clone()));
                report.undated += 1;
            }
            None => {
                report.matches_added += 1;
                let index = self.new_match(claim, home, away, date);
                self.lay_on(index, claim, home, source, report);
            }
        }
    }

    /// Whether our own record has every match of the edition a foreign source puts a match in: then the match is none
    /// of its own, and its date is doubted.
    fn is_of_complete_edition(&self, claim: &MatchClaim, date: Date, source: Sources) -> bool {
        let ours = Sources::one(0);
        let year = date.year().to_string();
        let label = if claim.edition.is_empty() { &*year } else { &*claim.edition };
        source != ours
            && self.sources.first().is_some_and(|first| &*first.key == BUILT_IN)
            && self.competitions.known_edition(&claim.competition, label, claim.sex).is_some_and(|edition| {
                edition.sources.contains(ours) && edition.coverage.of(Table::Results) == crate::Extent::Complete
            })
    }

    /// The match a claim is about: the same pair on the same day, or a day apart where sources count days in other
    /// zones, not already given by this file.
    fn find(&self, home: TeamId, away: TeamId, date: Date, gives_result: bool, claim: &MatchClaim) -> Option<usize> {
        let candidates = self.by_pair.get(&pair(home, away))?;
        candidates
            .iter()
            .map(|&index| index as usize)
            .filter_map(|index| {
                let entry = self.matches.get(index)?;
                let apart = date.duration_since(entry.date).as_hours().unsigned_abs() / 24;
                let taken = gives_result && self.given_in.get(index) == Some(&self.batch);
                // Replays follow within days: a different score a day apart is another match.
                let other_match = apart == 1
                    && matches!((entry.score.end, claim.score.end), (Some(one), Some(other))
                        if one != if entry.home == home { other } else { other.swapped() });
                (apart <= 1 && !taken && !other_match).then_some((apart, index))
            })
            .min()
            .map(|(_, index)| index)
    }

    fn new_match(&mut self, claim: &MatchClaim, home: TeamId, away: TeamId, date: Date) -> usize {
        let index = self.matches.len();
        let label = if claim.edition.is_empty() { date.year().to_string().into() } else { claim.edition.clone() };
        let edition = self.competitions.edition(&claim.competition, &label, claim.sex, claim.kind, claim.class);
        self.matches.push(Match::scheduled(MatchId::from_index(index), edition, date, home, away));
        self.given_in.push(0);
        self.first_batch.push(self.batch);
        self.by_pair.entry(pair(home, away)).or_default().push(u32::try_from(index).unwrap_or(u32::MAX));
        index
    }

    /// The sources that stand behind a table of a match: the file's own, and for our own record those that agree.
    fn behind(&self, edition: EditionId, table: Table, source: Sources) -> Sources {
        if self.sources.first().is_some_and(|first| &*first.key == BUILT_IN) && source == Sources::one(0) {
            self.attested.get(&(edition, table)).copied().unwrap_or(source)
        } else {
            source
        }
    }

    fn venue(&mut self, claim: &VenueClaim) -> VenueId {
        let venue = Venue { stadium: claim.stadium.clone(), city: claim.city.clone(), country: claim.country.clone() };
        if let Some(&id) = self.venue_ids.get(&venue) {
            return id;
        }
        let id = VenueId::from_index(self.venues.len());
        self.venues.push(venue.clone());
        self.venue_ids.insert(venue, id);
        id
    }
}

/// Adds what is said of teams of which nothing was said before: a source's word on a team is taken whole or not at all.
fn add_of_new_teams<T>(known: &mut Vec<T>, more: Vec<T>, team: impl Fn(&T) -> TeamId) {
    let before: Vec<TeamId> = known.iter().map(&team).collect();
    known.extend(more.into_iter().filter(|one| !before.contains(&team(one))));
}

fn pair(home: TeamId, away: TeamId) -> (TeamId, TeamId) {
    if home <= away { (home, away) } else { (away, home) }
}

/// A conflict of two stated values, preferred by rank.
fn by_rank(
    in_match: MatchId,
    subject: Subject,
    about: String,
    preferred: (String, Sources),
    other: (String, Sources),
) -> Conflict {
    Conflict {
        in_match: Some(in_match),
        subject,
        about: about.into(),
        preferred: Stated { value: preferred.0.into(), sources: preferred.1 },
        other: Stated { value: other.0.into(), sources: other.1 },
        preference: Preference::Rank,
    }
}
