//! What is counted and compared over tournaments and matches: titles and finals with the years before, the first of a class
//! of teams, goals of one man beside another's, cards, tables, results by the year and the place.

mod told;

use byline_report::claim::Kind;
use told::{both_ways, contradicted, found, holds};

const LUSAIL: &str = "date 2022-12-19\nArgentina beat France 4-2 on penalties in the World Cup final at Lusail on Sunday \
    after a 3-3 draw. Lionel Messi scored twice and Kylian Mbappe three times.";
const SEMI: &str = "date 2022-12-14\nArgentina beat Croatia 3-0 at Lusail on Tuesday to reach the World Cup final. Lionel \
    Messi scored from the spot and Julian Alvarez twice.";
const RIO: &str = "date 2014-07-14\nGermany beat Argentina 1-0 after extra time in the World Cup final in Rio de Janeiro \
    on Sunday. Mario Gotze scored in the 113th minute.";
const BELO_HORIZONTE: &str = "date 2014-07-09\nGermany beat Brazil 7-1 in Belo Horizonte on Tuesday to reach the World Cup \
    final. Thomas Muller opened the scoring, Miroslav Klose added the second, Toni Kroos scored twice.";
const THUMAMA: &str = "date 2022-12-11\nMorocco beat Portugal 1-0 at Al Thumama on Saturday to reach the semi-finals of the \
    World Cup. Youssef En-Nesyri headed the goal in the 42nd minute.";
const NUREMBERG: &str = "date 2006-06-26\nPortugal beat the Netherlands 1-0 in Nuremberg on Sunday to reach the \
    quarter-finals of the World Cup. Maniche scored in the 23rd minute.";
const LUSAIL_EIGHT: &str = "date 2022-12-10\nArgentina beat the Netherlands on penalties after a 2-2 draw at Lusail on \
    Friday to reach the semi-finals of the World Cup. Nahuel Molina opened the scoring and Lionel Messi added a penalty.";
const KHALIFA: &str = "date 2022-11-24\nJapan came from behind to beat Germany 2-1 at the Khalifa International Stadium on \
    Wednesday. Ilkay Gundogan scored a penalty before Ritsu Doan and Takuma Asano replied.";
const DORTMUND: &str = "date 2024-07-11\nOllie Watkins scored in the last minute as England beat the Netherlands 2-1 in \
    Dortmund on Wednesday to reach the final of Euro 2024.";
const COPENHAGEN: &str = "date 2021-06-29\nSpain beat Croatia 5-3 after extra time in Copenhagen on Monday to reach the \
    quarter-finals of Euro 2020.";
const SAINT_ETIENNE: &str = "date 1998-07-01\nEngland went out of the World Cup late on Tuesday, beaten 4-3 on penalties by \
    Argentina in Saint-Etienne after a second-round tie that finished 2-2.";
const LINEKER: &str = "date 2015-06-10\nGary Lineker scored ten goals at two World Cups for England.\n\nHe was born in \
    Leicester and never booked.";

const KAZAN: &str = "date 2018-07-01\nFrance beat Argentina 4-3 in Kazan on Saturday to reach the quarter-finals of the \
    World Cup.";
const MOSCOW: &str = "date 2018-07-04\nEngland beat Colombia 4-3 on penalties in Moscow on Tuesday after a 1-1 draw to reach \
    the quarter-finals of the World Cup.";

/// Nothing is contradicted.
#[track_caller]
fn quiet(cases: &[(&str, &str)]) {
    for (head, words) in cases {
        let text = format!("{head}\n\n{words}\n");
        assert_eq!(contradicted(&text), [], "{words}: {:#?}", found(&text));
    }
}

