#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| byline_fuzz::run("season_penalties", bytes));
