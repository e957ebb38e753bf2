//! What keepers are worth in a shoot-out: what in-play chances and cups are supplied with. Who will take the kicks nobody
//! knows before, who will be in goal one mostly does.

use byline_competition::Facts;
use byline_penalty::chance::{Evidence, Model};
use byline_penalty::kick::kicks_faced_by;
use byline_penalty::shoot_out::{ByStakes, between};
use byline_record::{Match, PersonId, Side, View};

/// Chances of kicks against a keeper, from what was known of him.
fn against(view: &View<'_>, keeper: Option<PersonId>) -> ByStakes {
    let kicks = keeper.map(|keeper| kicks_faced_by(view, keeper)).unwrap_or_default();
    ByStakes::of(&Model::shipped(), &Evidence::of(&kicks, None, keeper))
}

/// The keeper who ended a match in goal, where known.
fn keeper(entry: &Match, side: Side) -> Option<PersonId> {
    let [home, away] = entry.sheets.as_deref()?;
    let sheet = if side == Side::Home { home } else { away };
    sheet.keepers.last().map(|(keeper, _)| *keeper)
}

/// Chance of the side listed first to win a shoot-out of a match, by its keepers and what the view knows of them.
pub(crate) fn of_match(view: &View<'_>, entry: &Match) -> f64 {
    let [home, away] = Side::BOTH.map(|side| against(view, keeper(entry, side)));
    between(away, home)
}

/// Chance of each team of an edition against each to win a shoot-out, by the keeper of its last match in it.
pub(crate) fn of_edition(view: &View<'_>, facts: &Facts) -> Vec<Vec<f64>> {
    let tables: Vec<ByStakes> = facts
        .teams
        .iter()
        .map(|team| {
            let last = team.and_then(|team| {
                let entries = facts.meetings.iter().rev().filter_map(|meeting| view.get(meeting.id?));
                let mut kept = entries.filter_map(|entry| keeper(entry, entry.side_of(team)?));
                kept.next()
            });
            against(view, last)
        })
        .collect();
    let mut chances = vec![vec![0.5; tables.len()]; tables.len()];
    for (one, own) in tables.iter().enumerate() {
        for (two, other) in tables.iter().enumerate().take(one).filter(|(_, other)| *other != own) {
            let wins = between(*other, *own);
            for (team, against, value) in [(one, two, wins), (two, one, 1.0 - wins)] {
                if let Some(cell) = chances.get_mut(team).and_then(|row| row.get_mut(against)) {
                    *cell = value;
                }
            }
        }
    }
    chances
}
