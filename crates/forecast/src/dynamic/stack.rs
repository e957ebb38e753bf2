//! The last step of the best forecaster: filters of several paces put together, and calibrated on the past.

use serde::{Deserialize, Serialize};

use super::Outlook;
use crate::Class;
use crate::linear::Cholesky;

/// Filters a stack puts together.
pub const PACES: usize = 3;
/// Groups whose home advantage a stack tells apart; later ones count as the last.
const HOSTS: usize = 7;
/// Where the numbers on the circumstances begin: after a constant and two for each filter.
const CIRCUMSTANCES: usize = 1 + 2 * PACES;
/// Where it says whether a side is at home.
const HOME: usize = CIRCUMSTANCES + 1;
/// Where those on the group of the side at home begin.
const HOST: usize = CIRCUMSTANCES + 7;
/// Numbers a stack reads of a match.
const INPUTS: usize = HOST + HOSTS;
/// Coefficients: for home win and for draw, each against away win.
const LENGTH: usize = 2 * INPUTS;
/// Days without a match beyond which more make no difference.
const IDLE: f64 = 3000.0;

/// What a stack reads of a match apart from the filters' chances.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Circumstances {
    /// What it is played for, where known.
    pub(crate) class: Option<Class>,
    /// Group of the side at home; `None` on neutral ground.
    pub(crate) host: Option<u8>,
    /// Variance of the difference of the log rates.
    pub(crate) uncertainty: f64,
    /// Variance of each side's strength.
    pub(crate) variances: [f64; 2],
    /// Days since each side's last match; `None` before its first.
    pub(crate) idle: [Option<f64>; 2],
}

/// What a stack reads of a match.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Inputs([f64; INPUTS]);

impl Inputs {
    /// Log odds by every filter (of all but the first, how they differ from its), and the circumstances.
    pub(crate) fn new(wins: &[[f64; 3]; PACES], circumstances: &Circumstances) -> Self {
        let mut inputs = [0.0; INPUTS];
        inputs[0] = 1.0;
        for (pace, win) in wins.iter().enumerate() {
            let [home, draw, away] = win.map(|chance| libm::log(chance.max(1e-9)));
            inputs[1 + 2 * pace] = home - away;
            inputs[2 + 2 * pace] = draw - away;
        }
        // The filters differ little: their differences from the first are numbers of their own.
        for pace in 1..PACES {
            inputs[1 + 2 * pace] -= inputs[1];
            inputs[2 + 2 * pace] -= inputs[2];
        }
        let &Circumstances { class, host, uncertainty, variances, idle } = circumstances;
        let is = |wanted: Class| f64::from(u8::from(class == Some(wanted)));
        let [rested, opponent] = idle.map(|days| libm::log1p(days.unwrap_or(IDLE).clamp(0.0, IDLE)));
        let numbers = [
            is(Class::Friendly),
            f64::from(u8::from(host.is_some())),
            is(Class::Minor),
            is(Class::Qualifier) * inputs[1],
            uncertainty,
            variances[1] - variances[0],
            rested - opponent,
        ];
        inputs[CIRCUMSTANCES..HOST].copy_from_slice(&numbers);
        if let Some(host) = host {
            inputs[HOST + usize::from(host).min(HOSTS - 1)] = 1.0;
        }
        Self(inputs)
    }
}

/// A multinomial logit on the log odds of several filters.
///
/// With inputs x the chances of home win and draw against away win have log odds βₕ·x and β_d·x. The coefficients
/// maximise the log-likelihood of past results less half the squared distance, times [`pull`], from the coefficients that
/// leave the first filter's chances as they are.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stack {
    coefficients: [[f64; INPUTS]; 2],
}

/// Precision of the prior about a coefficient: of the first filter's own chances, friendlies and home ground 300; of the
/// other filters' differences from it, which are about a tenth as large, 1; of the other circumstances 30. Chosen on
/// forecasts of 1980-2013.
const fn pull(input: usize) -> f64 {
    match input {
        3..CIRCUMSTANCES => 1.0,
        0..3 | CIRCUMSTANCES | HOME => 300.0,
        _ => 30.0,
    }
}

impl Default for Stack {
    /// Leaves the first filter's chances as they are.
    fn default() -> Self {
        let mut coefficients = [[0.0; INPUTS]; 2];
        coefficients[0][1] = 1.0;
        coefficients[1][2] = 1.0;
        Self { coefficients }
    }
}

impl Stack {
    /// Its coefficients: those of home win, then those of draw.
    pub(crate) fn coefficients(&self) -> impl Iterator<Item = f64> {
        self.coefficients.into_iter().flatten()
    }

    /// Coefficients in the order of [`Stack::coefficients`]; `None` if there are not as many as there should be.
    pub(crate) fn read(numbers: &[f64]) -> Option<Self> {
        let (home, draw) = numbers.split_at_checked(INPUTS)?;
        Some(Self { coefficients: [home.try_into().ok()?, draw.try_into().ok()?] })
    }

