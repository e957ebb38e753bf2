//! Facts of daily reports with one of them changed: groups, rounds, cards, minutes, counts, "first since".

mod told;

use byline_record::ask::Verdict;
use byline_report::claim::Kind;
use told::{contradicted, fails, fails_at, found, holds, is_silent};

const PRETORIA: &str = "date 2010-06-13\nGhana beat 10-man Serbia 1-0 in Sunday's Group D World Cup match in Pretoria, a late \
    Asamoah Gyan penalty settling it.\n\nAleksandar Lukovic was sent off for a second yellow card.\n\nSerbia were reduced to \
    10 men with a quarter of an hour left.\n\n\"We are proud,\" said the 24-year-old Gyan.\n";

#[test]
fn a_group_is_that_of_the_match_wherever_its_noun_stands() {
    holds(PRETORIA, &[(Kind::Stage, "Group D")]);
    fails_at(PRETORIA, "Group D World Cup match", "Group C World Cup match", "Group C");
    let opening = "date 2016-06-14\nAustria, who were unbeaten in 10 qualifying games, were beaten 2-0 by Hungary in the opening \
        match of Euro 2016 Group F.\n\nAdam Szalai and Zoltan Stieber scored in the second half in Bordeaux.\n";
    holds(opening, &[(Kind::Stage, "Group F"), (Kind::Score, "beaten 2-0 by Hungary")]);
    fails_at(opening, "Group F", "Group E", "Group E");
    fails_at(opening, "beaten 2-0", "beaten 3-0", "beaten 3-0");
    let munich = "date 2024-06-20\nLuka Jovic headed in at the end as Serbia saved a draw against Slovenia in an entertaining \
        Group C clash in Munich on Thursday.\n";
    holds(munich, &[(Kind::Stage, "Group C")]);
    fails_at(munich, "Group C clash", "Group B clash", "Group B");
}

#[test]
fn a_group_none_of_those_named_was_in_is_wrong() {
    let gelsenkirchen = "date 2006-06-10\nEcuador made a fine start to the World Cup against Group A rivals Poland, winning 2-0 \
        in Gelsenkirchen on Friday.\n";
    holds(gelsenkirchen, &[(Kind::Stage, "Group A rivals Poland")]);
    fails_at(gelsenkirchen, "Group A", "Group B", "Group B");
    let cologne = "date 2006-06-27\nSwitzerland 0 Ukraine 0 (after extra time, Ukraine win 3-0 on penalties)\n\nSwitzerland had \
        come through Group G unbeaten.\n";
    holds(cologne, &[]);
    fails_at(cologne, "Group G", "Group H", "Group H");
    // Whoever is met may be of any.
    is_silent(cologne, &[("had come through Group G unbeaten", "hoped to face the best of Group H")]);
    let munich = "date 2024-06-20\nLuka Jovic's late header gave Serbia a 1-1 draw with Slovenia in Munich on Thursday.\n\nGareth \
        Southgate's side are now sure to go through as Group C winners if they beat Denmark.\n";
    holds(munich, &[]);
    fails_at(munich, "Group C winners", "Group D winners", "Group D");
    // Theirs as well, and no place of England.
    let budapest = "date 2021-06-27\nThe Czech Republic beat the Netherlands 2-0 in Budapest on Sunday. The Czechs, who had only \
        come out of England's Group D in third place, now face Denmark.\n";
    holds(budapest, &[(Kind::NextFixture, "Denmark")]);
}

#[test]
fn what_a_side_has_on_the_day_is_known() {
    let text = "date 2018-06-15\nUruguay beat Egypt 1-0 in Yekaterinburg on Friday. Uruguay now have three points in Group A.\n";
    holds(text, &[(Kind::Table, "three points")]);
    fails_at(text, "three points", "four points", "four points");
}

#[test]
fn a_round_still_to_be_played_is_not_behind() {
    let text = "date 2018-07-03\nSweden are through to the World Cup quarter-finals after beating Switzerland in St \
        Petersburg.\n";
    holds(text, &[(Kind::Progress, "through to the World Cup quarter-finals")]);
    fails_at(text, "quarter-finals", "semi-finals", "semi-finals");
}

