//! The duel as a zero-sum game: the taker chooses a side, the keeper a move, and the payoff is the chance of a goal.
//!
//! What the taker maximises the keeper minimises. A matrix here always has the taker's choices as rows and the keeper's
//! as columns: [`ScoringChances`] is the only type that holds one, and mixtures are typed by whose they are, so that
//! neither can be read as the other's.
//!
//! Every pair of extreme optimal strategies belongs to a square part of the matrix that can be inverted (Shapley & Snow
//! 1950, "Basic solutions of discrete games"), so going through all of them finds all equilibria: their set is what can
//! be mixed from the extreme ones, separately for each player.

use std::fmt;

/// Most choices of a player.
pub const MOST: usize = 6;
/// Chances that differ by less count as equal: what rounding leaves of decimals after a few eliminations.
const CLOSE: f64 = 1e-10;

/// Chances of a goal: rows are the taker's choices, columns the keeper's.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoringChances {
    rows: usize,
    columns: usize,
    cells: Vec<f64>,
}

/// Why a matrix is no game.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum GameError {
    /// Too few or too many choices.
    #[error("{rows} rows and {columns} columns; expected 2 to {MOST} of each")]
    Shape {
        /// Rows found.
        rows: usize,
        /// Columns found.
        columns: usize,
    },
    /// A row is shorter or longer than the first.
    #[error("row {row} has {found} cells, the first has {expected}")]
    Uneven {
        /// Which row, from 1.
        row: usize,
        /// Its cells.
        found: usize,
        /// Cells of the first.
        expected: usize,
    },
    /// A cell is no chance.
    #[error("row {row}, column {column}: {value} is no chance; expected 0 to 1")]
    NoChance {
        /// Which row, from 1.
        row: usize,
        /// Which column, from 1.
        column: usize,
        /// What is there.
        value: f64,
    },
}

/// How often the taker makes each of his choices.
#[derive(Clone, Debug, PartialEq)]
pub struct TakerMix(pub Vec<f64>);

/// How often the keeper makes each of his.
#[derive(Clone, Debug, PartialEq)]
pub struct KeeperMix(pub Vec<f64>);

/// What the game comes to when neither can gain by changing alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Solution {
    /// Chance of a goal.
    pub value: f64,
    /// Extreme optimal mixtures of the taker; every mixture of these is optimal too. One in an ordinary game.
    pub taker: Vec<TakerMix>,
    /// Extreme optimal mixtures of the keeper.
    pub keeper: Vec<KeeperMix>,
}

impl ScoringChances {
    /// A matrix by rows, 2 to 6 of each, chances from 0 to 1.
    ///
    /// # Errors
    /// If the rows differ in length, are too few or too many, or a cell is no chance.
    pub fn new(rows: &[Vec<f64>]) -> Result<Self, GameError> {
        let columns = rows.first().map_or(0, Vec::len);
        if let Some((row, found)) = rows.iter().enumerate().find(|(_, row)| row.len() != columns) {
            return Err(GameError::Uneven { row: row + 1, found: found.len(), expected: columns });
        }
        if !(2..=MOST).contains(&rows.len()) || !(2..=MOST).contains(&columns) {
            return Err(GameError::Shape { rows: rows.len(), columns });
        }
        for (row, cells) in rows.iter().enumerate() {
            for (column, &value) in cells.iter().enumerate() {
                if !(0.0..=1.0).contains(&value) {
                    return Err(GameError::NoChance { row: row + 1, column: column + 1, value });
                }
            }
        }
        Ok(Self { rows: rows.len(), columns, cells: rows.concat() })
    }

    /// Number of the taker's choices.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// Number of the keeper's choices.
    #[must_use]
    pub const fn columns(&self) -> usize {
        self.columns
    }

    /// Chance of a goal for a choice of the taker against one of the keeper.
    #[must_use]
    pub fn at(&self, taker: usize, keeper: usize) -> f64 {
        self.cells[taker * self.columns + keeper]
    }

    /// Chance of a goal for each choice of the taker when the keeper mixes.
    #[must_use]
    pub fn against_keeper(&self, mix: &KeeperMix) -> Vec<f64> {
        (0..self.rows).map(|row| mix.0.iter().enumerate().map(|(column, p)| p * self.at(row, column)).sum()).collect()
    }