#[test]
fn titles_are_counted_with_the_years_of_those_before() {
    both_ways(&[
        (
            LUSAIL,
            "It was Argentina's third World Cup title, after 1978 and 1986.",
            Kind::Title,
            "third",
            ("1986", "1990"),
        ),
        (
            LUSAIL,
            "It was Argentina's third World Cup title, after 1978 and 1986.",
            Kind::Title,
            "1978",
            ("third", "fourth"),
        ),
        (LUSAIL, "It was their first title since 1986.", Kind::Title, "first title", ("1986", "1978")),
        (LUSAIL, "Argentina became champions for the third time.", Kind::Title, "third time", ("third", "fourth")),
        (
            LUSAIL,
            "Argentina became world champions for the first time in 36 years.",
            Kind::FirstSince,
            "in 36 years",
            ("36", "32"),
        ),
        (
            RIO,
            "They are world champions for the first time in 24 years.",
            Kind::FirstSince,
            "in 24 years",
            ("24", "20"),
        ),
        (RIO, "Germany have won four of their eight finals.", Kind::Tally, "four of their eight", ("eight", "seven")),
        (
            RIO,
            "The teams met in a final for the third time, after 1986 and 1990.",
            Kind::HeadToHead,
            "third",
            ("1986", "1982"),
        ),
    ]);
}

#[test]
fn a_title_came_in_its_year() {
    const LUZHNIKI: &str =
        "date 2018-07-14\nFrance meet Croatia in the World Cup final at the Luzhniki Stadium in Moscow on Sunday.";
    both_ways(&[
        (LUZHNIKI, "France's only title came at home in 1998.", Kind::Title, "in 1998", ("1998", "1994")),
        (LUZHNIKI, "France's last European title came in 2000.", Kind::Title, "in 2000", ("2000", "1984")),
        (LUZHNIKI, "Uruguay's last triumph was in 1950.", Kind::Title, "in 1950", ("1950", "1930")),
    ]);
    quiet(&[(LUZHNIKI, "Brazil's last trophy came in 2007, in the Copa America.")]);
}

#[test]
fn finals_are_counted_by_how_they_went() {
    const PENALTIES: &str = "It was the third World Cup final to be decided on penalties, after 1994 and 2006.";
    both_ways(&[
        (LUSAIL, PENALTIES, Kind::FirstSince, "third World Cup final", ("third", "fourth")),
        (LUSAIL, PENALTIES, Kind::FirstSince, "1994", ("1994", "1998")),
        (BELO_HORIZONTE, "Germany reached their eighth World Cup final.", Kind::Tally, "eighth", ("eighth", "seventh")),
    ]);
    const HURST: &str =
        "Mbappe was only the second man to score a hat-trick in a World Cup final, after Geoff Hurst in 1966.";
    both_ways(&[
        (LUSAIL, HURST, Kind::FirstSince, "second man", ("1966", "1970")),
        (LUSAIL, HURST, Kind::FirstSince, "second man", ("second", "third")),
    ]);
    quiet(&[(LUSAIL, "Mbappe is the first man to score four goals in World Cup finals.")]);
}

#[test]
fn the_first_of_a_class_of_teams_is_so_since_the_last() {
    both_ways(&[
        (
            LUSAIL,
            "Argentina are the first South American winners since Brazil in 2002.",
            Kind::FirstSince,
            "South American winners",
            ("2002", "1994"),
        ),
        (
            LUSAIL,
            "France are the first holders to reach the final since Brazil in 1998.",
            Kind::FirstSince,
            "holders to reach",
            ("1998", "1994"),
        ),
        (
            LUSAIL,
            "No country has retained the World Cup since Brazil in 1962.",
            Kind::FirstSince,
            "No country has retained",
            ("1962", "1970"),
        ),
        (
            THUMAMA,
            "They became the first African side to reach the last four.",
            Kind::FirstSince,
            "first African side",
            ("first", "second"),
        ),
        (
            THUMAMA,
            "Morocco were the fourth African team to reach the quarter-finals, after Cameroon, Senegal and Ghana.",
            Kind::FirstSince,
            "fourth African team",
            ("fourth", "fifth"),
        ),
    ]);
}

