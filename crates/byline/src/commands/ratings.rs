//! `byline ratings`: who is best, and how good teams were.

use std::io::Write as _;
use std::process::ExitCode;

use byline_chart::{Caption, RatingHistory, RatingPoint as Dot, RatingSeries, TimeAxis};
use byline_forecast::dynamic::Settings;
use byline_forecast::from_record::{Matches, Population, date_of, day_of};
use byline_forecast::ratings::{DynamicRating, Rating, RatingPoint, System, ranking, rating_history};
use byline_record::{Sex, Sources, View};
use jiff::civil::Date;

use super::backtest::{internationals, source_of};
use crate::Outcome;
use crate::args::{Common, RatingsArgs, SystemArg};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::{draw, print, wire};

/// Years without a match after which a team is not ranked.
pub(crate) const ACTIVE_YEARS: i32 = 4;
/// Teams drawn where none are named.
const DRAWN: usize = 8;

/// A team with its rating today.
#[derive(Debug)]
pub(crate) struct Rated {
    pub(crate) number: u32,
    pub(crate) team: String,
    /// Place among the teams ranked; `None` for one that has not played for long.
    pub(crate) rank: Option<usize>,
    pub(crate) rating: f64,
    pub(crate) deviation: Option<f64>,
    pub(crate) matches: usize,
    pub(crate) last: Option<Date>,
}

/// Ratings as of a day: what faces present.
#[derive(Debug)]
pub(crate) struct Ratings<'v> {
    pub(crate) view: View<'v>,
    pub(crate) population: String,
    pub(crate) system: &'static str,
    /// What the numbers mean.
    pub(crate) unit: &'static str,
    /// The last day counted.
    pub(crate) day: Date,
    pub(crate) ranked: usize,
    pub(crate) named: bool,
    /// The best, or the teams named.
    pub(crate) teams: Vec<Rated>,
    /// For each of them, or the best eight, the rating on every day it played; empty if neither named nor drawn.
    pub(crate) histories: Vec<Vec<RatingPoint>>,
    pub(crate) sources: Sources,
}

pub(crate) fn run(common: &Common, args: &RatingsArgs) -> Outcome {
    let desk = Desk::open(common)?;
    let view = desk.view();
    let names = desk.names();
    let sex = if args.women { Sex::Women } else { Sex::Men };
    let clubs = args.clubs.as_deref().map(|name| desk.clubs(&names, name)).transpose()?;
    let population = clubs.map_or(Population::Internationals(sex), |clubs| Population::Clubs(vec![clubs]));
    let matches = Matches::of(&view, &population).map_err(|error| Failure::bad_input(error.to_string()))?;
    let record = view.record();
    let mut wanted = Vec::new();
    for text in &args.teams {
        let id = desk.team_of(&names, text, args.women)?;
        let number = matches.number(record, id).ok_or_else(|| {
            Failure::unanswerable(format!("the record has no match of {} among these", record.team(id).display_name()))
                .hint("women's teams need --women, clubs need --clubs COMPETITION")
        })?;
        if !wanted.contains(&number) {
            wanted.push(number);
        }
    }
    let Some(last) = matches.history.matches().last().map(|played| played.day) else {
        return Err(Failure::unanswerable("the record has no match of these teams")
            .hint("import some with `byline data import`"));
    };
    let day = common.as_of.map_or(last, |date| day_of(date).max(last));
    let settings = if clubs.is_some() { Settings::clubs() } else { Settings::internationals() };
    let mut done = Ratings {
        view,
        population: clubs.map_or_else(|| internationals(sex).to_owned(), |id| record.competition(id).name.to_string()),
        system: name(args.system),
        unit: unit(args.system),
        day: date_of(day),
        ranked: 0,
        named: !wanted.is_empty(),
        teams: Vec::new(),
        histories: Vec::new(),
        sources: Sources::NONE,
    };
    for place in 0..matches.ids.len() {
        done.sources.add(source_of(&view, &matches, place));
    }
    let mut rating = start(args.system, &matches, settings);
    done.histories = rating_history(&matches.history, &mut *rating, &wanted);
    rating.close(day.saturating_add(1));
    let played = played(&matches);
    let active = |team: &u32| {
        let last = played.get(*team as usize).and_then(|(_, last)| *last);
        last.is_some_and(|last| last > day.saturating_sub(ACTIVE_YEARS * 365))
    };
    let table = ranking(&*rating, (0..u32::try_from(matches.teams.len()).unwrap_or(u32::MAX)).filter(active));
    done.ranked = table.len();
    let rated = |number: u32| {
        let (matches_of, last) = played.get(number as usize).copied().unwrap_or((0, None));
        Rated {
            number,
            team: matches.history.teams().get(number as usize).cloned().unwrap_or_default(),
            rank: table.iter().position(|(team, _)| *team == number).map(|place| place + 1),
            rating: rating.rating(number),
            deviation: rating.deviation(number),
            matches: matches_of,
            last: last.map(date_of),
        }
    };
    let top = if args.top == 0 { table.len() } else { args.top };
    done.teams = if done.named {
        wanted.iter().map(|&number| rated(number)).collect()
    } else {
        table.iter().take(top).map(|&(number, _)| rated(number)).collect()
    };
    if let Some(path) = &common.svg {
        if !done.named {
            let best: Vec<u32> = done.teams.iter().take(DRAWN).map(|team| team.number).collect();
            done.histories = rating_history(&matches.history, &mut *start(args.system, &matches, settings), &best);
        }
        draw::save(chart(&done).scene(), path)?;
    }
    if common.json {
        wire::print(&wire::ratings::wire(&done, common.as_of))?;
    } else {
        anstream::stdout().lock().write_all(print::ratings::text(&done).as_bytes())?;
    }
    Ok(ExitCode::SUCCESS)
}

