//! Rows of every table in its shape, with facts that are well known.

use jiff::civil::date;

use super::*;
use crate::claim::PersonClaim;
use crate::{
    Card, EventKind, Goals, Ground, KickOff, PenaltyOutcome, Place, Position, Score, ShootOut, Stage, Status, Tie,
};

const MATCHES: &str = "key_id,tournament_name,match_id,stage_name,group_name,replayed,replay,match_date,match_time,\
    stadium_name,city_name,country_name,home_team_name,away_team_name,home_team_score,away_team_score,extra_time,\
    penalty_shootout,score_penalties,home_team_score_penalties,away_team_score_penalties\n";
const OF_MATCH: &str = "key_id,tournament_name,match_id,match_name,match_date,team_name,home_team";
const FINAL: &str = "2022 FIFA Men's World Cup,M-2022-64,Argentina vs France,2022-12-18";

fn table(kind: Kind, header: &str, rows: &[&str]) -> Result<Claims, ReadError> {
    let rows: String = rows.iter().map(|row| format!("1,{row}\n")).collect();
    read(kind, format!("{}\n{rows}", header.trim_end()).as_bytes())
}

/// Cards as text: `16 home yellow Nicolás`.
fn told(claims: &Claims) -> Vec<String> {
    let events = claims.matches.iter().flat_map(|claim| &claim.events);
    let told = events.map(|event| {
        let clock = event.clock.map_or("?".to_owned(), |clock| clock.to_string());
        let on = match &event.kind {
            EventKind::Substitution { on } => format!(" > {}", on.as_deref().unwrap_or("?")),
            _ => String::new(),
        };
        format!("{clock} {:?} {} {}{on}", event.side, event.kind.key(), event.player.as_deref().unwrap_or("?"))
    });
    told.collect()
}

#[test]
fn a_match_keeps_extra_time_and_the_shoot_out_apart() {
    let claims = table(
        Kind::Matches,
        MATCHES,
        &[
            "2022 FIFA Men's World Cup,M-2022-64,final,not applicable,0,0,2022-12-18,18:00,Lusail Stadium,Lusail,Qatar,\
             Argentina,France,3,3,1,1,4-2,4,2",
            "1974 FIFA Men's World Cup,M-1974-38,final,not applicable,0,0,1974-07-07,16:00,Olympiastadion,Munich,Germany,\
             Netherlands,West Germany,1,2,0,0,0-0,0,0",
            "2003 FIFA Women's World Cup,M-2003-01,group stage,Group c,0,0,2003-09-20,not applicable,X,Y,United States,\
             Nigeria,North Korea,0,3,0,0,0-0,0,0",
        ],
    )
    .unwrap();
    let [lusail, munich, women] = &claims.matches[..] else { panic!() };
    let mut score = Score::after_extra_time(None, Goals::new(3, 3));
    score.shoot_out = Some(ShootOut { score: Some(Goals::new(4, 2)), winner: Side::Home, first: None });
    assert_eq!(lusail.score, score);
    assert_eq!((lusail.status, lusail.ground), (Some(Status::Played), Ground::Neutral));
    assert_eq!((lusail.kick_off, lusail.date), (KickOff::new(18, 0, None), Some(date(2022, 12, 18))));
    assert_eq!(lusail.external_id.as_deref(), Some("M-2022-64"));
    assert_eq!((munich.score, munich.ground), (Score::after_ninety(Goals::new(1, 2)), Ground::HomeOf(Side::Away)));
    assert_eq!((&*women.competition, &*women.edition, women.sex), ("Women's World Cup", "2003", Sex::Women));
    assert_eq!((&women.stage, women.kick_off), (&Some(Stage::group(crate::StageKind::Group, "C")), None));
    assert_eq!(claims.coverage.len(), 3 * 4);
    assert!(claims.coverage.iter().all(|claim| claim.extent == Extent::Complete && claim.edition.is_some()));
}

