//! Descriptions that are but other words for whoever the report has just told of.

use super::anaphora::Wanted;
use super::describe::{Description, Role};
use super::phrase::is_anybody;
use super::resolve::{Known, Mention};
use super::{Basis, Speaker};
use crate::Span;

impl Known<'_, '_> {
    /// Whom a description means that neither club nor office settles.
    pub(super) fn by_the_way(&self, at: &Span, wanted: Wanted) -> Option<String> {
        let telling = matches!(wanted.role, Some(Role::Player(_) | Role::Scorer(_) | Role::Aged(..)));
        if wanted.former {
            return None;
        }
        // Of those named so far one only is of that age.
        if wanted.aged.is_some()
            && let Some(person) = self.only_aged(at.start, wanted)
        {
            return Some(self.print(person));
        }
        if let Some(person) = wanted.aged.and_then(|aged| self.youngest_or_oldest(aged, wanted)) {
            return Some(self.print(person));
        }
        // All others who play there are known to be with other clubs.
        if matches!(wanted.role, Some(Role::Player(_)))
            && self.names_known_club(at)
            && let Some(person) = self.only_free(at, wanted)
        {
            return Some(self.print(person));
        }
        if self.is_told_by_club(at) {
            let only = self.only_in_position(at.start, wanted);
            return only
                .filter(|&person| self.is_with(person, at) != Some((false, true)))
                .map(|person| self.print(person));
        }
        // The Russian, of whom no more is said: the only one named who is.
        let words = self.text.get(at.clone()).unwrap_or_default();
        let telling = telling || wanted.team.is_some() && words.split(' ').count() == 2;
        let fit = || self.known_to_fit(at.start, wanted).filter(|_| telling && !self.has_quality(at));
        fit().map(|person| self.print(person)).or_else(|| self.by_epithet(at, wanted))
    }

    /// Whom a description means that says little: whoever the sentence before is about, or who spoke last.
    pub(super) fn anaphoric(&self, at: &Span, basis: Basis, wanted: Wanted, previous: Option<&str>) -> Option<String> {
        let words = self.text.get(at.clone()).unwrap_or_default();
        let mut all = words.split(' ');
        let definite = all.next().is_some_and(|word| word.eq_ignore_ascii_case("the"));
        let bare = all.next_back().is_some_and(|word| !word.contains(['\'', '’']));
        if !definite || !bare || (wanted.role.is_none() && wanted.team.is_none() && !self.names_club(at, None)) {
            return None;
        }
        // Which of those the sentence before names is the tall one, nobody has told.
        if self.has_quality(at) {
            return None;
        }
        let introduces = basis == Basis::Introduced;
        // Nor which of several is at the club.
        let open = (self.names_club(at, wanted.team) || wanted.role == Some(Role::Substitute))
            && !self.lead_is_of_one(at.start);
        // Which of two strikers, where the sentence tells of a third man first.
        let open = open || self.lead_has_two(at.start, wanted);
        let elsewhere = |name: &str| !wanted.former && self.manages(name) && self.names_known_club(at);
        let led = self.of_lead(at.start, wanted).filter(|_| !introduces && !open).map(|person| self.print(person));
        let led = led.filter(|name| !elsewhere(name));
        let fits = |name: &&str| {
            let person = self.person_of(name);
            person.is_none_or(|person| self.may_be(person, wanted) != Some(false))
        };
        let old = matches!(wanted.role, Some(Role::Aged(..)) | None) && !self.names_club(at, wanted.team);
        let led = led.or_else(|| {
            let behind = self.behind(at.start, wanted).filter(|_| old && !introduces && previous.is_none());
            behind.map(|person| self.print(person))
        });
        led.or_else(|| previous.filter(fits).filter(|_| old).map(str::to_owned))
    }

    /// Whether a description right after somebody has spoken is but another word for him: nobody else is named since, and
    /// nothing is known against it.
    pub(super) fn is_epithet(
        &self,
        name: &str,
        (speaker, whole): (&Speaker, &Span),
        floor: usize,
        wanted: Wanted,
    ) -> bool {
        if self.by_club_near(&speaker.at.span, wanted).is_some_and(|person| self.print(person) != name) {
            return false;
        }
        let from = self.mentions.partition_point(|mention| mention.span.start < floor);
        let before = |mention: &&Mention| mention.span.start < speaker.at.span.start;
        let others = self.mentions.iter().skip(from).take_while(before);
        let is = |mention: &Mention| mention.person.is_some_and(|person| self.print(person) == name);
        if others.filter(|mention| mention.of_person).any(|mention| !is(mention)) {
            return false;
        }
        // The man who missed, the boy from Leeds: more is said of them because they are others.
        if speaker.at.words.split(' ').nth(1).is_some_and(is_anybody) {
            return false;
        }
        // The scorer had no idea: a sentence of its own is about another.
        if self.begins_with_another(speaker.at.span.start, floor) {
            return false;
        }
        let Some(person) = self.person_of(name) else { return self.goes_on_about_him(speaker, floor) };
        let words = &speaker.at.words;
        // The bookmaker's man is somebody else's; the Celtic man, or a boy, leads no side.
        let of_thing =
            |word: &str| word.starts_with(char::is_lowercase) && (word.ends_with("'s") || word.ends_with("’s"));
        let young = |word: &str| matches!(word, "boy" | "girl" | "lad" | "youngster" | "teenager");
        let leads = !wanted.former && self.manages(name);
        if words.split(' ').any(of_thing) || leads && (self.names_known_club(whole) || words.split(' ').any(young)) {
            return false;
        }
        if !wanted.former && self.is_with(person, &speaker.at.span) == Some((false, true)) {
            return false;
        }
        let of_other = wanted.team.zip(self.team_of(name)).is_some_and(|(team, own)| {
            let record = self.view.record();
            record.root(team) != record.root(own)
        });
        (wanted.former || !of_other) && self.may_be(person, wanted) != Some(false)
    }

