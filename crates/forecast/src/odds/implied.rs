//! What decimal prices say about probabilities once the bookmaker's margin is taken out.

use libm::{exp, pow};

/// How the margin is taken out of the inverse prices π, which sum to the booksum Π = 1 + margin.
///
/// All agree on a fair book (Π = 1). They differ in how much of the margin they see in long shots: multiplicative the
/// least, differential margin weighting the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Method {
    /// p = π / Π. Parameter: Π. Any margin.
    Basic,
    /// p = π^k (Clarke 2017; Buchdahl's "logarithmic function"). Parameter: k, above 1 for a positive margin. Any margin.
    Power,
    /// The odds π/(1-π) are c times the odds p/(1-p) (Cheung 2015). Parameter: c, above 1 for a positive margin. Any
    /// margin.
    OddsRatio,
    /// A share z of the money knows the result (Shin 1992, 1993; solved as in Jullien & Salanié 1994).
    /// Parameter: z, from 0 to below 1. No negative margin: no share of insiders explains it.
    Shin,
    /// ln(p/(1-p)) is ln(π/(1-π)) less a constant: the odds ratio on the logarithmic scale, so the same probabilities as
    /// [`Method::OddsRatio`]; both names are in use. Parameter: the constant, ln c, above 0 for a positive margin. Any
    /// margin.
    Logarithmic,
    /// The margin in equal parts: p = π - margin/n, which is Buchdahl's fair price n·o/(n - margin·o). Parameter:
    /// margin/n. Any margin, but a long shot whose inverse price is below its part would have a negative probability,
    /// which is an error.
    DifferentialMargin,
}

impl Method {
    /// All methods.
    pub const ALL: [Self; 6] =
        [Self::Basic, Self::Power, Self::OddsRatio, Self::Shin, Self::Logarithmic, Self::DifferentialMargin];
}

/// Probabilities read from prices.
#[derive(Clone, Debug, PartialEq)]
pub struct Implied {
    /// One per price, above 0, summing to one.
    pub probabilities: Vec<f64>,
    /// Sum of the inverse prices less one; negative in an underround book.
    pub margin: f64,
    /// The parameter of the [`Method`].
    pub parameter: f64,
}

/// Why prices give no probabilities.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum OddsError {
    /// Fewer than two prices.
    #[error("{count} prices; a market needs at least 2")]
    TooFew {
        /// How many there were.
        count: usize,
    },
    /// A price that is none.
    #[error("price {index} is {price}; a decimal price is a finite number above 1 (evens is 2.0)")]
    Price {
        /// Place of the price, from 0.
        index: usize,
        /// The price.
        price: f64,
    },
    /// The inverse prices sum to less than one, which the method cannot explain.
    #[error(
        "the inverse prices sum to one {margin:+.4}; Shin's method needs a margin of 0 or more, all others take this book"
    )]
    Underround {
        /// The margin, below 0.
        margin: f64,
    },
    /// An outcome would have no chance.
    #[error("price {index} is so long that its part of the margin exceeds its inverse; use another method")]
    TooLong {
        /// Place of the price, from 0.
        index: usize,
    },
    /// No parameter makes the probabilities sum to one within the accuracy of the numbers.
    #[error(
        "no parameter of {method:?} makes the probabilities sum to one; the prices are too extreme, use Method::Basic"
    )]
    Unsolved {
        /// The method.
        method: Method,
    },
}

/// What rounding makes of the margin of a fair book.
const ROUNDING: f64 = 1e-12;

/// Bound of the logarithm of a parameter. Prices that a double can tell from 1 and from infinity stay far inside.
const WIDEST: f64 = 60.0;

