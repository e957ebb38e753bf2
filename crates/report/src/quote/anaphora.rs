//! Whom a description means by what the report and the record tell of those named before it.

use byline_record::{EventKind, PersonId, Position, TeamId, fold};

use super::Speaker;
use super::describe::{Description, Role};
use super::lexicon::{is_human, is_of_people, is_past, opens_phrase, opens_subordinate};
use super::resolve::{Known, Mention};
use crate::Span;

/// Bytes beside a name in which it is said what somebody is.
const APPOSITION: usize = 48;
/// How many names back whoever a description may mean is looked for.
const BEHIND: usize = 8;
/// The most names of a list that are looked at.
const LISTED: usize = 4;
/// How many names back whoever a description is known to fit is looked for.
const FITS: usize = 16;
/// Players of a squad are rarely younger than the first, or as old as the second.
const YOUNG: i16 = 19;
const OLD: i16 = 38;
/// The most names looked at for who is introduced as something.
const INTRODUCED: usize = 96;

/// What a description asks of whoever it means.
#[derive(Clone, Copy)]
pub(super) struct Wanted {
    pub(super) role: Option<Role>,
    /// The team or country it names.
    pub(super) team: Option<TeamId>,
    pub(super) former: bool,
    /// How old they are, from the first to the second.
    pub(super) aged: Option<(i16, i16)>,
}

impl Wanted {
    /// Somebody of a role, and no more.
    pub(super) const fn of(role: Role) -> Self {
        Self { role: Some(role), team: None, former: false, aged: None }
    }
}

/// The words of a stretch of text.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}

/// Whether a word makes a name after it somebody it is done about, to or by.
fn is_preposition_of_object(word: &str) -> bool {
    matches!(
        word,
        "about"
            | "of"
            | "on"
            | "against"
            | "with"
            | "by"
            | "from"
            | "over"
            | "than"
            | "like"
            | "to"
            | "for"
            | "through"
    )
}

/// The person of whom all mentions are.
pub(super) fn only(mut people: impl Iterator<Item = PersonId>) -> Option<PersonId> {
    let first = people.next()?;
    people.all(|other| other == first).then_some(first)
}

/// How many bytes back it is looked for where somebody was last named.
const NEAR: usize = 2000;
/// How many sentences back `he` is looked for.
const SENTENCES: usize = 6;

impl Known<'_, '_> {
    /// Whom a pronoun beside a quote means: the first person of the nearest sentence since the quote before that tells of
    /// somebody. `None` where what the text alone told is as near, or where it cannot be said.
    pub(super) fn antecedent(&self, speaker: &Speaker, floor: usize) -> Option<String> {
        let place = speaker.at.span.start;
        let (passage, name) = self.last_told_of(place, floor)?;
        let told = speaker.name.as_deref().filter(|told| self.is_somebody(told));
        let last = |told: &str| told.rsplit(' ').next().map(str::to_owned);
        let nearer = told.and_then(last).and_then(|last| {
            let at = floor + self.text.get(floor..place)?.rfind(&last)?;
            (self.sentence_of(at)? >= passage).then_some(())
        });
        nearer.is_none().then_some(name)
    }

    /// Whether the sentence that last names somebody before a place tells of another as `he`: in 2021 his was the kick
    /// that Sommer saved.
    pub(super) fn is_told_as_another(&self, name: &str, place: usize) -> bool {
        let last = name.rsplit(' ').next().unwrap_or(name);
        let near = self.text.floor_char_boundary(place.saturating_sub(NEAR));
        let at = || Some(near + self.text.get(near..place)?.rfind(last)?);
        let other = |at: usize| {
            let passage = self.sentence_of(at)?;
            let named = self.within(&(at..at + 1)).next().is_some_and(|mention| mention.of_person);
            Some(named && self.first_told(passage, place, 0, false).is_none())
        };
        at().and_then(other).unwrap_or(false)
    }

    /// Whether the sentences between the quote before and a speaker tell of somebody.
    pub(super) fn tells_between(&self, floor: usize, speaker: &Speaker) -> bool {
        self.last_told_of(speaker.at.span.start, floor).is_some()
    }

