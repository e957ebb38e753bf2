//! Competitions as data: one readable file an edition, run by one engine that knows no year.
//!
//! An [`Edition`] says who takes part, when and where they play, how groups are ranked and how the bracket runs.
//! [`table`] ranks a group and says which criterion separated each pair, or which fact is missing. [`Facts`] is what the
//! record has of an edition, [`Situation`] the edition after it: tables, and who is in which slot. [`certain`] says what is
//! sure before a group is over, [`simulate`] plays what is left, many times or exactly.

#![allow(clippy::indexing_slicing, reason = "teams, fixtures and groups are numbers that Edition::read has checked")]

pub mod certain;
pub mod criterion;
pub mod edition;
pub mod facts;
pub mod simulate;
pub mod situation;
pub mod table;

pub use criterion::{Criterion, Measure, Rule};
pub use edition::{Edition, Slot, Stage};
pub use facts::{Facts, Meeting};
pub use situation::Situation;
