//! Rules one by one, on small groups.

use super::*;
use crate::criterion::{Criterion, Rule};

fn rules(names: &[&str]) -> Vec<Rule> {
    names.iter().map(|name| Rule::read(name).unwrap_or_else(|| panic!("{name}"))).collect()
}

fn games(text: &str) -> Vec<Game> {
    // `AB 2-1, CD 0-0`
    let one = |game: &str| {
        let (sides, goals) = game.trim().split_once(' ').unwrap();
        let sides = sides.bytes().map(|letter| letter - b'A').collect::<Vec<_>>();
        let goals = goals.split('-').map(|goals| goals.parse().unwrap()).collect::<Vec<_>>();
        Game { sides: sides.try_into().unwrap(), goals: goals.try_into().unwrap() }
    };
    text.split(',').map(one).collect()
}

fn ranked(rules: &[Rule], points: [u8; 3], size: usize, text: &str, beyond: &mut impl Beyond) -> Ranking {
    let games = games(text);
    Ranker::new(rules, points).rank(&tally(size, &games, points), &games, true, beyond).clone()
}

fn letters(ranking: &Ranking) -> String {
    ranking.order.iter().map(|&team| char::from(b'A' + team)).collect()
}

/// World Cup 1994, group D: Argentina (A), Greece (B), Nigeria (C), Bulgaria (D). Three had six points; Nigeria led on
/// goal difference, Bulgaria and Argentina were level on goals and Bulgaria had won their match.
#[test]
fn level_on_goals_the_match_between_them_decides() {
    let rules = rules(&["points", "goal difference", "goals for", "head-to-head points", "lots"]);
    let text = "AB 4-0, CD 3-0, AC 2-1, DB 4-0, BC 0-2, AD 0-2";
    let ranking = ranked(&rules, [3, 1, 0], 4, text, &mut Nothing);
    assert_eq!(letters(&ranking), "CDAB");
    assert_eq!(ranking.decisions[0].criterion(), Some(rules[1].criterion));
    assert_eq!(ranking.decisions[1].criterion(), Some(rules[3].criterion));
    assert_eq!(ranking.decisions[2].criterion(), Some(rules[0].criterion));
}

/// Three teams beat each other in a circle: pair by pair there is no order, as one table there is.
#[test]
fn a_mini_league_is_one_table_not_pairs() {
    let rules = rules(&["points", "head-to-head points", "head-to-head goal difference", "goals for"]);
    let ranking = ranked(&rules, [3, 1, 0], 4, "AB 3-0, BC 2-0, CA 1-0, AD 1-0, BD 9-0, CD 1-0", &mut Nothing);
    // Among A, B and C: A +2, B -1, C -1; then goals over all matches: B 11, C 2.
    assert_eq!(letters(&ranking), "ABCD");
    assert_eq!(ranking.decisions[1].criterion(), Some(rules[3].criterion));
    let words = ranking.decisions[0].words("A", "B", |team| ["A", "B", "C", "D"][usize::from(team)]);
    assert_eq!(words, "A above B: head-to-head goal difference, 2 against -1 (in the matches among A, B and C)");
}

/// Where the run is applied anew, two of three still level are compared by their own match; where it is not, by what
/// comes next.
#[test]
fn head_to_head_again_looks_at_the_match_of_those_still_level() {
    let text = "AB 1-0, BC 2-1, CA 3-2, DA 0-1, DB 0-5, DC 0-6";
    let once = rules(&["points", "head-to-head points", "head-to-head goal difference", "goals for"]);
    let again =
        rules(&["points", "head-to-head points", "head-to-head goal difference", "head-to-head again", "goals for"]);
    // Among A, B, C all have three points and no goal difference: nobody is separated, so nothing is done anew.
    for rules in [&once, &again] {
        assert_eq!(letters(&ranked(rules, [3, 1, 0], 4, text, &mut Nothing)), "CBAD");
    }
    let once = rules_for_goals(false);
    let again = rules_for_goals(true);
    // With goals among them too: C 4, A 3, B 2.
    assert_eq!(letters(&ranked(&once, [3, 1, 0], 4, text, &mut Nothing)), "CABD");
    // A 2, B 2, C 1 goals among them once C's win is 1-0: A and B are still level, and A beat B.
    let text = "AB 1-0, BC 2-1, CA 2-1, DA 0-1, DB 0-5, DC 0-6";
    assert_eq!(letters(&ranked(&once, [3, 1, 0], 4, text, &mut Nothing)), "CBAD");
    assert_eq!(letters(&ranked(&again, [3, 1, 0], 4, text, &mut Nothing)), "CABD");
}