    /// The first person of whom the sentences between the quote before and a place tell.
    pub(super) fn told_since(&self, place: usize, floor: usize) -> Option<String> {
        let (passage, name) = self.last_told_of(place, floor)?;
        (self.start_of(passage)? >= floor).then_some(name)
    }

    /// The first person of the nearest sentence before a place that is about one, and that sentence.
    fn last_told_of(&self, place: usize, floor: usize) -> Option<(usize, String)> {
        let here = self.sentence_of(place)?;
        for (start, passage) in self.sentences_before(place).take(SENTENCES) {
            if passage != here && start < floor {
                return None;
            }
            if let Some(first) = self.first_told(passage, place, floor, passage == here) {
                // Which Ronaldo it is may be open.
                let words = || self.text.get(first.span.clone()).unwrap_or_default().to_owned();
                return Some((passage, first.person.map_or_else(words, |person| self.print(person))));
            }
            // A paragraph that begins with him goes on with whom the report is about.
            let opens = self.text.get(..start).unwrap_or_default().ends_with('\n');
            let first = self.text.get(start..).unwrap_or_default().split(' ').next().unwrap_or_default();
            if passage != here && opens && matches!(first, "He" | "She" | "His" | "Her") {
                return None;
            }
        }
        None
    }

    /// The first person a sentence tells of between two places, if a pronoun in it does not mean somebody else.
    fn first_told(&self, passage: usize, place: usize, floor: usize, here: bool) -> Option<&Mention> {
        let from = self.mentions.partition_point(|mention| mention.passage < passage);
        let mentions = self.mentions.get(from..)?.iter();
        let mut mentions = mentions.take_while(|mention| mention.passage == passage && mention.span.end <= place);
        let first = mentions.find(|mention| {
            let hangs = if here { self.hangs_on(mention) } else { self.is_of_another(mention) };
            mention.of_person && mention.span.start >= floor && !hangs && !self.is_shouted(mention)
        })?;
        let start = self.start_of(passage)?.max(floor);
        let left = self.text.get(start..first.span.start)?;
        // The pundit saw where it went wrong for Clarke: he is the pundit.
        let mut opening = words(left).skip_while(|word| matches!(*word, "And" | "But"));
        let described = matches!(opening.next(), Some("The" | "the")) && opening.take(4).any(is_human);
        let apposed = left.trim_end().rsplit(' ').next().is_some_and(is_human);
        if described && !apposed && !here {
            return None;
        }
        // He was denied by Sommer, only Hurst had done so before him: he is neither.
        // Before he turned professional, Klose was a carpenter: he is Klose.
        let opening = words(left).next().unwrap_or_default();
        let ahead = left.trim_end().ends_with(',') && (opens_subordinate(opening) || opens_phrase(opening));
        let he = |word: &str| matches!(word, "he" | "his" | "He" | "His" | "him" | "she" | "She" | "her" | "Her");
        let other = !ahead && words(left).any(he);
        let end = self.start_of(passage + 1).unwrap_or(place).min(place);
        // When Lloris missed it the man laughed.
        let rest = self.text.get(first.span.end..end).unwrap_or_default();
        // Of whom the quoted words after the sentence are is nothing to it.
        let rest = rest.split(['“', '"', '‘', '\n']).next().unwrap_or_default();
        let mut main = words(rest).zip(words(rest).skip(1));
        if opens_subordinate(opening) && main.any(|(the, who)| matches!(the, "the" | "a") && is_human(who)) {
            return None;
        }
        let mut after = words(rest);
        (!other && !after.any(|word| word == "him")).then_some(first)
    }

    /// Whether a name is a word in capitals of a line in capitals: win a CAR.
    fn is_shouted(&self, mention: &Mention) -> bool {
        let words = self.text.get(mention.span.clone()).unwrap_or_default();
        !words.contains(' ') && words.chars().all(|letter| !letter.is_lowercase())
    }

