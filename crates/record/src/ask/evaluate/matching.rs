//! From a match as a statement points to it to the matches of the record, and from several matches to one finding.

use jiff::civil::Date;

use crate::ask::answer::Caveat;
use crate::ask::statement::{MatchRef, Subject, When, Which};
use crate::ask::{Value, Verdict};
use crate::{Extent, Fixture, Match, PersonId, Side, Table, TeamId};

use super::asked::Asked;
use super::completeness::{self, Needs, Reach};
use super::finding::Finding;
use super::{happenings, scoping, titles, words};

/// A match that fits, and the side of the team spoken of (the first side where none is).
#[derive(Clone, Copy, Debug)]
pub(super) struct Found<'r> {
    pub(super) entry: &'r Match,
    pub(super) side: Side,
    /// Whether it fits the date only by another time zone.
    pub(super) by_zone: bool,
}

/// How a date fits what was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateFit {
    Exact,
    /// The day before or after on the clock of another time zone.
    ByZone,
    No,
}

/// Matches a statement can mean, oldest first. A person said to be in it stands in for a team that is not named.
pub(super) fn matches<'r>(asked: &Asked<'r>, at: &MatchRef, person: Option<PersonId>) -> Vec<Found<'r>> {
    let found = |entry: &'r Match, by_zone| {
        let side = match (at.team, at.opponent) {
            (Some(team), _) => asked.side(entry, team)?,
            (None, Some(opponent)) => asked.side(entry, opponent)?.other(),
            (None, None) => Side::Home,
        };
        Some(Found { entry, side, by_zone })
    };
    if let Some(id) = at.id {
        return asked.view.get(id).and_then(|entry| found(entry, false)).into_iter().collect();
    }
    let whose = at.team.or(at.opponent).map(Subject::Team).or(person.map(Subject::Person));
    let fitting: Vec<(Found<'r>, DateFit)> = happenings::matches(asked, whose)
        .into_iter()
        .filter(|entry| scoping::holds(asked, entry) && fits_but_for_date(asked, at, entry))
        .filter_map(|entry| Some((found(entry, false)?, date_fit(entry, &at.when))))
        .filter(|(found, _)| scoping::holds_ground(asked, found.entry, found.side))
        .filter(|(found, _)| match (at.team, at.opponent, person) {
            // "Kane scored against Senegal": his team is the other side.
            (None, Some(_), Some(person)) => plays_in(asked, person, found.entry) == Some(found.side),
            _ => true,
        })
        .collect();
    let with = |fit: DateFit| -> Vec<Found<'r>> {
        let by_zone = fit == DateFit::ByZone;
        fitting.iter().filter(|&&(_, is)| is == fit).map(|&(found, _)| Found { by_zone, ..found }).collect()
    };
    let mut found = with(DateFit::Exact);
    if found.is_empty() {
        found = with(DateFit::ByZone);
    }
    match at.which {
        Which::Any => {}
        Which::Latest => found = found.pop().into_iter().collect(),
        Which::First => found.truncate(1),
    }
    found
}

fn fits_but_for_date(asked: &Asked<'_>, at: &MatchRef, entry: &Match) -> bool {
    let edition = asked.record().edition(entry.edition);
    let teams = match (at.team, at.opponent) {
        (Some(team), Some(opponent)) => {
            asked.side(entry, team).is_some_and(|side| asked.counts_as(entry.team(side.other()), opponent))
        }
        (Some(team), None) | (None, Some(team)) => asked.side(entry, team).is_some(),
        (None, None) => true,
    };
    teams
        && at.competition.is_none_or(|competition| competition == edition.competition)
        && at.stage.is_none_or(|stage| entry.is_at(stage))
        && at.when.edition.is_none_or(|id| id == edition.id)
        && at.when.year.is_none_or(|year| at.when.date.is_some() || asked.record().is_of_year(entry, year))
}

