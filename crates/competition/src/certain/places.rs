//! Sets of places of a table.

use std::fmt;

/// A set of places, from 1 to 128.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Places(u128);

impl Places {
    /// No place.
    pub const NONE: Self = Self(0);

    /// Places `first` to `last`, from 1; those beyond 128 are left out.
    #[must_use]
    pub const fn range(first: usize, last: usize) -> Self {
        let first = if first == 0 { 1 } else { first };
        let last = if last > 128 { 128 } else { last };
        if first > last { Self::NONE } else { Self(u128::MAX >> (128 - (last - first + 1)) << (first - 1)) }
    }

    /// Places by bits, the first place the lowest.
    pub(super) const fn of_bits(bits: u16) -> Self {
        Self(bits as u128)
    }

    /// The bits of places 1 to 16.
    #[allow(clippy::cast_possible_truncation, reason = "places beyond are left out")]
    pub(super) const fn bits(self) -> u16 {
        self.0 as u16
    }

    /// This set and a place.
    #[must_use]
    pub const fn with(self, place: usize) -> Self {
        if place == 0 || place > 128 { self } else { Self(self.0 | 1 << (place - 1)) }
    }

    /// Whether a place is in it.
    #[must_use]
    pub const fn has(self, place: usize) -> bool {
        place > 0 && place <= 128 && self.0 >> (place - 1) & 1 == 1
    }

    /// Places in either.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Places in both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Places in this set that are not in the other.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether it has no place.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many.
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// The best place in it.
    #[must_use]
    pub fn first(self) -> Option<usize> {
        (!self.is_empty()).then(|| self.0.trailing_zeros() as usize + 1)
    }

    /// The worst place in it.
    #[must_use]
    pub fn last(self) -> Option<usize> {
        (!self.is_empty()).then(|| 128 - self.0.leading_zeros() as usize)
    }

    /// Each place, from the best.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        let mut left = self;
        std::iter::from_fn(move || {
            let first = left.first()?;
            left = Self(left.0 & (left.0 - 1));
            Some(first)
        })
    }
}

impl FromIterator<usize> for Places {
    fn from_iter<I: IntoIterator<Item = usize>>(places: I) -> Self {
        places.into_iter().fold(Self::NONE, Self::with)
    }
}

/// `1st or 2nd`, `1st to 4th`, `1st, 3rd or 4th`.
impl fmt::Display for Places {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Some(first), Some(last)) = (self.first(), self.last()) else { return f.write_str("no place") };
        if self.len() > 2 && self.len() == last - first + 1 {
            return write!(f, "{} to {}", ordinal(first), ordinal(last));
        }
        let each: Vec<String> = self.iter().map(ordinal).collect();
        match &*each {
            [before @ .., end] if !before.is_empty() => write!(f, "{} or {end}", before.join(", ")),
            _ => f.write_str(&ordinal(first)),
        }
    }
}

fn ordinal(place: usize) -> String {
    let ending = match (place % 10, place % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{place}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_written_short() {
        for (places, words) in [
            (Places::range(2, 2), "2nd"),
            (Places::range(1, 2), "1st or 2nd"),
            (Places::range(1, 4), "1st to 4th"),
            (Places::range(1, 1).with(3), "1st or 3rd"),
            (Places::range(1, 2).with(4), "1st, 2nd or 4th"),
            (Places::range(11, 13).or(Places::range(21, 21)), "11th, 12th, 13th or 21st"),
            (Places::NONE, "no place"),
        ] {
            assert_eq!(places.to_string(), words);
        }
    }
}
