//! Facts the daily press gets wrong by one word: the half of a goal, the pair of whom one is met next, the kick that was
//! saved; and words that look as though they said more than they do.

mod told;

use byline_report::claim::Kind;
use told::{fails, fails_at, found, holds, readings};

const RUSTENBURG: &str = "date 2010-06-26\nGhana beat the United States 2-1 after extra time in Rustenburg on Saturday. \
    Landon Donovan's second-half penalty cancelled out Kevin-Prince Boateng's first-half strike.\n\nAsamoah Gyan scored \
    in the 93rd minute.\n";

#[test]
fn a_half_between_owner_and_goal_is_of_that_goal() {
    holds(RUSTENBURG, &[(Kind::Minute, "second-half"), (Kind::Minute, "first-half")]);
    fails_at(RUSTENBURG, "Donovan's second-half", "Donovan's first-half", "first-half");
    fails_at(RUSTENBURG, "Boateng's first-half", "Boateng's second-half", "second-half");
}

const VIENNA: &str = "date 2008-06-20\nTurkey beat Croatia 3-1 on penalties in Vienna on Friday after a 1-1 draw. They \
    looked out of it a minute before the end of extra time when Ivan Klasnic put Croatia 1-0 ahead.\n";

#[test]
fn a_moment_with_when_is_of_what_follows() {
    holds(VIENNA, &[(Kind::Minute, "a minute before the end of extra time")]);
    fails_at(VIENNA, "a minute before the end", "ten minutes before the end", "ten minutes before");
}

#[test]
fn added_time_of_one_half_is_not_of_the_next() {
    let text = "date 2004-07-02\nGreece beat the Czech Republic 1-0 in Porto on Thursday. Traianos Dellas glanced home a \
        header seconds from the end of the first half of extra time.\n";
    holds(text, &[(Kind::Minute, "the end of the first half of extra time")]);
    fails_at(text, "of the first half of extra", "of the second half of extra", "second half of extra time");
}

#[test]
fn a_minute_mark_is_a_minute() {
    let text = "date 1986-06-30\nArgentina beat West Germany 3-2 on Sunday in the World Cup final in Mexico City. Jorge \
        Valdano scored at the 11-minute mark of the second half.\n";
    holds(text, &[(Kind::Minute, "at the 11-minute mark of the second half")]);
    fails_at(text, "the 11-minute mark", "the 31-minute mark", "31-minute mark");
}

const OPEN: &str = "date 2018-07-01\nRussia beat Spain 4-3 on penalties in Moscow on Sunday after a 1-1 draw. They will face \
    either Denmark or Croatia in the quarter-finals.\n";

#[test]
fn of_two_of_whom_one_is_met_next_both_are_of_one_match() {
    holds(OPEN, &[(Kind::NextFixture, "Denmark or Croatia")]);
    fails_at(OPEN, "either Denmark or Croatia", "either Sweden or Croatia", "Sweden or Croatia");
    fails_at(OPEN, "either Denmark or Croatia", "either Denmark or England", "Denmark or England");
    let awaits = "date 2022-12-09\nCroatia beat Brazil 4-2 on penalties after a 1-1 draw in Al Rayyan on Friday. Croatia now \
        await the winner of Argentina and the Netherlands.\n";
    holds(awaits, &[(Kind::NextFixture, "Argentina and the Netherlands")]);
    fails_at(awaits, "Argentina and the Netherlands", "Argentina and England", "Argentina and England");
}

#[test]
fn a_day_of_two_others_is_not_of_the_side_that_meets_one_of_them() {
    let text = "date 2010-06-28\nThe Netherlands beat Slovakia 2-1 in Durban. The win means the Dutch will next face either \
        Brazil or Chile in the last eight, with the South American pair to play on Monday evening.\n";
    let told = found(text);
    assert!(!told.iter().any(|(_, words, _)| *words == "Monday"), "{told:#?}");
}

#[test]
fn a_ball_on_the_post_is_no_goal() {
    let text = "date 2022-12-09\nCroatia beat Brazil 4-2 on penalties after a 1-1 draw in Al Rayyan on Friday. In the shoot-out \
        Marquinhos struck the base of the post.\n";
    holds(text, &[(Kind::ShootOut, "Marquinhos struck the base of the post")]);
    fails_at(text, "Marquinhos struck", "Casemiro struck", "Casemiro struck the base of the post");
}

