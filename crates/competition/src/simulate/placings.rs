//! Places of groups without simulation: every score of the matches left.

use super::answer::Chance;
use super::frequencies::Frequencies;
use super::luck::Luck;
use super::plan::{GroupPart, Part, Simulator};
use crate::edition::Slot;

/// Most matches left of a group whose every ending is gone through.
const MOST_OPEN: usize = 2;
/// Scores of less chance are left out, and the rest made to sum to one.
const LEAST: f64 = 1e-9;
/// How often what no score decides is drawn, for each ending that needs it.
const DRAWS: u32 = 256;
/// Simulations kept apart for these draws, so that they share no luck with those that are counted.
const APART: u64 = 0x5bd1_e995_9d3a_71c1;

/// Chances of the places of a group: by member and place, with the variance of what had to be drawn.
pub(super) struct Places {
    pub(super) size: usize,
    pub(super) chances: Vec<f64>,
    pub(super) variances: Vec<f64>,
}

impl Simulator<'_> {
    /// Puts exact places where the simulated ones are, in groups of known teams with at most two matches left; and the
    /// entrants of a stage that come from such groups alone.
    pub(super) fn exact_places(&self, frequencies: &mut Frequencies, seed: u64) {
        let mut exact = Vec::new();
        for (number, part) in self.parts.iter().enumerate() {
            let Part::Group(group) = part else { continue };
            let Some(places) = self.places(number, group, seed) else { continue };
            exact.push((group.stage, group.group));
            for (member, &address) in group.members.iter().enumerate() {
                let team = self.start[usize::from(address)];
                for place in 0..places.size {
                    let at = frequencies.layout.placed(group.stage, team, place);
                    frequencies.shares[at] = places.chances[member * places.size + place];
                    frequencies.errors.insert(at, places.variances[member * places.size + place].sqrt());
                }
            }
        }
        self.exact_entrants(frequencies, &exact);
    }

    /// Chances of the places of a group; `None` where there are too many endings.
    pub(super) fn places(&self, number: usize, group: &GroupPart, seed: u64) -> Option<Places> {
        let open: Vec<_> = group.games.iter().filter(|game| self.codes[game.fixture] == super::plan::OPEN).collect();
        if open.len() > MOST_OPEN || !group.known {
            return None;
        }
        let size = group.members.len();
        let mut places = Places { size, chances: vec![0.0; size * size], variances: vec![0.0; size * size] };
        let mut work = self.work();
        // Fixed scores are in the work already; those open are gone through.
        let likely = |game: usize| -> Vec<(u8, f64)> {
            let cells = open.get(game).and_then(|game| self.tables.get(game.table?)).map(|table| &*table.cells);
            let Some(cells) = cells else { return vec![(0, 1.0)] };
            let likely: Vec<(u8, f64)> =
                (0..=u8::MAX).zip(cells.iter().copied()).filter(|(_, chance)| *chance > LEAST).collect();
            let sum: f64 = likely.iter().map(|(_, chance)| chance).sum();
            likely.into_iter().map(|(code, chance)| (code, chance / sum)).collect()
        };
        let mut drawn = vec![0_u32; size * size];
        let mut ending = 0;
        for (first, of_first) in likely(0) {
            for &(second, of_second) in &likely(1) {
                for (game, code) in open.iter().zip([first, second]) {
                    work.codes[game.fixture] = code;
                }
                let chance = of_first * of_second;
                let mut draw = |simulation: u32, drawn: &mut [u32]| {
                    work.luck_used = false;
                    self.rank(number, group, &mut work, Luck { seed: seed ^ APART, simulation });
                    for place in 0..size {
                        let team = work.values[usize::from(group.out) + place];
                        let member = group.members.iter().position(|&m| work.values[usize::from(m)] == team);
                        drawn[member.unwrap_or(0) * size + place] += 1;
                    }
                    work.luck_used
                };
                drawn.fill(0);
                let times = if draw(ending, &mut drawn) {
                    (1..DRAWS).for_each(|time| {
                        draw(ending.wrapping_add(time), &mut drawn);
                    });
                    ending = ending.wrapping_add(DRAWS);
                    DRAWS
                } else {
                    1
                };
                for (at, &count) in drawn.iter().enumerate() {
                    let share = f64::from(count) / f64::from(times);
                    places.chances[at] += chance * share;
                    places.variances[at] += chance * chance * share * (1.0 - share) / f64::from(times);
                }
            }
        }
        Some(places)
    }

    /// Chances to take part in knock-out stages whose sides are places of groups that are over or exact.
    fn exact_entrants(&self, frequencies: &mut Frequencies, exact: &[(usize, usize)]) {
        frequencies.entrants = vec![None; self.edition.stages.len()];
        for (number, stage) in self.edition.stages.iter().enumerate() {
            let Some(earlier) = self.edition.groups_before(number).filter(|_| stage.is_knock_out()) else { continue };
            let is_open = |group: usize| {
                self.parts
                    .iter()
                    .any(|part| matches!(part, Part::Group(part) if part.stage == earlier && part.group == group))
            };
            let mut slots = Vec::new();
            for fixture in &self.edition.fixtures[stage.fixtures[0]..stage.fixtures[1]] {
                for slot in fixture.sides {
                    match slot {
                        Slot::Team(_) => slots.push(None),
                        Slot::Placed { group, place } => slots.push(Some((usize::from(group), usize::from(place) - 1))),
                        _ => slots.clear(),
                    }
                    if slots.is_empty() {
                        break;
                    }
                }
            }
            let sides = 2 * (stage.fixtures[1] - stage.fixtures[0]);
            let known = |slot: &Option<(usize, usize)>| {
                slot.is_some_and(|(group, _)| exact.contains(&(earlier, group)) || !is_open(group))
            };
            if slots.len() != sides || !slots.iter().all(known) {
                continue;
            }
            let chance = |team: usize| -> Chance {
                let places = slots.iter().flatten().map(|&(_, place)| place);
                let mut asked: Vec<usize> = places.collect();
                asked.sort_unstable();
                asked.dedup();
                // A place counts where the group it is in sends it on; teams are in one group each.
                let group = (0..self.edition.stages[earlier].groups.len()).find(|&group| {
                    self.edition.stages[earlier].groups[group].entrants.contains(&Slot::Team(team as u8))
                });
                let sent =
                    asked.into_iter().filter(|&place| group.is_some_and(|group| slots.contains(&Some((group, place)))));
                let layout = &frequencies.layout;
                let places: Vec<usize> = sent.map(|place| layout.placed(earlier, team as u8, place)).collect();
                frequencies.sum(places.into_iter())
            };
            let of_stage = (0..self.edition.teams.len()).map(chance).collect();
            frequencies.entrants[number] = Some(of_stage);
        }
    }
}
