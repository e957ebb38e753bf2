//! Whole files, line by line. Our own notation first, then openfootball's of several years, in small.

use super::*;
use crate::{Card, EventKind, Goals, PenaltyOutcome, Status};

const OWN: &str = "\
= World Cup 2022
#: hosts      Qatar
#: zone       UTC+3
#: champions  Argentina
#: standings  Argentina, France, Croatia, Morocco
#: managers   Argentina: Lionel Scaloni | France: Didier Deschamps
#: positions  Group B: England, United States, Iran, Wales
#: attested   results, goals: openfootball | cautions: world-cup-database
#: complete   results, goals, shoot-outs, shoot-out kicks
#: partial    keepers

Group B | England  Iran  United States  Wales

▪ Group B
Mon Nov 21 2022
  16:00  England  6-2 (3-0)  Iran  @ Khalifa International Stadium, Al Rayyan
         (Jude Bellingham 35' Bukayo Saka 43', 62' Raheem Sterling 45+1' Marcus Rashford 71' Jack Grealish 90';
          Mehdi Taremi 65', 90+13' (pen.))

▪ Quarter-finals
Sat Dec 10 2022
  22:00  England  1-2 (0-1)  France  @ Al Bayt Stadium, Al Khor
         (Harry Kane 54' (pen.); Aurélien Tchouaméni 17' Olivier Giroud 78')
         Missed: England Harry Kane 84' (off target, given 82')
         Yellow: England Harry Maguire 90' | France Antoine Griezmann 43'
                 Ousmane Dembélé 46' Theo Hernandez 82'
         Keepers: Jordan Pickford; Hugo Lloris
         Attendance: 68895
         Referee: Wilton Sampaio, Brazil

▪ Final
Sun Dec 18 2022
  18:00  Argentina  3-3 a.e.t. (2-2, 2-0), 4-2 pen.  France  @ Lusail Stadium, Lusail
         (Lionel Messi 23' (pen.), 108' Ángel Di María 36'; Kylian Mbappé 80' (pen.), 81', 118' (pen.))
         Penalties: 0-1 Kylian Mbappé, 1-1 Lionel Messi, 1-1 Kingsley Coman (saved), 2-1 Paulo Dybala,
                    2-1 Aurélien Tchouaméni (off target), 3-1 Leandro Paredes, 3-2 Randal Kolo Muani,
                    4-2 Gonzalo Montiel
         Disputed: goal Argentina Lionel Messi 108' | 109' international-results
";

fn own() -> Claims {
    read_text(OWN).unwrap_or_else(|error| panic!("{error}"))
}

fn error(text: &str) -> String {
    read_text(text).unwrap_err().to_string()
}

/// The error our own file gives when `from` in it becomes `to`.
fn own_error(from: &str, to: &str) -> String {
    assert!(OWN.contains(from), "{from}");
    error(&OWN.replacen(from, to, 1))
}

#[test]
fn our_own_file_says_who_we_are() {
    let claims = own();
    assert_eq!(&*claims.source, "byline");
    let edition = &claims.editions[0];
    assert_eq!((&*edition.competition, &*edition.label), ("World Cup", "2022"));
    assert_eq!(edition.standings.len(), 4);
    assert_eq!(edition.coverage.of(Table::Goals), Extent::Complete);
    assert_eq!(edition.coverage.of(Table::Keepers), Extent::Partial);
    assert_eq!(edition.coverage.of(Table::Cautions), Extent::Unknown);
    assert_eq!(edition.attested[2], (Table::Cautions, vec!["world-cup-database".into()]));
    assert_eq!(edition.groups[0].1[2], "United States".into());
    assert_eq!(claims.skipped, []);
}

#[test]
fn a_match_of_our_own_is_read_whole() {
    let claims = own();
    let claim = &claims.matches[1];
    assert_eq!((&*claim.home, &*claim.away, claim.line), ("England", "France", 22));
    assert_eq!(claim.date, Some(jiff::civil::date(2022, 12, 10)));
    assert_eq!(claim.kick_off, KickOff::new(22, 0, Some(180)));
    assert_eq!(claim.stage, Some(Stage::of(StageKind::QuarterFinal)));
    assert_eq!(claim.ground, Ground::Neutral);
    assert_eq!(claim.venue.as_ref().unwrap().city.as_deref(), Some("Al Khor"));
    assert_eq!(claim.status, Some(Status::Played));
    assert_eq!(claim.attendance, Some(68895));
    assert_eq!(claim.referee.as_deref(), Some("Wilton Sampaio"));
    assert_eq!(claim.sheets[1].keepers, [("Hugo Lloris".into(), None)]);
    let missed = claim.events.iter().find_map(|event| match &event.kind {
        EventKind::Penalty(penalty) if penalty.outcome == PenaltyOutcome::OffTarget => Some((event, penalty)),
        _ => None,
    });
    let (event, penalty) = missed.unwrap();
    assert_eq!(event.clock.unwrap().to_string(), "84");
    assert_eq!(penalty.awarded.unwrap().to_string(), "82");
    let cautioned: Vec<&str> = claim
        .events
        .iter()
        .filter(|event| matches!(event.kind, EventKind::Card { card: Card::Yellow, .. }) && event.side == Side::Away)
        .filter_map(|event| event.player.as_deref())
        .collect();
    assert_eq!(cautioned, ["Antoine Griezmann", "Ousmane Dembélé", "Theo Hernandez"]);
}

