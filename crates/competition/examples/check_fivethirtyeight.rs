//! Checks simulations against exact calculation with FiveThirtyEight's forecasts of the World Cup 2022 as input:
//! `cargo run --release -p byline-competition --example check_fivethirtyeight -- FILE.csv [RUNS]`.
//!
//! The file has a line a match with `date`, `team1`, `team2`, `prob1`, `prob2`, `probtie`, `proj_score1` and
//! `proj_score2`. Before the last round of every group, and before every knock-out round, chances one round ahead are
//! taken by simulation, by the exact way of the simulator, and, in the knock-out, from the file itself.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a check prints what it found")]
#![allow(clippy::indexing_slicing, reason = "teams and fixtures are numbers of the edition")]

use std::collections::BTreeMap;
use std::error::Error;

use byline_competition::edition::built_in;
use byline_competition::simulate::{
    Chance, ForecastError, Forecasts, Pairing, Pairings, PoissonRates, Simulator, UnderWay,
};
use byline_competition::{Edition, Facts, Situation};
use byline_forecast::ScoreGrid;
use byline_forecast::counts::poisson;
use byline_record::builtin;

/// The file's forecasts by pair of names; what it has no line for is even.
struct Published {
    names: Vec<String>,
    lines: BTreeMap<[String; 2], Line>,
}

#[derive(Clone, Copy)]
struct Line {
    win: [f64; 3],
    goals: [f64; 2],
}

impl Published {
    fn line(&self, teams: [u8; 2]) -> Option<Line> {
        let [one, other] = teams.map(|team| self.names[usize::from(team)].clone());
        let turned =
            |line: &Line| Line { win: [line.win[2], line.win[1], line.win[0]], goals: [line.goals[1], line.goals[0]] };
        let key = [one, other];
        self.lines.get(&key).copied().or_else(|| self.lines.get(&[key[1].clone(), key[0].clone()]).map(turned))
    }
}

impl Forecasts for Published {
    fn pairing(&self, teams: [u8; 2], home: Option<usize>, knock_out: bool) -> Result<Pairing, ForecastError> {
        let even = PoissonRates { base: 0.2, attack: Vec::new(), defence: Vec::new(), home: 0.0 };
        let Some(line) = self.line(teams) else { return even.pairing(teams, home, knock_out) };
        let [first, second] = line.goals.map(|goals| poisson(goals, 16));
        let grid = ScoreGrid::independent(&first, &second).map_err(|source| ForecastError::Grid {
            one: "first".to_owned(),
            other: "second".to_owned(),
            source,
        })?;
        Ok(Pairing::new(grid.with_win(line.win)))
    }
}

/// The largest distance of simulated from other chances, in standard errors of the simulation.
#[derive(Default)]
struct Worst {
    errors: f64,
    compared: usize,
}

