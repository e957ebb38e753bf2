//! Looks for an event among the rows of the matches a statement can mean: goals, penalties, cards, kicks.
//!
//! A row that fits everything said confirms; one a minute off is a rounding; another row of the same person in the
//! match that is meant contradicts, if the table is complete there. Where the minute said belongs to somebody else
//! nothing is said against it: the reader may have taken one for the other.

use crate::ask::answer::Caveat;
use crate::ask::statement::{MatchRef, Minutes};
use crate::ask::{Value, Verdict};
use crate::{Clock, Extent, PersonId, Table};

use super::asked::Asked;
use super::evidence;
use super::finding::Finding;
use super::happenings::{self, Row, What};
use super::matching::Found;
use super::{disputes, matching, words};

/// What is looked for.
pub(super) struct Sought<'s> {
    pub(super) what: What,
    /// Whose event.
    pub(super) person: Option<PersonId>,
    /// When.
    pub(super) minutes: Option<Minutes>,
    /// Whether anything more is said of the event than whose and when.
    pub(super) is_special: bool,
    /// The rest of what is said of the event.
    pub(super) test: &'s dyn Fn(&Row<'_>) -> bool,
    /// How many in one match.
    pub(super) count: Option<u8>,
    /// One and several in words: `goal`, `goals`.
    pub(super) nouns: (&'s str, &'s str),
    /// The tables that must be complete for absence to mean anything.
    pub(super) tables: &'s [Table],
}

/// How a minute fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    No,
    Near,
    Conflicting,
    Yes,
}

fn within(minutes: &Minutes, clock: Clock) -> bool {
    let folded = |end: Clock| clock.same_but_for_folding(end);
    (minutes.from <= clock && clock <= minutes.to) || folded(minutes.from) || folded(minutes.to)
}

fn minute_fit(asked: &Asked<'_>, minutes: Option<&Minutes>, row: &Row<'_>) -> Fit {
    let Some(minutes) = minutes else { return Fit::Yes };
    let Some(clock) = row.clock else { return Fit::No };
    if within(minutes, clock) {
        return Fit::Yes;
    }
    if disputes::minutes(asked, row).iter().any(|&(other, _)| within(minutes, other)) {
        return Fit::Conflicting;
    }
    let near = clock.distance(minutes.from).min(clock.distance(minutes.to)) <= 1;
    if near { Fit::Near } else { Fit::No }
}

/// The finding for what is sought.
pub(super) fn seek(asked: &Asked<'_>, at: &MatchRef, sought: &Sought<'_>) -> Finding {
    let found = matching::matches(asked, at, sought.person);
    if found.is_empty() {
        return matching::none(asked, at);
    }
    let mut all: Vec<Row<'_>> = Vec::new();
    for one in &found {
        happenings::in_match(asked, one.entry, sought.what, &mut all);
    }
    let own = |row: &Row<'_>| match sought.person {
        Some(person) => row.person == Some(person),
        None => of_team(asked, at, row),
    };
    let fit = |row: &Row<'_>| minute_fit(asked, sought.minutes.as_ref(), row);
    let said = |row: &&Row<'_>| (sought.test)(row);
    let mut hits: Vec<(&Row<'_>, Fit)> = all
        .iter()
        .filter(|row| own(row))
        .filter(said)
        .map(|row| (row, fit(row)))
        .filter(|&(_, fit)| fit > Fit::No)
        .collect();
    let best = hits.iter().map(|&(_, fit)| fit).max();
    hits.retain(|&(_, fit)| Some(fit) == best);
    let rows: Vec<&Row<'_>> = hits.iter().map(|&(row, _)| row).collect();
    if let Some(count) = sought.count {
        if sought.person.is_none()
            && !(at.team.is_some() && has_total(&found, &rows, count))
            && let Some(finding) = by_one_player(asked, sought, &found, &rows, count)
        {
            return finding;
        }
        return counted(asked, sought, &found, &rows, count, is_complete(asked, sought, &found));
    }
    match best {
        Some(fit) => confirmed(asked, sought, &rows, fit, &found),
        None => not_found(asked, at, sought, &found, &all, &own),
    }
}

/// A row of the side spoken of; an own goal belongs to the side it counted for.
fn of_team(asked: &Asked<'_>, at: &MatchRef, row: &Row<'_>) -> bool {
    let Some(team) = at.team.filter(|_| !at.either) else { return true };
    row.entry.is_none_or(|(entry, side)| {
        let side = row.event.map_or(side, |event| event.side);
        asked.counts_as(entry.team(side), team)
    })
}

