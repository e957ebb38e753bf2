//! Saved goal models: a fitted model as a small JSON text that other machines and later versions can read.
//!
//! Teams stand by name, so that a model does not depend on how a record numbers them. The text says what it is and in
//! which version: [`SavedModel::from_json`] names what is wrong with one it cannot use.

use byline_record::fold;
use byline_record::names::similar::nearest;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::goals::{Family, GoalsError, Pairing, Parameters, Precisions};
use crate::grid::ScoreGrid;

/// What the text says it is.
const FORMAT: &str = "byline goal model";
/// The version written, and the latest that is read.
const VERSION: u32 = 1;
/// Log rates and effects beyond this are no football's.
const LARGEST: f64 = 50.0;
/// Teams a file may have.
const MOST_TEAMS: usize = 100_000;
/// Bytes such a file has at most.
pub const LARGEST_FILE: u64 = 64 << 20;

/// A fitted goal model with what it was fitted to.
#[derive(Clone, Debug, PartialEq)]
pub struct SavedModel {
    /// The teams; a team's number in [`SavedModel::parameters`] is its place.
    pub teams: Vec<String>,
    /// The model.
    pub parameters: Parameters,
    /// First day of the matches it was fitted to, where it was bounded.
    pub since: Option<Date>,
    /// Last day of the matches it was fitted to.
    pub until: Date,
    /// How many they were.
    pub matches: usize,
    /// Years before `until` after which a match counted half; `None` if all counted alike.
    pub half_life_years: Option<f64>,
    /// Who the matches come from.
    pub sources: Vec<SavedSource>,
}

/// A source of the matches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedSource {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its licence.
    pub licence: String,
    /// The attribution it asks for.
    pub attribution: String,
}

/// Whose ground a match is played on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// That of the side named first.
    First,
    /// That of the side named second.
    Second,
    /// Neither side's.
    Nobody,
}

/// Why a text is no saved model.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum SavedError {
    /// The text is no JSON, ends too early, or lacks a field.
    #[error("line {line}, column {column}: {message}")]
    Json {
        /// Line, from 1.
        line: usize,
        /// Column, from 1; 0 at the start of a line.
        column: usize,
        /// What was found and what was expected.
        message: String,
    },
    /// It is JSON of something else.
    #[error("not a saved goal model: the field `format` is {found}, expected \"{FORMAT}\"")]
    Format {
        /// What stands there.
        found: String,
    },
    /// It was written by a later version of the program.
    #[error(
        "version {found} of the format; this program reads up to version {VERSION}. Use the program that wrote it, or a later one"
    )]
    Version {
        /// The version.
        found: u64,
    },
    /// A family nobody knows.
    #[error("there is no family of goal models called {found}; there are {}", Family::ALL.map(Family::name).join(", "))]
    Family {
        /// The name.
        found: String,
    },
    /// A parameter is missing, or not one of the family's.
    #[error("the parameters of {family} are {expected}, but the file has {found}")]
    Parameters {
        /// The family.
        family: &'static str,
        /// Their names.
        expected: String,
        /// The names found.
        found: String,
    },
    /// A number out of its range.
    #[error("{what} is {}, which is not between {} and {}", short(*.value), short(*.least), short(*.most))]
    Number {
        /// Which.
        what: String,
        /// The number.
        value: f64,
        /// The least it can be.
        least: f64,
        /// The most it can be.
        most: f64,
    },
    /// Teams that cannot be told apart, or too many.
    #[error("{message}")]
    Teams {
        /// What is wrong.
        message: String,
    },
}

/// A name that is none of the model's teams.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the model has no team called {name}{}", listed(.near))]
pub struct UnknownTeam {
    /// The name.
    pub name: String,
    /// The model's teams with names like it, the likeliest first.
    pub near: Vec<String>,
}

fn listed(names: &[String]) -> String {
    if names.is_empty() { String::new() } else { format!("; near it: {}", names.join(", ")) }
}

/// What every version of the text says first.
#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    format: serde_json::Value,
    #[serde(default)]
    version: serde_json::Value,
    #[serde(default)]
    family: serde_json::Value,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: String,
    version: u32,
    family: String,
    fitted: Period,
    shrinkage: Shrinkage,
    parameters: Vec<Named>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    covariates: Vec<Named>,
    teams: Vec<Team>,
    sources: Vec<SavedSource>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Period {
    since: Option<Date>,
    until: Date,
    matches: usize,
    half_life_years: Option<f64>,
}

