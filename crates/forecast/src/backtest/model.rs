//! Models by name.

use std::str::FromStr;

use crate::goals::Family;
use crate::ratings::System;

/// A model that can be replayed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Model {
    /// Shares of the three outcomes in the twelve years before each January, on neutral ground and with a home side.
    Base,
    /// A rating, and an ordered logit of its differences fitted on the twelve years before each January.
    Rated(System),
    /// A static goal model, fitted again and again.
    Goals(Family),
    /// The dynamic model at one pace.
    Dynamic,
    /// The dynamic model at several paces under a stack: the best forecaster.
    Best,
}

/// A name that is no model's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no model is called {name}; there are {}", names())]
pub struct UnknownModel {
    /// The name.
    pub name: String,
}

fn names() -> String {
    Model::all().map(Model::name).collect::<Vec<_>>().join(", ")
}

impl Model {
    /// The models compared where none are named.
    pub const DEFAULT: [Self; 5] =
        [Self::Base, Self::Rated(System::Elo), Self::Goals(Family::DixonColes), Self::Dynamic, Self::Best];

    /// All of them: base rates, ratings, goal models, the dynamic model, the best forecaster.
    pub fn all() -> impl Iterator<Item = Self> {
        std::iter::once(Self::Base)
            .chain(System::ALL.into_iter().map(Self::Rated))
            .chain(Family::ALL.into_iter().map(Self::Goals))
            .chain([Self::Dynamic, Self::Best])
    }

    /// Its name, as in commands: `dixon-coles`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Base => "base",
            Self::Rated(system) => system.name(),
            Self::Goals(family) => family.name(),
            Self::Dynamic => "dynamic",
            Self::Best => "best",
        }
    }
}

impl FromStr for Model {
    type Err = UnknownModel;

    fn from_str(name: &str) -> Result<Self, UnknownModel> {
        Self::all().find(|model| model.name() == name).ok_or_else(|| UnknownModel { name: name.to_owned() })
    }
}