fn is_complete(asked: &Asked<'_>, sought: &Sought<'_>, found: &[Found<'_>]) -> bool {
    let reaches = |one: &Found<'_>, table| asked.view.extent(one.entry.edition, table) == Extent::Complete;
    // Nobody scored in a match without goals, whatever the tables say.
    let goalless =
        |one: &Found<'_>| matches!(sought.what, What::Goal) && one.entry.score.end.is_some_and(|end| end.total() == 0);
    let all_goals = |one: &Found<'_>| {
        matches!(sought.what, What::Goal)
            && one.entry.score.end.is_some_and(|end| usize::from(end.total()) == one.entry.goals().count())
    };
    found.iter().all(|one| goalless(one) || all_goals(one) || sought.tables.iter().all(|&table| reaches(one, table)))
}

fn row_words(asked: &Asked<'_>, row: &Row<'_>) -> String {
    let record = asked.record();
    match (row.event, row.kick, row.entry) {
        (Some(event), _, _) => words::event(record, event),
        (None, Some((kick, order)), Some((entry, _))) => words::kick(record, entry, kick, order),
        _ => words::somebody(record, row.person),
    }
}

fn told(asked: &Asked<'_>, rows: &[&Row<'_>], found: &[Found<'_>]) -> String {
    let items: Vec<String> = rows.iter().map(|row| row_words(asked, row)).collect();
    let place = match found {
        [only] => words::match_line(asked.record(), only.entry),
        _ => {
            let lines: Vec<String> = rows
                .iter()
                .filter_map(|row| {
                    Some(format!("{} ({})", row_words(asked, row), words::occasion(asked.record(), row.entry?.0)))
                })
                .collect();
            return words::some_of(&lines, 5);
        }
    };
    format!("{}: {place}", words::some_of(&items, 12))
}

fn value(sought: &Sought<'_>, rows: &[&Row<'_>]) -> Option<Value> {
    if sought.person.is_some() {
        return (sought.minutes.is_none()).then(|| rows.first()?.clock.map(Value::Minute)).flatten();
    }
    let mut people: Vec<PersonId> = Vec::new();
    for person in rows.iter().filter_map(|row| row.person) {
        if !people.contains(&person) {
            people.push(person);
        }
    }
    match people.as_slice() {
        [] => None,
        &[only] => Some(Value::Person(only)),
        _ => Some(Value::People(people)),
    }
}

fn confirmed(asked: &Asked<'_>, sought: &Sought<'_>, rows: &[&Row<'_>], fit: Fit, found: &[Found<'_>]) -> Finding {
    let verdict = if fit == Fit::Near { Verdict::Rounding } else { Verdict::Confirmed };
    let mut finding =
        Finding::new(verdict, told(asked, rows, found)).showing(rows.iter().map(|row| evidence::of_row(asked, row)));
    for row in rows {
        let differ = disputes::minutes(asked, row);
        finding = finding.with(differ.into_iter().map(|(_, conflict)| disputes::caveat(asked, conflict)));
    }
    if fit == Fit::Near {
        finding = finding.because("within a minute");
    }
    if found.iter().any(|one| one.by_zone) {
        finding = finding.with([Caveat::Note("The date said is that of another time zone".to_owned())]);
    }
    finding.value = value(sought, rows);
    let incomplete = sought.person.is_none() && !is_complete(asked, sought, found);
    if incomplete {
        finding = finding.with(gaps(asked, sought, found));
    }
    finding
}

