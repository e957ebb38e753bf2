//! The score grid: the chance of every score. The one currency of forecasts.

mod market;

pub use market::{Settlement, Total};

/// Chances of every score, home goals by away goals. They sum to one; what lies beyond the grid is stated by
/// [`ScoreGrid::tail`].
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreGrid {
    rows: usize,
    columns: usize,
    cells: Vec<f64>,
    tail: f64,
}

/// Why numbers are no score grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GridError {
    /// The number of cells is not rows times columns, or there are none.
    #[error("{cells} cells are no grid of {rows} by {columns}")]
    Shape {
        /// Rows asked for.
        rows: usize,
        /// Columns asked for.
        columns: usize,
        /// Cells given.
        cells: usize,
    },
    /// A cell is negative or no number.
    #[error("the chance of {home}-{away} is negative or no number")]
    Cell {
        /// Home goals.
        home: usize,
        /// Away goals.
        away: usize,
    },
    /// No cell is positive.
    #[error("no score has a chance")]
    Empty,
}

impl ScoreGrid {
    /// A grid from chances by rows of home goals and columns of away goals. They are normalised; what they lack of one
    /// becomes the tail.
    ///
    /// # Errors
    /// If the shape is wrong, or a cell is negative or no number, or nothing has a chance.
    pub fn new(rows: usize, columns: usize, mut cells: Vec<f64>) -> Result<Self, GridError> {
        if cells.is_empty() || rows.checked_mul(columns) != Some(cells.len()) {
            return Err(GridError::Shape { rows, columns, cells: cells.len() });
        }
        if let Some(at) = cells.iter().position(|cell| !(cell.is_finite() && *cell >= 0.0)) {
            return Err(GridError::Cell { home: at / columns, away: at % columns });
        }
        let sum: f64 = cells.iter().sum();
        if sum <= 0.0 {
            return Err(GridError::Empty);
        }
        for cell in &mut cells {
            *cell /= sum;
        }
        Ok(Self { rows, columns, cells, tail: (1.0 - sum).max(0.0) })
    }

    /// A grid from log chances, summed without overflow: `log_chance(home goals, away goals)`, minus infinity for
    /// what cannot be. The tail is what the chances lack of one.
    ///
    /// # Errors
    /// As [`ScoreGrid::new`].
    pub fn from_log(rows: usize, columns: usize, log_chance: impl Fn(usize, usize) -> f64) -> Result<Self, GridError> {
        let cells = (0..rows * columns).map(|at| libm::exp(log_chance(at / columns, at % columns))).collect();
        Self::new(rows, columns, cells)
    }

    /// Goals of both sides independent of each other, from the chances of 0, 1, 2 … goals of each.
    ///
    /// # Errors
    /// As [`ScoreGrid::new`].
    pub fn independent(home: &[f64], away: &[f64]) -> Result<Self, GridError> {
        let cells = home.iter().flat_map(|h| away.iter().map(move |a| h * a)).collect();
        Self::new(home.len(), away.len(), cells)
    }

    /// The dependence of Dixon and Coles (1997) on top of independent goals: 0-0 and 1-1 become likelier and 1-0 and
    /// 0-1 less likely by the same amount where `rho` is negative. The amount is `rho` times the chance of 1-1, which
    /// for Poisson goals is their correction exactly; it is cut where a chance would become negative.
    #[must_use]
    pub fn with_low_scores(mut self, rho: f64) -> Self {
        if self.rows < 2 || self.columns < 2 {
            return self;
        }
        let [nil, one_away, one_home, one_all] = [0, 1, self.columns, self.columns + 1];
        let shift = (rho * self.cells[one_all])
            .min(self.cells[nil])
            .min(self.cells[one_all])
            .max(-self.cells[one_away])
            .max(-self.cells[one_home]);
        self.cells[nil] -= shift;
        self.cells[one_all] -= shift;
        self.cells[one_away] += shift;
        self.cells[one_home] += shift;
        self
    }

    /// The same grid with the chances of home win, draw and away win made `win`: scores within each keep their
    /// proportions. Unchanged where an outcome has no chance in the grid.
    #[must_use]
    pub fn with_win(mut self, win: [f64; 3]) -> Self {
        let now = self.win();
        if now.iter().any(|chance| *chance <= 0.0) || win.iter().any(|chance| !(chance.is_finite() && *chance >= 0.0)) {
            return self;
        }
        let sum: f64 = win.iter().sum();
        let factors: [f64; 3] = std::array::from_fn(|outcome| win[outcome] / sum / now[outcome]);
        for (at, cell) in self.cells.iter_mut().enumerate() {
            *cell *= factors[outcome(at / self.columns, at % self.columns)];
        }
        self
    }

