//! Reports: what was written, who said what, and what of it stands.
//!
//! [`text`] reads a report, from plain text, Markdown or a saved HTML page, into paragraphs and sentences with their
//! places in the original bytes. [`quote`] finds the direct quotes in it, with speaker, cue and channel. A [`Checker`]
//! finds the match it is about, reads its statements and judges them: a [`CheckedReport`].
//! [`compare`] lays several accounts of one match side by side.
//!
//! Places are byte ranges ([`Span`]). There are two coordinates: the *text* of a [`text::Report`], in which everything
//! here works, and the *bytes it was given*, to which [`text::Report::source`] leads back. For plain UTF-8 the two are
//! the same.

mod anchor;
mod check;
mod checked;
pub mod claim;
pub mod compare;
mod epithet;
mod heads;
mod hindsight;
mod index;
mod passage;
mod preview;
pub mod quote;
mod read;
pub mod text;
mod timeline;

pub use byline_record::ask::english::Span;
pub use check::Checker;
pub use checked::{Anchor, Checked, CheckedReport};
