//! What a database has: sources with their licences, files, and how far each says its tables reach.

use rusqlite::Connection;

use super::columns::Columns;
use crate::{Extent, Source, Table};

/// What a database has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// Sources with files here, by key.
    pub sources: Vec<SourceStatus>,
}

/// One source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceStatus {
    /// Licence, attribution, date of retrieval.
    pub source: Source,
    /// Its files, in the order of import.
    pub files: Vec<FileStatus>,
    /// How far its tables reach, by competition, edition and table.
    pub reach: Vec<Extension>,
}

/// One imported file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileStatus {
    /// File name.
    pub name: String,
    /// Name of the folder it was imported from.
    pub folder: String,
    /// Name of its format.
    pub format: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Time of import, as the program gave it.
    pub imported_at: String,
    /// Rows read.
    pub rows: usize,
    /// Matches it tells of.
    pub matches: usize,
    /// Events and kicks it tells of.
    pub events: usize,
    /// Rows left out.
    pub skipped: usize,
}

/// How far a source says one of its tables reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    /// Competition as the source names it; `None` for all of them.
    pub competition: Option<Box<str>>,
    /// Edition; `None` for all of them.
    pub edition: Option<Box<str>>,
    /// Which table.
    pub table: Table,
    /// How far.
    pub extent: Extent,
}

const FILES: &str = "SELECT name, folder, format, sha256, imported_at, rows, \
    (SELECT count(*) FROM match WHERE file_id = file.id), \
    (SELECT count(*) FROM match JOIN event ON match_id = match.id WHERE file_id = file.id) + \
    (SELECT count(*) FROM match JOIN kick ON match_id = match.id WHERE file_id = file.id), \
    (SELECT count(*) FROM skipped WHERE file_id = file.id) \
    FROM file WHERE source = ?1 ORDER BY id";

const REACH: &str = "SELECT DISTINCT competition, edition, table_name, extent \
    FROM coverage JOIN file ON file.id = file_id WHERE source = ?1 \
    UNION SELECT competition, label, table_name, extent \
    FROM edition_coverage JOIN edition ON edition.id = edition_id JOIN file ON file.id = file_id WHERE source = ?1 \
    ORDER BY 1, 2, 3, 4";

pub(super) fn read(connection: &Connection) -> rusqlite::Result<Status> {
    let reading = connection.unchecked_transaction()?;
    let mut statement = reading.prepare(
        "SELECT key, name, licence, attribution, retrieved FROM source \
         WHERE EXISTS (SELECT 1 FROM file WHERE source = key) ORDER BY key",
    )?;
    let sources = statement.query_map([], |row| {
        let mut columns = Columns::of(row);
        Ok(Source {
            key: columns.take()?,
            name: columns.take()?,
            licence: columns.take()?,
            attribution: columns.take()?,
            retrieved: columns.date()?,
        })
    })?;
    let sources = sources
        .map(|source| {
            let source = source?;
            let files = files(&reading, &source.key)?;
            let reach = reach(&reading, &source.key)?;
            Ok(SourceStatus { source, files, reach })
        })
        .collect::<rusqlite::Result<Vec<SourceStatus>>>()?;
    Ok(Status { sources })
}

fn files(connection: &Connection, source: &str) -> rusqlite::Result<Vec<FileStatus>> {
    let mut statement = connection.prepare_cached(FILES)?;
    let files = statement.query_map([source], |row| {
        let mut columns = Columns::of(row);
        Ok(FileStatus {
            name: columns.take()?,
            folder: columns.take()?,
            format: columns.take()?,
            sha256: columns.take()?,
            imported_at: columns.take()?,
            rows: columns.count()?,
            matches: columns.count()?,
            events: columns.count()?,
            skipped: columns.count()?,
        })
    })?;
    files.collect()
}

fn reach(connection: &Connection, source: &str) -> rusqlite::Result<Vec<Extension>> {
    let mut statement = connection.prepare_cached(REACH)?;
    let reach = statement.query_map([source], |row| {
        let mut columns = Columns::of(row);
        Ok(Extension {
            competition: columns.take()?,
            edition: columns.take()?,
            table: columns.word()?,
            extent: columns.word()?,
        })
    })?;
    reach.collect()
}
