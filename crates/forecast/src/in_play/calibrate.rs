//! Rates at which in-play play gives stated chances before kick-off.

use super::model::{InPlay, InPlayError};
use super::parameters::Parameters;
use super::state::{Rates, Rules, State};

/// Steps of Newton's method.
const STEPS: usize = 12;
/// How near the chances must come.
const NEAR: f64 = 1e-9;
/// Step of the numerical derivatives, in log rates.
const PROBE: f64 = 1e-4;

/// The goal rates, starting from given ones, at which the chances of home win, draw and away win at kick-off are
/// `win`: so that a match told minute by minute begins at its forecast. Newton's method on the log odds of both wins
/// against the draw; the nearest found if it does not get all the way, as for chances no rates can give.
///
/// # Errors
/// If the rates to start from, the rules or the parameters are out of range.
pub fn rates_for(win: [f64; 3], parameters: &Parameters, start: Rates, rules: Rules) -> Result<Rates, InPlayError> {
    let odds = |win: [f64; 3]| [libm::log(win[0] / win[1]), libm::log(win[2] / win[1])];
    let wanted = odds(win);
    if wanted.iter().any(|odds| !odds.is_finite()) {
        return Ok(start);
    }
    let miss = |log_rates: [f64; 2]| -> Result<[f64; 2], InPlayError> {
        let rates = Rates { home: libm::exp(log_rates[0]), away: libm::exp(log_rates[1]), covariance: None };
        let got = odds(InPlay::new(parameters, rates, rules)?.chances(&State::kick_off()).win);
        Ok([got[0] - wanted[0], got[1] - wanted[1]])
    };
    let size = |miss: [f64; 2]| miss[0].abs() + miss[1].abs();
    let mut at = [libm::log(start.home), libm::log(start.away)];
    let mut off = miss(at)?;
    for _ in 0..STEPS {
        if size(off) < NEAR {
            break;
        }
        let by_home = miss([at[0] + PROBE, at[1]])?;
        let by_away = miss([at[0], at[1] + PROBE])?;
        let slope = |row: usize| [(by_home[row] - off[row]) / PROBE, (by_away[row] - off[row]) / PROBE];
        let [[a, b], [c, d]] = [slope(0), slope(1)];
        let determinant = a * d - b * c;
        let step = [(d * off[0] - b * off[1]) / determinant, (a * off[1] - c * off[0]) / determinant];
        // Half the step until it gains, so that no step leads astray.
        let mut part = 1.0;
        let mut gained = false;
        while part > 1e-3 && !gained {
            let next: [f64; 2] =
                std::array::from_fn(|side| (at[side] - (part * step[side]).clamp(-1.0, 1.0)).clamp(-6.9, 2.7));
            match miss(next) {
                Ok(there) if size(there) < size(off) => {
                    (at, off, gained) = (next, there, true);
                }
                _ => part /= 2.0,
            }
        }
        if !gained {
            break;
        }
    }
    Ok(Rates { home: libm::exp(at[0]), away: libm::exp(at[1]), covariance: start.covariance })
}

/// Goals of a side the model can be told to expect.
pub(crate) fn within_reach(expected: f64) -> f64 {
    expected.clamp(0.01, 14.0)
}

impl InPlay {
    /// The model by the shipped parameters of a match of which the result after ninety minutes has these chances (first side,
    /// draw, second) and so many goals of each side are expected.
    ///
    /// # Errors
    /// As [`rates_for`].
    pub fn expecting(win: [f64; 3], expected: [f64; 2], rules: Rules) -> Result<Self, InPlayError> {
        let parameters = Parameters::shipped();
        let [first, second] = expected.map(within_reach);
        Self::new(&parameters, rates_for(win, &parameters, Rates::new(first, second), rules)?, rules)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kick_off_is_at_the_forecast() {
        let parameters = Parameters::shipped();
        for win in [[0.45, 0.28, 0.27], [0.9, 0.07, 0.03], [0.2, 0.33, 0.47], [0.34, 0.3, 0.36]] {
            let rates = rates_for(win, &parameters, Rates::new(1.3, 1.3), Rules::default()).unwrap();
            let got = InPlay::new(&parameters, rates, Rules::default()).unwrap().chances(&State::kick_off()).win;
            for (got, wanted) in got.iter().zip(win) {
                assert!((got - wanted).abs() < 1e-7, "{win:?}: {rates:?}");
            }
        }
    }

    #[test]
    fn chances_that_cannot_be_leave_rates_in_range() {
        let parameters = Parameters::shipped();
        for win in [[1.0, 0.0, 0.0], [0.499_999, 1e-6, 0.5], [f64::NAN, 0.3, 0.3], [0.0, 1.0, 0.0]] {
            let rates = rates_for(win, &parameters, Rates::new(1.3, 1.3), Rules::default()).unwrap();
            assert!(InPlay::new(&parameters, rates, Rules::default()).is_ok(), "{win:?}: {rates:?}");
        }
    }
}
