use jiff::civil::date;

use super::*;
use crate::claim::{Claims, MatchClaim, Name, PersonClaim, event};
use crate::merge::Merger;
use crate::merge::competitions::Competitions;
use crate::names::teams::TeamNames;
use crate::{
    Clock, EventKind, Goals, Kick, KickOff, Penalty, PenaltyOutcome, Record, Score, ShootOut, Side, Source, Stage,
    StageKind, Status,
};

fn named(name: &str) -> Option<Name> {
    Some(name.into())
}

fn source(key: &str) -> Source {
    Source { licence: "CC0 1.0".into(), retrieved: Some(date(2026, 11, 20)), ..Source::unlisted(key) }
}

/// A quarter-final with a penalty missed, a match of 1930 without a minute, and a fixture; two sources that differ on
/// the crowd.
fn record() -> Record {
    let penalty = |outcome| EventKind::Penalty(Penalty { keeper: named("Hugo Lloris"), ..Penalty::of(outcome) });
    let minute = |minute: u8| Clock::new(minute).ok();
    let quarter_final = MatchClaim {
        competition: "World Cup".into(),
        edition: "2022".into(),
        date: Some(date(2022, 12, 10)),
        kick_off: KickOff::new(22, 0, Some(180)),
        stage: Some(Stage::of(StageKind::QuarterFinal)),
        home: "England".into(),
        away: "France".into(),
        status: Some(Status::Played),
        score: Score { half_time: Some(Goals::new(0, 1)), ..Score::after_ninety(Goals::new(1, 2)) },
        events: vec![
            event(minute(17), Side::Away, EventKind::Goal, named("Aurélien Tchouaméni")),
            event(minute(54), Side::Home, penalty(PenaltyOutcome::Scored), named("Harry Kane")),
            event(minute(78), Side::Away, EventKind::Goal, named("Olivier Giroud")),
            event(minute(84), Side::Home, penalty(PenaltyOutcome::OffTarget), named("Harry Kane")),
        ],
        attendance: Some(68_895),
        ..MatchClaim::default()
    };
    let kick = |side, outcome, taker: &str| Kick {
        side,
        taker: named(taker),
        keeper: None,
        outcome,
        placement: None,
        sources: Sources::NONE,
    };
    let final_match = MatchClaim {
        competition: "World Cup".into(),
        edition: "2022".into(),
        date: Some(date(2022, 12, 18)),
        stage: Some(Stage::of(StageKind::Final)),
        home: "Argentina".into(),
        away: "France".into(),
        status: Some(Status::Played),
        score: Score {
            shoot_out: Some(ShootOut { score: Some(Goals::new(4, 2)), winner: Side::Home, first: Some(Side::Away) }),
            ..Score::after_extra_time(Some(Goals::new(2, 2)), Goals::new(3, 3))
        },
        kicks: vec![
            kick(Side::Away, PenaltyOutcome::Scored, "Kylian Mbappé"),
            kick(Side::Home, PenaltyOutcome::Scored, "Lionel Messi"),
            kick(Side::Away, PenaltyOutcome::Saved, "Kingsley Coman"),
        ],
        ..MatchClaim::default()
    };
    let to_come = MatchClaim {
        competition: "World Cup".into(),
        edition: "2030".into(),
        date: Some(date(2030, 6, 8)),
        home: "Uruguay".into(),
        away: "Argentina".into(),
        status: Some(Status::Scheduled),
        ..MatchClaim::default()
    };
    let crowd = MatchClaim { attendance: Some(68_894), events: Vec::new(), ..quarter_final.clone() };
    let kane = PersonClaim {
        name: "Harry Kane".into(),
        other_names: vec!["H. Kane".into(), "Kane, \"Harry\"".into()],
        teams: vec!["England".into()],
        born: Some(date(1993, 7, 28)),
        ..PersonClaim::default()
    };
    let claims = |source: &str, matches, people| Claims { source: source.into(), matches, people, ..Claims::default() };
    let mut merger = Merger::new(
        TeamNames::from_file(crate::builtin::TEAMS).unwrap(),
        Competitions::from_file(crate::builtin::COMPETITIONS).unwrap(),
        vec![source("first"), source("second"), source("never used")],
    );
    merger.add(&claims("first", vec![quarter_final, final_match, to_come], vec![kane])).unwrap();
    merger.add(&claims("second", vec![crowd], Vec::new())).unwrap();
    merger.finish()
}

