//! Placeholder while the reader is built.
use crate::ReadError;
use crate::claim::Claims;
pub fn read(_: &[u8]) -> Result<Claims, ReadError> {
    Ok(Claims::default())
}
pub fn looks_like(_: &str) -> bool {
    false
}
