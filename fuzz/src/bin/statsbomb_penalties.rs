#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| byline_fuzz::run("statsbomb_penalties", bytes));
