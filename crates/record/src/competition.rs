//! Competitions, their editions, and what is recorded of an edition as a whole.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{CompetitionId, Coverage, EditionId, PersonId, Sex, Sources, TeamId};

/// What a competition is, for scopes such as "competitive".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum CompetitionClass {
    /// Finals of a world or continental championship.
    Finals,
    /// Qualification for finals.
    Qualifier,
    /// A nations league.
    NationsLeague,
    /// A regional championship or cup.
    Regional,
    /// A friendly match.
    Friendly,
    /// A minor or invitational tournament.
    Minor,
    /// A league of clubs.
    League,
    /// A domestic cup of clubs.
    Cup,
    /// A continental or world competition of clubs.
    Continental,
}

impl CompetitionClass {
    /// The word of `facts/competitions.txt`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Finals => "finals",
            Self::Qualifier => "qualifier",
            Self::NationsLeague => "nations-league",
            Self::Regional => "regional",
            Self::Friendly => "friendly",
            Self::Minor => "minor",
            Self::League => "league",
            Self::Cup => "cup",
            Self::Continental => "continental",
        }
    }

    /// Reads the word of `facts/competitions.txt`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        [
            Self::Finals,
            Self::Qualifier,
            Self::NationsLeague,
            Self::Regional,
            Self::Friendly,
            Self::Minor,
            Self::League,
            Self::Cup,
            Self::Continental,
        ]
        .into_iter()
        .find(|class| class.key() == text)
    }

    /// Whether a full international of this class counts as competitive.
    #[must_use]
    pub const fn is_competitive(self) -> bool {
        !matches!(self, Self::Friendly | Self::Minor)
    }
}

/// A competition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Competition {
    /// Identifier in this record.
    pub id: CompetitionId,
    /// Stable key: `world-cup`.
    pub key: Box<str>,
    /// Name as printed: `World Cup`.
    pub name: Box<str>,
    /// What it is.
    pub class: CompetitionClass,
    /// Who runs it: FIFA or a confederation; `None` where nobody is named.
    pub organiser: Option<Box<str>>,
    /// Men's or women's.
    pub sex: Sex,
    /// Other names.
    pub other_names: Box<[Box<str>]>,
}

/// Some sides sharing a place of the final ranking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Teams of the place; more than one where it was shared.
    pub teams: Vec<TeamId>,
}

/// One team's squad in an edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Squad {
    /// Whose.
    pub team: TeamId,
    /// Who is in it.
    pub players: Vec<SquadPlayer>,
}

/// A player of a squad.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SquadPlayer {
    /// Who.
    pub player: PersonId,
    /// Where they play, where the source says.
    pub position: Option<Position>,
    /// The club they were with when the edition began, under the name of `facts/clubs.txt` where it is listed there;
    /// `None` where the source does not say.
    pub club: Option<Box<str>>,
}

/// Position of a player in a squad list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Position {
    /// Goalkeeper.
    Goalkeeper,
    /// Defender.
    Defender,
    /// Midfielder.
    Midfielder,
    /// Forward.
    Forward,
}

impl Position {
    /// Reads `GK`, `DF`, `MF`, `FW`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        Some(match text {
            "GK" => Self::Goalkeeper,
            "DF" => Self::Defender,
            "MF" => Self::Midfielder,
            "FW" => Self::Forward,
            _ => return None,
        })
    }

    /// `GK`, `DF`, `MF`, `FW`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Goalkeeper => "GK",
            Self::Defender => "DF",
            Self::Midfielder => "MF",
            Self::Forward => "FW",
        }
    }
}

/// A person in charge of a team during an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// Which team.
    pub team: TeamId,
    /// Who.
    pub manager: PersonId,
}

/// The captain of a team during an edition: whoever the team named, not whoever led it out in some match, which is for
/// the team sheets to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Captaincy {
    /// Which team.
    pub team: TeamId,
    /// Who.
    pub captain: PersonId,
}

/// One edition of a competition: World Cup 2022, Premier League 2018/19, the friendlies of 1987.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// Identifier in this record.
    pub id: EditionId,
    /// Which competition.
    pub competition: CompetitionId,
    /// `2022`, `2018/19`.
    pub label: Box<str>,
    /// Host countries.
    pub hosts: Vec<Box<str>>,
    /// Final ranking from the top, as far as there is one. Known only once the last match is over.
    pub standings: Vec<Place>,
    /// Official order of each group, by its letter or number, where recorded.
    pub positions: Vec<(Box<str>, Vec<TeamId>)>,
    /// Groups as drawn.
    pub groups: Vec<(Box<str>, Vec<TeamId>)>,
    /// Managers of the teams.
    pub managers: Vec<Appointment>,
    /// Captains of the teams, as far as they are recorded; several of a team that had several.
    pub captains: Vec<Captaincy>,
    /// Squads of the teams.
    pub squads: Vec<Squad>,
    /// How far each table reaches.
    pub coverage: Coverage,
    /// Who says so.
    pub sources: Sources,
}

impl Edition {
    /// Visits every person named in the edition.
    pub(crate) fn for_each_person(&mut self, visit: impl Fn(&mut PersonId)) {
        self.managers.iter_mut().for_each(|appointment| visit(&mut appointment.manager));
        self.captains.iter_mut().for_each(|captaincy| visit(&mut captaincy.captain));
        self.squads.iter_mut().flat_map(|squad| &mut squad.players).for_each(|one| visit(&mut one.player));
    }

    /// Whether a country, by its name as printed, is one of the hosts.
    #[must_use]
    pub fn is_hosted_by(&self, country: &str) -> bool {
        self.hosts.iter().any(|host| **host == *country)
    }

    /// The captains of a team, in the order of the record.
    pub fn captains_of(&self, team: TeamId) -> impl Iterator<Item = PersonId> {
        self.captains.iter().filter(move |captaincy| captaincy.team == team).map(|captaincy| captaincy.captain)
    }

    /// The year the label starts with: 2018 for `2018/19`.
    #[must_use]
    pub fn year(&self) -> Option<i16> {
        let mut digits = self.label.bytes().take_while(u8::is_ascii_digit).map(|digit| i16::from(digit - b'0'));
        let first = digits.next()?;
        digits.try_fold(first, |year, digit| year.checked_mul(10)?.checked_add(digit))
    }
}

/// A ground with the place it stands in, under the names of the day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Venue {
    /// Stadium.
    pub stadium: Option<Box<str>>,
    /// City or town.
    pub city: Option<Box<str>>,
    /// Country.
    pub country: Option<Box<str>>,
}

impl fmt::Display for Venue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        for part in [&self.stadium, &self.city, &self.country].into_iter().flatten() {
            write!(f, "{separator}{part}")?;
            separator = ", ";
        }
        Ok(())
    }
}

/// First and last day of an edition's matches in the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Day of the first match.
    pub first: Date,
    /// Day of the last match.
    pub last: Date,
}