fn gaps(asked: &Asked<'_>, sought: &Sought<'_>, found: &[Found<'_>]) -> Vec<Caveat> {
    found.iter().flat_map(|one| matching::incomplete(asked, one.entry, sought.tables)).collect()
}

/// The rows of one match among many.
fn of_match<'a, 'r>(rows: &[&'a Row<'r>], one: &Found<'_>) -> Vec<&'a Row<'r>> {
    rows.iter().copied().filter(|row| row.entry.is_some_and(|(entry, _)| entry.id == one.entry.id)).collect()
}

/// Whether a match has just so many rows.
fn has_total(found: &[Found<'_>], rows: &[&Row<'_>], count: u8) -> bool {
    found.iter().any(|one| of_match(rows, one).len() == usize::from(count))
}

/// "Who scored a hat-trick?": players with just so many in one match.
fn by_one_player(
    asked: &Asked<'_>,
    sought: &Sought<'_>,
    found: &[Found<'_>],
    rows: &[&Row<'_>],
    count: u8,
) -> Option<Finding> {
    let mut used: Vec<&Row<'_>> = Vec::new();
    for one in found {
        let here = of_match(rows, one);
        let of = |person: PersonId| here.iter().filter(|row| row.person == Some(person)).count();
        used.extend(here.iter().filter(|row| row.person.is_some_and(|person| of(person) == usize::from(count))));
    }
    (!used.is_empty()).then(|| {
        let mut finding = Finding::new(Verdict::Confirmed, told(asked, &used, found))
            .showing(used.iter().map(|row| evidence::of_row(asked, row)));
        finding.value = value(sought, &used);
        finding
    })
}

/// How many in one match: the best match for what is said.
fn counted(
    asked: &Asked<'_>,
    sought: &Sought<'_>,
    found: &[Found<'_>],
    rows: &[&Row<'_>],
    said: u8,
    complete: bool,
) -> Finding {
    let of = |one: &Found<'_>| of_match(rows, one);
    let said = usize::from(said);
    let exact: Vec<Found<'_>> = found.iter().copied().filter(|one| of(one).len() == said).collect();
    let shown: Vec<Found<'_>> = if exact.is_empty() { found.to_vec() } else { exact.clone() };
    let used: Vec<&Row<'_>> = shown.iter().flat_map(of).collect();
    let number = u32::try_from(if shown.len() == 1 { used.len() } else { said }).unwrap_or(u32::MAX);
    let (one, several) = sought.nouns;
    let text = if exact.is_empty() && shown.len() > 1 {
        format!("In none of {} matches", shown.len())
    } else {
        format!("{}: {}", words::count(number, one, several), told(asked, &used, &shown))
    };
    let verdict = match (exact.is_empty(), complete, found) {
        (false, true, _) => Verdict::Confirmed,
        (true, _, [one]) if of(one).len() > said => Verdict::Contradicted,
        (true, true, [_]) => Verdict::Contradicted,
        _ => Verdict::NotInRecord,
    };
    let evidence = used.iter().map(|row| evidence::of_row(asked, row));
    let mut finding = Finding::new(verdict, text).showing(evidence);
    if used.is_empty() {
        finding = finding.showing(found.iter().map(|one| evidence::of_match(asked, one.entry)));
    }
    if complete { finding } else { finding.with(gaps(asked, sought, found)) }
}

fn not_found<'r>(
    asked: &Asked<'r>,
    at: &MatchRef,
    sought: &Sought<'_>,
    found: &[Found<'r>],
    all: &[Row<'r>],
    own: &dyn Fn(&Row<'_>) -> bool,
) -> Finding {
    let (one, several) = sought.nouns;
    let near: Vec<&Row<'_>> = all.iter().filter(|row| own(row)).collect();
    let complete = is_complete(asked, sought, found);
    let pinned = matching::is_pinned(asked, at, found);
    let matches_shown = || found.iter().map(|one| evidence::of_match(asked, one.entry));
    if !complete || !pinned {
        let reason = if complete { "it is not plain which match is meant" } else { "the table is not complete here" };
        let record = asked.record();
        let whose = sought.person.map_or_else(String::new, |person| format!(" by {}", words::person(record, person)));
        let text = format!("The record has no such {one}{whose}: {}", words::match_ref(record, at));
        return Finding::unknown(text, reason)
            .showing(near.iter().map(|row| evidence::of_row(asked, row)))
            .with(gaps(asked, sought, found));
    }
    if !near.is_empty() {
        return Finding::new(Verdict::Contradicted, told(asked, &near, found))
            .because(format!(
                "the record has {} of it, otherwise than said",
                if near.len() == 1 { "this row" } else { "these rows" }
            ))
            .showing(near.iter().map(|row| evidence::of_row(asked, row)));
    }
    let others: Vec<&Row<'_>> = all.iter().collect();
    let stranger = others.iter().find(|row| {
        let minute = minute_fit(asked, sought.minutes.as_ref(), row) == Fit::Yes;
        (sought.minutes.is_some() || sought.is_special) && minute && (sought.test)(row)
    });
    if let Some(stranger) = stranger {
        let text = told(asked, &[stranger], found);
        let show = [evidence::of_row(asked, stranger)];
        return Finding::unknown(text, "what is said fits somebody else").showing(show);
    }
    let subject = match (sought.person, at.team) {
        (Some(person), _) if !found.iter().any(|one| matching::plays_in(asked, person, one.entry).is_some()) => {
            let name = words::person(asked.record(), person);
            return Finding::unknown(format!("{name} plays for neither side"), "the person is not of this match")
                .showing(matches_shown());
        }
        (Some(person), _) => words::person(asked.record(), person),
        (None, Some(team)) if !at.either => words::team(asked.record(), team),
        (None, _) => "nobody".to_owned(),
    };
    let text = if others.is_empty() {
        let place = found.first().filter(|_| found.len() == 1);
        let line = place
            .map_or_else(|| words::match_ref(asked.record(), at), |one| words::match_line(asked.record(), one.entry));
        format!("No {several}: {line}")
    } else {
        format!("None by {subject}, but {}", told(asked, &others, found))
    };
    let text = if subject == "nobody" { text.replace("None by nobody, but ", "Only ") } else { text };
    Finding::new(Verdict::Contradicted, text)
        .because("the table is complete here")
        .showing(others.iter().map(|row| evidence::of_row(asked, row)))
        .showing(matches_shown())
}