/// How the day of a match fits a date or a day of the week.
pub(super) fn date_fit(entry: &Match, when: &When) -> DateFit {
    let fits = |date: Date| {
        when.date.is_none_or(|said| said == date) && when.weekday.is_none_or(|said| said == date.weekday())
    };
    if fits(entry.date) {
        return DateFit::Exact;
    }
    let elsewhere = entry.kick_off.is_some_and(|kick_off| kick_off.dates_on_earth(entry.date).any(fits));
    if elsewhere { DateFit::ByZone } else { DateFit::No }
}

/// Whether the statement leaves no choice of match: it is named by day or identifier, one match fits a year or a
/// stage, the edition is named and its results are complete, or every match there ever was is in the record.
pub(super) fn is_pinned(asked: &Asked<'_>, at: &MatchRef, found: &[Found<'_>]) -> bool {
    let edition = at.when.edition.or(asked.scope.edition);
    let clue = at.id.is_some() || at.when.date.is_some() || at.when.year.is_some() || at.stage.is_some();
    (clue && found.len() == 1)
        || edition.is_some_and(|id| titles::is_complete(asked, id))
        || reach_of(asked, at).is_complete()
}

/// How far the results reach over what a statement can mean.
fn reach_of(asked: &Asked<'_>, at: &MatchRef) -> Reach {
    let whose = at.team.or(at.opponent).map(Subject::Team);
    let needs = Needs { competition: at.competition, ..Needs::of(&[Table::Results], whose) };
    completeness::reach(asked, &needs)
}

/// What to say where no match fits.
pub(super) fn none(asked: &Asked<'_>, at: &MatchRef) -> Finding {
    let record = asked.record();
    if let Some(fixture) = coming(asked, at) {
        let (home, away) = (words::team(record, fixture.home()), words::team(record, fixture.away()));
        return Finding::unknown(
            format!("{home} v {away} is to be played on {}", words::date(fixture.date())),
            format!("not over on {}, the last day that is known here", words::date(asked.view.as_of())),
        );
    }
    let described = words::match_ref(record, at);
    if let (Some(team), Some(opponent), Some(edition)) = (at.team, at.opponent, at.when.edition)
        && at.stage.is_none()
        && titles::is_complete(asked, edition)
        && asked.view.is_over(edition)
    {
        let (team, opponent) = (words::team(record, team), words::team(record, opponent));
        let edition = words::edition(record, edition);
        return Finding::unknown(
            format!("{team} and {opponent} did not meet at the {edition}"),
            "the results of that edition are complete and have no such match",
        );
    }
    Finding::unknown(format!("The record has no such match: {described}"), "no match of the record fits")
}

fn coming<'r>(asked: &Asked<'r>, at: &MatchRef) -> Option<Fixture<'r>> {
    if let Some(id) = at.id {
        return (id.index() < asked.record().match_count())
            .then(|| asked.record().match_at(id))
            .and_then(|entry| asked.view.fixture(entry));
    }
    let team = at.team.or(at.opponent)?;
    let other = at.opponent.filter(|&other| other != team);
    let mut ahead = asked.view.fixtures_of(team).filter(|fixture| {
        let between = [fixture.home(), fixture.away()];
        other.is_none_or(|other| between.contains(&other))
            && at.when.edition.is_none_or(|id| id == fixture.edition())
            && at.when.date.is_none_or(|date| date == fixture.date())
            && at.when.year.is_none_or(|year| year == fixture.date().year())
            && at.stage.is_none_or(|stage| fixture.stage().is_some_and(|is| is.kind == stage))
    });
    ahead.next()
}

