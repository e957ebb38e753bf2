//! What the press of 1990 to 2022 showed.

mod told;

use byline_report::claim::Kind;
use told::{fails_at, holds};

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
