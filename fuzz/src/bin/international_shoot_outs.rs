#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| byline_fuzz::run("international_shoot_outs", bytes));
