//! Accounts side by side: texts of our own about matches of the built-in record.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test"
)]

mod any;
mod copies;
mod quotes;
mod rows;
mod told;
mod whole;
