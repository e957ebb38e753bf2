//! Writes the merged record as tables to a folder, with the attributions its sources ask for.
//!
//! Every table is one file, every row carries the keys of its sources. The columns are described in `docs/export.md`
//! and stand in one order. A file is written under another name first and then renamed, so that what has a table's
//! name is a whole table.

mod attribution;
mod columns;
mod csv;
#[cfg(feature = "parquet")]
mod parquet;
mod tables;

use std::fs::File;
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use crate::{Sources, View};
pub use columns::Columns;
use columns::Table;

/// A kind of file a table can be written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFormat {
    /// Comma-separated values: UTF-8, a header, empty where nothing is known.
    Csv,
    /// Apache Parquet, compressed with Snappy.
    #[cfg(feature = "parquet")]
    Parquet,
}

impl FileFormat {
    const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            #[cfg(feature = "parquet")]
            Self::Parquet => "parquet",
        }
    }
}

/// Why a table could not be written.
#[derive(Debug, thiserror::Error)]
#[error("{}: {error}", .path.display())]
pub struct ExportError {
    /// The file or folder.
    pub path: PathBuf,
    /// What went wrong.
    pub error: io::Error,
}

/// A table written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// Its file.
    pub path: PathBuf,
    /// Its rows.
    pub rows: usize,
}

/// Writes what a view knows to `folder`, which is made if it is not there: the tables, `sources.csv` (or `.parquet`),
/// and `ATTRIBUTION.md`. Files of these names are replaced.
///
/// # Errors
/// If a file cannot be written.
pub fn export(view: View<'_>, folder: &Path, format: FileFormat) -> Result<Vec<Exported>, ExportError> {
    std::fs::create_dir_all(folder).map_err(|error| ExportError { path: folder.to_owned(), error })?;
    let mut used = Sources::NONE;
    let mut files = vec![
        write(folder, format, &tables::matches(view), &mut used)?,
        write(folder, format, &tables::events(view), &mut used)?,
        write(folder, format, &tables::kicks(view), &mut used)?,
        write(folder, format, &tables::people(view), &mut used)?,
        write(folder, format, &tables::conflicts(view), &mut used)?,
    ];
    let sources = used;
    files.push(write(folder, format, &tables::sources(view, sources), &mut used)?);
    let path = folder.join("ATTRIBUTION.md");
    atomically(&path, |out| out.write_all(attribution::text(view, sources).as_bytes()))?;
    files.push(Exported { path, rows: view.record().sources_in(sources).count() });
    Ok(files)
}

fn write<R>(
    folder: &Path,
    format: FileFormat,
    table: &Table<'_, R>,
    used: &mut Sources,
) -> Result<Exported, ExportError> {
    let path = folder.join(format!("{}.{}", table.name, format.extension()));
    write_counted(path, format, &table.columns, table.rows.iter().inspect(|row| used.add((table.sources)(row))))
}

/// Writes rows of any kind as one table to a file, replaced if it is there.
///
/// # Errors
/// If the file cannot be written.
pub fn write_table<'r, R>(
    path: &Path,
    format: FileFormat,
    columns: Columns<'r, R>,
    rows: &[R],
) -> Result<Exported, ExportError> {
    write_counted(path.to_owned(), format, &columns.done(), rows.iter())
}

fn write_counted<'r, 't, R: 't>(
    path: PathBuf,
    format: FileFormat,
    columns: &[columns::Column<'r, R>],
    rows: impl Iterator<Item = &'t R>,
) -> Result<Exported, ExportError> {
    let mut count = 0;
    atomically(&path, |out| {
        let counted = rows.inspect(|_| count += 1);
        match format {
            FileFormat::Csv => csv::write(out, columns, counted),
            #[cfg(feature = "parquet")]
            FileFormat::Parquet => parquet::write(out, columns, counted),
        }
    })?;
    Ok(Exported { path, rows: count })
}

/// Writes a file under another name and gives it its own when it is whole and on the disk.
fn atomically(path: &Path, write: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>) -> Result<(), ExportError> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = path.with_file_name(name);
    let attempt = || {
        let mut out = BufWriter::new(File::create(&part)?);
        write(&mut out)?;
        out.flush()?;
        out.get_ref().sync_all()?;
        std::fs::rename(&part, path)
    };
    attempt().map_err(|error| {
        // What is left of it is of no use; that it cannot be removed either changes nothing.
        drop(std::fs::remove_file(&part));
        ExportError { path: path.to_owned(), error }
    })
}

#[cfg(test)]
mod tests;
