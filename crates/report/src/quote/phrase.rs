//! Noun phrases that name or describe somebody.

use super::SpeakerForm;
use super::lexicon::{
    is_capital, is_cue, is_determiner, is_human, is_of_human, is_of_people, is_particle, is_place, is_preposition,
    is_pronoun, is_role, joins_names, opens_clause, stops_description,
};
use super::speaker::{Clause, Subject};

/// The longest description, in words.
const DESCRIPTION: usize = 9;
/// The longest clause about somebody before the name, in words.
const CLAUSE: usize = 12;

impl Clause<'_> {
    /// Whether a phrase that begins with a determiner is soon of a person.
    pub(super) fn is_of_somebody(&self, start: usize) -> bool {
        let phrase = (start + 1..start + 4).take_while(|&at| !self.breaks(at));
        phrase.into_iter().any(|at| is_human(self.word(at)))
    }

    /// Past where somebody is, or what they have with them: `at the kiosk`, `in a kilt`. How and where it was said is none
    /// of it.
    pub(super) fn past_surroundings(&self, at: usize) -> Option<usize> {
        const SAID: &[&str] = &[
            "smile",
            "grin",
            "laugh",
            "shrug",
            "sigh",
            "wink",
            "zone",
            "conference",
            "studio",
            "whistle",
            "interview",
            "statement",
            "end",
            "time",
            "room",
            "middle",
        ];
        let place = matches!(self.word(at), "at" | "in" | "with" | "behind" | "beside" | "outside" | "near");
        let object = is_determiner(self.word(at + 1)) && !self.breaks(at) && !self.breaks(at + 1);
        let end = (at + 2..at + 6).find(|&next| self.breaks(next) || stops_description(self.word(next)))?;
        let whole = end > at + 2 && self.breaks(end);
        let told = (at + 2..end).any(|next| SAID.contains(&self.word(next)));
        (place && object && whole && !told).then_some(end)
    }

    /// The name that begins at a word.
    pub(super) fn name_from(&self, start: usize) -> Option<Subject> {
        let mut end = start + 1;
        while !self.breaks(end) && !self.owns(end - 1) {
            let joined = joins_names([self.word(end), self.word(end + 1), self.word(end + 2)]);
            if !is_capital(self.word(end)) && !joined {
                break;
            }
            end += 1;
        }
        Some((SpeakerForm::Name, self.span(start, end)?))
    }

    /// The noun phrase that ends before the word at `end`.
    pub(super) fn phrase_before(&self, end: usize) -> Option<Subject> {
        let last = end.checked_sub(1)?;
        if is_pronoun(self.word(last)) {
            // A woman beside him: the pronoun only says which woman.
            let object = matches!(self.word(last), "him" | "her") && !self.breaks(last);
            let from = (end.saturating_sub(DESCRIPTION)..last).rev().take_while(|&at| !self.breaks(at + 1));
            return match from.into_iter().find(|&at| is_determiner(self.word(at))).filter(|_| object) {
                Some(from) => Some((SpeakerForm::Description, self.span(from, end)?)),
                None => Some((SpeakerForm::Pronoun, self.span(last, end)?)),
            };
        }
        let mut start = last;
        if is_capital(self.word(last)) {
            while start > 0 && end - start < 6 && !self.breaks(start) {
                let before = self.word(start - 1);
                let capital = |back: usize| start >= back && is_capital(self.word(start - back));
                let joined =
                    is_particle(before) && (capital(2) || start > 2 && is_particle(self.word(start - 2)) && capital(3));
                if !(is_capital(before) || joined) || self.owns(start - 1) {
                    break;
                }
                start -= 1;
            }
            if let Some(subject) = self.head_of(start, end) {
                return Some(subject);
            }
            // The German FA.
            let short = self.word(last);
            let body = (2..=5).contains(&short.len()) && short.chars().all(char::is_uppercase);
            if body && start > 0 && self.word(start - 1).eq_ignore_ascii_case("the") && !self.breaks(start) {
                return Some((SpeakerForm::Description, self.span(start - 1, end)?));
            }
            if body && end - start > 1 && self.word(start).eq_ignore_ascii_case("the") {
                return Some((SpeakerForm::Description, self.span(start, end)?));
            }
            while start < end && (opens_clause(self.word(start)) || is_determiner(self.word(start))) {
                start += 1;
            }
            if end == start + 1 && start > 0 && is_of_people(self.word(start)) {
                let from = (start.saturating_sub(3)..start).rev().find(|&at| is_determiner(self.word(at)));
                if let Some(from) = from {
                    return Some((SpeakerForm::Description, self.span(from, end)?));
                }
            }
            return Some((SpeakerForm::Name, self.span(start, end)?));
        }
        // The bitten one.
        let one = last.checked_sub(2).filter(|&the| {
            self.word(last) == "one" && self.word(the).eq_ignore_ascii_case("the") && !self.breaks(last)
        });
        if let Some(the) = one.filter(|&the| !self.breaks(the + 1)) {
            return Some((SpeakerForm::Description, self.span(the, end)?));
        }
        loop {
            let word = self.word(start);
            if start == last && is_determiner(word) {
                // A message to them all: no one's.
                return None;
            }
            if is_determiner(word) || (possessive(word) && is_capital(word) && start < last) {
                // The scorer of the first: the head stands before.
                let person = |of: usize| of > 0 && is_human(self.word(of - 1));
                let of = start.checked_sub(1).filter(|&of| {
                    !self.breaks(start) && (self.word(of) == "of" || (is_preposition(self.word(of)) && person(of)))
                });
                // A woman selling scarves outside the ground.
                let busy = || {
                    let of = start.checked_sub(1).filter(|&of| !self.breaks(start) && is_preposition(self.word(of)))?;
                    let first = (of.saturating_sub(DESCRIPTION)..of).rev().take_while(|&at| !self.breaks(at + 1));
                    let first = first.into_iter().find(|&at| matches!(self.word(at), "a" | "an" | "A" | "An"))?;
                    let begins = first == 0 || self.breaks(first);
                    let doing = is_human(self.word(first + 1)) && self.word(first + 2).ends_with("ing");
                    (begins && doing).then_some(first)
                };
                if let Some(first) = busy() {
                    return Some((SpeakerForm::Description, self.span(first, end)?));
                }
                // A source close to the squad.
                let near = || start.checked_sub(2).filter(|&close| self.word(close) == "close" && person(close));
                let of = of.or_else(near);
                let head =
                    of.and_then(|of| self.phrase_before(of)).filter(|(form, _)| *form == SpeakerForm::Description);
                let from = head
                    .map_or_else(|| self.span(start, end), |(_, head)| Some(head.start..self.span(start, end)?.end));
                return Some((SpeakerForm::Description, from?));
            }
            let relative = matches!(word, "who" | "which" | "whose" | "whom");
            if start == 0 || end - start >= DESCRIPTION || self.breaks(start) || is_cue(word) || relative {
                return None;
            }
            start -= 1;
        }
    }

    /// The whole of a phrase whose last name only says where or of what its head is: `a fan from Leeds`, `the man
    /// outside the ground`, `Dahl of Norway`.
    pub(super) fn head_of(&self, start: usize, end: usize) -> Option<Subject> {
        let mut at = start.checked_sub(1)?;
        if is_determiner(self.word(at)) || is_determiner(self.word(start)) {
            at = if is_determiner(self.word(at)) { at.checked_sub(1)? } else { at };
        }
        if self.breaks(start) || self.breaks(at + 1) || !is_preposition(self.word(at)) || at == 0 {
            return None;
        }
        if is_capital(self.word(at - 1)) && !opens_clause(self.word(at - 1)) {
            let mut first = at - 1;
            while first > 1 && is_capital(self.word(first - 1)) && !self.breaks(first) && first + 3 > at {
                first -= 1;
            }
            let title = first.checked_sub(1).filter(|&the| self.word(the).eq_ignore_ascii_case("the"));
            if let Some(the) = title.filter(|_| self.word(at) == "of" && !self.breaks(first)) {
                return Some((SpeakerForm::Description, self.span(the, end)?));
            }
            return self.phrase_before(at).filter(|(form, _)| *form == SpeakerForm::Name);
        }
        let from = (end.saturating_sub(DESCRIPTION)..at).rev();
        let mut from = from.take_while(|&place| !self.breaks(place + 1) && !is_cue(self.word(place)));
        let mut first = from.find(|&place| is_determiner(self.word(place)))?;
        // The man in the kilt outside the ground: the determiner of the head is the first of them.
        while let Some(before) =
            first.checked_sub(2).filter(|_| is_preposition(self.word(first - 1)) && !self.breaks(first))
        {
            let outer = (first.saturating_sub(DESCRIPTION)..=before).rev().take_while(|&place| !self.breaks(place + 1));
            first = outer.into_iter().find(|&place| is_determiner(self.word(place)))?;
        }
        // After the game in Doha: the phrase itself hangs on a preposition.
        if first > 0 && (opens_clause(self.word(first - 1)) || is_preposition(self.word(first - 1))) {
            return None;
        }
        Some((SpeakerForm::Description, self.span(first, end)?))
    }

    /// The name after what a clause tells of somebody: said the forward who was nearest, Roger Hunt.
    fn named_after_clause(&self, who: usize) -> Option<Subject> {
        let comma = |at: usize| self.words.get(at).is_some_and(|word| word.comma && !word.stop);
        let at = (who + 2..who + CLAUSE).find(|&at| self.breaks(at)).filter(|&at| self.word(who) == "who" && comma(at));
        let (form, span) = self.name_from(at.filter(|&at| is_capital(self.word(at)))?)?;
        let words = self.text.get(span.clone())?;
        let whole = words.contains(' ') && !words.split(' ').any(is_place) && self.breaks(self.after(&span));
        whole.then_some((form, span))
    }

    /// The noun phrase that begins with the word at `start`, after its verb.
    pub(super) fn subject_after(&self, start: usize) -> Option<Subject> {
        if self.breaks(start) {
            return None;
        }
        // Said her coach.
        let whose = self.word(start) == "her"
            && (start + 1..start + 4).take_while(|&at| !self.breaks(at)).any(|at| is_human(self.word(at)));
        if is_pronoun(self.word(start)) && !whose {
            return Some((SpeakerForm::Pronoun, self.span(start, start + 1)?));
        }
        let mut end = start;
        while end < self.words.len() && end - start < 12 && (end == start || !self.breaks(end)) {
            let word = self.word(end);
            let ended = stops_description(word) || (word == "of" && end > start && is_capital(self.word(end - 1)));
            // Said the striker of his goal.
            let about = word == "of"
                && end > start
                && is_role(self.word(end - 1))
                && matches!(self.word(end + 1), "his" | "her" | "their");
            // Said the playmaker a little dryly.
            let how = is_determiner(word) && end > start + 1 && is_human(self.word(end - 1));
            let ended = ended || about || how;
            // The last of the champions.
            let which = word == "last" && end == start + 1 && is_determiner(self.word(start));
            if !is_capital(word) && ended && !which {
                break;
            }
            end += 1;
        }
        // Klose said so approvingly, Kane himself.
        let trails =
            |word: &str| word.ends_with("ly") || matches!(word, "himself" | "herself" | "too" | "again" | "once");
        while end > start + 1 && trails(self.word(end - 1)) && is_capital(self.word(end - 2)) {
            end -= 1;
        }
        let mut name = end;
        while name > start
            && (is_capital(self.word(name - 1)) || (is_particle(self.word(name - 1)) && name < end && name - 1 > start))
            && !(name < end && self.owns(name - 1))
        {
            name -= 1;
        }
        while name < end && is_determiner(self.word(name)) {
            name += 1;
        }
        let nickname = name == start + 1 && end == name + 1 && is_determiner(self.word(start));
        // The Duke of Cambridge has a title and no name.
        if nickname && self.word(end) == "of" && is_capital(self.word(end + 1)) && !self.breaks(end + 1) {
            return Some((SpeakerForm::Description, self.span(start, end + 2)?));
        }
        // The captain of Brazil.
        let whose = name > start + 1
            && is_determiner(self.word(start))
            && (self.word(name - 1) == "of" || is_determiner(self.word(name - 1)) && self.word(name - 2) == "of")
            && (start..name).any(|at| is_human(self.word(at)) && !is_capital(self.word(at)));
        if whose && name < end {
            return Some((SpeakerForm::Description, self.span(start, end)?));
        }
        let of_people = end == name + 1 && is_determiner(self.word(start)) && is_of_people(self.word(name));
        // Holland's Austrian.
        if name == start + 1 && end == name + 1 && self.owns(start) && is_of_people(self.word(name)) {
            return Some((SpeakerForm::Description, self.span(start, end)?));
        }
        // The Everton No1.
        let numbered = name < end && is_determiner(self.word(start)) && is_number(self.word(end - 1));
        if numbered {
            return Some((SpeakerForm::Description, self.span(start, end)?));
        }
        if name < end && !nickname && !of_people {
            return Some((SpeakerForm::Name, self.span(name, end)?));
        }
        // Their coach, Roberto Martinez.
        if is_determiner(self.word(start))
            && self.words.get(end).is_some_and(|word| word.comma && !word.stop)
            && is_capital(self.word(end))
            && is_of_human(self.span(start, end).and_then(|span| self.text.get(span)).unwrap_or_default())
            && let Some((form, span)) = self.name_from(end)
        {
            let words = self.text.get(span.clone()).unwrap_or_default();
            let ends = self.after(&span);
            let ended = self.breaks(ends) || stops_description(self.word(ends));
            if words.contains(' ') && ended && !words.split(' ').any(is_place) {
                return Some((form, span));
            }
        }
        if is_determiner(self.word(start))
            && let Some(subject) = self.named_after_clause(end)
        {
            return Some(subject);
        }
        // The man at the kiosk, an old man with a trumpet: no more is known of them.
        let bare = end == start + 2 && matches!(self.word(start), "the" | "The") && is_anybody(self.word(start + 1));
        let any = matches!(self.word(start), "a" | "an" | "A" | "An") && self.word(end) == "with";
        if (bare || any)
            && let Some(last) = self.past_surroundings(end)
        {
            end = last;
        }
        // Somebody without a name is known by where they are from.
        if matches!(self.word(start), "a" | "an" | "one" | "A" | "An" | "One") && !self.breaks(end) {
            let named = is_capital(self.word(end + 1)) || is_determiner(self.word(end + 1));
            if is_preposition(self.word(end)) && named && !self.breaks(end + 1) {
                let mut last = end + 2;
                while last < self.words.len()
                    && last < end + 6
                    && !self.breaks(last)
                    && !stops_description(self.word(last))
                {
                    last += 1;
                }
                end = last;
            }
        }
        Some((SpeakerForm::Description, self.span(start, end)?))
    }
}

pub(super) fn possessive(word: &str) -> bool {
    word.ends_with("'s") || word.ends_with("’s")
}

/// Whether a word says of somebody no more than that they are one.
pub(super) fn is_anybody(word: &str) -> bool {
    matches!(word, "man" | "woman" | "boy" | "girl" | "lad" | "lady" | "gentleman")
}

/// Whether a word is the number of a goalkeeper: No1.
fn is_number(word: &str) -> bool {
    matches!(word, "No1" | "No.1" | "no1")
}
