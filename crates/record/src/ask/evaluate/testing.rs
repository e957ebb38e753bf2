//! The built-in record and short names for the tests of statements.

use std::sync::LazyLock;

use jiff::civil::Date;

use crate::ask::statement::{MatchRef, Says, Subject, When};
use crate::ask::{Answer, Scope, Statement, evaluate};
use crate::{CompetitionId, EditionId, PersonId, Record, Sex, TeamId, TeamKind, builtin};

static RECORD: LazyLock<Record> = LazyLock::new(|| builtin::record().unwrap());

pub(super) fn record() -> &'static Record {
    &RECORD
}

pub(super) fn team(name: &str) -> TeamId {
    let is = |team: &&crate::Team| &*team.name == name && team.sex == Sex::Men && team.kind == TeamKind::National;
    RECORD.teams().iter().find(is).unwrap_or_else(|| panic!("no team {name}")).id
}

pub(super) fn person(name: &str) -> PersonId {
    RECORD.people().iter().find(|person| &*person.name == name).unwrap_or_else(|| panic!("nobody called {name}")).id
}

pub(super) fn competition(key: &str) -> CompetitionId {
    RECORD.competitions().iter().find(|competition| &*competition.key == key).unwrap_or_else(|| panic!("no {key}")).id
}

pub(super) fn world_cup() -> CompetitionId {
    competition("world-cup")
}

pub(super) fn euro() -> CompetitionId {
    competition("european-championship")
}

pub(super) fn edition(competition: CompetitionId, label: &str) -> EditionId {
    let is = |edition: &&crate::Edition| edition.competition == competition && &*edition.label == label;
    RECORD.editions().iter().find(is).unwrap_or_else(|| panic!("no edition {label}")).id
}

pub(super) fn world_cup_of(label: &str) -> EditionId {
    edition(world_cup(), label)
}

/// A match of two teams in an edition.
pub(super) fn between(one: &str, other: &str, edition: EditionId) -> MatchRef {
    MatchRef {
        team: Some(team(one)),
        opponent: Some(team(other)),
        when: When { edition: Some(edition), ..When::default() },
        ..MatchRef::default()
    }
}

pub(super) fn year(year: i16) -> When {
    When { year: Some(year), ..When::default() }
}

pub(super) fn at(competition: CompetitionId) -> Scope {
    Scope { competitions: vec![competition], ..Scope::default() }
}

pub(super) fn side(name: &str) -> Option<Subject> {
    Some(Subject::Team(team(name)))
}

pub(super) fn player(name: &str) -> Subject {
    Subject::Person(person(name))
}

/// The answer to a statement within a scope, as of a day.
pub(super) fn ask_on(says: Says, scope: Scope, day: Date) -> Answer {
    let answer = evaluate(&RECORD.as_of(day), &Statement { says, denied: false, scope });
    assert!(!answer.reading.is_empty() && !answer.answer.is_empty(), "{answer:?}");
    answer
}

/// The answer within a scope, after the World Cup 2022.
pub(super) fn ask_in(says: Says, scope: Scope) -> Answer {
    ask_on(says, scope, jiff::civil::date(2022, 12, 31))
}

/// The answer after the World Cup 2022.
pub(super) fn ask(says: Says) -> Answer {
    ask_in(says, Scope::default())
}
