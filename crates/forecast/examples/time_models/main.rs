//! Times the models in one process; one line of JSON. `benches/measure_models` runs it and sets it against Python.
//!
//! ```text
//! cargo run --release -p byline-forecast --example time_models -- [DATA] [--matches FOLDER] [--long]
//! ```
//!
//! DATA is a folder with `internationals/` and `leagues/`; what is not there is simulated or left out. `--matches` writes
//! the matches of both fits to CSV files for another program to fit, `--long` adds the backtest with daily fits. Each
//! figure is the median of some repetitions, in seconds, with the least beside it.
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "an example that measures and prints")]

mod simulated;

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

use byline_forecast::backtest::{Model, Plan, Refit, replay};
use byline_forecast::dynamic::{Filter, Forecaster, Occasion, Settings};
use byline_forecast::from_record::{Matches, Population, date_of, day_of};
use byline_forecast::goals::{Family, Options, Precision, Shrinkage, fit};
use byline_forecast::in_play::{self, InPlay, Parameters, Rates, Rules, State, Tie};
use byline_forecast::{History, Played};
use byline_record::import::{Options as Importing, import};
use byline_record::store::Store;
use byline_record::{CompetitionClass, Record, Sex};
use jiff::civil::date;
use serde_json::{Value, json};

/// Files imported, in folders of DATA; the second is one season of a league.
const WANTED: [&str; 2] = ["internationals", "leagues/premier_league_1819.csv"];

fn main() -> Result<(), Box<dyn Error>> {
    let (mut data, mut matches, mut long) = (None, None, false);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match &*argument {
            "--long" => long = true,
            "--matches" => matches = Some(PathBuf::from(arguments.next().ok_or("--matches needs a folder")?)),
            _ => data = Some(PathBuf::from(argument)),
        }
    }
    let record = data.map(|data| record(&data)).transpose()?.flatten();
    let mut figures = serde_json::Map::new();
    let whole = record.as_ref().map(internationals).transpose()?;
    let nations = match &whole {
        Some(history) => since(history, day_of(date(1990, 1, 1)))?,
        None => simulated::nations()?,
    };
    let season = match record.as_ref().map(season).transpose()?.flatten() {
        Some(season) => season,
        None => simulated::league()?,
    };
    for (name, history, runs) in [("nations", &nations, 11), ("season", &season, 301)] {
        if let Some(folder) = &matches {
            std::fs::write(folder.join(format!("{name}.csv")), table(history)?)?;
        }
        figures.insert(name.to_owned(), goals(history, runs)?);
    }
    if let Some(history) = &whole {
        figures.insert("filter".to_owned(), filtered(history));
        figures.insert("forecaster".to_owned(), forecast(history));
    }
    figures.insert("curve".to_owned(), curve()?);
    figures.insert("update".to_owned(), update()?);
    if let Some(history) = whole.as_ref().filter(|_| long) {
        figures.insert("backtest".to_owned(), backtest(history)?);
    }
    println!("{}", Value::Object(figures));
    Ok(())
}

/// The record of the data, by way of a database that is thrown away.
fn record(data: &Path) -> Result<Option<Record>, Box<dyn Error>> {
    let paths: Vec<PathBuf> = WANTED.iter().map(|name| data.join(name)).filter(|path| path.exists()).collect();
    if paths.len() < WANTED.len() {
        return Ok(None);
    }
    let database = std::env::temp_dir().join(format!("byline-time-models-{}.db", std::process::id()));
    let told = || -> Result<Record, Box<dyn Error>> {
        let mut store = Store::create(&database)?;
        let options = Importing { imported_at: String::new(), accept_new_teams: false, threads: 2 };
        import(&mut store, &paths, &options, &mut |_| {})?;
        Ok(store.record()?)
    };
    let record = told();
    for end in ["", "-wal", "-shm"] {
        // What is not there need not be removed.
        let _ = std::fs::remove_file(format!("{}{end}", database.display()));
    }
    record.map(Some)
}

fn internationals(record: &Record) -> Result<History, Box<dyn Error>> {
    Ok(Matches::of(&record.latest(), &Population::Internationals(Sex::Men))?.history)
}

/// The season imported.
fn season(record: &Record) -> Result<Option<History>, Box<dyn Error>> {
    let leagues = record.competitions().iter().filter(|one| one.class == CompetitionClass::League);
    let matches = Matches::of(&record.latest(), &Population::Clubs(leagues.map(|one| one.id).collect()))?;
    Ok(Some(matches.history).filter(|history| !history.matches().is_empty()))
}

/// The matches from a day on, of ninety minutes each as other programs take them to be.
fn since(history: &History, day: i32) -> Result<History, Box<dyn Error>> {
    let matches = history.matches().iter().filter(|played| played.day >= day);
    let matches = matches.map(|played| Played { minutes: 90, ..*played }).collect();
    Ok(History::new(history.teams().to_vec(), matches)?)
}

