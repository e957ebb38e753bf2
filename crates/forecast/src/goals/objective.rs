//! The penalised log-likelihood with its exact first and second derivatives.

use super::cells::{Cells, Tally};
use super::family::{Family, MOST_EXTRAS, rho_interval};
use super::jet::{Jet, Number};
use super::layout::Layout;
use super::report::Precisions;

/// The negative second derivatives of the log-likelihood, by cell.
#[derive(Clone, Debug, Default)]
pub(super) struct Curvature {
    /// By the two log rates: home-home, home-away, away-away.
    pub cells: Vec<[f64; 3]>,
    /// By each of the family's own parameters and all that stand before them.
    pub borders: Vec<Vec<f64>>,
    /// By the family's own parameters.
    pub extras: [[f64; MOST_EXTRAS]; MOST_EXTRAS],
}

/// The objective at a point.
#[derive(Clone, Debug)]
pub(super) struct Evaluation {
    pub log_likelihood: f64,
    pub penalised: f64,
    pub gradient: Vec<f64>,
    pub curvature: Curvature,
}

/// What is maximised.
#[derive(Clone, Copy, Debug)]
pub(super) struct Objective<'a> {
    pub cells: &'a Cells,
    pub layout: Layout,
    pub family: Family,
    pub prior: Precisions,
    pub totals: &'a [f64],
}

impl Precisions {
    /// Precision of attack and of defence, and the entry between the two of one team.
    pub(super) fn pair(self) -> (f64, f64) {
        ((self.strength + self.style) / 2.0, (self.strength - self.style) / 2.0)
    }

    /// The prior's precision matrix times a vector, added to `into`.
    pub(super) fn apply(self, layout: Layout, v: &[f64], into: &mut [f64]) {
        let (own, between) = self.pair();
        let n = layout.teams;
        for team in 0..n {
            into[team] += own * v[team] + between * v[n + team];
            into[n + team] += own * v[n + team] + between * v[team];
        }
        if layout.team_home {
            for place in 2 * n..3 * n {
                into[place] += self.team_home * v[place];
            }
        }
    }
}

