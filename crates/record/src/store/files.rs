//! The files of a database.

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::{Part, columns, write_claims};
use crate::Source;
use crate::claim::Claims;

/// What is kept of a file beside its claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FileRow {
    /// Key of the source.
    pub(crate) source: Box<str>,
    /// File name.
    pub(crate) name: String,
    /// Name of the folder it was in.
    pub(crate) folder: String,
    /// Name of the format.
    pub(crate) format: String,
    /// Of its bytes, in hexadecimal.
    pub(crate) sha256: String,
    /// Rows read.
    pub(crate) rows: usize,
    /// Time of import, as the caller gave it.
    pub(crate) imported_at: String,
    /// Whether unlisted national teams were taken from it.
    pub(crate) accepts_new_teams: bool,
}

/// A file in the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StoredFile {
    /// Its number.
    pub(crate) id: i64,
    /// What is kept of it.
    pub(crate) row: FileRow,
}

impl FileRow {
    /// The file as a part of the record. `accept` new teams: a file that was taken once is never refused later, even
    /// if the built-in list of teams has changed since.
    pub(crate) fn part<'c>(&'c self, claims: &'c Claims, accept: bool) -> Part<'c> {
        Part { claims, place: [&self.name, &self.folder, &self.sha256], accept_new_teams: accept }
    }
}

impl StoredFile {
    pub(crate) fn part<'c>(&'c self, claims: &'c Claims) -> Part<'c> {
        self.row.part(claims, true)
    }
}

const COLUMNS: &str = "id, source, name, folder, format, sha256, rows, imported_at, accepts_new_teams";

fn read(row: &Row<'_>) -> rusqlite::Result<StoredFile> {
    let mut columns = columns::Columns::of(row);
    Ok(StoredFile {
        id: columns.take()?,
        row: FileRow {
            source: columns.take()?,
            name: columns.take()?,
            folder: columns.take()?,
            format: columns.take()?,
            sha256: columns.take()?,
            rows: columns.count()?,
            imported_at: columns.take()?,
            accepts_new_teams: columns.take()?,
        },
    })
}

/// Every file, in the order of import.
pub(super) fn list(connection: &Connection) -> rusqlite::Result<Vec<StoredFile>> {
    let mut statement = connection.prepare_cached(&format!("SELECT {COLUMNS} FROM file ORDER BY id"))?;
    statement.query_map([], read)?.collect()
}

/// Whether a file with these bytes is there.
pub(super) fn has(connection: &Connection, sha256: &str) -> rusqlite::Result<bool> {
    let mut statement = connection.prepare_cached("SELECT 1 FROM file WHERE sha256 = ?1")?;
    Ok(statement.query_row([sha256], |_| Ok(())).optional()?.is_some())
}

/// Adds a file; its number. Its source is [described](describe) apart.
pub(super) fn insert(connection: &Connection, file: &FileRow) -> rusqlite::Result<i64> {
    connection
        .prepare_cached("INSERT OR IGNORE INTO source (key, name, licence, attribution) VALUES (?1, ?1, '', ?1)")?
        .execute([&file.source])?;
    let id = write_claims::next_id(connection, "file")?;
    connection.prepare_cached(&format!("INSERT INTO file ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"))?.execute(
        params![
            id,
            file.source,
            file.name,
            file.folder,
            file.format,
            file.sha256,
            u32::try_from(file.rows).unwrap_or(u32::MAX),
            file.imported_at,
            file.accepts_new_teams,
        ],
    )?;
    Ok(id)
}

/// Writes what is known of a source that has a file.
pub(super) fn describe(connection: &Connection, source: &Source) -> rusqlite::Result<()> {
    let Source { key, name, licence, attribution, retrieved } = source;
    connection
        .prepare_cached("UPDATE source SET name = ?2, licence = ?3, attribution = ?4, retrieved = ?5 WHERE key = ?1")?
        .execute(params![key, name, licence, attribution, columns::date(*retrieved)])?;
    Ok(())
}

/// Removes a file and all it says.
pub(super) fn remove(connection: &Connection, id: i64) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM file WHERE id = ?1", [id])?;
    Ok(())
}

/// How often files were written or removed.
pub(super) fn changes(connection: &Connection) -> rusqlite::Result<i64> {
    connection.query_row("SELECT changes FROM meta", [], |row| row.get(0))
}

/// Counts one change.
pub(super) fn note_change(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute("UPDATE meta SET changes = changes + 1", [])?;
    Ok(())
}