#[test]
fn replays_and_play_offs_are_told_from_first_meetings() {
    let row = |date: &str, stage: &str, replay: &str, home: &str, away: &str| {
        format!(
            "1954 FIFA Men's World Cup,M-{date},{stage},0,{replay},{date},18:00,X,Y,Switzerland,{home},{away},1,0,0,0,0-0,0,0"
        )
    };
    let rows = [
        row("1954-06-17", "group stage,Group 2", "0", "West Germany", "Turkey"),
        row("1954-06-20", "group stage,Group 2", "0", "Hungary", "West Germany"),
        row("1954-06-23", "group stage,Group 2", "0", "Turkey", "West Germany"),
        row("1954-06-24", "quarter-finals,not applicable", "0", "Turkey", "West Germany"),
        row("1954-06-25", "quarter-finals,not applicable", "1", "Turkey", "West Germany"),
    ];
    let claims = table(Kind::Matches, MATCHES, &rows.each_ref().map(String::as_str)).unwrap();
    let ties: Vec<Tie> = claims.matches.iter().filter_map(|claim| Some(claim.stage.as_ref()?.tie)).collect();
    assert_eq!(ties, [Tie::Ordinary, Tie::Ordinary, Tie::PlayOff, Tie::Ordinary, Tie::Replay]);
}

#[test]
fn a_wrong_match_is_refused_where_it_is_wrong() {
    let good = "2022 FIFA Men's World Cup,M,final,not applicable,0,0,2022-12-18,18:00,X,Y,Qatar,A,B,3,3,1,1,4-2,4,2";
    for (from, to, expected) in [
        (
            "2022 FIFA",
            "22 FIFA",
            "2:3: tournament_name is `22 FIFA Men's World Cup`; expected `YEAR FIFA Men's World Cup`",
        ),
        ("final", "warm-up", "2:31: stage_name is `warm-up`; expected a stage of a World Cup"),
        ("18:00", "25:00", "2:67: match_time is `25:00`; expected a time of day as 15:00"),
        ("4,2", "4,4", "2:99: home_team_score_penalties is `4`; expected a shoot-out that has a winner"),
        (",3,3,", ",3,x,", "2:89: away_team_score is `x`; expected a number up to 255"),
    ] {
        let error = table(Kind::Matches, MATCHES, &[&good.replacen(from, to, 1)]).unwrap_err().to_string();
        assert!(error.starts_with(expected), "{error}");
    }
}

#[test]
fn a_goal_is_listed_with_the_side_it_counts_for() {
    let header = format!(
        "{OF_MATCH},goal_id,family_name,given_name,player_team_name,minute_regulation,minute_stoppage,own_goal,penalty"
    );
    let claims = table(
        Kind::Goals,
        &header,
        &[
            "1970 FIFA World Cup,M-1,Mexico v Chile,1970-06-01,Mexico,1,G-1,Borja,Enrique,Mexico,45,2,0,0",
            &format!("{FINAL},Argentina,1,G-2,Messi,Lionel,Argentina,23,0,0,1"),
            "1970 FIFA World Cup,M-1,Mexico v Chile,1970-06-01,Chile,0,G-3,Peña,Gustavo,Mexico,69,0,1,0",
            &format!("{FINAL},France,0,G-4,Pelé,not applicable,France,120,1,0,0"),
        ],
    )
    .unwrap();
    assert_eq!(
        told(&claims),
        [
            "45+2 Home goal Enrique Borja",
            "69 Away own_goal Gustavo Peña",
            "23 Home penalty Lionel Messi",
            "120+1 Away goal Pelé"
        ]
    );
    let mexico = &claims.matches[0];
    assert_eq!((&*mexico.home, &*mexico.away, mexico.line, &mexico.stage), ("Mexico", "Chile", 2, &None));
    assert_eq!((&mexico.status, mexico.score, claims.rows), (&None, Score::default(), 4));
    let error = table(Kind::Goals, &header, &[&format!("{FINAL},France,0,G,A,B,France,44,2,0,0")]).unwrap_err();
    assert!(error.problem.starts_with("minute_stoppage is `2`"), "{error}");
}

