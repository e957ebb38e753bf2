//! What stands beside a fact and is none: the object of an owner, totals of a career, another match of the same day, what
//! nearly was. Said right it is confirmed of whom it is said; of others it is not said at all.

mod told;

use byline_record::ask::Verdict;
use byline_report::claim::Kind;
use told::{contradicted, fails_at, found, holds};

/// Nothing of a kind is confirmed or contradicted in words that hold these.
fn silent(text: &str, kind: Kind, words: &str) {
    let found = found(text);
    let settled = found.iter().any(|(of, said, verdict)| {
        *of == kind && said.contains(words) && !matches!(verdict, Verdict::NotRead | Verdict::NotInRecord)
    });
    assert!(!settled, "{kind:?} {words:?} is settled: {found:#?}");
}

const SWEDEN: &str = "date 2006-06-16\nSweden beat Paraguay 1-0 in Berlin on Thursday.\n\n";
const SAN_SIRO: &str = "date 1990-06-25\nWest Germany beat the Netherlands 2-1 in Milan on Sunday in the last 16.\n\n";

#[test]
fn goals_of_a_career_are_none_of_the_match() {
    let text = format!("{SWEDEN}Freddie Ljungberg scored 14 goals for his country in 75 appearances.");
    silent(&text, Kind::Scorer, "Ljungberg");
    let text = format!("{SWEDEN}Freddie Ljungberg scored twice in the tournament before that.");
    silent(&text, Kind::Scorer, "Ljungberg");
    holds(&format!("{SWEDEN}Freddie Ljungberg scored in the 89th minute."), &[(Kind::Scorer, "Ljungberg scored")]);
    fails_at(
        &format!("{SWEDEN}Freddie Ljungberg scored in the 89th minute."),
        "Ljungberg scored in the 89th",
        "Ljungberg scored in the 59th",
        "59th",
    );
}

#[test]
fn the_team_of_an_owner_is_the_object_of_the_verb_before() {
    let text = "date 2018-06-27\nSouth Korea beat Germany 2-0 in Kazan on Wednesday.\n\nMexico stunned Joachim Low's \
        Germany, and secured a place in the last 16.\n";
    holds(text, &[(Kind::Progress, "a place in the last 16")]);
}

#[test]
fn a_final_attack_is_no_final_and_a_defeat_avoided_none() {
    let text = format!("{SAN_SIRO}The Dutch were held off in a last, frantic final assault.");
    silent(&text, Kind::Stage, "final");
    let text = "date 1998-06-25\nDenmark lost 2-1 to France in Lyon on Wednesday.\n\nThe Danes avoided defeat against \
        South Africa.\n";
    assert_eq!(contradicted(text), []);
    let text = "date 2014-07-09\nGermany beat Brazil 7-1 in Belo Horizonte on Tuesday.\n\nA stunned Brazil went in at the \
        break.\n";
    silent(text, Kind::Result, "stunned");
}

#[test]
fn what_is_prevented_or_in_danger_is_left_alone() {
    let text = format!("{SAN_SIRO}A fine save prevented West Germany from falling behind.");
    silent(&text, Kind::Order, "falling behind");
    let text = "date 2010-06-18\nMexico beat France 2-0 in Polokwane on Thursday.\n\nMexico had been in danger of bowing out.\n";
    silent(text, Kind::Progress, "bowing out");
    let text = "date 2010-06-18\nMexico beat France 2-0 in Polokwane on Thursday.\n\nMexico held a two-point lead over \
        Uruguay.\n";
    silent(text, Kind::Result, "held");
}

#[test]
fn a_minute_among_the_words_makes_it_no_kick_of_the_shoot_out() {
    let text = "date 1994-07-18\nBrazil beat Italy 3-2 on penalties in Pasadena on Sunday after a 0-0 draw.\n\nRomario \
        clipped the post with a shot in the 12th minute and swept another wide.\n";
    silent(text, Kind::ShootOut, "Romario");
    let text = "date 1994-07-18\nBrazil beat Italy 3-2 on penalties in Pasadena on Sunday after a 0-0 draw.\n\nIn the \
        shoot-out Romario scored and Roberto Baggio shot over the bar.\n";
    holds(text, &[(Kind::ShootOut, "Romario scored")]);
}

#[test]
fn opponents_known_by_their_place_alone_are_nobody_s_place() {
    let text = "date 2006-06-21\nGermany beat Ecuador 3-0 in Berlin on Tuesday.\n\nGermany won Group A and face Group B \
        runners-up in the last 16.\n";
    holds(text, &[(Kind::Table, "won Group A")]);
    let wrong = "date 2006-06-21\nGermany beat Ecuador 3-0 in Berlin on Tuesday.\n\nEcuador won Group A.\n";
    assert!(contradicted(wrong).iter().any(|(kind, ..)| *kind == Kind::Table), "{:#?}", found(wrong));
}

#[test]
fn a_score_made_after_half_time_is_not_that_of_the_interval() {
    let text = "date 2014-06-14\nThe Netherlands beat Spain 5-1 in Salvador on Friday.\n\nArjen Robben's shot eight \
        minutes after half-time made it 2-1.\n";
    holds(text, &[(Kind::RunningScore, "2-1")]);
    let text = "date 2014-06-14\nThe Netherlands beat Spain 5-1 in Salvador on Friday.\n\nIt was 2-1 at half-time.\n";
    assert!(contradicted(text).iter().any(|(kind, ..)| *kind == Kind::HalfTimeScore), "{:#?}", found(text));
}

#[test]
fn a_contest_of_a_day_past_is_not_the_next_match() {
    let text = "date 1998-07-05\nCroatia beat Germany 3-0 in Lyon on Saturday.\n\nSaturday's contest marked Croatia's \
        first quarter-final.\n";
    assert_eq!(contradicted(text), []);
    let text = "date 1998-07-05\nCroatia beat Germany 3-0 in Lyon on Saturday.\n\nCroatia will face Brazil in the \
        semi-final.\n";
    assert!(contradicted(text).iter().any(|(kind, ..)| *kind == Kind::NextFixture), "{:#?}", found(text));
}

#[test]
fn a_verb_before_its_subject_makes_a_condition() {
    let text = format!("{SWEDEN}Had it finished 2-1, nobody would have complained.");
    silent(&text, Kind::Score, "2-1");
    let text = format!("{SWEDEN}It was close, and had Paraguay drawn 1-1, they would have stayed alive.");
    silent(&text, Kind::Score, "1-1");
    fails_at(&format!("{SWEDEN}It had finished 1-0 in the end."), "1-0 in the end", "2-1 in the end", "2-1");
}
