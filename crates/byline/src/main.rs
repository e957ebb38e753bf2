//! Byline, a football data desk: the command line.
//!
//! Every command asks the engine for a plain answer and presents it: as text for people, or as one JSON object
//! (`--json`). Answers go to standard output, progress and diagnostics to standard error. Exit status 0: answered;
//! 1: asked but not answerable from the record; 2: bad input.

mod args;
mod commands;
mod desk;
mod draw;
mod edition;
mod failure;
mod files;
mod keepers;
mod page;
mod pool;
mod print;
mod progress;
mod reports;
mod wire;

use std::process::ExitCode;

use clap::Parser as _;

use args::{Args, Command};
use failure::Failure;

/// Reports are read in many small pieces, which the system's allocator is slow to give and take.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let args = Args::parse();
    let result = match &args.command {
        Command::Match(command) => commands::match_sheet::run(&args.common, command),
        Command::Forecast(command) => commands::forecast::run(&args.common, command),
        Command::Ask(command) => commands::ask::run(&args.common, command),
        Command::Check(command) => commands::check::run(&args.common, command),
        Command::Compare(command) => commands::compare::run(&args.common, command),
        Command::Cup(command) => commands::cup::run(&args.common, command),
        Command::Table(command) => commands::table::run(&args.common, command),
        Command::Penalty(command) => commands::penalty::run(&args.common, command),
        Command::Shootout(command) => commands::shootout::run(&args.common, command),
        Command::Fit(command) => commands::fit::run(&args.common, command),
        Command::Backtest(command) => commands::backtest::run(&args.common, command),
        Command::Ratings(command) => commands::ratings::run(&args.common, command),
        Command::Data { command } => commands::data::run(&args.common, command),
        Command::Completions { shell } => commands::completions::run(*shell),
    };
    match result {
        Ok(code) => code,
        Err(error) => failure::report(&error),
    }
}

/// What a command comes to: an exit status, or a failure to report.
type Outcome = Result<ExitCode, Failure>;
