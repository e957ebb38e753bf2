//! One fact of a sentence changed: how a match stood at a minute, who has how many goals, who kept goal, who was met.

mod told;

use byline_report::claim::Kind;
use told::{contradicted, found, holds};

/// What is told of a match is found right by its kind and words; with some words changed it is contradicted.
#[track_caller]
fn slips(head: &str, cases: &[(&str, Kind, &str, (&str, &str))]) {
    for (words, kind, confirmed, (right, wrong)) in cases {
        let text = format!("{head}\n\n{words}\n");
        holds(&text, &[(*kind, confirmed)]);
        assert!(contradicted(&text).is_empty(), "{words}: {:#?}", contradicted(&text));
        let text = format!("{head}\n\n{}\n", words.replacen(right, wrong, 1));
        assert!(!contradicted(&text).is_empty(), "{wrong:?} is not contradicted: {:#?}", found(&text));
    }
}

/// Nothing is contradicted.
#[track_caller]
fn silent(head: &str, cases: &[&str]) {
    for words in cases {
        let text = format!("{head}\n\n{words}\n");
        assert!(contradicted(&text).is_empty(), "{words}: {:#?}", contradicted(&text));
    }
}

const GOODISON: &str =
    "date 1966-07-24\nPortugal beat North Korea 5-3 in the World Cup quarter-final at Goodison Park on Saturday.";
const BRUGES: &str = "date 2000-06-22\nSpain beat Yugoslavia 4-3 in Bruges on Wednesday in Euro 2000.";
const BELO_HORIZONTE: &str =
    "date 2014-07-09\nGermany beat Brazil 7-1 in Belo Horizonte on Tuesday in the World Cup semi-final.";
const AVEIRO: &str = "date 2004-06-20\nThe Czech Republic beat the Netherlands 3-2 in Aveiro on Saturday in Euro 2004.";
const SOCCER_CITY: &str = "date 2010-07-03\nUruguay beat Ghana 4-2 on penalties after a 1-1 draw in their World Cup quarter-final \
    in Johannesburg on Friday.";
const AMSTERDAM: &str = "date 2000-06-30\nItaly beat the Netherlands 3-1 on penalties in Amsterdam on Thursday after a goalless semi-final.";

#[test]
fn how_a_match_stood_at_a_minute() {
    slips(
        GOODISON,
        &[
            ("North Korea led Portugal 3-0 after 25 minutes.", Kind::Minute, "after 25 minutes", ("3-0", "4-0")),
            ("North Korea were 3-0 ahead after 25 minutes.", Kind::Minute, "after 25 minutes", ("25", "50")),
            ("By the 43rd it was 2-3.", Kind::Minute, "the 43rd", ("43rd", "15th")),
        ],
    );
    slips(
        BELO_HORIZONTE,
        &[
            ("By the half-hour it was 5-0.", Kind::Minute, "the half-hour", ("5-0", "4-1")),
            ("Germany were three goals up after 25 minutes.", Kind::Minute, "after 25 minutes", ("25", "60")),
            ("It was 5-0 then.", Kind::RunningScore, "5-0", ("5-0", "5-1")),
        ],
    );
    slips(
        AVEIRO,
        &[("Two goals down after 20 minutes, the Czechs won 3-2.", Kind::Minute, "after 20 minutes", ("20", "40"))],
    );
    slips(
        BRUGES,
        &[
            ("Spain trailed Yugoslavia 3-2 with three minutes left.", Kind::RunningScore, "3-2", ("3-2", "4-2")),
            ("Alfonso made it 4-3.", Kind::RunningScore, "4-3", ("4-3", "5-3")),
        ],
    );
    silent(
        BRUGES,
        &[
            "Spain could have been 4-0 down after 20 minutes.",
            "They were lucky not to be 2-0 behind after ten minutes.",
            "Norway led Yugoslavia 1-0 after eight minutes when they met in Liege.",
        ],
    );
}

