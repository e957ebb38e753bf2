//! Readers: one module a format. A reader takes the bytes of one file and gives [`Claims`], or says exactly where
//! the file fails. It knows its format and nothing of teams, stores or questions.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use crate::claim::Claims;
use crate::{Place, ReadError};

pub mod facts_lists;
pub mod football_data;
pub mod football_txt;
pub mod internationals;
pub mod major_shoot_outs;
pub mod openfootball_json;
pub mod penalty_directions;
pub mod season_penalties;
pub mod shoot_out_zones;
pub mod statsbomb;
pub mod timelines;
pub mod world_cup_database;

mod gather;
mod json;
mod openfootball;
mod packed;
mod scan;
mod table;

pub use packed::unpacked;

/// The largest file a reader takes, in bytes. Real files of every format have less than a tenth of it; a larger one is
/// not read, so that what it says always fits in memory.
pub const LARGEST_FILE: u64 = 64 << 20;

/// How many bytes from the start a format is told by.
pub const HEAD: usize = 8 << 10;

/// A file format we read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// openfootball's Football.TXT, with our additions.
    FootballTxt,
    /// openfootball's JSON of one edition.
    OpenfootballJson,
    /// `results.csv` of the international results.
    InternationalResults,
    /// `goalscorers.csv` of the international results.
    InternationalGoalscorers,
    /// `shootouts.csv` of the international results.
    InternationalShootOuts,
    /// `former_names.csv` of the international results.
    InternationalFormerNames,
    /// A table of the World Cup database.
    WorldCupDatabase(world_cup_database::Kind),
    /// A season of football-data.co.uk: results and odds.
    FootballData,
    /// A league season with minutes of goals, cards and substitutions.
    Timelines,
    /// Events of one match, StatsBomb open data.
    StatsbombEvents,
    /// Matches of a season, StatsBomb open data.
    StatsbombMatches,
    /// Zones and keepers' dives of World Cup shoot-outs.
    ShootOutZones,
    /// Penalties in play and shoot-outs of a season's competitions, with takers and keepers.
    SeasonPenalties,
    /// Shoot-outs of major competitions, kick by kick.
    MajorShootOuts,
    /// Penalties with the taker's foot and side and the keeper's side, and no match.
    PenaltyDirections,
    /// Penalties of StatsBomb open data as a table, with where each ended.
    StatsbombPenalties,
}

