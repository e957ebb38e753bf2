//! The penalty: one kick, one duel, one shoot-out.
//!
//! [`kick`] puts every kick of a record into one form, with sides and zones from [`side`]. [`chance`] is the chance of a goal
//! for a taker against a keeper. [`duel`] is the game between the two on small samples, [`game`] the solver it rests on,
//! [`repeated`] what changes when they have met, [`tests_of_play`] whether somebody plays as the game says. [`dossier`] is
//! what is known of a taker or a keeper on one page. [`shoot_out`] is the shoot-out from any state.
//!
//! A model of takers stands on a few dozen kicks each, so everything comes with its interval and the number of kicks
//! behind it. `docs/penalties.md` in the repository has what was measured.

#![allow(clippy::indexing_slicing, reason = "rows, columns and kicks are counted by the module that indexes them")]

pub mod chance;
pub mod dossier;
pub mod duel;
mod exact;
pub mod game;
pub mod kick;
pub mod repeated;
mod sample;
pub mod shoot_out;
pub mod side;
pub mod tests_of_play;
