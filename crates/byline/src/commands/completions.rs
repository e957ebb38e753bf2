//! `byline completions`: scripts that let a shell complete commands and options.

use std::process::ExitCode;

use clap::CommandFactory as _;
use clap_complete::Shell;

use crate::Outcome;
use crate::args::Args;

pub(crate) fn run(shell: Shell) -> Outcome {
    clap_complete::generate(shell, &mut Args::command(), "byline", &mut std::io::stdout().lock());
    Ok(ExitCode::SUCCESS)
}
