//! What the dynamic model expects of a match: Gaussian log rates, and the grid and intervals that follow.

use crate::counts::{fill_negative_binomial, reach};
use crate::grid::{GridError, ScoreGrid};
use crate::{Class, Played};

/// A match to be forecast: who, where and what for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Occasion {
    /// Day of the match, since 1970-01-01.
    pub day: i32,
    /// First side, the one at home unless the ground is neutral.
    pub home: u32,
    /// Second side.
    pub away: u32,
    /// Whether neither side is at home.
    pub neutral: bool,
    /// On neutral ground: the confederation in whose part of the world it is, where known.
    pub region: Option<u8>,
    /// What it is played for.
    pub class: Class,
}

impl From<&Played> for Occasion {
    fn from(played: &Played) -> Self {
        let &Played { day, home, away, neutral, region, class, .. } = played;
        Self { day, home, away, neutral, region, class }
    }
}

/// What is expected of a match before it is played.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outlook {
    /// Expected log goal rates for ninety minutes.
    pub log_rates: [f64; 2],
    /// Their covariance: how well the strengths are known.
    pub covariance: [[f64; 2]; 2],
    /// Dixon and Coles's dependence of low scores.
    pub rho: f64,
}

/// Goals of a side up to which results are counted when only the three outcomes are asked for.
const QUICK: usize = 24;

/// Goals of a side beyond which a score counts as impossible: no first-class match has seen more than 36.
const MOST_SEEN: usize = 40;

impl Outlook {
    /// Expected goals of both sides, averaged over what is not known of their strengths.
    #[must_use]
    pub fn expected_goals(&self) -> [f64; 2] {
        std::array::from_fn(|side| libm::exp(self.log_rates[side] + self.covariance[side][side] / 2.0))
    }

    /// Goals of one side: mean and size of the negative binomial whose rate has the moments of the log-normal one.
    fn margin(&self, side: usize) -> (f64, f64) {
        let variance = self.covariance[side][side];
        (self.expected_goals()[side], 1.0 / libm::expm1(variance.max(1e-12)))
    }

    /// Chances of home win, draw and away win after ninety minutes.
    #[must_use]
    pub fn win(&self) -> [f64; 3] {
        self.win_and_score([0, 0]).0
    }

    /// Chances of the three outcomes and of one score.
    #[must_use]
    pub fn win_and_score(&self, score: [u8; 2]) -> ([f64; 3], f64) {
        let margins: [[f64; QUICK]; 2] = std::array::from_fn(|side| {
            let mut chances = [0.0; QUICK];
            let (mean, size) = self.margin(side);
            fill_negative_binomial(mean, size, &mut chances);
            chances
        });
        let [home, away] = &margins;
        let (mut win, mut draw, mut below_home, mut below_away) = (0.0, 0.0, 0.0, 0.0);
        for (h, a) in home.iter().zip(away) {
            win += h * below_away;
            draw += h * a;
            below_home += h;
            below_away += a;
        }
        let loss = below_home * below_away - win - draw;
        let shift = self.shift(home[0] * away[0], home[0] * away[1], home[1] * away[0], home[1] * away[1]);
        let sum = win + draw + loss;
        let chance = |side: usize| {
            let goals = usize::from(score[side]);
            margins[side].get(goals).copied().unwrap_or_else(|| {
                if goals > MOST_SEEN {
                    return 0.0;
                }
                let (mean, size) = self.margin(side);
                let mut chances = vec![0.0; goals + 1];
                fill_negative_binomial(mean, size, &mut chances);
                chances[goals]
            })
        };
        let at = chance(0) * chance(1)
            + match score {
                [0, 0] | [1, 1] => -shift,
                [0, 1] | [1, 0] => shift,
                _ => 0.0,
            };
        ([(win + shift) / sum, (draw - 2.0 * shift) / sum, (loss + shift) / sum], at / sum)
    }

    /// How much 0-1 and 1-0 gain from 0-0 and 1-1, as [`ScoreGrid::with_low_scores`] has it.
    fn shift(&self, nil: f64, one_away: f64, one_home: f64, one_all: f64) -> f64 {
        (self.rho * one_all).min(nil).min(one_all).max(-one_away).max(-one_home)
    }

