use std::path::{Path, PathBuf};

use jiff::civil::{Date, date};
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

use super::*;
use crate::claim::{MatchClaim, Name, event};
use crate::{Clock, EventKind, Extent, Goals, Match, Score, Sex, Side, Status, Table, TeamKind};

pub(super) fn options() -> Options {
    Options { imported_at: "2026-11-20T12:00:00Z".into(), accept_new_teams: false, threads: 2 }
}

/// Brings in files whose claims are made by hand.
fn bring(store: &mut Store, files: Vec<(&str, Format, Claims)>, options: &Options) -> Report {
    bring_telling(store, files, options, &mut |_| ())
}

/// Brings them in and tells how it goes.
pub(super) fn bring_telling(
    store: &mut Store,
    files: Vec<(&str, Format, Claims)>,
    options: &Options,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Report {
    let (stored, changes) = store.files().unwrap();
    let mut found = Vec::new();
    let mut loaded = Vec::new();
    for (path, format, claims) in files {
        let sum: String = Sha256::digest(format!("{claims:?}")).iter().map(|byte| format!("{byte:02x}")).collect();
        loaded.push(if stored.iter().any(|file| file.row.sha256 == sum) {
            Loaded::Known
        } else {
            Loaded::Read(Box::new(load::prepare(Path::new(path), format, sum, claims, options)))
        });
        found.push(Found { path: path.into(), named: true, error: None });
    }
    take_in(store, (stored, changes), found, loaded, progress).unwrap()
}

fn new_store() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(&folder.path().join("record.db")).unwrap();
    (folder, store)
}

fn named(name: &str) -> Option<Name> {
    Some(name.into())
}

fn result(line: u32, day: Date, home: &str, away: &str, goals: (u8, u8)) -> MatchClaim {
    MatchClaim {
        line,
        competition: "World Cup".into(),
        date: Some(day),
        home: home.into(),
        away: away.into(),
        status: Some(Status::Played),
        score: Score::at_end(Goals::new(goals.0, goals.1)),
        ..MatchClaim::default()
    }
}

fn of(source: &str, matches: Vec<MatchClaim>) -> Claims {
    Claims { source: source.into(), rows: matches.len(), matches, ..Claims::default() }
}

/// Three results of a year the built-in record does not reach, as one list of matches.
fn results() -> Claims {
    of(
        "results",
        vec![
            result(2, date(2031, 12, 10), "England", "France", (1, 2)),
            result(3, date(2031, 12, 14), "France", "Morocco", (2, 0)),
            result(4, date(2031, 12, 18), "Argentina", "France", (3, 3)),
        ],
    )
}

/// The goals of the first of them, as a list of goals that names no competition.
fn scorers() -> Claims {
    let goal = |minute, side, player: &str| event(Clock::new(minute).ok(), side, EventKind::Goal, named(player));
    let claim = MatchClaim {
        events: vec![
            goal(17, Side::Away, "Aurélien Tchouaméni"),
            goal(54, Side::Home, "Harry Kane"),
            goal(78, Side::Away, "Olivier Giroud"),
        ],
        competition: "".into(),
        status: None,
        score: Score::default(),
        ..result(2, date(2031, 12, 10), "England", "France", (1, 2))
    };
    of("results", vec![claim])
}

const LIST: Format = Format::InternationalResults;
const GOALS: Format = Format::InternationalGoalscorers;

fn imported(report: &Report) -> Vec<&Imported> {
    let done = report.files.iter().map(|file| match &file.outcome {
        Outcome::Imported(imported) => &**imported,
        other => panic!("{}: {other:?}", file.path.display()),
    });
    done.collect()
}

/// The matches the tests brought in.
fn told(record: &Record) -> Vec<&Match> {
    record.latest().matches().filter(|entry| entry.date.year() == 2031).collect()
}

/// How many conflicts they brought.
fn conflicts(record: &Record) -> usize {
    let ours = |conflict: &&crate::conflict::Conflict| {
        conflict.in_match.is_some_and(|id| told(record).iter().any(|entry| entry.id == id))
    };
    record.conflicts().iter().filter(ours).count()
}

fn bytes(record: &Record) -> Vec<u8> {
    postcard::to_stdvec(record).unwrap()
}

/// The record of the store, which must be the same from its snapshot and from its files.
fn record(store: &Store) -> Record {
    let kept = store.record().unwrap();
    let again = store.merged_for_test();
    assert!(bytes(&kept) == bytes(&again), "the snapshot is not what the files say");
    kept
}

