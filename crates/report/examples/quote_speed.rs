//! How fast reports are read and their quotes found: `cargo run --release -p byline-report --example quote_speed [FILE]`
//!
//! Reads a report of 2.5 kB, or the file, over and over, then large texts made of marks, and prints bytes a second.
#![allow(clippy::print_stdout, clippy::expect_used, clippy::cast_precision_loss, reason = "a measurement")]

use std::time::{Duration, Instant};

use byline_report::quote;
use byline_report::text::{Options, Report};

const PARAGRAPH: &str = "Leeds beat Derby 2-1 on Saturday with a goal five minutes from time, and Tom Reed's side are third.\n\n\
    “We never stopped,” said Reed, the manager. “The lads' heads didn't drop, they were heroes.”\n\n\
    Ian Fry, his opposite number, told BBC Radio that it was “never a foul” and that he would \"say no more\".\n\n";

fn measure(name: &str, bytes: &[u8]) {
    let mut quotes = 0;
    let mut times = 0_u32;
    let start = Instant::now();
    while start.elapsed() < Duration::from_millis(500) {
        let report = Report::read(bytes, &Options::default()).expect("not too large");
        quotes = quote::find(&report).quotes.len();
        times += 1;
    }
    let each = start.elapsed().as_secs_f64() / f64::from(times);
    println!(
        "{name:32}{:>10} bytes{:>8} quotes{:>12.1} us{:>10.1} MB/s",
        bytes.len(),
        quotes,
        each * 1e6,
        bytes.len() as f64 / each / 1e6
    );
}

fn main() {
    match std::env::args_os().nth(1) {
        Some(file) => measure("the file", &std::fs::read(file).expect("a report")),
        None => measure("a report", PARAGRAPH.repeat(8).as_bytes()),
    }
    for (name, unit) in [
        ("100 kB of marks", "\""),
        ("100 kB of curly marks", "“"),
        ("100 kB of marks that alternate", "“'"),
        ("100 kB of marks and letters", "“a "),
        ("100 kB of closing marks", "a,\" "),
        ("100 kB of cues", "\"a,\" said Ann Roy. "),
        ("100 kB of forgotten marks", "“a b, said Ann Roy. "),
        ("100 kB of descriptions", "“a b,” said the Leeds coach. "),
    ] {
        measure(name, unit.repeat(100_000 / unit.len()).as_bytes());
    }
    let long = PARAGRAPH.replace('\n', " ");
    measure("a paragraph of a megabyte", long.repeat(1_000_000 / long.len()).as_bytes());
    measure("ten megabytes of reports", PARAGRAPH.repeat(10_000_000 / PARAGRAPH.len()).as_bytes());
}
