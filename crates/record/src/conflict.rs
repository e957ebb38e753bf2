//! Where sources differ. Both values stay; one is preferred by a stated rule.

use serde::{Deserialize, Serialize};

use crate::{Family, MatchId, PersonId, Side, Sources};

/// What sources differ about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Subject {
    /// Date of a match.
    Date,
    /// Kick-off time.
    KickOff,
    /// Stage or group.
    Stage,
    /// Score at half-time.
    HalfTime,
    /// Score after ninety minutes.
    FullTime,
    /// Score at the end of play.
    End,
    /// Score or winner of the shoot-out.
    ShootOut,
    /// Spectators.
    Attendance,
    /// Minute of an event.
    Minute(Family, Side, Option<PersonId>),
    /// Who an event belongs to.
    Player(Family, Side),
    /// Kind of an event: own goal or not, penalty or not, second yellow or red.
    Kind(Family, Side, Option<PersonId>),
    /// An event one source has and another, said to be complete, has not.
    Extra(Family, Side, Option<PersonId>),
    /// A kick of a shoot-out, by its place from 1.
    Kick(u8),
    /// A date of birth.
    Birth(PersonId),
    /// Anything a fact file writes down as disputed.
    Stated,
}

impl Subject {
    /// Visits the person it is about.
    pub(crate) fn for_each_person(&mut self, visit: impl Fn(&mut PersonId)) {
        match self {
            Self::Minute(_, _, person) | Self::Kind(_, _, person) | Self::Extra(_, _, person) => {
                person.iter_mut().for_each(visit);
            }
            Self::Birth(person) => visit(person),
            _ => {}
        }
    }
}

/// Why one value is preferred.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Preference {
    /// The source that stands first in the order of sources.
    Rank,
    /// Decided by hand in the built-in record.
    Editor,
}

impl Preference {
    /// The rule in words.
    #[must_use]
    pub const fn rule(self) -> &'static str {
        match self {
            Self::Rank => "the source that stands first in the order of sources",
            Self::Editor => "decided in the built-in record after comparing the sources",
        }
    }
}

/// A value and who says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stated {
    /// The value as printed.
    pub value: Box<str>,
    /// Who says so.
    pub sources: Sources,
}

/// One difference between sources.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// The match it is about; `None` for a person.
    pub in_match: Option<MatchId>,
    /// What it is about.
    pub subject: Subject,
    /// What it is about, in words.
    pub about: Box<str>,
    /// The value in the record.
    pub preferred: Stated,
    /// The other value.
    pub other: Stated,
    /// Why the first is preferred.
    pub preference: Preference,
}
