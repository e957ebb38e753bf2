//! When a pairing of the finals was known: a view shows it from that day on and not before.

#![allow(clippy::expect_used, reason = "a test")]

use byline_record::{Record, StageKind, builtin};
use jiff::civil::{Date, date};

/// Whether the match two teams played on a day was fixed by the end of another.
fn is_fixed(record: &Record, teams: [&str; 2], on: Date, by: Date) -> bool {
    let entry = record
        .latest()
        .matches()
        .find(|entry| {
            entry.date == on
                && teams.contains(&&*record.team(entry.home).name)
                && teams.contains(&&*record.team(entry.away).name)
        })
        .expect("the match is in the record");
    record.as_of(by).fixture_by_id(entry.id).is_some()
}

#[test]
fn two_of_a_group_go_on_as_soon_as_both_groups_are_over() {
    let record = builtin::record().expect("the built-in record");
    // Groups C and D ended on 26 June, groups E to H later.
    let meeting = |by| is_fixed(&record, ["France", "Argentina"], date(2018, 6, 30), by);
    assert!(!meeting(date(2018, 6, 25)));
    assert!(meeting(date(2018, 6, 26)));
}

#[test]
fn where_thirds_go_on_all_groups_have_to_be_over() {
    let record = builtin::record().expect("the built-in record");
    let meeting = |by| is_fixed(&record, ["Wales", "Northern Ireland"], date(2016, 6, 25), by);
    assert!(!meeting(date(2016, 6, 21)));
    assert!(meeting(date(2016, 6, 22)));
}

#[test]
fn a_second_group_is_known_once_the_first_ones_are_over() {
    let record = builtin::record().expect("the built-in record");
    let meeting = |by| is_fixed(&record, ["Netherlands", "Brazil"], date(1974, 7, 3), by);
    assert!(!meeting(date(1974, 6, 22)));
    assert!(meeting(date(1974, 6, 23)), "before the second round has begun");
}

#[test]
fn finals_that_begin_with_a_semi_final_are_not_drawn_years_before() {
    let record = builtin::record().expect("the built-in record");
    let meeting = |by| is_fixed(&record, ["France", "Yugoslavia"], date(1960, 7, 6), by);
    assert!(!meeting(date(1958, 6, 29)));
    assert!(meeting(date(1960, 7, 1)));
}

#[test]
fn an_appointment_shows_what_is_over_and_what_is_fixed() {
    let record = builtin::record().expect("the built-in record");
    let view = record.as_of(date(2022, 12, 10));
    let france = view
        .matches()
        .find(|entry| entry.date == date(2022, 12, 10) && entry.score.end.is_some_and(|end| end.total() == 3))
        .map(|entry| entry.away)
        .expect("England against France");
    let ahead: Vec<_> = view.appointments_of(france, date(2022, 12, 1)).collect();
    let told: Vec<_> = ahead.iter().map(|next| (next.date(), next.stage().map(|stage| stage.kind))).collect();
    assert_eq!(
        told,
        [
            (date(2022, 12, 4), Some(StageKind::RoundOf16)),
            (date(2022, 12, 10), Some(StageKind::QuarterFinal)),
            (date(2022, 12, 14), Some(StageKind::SemiFinal)),
        ],
        "and not the final"
    );
    let next = ahead.last().expect("the semi-final").as_match();
    assert!(next.score.end.is_none() && next.events.is_empty() && next.kicks.is_empty());
}

#[test]
fn so_many_of_a_group_go_on() {
    let record = builtin::record().expect("the built-in record");
    let view = record.latest();
    let places = |on: Date| {
        let entry = view.matches().find(|entry| entry.date == on).expect("a match of the day");
        view.group_places(entry.edition)
    };
    assert_eq!(places(date(1930, 7, 13)), Some((1, false)), "the winners");
    assert_eq!(places(date(1938, 6, 4)), None, "no groups");
    assert_eq!(places(date(1982, 6, 13)), Some((2, false)));
    assert_eq!(places(date(1986, 5, 31)), Some((2, true)), "four of six thirds");
    assert_eq!(places(date(2022, 11, 20)), Some((2, false)));
    assert_eq!(places(date(2024, 6, 14)), Some((2, true)));
}

#[test]
fn the_knock_out_stage_begins_with_the_round_of_the_edition() {
    let record = builtin::record().expect("the built-in record");
    let view = record.latest();
    let first = |on: Date| {
        let entry = view.matches().find(|entry| entry.date == on).expect("a match of the day");
        view.first_knock_out(entry.edition)
    };
    assert_eq!(first(date(1938, 6, 4)), None, "knock-out from the start");
    assert_eq!(first(date(1950, 6, 24)), None, "groups and a final group");
    assert_eq!(first(date(1974, 6, 13)), None, "groups, groups and two matches");
    assert_eq!(first(date(1982, 6, 13)), Some(StageKind::SemiFinal), "groups and groups before");
    assert_eq!(first(date(1996, 6, 8)), Some(StageKind::QuarterFinal));
    assert_eq!(first(date(2022, 11, 20)), Some(StageKind::RoundOf16));
    assert_eq!(first(date(2026, 6, 11)), Some(StageKind::RoundOf32));
}

#[test]
fn in_the_morning_the_matches_of_the_day_are_to_come() {
    let record = builtin::record().expect("the built-in record");
    let (eve, day) = (date(2006, 6, 29), date(2006, 6, 30));
    let played = |view: byline_record::View<'_>| view.matches().filter(|entry| entry.date == day).count();
    let whole = record.latest();
    assert_eq!(played(whole), 2);
    let morning = whole.morning_of(day);
    assert_eq!((played(morning), morning.as_of()), (0, day));
    let match_of_the_day = whole.matches().find(|entry| entry.date == day).expect("two quarter-finals");
    assert!(morning.get(match_of_the_day.id).is_none());
    assert!(morning.fixture_by_id(match_of_the_day.id).is_some());
    // Never later than what was known, and the evening before is the evening before.
    assert_eq!(played(morning.no_later_than(day)), 0);
    assert_eq!(record.as_of(eve).morning_of(day).as_of(), eve);
    assert_eq!(played(record.as_of(day)), 2);
}
