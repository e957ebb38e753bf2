//! Names in running text.
//!
//! The text is read from left to right and the longest name that begins at a word is taken. A name is a run of whole
//! words within a sentence. Its words are looked up in the hashed spellings that serve single names, a word at a time,
//! so a text costs a few look-ups a word and no automaton has to be built over everybody's names.

mod listed;
mod people;

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::ops::Range;

use super::context::Scene;
use super::error::{Entity, How};
use super::lexicon::{Hash, Shelves};
use super::people::Spelling;
use super::words::{Word, Words};
use super::{Context, Names};
use crate::PersonId;
use people::Called;

/// A name met in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Bytes of the name in the text, without a possessive `'s`; an article is in it where a listed name has one.
    pub span: Range<usize>,
    /// What it means: one thing, or the several it can mean.
    pub means: Vec<Entity>,
    /// By what name.
    pub how: How,
}

impl Mention {
    /// What it means, where that is decided.
    #[must_use]
    pub fn one(&self) -> Option<Entity> {
        match *self.means.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// Whether the name was written as somebody could write it; `false` for a misprint that was understood.
    #[must_use]
    pub fn exact(&self) -> bool {
        self.how != How::Misprint
    }
}

/// A text taken apart into words by [`Names::take_apart`], to look for names in it more than once.
#[derive(Debug)]
pub struct RunningText {
    words: Words,
    /// Of each word the most words a team or competition has that may begin there.
    longest: Vec<usize>,
}

impl RunningText {
    /// The words that begin in a stretch of the text, in order, folded as names are: each as it stands, and without a
    /// possessive `'s` if it has one.
    pub fn words(&self, span: Range<usize>) -> impl Iterator<Item = (&str, Option<&str>)> {
        let words = &self.words;
        let first = words.list.partition_point(|word| word.span.start < span.start);
        let inside = words.list.iter().skip(first).take_while(move |word| word.span.start < span.end);
        inside.map(|word| (words.folded(word), words.bare(word).map(|(bare, _)| bare)))
    }
}

/// The longest name of a team or competition, in words.
const LONGEST: usize = 8;
/// A name that begins at a word.
#[derive(Debug)]
struct Reading {
    /// Words it takes.
    words: usize,
    /// Where it begins in the text, if a word before belongs to it.
    start: Option<usize>,
    /// Where it ends in the text.
    end: usize,
    means: Vec<Entity>,
    how: How,
    /// Whether it is somebody or something in question.
    in_question: bool,
}

/// A run of words as one folded text; its last word whole, without `'s`, or in the singular.
#[derive(Debug)]
struct Run<'t> {
    words: usize,
    folded: &'t str,
    hash: Hash,
    end: usize,
    singular: bool,
}

struct Scan<'n, 'r, 't, 'c> {
    names: &'n Names<'r>,
    words: &'t Words,
    longest: &'t [usize],
    scene: Scene<'c>,
    /// People of the match in question.
    scope: Vec<PersonId>,
    /// Who was found to be called by some words.
    called: RefCell<HashMap<String, Option<Called>>>,
    /// How people of the match are spelled, once a misprint is looked for.
    spelled: OnceCell<Vec<Spelling<'n>>>,
}

impl Names<'_> {
    /// The teams, people, competitions and editions a text names, in its order. Spans are bytes of `text`, on
    /// character boundaries, ascending, and do not overlap.
    ///
    /// Capitals count as a newspaper sets them. Codes are taken in capitals only, and plain words that are nicknames
    /// (the Lions) only of a team in question; teams of no confederation likewise. Surnames are those of the match
    /// and teams in question, else of whoever has them; a misprint is understood among the people of the match.
    #[must_use]
    pub fn mentions(&self, text: &str, context: &Context) -> Vec<Mention> {
        self.mentions_of(&self.take_apart(text), context)
    }

    /// Takes a text apart into words.
    #[must_use]
    pub fn take_apart(&self, text: &str) -> RunningText {
        let words = Words::of(text);
        let openings = self.openings();
        let longest = |word: &Word| {
            let folded = words.folded(word);
            let bare = words.bare(word).map(|(bare, _)| Hash::of(bare));
            let forms = [Some(word.hash), bare, folded.strip_suffix('s').map(Hash::of)];
            forms.into_iter().flatten().map(|form| openings.most(form)).max().unwrap_or(0)
        };
        RunningText { longest: words.list.iter().map(longest).collect(), words }
    }

    /// The same in a text taken apart by these names.
    #[must_use]
    pub fn mentions_of(&self, text: &RunningText, context: &Context) -> Vec<Mention> {
        let words = &text.words;
        let scene = Scene { running: true, ..self.scene(context) };
        let scope = self.scope(&scene);
        let (called, spelled) = (RefCell::default(), OnceCell::new());
        let scan = Scan { names: self, words, longest: &text.longest, scene, scope, called, spelled };
        let mut mentions = Vec::new();
        let mut at = 0;
        // Words before this one belong to the mention before.
        let mut free = 0;
        while let Some(word) = words.list.get(at) {
            if let Some(reading) = scan.reading(at, free) {
                let span = reading.start.unwrap_or(word.span.start)..reading.end;
                mentions.push(Mention { span, means: reading.means, how: reading.how });
                at += reading.words.max(1);
                free = at;
            } else {
                at += 1;
            }
        }
        mentions
    }

    /// First words of the names of teams and competitions.
    fn openings(&self) -> &Openings {
        self.openings.get_or_init(|| {
            let teams = self.team_index().lexicon.spellings().map(|(spelling, _)| spelling);
            let competitions = self.competition_index().lexicon.spellings().map(|(spelling, _)| spelling);
            let mut openings: Vec<(Hash, usize)> = teams
                .chain(competitions)
                .map(|spelling| {
                    let first = spelling.split(' ').next().unwrap_or_default();
                    (Hash::of(first), spelling.split(' ').count().min(LONGEST))
                })
                .collect();
            openings.sort_unstable_by(|one, other| one.0.cmp(&other.0).then(other.1.cmp(&one.1)));
            openings.dedup_by_key(|(hash, _)| *hash);
            Openings { shelves: Shelves::of(openings.iter().map(|(hash, _)| *hash)), words: openings }
        })
    }
}