#[test]
fn a_shoot_out_is_read_kick_by_kick() {
    let claims = own();
    let claim = &claims.matches[2];
    assert_eq!(claim.score.shoot_out.unwrap().first, Some(Side::Away));
    assert_eq!(claim.kicks.len(), 8);
    let missed: Vec<&str> = claim
        .kicks
        .iter()
        .filter(|kick| kick.outcome != PenaltyOutcome::Scored)
        .filter_map(|kick| kick.taker.as_deref())
        .collect();
    assert_eq!(missed, ["Kingsley Coman", "Aurélien Tchouaméni"]);
    assert!(claim.kicks.iter().filter(|kick| kick.side == Side::Away).count() == 4);
    assert_eq!(&*claim.disputes[0].sources[0], "international-results");
}

#[test]
fn our_own_file_is_held_to_every_line() {
    for (from, to, place) in [
        ("= World Cup 2022", "= World Cup", "1:1: `= World Cup`; expected a title with its year"),
        ("#: zone ", "#: zoen ", "3:4: `zoen`; expected `hosts`"),
        ("results, goals: open", "results, gaols: open", "8:24: `gaols`; expected a table"),
        ("▪ Quarter-finals", "▪ Quarrel-finals", "20:3: `Quarrel-finals`; expected a stage"),
        ("Sat Dec 10 2022", "Sat Dec 32 2022", "21:1: there is no day `Sat Dec 32 2022`"),
        ("Sat Dec 10 2022", "Sun Dec 10 2022", "21:1: 2022-12-10 was another day of the week; expected Saturday"),
        ("Sat Dec 10 2022", "Sat Dec 10", "21:1: `Sat Dec 10`; expected the year"),
        ("Sat Dec 10 2022", "Sat Dec 10 2012", "21:1: 2012-12-10 is no day of World Cup 2022"),
        ("22:00  England", "22:60  England", "22:3: "),
        ("1-2 (0-1)", "1-2 (2-1)", "22:19: impossible score: half-time 2-1 but full time 1-2"),
        (
            "1-2 (0-1)",
            "1-3 (0-1)",
            "23:11: the goals listed make 1-2 but the score is 1-3; expected goals that make 1-3",
        ),
        ("Harry Kane 54'", "Harry Kane 154'", "23:22: minute `154'`; expected 1 to 120"),
        ("Harry Kane 54' (pen.)", "Harry Kane", "23:11: `Harry Kane`; expected a minute"),
        ("Giroud 78')", "Giroud 78'", "23:10: "),
        ("Giroud 78')", "Giroud 108')", "23:11: a goal after the 90th minute, but"),
        (
            "Missed: England",
            "Missed: Enlgand",
            "24:18: `Enlgand Harry Kane 84' (off target, given 82')` is neither side",
        ),
        ("(off target, given", "(off traget, given", "24:42: `off traget`; expected `saved`"),
        ("Yellow: England", "Yelow: England", "25:10: unknown line `Yelow`"),
        ("Maguire 90' |", "Maguire |", "25:26: `Harry Maguire`; expected a minute"),
        ("Pickford; Hugo", "Pickford; Hugo; Bernard", "27:42: `Bernard Lloris`; expected two sides"),
        ("68895", "many", "28:22: `many`; expected a number of spectators"),
        ("4-2 pen.", "4-1 pen.", "35:21: the kicks listed make 4-2 but the score has 4-1"),
        ("2-1 Paulo Dybala", "1-2 Paulo Dybala", "35:86: 1-2 follows 1-1; expected 2-1 or 1-1"),
        ("| 109' international-results", "| 109'", "38:55: `109'`; expected `what | other value source"),
        ("@ Lusail Stadium", "at Lusail Stadium", "33:62: `at Lusail Stadium, Lusail`; expected nothing more"),
        ("Group B | England  Iran  United States  Wales", "Group B | England", "12:11: `England`; expected the teams"),
    ] {
        let error = own_error(from, to);
        assert!(error.starts_with(place), "{from} -> {to}: {error}");
    }
}

