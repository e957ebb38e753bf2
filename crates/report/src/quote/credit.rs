//! Lines that only say who speaks: before a quote (`Gerard Piqué, Spain defender`) or after it (`— Japan coach Akira
//! Nishino on the defeat`).

use super::lead::is_said;
use super::lexicon::{
    is_auxiliary, is_capital, is_captain, is_cue, is_determiner, is_heading, is_human, is_manager, is_past, is_place,
    is_pronoun, is_role, opens_clause,
};
use super::marks::Segment;
use super::names::Names;
use super::phrase::possessive;
use super::speaker::{Clause, Subject};
use super::state::State;
use super::words::Word;
use super::{Basis, Extent, Speaker, SpeakerForm, channel};
use crate::Span;

/// The most words of a line that is no sentence.
const LINE: usize = 14;
/// How far a name may be from the role before it, in words.
const REACH: usize = 5;
/// Who hands on what others have written, and says nothing.
const AGENCIES: &[&str] = &["Reuters", "Agencies", "Agence", "Associated", "Press", "Staff", "Xinhua"];

/// What people issue that says what they mean.
const ISSUED: &[&str] = &["statement", "message", "post", "tweet", "letter"];

/// What lines say of the quotes beside them.
#[derive(Debug)]
pub(super) struct Credits {
    /// Whom the line before names.
    heading: Option<Subject>,
    /// The first of the quotes that a line after them may credit; `None` where their speaker is told already.
    run: Option<usize>,
    /// Whether the last paragraph without a quote may have led up to them.
    led: bool,
}

impl Credits {
    /// What is known before the first paragraph.
    pub(super) const fn new() -> Self {
        Self { heading: None, run: Some(0), led: false }
    }
}

impl Clause<'_> {
    /// Whoever words begin with, over a role or a team before the name: `Goalkeeper Jordan Pickford`, `Russia's goalkeeper
    /// Igor Akinfeev`, `Neymar`.
    pub(super) fn credited(&self) -> Option<Subject> {
        let first = self.word(0);
        let role = |at: usize| is_role(self.word(at)) || is_manager(self.word(at)) || is_captain(self.word(at));
        if !is_capital(first) || is_pronoun(first) || is_determiner(first) || (opens_clause(first) && !role(0)) {
            return None;
        }
        let roles = (0..REACH).take_while(|&at| role(at) && !self.breaks(at + 1)).count();
        if roles > 0 {
            return self.name_from(roles).filter(|_| is_capital(self.word(roles)));
        }
        let (form, span) = self.name_from(0)?;
        let end = self.after(&span);
        let next =
            (end..end + REACH).take_while(|&at| !self.breaks(at)).find(|&at| is_capital(self.word(at))).unwrap_or(end);
        let of_role = (end..next).any(|at| is_human(self.word(at)) || is_manager(self.word(at)));
        let tells = (end..next).any(|at| is_auxiliary(self.word(at)) || is_past(self.word(at)));
        if of_role && !tells {
            return self.name_from(next);
        }
        let words = self.text.get(span.clone()).unwrap_or_default();
        // Australia's Tim Cahill.
        if self.owns(end.saturating_sub(1)) && next == end && is_capital(self.word(end)) && !self.breaks(end) {
            return self.name_from(end);
        }
        let shouted = words.chars().all(|letter| !letter.is_lowercase());
        let nobody = |word: &str| is_place(word) || is_heading(word) || AGENCIES.contains(&word);
        (!possessive(words) && !shouted && !words.split(' ').any(nobody)).then_some((form, span))
    }

    /// Whoever a line names that is no sentence: `Didier Deschamps, France coach`, `France coach Deschamps on the defeat`.
    fn line(&self, names: &Names) -> Option<Subject> {
        if self.words.len() > LINE || self.words.iter().skip(1).any(|word| word.stop) {
            return None;
        }
        // Spain captain Morata's response.
        let last = self.words.len().saturating_sub(1);
        if let Some(owner) = last.checked_sub(1).filter(|&owner| is_said(self.word(last)) && self.owns(owner)) {
            return self.phrase_before(owner + 1).filter(|(form, _)| *form == SpeakerForm::Name);
        }
        let (form, span) = self.credited()?;
        let end = self.after(&span);
        let on = matches!(self.word(end), "on" | "after" | "to" | "speaking" | "reacts" | "reacting" | "says");
        let apposed = self.words.get(end).is_some_and(|word| word.comma);
        let words = self.text.get(span.clone()).unwrap_or_default();
        let alone = end == self.words.len() && names.knows(words);
        let tells = |at: usize| {
            let word = self.word(at);
            is_auxiliary(word) && !is_capital(word) || is_past(word) || is_cue(word) && !on
        };
        ((on || apposed || alone) && !(end..self.words.len()).any(tells)).then_some((form, span))
    }
}

