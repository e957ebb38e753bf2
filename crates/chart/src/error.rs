//! What is wrong with a series that cannot be drawn, and the checks every chart shares.

use std::ops::RangeInclusive;

/// Why a chart was not drawn. `what` names the series or field, `index` counts from nought.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ChartError {
    /// A list that must hold something holds nothing.
    #[error("{what} is empty; give at least one")]
    Empty {
        /// The list.
        what: String,
    },
    /// A value is not a number within its range (infinite and NaN are outside every range).
    #[error("{what}, entry {index}: {value} is not between {low} and {high}")]
    Outside {
        /// The series or field.
        what: String,
        /// The entry.
        index: usize,
        /// The value found.
        value: f64,
        /// The least allowed.
        low: f64,
        /// The most allowed.
        high: f64,
    },
    /// A series runs backwards.
    #[error("{what}, entry {index}: {value} comes after {before}; sort the entries")]
    Unordered {
        /// The series.
        what: String,
        /// The entry.
        index: usize,
        /// Its place on the axis.
        value: f64,
        /// The place of the entry before it.
        before: f64,
    },
    /// Chances that exclude one another do not add up to one.
    #[error("{what}, entry {index}: the chances add up to {sum}, not to 1")]
    Sum {
        /// The series or field.
        what: String,
        /// The entry.
        index: usize,
        /// Their sum.
        sum: f64,
    },
    /// The rows of a grid differ in length, or some points have a value that others lack.
    #[error("{what}, entry {index}: {found} values where the first has {expected}")]
    Uneven {
        /// The series or grid.
        what: String,
        /// The entry.
        index: usize,
        /// How many values it has.
        found: usize,
        /// How many the first has.
        expected: usize,
    },
    /// More than can be told apart in one picture.
    #[error("{count} {what}; one picture holds at most {most}")]
    TooMany {
        /// What there is too much of.
        what: String,
        /// How many were given.
        count: usize,
        /// How many can be drawn.
        most: usize,
    },
}

/// How far chances may stray from adding up to one: they may have been rounded to three decimals.
const SUM_SLACK: f64 = 2e-3;

pub(crate) const CHANCE: RangeInclusive<f64> = 0.0..=1.0;

pub(crate) fn within(what: &str, index: usize, value: f64, range: &RangeInclusive<f64>) -> Result<(), ChartError> {
    if range.contains(&value) {
        return Ok(());
    }
    Err(ChartError::Outside { what: what.to_owned(), index, value, low: *range.start(), high: *range.end() })
}

pub(crate) fn sums_to_one(what: &str, index: usize, chances: &[f64]) -> Result<(), ChartError> {
    for &chance in chances {
        within(what, index, chance, &CHANCE)?;
    }
    let sum: f64 = chances.iter().sum();
    if (sum - 1.0).abs() <= SUM_SLACK {
        return Ok(());
    }
    Err(ChartError::Sum { what: what.to_owned(), index, sum })
}

pub(crate) fn sums_to_at_most_one(what: &str, sum: f64) -> Result<(), ChartError> {
    if sum <= 1.0 + SUM_SLACK {
        return Ok(());
    }
    Err(ChartError::Sum { what: what.to_owned(), index: 0, sum })
}

pub(crate) fn count(what: &str, count: usize, most: usize) -> Result<(), ChartError> {
    if count == 0 {
        return Err(ChartError::Empty { what: what.to_owned() });
    }
    at_most(what, count, most)
}

pub(crate) fn at_most(what: &str, count: usize, most: usize) -> Result<(), ChartError> {
    if count <= most {
        return Ok(());
    }
    Err(ChartError::TooMany { what: what.to_owned(), count, most })
}

pub(crate) fn ordered(what: &str, values: impl Iterator<Item = f64>) -> Result<(), ChartError> {
    let mut before = f64::NEG_INFINITY;
    for (index, value) in values.enumerate() {
        if value < before {
            return Err(ChartError::Unordered { what: what.to_owned(), index, value, before });
        }
        before = value;
    }
    Ok(())
}
