//! Tables and habits drawn from their posterior.

use byline_forecast::random::Stream;

use super::cells::{Cell, Cells, Chances};
use super::fit::{STRENGTHS, log_marginal, weigh};
use super::pool::{self, pool_aims, pool_dives};
use crate::chance::{Chance, Estimate, chance_of, logit};
use crate::sample::{beta, dirichlet};
use crate::side::{Aim, Dive};

/// How often a player makes each of his choices: his own counts, drawn to all players' with a strength that is itself
/// known only so far.
pub(super) struct Habit {
    mean: [f64; 3],
    own: [u32; 3],
    weights: [f64; STRENGTHS.len()],
}

impl Habit {
    fn new(mean: [f64; 3], own: [u32; 3], weights: &[f64; STRENGTHS.len()]) -> Self {
        Self { mean, own, weights: weigh(weights, |strength| log_marginal(&own, &mean, strength)) }
    }

    pub(super) fn of_taker(own: [u32; 3]) -> Self {
        let mix = pool_aims();
        Self::new(Aim::ALL.map(|aim| mix.at(aim)), own, &pool::TAKERS)
    }

    pub(super) fn of_keeper(own: [u32; 3]) -> Self {
        let mix = pool_dives();
        Self::new(Dive::ALL.map(|dive| mix.at(dive)), own, &pool::KEEPERS)
    }

    /// Each choice with its interval.
    pub(super) fn estimates(&self) -> [Estimate; 3] {
        let draws: Vec<[f64; 3]> = (0..400).map(|draw| self.draw(&mut Stream::new(1, 1, draw, 0))).collect();
        [0, 1, 2].map(|choice| Estimate::of_draws(&draws.iter().map(|mix| mix[choice]).collect::<Vec<_>>()))
    }

    pub(super) fn draw(&self, stream: &mut Stream) -> [f64; 3] {
        let strength = draw_strength(stream, &self.weights);
        let weight = |choice: usize| strength * self.mean[choice] + f64::from(self.own[choice]);
        dirichlet(stream, [weight(0), weight(1), weight(2)])
    }
}

fn draw_strength(stream: &mut Stream, weights: &[f64; STRENGTHS.len()]) -> f64 {
    STRENGTHS[stream.categorical(weights).unwrap_or(STRENGTHS.len() - 1)]
}

/// The posterior of a table of chances: the pool's cells, moved together so that play as the pool plays gives the chance of
/// this pair, then each with the taker's own kicks.
///
/// A keeper who goes where the ball goes is never worse placed than one who does not. Few kicks can say otherwise; tables
/// that do are not drawn.
pub(super) struct Tables<'d> {
    pool: &'d Cells,
    own: &'d Cells,
    level: &'d Chance,
    /// Weights of the strengths with which the taker is drawn to the pool.
    strengths: [f64; STRENGTHS.len()],
}

impl<'d> Tables<'d> {
    pub(super) fn new(pool: &'d Cells, own: &'d Cells, level: &'d Chance) -> Self {
        let in_cell = |strength: f64, aim: Aim, dive: Dive| {
            let Cell { kicks, goals } = own.at(aim, dive);
            let share = pool.at(aim, dive).share().unwrap_or(0.5);
            log_marginal(&[goals, kicks - goals], &[share, 1.0 - share], strength)
        };
        let strengths = weigh(&pool::CELLS, |strength| {
            Aim::ALL.into_iter().flat_map(|aim| Dive::ALL.map(|dive| in_cell(strength, aim, dive))).sum()
        });
        Self { pool, own, level, strengths }
    }

    pub(super) fn draw(&self, stream: &mut Stream) -> Chances {
        let sensible = |chances: &Chances| {
            Aim::ALL
                .into_iter()
                .all(|aim| Dive::ALL.into_iter().all(|dive| chances.at(aim, aim.met_by()) <= chances.at(aim, dive)))
        };
        let mut drawn = self.any(stream);
        for _ in 0..50 {
            if sensible(&drawn) {
                return drawn;
            }
            drawn = self.any(stream);
        }
        Chances::of(|aim, dive| {
            if dive == aim.met_by() {
                Dive::ALL.into_iter().map(|dive| drawn.at(aim, dive)).fold(1.0, f64::min)
            } else {
                drawn.at(aim, dive)
            }
        })
    }

    /// A table, sensible or not.
    fn any(&self, stream: &mut Stream) -> Chances {
        let log_odds = Chances::of(|aim, dive| {
            let Cell { kicks, goals } = self.pool.at(aim, dive);
            let share = beta(stream, f64::from(goals) + 0.5, f64::from(kicks - goals) + 0.5);
            logit(share.clamp(1e-6, 1.0 - 1e-6))
        });
        let moved = shift(self.pool, &log_odds, self.level.draw(stream));
        let strength = draw_strength(stream, &self.strengths);
        Chances::of(|aim, dive| {
            let mean = chance_of(log_odds.at(aim, dive) + moved);
            let Cell { kicks, goals } = self.own.at(aim, dive);
            beta(stream, strength * mean + f64::from(goals), strength * (1.0 - mean) + f64::from(kicks - goals))
        })
    }
}

/// What to add to the log odds of all cells so that play as the pool plays gives a chance: Newton on a rising function.
fn shift(pool: &Cells, log_odds: &Chances, chance: f64) -> f64 {
    let total = f64::from(pool.total().kicks);
    let mut shift = 0.0;
    for _ in 0..12 {
        let (mut mean, mut slope) = (0.0, 0.0);
        for aim in Aim::ALL {
            for dive in Dive::ALL {
                let weight = f64::from(pool.at(aim, dive).kicks) / total;
                let p = chance_of(log_odds.at(aim, dive) + shift);
                mean += weight * p;
                slope += weight * p * (1.0 - p);
            }
        }
        let step = ((chance - mean) / slope).clamp(-2.0, 2.0);
        shift += step;
        if step.abs() < 1e-9 {
            break;
        }
    }
    shift
}
