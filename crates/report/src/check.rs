//! Checks a report against the record.

use byline_record::ask::Verdict;
use byline_record::names::find::{Context, Names};
use byline_record::{EditionId, Match, PersonId, Record, TeamId, View};
use jiff::civil::Date;

use crate::anchor::{Game, anchor, editions, game, heavy, local};
use crate::checked::{Anchor, Checked, CheckedReport};
use crate::claim::Kind;
use crate::epithet::{name_captains, name_teams};
use crate::index::LazyIndex;
use crate::passage::{Passage, find_names, metonyms, passages};
use crate::preview::is_preview;
use crate::quote;
use crate::read::{Out, Reader};
use crate::text::Report;

/// How sure it must be which match a report is about for anything in it to be contradicted, from 0 to 1: below, a side
/// of it is not named, or another match is nearly as likely.
const SURE: f64 = 0.65;

/// Checks reports against one record. Names are prepared once; one checker serves any number of reports.
#[derive(Debug)]
pub struct Checker<'r> {
    names: Names<'r>,
    index: LazyIndex,
}

impl<'r> Checker<'r> {
    /// A checker of reports against `record`.
    #[must_use]
    pub const fn new(record: &'r Record) -> Self {
        Self { names: Names::new(record), index: LazyIndex::new() }
    }

