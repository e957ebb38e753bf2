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

#[test]
fn a_score_is_of_the_only_team_named_for_it() {
    let oita = "date 2002-06-16\nSenegal beat Sweden 2-1 in Oita on Sunday with a golden goal.\n\nSenegal, who opened with a \
        stunning 1-0 upset of champions France, now face either Turkey or Japan.\n";
    holds(oita, &[(Kind::Score, "1-0 upset of champions France")]);
    fails_at(oita, "stunning 1-0 upset", "stunning 2-0 upset", "2-0 upset");
    let list = "date 2002-06-08\nSenegal, Denmark, France and Uruguay have played twice in Group A.\n\nFollowing a 2-1 win over \
        Uruguay and a 1-1 draw with Senegal, Denmark lead the group.\n";
    holds(list, &[(Kind::Score, "2-1 win over Uruguay")]);
    fails_at(list, "a 2-1 win", "a 3-1 win", "3-1 win");
    let last = "date 2024-07-05\nEngland meet Switzerland in Dusseldorf on Saturday.\n\nThe Swiss beat Italy in their last-16 \
        tie, winning 2-0.\n";
    holds(last, &[(Kind::Score, "winning 2-0")]);
    fails_at(last, "winning 2-0", "winning 3-0", "winning 3-0");
    let defiant = "date 2024-07-05\nEngland meet Switzerland in Dusseldorf on Saturday.\n\nEngland squeezed past a defiant \
        Slovakia team, coming from behind to win 2-1.\n";
    holds(defiant, &[(Kind::Score, "win 2-1")]);
}

#[test]
fn a_group_nobody_named_was_in_is_wrong_before_a_later_match() {
    let eve = "date 2024-07-05\nEngland meet Switzerland in Dusseldorf on Saturday.\n\nEngland beat Slovakia in the last 16 after \
        topping Group C.\n";
    holds(eve, &[(Kind::Table, "topping Group C")]);
    fails_at(eve, "Group C", "Group B", "Group B");
    holds(
        "date 2025-12-06\nEngland were drawn with Croatia.\n\nTopping the group would mean a match in Atlanta.\n",
        &[],
    );
    let points = "date 2016-06-24\nSwitzerland meet Poland in Saint-Etienne on Saturday.\n\nSwitzerland finished as runners-up, \
        collecting five points from their three games in the group.\n";
    holds(points, &[(Kind::Table, "five points")]);
    fails_at(points, "five points", "four points", "four points");
}

#[test]
fn places_of_matches_to_come_and_of_the_match_are_held() {
    let bracket = "date 2021-06-24\nThe last 16 is complete.\n\nWales vs Denmark (June 26, Amsterdam), Italy vs Austria (June 26, \
        London) and Sweden vs Ukraine (June 29, Glasgow).\n";
    holds(bracket, &[(Kind::NextFixture, "Amsterdam"), (Kind::NextFixture, "London"), (Kind::NextFixture, "June 29")]);
    fails_at(bracket, "London", "Rome", "Rome");
    fails_at(bracket, "June 29", "June 27", "June 27");
    fails_at(bracket, "Ukraine", "Poland", "Poland");
    let line = "date 2021-06-24\nThe last 16 is complete.\n\nSunday\n\nItaly vs. Austria, Wembley\n\nBelgium vs. Portugal, Seville\n";
    holds(line, &[]);
    fails_at(line, "Portugal", "France", "Belgium vs. France");
    let eve = "date 2021-06-25\nWales are to face Denmark in the last 16 of Euro 2020 in Amsterdam on Saturday.\n";
    holds(eve, &[(Kind::NextFixture, "Amsterdam")]);
    fails_at(eve, "Amsterdam", "London", "London");
    let wakrah = "date 2022-12-04\nJapan will play Croatia in the last 16 at the World Cup in Al Wakrah on Monday.\n";
    holds(wakrah, &[(Kind::NextFixture, "Wakrah")]);
    fails_at(wakrah, "Al Wakrah", "Lusail", "Lusail");
    let dortmund = "date 2024-06-18\nTurkey beat Georgia 3-1.\n\nThe two teams met in Dortmund, where Georgia played their first \
        match of a finals.\n";
    holds(dortmund, &[(Kind::Venue, "Dortmund")]);
    fails_at(dortmund, "Dortmund", "Leipzig", "Leipzig");
}

#[test]
fn who_was_beaten_in_a_final_lost_that_match() {
    let eve = "date 2021-06-25\nDenmark face Wales in Amsterdam on Saturday.\n\nAnd so they come to the Netherlands with memories \
        of the trophy won in 1992, defeating Germany in the final in Gothenburg.\n";
    holds(eve, &[(Kind::NextFixture, "Amsterdam")]);
}

