//! Folded spellings and what each stands for.
//!
//! Two spellings meet here when they differ only by digraphs: Müller is written Muller and Mueller, Özil Oezil,
//! Đoković Djokovic, Kuijt Kuyt. The entry tells whether the spelling was the very one.

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

/// Hash of a run of words, to which further words can be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hash(u64);

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

    // FNV-1a: cheap over short names and open at the end. Equal hashes are compared letter by letter.
    const fn byte(self, byte: u8) -> Self {
        Self((self.0 ^ byte as u64).wrapping_mul(0x0100_0000_01b3))
    }
}

/// Spellings with what they stand for.
#[derive(Debug)]
pub(super) struct Lexicon<T> {
    text: String,
    entries: Vec<Entry<T>>,
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
        Self { text, entries }
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
        let first = self.entries.partition_point(|entry| entry.hash < hash);
        self.entries
            .iter()
            .skip(first)
            .take_while(move |entry| entry.hash == hash)
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
    fn a_hash_grows_word_by_word() {
        assert_eq!(Hash::EMPTY.with_word("south").with_word("korea"), Hash::of("south korea"));
        assert_ne!(Hash::of("south korea"), Hash::of("southkorea"));
    }
}
