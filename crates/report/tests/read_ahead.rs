//! What comes next, with somebody who plays no more or who has another match before him.

mod told;

use byline_report::claim::Kind;
use told::{contradicted, fails, fails_at, holds};

const LAST_DAY: &str = "date 2008-06-16\nTurkey beat the Czech Republic 3-2 in Geneva on Sunday to reach the quarter-finals.\n\n\
    They meet Croatia in Vienna on Friday.\n";

#[test]
fn of_the_side_that_plays_on() {
    holds(LAST_DAY, &[(Kind::NextFixture, "Croatia")]);
    fails(LAST_DAY, &[("They meet Croatia", "They meet Germany")]);
}

#[test]
fn who_is_met_stands_before_the_verb() {
    let text = "date 2018-07-03\nBelgium beat Japan 3-2 in Rostov on Monday with three goals in the \
        last quarter of the match.\n\nJapan had led by two. Nacer Chadli scored the winner for Belgium.\n\nBrazil, 2-0 winners over Mexico, are next, in Kazan \
        on Friday.\n";
    holds(text, &[(Kind::NextFixture, "Brazil")]);
    fails(text, &[("Brazil, 2-0 winners over Mexico,", "Poland, 2-0 winners over Mexico,")]);
}

#[test]
fn a_team_that_is_out_meets_nobody() {
    let text = "date 2012-06-24\nEngland meet Italy in Kyiv tonight in the quarter-final of Euro 2012.\n\nPortugal meet Spain on \
        Wednesday.\n";
    holds(text, &[(Kind::NextFixture, "Spain")]);
    fails(text, &[("Portugal meet Spain", "Denmark meet Spain")]);
    // "Who put four past Uruguay, face …": of another clause.
    let text = "date 1966-07-24\nPortugal beat North Korea 5-3 at Goodison Park on Saturday.\n\nTomorrow West Germany, who put \
        four past Uruguay, face the Soviet Union.\n";
    assert_eq!(contradicted(text), []);
}

#[test]
fn a_list_of_a_round_up() {
    let text = "date 1996-06-20\nThe quarter-finals of Euro 96 are known.\n\nSat: Spain-England, France-Holland. Sun: \
        Germany-Croatia at Old Trafford, Czechs-Portugal at Villa Park.\n";
    holds(text, &[(Kind::NextFixture, "Germany-Croatia"), (Kind::NextFixture, "Czechs-Portugal")]);
    fails(text, &[("Germany-Croatia", "Italy-Croatia"), ("Czechs-Portugal", "Czechs-Romania")]);
}

#[test]
fn the_next_opponents_of_a_side() {
    let story = "date 1966-07-24\nPortugal beat North Korea 5-3 at Goodison Park on Saturday to reach the World Cup semi-finals.\n\n";
    let next = format!("{story}England are Portugal's next opponents.\n");
    holds(&next, &[(Kind::NextFixture, "England")]);
    fails_at(&next, "England are", "Mexico are", "Mexico");
    let dated = format!("{story}Their opponents on Tuesday are England.\n");
    holds(&dated, &[(Kind::NextFixture, "England")]);
    fails_at(&dated, "are England", "are Hungary", "Hungary");
    // Opponents of the past, and of a day further off.
    for words in [
        "Portugal's opponents on Tuesday were Bulgaria.",
        "Their opponents on Tuesday were Brazil.",
        "Their opponents on Saturday week may be West Germany.",
    ] {
        holds(&format!("{story}{words}\n"), &[]);
    }
}