fn start(system: SystemArg, matches: &Matches, settings: Settings) -> Box<dyn Rating + Send> {
    match system_of(system) {
        Some(system) => system.start(&matches.history),
        None => Box::new(DynamicRating::of(settings, &matches.history)),
    }
}

const fn system_of(system: SystemArg) -> Option<System> {
    match system {
        SystemArg::Dynamic => None,
        SystemArg::Elo => Some(System::Elo),
        SystemArg::EloFlat => Some(System::EloFlat),
        SystemArg::Fifa => Some(System::Fifa),
        SystemArg::Pi => Some(System::Pi),
        SystemArg::Glicko => Some(System::Glicko),
        SystemArg::Massey => Some(System::Massey),
        SystemArg::Colley => Some(System::Colley),
    }
}

fn name(system: SystemArg) -> &'static str {
    system_of(system).map_or("dynamic", System::name)
}

/// What the numbers of a system mean.
const fn unit(system: SystemArg) -> &'static str {
    match system {
        SystemArg::Dynamic => {
            "logarithm of goals scored for each conceded against an average side on neutral ground; 0.69 is twice as many"
        }
        SystemArg::Elo | SystemArg::EloFlat => "World Football Elo points; 400 more are ten to one in expected points",
        SystemArg::Fifa => "points of FIFA's formula, everybody from 1000; 600 more are ten to one in expected points",
        SystemArg::Pi => "goals by which a team beats an average one",
        SystemArg::Glicko => "Glicko points, 1500 for a newcomer, with their standard deviation",
        SystemArg::Massey => "goals by which a team beats an average one, over the last four years",
        SystemArg::Colley => {
            "Colley's share of success corrected for opponents, over the last four years; 0.5 is average"
        }
    }
}

/// Matches of every team and the day of its last.
fn played(matches: &Matches) -> Vec<(usize, Option<i32>)> {
    let mut played = vec![(0, None); matches.teams.len()];
    for entry in matches.history.matches() {
        for team in [entry.home, entry.away] {
            if let Some((count, last)) = played.get_mut(team as usize) {
                *count += 1;
                *last = Some(entry.day);
            }
        }
    }
    played
}

fn chart(done: &Ratings<'_>) -> RatingHistory {
    /// Standard deviations each side of a band.
    const BAND: f64 = 1.644_853_626_951_472_2;
    let dot = |point: &RatingPoint| Dot {
        at: f64::from(point.day),
        rating: point.rating,
        band: point.deviation.map(|deviation| (point.rating - BAND * deviation, point.rating + BAND * deviation)),
    };
    // Bands of many teams hide one another.
    let bands = done.histories.len() <= 2;
    let series = done.teams.iter().zip(&done.histories).map(|(team, points)| RatingSeries {
        name: team.team.clone(),
        points: points.iter().map(dot).map(|dot| if bands { dot } else { Dot { band: None, ..dot } }).collect(),
        background: false,
    });
    let attributions: Vec<&str> = done.view.record().sources_in(done.sources).map(|source| &*source.name).collect();
    RatingHistory {
        caption: Caption {
            headline: if done.named { "How good they were" } else { "The best of today through the years" }.to_owned(),
            subtitle: format!("{} to {}: {}", print::capitalised(&done.population), done.day, done.unit),
            source: format!("Source: {}", attributions.join("; ")),
        },
        time: TimeAxis::Days,
        series: series.collect(),
    }
}