impl Objective<'_> {
    /// Value and derivatives. `None` outside the domain of the family, or where a number overflows.
    pub(super) fn at(&self, at: &[f64]) -> Option<Evaluation> {
        let mut evaluation = match self.family {
            Family::Poisson | Family::DixonColes => self.sums(at)?,
            _ => self.scores(at)?,
        };
        let mut pull = vec![0.0; at.len()];
        self.prior.apply(self.layout, at, &mut pull);
        let penalty: f64 = pull.iter().zip(at).map(|(pull, at)| 0.5 * pull * at).sum();
        for (slope, pull) in evaluation.gradient.iter_mut().zip(&pull) {
            *slope -= pull;
        }
        evaluation.penalised = evaluation.log_likelihood - penalty;
        let fine = evaluation.penalised.is_finite() && evaluation.gradient.iter().all(|slope| slope.is_finite());
        fine.then_some(evaluation)
    }

    /// The range a parameter of the family may have at the present rates: for ρ the interval of Dixon & Coles (1997),
    /// over the cells in which one of the four corrected scores was seen.
    pub(super) fn edges(&self, extra: usize, at: &[f64]) -> (f64, f64) {
        if self.family != Family::DixonColes {
            let of = self.family.extras()[extra];
            return (of.least, of.most);
        }
        let (mut least, mut most) = (f64::NEG_INFINITY, f64::INFINITY);
        for (cell, (&link, tally)) in self.cells.links.iter().zip(&self.cells.tallies).enumerate() {
            if !tally.low_seen() {
                continue;
            }
            let eta = self.layout.predict(at, link, self.cells.covariates_of(cell));
            let (low, high) = rho_interval(eta.map(|eta| tally.exposure * libm::exp(eta)));
            (least, most) = (least.max(low), most.min(high));
        }
        (least, most)
    }

    /// Poisson and Dixon-Coles, from the sums of goals: a handful of products per cell.
    fn sums(&self, at: &[f64]) -> Option<Evaluation> {
        let (layout, cells) = (self.layout, self.cells);
        let exp = |range: std::ops::Range<usize>| at[range].iter().map(|x| libm::exp(*x)).collect::<Vec<f64>>();
        let attack = exp(0..layout.teams);
        let weakness: Vec<f64> = at[layout.defence()..2 * layout.teams].iter().map(|x| libm::exp(-x)).collect();
        let own_home = exp(layout.own_home()..layout.mu());
        let (base, home_effect) = (libm::exp(at[layout.mu()]), libm::exp(at[layout.home()]));
        let rho = (layout.extras > 0).then(|| at[layout.extra()]);
        let mut gradient = self.totals.to_vec();
        let mut border = vec![0.0; if rho.is_some() { layout.extra() } else { 0 }];
        let mut curvature = Curvature { cells: Vec::with_capacity(cells.links.len()), ..Curvature::default() };
        let mut value = cells.constant + gradient.iter().zip(at).map(|(total, at)| total * at).sum::<f64>();
        let (mut slope_rho, mut bend_rho) = (0.0, 0.0);
        if rho.is_some_and(|rho| rho >= 1.0) && cells.one_all > 0.0 {
            return None;
        }
        for (cell, (&link, tally)) in cells.links.iter().zip(&cells.tallies).enumerate() {
            let (i, j) = (link.home as usize, link.away as usize);
            let scale = base * tally.exposure;
            let mut home = scale * attack[i] * weakness[j];
            let mut away = scale * attack[j] * weakness[i];
            if link.at_home > 0.0 {
                home *= home_effect;
                if layout.team_home {
                    home *= own_home[i];
                }
            }
            let covariates = cells.covariates_of(cell);
            if !covariates.is_empty() {
                let betas = &at[layout.covariate()..];
                let sum = |side: usize| covariates.iter().zip(betas).map(|(z, beta)| z[side] * beta).sum();
                home *= libm::exp(sum(0));
                away *= libm::exp(sum(1));
            }
            let expected = [tally.weight * home, tally.weight * away];
            value -= expected[0] + expected[1];
            let mut slope = expected.map(|goals| -goals);
            let mut bend = [expected[0], 0.0, expected[1]];
            if let Some(rho) = rho
                && tally.low_seen()
            {
                let low = LowScores::new(tally, home, away, rho)?;
                value += low.value;
                slope[0] += low.slope[0];
                slope[1] += low.slope[1];
                for (bend, low) in bend.iter_mut().zip(low.bend) {
                    *bend += low;
                }
                slope_rho += low.slope_rho;
                bend_rho += low.bend_rho;
                layout.scatter(&mut border, link, covariates, low.bend_mixed);
            }
            layout.scatter(&mut gradient, link, covariates, slope);
            curvature.cells.push(bend);
        }
        if let Some(rho) = rho {
            let stay = 1.0 - rho;
            value += cells.one_all * libm::log(stay);
            slope_rho -= cells.one_all / stay;
            bend_rho += cells.one_all / (stay * stay);
            gradient[layout.extra()] = slope_rho;
            curvature.extras[0][0] = bend_rho;
            curvature.borders.push(border);
        }
        Some(Evaluation { log_likelihood: value, penalised: value, gradient, curvature })
    }

    /// Any family, score by score.
    fn scores(&self, at: &[f64]) -> Option<Evaluation> {
        const VARIABLES: usize = 2 + MOST_EXTRAS;
        let (layout, cells) = (self.layout, self.cells);
        let extras = layout.extras_of(at);
        let predictors: Vec<[f64; 2]> = cells
            .links
            .iter()
            .zip(&cells.tallies)
            .enumerate()
            .map(|(cell, (&link, tally))| {
                let offset = libm::log(tally.exposure);
                layout.predict(at, link, cells.covariates_of(cell)).map(|eta| eta + offset)
            })
            .collect();
        let most = predictors.iter().flatten().copied().fold(f64::NEG_INFINITY, f64::max);
        let tables = self.family.tables(&extras[..layout.extras], cells.most_goals, libm::exp(most))?;
        let extra_jets = std::array::from_fn(|k| Jet::<VARIABLES>::variable(extras[k], 2 + k));
        let mut gradient = vec![0.0; layout.len()];
        let mut curvature = Curvature {
            cells: Vec::with_capacity(cells.links.len()),
            borders: vec![vec![0.0; layout.extra()]; layout.extras],
            ..Curvature::default()
        };
        let mut value = 0.0;
        for (cell, (&link, tally)) in cells.links.iter().zip(&cells.tallies).enumerate() {
            let eta = [0, 1].map(|side| Jet::<VARIABLES>::variable(predictors[cell][side], side));
            let mut sum = Jet::constant(0.0);
            let seen = cells.scores_of(cell);
            let mut weights = seen.iter().map(|score| score.weight);
            let goals = seen.iter().map(|score| score.goals.map(usize::from));
            self.family.visit(&tables, eta, extra_jets, tally.exposure, goals, |jet| {
                sum = sum + jet.times(weights.next().unwrap_or(0.0));
            })?;
            value += sum.value;
            let Jet { gradient: slope, hessian: bend, .. } = sum;
            let covariates = cells.covariates_of(cell);
            layout.scatter(&mut gradient, link, covariates, [slope[0], slope[1]]);
            curvature.cells.push([-bend[0][0], -bend[1][0], -bend[1][1]]);
            for k in 0..layout.extras {
                gradient[layout.extra() + k] += slope[2 + k];
                layout.scatter(&mut curvature.borders[k], link, covariates, [-bend[2 + k][0], -bend[2 + k][1]]);
                for l in 0..=k {
                    curvature.extras[k][l] -= bend[2 + k][2 + l];
                }
            }
        }
        for k in 0..MOST_EXTRAS {
            for l in 0..k {
                curvature.extras[l][k] = curvature.extras[k][l];
            }
        }
        Some(Evaluation { log_likelihood: value, penalised: value, gradient, curvature })
    }
}

