//! Two counts joined by Frank's copula.

use super::jet::Number;
use super::weibull::Count;

/// ln P(X = x, Y = y), from the two marginal distributions at x and y and the copula's κ.
///
/// The mass of a rectangle under C(u, v) = -ln(1 + (e^(-κu) - 1)(e^(-κv) - 1) / (e^(-κ) - 1)) / κ is written as the
/// product of the two marginal probabilities and a factor, so that nothing cancels in the tails or near κ = 0.
pub(super) fn log_probability<T: Number>(home: &Count<T>, away: &Count<T>, kappa: T) -> T {
    if kappa.value() > 0.0 {
        // The same mass with one side counted from the other end and -κ, where all terms are positive.
        let below = T::constant(1.0) - home.below - home.probability;
        return log_probability(&Count { below, ..*home }, away, kappa.times(-1.0));
    }
    let minus = kappa.times(-1.0);
    let ratio = |x: T| (minus * x).expm1_ratio();
    let all = ratio(T::constant(1.0)).recip();
    let (home_to, away_to) = (home.below + home.probability, away.below + away.probability);
    let corner = |u: T, v: T| T::constant(1.0) - kappa * u * v * ratio(u) * ratio(v) * all;
    let corners = corner(home_to, away.below) * corner(home.below, away_to);
    let factor = (minus * (home.below + away.below)).exp()
        * ratio(home.probability)
        * ratio(away.probability)
        * all
        * corners.recip();
    let whole = minus * home.probability * away.probability * factor;
    home.log_probability + away.log_probability + factor.ln() + whole.log1p_ratio().ln()
}
