//! The store: one SQLite file that keeps what every imported file says, and the record made of it ready to load.
//!
//! Facts are kept as claims, file by file, so that a file can be replaced by a newer edition of itself and any order
//! of preference can be applied again. [`Store::record`] gives the merged record: from a snapshot that is part of the
//! file while it holds, else merged anew. The tables are described in `schema.sql` beside this file and in
//! `docs/store.md`; any SQLite tool can query them.
//!
//! Files are written one transaction each by [`import`](crate::import): a crash at any instant leaves all of a file or
//! nothing of it.

mod assemble;
mod bulk;
mod columns;
mod error;
mod files;
mod migrate;
mod read_claims;
mod snapshot;
mod sound;
mod status;
mod tables;
mod tidy;
mod write_claims;

use std::path::{Path, PathBuf};

use rusqlite::{Connection, Transaction, TransactionBehavior};

pub use error::StoreError;
pub use status::{Extension, FileStatus, SourceStatus, Status};

pub(crate) use assemble::{Part, Taken, assemble, turn};
pub(crate) use files::{FileRow, StoredFile};
pub(crate) use tidy::tidy;

use crate::claim::Claims;
use crate::{Record, Source};
use migrate::Access;

/// An open database.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    path: PathBuf,
}

impl Store {
    /// Opens the database at `path`, for reading and for writing where that is allowed.
    ///
    /// # Errors
    /// If there is none, it is not one of ours, was written by a newer program, or is locked or damaged.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let closed = |error: &StoreError| matches!(error, StoreError::ReadOnly { .. } | StoreError::CannotOpen { .. });
        let connection = match migrate::open(path, Access::Write) {
            Err(error) if closed(&error) => match migrate::open(path, Access::Read) {
                Err(error) if closed(&error) && !migrate::has_log(path) => migrate::open(path, Access::Fixed)?,
                other => other?,
            },
            other => other?,
        };
        Ok(Self { connection, path: path.to_owned() })
    }

    /// Opens the database at `path` for writing, and makes one where there is no file.
    ///
    /// # Errors
    /// As [`Store::open`], and if the file cannot be made or written.
    pub fn create(path: &Path) -> Result<Self, StoreError> {
        Ok(Self { connection: migrate::open(path, Access::Create)?, path: path.to_owned() })
    }

    /// Where the database is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The record of the built-in facts and of every file imported.
    ///
    /// It is loaded from the snapshot if that holds. Otherwise it is merged from what the files say, and the snapshot
    /// is renewed if the database may be written just now.
    ///
    /// # Errors
    /// If the database is damaged or locked.
    pub fn record(&self) -> Result<Record, StoreError> {
        let fingerprint = snapshot::fingerprint();
        if let Some(record) = snapshot::load(&self.connection, &fingerprint).map_err(|error| self.failed(error))? {
            return Ok(record);
        }
        let (record, changes) = self.merged()?;
        snapshot::renew(&self.connection, changes, &fingerprint, &record);
        Ok(record)
    }

    /// The record merged from the files, and the state of the database it was made of.
    fn merged(&self) -> Result<(Record, i64), StoreError> {
        // Everything is read in one transaction, so that an import beside us cannot come between.
        let (files, changes) = {
            let reading = self.connection.unchecked_transaction().map_err(|error| self.failed(error))?;
            let changes = files::changes(&reading).map_err(|error| self.failed(error))?;
            (self.read_files(&[])?, changes)
        };
        let parts: Vec<Part<'_>> = files.iter().map(|(file, claims)| file.part(claims)).collect();
        let mut refused = None;
        let record = assemble(&parts, &mut |_, result| refused = refused.take().or(result.err()))?;
        match refused {
            Some(source) => Err(StoreError::Merge { path: self.path.clone(), source }),
            None => Ok((record, changes)),
        }
    }

    /// The record merged from the files, whatever the snapshot says.
    #[cfg(test)]
    pub(crate) fn merged_for_test(&self) -> Record {
        self.merged().unwrap().0
    }

    /// The sources, files and completeness of the database.
    ///
    /// # Errors
    /// If the database is damaged or locked.
    pub fn status(&self) -> Result<Status, StoreError> {
        status::read(&self.connection).map_err(|error| self.failed(error))
    }

    /// What SQLite says, with the path.
    pub(crate) fn failed(&self, error: rusqlite::Error) -> StoreError {
        StoreError::of(&self.path, error)
    }

    /// Files imported, in the order of import, and the state of the database they were read in.
    pub(crate) fn files(&self) -> Result<(Vec<StoredFile>, i64), StoreError> {
        let read = || {
            let reading = self.connection.unchecked_transaction()?;
            Ok((files::list(&reading)?, files::changes(&reading)?))
        };
        read().map_err(|error| self.failed(error))
    }

    /// What one file says.
    pub(crate) fn claims(&self, file: &StoredFile) -> Result<Claims, StoreError> {
        read_claims::read(&self.connection, file.id, file.row.source.clone(), file.row.rows)
            .map_err(|error| self.failed(error))
    }

    /// What every file says but those left out.
    pub(crate) fn read_files(&self, but: &[i64]) -> Result<Vec<(StoredFile, Claims)>, StoreError> {
        let files = files::list(&self.connection).map_err(|error| self.failed(error))?;
        files
            .into_iter()
            .filter(|file| !but.contains(&file.id))
            .map(|file| self.claims(&file).map(|claims| (file, claims)))
            .collect()
    }

    /// Starts to write. Nothing is changed unless the writing is [committed](Writing::commit).
    pub(crate) fn write(&mut self) -> Result<Writing<'_>, StoreError> {
        let path = &self.path;
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|error| StoreError::of(path, error))?;
        Ok(Writing { transaction, path })
    }
}

/// One file being written, in one transaction.
#[derive(Debug)]
pub(crate) struct Writing<'s> {
    transaction: Transaction<'s>,
    path: &'s Path,
}

impl Writing<'_> {
    /// Whether a file with these bytes is there already.
    pub(crate) fn has(&self, sha256: &str) -> Result<bool, StoreError> {
        files::has(&self.transaction, sha256).map_err(|error| StoreError::of(self.path, error))
    }

    /// Puts a file in, in place of another if it is a newer edition of it.
    pub(crate) fn put(&self, row: &FileRow, claims: &Claims, replaces: Option<i64>) -> Result<(), StoreError> {
        let write = || {
            if let Some(old) = replaces {
                files::remove(&self.transaction, old)?;
            }
            let id = files::insert(&self.transaction, row)?;
            write_claims::write(&self.transaction, id, claims)?;
            files::note_change(&self.transaction)
        };
        write().map_err(|error| StoreError::of(self.path, error))
    }

    /// Writes what is known of the source of a file put in.
    pub(crate) fn describe(&self, source: &Source) -> Result<(), StoreError> {
        files::describe(&self.transaction, source).map_err(|error| StoreError::of(self.path, error))
    }

    /// Puts a record in that was made of the database as it is after `changes` changes; does nothing if it is not in
    /// that state.
    pub(crate) fn put_record(&self, record: &Record, changes: i64) -> Result<(), StoreError> {
        snapshot::save(&self.transaction, changes, &snapshot::fingerprint(), record)
            .map_err(|error| StoreError::of(self.path, error))
    }

    /// Makes it so.
    pub(crate) fn commit(self) -> Result<(), StoreError> {
        self.transaction.commit().map_err(|error| StoreError::of(self.path, error))
    }
}

#[cfg(test)]
mod tests;