#[test]
fn a_dismissal_has_no_minute_unless_it_has_a_row_of_its_own() {
    let header = format!(
        "{OF_MATCH},booking_id,player_id,family_name,given_name,minute_regulation,minute_stoppage,yellow_card,red_card,\
         second_yellow_card,sending_off"
    );
    let rows: Vec<String> = [
        "Italy,0,B,P-1,Totti,Francesco,22,0,1,0,1,1",
        "Italy,0,B,P-2,Caszely,Carlos,13,0,1,1,0,1",
        "Italy,0,B,P-3,Zidane,Zinedine,110,0,0,1,0,1",
        "Italy,0,B,P-4,Ghanim,Khalil,36,0,1,0,0,0",
        "Italy,0,B,P-4,Ghanim,Khalil,76,0,1,0,1,1",
        "Italy,0,B,P-5,Weiss,Vladimír,84,0,1,0,0,0",
        "Italy,0,B,P-5,Weiss,Vladimír,84,0,1,0,0,0",
    ]
    .map(|row| format!("2002 FIFA Men's World Cup,M-56,South Korea vs Italy,2002-06-18,{row}"))
    .to_vec();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let claims = table(Kind::Bookings, &header, &rows).unwrap();
    assert_eq!(
        told(&claims),
        [
            "22 Away yellow Francesco Totti",
            "? Away second_yellow Francesco Totti",
            "13 Away yellow Carlos Caszely",
            "? Away red Carlos Caszely",
            "110 Away red Zinedine Zidane",
            "36 Away yellow Khalil Ghanim",
            "76 Away second_yellow Khalil Ghanim",
            "84 Away yellow Vladimír Weiss",
        ]
    );
    assert_eq!((claims.skipped.len(), claims.skipped[0].line), (1, 8));
    assert!(claims.matches[0].events.iter().all(|event| matches!(event.kind, EventKind::Card { bench: false, .. })));
    assert!(matches!(claims.matches[0].events[1].kind, EventKind::Card { card: Card::SecondYellow, .. }));
    let none = rows[0].replace("1,0,1,1", "0,0,0,0");
    assert!(table(Kind::Bookings, &header, &[&none]).unwrap_err().problem.starts_with("yellow_card is `0`"));
}

#[test]
fn only_one_for_one_is_known_to_be_a_substitution() {
    let header = format!(
        "{OF_MATCH},substitution_id,family_name,given_name,minute_regulation,minute_stoppage,going_off,coming_on"
    );
    let rows = [
        "France,0,S,Dembélé,Ousmane,41,0,1,0",
        "France,0,S,Giroud,Olivier,41,0,1,0",
        "France,0,S,Kolo Muani,Randal,41,0,0,1",
        "France,0,S,Thuram,Marcus,41,0,0,1",
        "Argentina,1,S,Tagliafico,Nicolás,120,1,1,0",
        "France,0,S,Koundé,Jules,120,1,1,0",
        "Argentina,1,S,Dybala,Paulo,120,1,0,1",
        "France,0,S,Disasi,Axel,120,1,0,1",
    ]
    .map(|row| format!("{FINAL},{row}"));
    let claims = table(Kind::Substitutions, &header, &rows.each_ref().map(String::as_str)).unwrap();
    assert_eq!(
        told(&claims),
        [
            "41 Away substitution Ousmane Dembélé > ?",
            "41 Away substitution Olivier Giroud > ?",
            "41 Away substitution ? > Randal Kolo Muani",
            "41 Away substitution ? > Marcus Thuram",
            "120+1 Home substitution Nicolás Tagliafico > Paulo Dybala",
            "120+1 Away substitution Jules Koundé > Axel Disasi",
        ]
    );
    let both = format!("{FINAL},France,0,S,A,B,41,0,1,1");
    assert!(table(Kind::Substitutions, &header, &[&both]).is_err());
}

#[test]
fn kicks_listed_team_by_team_are_put_in_turn() {
    let header = format!("{OF_MATCH},penalty_kick_id,family_name,given_name,converted");
    let rows = [
        "France,0,K,Mbappé,Kylian,1",
        "France,0,K,Coman,Kingsley,0",
        "France,0,K,Kolo Muani,Randal,1",
        "Argentina,1,K,Messi,Lionel,1",
        "Argentina,1,K,Dybala,Paulo,1",
    ]
    .map(|row| format!("{FINAL},{row}"));
    let claims = table(Kind::PenaltyKicks, &header, &rows.each_ref().map(String::as_str)).unwrap();
    let kicks = &claims.matches[0].kicks;
    let takers: Vec<_> = kicks.iter().filter_map(|kick| kick.taker.as_deref()).collect();
    assert_eq!(takers, ["Kylian Mbappé", "Lionel Messi", "Kingsley Coman", "Paulo Dybala", "Randal Kolo Muani"]);
    assert_eq!((kicks[2].outcome, kicks[3].outcome), (PenaltyOutcome::Missed, PenaltyOutcome::Scored));
    assert!(claims.matches[0].kick_order_guessed && claims.matches[0].score.shoot_out.is_none());
}

