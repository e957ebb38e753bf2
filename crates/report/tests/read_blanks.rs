//! Sides that scored no goal or let none in, and who led a team out.

mod told;

use byline_report::claim::Kind;
use told::{both_ways, found, holds};

const RIO: &str = "date 2014-07-14\nGermany beat Argentina 1-0 after extra time in the World Cup final in Rio de Janeiro on \
    Sunday. Mario Gotze scored in the 113th minute.";

#[test]
fn who_scored_none_and_who_let_none_in() {
    both_ways(&[
        (RIO, "Manuel Neuer kept a clean sheet.", Kind::Result, "a clean sheet", ("Manuel Neuer", "Sergio Romero")),
        (RIO, "Argentina failed to score.", Kind::Result, "failed to score", ("Argentina", "Germany")),
    ]);
    for words in [
        "Argentina had drawn a blank against the Netherlands.",
        "Argentina failed to score against the Dutch in the semi-final.",
        "Germany did not concede against the United States.",
    ] {
        holds(&format!("{RIO}\n\n{words}"), &[(Kind::Result, "against")]);
    }
}

#[test]
fn a_part_of_a_match_is_another_thing() {
    for words in [
        "Germany failed to score in normal time.",
        "Germany did not concede in the second half.",
        "Germany could not score until the 113th minute.",
        "Romero kept a clean sheet for 112 minutes.",
        "Muller failed to score.",
    ] {
        let told = found(&format!("{RIO}\n\n{words}"));
        assert!(told.iter().all(|(kind, ..)| *kind != Kind::Result), "{words}: {told:#?}");
    }
}

#[test]
fn who_captained_a_team() {
    for words in ["Philipp Lahm captained Germany", "Lionel Messi captained his country"] {
        holds(&format!("{RIO}\n\n{words}."), &[(Kind::Role, words)]);
    }
    let told = found(&format!("{RIO}\n\nThomas Muller captained Germany."));
    assert!(told.iter().all(|(kind, ..)| *kind != Kind::Role), "{told:#?}");
}