#[test]
fn goals_counted_by_tournaments_are_of_somebody_told_of() {
    const PORTRAIT: &str = "date 2026-07-20\nKylian Mbappé has more goals at World Cups than any other scorer.";
    slips(
        PORTRAIT,
        &[
            (
                "He has 22 goals: four as a teenager in Russia, eight in Qatar.",
                Kind::Tally,
                "eight in Qatar",
                ("eight", "nine"),
            ),
            (
                "The goals are soon counted: four as a teenager in Russia, eight in Qatar.",
                Kind::Tally,
                "in Russia",
                ("four", "six"),
            ),
        ],
    );
    const KLOSE: &str = "date 2014-07-14\nMiroslav Klose is the leading scorer of the World Cup with 16 goals.";
    slips(
        KLOSE,
        &[(
            "The goals came early. He left Japan with five, every one of them headed.",
            Kind::Tally,
            "five",
            ("five", "six"),
        )],
    );
    silent(PORTRAIT, &["France built nine stadiums for the goals of 2016: three in Paris, four in the south."]);
}

#[test]
fn who_saved_a_kick_was_in_goal() {
    slips(
        SOCCER_CITY,
        &[
            (
                "Fernando Muslera saved John Mensah's penalty in the shoot-out.",
                Kind::Keeper,
                "Fernando Muslera saved",
                ("Fernando Muslera", "Juan Castillo"),
            ),
            (
                "John Mensah missed the third kick.",
                Kind::ShootOut,
                "John Mensah missed",
                ("John Mensah", "Kevin-Prince Boateng"),
            ),
        ],
    );
}

#[test]
fn whom_a_clause_of_who_beat() {
    slips(
        SOCCER_CITY,
        &[(
            "Uruguay meet the Netherlands, who put Brazil out earlier in the day.",
            Kind::Result,
            "put Brazil",
            (
                "the Netherlands, who put Brazil",
                "the Netherlands, who put Slovakia out, and Brazil, who put the Netherlands",
            ),
        )],
    );
    slips(
        AVEIRO,
        &[(
            "The Dutch, who drew with Germany, meet Latvia next.",
            Kind::Result,
            "drew with Germany",
            ("drew with", "beat"),
        )],
    );
}

#[test]
fn a_side_called_by_what_it_is_in_a_result() {
    holds(
        &format!("{BRUGES}\n\nSpain are through and meet the world champions next.\n"),
        &[(Kind::Title, "world champions")],
    );
    holds(&format!("{AMSTERDAM}\n\nThree kicks did for the co-hosts.\n"), &[(Kind::Role, "the co-hosts")]);
}

#[test]
fn teams_of_a_group_beside_each_other() {
    slips(
        BRUGES,
        &[
            (
                "Yugoslavia finished ahead of Norway and Slovenia.",
                Kind::Table,
                "finished ahead of Norway",
                ("ahead of", "behind"),
            ),
            (
                "Yugoslavia pipped Norway for second place.",
                Kind::Table,
                "Yugoslavia pipped Norway",
                ("Yugoslavia pipped Norway", "Norway pipped Yugoslavia"),
            ),
            ("Both went through, Spain first with six points.", Kind::Table, "first", ("first", "second")),
            ("Norway, third with four points, go home.", Kind::Table, "third", ("third", "fourth")),
            (
                "Yugoslavia were level on four points with Norway.",
                Kind::Table,
                "four points with Norway",
                ("four", "five"),
            ),
            // The state of the day has its own name in the record.
            ("Yugoslavia finished second in Group C.", Kind::Table, "finished second in Group C", ("second", "third")),
        ],
    );
    slips(
        AVEIRO,
        &[(
            "Germany have two points, the Dutch and the Latvians one apiece.",
            Kind::Table,
            "two points",
            ("two points", "three points"),
        )],
    );
    silent(
        AVEIRO,
        &[
            "Germany could have had three points.",
            "Latvia have won all three points of none of their matches.",
            "The Netherlands finished ahead of nobody in their thoughts, and behind the Czech Republic on the night.",
        ],
    );
}

