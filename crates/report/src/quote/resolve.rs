//! Speakers by the record: full names for surnames, and who a description means.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{BTreeSet, HashMap, HashSet};

use byline_record::{EditionId, Match, PersonId, Position, TeamId, View, fold};
use jiff::ToSpan;
use jiff::civil::Date;

use super::anaphora::{Wanted, only};
use super::club::OfClub;
use super::describe::{Description, IN_CHARGE, Role};
use super::lexicon::{is_capital, is_of_human, is_of_people};
use super::player::Asked;
use super::state::is_stranger;
use super::{Basis, Quotes, Speaker, SpeakerForm};
use crate::Span;
use crate::index::Index;
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
    pub(super) index: &'a Index,
    pub(super) entry: Option<&'a Match>,
    /// The edition of the match, then those played about the day of the report.
    editions: Vec<EditionId>,
    /// In the order of the text.
    pub(super) mentions: Vec<Mention>,
    /// Everybody named, once and in order.
    pub(super) people: Vec<PersonId>,
    pub(super) published: Option<Date>,
    /// The words for teams.
    pub(super) teams: HashSet<&'a str>,
    /// The one person the titles over the story name.
    headline: Option<PersonId>,
    /// Sentences of the outlet: where each begins, and its place among the passages.
    sentences: Vec<(usize, usize)>,
    pub(super) only_manager: OnceCell<Option<PersonId>>,
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
    // Where the speaker before was last described.
    let mut described: Option<Span> = None;
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
        let previous = before.as_ref().and_then(|(_, name)| name.as_ref());
        if speaker.form == SpeakerForm::Description {
            // The Everton man is not the Juventus man.
            let at = &speaker.at.span;
            let same = speaker.name.is_some() && speaker.name.as_ref() == previous;
            let last = described.as_ref().filter(|last| same && known.is_of_another_club(at, last));
            if let Some(last) = last {
                let other = known.beside_speaker(speaker, last.start);
                speaker.name = other.map(|other| known.print(other));
            }
            described = Some(at.clone());
        } else if speaker.name.as_ref() != previous {
            described = None;
        }
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

    /// Whether the match is so long ago that the report is not of its day.
    pub(super) fn looks_back(&self) -> bool {
        match (self.entry, self.published) {
            (Some(entry), Some(day)) => entry.date.checked_add(200.days()).is_ok_and(|later| later < day),
            (entry, _) => entry.is_none(),
        }
    }

    pub(super) fn described(
        &self,
        speaker: &Speaker,
        previous: Option<&str>,
        (floor, near): (usize, bool),
    ) -> Option<String> {
        // A dateline or a title may seem to name somebody: Nine-man Cameroon.
        let of_team = |name: &str| {
            self.teams.contains(name) || name.rsplit(' ').next().is_some_and(|last| self.teams.contains(last))
        };
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
        // Tottenham's Korean plays there.
        if words.split(' ').nth(2).is_none()
            && words.rsplit(' ').next().is_some_and(is_of_people)
            && self.names_known_club(span)
        {
            read.role = None;
        }
        // At 61 he is no player.
        let old = matches!(read.role, Some(Role::Aged(from, _)) if from >= PLAYED_OUT);
        if old && words.ends_with("-year-old") && !self.looks_back() {
            read.role = Some(Role::Manager);
        }
        let definite = words.starts_with("the ") || words.starts_with("The ");
        if let Some(name) = self.of_kin(span, previous).or_else(|| self.child_of_lead(span)) {
            return Some(name);
        }
        if matches!(words, "the latter" | "The latter" | "the former" | "The former") {
            return self.of_two(span.start, words.ends_with("latter")).map(|person| self.print(person));
        }
        // The other scorer is not he who has just spoken.
        let other = words.starts_with("the other ") || words.starts_with("The other ");
        let told = told.filter(|told| !other || previous != Some(told));
        let spoke = previous;
        let previous = previous.filter(|_| !other);
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
        // Their French manager has another team.
        let foreign = |team: TeamId| {
            read.role == Some(Role::Manager)
                && read.theirs
                && self.entry.is_some_and(|entry| entry.side_of(team).is_none())
        };
        let named = named.filter(|&team| !foreign(team));
        if let Some(person) = self.of_deed(words, named) {
            return Some(self.print(person));
        }
        if let (true, Some(Role::Scorer(_)), Some(spoke)) = (other, read.role, spoke) {
            return self.other_scorer(named, spoke).map(|person| self.print(person)).or(told);
        }
        let tells = words.contains(" who ") || words.contains(" with the winning ");
        if (matches!(read.role, Some(Role::Scorer(_))) || tells)
            && let Some(person) = self.of_goal(words, named)
        {
            return Some(self.print(person));
        }
        // Of several who scored, none is known to have scored that one.
        if self.is_of_goal(words) && !self.lead_is_of_one(span.start) {
            return None;
        }
        if read.role == Some(Role::Captain)
            && named.is_none()
            && let Some(person) = self.captain_who_scored(after)
        {
            return Some(self.print(person));
        }
        // The captain of a club leads no side of the match.
        if read.role == Some(Role::Captain) && named.is_none() && self.names_known_club(span) {
            read.role = None;
        }
        // His captain is of the team of whoever spoke before, and not that speaker.
        // Their captain is of the team of which a sentence of its own has told since.
        let of_lead = || {
            let plural = words.starts_with("their ") || words.starts_with("Their ");
            let since = plural && self.start_of(self.lead(span.start)?)? >= floor;
            let side = |team: &TeamId| self.entry.is_some_and(|entry| entry.side_of(*team).is_some());
            self.first_team(span.start).filter(|team| since && side(team))
        };
        // His coach is of the team of him of whom a sentence has told since.
        let of_told = || {
            let his = ["his ", "her ", "His ", "Her "].iter().any(|his| words.starts_with(his));
            let told = self.told_since(span.start, floor).filter(|_| his && floor > 0)?;
            self.team_of(&told).filter(|_| !self.manages(&told))
        };
        // Southgate's captain is of the team he manages or plays for.
        let of_owner = || {
            let (owner, _) = words.split_once("'s ").or_else(|| words.split_once("’s "))?;
            let of_whole = |mention: &&Mention| self.text.get(mention.span.clone()) == Some(owner);
            let person = self.within(span).find(of_whole)?.person?;
            self.team_of(&self.print(person)).filter(|_| matches!(read.role, Some(Role::Captain | Role::Player(_))))
        };
        let team = named
            .or_else(of_owner)
            .or_else(of_lead)
            .or_else(of_told)
            .or_else(|| self.team_of(previous?).filter(|_| read.theirs));
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
        // The coach of whoever has just played and spoken, if another is named only later.
        let named_later =
            |told: &String| self.person_of(told).is_some_and(|told| self.is_named_later(told, span.start));
        if read.role == Some(Role::Manager)
            && (definite && !read.opposite && !read.former && team.is_none())
            && words.split(' ').count() == 2
            && told.as_ref().is_some_and(named_later)
            && let Some(manager) =
                previous.filter(|_| near).and_then(|name| self.manager_of_speaker(name, floor..span.start))
        {
            return Some(self.print(manager));
        }
        // His England counterpart: the team is named.
        read.opposite |= words.ends_with(" colleague")
            && named.is_some_and(|team| self.entry.is_some_and(|entry| entry.side_of(team).is_some()));
        if let (true, Some(team), Some(previous)) = (read.opposite, named, previous)
            && self.manages(previous)
        {
            return self.manager(team, false).map(|person| self.print(person)).filter(|name| name != previous);
        }
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
                        .or_else(|| self.manager_of_speaker(previous.filter(|_| near)?, floor..span.start))
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
                let instead = ["stand-in", "acting", "makeshift"].iter().any(|word| words.contains(word));
                let by_sheet = || {
                    if role != Some(Role::Captain) || read.former {
                        return None;
                    }
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
                // Who leads a team on the day is not its captain.
                let of_lead = || self.led_by_name(span, Wanted { role: None, ..wanted }, floor);
                if instead
                    && role == Some(Role::Captain)
                    && let Some(name) = rejected.or_else(of_lead)
                {
                    return Some(name);
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

    /// The team the last sentence before a place is about, one of the two where there is a match.
    pub(super) fn topic(&self, place: usize) -> Option<TeamId> {
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
