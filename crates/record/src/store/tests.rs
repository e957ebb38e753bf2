use std::path::Path;

use jiff::civil::{Date, date};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::*;
use crate::claim::{
    CoverageClaim, DisputeClaim, EditionClaim, MatchClaim, Name, PersonClaim, Skipped, SquadClaim, VenueClaim, event,
};
use crate::words::Word;
use crate::{
    Card, Clock, CompetitionClass, Coverage, Event, EventKind, Extent, Goals, Kick, KickOff, Odds, Penalty,
    PenaltyOutcome, Placement, Position, Score, ShootOut, Side, Sources, Stage, Table, TeamSheet,
};

fn row(name: &str, claims: &Claims) -> FileRow {
    FileRow {
        source: claims.source.clone(),
        name: name.to_owned(),
        folder: String::new(),
        format: "made by hand".to_owned(),
        sha256: format!("sum of {name}"),
        rows: claims.rows,
        imported_at: "2026-11-20T12:00:00Z".to_owned(),
        accepts_new_teams: false,
    }
}

fn put(store: &mut Store, name: &str, claims: &Claims, replaces: Option<i64>) {
    let writing = store.write().unwrap();
    writing.put(&row(name, claims), claims, replaces).unwrap();
    writing.describe(&Source::unlisted(&claims.source)).unwrap();
    writing.commit().unwrap();
}

fn read_back(store: &Store) -> Vec<Claims> {
    store.read_files(&[]).unwrap().into_iter().map(|(_, claims)| claims).collect()
}

fn any<W: Word + std::fmt::Debug>() -> impl Strategy<Value = W> {
    proptest::sample::select(W::ALL)
}

fn name() -> impl Strategy<Value = Box<str>> {
    prop_oneof![
        proptest::sample::select(vec!["Harry Kane", "Aurélien Tchouaméni", "O'Neill", "Robert \"Bob\"", "", "NULL"])
            .prop_map(Box::from),
        "\\PC{0,12}".prop_map(Box::from),
    ]
}

fn day() -> impl Strategy<Value = Date> {
    (1850_i16..2100, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| date(year, month, day))
}

fn clock() -> impl Strategy<Value = Clock> {
    prop_oneof![
        (1_u8..=120).prop_map(|minute| Clock::new(minute).unwrap()),
        (proptest::sample::select(vec![45_u8, 90, 105, 120]), 0_u8..=60)
            .prop_map(|(minute, added)| Clock::with_added(minute, added).unwrap()),
    ]
}

fn goals() -> impl Strategy<Value = Goals> {
    (0_u8..=255, 0_u8..=255).prop_map(|(home, away)| Goals::new(home, away))
}

fn placement() -> impl Strategy<Value = Placement> {
    (option::of(any()), option::of(-900_i16..900), option::of(0_i16..900), option::of(any()), option::of(any()))
        .prop_map(|(foot, across_cm, height_cm, side, keeper_move)| Placement {
            foot,
            across_cm,
            height_cm,
            side,
            keeper_move,
        })
}

fn kind() -> impl Strategy<Value = EventKind<Name>> {
    prop_oneof![
        Just(EventKind::Goal),
        Just(EventKind::OwnGoal),
        (any(), option::of(name()), option::of(clock()), prop::bool::ANY, option::of(placement()), option::of(goals()))
            .prop_map(|(outcome, keeper, awarded, retaken, placement, score_before)| {
                EventKind::Penalty(Penalty { outcome, keeper, awarded, retaken, placement, score_before })
            }),
        (any::<Card>(), prop::bool::ANY).prop_map(|(card, bench)| EventKind::Card { card, bench }),
        option::of(name()).prop_map(|on| EventKind::Substitution { on }),
    ]
}

fn happening() -> impl Strategy<Value = Event<Name>> {
    (option::of(clock()), any(), kind(), option::of(name()))
        .prop_map(|(clock, side, kind, player)| event(clock, side, kind, player))
}

fn kick() -> impl Strategy<Value = Kick<Name>> {
    (any(), option::of(name()), option::of(name()), any(), option::of(placement())).prop_map(
        |(side, taker, keeper, outcome, placement)| Kick {
            side,
            taker,
            keeper,
            outcome,
            placement,
            sources: Sources::NONE,
        },
    )
}

fn sheet() -> impl Strategy<Value = TeamSheet<Name>> {
    (vec(name(), 0..12), vec((name(), option::of(clock())), 0..3), option::of(name()), option::of(name()))
        .prop_map(|(starters, keepers, captain, manager)| TeamSheet { starters, keepers, captain, manager })
}

