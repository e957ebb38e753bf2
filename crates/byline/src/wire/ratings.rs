//! JSON of `ratings`.

use byline_forecast::from_record::date_of;
use jiff::civil::Date;
use serde::Serialize;

use super::sheet::SourceWire;
use crate::commands::ratings::Ratings;

/// The object `ratings --json` prints.
#[derive(Debug, Serialize)]
pub(crate) struct Wire {
    system: &'static str,
    unit: &'static str,
    population: String,
    day: String,
    ranked: usize,
    teams: Vec<Team>,
    sources: Vec<SourceWire>,
    as_of: Option<String>,
}

#[derive(Debug, Serialize)]
struct Team {
    rank: Option<usize>,
    team: String,
    rating: f64,
    standard_deviation: Option<f64>,
    matches: usize,
    last_match: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    history: Option<Vec<Point>>,
}

#[derive(Debug, Serialize)]
struct Point {
    date: String,
    rating: f64,
    standard_deviation: Option<f64>,
}

/// The object of ratings.
pub(crate) fn wire(done: &Ratings<'_>, as_of: Option<Date>) -> Wire {
    let points = |place: usize| {
        let points = done.histories.get(place).filter(|_| done.named)?;
        let point = |point: &byline_forecast::ratings::RatingPoint| Point {
            date: date_of(point.day).to_string(),
            rating: point.rating,
            standard_deviation: point.deviation,
        };
        Some(points.iter().map(point).collect())
    };
    let teams = done.teams.iter().enumerate().map(|(place, team)| Team {
        rank: team.rank,
        team: team.team.clone(),
        rating: team.rating,
        standard_deviation: team.deviation,
        matches: team.matches,
        last_match: team.last.map(|date| date.to_string()),
        history: points(place),
    });
    Wire {
        system: done.system,
        unit: done.unit,
        population: done.population.clone(),
        day: done.day.to_string(),
        ranked: done.ranked,
        teams: teams.collect(),
        sources: done.view.record().sources_in(done.sources).map(SourceWire::of).collect(),
        as_of: as_of.map(|date| date.to_string()),
    }
}
