//! Measures the checker on the annotated reports of `corpus/`.
//!
//! ```text
//! cargo run --release -p byline-report --example measure_checks -- [development|held-out|later] [--errors] [--missed]
//!     [--doubtful] [--unannotated] [--sample N] [--report NNN]
//! cargo run --release -p byline-report --example measure_checks -- inject [development|held-out|later] [--missed]
//!     [--errors] [--all] [--report NNN]
//! cargo run --release -p byline-report --example measure_checks -- speed [--json]
//! ```
//!
//! Prints a table by kind and the totals. Lists on request:
//! * `--errors`: every wrong anchor, confirmation and contradiction;
//! * `--missed`: every decidable statement that was not settled;
//! * `--doubtful`: what was confirmed by a reading without a name or number of the annotated one: right by luck?
//! * `--unannotated`: what was confirmed and nobody annotated;
//! * `--sample N`: some confirmed statements, to be read for whether they are right for the right words.
//!
//! `--report` takes one report only. Of the held-out half nothing but the numbers of all of it is printed.
//!
//! `inject` changes one fact at a time in true statements and counts how many changes are contradicted; `--missed` lists
//! those that are not, `--errors` what was contradicted elsewhere, `--all` every change made.
//!
//! `speed` times start-up (the record and the checker, up to the first report checked) and the checking of both halves
//! again and again on one core; `benches/measure_reports` runs it and holds it against its bounds.
#![allow(clippy::print_stderr, clippy::expect_used, clippy::indexing_slicing, reason = "an example for developers")]

#[path = "../tests/annotated/mod.rs"]
mod annotated;

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use annotated::inject::{inject, injections};
use annotated::measure::{Measured, What, measure};
use annotated::{Annotated, DEVELOPMENT, HELD_OUT, LATER, reports};
use byline_record::builtin;
use byline_record::names::find::Names;
use byline_report::Checker;
use byline_report::text::{Options, Report};

/// That of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How long the checking is timed, at least.
const TIMED: Duration = Duration::from_secs(3);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Verb {
    Check,
    Inject,
    Speed,
}

struct Asked {
    verb: Verb,
    every: bool,
    json: bool,
    half: &'static str,
    list: Vec<What>,
    sample: Option<usize>,
    report: Option<u32>,
}