fn score() -> impl Strategy<Value = Score> {
    let shoot_out = (option::of(goals()), any(), option::of(any())).prop_map(|(score, winner, first)| ShootOut {
        score,
        winner,
        first,
    });
    let g = || option::of(goals());
    (g(), g(), g(), g(), any(), option::of(shoot_out)).prop_map(
        |(half_time, full_time, extra_time, end, extra_time_rule, shoot_out)| Score {
            half_time,
            full_time,
            extra_time,
            end,
            extra_time_rule,
            shoot_out,
        },
    )
}

fn odds() -> impl Strategy<Value = Odds> {
    (name(), prop::bool::ANY, prop::array::uniform3(1.01_f32..1000.0)).prop_map(|(bookmaker, closing, prices)| Odds {
        bookmaker,
        closing,
        prices,
    })
}

fn class() -> impl Strategy<Value = Option<CompetitionClass>> {
    option::of(proptest::sample::select(<CompetitionClass as crate::words::Word>::ALL))
}

fn one_match() -> impl Strategy<Value = MatchClaim> {
    let kick_off = (0_u8..24, 0_u8..60, option::of(-720_i16..=840))
        .prop_map(|(hour, minute, offset)| KickOff::new(hour, minute, offset).unwrap());
    let stage = (any(), option::of(name()), any()).prop_map(|(kind, group, tie)| Stage { kind, group, tie });
    let venue = (option::of(name()), option::of(name()), option::of(name()))
        .prop_map(|(stadium, city, country)| VenueClaim { stadium, city, country });
    let dispute =
        (name(), name(), vec(name(), 0..3)).prop_map(|(about, other, sources)| DisputeClaim { about, other, sources });
    let who =
        (0_u32..90_000, option::of(name()), name(), name(), any(), any(), option::of(day()), name(), name(), class());
    let where_and_when = (
        option::of(kick_off),
        option::of(stage),
        option::of(0_u16..50),
        option::of(venue),
        any(),
        option::of(any()),
        score(),
        option::of(any()),
    );
    let story = (
        vec(happening(), 0..5),
        vec(kick(), 0..5),
        prop::bool::ANY,
        [sheet(), sheet()],
        option::of(name()),
        option::of(0_u32..200_000),
        vec(odds(), 0..3),
        vec(dispute, 0..2),
    );
    (who, where_and_when, story).prop_map(|(who, place, story)| {
        let (line, external_id, competition, edition, kind, sex, date, home, away, class) = who;
        let (kick_off, stage, matchday, venue, ground, status, score, given_to) = place;
        let (events, kicks, kick_order_guessed, sheets, referee, attendance, odds, disputes) = story;
        MatchClaim {
            line,
            external_id,
            competition,
            edition,
            class,
            kind,
            sex,
            date,
            kick_off,
            stage,
            matchday,
            home,
            away,
            venue,
            ground,
            status,
            score,
            given_to,
            events,
            kicks,
            kick_order_guessed,
            sheets,
            referee,
            attendance,
            odds,
            disputes,
        }
    })
}

fn edition() -> impl Strategy<Value = EditionClaim> {
    let names = || vec(name(), 0..4);
    let offices = || vec((name(), name()), 0..3);
    let groups = || vec((name(), vec(name(), 0..4)), 0..3);
    let player = (name(), option::of(any::<Position>()), option::of(name()))
        .prop_map(|(player, position, club)| SquadClaim { player, position, club });
    let squads = vec((name(), vec(player, 0..4)), 0..3);
    let coverage = vec((any::<Table>(), any::<Extent>()), 0..5).prop_map(|stated| {
        let mut coverage = Coverage::default();
        for (table, extent) in stated.into_iter().filter(|(_, extent)| *extent != Extent::Unknown) {
            coverage.set(table, extent);
        }
        coverage
    });
    let lists = (names(), vec(names(), 0..4), groups(), groups(), offices(), offices(), squads);
    let rest = (coverage, vec((any::<Table>(), names()), 0..3), option::of(day()));
    (name(), name(), any(), lists, rest).prop_map(|(competition, label, sex, lists, rest)| {
        let (hosts, standings, positions, groups, managers, captains, squads) = lists;
        let (coverage, attested, last_day) = rest;
        EditionClaim {
            competition,
            label,
            sex,
            hosts,
            standings,
            positions,
            groups,
            managers,
            captains,
            squads,
            coverage,
            attested,
            last_day,
        }
    })
}

