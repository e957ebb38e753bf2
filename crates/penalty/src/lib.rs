//! The penalty: one kick, one duel, one shoot-out.
//!
//! [`game`] is the duel of taker and keeper as a zero-sum game, [`shoot_out`] the shoot-out from any state.

#![allow(clippy::indexing_slicing, reason = "rows, columns and kicks are counted by the module that indexes them")]

pub mod chance;
pub mod duel;
mod exact;
pub mod game;
pub mod kick;
mod sample;
pub mod shoot_out;
pub mod side;
pub mod tests_of_play;
