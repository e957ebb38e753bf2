//! Who speaks: the noun phrase beside a verb of speech.

use super::lexicon::{
    is_capital, is_cue, is_determiner, is_particle, is_pronoun, opens_clause, stands_between, stops_description,
};
use super::words::Word;
use super::{SpeakerForm, WordsAt};
use crate::Span;

/// How far away from its verb a speaker may stand, in words.
const REACH: usize = 30;
/// The longest description, in words.
const DESCRIPTION: usize = 9;

/// A noun phrase that names whoever speaks.
pub(super) type Subject = (SpeakerForm, Span);

/// A verb of speech and its subject, if it has one near.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) cue: WordsAt,
    pub(super) subject: Option<Subject>,
}

/// Words of a text, seen as a clause.
#[derive(Clone, Copy)]
pub(super) struct Clause<'a> {
    pub(super) text: &'a str,
    pub(super) words: &'a [Word],
}

impl<'a> Clause<'a> {
    fn word(&self, at: usize) -> &'a str {
        self.words.get(at).and_then(|word| self.text.get(word.span.clone())).unwrap_or_default()
    }

    fn breaks(&self, at: usize) -> bool {
        self.words.get(at).is_none_or(|word| word.comma || word.stop || word.colon)
    }

    fn span(&self, from: usize, to: usize) -> Option<Span> {
        let first = self.words.get(from)?;
        let last = self.words.get(to.checked_sub(1)?)?;
        (from < to).then_some(first.span.start..last.span.end)
    }

    fn found(&self, cue: usize, subject: Option<Subject>) -> Option<Found> {
        let span = self.span(cue, cue + 1)?;
        Some(Found { cue: WordsAt { words: self.word(cue).to_owned(), span }, subject })
    }

    /// The cue of the quote before these words: `said Kane`, `the striker said`, `according to Kane`.
    pub(super) fn after_quote(&self) -> Option<Found> {
        if is_cue(self.word(0)) && !is_capital(self.word(0)) {
            return self.found(0, self.subject_after(1));
        }
        if self.word(0).eq_ignore_ascii_case("according") && self.word(1) == "to" {
            return self.found(0, self.subject_after(2));
        }
        for at in 1..self.words.len().min(20) {
            if self.words.get(at).is_some_and(|word| word.stop || word.colon) {
                break;
            }
            if is_cue(self.word(at)) && !is_capital(self.word(at)) {
                let subject = self.subject_before(at)?;
                // Only what stands first after the quote has said it.
                let lead = self.words.iter().take_while(|word| word.span.start < subject.1.start);
                return if lead.count() <= 8 { self.found(at, Some(subject)) } else { None };
            }
        }
        None
    }

    /// The last cue among the words before a quote, at most `reach` words away.
    pub(super) fn before_quote(&self, reach: usize) -> Option<Found> {
        let len = self.words.len();
        for at in (len.saturating_sub(reach)..len).rev() {
            let word = self.word(at);
            if word.eq_ignore_ascii_case("according") && self.word(at + 1) == "to" {
                return self.found(at, self.subject_after(at + 2));
            }
            if is_cue(word) && !is_capital(word) {
                return self.found(at, self.subject_before(at));
            }
        }
        None
    }

    /// The subject of a sentence that leads up to a quote, if it has a word that does.
    pub(super) fn introduces(&self, introduces: fn(&str) -> bool) -> Option<Subject> {
        let verb = (1..self.words.len()).find(|&at| introduces(self.word(at)) && !is_capital(self.word(at)))?;
        self.subject_before(verb)
    }

    /// The first name of a sentence.
    pub(super) fn first_name(&self) -> Option<Subject> {
        let at = (0..self.words.len().min(12)).find(|&at| {
            is_capital(self.word(at))
                && !opens_clause(self.word(at))
                && !is_determiner(self.word(at))
                && !is_pronoun(self.word(at))
        })?;
        let mut end = at + 1;
        while !self.breaks(end) && is_capital(self.word(end)) && !possessive(self.word(end - 1)) {
            end += 1;
        }
        self.phrase_before(end)
    }

    /// The subject of the verb at `verb`, over what stands between them and over an apposition.
    pub(super) fn subject_before(&self, verb: usize) -> Option<Subject> {
        let mut end = verb;
        while end > 0 && stands_between(self.word(end - 1)) && !self.words.get(end - 1).is_some_and(|word| word.stop) {
            end -= 1;
        }
        if end == 0 {
            return None;
        }
        if matches!(self.word(end - 1), "and" | "but") {
            // The second verb of a subject named before the first.
            return self.first_name();
        }
        let commas = self.words.get(end..=verb).is_some_and(|words| words.iter().any(|word| word.comma));
        if commas {
            for at in (end.saturating_sub(REACH)..end).rev() {
                let Some(word) = self.words.get(at) else { break };
                if word.comma
                    && at > 0
                    && let Some(subject) = self.phrase_before(at).filter(|(form, _)| *form == SpeakerForm::Name)
                {
                    return Some(subject);
                }
                if word.stop || word.colon {
                    break;
                }
            }
        }
        self.phrase_before(end)
    }

    /// The noun phrase that ends before the word at `end`.
    fn phrase_before(&self, end: usize) -> Option<Subject> {
        let last = end.checked_sub(1)?;
        if is_pronoun(self.word(last)) {
            return Some((SpeakerForm::Pronoun, self.span(last, end)?));
        }
        let mut start = last;
        if is_capital(self.word(last)) {
            while start > 0 && end - start < 6 && !self.breaks(start) {
                let before = self.word(start - 1);
                let joined = is_particle(before) && start > 1 && is_capital(self.word(start - 2));
                if !(is_capital(before) || joined) || possessive(before) {
                    break;
                }
                start -= 1;
            }
            while start < end && (opens_clause(self.word(start)) || is_determiner(self.word(start))) {
                start += 1;
            }
            return Some((SpeakerForm::Name, self.span(start, end)?));
        }
        loop {
            let word = self.word(start);
            if is_determiner(word) || (possessive(word) && is_capital(word) && start < last) {
                return Some((SpeakerForm::Description, self.span(start, end)?));
            }
            if start == 0 || end - start >= DESCRIPTION || self.breaks(start) || is_cue(word) {
                return None;
            }
            start -= 1;
        }
    }

    /// The noun phrase that begins with the word at `start`, after its verb.
    fn subject_after(&self, start: usize) -> Option<Subject> {
        if self.breaks(start) {
            return None;
        }
        if is_pronoun(self.word(start)) {
            return Some((SpeakerForm::Pronoun, self.span(start, start + 1)?));
        }
        let mut end = start;
        while end < self.words.len() && end - start < 12 && (end == start || !self.breaks(end)) {
            let word = self.word(end);
            let ended = stops_description(word) || (word == "of" && end > start && is_capital(self.word(end - 1)));
            if !is_capital(word) && ended {
                break;
            }
            end += 1;
        }
        let mut name = end;
        while name > start
            && (is_capital(self.word(name - 1)) || (is_particle(self.word(name - 1)) && name < end && name - 1 > start))
            && !(name < end && possessive(self.word(name - 1)))
        {
            name -= 1;
        }
        while name < end && is_determiner(self.word(name)) {
            name += 1;
        }
        let nickname = name == start + 1 && end == name + 1 && is_determiner(self.word(start));
        if name < end && !nickname {
            return Some((SpeakerForm::Name, self.span(name, end)?));
        }
        Some((SpeakerForm::Description, self.span(start, end)?))
    }
}

fn possessive(word: &str) -> bool {
    word.ends_with("'s") || word.ends_with("’s")
}
