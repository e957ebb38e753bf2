//! The record: every fact, with who says so, in one order.

use std::collections::HashMap;
use std::sync::OnceLock;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::conflict::Conflict;
use crate::{
    Competition, CompetitionId, Edition, EditionId, LooseMatch, Match, MatchId, Person, PersonId, Side, Source,
    Sources, Succession, Team, TeamId, Venue, VenueId, View,
};

/// A match whose date no source gives, kept until one does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undated {
    /// Side listed first.
    pub home: Box<str>,
    /// Side listed second.
    pub away: Box<str>,
    /// The source's identifier of the match.
    pub external_id: Option<Box<str>>,
    /// Who has it.
    pub sources: Sources,
    /// Why it could not be placed.
    pub reason: Box<str>,
}

/// Sourced, dated facts of football, merged from every source. Matches are in the order they kicked off.
///
/// A record is made by [`Merger`](crate::merge::Merger) or loaded from a store, and is then never changed. What may be
/// known at a moment is read through [`Record::as_of`].
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Record {
    pub(crate) sources: Vec<Source>,
    pub(crate) teams: Vec<Team>,
    pub(crate) successions: Vec<Succession>,
    pub(crate) people: Vec<Person>,
    pub(crate) competitions: Vec<Competition>,
    pub(crate) editions: Vec<Edition>,
    pub(crate) venues: Vec<Venue>,
    pub(crate) matches: Vec<Match>,
    pub(crate) conflicts: Vec<Conflict>,
    pub(crate) undated: Vec<Undated>,
    pub(crate) loose: Vec<LooseMatch>,
    #[serde(skip)]
    pub(crate) index: OnceLock<Index>,
}

/// Matches by team, edition and pairing, and lines of succession, made when first asked for.
#[derive(Debug)]
pub(crate) struct Index {
    by_team: Vec<Vec<MatchId>>,
    by_edition: Vec<Vec<MatchId>>,
    /// The end of each team's line.
    roots: Vec<TeamId>,
    /// The teams of each line, by its end.
    lines: HashMap<TeamId, Vec<TeamId>>,
    /// Every match behind the ends of its two lines, the lower first; in order.
    meetings: Vec<((TeamId, TeamId), MatchId)>,
}

