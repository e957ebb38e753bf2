//! The parameters of families, for those who write models down.

use super::Family;

/// A parameter that a family adds to the goal rates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OwnParameter {
    /// Its name: `rho`.
    pub name: &'static str,
    /// Its least value; minus infinity if none.
    pub least: f64,
    /// Its greatest value.
    pub most: f64,
}

impl Family {
    /// The parameters it adds, in the order of [`super::Parameters::extras`].
    #[must_use]
    pub fn own_parameters(self) -> Vec<OwnParameter> {
        self.extras().iter().map(|own| OwnParameter { name: own.name, least: own.least, most: own.most }).collect()
    }
}
