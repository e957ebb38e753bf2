//! The desk a command works at: the record it reads, as of which day. The only place that reads the environment.

use std::env;
use std::path::{Path, PathBuf};

use byline_record::names::find::{Context, NameError, Names};
use byline_record::store::{Store, StoreError};
use byline_record::{Competition, CompetitionClass, CompetitionId, Record, Sex, TeamId, View, builtin};
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
    /// Opens the record the options and the environment name: a database, else the built-in facts.
    pub(crate) fn open(common: &Common) -> Result<Self, Failure> {
        let record = match database(common) {
            Database::Named(path) => Store::open(&path).and_then(|store| store.record()).map_err(store_failure)?,
            Database::Own(path) if path.exists() => {
                Store::open(&path).and_then(|store| store.record()).map_err(store_failure)?
            }
            Database::Own(_) | Database::Nowhere => built_in()?,
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

    /// The record, of every day.
    pub(crate) const fn record(&self) -> &Record {
        &self.record
    }

    /// A team by any of its names, as of a day where one is given.
    pub(crate) fn team(&self, names: &Names<'_>, text: &str, date: Option<Date>) -> Result<TeamId, Failure> {
        let context = Context { date, ..Context::default() };
        names.team(text, &context).map(|found| found.id).map_err(|error| name_failure(&error))
    }

    /// A team of one sex by any of its names.
    pub(crate) fn team_of(&self, names: &Names<'_>, text: &str, women: bool) -> Result<TeamId, Failure> {
        let context = Context { sex: women.then_some(Sex::Women), ..Context::default() };
        names.team(text, &context).map(|found| found.id).map_err(|error| name_failure(&error))
    }

    /// A competition by any of its names.
    pub(crate) fn competition(&self, names: &Names<'_>, text: &str, sex: Sex) -> Result<CompetitionId, Failure> {
        let context = Context { sex: Some(sex), ..Context::default() };
        names.competition(text, &context).map(|found| found.id).map_err(|error| name_failure(&error))
    }

    /// A competition of clubs by any of its names.
    pub(crate) fn clubs(&self, names: &Names<'_>, text: &str) -> Result<CompetitionId, Failure> {
        let context = Context::default();
        let id = names.competition(text, &context).map(|found| found.id).map_err(|error| name_failure(&error))?;
        let competition = self.record.competition(id);
        if is_of_clubs(competition) {
            return Ok(id);
        }
        Err(Failure::bad_input(format!(
            "{} is a competition of national sides; --clubs needs one of clubs",
            competition.name
        ))
        .hint("leave --clubs out, or name a league such as the Premier League"))
    }

    /// The names of the record.
    pub(crate) fn names(&self) -> Names<'_> {
        Names::new(&self.record)
    }
}

/// Whether clubs play in a competition, not national sides.
pub(crate) const fn is_of_clubs(competition: &Competition) -> bool {
    matches!(competition.class, CompetitionClass::League | CompetitionClass::Cup | CompetitionClass::Continental)
}

/// The record of `facts/`, merged when the program was built.
static BUILT_IN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/record.bin"));

/// The built-in record.
pub(crate) fn built_in() -> Result<Record, Failure> {
    match Record::unpack(BUILT_IN) {
        Some(record) => Ok(record),
        None => builtin::record().map_err(|error| Failure::bad_input(format!("the built-in record: {error}"))),
    }
}

/// Where the user's facts are.
enum Database {
    /// Named by `--record` or `$BYLINE_RECORD`: it must be there.
    Named(PathBuf),
    /// The user's own: used once it has been made.
    Own(PathBuf),
    /// The user has no home.
    Nowhere,
}

fn database(common: &Common) -> Database {
    let named = common.record.clone().or_else(|| variable("BYLINE_RECORD"));
    match named {
        Some(path) => Database::Named(path),
        None => own_folder().map_or(Database::Nowhere, |folder| Database::Own(folder.join("record.db"))),
    }
}

/// The database to import into: the one named, else the user's own, whose folder is made.
pub(crate) fn database_to_write(common: &Common) -> Result<PathBuf, Failure> {
    match database(common) {
        Database::Named(path) => Ok(path),
        Database::Own(path) => {
            let folder = path.parent().unwrap_or_else(|| Path::new("."));
            std::fs::create_dir_all(folder)
                .map_err(|error| Failure::bad_input(format!("{}: cannot be made: {error}", folder.display())))?;
            Ok(path)
        }
        Database::Nowhere => {
            Err(Failure::bad_input("there is no home directory to keep a database in").hint("name one: --record FILE"))
        }
    }
}

/// The database that `data` commands report on, if there is one.
pub(crate) fn database_to_read(common: &Common) -> Option<PathBuf> {
    match database(common) {
        Database::Named(path) => Some(path),
        Database::Own(path) if path.exists() => Some(path),
        Database::Own(_) | Database::Nowhere => None,
    }
}

fn variable(name: &str) -> Option<PathBuf> {
    env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// The folder for a user's data: `$XDG_DATA_HOME/byline`, `%APPDATA%\byline`, or `~/.local/share/byline`.
fn own_folder() -> Option<PathBuf> {
    let base = variable("XDG_DATA_HOME")
        .or_else(|| variable("APPDATA"))
        .or_else(|| variable("HOME").map(|home| home.join(".local").join("share")))?;
    Some(base.join("byline"))
}

/// A failure of the store, with its advice.
pub(crate) fn store_failure(error: StoreError) -> Failure {
    let failure = Failure::bad_input(error.to_string());
    match error.hint() {
        Some(hint) => failure.hint(hint),
        None => failure,
    }
}

/// An unknown or ambiguous name, with its advice.
pub(crate) fn name_failure(error: &NameError) -> Failure {
    let failure = Failure::bad_input(error.to_string());
    match error.hint() {
        Some(hint) => failure.hint(hint),
        None => failure,
    }
}
