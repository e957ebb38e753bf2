//! What is in question when a name is read.

use jiff::civil::Date;

use crate::{MatchId, PersonId, Sex, TeamId, TeamKind};

use super::Names;

/// What is already known when a name is read. The default knows nothing: men's national sides, today's names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// Men's or women's football, where the name does not say.
    pub sex: Option<Sex>,
    /// National sides or clubs; `None` for both, national sides first.
    pub kind: Option<TeamKind>,
    /// The day in question: Germany in 1974 is West Germany. Without it a name means its own team, and
    /// [`Record::lineage`](crate::Record::lineage) tells who else is of its line.
    pub date: Option<Date>,
    /// Teams in question.
    pub teams: Vec<TeamId>,
    /// The match in question; its teams, date and people are in question too.
    pub in_match: Option<MatchId>,
    /// People in question beside those of the match: further squads.
    pub people: Vec<PersonId>,
    /// Whether people are left out of a running text: only teams, competitions and editions are looked for.
    pub without_people: bool,
}

impl Context {
    /// A match in question.
    #[must_use]
    pub fn of_match(id: MatchId) -> Self {
        Self { in_match: Some(id), ..Self::default() }
    }

    /// Teams in question.
    #[must_use]
    pub fn of_teams(teams: &[TeamId]) -> Self {
        Self { teams: teams.to_vec(), ..Self::default() }
    }

    /// The same on a day.
    #[must_use]
    pub fn on(self, date: Date) -> Self {
        Self { date: Some(date), ..self }
    }
}

/// A context with the match worked in.
#[derive(Debug)]
pub(super) struct Scene<'c> {
    pub(super) context: &'c Context,
    /// Sex to take where the name does not say.
    pub(super) sex: Sex,
    /// Whether names stand in running text, where West Germany is remembered long after its last match.
    pub(super) running: bool,
    /// Sex stated, for people.
    pub(super) stated_sex: Option<Sex>,
    /// Kind to take where a name is of both.
    pub(super) kind: TeamKind,
    pub(super) date: Option<Date>,
    pub(super) teams: Vec<TeamId>,
    /// The ends of their lines of succession.
    pub(super) lines: Vec<TeamId>,
}

impl Names<'_> {
    pub(super) fn scene<'c>(&self, context: &'c Context) -> Scene<'c> {
        let entry = context.in_match.and_then(|id| self.record.matches.get(id.index()));
        let mut teams = context.teams.clone();
        teams.extend(entry.into_iter().flat_map(|entry| [entry.home, entry.away]));
        teams.dedup();
        let known = |id: &TeamId| self.record.teams.get(id.index());
        let stated_sex = context.sex.or_else(|| teams.iter().find_map(known).map(|team| team.sex));
        let kind = context.kind.or_else(|| teams.iter().find_map(known).map(|team| team.kind)).unwrap_or_default();
        Scene {
            context,
            sex: stated_sex.unwrap_or_default(),
            stated_sex,
            running: false,
            kind,
            date: context.date.or(entry.map(|entry| entry.date)),
            lines: teams.iter().map(|&team| self.record.root(team)).collect(),
            teams,
        }
    }
}

impl Scene<'_> {
    /// Whether a team, or another of its line, is in question.
    pub(super) fn concerns(&self, names: &Names<'_>, team: TeamId) -> bool {
        self.teams.contains(&team) || (!self.lines.is_empty() && self.lines.contains(&names.record.root(team)))
    }
}
