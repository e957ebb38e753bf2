//! An import killed at any instant leaves each file in the database wholly or not at all.

use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use super::tests::{bring_telling, options};
use super::*;
use crate::claim::{MatchClaim, event};
use crate::{Clock, EventKind, Goals, Score, Side, Status, TeamKind};

const DATABASE: &str = "BYLINE_TEST_DATABASE";
const FILES: u32 = 4;
const MATCHES: u32 = 700;

/// A season nobody played, of clubs nobody supports.
fn season(number: u32) -> Claims {
    let one = |round: u32| MatchClaim {
        line: round + 2,
        kind: TeamKind::Club,
        competition: "League of the Test".into(),
        edition: format!("{}", 1900 + number).into(),
        date: jiff::civil::date(1900 + i16::try_from(number).unwrap(), 1, 1)
            .checked_add(jiff::Span::new().days(round % 360))
            .ok(),
        home: format!("Club {}", round / 360).into(),
        away: format!("Visitors {number}").into(),
        status: Some(Status::Played),
        score: Score::after_ninety(Goals::new(1, 0)),
        events: vec![event(Clock::new(9).ok(), Side::Home, EventKind::Goal, Some(format!("Scorer {round}").into()))],
        ..MatchClaim::default()
    };
    let matches: Vec<MatchClaim> = (0..MATCHES).map(one).collect();
    Claims { source: "test".into(), rows: matches.len(), matches, ..Claims::default() }
}

/// What the killed process does, telling each file it has written; run by the test below only.
#[test]
#[ignore = "run by another test"]
fn child() {
    let Some(path) = std::env::var_os(DATABASE) else { return };
    let mut store = Store::create(&PathBuf::from(path)).unwrap();
    let names: Vec<String> = (0..FILES).map(|number| format!("season-{number}.csv")).collect();
    let files = (0..FILES).zip(&names).map(|(number, name)| (&**name, Format::FootballData, season(number)));
    println!("begun");
    bring_telling(&mut store, files.collect(), &options(), &mut |now| println!("written {}", now.done));
}

fn run(database: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["import::crash::child", "--exact", "--ignored", "--nocapture"]).env(DATABASE, database);
    command.stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

/// Runs an import and kills it some milliseconds after it has written so many files.
fn kill_after(database: &Path, written: u32, milliseconds: u64) {
    let mut child = run(database).spawn().unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    let told = lines.filter(|line| line.contains("begun") || line.contains("written"));
    assert!(told.take(written as usize + 1).count() > 0);
    std::thread::sleep(Duration::from_millis(milliseconds));
    child.kill().unwrap();
    child.wait().unwrap();
}

/// How many files are there, each of them whole.
fn check(database: &Path) -> usize {
    let store = match Store::open(database) {
        Ok(store) => store,
        Err(StoreError::Missing { .. }) => return 0,
        Err(error) => panic!("{error}"),
    };
    let connection = rusqlite::Connection::open(database).unwrap();
    let verdict: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(verdict, "ok");
    let orphans: i64 =
        connection.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0)).unwrap();
    assert_eq!(orphans, 0);
    let files: Vec<_> = store.status().unwrap().sources.into_iter().flat_map(|source| source.files).collect();
    let whole = usize::try_from(MATCHES).unwrap();
    for file in &files {
        assert_eq!((file.matches, file.events), (whole, whole), "{}", file.name);
    }
    let record = store.record().unwrap();
    let told = record.latest().matches().filter(|entry| entry.date.year() < 1910).count();
    assert_eq!(told, files.len() * whole);
    files.len()
}

#[test]
fn a_killed_import_leaves_every_file_whole_or_out() {
    let folder = tempfile::tempdir().unwrap();
    let mut counts = Vec::new();
    for (written, milliseconds) in [(0, 0), (0, 20), (1, 0), (1, 3), (1, 9), (2, 1), (2, 5), (3, 0), (3, 4)] {
        let database = folder.path().join(format!("killed-{written}-{milliseconds}.db"));
        kill_after(&database, written, milliseconds);
        let files = check(&database);
        assert!(files >= written as usize, "what was told to be written is written");
        counts.push(files);
    }
    assert!(counts.iter().any(|files| (1..FILES as usize).contains(files)), "none was killed half-way: {counts:?}");
    // What is missing can be brought in afterwards.
    let database = folder.path().join("killed-1-0.db");
    assert!(run(&database).status().unwrap().success());
    assert_eq!(check(&database), FILES as usize);
}