    /// Chance of a goal against each choice of the keeper when the taker mixes.
    #[must_use]
    pub fn against_taker(&self, mix: &TakerMix) -> Vec<f64> {
        (0..self.columns)
            .map(|column| mix.0.iter().enumerate().map(|(row, p)| p * self.at(row, column)).sum())
            .collect()
    }

    /// Chance of a goal when both mix.
    #[must_use]
    pub fn payoff(&self, taker: &TakerMix, keeper: &KeeperMix) -> f64 {
        taker.0.iter().zip(self.against_keeper(keeper)).map(|(p, chance)| p * chance).sum()
    }

    /// The keeper's best answers to a taker's mixture: moves after which a goal is least likely, and that chance.
    #[must_use]
    pub fn keepers_answer(&self, mix: &TakerMix) -> (Vec<usize>, f64) {
        let chances = self.against_taker(mix);
        let least = chances.iter().copied().fold(f64::INFINITY, f64::min);
        ((0..self.columns).filter(|&column| chances[column] <= least + CLOSE).collect(), least)
    }

    /// The taker's best answers to a keeper's mixture: choices by which a goal is likeliest, and that chance.
    #[must_use]
    pub fn takers_answer(&self, mix: &KeeperMix) -> (Vec<usize>, f64) {
        let chances = self.against_keeper(mix);
        let most = chances.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        ((0..self.rows).filter(|&row| chances[row] >= most - CLOSE).collect(), most)
    }

    /// All equilibria.
    #[must_use]
    pub fn solve(&self) -> Solution {
        let mut solution = Solution { value: 0.0, taker: Vec::new(), keeper: Vec::new() };
        for size in 1..=self.rows.min(self.columns) {
            for rows in subsets(self.rows, size) {
                for columns in subsets(self.columns, size) {
                    let Some((taker, keeper, value)) = self.kernel(rows, columns, size) else { continue };
                    solution.value = value;
                    add(&mut solution.taker, TakerMix(taker), |mix| &mix.0);
                    add(&mut solution.keeper, KeeperMix(keeper), |mix| &mix.0);
                }
            }
        }
        solution
    }

    /// The optimal pair of the part of the matrix with some rows and columns, if it is one.
    fn kernel(&self, rows: u32, columns: u32, size: usize) -> Option<(Vec<f64>, Vec<f64>, f64)> {
        let rows: Vec<usize> = (0..self.rows).filter(|row| rows >> row & 1 == 1).collect();
        let columns: Vec<usize> = (0..self.columns).filter(|column| columns >> column & 1 == 1).collect();
        // The taker makes the keeper's choices equally good, and the other way round; chances sum to one.
        let of_taker = |equation: usize, unknown: usize| self.at(rows[unknown], columns[equation]);
        let of_keeper = |equation: usize, unknown: usize| self.at(rows[equation], columns[unknown]);
        let (taker, value) = indifferent(size, of_taker)?;
        let (keeper, other) = indifferent(size, of_keeper)?;
        if (value - other).abs() > 1e-9 {
            return None;
        }
        let spread = |part: &[f64], places: &[usize], all: usize| {
            let mut mix = vec![0.0; all];
            for (&place, &chance) in places.iter().zip(part) {
                mix[place] = chance.max(0.0);
            }
            mix
        };
        let taker = spread(&taker, &rows, self.rows);
        let keeper = spread(&keeper, &columns, self.columns);
        let guaranteed = self.against_taker(&TakerMix(taker.clone())).into_iter().all(|chance| chance >= value - CLOSE);
        let held = self.against_keeper(&KeeperMix(keeper.clone())).into_iter().all(|chance| chance <= value + CLOSE);
        (guaranteed && held).then_some((taker, keeper, value))
    }
}

impl fmt::Display for ScoringChances {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for row in 0..self.rows {
            for column in 0..self.columns {
                write!(f, "{}{:.4}", if column > 0 { "," } else { "" }, self.at(row, column))?;
            }
            f.write_str(if row + 1 < self.rows { ";" } else { "" })?;
        }
        Ok(())
    }
}

/// Adds a mixture that is not there yet.
fn add<M>(all: &mut Vec<M>, mix: M, cells: impl Fn(&M) -> &[f64]) {
    let same = |other: &M| cells(other).iter().zip(cells(&mix)).all(|(one, two)| (one - two).abs() < 1e-9);
    if !all.iter().any(same) {
        all.push(mix);
    }
}

