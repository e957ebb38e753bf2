//! Prices to probabilities, and probabilities to goal rates.

mod goals;
mod implied;

pub use goals::{GoalRates, GoalRatesError, Targets, goal_rates};
pub use implied::{Implied, Method, OddsError, implied};
