//! Fitting the model by marginal likelihood.
//!
//! For given spreads the mode of all effects is found by Newton steps in turn (fixed effects together, then every taker,
//! then every keeper, whose effects are nearly independent of each other); the integral over takers and keepers is
//! Laplace's around it. Takers and keepers are crossed, so the determinant is that of two diagonals and a small remainder,
//! log det (I − M), whose series is summed with random probes (Hutchinson 1989), the same ones for all spreads.

use byline_forecast::linear::{Cholesky, LinearError};
use byline_forecast::random::Stream;

use super::{Attempt, FIXED, Model, chance_of, features, log_one_plus_exp};
use crate::kick::Phase;

/// A kick to fit to. Players are numbered from 0; `None` where not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Observation {
    /// Situation and outcome.
    pub attempt: Attempt,
    /// Who took it.
    pub taker: Option<u32>,
    /// Who was in goal.
    pub keeper: Option<u32>,
}

/// A fitted model.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// The model.
    pub model: Model,
    /// Log marginal likelihood, up to what does not depend on the spreads.
    pub log_marginal: f64,
    /// Standard errors of the logarithms of the spreads of takers and keepers and of the share of a taker's effect that
    /// shows in shoot-outs, by the curvature of the log marginal likelihood along each. Infinite where it is flat.
    pub errors: [f64; 3],
    /// Mode of every taker's effect.
    pub takers: Vec<f64>,
    /// Mode of every keeper's effect.
    pub keepers: Vec<f64>,
    /// Kicks fitted to.
    pub kicks: usize,
}

/// Prior standard deviation of what levels and pressure add, in log odds.
const EFFECT_SD: f64 = 0.3;
/// What is looked at: spreads as logarithms, 0.02 to 1.5, and the share in shoot-outs.
const RANGES: [[f64; 2]; 3] = [[-3.9, 0.4], [-3.9, 0.4], [0.0, 1.2]];

impl Fit {
    /// Fits to kicks.
    ///
    /// # Errors
    /// If the kicks do not determine the fixed effects: none at all, or none but goals.
    pub fn new(kicks: &[Observation]) -> Result<Self, LinearError> {
        let mut state = State::new(kicks);
        let mut at: [f64; 3] = [-1.4, -1.8, 0.6];
        let moved = |at: [f64; 3], which: usize, value: f64| {
            let mut moved = at;
            moved[which] = value;
            moved
        };
        for width in [1.2, 0.5, 0.2] {
            for which in 0..3 {
                let [lowest, highest] = RANGES[which];
                let range = [(at[which] - width).max(lowest), (at[which] + width).min(highest)];
                at[which] = golden(range, |value| state.log_marginal(moved(at, which, value)))?;
            }
        }
        let log_marginal = state.log_marginal(at)?;
        let mut errors = [f64::INFINITY; 3];
        for (which, error) in errors.iter_mut().enumerate() {
            let step = 0.15;
            let beside = state.log_marginal(moved(at, which, at[which] - step))?
                + state.log_marginal(moved(at, which, at[which] + step))?;
            let curvature = (2.0 * log_marginal - beside) / (step * step);
            if curvature > 0.0 {
                *error = 1.0 / curvature.sqrt();
            }
        }
        state.log_marginal(at)?;
        state.widen(at);
        let [taker_sd, keeper_sd] = [libm::exp(at[0]), libm::exp(at[1])];
        Ok(Self {
            model: Model { fixed: state.fixed, taker_sd, keeper_sd, share: at[2] },
            log_marginal,
            errors,
            takers: state.effects[0].clone(),
            keepers: state.effects[1].clone(),
            kicks: kicks.len(),
        })
    }
}

impl std::fmt::Display for Fit {
    /// As a line of `shipped.rs`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let fixed: Vec<String> = self.model.fixed.iter().map(|value| format!("{value:.4}")).collect();
        writeln!(f, "fixed: [{}],", fixed.join(", "))?;
        writeln!(f, "taker_sd: {:.4},", self.model.taker_sd)?;
        writeln!(f, "keeper_sd: {:.4},", self.model.keeper_sd)?;
        writeln!(f, "share: {:.4},", self.model.share)
    }
}

