//! Matches to draw. What happened is what happened; the curves come from a rule of thumb and say nothing of the match.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, reason = "tests")]
#![allow(dead_code, reason = "each test file uses a part")]

use byline_chart::*;

pub(crate) fn caption(headline: &str, subtitle: &str) -> Caption {
    Caption {
        headline: headline.into(),
        subtitle: subtitle.into(),
        source: "Source: Byline. Made-up numbers, to show the chart".into(),
    }
}

pub(crate) fn event(clock: &MatchClock, minute: &str, kind: EventKind, side: Side, player: &str) -> MatchEvent {
    let (regular, added) = minute.split_once('+').unwrap_or((minute, "0"));
    let at = clock.at(regular.parse().unwrap(), added.parse().unwrap());
    MatchEvent { at, minute: minute.into(), kind, side, player: player.into() }
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-x))
}

/// Chances from the goals so far: lead plus expected lead against what can still happen.
fn moment(at: f64, end: f64, lead: f64, edge: f64, through: bool) -> Moment {
    let left = ((end - at) / end).max(0.0);
    let spread = libm::sqrt(2.6 * left).max(1e-3);
    let above = |margin: f64| logistic(1.7 * (lead + edge * left - margin) / spread);
    let (home, away) = (above(0.5), 1.0 - above(-0.5));
    let draw = (1.0 - home - away).max(0.0);
    let total = home + draw + away;
    let win = [home / total, draw / total, away / total];
    Moment { at, win, through: through.then_some((win[0] + 0.5 * win[1]).clamp(0.0, 1.0)) }
}

pub(crate) fn moments(clock: &MatchClock, events: &[MatchEvent], edge: f64, through: bool, end: f64) -> Vec<Moment> {
    let scores = |kind| matches!(kind, EventKind::Goal | EventKind::OwnGoal | EventKind::PenaltyScored);
    let mut goals: Vec<(f64, f64)> = events
        .iter()
        .filter(|event| scores(event.kind))
        .map(|event| (event.at, if event.side == Side::Home { 1.0 } else { -1.0 }))
        .collect();
    goals.sort_by(|first, second| first.0.total_cmp(&second.0));
    let mut places: Vec<(f64, f64)> = (0..=end.floor() as u32).map(|minute| (f64::from(minute), 0.0)).collect();
    places.extend(goals.iter().flat_map(|goal| [(goal.0, 0.0), *goal]));
    places.push((end, 0.0));
    places.sort_by(|first, second| first.0.total_cmp(&second.0));
    let mut lead = 0.0;
    let ninety = clock.at(90.0, 60.0);
    places
        .into_iter()
        .map(|(at, goal)| {
            lead += goal;
            let whole = if at > ninety { clock.play() } else { ninety };
            moment(at, whole, lead, edge, through)
        })
        .collect()
}

use EventKind::{Goal, PenaltyMissed, PenaltyScored, RedCard};
use Side::{Away, Home};

pub(crate) fn england_france() -> WinProbability {
    let clock = MatchClock::new([2.0, 10.0]);
    let events = vec![
        event(&clock, "17", Goal, Away, "Tchouaméni"),
        event(&clock, "54", PenaltyScored, Home, "Kane"),
        event(&clock, "78", Goal, Away, "Giroud"),
        event(&clock, "84", PenaltyMissed, Home, "Kane"),
    ];
    let mut moments = moments(&clock, &events, -0.1, true, clock.end());
    // The award lifts England until the kick, two minutes later.
    let (award, kick) = (clock.at(82.0, 0.0), clock.at(84.0, 0.0));
    let at =
        |at: f64, moments: &[Moment]| Moment { at, ..*moments.iter().rev().find(|moment| moment.at <= at).unwrap() };
    let (before, after) = (at(award, &moments), at(kick, &moments));
    moments.retain(|moment| moment.at < award || moment.at > kick);
    let index = moments.iter().position(|moment| moment.at > kick).unwrap();
    let awarded = Moment { through: before.through.map(|through| through + 0.27), ..before };
    moments.splice(index..index, [before, awarded, Moment { at: kick, ..awarded }, after]);
    WinProbability {
        caption: caption(
            "England had France where they wanted them, twice",
            "World Cup quarter-final, Al Khor, 10 December 2022. England 1-2 France",
        ),
        home: "England".into(),
        away: "France".into(),
        stake: "going through".into(),
        clock,
        moments,
        events,
    }
}

