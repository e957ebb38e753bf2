//! Runs every command shown in Markdown pages and compares what it prints with what the page shows: the README, and
//! `commands.md` beside this file.
//!
//! In a `console` block a line that starts with `$ ` is a command: `$ byline …` (or `$ cargo run --release -- …`, which
//! is the same). The lines below it are its standard output, then its standard error, then `[exit N]` where N is not 0.
//! `$TMP` stands for a folder of the page's own. `UPDATE=1 cargo test --test console` writes what is printed into the
//! pages; read the difference before you commit it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may fail")]

use std::path::{Path, PathBuf};
use std::process::Command;

/// A page: where it is and where its commands run.
struct Page {
    path: PathBuf,
    folder: PathBuf,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// Splits a command line at spaces, with double quotes around words that have some.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut quoted = false;
    let mut open = false;
    for letter in line.chars() {
        match letter {
            '"' => {
                quoted = !quoted;
                open = true;
            }
            ' ' if !quoted => {
                if open {
                    words.push(std::mem::take(&mut word));
                }
                open = false;
            }
            _ => {
                word.push(letter);
                open = true;
            }
        }
    }
    if open {
        words.push(word);
    }
    words
}

/// What a command prints, as a page shows it.
fn printed(line: &str, page: &Page, tmp: &Path) -> String {
    let line =
        line.strip_prefix("cargo run --release -- ").or_else(|| line.strip_prefix("byline ")).unwrap_or_else(|| {
            panic!("{}: `{line}` is not a command of ours", page.path.display());
        });
    let tmp_text = tmp.to_str().unwrap();
    let arguments = words(line).into_iter().map(|word| word.replace("$TMP", tmp_text));
    let output = Command::new(env!("CARGO_BIN_EXE_byline"))
        .args(arguments)
        .current_dir(&page.folder)
        .env("NO_COLOR", "1")
        .env("XDG_DATA_HOME", tmp)
        .env_remove("BYLINE_RECORD")
        .env("COLUMNS", "120")
        .output()
        .unwrap();
    let mut text = String::from_utf8(output.stdout).unwrap();
    text.push_str(&String::from_utf8(output.stderr).unwrap());
    let mut text: String = text.lines().map(|line| format!("{}\n", line.trim_end())).collect();
    match output.status.code() {
        Some(0) => {}
        code => text.push_str(&format!("[exit {}]\n", code.unwrap())),
    }
    text.replace(tmp_text, "$TMP")
}

/// The page with what its commands print now.
fn rewritten(page: &Page, text: &str) -> String {
    let tmp = tempfile::tempdir().unwrap();
    let mut out = String::new();
    let mut console = false;
    let mut skipping = false;
    for line in text.lines() {
        if line.starts_with("```") {
            console = line == "```console";
            skipping = false;
        } else if console && let Some(command) = line.strip_prefix("$ ") {
            skipping = command.starts_with("byline ") || command.starts_with("cargo run --release -- ");
            out.push_str(line);
            out.push('\n');
            if skipping {
                out.push_str(&printed(command, page, tmp.path()));
            }
            continue;
        }
        if !skipping {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

fn check(path: &Path, folder: &Path) {
    let page = Page { path: path.to_owned(), folder: folder.to_owned() };
    let shown = std::fs::read_to_string(path).unwrap();
    let now = rewritten(&page, &shown);
    if shown == now {
        return;
    }
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, now).unwrap();
        return;
    }
    let line = shown.lines().zip(now.lines()).position(|(shown, now)| shown != now).unwrap_or(0);
    let around = |text: &str| text.lines().skip(line.saturating_sub(3)).take(8).collect::<Vec<_>>().join("\n");
    panic!(
        "{}:{}: the page shows\n{}\n\nbut the program prints\n{}\n\n(UPDATE=1 rewrites the page)",
        path.display(),
        line + 1,
        around(&shown),
        around(&now)
    );
}

#[test]
fn the_readme_shows_what_the_program_prints() {
    check(&root().join("README.md"), &root());
}

#[test]
fn commands_print_what_the_page_shows() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    check(&folder.join("commands.md"), &folder);
}
