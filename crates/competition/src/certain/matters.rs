//! Whether the result of a match can change what becomes of a team.

/// Whether a match still to be played matters to a team: whether, all else the same, its score can decide if the team
/// reaches its goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matters {
    /// It does.
    Yes,
    /// It does not, whatever happens elsewhere.
    No,
    /// Neither is proved.
    NotProved,
}

/// What a pattern of results brings a team: whether the goal can be reached and missed, not ruled out and shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Open {
    pub(super) through: bool,
    pub(super) out: bool,
    pub(super) shown_through: bool,
    pub(super) shown_out: bool,
}

impl Open {
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            through: self.through || other.through,
            out: self.out || other.out,
            shown_through: self.shown_through || other.shown_through,
            shown_out: self.shown_out || other.shown_out,
        }
    }
}

/// Which of `matches` matter, by what every pattern of results, in the order of [`each`](super::patterns::each), brings.
pub(super) fn by_patterns(matches: usize, brings: &[Open]) -> Vec<Matters> {
    (0..matches)
        .map(|place| {
            let step = 3_usize.pow(u32::try_from(place).unwrap_or(0));
            let mut matters = Matters::No;
            for (pattern, &one) in brings.iter().enumerate() {
                // Within the pattern the goal is open: by margins of which match is not known.
                if one.through && one.out {
                    matters = Matters::NotProved;
                }
                for results in 1..3 - pattern / step % 3 {
                    let Some(&other) = brings.get(pattern + results * step) else { continue };
                    let differs =
                        |one: Open, other: Open| (!one.out && other.shown_out) || (!one.through && other.shown_through);
                    if differs(one, other) || differs(other, one) {
                        return Matters::Yes;
                    }
                }
            }
            matters
        })
        .collect()
}