#[test]
fn a_first_since_is_wrong_where_they_came_as_far_in_between() {
    let text = "date 2018-07-03\nSweden beat Switzerland 1-0 on Tuesday to reach their first World Cup quarter-final since \
        1994.\n";
    holds(text, &[(Kind::FirstSince, "since 1994")]);
    fails_at(text, "since 1994", "since 1958", "since 1958");
    fails_at(text, "since 1994", "since 2002", "since 2002");
    let wins = "date 2018-06-28\nTunisia beat Panama 2-1 in Saransk on Thursday. It was Tunisia's first victory at a World Cup \
        since 1978.\n";
    holds(wins, &[(Kind::FirstSince, "since 1978")]);
    fails_at(wins, "since 1978", "since 1998", "since 1998");
    // Before there were quarter-finals whoever went further reached none.
    let first = "date 2004-06-23\nDenmark drew 2-2 with Sweden in Porto on Tuesday. Denmark have reached the quarter-finals of the \
        European Championship for the first time.\n";
    assert_eq!(contradicted(first), []);
    // A man of a country is not its side.
    let led = "date 2010-06-30\nParaguay beat Japan 5-3 on penalties in Pretoria on Tuesday after a 0-0 draw. Martino wept: the \
        Argentinian led his adopted nation to their first World Cup quarter-final.\n";
    assert_eq!(contradicted(led), []);
}

#[test]
fn how_often_a_team_took_part() {
    let text = "date 2018-06-28\nTunisia beat Panama 2-1 in Saransk on Thursday.\n\nMaking their fifth World Cup appearance, \
        Tunisia came from behind.\n";
    holds(text, &[(Kind::Tally, "fifth World Cup appearance")]);
    fails_at(text, "fifth World Cup", "fourth World Cup", "fourth World Cup appearance");
}

#[test]
fn who_came_third() {
    let text =
        "date 1998-07-12\nCroatia beat the Netherlands 2-1 in Paris on Saturday to finish third at the World Cup.\n";
    holds(text, &[(Kind::Stage, "finish third")]);
    fails_at(text, "finish third", "finish fourth", "finish fourth");
}

#[test]
fn a_red_card_is_straight_or_for_a_second_caution() {
    holds(PRETORIA, &[(Kind::Card, "second yellow"), (Kind::Card, "10 men")]);
    fails_at(PRETORIA, "for a second yellow card", "for a straight red card", "straight red");
    fails_at(PRETORIA, "to 10 men", "to nine men", "nine men");
    let munich = "date 2006-06-21\nIvory Coast came from two goals down to beat Serbia and Montenegro 3-2 in Munich on \
        Wednesday.\n\nAlbert Nadj's 46th-minute dismissal turned the match.\n";
    holds(munich, &[(Kind::Order, "two goals down"), (Kind::Minute, "46th-minute")]);
    fails_at(munich, "46th-minute", "56th-minute", "56th-minute");
    fails_at(munich, "two goals down", "three goals down", "three goals down");
}

#[test]
fn an_age_before_a_name_is_his() {
    holds(PRETORIA, &[(Kind::Age, "24-year-old")]);
    fails_at(PRETORIA, "24-year-old", "28-year-old", "28-year-old");
}

#[test]
fn what_comes_next_leaves_the_match_beyond_doubt() {
    let text = "date 2018-07-03\nSweden beat Switzerland 1-0 in St Petersburg.\n\nEmil Forsberg's second-half strike, the only \
        goal of the game, set up a last-eight clash with either Colombia or England, who play each other tonight.\n";
    holds(text, &[(Kind::Minute, "second-half")]);
    fails_at(text, "second-half strike", "first-half strike", "first-half");
    let saransk = "date 2018-06-28\nTunisia beat Panama 2-1 in Saransk on Thursday.\n\nWahbi Khazri scored from close range \
        after 66 minutes.\n";
    holds(saransk, &[(Kind::Minute, "after 66 minutes")]);
    fails_at(saransk, "after 66 minutes", "after 86 minutes", "after 86 minutes");
}

