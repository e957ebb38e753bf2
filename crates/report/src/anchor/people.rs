//! A match found by those who scored in it, where a report names one side or none: `the Azzurri`, `Wembley shook`.

use std::collections::BTreeMap;

use byline_record::{Match, MatchId, TeamId, View};
use jiff::civil::Date;

use super::clues::Said;
use super::{AHEAD, Candidate, ENOUGH, nearness, weigh};
use crate::checked::Anchor;
use crate::index::Index;

/// How many of its scorers a report without a day must name, and how many more than of any other match.
const NAMED: usize = 3;
const MORE: usize = 2;

/// The match whose scorers a report names: of the days before it and with one of its teams, or with no team of any
/// other match and no other year.
pub(super) fn by_people(
    view: &View<'_>,
    index: &Index,
    said: &Said,
    teams: &[(TeamId, f64)],
    published: Option<Date>,
) -> Option<Anchor> {
    let mut named: BTreeMap<MatchId, usize> = BTreeMap::new();
    for word in &said.words {
        for &id in index.scored_by(word) {
            *named.entry(id).or_default() += 1;
        }
    }
    let known: Vec<(&Match, usize)> = named
        .into_iter()
        .filter(|&(_, count)| count >= 2)
        .filter_map(|(id, count)| Some((view.get(id)?, count)))
        .collect();
    let weight = |team: TeamId| teams.iter().find(|(named, _)| *named == team).map_or(0.0, |(_, weight)| *weight);
    let total: f64 = teams.iter().map(|(_, weight)| weight).sum();
    let near = known.iter().filter(|(entry, _)| nearness(published, entry.date).is_some());
    let mut candidates: Vec<Candidate> = near
        .map(|(entry, _)| (entry, weight(entry.home) + weight(entry.away)))
        .filter(|(_, weight)| *weight > 0.0)
        .map(|(entry, weight)| weigh(view, index, said, entry, weight / total.max(1.0), false, published))
        .collect();
    candidates.sort_by(|one, other| other.score.total_cmp(&one.score).then(one.id.cmp(&other.id)));
    if let Some(best) = candidates.first() {
        let next = candidates.get(1).map_or(0.0, |next| next.score);
        return (best.score >= ENOUGH && best.score - next >= AHEAD).then(|| best.found(next));
    }
    let (entry, most) = known.iter().max_by_key(|(_, count)| *count)?;
    let ahead = known.iter().all(|(other, count)| other.id == entry.id || count + MORE <= *most);
    let scorers = index.surnames_of(entry);
    let scored = scorers.iter().filter(|name| said.has(name)).count();
    let of_others = teams.iter().any(|(team, _)| entry.side_of(*team).is_none());
    let year = view.record().edition(entry.edition).year();
    let of_year = said.years.iter().all(|&named| named == entry.date.year() || Some(named) == year);
    let plain = scored >= NAMED && scored * 4 >= scorers.len() * 3 && ahead && !of_others && of_year;
    plain.then(|| Anchor {
        in_match: entry.id,
        confidence: 0.6,
        clues: vec![format!("{scored} of {} scorers", scorers.len())],
    })
}
