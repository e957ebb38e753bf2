//! What newspapers wrote before the last matches, from the built-in record; and comparisons across groups against every
//! score of all of them.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests may fail")]

use byline_competition::certain::{Certainty, Matters, Proof, Status, certainty};
use byline_competition::{Edition, Facts, Meeting, Situation, Slot, edition};
use byline_record::{StageKind, builtin};
use proptest::prelude::*;

/// What is certain of a group as of a day, and a sentence on each team.
fn certain(asked: &str, label: &str, date: &str) -> (Certainty, Vec<(String, String)>) {
    let edition = Edition::read(edition::built_in(asked).unwrap().1).unwrap();
    let record = builtin::record().unwrap();
    let facts = Facts::of(&record.as_of(date.parse().unwrap()), &edition);
    let situation = Situation::new(&edition, &facts, &[]);
    let found = edition.stages.iter().enumerate().rev().find_map(|(number, stage)| {
        let group = stage.groups.iter().position(|group| group.label == label)?;
        certainty(&situation, number, group)
    });
    let certain = found.unwrap();
    let names: Vec<&str> = certain.members.iter().map(|member| edition.team(member.unwrap())).collect();
    let words = certain.words(&names);
    let words = names.iter().map(|&name| name.to_owned()).zip(words).collect();
    (certain, words)
}

fn check(asked: &str, label: &str, date: &str, expected: &[(&str, &str)]) -> Certainty {
    let (certain, words) = certain(asked, label, date);
    for (team, sentence) in expected {
        let (_, found) = words.iter().find(|(name, _)| name == team).unwrap();
        assert_eq!(found, sentence, "{asked} {label}, {date}");
    }
    certain
}

/// Poland on four points with +2, Argentina +1 and Saudi Arabia -1 on three, Mexico -2 on one.
#[test]
fn world_cup_2022_group_c() {
    let certain = check(
        "World Cup 2022",
        "C",
        "2022-11-29",
        &[
            (
                "Argentina",
                "Argentina are through to the round of 16 with a win; a draw is enough if Saudi Arabia and Mexico draw, or \
                 if Mexico beat Saudi Arabia by no more than two (by exactly three it comes down to goals scored); a defeat \
                 puts them out.",
            ),
            (
                "Saudi Arabia",
                "Saudi Arabia are through to the round of 16 with a win; a draw is enough if Poland beat Argentina, or if \
                 Argentina beat Poland by four or more (by exactly three it comes down to goals scored); a defeat puts them \
                 out.",
            ),
            (
                "Mexico",
                "Mexico must win and hope that Poland beat Argentina, or that Poland and Argentina draw and Mexico win by \
                 four or more (by exactly three it comes down to goals scored), or that Argentina beat Poland and the two \
                 margins add up to five or more (with exactly four it comes down to goals scored): then they are through to \
                 the round of 16.",
            ),
            (
                "Poland",
                "Poland are through to the round of 16 with a draw; a defeat is enough if Saudi Arabia and Mexico draw and \
                 Poland lose by no more than two (by exactly three it comes down to goals scored), or if Mexico beat Saudi \
                 Arabia and the two margins add up to no more than three (with exactly four it comes down to goals scored).",
            ),
        ],
    );
    assert_eq!(certain.proof, Proof::Exact);
    let places: Vec<String> = certain.teams.iter().map(|team| team.places.to_string()).collect();
    assert_eq!(places, ["1st to 4th", "1st to 4th", "2nd to 4th", "1st to 3rd"]);
}

/// Spain had won 7-0: only a flood of goals could put them out. Germany had to win and hope.
#[test]
fn world_cup_2022_group_e() {
    check(
        "World Cup 2022",
        "E",
        "2022-11-30",
        &[
            (
                "Japan",
                "Japan are through to the round of 16 with a win; a draw is enough if Costa Rica and Germany draw (if Germany \
                 beat Costa Rica by one only, it comes down to goals scored); a defeat puts them out.",
            ),
            (
                "Germany",
                "Germany must win and hope that Japan beat Spain and the two margins add up to nine or more (with exactly \
                 eight it comes down to goals scored), or that Japan and Spain draw and Germany win by two or more (otherwise \
                 it comes down to goals scored), or that Spain beat Japan: then they are through to the round of 16.",
            ),
        ],
    );
}

