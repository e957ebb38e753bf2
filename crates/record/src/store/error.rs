//! What can go wrong with a database, and what to do about it.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

use crate::builtin::BuiltInError;
use crate::merge::MergeError;

/// Why a database could not be opened, read or written. Whatever was not finished was not done: the database is as it
/// was before.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such file.
    #[error("{}: no such file", .path.display())]
    Missing {
        /// The database.
        path: PathBuf,
    },
    /// It is a file of another kind.
    #[error("{}: not a database", .path.display())]
    NotADatabase {
        /// The file.
        path: PathBuf,
    },
    /// It is an SQLite database of another program.
    #[error("{}: a database of another program", .path.display())]
    AnotherProgram {
        /// The database.
        path: PathBuf,
    },
    /// It was written by a newer Byline.
    #[error("{}: written by a newer Byline (schema {found}, this program knows up to {known})", .path.display())]
    Newer {
        /// The database.
        path: PathBuf,
        /// Its schema version.
        found: u32,
        /// The newest version this program knows.
        known: u32,
    },
    /// Another process was writing to it for longer than we wait.
    #[error("{}: in use by another process", .path.display())]
    Locked {
        /// The database.
        path: PathBuf,
    },
    /// There is no room left.
    #[error("{}: the disk is full", .path.display())]
    Full {
        /// The database.
        path: PathBuf,
    },
    /// It may be read and not written.
    #[error("{}: may not be written", .path.display())]
    ReadOnly {
        /// The database.
        path: PathBuf,
    },
    /// The operating system does not let us open it.
    #[error("{}: cannot be opened: {reason}", .path.display())]
    CannotOpen {
        /// The database.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// It holds what Byline never writes.
    #[error("{}: damaged: {what}", .path.display())]
    Damaged {
        /// The database.
        path: PathBuf,
        /// What was found.
        what: String,
    },
    /// Something else SQLite reports.
    #[error("{}: {source}", .path.display())]
    Sqlite {
        /// The database.
        path: PathBuf,
        /// What it says.
        source: rusqlite::Error,
    },
    /// The built-in record could not be read: a mistake of ours.
    #[error(transparent)]
    BuiltIn(#[from] BuiltInError),
    /// The files of the database could not be laid together.
    #[error("{}: {source}", .path.display())]
    Merge {
        /// The database.
        path: PathBuf,
        /// Why.
        source: MergeError,
    },
}

impl StoreError {
    /// What to do about it.
    #[must_use]
    pub const fn hint(&self) -> Option<&'static str> {
        Some(match self {
            Self::Missing { .. } => "`byline data import` makes a database",
            Self::NotADatabase { .. } => "data files are brought in with `byline data import`",
            Self::AnotherProgram { .. } => "name another file: Byline does not write to what is not its own",
            Self::Newer { .. } => "use the newer Byline, or import the files into a new database",
            Self::Locked { .. } => "wait until the other import is over, then try again",
            Self::Full { .. } => "make room and try again; what was imported before is kept",
            Self::ReadOnly { .. } => "check the permissions of the file and of the folder it is in",
            Self::Damaged { .. } => "import the files into a new database",
            Self::CannotOpen { .. } | Self::Sqlite { .. } | Self::BuiltIn(_) | Self::Merge { .. } => return None,
        })
    }

    /// What SQLite says of the database at `path`.
    pub(super) fn of(path: &Path, error: rusqlite::Error) -> Self {
        let path = path.to_owned();
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Self::NotADatabase { path },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked { path },
            Some(ErrorCode::DiskFull) => Self::Full { path },
            Some(ErrorCode::ReadOnly) => Self::ReadOnly { path },
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Self::CannotOpen { path, reason: error.to_string() }
            }
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged { path, what: error.to_string() },
            Some(_) => Self::Sqlite { path, source: error },
            None => match &error {
                rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::IntegralValueOutOfRange(..)
                | rusqlite::Error::InvalidColumnType(..) => Self::Damaged { path, what: error.to_string() },
                _ => Self::Sqlite { path, source: error },
            },
        }
    }
}
