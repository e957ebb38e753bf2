//! Matches to come told by their date, groups told by who is in them, and what the press of 1990 to 2025 showed.

mod told;

use byline_report::claim::Kind;
use told::{fails_at, holds};

const DRAWN: &str = "date 2025-12-06\nEngland learned their fate in Washington on Friday.\n";

#[test]
fn a_match_to_come_is_told_by_its_date() {
    let campaign = format!(
        "{DRAWN}\nEngland will play Ghana on June 23 at Gillette Stadium in Foxborough, before finishing the group stage \
         against Panama at MetLife Stadium in East Rutherford on June 27.\n"
    );
    holds(
        &campaign,
        &[(Kind::NextFixture, "play Ghana"), (Kind::NextFixture, "Foxborough"), (Kind::NextFixture, "East Rutherford")],
    );
    fails_at(&campaign, "June 23", "June 25", "June 25");
    fails_at(&campaign, "at Gillette Stadium in", "at Lincoln Financial Field in", "Lincoln Financial Field");
    fails_at(&campaign, "June 27", "June 29", "June 29");
    fails_at(&campaign, "against Panama", "against Haiti", "Haiti");
}

#[test]
fn dates_go_before_those_met_and_stand_in_lists() {
    let second = format!("{DRAWN}\nEngland's first game is on June 17 against Croatia.\n\nJune 23: England v Ghana\n");
    holds(&second, &[(Kind::NextFixture, "June 17"), (Kind::NextFixture, "June 23")]);
    fails_at(&second, "June 17 against", "June 15 against", "June 15");
    fails_at(&second, "June 23:", "June 21:", "June 21");
    let opening = format!("{DRAWN}\nEngland open their campaign in Arlington, Texas, on 17 June.\n");
    fails_at(&opening, "17 June", "15 June", "15 June");
}

#[test]
fn friendlies_and_what_may_be_are_no_appointment() {
    for sentence in [
        "England play Ghana in a friendly on March 26.",
        "England could meet Ghana on June 29.",
        "Tickets for England against Ghana go on sale on June 1.",
    ] {
        holds(&format!("{DRAWN}\n{sentence}\n"), &[]);
    }
}

#[test]
fn a_group_has_its_members() {
    let group = format!("{DRAWN}\nGroup L features Croatia, Ghana and Panama.\n");
    holds(&group, &[(Kind::Stage, "Croatia, Ghana and Panama")]);
    fails_at(&group, "Panama", "Qatar", "Qatar");
    let dortmund = "date 2024-06-19\nTurkey beat Georgia 3-1 in Dortmund on Tuesday in Group F, which also features \
        Portugal and the Czech Republic.\n";
    holds(dortmund, &[(Kind::Stage, "Portugal and the Czech Republic")]);
    fails_at(dortmund, "Portugal", "Spain", "Spain");
}

#[test]
fn a_score_in_brackets_is_of_the_team_before_it() {
    let wakrah = "date 2022-12-04\nJapan meet Croatia in the round of 16 on Monday.\n\nJapan won Group E, beating Germany (2-1) \
        and Spain (2-1) despite losing to Costa Rica (1-0).\n";
    holds(wakrah, &[(Kind::Score, "beating Germany (2-1"), (Kind::Score, "Spain (2-1")]);
    fails_at(wakrah, "Germany (2-1)", "Germany (3-1)", "3-1");
    fails_at(wakrah, "Spain (2-1)", "Spain (2-0)", "2-0");
    fails_at(wakrah, "Rica (1-0)", "Rica (2-0)", "2-0");
}

#[test]
fn two_scores_go_with_two_opponents() {
    let seogwipo = "date 2002-06-09\nBrazil went through in Group C with 2-1 and 4-0 wins over Turkey and China.\n";
    holds(seogwipo, &[(Kind::Score, "2-1"), (Kind::Score, "4-0 wins over Turkey and China")]);
}

#[test]
fn what_is_told_of_others_or_of_several_matches_is_no_mistake() {
    let whole = "date 2024-07-04\nEngland face Switzerland in the quarter-finals on Saturday after beating Slovakia 2-1.\n\n\
        Marc Guehi received his second yellow card of the tournament against Slovakia and is suspended.\n";
    holds(whole, &[]);
    let recife = "date 2014-06-30\nCosta Rica beat Greece 5-3 on penalties after a 1-1 draw in Recife on Sunday.\n\nCosta Rica \
        won Group D by overcoming Uruguay and Italy before holding England to a goalless draw.\n";
    holds(recife, &[(Kind::Score, "goalless draw")]);
    let lens = "date 2016-06-24\nCroatia meet Portugal in Lens on Saturday.\n\nCroatia beat two-time defending champions Spain \
        2-1 after a penalty by Sergio Ramos, saved by goalkeeper Danijel Subasic.\n";
    holds(lens, &[]);
    let naples = "date 1990-07-02\nEngland beat Cameroon 3-2 in Naples on Sunday. Cameroon is ousted in overtime, 3-2.\n\nThe \
        Africans came to Wembley seven months later, losing 2-0.\n";
    holds(naples, &[]);
    let third = "date 2022-12-04\nJapan meet Croatia on Monday.\n\nCroatia, which made it to the final in 2018, is playing in \
        the round of 16 for a third time.\n";
    holds(third, &[]);
    let busan = "date 2002-06-06\nFrance drew 0-0 with Uruguay in Busan on Thursday.\n\nIt was a clash of two sides whose 1-1 \
        draw leaves both within sight of the next round.\n";
    holds(busan, &[]);
}
