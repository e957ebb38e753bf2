//! Dense symmetric positive definite systems, by Cholesky.
//!
//! Matrices are flat, row after row. Every inner loop runs along rows, so that it is a sum over neighbours in memory.

/// Why a matrix has no Cholesky factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinearError {
    /// Its length is not the square of the given order.
    #[error("{length} numbers are no square matrix of order {order}")]
    Shape {
        /// The order given.
        order: usize,
        /// How many numbers there are.
        length: usize,
    },
    /// A pivot is not positive: the matrix is singular, indefinite, or has a number that is none.
    #[error("row {row}: the pivot is not positive; the matrix is not positive definite")]
    NotPositiveDefinite {
        /// The row, from 0.
        row: usize,
    },
}

/// The factor L of A = L Lᵀ.
#[derive(Clone, Debug)]
pub struct Cholesky {
    order: usize,
    lower: Vec<f64>,
}

impl Cholesky {
    /// Factors a symmetric matrix, of which only the lower triangle is read. A pivot below 1e-13 of the diagonal it came
    /// from counts as zero.
    ///
    /// # Errors
    /// If the matrix has not `order` squared numbers, or is not positive definite.
    pub fn new(order: usize, mut matrix: Vec<f64>) -> Result<Self, LinearError> {
        if order.checked_mul(order) != Some(matrix.len()) {
            return Err(LinearError::Shape { order, length: matrix.len() });
        }
        for row in 0..order {
            let (above, rest) = matrix.split_at_mut(row * order);
            let this = &mut rest[..order];
            for (column, other) in above.chunks_exact(order).enumerate() {
                this[column] = (this[column] - dot(&this[..column], &other[..column])) / other[column];
            }
            let diagonal = this[row];
            let pivot = diagonal - dot(&this[..row], &this[..row]);
            // Written so that a pivot that is no number fails too.
            if !(pivot > 1e-13 * diagonal.abs() && pivot.is_finite()) {
                return Err(LinearError::NotPositiveDefinite { row });
            }
            this[row] = pivot.sqrt();
            this[row + 1..].fill(0.0);
        }
        Ok(Self { order, lower: matrix })
    }

    /// Solves A x = b in place: `x` holds b and then the solution. Numbers beyond the order are left alone; missing ones
    /// count as zero and are not returned.
    pub fn solve(&self, x: &mut [f64]) {
        let order = self.order.min(x.len());
        for (row, line) in self.rows().take(order) {
            x[row] = (x[row] - dot(&line[..row], &x[..row])) / line[row];
        }
        for (row, line) in self.rows().take(order).rev() {
            let solved = x[row] / line[row];
            x[row] = solved;
            for (entry, factor) in x[..row].iter_mut().zip(line) {
                *entry -= factor * solved;
            }
        }
    }

    /// The diagonal of the inverse: variances, if the matrix was the negative Hessian of a log-likelihood.
    #[must_use]
    pub fn inverse_diagonal(&self) -> Vec<f64> {
        let mut diagonal = vec![0.0; self.order];
        let mut inverse = vec![0.0; self.order * self.order];
        for (row, line) in self.rows() {
            let (above, rest) = inverse.split_at_mut(row * self.order);
            let this = &mut rest[..self.order];
            for (column, other) in above.chunks_exact(self.order).enumerate() {
                for (entry, value) in this[..=column].iter_mut().zip(other) {
                    *entry -= line[column] * value;
                }
            }
            this[row] = 1.0;
            for (entry, sum) in this[..=row].iter_mut().zip(&mut diagonal) {
                *entry /= line[row];
                *sum += *entry * *entry;
            }
        }
        diagonal
    }

    /// The natural logarithm of the determinant.
    #[must_use]
    pub fn log_determinant(&self) -> f64 {
        self.rows().map(|(row, line)| 2.0 * libm::log(line[row])).sum()
    }

