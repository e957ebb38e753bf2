//! Forms of the agencies and the papers that print them, far from the teams they write of: previews with the place of the
//! match, round-ups, headlines, moments told before a clause of "when".

mod told;

use byline_record::ask::Verdict;
use byline_report::claim::Kind;
use told::{contradicted, fails_at, found, holds};

fn silent(text: &str, kind: Kind, words: &str) {
    let all = found(text);
    assert!(!all.iter().any(|(of, span, _)| *of == kind && span == words), "{words}: {all:#?}");
}

const IBARAKI: &str = "date 2002-06-08\nItaly and Croatia met in Ibaraki on Saturday and Croatia won 2-1.\n\n";

#[test]
fn where_a_match_is_played_is_no_opponent() {
    let text = "date 2002-06-07\nItaly and Croatia meet in Group G of the World Cup in Japan on Saturday.\n";
    assert!(contradicted(text).is_empty(), "{:#?}", found(text));
    let next = format!("{IBARAKI}Italy play Mexico next.\n");
    holds(&next, &[(Kind::NextFixture, "Mexico")]);
    fails_at(&next, "play Mexico", "play Ecuador", "Ecuador");
}

#[test]
fn an_opener_that_is_won_is_a_match() {
    let text = |head: &str| format!("date 2002-06-01\n{head}\n\nDenmark beat Uruguay 2-1 in Ulsan on Saturday.\n");
    silent(&text("Danes win opener in Ulsan"), Kind::Order, "opener");
    silent(&text("A day to forget for Uruguay in the tournament's opener"), Kind::Order, "opener");
    holds(&text("Tomasson scored the opener"), &[(Kind::Order, "opener")]);
}

const ULSAN: &str = "date 2002-06-01\nDenmark beat Uruguay 2-1 in Ulsan on Saturday.\n\n";

#[test]
fn a_save_forced_and_a_man_taken_off_are_no_goals() {
    let text = |rest: &str| format!("{ULSAN}{rest}\n");
    silent(&text("Jon Dahl Tomasson forced another good save."), Kind::Scorer, "Jon Dahl Tomasson forced");
    for told in [
        "Diego Forlan was hauled off after 47 minutes, to be replaced by another striker.",
        "Ebbe Sand flicked the ball on for Jon Tomasson to double the lead.",
        "A cross curled into the corner of Thomas Sorensen's goal.",
        "Thomas Gravesen won the ball to begin a move that led to the red card.",
    ] {
        let all = text(told);
        assert!(contradicted(&all).is_empty(), "{:#?}", found(&all));
    }
    let scored = text("Jon Dahl Tomasson forced the ball home in the 83rd minute.");
    holds(&scored, &[(Kind::Minute, "in the 83rd minute")]);
}

#[test]
fn a_moment_before_a_clause_of_when_is_of_its_goal() {
    let equaliser = format!("{ULSAN}Uruguay struck in the 47th minute when Dario Rodriguez volleyed in.\n");
    holds(&equaliser, &[(Kind::Minute, "in the 47th minute")]);
    fails_at(&equaliser, "in the 47th minute", "in the 67th minute", "in the 67th minute");
    let came = format!("{ULSAN}The equaliser came in the 47th minute from Rodriguez.\n");
    holds(&came, &[(Kind::Minute, "in the 47th minute")]);
    fails_at(&came, "in the 47th minute", "in the 67th minute", "in the 67th minute");
    let noun = format!("{ULSAN}Rodriguez's volley two minutes after the break gave Uruguay hope.\n");
    holds(&noun, &[(Kind::Minute, "two minutes after the break")]);
    fails_at(&noun, "two minutes after", "20 minutes after", "20 minutes after the break");
    let cut = "date 2006-06-09\nGermany beat Costa Rica 4-2 in Munich on Friday.\n\nWanchope cut the lead in the 73rd minute.\n";
    holds(cut, &[(Kind::Minute, "in the 73rd minute"), (Kind::Order, "cut the lead")]);
    fails_at(cut, "in the 73rd", "in the 53rd", "in the 53rd minute");
}