#[test]
fn how_a_side_played_is_no_result_and_whom_it_outplayed_no_subject() {
    let text = "date 1994-07-06\nItaly beat Nigeria 2-1 at Foxboro Stadium on Tuesday. Roberto Baggio scored twice. \
        Although Italy had outplayed Nigeria throughout, even after falling behind, time was running out. They were \
        Baggio's first goals of the tournament.\n";
    let told = readings(text);
    assert!(!told.iter().any(|(words, _)| words.contains("outplayed")), "{told:#?}");
    assert!(told.iter().any(|(words, reading)| words == "falling behind" && reading.contains("Italy")), "{told:#?}");
    assert!(!told.iter().any(|(_, reading)| reading.contains("Dino Baggio")), "{told:#?}");
}

#[test]
fn what_is_counted_over_everybody_is_not_a_tally_of_the_scorer() {
    let text = "date 2002-06-16\nSenegal beat Sweden 2-1 in Oita on Sunday. Henri Camara, whose golden goal was just the \
        second in finals history, had equalised in the first half.\n";
    let told = found(text);
    assert!(!told.iter().any(|(kind, ..)| *kind == Kind::Tally), "{told:#?}");
    assert!(!told.iter().any(|(kind, words, _)| *kind == Kind::Order && *words == "second"), "{told:#?}");
}

#[test]
fn a_lead_is_taken_with_its_score() {
    let text = "date 1994-07-06\nItaly beat Nigeria 2-1 at Foxboro Stadium on Tuesday. Nigeria took a 1-0 lead in the first \
        half.\n";
    holds(text, &[(Kind::Order, "took a 1-0 lead")]);
    fails_at(text, "Nigeria took a 1-0 lead", "Italy took a 1-0 lead", "took a 1-0 lead");
}

const COPENHAGEN: &str = "date 2021-06-29\nSpain beat Croatia 5-3 after extra time in Copenhagen on Monday. Spain scored three \
    goals through Pablo Sarabia (38), Cesar Azpilicueta (57) and Ferran Torres (76).\n\nMikel Oyarzabal's goal (103) \
    settled it.\n";

#[test]
fn numbers_in_brackets_are_minutes_where_another_of_them_is_one() {
    holds(COPENHAGEN, &[(Kind::Minute, "(38"), (Kind::Minute, "(57")]);
    fails_at(COPENHAGEN, "Sarabia (38)", "Sarabia (28)", "(28");
    fails_at(COPENHAGEN, "Azpilicueta (57)", "Azpilicueta (67)", "(67");
    // Of one alone it may be an age.
    let alone = "date 2021-06-29\nSpain beat Croatia 5-3 after extra time in Copenhagen on Monday. Pablo Sarabia (29) \
        equalised.\n";
    holds(alone, &[(Kind::Order, "equalised")]);
}

const LISBON: &str = "date 2004-07-01\nPortugal reached the final in Lisbon on Wednesday. Goals from Cristiano Ronaldo and \
    Maniche sealed a deserved 2-1 victory over the Netherlands.\n\nRonaldo headed in Deco's corner in the 26th minute and was \
    given a yellow card for his celebration.\n";

#[test]
fn the_netherlands_are_a_team_the_record_knows() {
    holds(LISBON, &[(Kind::Score, "2-1 victory over the Netherlands")]);
    fails_at(LISBON, "deserved 2-1 victory", "deserved 3-1 victory", "3-1 victory");
}

#[test]
fn whoever_served_the_ball_does_not_part_a_goal_from_its_minute() {
    holds(LISBON, &[(Kind::Minute, "in the 26th minute")]);
    fails_at(LISBON, "in the 26th minute", "in the 16th minute", "in the 16th minute");
}

#[test]
fn a_result_may_be_named_after_the_winners() {
    let text = "date 1990-06-24\nCameroon and Colombia met in Naples on Saturday. The crowd was rewarded with a 2-1 Cameroon \
        victory.\n";
    holds(text, &[(Kind::Score, "2-1 Cameroon victory")]);
    fails_at(text, "2-1 Cameroon", "3-1 Cameroon", "3-1 Cameroon victory");
}