impl Format {
    /// Name as printed in reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::FootballTxt => "Football.TXT",
            Self::OpenfootballJson => "openfootball JSON",
            Self::InternationalResults => "international results",
            Self::InternationalGoalscorers => "international goalscorers",
            Self::InternationalShootOuts => "international shoot-outs",
            Self::InternationalFormerNames => "former names of national teams",
            Self::WorldCupDatabase(kind) => kind.name(),
            Self::FootballData => "football-data.co.uk season",
            Self::Timelines => "league timelines",
            Self::StatsbombEvents => "StatsBomb events",
            Self::StatsbombMatches => "StatsBomb matches",
            Self::ShootOutZones => "World Cup shoot-out zones",
            Self::SeasonPenalties => "penalties by season",
            Self::MajorShootOuts => "major shoot-outs",
            Self::PenaltyDirections => "directions of penalties",
            Self::StatsbombPenalties => "StatsBomb penalties",
        }
    }

    /// Tells the format from the first bytes of a file; `None` if it is none we know.
    #[must_use]
    pub fn detect(head: &[u8]) -> Option<Self> {
        let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
        let text = String::from_utf8_lossy(head);
        let start = text.trim_start();
        if start.starts_with(['[', '{']) {
            return if statsbomb::looks_like_events(start) {
                Some(Self::StatsbombEvents)
            } else if statsbomb::looks_like_matches(start) {
                Some(Self::StatsbombMatches)
            } else if timelines::looks_like(start) {
                Some(Self::Timelines)
            } else if openfootball_json::looks_like(start) {
                Some(Self::OpenfootballJson)
            } else {
                None
            };
        }
        let header = start.lines().next()?.trim_end();
        internationals::detect(header)
            .or_else(|| world_cup_database::Kind::detect(header).map(Self::WorldCupDatabase))
            .or_else(|| football_data::looks_like(header).then_some(Self::FootballData))
            .or_else(|| shoot_out_zones::looks_like(header).then_some(Self::ShootOutZones))
            .or_else(|| season_penalties::looks_like(header).then_some(Self::SeasonPenalties))
            .or_else(|| major_shoot_outs::looks_like(header).then_some(Self::MajorShootOuts))
            .or_else(|| penalty_directions::looks_like(header).then_some(Self::PenaltyDirections))
            .or_else(|| statsbomb::looks_like_penalties(header).then_some(Self::StatsbombPenalties))
            .or_else(|| football_txt::looks_like(start).then_some(Self::FootballTxt))
    }

    /// Reads the bytes of one file of this format.
    ///
    /// # Errors
    /// If the bytes are not a whole, well-formed file of the format; says where.
    pub fn read(self, bytes: &[u8]) -> Result<Claims, ReadError> {
        match self {
            Self::FootballTxt => football_txt::read(bytes),
            Self::OpenfootballJson => openfootball_json::read(bytes),
            Self::InternationalResults => internationals::read_results(bytes),
            Self::InternationalGoalscorers => internationals::read_goalscorers(bytes),
            Self::InternationalShootOuts => internationals::read_shoot_outs(bytes),
            Self::InternationalFormerNames => internationals::read_former_names(bytes),
            Self::WorldCupDatabase(kind) => world_cup_database::read(kind, bytes),
            Self::FootballData => football_data::read(bytes),
            Self::Timelines => timelines::read(bytes),
            Self::StatsbombEvents => statsbomb::read_events(bytes),
            Self::StatsbombMatches => statsbomb::read_matches(bytes),
            Self::ShootOutZones => shoot_out_zones::read(bytes),
            Self::SeasonPenalties => season_penalties::read(bytes),
            Self::MajorShootOuts => major_shoot_outs::read(bytes),
            Self::PenaltyDirections => penalty_directions::read(bytes),
            Self::StatsbombPenalties => statsbomb::read_penalties(bytes),
        }
    }
}

/// What a file was read as.
#[derive(Debug)]
pub struct FileRead {
    /// Its format.
    pub format: Format,
    /// What it says.
    pub claims: Claims,
    /// Its bytes as they are in the file, for fingerprints.
    pub bytes: Vec<u8>,
}

/// Tells the format of a file from its first bytes; `Ok(None)` for a file of no format we know.
///
/// # Errors
/// If the file cannot be opened or read.
pub fn detect_file(path: &Path) -> Result<Option<Format>, ReadError> {
    let failed = |error: std::io::Error| unreadable(path, &error);
    let mut head = Vec::with_capacity(HEAD);
    File::open(path).map_err(failed)?.take(HEAD as u64).read_to_end(&mut head).map_err(failed)?;
    Ok(Format::detect(&packed::head(&head)))
}

/// Reads one file, of whatever format it is.
///
/// # Errors
/// If the file cannot be read, is of no known format, is larger than [`LARGEST_FILE`], or is not well-formed.
pub fn read_file(path: &Path) -> Result<FileRead, ReadError> {
    let Some(format) = detect_file(path)? else {
        return Err(unknown_format(path));
    };
    let bytes = read_bytes(path, format)?;
    let claims = read_unpacked(format, &bytes).map_err(|error| error.in_file(path))?;
    Ok(FileRead { format, claims, bytes })
}

/// What a file says, packed by gzip or not.
pub(crate) fn read_unpacked(format: Format, bytes: &[u8]) -> Result<Claims, ReadError> {
    format.read(&unpacked(bytes)?)
}