#[test]
fn a_second_round_of_group_matches_is_no_knock_out_round() {
    let text = "date 2002-06-08\nCroatia beat Italy 2-1 in the second round of Group G games on Saturday.\n";
    assert!(contradicted(text).is_empty(), "{:#?}", found(text));
    let wrong = "date 2002-06-08\nCroatia beat Italy 2-1 in the second round on Saturday.\n";
    assert!(found(wrong).iter().all(|(kind, _, verdict)| *kind != Kind::Stage || *verdict != Verdict::Confirmed));
    let first =
        "date 2002-06-03\nCroatia came into their first Group G match as favourites. Mexico beat Croatia 1-0.\n";
    assert!(found(first).iter().all(|(kind, ..)| *kind != Kind::Progress), "{:#?}", found(first));
}

#[test]
fn a_score_against_somebody_else_is_of_no_match_here() {
    let text = format!("{ULSAN}Denmark won their final friendly against Ruritania 2-1.\n");
    silent(&text, Kind::Score, "won their final friendly against Ruritania 2-1");
    let past = format!("{ULSAN}Tomasson slid the ball past Uruguay's goalkeeper.\n");
    silent(&past, Kind::Result, "past Uruguay");
}

#[test]
fn points_are_of_whoever_is_left_with_them_and_of_the_day() {
    let text = "date 2002-06-08\nCroatia beat Italy 2-1 in Ibaraki on Saturday, leaving Italy on three points.\n";
    holds(text, &[(Kind::Table, "three points")]);
    let now = "date 2002-06-08\nCroatia beat Italy 2-1 in Ibaraki on Saturday. Croatia now have three points.\n";
    holds(now, &[(Kind::Table, "three points")]);
    let eve = now.replace("now have three points", "now have no points");
    assert!(found(&eve).iter().all(|(kind, _, verdict)| *kind != Kind::Table || *verdict != Verdict::Confirmed));
    let brought = format!("{IBARAKI}Ivica Olic secured a point.\n");
    silent(&brought, Kind::Table, "a point");
}

#[test]
fn goals_in_finals_are_of_every_year() {
    let text = "date 2014-06-22\nGermany and Ghana drew 2-2 in Fortaleza on Saturday. Miroslav Klose equalised with his \
        15th goal in finals.\n";
    holds(text, &[(Kind::Tally, "his 15th goal in finals")]);
    fails_at(text, "his 15th goal", "his 17th goal", "his 17th goal in finals");
}

#[test]
fn the_first_of_this_tournament_is_the_first_of_its_year() {
    let text = "date 2018-06-19\nJapan beat Colombia 2-1 in Saransk on Tuesday. Carlos Sanchez was shown the first red card \
        of this World Cup.\n";
    holds(text, &[(Kind::FirstSince, "the first red card of this World Cup")]);
}

#[test]
fn a_place_in_a_group_that_is_over_is_told_whoever_else_is_named() {
    let text = "date 2014-06-27\nAlgeria drew 1-1 with Russia in Curitiba on Thursday. Algeria finished second in Group H, \
        behind Belgium.\n";
    holds(text, &[(Kind::Table, "finished second in Group H")]);
    fails_at(text, "finished second in Group H", "finished third in Group H", "finished third in Group H");
}

#[test]
fn whoever_is_only_compared_with_somebody_leaves_the_match_alone() {
    let text = "date 2014-06-21\nGhana drew 2-2 with Germany in Fortaleza on Saturday. Miroslav Klose poked home in the 71st \
        minute to move level with former Brazil striker Ronaldo.\n";
    holds(text, &[(Kind::Minute, "in the 71st minute")]);
    fails_at(text, "in the 71st", "in the 81st", "in the 81st");
}
