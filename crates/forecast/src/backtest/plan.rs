//! What is to be replayed.

use jiff::civil::Date;

use super::Model;
use crate::dynamic::Settings;
use crate::from_record::date_of;
use crate::goals::{Precision, Shrinkage};

/// How often goal models are fitted again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Refit {
    /// On every day with matches.
    Daily,
    /// On the first day with matches of every week, Monday to Sunday.
    Weekly,
    /// On the first day with matches of every month.
    Monthly,
    /// On the first day with matches of every quarter of a year.
    Quarterly,
}

impl Refit {
    /// The number of the period a day lies in.
    pub(super) fn period(self, day: i32) -> i32 {
        // Day 0 was a Thursday.
        let month = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month()) - 1;
        match self {
            Self::Daily => day,
            Self::Weekly => day.saturating_add(3).div_euclid(7),
            Self::Monthly => month(date_of(day)),
            Self::Quarterly => month(date_of(day)).div_euclid(3),
        }
    }
}

/// What is to be replayed.
#[derive(Clone, Debug)]
pub struct Plan<'a> {
    /// The models, each once.
    pub models: Vec<Model>,
    /// First day forecast, in days since 1970-01-01.
    pub from: i32,
    /// Last day forecast.
    pub to: i32,
    /// For each match of the history whether it is to be forecast; `None`: all. All are learnt from.
    pub scored: Option<&'a [bool]>,
    /// How often goal models are fitted again.
    pub refit: Refit,
    /// Days after which a match counts half in goal models.
    pub half_life: f64,
    /// How goal models shrink the effects of teams.
    pub shrinkage: Shrinkage,
    /// Settings of the dynamic model.
    pub settings: Settings,
}

impl Plan<'_> {
    /// For national sides: the default models, goal models fitted weekly with a half-life of three years. The values
    /// are those that forecast 2006-2013 best.
    #[must_use]
    pub fn internationals(from: i32, to: i32) -> Self {
        Self {
            models: Model::DEFAULT.to_vec(),
            from,
            to,
            scored: None,
            refit: Refit::Weekly,
            half_life: 3.0 * 365.25,
            shrinkage: Shrinkage::two(Precision::Given(0.2), Precision::Given(3.0)),
            settings: Settings::internationals(),
        }
    }

    /// For clubs: the same with a half-life of one year and more shrinkage.
    #[must_use]
    pub fn clubs(from: i32, to: i32) -> Self {
        Self {
            half_life: 365.25,
            shrinkage: Shrinkage::single(Precision::Given(3.0)),
            settings: Settings::clubs(),
            ..Self::internationals(from, to)
        }
    }

    /// Whether a match is to be forecast.
    pub(super) fn scores(&self, index: usize, day: i32) -> bool {
        (self.from..=self.to).contains(&day)
            && self.scored.is_none_or(|scored| scored.get(index).copied().unwrap_or(false))
    }

    pub(super) fn check(&self, matches: usize) -> Result<(), PlanError> {
        if self.models.is_empty() {
            return Err(PlanError::NoModels);
        }
        if self.from > self.to {
            return Err(PlanError::Days { from: date_of(self.from), to: date_of(self.to) });
        }
        if let Some(repeated) =
            self.models.iter().enumerate().find(|(place, model)| self.models[..*place].contains(model))
        {
            return Err(PlanError::Repeated { model: repeated.1.name() });
        }
        if let Some(scored) = self.scored.filter(|scored| scored.len() != matches) {
            return Err(PlanError::Scored { expected: matches, found: scored.len() });
        }
        if !(self.half_life > 0.0 && self.half_life.is_finite()) {
            return Err(PlanError::HalfLife { days: self.half_life });
        }
        Ok(())
    }
}

/// Why there is nothing to replay.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum PlanError {
    /// No models.
    #[error("no model to replay; name at least one")]
    NoModels,
    /// A model twice.
    #[error("the model {model} is named twice")]
    Repeated {
        /// Its name.
        model: &'static str,
    },
    /// The last day is before the first.
    #[error("nothing lies between {from} and {to}; the first day must not be later than the last")]
    Days {
        /// First day.
        from: Date,
        /// Last day.
        to: Date,
    },
    /// The half-life is none.
    #[error("a half-life of {days} days; it must be above 0")]
    HalfLife {
        /// What was given, in days.
        days: f64,
    },
    /// Marks of other matches.
    #[error("{found} marks for {expected} matches; each match needs one")]
    Scored {
        /// Number of matches.
        expected: usize,
        /// Number of marks.
        found: usize,
    },
    /// No match is to be forecast.
    #[error("no match was played from {from} to {to} among those to be forecast")]
    NoMatches {
        /// First day.
        from: Date,
        /// Last day.
        to: Date,
    },
    /// A goal model cannot be fitted with these options.
    #[error("{model}: {error}")]
    Goals {
        /// The model.
        model: &'static str,
        /// What is wrong.
        error: crate::goals::GoalsError,
    },
}
