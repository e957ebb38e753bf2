//! Direct quotes.
