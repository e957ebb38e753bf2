//! Speakers by the record: full names for surnames, and who a description means.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{BTreeSet, HashMap, HashSet};

use byline_record::names::similar::distance;
use byline_record::{EditionId, Match, PersonId, Position, TeamId, View, fold};
use jiff::ToSpan;
use jiff::civil::Date;

use super::anaphora::{Wanted, only};
use super::club::OfClub;
use super::describe::{Description, GOALKEEPER, IN_CHARGE, Role};
use super::lexicon::{is_capital, is_of_human};
use super::names::is_honorific;
use super::player::Asked;
use super::state::is_stranger;
use super::{Basis, Quotes, Speaker, SpeakerForm};
use crate::Span;
use crate::index::{Index, Key};
use crate::passage::Passage;

/// The longest clause after a description that still tells of it, in bytes.
const CLAUSE: usize = 80;
/// What such a clause begins with.
const TELLING: &[&str] =
    &[" who ", " whose ", " with the ", " in charge", " on the other ", " in the other ", " on the opposite "];
/// The age from which somebody is no player any more.
const PLAYED_OUT: i16 = 46;
/// The most descriptions of one report that are looked into: what has more is no report.
const DESCRIPTIONS: usize = 256;
/// The longest surname that is too short to tell one person by.
const LONE: usize = 4;
/// How many days before or after a match a squad still tells of whom a club has.
const ABOUT: i64 = 800;
/// How many names back a sentence is looked for that says of which team it is.
const BACK: usize = 64;

/// A name found in the text, outside quotes.
pub(super) struct Mention {
    pub(super) span: Span,
    pub(super) passage: usize,
    pub(super) team: Option<TeamId>,
    pub(super) person: Option<PersonId>,
    /// Whether it is of a person, decided or not which.
    pub(super) of_person: bool,
}

/// What the record and the report tell of those who may speak.
pub(super) struct Known<'a, 'r> {
    pub(super) text: &'a str,
    pub(super) view: &'a View<'r>,
    index: &'a Index,
    pub(super) entry: Option<&'a Match>,
    /// The edition of the match, then those played about the day of the report.
    editions: Vec<EditionId>,
    /// In the order of the text.
    pub(super) mentions: Vec<Mention>,
    /// Everybody named, once and in order.
    pub(super) people: Vec<PersonId>,
    pub(super) published: Option<Date>,
    /// The words for teams.
    teams: HashSet<&'a str>,
    /// The one person the titles over the story name.
    headline: Option<PersonId>,
    /// Sentences of the outlet: where each begins, and its place among the passages.
    sentences: Vec<(usize, usize)>,
    only_manager: OnceCell<Option<PersonId>>,
    /// Editions of about the time with squads.
    squads_about: OnceCell<Vec<EditionId>>,
    /// The clubs of those looked up so far.
    pub(super) clubs_known: RefCell<HashMap<PersonId, (BTreeSet<String>, bool)>>,
    /// Whether it is a description before another that is being looked into.
    pub(super) follows: Cell<bool>,
    /// How many descriptions may still be looked into.
    left: Cell<usize>,
}

/// Gives speakers the names the record has for them. `entry` is the match the report is about.
pub(crate) fn resolve(
    quotes: &mut Quotes,
    text: &str,
    view: &View<'_>,
    index: &Index,
    entry: Option<&Match>,
    published: Option<Date>,
    passages: &[Passage],
) {
    if quotes.quotes.iter().all(|quote| quote.speaker.is_none()) {
        return;
    }
    let known = Known::new(text, view, index, entry, published, passages);
    let mut resolved: HashMap<usize, Option<String>> = HashMap::new();
    // The speaker before, as the text had it and as it is now.
    let mut before: Option<(Option<String>, Option<String>)> = None;
    // Where the quote before ends, and its paragraph.
    let mut ended = (0, 0);
    for quote in &mut quotes.quotes {
        let (floor, paragraph) = std::mem::replace(&mut ended, (quote.outer.end, quote.paragraph));
        let near = paragraph + 2 >= quote.paragraph;
        let Some(speaker) = &mut quote.speaker else { continue };
        let told = speaker.name.clone();
        let previous = before.as_ref().and_then(|(_, name)| name.clone());
        let adds =
            quote.cue.as_ref().is_some_and(|cue| matches!(&*cue.words, "added" | "adds" | "adding" | "continued"));
        let goes_on = || previous.as_deref().filter(|_| adds && near && floor > 0);
        speaker.name = match (&before, speaker.form) {
            // Who adds something has just spoken, by whatever name.
            (_, SpeakerForm::Description) if goes_on().is_some_and(|name| known.may_add(name, speaker, floor)) => {
                resolved.insert(speaker.at.span.start, previous.clone());
                previous.clone()
            }
            // He is who spoke before, whoever that has turned out to be.
            (Some((was, now)), SpeakerForm::Pronoun) if *was == told && !known.tells_between(floor, speaker) => {
                now.clone()
            }
            _ => resolved
                .entry(speaker.at.span.start)
                .or_insert_with(|| known.name(speaker, previous.as_deref(), (floor, near)))
                .clone(),
        };
        before = Some((told, speaker.name.clone()));
    }
}

