//! The families of goal models: which parameters they add to the goal rates, and the log-probability of a score.

use super::bivariate;
use super::conway::ConwayTables;
use super::frank;
use super::jet::Number;
use super::weibull::WeibullTables;

/// How many parameters a family adds at most.
pub(super) const MOST_EXTRAS: usize = 3;

/// How goals are distributed, given the goal rates λ of the home side and μ of the away side.
///
/// Every family but the first contains the Poisson family as a special case, and a fit starts there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Family {
    /// Two independent Poisson counts (Maher 1982).
    Poisson,
    /// Poisson counts whose four lowest scores are corrected by ρ (Dixon & Coles 1997): 0-0 by 1 - λμρ, 0-1 by 1 + λρ,
    /// 1-0 by 1 + μρ, 1-1 by 1 - ρ. For a pairing whose rates make one of these negative, ρ is cut to the end of its
    /// valid interval, max(-1/λ, -1/μ) to min(1/(λμ), 1); [`crate::goals::GridOutcome`] and
    /// [`crate::goals::FitReport::rho_limited`] tell where.
    DixonColes,
    /// X = A + C, Y = B + C with Poisson counts A, B, C (Karlis & Ntzoufras 2003). λ and μ are the rates of A and B; the
    /// rate of C in ninety minutes, `common_rate`, is the covariance and 0 or more.
    BivariatePoisson,
    /// Bivariate Poisson, mixed with probability `inflation` with a draw of k-k, k geometric: (1 - q) qᵏ, q =
    /// `inflation_ratio` (Karlis & Ntzoufras 2003).
    DiagonalInflated,
    /// Two independent negative binomial counts with means λ and μ and variance m + `dispersion` m²; the dispersion is
    /// one over the size, and 0 is Poisson.
    NegativeBinomial,
    /// Independent Poisson counts, mixed with probability `inflation` with 0-0.
    ZeroInflated,
    /// Two independent Conway-Maxwell-Poisson counts, P(x) proportional to (mˣ/x!)^ν with ν = `dispersion`: m is the
    /// rate λ or μ here (the form of Guikema & Goffelt 2008), near the mode; the mean is about m + 1/(2ν) - 1/2. Above 1,
    /// ν means less spread than Poisson.
    ConwayMaxwellPoisson,
    /// Counts of renewal processes whose waiting times have the Weibull survival exp(-λ tᶜ), with c = `shape`, t = 1 at
    /// the end (McShane et al. 2008), joined by Frank's copula with κ = `copula` (Boshnakov, Kharrat & McHale 2017).
    /// The rate λ is the mean only for c = 1.
    WeibullCopula,
}

/// A parameter a family adds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Extra {
    pub name: &'static str,
    /// Its value in the special case.
    pub special: f64,
    pub least: f64,
    pub most: f64,
}

/// What a family computes once for given extra parameters.
#[derive(Clone, Debug)]
pub(super) enum Tables {
    Nothing,
    Conway(ConwayTables),
    Weibull(WeibullTables),
}

impl Family {
    /// All of them, the simplest first.
    pub const ALL: [Self; 8] = [
        Self::Poisson,
        Self::DixonColes,
        Self::BivariatePoisson,
        Self::DiagonalInflated,
        Self::NegativeBinomial,
        Self::ZeroInflated,
        Self::ConwayMaxwellPoisson,
        Self::WeibullCopula,
    ];

