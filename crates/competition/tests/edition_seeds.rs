//! Edition files, the built-in ones and damaged ones, through what the fuzzer holds of any bytes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "tests may fail"
)]

use std::fs;
use std::path::Path;

use byline_competition::edition::{built_in, built_in_names};
use proptest::prelude::*;

#[path = "../../../fuzz/src/edition.rs"]
mod fuzzed;

#[test]
fn every_seed_holds() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds/edition");
    let mut files: Vec<_> = fs::read_dir(seeds).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort_unstable();
    assert!(files.len() > 2, "no seeds");
    for file in files {
        fuzzed::edition(&fs::read(&file).unwrap());
    }
}

#[test]
fn every_built_in_edition_holds() {
    for name in built_in_names() {
        let (_, text) = built_in(name).unwrap();
        assert!(byline_competition::Edition::read(text).is_ok(), "{name}");
        fuzzed::edition(text.as_bytes());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// A built-in edition with a piece cut out, doubled or replaced is read, or refused with a place.
    #[test]
    fn damaged_editions_hold(which in 0..40_usize, from in 0.0..1.0_f64, length in 0..60_usize, by in "[ -~]{0,6}") {
        let name = built_in_names().nth(which).unwrap();
        let (_, text) = built_in(name).unwrap();
        let from = text.floor_char_boundary((from * text.len() as f64) as usize);
        let to = text.floor_char_boundary((from + length).min(text.len()));
        let damaged = format!("{}{by}{}", &text[..from], &text[to.max(from)..]);
        fuzzed::edition(damaged.as_bytes());
    }
}

/// Mistakes people make, each told where it is and what was expected.
#[test]
fn mistakes_are_told_where_they_are() {
    let stage = |lines: &str| format!("competition = \"Cup\"\nedition = \"1\"\n[[stage]]\n{lines}");
    let groups = "name = \"group stage\"\nranking = [\"points\"]\ngroups.A = [\"Reds\", \"Blues\"]\n";
    for (text, told) in [
        ("competition = 1\n".to_owned(), "1:15"),
        (stage("name = \"group stge\"\n"), "4:8: `group stge` is no stage"),
        (
            stage("name = \"final\"\nlevel = [\"lots\"]\nfixtures = [\"1 | - | Reds v Reds\"]\n"),
            "6:13: a match of one side",
        ),
        (stage("name = \"final\"\nlevel = [\"coin\"]\nfixtures = [\"1 | - | Reds v Blues\"]\n"), "5:10: `coin`"),
        (stage("name = \"final\"\nfixtures = [\"1 | - | Reds v Blues\"]\n"), "5:13: the final can end level"),
        (stage("name = \"final\"\nlevel = [\"lots\"]\nfixtures = [\"1 | - | W9 v Blues\"]\n"), "6:13: `W9`"),
        (stage("name = \"final\"\nlevel = [\"lots\"]\nfixtures = [\"1 | 2022-13-01 | Reds v Blues\"]\n"), "is no date"),
        (stage("name = \"final\"\nlevel = [\"lots\"]\nfixtures = [\"1 | - | 1A v Blues\"]\n"), "names no group"),
        (
            stage("name = \"group stage\"\nranking = [\"goals\"]\ngroups.A = [\"Reds\", \"Blues\"]\n"),
            "5:12: `goals` is no criterion",
        ),
        (
            stage("name = \"group stage\"\nranking = [\"fair play\"]\ngroups.A = [\"Reds\", \"Blues\"]\n"),
            "without `[cards]`",
        ),
        (stage(&format!("{groups}zone = [{{ name = \"up\", places = [1, 3] }}]\n")), "places from 1 to 2"),
        (stage(&format!("{groups}meetings = 3\n")), "7:12: 3 meetings"),
        (stage(&format!("{groups}fixtures = [\"1 | - | Reds v Greens\"]\n")), "not in one group"),
        (stage(&format!("{groups}drawn = [[\"Greens\"]]\n")), "`Greens` takes no part"),
    ] {
        let error = byline_competition::Edition::read(&text).expect_err(&text).to_string();
        assert!(error.contains(told), "{error}\nexpected {told} in\n{text}");
    }
}
