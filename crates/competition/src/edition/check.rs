//! What must hold of an edition beyond its notation.

use std::ops::Range;

use byline_record::ReadError;

use super::read::Source;
use super::{Best, Edition, Fixture, Slot, Stage};
use crate::criterion::{Criterion, Rule};

/// Checks an edition whose fixtures stand at `spans` of the text.
pub(super) fn check(edition: &Edition, spans: &[Range<usize>], source: Source<'_>) -> Result<(), ReadError> {
    let top = 0..0;
    for stage in &edition.stages {
        let name = stage.kind.name();
        let at = spans.get(stage.fixtures[0]).unwrap_or(&top);
        if stage.is_knock_out() {
            if stage.level.then.iter().all(Option::is_none) {
                let expected = "`level` with `shoot-out`, `replay` or `lots` at its end";
                return Err(source.error(at, format!("the {name} can end level"), expected));
            }
            if !stage.ranking.is_empty() || stage.best.is_some() || !stage.zones.is_empty() {
                return Err(source.error(at, format!("the {name} has a ranking"), "a ranking only with groups"));
            }
            continue;
        }
        if stage.ranking.is_empty() {
            return Err(source.error(at, format!("the {name} has no ranking"), "`ranking` with groups"));
        }
        ranking(edition, &stage.ranking).map_err(|problem| source.error(at, problem, "see editions/README.md"))?;
        let smallest = stage.groups.iter().map(|group| group.entrants.len()).min().unwrap_or(0);
        for zone in &stage.zones {
            let [first, last] = zone.places.map(usize::from);
            if first == 0 || last < first || last > smallest {
                let problem = format!("zone `{}` from {first} to {last}", zone.name);
                return Err(source.error(at, problem, format!("places from 1 to {smallest}")));
            }
        }
        if let Some(best) = &stage.best {
            across(edition, stage, best, smallest).map_err(|problem| source.error(at, problem, ""))?;
        }
    }
    let mut filled = Vec::new();
    for (fixture, at) in edition.fixtures.iter().zip(spans) {
        let knock_out = edition.stages.get(fixture.stage).is_some_and(Stage::is_knock_out);
        for &slot in &fixture.sides {
            held(edition, fixture.stage, slot)
                .map_err(|problem| source.error(at, problem, "a slot that can be filled"))?;
            if knock_out && !matches!(slot, Slot::Team(_) | Slot::Allocated { .. }) {
                if filled.contains(&slot) {
                    let problem = format!("match {} takes up a slot a second time", fixture.number);
                    return Err(source.error(at, problem, "each slot in one match"));
                }
                filled.push(slot);
            }
        }
    }
    for (number, stage) in edition.stages.iter().enumerate() {
        let at = spans.get(stage.fixtures[0]).unwrap_or(&top);
        for group in &stage.groups {
            for &slot in &group.entrants {
                held(edition, number, slot)
                    .map_err(|problem| source.error(at, problem, "a slot that can be filled"))?;
            }
        }
    }
    allocation(edition).map_err(|problem| source.error(&top, problem, "an allocation for every combination"))
}

fn ranking(edition: &Edition, rules: &[Rule]) -> Result<(), String> {
    for (place, rule) in rules.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|before| rules.get(before)).map(|rule| rule.criterion);
        match rule.criterion {
            Criterion::FairPlay if edition.cards.is_none() => {
                return Err("`fair play` without `[cards]`".to_owned());
            }
            Criterion::HeadToHeadAgain if !matches!(before, Some(Criterion::HeadToHead(_))) => {
                return Err("`head-to-head again` without head-to-head criteria before it".to_owned());
            }
            _ => {}
        }
        if rules.iter().take(place).any(|earlier| earlier == rule) {
            return Err(format!("`{rule}` twice in one ranking"));
        }
    }
    Ok(())
}

