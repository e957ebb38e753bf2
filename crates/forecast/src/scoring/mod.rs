//! How good forecasts were: scoring rules, calibration, intervals and paired comparisons.
//!
//! ```
//! use byline_forecast::scoring::{Forecast3, log_loss, outcome, ranked_probability_score};
//!
//! // England 1-2 France: 30 % for the away win that happened.
//! let forecast = Forecast3::new([0.4, 0.3, 0.3], outcome([1, 2]), None)?;
//! assert!((log_loss(&forecast) - 1.204).abs() < 0.001);
//! assert!((ranked_probability_score(&forecast) - 0.325).abs() < 1e-12);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod bootstrap;
mod calibration;
mod compare;
mod rules;
mod summary;

pub use bootstrap::{Bootstrap, BootstrapError, Interval};
pub use calibration::{Bin, Recalibration, calibration_error, recalibration, reliability, temperature};
pub use compare::{CompareError, Comparison, diebold_mariano};
pub use rules::{Forecast3, ForecastError, brier, exact_log_loss, log_loss, outcome, ranked_probability_score, skill};
pub use summary::{Measure, Summary, SummaryError, SummaryOptions, summarise};
