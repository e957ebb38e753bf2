//! One sentence each about a match or its tournament, as it was and with a fact of it changed: other forms of given
//! names, goals that put out somebody else, matches of one stage, kicks of another shoot-out.

mod told;

use byline_record::ask::Verdict;
use byline_report::claim::Kind;
use told::{contradicted, found, holds};

fn azteca(rest: &str) -> String {
    format!(
        "date 1970-06-18\nItaly beat West Germany 4-3 after extra time at the Azteca Stadium in Mexico City on Wednesday to \
         reach the World Cup final.\n\n{rest}\n"
    )
}

fn lisbon(rest: &str) -> String {
    format!("date 2004-07-05\nGreece beat Portugal, the hosts, 1-0 in Lisbon on Sunday to win Euro 2004.\n\n{rest}\n")
}

fn saint_denis(rest: &str) -> String {
    format!(
        "date 2016-07-04\nFrance beat Iceland 5-2 at the Stade de France on Sunday to reach the semi-finals of Euro 2016.\
         \n\n{rest}\n"
    )
}

fn wembley(rest: &str) -> String {
    format!(
        "date 1996-07-01\nGermany beat the Czech Republic 2-1 with a golden goal at Wembley on Sunday to win Euro 96.\n\n\
         {rest}\n"
    )
}

fn education_city(rest: &str) -> String {
    format!(
        "date 2022-12-10\nCroatia beat Brazil 4-2 on penalties at Education City Stadium on Friday after a 1-1 draw to reach \
         the World Cup semi-finals.\n\n{rest}\n"
    )
}

#[test]
fn what_no_kick_is_told_as_is_a_goal_in_a_match_with_a_shoot_out() {
    let text = |who: &str| education_city(&format!("{who} scored twice."));
    assert!(!contradicted(&text("Bruno Petkovic")).is_empty());
    assert!(!contradicted(&text("Vinicius Junior")).is_empty());
}

#[test]
fn they_are_the_other_side_where_nobody_else_is_named() {
    let text = wembley("Germany had beaten them 2-0 in the group.");
    holds(&text, &[(Kind::Score, "2-0")]);
    let changed = found(&text.replace("2-0", "3-0"));
    assert!(
        !changed.iter().any(|(kind, words, verdict)| *kind == Kind::Score
            && words.contains("3-0")
            && *verdict == Verdict::Confirmed),
        "{changed:?}"
    );
}

#[test]
fn whoever_scored_at_another_time_did_not_score_then() {
    for (right, wrong) in [
        ("Gigi Riva made it 3-2 in the 104th minute.", "Tarcisio Burgnich made it 3-2 in the 104th minute."),
        (
            "Roberto Boninsegna opened the scoring in the eighth minute.",
            "Gianni Rivera opened the scoring in the eighth minute.",
        ),
        ("Gianni Rivera scored in the 111th minute.", "Roberto Boninsegna scored in the 111th minute."),
    ] {
        assert_eq!(contradicted(&azteca(right)), []);
        assert!(!contradicted(&azteca(wrong)).is_empty(), "{wrong}");
    }
    // He may have made the goal.
    assert_eq!(contradicted(&azteca("Boninsegna crossed for Rivera in the 111th minute.")), []);
}

#[test]
fn one_of_several_whose_kick_went_otherwise_is_denied_it() {
    let moscow = |rest: &str| {
        format!(
            "date 2018-07-02\nRussia, the hosts, beat Spain 4-3 on penalties in Moscow on Sunday after a 1-1 draw to reach the \
             World Cup quarter-finals.\n\n{rest}\n"
        )
    };
    holds(&moscow("Igor Akinfeev saved from Koke and Iago Aspas."), &[(Kind::ShootOut, "Akinfeev saved from")]);
    assert!(!contradicted(&moscow("Igor Akinfeev saved from Sergio Ramos and Iago Aspas.")).is_empty());
}

#[test]
fn how_old_somebody_is_is_held_against_him() {
    holds(&education_city("Modric is 37."), &[(Kind::Age, "37")]);
    assert!(!contradicted(&education_city("Modric is 35.")).is_empty());
}