    /// Whether a name hangs on a preposition: asked about Kane, he said.
    fn hangs_on(&self, mention: &Mention) -> bool {
        let left = self.text.get(..mention.span.start).unwrap_or_default().trim_end();
        let word = left.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        word == "and" || is_preposition_of_object(word)
    }

    /// Whether the sentence before a place names several of whom it is known that a description fits, and begins with another.
    pub(super) fn lead_has_two(&self, place: usize, wanted: Wanted) -> bool {
        let Some(lead) = self.lead(place).filter(|_| matches!(wanted.role, Some(Role::Player(_)))) else {
            return false;
        };
        let from = self.mentions.partition_point(|mention| mention.passage < lead);
        let here = self.mentions.iter().skip(from).take_while(|mention| mention.passage == lead);
        let mut people = here.filter_map(|mention| mention.person).peekable();
        let fits = |person: PersonId| self.may_be(person, wanted) == Some(true);
        let begins = people.peek().is_some_and(|&first| fits(first));
        let all: Vec<PersonId> = people.filter(|&person| fits(person)).collect();
        !begins && all.len() > 1 && only(all.into_iter()).is_none()
    }

    /// Whether a name only says whose something is or who did it: the shot by Kane.
    fn is_of_another(&self, mention: &Mention) -> bool {
        let left = self.text.get(..mention.span.start).unwrap_or_default().trim_end();
        let word = left.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        matches!(word, "by" | "against")
    }

    /// Whether a name is not of whoever does what a sentence tells: laid it on for Kane, nutmegged Neuer.
    pub(super) fn is_object(&self, mention: &Mention) -> bool {
        let mut left = self.text.get(..mention.span.start).unwrap_or_default();
        // Through Popivoda, Surjak and Dzajic: as the one before.
        let mut listed = self.text.get(mention.span.end..).is_some_and(|right| right.starts_with(" and "));
        for _ in 0..LISTED {
            let and = left.strip_suffix(" and ");
            let Some(before) = and.or_else(|| left.strip_suffix(", ").filter(|_| listed)) else { break };
            listed = true;
            let named = before.rsplit(' ').take_while(|word| word.starts_with(char::is_uppercase)).take(LISTED);
            let length: usize = named.map(|word| word.len() + 1).sum();
            left = before.get(..before.len().saturating_sub(length) + 1).unwrap_or_default();
        }
        let word = left.trim_end().rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let hangs = word != "and" && is_preposition_of_object(word);
        left.ends_with(' ') && (hangs || matches!(word, "past" | "beyond" | "behind" | "beside") || is_past(word))
    }

    /// The person of a printed name, among those the report names or who manage a side.
    pub(super) fn person_of(&self, name: &str) -> Option<PersonId> {
        let wanted = fold(name);
        let is = |person: &PersonId| fold(&self.print(*person)) == wanted;
        // As the report spells it.
        let is_spelt = |mention: &&Mention| {
            let words = self.text.get(mention.span.clone()).filter(|words| !words.is_empty());
            words.is_some_and(|words| {
                name.strip_suffix(words).is_some_and(|given| given.is_empty() || given.ends_with(' '))
            })
        };
        let spelt = || {
            let all = self.mentions.iter().filter(is_spelt).filter_map(|mention| mention.person);
            only(all).filter(|&person| !name.contains(' ') || self.agrees(person, name))
        };
        let managers = || self.managers().map(|(_, person)| person).find(is);
        self.people.iter().copied().find(is).or_else(managers).or_else(spelt)
    }