#[test]
fn line_ups_start_with_the_keeper() {
    let header = format!("{OF_MATCH},player_id,family_name,given_name,position_code,starter,substitute,captain");
    let rows = [
        "Argentina,1,P,Messi,Lionel,RF,1,0,1",
        "Argentina,1,P,Martínez,Emiliano,GK,1,0,0",
        "Argentina,1,P,Dybala,Paulo,FW,0,1,0",
        "France,0,P,Lloris,Hugo,GK,1,0,1",
    ]
    .map(|row| format!("{FINAL},{row}"));
    let claims = table(Kind::PlayerAppearances, &header, &rows.each_ref().map(String::as_str)).unwrap();
    let [argentina, france] = &claims.matches[0].sheets;
    assert_eq!(
        argentina.starters.iter().map(|name| &**name).collect::<Vec<_>>(),
        ["Emiliano Martínez", "Lionel Messi"]
    );
    assert_eq!(argentina.captain.as_deref(), Some("Lionel Messi"));
    assert_eq!(france.keepers, [("Hugo Lloris".into(), None)]);
}

#[test]
fn a_team_sheet_has_one_manager_and_a_match_one_referee() {
    let header = format!("{OF_MATCH},manager_id,family_name,given_name,country_name");
    let rows = [
        "Argentina,1,M,Olazar,Francisco,Argentina",
        "Argentina,1,M,Tramutola,Juan José,Argentina",
        "France,0,M,Kim,Jung-nam,South Korea",
    ]
    .map(|row| format!("{FINAL},{row}"));
    let claims = table(Kind::ManagerAppearances, &header, &rows.each_ref().map(String::as_str)).unwrap();
    let [home, away] = &claims.matches[0].sheets;
    assert_eq!((home.manager.as_deref(), away.manager.as_deref()), (Some("Francisco Olazar"), Some("Kim Jung-nam")));
    assert_eq!((claims.skipped.len(), claims.skipped[0].line), (1, 3));
    let header = "key_id,tournament_name,match_id,match_name,match_date,referee_id,family_name,given_name,country_name";
    let claims = table(Kind::RefereeAppearances, header, &[&format!("{FINAL},R,Marciniak,Szymon,Poland")]).unwrap();
    assert_eq!(claims.matches[0].referee.as_deref(), Some("Szymon Marciniak"));
}

#[test]
fn squads_are_named_as_newspapers_name_them() {
    let header =
        "key_id,tournament_id,tournament_name,team_name,player_id,family_name,given_name,shirt_number,position_code";
    let rows = [
        ("South Korea", "Son,Heung-min,7,FW", "Son Heung-min"),
        ("South Korea", "Min-jae,Kim,4,DF", "Kim Min-jae"),
        ("Japan", "Endo,Wataru,6,MF", "Wataru Endo"),
        ("Brazil", "Neymar,not applicable,10,FW", "Neymar"),
        ("China", "Li,Tie,8,MF", "Li Tie"),
        ("Thailand", "Ainon,Phancha,8,MF", "Ainon Phancha"),
        ("England", "Alexander-Arnold,Trent,18,DF", "Trent Alexander-Arnold"),
    ];
    let text = rows.map(|(team, row, _)| format!("WC-2022,2022 FIFA Men's World Cup,{team},P,{row}"));
    let claims = table(Kind::Squads, header, &text.each_ref().map(String::as_str)).unwrap();
    let [edition] = &claims.editions[..] else { panic!() };
    let names: Vec<&str> = edition.squads.iter().flat_map(|(_, players)| players).map(|one| &*one.player).collect();
    assert_eq!(names, rows.map(|(_, _, name)| name));
    assert_eq!((edition.squads.len(), edition.squads[0].1.len()), (6, 2));
    assert_eq!(edition.squads[0].1[1].position, Some(Position::Defender));
    assert_eq!((&*edition.competition, &*edition.label), ("World Cup", "2022"));
}