impl<'a, 'r> Known<'a, 'r> {
    fn new(
        text: &'a str,
        view: &'a View<'r>,
        index: &'a Index,
        entry: Option<&'a Match>,
        published: Option<Date>,
        passages: &[Passage],
    ) -> Self {
        let mut mentions = Vec::new();
        for (index, passage) in passages.iter().enumerate().filter(|(_, passage)| passage.quote.is_none()) {
            mentions.extend(passage.names.iter().map(|name| Mention {
                span: passage.span(name.first, name.end),
                passage: index,
                team: name.team(),
                person: name.person(),
                of_person: name.is_person(),
            }));
        }
        let own = passages.iter().enumerate().filter(|(_, passage)| passage.quote.is_none());
        let sentences = own.map(|(index, passage)| (passage.start, index)).collect();
        let teams = mentions.iter().filter(|mention| mention.team.is_some());
        let teams = teams.filter_map(|mention| text.get(mention.span.clone())).collect();
        let titled = |mention: &&Mention| passages.get(mention.passage).is_some_and(|passage| passage.is_title);
        let headline = only(mentions.iter().filter(titled).filter_map(|mention| mention.person));
        let mut people: Vec<PersonId> = mentions.iter().filter_map(|mention| mention.person).collect();
        people.sort_unstable();
        people.dedup();
        let mut editions: Vec<EditionId> = entry.map(|entry| entry.edition).into_iter().collect();
        if let Some(day) = published {
            let near = view.editions().filter(|edition| {
                view.span(edition.id).is_some_and(|span| {
                    let (from, to) = (span.first.checked_sub(30.days()), span.last.checked_add(14.days()));
                    from.is_ok_and(|from| from <= day) && to.is_ok_and(|to| day <= to)
                })
            });
            editions.extend(near.map(|edition| edition.id));
        }
        // A piece about no one match may say of which tournament it tells.
        let told = passages.iter().flat_map(|passage| &passage.names).filter_map(|name| name.edition());
        editions.extend(told.filter(|_| entry.is_none()));
        let mut seen = Vec::new();
        editions.retain(|edition| {
            let new = !seen.contains(edition);
            seen.push(*edition);
            new
        });
        Self {
            text,
            view,
            index,
            entry,
            editions,
            mentions,
            people,
            published,
            teams,
            headline,
            sentences,
            only_manager: OnceCell::new(),
            squads_about: OnceCell::new(),
            clubs_known: RefCell::default(),
            follows: Cell::new(false),
            left: Cell::new(DESCRIPTIONS),
        }
    }

    /// The name of a speaker; `after` is where the quote before ends, and whether it stands within two paragraphs.
    pub(super) fn name(&self, speaker: &Speaker, previous: Option<&str>, after: (usize, bool)) -> Option<String> {
        match speaker.form {
            SpeakerForm::Pronoun => {
                let told = speaker.name.as_deref();
                if let Some(name) = self.antecedent(speaker, after.0) {
                    return Some(name);
                }
                if let Some(person) = self.headline
                    && told.is_some_and(|told| self.is_told_as_another(told, speaker.at.span.start))
                {
                    return Some(self.print(person));
                }
                let known = told.filter(|name| self.is_somebody(name)).map(|name| self.full(name, None));
                let country = |told: &&str| !self.teams.contains(told);
                known.or_else(|| previous.map(str::to_owned)).or_else(|| told.filter(country).map(str::to_owned))
            }
            SpeakerForm::Name => {
                if let Some(person) = self.of_namesakes(speaker) {
                    return Some(self.print(person));
                }
                let mut here = self.within(&speaker.at.span).peekable();
                let team = here.peek().is_some() && here.all(|mention| mention.team.is_some());
                match previous.filter(|_| team && speaker.basis == Basis::Introduced) {
                    // Brazil did not speak: whoever did before goes on.
                    Some(previous) => Some(previous.to_owned()),
                    None => speaker.name.as_deref().map(|name| self.full(name, Some(&speaker.at.span))),
                }
            }
            SpeakerForm::Description => self.described(speaker, previous, after),
        }
    }

    /// Whether the report names somebody.
    pub(super) fn is_named(&self, person: PersonId) -> bool {
        self.people.binary_search(&person).is_ok()
    }

    /// The edition of the match, then those played about the day of the report.
    pub(super) fn editions(&self) -> impl Iterator<Item = EditionId> {
        self.editions.iter().copied()
    }

    /// The names that touch a span.
    pub(super) fn within(&self, span: &Span) -> impl Iterator<Item = &Mention> {
        let first = self.mentions.partition_point(|mention| mention.span.end <= span.start);
        let end = span.end;
        self.mentions.iter().skip(first).take_while(move |mention| mention.span.start < end)
    }

    pub(super) fn print(&self, person: PersonId) -> String {
        self.view.record().person(person).name.to_string()
    }

