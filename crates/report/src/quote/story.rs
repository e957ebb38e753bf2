//! Of whom the outlet tells between the quotes.

use super::lexicon::{is_captain, is_cue, is_manager, is_pronoun, is_role, opens_clause};
use super::marks::Segment;
use super::names::{Leads, team_start};
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
            } else if self.topic.is_some() && self.is_of_player(&clause) {
                // The forward beat Lindahl: the sentence goes on with whoever was told of before.
            } else if let Some(person) =
                clause.first_person(&self.names).or_else(|| clause.first_owner(&self.names)).filter(|_| !he)
            {
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

    /// Whether a sentence is about somebody of whom it says no more than that he plays.
    fn is_of_player(&self, clause: &Clause<'_>) -> bool {
        let begins = clause.words.first().map(|word| word.span.start);
        let subject = clause.main_subject(&self.names);
        subject.is_some_and(|(form, span)| {
            form == SpeakerForm::Description && begins == Some(span.start) && self.is_player(&span)
        })
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
        let mut teams = self.found.quotes.iter().filter_map(team_led).map(team_start);
        let first = teams.next();
        let rivals = teams.any(|team| first.as_ref() != Some(&team));
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
            let team = rest.first().copied().filter(|word| word.starts_with(char::is_uppercase));
            let plain = rest.iter().skip(usize::from(team.is_some())).all(|word| {
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
            // Of two teams each has its own.
            speaker.name = match team {
                Some(team) => {
                    let one = self.names.only(leads).filter(|name| !rivals && self.names.may_lead(name, team));
                    one.map(str::to_owned)
                }
                None => self.names.only(leads).map(str::to_owned).or_else(|| last.clone()),
            };
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
        asks || answers || (segments.is_empty() && self.answer_by_name(index, span, words))
    }

    /// A line of an interview without marks that begins with who speaks: `Pickford: I had done my homework.`
    fn answer_by_name(&mut self, index: usize, span: &Span, words: &[Word]) -> bool {
        let clause = Clause { text: self.text, words };
        let Some((form, name)) = clause.credited() else { return false };
        let Some(first) = words.get(clause.after(&name)).filter(|word| word.colon && !word.stop) else { return false };
        let named = self.text.get(name.clone()).is_some_and(|name| self.names.knows(name));
        let said = self.text.get(first.span.start..span.end).unwrap_or_default().trim_end();
        let own =
            |word: &str| matches!(word, "I" | "I'm" | "I’m" | "I've" | "I’ve" | "I'd" | "I’d" | "we" | "We" | "my");
        if !named || !said.ends_with(['.', '!', '?', '…']) || !said.split([' ', ',']).any(own) {
            return false;
        }
        let (start, end) = (first.span.start, first.span.start + said.len());
        let speaker = self.speaker((form, name), Basis::CueBefore, None, false, None);
        if !self.found.quotes.is_empty() {
            self.utterance += 1;
        }
        self.current = Some(speaker.clone());
        self.topic = None;
        self.found.quotes.push(Quote {
            span: start..end,
            outer: start..end,
            paragraph: index,
            closed: false,
            extent: Extent::Speech,
            utterance: self.utterance,
            speaker: Some(speaker),
            cue: None,
            channel: None,
        });
        true
    }
}

/// The sentences among some words.
fn sentences(words: &[Word]) -> impl Iterator<Item = &[Word]> {
    words.chunk_by(|_, next| !next.stop)
}

/// The word for the team of which a description calls a speaker the manager or captain: `the England manager`.
fn team_led(quote: &Quote) -> Option<&str> {
    let speaker = quote.speaker.as_ref().filter(|speaker| speaker.form == SpeakerForm::Description)?;
    let mut words = speaker.at.words.split(' ');
    words.next().filter(|the| the.eq_ignore_ascii_case("the"))?;
    let team = words.next().filter(|team| team.starts_with(char::is_uppercase))?;
    words.next_back().filter(|head| is_manager(head) || is_captain(head)).map(|_| team)
}
