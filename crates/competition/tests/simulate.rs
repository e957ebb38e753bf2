//! Simulations against exact calculation, brute force and what really happened.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout, reason = "tests may fail")]

use byline_competition::edition::{built_in, built_in_names};
use byline_competition::facts::Meeting;
use byline_competition::simulate::{
    CardRates, Chance, ForecastError, Forecasts, FromStandpoint, Pairing, Pairings, PoissonRates, Simulator, Target,
    UnderWay,
};
use byline_competition::{Edition, Facts, Situation};
use byline_forecast::from_record::Setting;
use byline_forecast::{Class, ScoreGrid, story};
use byline_record::{Record, StageKind, builtin};
use jiff::civil::{Date, date};

fn edition(name: &str) -> Edition {
    Edition::read(built_in(name).unwrap().1).unwrap()
}

fn team(edition: &Edition, name: &str) -> u8 {
    edition.teams.iter().position(|team| team == name).unwrap() as u8
}

/// Strengths without meaning.
fn strengths(edition: &Edition) -> PoissonRates {
    let teams = edition.teams.len();
    let spread = |team: usize, step: usize| (team * step % teams) as f64 / teams as f64 - 0.5;
    PoissonRates {
        base: 0.2,
        attack: (0..teams).map(|team| spread(team, 7)).collect(),
        defence: (0..teams).map(|team| spread(team, 11)).collect(),
        home: 0.25,
    }
}

/// Whether a chance is another within four standard errors of both.
fn agree(one: Chance, other: Chance) -> bool {
    let error = (one.standard_error.powi(2) + other.standard_error.powi(2)).sqrt();
    (one.value - other.value).abs() <= 4.0 * error + 2e-4
}

/// Scores of a few kinds only, so that all endings of a group can be gone through.
struct FewScores;

const FEW: [[usize; 2]; 5] = [[1, 0], [1, 1], [0, 1], [2, 0], [0, 0]];

fn few_chances(teams: [u8; 2]) -> [f64; 5] {
    let [one, other] = teams.map(usize::from);
    let weights: [f64; 5] = std::array::from_fn(|score| 1.0 + ((one * 5 + other * 3 + score * 7) % 11) as f64);
    let sum: f64 = weights.iter().sum();
    weights.map(|weight| weight / sum)
}

impl Forecasts for FewScores {
    fn pairing(&self, teams: [u8; 2], _: Option<usize>, _: bool) -> Result<Pairing, ForecastError> {
        let mut cells = vec![0.0; 9];
        for (score, chance) in FEW.iter().zip(few_chances(teams)) {
            cells[score[0] * 3 + score[1]] += chance;
        }
        Ok(Pairing::new(ScoreGrid::new(3, 3, cells).unwrap()))
    }
}

/// Places of a group of four as the regulations of 2018 and 2022 say in words, every ending one by one. Where goals and
/// the matches among those level do not decide, every order is as likely: cards and lots favour nobody.
fn brute_force(edition: &Edition, fixtures: &[[u8; 2]], members: [u8; 4]) -> [[f64; 4]; 4] {
    let mut places = [[0.0; 4]; 4];
    for ending in 0..5_usize.pow(6) {
        let mut chance = 1.0;
        let mut rest = ending;
        let mut results = Vec::new();
        for &pair in fixtures {
            chance *= few_chances(pair)[rest % 5];
            results.push((pair, FEW[rest % 5]));
            rest /= 5;
        }
        let table = |among: &[u8], team: u8| {
            let (mut points, mut scored, mut conceded) = (0, 0, 0);
            for (pair, goals) in &results {
                if !pair.iter().all(|side| among.contains(side)) {
                    continue;
                }
                for side in 0..2 {
                    if pair[side] == team {
                        let (own, other) = (goals[side] as i32, goals[1 - side] as i32);
                        scored += own;
                        conceded += other;
                        points += if own > other { 3 } else { i32::from(own == other) };
                    }
                }
            }
            (points, scored - conceded, scored)
        };
        let overall: Vec<_> = members.iter().map(|&team| table(&members, team)).collect();
        let keys: Vec<_> = (0..4)
            .map(|member: usize| {
                let level: Vec<u8> =
                    (0..4).filter(|&m: &usize| overall[m] == overall[member]).map(|m| members[m]).collect();
                (overall[member], table(&level, members[member]))
            })
            .collect();
        for member in 0..4 {
            let above = keys.iter().filter(|key| **key > keys[member]).count();
            let level = keys.iter().filter(|key| **key == keys[member]).count();
            for place in &mut places[member][above..above + level] {
                *place += chance / level as f64;
            }
        }
    }
    assert!(edition.teams.len() == 32 && (places[0].iter().sum::<f64>() - 1.0).abs() < 1e-9);
    places
}

