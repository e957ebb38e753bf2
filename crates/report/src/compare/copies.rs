//! Accounts made from one text.
//!
//! Two measures, both of what the outlets tell in their own words: reports of one evening quote the same people, so
//! quotes tell nothing. Both are shares of the shorter text, since a copy is cut as often as not.

use std::hash::{DefaultHasher, Hash, Hasher};

use byline_record::fold;

use super::{Account, CopyOf};
use crate::Span;
use crate::text::Class;

/// Words of a run. Five in a row rarely come twice by chance: of 860 pairs of reports written apart, two on one match
/// share the most, one run in twenty; on different matches it is one in forty at most.
const RUN: usize = 5;
/// From this share of runs on, one text was made from the other: six times what writers share by chance. A changed word
/// breaks five runs; where every fifth word was changed, a third of the runs is left.
const SAME_WORDS: f64 = 0.3;
/// Runs a text must have to be judged by its words: about two sentences.
const FEWEST_RUNS: usize = 20;
/// Names and numbers of a run. Three keep an order that two writers do not choose alike.
const NAMES_RUN: usize = 3;
/// From this share of runs of names on, one text was made from the other with its words changed. Reports written apart on
/// one match name the same people in another order and share up to a sixth. A misspelt name breaks three runs; where every
/// eighth name is misspelt, two thirds are left.
const SAME_NAMES: f64 = 0.6;
/// Runs of names a text must have to be judged by them: fewer can come in one order by the course of the match.
const FEWEST_NAMES: usize = 12;

/// What of a text is compared.
pub(super) struct Print {
    words: Vec<u64>,
    runs: Vec<u64>,
    names: Vec<u64>,
}

impl Print {
    pub(super) fn of(account: &Account<'_>) -> Self {
        let mut words = Vec::new();
        let mut names = Names::default();
        for sentence in own_sentences(account) {
            let sentence = split(&sentence);
            words.extend(sentence.iter().map(|word| word.hash));
            names.sentence(sentence);
        }
        let runs = runs(&words, RUN);
        let names = runs_of_names(names.taken());
        Self { words, runs, names }
    }

    /// Whether one of two texts was made from the other, or both from a third.
    pub(super) fn same_text(&self, other: &Self, account: usize) -> Option<CopyOf> {
        let words = share(&self.runs, &other.runs);
        let names = share(&self.names, &other.names);
        let judged = |one: &[u64], other: &[u64], fewest: usize| one.len().min(other.len()) >= fewest;
        let same = (!self.words.is_empty() && self.words == other.words)
            || (judged(&self.runs, &other.runs, FEWEST_RUNS) && words >= SAME_WORDS)
            || (judged(&self.names, &other.names, FEWEST_NAMES) && names >= SAME_NAMES);
        same.then_some(CopyOf { account, words, names })
    }
}

/// Who was made from whom, by the earliest account of each text.
pub(super) fn find(accounts: &[Account<'_>]) -> Vec<Option<CopyOf>> {
    let prints: Vec<Print> = accounts.iter().map(Print::of).collect();
    let mut copies: Vec<Option<CopyOf>> = Vec::new();
    for (at, print) in prints.iter().enumerate() {
        let firsts = prints.iter().take(at).enumerate().filter(|(first, _)| copies.get(*first) == Some(&None));
        let copy = firsts.filter_map(|(first, other)| print.same_text(other, first)).next();
        copies.push(copy);
    }
    copies
}

/// The sentences an outlet tells in its own words. Where a sentence holds a quote, the words around it.
fn own_sentences(account: &Account<'_>) -> Vec<String> {
    let quotes = &account.checked.quotes.quotes;
    let told = account.report.paragraphs.iter().filter(|part| matches!(part.class, Class::Prose | Class::Standfirst));
    let mut sentences = Vec::new();
    for sentence in told.flat_map(|paragraph| &paragraph.sentences) {
        let first = quotes.partition_point(|quote| quote.outer.end <= sentence.start);
        let inside = quotes.iter().skip(first).take_while(|quote| quote.outer.start < sentence.end);
        let mut own = String::new();
        let mut from = sentence.start;
        for quote in inside {
            own.push_str(account.report.words(&Span { start: from, end: quote.outer.start.max(from) }));
            own.push(' ');
            from = quote.outer.end.max(from);
        }
        own.push_str(account.report.words(&Span { start: from.min(sentence.end), end: sentence.end }));
        sentences.push(own);
    }
    sentences
}

struct Word {
    hash: u64,
    capital: bool,
    number: bool,
}

fn split(sentence: &str) -> Vec<Word> {
    let parts = sentence.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’')));
    let bare = parts.map(|part| {
        let part = part.trim_matches(['\'', '’']);
        part.strip_suffix("'s").or_else(|| part.strip_suffix("’s")).unwrap_or(part)
    });
    bare.filter(|part| !part.is_empty())
        .map(|part| Word {
            hash: hash(&fold(part)),
            capital: part.chars().next().is_some_and(char::is_uppercase),
            number: part.chars().next().is_some_and(|c| c.is_ascii_digit()),
        })
        .collect()
}

/// The names and numbers of a text, in its order.
#[derive(Default)]
struct Names {
    /// Each with whether it opens a sentence, where any word has a capital.
    listed: Vec<(u64, bool)>,
    /// Words that have a capital within a sentence.
    sure: Vec<u64>,
}

impl Names {
    /// A sentence of hardly anything but names is a list: line-ups come in one order from everybody.
    fn sentence(&mut self, words: Vec<Word>) {
        let named = words.iter().filter(|word| word.capital || word.number).count();
        if named * 2 > words.len() && named > 6 {
            return;
        }
        for (at, word) in words.iter().enumerate() {
            if word.capital || word.number {
                let opens = at == 0 && !word.number;
                if !opens {
                    self.sure.push(word.hash);
                }
                self.listed.push((word.hash, opens));
            }
        }
    }

    fn taken(mut self) -> Vec<u64> {
        self.sure.sort_unstable();
        let is_name = |(word, opens): &(u64, bool)| !opens || self.sure.binary_search(word).is_ok();
        self.listed.into_iter().filter(is_name).map(|(word, _)| word).collect()
    }
}

fn hash(of: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}

/// Every run of `length`, once, sorted.
fn runs(words: &[u64], length: usize) -> Vec<u64> {
    let mut runs: Vec<u64> = words.windows(length).map(|run| hash(&run)).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

/// A name told twice in a row is told once: writers differ in how often they repeat it.
fn runs_of_names(mut names: Vec<u64>) -> Vec<u64> {
    names.dedup();
    runs(&names, NAMES_RUN)
}

/// The share of the shorter list that is in the other too. Both are sorted.
fn share(one: &[u64], other: &[u64]) -> f64 {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if short.is_empty() {
        return 0.0;
    }
    let shared = short.iter().filter(|run| long.binary_search(run).is_ok()).count();
    shared as f64 / short.len() as f64
}
