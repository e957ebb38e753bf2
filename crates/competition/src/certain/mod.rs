//! What is certain of a group before it is over: which places each team can still take, who is surely through or out, what
//! each needs from its last match, and which matches matter to it. No chances: only what scores, whatever they are, can
//! and cannot bring.
//!
//! * **One or two matches left**, of different teams, in a group of up to eight: exact. Every margin up to a proved bound
//!   is gone through, and at each the goals that can matter (the proof is at the head of `bound.rs`). Goal averages and
//!   sums over opponents have no such bound here: margins up to ten are gone through, and [`Proof::Margins`] says so.
//! * **Up to eight matches left**: every pattern of results. Places that some scores bring are shown; places that no
//!   scores can bring are ruled out by points, by matches between those level, by goal differences. Where both agree the
//!   answer is exact; where not, a status is [`Status::NotProved`].
//! * **More**, as in a league: places ruled out by points, places shown by scores found by search.
//!
//! What needs facts nobody can know before the group is over (cards to come, lots, a play-off) can go either way.
//! Comparisons across groups use that groups do not depend on each other; the cards of groups that are over count as not
//! known as long as others play.

mod across;
mod bound;
mod condition;
mod field;
mod goal;
mod matters;
mod needs;
mod patterns;
mod places;
mod plane;
mod season;
mod status;
mod words;

#[cfg(test)]
mod brute;

pub use goal::{Aim, Goal};
pub use matters::Matters;
pub use needs::{Case, Fate, Form, Needs, Outcome, Test, Why};
pub use places::Places;
pub use status::{Certainty, Next, Outlook, Proof, Status, certainty};
