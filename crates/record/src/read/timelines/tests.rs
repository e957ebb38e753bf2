//! A made-up league of three clubs and a play-off, in the shape of the files.

use proptest::prelude::*;

use super::*;
use crate::read::Format;
use crate::{Card, EventKind, Extent, Goals, PenaltyOutcome, Score, Side, StageKind, Table, TeamKind, Tie};

const MATCH: &str = r#"[
  {
    "league": "england_premier-league-2016-2017",
    "home": "fc-harbour",
    "away": "mill-city",
    "GH": 3,
    "GA": 1,
    "date": "2017-05-21",
    "incident": {
      "incidents": [
        {"team": "home", "minute": "8'", "incident_type": "Goal", "player_name": "Lund A. B.", "home_score": "1", "away_score": "0"},
        {"team": "home", "minute": "45+2'", "added_time": "2", "incident_type": "Penalty Awarded", "player_name": "Lund A. B.", "home_score": "2", "away_score": "0"},
        {"team": "away", "minute": "46'", "incident_type": "Own goal", "player_name": "Kapp O.", "home_score": "2", "away_score": "1"},
        {"team": "away", "minute": "50'", "incident_type": "Yellow Card", "player_name": "Dahl S.", "card_reason": "Foul"},
        {"team": "away", "minute": "58'", "incident_type": "Penalty Awarded", "player_name": "Dahl S."},
        {"team": "away", "minute": "60'", "incident_type": "Goal Disallowed", "player_name": "Dahl S."},
        {"team": "away", "minute": "61'", "incident_type": "Yellow Card", "player_name": "Dahl S."},
        {"team": "home", "minute": "62'", "incident_type": "Substitution", "player_out": "Kapp O.", "player_in": "Moor"},
        {"team": "home", "minute": "70'", "incident_type": "Red Card", "player_name": "Moor"},
        {"team": "home", "minute": "90+1'", "incident_type": "Goal", "player_name": "", "home_score": "3", "away_score": "1"}
      ],
      "metadata": [{"referee": "Vega J.", "venue": "The Quay", "city": "Harbour", "attendance": "59 976", "capacity": "60 704"}]
    }
  }
]"#;

fn one(file: &str) -> (crate::claim::MatchClaim, Vec<String>) {
    let mut claims = read(file.as_bytes()).unwrap();
    (claims.matches.remove(0), claims.skipped.iter().map(|skipped| skipped.reason.to_string()).collect())
}

fn entry(league: &str, home: &str, away: &str, goals: [u8; 2], incidents: &str) -> String {
    let [at_home, away_goals] = goals;
    format!(
        r#"{{"league":"{league}","home":"{home}","away":"{away}","GH":{at_home},"GA":{away_goals},"date":"2018-05-20","incident":{{"incidents":[{incidents}],"metadata":[]}}}}"#
    )
}

#[test]
fn a_match_is_told_whole() {
    let (told, skipped) = one(MATCH);
    assert!(skipped.is_empty(), "{skipped:?}");
    assert_eq!((told.line, &*told.competition, &*told.edition), (2, "Premier League", "2016/17"));
    assert_eq!((&*told.home, &*told.away, told.kind), ("FC Harbour", "Mill City", TeamKind::Club));
    assert_eq!(told.score, Score { half_time: Some(Goals::new(2, 0)), ..Score::after_ninety(Goals::new(3, 1)) });
    assert_eq!((told.attendance, told.referee.as_deref()), (Some(59_976), Some("J. Vega")));
    let lines: Vec<_> = told
        .events
        .iter()
        .map(|event| {
            format!("{} {} {}", event.clock.unwrap(), event.kind.key(), event.player.as_deref().unwrap_or("-"))
        })
        .collect();
    assert_eq!(
        lines,
        [
            "8 goal A. B. Lund",
            "45+2 penalty A. B. Lund",
            "46 own_goal O. Kapp",
            "50 yellow S. Dahl",
            "58 penalty S. Dahl",
            "61 second_yellow S. Dahl",
            "62 substitution O. Kapp",
            "70 red Moor",
            "90+1 goal -",
        ]
    );
    assert!(matches!(&told.events[4].kind, EventKind::Penalty(kick) if kick.outcome == PenaltyOutcome::Missed));
    // An own goal is listed with the side it counts for.
    assert_eq!((told.events[2].side, told.events[2].player_side()), (Side::Away, Side::Home));
    assert_eq!(told.events[5].kind, EventKind::Card { card: Card::SecondYellow, bench: false });
}

#[test]
fn goals_that_do_not_add_up_are_left_out() {
    let (told, skipped) = one(&MATCH.replace("\"GA\": 1", "\"GA\": 2"));
    assert_eq!(skipped, ["the goals told add up to 3-1, the score is 3-2: goals left out, score kept"]);
    assert_eq!(told.score, Score::at_end(Goals::new(3, 2)));
    assert!(told.events.iter().all(|event| !event.kind.is_goal()));
    assert_eq!(told.events.len(), 5);
}

#[test]
fn an_unknown_incident_is_named_and_left_out() {
    let (told, skipped) = one(&MATCH.replace("Goal Disallowed", "Streaker"));
    assert_eq!(skipped, ["an incident `Streaker`, which is none the reader knows: left out"]);
    assert_eq!(told.events.len(), 9);
}