/// The rows of a table as CSV, each by column name.
fn rows(folder: &Path, table: &str) -> Vec<Vec<(String, String)>> {
    let mut reader = ::csv::Reader::from_path(folder.join(table).with_extension("csv")).unwrap();
    let header = reader.headers().unwrap().clone();
    let rows = reader
        .records()
        .map(|row| header.iter().map(str::to_owned).zip(row.unwrap().iter().map(str::to_owned)).collect());
    rows.collect()
}

fn of<'r>(row: &'r [(String, String)], column: &str) -> &'r str {
    &row.iter().find(|(name, _)| name == column).unwrap_or_else(|| panic!("no column {column}")).1
}

#[test]
fn tables_say_what_the_record_says() {
    let folder = tempfile::tempdir().unwrap();
    let record = record();
    let written = export(record.latest(), folder.path(), FileFormat::Csv).unwrap();
    let counts: Vec<usize> = written.iter().map(|file| file.rows).collect();
    assert_eq!(counts, [3, 4, 3, 7, 1, 2, 2]);

    let matches = rows(folder.path(), "matches");
    let quarter_final = &matches[0];
    for (column, value) in [
        ("match", "1"),
        ("date", "2022-12-10"),
        ("kick_off", "22:00"),
        ("utc_offset", "180"),
        ("competition", "World Cup"),
        ("stage", "quarter-final"),
        ("home", "England"),
        ("half_time_away", "1"),
        ("full_time_home", "1"),
        ("end_away", "2"),
        ("extra_time_home", ""),
        ("extra_time_rule", ""),
        ("winner", "away"),
        ("sources", "first; second"),
    ] {
        assert_eq!(of(quarter_final, column), value, "{column}");
    }
    let final_match = &matches[1];
    for (column, value) in [
        ("full_time_home", "2"),
        ("extra_time_home", "3"),
        ("extra_time_rule", "played out"),
        ("shoot_out_home", "4"),
        ("shoot_out_winner", "home"),
        ("shoot_out_first", "away"),
    ] {
        assert_eq!(of(final_match, column), value, "{column}");
    }
    assert_eq!((of(&matches[2], "status"), of(&matches[2], "end_home")), ("scheduled", ""));

    let events = rows(folder.path(), "events");
    let missed = &events[3];
    for (column, value) in [
        ("match", "1"),
        ("number", "4"),
        ("minute", "84"),
        ("team", "England"),
        ("kind", "penalty"),
        ("player", "Harry Kane"),
        ("outcome", "off_target"),
        ("keeper", "Hugo Lloris"),
        ("retaken", "false"),
        ("sources", "first"),
    ] {
        assert_eq!(of(missed, column), value, "{column}");
    }
    let kicks = rows(folder.path(), "kicks");
    assert_eq!(
        (of(&kicks[2], "taker"), of(&kicks[2], "outcome"), of(&kicks[2], "in_order")),
        ("Kingsley Coman", "saved", "true")
    );
    let people = rows(folder.path(), "people");
    let kane = people.iter().find(|row| of(row, "name") == "Harry Kane").unwrap();
    assert_eq!((of(kane, "other_names"), of(kane, "born")), ("H. Kane; Kane, \"Harry\"", "1993-07-28"));
    let conflicts = rows(folder.path(), "conflicts");
    let crowd = &conflicts[0];
    assert_eq!((of(crowd, "match"), of(crowd, "preferred"), of(crowd, "other")), ("1", "68895", "68894"));
    assert_eq!(of(crowd, "other_sources"), "second");

    let sources: Vec<String> = rows(folder.path(), "sources").iter().map(|row| of(row, "key").to_owned()).collect();
    assert_eq!(sources, ["first", "second"]);
    let words = std::fs::read_to_string(folder.path().join("ATTRIBUTION.md")).unwrap();
    assert!(words.contains("* Key: `second`\n* Licence: CC0 1.0\n"), "{words}");
    assert!(!words.contains("never used"));
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().contains(".part")), "{left:?}");
}

