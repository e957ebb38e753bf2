//! The first letters of words: by them most words of a passage are found to be none of those a reader looks for.

/// The first two bytes of a word or phrase, a space after a single letter; zeros for none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Head([u8; 2]);

impl Head {
    /// Of a number or mark.
    pub(crate) const NONE: Self = Self([0, 0]);

    pub(crate) const fn of(phrase: &str) -> Self {
        match phrase.as_bytes() {
            [] => Self::NONE,
            [one] => Self([*one, b' ']),
            [one, other, ..] => Self([*one, *other]),
        }
    }

    /// Whether it is the head of a phrase.
    pub(crate) fn begins(self, phrase: &str) -> bool {
        let Self([first, second]) = self;
        // Byte by byte: most phrases differ in the first.
        phrase.as_bytes().first() == Some(&first) && *phrase.as_bytes().get(1).unwrap_or(&b' ') == second
    }
}

/// One of 2,048 classes of words and phrases, by the first three bytes of the first word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Onset {
    /// The place among the words of bits of [`Heads`]: by the first letter.
    place: u8,
    /// The bit there.
    bit: u8,
}

impl Onset {
    /// Of a number or mark.
    pub(crate) const NONE: Self = Self { place: u8::MAX, bit: 0 };

    pub(crate) const fn of(phrase: &str) -> Self {
        let (first, second, third) = match phrase.as_bytes() {
            [] => return Self::NONE,
            [one] | [one, b' ', ..] => (*one, b' ', b' '),
            [one, two] => (*one, *two, b' '),
            [one, two, three, ..] => (*one, *two, *three),
        };
        Self { place: first & 31, bit: (second << 1 ^ third) & 63 }
    }
}

/// Classes of words: a word of none of them is not among the words they are of.
#[derive(Debug, Clone)]
pub(crate) struct Heads([u64; 32]);

impl Heads {
    /// Of nothing.
    pub(crate) const EMPTY: Self = Self([0; 32]);

    /// The heads of phrases.
    pub(crate) const fn of(mut phrases: &[&str]) -> Self {
        let mut heads = Self::EMPTY;
        while let [phrase, rest @ ..] = phrases {
            heads = heads.with(Onset::of(phrase));
            phrases = rest;
        }
        heads
    }

    /// The heads of phrases that each say something.
    pub(crate) const fn of_pairs<T>(mut phrases: &[(&str, T)]) -> Self {
        let mut heads = Self::EMPTY;
        while let [(phrase, _), rest @ ..] = phrases {
            heads = heads.with(Onset::of(phrase));
            phrases = rest;
        }
        heads
    }

    /// The heads of phrases that each say two things.
    pub(crate) const fn of_triples<T, U>(mut phrases: &[(&str, T, U)]) -> Self {
        let mut heads = Self::EMPTY;
        while let [(phrase, ..), rest @ ..] = phrases {
            heads = heads.with(Onset::of(phrase));
            phrases = rest;
        }
        heads
    }

    /// These heads and those.
    #[must_use]
    pub(crate) const fn and(mut self, other: Self) -> Self {
        let (mut own, mut others): (&mut [u64], &[u64]) = (&mut self.0, &other.0);
        while let ([bits, rest @ ..], [more, left @ ..]) = (own, others) {
            *bits |= *more;
            (own, others) = (rest, left);
        }
        self
    }

    /// These heads and one more.
    #[must_use]
    pub(crate) const fn with(mut self, onset: Onset) -> Self {
        if (onset.place as usize) < self.0.len() {
            let (_, rest) = self.0.split_at_mut(onset.place as usize);
            if let [bits, ..] = rest {
                *bits |= 1 << onset.bit;
            }
        }
        self
    }

    /// Whether a word of a class may be among these; if not, it is not.
    pub(crate) fn may_have(&self, onset: Onset) -> bool {
        self.0.get(usize::from(onset.place)).is_some_and(|bits| bits >> onset.bit & 1 != 0)
    }

    /// Whether a head of the one may be among the other.
    pub(crate) fn may_meet(&self, other: &Self) -> bool {
        // All of them without a branch between: several at a time.
        self.0.iter().zip(&other.0).fold(0, |met, (own, other)| met | own & other) != 0
    }
}

/// Phrases with their heads, by which most tokens are passed by.
#[derive(Debug)]
pub(crate) struct Phrases {
    list: &'static [&'static str],
    heads: Heads,
}

impl Phrases {
    pub(crate) const fn of(list: &'static [&'static str]) -> Self {
        Self { list, heads: Heads::of(list) }
    }

    pub(crate) const fn list(&self) -> &'static [&'static str] {
        self.list
    }

    pub(crate) const fn heads(&self) -> &Heads {
        &self.heads
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOME: Heads = Heads::of(&["sent off", "a red", "x"]).and(Heads::of_pairs(&[("yellow", 1)]));

    #[test]
    fn heads_are_found_among_those_put_in() {
        for phrase in ["sent off", "sentence", "a", "a red", "x", "yellow"] {
            assert!(SOME.may_have(Onset::of(phrase)), "{phrase}");
        }
        for phrase in ["goal", "xa", "ya", "s", "zero", "several", "seen"] {
            assert!(!SOME.may_have(Onset::of(phrase)), "{phrase}");
        }
        assert!(SOME.may_meet(&Heads::of_triples(&[("goal", 1, 2), ("yell", 1, 2)])));
        assert!(!SOME.may_meet(&Heads::of(&["goal", "win"])));
        assert!(!SOME.may_meet(&Heads::EMPTY));
    }
}