/// Matches in the columns of the international results.
fn table(history: &History) -> Result<String, std::fmt::Error> {
    let mut text = "date,home_team,away_team,home_score,away_score,neutral\n".to_owned();
    for &Played { day, home, away, goals: [x, y], neutral, .. } in history.matches() {
        writeln!(text, "{},{home},{away},{x},{y},{neutral}", date_of(day))?;
    }
    Ok(text)
}

/// What some runs took, after one that warms the caches.
fn timed(runs: usize, mut run: impl FnMut()) -> Value {
    run();
    let mut seconds: Vec<f64> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_secs_f64()
        })
        .collect();
    seconds.sort_by(f64::total_cmp);
    json!({ "seconds": seconds.get(runs / 2), "least": seconds.first(), "runs": runs })
}

fn with(mut figure: Value, more: Value) -> Value {
    if let (Value::Object(figure), Value::Object(more)) = (&mut figure, more) {
        figure.extend(more);
    }
    figure
}

/// A Dixon-Coles fit with ridge 1 from scratch.
fn goals(history: &History, runs: usize) -> Result<Value, Box<dyn Error>> {
    let options = Options { shrinkage: Shrinkage::single(Precision::Given(1.0)), ..Options::new(Family::DixonColes) };
    let fitted = fit(history, i32::MAX, &options)?;
    let report = fitted.report();
    let told = json!({
        "log_likelihood": report.log_likelihood,
        "penalised": report.penalised,
        "iterations": report.iterations,
        "gradient_norm": report.gradient_norm,
        "rho": fitted.parameters().extra("rho"),
        "matches": report.matches,
        "teams": report.teams,
    });
    let figure = timed(runs, || {
        std::hint::black_box(fit(history, i32::MAX, &options).is_ok());
    });
    Ok(with(figure, told))
}

/// Every match forecast and then learnt, by the dynamic model.
fn filtered(history: &History) -> Value {
    let figure = timed(3, || {
        let mut filter = Filter::of(Settings::internationals(), history);
        for played in history.matches() {
            std::hint::black_box(filter.outlook(&Occasion::from(played)).win_and_score(played.goals));
            filter.learn(played);
        }
    });
    with(figure, json!({ "matches": history.matches().len() }))
}

/// The same by the best forecaster: three filters and their stack.
fn forecast(history: &History) -> Value {
    let figure = timed(3, || {
        let mut forecaster = Forecaster::of(Settings::internationals(), history);
        for played in history.matches() {
            forecaster.prepare(played.day);
            std::hint::black_box(forecaster.win_and_score(&Occasion::from(played), played.goals));
            forecaster.learn(played);
        }
    });
    with(figure, json!({ "matches": history.matches().len() }))
}

fn knock_out() -> Rules {
    Rules { day: day_of(date(2022, 12, 18)), neutral: true, tie: Some(Tie::default()), ..Rules::default() }
}

/// Chances of winning and of going through at every minute of a knock-out match.
fn curve() -> Result<Value, Box<dyn Error>> {
    let parameters = Parameters::shipped();
    let rates = Rates::new(1.4, 1.1);
    InPlay::new(&parameters, rates, knock_out())?;
    Ok(timed(101, || {
        if let Ok(model) = InPlay::new(&parameters, rates, knock_out()) {
            for minute in 0..=90_u8 {
                std::hint::black_box(model.chances(&State::after(f64::from(minute), [1, 0])));
            }
        }
    }))
}

/// Chances at one moment of a match that is being followed.
fn update() -> Result<Value, in_play::InPlayError> {
    let model = InPlay::new(&Parameters::shipped(), Rates::new(1.4, 1.1), knock_out())?;
    Ok(timed(1001, || {
        std::hint::black_box(model.chances(&State::after(std::hint::black_box(67.0), [1, 1])));
    }))
}

/// Dixon-Coles fitted again every day from 2014 to 2025, on all processors.
fn backtest(history: &History) -> Result<Value, Box<dyn Error>> {
    let mut plan = Plan::internationals(day_of(date(2014, 1, 1)), day_of(date(2025, 12, 31)));
    plan.models = vec![Model::Goals(Family::DixonColes)];
    plan.refit = Refit::Daily;
    let start = Instant::now();
    let replayed = replay(history, &plan, &|_| {})?;
    let seconds = start.elapsed().as_secs_f64();
    let fits: usize = replayed.models.iter().map(|model| model.fits).sum();
    Ok(json!({ "seconds": seconds, "least": seconds, "runs": 1, "fits": fits, "matches": replayed.matches.len() }))
}
