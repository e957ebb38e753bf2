//! Files packed by gzip, opened in memory.

use std::borrow::Cow;
use std::io::Read as _;

use flate2::read::MultiGzDecoder;

use super::{HEAD, LARGEST_FILE};
use crate::{Place, ReadError};

/// What a file packed by gzip starts with.
const GZIP: &[u8] = b"\x1f\x8b";

/// The start of a file as it is inside its packing.
pub(super) fn head(start: &[u8]) -> Cow<'_, [u8]> {
    if !start.starts_with(GZIP) {
        return Cow::Borrowed(start);
    }
    let mut head = Vec::new();
    // The start of a packed file ends inside the packing: what came before that is good.
    drop(MultiGzDecoder::new(start).take(HEAD as u64).read_to_end(&mut head));
    Cow::Owned(head)
}

/// The bytes of a file, out of gzip if they are packed by it: at most [`LARGEST_FILE`], whatever a few packed bytes
/// may promise.
///
/// # Errors
/// If the packing is damaged or cut short, or if there is more in it.
pub fn unpacked(bytes: &[u8]) -> Result<Cow<'_, [u8]>, ReadError> {
    if !bytes.starts_with(GZIP) {
        return Ok(Cow::Borrowed(bytes));
    }
    let mut inside = Vec::new();
    MultiGzDecoder::new(bytes).take(LARGEST_FILE + 1).read_to_end(&mut inside).map_err(|error| {
        ReadError::new(Place::default(), format!("the gzip packing cannot be opened: {error}"), "a whole gzip file")
            .with_hint("the file is damaged or cut short: fetch it again")
    })?;
    if inside.len() as u64 > LARGEST_FILE {
        let expected = format!("at most {LARGEST_FILE} bytes for one file");
        return Err(ReadError::new(
            Place::default(),
            format!("more than {LARGEST_FILE} bytes are packed in it"),
            expected,
        )
        .with_hint("unpack it and split it into one file an edition, season or match"));
    }
    Ok(Cow::Owned(inside))
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;
    use crate::read::Format;

    fn pack(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn a_packed_file_is_read_as_what_is_in_it() {
        let text = format!("date,home_team,away_team,winner,first_shooter\n{}", "x,".repeat(20_000));
        let packed = pack(text.as_bytes());
        assert_eq!(&*unpacked(&packed).unwrap(), text.as_bytes());
        let start = packed.get(..packed.len() - 12).unwrap();
        assert_eq!(Format::detect(&head(start)), Some(Format::InternationalShootOuts));
        assert_eq!(unpacked(b"plain").unwrap(), Cow::Borrowed(b"plain"));
    }

    #[test]
    fn a_damaged_packing_and_a_bomb_are_refused() {
        let packed = pack(b"date,home_team");
        let error = unpacked(packed.get(..packed.len() - 3).unwrap()).unwrap_err();
        assert!(error.problem.starts_with("the gzip packing cannot be opened"), "{error}");
        let bomb = pack(&vec![b'0'; 65 << 20]);
        assert!(bomb.len() < 1 << 20);
        assert_eq!(unpacked(&bomb).unwrap_err().problem, "more than 67108864 bytes are packed in it");
    }
}
