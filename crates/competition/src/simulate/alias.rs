//! Scores from one 32-bit word (Walker 1977, Vose 1991).

/// Draws one of 256 scores from one 32-bit word: its top 8 bits name a column, the rest the side of the column's cut.
#[derive(Clone, Debug)]
pub(super) struct Alias {
    /// By column: the cut in its upper 24 bits, the score beyond the cut in the lower 8.
    columns: [u32; 256],
    /// The chances it draws from.
    pub(super) cells: Box<[f64; 256]>,
}

impl Alias {
    /// A table for chances that sum to one; each is met to within 2^-33.
    pub(super) fn new(cells: &[f64; 256]) -> Self {
        let sum: f64 = cells.iter().sum();
        let mut left = cells.map(|chance| chance / sum * 256.0);
        let mut columns: [u32; 256] = std::array::from_fn(|column| column as u32);
        let (mut small, mut large): (Vec<usize>, Vec<usize>) = (0..256).partition(|&column| left[column] < 1.0);
        while let (Some(&under), Some(&over)) = (small.last(), large.last()) {
            small.pop();
            let cut = libm::round(left[under] * f64::from(1 << 24)).clamp(0.0, f64::from((1 << 24) - 1)) as u32;
            columns[under] = cut << 8 | over as u32;
            left[over] -= 1.0 - left[under];
            if left[over] < 1.0 {
                large.pop();
                small.push(over);
            }
        }
        // Those left are full: whatever side of the cut, the column itself.
        Self { columns, cells: Box::new(cells.map(|chance| chance / sum)) }
    }

    /// A table that always gives one score.
    pub(super) fn always(code: u8) -> Self {
        let mut cells = [0.0; 256];
        cells[usize::from(code)] = 1.0;
        Self { columns: [u32::from(code); 256], cells: Box::new(cells) }
    }

    /// The score of a word.
    #[inline(always)]
    pub(super) fn draw(&self, word: u32) -> u8 {
        let column = self.columns[(word >> 24) as usize];
        if word & 0xFF_FFFF < column >> 8 { (word >> 24) as u8 } else { column as u8 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// The mass of every score, summed over columns, is its chance.
        #[test]
        fn every_score_has_its_chance(weights in proptest::collection::vec(0.0_f64..1.0, 256), zeros in 0_usize..255) {
            let mut cells: [f64; 256] = std::array::from_fn(|cell| if cell < zeros { 0.0 } else { weights[cell] + 1e-6 });
            let sum: f64 = cells.iter().sum();
            cells = cells.map(|cell| cell / sum);
            let alias = Alias::new(&cells);
            let mut mass = [0.0; 256];
            for (column, &entry) in alias.columns.iter().enumerate() {
                let cut = f64::from(entry >> 8) / f64::from(1 << 24);
                mass[column] += cut / 256.0;
                mass[(entry & 0xFF) as usize] += (1.0 - cut) / 256.0;
            }
            for (mass, cell) in mass.iter().zip(&cells) {
                prop_assert!((mass - cell).abs() < 256.0 * 1.2e-10, "{mass} {cell}");
            }
        }
    }

    #[test]
    fn a_certain_score_is_certain() {
        for alias in [Alias::always(33), {
            let mut cells = [0.0; 256];
            cells[33] = 1.0;
            Alias::new(&cells)
        }] {
            assert!((0..1000_u32).all(|word| alias.draw(word.wrapping_mul(4_294_967)) == 33));
        }
    }
}
