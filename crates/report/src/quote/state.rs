//! Quotes one after another, and who goes on speaking.

use super::beside::{Beside, SENTENCE, is_title, nickname, trim};
use super::credit::Credits;
use super::describe::{Description, Role};
use super::lexicon::{
    introduces, is_capital, is_captain, is_cue, is_manager, is_of_human, is_of_people, is_role, is_side, names_thing,
};
use super::marks::{Segment, segments};
use super::mend::mend;
use super::names::{Leads, Names, names_club};
use super::phrase::is_anybody;
use super::speaker::{Clause, Found, Subject};
use super::words::{Word, split};
use super::{Basis, Channel, Extent, Quote, Quotes, Speaker, SpeakerForm, WordsAt, channel};
use crate::Span;

/// How far a cue may be from a fragment, in words.
const FRAGMENT_REACH: usize = 14;
/// More words than a cue of its own sentence has: Kane said after the match.
const ANEW: usize = 10;
/// The words a quote has to have at least to be what somebody took upon himself.
const TAKEN: usize = 3;
/// The most words a scare quote has.
const SCARE: usize = 6;

/// What is known at a place of the text.
pub(super) struct State<'a> {
    pub(super) text: &'a str,
    pub(super) names: Names,
    pub(super) found: Quotes,
    /// Who speaks until somebody else does.
    pub(super) current: Option<Speaker>,
    /// Of whom the sentences since the last quote tell.
    pub(super) topic: Option<Subject>,
    /// Whether the last sentence that told of somebody began with him.
    pub(super) topic_opens: bool,
    /// Whether the paragraph before was a question to somebody.
    pub(super) asked: bool,
    pub(super) channel: Option<Channel>,
    pub(super) utterance: usize,
    /// The last sentence of the paragraph before, if that had no quote after it.
    pub(super) lead: Vec<Word>,
    /// Whether the paragraph before ended within a quote.
    pub(super) goes_on: bool,
    pub(super) credits: Credits,
}

