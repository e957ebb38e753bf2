//! The numbers of the in-play model.

use serde::{Deserialize, Serialize};

use super::InPlayError;

/// Five-minute bands of ninety minutes.
pub const BANDS: usize = 18;

/// Lengths of added time that are told apart: 0, 1, … 15 minutes.
pub const LENGTHS: usize = 16;

/// How added time was given from a day on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Era {
    /// First day of it, in days since 1970-01-01.
    pub from: i32,
    /// Probability that the first and the second half run 0, 1, … 15 minutes over.
    pub lengths: [[f64; LENGTHS]; 2],
}

/// Standard errors of those parameters whose uncertainty reaches the intervals; same units as the parameters.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StandardErrors {
    /// Of [`Parameters::profile`]. Too small and too well averaged over a match to matter; kept for the reader.
    pub profile: [f64; BANDS],
    /// Of [`Parameters::stoppage`].
    pub stoppage: [f64; 2],
    /// Of [`Parameters::score`].
    pub score: [[f64; 5]; 2],
    /// Of [`Parameters::own_man`].
    pub own_man: f64,
    /// Of [`Parameters::other_man`].
    pub other_man: f64,
    /// Of the logarithm of [`Parameters::extra_time`].
    pub extra_time: f64,
    /// Of the log odds of [`Parameters::penalty`].
    pub penalty: f64,
}

/// The parameters of the in-play model.
///
/// A side's goals per minute are its rate (expected goals of a whole ordinary match) × minute profile × score state ×
/// men on the pitch. The level of the profile does not matter: [`super::InPlay`] scales each side so that it is expected
/// to score its rate between kick-off and full time with eleven against eleven.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Parameters {
    /// Logarithm of the relative rate in minutes 1-5, 6-10, … 86-90, without added time.
    pub profile: [f64; BANDS],
    /// Logarithm of the relative rate in added time of either half, on the scale of `profile`.
    pub stoppage: [f64; 2],
    /// Logarithm of the factor by a side's own lead -2 or less, -1, 0, 1, 2 or more: first the side at home, then the
    /// visitors. At a neutral venue both take the mean.
    pub score: [[f64; 5]; 2],
    /// Logarithm of the factor for each man a side is short.
    pub own_man: f64,
    /// Logarithm of the factor for each man its opponents are short.
    pub other_man: f64,
    /// Expected goals of extra time as a share of those of ninety minutes.
    pub extra_time: f64,
    /// Minutes between the award of a penalty and the kick.
    pub kick_delay: f64,
    /// Probability that a penalty is scored, where the taker is not known.
    pub penalty: f64,
    /// Probability that the announced minutes, which are a minimum, are overrun by 0, 1 or 2.
    pub overrun: [f64; 3],
    /// Probability that a half of extra time runs 0, 1, 2 or 3 minutes over.
    pub extra_added: [f64; 4],
    /// How added time was given, oldest first.
    pub eras: Vec<Era>,
    /// Standard errors.
    pub errors: StandardErrors,
}

impl Parameters {
    /// The era a day (days since 1970-01-01) lies in; the first one for all days before it.
    #[must_use]
    pub fn era(&self, day: i32) -> Option<&Era> {
        self.eras.iter().rev().find(|era| era.from <= day).or_else(|| self.eras.first())
    }

    /// Checks that rates come out finite and distributions add up.
    ///
    /// # Errors
    /// Names the parameter that is out of range.
    pub fn check(&self) -> Result<(), InPlayError> {
        let bad = |name: &'static str, range: &'static str| Err(InPlayError::Parameter { name, range });
        let logs = |values: &[f64]| values.iter().all(|value| value.abs() <= 5.0);
        let distribution = |values: &[f64]| {
            values.iter().all(|value| (0.0..=1.0).contains(value)) && (values.iter().sum::<f64>() - 1.0).abs() < 1e-6
        };
        if !logs(&self.profile) || !logs(&self.stoppage) {
            return bad("profile", "logarithms between -5 and 5");
        }
        if !self.score.iter().all(|factors| logs(factors)) {
            return bad("score", "logarithms between -5 and 5");
        }
        if !logs(&[self.own_man, self.other_man]) {
            return bad("own_man and other_man", "logarithms between -5 and 5");
        }
        if !(0.0..=1.0).contains(&self.extra_time) {
            return bad("extra_time", "a share between 0 and 1");
        }
        if !(0.0..=10.0).contains(&self.kick_delay) {
            return bad("kick_delay", "minutes between 0 and 10");
        }
        if !(0.0..=1.0).contains(&self.penalty) {
            return bad("penalty", "a probability");
        }
        if !distribution(&self.overrun) || !distribution(&self.extra_added) {
            return bad("overrun and extra_added", "probabilities that sum to one");
        }
        if self.eras.is_empty() || self.eras.windows(2).any(|pair| pair[0].from >= pair[1].from) {
            return bad("eras", "at least one, oldest first");
        }
        if !self.eras.iter().flat_map(|era| &era.lengths).all(|lengths| distribution(lengths)) {
            return bad("eras", "probabilities of lengths that sum to one");
        }
        Ok(())
    }
}
