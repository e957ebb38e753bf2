//! Ratings: a number per team, moved by results, and from the difference of two numbers to probabilities.
//!
//! Every rating is a [`Rating`]: it is shown matches in the order played. [`ProbabilityMap`] turns differences into
//! chances of home win, draw and away win; [`rolling_forecasts`] does both as they could have been done at the time.

mod colley;
mod components;
mod davidson;
mod dynamic;
mod elo;
mod fifa;
mod glicko;
mod importance;
mod map;
mod massey;
mod ordered_logit;
mod pi;
mod refitted;
mod rolling;
mod system;

pub use colley::{Colley, ColleyFit, colley};
pub use davidson::Davidson;
pub use dynamic::DynamicRating;
pub use elo::{EloSettings, WorldFootballElo};
pub use fifa::{FifaSettings, FifaSum};
pub use glicko::{Glicko2, Glicko2Settings, Glicko2State};
pub use importance::Importance;
pub use map::{BaseRates, FitReport, MapError, MapKind, Observation, ProbabilityMap};
pub use massey::{Massey, MasseyFit, MasseySettings, massey};
pub use ordered_logit::OrderedLogit;
pub use pi::{PiRating, PiScale, PiSettings};
pub use refitted::{Batch, Refitted};
pub use rolling::{
    Calibrated, RatedForecast, RatingPoint, Rolling, RollingForecasts, ranking, rating_history, rolling_forecasts,
};
pub use system::{System, UnknownSystem};

use crate::Played;

/// A rating that learns from matches in the order played.
///
/// A team out of the range given at construction is unknown: its matches change nothing, and it has the rating of a
/// newcomer.
pub trait Rating {
    /// Its name, such as "World Football Elo".
    fn name(&self) -> &'static str;

    /// Lets time pass up to the start of a day. Ratings that close periods or are refitted do so here; others ignore it.
    /// A day in the past changes nothing.
    fn advance(&mut self, _day: i32) {}

    /// Counts everything before a day, also what would be counted later: the running period, the next fit.
    fn close(&mut self, day: i32) {
        self.advance(day);
    }

    /// Learns from a match, later than all before.
    fn update(&mut self, played: &Played);

    /// How good a team is now, in the rating's own units; more is better.
    fn rating(&self, team: u32) -> f64;

    /// Standard deviation of [`Rating::rating`], for ratings that know how sure they are.
    fn deviation(&self, _team: u32) -> Option<f64> {
        None
    }

    /// By how much the first team is better than the second where they meet. Home advantage that is the same for all is
    /// not in it: the probability map knows that.
    fn difference(&self, home: u32, away: u32, _neutral: bool) -> f64 {
        self.rating(home) - self.rating(away)
    }
}

/// Places of the two sides in a table of so many teams; `None` if a side is not in it or both are the same.
fn sides(played: &Played, teams: usize) -> Option<[usize; 2]> {
    let [home, away] = [played.home, played.away].map(|team| usize::try_from(team).ok().filter(|place| *place < teams));
    home.zip(away).filter(|(home, away)| home != away).map(|(home, away)| [home, away])
}

/// The entry of a team, or what a newcomer has.
fn entry<T: Copy>(table: &[T], team: u32, newcomer: T) -> T {
    usize::try_from(team).ok().and_then(|place| table.get(place)).copied().unwrap_or(newcomer)
}

/// Points of the side listed first: 1 for a win, a half for a draw.
fn points(goals: [u8; 2]) -> f64 {
    1.0 - 0.5 * crate::scoring::outcome(goals) as f64
}

/// Goals of the side listed first less those of the other.
fn margin(goals: [u8; 2]) -> i32 {
    i32::from(goals[0]) - i32::from(goals[1])
}

#[cfg(test)]
mod tests {
    use crate::{Class, Played};

    /// A friendly on neutral ground.
    pub(super) fn friendly(day: i32, home: u32, away: u32, goals: [u8; 2]) -> Played {
        Played {
            day,
            home,
            away,
            goals,
            neutral: true,
            region: None,
            class: Class::Friendly,
            minutes: 90,
            shoot_out: None,
        }
    }

    /// The five teams of Langville & Meyer, "Who's #1?" (2012), chapter 2: Duke, Miami, UNC, UVA, VT in 2005 (of another
    /// football, which least squares does not mind).
    pub(super) fn five_teams() -> Vec<Played> {
        [
            (0, 1, [7, 52]),
            (0, 2, [21, 24]),
            (0, 3, [7, 38]),
            (0, 4, [0, 45]),
            (1, 2, [34, 16]),
            (1, 3, [25, 17]),
            (1, 4, [27, 7]),
            (2, 3, [7, 5]),
            (2, 4, [3, 30]),
            (3, 4, [14, 52]),
        ]
        .into_iter()
        .map(|(home, away, goals)| friendly(0, home, away, goals))
        .collect()
    }
}