    /// The same match with the sides the other way round.
    #[must_use]
    pub fn turned(self) -> Self {
        let (rows, columns) = (self.columns, self.rows);
        let cells = (0..rows * columns).map(|at| self.at(at % columns, at / columns)).collect();
        Self { rows, columns, cells, tail: self.tail }
    }

    /// Number of home-goal rows: goals 0 to `rows() - 1`.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// Number of away-goal columns.
    #[must_use]
    pub const fn columns(&self) -> usize {
        self.columns
    }

    /// Chance of a score; 0 beyond the grid.
    #[must_use]
    pub fn at(&self, home: usize, away: usize) -> f64 {
        if home < self.rows && away < self.columns { self.cells[home * self.columns + away] } else { 0.0 }
    }

    /// The chance of all scores beyond the grid, before the grid was made to sum to one.
    #[must_use]
    pub const fn tail(&self) -> f64 {
        self.tail
    }

    /// Scores with their chances, row by row.
    pub fn scores(&self) -> impl Iterator<Item = ([usize; 2], f64)> {
        self.cells.iter().enumerate().map(|(at, &chance)| ([at / self.columns, at % self.columns], chance))
    }

    /// Chances of home win, draw, away win.
    #[must_use]
    pub fn win(&self) -> [f64; 3] {
        let mut win = [0.0; 3];
        for ([home, away], chance) in self.scores() {
            win[outcome(home, away)] += chance;
        }
        win
    }
}

/// 0 for a home win, 1 for a draw, 2 for an away win.
#[must_use]
pub(crate) const fn outcome(home: usize, away: usize) -> usize {
    if home > away {
        0
    } else if home == away {
        1
    } else {
        2
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::counts::poisson;

    fn close(a: f64, b: f64, within: f64) {
        assert!((a - b).abs() <= within, "{a} is not {b}");
    }

    #[test]
    fn corrections_of_low_scores_cancel_and_go_the_right_way() {
        let plain = ScoreGrid::independent(&poisson(1.8, 30), &poisson(0.8, 30)).unwrap();
        let shifted = plain.clone().with_low_scores(-0.1);
        close(shifted.cells.iter().sum(), 1.0, 1e-12);
        assert!(shifted.at(0, 0) > plain.at(0, 0) && shifted.at(1, 1) > plain.at(1, 1));
        // Rates 1.8 and 0.8, rho -0.1: 1 + 0.8 rho for 1-0.
        close(shifted.at(1, 0), plain.at(1, 0) * (1.0 - 0.08), 1e-12);
        close(shifted.at(0, 1), plain.at(0, 1) * (1.0 - 0.18), 1e-12);
        close(shifted.at(1, 0), 0.123, 5e-4);
        close(shifted.win()[0], 0.601, 5e-4);
    }

    #[test]
    fn outcomes_can_be_given() {
        let grid = ScoreGrid::independent(&poisson(1.3, 20), &poisson(1.1, 20)).unwrap().with_win([0.5, 0.3, 0.2]);
        let win = grid.win();
        for (got, wanted) in win.iter().zip([0.5, 0.3, 0.2]) {
            close(*got, wanted, 1e-12);
        }
    }

    #[test]
    fn sides_can_change_places() {
        let grid = ScoreGrid::independent(&poisson(1.6, 12), &poisson(0.7, 9)).unwrap();
        let turned = grid.clone().turned();
        close(turned.at(1, 3), grid.at(3, 1), 0.0);
        close(turned.win()[2], grid.win()[0], 1e-15);
        assert_eq!((turned.rows(), turned.columns()), (9, 12));
        assert_eq!(turned.turned(), grid);
    }

    #[test]
    fn what_is_no_grid_is_refused() {
        assert_eq!(ScoreGrid::new(2, 2, vec![1.0; 3]), Err(GridError::Shape { rows: 2, columns: 2, cells: 3 }));
        assert_eq!(ScoreGrid::new(1, 2, vec![0.5, f64::NAN]), Err(GridError::Cell { home: 0, away: 1 }));
        assert_eq!(ScoreGrid::new(1, 2, vec![0.0, 0.0]), Err(GridError::Empty));
        assert_eq!(ScoreGrid::new(0, 0, vec![]), Err(GridError::Shape { rows: 0, columns: 0, cells: 0 }));
    }

    #[test]
    fn the_tail_is_stated() {
        let grid = ScoreGrid::independent(&poisson(3.0, 4), &poisson(3.0, 4)).unwrap();
        let beyond = 1.0 - poisson(3.0, 4).iter().sum::<f64>();
        close(grid.tail(), 1.0 - (1.0 - beyond) * (1.0 - beyond), 1e-12);
        close(grid.win().iter().sum(), 1.0, 1e-12);
    }
}
