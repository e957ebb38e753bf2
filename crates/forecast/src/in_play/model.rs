//! Chances at any moment of a match.

use serde::{Deserialize, Serialize};

use super::chain::{Chain, LEADS, MORE, REACH, place};
use super::parameters::Parameters;
use super::play::{Play, certain, decided};
use super::state::{Chances, Period, Rates, Rules, Side, State, Tie};
use super::timing::Timing;
use crate::grid::{GridError, ScoreGrid};

/// Why there is no in-play model.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum InPlayError {
    /// A goal rate is out of range.
    #[error("goal rate of the {side} side is {rate}; expected goals of a whole match must lie between 0.001 and 15")]
    Rate {
        /// Which side.
        side: &'static str,
        /// The rate.
        rate: f64,
    },
    /// A covariance is none.
    #[error("covariance of the logarithms of the goal rates: expected a symmetric, non-negative definite matrix")]
    Covariance,
    /// A supplied probability is none.
    #[error("probability of {what} is {value}; expected a number from 0 to 1")]
    Probability {
        /// Of what.
        what: &'static str,
        /// The number.
        value: f64,
    },
    /// A parameter is out of range.
    #[error("in-play parameter {name}: expected {range}")]
    Parameter {
        /// Its name in [`Parameters`].
        name: &'static str,
        /// What is expected.
        range: &'static str,
    },
}

/// The in-play model of one match: parameters, goal rates and rules put together.
#[derive(Clone, Debug)]
pub struct InPlay {
    timing: Timing,
    rate: [[f64; LEADS]; 2],
    men: [f64; 2],
    penalty: [f64; 2],
    pub(super) kick_delay: f64,
    tie: Option<Tie>,
    full: Play,
}

/// Distribution of the score after ninety minutes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FinalScores {
    /// The score now: no final score is below it.
    pub from: [u8; 2],
    /// Probability by further goals of the first and of the second side, 0 to 15; the last of each stand for 15 or more.
    pub more: Vec<[f64; MORE]>,
}

impl FinalScores {
    /// Probability of a final score.
    #[must_use]
    pub fn probability(&self, home: u8, away: u8) -> f64 {
        let cell = || {
            let row = self.more.get(usize::from(home.checked_sub(self.from[0])?))?;
            row.get(usize::from(away.checked_sub(self.from[1])?)).copied()
        };
        cell().unwrap_or(0.0)
    }

    /// The distribution as a score grid.
    ///
    /// # Errors
    /// If it is none: no sum of chances.
    pub fn grid(&self) -> Result<ScoreGrid, GridError> {
        let [rows, columns] = self.from.map(|now| usize::from(now) + MORE);
        let goals = |goals: usize| u8::try_from(goals).unwrap_or(u8::MAX);
        let cells = (0..rows * columns).map(|at| self.probability(goals(at / columns), goals(at % columns))).collect();
        ScoreGrid::new(rows, columns, cells)
    }

    /// Probability of a win of the first side, a draw, a win of the second.
    #[must_use]
    pub fn win(&self) -> [f64; 3] {
        let mut win = [0.0; 3];
        for (home, row) in self.more.iter().enumerate() {
            for (away, mass) in row.iter().enumerate() {
                let [first, second] = [usize::from(self.from[0]) + home, usize::from(self.from[1]) + away];
                win[usize::from(first <= second) + usize::from(first < second)] += mass;
            }
        }
        win
    }
}

impl InPlay {
    /// Puts the model of a match together. The rates are what is expected before kick-off: they are never updated by what
    /// happens, the score-state factors carry what a score tells about the sides.
    ///
    /// # Errors
    /// If a rate, a probability or a parameter is out of range.
    pub fn new(parameters: &Parameters, rates: Rates, rules: Rules) -> Result<Self, InPlayError> {
        parameters.check()?;
        check(&rates, &rules)?;
        let era = parameters.era(rules.day).ok_or(InPlayError::Parameter { name: "eras", range: "at least one" })?;
        let timing = Timing::new(parameters, era);
        let factor = |side: usize, place: usize| {
            let lead = if side == 0 { place as i32 - REACH } else { REACH - place as i32 };
            let class = (lead.clamp(-2, 2) + 2) as usize;
            let [home, away] = &parameters.score;
            libm::exp(if rules.neutral { (home[class] + away[class]) / 2.0 } else { parameters.score[side][class] })
        };
        let factors: [[f64; LEADS]; 2] = std::array::from_fn(|side| std::array::from_fn(|place| factor(side, place)));
        let rate = calibrate(&timing, &factors, [rates.home, rates.away]);
        Ok(Self {
            full: Play::new(&timing, rate, rules.tie.as_ref()),
            rate,
            timing,
            men: [parameters.own_man, parameters.other_man],
            penalty: rules.penalty.unwrap_or([parameters.penalty; 2]),
            kick_delay: parameters.kick_delay,
            tie: rules.tie,
        })
    }

