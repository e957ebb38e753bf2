//! Plays what is left of an edition: many times, or exactly where that is cheap.
//!
//! A [`Simulator`] is compiled from a [`Situation`](crate::Situation) and [`Pairings`]: what was played is fixed, every
//! other match is drawn. Every random number is a function of (seed, simulation, match) alone, so that results are the
//! same on any number of threads, and two scenarios of one edition share their luck: their difference is far better
//! known than either ([`Simulator::compare`]).
//!
//! Scores come from one 32-bit word through an alias table. Groups are ranked by packed numbers; where those leave
//! teams level, the [`Ranker`](crate::table::Ranker) of the tables decides, so there is one truth about criteria. What
//! no fact decides is drawn: cards from the rates of [`CardRates`], play-offs from the pairing, shoot-outs, ranking
//! lists that do not name everyone and lots evenly.

mod alias;
mod answer;
mod best;
mod chances;
mod compare;
mod compile;
mod exact;
mod fast;
mod forecasts;
mod frequencies;
mod leverage;
mod live;
mod luck;
mod pairing;
mod pairings;
mod placings;
mod plan;
mod play;

pub use answer::{Chance, Chances, GroupChances, Opponent, ZoneChances};
pub use compare::{Comparison, Difference};
pub use forecasts::{ForecastError, Forecasts, FromStandpoint, PoissonRates};
pub use leverage::{Leverage, Target};
pub use live::{LiveError, under_way};
pub use luck::CardRates;
pub use pairing::Pairing;
pub use pairings::Pairings;
pub use plan::{SimulateError, Simulator, UnderWay};

#[cfg(test)]
mod tests;
