//! Superlatives: the row, or the subject, with the most of something.

use std::collections::BTreeMap;

use crate::ask::answer::Caveat;
use crate::ask::statement::{Outcome, Record as Kind, Subject};
use crate::ask::{Value, Verdict};
use crate::{Match, PersonId, Side, Table};

use super::asked::Asked;
use super::completeness::{Needs, reach};
use super::evidence;
use super::finding::Finding;
use super::happenings::{self, EditionFeat, Row, What};
use super::query::Query;
use super::{tally, words};

/// A ranking stands, with a note, while no more than one row in so many lacks what it is ranked by.
const FEW: usize = 200;

/// The most holders of one record that are named.
const MOST_HOLDERS: usize = 20;

/// What is ranked, and how it is said.
struct Ranking {
    what: What,
    tables: &'static [Table],
    /// Which, in words.
    name: &'static str,
    one: &'static str,
    several: &'static str,
}

const fn ranking(kind: Kind) -> Ranking {
    let (what, tables, name, one, several): (_, &'static [Table], _, _, _) = match kind {
        Kind::BiggestWin => (What::Ended(Outcome::Won), &[Table::Results], "biggest win", "goal", "goals"),
        Kind::MostGoalsInMatch => (What::Played, &[Table::Results], "most goals in a match", "goal", "goals"),
        Kind::EarliestGoal => (What::Goal, &[Table::Results, Table::Goals], "earliest goal", "minute", "minutes"),
        Kind::LatestGoal => (What::Goal, &[Table::Results, Table::Goals], "latest goal", "minute", "minutes"),
        Kind::YoungestScorer => (What::Goal, &[Table::Results, Table::Goals], "youngest scorer", "year", "years"),
        Kind::OldestScorer => (What::Goal, &[Table::Results, Table::Goals], "oldest scorer", "year", "years"),
        Kind::TopScorer => (What::Goal, &[Table::Results, Table::Goals], "most goals by a player", "goal", "goals"),
        Kind::MostTitles => (What::Edition(EditionFeat::Title), &[Table::Results], "most titles", "title", "titles"),
        Kind::MostMatches => (What::Played, &[Table::Results], "most matches", "match", "matches"),
        Kind::HighestAttendance => {
            (What::Played, &[Table::Results, Table::Attendances], "highest attendance", "spectator", "spectators")
        }
        Kind::EarliestDismissal => {
            (What::Dismissal, &[Table::Results, Table::Dismissals], "earliest sending-off", "minute", "minutes")
        }
        Kind::LongestShootOut => {
            (What::ShootOut(Some(true)), &[Table::Results, Table::ShootOutKicks], "longest shoot-out", "kick", "kicks")
        }
    };
    Ranking { what, tables, name, one, several }
}

/// A candidate: what ranks it (most first), the value said of it, its rows.
struct Entry<'r> {
    rank: i64,
    value: u32,
    holder: Option<Subject>,
    rows: Vec<Row<'r>>,
    text: String,
}

/// A superlative, said or asked for.
pub(super) fn superlative(asked: &Asked<'_>, kind: Kind, holder: Option<Subject>, said: Option<u32>) -> Finding {
    ranked(asked, kind, None, holder, said)
}

/// The superlative among what one team or player did: "England's biggest win".
pub(super) fn own(asked: &Asked<'_>, kind: Kind, of: Subject, said: Option<u32>) -> Finding {
    ranked(asked, kind, Some(of), None, said)
}

