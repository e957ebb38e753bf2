//! Two scenarios under the same luck.

use super::answer::{Chance, deciding};
use super::leverage::Target;
use super::luck::Luck;
use super::plan::{SimulateError, Simulator};

/// A chance in two scenarios.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// In the first.
    pub one: Chance,
    /// In the second.
    pub other: Chance,
    /// Second less first, from -1 to 1, with the standard error of simulations that shared their luck.
    pub difference: f64,
    /// Its standard error.
    pub standard_error: f64,
}

/// Chances in two scenarios of one edition.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Simulations.
    pub runs: u32,
    /// By team, by stage: that it takes part.
    pub reach: Vec<Vec<Difference>>,
    /// By team: that it wins the edition.
    pub champion: Vec<Difference>,
}

impl Simulator<'_> {
    /// Compares this scenario with another of the same edition: every simulation is played in both with the same luck.
    ///
    /// # Errors
    /// If they are of different editions.
    pub fn compare(&self, other: &Simulator<'_>, runs: u32, seed: u64) -> Result<Comparison, SimulateError> {
        if self.edition.teams != other.edition.teams || self.edition.fixtures != other.edition.fixtures {
            return Err(SimulateError::Scenarios { one: self.edition.name(), other: other.edition.name() });
        }
        let stages = self.edition.stages.len();
        let mut targets: Vec<Target> = (0..stages).map(Target::Stage).collect();
        targets.push(Target::Champion(deciding(self.edition)));
        let teams = self.edition.teams.len();
        // By target and team: in the first, in the second, in the first alone, in the second alone.
        let counts = self.in_blocks_with(
            runs,
            seed,
            || other.work(),
            || vec![[0_u32; 4]; targets.len() * teams],
            |counts, work, theirs, luck: Luck| {
                other.play(theirs, luck);
                for (number, &target) in targets.iter().enumerate() {
                    let [one, two] = [self.teams_at(target, work), other.teams_at(target, theirs)];
                    for (which, teams_of) in [one, two, one.without(two), two.without(one)].into_iter().enumerate() {
                        for team in teams_of.iter() {
                            counts[number * teams + usize::from(team)][which] += 1;
                        }
                    }
                }
            },
            |mut one, other| {
                for (one, other) in one.iter_mut().zip(&other) {
                    for (one, other) in one.iter_mut().zip(other) {
                        *one += other;
                    }
                }
                one
            },
        );
        let runs = runs.max(1);
        let difference = |target: usize, team: usize| {
            let [one, two, one_alone, two_alone] =
                counts[target * teams + team].map(|count| f64::from(count) / f64::from(runs));
            let difference = two - one;
            let variance = (one_alone + two_alone - difference * difference).max(0.0) / f64::from(runs);
            Difference {
                one: Chance::of_runs(one, runs),
                other: Chance::of_runs(two, runs),
                difference,
                standard_error: variance.sqrt(),
            }
        };
        Ok(Comparison {
            runs,
            reach: (0..teams).map(|team| (0..stages).map(|stage| difference(stage, team)).collect()).collect(),
            champion: (0..teams).map(|team| difference(stages, team)).collect(),
        })
    }
}