#[test]
fn a_page_title_tells_the_order_of_a_name() {
    let header = "key_id,player_id,family_name,given_name,birth_date,female,list_tournaments,player_wikipedia_link";
    let wiki = "https://en.wikipedia.org/wiki";
    let claims = table(
        Kind::Players,
        header,
        &[
            &format!("P,Son,Heung-min,1992-07-08,0,\"2014, 2018, 2022\",{wiki}/Son_Heung-min"),
            &format!("P,Peña,Luis,not available,0,2018,{wiki}/Luis_Pe%C3%B1a_(footballer)"),
            &format!("P,Voss,Martina,1967-12-22,1,\"1991, 1995\",{wiki}/Martina_Voss-Tecklenburg"),
            "P,Kaká,not applicable,1982-04-22,0,2002,not available",
            &format!("P,Brown,Ann,1990-01-01,1,1995,{wiki}/Broken%F"),
        ],
    )
    .unwrap();
    let person = |name: &str, other: &[&str], sex, born| PersonClaim {
        name: name.into(),
        other_names: other.iter().map(|&name| name.into()).collect(),
        teams: Vec::new(),
        sex,
        born,
    };
    assert_eq!(
        claims.people,
        [
            person("Son Heung-min", &[], Sex::Men, Some(date(1992, 7, 8))),
            person("Luis Peña", &[], Sex::Men, None),
            person("Martina Voss", &["Martina Voss-Tecklenburg"], Sex::Women, Some(date(1967, 12, 22))),
            person("Kaká", &[], Sex::Men, Some(date(1982, 4, 22))),
            person("Ann Brown", &[], Sex::Women, Some(date(1990, 1, 1))),
        ]
    );
    let of = |competition: &str, label: &str| {
        let is = |claim: &&CoverageClaim| {
            claim.competition.as_deref() == Some(competition) && claim.edition.as_deref() == Some(label)
        };
        claims.coverage.iter().find(is).map(|claim| claim.extent)
    };
    assert_eq!(of("World Cup", "2022"), Some(Extent::Complete));
    assert_eq!(of("World Cup", "2018"), Some(Extent::Partial));
    assert_eq!(of("Women's World Cup", "1995"), Some(Extent::Complete));
}

#[test]
fn editions_have_groups_places_hosts_and_a_last_day() {
    let edition = "WC-1950,1950 FIFA Men's World Cup";
    let header = "key_id,tournament_id,tournament_name,stage_name,group_name,position,team_name";
    let rows =
        ["group stage,Group 1,2,Yugoslavia", "group stage,Group 1,1,Brazil", "final round,not applicable,1,Uruguay"]
            .map(|row| format!("{edition},{row}"));
    let claims = table(Kind::GroupStandings, header, &rows.each_ref().map(String::as_str)).unwrap();
    let positions: Vec<(Box<str>, Vec<Box<str>>)> =
        vec![("1".into(), vec!["Brazil".into(), "Yugoslavia".into()]), ("final round".into(), vec!["Uruguay".into()])];
    assert_eq!(claims.editions[0].positions, positions);
    let header = "key_id,tournament_id,tournament_name,position,team_name";
    let rows = ["2,Brazil", "1,Uruguay", "3,Sweden", "3,Spain"].map(|row| format!("{edition},{row}"));
    let claims = table(Kind::TournamentStandings, header, &rows.each_ref().map(String::as_str)).unwrap();
    let standings: [Vec<Box<str>>; 3] =
        [vec!["Uruguay".into()], vec!["Brazil".into()], vec!["Sweden".into(), "Spain".into()]];
    assert_eq!(claims.editions[0].standings, standings);
    let header = "key_id,tournament_id,tournament_name,team_name,performance";
    let edition = "WC-2002,2002 FIFA Men's World Cup";
    let rows = ["Japan,round of 16", "South Korea,fourth place"].map(|row| format!("{edition},{row}"));
    let claims = table(Kind::HostCountries, header, &rows.each_ref().map(String::as_str)).unwrap();
    assert_eq!(claims.editions[0].hosts, ["Japan".into(), "South Korea".into()]);
    let header = "key_id,tournament_id,tournament_name,end_date,host_country,winner";
    let claims = table(Kind::Tournaments, header, &[&format!("{edition},2002-06-30,\"Korea, Japan\",Brazil")]).unwrap();
    assert_eq!(claims.editions[0].last_day, Some(date(2002, 6, 30)));
    let header = "key_id,tournament_id,tournament_name,team_name,manager_id,family_name,given_name,country_name";
    let claims =
        table(Kind::ManagerAppointments, header, &[&format!("{edition},South Korea,M,Hiddink,Guus,Netherlands")])
            .unwrap();
    assert_eq!(claims.editions[0].managers, [("South Korea".into(), "Guus Hiddink".into())]);
}

#[test]
fn a_table_without_use_is_counted_and_must_be_whole() {
    let header = "key_id,award_id,award_name,award_description,year_introduced";
    let claims = table(Kind::Unused, header, &["A-1,Golden Ball,best player,1978"]).unwrap();
    assert_eq!((claims.rows, &*claims.source), (1, "world-cup-database"));
    let error = table(Kind::Unused, header, &["A-1,Golden Ball"]).unwrap_err();
    assert_eq!(error.place, Place::line(2));
}
