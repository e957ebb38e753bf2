//! JSON of `table`.

use byline_competition::certain::{Aim, Certainty, Goal, Matters, Proof, Status};
use byline_competition::situation::GroupTable;
use byline_competition::table::Decision;
use serde::Serialize;

use super::source_names;
use crate::commands::table::Tables;
use crate::print::table::{certainties, leads_to, member};

/// The object `table --json` prints.
#[derive(Debug, Serialize)]
pub(crate) struct Wire {
    edition: String,
    as_of: Option<String>,
    supposed: Vec<String>,
    /// Of the group asked for, or of the only one.
    rows: Option<Vec<RowWire>>,
    groups: Vec<GroupWire>,
    best: Option<Vec<RowWire>>,
    sources: Vec<String>,
}

#[derive(Debug, Serialize)]
struct GroupWire {
    stage: &'static str,
    group: String,
    complete: bool,
    rows: Vec<RowWire>,
    official_order: Option<Vec<String>>,
    still_to_play: Vec<FixtureWire>,
    certain: Option<CertainWire>,
}

#[derive(Debug, Serialize)]
struct CertainWire {
    proof: &'static str,
    goals: Vec<String>,
    teams: Vec<CertainTeamWire>,
}

#[derive(Debug, Serialize)]
struct CertainTeamWire {
    team: String,
    places: Vec<usize>,
    status: Vec<&'static str>,
    words: String,
    matches_that_matter: Vec<u16>,
}

#[derive(Clone, Debug, Serialize)]
struct RowWire {
    place: usize,
    team: String,
    played: u16,
    won: u16,
    drawn: u16,
    lost: u16,
    goals_for: u16,
    goals_against: u16,
    goal_difference: i32,
    points: u16,
    decided_by: Option<&'static str>,
    undecided_needs: Option<&'static str>,
    explanation: Option<String>,
    leads_to: Option<String>,
}

#[derive(Debug, Serialize)]
struct FixtureWire {
    number: u16,
    date: Option<String>,
    home: Option<String>,
    away: Option<String>,
}

/// The object of an answer.
pub(crate) fn wire(answer: &Tables<'_>) -> Wire {
    let edition = &answer.opened.edition;
    let mut groups = Vec::new();
    for (&(number, group), certain) in answer.shown.iter().zip(&answer.certain) {
        let (Some(stage), Some(table)) =
            (edition.stages.get(number), answer.situation.tables.get(number).and_then(|tables| tables.get(group)))
        else {
            continue;
        };
        let Some(of) = stage.groups.get(group) else { continue };
        let open =
            of.fixtures.iter().filter(|&&fixture| answer.situation.played.get(fixture).is_some_and(Option::is_none));
        groups.push(GroupWire {
            stage: stage.kind.name(),
            group: of.label.clone(),
            complete: table.complete,
            rows: rows(answer, table, Some((number, group))),
            certain: certain.as_ref().map(|certain| certain_wire(answer, certain)),
            official_order: table
                .official
                .as_ref()
                .map(|order| order.iter().map(|&number| member(answer, table, number).to_owned()).collect()),
            still_to_play: open
                .filter_map(|&number| {
                    let fixture = edition.fixtures.get(number)?;
                    let sides = answer.situation.sides.get(number).copied().unwrap_or_default();
                    let [home, away] = sides.map(|side| side.map(|team| edition.team(team).to_owned()));
                    let date = fixture.date.map(|date| date.to_string());
                    Some(FixtureWire { number: fixture.number, date, home, away })
                })
                .collect(),
        });
    }
    let only = if let [group] = &*groups { Some(group.rows.clone()) } else { None };
    let best = answer.shown.last().filter(|_| answer.all).and_then(|&(stage, _)| {
        let table = answer.situation.best.get(stage)?.as_ref()?;
        Some(rows(answer, table, None))
    });
    Wire {
        edition: edition.name(),
        as_of: answer.as_of.map(|date| date.to_string()),
        supposed: answer.opened.set.clone(),
        rows: only,
        groups,
        best,
        sources: source_names(answer.view.record(), answer.sources),
    }
}

fn certain_wire(answer: &Tables<'_>, certain: &Certainty) -> CertainWire {
    let edition = &answer.opened.edition;
    let goal = |goal: &Goal| match &goal.what {
        Aim::Stage(stage) => stage.name().to_owned(),
        Aim::Zone(zone) => zone.clone(),
        Aim::Top => "first place".to_owned(),
    };
    let status = |status: &Status| match status {
        Status::Sure => "sure",
        Status::Out => "out",
        Status::Open => "open",
        Status::NotProved => "not_proved",
    };
    let words = certainties(answer, certain);
    let teams =
        certain.members.iter().zip(&certain.teams).zip(words).map(|((member, outlook), words)| CertainTeamWire {
            team: member.map_or_else(String::new, |team| edition.team(team).to_owned()),
            places: outlook.possible.iter().collect(),
            status: outlook.status.iter().map(status).collect(),
            words,
            matches_that_matter: certain
                .left
                .iter()
                .zip(&outlook.matters)
                .filter(|(_, matters)| **matters == Matters::Yes)
                .filter_map(|(&fixture, _)| edition.fixtures.get(fixture).map(|fixture| fixture.number))
                .collect(),
        });
    CertainWire {
        proof: match certain.proof {
            Proof::Exact => "exact",
            Proof::Margins(_) => "margins",
            Proof::Bounds => "bounds",
        },
        goals: certain.goals.iter().map(goal).collect(),
        teams: teams.collect(),
    }
}

fn rows(answer: &Tables<'_>, table: &GroupTable, of: Option<(usize, usize)>) -> Vec<RowWire> {
    let ranking = &table.ranking;
    let name = |number: u8| member(answer, table, number);
    let row = |(place, &number): (usize, &u8)| {
        let standing = table.standings.get(usize::from(number)).copied().unwrap_or_default();
        let decision = ranking.decisions.get(place);
        let below = ranking.order.get(place + 1);
        RowWire {
            place: place + 1,
            team: name(number).to_owned(),
            played: standing.played,
            won: standing.won,
            drawn: standing.drawn,
            lost: standing.lost,
            goals_for: standing.goals_for,
            goals_against: standing.goals_against,
            goal_difference: standing.goal_difference(),
            points: standing.points,
            decided_by: decision.and_then(Decision::criterion).map(|criterion| criterion.name()),
            undecided_needs: match decision {
                Some(Decision::Undecided { rule, .. }) => rule.criterion.needs(),
                _ => None,
            },
            explanation: decision.zip(below).map(|(decision, &below)| decision.words(name(number), name(below), name)),
            leads_to: of.and_then(|(stage, group)| leads_to(answer, stage, group, place + 1)),
        }
    };
    ranking.order.iter().enumerate().map(row).collect()
}