/// Probabilities of the outcomes of a market, from their decimal prices.
///
/// # Errors
/// For fewer than two prices, a price that is not a finite number above 1, and where the method does not apply (see
/// [`Method`]).
pub fn implied(prices: &[f64], method: Method) -> Result<Implied, OddsError> {
    if prices.len() < 2 {
        return Err(OddsError::TooFew { count: prices.len() });
    }
    if let Some((index, &price)) = prices.iter().enumerate().find(|(_, price)| !price.is_finite() || **price <= 1.0) {
        return Err(OddsError::Price { index, price });
    }
    let inverse: Vec<f64> = prices.iter().map(|price| 1.0 / price).collect();
    let booksum: f64 = inverse.iter().sum();
    let margin = booksum - 1.0;
    let (mut probabilities, parameter) = match method {
        Method::Basic => (inverse, booksum),
        Method::DifferentialMargin => equal_parts(inverse, margin)?,
        Method::Shin if margin < -ROUNDING => return Err(OddsError::Underround { margin }),
        Method::Shin => falling_root(0.0, 1.0, |z| shin(&inverse, booksum, z)),
        Method::Power => {
            let (probabilities, log_power) =
                falling_root(-WIDEST, WIDEST, |t| inverse.iter().map(|&part| pow(part, exp(t))).collect());
            (probabilities, exp(log_power))
        }
        Method::OddsRatio | Method::Logarithmic => {
            let (probabilities, shift) = falling_root(-WIDEST, WIDEST, |t| odds_ratio(&inverse, exp(t)));
            (probabilities, if method == Method::OddsRatio { exp(shift) } else { shift })
        }
    };
    let total: f64 = probabilities.iter().sum();
    if method != Method::Basic && (total - 1.0).abs() > 1e-9 {
        return Err(OddsError::Unsolved { method });
    }
    // The root is exact to rounding; what rounding leaves is spread in proportion.
    for probability in &mut probabilities {
        *probability /= total;
    }
    Ok(Implied { probabilities, margin, parameter })
}

/// Inverse prices less an equal part of the margin each, and the part.
fn equal_parts(mut inverse: Vec<f64>, margin: f64) -> Result<(Vec<f64>, f64), OddsError> {
    let part = margin / inverse.len() as f64;
    for (index, share) in inverse.iter_mut().enumerate() {
        *share -= part;
        if *share <= 0.0 {
            return Err(OddsError::TooLong { index });
        }
    }
    Ok((inverse, part))
}

/// Shin's probabilities for a share z of insiders, in the form that stays finite at z = 1.
fn shin(inverse: &[f64], booksum: f64, z: f64) -> Vec<f64> {
    let probability = |share: &f64| {
        let square = share * share / booksum;
        2.0 * square / ((z * z + 4.0 * (1.0 - z) * square).sqrt() + z)
    };
    inverse.iter().map(probability).collect()
}

fn odds_ratio(inverse: &[f64], ratio: f64) -> Vec<f64> {
    inverse.iter().map(|share| share / (share + ratio * (1.0 - share))).collect()
}

