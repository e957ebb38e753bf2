//! Round-ups and reports of a day: several matches in one text, what was feared or lost, kicks that decided a shoot-out,
//! groups by their letter.

mod told;

use byline_report::claim::Kind;
use told::{contradicted, fails_at, found, holds};

/// Whether any statement of a kind is made of some words.
fn says(text: &str, kind: Kind, words: &str) -> bool {
    found(text).iter().any(|(of, said, _)| *of == kind && said.contains(words))
}

#[test]
fn the_letter_of_a_group_ends_a_sentence() {
    let text = "date 2018-06-29\nBelgium beat England 1-0 in Kaliningrad on Thursday and so won Group G. Adnan Januzaj \
        curled in the only goal in the 51st minute.\n";
    holds(text, &[(Kind::Table, "won Group G"), (Kind::Scorer, "Januzaj curled"), (Kind::Minute, "51st minute")]);
    fails_at(text, "51st", "57th", "57th");
    fails_at(text, "won Group G", "won Group H", "Group H");
}

const KICKS: &str = "date 2018-07-03\nEngland defeat Colombia 4-3 on penalties\n\nThe teams were level at 1-1 in Moscow on \
    Tuesday. Eric Dier ultimately scored the winning penalty and sent England through.\n";

#[test]
fn the_kick_that_decides_a_shoot_out_is_no_goal() {
    holds(KICKS, &[(Kind::ShootOut, "defeat Colombia 4-3 on penalties"), (Kind::ShootOut, "Eric Dier")]);
    fails_at(KICKS, "England defeat Colombia 4-3", "Colombia defeat England 4-3", "defeat England");
    fails_at(KICKS, "4-3 on penalties", "4-2 on penalties", "4-2");
}

const DAY: &str = "date 2014-06-23\nBrazil beat Cameroon 4-1 in Brasilia on Monday. Brazil are through.\n";

#[test]
fn what_was_feared_lost_or_avoided_did_not_happen() {
    holds(DAY, &[(Kind::Score, "beat Cameroon 4-1"), (Kind::Progress, "are through")]);
    fails_at(DAY, "Brazil are through", "Brazil went out of the World Cup", "went out");
    for rest in [
        "That had raised the possibility of Brazil going out.",
        "Brazil were in danger of elimination in the first round for the first time since 1966.",
        "Two late misses ultimately cost Mexico top spot in the group on goal difference.",
        "Brazil avoided elimination in the group stage.",
        "Mexico become second in the group with that lead.",
    ] {
        assert_eq!(contradicted(&DAY.replace("Brazil are through.", rest)), [], "{rest}");
    }
}

#[test]
fn a_day_told_of_another_match_is_no_next_match() {
    let text = "date 2014-06-26\nSwitzerland beat Honduras 3-0 in Manaus on Wednesday.\n\nThe day had kicked off on \
        Wednesday with Bosnia returning with a win against the side ranked 43rd, Iran.\n";
    assert_eq!(contradicted(text), []);
    let next = "date 2014-06-26\nSwitzerland beat Honduras 3-0 in Manaus on Wednesday. Switzerland face Argentina next, on \
        Tuesday.\n";
    holds(next, &[(Kind::NextFixture, "Argentina"), (Kind::NextFixture, "Tuesday")]);
    fails_at(next, "on Tuesday", "on Sunday", "Sunday");
}

#[test]
fn what_is_told_of_a_third_team_is_not_of_the_two() {
    let text = |rest: &str| format!("date 2014-06-25\nGreece beat Ivory Coast 2-1 in Fortaleza on Tuesday. {rest}\n");
    let holds_of_two = text("Greece won with a penalty by Georgios Samaras to reach the last 16.");
    holds(&holds_of_two, &[(Kind::Stage, "last 16")]);
    assert!(!says(&text("Uruguay are on to the last 16."), Kind::Stage, "last 16"));
    assert!(!says(&text("The surprise winner is Costa Rica."), Kind::Order, "winner"));
    assert!(!says(&text("Samaras ran past the Japan defence."), Kind::Result, "past the Japan"));
}

#[test]
fn a_place_clinched_is_no_goal_and_a_keeper_left_out_no_mistake() {
    let text = |rest: &str| format!("date 2018-06-21\nFrance beat Peru 1-0 in Yekaterinburg on Thursday. {rest}\n");
    assert!(!says(&text("France clinched a place in the last 16."), Kind::Order, "clinched"));
    assert!(!says(&text("It was the World Cup's first shoot-out."), Kind::FirstSince, "first shoot-out"));
    assert_eq!(contradicted(&text("Peru goalkeeper Carlos Caceda was dropped from the side.")), []);
}

const ROUND: &str = "date 2014-06-24\nThe groups came to their end on Monday.\n\nNetherlands 2-0 Chile\n\nLeroy Fer headed in \
    the first in the 77th minute.\n\nCameroon 1-4 Brazil\n\nJoel Matip levelled for Cameroon in the 26th minute.\n\nMexico \
    garnered seven points, and Croatia were knocked out along with Cameroon.\n";

#[test]
fn below_a_score_its_match_is_told_of() {
    holds(
        ROUND,
        &[
            (Kind::Score, "Netherlands 2-0 Chile"),
            (Kind::Scorer, "Leroy Fer headed"),
            (Kind::Minute, "77th"),
            (Kind::Scorer, "Joel Matip levelled"),
            (Kind::Order, "levelled"),
            (Kind::Minute, "26th"),
            (Kind::Table, "seven points"),
            (Kind::Progress, "were knocked out"),
        ],
    );
    fails_at(ROUND, "Netherlands 2-0 Chile", "Netherlands 2-1 Chile", "2-1");
}

#[test]
fn a_day_still_to_come_is_of_no_match_played() {
    let text = "date 2018-06-19\nRussia beat Egypt 3-1 in Saint Petersburg on Tuesday.\n\nWednesday's schedule\n";
    assert!(!says(text, Kind::Date, "Wednesday"));
    holds(text, &[(Kind::Date, "Tuesday")]);
}

const HEADED: &str = "date 2010-06-18\nWorld Cup Group C: Slovenia 2 – United States 2\n\nValter Birsa, who had come on in no \
    hurry, opened the scoring in the 13th minute. The second half was far better than the opening 45 minutes, and Michael \
    Bradley, who had been moved forward, levelled in the 82nd minute.\n";

#[test]
fn a_score_with_a_dash_between_its_halves_is_one() {
    holds(HEADED, &[(Kind::Score, "Slovenia 2 – United States 2"), (Kind::Minute, "13th"), (Kind::Minute, "82nd")]);
    fails_at(HEADED, "Slovenia 2 – United", "Slovenia 3 – United", "Slovenia 3");
    fails_at(HEADED, "13th", "17th", "17th");
    assert!(!says(HEADED, Kind::Minute, "opening 45 minutes"));
    let text = "date 2010-06-24\nThe United States beat Algeria 1-0 in Pretoria on Wednesday.\n\nEdson Buddle, who came on in \
        the second half, saw Landon Donovan score the winner in stoppage time.\n";
    assert!(!says(text, Kind::Minute, "second half"));
    holds(text, &[(Kind::Minute, "stoppage time")]);
}