    /// The record's name for somebody a report names, if there is one it can be.
    fn full(&self, name: &str, at: Option<&Span>) -> String {
        let last = |name: &str| fold(name.rsplit(' ').next().unwrap_or(name));
        let same = |person: PersonId| last(&self.view.record().person(person).name) == last(name);
        // A name that goes on after these words is another.
        let whole = |at: &Span| {
            let mut all = self.within(at).filter(|mention| mention.span.end <= at.end);
            all.find_map(|mention| mention.person)
        };
        let name = untitled(name);
        if let Some(person) = self.of_given_name(name) {
            return self.print(person);
        }
        let here = at.and_then(whole);
        // Hernandez, who scored, before a Lucas Hernandez is named.
        let later = |at: &Span| {
            let surname = self.text.get(at.clone()).is_some_and(|words| !words.trim_end_matches("'s").contains(' '));
            surname && self.text.find(name).is_some_and(|first| first > at.start)
        };
        let early = at.is_some_and(later);
        if let Some(person) = here.filter(|&person| same(person) && early) {
            return self.print(person);
        }
        if early && self.is_of_several(name) {
            let surname = name.rsplit(' ').next().unwrap_or(name);
            return self.scorer_of_surname(surname).map_or_else(|| surname.to_owned(), |person| self.print(person));
        }
        if let Some(person) = here.filter(|&person| !name.contains(' ') || (same(person) && self.agrees(person, name)))
        {
            return self.print(person);
        }
        // Del Bosque is a surname of two words.
        let ends = |person: PersonId| fold(&self.print(person)).ends_with(&format!(" {}", fold(name)));
        let known = self.people.iter().copied().chain(self.managers().map(|(_, manager)| manager));
        if name.contains(' ') {
            // In Berlin Mikel Oyarzabal scored: what stands before a full name is none of it.
            let within = |person: PersonId| {
                let full = self.print(person);
                full.contains(' ') && fold(name).ends_with(&format!(" {}", fold(&full)))
            };
            let same = |person: PersonId| fold(&self.print(person)) == fold(name);
            let is = |person: PersonId| same(person) || ends(person) || within(person);
            let person = here.filter(|&person| is(person)).or_else(|| known.into_iter().find(|&person| is(person)));
            let person = person.or_else(|| self.misspelt(name));
            return person.map_or_else(|| name.to_owned(), |person| self.print(person));
        }
        let mut named = self.people.iter().copied().filter(|&person| same(person));
        if let (Some(person), None) = (named.next(), named.next()) {
            return self.print(person);
        }
        let mut managers: Vec<PersonId> =
            self.managers().map(|(_, manager)| manager).filter(|&person| same(person)).collect();
        managers.dedup();
        match *managers.as_slice() {
            [manager] => self.print(manager),
            [] => {
                let person = self.scorer_of_surname(name).or_else(|| self.only_of_surname(name));
                person.map_or_else(|| name.to_owned(), |person| self.print(person))
            }
            _ => name.to_owned(),
        }
    }

    /// Whom of the two sides a full name means that one letter keeps from being his.
    fn misspelt(&self, name: &str) -> Option<PersonId> {
        self.entry?;
        let (given, surname) = name.rsplit_once(' ')?;
        let (given, surname) = (fold(given), fold(surname));
        let near = |&person: &PersonId| {
            let own = fold(&self.print(person));
            let Some((first, last)) = own.rsplit_once(' ') else { return false };
            last.len() > LONE
                && (first == given && distance(last, &surname) == 1 || last == surname && distance(first, &given) == 1)
        };
        let all = || self.of_squads().chain(self.managers().map(|(_, manager)| manager));
        // Jogi Low: the only one of his name.
        let same = |&person: &PersonId| fold(&self.print(person)).rsplit(' ').next() == Some(surname.as_str());
        let short = |&person: &PersonId| fold(&self.print(person)).get(..2) == given.get(..2);
        only(all().filter(near)).or_else(|| only(all().filter(same)).filter(short))
    }

    /// Who is honoured by a given name alone: Sir Geoff, Big Jack. The only one of that name whom the report names or who
    /// was in charge, else in the squads.
    fn of_given_name(&self, name: &str) -> Option<PersonId> {
        let (_, given) = name.split_once(' ').filter(|(first, given)| is_honorific(first) && !given.contains(' '))?;
        let given = fold(given);
        let is =
            |&person: &PersonId| fold(&self.print(person)).split_once(' ').is_some_and(|(first, _)| first == given);
        // By the surname as well, or as a manager.
        let by_surname = |person: PersonId| {
            let surname = fold(&self.print(person)).rsplit(' ').next().map(str::to_owned);
            let mut own = self.mentions.iter().filter(|mention| mention.person == Some(person));
            own.any(|mention| {
                let words = self.text.get(mention.span.clone()).map(fold).unwrap_or_default();
                words.rsplit(' ').next().map(str::to_owned) == surname
            })
        };
        let of_report = || {
            let named = self.people.iter().copied().filter(is).filter(|&person| by_surname(person));
            named.chain(self.managers().map(|(_, manager)| manager).filter(is))
        };
        if of_report().next().is_some() {
            return only(of_report());
        }
        // Who is big is called so for his charges.
        only(self.of_squads().filter(is).filter(|_| self.entry.is_some() && name.starts_with("Sir ")))
    }

    /// Whether the squads of the two sides have several of the surname of a full name.
    fn is_of_several(&self, name: &str) -> bool {
        let last = |name: &str| fold(name).rsplit(' ').next().map(str::to_owned);
        let wanted = last(name);
        self.entry.is_some()
            && self.of_squads().filter(|&person| last(&self.print(person)) == wanted).take(2).count() > 1
    }

