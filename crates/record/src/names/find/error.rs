//! What a name was found to mean, and why it could not be decided.

use std::fmt;

use crate::{CompetitionId, EditionId, PersonId, StageKind, TeamId, VenueId};

/// By what name something was found, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// The name as printed.
    Name,
    /// A full or other name listed for it.
    OtherName,
    /// A code: `ENG`.
    Code,
    /// Adjective or people: `French`, `Englishman`.
    Demonym,
    /// `Les Bleus`.
    Nickname,
    /// A person's surname.
    Surname,
    /// Part of a person's name: a given name, or an initial and the surname.
    Part,
    /// A misprint of a name of somebody in the match in question.
    Misprint,
}

/// What a name means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Found<T> {
    /// Who or what.
    pub id: T,
    /// By what name.
    pub how: How,
}

impl<T> Found<T> {
    /// Whether the name was written as somebody could write it; `false` for a misprint that was understood.
    #[must_use]
    pub fn exact(&self) -> bool {
        self.how != How::Misprint
    }
}

/// Something that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Entity {
    /// A team.
    Team(TeamId),
    /// A person.
    Person(PersonId),
    /// A competition.
    Competition(CompetitionId),
    /// An edition of a competition.
    Edition(EditionId),
    /// A stage.
    Stage(StageKind),
    /// A venue.
    Venue(VenueId),
}

/// What kind of thing was looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum What {
    /// A team.
    Team,
    /// A person.
    Person,
    /// A competition.
    Competition,
    /// An edition.
    Edition,
    /// A stage.
    Stage,
    /// A venue.
    Venue,
}

impl What {
    /// The word printed: `team`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Team => "team",
            Self::Person => "person",
            Self::Competition => "competition",
            Self::Edition => "edition of a competition",
            Self::Stage => "stage",
            Self::Venue => "venue",
        }
    }
}

/// Whether nothing has the name or several have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameErrorKind {
    /// Nothing in the record has the name; the candidates have names like it.
    Unknown,
    /// Several have the name; the candidates are all of them.
    Ambiguous,
}

/// Something that may have been meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Name as printed.
    pub name: String,
    /// What tells it from others of the name: `Spain, 1998-2010`; empty where the name is enough.
    pub detail: String,
    /// What it is.
    pub id: Entity,
}

impl fmt::Display for Candidate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        if !self.detail.is_empty() {
            write!(f, " ({})", self.detail)?;
        }
        Ok(())
    }
}

/// Why a name could not be resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameError {
    /// What was looked for.
    pub what: What,
    /// The name as written.
    pub text: String,
    /// Unknown or ambiguous.
    pub kind: NameErrorKind,
    /// What may have been meant, likeliest first.
    pub candidates: Vec<Candidate>,
}

/// Candidates printed before the rest is only counted.
const PRINTED: usize = 6;

impl NameError {
    /// Advice, where there is any.
    #[must_use]
    pub fn hint(&self) -> Option<&'static str> {
        match (self.kind, self.what) {
            (NameErrorKind::Ambiguous, What::Person) => {
                Some("write the full name, or the team behind it in brackets: `Suárez (Uruguay)`")
            }
            (NameErrorKind::Ambiguous, What::Edition) => Some("add the year: `World Cup 2022`"),
            (NameErrorKind::Ambiguous, What::Team) => Some("write the name of the country or club"),
            _ => None,
        }
    }
}

impl fmt::Display for NameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let printed = self.candidates.iter().take(PRINTED);
        let more = self.candidates.len().saturating_sub(PRINTED);
        match self.kind {
            NameErrorKind::Unknown => {
                write!(f, "no {} is called `{}`", self.what.name(), self.text)?;
                for (index, candidate) in printed.enumerate() {
                    f.write_str(if index == 0 { "; nearest: " } else { ", " })?;
                    write!(f, "{candidate}")?;
                }
            }
            NameErrorKind::Ambiguous => {
                write!(f, "`{}` can be ", self.text)?;
                let last = self.candidates.len().saturating_sub(1);
                for (index, candidate) in printed.enumerate() {
                    let separator = match index {
                        0 => "",
                        _ if index == last => " or ",
                        _ => ", ",
                    };
                    write!(f, "{separator}{candidate}")?;
                }
                if more > 0 {
                    write!(f, " or {more} more")?;
                }
            }
        }
        Ok(())
    }
}

impl std::error::Error for NameError {}
