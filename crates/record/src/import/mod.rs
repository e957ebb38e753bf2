//! Brings files into a database: finds them, reads them, lays them on what is known, and writes each in one
//! transaction.
//!
//! A file whose bytes are in the database already adds nothing. A file of the same source and name that tells of the
//! same matches as one in the database is a newer edition of it and takes its place. A file that cannot be read, or
//! names national teams nobody knows, is left out whole; the others go on.

mod find;
mod load;
mod newer;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use crate::claim::{Claims, Skipped};
use crate::merge::{MergeError, MergeReport};
use crate::read::Format;
use crate::store::{FileRow, Part, Store, StoreError, StoredFile, assemble};
use crate::{Place, ReadError, Record, Source};
use find::Found;
use load::Loaded;

/// How to import.
#[derive(Clone, Debug)]
pub struct Options {
    /// The time of import, to be kept with each file; text, since this crate reads no clock.
    pub imported_at: String,
    /// Takes national teams nobody has listed as new teams instead of refusing their file.
    pub accept_new_teams: bool,
    /// How many files are read at once; the result is the same with any number.
    pub threads: usize,
}

/// What an import is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Reading files.
    Reading,
    /// Laying files together.
    Merging,
    /// Writing files.
    Writing,
}

/// How far an import has come.
#[derive(Clone, Copy, Debug)]
pub struct Progress<'p> {
    /// What it is doing.
    pub step: Step,
    /// Files done of this step.
    pub done: usize,
    /// Files to do in this step.
    pub of: usize,
    /// The file done last.
    pub path: Option<&'p Path>,
}

/// What an import did.
#[derive(Debug)]
pub struct Report {
    /// Every file found, in the order given; folders by name.
    pub files: Vec<FileReport>,
    /// Matches of the whole record that are told of but could not be placed for want of a date.
    pub undated: usize,
}

impl Report {
    /// Files that failed, with the reason.
    pub fn failures(&self) -> impl Iterator<Item = &ReadError> {
        self.files.iter().filter_map(|file| match &file.outcome {
            Outcome::Failed(error) => Some(error),
            _ => None,
        })
    }
}

/// What became of one file.
#[derive(Debug)]
pub struct FileReport {
    /// Where it is.
    pub path: PathBuf,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of one file.
#[derive(Debug)]
pub enum Outcome {
    /// It is in the database now.
    Imported(Box<Imported>),
    /// It was in the database already.
    AlreadyImported,
    /// It stands in a folder and is of no format we know.
    Ignored,
    /// It is left out, whole.
    Failed(ReadError),
}

/// A file brought in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// What it was read as.
    pub format: Format,
    /// Its source.
    pub source: Box<str>,
    /// Rows read.
    pub rows: usize,
    /// Rows left out, each with the reason.
    pub skipped: Vec<Skipped>,
    /// What was new in it.
    pub merged: MergeReport,
    /// Whether it took the place of an older edition of itself.
    pub replaced: bool,
}

