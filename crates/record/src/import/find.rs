//! The files that paths name.

use std::path::{Path, PathBuf};

use crate::ReadError;
use crate::read::unreadable;

/// A file to be looked at.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) path: PathBuf,
    /// Whether it was named, not come upon in a folder.
    pub(super) named: bool,
    /// Why it cannot be looked at.
    pub(super) error: Option<ReadError>,
}

/// How many folders deep we look.
const DEEPEST: usize = 16;

/// Every file, in the order of the paths; those of a folder by name, what is in its folders among them. What is hidden
/// (its name starts with a dot) and links to folders are passed over.
pub(super) fn find(paths: &[PathBuf]) -> Vec<Found> {
    let mut found = Vec::new();
    for path in paths {
        look_at(path, true, DEEPEST, &mut found);
    }
    found
}

fn look_at(path: &Path, named: bool, deep: usize, found: &mut Vec<Found>) {
    let mut add = |error: Option<ReadError>| found.push(Found { path: path.to_owned(), named, error });
    let metadata = match std::fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) => return add(Some(unreadable(path, &error))),
    };
    if metadata.is_file() {
        return add(None);
    }
    if !metadata.is_dir() {
        if named {
            let error = std::io::Error::other("it is neither a file nor a folder");
            add(Some(unreadable(path, &error)));
        }
        return;
    }
    if deep == 0 || (!named && path.is_symlink()) {
        return;
    }
    let entries = match std::fs::read_dir(path).and_then(Iterator::collect::<std::io::Result<Vec<_>>>) {
        Ok(entries) => entries,
        Err(error) => return add(Some(unreadable(path, &error))),
    };
    let mut inside: Vec<PathBuf> = entries.iter().map(std::fs::DirEntry::path).collect();
    inside.sort_unstable();
    for path in inside {
        let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        if !hidden {
            look_at(&path, false, deep - 1, found);
        }
    }
}
