//! All scores of a list of forecasts.

use super::bootstrap::{Bootstrap, BootstrapError, Interval, mean_of_drawn};
use super::calibration::{Bin, Recalibration, calibration_error, recalibration, reliability, temperature};
use super::rules::{Forecast3, brier, exact_log_loss, log_loss, ranked_probability_score, skill};

/// Bins of the expected calibration error.
const BINS: usize = 10;

/// What a summary is to contain.
#[derive(Clone, Copy, Debug, Default)]
pub struct SummaryOptions<'a> {
    /// Intervals, if wanted.
    pub bootstrap: Option<Bootstrap>,
    /// Days of the matches, to draw all matches of a day together.
    pub days: Option<&'a [i32]>,
    /// Forecasts of the same matches to measure skill against, such as base rates.
    pub reference: Option<&'a [Forecast3]>,
}

/// A mean loss.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// The mean over the matches.
    pub mean: f64,
    /// Its bootstrap interval, if asked for.
    pub interval: Option<Interval>,
    /// Share of the reference's loss that is saved, if there is a reference.
    pub skill: Option<f64>,
}

/// Scores of a list of forecasts.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// How many matches.
    pub matches: usize,
    /// Log loss in nats; infinite if a forecast gave zero to what happened.
    pub log_loss: Measure,
    /// Ranked probability score, halved.
    pub rps: Measure,
    /// Brier score, the sum of three squared errors.
    pub brier: Measure,
    /// Log loss of the exact score, of the forecasts that give one.
    pub exact_log_loss: Option<Measure>,
    /// How many forecasts give the exact score a probability.
    pub exact_matches: usize,
    /// How many forecasts gave zero to the outcome that happened.
    pub zero_outcomes: usize,
    /// How many forecasts gave zero to the score that happened.
    pub zero_scores: usize,
    /// Ten reliability bins over all three outcomes pooled.
    pub bins: Vec<Bin>,
    /// Expected calibration error of those bins.
    pub calibration_error: f64,
    /// Interval of the calibration error, if asked for. It lies above the true error, which resampling inflates.
    pub calibration_error_interval: Option<Interval>,
    /// Calibration line; `None` if the forecasts do not determine one.
    pub recalibration: Option<Recalibration>,
    /// The exponent that would have been best, 1 for a calibrated forecaster; `None` if the forecasts do not determine
    /// one. See [`temperature`](super::temperature).
    pub temperature: Option<f64>,
}

/// Why there is no summary.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum SummaryError {
    /// The reference is of other matches.
    #[error("{reference} reference forecasts for {forecasts}; both must be of the same matches")]
    Reference {
        /// How many reference forecasts there are.
        reference: usize,
        /// How many forecasts there are.
        forecasts: usize,
    },
    /// A reference forecast saw another outcome.
    #[error("match {index}: the reference saw another outcome; both must be of the same matches")]
    OtherMatch {
        /// Place of the match, from 0.
        index: usize,
    },
    /// No bootstrap, or no forecasts.
    #[error(transparent)]
    Bootstrap(#[from] BootstrapError),
}

/// All scores of forecasts.
///
/// # Errors
/// Without forecasts, if the reference is not of the same matches, and for bootstrap settings out of range.
pub fn summarise(forecasts: &[Forecast3], options: &SummaryOptions) -> Result<Summary, SummaryError> {
    if forecasts.is_empty() {
        return Err(BootstrapError::Empty.into());
    }
    if let Some(reference) = options.reference {
        if reference.len() != forecasts.len() {
            return Err(SummaryError::Reference { reference: reference.len(), forecasts: forecasts.len() });
        }
        let other = reference.iter().zip(forecasts).position(|(a, b)| a.outcome() != b.outcome());
        if let Some(index) = other {
            return Err(SummaryError::OtherMatch { index });
        }
    }
    let outcome_rules: [fn(&Forecast3) -> f64; 3] = [log_loss, ranked_probability_score, brier];
    let losses = outcome_rules.map(|rule| forecasts.iter().map(rule).collect::<Vec<f64>>());
    let exact = exact_losses(forecasts);
    let bins = reliability(forecasts, BINS);
    let intervals = options.bootstrap.map(|bootstrap| intervals(forecasts, &losses, &exact, &bootstrap, options.days));
    let intervals = intervals.transpose()?;
    let interval = |place: usize| intervals.as_ref().and_then(|intervals| intervals.get(place)).copied();
    let measure = |place: usize, mean: f64, reference: Option<f64>| Measure {
        mean,
        interval: interval(place),
        skill: reference.map(|reference| skill(mean, reference)),
    };
    let of_outcomes = |place: usize| {
        let reference = options.reference.map(|reference| mean(reference.iter().map(outcome_rules[place])));
        measure(place, mean(losses[place].iter().copied()), reference)
    };
    let exact_matches = exact.0.len();
    let exact_reference = options.reference.map(|reference| mean(exact_losses(reference).0.into_iter()));
    Ok(Summary {
        matches: forecasts.len(),
        log_loss: of_outcomes(0),
        rps: of_outcomes(1),
        brier: of_outcomes(2),
        exact_log_loss: (exact_matches > 0)
            .then(|| measure(3, mean(exact.0.iter().copied()), exact_reference.filter(|loss| !loss.is_nan()))),
        exact_matches,
        zero_outcomes: losses[0].iter().filter(|loss| loss.is_infinite()).count(),
        zero_scores: exact.0.iter().filter(|loss| loss.is_infinite()).count(),
        calibration_error: calibration_error(&bins),
        calibration_error_interval: interval(4),
        bins,
        recalibration: recalibration(forecasts).ok(),
        temperature: temperature(forecasts).ok(),
    })
}

