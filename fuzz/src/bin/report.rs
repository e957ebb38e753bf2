#![no_main]

#[path = "../reports.rs"]
mod reports;

use std::sync::LazyLock;

use byline_record::{Record, builtin};
use byline_report::Checker;

static RECORD: LazyLock<Record> = LazyLock::new(|| builtin::record().unwrap_or_default());
static CHECKER: LazyLock<Checker<'static>> = LazyLock::new(|| Checker::new(&RECORD));

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    reports::report(bytes);
    reports::checked(&CHECKER, bytes);
});