impl Worst {
    fn compare(&mut self, simulated: Chance, other: f64) {
        self.compared += 1;
        // A chance of one in a thousand runs or less has no standard error to speak of.
        let error = simulated.standard_error.max(2e-5);
        self.errors = self.errors.max((simulated.value - other).abs() / error);
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().unwrap_or_default();
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("no file `{path}`: nothing to check; name FiveThirtyEight's forecasts of the World Cup 2022");
        return Ok(());
    };
    let runs: u32 = arguments.next().map_or(Ok(1_000_000), |runs| runs.parse())?;
    let (_, file) = built_in("World Cup 2022").ok_or("no such edition")?;
    let edition = Edition::read(file)?;
    let published = Published { names: edition.teams.clone(), lines: read(&text)? };
    let pairings = Pairings::new(&edition, &published)?;
    let record = builtin::record()?;
    let mut eves = Vec::new();
    for stage in &edition.stages {
        if stage.is_knock_out() {
            eves.push(edition.fixtures[stage.fixtures[0]].date);
        } else {
            eves.extend(
                stage
                    .groups
                    .iter()
                    .map(|group| group.fixtures.iter().filter_map(|&fixture| edition.fixtures[fixture].date).max()),
            );
        }
    }
    let (mut places, mut rounds, mut lines) = (Worst::default(), Worst::default(), Worst::default());
    for eve in eves.into_iter().flatten() {
        let facts = Facts::of(&record.as_of(eve.yesterday()?), &edition);
        let situation = Situation::new(&edition, &facts, &[]);
        // Knock-out matches of known sides go as the file says.
        let mut begun = Vec::new();
        for (fixture, sides) in situation.sides.iter().enumerate() {
            let knock_out = edition.stages[edition.fixtures[fixture].stage].is_knock_out();
            if let (true, None, &[Some(one), Some(other)]) = (knock_out, &situation.played[fixture], sides)
                && let Some(line) = published.line([one, other])
            {
                let grid = pairings.get([one, other], None, true).ok_or("no such pairing")?.grid;
                begun.push(UnderWay { fixture, grid, through: Some(line.win[0] / (line.win[0] + line.win[2])) });
            }
        }
        let simulator = Simulator::new(&situation, &pairings, &begun)?;
        let (simulated, exact) = (simulator.simulate(runs, 538), simulator.run(runs, 538));
        for (one, other) in simulated.groups.iter().zip(&exact.groups) {
            // Where the exact way did not apply it is the same simulation.
            for (one, other) in one.places.iter().flatten().zip(other.places.iter().flatten()) {
                if one.standard_error > 0.0 && one.standard_error > 2.0 * other.standard_error {
                    places.compare(*one, other.value);
                }
            }
        }
        for one in &begun {
            let stage = edition.fixtures[one.fixture].stage;
            let [Some(first), Some(second)] = situation.sides[one.fixture] else { continue };
            let won = |chances: &byline_competition::simulate::Chances| {
                let opponents = &chances.opponents[stage][usize::from(first)];
                opponents.iter().find(|opponent| opponent.team == second).map_or(Chance::exact(0.0), |o| o.beat)
            };
            rounds.compare(won(&simulated), won(&exact).value);
            lines.compare(won(&simulated), one.through.unwrap_or(0.5));
        }
    }
    println!(
        "places before the last round: {} chances, at most {:.2} standard errors off",
        places.compared, places.errors
    );
    println!("knock-out, exact: {} chances, at most {:.2} standard errors off", rounds.compared, rounds.errors);
    println!("knock-out, the file: {} chances, at most {:.2} standard errors off", lines.compared, lines.errors);
    if places.errors > 4.5 || rounds.errors > 4.0 || lines.errors > 4.0 {
        return Err("simulations do not agree with exact calculation".into());
    }
    Ok(())
}

fn read(text: &str) -> Result<BTreeMap<[String; 2], Line>, Box<dyn Error>> {
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    let column = |name: &str| header.iter().position(|held| *held == name).ok_or(format!("no column `{name}`"));
    let [one, other] = [column("team1")?, column("team2")?];
    let numbers =
        [column("prob1")?, column("probtie")?, column("prob2")?, column("proj_score1")?, column("proj_score2")?];
    let mut read = BTreeMap::new();
    for line in lines.filter(|line| !line.is_empty()) {
        let cells: Vec<&str> = line.split(',').collect();
        let cell = |at: usize| cells.get(at).copied().ok_or("a line that is too short");
        let name = |name: &str| match name {
            "USA" => "United States".to_owned(),
            other => other.to_owned(),
        };
        let mut values = [0.0; 5];
        for (value, at) in values.iter_mut().zip(numbers) {
            *value = cell(at)?.parse()?;
        }
        let [win, tie, loss, goals, against] = values;
        let line = Line { win: [win, tie, loss], goals: [goals, against] };
        read.insert([name(cell(one)?), name(cell(other)?)], line);
    }
    Ok(read)
}