    /// Whether somebody may be whom a description means: `None` where neither record nor report tell.
    pub(super) fn may_be(&self, person: PersonId, wanted: Wanted) -> Option<bool> {
        let record = self.view.record();
        let manages: Vec<TeamId> =
            self.managers().filter(|(_, manager)| *manager == person).map(|(team, _)| team).collect();
        if !self.may_be_aged(person, wanted.aged) {
            return Some(false);
        }
        let mut known = None;
        if let Some(team) = wanted.team {
            let root = record.root(team);
            let teams = record.person(person).teams.iter().chain(&manages);
            let mut roots = teams.map(|&team| record.root(team)).peekable();
            let some = roots.peek().is_some();
            if roots.any(|other| other == root) {
                known = Some(true);
            } else if some && manages.is_empty() {
                return Some(false);
            }
        }
        let of_role = match wanted.role {
            Some(Role::Player(positions)) => {
                if !manages.is_empty() && !wanted.former {
                    return Some(false);
                }
                let held = self.positions(person);
                (!held.is_empty()).then(|| held.iter().any(|position| positions.contains(position)))
            }
            Some(Role::Captain | Role::Scorer(_) | Role::Substitute) if !manages.is_empty() => Some(false),
            Some(Role::Scorer(least)) => {
                let goals = self.entry.map(|entry| entry.goals().filter(|goal| goal.player == Some(person)).count());
                goals.map(|goals| goals >= least)
            }
            Some(Role::Manager) if !wanted.former => {
                let told = self.entry.is_some() && self.managers().next().is_some();
                (told || !manages.is_empty()).then_some(!manages.is_empty())
            }
            Some(Role::Captain) if !wanted.former => self.captains_a_side(person),
            Some(Role::Substitute) => self.came_on(person),
            Some(Role::Aged(from, to)) => self.age(person).map(|age| (from..=to).contains(&age)),
            Some(Role::Referee) => self.entry.and_then(|entry| entry.referee).map(|referee| referee == person),
            _ => None,
        };
        match (known, of_role) {
            (_, Some(false)) => Some(false),
            (one, other) => one.and(other.or(one)).or(other),
        }
    }

    /// Whether somebody came on in the match, if the record has who did.
    fn came_on(&self, person: PersonId) -> Option<bool> {
        let on = self.entry?.events.iter().filter_map(|event| match event.kind {
            EventKind::Substitution { on } => Some(on),
            _ => None,
        });
        let mut on = on.peekable();
        on.peek()?;
        Some(on.any(|on| on == Some(person)))
    }

    /// Every position somebody had in a squad of the record.
    fn positions(&self, person: PersonId) -> Vec<Position> {
        let squads = self.view.editions().flat_map(|edition| &edition.squads);
        let teams = &self.view.record().person(person).teams;
        squads
            .filter(|squad| teams.contains(&squad.team))
            .flat_map(|squad| &squad.players)
            .filter(|one| one.player == person)
            .filter_map(|one| one.position)
            .collect()
    }

    /// Whether nothing is known against somebody's being of an age.
    pub(super) fn may_be_aged(&self, person: PersonId, aged: Option<(i16, i16)>) -> bool {
        let wrong = |(from, to): (i16, i16)| self.age(person).is_some_and(|age| !(from..=to).contains(&age));
        !aged.is_some_and(wrong)
    }

    /// How old somebody is on the day of the match, or of the report.
    pub(super) fn age(&self, person: PersonId) -> Option<i16> {
        let born = self.view.record().person(person).born?;
        let day = self.entry.map(|entry| entry.date).or(self.published)?;
        let before = (day.month(), day.day()) < (born.month(), born.day());
        Some(day.year() - born.year() - i16::from(before))
    }

    /// Whoever kept goal for a team, where the record has one keeper of it in the match.
    pub(super) fn keeper(&self, team: TeamId) -> Option<PersonId> {
        let entry = self.entry?;
        let side = entry.side_of(team)?;
        let sheet = entry.sheet(side).map(|sheet| sheet.keepers.iter().map(|(keeper, _)| *keeper));
        let kicks = entry.kicks.iter().filter(|kick| kick.side == side.other()).filter_map(|kick| kick.keeper);
        let mut all = sheet.into_iter().flatten().chain(kicks);
        let first = all.next()?;
        all.all(|other| other == first).then_some(first)
    }

