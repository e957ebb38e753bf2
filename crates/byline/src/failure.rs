//! Failures and how they are told: what, where, what was expected; then, apart from it, what to do.

use std::io::Write as _;
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};

/// Why a command did not answer.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Asked, but the record cannot answer: exit 1.
    Unanswerable {
        /// What cannot be answered.
        message: String,
        /// What the user can do.
        hints: Vec<String>,
    },
    /// Bad input: exit 2.
    BadInput {
        /// What is wrong, with its place.
        message: String,
        /// What the user can do.
        hints: Vec<String>,
    },
    /// Standard output was closed by the reader, which is no failure.
    ClosedPipe,
}

impl Failure {
    /// The record cannot answer.
    pub(crate) fn unanswerable(message: impl Into<String>) -> Self {
        Self::Unanswerable { message: message.into(), hints: Vec::new() }
    }

    /// The input is bad.
    pub(crate) fn bad_input(message: impl Into<String>) -> Self {
        Self::BadInput { message: message.into(), hints: Vec::new() }
    }

    /// Adds advice.
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        match &mut self {
            Self::Unanswerable { hints, .. } | Self::BadInput { hints, .. } => hints.push(hint.into()),
            Self::ClosedPipe => {}
        }
        self
    }

    /// A failure to write the answer.
    pub(crate) fn writing(error: &std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::BrokenPipe {
            Self::ClosedPipe
        } else {
            Self::bad_input(format!("the answer cannot be written: {error}"))
        }
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::writing(&error)
    }
}

/// Tells a failure on standard error and gives the exit status.
pub(crate) fn report(failure: &Failure) -> ExitCode {
    let (code, label, colour, message, hints) = match failure {
        Failure::ClosedPipe => return ExitCode::SUCCESS,
        Failure::Unanswerable { message, hints } => (1, "no answer", AnsiColor::Yellow, message, hints),
        Failure::BadInput { message, hints } => (2, "error", AnsiColor::Red, message, hints),
    };
    let bold = Style::new().bold().fg_color(Some(colour.into()));
    let dim = Style::new().bold();
    let mut stderr = anstream::stderr().lock();
    // Nothing is left to do if standard error is closed too.
    let _ = writeln!(stderr, "{bold}{label}{bold:#}: {message}");
    for hint in hints {
        let _ = writeln!(stderr, "{dim}hint{dim:#}: {hint}");
    }
    ExitCode::from(code)
}
