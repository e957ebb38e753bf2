//! Tables: standings from matches, and their ranking with the criterion that separated each pair.
//!
//! Teams are numbers from 0 here, as the caller counts them. A ranking never invents an order: where a criterion needs
//! a fact nobody gave, teams stay level and the decision says what is needed.

mod decision;
mod rank;
mod standing;

pub(crate) use decision::list;
pub use decision::{Decision, Teams, Value};
pub use rank::{Beyond, Nothing, Ranker, Ranking};
pub use standing::{Game, Standing, tally};

#[cfg(test)]
mod tests;