/// The highest point of a function of one peak on an interval, to a thousandth of it.
fn golden(range: [f64; 2], mut f: impl FnMut(f64) -> Result<f64, LinearError>) -> Result<f64, LinearError> {
    const RATIO: f64 = 0.618_033_988_749_895;
    let [mut from, mut to] = range;
    let (mut one, mut two) = (to - RATIO * (to - from), from + RATIO * (to - from));
    let (mut at_one, mut at_two) = (f(one)?, f(two)?);
    for _ in 0..14 {
        if at_one > at_two {
            (to, two, at_two) = (two, one, at_one);
            one = to - RATIO * (to - from);
            at_one = f(one)?;
        } else {
            (from, one, at_one) = (one, two, at_two);
            two = from + RATIO * (to - from);
            at_two = f(two)?;
        }
    }
    Ok(0.5 * (from + to))
}

/// How much of a taker's (0) or keeper's (1) effect counts in a kick.
fn load(kick: &Observation, which: usize, share: f64) -> f64 {
    if which == 0 && kick.attempt.situation.phase == Phase::ShootOut { share } else { 1.0 }
}

/// Where the search stands; spreads near each other have modes near each other.
struct State<'k> {
    kicks: &'k [Observation],
    fixed: [f64; FIXED],
    /// Effects of takers and of keepers.
    effects: [Vec<f64>; 2],
    /// Log odds of every kick.
    eta: Vec<f64>,
    /// How much of a taker's effect shows in shoot-outs.
    share: f64,
}

impl<'k> State<'k> {
    fn new(kicks: &'k [Observation]) -> Self {
        let count = |player: fn(&Observation) -> Option<u32>| {
            kicks.iter().filter_map(player).max().map_or(0, |last| last as usize + 1)
        };
        let mut fixed = [0.0; FIXED];
        fixed[..3].fill(1.2);
        let effects = [vec![0.0; count(|kick| kick.taker)], vec![0.0; count(|kick| kick.keeper)]];
        Self { kicks, fixed, effects, eta: vec![0.0; kicks.len()], share: 1.0 }
    }

    fn player(kick: &Observation, which: usize) -> Option<usize> {
        [kick.taker, kick.keeper][which].map(|player| player as usize)
    }

    fn refresh(&mut self) {
        let share = self.share;
        for (kick, eta) in self.kicks.iter().zip(&mut self.eta) {
            *eta = features(&kick.attempt.situation).into_iter().flatten().map(|feature| self.fixed[feature]).sum();
            for which in 0..2 {
                let load = load(kick, which, share);
                *eta += Self::player(kick, which).map_or(0.0, |player| load * self.effects[which][player]);
            }
        }
    }

    /// A Newton step of the fixed effects; how far it went.
    fn step_fixed(&mut self) -> Result<f64, LinearError> {
        let mut information = vec![0.0; FIXED * FIXED];
        let mut step = vec![0.0; FIXED];
        for place in 0..FIXED {
            let precision = if place < 3 { 1e-4 } else { 1.0 / (EFFECT_SD * EFFECT_SD) };
            information[place * FIXED + place] = precision;
            // The intercepts are drawn to nothing in particular.
            step[place] = if place < 3 { 0.0 } else { -precision * self.fixed[place] };
        }
        for (kick, &eta) in self.kicks.iter().zip(&self.eta) {
            let p = chance_of(eta);
            let slope = f64::from(u8::from(kick.attempt.scored)) - p;
            let weight = p * (1.0 - p);
            let present = features(&kick.attempt.situation);
            for row in present.into_iter().flatten() {
                step[row] += slope;
                for column in present.into_iter().flatten() {
                    information[row * FIXED + column] += weight;
                }
            }
        }
        Cholesky::new(FIXED, information)?.solve(&mut step);
        let mut furthest: f64 = 0.0;
        for (value, change) in self.fixed.iter_mut().zip(step) {
            let change = change.clamp(-1.0, 1.0);
            *value += change;
            furthest = furthest.max(change.abs());
        }
        Ok(furthest)
    }

    /// Slopes and curvatures of the log likelihood in one group of players.
    fn slopes(&self, which: usize) -> (Vec<f64>, Vec<f64>) {
        let players = self.effects[which].len();
        let (mut slopes, mut weights) = (vec![0.0; players], vec![0.0; players]);
        for (kick, &eta) in self.kicks.iter().zip(&self.eta) {
            if let Some(player) = Self::player(kick, which) {
                let p = chance_of(eta);
                let load = load(kick, which, self.share);
                slopes[player] += load * (f64::from(u8::from(kick.attempt.scored)) - p);
                weights[player] += load * load * p * (1.0 - p);
            }
        }
        (slopes, weights)
    }