    /// Who scored the goals of the match a description tells of, named by the report or not.
    pub(super) fn scorer(&self, least: usize, words: &str) -> Option<PersonId> {
        let entry = self.entry?;
        let goals: Vec<PersonId> = entry.goals().filter_map(|goal| goal.player).collect();
        let often = |person: &PersonId| goals.iter().filter(|scorer| *scorer == person).count() >= least;
        let decisive = words.contains("winner") && entry.score.end.is_some_and(|end| end.home.abs_diff(end.away) == 1);
        let mut fits = goals.iter().copied().filter(often);
        let first = fits.next()?;
        if fits.all(|other| other == first) {
            return Some(first);
        }
        // Of a match with one goal between the sides, the last goal decides if the winners had it.
        let won = entry.winner()?;
        entry.goals().last().filter(|goal| decisive && goal.side == won).and_then(|goal| goal.player)
    }

    /// Whoever the report says elsewhere to be what a description calls its speaker: `captain Lloris`, `Lahm, the
    /// left-back`.
    pub(super) fn introduced(&self, at: &Span, wanted: Wanted) -> Option<PersonId> {
        let role = wanted.role?;
        let named = self.mentions.iter().filter(|mention| mention.person.is_some()).take(INTRODUCED);
        let mut found: Option<PersonId> = None;
        for mention in named.filter(|mention| !at.contains(&mention.span.start)) {
            let Some(person) = mention.person else { continue };
            if !self.is_called(mention, role) || self.may_be(person, wanted) == Some(false) || found == Some(person) {
                continue;
            }
            if found.is_some() {
                return None;
            }
            found = Some(person);
        }
        found
    }

    /// Whether the report calls somebody a captain.
    pub(super) fn is_called_captain(&self, person: PersonId) -> bool {
        let own = self.mentions.iter().filter(|mention| mention.person == Some(person)).take(INTRODUCED);
        own.into_iter().any(|mention| self.is_called(mention, Role::Captain))
    }

    /// Whether the words beside a name say that somebody is something.
    fn is_called(&self, mention: &Mention, role: Role) -> bool {
        let left = self.text.get(..mention.span.start).unwrap_or_default();
        let before = left.trim_end().rsplit([' ', '\n', ',', '.', '"', '“']).next().unwrap_or_default();
        let says = |words: &str| {
            let read = Description::read(words);
            read.role == Some(role) && !read.former
        };
        if left.ends_with(' ') && !before.is_empty() && says(before) {
            return true;
        }
        let Some(right) = self.text.get(mention.span.end..).and_then(|right| right.strip_prefix(", ")) else {
            return false;
        };
        let end = right.char_indices().take(APPOSITION).find(|(_, c)| matches!(c, ',' | '.' | ';' | '“' | '"' | '\n'));
        let words = end.and_then(|(end, _)| right.get(..end)).unwrap_or_default();
        let first = words.split(' ').next().unwrap_or_default();
        let opens = matches!(first, "the" | "a" | "his" | "their" | "captain" | "skipper") || words.contains("'s ");
        opens && words.split(' ').count() <= 5 && !words.contains(" and ") && says(words)
    }

    /// Of those a sentence right before a place tells of, the first a description fits.
    pub(super) fn of_lead(&self, place: usize, wanted: Wanted) -> Option<PersonId> {
        let before = self.mentions.partition_point(|mention| mention.span.end <= place);
        let lead = self.lead(place)?;
        let all = self.mentions.get(..before)?;
        let from = all.partition_point(|mention| mention.passage < lead);
        // In Carson: a town, whoever bears the name.
        let town = |mention: &Mention| self.text.get(..mention.span.start).is_some_and(|left| left.ends_with(" in "));
        let here = || all.iter().skip(from).filter(|mention| mention.passage == lead && !town(mention));
        let fits = |mention: &Mention| mention.person.filter(|&person| self.may_be(person, wanted) != Some(false));
        // Kane's goal is of Kane if nobody else is there.
        let own = here().filter(|mention| !self.owns(mention)).find_map(fits);
        let all_own = || here().filter(|mention| mention.person.is_some()).all(|mention| self.owns(mention));
        own.or_else(|| here().find_map(fits).filter(|_| all_own()))
    }

