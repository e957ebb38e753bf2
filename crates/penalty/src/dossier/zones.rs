//! The goal mouth in nine zones.

use byline_forecast::random::Stream;
use byline_record::{Direction, Foot};

use crate::chance::{Estimate, Model, Situation};
use crate::duel::Cell;
use crate::kick::{PenaltyKick, Phase};
use crate::sample::beta;
use crate::side::{Aim, Height, Placed, Zone};

/// Kicks and goals of 565 kicks by height (high, middle, low) and natural side, centre and other side: our counts of shoot-outs
/// of World Cups 1982-2022 and of StatsBomb's open data, by `examples/fit_duel`.
const POOL: [[[u32; 2]; 3]; 3] =
    [[[51, 44], [32, 21], [28, 21]], [[78, 58], [29, 19], [62, 45]], [[147, 97], [28, 19], [109, 80]]];

/// How many kicks of somebody's own in a zone weigh as much as everybody's: as takers in cells of the duel.
const STRENGTH: f64 = 32.0;

/// One zone as the taker sees it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ZoneRate {
    /// Which.
    pub zone: Zone,
    /// Kicks and goals there.
    pub own: Cell,
    /// Chance of a goal there, shrunk towards everybody's.
    pub chance: Estimate,
    /// Share of all placed kicks that go there; 0 without any.
    pub share: f64,
}

/// Where kicks went and which were goals.
#[derive(Clone, Debug, PartialEq)]
pub struct ZoneMap {
    /// Nine zones as the taker sees them, from the top left along the rows.
    pub zones: Vec<ZoneRate>,
    /// Kicks and goals by left, centre and right, height known or not.
    pub sides: [Cell; 3],
    /// Every kick whose place is known, with whether it was scored.
    pub placed: Vec<(Placed, bool)>,
    /// Kicks of which neither place nor side is known.
    pub unknown: u32,
}

const SIDES: [Direction; 3] = [Direction::Left, Direction::Centre, Direction::Right];

impl ZoneMap {
    /// Of kicks that counted: a taker's, a keeper's, a competition's. Chances are at the level of play in a league.
    #[must_use]
    pub fn of(model: &Model, kicks: &[PenaltyKick]) -> Self {
        let counted = || kicks.iter().filter(|kick| !kick.retaken);
        let one = |kick: &PenaltyKick| Cell { kicks: 1, goals: u32::from(kick.scored()) };
        let sum = |of: &dyn Fn(&PenaltyKick) -> bool| {
            counted().filter(|kick| of(kick)).map(one).fold(Cell::default(), Cell::and)
        };
        let placed: Vec<(Placed, bool)> = counted().filter_map(|kick| Some((kick.placed?, kick.scored()))).collect();
        let foot = crate::duel::foot_of(counted()).unwrap_or(Foot::Right);
        let level = model.base(&Situation::new(Phase::Play, crate::kick::Level::League));
        let pooled: [u32; 2] = POOL.iter().flatten().fold([0, 0], |sum, cell| [sum[0] + cell[0], sum[1] + cell[1]]);
        // Misses of the pool, scaled to the level: most of its kicks are of shoot-outs.
        let misses = (1.0 - level) / (1.0 - f64::from(pooled[1]) / f64::from(pooled[0]));
        let mut zones = Vec::with_capacity(9);
        for (row, height) in Height::ALL.into_iter().enumerate() {
            for (column, side) in SIDES.into_iter().enumerate() {
                let zone = Zone { height, side };
                let own = sum(&|kick| kick.placed.is_some_and(|placed| placed.zone() == zone));
                let [kicks, goals] = POOL[row][Aim::of(side, foot).index()];
                let missed = (f64::from(kicks - goals) + 0.5) / (f64::from(kicks) + 1.0) * misses;
                let mut stream = Stream::new(1, 2, (row * 3 + column) as u32, 0);
                let draws: Vec<f64> = (0..400)
                    .map(|_| {
                        beta(
                            &mut stream,
                            STRENGTH * (1.0 - missed) + f64::from(own.goals),
                            STRENGTH * missed + f64::from(own.kicks - own.goals),
                        )
                    })
                    .collect();
                let share = f64::from(own.kicks) / (placed.len().max(1)) as f64;
                zones.push(ZoneRate { zone, own, chance: Estimate::of_draws(&draws), share });
            }
        }
        Self {
            zones,
            sides: SIDES.map(|side| sum(&|kick| kick.side == Some(side))),
            unknown: sum(&|kick| kick.side.is_none() && kick.placed.is_none()).kicks,
            placed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// High kicks that count are goals more often than low ones on the natural side, whoever takes them.
    #[test]
    fn without_kicks_the_map_is_everybodys() {
        let map = ZoneMap::of(&Model::shipped(), &[]);
        assert_eq!((map.zones.len(), map.unknown, map.placed.len()), (9, 0, 0));
        assert!(map.zones[0].chance.mean > map.zones[6].chance.mean);
        assert!(map.zones.iter().all(|zone| zone.share == 0.0 && zone.chance.low < zone.chance.mean));
        let mean =
            map.zones.iter().zip(POOL.iter().flatten()).map(|(zone, cell)| zone.chance.mean * f64::from(cell[0]));
        let mean = mean.sum::<f64>() / POOL.iter().flatten().map(|cell| f64::from(cell[0])).sum::<f64>();
        assert!((mean - 0.81).abs() < 0.02, "{mean}");
    }
}
