//! A match found by those who scored in it, where a report names one side or none: `the Azzurri`, `Wembley shook`.

use std::collections::{BTreeMap, BTreeSet};

use byline_record::{Match, MatchId, TeamId, View};
use jiff::civil::Date;

use super::candidate::{Candidate, Clue};
use super::clues::Said;
use super::{nearness, weigh};
use crate::checked::Anchor;
use crate::index::{Index, Key};

/// How sure a match can be of which a side is not named.
const AT_MOST: f64 = 0.6;
/// How many of its scorers a report without a day must name, and how many more than of any other match.
const NAMED: usize = 3;
const MORE: usize = 2;

/// How often the matches of the record have a surname of the text among those who scored or kicked, two at least.
fn known<'r>(view: &View<'r>, index: &Index, said: &Said) -> Vec<(&'r Match, usize)> {
    let mut named: BTreeMap<MatchId, usize> = BTreeMap::new();
    for word in &said.words {
        for &id in index.scored_by(*word) {
            *named.entry(id).or_default() += 1;
        }
    }
    named.into_iter().filter(|&(_, count)| count >= 2).filter_map(|(id, count)| Some((view.get(id)?, count))).collect()
}

/// Matches of the days before a report, of which it names those who scored or kicked, and one side or none.
pub(super) fn near(
    view: &View<'_>,
    index: &Index,
    said: &Said,
    teams: &[(TeamId, f64)],
    published: Option<Date>,
) -> Vec<Candidate> {
    let Some(day) = published else { return Vec::new() };
    let weight = |team: TeamId| teams.iter().find(|(named, _)| *named == team).map(|(_, weight)| *weight);
    let total: f64 = teams.iter().map(|(_, weight)| weight).sum();
    let mut found = Vec::new();
    let days = view.matches().rev().skip_while(|entry| entry.date > day);
    for entry in days.take_while(|entry| nearness(published, entry.date).is_some()) {
        let (one, other) = (weight(entry.home), weight(entry.away));
        // Both are named: it is weighed with the others.
        if one.is_some() && other.is_some() {
            continue;
        }
        let (scorers, takers) = index.doers(entry.id);
        let people: BTreeSet<Key> = &index.surnames_of(scorers) | &index.surnames_of(takers);
        let people = people.into_iter().filter(|&name| said.has(name)).count();
        let named = one.or(other);
        if people >= if named.is_some() { 2 } else { NAMED } {
            let candidate = weigh(view, index, said, entry, named.unwrap_or(0.0) / total.max(1.0), false, published);
            found.push(Candidate { most: AT_MOST, ..candidate });
        }
    }
    found
}

/// The match of which a report names nearly all who scored, and no team of any other match and no other year.
pub(super) fn alone(view: &View<'_>, index: &Index, said: &Said, teams: &[(TeamId, f64)]) -> Option<Anchor> {
    let known = known(view, index, said);
    let (entry, most) = known.iter().max_by_key(|(_, count)| *count)?;
    let ahead = known.iter().all(|(other, count)| other.id == entry.id || count + MORE <= *most);
    let scorers = index.surnames_of(index.doers(entry.id).0);
    let scored = scorers.iter().filter(|&&name| said.has(name)).count();
    let of_others = teams.iter().any(|(team, _)| entry.side_of(*team).is_none());
    let year = view.record().edition(entry.edition).year();
    let of_year = said.years.iter().all(|&named| named == entry.date.year() || Some(named) == year);
    let plain = scored >= NAMED && scored * 4 >= scorers.len() * 3 && ahead && !of_others && of_year;
    plain.then(|| Anchor {
        in_match: entry.id,
        confidence: AT_MOST,
        clues: vec![Clue::Scorers { named: scored, of: scorers.len() }.shown(view.record())],
        to_come: false,
    })
}
