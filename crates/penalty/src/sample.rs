//! Draws from the distributions of shares.

use byline_forecast::random::Stream;

/// A gamma number of a shape above 0 and scale 1 (Marsaglia & Tsang 2000, "A simple method for generating gamma
/// variables"); below shape 1 by their power of a uniform number. What is no positive shape gives 0.
fn gamma(stream: &mut Stream, shape: f64) -> f64 {
    if !(shape > 0.0 && shape.is_finite()) {
        return 0.0;
    }
    if shape < 1.0 {
        let power = libm::pow(stream.uniform(), 1.0 / shape);
        return gamma(stream, shape + 1.0) * power;
    }
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / (9.0 * d).sqrt();
    loop {
        let normal = stream.normal();
        let root = 1.0 + c * normal;
        if root > 0.0 {
            let cube = root * root * root;
            if libm::log(stream.uniform()) < 0.5 * normal * normal + d * (1.0 - cube + libm::log(cube)) {
                return d * cube;
            }
        }
    }
}

/// A share with the weights of what happened and what did not, prior included.
pub(crate) fn beta(stream: &mut Stream, happened: f64, not: f64) -> f64 {
    let (one, two) = (gamma(stream, happened), gamma(stream, not));
    if one + two > 0.0 { one / (one + two) } else { 0.5 }
}

/// Shares that sum to one, with the weights of each, prior included.
pub(crate) fn dirichlet<const N: usize>(stream: &mut Stream, weights: [f64; N]) -> [f64; N] {
    let draws = weights.map(|weight| gamma(stream, weight));
    let sum: f64 = draws.iter().sum();
    draws.map(|draw| if sum > 0.0 { draw / sum } else { 1.0 / N as f64 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_have_their_means_and_variances() {
        let mut stream = Stream::new(2, 0, 0, 0);
        for (one, two) in [(0.5, 0.5), (3.0, 1.0), (60.0, 20.0)] {
            let draws: Vec<f64> = (0..20_000).map(|_| beta(&mut stream, one, two)).collect();
            let mean = draws.iter().sum::<f64>() / 20_000.0;
            let variance = draws.iter().map(|draw| (draw - mean) * (draw - mean)).sum::<f64>() / 20_000.0;
            let sum: f64 = one + two;
            let expected = one * two / (sum * sum * (sum + 1.0));
            assert!((mean - one / sum).abs() < 4.0 * (expected / 20_000.0).sqrt(), "{mean}");
            assert!((variance / expected - 1.0).abs() < 0.06, "{variance} {expected}");
        }
        let mix = dirichlet(&mut stream, [2.0, 0.0, 6.0]);
        assert!((mix.iter().sum::<f64>() - 1.0).abs() < 1e-12 && mix[1] == 0.0);
    }
}
