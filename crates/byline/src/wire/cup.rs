//! JSON of `cup`.

use std::collections::BTreeMap;

use byline_competition::simulate::Chance;
use serde::Serialize;

use super::source_names;
use crate::commands::cup::Cup;

/// The object `cup --json` prints.
#[derive(Debug, Serialize)]
pub(crate) struct Wire {
    edition: String,
    as_of: Option<String>,
    supposed: Vec<String>,
    winner: Option<String>,
    runs: u32,
    seed: u64,
    cups_per_second: Option<f64>,
    stages: Vec<String>,
    teams: Vec<TeamWire>,
    groups: Vec<GroupWire>,
    zones: Vec<ZoneWire>,
    finals: Vec<FinalWire>,
    matches: Vec<MatchWire>,
    next_matches: Vec<LeverageWire>,
    changes: Option<Vec<ChangeWire>>,
    through_time: Option<Vec<DayWire>>,
    sources: Vec<String>,
}

#[derive(Debug, Serialize)]
struct TeamWire {
    team: String,
    reach: BTreeMap<String, f64>,
    standard_error: BTreeMap<String, f64>,
}

#[derive(Clone, Copy, Debug, Serialize)]
struct ChanceWire {
    chance: f64,
    standard_error: f64,
}

#[derive(Debug, Serialize)]
struct GroupWire {
    stage: &'static str,
    group: Option<String>,
    teams: Vec<PlacesWire>,
}

#[derive(Debug, Serialize)]
struct PlacesWire {
    team: String,
    places: Vec<ChanceWire>,
}

#[derive(Debug, Serialize)]
struct ZoneWire {
    stage: &'static str,
    zone: String,
    teams: BTreeMap<String, ChanceWire>,
}

#[derive(Debug, Serialize)]
struct FinalWire {
    teams: [String; 2],
    chance: f64,
    standard_error: f64,
}

#[derive(Debug, Serialize)]
struct MatchWire {
    number: u16,
    stage: &'static str,
    date: Option<String>,
    sides: [SideWire; 2],
    played: bool,
    extra_time: bool,
    shoot_out: Option<[u8; 2]>,
}

#[derive(Debug, Serialize)]
struct SideWire {
    slot: String,
    team: Option<String>,
    goals: Option<u8>,
    through: Option<bool>,
    chance: Option<f64>,
}

#[derive(Debug, Serialize)]
struct LeverageWire {
    number: u16,
    date: Option<String>,
    home: Option<String>,
    away: Option<String>,
    results: [ChanceWire; 3],
    targets: Vec<TargetWire>,
}

#[derive(Debug, Serialize)]
struct TargetWire {
    target: String,
    moved: f64,
    teams: BTreeMap<String, [f64; 3]>,
}

#[derive(Debug, Serialize)]
struct ChangeWire {
    team: String,
    before: ChanceWire,
    after: ChanceWire,
    difference: f64,
    standard_error: f64,
}

#[derive(Debug, Serialize)]
struct DayWire {
    date: String,
    winner: BTreeMap<String, f64>,
}

fn chance(of: Chance) -> ChanceWire {
    ChanceWire { chance: of.value, standard_error: of.standard_error }
}

