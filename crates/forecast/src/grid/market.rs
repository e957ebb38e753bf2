//! What follows from a score grid: totals, handicaps, both to score, likeliest scores.

use super::ScoreGrid;

/// How a stake at a line is settled: chances of each, summing to one. Quarter lines split the stake over the two
/// neighbouring half lines.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Settlement {
    /// Won whole.
    pub win: f64,
    /// Half won, half returned.
    pub half_win: f64,
    /// Returned.
    pub push: f64,
    /// Half lost, half returned.
    pub half_loss: f64,
    /// Lost whole.
    pub loss: f64,
}

impl Settlement {
    /// The decimal price at which the stake neither gains nor loses on average; infinite where it can only lose,
    /// `None` where every outcome returns the stake.
    #[must_use]
    pub fn fair_price(&self) -> Option<f64> {
        let won = self.win + self.half_win / 2.0;
        let lost = self.loss + self.half_loss / 2.0;
        (won > 0.0 || lost > 0.0).then(|| 1.0 + lost / won)
    }

    /// Adds an outcome that ends `margin` quarter goals above the line.
    fn add(&mut self, quarters: i64, chance: f64) {
        match quarters {
            2.. => self.win += chance,
            1 => self.half_win += chance,
            0 => self.push += chance,
            -1 => self.half_loss += chance,
            _ => self.loss += chance,
        }
    }

    /// The other side of the same line.
    #[must_use]
    pub const fn reversed(self) -> Self {
        Self { win: self.loss, half_win: self.half_loss, push: self.push, half_loss: self.half_win, loss: self.win }
    }
}

/// Over and under a line of total goals.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Total {
    /// The line.
    pub line: f64,
    /// A stake on more goals than the line.
    pub over: Settlement,
    /// A stake on fewer.
    pub under: Settlement,
}

/// A line in quarter goals; `None` if it is no multiple of a quarter or out of reason.
fn quarters(line: f64) -> Option<i64> {
    let quarters = line * 4.0;
    #[allow(clippy::cast_possible_truncation, reason = "whole and below 400")]
    (quarters.abs() <= 400.0 && quarters.fract() == 0.0).then_some(quarters as i64)
}

#[allow(clippy::cast_possible_wrap, reason = "goals are small")]
const fn signed(goals: usize) -> i64 {
    goals as i64
}

impl ScoreGrid {
    /// Expected goals of both sides.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "goals are small")]
    pub fn expected_goals(&self) -> [f64; 2] {
        self.scores()
            .fold([0.0; 2], |[h, a], ([home, away], chance)| [h + home as f64 * chance, a + away as f64 * chance])
    }

    /// Chance that both sides score.
    #[must_use]
    pub fn both_score(&self) -> f64 {
        self.scores().filter(|([home, away], _)| *home > 0 && *away > 0).map(|(_, chance)| chance).sum()
    }

    /// Chances that the first and the second side concede nothing.
    #[must_use]
    pub fn clean_sheets(&self) -> [f64; 2] {
        let nil = |side: usize| self.scores().filter(|(score, _)| score[1 - side] == 0).map(|(_, chance)| chance).sum();
        [nil(0), nil(1)]
    }

    /// The `most` likeliest scores, likeliest first; equal chances by fewer goals.
    #[must_use]
    pub fn likeliest(&self, most: usize) -> Vec<([usize; 2], f64)> {
        let mut scores: Vec<_> = self.scores().collect();
        scores.sort_by(|(one, p), (two, q)| q.total_cmp(p).then_with(|| one.cmp(two)));
        scores.truncate(most);
        scores
    }

    /// Chances of winning by each margin, home goals less away goals, from the smallest to the largest.
    #[must_use]
    pub fn margins(&self) -> Vec<(i64, f64)> {
        let lowest = 1 - signed(self.columns());
        let mut margins: Vec<(i64, f64)> = (lowest..signed(self.rows())).map(|margin| (margin, 0.0)).collect();
        for ([home, away], chance) in self.scores() {
            margins[home + self.columns() - 1 - away].1 += chance;
        }
        margins
    }

    /// Chances of each number of goals in all, from none.
    #[must_use]
    pub fn totals(&self) -> Vec<f64> {
        let mut totals = vec![0.0; self.rows() + self.columns() - 1];
        for ([home, away], chance) in self.scores() {
            totals[home + away] += chance;
        }
        totals
    }

