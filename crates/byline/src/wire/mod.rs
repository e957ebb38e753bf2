//! The JSON the program prints: a contract of its own, apart from the engine's types. Documented in `docs/json.md`.

pub(crate) mod answer;
pub(crate) mod backtest;
pub(crate) mod check;
pub(crate) mod compare;
pub(crate) mod cup;
pub(crate) mod data;
pub(crate) mod fit;
pub(crate) mod forecast;
pub(crate) mod penalty;
pub(crate) mod ratings;
pub(crate) mod sheet;
pub(crate) mod shootout;
mod statement;
pub(crate) mod story;
pub(crate) mod table;

use std::io::Write as _;

use byline_record::{Record, Sources};
use serde::Serialize;

use crate::failure::Failure;

/// Names of sources.
fn source_names(record: &Record, sources: Sources) -> Vec<String> {
    record.sources_in(sources).map(|source| source.name.to_string()).collect()
}

/// Prints one object and a line end.
pub(crate) fn print<T: Serialize>(object: &T) -> Result<(), Failure> {
    let mut stdout = std::io::stdout().lock();
    serde_json::to_writer_pretty(&mut stdout, object).map_err(std::io::Error::from)?;
    writeln!(stdout)?;
    Ok(())
}