#[test]
fn importing_again_adds_nothing() {
    let (_folder, mut store) = new_store();
    let files = || vec![("d/goalscorers.csv", GOALS, scorers()), ("d/results.csv", LIST, results())];
    let report = bring(&mut store, files(), &options());
    let [goals, matches] = imported(&report)[..] else { panic!() };
    assert_eq!((matches.merged.matches_added, matches.merged.matches_merged, matches.rows), (3, 0, 3));
    // The list of goals stands first and is laid on the results all the same.
    assert_eq!((goals.merged.matches_added, goals.merged.matches_merged, goals.merged.events_added), (0, 1, 3));
    let before = record(&store);
    assert_eq!(told(&before).len(), 3);
    assert_eq!(&*before.competition(before.edition(told(&before)[0].edition).competition).name, "World Cup");

    let again = bring(&mut store, files(), &options());
    assert!(again.files.iter().all(|file| matches!(file.outcome, Outcome::AlreadyImported)), "{again:?}");
    // Nor does the same file under another name, or twice in one run.
    let renamed = bring(&mut store, vec![("copy.csv", LIST, results())], &options());
    assert!(matches!(renamed.files[0].outcome, Outcome::AlreadyImported));
    assert!(bytes(&record(&store)) == bytes(&before));
    assert_eq!(store.files().unwrap().0.len(), 2);
}

#[test]
fn the_order_of_import_does_not_matter() {
    let files = [
        ("a/results.csv", LIST, results()),
        ("a/goalscorers.csv", GOALS, scorers()),
        ("b/other.csv", LIST, of("yet-another", vec![result(2, date(2031, 12, 10), "England", "France", (1, 1))])),
    ];
    let mut records = Vec::new();
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
        let (_folder, mut store) = new_store();
        for index in order {
            bring(&mut store, vec![files[index].clone()], &options());
        }
        records.push(bytes(&record(&store)));
    }
    let (_folder, mut store) = new_store();
    let report = bring(&mut store, files.to_vec(), &options());
    assert_eq!(imported(&report).len(), 3);
    records.push(bytes(&record(&store)));
    assert!(records.windows(2).all(|pair| pair[0] == pair[1]));
    assert_eq!(conflicts(&store.record().unwrap()), 1);
}

#[test]
fn a_newer_edition_takes_the_place_of_the_older() {
    let (_folder, mut store) = new_store();
    bring(&mut store, vec![("2022/results.csv", LIST, results())], &options());
    let mut newer = results();
    newer.matches[1].score = Score::at_end(Goals::new(2, 1));
    newer.matches.push(result(5, date(2031, 12, 17), "Croatia", "Morocco", (2, 1)));
    let report = bring(&mut store, vec![("2023/results.csv", LIST, newer)], &options());
    assert!(imported(&report)[0].replaced);
    let now = record(&store);
    assert_eq!(told(&now).len(), 4);
    assert_eq!(conflicts(&now), 0, "nothing of the older edition is left");

    // Another season under the same name is another file.
    let earlier = of("results", vec![result(2, date(2031, 7, 15), "France", "Croatia", (4, 2))]);
    let report = bring(&mut store, vec![("2018/results.csv", LIST, earlier)], &options());
    assert!(!imported(&report)[0].replaced);
    assert_eq!(told(&record(&store)).len(), 5);
}

#[test]
fn a_file_with_unknown_teams_is_refused_whole_and_the_others_go_on() {
    let (_folder, mut store) = new_store();
    bring(&mut store, vec![("results.csv", LIST, results())], &options());
    let mut wrong = results();
    wrong.matches.push(result(17, date(2031, 12, 17), "Croatai", "Morocco", (2, 1)));
    wrong.matches.push(result(18, date(2031, 12, 18), "Atlantis", "Croatai", (0, 0)));
    let files = || vec![("results.csv", LIST, wrong.clone()), ("goalscorers.csv", GOALS, scorers())];
    let report = bring(&mut store, files(), &options());
    let [refused] = report.failures().collect::<Vec<_>>()[..] else { panic!("{report:?}") };
    assert!(
        refused.to_string().starts_with("results.csv:17: no national team is called `Croatai` (nearest: Croatia"),
        "{refused}"
    );
    assert!(refused.to_string().contains(", nor `Atlantis` (line 18)"), "{refused}");
    assert!(refused.hint.as_deref().unwrap().contains("--accept-new-teams"));
    assert!(matches!(report.files[1].outcome, Outcome::Imported(_)));
    // The older edition of the refused file stays.
    let kept = record(&store);
    assert_eq!(told(&kept).len(), 3);
    assert!(kept.teams().iter().all(|team| &*team.name != "Atlantis"));

    let report = bring(&mut store, files(), &Options { accept_new_teams: true, ..options() });
    assert!(matches!(report.files[0].outcome, Outcome::Imported(_)), "{report:?}");
    let now = record(&store);
    assert!(now.teams().iter().any(|team| &*team.name == "Atlantis"));
    assert_eq!(told(&now).len(), 5);
}

/// One match of a women's championship as a list tells it, and its events, which know neither date nor who
/// is listed first.
fn list_and_events() -> [Claims; 2] {
    let listed = MatchClaim {
        external_id: named("3847567"),
        competition: "Women's European Championship".into(),
        edition: "2031".into(),
        sex: Sex::Women,
        ..result(0, date(2031, 7, 31), "England", "Germany", (2, 1))
    };
    let told = MatchClaim {
        events: vec![event(Clock::new(62).ok(), Side::Away, EventKind::Goal, named("Ella Toone"))],
        date: None,
        competition: "".into(),
        sex: Sex::Women,
        ..result(0, date(2031, 7, 31), "Germany", "England", (1, 2))
    };
    [of("statsbomb-open-data", vec![listed]), of("statsbomb-open-data", vec![told])]
}

