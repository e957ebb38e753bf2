//! Names: what teams and competitions are called, and who is meant.
//!
//! [`tables`] reads `facts/teams.txt`, `facts/clubs.txt` and `facts/competitions.txt`; [`clubs`] tells which clubs
//! some words name; [`teams`] resolves the names data sets write, strictly and by date; [`find`] resolves what people
//! type and write, forgivingly; [`similar`] ranks what somebody may have meant.

pub mod clubs;
pub mod find;
pub mod similar;
pub(crate) mod succession;
pub mod tables;
pub mod teams;
