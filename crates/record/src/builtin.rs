//! The record that comes with the program: `facts/`.

use crate::ReadError;
use crate::merge::Merger;
use crate::merge::competitions::Competitions;
use crate::names::teams::TeamNames;

/// `facts/teams.txt`.
pub const TEAMS: &str = include_str!("../../../facts/teams.txt");
/// `facts/competitions.txt`.
pub const COMPETITIONS: &str = include_str!("../../../facts/competitions.txt");

/// A merger that knows the teams, competitions and sources of the built-in record, and no match yet.
///
/// # Errors
/// If one of the files is malformed; the tests hold that none is.
pub fn merger() -> Result<Merger, ReadError> {
    Ok(Merger::new(TeamNames::from_file(TEAMS)?, Competitions::from_file(COMPETITIONS)?, Vec::new()))
}
