//! What only the inside can tell.

use proptest::prelude::*;

use super::luck::Luck;
use super::plan::Part;
use super::*;
use crate::edition::{built_in, built_in_names};
use crate::{Edition, Facts, Situation};

fn even(edition: &Edition) -> Pairings {
    let rates = PoissonRates { base: 0.2, attack: Vec::new(), defence: Vec::new(), home: 0.2 };
    Pairings::new(edition, &rates).unwrap()
}

/// Rankings and groups that no built-in edition has: who meets twice, wins first, results alone, five in a group.
const OWN: [&str; 4] = [
    r#"
competition = "Own"
edition = "1"
[[stage]]
name = "group stage"
meetings = 2
ranking = ["points", "head-to-head points", "head-to-head goal difference", "head-to-head away goals", "head-to-head again", "goal difference", "lots"]
groups.A = ["A", "B", "C"]
groups.B = ["D", "E", "F", "G"]
"#,
    r#"
competition = "Own"
edition = "2"
[[stage]]
name = "group stage"
ranking = ["wins", "points", "head-to-head points", "goals for", "goal difference"]
groups.A = ["A", "B", "C", "D"]
groups.B = ["E", "F", "G"]
"#,
    r#"
competition = "Own"
edition = "3"
[[stage]]
name = "group stage"
ranking = ["points", "wins", "head-to-head points", "head-to-head goals for", "goal difference", "goals for", "lots"]
groups.A = ["A", "B", "C", "D"]
groups.B = ["E", "F", "G", "H", "I"]
"#,
    r#"
competition = "Own"
edition = "4"
[[stage]]
name = "group stage"
ranking = ["head-to-head points", "head-to-head again", "goal difference", "goals for"]
groups.A = ["A", "B", "C", "D"]
"#,
];

fn edition(name: &str) -> Edition {
    Edition::read(built_in(name).unwrap().1).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]
    /// Every group of every edition, with random scores, is ranked by numbers as by the ranker.
    #[test]
    fn numbers_rank_as_criteria_do(scores in proptest::collection::vec((0_u8..3, 0_u8..3), 1..40), seed in any::<u64>()) {
        let own = OWN.map(|text| ("own", Edition::read(text).unwrap()));
        for (name, edition) in built_in_names().map(|name| (name, edition(name))).chain(own) {
            let pairings = even(&edition);
            let situation = Situation::new(&edition, &Facts::default(), &[]);
            let simulator = Simulator::new(&situation, &pairings, &[]).unwrap();
            let mut work = simulator.work();
            for (number, part) in simulator.parts.iter().enumerate() {
                let Part::Group(group) = part else { continue };
                for (member, &address) in group.members.iter().enumerate() {
                    let value = &mut work.values[usize::from(address)];
                    if *value == plan::NOBODY {
                        *value = member as u8;
                    }
                }
                for (game, which) in group.games.iter().zip(number..) {
                    let (home, away) = scores[which % scores.len()];
                    work.codes[game.fixture] = home << 4 | away;
                }
                let luck = Luck { seed, simulation: number as u32 };
                simulator.rank(number, group, &mut work, luck);
                let places = |work: &play::Work<'_>| {
                    let out = usize::from(group.out);
                    work.values[out..out + group.members.len()].to_vec()
                };
                let fast = places(&work);
                simulator.rank_by_criteria(number, group, &mut work, luck);
                prop_assert_eq!(fast, places(&work), "{} {}", name, group.group);
            }
        }
    }
}

/// Most groups of four need no ranker, also where head-to-head results come first.
#[test]
fn results_alone_settle_most_groups() {
    for (name, most) in [("World Cup 2026", 0.12), ("Euro 2024", 0.12)] {
        let edition = edition(name);
        let situation = Situation::new(&edition, &Facts::default(), &[]);
        let simulator = Simulator::new(&situation, &even(&edition), &[]).unwrap();
        let Some(Part::Group(group)) = simulator.parts.first() else { panic!("groups first") };
        let patterns = group.fast.patterns.as_ref().unwrap();
        let look = patterns.iter().filter(|&&pattern| pattern & fast::LOOK != 0).count();
        let share = look as f64 / patterns.len() as f64;
        assert!(share < most, "{name}: {share}");
    }
}

#[test]
fn longer_runs_begin_with_shorter_ones() {
    let edition = edition("World Cup 2022");
    let situation = Situation::new(&edition, &Facts::default(), &[]);
    let simulator = Simulator::new(&situation, &even(&edition), &[]).unwrap();
    let (short, long) = (simulator.count(3000, 1), simulator.count(6000, 1));
    let counts = |of: &frequencies::Frequencies| -> Vec<i64> {
        of.shares.iter().map(|share| (share * f64::from(of.runs)).round() as i64).collect()
    };
    assert!(counts(&short).iter().zip(counts(&long)).all(|(short, long)| *short <= long));
    let other = simulator.count(3000, 2);
    assert_ne!(counts(&short), counts(&other));
}
