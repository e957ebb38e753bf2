//! A made-up final told in the shape of the files, and what must fail.

use proptest::prelude::*;

use super::*;
use crate::claim::{Claims, MatchClaim};
use crate::read::Format;
use crate::{
    Card, Direction, EventKind, Family, Foot, Goals, Penalty, PenaltyOutcome, ReadError, Score, Side, Stage, StageKind,
    TeamKind,
};

/// One event a line. City win the shoot-out 2-1 after 2-2; their keeper is sent off and replaced.
const FINAL: &str = r#"[
{"id":"a1","period":1,"timestamp":"00:00:00.000","minute":0,"type":{"id":35,"name":"Starting XI"},"team":{"id":1,"name":"Harbour City"},"tactics":{"formation":442,"lineup":[{"player":{"id":11,"name":"Ada Lund"},"position":{"id":23,"name":"Center Forward"}},{"player":{"id":10,"name":"Otto Kapp "},"position":{"id":1,"name":"Goalkeeper"}}]}},
{"id":"a2","period":1,"minute":0,"type":{"id":35,"name":"Starting XI"},"team":{"id":2,"name":"Mill United"},"tactics":{"lineup":[{"player":{"id":20,"name":"Jos\u00e9 Vega"},"position":{"id":1,"name":"Goalkeeper"}},{"player":{"id":21,"name":"Sven Dahl"},"position":{"id":2,"name":"Right Back"}}]}},
{"id":"p1","period":1,"minute":3,"type":{"id":30,"name":"Pass"},"team":{"id":3,"name":"nobody cares"},"pass":{"end_location":[1e999,[[]]]}},
{"id":"g1","period":1,"minute":46,"type":{"id":16,"name":"Shot"},"team":{"id":1,"name":"Harbour City"},"player":{"id":11,"name":"Ada Lund"},"shot":{"type":{"name":"Free Kick"},"outcome":{"name":"Goal"},"end_location":[120,38.5,1.1]}},
{"id":"h1","period":1,"minute":47,"type":{"name":"Half End"},"team":{"name":"Harbour City"}},
{"id":"o1","period":2,"minute":45,"type":{"name":"Own Goal Against"},"team":{"name":"Harbour City"},"player":{"name":"Ada Lund"}},
{"id":"o2","period":2,"minute":45,"type":{"name":"Own Goal For"},"team":{"name":"Mill United"}},
{"id":"f1","period":2,"minute":82,"type":{"name":"Foul Committed"},"team":{"name":"Harbour City"},"player":{"name":"Otto Kapp"},"foul_committed":{"penalty":true,"card":{"name":"Red Card"}}},
{"id":"f2","period":2,"minute":82,"type":{"name":"Foul Won"},"team":{"name":"Mill United"},"player":{"name":"Sven Dahl"},"foul_won":{"penalty":true}},
{"id":"s1","period":2,"minute":83,"type":{"name":"Substitution"},"team":{"name":"Harbour City"},"player":{"name":"Ada Lund"},"substitution":{"replacement":{"name":"Ben Moor"}}},
{"id":"t1","period":2,"minute":83,"type":{"name":"Tactical Shift"},"team":{"name":"Harbour City"},"tactics":{"lineup":[{"player":{"name":"Ben Moor"},"position":{"name":"Goalkeeper"}}]}},
{"id":"k1","period":2,"minute":84,"type":{"name":"Shot"},"team":{"name":"Mill United"},"player":{"name":"Sven Dahl"},"related_events":["k2"],"shot":{"type":{"name":"Penalty"},"outcome":{"name":"Saved to Post"},"body_part":{"name":"Right Foot"},"end_location":[119.2,37.0,0.5]}},
{"id":"k2","period":2,"minute":84,"type":{"name":"Goal Keeper"},"team":{"name":"Harbour City"},"player":{"name":"Ben Moor"},"position":{"name":"Goalkeeper"},"location":[1,40],"related_events":["k1"],"goalkeeper":{"technique":{"name":"Diving"}}},
{"id":"h2","period":2,"minute":94,"type":{"name":"Half End"},"team":{"name":"Mill United"}},
{"id":"g2","period":3,"minute":90,"type":{"name":"Shot"},"team":{"name":"Mill United"},"player":{"name":"Sven Dahl"},"shot":{"type":{"name":"Open Play"},"outcome":{"name":"Goal"}}},
{"id":"h3","period":3,"minute":105,"type":{"name":"Half End"},"team":{"name":"Mill United"}},
{"id":"g3","period":4,"minute":121,"type":{"name":"Shot"},"team":{"name":"Harbour City"},"player":{"name":"Ben Moor"},"shot":{"type":{"name":"Penalty"},"outcome":{"name":"Goal"},"body_part":{"name":"Left Foot"},"end_location":[120,43.0]}},
{"id":"h4","period":4,"minute":122,"type":{"name":"Half End"},"team":{"name":"Mill United"}},
{"id":"x1","period":5,"minute":120,"type":{"name":"Shot"},"team":{"name":"Mill United"},"player":{"name":"Sven Dahl"},"shot":{"type":{"name":"Penalty"},"outcome":{"name":"Goal"},"end_location":[120,40.2,2.0]}},
{"id":"x2","period":5,"minute":121,"type":{"name":"Shot"},"team":{"name":"Harbour City"},"player":{"name":"Ben Moor"},"shot":{"type":{"name":"Penalty"},"outcome":{"name":"Goal"},"end_location":[120,36.4,0.3]}},
{"id":"x3","period":5,"minute":122,"type":{"name":"Goal Keeper"},"team":{"name":"Harbour City"},"player":{"name":"Ben Moor"},"related_events":["x4"],"goalkeeper":{"technique":{"name":"Diving"},"end_location":[1.0,38.0]}},
{"id":"x4","period":5,"minute":122,"type":{"name":"Shot"},"team":{"name":"Mill United"},"player":{"name":"Jos\u00e9 Vega"},"shot":{"type":{"name":"Penalty"},"outcome":{"name":"Post"},"end_location":[120,36.0,1.0]}},
{"id":"x5","period":5,"minute":123,"type":{"name":"Shot"},"team":{"name":"Harbour City"},"player":{"name":"Ada Lund"},"shot":{"type":{"name":"Penalty"},"outcome":{"name":"Goal"},"end_location":[120,36.4,0.3]}}
]"#;

