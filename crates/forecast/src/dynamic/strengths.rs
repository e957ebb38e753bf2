//! Strengths written down: a text file with the state of the best forecaster on some days.
//!
//! The file begins with `byline strengths 2`. Lines beginning with `#` are remarks. A section is
//!
//! ```text
//! = DAY                            the last day known, as days since 1970-01-01
//! stack  21 coefficients, 21 coefficients
//! filter level, home, away         for each filter: mean and variance of each
//! group  strength, home advantage (mean, variance), covariances with every group     for each group
//! team   NAME | group last-day matches | strength form style home | strength form | strength form
//! ```
//!
//! with means and variances of a team under the first, second and third filter; style and home advantage are those of
//! the first. Group lines follow their filter line. Days are whole numbers; means of teams have three decimals,
//! everything else has four.

use std::fmt::Write as _;

use super::filter::Scalar;
use super::forecaster::Forecaster;
use super::settings::Settings;
use super::stack::{PACES, Stack};
use super::state::{State, TeamState};

/// First line of a file of strengths.
pub const HEADER: &str = "byline strengths 2";

/// Days a team may have been idle and still be written down.
const ACTIVE: i32 = 4 * 366;

/// Why a text is no file of strengths.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StrengthsError {
    /// The first line is another.
    #[error("line 1: expected `{HEADER}`; this is no file of strengths, or one of a newer version")]
    Header,
    /// A line is not what should be there.
    #[error("line {line}: expected {expected}")]
    Line {
        /// Line, from 1.
        line: usize,
        /// What should be there.
        expected: &'static str,
    },
}

/// The state of the best forecaster on a day, with names.
#[derive(Clone, Debug, PartialEq)]
pub struct Strengths {
    /// The last day known, since 1970-01-01.
    pub day: i32,
    /// Names of the teams.
    pub names: Vec<String>,
    stack: Stack,
    states: Vec<State>,
}

impl Strengths {
    /// The latest strengths of a file on or before a day; `None` where its first are later.
    ///
    /// # Errors
    /// If the file is none, or the section that is read is damaged.
    pub fn latest(text: &str, day: i32) -> Result<Option<Self>, StrengthsError> {
        if text.lines().next().map(str::trim_end) != Some(HEADER) {
            return Err(StrengthsError::Header);
        }
        let mut best: Option<(usize, i32)> = None;
        for (at, line) in text.lines().enumerate() {
            if let Some(rest) = line.strip_prefix("= ") {
                let error = StrengthsError::Line { line: at + 1, expected: "`= DAY`, a whole number" };
                let of: i32 = rest.trim().parse().map_err(|_| error)?;
                if of <= day && best.is_none_or(|(_, known)| of >= known) {
                    best = Some((at, of));
                }
            }
        }
        best.map(|(at, of)| Self::section(text, at, of)).transpose()
    }

    fn section(text: &str, at: usize, day: i32) -> Result<Self, StrengthsError> {
        let mut stack = None;
        let mut states: Vec<State> = Vec::new();
        let mut names = Vec::new();
        let lines = text.lines().enumerate().skip(at + 1).take_while(|(_, line)| !line.starts_with("= "));
        for (index, line) in lines {
            let wrong = |expected| StrengthsError::Line { line: index + 1, expected };
            let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
            match word {
                "" | "#" => {}
                "stack" => stack = Some(Stack::read(&numbers(rest)).ok_or_else(|| wrong("42 coefficients"))?),
                "filter" => {
                    let &[l, lv, h, hv, a, av] = numbers(rest).as_slice() else { return Err(wrong("six numbers")) };
                    states.push(State {
                        day,
                        level: Scalar::new(l, lv),
                        home_attack: Scalar::new(h, hv),
                        away_attack: Scalar::new(a, av),
                        groups: Vec::new(),
                        group_covariance: Vec::new(),
                        group_home: Vec::new(),
                        teams: Vec::new(),
                    });
                }
                "group" => {
                    let numbers = numbers(rest);
                    let (Some(state), [strength, home, variance, covariances @ ..]) = (states.last_mut(), &*numbers)
                    else {
                        return Err(wrong("a filter before its groups, and three numbers and the covariances"));
                    };
                    state.groups.push(*strength);
                    state.group_home.push(Scalar::new(*home, *variance));
                    state.group_covariance.extend_from_slice(covariances);
                }
                "team" => {
                    let expected = "NAME | group day matches | eight numbers | four | four";
                    names.push(team(rest, &mut states).ok_or_else(|| wrong(expected))?);
                }
                _ => return Err(wrong("stack, filter, group, team or the next section")),
            }
        }
        let whole = states.len() == PACES
            && states.iter().all(|state| {
                let groups = state.groups.len();
                groups > 0
                    && state.group_covariance.len() == groups * groups
                    && state.teams.iter().flatten().all(|team| usize::from(team.group) < groups)
            });
        match stack {
            Some(stack) if whole => Ok(Self { day, names, stack, states }),
            _ => Err(StrengthsError::Line { line: at + 1, expected: "a stack, three filters and square covariances" }),
        }
    }

