//! Files the user asks for: tables and models.

use std::io::Read as _;
use std::path::Path;

use byline_forecast::saved::{LARGEST_FILE, SavedModel};
use byline_record::export::FileFormat;

use crate::args::ExportFormat;
use crate::failure::Failure;

/// Reads a model written by `fit --save`.
pub(crate) fn model(path: &Path) -> Result<SavedModel, Failure> {
    let shown = path.display();
    let mut text = Vec::new();
    let file = std::fs::File::open(path);
    file.and_then(|file| file.take(LARGEST_FILE).read_to_end(&mut text))
        .map_err(|error| Failure::bad_input(format!("{shown}: cannot be read: {error}")).hint(MAKE))?;
    SavedModel::from_json(&text).map_err(|error| Failure::bad_input(format!("{shown}: {error}")).hint(MAKE))
}

const MAKE: &str = "`byline fit --save FILE` writes a model";

/// Writes a file that may be there already.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), Failure> {
    std::fs::write(path, text)
        .map_err(|error| Failure::bad_input(format!("{}: cannot be written: {error}", path.display())))
}

/// The kind of file asked for, if this program was built with it.
pub(crate) fn format(format: ExportFormat) -> Result<FileFormat, Failure> {
    match format {
        ExportFormat::Csv => Ok(FileFormat::Csv),
        #[cfg(feature = "parquet")]
        ExportFormat::Parquet => Ok(FileFormat::Parquet),
        #[cfg(not(feature = "parquet"))]
        ExportFormat::Parquet => Err(Failure::bad_input("this program was built without Parquet")
            .hint("build it with `cargo build --release --features parquet`, or write CSV")),
    }
}

/// The kind of a table by the ending of its name.
pub(crate) fn table_format(path: &Path) -> Result<FileFormat, Failure> {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("csv") => format(ExportFormat::Csv),
        Some("parquet") => format(ExportFormat::Parquet),
        _ => Err(Failure::bad_input(format!("{}: the name must end in .csv or .parquet", path.display()))),
    }
}
