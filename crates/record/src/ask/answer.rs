//! What an evaluated statement gives back: plain data, for faces to present.

use jiff::civil::Date;

use crate::ask::{Scope, Statement};
use crate::{Clock, MatchId, PersonId, Sources, Table, TeamId};

/// How a statement stands against the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// The record says the same; for a question that asks for a value, the record has it.
    Confirmed,
    /// Right but for rounding: within a minute, another time zone, a containing place.
    Rounding,
    /// The record counts otherwise: a difference of definition or an incomplete table, with both numbers.
    RecordDiffers,
    /// The record has the very thing, and it is otherwise.
    Contradicted,
    /// The table that would tell is absent or incomplete here.
    NotInRecord,
    /// The statement was not understood.
    NotRead,
}

impl Verdict {
    /// The word of JSON: `confirmed`, `rounding`, `record_differs`, `contradicted`, `not_in_record`, `not_read`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Rounding => "rounding",
            Self::RecordDiffers => "record_differs",
            Self::Contradicted => "contradicted",
            Self::NotInRecord => "not_in_record",
            Self::NotRead => "not_read",
        }
    }
}

/// The value of an answer, besides its words.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Yes or no.
    Truth(bool),
    /// A count, with whether it is a lower bound because the table is incomplete.
    Count {
        /// How many.
        count: u32,
        /// Whether there may be more than the record knows.
        at_least: bool,
    },
    /// A team.
    Team(TeamId),
    /// Several teams.
    Teams(Vec<TeamId>),
    /// A person.
    Person(PersonId),
    /// Several people.
    People(Vec<PersonId>),
    /// A day.
    Date(Date),
    /// A year or an edition, as printed.
    Year(Box<str>),
    /// A minute.
    Minute(Clock),
    /// Goals of the two sides, the team in question first.
    Score(u8, u8),
    /// Anything else, in words.
    Text(Box<str>),
}

/// A row that supports an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The match it is from, if it is from one.
    pub in_match: Option<MatchId>,
    /// The row in words: `France 2-1 England, quarter-final, 10 December 2022: Harry Kane 84', penalty off target`.
    pub text: String,
    /// Who says so.
    pub sources: Sources,
}

/// Why an answer is less than certain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Caveat {
    /// A table that was consulted is not complete over the scope.
    Incomplete(Table),
    /// Sources differ on a row that was used.
    Conflicting(String),
    /// The statement was read in one of several ways.
    ReadAs(String),
    /// Anything else a reader should know, in words.
    Note(String),
}

/// A statement read another way, with its verdict.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative {
    /// What was changed: `a shoot-out counts as a win`.
    pub reading: String,
    /// How it stands then.
    pub verdict: Verdict,
    /// The answer then.
    pub answer: String,
}

/// An evaluated statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The statement as it was understood; `None` if it was not.
    pub statement: Option<Statement>,
    /// It in our words.
    pub reading: String,
    /// How it stands.
    pub verdict: Verdict,
    /// The answer in a sentence.
    pub answer: String,
    /// The answer as a value.
    pub value: Option<Value>,
    /// Why this verdict, where it is not plain.
    pub reason: Option<String>,
    /// Rows that support it.
    pub evidence: Vec<Evidence>,
    /// What was counted.
    pub scope: Scope,
    /// What is less than certain.
    pub caveats: Vec<Caveat>,
    /// Other readings tried.
    pub alternatives: Vec<Alternative>,
}

impl Value {
    /// Several teams or people as one where there is only one.
    #[must_use]
    pub fn single(self) -> Self {
        match self {
            Self::Teams(teams) => match *teams.as_slice() {
                [only] => Self::Team(only),
                _ => Self::Teams(teams),
            },
            Self::People(people) => match *people.as_slice() {
                [only] => Self::Person(only),
                _ => Self::People(people),
            },
            other => other,
        }
    }
}
