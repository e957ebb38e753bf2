//! The first letters of words: by them most words of a passage are found to be none of those a reader looks for.

/// The first two bytes of a word or phrase, a space after a single letter; zeros for none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
}

/// Classes of heads, 1,024 of them: a word whose head is in none of the classes is not among the words they are of.
#[derive(Debug, Clone)]
pub(crate) struct Heads([u64; 16]);

impl Heads {
    /// Of nothing.
    pub(crate) const EMPTY: Self = Self([0; 16]);

    /// The heads of phrases.
    pub(crate) const fn of(mut phrases: &[&str]) -> Self {
        let mut heads = Self::EMPTY;
        while let [phrase, rest @ ..] = phrases {
            heads = heads.with(Head::of(phrase));
            phrases = rest;
        }
        heads
    }

    /// The heads of phrases that each say something.
    pub(crate) const fn of_pairs<T>(mut phrases: &[(&str, T)]) -> Self {
        let mut heads = Self::EMPTY;
        while let [(phrase, _), rest @ ..] = phrases {
            heads = heads.with(Head::of(phrase));
            phrases = rest;
        }
        heads
    }

    /// The heads of phrases that each say two things.
    pub(crate) const fn of_triples<T, U>(mut phrases: &[(&str, T, U)]) -> Self {
        let mut heads = Self::EMPTY;
        while let [(phrase, ..), rest @ ..] = phrases {
            heads = heads.with(Head::of(phrase));
            phrases = rest;
        }
        heads
    }

    /// These heads and those.
    #[must_use]
    pub(crate) const fn and(self, other: Self) -> Self {
        let Self([a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p]) = self;
        let Self([q, r, s, t, u, v, w, x, y, z, aa, bb, cc, dd, ee, ff]) = other;
        Self([
            a | q,
            b | r,
            c | s,
            d | t,
            e | u,
            f | v,
            g | w,
            h | x,
            i | y,
            j | z,
            k | aa,
            l | bb,
            m | cc,
            n | dd,
            o | ee,
            p | ff,
        ])
    }

    /// These heads and one more.
    #[must_use]
    pub(crate) const fn with(mut self, head: Head) -> Self {
        let (place, bit) = Self::class(head);
        let (_, rest) = self.0.split_at_mut(place);
        if let [bits, ..] = rest {
            *bits |= bit;
        }
        self
    }

    /// The place of the class of a head among the words of bits, and its bit there. Small letters have classes of
    /// their own.
    const fn class(Head([first, second]): Head) -> (usize, u64) {
        ((first as usize & 31) >> 1, 1 << ((first & 1) << 5 | second & 31))
    }

    /// Whether a head may be among these; if not, it is not.
    pub(crate) fn may_have(&self, head: Head) -> bool {
        let (place, bit) = Self::class(head);
        self.0.get(place).is_some_and(|bits| bits & bit != 0)
    }

    /// Whether a head of the one may be among the other.
    pub(crate) fn may_meet(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(own, other)| own & other != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOME: Heads = Heads::of(&["sent off", "a red", "x"]).and(Heads::of_pairs(&[("yellow", 1)]));

    #[test]
    fn heads_are_found_among_those_put_in() {
        for phrase in ["sent off", "seven", "a", "a red", "x", "yellow"] {
            assert!(SOME.may_have(Head::of(phrase)), "{phrase}");
        }
        for phrase in ["goal", "xa", "ya", "s", "zero"] {
            assert!(!SOME.may_have(Head::of(phrase)), "{phrase}");
        }
        assert!(SOME.may_meet(&Heads::of_triples(&[("goal", 1, 2), ("year", 1, 2)])));
        assert!(!SOME.may_meet(&Heads::of(&["goal", "win"])));
        assert!(!SOME.may_meet(&Heads::EMPTY));
    }
}
