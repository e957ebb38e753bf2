//! The final of 2022 and made-up matches in the shape of the file.

use super::*;

/// Taking team, phase, minute, outcome, score before, taker and keeper, of the final of 2022.
const FINAL: &[&str] = &[
    "Argentina,First half,23,Goal,0:0,Lionel Messi,Hugo Lloris",
    "France,Second half,80,Goal,2:0,Kylian Mbappé,Emiliano Martinez",
    "France,2nd Extra Time,118,Goal,3:2,Kylian Mbappé,Emiliano Martinez",
    "France,Penalty Shoot-Out,Pens,Goal,0:0,Kylian Mbappé,Emiliano Martinez",
    "Argentina,Penalty Shoot-Out,Pens,Goal,0:1,Lionel Messi,Hugo Lloris",
    "France,Penalty Shoot-Out,Pens,Save,1:1,Kingsley Coman,Emiliano Martinez",
    "Argentina,Penalty Shoot-Out,Pens,Goal,1:1,Paulo Dybala,Hugo Lloris",
    "France,Penalty Shoot-Out,Pens,Missed,2:1,Aurélien Tchouameni,Emiliano Martinez",
    "Argentina,Penalty Shoot-Out,Pens,Goal,2:1,Leandro Paredes,Hugo Lloris",
    "France,Penalty Shoot-Out,Pens,Goal,3:1,Randal Kolo Muani,Emiliano Martinez",
    "Argentina,Penalty Shoot-Out,Pens,Goal,3:2,Gonzalo Montiel,Hugo Lloris",
];

/// The rows of a match.
fn rows(path: &str, home: &str, away: &str, result: &str, kicks: &[&str]) -> String {
    let row = |kick: &&str| {
        let parts: Vec<&str> = kick.split(',').collect();
        let [taking, phase, minute, outcome, before, taker, keeper] = parts[..] else { panic!("{kick}") };
        format!(
            "x,{path},2022.0,2022-12-31,{home},{away},{taking},{phase},{minute},{outcome},,{before},,{result},7.0,{taker},{keeper}\n"
        )
    };
    kicks.iter().map(row).collect()
}

pub(crate) fn final_of_2022() -> String {
    format!("{HEADER}\n{}", rows("nat_teams/int-wm/2022.csv", "Argentina", "France", "7:5 on pens", FINAL))
}

#[test]
fn a_match_has_its_penalties_and_its_shoot_out() {
    let claims = read(final_of_2022().as_bytes()).unwrap();
    let [claim] = &claims.matches[..] else { panic!() };
    assert_eq!((claims.rows, claim.date, claim.external_id.as_deref()), (11, None, Some("7")));
    assert_eq!((&*claim.competition, &*claim.edition, claim.kind), ("World Cup", "2022", TeamKind::National));
    assert_eq!((claim.events.len(), claim.kicks.len(), claim.kick_order_guessed), (3, 8, false));
    let EventKind::Penalty(penalty) = &claim.events[1].kind else { panic!() };
    assert_eq!((penalty.outcome, penalty.score_before), (PenaltyOutcome::Scored, Some(Goals::new(2, 0))));
    assert_eq!(claim.events[1].clock, Clock::new(80).ok());
    assert_eq!(claim.score.end, Some(Goals::new(3, 3)));
    let shoot_out = claim.score.shoot_out.unwrap();
    assert_eq!(
        (shoot_out.score, shoot_out.winner, shoot_out.first),
        (Some(Goals::new(4, 2)), Side::Home, Some(Side::Away))
    );
    assert_eq!(claim.kicks[4].outcome, PenaltyOutcome::Missed);
}

#[test]
fn seasons_and_names_are_read_out_of_what_the_file_makes_of_them() {
    let text = format!(
        "{HEADER}\n{}{}{}",
        rows(
            "leagues/be1-jupiler-pro-league/2013-14.csv",
            "Harbour",
            "HarbourMill",
            "3:1",
            &["HarbourMill,First half,0,Missed,100:100,A,B"]
        ),
        rows(
            "leagues/zz9-coast-league/2018-19.csv",
            "HarbourMill",
            "Mill",
            "1:1 AET",
            &["Mill,1st Extra Time,95,Save,1:1,A,B"]
        ),
        rows("cups/fac-fa-cup/2018-19.csv", "Mill", "Harbour", "0:1 on pens", &["Mill,Second half,46,Save,0:0,A,B"]),
    );
    let claims = read(text.as_bytes()).unwrap();
    let told: Vec<_> = claims
        .matches
        .iter()
        .map(|claim| (&*claim.competition, &*claim.edition, &*claim.home, &*claim.away, claim.class))
        .collect();
    use CompetitionClass::{Cup, League};
    assert_eq!(
        told,
        [
            ("Belgian Pro League", "2013/14", "Harbour", "Mill", Some(League)),
            ("coast league (zz9)", "2018/19", "Harbour", "Mill", Some(League)),
            ("FA Cup", "2018/19", "Mill", "Harbour", Some(Cup)),
        ]
    );
    let [first, _, last] = &claims.matches[..] else { panic!() };
    let EventKind::Penalty(penalty) = &first.events[0].kind else { panic!() };
    assert_eq!((first.events[0].side, first.events[0].clock, penalty.score_before), (Side::Away, None, None));
    // Of a shoot-out without kicks the winner is known, and how play ended is not.
    assert_eq!(
        (last.score.end, last.score.shoot_out.map(|one| (one.winner, one.score))),
        (None, Some((Side::Away, None)))
    );
}

#[test]
fn a_wrong_row_is_refused_where_it_is_wrong() {
    let good = rows("cups/fac-fa-cup/2018-19.csv", "Mill", "Harbour", "1:0", &["Mill,Second half,46,Save,0:0,A,B"]);
    for (old, new, expected) in [
        (
            "fac-fa-cup/2018-19",
            "fac-fa-cup/18-19",
            "2:3: CompetitionName is `cups/fac-fa-cup/18-19.csv`; expected the name of a table as",
        ),
        ("cups/", "caps/", "2:3: CompetitionName is `caps/"),
        ("Mill,Second", "Moll,Second", "2:62: PenaltyTakerTeamName is `Moll`; expected `Mill` or `Harbour`"),
        (",46,", ",45,", "PenaltyMinute is `45`; expected a minute from 46 to 90, as of the Second half"),
        ("Save", "Saved", "EventTypeName is `Saved`; expected Goal, Save or Missed"),
        ("0:0", "0-0", "ScoreBefore is `0-0`; expected a score as 1:0"),
        ("1:0,7.0", "1:0 pens,7.0", "FinalResult is `1:0 pens`; expected a result as 2:1, 2:1 AET or 5:4 on pens"),
        (",A,B", ",,B", "player_name is ``; expected a value"),
        ("Harbour", "Mill", "awayTeamName is `Mill`; expected another team than homeTeamName"),
    ] {
        assert!(good.contains(old), "{old}");
        let error = read(format!("{HEADER}\n{}", good.replacen(old, new, 1)).as_bytes()).unwrap_err().to_string();
        assert!(error.contains(expected), "{error} / {expected}");
    }
    let text = format!(
        "{HEADER},order\n{}",
        good.replace("Second half,46", "Penalty Shoot-Out,Pens").trim_end().to_owned() + ",2\n"
    );
    let error = read(text.as_bytes()).unwrap_err().to_string();
    assert!(error.contains("order is `2`; expected 1, the number of the next kick"), "{error}");
}

#[test]
fn the_file_is_told_by_its_header() {
    assert!(looks_like(HEADER) && looks_like(&format!("{HEADER},order")) && !looks_like("CompetitionName,order"));
}
