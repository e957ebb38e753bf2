//! Identifiers minted by one [`Record`](crate::Record).
//!
//! An identifier is an index into the record that made it and means nothing in another one; what is stable across
//! records is a name, a key or a date.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub(crate) u32);

        impl $name {
            /// Position in the record's own list.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }

            /// The identifier of the entry at `index`; saturates far beyond any list we can hold.
            pub(crate) fn from_index(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }
        }
    };
}

id!(
    /// A team as it played (England's men, England's women, West Germany, Arsenal).
    TeamId
);
id!(
    /// A person: player, manager or referee.
    PersonId
);
id!(
    /// A competition (World Cup, Friendly, Premier League).
    CompetitionId
);
id!(
    /// One edition of a competition (World Cup 2022, Premier League 2018/19).
    EditionId
);
id!(
    /// A ground and the city and country it stands in.
    VenueId
);
id!(
    /// A match, in the order of the record (by date, then kick-off).
    MatchId
);