/// The evening decided by yellow cards: Japan and Senegal level on everything, should both lose by the same margin.
#[test]
fn world_cup_2018_group_h() {
    let certain = check(
        "World Cup 2018",
        "H",
        "2018-06-27",
        &[
            (
                "Japan",
                "Japan are through to the round of 16 with a draw; a defeat is enough if Senegal beat Colombia, or if \
                 Colombia beat Senegal and Japan's margin is smaller than Colombia's (if the two are equal, it comes down to \
                 goals scored).",
            ),
            (
                "Colombia",
                "Colombia are through to the round of 16 with a win; a draw is enough if Poland beat Japan; a defeat puts \
                 them out.",
            ),
            ("Poland", "Poland cannot reach the round of 16."),
        ],
    );
    let poland = &certain.teams[2];
    assert_eq!((poland.status[0], &*poland.matters), (Status::Out, &[Matters::No; 2][..]));
}

/// Germany were through; Hungary and Scotland played for a place among the thirds at best.
#[test]
fn euro_2024_group_a() {
    let certain = check(
        "Euro 2024",
        "A",
        "2024-06-22",
        &[
            ("Germany", "Germany are through to the round of 16."),
            (
                "Hungary",
                "Hungary can still reach the round of 16: after a win they depend on the other groups; a draw or a defeat \
                 puts them out.",
            ),
            (
                "Switzerland",
                "Switzerland are through to the round of 16 with a draw; a defeat is enough unless Scotland beat Hungary and \
                 the two margins add up to six or more (then it comes down to the other groups).",
            ),
        ],
    );
    assert_eq!(certain.teams[0].places.to_string(), "1st or 2nd");
}

/// On 24 June 2024, after group B, England, France and the Netherlands were through without playing: four points were
/// enough for a third place.
#[test]
fn euro_2024_through_as_thirds() {
    for (label, team) in [("C", "England"), ("D", "France"), ("D", "Netherlands")] {
        let (certain, words) = certain("Euro 2024", label, "2024-06-24");
        let member = words.iter().position(|(name, _)| name == team).unwrap();
        assert_eq!(certain.teams[member].status[0], Status::Sure, "{team}");
        assert_eq!(certain.teams[member].places.to_string(), "1st to 3rd", "{team}");
    }
    // The day before they were not yet sure.
    let (certain, words) = certain("Euro 2024", "C", "2024-06-23");
    let england = words.iter().position(|(name, _)| name == "England").unwrap();
    assert_ne!(certain.teams[england].status[0], Status::Sure);
}

/// Brazil at +3, Argentina at +2 before the last matches; Brazil beat Poland by two, so that Argentina needed four and won
/// by six.
#[test]
fn world_cup_1978_second_group_b() {
    let (certain, words) = certain("World Cup 1978", "B", "1978-06-20");
    let argentina = words.iter().find(|(name, _)| name == "Argentina").unwrap();
    assert!(
        argentina.1.contains("a win is enough unless Brazil beat Poland and Argentina's margin is not greater than Brazil's by two or more"),
        "{}",
        argentina.1
    );
    assert_eq!(certain.goals.len(), 2, "the final and the match for third place");
}

/// Three teams, one match left: the one that has finished waits.
#[test]
fn world_cup_1982_second_group_b() {
    check(
        "World Cup 1982",
        "B",
        "1982-07-03",
        &[
            (
                "West Germany",
                "West Germany are through to the semi-final if England do not beat Spain (if England beat Spain by one only, \
                 it comes down to goals scored).",
            ),
            ("Spain", "Spain cannot reach the semi-final."),
        ],
    );
}

/// Twelve groups, the best eight thirds: Mexico were first of theirs after two matches, by the match against South Korea,
/// and a third with four points is through once enough groups are over.
#[test]
fn world_cup_2026() {
    let certain = check("World Cup 2026", "A", "2026-06-23", &[("Mexico", "Mexico are through to the round of 32.")]);
    assert_eq!(certain.teams[0].places.to_string(), "1st");
    for (team, sentence) in
        [("Ghana", "Ghana are through to the round of 32."), ("England", "England are through to the round of 32.")]
    {
        check("World Cup 2026", "L", "2026-06-26", &[(team, sentence)]);
    }
}

