//! The information matrix (the negative Hessian of the objective): as an operator, as blocks, and written out.

use super::cells::Cells;
use super::layout::Layout;
use super::objective::Curvature;
use super::report::Precisions;
use crate::linear::{Cholesky, dot};

/// The information at a point.
#[derive(Clone, Copy, Debug)]
pub(super) struct Information<'a> {
    pub cells: &'a Cells,
    pub layout: Layout,
    pub prior: Precisions,
    pub curvature: &'a Curvature,
    /// Parameters held where they are: their rows and columns are those of the unit matrix.
    pub held: &'a [usize],
}

impl Information<'_> {
    /// The matrix times a vector: one pass over the cells.
    pub(super) fn times(&self, v: &[f64], into: &mut [f64]) {
        let layout = self.layout;
        into.fill(0.0);
        for (cell, (&link, bend)) in self.cells.links.iter().zip(&self.curvature.cells).enumerate() {
            let covariates = self.cells.covariates_of(cell);
            let [home, away] = layout.predict(v, link, covariates);
            let weighted = [bend[0] * home + bend[1] * away, bend[1] * home + bend[2] * away];
            layout.scatter(into, link, covariates, weighted);
        }
        self.prior.apply(layout, v, into);
        let start = layout.extra();
        for (k, border) in self.curvature.borders.iter().enumerate() {
            let own = v[start + k];
            let mut sum = 0.0;
            for ((into, v), border) in into.iter_mut().zip(v).zip(border) {
                *into += border * own;
                sum += border * v;
            }
            for (l, other) in v[start..].iter().enumerate() {
                sum += self.curvature.extras[k][l] * other;
            }
            into[start + k] += sum;
        }
        for &place in self.held {
            into[place] = v[place];
        }
    }

    /// The diagonal, and for every team the entry between its attack and defence.
    pub(super) fn diagonal(&self) -> (Vec<f64>, Vec<f64>) {
        let layout = self.layout;
        let (own, between) = self.prior.pair();
        let mut diagonal = vec![0.0; layout.len()];
        let mut pairs = vec![between; layout.teams];
        diagonal[..2 * layout.teams].fill(own);
        if layout.team_home {
            diagonal[2 * layout.teams..3 * layout.teams].fill(self.prior.team_home);
        }
        let (mut mu, mut at_home) = (0.0, 0.0);
        for (cell, (link, bend)) in self.cells.links.iter().zip(&self.curvature.cells).enumerate() {
            let (i, j) = (link.home as usize, link.away as usize);
            diagonal[i] += bend[0];
            diagonal[layout.defence() + j] += bend[0];
            diagonal[j] += bend[2];
            diagonal[layout.defence() + i] += bend[2];
            pairs[i] -= bend[1];
            pairs[j] -= bend[1];
            mu += bend[0] + 2.0 * bend[1] + bend[2];
            at_home += link.at_home * bend[0];
            if layout.team_home {
                diagonal[layout.own_home() + i] += link.at_home * bend[0];
            }
            for (place, z) in self.cells.covariates_of(cell).iter().enumerate() {
                diagonal[layout.covariate() + place] +=
                    z[0] * z[0] * bend[0] + 2.0 * z[0] * z[1] * bend[1] + z[1] * z[1] * bend[2];
            }
        }
        diagonal[layout.mu()] = mu;
        diagonal[layout.home()] = at_home;
        for k in 0..layout.extras {
            diagonal[layout.extra() + k] = self.curvature.extras[k][k];
        }
        for &place in self.held {
            diagonal[place] = 1.0;
        }
        (diagonal, pairs)
    }

    /// The matrix of the parameters that are no team's: μ, home, covariates, the family's own; row after row.
    fn globals(&self) -> Vec<f64> {
        let layout = self.layout;
        let start = layout.mu();
        let order = layout.len() - start;
        let plain = layout.extra() - start;
        let mut matrix = vec![0.0; order * order];
        let mut rows = [vec![0.0; plain], vec![0.0; plain]];
        for (cell, (link, bend)) in self.cells.links.iter().zip(&self.curvature.cells).enumerate() {
            let covariates = self.cells.covariates_of(cell);
            if covariates.is_empty() {
                matrix[0] += bend[0] + 2.0 * bend[1] + bend[2];
                matrix[order] += link.at_home * (bend[0] + bend[1]);
                matrix[order + 1] += link.at_home * bend[0];
                continue;
            }
            for (side, row) in rows.iter_mut().enumerate() {
                row[0] = 1.0;
                row[1] = if side == 0 { link.at_home } else { 0.0 };
                for (at, z) in row[2..].iter_mut().zip(covariates) {
                    *at = z[side];
                }
            }
            let [home, away] = &rows;
            for k in 0..plain {
                for l in 0..=k {
                    matrix[k * order + l] += bend[0] * home[k] * home[l]
                        + bend[1] * (home[k] * away[l] + away[k] * home[l])
                        + bend[2] * away[k] * away[l];
                }
            }
        }
        self.finish_globals(&mut matrix);
        matrix
    }

    /// The rows of the family's own parameters, and those of held ones.
    fn finish_globals(&self, matrix: &mut [f64]) {
        let layout = self.layout;
        let start = layout.mu();
        let order = layout.len() - start;
        let plain = layout.extra() - start;
        for (k, border) in self.curvature.borders.iter().enumerate() {
            let row = &mut matrix[(plain + k) * order..][..order];
            row[..plain].copy_from_slice(&border[start..]);
            row[plain..=plain + k].copy_from_slice(&self.curvature.extras[k][..=k]);
        }
        for &place in self.held {
            unit(matrix, order, place - start);
        }
    }

    /// The lower triangle of the whole matrix, row after row.
    pub(super) fn dense(&self) -> Vec<f64> {
        let layout = self.layout;
        let order = layout.len();
        let mut matrix = vec![0.0; order * order];
        let mut add =
            |row: usize, column: usize, value: f64| matrix[row.max(column) * order + row.min(column)] += value;
        for (cell, (&link, bend)) in self.cells.links.iter().zip(&self.curvature.cells).enumerate() {
            let [home, away] =
                layout.rows([Some(link.home), Some(link.away)], link.at_home, self.cells.covariates_of(cell));
            for (rows, bend) in [(&home, bend[0]), (&away, bend[2])] {
                for (place, &(row, by)) in rows.iter().enumerate() {
                    for &(column, factor) in &rows[..=place] {
                        add(row, column, bend * by * factor);
                    }
                }
            }
            if bend[1] != 0.0 {
                for &(row, by) in &home {
                    for &(column, factor) in &away {
                        // An entry on the diagonal stands for both of the two products.
                        let twice = if row == column { 2.0 } else { 1.0 };
                        add(row, column, twice * bend[1] * by * factor);
                    }
                }
            }
        }
        let (own, between) = self.prior.pair();
        for team in 0..layout.teams {
            add(team, team, own);
            add(layout.defence() + team, layout.defence() + team, own);
            add(layout.defence() + team, team, between);
            if layout.team_home {
                add(layout.own_home() + team, layout.own_home() + team, self.prior.team_home);
            }
        }
        for (k, border) in self.curvature.borders.iter().enumerate() {
            for (column, &value) in border.iter().enumerate() {
                add(layout.extra() + k, column, value);
            }
            for l in 0..=k {
                add(layout.extra() + k, layout.extra() + l, self.curvature.extras[k][l]);
            }
        }
        for &place in self.held {
            unit(&mut matrix, order, place);
        }
        matrix
    }
}

