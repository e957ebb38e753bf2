//! How much hangs on each match that is left.

use super::answer::Chance;
use super::plan::{OPEN, Part, Simulator};
use super::play::Work;
use crate::edition::Edition;
use crate::table::Teams;

/// Something a team can get to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// To take part in a stage, by its place in the edition.
    Stage(usize),
    /// To win a stage: the final, or to be first of a group.
    Champion(usize),
    /// To come into a zone of a league: stage and zone.
    Zone(usize, usize),
}

impl Target {
    /// To win the edition.
    #[must_use]
    pub fn title(edition: &Edition) -> Self {
        Self::Champion(super::answer::deciding(edition))
    }

    /// What teams of an edition play for: the stage after the groups, zones, the title.
    #[must_use]
    pub fn of(edition: &Edition) -> Vec<Self> {
        let stages = edition.stages.iter().enumerate();
        let next = (1..edition.stages.len()).filter(|&stage| !edition.stages[stage - 1].is_knock_out());
        let zones =
            stages.flat_map(|(stage, of_stage)| (0..of_stage.zones.len()).map(move |zone| Self::Zone(stage, zone)));
        next.map(Self::Stage).chain(zones).chain([Self::title(edition)]).collect()
    }
}

/// What hangs on a match.
#[derive(Clone, Debug, PartialEq)]
pub struct Leverage {
    /// The fixture, by its place in [`Edition::fixtures`].
    pub fixture: usize,
    /// Chances that the side listed first wins, of a draw, that the other wins; in a knock-out, that either goes
    /// through, and no draw.
    pub results: [Chance; 3],
    /// By target as asked for, by team: its chance after each of the results.
    pub after: Vec<Vec<[Chance; 3]>>,
}

impl Leverage {
    /// How much a team's chance moves between the results: the greatest less the smallest of those that can be.
    #[must_use]
    pub fn swing(&self, target: usize, team: u8) -> f64 {
        let Some(after) = self.after.get(target).and_then(|teams| teams.get(usize::from(team))) else { return 0.0 };
        let can_be = || after.iter().zip(&self.results).filter(|(_, result)| result.value > 0.0).map(|(c, _)| c.value);
        let (least, most) = (can_be().fold(f64::INFINITY, f64::min), can_be().fold(f64::NEG_INFINITY, f64::max));
        if least.is_finite() { most - least } else { 0.0 }
    }

    /// How many places of the target change hands by the match: half of the sum over teams of how far its result is
    /// expected to move their chances.
    #[must_use]
    pub fn moved(&self, target: usize) -> f64 {
        let Some(teams) = self.after.get(target) else { return 0.0 };
        let of_team = |after: &[Chance; 3]| -> f64 {
            let weighted = || after.iter().zip(&self.results).map(|(after, result)| (after.value, result.value));
            let mean: f64 = weighted().map(|(after, weight)| after * weight).sum();
            weighted().map(|(after, weight)| weight * (after - mean).abs()).sum()
        };
        teams.iter().map(of_team).sum::<f64>() / 2.0
    }
}

impl Simulator<'_> {
    /// What hangs on each match that is left and whose sides are known, by the same simulations that
    /// [`simulate`](Self::simulate) plays, split by its result.
    #[must_use]
    pub fn leverage(&self, targets: &[Target], runs: u32, seed: u64) -> Vec<Leverage> {
        let open: Vec<(usize, Option<u8>)> = self.parts.iter().flat_map(|part| self.open_matches(part)).collect();
        let teams = self.edition.teams.len();
        let width = 1 + targets.len() * teams;
        let counts = self.in_blocks(
            runs,
            seed,
            || vec![0_u32; open.len() * 3 * width],
            |counts, work| {
                let reached: Vec<Teams> = targets.iter().map(|&target| self.teams_at(target, work)).collect();
                for (number, &(fixture, first)) in open.iter().enumerate() {
                    let result = match first {
                        None => super::fast::outcome(work.codes[fixture]),
                        Some(first) => 2 * usize::from(work.values[usize::from(self.decided[fixture][0])] != first),
                    };
                    let row = &mut counts[(number * 3 + result) * width..][..width];
                    row[0] += 1;
                    for (target, teams_there) in reached.iter().enumerate() {
                        for team in teams_there.iter() {
                            row[1 + target * teams + usize::from(team)] += 1;
                        }
                    }
                }
            },
            |mut one, other| {
                for (one, other) in one.iter_mut().zip(&other) {
                    *one += other;
                }
                one
            },
        );
        let runs = runs.max(1);
        open.iter()
            .zip(counts.chunks(3 * width))
            .map(|(&(fixture, _), counts)| {
                let count = |result: usize, at: usize| counts.get(result * width + at).copied().unwrap_or(0);
                let share = |result: usize, at: usize| {
                    let of = count(result, 0);
                    Chance::of_runs(f64::from(count(result, at)) / f64::from(of.max(1)), of)
                };
                let after = (0..targets.len())
                    .map(|target| {
                        (0..teams)
                            .map(|team| std::array::from_fn(|result| share(result, 1 + target * teams + team)))
                            .collect()
                    })
                    .collect();
                let results =
                    std::array::from_fn(|result| Chance::of_runs(f64::from(count(result, 0)) / f64::from(runs), runs));
                Leverage { fixture, results, after }
            })
            .collect()
    }

    /// Open matches with known sides; of a knock-out match with its first side.
    fn open_matches(&self, part: &Part) -> Vec<(usize, Option<u8>)> {
        match part {
            Part::Group(group) if group.known => {
                let open = group.games.iter().filter(|game| self.codes[game.fixture] == OPEN);
                open.map(|game| (game.fixture, None)).collect()
            }
            Part::KnockOut(part) => {
                let sides = part.sides.map(|side| self.start[usize::from(side)]);
                let known = sides.iter().all(|&team| usize::from(team) < self.edition.teams.len());
                if known { vec![(part.fixture, Some(sides[0]))] } else { Vec::new() }
            }
            _ => Vec::new(),
        }
    }

    /// Who got to a target in a simulation.
    pub(super) fn teams_at(&self, target: Target, work: &Work<'_>) -> Teams {
        let value = |at: u16| work.values[usize::from(at)];
        match target {
            Target::Stage(stage) => {
                let Some(of_stage) = self.edition.stages.get(stage) else { return Teams::default() };
                if of_stage.is_knock_out() {
                    let decided = &self.decided[of_stage.fixtures[0]..of_stage.fixtures[1]];
                    return decided.iter().flatten().map(|&at| value(at)).collect();
                }
                let groups = self.placed[stage].iter().zip(&of_stage.groups);
                groups
                    .flat_map(|(&first, group)| (0..group.entrants.len() as u16).map(move |at| first + at))
                    .map(value)
                    .collect()
            }
            Target::Champion(stage) => {
                let Some(of_stage) = self.edition.stages.get(stage) else { return Teams::default() };
                if of_stage.is_knock_out() {
                    return Teams::default().with(value(self.decided[of_stage.fixtures[1] - 1][0]));
                }
                self.placed[stage].iter().map(|&first| value(first)).collect()
            }
            Target::Zone(stage, zone) => {
                let zone = self.edition.stages.get(stage).and_then(|stage| stage.zones.get(zone));
                let Some(zone) = zone else { return Teams::default() };
                let places = u16::from(zone.places[0]) - 1..u16::from(zone.places[1]);
                self.placed[stage]
                    .iter()
                    .flat_map(|&first| places.clone().map(move |at| first + at))
                    .map(value)
                    .collect()
            }
        }
    }
}