fn rules_for_goals(again: bool) -> Vec<Rule> {
    let mut names = vec!["points", "head-to-head points", "head-to-head goal difference", "head-to-head goals for"];
    if again {
        names.push("head-to-head again");
    }
    names.push("goals for");
    rules(&names)
}

/// World Cup 1958, group 4: the play-off holds for second place alone; first place goes by goal average where level.
#[test]
fn a_play_off_holds_for_its_places() {
    struct Won(u8);
    impl Beyond for Won {
        fn value(&mut self, _: Criterion, _: u8) -> Option<Value> {
            None
        }
        fn order(&mut self, criterion: Criterion, teams: &[u8], places: &mut [u16]) -> bool {
            for (place, &team) in places.iter_mut().zip(teams) {
                *place = if team == self.0 { 1 } else { 2 };
            }
            criterion == Criterion::PlayOff
        }
    }
    let rules = rules(&["points", "play-off (places 2-3)", "goal average"]);
    // Brazil, Soviet Union, England, Austria.
    let text = "AD 3-0, BC 2-2, AC 0-0, BD 2-0, AB 2-0, CD 2-2";
    let ranking = ranked(&rules, [2, 1, 0], 4, text, &mut Won(1));
    assert_eq!(letters(&ranking), "ABCD");
    assert_eq!(ranking.decisions[1].criterion(), Some(Criterion::PlayOff));
    let open = ranked(&rules, [2, 1, 0], 4, text, &mut Nothing);
    assert!(matches!(open.decisions[1], Decision::Undecided { rule, .. } if rule.criterion == Criterion::PlayOff));
    assert_eq!(open.places(1), Some([2, 3]));
    assert_eq!(open.places(0), Some([1, 1]));
}

#[test]
fn goal_average_without_goals_against_is_infinite() {
    let rules = rules(&["points", "goal average"]);
    let ranking = ranked(&rules, [2, 1, 0], 4, "AC 1-0, BD 9-1, AB 0-0, CD 0-0", &mut Nothing);
    assert_eq!(letters(&ranking), "ABDC");
    assert!(matches!(ranking.decisions[0], Decision::By { rule, .. } if rule.criterion == Criterion::GoalAverage));
}

/// Kicks decide only between two who have just met, with no third level with them.
#[test]
fn a_shoot_out_is_only_for_two_who_have_just_met() {
    let rules = rules(&["points", "goal difference", "goals for", "shoot-out", "lots"]);
    let open = |text: &str| match ranked(&rules, [3, 1, 0], 4, text, &mut Nothing).decisions[0] {
        Decision::Undecided { rule, .. } => rule.criterion,
        other => panic!("{other:?}"),
    };
    assert_eq!(open("AC 1-0, BD 1-0, AD 1-0, BC 1-0, CD 0-0, AB 2-2"), Criterion::ShootOut);
    assert_eq!(open("AB 2-2, AC 1-0, BD 1-0, AD 1-0, BC 1-0, CD 0-0"), Criterion::Lots);
}

#[test]
fn nothing_is_drawn_before_the_last_match() {
    let rules = rules(&["points", "goal difference", "lots"]);
    let games = games("AB 1-1");
    let standings = tally(4, &games, [3, 1, 0]);
    let ranking = Ranker::new(&rules, [3, 1, 0]).rank(&standings, &games, false, &mut Nothing).clone();
    assert_eq!(ranking.decisions[0], Decision::Level);
}