/// Makes a row and column of a lower triangle those of the unit matrix.
fn unit(matrix: &mut [f64], order: usize, place: usize) {
    matrix[place * order..][..=place].fill(0.0);
    for row in place..order {
        matrix[row * order + place] = 0.0;
    }
    matrix[place * order + place] = 1.0;
}

/// The information, made ready to be multiplied many times.
pub(super) enum Operator<'a> {
    /// Without effects that differ between matches of the same two teams: one block of numbers per pair of teams, and the
    /// columns of the parameters that are no team's.
    Pairs {
        layout: Layout,
        prior: Precisions,
        pairs: &'a [[u32; 2]],
        /// Curvature by the log rates of the first and the second team of each pair.
        bends: Vec<[f64; 3]>,
        /// For every parameter that is no team's, its entries with attacks and defences.
        borders: Vec<Vec<f64>>,
        /// Those parameters among themselves, row after row.
        globals: Vec<f64>,
    },
    /// In general: cell by cell.
    Cells(Information<'a>),
}

impl<'a> Operator<'a> {
    pub(super) fn new(information: &Information<'a>) -> Self {
        let (layout, cells, curvature) = (information.layout, information.cells, information.curvature);
        if layout.team_home || layout.covariates > 0 {
            return Self::Cells(*information);
        }
        let n = layout.teams;
        let mut bends = vec![[0.0; 3]; cells.pairs.len()];
        let mut borders = vec![vec![0.0; 2 * n]; 2];
        let (mut mu_mu, mut mu_home, mut home_home) = (0.0, 0.0, 0.0);
        for ((link, bend), &pair) in cells.links.iter().zip(&curvature.cells).zip(&cells.pair_of) {
            let sum = &mut bends[pair as usize];
            let (first, second) = if link.home < link.away { (bend[0], bend[2]) } else { (bend[2], bend[0]) };
            sum[0] += first;
            sum[1] += bend[1];
            sum[2] += second;
            if link.at_home > 0.0 {
                let (i, j) = (link.home as usize, link.away as usize);
                mu_home += bend[0] + bend[1];
                home_home += bend[0];
                borders[1][i] += bend[0];
                borders[1][n + j] -= bend[0];
                borders[1][j] += bend[1];
                borders[1][n + i] -= bend[1];
            }
        }
        for (&[i, j], bend) in cells.pairs.iter().zip(&bends) {
            let (i, j) = (i as usize, j as usize);
            let (own, other) = (bend[0] + bend[1], bend[1] + bend[2]);
            mu_mu += own + other;
            borders[0][i] += own;
            borders[0][n + j] -= own;
            borders[0][j] += other;
            borders[0][n + i] -= other;
        }
        borders.extend(curvature.borders.iter().map(|border| border[..2 * n].to_vec()));
        for &place in information.held {
            borders[place - layout.mu()].fill(0.0);
        }
        let order = borders.len();
        let mut globals = vec![0.0; order * order];
        globals[0] = mu_mu;
        globals[order] = mu_home;
        globals[order + 1] = home_home;
        information.finish_globals(&mut globals);
        for row in 0..order {
            for column in 0..row {
                globals[column * order + row] = globals[row * order + column];
            }
        }
        Self::Pairs { layout, prior: information.prior, pairs: &cells.pairs, bends, borders, globals }
    }

