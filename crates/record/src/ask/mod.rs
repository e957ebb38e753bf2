//! A statement is a question.
//!
//! "France are the first team to retain the World Cup since Brazil in 1962", typed by a user or found in a report,
//! becomes a [`Statement`], answered from a [`View`](crate::View) with a
//! [`Verdict`] and evidence. What a statement leaves open ("who?", "when?", "how many?") is what is asked.

pub mod answer;
pub mod english;
mod evaluate;
mod question;
pub mod scope;
pub mod statement;

pub use answer::{Answer, Evidence, Value, Verdict};
pub use evaluate::{describe as describe_scope, evaluate, words};
pub use question::{Asked, ask};
pub use scope::Scope;
pub use statement::Statement;
