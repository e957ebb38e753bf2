//! Tables as comma-separated values.

use std::borrow::Cow;
use std::io;

use super::columns::{Cell, Column};

/// Writes a header and the rows.
pub(super) fn write<'r, 't, R: 't>(
    out: &mut impl io::Write,
    columns: &[Column<'r, R>],
    rows: impl Iterator<Item = &'t R>,
) -> io::Result<()> {
    let mut writer = ::csv::Writer::from_writer(out);
    writer.write_record(columns.iter().map(|column| column.name))?;
    for row in rows {
        for column in columns {
            let text: Cow<'_, str> = match (column.fill)(row) {
                Cell::Empty => Cow::Borrowed(""),
                Cell::Text(text) => text,
                Cell::Integer(number) => number.to_string().into(),
                Cell::Real(number) => number.to_string().into(),
                Cell::Truth(truth) => truth.to_string().into(),
                Cell::Date(date) => date.to_string().into(),
            };
            writer.write_field(&*text)?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()
}
