//! Progress on standard error, for long work on a terminal.

use std::io::IsTerminal as _;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::args::Common;

/// A bar that counts `what`; hidden where nobody would see it or wants it.
pub(crate) fn bar(common: &Common, what: &str) -> ProgressBar {
    if common.quiet || common.json || !std::io::stderr().is_terminal() {
        return ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
    }
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template(&format!("{{msg:>16}} {{wide_bar}} {{pos}}/{{len}} {what}")) {
        bar.set_style(style);
    }
    bar
}
