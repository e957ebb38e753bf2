//! Brings files into a database: finds them, reads them, lays them on what is known, and writes each in one
//! transaction.
//!
//! A file whose bytes are in the database already adds nothing. A file of the same source and name that tells of the
//! same matches as one in the database is a newer edition of it and takes its place. A file that cannot be read, or
//! names national teams nobody knows, is left out whole; the others go on.

mod find;
mod load;
mod newer;

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread::ScopedJoinHandle;

use crate::builtin::BuiltInError;
use crate::claim::{Claims, Skipped};
use crate::merge::{MergeError, MergeReport};
use crate::read::Format;
use crate::store::{FileRow, Part, Store, StoreError, StoredFile, Taken, assemble, turn};
use crate::{Place, ReadError, Record};
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
    /// Laying them on what is known and writing them.
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
    take_in(store, (stored, changes), found, loaded, progress)
}

/// Brings in what was read of the files found, when the database had the files `stored` after `changes` changes.
fn take_in(
    store: &mut Store,
    (stored, changes): (Vec<StoredFile>, i64),
    found: Vec<Found>,
    loaded: Vec<Loaded>,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<Report, StoreError> {
    let mut import = Import { stored, changes, outcomes: Vec::with_capacity(found.len()), fresh: Vec::new() };
    import.sort_out(store, &found, loaded)?;
    let undated = if import.fresh.is_empty() { None } else { Some(import.bring_in(store, progress)?) };
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
                    });
                    // Replaced by what becomes of it.
                    Outcome::Ignored
                }
            });
        }
        Ok(())
    }

    /// Merges and writes the new files, both at once; how many matches of the record have no date.
    fn bring_in(&mut self, store: &mut Store, progress: &mut dyn FnMut(Progress<'_>)) -> Result<usize, StoreError> {
        let mut fresh = std::mem::take(&mut self.fresh);
        // As near the order of merging as can be told here, so that writing seldom has to wait.
        fresh.sort_by_key(|fresh| turn(&fresh.claims));
        let replaced: Vec<i64> = fresh.iter().filter_map(|fresh| fresh.replaces).collect();
        let kept = store.read_files(&replaced)?;
        let mut parts: Vec<Part<'_>> = kept.iter().map(|(file, claims)| file.part(claims)).collect();
        parts.extend(fresh.iter().map(|fresh| fresh.row.part(&fresh.claims, fresh.row.accepts_new_teams)));
        let undated = std::thread::scope(|scope| {
            let (sender, results) = mpsc::channel();
            let parts = &parts;
            let merging = scope.spawn(move || {
                // Whoever no longer listens has met an error of its own.
                assemble(parts, &mut |part, result| drop(sender.send((part, result))))
            });
            let mut merging = Merging { results, known: HashMap::new(), record: Some(merging) };
            self.write(store, &fresh, kept.len(), &mut merging, progress)
        })?;
        match undated {
            Some(undated) => Ok(undated),
            // What was refused has left traces in the record, and its older edition is missing from it.
            None => Ok(store.record()?.undated().len()),
        }
    }

    /// Writes each file as it is merged, and the record with the last. How many of its matches have no date; `None`
    /// if a file was refused, so that the record is not what the database says.
    fn write(
        &mut self,
        store: &mut Store,
        fresh: &[Fresh],
        before: usize,
        merging: &mut Merging<'_>,
        progress: &mut dyn FnMut(Progress<'_>),
    ) -> Result<Option<usize>, StoreError> {
        let (mut changes, mut undated, mut refused) = (self.changes, None, false);
        for (index, file) in fresh.iter().enumerate() {
            let last = index + 1 == fresh.len();
            let writing = store.write()?;
            // Another process may have brought it in meanwhile.
            let known = writing.has(&file.row.sha256)?;
            if !known {
                writing.put(&file.row, &file.claims, file.replaces)?;
                changes += 1;
            }
            let Some(taken) = merging.result(before + index)? else { continue };
            if last {
                let record = merging.record()?;
                if !known && !refused && taken.is_ok() {
                    writing.put_record(&record, changes)?;
                    undated = Some(record.undated().len());
                }
            }
            let outcome = match taken {
                _ if known => Outcome::AlreadyImported,
                Ok(taken) => {
                    writing.describe(&taken.source)?;
                    writing.commit()?;
                    Outcome::Imported(Box::new(file.imported(taken.merged)))
                }
                Err(error) => {
                    refused = true;
                    Outcome::Failed(explain(&error).in_file(&file.path))
                }
            };
            if let Some(slot) = self.outcomes.get_mut(file.place) {
                *slot = outcome;
            }
            progress(Progress { step: Step::Writing, done: index + 1, of: fresh.len(), path: Some(&file.path) });
        }
        Ok(undated)
    }
}

impl Fresh {
    fn imported(&self, merged: MergeReport) -> Imported {
        Imported {
            format: self.format,
            source: self.row.source.clone(),
            rows: self.row.rows,
            skipped: self.claims.skipped.clone(),
            merged,
            replaced: self.replaces.is_some(),
        }
    }
}

/// Files being laid together on another thread.
struct Merging<'s> {
    results: mpsc::Receiver<(usize, Result<Taken, MergeError>)>,
    /// Results that came before they were asked for.
    known: HashMap<usize, Result<Taken, MergeError>>,
    record: Option<ScopedJoinHandle<'s, Result<Record, BuiltInError>>>,
}

impl Merging<'_> {
    /// What became of a part, as soon as it is known; `None` if nothing did.
    fn result(&mut self, part: usize) -> Result<Option<Result<Taken, MergeError>>, StoreError> {
        while !self.known.contains_key(&part) {
            let Ok((part, result)) = self.results.recv() else {
                // No result will come any more: the record says why.
                return self.record().map(|_| None);
            };
            self.known.insert(part, result);
        }
        Ok(self.known.remove(&part))
    }

    /// The record, once it is made; the second time an empty one.
    fn record(&mut self) -> Result<Record, StoreError> {
        match self.record.take().map(ScopedJoinHandle::join) {
            None => Ok(Record::default()),
            Some(Ok(record)) => Ok(record?),
            Some(Err(panic)) => std::panic::resume_unwind(panic),
        }
    }
}

/// Why a file that could be read is left out all the same.
fn explain(error: &MergeError) -> ReadError {
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
