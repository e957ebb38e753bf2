//! Folded spellings and what each stands for.
//!
//! Two spellings meet here when they differ only by digraphs: Müller is written Muller and Mueller, Özil Oezil,
//! Đoković Djokovic, Kuijt Kuyt. The entry tells whether the spelling was the very one.

use std::cmp::Ordering;
use std::ops::Range;

/// Letters of a folded name with the digraphs of the press made plain. Words stay words.
pub(super) fn plain_letters(folded: &str) -> impl Iterator<Item = u8> + '_ {
    let mut bytes = folded.bytes().peekable();
    std::iter::from_fn(move || {
        let byte = bytes.next()?;
        let (plain, drops) = match (byte, bytes.peek()) {
            (b'a', Some(b'e' | b'a')) | (b'o' | b'u', Some(b'e')) | (b'd', Some(b'j')) => (byte, true),
            (b'i', Some(b'j')) => (b'y', true),
            _ => (byte, false),
        };
        if drops {
            bytes.next();
        }
        Some(plain)
    })
}

/// Hash of a run of words, to which further words can be added. Hashes are ordered as they are shelved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hash(u64);

impl Ord for Hash {
    fn cmp(&self, other: &Self) -> Ordering {
        self.place().cmp(&other.place())
    }
}

impl PartialOrd for Hash {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash {
    /// Of no words.
    pub(super) const EMPTY: Self = Self(0xcbf2_9ce4_8422_2325);

    /// Of a folded text.
    pub(super) fn of(folded: &str) -> Self {
        plain_letters(folded).fold(Self::EMPTY, Self::byte)
    }

    /// The hash with one word more.
    pub(super) fn with_word(self, word: &str) -> Self {
        let start = if self == Self::EMPTY { self } else { self.byte(b' ') };
        plain_letters(word).fold(start, Self::byte)
    }

    /// Its place among all hashes. The last letters of a text do not reach the first bits of FNV: here they do.
    const fn place(self) -> u64 {
        (self.0 ^ (self.0 >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }

    // FNV-1a: cheap over short names and open at the end. Equal hashes are compared letter by letter.
    const fn byte(self, byte: u8) -> Self {
        Self((self.0 ^ byte as u64).wrapping_mul(0x0100_0000_01b3))
    }
}

/// Where things sorted by hash are, by the first bits of their places: most words of a text are found to be none of them by
/// one look.
#[derive(Debug)]
pub(super) struct Shelves {
    /// Where each shelf begins, and the last ends.
    starts: Vec<u32>,
    /// How far the bits of a place that tell its shelf are from its end.
    shift: u32,
}

impl Shelves {
    /// Shelves for things with ascending hashes, about two on each.
    pub(super) fn of(hashes: impl ExactSizeIterator<Item = Hash>) -> Self {
        let bits = (hashes.len() / 2).max(2).next_power_of_two().ilog2();
        let shift = u64::BITS - bits;
        let mut starts = vec![0; (1 << bits) + 1];
        for hash in hashes {
            if let Some(count) = usize::try_from(hash.place() >> shift).ok().and_then(|shelf| starts.get_mut(shelf + 1))
            {
                *count += 1;
            }
        }
        let mut before = 0;
        for start in &mut starts {
            before += *start;
            *start = before;
        }
        Self { starts, shift }
    }

    /// Where those of a hash can be.
    pub(super) fn range(&self, hash: Hash) -> Range<usize> {
        let shelf = usize::try_from(hash.place() >> self.shift).unwrap_or(usize::MAX);
        match self.starts.get(shelf..).unwrap_or_default() {
            [start, end, ..] => *start as usize..*end as usize,
            _ => 0..0,
        }
    }
}

/// Spellings with what they stand for.
#[derive(Debug)]
pub(super) struct Lexicon<T> {
    text: String,
    entries: Vec<Entry<T>>,
    shelves: Shelves,
}

#[derive(Debug)]
struct Entry<T> {
    hash: Hash,
    start: u32,
    end: u32,
    meaning: T,
}

impl<T: Copy> Lexicon<T> {
    /// A lexicon of folded spellings; empty ones are left out.
    pub(super) fn new(spellings: impl Iterator<Item = (String, T)>) -> Self {
        let mut text = String::new();
        let mut entries = Vec::new();
        for (folded, meaning) in spellings {
            let start = text.len();
            text.push_str(&folded);
            let (Ok(from), Ok(to)) = (u32::try_from(start), u32::try_from(text.len())) else { break };
            if from < to {
                entries.push(Entry { hash: Hash::of(&folded), start: from, end: to, meaning });
            }
        }
        // Stable: among equals the first spelling given stays first.
        entries.sort_by_key(|entry| entry.hash);
        let shelves = Shelves::of(entries.iter().map(|entry| entry.hash));
        Self { text, entries, shelves }
    }

    /// What a folded spelling stands for, and whether it is written just so.
    pub(super) fn find<'q>(&'q self, folded: &'q str) -> impl Iterator<Item = (T, bool)> + use<'q, T> {
        self.find_hashed(Hash::of(folded), folded)
    }

    /// The same with the hash already known.
    pub(super) fn find_hashed<'q>(
        &'q self,
        hash: Hash,
        folded: &'q str,
    ) -> impl Iterator<Item = (T, bool)> + use<'q, T> {
        let shelf = self.entries.get(self.shelves.range(hash)).unwrap_or_default();
        shelf
            .iter()
            .filter(move |entry| entry.hash == hash)
            .filter_map(|entry| Some((entry, self.spelling(entry)?)))
            .filter(move |(_, spelling)| plain_letters(spelling).eq(plain_letters(folded)))
            .map(move |(entry, spelling)| (entry.meaning, spelling == folded))
    }

