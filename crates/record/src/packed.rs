//! A whole record as bytes, to be kept in a file or built into a program and loaded at once.

use crate::Record;

impl Record {
    /// The record as bytes that [`Record::unpack`] of the same build reads. The form is no exchange format: it
    /// changes with the types.
    ///
    /// # Errors
    /// If the record cannot be written down, which no record of ours is.
    pub fn pack(&self) -> Result<Vec<u8>, postcard::Error> {
        postcard::to_stdvec(self)
    }

    /// The record in `bytes`, if they are one record that holds together and nothing else.
    #[must_use]
    pub fn unpack(bytes: &[u8]) -> Option<Self> {
        match postcard::take_from_bytes::<Self>(bytes) {
            Ok((record, [])) if record.is_sound() => Some(record),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_record_comes_back_whole() {
        let record = crate::builtin::record().unwrap();
        let bytes = record.pack().unwrap();
        let again = Record::unpack(&bytes).unwrap();
        assert_eq!(again.pack().unwrap(), bytes);
        assert!(again.latest().matches().eq(record.latest().matches()));
        assert!(Record::unpack(bytes.split_last().unwrap().1).is_none());
    }
}
