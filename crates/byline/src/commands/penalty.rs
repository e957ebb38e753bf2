//! `byline penalty TAKER [KEEPER]`: the two of them, and the game between them.

use std::io::Write as _;
use std::process::ExitCode;

use byline_penalty::chance::{Model, Situation};
use byline_penalty::dossier::{KeeperDossier, TakerDossier, ZoneMap, keeper_dossier, taker_dossier};
use byline_penalty::duel::{Duel, Question, duel};
use byline_penalty::game::{ScoringChances, Solution};
use byline_penalty::kick::{Level, PenaltyKick, Phase, kicks_about, kicks_of};
use byline_penalty::repeated::{Repeated, repeated};
use byline_record::names::find::{Context, Names};
use byline_record::{PersonId, Sources, View};
use jiff::civil::Date;

use crate::Outcome;
use crate::args::{Common, PenaltyArgs, PhaseArg};
use crate::desk::{Desk, name_failure};
use crate::failure::Failure;
use crate::{draw, print, wire};

/// A taker and perhaps a keeper with everything a face needs to tell them.
#[derive(Debug)]
pub(crate) struct Answer<'v> {
    pub(crate) taker: (PersonId, String),
    pub(crate) keeper: Option<(PersonId, String)>,
    pub(crate) of_taker: TakerDossier,
    pub(crate) of_keeper: Option<KeeperDossier>,
    pub(crate) duel: Duel,
    pub(crate) repeated: Repeated,
    pub(crate) phase: Phase,
    pub(crate) sources: Sources,
    pub(crate) as_of: Option<Date>,
    pub(crate) view: View<'v>,
}

impl Answer<'_> {
    /// Name of a person.
    pub(crate) fn person(&self, person: Option<PersonId>) -> Option<&str> {
        person.map(|person| &*self.view.record().person(person).name)
    }

    /// The day of a kick, or the season where no source gives the day.
    pub(crate) fn when(&self, kick: &PenaltyKick) -> String {
        kick.date.map_or_else(|| kick.season.to_string(), |date| date.to_string())
    }
}

pub(crate) fn run(common: &Common, args: &PenaltyArgs) -> Outcome {
    if let Some(text) = &args.matrix {
        return game(common, text);
    }
    let desk = Desk::open(common)?;
    let view = desk.view();
    let names = desk.names();
    if let Some(text) = &args.competition {
        return competition(common, &view, &names, text);
    }
    let record = view.record();
    let person = |text: &str| -> Result<(PersonId, String), Failure> {
        let id = names.person(text, &Context::default()).map_err(|error| name_failure(&error))?.id;
        Ok((id, record.person(id).name.to_string()))
    };
    let taker = person(args.taker.as_deref().unwrap_or_default())?;
    let keeper = args.keeper.as_deref().map(person).transpose()?;
    if keeper.as_ref().is_some_and(|(keeper, _)| *keeper == taker.0) {
        return Err(Failure::bad_input(format!("{} cannot take a penalty against himself", taker.1)));
    }
    let of_keeper = keeper.as_ref().map(|(keeper, _)| *keeper);
    let phase = match args.phase {
        PhaseArg::Play => Phase::Play,
        PhaseArg::ExtraTime => Phase::ExtraTime,
        PhaseArg::ShootOut => Phase::ShootOut,
    };
    let model = Model::shipped();
    let kicks = kicks_about(&view, taker.0, of_keeper);
    let situation = Situation::new(phase, Level::Finals);
    let question = Question { seed: args.seed, ..Question::new(Some(taker.0), of_keeper, situation) };
    let duel = duel(&model, &kicks, &question);
    let answer = Answer {
        of_taker: taker_dossier(&model, &kicks, taker.0),
        of_keeper: of_keeper.map(|keeper| keeper_dossier(&model, &kicks, keeper)),
        repeated: repeated(&duel, &kicks, Some(taker.0), of_keeper),
        duel,
        phase,
        sources: kicks.iter().fold(Sources::NONE, |sources, kick| sources.and(kick.sources)),
        taker,
        keeper,
        as_of: common.as_of,
        view,
    };
    if let Some(path) = &common.svg {
        draw::save(draw::penalty::goal_mouth(&answer).scene(), path)?;
    }
    if common.json {
        wire::print(&wire::penalty::wire(&answer))?;
    } else {
        anstream::stdout().lock().write_all(print::penalty::text(&answer).as_bytes())?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Where the penalties of a competition went.
#[derive(Debug)]
pub(crate) struct CompetitionMap<'v> {
    pub(crate) name: String,
    pub(crate) kicks: usize,
    pub(crate) goals: usize,
    pub(crate) zones: ZoneMap,
    pub(crate) as_of: Option<Date>,
    pub(crate) sources: Sources,
    pub(crate) view: View<'v>,
}

fn competition(common: &Common, view: &View<'_>, names: &Names<'_>, text: &str) -> Outcome {
    let found = names.competition(text, &Context::default()).map_err(|error| name_failure(&error))?.id;
    let name = view.record().competition(found).name.to_string();
    let kicks: Vec<PenaltyKick> =
        kicks_of(view).into_iter().filter(|kick| *kick.competition == *name && !kick.retaken).collect();
    if kicks.is_empty() {
        return Err(Failure::unanswerable(format!("the record has no penalty of the {name}")));
    }
    let map = CompetitionMap {
        kicks: kicks.len(),
        goals: kicks.iter().filter(|kick| kick.scored()).count(),
        zones: ZoneMap::of(&Model::shipped(), &kicks),
        sources: kicks.iter().fold(Sources::NONE, |sources, kick| sources.and(kick.sources)),
        as_of: common.as_of,
        view: *view,
        name,
    };
    if let Some(path) = &common.svg {
        draw::save(draw::penalty::of_competition(&map).scene(), path)?;
    }
    if common.json {
        wire::print(&wire::penalty::competition(&map))?;
    } else {
        anstream::stdout().lock().write_all(print::penalty::competition(&map).as_bytes())?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Solves a game typed as a matrix.
fn game(common: &Common, text: &str) -> Outcome {
    let chances = matrix(text)?;
    let solution: Solution = chances.solve();
    if common.svg.is_some() {
        return Err(Failure::bad_input("a game has no picture"));
    }
    if common.json {
        wire::print(&wire::penalty::game(&chances, &solution))?;
    } else {
        anstream::stdout().lock().write_all(print::penalty::game(&chances, &solution).as_bytes())?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Reads `58.30,94.97;92.91,69.92`: per cent where any cell is above 1.
fn matrix(text: &str) -> Result<ScoringChances, Failure> {
    let hint = "rows are the taker's choices, separated by semicolons; columns the keeper's, separated by commas: \
                \"58.30,94.97;92.91,69.92\"";
    let mut rows: Vec<Vec<f64>> = Vec::new();
    for (row, line) in text.split(';').enumerate() {
        let mut cells = Vec::new();
        for (column, cell) in line.split(',').enumerate() {
            let cell = cell.trim().trim_end_matches('%').trim_end();
            let value = cell.parse::<f64>().ok().filter(|value| value.is_finite()).ok_or_else(|| {
                let (row, column) = (row + 1, column + 1);
                Failure::bad_input(format!("--matrix: row {row}, column {column}: `{cell}` is no number")).hint(hint)
            })?;
            cells.push(value);
        }
        rows.push(cells);
    }
    if rows.iter().flatten().any(|&cell| cell > 1.0) {
        for cell in rows.iter_mut().flatten() {
            *cell /= 100.0;
        }
    }
    ScoringChances::new(&rows).map_err(|error| Failure::bad_input(format!("--matrix: {error}")).hint(hint))
}
