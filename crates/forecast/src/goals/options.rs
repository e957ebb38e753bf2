//! What a fit is asked to do.

use super::family::Family;
use crate::Class;

/// How strongly a kind of effects is drawn to 0: the precision (one over the variance) of its Gaussian prior.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Precision {
    /// This precision, 0 or more. 0 is no shrinkage; see [`crate::goals::FitReport::runs_off`].
    Given(f64),
    /// The precision under which the matches are likeliest, by Laplace's approximation of the marginal likelihood.
    Estimated,
}

/// Shrinkage of the team effects.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shrinkage {
    /// Precision of strength, (attack + defence) / √2; of attack and defence alike where `style` is `None`.
    pub strength: Precision,
    /// Precision of style, (attack - defence) / √2: how open a team's matches are. `None`: that of strength.
    pub style: Option<Precision>,
    /// Precision of each team's own deviation from the common home effect. `None`: there is no such deviation.
    pub team_home: Option<Precision>,
}

impl Shrinkage {
    /// One precision for attack and defence, no home effects of single teams.
    #[must_use]
    pub const fn single(precision: Precision) -> Self {
        Self { strength: precision, style: None, team_home: None }
    }

    /// Strength and style each with a precision, no home effects of single teams.
    #[must_use]
    pub const fn two(strength: Precision, style: Precision) -> Self {
        Self { strength, style: Some(style), team_home: None }
    }
}

/// Something known of both sides of every match that moves their log goal rates.
#[derive(Clone, Debug, PartialEq)]
pub struct Covariate {
    /// What it is, for reports.
    pub name: String,
    /// For every match of the history, in its order: the value for the home side's and the away side's log rate.
    pub values: Vec<[f64; 2]>,
}

/// What to fit, to which matches, how weighted.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// The distribution of goals.
    pub family: Family,
    /// First day that counts; `None`: all.
    pub since: Option<i32>,
    /// Days after which a match counts half; `None`: all count alike. The decay rate ξ of Dixon & Coles is ln 2 over it.
    pub half_life: Option<f64>,
    /// Weights of classes, 0 or more; classes not listed have weight 1.
    pub class_weights: Vec<(Class, f64)>,
    /// How team effects are shrunk.
    pub shrinkage: Shrinkage,
    /// Covariates, often none.
    pub covariates: Vec<Covariate>,
    /// Newton steps after which the search is given up and the report says so.
    pub max_iterations: u32,
    /// The search ends when no first derivative of the penalised log-likelihood exceeds this.
    pub tolerance: f64,
}

impl Options {
    /// A family fitted to all matches alike, strength and style shrunk by estimated precisions.
    #[must_use]
    pub const fn new(family: Family) -> Self {
        Self {
            family,
            since: None,
            half_life: None,
            class_weights: Vec::new(),
            shrinkage: Shrinkage::two(Precision::Estimated, Precision::Estimated),
            covariates: Vec::new(),
            max_iterations: 200,
            tolerance: 1e-6,
        }
    }

    pub(super) fn check(&self, matches: usize) -> Result<(), GoalsError> {
        let number = |what: &'static str, value: f64, fine: bool| {
            if fine && value.is_finite() { Ok(()) } else { Err(GoalsError::Option { what, value }) }
        };
        if let Some(days) = self.half_life {
            number("half-life in days", days, days > 0.0)?;
        }
        number("tolerance", self.tolerance, self.tolerance > 0.0)?;
        for (_, weight) in &self.class_weights {
            number("weight of a class", *weight, *weight >= 0.0)?;
        }
        let Shrinkage { strength, style, team_home } = self.shrinkage;
        for precision in [Some(strength), style, team_home].into_iter().flatten() {
            if let Precision::Given(value) = precision {
                number("precision of the shrinkage", value, value >= 0.0)?;
            }
        }
        for covariate in &self.covariates {
            if covariate.values.len() != matches {
                let (name, found) = (covariate.name.clone(), covariate.values.len());
                return Err(GoalsError::Covariate { name, expected: matches, found });
            }
            for value in covariate.values.iter().flatten() {
                number("covariate", *value, true)?;
            }
        }
        Ok(())
    }

    pub(super) fn class_weight(&self, class: Class) -> f64 {
        self.class_weights.iter().find(|(of, _)| *of == class).map_or(1.0, |(_, weight)| *weight)
    }
}

/// Why there is no fitted goal model, or no answer from one.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum GoalsError {
    /// No match has a weight.
    #[error("no match before day {as_of} has a weight; a goal model needs at least one")]
    NoMatches {
        /// The day of the fit.
        as_of: i32,
    },
    /// An option is out of its range.
    #[error("the {what} cannot be {value}")]
    Option {
        /// Which.
        what: &'static str,
        /// What was given.
        value: f64,
    },
    /// A covariate does not belong to the history.
    #[error("covariate {name} has {found} values for {expected} matches; it needs one pair for each")]
    Covariate {
        /// Its name.
        name: String,
        /// Number of matches.
        expected: usize,
        /// Number of values.
        found: usize,
    },
    /// A pairing has the wrong number of covariates.
    #[error("the model has {expected} covariates, but the pairing gives {found}")]
    PairingCovariates {
        /// Number in the model.
        expected: usize,
        /// Number given.
        found: usize,
    },
    /// The likelihood cannot be computed at the start of the search.
    #[error("the {family} likelihood of these matches cannot be computed; are there scores far from football's?")]
    Start {
        /// The family's name.
        family: &'static str,
    },
    /// The matches do not determine the parameters, so there are no standard errors.
    #[error(
        "the matches do not determine all parameters, so there are no standard errors; shrink the team effects (precision above 0)"
    )]
    NotDetermined,
    /// A pairing's rates are so high or low that there is no grid.
    #[error("no score grid for goal rates {home} and {away}; they must be between 0 and 100, exposure included")]
    Rates {
        /// Rate of the home side.
        home: f64,
        /// Rate of the away side.
        away: f64,
    },
}
