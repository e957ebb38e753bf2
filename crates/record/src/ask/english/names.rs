//! What the reader needs to know of names.

use crate::names::find::{Context, Entity, Names};
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

    /// Of people who share a name, those who were there: in the squads of an edition, or of any edition of a year.
    /// All of them where that tells nothing.
    fn present(&self, people: Vec<PersonId>, edition: Option<EditionId>, year: Option<i16>) -> Vec<PersonId> {
        let _ = (edition, year);
        people
    }

    /// A competition by its name, for what a statement leaves unsaid.
    fn competition(&self, name: &str, sex: Sex) -> Option<CompetitionId>;
}

impl Names<'_> {
    fn mentions_in(&self, text: &str, context: &Context) -> Vec<Mention> {
        let named = |entity: Entity| match entity {
            Entity::Team(id) => Some(Named::Team(id)),
            Entity::Person(id) => Some(Named::Person(id)),
            Entity::Competition(id) => Some(Named::Competition(id)),
            Entity::Edition(id) => Some(Named::Edition(id)),
            // Stages are read with the grammar, places as they are written.
            Entity::Stage(_) | Entity::Venue(_) => None,
        };
        self.mentions(text, context)
            .into_iter()
            .map(|mention| Mention { span: mention.span, named: mention.means.into_iter().filter_map(named).collect() })
            .filter(|mention| !mention.named.is_empty())
            .collect()
    }
}

impl NameSource for Names<'_> {
    fn mentions(&self, text: &str, sex: Sex) -> Vec<Mention> {
        let context = Context { sex: (sex == Sex::Women).then_some(sex), ..Context::default() };
        let first = self.mentions_in(text, &context);
        let teams: Vec<TeamId> = first
            .iter()
            .filter_map(|mention| match mention.named.as_slice() {
                [Named::Team(id)] => Some(*id),
                _ => None,
            })
            .collect();
        let several = first.iter().any(|mention| mention.named.len() > 1);
        // The teams of the sentence tell which of several players of one surname is meant.
        if several && !teams.is_empty() {
            return self.mentions_in(text, &Context { teams, ..context });
        }
        first
    }

    fn edition(&self, competition: CompetitionId, year: i16) -> Option<EditionId> {
        self.record()
            .editions()
            .iter()
            .find(|edition| edition.competition == competition && edition.year() == Some(year))
            .map(|edition| edition.id)
    }

    fn present(&self, people: Vec<PersonId>, edition: Option<EditionId>, year: Option<i16>) -> Vec<PersonId> {
        let squads: Vec<PersonId> = self
            .record()
            .editions()
            .iter()
            .filter(|entry| edition.map_or(entry.year() == year, |edition| entry.id == edition))
            .flat_map(|entry| &entry.squads)
            .flat_map(|squad| squad.players.iter().map(|one| one.player))
            .filter(|player| people.contains(player))
            .collect();
        let there: Vec<PersonId> = people.iter().copied().filter(|person| squads.contains(person)).collect();
        if there.is_empty() { people } else { there }
    }

    fn competition(&self, name: &str, sex: Sex) -> Option<CompetitionId> {
        Names::competition(self, name, &Context { sex: Some(sex), ..Context::default() }).ok().map(|found| found.id)
    }
}
