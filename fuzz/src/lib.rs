//! What must hold of every reader whatever bytes it is given. Each target of the fuzzer is one function here, and
//! `crates/record/tests/seeds.rs` runs the same functions over the seeds, so that `cargo test` covers them without a
//! fuzzer.
//!
//! "No panic" is the least of it: an error has a place inside the file and fits on a screen; what is read holds
//! together, is no larger than the file warrants, and can be laid on the built-in record.

#![allow(clippy::panic, clippy::unwrap_used, clippy::expect_used, reason = "a finding is a panic")]
#![allow(unreachable_pub, reason = "a library here, a module of the test there")]

mod claims;
mod names;
mod statements;
mod store;

use byline_record::ReadError;
use byline_record::claim::Claims;
use byline_record::read::world_cup_database::Kind;
use byline_record::read::{Format, HEAD};

/// A target: its name, which is that of its folder of seeds, and what it does.
pub type Target = (&'static str, fn(&[u8]));

/// Every target.
pub const TARGETS: &[Target] = &[
    ("any_file", any_file),
    ("football_data", football_data),
    ("football_txt", football_txt),
    ("international_former_names", international_former_names),
    ("international_goalscorers", international_goalscorers),
    ("international_results", international_results),
    ("international_shoot_outs", international_shoot_outs),
    ("major_shoot_outs", major_shoot_outs),
    ("names", names::names),
    ("openfootball_json", openfootball_json),
    ("packed_record", store::packed_record),
    ("penalty_directions", penalty_directions),
    ("season_penalties", season_penalties),
    ("shoot_out_zones", shoot_out_zones),
    ("statement", statements::statement),
    ("statsbomb_events", statsbomb_events),
    ("statsbomb_matches", statsbomb_matches),
    ("statsbomb_penalties", statsbomb_penalties),
    ("store", store::store),
    ("timelines", timelines),
    ("world_cup_database", world_cup_database),
];

/// Runs the target of that name.
pub fn run(target: &str, bytes: &[u8]) {
    let (_, run) = TARGETS.iter().find(|(name, _)| *name == target).expect("a target of that name");
    run(bytes);
}

/// As an import does it: the format is told from the start of the file.
fn any_file(bytes: &[u8]) {
    match byline_record::read::unpacked(bytes) {
        Ok(inside) => {
            if let Some(format) = Format::detect(inside.get(..HEAD).unwrap_or(&inside)) {
                read(format, &inside);
            }
        }
        Err(error) => refused(bytes, &error),
    }
}

/// Whichever table the header says; without a header that says so, a table picked by the length of the file.
fn world_cup_database(bytes: &[u8]) {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    match Format::detect(head) {
        Some(format @ Format::WorldCupDatabase(_)) => read(format, bytes),
        _ => {
            if let Some(&kind) = Kind::ALL.get(bytes.len() % Kind::ALL.len()) {
                read(Format::WorldCupDatabase(kind), bytes);
            }
        }
    }
}

macro_rules! readers {
    ($($target:ident = $format:ident;)*) => {
        $(fn $target(bytes: &[u8]) {
            read(Format::$format, bytes);
        })*
    };
}

readers! {
    football_txt = FootballTxt;
    openfootball_json = OpenfootballJson;
    international_results = InternationalResults;
    international_goalscorers = InternationalGoalscorers;
    international_shoot_outs = InternationalShootOuts;
    international_former_names = InternationalFormerNames;
    football_data = FootballData;
    timelines = Timelines;
    statsbomb_events = StatsbombEvents;
    statsbomb_matches = StatsbombMatches;
    shoot_out_zones = ShootOutZones;
    season_penalties = SeasonPenalties;
    major_shoot_outs = MajorShootOuts;
    penalty_directions = PenaltyDirections;
    statsbomb_penalties = StatsbombPenalties;
}

fn read(format: Format, bytes: &[u8]) {
    match format.read(bytes) {
        Ok(claims) => accepted(bytes, &claims),
        Err(error) => refused(bytes, &error),
    }
}

fn accepted(bytes: &[u8], claims: &Claims) {
    claims::hold(bytes, claims);
    claims::merge(bytes, claims);
}

/// An error can be printed, and leads to a place in the file.
fn refused(bytes: &[u8], error: &ReadError) {
    assert!(!error.problem.trim().is_empty(), "an error says nothing: {error:?}");
    let text = error.to_string();
    assert!(text.len() < 2_000, "an error of {} bytes: {text:.200}", text.len());
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let lines = bytes.split(|&byte| byte == b'\n').count();
    assert!(error.place.line as usize <= lines, "line {} of {lines}: {text}", error.place.line);
    if error.place.line > 0 && error.place.column > 0 {
        let line = bytes.split(|&byte| byte == b'\n').nth(error.place.line as usize - 1).unwrap_or_default();
        // The end of a line is a place too, and so is the line break behind it.
        assert!(
            error.place.column as usize <= line.len() + 2,
            "column {} of {} bytes: {text}",
            error.place.column,
            line.len()
        );
    }
}