/// First words of names, and the most words a name so begun has; in order.
#[derive(Debug)]
pub(super) struct Openings {
    words: Vec<(Hash, usize)>,
    shelves: Shelves,
}

impl Openings {
    /// The most words a name that begins with a word of some hash has; none for a word no name begins with.
    fn most(&self, hash: Hash) -> usize {
        let shelf = self.words.get(self.shelves.range(hash)).unwrap_or_default();
        shelf.iter().find(|(known, _)| *known == hash).map_or(0, |&(_, words)| words)
    }
}

impl<'t> Scan<'_, '_, 't, '_> {
    fn word(&self, at: usize) -> Option<&'t Word> {
        self.words.list.get(at)
    }

    fn folded(&self, at: usize) -> &'t str {
        self.word(at).map_or("", |word| self.words.folded(word))
    }

    /// Whether a word goes on from the one before.
    fn runs_on(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.runs_on)
    }

    /// Whether capitals would show a name here, and none of the words of a run has one.
    fn lacks_capital(&self, at: usize, words: usize) -> bool {
        self.words.mixed && !(at..at + words).any(|at| self.word(at).is_some_and(|word| word.capital))
    }

    /// Whether a run stands in capitals in a text that is not all capitals.
    fn in_capitals(&self, at: usize, words: usize) -> bool {
        !self.words.shouted && (at..at + words).all(|at| self.word(at).is_some_and(|word| word.capitals))
    }

    /// The longest name that begins at a word; `free` is the first word no mention has taken.
    fn reading(&self, at: usize, free: usize) -> Option<Reading> {
        let listed = self.team_or_competition(at, free);
        let person = if self.scene.context.without_people { return listed } else { self.person(at, free) };
        match (listed, person) {
            (Some(listed), Some(person)) => {
                let longer = person.words > listed.words;
                let known = person.words == listed.words && person.in_question && !listed.in_question;
                Some(if longer || (known && person.how <= How::Surname) { person } else { listed })
            }
            (listed, person) => listed.or(person).or_else(|| self.misprint(at)),
        }
    }

    /// The runs of up to `most` words from a word, at most [`LONGEST`], longest first, each with its last word as
    /// written, then without `'s`, then in the singular.
    fn runs<'j>(&self, at: usize, most: usize, joined: &'j mut String) -> impl Iterator<Item = Run<'j>> + use<'j, 't> {
        let mut lasts: [Option<Last<'t>>; LONGEST] = [None; LONGEST];
        let mut before = Hash::EMPTY;
        joined.reserve(8 * most);
        for (place, slot) in lasts.iter_mut().enumerate().take(most) {
            let Some(word) = self.word(at + place).filter(|word| place == 0 || word.runs_on) else { break };
            if place > 0 {
                joined.push(' ');
            }
            let folded = self.words.folded(word);
            let bare = self.words.bare(word);
            *slot = Some(Last { start: joined.len(), folded, bare, end: word.span.end, before });
            joined.push_str(folded);
            before = if place == 0 { word.hash } else { before.with_word(folded) };
        }
        let joined: &'j str = joined;
        let lasts = lasts.into_iter().enumerate().rev().filter_map(|(place, last)| Some((place + 1, last?)));
        lasts.flat_map(move |(words, last)| {
            let Last { start, folded, bare, end, before } = last;
            let singular = folded.strip_suffix('s').filter(|one| bare.is_none() && one.len() > 2);
            let forms = [
                Some((folded, end, false)),
                bare.map(|(bare, end)| (bare, end, false)),
                singular.map(|one| (one, end, true)),
            ];
            forms.into_iter().flatten().filter_map(move |(last, end, singular)| {
                let folded = joined.get(..start + last.len())?;
                Some(Run { words, folded, hash: before.with_word(last), end, singular })
            })
        })
    }
}

/// The last word of a run.
#[derive(Debug, Clone, Copy)]
struct Last<'t> {
    /// Where it begins in the run.
    start: usize,
    folded: &'t str,
    /// Without `'s`, and where that ends in the text.
    bare: Option<(&'t str, usize)>,
    /// Where it ends in the text.
    end: usize,
    /// Of the words before it.
    before: Hash,
}

#[cfg(test)]
mod tests;