#[test]
fn the_time_it_is_that_a_stage_is_reached() {
    for (head, words) in [
        (GOODISON, "Portugal are in the semi-finals for the first time."),
        (GOODISON, "Portugal, in the last four for the first time, meet England."),
    ] {
        let text = format!("{head}\n\n{words}\n");
        holds(&text, &[(Kind::FirstSince, "for the first time")]);
        let text = text.replace("first time", "second time");
        assert!(!contradicted(&text).is_empty(), "{words}: {:#?}", found(&text));
    }
    silent(SOCCER_CITY, &["Uruguay are in the semi-finals for the fifth time."]);
}

#[test]
fn a_stage_by_the_side_met_in_it() {
    const MOSCOW: &str = "date 2018-07-16\nFrance beat Croatia 4-2 in the World Cup final in Moscow on Sunday.";
    slips(
        MOSCOW,
        &[
            (
                "Croatia needed penalties in the quarter-final with Russia.",
                Kind::Stage,
                "quarter-final",
                ("quarter-final", "semi-final"),
            ),
            ("France trailed in a last-16 tie with Argentina.", Kind::Stage, "last-16", ("last-16", "semi-final")),
            ("On Wednesday Croatia had beaten England 2-1.", Kind::Date, "Wednesday", ("Wednesday", "Friday")),
        ],
    );
    holds(
        &format!("{MOSCOW}\n\nHugo Lloris, 31 and France's captain, gave Mario Mandzukic a goal.\n"),
        &[(Kind::Role, "Hugo Lloris, 31 and France's captain")],
    );
    silent(
        "date 2018-07-08\nCroatia beat Russia on penalties in Sochi on Saturday after a 2-2 draw in the World Cup quarter-final.",
        &["They go into a semi-final against England.", "A final against France may follow."],
    );
}

#[test]
fn shoot_outs_of_a_team_are_counted() {
    const FOXBOROUGH: &str = "date 2026-06-30\nParaguay beat Germany 4-3 on penalties in Foxborough on Monday after a 1-1 draw in the World Cup.";
    slips(
        FOXBOROUGH,
        &[
            ("Germany had won all four of their World Cup shoot-outs.", Kind::Tally, "won all four", ("four", "five")),
            (
                "Germany have now been through five World Cup shoot-outs.",
                Kind::Tally,
                "five World Cup",
                ("five", "six"),
            ),
            (
                "Both had fond memories of World Cup shoot-outs. Germany had come through four.",
                Kind::Tally,
                "come through four",
                ("four", "seven"),
            ),
        ],
    );
    slips(
        AMSTERDAM,
        &[
            (
                "The Dutch have lost shoot-outs at three European Championships in a row.",
                Kind::Streak,
                "lost shoot-outs at three",
                ("three", "four"),
            ),
            (
                "Italy had lost shoot-outs at the last three World Cups.",
                Kind::Streak,
                "lost shoot-outs at the last three",
                ("three", "five"),
            ),
        ],
    );
    silent(
        FOXBOROUGH,
        &[
            "Germany could have won all six of their World Cup shoot-outs.",
            "Bayern have been through nine shoot-outs, and Germany had watched.",
        ],
    );
}

#[test]
fn what_no_match_and_no_count_can_be() {
    for words in [
        "Germany were held 1-0 by Latvia.",
        "England held France 2-1.",
        "Five wins in four matches, and no goal let in.",
    ] {
        let text = format!("{AVEIRO}\n\n{words}\n");
        assert!(!contradicted(&text).is_empty(), "{words}: {:#?}", found(&text));
    }
    silent(
        AVEIRO,
        &[
            "Germany were held 0-0 by Latvia.",
            "They held a 3-2 lead.",
            "The Czechs held off the Netherlands 3-2.",
            "Three wins in two years were not many.",
        ],
    );
}
