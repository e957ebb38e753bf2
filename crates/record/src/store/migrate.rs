//! Opens connections and brings databases to the schema of this program.

use std::ffi::OsString;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use super::StoreError;

/// Marks a file as ours in its header, as `file` and SQLite tools show it: "Byln".
const APPLICATION_ID: i32 = 0x4279_6C6E;

/// How long we wait for another process that is writing.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// Step `n` brings a database of schema version `n` to version `n + 1`. Steps are added, never changed.
const STEPS: &[&str] = &[include_str!("schema.sql"), include_str!("schema_2.sql"), include_str!("schema_3.sql")];

/// What may be done with a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Access {
    /// Make the database if there is none.
    Create,
    /// Write to what is there.
    Write,
    /// Read what is there.
    Read,
    /// Read a file nobody can change, where not even the files SQLite keeps beside a database can be made.
    Fixed,
}

/// Opens the database at `path` and brings it to the newest schema. With [`Access::Read`] a database that would have
/// to be changed for that is read as it is, if it can be.
pub(super) fn open(path: &Path, access: Access) -> Result<Connection, StoreError> {
    open_with(path, access, STEPS)
}

fn open_with(path: &Path, access: Access, steps: &[&str]) -> Result<Connection, StoreError> {
    if access != Access::Create && !path.exists() {
        return Err(StoreError::Missing { path: path.to_owned() });
    }
    if path.is_dir() {
        let reason = "it is a folder".to_owned();
        return Err(StoreError::CannotOpen { path: path.to_owned(), reason });
    }
    let mut connection = connect(path, access)?;
    if matches!(access, Access::Read | Access::Fixed) {
        check_schema(&connection, path, steps)?;
    } else {
        migrate(&mut connection, path, steps)?;
    }
    Ok(connection)
}

fn connect(path: &Path, access: Access) -> Result<Connection, StoreError> {
    let flags = match access {
        Access::Create => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Access::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
        Access::Fixed => OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI,
    };
    let failed = |error| StoreError::of(path, error);
    let name = if access == Access::Fixed { fixed(path) } else { path.as_os_str().to_owned() };
    let connection = Connection::open_with_flags(name, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX).map_err(failed)?;
    connection.busy_timeout(PATIENCE).map_err(failed)?;
    // Every statement of an import stays prepared.
    connection.set_prepared_statement_cache_capacity(64);
    connection.pragma_update(None, "foreign_keys", true).map_err(failed)?;
    // The snapshot is one large value: read it from the page cache of the system, not through a copy of ours.
    connection.pragma_update(None, "mmap_size", 1 << 30).map_err(failed)?;
    // Kibibytes: a file being written fits, so that its pages go to disk once.
    connection.pragma_update(None, "cache_size", -(64 << 10)).map_err(failed)?;
    Ok(connection)
}

/// The name by which SQLite opens a file as one that does not change.
fn fixed(path: &Path) -> OsString {
    let mut name = OsString::from("file:");
    let plain = path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    name.push(plain);
    name.push("?immutable=1");
    name
}

/// Whether transactions stand beside the database that are not yet in it.
pub(super) fn has_log(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    std::fs::metadata(log).is_ok_and(|log| log.len() > 0)
}

fn number(connection: &Connection, pragma: &str) -> rusqlite::Result<i32> {
    connection.pragma_query_value(None, pragma, |row| row.get(0))
}

/// Whether the database is ours, and its schema version. A database with nothing in it is ours to fill.
fn version(connection: &Connection, path: &Path, steps: &[&str]) -> Result<usize, StoreError> {
    let failed = |error| StoreError::of(path, error);
    let version = number(connection, "user_version").map_err(failed)?;
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).map_err(failed)?;
    let ours = match number(connection, "application_id").map_err(failed)? {
        APPLICATION_ID => true,
        0 => tables == 0 && version == 0,
        _ => false,
    };
    if !ours {
        return Err(StoreError::AnotherProgram { path: path.to_owned() });
    }
    match usize::try_from(version) {
        Ok(version) if version <= steps.len() => Ok(version),
        _ => Err(StoreError::Newer {
            path: path.to_owned(),
            found: u32::try_from(version).unwrap_or(0),
            known: u32::try_from(steps.len()).unwrap_or(u32::MAX),
        }),
    }
}

fn check_schema(connection: &Connection, path: &Path, steps: &[&str]) -> Result<(), StoreError> {
    if version(connection, path, steps)? == steps.len() {
        Ok(())
    } else {
        Err(StoreError::ReadOnly { path: path.to_owned() })
    }
}

