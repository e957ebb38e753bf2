//! The desk a command works at: the record it reads, as of which day.

use std::env;
use std::path::PathBuf;

use byline_record::names::find::{Context, NameError, Names};
use byline_record::{Record, TeamId, View, builtin};
use jiff::civil::Date;

use crate::args::Common;
use crate::failure::Failure;

/// An opened record and the day it is read at.
#[derive(Debug)]
pub(crate) struct Desk {
    record: Record,
    as_of: Option<Date>,
}

impl Desk {
    /// Opens the record the options and the environment name.
    pub(crate) fn open(common: &Common) -> Result<Self, Failure> {
        let record = match database(common) {
            Some(path) => todo_open(path)?,
            None => builtin::record().map_err(|error| Failure::bad_input(format!("built-in record: {error}")))?,
        };
        Ok(Self { record, as_of: common.as_of })
    }

    /// The record as of the day asked for.
    pub(crate) fn view(&self) -> View<'_> {
        match self.as_of {
            Some(date) => self.record.as_of(date),
            None => self.record.latest(),
        }
    }
}
