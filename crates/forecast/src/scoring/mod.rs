//! How good forecasts were: scoring rules, calibration, intervals and paired comparisons.

mod bootstrap;
mod calibration;
mod compare;
pub(crate) mod newton;
mod rules;
mod summary;

pub use bootstrap::{Bootstrap, BootstrapError, Interval};
pub use calibration::{Bin, Recalibration, calibration_error, recalibration, reliability, temperature};
pub use compare::{CompareError, Comparison, diebold_mariano};
pub use rules::{Forecast3, ForecastError, brier, exact_log_loss, log_loss, outcome, ranked_probability_score, skill};
pub use summary::{Measure, Summary, SummaryError, SummaryOptions, summarise};
