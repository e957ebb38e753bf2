#![no_main]

#[path = "../reports.rs"]
mod reports;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| reports::report(bytes));
