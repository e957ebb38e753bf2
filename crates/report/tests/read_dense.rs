//! History and counts told in passing of people and teams a sentence need not name, with one fact of each changed.

mod told;

use told::{contradicted, found, holds, readings};

/// A report of one match, and words behind it.
fn after(head: &str, words: &str) -> String {
    format!("{head}\n\n{words}\n")
}

/// Something of every piece is confirmed and nothing contradicted; with the words changed something is.
#[track_caller]
fn changed(head: &str, cases: &[(&str, &str, &str)]) {
    let alone = found(head).len();
    for (words, right, wrong) in cases {
        let text = after(head, words);
        holds(&text, &[]);
        assert!(found(&text).len() > alone, "{words} is not read");
        let text = after(head, &words.replacen(right, wrong, 1));
        assert!(!contradicted(&text).is_empty(), "{wrong:?} is not contradicted: {:#?}", found(&text));
    }
}

/// What is told is confirmed by a reading that has some words in it.
#[track_caller]
fn read_as(head: &str, cases: &[(&str, &str)]) {
    for (words, reading) in cases {
        let text = after(head, words);
        holds(&text, &[]);
        let found = readings(&text);
        assert!(found.iter().any(|(_, told)| told.contains(reading)), "{words}: no {reading:?} in {found:#?}");
    }
}

const BERN: &str = "date 1954-07-03\nHungary meet West Germany in the World Cup final in Berne on Sunday.";
const STUTTGART: &str =
    "date 1974-07-07\nPoland beat Brazil 1-0 in Munich on Saturday in the match for third place of the World Cup.";
const BELO_HORIZONTE: &str =
    "date 2014-07-09\nGermany beat Brazil, the hosts, 7-1 in Belo Horizonte on Tuesday to reach the World Cup final.";
const LUSAIL: &str =
    "date 2022-12-19\nArgentina won the World Cup on Sunday, beating France on penalties in Lusail after a 3-3 draw.";
const KIEV: &str = "date 2012-07-02\nSpain beat Italy 4-0 in Kiev on Sunday to win the European Championship.";
const ROME: &str = "date 1990-07-09\nWest Germany beat Argentina 1-0 in Rome on Sunday to win the World Cup.";
const HAMBURG: &str = "date 1988-06-26\nThe Netherlands beat the Soviet Union 2-0 in Munich on Saturday to win the European Championship.";

#[test]
fn goals_of_somebody_are_known_by_where_they_fell() {
    changed(
        STUTTGART,
        &[
            ("Andrzej Szarmach scored five goals, three of them against Haiti.", "Haiti", "Italy"),
            ("Gerd Müller scored ten goals in 1970, and three of them against Peru.", "three of them", "four of them"),
        ],
    );
    changed(
        HAMBURG,
        &[("Marco van Basten scored five goals, three of them at England's expense.", "three of", "four of")],
    );
    read_as(
        BELO_HORIZONTE,
        &[
            ("Gerd Müller scored two in vain in the 4-3 with Italy in 1970.", "2 goals against Italy"),
            ("Pelé had six goals in 1958, and three came in the semi-final with France.", "in the semi-final"),
            ("Pelé was hurt soon. In 1962 he scored once.", "1 goal, World Cup 1962"),
            ("Boniek had a hat-trick against Belgium in 1982.", "3 goals against Belgium"),
        ],
    );
}

#[test]
fn goals_beside_a_name_are_of_a_match_a_tournament_or_all_of_them() {
    changed(
        STUTTGART,
        &[
            (
                "Lato scored seven goals. Szarmach finished with five, Deyna with three.",
                "Deyna with three",
                "Deyna with six",
            ),
            ("Lato scored seven goals. Szarmach finished with five.", "five", "eight"),
        ],
    );
    changed(ROME, &[("Klinsmann and Brehme had three goals apiece.", "three", "five")]);
    read_as(
        BELO_HORIZONTE,
        &[
            ("They did without Neymar, who has four goals.", "4 goals of the World Cup 2014"),
            ("Miroslav Klose's was his 16th, one more than Ronaldo managed.", "goal number 16"),
            ("Gerd Müller's 14 goals stood for 32 years.", "14 goals of the World Cup of every year"),
        ],
    );
    // Six of all years, three of this one.
    holds(&after(LUSAIL, "Ivan Perisic's goal against Japan was his sixth in all."), &[]);
}

#[test]
fn places_and_rounds_are_known_by_their_years() {
    changed(
        LUSAIL,
        &[
            ("Croatia were third in 1998, second in 2018.", "1998", "2006"),
            ("Germany lost the finals of 1982 and 1986.", "1982", "1978"),
        ],
    );
    changed(ROME, &[("After losing the finals of 1982 and 1986, West Germany won that of 1990.", "1982", "1978")]);
    // Nobody played one.
    let none = found(&after(LUSAIL, "Uruguay won it, but there was no final in 1950."));
    assert!(none.iter().all(|(_, words, _)| words != "final in 1950"), "{none:#?}");
}

#[test]
fn matches_are_reckoned_up() {
    changed(
        BERN,
        &[
            ("Hungary have 25 goals to their name from four matches.", "25", "23"),
            ("Hungary won all four of their matches.", "won all four", "drew all four"),
        ],
    );
    changed(
        "date 2002-06-23\nSouth Korea beat Spain on penalties in Gwangju on Saturday to reach the semi-finals of the World Cup.",
        &[("Until this month South Korea had played 14 matches at World Cups and won none.", "14", "13")],
    );
    read_as(
        "date 2022-11-23\nCameroon meet Switzerland at Al Janoub Stadium on Thursday in their first match of the World Cup.",
        &[
            ("Cameroon have lost their last seven matches at the finals.", "lost the last 7 matches"),
            ("In 2010 and again in 2014 Cameroon went home without a point.", "without a point"),
            ("In Spain in 1982 Cameroon drew all three.", "drew all 3"),
        ],
    );
    // Both sides scored them.
    holds(
        "date 2021-06-29\nSwitzerland beat France on penalties in Bucharest on Monday to reach the quarter-finals of Euro 2020.\n\n\
         France went out on a day which featured a total of 14 goals in two games.",
        &[],
    );
}

