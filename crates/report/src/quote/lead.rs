//! Of whom a sentence tells: its grammatical subject, over whatever is put before it.

use super::SpeakerForm;
use super::lexicon::{
    is_auxiliary, is_capital, is_cue_beside, is_determiner, is_human, is_leading_role, is_of_people, is_past, is_place,
    is_pronoun, opens_clause, opens_phrase, opens_subordinate, stops_description,
};
use super::names::Names;
use super::phrase::possessive;
use super::speaker::{Clause, Subject};
use crate::Span;

/// How far into a sentence its subject is looked for, in words.
const REACH: usize = 40;
/// What people say, by its nouns.
const SAID: &[&str] = &[
    "words",
    "word",
    "praise",
    "sympathy",
    "support",
    "criticism",
    "consolation",
    "tribute",
    "apology",
    "message",
    "verdict",
    "reaction",
    "answer",
    "response",
    "reply",
    "view",
    "explanation",
    "assessment",
    "conclusion",
    "advice",
    "excuse",
    "thoughts",
    "warning",
];
/// Whether a noun is of what people say.
pub(super) fn is_said(word: &str) -> bool {
    SAID.contains(&word)
}

/// The longest description, in words.
const DESCRIPTION: usize = 8;

impl Clause<'_> {
    /// Who or what a sentence is about, if that is somebody: a name, a pronoun, or a description of a person.
    pub(super) fn main_subject(&self, names: &Names) -> Option<Subject> {
        let mut at = self.dateline();
        // Will the 32-year-old go on?
        let asks = matches!(self.word(0), "Will" | "Would" | "Does" | "Did" | "Is" | "Was" | "Has" | "Can" | "Could");
        at += usize::from(at == 0 && asks && is_determiner(self.word(1)));
        while at < self.words.len().min(REACH) {
            let word = self.word(at);
            if matches!(word.to_ascii_lowercase().as_str(), "he" | "she" | "they") {
                return Some((SpeakerForm::Pronoun, self.span(at, at + 1)?));
            }
            if opens_subordinate(word) || (at == 0 && word.ends_with("ing") && word.len() > 5) {
                // For Kane, it was …: whoever it was to.
                let to = word == "For" && (is_capital(self.word(at + 1)) || is_determiner(self.word(at + 1)));
                if to && let Some(subject) = self.subject_at(at + 1, names) {
                    return Some(subject);
                }
                let comma = (at + 1..self.words.len()).find(|&next| self.breaks(next));
                let Some(comma) = comma else { return self.past_subordinate(at) };
                at = comma;
            } else if matches!(word, "where" | "which" | "who" | "whose" | "whom") && at > 0 {
                at = (at + 1..self.words.len()).find(|&next| self.breaks(next))?;
            } else if opens_phrase(word) {
                at = self.past_phrase(at + 1);
            } else if at > 0 && is_determiner(word) && is_capital(self.word(at - 1)) && self.is_apposed(at) {
                // The shot by Dempsey, the Fulham midfielder, went in.
                at = (at + 1..self.words.len()).find(|&next| self.breaks(next))?;
            } else if is_determiner(word) || (is_capital(word) && !opens_clause(word) && !is_pronoun(word)) {
                if possessive(word) && !self.breaks(at + 1) {
                    let alone = self.breaks(at + 2) || !is_capital(self.word(at + 2));
                    // Tottenham's Korean.
                    if is_capital(word) && is_of_people(self.word(at + 1)) && is_capital(self.word(at + 1)) && alone {
                        return Some((SpeakerForm::Description, self.span(at, at + 2)?));
                    }
                    if let Some(subject) = self.owned_at(at) {
                        return Some(subject);
                    }
                    at += 1;
                    continue;
                }
                return self.subject_at(at, names);
            } else {
                at += 1;
            }
        }
        None
    }

    /// To whom a sentence hands the word: `It fell to Rice to speak`, `a view shared by Shaw`, `From Reed there was praise`,
    /// `There were warm words from Henry`, `Reed's verdict?`
    pub(super) fn handed_to(&self, names: &Names) -> Option<Subject> {
        let word = |at: usize| self.word(at);
        let person = |at: usize| {
            let (form, span) = self.name_from(at).filter(|_| is_capital(word(at)) && !is_determiner(word(at)))?;
            let named = self.text.get(span.clone()).unwrap_or_default();
            let known = names.knows(named) || self.breaks(self.after(&span)) || at == 1;
            (known && !named.split(' ').any(is_place)).then_some((form, span))
        };
        if word(0) == "From"
            && let Some(subject) = person(1)
            && matches!(word(self.after(&subject.1)), "there" | "came" | "it")
        {
            return Some(subject);
        }
        let said = |at: usize| SAID.contains(&word(at));
        for at in 1..self.words.len().min(REACH) {
            let before = word(at - 1);
            let hands = match word(at) {
                "to" => matches!(before, "fell" | "left" | "belongs" | "belonged" | "goes" | "went" | "falls"),
                "by" => matches!(before, "shared" | "echoed" | "backed" | "endorsed"),
                "from" => (at.saturating_sub(6)..at).any(said),
                _ => false,
            };
            if hands && let Some(subject) = person(at + 1) {
                return Some(subject);
            }
            // A view shared by the keeper.
            if hands
                && word(at) == "by"
                && is_determiner(word(at + 1))
                && let Some(subject) = self.subject_at(at + 1, names)
            {
                return Some(subject);
            }
        }
        // The verdict of Deschamps?
        let of = (1..4).find(|&at| said(at) && matches!(word(at + 1), "of" | "from"));
        if let Some(subject) = of.filter(|_| is_determiner(word(0))).and_then(|of| person(of + 2))
            && self.after(&subject.1) == self.words.len()
        {
            return Some(subject);
        }
        // Deschamps's verdict?
        let (form, span) = self.name_from(0).filter(|_| is_capital(word(0)) && !opens_clause(word(0)))?;
        let end = self.after(&span);
        (self.owns(end.checked_sub(1)?) && said(end) && end + 1 == self.words.len()).then_some((form, span))
    }

    /// Of whom a sentence tells that opens with a clause no comma ends: When Lloris missed it the man laughed.
    fn past_subordinate(&self, from: usize) -> Option<Subject> {
        let verb = |at: usize| is_past(self.word(at)) || is_auxiliary(self.word(at)) || is_cue_beside(self.word(at));
        let main = |at: usize| {
            self.word(at) == "the"
                && is_human(self.word(at + 1))
                && verb(at + 2)
                && !opens_phrase(self.word(at - 1))
                && (from + 2..at).any(|at| verb(at) || matches!(self.word(at), "scored" | "hit"))
        };
        let at = (from + 3..self.words.len().min(REACH)).find(|&at| main(at))?;
        Some((SpeakerForm::Description, self.span(at, at + 2)?))
    }

    /// Whether words from a place up to a comma say who the name before them is.
    fn is_apposed(&self, at: usize) -> bool {
        let comma = |at: usize| self.words.get(at).is_some_and(|word| word.comma && !word.stop);
        let end = (at + 1..at + DESCRIPTION).find(|&next| self.breaks(next));
        let person = |end: usize| (at + 1..end).any(|place| is_human(self.word(place)));
        comma(at) && end.is_some_and(|end| comma(end) && person(end))
    }

    /// Somebody of a club or team whom no name follows: `Tottenham's right-back`, `Reed's team-mate at Bologna`.
    fn owned_at(&self, at: usize) -> Option<Subject> {
        let phrase = (at + 1..at + 4).take_while(|&place| !self.breaks(place) && !is_capital(self.word(place)));
        let head = phrase
            .take_while(|&place| !stops_description(self.word(place)))
            .find(|&place| is_human(self.word(place)))?;
        let ends = head + 1;
        let named = is_capital(self.word(ends))
            || self.words.get(ends).is_some_and(|word| word.comma) && is_capital(self.word(ends));
        let end = self.past_place(ends);
        (!named && !is_human(self.word(ends))).then_some((SpeakerForm::Description, self.span(at, end)?))
    }

    /// The noun phrase of a person that begins at a word.
    fn subject_at(&self, at: usize, names: &Names) -> Option<Subject> {
        let word = self.word(at);
        if matches!(word, "one" | "another" | "One" | "Another") && self.word(at + 1) == "of" {
            let end = self.past_place(at + 1);
            return (end > at + 2).then_some((SpeakerForm::Description, self.span(at, end)?));
        }
        if is_determiner(word) {
            // The dentist in charge of Iceland.
            let charge = (at + 2..at + 5).find(|&place| self.word(place) == "in" && self.word(place + 1) == "charge");
            if let Some(end) = charge.filter(|&end| !(at + 1..end).any(|place| self.breaks(place))) {
                return Some((SpeakerForm::Description, self.span(at, end)?));
            }
            let ends = |place: usize| self.breaks(place) || stops_description(self.word(place));
            let phrase = (at + 1..at + DESCRIPTION).take_while(|&place| place == at + 1 || !ends(place));
            let head = phrase.clone().filter(|&place| is_human(self.word(place)) && !is_capital(self.word(place)));
            let people = || phrase.clone().find(|&place| is_human(self.word(place)));
            let short = |word: &str| (2..=5).contains(&word.len()) && word.chars().all(char::is_uppercase);
            // The late Sir Alf Ramsey.
            let first = phrase.clone().take(3).find(|&place| is_capital(self.word(place)));
            if let Some(first) = first.filter(|&first| head.clone().next().is_none() && first > at + 1)
                && let Some((form, span)) = self.name_from(first)
                && let Some(name) = self.text.get(span.clone())
                && names.knows(name)
                && name.contains(' ')
                && !self.owns(self.after(&span).saturating_sub(1))
            {
                return Some((form, span));
            }
            let Some(head) = head.last().or_else(people) else {
                // The FA.
                let body = short(self.word(at + 1)).then_some(at + 2)?;
                return Some((SpeakerForm::Description, self.span(at, body)?));
            };
            // The defender Lilian Thuram; his team-mate Kane.
            let named = head + 1;
            if is_capital(self.word(named)) && !self.breaks(named) {
                return self.name_from(named);
            }
            // His captain, John Mensah, …
            if is_capital(self.word(named)) && self.words.get(named).is_some_and(|word| word.comma && !word.stop) {
                let subject = self.name_from(named);
                let ends = subject.as_ref().is_some_and(|(_, span)| self.breaks(self.after(span)));
                if ends {
                    return subject;
                }
            }
            let end = self.past_place(head + 1);
            // The captain of the French, Amandine Henry, wept.
            let apposed =
                self.words.get(end).is_some_and(|word| word.comma && !word.stop) && is_capital(self.word(end));
            if end > head + 1
                && apposed
                && let Some((form, span)) = self.name_from(end)
                && self.text.get(span.clone()).is_some_and(|name| names.knows(name))
                && self.breaks(self.after(&span))
            {
                return Some((form, span));
            }
            return self.is_named(end, names).or(Some((SpeakerForm::Description, self.span(at, end)?)));
        }
        let (form, span) = self.name_from(at)?;
        let words = self.text.get(span.clone()).unwrap_or_default();
        let end = self.after(&span);
        if possessive(words) {
            // Korea's Shin Tae-yong; England's captain Kane. Kane's tears are nobody.
            let next =
                (end..end + 4).take_while(|&next| !self.breaks(next)).find(|&next| is_capital(self.word(next)))?;
            let between = (end..next).all(|place| is_leading_role(self.word(place)) || is_human(self.word(place)));
            return if between { self.name_from(next) } else { None };
        }
        if names.knows(words) {
            return Some((form, span));
        }
        // Teenage forward Lamine Yamal; UEFA president Michel Platini; England manager Southgate.
        let next = (end..end + 4).take_while(|&next| !self.breaks(next)).find(|&next| is_capital(self.word(next)));
        if let Some(next) = next.filter(|&next| next > end)
            && (end..next).any(|place| is_human(self.word(place)) || matches!(self.word(place), "number"))
            && !(end..next).any(|place| is_auxiliary(self.word(place)) || is_past(self.word(place)))
        {
            return self.past_offices(next);
        }
        let verb = is_auxiliary(self.word(end)) || is_cue_beside(self.word(end)) || is_past(self.word(end));
        // Negative? A word is nobody.
        let apart = self.breaks(end) && self.words.len() > 1;
        let plausible = (words.contains(' ') || apart || verb) && !words.split(' ').any(is_place);
        plausible.then_some((form, span))
    }

    /// The name that begins at a word, or after what is but another office: `BBC commentator Gary Lineker`.
    fn past_offices(&self, at: usize) -> Option<Subject> {
        let (form, span) = self.name_from(at)?;
        let end = self.after(&span);
        let mut more = (end..end + 4).take_while(|&next| !self.breaks(next));
        let next = more.find(|&next| is_capital(self.word(next))).filter(|&next| next > end);
        let office = |next: &usize| {
            (end..*next).all(|place| !is_auxiliary(self.word(place)) && !is_past(self.word(place)))
                && is_human(self.word(*next - 1))
        };
        match next.filter(office) {
            Some(next) => self.name_from(next),
            None => Some((form, span)),
        }
    }

    /// Whether a verb follows a name, be it over an apposition: a substitute called Muller, in his first match, scored.
    pub(super) fn has_verb(&self, span: &Span) -> bool {
        let end = self.after(span);
        let verb = |at: usize| is_auxiliary(self.word(at)) || is_past(self.word(at)) || is_cue_beside(self.word(at));
        let comma = |at: usize| self.words.get(at).is_some_and(|word| word.comma && !word.stop);
        let over = || (end + 1..end + DESCRIPTION).find(|&at| self.breaks(at)).filter(|&at| comma(end) && comma(at));
        verb(end) && !self.breaks(end) || over().is_some_and(verb)
    }

    /// Whether words after a quote go on with somebody else: “naive”, while Reed tore into the losers.
    pub(super) fn tells_of_another(&self, names: &Names) -> bool {
        let contrasts = matches!(self.word(0), "while" | "whereas");
        let Some((_, span)) = self.name_from(1).filter(|_| contrasts && is_capital(self.word(1))) else { return false };
        let end = self.after(&span);
        let verb = is_past(self.word(end)) || is_auxiliary(self.word(end)) || !is_capital(self.word(end));
        let known = self.text.get(span).is_some_and(|name| names.knows(name));
        known && verb && !self.breaks(end) && !is_cue_beside(self.word(end))
    }

    /// Whether a sentence names one person only, among those the report has named in full.
    pub(super) fn names_one(&self, names: &Names) -> bool {
        let mut named: Option<String> = None;
        let mut at = 0;
        while at < self.words.len().min(REACH) {
            let word = self.word(at);
            let Some((_, span)) = self.name_from(at).filter(|_| is_capital(word) && !opens_clause(word)) else {
                at += 1;
                continue;
            };
            at = self.after(&span).max(at + 1);
            let Some(words) = self.text.get(span).filter(|words| names.knows(words)) else { continue };
            let full = names.full(words.trim_end_matches("'s").trim_end_matches("’s"));
            if named.as_ref().is_some_and(|named| *named != full) {
                return false;
            }
            named = Some(full);
        }
        true
    }

    /// Whether a sentence tells what two people did: Reed had scored and Dahl levelled.
    pub(super) fn tells_of_two(&self, names: &Names) -> bool {
        let verb = |at: usize| is_auxiliary(self.word(at)) || is_past(self.word(at)) || is_cue_beside(self.word(at));
        let joins = |at: usize| matches!(self.word(at), "and" | "but" | "while" | "before" | "then" | "as");
        let second = |at: usize| {
            let (_, span) = self.name_from(at).filter(|_| is_capital(self.word(at)))?;
            let end = self.after(&span);
            let relative =
                self.words.get(end).is_some_and(|word| word.comma) && matches!(self.word(end), "who" | "whose");
            let known = names.knows(self.text.get(span.clone())?) && (verb(end) || relative);
            known.then_some(())
        };
        // Press headed the first, White volleyed. Press and White scored: one clause.
        let comma = |at: usize| self.words.get(at).is_some_and(|word| word.comma);
        let apart = |at: usize| !is_capital(self.word(at - 1));
        // The president, Reed, did so: Reed is the first of them.
        let main = self.main_subject(names).map_or(0, |(_, span)| self.after(&span));
        (1..self.words.len().min(REACH)).filter(|&at| apart(at)).any(|at| {
            // In the 97th Vanegas headed.
            let anew = |at: usize| {
                is_capital(self.word(at))
                    && !joins(at - 1)
                    && !opens_phrase(self.word(at - 1))
                    && self.word(at - 1) != "for"
            };
            let name = if joins(at) { Some(at + 1) } else { Some(at).filter(|&at| comma(at) || anew(at)) };
            name.is_some_and(|name| name >= main && second(name).is_some())
        })
    }

    /// Who a description is said to be by the words after it: The Dutch coach was Rinus Michels.
    fn is_named(&self, end: usize, names: &Names) -> Option<Subject> {
        let is = matches!(self.word(end), "was" | "is") && is_capital(self.word(end + 1)) && !self.breaks(end + 1);
        let (form, span) = self.name_from(end + 1).filter(|_| is)?;
        let name = self.text.get(span.clone())?;
        let whole = name.contains(' ') || names.knows(name);
        let alone = self.breaks(self.after(&span)) && !self.owns(self.after(&span).checked_sub(1)?);
        (whole && alone && !name.split(' ').any(|word| is_place(word) || is_of_people(word))).then_some((form, span))
    }

    /// Where the story begins after "LYON -" or "DOHA (AFP) -".
    fn dateline(&self) -> usize {
        let named =
            self.words.iter().take(8).take_while(|word| self.text.get(word.span.clone()).is_some_and(is_capital));
        let capitals = named.count();
        let dashed = |at: usize| {
            let (Some(last), Some(next)) = (self.words.get(at - 1), self.words.get(at)) else { return false };
            self.text.get(last.span.end..next.span.start).is_some_and(|gap| gap.contains(['-', '–', '—']))
        };
        (1..=capitals).find(|&at| dashed(at)).unwrap_or(0)
    }

    /// Past words that say which of many a person is: `from Bari`, `at the gates`, `beside him`.
    fn past_place(&self, start: usize) -> usize {
        let place = matches!(self.word(start), "from" | "of" | "in" | "for" | "beside" | "at" | "outside" | "near");
        if !place || self.breaks(start) {
            return start;
        }
        let verb = |at: usize| is_auxiliary(self.word(at)) || is_cue_beside(self.word(at)) || is_past(self.word(at));
        let end = (start + 1..start + 6).find(|&at| self.breaks(at) || verb(at) || stops_description(self.word(at)));
        match end {
            Some(end) if end > start + 1 && !is_determiner(self.word(end - 1)) => end,
            _ => start,
        }
    }

    /// Past a phrase before the subject: `In the Cafe Anglais one supporter …`, `At 36, Shilton …`.
    fn past_phrase(&self, from: usize) -> usize {
        let mut at = from;
        if is_determiner(self.word(at)) {
            at += 1;
        }
        while at < self.words.len().min(from + 10) {
            if at > from && (self.breaks(at) || is_determiner(self.word(at)) || is_pronoun(self.word(at))) {
                break;
            }
            at += 1;
        }
        at
    }
}