#[test]
fn extra_time_is_no_part_of_a_league_match() {
    let (told, skipped) = one(&MATCH.replace("\"70'\"", "\"95'\""));
    assert_eq!(skipped, ["`Red Card` in minute 95 of a league match: kept without the minute"]);
    assert_eq!(told.events[7].clock, None);
    assert_eq!(told.score.extra_time, None);
}

/// Twelve clubs, everyone against everyone, and an outsider who loses a shoot-out.
fn league_with_play_off() -> String {
    let league = "frankreich_ligue-1-2017-2018";
    let mut entries: Vec<_> = (0..12_u8)
        .flat_map(|home| (0..12).filter(move |&away| away != home).map(move |away| (home, away)))
        .map(|(home, away)| entry(league, &format!("club-{home}"), &format!("club-{away}"), [0, 0], ""))
        .collect();
    let shoot_out = r#"{"team":"home","minute":"51'","incident_type":"Goal","player_name":"Lund A.","home_score":"1","away_score":"0"},
        {"team":"away","minute":"111'","incident_type":"Goal","player_name":"Vega J.","home_score":"1","away_score":"1"},
        {"team":"away","minute":"1","incident_type":"Penalty Awarded","player_name":"Vega J."},
        {"team":"home","minute":"1","incident_type":"Penalty Awarded","player_name":"Lund A."}"#;
    entries.push(entry(league, "outsiders", "club-3", [1, 2], shoot_out));
    format!("[{}]", entries.join(",\n"))
}

#[test]
fn a_play_off_is_told_from_the_league() {
    let claims = read(league_with_play_off().as_bytes()).unwrap();
    let play_offs: Vec<_> =
        claims.matches.iter().filter(|told| told.stage.as_ref().unwrap().tie == Tie::PlayOff).collect();
    let [play_off] = &play_offs[..] else { panic!("{}", play_offs.len()) };
    assert_eq!(play_off.line, 133);
    assert_eq!(play_off.score.full_time, Some(Goals::new(1, 0)));
    assert_eq!(play_off.score.end, Some(Goals::new(1, 1)));
    let shoot_out = play_off.score.shoot_out.unwrap();
    assert_eq!((shoot_out.winner, shoot_out.first, shoot_out.score), (Side::Away, Some(Side::Away), None));
    assert_eq!(play_off.stage.as_ref().unwrap().kind, StageKind::League);
    assert_eq!(claims.skipped.len(), 1);
    let extent = |table| claims.coverage.iter().find(|claim| claim.table == table).unwrap().extent;
    assert_eq!((extent(Table::Results), extent(Table::Goals)), (Extent::Complete, Extent::Complete));
}

#[test]
fn a_season_that_lacks_a_match_is_partial() {
    let whole = league_with_play_off();
    let (_, rest) = whole.split_once(",\n").unwrap();
    let claims = read(format!("[{rest}").as_bytes()).unwrap();
    assert!(claims.coverage.iter().all(|claim| claim.extent == Extent::Partial));
}

#[test]
fn errors_say_where_and_what() {
    for (old, new, line, problem) in [
        ("2017-05-21", "2017-13-21", 8, "`2017-13-21`"),
        ("\"8'\"", "\"8½'\"", 11, "`8½'`"),
        ("45+2'", "44+2'", 12, "`44+2'`"),
        ("2016-2017", "2016-2019", 3, "`england_premier-league-2016-2019`"),
        ("\"GH\": 3", "\"GH\": 300", 6, "invalid value: integer `300`"),
        ("\"GH\": 3", "\"GH\": NaN", 6, "expected value"),
        ("59 976", "many", 22, "`many`"),
        ("\"team\": \"away\"", "\"team\": \"them\"", 13, "`them`"),
        ("\"home\": \"fc-harbour\",", "", 24, "missing field `home`"),
    ] {
        assert!(MATCH.contains(old));
        let error = read(MATCH.replacen(old, new, 1).as_bytes()).unwrap_err();
        assert_eq!((error.place.line, &*error.problem), (line, problem), "{error}");
        assert!(!error.expected.is_empty());
    }
}

#[test]
fn every_truncation_is_an_error() {
    for end in 0..MATCH.len() {
        assert!(read(&MATCH.as_bytes()[..end]).is_err(), "{end}");
    }
    let error = read(&MATCH.as_bytes()[..MATCH.find("metadata").unwrap()]).unwrap_err();
    assert_eq!((error.place.line, &*error.problem), (22, "the file ends inside a string"));
    let deep = "[".repeat(200_000);
    assert!(read(deep.as_bytes()).is_err());
    assert!(read(MATCH.replace("\"60 704\"", &deep).as_bytes()).is_err());
}

#[test]
fn the_format_is_told_by_its_keys() {
    assert_eq!(Format::detect(MATCH.as_bytes()), Some(Format::Timelines));
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = read(&bytes);
    }

    #[test]
    fn no_changed_byte_panics_or_breaks_a_score(at in 0..MATCH.len(), byte in any::<u8>()) {
        let mut bytes = MATCH.as_bytes().to_vec();
        bytes[at] = byte;
        if let Ok(claims) = read(&bytes) {
            for told in &claims.matches {
                prop_assert_eq!(told.score.check(), Ok(()));
            }
        }
    }
}
