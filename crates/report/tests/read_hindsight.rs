//! Features, histories, obituaries and quizzes: what they say as of another day, of another match or ask for is nothing the
//! record contradicts; said plainly of the match, it is.

mod told;

use byline_record::ask::Verdict;
use byline_report::claim::Kind;
use told::{contradicted, fails, fails_at, found, holds};

/// Nothing of a text is contradicted, nor counted otherwise.
fn stands(text: &str) {
    let found = found(text);
    let wrong = found.iter().any(|(.., verdict)| matches!(verdict, Verdict::Contradicted | Verdict::RecordDiffers));
    assert!(!wrong, "{found:#?}");
}

/// Nothing of a kind is confirmed or contradicted in words that hold these.
fn silent(text: &str, kind: Kind, words: &str) {
    let found = found(text);
    let settled = found.iter().any(|(of, said, verdict)| {
        *of == kind && said.contains(words) && !matches!(verdict, Verdict::NotRead | Verdict::NotInRecord)
    });
    assert!(!settled, "{kind:?} {words:?} is settled: {found:#?}");
}

const FINAL_98: &str = "date 1998-07-13\nFrance beat Brazil 3-0 in Saint-Denis on Sunday in the World Cup final.\n\n";

#[test]
fn a_question_says_nothing() {
    let sweden = "date 2006-06-16\nSweden beat Paraguay 1-0 in Berlin on Thursday.\n\n";
    stands(&format!("{sweden}Was it Sweden who beat Paraguay 4-0?"));
    silent(&format!("{sweden}Which side beat Paraguay?"), Kind::Result, "beat Paraguay");
    let text = format!("{sweden}Sweden won 1-0 and deserved it.");
    holds(&text, &[(Kind::Score, "1-0")]);
    fails_at(&text, "won 1-0", "won 4-0", "4-0");
}

#[test]
fn runs_and_ages_of_long_ago_are_as_of_some_other_day() {
    stands(
        "date 2019-05-01\nItaly beat Austria 2-1 in Saint-Denis on 23 June 1998.\n\nIt was Italy's second successive win.\n",
    );
    let croatia = "date 1998-07-05\nCroatia beat Germany 3-0 in Lyon on Saturday.\n\n";
    stands(&format!("{croatia}Davor Suker made his debut as a 21-year-old in 1990."));
    stands(&format!("{croatia}Davor Suker joined Sevilla at the age of 23."));
    let text = format!("{croatia}Davor Suker, 30, scored the third goal.");
    holds(&text, &[(Kind::Age, "Suker, 30")]);
    fails_at(&text, "Suker, 30", "Suker, 34", "34");
}

#[test]
fn the_second_of_the_scorers_is_not_their_first() {
    let pasadena = "date 1994-07-18\nBrazil beat Italy 3-2 on penalties in Pasadena on Sunday after a 0-0 draw.\n\n";
    stands(&format!("{pasadena}Romario was second top scorer of the tournament with five goals."));
    let wrong = format!("{pasadena}Romario finished as the tournament's top scorer.");
    assert!(!contradicted(&wrong).is_empty(), "{:#?}", found(&wrong));
}

#[test]
fn the_first_goal_of_a_final_is_not_that_of_the_tournament() {
    stands(&format!("{FINAL_98}Zinedine Zidane scored the first goal of the 1998 World Cup final."));
    let text = format!("{FINAL_98}Zinedine Zidane scored his second goal of the 1998 World Cup.");
    holds(&text, &[(Kind::Tally, "second goal")]);
    fails(&text, &[("his second goal", "his fourth goal")]);
}

#[test]
fn the_rules_of_extra_time_are_no_goal() {
    let lens = "date 1998-06-29\nFrance beat Paraguay 1-0 in Lens on Sunday after extra time.\n\n";
    let text = format!("{lens}In extra time the golden goal rule was in force and a winner would end it.");
    silent(&text, Kind::Order, "golden goal");
    holds(&format!("{lens}Laurent Blanc scored the golden goal."), &[(Kind::Order, "golden goal")]);
    let text = "date 1998-07-01\nArgentina beat England 4-3 on penalties in Saint-Etienne on Tuesday after a 2-2 draw.\n\n\
        Argentina scored their first two penalties.\n";
    silent(text, Kind::Order, "first");
}

#[test]
fn who_is_edged_out_was_not_beaten() {
    let japan = "date 2018-06-29\nPoland beat Japan 1-0 in Volgograd on Thursday.\n\n";
    stands(&format!("{japan}Japan went through all the same, edging Senegal out of the tournament."));
    stands(&format!("{japan}Japan pipped Poland to second place."));
    fails_at(&format!("{japan}Poland edged Japan 1-0."), "edged Japan 1-0", "edged Japan 3-0", "3-0");
}

