//! How far a number would have moved, had other matches been drawn.

use crate::random::Stream;
use rayon::prelude::*;

/// Settings of a bootstrap.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bootstrap {
    /// How many times the matches are drawn anew. A thousand fixes the ends of a 95 % interval to a tenth of its width.
    pub resamples: u32,
    /// Coverage of the interval, such as 0.95.
    pub level: f64,
    /// Seed of the draws.
    pub seed: u64,
}

impl Default for Bootstrap {
    fn default() -> Self {
        Self { resamples: 1000, level: 0.95, seed: 1 }
    }
}

/// An interval for a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// Why there is no bootstrap.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum BootstrapError {
    /// Nothing to draw from.
    #[error("no matches to draw from")]
    Empty,
    /// As many days as matches are needed.
    #[error("{days} days for {matches} matches; one per match is needed")]
    Days {
        /// How many days were given.
        days: usize,
        /// How many matches there are.
        matches: usize,
    },
    /// Settings out of range.
    #[error("{resamples} resamples at level {level}; at least 2 are needed, and a level between 0 and 1")]
    Settings {
        /// How many resamples were asked for.
        resamples: u32,
        /// The level asked for.
        level: f64,
    },
}

impl Bootstrap {
    /// Percentile intervals (Efron 1979) of statistics of `matches` matches.
    ///
    /// `statistics` is given how many times each match was drawn and returns the numbers, always as many. With `days`,
    /// all matches of a day are drawn together, as fits the results of one day when they lean the same way; days must
    /// be in order. The n-th resample is a function of the seed and n only, so that the intervals do not depend on the
    /// number of threads. A number that is none in a resample is left out of its interval.
    ///
    /// # Errors
    /// Without matches, if there are not as many days, or for settings out of range.
    pub fn intervals(
        &self,
        matches: usize,
        days: Option<&[i32]>,
        statistics: impl Fn(&[u32]) -> Vec<f64> + Sync,
    ) -> Result<Vec<Interval>, BootstrapError> {
        let Self { resamples, level, seed } = *self;
        if resamples < 2 || !(level > 0.0 && level < 1.0) {
            return Err(BootstrapError::Settings { resamples, level });
        }
        if let Some(days) = days.filter(|days| days.len() != matches) {
            return Err(BootstrapError::Days { days: days.len(), matches });
        }
        let blocks = blocks(matches, days);
        let count = u32::try_from(blocks.len()).ok().filter(|count| *count > 0).ok_or(BootstrapError::Empty)?;
        let drawn: Vec<Vec<f64>> = (0..resamples)
            .into_par_iter()
            .map(|resample| {
                let mut stream = Stream::new(seed, 0, resample, 0);
                let mut counts = vec![0_u32; matches];
                for _ in 0..count {
                    let (from, to) = blocks[stream.below(count) as usize];
                    for times in &mut counts[from..to] {
                        *times += 1;
                    }
                }
                statistics(&counts)
            })
            .collect();
        let width = drawn.first().map_or(0, Vec::len);
        let interval = |place: usize| {
            let mut values: Vec<f64> =
                drawn.iter().filter_map(|numbers| numbers.get(place).copied()).filter(|x| !x.is_nan()).collect();
            values.sort_unstable_by(f64::total_cmp);
            let tail = 0.5 * (1.0 - level);
            Interval { low: quantile(&values, tail), high: quantile(&values, 1.0 - tail) }
        };
        Ok((0..width).map(interval).collect())
    }
}

/// The mean of what has a number, each counted as often as it was drawn; no number if nothing was.
pub(super) fn mean_of_drawn(values: &[f64], counts: &[u32]) -> f64 {
    let (mut sum, mut drawn) = (0.0, 0.0);
    for (value, &times) in values.iter().zip(counts) {
        if times > 0 {
            sum += f64::from(times) * value;
            drawn += f64::from(times);
        }
    }
    sum / drawn
}

/// Ranges of places that are drawn together.
fn blocks(matches: usize, days: Option<&[i32]>) -> Vec<(usize, usize)> {
    let Some(days) = days else { return (0..matches).map(|place| (place, place + 1)).collect() };
    let mut blocks = Vec::new();
    let mut from = 0;
    for run in days.chunk_by(|a, b| a == b) {
        blocks.push((from, from + run.len()));
        from += run.len();
    }
    blocks
}

/// The quantile of sorted values, linear between them; no number if there are none.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
    let place = share * last as f64;
    let below = (place as usize).min(last);
    let (low, high) = (sorted[below], sorted[(below + 1).min(last)]);
    // Infinite neighbours have no point between them.
    if low == high { low } else { low + (place - below as f64) * (high - low) }
}

#[cfg(test)]
mod tests {
    use super::{Bootstrap, BootstrapError, blocks, mean_of_drawn, quantile};
    use crate::random::Stream;

    #[test]
    fn the_interval_of_a_mean_covers_it_about_as_often_as_it_says() {
        let mut covered = 0;
        for trial in 0..300 {
            let mut stream = Stream::new(99, trial, 0, 0);
            let values: Vec<f64> = (0..80).map(|_| f64::from(stream.poisson(1.4))).collect();
            let settings = Bootstrap { resamples: 300, level: 0.9, seed: u64::from(trial) };
            let interval = settings.intervals(80, None, |counts| vec![mean_of_drawn(&values, counts)]).unwrap()[0];
            covered += u32::from(interval.low <= 1.4 && 1.4 <= interval.high);
        }
        assert!((252..=285).contains(&covered), "{covered} of 300 at a level of 90 %");
    }

    #[test]
    fn days_that_move_together_widen_the_interval() {
        let days: Vec<i32> = (0..400).map(|place| place / 20).collect();
        let values: Vec<f64> = days.iter().map(|day| f64::from(day % 2)).collect();
        let width = |days| {
            let interval = Bootstrap::default().intervals(400, days, |counts| vec![mean_of_drawn(&values, counts)]);
            let interval = interval.unwrap()[0];
            interval.high - interval.low
        };
        let ratio = width(Some(&days[..])) / width(None);
        assert!((3.6..5.4).contains(&ratio), "about the root of 20, not {ratio}");
    }

    #[test]
    fn the_same_on_any_number_of_threads() {
        let values: Vec<f64> = (0..50).map(f64::from).collect();
        let run = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| Bootstrap::default().intervals(50, None, |counts| vec![mean_of_drawn(&values, counts)]))
        };
        assert_eq!(run(1), run(3));
    }

    #[test]
    fn small_parts_and_errors() {
        assert_eq!(blocks(5, Some(&[1, 1, 2, 5, 5])), [(0, 2), (2, 3), (3, 5)]);
        assert_eq!(quantile(&[1.0, 2.0, 4.0], 0.75), 3.0);
        assert_eq!(quantile(&[0.0, f64::INFINITY, f64::INFINITY], 0.9), f64::INFINITY);
        let none = |counts: &[u32]| vec![f64::from(counts[0])];
        assert_eq!(Bootstrap::default().intervals(0, None, none), Err(BootstrapError::Empty));
        assert!(matches!(Bootstrap::default().intervals(2, Some(&[1]), none), Err(BootstrapError::Days { .. })));
        let bad = Bootstrap { level: 1.0, ..Bootstrap::default() };
        assert!(matches!(bad.intervals(2, None, none), Err(BootstrapError::Settings { .. })));
    }
}