/// Probabilities at the parameter where their sum, which falls with it, passes one, and the parameter; by bisection to
/// the last bit. Where the sum does not pass one, those at the end that is nearest.
fn falling_root(mut low: f64, mut high: f64, probabilities: impl Fn(f64) -> Vec<f64>) -> (Vec<f64>, f64) {
    let excess = |parameter: f64| probabilities(parameter).iter().sum::<f64>() - 1.0;
    if excess(low) <= 0.0 {
        return (probabilities(low), low);
    }
    loop {
        let middle = 0.5 * (low + high);
        if middle <= low || middle >= high {
            return (probabilities(high), high);
        }
        if excess(middle) > 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Implied, Method, OddsError, exp, implied, pow};
    use proptest::prelude::*;

    fn of(prices: &[f64], method: Method) -> Implied {
        implied(prices, method).unwrap()
    }

    /// The examples in the manuals of Lindstrøm's `implied` (4.20, 3.70, 1.95) and of `shin` (2.6, 2.4, 4.3).
    #[test]
    fn published_examples() {
        let check = |prices: [f64; 3], method, probabilities: [f64; 3], parameter: f64, error: f64| {
            let found = of(&prices, method);
            for (p, expected) in found.probabilities.iter().zip(probabilities) {
                assert!((p - expected).abs() < error, "{method:?}: {p} {expected}");
            }
            assert!((found.parameter - parameter).abs() < 10.0 * error, "{method:?}: {} {parameter}", found.parameter);
        };
        let prices = [4.20, 3.70, 1.95];
        check(prices, Method::Basic, [0.233_155_6, 0.264_663_1, 0.502_181_3], 1.021_186_02, 1e-7);
        // `implied` finds its roots to about five digits.
        check(prices, Method::OddsRatio, [0.232_004_8, 0.263_641_5, 0.504_353_7], 1.034_449, 1e-6);
        check(prices, Method::Power, [0.231_141_4, 0.263_064_4, 0.505_794_2], 1.0 / 0.979_766_4, 2e-6);
        let part = 0.021_186_02 / 3.0;
        check(prices, Method::DifferentialMargin, [0.231_033_2, 0.263_208_3, 0.505_758_5], part, 1e-7);
        let shin = [0.372_994_06, 0.404_779_41, 0.222_226_53];
        check([2.6, 2.4, 4.3], Method::Shin, shin, 0.016_942_51, 1e-8);
    }

    /// With two outcomes Shin's z has a closed form (Jullien & Salanié 1994), and the margin is split in equal parts.
    #[test]
    fn shin_of_two_outcomes_is_the_closed_form() {
        let (a, b) = (1.0 / 1.5, 1.0 / 2.6);
        let (booksum, gap) = (a + b, a - b);
        let z = (booksum - 1.0) * (gap * gap - booksum) / (booksum * (gap * gap - 1.0));
        let shin = of(&[1.5, 2.6], Method::Shin);
        assert!((shin.parameter - z).abs() < 1e-12, "{} {z}", shin.parameter);
        let equal = of(&[1.5, 2.6], Method::DifferentialMargin);
        assert!((shin.probabilities[0] - equal.probabilities[0]).abs() < 1e-12);
    }

    /// Prices made by each method's own model from known probabilities give those back, with the parameter.
    #[test]
    fn the_parameter_is_recovered() {
        let truth = [0.62, 0.23, 0.15];
        let check = |method, parameter: f64, inverse: &dyn Fn(f64) -> f64| {
            let prices: Vec<f64> = truth.iter().map(|&p| 1.0 / inverse(p)).collect();
            let found = of(&prices, method);
            assert!((found.parameter - parameter).abs() < 1e-9, "{method:?}: {}", found.parameter);
            for (p, expected) in found.probabilities.iter().zip(truth) {
                assert!((p - expected).abs() < 1e-10, "{method:?}: {p} {expected}");
            }
        };
        check(Method::Basic, 1.07, &|p| 1.07 * p);
        check(Method::Power, 1.08, &|p| pow(p, 1.0 / 1.08));
        check(Method::Power, 0.95, &|p| pow(p, 1.0 / 0.95));
        check(Method::OddsRatio, 1.15, &|p| 1.15 * p / (1.0 - p + 1.15 * p));
        check(Method::Logarithmic, 0.15, &|p| 1.0 / (1.0 + exp(-0.15) * (1.0 - p) / p));
        check(Method::DifferentialMargin, 0.02, &|p| p + 0.02);
        // Shin (1993): the inverse price is in proportion to sqrt(z p + (1-z) p^2), the sum being that root's sum squared.
        let z = 0.03;
        let root = |p: f64| (z * p + (1.0 - z) * p * p).sqrt();
        let sum: f64 = truth.iter().map(|&p| root(p)).sum();
        check(Method::Shin, z, &|p| root(p) * sum);
    }

    #[test]
    fn bad_prices_are_told() {
        for method in Method::ALL {
            assert_eq!(implied(&[2.0], method), Err(OddsError::TooFew { count: 1 }));
            assert_eq!(implied(&[2.0, 1.0], method), Err(OddsError::Price { index: 1, price: 1.0 }));
            assert!(matches!(implied(&[f64::NAN, 3.0], method), Err(OddsError::Price { index: 0, .. })));
            assert!(matches!(implied(&[2.0, f64::INFINITY], method), Err(OddsError::Price { index: 1, .. })));
            let underround = implied(&[2.2, 2.2], method);
            assert_eq!(method == Method::Shin, matches!(underround, Err(OddsError::Underround { .. })), "{method:?}");
            assert!((of(&[2.0, 4.0, 4.0], method).probabilities[0] - 0.5).abs() < 1e-12);
        }
        assert_eq!(implied(&[1.05, 6.0, 200.0], Method::DifferentialMargin), Err(OddsError::TooLong { index: 2 }));
    }

    proptest! {
        #[test]
        fn probabilities_sum_to_one_and_keep_the_order_of_the_prices(
            prices in prop::collection::vec(1.01_f64..400.0, 2..8),
        ) {
            for method in Method::ALL {
                let Ok(found) = implied(&prices, method) else { continue };
                prop_assert!((found.probabilities.iter().sum::<f64>() - 1.0).abs() < 1e-12);
                for (i, p) in found.probabilities.iter().enumerate() {
                    prop_assert!(*p > 0.0 && *p < 1.0, "{method:?} {found:?}");
                    for (j, q) in found.probabilities.iter().enumerate() {
                        prop_assert!(prices[i] >= prices[j] || p >= q, "{method:?} {found:?}");
                    }
                }
            }
        }

        #[test]
        fn nothing_panics(prices in prop::collection::vec(any::<f64>(), 0..5)) {
            for method in Method::ALL {
                let _ = implied(&prices, method);
            }
        }
    }
}