prop_compose! {
    fn claims()(
        matches in vec(one_match(), 0..4),
        editions in vec(edition(), 0..3),
        people in vec((name(), vec(name(), 0..3), vec(name(), 0..3), any(), option::of(day())), 0..3),
        coverage in vec((option::of(name()), option::of(name()), any(), any()), 0..3),
        skipped in vec((0_u32..9000, name()), 0..3),
        rows in 0_usize..100_000,
    ) -> Claims {
        let people = people.into_iter().map(|(name, other_names, teams, sex, born)| {
            PersonClaim { name, other_names, teams, sex, born }
        }).collect();
        let coverage = coverage.into_iter().map(|(competition, edition, table, extent)| {
            CoverageClaim { competition, edition, table, extent }
        }).collect();
        let skipped = skipped.into_iter().map(|(line, reason)| Skipped { line, reason }).collect();
        Claims { source: "some-source".into(), matches, editions, people, coverage, skipped, rows }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn what_is_written_is_read_back(mut one in claims(), mut other in claims()) {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::create(&folder.path().join("record.db")).unwrap();
        tidy(&mut one);
        tidy(&mut other);
        put(&mut store, "one", &one, None);
        put(&mut store, "other", &other, None);
        prop_assert_eq!(&read_back(&store), &[one.clone(), other.clone()]);
        // A newer edition takes the place of the older one and of nothing else.
        let (files, _) = store.files().unwrap();
        put(&mut store, "one again", &other, Some(files[0].id));
        prop_assert_eq!(&read_back(&store), &[other.clone(), other]);
    }
}

/// A match of a year the built-in record does not reach, as two files tell it.
fn two_files() -> [Claims; 2] {
    let named = |name: &str| Some(Name::from(name));
    let result = MatchClaim {
        line: 2,
        competition: "World Cup".into(),
        date: Some(date(2031, 12, 10)),
        home: "England".into(),
        away: "France".into(),
        status: Some(crate::Status::Played),
        score: Score::at_end(Goals::new(1, 2)),
        ..MatchClaim::default()
    };
    let minute = |minute: u8| Clock::new(minute).ok();
    let penalty = |outcome| {
        EventKind::Penalty(Penalty {
            outcome,
            keeper: named("Hugo Lloris"),
            awarded: None,
            retaken: false,
            placement: None,
            score_before: None,
        })
    };
    let story = MatchClaim {
        line: 9,
        score: Score::default(),
        status: None,
        competition: "".into(),
        events: vec![
            event(minute(17), Side::Away, EventKind::Goal, named("Aurélien Tchouaméni")),
            event(minute(54), Side::Home, penalty(PenaltyOutcome::Scored), named("Harry Kane")),
            event(minute(78), Side::Away, EventKind::Goal, named("Olivier Giroud")),
            event(minute(84), Side::Home, penalty(PenaltyOutcome::OffTarget), named("Harry Kane")),
        ],
        ..result.clone()
    };
    let claims =
        |one: MatchClaim| Claims { source: "some-source".into(), matches: vec![one], rows: 1, ..Claims::default() };
    [claims(result), claims(story)]
}

/// The matches the tests put in.
fn told(record: &Record) -> Vec<&crate::Match> {
    record.latest().matches().filter(|entry| entry.date.year() == 2031).collect()
}

fn in_bytes(record: &Record) -> Vec<u8> {
    postcard::to_stdvec(record).unwrap()
}

#[test]
fn the_record_is_kept_ready_and_made_again_when_it_must_be() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("record.db");
    let mut store = Store::create(&path).unwrap();
    let [result, story] = two_files();
    put(&mut store, "results.csv", &result, None);
    let without = store.record().unwrap();
    let is_kept = |store: &Store| snapshot::load(&store.connection, &snapshot::fingerprint()).unwrap().is_some();
    assert!(is_kept(&store));

    put(&mut store, "goalscorers.csv", &story, None);
    assert!(!is_kept(&store), "a snapshot holds for the state it was made of only");
    let with = store.record().unwrap();
    let events = |record: &Record| told(record)[0].events.len();
    assert_eq!((events(&without), events(&with)), (0, 4));

    // The snapshot is the record, to the byte.
    drop(store);
    let store = Store::open(&path).unwrap();
    let loaded = snapshot::load(&store.connection, &snapshot::fingerprint()).unwrap().unwrap();
    assert!(in_bytes(&loaded) == in_bytes(&with));
    assert!(snapshot::load(&store.connection, "another program").unwrap().is_none());

    // A damaged one is passed over.
    for damaged in ["X'00'", "zeroblob(5000)", "X''", "randomblob(300)"] {
        store.connection.execute(&format!("UPDATE snapshot SET record = {damaged}"), []).unwrap();
        assert!(in_bytes(&store.record().unwrap()) == in_bytes(&with), "{damaged}");
    }
}

#[test]
fn a_record_with_strange_identifiers_is_not_sound() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(&folder.path().join("record.db")).unwrap();
    let [result, story] = two_files();
    put(&mut store, "results.csv", &result, None);
    put(&mut store, "goalscorers.csv", &story, None);
    let record = || store.record().unwrap();
    assert!(record().is_sound());
    let far = crate::PersonId::from_index(1 << 20);
    let spoil: [fn(&mut Record, crate::PersonId); 4] = [
        |record, far| record.matches.last_mut().unwrap().events[0].player = Some(far),
        |record, far| record.matches[0].referee = Some(far),
        |record, _| record.matches[0].home = crate::TeamId::from_index(1 << 20),
        |record, _| record.teams.truncate(3),
    ];
    for spoil in spoil {
        let mut record = record();
        spoil(&mut record, far);
        assert!(!record.is_sound());
    }
}

