//! Finds the numbers of the in-play model: how goals come minute by minute in leagues and in internationals, and in
//! extra time.
//!
//! ```text
//! byline data import internationals timelines --record DATABASE
//! cargo run --release -p byline-forecast --example in_play_rates -- DATABASE
//! ```
//!
//! The rates before each match are those of the dynamic model, learnt from the matches before it. Estimates for leagues
//! are from December 2016 to summer 2020, so that the seasons after can test them. Internationals are told from leagues
//! only if that is better on matches later than those it was found from.
#![allow(
    clippy::indexing_slicing,
    reason = "arrays of two sides, five leads and eighteen bands, indexed by loops over them"
)]

mod extra_time;
mod held_out;
mod internationals;
mod leagues;
mod play;

use std::error::Error;
use std::io::Write as _;

use byline_forecast::in_play::Parameters;
use byline_record::store::Store;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("name a database: made by `byline data import`")?;
    let record = Store::open(path.as_ref())?.record()?;
    let view = record.latest();
    let shipped = Parameters::shipped();
    let mut out = std::io::stdout().lock();
    writeln!(out, "# Leagues")?;
    leagues::report(&mut out, &view, &shipped)?;
    writeln!(out, "\n# Internationals")?;
    let plays = play::internationals(&view)?;
    internationals::report(&mut out, &plays, &shipped)?;
    writeln!(out, "\n# Extra time")?;
    extra_time::report(&mut out, &view, &shipped)
}
