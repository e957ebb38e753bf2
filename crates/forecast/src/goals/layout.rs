//! Where each parameter stands in the vector of all, and how matches depend on them.

use super::family::MOST_EXTRAS;

/// Order of parameters: attack of every team, defence of every team, own home effect of every team (or none), μ, home,
/// covariates, the family's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    pub teams: usize,
    pub team_home: bool,
    pub covariates: usize,
    pub extras: usize,
}

/// The teams of a cell, numbered within the fit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link {
    pub home: u32,
    pub away: u32,
    /// 1 if the home side was at home, 0 on neutral ground.
    pub at_home: f64,
}

impl Layout {
    pub(super) const fn defence(self) -> usize {
        self.teams
    }

    pub(super) const fn own_home(self) -> usize {
        2 * self.teams
    }

    pub(super) const fn mu(self) -> usize {
        if self.team_home { 3 * self.teams } else { 2 * self.teams }
    }

    pub(super) const fn home(self) -> usize {
        self.mu() + 1
    }

    pub(super) const fn covariate(self) -> usize {
        self.mu() + 2
    }

    pub(super) const fn extra(self) -> usize {
        self.covariate() + self.covariates
    }

    pub(super) const fn len(self) -> usize {
        self.extra() + self.extras
    }

    /// The two linear predictors of a cell.
    #[inline]
    pub(super) fn predict(self, at: &[f64], link: Link, covariates: &[[f64; 2]]) -> [f64; 2] {
        let (i, j) = (link.home as usize, link.away as usize);
        let (attack, defence) = (&at[..self.teams], &at[self.teams..2 * self.teams]);
        let mu = at[self.mu()];
        let mut home = mu + attack[i] - defence[j] + link.at_home * at[self.home()];
        let mut away = mu + attack[j] - defence[i];
        if self.team_home {
            home += link.at_home * at[self.own_home() + i];
        }
        for (z, beta) in covariates.iter().zip(&at[self.covariate()..]) {
            home += z[0] * beta;
            away += z[1] * beta;
        }
        [home, away]
    }

    /// Adds what a cell contributes to a vector over the parameters: the transpose of [`Layout::predict`].
    #[inline]
    pub(super) fn scatter(self, into: &mut [f64], link: Link, covariates: &[[f64; 2]], [home, away]: [f64; 2]) {
        let (i, j) = (link.home as usize, link.away as usize);
        let (attack, rest) = into.split_at_mut(self.teams);
        attack[i] += home;
        attack[j] += away;
        let (defence, rest) = rest.split_at_mut(self.teams);
        defence[j] -= home;
        defence[i] -= away;
        let offset = self.mu() - 2 * self.teams;
        if self.team_home {
            rest[i] += link.at_home * home;
        }
        rest[offset] += home + away;
        rest[offset + 1] += link.at_home * home;
        for (z, sum) in covariates.iter().zip(&mut rest[offset + 2..]) {
            *sum += z[0] * home + z[1] * away;
        }
    }

    /// The family's own parameters, padded.
    pub(super) fn extras_of(self, at: &[f64]) -> [f64; MOST_EXTRAS] {
        let own = &at[self.extra()..];
        std::array::from_fn(|place| own.get(place).copied().unwrap_or(0.0))
    }

    /// Parameters and coefficients of the home and the away predictor; a team that is not in the fit has none.
    pub(super) fn rows(
        self,
        [home, away]: [Option<u32>; 2],
        at_home: f64,
        covariates: &[[f64; 2]],
    ) -> [Vec<(usize, f64)>; 2] {
        let strengths = |own: Option<u32>, other: Option<u32>| {
            let attack = own.map(|team| (team as usize, 1.0));
            let defence = other.map(|team| (self.defence() + team as usize, -1.0));
            [attack, defence, Some((self.mu(), 1.0))].into_iter().flatten().collect::<Vec<_>>()
        };
        let mut rows = [strengths(home, away), strengths(away, home)];
        if at_home > 0.0 {
            rows[0].push((self.home(), at_home));
            if let (true, Some(team)) = (self.team_home, home) {
                rows[0].push((self.own_home() + team as usize, at_home));
            }
        }
        for (place, z) in covariates.iter().enumerate() {
            rows[0].push((self.covariate() + place, z[0]));
            rows[1].push((self.covariate() + place, z[1]));
        }
        rows
    }
}