/// The object of an answer.
pub(crate) fn wire(cup: &Cup<'_>) -> Wire {
    let edition = &cup.opened.edition;
    let name = |team: u8| edition.team(team).to_owned();
    let stage_name = |number: usize| edition.stages.get(number).map_or("", |stage| stage.kind.name());
    let mut stages: Vec<String> = (0..edition.stages.len()).map(|number| stage_name(number).to_owned()).collect();
    stages.push("winner".to_owned());
    let teams = cup.order().into_iter().map(|team| {
        let place = usize::from(team);
        let mut chances: Vec<Chance> = cup.chances.reach.get(place).cloned().unwrap_or_default();
        chances.push(cup.chances.champion.get(place).copied().unwrap_or_default());
        TeamWire {
            team: name(team),
            reach: stages.iter().cloned().zip(chances.iter().map(|chance| chance.value)).collect(),
            standard_error: stages.iter().cloned().zip(chances.iter().map(|chance| chance.standard_error)).collect(),
        }
    });
    Wire {
        edition: edition.name(),
        as_of: cup.as_of.map(|date| date.to_string()),
        supposed: cup.opened.set.clone(),
        winner: cup.winner().map(str::to_owned),
        runs: cup.chances.runs,
        seed: cup.seed,
        cups_per_second: (cup.chances.runs > 0 && cup.seconds > 0.0).then(|| f64::from(cup.chances.runs) / cup.seconds),
        teams: teams.collect(),
        groups: cup
            .chances
            .groups
            .iter()
            .map(|group| GroupWire {
                stage: stage_name(group.stage),
                group: group
                    .group
                    .and_then(|place| edition.stages.get(group.stage)?.groups.get(place))
                    .map(|group| group.label.clone()),
                teams: group
                    .teams
                    .iter()
                    .zip(&group.places)
                    .map(|(&team, places)| PlacesWire {
                        team: name(team),
                        places: places.iter().copied().map(chance).collect(),
                    })
                    .collect(),
            })
            .collect(),
        zones: cup
            .chances
            .zones
            .iter()
            .map(|zone| ZoneWire {
                stage: stage_name(zone.stage),
                zone: edition
                    .stages
                    .get(zone.stage)
                    .and_then(|stage| stage.zones.get(zone.zone))
                    .map_or(String::new(), |zone| zone.name.clone()),
                teams: edition.teams.iter().cloned().zip(zone.teams.iter().copied().map(chance)).collect(),
            })
            .collect(),
        finals: cup
            .chances
            .finals
            .iter()
            .map(|&(teams, of)| FinalWire {
                teams: teams.map(name),
                chance: of.value,
                standard_error: of.standard_error,
            })
            .collect(),
        matches: matches(cup),
        next_matches: cup.leverage.iter().map(|weighed| leverage(cup, weighed)).collect(),
        changes: cup.changed.as_ref().map(|changed| {
            let of_team = |(team, of): (&String, &byline_competition::simulate::Difference)| ChangeWire {
                team: team.clone(),
                before: chance(of.one),
                after: chance(of.other),
                difference: of.difference,
                standard_error: of.standard_error,
            };
            edition.teams.iter().zip(&changed.champion).map(of_team).collect()
        }),
        through_time: (!cup.through_time.is_empty()).then(|| {
            let day = |(date, chances): &(jiff::civil::Date, Vec<f64>)| DayWire {
                date: date.to_string(),
                winner: edition.teams.iter().cloned().zip(chances.iter().copied()).collect(),
            };
            cup.through_time.iter().map(day).collect()
        }),
        sources: source_names(cup.view.record(), cup.sources),
        stages,
    }
}

/// Knock-out matches.
fn matches(cup: &Cup<'_>) -> Vec<MatchWire> {
    let edition = &cup.opened.edition;
    let mut told = Vec::new();
    for (place, fixture) in edition.fixtures.iter().enumerate() {
        let Some(stage) = edition.stages.get(fixture.stage).filter(|stage| stage.is_knock_out()) else { continue };
        let played = cup.situation.played.get(place).and_then(Option::as_ref);
        told.push(MatchWire {
            number: fixture.number,
            stage: stage.kind.name(),
            date: fixture.date.map(|date| date.to_string()),
            sides: cup.tie(place).map(|side| SideWire {
                team: side.team.map(|_| side.name),
                slot: side.slot,
                goals: side.goals,
                through: side.through,
                chance: side.chance,
            }),
            played: played.is_some(),
            extra_time: played.is_some_and(|played| played.meeting.extra_time),
            shoot_out: played.and_then(|played| played.meeting.shoot_out.flatten()),
        });
    }
    told
}

fn leverage(cup: &Cup<'_>, weighed: &byline_competition::simulate::Leverage) -> LeverageWire {
    let edition = &cup.opened.edition;
    let fixture = edition.fixtures.get(weighed.fixture);
    let teams = cup.situation.sides.get(weighed.fixture).copied().unwrap_or_default();
    let [home, away] = teams.map(|team| team.map(|team| edition.team(team).to_owned()));
    let targets = cup.targets.iter().enumerate().map(|(number, &target)| {
        let after = weighed.after.get(number).map(Vec::as_slice).unwrap_or_default();
        let moving = edition.teams.iter().zip(after).filter(|(_, after)| {
            let values = after.map(|chance| chance.value);
            values.iter().any(|value| (value - values[0]).abs() > 1e-4)
        });
        TargetWire {
            target: cup.target_name(target),
            moved: weighed.moved(number),
            teams: moving.map(|(team, after)| (team.clone(), after.map(|chance| chance.value))).collect(),
        }
    });
    LeverageWire {
        number: fixture.map_or(0, |fixture| fixture.number),
        date: fixture.and_then(|fixture| fixture.date).map(|date| date.to_string()),
        home,
        away,
        results: weighed.results.map(chance),
        targets: targets.collect(),
    }
}