    fn spelling(&self, entry: &Entry<T>) -> Option<&str> {
        self.text.get(entry.start as usize..entry.end as usize)
    }

    /// Every folded spelling with its meaning.
    pub(super) fn spellings(&self) -> impl Iterator<Item = (&str, T)> {
        self.entries.iter().filter_map(|entry| Some((self.spelling(entry)?, entry.meaning)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold;

    #[test]
    fn digraphs_meet_and_other_letters_do_not() {
        let lexicon =
            Lexicon::new(["Gerd Müller", "Mesut Özil", "Dirk Kuijt", "Novak Đoković"].map(fold).into_iter().zip(0..));
        for (written, found, exact) in [
            ("gerd mueller", 0, false),
            ("Gerd Muller", 0, true),
            ("Oezil, Mesut", 9, false),
            ("MESUT OEZIL", 1, false),
            ("dirk kuyt", 2, false),
            ("Novak Djokovic", 3, false),
        ] {
            let hits: Vec<_> = lexicon.find(&fold(written)).collect();
            let expected = if found == 9 { vec![] } else { vec![(found, exact)] };
            assert_eq!(hits, expected, "{written}");
        }
        assert_eq!(lexicon.find("").count(), 0);
    }

    #[test]
    fn shelves_hold_what_is_on_them() {
        for count in [0_u32, 1, 3, 500] {
            let mut hashes: Vec<Hash> = (0..count).map(|at| Hash::of(&format!("somebody {at}"))).collect();
            hashes.sort_unstable();
            let shelves = Shelves::of(hashes.iter().copied());
            for (at, &hash) in hashes.iter().enumerate() {
                let range = shelves.range(hash);
                assert!(range.contains(&at) && range.end <= hashes.len(), "{at} of {count} in {range:?}");
                assert!(range.len() < 20, "{range:?} of {count}");
            }
        }
    }

    #[test]
    fn a_hash_grows_word_by_word() {
        assert_eq!(Hash::EMPTY.with_word("south").with_word("korea"), Hash::of("south korea"));
        assert_ne!(Hash::of("south korea"), Hash::of("southkorea"));
    }
}