#[test]
fn nothing_later_than_the_day_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let record = record();
    export(record.as_of(date(2022, 12, 11)), folder.path(), FileFormat::Csv).unwrap();
    let matches = rows(folder.path(), "matches");
    assert_eq!(of(&matches[0], "winner"), "away");
    for row in &matches[1..] {
        assert_eq!((of(row, "end_home"), of(row, "shoot_out_winner"), of(row, "status")), ("", "", "scheduled"));
    }
    assert_eq!(rows(folder.path(), "kicks").len(), 0);
    assert!(rows(folder.path(), "people").iter().all(|row| of(row, "name") != "Kylian Mbappé"));
}

#[test]
fn a_table_that_cannot_be_written_leaves_the_old_one() {
    let folder = tempfile::tempdir().unwrap();
    let record = record();
    export(record.latest(), folder.path(), FileFormat::Csv).unwrap();
    let path = folder.path().join("matches.csv");
    let before = std::fs::read(&path).unwrap();
    let error = atomically(&path, |out| {
        out.write_all(b"half a ta")?;
        Err(io::Error::other("the disk is full"))
    })
    .unwrap_err();
    assert_eq!(error.to_string(), format!("{}: the disk is full", path.display()));
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert!(!folder.path().join("matches.csv.part").exists());
    // A folder that is a file.
    assert!(export(record.latest(), &path, FileFormat::Csv).is_err());
}

#[test]
fn every_column_is_described() {
    let text = include_str!("../../../../docs/export.md");
    let record = record();
    let view = record.latest();
    fn check<R>(text: &str, table: &Table<'_, R>) {
        let (_, after) = text.split_once(&format!("\n## {}\n", table.name)).unwrap_or_else(|| panic!("{}", table.name));
        let section = after.split("\n## ").next().unwrap();
        let described: Vec<&str> = section
            .lines()
            .filter_map(|line| line.strip_prefix("| `"))
            .flat_map(|line| line.split(" | ").next().unwrap().split('`').filter(|part| !matches!(*part, "" | ", ")))
            .collect();
        let columns: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
        assert_eq!(described, columns, "{}", table.name);
    }
    check(text, &tables::matches(view));
    check(text, &tables::events(view));
    check(text, &tables::kicks(view));
    check(text, &tables::people(view));
    check(text, &tables::conflicts(view));
    check(text, &tables::sources(view, Sources::NONE));
}

#[cfg(feature = "parquet")]
#[test]
fn parquet_says_what_csv_says() {
    use ::parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
    use arrow_array::cast::AsArray as _;
    use arrow_array::types::{Date32Type, Int64Type};
    use arrow_array::{Array as _, RecordBatch};
    use arrow_schema::DataType;

    let folder = tempfile::tempdir().unwrap();
    let record = record();
    export(record.latest(), folder.path(), FileFormat::Csv).unwrap();
    let written = export(record.latest(), folder.path(), FileFormat::Parquet).unwrap();
    assert_eq!(written.len(), 7);
    let printed = |batch: &RecordBatch, column: usize, row: usize| {
        let array = batch.column(column);
        if array.is_null(row) {
            return String::new();
        }
        match array.data_type() {
            DataType::Utf8 => array.as_string::<i32>().value(row).to_owned(),
            DataType::Int64 => array.as_primitive::<Int64Type>().value(row).to_string(),
            DataType::Boolean => array.as_boolean().value(row).to_string(),
            DataType::Date32 => {
                let days = array.as_primitive::<Date32Type>().value(row);
                date(1970, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap().to_string()
            }
            other => panic!("{other}"),
        }
    };
    for table in ["matches", "events", "kicks", "people", "conflicts", "sources"] {
        let file = File::open(folder.path().join(table).with_extension("parquet")).unwrap();
        let mut read = Vec::new();
        for batch in ParquetRecordBatchReaderBuilder::try_new(file).unwrap().build().unwrap() {
            let batch = batch.unwrap();
            let names: Vec<String> = batch.schema().fields().iter().map(|field| field.name().clone()).collect();
            for row in 0..batch.num_rows() {
                let cells = (0..names.len()).map(|column| (names[column].clone(), printed(&batch, column, row)));
                read.push(cells.collect::<Vec<_>>());
            }
        }
        assert_eq!(read, rows(folder.path(), table), "{table}");
    }
}
