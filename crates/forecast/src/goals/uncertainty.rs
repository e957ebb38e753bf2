//! How sure a fit is of its parameters and of the rates of a pairing.

use super::fitted::{Fitted, Pairing};
use super::information::Information;
use super::options::GoalsError;
use super::report::Precisions;
use crate::linear::Cholesky;

/// The inverse of the information matrix at the optimum: the covariance of the estimates (with shrinkage, of the normal
/// approximation to the posterior).
#[derive(Clone, Debug)]
pub struct Uncertainty<'a> {
    fitted: &'a Fitted,
    cholesky: Cholesky,
}

/// Standard errors, in the shape of [`crate::goals::Parameters`].
#[derive(Clone, Debug, PartialEq)]
pub struct StandardErrors {
    /// Of μ.
    pub mu: f64,
    /// Of the home effect; `None` if no match was at home.
    pub home: Option<f64>,
    /// Of attacks, by number of the team in the history; for a team not seen the prior's standard deviation.
    pub attack: Vec<f64>,
    /// Of defences.
    pub defence: Vec<f64>,
    /// Of own home effects; empty if the model has none.
    pub team_home: Vec<f64>,
    /// Of covariates.
    pub covariates: Vec<Option<f64>>,
    /// Of the family's own parameters; `None` for one on a bound.
    pub extras: Vec<Option<f64>>,
}

impl Fitted {
    /// Inverts the exact information matrix, of order twice the number of teams and a few more: milliseconds for a
    /// league, tens for all national teams.
    ///
    /// # Errors
    /// If the matches do not determine the parameters, as always without shrinkage, where a constant can be moved from all
    /// attacks to μ.
    pub fn uncertainty(&self) -> Result<Uncertainty<'_>, GoalsError> {
        let information = Information {
            cells: &self.cells,
            layout: self.layout,
            prior: self.report().precisions,
            curvature: &self.curvature,
            held: &self.held,
        };
        let cholesky = Cholesky::new(self.layout.len(), information.dense()).map_err(|_| GoalsError::NotDetermined)?;
        Ok(Uncertainty { fitted: self, cholesky })
    }
}

impl Precisions {
    /// Variance of attack and of defence of a team of which only the prior is known, and their covariance.
    fn unseen(self) -> (f64, f64) {
        ((1.0 / self.strength + 1.0 / self.style) / 2.0, (1.0 / self.strength - 1.0 / self.style) / 2.0)
    }
}

impl Uncertainty<'_> {
    /// The smallest pivot of the information matrix: near 0 where a direction is hardly determined.
    #[must_use]
    pub fn smallest_pivot(&self) -> f64 {
        self.cholesky.smallest_pivot()
    }

    /// Standard errors of all parameters.
    #[must_use]
    pub fn standard_errors(&self) -> StandardErrors {
        let Fitted { layout, held, cells, .. } = self.fitted;
        let prior = self.fitted.report().precisions;
        let errors: Vec<f64> = self.cholesky.inverse_diagonal().into_iter().map(f64::sqrt).collect();
        let free = |place: usize| (!held.contains(&place)).then_some(errors[place]);
        let spread = |start: usize, unseen: f64| -> Vec<f64> {
            cells.places.iter().map(|place| place.map_or(unseen, |place| errors[start + place as usize])).collect()
        };
        let unseen = prior.unseen().0.sqrt();
        StandardErrors {
            mu: errors[layout.mu()],
            home: free(layout.home()),
            attack: spread(0, unseen),
            defence: spread(layout.defence(), unseen),
            team_home: if layout.team_home {
                spread(layout.own_home(), 1.0 / prior.team_home.sqrt())
            } else {
                Vec::new()
            },
            covariates: (layout.covariate()..layout.extra()).map(free).collect(),
            extras: (layout.extra()..layout.len()).map(free).collect(),
        }
    }

    /// Covariance matrix of the two log rates of a pairing (variances in square nats on the diagonal). Teams not seen add
    /// the prior's variance.
    ///
    /// # Errors
    /// If the pairing has not as many covariates as the model.
    pub fn log_rates(&self, pairing: &Pairing) -> Result<[[f64; 2]; 2], GoalsError> {
        // The same checks as for the rates themselves.
        self.fitted.parameters().log_rates(pairing)?;
        let Fitted { layout, held, cells, .. } = self.fitted;
        let place = |team: u32| cells.places.get(team as usize).copied().flatten();
        let sides = [place(pairing.home), place(pairing.away)];
        let at_home = if pairing.neutral { 0.0 } else { 1.0 };
        let mut rows = layout.rows(sides, at_home, &pairing.covariates);
        for row in &mut rows {
            row.retain(|(place, _)| !held.contains(place));
        }
        let solved = rows.each_ref().map(|row| {
            let mut x = vec![0.0; layout.len()];
            for &(place, by) in row {
                x[place] += by;
            }
            self.cholesky.solve(&mut x);
            x
        });
        let product = |a: usize, b: usize| rows[a].iter().map(|&(place, by)| by * solved[b][place]).sum::<f64>();
        let mut covariance = [[product(0, 0), product(0, 1)], [product(1, 0), product(1, 1)]];
        let prior = self.fitted.report().precisions;
        let (variance, between) = prior.unseen();
        for (side, _) in sides.iter().enumerate().filter(|(_, place)| place.is_none()) {
            covariance[0][0] += variance;
            covariance[1][1] += variance;
            // Attack enters one rate, minus defence the other.
            covariance[0][1] -= between;
            covariance[1][0] -= between;
            if side == 0 && layout.team_home {
                covariance[0][0] += at_home / prior.team_home;
            }
        }
        Ok(covariance)
    }
}