    /// Whether a name only says whose something is: Southgate's side is not Southgate.
    pub(super) fn owns(&self, mention: &Mention) -> bool {
        let after = self.text.get(mention.span.end..).unwrap_or_default();
        after.starts_with("'s ") || after.starts_with("’s ")
    }

    /// Whether a sentence right before a place names one person only.
    pub(super) fn lead_is_of_one(&self, place: usize) -> bool {
        let Some(lead) = self.lead(place) else { return false };
        let before = self.mentions.partition_point(|mention| mention.span.end <= place);
        let here = self.mentions.iter().take(before).rev().take_while(|mention| mention.passage >= lead);
        let told = here.filter(|mention| mention.passage == lead).filter(|mention| !self.owns(mention));
        let told = told.filter(|mention| !self.is_object(mention));
        let mut people = told.filter_map(|mention| mention.person);
        let first = people.next();
        people.all(|other| Some(other) == first)
    }

    /// Whoever a description is known to fit, if he is the only one of the sentence before a place, or of all named there.
    pub(super) fn known_to_fit(&self, place: usize, wanted: Wanted) -> Option<PersonId> {
        let before = self.mentions.partition_point(|mention| mention.span.end <= place);
        let all = self.mentions.get(before.saturating_sub(FITS)..before)?;
        let of_role = Wanted { team: None, ..wanted };
        let is =
            |person: PersonId| self.may_be(person, of_role) == Some(true) && self.may_be(person, wanted) == Some(true);
        let fits: Vec<(usize, PersonId)> = all
            .iter()
            .filter_map(|mention| Some((mention.passage, mention.person.filter(|&person| is(person))?)))
            .collect();
        let lead = self.lead(place);
        let of_lead = fits.iter().filter(|(passage, _)| Some(*passage) == lead).map(|(_, person)| *person);
        only(of_lead).or_else(|| only(fits.iter().map(|(_, person)| *person)))
    }

    /// The only one named near a place who is known to play where a description says and of whom no other club is known.
    pub(super) fn only_free(&self, at: &Span, wanted: Wanted) -> Option<PersonId> {
        let plays = |&person: &PersonId| self.may_be(person, wanted) == Some(true);
        let with = |person: PersonId| self.is_with(person, at).map(|(is, _)| is);
        let elsewhere = self.named_near(at.start).filter(plays).any(|person| with(person) == Some(false));
        only(self.named_near(at.start).filter(plays).filter(|&person| with(person) != Some(false)))
            .filter(|_| elsewhere)
    }

    /// The only one named near a place who is known to be of an age, with nothing known against the rest.
    pub(super) fn only_aged(&self, place: usize, wanted: Wanted) -> Option<PersonId> {
        self.entry?;
        let (from, to) = wanted.aged?;
        let aged = |&person: &PersonId| self.age(person).is_some_and(|age| (from..=to).contains(&age));
        let fits = |&person: &PersonId| self.may_be(person, wanted) != Some(false);
        only(self.named_near(place).filter(aged).filter(fits))
    }

    /// The only one named near a place who is known to play where a description says, if of all others there it is known
    /// that they do not: whatever else it says then says it of him.
    pub(super) fn only_in_position(&self, place: usize, wanted: Wanted) -> Option<PersonId> {
        if !matches!(wanted.role, Some(Role::Player(_))) || wanted.former {
            return None;
        }
        let before = self.mentions.partition_point(|mention| mention.span.end <= place);
        let near = self.mentions.get(before.saturating_sub(FITS)..before)?.iter().filter(|mention| mention.of_person);
        let mut found = None;
        for mention in near {
            let person = mention.person?;
            match self.may_be(person, wanted) {
                Some(false) => {}
                Some(true) if found.is_none_or(|found| found == person) => found = Some(person),
                _ => return None,
            }
        }
        found
    }

