//! The pictures of the README are what the program draws today. `UPDATE=1 cargo test --test pictures` draws them anew.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may fail")]

use std::path::Path;
use std::process::Command;

/// Pictures in `docs/`, and the commands that draw them.
const PICTURES: &[(&str, &[&str])] = &[
    ("chances.svg", &["match", "England", "France", "2022-12-10"]),
    ("grid.svg", &["forecast", "France", "Morocco", "2022-12-14"]),
    ("cup.svg", &["cup", "World Cup 2022", "--as-of", "2022-12-10"]),
];

#[test]
fn the_pictures_of_the_readme_are_drawn_as_shown() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    let folder = tempfile::tempdir().unwrap();
    for (name, command) in PICTURES {
        let drawn = folder.path().join(name);
        let output = Command::new(env!("CARGO_BIN_EXE_byline"))
            .args(*command)
            .arg("--svg")
            .arg(&drawn)
            .env("XDG_DATA_HOME", folder.path())
            .env_remove("BYLINE_RECORD")
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let drawn = std::fs::read(&drawn).unwrap();
        let kept = docs.join(name);
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&kept, &drawn).unwrap();
        }
        assert!(
            std::fs::read(&kept).unwrap() == drawn,
            "docs/{name} is out of date: look at it, then run with UPDATE=1"
        );
    }
}
