//! Whether a match falls in a scope, and a scope in words.

use crate::ask::Scope;
use crate::ask::scope::{GroundScope, ShootOutCounts};
use crate::ask::statement::Outcome;
use crate::{CompetitionId, EditionId, Ground, Match, Sex, Side, StageKind, TeamId, View};

use super::asked::Asked;
use super::words;

/// Whether an edition falls in the scope, its years left to its matches.
pub(super) fn holds_edition(asked: &Asked<'_>, id: EditionId) -> bool {
    let scope = &asked.scope;
    let record = asked.record();
    let competition = record.competition(record.edition(id).competition);
    scope.edition.is_none_or(|only| only == id)
        && (scope.competitions.is_empty() || scope.competitions.contains(&competition.id))
        && competition.sex == scope.sex
        && scope.class.is_none_or(|class| class == competition.class)
        && (!scope.competitive_only || competition.class.is_competitive())
}

/// Whether the year of something falls in the scope: the year of the edition's name counts as well as that of the
/// date (the European Championship 2020 was played in 2021).
pub(super) fn holds_year(asked: &Asked<'_>, edition: EditionId, year: i16) -> bool {
    let named = asked.record().edition(edition).year().unwrap_or(year);
    let fits = |year: i16| {
        asked.scope.from_year.is_none_or(|from| from <= year) && asked.scope.to_year.is_none_or(|to| year <= to)
    };
    fits(year) || fits(named)
}

/// Whether a match falls in the scope, whoever's ground it was.
pub(super) fn holds(asked: &Asked<'_>, entry: &Match) -> bool {
    let scope = &asked.scope;
    let team = asked.record().team(entry.home);
    let stage = entry.stage.as_ref().map(|stage| stage.kind);
    team.sex == scope.sex
        && team.kind == asked.kind
        && holds_edition(asked, entry.edition)
        && holds_year(asked, entry.edition, entry.date.year())
        && scope.stage.is_none_or(|wanted| stage == Some(wanted))
        && (!scope.knock_out_only || stage.is_some_and(StageKind::is_knock_out))
}

/// Whether a team is of the confederation the scope asks for.
pub(super) fn holds_team(asked: &Asked<'_>, team: TeamId) -> bool {
    asked
        .scope
        .confederation
        .as_deref()
        .is_none_or(|only| asked.record().team(team).confederation.as_deref() == Some(only))
}

/// Whether the ground is what the scope asks for, seen from a side.
pub(super) fn holds_ground(asked: &Asked<'_>, entry: &Match, side: Side) -> bool {
    match asked.scope.ground {
        GroundScope::Any => true,
        GroundScope::Home => entry.ground == Ground::HomeOf(side),
        GroundScope::Away => entry.ground == Ground::HomeOf(side.other()),
        GroundScope::Neutral => entry.ground == Ground::Neutral,
    }
}

/// How a match counts for a side, shoot-outs as the scope has it; `None` where there is no result to count.
pub(super) fn outcome(asked: &Asked<'_>, entry: &Match, side: Side) -> Option<Outcome> {
    if !entry.is_played() {
        return None;
    }
    let winner = match asked.scope.shoot_out {
        ShootOutCounts::Draw => entry.winner_in_play(),
        ShootOutCounts::Win => entry.winner(),
    };
    Some(match winner {
        None => Outcome::Drew,
        Some(winner) if winner == side => Outcome::Won,
        Some(_) => Outcome::Lost,
    })
}

/// The competitions a scope reaches in this view that have a match, in the order of the record.
pub(super) fn competitions(asked: &Asked<'_>) -> Vec<CompetitionId> {
    let mut found: Vec<CompetitionId> = Vec::new();
    for edition in asked.view.editions().filter(|edition| holds_edition(asked, edition.id)) {
        if !found.contains(&edition.competition) {
            found.push(edition.competition);
        }
    }
    found.sort_unstable();
    found
}

/// A scope in words: `men's full internationals; World Cup; a shoot-out counts as a draw; predecessors count`.
#[must_use]
pub fn describe(scope: &Scope, view: &View<'_>) -> String {
    let record = view.record();
    let mut parts = vec![match (scope.sex, scope.class) {
        (Sex::Men, None) => "men's matches".to_owned(),
        (Sex::Women, None) => "women's matches".to_owned(),
        (Sex::Men, Some(class)) => format!("men's matches of class {}", class.key()),
        (Sex::Women, Some(class)) => format!("women's matches of class {}", class.key()),
    }];
    match (scope.edition, scope.competitions.as_slice()) {
        (Some(id), _) => parts.push(words::edition(record, id)),
        (None, []) => parts.push("every competition in the record".to_owned()),
        (None, ids) => {
            let names: Vec<String> = ids.iter().map(|&id| words::competition(record, id)).collect();
            parts.push(words::list(&names));
        }
    }
    if let Some(confederation) = &scope.confederation {
        parts.push(format!("teams of {confederation}"));
    }
    if let Some(stage) = scope.stage {
        parts.push(format!("{} only", stage.name()));
    }
    if scope.knock_out_only {
        parts.push("knock-out matches only".to_owned());
    }
    if scope.competitive_only {
        parts.push("competitive matches only".to_owned());
    }
    parts.push(
        match scope.ground {
            GroundScope::Any => "any ground",
            GroundScope::Home => "at home, neutral grounds left out",
            GroundScope::Away => "away, neutral grounds left out",
            GroundScope::Neutral => "neutral grounds only",
        }
        .to_owned(),
    );
    match (scope.from_year, scope.to_year) {
        (Some(from), Some(to)) if from == to => parts.push(format!("{from}")),
        (Some(from), Some(to)) => parts.push(format!("{from} to {to}")),
        (Some(from), None) => parts.push(format!("from {from}")),
        (None, Some(to)) => parts.push(format!("to {to}")),
        (None, None) => {}
    }
    parts.push(
        match scope.shoot_out {
            ShootOutCounts::Draw => "a shoot-out counts as a draw",
            ShootOutCounts::Win => "a shoot-out counts as a win",
        }
        .to_owned(),
    );
    parts.push(
        if scope.predecessors { "predecessor states count" } else { "predecessor states do not count" }.to_owned(),
    );
    if view.as_of() < jiff::civil::Date::MAX {
        parts.push(format!("as known on {}", words::date(view.as_of())));
    }
    parts.join("; ")
}
