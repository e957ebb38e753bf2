//! The matches of a season.
use crate::ReadError;
use crate::claim::Claims;
/// x
pub fn read_matches(_: &[u8]) -> Result<Claims, ReadError> {
    Ok(Claims::default())
}