    pub(super) fn times(&self, v: &[f64], into: &mut [f64]) {
        let (layout, prior, pairs, bends, borders, globals) = match self {
            Self::Cells(information) => return information.times(v, into),
            Self::Pairs { layout, prior, pairs, bends, borders, globals } => {
                (layout, prior, pairs, bends, borders, globals)
            }
        };
        let n = layout.teams;
        into.fill(0.0);
        {
            let (attack, defence) = (&v[..n], &v[n..2 * n]);
            let (to_attack, rest) = into.split_at_mut(n);
            let to_defence = &mut rest[..n];
            for (&[i, j], bend) in pairs.iter().zip(bends) {
                let (i, j) = (i as usize, j as usize);
                let (first, second) = (attack[i] - defence[j], attack[j] - defence[i]);
                let (own, other) = (bend[0] * first + bend[1] * second, bend[1] * first + bend[2] * second);
                to_attack[i] += own;
                to_defence[j] -= own;
                to_attack[j] += other;
                to_defence[i] -= other;
            }
        }
        prior.apply(*layout, v, into);
        let (teams, rest) = v.split_at(2 * n);
        let (to_teams, to_rest) = into.split_at_mut(2 * n);
        for (k, border) in borders.iter().enumerate() {
            for (to, entry) in to_teams.iter_mut().zip(border) {
                *to += entry * rest[k];
            }
            to_rest[k] = dot(border, teams) + dot(&globals[k * borders.len()..][..borders.len()], rest);
        }
    }

