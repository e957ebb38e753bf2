//! Parts of the matches that are scored apart.

use crate::{Class, History, Played};

/// A part of the matches of a backtest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subset {
    /// All matches.
    All,
    /// All but friendlies.
    Competitive,
    /// Friendlies.
    Friendlies,
    /// World Cups and the finals of continental championships.
    Finals,
    /// World Cups.
    WorldCups,
    /// Both teams in a confederation of FIFA: full members, and the few associate members of confederations.
    InConfederations,
    /// Matches that every model forecast, where some could not forecast all.
    Common,
}

impl Subset {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::All,
        Self::Competitive,
        Self::Friendlies,
        Self::Finals,
        Self::WorldCups,
        Self::InConfederations,
        Self::Common,
    ];

    /// Its key in data: `world_cups`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Competitive => "competitive",
            Self::Friendlies => "friendlies",
            Self::Finals => "finals",
            Self::WorldCups => "world_cups",
            Self::InConfederations => "in_confederations",
            Self::Common => "common",
        }
    }

    /// What it is, in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::All => "all matches",
            Self::Competitive => "competitive matches",
            Self::Friendlies => "friendlies",
            Self::Finals => "World Cups and continental finals",
            Self::WorldCups => "World Cups",
            Self::InConfederations => "both teams in a confederation",
            Self::Common => "matches forecast by every model",
        }
    }

    /// Whether a match is in it, as far as the match itself tells.
    pub(super) fn holds(self, history: &History, played: &Played) -> bool {
        let in_confederation = |team: u32| {
            let group = history.group_of().get(team as usize).map(|&group| usize::from(group));
            group.and_then(|group| history.groups().get(group)).is_some_and(|name| !name.is_empty())
        };
        match self {
            Self::All | Self::Common => true,
            Self::Competitive => !matches!(played.class, Class::Friendly | Class::Club),
            Self::Friendlies => played.class == Class::Friendly,
            Self::Finals => matches!(played.class, Class::WorldCup | Class::Finals),
            Self::WorldCups => played.class == Class::WorldCup,
            Self::InConfederations => {
                played.class != Class::Club && in_confederation(played.home) && in_confederation(played.away)
            }
        }
    }
}