/// Imports files, and folders with all that is in them.
///
/// # Errors
/// If the database cannot be written. Files written before stay; each file is in it wholly or not at all. That a file
/// cannot be imported is no error of the import: see [`Report::failures`].
pub fn import(
    store: &mut Store,
    paths: &[PathBuf],
    options: &Options,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<Report, StoreError> {
    let found = find::find(paths);
    let (stored, changes) = store.files()?;
    let known: HashSet<&str> = stored.iter().map(|file| &*file.row.sha256).collect();
    let loaded = load::load(&found, &known, options, progress);
    take_in(store, (stored, changes), found, loaded, options, progress)
}

/// Brings in what was read of the files found, when the database had the files `stored` after `changes` changes.
fn take_in(
    store: &mut Store,
    (stored, changes): (Vec<StoredFile>, i64),
    found: Vec<Found>,
    loaded: Vec<Loaded>,
    options: &Options,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<Report, StoreError> {
    let mut import = Import { stored, changes, outcomes: Vec::with_capacity(found.len()), fresh: Vec::new() };
    import.sort_out(store, &found, loaded)?;
    let undated = if import.fresh.is_empty() { None } else { Some(import.bring_in(store, options, progress)?) };
    let files = found.into_iter().zip(import.outcomes);
    let files = files.map(|(found, outcome)| FileReport { path: found.path, outcome }).collect();
    Ok(Report { files, undated: undated.unwrap_or_default() })
}

/// One run.
struct Import {
    stored: Vec<StoredFile>,
    /// State of the database the run started from.
    changes: i64,
    outcomes: Vec<Outcome>,
    fresh: Vec<Fresh>,
}

/// A file to be brought in.
struct Fresh {
    /// Its place among the files found.
    place: usize,
    path: PathBuf,
    format: Format,
    row: FileRow,
    claims: Claims,
    /// The older edition of it.
    replaces: Option<i64>,
    merged: Option<Result<MergeReport, MergeError>>,
}

impl Import {
    /// Tells files to be brought in from those that need not or cannot be.
    fn sort_out(&mut self, store: &Store, found: &[Found], loaded: Vec<Loaded>) -> Result<(), StoreError> {
        let mut seen: HashSet<String> = HashSet::new();
        for (place, (found, loaded)) in found.iter().zip(loaded).enumerate() {
            self.outcomes.push(match loaded {
                Loaded::Ignored => Outcome::Ignored,
                Loaded::Known => Outcome::AlreadyImported,
                Loaded::Failed(error) => Outcome::Failed(error),
                Loaded::Read(read) if !seen.insert(read.row.sha256.clone()) => Outcome::AlreadyImported,
                Loaded::Read(read) => {
                    let taken: Vec<i64> = self.fresh.iter().filter_map(|fresh| fresh.replaces).collect();
                    let replaces = newer::replaced(store, &self.stored, &taken, &read.row, &read.claims)?;
                    self.fresh.push(Fresh {
                        place,
                        path: found.path.clone(),
                        format: read.format,
                        row: read.row,
                        claims: read.claims,
                        replaces,
                        merged: None,
                    });
                    // Replaced by what becomes of it.
                    Outcome::Ignored
                }
            });
        }
        Ok(())
    }

    /// Merges and writes the new files; how many matches of the record have no date.
    fn bring_in(
        &mut self,
        store: &mut Store,
        options: &Options,
        progress: &mut dyn FnMut(Progress<'_>),
    ) -> Result<usize, StoreError> {
        let record = self.merge(store, options, progress)?;
        let all_taken = self.fresh.iter().all(|fresh| matches!(fresh.merged, Some(Ok(_))));
        self.write(store, &record, all_taken, progress)?;
        if all_taken {
            Ok(record.undated().len())
        } else {
            // What was refused has left traces in the record, and its older edition is missing from it.
            drop(record);
            Ok(store.record()?.undated().len())
        }
    }

    fn merge(
        &mut self,
        store: &Store,
        options: &Options,
        progress: &mut dyn FnMut(Progress<'_>),
    ) -> Result<Record, StoreError> {
        let replaced: Vec<i64> = self.fresh.iter().filter_map(|fresh| fresh.replaces).collect();
        let kept = store.read_files(&replaced)?;
        let mut parts: Vec<Part<'_>> = kept.iter().map(|(file, claims)| file.part(claims)).collect();
        parts.extend(self.fresh.iter().map(|fresh| fresh.row.part(&fresh.claims, options.accept_new_teams)));
        let (of, mut done) = (parts.len(), 0);
        let mut merged: Vec<Option<Result<MergeReport, MergeError>>> = Vec::new();
        merged.resize_with(of, || None);
        let record = assemble(&parts, &mut |part, result| {
            done += 1;
            progress(Progress { step: Step::Merging, done, of, path: None });
            if let Some(slot) = merged.get_mut(part) {
                *slot = Some(result);
            }
        })?;
        for (fresh, result) in self.fresh.iter_mut().zip(merged.into_iter().skip(kept.len())) {
            fresh.merged = result;
        }
        Ok(record)
    }

    fn write(
        &mut self,
        store: &mut Store,
        record: &Record,
        with_record: bool,
        progress: &mut dyn FnMut(Progress<'_>),
    ) -> Result<(), StoreError> {
        let (of, mut changes) = (self.fresh.len(), self.changes);
        for (done, fresh) in (1..).zip(std::mem::take(&mut self.fresh)) {
            let outcome = match fresh.merged {
                Some(Ok(merged)) => {
                    let writing = store.write()?;
                    if writing.has(&fresh.row.sha256)? {
                        // Another process has brought it in meanwhile.
                        Outcome::AlreadyImported
                    } else {
                        writing.put(&fresh.row, &source(record, &fresh.row.source), &fresh.claims, fresh.replaces)?;
                        changes += 1;
                        if with_record && done == of {
                            writing.put_record(record, changes)?;
                        }
                        writing.commit()?;
                        Outcome::Imported(Box::new(Imported {
                            format: fresh.format,
                            source: fresh.row.source,
                            rows: fresh.row.rows,
                            skipped: fresh.claims.skipped,
                            merged,
                            replaced: fresh.replaces.is_some(),
                        }))
                    }
                }
                Some(Err(error)) => Outcome::Failed(refused(&error).in_file(&fresh.path)),
                None => continue,
            };
            if let Some(slot) = self.outcomes.get_mut(fresh.place) {
                *slot = outcome;
            }
            progress(Progress { step: Step::Writing, done, of, path: Some(&fresh.path) });
        }
        Ok(())
    }
}

/// What the record knows of a source.
fn source(record: &Record, key: &str) -> Source {
    record.sources().iter().find(|source| &*source.key == key).cloned().unwrap_or_else(|| Source::unlisted(key))
}

/// Why a file that could be read is left out all the same.
fn refused(error: &MergeError) -> ReadError {
    let MergeError::UnknownTeams(unknown) = error else {
        return ReadError::new(Place::default(), error.to_string(), "");
    };
    let line = unknown.first().map_or(0, |team| team.line);
    let mut problem = String::new();
    for (index, team) in unknown.iter().enumerate().take(5) {
        let (separator, at) = match index {
            0 => ("no national team is called ", String::new()),
            _ => (", nor ", format!(" (line {})", team.line)),
        };
        problem.push_str(&format!("{separator}`{}`{at}", team.name));
        if !team.nearest.is_empty() {
            problem.push_str(&format!(" (nearest: {})", team.nearest.join(", ")));
        }
    }
    if unknown.len() > 5 {
        problem.push_str(&format!(", and {} more names are unknown", unknown.len() - 5));
    }
    ReadError::new(Place::line(line), problem, "a team of facts/teams.txt or one of its other names")
        .with_hint("correct the names, or take them as new teams with --accept-new-teams")
}

#[cfg(test)]
mod crash;
#[cfg(test)]
mod tests;