#[test]
fn complete_means_that_nothing_may_lack() {
    let without = OWN.replacen("         (Harry Kane 54' (pen.); Aurélien Tchouaméni 17' Olivier Giroud 78')\n", "", 1);
    assert!(error(&without).starts_with("22:19: a score of 1-2 and no goals below it"), "{}", error(&without));
    let partial = without.replacen("results, goals, shoot-outs", "results, shoot-outs", 1);
    assert!(read_text(&partial).is_ok());
    let one = OWN.replacen("; Aurélien Tchouaméni 17' Olivier Giroud 78')", ")", 1);
    assert!(read_text(&one).is_err());
    let one = one.replacen("results, goals, shoot-outs", "results, shoot-outs", 1);
    assert!(read_text(&one.replacen("#: partial    keepers", "#: partial    keepers, goals", 1)).is_ok());
}

#[test]
fn lines_few_matches_have() {
    let claims = read_text(
        "= World Cup 1974\n#: zone UTC+1\n▪ Second group stage, Group A\nWed Jun 26 1974\n\
         \x20 West Germany  0-0  West Germans  @ Park, Town\n\
         \x20   Retaken: West Germans A B 12' (scored)\n\
         \x20   Missed: West Germans A B 13' (saved, keeper C D) E F 80' (woodwork, retaken) | West Germany G H ?'\n\
         \x20   Second yellow: West Germany I J 60'\n\
         \x20   Coach red: West Germany K L ?'\n\
         \x20   Captains: M N; -\n\
         \x20   Managers: ; O P\n\
         \x20   Keepers: Q R, S T 45+2';\n\
         \x20   Subs: West Germany A > B 46' C > D 60'; West Germans E > F ?'\n\
         \x20   Line-ups: West Germany A, B, C; West Germans D, E\n",
    )
    .unwrap();
    let claim = &claims.matches[0];
    assert_eq!(claim.stage.as_ref().unwrap().to_string(), "second group stage, group A");
    let kinds: Vec<String> = claim
        .events
        .iter()
        .map(|event| {
            let side = if event.side == Side::Home { 'h' } else { 'a' };
            let clock = event.clock.map_or("?".to_owned(), |clock| clock.to_string());
            format!("{side} {} {clock} {}", event.player.as_deref().unwrap_or_default(), event.kind.key())
        })
        .collect();
    assert_eq!(
        kinds.join("; "),
        "a A B 12 penalty; a A B 13 penalty; a E F 80 penalty; h G H ? penalty; h I J 60 second_yellow; h K L ? red; \
         h A 46 substitution; h C 60 substitution; a E ? substitution"
    );
    assert!(matches!(&claim.events[0].kind, EventKind::Penalty(penalty) if penalty.retaken));
    assert!(matches!(&claim.events[1].kind, EventKind::Penalty(penalty) if penalty.keeper.as_deref() == Some("C D")));
    assert!(matches!(claim.events[5].kind, EventKind::Card { card: Card::Red, bench: true }));
    assert_eq!(claim.sheets[0].captain.as_deref(), Some("M N"));
    assert_eq!(claim.sheets[1].manager.as_deref(), Some("O P"));
    assert_eq!(claim.sheets[0].keepers.len(), 2);
    assert_eq!(claim.sheets[1].keepers, [("D".into(), None)]);
    assert_eq!(claim.sheets[0].starters.len(), 3);
}

#[test]
fn matches_that_were_not_played_to_the_end() {
    let text = "= European Championship 1968\n#: hosts Italy\n▪ Semi-finals\nWed Jun 5 1968\n\
                \x20 Italy  0-0 a.e.t. (0-0, 0-0) [lots: Italy]  Soviet Union  @ San Paolo, Naples\n\
                \x20 Sweden  v [walkover: Sweden]  Austria\n\
                \x20 Chile  1-0 [abandoned, awarded: Chile]  Peru\n\
                \x20 Wales  v  Malta [cancelled]\n\
                \x20 Wales  v  Malta\n";
    let claims = read_text(text).unwrap();
    let told: Vec<(Option<Status>, Option<Side>)> =
        claims.matches.iter().map(|claim| (claim.status, claim.given_to)).collect();
    assert_eq!(
        told,
        [
            (Some(Status::Played), Some(Side::Home)),
            (Some(Status::Walkover), Some(Side::Home)),
            (Some(Status::Awarded), Some(Side::Home)),
            (Some(Status::Cancelled), None),
            (Some(Status::Scheduled), None),
        ]
    );
    assert_eq!(claims.matches[0].ground, Ground::HomeOf(Side::Home));
    assert_eq!(claims.matches[1].ground, Ground::Neutral);
    assert!(error(&text.replace("lots: Italy", "lots: Spain")).starts_with("5:39: `Spain` is neither side"));
}

