//! Forms in which newspapers tell of titles, waits, scorers, stages and matches to come, each with a true text and with
//! one fact changed; and what only looks like a statement.

mod told;

use byline_report::claim::Kind;

use told::{fails, fails_at, found, holds, is_silent};

const WEMBLEY: &str = "date 2021-07-12\nItaly beat England 3-2 on penalties after a 1-1 draw at Wembley on Sunday in the \
    final of Euro 2020.\n\n(Shaw 2; Bonucci 67)\n\nThe Italians were crowned European champions. It was their first major \
    trophy in 15 years.\n\nWith their second European title, Italy drew level with France. Roberto Mancini's side ended a \
    53-year wait in this competition.\n";

#[test]
fn crowns_waits_and_lists_of_scorers() {
    holds(
        WEMBLEY,
        &[
            (Kind::Scorer, "Shaw"),
            (Kind::Minute, "67"),
            (Kind::Title, "crowned European champions"),
            (Kind::FirstSince, "their first major trophy in 15 years"),
            (Kind::Title, "their second European title"),
        ],
    );
    fails_at(WEMBLEY, "Bonucci 67", "Bonucci 47", "47");
    fails_at(WEMBLEY, "in 15 years", "in 20 years", "in 20 years");
    fails_at(WEMBLEY, "their second European title", "their third European title", "third");
    fails(WEMBLEY, &[("The Italians were crowned", "The English were crowned")]);
}

const VIENNA: &str = "date 2008-06-30\nSpain beat Germany 1-0 in the Euro 2008 final in Vienna on Sunday.\n\nSpain ended \
    their 44-year wait for a trophy. Fernando Torres scored in the 33rd minute.\n";

#[test]
fn a_wait_counts_from_the_last_title() {
    holds(VIENNA, &[(Kind::FirstSince, "their 44-year wait for a trophy")]);
    fails_at(VIENNA, "44-year", "24-year", "24-year");
}

const SEMI: &str = "date 2021-07-08\nEngland won 2-1 against Denmark after extra time at Wembley on Wednesday to reach \
    the Euro 2020 final.\n\nMikkel Damsgaard opened the scoring with a fierce 30th-minute shot. Simon Kjaer put through \
    his own net nine minutes later.\n\nHarry Kane turned in the rebound in the 104th minute after his penalty was saved.\n";

#[test]
fn minutes_in_a_noun_phrase_and_stages_won() {
    holds(
        SEMI,
        &[
            (Kind::Progress, "reach the Euro 2020 final"),
            (Kind::Minute, "30th-minute"),
            (Kind::Minute, "in the 104th minute"),
        ],
    );
    fails_at(SEMI, "30th-minute", "20th-minute", "20th-minute");
    let lead = SEMI.replace(
        "Mikkel Damsgaard opened the scoring with a fierce 30th-minute shot.",
        "Denmark took the lead in the 30th minute.",
    );
    holds(&lead, &[(Kind::Order, "took the lead")]);
    fails_at(&lead, "in the 30th minute", "in the 20th minute", "in the 20th minute");
}

const AMSTERDAM: &str = "date 2021-06-27\nDenmark beat Wales 4-0 in Amsterdam on Saturday in the last 16 of Euro 2020.\n\n\
    In 2016, when Gareth Bale scored three goals, Wales progressed to the semi-finals.\n";

#[test]
fn the_year_of_a_sentence_binds_how_far_a_team_came() {
    holds(AMSTERDAM, &[(Kind::Progress, "progressed to the semi-finals")]);
    let wrong = AMSTERDAM.replace("progressed to the semi-finals", "progressed to the final");
    assert!(found(&wrong).iter().all(|(kind, said, verdict)| {
        *kind != Kind::Progress || !said.contains("final") || *verdict != byline_record::ask::Verdict::Confirmed
    }));
}

const MUNICH: &str = "date 2021-06-20\nGermany beat Portugal 4-2 in Munich on Saturday.\n\nJoachim Low's team finished \
    bottom of their group at the last World Cup. Hungary's Italian coach Marco Rossi watched from the stand before their \
    second Group F match.\n";

