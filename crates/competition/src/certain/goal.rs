//! What a group is played for: places that lead on, places that may, zones of a league.

use byline_record::StageKind;

use super::Places;
use crate::edition::{Edition, Slot};

/// Something places of a group lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// What.
    pub what: Aim,
    /// Places that have it.
    pub places: Places,
    /// The place that has it if the team is among the best of this place across groups.
    pub perhaps: Option<u8>,
}

/// What places of a group lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aim {
    /// A later stage.
    Stage(StageKind),
    /// A zone of the stage, by its name.
    Zone(String),
    /// First place, where nothing else is at stake.
    Top,
}

impl Edition {
    /// What a place of a group, from 1, leads to, in words: `round of 16`, `round of 16, if among the best`, the name of a
    /// zone.
    #[must_use]
    pub fn leads_to(&self, stage: usize, group: usize, place: u8) -> Option<String> {
        let goals = goals(self, stage, group);
        let of_stage = |holds: &dyn Fn(&Goal) -> bool| {
            goals.iter().find_map(|goal| match &goal.what {
                Aim::Stage(stage) if holds(goal) => Some(stage.name().to_owned()),
                _ => None,
            })
        };
        let holds = |goal: &Goal| goal.places.has(usize::from(place));
        of_stage(&holds)
            .or_else(|| of_stage(&|goal| goal.perhaps == Some(place)).map(|name| format!("{name}, if among the best")))
            .or_else(|| {
                goals.iter().find_map(|goal| match &goal.what {
                    Aim::Zone(name) if holds(goal) => Some(name.clone()),
                    _ => None,
                })
            })
    }
}

/// The goals of a group, the first the one that counts most: later stages in order, else zones, else first place.
pub(super) fn goals(edition: &Edition, stage: usize, group: usize) -> Vec<Goal> {
    let mut goals: Vec<Goal> = Vec::new();
    for (number, later) in edition.stages.iter().enumerate().skip(stage + 1) {
        if edition.groups_before(number) != Some(stage) {
            continue;
        }
        let [first, end] = later.fixtures;
        let sides = edition.fixtures[first..end].iter().flat_map(|fixture| fixture.sides);
        let entrants = later.groups.iter().flat_map(|group| group.entrants.iter().copied());
        let mut goal = Goal { what: Aim::Stage(later.kind), places: Places::NONE, perhaps: None };
        for slot in sides.chain(entrants) {
            match slot {
                Slot::Placed { group: of, place } if usize::from(of) == group => {
                    goal.places = goal.places.with(usize::from(place));
                }
                Slot::Allocated { groups, place } if groups >> group & 1 == 1 => goal.perhaps = Some(place),
                _ => {}
            }
        }
        if !goal.places.is_empty() || goal.perhaps.is_some() {
            goals.push(goal);
        }
    }
    // The match for third place is the lesser aim.
    goals.sort_by_key(|goal| goal.what == Aim::Stage(StageKind::ThirdPlace));
    let zones = edition.stages.get(stage).map_or(&[][..], |stage| &stage.zones);
    goals.extend(zones.iter().map(|zone| {
        let [first, last] = zone.places.map(usize::from);
        Goal { what: Aim::Zone(zone.name.clone()), places: Places::range(first, last), perhaps: None }
    }));
    if goals.is_empty() {
        goals.push(Goal { what: Aim::Top, places: Places::range(1, 1), perhaps: None });
    }
    goals
}
