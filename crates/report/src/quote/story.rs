//! Of whom the outlet tells between the quotes.

use super::lexicon::{is_captain, is_cue, is_manager, is_pronoun, is_role, opens_clause};
use super::marks::Segment;
use super::names::Leads;
use super::speaker::Clause;
use super::state::State;
use super::words::Word;
use super::{Basis, Extent, Quote, Speaker, SpeakerForm};
use crate::Span;

impl State<'_> {
    /// Follows of whom the sentences of the outlet tell, up to a place.
    pub(super) fn follow(&mut self, words: &[Word], opens: bool) {
        for (number, sentence) in sentences(words).enumerate() {
            let clause = Clause { text: self.text, words: sentence };
            let word =
                |at: usize| sentence.get(at).and_then(|word| self.text.get(word.span.clone())).unwrap_or_default();
            let first = word(0);
            // He paid tribute to Van Gaal: he stays whoever he was.
            let he = is_pronoun(first) || opens_clause(first) && is_pronoun(word(1));
            if matches!(first, "The" | "Their" | "His") && is_role(word(1)) {
                let leads = if is_manager(word(1)) {
                    Some(Leads::Manager)
                } else {
                    is_captain(word(1)).then_some(Leads::Captain)
                };
                let name = self.topic.clone().and_then(|topic| self.name_of(&topic));
                if let (Some(leads), Some(name), "The") = (leads, name, first) {
                    self.names.lead(leads, &name);
                }
            } else if let Some(person) = clause.first_person(&self.names).filter(|_| !he) {
                // Somebody a sentence begins with is who “he said” right after it means.
                self.topic_opens = clause.after(&person.1) <= 5;
                self.topic = Some(person);
            } else if opens
                && number == 0
                && (is_pronoun(first) || matches!(first, "His" | "Her"))
                && self.names.protagonist().is_some()
                && !(self.topic_opens && is_cue(word(1)))
            {
                // A paragraph does not go on with whoever ended the one before, but with whom the report is about.
                self.topic = None;
            }
        }
    }

    /// Notes of whom a description says that he leads a team.
    pub(super) fn note_leader(&mut self, speaker: Option<&Speaker>) {
        let Some(Speaker { form: SpeakerForm::Description, name: Some(name), at, .. }) = speaker else { return };
        let plain = !at.words.contains("former") && !at.words.contains("assistant");
        let head = at.words.rsplit(' ').next().filter(|_| plain).unwrap_or_default();
        if is_manager(head) {
            self.names.lead(Leads::Manager, name);
        } else if is_captain(head) {
            self.names.lead(Leads::Captain, name);
        }
    }

    /// Who is meant by the manager or the captain, where the report has one only and names no team.
    pub(super) fn resolve_leaders(&mut self) {
        // Of several the one who spoke last.
        let mut spoke: [Option<String>; 2] = [None, None];
        for quote in &mut self.found.quotes {
            let Some(speaker) = &mut quote.speaker else { continue };
            if let Some(name) = &speaker.name {
                for (leads, last) in [Leads::Manager, Leads::Captain].into_iter().zip(&mut spoke) {
                    if self.names.leads(leads, name) {
                        *last = Some(name.clone());
                    }
                }
            }
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
            let [manager, captain] = &spoke;
            let last = if leads == Leads::Manager { manager } else { captain };
            speaker.name = self.names.only(leads).map(str::to_owned).or_else(|| last.clone());
        }
    }

    /// A line of an interview: `Q: …` and `A: …`, the answer without marks.
    pub(super) fn answer(&mut self, index: usize, span: &Span, words: &[Word], segments: &[Segment]) -> bool {
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
}

/// The sentences among some words.
fn sentences(words: &[Word]) -> impl Iterator<Item = &[Word]> {
    words.chunk_by(|_, next| !next.stop)
}