/// Two matchdays left, one match of them played: what the next match settles.
#[test]
fn with_two_matchdays_left_the_next_match_may_settle_it() {
    check(
        "World Cup 2018",
        "A",
        "2018-06-19",
        &[
            (
                "Russia",
                "Russia can still be 1st to 3rd. Russia are through to the round of 16 if they do not lose to Uruguay.",
            ),
            (
                "Uruguay",
                "Uruguay can still be 1st to 4th. Uruguay are through to the round of 16 if they beat Saudi Arabia.",
            ),
            (
                "Saudi Arabia",
                "Saudi Arabia can still be 1st to 4th. Saudi Arabia cannot reach the round of 16 if they lose to Uruguay.",
            ),
        ],
    );
}

/// Three groups of three; the winners and some of the seconds go on.
const ACROSS: &str = r#"
competition = "Test"
edition = "1"
[[stage]]
name = "group stage"
ranking = ["points", "goal difference", "goals for", "lots"]
groups.A = ["A1", "A2", "A3"]
groups.B = ["B1", "B2", "B3"]
groups.C = ["C1", "C2", "C3"]
fixtures = [
  "1 | - | A1 v A2", "2 | - | A2 v A3", "3 | - | A3 v A1",
  "4 | - | B1 v B2", "5 | - | B2 v B3", "6 | - | B3 v B1",
  "7 | - | C1 v C2", "8 | - | C2 v C3", "9 | - | C3 v C1",
]
[stage.best]
place = 2
take = 1
ranking = ["points", "goal difference", "goals for", "lots"]
[[stage]]
name = "semi-final"
level = ["shoot-out"]
fixtures = ["10 | - | 1A v 1B", "11 | - | 1C v 2ABC"]
[[stage]]
name = "final"
level = ["shoot-out"]
fixtures = ["12 | - | W10 v W11"]
[allocation]
against = ["1C"]
rows = """
A A
B B
C C
"""
"#;

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    /// One match left in each of three groups: what is sure holds of every score of all three, and where scores bring both
    /// it is open.
    #[test]
    fn across_groups_as_every_score_shows(goals in prop::collection::vec(0_u8..3, 12), over in 0_usize..3) {
        let edition = Edition::read(ACROSS).unwrap();
        let facts = Facts::default();
        let meeting = |group: usize, place: usize, goals: [u8; 2]| {
            let teams = edition.fixtures[3 * group + place].sides.map(|side| match side {
                Slot::Team(team) => team,
                other => panic!("{other:?}"),
            });
            Meeting::of(StageKind::Group, teams, goals)
        };
        let mut supposed: Vec<Meeting> = (0..6).map(|at| meeting(at / 2, at % 2, [goals[2 * at], goals[2 * at + 1]])).collect();
        // One group is over.
        supposed.push(meeting(over, 2, [1, 1]));
        let situation = Situation::new(&edition, &facts, &supposed);
        let certain: Vec<Certainty> = (0..3).map(|group| certainty(&situation, 0, group).unwrap()).collect();
        let left: Vec<usize> = (0..3).filter(|&group| group != over).collect();
        let mut shown = [[false; 2]; 9];
        for code in 0..4_usize.pow(4) {
            let goal = |digit: u32| u8::try_from(code / 4_usize.pow(digit) % 4).unwrap();
            let mut all = supposed.clone();
            all.push(meeting(left[0], 2, [goal(0), goal(1)]));
            all.push(meeting(left[1], 2, [goal(2), goal(3)]));
            let end = Situation::new(&edition, &facts, &all);
            for (group, table) in end.tables[0].iter().enumerate() {
                for member in 0..3_u8 {
                    let shown = &mut shown[3 * group + usize::from(member)];
                    let [first, last] = table.ranking.places(member).unwrap();
                    // What lots leave open shows nothing here.
                    let through = match (first, last, &end.best[0]) {
                        (1, 1, _) => Some(true),
                        (3, ..) => Some(false),
                        (2, 2, Some(best)) => match best.ranking.places(u8::try_from(group).unwrap()).unwrap() {
                            [1, 1] => Some(true),
                            [1, _] => None,
                            _ => Some(false),
                        },
                        _ => None,
                    };
                    shown[0] |= through == Some(true);
                    shown[1] |= through == Some(false);
                }
            }
        }
        for (at, shown) in shown.into_iter().enumerate() {
            let status = certain[at / 3].teams[at % 3].status[0];
            let fits = match status {
                Status::Sure => !shown[1],
                Status::Out => !shown[0],
                Status::Open => true,
                Status::NotProved => false,
            };
            prop_assert!(fits, "{} is {:?}, scores show {:?}", edition.team(u8::try_from(at).unwrap()), status, shown);
        }
    }
}