/// The bytes of a file, if there are not too many.
pub(crate) fn read_bytes(path: &Path, format: Format) -> Result<Vec<u8>, ReadError> {
    let failed = |error: std::io::Error| unreadable(path, &error);
    let size = std::fs::metadata(path).map_err(failed)?.len();
    if size > LARGEST_FILE {
        return Err(ReadError::new(
            Place::default(),
            format!("the file has {size} bytes"),
            format!("at most {LARGEST_FILE} bytes for one file of {}", format.name()),
        )
        .with_hint("split it into one file an edition, season or match")
        .in_file(path));
    }
    let mut bytes = Vec::new();
    // The size may grow while we read: the bound holds all the same.
    File::open(path).map_err(failed)?.take(LARGEST_FILE).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

pub(crate) fn unreadable(path: &Path, error: &std::io::Error) -> ReadError {
    ReadError::new(Place::default(), format!("cannot be read: {error}"), "").in_file(path)
}

pub(crate) fn unknown_format(path: &Path) -> ReadError {
    let packed = path
        .extension()
        .is_some_and(|extension| ["zip", "xz", "zst", "bz2", "7z"].iter().any(|known| extension == *known));
    let error = ReadError::new(
        Place::default(),
        "not a format Byline reads",
        "Football.TXT, openfootball JSON, international results CSV, World Cup database CSV, football-data.co.uk CSV, \
         league timelines JSON, StatsBomb JSON or penalty kicks CSV",
    )
    .in_file(path);
    if packed { error.with_hint("of packed files only those of gzip are opened: unpack it first") } else { error }
}

/// The text of a file: UTF-8, with or without a byte order mark.
///
/// # Errors
/// At the first byte that is not UTF-8, with line and column.
pub(crate) fn text(bytes: &[u8]) -> Result<&str, ReadError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).and_then(|good| std::str::from_utf8(good).ok()).unwrap_or_default();
        ReadError::new(place_after(good), "a byte that is not UTF-8", "UTF-8 text").with_hint("save the file as UTF-8")
    })
}

/// The place of what follows `before`, which starts at the first line.
#[must_use]
pub fn place_after(before: &str) -> Place {
    let lines = before.bytes().filter(|&byte| byte == b'\n').count();
    let last = before.rsplit('\n').next().unwrap_or_default();
    place(lines + 1, last.chars().count() + 1)
}

/// The place of `part` in `text`, of which it must be a slice; no place if it is not.
pub(crate) fn place_of(text: &str, part: &str) -> Place {
    let offset = part.as_ptr().addr().checked_sub(text.as_ptr().addr());
    offset.and_then(|offset| text.get(..offset)).map_or_else(Place::default, place_after)
}

/// Whether a CSV header has all these columns.
pub(crate) fn header_has(header: &str, columns: &[&str]) -> bool {
    columns.iter().all(|column| header.split(',').any(|name| name.trim().trim_matches('"') == *column))
}

/// A place from counts that may exceed what a place can hold.
pub(crate) fn place(line: usize, column: usize) -> Place {
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Place::at(number(line), number(column))
}

/// The place and words of a JSON error. `expected` is said where the parser has nothing more exact.
pub(crate) fn json_error(error: &serde_json::Error, expected: &str) -> ReadError {
    let message = error.to_string();
    // serde_json appends the place, which we print in front.
    let message = message.split(" at line ").next().unwrap_or(&message);
    let place = place(error.line(), error.column());
    if let Some(inside) = message.strip_prefix("EOF while parsing ") {
        return ReadError::new(place, format!("the file ends inside {inside}"), expected)
            .with_hint("the file is cut short: fetch it again");
    }
    // Type errors of serde say themselves what was expected.
    match message.split_once(", expected ") {
        Some((problem, expected)) => ReadError::new(place, problem, expected),
        None => ReadError::new(place, message, expected),
    }
}
