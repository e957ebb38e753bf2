//! Measures the checker on the annotated reports of `corpus/`.
//!
//! ```text
//! cargo run --release -p byline-report --example measure_checks -- [development|held-out] [--errors] [--missed]
//!     [--unannotated] [--sample N] [--report NNN]
//! ```
//!
//! Prints a table by kind and the totals. `--errors` lists every wrong confirmation and contradiction, `--missed` every
//! decidable statement that was not settled, `--unannotated` what was confirmed and nobody annotated, `--sample N` some
//! confirmed statements, to be read for whether they are right for the right words; `--report` takes one report only.
//! Of the held-out half nothing but the numbers of all of it is printed.
#![allow(clippy::print_stderr, reason = "an example says what it was asked wrongly")]

#[path = "../tests/annotated/mod.rs"]
mod annotated;

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::ExitCode;

use annotated::measure::{Measured, What, measure};
use annotated::{Annotated, DEVELOPMENT, HELD_OUT, reports};
use byline_record::builtin;

struct Asked {
    half: &'static str,
    list: Vec<What>,
    sample: Option<usize>,
    report: Option<u32>,
}

fn read_arguments() -> Result<Asked, String> {
    let mut asked = Asked { half: DEVELOPMENT, list: Vec::new(), sample: None, report: None };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut number = |what: &str| {
            let value = arguments.next().and_then(|value| value.parse::<u32>().ok());
            value.ok_or_else(|| format!("{what} takes a number"))
        };
        match argument.as_str() {
            "development" => asked.half = DEVELOPMENT,
            "held-out" => asked.half = HELD_OUT,
            "--errors" => asked.list.extend([What::WrongConfirmation, What::WrongRounding, What::WrongContradiction]),
            "--missed" => asked.list.push(What::Missed),
            "--unannotated" => asked.list.push(What::Unannotated),
            "--sample" => asked.sample = Some(number("--sample")? as usize),
            "--report" => asked.report = Some(number("--report")?),
            other => {
                return Err(format!("{other}: expected development, held-out, or an option: see the head of the file"));
            }
        }
    }
    if asked.half == HELD_OUT && (!asked.list.is_empty() || asked.sample.is_some() || asked.report.is_some()) {
        return Err("of the held-out half nothing but numbers is printed".into());
    }
    Ok(asked)
}

/// Every n-th confirmed statement, so that all reports are in it.
fn sample(out: &mut String, measured: &Measured, count: usize) {
    let confirmed: Vec<_> = measured.findings.iter().filter(|finding| finding.what == What::Confirmed).collect();
    let step = (confirmed.len() / count.max(1)).max(1);
    for finding in confirmed.iter().step_by(step).take(count) {
        let _ = writeln!(out, "  {} {}", finding.report, finding.text);
    }
}

fn main() -> ExitCode {
    let asked = match read_arguments() {
        Ok(asked) => asked,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::from(2);
        }
    };
    let record = builtin::record().expect("the built-in record");
    let mut all: Vec<Annotated> = reports(asked.half);
    all.retain(|report| asked.report.is_none_or(|number| report.number == number));
    let measured = measure(&record, &all);
    let mut out = measured.table(asked.half);
    for what in
        [What::WrongContradiction, What::WrongConfirmation, What::WrongRounding, What::Missed, What::Unannotated]
    {
        if !asked.list.contains(&what) {
            continue;
        }
        let _ = writeln!(out, "\n{what:?}");
        for finding in measured.findings.iter().filter(|finding| finding.what == what) {
            let _ = writeln!(out, "  {} {}", finding.report, finding.text);
        }
    }
    if let Some(count) = asked.sample {
        out.push_str("\nConfirmed\n");
        sample(&mut out, &measured, count);
    }
    // Whoever pipes the figures on may stop reading early.
    let _ = std::io::stdout().write_all(out.as_bytes());
    ExitCode::SUCCESS
}