fn ranked(asked: &Asked<'_>, kind: Kind, of: Option<Subject>, holder: Option<Subject>, said: Option<u32>) -> Finding {
    let record = asked.record();
    let ranking = ranking(kind);
    let widened;
    let asked = if kind == Kind::MostTitles && asked.scope.competitions.is_empty() {
        let mut other = asked.clone();
        other.scope.competitions = tally::championships(&other);
        widened = other;
        &widened
    } else {
        asked
    };
    let who = holder.map_or_else(|| "whose?".to_owned(), |holder| words::subject(record, holder));
    let number =
        said.map_or_else(String::new, |said| format!(", {}", words::count(said, ranking.one, ranking.several)));
    let reading = match of {
        Some(of) => format!("{} of {}{number}", ranking.name, words::subject(record, of)),
        None => format!("{}: {who}{number}", ranking.name),
    };
    let rows = happenings::rows(asked, &Query::new(ranking.what, of));
    let total = rows.len();
    let (entries, missing) = entries(asked, kind, rows);
    let missing_rows = missing.as_ref().map_or(0, |_| total - entries.len());
    let feat = (kind == Kind::MostTitles).then_some(EditionFeat::Title);
    let reach = reach(asked, &Needs { feat, ..Needs::of(ranking.tables, of) });
    let mut caveats = reach.caveats(asked);
    caveats.extend(tally::notes(asked, ranking.what));
    caveats.extend(missing.clone());
    let ranked = entries.iter().map(|entry| entry.rows.len()).sum::<usize>();
    let complete = reach.is_complete() && missing_rows * FEW <= ranked;
    let Some(top) = entries.iter().map(|entry| entry.rank).max() else {
        return Finding::unknown(format!("The record has no {}", ranking.name), "no row to rank")
            .with(caveats)
            .read_as(reading);
    };
    let mut best: Vec<&Entry<'_>> = entries.iter().filter(|entry| entry.rank == top).collect();
    best.sort_by_key(|entry| entry.rows.first().map(|row| row.date));
    let value = best.first().map_or(0, |entry| entry.value);
    let texts: Vec<String> = best.iter().map(|entry| entry.text.clone()).collect();
    let text = format!("{}: {}", words::count(value, ranking.one, ranking.several), words::some_of(&texts, 5));
    let by_minute = matches!(kind, Kind::EarliestGoal | Kind::LatestGoal | Kind::EarliestDismissal);
    let shared = by_minute && best.len() > 1;
    if shared {
        let level = format!("{} share the minute: the record has no seconds", best.len());
        caveats.push(Caveat::Note(level));
    }
    let holds = |entry: &&Entry<'_>| holder.is_none_or(|holder| is_holder(asked, holder, entry));
    let own = entries.iter().filter(holds).max_by_key(|entry| entry.rank);
    let held = best.iter().any(holds);
    let same_value = said.is_none_or(|said| said == value);
    let verdict = match (holder.is_none() && said.is_none(), held && same_value, complete) {
        (true, _, _) => Verdict::Confirmed,
        // Who was first within the minute the record cannot tell.
        (_, true, true) if shared && holder.is_some() => Verdict::Rounding,
        (_, true, true) => Verdict::Confirmed,
        (_, true, false) => Verdict::NotInRecord,
        (_, false, true) => Verdict::Contradicted,
        // Somebody in the record has more than is said of the holder: nothing missing can mend that, unless it
        // is the holder's own.
        (_, false, false) if !held && holder.is_some() && said.is_none_or(|said| beats(kind, value, said)) => {
            Verdict::RecordDiffers
        }
        (_, false, false) if said.is_some_and(|said| beats(kind, value, said)) => Verdict::Contradicted,
        (_, false, false) => Verdict::NotInRecord,
    };
    let shown = best.iter().flat_map(|entry| entry.rows.iter().rev().take(20));
    let mut finding = Finding::new(verdict, text).showing(shown.map(|row| evidence::of_row(asked, row)));
    if let (Some(holder), Some(own), false) = (holder, own, held) {
        let name = words::subject(record, holder);
        finding = finding.because(format!("{name}: {}", own.text));
        finding = finding.showing(own.rows.iter().take(1).map(|row| evidence::of_row(asked, row)));
        if matches!(holder, Subject::Team(_)) {
            // "England's biggest win" is the biggest of England's.
            let verdict = match (said.is_none_or(|said| said == own.value), complete) {
                (true, true) => Verdict::Confirmed,
                (false, true) => Verdict::Contradicted,
                (_, false) => Verdict::NotInRecord,
            };
            finding =
                finding.or_else_read(format!("{}, of {name} alone", ranking.name), verdict, own.text.clone()).soften();
        }
    } else if verdict == Verdict::NotInRecord {
        finding = finding.because("the record is not complete here");
    }
    if holder.is_none() {
        let mut holders: Vec<Subject> = Vec::new();
        for holder in best.iter().filter_map(|entry| entry.holder) {
            if !holders.contains(&holder) {
                holders.push(holder);
            }
        }
        let amount = Value::Count { count: value, at_least: !complete };
        let minute = best.first().and_then(|entry| entry.rows.first()?.clock).filter(|_| by_minute);
        let value = match minute {
            // Too many to name.
            Some(minute) if holders.len() > MOST_HOLDERS => Value::Minute(minute),
            _ => holder_value(&holders).unwrap_or(amount),
        };
        finding.value = said.is_none().then_some(value);
    }
    finding.with(caveats).read_as(reading)
}

/// Whether a value in the record goes beyond one said.
const fn beats(kind: Kind, known: u32, said: u32) -> bool {
    match kind {
        Kind::EarliestGoal | Kind::YoungestScorer | Kind::EarliestDismissal => known < said,
        _ => known > said,
    }
}

fn is_holder(asked: &Asked<'_>, holder: Subject, entry: &Entry<'_>) -> bool {
    entry.rows.first().is_some_and(|row| match holder {
        // A match is held by either side; a goal by the scorer or the team.
        Subject::Team(team) => {
            let sides = row.entry.filter(|_| entry.holder.is_none());
            asked.is_subject(holder, row.team, None)
                || sides.is_some_and(|(entry, _)| asked.side(entry, team).is_some())
        }
        Subject::Person(person) => row.person == Some(person),
    })
}

fn holder_value(holders: &[Subject]) -> Option<Value> {
    let people: Vec<PersonId> = holders
        .iter()
        .filter_map(|holder| match holder {
            Subject::Person(person) => Some(*person),
            Subject::Team(_) => None,
        })
        .collect();
    let teams = holders
        .iter()
        .filter_map(|holder| match holder {
            Subject::Team(team) => Some(*team),
            Subject::Person(_) => None,
        })
        .collect::<Vec<_>>();
    match (people.is_empty(), teams.is_empty()) {
        (false, _) => Some(Value::People(people).single()),
        (true, false) => Some(Value::Teams(teams).single()),
        (true, true) => None,
    }
}

