//! What was so on no day of a tournament: counts of matches, points and places that no team near came to at any time are
//! contradicted, whichever day is meant; what was so on some day is not.

mod told;

use byline_report::claim::Kind;
use told::{contradicted, fails, holds};

const SLOVAKIA: &str = "date 2010-06-25\nSlovakia beat Italy 3-2 in Johannesburg on Thursday to reach the last 16.\n\nRobert Vittek \
    scored twice for Slovakia, and Italy are out.\n\nNew Zealand held Paraguay 0-0 in Polokwane and leave unbeaten after three draws, third in Group F.\n";

#[test]
fn a_place_and_draws_a_team_never_had() {
    holds(SLOVAKIA, &[(Kind::Streak, "unbeaten after three draws"), (Kind::Table, "third in Group F")]);
    fails(SLOVAKIA, &[("unbeaten after three draws", "unbeaten after four draws")]);
    let text = "date 2010-06-27\nGhana beat the United States 2-1 after extra time in Rustenburg on Saturday.\n\nIn the other half \
        of the draw New Zealand have gone home unbeaten, third in Group F.\n";
    fails(text, &[("third in Group F", "first in Group F")]);
}

#[test]
fn wins_in_a_group_a_team_never_had() {
    let text = "date 2008-06-21\nTurkey beat Croatia on penalties in Vienna on Friday.\n\nCroatia had won all three in \
        Group B, Germany among their victims.\n";
    holds(text, &[(Kind::Streak, "won all three")]);
    fails(text, &[("won all three", "won all four")]);
}

#[test]
fn what_was_so_on_the_way_is_left_alone() {
    // After two matches Slovakia were last with a point.
    let text = "date 2010-06-25\nSlovakia beat Italy 3-2 in Johannesburg on Thursday to reach the last 16.\n\nVladimir Weiss's \
        men had been fourth in Group F, with one point from two games.\n";
    assert_eq!(contradicted(text), []);
    // Meetings of two teams are no matches of a tournament.
    let text = "date 2018-07-14\nFrance meet Croatia in the final in Moscow tomorrow.\n\nCroatia have never beaten France in \
        five meetings: three defeats and two draws.\n";
    assert_eq!(contradicted(text), []);
    // A second group has points of its own.
    let text = "date 1982-07-06\nItaly beat Brazil 3-2 in Barcelona on Monday.\n\nItaly go through to meet Poland with four \
        points.\n";
    assert_eq!(contradicted(text), []);
}

#[test]
fn a_year_in_which_it_was_not() {
    let text = "date 2018-06-28\nSouth Korea beat Germany 2-0 in Kazan on Wednesday and the holders are out.\n\nGermany have not \
        won a knock-out match at a World Cup since 2014.\n";
    fails(text, &[("since 2014", "since 2010")]);
}

/// More goals than anybody near has scored by now are nobody's.
#[test]
fn a_goal_nobody_near_can_have_scored() {
    let text = "date 2010-06-25\nSlovakia beat Italy 3-2 in Johannesburg on Thursday to reach the last 16.\n\nRobert Vittek, given the \
        ball by Daniele De Rossi, put Slovakia in front and late on stole in ahead of Giorgio Chiellini for his third goal of \
        the competition.\n";
    holds(text, &[(Kind::Tally, "his third goal of the competition")]);
    fails(text, &[("his third goal", "his fourth goal")]);
    let text = "date 2014-06-22\nGermany drew 2-2 with Ghana in Fortaleza on Saturday.\n\nGhana led until Miroslav Klose came on and \
        scored his 15th World Cup goal.\n";
    holds(text, &[(Kind::Tally, "his 15th World Cup goal")]);
    fails(text, &[("his 15th World Cup goal", "his 16th World Cup goal")]);
    // A goal that is counted over everybody's.
    let text = "date 2002-06-19\nSouth Korea beat Italy 2-1 with a golden goal in Daejeon on Tuesday.\n\nAhn Jung-hwan's golden goal \
        was the second of this tournament and the third golden goal of the World Cup.\n";
    assert_eq!(contradicted(text), []);
}

#[test]
fn a_title_of_a_year_named() {
    let text = "date 1994-07-18\nBrazil beat Italy 3-2 on penalties in the World Cup final in Pasadena on Sunday after a goalless \
        draw.\n\nBrazil's third triumph, in 1970, was against Italy too. Italy's second title, in 1938, came in Paris.\n";
    holds(text, &[(Kind::Title, "Brazil's third triumph"), (Kind::Title, "Italy's second title")]);
    fails(text, &[("third triumph", "fourth triumph"), ("second title", "third title")]);
}
