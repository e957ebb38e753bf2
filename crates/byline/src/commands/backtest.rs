//! `byline backtest`: history replayed, and every forecast scored.

use std::io::Write as _;
use std::process::ExitCode;
use std::time::Instant;

use byline_chart::{Caption, Reliability, ReliabilityBin, ReliabilityModel};
use byline_forecast::backtest::{
    ModelReport, Plan, PlanError, Refit, Replay, ReportOptions, Subset, market, replay, report,
};
use byline_forecast::from_record::{Matches, Population, date_of, day_of};
use byline_forecast::scoring::{Bootstrap, Forecast3};
use byline_record::export::{Columns, write_table};
use byline_record::{CompetitionId, Sex, Sources, View};

use super::fit::shrinkage;
use crate::Outcome;
use crate::args::{BacktestArgs, Common, RefitArg};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::{draw, files, print, progress, wire};

/// What came of a backtest: what faces present.
#[derive(Debug)]
pub(crate) struct Backtest<'v> {
    pub(crate) view: View<'v>,
    /// Whose matches: `men's internationals`, `Premier League`.
    pub(crate) population: String,
    /// The competition scored, where not all are.
    pub(crate) competition: Option<String>,
    pub(crate) plan: Plan<'static>,
    pub(crate) replay: Replay,
    pub(crate) reports: Vec<ModelReport>,
    pub(crate) sources: Sources,
    pub(crate) seconds: f64,
}

/// Coverage of the intervals.
pub(crate) const LEVEL: f64 = 0.95;
const RESAMPLES: u32 = 1000;
/// A picture holds this many models.
const MOST_DRAWN: usize = 12;

pub(crate) fn run(common: &Common, args: &BacktestArgs) -> Outcome {
    let format = args.forecasts.as_deref().map(files::table_format).transpose()?;
    let desk = Desk::open(common)?;
    let view = desk.view();
    let names = desk.names();
    let sex = if args.women { Sex::Women } else { Sex::Men };
    let clubs = args.clubs.as_deref().map(|name| desk.clubs(&names, name)).transpose()?;
    let competition = args.competition.as_deref().map(|name| desk.competition(&names, name, sex)).transpose()?;
    let population = clubs.map_or(Population::Internationals(sex), |clubs| Population::Clubs(vec![clubs]));
    let matches = Matches::of(&view, &population).map_err(|error| Failure::bad_input(error.to_string()))?;
    let scored = competition.map(|competition| of_competition(&view, &matches, competition));
    let [from, to] = [args.from, args.to].map(day_of);
    let plan = plan(args, clubs.is_some(), from, to);
    let begun = Instant::now();
    let bar = progress::bar(common, "forecasts");
    let tell = |progress: byline_forecast::backtest::Progress| {
        bar.set_length(progress.of as u64);
        bar.set_position(progress.done as u64);
    };
    let scored_plan = Plan { scored: scored.as_deref(), ..plan.clone() };
    let mut replayed = replay(&matches.history, &scored_plan, &tell).map_err(|error| match error {
        PlanError::NoMatches { .. } => Failure::unanswerable(error.to_string())
            .hint("see what the record holds with `byline data status`, and import more with `byline data import`"),
        _ => Failure::bad_input(error.to_string()),
    })?;
    bar.finish_and_clear();
    if clubs.is_some() {
        let prices = market(&view, &matches, &replayed.matches);
        replayed.models.extend(prices);
    }
    let bootstrap = Some(Bootstrap { resamples: RESAMPLES, level: LEVEL, seed: args.seed });
    let reports = report(&matches.history, &replayed, &ReportOptions { bootstrap });
    let record = view.record();
    let name = |id: CompetitionId| record.competition(id).name.to_string();
    let mut sources = Sources::NONE;
    for &place in &replayed.matches {
        sources.add(source_of(&view, &matches, place));
    }
    let done = Backtest {
        view,
        population: clubs.map_or_else(|| internationals(sex).to_owned(), name),
        competition: competition.map(name),
        plan,
        replay: replayed,
        reports,
        sources,
        seconds: begun.elapsed().as_secs_f64(),
    };
    if let Some((path, format)) = args.forecasts.as_deref().zip(format) {
        write_table(path, format, columns(&matches), &rows(&done.replay))
            .map_err(|error| Failure::bad_input(error.to_string()))?;
    }
    if let Some(path) = &common.svg {
        draw::save(reliability(&done).scene(), path)?;
    }
    if common.json {
        wire::print(&wire::backtest::wire(&done, common.as_of))?;
    } else {
        anstream::stdout().lock().write_all(print::backtest::text(&done).as_bytes())?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Whose matches these are.
pub(crate) const fn internationals(sex: Sex) -> &'static str {
    match sex {
        Sex::Men => "men's internationals",
        Sex::Women => "women's internationals",
    }
}

/// Who says anything of a match.
pub(crate) fn source_of(view: &View<'_>, matches: &Matches, place: usize) -> Sources {
    matches.ids.get(place).and_then(|&id| view.get(id)).map_or(Sources::NONE, |entry| entry.sources.all())
}

fn of_competition(view: &View<'_>, matches: &Matches, competition: CompetitionId) -> Vec<bool> {
    let of = |entry: &byline_record::Match| view.record().edition(entry.edition).competition == competition;
    matches.ids.iter().map(|&id| view.get(id).is_some_and(of)).collect()
}

fn plan(args: &BacktestArgs, clubs: bool, from: i32, to: i32) -> Plan<'static> {
    let usual = if clubs { Plan::clubs(from, to) } else { Plan::internationals(from, to) };
    Plan {
        models: if args.model.is_empty() { usual.models } else { args.model.clone() },
        refit: match args.refit {
            RefitArg::Daily => Refit::Daily,
            RefitArg::Weekly => Refit::Weekly,
            RefitArg::Monthly => Refit::Monthly,
            RefitArg::Quarterly => Refit::Quarterly,
        },
        half_life: args.half_life.map_or(usual.half_life, |years| years * 365.25),
        shrinkage: args.shrinkage.map_or(usual.shrinkage, shrinkage),
        ..usual
    }
}

