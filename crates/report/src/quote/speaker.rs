//! Who speaks: the noun phrase beside a verb of speech.

use super::lead::is_said;
use super::lexicon::{
    is_auxiliary, is_capital, is_crowd, is_cue, is_cue_beside, is_determiner, is_heading, is_human, is_of_human,
    is_of_people, is_of_play, is_past, is_place, is_preposition, is_pronoun, is_role, is_telling, opens_clause,
    stands_between, stops_description,
};
use super::names::Names;
use super::phrase::possessive;
use super::words::Word;
use super::{SpeakerForm, WordsAt};
use crate::Span;

/// How far away from its verb a speaker may stand, in words.
const REACH: usize = 30;
/// How far into a sentence the first person of it may stand, in words.
const FIRST: usize = 18;
/// The shortest name that stands alone for whoever signs a quote.
const LONE: usize = 4;
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
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.words.get(at).and_then(|word| self.text.get(word.span.clone())).unwrap_or_default()
    }

    pub(super) fn breaks(&self, at: usize) -> bool {
        self.words.get(at).is_none_or(|word| word.comma || word.stop || word.colon)
    }

    pub(super) fn span(&self, from: usize, to: usize) -> Option<Span> {
        let first = self.words.get(from)?;
        let last = self.words.get(to.checked_sub(1)?)?;
        (from < to).then_some(first.span.start..last.span.end)
    }

    /// Whether a word has what follows: `Spain's`, `Sky Sports’`.
    pub(super) fn owns(&self, at: usize) -> bool {
        let word = self.word(at);
        let plural = || {
            let after = self.words.get(at).and_then(|word| self.text.get(word.span.end..)).unwrap_or_default();
            is_capital(word) && word.ends_with('s') && (after.starts_with("’ ") || after.starts_with("' "))
        };
        possessive(word) || plural() && !self.breaks(at + 1)
    }

    /// The place of the first word after a span.
    pub(super) fn after(&self, span: &Span) -> usize {
        self.words.partition_point(|word| word.span.start < span.end)
    }

    /// The words before a place.
    fn until(&self, end: usize) -> Self {
        Clause { text: self.text, words: self.words.get(..end).unwrap_or_default() }
    }

    /// The words of a sentence before a place in it.
    fn sentence_until(&self, end: usize) -> Self {
        let clause = self.until(end);
        let from = clause.words.iter().rposition(|word| word.stop).unwrap_or(0);
        Clause { words: clause.words.get(from..).unwrap_or_default(), ..clause }
    }

    fn found(&self, cue: usize, subject: Option<Subject>) -> Option<Found> {
        let span = self.span(cue, cue + 1)?;
        Some(Found { cue: WordsAt { words: self.word(cue).to_owned(), span }, subject })
    }

    /// The cue of the quote before these words: `said Kane`, `the striker said`, `according to Kane`. With `linked` a
    /// comma joins the two, so that any verb of the past will do.
    pub(super) fn after_quote(&self, linked: bool, known: &Names) -> Option<Found> {
        let first = self.word(0);
        let names = |at: usize| {
            let word = self.word(at);
            // Shrugged caretaker Hierro.
            let named = is_human(word) && is_capital(self.word(at + 1)) && !self.breaks(at + 1);
            is_capital(word) || is_determiner(word) || is_role(word) || is_crowd(word) || named
        };
        if is_cue(first) && !is_capital(first) {
            return self.subject_after(1).and_then(|subject| self.found(0, Some(subject)));
        }
        // Sniffs Pearce.
        let who = || is_capital(self.word(1)) || is_determiner(self.word(1)) && self.is_of_somebody(1);
        let present = linked && first.len() > 4 && first.ends_with('s') && who();
        if (is_cue_beside(first) || present || (linked && is_past(first))) && !is_capital(first) && names(1) {
            return self.found(0, self.subject_after(1));
        }
        // Read a banner behind the goal.
        let sign = |at: usize| matches!(self.word(at), "banner" | "sign" | "placard" | "headline" | "poster" | "flag");
        if matches!(first, "read" | "reads" | "ran") && is_determiner(self.word(1)) && (2..4).any(sign) {
            return self.found(0, self.subject_after(1));
        }
        if self.word(0).eq_ignore_ascii_case("according") && self.word(1) == "to" {
            return self.found(0, self.subject_after(2));
        }
        if matches!(first, "So" | "so") && matches!(self.word(1), "said" | "says") {
            return self.found(1, self.subject_after(2));
        }
        if first == "in" && self.word(1) == "the" && self.word(2) == "words" && self.word(3) == "of" {
            return self.found(2, self.subject_after(4));
        }
        // “Slaughtered”, as one of them put it.
        if first == "as"
            && let Some(verb) = (2..self.words.len().min(9)).take_while(|&at| !self.breaks(at)).find(|&at| {
                matches!(self.word(at), "put" | "puts") && self.word(at + 1) == "it"
                    || matches!(self.word(at), "said" | "says")
            })
        {
            let subject = match self.word(1) {
                "one" if self.word(2) == "of" => Some((SpeakerForm::Description, self.span(1, verb)?)),
                _ => self.subject_before(verb, known),
            };
            return self.found(
                verb,
                Some(subject.filter(|(_, span)| self.words.get(1).is_some_and(|one| one.span.start == span.start))?),
            );
        }
        if matches!(first, "was" | "were" | "is" | "came" | "comes" | "ran" | "went") {
            let subject = self.verdict_of()?;
            return self.found(0, Some(subject));
        }
        // That was how a driver greeted them.
        if first == "That" && matches!(self.word(1), "was" | "is") && self.word(2) == "how" {
            let rest = Clause { text: self.text, words: self.words.get(1..)? };
            return self.found(1, Some(rest.verdict_of()?));
        }
        // “No excuses.” That was Gerrard.
        if first == "That"
            && matches!(self.word(1), "was" | "is")
            && let Some(subject) = self.name_from(2).filter(|_| is_capital(self.word(2)))
            && !self.owns(self.after(&subject.1).saturating_sub(1))
            && self.words.get(self.after(&subject.1)).is_none_or(|next| next.stop)
            && !self.text.get(subject.1.clone()).is_some_and(|name| name.split(' ').any(is_place))
        {
            return self.found(1, Some(subject));
        }
        if let Some(found) = self.quoted_as_saying() {
            return Some(found);
        }
        for at in 1..self.words.len().min(20) {
            if self.words.get(at).is_some_and(|word| word.stop || word.colon) {
                break;
            }
            let word = self.word(at);
            let last = at + 1 == self.words.len() || self.breaks(at + 1) || stops_description(self.word(at + 1));
            // Kvara, who scored the first, rejoiced.
            let over = || self.words.get(at).is_some_and(|word| word.comma) && (1..at).any(|at| self.word(at) == "who");
            let ends = at + 1 == self.words.len() && linked && over();
            let open = (is_cue_beside(word) || (linked && is_past(word))) && last && (!self.breaks(at) || ends);
            // Reed was told by one of them.
            if matches!(word, "told" | "asked") && matches!(self.word(at - 1), "was" | "were" | "is") {
                let by = self.word(at + 1) == "by";
                return if by { self.found(at, self.subject_after(at + 2)) } else { None };
            }
            if (is_cue(word) || open) && !is_capital(word) {
                let subject = self.subject_before(at, known)?;
                // Only what stands first after the quote has said it.
                let lead = self.words.iter().take_while(|word| word.span.start < subject.1.start);
                return if lead.count() <= 8 { self.found(at, Some(subject)) } else { None };
            }
        }
        None
    }

    /// Whom a paper quoted as saying something.
    fn quoted_as_saying(&self) -> Option<Found> {
        let as_saying = |at: usize| self.word(at) == "as" && self.word(at + 1) == "saying";
        let saying = (2..self.words.len().min(REACH)).find(|&at| as_saying(at))?;
        let quoted = (0..saying).rev().take(DESCRIPTION).find(|&at| self.word(at) == "quoted")?;
        let by = self.word(quoted + 1) != "by";
        self.found(quoted, self.phrase_before(saying).filter(|_| by && quoted + 1 < saying))
    }

    /// Whose verdict a quote was: `was Kane's verdict`, `was the verdict of the Italian`, `is how Kane put it`.
    fn verdict_of(&self) -> Option<Subject> {
        let noun =
            |word: &str| matches!(word, "word" | "words" | "verdict" | "reply" | "answer" | "response" | "message");
        if matches!(self.word(1), "his" | "her") && (2..5).any(|at| noun(self.word(at))) {
            return Some((SpeakerForm::Pronoun, self.span(1, 2)?));
        }
        let end = (1..self.words.len().min(10)).find(|&at| self.breaks(at)).unwrap_or(self.words.len().min(10));
        if self.word(1) == "how" {
            let verb = (3..end).find(|&at| !is_capital(self.word(at)) && is_telling(self.word(at)))?;
            return self.phrase_before(verb);
        }
        // Was Forlan's way of seeing it.
        let owner = (1..end).find(|&at| possessive(self.word(at)) && is_capital(self.word(at)));
        let of = (2..end).find(|&at| matches!(self.word(at), "of" | "from" | "by"));
        if let Some(of) = of.filter(|&of| owner.is_none_or(|owner| owner > of)) {
            // Was all one of the losers would say.
            let one = of - 1 > 0 && self.word(of - 1) == "one";
            return self.subject_after(if one { of - 1 } else { of + 1 });
        }
        if let Some(name) = (1..end).find(|&at| is_capital(self.word(at)) && !is_determiner(self.word(at))) {
            return match self.word(name - 1) {
                // The Spain coach's verdict.
                "the" if !possessive(self.word(name)) => {
                    let last = (name..end).find(|&at| possessive(self.word(at)))?;
                    Some((SpeakerForm::Description, self.span(name - 1, last + 1)?))
                }
                _ => self.name_from(name),
            };
        }
        let last = (2..end).find(|&at| possessive(self.word(at)))?;
        is_determiner(self.word(1)).then_some((SpeakerForm::Description, self.span(1, last + 1)?))
    }

    /// The last cue among the words before a quote, at most `reach` words away.
    pub(super) fn before_quote(&self, reach: usize, known: &Names) -> Option<Found> {
        let len = self.words.len();
        for at in (len.saturating_sub(reach)..len).rev() {
            let word = self.word(at);
            if word.eq_ignore_ascii_case("according") && self.word(at + 1) == "to" {
                return self.found(at, self.subject_after(at + 2));
            }
            if word == "words" {
                if self.word(at + 1) == "of" {
                    return self.found(at, self.subject_after(at + 2));
                }
                let owner = at.checked_sub(1).filter(|&owner| self.owns(owner) && is_capital(self.word(owner)));
                match owner {
                    Some(_) => return self.found(at, self.phrase_before(at)),
                    None => continue,
                }
            }
            // Van Gaal's comment that Messi “did little”, Shearer's view was that they “ran out of steam”.
            let that = at + 1 + usize::from(matches!(self.word(at + 1), "was" | "is"));
            if (matches!(
                word,
                "comment" | "claim" | "remark" | "admission" | "insistence" | "suggestion" | "assertion"
            ) || is_said(word) && that > at + 1)
                && self.word(that) == "that"
                && let Some(owner) =
                    (at.saturating_sub(3)..at).rev().find(|&owner| self.owns(owner) && is_capital(self.word(owner)))
            {
                return self.found(at, self.phrase_before(owner + 1));
            }
            // The FA issued a statement which read: “…”
            if matches!(word, "read" | "reads")
                && at + 1 == len
                && let Some(subject) = self.issued_before(at)
            {
                return self.found(at, Some(subject));
            }
            // As Southgate put it.
            let put = matches!(word, "put" | "puts") && self.word(at + 1) == "it" && at + 2 == len;
            // Lemerre found it “beautiful”.
            let finds = matches!(word, "found" | "finds" | "considered" | "judged")
                && matches!(self.word(at + 1), "it" | "him" | "her" | "them" | "that" | "this")
                && at + 2 == len;
            // Shearer felt they had “run out of steam”.
            let thinks = matches!(word, "felt" | "feels" | "feared" | "fears")
                && at + 2 < len
                && (is_pronoun(self.word(at + 1)) || is_capital(self.word(at + 1)) || self.word(at + 1) == "that");
            let beside = put || finds || thinks || at + 1 == len && is_cue_beside(word);
            // Said Kane: at the start of a sentence.
            let opens = (at == 0 || self.words.get(at).is_some_and(|word| word.stop))
                && matches!(word, "Said" | "Says" | "Added" | "Adds" | "Explained" | "Wrote");
            // It was, said Deschamps, “…”.
            let inserted = at > 0
                && self.words.get(at).is_some_and(|word| word.comma && !word.stop)
                && matches!(
                    word,
                    "said" | "says" | "admitted" | "insisted" | "explained" | "conceded" | "joked" | "felt"
                )
                && is_capital(self.word(at + 1))
                && !self.breaks(at + 1);
            if opens || inserted {
                let subject = self.subject_after(at + 1);
                let ends = subject.as_ref().is_some_and(|(form, span)| {
                    let named =
                        *form == SpeakerForm::Name || is_of_human(self.text.get(span.clone()).unwrap_or_default());
                    named && self.breaks(self.after(span))
                });
                if opens || ends {
                    return self.found(at, subject);
                }
            }
            // A minute of added time.
            if word == "added" && matches!(self.word(at + 1), "time" | "minutes") {
                continue;
            }
            if self.is_passive(at) {
                let by = self.word(at + 1) == "by";
                return if by { self.found(at, self.subject_after(at + 2)) } else { None };
            }
            if (is_cue(word) || beside) && !is_capital(word) {
                let sentence = |before: usize| self.sentence_until(before).main_subject(known);
                // We said so last week: the paper is no speaker.
                if at > 0 && matches!(self.word(at - 1), "we" | "We" | "Nobody" | "nobody") {
                    continue;
                }
                let subject = match self.subject_before(at, known) {
                    // Doan revealed what he had told himself: he is of the sentence's own subject.
                    Some((SpeakerForm::Pronoun, span)) => {
                        let he = self.words.partition_point(|word| word.span.start < span.start);
                        let before = sentence(he).filter(|(form, _)| *form != SpeakerForm::Pronoun);
                        before.or(Some((SpeakerForm::Pronoun, span)))
                    }
                    None => sentence(at),
                    found => found,
                };
                return self.found(at, subject.map(|subject| self.issuer(subject)));
            }
        }
        None
    }

    /// Whether a word tells what others said of whom the sentence is about: had been called, is branded.
    fn is_passive(&self, at: usize) -> bool {
        let said = matches!(
            self.word(at),
            "called" | "branded" | "labelled" | "labeled" | "dubbed" | "described" | "hailed" | "dismissed" | "likened"
        );
        let adverb = |at: usize| self.word(at).ends_with("ly");
        let before = at.checked_sub(1).map(|before| if adverb(before) { before.saturating_sub(1) } else { before });
        let be = |word: &str| matches!(word, "was" | "were" | "been" | "being" | "is" | "are" | "be" | "gets" | "got");
        said && before.is_some_and(|before| be(self.word(before)))
    }

    /// By whom somebody was called what is quoted between these words and others: was called “…” by Reed.
    pub(super) fn passive_before(&self, right: &Self) -> Option<Found> {
        let len = self.words.len();
        let at = (len.saturating_sub(4)..len).rev().find(|&at| self.is_passive(at))?;
        let subject = right.subject_after(1).filter(|_| right.word(0) == "by")?;
        self.found(at, Some(subject))
    }

    /// Whoever stands before a colon without a verb: `Southgate: “…”`, `Kane on his penalty: “…”`.
    pub(super) fn heads(&self, names: &Names) -> Option<Subject> {
        let from = self.words.iter().rposition(|word| word.stop || word.colon).unwrap_or(0);
        let clause = Clause { text: self.text, words: self.words.get(from..)? };
        if clause.words.len() > 12 || clause.words.is_empty() {
            return None;
        }
        let own =
            || clause.name_from(0).filter(|(_, span)| names.knows(self.text.get(span.clone()).unwrap_or_default()));
        // Reed's reaction, Kane's own verdict on it: whoever it is that says so.
        let owner = || {
            let (form, span) =
                clause.name_from(0).filter(|_| is_capital(clause.word(0)) && !is_place(clause.word(0)))?;
            let end = clause.after(&span);
            let said = (end..end + 3).take_while(|&at| !clause.breaks(at)).any(|at| is_said(clause.word(at)));
            (clause.owns(end.checked_sub(1)?) && said).then_some((form, span))
        };
        // A taxi driver at Circular Quay.
        let somebody = || {
            let words = clause.span(0, clause.words.len()).and_then(|span| clause.text.get(span))?;
            let tells = (1..clause.words.len()).any(|at| is_auxiliary(clause.word(at)));
            let described = is_determiner(clause.word(0)) && clause.is_of_somebody(0) && is_of_human(words) && !tells;
            clause.phrase_before(clause.words.len()).filter(|(form, span)| {
                described
                    && *form == SpeakerForm::Description
                    && clause.words.first().is_some_and(|word| word.span.start == span.start)
            })
        };
        let subject = own().or_else(owner).or_else(somebody).or_else(|| clause.first_person(names)).or_else(|| {
            let whole = clause.phrase_before(clause.words.len())?;
            let all = clause.words.first().is_some_and(|word| word.span.start == whole.1.start);
            let shouted = |word: &str| word.len() > 3 && word.chars().all(|c| !c.is_lowercase());
            let heading = (0..clause.words.len()).any(|at| {
                is_heading(clause.word(at)) && !is_determiner(clause.word(at))
                    || is_place(clause.word(at))
                    || shouted(clause.word(at))
            });
            let tells = whole.0 == SpeakerForm::Description
                && (1..clause.words.len()).any(|at| is_auxiliary(clause.word(at)) && !is_capital(clause.word(at)));
            (all && !heading && !tells).then_some(whole)
        })?;
        Some(subject)
    }

    /// Whoever signs a quote: “…” – Tom Reed, Leeds manager.
    pub(super) fn signed(&self) -> Option<Subject> {
        let subject = self.credited()?;
        let leads = self.words.first().is_some_and(|word| word.span.start < subject.1.start);
        if leads {
            return Some(subject);
        }
        let after = self.words.partition_point(|word| word.span.start < subject.1.end);
        let short = self.words.len() - after < 8;
        // “…” -- Neymar after being criticised.
        let of_his = matches!(self.word(after + 1), "being" | "his" | "her");
        let known = self.word(0).len() >= LONE && !is_place(self.word(0));
        if after == 1 && known && of_his && matches!(self.word(1), "on" | "after") {
            return Some(subject);
        }
        if after > 1 && matches!(self.word(after), "on" | "after" | "about" | "following" | "to") {
            return Some(subject);
        }
        let whole = after == self.words.len() && self.word(0).len() >= LONE;
        ((after > 1 || whole) && short && self.breaks(after) && !is_place(self.word(after - 1))).then_some(subject)
    }

    /// Whoever signs a quote with nothing but a name after it: “…” Ivan Rakitic on Lionel Messi.
    pub(super) fn undersigned(&self, names: &Names) -> Option<Subject> {
        let first = self.word(0);
        if !is_capital(first) || opens_clause(first) || is_determiner(first) || is_pronoun(first) {
            return None;
        }
        let subject = self.name_from(0)?;
        let end = self.after(&subject.1);
        let words = self.text.get(subject.1.clone()).unwrap_or_default();
        let alone = end == self.words.len() && (names.knows(words) || self.words.len() <= 3);
        let on = matches!(self.word(end), "on" | "after") && words.contains(' ');
        // Rinat Dasayev, the best keeper in the world; Joachim Low, Germany coach: no verb.
        let apposed = words.contains(' ')
            && self.words.get(end).is_some_and(|word| word.comma)
            && (is_determiner(self.word(end)) || is_capital(self.word(end)))
            && (end..self.words.len()).any(|at| is_human(self.word(at)))
            && !(end..self.words.len()).any(|at| {
                is_auxiliary(self.word(at))
                    || is_past(self.word(at))
                    || is_cue_beside(self.word(at))
                    || at > end && self.words.get(at).is_some_and(|word| word.comma)
            });
        ((alone || on || apposed) && !words.split(' ').any(is_place)).then_some(subject)
    }

    /// Whoever a sentence begins with, by surname alone or by a description: Reed was blunt; the scorer was brief.
    pub(super) fn opens_with(&self) -> Option<Subject> {
        let first = self.word(0);
        if is_determiner(first) {
            if !is_capital(first) {
                return None;
            }
            let last = (1..6).take_while(|&at| !self.breaks(at)).find(|&at| is_human(self.word(at)))?;
            let ends = is_auxiliary(self.word(last + 1)) || is_cue_beside(self.word(last + 1));
            return if ends { Some((SpeakerForm::Description, self.span(0, last + 1)?)) } else { None };
        }
        let names = is_capital(first) && !opens_clause(first) && !is_pronoun(first) && !is_place(first);
        let (form, span) = self.name_from(0).filter(|_| names)?;
        let end = self.words.partition_point(|word| word.span.start < span.end);
        (is_auxiliary(self.word(end)) || is_cue_beside(self.word(end))).then_some((form, span))
    }

    /// Whoever a sentence begins with who has one name only: Vadao did not stay; Formiga, 41, had limped off.
    pub(super) fn opens_alone(&self) -> Option<Subject> {
        let first = self.word(0);
        let singular = first.strip_suffix('s').unwrap_or(first).to_lowercase();
        let name = is_capital(first)
            && !opens_clause(first)
            && !is_determiner(first)
            && !is_pronoun(first)
            && !is_place(first)
            && !is_human(&singular)
            && !self.owns(0);
        let aged =
            || self.breaks(1) && self.word(1).len() == 2 && self.word(1).bytes().all(|digit| digit.is_ascii_digit());
        // Marta, booed all evening, had scored twice.
        let apposed = || {
            self.words.get(1).is_some_and(|word| word.comma && !word.stop)
                && (matches!(self.word(1), "who" | "whose") || is_past(self.word(1)))
        };
        let tells = || is_auxiliary(self.word(1)) || is_cue(self.word(1));
        (name && (aged() || apposed() || !self.breaks(1) && tells())).then_some((SpeakerForm::Name, self.span(0, 1)?))
    }

    /// Whether words before a quote are of whom it was something for: `For Reed it was`.
    pub(super) fn opens_with_for(&self) -> bool {
        let len = self.words.len();
        let was =
            |at: usize| matches!(self.word(at), "was" | "is") && matches!(self.word(at - 1), "it" | "this" | "that");
        self.word(0) == "For" && is_capital(self.word(1)) && len > 3 && was(len - 1)
    }

    /// Whether a sentence tells what a player did.
    pub(super) fn tells_of_play(&self) -> bool {
        (0..self.words.len()).any(|at| is_of_play(self.word(at)))
    }

    /// The first person of a sentence, among those the report has named in full.
    pub(super) fn first_person(&self, names: &Names) -> Option<Subject> {
        let mut at = 0;
        while at < self.words.len().min(FIRST) {
            if !is_capital(self.word(at)) || is_determiner(self.word(at)) || opens_clause(self.word(at)) {
                at += 1;
                continue;
            }
            let (_, span) = self.name_from(at)?;
            let end = at + self.words.get(at..)?.partition_point(|word| word.span.start < span.end);
            let words = self.text.get(span.clone()).unwrap_or_default();
            if !is_role(self.word(end)) && !possessive(words) && names.knows(words) {
                return Some((SpeakerForm::Name, span));
            }
            at = end;
        }
        None
    }

    /// Whose something a sentence is about, among those the report has named in full: Russo's goal drew praise.
    pub(super) fn first_owner(&self, names: &Names) -> Option<Subject> {
        let (form, span) = self.name_from(0).filter(|_| is_capital(self.word(0)) && !is_determiner(self.word(0)))?;
        let name = self.text.get(span.clone()).filter(|name| possessive(name))?;
        names.knows(name).then_some((form, span))
    }

    /// The subject of a sentence that leads up to a quote, if it has a word that does.
    pub(super) fn introduces(&self, introduces: fn(&str) -> bool, names: &Names) -> Option<Subject> {
        // The near post introduces nobody.
        let wood = |at: usize| {
            self.word(at) == "post"
                && matches!(self.word(at - 1), "near" | "far" | "the" | "left" | "right" | "same" | "back")
        };
        // The move paid off.
        let pays = |at: usize| self.word(at) != "paid" || matches!(self.word(at + 1), "tribute" | "homage" | "a");
        let cue = |at: usize| introduces(self.word(at)) && !is_capital(self.word(at)) && !wood(at) && pays(at);
        let verb = (1..self.words.len()).find(|&at| cue(at))?;
        let subject = self.subject_before(verb, names)?;
        // The failure to press home the advantage ultimately told: no advantage speaks.
        let thing =
            subject.0 == SpeakerForm::Description && !is_of_human(self.text.get(subject.1.clone()).unwrap_or_default());
        let named = || self.main_subject(names).filter(|(form, _)| *form == SpeakerForm::Name);
        if thing { named().or(Some(subject)) } else { Some(subject) }
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
    pub(super) fn subject_before(&self, verb: usize, names: &Names) -> Option<Subject> {
        let mut end = verb;
        while end > 0 && stands_between(self.word(end - 1)) && !self.words.get(end - 1).is_some_and(|word| word.stop) {
            end -= 1;
        }
        if end == 0 {
            return None;
        }
        if matches!(self.word(end - 1), "and" | "but") {
            // The second verb of a subject named before the first; at the start, of whoever spoke before.
            let first = self.until(end - 1);
            return first.main_subject(names).or_else(|| first.first_name());
        }
        let participle = self.word(verb).ends_with("ing");
        if participle && end == verb && self.words.get(verb).is_some_and(|word| word.comma) {
            // Domenech said that the dismissal decided it, adding: whoever the clause before is of.
            let subject = self.sentence_until(verb).main_subject(names);
            if subject.is_some() {
                return subject;
            }
        }
        // With Pele among those saying.
        if end > 2 && self.word(end - 1) == "those" && self.word(end - 2) == "among" {
            return self.phrase_before(end - 2);
        }
        // The man who lifted the cup in 1998 added.
        if let Some(subject) = self.sentence_until(verb).who_began(verb - end) {
            return Some(subject);
        }
        let commas = self.words.get(end..=verb).is_some_and(|words| words.iter().any(|word| word.comma));
        if commas {
            // Ramsey forbade it, called them names and told his men: one subject of several verbs.
            if end == verb && self.words.get(verb).is_some_and(|word| word.comma) {
                let named = |(form, span): &Subject| {
                    let alone =
                        || (self.after(span)..verb).all(|at| !is_capital(self.word(at)) || is_of_people(self.word(at)));
                    *form == SpeakerForm::Name
                        && alone()
                        && !self.words.get(self.after(span)).is_some_and(|word| word.comma)
                };
                if let Some(subject) = self.sentence_until(verb).main_subject(names).filter(named) {
                    return Some(subject);
                }
            }
            // Low, whose side lost to Spain in 2010, added: no name within the clause between has the verb.
            let clause = self.sentence_until(verb);
            if let Some(subject) = clause.main_subject(names).filter(|subject| clause.goes_over(subject)) {
                return Some(subject);
            }
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
            // A constable at the gates, asked for the score, replied.
            let described = |(form, _): &Subject| *form == SpeakerForm::Description;
            let clause = self.sentence_until(verb);
            if self.breaks(end)
                && let Some(subject) = clause.main_subject(names).filter(described)
            {
                return Some(subject);
            }
        }
        let phrase = self.phrase_before(end);
        // Ben Johnson, 28, of Headingley said: a place after a comma is nobody.
        if let Some((SpeakerForm::Name, span)) = &phrase
            && let Some(of) = self.words.partition_point(|word| word.span.start < span.start).checked_sub(1)
            && let Some(of) = if self.word(of) == "the" { of.checked_sub(1) } else { Some(of) }
            && is_preposition(self.word(of))
        {
            let clause = self.sentence_until(of);
            let named = clause.first_person(names).or_else(|| clause.main_subject(names));
            if let Some(subject) = named.filter(|(_, before)| before.end < span.start) {
                return Some(subject);
            }
        }
        // The forward said that he had enjoyed his years with the national team adding that: no team speaks there.
        if participle
            && let Some((SpeakerForm::Description, span)) = &phrase
            && !is_of_human(self.text.get(span.clone()).unwrap_or_default())
            && let Some(subject) = self.sentence_until(verb).main_subject(names)
        {
            return Some(subject);
        }
        phrase
    }

    /// Whoever a clause begins with that goes on with `who` up to the verb after it: `The man who lifted the cup`.
    fn who_began(&self, between: usize) -> Option<Subject> {
        let first = usize::from(opens_clause(self.word(0)));
        let who = (first + 2..first + 5).find(|&at| self.word(at) == "who")?;
        let head = is_determiner(self.word(first)) && is_human(self.word(who - 1));
        let end = self.words.len().checked_sub(between)?;
        let whole = (first + 1..end).all(|at| !self.breaks(at));
        (head && whole).then_some((SpeakerForm::Description, self.span(first, who)?))
    }

    /// Whether a name is the subject of the verb after these words, over nothing but what a comma sets off.
    fn goes_over(&self, (form, span): &Subject) -> bool {
        let end = self.after(span);
        let conjunction = |at: usize| {
            self.words.get(at).is_some_and(|word| word.comma)
                && matches!(self.word(at), "and" | "but" | "while" | "as" | "when" | "so" | "yet" | "with")
        };
        *form == SpeakerForm::Name
            && self.words.get(end).is_some_and(|word| word.comma)
            && !(end..self.words.len()).any(conjunction)
    }

    /// The cue at the end of a sentence with a few quoted words in it: `…, according to Reed`, `…, said boss Reed`.
    pub(super) fn closing_cue(&self, known: &Names) -> Option<Found> {
        const CLOSING: &[&str] = &[
            "said", "says", "claims", "claimed", "insists", "insisted", "admits", "admitted", "believes", "reckons",
            "warned", "warns", "revealed", "reveals",
        ];
        let len = self.words.len();
        for at in 0..len {
            let Some(word) = self.words.get(at).filter(|word| at == 0 || !word.stop) else { break };
            let own = self.word(at);
            if own == "according" && self.word(at + 1) == "to" {
                return self.found(at, self.subject_after(at + 2));
            }
            if !CLOSING.contains(&own) {
                continue;
            }
            let next = self.word(at + 1);
            if word.comma && (is_capital(next) || is_determiner(next) || is_human(next)) && !self.breaks(at + 1) {
                return self.found(at, self.subject_after(at + 1));
            }
            let subject = || self.subject_before(at, known);
            if (at + 1 == len || !self.breaks(at + 1) && stops_description(self.word(at + 1)))
                && let Some(subject) = subject().filter(|(form, _)| *form != SpeakerForm::Pronoun)
            {
                let mut first = self.words.partition_point(|word| word.span.start < subject.1.start);
                // Germany captain Manuel Neuer.
                let office = |at: usize| is_capital(self.word(at)) || is_human(self.word(at));
                while first > 0 && !self.words.get(first).is_some_and(|word| word.comma) && office(first - 1) {
                    first -= 1;
                }
                return if self.words.get(first).is_some_and(|word| word.comma) {
                    self.found(at, Some(subject))
                } else {
                    None
                };
            }
        }
        None
    }

    /// The cue a sentence begins with after whom it is about, however far off the quoted words are: `Hurst recalls a day
    /// when …`.
    pub(super) fn begins_with_cue(&self, known: &Names) -> Option<Found> {
        let subject = self.main_subject(known).filter(|(form, _)| *form == SpeakerForm::Name)?;
        let first = self.words.first()?.span.start == subject.1.start;
        let cue = self.after(&subject.1);
        let verb = self.word(cue);
        let tells = matches!(
            verb,
            "recalls" | "recalled" | "says" | "said" | "insists" | "insisted" | "believes" | "admits" | "admitted"
        );
        let named = self.text.get(subject.1.clone()).is_some_and(|name| known.knows(name));
        if first && tells && named && !self.breaks(cue) { self.found(cue, Some(subject)) } else { None }
    }

    /// Whether the words between two fragments go on with what the first is of: `and`, `but not`, `and that it had been`.
    pub(super) fn goes_on(&self) -> bool {
        if !matches!(self.word(0), "and" | "but" | "or" | "nor") || self.words.first().is_some_and(|word| word.stop) {
            return false;
        }
        self.words.len() <= 4 || self.word(1) == "that"
    }

    /// The participle a sentence begins with, if it is a cue: `Calling it “…”, Reed left`.
    pub(super) fn opening_participle(&self) -> Option<WordsAt> {
        let first = self.word(0);
        let cue = is_capital(first) && first.ends_with("ing") && is_cue(first);
        let span = self.span(0, 1).filter(|_| cue)?;
        Some(WordsAt { words: first.to_owned(), span })
    }
}
