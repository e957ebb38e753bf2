//! Full names by surname.

use std::collections::HashMap;

use super::lexicon::{is_capital, is_determiner, is_particle, opens_clause};
use super::words::Word;

/// The first full name of everybody a report names, by the last word of it.
#[derive(Debug, Default)]
pub(super) struct Names(HashMap<String, String>);

impl Names {
    /// Takes in the names among some words.
    pub(super) fn add(&mut self, text: &str, words: &[Word]) {
        let word = |at: usize| words.get(at).and_then(|word| text.get(word.span.clone())).unwrap_or_default();
        let ends = |at: usize| word(at).ends_with("'s") || word(at).ends_with("’s");
        let mut at = 0;
        while at < words.len() {
            if !is_capital(word(at)) || opens_clause(word(at)) || is_determiner(word(at)) {
                at += 1;
                continue;
            }
            let start = at;
            at += 1;
            while let Some(next) = words.get(at) {
                let joined = is_capital(word(at)) || (is_particle(word(at)) && is_capital(word(at + 1)));
                if next.comma || next.stop || next.colon || !joined || ends(at - 1) {
                    break;
                }
                at += 1;
            }
            if (2..=4).contains(&(at - start)) {
                let bare = |word: &str| word.trim_end_matches("'s").trim_end_matches("’s").to_owned();
                let full: Vec<String> = (start..at).map(|at| bare(word(at))).collect();
                if let Some(last) = full.last() {
                    self.0.entry(last.clone()).or_insert_with(|| full.join(" "));
                }
            }
        }
    }

    /// The full name of somebody named so far by `name`.
    pub(super) fn full(&self, name: &str) -> String {
        if name.contains(' ') {
            return name.to_owned();
        }
        self.0.get(name).cloned().unwrap_or_else(|| name.to_owned())
    }
}