#[test]
fn words_of_the_clock_belong_to_the_goal_of_their_clause() {
    let paris = "date 1998-07-11\nCroatia beat Holland 2-1 on Saturday.\n\nRobert Prosinecki opened the scoring in the 14th minute \
        and Dutch pressure was rewarded in the 22nd when winger Boudewijn Zenden equalised.\n";
    holds(paris, &[(Kind::Minute, "in the 14th minute"), (Kind::Minute, "in the 22nd")]);
    fails_at(paris, "in the 14th minute", "in the 4th minute", "in the 4th minute");
    let munich = "date 2006-06-21\nIvory Coast beat Serbia and Montenegro 3-2 in Munich on Wednesday through Bonaventure Kalou's \
        penalty shot in the 86th minute.\n";
    holds(munich, &[(Kind::Minute, "in the 86th minute")]);
    fails_at(munich, "in the 86th minute", "in the 66th minute", "in the 66th minute");
    let wroclaw = "date 2012-06-12\nThe Czech Republic beat Greece 2-1 in Wroclaw on Tuesday.\n\nIn the third minute, the Czechs' \
        Petr Jiracek opened the scoring with the first chance.\n";
    holds(wroclaw, &[(Kind::Minute, "In the third minute")]);
    fails_at(wroclaw, "In the third minute", "In the 33rd minute", "In the 33rd minute");
    let bordeaux = "date 2016-06-14\nHungary beat Austria 2-0 in Bordeaux on Tuesday.\n\nSubstitute Zoltan Stieber secured victory \
        three minutes from the end.\n";
    holds(bordeaux, &[(Kind::Scorer, "Stieber"), (Kind::Minute, "three minutes from the end")]);
    fails_at(bordeaux, "three minutes from the end", "thirteen minutes from the end", "thirteen minutes");
    // An American ordinal.
    let port = "date 2010-07-11\nGermany beat Uruguay 3-2 in Port Elizabeth on Saturday. Sami Khedira scored in the 82d minute.\n";
    holds(port, &[(Kind::Minute, "in the 82d minute")]);
    fails_at(port, "82d", "72d", "72d");
}

#[test]
fn a_goal_of_a_side_is_counted_over_that_side() {
    let text = "date 2022-11-25\nSenegal beat Qatar 3-1 in Doha on Friday.\n\nBoulaye Dia scored Senegal's first goal of the \
        tournament in the 41st minute.\n\nBamba Dieng scored Senegal's third goal.\n";
    holds(text, &[(Kind::Tally, "first goal of the tournament"), (Kind::Order, "Senegal's third")]);
    fails_at(text, "Senegal's first goal", "Senegal's second goal", "Senegal's second goal");
    fails_at(text, "Senegal's third", "Senegal's fourth", "Senegal's fourth");
}

#[test]
fn a_place_is_told_in_a_city_of_a_country_and_by_a_ground() {
    let daegu = "date 2002-06-30\nTurkey beat South Korea 3-2. On Saturday night, in the South Korean city of Daegu, Hakan Sukur \
        scored the fastest goal of all.\n";
    holds(daegu, &[(Kind::Venue, "Daegu")]);
    fails_at(daegu, "city of Daegu", "city of Busan", "Busan");
    let munich = "date 2024-06-20\nSerbia drew 1-1 with Slovenia at the Allianz Arena on Thursday.\n";
    holds(munich, &[(Kind::Venue, "Allianz Arena")]);
    fails(munich, &[("the Allianz Arena", "the Volksparkstadion")]);
}

/// The statements of a text that stand confirmed, of a kind.
fn confirmed(text: &str, kind: Kind) -> Vec<String> {
    let all = found(text).into_iter().filter(|(of, _, verdict)| *of == kind && *verdict == Verdict::Confirmed);
    all.map(|(_, words, _)| words).collect()
}

#[test]
fn what_never_stood_is_no_running_score() {
    let text = "date 2018-07-03\nSweden beat Switzerland 1-0 in St Petersburg. In the end the Swiss were lucky to not be 2-0 \
        down.\n";
    assert_eq!(contradicted(text), []);
    let kicks = "date 2010-06-30\nParaguay beat Japan 5-3 on penalties in Pretoria on Tuesday after a 0-0 draw. The shoot-out was \
        3-2 to Paraguay when Yuichi Komano stepped up.\n";
    assert_eq!(contradicted(kicks), []);
}

#[test]
fn the_subject_of_a_goal_is_who_stands_beside_its_verb() {
    let wroclaw = "date 2012-06-12\nThe Czech Republic beat Greece 2-1 in Wroclaw on Tuesday. Two up thanks to goals from Petr \
        Jiracek and Vaclav Pilar, Greece pulled one back through Theofanis Gekas.\n";
    assert_eq!(contradicted(wroclaw), []);
    let gelsenkirchen = "date 2006-06-09\nEcuador beat Poland 2-0 in Gelsenkirchen. Agustin Delgado set up a first-half goal and added \
        his own in the 80th minute to quiet the pro-Poland crowd with a 2-0 victory.\n";
    holds(gelsenkirchen, &[(Kind::Minute, "in the 80th minute")]);
    // Who gave the penalty away did not score it.
    let daegu = "date 2002-06-06\nSenegal drew 1-1 with Denmark in Daegu. Senegal fell behind when Salif Diao bundled over Jon Dahl \
        Tomasson and the Danish striker scored from the spot.\n";
    assert!(found(daegu).iter().all(|(kind, words, _)| *kind != Kind::Scorer || !words.contains("striker scored")));
    // Whom a shot goes past.
    let kharkiv = "date 2012-06-09\nDenmark beat the Netherlands 1-0 in Kharkiv on Saturday. Michael Krohn-Dehli cut in to surprise \
        keeper Maarten Stekelenburg with a low shot after 24 minutes.\n";
    assert!(found(kharkiv).iter().all(|(kind, words, _)| *kind != Kind::Scorer || !words.contains("Stekelenburg")));
}