#[test]
fn who_hands_a_defeat_has_won() {
    let doha = "date 2022-12-04\nThe Netherlands beat the United States 3-1 in Al Rayyan on Saturday.\n\nIn the quarter-finals \
        the Netherlands will meet Argentina, who handed Australia a 2-1 defeat.\n";
    holds(doha, &[(Kind::Score, "handed Australia a 2-1")]);
    fails_at(doha, "a 2-1 defeat", "a 3-1 defeat", "3-1");
}

#[test]
fn the_last_of_those_seen_off_was_beaten_last() {
    let munich = "date 2006-07-05\nPortugal meet France in Munich on Wednesday.\n\nPortugal saw off European heavyweights \
        Netherlands and England to reach the last four.\n";
    holds(munich, &[(Kind::Result, "Netherlands")]);
    let leon = "date 2010-06-15\nBelgium beat the Soviet Union 4-3 in Leon on 15 June 1986.\n\nThe two met with a place in the \
        last eight at stake.\n";
    holds(leon, &[]);
}

#[test]
fn a_team_may_be_told_by_who_leads_it() {
    let doha = "date 2022-12-04\nThe Netherlands beat the United States 3-1 in Al Rayyan on Saturday.\n\nThe Netherlands will now \
        face Lionel Messi's Argentina in the quarter-finals.\n\nArgentina lost to Saudi Arabia in the group.\n";
    holds(doha, &[(Kind::NextFixture, "Argentina"), (Kind::NextFixture, "quarter-finals")]);
    fails_at(doha, "Lionel Messi's Argentina", "Luka Modric's Croatia", "Croatia");
}

#[test]
fn a_day_of_the_week_goes_with_its_date() {
    let doha = "date 2022-12-04\nOn Saturday, 3 December, the Netherlands beat the United States 3-1.\n\nThe World Cup of 1966 \
        ended on Saturday, July 30, 1966.\n";
    holds(doha, &[]);
    fails_at(doha, "3 December", "5 December", "5 December");
    fails_at(doha, "July 30, 1966", "July 31, 1966", "July 31");
}

#[test]
fn of_several_beaten_one_may_not_have_been() {
    let leon = "date 1986-06-16\nBelgium beat the Soviet Union 4-3 in Leon on Sunday.\n\nThe Soviet Union had won Group C with \
        wins against Canada and Hungary.\n";
    holds(leon, &[(Kind::Result, "wins against Canada and Hungary")]);
    fails_at(leon, "and Hungary", "and France", "France");
    let munich = "date 2024-07-04\nEngland and Switzerland meet on Saturday after England beat Slovakia and the Swiss beat \
        Italy.\n";
    holds(munich, &[(Kind::Result, "beat Slovakia"), (Kind::Result, "beat Italy")]);
    fails_at(munich, "Slovakia", "Slovenia", "Slovenia");
    let rayyan = "date 2022-11-25\nIran beat Wales 2-0 in Al Rayyan on Friday.\n\nBoth had dropped points, Iran thrashed by \
        England and Wales holding the United States to a draw.\n";
    holds(rayyan, &[(Kind::Result, "thrashed by England")]);
    let eve = "date 2024-07-05\nEngland meet Switzerland in Dusseldorf on Saturday.\n\nThe Swiss dismantled Italy in their last-16 \
        tie.\n";
    holds(eve, &[(Kind::Result, "dismantled Italy")]);
}

#[test]
fn the_day_of_a_next_match_is_not_that_of_the_last() {
    let oita = "date 2002-06-16\nSenegal beat Sweden 2-1 in Oita.\n\nThey now face either Turkey or Japan on Sunday in Osaka.\n";
    let dates: Vec<_> =
        told::found(oita).into_iter().filter(|(kind, words, _)| *kind == Kind::Date && words == "Sunday").collect();
    assert_eq!(dates, []);
}

#[test]
fn the_evening_after() {
    let naples = "date 1980-06-23\nCzechoslovakia beat Italy 9-8 on penalties in Naples on Saturday after a 1-1 draw, Antonin Panenka \
        and Jozef Barmos among the takers.\n\nLadislav Jurkemik and Francesco Graziani had scored.\n\nWest Germany beat Belgium 2-1 \
        in the final the following evening.\n";
    holds(naples, &[(Kind::Date, "the following evening")]);
    let turin = "date 1990-07-05\nWest Germany beat England 4-3 on penalties in Turin on Wednesday after a 1-1 draw.\n\nAndreas \
        Brehme and Gary Lineker scored.\n\nArgentina had beaten Italy on penalties in Naples the previous evening.\n";
    holds(turin, &[(Kind::Date, "the previous evening")]);
}

#[test]
fn who_was_held_did_not_lose() {
    let told = told::found("date 2012-06-24\nEngland meet Italy in Kiev tonight.\n\nEngland had held France 2-1.\n");
    assert!(!told.iter().any(|(kind, words, _)| *kind == Kind::Score && words.contains("2-1")), "{told:#?}");
}
