//! Matches as models see them: teams by number, days by number, goals.

/// What a match was played for, as far as models care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// World Cup finals.
    WorldCup,
    /// Finals of a continental championship, Confederations Cup, Olympic tournaments counted as full internationals.
    Finals,
    /// Qualification for finals.
    Qualifier,
    /// A nations league.
    NationsLeague,
    /// A regional championship or cup.
    Regional,
    /// A minor or invitational tournament.
    Minor,
    /// A friendly.
    Friendly,
    /// A match of clubs.
    Club,
}

/// A match that was played.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Played {
    /// Days since 1970-01-01, negative before.
    pub day: i32,
    /// Side listed first: its number in [`History::teams`].
    pub home: u32,
    /// Side listed second.
    pub away: u32,
    /// Goals of both sides after ninety minutes where known, else at the end of play.
    pub goals: [u8; 2],
    /// Whether neither side was at home. Otherwise `home` was.
    pub neutral: bool,
    /// On neutral ground: the group of teams (confederation) in whose part of the world it was, where known: its number
    /// among [`History::groups`].
    pub region: Option<u8>,
    /// What it was played for.
    pub class: Class,
    /// Minutes the goals were scored in: 90, or 120 where they include extra time.
    pub minutes: u8,
    /// The side that won the shoot-out, 0 or 1, where there was one.
    pub shoot_out: Option<u8>,
}

/// Matches in the order they were played, and the teams in them.
#[derive(Clone, Debug, Default)]
pub struct History {
    teams: Vec<String>,
    matches: Vec<Played>,
    groups: Vec<String>,
    group_of: Vec<u8>,
}

/// Why matches are no history.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HistoryError {
    /// A team's number is out of range.
    #[error("match {index}: team number {team}, but there are {teams} teams")]
    UnknownTeam {
        /// Place of the match, from 0.
        index: usize,
        /// The number.
        team: u32,
        /// How many teams there are.
        teams: usize,
    },
    /// A match is earlier than the one before it.
    #[error("match {index}: earlier than the match before it; matches must be in the order played")]
    OutOfOrder {
        /// Place of the match, from 0.
        index: usize,
    },
    /// A team has no group, or one that is not there.
    #[error("every team and every region must be one of the {groups} groups")]
    Groups {
        /// How many groups there are.
        groups: usize,
    },
    /// A team against itself.
    #[error("match {index}: a team against itself")]
    OneTeam {
        /// Place of the match, from 0.
        index: usize,
    },
}

impl History {
    /// Teams by number, and matches in the order played.
    ///
    /// # Errors
    /// If a match names no team of the list, a team plays itself, or a match is earlier than the one before it.
    pub fn new(teams: Vec<String>, matches: Vec<Played>) -> Result<Self, HistoryError> {
        let mut last = i32::MIN;
        for (index, played) in matches.iter().enumerate() {
            for team in [played.home, played.away] {
                if usize::try_from(team).is_ok_and(|team| team >= teams.len()) {
                    return Err(HistoryError::UnknownTeam { index, team, teams: teams.len() });
                }
            }
            if played.home == played.away {
                return Err(HistoryError::OneTeam { index });
            }
            if played.day < last {
                return Err(HistoryError::OutOfOrder { index });
            }
            last = played.day;
        }
        let group_of = vec![0; teams.len()];
        Ok(Self { teams, matches, groups: vec![String::new()], group_of })
    }

    /// The same history with the teams in groups that mostly play among themselves: confederations. `group_of` has
    /// the group of each team, as its number in `groups`. Without this all teams are one group.
    ///
    /// # Errors
    /// If a team has no group or a group that is not there.
    pub fn with_groups(self, groups: Vec<String>, group_of: Vec<u8>) -> Result<Self, HistoryError> {
        let fits = group_of.len() == self.teams.len()
            && group_of
                .iter()
                .chain(self.matches.iter().filter_map(|played| played.region.as_ref()))
                .all(|&group| usize::from(group) < groups.len());
        if fits { Ok(Self { groups, group_of, ..self }) } else { Err(HistoryError::Groups { groups: groups.len() }) }
    }

    /// Names of the groups.
    #[must_use]
    pub fn groups(&self) -> &[String] {
        &self.groups
    }

    /// The group of each team.
    #[must_use]
    pub fn group_of(&self) -> &[u8] {
        &self.group_of
    }

    /// Names of the teams; a team's number is its place.
    #[must_use]
    pub fn teams(&self) -> &[String] {
        &self.teams
    }

    /// The matches, oldest first.
    #[must_use]
    pub fn matches(&self) -> &[Played] {
        &self.matches
    }

    /// The matches before a day.
    #[must_use]
    pub fn before(&self, day: i32) -> &[Played] {
        let end = self.matches.partition_point(|played| played.day < day);
        self.matches.get(..end).unwrap_or_default()
    }
}