/// What the corrections of the lowest scores add for one cell; that of 1-1 is the same in all cells and not here.
struct LowScores {
    value: f64,
    slope: [f64; 2],
    slope_rho: f64,
    /// Negative second derivatives by the log rates, by ρ, and mixed.
    bend: [f64; 3],
    bend_rho: f64,
    bend_mixed: [f64; 2],
}

impl LowScores {
    /// `None` if one of the four corrections is not positive, whether its score was seen or not.
    #[inline]
    fn new(tally: &Tally, home: f64, away: f64, rho: f64) -> Option<Self> {
        let [nil, to_away, to_home, _] = tally.low;
        let both = home * away;
        let corrections = [1.0 - both * rho, 1.0 + home * rho, 1.0 + away * rho, 1.0 - rho];
        if !corrections.iter().all(|correction| *correction > 0.0) {
            return None;
        }
        let mut low =
            Self { value: 0.0, slope: [0.0; 2], slope_rho: 0.0, bend: [0.0; 3], bend_rho: 0.0, bend_mixed: [0.0; 2] };
        // Each correction is 1 + ρ f with f the rates involved, so that its logarithm has the derivatives ρf/τ by the log
        // rates in f and f/τ by ρ, and the second derivatives ρf/τ², f/τ² and -f²/τ².
        let mut term = |weight: f64, correction: f64, f: f64, home: f64, away: f64| {
            if weight > 0.0 {
                low.value += weight * libm::log(correction);
                let along = weight * f / correction;
                let across = along / correction;
                low.slope[0] += home * rho * along;
                low.slope[1] += away * rho * along;
                low.slope_rho += along;
                low.bend[0] -= home * rho * across;
                low.bend[1] -= home * away * rho * across;
                low.bend[2] -= away * rho * across;
                low.bend_mixed[0] -= home * across;
                low.bend_mixed[1] -= away * across;
                low.bend_rho += across * f;
            }
        };
        term(nil, corrections[0], -both, 1.0, 1.0);
        term(to_away, corrections[1], home, 1.0, 0.0);
        term(to_home, corrections[2], away, 0.0, 1.0);
        Some(low)
    }
}
