//! Whether what was given p per cent happened p times in a hundred.

use super::rules::Forecast3;
use crate::linear::LinearError;
use crate::newton::{Evaluation, maximise};
use libm::{exp, log, log1p};

/// Forecast probabilities of one range and how often they came true.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin {
    /// Lower end, included.
    pub from: f64,
    /// Upper end, excluded but in the last bin.
    pub to: f64,
    /// How many probabilities fell in it.
    pub count: usize,
    /// Their mean; no number if there are none.
    pub forecast: f64,
    /// The share of them that happened; no number if there are none.
    pub frequency: f64,
}

impl Bin {
    /// The interval of Wilson (1927) for the share that happened, 95 %; `None` for an empty bin. It takes the three
    /// outcomes of a match as independent, and is a little too wide for that.
    #[must_use]
    pub fn interval(&self) -> Option<[f64; 2]> {
        const NORMAL: f64 = 1.959_963_984_540_054;
        if self.count == 0 {
            return None;
        }
        let n = self.count as f64;
        let scale = 1.0 + NORMAL * NORMAL / n;
        let centre = (self.frequency + NORMAL * NORMAL / (2.0 * n)) / scale;
        let spread = self.frequency * (1.0 - self.frequency) / n + NORMAL * NORMAL / (4.0 * n * n);
        let width = NORMAL * spread.sqrt() / scale;
        Some([(centre - width).max(0.0), (centre + width).min(1.0)])
    }
}

/// Reliability bins of equal width over all three outcomes pooled: three probabilities per forecast, each with whether
/// its outcome happened. Ten is usual; 0 counts as 1.
#[must_use]
pub fn reliability(forecasts: &[Forecast3], bins: usize) -> Vec<Bin> {
    let bins = bins.max(1);
    let mut sums = vec![(0_usize, 0.0, 0_usize); bins];
    for (probability, happened) in pooled(forecasts) {
        let (count, sum, hits) = &mut sums[((probability * bins as f64) as usize).min(bins - 1)];
        *count += 1;
        *sum += probability;
        *hits += usize::from(happened);
    }
    let bin = |(place, (count, sum, hits)): (usize, (usize, f64, usize))| Bin {
        from: place as f64 / bins as f64,
        to: (place + 1) as f64 / bins as f64,
        count,
        forecast: sum / count as f64,
        frequency: hits as f64 / count as f64,
    };
    sums.into_iter().enumerate().map(bin).collect()
}

/// Expected calibration error: the difference between forecast and frequency, averaged over the bins by their counts.
/// Even a perfect forecaster has one above zero, by chance; it shrinks with the square root of the number of matches.
/// No number without forecasts.
#[must_use]
pub fn calibration_error(bins: &[Bin]) -> f64 {
    let total: usize = bins.iter().map(|bin| bin.count).sum();
    let gap = |bin: &Bin| bin.count as f64 * (bin.forecast - bin.frequency).abs();
    bins.iter().filter(|bin| bin.count > 0).map(gap).sum::<f64>() / total as f64
}

/// A straight line through the log odds: what happened regressed on what was forecast (Cox 1958).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Recalibration {
    /// On the log-odds scale; 0 for a calibrated forecaster.
    pub intercept: f64,
    /// 1 for a calibrated forecaster, below 1 for an overconfident, above 1 for a timid one.
    pub slope: f64,
    /// Standard errors of intercept and slope, as if the three outcomes of a match were independent. They are not, so
    /// these are approximate.
    pub standard_errors: [f64; 2],
    /// Whether the likelihood has its maximum there.
    pub converged: bool,
}

/// The logistic regression of what happened on the log odds of the forecast, all three outcomes pooled. Probabilities
/// of exactly 0 and 1 have no log odds and are left out.
///
/// # Errors
/// If the forecasts do not determine two parameters: none, all with the same probabilities, all perfect.
pub fn recalibration(forecasts: &[Forecast3]) -> Result<Recalibration, LinearError> {
    let points: Vec<(f64, f64)> = pooled(forecasts)
        .filter(|(probability, _)| *probability > 0.0 && *probability < 1.0)
        .map(|(probability, happened)| (log(probability) - log1p(-probability), f64::from(u8::from(happened))))
        .collect();
    let maximum = maximise(vec![0.0, 1.0], |parameters| {
        let (mut value, mut gradient, mut information) = (0.0, vec![0.0; 2], vec![0.0; 4]);
        for &(x, y) in &points {
            let logit = parameters[0] + parameters[1] * x;
            let p = 1.0 / (1.0 + exp(-logit));
            value += y * logit - log1p(exp(-logit.abs())) - logit.max(0.0);
            let (slope, curve) = (y - p, p * (1.0 - p));
            gradient[0] += slope;
            gradient[1] += slope * x;
            information[0] += curve;
            information[2] += curve * x;
            information[3] += curve * x * x;
        }
        Some(Evaluation { value, gradient, information })
    })?;
    Ok(Recalibration {
        intercept: maximum.parameters[0],
        slope: maximum.parameters[1],
        standard_errors: [maximum.standard_errors[0], maximum.standard_errors[1]],
        converged: maximum.converged,
    })
}

