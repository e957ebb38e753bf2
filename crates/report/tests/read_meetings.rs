//! How often the two sides of a match had met, in reports of it and in previews.

mod told;

use byline_report::claim::Kind;
use told::{both_ways, contradicted, found, holds};

const FINAL_1974: &str =
    "date 1974-07-06\nWest Germany and the Netherlands meet in the World Cup final in Munich tomorrow.";
const FINAL_2014: &str =
    "date 2014-07-12\nGermany and Argentina meet in the World Cup final in Rio de Janeiro on Sunday.";
const QUARTER_FINAL_2022: &str = "date 2022-12-08\nThe Netherlands and Argentina meet in the quarter-finals of the World Cup \
    at Lusail tomorrow.";

#[test]
fn what_had_never_been_is_told_of_the_eve() {
    for words in
        ["have never met at a World Cup", "have not met before at the finals", "have yet to meet at a World Cup"]
    {
        holds(&format!("{FINAL_1974}\n\nThe two countries {words}."), &[(Kind::HeadToHead, words)]);
        let again = format!("{FINAL_2014}\n\nThe two countries {words}.");
        assert_eq!(contradicted(&again).len(), 1, "{words}");
    }
}

#[test]
fn meetings_are_counted_up_to_the_match_to_come() {
    let kind = Kind::HeadToHead;
    both_ways(&[
        (FINAL_2014, "It is the seventh World Cup meeting of the two.", kind, "seventh", ("seventh", "eighth")),
        (FINAL_2014, "They have met six times at the World Cup.", kind, "met six times", ("six", "five")),
        (FINAL_2014, "It will be their third meeting in a World Cup final.", kind, "third", ("third", "second")),
        (FINAL_2014, "The sides have not met in a World Cup final since 1990.", kind, "since 1990", ("1990", "1986")),
        (FINAL_2014, "The teams last met at a World Cup in 2010.", kind, "last met", ("2010", "2006")),
        (QUARTER_FINAL_2022, "They last met in 2014 at a World Cup.", kind, "last met", ("2014", "2006")),
        (QUARTER_FINAL_2022, "Have they met? Five times at a World Cup.", kind, "Five times", ("Five", "Four")),
        (QUARTER_FINAL_2022, "The two have met just once in a World Cup final.", kind, "once", ("once", "twice")),
    ]);
}

#[test]
fn other_pairs_and_other_football_are_left_alone() {
    for words in [
        "Brazil and Germany had met only once at a World Cup before.",
        "They had met 20 times before in all matches.",
        "Klinsmann and Maradona never met in a World Cup final after that.",
        "Their only meeting in 2010 ended 4-0.",
        "The two have met in five friendlies.",
    ] {
        let told = found(&format!("{FINAL_2014}\n\n{words}"));
        assert!(told.iter().all(|(kind, ..)| *kind != Kind::HeadToHead), "{words}: {told:#?}");
    }
}
