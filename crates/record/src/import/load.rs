//! Reads the files found, several at once.

use std::collections::HashSet;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

use sha2::{Digest as _, Sha256};

use super::find::Found;
use super::{Options, Progress, Step};
use crate::ReadError;
use crate::claim::Claims;
use crate::read::{self, Format};
use crate::store::{FileRow, tidy};

/// A file looked at.
#[derive(Debug)]
pub(super) enum Loaded {
    /// Of no format we know, in a folder.
    Ignored,
    /// In the database already.
    Known,
    /// Cannot be read.
    Failed(ReadError),
    /// Read.
    Read(Box<FileRead>),
}

/// What a file says, and what is kept of it.
#[derive(Debug)]
pub(super) struct FileRead {
    pub(super) format: Format,
    pub(super) row: FileRow,
    pub(super) claims: Claims,
}

/// Reads every file; the answers stand in the order of the files.
pub(super) fn load(
    found: &[Found],
    known: &HashSet<&str>,
    options: &Options,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Vec<Loaded> {
    let mut loaded: Vec<Loaded> = Vec::new();
    loaded.resize_with(found.len(), || Loaded::Ignored);
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        let (sender, receiver) = mpsc::channel();
        for _ in 0..options.threads.clamp(1, found.len().max(1)) {
            let (sender, next) = (sender.clone(), &next);
            scope.spawn(move || {
                loop {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    let Some(file) = found.get(place) else { break };
                    if sender.send((place, look_at(file, known, options))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        for (done, (place, answer)) in (1..).zip(receiver) {
            if let Some(slot) = loaded.get_mut(place) {
                *slot = answer;
            }
            let path = found.get(place).map(|file| file.path.as_path());
            progress(Progress { step: Step::Reading, done, of: found.len(), path });
        }
    });
    loaded
}

fn look_at(file: &Found, known: &HashSet<&str>, options: &Options) -> Loaded {
    if let Some(error) = &file.error {
        return Loaded::Failed(error.clone());
    }
    match read(file, known, options) {
        Ok(loaded) => loaded,
        Err(error) => Loaded::Failed(error),
    }
}

fn read(file: &Found, known: &HashSet<&str>, options: &Options) -> Result<Loaded, ReadError> {
    let path = &file.path;
    let Some(format) = read::detect_file(path)? else {
        return if file.named { Err(read::unknown_format(path)) } else { Ok(Loaded::Ignored) };
    };
    let bytes = read::read_bytes(path, format)?;
    let sha256: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    if known.contains(&*sha256) {
        return Ok(Loaded::Known);
    }
    let claims = read::read_unpacked(format, &bytes).map_err(|error| error.in_file(path))?;
    Ok(Loaded::Read(Box::new(prepare(path, format, sha256, claims, options))))
}

/// Claims as they are merged and kept, with what is kept of their file.
pub(super) fn prepare(path: &Path, format: Format, sha256: String, mut claims: Claims, options: &Options) -> FileRead {
    let text =
        |name: Option<&std::ffi::OsStr>| name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    tidy(&mut claims);
    if format == Format::StatsbombEvents {
        // Only the name of the file says which match it is of.
        for claim in &mut claims.matches {
            claim.external_id.get_or_insert_with(|| text(path.file_stem()).into());
        }
    }
    let row = FileRow {
        source: claims.source.clone(),
        name: text(path.file_name()),
        folder: text(path.parent().and_then(Path::file_name)),
        format: format.name().to_owned(),
        sha256,
        rows: claims.rows,
        imported_at: options.imported_at.clone(),
        accepts_new_teams: options.accept_new_teams,
    };
    FileRead { format, row, claims }
}