    /// The score grid.
    ///
    /// # Errors
    /// If the rates are no numbers.
    pub fn grid(&self) -> Result<ScoreGrid, GridError> {
        self.grid_within(usize::MAX)
    }

    /// The score grid of at most so many goals of a side: quicker and smaller where what is not known of the strengths
    /// makes the whole one wide.
    ///
    /// # Errors
    /// As [`Outlook::grid`].
    pub fn grid_within(&self, goals: usize) -> Result<ScoreGrid, GridError> {
        let margins: [Vec<f64>; 2] = std::array::from_fn(|side| {
            let (mean, size) = self.margin(side);
            let length = reach(mean, self.covariance[side][side]).min(goals.saturating_add(1));
            let mut chances = vec![0.0; length];
            fill_negative_binomial(mean, size, &mut chances);
            chances
        });
        let [home, away] = &margins;
        Ok(ScoreGrid::independent(home, away)?.with_low_scores(self.rho))
    }

    /// Outlooks for possible values of the true log rates, with their weights: a product rule over the Gaussian, whose
    /// spread is what intervals show. The covariance of each is zero.
    #[must_use]
    pub fn possible(&self) -> Vec<(f64, Self)> {
        /// Midpoints of equal slices of the normal distribution: 5, 15 … 95 per cent.
        const SLICES: [f64; 10] = [
            -1.644_853_626_951_472_2,
            -1.036_433_389_493_789_8,
            -0.674_489_750_196_081_7,
            -0.385_320_466_407_567_6,
            -0.125_661_346_855_074_02,
            0.125_661_346_855_074_02,
            0.385_320_466_407_567_6,
            0.674_489_750_196_081_7,
            1.036_433_389_493_789_8,
            1.644_853_626_951_472_2,
        ];
        let [[hh, ha], [_, aa]] = self.covariance;
        let first = hh.max(0.0).sqrt();
        let along = if first > 0.0 { ha / first } else { 0.0 };
        let second = (aa - along * along).max(0.0).sqrt();
        let weight = 0.01;
        SLICES
            .iter()
            .flat_map(|&one| SLICES.iter().map(move |&two| [first * one, along * one + second * two]))
            .map(|[home, away]| {
                let log_rates = [self.log_rates[0] + home, self.log_rates[1] + away];
                (weight, Self { log_rates, covariance: [[0.0; 2]; 2], rho: self.rho })
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outlook() -> Outlook {
        Outlook { log_rates: [0.4, -0.1], covariance: [[0.03, -0.01], [-0.01, 0.04]], rho: -0.08 }
    }

    #[test]
    fn the_quick_way_is_the_grid() {
        let (win, score) = outlook().win_and_score([1, 1]);
        let grid = outlook().grid().unwrap();
        for (quick, full) in win.iter().zip(grid.win()) {
            assert!((quick - full).abs() < 1e-9);
        }
        assert!((score - grid.at(1, 1)).abs() < 1e-9);
        assert!((win.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }

    /// Australia beat American Samoa 31-0 on 11 April 2001: unlikely, not impossible.
    #[test]
    fn no_score_is_impossible() {
        let (_, score) = outlook().win_and_score([31, 0]);
        assert!(score > 0.0 && score < 1e-6, "{score}");
    }

    #[test]
    fn possible_rates_have_the_mean_and_nearly_the_spread() {
        let possible = outlook().possible();
        let weight: f64 = possible.iter().map(|(weight, _)| weight).sum();
        let mean: f64 = possible.iter().map(|(weight, one)| weight * one.log_rates[0]).sum();
        let square = |x: f64| x * x;
        let spread: f64 = possible.iter().map(|(weight, one)| weight * square(one.log_rates[0] - mean)).sum();
        assert!((weight - 1.0).abs() < 1e-12 && (mean - 0.4).abs() < 1e-12);
        assert!((0.02..0.031).contains(&spread), "{spread}");
    }
}