/// The candidates, and what is missing to rank them.
fn entries<'r>(asked: &Asked<'_>, kind: Kind, rows: Vec<Row<'r>>) -> (Vec<Entry<'r>>, Option<Caveat>) {
    match kind {
        Kind::TopScorer => (by_person(asked, rows), None),
        Kind::MostTitles | Kind::MostMatches => (by_team(asked, kind, rows), None),
        _ => {
            let total = rows.len();
            let found: Vec<Entry<'r>> = rows.into_iter().filter_map(|row| one(asked, kind, row)).collect();
            let missing = total - found.len();
            let note = match kind {
                Kind::YoungestScorer | Kind::OldestScorer if missing > 0 => {
                    Some(Caveat::Note(format!("{missing} goals left out: the scorer's date of birth is not known")))
                }
                Kind::EarliestGoal | Kind::LatestGoal | Kind::EarliestDismissal if missing > 0 => {
                    Some(Caveat::Note(format!("{missing} left out: the minute is not known")))
                }
                _ => None,
            };
            (found, note)
        }
    }
}

/// A row as a candidate; `None` where it does not rank or what ranks it is not known.
fn one<'r>(asked: &Asked<'_>, kind: Kind, row: Row<'r>) -> Option<Entry<'r>> {
    let (entry, side) = row.entry?;
    let text = evidence::of_row(asked, &row).text;
    let person = row.person.map(Subject::Person);
    let team = row.team.map(Subject::Team);
    let minute = |clock: crate::Clock| i64::from(clock.minute()) * 100 + i64::from(clock.added());
    let (rank, value, holder) = match kind {
        Kind::BiggestWin => (i64::from(row.amount), row.amount, team),
        Kind::MostGoalsInMatch => (once(side, total(entry)?)?, total(entry)?, None),
        Kind::HighestAttendance => (once(side, entry.attendance?)?, entry.attendance?, None),
        Kind::EarliestGoal | Kind::EarliestDismissal => (-minute(row.clock?), u32::from(row.clock?.minute()), person),
        Kind::LatestGoal => (minute(row.clock?), u32::from(row.clock?.minute()), person),
        Kind::YoungestScorer | Kind::OldestScorer => {
            let born = asked.record().person(row.person?).born?;
            let days = i64::from((row.date - born).get_days());
            let years = u32::try_from(age(born, row.date)).ok()?;
            (if kind == Kind::YoungestScorer { -days } else { days }, years, person)
        }
        Kind::LongestShootOut => {
            let kicks = u32::try_from(entry.kicks.len()).ok().filter(|&kicks| kicks > 0)?;
            (i64::from(kicks), kicks, None)
        }
        Kind::TopScorer | Kind::MostTitles | Kind::MostMatches => return None,
    };
    Some(Entry { rank, value, holder, rows: vec![row], text })
}

/// A match counts once, not once for each side.
fn once(side: Side, amount: u32) -> Option<i64> {
    (side == Side::Home).then_some(i64::from(amount))
}

fn total(entry: &Match) -> Option<u32> {
    entry.score.end.map(|end| u32::from(end.total()))
}

/// Whole years from one day to another.
fn age(born: jiff::civil::Date, on: jiff::civil::Date) -> i16 {
    let had_birthday = (on.month(), on.day()) >= (born.month(), born.day());
    on.year() - born.year() - i16::from(!had_birthday)
}

fn by_person<'r>(asked: &Asked<'_>, rows: Vec<Row<'r>>) -> Vec<Entry<'r>> {
    let mut people: BTreeMap<PersonId, Vec<Row<'r>>> = BTreeMap::new();
    for row in rows {
        if let Some(person) = row.person {
            people.entry(person).or_default().push(row);
        }
    }
    people
        .into_iter()
        .map(|(person, rows)| counted(Subject::Person(person), words::person(asked.record(), person), rows))
        .collect()
}

fn by_team<'r>(asked: &Asked<'_>, kind: Kind, rows: Vec<Row<'r>>) -> Vec<Entry<'r>> {
    let mut teams: BTreeMap<crate::TeamId, Vec<Row<'r>>> = BTreeMap::new();
    for row in rows {
        if let Some(team) = row.team {
            teams.entry(asked.head(team)).or_default().push(row);
        }
    }
    let years = |rows: &[Row<'_>]| -> String {
        let labels: Vec<String> =
            rows.iter().map(|row| asked.record().edition(row.edition).label.to_string()).collect();
        format!(" ({})", labels.join(", "))
    };
    teams
        .into_iter()
        .map(|(team, rows)| {
            let when = if kind == Kind::MostTitles { years(&rows) } else { String::new() };
            counted(Subject::Team(team), format!("{}{when}", words::team(asked.record(), team)), rows)
        })
        .collect()
}

fn counted(holder: Subject, text: String, rows: Vec<Row<'_>>) -> Entry<'_> {
    let value = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    Entry { rank: i64::from(value), value, holder: Some(holder), rows, text }
}
