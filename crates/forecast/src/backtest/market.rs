//! What bookmakers' prices said of the matches of a replay.

use byline_record::{Odds, View};

use super::ModelForecasts;
use crate::from_record::Matches;
use crate::odds::{Method, implied};
use crate::scoring::{Forecast3, outcome};

/// How the margin is taken out, and what that adds to the name.
const METHODS: [(Method, &str); 2] = [(Method::Basic, ""), (Method::Shin, ":shin")];

/// The chances in the prices of every bookmaker the record has for these matches, as forecasts: `odds:PS` with the
/// margin taken out in proportion, `odds:PS:shin` by Shin's method; a C after the bookmaker stands for closing prices.
/// Bookmakers in the order of the alphabet; none where the record has no prices.
#[must_use]
pub fn market(view: &View<'_>, matches: &Matches, places: &[usize]) -> Vec<ModelForecasts> {
    let odds_of =
        |place: usize| matches.ids.get(place).and_then(|&id| view.get(id)).map_or(&[][..], |entry| &entry.odds);
    let mut books: Vec<(&str, bool)> =
        places.iter().flat_map(|&place| odds_of(place)).map(|odds| (&*odds.bookmaker, odds.closing)).collect();
    books.sort_unstable();
    books.dedup();
    let forecast = |place: usize, odds: &Odds, method: Method| {
        let played = matches.history.matches().get(place)?;
        let mut chances = implied(&odds.prices.map(f64::from), method).ok()?.probabilities;
        if matches.turned.get(place).copied().unwrap_or(false) {
            chances.reverse();
        }
        Forecast3::new(chances.try_into().ok()?, outcome(played.goals), None).ok()
    };
    let mut found = Vec::new();
    for (book, closing) in books {
        for (method, suffix) in METHODS {
            let name = format!("odds:{book}{}{suffix}", if closing && !book.ends_with('C') { "C" } else { "" });
            let forecasts = places
                .iter()
                .map(|&place| {
                    let odds =
                        odds_of(place).iter().find(|odds| &*odds.bookmaker == book && odds.closing == closing)?;
                    forecast(place, odds, method)
                })
                .collect();
            found.push(ModelForecasts::unfitted(name, forecasts));
        }
    }
    found
}