#[test]
fn events_find_the_match_their_file_is_named_after() {
    let [list, events] = list_and_events();
    let files = [("43/106.json", Format::StatsbombMatches, list), ("3847567.json", Format::StatsbombEvents, events)];
    for order in [[0, 1], [1, 0]] {
        let (_folder, mut store) = new_store();
        for index in order {
            bring(&mut store, vec![files[index].clone()], &options());
        }
        let record = record(&store);
        assert_eq!(record.undated().len(), 0);
        let entry = told(&record)[0];
        assert_eq!((entry.date, &*record.team(entry.home).name), (date(2031, 7, 31), "England"));
        assert_eq!(entry.goals().map(|goal| goal.side).collect::<Vec<_>>(), [Side::Home]);
        assert_eq!(&*record.edition(entry.edition).label, "2031");
    }
    let (_folder, mut store) = new_store();
    let report = bring(&mut store, vec![files[1].clone()], &options());
    assert_eq!(report.undated, 1, "without the list of matches it waits");
}

#[test]
fn an_import_beside_another_is_not_lost() {
    let (folder, mut store) = new_store();
    let (stored, changes) = store.files().unwrap();
    // Between the look at the database and the writing, another process brings in a file.
    let mut other = Store::open(&folder.path().join("record.db")).unwrap();
    bring(&mut other, vec![("goalscorers.csv", GOALS, scorers())], &options());
    let read = load::prepare(Path::new("results.csv"), LIST, "sum".into(), results(), &options());
    let found = vec![Found { path: "results.csv".into(), named: true, error: None }];
    take_in(&mut store, (stored, changes), found, vec![Loaded::Read(Box::new(read))], &mut |_| ()).unwrap();
    let record = record(&store);
    assert_eq!(told(&record).iter().map(|entry| entry.events.len()).sum::<usize>(), 3);
    assert_eq!(told(&record).len(), 3);
}

#[test]
fn files_are_found_by_name_and_unknown_ones_passed_over_in_folders() {
    let (folder, mut store) = new_store();
    let data = folder.path().join("data");
    for name in ["b/notes.md", "a.bin", ".hidden/results.csv", "b/a.bin"] {
        let path = data.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, format!("\u{1}\u{2} {name}")).unwrap();
    }
    let missing = folder.path().join("missing.csv");
    let paths: Vec<PathBuf> = vec![data.clone(), data.join("a.bin"), missing.clone()];
    let mut steps = Vec::new();
    let report = import(&mut store, &paths, &options(), &mut |now| steps.push((now.step, now.done, now.of))).unwrap();
    let seen: Vec<(String, bool)> = report
        .files
        .iter()
        .map(|file| {
            let name = file.path.strip_prefix(folder.path()).unwrap().display().to_string();
            (name, matches!(file.outcome, Outcome::Failed(_)))
        })
        .collect();
    let expected = [
        ("data/a.bin", false),
        ("data/b/a.bin", false),
        ("data/b/notes.md", false),
        ("data/a.bin", true),
        ("missing.csv", true),
    ];
    assert_eq!(seen, expected.map(|(name, failed)| (name.to_owned(), failed)));
    let failures: Vec<String> = report.failures().map(ToString::to_string).collect();
    assert!(failures[0].contains("not a format Byline reads"), "{failures:?}");
    assert!(failures[1].starts_with(&format!("{}: cannot be read", missing.display())), "{failures:?}");
    steps.sort_by_key(|&(_, done, _)| done);
    assert_eq!(steps, (1..=5).map(|done| (Step::Reading, done, 5)).collect::<Vec<_>>());
    assert_eq!(told(&store.record().unwrap()).len(), 0);
}

#[test]
fn clubs_and_completeness_come_through() {
    let (_folder, mut store) = new_store();
    let club = |line, home: &str, away: &str| MatchClaim {
        kind: TeamKind::Club,
        competition: "Premier League".into(),
        edition: "2030/31".into(),
        ..result(line, date(2031, 5, 12), home, away, (1, 4))
    };
    let mut season = of("football-data", vec![club(2, "Brighton", "Man City")]);
    season.coverage.push(crate::claim::CoverageClaim {
        competition: Some("Premier League".into()),
        edition: Some("2030/31".into()),
        table: Table::Results,
        extent: Extent::Complete,
    });
    bring(&mut store, vec![("E0.csv", Format::FootballData, season)], &options());
    let record = record(&store);
    let entry = told(&record)[0];
    assert_eq!(record.latest().extent(entry.edition, Table::Results), Extent::Complete);
    let status = store.status().unwrap();
    assert_eq!(status.sources[0].reach.len(), 1);
    assert_eq!(status.sources[0].files[0].format, "football-data.co.uk season");
}