#[test]
fn whoever_stands_before_coming_from_behind_did_so() {
    let cologne = "date 2006-06-21\nSweden drew 2-2 with England in Cologne on Tuesday.\n\n";
    let text = format!("{cologne}England kept edging in front, with Sweden forced to come from behind.");
    holds(&text, &[(Kind::Order, "come from behind")]);
    let wrong = format!("{cologne}England came from behind to draw.");
    assert!(!contradicted(&wrong).is_empty(), "{:#?}", found(&wrong));
}

#[test]
fn a_place_that_was_lost_was_not_reached() {
    let soweto = "date 2010-07-03\nUruguay beat Ghana 4-2 on penalties in Johannesburg on Friday after a 1-1 draw.\n\n";
    silent(&format!("{soweto}A missed penalty cost Ghana a place in the semi-finals."), Kind::Stage, "semi-finals");
}

#[test]
fn the_goals_of_a_career_are_not_those_of_the_side() {
    silent(
        &format!("{FINAL_98}Laurent Blanc played 97 games for France and scored 15 goals."),
        Kind::Tally,
        "15 goals",
    );
    holds(&format!("{FINAL_98}France scored 15 goals in the tournament."), &[(Kind::Tally, "15 goals")]);
}

#[test]
fn years_later_is_another_tournament() {
    let text = "date 2005-01-10\nBrazil beat Italy 3-2 on penalties in Pasadena on 17 July 1994 after a 0-0 draw.\n\n\
        Four years later Brazil were beaten 3-0 by the hosts.\n";
    stands(text);
    silent(text, Kind::Score, "beaten 2-0");
}

#[test]
fn a_goal_served_and_one_of_the_other_side_are_not_the_scorer_s() {
    let stuttgart = "date 2006-06-26\nEngland beat Ecuador 1-0 in Stuttgart on Sunday.\n\n";
    stands(&format!("{stuttgart}Joe Cole found the strength to provide an assist for the winner in the 60th minute."));
    holds(&format!("{stuttgart}David Beckham hit the winner in the 60th minute."), &[(Kind::Order, "winner")]);
    let cologne = "date 2006-06-21\nSweden drew 2-2 with England in Cologne on Tuesday.\n\n";
    stands(&format!("{cologne}Joe Cole volleyed in but Sweden came again and scored an equaliser."));
    let wrong = format!("{cologne}Joe Cole volleyed in an equaliser.");
    assert!(!contradicted(&wrong).is_empty(), "{:#?}", found(&wrong));
}

#[test]
fn a_table_before_the_last_match_is_not_the_one_after_it() {
    let leipzig = "date 2006-06-22\nMexico lost 2-1 to Portugal in Gelsenkirchen on Wednesday.\n\n";
    stands(&format!(
        "{leipzig}Portugal came into the game top of the group and Mexico went into it third in the group."
    ));
    let wrong = format!("{leipzig}Mexico finished third in the group.");
    assert!(!contradicted(&wrong).is_empty(), "{:#?}", found(&wrong));
}

#[test]
fn the_goals_of_his_side_are_not_the_manager_s() {
    let stuttgart = "date 2006-06-26\nEngland beat Ecuador 1-0 in Stuttgart on Sunday.\n\n";
    stands(&format!(
        "{stuttgart}Sven-Goran Eriksson kept a side that had won its group despite nine goals in three games."
    ));
}

#[test]
fn a_ground_of_the_qualifiers_is_not_that_of_the_match() {
    let stuttgart = "date 2006-06-26\nEngland beat Ecuador 1-0 in Stuttgart on Sunday.\n\n";
    stands(&format!("{stuttgart}England, who had won 1-0 in Cardiff in the qualifying stages, were poor."));
}

#[test]
fn old_champions_and_wins_to_come_are_no_results() {
    let lens = "date 1998-06-29\nFrance beat Paraguay 1-0 in Lens on Sunday after extra time.\n\n";
    silent(&format!("{lens}France, along with past champions Denmark, were fancied."), Kind::Result, "Denmark");
    silent(&format!("{lens}A victory over Paraguay would have been enough."), Kind::Result, "Paraguay");
    holds(&format!("{lens}The victory over Paraguay came late."), &[(Kind::Result, "victory over Paraguay")]);
    silent(&format!("{lens}1998: France v Brazil, winner - France."), Kind::Order, "winner");
    stands(&format!("{lens}The World Cup final takes place on July 12 at the Stade de France in Saint-Denis."));
}

#[test]
fn teams_named_side_by_side_are_no_match() {
    stands("date 2000-07-01\nThe Portuguese Luis Figo netted twice, as did the Turk Arif Erdem.\n");
}