    /// The smallest pivot: how near to singular the matrix is. Infinite if it is empty.
    #[must_use]
    pub fn smallest_pivot(&self) -> f64 {
        self.rows().fold(f64::INFINITY, |least, (row, line)| least.min(line[row] * line[row]))
    }

    fn rows(&self) -> impl DoubleEndedIterator<Item = (usize, &[f64])> + ExactSizeIterator {
        self.lower.chunks_exact(self.order.max(1)).enumerate()
    }
}

/// The inner product of two slices of one length, in four interleaved sums: the order is fixed, and processors with wide
/// registers take four at a time.
#[must_use]
pub fn dot(a: &[f64], b: &[f64]) -> f64 {
    let (a_blocks, a_rest) = a.as_chunks::<4>();
    let (b_blocks, b_rest) = b.as_chunks::<4>();
    let mut sums = [0.0; 4];
    for (x, y) in a_blocks.iter().zip(b_blocks) {
        for lane in 0..4 {
            sums[lane] += x[lane] * y[lane];
        }
    }
    let rest: f64 = a_rest.iter().zip(b_rest).map(|(x, y)| x * y).sum();
    (sums[0] + sums[1]) + (sums[2] + sums[3]) + rest
}

#[cfg(test)]
mod tests {
    use super::{Cholesky, LinearError, dot};
    use crate::random::Stream;
    use proptest::prelude::*;

    /// B Bᵀ + I of a random B.
    fn positive_definite(order: usize, seed: u64) -> Vec<f64> {
        let mut stream = Stream::new(seed, 0, 0, 0);
        let factor: Vec<f64> = (0..order * order).map(|_| stream.normal()).collect();
        let mut matrix = vec![0.0; order * order];
        for row in 0..order {
            for column in 0..order {
                let product = dot(&factor[row * order..][..order], &factor[column * order..][..order]);
                matrix[row * order + column] = product + f64::from(u8::from(row == column));
            }
        }
        matrix
    }

    proptest! {
        #[test]
        fn solves_and_inverts(order in 1_usize..40, seed in any::<u64>()) {
            let matrix = positive_definite(order, seed);
            let cholesky = Cholesky::new(order, matrix.clone()).unwrap();
            let mut stream = Stream::new(seed, 1, 0, 0);
            let truth: Vec<f64> = (0..order).map(|_| stream.normal()).collect();
            let mut x: Vec<f64> = matrix.chunks(order).map(|row| dot(row, &truth)).collect();
            cholesky.solve(&mut x);
            for (found, expected) in x.iter().zip(&truth) {
                prop_assert!((found - expected).abs() < 1e-8, "{found} {expected}");
            }
            for (place, variance) in cholesky.inverse_diagonal().into_iter().enumerate() {
                let mut unit = vec![0.0; order];
                unit[place] = 1.0;
                cholesky.solve(&mut unit);
                prop_assert!((unit[place] - variance).abs() < 1e-9 * (1.0 + variance));
            }
        }
    }

    #[test]
    fn determinant_and_bad_matrices() {
        let cholesky = Cholesky::new(2, vec![4.0, 0.0, 2.0, 3.0]).unwrap();
        assert!((cholesky.log_determinant() - libm::log(8.0)).abs() < 1e-14);
        assert!((cholesky.smallest_pivot() - 2.0).abs() < 1e-14);
        let error = |order, matrix: &[f64]| Cholesky::new(order, matrix.to_vec()).unwrap_err();
        assert_eq!(error(2, &[1.0, 0.0, 1.0, 1.0]), LinearError::NotPositiveDefinite { row: 1 });
        assert_eq!(error(1, &[f64::NAN]), LinearError::NotPositiveDefinite { row: 0 });
        assert_eq!(error(2, &[1.0]), LinearError::Shape { order: 2, length: 1 });
        assert!(Cholesky::new(0, Vec::new()).is_ok_and(|empty| empty.inverse_diagonal().is_empty()));
    }
}