#[test]
fn group_places_are_those_of_brute_force() {
    for name in ["World Cup 2018", "World Cup 2022"] {
        let edition = edition(name);
        let pairings = Pairings::new(&edition, &FewScores).unwrap();
        let situation = Situation::new(&edition, &Facts::default(), &[]);
        let chances = Simulator::new(&situation, &pairings, &[]).unwrap().simulate(60_000, 2018);
        for group in &chances.groups {
            let fixtures: Vec<[u8; 2]> = edition.stages[0].groups[group.group.unwrap()]
                .fixtures
                .iter()
                .map(|&fixture| situation.sides[fixture].map(Option::unwrap))
                .collect();
            let members: [u8; 4] = group.teams.clone().try_into().unwrap();
            let expected = brute_force(&edition, &fixtures, members);
            for (member, places) in group.places.iter().enumerate() {
                for (place, &chance) in places.iter().enumerate() {
                    let expected = Chance::exact(expected[member][place]);
                    assert!(agree(chance, expected), "{name} {member} {place}: {chance:?} {expected:?}");
                }
            }
        }
    }
}

#[test]
fn threads_do_not_matter() {
    let edition = edition("World Cup 2026");
    let pairings = Pairings::new(&edition, &strengths(&edition)).unwrap();
    let situation = Situation::new(&edition, &Facts::default(), &[]);
    let simulator = Simulator::new(&situation, &pairings, &[]).unwrap();
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| simulator.simulate(10_001, 5))
    };
    let one = on(1);
    assert_eq!(one, on(2));
    assert_eq!(one, on(3));
}

/// From its start, every edition fills every place of every stage, and ends with one champion.
#[test]
fn every_edition_can_be_played() {
    for name in built_in_names() {
        let edition = edition(name);
        let pairings = Pairings::new(&edition, &strengths(&edition)).unwrap();
        let situation = Situation::new(&edition, &Facts::default(), &[]);
        let simulator = Simulator::new(&situation, &pairings, &[]).unwrap();
        let chances = simulator.run(200, 1);
        for (number, stage) in edition.stages.iter().enumerate() {
            let sum: f64 = chances.reach.iter().map(|stages| stages[number].value).sum();
            let places = if stage.is_knock_out() {
                2 * (stage.fixtures[1] - stage.fixtures[0])
            } else {
                stage.groups.iter().map(|group| group.entrants.len()).sum()
            };
            assert!((sum - places as f64).abs() < 1e-6, "{name} {}: {sum} of {places}", stage.kind.name());
        }
        let champions: f64 = chances.champion.iter().map(|chance| chance.value).sum();
        assert!((champions - 1.0).abs() < 1e-9, "{name}: {champions}");
        for zone in &chances.zones {
            let of_zone = &edition.stages[zone.stage].zones[zone.zone];
            let sum: f64 = zone.teams.iter().map(|chance| chance.value).sum();
            let places = f64::from(of_zone.places[1] - of_zone.places[0] + 1);
            assert!((sum - places).abs() < 1e-6, "{name} {}: {sum}", of_zone.name);
        }
        let leverage = simulator.leverage(&Target::of(&edition), 20, 1);
        assert!(!leverage.is_empty() && leverage.iter().all(|of| of.moved(0) >= 0.0), "{name}");
    }
}

fn record() -> Record {
    builtin::record().unwrap()
}

