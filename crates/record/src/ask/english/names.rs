//! What the reader needs to know of names.

use crate::{CompetitionId, EditionId, PersonId, Sex, TeamId};

use super::tokens::Span;

/// Something a name means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Named {
    /// A team.
    Team(TeamId),
    /// A player, manager or referee.
    Person(PersonId),
    /// A competition.
    Competition(CompetitionId),
    /// An edition: `Euro 2004`.
    Edition(EditionId),
}

/// A name found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Its bytes.
    pub span: Span,
    /// What it can mean, most likely first; more than one where the text alone does not tell.
    pub named: Vec<Named>,
}

/// Names of teams, people and competitions, as the reader needs them.
pub trait NameSource {
    /// The names in a text, for men's or for women's football, in the order of the text and without overlaps.
    fn mentions(&self, text: &str, sex: Sex) -> Vec<Mention>;

    /// The edition of a competition named by its year.
    fn edition(&self, competition: CompetitionId, year: i16) -> Option<EditionId>;

    /// A competition by its name, for what a statement leaves unsaid.
    fn competition(&self, name: &str, sex: Sex) -> Option<CompetitionId>;
}