#[test]
fn a_qualifier_is_no_match_of_the_finals() {
    let claims = read_text(
        "= European Championship 2004 qualifying\n#: zone UTC+3\n▪ Group 7\nSat Oct 11 2003\n  Turkey  0-0 (0-0)  England\n",
    )
    .unwrap();
    let claim = &claims.matches[0];
    assert_eq!((&*claim.competition, &*claim.edition), ("European Championship qualifying", "2004"));
    assert_eq!(claim.stage, Some(Stage::group(StageKind::Qualifying, "7")));
    assert_eq!(claim.ground, Ground::Unknown);
}

#[test]
fn openfootball_of_1976() {
    let claims = read_text(
        "= Euro 1976   # in Yugoslavia, June 16-20\n\n# All times are local, CET (UTC+1).\n\n▪ Final\n\
         June 20 20:15 @ Beograd, Crvena zvezda\n\
         Czechoslovakia   2-2 a.e.t., 5-3 pen.  West Germany\n  (Svehlík 8, Dobiás 25; Müller 28, Hölzenbein 89)\n\
         \x20 Penalties: 1-0 Masny,  1-1 Bonhof,\n             2-1 Nehoda, 2-2 Flohe,\n             3-2 Ondrus, 3-3 Bongarts,\n\
         \x20            4-3 Jurkemik,   Hoeneß (over),\n             5-3 Panenka\n\
         \x20 Czechoslovakia: Viktor, Dobiás (Vesely 94),\n                Móder, Svehlík (Jurkemik 79)\n\
         \x20 Wet Germany: Maier, Vogts\n",
    )
    .unwrap();
    assert_eq!(&*claims.source, "openfootball");
    let claim = &claims.matches[0];
    assert_eq!(claim.date, Some(jiff::civil::date(1976, 6, 20)));
    assert_eq!(claim.kick_off, KickOff::new(20, 15, Some(60)));
    assert_eq!(claim.venue.as_ref().unwrap().stadium.as_deref(), Some("Crvena zvezda"));
    assert_eq!((claim.score.full_time, claim.score.end), (None, Some(Goals::new(2, 2))));
    assert_eq!(claim.kicks.len(), 9);
    assert_eq!(claim.kicks[7].outcome, PenaltyOutcome::OffTarget);
    assert_eq!(claim.sheets[0].starters.join("+"), "Viktor+Dobiás+Móder+Svehlík");
    assert_eq!(claim.events.iter().filter(|event| event.kind.key() == "substitution").count(), 2);
    assert_eq!(&*claims.skipped[0].reason, "`Wet Germany` is neither side of the match");
}

#[test]
fn openfootball_of_2024() {
    let claims = read_text(
        "= Euro 2024\n\nGroup A  |  Germany   Scotland     Hungary   Switzerland\n▪ Matchday 1 | Fri Jun 14 - Tue Jun 18\n\n\
         ▪ Group A\nFri Jun 14 \n  21:00         Germany   5-1 (3-0)  Scotland     @ München\n\
         \x20                 (Wirtz 10' Musiala 19' Havertz 45+1' (pen.) Füllkrug 68' Can 90+3'; \n\
         \x20                  Rüdiger 87' (o.g.))\n\
         \x20   Germany:    Neuer - Tah [Y] - Andrich [Y] (Groß 46'),\n                Kroos (Can 80') - Musiala\n\
         \x20   Scotland:   Gunn - Porteous [R 44'], Hendry (McLean [Y] 67')\n\
         \x20 21:00         Hungary   1-0       Switzerland\n                (Szalai 5' Varga 7')\n\
         \x20 21:00    Spain   2-1 (0-0) Italy   # after all\n          (Olmo 51' Merino 119'; Wirtz 89')\n",
    )
    .unwrap();
    assert_eq!(claims.editions[0].groups[0].1.len(), 4);
    let claim = &claims.matches[0];
    assert_eq!(claim.events.iter().filter(|event| event.kind.is_goal()).count(), 6);
    let cards: Vec<&str> = claim
        .events
        .iter()
        .filter(|event| matches!(event.kind, EventKind::Card { .. }))
        .filter_map(|event| event.player.as_deref())
        .collect();
    assert_eq!(cards, ["Tah", "Andrich", "Porteous", "McLean"]);
    assert_eq!(claim.sheets[0].starters.join("+"), "Neuer+Tah+Andrich+Kroos+Musiala");
    assert_eq!(claim.sheets[1].keepers, [("Gunn".into(), None)]);
    // What does not add up is left out, and told where.
    assert!(claims.matches[1].events.is_empty());
    assert_eq!(
        (claims.skipped[0].line, &*claims.skipped[0].reason),
        (14, "the goals listed make 2-0 but the score is 1-0")
    );
    assert_eq!(claims.matches[2].score.extra_time, Some(Goals::new(2, 1)));
    assert_eq!(claims.skipped[1].line, 16);
}

