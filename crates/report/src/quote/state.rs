//! Quotes one after another, and who goes on speaking.

use super::lexicon::{introduces, is_captain, is_manager, is_pronoun, is_role};
use super::marks::{Segment, segments};
use super::names::{Leads, Names};
use super::speaker::{Clause, Found, Subject};
use super::words::{Word, split};
use super::{Basis, Channel, Extent, Quote, Quotes, Speaker, SpeakerForm, WordsAt, channel};
use crate::Span;

/// The most words of a sentence that are looked at on one side of a quote.
const SENTENCE: usize = 45;
/// How far a cue may be from a fragment, in words.
const FRAGMENT_REACH: usize = 14;
/// The most words a scare quote has.
const SCARE: usize = 6;

/// What is known at a place of the text.
pub(super) struct State<'a> {
    text: &'a str,
    names: Names,
    found: Quotes,
    /// Who speaks until somebody else does.
    current: Option<Speaker>,
    /// Of whom the sentences since the last quote tell.
    topic: Option<Subject>,
    /// Whether the paragraph before was a question to somebody.
    asked: bool,
    channel: Option<Channel>,
    utterance: usize,
    /// The last sentence of the paragraph before, if that had no quote after it.
    lead: Vec<Word>,
    /// Whether the paragraph before ended within a quote.
    goes_on: bool,
}

/// What stands beside a quote.
struct Beside<'w> {
    left: &'w [Word],
    right: &'w [Word],
    /// The words of the sentence before, if the quote begins a sentence.
    lead: &'w [Word],
    /// The last mark before the quote and the first after it.
    mark_before: Option<char>,
    mark_after: Option<char>,
    follows_quote: bool,
}