    /// The group of each team.
    #[must_use]
    pub fn group_of(&self) -> Vec<u8> {
        self.states
            .first()
            .map(|state| state.teams.iter().map(|team| team.map_or(0, |team| team.group)).collect())
            .unwrap_or_default()
    }

    /// A forecaster that takes them up. `group_of` has the group of every team: those of [`Strengths::names`] first and
    /// in their order, then any others.
    #[must_use]
    pub fn forecaster(&self, settings: Settings, group_of: &[u8]) -> Forecaster {
        Forecaster::resumed(settings, self.stack, &self.states, group_of)
    }
}

impl Forecaster {
    /// Its strengths as a section of a file, for the teams that played in the four years before `day`, named by
    /// `name`; teams without a name are left out.
    #[must_use]
    pub fn section(&self, day: i32, name: impl Fn(usize) -> Option<String>) -> String {
        let mut text = format!("= {day}\n");
        // Writing to a string cannot fail.
        let _ = writeln!(text, "stack {}", join(self.stack().coefficients()));
        let states = self.states(day, ACTIVE);
        for state in &states {
            let scalars = [state.level, state.home_attack, state.away_attack];
            let _ = writeln!(text, "filter {}", join(scalars.iter().flat_map(pair)));
            for (group, (strength, home)) in state.groups.iter().zip(&state.group_home).enumerate() {
                let groups = state.groups.len();
                let row = state.group_covariance[group * groups..(group + 1) * groups].iter().copied();
                let _ = writeln!(text, "group {}", join(std::iter::once(*strength).chain(pair(home)).chain(row)));
            }
        }
        let [first, others @ ..] = &states;
        for (number, team) in first.teams.iter().enumerate() {
            let (Some(team), Some(name)) = (team, name(number)) else { continue };
            let own = join([team.strength, team.form, team.style, team.home].iter().flat_map(rounded));
            let _ = write!(text, "team {name} | {} {} {} | {own}", team.group, team.last, team.matches);
            for state in others {
                if let Some(Some(team)) = state.teams.get(number) {
                    let _ = write!(text, " | {}", join([team.strength, team.form].iter().flat_map(rounded)));
                }
            }
            text.push('\n');
        }
        text
    }
}

/// Reads a team line into every state; its name.
fn team(rest: &str, states: &mut [State]) -> Option<String> {
    let mut parts = rest.split(" | ");
    let name = parts.next()?.trim();
    let mut whole = parts.next()?.split_whitespace();
    let (group, last) = (whole.next()?.parse().ok()?, whole.next()?.parse().ok()?);
    let matches = whole.next()?.parse().ok()?;
    let (first, others) = states.split_first_mut()?;
    let &[s, sv, f, fv, t, tv, u, uv] = numbers(parts.next()?).as_slice() else { return None };
    let (style, home) = (Scalar::new(t, tv), Scalar::new(u, uv));
    let state = |s, sv, f, fv| {
        let (strength, form) = (Scalar::new(s, sv), Scalar::new(f, fv));
        TeamState { group, last, matches, strength, form, style, home }
    };
    first.teams.push(Some(state(s, sv, f, fv)));
    for other in others {
        let &[s, sv, f, fv] = numbers(parts.next()?).as_slice() else { return None };
        other.teams.push(Some(state(s, sv, f, fv)));
    }
    (!name.is_empty()).then(|| name.to_owned())
}

/// Numbers parted by blanks; none at all if one of them is not a finite number.
fn numbers(text: &str) -> Vec<f64> {
    let all: Option<Vec<f64>> =
        text.split_whitespace().map(|word| word.parse::<f64>().ok().filter(|number| number.is_finite())).collect();
    all.unwrap_or_default()
}

fn pair(scalar: &Scalar) -> [f64; 2] {
    [scalar.mean, scalar.variance]
}

/// A team's numbers: a thousandth of a strength is far less than is known of it.
fn rounded(scalar: &Scalar) -> [f64; 2] {
    [(scalar.mean * 1000.0).round() / 1000.0, scalar.variance]
}

/// Numbers with four decimals, without zeros at their ends.
fn join(numbers: impl IntoIterator<Item = f64>) -> String {
    let words: Vec<String> = numbers
        .into_iter()
        .map(|number| {
            let word = format!("{number:.4}");
            let word = word.trim_end_matches('0').trim_end_matches('.');
            if word == "-0" { "0".to_owned() } else { word.to_owned() }
        })
        .collect();
    words.join(" ")
}