pub(crate) fn argentina_france() -> WinProbability {
    let clock = MatchClock::new([7.0, 8.0]).extra_time([1.0, 3.0]).shoot_out(8);
    let events = vec![
        event(&clock, "23", PenaltyScored, Home, "Messi"),
        event(&clock, "36", Goal, Home, "Di María"),
        event(&clock, "80", PenaltyScored, Away, "Mbappé"),
        event(&clock, "81", Goal, Away, "Mbappé"),
        event(&clock, "108", Goal, Home, "Messi"),
        event(&clock, "118", PenaltyScored, Away, "Mbappé"),
    ];
    let mut moments = moments(&clock, &events, 0.1, true, clock.play());
    let kicks = [0.42, 0.5, 0.64, 0.78, 0.76, 0.92, 0.88, 1.0];
    let kick =
        |number: u16, through: f64| Moment { at: clock.kick(number), win: [0.0, 1.0, 0.0], through: Some(through) };
    let mut before = 0.5;
    for (number, chance) in (1u16..).zip(kicks) {
        moments.extend([kick(number, before), kick(number, chance)]);
        before = chance;
    }
    WinProbability {
        caption: caption(
            "Argentina won the final three times",
            "World Cup final, Lusail, 18 December 2022. Argentina 3-3 France, 4-2 on penalties",
        ),
        home: "Argentina".into(),
        away: "France".into(),
        stake: "winning the World Cup".into(),
        clock,
        moments,
        events,
    }
}

pub(crate) fn brazil_germany() -> WinProbability {
    let clock = MatchClock::new([1.0, 3.0]);
    let events = vec![
        event(&clock, "11", Goal, Away, "Müller"),
        event(&clock, "23", Goal, Away, "Klose"),
        event(&clock, "24", Goal, Away, "Kroos"),
        event(&clock, "26", Goal, Away, "Kroos"),
        event(&clock, "29", Goal, Away, "Khedira"),
        event(&clock, "69", Goal, Away, "Schürrle"),
        event(&clock, "79", Goal, Away, "Schürrle"),
        event(&clock, "90", Goal, Home, "Oscar"),
    ];
    let moments = moments(&clock, &events, 0.3, false, clock.end());
    WinProbability {
        caption: caption(
            "Eighteen minutes in Belo Horizonte",
            "Chance of each result in ninety minutes. World Cup semi-final, 8 July 2014. Brazil 1-7 Germany",
        ),
        home: "Brazil".into(),
        away: "Germany".into(),
        stake: String::new(),
        clock,
        moments,
        events,
    }
}

/// Nothing like it was ever played: nine goals and three cards, three events in one minute, two at the very end.
pub(crate) fn crowded(home: &str, away: &str) -> WinProbability {
    let clock = MatchClock::new([3.0, 6.0]);
    let events = vec![
        event(&clock, "2", Goal, Home, "Constantinopoulos"),
        event(&clock, "31", Goal, Home, "Abernathy-Featherstonehaugh"),
        event(&clock, "31", RedCard, Home, "Vandenbroucke"),
        event(&clock, "31", PenaltyScored, Home, "Constantinopoulos"),
        event(&clock, "33", Goal, Away, "Papadimitriou"),
        event(&clock, "45+2", Goal, Away, "Oyarzabal"),
        event(&clock, "46", RedCard, Away, "Schwarzenbeck"),
        event(&clock, "63", Goal, Home, "Li"),
        event(&clock, "64", EventKind::OwnGoal, Away, "Abernathy-Featherstonehaugh"),
        event(&clock, "87", PenaltyMissed, Home, "Constantinopoulos"),
        event(&clock, "88", RedCard, Away, "Papadimitriou"),
        event(&clock, "90+5", Goal, Away, "Oyarzabal"),
        event(&clock, "90+6", Goal, Home, "Constantinopoulos"),
    ];
    let moments = moments(&clock, &events, 0.0, false, clock.end());
    WinProbability {
        caption: caption("Nine goals and three cards", "A match made up to be hard to draw"),
        home: home.into(),
        away: away.into(),
        stake: String::new(),
        clock,
        moments,
        events,
    }
}

