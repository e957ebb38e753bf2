//! Teams as they played, and the people in them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{PersonId, Sources, TeamId};

/// Whose team: men's and women's sides of one country are different teams.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Sex {
    /// Men's side.
    #[default]
    Men,
    /// Women's side.
    Women,
}

/// What kind of team.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TeamKind {
    /// Plays for a country or territory.
    #[default]
    National,
    /// A club.
    Club,
}

/// A team under the name it played: England, West Germany, Zaire, Arsenal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Team {
    /// Identifier in this record.
    pub id: TeamId,
    /// Name as printed, without the sex.
    pub name: Box<str>,
    /// National side or club.
    pub kind: TeamKind,
    /// Men's or women's side.
    pub sex: Sex,
    /// FIFA code first, then others in use.
    pub codes: Box<[Box<str>]>,
    /// UEFA, CONMEBOL, CONCACAF, CAF, AFC, OFC; `None` for clubs and sides outside FIFA.
    pub confederation: Option<Box<str>>,
    /// English, Frenchman, Dutch.
    pub demonyms: Box<[Box<str>]>,
    /// Other names of the team.
    pub other_names: Box<[Box<str>]>,
    /// Les Bleus, the Three Lions.
    pub nicknames: Box<[Box<str>]>,
}

impl Team {
    /// The name as printed, with the sex where it is not the men's side: `England women`.
    #[must_use]
    pub fn display_name(&self) -> String {
        match self.sex {
            Sex::Men => self.name.to_string(),
            Sex::Women => format!("{} women", self.name),
        }
    }
}

/// One team's record carried on by another: West Germany's by Germany.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Succession {
    /// The team that played.
    pub former: TeamId,
    /// The team that carries its record on.
    pub successor: TeamId,
    /// First day the former name was in use.
    #[serde(with = "crate::wire::optional_date")]
    pub from: Option<Date>,
    /// Last day the former name was in use.
    #[serde(with = "crate::wire::optional_date")]
    pub to: Option<Date>,
}

impl Succession {
    /// Whether the former name was in use on `date`.
    #[must_use]
    pub fn holds_on(&self, date: Date) -> bool {
        self.from.is_none_or(|from| from <= date) && self.to.is_none_or(|to| date <= to)
    }
}

/// A player, manager or referee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Identifier in this record.
    pub id: PersonId,
    /// Name as a newspaper prints it.
    pub name: Box<str>,
    /// Other spellings met in the sources.
    pub other_names: Vec<Box<str>>,
    /// Teams the person appears with; empty for referees.
    pub teams: Vec<TeamId>,
    /// Date of birth, where known.
    #[serde(with = "crate::wire::optional_date")]
    pub born: Option<Date>,
    /// Who gives the date of birth.
    pub born_sources: Sources,
}