const SEASON: &str = r#"[ {
  "match_id" : 7001,
  "match_date" : "2018-07-15",
  "kick_off" : "18:00:00.000",
  "competition" : { "competition_id" : 43, "country_name" : "International", "competition_name" : "FIFA World Cup" },
  "season" : { "season_id" : 3, "season_name" : "2018" },
  "home_team" : { "home_team_name" : "France", "home_team_gender" : "male", "home_team_group" : "C",
    "country" : { "name" : "France" }, "managers" : [ { "name" : "Didier Claude Deschamps", "nickname" : "Didier Deschamps", "dob" : "1968-10-15" } ] },
  "away_team" : { "away_team_name" : "Croatia", "away_team_gender" : "male", "away_team_group" : "D", "country" : { "name" : "Croatia" } },
  "home_score" : 4, "away_score" : 2, "match_week" : 7,
  "competition_stage" : { "id" : 26, "name" : "Final" },
  "stadium" : { "name" : "Luzhniki", "country" : { "name" : "Russia" } },
  "referee" : { "name" : "Néstor Pitana" }
}, {
  "match_id" : 7002, "match_date" : "2004-01-10", "kick_off" : null,
  "competition" : { "competition_name" : "Premier League" }, "season" : { "season_name" : "2003/2004" },
  "home_team" : { "home_team_name" : "Arsenal", "country" : { "name" : "England" } },
  "away_team" : { "away_team_name" : "Middlesbrough", "country" : { "name" : "England" } },
  "home_score" : 4, "away_score" : 1, "match_week" : 21, "competition_stage" : { "name" : "Regular Season" }
}, {
  "match_id" : 7003, "match_date" : "2019-06-08",
  "competition" : { "competition_name" : "Women's World Cup", "competition_international" : true },
  "season" : { "season_name" : "2019" },
  "home_team" : { "home_team_name" : "Spain Women's", "home_team_gender" : "female", "home_team_group" : "B" },
  "away_team" : { "away_team_name" : "South Africa Women's", "away_team_gender" : "female", "away_team_group" : "B" },
  "home_score" : null, "away_score" : null, "competition_stage" : { "name" : "Group Stage" }
} ]"#;