pub(crate) fn poisson_grid(home: &str, away: &str, rates: [f64; 2], rows: usize, columns: usize) -> GridHeat {
    let goals = |rate: f64| {
        let mut term = libm::exp(-rate);
        let mut out = Vec::new();
        for count in 0..24u32 {
            out.push(term);
            term *= rate / f64::from(count + 1);
        }
        out
    };
    let (down, across) = (goals(rates[0]), goals(rates[1]));
    let mut win = [0.0; 3];
    for (h, first) in down.iter().enumerate() {
        for (a, second) in across.iter().enumerate() {
            win[match h.cmp(&a) {
                std::cmp::Ordering::Greater => 0,
                std::cmp::Ordering::Equal => 1,
                std::cmp::Ordering::Less => 2,
            }] += first * second;
        }
    }
    let cells = down[..rows].iter().map(|first| across[..columns].iter().map(|second| first * second).collect());
    GridHeat {
        caption: caption(&format!("{home} favoured, {away} close behind"), "Chance of each score after ninety minutes"),
        home: home.into(),
        away: away.into(),
        cells: cells.collect(),
        win,
    }
}

pub(crate) fn ratings(names: &[&str], band: bool) -> RatingHistory {
    let series = names
        .iter()
        .zip(0u32..)
        .map(|(name, index)| RatingSeries {
            name: (*name).into(),
            points: (0..=130u32)
                .map(|quarter| {
                    let (time, phase) = (f64::from(quarter) / 4.0, f64::from(index));
                    let wave = libm::sin(time / 3.1 + 1.7 * phase) * 70.0 + libm::sin(time * 1.3 + phase) * 22.0;
                    let rating = 1_960.0 - 26.0 * phase + wave + 1.5 * time;
                    let half = 30.0 + 12.0 * libm::sin(time / 5.0);
                    RatingPoint {
                        at: 1990.0 + time,
                        rating,
                        band: (band && index == 0).then_some((rating - half, rating + half)),
                    }
                })
                .collect(),
            background: index >= 6,
        })
        .collect();
    RatingHistory {
        caption: caption("Brazil lead once more", "Rating of national teams, 1990 to 2022. Shaded: 90% interval"),
        time: TimeAxis::Years,
        series,
    }
}

pub(crate) fn reliability(names: &[&str]) -> Reliability {
    let models = names
        .iter()
        .zip(1u32..)
        .map(|(name, index)| ReliabilityModel {
            name: (*name).into(),
            bins: (0..10u32)
                .map(|bin| {
                    let forecast = 0.05 + 0.1 * f64::from(bin);
                    let off = 0.015 * f64::from(index) * libm::sin(f64::from(bin * index));
                    let observed = (forecast + off).clamp(0.0, 1.0);
                    let count = 5_200 / (1 + u64::from(bin) * u64::from(bin)) + 90;
                    let half = 1.96 * libm::sqrt(observed * (1.0 - observed) / count as f64);
                    let interval = ((observed - half).max(0.0), (observed + half).min(1.0));
                    ReliabilityBin { forecast, observed, interval, count }
                })
                .collect(),
            calibration_error: 0.004 * f64::from(index),
        })
        .collect();
    Reliability {
        caption: caption(
            "What was called likely was likely",
            "Forecasts of home win, draw and away win by chance, and the share that came true, with 95% intervals",
        ),
        models,
    }
}

