//! The dynamic model: strengths that move with time, filtered match by match over the whole history.
//!
//! # Model
//! A team i has a strength `s`, a form `f`, a style `t` and a home advantage `u`. Goals in ninety minutes of team i at
//! home to team j are Poisson given
//!
//! ```text
//! ln λ = m + a + (u + v) / 2 + (g (sᵢ + fᵢ − sⱼ − fⱼ) + tᵢ + tⱼ) / 2
//! ln μ = m + b − (u + v) / 2 − (g (sᵢ + fᵢ − sⱼ − fⱼ) − tᵢ − tⱼ) / 2
//! ```
//!
//! with the level `m`, the home advantage `a` of the home side and `b` of its opponent (none on neutral ground, less
//! in friendlies), and `v` the home advantage common to the confederation of the home side. Where neither side is at
//! home, the side playing in its own part of the world has a little of it (`region`).
//!
//! * `s` moves as a random walk in calendar time: a long gap is a large step. Newcomers take larger ones. A team's first strength is that of its
//!   confederation, itself uncertain and slowly moving, plus its own deviation; so teams that have never met are
//!   connected through everybody either has met. The covariances of all strengths are kept.
//! * `f` and `t` return to zero at their own pace (Ornstein-Uhlenbeck processes); their posterior covariances between
//!   teams are dropped after each match (assumed-density filtering), as are those of `u`, `v`, `m`, `a` and `b`.
//! * After each match the two log rates are updated to the mode of their posterior (Laplace) with a negative
//!   binomial likelihood, which takes a little weight from very large scores, and the correction is passed on to every
//!   component by its covariance with them (the Kalman gain).
//!
//! Before a match the log rates are Gaussian, so goals are Poisson mixed over them: negative binomial by matching
//! mean and variance of the rate, with the dependence of Dixon and Coles at low scores.
//!
//! The idea goes back to Rue and Salvesen (2000) and Koopman and Lit (2015); strength and style in place of attack
//! and defence, and the covariances over confederations, are what lets one run over 150 years of internationals.
//!
//! # Around it
//! [`tune`](tune()) searches the settings that leave past scores least surprising; [`smoothed`] and [`path`] tell how
//! good teams were by all that came before and after; [`crate::bayes`] checks the filter against the posterior it
//! approximates: on the World Cups since 1990, strengths differ by 0.05 standard deviations (root mean square).

mod filter;
mod forecaster;
mod outlook;
mod settings;
#[cfg(test)]
pub(crate) mod simulate;
mod smooth;
mod stack;
mod standing;
mod state;
mod strengths;
#[cfg(test)]
mod tests;
mod tune;

pub use filter::Filter;
pub(crate) use filter::{START, YEAR, years};
pub use forecaster::{Forecast, Forecaster, INTERVAL_LEVEL};
pub use outlook::{Occasion, Outlook};
pub use settings::Settings;
pub use smooth::{Moment, TeamStrength, filtered, path, smoothed};
pub use stack::{PACES, Stack};
pub use standing::Standing;
pub use strengths::{HEADER, Strengths, StrengthsError};
pub use tune::{Options, Parameter, Tuned, predictive, tune};