fn read_arguments() -> Result<Asked, String> {
    let mut asked = Asked {
        verb: Verb::Check,
        every: false,
        json: false,
        half: DEVELOPMENT,
        list: Vec::new(),
        sample: None,
        report: None,
    };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut number = |what: &str| {
            let value = arguments.next().and_then(|value| value.parse::<u32>().ok());
            value.ok_or_else(|| format!("{what} takes a number"))
        };
        match argument.as_str() {
            "inject" => asked.verb = Verb::Inject,
            "speed" => asked.verb = Verb::Speed,
            "--all" => asked.every = true,
            "--json" => asked.json = true,
            DEVELOPMENT => asked.half = DEVELOPMENT,
            HELD_OUT => asked.half = HELD_OUT,
            LATER => asked.half = LATER,
            "--errors" => asked.list.extend([
                What::WrongAnchor,
                What::WrongConfirmation,
                What::WrongRounding,
                What::WrongContradiction,
            ]),
            "--missed" => asked.list.push(What::Missed),
            "--doubtful" => asked.list.push(What::Doubtful),
            "--unannotated" => asked.list.push(What::Unannotated),
            "--sample" => asked.sample = Some(number("--sample")? as usize),
            "--report" => asked.report = Some(number("--report")?),
            other => {
                return Err(format!(
                    "{other}: expected development, held-out, later, or an option: see the head of the file"
                ));
            }
        }
    }
    if asked.half == HELD_OUT
        && (!asked.list.is_empty() || asked.every || asked.sample.is_some() || asked.report.is_some())
    {
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

fn check(asked: &Asked, all: &[Annotated]) -> String {
    let record = builtin::record().expect("the built-in record");
    let measured = measure(&record, all);
    let mut out = measured.table(asked.half);
    let order = [
        What::WrongAnchor,
        What::WrongContradiction,
        What::WrongConfirmation,
        What::WrongRounding,
        What::Missed,
        What::Doubtful,
        What::Unannotated,
    ];
    for what in order.into_iter().filter(|what| asked.list.contains(what)) {
        let _ = writeln!(out, "\n{what:?}");
        for finding in measured.findings.iter().filter(|finding| finding.what == what) {
            let _ = writeln!(out, "  {} {}", finding.report, finding.text);
        }
    }
    if let Some(count) = asked.sample {
        out.push_str("\nConfirmed\n");
        sample(&mut out, &measured, count);
    }
    out
}

fn put_errors_in(asked: &Asked, all: &[Annotated]) -> String {
    let record = builtin::record().expect("the built-in record");
    let injected = inject(&record, all);
    let mut out = injected.table(asked.half);
    if asked.every {
        let names = Names::new(&record);
        out.push_str("\nEvery change\n");
        for report in all {
            for one in injections(&record, &names, report) {
                let statement = &report.statements[one.statement];
                let kind = statement.kind.map_or("history", |kind| kind.key());
                let old = report.words(&one.change.span);
                let words = report.words(&statement.span);
                let _ = writeln!(out, "  {} {kind} {words:?}: {old:?} -> {:?}", report.name, one.change.with);
            }
        }
    }
    let lists = [
        ("Contradicted elsewhere", What::WrongContradiction, &injected.elsewhere),
        ("Not caught", What::Missed, &injected.missed),
    ];
    for (head, what, list) in lists {
        if !asked.list.contains(&what) {
            continue;
        }
        let _ = writeln!(out, "\n{head}");
        for one in list {
            let believed = if one.believed { " BELIEVED" } else { "" };
            let _ = writeln!(out, "  {}{believed} {}", one.report, one.text);
        }
    }
    out
}

/// Reports a second on one core after start-up, and start-up apart.
fn speed(json: bool) -> String {
    let texts: Vec<String> = [DEVELOPMENT, HELD_OUT].into_iter().flat_map(reports).map(|report| report.text).collect();
    let read = |text: &String| Report::read(text.as_bytes(), &Options::default()).expect("a short report");
    let begun = Instant::now();
    let record = builtin::record().expect("the built-in record");
    let checker = Checker::new(&record);
    let mut statements = texts.first().map_or(0, |text| checker.check(&read(text)).statements.len());
    let start_up = begun.elapsed();
    let begun = Instant::now();
    let mut checked = 0;
    while begun.elapsed() < TIMED {
        for text in &texts {
            statements += checker.check(&read(text)).statements.len();
            checked += 1;
        }
    }
    let bytes = texts.iter().map(String::len).sum::<usize>() as f64 / texts.len().max(1) as f64;
    let (seconds, start_up) = (begun.elapsed().as_secs_f64(), start_up.as_secs_f64() * 1e3);
    let (rate, each) = (f64::from(checked) / seconds, statements as f64 / f64::from(checked.max(1)));
    if json {
        return format!(
            "{{\"reports_per_second\":{rate:.1},\"start_up_ms\":{start_up:.2},\"bytes_per_report\":{bytes:.0},\
             \"statements_per_report\":{each:.1}}}\n"
        );
    }
    format!(
        "{rate:.0} reports a second on one core ({checked} of {bytes:.0} bytes on average, {each:.1} statements each)\n\
         start-up to the first report checked: {start_up:.1} ms\n"
    )
}

fn main() -> ExitCode {
    let asked = match read_arguments() {
        Ok(asked) => asked,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::from(2);
        }
    };
    let mut all: Vec<Annotated> = reports(asked.half);
    all.retain(|report| asked.report.is_none_or(|number| report.number == number));
    let out = match asked.verb {
        Verb::Check => check(&asked, &all),
        Verb::Inject => put_errors_in(&asked, &all),
        Verb::Speed => speed(asked.json),
    };
    // Whoever pipes the figures on may stop reading early.
    let _ = std::io::stdout().write_all(out.as_bytes());
    ExitCode::SUCCESS
}
