//! How far the record reaches over what a statement counts: what never, first, only, how many must ask.
//!
//! Two things can be missing: rows of a table in an edition the record has, and whole editions. The record says the
//! first itself ([`Coverage`](crate::Coverage)). For the second: a championship is held whole if our own facts
//! have an edition of it with complete results, for they are compiled competition by competition; anything else is
//! held whole only in a record that has friendlies too, which come with a list of all internationals.

use jiff::civil::Date;

use crate::ask::answer::Caveat;
use crate::ask::statement::Subject;
use crate::merge::BUILT_IN;
use crate::{CompetitionClass, CompetitionId, EditionId, Extent, PersonId, Table, TeamKind};

use super::asked::Asked;
use super::happenings::{EditionFeat, What};
use super::query::Query;
use super::{scoping, titles, words};

/// Ages between which a person can have been a player, in years.
const PLAYING_AGES: std::ops::RangeInclusive<i16> = 14..=46;

/// What is missing from a count.
#[derive(Clone, Debug, Default)]
pub(super) struct Reach {
    /// Editions whose table is not complete.
    gaps: Vec<(Table, EditionId)>,
    /// Editions of which the record does not know what is counted: no final ranking, no stages, no hosts.
    untold: Vec<EditionId>,
    /// What is counted, where that is not all there was.
    counted_only_in: Option<String>,
}

impl Reach {
    /// Whether nothing is missing.
    pub(super) fn is_complete(&self) -> bool {
        self.gaps.is_empty() && self.untold.is_empty() && self.counted_only_in.is_none()
    }

    /// What is missing, as caveats.
    pub(super) fn caveats(&self, asked: &Asked<'_>) -> Vec<Caveat> {
        let mut caveats = Vec::new();
        for &table in Table::ALL {
            let of_table = self.gaps.iter().filter(|&&(of, _)| of == table).map(|&(_, id)| id).collect::<Vec<_>>();
            if !of_table.is_empty() {
                caveats.push(Caveat::Incomplete(table));
                caveats.push(Caveat::Note(format!("{table} not complete: {}", named(asked, &of_table))));
            }
        }
        if !self.untold.is_empty() {
            let editions = named(asked, &self.untold);
            caveats.push(Caveat::Note(format!("Ranking, stages or hosts not recorded: {editions}")));
        }
        if let Some(counted) = &self.counted_only_in {
            caveats
                .push(Caveat::Note(format!("Counted in {counted} only: the record does not hold every other match")));
        }
        caveats
    }
}

/// Editions by name; many of one competition by their number: `friendly (19 editions)`.
fn named(asked: &Asked<'_>, editions: &[EditionId]) -> String {
    let mut by_competition: Vec<(CompetitionId, Vec<EditionId>)> = Vec::new();
    for &id in editions {
        let competition = asked.competition_of(id);
        match by_competition.iter_mut().find(|(known, _)| *known == competition) {
            Some((_, list)) => list.push(id),
            None => by_competition.push((competition, vec![id])),
        }
    }
    let mut names = Vec::new();
    for (competition, list) in by_competition {
        if list.len() > 3 {
            names.push(format!("{} ({} editions)", words::competition(asked.record(), competition), list.len()));
        } else {
            names.extend(list.iter().map(|&id| words::edition(asked.record(), id)));
        }
    }
    words::some_of(&names, 6)
}

/// What is asked of the record's completeness.
#[derive(Clone, Copy, Debug)]
pub(super) struct Needs<'t> {
    pub(super) tables: &'t [Table],
    /// Whose matches matter; everybody's for `None`.
    pub(super) whose: Option<Subject>,
    /// The one competition that matters, where the feat names it.
    pub(super) competition: Option<CompetitionId>,
    /// The feat of an edition that is counted, where it is one.
    pub(super) feat: Option<EditionFeat>,
    /// First and last day that matter.
    pub(super) from: Date,
    pub(super) to: Date,
}

impl<'t> Needs<'t> {
    pub(super) const fn of(tables: &'t [Table], whose: Option<Subject>) -> Self {
        Self { tables, whose, competition: None, feat: None, from: Date::MIN, to: Date::MAX }
    }

    /// What a query must have complete.
    pub(super) const fn of_query(query: &Query) -> Self {
        let feat = match query.what {
            What::Edition(feat) => Some(feat),
            _ => None,
        };
        Self { competition: query.competition, feat, ..Self::of(query.what.tables(), query.whose) }
    }
}