macro_rules! lookup {
    ($(#[$doc:meta])* $one:ident, $all:ident, $field:ident, $id:ty, $item:ty) => {
        $(#[$doc])*
        ///
        /// # Panics
        /// If the identifier comes from another record.
        #[must_use]
        #[allow(clippy::indexing_slicing, reason = "identifiers are minted by this record")]
        pub fn $one(&self, id: $id) -> &$item {
            &self.$field[id.index()]
        }

        /// All of them, in the order of their identifiers.
        #[must_use]
        pub fn $all(&self) -> &[$item] {
            &self.$field
        }
    };
}

impl Record {
    lookup!(
        /// A team.
        team, teams, teams, TeamId, Team
    );
    lookup!(
        /// A person.
        person, people, people, PersonId, Person
    );
    lookup!(
        /// A competition.
        competition, competitions, competitions, CompetitionId, Competition
    );
    lookup!(
        /// An edition of a competition.
        edition, editions, editions, EditionId, Edition
    );
    lookup!(
        /// A venue.
        venue, venues, venues, VenueId, Venue
    );

    /// What is known at the end of `date` (local dates of matches): nothing later.
    #[must_use]
    pub const fn as_of(&self, date: Date) -> View<'_> {
        View::new(self, date)
    }

    /// Everything the record has.
    #[must_use]
    pub const fn latest(&self) -> View<'_> {
        View::new(self, Date::MAX)
    }

    /// Sources, in order of preference.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The sources of a set, in order of preference.
    pub fn sources_in(&self, set: Sources) -> impl Iterator<Item = &Source> {
        set.positions().filter_map(|index| self.sources.get(index))
    }

    /// Teams that carry on another's record.
    #[must_use]
    pub fn successions(&self) -> &[Succession] {
        &self.successions
    }

    /// The team at the end of the line: Germany for West Germany and for Germany.
    #[must_use]
    pub fn root(&self, team: TeamId) -> TeamId {
        self.index().roots.get(team.index()).copied().unwrap_or(team)
    }

    /// The side of a match a team is, itself or another of its line.
    #[must_use]
    pub fn side_of_line(&self, entry: &Match, team: TeamId) -> Option<Side> {
        entry.side_of(team).or_else(|| {
            let root = self.root(team);
            Side::BOTH.into_iter().find(|&side| self.root(entry.team(side)) == root)
        })
    }

    /// Whether a match is of a year: that of its date or that its edition is called by. The European Championship 2020
    /// was played in 2021.
    #[must_use]
    pub fn is_of_year(&self, entry: &Match, year: i16) -> bool {
        entry.date.year() == year || self.edition(entry.edition).year() == Some(year)
    }

    /// Every team of the same line: Germany and West Germany for either.
    #[must_use]
    pub fn lineage(&self, team: TeamId) -> Vec<TeamId> {
        let line = self.index().lines.get(&self.root(team));
        line.cloned().unwrap_or_else(|| vec![team])
    }

    /// Differences between sources.
    #[must_use]
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    /// Matches that could not be placed for want of a date.
    #[must_use]
    pub fn undated(&self) -> &[Undated] {
        &self.undated
    }

    /// A match. Ask a [`View`] instead unless the date does not matter.
    #[must_use]
    #[allow(clippy::indexing_slicing, reason = "identifiers are minted by this record")]
    pub(crate) fn match_at(&self, id: MatchId) -> &Match {
        &self.matches[id.index()]
    }

    /// How many matches there are, whenever they are played.
    pub(crate) fn match_count(&self) -> usize {
        self.matches.len()
    }

    pub(crate) fn matches_of_team(&self, team: TeamId) -> &[MatchId] {
        self.index().by_team.get(team.index()).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn matches_of_edition(&self, edition: EditionId) -> &[MatchId] {
        self.index().by_edition.get(edition.index()).map_or(&[], Vec::as_slice)
    }

    /// Matches of the lines of two teams against each other, in order.
    pub(crate) fn meetings_of_lines(&self, team: TeamId, other: TeamId) -> impl Iterator<Item = &Match> {
        let both = pair(self.root(team), self.root(other));
        let all = &self.index().meetings;
        let first = all.partition_point(|(lines, _)| *lines < both);
        let met = all.iter().skip(first).take_while(move |(lines, _)| *lines == both);
        met.map(|&(_, id)| self.match_at(id))
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let mut index = Index {
                by_team: vec![Vec::new(); self.teams.len()],
                by_edition: vec![Vec::new(); self.editions.len()],
                roots: self.teams.iter().map(|team| root_of(&self.successions, team.id)).collect(),
                lines: HashMap::new(),
                meetings: Vec::with_capacity(self.matches.len()),
            };
            for (team, &root) in self.teams.iter().zip(&index.roots) {
                index.lines.entry(root).or_default().push(team.id);
            }
            for entry in &self.matches {
                for team in [entry.home, entry.away] {
                    if let Some(list) = index.by_team.get_mut(team.index()) {
                        list.push(entry.id);
                    }
                }
                if let Some(list) = index.by_edition.get_mut(entry.edition.index()) {
                    list.push(entry.id);
                }
                let root = |team: TeamId| index.roots.get(team.index()).copied().unwrap_or(team);
                index.meetings.push((pair(root(entry.home), root(entry.away)), entry.id));
            }
            index.meetings.sort_unstable();
            index
        })
    }
}

/// Two teams, the lower first.
fn pair(one: TeamId, other: TeamId) -> (TeamId, TeamId) {
    (one.min(other), one.max(other))
}

/// The end of a team's line of succession.
pub(crate) fn root_of(successions: &[Succession], team: TeamId) -> TeamId {
    let mut team = team;
    // Chains are short; the bound guards against a circle.
    for _ in 0..8 {
        match successions.iter().find(|succession| succession.former == team) {
            Some(succession) => team = succession.successor,
            None => break,
        }
    }
    team
}
