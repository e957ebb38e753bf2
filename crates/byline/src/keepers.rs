//! What keepers are worth in a shoot-out: what in-play chances and cups are supplied with. Who will take the kicks nobody
//! knows before, who will be in goal one mostly does.

use byline_competition::{Edition, Facts};
use byline_penalty::chance::{Evidence, Model};
use byline_penalty::kick::kicks_faced_by;
use byline_penalty::shoot_out::{Kick, Order, State, win};
use byline_record::{Match, PersonId, Side, View};

use crate::commands::shootout::{TAKERS, by_stakes, stakes};

/// Chances of a kick by its stakes against a keeper, from what was known of him.
fn against(view: &View<'_>, keeper: Option<PersonId>) -> [f64; 4] {
    let kicks = keeper.map(|keeper| kicks_faced_by(view, keeper)).unwrap_or_default();
    by_stakes(&Model::shipped(), &Evidence::of(&kicks, None, keeper))
}

/// Chance of the first side to win a shoot-out in which it kicks by `own` chances and the other by `other`, whoever begins.
fn chance(own: [f64; 4], other: [f64; 4]) -> f64 {
    let of = |tables: [[f64; 4]; 2]| {
        win(State::START, Order::Abab, TAKERS, &move |kick: &Kick| {
            tables.get(kick.side).and_then(|table| table.get(stakes(kick))).copied().unwrap_or(0.5)
        })
    };
    (of([own, other]) + 1.0 - of([other, own])) / 2.0
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
    chance(away, home)
}

/// Chance of each team of an edition against each to win a shoot-out, by the keeper of its last match in it.
pub(crate) fn of_edition(view: &View<'_>, edition: &Edition, facts: &Facts) -> Vec<Vec<f64>> {
    let tables: Vec<[f64; 4]> = facts
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
    debug_assert_eq!(tables.len(), edition.teams.len(), "a team in the record or none for each of the edition");
    let mut chances = vec![vec![0.5; tables.len()]; tables.len()];
    for (one, own) in tables.iter().enumerate() {
        for (two, other) in tables.iter().enumerate().take(one).filter(|(_, other)| *other != own) {
            let wins = chance(*other, *own);
            for (team, against, value) in [(one, two, wins), (two, one, 1.0 - wins)] {
                if let Some(cell) = chances.get_mut(team).and_then(|row| row.get_mut(against)) {
                    *cell = value;
                }
            }
        }
    }
    chances
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_side_of_the_better_keeper_wins_more_whoever_begins() {
        assert!((chance([0.74; 4], [0.74; 4]) - 0.5).abs() < 1e-12);
        let better = chance([0.74; 4], [0.70; 4]);
        assert!(better > 0.52 && better < 0.6, "{better}");
        assert!((better + chance([0.70; 4], [0.74; 4]) - 1.0).abs() < 1e-12);
    }
}
