//! What `ratings` prints.

use anstyle::Style;
use byline_forecast::from_record::date_of;
use std::fmt::Write as _;

use super::{laid_out, line, long_date, numbers};
use crate::commands::ratings::{ACTIVE_YEARS, Rated, Ratings};

const BOLD: Style = Style::new().bold();

/// A table of the best, or teams year by year.
pub(crate) fn text(done: &Ratings<'_>) -> String {
    let mut out = String::new();
    line!(out, "{BOLD}{}, {}{BOLD:#}, {}", done.system, done.population, long_date(done.day));
    line!(out, "{}", done.unit);
    line!(out);
    let uncertain = done.teams.iter().any(|team| team.deviation.is_some());
    let mut header = vec!["", "team", "rating"];
    if uncertain {
        header.push("s.d.");
    }
    header.extend(["matches", "last match"]);
    let mut table = numbers(&header, 2);
    for team in &done.teams {
        let mut row = vec![
            team.rank.map_or_else(|| "-".to_owned(), |rank| rank.to_string()),
            team.team.clone(),
            number(done, team.rating),
        ];
        if uncertain {
            row.push(team.deviation.map(|deviation| number(done, deviation)).unwrap_or_default());
        }
        row.push(team.matches.to_string());
        row.push(team.last.map(|date| date.to_string()).unwrap_or_default());
        table.add_row(row);
    }
    line!(out, "{}", laid_out(&table));
    line!(out, "Ranked: {} teams with a match in the {ACTIVE_YEARS} years before", done.ranked);
    if done.named {
        years(&mut out, done);
    }
    out
}

/// The rating at the end of every year in which one of the teams played.
fn years(out: &mut String, done: &Ratings<'_>) {
    let year = |day: i32| date_of(day).year();
    let mut years: Vec<i16> = done.histories.iter().flatten().map(|point| year(point.day)).collect();
    years.sort_unstable();
    years.dedup();
    line!(out);
    line!(out, "{BOLD}After the last match of each year{BOLD:#}");
    let header: Vec<&str> =
        std::iter::once("year").chain(done.teams.iter().map(|team: &Rated| team.team.as_str())).collect();
    let mut table = numbers(&header, 1);
    for of in years {
        let cell = |points: &Vec<byline_forecast::ratings::RatingPoint>| {
            let last = points.iter().rev().find(|point| year(point.day) == of);
            last.map(|point| number(done, point.rating)).unwrap_or_default()
        };
        table.add_row(std::iter::once(of.to_string()).chain(done.histories.iter().map(cell)));
    }
    line!(out, "{}", laid_out(&table));
}

/// Points whole, other units to three decimals.
fn number(done: &Ratings<'_>, value: f64) -> String {
    if matches!(done.system, "elo" | "elo-flat" | "fifa" | "glicko") {
        format!("{value:.0}")
    } else {
        format!("{value:.3}")
    }
}
