//! Merges `facts/` into one record when the program is built, so that a command need only load it: some ten times
//! faster than reading the facts at every start (`benches/measure` has the figures).
#![allow(clippy::print_stdout, reason = "cargo reads what a build script prints")]

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    // The facts are part of the library this script is built with: cargo runs it again when they change.
    println!("cargo::rerun-if-changed=build.rs");
    let record = byline_record::builtin::record()?;
    let folder = std::env::var("OUT_DIR")?;
    std::fs::write(Path::new(&folder).join("record.bin"), record.pack()?)?;
    Ok(())
}
