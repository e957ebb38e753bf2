//! The rows of a comparison.

use std::collections::BTreeMap;

use byline_record::ask::Verdict;
use byline_record::{MatchId, View};

use super::history::History;
use super::recorded::{Recorded, Said};
use super::{Account, AccountInfo, Agreement, Cell, Row, Section, cell, together};
use crate::checked::Checked;
use crate::claim::{Kind, Topic};

/// What a row is of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) topic: Topic,
    /// For the match as a whole, which of its rows.
    pub(super) kind: Option<Kind>,
}

impl Key {
    pub(super) const fn of(topic: Topic) -> Self {
        Self { topic, kind: None }
    }
}

/// The places of each account's statements in one row.
pub(super) type Places = Vec<Vec<usize>>;

/// Every row, in order.
pub(super) fn of(
    view: &View<'_>,
    in_match: Option<MatchId>,
    accounts: &[Account<'_>],
    infos: &[AccountInfo],
) -> Vec<Row> {
    let recorded = Recorded { view, in_match, after: after(view, in_match, accounts) };
    let none: Places = vec![Vec::new(); accounts.len()];
    let mut stated: BTreeMap<Key, Places> = recorded.keys().into_iter().map(|key| (key, none.clone())).collect();
    let mut history = History::default();
    for (index, account) in accounts.iter().enumerate() {
        for (place, statement) in account.checked.statements.iter().enumerate() {
            match key(&recorded, statement) {
                Some(key) => {
                    let places = stated.entry(key).or_insert_with(|| none.clone());
                    places.get_mut(index).into_iter().for_each(|places| places.push(place));
                }
                // What was not read says nothing that could be compared.
                None if statement.verdict == Verdict::NotRead => {}
                None => history.add(index, place, statement, accounts.len()),
            }
        }
    }
    let row = |key: &Key, said: Said, places: &Places| {
        let cells = cells(accounts, &key.topic, places);
        let (cells, agreement) = compared(accounts, infos, cells);
        let (topic, kind) = (key.topic.clone(), key.kind);
        let section = recorded.section(&key.topic);
        Row { section, topic, kind, label: said.label, clock: said.clock, record: said.record, cells, agreement }
    };
    let mut placed: Vec<((Section, _), Row)> = stated
        .iter()
        .filter_map(|(key, places)| {
            let said = recorded.said(key).or_else(|| unknown(accounts, places))?;
            Some(((recorded.section(&key.topic), recorded.order(key)), row(key, said, places)))
        })
        .collect();
    placed.sort_by_key(|(order, _)| *order);
    let mut rows: Vec<Row> = placed.into_iter().map(|(_, row)| row).collect();
    for (kind, places) in history.into_rows() {
        let key = Key { topic: Topic::Other, kind: Some(kind) };
        if let Some(said) = unknown(accounts, &places) {
            rows.push(row(&key, said, &places));
        }
    }
    rows
}

/// The record on the day of the first account after the match: what came next then.
fn after<'r>(view: &View<'r>, in_match: Option<MatchId>, accounts: &[Account<'_>]) -> View<'r> {
    let Some(entry) = in_match.and_then(|id| view.get(id)) else { return *view };
    let days = accounts.iter().filter_map(|account| account.report.published.as_ref()).map(|published| published.date);
    view.no_later_than(days.filter(|day| *day >= entry.date).min().unwrap_or(entry.date))
}

/// What a statement is compared under; `None` for those laid side by side by their readings.
fn key(recorded: &Recorded<'_, '_>, statement: &Checked) -> Option<Key> {
    let of_award = statement.said.is_some_and(|said| said.of_award);
    Some(match &statement.topic {
        Topic::Other => return None,
        Topic::Event(id, at) if of_award => Key::of(Topic::Award(*id, *at)),
        Topic::Match(id) if Some(*id) == recorded.in_match => {
            Key { topic: statement.topic.clone(), kind: Some(row_of(statement.kind)) }
        }
        Topic::Match(id) => Key::of(next_of(recorded, *id).unwrap_or_else(|| statement.topic.clone())),
        topic => Key::of(topic.clone()),
    })
}

/// Whose next match a match is, if it is one of a side of the match the accounts are about.
fn next_of(recorded: &Recorded<'_, '_>, id: MatchId) -> Option<Topic> {
    let entry = recorded.entry()?;
    let is_next = |team: &_| recorded.next(*team).is_some_and(|fixture| fixture.id() == id);
    [entry.home, entry.away].into_iter().find(is_next).map(Topic::Next)
}

/// The row of the match as a whole in which statements of a kind stand.
const fn row_of(kind: Kind) -> Kind {
    match kind {
        Kind::Result => Kind::Score,
        Kind::Progress => Kind::Stage,
        other => other,
    }
}

/// A row the record knows nothing of, by the first account's reading of it.
fn unknown(accounts: &[Account<'_>], places: &Places) -> Option<Said> {
    let (account, place) =
        accounts.iter().zip(places).find_map(|(account, places)| Some((account, *places.first()?)))?;
    let statement = account.checked.statements.get(place)?;
    let words = account.report.words(&statement.span);
    let label = if statement.reading.is_empty() { words } else { &statement.reading };
    Some(Said { label: label.to_owned(), clock: None, record: None })
}

fn cells(accounts: &[Account<'_>], topic: &Topic, places: &Places) -> Vec<Option<Cell>> {
    accounts.iter().zip(places).map(|(account, places)| cell::of(account, topic, places)).collect()
}

/// The cells with whom each conflicts, and how the accounts stand.
fn compared(
    accounts: &[Account<'_>],
    infos: &[AccountInfo],
    mut cells: Vec<Option<Cell>>,
) -> (Vec<Option<Cell>>, Agreement) {
    let told = accounts.iter().zip(&cells).enumerate();
    let told: Vec<_> = told.filter_map(|(at, (account, cell))| Some((at, (account, cell.as_ref()?)))).collect();
    if told.is_empty() {
        return (cells, Agreement::NotStated);
    }
    let pairs = told.iter().enumerate().flat_map(|(index, one)| told.iter().skip(index + 1).map(move |two| (one, two)));
    let stands: Vec<(usize, usize, Agreement)> =
        pairs.map(|((at, one), (other_at, other))| (*at, *other_at, cell::stand(*one, *other))).collect();
    for (one, other, _) in stands.iter().filter(|(_, _, stand)| *stand == Agreement::Conflicting) {
        for (at, with) in [(one, other), (other, one)] {
            cells.get_mut(*at).into_iter().flatten().for_each(|cell| cell.conflicts_with.push(*with));
        }
    }
    (cells, together(infos, stands.into_iter()))
}