    /// The record reports are checked against.
    #[must_use]
    pub const fn record(&self) -> &'r Record {
        self.names.record()
    }

    /// Every checkable statement of a report with its verdict, as the record stood on the day of the report.
    ///
    /// Nothing is said of another sport or of youth teams, and nothing is judged where it is not plain which match is
    /// meant.
    #[must_use]
    pub fn check(&self, report: &Report) -> CheckedReport {
        let mut quotes = quote::find(report);
        let text = self.names.take_apart(&crate::text::sentence::without_group_letters(report.text()));
        let Game::Football(sex) = game(&text) else {
            return CheckedReport { anchor: None, statements: Vec::new(), quotes };
        };
        let published = report.published.as_ref().map(|published| published.date);
        let view = self.record().as_of(published.unwrap_or(Date::MAX));
        // Which match it is, teams tell; people are looked for when it is known.
        let context = Context { sex: Some(sex), without_people: true, ..Context::default() };
        let index = self.index.get(self.record());
        let mut passages = passages(report, &quotes);
        find_names(&mut passages, &text, &self.names, &context);
        let mut found = anchor(&view, index, report, &text, &passages);
        let mut view = self.known(view, found.as_ref(), published);
        // Printed on the day of the match, and written before it.
        if let Some(entry) = found.as_ref().and_then(|found| view.get(found.in_match))
            && published == Some(entry.date)
            && is_preview(&view, &passages, entry)
        {
            view = view.morning_of(entry.date);
            let known = anchor(&view, index, report, &text, &passages);
            found = known.filter(|known| known.in_match == entry.id).or(found);
        }
        let entry = found.as_ref().and_then(|found| view.get(found.in_match));
        let context = match entry {
            Some(entry) => {
                let people = self.people(&view, entry, &passages);
                let of_match = Context::of_match(entry.id);
                Context { people, date: Some(entry.date), sex: Some(sex), ..of_match }
            }
            None => Context { without_people: false, ..context },
        };
        find_names(&mut passages, &text, &self.names, &context);
        quote::resolve(&mut quotes, report.text(), &view, index, entry, published, &passages);
        let to_come = match (entry, found.as_ref()) {
            (None, Some(found)) => view.fixture_by_id(found.in_match).map(|fixture| fixture.edition()),
            _ => None,
        };
        let tournaments = match entry.map(|entry| entry.edition).or(to_come) {
            Some(edition) => vec![edition],
            None => editions(&view, index, &passages, None),
        };
        metonyms(&mut passages, &|people| self.team_of(entry, &tournaments, people));
        let local = local(&view, index, report, &text, &passages, entry.map(|entry| entry.id));
        let editions = editions(&view, index, &passages, entry.map(|entry| entry.id));
        let fixture = match (entry, found.as_ref()) {
            (None, Some(found)) => view.fixture_by_id(found.in_match),
            _ => None,
        };
        let edition = entry.map(|entry| entry.edition).or_else(|| fixture.map(|fixture| fixture.edition()));
        if let Some(edition) = edition {
            name_teams(&mut passages, &view, edition);
        }
        if let Some(entry) = entry {
            name_captains(&mut passages, &view, entry);
        }
        let own = entry.map(|entry| [entry.home, entry.away]);
        let own = own.or_else(|| fixture.map(|fixture| [fixture.home(), fixture.away()]));
        let mut out = Out::new(view, own.map_or_else(Vec::new, Vec::from), report.zone.clone());
        Reader {
            names: &self.names,
            index,
            passages: &passages,
            anchor: entry,
            fixture,
            edition,
            editions,
            heavy: heavy(&passages),
            local,
        }
        .read(&mut out);
        let mut statements = out.finish();
        let day = entry.map(|entry| entry.date).or_else(|| fixture.map(|fixture| fixture.date()));
        crate::hindsight::weigh(&mut statements, &passages, (day, published));
        let unsure = found.as_ref().is_some_and(|found| found.confidence < SURE);
        if unsure || doubts(&statements) {
            for statement in statements.iter_mut().filter(|statement| statement.verdict == Verdict::Contradicted) {
                if statement.kind != Kind::SelfConsistency {
                    statement.verdict = Verdict::NotRead;
                    statement.reason = Some("the report disagrees, and it may be about another match".to_owned());
                }
            }
        }
        let anchor = found.map(|found| Anchor { to_come: fixture.is_some(), ..found });
        CheckedReport { anchor, statements, quotes }
    }

    /// The view a report is judged by. A report without a day is judged on the day of its match.
    fn known(&self, view: View<'r>, found: Option<&Anchor>, published: Option<Date>) -> View<'r> {
        match (published, found.and_then(|found| view.get(found.in_match))) {
            (None, Some(entry)) => view.no_later_than(entry.date),
            _ => view,
        }
    }

    /// The team somebody stands for: the one he managed at one of the tournaments told of, or his own; of several the one
    /// in the match.
    fn team_of(&self, entry: Option<&Match>, tournaments: &[EditionId], people: &[PersonId]) -> Option<TeamId> {
        let record = self.record();
        let of_match = |team: TeamId| entry.is_some_and(|entry| record.side_of_line(entry, team).is_some());
        let managed = |person: PersonId| {
            let appointments = tournaments.iter().flat_map(|&edition| &record.edition(edition).managers);
            appointments.into_iter().filter(move |held| held.manager == person).map(|held| held.team)
        };
        let mut led: Vec<TeamId> = people.iter().flat_map(|&person| managed(person)).collect();
        led.dedup();
        let own = people.iter().flat_map(|&person| record.person(person).teams.iter().copied());
        let mut teams: Vec<TeamId> = led.iter().copied().chain(own).collect();
        teams.dedup();
        let here = teams.iter().copied().find(|&team| of_match(team));
        here.or(match (led.as_slice(), teams.as_slice()) {
            (&[team], _) | (_, &[team]) => Some(team),
            _ => None,
        })
    }

    /// The squads of other teams the report names that played in the same edition.
    fn people(&self, view: &View<'r>, entry: &Match, passages: &[Passage]) -> Vec<PersonId> {
        let mut teams: Vec<_> =
            passages.iter().flat_map(|passage| &passage.names).filter_map(crate::passage::Name::team).collect();
        teams.sort_unstable();
        teams.dedup();
        teams
            .into_iter()
            .filter(|&team| team != entry.home && team != entry.away)
            .filter_map(|team| view.squad(entry.edition, team))
            .flat_map(|squad| squad.players.iter().map(|one| one.player))
            .collect()
    }
}

/// Whether so much is contradicted that the match, or the reading, is likelier wrong than the report: desks make a
/// mistake here and there, not in every other sentence.
fn doubts(statements: &[Checked]) -> bool {
    let count = |verdict: Verdict| statements.iter().filter(|statement| statement.verdict == verdict).count();
    let wrong = count(Verdict::Contradicted);
    wrong >= 2 && wrong > count(Verdict::Confirmed) + count(Verdict::Rounding)
}