impl Clause<'_> {
    /// Whoever issued what a description of a speaker names: the FA, of `the FA released a statement`.
    pub(super) fn issuer(&self, subject: Subject) -> Subject {
        let words = self.text.get(subject.1.clone()).unwrap_or_default();
        let noun = words.rsplit(' ').next().unwrap_or_default();
        if subject.0 != SpeakerForm::Description || !ISSUED.contains(&noun) {
            return subject;
        }
        self.issued_before(self.after(&subject.1)).unwrap_or(subject)
    }

    /// On claims that he had been “lucky”: whether words before a few quoted ones tell of what is said by nobody in
    /// particular.
    pub(super) fn tells_of_claims(&self) -> bool {
        (1..self.words.len()).any(|at| {
            let before = self.word(at - 1);
            matches!(self.word(at), "claims" | "suggestions" | "reports")
                && (is_determiner(before) || matches!(before, "On" | "on" | "amid" | "despite" | "over" | "about"))
        })
    }

    /// Whoever issued the last statement of the words before a place.
    pub(super) fn issued_before(&self, end: usize) -> Option<Subject> {
        let noun = (0..end).rev().take(LINE).find(|&at| ISSUED.contains(&self.word(at)))?;
        let issues = |at: usize| {
            matches!(self.word(at), "released" | "issued" | "published" | "posted" | "sent" | "wrote" | "tweeted")
        };
        let verb = (noun.saturating_sub(3)..noun).rev().find(|&at| issues(at))?;
        self.phrase_before(verb)
    }
}

impl State<'_> {
    /// A line after quotes that credits them to somebody; whether it was one.
    pub(super) fn credit_after(&mut self, span: &Span, words: &[Word], segments: &[Segment]) -> bool {
        let Some(run) = self.credits.run.filter(|&run| run < self.found.quotes.len()) else { return false };
        let line = self.text.get(span.clone()).unwrap_or_default();
        let dashed = line.starts_with(['—', '–', '―']) || line.starts_with("--") || line.starts_with("- ");
        let clause = Clause { text: self.text, words };
        let subject = if dashed {
            clause.credited()
        } else {
            let apposed = |(_, at): &Subject| {
                let named = self.text.get(at.clone()).is_some_and(|name| name.contains(' '));
                named && words.get(clause.after(at)).is_some_and(|word| word.comma)
            };
            let open = segments.is_empty() && !self.credits.led;
            clause.line(&self.names).filter(|_| open).filter(apposed)
        };
        let agency = words.len() == 1 && line.chars().all(|letter| !letter.is_lowercase());
        if subject.is_none() && (!dashed || agency) {
            return false;
        }
        // What is signed by a paper or by nobody known was not said by whoever spoke before.
        let speaker = subject.map(|subject| self.speaker(subject, Basis::CueAfter, None, false, None));
        let at = speaker.as_ref().map(|speaker| speaker.at.span.clone());
        let channel = channel::find(self.text, words, at.as_ref()).filter(|_| speaker.is_some());
        for (number, quote) in self.found.quotes.iter_mut().skip(run).enumerate() {
            let carried = |speaker: Speaker| Speaker { basis: Basis::Carried, ..speaker };
            quote.speaker = if number == 0 { speaker.clone() } else { speaker.clone().map(carried) };
            quote.channel.clone_from(&channel);
        }
        self.found.scare.extend(segments.iter().map(|segment| segment.inner.clone()));
        self.utterance += 1;
        self.current = None;
        self.topic = None;
        self.credits.run = Some(self.found.quotes.len());
        true
    }

    /// Takes in what a paragraph without quotes says of the next: whom a line of it names.
    pub(super) fn credit_before(&mut self, span: &Span, words: &[Word]) {
        let line = self.text.get(span.clone()).unwrap_or_default().trim_end();
        let clause = Clause { text: self.text, words };
        self.credits.heading = clause.line(&self.names);
        self.credits.led = line.ends_with(['.', '!', '?', '…', ':']) || self.credits.heading.is_some();
        self.credits.run = Some(self.found.quotes.len()).filter(|_| self.credits.heading.is_none());
    }

    /// Whom the line right before the quote that begins a paragraph names.
    pub(super) fn heading(&mut self) -> Option<Subject> {
        self.credits.heading.take()
    }

    /// Takes in the quotes of a paragraph: those with a cue of their own need no credit.
    pub(super) fn note_run(&mut self, from: usize) {
        let told = |basis: Basis| matches!(basis, Basis::CueBefore | Basis::CueAfter | Basis::CueInside);
        let mut own = self.found.quotes.iter().skip(from);
        if own.any(|quote| quote.extent == Extent::Fragment || quote.speaker.as_ref().is_some_and(|by| told(by.basis)))
        {
            self.credits.run = None;
        }
    }
}
