//! What will happen: goal models that end in score grids, ratings, scoring rules, rolling backtests and in-play chances.
//!
//! Models know arrays and grids and nothing of files; nothing here does input or output. `ARCHITECTURE.md` in the
//! repository tells how the parts fit together.
#![allow(
    clippy::indexing_slicing,
    reason = "arrays are sized by the module that indexes them, and what comes from outside is checked by `History`"
)]

pub mod backtest;
pub mod bayes;
pub mod counts;
pub mod dynamic;
pub mod from_record;
pub mod goals;
pub mod grid;
mod history;
pub mod in_play;
pub mod linear;
mod newton;
pub mod odds;
pub mod random;
pub mod ratings;
pub mod saved;
pub mod scoring;
pub mod standpoint;
pub mod story;

pub use grid::ScoreGrid;
pub use history::{Class, History, HistoryError, Played};
