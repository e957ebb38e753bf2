//! JSON of `penalty`.

use byline_penalty::chance::Estimate;
use byline_penalty::dossier::{Part, PartRow, ZoneMap};
use byline_penalty::duel::{Cell, Choice, Deviation};
use byline_penalty::game::{ScoringChances, Solution};
use byline_penalty::kick::PenaltyKick;
use byline_penalty::side::{Aim, Dive};
use byline_penalty::tests_of_play::Finding;
use byline_record::{Direction, Foot};
use serde::Serialize;

use super::source_names;
use crate::commands::penalty::{Answer, CompetitionMap};

/// The object `penalty TAKER [KEEPER] --json` prints.
#[derive(Debug, Serialize)]
pub(crate) struct Wire {
    taker: TakerWire,
    keeper: Option<KeeperWire>,
    phase: &'static str,
    as_of: Option<String>,
    chance: ChanceWire,
    game: GameWire,
    repeated: RepeatedWire,
    sources: Vec<String>,
}

#[derive(Debug, Serialize)]
struct EstimateWire {
    mean: f64,
    interval: [f64; 2],
}

#[derive(Debug, Serialize)]
struct CellWire {
    kicks: u32,
    goals: u32,
}

#[derive(Debug, Serialize)]
struct FindingWire {
    kicks: u32,
    p_value: f64,
    against: String,
    power: f64,
    words: String,
}

#[derive(Debug, Serialize)]
struct KickWire {
    date: Option<String>,
    season: String,
    competition: String,
    phase: &'static str,
    minute: Option<String>,
    score: Option<[u8; 2]>,
    taker: Option<String>,
    keeper: Option<String>,
    foot: Option<&'static str>,
    side: Option<&'static str>,
    natural_side: Option<&'static str>,
    metres: Option<[f64; 2]>,
    keeper_move: Option<&'static str>,
    outcome: &'static str,
    retaken: bool,
}

#[derive(Debug, Serialize)]
struct PartWire {
    part: String,
    against: Option<String>,
    kicks: u32,
    goals: u32,
    chance: EstimateWire,
    by_natural_side: [CellWire; 3],
    habit: [EstimateWire; 3],
    by_direction: [CellWire; 3],
}

#[derive(Debug, Serialize)]
struct ZoneWire {
    height: &'static str,
    side: &'static str,
    kicks: u32,
    goals: u32,
    share: f64,
    chance: EstimateWire,
}

#[derive(Debug, Serialize)]
struct TakerWire {
    name: String,
    foot: Option<&'static str>,
    kicks: Vec<KickWire>,
    above_average: Option<EstimateWire>,
    parts: Vec<PartWire>,
    equal_success: FindingWire,
    independence: FindingWire,
    zones: Vec<ZoneWire>,
}

#[derive(Debug, Serialize)]
struct KeeperWire {
    name: String,
    kicks: Vec<KickWire>,
    above_average: Option<EstimateWire>,
    saved: [u32; 2],
    right_way: [u32; 2],
    parts: Vec<PartWire>,
    gamblers_fallacy: FindingWire,
    zones: Vec<ZoneWire>,
}

#[derive(Debug, Serialize)]
struct ChanceWire {
    goal: EstimateWire,
    taker_above: EstimateWire,
    keeper_above: EstimateWire,
    taker_kicks: usize,
    keeper_kicks: usize,
}

#[derive(Debug, Serialize)]
struct MatrixCellWire {
    kick: &'static str,
    keeper: &'static str,
    chance: EstimateWire,
    own: CellWire,
    pool: CellWire,
}

#[derive(Debug, Serialize)]
struct ChoiceWire {
    choice: &'static str,
    seen: u32,
    habit: EstimateWire,
    equilibrium: EstimateWire,
    goal: EstimateWire,
}

#[derive(Debug, Serialize)]
struct EquilibriumWire {
    kicker: Vec<f64>,
    keeper: Vec<f64>,
}

#[derive(Debug, Serialize)]
struct DeviationWire {
    to_equilibrium: EstimateWire,
    best: &'static str,
    to_best: EstimateWire,
    advice: Option<&'static str>,
    gap: EstimateWire,
}

#[derive(Debug, Serialize)]
struct DeviationsWire {
    taker: DeviationWire,
    keeper: DeviationWire,
}

#[derive(Debug, Serialize)]
struct GameWire {
    matrix: Vec<MatrixCellWire>,
    value: EstimateWire,
    as_usual: EstimateWire,
    kicks: Vec<ChoiceWire>,
    dives: Vec<ChoiceWire>,
    equilibria: Vec<EquilibriumWire>,
    deviations: DeviationsWire,
}