impl<'a> State<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            names: Names::default(),
            found: Quotes::default(),
            current: None,
            topic: None,
            topic_opens: false,
            asked: false,
            channel: None,
            utterance: 0,
            lead: Vec::new(),
            goes_on: false,
            credits: Credits::new(),
        }
    }

    pub(super) fn finish(mut self) -> Quotes {
        self.resolve_leaders();
        // The cue at the end of a quote over several paragraphs is for all of it.
        let mut next: Option<(Speaker, usize, usize)> = None;
        let text = self.text;
        // The paragraph goes on after the quote: what comes after it is of somebody else.
        let ends = |from: usize, to: usize| {
            let (line, more) = text.get(from..to).and_then(|rest| rest.split_once('\n')).unwrap_or_default();
            more.is_empty() || !line.contains(char::is_alphanumeric)
        };
        for quote in self.found.quotes.iter_mut().rev() {
            if let Some((speaker, paragraph, start)) = &next
                && quote.speaker.is_none()
                && ends(quote.outer.end, *start)
                && quote.extent == Extent::Speech
                && quote.paragraph + 1 >= *paragraph
            {
                quote.speaker = Some(Speaker { basis: Basis::Carried, ..speaker.clone() });
            }
            next = quote.speaker.clone().map(|speaker| (speaker, quote.paragraph, quote.outer.start));
        }
        self.found
    }

    /// What follows is not said by whoever spoke before.
    pub(super) fn nobody_speaks(&mut self) {
        self.current = None;
        self.channel = None;
    }

    pub(super) fn paragraph(&mut self, index: usize, span: &Span) {
        let words = split(self.text, span);
        self.names.add(self.text, &words);
        let segments = segments(self.text, span, self.goes_on);
        let segments = mend(self.text, span, &words, segments);
        self.goes_on = segments.last().is_some_and(|last| !last.closed && last.outer.end == span.end);
        let lead = std::mem::take(&mut self.lead);
        if self.credit_after(span, &words, &segments) || self.answer(index, span, &words, &segments) {
            return;
        }
        if segments.is_empty() {
            self.credit_before(span, &words);
        }
        let first_of_paragraph = self.found.quotes.len();
        let first_quote = segments.first().map_or(span.end, |first| first.outer.start);
        let told = words.partition_point(|word| word.span.start < first_quote);
        self.follow(words.get(..told).unwrap_or_default(), true);
        let mut previous: Option<usize> = None;
        let mut before = span.start;
        for (number, segment) in segments.iter().enumerate() {
            let after = segments.get(number + 1).map_or(span.end, |next| next.outer.start);
            let beside = Beside::new(self.text, &words, &lead, segment, before..after, number > 0);
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
        self.note_run(first_of_paragraph);
        let last_quote = segments.last().map_or(span.start, |last| last.outer.end);
        let from = words.partition_point(|word| word.span.start < last_quote);
        let tail = words.get(from..).unwrap_or_default();
        let sentence = tail.iter().rposition(|word| word.stop).unwrap_or(0);
        if !segments.is_empty() && (sentence > 0 || self.begins_anew(tail, last_quote)) {
            self.follow(tail.get(sentence..).unwrap_or_default(), false);
        }
        let silent = self.found.quotes.len() == first_of_paragraph;
        if silent && !segments.is_empty() {
            let start = words.iter().rposition(|word| word.stop).unwrap_or(0);
            self.lead = words.get(start.max(words.len().saturating_sub(2 * SENTENCE))..).unwrap_or_default().to_vec();
        } else if segments.is_empty()
            || sentence > 0
            || self.begins_anew(tail, last_quote)
            || (Clause { text: self.text, words: tail }).tells_of_another(&self.names)
        {
            // After a quote only a sentence of its own leads up to the next.
            let start = sentence.max(tail.len().saturating_sub(2 * SENTENCE));
            self.lead = tail.get(start..).unwrap_or_default().to_vec();
        }
        if segments.is_empty() && span.len() > 400 && self.lead.is_empty() {
            self.current = None;
        }
    }

    /// The quote of a segment, or nothing if it is a scare quote.
    fn quote(&mut self, segment: &Segment, beside: &Beside<'_>, previous: Option<usize>) -> Option<Quote> {
        let text = self.text;
        let inner = text.get(segment.inner.clone()).unwrap_or_default().trim();
        let left = Clause { text, words: beside.left };
        let right = Clause { text, words: beside.right };
        let count = inner.split_whitespace().take(2 * SCARE).count();
        let punctuated =
            inner.trim_end_matches(['\'', '’', '"', '”']).ends_with([',', '.', '!', '?', '…', '—', '–', '-']);
        let linked_after = matches!(beside.mark_after, Some(',' | '–' | '—' | '-'));
        let led = matches!(beside.mark_before, Some(':' | ',' | ';' | '–' | '—'));
        let lower = inner.starts_with(char::is_lowercase);
        let whole = punctuated && !inner.ends_with(',') && !lower;
        let in_clause = !beside.left.is_empty() && !led && !whole;
        let whole_sentence = beside.mark_before == Some(':') && whole;
        let alone = beside.left.is_empty() && beside.mark_after.is_none_or(char::is_alphanumeric);
        let after = self.cue_after(
            &right,
            inner,
            linked_after,
            punctuated,
            (alone, beside.followed),
            segment.closed || segment.cued,
        );
        // “No.” Reed said: “…”: of the next.
        let ended = punctuated && !inner.ends_with(',');
        let after = after.filter(|_| !(beside.leads_on && ended && !linked_after));
        let fragment = segment.closed
            && segment.opened
            && (in_clause || (lower && !punctuated && after.is_none() && !beside.left.is_empty()));
        let reach = if fragment { FRAGMENT_REACH } else { SENTENCE };
        let before = left.before_quote(reach, &self.names);
        let apart = || fragment.then(|| self.cue_apart(&left, &right)).flatten();
        let before = before.or_else(apart);
        // After a colon and a whole sentence the next is about something else.
        let told = |_: &Found| whole_sentence && before.is_none() && left.main_subject(&self.names).is_some();
        let after = after.filter(|found| !told(found));
        // Zlatko Dalić – “We were not tired.”: a name and nothing else before the dash.
        let named_alone = |&(form, ref span): &(SpeakerForm, Span)| {
            let (first, last) = (left.words.first(), left.words.last());
            let all = first.is_some_and(|word| word.span.start == span.start)
                && last.is_some_and(|word| word.span.end == span.end);
            all && form == SpeakerForm::Name && whole && matches!(beside.mark_before, Some('–' | '—' | '-'))
        };
        let headed = || left.heads(&self.names).filter(|who| beside.mark_before == Some(':') || named_alone(who));
        let gap_end = right.words.first().map_or(segment.outer.end, |word| word.span.start);
        let gap = text.get(segment.outer.end..gap_end).unwrap_or_default();
        let dashed = matches!(beside.mark_after, Some('-' | '–' | '—'))
            || [" - ", " – ", " — ", "("].iter().any(|mark| gap.contains(mark));
        let ends = whole || inner.ends_with(',');
        let undersigned = || right.undersigned(&self.names).filter(|_| ends && beside.left.is_empty());
        let signed = || {
            let signed = right.signed().filter(|_| dashed).or_else(undersigned);
            signed.filter(|_| after.is_none())
        };
        // Whoever a sentence is about that ends in a colon; of more than a few words within a sentence, its subject.
        let long = count > SCARE && in_clause && !lower_verb(&left);
        let of_sentence = || left.main_subject(&self.names).filter(|_| beside.mark_before == Some(':') || long);
        let headed = if before.is_none() && after.is_none() {
            headed().or_else(signed).or_else(of_sentence)
        } else if before.is_none() {
            headed().or_else(signed)
        } else {
            None
        };
        // Kroos is “convinced” that they will win: his word.
        let held = || {
            let of = |word: &Word| text.get(word.span.clone()).unwrap_or_default();
            let be = |word: &Word| matches!(of(word), "is" | "was" | "are" | "were" | "remains" | "feels" | "felt");
            let that = right.words.first().is_some_and(|word| of(word) == "that");
            let subject = left.main_subject(&self.names).filter(|(form, _)| *form != SpeakerForm::Description);
            subject.filter(|_| fragment && that && left.words.last().is_some_and(be))
        };
        let headed = if before.is_none() && after.is_none() {
            headed.or_else(held).or_else(|| self.set_beside(&left, &right, beside, count))
        } else {
            headed
        };
        // The midfielder had tears in his eyes: “…,” he said. The manager shook his head – “…,” he said. He is whoever the sentence is about.
        let of_colon = || left.main_subject(&self.names).filter(|(form, _)| *form != SpeakerForm::Pronoun);
        let after = after.map(|found| match &found.subject {
            Some((SpeakerForm::Pronoun, _)) if matches!(beside.mark_before, Some(':' | '-' | '–' | '—')) => {
                Found { subject: of_colon().or(found.subject), ..found }
            }
            _ => found,
        });
        let described = |found: &Found| found.subject.as_ref().is_some_and(|(form, _)| *form != SpeakerForm::Pronoun);
        let (found, basis) = match (before, after) {
            // A cue of its own after the comma is the nearer one.
            (Some(_), Some(after)) if inner.ends_with(',') && described(&after) => (Some(after), Basis::CueAfter),
            (Some(before), _) if beside.mark_before == Some(':') || fragment => (Some(before), Basis::CueBefore),
            (_, Some(after)) => (Some(after), Basis::CueAfter),
            (Some(before), None) => (Some(before), Basis::CueBefore),
            (None, None) => (None, Basis::Carried),
        };
        let named = || left.words.iter().rev().take(2).any(|word| text.get(word.span.clone()).is_some_and(names_thing));
        if fragment && (nickname(&left, &right, beside) || is_title(inner) || (count <= SCARE && named())) {
            return None;
        }
        let words_of = |word: &Word| text.get(word.span.clone()).unwrap_or_default();
        // What the papers called “the affair of the chair”: a name again.
        let mut near = left.words.iter().rev().take(8).map(words_of);
        if fragment
            && near.next().is_some_and(|last| matches!(last, "called" | "call" | "calls" | "termed" | "dubbed"))
            && near.enumerate().any(|(back, word)| word == "what" || word == "they" && back < 3)
        {
            return None;
        }
        if fragment && left.tells_of_claims() {
            return None;
        }
        // The “golden summer”, as they called it.
        let first = || right.words.first().map(words_of);
        let mut next = right.words.iter().take(6).map(words_of);
        if count <= SCARE && first() == Some("as") && next.any(names_thing_as) {
            return None;
        }
        // A heading between paragraphs: “WE NEED TO SUFFER”.
        let alone = beside.left.is_empty() && beside.right.is_empty() && !beside.follows_quote;
        if alone && !punctuated && count > 1 && inner.chars().all(|letter| !letter.is_lowercase()) {
            return None;
        }
        // He sang “Zorba”.
        let last = || left.words.last().map(words_of);
        if fragment && count == 1 && !lower && !punctuated && last().is_some_and(performs) {
            return None;
        }
        // “Naive” and “not clinical”: the second is of whoever said the first.
        let last = previous.and_then(|at| self.found.quotes.get(at)).filter(|last| last.extent == Extent::Fragment);
        let joined = fragment && found.is_none() && beside.follows_quote && left.goes_on();
        let shared = last.and_then(|last| last.speaker.clone()).filter(|_| joined);
        let bare = shared.is_none()
            && found.is_none()
            && headed.is_none()
            && segment.closed
            && count <= SCARE
            && !inner.ends_with(['.', '!', '?']);
        // After King Otto, “Rehakles”.
        let listed = beside.mark_before == Some(',') && !punctuated;
        if bare
            && (fragment
                || listed
                || (beside.left.is_empty() && !beside.right.is_empty() && !linked_after && !punctuated))
        {
            return None;
        }
        let speech = Quote {
            span: trim(text, &segment.inner),
            outer: segment.outer.clone(),
            paragraph: 0,
            closed: segment.closed,
            extent: if fragment { Extent::Fragment } else { Extent::Speech },
            utterance: 0,
            speaker: None,
            cue: None,
            channel: None,
        };
        if let Some(speaker) = shared {
            let utterance = self.utterance;
            let speaker = Some(Speaker { basis: Basis::Carried, ..speaker });
            return Some(Quote { speaker, utterance, ..speech });
        }
        Some(self.attribute(speech, found, headed, basis, beside, previous))
    }

    /// Whoever stands beside a quote that no verb ties to him: `“…”: Yann Sommer is no boaster`, `Carlos Parreira (“…”)
    /// goes`, `Lippi took “all the blame”`.
    fn set_beside(&self, left: &Clause<'_>, right: &Clause<'_>, beside: &Beside<'_>, count: usize) -> Option<Subject> {
        let named = |subject: Subject| Some(subject).filter(|(form, _)| *form == SpeakerForm::Name);
        let person = |subject: &Subject| self.name_of(subject).is_some_and(|name| self.names.knows(&name));
        match (beside.mark_before, beside.mark_after) {
            (None, Some(':')) if left.words.is_empty() => {
                right.main_subject(&self.names).and_then(named).filter(person)
            }
            (Some('('), Some(')')) | (Some('–' | '—' | '-'), Some('–' | '—' | '-')) => {
                left.phrase_before(left.words.len()).and_then(named).filter(person)
            }
            // For Reed it was “a goal that never was”.
            _ if count > TAKEN && left.opens_with_for() => left.name_from(1).and_then(named).filter(person),
            _ => {
                let mut last = left.words.iter().rev().filter_map(|word| self.text.get(word.span.clone()));
                let took = last.find(|word| !matches!(*word, "it" | "them")) == Some("took");
                let subject = left.main_subject(&self.names).filter(|_| took && count > TAKEN)?;
                named(subject).filter(person)
            }
        }
    }

    /// Whether the words after the last quote of a paragraph, at `end`, are a long sentence of their own and no cue.
    fn begins_anew(&self, tail: &[Word], end: usize) -> bool {
        let first = tail.first().and_then(|word| self.text.get(word.span.clone())).unwrap_or_default();
        let said = self.text.get(..end).unwrap_or_default().trim_end_matches(['"', '”', '’', '\'']);
        tail.len() > ANEW && is_capital(first) && said.ends_with(['.', '!', '?'])
    }

    /// The cue of a few words within a sentence whose speaker comes after them.
    fn cue_apart(&self, left: &Clause<'_>, right: &Clause<'_>) -> Option<Found> {
        if let Some(found) = left.passive_before(right) {
            return Some(found);
        }
        if let Some(cue) = left.opening_participle() {
            let subject = right.main_subject(&self.names)?;
            return Some(Found { cue, subject: Some(subject) });
        }
        right.closing_cue(&self.names).or_else(|| left.begins_with_cue(&self.names))
    }

    fn cue_after(
        &self,
        right: &Clause<'_>,
        inner: &str,
        linked: bool,
        punctuated: bool,
        (alone, followed): (bool, bool),
        closed: bool,
    ) -> Option<Found> {
        let opens = right.words.first().and_then(|word| self.text.get(word.span.clone())).unwrap_or_default();
        // Whole words with nothing before them and a cue right after, without a comma in the marks or behind them.
        let told = alone && (is_cue(opens) || matches!(opens, "was" | "is" | "were"));
        if !closed || !(linked || punctuated || told || right.words.len() <= 6) {
            return None;
        }
        let found =
            right.after_quote(linked || inner.ends_with(',') || opens.starts_with(char::is_lowercase), &self.names)?;
        // A sentence of its own after a full stop: only "Kane said." and its like.
        let first = right.words.first().and_then(|word| self.text.get(word.span.clone())).unwrap_or_default();
        if inner.ends_with('.') && !linked && first.starts_with(char::is_uppercase) {
            // “… any referee.” Zidane said: “…”: of the next.
            let next = right.words.iter().find(|word| word.span == found.cue.span).is_some_and(|word| word.colon);
            if next && found.subject.as_ref().is_some_and(|(form, _)| *form == SpeakerForm::Name) {
                return None;
            }
            // Reed told him so: that is told of what comes next.
            let after = right.words.iter().find(|word| word.span.start >= found.cue.span.end);
            let object = after.and_then(|word| self.text.get(word.span.clone())).unwrap_or_default();
            // Nor did Reed say the penalty “…”.
            let whose = |word: &str| matches!(word, "the" | "a" | "an" | "his" | "their");
            if matches!(object, "him" | "her" | "them" | "so" | "something" | "that" | "it")
                || whose(object) && after.is_some_and(|word| !word.comma) && followed
            {
                return None;
            }
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
        let heading = self.heading().filter(|_| beside.left.is_empty() && !beside.follows_quote);
        let headed = headed.or(heading);
        let lead = Clause { text, words: beside.lead };
        let last = previous.and_then(|at| self.found.quotes.get(at));
        let adjacent = last.is_some() || (beside.lead.is_empty() && beside.left.is_empty());
        let shared = found.as_ref().zip(last).is_some_and(|(found, last)| last.cue.as_ref() == Some(&found.cue));
        let introduced = lead.introduces(introduces, &self.names);
        // A sentence of its own between two quotes tells of whom the second is.
        let opens_lead = lead.words.first().is_some_and(|word| {
            (word.stop || !beside.follows_quote) && text.get(word.span.clone()).is_some_and(is_capital)
        });
        let subject = || lead.main_subject(&self.names).filter(|_| opens_lead);
        let own_lead = beside.lead_here && subject().is_some_and(|(form, _)| form != SpeakerForm::Pronoun);
        let apart = !adjacent || own_lead;
        // From the BBC: a line that leads up to the quote and names nobody.
        let led_in = !beside.lead_here
            && lead.words.last().and_then(|word| text.get(word.span.end..)).is_some_and(|rest| rest.starts_with(':'));
        let mut channel = None;
        let speaker = if shared {
            channel = last.and_then(|last| last.channel.clone());
            last.and_then(|last| last.speaker.clone()).map(|speaker| Speaker { basis: Basis::CueInside, ..speaker })
        } else if let Some(subject) = found.as_ref().and_then(|found| found.subject.clone()) {
            // The captain said, at the head of a paragraph: of whom the one before told.
            let before = Clause { text, words: beside.before };
            let described = subject.0 == SpeakerForm::Description && !beside.left.is_empty();
            let lead = if described && lead.words.is_empty() { before } else { lead };
            Some(self.speaker(subject, basis, introduced.as_ref(), !apart, Some(&lead)))
        } else if let Some(subject) = headed.clone().filter(|_| found.is_none()) {
            Some(self.speaker(subject, Basis::CueBefore, None, !apart, Some(&lead).filter(|_| apart)))
        } else if quote.extent == Extent::Fragment && found.is_none() {
            None
        } else if let (Some(subject), true) = (introduced.clone(), found.is_none() && !adjacent) {
            Some(self.speaker(subject, Basis::Introduced, None, false, Some(&lead)))
        } else {
            // A sentence right before the quote that begins with somebody is about whoever speaks.
            let opens = |(_, span): &Subject| {
                beside.lead_here
                    && lead.words.first().is_some_and(|word| word.span.start == span.start)
                    && last.and_then(|last| last.cue.as_ref()).is_none_or(|cue| cue.span.end <= span.start)
            };
            let fresh = |_: &Subject| !beside.follows_quote && self.current.is_none();
            let by_surname = || lead.opens_with().filter(opens);
            let name_of_lead = || {
                lead.first_person(&self.names)
                    .filter(|subject| opens(subject) || fresh(subject))
                    .or_else(by_surname)
                    .or_else(|| subject().filter(|(form, _)| own_lead && *form != SpeakerForm::Pronoun))
            };
            let of_topic = || self.topic.clone().filter(|_| led_in);
            let handed = lead.handed_to(&self.names).filter(|_| beside.lead_here || !beside.follows_quote);
            match handed.or_else(name_of_lead).or_else(of_topic) {
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
            let near: [&[Word]; 2] = if found.is_some() || headed.is_some() { near } else { Default::default() };
            channel = near.iter().find_map(|words| channel::find(text, words, except.as_ref()));
        }
        // The sentence before tells where, unless it is about somebody else.
        let about = introduced.as_ref().map(|subject| self.name_of(subject));
        let speaks = speaker.as_ref().and_then(|speaker| speaker.name.clone());
        if channel.is_none() && about.is_some_and(|about| about == speaks || about.is_none()) {
            channel = channel::find(text, beside.lead, except.as_ref());
        }
        if channel.is_none() && led_in {
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
        self.note_leader(speaker.as_ref());
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

    pub(super) fn name_of(&self, (form, span): &Subject) -> Option<String> {
        let words = self.text.get(span.clone()).unwrap_or_default();
        (*form == SpeakerForm::Name).then(|| self.names.full(words.trim_end_matches("'s").trim_end_matches("’s")))
    }

    pub(super) fn speaker(
        &self,
        subject: Subject,
        basis: Basis,
        introduced: Option<&Subject>,
        adjacent: bool,
        lead: Option<&Clause<'_>>,
    ) -> Speaker {
        let person = || lead.and_then(|lead| lead.first_person(&self.names)).and_then(|subject| self.name_of(&subject));
        let of_lead = || {
            let begins = lead?.words.first().and_then(|word| self.text.get(word.span.clone()));
            lead?.main_subject(&self.names).filter(|_| begins.is_some_and(is_capital))
        };
        let of_lead_any = || lead?.main_subject(&self.names);
        // He is the one supporter of the sentence before.
        let described = || of_lead().filter(|(form, _)| *form == SpeakerForm::Description);
        let named = introduced.is_some_and(|(form, _)| *form != SpeakerForm::Description);
        let description = if subject.0 == SpeakerForm::Pronoun && !adjacent && !named { described() } else { None };
        let replaced = description.is_some();
        let subject = description.or_else(|| self.by_name(&subject)).unwrap_or(subject);
        let words = self.text.get(subject.1.clone()).unwrap_or_default().to_owned();
        // Toone with a chip, Kelly with a toe: of which it is, is open.
        let subject_or_only = || {
            let lead = lead?;
            let first = lead.first_person(&self.names)?;
            // The teenager who set up Olmo is another.
            let set_apart = |(form, span): &Subject| {
                *form == SpeakerForm::Description && span.end < first.1.start && lead.word(lead.after(span)) == "who"
            };
            if lead.main_subject(&self.names).as_ref().is_some_and(set_apart) {
                return None;
            }
            let main = lead.main_subject(&self.names).is_some_and(|(_, span)| span == first.1);
            let main = main || lead.has_verb(&first.1);
            // An Englishwoman is no player of whom it is told in passing.
            let alone = !words.rsplit(' ').next().is_some_and(is_of_people) && lead.names_one(&self.names);
            (main || alone).then(|| self.name_of(&first)).flatten()
        };
        let name = match subject.0 {
            SpeakerForm::Name => self.name_of(&subject),
            // Another word for whoever the sentence before is about: a manager or captain is more than that.
            SpeakerForm::Description => {
                let mut all = words.split(' ');
                let definite = all.next().is_some_and(|word| word.eq_ignore_ascii_case("the"));
                let (mut leads, mut other) = (false, false);
                for word in all {
                    leads |= is_manager(word);
                    other |= is_captain(word)
                        || matches!(word, "referee" | "keeper" | "goalkeeper" | "president" | "chairman");
                }
                let fits = !leads || !lead.is_some_and(Clause::tells_of_play);
                // Of a captain or a keeper others are told as well: only the subject of the sentence will do.
                // And he was thrilled: the pundit is whoever the sentences before are about. So is the striker of the
                // sentence before, if that is but another word for him.
                let goes_on = |(form, span): &Subject| match form {
                    SpeakerForm::Pronoun => true,
                    SpeakerForm::Name => false,
                    SpeakerForm::Description => self.is_player(span),
                };
                let he = || of_lead_any().filter(goes_on);
                let begins = lead.and_then(|lead| lead.words.first()).map(|word| word.span.start);
                let topic = || self.topic.as_ref().filter(|(_, span)| begins.is_none_or(|begins| span.start < begins));
                let by_topic = || he().and(topic()).and_then(|topic| self.name_of(topic));
                let two = || lead.is_some_and(|lead| lead.tells_of_two(&self.names));
                let told = if other {
                    of_lead().and_then(|subject| self.name_of(&subject)).filter(|_| !replaced && !two())
                } else if replaced {
                    by_topic().filter(|_| !leads)
                } else if leads {
                    let alone =
                        || lead?.opens_alone().and_then(|subject| self.name_of(&subject)).filter(|_| fits && !two());
                    let led = || self.leader_of(lead.filter(|_| !at_club(&words))?);
                    person().filter(|_| fits).or_else(led).or_else(alone)
                } else {
                    // Of two whom the sentence tells of, which is at the club?
                    let open = || (at_club(&words) || says_little(&words)) && two();
                    let handed = lead.and_then(|lead| lead.handed_to(&self.names));
                    let handed = handed.and_then(|subject| self.name_of(&subject));
                    let beside = || self.names.described(&words).map(str::to_owned);
                    let fits_age = |name: &String| self.names.may_be_aged(name, &words);
                    // Two of a country may play there, hardly two of a club.
                    let told = || beside().filter(|_| words.contains("-year-old") || names_club(&words));
                    // Vadao did not stay: known by one name only.
                    let alone = || lead?.opens_alone().and_then(|subject| self.name_of(&subject)).filter(fits_age);
                    told()
                        .or_else(|| {
                            let of_lead = || subject_or_only().filter(|name| !open() && fits_age(name));
                            handed.or_else(of_lead).or_else(by_topic)
                        })
                        .or_else(beside)
                        .or_else(|| alone().filter(|_| !open()))
                };
                told.filter(|_| definite && is_of_human(&words) && !adjacent && !is_stranger(&words))
            }
            SpeakerForm::Pronoun => {
                let current = || self.current.as_ref().and_then(|speaker| speaker.name.clone());
                let of_lead = || of_lead().and_then(|subject| self.name_of(&subject));
                // He recalls the great Moore: he stays whoever he was.
                let same = || lead.and_then(|lead| lead.main_subject(&self.names));
                let same = || same().is_some_and(|(form, _)| form == SpeakerForm::Pronoun);
                let person = || person().filter(|_| !same());
                let led = || introduced.and_then(|subject| self.name_of(subject)).or_else(of_lead).or_else(person);
                let topic = || self.topic.as_ref().and_then(|topic| self.name_of(topic));
                let anybody = || self.names.protagonist().map(str::to_owned);
                let known = if adjacent { current().or_else(led) } else { led().or_else(topic).or_else(current) };
                known.or_else(topic).or_else(|| anybody().filter(|_| self.current.is_none()))
            }
        };
        Speaker { at: WordsAt { words, span: subject.1 }, form: subject.0, name, basis }
    }
}

impl State<'_> {
    /// A word that is written as a name and is none: the Kaiser, the Golden Boot-elect.
    fn by_name(&self, (form, span): &Subject) -> Option<Subject> {
        let words = self.text.get(span.clone()).filter(|_| *form == SpeakerForm::Name)?;
        let start = span.start.checked_sub("the ".len())?;
        let the = self.text.get(start..span.start)?.eq_ignore_ascii_case("the ");
        let last = words.rsplit(' ').next().unwrap_or(words);
        let word = last.rsplit_once('-').is_some_and(|(_, end)| end.starts_with(char::is_lowercase));
        let short = words.split(' ').count() <= 2;
        (the && (word || short) && !self.names.knows(words)).then_some((SpeakerForm::Description, start..span.end))
    }

    /// Whether a description says no more of somebody than that he plays: the striker, the little Croat, the 24-year-old.
    pub(super) fn is_player(&self, span: &Span) -> bool {
        let words = self.text.get(span.clone()).unwrap_or_default();
        let mut all = words.split(' ');
        let definite = all.next().is_some_and(|the| the == "The" || the == "the");
        let office = |word: &str| {
            is_manager(word)
                || is_captain(word)
                || matches!(
                    word,
                    "referee" | "keeper" | "goalkeeper" | "president" | "chairman" | "assistant" | "pundit"
                )
        };
        let plays = |word: &str| is_role(word) || word.ends_with("-old") || is_of_people(word);
        definite && all.clone().any(plays) && !all.any(office)
    }

    /// The manager whose side a sentence is about: Reed's team hit the bar twice.
    fn leader_of(&self, lead: &Clause<'_>) -> Option<String> {
        let (at, _) = lead.words.iter().enumerate().find(|(at, _)| lead.owns(*at) && is_side(lead.word(at + 1)))?;
        let name = self.name_of(&lead.phrase_before(at + 1)?)?;
        self.names.leads(Leads::Manager, &name).then_some(name)
    }
}

/// Whether a description is of somebody beside the game, or says only where somebody is: whom the report names is another.
pub(super) fn is_stranger(words: &str) -> bool {
    const BESIDE_THE_GAME: &[&str] = &[
        "official",
        "fan",
        "supporter",
        "steward",
        "waiter",
        "waitress",
        "barman",
        "barmaid",
        "driver",
        "nurse",
        "volunteer",
        "landlady",
        "landlord",
        "policeman",
        "policewoman",
        "physio",
        "physiotherapist",
        "kitman",
        "groundsman",
        "onlooker",
        "witness",
        "pensioner",
        "student",
        "shopkeeper",
        "mother",
        "father",
        "mum",
        "dad",
        "wife",
        "widow",
        "doctor",
        "drummer",
        "interpreter",
        "spectator",
        "tourist",
        "local",
        "passer-by",
        "owner",
    ];
    let mut all =
        words.split(' ').skip(1).take_while(|word| !matches!(*word, "of" | "from" | "in" | "at" | "with" | "who"));
    let head = all.by_ref().last().unwrap_or_default();
    let anybody = words.split(' ').nth(1).is_some_and(is_anybody);
    let somewhere =
        words.split(' ').nth(2).is_some_and(|word| matches!(word, "at" | "in" | "behind" | "outside" | "near"));
    BESIDE_THE_GAME.contains(&head) || words.ends_with("kit man") || anybody && somewhere
}

/// Whether a description says nothing that one of two players in a sentence is and the other is not.
fn says_little(words: &str) -> bool {
    matches!(Description::read(words).role, None | Some(Role::Aged(..)))
}

/// Whether a description says where somebody plays, or of what country he is.
fn at_club(words: &str) -> bool {
    words.split(' ').skip(1).any(|word| is_capital(word) && !is_of_people(word))
}

/// Whether a word after `as` tells by which name a thing goes.
fn names_thing_as(word: &str) -> bool {
    names_thing(word) || matches!(word, "called" | "call" | "calls" | "termed" | "styled")
}

/// Whether what is quoted after a verb is the name of a song or of a piece.
fn performs(verb: &str) -> bool {
    matches!(verb, "sang" | "sing" | "sings" | "singing" | "played" | "playing" | "hummed" | "watched" | "watching")
}

/// Whether a verb stands right before a quote, with a subject of its own: what is quoted is no more than a name then.
fn lower_verb(left: &Clause<'_>) -> bool {
    let last = left.words.last().and_then(|word| left.text.get(word.span.clone())).unwrap_or_default();
    matches!(last, "sang" | "chanted" | "singing" | "chanting" | "read" | "reading" | "said")
}
