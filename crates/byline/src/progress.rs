//! Progress on standard error, for long work on a terminal.

use std::io::IsTerminal as _;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::args::Common;

/// A bar that counts `what`; hidden where nobody would see it or wants it.
pub(crate) fn bar(common: &Common, what: &str) -> ProgressBar {
    if common.json {
        return hidden();
    }
    shown(common, ProgressBar::new(0), &format!("{{msg:>16}} {{wide_bar}} {{pos}}/{{len}} {what}"))
}

/// A count of `what`, of which nobody knows how many will come. Hidden also where answers appear on the same terminal.
pub(crate) fn stream(common: &Common, what: &str) -> ProgressBar {
    if std::io::stdout().is_terminal() {
        return hidden();
    }
    let bar =
        shown(common, ProgressBar::new_spinner(), &format!("{{spinner}} {{pos}} {what}, {{per_sec}}, {{elapsed}}"));
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

fn hidden() -> ProgressBar {
    ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden())
}

fn shown(common: &Common, bar: ProgressBar, template: &str) -> ProgressBar {
    if common.quiet || !std::io::stderr().is_terminal() {
        return hidden();
    }
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar
}
