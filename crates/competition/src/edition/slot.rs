//! Who plays: a team, or a place still to be filled.

use std::fmt;

/// One side of a fixture, or an entrant of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Slot {
    /// A team, by its place in the list of the edition.
    Team(u8),
    /// A place of a group of the last group stage before.
    Placed {
        /// Which group, by its place in the stage.
        group: u8,
        /// From 1.
        place: u8,
    },
    /// One of those of a place across groups; which, says the allocation.
    Allocated {
        /// From 1.
        place: u8,
        /// Groups it can come from: bit `n` is the `n`-th.
        groups: u32,
    },
    /// Winner of a fixture, by its place in the list of the edition.
    Winner(u16),
    /// Loser of a fixture.
    Loser(u16),
}

/// A slot as a file writes it: groups by label, fixtures by number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Written<'t> {
    Team(&'t str),
    Placed { place: u8, group: &'t str },
    Allocated { place: u8, groups: &'t str },
    Winner(u16),
    Loser(u16),
}

impl<'t> Written<'t> {
    /// Reads `1A`, `2 of 4`, `3ABCDF`, `W49`, `L49`; anything else is a team.
    pub(super) fn read(text: &'t str) -> Self {
        let text = text.trim();
        let team = Self::Team(text);
        if let Some(number) = text.strip_prefix('W').and_then(|digits| digits.parse().ok()) {
            return Self::Winner(number);
        }
        if let Some(number) = text.strip_prefix('L').and_then(|digits| digits.parse().ok()) {
            return Self::Loser(number);
        }
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let Some((place, rest)) = text.split_at_checked(digits) else { return team };
        let Ok(place) = place.parse::<u8>() else { return team };
        if let Some(group) = rest.strip_prefix(" of ") {
            return Self::Placed { place, group: group.trim() };
        }
        if rest.is_empty() || !rest.bytes().all(|letter| letter.is_ascii_uppercase()) {
            return team;
        }
        if rest.len() == 1 { Self::Placed { place, group: rest } } else { Self::Allocated { place, groups: rest } }
    }
}

impl fmt::Display for Written<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Team(name) => f.write_str(name),
            Self::Placed { place, group } => write!(f, "{place} of {group}"),
            Self::Allocated { place, groups } => write!(f, "{place}{groups}"),
            Self::Winner(number) => write!(f, "W{number}"),
            Self::Loser(number) => write!(f, "L{number}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_and_teams_are_told_apart() {
        assert_eq!(Written::read("1A"), Written::Placed { place: 1, group: "A" });
        assert_eq!(Written::read("2 of 4"), Written::Placed { place: 2, group: "4" });
        assert_eq!(Written::read("3ABCDF"), Written::Allocated { place: 3, groups: "ABCDF" });
        assert_eq!(Written::read("W49"), Written::Winner(49));
        assert_eq!(Written::read("L101"), Written::Loser(101));
        for team in ["Wales", "Luxembourg", "1. FC Köln", "1899 Hoffenheim", "W", "L-1", "", "3abc", "300A"] {
            assert_eq!(Written::read(team), Written::Team(team));
        }
    }
}
