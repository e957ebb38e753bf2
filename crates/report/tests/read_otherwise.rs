//! What is right of another day, another match or another man than the report is about: it is not denied, and what is of
//! the report's own is.

mod told;

use byline_report::claim::Kind;
use told::{contradicted, fails_at, holds};

const BLOEMFONTEIN: &str =
    "date 2010-06-27\nGermany beat England 4-1 in the last 16 of the World Cup in Bloemfontein.\n\n";
const AL_KHOR: &str =
    "date 2022-12-10\nEngland lost 2-1 to France in the quarter-final of the World Cup at Al Bayt Stadium.\n\n";
const RIO: &str =
    "date 2014-07-13\nGermany beat Argentina 1-0 after extra time in the World Cup final in Rio de Janeiro.\n\n";
const BERNE: &str = "date 1954-07-04\nWest Germany beat Hungary 3-2 in the World Cup final in Berne.\n\n";
const JOHANNESBURG: &str =
    "date 2010-07-11\nSpain beat the Netherlands 1-0 after extra time in the World Cup final in Johannesburg.\n\n";
const BERLIN: &str = "date 2024-07-14\nSpain beat England 2-1 in the final of Euro 2024 in Berlin on Sunday.\n\n";
const BARCELONA: &str = "date 1982-07-05\nItaly beat Brazil 3-2 at the World Cup in Barcelona.\n\n";

/// Nothing is denied of a story with each of some sentences behind it.
fn stand(story: &str, sentences: &[&str]) {
    for sentence in sentences {
        let text = format!("{story}{sentence}\n");
        assert_eq!(contradicted(&text), [], "{sentence}");
    }
}

#[test]
fn a_score_with_a_place_of_its_own_is_of_a_match_there() {
    stand(
        BLOEMFONTEIN,
        &[
            "England had beaten Germany 5-1 in Munich.",
            "England won 5-1 in Munich, Owen scoring three.",
            "England had beaten Germany 5-1 in Munich in 2001.",
        ],
    );
    fails_at(&format!("{BLOEMFONTEIN}Germany won 4-1 in Bloemfontein."), "won 4-1", "won 5-1", "won 5-1");
}

#[test]
fn the_last_meeting_may_have_been_a_friendly() {
    stand(AL_KHOR, &["France had won 3-2 when the sides last met, in Paris, Varane having been sent off."]);
}

#[test]
fn what_would_have_been_is_not_counted() {
    stand(AL_KHOR, &["A goal from Kane in the 84th minute would have made it 2-2."]);
    stand(RIO, &["For Argentina there was no third title, 28 years after the second."]);
}

#[test]
fn a_surname_may_be_of_somebody_else_at_the_tournament() {
    stand(RIO, &["Rodríguez finished with six goals and took the golden boot."]);
}

#[test]
fn a_country_names_the_tournament_it_held() {
    stand(AL_KHOR, &["Kane had won the golden boot with six goals in Russia, three of them penalties."]);
}

#[test]
fn goals_of_both_competitions_are_counted_together() {
    let berlin =
        "date 2006-07-09\nItaly beat France on penalties after a 1-1 draw in the World Cup final in Berlin.\n\n";
    stand(
        berlin,
        &["Henry's eleven goals, five at European Championships and six at World Cups, made him their leading scorer."],
    );
}

#[test]
fn matches_on_the_way_are_not_those_of_the_tournament() {
    stand(
        JOHANNESBURG,
        &[
            "The Dutch had won all eight matches to get there.",
            "Spain scored three goals in three games to reach the final.",
        ],
    );
    stand(
        "date 2022-12-18\nArgentina beat France on penalties after a 3-3 draw in the World Cup final at Lusail.\n\n",
        &["Argentina came through South America unbeaten."],
    );
}

#[test]
fn matches_of_a_group_are_the_group_matches() {
    let text = format!("{BARCELONA}Italy had drawn all three matches of their group.\n");
    holds(&text, &[(Kind::Streak, "drawn all three matches of their group")]);
    fails_at(&text, "drawn all three", "won all three", "won all three");
}

#[test]
fn goals_in_another_place_are_of_a_match_there() {
    stand(
        BERNE,
        &["Rahn's goal in the 77th minute in Basel had been the third.", "Puskas had scored twice at Wembley."],
    );
    fails_at(
        &format!("{BERNE}Rahn's winner in the 84th minute in Berne was the third.\n"),
        "84th minute",
        "64th minute",
        "64th minute",
    );
    stand(
        "date 2024-06-20\nSpain beat Italy 1-0 at Euro 2024 in Gelsenkirchen.\n\n",
        &["Joselu's late goal had beaten Italy a year before."],
    );
}