#[test]
fn tournaments_of_one_man_are_counted() {
    changed(
        "date 2002-06-23\nSouth Korea beat Spain on penalties in Gwangju on Saturday to reach the semi-finals of the World Cup.",
        &[("Hong Myung-bo, in his fourth World Cup, put away the last kick.", "fourth", "sixth")],
    );
    changed(
        "date 2021-06-29\nEngland meet Germany at Wembley on Tuesday in the round of 16 of Euro 2020.",
        &[("It is Joachim Löw's fourth European Championship in charge.", "fourth", "fifth")],
    );
}

#[test]
fn results_of_the_team_a_piece_is_about_need_not_name_it() {
    changed(LUSAIL, &[("Argentina had begun badly. Mexico and Poland were both beaten 2-0.", "2-0", "4-0")]);
    changed(
        "date 1950-07-17\nUruguay beat Brazil 2-1 in Rio de Janeiro on Sunday to win the World Cup.",
        &[(
            "Brazil had 13 goals from two matches: seven against Sweden, six against Spain.",
            "six against",
            "five against",
        )],
    );
    // The two had met before in the tournament, and so.
    holds(
        &after(KIEV, "Italy, who held them 1-1 on the opening Sunday, were the only side to score against them."),
        &[],
    );
    // A team and a day that are others.
    holds(
        "date 2018-07-03\nBelgium scored a late winner to beat Japan 3-2 on Monday and set up a World Cup quarter-final against \
         Brazil.\n\nNobody had come back from two goals down since Germany beat England 3-2 in Mexico in 1970.",
        &[],
    );
}

#[test]
fn titles_are_counted_though_nobody_is_named() {
    changed(
        "date 2006-07-10\nItaly won the World Cup on Sunday, beating France on penalties in Berlin after a 1-1 draw.",
        &[
            ("It is a fourth title, only one fewer than Brazil have.", "fourth", "third"),
            ("It is a fourth title, 24 years after the third.", "24", "20"),
        ],
    );
}

#[test]
fn a_goal_that_ends_extra_time_is_of_a_match_that_had_some() {
    holds(
        "date 2004-07-05\nGreece beat Portugal 1-0 in Lisbon on Sunday to win the European Championship.\n\n\
         Dellas scored the only silver goal the tournament has known.",
        &[],
    );
}

#[test]
fn what_was_told_of_another_match_is_not_held_against_this_one() {
    // Reached in the end, and not by that match.
    holds(
        "date 2018-06-29\nColombia beat Senegal 1-0 in Samara on Thursday to win their group at the World Cup.\n\n\
         Aliou Cissé captained the side that beat France in 2002 and reached the quarter-finals.",
        &[],
    );
    holds(
        "date 2008-06-09\nCroatia beat Austria 1-0 in Vienna on Sunday at Euro 2008.\n\nTheir best days lie further off. In \
         1954 Austria beat Switzerland 7-5. Four days later West Germany beat them 6-1.",
        &[],
    );
    // One goal of this tournament, five of another.
    holds(
        "date 1994-07-11\nBulgaria beat Germany 2-1 in East Rutherford on Sunday to reach the semi-finals of the World Cup.\n\n\
         Lothar Matthäus had scored from the spot, his sixth goal at the finals.",
        &[],
    );
}

#[test]
fn what_stands_behind_a_team_is_of_that_team() {
    let kazan = "date 2018-06-28\nGermany went out of the World Cup on Wednesday, losing 2-0 to South Korea in Kazan.\n\nItaly, \
        winners in 2006, and Brazil, fourth in 2014, know how that feels.\n";
    assert_eq!(contradicted(kazan), []);
    let brussels = "date 2000-06-25\nItaly beat Romania 2-0 in Brussels on Saturday to reach the semi-finals of Euro \
        2000.\n\nDino Zoff's side have won all four of their matches in normal time.\n";
    assert_eq!(contradicted(brussels), []);
}

#[test]
fn counts_of_other_football_and_of_other_days_are_left() {
    let told = |head: &str, told: &str| {
        assert_eq!(contradicted(&format!("date {head}\n\n{told}\n")), [], "{told}");
    };
    let qatar = "2022-12-11\nFrance beat England 2-1 in Al Khor on Saturday to reach the semi-finals of the World Cup.";
    told(qatar, "Didier Deschamps, in his fourth World Cup, has seen it all.");
    told(qatar, "Morocco had won their last five matches at home.");
    let yokohama = "2002-07-01\nBrazil beat Germany 2-0 in Yokohama on Sunday in the final of the World Cup.";
    told(yokohama, "For Cafu it was a second title.");
    let leon = "1970-06-18\nItaly beat West Germany 4-3 after extra time in Mexico City on Wednesday in the semi-finals of the World Cup.";
    told(leon, "Gerd Müller had seven goals after the group.");
    let barcelona = "1982-07-12\nItaly beat West Germany 3-1 in Madrid on Sunday in the final of the World Cup.";
    told(barcelona, "Italy drew all three and then won all four.");
    let lusail = "2022-12-19\nArgentina beat France 4-2 on penalties in Lusail on Sunday after a 3-3 draw in the World Cup final.";
    told(lusail, "Argentina came to Qatar unbeaten.");
}