#[test]
fn goals_of_one_man_stand_beside_those_of_another() {
    both_ways(&[
        (
            LUSAIL,
            "Mbappe finished with eight goals, one more than Messi.",
            Kind::Tally,
            "eight goals",
            ("one more", "two more"),
        ),
        (LUSAIL, "Mbappe finished with eight goals, one more than Messi.", Kind::Tally, "one more", ("eight", "nine")),
        (
            SEMI,
            "Messi's 11th World Cup goal took him past Gabriel Batistuta, who scored ten.",
            Kind::Tally,
            "who scored ten",
            ("scored ten", "scored nine"),
        ),
    ]);
    // It is Messi who has five.
    let text = format!("{SEMI}\n\nAlvarez, who has five in the tournament, scored twice.\n");
    assert!(contradicted(&text).iter().any(|(kind, ..)| *kind == Kind::Tally), "{:#?}", found(&text));
}

#[test]
fn cards_are_counted_and_sides_a_man_short() {
    both_ways(&[
        (
            NUREMBERG,
            "Valentin Ivanov showed 16 yellow cards and four reds.",
            Kind::Card,
            "16 yellow",
            ("four", "three"),
        ),
        (NUREMBERG, "Four players were sent off.", Kind::Card, "Four players", ("Four", "Three")),
        (NUREMBERG, "Both sides finished with nine men.", Kind::Card, "nine men", ("nine", "ten")),
        (
            NUREMBERG,
            "Boulahrouz walked on 63 minutes for a second yellow card.",
            Kind::Minute,
            "63 minutes",
            ("63", "53"),
        ),
    ]);
    holds(
        &format!("{NUREMBERG}\n\nPortugal were reduced to ten men just before the break.\n"),
        &[(Kind::Card, "ten men"), (Kind::Minute, "just before the break")],
    );
}

#[test]
fn who_finished_behind_whom_is_held_against_the_group() {
    const BEHIND: &str = "The Netherlands finished second in Group C behind Argentina.";
    both_ways(&[
        (NUREMBERG, BEHIND, Kind::Table, "behind Argentina", ("behind", "ahead of")),
        (NUREMBERG, BEHIND, Kind::Table, "behind Argentina", ("Argentina", "Ivory Coast")),
        (NUREMBERG, BEHIND, Kind::Table, "behind Argentina", ("Argentina", "Mexico")),
        (
            NUREMBERG,
            "The Netherlands, coached by Marco van Basten, had finished second in Group C.",
            Kind::Role,
            "coached by",
            ("Marco van Basten", "Dick Advocaat"),
        ),
    ]);
    holds(
        &format!("{NUREMBERG}\n\nPortugal had beaten Angola, Iran and Mexico in the group.\n"),
        &[(Kind::Result, "Angola"), (Kind::Result, "Iran"), (Kind::Result, "Mexico")],
    );
}

#[test]
fn a_minute_is_of_the_one_goal_of_its_sentence() {
    both_ways(&[
        (
            LUSAIL_EIGHT,
            "Wout Weghorst pulled one back with the clock showing 83.",
            Kind::Minute,
            "the clock showing 83",
            ("83", "63"),
        ),
        (COPENHAGEN, "Spain's fourth, by Morata, came in the 100th minute.", Kind::Minute, "100th", ("100th", "110th")),
        (COPENHAGEN, "After 90 minutes it was 3-3.", Kind::RunningScore, "3-3", ("3-3", "2-2")),
        (BELO_HORIZONTE, "Klose made it two in the 23rd minute.", Kind::Order, "made it two", ("Klose", "Ozil")),
        (BELO_HORIZONTE, "Four goals came in six minutes.", Kind::Order, "Four goals", ("Four", "Five")),
    ]);
    quiet(&[
        (LUSAIL_EIGHT, "Weghorst, sent on in the 78th minute, pulled one back with a header."),
        (LUSAIL_EIGHT, "Weghorst pulled one back and in the 87th minute Berghuis had a shot blocked."),
        (LUSAIL_EIGHT, "Molina broke the deadlock after 20 minutes in which neither side had a shot."),
        (LUSAIL_EIGHT, "Weghorst pulled a goal back, in his first 10 minutes of football at this World Cup."),
        (LUSAIL_EIGHT, "Messi, who in the 40th minute had been surrounded by four, scored from the spot."),
        (
            LUSAIL_EIGHT,
            "Messi, given the ball in the 10th minute of his 24th World Cup match, later scored from the spot.",
        ),
        (COPENHAGEN, "Morata struck first in extra time and Oyarzabal, on as a substitute, sealed it."),
    ]);
}