#[test]
fn a_half_that_another_goal_answers_is_not_of_the_answer() {
    let text = "date 2018-06-23\nGermany beat Sweden 2-1 in Sochi on Saturday. Marco Reus cancelled out Ola Toivonen's clever \
        first-half strike just after the restart.\n";
    holds(text, &[(Kind::Minute, "first-half")]);
    fails_at(text, "clever first-half strike just after the restart", "clever second-half strike", "second-half");
}

#[test]
fn a_clause_about_another_match_ends_at_its_comma() {
    let text = "date 2016-07-01\nWales defeated Belgium 3-1 in Lille on Friday. \n\nHal Robson-Kanu, who got the Welsh winner \
        against Slovakia in the group stage, made it in 2-1 in the 55th with a brilliant turn and shot inside the area from \
        another Aaron Ramsey assist.\n";
    holds(text, &[(Kind::Order, "winner")]);
}

#[test]
fn to_defeat_somebody_is_to_win() {
    let text = "date 2010-07-02\nSebastian Abreu sent Uruguay through to the semi-finals by scoring the winning penalty kick to \
        defeat Ghana 4-2 in a shootout after a 1-1 draw on Friday.\n";
    holds(text, &[(Kind::ShootOut, "defeat Ghana 4-2 in a shootout")]);
    fails_at(text, "Ghana 4-2", "Ghana 4-3", "defeat Ghana 4-3");
}

#[test]
fn a_day_behind_the_round_reached_is_of_that_round() {
    let text = "date 2006-07-06\nZinedine Zidane scored the only goal in France's 1-0 semi-final defeat of Portugal, booking \
        tickets to the final in Berlin on Sunday.\n";
    holds(text, &[(Kind::Score, "1-0 semi-final defeat of Portugal")]);
}

#[test]
fn a_first_semifinal_is_no_title() {
    let text = "date 1998-07-05\nThe Netherlands beat Argentina 2-1 in Marseille on Saturday. The Netherlands, which never has \
        won the championship, will make its first World Cup semifinal appearance in 20 years here Tuesday against Brazil.\n";
    let told = found(text);
    assert!(!told.iter().any(|(kind, ..)| *kind == Kind::Title), "{told:#?}");
}

#[test]
fn a_header_after_a_run_is_timed_with_it() {
    let text = "date 2002-06-18\nTurkey beat Japan 1-0 in Miyagi on Tuesday. Umit Davala rose unmarked in the 12th minute to \
        meet a corner and scored with a powerful header.\n";
    holds(text, &[(Kind::Minute, "in the 12th minute")]);
    fails_at(text, "in the 12th minute", "in the 22nd minute", "in the 22nd minute");
}

#[test]
fn a_tally_is_doubled_at_a_moment() {
    let text = "date 2014-06-29\nColombia beat Uruguay 2-0 in Rio de Janeiro on Saturday. Uruguay's task became even more \
        difficult in the 50th minute as James Rodriguez doubled his tally.\n";
    holds(text, &[(Kind::Order, "doubled his tally"), (Kind::Minute, "in the 50th minute")]);
    fails_at(text, "in the 50th minute", "in the 60th minute", "in the 60th minute");
}

const ROSTOV: &str = "date 2018-07-03\nBelgium beat Japan 3-2 in Rostov-on-Don on Monday. Japan's Genki Haraguchi stunned Belgium \
    early in the second half. As the seconds ticked down Nacer Chadli grabbed a dramatic winner.\n";

#[test]
fn a_goal_that_stuns_a_side_is_no_result() {
    let told = found(ROSTOV);
    assert!(!told.iter().any(|(kind, words, _)| *kind == Kind::Result && words.contains("stunned")), "{told:#?}");
    holds(ROSTOV, &[(Kind::Score, "beat Japan 3-2")]);
}

#[test]
fn who_grabs_a_winner_scored_it() {
    holds(ROSTOV, &[(Kind::Scorer, "Nacer Chadli grabbed a dramatic winner")]);
    fails_at(ROSTOV, "Nacer Chadli", "Eden Hazard", "Eden Hazard grabbed");
}