#[test]
fn the_last_tournament_a_coach_abroad_and_one_of_a_group() {
    holds(MUNICH, &[(Kind::Table, "bottom of their group"), (Kind::Role, "Marco Rossi")]);
    fails_at(MUNICH, "bottom of their group", "top of their group", "top of their group");
    is_silent(
        MUNICH,
        &[
            ("Joachim Low's team", "Portugal had beaten them 5-0 in a friendly in March. Joachim Low's team"),
            ("Joachim Low's team", "Spain and Croatia play the match of the tournament. Joachim Low's team"),
            (
                "Joachim Low's team",
                "Cristiano Ronaldo is the highest scorer in the history of the tournament, with 12 goals. Joachim Low's team",
            ),
            ("Joachim Low's team", "Their 4-2 thrashing by the Germans hurt Portugal. Joachim Low's team"),
        ],
    );
}

const DONETSK: &str = "date 2012-06-28\nDONETSK: Spain reached the final of Euro 2012 on Wednesday, beating Portugal on \
    penalties.\n\nThe match finished goalless. The Spaniards, whose nerve is better than Portugal's, came back to win \
    4-2 in the shoot-out. It was a 0-0 tie with Portugal over two hours.\n";

#[test]
fn goalless_ends_ties_and_who_wins_a_shoot_out() {
    holds(DONETSK, &[(Kind::Score, "goalless"), (Kind::Score, "0-0 tie with Portugal"), (Kind::ShootOut, "4-2")]);
    fails_at(DONETSK, "came back to win 4-2", "came back to win 5-2", "5-2");
}

const NICE: &str = "date 2016-06-28\nIceland beat England 2-1 in Nice on Monday to reach the Euro 2016 quarter-finals.\n\n\
    Ragnar Sigurdsson equalised and Kolbeinn Sigthorsson scored the winner past England goalkeeper Joe Hart.\n\nWayne \
    Rooney replied: “I have no words.”\n\nKari Arnason headed the ball down into the path of Sigurdsson.\n";

#[test]
fn a_reply_is_no_goal_and_a_keeper_no_team() {
    let found = found(NICE);
    let has = |kind: Kind, words: &str| found.iter().any(|(of, said, _)| *of == kind && said.contains(words));
    assert!(
        !has(Kind::Scorer, "Rooney replied") && !has(Kind::Scorer, "Arnason") && !has(Kind::Result, "past England")
    );
    assert!(has(Kind::Progress, "reach the Euro 2016 quarter-finals"));
}

const PREVIEW: &str = "date 2006-07-08\nItaly meet France in the World Cup final on Sunday.\n\nIt is the third final of \
    the two teams against hosts Germany's neighbours. Brazil, Argentina, England and Portugal have gone home; Spain, \
    Ghana, Ukraine and Australia too.\n\nItaly have seen off Australia, Ukraine and Germany.\n";

#[test]
fn a_match_to_come_is_known_by_its_stage_and_day() {
    holds(PREVIEW, &[(Kind::Stage, "final"), (Kind::Result, "seen off Australia, Ukraine and Germany")]);
}

const ROUND_UP: &str = "date 2012-06-09\nEuro 2012 day one\n\nPoland 1-1 Greece\n\nRobert Lewandowski headed the hosts in \
    front and Dimitris Salpingidis equalised.\n\nRussia 4-1 Czech Republic\n\nAlan Dzagoev scored twice for the Russians. \
    The Czechs pulled one back through Vaclav Pilar.\n";

#[test]
fn a_heading_names_the_match_of_what_follows() {
    holds(
        ROUND_UP,
        &[
            (Kind::Score, "Poland 1-1 Greece"),
            (Kind::Score, "Russia 4-1 Czech Republic"),
            (Kind::Scorer, "Alan Dzagoev scored"),
            (Kind::Order, "pulled one back"),
        ],
    );
}

/// The final to come is the seventh, and so is the semi-final that led to it.
#[test]
fn a_final_to_come_is_counted_once() {
    let text = "date 2026-07-18\nSpain meet Argentina in the World Cup final in East Rutherford on Sunday. Argentina, in their \
        seventh final, seek a fourth title.\n";
    holds(text, &[(Kind::Tally, "their seventh final")]);
    fails(text, &[("seventh final", "eighth final"), ("seventh final", "sixth final")]);
}

/// Nobody finished with more goals than he has at all finals there were.
#[test]
fn a_haul_is_no_more_than_all_his_goals() {
    let text = "date 1958-06-29\nBrazil beat Sweden 5-2 in Stockholm to win the World Cup. Just Fontaine of France finished the \
        tournament with 13 goals.\n";
    holds(text, &[(Kind::Tally, "13 goals")]);
    fails(text, &[("13 goals", "15 goals")]);
    let other = text.replace("the tournament with 13 goals", "the league season with 34 goals");
    holds(&other, &[]);
}
