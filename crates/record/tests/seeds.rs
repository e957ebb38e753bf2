//! Every seed of the fuzzer through the function it is a seed of: what the fuzzer holds of any bytes is held here of
//! these, without a fuzzer.

use std::fs;
use std::path::Path;

#[path = "../../../fuzz/src/lib.rs"]
mod targets;

#[test]
fn every_seed_holds() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds");
    for (target, _) in targets::TARGETS {
        let mut files: Vec<_> = fs::read_dir(seeds.join(target)).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort_unstable();
        assert!(!files.is_empty(), "{target} has no seeds");
        for file in files {
            // Shown when something does not hold.
            println!("{}", file.display());
            targets::run(target, &fs::read(&file).unwrap());
        }
    }
}

#[test]
fn every_folder_of_seeds_has_a_target() {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz");
    for entry in fs::read_dir(fuzz.join("seeds")).unwrap() {
        let name = entry.unwrap().file_name();
        assert!(fuzz.join("src/bin").join(&name).with_extension("rs").is_file(), "{}", name.display());
    }
}