fn migrate(connection: &mut Connection, path: &Path, steps: &[&str]) -> Result<(), StoreError> {
    let failed = |error| StoreError::of(path, error);
    if version(connection, path, steps)? < steps.len() {
        // Outside a transaction, as SQLite wants it; the mode stays with the file.
        connection.pragma_update(None, "journal_mode", "wal").map_err(failed)?;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
        // Another process may have done it while we waited.
        let done = version(&transaction, path, steps)?;
        for step in steps.iter().skip(done) {
            transaction.execute_batch(step).map_err(failed)?;
        }
        transaction.pragma_update(None, "application_id", APPLICATION_ID).map_err(failed)?;
        let version = i64::try_from(steps.len()).unwrap_or(i64::MAX);
        transaction.pragma_update(None, "user_version", version).map_err(failed)?;
        transaction.commit().map_err(failed)?;
    }
    // A power cut may lose the last transactions of a database in this mode, and never spoils one.
    connection.pragma_update(None, "synchronous", "normal").map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn newest() -> i32 {
        i32::try_from(STEPS.len()).unwrap()
    }

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().unwrap()
    }

    #[test]
    fn an_older_database_is_brought_up_and_keeps_what_it_has() {
        let newest = newest();
        let folder = folder();
        let path = folder.path().join("old.db");
        let old = open_with(&path, Access::Create, &[STEPS[0]]).unwrap();
        old.execute("INSERT INTO source VALUES ('s', 'S', 'l', 'a', NULL)", []).unwrap();
        drop(old);
        let address = "ALTER TABLE source ADD COLUMN address TEXT;";
        let newer: Vec<&str> = STEPS.iter().copied().chain([address]).collect();
        let refused = open_with(&path, Access::Read, &newer).unwrap_err();
        assert!(matches!(refused, StoreError::ReadOnly { .. }), "{refused}");
        let now = open_with(&path, Access::Write, &newer).unwrap();
        assert_eq!(number(&now, "user_version").unwrap(), newest + 1);
        let kept: (String, Option<String>) =
            now.query_row("SELECT key, address FROM source", [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        assert_eq!(kept, ("s".to_owned(), None));
        drop(now);
        let error = open(&path, Access::Write).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!(
                "{}: written by a newer Byline (schema {}, this program knows up to {newest})",
                path.display(),
                newest + 1
            )
        );
    }

    #[test]
    fn a_failed_step_leaves_the_old_database() {
        let folder = folder();
        let path = folder.path().join("old.db");
        drop(open(&path, Access::Create).unwrap());
        let half = "CREATE TABLE half (one INTEGER) STRICT; CREATE TABLE meta (two INTEGER);";
        let broken: Vec<&str> = STEPS.iter().copied().chain([half]).collect();
        assert!(open_with(&path, Access::Write, &broken).is_err());
        let still = open(&path, Access::Write).unwrap();
        assert_eq!(number(&still, "user_version").unwrap(), newest());
        let half: i64 =
            still.query_row("SELECT count(*) FROM sqlite_schema WHERE name = 'half'", [], |row| row.get(0)).unwrap();
        assert_eq!(half, 0);
    }

    #[test]
    fn an_empty_file_is_filled_and_other_files_are_left_alone() {
        let folder = folder();
        let empty = folder.path().join("empty.db");
        std::fs::write(&empty, b"").unwrap();
        assert_eq!(number(&open(&empty, Access::Write).unwrap(), "user_version").unwrap(), newest());

        let missing = open(&folder.path().join("none.db"), Access::Write).unwrap_err();
        assert!(matches!(missing, StoreError::Missing { .. }));

        let text = folder.path().join("text.db");
        let words = "date,home_team,away_team\n".repeat(200);
        std::fs::write(&text, &words).unwrap();
        for access in [Access::Create, Access::Read] {
            let error = open(&text, access).unwrap_err();
            assert!(matches!(error, StoreError::NotADatabase { .. }), "{error}");
        }
        assert_eq!(std::fs::read_to_string(&text).unwrap(), words);

        let other = folder.path().join("other.db");
        Connection::open(&other).unwrap().execute_batch("CREATE TABLE bookmark (address TEXT)").unwrap();
        let before = std::fs::read(&other).unwrap();
        let error = open(&other, Access::Create).unwrap_err();
        assert!(matches!(error, StoreError::AnotherProgram { .. }), "{error}");
        assert_eq!(std::fs::read(&other).unwrap(), before);
        assert!(matches!(open(folder.path(), Access::Write).unwrap_err(), StoreError::CannotOpen { .. }));
    }

    #[test]
    fn every_table_is_strict_and_every_key_holds() {
        let folder = folder();
        let connection = open(&folder.path().join("new.db"), Access::Create).unwrap();
        let loose: Vec<String> = connection
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%) STRICT%'")
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        assert_eq!(loose, Vec::<String>::new());
        let mode: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
        assert_eq!(mode, "wal");
        let orphan = "INSERT INTO event (match_id, number, side, kind) VALUES (1, 1, 'home', 'goal')";
        assert!(connection.execute(orphan, []).is_err());
    }
}
