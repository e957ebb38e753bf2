//! Bivariate Poisson probabilities, and their inflation on the diagonal (Karlis & Ntzoufras 2003).

use super::family::{mixed, poisson};
use super::jet::Number;

/// A bivariate Poisson distribution.
pub(super) struct Bivariate<T> {
    log_rates: [T; 2],
    rates: [T; 2],
    common: T,
    /// Rate of the common part over the product of the others.
    ratio: T,
}

impl<T: Number> Bivariate<T> {
    /// From the rates of the two own parts and of the common part.
    pub(super) fn new(log_rates: [T; 2], rates: [T; 2], common: T) -> Self {
        let ratio = common * (log_rates[0] + log_rates[1]).times(-1.0).exp();
        Self { log_rates, rates, common, ratio }
    }

    /// ln P(x, y): independent counts times Σ C(x,k) C(y,k) k! (λ₃/(λ₁λ₂))ᵏ e^(-λ₃).
    pub(super) fn log_probability(&self, [x, y]: [usize; 2]) -> T {
        let independent = poisson(x, self.log_rates[0], self.rates[0]) + poisson(y, self.log_rates[1], self.rates[1]);
        let most = x.min(y);
        if most == 0 {
            return independent - self.common;
        }
        let ratio = self.ratio.value();
        let (mut sum, mut first, mut second) = (0.0, 0.0, 0.0);
        // Horner from the highest power, the coefficient of each step being the quotient of neighbours.
        for k in (0..=most).rev() {
            let up = if k == most { 0.0 } else { ((x - k) * (y - k)) as f64 / (k + 1) as f64 };
            second = up * (ratio * second + 2.0 * first);
            first = up * (ratio * first + sum);
            sum = 1.0 + up * ratio * sum;
        }
        let slope = first / sum;
        independent - self.common + self.ratio.chain(libm::log(sum), slope, second / sum - slope * slope)
    }
}

/// ln of the probability of a score whose model gives it `inside`, after draws have been inflated.
pub(super) fn inflated<T: Number>(inside: T, [x, y]: [usize; 2], inflation: T, ratio: T) -> T {
    let draw = (x == y).then(|| (0..x).fold(T::constant(1.0) - ratio, |power, _| power * ratio));
    mixed(inside, inflation, draw)
}