/// Exact-score losses, and the places of the forecasts that have one.
fn exact_losses(forecasts: &[Forecast3]) -> (Vec<f64>, Vec<usize>) {
    forecasts
        .iter()
        .enumerate()
        .filter_map(|(place, forecast)| exact_log_loss(forecast).map(|loss| (loss, place)))
        .unzip()
}

/// Intervals of the three outcome losses, the exact-score loss and the calibration error, from the same resamples.
fn intervals(
    forecasts: &[Forecast3],
    losses: &[Vec<f64>; 3],
    (exact, exact_places): &(Vec<f64>, Vec<usize>),
    bootstrap: &Bootstrap,
    days: Option<&[i32]>,
) -> Result<Vec<Interval>, BootstrapError> {
    bootstrap.intervals(forecasts.len(), days, |counts| {
        let exact_counts: Vec<u32> = exact_places.iter().map(|&place| counts[place]).collect();
        let drawn: Vec<Forecast3> = forecasts
            .iter()
            .zip(counts)
            .flat_map(|(forecast, &times)| std::iter::repeat_n(*forecast, times as usize))
            .collect();
        let mut numbers: Vec<f64> = losses.iter().map(|losses| mean_of_drawn(losses, counts)).collect();
        numbers.push(mean_of_drawn(exact, &exact_counts));
        numbers.push(calibration_error(&reliability(&drawn, BINS)));
        numbers
    })
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = values.len() as f64;
    values.sum::<f64>() / count
}

#[cfg(test)]
mod tests {
    use super::{SummaryError, SummaryOptions, summarise};
    use crate::scoring::calibration::tests::simulated;
    use crate::scoring::{Bootstrap, Forecast3};

    #[test]
    fn a_summary_holds_every_score_and_its_interval() {
        let forecasts = simulated(2000, 3, 1.0);
        let reference: Vec<Forecast3> =
            forecasts.iter().map(|f| Forecast3::new([1.0 / 3.0; 3], f.outcome(), None).unwrap()).collect();
        let bootstrap = Some(Bootstrap { resamples: 200, ..Bootstrap::default() });
        let options = SummaryOptions { bootstrap, days: None, reference: Some(&reference) };
        let summary = summarise(&forecasts, &options).unwrap();
        assert_eq!((summary.matches, summary.zero_outcomes, summary.exact_matches), (2000, 0, 0));
        for measure in [summary.log_loss, summary.rps, summary.brier] {
            let interval = measure.interval.unwrap();
            assert!(interval.low < measure.mean && measure.mean < interval.high, "{measure:?}");
            assert!(measure.skill.unwrap() > 0.1, "{measure:?}");
        }
        assert!(summary.exact_log_loss.is_none() && summary.calibration_error < 0.03);
        assert!((summary.temperature.unwrap() - 1.0).abs() < 0.1);
        assert!((summary.recalibration.unwrap().slope - 1.0).abs() < 0.1);
        let uniform = summarise(&reference, &SummaryOptions::default()).unwrap();
        assert!((uniform.brier.mean - 2.0 / 3.0).abs() < 1e-12 && uniform.temperature.is_none());
    }

    #[test]
    fn zeros_are_counted_and_exact_scores_averaged_over_those_that_have_one() {
        let make = |p, exact| Forecast3::new(p, 0, exact).unwrap();
        let forecasts =
            [make([0.0, 0.5, 0.5], Some(0.0)), make([1.0, 0.0, 0.0], Some(0.1)), make([0.5, 0.3, 0.2], None)];
        let summary = summarise(&forecasts, &SummaryOptions::default()).unwrap();
        assert_eq!((summary.zero_outcomes, summary.zero_scores, summary.exact_matches), (1, 1, 2));
        assert!(summary.log_loss.mean.is_infinite() && summary.rps.mean.is_finite());
        let part = summarise(&forecasts[1..], &SummaryOptions::default()).unwrap();
        assert!((part.exact_log_loss.unwrap().mean - libm::log(10.0)).abs() < 1e-12);
    }

    #[test]
    fn other_matches_are_no_reference() {
        let make = |outcome| Forecast3::new([0.5, 0.3, 0.2], outcome, None).unwrap();
        let against = |reference: &[Forecast3]| {
            let reference = Some(reference);
            summarise(&[make(0)], &SummaryOptions { reference, ..SummaryOptions::default() }).unwrap_err()
        };
        assert_eq!(against(&[]), SummaryError::Reference { reference: 0, forecasts: 1 });
        assert_eq!(against(&[make(1)]), SummaryError::OtherMatch { index: 0 });
        assert!(summarise(&[], &SummaryOptions::default()).is_err());
    }
}
