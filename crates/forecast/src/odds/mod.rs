//! Prices to probabilities, and probabilities to goal rates.
//!
//! ```
//! use byline_forecast::odds::{Method, Targets, goal_rates, implied};
//!
//! let book = implied(&[2.1, 3.4, 3.75], Method::Shin)?;
//! assert!((book.margin - 0.037).abs() < 0.001);
//! let &[home, draw, away] = &book.probabilities[..] else { unreachable!() };
//! let rates = goal_rates(&Targets { win: [home, draw, away], over_2_5: None, rho: 0.0 })?;
//! assert!(rates.converged && rates.home > rates.away);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod goals;
mod implied;

pub use goals::{GoalRates, GoalRatesError, Targets, goal_rates};
pub use implied::{Implied, Method, OddsError, implied};