#[test]
fn what_is_over_is_certain() {
    let record = record();
    let known = [
        ("World Cup 1930", "Uruguay"),
        ("World Cup 1950", "Uruguay"),
        ("World Cup 1954", "West Germany"),
        ("World Cup 1982", "Italy"),
        ("World Cup 2022", "Argentina"),
        ("Euro 1968", "Italy"),
        ("Euro 2004", "Greece"),
        ("Euro 2024", "Spain"),
    ];
    for name in built_in_names() {
        let edition = edition(name);
        let facts = Facts::of(&record.as_of(Date::MAX), &edition);
        let situation = Situation::new(&edition, &facts, &[]);
        if !situation.is_over() {
            continue;
        }
        let pairings = Pairings::new(&edition, &strengths(&edition)).unwrap();
        let chances = Simulator::new(&situation, &pairings, &[]).unwrap().run(1000, 1);
        assert_eq!(chances.runs, 0, "{name}");
        let champion = chances.champion.iter().position(|chance| *chance == Chance::exact(1.0));
        let champion = champion.unwrap_or_else(|| panic!("{name}: {:?}", chances.champion));
        let of_key = |text: &str| built_in(text).map(|(name, _)| name);
        if let Some((_, expected)) = known.iter().find(|(asked, _)| of_key(asked) == Some(name)) {
            assert_eq!(edition.teams[champion], *expected, "{name}");
        }
        assert!(chances.reach.iter().flatten().all(|chance| chance.value == 0.0 || chance.value == 1.0), "{name}");
    }
}

const EIGHT: &str = r#"
competition = "Cup"
edition = "1"
hosts = ["B"]
[[stage]]
name = "quarter-final"
level = ["extra time", "shoot-out"]
fixtures = ["1 | - | A v B", "2 | - | C v D", "3 | - | E v F", "4 | - | G v H"]
[[stage]]
name = "semi-final"
level = ["extra time", "shoot-out"]
fixtures = ["5 | - | W1 v W2", "6 | - | W3 v W4"]
[[stage]]
name = "third-place match"
level = ["shoot-out"]
fixtures = ["7 | - | L5 v L6"]
[[stage]]
name = "final"
level = ["golden goal", "lots"]
fixtures = ["8 | - | W5 v W6"]
"#;

/// Every way the eight matches of a cup can go, one by one.
#[test]
fn a_bracket_is_exact() {
    let edition = Edition::read(EIGHT).unwrap();
    let pairings = Pairings::new(&edition, &strengths(&edition)).unwrap();
    let situation = Situation::new(&edition, &Facts::default(), &[]);
    let simulator = Simulator::new(&situation, &pairings, &[]).unwrap();
    let exact = simulator.run(1000, 1);
    assert_eq!(exact.runs, 0);
    let mut champion = [0.0; 8];
    let mut third = [0.0; 8];
    let mut finals = std::collections::BTreeMap::new();
    for outcome in 0..256_u32 {
        let mut chance = 1.0;
        let mut play = |fixture: usize, pair: [u8; 2]| {
            let of = &edition.fixtures[fixture];
            let pairing = pairings.get(pair, edition.at_home(of, pair), true).unwrap();
            let first = pairing.through(&edition.stages[of.stage].level);
            if outcome >> fixture & 1 == 0 {
                chance *= first;
                pair
            } else {
                chance *= 1.0 - first;
                [pair[1], pair[0]]
            }
        };
        let quarter: Vec<u8> = (0..4).map(|n| play(n as usize, [2 * n, 2 * n + 1])[0]).collect();
        let semi = [play(4, [quarter[0], quarter[1]]), play(5, [quarter[2], quarter[3]])];
        let of_third = play(6, [semi[0][1], semi[1][1]])[0];
        let of_final = play(7, [semi[0][0], semi[1][0]]);
        champion[usize::from(of_final[0])] += chance;
        third[usize::from(of_third)] += chance;
        *finals.entry([of_final[0].min(of_final[1]), of_final[0].max(of_final[1])]).or_insert(0.0) += chance;
    }
    for at in 0..8 {
        assert!((exact.champion[at].value - champion[at]).abs() < 1e-12);
        let won: f64 = exact.opponents[2][at].iter().map(|opponent| opponent.beat.value).sum();
        assert!((won - third[at]).abs() < 1e-12);
    }
    for (pair, chance) in &exact.finals {
        assert!((finals[pair] - chance.value).abs() < 1e-12);
    }
    let simulated = simulator.simulate(50_000, 3);
    for (one, other) in simulated.reach.iter().flatten().zip(exact.reach.iter().flatten()) {
        assert!(agree(*one, *other), "{one:?} {other:?}");
    }
    // B is at home, which counts.
    let [away, home] = [None, Some(1)].map(|home| pairings.get([0, 1], home, true));
    assert!(away.is_none() && home.is_some());
}