/// The exponent T for which probabilities proportional to p^T would have had the least log loss: 1 is right, above 1 the
/// forecasts were too timid, below 1 overconfident. (In machine learning the temperature is 1/T.) Forecasts of
/// probability zero for what happened are left out: no exponent helps them.
///
/// # Errors
/// If the forecasts do not determine it: none, all uniform, the likeliest outcome always happened.
pub fn temperature(forecasts: &[Forecast3]) -> Result<f64, LinearError> {
    let logs: Vec<([f64; 3], usize)> = forecasts
        .iter()
        .map(|forecast| (forecast.probabilities().map(log), forecast.outcome()))
        .filter(|(logs, outcome)| logs[*outcome].is_finite())
        .collect();
    let maximum = maximise(vec![1.0], |parameters| {
        let exponent = parameters[0];
        let (mut value, mut slope, mut curve) = (0.0, 0.0, 0.0);
        for (logs, outcome) in &logs {
            let top = logs.iter().fold(f64::NEG_INFINITY, |top, &log| top.max(log));
            let (mut total, mut mean, mut square) = (0.0, 0.0, 0.0);
            for log in logs.iter().map(|log| log - top).filter(|log| log.is_finite()) {
                let weight = exp(exponent * log);
                total += weight;
                mean += weight * log;
                square += weight * log * log;
            }
            mean /= total;
            value += exponent * (logs[*outcome] - top) - log(total);
            slope += logs[*outcome] - top - mean;
            curve += square / total - mean * mean;
        }
        Some(Evaluation { value, gradient: vec![slope], information: vec![curve] })
    })?;
    maximum
        .converged
        .then_some(maximum.parameters[0])
        .filter(|exponent| *exponent < 1e3)
        .ok_or(LinearError::NotPositiveDefinite { row: 0 })
}

fn pooled(forecasts: &[Forecast3]) -> impl Iterator<Item = (f64, bool)> {
    forecasts.iter().flat_map(|forecast| {
        let outcome = forecast.outcome();
        forecast.probabilities().into_iter().enumerate().map(move |(place, p)| (p, place == outcome))
    })
}

#[cfg(test)]
pub(super) mod tests {
    use super::{calibration_error, recalibration, reliability, temperature};
    use crate::random::Stream;
    use crate::scoring::Forecast3;

    /// Forecasts proportional to p^exponent of matches whose outcomes have probabilities p.
    pub(in super::super) fn simulated(matches: usize, seed: u64, exponent: f64) -> Vec<Forecast3> {
        let mut stream = Stream::new(seed, 0, 0, 0);
        let mut forecasts = Vec::new();
        for _ in 0..matches {
            let truth = [0, 1, 2].map(|_| libm::exp(stream.normal()));
            let outcome = stream.categorical(&truth).unwrap();
            let bent = truth.map(|p| libm::pow(p, exponent));
            let total: f64 = bent.iter().sum();
            forecasts.push(Forecast3::new(bent.map(|p| p / total), outcome, None).unwrap());
        }
        forecasts
    }

    #[test]
    fn a_calibrated_forecaster_is_found_calibrated() {
        let forecasts = simulated(20_000, 1, 1.0);
        let bins = reliability(&forecasts, 10);
        assert_eq!(bins.iter().map(|bin| bin.count).sum::<usize>(), 60_000);
        assert!(calibration_error(&bins) < 0.006, "{bins:?}");
        let line = recalibration(&forecasts).unwrap();
        assert!(line.converged && (line.slope - 1.0).abs() < 0.03 && line.intercept.abs() < 0.03, "{line:?}");
        assert!((temperature(&forecasts).unwrap() - 1.0).abs() < 0.03);
    }

    #[test]
    fn an_overconfident_forecaster_is_found_out() {
        let forecasts = simulated(20_000, 2, 2.0);
        assert!(calibration_error(&reliability(&forecasts, 10)) > 0.05);
        assert!((temperature(&forecasts).unwrap() - 0.5).abs() < 0.02);
        let line = recalibration(&forecasts).unwrap();
        assert!(line.slope < 0.6 && line.standard_errors[1] < 0.02, "{line:?}");
    }

    #[test]
    fn bins_hold_what_belongs_to_them() {
        let forecasts = [[1.0, 0.0, 0.0], [0.1, 0.1, 0.8]].map(|p| Forecast3::new(p, 0, None).unwrap());
        let bins = reliability(&forecasts, 10);
        assert_eq!(bins.iter().map(|bin| bin.count).collect::<Vec<_>>(), [2, 2, 0, 0, 0, 0, 0, 0, 1, 1]);
        assert_eq!((bins[1].frequency, bins[9].frequency), (0.5, 1.0));
        // (2 x 0 + 2 x 0.4 + 1 x 0.8 + 1 x 0) / 6
        assert!((calibration_error(&bins) - 1.6 / 6.0).abs() < 1e-12);
        // The one of one: from 1/(1 + 3.84) to 1.
        let [low, high] = bins[9].interval().unwrap();
        assert!((low - 0.2065).abs() < 5e-4 && high > 0.999_999 && bins[2].interval().is_none());
        assert!(calibration_error(&reliability(&[], 0)).is_nan());
        assert!(recalibration(&[]).is_err() && temperature(&[]).is_err());
        let uniform = [Forecast3::new([1.0 / 3.0; 3], 0, None).unwrap()];
        assert!(temperature(&uniform).is_err() && recalibration(&uniform).is_err());
    }
}