/// Sets of `size` numbers below `n`, as bits, ascending.
fn subsets(n: usize, size: usize) -> impl Iterator<Item = u32> {
    (0..1_u32 << n).filter(move |bits| bits.count_ones() as usize == size)
}

/// The mixture of `size` choices under which every equation has the same value, and that value; `None` where there is
/// none or not just one, or a chance is negative.
fn indifferent(size: usize, cell: impl Fn(usize, usize) -> f64) -> Option<(Vec<f64>, f64)> {
    // Unknowns: the chances, then the value. Equations: each choice gives the value; the chances sum to one.
    let mut system = vec![vec![0.0; size + 2]; size + 1];
    for (equation, row) in system.iter_mut().enumerate().take(size) {
        for (unknown, cell_of) in row.iter_mut().enumerate().take(size) {
            *cell_of = cell(equation, unknown);
        }
        row[size] = -1.0;
    }
    for cell in &mut system[size][..size] {
        *cell = 1.0;
    }
    system[size][size + 1] = 1.0;
    let solved = eliminate(system)?;
    let (chances, value) = (&solved[..size], solved[size]);
    chances.iter().all(|&chance| chance >= -CLOSE).then(|| (chances.to_vec(), value))
}

/// Solves a square system with its right side as last column, by elimination with the largest pivot.
fn eliminate(mut system: Vec<Vec<f64>>) -> Option<Vec<f64>> {
    let n = system.len();
    for step in 0..n {
        let pivot = (step..n).max_by(|&one, &two| system[one][step].abs().total_cmp(&system[two][step].abs()))?;
        if system[pivot][step].abs() < 1e-12 {
            return None;
        }
        system.swap(step, pivot);
        let (done, rest) = system.split_at_mut(step + 1);
        let lead = &done[step];
        for row in rest {
            let factor = row[step] / lead[step];
            for (cell, of_lead) in row.iter_mut().zip(lead).skip(step) {
                *cell -= factor * of_lead;
            }
        }
    }
    let mut solved = vec![0.0; n];
    for step in (0..n).rev() {
        let known: f64 = (step + 1..n).map(|column| system[step][column] * solved[column]).sum();
        solved[step] = (system[step][n] - known) / system[step][step];
    }
    Some(solved)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn game(rows: &[&[f64]]) -> ScoringChances {
        ScoringChances::new(&rows.iter().map(|row| row.to_vec()).collect::<Vec<_>>()).unwrap()
    }

    /// Palacios-Huerta 2003, table of 1,417 kicks: rows and columns left and right.
    #[test]
    fn the_two_by_two_of_palacios_huerta() {
        let solution = game(&[&[0.5830, 0.9497], &[0.9291, 0.6992]]).solve();
        assert!((solution.value - 0.7957).abs() < 5e-5, "{}", solution.value);
        assert_eq!((solution.taker.len(), solution.keeper.len()), (1, 1));
        assert!((solution.taker[0].0[0] - 0.3854).abs() < 5e-5);
        assert!((solution.keeper[0].0[0] - 0.4199).abs() < 5e-5);
    }

    /// Chiappori, Levitt & Groseclose 2002, table 4: rows L, M, R of the taker, columns L, M, R of the keeper. The
    /// keeper never stays: every kick at the middle scored less when he did, but he would lose more by it.
    #[test]
    fn the_three_by_three_of_chiappori_levitt_and_groseclose() {
        let game = game(&[&[0.632, 1.0, 0.941], &[0.812, 0.0, 0.893], &[0.895, 1.0, 0.44]]);
        let solution = game.solve();
        let (taker, keeper) = (&solution.taker[0], &solution.keeper[0]);
        assert!((game.payoff(taker, keeper) - solution.value).abs() < 1e-12);
        assert!(taker.0.iter().all(|&chance| chance > 0.0), "{taker:?}");
        assert!(keeper.0[1] > 0.0 && keeper.0[1] < 0.15, "{keeper:?}");
    }

    #[test]
    fn a_dominated_choice_is_never_made() {
        let solution = game(&[&[0.9, 0.8], &[0.5, 0.6]]).solve();
        assert_eq!(solution.taker, [TakerMix(vec![1.0, 0.0])]);
        assert_eq!(solution.keeper, [KeeperMix(vec![0.0, 1.0])]);
        assert!((solution.value - 0.8).abs() < 1e-12);
    }

    /// Two columns alike: the keeper can split as he likes, and both extremes are found.
    #[test]
    fn all_equilibria_of_a_degenerate_game_are_found() {
        let solution = game(&[&[0.6, 0.9, 0.9], &[0.9, 0.7, 0.7]]).solve();
        assert_eq!(solution.taker.len(), 1);
        assert_eq!(solution.keeper.len(), 2);
        let whatever = game(&[&[0.5, 0.5], &[0.5, 0.5]]).solve();
        assert_eq!((whatever.taker.len(), whatever.keeper.len()), (2, 2));
    }

    /// The keeper is sent where kicks go most, not least.
    #[test]
    fn a_keeper_answers_a_predictable_taker_by_diving_where_he_kicks() {
        let game = game(&[&[0.6, 0.95], &[0.95, 0.6]]);
        assert_eq!(game.keepers_answer(&TakerMix(vec![0.9, 0.1])).0, [0]);
        assert_eq!(game.takers_answer(&KeeperMix(vec![0.9, 0.1])).0, [1]);
    }

    #[test]
    fn what_is_no_game_is_refused() {
        assert!(matches!(ScoringChances::new(&[vec![0.5, 0.5]]), Err(GameError::Shape { rows: 1, .. })));
        assert!(matches!(
            ScoringChances::new(&[vec![0.5, 0.5], vec![0.5]]),
            Err(GameError::Uneven { row: 2, found: 1, expected: 2 })
        ));
        assert!(matches!(
            ScoringChances::new(&[vec![0.5, 58.3], vec![0.5, 0.1]]),
            Err(GameError::NoChance { row: 1, column: 2, .. })
        ));
        assert!(ScoringChances::new(&[vec![0.5, f64::NAN], vec![0.5, 0.1]]).is_err());
    }

    proptest! {
        /// Of any game: at least one equilibrium, nobody gains by deviating, all share the value.
        #[test]
        fn nobody_gains_by_deviating(rows in 2..=4_usize, columns in 2..=4_usize, cells in prop::collection::vec(0.0..=1.0_f64, 16)) {
            let matrix: Vec<Vec<f64>> = (0..rows).map(|row| (0..columns).map(|column| (cells[row * 4 + column] * 100.0).round() / 100.0).collect()).collect();
            let game = ScoringChances::new(&matrix).unwrap();
            let solution = game.solve();
            prop_assert!(!solution.taker.is_empty() && !solution.keeper.is_empty());
            for taker in &solution.taker {
                prop_assert!((taker.0.iter().sum::<f64>() - 1.0).abs() < 1e-9);
                prop_assert!(game.keepers_answer(taker).1 >= solution.value - 1e-9);
                for keeper in &solution.keeper {
                    prop_assert!(game.takers_answer(keeper).1 <= solution.value + 1e-9);
                    prop_assert!((game.payoff(taker, keeper) - solution.value).abs() < 1e-9);
                }
            }
        }

        /// Fictitious play, in which each answers the other's past, closes in on the value: an independent method.
        #[test]
        fn fictitious_play_finds_the_same_value(cells in prop::collection::vec(0.0..=1.0_f64, 9)) {
            let game = ScoringChances::new(&[cells[0..3].to_vec(), cells[3..6].to_vec(), cells[6..9].to_vec()]).unwrap();
            let value = game.solve().value;
            let (mut taker, mut keeper) = (vec![1.0, 0.0, 0.0], vec![1.0, 0.0, 0.0]);
            let (mut low, mut high) = (0.0_f64, 1.0_f64);
            for round in 1..4000_u32 {
                let share = |plays: &[f64]| plays.iter().map(|count| count / f64::from(round)).collect::<Vec<_>>();
                let (answer, most) = game.takers_answer(&KeeperMix(share(&keeper)));
                let (reply, least) = game.keepers_answer(&TakerMix(share(&taker)));
                high = high.min(most);
                low = low.max(least);
                taker[answer[0]] += 1.0;
                keeper[reply[0]] += 1.0;
            }
            prop_assert!(low - 1e-9 <= value && value <= high + 1e-9, "{low} {value} {high}");
            prop_assert!(high - low < 0.1);
        }
    }
}