/// After two rounds of the groups of 2022 every group is gone through exactly.
#[test]
fn places_of_the_last_round_are_exact() {
    let record = record();
    let edition = edition("World Cup 2022");
    let facts = Facts::of(&record.as_of(date(2022, 11, 28)), &edition);
    let situation = Situation::new(&edition, &facts, &[]);
    let pairings = Pairings::new(&edition, &strengths(&edition)).unwrap();
    let simulator = Simulator::new(&situation, &pairings, &[]).unwrap();
    let (exact, simulated) = (simulator.run(20_000, 7), simulator.simulate(20_000, 7));
    for (one, other) in exact.groups.iter().zip(&simulated.groups) {
        for (one, other) in one.places.iter().flatten().zip(other.places.iter().flatten()) {
            assert!(one.standard_error < 5e-4 && agree(*one, *other), "{one:?} {other:?}");
        }
    }
    for (one, other) in exact.reach.iter().zip(&simulated.reach) {
        assert!(one[1].standard_error < 5e-4 && agree(one[1], other[1]), "{one:?} {other:?}");
    }
    // Canada and Qatar were out, France, Brazil and Portugal through.
    for (name, chance) in [("Canada", 0.0), ("Qatar", 0.0), ("France", 1.0), ("Brazil", 1.0), ("Portugal", 1.0)] {
        let reach = exact.reach[usize::from(team(&edition, name))][1].value;
        assert!((reach - chance).abs() < 1e-7, "{name}: {reach}");
    }
}

#[test]
fn scenarios_share_their_luck() {
    let record = record();
    let edition = edition("World Cup 2022");
    let facts = Facts::of(&record.as_of(date(2022, 11, 24)), &edition);
    let [england, usa] = ["England", "United States"].map(|name| team(&edition, name));
    let pairings = Pairings::new(&edition, &strengths(&edition)).unwrap();
    let scenario = |supposed: &[Meeting]| Situation::new(&edition, &facts, supposed);
    let (open, won) = (scenario(&[]), scenario(&[Meeting::of(StageKind::Group, [england, usa], [2, 0])]));
    let [open, won] = [&open, &won].map(|situation| Simulator::new(situation, &pairings, &[]).unwrap());
    let same = open.compare(&open, 2000, 1).unwrap();
    assert!(same.reach.iter().flatten().all(|d| d.difference == 0.0 && d.standard_error == 0.0));
    let compared = open.compare(&won, 20_000, 1).unwrap();
    let through = compared.reach[usize::from(england)][1];
    assert!(through.difference > 0.0 && through.difference == through.other.value - through.one.value);
    let title = compared.champion[usize::from(england)];
    let apart = (title.one.standard_error.powi(2) + title.other.standard_error.powi(2)).sqrt();
    assert!(title.standard_error < 0.6 * apart, "{title:?}");
    // Those in other groups are hardly touched, and known to be.
    let brazil = compared.champion[usize::from(team(&edition, "Brazil"))];
    assert!(brazil.difference.abs() < 0.01 && brazil.standard_error < 0.002, "{brazil:?}");
    // The same simulations split by result: what the win is worth.
    let played = open.leverage(&[Target::Stage(1), Target::title(&edition)], 20_000, 1);
    let of_match = |one: u8, other: u8| {
        played.iter().find(|leverage| {
            let sides = edition.fixtures[leverage.fixture].sides;
            sides == [one, other].map(byline_competition::Slot::Team)
        })
    };
    let leverage = of_match(england, usa).unwrap();
    assert!((leverage.results.iter().map(|chance| chance.value).sum::<f64>() - 1.0).abs() < 1e-9);
    let after = leverage.after[0][usize::from(england)];
    assert!(after[0].value > after[1].value && after[1].value > after[2].value);
    assert!(leverage.swing(0, england) > 0.05 && leverage.moved(0) > leverage.moved(1));
    let weighted: f64 = after.iter().zip(leverage.results).map(|(after, result)| after.value * result.value).sum();
    assert!((weighted - through.one.value).abs() < 1e-9);
}

