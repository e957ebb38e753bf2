//! What columns, wires and look-backs of group matches and matches for third place say: when a goal came, since when
//! somebody was the first, who went out, and words that look like a result and are none.

mod told;

use byline_report::claim::Kind;
use told::{Found, fails_at, found, holds, readings};

/// What is found of one kind.
fn of_kind(text: &str, kind: Kind) -> Vec<Found> {
    found(text).into_iter().filter(|(of, ..)| *of == kind).collect()
}

/// Whether a text is taken to say something with these words in it.
fn says(text: &str, words: &str) -> bool {
    readings(text).iter().any(|(_, reading)| reading.contains(words))
}

const GHANA: &str = "date 2022-11-29\nGhana beat South Korea 3-2 in Al Rayyan on Monday. Cho Gue-sung levelled with two quick \
    headers, and then, in the 68th minute, Mohammed Kudus swept in the winner.\n";

#[test]
fn a_minute_behind_then_is_of_what_follows() {
    holds(GHANA, &[(Kind::Minute, "in the 68th minute")]);
    fails_at(GHANA, "the 68th minute", "the 78th minute", "in the 78th minute");
    let opens = GHANA.replace("headers, and then, in", "headers. Then in");
    holds(&opens, &[(Kind::Minute, "in the 68th minute")]);
    fails_at(&opens, "the 68th minute", "the 78th minute", "in the 78th minute");
    let chance = GHANA.replace("swept in the winner", "shot wide").replace("68th", "50th");
    assert!(of_kind(&chance, Kind::Minute).is_empty(), "a chance is no goal");
}

const DAEJEON: &str = "date 2002-06-13\nSpain beat South Africa 3-2 in Daejeon on Wednesday. South Africa answered each time, \
    with Benni McCarthy scoring in the 31st minute to cancel out Raul's opener.\n";

#[test]
fn a_minute_behind_scoring_is_of_whoever_is_named_before_it() {
    holds(DAEJEON, &[(Kind::Minute, "in the 31st minute")]);
    fails_at(DAEJEON, "the 31st minute", "the 41st minute", "in the 41st minute");
    let close = DAEJEON.replace("scoring in the 31st", "coming close to scoring in the 41st");
    assert!(of_kind(&close, Kind::Minute).is_empty(), "nobody scored then");
}

const MUNICH: &str = "date 2006-06-22\nIvory Coast beat Serbia and Montenegro 3-2 in Munich on Wednesday. Serbia and Montenegro \
    went 2-0 ahead after 20 minutes.\n";

#[test]
fn a_side_goes_ahead_at_one_moment() {
    holds(MUNICH, &[(Kind::Minute, "after 20 minutes")]);
    // They still were 2-0 ahead by then, but had not just gone so.
    fails_at(MUNICH, "after 20 minutes", "after 30 minutes", "after 30 minutes");
    let were = MUNICH.replace("went 2-0 ahead after 20", "were 2-0 ahead after 30");
    holds(&were, &[(Kind::Minute, "after 30 minutes")]);
    let near = MUNICH.replace("after 20", "after 23");
    assert!(of_kind(&near, Kind::Minute).is_empty(), "a rough minute is neither");
}

const SAINT_DENIS: &str = "date 1998-07-13\nFrance beat Brazil 3-0 in Saint-Denis on Sunday. France became the first hosts since \
    Argentina in 1978 to win the World Cup.\n";

#[test]
fn the_first_hosts_since_are_counted_among_hosts() {
    holds(SAINT_DENIS, &[(Kind::FirstSince, "the first hosts since Argentina in 1978 to win the World Cup")]);
    fails_at(SAINT_DENIS, "Argentina in 1978", "West Germany in 1974", "first hosts since West Germany");
    let nation = SAINT_DENIS.replace("first hosts", "first host nation");
    holds(&nation, &[(Kind::FirstSince, "the first host nation since Argentina in 1978")]);
}

const KAZAN: &str = "date 2018-06-28\nSouth Korea beat Germany 2-0 in Kazan on Wednesday. Germany became the first reigning world \
    champions since Spain in 2014 to go out in the group stage.\n";

#[test]
fn the_first_holders_since_are_counted_among_holders() {
    holds(KAZAN, &[(Kind::FirstSince, "the first reigning world champions since Spain in 2014")]);
    fails_at(KAZAN, "Spain in 2014", "Italy in 2010", "champions since Italy in 2010");
}

