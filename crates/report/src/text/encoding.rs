//! Bytes into characters, whatever they are.

use super::map::Mapped;

/// How the bytes of a report were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-8 with bytes that are not: each of those is read as U+FFFD.
    BrokenUtf8,
    /// UTF-16 with a byte order mark, least significant byte first.
    Utf16Le,
    /// UTF-16 with a byte order mark, most significant byte first.
    Utf16Be,
    /// Windows-1252, the Latin-1 that is met in practice: what is not UTF-8 is most often this.
    Windows1252,
}

/// The characters 0x80 to 0x9F of Windows-1252; the five places without one are read as the control characters they are
/// in Latin-1.
const HIGH_CONTROLS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The characters of `bytes`, with their places in it.
pub(crate) fn decode(bytes: &[u8]) -> (Mapped, Encoding) {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => (utf16(rest, u16::from_le_bytes), Encoding::Utf16Le),
        [0xFE, 0xFF, rest @ ..] => (utf16(rest, u16::from_be_bytes), Encoding::Utf16Be),
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest, 3),
        _ => utf8(bytes, 0),
    }
}

fn utf8(bytes: &[u8], offset: usize) -> (Mapped, Encoding) {
    let mut text = Mapped::default();
    if let Ok(whole) = std::str::from_utf8(bytes) {
        text.copy(whole, offset);
        return (text, Encoding::Utf8);
    }
    // Text in UTF-8 with a few broken bytes still has more characters of several bytes than broken ones.
    let (mut wide, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        wide += chunk.valid().bytes().filter(|&byte| byte >= 0xC0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    if wide <= broken && offset == 0 {
        return (windows_1252(bytes), Encoding::Windows1252);
    }
    let mut at = offset;
    for chunk in bytes.utf8_chunks() {
        text.copy(chunk.valid(), at);
        at += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            text.push("\u{FFFD}", at, chunk.invalid().len());
            at += chunk.invalid().len();
        }
    }
    (text, Encoding::BrokenUtf8)
}

fn windows_1252(bytes: &[u8]) -> Mapped {
    let mut text = Mapped::default();
    let mut buffer = [0; 4];
    for (at, &byte) in bytes.iter().enumerate() {
        let high = usize::from(byte).checked_sub(0x80).and_then(|place| HIGH_CONTROLS.get(place));
        let character = high.copied().unwrap_or(char::from(byte));
        text.push(character.encode_utf8(&mut buffer), at, 1);
    }
    text
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Mapped {
    let mut text = Mapped::default();
    let mut at = 2;
    let (pairs, odd) = bytes.as_chunks::<2>();
    let mut buffer = [0; 4];
    for character in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        let (character, len) = character.map_or(('\u{FFFD}', 2), |character| (character, 2 * character.len_utf16()));
        let written = character.encode_utf8(&mut buffer);
        text.push(written, at, len);
        at += len;
    }
    if !odd.is_empty() {
        text.push("\u{FFFD}", at, 1);
    }
    text
}