#[test]
fn a_match_under_way_has_its_own_chances() {
    let record = record();
    let edition = edition("World Cup 2022");
    let facts = Facts::of(&record.as_of(date(2022, 12, 9)), &edition);
    let situation = Situation::new(&edition, &facts, &[]);
    let pairings = Pairings::new(&edition, &strengths(&edition)).unwrap();
    let [england, france] = ["England", "France"].map(|name| team(&edition, name));
    let fixture = situation.sides.iter().rposition(|sides| *sides == [Some(england), Some(france)]).unwrap();
    let grid = ScoreGrid::new(2, 2, vec![0.1, 0.3, 0.2, 0.4]).unwrap();
    let begun = UnderWay { fixture, grid: grid.clone(), through: Some(0.08) };
    let chances = Simulator::new(&situation, &pairings, &[begun]).unwrap().run(1000, 1);
    let semi = edition.stages.iter().position(|stage| stage.kind == StageKind::SemiFinal).unwrap();
    let reach = chances.reach[usize::from(england)][semi];
    assert!((reach.value - 0.08).abs() < 1e-12 && reach.standard_error == 0.0);
    // Played, its sides not known yet, and none at all.
    for fixture in [0, edition.fixtures.len() - 1, 9999] {
        let wrong = UnderWay { fixture, grid: grid.clone(), through: Some(0.5) };
        assert!(Simulator::new(&situation, &pairings, &[wrong]).is_err());
    }
}

/// The chance of going through is the one the story of the match tells.
#[test]
fn forecasts_are_those_of_stories() {
    let record = record();
    let edition = edition("World Cup 2022");
    let day = date(2022, 12, 9);
    let view = record.as_of(day);
    let facts = Facts::of(&view, &edition);
    let forecasts = FromStandpoint::new(&view, &edition, &facts, day).unwrap();
    let stage = edition.stages.last().unwrap();
    for [one, other] in [["England", "France"], ["Brazil", "Saudi Arabia"], ["Iran", "Argentina"], ["Japan", "Ghana"]] {
        let [first, second] = [one, other].map(|name| team(&edition, name));
        let [home, away] = [first, second].map(|team| facts.teams[usize::from(team)].unwrap());
        for at_home in [None, Some(0), Some(1)] {
            let pairing = forecasts.pairing([first, second], at_home, true).unwrap();
            let setting = Setting {
                day: byline_forecast::from_record::day_of(day),
                neutral: at_home.is_none(),
                turned: at_home == Some(1),
                region: byline_forecast::from_record::region(&record, "Qatar").filter(|_| at_home.is_none()),
                class: Class::WorldCup,
            };
            let told = story::of_frame(&view, home, away, &story::Frame::of_pairing(setting, true)).unwrap();
            let through = pairing.through(&stage.level);
            let expected = told.chances.through.unwrap()[0];
            assert!((through - expected).abs() < 0.005, "{one} {other} {at_home:?}: {through} {expected}");
            let win = pairing.grid.win();
            assert!(win.iter().zip(told.chances.win).all(|(one, other)| (one - other).abs() < 1e-6));
        }
    }
}

/// The rates of cards are those of the World Cups whose every card is known.
#[test]
fn cards_are_shown_as_often_as_they_were() {
    let record = record();
    let mut sums = [0_u32; 4];
    let mut sides = 0;
    for year in ["2002", "2006", "2010", "2014", "2018", "2022"] {
        let edition = edition(&format!("World Cup {year}"));
        let facts = Facts::of(&record.as_of(Date::MAX), &edition);
        for meeting in facts.meetings.iter().filter(|meeting| meeting.stage == StageKind::Group) {
            for cards in meeting.cards.unwrap_or_default() {
                sides += 1;
                let counts = [cards.yellow, cards.second_yellow, cards.red, cards.yellow_and_red];
                for (sum, count) in sums.iter_mut().zip(counts) {
                    *sum += u32::from(count);
                }
            }
        }
    }
    assert_eq!(sides, 6 * 48 * 2);
    let rates = sums.map(|sum| f64::from(sum) / f64::from(sides));
    let CardRates { yellow, second_yellow, red, yellow_and_red } = CardRates::WORLD_CUPS;
    for (rate, ours) in rates.into_iter().zip([yellow, second_yellow, red, yellow_and_red]) {
        assert!((rate - ours).abs() < 0.006, "{rates:?}");
    }
}