#[test]
fn a_database_that_may_not_be_written_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("100% #1?.db");
    let mut store = Store::create(&path).unwrap();
    put(&mut store, "results.csv", &two_files()[0], None);
    drop(store);
    for access in [Access::Fixed, Access::Read] {
        let store = Store { connection: migrate::open(&path, access).unwrap(), path: path.clone() };
        assert_eq!(told(&store.record().unwrap()).len(), 1);
    }
    let mut store = Store { connection: migrate::open(&path, Access::Read).unwrap(), path: path.clone() };
    let error = store.write().map(|writing| writing.put_record(&Record::default(), 1)).unwrap().unwrap_err();
    assert!(matches!(error, StoreError::ReadOnly { .. }), "{error}");
}

#[test]
fn who_waits_too_long_is_told_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("record.db");
    let mut store = Store::create(&path).unwrap();
    put(&mut store, "results.csv", &two_files()[0], None);
    let mut other = Store::open(&path).unwrap();
    other.connection.busy_timeout(std::time::Duration::from_millis(50)).unwrap();
    let writing = store.write().unwrap();
    let error = other.write().map(drop).unwrap_err();
    assert!(matches!(error, StoreError::Locked { .. }), "{error}");
    assert_eq!(error.hint(), Some("wait until the other import is over, then try again"));
    // Reading goes on beside a writer, and a snapshot that cannot be renewed is no failure.
    assert_eq!(told(&other.record().unwrap()).len(), 1);
    drop(writing);
}

#[test]
fn what_was_changed_by_hand_is_damage() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(&folder.path().join("record.db")).unwrap();
    let [_, story] = two_files();
    put(&mut store, "goalscorers.csv", &story, None);
    for change in ["event SET minute = '44+9'", "event SET kind = 'throw_in'", "match SET date = 'yesterday'"] {
        let undo = store.connection.unchecked_transaction().unwrap();
        undo.execute(&format!("UPDATE {change}"), []).unwrap();
        let error = store.read_files(&[]).unwrap_err();
        assert!(matches!(error, StoreError::Damaged { .. }), "{error}");
    }
}

#[test]
fn status_counts_what_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(&folder.path().join("record.db")).unwrap();
    let [result, mut story] = two_files();
    story.skipped.push(Skipped { line: 3, reason: "no minute".into() });
    let goals = |competition: Option<&str>, extent| CoverageClaim {
        competition: competition.map(Into::into),
        edition: None,
        table: Table::Goals,
        extent,
    };
    story.coverage = vec![goals(Some("World Cup"), Extent::Complete), goals(None, Extent::Partial)];
    put(&mut store, "results.csv", &result, None);
    put(&mut store, "goalscorers.csv", &story, None);
    let status = store.status().unwrap();
    let [source] = &status.sources[..] else { panic!("{status:?}") };
    assert_eq!((&*source.source.key, &*source.source.licence), ("some-source", "not stated"));
    let counts: Vec<_> =
        source.files.iter().map(|file| (&*file.name, file.rows, file.matches, file.events, file.skipped)).collect();
    assert_eq!(counts, [("results.csv", 1, 1, 0, 0), ("goalscorers.csv", 1, 1, 4, 1)]);
    let reach: Vec<_> = source.reach.iter().map(|reach| (reach.competition.as_deref(), reach.extent)).collect();
    assert_eq!(reach, [(None, Extent::Partial), (Some("World Cup"), Extent::Complete)]);
    assert_eq!(store.path(), folder.path().join("record.db"));
    assert!(Path::new(store.path()).exists());
}

#[test]
fn the_questions_of_the_documentation_can_be_asked() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(&folder.path().join("record.db")).unwrap();
    let [result, story] = two_files();
    put(&mut store, "results.csv", &result, None);
    put(&mut store, "goalscorers.csv", &story, None);
    let text = include_str!("../../../../docs/store.md");
    let questions: Vec<&str> = text
        .split("SELECT ")
        .skip(1)
        .map(|rest| rest.split(['"', ';']).next().unwrap())
        .filter(|question| question.contains("FROM"))
        .collect();
    let rows = questions.iter().map(|question| {
        let mut statement = store.connection.prepare(&format!("SELECT {question}")).unwrap();
        let mut rows = statement.query([]).unwrap();
        std::iter::from_fn(|| rows.next().unwrap().map(|_| ())).count()
    });
    // Both files tell of England's match; one penalty was missed.
    assert_eq!(rows.collect::<Vec<_>>(), [2, 1, 0]);
}