#[test]
fn openfootball_of_2028_has_no_teams_yet() {
    let claims = read_text(
        "= Euro 2028\n▪ Round of 16\nJune 24\n  (37)  Winner Group A   v Runner-up Group C   @ Cardiff\n  (38)  Wales v Malta\n",
    )
    .unwrap();
    assert_eq!(claims.matches.len(), 1);
    assert_eq!(claims.matches[0].external_id.as_deref(), Some("38"));
    assert_eq!(claims.skipped[0].line, 4);
}

#[test]
fn a_league_of_clubs() {
    for heading in ["▪ Matchday 2", "» Matchday 2", "Matchday 2"] {
        let claims = read_text(&format!(
            "= English Premier League 2018/19\n\n{heading}\n[Fri Aug/10]\n  20:00  Man United  2-1 (1-0)  Leicester\n\
             [Sat Jan/12]\n  Wolves 0-0 Burnley\n"
        ))
        .unwrap();
        let claim = &claims.matches[0];
        assert_eq!((claim.kind, claim.matchday), (TeamKind::Club, Some(2)), "{heading}");
        assert_eq!((&*claim.competition, &*claim.edition), ("English Premier League", "2018/19"));
        assert_eq!(claim.ground, Ground::HomeOf(Side::Home));
        assert_eq!(claim.stage, Some(Stage::of(StageKind::League)));
        assert_eq!(claims.matches[1].date, Some(jiff::civil::date(2019, 1, 12)));
        assert_eq!(claims.matches[1].kick_off, None);
    }
}

#[test]
fn other_texts_are_not_taken_for_football() {
    assert!(looks_like("# comment\n\n= World Cup 2022\n"));
    for text in ["", "Title\n=====\n", "==\n", "date,home_team\n", "= \n"] {
        assert!(!looks_like(text), "{text:?}");
    }
    assert!(error("Dear Sir, the match was dull.\n").starts_with("1:1: "));
    assert!(error("= World Cup 2022\nDear Sir\n").starts_with("2:1: `Dear Sir`; expected a match"));
    let windows =
        read_text("= Euro 2004\r\n▪ Final\r\nJuly 4\r\n  Portugal  0-1  Greece\r\n  (Charisteas 57)\r\n").unwrap();
    assert_eq!(windows.matches[0].events.len(), 1);
    assert_eq!(
        read(b"= Euro 2004\n\xFF").unwrap_err().to_string(),
        "2:1: a byte that is not UTF-8; expected UTF-8 text"
    );
}

proptest::proptest! {
    #[test]
    fn no_text_panics(text in "\\PC{0,80}") {
        let _ = read_text(&text);
    }

    #[test]
    fn no_damage_to_a_file_panics(cut in 0..2400_usize, take in 0..40_usize, put in "[-:;|()\\[\\]@#'▪= \n0-9a-zé]{0,6}") {
        let mut text = OWN.to_owned();
        let start = text.floor_char_boundary(cut);
        let end = text.ceil_char_boundary(start.saturating_add(take));
        text.replace_range(start..end, &put);
        let _ = read_text(&text);
        let _ = read_text(&text.replace("#:", "# "));
    }

    #[test]
    fn no_row_of_pieces_panics(
        pieces in proptest::collection::vec(
            proptest::sample::select(vec![
                "= Euro 2004\n", "▪ Final\n", "June 24 ", "19:45 ", "@ Porto  ", "France  ", "v ", "2-1 ", "a.e.t. ",
                "(1-1, 0-0) ", ", 4-2 pen. ", "England\n", "(Kane 54'", "; ", ")\n", "\n", "Penalties: 1-0 A, ",
                "France: ", "[Y 5'] ", "(B 46') ", "Subs: England ", "A > B ", "?' ", "#: complete goals\n", "# ", "  ",
                "[lots: France] ", "Missed: ", "Group A | ", "(37) ", "90+3' ",
            ]),
            0..24,
        ),
    ) {
        let _ = read_text(&pieces.concat());
    }
}
