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

/// A table as papers print it, before the last matches of its group.
const LINES: &str = "date 2018-06-27\nGroup F is settled today: Germany meet South Korea in Kazan.\n\nMexico P2 Pts 6 GD +2\nGermany P2 \
    Pts 3 GD 0\nSweden P2 Pts 3 GD 0\nSouth Korea P2 Pts 0 GD -2\n";

#[test]
fn lines_of_a_table() {
    holds(LINES, &[(Kind::Table, "Mexico P2 Pts 6 GD +2"), (Kind::Table, "South Korea P2 Pts 0 GD -2")]);
    fails(LINES, &[("Mexico P2 Pts 6", "Mexico P2 Pts 4"), ("Pts 0 GD -2", "Pts 0 GD -3")]);
}

#[test]
fn points_without_the_word() {
    let text = "date 1996-06-20\nThe groups of Euro 96 are done.\n\nFrance, unbeaten, finish top with seven. Spain went through \
        second with five.\n";
    holds(text, &[(Kind::Table, "with seven"), (Kind::Table, "with five")]);
    fails(text, &[("top with seven", "top with nine")]);
}

#[test]
fn points_of_a_side_at_the_head_of_a_group_that_goes_on() {
    let aveiro = "date 2004-06-19\nThe Czech Republic beat the Netherlands 3-2 in Aveiro on Saturday.\n\nThe Czechs lead the group with \
        six points.\n";
    holds(aveiro, &[(Kind::Table, "six points")]);
    fails(aveiro, &[("six points", "seven points")]);
}

/// Who won two of two in the second round has four points, whatever the first groups were like.
#[test]
fn a_second_round_of_groups_has_tables_of_its_own() {
    let barcelona = "date 1982-07-06\nItaly beat Brazil 3-2 in Barcelona on Monday and are in the semi-finals of the World \
        Cup.\n\nPaolo Rossi scored three goals, and Socrates and Falcao replied.\n\nItaly top the group with four \
        points.\n\nItaly have four points.\n";
    is_silent(barcelona, &[("Italy top the group", "They top the group")]);
    holds(barcelona, &[]);
}

#[test]
fn points_that_a_match_made() {
    let cape_town = "date 2010-06-25\nThe Netherlands beat Cameroon 2-1 in Cape Town on Thursday.\n\nThe Netherlands made it nine \
        points from nine.\n";
    holds(cape_town, &[(Kind::Table, "nine points")]);
    fails(cape_town, &[("nine points from nine", "seven points from nine")]);
    let donetsk = "date 2012-06-20\nEngland beat Ukraine 1-0 in Donetsk on Tuesday and won Group D.\n\nEngland made it seven points \
        from nine.\n";
    holds(donetsk, &[(Kind::Table, "seven points")]);
    fails(donetsk, &[("seven points from nine", "nine points from nine")]);
}