const FORTALEZA: &str = "date 2014-06-30\nThe Netherlands beat Mexico 2-1 in Fortaleza on Sunday. A goal from Wesley Sneijder in the \
    88th minute cancelled out Giovani dos Santos's opener before a 94th minute penalty goal from Klaas-Jan Huntelaar handed \
    the Dutch the victory.\n";

#[test]
fn a_goal_from_somebody_is_timed_before_what_it_did() {
    holds(FORTALEZA, &[(Kind::Scorer, "opener"), (Kind::Minute, "in the 88th minute")]);
    fails_at(FORTALEZA, "Giovani dos Santos's", "Javier Hernandez's", "Javier Hernandez's opener");
    fails_at(FORTALEZA, "in the 88th minute", "in the 58th minute", "in the 58th minute");
}

#[test]
fn what_another_side_does_behind_a_comma_is_not_timed_with_the_goal() {
    let text = "date 2016-06-25\nPoland beat Switzerland 5-4 on penalties in Saint-Etienne on Saturday. After Xherdan Shaqiri's \
        goal cancelled out Jakub Blaszczykowski's opener, the Poles held out in extra-time.\n";
    holds(text, &[(Kind::Order, "opener")]);
}

#[test]
fn how_a_goal_was_scored_does_not_part_it_from_its_minute() {
    let text = "date 2021-06-22\nDenmark beat Russia 4-1 in Copenhagen on Monday. Mikkel Damsgaard fired the Danes in front with \
        a stunning curling shot in the 38th minute.\n";
    holds(text, &[(Kind::Minute, "in the 38th minute")]);
    fails_at(text, "in the 38th minute", "in the 48th minute", "in the 48th minute");
}

#[test]
fn whom_a_side_will_face_is_not_who_won() {
    let text = "date 2021-06-22\nDenmark will face Wales in the last 16 after clinching second place in Group B with a superb 4-1 \
        victory over Russia in Copenhagen.\n";
    holds(text, &[(Kind::Score, "4-1 victory over Russia")]);
    fails_at(text, "4-1 victory", "4-2 victory", "4-2 victory over Russia");
    let hosts = "date 2002-06-18\nTurkey ended the dreams of co-hosts Japan with a 1-0 victory in Miyagi on Tuesday.\n";
    holds(hosts, &[(Kind::Score, "1-0 victory")]);
    fails_at(hosts, "1-0 victory", "2-0 victory", "2-0 victory");
}

#[test]
fn the_tournaments_third_shoot_out_is_no_sides() {
    let text = "date 1998-07-08\nBrazil beat the Netherlands 4-2 in a shoot-out after a 1-1 draw in Marseille on Tuesday. It was \
        the tournament's third penalty shoot-out.\n";
    let told = found(text);
    assert!(!told.iter().any(|(kind, ..)| *kind == Kind::Tally), "{told:#?}");
}

#[test]
fn who_scored_with_others_from_the_spot_is_not_told_of_his_goal() {
    let text = "date 2016-06-25\nPoland beat Switzerland 5-4 on penalties in Saint-Etienne on Saturday.\n\nArkadiusz Milik, Kamil \
        Glik and Jakub Blaszczykowski also scored for Poland.\n";
    let told = found(text);
    assert!(!told.iter().any(|(kind, ..)| *kind == Kind::Scorer), "{told:#?}");
}

#[test]
fn a_four_time_champion_has_four_titles() {
    let text = "date 1998-07-08\nBrazil beat the Netherlands 4-2 on penalties in Marseille on Tuesday. Brazil, a four-time \
        champion, advanced to the final.\n";
    holds(text, &[(Kind::Title, "a four-time champion")]);
    fails_at(text, "four-time", "three-time", "a three-time champion");
}

const DUSSELDORF: &str = "date 2024-07-01\nEngland beat Slovakia 2-1 after extra time in Gelsenkirchen on Sunday. Bellingham's \
    overhead kick in the fifth minute of added time took the game to extra time. And within the first minute, Harry Kane \
    headed in the winner.\n\nSlovakia were the Euro 1976 winners as part of then Czechoslovakia. England, the Euro 2020 \
    runners-up, go on.\n";