impl<'a> State<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            names: Names::default(),
            found: Quotes::default(),
            current: None,
            topic: None,
            asked: false,
            channel: None,
            utterance: 0,
            lead: Vec::new(),
            goes_on: false,
        }
    }

    pub(super) fn finish(mut self) -> Quotes {
        self.resolve_leaders();
        // The cue at the end of a quote over several paragraphs is for all of it.
        let mut next: Option<(Speaker, usize)> = None;
        for quote in self.found.quotes.iter_mut().rev() {
            if let Some((speaker, paragraph)) = &next
                && quote.speaker.is_none()
                && quote.extent == Extent::Speech
                && quote.paragraph + 1 >= *paragraph
            {
                quote.speaker = Some(Speaker { basis: Basis::Carried, ..speaker.clone() });
            }
            next = quote.speaker.clone().map(|speaker| (speaker, quote.paragraph));
        }
        self.found
    }

    pub(super) fn paragraph(&mut self, index: usize, span: &Span) {
        let words = split(self.text, span);
        self.names.add(self.text, &words);
        let segments = segments(self.text, span, self.goes_on);
        self.goes_on = segments.last().is_some_and(|last| !last.closed);
        let lead = std::mem::take(&mut self.lead);
        if self.answer(index, span, &words, &segments) {
            return;
        }
        let first_quote = segments.first().map_or(span.end, |first| first.outer.start);
        let told = words.partition_point(|word| word.span.start < first_quote);
        self.follow(words.get(..told).unwrap_or_default(), true);
        let mut previous: Option<usize> = None;
        let mut before = span.start;
        for (number, segment) in segments.iter().enumerate() {
            let after = segments.get(number + 1).map_or(span.end, |next| next.outer.start);
            let beside = self.beside(&words, &lead, segment, before..after, number > 0);
            match self.quote(segment, &beside, previous) {
                Some(mut quote) => {
                    quote.paragraph = index;
                    previous = Some(self.found.quotes.len());
                    self.found.quotes.push(quote);
                }
                None => self.found.scare.push(segment.inner.clone()),
            }
            before = segment.outer.end;
        }
        let last_quote = segments.last().map_or(span.start, |last| last.outer.end);
        let from = words.partition_point(|word| word.span.start < last_quote);
        let tail = words.get(from..).unwrap_or_default();
        let sentence = tail.iter().rposition(|word| word.stop).unwrap_or(0);
        if !segments.is_empty() && sentence > 0 {
            self.follow(tail.get(sentence..).unwrap_or_default(), false);
        }
        // After a quote only a sentence of its own leads up to the next.
        if segments.is_empty() || sentence > 0 {
            let start = sentence.max(tail.len().saturating_sub(2 * SENTENCE));
            self.lead = tail.get(start..).unwrap_or_default().to_vec();
        }
        if segments.is_empty() && span.len() > 400 && self.lead.is_empty() {
            self.current = None;
        }
    }

    /// Follows of whom the sentences of the outlet tell, up to a place.
    fn follow(&mut self, words: &[Word], opens: bool) {
        for (number, sentence) in sentences(words).enumerate() {
            let clause = Clause { text: self.text, words: sentence };
            let word =
                |at: usize| sentence.get(at).and_then(|word| self.text.get(word.span.clone())).unwrap_or_default();
            let first = word(0);
            if let Some(person) = clause.first_person(&self.names) {
                self.topic = Some(person);
            } else if opens && number == 0 && (is_pronoun(first) || matches!(first, "His" | "Her")) {
                // A paragraph does not go on with whoever ended the one before, but with whom the report is about.
                if self.names.protagonist().is_some() {
                    self.topic = None;
                }
            } else if matches!(first, "The" | "Their" | "His") && is_role(word(1)) {
                let leads = if is_manager(word(1)) {
                    Some(Leads::Manager)
                } else {
                    is_captain(word(1)).then_some(Leads::Captain)
                };
                let name = self.topic.clone().and_then(|topic| self.name_of(&topic));
                if let (Some(leads), Some(name), "The") = (leads, name, first) {
                    self.names.lead(leads, &name);
                }
            }
        }
    }

    /// Who is meant by the manager or the captain, where the report has one only and names no team.
    fn resolve_leaders(&mut self) {
        for quote in &mut self.found.quotes {
            let Some(speaker) = &mut quote.speaker else { continue };
            if speaker.form != SpeakerForm::Description || speaker.name.is_some() {
                continue;
            }
            let mut words = speaker.at.words.split(' ');
            if !words.next().is_some_and(|word| word.eq_ignore_ascii_case("the")) {
                continue;
            }
            let rest: Vec<&str> = words.collect();
            let plain = rest.iter().all(|word| {
                word.starts_with(char::is_lowercase)
                    && !matches!(*word, "opposing" | "rival" | "former" | "other" | "losing" | "winning" | "beaten")
            });
            let Some(head) = rest.last().filter(|_| plain && rest.len() < 4) else { continue };
            let leads = if is_manager(head) {
                Leads::Manager
            } else if is_captain(head) {
                Leads::Captain
            } else {
                continue;
            };
            speaker.name = self.names.only(leads).map(str::to_owned);
        }
    }

    fn beside<'w>(
        &self,
        words: &'w [Word],
        lead: &'w [Word],
        segment: &Segment,
        around: Span,
        follows: bool,
    ) -> Beside<'w> {
        let index = |at: usize| words.partition_point(|word| word.span.start < at);
        let (from, to) = (index(around.start), index(segment.outer.start));
        let (begin, end) = (index(segment.outer.end), index(around.end));
        let all = words.get(from.max(to.saturating_sub(2 * SENTENCE))..to).unwrap_or_default();
        let gap = |span: Span| self.text.get(span).unwrap_or_default();
        let left_gap = gap(all.last().map_or(around.start, |word| word.span.end)..segment.outer.start);
        let mark_before = left_gap.chars().rev().take(6).find(|c| !c.is_whitespace());
        let stopped = matches!(mark_before, Some('.' | '!' | '?' | '…'));
        let cut = if stopped { all.len() } else { all.iter().rposition(|word| word.stop).unwrap_or(0) };
        let left = all.get(cut..).unwrap_or_default();
        let left = left.get(left.len().saturating_sub(SENTENCE)..).unwrap_or_default();
        let sentence_before = all.get(..cut).unwrap_or_default();
        let lead = if cut > 0 && !left.is_empty() || !sentence_before.is_empty() {
            let start = sentence_before.iter().rposition(|word| word.stop).unwrap_or(0);
            sentence_before.get(start..).unwrap_or_default()
        } else if follows || !left.is_empty() {
            &[]
        } else {
            lead
        };
        let tail = words.get(begin..end.min(begin + SENTENCE)).unwrap_or_default();
        let right_gap = gap(segment.outer.end..tail.first().map_or(around.end, |word| word.span.start));
        let mark_after = right_gap.chars().take(6).find(|c| !c.is_whitespace());
        let sentence = tail.iter().skip(1).position(|word| word.stop).map_or(tail.len(), |at| at + 1);
        let right = if matches!(mark_after, Some('.' | '!' | '?' | '…')) { 0 } else { sentence };
        Beside {
            left,
            right: tail.get(..right).unwrap_or_default(),
            lead,
            mark_before,
            mark_after,
            follows_quote: follows,
        }
    }

    /// A line of an interview: `Q: …` and `A: …`, the answer without marks.
    fn answer(&mut self, index: usize, span: &Span, words: &[Word], segments: &[Segment]) -> bool {
        let first = words.first().and_then(|word| self.text.get(word.span.clone())).unwrap_or_default();
        let headed = words.get(1).is_some_and(|word| word.colon && !word.stop);
        let asks = headed && matches!(first, "Q" | "Question");
        let answers = headed && self.asked && matches!(first, "A" | "Answer") && segments.is_empty();
        self.asked = asks;
        if answers && let Some(start) = words.get(1).map(|word| word.span.start) {
            let topic = self.topic.clone().or_else(|| {
                let name = self.names.protagonist();
                name.and(self.current.as_ref()).map(|speaker| (speaker.form, speaker.at.span.clone()))
            });
            let current = self.current.clone().map(|speaker| Speaker { basis: Basis::Carried, ..speaker });
            let speaker =
                current.or_else(|| topic.map(|topic| self.speaker(topic, Basis::Introduced, None, false, None)));
            self.current.clone_from(&speaker);
            self.found.quotes.push(Quote {
                span: start..span.end,
                outer: start..span.end,
                paragraph: index,
                closed: false,
                extent: Extent::Speech,
                utterance: self.utterance,
                speaker,
                cue: None,
                channel: self.channel.clone(),
            });
        }
        asks || answers
    }

    /// The quote of a segment, or nothing if it is a scare quote.
    fn quote(&mut self, segment: &Segment, beside: &Beside<'_>, previous: Option<usize>) -> Option<Quote> {
        let text = self.text;
        let inner = text.get(segment.inner.clone()).unwrap_or_default().trim();
        let left = Clause { text, words: beside.left };
        let right = Clause { text, words: beside.right };
        let count = inner.split_whitespace().take(2 * SCARE).count();
        let punctuated = inner.ends_with([',', '.', '!', '?', '…', '—', '–', '-']);
        let linked_after = matches!(beside.mark_after, Some(',' | '–' | '—' | '-'));
        let led = matches!(beside.mark_before, Some(':' | ',' | '–' | '—'));
        let lower = inner.starts_with(char::is_lowercase);
        let whole = punctuated && !inner.ends_with(',') && !lower;
        let in_clause = !beside.left.is_empty() && !led && !whole;
        let after = self.cue_after(&right, inner, linked_after, punctuated, segment.closed);
        let fragment = segment.closed
            && segment.opened
            && (in_clause || (lower && !punctuated && after.is_none() && !beside.left.is_empty()));
        let reach = if fragment { FRAGMENT_REACH } else { SENTENCE };
        let before = left.before_quote(reach);
        let headed = || left.heads(&self.names).filter(|_| beside.mark_before == Some(':'));
        let headed = if before.is_none() { headed() } else { None };
        let (found, basis) = match (before, after) {
            (Some(before), _) if beside.mark_before == Some(':') || fragment => (Some(before), Basis::CueBefore),
            (_, Some(after)) => (Some(after), Basis::CueAfter),
            (Some(before), None) => (Some(before), Basis::CueBefore),
            (None, None) => (None, Basis::Carried),
        };
        let bare = found.is_none()
            && headed.is_none()
            && segment.closed
            && count <= SCARE
            && !inner.ends_with(['.', '!', '?']);
        if bare && (fragment || (beside.left.is_empty() && !beside.right.is_empty() && !linked_after && !punctuated)) {
            return None;
        }
        let speech = Quote {
            span: segment.inner.clone(),
            outer: segment.outer.clone(),
            paragraph: 0,
            closed: segment.closed,
            extent: if fragment { Extent::Fragment } else { Extent::Speech },
            utterance: 0,
            speaker: None,
            cue: None,
            channel: None,
        };
        Some(self.attribute(speech, found, headed, basis, beside, previous))
    }

    fn cue_after(
        &self,
        right: &Clause<'_>,
        inner: &str,
        linked: bool,
        punctuated: bool,
        closed: bool,
    ) -> Option<Found> {
        if !closed || !(linked || punctuated || right.words.len() <= 6) {
            return None;
        }
        let opens = right.words.first().and_then(|word| self.text.get(word.span.clone())).unwrap_or_default();
        let found = right.after_quote(linked || inner.ends_with(',') || opens.starts_with(char::is_lowercase))?;
        // A sentence of its own after a full stop: only "Kane said." and its like.
        let first = right.words.first().and_then(|word| self.text.get(word.span.clone())).unwrap_or_default();
        if inner.ends_with('.') && !linked && first.starts_with(char::is_uppercase) {
            let rest = right.words.iter().filter(|word| word.span.start > found.cue.span.end).count();
            let lead = right.words.iter().filter(|word| word.span.end < found.cue.span.start).count();
            return (rest <= 6 && lead <= 4).then_some(found);
        }
        Some(found)
    }

    /// Who said it, and where.
    fn attribute(
        &mut self,
        mut quote: Quote,
        found: Option<Found>,
        headed: Option<Subject>,
        basis: Basis,
        beside: &Beside<'_>,
        previous: Option<usize>,
    ) -> Quote {
        let text = self.text;
        let lead = Clause { text, words: beside.lead };
        let last = previous.and_then(|at| self.found.quotes.get(at));
        let adjacent = last.is_some() || (beside.lead.is_empty() && beside.left.is_empty());
        let shared = found.as_ref().zip(last).is_some_and(|(found, last)| last.cue.as_ref() == Some(&found.cue));
        let introduced = lead.introduces(introduces);
        let mut channel = None;
        let speaker = if shared {
            channel = last.and_then(|last| last.channel.clone());
            last.and_then(|last| last.speaker.clone()).map(|speaker| Speaker { basis: Basis::CueInside, ..speaker })
        } else if let Some(subject) = found.as_ref().and_then(|found| found.subject.clone()) {
            Some(self.speaker(subject, basis, introduced.as_ref(), adjacent, Some(&lead)))
        } else if let Some(subject) = headed.clone().filter(|_| found.is_none()) {
            Some(self.speaker(subject, Basis::CueBefore, None, adjacent, None))
        } else if quote.extent == Extent::Fragment && found.is_none() {
            None
        } else if let (Some(subject), true) = (introduced.clone(), found.is_none() && !adjacent) {
            Some(self.speaker(subject, Basis::Introduced, None, false, Some(&lead)))
        } else {
            let name_of_lead =
                || lead.first_person(&self.names).filter(|_| !beside.follows_quote && self.current.is_none());
            match name_of_lead() {
                Some(subject) => Some(self.speaker(subject, Basis::Introduced, None, false, Some(&lead))),
                None => self.current.clone().map(|speaker| Speaker { basis: Basis::Carried, ..speaker }),
            }
        };
        let same = match (&speaker, &self.current) {
            (Some(now), Some(then)) => now.name == then.name && (now.name.is_some() || now.at == then.at),
            _ => false,
        };
        let goes_on =
            same && (adjacent || matches!(speaker.as_ref().map(|s| s.basis), Some(Basis::Carried | Basis::CueInside)));
        let except = speaker.as_ref().map(|speaker| speaker.at.span.clone());
        if channel.is_none() && (found.is_some() || quote.extent == Extent::Speech) {
            let near = if basis == Basis::CueAfter { [beside.right, &[]] } else { [beside.left, beside.right] };
            let near: [&[Word]; 2] = if found.is_some() { near } else { Default::default() };
            channel = near.iter().find_map(|words| channel::find(text, words, except.as_ref()));
        }
        // The sentence before tells where, unless it is about somebody else.
        let about = introduced.as_ref().map(|subject| self.name_of(subject));
        let speaks = speaker.as_ref().and_then(|speaker| speaker.name.clone());
        if channel.is_none() && about.is_some_and(|about| about == speaks || about.is_none()) {
            channel = channel::find(text, beside.lead, except.as_ref());
        }
        if channel.is_none() && goes_on {
            channel = self.channel.clone();
        }
        if !goes_on && !self.found.quotes.is_empty() {
            self.utterance += 1;
        }
        quote.utterance = self.utterance;
        quote.cue = found.map(|found| found.cue);
        if quote.extent == Extent::Speech || speaker.is_some() {
            self.current.clone_from(&speaker);
            self.topic = None;
            // What is quoted in passing was not said where the next is.
            self.channel = channel.clone().filter(|_| quote.extent == Extent::Speech);
        }
        quote.speaker = speaker;
        quote.channel = channel;
        quote
    }

    fn name_of(&self, (form, span): &Subject) -> Option<String> {
        let words = self.text.get(span.clone()).unwrap_or_default();
        (*form == SpeakerForm::Name).then(|| self.names.full(words.trim_end_matches("'s").trim_end_matches("’s")))
    }

    fn speaker(
        &self,
        subject: Subject,
        basis: Basis,
        introduced: Option<&Subject>,
        adjacent: bool,
        lead: Option<&Clause<'_>>,
    ) -> Speaker {
        let person = || lead.and_then(|lead| lead.first_person(&self.names)).and_then(|subject| self.name_of(&subject));
        let words = self.text.get(subject.1.clone()).unwrap_or_default().to_owned();
        let name = match subject.0 {
            SpeakerForm::Name => self.name_of(&subject),
            // Another word for whoever the sentence before is about: a manager or captain is more than that.
            SpeakerForm::Description => {
                let mut all = words.split(' ');
                let definite = all.next().is_some_and(|word| word.eq_ignore_ascii_case("the"));
                let leader = all.any(|word| {
                    is_manager(word)
                        || is_captain(word)
                        || matches!(word, "referee" | "keeper" | "goalkeeper" | "president" | "chairman")
                });
                person().filter(|_| definite && !leader && !adjacent)
            }
            SpeakerForm::Pronoun => {
                let current = || self.current.as_ref().and_then(|speaker| speaker.name.clone());
                let led = || introduced.and_then(|subject| self.name_of(subject)).or_else(person);
                let topic = || self.topic.as_ref().and_then(|topic| self.name_of(topic));
                let anybody = || self.names.protagonist().map(str::to_owned);
                let known = if adjacent { current().or_else(led) } else { led().or_else(topic).or_else(current) };
                known.or_else(topic).or_else(|| anybody().filter(|_| self.current.is_none()))
            }
        };
        Speaker { at: WordsAt { words, span: subject.1 }, form: subject.0, name, basis }
    }
}

/// The sentences among some words.
fn sentences(words: &[Word]) -> impl Iterator<Item = &[Word]> {
    words.chunk_by(|_, next| !next.stop)
}
