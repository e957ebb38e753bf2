//! Other matches than the report's own, told with the team, the stage, the day or the round that pins them down: right they
//! are confirmed or left alone, and with one fact changed they are contradicted.

mod told;

use byline_record::ask::Verdict;
use byline_report::claim::Kind;
use told::{contradicted, fails, found, holds};

/// The last day of a group: three matches of others are told of with one team named.
const ROUND_UP: &str = "date 2010-06-24\nTwo groups were settled at the World Cup yesterday.\n\nGermany won 1-0, Mesut Ozil \
    scoring on the hour, and go through with Ghana. Slovenia lost 1-0 to England in Port Elizabeth.\n";

#[test]
fn the_match_of_the_day_of_a_team_alone() {
    holds(ROUND_UP, &[(Kind::Score, "won 1-0"), (Kind::Score, "lost 1-0 to England")]);
    fails(ROUND_UP, &[("Germany won 1-0", "Germany won 3-0"), ("Slovenia lost 1-0", "Slovenia lost 3-0")]);
}

/// Russia beat Sweden 2-0 as well, and Spain Russia 4-1 and 3-0: who is named right before the verb is meant.
const VIENNA: &str = "date 2008-06-27\nSpain beat Russia 3-0 in Vienna on Thursday to reach the final of Euro 2008.\n\nGuus \
    Hiddink's side had lost 4-1 to the Spaniards on the first Tuesday. Germany, whom they will meet, went through on \
    Wednesday when they beat Turkey 3-2. The Dutch went out 3-1 in the quarter-finals.\n";

#[test]
fn a_score_with_a_team_and_a_stage_or_a_day() {
    holds(VIENNA, &[(Kind::Score, "beat Turkey 3-2"), (Kind::Score, "went out 3-1")]);
    fails(VIENNA, &[("beat Turkey 3-2", "beat Turkey 4-2"), ("went out 3-1", "went out 4-1")]);
}

#[test]
fn whom_somebody_beat() {
    let text = "date 2014-07-13\nGermany and Argentina meet in the final in Rio de Janeiro today.\n\nThird place went to the \
        Netherlands. Brazil, whom Germany beat 7-1 in Belo Horizonte on Tuesday, were fourth.\n";
    holds(text, &[(Kind::Score, "beat 7-1")]);
    fails(text, &[("beat 7-1", "beat 6-1")]);
}

#[test]
fn a_play_off_for_third_place_is_of_the_finals() {
    let text = "date 1998-07-12\nFrance meet Brazil in the final in Saint-Denis today.\n\nThe Netherlands lost 2-1 to Croatia in \
        Saturday's play-off for third place.\n";
    holds(text, &[(Kind::Score, "lost 2-1 to Croatia")]);
    fails(text, &[("lost 2-1 to Croatia", "lost 3-1 to Croatia")]);
}

#[test]
fn it_finished_is_of_the_match_whoever_is_named() {
    let text = "date 2002-06-19\nSouth Korea beat Italy 2-1 with a golden goal in Daejeon on Tuesday to reach the quarter-finals \
        of the World Cup.\n\nSouth Korea had fallen behind to Christian Vieri of Italy. It finished 2-1 to the co-hosts, who meet \
        Spain on Saturday.\n";
    holds(text, &[(Kind::Score, "2-1")]);
    fails(text, &[("It finished 2-1", "It finished 3-1")]);
}

#[test]
fn the_matches_of_a_portrait() {
    let text = "date 2014-07-10\nMiroslav Klose has scored in four World Cups.\n\nIn 2010 his double helped put out \
        Argentina, 4-0.\n";
    holds(text, &[(Kind::Score, "put out Argentina, 4-0")]);
}

/// The same two teams met once more, and that ended so.
#[test]
fn another_meeting_of_the_two_is_not_denied() {
    let text = "date 2008-06-27\nSpain beat Russia 3-0 in Vienna on Thursday in the semi-final of Euro 2008.\n\nEarlier this \
        month Spain beat Russia 4-1 in Innsbruck.\n";
    assert_eq!(contradicted(text), []);
}

#[test]
fn a_numbered_day_and_a_day_behind_an_aside_are_of_no_match_of_their_own() {
    let of_tuesday = |(_, words, _): &(Kind, String, Verdict)| words == "Tuesday";
    assert!(!found(VIENNA).iter().any(of_tuesday));
    holds(VIENNA, &[(Kind::Date, "Thursday"), (Kind::Date, "Wednesday")]);
    // Whom they will meet, and when.
    let sunday = VIENNA.replace("whom they will meet,", "whom they will meet on Sunday,");
    holds(&sunday, &[(Kind::NextFixture, "Sunday")]);
    fails(&sunday, &[("meet on Sunday", "meet on Friday")]);
}
