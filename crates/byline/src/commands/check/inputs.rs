//! Reports one after another, out of folders and JSON lines, without holding more than one.

use std::fs::File;
use std::io::{BufRead, BufReader, Read as _};
use std::path::{Path, PathBuf};

use byline_report::text::{Format, LARGEST_REPORT, Options};
use serde::Deserialize;
use serde_json::Value as Json;

use crate::args::{parse_date, parse_zone};
use crate::failure::Failure;
use crate::reports::{Input, Origin};

/// Endings of files that are reports.
const REPORTS: [&str; 7] = ["txt", "text", "md", "markdown", "html", "htm", "xhtml"];
/// The ending of files of JSON lines.
const LINES: &str = "jsonl";

/// What a line may be: a report as JSON, which takes up to six letters for one.
const LONGEST_LINE: u64 = 6 * LARGEST_REPORT as u64;

/// What to do with a report that was handed in as lines.
const LINES_HINT: &str = "a line is an object such as {\"text\": \"…\", \"date\": \"2022-12-11\"}; a report in plain words is checked as a .txt file";

/// What the stream is handed: a report, or why one could not be had.
pub(super) type Take<'t> = dyn FnMut(Result<Input, Failure>) -> Result<(), Failure> + 't;

/// Whether an argument stands for many reports.
pub(super) fn is_stream(path: &Path) -> bool {
    path == Path::new("-") || has_ending(path, &[LINES]) || path.is_dir()
}

/// Hands on every report of an argument.
pub(super) fn each(path: &Path, options: &Options, take: &mut Take<'_>) -> Result<(), Failure> {
    if path == Path::new("-") {
        return lines(&mut std::io::stdin().lock(), path, options, take);
    }
    if path.is_dir() {
        return folder(path, options, take);
    }
    if !has_ending(path, &[LINES]) {
        return take(Input::file(path, options.clone()));
    }
    match File::open(path) {
        Ok(file) => lines(&mut BufReader::new(file), path, options, take),
        Err(error) => take(Err(unreadable(path, &error))),
    }
}

/// Files of a folder and of the folders in it, by name.
fn folder(path: &Path, options: &Options, take: &mut Take<'_>) -> Result<(), Failure> {
    let listed = std::fs::read_dir(path).and_then(|entries| {
        entries.map(|entry| entry.and_then(|entry| Ok((entry.path(), entry.file_type()?)))).collect()
    });
    let mut entries: Vec<(PathBuf, std::fs::FileType)> = match listed {
        Ok(entries) => entries,
        Err(error) => return take(Err(unreadable(path, &error))),
    };
    entries.sort_by(|(one, _), (other, _)| one.cmp(other));
    for (path, kind) in entries {
        // A link to a folder is not followed: it could lead back here.
        if kind.is_dir() {
            folder(&path, options, take)?;
        } else if path.is_file() && (has_ending(&path, &REPORTS) || has_ending(&path, &[LINES])) {
            each(&path, options, take)?;
        }
    }
    Ok(())
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    let own = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    endings.iter().any(|ending| own.eq_ignore_ascii_case(ending))
}

fn unreadable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::bad_input(format!("{}: cannot be read: {error}", path.display()))
}

/// A report as a line.
#[derive(Debug, Deserialize)]
struct Line {
    id: Option<Json>,
    text: Option<String>,
    html: Option<String>,
    date: Option<String>,
    outlet: Option<String>,
    zone: Option<String>,
}

fn lines(reader: &mut dyn BufRead, path: &Path, options: &Options, take: &mut Take<'_>) -> Result<(), Failure> {
    let mut bytes = Vec::new();
    for number in 1.. {
        bytes.clear();
        let read = reader.take(LONGEST_LINE).read_until(b'\n', &mut bytes);
        let origin = Origin { line: Some(number), ..Origin::file(path) };
        match read {
            Ok(0) => break,
            Ok(_) => {}
            // What comes after is not to be had either.
            Err(error) => return take(Err(Failure::bad_input(format!("{origin}: cannot be read: {error}")))),
        }
        if bytes.len() as u64 == LONGEST_LINE && !bytes.ends_with(b"\n") {
            reader.skip_until(b'\n')?;
            take(Err(Failure::bad_input(format!("{origin}: longer than {} MiB", LONGEST_LINE >> 20))))?;
        } else if !bytes.trim_ascii().is_empty() {
            take(input(&bytes, origin, options))?;
        }
    }
    Ok(())
}

/// What is wrong with a line, whose number is told beside it.
fn not_json(error: &serde_json::Error) -> String {
    let told = error.to_string();
    let what = told.split(" at line ").next().unwrap_or(&told);
    format!("not a report as JSON: {what} at column {}", error.column())
}

/// The report of a line. What the line says goes before what the options say.
fn input(bytes: &[u8], origin: Origin, options: &Options) -> Result<Input, Failure> {
    let place = origin.to_string();
    let wrong = |what: String| Failure::bad_input(format!("{place}: {what}"));
    let line: Line = serde_json::from_slice(bytes.trim_ascii_end()).map_err(|error| {
        let failure = wrong(not_json(&error));
        // Said once: a report in plain words has many lines.
        if origin.line == Some(1) { failure.hint(LINES_HINT) } else { failure }
    })?;
    let (text, format) = match (line.text, line.html) {
        (Some(text), None) => (text, None),
        (None, Some(html)) => (html, Some(Format::Html)),
        _ => return Err(wrong("expected one of `text` and `html`".to_owned())),
    };
    let date = line.date.as_deref().map(parse_date).transpose().map_err(wrong)?;
    let zone = line.zone.as_deref().map(parse_zone).transpose().map_err(wrong)?;
    Ok(Input {
        origin: Origin { id: line.id, ..origin },
        bytes: text.into_bytes(),
        options: Options {
            format,
            date: date.or(options.date),
            outlet: line.outlet.or_else(|| options.outlet.clone()),
            zone: zone.or_else(|| options.zone.clone()),
        },
    })
}
