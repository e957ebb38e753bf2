//! Chances at any moment of a match.

use serde::{Deserialize, Serialize};

use super::chain::{Chain, LEADS, MORE, REACH, place};
use super::parameters::Parameters;
use super::state::{Chances, ExtraTime, Period, Rates, Rules, Side, State, Tie};
use super::timing::Timing;

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
        Ok(Self {
            rate: calibrate(&timing, &factors, [rates.home, rates.away]),
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
        if let Some(side) = pending(state) {
            let kick = self.at_kick(state);
            let missed = self.chances(&kick);
            return Chances::mix(self.penalty[side.index()], self.chances(&kick.with_goal(side)), missed);
        }
        let chain = self.chain(state);
        let elapsed = elapsed(state);
        let lead = state.lead();
        match state.period {
            Period::FirstHalf | Period::SecondHalf => {
                let left = self.timing.until_ninety(state.period, elapsed, state.announced);
                let leads = chain.leads(&left.weights(chain.events), place(lead));
                let through = self.tie.map(|tie| {
                    let level = self.extra_time(&chain, Period::ExtraFirst, 0.0, None, -i32::from(tie.aggregate), &tie);
                    settle(&leads, &tie, level)
                });
                Chances { win: split(&leads, 0), through }
            }
            Period::ExtraFirst | Period::ExtraSecond => {
                let through =
                    self.tie.map(|tie| self.extra_time(&chain, state.period, elapsed, state.announced, lead, &tie));
                Chances { win: self.win_at_ninety(state), through }
            }
            Period::ShootOut => {
                let through = self.tie.map(|tie| [tie.shoot_out, 1.0 - tie.shoot_out]);
                Chances { win: self.win_at_ninety(state), through }
            }
            Period::Over => {
                let through = self.tie.map(|tie| decided(lead, &tie, [tie.shoot_out, 1.0 - tie.shoot_out]));
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
        let chain = self.chain(state);
        let left = self.timing.until_ninety(state.period, elapsed(state), state.announced);
        let from = if state.period <= Period::SecondHalf { state.score } else { state.ninety.unwrap_or(state.score) };
        FinalScores { from, more: chain.goals(&left.weights(chain.events), state.lead()) }
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

    fn chain(&self, state: &State) -> Chain {
        let men = self.men_factors(state);
        Chain::new([0, 1].map(|side| self.rate[side].map(|rate| rate * men[side])))
    }

    fn win_at_ninety(&self, state: &State) -> [f64; 3] {
        let lead = match (state.ninety, self.tie) {
            (Some(score), _) => i32::from(score[0]) - i32::from(score[1]),
            (None, Some(tie)) => -i32::from(tie.aggregate),
            (None, None) => 0,
        };
        certain(lead)
    }

    /// Chances of going through from a moment of extra time.
    fn extra_time(
        &self,
        chain: &Chain,
        period: Period,
        elapsed: f64,
        announced: Option<u8>,
        lead: i32,
        tie: &Tie,
    ) -> [f64; 2] {
        let shoot_out = [tie.shoot_out, 1.0 - tie.shoot_out];
        let Some(rule) = tie.extra_time else { return shoot_out };
        match rule {
            ExtraTime::GoldenGoal => {
                let i = place(lead);
                let rate = [chain.rate[0][i], chain.rate[1][i]];
                let total = rate[0] + rate[1];
                let none = self.timing.until_extra_end(period, elapsed, announced).survival(total);
                let level = [0, 1].map(|side| rate[side] / total * (1.0 - none) + shoot_out[side] * none);
                decided(lead, tie, level)
            }
            ExtraTime::SilverGoal if period == Period::ExtraFirst => {
                let left = self.timing.extra_half(elapsed, announced);
                let leads = chain.leads(&left.weights(chain.events), place(lead));
                let level = -i32::from(tie.aggregate);
                let second = self.extra_time(chain, Period::ExtraSecond, 0.0, None, level, tie);
                settle(&leads, tie, second)
            }
            ExtraTime::Full | ExtraTime::SilverGoal => {
                let left = self.timing.until_extra_end(period, elapsed, announced);
                let leads = chain.leads(&left.weights(chain.events), place(lead));
                settle(&leads, tie, shoot_out)
            }
        }
    }

    #[cfg(test)]
    pub(super) fn timing(&self) -> &Timing {
        &self.timing
    }
}

fn pending(state: &State) -> Option<Side> {
    state.penalty.filter(|_| state.period <= Period::ExtraSecond)
}

fn elapsed(state: &State) -> f64 {
    // A comparison with what is no number is false.
    if state.elapsed > 0.0 { state.elapsed.min(200.0) } else { 0.0 }
}

fn split(leads: &[f64; LEADS], offset: i32) -> [f64; 3] {
    let mut win = [0.0; 3];
    for (i, mass) in leads.iter().enumerate() {
        let lead = i as i32 - REACH + offset;
        win[usize::from(lead <= 0) + usize::from(lead < 0)] += mass;
    }
    win
}

/// Chances of going through from the distribution of the lead, with the chances of those that are level.
fn settle(leads: &[f64; LEADS], tie: &Tie, level: [f64; 2]) -> [f64; 2] {
    let [first, even, second] = split(leads, i32::from(tie.aggregate));
    [first + even * level[0], second + even * level[1]]
}

fn decided(lead: i32, tie: &Tie, level: [f64; 2]) -> [f64; 2] {
    match (lead + i32::from(tie.aggregate)).signum() {
        1 => [1.0, 0.0],
        -1 => [0.0, 1.0],
        _ => level,
    }
}

fn certain(lead: i32) -> [f64; 3] {
    let mut win = [0.0; 3];
    win[usize::from(lead <= 0) + usize::from(lead < 0)] = 1.0;
    win
}

/// Rates by lead such that both sides are expected to score what they should from kick-off to full time.
fn calibrate(timing: &Timing, factors: &[[f64; LEADS]; 2], goals: [f64; 2]) -> [[f64; LEADS]; 2] {
    let left = timing.until_ninety(Period::FirstHalf, 0.0, None);
    let mut level = goals.map(|goals| goals / left.mean());
    let rates = |level: [f64; 2]| [0, 1].map(|side: usize| factors[side].map(|factor| level[side] * factor));
    // Each round leaves a hundredth to a tenth of the error, since the factors are near one.
    for _ in 0..60 {
        let chain = Chain::new(rates(level));
        let expected = chain.expected_goals(&left.weights(chain.events), place(0));
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