/// One forecast as a row of a table.
struct Row<'a> {
    model: &'a str,
    place: usize,
    forecast: Forecast3,
}

fn rows(replay: &Replay) -> Vec<Row<'_>> {
    replay
        .models
        .iter()
        .flat_map(|model| {
            let forecasts = replay.matches.iter().zip(&model.forecasts);
            forecasts.filter_map(|(&place, forecast)| Some(Row { model: &model.name, place, forecast: (*forecast)? }))
        })
        .collect()
}

fn columns<'r>(matches: &'r Matches) -> Columns<'r, Row<'r>> {
    let played = |row: &Row<'_>| matches.history.matches().get(row.place);
    let team = |number: u32| matches.history.teams().get(number as usize).map(String::as_str);
    let chance = |row: &Row<'_>, outcome: usize| row.forecast.probabilities().get(outcome).copied();
    let outcome = |row: &Row<'_>| ["home", "draw", "away"].get(row.forecast.outcome()).copied();
    Columns::new()
        .text("model", |row: &Row<'r>| Some(row.model))
        .date("date", move |row| played(row).map(|played| date_of(played.day)))
        .text("home", move |row| team(played(row)?.home))
        .text("away", move |row| team(played(row)?.away))
        .truth("neutral", move |row| played(row).map(|played| played.neutral))
        .real("home_win", move |row| chance(row, 0))
        .real("draw", move |row| chance(row, 1))
        .real("away_win", move |row| chance(row, 2))
        .real("score_probability", |row| row.forecast.exact())
        .integer("home_goals", move |row| played(row).map(|played| played.goals[0]))
        .integer("away_goals", move |row| played(row).map(|played| played.goals[1]))
        .text("outcome", outcome)
}

fn reliability(done: &Backtest<'_>) -> Reliability {
    let models = done.reports.iter().filter_map(|model| {
        let all = model.subsets.iter().find(|report| report.subset == Subset::All)?;
        let bins = all.summary.bins.iter().filter_map(|bin| {
            let [low, high] = bin.interval()?;
            let count = bin.count as u64;
            Some(ReliabilityBin { forecast: bin.forecast, observed: bin.frequency, interval: (low, high), count })
        });
        let calibration_error = all.summary.calibration_error;
        Some(ReliabilityModel { name: model.name.clone(), bins: bins.collect(), calibration_error })
    });
    let record = done.view.record();
    let attributions: Vec<&str> = record.sources_in(done.sources).map(|source| &*source.name).collect();
    Reliability {
        caption: Caption {
            headline: "Does it happen as often as forecast?".to_owned(),
            subtitle: format!(
                "{}, {} to {}: home win, draw and away win together",
                print::capitalised(done.competition.as_ref().unwrap_or(&done.population)),
                date_of(done.plan.from),
                date_of(done.plan.to)
            ),
            source: format!("Source: {}", attributions.join("; ")),
        },
        models: models.take(MOST_DRAWN).collect(),
    }
}