/// Every picture with its name.
/// World Cup 2022 after the quarter-finals; or a bracket of long names that come from nowhere.
pub(crate) fn bracket(real: bool) -> Bracket {
    let known = |name: &str| BracketSide { name: name.into(), known: true, ..BracketSide::default() };
    let played = |first: &str, score: [&str; 2], second: &str, through: usize, note: &str, from: [Option<usize>; 2]| {
        let mut sides = [known(first), known(second)];
        for (side, tie) in sides.iter_mut().enumerate() {
            tie.score = score[side].into();
            tie.through = Some(side == through);
        }
        BracketTie { sides, from, note: note.into() }
    };
    let open = |first: &str, chance: f64, second: &str, note: &str, from| {
        let mut sides = [known(first), known(second)];
        sides[0].chance = Some(chance);
        sides[1].chance = Some(1.0 - chance);
        BracketTie { sides, from, note: note.into() }
    };
    let slot = |name: &str| BracketSide { name: name.into(), ..BracketSide::default() };
    if !real {
        let long = "Bosnia and Herzegovina and a long name behind it";
        let tie = played(long, ["2 (14)", "2 (13)"], long, 0, "after a very long shoot-out on penalties", [None, None]);
        let ties = vec![tie.clone(), tie.clone(), tie.clone()];
        let last = BracketTie { from: [Some(0), Some(0)], ..tie.clone() };
        let rounds = vec![
            BracketRound { name: "A first round of a long name".into(), ties },
            BracketRound { name: "Final".into(), ties: vec![last.clone(), last] },
        ];
        let beside = Some(("Match for third place, and more".into(), tie));
        return Bracket { caption: caption("Crowded", "A bracket"), rounds, beside, table: None };
    }
    let none = [None, None];
    let two = |first: usize| [Some(first), Some(first + 1)];
    let rounds = vec![
        BracketRound {
            name: "Quarter-finals".into(),
            ties: vec![
                played("Netherlands", ["2 (3)", "2 (4)"], "Argentina", 1, "on penalties", none),
                played("Croatia", ["1 (4)", "1 (2)"], "Brazil", 0, "on penalties", none),
                played("England", ["1", "2"], "France", 1, "10 December", none),
                played("Morocco", ["1", "0"], "Portugal", 0, "10 December", none),
            ],
        },
        BracketRound {
            name: "Semi-finals".into(),
            ties: vec![
                open("Argentina", 0.66, "Croatia", "13 December", two(0)),
                open("France", 0.72, "Morocco", "14 December", two(2)),
            ],
        },
        BracketRound {
            name: "Final".into(),
            ties: vec![BracketTie {
                sides: [slot("Winner 61"), slot("Winner 62")],
                from: two(0),
                note: "18 December".into(),
            }],
        },
    ];
    let third = BracketTie { sides: [slot("Loser 61"), slot("Loser 62")], from: none, note: "17 December".into() };
    Bracket {
        caption: caption("World Cup 2022", "Chances to go through, as of 10 December 2022"),
        rounds,
        beside: Some(("Third place".into(), third)),
        table: Some(ChanceTable {
            caption: Caption::default(),
            columns: vec!["semi-final".into(), "final".into(), "winner".into()],
            rows: vec![
                ("Argentina".into(), vec![1.0, 0.66, 0.37]),
                ("France".into(), vec![1.0, 0.72, 0.41]),
                ("Morocco".into(), vec![1.0, 0.28, 0.11]),
                ("Croatia".into(), vec![1.0, 0.34, 0.11]),
                ("England".into(), vec![0.0, 0.0, 0.0]),
            ],
        }),
    }
}