    /// How a winner is found, in a knock-out.
    #[must_use]
    pub fn tie(&self) -> Option<&Tie> {
        self.tie.as_ref()
    }

    /// Goals per minute of both sides, in play, at this moment.
    #[must_use]
    pub fn rates(&self, state: &State) -> [f64; 2] {
        let speed = self.timing.speed(state.period, elapsed(state));
        let men = self.men_factors(state);
        [0, 1].map(|side| speed * self.rate[side][place(state.lead())] * men[side])
    }

    /// Chances at a moment. Nothing is simulated: see [`super`] for what is exact.
    #[must_use]
    pub fn chances(&self, state: &State) -> Chances {
        if state.men == [11, 11] {
            self.chances_in(&self.full, state)
        } else {
            self.chances_in(&self.play(state), state)
        }
    }

    /// Play with the men of this state.
    pub(super) fn play(&self, state: &State) -> Play {
        let men = self.men_factors(state);
        let rate = [0, 1].map(|side: usize| self.rate[side].map(|rate| rate * men[side]));
        Play::new(&self.timing, rate, self.tie.as_ref())
    }

    /// Chances at a moment of `play`, which must be with the men of the state.
    pub(super) fn chances_in(&self, play: &Play, state: &State) -> Chances {
        if let Some(side) = pending(state) {
            let kick = self.at_kick(state);
            let missed = self.chances_in(play, &kick);
            return Chances::mix(self.penalty[side.index()], self.chances_in(play, &kick.with_goal(side)), missed);
        }
        let lead = state.lead();
        let through = |first: f64| [first, 1.0 - first];
        match state.period {
            Period::FirstHalf | Period::SecondHalf => {
                play.until_ninety(&self.timing, state.period, elapsed(state), state.announced, lead)
            }
            Period::ExtraFirst | Period::ExtraSecond => {
                let extra =
                    |tie: &Tie| play.extra_time(&self.timing, tie, state.period, elapsed(state), state.announced, lead);
                Chances { win: self.win_at_ninety(state), through: self.tie.as_ref().map(|tie| through(extra(tie))) }
            }
            Period::ShootOut => {
                let through = self.tie.map(|tie| through(tie.shoot_out));
                Chances { win: self.win_at_ninety(state), through }
            }
            Period::Over => {
                let through = self.tie.map(|tie| through(decided(lead, &tie, tie.shoot_out)));
                let win = certain(state.ninety.map_or(lead, |ninety| i32::from(ninety[0]) - i32::from(ninety[1])));
                Chances { win, through }
            }
        }
    }

    /// Distribution of the score after ninety minutes; from extra time on, the score then.
    #[must_use]
    pub fn final_scores(&self, state: &State) -> FinalScores {
        if let Some(side) = pending(state).filter(|_| state.period <= Period::SecondHalf) {
            let kick = self.at_kick(state);
            let (scored, missed) = (self.final_scores(&kick.with_goal(side)), self.final_scores(&kick));
            let probability = self.penalty[side.index()];
            let mut mixed = missed;
            for (home, row) in mixed.more.iter_mut().enumerate() {
                for (away, cell) in row.iter_mut().enumerate() {
                    *cell *= 1.0 - probability;
                    let (i, j) = if side == Side::Home {
                        (home.checked_sub(1), Some(away))
                    } else {
                        (Some(home), away.checked_sub(1))
                    };
                    if let (Some(i), Some(j)) = (i, j) {
                        *cell += probability * scored.more[i][j];
                    }
                }
            }
            // What lies beyond the last row or column belongs to it.
            for i in 0..MORE {
                if side == Side::Home {
                    mixed.more[MORE - 1][i] += probability * scored.more[MORE - 1][i];
                } else {
                    mixed.more[i][MORE - 1] += probability * scored.more[i][MORE - 1];
                }
            }
            return mixed;
        }
        let from = if state.period <= Period::SecondHalf { state.score } else { state.ninety.unwrap_or(state.score) };
        let more = self.play(state).goals(&self.timing, state.period, elapsed(state), state.announced, state.lead());
        FinalScores { from, more }
    }