    /// Whom a word of praise or of origin means that says no more: the veteran, the little Croat. Whoever the sentences
    /// right before are about.
    pub(super) fn by_epithet(&self, at: &Span, wanted: Wanted) -> Option<String> {
        const EPITHETS: &[&str] = &[
            "veteran",
            "star",
            "legend",
            "talisman",
            "icon",
            "idol",
            "youngster",
            "debutant",
            "international",
            "maestro",
        ];
        let words = self.text.get(at.clone()).unwrap_or_default();
        let last = words.rsplit(' ').next().unwrap_or_default();
        if !EPITHETS.contains(&last) && !is_of_people(last) {
            return None;
        }
        let lead = self.start_of(self.lead(at.start)?)?;
        let (passage, name) = self.last_told_of(at.start, 0)?;
        let near = self.start_of(passage)? >= lead;
        let fits = self.person_of(&name).is_none_or(|person| self.may_be(person, wanted) != Some(false));
        (near && fits).then_some(name)
    }

    /// Whom the report calls by the very word for his people before: Ronaldo, the Brazilian who watched.
    pub(super) fn of_origin(&self, at: &Span, wanted: Wanted) -> Option<String> {
        let words = self.text.get(at.clone())?;
        let (_, people) = words.split_once(' ').filter(|(_, people)| is_of_people(people) && !people.contains(' '))?;
        let before = self.text.get(..at.start)?;
        let mut named = before.rmatch_indices(people).take(BEHIND).filter_map(|(place, _)| {
            let left = before.get(..place)?.strip_suffix(", the ")?;
            self.within(&(left.len().checked_sub(1)?..left.len())).next().filter(|mention| mention.of_person)
        });
        let first = named.next()?;
        let same = |mention: &Mention| self.text.get(mention.span.clone()) == self.text.get(first.span.clone());
        let open = first.person.is_none_or(|person| self.may_be(person, wanted) != Some(false));
        let name = || {
            first
                .person
                .map_or_else(|| self.text.get(first.span.clone()).map(str::to_owned), |person| Some(self.print(person)))
        };
        if open && named.all(same) { name() } else { None }
    }

    /// The one person a description fits in the nearest of the few sentences before that has any.
    pub(super) fn behind(&self, place: usize, wanted: Wanted) -> Option<PersonId> {
        let before = self.mentions.partition_point(|mention| mention.span.end <= place);
        let all = self.mentions.get(before.saturating_sub(BEHIND)..before)?;
        let mut fits = all.iter().rev().filter_map(|mention| {
            let person = mention.person?;
            (self.may_be(person, wanted) != Some(false)).then_some((mention.passage, person))
        });
        let (passage, first) = fits.next()?;
        let alone = fits.take_while(|(other, _)| *other == passage).all(|(_, other)| other == first);
        alone.then_some(first)
    }

    /// The first or the last of the two whom the sentence before a place names.
    pub(super) fn of_two(&self, place: usize, last: bool) -> Option<PersonId> {
        let lead = self.lead(place)?;
        let from = self.mentions.partition_point(|mention| mention.passage < lead);
        let here = self.mentions.iter().skip(from).take_while(|mention| mention.passage == lead);
        let mut named: Vec<PersonId> = here.filter_map(|mention| mention.person).collect();
        let mut seen = Vec::new();
        named.retain(|person| {
            let new = !seen.contains(person);
            seen.push(*person);
            new
        });
        match *named.as_slice() {
            [one, other] => Some(if last { other } else { one }),
            _ => None,
        }
    }

    /// The only one of the two squads who is as young or as old as hardly anybody there, named or not.
    pub(super) fn youngest_or_oldest(&self, (from, to): (i16, i16), wanted: Wanted) -> Option<PersonId> {
        self.entry.filter(|_| from == to && !(YOUNG..OLD).contains(&from))?;
        // Of many the record has no birthday: of those who scored it has.
        let known = self.of_squads().filter(|&person| self.age(person).is_some()).count();
        let all = self.of_squads().count();
        let scored =
            |&person: &PersonId| self.entry.is_some_and(|entry| entry.goals().any(|goal| goal.player == Some(person)));
        let aged = self.of_squads().filter(|&person| self.age(person) == Some(from));
        let one = only(aged.filter(|&person| self.may_be(person, wanted) != Some(false)));
        one.filter(|person| 8 * known >= 7 * all || scored(person))
    }
}
