//! Small files in the shapes openfootball writes, and damaged ones.

use super::*;
use crate::read::Format;

fn matches(rows: &str) -> String {
    format!("{{\"name\": \"World Cup 2022\",\n \"matches\": [\n{rows}]}}")
}

fn read_text(text: &str) -> Claims {
    read(text.as_bytes()).unwrap_or_else(|error| panic!("{error}"))
}

fn error(text: &str) -> String {
    read(text.as_bytes()).unwrap_err().to_string()
}

const FINAL: &str = r#"{"round": "Final", "num": 64, "date": "2022-12-18", "time": "18:00 UTC+3",
    "team1": "Argentina", "team2": "France", "score": {"p": [4, 2], "et": [3, 3], "ft": [2, 2], "ht": [2, 0]},
    "goals1": [{"name": "Messi", "minute": 23, "penalty": true}, {"name": "Di María", "minute": 36},
               {"name": "Messi", "minute": "108"}],
    "goals2": [{"name": "Mbappé", "minute": 80, "penalty": true}, {"name": "Mbappé", "minute": 81},
               {"name": "Mbappé", "minute": "118", "penalty": true}],
    "ground": "Lusail Iconic Stadium, Lusail"}"#;

#[test]
fn a_final_is_read_whole() {
    let claims = read_text(&matches(FINAL));
    let claim = &claims.matches[0];
    assert_eq!(claim.line, 4);
    assert_eq!(claim.date, Some(jiff::civil::date(2022, 12, 18)));
    assert_eq!(claim.kick_off.and_then(KickOff::zone).as_deref(), Some("UTC+3"));
    assert_eq!(claim.stage, Some(Stage::of(StageKind::Final)));
    assert_eq!(claim.score.full_time, Some(Goals::new(2, 2)));
    assert_eq!(claim.score.winner(), Some(Side::Home));
    assert_eq!(claim.events.len(), 6);
    assert_eq!(claim.external_id.as_deref(), Some("64"));
    assert_eq!(claim.venue.as_ref().and_then(|venue| venue.city.as_deref()), Some("Lusail"));
    assert_eq!(Format::detect(matches(FINAL).as_bytes()), Some(Format::OpenfootballJson));
}

#[test]
fn added_time_is_a_number_or_in_the_text() {
    let row = r#"{"team1": "Netherlands", "team2": "Argentina", "score": {"ft": [2, 0]}, "goals1":
        [{"name": "Weghorst", "minute": 83}, {"name": "Weghorst", "minute": MINUTE}], "goals2": []}"#;
    for minute in ["90, \"offset\": 11", "\"90+11\""] {
        let claims = read_text(&matches(&row.replace("MINUTE", minute)));
        assert_eq!(claims.matches[0].events[1].clock.unwrap().to_string(), "90+11");
    }
    let claims = read_text(&matches(&row.replace("MINUTE", "121").replace("\"ft\"", "\"et\"")));
    assert_eq!(claims.matches[0].events[1].clock.unwrap().to_string(), "120+1");
    let wrong = error(&matches(&row.replace("MINUTE", "84, \"offset\": 2")));
    assert!(wrong.starts_with("4:56: minute `84+2` of a goal by Weghorst; expected 1 to 120"), "{wrong}");
    let wrong = error(&matches(&row.replace("MINUTE", "true")));
    assert!(wrong.starts_with("4:") && wrong.contains("expected a minute, 84 or"), "{wrong}");
}

#[test]
fn the_way_to_the_finals_writes_scores_as_pairs() {
    let claims = read_text(
        r#"{"name": "World Cup 2026 Qualifying", "matches": [
          {"round": "Path A, Final", "date": "2026-03-26", "time": "20:45 CET", "time_local": "19:45 UTC±0",
           "team1": "Wales", "team2": "Bosnia & Herzegovina", "score": [1, 1]}]}"#,
    );
    let claim = &claims.matches[0];
    assert_eq!(&*claim.competition, "World Cup Qualifying");
    assert_eq!(claim.stage, Some(Stage::of(StageKind::Qualifying)));
    assert_eq!(claim.score, Score::after_ninety(Goals::new(1, 1)));
    assert_eq!(claim.kick_off, KickOff::new(19, 45, Some(0)));
}