    /// The diagonal, and for every team the entry between its attack and defence.
    fn diagonal(&self) -> (Vec<f64>, Vec<f64>) {
        let (layout, prior, pairs, bends, borders, globals) = match self {
            Self::Cells(information) => return information.diagonal(),
            Self::Pairs { layout, prior, pairs, bends, borders, globals } => {
                (layout, prior, pairs, bends, borders, globals)
            }
        };
        let n = layout.teams;
        let (own, between) = prior.pair();
        let mut diagonal = vec![own; layout.len()];
        let mut within = vec![between; n];
        for (&[i, j], bend) in pairs.iter().zip(bends) {
            let (i, j) = (i as usize, j as usize);
            diagonal[i] += bend[0];
            diagonal[n + j] += bend[0];
            diagonal[j] += bend[2];
            diagonal[n + i] += bend[2];
            within[i] -= bend[1];
            within[j] -= bend[1];
        }
        for k in 0..borders.len() {
            diagonal[2 * n + k] = globals[k * (borders.len() + 1)];
        }
        (diagonal, within)
    }

    fn globals(&self) -> Vec<f64> {
        match self {
            Self::Cells(information) => information.globals(),
            Self::Pairs { globals, .. } => globals.clone(),
        }
    }
}

/// An easily solved approximation: each team's attack and defence by themselves, all that is no team's together.
pub(super) struct Preconditioner {
    layout: Layout,
    diagonal: Vec<f64>,
    /// Inverse of each team's block: attack, between, defence.
    blocks: Vec<[f64; 3]>,
    globals: Option<Cholesky>,
}

impl Preconditioner {
    pub(super) fn new(information: &Information<'_>, operator: &Operator<'_>) -> Self {
        let layout = information.layout;
        let (mut diagonal, pairs) = operator.diagonal();
        for entry in &mut diagonal {
            // A curvature that is not positive says nothing about the length of a step.
            if *entry <= 1e-300 {
                *entry = if entry.abs() > 1e-300 { entry.abs() } else { 1.0 };
            }
        }
        let blocks = pairs
            .iter()
            .enumerate()
            .map(|(team, between)| {
                let (attack, defence) = (diagonal[team], diagonal[layout.defence() + team]);
                let determinant = attack * defence - between * between;
                if determinant > 1e-12 * attack * defence {
                    [defence / determinant, -between / determinant, attack / determinant]
                } else {
                    [1.0 / attack, 0.0, 1.0 / defence]
                }
            })
            .collect();
        let globals = Cholesky::new(layout.len() - layout.mu(), operator.globals()).ok();
        Self { layout, diagonal, blocks, globals }
    }

    pub(super) fn solve(&self, residual: &[f64], into: &mut [f64]) {
        let n = self.layout.teams;
        for (team, [attack, between, defence]) in self.blocks.iter().enumerate() {
            into[team] = attack * residual[team] + between * residual[n + team];
            into[n + team] = between * residual[team] + defence * residual[n + team];
        }
        let globals = self.layout.mu();
        for place in 2 * n..globals {
            into[place] = residual[place] / self.diagonal[place];
        }
        into[globals..].copy_from_slice(&residual[globals..]);
        match &self.globals {
            Some(cholesky) => cholesky.solve(&mut into[globals..]),
            None => {
                for (into, diagonal) in into[globals..].iter_mut().zip(&self.diagonal[globals..]) {
                    *into /= diagonal;
                }
            }
        }
    }
}
