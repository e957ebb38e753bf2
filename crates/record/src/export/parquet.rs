//! Tables as Apache Parquet.

use std::io;
use std::sync::Arc;

use ::parquet::arrow::ArrowWriter;
use ::parquet::basic::Compression;
use ::parquet::file::properties::WriterProperties;
use arrow_array::builder::{BooleanBuilder, Date32Builder, Float64Builder, Int64Builder, StringBuilder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema};
use jiff::civil::{Date, date};

use super::columns::{Cell, Column, Kind};

/// Rows gathered before they are written.
const BATCH: usize = 8192;

/// Writes the rows.
pub(super) fn write<'r, 't, R: 't>(
    out: &mut (impl io::Write + Send),
    columns: &[Column<'r, R>],
    rows: impl Iterator<Item = &'t R>,
) -> io::Result<()> {
    let fields: Vec<Field> =
        columns.iter().map(|column| Field::new(column.name, data_type(column.kind), true)).collect();
    let schema = Arc::new(Schema::new(fields));
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
    let mut writer = ArrowWriter::try_new(out, Arc::clone(&schema), Some(properties))?;
    let mut rows = rows.peekable();
    while rows.peek().is_some() {
        let batch: Vec<&R> = rows.by_ref().take(BATCH).collect();
        let arrays = columns.iter().map(|column| array(column, &batch)).collect();
        let batch = RecordBatch::try_new(Arc::clone(&schema), arrays).map_err(io::Error::other)?;
        writer.write(&batch)?;
    }
    writer.close()?;
    Ok(())
}

const fn data_type(kind: Kind) -> DataType {
    match kind {
        Kind::Text => DataType::Utf8,
        Kind::Integer => DataType::Int64,
        Kind::Real => DataType::Float64,
        Kind::Truth => DataType::Boolean,
        Kind::Date => DataType::Date32,
    }
}

/// One column of a batch.
fn array<'r, R>(column: &Column<'r, R>, rows: &[&R]) -> ArrayRef {
    let cells = rows.iter().map(|row| (column.fill)(row));
    match column.kind {
        Kind::Text => {
            let mut builder = StringBuilder::new();
            for cell in cells {
                builder.append_option(if let Cell::Text(text) = cell { Some(text) } else { None });
            }
            Arc::new(builder.finish())
        }
        Kind::Integer => {
            let mut builder = Int64Builder::new();
            for cell in cells {
                builder.append_option(if let Cell::Integer(number) = cell { Some(number) } else { None });
            }
            Arc::new(builder.finish())
        }
        Kind::Real => {
            let mut builder = Float64Builder::new();
            for cell in cells {
                builder.append_option(if let Cell::Real(number) = cell { Some(number) } else { None });
            }
            Arc::new(builder.finish())
        }
        Kind::Truth => {
            let mut builder = BooleanBuilder::new();
            for cell in cells {
                builder.append_option(if let Cell::Truth(truth) = cell { Some(truth) } else { None });
            }
            Arc::new(builder.finish())
        }
        Kind::Date => {
            let mut builder = Date32Builder::new();
            for cell in cells {
                builder.append_option(if let Cell::Date(date) = cell { days(date) } else { None });
            }
            Arc::new(builder.finish())
        }
    }
}

/// Days since 1 January 1970.
fn days(day: Date) -> Option<i32> {
    const EPOCH: Date = date(1970, 1, 1);
    EPOCH.until(day).ok().map(|span| span.get_days())
}