/// Precisions of the priors; `None` where there is no such effect.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Shrinkage {
    strength: f64,
    style: f64,
    team_home: Option<f64>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Named {
    name: String,
    value: f64,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Team {
    name: String,
    attack: f64,
    defence: f64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    home: Option<f64>,
}

impl SavedModel {
    /// The number of a team.
    #[must_use]
    pub fn number(&self, team: &str) -> Option<u32> {
        self.teams.iter().position(|name| name == team).and_then(|place| u32::try_from(place).ok())
    }

    /// The number of a team by its name, whatever the case and accents.
    ///
    /// # Errors
    /// If no team has the name, or several are alike but for case and accents; the names near it.
    pub fn find(&self, name: &str) -> Result<u32, UnknownTeam> {
        let folded = fold(name);
        let mut alike = self.teams.iter().filter(|team| fold(team) == folded);
        let only = alike.next().filter(|_| alike.next().is_none());
        self.number(name).or_else(|| only.and_then(|team| self.number(team))).ok_or_else(|| {
            let names = self.teams.iter().map(|team| (&**team, &**team));
            UnknownTeam {
                name: shortened(name),
                near: nearest(name, names, 6).into_iter().map(str::to_owned).collect(),
            }
        })
    }

    /// The chance of every score of ninety minutes between two of its teams, by number. A side without a number is one
    /// the model has not seen: a team at the prior's mean.
    ///
    /// # Errors
    /// If the model has covariates, whose values for a match only its maker knows, or rates beyond football's.
    pub fn grid(&self, sides: [Option<u32>; 2], ground: Whose) -> Result<ScoreGrid, GoalsError> {
        let [first, second] = sides.map(|side| side.unwrap_or(u32::MAX));
        let pairing = match ground {
            Whose::First => Pairing::at_home(first, second),
            Whose::Second => Pairing::at_home(second, first),
            Whose::Nobody => Pairing::neutral(first, second),
        };
        let grid = self.parameters.grid(&pairing)?.grid;
        Ok(if ground == Whose::Second { grid.turned() } else { grid })
    }

    /// The model as JSON. Only teams that the fit has seen are written; the others are average.
    #[must_use]
    pub fn to_json(&self) -> String {
        let Parameters { family, mu, home, precisions, .. } = self.parameters;
        let named = |name: &str, value: f64| Named { name: name.to_owned(), value };
        let own = family.own_parameters();
        let own = own.iter().zip(&self.parameters.extras).map(|(own, &value)| named(own.name, value));
        let of = |values: &[f64], place: usize| values.get(place).copied().unwrap_or(0.0);
        let teams = self
            .teams
            .iter()
            .enumerate()
            .filter(|(place, _)| self.parameters.seen.get(*place).copied().unwrap_or(false));
        let file = File {
            format: FORMAT.to_owned(),
            version: VERSION,
            family: family.name().to_owned(),
            fitted: Period {
                since: self.since,
                until: self.until,
                matches: self.matches,
                half_life_years: self.half_life_years,
            },
            shrinkage: Shrinkage {
                strength: precisions.strength,
                style: precisions.style,
                team_home: precisions.team_home.is_finite().then_some(precisions.team_home),
            },
            parameters: [named("mu", mu), named("home", home)].into_iter().chain(own).collect(),
            covariates: self.parameters.covariates.iter().map(|(name, value)| named(name, *value)).collect(),
            teams: teams
                .map(|(place, name)| Team {
                    name: name.clone(),
                    attack: of(&self.parameters.attack, place),
                    defence: of(&self.parameters.defence, place),
                    home: self.parameters.team_home.get(place).copied(),
                })
                .collect(),
            sources: self.sources.clone(),
        };
        // A struct of texts and numbers: it cannot fail, and an empty text would be refused by the reader.
        let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Reads a model back.
    ///
    /// # Errors
    /// If the text is no model of a version and a family known here, or a number in it is none.
    pub fn from_json(text: &[u8]) -> Result<Self, SavedError> {
        let head: Head = serde_json::from_slice(text).map_err(|error| json(&error))?;
        if head.format.as_str() != Some(FORMAT) {
            let found = if head.format.is_null() { "missing".to_owned() } else { shortened(&head.format.to_string()) };
            return Err(SavedError::Format { found });
        }
        if let Some(found) = head.version.as_u64().filter(|version| *version > u64::from(VERSION)) {
            return Err(SavedError::Version { found });
        }
        let family = match head.family.as_str() {
            Some(name) => Family::ALL.into_iter().find(|family| family.name() == name),
            None => None,
        };
        let family = family.ok_or_else(|| SavedError::Family { found: shortened(&head.family.to_string()) })?;
        let file: File = serde_json::from_slice(text).map_err(|error| json(&error))?;
        file.model(family)
    }
}

impl File {
    fn model(self, family: Family) -> Result<SavedModel, SavedError> {
        let own = family.own_parameters();
        let names = ["mu", "home"].into_iter().chain(own.iter().map(|own| own.name));
        if !self.parameters.iter().map(|named| &*named.name).eq(names.clone()) {
            return Err(SavedError::Parameters {
                family: family.name(),
                expected: names.collect::<Vec<_>>().join(", "),
                found: shortened(&self.parameters.iter().map(|named| &*named.name).collect::<Vec<_>>().join(", ")),
            });
        }
        let bounds = [(-LARGEST, LARGEST); 2].into_iter().chain(own.iter().map(|own| (own.least, own.most)));
        for (named, (least, most)) in self.parameters.iter().zip(bounds) {
            within(|| format!("parameter {}", named.name), named.value, least, most)?;
        }
        for covariate in &self.covariates {
            within(|| format!("coefficient of {}", shortened(&covariate.name)), covariate.value, -LARGEST, LARGEST)?;
        }
        let Shrinkage { strength, style, team_home } = self.shrinkage;
        for (what, value) in [("strength", Some(strength)), ("style", Some(style)), ("team_home", team_home)] {
            within(|| format!("shrinkage of {what}"), value.unwrap_or(0.0), 0.0, f64::MAX)?;
        }
        if let Some(years) = self.fitted.half_life_years {
            within(|| "half_life_years".to_owned(), years, f64::MIN_POSITIVE, f64::MAX)?;
        }
        check_teams(&self.teams)?;
        let mut values = self.parameters.iter().map(|named| named.value);
        let parameters = Parameters {
            family,
            mu: values.next().unwrap_or(0.0),
            home: values.next().unwrap_or(0.0),
            extras: values.collect(),
            attack: self.teams.iter().map(|team| team.attack).collect(),
            defence: self.teams.iter().map(|team| team.defence).collect(),
            team_home: self.teams.iter().filter_map(|team| team.home).collect(),
            seen: vec![true; self.teams.len()],
            covariates: self.covariates.into_iter().map(|named| (named.name, named.value)).collect(),
            precisions: Precisions { strength, style, team_home: team_home.unwrap_or(f64::INFINITY) },
        };
        Ok(SavedModel {
            teams: self.teams.into_iter().map(|team| team.name).collect(),
            parameters,
            since: self.fitted.since,
            until: self.fitted.until,
            matches: self.fitted.matches,
            half_life_years: self.fitted.half_life_years,
            sources: self.sources,
        })
    }
}

fn check_teams(teams: &[Team]) -> Result<(), SavedError> {
    let wrong = |message: String| Err(SavedError::Teams { message });
    if teams.is_empty() || teams.len() > MOST_TEAMS {
        return wrong(format!("{} teams; a model has 1 to {MOST_TEAMS}", teams.len()));
    }
    let mut names: Vec<&str> = teams.iter().map(|team| &*team.name).collect();
    names.sort_unstable();
    if let Some([name, _]) = names.array_windows().find(|[one, next]| one == next) {
        return wrong(format!("the team {} stands twice", shortened(name)));
    }
    let with_home = teams.iter().filter(|team| team.home.is_some()).count();
    if with_home != 0 && with_home != teams.len() {
        return wrong(format!(
            "{with_home} of {} teams have a home effect of their own; all or none must",
            teams.len()
        ));
    }
    for team in teams {
        let effects = [("attack", team.attack), ("defence", team.defence), ("home", team.home.unwrap_or(0.0))];
        for (what, value) in effects {
            within(|| format!("{what} of {}", shortened(&team.name)), value, -LARGEST, LARGEST)?;
        }
    }
    Ok(())
}

/// A number as it is printed, its powers of ten apart where they would fill the line.
fn short(number: f64) -> String {
    let plain = number == 0.0 || (1e-6..1e12).contains(&number.abs());
    if plain { number.to_string() } else { format!("{number:e}") }
}

fn within(what: impl Fn() -> String, value: f64, least: f64, most: f64) -> Result<(), SavedError> {
    if value.is_finite() && (least..=most).contains(&value) {
        Ok(())
    } else {
        Err(SavedError::Number { what: what(), value, least, most })
    }
}

fn json(error: &serde_json::Error) -> SavedError {
    let message = error.to_string();
    // The place is told apart from the message.
    let message = message.rsplit_once(" at line ").map_or(message.clone(), |(message, _)| message.to_owned());
    SavedError::Json { line: error.line(), column: error.column(), message: shortened(&message) }
}

/// What fits on a line of a screen.
fn shortened(text: &str) -> String {
    const MOST: usize = 120;
    if text.chars().count() <= MOST { text.to_owned() } else { text.chars().take(MOST).chain(['…']).collect() }
}

#[cfg(test)]
mod tests;
