//! The question at hand: the view it is asked of and the scope it is asked in.

use crate::ask::statement::{MatchRef, Says, Subject};
use crate::ask::{Scope, Statement};
use crate::{CompetitionId, EditionId, Match, PersonId, Record, Side, TeamId, TeamKind, View};

/// A view, a scope, and who counts as whom in it.
#[derive(Clone, Debug)]
pub(super) struct Asked<'r> {
    pub(super) view: View<'r>,
    pub(super) scope: Scope,
    /// National sides or clubs, as the teams named are.
    pub(super) kind: TeamKind,
}

impl<'r> Asked<'r> {
    /// A team named decides whether men or women, clubs or national sides are meant.
    pub(super) fn new(view: View<'r>, statement: &Statement) -> Self {
        let record = view.record();
        let team = teams_named(&statement.says)
            .or_else(|| person_named(&statement.says).and_then(|id| record.person(id).teams.first().copied()))
            .map(|id| record.team(id));
        let mut scope = statement.scope.clone();
        if let Some(team) = team {
            scope.sex = team.sex;
        }
        Self { view, scope, kind: team.map(|team| team.kind).unwrap_or_default() }
    }

    pub(super) fn record(&self) -> &'r Record {
        self.view.record()
    }

    /// A team and, where the scope counts them, those whose record it carries on.
    pub(super) fn line(&self, team: TeamId) -> Vec<TeamId> {
        if !self.scope.predecessors {
            return vec![team];
        }
        let record = self.record();
        record.lineage(team).into_iter().filter(|&other| self.leads_to(other, team)).collect()
    }

    /// Whether a team's record is carried on by `heir`, itself included.
    fn leads_to(&self, team: TeamId, heir: TeamId) -> bool {
        let successions = self.record().successions();
        let mut at = team;
        // Chains are short; the bound guards against a circle.
        for _ in 0..8 {
            if at == heir {
                return true;
            }
            match successions.iter().find(|succession| succession.former == at) {
                Some(succession) => at = succession.successor,
                None => return false,
            }
        }
        false
    }

    /// The one team under which several are counted.
    pub(super) fn head(&self, team: TeamId) -> TeamId {
        if self.scope.predecessors { self.record().root(team) } else { team }
    }

    /// Whether `team` counts as `named`.
    pub(super) fn counts_as(&self, team: TeamId, named: TeamId) -> bool {
        team == named || (self.scope.predecessors && self.leads_to(team, named))
    }

    /// Whether a team or a person is the subject named.
    pub(super) fn is_subject(&self, subject: Subject, team: Option<TeamId>, person: Option<PersonId>) -> bool {
        match subject {
            Subject::Team(named) => team.is_some_and(|team| self.counts_as(team, named)),
            Subject::Person(named) => person == Some(named),
        }
    }

    /// The side of a match that counts as `team`.
    pub(super) fn side(&self, entry: &Match, team: TeamId) -> Option<Side> {
        entry.side_of(team).or_else(|| Side::BOTH.into_iter().find(|&side| self.counts_as(entry.team(side), team)))
    }

    /// Teams a person has appeared with, with those that count as them.
    pub(super) fn teams_of(&self, person: PersonId) -> Vec<TeamId> {
        let mut teams: Vec<TeamId> =
            self.record().person(person).teams.iter().flat_map(|&team| self.line(team)).collect();
        teams.sort_unstable();
        teams.dedup();
        teams
    }

    /// Teams whose matches can concern a subject.
    pub(super) fn teams_of_subject(&self, subject: Subject) -> Vec<TeamId> {
        match subject {
            Subject::Team(team) => self.line(team),
            Subject::Person(person) => self.teams_of(person),
        }
    }

    pub(super) fn competition_of(&self, edition: EditionId) -> CompetitionId {
        self.record().edition(edition).competition
    }

    /// The team of a country's name.
    pub(super) fn team_called(&self, country: &str) -> Option<TeamId> {
        let wanted = crate::fold(country);
        let of_scope = |team: &&crate::Team| team.sex == self.scope.sex && team.kind == TeamKind::National;
        self.record().teams().iter().filter(of_scope).find(|team| crate::fold(&team.name) == wanted).map(|team| team.id)
    }
}

fn teams_named(says: &Says) -> Option<TeamId> {
    let of_match = |at: &MatchRef| at.team.or(at.opponent);
    let of_subject = |subject: &Option<Subject>| match subject {
        Some(Subject::Team(team)) => Some(*team),
        _ => None,
    };
    match says {
        Says::Score { at, .. }
        | Says::Outcome { at, .. }
        | Says::Goal { at, .. }
        | Says::Penalty { at, .. }
        | Says::ShootOut { at, .. }
        | Says::ShootOutKick { at, .. }
        | Says::Card { at, .. }
        | Says::Venue { at, .. }
        | Says::Date { at, .. }
        | Says::Role { at, .. } => of_match(at),
        Says::StageReached { team, .. }
        | Says::GroupPosition { team, .. }
        | Says::Honours { team, .. }
        | Says::Streak { team, .. } => *team,
        Says::NextMatch { team, .. } | Says::HeadToHead { team, .. } => Some(*team),
        Says::Tally { whose, .. } => of_subject(&Some(*whose)),
        Says::Occasion { whose, .. } => of_subject(whose),
        Says::Superlative { holder, .. } => of_subject(holder),
    }
}

fn person_named(says: &Says) -> Option<PersonId> {
    let of_subject = |subject: Option<Subject>| match subject {
        Some(Subject::Person(person)) => Some(person),
        _ => None,
    };
    match says {
        Says::Goal { scorer, .. } => *scorer,
        Says::Penalty { taker, keeper, .. } => taker.or(*keeper),
        Says::ShootOutKick { taker, .. } => *taker,
        Says::Card { player, .. } => *player,
        Says::Tally { whose, .. } => of_subject(Some(*whose)),
        Says::Occasion { whose, .. } => of_subject(*whose),
        Says::Superlative { holder, .. } => of_subject(*holder),
        Says::Role { person, .. } => *person,
        _ => None,
    }
}
