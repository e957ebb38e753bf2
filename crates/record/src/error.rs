//! Errors of reading, merging and storing, each with the place it happened.

use std::fmt;
use std::path::{Path, PathBuf};

/// A place in a file: line and column from 1; 0 where a format has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

impl Place {
    /// A line with no column.
    #[must_use]
    pub const fn line(line: u32) -> Self {
        Self { line, column: 0 }
    }

    /// A line and a column.
    #[must_use]
    pub const fn at(line: u32, column: u32) -> Self {
        Self { line, column }
    }
}

/// Why a file could not be read. Nothing of such a file is imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// File, when there is one.
    pub path: Option<PathBuf>,
    /// Where in it.
    pub place: Place,
    /// What is wrong: the value found.
    pub problem: String,
    /// What was expected there.
    pub expected: String,
    /// What to do about it, where there is advice.
    pub hint: Option<String>,
}

impl ReadError {
    /// `problem` at `place`, where something else was `expected`. Either is cut where it would fill a screen: names
    /// in bad files can have any length.
    pub fn new(place: Place, problem: impl Into<String>, expected: impl Into<String>) -> Self {
        Self { path: None, place, problem: short(problem.into()), expected: short(expected.into()), hint: None }
    }

    /// Adds advice.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Says which file it was.
    #[must_use]
    pub fn in_file(mut self, path: &Path) -> Self {
        self.path = Some(path.to_owned());
        self
    }
}

/// A text of no more than a few lines.
fn short(mut text: String) -> String {
    const MOST: usize = 800;
    if text.len() > MOST {
        text.truncate(text.floor_char_boundary(MOST));
        text.push('…');
    }
    text
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(path) = &self.path {
            write!(f, "{}:", path.display())?;
        }
        match self.place {
            Place { line: 0, .. } => {}
            Place { line, column: 0 } => write!(f, "{line}:")?,
            Place { line, column } => write!(f, "{line}:{column}:")?,
        }
        if self.path.is_some() || self.place.line > 0 {
            f.write_str(" ")?;
        }
        f.write_str(&self.problem)?;
        if !self.expected.is_empty() {
            write!(f, "; expected {}", self.expected)?;
        }
        Ok(())
    }
}

impl std::error::Error for ReadError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_fits_on_a_screen() {
        let text = ReadError::new(Place::at(2, 3), "é".repeat(1 << 16), "x".repeat(1 << 16)).to_string();
        assert!(text.len() < 2_000 && text.starts_with("2:3: éé") && text.ends_with("xx…"), "{}", text.len());
    }
}
