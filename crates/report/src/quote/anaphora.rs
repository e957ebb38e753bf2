//! Whom a description means by what the report and the record tell of those named before it.

use byline_record::{PersonId, Position, TeamId, fold};

use super::describe::{Description, Role};
use super::resolve::{Known, Mention};
use crate::Span;

/// Bytes beside a name in which it is said what somebody is.
const APPOSITION: usize = 48;
/// How many names back whoever a description may mean is looked for.
const BEHIND: usize = 8;
/// The most names looked at for who is introduced as something.
const INTRODUCED: usize = 96;

/// What a description asks of whoever it means.
#[derive(Clone, Copy)]
pub(super) struct Wanted {
    pub(super) role: Option<Role>,
    /// The team or country it names.
    pub(super) team: Option<TeamId>,
    pub(super) former: bool,
}

impl Known<'_, '_> {
    /// The person of a printed name, among those the report names or who manage a side.
    pub(super) fn person_of(&self, name: &str) -> Option<PersonId> {
        let wanted = fold(name);
        let is = |person: &PersonId| fold(&self.print(*person)) == wanted;
        self.people.iter().copied().find(is).or_else(|| self.managers().map(|(_, person)| person).find(is))
    }

    /// Whether somebody may be whom a description means: `None` where neither record nor report tell.
    pub(super) fn may_be(&self, person: PersonId, wanted: Wanted) -> Option<bool> {
        let record = self.view.record();
        let manages: Vec<TeamId> =
            self.managers().filter(|(_, manager)| *manager == person).map(|(team, _)| team).collect();
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
            Some(Role::Captain | Role::Scorer(_)) if !manages.is_empty() => Some(false),
            Some(Role::Scorer(least)) => {
                let goals = self.entry.map(|entry| entry.goals().filter(|goal| goal.player == Some(person)).count());
                goals.map(|goals| goals >= least)
            }
            Some(Role::Manager) if !wanted.former => {
                (self.entry.is_some() && self.managers().next().is_some()).then_some(!manages.is_empty())
            }
            Some(Role::Captain) if !wanted.former => self.captains_a_side(person),
            Some(Role::Aged(from, to)) => self.age(person).map(|age| (from..=to).contains(&age)),
            Some(Role::Referee) => self.entry.and_then(|entry| entry.referee).map(|referee| referee == person),
            _ => None,
        };
        match (known, of_role) {
            (_, Some(false)) => Some(false),
            (one, other) => one.and(other.or(one)).or(other),
        }
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
        let here = all.get(from..)?.iter().filter(|mention| mention.passage == lead);
        let mut people = here.filter_map(|mention| mention.person);
        people.find(|&person| self.may_be(person, wanted) != Some(false))
    }

    /// Whether a sentence right before a place names one person only.
    pub(super) fn lead_is_of_one(&self, place: usize) -> bool {
        let Some(lead) = self.lead(place) else { return false };
        let before = self.mentions.partition_point(|mention| mention.span.end <= place);
        let here = self.mentions.iter().take(before).rev().take_while(|mention| mention.passage >= lead);
        // Southgate's side is not Southgate.
        let owner = |mention: &&Mention| {
            let after = self.text.get(mention.span.end..).unwrap_or_default();
            after.starts_with("'s ") || after.starts_with("’s ")
        };
        let told = here.filter(|mention| mention.passage == lead).filter(|mention| !owner(mention));
        let mut people = told.filter_map(|mention| mention.person);
        let first = people.next();
        people.all(|other| Some(other) == first)
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
}