    /// The chances it gives.
    pub(crate) fn win(&self, inputs: &Inputs) -> [f64; 3] {
        let [home, draw] = self.coefficients.map(|row| dot(&row, &inputs.0));
        let top = home.max(draw).max(0.0);
        let [home, draw, away] = [home, draw, 0.0].map(|value| libm::exp(value - top));
        let sum = home + draw + away;
        [home / sum, draw / sum, away / sum]
    }

    /// Fits the coefficients to past results, each with its weight, starting from these: Newton's method, exact derivatives. Keeps these if
    /// the cases leave the optimum undetermined, which the prior rules out but for numbers that are none.
    #[must_use]
    pub(crate) fn fitted(self, cases: &[(&Inputs, usize, f64)]) -> Self {
        let centre = Self::default();
        let mut at = self;
        for _ in 0..20 {
            let mut gradient = [0.0; LENGTH];
            let mut information = vec![0.0; LENGTH * LENGTH];
            for (which, slot) in gradient.iter_mut().enumerate() {
                let (row, column) = (which / INPUTS, which % INPUTS);
                let pull = pull(column);
                *slot = pull * (centre.coefficients[row][column] - at.coefficients[row][column]);
                information[which * LENGTH + which] = pull;
            }
            for &(inputs, outcome, counts) in cases {
                let win = at.win(inputs);
                let x = &inputs.0;
                for row in 0..2 {
                    let residual = counts * (f64::from(u8::from(outcome == row)) - win[row]);
                    for (slot, value) in gradient[row * INPUTS..].iter_mut().zip(x) {
                        *slot += residual * value;
                    }
                    // The lower triangle is enough.
                    for column in 0..=row {
                        let weight = counts * win[row] * (f64::from(u8::from(row == column)) - win[column]);
                        for (i, one) in x.iter().enumerate().filter(|(_, one)| **one != 0.0) {
                            let start = (row * INPUTS + i) * LENGTH + column * INPUTS;
                            let factor = weight * one;
                            for (slot, two) in information[start..start + INPUTS].iter_mut().zip(x) {
                                *slot += factor * two;
                            }
                        }
                    }
                }
            }
            let Ok(factor) = Cholesky::new(LENGTH, information) else { return self };
            let mut step = gradient;
            factor.solve(&mut step);
            for (which, change) in step.iter().enumerate() {
                at.coefficients[which / INPUTS][which % INPUTS] += change;
            }
            if step.iter().all(|change| change.abs() < 1e-7) {
                break;
            }
        }
        at
    }
}

fn dot(one: &[f64; INPUTS], two: &[f64; INPUTS]) -> f64 {
    one.iter().zip(two).map(|(a, b)| a * b).sum()
}

/// The chances of an outlook whose log odds are moved as the stack moves those of the expected one.
pub(crate) fn moved(one: &Outlook, raw: [f64; 3], stacked: [f64; 3]) -> [f64; 3] {
    let win = one.win();
    let moved: [f64; 3] = std::array::from_fn(|outcome| win[outcome] * stacked[outcome] / raw[outcome].max(1e-12));
    let sum: f64 = moved.iter().sum();
    moved.map(|chance| chance / sum)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Stream;

    #[test]
    fn untouched_it_gives_the_first_filter() {
        let wins = [[0.5, 0.3, 0.2], [0.4, 0.3, 0.3], [0.2, 0.2, 0.6]];
        let circumstances = Circumstances {
            class: Some(Class::Friendly),
            host: Some(9),
            uncertainty: 0.1,
            variances: [0.1, 0.2],
            idle: [Some(10.0), None],
        };
        let win = Stack::default().win(&Inputs::new(&wins, &circumstances));
        for (got, wanted) in win.iter().zip(wins[0]) {
            assert!((got - wanted).abs() < 1e-12);
        }
    }

    #[test]
    fn it_learns_that_a_filter_is_timid() {
        // Results come from chances whose log odds are 1.3 times those said.
        let mut stream = Stream::new(7, 0, 0, 0);
        let mut cases = Vec::new();
        for _ in 0..20_000 {
            let lean = 3.0 * (stream.uniform() - 0.5);
            let chances = |slope: f64| {
                let raw = [libm::exp(slope * lean), 0.6, libm::exp(-slope * lean)];
                let sum: f64 = raw.iter().sum();
                raw.map(|chance| chance / sum)
            };
            let outcome = stream.categorical(&chances(1.3)).unwrap();
            cases.push((Inputs::new(&[chances(1.0); PACES], &Circumstances::default()), outcome));
        }
        let cases: Vec<_> = cases.iter().map(|(inputs, outcome)| (inputs, *outcome, 1.0)).collect();
        let stack = Stack::default().fitted(&cases);
        let said = [0.6, 0.2, 0.2];
        let win = stack.win(&Inputs::new(&[said; PACES], &Circumstances::default()));
        let truth = {
            let a = libm::pow(3.0, 1.3);
            a / (a + 1.0)
        };
        assert!((win[0] / (win[0] + win[2]) - truth).abs() < 0.02, "{win:?}");
    }
}
