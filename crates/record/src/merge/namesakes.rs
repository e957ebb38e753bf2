//! Players of clubs who are known from elsewhere: from another club, or from a national side.
//!
//! A person is met within a team's line, so a player of two clubs is met twice. Whoever is known from clubs alone is
//! taken for the one person of exactly the same full name (two words or more) and the same sex whose career can hold
//! both: first a player of a national side, then one met before in another club. Where two national sides have a
//! player of that name, or births differ, nobody is taken for anybody.

use std::cell::RefCell;

use rustc_hash::FxHashMap as HashMap;

use crate::loose::years;
use crate::names::teams::TeamNames;
use crate::{PersonId, Sex, TeamKind};

use super::Merger;
use super::people::People;

/// The longest a career lasts from the first match to the last, in years.
const LONGEST_CAREER: i16 = 24;

/// First and last year somebody was met.
pub(super) type Years = Option<(i16, i16)>;

fn joined(one: Years, other: Years) -> Years {
    one.zip(other).map(|((from, to), (first, last))| (from.min(first), to.max(last))).or(one).or(other)
}

impl Merger {
    /// Joins players met in several clubs and national sides.
    pub(super) fn join_namesakes(&mut self) {
        let spans: RefCell<Vec<Years>> = RefCell::new(vec![None; self.people.len()]);
        let note = |id: PersonId, year: i16| {
            if let Some(span) = spans.borrow_mut().get_mut(id.index()) {
                *span = joined(*span, Some((year, year)));
            }
        };
        for entry in &mut self.matches {
            let year = entry.date.year();
            entry.for_each_person(|id| note(*id, year));
        }
        for entry in &mut self.loose.list {
            if let Some((first, last)) = years(&entry.season) {
                entry.for_each_person(|id| {
                    note(*id, first);
                    note(*id, last);
                });
            }
        }
        self.people.join_namesakes(spans.into_inner(), &self.teams);
    }
}

impl People {
    fn join_namesakes(&mut self, mut spans: Vec<Years>, teams: &TeamNames) {
        let standing: Vec<Option<(TeamKind, Sex)>> = self.standing(teams);
        if !standing.iter().flatten().any(|(kind, _)| *kind == TeamKind::Club) {
            return;
        }
        let folded: Vec<Vec<String>> = self.folded().to_vec();
        let full = |id: usize| folded.get(id).into_iter().flatten().filter(|name| name.contains(' '));
        let mut by_name: HashMap<(Sex, &str), Vec<usize>> = HashMap::default();
        for (id, standing) in standing.iter().enumerate() {
            if let Some((_, sex)) = standing {
                for name in full(id) {
                    by_name.entry((*sex, name)).or_default().push(id);
                }
            }
        }
        for (id, known) in standing.iter().enumerate() {
            let Some((TeamKind::Club, sex)) = *known else { continue };
            if self.is_misprint(PersonId::from_index(id)) {
                continue;
            }
            let (mut national, mut before): (Vec<usize>, Option<usize>) = (Vec::new(), None);
            for name in full(id) {
                for &other in by_name.get(&(sex, name.as_str())).into_iter().flatten() {
                    let person = PersonId::from_index(other);
                    let span = joined(spans.get(id).copied().flatten(), spans.get(other).copied().flatten());
                    let one_career = span.is_none_or(|(first, last)| last - first <= LONGEST_CAREER);
                    if other == id
                        || self.is_misprint(person)
                        || !one_career
                        || !self.births_agree(PersonId::from_index(id), person)
                    {
                        continue;
                    }
                    match standing.get(other) {
                        Some(Some((TeamKind::National, _))) if !national.contains(&other) => national.push(other),
                        Some(Some((TeamKind::Club, _))) if other < id => {
                            before = Some(before.map_or(other, |before| before.min(other)));
                        }
                        _ => {}
                    }
                }
            }
            let meant = match (national.as_slice(), before) {
                (&[only], _) => only,
                (&[], Some(before)) => before,
                _ => continue,
            };
            let span = joined(spans.get(id).copied().flatten(), spans.get(meant).copied().flatten());
            if let Some(slot) = spans.get_mut(meant) {
                *slot = span;
            }
            self.take_for(PersonId::from_index(id), PersonId::from_index(meant));
        }
    }
}
