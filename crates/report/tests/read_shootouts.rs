//! Shoot-outs: results and single kicks, true ones, wrong ones, and play told beside them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test"
)]

mod check;

use byline_record::ask::Verdict;
use byline_report::claim::Kind;
use check::{checked, of};

const CONFIRMED: Verdict = Verdict::Confirmed;
const CONTRADICTED: Verdict = Verdict::Contradicted;

#[test]
fn kicks_are_kicks_and_no_goals() {
    let found = checked(
        "2018-07-04",
        "England beat Colombia 4-3 on penalties in Moscow on Tuesday after a 1-1 draw.\n\n\
         In the shoot-out Radamel Falcao and Harry Kane scored before David Ospina denied Jordan Henderson. Mateus Uribe \
         struck the bar, Kieran Trippier converted and Carlos Bacca saw his kick saved by Jordan Pickford. Eric Dier \
         slotted the decisive penalty.",
    );
    let kicks = of(&found, Kind::ShootOut, CONFIRMED);
    for words in
        ["4-3 on penalties", "Henderson", "Uribe struck the bar", "Trippier converted", "Bacca saw", "Dier slotted"]
    {
        assert!(kicks.iter().any(|kick| kick.contains(words)), "{words}: {kicks:?}");
    }
    assert!(of(&found, Kind::Scorer, CONTRADICTED).is_empty());
    assert!(of(&found, Kind::ShootOut, CONTRADICTED).is_empty());
    assert!(!of(&found, Kind::Scorer, CONFIRMED).iter().any(|words| words.contains("Trippier")));
}

#[test]
fn a_kick_said_scored_that_was_saved_is_wrong() {
    let found = checked(
        "2018-07-04",
        "England beat Colombia on penalties in Moscow on Tuesday after a 1-1 draw.\n\n\
         In the shoot-out Jordan Henderson scored. Kieran Trippier missed his kick. Carlos Bacca blazed his penalty over.",
    );
    let wrong = of(&found, Kind::ShootOut, CONTRADICTED);
    assert!(wrong.iter().any(|words| words.contains("Henderson scored")), "{wrong:?}");
    assert!(wrong.iter().any(|words| words.contains("Trippier missed")), "{wrong:?}");
    assert!(wrong.iter().any(|words| words.contains("Bacca blazed")), "{wrong:?}");
}

#[test]
fn the_score_and_the_winner_of_a_shoot_out() {
    for (words, verdict) in [
        ("England won 4-3 on penalties after a 1-1 draw with Colombia.", CONFIRMED),
        ("Colombia lost 4-3 on penalties to England.", CONFIRMED),
        ("England won the shoot-out 4-3.", CONFIRMED),
        ("England went through 5-3 on penalties against Colombia.", CONTRADICTED),
        ("Colombia beat England 4-3 on penalties.", CONTRADICTED),
    ] {
        let text = format!("England met Colombia in Moscow on Tuesday and it was 1-1.\n\n{words}");
        let found = checked("2018-07-04", &text);
        assert_eq!(of(&found, Kind::ShootOut, verdict).len(), 1, "{words}: {found:?}");
        let other = if verdict == CONFIRMED { CONTRADICTED } else { CONFIRMED };
        assert!(of(&found, Kind::ShootOut, other).is_empty(), "{words}: {found:?}");
    }
}

#[test]
fn shoot_outs_of_other_years() {
    let text = |years: &str| {
        format!(
            "England beat Colombia 4-3 on penalties in Moscow on Tuesday. It was England's first shoot-out win at a World \
             Cup, after defeats in {years}."
        )
    };
    let right = checked("2018-07-04", &text("1990, 1998 and 2006"));
    assert!(of(&right, Kind::ShootOut, CONFIRMED).iter().any(|words| words.contains("2006")), "{right:?}");
    let wrong = checked("2018-07-04", &text("1990, 1998 and 2002"));
    assert!(of(&wrong, Kind::ShootOut, CONTRADICTED).iter().any(|words| words.contains("2002")), "{wrong:?}");
}

#[test]
fn a_chance_in_play_is_no_kick() {
    let found = checked(
        "2018-07-04",
        "England beat Colombia 4-3 on penalties in Moscow on Tuesday. Harry Kane missed a chance to win it in extra time, \
         Jamie Vardy missed the target and Carlos Bacca fired over from 20 metres before the shoot-out.",
    );
    let wrong: Vec<_> = found.iter().filter(|(_, verdict, _)| *verdict == CONTRADICTED).collect();
    assert!(wrong.iter().all(|(_, _, words)| !words.contains("Kane") && !words.contains("Vardy")), "{wrong:?}");
}

#[test]
fn kicks_counted_from_the_first() {
    for (words, verdict) in [
        ("The first five from each side all scored.", CONFIRMED),
        ("The first six penalties went in.", CONFIRMED),
        ("The first twelve penalties went in.", CONTRADICTED),
    ] {
        let text = format!("Germany beat England on penalties in the semi-final at Wembley after a 1-1 draw. {words}");
        let found = checked("1996-06-27", &text);
        assert!(of(&found, Kind::ShootOut, verdict).iter().any(|told| told.contains("first")), "{words}: {found:?}");
    }
}

#[test]
fn who_took_no_kick_is_denied_one_beside_others_told_rightly() {
    let told = |kick: &str| {
        checked(
            "1998-07-01",
            &format!(
                "Argentina beat England 4-3 on penalties in Saint-Etienne on Tuesday after a 2-2 draw.\n\n\
                 David Seaman saved from Hernan Crespo but {kick} missed at once, and David Batty, too, was denied."
            ),
        )
    };
    assert!(of(&told("Paul Ince"), Kind::ShootOut, CONFIRMED).iter().any(|words| words.contains("Ince missed")));
    assert!(of(&told("Paul Ince"), Kind::ShootOut, CONTRADICTED).is_empty());
    let wrong = told("Steve McManaman");
    assert!(of(&wrong, Kind::ShootOut, CONTRADICTED).iter().any(|words| words.contains("McManaman missed")));
}

#[test]
fn how_a_shoot_out_stood_after_a_kick_is_not_how_it_ended() {
    let told = |score: &str| {
        checked(
            "2018-07-02",
            &format!(
                "Russia beat Spain on penalties in Moscow on Sunday after a 1-1 draw.\n\n\
                 In the shoot-out Koke was denied by Igor Akinfeev, and Denis Cheryshev made it {score} before Iago \
                 Aspas was denied as well."
            ),
        )
    };
    let right = told("4-3");
    assert!(of(&right, Kind::ShootOut, CONFIRMED).iter().any(|words| words.contains("Cheryshev made it 4-3")));
    assert!(!of(&right, Kind::ShootOut, CONFIRMED).contains(&"4-3"));
    let wrong = told("5-3");
    assert!(of(&wrong, Kind::ShootOut, CONTRADICTED).iter().any(|words| words.contains("Cheryshev made it 5-3")));
    let put = checked(
        "2018-07-02",
        "Russia beat Spain on penalties in Moscow on Sunday after a 1-1 draw.\n\n\
         Igor Akinfeev saved from Iago Aspas in the shoot-out, Denis Cheryshev having put Russia 4-3 up.",
    );
    assert!(of(&put, Kind::ShootOut, CONFIRMED).iter().any(|words| words.contains("Cheryshev having put Russia 4-3")));
}