#[test]
fn a_minute_may_be_counted_from_the_start_of_extra_time() {
    holds(DUSSELDORF, &[(Kind::Scorer, "Harry Kane headed"), (Kind::Title, "runners-up")]);
}

#[test]
fn a_title_of_the_state_before_is_no_mistake() {
    holds(DUSSELDORF, &[(Kind::Title, "runners-up")]);
    fails_at(DUSSELDORF, "runners-up", "winners", "Euro 2020 winners");
}

#[test]
fn a_run_that_goes_on_is_as_long_as_it_is_now() {
    let text = "date 2006-06-25\nArgentina beat Mexico 2-1 in Leipzig on Saturday. Mexico crashed out in the round of 16 for the \
        fourth time in a row.\n";
    holds(text, &[(Kind::Streak, "fourth time in a row")]);
    let told = found(&text.replace("fourth time", "third time"));
    assert!(!told.iter().any(|(kind, ..)| *kind == Kind::Streak), "{told:#?}");
}

#[test]
fn what_is_no_goal_names_no_scorer() {
    let text = "date 2006-06-25\nArgentina beat Mexico 2-1 in Leipzig on Saturday.\n\nMaxi Rodriguez settled the long pass from \
        Sorin on his chest.\n";
    assert!(!found(text).iter().any(|(kind, ..)| *kind == Kind::Order), "{:#?}", found(text));
    let off = "date 2022-11-27\nFrance beat Denmark 2-1 in Doha on Saturday. His shot took a slight deflection from Andreas \
        Christensen.\n";
    assert!(!found(off).iter().any(|(kind, ..)| *kind == Kind::Scorer), "{:#?}", found(off));
    let cards = "date 2024-07-01\nEngland beat Slovakia 2-1 after extra time in Gelsenkirchen on Sunday.\n\nJude Bellingham also \
        collected a yellow card.\n";
    assert!(!found(cards).iter().any(|(kind, ..)| *kind == Kind::Scorer), "{:#?}", found(cards));
}

#[test]
fn a_side_that_must_beat_another_meets_it() {
    let text = "date 2022-11-26\nFrance beat Denmark 2-1 in Doha on Saturday.\n\nDenmark must now beat Australia on Wednesday to \
        qualify.\n";
    holds(text, &[(Kind::NextFixture, "Australia"), (Kind::NextFixture, "Wednesday")]);
    let told = readings(text);
    assert!(told.iter().any(|(words, reading)| words == "Wednesday" && reading.contains("Denmark")), "{told:#?}");
}

#[test]
fn a_day_of_another_match_is_not_that_of_the_next() {
    let told = "date 2022-12-06\nPortugal thrashed Switzerland 6-1. Fernando Santos benched Cristiano Ronaldo on Tuesday and was \
        rewarded with an artful display from his side as they set up a last-eight clash with Morocco.\n";
    holds(told, &[(Kind::NextFixture, "Morocco")]);
    let winners = "date 2008-06-20\nGermany beat Portugal 3-2 in Basel on Thursday. In the semi-final Germany will meet the \
        winners of Friday's match between Croatia and Turkey.\n";
    holds(winners, &[(Kind::Score, "beat Portugal 3-2")]);
}

#[test]
fn whose_free_kick_was_headed_in_is_no_scorer() {
    let text = "date 2008-06-20\nGermany beat Portugal 3-2 in Basel on Thursday.\n\nMichael Ballack scored with another header from \
        a Schweinsteiger free kick.\n";
    let told = found(text);
    assert!(
        !told.iter().any(|(kind, words, _)| *kind == Kind::Scorer && words.contains("Schweinsteiger")),
        "{told:#?}"
    );
}

#[test]
fn a_given_name_spelled_otherwise_is_of_the_name() {
    let text = "date 2008-06-19\nRussia beat Sweden 2-0 at Euro 2008 in Innsbruck on Wednesday.\n\nRoman Pavlyuchenko \
        and Andrei Arshavin scored.\n";
    holds(text, &[(Kind::Scorer, "Roman Pavlyuchenko"), (Kind::Scorer, "Andrei Arshavin")]);
    fails_at(text, "Roman Pavlyuchenko", "Dmitri Sychev", "Sychev");
}

