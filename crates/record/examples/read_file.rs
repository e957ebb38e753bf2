//! Reads files and prints for each, in one line, what it says: format, rows, matches, events, milliseconds.
//!
//! `read_file FILE...`. The time is that of reading the bytes and making claims of them, without start-up.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program of its own")]

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use byline_record::read::read_file;

fn main() -> ExitCode {
    let mut code = ExitCode::SUCCESS;
    for path in std::env::args_os().skip(1) {
        let start = Instant::now();
        match read_file(Path::new(&path)) {
            Ok(read) => {
                let milliseconds = start.elapsed().as_secs_f64() * 1e3;
                let claims = &read.claims;
                let events: usize = claims.matches.iter().map(|claim| claim.events.len() + claim.kicks.len()).sum();
                println!(
                    "{}, {} rows, {} matches, {events} events, {milliseconds:.2} ms",
                    read.format.name(),
                    claims.rows,
                    claims.matches.len(),
                );
            }
            Err(error) => {
                eprintln!("error: {error}");
                code = ExitCode::from(2);
            }
        }
    }
    code
}
