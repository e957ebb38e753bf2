//! Places and points in a group.

mod told;

use byline_report::claim::Kind;
use told::{fails, holds, is_silent};

const DEATH: &str = "date 2014-06-25\nCosta Rica ended the first round at the head of Group D on Tuesday after a goalless draw with \
    England in Belo Horizonte.\n\nFinal standings: Costa Rica 7, Uruguay 6, Italy 3, England 1.\n\nEngland propped up the \
    table with a single point.\n";

#[test]
fn a_place_at_the_head_and_a_table_in_one_sentence() {
    holds(
        DEATH,
        &[
            (Kind::Table, "head of Group D"),
            (Kind::Table, "Costa Rica 7, Uruguay 6, Italy 3, England 1"),
            (Kind::Table, "propped up the table"),
            (Kind::Table, "a single point"),
        ],
    );
    fails(DEATH, &[("Italy 3", "Italy 4")]);
    is_silent(DEATH, &[("ended the first round", "could have ended the first round")]);
}

const ICELAND: &str = "date 2016-06-28\nIceland beat England 2-1 in Nice on Monday to reach the quarter-finals.\n\nIceland came \
    through Group F in second place, unbeaten with five points, two ahead of Portugal.\n";

#[test]
fn a_place_after_the_group_and_a_gap() {
    holds(
        ICELAND,
        &[(Kind::Table, "in second place"), (Kind::Table, "five points"), (Kind::Table, "two ahead of Portugal")],
    );
    fails(ICELAND, &[("in second place", "in third place"), ("five points", "seven points")]);
}

/// Points of several tournaments are of no group.
#[test]
fn points_of_more_than_a_group_are_left_alone() {
    holds(
        "date 2004-07-05\nGreece beat Portugal 1-0 in Lisbon on Sunday to win Euro 2004, Angelos Charisteas scoring in the \
         57th minute.\n\nIn six games they had taken a single point, and at USA 94 they lost all three matches.\n",
        &[],
    );
}