fn told() -> MatchClaim {
    read_events(FINAL.as_bytes()).unwrap().matches.remove(0)
}

fn failing(old: &str, new: &str) -> ReadError {
    assert!(FINAL.contains(old), "{old}");
    read_events(FINAL.replacen(old, new, 1).as_bytes()).unwrap_err()
}

#[test]
fn a_final_is_told_whole() {
    let claims = read_events(FINAL.as_bytes()).unwrap();
    assert_eq!((&*claims.source, claims.rows, claims.skipped.len()), ("statsbomb-open-data", 23, 0));
    let told = &claims.matches[0];
    assert_eq!((&*told.home, &*told.away, told.date), ("Harbour City", "Mill United", None));
    let score = told.score;
    assert_eq!(score.half_time, Some(Goals::new(1, 0)));
    assert_eq!(score.full_time, Some(Goals::new(1, 1)));
    assert_eq!(score.extra_time, Some(Goals::new(2, 2)));
    assert_eq!(score.end, score.extra_time);
    let shoot_out = score.shoot_out.unwrap();
    assert_eq!((shoot_out.score, shoot_out.winner), (Some(Goals::new(2, 1)), Side::Home));
    assert_eq!(shoot_out.first, Some(Side::Away));
    let minutes: Vec<_> = told.events.iter().map(|event| event.clock.unwrap().to_string()).collect();
    assert_eq!(minutes, ["45+2", "46", "83", "84", "85", "91", "120+2"]);
    let own_goal = &told.events[1];
    assert_eq!((own_goal.side, own_goal.player.as_deref()), (Side::Away, Some("Ada Lund")));
    assert_eq!(told.events[2].kind, EventKind::Card { card: Card::Red, bench: false });
}

#[test]
fn penalties_have_their_keeper_their_place_and_the_minute_they_were_given() {
    let told = told();
    let penalty = |at: usize| match &told.events[at].kind {
        EventKind::Penalty(penalty) => penalty.clone(),
        other => panic!("{other:?}"),
    };
    let Penalty { outcome, keeper, awarded, placement, .. } = penalty(4);
    assert_eq!((outcome, keeper.as_deref()), (PenaltyOutcome::Saved, Some("Ben Moor")));
    assert_eq!(awarded.unwrap().to_string(), "83");
    let placement = placement.unwrap();
    // Three yards to the left of the middle, half a yard up.
    assert_eq!((placement.across_cm, placement.height_cm), (Some(-274), Some(46)));
    assert_eq!((placement.foot, placement.keeper_move), (Some(Foot::Right), Some(Direction::Left)));
    let scored = penalty(6);
    assert_eq!((scored.keeper.as_deref(), scored.awarded), (Some("José Vega"), None));
    assert_eq!(scored.placement.unwrap().across_cm, Some(274));
    let [.., third, _] = &told.kicks[..] else { panic!() };
    assert_eq!((third.outcome, third.taker.as_deref()), (PenaltyOutcome::Woodwork, Some("José Vega")));
    // The keeper's own left is the taker's right.
    assert_eq!(third.placement.unwrap().keeper_move, Some(Direction::Right));
    assert_eq!(third.placement.unwrap().across_cm, Some(-366));
}