    fn step_players(&mut self, which: usize, precision: f64) -> f64 {
        let (slopes, weights) = self.slopes(which);
        let mut furthest: f64 = 0.0;
        for ((effect, slope), weight) in self.effects[which].iter_mut().zip(slopes).zip(weights) {
            let change = (slope - precision * *effect) / (weight + precision);
            *effect += change;
            furthest = furthest.max(change.abs());
        }
        furthest
    }

    fn log_marginal(&mut self, [taker_sd, keeper_sd, share]: [f64; 3]) -> Result<f64, LinearError> {
        let precisions = [taker_sd, keeper_sd].map(|log| libm::exp(-2.0 * log));
        self.share = share;
        for _ in 0..200 {
            self.refresh();
            let mut furthest = self.step_fixed()?;
            for (which, &precision) in precisions.iter().enumerate() {
                self.refresh();
                furthest = furthest.max(self.step_players(which, precision));
            }
            if furthest < 1e-7 {
                break;
            }
        }
        self.refresh();
        let likelihood: f64 = self
            .kicks
            .iter()
            .zip(&self.eta)
            .map(|(kick, &eta)| if kick.attempt.scored { eta } else { 0.0 } - log_one_plus_exp(eta))
            .sum();
        let prior_of_fixed: f64 =
            self.fixed[3..].iter().map(|value| -0.5 * value * value / (EFFECT_SD * EFFECT_SD)).sum();
        let mut sum = likelihood + prior_of_fixed;
        let mut diagonals: [Vec<f64>; 2] = [Vec::new(), Vec::new()];
        for which in 0..2 {
            let squares: f64 = self.effects[which].iter().map(|effect| effect * effect).sum();
            diagonals[which] = self.slopes(which).1.into_iter().map(|weight| weight + precisions[which]).collect();
            let log_determinant: f64 =
                diagonals[which].iter().map(|&diagonal| libm::log(diagonal / precisions[which])).sum();
            sum -= 0.5 * (precisions[which] * squares + log_determinant);
        }
        Ok(sum - 0.5 * self.crossed(&diagonals))
    }

    /// Moves the log odds of the phases from what fits at the modes of all effects to what fits when effects are as
    /// uncertain as they are: chances above one half are pulled down by uncertainty, to second order.
    fn widen(&mut self, [taker_sd, keeper_sd, _]: [f64; 3]) {
        let precisions = [taker_sd, keeper_sd].map(|log| libm::exp(-2.0 * log));
        let variances = [0, 1].map(|which| {
            let weights = self.slopes(which).1;
            weights.into_iter().map(|weight| 1.0 / (weight + precisions[which])).collect::<Vec<_>>()
        });
        let (mut pulled, mut slopes) = ([0.0; 3], [0.0; 3]);
        for (kick, &eta) in self.kicks.iter().zip(&self.eta) {
            let p = chance_of(eta);
            let variance: f64 = (0..2)
                .filter_map(|which| {
                    let load = load(kick, which, self.share);
                    Self::player(kick, which).map(|player| load * load * variances[which][player])
                })
                .sum();
            let phase = kick.attempt.situation.phase as usize;
            pulled[phase] += 0.5 * p * (1.0 - p) * (2.0 * p - 1.0) * variance;
            slopes[phase] += p * (1.0 - p);
        }
        for phase in 0..3 {
            if slopes[phase] > 0.0 {
                self.fixed[phase] += pulled[phase] / slopes[phase];
            }
        }
    }