const SEVILLE: &str = "date 2012-07-08\nWest Germany beat France on penalties after a 3-3 draw in the World Cup \
    semi-final in Seville in 1982.\n\n";

#[test]
fn goals_come_from_those_listed_behind_them() {
    holds(
        &format!("{SEVILLE}France stormed into a 3-1 lead in extra time, the goals coming from Giresse and Tresor.\n"),
        &[(Kind::RunningScore, "3-1"), (Kind::Scorer, "Giresse"), (Kind::Scorer, "Tresor")],
    );
    let exchanged = format!("{SEVILLE}Littbarski and Platini had exchanged goals in the first half.\n");
    holds(&exchanged, &[(Kind::Scorer, "Littbarski"), (Kind::Scorer, "Platini"), (Kind::Minute, "in the first half")]);
    fails_at(&exchanged, "in the first half", "in the second half", "in the second half");
}

#[test]
fn an_ordinal_with_whom_it_is_from_is_a_goal() {
    let text = "date 2021-06-22\nDenmark beat Russia 4-1 at Euro 2020 in Copenhagen on Monday.\n\nA fourth from Joakim \
        Maehle completed the rout.\n";
    holds(text, &[(Kind::Scorer, "fourth from Joakim Maehle"), (Kind::Order, "fourth")]);
    fails_at(text, "A fourth", "A second", "second");
}

#[test]
fn inches_from_a_goal_is_none() {
    let text = "date 2016-06-15\nPortugal drew 1-1 with Iceland at Euro 2016 in Saint-Etienne on Tuesday.\n\nNani came \
        within inches of scoring.\n";
    assert!(!found(text).iter().any(|(kind, ..)| *kind == Kind::Scorer), "{:?}", found(text));
}

#[test]
fn a_stage_may_be_that_of_two_tournaments() {
    let text = "date 1998-06-14\nNigeria beat Spain 3-2 at the World Cup in Nantes on Saturday.\n\nSpain had reached the \
        quarter-finals in both the 1994 World Cup and Euro 1996.\n";
    holds(text, &[(Kind::Progress, "1994 World Cup"), (Kind::Progress, "Euro 1996")]);
}

#[test]
fn a_place_in_the_group_is_one_in_the_next_round() {
    let text = "date 1994-06-29\nMexico drew 1-1 with Italy at the World Cup in Washington on Tuesday.\n\nMexico \
        clinched a spot in the second round.\n";
    holds(text, &[(Kind::Progress, "a spot in the second round")]);
}

#[test]
fn a_match_may_be_the_object_of_losing_it() {
    let text = "date 2024-06-20\nSerbia drew 1-1 with Slovenia at Euro 2024 in Munich on Thursday.\n\nSerbia had lost \
        their opening match to England.\n";
    holds(text, &[(Kind::Result, "lost their opening match to England")]);
    fails_at(text, "lost their opening match to", "won their opening match against", "won their opening match");
}

#[test]
fn a_first_half_without_goals_is_a_score() {
    let text = "date 2021-06-28\nThe Czech Republic beat the Netherlands 2-0 at Euro 2020 in Budapest on Sunday.\n\nAfter \
        a first half which ended 0-0, the referee sent off Matthijs de Ligt.\n";
    holds(text, &[(Kind::HalfTimeScore, "first half which ended 0-0")]);
    let other = "date 2018-07-16\nFrance beat Croatia 4-2 in the World Cup final in Moscow on Sunday.\n\n";
    fails_at(&format!("{other}The first half ended 2-1.\n"), "ended 2-1", "was goalless", "first half was goalless");
}

#[test]
fn eventual_champions_are_those_of_the_tournament_told_of() {
    let text = "date 2015-07-10\nBelgium beat the Soviet Union 4-3 at the World Cup in Leon in 1986.\n\nBelgium lost to \
        eventual champions Argentina in the semi-final.\n";
    holds(text, &[(Kind::Title, "eventual champions Argentina")]);
    fails_at(text, "Argentina in the semi-final", "Spain in the semi-final", "eventual champions Spain");
}