#[test]
fn keepers_are_followed_through_a_sending_off() {
    let told = told();
    let [home, away] = &told.sheets;
    assert_eq!(home.starters[0].as_ref(), "Otto Kapp");
    assert_eq!(home.starters[1].as_ref(), "Ada Lund");
    let keepers: Vec<_> =
        home.keepers.iter().map(|(name, since)| (&**name, since.map(|clock| clock.to_string()))).collect();
    assert_eq!(keepers, [("Otto Kapp", None), ("Ben Moor", Some("84".to_owned()))]);
    assert_eq!(away.keepers.len(), 1);
    assert_eq!(told.kicks[0].keeper.as_deref(), Some("Ben Moor"));
}

#[test]
fn a_womens_side_is_known_by_its_name() {
    assert_eq!(team_name("Spain Women's"), ("Spain".into(), Sex::Women));
    assert_eq!(team_name("Arsenal WFC"), ("Arsenal".into(), Sex::Women));
    assert_eq!(team_name("Newcastle United"), ("Newcastle United".into(), Sex::Men));
}

#[test]
fn a_goal_more_changes_the_score_and_a_level_shoot_out_has_no_winner() {
    let more = FINAL.replace(r#""outcome":{"name":"Saved to Post"}"#, r#""outcome":{"name":"Goal"}"#);
    let told = read_events(more.as_bytes()).unwrap().matches.remove(0);
    assert_eq!(told.score.full_time, Some(Goals::new(1, 2)));
    let (level, _) = FINAL.split_once(",\n{\"id\":\"x5\"").unwrap();
    let claims = read_events(format!("{level}]").as_bytes()).unwrap();
    assert_eq!(claims.matches[0].score.shoot_out, None);
    assert!(claims.skipped[0].reason.contains("level at 1-1"));
}

#[test]
fn what_is_unfinished_has_no_score() {
    let (first_half, _) = FINAL.split_once(",\n{\"id\":\"h1\"").unwrap();
    let told = read_events(format!("{first_half}]").as_bytes()).unwrap().matches.remove(0);
    assert_eq!((told.score, told.status), (Score::default(), None));
    assert_eq!(told.events.len(), 1);
}

#[test]
fn errors_say_where_and_what() {
    let error = failing(r#""id":"g1","period":1"#, r#""id":"g1","period":7"#);
    assert_eq!((error.place.line, &*error.problem, &*error.expected), (5, "period 7", "periods 1 to 5"));
    let error = failing(r#""minute":46"#, r#""minute":"46""#);
    assert_eq!(error.place.line, 5);
    assert!(error.problem.contains("string \"46\"") && error.expected.starts_with("u16"), "{error}");
    let error = failing(r#""minute":94"#, r#""minute":NaN"#);
    assert_eq!((error.place.line, error.place.column), (15, 32), "{error}");
    let error = failing("119.2", "1e999");
    assert_eq!((error.place.line, &*error.problem), (13, "number out of range"));
    let error = failing(
        r#"{"name":"Own Goal For"},"team":{"name":"Mill United"}"#,
        r#"{"name":"Own Goal For"},"team":{"name":"Ghosts"}"#,
    );
    assert_eq!((error.place.line, &*error.problem), (8, "an event of `Ghosts`"));
    assert_eq!(error.expected, "`Harbour City` or `Mill United`");
    let error = failing(r#""name":"Red Card""#, r#""name":"Green Card""#);
    assert_eq!((error.place.line, &*error.problem), (9, "a card `Green Card`"));
}

#[test]
fn line_ups_of_two_teams_must_come_first() {
    for (old, new, line) in
        [("Mill United", "Harbour City", 3), ("Starting XI", "Half End", 2), ("Starting XI", "Half Start", 5)]
    {
        assert_eq!(failing(old, new).place.line, line, "{old} {new}");
    }
    assert_eq!(read_events(b"[]").unwrap_err().problem, "the file ends without the line-ups");
}

#[test]
fn depth_is_no_crash() {
    let deep = "[".repeat(200_000);
    for start in ["", "[", r#"[{"id":"#, r#"[{"pass":"#, r#"[{"type":{"name":"Pass"},"x":"#, r#"[{"related_events":"#] {
        assert!(read_events(format!("{start}{deep}").as_bytes()).is_err(), "{start}");
        assert!(read_matches(format!("{start}{deep}").as_bytes()).is_err(), "{start}");
    }
}

#[test]
fn a_file_cut_short_says_so() {
    let error = read_events(&FINAL.as_bytes()[..FINAL.find("\"g1\"").unwrap()]).unwrap_err();
    assert_eq!((error.place.line, &*error.problem), (5, "the file ends inside a value"));
    assert!(error.hint.is_some());
    for (file, read) in [(FINAL, read_events as fn(&[u8]) -> Result<Claims, ReadError>), (SEASON, read_matches)] {
        for end in 0..file.len() {
            assert!(read(&file.as_bytes()[..end]).is_err(), "{end}");
        }
        assert!(read(format!("{file}]").as_bytes()).is_err());
    }
}

#[test]
fn the_matches_of_a_season_are_read() {
    let claims = read_matches(SEASON.as_bytes()).unwrap();
    let [world_cup, league, women] = &claims.matches[..] else { panic!() };
    assert_eq!((world_cup.line, world_cup.external_id.as_deref()), (1, Some("7001")));
    assert_eq!((&*world_cup.competition, &*world_cup.edition), ("FIFA World Cup", "2018"));
    assert_eq!(world_cup.date, Some(jiff::civil::date(2018, 7, 15)));
    assert_eq!(world_cup.kick_off.unwrap().local_time(), "18:00");
    assert_eq!(world_cup.stage, Some(Stage::of(StageKind::Final)));
    assert_eq!(world_cup.score, Score::at_end(Goals::new(4, 2)));
    assert_eq!((world_cup.kind, world_cup.matchday), (TeamKind::National, None));
    assert_eq!(world_cup.sheets[0].manager.as_deref(), Some("Didier Deschamps"));
    assert_eq!(claims.people[0].other_names, ["Didier Claude Deschamps".into()]);
    assert_eq!((league.line, &*league.edition, league.matchday), (14, "2003/04", Some(21)));
    assert_eq!((league.kind, league.score), (TeamKind::Club, Score::after_ninety(Goals::new(4, 1))));
    assert_eq!((women.sex, women.kind, &*women.away), (Sex::Women, TeamKind::National, "South Africa"));
    assert_eq!((women.stage.clone(), women.status), (Some(Stage::group(StageKind::Group, "B")), None));
}

#[test]
fn a_season_with_a_bad_date_fails_at_its_place() {
    let error = read_matches(SEASON.replace("2004-01-10", "2004-02-30").as_bytes()).unwrap_err();
    assert_eq!((error.place.line, &*error.problem), (15, "`2004-02-30`"));
    let error = read_matches(SEASON.replace("18:00:00", "25:00:00").as_bytes()).unwrap_err();
    assert_eq!((error.place.line, &*error.expected), (4, "a time such as `21:00:00.000`"));
}

#[test]
fn formats_are_told_apart() {
    assert_eq!(Format::detect(FINAL.as_bytes()), Some(Format::StatsbombEvents));
    assert_eq!(Format::detect(SEASON.as_bytes()), Some(Format::StatsbombMatches));
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = read_events(&bytes);
        let _ = read_matches(&bytes);
    }

    #[test]
    fn no_changed_byte_panics_or_breaks_a_score(at in 0..FINAL.len(), byte in any::<u8>()) {
        let mut bytes = FINAL.as_bytes().to_vec();
        bytes[at] = byte;
        if let Ok(claims) = read_events(&bytes) {
            let told = &claims.matches[0];
            prop_assert_eq!(told.score.check(), Ok(()));
            let goals = told.events.iter().filter(|event| event.kind.family() == Family::Goal);
            let counted = goals.fold(Goals::default(), |goals, event| goals.plus_one(event.side));
            prop_assert!(told.score.end.is_none_or(|end| end == counted));
        }
        let mut bytes = SEASON.as_bytes().to_vec();
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = read_matches(&bytes);
    }
}