#[test]
fn whoever_had_to_be_defeated_became_nothing() {
    let text = "date 1994-06-30\nSaudi Arabia beat Belgium 1-0 in Washington on Wednesday. Saudi Arabia needed to defeat Belgium \
        to become the first Asian side since North Korea in 1966 to reach the second round.\n";
    assert!(says(text, "Saudi Arabia the first"));
    assert!(!says(text, "Belgium the first"));
}

#[test]
fn a_run_past_players_is_no_result() {
    let text = "date 2002-05-20\nSaudi Arabia met Belgium in Washington at the 1994 World Cup. Saudi Arabia's winner came from \
        Saeed Al-Owairan, beating four Belgian players on a run from his own half.\n";
    assert!(of_kind(text, Kind::Result).is_empty(), "{:?}", found(text));
}

#[test]
fn wins_and_defeats_in_a_group_are_no_score() {
    let text = "date 1994-06-30\nSaudi Arabia beat Belgium 1-0 in Washington on Wednesday. Three teams finished 2-1 in Group F.\n";
    assert!(says(text, "1-0"));
    assert!(!says(text, "2-1"));
}

#[test]
fn a_defeat_that_stares_at_a_side_has_not_come() {
    let text = "date 2008-06-13\nAustria drew 1-1 with Poland in Vienna on Thursday. Austria were staring a second successive 1-0 \
        defeat in the face when Ivica Vastic scored a penalty.\n";
    assert!(of_kind(text, Kind::Streak).is_empty());
}

const THIRD: &str = "date 2018-07-14\nBelgium beat England 2-0 in Saint Petersburg on Saturday to finish third. England were \
    dumped out of the competition by Croatia in the semi-final.\n";

#[test]
fn a_match_for_third_place_puts_nobody_out() {
    holds(THIRD, &[(Kind::Progress, "dumped out of the competition by Croatia in the semi-final")]);
    fails_at(THIRD, "by Croatia in", "by France in", "by France");
    fails_at(THIRD, "in the semi-final", "in the quarter-final", "in the quarter-final");
}

#[test]
fn the_winners_of_the_match_for_third_place_are_out_as_well() {
    let text = "date 2018-07-15\nBelgium beat England 2-0 in Saint Petersburg on Saturday. Belgium were knocked out of the \
        tournament by France in the semi-final.\n";
    holds(text, &[(Kind::Progress, "knocked out of the tournament by France")]);
    fails_at(text, "by France in", "by Brazil in", "by Brazil");
}

const GELSENKIRCHEN: &str =
    "date 2024-06-27\nGeorgia are through to the last 16 after a 2-0 defeat over Portugal in Gelsenkirchen.\n";

#[test]
fn a_defeat_over_a_side_is_its_own() {
    holds(GELSENKIRCHEN, &[(Kind::Score, "2-0 defeat over Portugal")]);
    fails_at(GELSENKIRCHEN, "2-0 defeat over", "3-0 defeat over", "3-0 defeat over Portugal");
    fails_at(GELSENKIRCHEN, "defeat over", "defeat to", "2-0 defeat to Portugal");
}

#[test]
fn the_second_period_is_no_second_goal() {
    let text = "date 2024-06-27\nGeorgia beat Portugal 2-0 in Gelsenkirchen on Wednesday. Georges Mikautadze doubled Georgia's lead \
        in the second period.\n";
    assert!(says(text, "doubled the lead"));
    assert!(!says(text, "goal number"));
}

#[test]
fn a_score_after_ninety_minutes_is_no_goal() {
    let text = "date 2004-06-23\nDenmark met Sweden in Porto on Tuesday. 2-2 was the score after 90 minutes, Mattias Jonson \
        equalising for Sweden.\n";
    assert!(says(text, "an equaliser"));
    assert!(!says(text, "between 90'"));
}

#[test]
fn a_score_against_somebody_is_read_as_it_was() {
    let text = "date 1994-06-27\nBulgaria beat Greece 4-0 in Chicago on Sunday. The Greek coach changed his side after a 4-0 opening \
        disaster against Argentina.\n";
    assert!(!says(text, "Greece 4-0 Argentina"));
}