#[test]
fn groups_with_letters_after_groups_with_numbers_came_second() {
    let row = |group: &str, date: &str| {
        format!(
            r#"{{"round": "Matchday 1", "date": "{date}", "team1": "Poland", "team2": "Italy", "score": {{"ft": [2, 1]}}, "group": "{group}"}}"#
        )
    };
    let text = format!(
        r#"{{"name": "World Cup 1974", "matches": [{},{}]}}"#,
        row("Group 4", "1974-06-23"),
        row("Group B", "1974-06-26")
    );
    let claims = read_text(&text);
    let stages: Vec<String> =
        claims.matches.iter().filter_map(|claim| Some(claim.stage.as_ref()?.to_string())).collect();
    assert_eq!(stages, ["group 4", "second group stage, group B"]);
}

#[test]
fn sides_not_known_yet_are_left_out() {
    let claims = read_text(&matches(r#"{"team1": "W61", "team2": "W62"}, {"team1": "Sweden", "team2": "Austria"}"#));
    assert_eq!(claims.matches.len(), 1);
    assert_eq!(claims.matches[0].status, Some(Status::Scheduled));
    assert_eq!(&*claims.skipped[0].reason, "`W61` is not a team yet");
}

#[test]
fn goals_that_do_not_make_the_score_are_left_out() {
    let text = matches(&FINAL.replacen("\"et\": [3, 3]", "\"et\": [4, 4]", 1));
    let claims = read_text(&text);
    assert!(claims.matches[0].events.is_empty());
    assert_eq!(&*claims.skipped[0].reason, "the goals listed make 3-3 but the score is 4-4");
}

#[test]
fn files_beside_an_edition() {
    let claims = read_text(
        r#"{"name": "World Cup 2014", "groups": [{"name": "Group A", "teams": ["Brazil", {"name": "Croatia", "code": "CRO"}]}]}"#,
    );
    assert_eq!(claims.editions[0].groups[0].1.join("+"), "Brazil+Croatia");
    let claims = read_text(
        r#"{"name": "World Cup 2014", "groups": [{"name": "Group A", "standings":
           [{"pos": 2, "team": {"name": "Mexico"}}, {"pos": 1, "team": {"name": "Brazil"}}]}]}"#,
    );
    assert_eq!(claims.editions[0].positions[0].1.join("+"), "Brazil+Mexico");
    let claims = read_text(
        r#"[{"name": "England", "fifa_code": "ENG", "players": [{"name": "Harry Kane", "date_of_birth": "1993-07-28"}]}]"#,
    );
    assert_eq!(claims.people[0].born, Some(jiff::civil::date(1993, 7, 28)));
    let claims = read_text(r#"{"name": "World Cup 2014", "stadiums": [{"name": "Maracanã"}]}"#);
    assert!(claims.skipped[0].reason.starts_with("a list of stadiums"));
}

#[test]
fn an_error_says_where() {
    for (from, to, place) in [
        ("2022-12-18", "2022-12-32", "3:40: `2022-12-32`; expected a date"),
        ("2022-12-18", "1966-12-18", "3:40: 1966-12-18 is no day of World Cup 2022"),
        ("18:00 UTC+3", "25:00", "3:62: `25:00`; expected a time of day"),
        ("[2, 0]", "[2, 3]", "4:15: Argentina against France: impossible score: half-time 2-3"),
        ("[4, 2]", "[4, 4]", "4:15: Argentina against France: a shoot-out 4-4 without a winner"),
        ("[4, 2]", "[4]", "4:63: invalid length 1"),
        ("[4, 2]", "\"4-2\"", "4:65: invalid type: string"),
        ("Argentina\",", "Argentina\" ", "4:27: expected `,` or `}`"),
    ] {
        let wrong = error(&matches(&FINAL.replacen(from, to, 1)));
        assert!(wrong.starts_with(place), "{from} -> {to}: {wrong}");
    }
    assert!(error("{\"name\": \"World Cup\"}").starts_with("1:11: `World Cup`; expected a name with its year"));
    assert!(error("").contains("ends"));
}

proptest::proptest! {
    #[test]
    fn no_text_panics(text in "\\PC{0,120}") {
        let _ = read(text.as_bytes());
    }

    #[test]
    fn no_damage_to_a_file_panics(cut in 0..1200_usize, put in "\\PC{0,4}|[0-9]{1,6}|\"|,") {
        let mut text = matches(FINAL);
        let cut = text.floor_char_boundary(cut);
        text.replace_range(cut..text.ceil_char_boundary(cut + 1), &put);
        let _ = read(text.as_bytes());
    }
}