#[test]
fn the_clock_and_what_is_left_are_read_in_many_ways() {
    for when in [
        "with the clock on 83",
        "as the clock ticked round to 83",
        "with 83 minutes up",
        "with seven of the 90 minutes left",
        "with seven minutes of regulation left",
        "with under ten minutes left",
        "with fewer than ten minutes to go",
        "as the game entered its last ten minutes",
        "when seven minutes were left",
    ] {
        let text = format!("{LUSAIL_EIGHT}\n\nWeghorst pulled one back {when}.\n");
        let minutes = found(&text).into_iter().filter(|(kind, ..)| *kind == Kind::Minute).count();
        assert_eq!((minutes, contradicted(&text).len()), (1, 0), "{when}: {:#?}", found(&text));
    }
}

#[test]
fn a_result_is_of_the_year_and_the_place_named() {
    both_ways(&[
        (
            KHALIFA,
            "It was Germany's second successive opening defeat, following the 1-0 loss to Mexico in 2018.",
            Kind::Score,
            "1-0 loss to Mexico",
            ("1-0", "2-0"),
        ),
        (
            KHALIFA,
            "Japan had lost 3-2 to Belgium in the last 16 in Russia, after leading 2-0.",
            Kind::Score,
            "lost 3-2 to Belgium",
            ("3-2", "3-1"),
        ),
    ]);
    quiet(&[
        (DORTMUND, "In Qatar they lost 2-1 to France in the last eight."),
        (SAINT_ETIENNE, "England had lost 2-1 to Romania and beaten Tunisia and Colombia 2-0."),
        (LUSAIL, "Didier Deschamps's team had won both previous finals they had played against South Americans."),
    ]);
}

#[test]
fn what_was_done_against_a_side_met_once_is_of_that_match() {
    both_ways(&[
        (
            DORTMUND,
            "Saka's 80th-minute strike had saved them against Switzerland.",
            Kind::Minute,
            "80th-minute",
            ("80th", "70th"),
        ),
        (
            DORTMUND,
            "Saka's 80th-minute strike had saved them against Switzerland.",
            Kind::Scorer,
            "Saka's",
            ("Saka", "Foden"),
        ),
        (LINEKER, "Lineker scored in the 81st minute against Argentina.", Kind::Minute, "81st", ("81st", "71st")),
    ]);
    holds(&format!("{LINEKER}\n\nHe scored in the 81st minute against Argentina.\n"), &[(Kind::Minute, "81st")]);
    // Kane was fouled, and took it himself.
    let text = format!(
        "{DORTMUND}\n\nSaka tucked away the 18th-minute spot-kick after Denzel Dumfries clattered into Kane.\n"
    );
    let of_kane = |words: &str| words.contains("Kane");
    assert!(
        !found(&text).iter().any(|(kind, words, _)| *kind == Kind::Scorer && of_kane(words)),
        "{:#?}",
        found(&text)
    );
}

#[test]
fn a_lead_for_good_and_goals_of_a_spell_are_somebodys() {
    both_ways(&[
        (
            KAZAN,
            "Mbappe, 19, put France ahead for good.",
            Kind::Order,
            "ahead for good",
            ("Mbappe, 19", "Griezmann, 27"),
        ),
        (COPENHAGEN, "Spain's fourth, by Morata, came in the 100th minute.", Kind::Order, "fourth", ("Morata", "Koke")),
    ]);
    holds(&format!("{KAZAN}\n\nTwo goals in four minutes from Mbappe settled it.\n"), &[(Kind::Scorer, "Mbappe")]);
    // What the winners will play is not what comes next.
    quiet(&[(
        MOSCOW,
        "England meet Sweden in Samara. The winners will play Russia or Croatia in Moscow next Wednesday.",
    )]);
    // Each opponent in his own year, and none of them against another.
    let text = format!("{MOSCOW}\n\nThey had lost to West Germany in 1990, Argentina in 1998 and Portugal in 2006.\n");
    let readings = told::readings(&text);
    let between = readings.iter().any(|(_, reading)| reading == "Argentina lost to West Germany");
    assert!(!between, "{readings:#?}");
}
