//! Ratings by name, as they are usually run.

use std::str::FromStr;

use super::{
    Colley, EloSettings, FifaSettings, FifaSum, Glicko2, Glicko2Settings, Massey, PiRating, PiSettings, Rating,
    Refitted, WorldFootballElo,
};
use crate::History;

/// Days between two fits of the ratings that are computed from many matches at once, and days they look back.
const BATCH: [i32; 2] = [91, 1461];

/// A rating system with its usual settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum System {
    /// World Football Elo.
    Elo,
    /// The same with one weight, 40, for all matches.
    EloFlat,
    /// FIFA's ranking since 2018.
    Fifa,
    /// pi-ratings.
    Pi,
    /// Glicko-2 by months.
    Glicko,
    /// Massey's least squares of goal differences, of the last four years.
    Massey,
    /// Colley's method, of the last four years.
    Colley,
}

/// A name that is no system's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no rating is called {name}; there are {}", System::ALL.map(System::name).join(", "))]
pub struct UnknownSystem {
    /// The name.
    pub name: String,
}

impl System {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Elo, Self::EloFlat, Self::Fifa, Self::Pi, Self::Glicko, Self::Massey, Self::Colley];

    /// Its name, as in commands: `elo-flat`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Elo => "elo",
            Self::EloFlat => "elo-flat",
            Self::Fifa => "fifa",
            Self::Pi => "pi",
            Self::Glicko => "glicko",
            Self::Massey => "massey",
            Self::Colley => "colley",
        }
    }

    /// The rating of the teams of a history, before any match.
    #[must_use]
    pub fn start(self, history: &History) -> Box<dyn Rating + Send> {
        let teams = history.teams().len();
        let [every, window] = BATCH;
        match self {
            Self::Elo => Box::new(WorldFootballElo::new(teams, EloSettings::default())),
            Self::EloFlat => Box::new(WorldFootballElo::new(teams, EloSettings::flat())),
            Self::Fifa => Box::new(FifaSum::new(teams, FifaSettings::default())),
            Self::Pi => Box::new(PiRating::new(teams, PiSettings::default())),
            Self::Glicko => Box::new(Glicko2::new(teams, Glicko2Settings::football())),
            Self::Massey => Box::new(Refitted::new(Massey::default(), teams, every, window)),
            Self::Colley => Box::new(Refitted::new(Colley, teams, every, window)),
        }
    }
}

impl FromStr for System {
    type Err = UnknownSystem;

    fn from_str(name: &str) -> Result<Self, UnknownSystem> {
        Self::ALL
            .into_iter()
            .find(|system| system.name() == name)
            .ok_or_else(|| UnknownSystem { name: name.to_owned() })
    }
}