    /// log det (I − M), M = Dk^-½ Cᵀ Dt^-1 C Dk^-½ with C the weights of kicks between takers and keepers.
    fn crossed(&self, [takers, keepers]: &[Vec<f64>; 2]) -> f64 {
        const PROBES: u32 = 24;
        const TERMS: u32 = 12;
        let links: Vec<(usize, usize, f64)> = self
            .kicks
            .iter()
            .zip(&self.eta)
            .filter_map(|(kick, &eta)| {
                let p = chance_of(eta);
                let load = load(kick, 0, self.share);
                Some((kick.taker? as usize, kick.keeper? as usize, load * p * (1.0 - p)))
            })
            .collect();
        let roots: Vec<f64> = keepers.iter().map(|diagonal| diagonal.sqrt()).collect();
        let mut sum = 0.0;
        for probe in 0..PROBES {
            let mut stream = Stream::new(1, 0, probe, 0);
            let start: Vec<f64> = keepers.iter().map(|_| if stream.bits32() & 1 == 0 { 1.0 } else { -1.0 }).collect();
            let mut vector = start.clone();
            for term in 1..=TERMS {
                let mut at_takers = vec![0.0; takers.len()];
                for &(taker, keeper, weight) in &links {
                    at_takers[taker] += weight * vector[keeper] / roots[keeper];
                }
                for (value, diagonal) in at_takers.iter_mut().zip(takers) {
                    *value /= diagonal;
                }
                vector.fill(0.0);
                for &(taker, keeper, weight) in &links {
                    vector[keeper] += weight * at_takers[taker];
                }
                for (value, root) in vector.iter_mut().zip(&roots) {
                    *value /= root;
                }
                let product: f64 = start.iter().zip(&vector).map(|(one, two)| one * two).sum();
                sum -= product / f64::from(term);
                if product.abs() < 1e-3 {
                    break;
                }
            }
        }
        sum / f64::from(PROBES)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::Situation;
    use crate::kick::Level;

    /// Kicks of known spreads, with as few kicks a taker as real ones have.
    fn simulated(takers: u32, keepers: u32, kicks: u32, spreads: [f64; 2]) -> Vec<Observation> {
        let mut stream = Stream::new(5, 0, 0, 0);
        let mut draw = |count: u32, sd: f64| -> Vec<f64> { (0..count).map(|_| sd * stream.normal()).collect() };
        let (of_takers, of_keepers) = (draw(takers, spreads[0]), draw(keepers, spreads[1]));
        (0..kicks)
            .map(|_| {
                // A few take and face many kicks, most few.
                let skewed = |stream: &mut Stream, count: u32| {
                    let u = stream.uniform();
                    ((u * u * f64::from(count)) as u32).min(count - 1)
                };
                let (taker, keeper) = (skewed(&mut stream, takers), skewed(&mut stream, keepers));
                let shoot_out = stream.bernoulli(0.4);
                let situation = Situation {
                    phase: if shoot_out { Phase::ShootOut } else { Phase::Play },
                    level: if stream.bernoulli(0.5) { Level::Cup } else { Level::League },
                    must_score: stream.bernoulli(0.1),
                    can_win: false,
                };
                let eta = if shoot_out { 1.1 - 0.2 * f64::from(u8::from(situation.must_score)) } else { 1.5 }
                    + if shoot_out { 0.5 } else { 1.0 } * of_takers[taker as usize]
                    + of_keepers[keeper as usize];
                let scored = stream.bernoulli(chance_of(eta));
                Observation { attempt: Attempt { situation, scored }, taker: Some(taker), keeper: Some(keeper) }
            })
            .collect()
    }

    #[test]
    fn known_spreads_are_found() {
        let fit = Fit::new(&simulated(1000, 350, 14_000, [0.4, 0.25])).unwrap();
        let [taker_sd, keeper_sd] = fit.model.spreads();
        let share = fit.model.share;
        assert!((share - 0.5).abs() < 2.0 * fit.errors[2] && fit.errors[2] < 0.3, "{share} {:?}", fit.errors);
        assert!((taker_sd - 0.4).abs() < 0.08, "{taker_sd} {:?}", fit.errors);
        assert!((keeper_sd - 0.25).abs() < 0.08, "{keeper_sd} {:?}", fit.errors);
        let chance = chance_of(fit.model.log_odds(&Situation::new(Phase::Play, Level::League)));
        assert!((chance - chance_of(1.5)).abs() < 0.017, "{chance}");
        assert!(fit.model.fixed[13] < 0.0);
        assert!(fit.errors.iter().all(|error| *error > 0.02 && *error < 0.6));
    }

    #[test]
    fn takers_all_alike_are_found_alike() {
        let fit = Fit::new(&simulated(800, 300, 8_000, [0.0, 0.0])).unwrap();
        assert!(fit.model.spreads().iter().all(|sd| *sd < 0.25), "{:?}", fit.model.spreads());
    }

    #[test]
    fn nothing_to_fit_to_is_no_panic() {
        assert!(Fit::new(&[]).is_ok_and(|fit| fit.kicks == 0));
    }
}