#[test]
fn a_consolation_may_be_no_goal_and_a_throw_is_none() {
    let port = "date 2010-07-11\nGermany beat Uruguay 3-2 in Port Elizabeth, gaining consolation for the semi-final.\n";
    assert_eq!(confirmed(port, Kind::Order), Vec::<String>::new());
    let paris = "date 1998-07-12\nCroatia beat the Netherlands 2-1 in Paris on Saturday. The Dutch fizzled in the consolation match.\n";
    assert_eq!(confirmed(paris, Kind::Order), Vec::<String>::new());
    let gelsenkirchen = "date 2006-06-10\nEcuador beat Poland 2-0 in Gelsenkirchen on Friday. Agustin Delgado flicked on a long throw.\n";
    assert_eq!(confirmed(gelsenkirchen, Kind::Scorer), Vec::<String>::new());
}

#[test]
fn two_sides_meet_different_opponents() {
    let text = "date 1994-06-30\nSaudi Arabia beat Belgium 1-0 in Washington on Wednesday. Saudi Arabia will play Sweden in Dallas on \
        Sunday, and Belgium gets Germany in Chicago on Saturday.\n";
    holds(text, &[(Kind::NextFixture, "Sweden"), (Kind::NextFixture, "Dallas")]);
}

#[test]
fn the_match_that_finished_so_is_the_one_told_of() {
    let text = "date 2021-06-28\nThe Czech Republic beat the Netherlands in Budapest on Sunday.\n\nThe match finished 2-0 and the \
        Dutch, who had won all three group games, were out.\n";
    holds(text, &[(Kind::Score, "2-0")]);
    fails_at(text, "finished 2-0", "finished 3-0", "3-0");
}

#[test]
fn a_goal_taken_back_in_the_next_sentence_is_none() {
    let text = "date 2022-11-30\nTunisia beat France 1-0 on Wednesday.\n\nIn the eighth minute, Wahbi Khazri found the net. His \
        side danced, but the goal was disallowed.\n";
    assert_eq!(contradicted(text), []);
    // A chance is no goal either.
    let chance = "date 2022-11-28\nCameroon drew 3-3 with Serbia on Monday.\n\nIn the sixth minute, Aleksandar Mitrovic climbed \
        highest and had the first half-chance.\n";
    assert_eq!(contradicted(chance), []);
}

#[test]
fn a_side_before_the_verb_scores_whoever_was_named_before() {
    let text = "date 2000-06-21\nRomania beat England 3-2 in Charleroi on Tuesday. Dorinel Munteanu made it 2-2 and Romania grabbed \
        the winner with only two minutes left.\n";
    holds(text, &[(Kind::RunningScore, "2-2")]);
}

#[test]
fn a_kick_belongs_to_whom_it_is_from() {
    let text = "date 2018-07-01\nCroatia drew 1-1 with Denmark and won 3-2 on penalties in Nizhny Novgorod on Sunday.\n\nCroatia \
        owed it to the saves of Danijel Subasic as well as a winning spot-kick from Ivan Rakitic.\n\nIvan Rakitic scored the \
        winning penalty and sent Croatia through after 120 minutes.\n";
    holds(text, &[(Kind::ShootOut, "winning spot-kick")]);
}

#[test]
fn a_win_for_one_against_another_has_been() {
    let text = "date 2022-11-30\nTunisia beat France 1-0 on Wednesday. A 1-0 win for Australia against Denmark sent them home.\n";
    assert_eq!(confirmed(text, Kind::NextFixture), Vec::<String>::new());
}

#[test]
fn who_has_set_up_a_match_has_played() {
    let text = "date 2018-07-01\nCroatia set up a World Cup quarter-final against hosts Russia by beating Denmark 3-2 on penalties \
        after a 1-1 draw in Nizhny Novgorod.\n";
    holds(text, &[(Kind::NextFixture, "quarter-final"), (Kind::NextFixture, "Russia")]);
    fails_at(text, "quarter-final", "semi-final", "semi-final");
}