/// Judges every match that fits and makes one finding of it: if they differ in the answer, all are shown.
pub(super) fn each(
    asked: &Asked<'_>,
    at: &MatchRef,
    person: Option<PersonId>,
    judge: impl Fn(&Found<'_>) -> Finding,
) -> Finding {
    let found = matches(asked, at, person);
    let mut findings: Vec<(&Found<'_>, Finding)> = found.iter().map(|found| (found, judge(found))).collect();
    let Some((last, latest)) = findings.pop() else { return none(asked, at) };
    let pinned = is_pinned(asked, at, &found);
    let unsure = if pinned { Vec::new() } else { reach_of(asked, at).caveats(asked) };
    if findings.is_empty() {
        let mut finding = by_zone(last, latest).with(unsure);
        if finding.verdict == Verdict::Contradicted && !pinned {
            finding.verdict = Verdict::NotInRecord;
            finding = finding.because("the only match of the record that fits, but there may be others");
        }
        return finding;
    }
    findings.push((last, latest.clone()));
    let named =
        |(found, finding): &(&Found<'_>, Finding)| format!("{} ({})", finding.fact, words::date(found.entry.date));
    let of = |verdict: Verdict| -> Vec<&(&Found<'_>, Finding)> {
        findings.iter().rev().filter(|(_, finding)| finding.verdict == verdict).collect()
    };
    let total = u32::try_from(findings.len()).unwrap_or(u32::MAX);
    let order = [Verdict::Confirmed, Verdict::Rounding, Verdict::RecordDiffers, Verdict::Contradicted];
    let verdict = order.into_iter().find(|&verdict| !of(verdict).is_empty()).unwrap_or(Verdict::NotInRecord);
    let chosen = of(verdict);
    let facts: Vec<String> = chosen.iter().map(|found| named(found)).collect();
    let same = chosen.iter().all(|(_, one)| chosen.first().is_some_and(|(_, first)| first.fact == one.fact));
    let fact = match chosen.first() {
        Some((_, first)) if same && chosen.len() == findings.len() => first.fact.clone(),
        _ => words::some_of(&facts, 5),
    };
    let mut finding = Finding::new(verdict, fact).with(unsure);
    finding.value = chosen.iter().find_map(|(_, finding)| finding.value.clone());
    for (_, one) in &chosen {
        finding = finding.showing(one.evidence.clone()).with(one.caveats.clone());
        finding.alternatives.extend(one.alternatives.iter().take(2).cloned());
    }
    let matches = words::count(total, "match fits", "matches fit");
    if verdict == Verdict::Contradicted {
        if !pinned {
            finding.verdict = Verdict::NotInRecord;
        }
        finding = finding.because(format!("{matches}, and in none it was so"));
    } else if chosen.len() < findings.len() {
        finding = finding.with([Caveat::ReadAs(format!("{matches}; so in {} of them", chosen.len()))]);
    } else {
        finding = finding.with([Caveat::ReadAs(format!("{matches}; the latest comes first"))]);
    }
    finding
}

/// A statement right about a match that fits its date only in another time zone is right but for rounding.
fn by_zone(found: &Found<'_>, mut finding: Finding) -> Finding {
    if found.by_zone {
        if finding.verdict == Verdict::Confirmed {
            finding.verdict = Verdict::Rounding;
        }
        let date = words::date(found.entry.date);
        finding = finding
            .with([Caveat::Note(format!("The local date was {date}; the date said is that of another time zone"))]);
    }
    finding
}

/// A caveat for every table that is not complete for a match.
pub(super) fn incomplete(asked: &Asked<'_>, entry: &Match, tables: &[crate::Table]) -> Vec<Caveat> {
    tables
        .iter()
        .filter(|&&table| asked.view.extent(entry.edition, table) < Extent::Complete)
        .map(|&table| Caveat::Incomplete(table))
        .collect()
}

/// Teams of both sides as a value.
pub(super) fn winner_value(entry: &Match, side: Option<Side>) -> Value {
    side.map_or_else(|| Value::Text("draw".into()), |side| Value::Team(entry.team(side)))
}

/// Whether a person plays for one of the sides.
pub(super) fn plays_in(asked: &Asked<'_>, person: PersonId, entry: &Match) -> Option<Side> {
    let teams: Vec<TeamId> = asked.teams_of(person);
    Side::BOTH.into_iter().find(|&side| teams.contains(&entry.team(side)))
}
