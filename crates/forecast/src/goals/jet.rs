//! Numbers that carry their first and second derivatives, so that a log-probability is written once and its gradient and
//! Hessian are exact.

use std::ops::{Add, Mul, Sub};

/// What the formulas of goal models are written in: a plain number, or a [`Jet`].
pub(super) trait Number: Copy + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> {
    /// A number that depends on nothing.
    fn constant(value: f64) -> Self;

    /// The number without derivatives.
    fn value(self) -> f64;

    /// f(self), from the value and the first two derivatives of f there.
    fn chain(self, f: f64, first: f64, second: f64) -> Self;

    /// f(x, y), from the value of f there, its derivatives by x and y, and those by xx, xy and yy.
    fn chain2(x: Self, y: Self, f: [f64; 6]) -> Self;

    fn times(self, factor: f64) -> Self {
        self.chain(self.value() * factor, factor, 0.0)
    }

    fn plus(self, term: f64) -> Self {
        self.chain(self.value() + term, 1.0, 0.0)
    }

    fn exp(self) -> Self {
        let e = libm::exp(self.value());
        self.chain(e, e, e)
    }

    fn ln(self) -> Self {
        let inverse = 1.0 / self.value();
        self.chain(libm::log(self.value()), inverse, -inverse * inverse)
    }

    fn recip(self) -> Self {
        let inverse = 1.0 / self.value();
        self.chain(inverse, -inverse * inverse, 2.0 * inverse * inverse * inverse)
    }

    /// (eˣ - 1) / x, smooth through 0.
    fn expm1_ratio(self) -> Self {
        let x = self.value();
        if x.abs() < 1.0 {
            let mut factorial = 1.0;
            let coefficients: [f64; 22] = std::array::from_fn(|k| {
                factorial *= (k + 1) as f64;
                1.0 / factorial
            });
            let [f, first, second] = series(&coefficients, x);
            return self.chain(f, first, second);
        }
        let f = libm::expm1(x) / x;
        let e = libm::exp(x);
        let first = (e - f) / x;
        self.chain(f, first, (e - 2.0 * first) / x)
    }

    /// ln(1 + x) / x for x above -1, smooth through 0.
    fn log1p_ratio(self) -> Self {
        let x = self.value();
        if x.abs() < 0.2 {
            let coefficients: [f64; 26] = std::array::from_fn(|k| if k % 2 == 0 { 1.0 } else { -1.0 } / (k + 1) as f64);
            let [f, first, second] = series(&coefficients, x);
            return self.chain(f, first, second);
        }
        let f = libm::log1p(x) / x;
        let inverse = 1.0 / (1.0 + x);
        let first = (inverse - f) / x;
        self.chain(f, first, (-inverse * inverse - 2.0 * first) / x)
    }
}

/// A power series and its first two derivatives.
fn series(coefficients: &[f64], x: f64) -> [f64; 3] {
    coefficients.iter().rev().fold([0.0; 3], |[f, first, second], coefficient| {
        [coefficient + x * f, f + x * first, 2.0 * first + x * second]
    })
}

impl Number for f64 {
    fn constant(value: f64) -> Self {
        value
    }

    fn value(self) -> f64 {
        self
    }

    fn chain(self, f: f64, _: f64, _: f64) -> Self {
        f
    }

    fn chain2(_: Self, _: Self, f: [f64; 6]) -> Self {
        f[0]
    }
}

/// A number with its first and second derivatives by N variables. Of the second, the lower triangle is kept.
#[derive(Clone, Copy, Debug)]
pub(super) struct Jet<const N: usize> {
    pub value: f64,
    pub gradient: [f64; N],
    pub hessian: [[f64; N]; N],
}

impl<const N: usize> Jet<N> {
    /// The variable at a place.
    pub(super) fn variable(value: f64, place: usize) -> Self {
        let mut jet = Self::constant(value);
        jet.gradient[place] = 1.0;
        jet
    }

    fn hessian_of(entry: impl Fn(usize, usize) -> f64) -> [[f64; N]; N] {
        let mut hessian = [[0.0; N]; N];
        for (i, row) in hessian.iter_mut().enumerate() {
            for (j, at) in row.iter_mut().enumerate().take(i + 1) {
                *at = entry(i, j);
            }
        }
        hessian
    }
}

