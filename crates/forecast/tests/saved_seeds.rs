//! Every seed of the fuzzer's target for saved models through what the fuzzer holds of any bytes.

#![allow(clippy::panic, reason = "tests may fail")]

use std::fs;
use std::path::Path;

#[path = "../../../fuzz/src/saved.rs"]
mod saved;

#[test]
fn every_seed_holds() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds/saved_model");
    let mut files: Vec<_> = fs::read_dir(seeds).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort_unstable();
    assert!(files.len() > 1, "no seeds");
    for file in files {
        saved::saved_model(&fs::read(&file).unwrap());
    }
}