/// Two takers who never were.
pub(crate) fn goal_mouth() -> GoalMouth {
    let goal = |name: &str, left: u32, kicks: Vec<([f64; 2], bool)>| {
        let mut zones = [[GoalZone::default(); 3]; 3];
        for (row, zones) in zones.iter_mut().enumerate() {
            for (column, zone) in zones.iter_mut().enumerate() {
                let count = if column == 0 { left } else { 1 + (row * column) as u32 };
                *zone = GoalZone { kicks: count, share: f64::from(count) / 40.0, chance: Some(0.9 - 0.1 * row as f64) };
            }
        }
        GoalView { name: name.into(), zones, kicks, note: "7 more kicks of which nothing is known".into() }
    };
    let kicks =
        vec![([-3.0, 0.3], true), ([2.8, 1.9], true), ([-2.9, 0.4], false), ([4.9, 3.3], false), ([0.0, 1.2], true)];
    GoalMouth {
        caption: caption("A taker and a keeper", "Goal mouth as the taker sees it. Blue: goals; rings: no goals"),
        goals: vec![
            goal("A taker", 9, kicks),
            goal("A keeper of a very long name that goes on and on and on", 2, Vec::new()),
        ],
    }
}

/// France against West Germany in 1982; the fourth French taker may be called anything.
pub(crate) fn shoot_out(fourth: &str) -> ShootOut {
    let takers = [
        "Giresse",
        "Kaltz",
        "Amoros",
        "Breitner",
        "Rocheteau",
        "Stielike",
        fourth,
        "Littbarski",
        "Platini",
        "Rummenigge",
        "Bossis",
        "Hrubesch",
    ];
    let scored = [true, true, true, true, true, false, false, true, true, true, false, true];
    let mut score = [0, 0];
    let kicks = takers.iter().zip(scored).enumerate().map(|(number, (taker, scored))| {
        score[number % 2] += u16::from(scored);
        let lead = f64::from(score[0]) - f64::from(score[1]) - if number % 2 == 0 { 0.75 } else { 0.0 };
        let win = if number == 11 { 0.0 } else { logistic(0.9 * lead) };
        ShootOutKick { side: number % 2, taker: (*taker).into(), scored, score, win }
    });
    ShootOut {
        caption: caption(
            "France v West Germany, shoot-out",
            "Chance to win after every kick. World Cup 1982, semi-final",
        ),
        teams: ["France".into(), "West Germany".into()],
        before: 0.5,
        kicks: kicks.collect(),
    }
}

pub(crate) fn gallery() -> Vec<(&'static str, Scene)> {
    let teams = ["Argentina", "France", "Brazil", "England", "Spain", "Germany", "Italy", "Netherlands"];
    vec![
        ("england_france_2022", england_france().scene().unwrap()),
        ("argentina_france_2022", argentina_france().scene().unwrap()),
        ("brazil_germany_2014", brazil_germany().scene().unwrap()),
        ("crowded", crowded("Wolverhampton Wanderers", "Borussia Mönchengladbach").scene().unwrap()),
        ("grid_france_morocco", poisson_grid("France", "Morocco", [1.62, 0.74], 7, 7).scene().unwrap()),
        (
            "grid_small",
            poisson_grid("Bosnia and Herzegovina", "São Tomé and Príncipe", [4.1, 0.2], 3, 2).scene().unwrap(),
        ),
        ("bracket_2022", bracket(true).scene().unwrap()),
        ("bracket_crowded", bracket(false).scene().unwrap()),
        ("goal_mouth", goal_mouth().scene().unwrap()),
        ("shoot_out_1982", shoot_out("Six").scene().unwrap()),
        ("shoot_out_crowded", shoot_out("A taker of a very long name indeed").scene().unwrap()),
        ("ratings", ratings(&teams, true).scene().unwrap()),
        ("reliability_one", reliability(&["Dynamic strengths"]).scene().unwrap()),
        ("reliability_three", reliability(&["Dynamic strengths", "Dixon-Coles", "Elo"]).scene().unwrap()),
    ]
}
