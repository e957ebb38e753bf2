#![no_main]

#[path = "../edition.rs"]
mod edition;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| edition::edition(bytes));
