//! Indices of large additions are built once the rows are in, from sorted keys, instead of row by row.

use rusqlite::Connection;

/// From how many rows on it pays.
const MANY: usize = 2000;

/// Adds `rows` rows to a table by `add`, whose indices serve questions only and no foreign key.
pub(super) fn add(
    connection: &Connection,
    table: &str,
    rows: usize,
    add: impl FnOnce() -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    let known: i64 = connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?;
    if rows < MANY || i64::try_from(rows).unwrap_or(i64::MAX) < known {
        return add();
    }
    let indices: Vec<(String, String)> = connection
        .prepare_cached(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?1 AND sql IS NOT NULL \
             AND name NOT LIKE '%by_file' ORDER BY name",
        )?
        .query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (name, _) in &indices {
        connection.execute_batch(&format!("DROP INDEX {name}"))?;
    }
    add()?;
    indices.iter().try_for_each(|(_, sql)| connection.execute_batch(sql))
}
