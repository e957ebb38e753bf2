//! The record that comes with the program: `facts/`.

use crate::ReadError;
use crate::merge::competitions::Competitions;
use crate::merge::{MergeError, Merger};
use crate::names::teams::TeamNames;

/// `facts/teams.txt`.
pub const TEAMS: &str = include_str!("../../../facts/teams.txt");
/// `facts/competitions.txt`.
pub const COMPETITIONS: &str = include_str!("../../../facts/competitions.txt");

/// Why the built-in record could not be made. The tests hold that it can.
#[derive(Debug, thiserror::Error)]
pub enum BuiltInError {
    /// A file of `facts/` is malformed.
    #[error("facts/{file}: {error}")]
    Read {
        /// Path in `facts/`.
        file: &'static str,
        /// What is wrong.
        error: ReadError,
    },
    /// A file of `facts/` names a team nobody has listed.
    #[error("facts/{file}: {error}")]
    Merge {
        /// Path in `facts/`.
        file: &'static str,
        /// What is wrong.
        error: MergeError,
    },
}

fn read<T>(file: &'static str, result: Result<T, ReadError>) -> Result<T, BuiltInError> {
    result.map_err(|error| BuiltInError::Read { file, error })
}

/// A merger that has taken the built-in record.
///
/// # Errors
/// If one of the files is malformed.
pub fn merged() -> Result<Merger, BuiltInError> {
    Ok(Merger::new(
        read("teams.txt", TeamNames::from_file(TEAMS))?,
        read("competitions.txt", Competitions::from_file(COMPETITIONS))?,
        Vec::new(),
    ))
}

/// A number that changes with any byte of the built-in facts.
#[must_use]
pub fn fingerprint() -> u64 {
    let bytes = TEAMS.bytes().chain(COMPETITIONS.bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
