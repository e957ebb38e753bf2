#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| byline_fuzz::run("openfootball_json", bytes));