#[test]
fn a_penalty_another_missed_is_not_his() {
    let daejeon = |rest: &str| {
        format!(
            "date 2002-06-19\nSouth Korea knocked Italy out of the World Cup in Daejeon on Tuesday, winning 2-1 with a golden \
             goal.\n\n{rest}\n"
        )
    };
    let text = daejeon("Ahn Jung-hwan had an early penalty saved by Gianluigi Buffon.");
    holds(&text, &[(Kind::MissedPenalty, "saved by")]);
    assert!(!contradicted(&text.replace("Ahn Jung-hwan", "Seol Ki-hyeon")).is_empty());
}

#[test]
fn who_did_not_play_for_third_place_finished_neither_third_nor_fourth() {
    let samara = |rest: &str| {
        format!(
            "date 2018-07-08\nEngland beat Sweden 2-0 in Samara on Saturday to reach the semi-finals of the World Cup.\n\n\
             {rest}\n"
        )
    };
    let text = samara("England finished fourth in 1990.");
    holds(&text, &[(Kind::Stage, "finished fourth in 1990")]);
    assert!(!contradicted(&text.replace("fourth", "third")).is_empty());
    assert!(!contradicted(&text.replace("1990", "1986")).is_empty());
    // There was no such match in 1950, and England were not there in 1978.
    assert_eq!(contradicted(&text.replace("1990", "1950")), []);
    assert_eq!(contradicted(&text.replace("1990", "1978")), []);
}

#[test]
fn years_after_a_count_of_times_are_those_before() {
    assert_eq!(contradicted(&wembley("Germany won the title for the third time, after 1972 and 1980.")), []);
}

#[test]
fn the_last_minute_of_what_was_named_is_of_no_half() {
    let text = "Neymar scored in the first half of extra time, in its last minute.";
    holds(&education_city(text), &[(Kind::Scorer, "Neymar")]);
}

#[test]
fn given_names_have_other_forms() {
    holds(&azteca("Luigi Riva made it 3-2."), &[(Kind::RunningScore, "3-2")]);
    let naples = "date 1990-07-04\nArgentina beat Italy 4-3 on penalties in Naples on Tuesday after a 1-1 draw in the World \
                  Cup semi-final.\n\nToto Schillaci gave Italy the lead.\n";
    holds(naples, &[(Kind::Scorer, "Schillaci")]);
    let stranger = found(&azteca("Gennaro Riva gave Italy the lead."));
    assert!(!stranger.iter().any(|(kind, ..)| *kind == Kind::Scorer), "{stranger:?}");
}

#[test]
fn a_score_is_of_whoever_made_it_known_or_not() {
    let told = contradicted(&azteca("Tarcisio Burgnich levelled and Gennaro Stranger made it 3-2."));
    assert_eq!(told, []);
    holds(
        &azteca("Tarcisio Burgnich levelled and Luigi Riva made it 3-2."),
        &[(Kind::Order, "levelled"), (Kind::RunningScore, "3-2")],
    );
}

#[test]
fn two_teams_not_named_are_neither_of_them() {
    assert_eq!(contradicted(&azteca("Both finalists have won the World Cup twice.")), []);
}

#[test]
fn all_matches_of_a_stage_are_not_all() {
    assert_eq!(contradicted(&lisbon("Greece won all three knockout matches 1-0.")), []);
    assert!(!contradicted(&lisbon("Greece won all six matches.")).is_empty());
}

#[test]
fn a_goal_that_put_out_somebody_else_is_of_that_match() {
    let scored = |who: &str| {
        let text = lisbon(&format!("{who}'s silver goal had put out the Czech Republic in the semi-final."));
        let mut told = found(&text).into_iter().filter(|(kind, words, _)| *kind == Kind::Scorer && words.contains(who));
        told.next().map(|(.., verdict)| verdict)
    };
    assert_eq!(scored("Traianos Dellas"), Some(Verdict::Confirmed));
    assert_eq!(scored("Angelos Charisteas"), Some(Verdict::Contradicted));
}

#[test]
fn the_kicks_of_another_match_of_the_tournament_are_counted() {
    let text = saint_denis("Germany beat Italy 6-5 on penalties in Bordeaux on Saturday.");
    holds(&text, &[(Kind::ShootOut, "6-5")]);
    let changed = contradicted(&text.replace("6-5", "5-4"));
    assert!(changed.iter().any(|(kind, ..)| *kind == Kind::ShootOut), "{changed:?}");
    // Of another year, which is not said well enough.
    assert_eq!(contradicted(&saint_denis("Germany had last beaten Italy 5-4 on penalties years earlier.")), []);
}
