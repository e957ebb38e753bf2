//! Descriptions that go on with another: `His captain was less diplomatic. “…,” said the Real Madrid midfielder.`

use byline_record::{PersonId, Position};

use super::anaphora::{Wanted, only};
use super::describe::{Description, Role};
use super::names::Names;
use super::resolve::Known;
use super::speaker::Clause;
use super::words::split;
use super::{Basis, Speaker, SpeakerForm, WordsAt};
use crate::Span;

/// The most bytes of a sentence that are looked at for its subject.
const SENTENCE: usize = 240;

impl Known<'_, '_> {
    /// Whoever the description means with which the sentence before a place begins.
    pub(super) fn led_by_description(
        &self,
        at: &Span,
        wanted: Wanted,
        previous: Option<&str>,
        after: (usize, bool),
    ) -> Option<String> {
        if self.follows.replace(true) {
            return None;
        }
        let name = self.subject_of_lead(at.start).and_then(|speaker| {
            let read = Description::read(&speaker.at.words);
            let leads = |role: Option<Role>| matches!(role, Some(Role::Manager | Role::Referee));
            if leads(read.role) != leads(wanted.role) && !wanted.former {
                return None;
            }
            self.name(&speaker, previous, after)
        });
        self.follows.set(false);
        let name = name?;
        let of_squads = || self.of_squads().find(|&person| self.print(person) == name);
        let person = self.person_of(&name).or_else(of_squads)?;
        let open = wanted.role.is_none() || wanted.former;
        let told = self.is_near(person, wanted).or_else(|| open.then_some(true));
        let with = self.is_with(person, at).map(|(is, _)| is || wanted.former);
        (told == Some(true) && with != Some(false)).then_some(name)
    }

    /// Whoever the sentence before a place begins with by name, if it comes after the quote before and nothing is known
    /// against its being whom a description means.
    pub(super) fn led_by_name(&self, at: &Span, wanted: Wanted, floor: usize) -> Option<String> {
        let start = self.start_of(self.lead(at.start)?).filter(|&start| start >= floor)?;
        let first = self.within(&(start..start + 1)).next().filter(|first| first.span.start == start)?;
        let person = first.person.filter(|_| !self.owns(first))?;
        let of_club = !wanted.former && self.names_known_club(at);
        // A film director: which of those the sentence names, nobody has told.
        if wanted.role.is_none() && wanted.team.is_none() && !of_club && !self.lead_is_of_one(at.start) {
            return None;
        }
        if of_club && self.managers().any(|(_, manager)| manager == person) {
            return None;
        }
        let strict = |person: PersonId| self.may_be(person, wanted);
        let lead = self.of_sentence(first.passage);
        let alone = strict(person) != Some(false) || only(lead.iter().copied()).is_some();
        let with = self.is_with(person, at);
        // Which of several is at the club, nobody has told.
        let from = self.mentions.partition_point(|mention| mention.passage < first.passage);
        let here = || self.mentions.iter().skip(from).take_while(|mention| mention.passage == first.passage);
        let does = || here().filter(|mention| !self.is_object(mention)).filter_map(|mention| mention.person);
        let others = || does().any(|other| other != person && strict(other) != Some(false));
        let open = self.names_club(at, wanted.team) && !with.is_some_and(|(is, _)| is) && others();
        let known = self.is_near(person, wanted) != Some(false) && with != Some((false, true));
        (alone && known && !open).then(|| self.print(person))
    }