#[derive(Debug, Serialize)]
struct RepeatedWire {
    meetings: Vec<KickWire>,
    shared_teams: Vec<String>,
    usual: &'static str,
    cost_of_usual: EstimateWire,
    cost_of_habit: EstimateWire,
    words: String,
    steps: Vec<StepWire>,
}

#[derive(Debug, Serialize)]
struct StepWire {
    level: u32,
    kick: &'static str,
    dive: &'static str,
}

/// The object `penalty --matrix --json` prints.
#[derive(Debug, Serialize)]
pub(crate) struct Game {
    matrix: Vec<Vec<f64>>,
    kicker: Vec<f64>,
    keeper: Vec<f64>,
    value: f64,
    equilibria: Vec<EquilibriumWire>,
}

fn estimate(of: &Estimate) -> EstimateWire {
    EstimateWire { mean: of.mean, interval: [of.low, of.high] }
}

fn cell(of: Cell) -> CellWire {
    CellWire { kicks: of.kicks, goals: of.goals }
}

fn finding(of: &Finding) -> FindingWire {
    let words = of.words();
    FindingWire { kicks: of.kicks, p_value: of.p_value, against: of.against.clone(), power: of.power, words }
}

fn kick(answer: &Answer<'_>, of: &PenaltyKick) -> KickWire {
    KickWire {
        date: of.date.map(|date| date.to_string()),
        season: of.season.to_string(),
        competition: of.competition.to_string(),
        phase: of.phase.key(),
        minute: of.clock.map(|clock| clock.to_string()),
        score: of.score,
        taker: answer.person(of.taker).map(str::to_owned),
        keeper: answer.person(of.keeper).map(str::to_owned),
        foot: of.foot.map(Foot::key),
        side: of.side.map(Direction::key),
        natural_side: of.aim().map(Aim::key),
        metres: of.placed.map(|placed| placed.metres()),
        keeper_move: of.keeper_move.map(Direction::key),
        outcome: of.outcome.key(),
        retaken: of.retaken,
    }
}

fn part(answer: &Answer<'_>, row: &PartRow) -> PartWire {
    let (part, against) = match row.part {
        Part::All => ("all".to_owned(), None),
        Part::Phase(phase) => (phase.key().to_owned(), None),
        Part::Foot(of) => (format!("{}_foot", of.key()), None),
        Part::Behind => ("behind".to_owned(), None),
        Part::Level => ("level".to_owned(), None),
        Part::Ahead => ("ahead".to_owned(), None),
        Part::Deciding => ("deciding".to_owned(), None),
        Part::AfterGoal => ("after_goal".to_owned(), None),
        Part::AfterMiss => ("after_miss".to_owned(), None),
        Part::Against(person) => ("against".to_owned(), answer.person(Some(person)).map(str::to_owned)),
    };
    PartWire {
        part,
        against,
        kicks: row.rate.kicks,
        goals: row.rate.goals,
        chance: estimate(&row.rate.chance),
        by_natural_side: row.by_side.map(cell),
        habit: row.habit.each_ref().map(estimate),
        by_direction: row.by_direction.map(cell),
    }
}

fn zones(map: &ZoneMap) -> Vec<ZoneWire> {
    let zone = |zone: &byline_penalty::dossier::ZoneRate| ZoneWire {
        height: zone.zone.height.name(),
        side: zone.zone.side.key(),
        kicks: zone.own.kicks,
        goals: zone.own.goals,
        share: zone.share,
        chance: estimate(&zone.chance),
    };
    map.zones.iter().map(zone).collect()
}

fn deviation<C: Copy>(of: &Deviation<C>, key: impl Fn(C) -> &'static str) -> DeviationWire {
    DeviationWire {
        to_equilibrium: estimate(&of.to_safe),
        best: key(of.best),
        to_best: estimate(&of.to_best),
        advice: of.advice().map(&key),
        gap: estimate(&of.gap),
    }
}

fn choice<C: Copy>(of: &Choice<C>, key: impl Fn(C) -> &'static str) -> ChoiceWire {
    ChoiceWire {
        choice: key(of.choice),
        seen: of.made,
        habit: estimate(&of.habit),
        equilibrium: estimate(&of.safe),
        goal: estimate(&of.goal),
    }
}

