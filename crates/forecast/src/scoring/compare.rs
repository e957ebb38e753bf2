//! Whether one forecaster was better than another on the same matches.

use libm::erfc;

/// The paired difference of two lists of losses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparison {
    /// How many matches.
    pub matches: usize,
    /// Mean of first less second: below 0, the first was better.
    pub difference: f64,
    /// Standard error of the mean.
    pub standard_error: f64,
    /// Difference in standard errors; 0 if the two lost the same in every match.
    pub statistic: f64,
    /// Two-sided, by the normal distribution.
    pub p_value: f64,
}

/// Why losses cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CompareError {
    /// The lists are of different lengths.
    #[error("{first} losses against {second}; both must be of the same matches")]
    Lengths {
        /// Length of the first list.
        first: usize,
        /// Length of the second list.
        second: usize,
    },
    /// Too few matches, or too many lags for them.
    #[error("{matches} matches with a lag of {lag}; at least 2 matches are needed, and more than the lag")]
    TooFew {
        /// How many matches there are.
        matches: usize,
        /// The lag asked for.
        lag: usize,
    },
    /// A loss is infinite or no number.
    #[error("match {index}: a loss is not finite (a probability of zero for what happened?)")]
    NotFinite {
        /// Place of the match, from 0.
        index: usize,
    },
}

/// The test of Diebold & Mariano (1995) for equal mean losses, matches in the order played. The variance of the mean
/// counts correlations of up to `lag` matches, with the weights of Newey & West (1987); 0 takes matches as independent.
///
/// # Errors
/// For lists of different or too small length, and for losses that are not finite.
pub fn diebold_mariano(first: &[f64], second: &[f64], lag: usize) -> Result<Comparison, CompareError> {
    if first.len() != second.len() {
        return Err(CompareError::Lengths { first: first.len(), second: second.len() });
    }
    let matches = first.len();
    if matches < 2 || lag >= matches {
        return Err(CompareError::TooFew { matches, lag });
    }
    let mut differences: Vec<f64> = first.iter().zip(second).map(|(a, b)| a - b).collect();
    if let Some(index) = differences.iter().position(|difference| !difference.is_finite()) {
        return Err(CompareError::NotFinite { index });
    }
    let n = matches as f64;
    let difference = differences.iter().sum::<f64>() / n;
    for value in &mut differences {
        *value -= difference;
    }
    let covariance =
        |lag: usize| differences.iter().zip(&differences[lag..]).map(|(a, b)| a * b).sum::<f64>() / (n - 1.0);
    let weighted = |step: usize| 2.0 * (1.0 - step as f64 / (lag + 1) as f64) * covariance(step);
    let variance = covariance(0) + (1..=lag).map(weighted).sum::<f64>();
    let standard_error = (variance.max(0.0) / n).sqrt();
    let statistic = if difference == 0.0 { 0.0 } else { difference / standard_error };
    let p_value = erfc(statistic.abs() / core::f64::consts::SQRT_2);
    Ok(Comparison { matches, difference, standard_error, statistic, p_value })
}

#[cfg(test)]
mod tests {
    use super::{CompareError, diebold_mariano};
    use crate::random::Stream;

    #[test]
    fn by_hand() {
        let found = diebold_mariano(&[1.0, 2.0, 3.0, 6.0], &[0.0; 4], 0).unwrap();
        // Mean 3, squared deviations 4 + 1 + 0 + 9 = 14, variance 14/3.
        assert!((found.difference - 3.0).abs() < 1e-15);
        assert!((found.standard_error - (14.0_f64 / 12.0).sqrt()).abs() < 1e-15);
        assert!((found.p_value - 0.005_478).abs() < 1e-5, "{found:?}");
        // One lag: products (-2)(-1) + (-1)(0) + (0)(3) = 2, weight 2 x 1/2.
        let lagged = diebold_mariano(&[1.0, 2.0, 3.0, 6.0], &[0.0; 4], 1).unwrap();
        assert!((lagged.standard_error - (16.0_f64 / 12.0).sqrt()).abs() < 1e-15);
    }

    #[test]
    fn equal_forecasters_are_told_apart_in_one_case_of_twenty() {
        let mut rejected = 0;
        for trial in 0..2000 {
            let mut stream = Stream::new(4, trial, 0, 0);
            let [a, b]: [Vec<f64>; 2] = [0, 1].map(|_| (0..100).map(|_| stream.uniform()).collect());
            rejected += u32::from(diebold_mariano(&a, &b, 0).unwrap().p_value < 0.05);
        }
        assert!((70..=140).contains(&rejected), "{rejected} of 2000");
    }

    #[test]
    fn what_cannot_be_compared() {
        let same = diebold_mariano(&[0.3, 0.4], &[0.3, 0.4], 0).unwrap();
        assert_eq!((same.statistic, same.p_value), (0.0, 1.0));
        assert_eq!(diebold_mariano(&[1.0], &[], 0), Err(CompareError::Lengths { first: 1, second: 0 }));
        assert_eq!(diebold_mariano(&[1.0], &[1.0], 0), Err(CompareError::TooFew { matches: 1, lag: 0 }));
        let infinite = diebold_mariano(&[1.0, f64::INFINITY], &[1.0, f64::INFINITY], 0);
        assert_eq!(infinite, Err(CompareError::NotFinite { index: 1 }));
    }
}
