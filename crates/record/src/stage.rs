//! Stages of a competition, in the order a team passes through them.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::fold::fold;

/// What a stage is, whatever an edition calls it. Ordered by how far a team has come; a third-place match counts as
/// a semi-final reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum StageKind {
    /// Before the finals: qualification and preliminary rounds.
    Qualifying,
    /// A season of a league, everyone against everyone.
    League,
    /// First group stage.
    Group,
    /// A first knock-out round that editions call just that (World Cup 1934 and 1938).
    FirstRound,
    /// Second group stage (World Cup 1974, 1978, 1982).
    SecondGroup,
    /// Last thirty-two.
    RoundOf32,
    /// Last sixteen.
    RoundOf16,
    /// Last eight.
    QuarterFinal,
    /// Last four.
    SemiFinal,
    /// Match for third place.
    ThirdPlace,
    /// A final pool in place of a final (World Cup 1950).
    FinalRound,
    /// The final.
    Final,
}

impl StageKind {
    /// The name we print.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Qualifying => "qualifying",
            Self::League => "league",
            Self::Group => "group stage",
            Self::FirstRound => "first round",
            Self::SecondGroup => "second group stage",
            Self::RoundOf32 => "round of 32",
            Self::RoundOf16 => "round of 16",
            Self::QuarterFinal => "quarter-final",
            Self::SemiFinal => "semi-final",
            Self::ThirdPlace => "third-place match",
            Self::FinalRound => "final round",
            Self::Final => "final",
        }
    }

    /// Whether a match of this stage sends one side on and the other home.
    #[must_use]
    pub const fn is_knock_out(self) -> bool {
        matches!(
            self,
            Self::FirstRound
                | Self::RoundOf32
                | Self::RoundOf16
                | Self::QuarterFinal
                | Self::SemiFinal
                | Self::ThirdPlace
                | Self::Final
        )
    }

    /// Reads a stage name as data sets and reports write it: `Quarterfinals`, `last eight`, `Match for third place`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let folded = fold(text);
        let words = folded.trim_end_matches('s');
        Some(match words {
            "qualifying" | "qualification" | "qualifier" | "preliminary round" => Self::Qualifying,
            "league" | "regular season" | "league phase" | "league stage" => Self::League,
            "group stage" | "group phase" | "first group stage" | "group" | "first group phase" => Self::Group,
            "first round" => Self::FirstRound,
            "second group stage" | "second round group" | "second group phase" => Self::SecondGroup,
            "round of 32" | "last 32" | "last thirty two" => Self::RoundOf32,
            "round of 16" | "last 16" | "last sixteen" | "eighth final" | "second round" => Self::RoundOf16,
            "quarter final" | "quarterfinal" | "last eight" | "last 8" => Self::QuarterFinal,
            "semi final" | "semifinal" | "last four" | "last 4" | "final four" => Self::SemiFinal,
            "third place match"
            | "third place play off"
            | "third place playoff"
            | "match for third place"
            | "play off for third place"
            | "third place"
            | "third place game" => Self::ThirdPlace,
            "final round" | "final pool" | "final group" => Self::FinalRound,
            "final" => Self::Final,
            _ => return None,
        })
    }
}

/// Why a match was played in its stage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Tie {
    /// As scheduled.
    #[default]
    Ordinary,
    /// A drawn knock-out match played again.
    Replay,
    /// A match to separate two sides level in a group.
    PlayOff,
}

/// Where in an edition a match belongs.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Stage {
    /// What the stage is.
    pub kind: StageKind,
    /// Letter or number of the group, `B` or `2`.
    pub group: Option<Box<str>>,
    /// Whether it is a replay or a play-off.
    pub tie: Tie,
}

impl Stage {
    /// A stage without groups.
    #[must_use]
    pub const fn of(kind: StageKind) -> Self {
        Self { kind, group: None, tie: Tie::Ordinary }
    }

    /// A group of the stage.
    #[must_use]
    pub fn group(kind: StageKind, group: &str) -> Self {
        Self { kind, group: Some(group.into()), tie: Tie::Ordinary }
    }

    /// Whether two sources can mean the same stage: a first knock-out round of sixteen teams has two names, groups go
    /// by letter or number, and a source may leave the group out.
    #[must_use]
    pub fn agrees_with(&self, other: &Self) -> bool {
        let first_round = |kind| matches!(kind, StageKind::FirstRound | StageKind::RoundOf16);
        let kinds = self.kind == other.kind || (first_round(self.kind) && first_round(other.kind));
        let groups = match (&self.group, &other.group) {
            (Some(one), Some(two)) => one == two || group_number(one) == group_number(two),
            _ => true,
        };
        kinds && groups
    }

    /// Reads the heading of a stage: `Group A`, `Second group stage, Group 1`, `Quarter-finals, Replays`,
    /// `Group 2 Play-off`, `Semi-finals`.
    #[must_use]
    pub fn read(heading: &str) -> Option<Self> {
        let mut kind = None;
        let mut group = None;
        let mut tie = Tie::Ordinary;
        for part in heading.split(',') {
            let folded = fold(part);
            let mut rest = folded.as_str();
            if let Some(before) = rest.strip_suffix("replays").or_else(|| rest.strip_suffix("replay")) {
                tie = Tie::Replay;
                rest = before.trim();
            } else if !rest.starts_with("third place")
                && let Some(before) = rest.strip_suffix("play off").or_else(|| rest.strip_suffix("playoff"))
            {
                tie = Tie::PlayOff;
                rest = before.trim();
            }
            if rest.is_empty() {
                continue;
            }
            if let Some(label) = rest.strip_prefix("group ")
                && !matches!(label, "stage" | "phase")
            {
                group = Some(label.to_uppercase());
                kind = kind.or(Some(StageKind::Group));
            } else {
                kind = Some(StageKind::read(rest)?);
            }
        }
        Some(Self { kind: kind?, group: group.map(Into::into), tie })
    }
}

/// Place of a group among the groups, from 1, by its capital letter or its number: `B` and `2` are both the second.
#[must_use]
pub fn group_number(label: &str) -> Option<u32> {
    match label.as_bytes() {
        [letter @ b'A'..=b'Z'] => Some(u32::from(letter - b'A') + 1),
        _ => label.parse().ok(),
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.group, self.kind) {
            (Some(group), StageKind::Group) => write!(f, "group {group}")?,
            (Some(group), kind) => write!(f, "{}, group {group}", kind.name())?,
            (None, kind) => f.write_str(kind.name())?,
        }
        match self.tie {
            Tie::Ordinary => Ok(()),
            Tie::Replay => f.write_str(", replay"),
            Tie::PlayOff => f.write_str(", play-off"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_headings_data_sets_use() {
        for (heading, printed) in [
            ("Group A", "group A"),
            ("Second group stage, Group 1", "second group stage, group 1"),
            ("Quarter-finals, Replays", "quarter-final, replay"),
            ("Group 4 Play-off", "group 4, play-off"),
            ("Third place play-off", "third-place match"),
            ("Third-place match", "third-place match"),
            ("Match for third place", "third-place match"),
            ("Final Round", "final round"),
            ("Quarterfinals", "quarter-final"),
            ("Final, replay", "final, replay"),
            ("First round", "first round"),
        ] {
            let stage = Stage::read(heading).unwrap_or_else(|| panic!("{heading}"));
            assert_eq!(stage.to_string(), printed, "{heading}");
        }
        assert_eq!(Stage::read("Opening ceremony"), None);
    }
}