/// The object of an answer.
pub(crate) fn wire(answer: &Answer<'_>) -> Wire {
    let kicks = |of: &[PenaltyKick]| of.iter().map(|of| kick(answer, of)).collect::<Vec<_>>();
    let parts = |of: &[PartRow]| of.iter().map(|row| part(answer, row)).collect::<Vec<_>>();
    let taker = &answer.of_taker;
    let duel = &answer.duel;
    let equilibria = duel.taker_equilibria.iter().flat_map(|kicker| {
        duel.keeper_equilibria.iter().map(|keeper| EquilibriumWire {
            kicker: Aim::ALL.iter().map(|&aim| kicker.at(aim)).collect(),
            keeper: Dive::ALL.iter().map(|&dive| keeper.at(dive)).collect(),
        })
    });
    let repeated = &answer.repeated;
    Wire {
        taker: TakerWire {
            name: answer.taker.1.clone(),
            foot: taker.foot.map(Foot::key),
            kicks: kicks(&taker.kicks),
            above_average: taker.above_average.as_ref().map(estimate),
            parts: parts(&taker.parts),
            equal_success: finding(&taker.equal_success),
            independence: finding(&taker.independence),
            zones: zones(&taker.zones),
        },
        keeper: answer.keeper.as_ref().zip(answer.of_keeper.as_ref()).map(|((_, name), keeper)| KeeperWire {
            name: name.clone(),
            kicks: kicks(&keeper.kicks),
            above_average: keeper.above_average.as_ref().map(estimate),
            saved: keeper.saved,
            right_way: keeper.right_way,
            parts: parts(&keeper.parts),
            gamblers_fallacy: finding(&keeper.fallacy.finding),
            zones: zones(&keeper.zones),
        }),
        phase: answer.phase.key(),
        as_of: answer.as_of.map(|date| date.to_string()),
        chance: ChanceWire {
            goal: estimate(&duel.chance.chance),
            taker_above: estimate(&duel.chance.taker_above),
            keeper_above: estimate(&duel.chance.keeper_above),
            taker_kicks: duel.chance.taker_kicks,
            keeper_kicks: duel.chance.keeper_kicks,
        },
        game: GameWire {
            matrix: duel
                .cells
                .iter()
                .map(|of| MatrixCellWire {
                    kick: of.aim.key(),
                    keeper: of.dive.key(),
                    chance: estimate(&of.chance),
                    own: cell(of.own),
                    pool: cell(of.pool),
                })
                .collect(),
            value: estimate(&duel.value),
            as_usual: estimate(&duel.as_usual),
            kicks: duel.aims.iter().map(|of| choice(of, Aim::key)).collect(),
            dives: duel.dives.iter().map(|of| choice(of, Dive::key)).collect(),
            equilibria: equilibria.collect(),
            deviations: DeviationsWire {
                taker: deviation(&duel.taker, Aim::key),
                keeper: deviation(&duel.keeper, Dive::key),
            },
        },
        repeated: RepeatedWire {
            meetings: kicks(&repeated.meetings),
            shared_teams: repeated
                .shared
                .iter()
                .map(|shared| answer.view.record().team(shared.team).display_name())
                .collect(),
            usual: repeated.usual.key(),
            cost_of_usual: estimate(&repeated.cost_of_usual),
            cost_of_habit: estimate(&repeated.cost_of_habit),
            words: repeated.tells.words(),
            steps: repeated
                .steps
                .iter()
                .map(|step| StepWire { level: step.level, kick: step.aim.key(), dive: step.dive.key() })
                .collect(),
        },
        sources: source_names(answer.view.record(), answer.sources),
    }
}

/// The object `penalty --competition --json` prints.
#[derive(Debug, Serialize)]
pub(crate) struct CompetitionWire {
    competition: String,
    as_of: Option<String>,
    kicks: usize,
    goals: usize,
    zones: Vec<ZoneWire>,
    by_direction: [CellWire; 3],
    unknown: u32,
    sources: Vec<String>,
}

/// The object of a competition's penalties.
pub(crate) fn competition(map: &CompetitionMap<'_>) -> CompetitionWire {
    CompetitionWire {
        competition: map.name.clone(),
        as_of: map.as_of.map(|date| date.to_string()),
        kicks: map.kicks,
        goals: map.goals,
        zones: zones(&map.zones),
        by_direction: map.zones.sides.map(cell),
        unknown: map.zones.unknown,
        sources: source_names(map.view.record(), map.sources),
    }
}

/// The object of a game solved.
pub(crate) fn game(chances: &ScoringChances, solution: &Solution) -> Game {
    let equilibria = solution.taker.iter().flat_map(|kicker| {
        solution.keeper.iter().map(|keeper| EquilibriumWire { kicker: kicker.0.clone(), keeper: keeper.0.clone() })
    });
    Game {
        matrix: (0..chances.rows())
            .map(|row| (0..chances.columns()).map(|column| chances.at(row, column)).collect())
            .collect(),
        kicker: solution.taker.first().map(|mix| mix.0.clone()).unwrap_or_default(),
        keeper: solution.keeper.first().map(|mix| mix.0.clone()).unwrap_or_default(),
        value: solution.value,
        equilibria: equilibria.collect(),
    }
}