/// How far the record reaches over the scope of a question.
pub(super) fn reach(asked: &Asked<'_>, needs: &Needs<'_>) -> Reach {
    let view = asked.view;
    let mut reach = Reach::default();
    let took_part = needs.whose.map(|whose| editions_of(asked, whose));
    let wanted = |id: CompetitionId| needs.competition.is_none_or(|only| only == id);
    for edition in view.editions() {
        let id = edition.id;
        let Some(span) = view.span(id) else { continue };
        let in_scope = wanted(edition.competition) && scoping::holds_edition(asked, id);
        let in_years = [span.first, span.last].iter().any(|day| scoping::holds_year(asked, id, day.year()));
        if !in_scope || !in_years || span.last < needs.from || span.first > needs.to {
            continue;
        }
        let results = view.extent(id, Table::Results);
        let concerned = took_part.as_ref().is_none_or(|list| list.binary_search(&id).is_ok());
        if results < Extent::Complete && !concerned {
            // Whether the subject took part is itself not known.
            reach.gaps.push((Table::Results, id));
            continue;
        }
        if !concerned || !may_have_played(asked, needs.whose, id) {
            continue;
        }
        if needs.feat.is_some_and(|feat| !titles::tells(asked, feat, edition)) {
            reach.untold.push(id);
        }
        reach.gaps.extend(
            needs.tables.iter().filter(|&&table| view.extent(id, table) < Extent::Complete).map(|&table| (table, id)),
        );
    }
    if asked.scope.edition.is_none() {
        reach.counted_only_in = counted_only_in(asked, needs.competition);
    }
    reach
}

/// Editions with a match of a subject, ascending.
fn editions_of(asked: &Asked<'_>, whose: Subject) -> Vec<EditionId> {
    let mut editions: Vec<EditionId> = asked
        .teams_of_subject(whose)
        .into_iter()
        .flat_map(|team| asked.view.matches_of(team))
        .map(|entry| entry.edition)
        .collect();
    editions.sort_unstable();
    editions.dedup();
    editions
}

/// Whether a person can have played in an edition: the squads decide where they are complete, else the age.
fn may_have_played(asked: &Asked<'_>, whose: Option<Subject>, edition: EditionId) -> bool {
    let Some(Subject::Person(person)) = whose else { return true };
    if asked.view.extent(edition, Table::Squads) == Extent::Complete {
        return in_squad(asked, person, edition);
    }
    let (Some(born), Some(span)) = (asked.record().person(person).born, asked.view.span(edition)) else {
        return true;
    };
    PLAYING_AGES.contains(&(span.first.year() - born.year()))
}

fn in_squad(asked: &Asked<'_>, person: PersonId, edition: EditionId) -> bool {
    let squads = &asked.record().edition(edition).squads;
    squads.iter().any(|squad| squad.players.iter().any(|one| one.player == person))
}

/// What is counted, unless it is all there was.
fn counted_only_in(asked: &Asked<'_>, competition: Option<CompetitionId>) -> Option<String> {
    let named: Vec<CompetitionId> = match competition {
        Some(id) => vec![id],
        None => asked.scope.competitions.clone(),
    };
    let has_friendlies = asked.view.editions().any(|edition| {
        let competition = asked.record().competition(edition.competition);
        competition.class == CompetitionClass::Friendly
            && competition.sex == asked.scope.sex
            && asked.view.extent(edition.id, Table::Results) == Extent::Complete
    });
    let all = has_friendlies && asked.kind == TeamKind::National;
    let whole = if named.is_empty() { all } else { named.iter().all(|&id| all || is_ours(asked, id)) };
    if whole {
        return None;
    }
    let counted = if named.is_empty() { scoping::competitions(asked) } else { named };
    let names: Vec<String> = counted.iter().map(|&id| words::competition(asked.record(), id)).collect();
    Some(if names.is_empty() { "nothing".to_owned() } else { words::some_of(&names, 4) })
}

/// Whether our own facts hold a competition from its beginning.
fn is_ours(asked: &Asked<'_>, competition: CompetitionId) -> bool {
    let record = asked.record();
    record.competition(competition).class == CompetitionClass::Finals
        && record.editions().iter().any(|edition| {
            edition.competition == competition
                && edition.coverage.of(Table::Results) == Extent::Complete
                && record.sources_in(edition.sources).any(|source| &*source.key == BUILT_IN)
        })
}