    /// Whether somebody may be whom a description means, if sources and papers see positions differently: a playmaker is
    /// a midfielder here and a forward there.
    fn is_near(&self, person: PersonId, wanted: Wanted) -> Option<bool> {
        let Some(Role::Player(positions)) = wanted.role else { return self.may_be(person, wanted) };
        let near: &'static [Position] = match positions {
            [Position::Goalkeeper] => positions,
            [Position::Defender] => &[Position::Defender, Position::Midfielder],
            [Position::Forward] => &[Position::Midfielder, Position::Forward],
            _ => &[Position::Defender, Position::Midfielder, Position::Forward],
        };
        self.may_be(person, Wanted { role: Some(Role::Player(near)), ..wanted })
    }

    /// The description with which the sentence before a place begins, as a speaker.
    fn subject_of_lead(&self, place: usize) -> Option<Speaker> {
        let start = self.start_of(self.lead(place)?)?;
        let text = self.text.get(start..)?;
        if !text.starts_with(char::is_uppercase) {
            return None;
        }
        let end = self.text.floor_char_boundary(place.min(start + SENTENCE));
        let words = split(self.text, &(start..end));
        let (form, span) = Clause { text: self.text, words: &words }.main_subject(&Names::default())?;
        let own = form == SpeakerForm::Description && span.start == start;
        let words = self.text.get(span.clone()).filter(|_| own)?.to_owned();
        Some(Speaker { at: WordsAt { words, span }, form, name: None, basis: Basis::Introduced })
    }

    /// Whoever is meant by a club of which record and report tell only what some played for about that time: `None` if
    /// that says nothing.
    pub(super) fn by_clubs_about(&self, at: &Span, wanted: Wanted, told: Option<&str>) -> Option<PersonId> {
        if wanted.former || !self.names_known_club(at) {
            return None;
        }
        let told = told.map(|told| self.person_of(told));
        let with = |person: PersonId| self.is_with(person, at).map(|(is, _)| is);
        let open = |person: PersonId| self.may_be(person, wanted) != Some(false);
        let country = self.country_of_club(at);
        let lead = self.of_sentence(self.lead(at.start)?);
        let ours = |person: &PersonId| country.is_some_and(|country| self.is_of_country(*person, country));
        let elsewhere = match told {
            Some(Some(told)) if with(told) == Some(true) => return None,
            Some(Some(told)) => {
                with(told) == Some(false) || with(told).is_none() && !ours(&told) && lead.iter().any(ours)
            }
            Some(None) => return None,
            None => true,
        };
        if !elsewhere {
            return None;
        }
        let mut others = lead.iter().copied().filter(|&person| with(person) != Some(false) && open(person));
        // Of two whom the sentence names the other is known to play elsewhere.
        let known = |one: PersonId| with(one) == Some(true) || lead.len() > 1 && self.may_be(one, wanted) == Some(true);
        if let (Some(one), None) = (others.next(), others.next())
            && (told.is_some() || known(one))
        {
            return Some(one);
        }
        // Of several of whom it is not known the one whose country's club it is: most played at home.
        let mut ours = lead.iter().copied().filter(|&person| with(person).is_none() && open(person)).filter(ours);
        if let (Some(one), None) = (ours.next(), ours.next()) {
            return Some(one);
        }
        // Of somebody nearby nobody knows where he played.
        let leads = |person: PersonId| self.managers().any(|(_, manager)| manager == person);
        if lead.iter().any(|&person| with(person).is_none() && !leads(person)) {
            return None;
        }
        self.by_club_near(at, wanted)
    }

    /// The one person named near a place who is known to have been with the club of a description, and to be what else it
    /// says.
    pub(super) fn by_club_near(&self, at: &Span, wanted: Wanted) -> Option<PersonId> {
        if wanted.former || !self.names_known_club(at) {
            return None;
        }
        let with = |&person: &PersonId| self.is_with(person, at).is_some_and(|(is, _)| is);
        only(self.named_near(at.start).filter(with).filter(|&person| self.is_near(person, wanted) == Some(true)))
    }

    /// Everybody a sentence names.
    pub(super) fn of_sentence(&self, passage: usize) -> Vec<PersonId> {
        let from = self.mentions.partition_point(|mention| mention.passage < passage);
        let here = self.mentions.iter().skip(from).take_while(|mention| mention.passage == passage);
        let mut people: Vec<PersonId> = here.filter_map(|mention| mention.person).collect();
        people.sort_unstable();
        people.dedup();
        people
    }
}
