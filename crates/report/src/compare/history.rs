//! Statements over many matches, laid side by side by their readings.

use std::collections::BTreeMap;

use byline_record::fold;

use super::rows::Places;
use crate::checked::Checked;
use crate::claim::Kind;

/// The share of words of both readings from which they are of one thing, where they name the same.
const SAME: f64 = 0.5;
/// Rows of a kind that a statement is compared with, from the latest. No report states as many things of a kind.
const MOST_COMPARED: usize = 64;

/// Rows as they come together.
#[derive(Default)]
pub(super) struct History {
    rows: Vec<(Kind, Reading, Places)>,
    /// Places of the rows of each kind.
    of_kind: BTreeMap<Kind, Vec<usize>>,
}

/// The words of a reading.
struct Reading {
    folded: String,
    words: Vec<String>,
    /// Those with a capital.
    names: Vec<String>,
}

impl History {
    /// Puts a statement of an account where one of another is alike, or in a row of its own.
    pub(super) fn add(&mut self, account: usize, place: usize, statement: &Checked, accounts: usize) {
        let reading = Reading::of(&statement.reading);
        let list = self.of_kind.entry(statement.kind).or_default();
        let alike = |&index: &usize| {
            let (_, other, places) = self.rows.get(index)?;
            // An account says one thing in one way; what is only alike is another thing.
            let is_free = places.get(account).is_some_and(Vec::is_empty) || other.folded == reading.folded;
            let alike = reading.alike(other)?;
            is_free.then_some((index, alike))
        };
        let latest = list.iter().rev().take(MOST_COMPARED);
        let best = latest.filter_map(alike).max_by(|(a, one), (b, other)| one.total_cmp(other).then(b.cmp(a)));
        let row = match best {
            Some((index, _)) => index,
            None => {
                list.push(self.rows.len());
                self.rows.push((statement.kind, reading, vec![Vec::new(); accounts]));
                self.rows.len() - 1
            }
        };
        let places = self.rows.get_mut(row).and_then(|(_, _, places)| places.get_mut(account));
        places.into_iter().for_each(|places| places.push(place));
    }

    /// The rows in the order in which they were first stated.
    pub(super) fn into_rows(self) -> impl Iterator<Item = (Kind, Places)> {
        self.rows.into_iter().map(|(kind, _, places)| (kind, places))
    }
}

impl Reading {
    fn of(reading: &str) -> Self {
        let folded = fold(reading);
        let mut words: Vec<String> = folded.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        words.sort_unstable();
        words.dedup();
        let capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
        let mut names: Vec<String> = reading.split_whitespace().filter(capital).map(fold).collect();
        names.sort_unstable();
        names.dedup();
        Self { folded, words, names }
    }

    /// How alike two readings are: the same names, or fewer, and half of the words. `None` if they are not of one thing.
    fn alike(&self, other: &Self) -> Option<f64> {
        if self.folded == other.folded {
            return Some(1.0);
        }
        let shared =
            |one: &[String], other: &[String]| one.iter().filter(|word| other.binary_search(word).is_ok()).count();
        let names = shared(&self.names, &other.names);
        if names == 0 || names < self.names.len().min(other.names.len()) {
            return None;
        }
        let both = shared(&self.words, &other.words);
        let share = both as f64 / (self.words.len() + other.words.len() - both).max(1) as f64;
        (share >= SAME).then_some(share)
    }
}