fn across(edition: &Edition, stage: &Stage, best: &Best, smallest: usize) -> Result<(), String> {
    if best.place == 0 || usize::from(best.place) > smallest {
        return Err(format!("`best` compares place {} of groups of {smallest}", best.place));
    }
    if best.take == 0 || usize::from(best.take) >= stage.groups.len() {
        return Err(format!(
            "`best` takes {} of {} groups; expected fewer than there are",
            best.take,
            stage.groups.len()
        ));
    }
    if best.ranking.is_empty() {
        return Err("`best` without `ranking`".to_owned());
    }
    let between_groups = |rule: &Rule| {
        !matches!(
            rule.criterion,
            Criterion::HeadToHead(_) | Criterion::HeadToHeadAgain | Criterion::ShootOut | Criterion::Opponents(_)
        )
    };
    if let Some(rule) = best.ranking.iter().find(|rule| !between_groups(rule)) {
        return Err(format!("`{rule}` cannot compare teams of different groups"));
    }
    ranking(edition, &best.ranking)
}

/// Whether a slot of a stage can be filled.
fn held(edition: &Edition, stage: usize, slot: Slot) -> Result<(), String> {
    let earlier = edition.groups_before(stage).and_then(|stage| edition.stages.get(stage));
    match slot {
        Slot::Placed { group, place } => {
            let size = earlier.and_then(|stage| stage.groups.get(usize::from(group))).map_or(0, |g| g.entrants.len());
            if place == 0 || usize::from(place) > size {
                return Err(format!("place {place} of a group of {size}"));
            }
        }
        Slot::Allocated { place, .. } => {
            let best = earlier.and_then(|stage| stage.best.as_ref());
            if best.is_none_or(|best| best.place != place) {
                return Err(format!("an allocated place {place} without `[stage.best]` for it"));
            }
            if edition.allocation.is_none() {
                return Err("an allocated place without `[allocation]`".to_owned());
            }
        }
        Slot::Team(_) | Slot::Winner(_) | Slot::Loser(_) => {}
    }
    Ok(())
}

/// Whether every combination of groups has a row, and each row sends each team where it may go.
fn allocation(edition: &Edition) -> Result<(), String> {
    let Some(allocation) = &edition.allocation else { return Ok(()) };
    let allocated = |fixture: &Fixture| fixture.sides.iter().any(|side| matches!(side, Slot::Allocated { .. }));
    let slots = edition.fixtures.iter().filter(|fixture| allocated(fixture)).count();
    if slots != allocation.to.len() {
        return Err(format!("{slots} matches with an allocated side, {} in `against`", allocation.to.len()));
    }
    let stage = edition.stages.iter().rev().find(|stage| !stage.is_knock_out());
    let Some((best, groups)) = stage.and_then(|stage| Some((stage.best.as_ref()?, &stage.groups))) else {
        return Err("`[allocation]` without `[stage.best]`".to_owned());
    };
    if usize::from(best.take) != slots {
        return Err(format!("`best` takes {} but {slots} are allocated", best.take));
    }
    let labels = |bits: u32| -> String {
        groups.iter().enumerate().filter(|(n, _)| bits >> n & 1 == 1).map(|(_, group)| &*group.label).collect()
    };
    for (bits, row) in &allocation.rows {
        for (&[fixture, side], &group) in allocation.to.iter().zip(row) {
            let slot = edition.fixtures.get(fixture).map(|fixture| fixture.sides[side]);
            if !matches!(slot, Some(Slot::Allocated { groups, .. }) if groups >> group & 1 == 1) {
                let label = groups.get(usize::from(group)).map_or("", |group| &group.label);
                return Err(format!("row {} sends the team of group {label} where it may not go", labels(*bits)));
            }
        }
    }
    let combinations = (0..1_u64 << groups.len().min(24)).filter(|bits| bits.count_ones() as usize == slots);
    for bits in combinations {
        let bits = u32::try_from(bits).unwrap_or(0);
        if allocation.row(bits).is_none() {
            return Err(format!("no row for the groups {}", labels(bits)));
        }
    }
    Ok(())
}