#[test]
fn a_goal_may_come_from_a_corner() {
    let text = format!("{SEVILLE}The second goal of extra time came from a corner taken by Rocheteau.\n");
    assert!(!found(&text).iter().any(|(_, words, _)| words.contains("Rocheteau")), "{:?}", found(&text));
    let text = format!("{SEVILLE}The late goals came from a mistake by Bossis.\n");
    assert!(!found(&text).iter().any(|(_, words, _)| words.contains("Bossis")), "{:?}", found(&text));
}

/// What a goal did for a side, by the verbs that say nothing else.
#[test]
fn a_side_is_brought_pulled_and_dragged_level() {
    let lead = "date 2018-07-01\nFrance beat Argentina 4-3 in Kazan on Saturday to reach the quarter-finals of the World Cup. ";
    for told in [
        "Benjamin Pavard brought France level with a volley.",
        "Benjamin Pavard pulled France level in the 57th minute.",
        "Benjamin Pavard dragged his side level.",
        "Benjamin Pavard got France back on level terms.",
        "Benjamin Pavard's volley drew France level.",
    ] {
        let text = format!("{lead}{told}\n");
        holds(&text, &[(Kind::Scorer, "Pavard"), (Kind::Order, "level")]);
        fails(&text, &[("Benjamin Pavard", "Raphael Varane")]);
    }
    let late = format!("{lead}Sergio Aguero headed in a late third for Argentina.\n");
    holds(&late, &[(Kind::Scorer, "Aguero"), (Kind::Order, "a late third")]);
    // No goal of anybody.
    for told in [
        "Didier Deschamps brought on Corentin Tolisso.",
        "Samuel Umtiti pulled Lionel Messi back.",
        "Raphael Varane brought the ball out of defence.",
        "N'Golo Kante dragged a shot wide with France level with Argentina.",
    ] {
        let found = found(&format!("{lead}{told}\n"));
        assert!(found.iter().all(|(kind, ..)| !matches!(kind, Kind::Scorer | Kind::Order)), "{told} {found:?}");
    }
}

/// Goals of a side in a space of time and in a part of the match.
#[test]
fn goals_of_a_side_come_in_bursts() {
    let lead = "date 2014-07-09\nGermany beat Brazil 7-1 in Belo Horizonte on Tuesday to reach the World Cup final. ";
    let text = format!("{lead}Germany scored four goals in six minutes.\n");
    holds(&text, &[(Kind::Order, "four goals in six minutes")]);
    fails(&text, &[("four goals", "five goals"), ("in six minutes", "in three minutes")]);
    let text = format!("{lead}The Germans scored five times in the first half and twice after it.\n");
    holds(&text, &[(Kind::Minute, "five times in the first half")]);
    fails(&text, &[("five times", "six times"), ("first half", "second half")]);
    let text = "date 2006-07-05\nItaly beat Germany 2-0 after extra time in Dortmund on Tuesday to reach the World Cup final. \
        Both goals came in the last two minutes of extra time.\n";
    holds(text, &[(Kind::Minute, "Both goals came in the last two minutes of extra time")]);
    fails(text, &[("in the last two minutes of extra time", "in the second half")]);
    // Of other matches, and of what might have been.
    for told in [
        "Germany scored three times in the second half of their opener against Portugal.",
        "Germany could have scored four times in the second half.",
        "Germany scored twice in the last 20 minutes against Portugal.",
        "Brazil, who scored twice in the last five minutes when they met in 2002, were stunned.",
    ] {
        holds(&format!("{lead}{told}\n"), &[]);
    }
}

/// Which of its side's goals somebody scored.
#[test]
fn a_place_among_the_goals_of_a_side_is_denied_of_whoever_has_others() {
    let text = "date 2018-07-01\nFrance beat Argentina 4-3 in Kazan on Saturday to reach the quarter-finals of the World Cup. \
        Kylian Mbappe scored France's third and fourth.\n";
    holds(text, &[(Kind::Order, "France's third")]);
    fails(text, &[("France's third and fourth", "France's second"), ("France's third and fourth", "France's first")]);
    holds(&text.replace("France's third and fourth", "France's sixth of the tournament"), &[]);
}
