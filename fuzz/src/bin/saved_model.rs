#![no_main]

#[path = "../saved.rs"]
mod saved;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| saved::saved_model(bytes));
