#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| byline_fuzz::run("major_shoot_outs", bytes));
