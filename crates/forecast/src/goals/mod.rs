//! Static goal models: weighted matches in, fitted strengths with diagnostics out, a score grid for any pairing.
//!
//! All families share the goal rates of both sides (Maher 1982):
//!
//! ```text
//! ln λ = μ + home + own home effect + attack(home side) - defence(away side) + covariates + ln(minutes / 90)
//! ln μ = μ +                          attack(away side) - defence(home side) + covariates + ln(minutes / 90)
//! ```
//!
//! without the home effects on neutral ground. Strengths are shrunk towards 0 by Gaussian priors whose precisions are
//! given or estimated ([`Shrinkage`]); a team without matches is an average team. A [`Family`] says how goals are
//! distributed around the rates. [`fit()`] maximises the penalised likelihood by Newton steps with the exact Hessian and
//! hides nothing: see [`FitReport`].
//!
//! ```
//! use byline_forecast::goals::{Family, Options, Pairing, Precision, Shrinkage, fit};
//! use byline_forecast::{Class, History, Played};
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let match_of = |home, away, goals| Played {
//!     day: 0, home, away, goals, neutral: false, class: Class::Club, minutes: 90, shoot_out: None, region: None,
//! };
//! let history = History::new(
//!     ["Reds", "Blues", "Greens"].map(String::from).to_vec(),
//!     vec![match_of(0, 1, [3, 1]), match_of(1, 2, [2, 2]), match_of(2, 0, [0, 2])],
//! )?;
//! let mut options = Options::new(Family::DixonColes);
//! options.shrinkage = Shrinkage::single(Precision::Given(1.0));
//! let fitted = fit(&history, 1, &options)?;
//! assert!(fitted.report().reason.converged());
//! let grid = fitted.grid(&Pairing::at_home(0, 2))?;
//! assert!(grid.win()[0] > grid.win()[2]);
//! # Ok(())
//! # }
//! ```

mod ascent;
mod bivariate;
mod cells;
mod components;
mod conway;
mod family;
mod fit;
mod fitted;
mod frank;
mod information;
mod jet;
mod layout;
mod objective;
mod options;
mod own;
mod report;
mod shrinkage;
mod uncertainty;
mod weibull;

#[cfg(test)]
mod tests;

pub use family::Family;
pub use fit::{fit, fit_from};
pub use fitted::{Fitted, GoalModel, GridOutcome, Pairing, Parameters};
pub use options::{Covariate, GoalsError, Options, Precision, Shrinkage};
pub use own::OwnParameter;
pub use report::{FitReport, Precisions, Reason};
pub use uncertainty::{StandardErrors, Uncertainty};
