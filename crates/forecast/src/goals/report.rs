//! What a fit says about itself.

/// Why the search for the optimum ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// No first derivative exceeds the tolerance: an optimum.
    Gradient,
    /// The next step promises less than rounding can show, though the gradient is above the tolerance: an optimum to all
    /// digits there are.
    Precision,
    /// The valid interval of ρ, which moves with the rates, ends here and the likelihood rises beyond: `rho` is among
    /// [`FitReport::parameters_on_bound`]. No step inside helps; the gradient is not zero.
    Edge,
    /// No step along the ascent direction helps. Not an optimum.
    NoProgress,
    /// The limit of iterations was reached. Not an optimum.
    Iterations,
}

impl Reason {
    /// Whether the search ended at an optimum.
    #[must_use]
    pub const fn converged(self) -> bool {
        matches!(self, Self::Gradient | Self::Precision)
    }
}

/// Precisions of the team effects.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Precisions {
    /// Of (attack + defence) / √2.
    pub strength: f64,
    /// Of (attack - defence) / √2.
    pub style: f64,
    /// Of a team's deviation from the common home effect; infinite where there is none.
    pub team_home: f64,
}

/// How a fit went.
#[derive(Clone, Debug, PartialEq)]
pub struct FitReport {
    /// Weighted log-likelihood, factorials included, in nats. Comparable between families.
    pub log_likelihood: f64,
    /// The log-likelihood less the penalty ½ Σ precision × effect²: what was maximised.
    pub penalised: f64,
    /// Laplace's approximation of the log marginal likelihood (team effects integrated out), where a precision was
    /// estimated.
    pub marginal: Option<f64>,
    /// Newton steps of all stages, those of special cases the search started from included.
    pub iterations: u32,
    /// Largest absolute first derivative of the penalised log-likelihood at the end, parameters on a bound left out.
    pub gradient_norm: f64,
    /// Why the search ended.
    pub reason: Reason,
    /// Matches with a weight.
    pub matches: usize,
    /// Sum of their weights.
    pub weight: f64,
    /// Teams in them.
    pub teams: usize,
    /// Parameters that lie on a bound of their range, where the likelihood still rises outwards (or not at all).
    pub parameters_on_bound: Vec<String>,
    /// Parameters the matches drive towards infinity: as the attack of a team that never scored, without shrinkage. Their
    /// values are where the search stopped; the likelihood has no maximum.
    pub runs_off: Vec<String>,
    /// Parameters that nothing in the matches depends on: `home` without a match at home.
    pub undetermined: Vec<String>,
    /// Pairings of the fit (teams, ground and length) so uneven that their valid interval does not hold ρ of Dixon and
    /// Coles. None of the four scores it moves was seen there, so the likelihood does not depend on it; forecasts cut ρ to
    /// the interval.
    pub rho_limited: usize,
    /// Teams not connected by matches with the largest group of teams, by number: their strengths relative to that group
    /// come from the prior alone.
    pub disconnected_teams: Vec<u32>,
    /// Precisions used, given or estimated.
    pub precisions: Precisions,
}