    /// The family's name, as in commands: `dixon-coles`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Poisson => "poisson",
            Self::DixonColes => "dixon-coles",
            Self::BivariatePoisson => "bivariate-poisson",
            Self::DiagonalInflated => "diagonal-inflated",
            Self::NegativeBinomial => "negative-binomial",
            Self::ZeroInflated => "zero-inflated",
            Self::ConwayMaxwellPoisson => "conway-maxwell-poisson",
            Self::WeibullCopula => "weibull-copula",
        }
    }

    /// The family it contains, from whose optimum its fit starts.
    #[must_use]
    pub const fn special_case(self) -> Option<Self> {
        match self {
            Self::Poisson => None,
            Self::DiagonalInflated => Some(Self::BivariatePoisson),
            _ => Some(Self::Poisson),
        }
    }

    pub(super) const fn extras(self) -> &'static [Extra] {
        const fn extra(name: &'static str, special: f64, least: f64, most: f64) -> Extra {
            Extra { name, special, least, most }
        }
        const RHO: Extra = extra("rho", 0.0, f64::NEG_INFINITY, f64::INFINITY);
        const COMMON: Extra = extra("common_rate", 0.0, 0.0, f64::INFINITY);
        const INFLATION: Extra = extra("inflation", 0.0, 0.0, 1.0);
        const RATIO: Extra = extra("inflation_ratio", 0.25, 0.0, 1.0);
        const SIZE: Extra = extra("dispersion", 0.0, 0.0, f64::INFINITY);
        const NU: Extra = extra("dispersion", 1.0, 0.05, 20.0);
        const SHAPE: Extra = extra("shape", 1.0, 0.3, 3.0);
        const KAPPA: Extra = extra("copula", 0.0, -30.0, 30.0);
        match self {
            Self::Poisson => &[],
            Self::DixonColes => &[RHO],
            Self::BivariatePoisson => &[COMMON],
            Self::DiagonalInflated => &[COMMON, INFLATION, RATIO],
            Self::NegativeBinomial => &[SIZE],
            Self::ZeroInflated => &[INFLATION],
            Self::ConwayMaxwellPoisson => &[NU],
            Self::WeibullCopula => &[SHAPE, KAPPA],
        }
    }

    /// What is computed once for given extra parameters, for counts up to `most_goals` and rates up to `most_rate`. `None`
    /// where the family has no distribution for them, or none that can be computed.
    pub(super) fn tables(self, extra: &[f64], most_goals: usize, most_rate: f64) -> Option<Tables> {
        Some(match self {
            Self::ConwayMaxwellPoisson => Tables::Conway(ConwayTables::new(extra[0], most_rate)?),
            Self::WeibullCopula => Tables::Weibull(WeibullTables::new(extra[0], most_goals, most_rate)?),
            _ => Tables::Nothing,
        })
    }

    /// Gives the log-probability of each score to `sink`. `log_rates` are those of the whole match, `exposure` its length
    /// over ninety minutes. `None` where a probability is not positive or no number.
    pub(super) fn visit<T: Number>(
        self,
        tables: &Tables,
        log_rates: [T; 2],
        extra: [T; MOST_EXTRAS],
        exposure: f64,
        scores: impl Iterator<Item = [usize; 2]>,
        mut sink: impl FnMut(T),
    ) -> Option<()> {
        let mut put = |log_probability: T| {
            let fine = log_probability.value().is_finite();
            sink(log_probability);
            fine.then_some(())
        };
        let [first, second, third] = extra;
        let rates = log_rates.map(T::exp);
        let marginal = [0, 1].map(|side| move |goals: usize| poisson(goals, log_rates[side], rates[side]));
        let independent = |[x, y]: [usize; 2]| marginal[0](x) + marginal[1](y);
        match (self, tables) {
            (Self::DixonColes, _) => {
                for score in scores {
                    let correction = correction(score, rates, first);
                    if correction.value() <= 0.0 {
                        return None;
                    }
                    put(independent(score) + correction.ln())?;
                }
            }
            (Self::BivariatePoisson | Self::DiagonalInflated, _) => {
                let bivariate = bivariate::Bivariate::new(log_rates, rates, first.times(exposure));
                for score in scores {
                    let inside = bivariate.log_probability(score);
                    put(if self == Self::BivariatePoisson {
                        inside
                    } else {
                        bivariate::inflated(inside, score, second, third)
                    })?;
                }
            }
            (Self::NegativeBinomial, _) => {
                let side = |goals: usize, side: usize| negative_binomial(goals, log_rates[side], rates[side], first);
                for [x, y] in scores {
                    put(side(x, 0) + side(y, 1))?;
                }
            }
            (Self::ZeroInflated, _) => {
                for score in scores {
                    put(mixed(independent(score), first, (score == [0, 0]).then(|| T::constant(1.0))))?;
                }
            }
            (Self::ConwayMaxwellPoisson, Tables::Conway(tables)) => {
                let normaliser = [tables.normaliser(log_rates[0], first)?, tables.normaliser(log_rates[1], first)?];
                let side = |goals: usize, side: usize| {
                    first * (log_rates[side].times(goals as f64).plus(-log_factorial(goals))) - normaliser[side]
                };
                for [x, y] in scores {
                    put(side(x, 0) + side(y, 1))?;
                }
            }
            (Self::WeibullCopula, Tables::Weibull(tables)) => {
                let scores: Vec<[usize; 2]> = scores.collect();
                let most = |side: usize| scores.iter().map(|score| score[side]).max().unwrap_or(0);
                let home = tables.counts(log_rates[0], first, most(0))?;
                let away = tables.counts(log_rates[1], first, most(1))?;
                for [x, y] in scores {
                    put(frank::log_probability(home.get(x)?, away.get(y)?, second))?;
                }
            }
            _ => {
                for score in scores {
                    put(independent(score))?;
                }
            }
        }
        Some(())
    }
}

/// ln n!
pub(super) fn log_factorial(n: usize) -> f64 {
    if n < 2 { 0.0 } else { libm::lgamma((n + 1) as f64) }
}

/// ln of a Poisson probability.
pub(super) fn poisson<T: Number>(goals: usize, log_rate: T, rate: T) -> T {
    log_rate.times(goals as f64).plus(-log_factorial(goals)) - rate
}

/// Dixon and Coles's correction of a score (1997, equation 4.3); 1 but for the four lowest.
pub(super) fn correction<T: Number>(score: [usize; 2], [home, away]: [T; 2], rho: T) -> T {
    match score {
        [0, 0] => T::constant(1.0) - home * away * rho,
        [0, 1] => (home * rho).plus(1.0),
        [1, 0] => (away * rho).plus(1.0),
        [1, 1] => T::constant(1.0) - rho,
        _ => T::constant(1.0),
    }
}

/// The interval of ρ in which none of the four corrections is negative (Dixon & Coles 1997).
pub(super) fn rho_interval([home, away]: [f64; 2]) -> (f64, f64) {
    ((-1.0 / home).max(-1.0 / away), (1.0 / (home * away)).min(1.0))
}

/// ln of a mixture: with probability `chance` the other distribution, which gives the score `other` (nothing if `None`).
pub(super) fn mixed<T: Number>(log_probability: T, chance: T, other: Option<T>) -> T {
    let stay = T::constant(1.0) - chance;
    match other {
        None => log_probability + stay.ln(),
        Some(other) => (stay * log_probability.exp() + chance * other).ln(),
    }
}

/// ln of a negative binomial probability with a mean and the inverse of the size, which may be 0.
fn negative_binomial<T: Number>(goals: usize, log_mean: T, mean: T, dispersion: T) -> T {
    let product = dispersion * mean;
    let mut log = log_mean.times(goals as f64).plus(-log_factorial(goals)) - mean * product.log1p_ratio();
    if goals > 0 {
        log = log - product.plus(1.0).ln().times(goals as f64);
    }
    for below in 1..goals {
        log = log + dispersion.times(below as f64).plus(1.0).ln();
    }
    log
}
