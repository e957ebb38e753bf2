//! The first reader of English: a sentence becomes a [`Statement`](super::Statement).
//!
//! [`tokens`](mod@tokens) cuts a text into words, numbers and marks that keep their bytes; [`minutes`] and [`dates`]
//! read what is said of clock and calendar; [`lexicon`] knows the words of the game. From these and the names a
//! [`NameSource`] finds, a sentence is cut into pieces, put in the order of a plain statement, and handed to frames,
//! one for each kind of statement. A frame reads a sentence only if it has a use for every piece of it.

mod clause;
pub mod dates;
mod frames;
pub mod lexicon;
pub mod minutes;
mod names;
mod nodes;
pub mod numbers;
mod reader;
mod scope;
mod slots;
pub mod tokens;

#[cfg(test)]
mod tests;

pub use names::{Mention, NameSource, Named};
pub use reader::{NotRead, Note, Reading, Reason, read};
pub use scope::{Point, ScopePhrase};
pub use tokens::Span;