    /// Whether the sentence before a place, after the quote before, begins with a description of a scorer.
    fn begins_with_another(&self, place: usize, floor: usize) -> bool {
        let start = self.lead(place).and_then(|lead| self.start_of(lead)).filter(|&start| start >= floor);
        let Some(text) = start.and_then(|start| self.text.get(start..place)) else { return false };
        let mut words = text.split([' ', ',']);
        let the = matches!(words.next(), Some("The" | "Another" | "One"));
        // The wall, who works for Celtic, shrugged.
        let apart = text.split_once(", who").is_some_and(|(head, _)| head.split(' ').count() < 5);
        let scored = |word: &str| matches!(word, "scorer" | "goalscorer" | "match-winner" | "matchwinner" | "hero");
        the && (apart || words.take(3).any(scored))
    }

    /// Whether the words between a quote and a description within one paragraph tell of whoever spoke, of whom no record
    /// knows: asked about those who had refused to play for him, the coach said so.
    fn goes_on_about_him(&self, speaker: &Speaker, floor: usize) -> bool {
        let Some(between) = self.text.get(floor..speaker.at.span.start) else { return false };
        let said = between.find(['“', '"', '‘']).unwrap_or(between.len());
        let told = between.get(..said).unwrap_or_default();
        let him = |word: &str| matches!(word, "he" | "him" | "his" | "she" | "her" | "He" | "His" | "She" | "Her");
        speaker.name.is_none()
            && floor > 0
            && !between.contains('\n')
            && told.split(|c: char| !c.is_alphabetic()).any(him)
    }

    /// Whether whoever has just spoken may be whom a description beside what is added means.
    pub(super) fn may_add(&self, name: &str, speaker: &Speaker, floor: usize) -> bool {
        let read = Description::read(&speaker.at.words);
        let definite = speaker.at.words.starts_with("the ") || speaker.at.words.starts_with("The ");
        let span = &speaker.at.span;
        // A sentence of its own between tells of somebody else.
        let breath = self.sentences_before(span.start).nth(1).is_none_or(|(start, _)| {
            let text = self.text.get(start..).unwrap_or_default();
            start < floor || text.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_lowercase)
        });
        let team = self.within(span).find_map(|mention| mention.team);
        let wanted = Wanted { role: read.role, team, former: read.former, aged: read.aged };
        // A captain may be a club's.
        let of_club = read.role == Some(Role::Captain) && self.names_known_club(span);
        let fits = |person| self.may_be(person, wanted) != Some(false) || of_club;
        let there = |person| read.former || self.is_with(person, span) != Some((false, true));
        definite && breath && read.definite && self.person_of(name).is_none_or(|person| fits(person) && there(person))
    }

    /// Whether a description is of one who may be told by the record or the report: the fourth official is not, a doctor in
    /// charge is.
    pub(super) fn holds_any_office(&self, words: &str) -> bool {
        Description::read(words).opposite || words.contains(" in charge")
    }

    /// Whether the report says of whoever spoke last that he has an office a description names: `Football Association
    /// chief Mark Reed`, then `the FA chief executive`.
    pub(super) fn holds_office(&self, name: &str, words: &str) -> bool {
        const OFFICES: &[&str] = &["chief", "president", "chairman", "minister", "secretary", "director", "doctor"];
        let Some(office) = OFFICES.iter().find(|office| words.split(' ').any(|word| word == **office)) else {
            return false;
        };
        let Some(at) = self.text.find(name) else { return false };
        let before = self.text.get(..at).unwrap_or_default();
        let near = before.split_whitespace().rev().take(4).any(|word| word.eq_ignore_ascii_case(office));
        near || self.text.get(at + name.len()..).is_some_and(|after| {
            let apposition = after.strip_prefix(", ").unwrap_or_default();
            apposition.split_whitespace().take(6).any(|word| word.trim_end_matches(',').eq_ignore_ascii_case(office))
        })
    }
}