impl<const N: usize> Number for Jet<N> {
    fn constant(value: f64) -> Self {
        Self { value, gradient: [0.0; N], hessian: [[0.0; N]; N] }
    }

    fn value(self) -> f64 {
        self.value
    }

    fn chain(self, f: f64, first: f64, second: f64) -> Self {
        let Self { gradient: g, hessian: h, .. } = &self;
        Self {
            value: f,
            gradient: g.map(|slope| first * slope),
            hessian: Self::hessian_of(|i, j| first * h[i][j] + second * g[i] * g[j]),
        }
    }

    fn chain2(x: Self, y: Self, [f, fx, fy, fxx, fxy, fyy]: [f64; 6]) -> Self {
        let (a, b) = (&x.gradient, &y.gradient);
        Self {
            value: f,
            gradient: std::array::from_fn(|i| fx * a[i] + fy * b[i]),
            hessian: Self::hessian_of(|i, j| {
                fx * x.hessian[i][j]
                    + fy * y.hessian[i][j]
                    + fxx * a[i] * a[j]
                    + fxy * (a[i] * b[j] + a[j] * b[i])
                    + fyy * b[i] * b[j]
            }),
        }
    }
}

impl<const N: usize> Add for Jet<N> {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            value: self.value + other.value,
            gradient: std::array::from_fn(|i| self.gradient[i] + other.gradient[i]),
            hessian: Self::hessian_of(|i, j| self.hessian[i][j] + other.hessian[i][j]),
        }
    }
}

impl<const N: usize> Sub for Jet<N> {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + other.times(-1.0)
    }
}

impl<const N: usize> Mul for Jet<N> {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        Self::chain2(self, other, [self.value * other.value, other.value, self.value, 0.0, 1.0, 0.0])
    }
}

#[cfg(test)]
mod tests {
    use super::{Jet, Number};

    fn formula<T: Number>(x: T, y: T) -> T {
        (x * y).exp() + (y.plus(3.0)).ln() * x.recip() - x.times(0.3).expm1_ratio() + (x * y * y).log1p_ratio()
    }

    #[test]
    fn derivatives_agree_with_differences() {
        for (x, y) in [(0.4, 0.2), (-0.7, 0.9), (2.5, 1.5), (4.0, -0.3)] {
            let jet = formula(Jet::<2>::variable(x, 0), Jet::variable(y, 1));
            let h = 1e-4;
            let f = |a: f64, b: f64| formula(x + a * h, y + b * h);
            let near = |found: f64, expected: f64| {
                assert!((found - expected).abs() < 2e-6 * (1.0 + expected.abs()), "{x} {y}: {found} {expected}");
            };
            near(jet.value, f(0.0, 0.0));
            near(jet.gradient[0], (f(1.0, 0.0) - f(-1.0, 0.0)) / (2.0 * h));
            near(jet.gradient[1], (f(0.0, 1.0) - f(0.0, -1.0)) / (2.0 * h));
            near(jet.hessian[0][0], (f(1.0, 0.0) + f(-1.0, 0.0) - 2.0 * f(0.0, 0.0)) / (h * h));
            near(jet.hessian[1][1], (f(0.0, 1.0) + f(0.0, -1.0) - 2.0 * f(0.0, 0.0)) / (h * h));
            near(jet.hessian[1][0], (f(1.0, 1.0) + f(-1.0, -1.0) - f(1.0, -1.0) - f(-1.0, 1.0)) / (4.0 * h * h));
        }
    }

    #[test]
    fn ratios_are_continuous_where_the_series_ends() {
        for (edge, ratio) in [
            (1.0, Jet::<1>::expm1_ratio as fn(Jet<1>) -> Jet<1>),
            (-1.0, Jet::expm1_ratio),
            (0.2, Jet::log1p_ratio),
            (-0.2, Jet::log1p_ratio),
        ] {
            let [inside, outside] = [1.0 - 1e-12, 1.0 + 1e-12].map(|by| ratio(Jet::variable(edge * by, 0)));
            assert!((inside.value - outside.value).abs() < 1e-11);
            assert!((inside.gradient[0] - outside.gradient[0]).abs() < 1e-11);
            assert!((inside.hessian[0][0] - outside.hessian[0][0]).abs() < 1e-10);
        }
    }
}