    /// The only one of a surname who scored in the match.
    fn scorer_of_surname(&self, surname: &str) -> Option<PersonId> {
        let wanted = fold(surname);
        let is = |&person: &PersonId| fold(&self.print(person)).rsplit(' ').next() == Some(wanted.as_str());
        only(self.entry?.goals().filter_map(|goal| goal.player).filter(is))
    }

    /// The only one of a surname whom the record has, if he belongs to a team the report names: Klinsmann, on television.
    fn only_of_surname(&self, name: &str) -> Option<PersonId> {
        let wanted = fold(name);
        let surname = Key::of(&wanted);
        let people = self.view.record().people().iter().filter(|_| wanted.len() > LONE);
        let mut same = people.filter(|person| self.index.surname(person.id) == Some(surname));
        let first = same.next()?;
        let named = |team: TeamId| self.mentions.iter().any(|mention| mention.team == Some(team));
        let of_match = |team: &TeamId| self.entry.is_some_and(|entry| entry.side_of(*team).is_some()) || named(*team);
        let alone = same.all(|other| fold(&other.name) == fold(&first.name));
        (alone && first.teams.iter().any(of_match)).then_some(first.id)
    }

    /// Whether a given name is that of somebody of the record, or short for it, as far as its first letter tells.
    pub(super) fn agrees(&self, person: PersonId, name: &str) -> bool {
        let person = self.view.record().person(person);
        let letter = |name: &str| fold(name).chars().next();
        let titled = name.split(' ').any(|word| matches!(word, "Sir" | "Captain" | "Dr" | "Herr" | "Don" | "Big"));
        let all = std::iter::once(&person.name).chain(&person.other_names);
        titled || all.into_iter().any(|own| letter(own) == letter(name))
    }

    /// Whether a single word that was taken for a name can be one: a team is nobody, nor is a word no one has.
    pub(super) fn is_somebody(&self, name: &str) -> bool {
        if name.contains(' ') {
            return !self.teams.contains(name);
        }
        let last = |name: &str| fold(name.rsplit(' ').next().unwrap_or(name));
        let same =
            |person: PersonId| last(&self.print(person)) == last(name) || fold(&self.print(person)) == fold(name);
        self.people.iter().any(|&person| same(person)) || self.managers().any(|(_, person)| same(person))
    }

    /// The sentence of the outlet a place is in, as its place among the passages.
    pub(super) fn sentence_of(&self, place: usize) -> Option<usize> {
        self.sentences_before(place).next().map(|(_, index)| index)
    }

    /// The sentences of the outlet up to the one a place is in, the nearest first: where each begins, and its place among
    /// the passages.
    pub(super) fn sentences_before(&self, place: usize) -> impl Iterator<Item = (usize, usize)> {
        let here = self.sentences.partition_point(|(start, _)| *start <= place);
        self.sentences.get(..here).unwrap_or_default().iter().rev().copied()
    }

    /// Where a sentence of the outlet begins.
    pub(super) fn start_of(&self, passage: usize) -> Option<usize> {
        let at = self.sentences.partition_point(|(_, index)| *index < passage);
        self.sentences.get(at).map(|(start, _)| *start)
    }

    /// The sentence of the outlet before the one a place is in, as its place among the passages.
    pub(super) fn lead(&self, place: usize) -> Option<usize> {
        self.sentences_before(place).nth(1).map(|(_, index)| index)
    }

    /// Managers of the two sides, or of every team where there is no one match.
    pub(super) fn managers(&self) -> impl Iterator<Item = (TeamId, PersonId)> {
        let record = self.view.record();
        let all = self.editions.iter().flat_map(|&edition| &record.edition(edition).managers);
        let of_a_side = |team: TeamId| self.entry.is_none_or(|entry| entry.side_of(team).is_some());
        all.map(|appointment| (appointment.team, appointment.manager)).filter(move |(team, _)| of_a_side(*team))
    }

    /// Who was in charge of a team: in this match, in this edition, or in the last before the report if that is later.
    pub(super) fn manager(&self, team: TeamId, now: bool) -> Option<PersonId> {
        let record = self.view.record();
        let of = |edition: EditionId| {
            let mut all = record.edition(edition).managers.iter().filter(|appointment| appointment.team == team);
            let first = all.next()?.manager;
            all.next().is_none().then_some(first)
        };
        let latest = || {
            let begun = self.view.editions().filter(|edition| of(edition.id).is_some());
            let day = |edition: EditionId| self.view.span(edition).map(|span| span.first);
            begun.max_by_key(|edition| day(edition.id)).and_then(|edition| of(edition.id))
        };
        if now && (self.entry.is_some() || self.published.is_none()) {
            return latest();
        }
        let Some(entry) = self.entry else {
            return self.editions.iter().find_map(|&edition| of(edition));
        };
        let sheet = entry.side_of(team).and_then(|side| entry.sheet(side));
        sheet.and_then(|sheet| sheet.manager).or_else(|| of(entry.edition))
    }

