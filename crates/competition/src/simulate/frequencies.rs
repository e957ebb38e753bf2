//! How often what happens: counted, or exact.

use std::collections::BTreeMap;

use super::answer::Chance;
use super::luck::Luck;
use super::plan::{Part, Simulator};
use super::play::Work;

/// Simulations that are played one after the other by one thread, at least.
const BLOCK: u32 = 2048;
/// Most parts that the work is cut into.
const STRETCHES: u32 = 64;

/// What is counted, as one list of numbers.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    pub(super) teams: usize,
    /// By stage: for a knock-out where its winners and losers begin, for groups where teams and places begin.
    pub(super) stages: Vec<usize>,
    /// Places told apart in each stage with groups.
    pub(super) places: Vec<usize>,
    pub(super) len: usize,
}

impl Layout {
    pub(super) fn of(simulator: &Simulator<'_>) -> Self {
        let teams = simulator.edition.teams.len();
        let (mut stages, mut places, mut len) = (Vec::new(), Vec::new(), 0);
        for stage in &simulator.edition.stages {
            let most = stage.groups.iter().map(|group| group.entrants.len()).max().unwrap_or(0);
            stages.push(len);
            places.push(most);
            len += teams * if stage.is_knock_out() { teams } else { most };
        }
        Self { teams, stages, places, len }
    }

    /// Where it is counted that a team beats another in a knock-out stage.
    pub(super) fn beats(&self, stage: usize, winner: u8, loser: u8) -> usize {
        self.stages[stage] + usize::from(winner) * self.teams + usize::from(loser)
    }

    /// Where it is counted that a team comes in at a place, from 0.
    pub(super) fn placed(&self, stage: usize, team: u8, place: usize) -> usize {
        self.stages[stage] + usize::from(team) * self.places[stage] + place
    }
}

/// How often everything in a [`Layout`] happens.
#[derive(Clone, Debug)]
pub(super) struct Frequencies {
    pub(super) layout: Layout,
    /// Shares of one.
    pub(super) shares: Vec<f64>,
    /// Standard errors of those that do not come from runs: 0 where they are exact.
    pub(super) errors: BTreeMap<usize, f64>,
    /// Simulations behind the others.
    pub(super) runs: u32,
    /// By knock-out stage, where better known than by runs: the chance of each team to take part.
    pub(super) entrants: Vec<Option<Vec<Chance>>>,
}

impl Simulator<'_> {
    /// Plays many times.
    pub(super) fn count(&self, runs: u32, seed: u64) -> Frequencies {
        let layout = Layout::of(self);
        let len = layout.len;
        let counts = self.in_blocks(
            runs,
            seed,
            || vec![0_u32; len],
            |counts, work| self.tally(&layout, work, counts),
            |mut one, other| {
                for (one, other) in one.iter_mut().zip(&other) {
                    *one += other;
                }
                one
            },
        );
        let mut frequencies = self.certain();
        frequencies.runs = runs.max(1);
        for (share, &count) in frequencies.shares.iter_mut().zip(&counts) {
            *share += f64::from(count) / f64::from(frequencies.runs);
        }
        frequencies
    }

    /// What is fixed, as frequencies.
    pub(super) fn certain(&self) -> Frequencies {
        let mut frequencies = Layout::of(self).empty();
        let mut fixed = Vec::new();
        self.fixed(&frequencies.layout, |at| fixed.push(at));
        for at in fixed {
            frequencies.shares[at] += 1.0;
            frequencies.errors.insert(at, 0.0);
        }
        frequencies
    }

    /// Plays in blocks on the threads of the current pool; sums are of whole numbers, so the result is the same on any.
    pub(super) fn in_blocks<T: Send>(
        &self,
        runs: u32,
        seed: u64,
        empty: impl Fn() -> T + Send + Sync,
        each: impl Fn(&mut T, &Work<'_>) + Send + Sync,
        sum: impl Fn(T, T) -> T + Send + Sync,
    ) -> T {
        self.in_blocks_with(runs, seed, || (), empty, |counts, work, (), _| each(counts, work), sum)
    }

    /// The same with something to work with beside.
    pub(super) fn in_blocks_with<T: Send, W>(
        &self,
        runs: u32,
        seed: u64,
        beside: impl Fn() -> W + Send + Sync,
        empty: impl Fn() -> T + Send + Sync,
        each: impl Fn(&mut T, &Work<'_>, &mut W, Luck) + Send + Sync,
        sum: impl Fn(T, T) -> T + Send + Sync,
    ) -> T {
        use rayon::prelude::*;
        let blocks = runs.div_ceil(BLOCK);
        // A few long stretches: each makes its own counts.
        let stretch = blocks.div_ceil(STRETCHES).max(1);
        (0..blocks.div_ceil(stretch))
            .into_par_iter()
            .map(|number| {
                let first = number.saturating_mul(stretch).saturating_mul(BLOCK);
                let end = number.saturating_add(1).saturating_mul(stretch).saturating_mul(BLOCK).min(runs);
                let (mut counts, mut work, mut beside) = (empty(), self.work(), beside());
                for simulation in first..end {
                    let luck = Luck { seed, simulation };
                    self.play(&mut work, luck);
                    each(&mut counts, &work, &mut beside, luck);
                }
                counts
            })
            .reduce(&empty, sum)
    }

    /// Counts what was drawn in one simulation.
    #[inline]
    fn tally(&self, layout: &Layout, work: &Work<'_>, counts: &mut [u32]) {
        for part in &self.parts {
            match part {
                Part::KnockOut(part) => {
                    let [winner, loser] = self.decided[part.fixture].map(|at| work.values[usize::from(at)]);
                    counts[layout.beats(part.stage, winner, loser)] += 1;
                }
                Part::Group(group) => {
                    let out = usize::from(group.out);
                    let (from, step) = (layout.stages[group.stage], layout.places[group.stage]);
                    for (place, &team) in work.values[out..out + group.members.len()].iter().enumerate() {
                        counts[from + usize::from(team) * step + place] += 1;
                    }
                }
                Part::Best(_) => {}
            }
        }
    }

    /// Everything that is fixed.
    pub(super) fn fixed(&self, layout: &Layout, mut counted: impl FnMut(usize)) {
        for (number, stage) in self.edition.stages.iter().enumerate() {
            let open = |fixture: usize| {
                self.parts.iter().any(|part| matches!(part, Part::KnockOut(part) if part.fixture == fixture))
            };
            if stage.is_knock_out() {
                for fixture in (stage.fixtures[0]..stage.fixtures[1]).filter(|&fixture| !open(fixture)) {
                    let [winner, loser] = self.decided[fixture].map(|at| self.start[usize::from(at)]);
                    counted(layout.beats(number, winner, loser));
                }
                continue;
            }
            for (group, (of_group, &first)) in stage.groups.iter().zip(&self.placed[number]).enumerate() {
                let open = self
                    .parts
                    .iter()
                    .any(|part| matches!(part, Part::Group(part) if part.stage == number && part.group == group));
                if !open {
                    for place in 0..of_group.entrants.len() {
                        counted(layout.placed(number, self.start[usize::from(first) + place], place));
                    }
                }
            }
        }
    }
}
