//! What is known of all takers and keepers together: our own counts and strengths, found by `examples/fit_duel`.

use super::cells::{AimMix, Cell, Cells, DiveMix};
use super::fit::STRENGTHS;
use crate::side::{Aim, Dive};

/// Counts of the kicks we have directions of: 482 in the leagues of England, Italy and Portugal 2020-2025, and 320 in
/// shoot-outs of World Cups 1982-2022, by the taker's natural side. Rows natural, centre, other of the taker; columns
/// natural, stay, other of the keeper; kicks and goals.
const OURS: [[[u32; 2]; 3]; 3] =
    [[[217, 134], [17, 14], [167, 157]], [[57, 51], [10, 2], [52, 38]], [[147, 139], [22, 22], [113, 66]]];

/// The 459 kicks of Chiappori, Levitt & Groseclose 2002, tables 3 and 4 (France 1997-99, Italy 1997-2000), in the same
/// order.
const PUBLISHED: [[[u32; 2]; 3]; 3] =
    [[[117, 74], [4, 4], [85, 80]], [[48, 39], [3, 0], [28, 25]], [[95, 85], [4, 4], [75, 33]]];

fn cells(counts: &[[[u32; 2]; 3]; 3]) -> Cells {
    Cells::of(|aim: Aim, dive: Dive| {
        let [kicks, goals] = counts[aim.index()][dive.index()];
        Cell { kicks, goals }
    })
}

/// The kicks of Chiappori, Levitt & Groseclose.
#[must_use]
pub fn published() -> Cells {
    cells(&PUBLISHED)
}

/// Every kick the pooled table rests on.
#[must_use]
pub fn pool() -> Cells {
    cells(&OURS).and(&published())
}

/// How all takers mix their aims.
#[must_use]
pub fn pool_aims() -> AimMix {
    let pool = pool();
    AimMix::of(|aim| f64::from(pool.of_aim(aim).kicks) / f64::from(pool.total().kicks))
}

/// How all keepers mix their dives.
#[must_use]
pub fn pool_dives() -> DiveMix {
    let pool = pool();
    DiveMix::of(|dive| f64::from(pool.of_dive(dive).kicks) / f64::from(pool.total().kicks))
}

/// Weights of the strengths with which single takers are drawn to the pooled table: how many kicks of his own in a cell
/// weigh as much as the pool. 83 takers with two kicks or more leave nearly everything open.
pub(super) const CELLS: [f64; STRENGTHS.len()] = [0.073, 0.143, 0.155, 0.142, 0.130, 0.122, 0.118, 0.117];
/// The same for how takers mix their aims, from 127 takers: few have a habit of their own.
pub(super) const TAKERS: [f64; STRENGTHS.len()] = [0.0, 0.0004, 0.032, 0.1346, 0.198, 0.213, 0.212, 0.21];
/// The same for how keepers mix their dives, from 80 keepers.
pub(super) const KEEPERS: [f64; STRENGTHS.len()] = [0.0, 0.0007, 0.041, 0.174, 0.228, 0.208, 0.182, 0.1663];