    /// Whether the match is so long ago that the report is not of its day.
    fn looks_back(&self) -> bool {
        match (self.entry, self.published) {
            (Some(entry), Some(day)) => entry.date.checked_add(200.days()).is_ok_and(|later| later < day),
            (entry, _) => entry.is_none(),
        }
    }

    fn described(&self, speaker: &Speaker, previous: Option<&str>, (floor, near): (usize, bool)) -> Option<String> {
        // A dateline or a title may seem to name somebody: Nine-man Cameroon.
        let of_team = |name: &str| name.rsplit(' ').next().is_some_and(|last| self.teams.contains(last));
        let told = speaker.name.clone().filter(|told| self.person_of(told).is_some() || !of_team(told));
        let told = told.map(|told| self.person_of(&told).map_or(told, |person| self.print(person)));
        let Some(left) = self.left.get().checked_sub(1) else { return told };
        self.left.set(left);
        let span = &speaker.at.span;
        let after = self.text.get(span.end..).unwrap_or_default();
        let clause = if TELLING.iter().any(|telling| after.starts_with(telling)) {
            let end = after.char_indices().take(CLAUSE).find(|(_, c)| matches!(c, ',' | '.' | ';' | '"' | '“' | '‘'));
            end.map_or(0, |(at, _)| at)
        } else {
            home(after)
        };
        let whole = span.start..span.end + clause;
        let span = if home(after) > 0 { &whole } else { span };
        let words = self.text.get(whole.clone()).unwrap_or_default();
        let mut read = Description::read(words);
        if let Some(age) = apposed_age(after) {
            read.is_aged(age, age);
        }
        // A captain of another age than those who are recorded leads the team on the day.
        if let (Some(Role::Captain), Some((from, to))) = (read.role, read.aged)
            && self.entry.is_some()
            && self.only_captain_aged((from, to)).is_none()
        {
            read.role = Some(Role::Aged(from, to));
        }
        // At 61 he is no player.
        let old = matches!(read.role, Some(Role::Aged(from, _)) if from >= PLAYED_OUT);
        if old && words.ends_with("-year-old") && !self.looks_back() {
            read.role = Some(Role::Manager);
        }
        let definite = words.starts_with("the ") || words.starts_with("The ");
        if let Some(name) = self.of_kin(span, previous) {
            return Some(name);
        }
        if let Some(previous) = previous.filter(|name| definite && told.is_none() && self.holds_office(name, words)) {
            return Some(previous.to_owned());
        }
        // No list has numbers on shirts but the goalkeeper's.
        if read.role.is_none() && (words.contains(" number ") || words.contains(" No ")) {
            return None;
        }
        if !read.definite || is_stranger(words) && !self.holds_any_office(words) {
            return told;
        }
        // A federation or a paper is no person.
        if read.role.is_none() && !read.opposite && !is_of_human(words) {
            return told;
        }
        // The Italian in charge of England: the team comes last.
        let charge = IN_CHARGE.iter().find_map(|charge| words.find(charge)).map_or(whole.start, |at| whole.start + at);
        // The Madrid-born defender is of no team yet.
        let born = |mention: &&Mention| {
            let word = self.text.get(mention.span.start..).and_then(|rest| rest.split(' ').next());
            word.is_some_and(|word| word.ends_with("-born") || word.ends_with("-based"))
        };
        let named = self.within(&(charge..whole.end)).filter(|mention| !born(mention)).find_map(|mention| mention.team);
        if let Some(person) = self.of_deed(words, named) {
            return Some(self.print(person));
        }
        if (matches!(read.role, Some(Role::Scorer(_))) || words.contains(" who "))
            && let Some(person) = self.of_goal(words, named)
        {
            return Some(self.print(person));
        }
        // Of several who scored, none is known to have scored that one.
        if self.is_of_goal(words) && !self.lead_is_of_one(span.start) {
            return None;
        }
        // The captain of a club leads no side of the match.
        if read.role == Some(Role::Captain) && named.is_none() && self.names_known_club(span) {
            read.role = None;
        }
        // His captain is of the team of whoever spoke before, and not that speaker.
        let team = named.or_else(|| self.team_of(previous?).filter(|_| read.theirs));
        // The losing manager, the beaten captain.
        let by_result = |won: bool| {
            let entry = self.entry?;
            let winner = entry.winner()?;
            Some(entry.team(if won { winner } else { winner.other() }))
        };
        let team = team.or_else(|| by_result(read.won?));
        // The champions' coach: of whichever team the sentence before is about.
        let of_side = words.contains("champions'")
            || words.contains("champions’")
            || words.contains("holders'")
            || words.contains("hosts'");
        let team = team.or_else(|| self.first_team(span.start).filter(|_| of_side));
        if read.opposite {
            let leads = read.role == Some(Role::Manager);
            return self.opposite(previous?, leads).map(|person| self.print(person));
        }
        let wanted = Wanted { role: read.role, team, former: read.former, aged: read.aged };
        if let Some(previous) =
            previous.filter(|name| near && definite && self.is_epithet(name, (speaker, &whole), floor, wanted))
        {
            return Some(previous.to_owned());
        }
        // Which of those a sentence names came on, the first of them need not be.
        let of_club = read.role != Some(Role::Manager) && !read.former && self.names_known_club(&whole);
        let leads = |told| self.managers().any(|(_, manager)| manager == told);
        let came_on = |told| match (read.role, self.may_be(told, wanted)) {
            // Whoever leads a side is no man of a club.
            _ if of_club && leads(told) => false,
            (Some(Role::Substitute), None) => self.lead_is_of_one(span.start),
            (_, may) => may != Some(false),
        };
        let fits = |told: &String| self.person_of(told).is_none_or(came_on);
        let rejected = told.clone().filter(|told| !fits(told));
        let told = told.filter(fits);
        if let Some(name) = previous.filter(|_| self.is_mate(words)).and_then(|name| self.club_mate(name, span.start)) {
            return Some(self.print(name));
        }
        if definite
            && told.is_none()
            && read.role.is_none()
            && let Some(name) = self.of_origin(span, wanted)
        {
            return Some(name);
        }
        let led = || self.led_by_description(span, wanted, previous, (floor, near));
        let of_kin = || self.kin_of_lead(span.start, previous).filter(|_| read.role.is_none() || read.former);
        if definite
            && told.is_none()
            && !matches!(read.role, Some(Role::Manager | Role::Captain | Role::Referee | Role::Scorer(_)))
            && let Some(name) = led().or_else(of_kin).or_else(|| self.led_by_name(span, wanted, floor))
        {
            return Some(name);
        }
        let asked = Asked { at: span, role: read.role, team, former: read.former, aged: read.aged };
        if !matches!(read.role, Some(Role::Manager | Role::Referee))
            && let OfClub::Players(fits) = self.of_club(&asked)
        {
            let previous = previous.filter(|_| !read.theirs);
            let one = self.one_of_club(&fits, span.start, told.as_deref(), previous).map(|person| self.print(person));
            // Of somebody no squad has, no club is known.
            let stranger = || told.filter(|told| fits.is_empty() && self.person_of(told).is_none());
            return one.or_else(stranger);
        }
        if matches!(read.role, None | Some(Role::Player(_) | Role::Aged(..)))
            && let Some(person) = self.by_clubs_about(span, wanted, told.as_deref())
        {
            return Some(self.print(person));
        }
        match read.role {
            // In charge of a club, and of none of the teams in question.
            Some(Role::Manager) if !read.former && named.is_none() && self.names_known_club(span) => {
                told.filter(|told| !self.manages(told))
            }
            Some(Role::Manager) if !read.former => {
                let now = words.contains(" now ") || self.looks_back();
                let other = || self.other_manager(span.start).filter(|_| read.won.is_none());
                let led = self.of_lead(span.start, wanted).filter(|&led| self.may_be(led, wanted) == Some(true));
                let led = led.or_else(other);
                let by_record = match team {
                    Some(team) => self.manager(team, now),
                    None if read.theirs => self.manager(self.topic(span.start)?, now),
                    // Whichever of the two the sentence before is about, or of others in a round-up.
                    None if led.is_some() => led,
                    None if told.as_deref().is_some_and(|told| self.may_manage(told)) => None,
                    None if read.won.is_none()
                        && previous.is_some_and(|name| {
                            let aged = |person| self.may_be_aged(person, read.aged);
                            self.manages(name) && self.person_of(name).is_none_or(aged)
                        }) =>
                    {
                        return previous.map(str::to_owned);
                    }
                    None => self
                        .only_manager()
                        .filter(|&one| !self.is_named_later(one, span.start))
                        .or_else(|| self.manager(self.topic(span.start)?, now)),
                };
                by_record.map(|person| self.print(person)).or(told)
            }
            // The sentence before is about somebody whom all of it fits, or of whom the record knows nothing.
            Some(Role::Player(_) | Role::Aged(..)) | None
                if told.as_deref().is_some_and(|told| {
                    let told = self.person_of(told);
                    let fits = |told| wanted.team.is_some() && self.may_be(told, wanted) == Some(true);
                    told.map_or(read.role.is_some() && self.entry.is_some(), fits)
                }) =>
            {
                told
            }
            role => {
                let by_sheet = || {
                    if role != Some(Role::Captain) || read.former {
                        return None;
                    }
                    let instead = ["stand-in", "acting", "makeshift"].iter().any(|word| words.contains(word));
                    let captain = |team| if instead { self.second_captain(team) } else { self.captain(team) };
                    let captain = |team| captain(team).filter(|&person| self.may_be_aged(person, read.aged));
                    let near = previous.filter(|_| near);
                    let led = || self.led_team(span.start, told.as_deref(), rejected.as_deref(), near);
                    let topic = || self.topic(span.start).filter(|_| told.is_none());
                    let team = team.or_else(led).or_else(topic);
                    team.and_then(captain).or_else(|| self.only_captain_aged(read.aged?))
                };
                // Who is called a defender elsewhere need not be the one at the club.
                let at_club = || matches!(role, Some(Role::Player(_))) && self.names_known_club(span);
                let by_text = || self.introduced(&whole, wanted).filter(|_| !read.former && !at_club());
                // His captain is not he.
                let other = |&person: &PersonId| {
                    !read.theirs || previous.is_none_or(|name| fold(name) != fold(&self.print(person)))
                };
                if let Some(person) = by_sheet().filter(other) {
                    return Some(self.print(person));
                }
                let previous = previous.filter(|_| !read.theirs);
                let found = self.player(
                    &Asked { at: &whole, role, team, former: read.former, aged: read.aged },
                    told.clone(),
                    previous,
                );
                let by_match = || match role {
                    Some(Role::Scorer(least)) => self.scorer(least, words),
                    Some(Role::Player(&[Position::Goalkeeper])) if !read.former => {
                        let of_club = || self.side_at_home(span);
                        let of_topic = || self.keeper(team.or_else(of_club).or_else(|| self.topic(span.start))?);
                        self.keeper_of_lead(span.start).or_else(of_topic)
                    }
                    _ => None,
                };
                let found = found.or_else(|| by_match().map(|person| self.print(person)));
                let found = found.or_else(|| by_text().map(|person| self.print(person)));
                let found = found.or_else(|| self.anaphoric(&whole, speaker.basis, wanted, previous));
                found.or_else(|| self.by_the_way(&whole, wanted).filter(|_| definite))
            }
        }
    }