#[test]
fn who_managed_several_nations_was_at_all_their_tournaments() {
    let text = "date 2006-06-26\nItaly beat Australia 1-0 in the last 16 of the World Cup in Kaiserslautern.\n\nHiddink, \
        in his third World Cup, had Australia within seconds of extra time.\n";
    holds(text, &[(Kind::Role, "his third World Cup")]);
    fails_at(text, "third World Cup", "fifth World Cup", "fifth World Cup");
}

#[test]
fn a_goal_of_another_competition_is_of_no_match_here() {
    stand(
        "date 2022-12-18\nArgentina beat France on penalties after a 3-3 draw in the World Cup final at Lusail on Sunday.\n\n",
        &[
            "Di Maria, who had scored the only goal of the Copa final at the Maracana the year before, made it 2-0 on 36 \
           minutes.",
        ],
    );
}

#[test]
fn goals_of_a_tournament_are_not_looked_for_in_one_match() {
    let saint_denis =
        "date 2016-07-10\nPortugal beat France 1-0 after extra time in the final of Euro 2016 in Saint-Denis.\n\n";
    stand(
        saint_denis,
        &["Griezmann's six goals were the most at a European Championship since Platini's nine in 1984."],
    );
    stand(BERLIN, &["Kane, with three, shared the prize for the top scorer with five others."]);
}

#[test]
fn shoot_outs_are_told_by_whom_they_were_against() {
    let rome = "date 1990-07-08\nWest Germany beat Argentina 1-0 in the World Cup final in Rome on Sunday.\n\n";
    let text = format!("{rome}Argentina had won shoot-outs against Yugoslavia and Italy.\n");
    holds(&text, &[(Kind::ShootOut, "Yugoslavia"), (Kind::ShootOut, "Italy")]);
    fails_at(&text, "won shoot-outs against", "lost shoot-outs to", "Yugoslavia");
    let lisbon = "date 2006-07-01\nPortugal beat England on penalties after a goalless draw in the World Cup quarter-final in \
        Gelsenkirchen.\n\n";
    let text = format!("{lisbon}England have lost shoot-outs to West Germany in 1990 and Argentina in 1998.\n");
    holds(&text, &[(Kind::ShootOut, "West Germany in 1990"), (Kind::ShootOut, "Argentina in 1998")]);
}

#[test]
fn titles_are_counted() {
    let yokohama = "date 2002-06-30\nBrazil beat Germany 2-0 in the World Cup final in Yokohama on Sunday.\n\n";
    let text = format!("{yokohama}Brazil have now won five World Cups, two more than Italy and Germany.\n");
    holds(&text, &[(Kind::Title, "five World Cups"), (Kind::Title, "two more than Italy")]);
    fails_at(&text, "won five World Cups", "won six World Cups", "six World Cups");
    fails_at(&text, "than Italy and", "than Argentina and", "two more than Argentina");
    holds(
        &format!("{yokohama}Brazil became the first country to win five World Cups.\n"),
        &[(Kind::Title, "five World Cups")],
    );
    stand(yokohama, &["Between them Germany and Argentina have won five World Cups."]);
    holds(
        &format!("{BERLIN}Spain now have four titles, one more than Germany.\n"),
        &[(Kind::Title, "four titles"), (Kind::Title, "one more than Germany")],
    );
    let wembley = "date 2021-07-11\nItaly beat England on penalties after a 1-1 draw in the final of Euro 2020 at \
        Wembley on Sunday.\n\n";
    stand(wembley, &["It was Italy's second title, 53 years after the first."]);
    fails_at(
        &format!("{wembley}It was Italy's second title, 53 years after the first.\n"),
        "53 years",
        "43 years",
        "43 years",
    );
}

#[test]
fn the_first_title_since_a_year_stands_behind_another() {
    let lusail = "date 2022-12-18\nArgentina beat France on penalties after a 3-3 draw in the World Cup final at Lusail on \
        Sunday.\n\n";
    for words in [
        "It was Argentina's third World Cup and the first since 1986.",
        "Argentina won their third title, their first since 1986.",
    ] {
        let text = format!("{lusail}{words}\n");
        holds(&text, &[(Kind::FirstSince, "first since 1986")]);
        fails_at(&text, "since 1986", "since 1978", "since 1978");
    }
    stand(lusail, &["Messi scored twice, the first since 1958 to do so at 35."]);
}

#[test]
fn an_own_goal_is_no_goal_of_his() {
    let hamburg = "date 2024-06-19\nCroatia and Albania drew 2-2 at Euro 2024 in Hamburg on Wednesday.\n\n";
    stand(hamburg, &["Kramaric levelled and an own goal by Klaus Gjasula made it 2-1 two minutes later."]);
}