    /// Over and under a line: 2.5, 3 (a push on three goals), or a quarter line such as 2.75. `None` if the line is no
    /// multiple of a quarter.
    #[must_use]
    pub fn total(&self, line: f64) -> Option<Total> {
        let at = quarters(line)?;
        let mut over = Settlement::default();
        for (goals, chance) in self.totals().into_iter().enumerate() {
            over.add(4 * signed(goals) - at, chance);
        }
        Some(Total { line, over, under: over.reversed() })
    }

    /// A stake on the first side given `line` goals (-1.5: it must win by two), and its opposite. `None` if the line
    /// is no multiple of a quarter.
    #[must_use]
    pub fn handicap(&self, line: f64) -> Option<[Settlement; 2]> {
        let at = quarters(line)?;
        let mut home = Settlement::default();
        for (margin, chance) in self.margins() {
            home.add(4 * margin + at, chance);
        }
        Some([home, home.reversed()])
    }

    /// The handicap, a multiple of a quarter, at which a stake on the first side is nearest to even.
    #[must_use]
    pub fn even_handicap(&self) -> f64 {
        let unevenness = |line: f64| {
            self.handicap(line).map_or(f64::INFINITY, |[home, _]| {
                (home.win + home.half_win / 2.0 - home.loss - home.half_loss / 2.0).abs()
            })
        };
        (-40..=40_i32)
            .map(|quarter| f64::from(quarter) / 4.0)
            .min_by(|one, two| unevenness(*one).total_cmp(&unevenness(*two)).then(one.abs().total_cmp(&two.abs())))
            .unwrap_or(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::counts::poisson;
    use proptest::prelude::*;

    fn grid() -> ScoreGrid {
        ScoreGrid::independent(&poisson(1.6, 25), &poisson(1.1, 25)).unwrap()
    }

    #[test]
    fn a_half_line_is_a_plain_chance() {
        let totals = grid().totals();
        let total = grid().total(2.5).unwrap();
        let over: f64 = totals.iter().skip(3).sum();
        assert!((total.over.win - over).abs() < 1e-12 && total.over.push == 0.0);
        assert!((total.over.fair_price().unwrap() - 1.0 / over).abs() < 1e-9);
    }

    #[test]
    fn a_quarter_line_splits_the_stake() {
        let totals = grid().totals();
        let total = grid().total(2.75).unwrap();
        assert!((total.over.half_win - totals[3]).abs() < 1e-15);
        assert!((total.under.half_loss - totals[3]).abs() < 1e-15);
        let low = grid().total(2.25).unwrap();
        assert!((low.over.half_loss - totals[2]).abs() < 1e-15);
        assert_eq!(grid().total(2.3), None);
    }

    #[test]
    fn level_handicap_returns_the_stake_of_a_draw() {
        let [home, away] = grid().handicap(0.0).unwrap();
        let [win, draw, loss] = grid().win();
        assert!((home.win - win).abs() < 1e-12 && (home.push - draw).abs() < 1e-12 && (away.win - loss).abs() < 1e-12);
        let [minus, _] = grid().handicap(-0.75).unwrap();
        let one: f64 = grid().margins().iter().filter(|(margin, _)| *margin == 1).map(|(_, chance)| chance).sum();
        assert!((minus.half_win - one).abs() < 1e-12);
    }

    #[test]
    fn poisson_scores_have_poisson_totals() {
        for (goals, (got, wanted)) in grid().totals().iter().zip(poisson(2.7, 20)).enumerate() {
            assert!((got - wanted).abs() < 1e-9, "{goals}");
        }
        let [home, away] = grid().expected_goals();
        assert!((home - 1.6).abs() < 1e-9 && (away - 1.1).abs() < 1e-9);
        assert!((grid().both_score() - (1.0 - libm::exp(-1.6)) * (1.0 - libm::exp(-1.1))).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn settlements_sum_to_one(home in 0.05..6.0_f64, away in 0.05..6.0_f64, quarter in -24..24_i32) {
            let grid = ScoreGrid::independent(&poisson(home, 40), &poisson(away, 40)).unwrap();
            let line = f64::from(quarter) / 4.0;
            for settled in grid.handicap(line).unwrap().into_iter().chain(grid.total(line.abs()).map(|t| t.over)) {
                let sum = settled.win + settled.half_win + settled.push + settled.half_loss + settled.loss;
                prop_assert!((sum - 1.0).abs() < 1e-12);
            }
            // More goals given never make a stake worse.
            let worth = |line: f64| { let [h, _] = grid.handicap(line).unwrap(); h.win + h.half_win / 2.0 - h.loss - h.half_loss / 2.0 };
            prop_assert!(worth(line + 0.25) >= worth(line) - 1e-12);
        }
    }
}
