//! The merged record kept ready in the database, so that a program that only asks need not merge again.
//!
//! It is stamped with the state of the database it was made of and with a fingerprint of everything else it depends
//! on: the built-in facts and the way this program merges and writes. With any other stamp it is passed over.

use std::time::Duration;

use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior, params};

use crate::{Record, builtin};

/// Raised whenever the types of a [`Record`] or the rules of merging change.
const VERSION: u32 = 2;

/// What a snapshot depends on beside the database.
pub(super) fn fingerprint() -> String {
    format!("{VERSION} {} {:016x}", env!("CARGO_PKG_VERSION"), builtin::fingerprint())
}

/// The record of the snapshot, if it holds.
pub(super) fn load(connection: &Connection, fingerprint: &str) -> rusqlite::Result<Option<Record>> {
    let mut statement = connection.prepare_cached(
        "SELECT record FROM snapshot WHERE fingerprint = ?1 AND changes = (SELECT changes FROM meta)",
    )?;
    let record = statement.query_row([fingerprint], |row| Ok(Record::unpack(row.get_ref(0)?.as_blob()?))).optional()?;
    Ok(record.flatten())
}

/// Writes a record made of the database as it was after `changes` changes, if that is its state.
pub(super) fn save(connection: &Connection, changes: i64, fingerprint: &str, record: &Record) -> rusqlite::Result<()> {
    let bytes = record.pack().map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
    connection.execute(
        "INSERT OR REPLACE INTO snapshot (one, changes, fingerprint, record) \
         SELECT 1, ?1, ?2, ?3 WHERE (SELECT changes FROM meta) = ?1",
        params![changes, fingerprint, bytes],
    )?;
    Ok(())
}

/// Writes a record if the database may be written this moment. That it may not is no failure: the next one to open
/// it merges again.
pub(super) fn renew(connection: &Connection, changes: i64, fingerprint: &str, record: &Record) {
    let attempt = || -> rusqlite::Result<()> {
        let transaction = rusqlite::Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
        save(&transaction, changes, fingerprint, record)?;
        transaction.commit()
    };
    let patience = connection.busy_timeout(Duration::ZERO).and_then(|()| attempt());
    drop(patience);
    drop(connection.busy_timeout(super::migrate::PATIENCE));
}