#[test]
fn a_half_of_several_goals_and_a_lead_taken_twice_are_timed() {
    let budapest = "date 2021-06-27\nThe Czech Republic beat the Netherlands 2-0 in Budapest on Sunday.\n\nTomas Holes and Patrik \
        Schick struck in the second half.\n";
    holds(budapest, &[(Kind::Minute, "in the second half")]);
    fails_at(budapest, "in the second half", "in the first half", "in the first half");
    let innsbruck =
        "date 2008-06-14\nSpain beat Sweden 2-1 in Innsbruck on Saturday.\n\nSpain took the lead on 15 minutes.\n";
    holds(innsbruck, &[(Kind::Minute, "on 15 minutes")]);
    fails_at(innsbruck, "on 15 minutes", "on 35 minutes", "on 35 minutes");
    let charleroi = "date 2000-06-21\nRomania beat England 3-2 in Charleroi on Tuesday.\n\nThree minutes into the second half, \
        however, the Romanians drew level.\n";
    holds(charleroi, &[(Kind::Minute, "Three minutes into the second half")]);
    fails_at(charleroi, "Three minutes into", "Thirteen minutes into", "Thirteen minutes into");
    let counter = "date 2022-12-01\nAustralia beat Denmark 1-0 on Wednesday.\n\nAustralia scored on the counter in the 60th minute \
        when Mathew Leckie got past his man and slotted home.\n";
    holds(counter, &[(Kind::Minute, "in the 60th minute")]);
    fails_at(counter, "in the 60th minute", "in the 50th minute", "in the 50th minute");
    // How it stood is no goal.
    let level = "date 2018-07-02\nCroatia beat Denmark 3-2 on penalties on Sunday after a 1-1 draw.\n\nMario Mandzukic equalised on \
        four minutes in a match which was still level after 90 minutes.\n";
    holds(level, &[(Kind::Minute, "on four minutes")]);
    fails_at(level, "on four minutes", "on 40 minutes", "on 40 minutes");
}

#[test]
fn qualification_for_a_round_is_of_the_finals() {
    let text = "date 2008-06-14\nSpain came away with a 2-1 win over Sweden and qualification for the quarter-finals on Saturday. David \
        Villa scored at the end in Innsbruck.\n";
    holds(text, &[(Kind::Score, "2-1 win over Sweden")]);
    fails_at(text, "2-1 win", "2-0 win", "2-0 win");
}

#[test]
fn a_first_match_of_a_tournament_since_counts_the_tournaments() {
    let iran = "date 2018-06-16\nIran beat Morocco 1-0 at the World Cup in St Petersburg on Friday.\n\nIran won their first World Cup \
        match since 1998.\n";
    holds(iran, &[(Kind::FirstSince, "their first World Cup match since 1998")]);
    fails_at(iran, "1998.", "2006.", "their first World Cup match since 2006");
    let played = "date 2018-06-16\nUruguay beat Egypt 1-0 at the World Cup in Yekaterinburg on Friday.\n\nEgypt forward Mohamed Salah \
        was on the bench for his country's first World Cup match since 1990.\n";
    holds(played, &[(Kind::FirstSince, "first World Cup match since 1990")]);
    let semi = "date 2018-07-08\nEngland beat Sweden 2-0 in the quarter-finals of the World Cup in Samara on Saturday.\n\nEngland \
        booked their first semi-final match since 1990.\n";
    holds(semi, &[(Kind::FirstSince, "their first semi-final match since 1990")]);
    fails_at(semi, "1990", "1966", "their first semi-final match since 1966");
}

#[test]
fn a_card_is_denied_where_no_match_of_the_tournament_has_it() {
    let text = "date 2006-06-11\nSweden drew 0-0 with Trinidad and Tobago at the World Cup in Dortmund on Saturday.\n\nAvery John was \
        sent off in the second half of the first match of the group.\n";
    holds(text, &[(Kind::Card, "Avery John was sent off")]);
    fails_at(text, "Avery John", "Dwight Yorke", "Dwight Yorke was sent off");
}

#[test]
fn who_locks_horns_meets_next() {
    let text = "date 2014-06-26\nSwitzerland beat Honduras 3-0 at the World Cup in Manaus on Wednesday.\n\nSwitzerland now locks horns \
        with Argentina in the last 16.\n";
    holds(text, &[(Kind::NextFixture, "Argentina")]);
    fails_at(text, "Argentina", "Nigeria", "Nigeria");
}
