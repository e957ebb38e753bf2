//! Backtests: history replayed, every match forecast from the matches before its day alone, and the forecasts scored.
//!
//! [`replay`] makes the forecasts of any list of [`Model`]s, [`market`] those of bookmakers' prices, and [`report`]
//! scores them by [`Subset`], each with intervals and paired tests against one of them. The matches of a day do not
//! see each other, and the result does not depend on the number of threads.

mod market;
mod model;
mod online;
mod plan;
mod refit;
mod replay;
mod report;
mod subset;

#[cfg(test)]
mod tests;

pub use market::market;
pub use model::{Model, UnknownModel};
pub use plan::{Plan, PlanError, Refit};
pub use replay::{ModelForecasts, Progress, Replay, replay};
pub use report::{Against, ModelReport, ReportOptions, SubsetReport, report};
pub use subset::Subset;
