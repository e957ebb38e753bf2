//! The same thing put in many ways: whose the goals of a match were, how a lead was answered, who forced extra time.

mod told;

use byline_report::claim::Kind;
use told::{both_ways, contradicted, found, holds};

const FINAL_66: &str =
    "date 1966-07-31\nEngland beat West Germany 4-2 after extra time in the World Cup final at Wembley on Saturday.";
const GOODISON: &str =
    "date 1966-07-24\nPortugal beat North Korea 5-3 in the World Cup quarter-final at Goodison Park on Saturday.";
const STANFORD: &str = "date 1994-06-29\nRussia beat Cameroon 6-1 in Stanford on Tuesday at the World Cup.";
const YOKOHAMA: &str = "date 2002-07-01\nBrazil beat Germany 2-0 in the World Cup final in Yokohama on Sunday.";
const MARSEILLE: &str = "date 1984-06-24\nFrance beat Portugal 3-2 after extra time in the semi-final of the European \
    Championship in Marseille on Saturday.";
const AL_RAYYAN: &str = "date 2022-11-29\nGhana beat South Korea 3-2 in Al Rayyan on Monday at the World Cup.";
const BELO_HORIZONTE: &str =
    "date 2014-07-09\nGermany beat Brazil 7-1 in the World Cup semi-final in Belo Horizonte on Tuesday.";
const DORTMUND: &str =
    "date 2024-07-11\nEngland beat the Netherlands 2-1 in the semi-final of Euro 2024 in Dortmund on Wednesday.";
const MARACANA: &str = "date 1950-07-17\nUruguay beat Brazil 2-1 at the Maracanã on Sunday to win the World Cup.";
const ROTTERDAM: &str = "date 2000-07-03\nFrance beat Italy 2-1 in the final of Euro 2000 in Rotterdam on Sunday.";

/// Nothing is contradicted, and no part of the goals is found.
#[track_caller]
fn silent(cases: &[(&str, &str)]) {
    for (head, words) in cases {
        let text = format!("{head}\n\n{words}\n");
        assert!(contradicted(&text).is_empty(), "{words}: {:#?}", contradicted(&text));
        assert!(found(&text).iter().all(|(kind, ..)| *kind != Kind::Tally), "{words}: {:#?}", found(&text));
    }
}

#[test]
fn part_of_the_goals_of_a_match_is_somebodys() {
    both_ways(&[
        (FINAL_66, "Three of the four goals came from Hurst.", Kind::Tally, "Three of the four", ("Three", "Two")),
        (FINAL_66, "Hurst notched three of England's four goals.", Kind::Tally, "three of England's", ("three", "two")),
        (GOODISON, "Four of Portugal's five goals were Eusebio's.", Kind::Tally, "Four of", ("Four", "Three")),
        (GOODISON, "Eusebio scored four of their five.", Kind::Tally, "four of their five", ("four", "three")),
        (STANFORD, "Oleg Salenko scored five of Russia's six.", Kind::Tally, "five of Russia's six", ("five", "four")),
        (STANFORD, "Salenko got five of the seven goals.", Kind::Tally, "five of the seven", ("five", "three")),
        (YOKOHAMA, "Both goals belonged to Ronaldo.", Kind::Tally, "Both goals", ("Ronaldo", "Rivaldo")),
        (MARSEILLE, "Both of Portugal's goals were scored by Jordao.", Kind::Tally, "Both of", ("Jordao", "Chalana")),
        (MARSEILLE, "Both goals for Portugal came from Jordao.", Kind::Tally, "Both goals", ("Jordao", "Chalana")),
        (AL_RAYYAN, "Two of Ghana's three goals came from Kudus.", Kind::Tally, "Two of", ("Kudus", "Salisu")),
        (
            AL_RAYYAN,
            "Both Korean goals were headed in by Cho Gue-sung.",
            Kind::Tally,
            "Both Korean goals",
            ("Cho Gue-sung", "Son Heung-min"),
        ),
    ]);
}

#[test]
fn other_goals_than_all_of_the_match_are_no_part_of_them() {
    silent(&[
        (GOODISON, "In the first half two of the five goals were Eusebio's."),
        (GOODISON, "Two of the four penalties were Eusebio's."),
        (GOODISON, "Eusebio could have scored three of the five."),
        (GOODISON, "Three of the four chances came from Eusebio."),
        (FINAL_66, "Two of the four goals came from Hurst in extra time."),
        (FINAL_66, "Not three of the four goals but two were Hurst's."),
        (BELO_HORIZONTE, "Germany had seven corners, and three of the seven came from Kroos."),
        (BELO_HORIZONTE, "Four of the eight goals came in six minutes."),
    ]);
}

#[test]
fn goals_that_came_from_what_somebody_did_are_not_his() {
    silent(&[
        (YOKOHAMA, "Both goals came from Rivaldo passes."),
        (YOKOHAMA, "Both goals came from Rivaldo's play."),
        (YOKOHAMA, "Both goals came through Kahn errors."),
        (YOKOHAMA, "The opening goal came from Rivaldo and Kahn mistakes."),
    ]);
}

#[test]
fn lead_is_told_though_it_was_answered() {
    both_ways(&[
        (DORTMUND, "Simons scored, only for Kane to equalise.", Kind::Scorer, "Simons", ("Simons", "Gakpo")),
        (
            DORTMUND,
            "Simons put the Dutch ahead, only for Kane to hit back from the spot.",
            Kind::Order,
            "put the Dutch ahead",
            ("Simons", "Gakpo"),
        ),
        (
            MARACANA,
            "Friaça put Brazil in front, only for Schiaffino to reply.",
            Kind::Scorer,
            "Friaça",
            ("Friaça", "Zizinho"),
        ),
    ]);
}

#[test]
fn whoever_is_served_answers_nothing() {
    for words in [
        "Gakpo headed across goal, for Simons to score.",
        "Gakpo fired in a shot, only for Pickford to save.",
        "Gakpo headed in a cross, only for Stones to clear.",
    ] {
        let text = format!("{DORTMUND}\n\n{words}\n");
        assert!(contradicted(&text).is_empty(), "{words}: {:#?}", contradicted(&text));
    }
}

#[test]
fn whoever_forces_extra_time_makes_it_level() {
    for (head, right, wrong) in [
        (FINAL_66, "Weber forced extra time.", "Haller forced extra time."),
        (FINAL_66, "Weber sent the final into extra time.", "Peters sent the final into extra time."),
        (ROTTERDAM, "Wiltord took the game into extra time.", "Trezeguet took the game into extra time."),
    ] {
        holds(&format!("{head}\n\n{right}\n"), &[(Kind::Order, "extra time")]);
        let text = format!("{head}\n\n{wrong}\n");
        assert!(found(&text).iter().all(|(kind, ..)| *kind != Kind::Order), "{wrong}: {:#?}", found(&text));
    }
}

#[test]
fn whoever_snatches_victory_has_the_winner() {
    const ROSTOV: &str =
        "date 2018-07-03\nBelgium beat Japan 3-2 in Rostov-on-Don on Monday in the last 16 of the World Cup.";
    for victory in ["snatched victory", "snatched the win", "stole victory"] {
        holds(&format!("{ROSTOV}\n\nChadli {victory} in stoppage time.\n"), &[(Kind::Order, victory)]);
        let text = format!("{ROSTOV}\n\nFellaini {victory}.\n");
        assert!(found(&text).iter().all(|(kind, ..)| *kind != Kind::Order), "{victory}: {:#?}", found(&text));
    }
}