    /// The state when a penalty is kicked. In regular time the clock runs on until then; in added time the referee adds
    /// what the penalty takes, and no half ends before it is taken.
    fn at_kick(&self, state: &State) -> State {
        let regular = state.period.minutes();
        let now = elapsed(state);
        let elapsed = if now < regular { (now + self.kick_delay).min(regular) } else { now };
        State { elapsed, penalty: None, ..*state }
    }

    fn men_factors(&self, state: &State) -> [f64; 2] {
        let short = state.men.map(|men| f64::from(11 - men.clamp(7, 11)));
        [
            libm::exp(self.men[0] * short[0] + self.men[1] * short[1]),
            libm::exp(self.men[0] * short[1] + self.men[1] * short[0]),
        ]
    }

    fn win_at_ninety(&self, state: &State) -> [f64; 3] {
        let lead = match (state.ninety, self.tie) {
            (Some(score), _) => i32::from(score[0]) - i32::from(score[1]),
            (None, Some(tie)) => -i32::from(tie.aggregate),
            (None, None) => 0,
        };
        certain(lead)
    }
}

fn pending(state: &State) -> Option<Side> {
    state.penalty.filter(|_| state.period <= Period::ExtraSecond)
}

fn elapsed(state: &State) -> f64 {
    // A comparison with what is no number is false.
    if state.elapsed > 0.0 { state.elapsed.min(200.0) } else { 0.0 }
}

/// Rates by lead such that both sides are expected to score what they should from kick-off to full time.
fn calibrate(timing: &Timing, factors: &[[f64; LEADS]; 2], goals: [f64; 2]) -> [[f64; LEADS]; 2] {
    let left = timing.until_ninety(Period::FirstHalf, 0.0, None);
    let mut level = goals.map(|goals| goals / timing.mean(&left));
    let rates = |level: [f64; 2]| [0, 1].map(|side: usize| factors[side].map(|factor| level[side] * factor));
    let mut events = 0.0;
    let mut weights = Vec::new();
    // Each round leaves a hundredth to a tenth of the error, since the factors are near one.
    for _ in 0..60 {
        let rate = rates(level);
        let needed = Chain::events(&rate);
        if needed > events {
            events = 1.1 * needed;
            weights = timing.weights(&left, events, &timing.added_weights(events));
        }
        let expected = Chain::with_events(rate, events).expected_goals(&weights, place(0));
        let correction = [goals[0] / expected[0], goals[1] / expected[1]];
        level = [level[0] * correction[0], level[1] * correction[1]];
        if correction.iter().all(|factor| (factor - 1.0).abs() < 1e-11) {
            break;
        }
    }
    rates(level)
}

fn check(rates: &Rates, rules: &Rules) -> Result<(), InPlayError> {
    for (side, rate) in [("first", rates.home), ("second", rates.away)] {
        if !(0.001..=15.0).contains(&rate) {
            return Err(InPlayError::Rate { side, rate });
        }
    }
    if let Some([[a, b], [c, d]]) = rates.covariance {
        let finite = [a, b, c, d].iter().all(|value| value.is_finite());
        if !finite || a < 0.0 || d < 0.0 || (b - c).abs() > 1e-9 || b * c > a * d * (1.0 + 1e-9) {
            return Err(InPlayError::Covariance);
        }
    }
    let probability = |what: &'static str, value: f64| {
        if (0.0..=1.0).contains(&value) { Ok(()) } else { Err(InPlayError::Probability { what, value }) }
    };
    if let Some(tie) = &rules.tie {
        probability("the first side winning the shoot-out", tie.shoot_out)?;
    }
    for value in rules.penalty.iter().flatten() {
        probability("scoring a penalty", *value)?;
    }
    Ok(())
}