    /// Whom a description means that neither club nor office settles.
    fn by_the_way(&self, at: &Span, wanted: Wanted) -> Option<String> {
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
    fn anaphoric(&self, at: &Span, basis: Basis, wanted: Wanted, previous: Option<&str>) -> Option<String> {
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
    fn is_epithet(&self, name: &str, (speaker, whole): (&Speaker, &Span), floor: usize, wanted: Wanted) -> bool {
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
        let Some(person) = self.person_of(name) else { return false };
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

    /// Whether whoever has just spoken may be whom a description beside what is added means.
    fn may_add(&self, name: &str, speaker: &Speaker, floor: usize) -> bool {
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
    fn holds_any_office(&self, words: &str) -> bool {
        Description::read(words).opposite || words.contains(" in charge")
    }

    /// Whether the report says of whoever spoke last that he has an office a description names: `Football Association
    /// chief Mark Reed`, then `the FA chief executive`.
    fn holds_office(&self, name: &str, words: &str) -> bool {
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

    /// Whether somebody is a manager of one of the sides.
    pub(super) fn manages(&self, name: &str) -> bool {
        self.managers().any(|(_, manager)| fold(&self.print(manager)) == fold(name))
    }

    /// The team of a player or manager by printed name.
    pub(super) fn team_of(&self, name: &str) -> Option<TeamId> {
        let person = self.person_of(name)?;
        let managed = self.managers().find(|(_, manager)| *manager == person).map(|(team, _)| team);
        let of_match = |team: TeamId| self.entry.is_none_or(|entry| entry.side_of(team).is_some());
        let own = || self.view.record().person(person).teams.iter().copied().find(|&team| of_match(team));
        // A round-up tells of other matches of the tournament.
        let elsewhere = || {
            let squads = &self.view.record().edition(self.entry?.edition).squads;
            squads.iter().find(|squad| squad.players.iter().any(|one| one.player == person)).map(|squad| squad.team)
        };
        managed.or_else(own).or_else(elsewhere)
    }

    /// Whether the record leaves it open that somebody manages one of the sides.
    fn may_manage(&self, name: &str) -> bool {
        let mut managers = self.managers().peekable();
        self.entry.is_none()
            || managers.peek().is_none()
            || managers.any(|(_, person)| fold(&self.print(person)) == fold(name))
    }

    /// Whoever the sentence before a place names first, if he is in charge of a team of the tournament: a round-up tells of
    /// several matches.
    fn other_manager(&self, place: usize) -> Option<PersonId> {
        let lead = self.lead(place)?;
        let from = self.mentions.partition_point(|mention| mention.passage < lead);
        let here = self.mentions.iter().skip(from).take_while(|mention| mention.passage == lead);
        let first = here.filter(|mention| !self.owns(mention)).find(|mention| mention.of_person)?;
        let named = fold(self.text.get(first.span.clone())?);
        let record = self.view.record();
        let all = self.editions().flat_map(|edition| &record.edition(edition).managers);
        let mut all = all.map(|appointment| appointment.manager);
        all.find(|&manager| Some(manager) == first.person || fold(&self.print(manager)) == named)
    }

    /// Who is for the other side what somebody is for his: its manager, its captain, its goalkeeper.
    fn opposite(&self, name: &str, leads: bool) -> Option<PersonId> {
        let entry = self.entry?;
        let sides = [entry.home, entry.away];
        let managers = sides.map(|team| self.manager(team, false));
        let is = |person: &Option<PersonId>| person.is_some_and(|person| fold(&self.print(person)) == fold(name));
        match managers.iter().position(is) {
            Some(0) => return *managers.last()?,
            Some(_) => return *managers.first()?,
            None => {}
        }
        let person = self.person_of(name)?;
        let own = entry.side_of(self.team_of(name)?)?;
        let other = entry.team(own.other());
        // The rival coach, after one of the players.
        if leads {
            return self.manager(other, false);
        }
        let captain = (self.captains_a_side(person) == Some(true)).then(|| self.captain(other));
        let keeps = self.may_be(person, Wanted::of(Role::Player(GOALKEEPER))) == Some(true);
        let keeper = keeps.then(|| self.keeper(other));
        match (captain, keeper) {
            (Some(captain), None) => captain,
            (None, Some(keeper)) => keeper,
            // He is both: only if the other is as well.
            (Some(captain), Some(keeper)) => captain.filter(|_| captain == keeper),
            (None, None) => None,
        }
    }

    /// The one of the two goalkeepers of the match whom the sentence before a place names.
    fn keeper_of_lead(&self, place: usize) -> Option<PersonId> {
        let entry = self.entry?;
        let lead = self.of_sentence(self.lead(place)?);
        let keepers = [entry.home, entry.away].into_iter().filter_map(|team| self.keeper(team));
        only(keepers.filter(|keeper| lead.contains(keeper)))
    }

    /// The captain of one side who is of an age, if the other is not.
    fn only_captain_aged(&self, (from, to): (i16, i16)) -> Option<PersonId> {
        let entry = self.entry?;
        let captains = [entry.home, entry.away].into_iter().filter_map(|team| self.captain(team));
        only(captains.filter(|&captain| self.age(captain).is_some_and(|age| (from..=to).contains(&age))))
    }

    /// The editions of some two years about the match or the report that have squads.
    pub(super) fn squads_about(&self) -> &[EditionId] {
        self.squads_about.get_or_init(|| {
            let Some(day) = self.entry.map(|entry| entry.date).or(self.published) else { return Vec::new() };
            let (Ok(from), Ok(to)) = (day.checked_sub(ABOUT.days()), day.checked_add(ABOUT.days())) else {
                return Vec::new();
            };
            let near =
                |edition: EditionId| self.view.span(edition).is_some_and(|span| from <= span.first && span.first <= to);
            let all = self.view.editions().filter(|edition| !edition.squads.is_empty());
            all.map(|edition| edition.id).filter(|&edition| near(edition)).collect()
        })
    }

    /// The one manager of the two sides who is named.
    pub(super) fn only_manager(&self) -> Option<PersonId> {
        *self.only_manager.get_or_init(|| self.find_only_manager())
    }

    /// Whether a report names somebody after a place only.
    fn is_named_later(&self, person: PersonId, place: usize) -> bool {
        let mut own = self.mentions.iter().filter(|mention| mention.person == Some(person));
        own.next().is_some_and(|first| first.span.start > place)
    }

    fn find_only_manager(&self) -> Option<PersonId> {
        let text = self.text;
        let record = self.view.record();
        let named = |person: PersonId| {
            let name = &record.person(person).name;
            self.people.contains(&person)
                || name.rsplit(' ').next().is_some_and(|last| last.len() > 3 && text.contains(last))
        };
        let mut managers: Vec<PersonId> =
            self.managers().map(|(_, manager)| manager).filter(|&person| named(person)).collect();
        managers.sort_unstable();
        managers.dedup();
        match *managers.as_slice() {
            [one] => Some(one),
            _ => None,
        }
    }

    /// The team the last sentence before a place is about, one of the two where there is a match.
    fn topic(&self, place: usize) -> Option<TeamId> {
        let before = self.mentions.partition_point(|mention| mention.span.start < place);
        let all = self.mentions.get(before.saturating_sub(BACK)..before)?;
        let ours = |team: TeamId| self.entry.is_none_or(|entry| entry.side_of(team).is_some());
        let last = all.iter().rev().find(|mention| mention.team.is_some_and(ours))?.passage;
        // A sentence is about the team it names first; one that begins with another says little.
        for passage in (0..=last).rev().take(4) {
            let first = all.iter().find(|mention| mention.passage == passage && mention.team.is_some());
            if let Some(team) = first.and_then(|mention| mention.team).filter(|&team| ours(team)) {
                return Some(team);
            }
        }
        all.iter().rev().find_map(|mention| mention.team.filter(|&team| ours(team)))
    }
}

/// The bytes after a description that say from which club or place somebody is: the wee man from Forest.
fn home(after: &str) -> usize {
    let Some(rest) = after.strip_prefix(" from ") else { return 0 };
    let names = rest.split_inclusive(' ').take_while(|word| is_capital(word)).take(3);
    let end: usize = names.map(str::len).sum();
    let name = rest.get(..end).unwrap_or_default();
    let name = name.find([',', '.', ';', ':', '\n', '"', '“']).and_then(|at| name.get(..at)).unwrap_or(name);
    if name.is_empty() { 0 } else { " from ".len() + name.trim_end().len() }
}

/// The age that stands after a description: the hero, 29, said.
fn apposed_age(after: &str) -> Option<i16> {
    let rest = after.strip_prefix(", ")?;
    let age = rest.get(..2)?.parse().ok().filter(|age| (15..100).contains(age))?;
    rest.get(2..)?.starts_with([',', '.', ';', ')']).then_some(age)
}

/// A name without the address before it: Mr MacLeod.
fn untitled(name: &str) -> &str {
    const TITLES: &[&str] =
        &["Mr", "Mrs", "Ms", "Miss", "Herr", "Frau", "Señor", "Senor", "Signor", "Monsieur", "Major", "Colonel", "Dr"];
    name.split_once(' ').filter(|(title, _)| TITLES.contains(title)).map_or(name, |(_, rest)| rest)
}
