//! Exact probabilities of small counts.

use std::sync::OnceLock;

/// The logarithm of n over k; minus infinity where there is none.
pub(crate) fn ln_choose(n: u32, k: u32) -> f64 {
    if k > n {
        return f64::NEG_INFINITY;
    }
    ln_factorial(n) - ln_factorial(k) - ln_factorial(n - k)
}

/// The logarithm of n!: from a table, since power is found from millions of them.
pub(crate) fn ln_factorial(n: u32) -> f64 {
    static TABLE: OnceLock<Vec<f64>> = OnceLock::new();
    let table = TABLE.get_or_init(|| (0..1024).map(|n| libm::lgamma(f64::from(n) + 1.0)).collect());
    table.get(n as usize).copied().unwrap_or_else(|| libm::lgamma(f64::from(n) + 1.0))
}

/// The chance of k of n.
pub(crate) fn binomial(n: u32, k: u32, chance: f64) -> f64 {
    let side = |count: u32, log: f64| if count == 0 { 0.0 } else { f64::from(count) * log };
    libm::exp(ln_choose(n, k) + side(k, libm::log(chance)) + side(n.saturating_sub(k), libm::log1p(-chance)))
}

/// What is as likely as what was seen, or less: probabilities equal but for rounding count as equal.
pub(crate) fn no_likelier(probability: f64, seen: f64) -> bool {
    probability <= seen * (1.0 + 1e-9)
}

/// Two-sided p-value of a table of two rows by the exact test of Fisher, Freeman & Halton: of all tables with these
/// margins, the chance of one as unlikely as this. Columns are groups of `kicks` with `goals` each; 1 where only one
/// group has kicks.
///
/// Groups are at most three.
pub(crate) fn equal_shares(groups: &[[u32; 2]]) -> f64 {
    let [kicks, goals] = groups.iter().fold([0, 0], |sum, group| [sum[0] + group[0], sum[1] + group[1]]);
    let all = ln_choose(kicks, goals);
    let of = |counts: &[u32]| -> f64 {
        let logs: f64 = groups.iter().zip(counts).map(|(group, &count)| ln_choose(group[0], count)).sum();
        libm::exp(logs - all)
    };
    let seen = of(&groups.iter().map(|group| group[1]).collect::<Vec<_>>());
    let size = |group: usize| groups.get(group).map_or(0, |group| group[0]);
    let mut p_value = 0.0;
    for first in 0..=size(0).min(goals) {
        for second in 0..=size(1).min(goals - first) {
            let third = goals - first - second;
            if third > size(2) {
                continue;
            }
            let probability = of(&[first, second, third]);
            if no_likelier(probability, seen) {
                p_value += probability;
            }
        }
    }
    p_value.min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fisher's lady tasting tea: three of four cups right is p = 0.486, two-sided.
    #[test]
    fn the_lady_tasting_tea() {
        assert!((equal_shares(&[[4, 3], [4, 1]]) - 0.485_714_285_714).abs() < 1e-9);
        assert!((equal_shares(&[[4, 4], [4, 0]]) - 2.0 / 70.0).abs() < 1e-12);
        assert!((equal_shares(&[[5, 3], [0, 0], [0, 0]]) - 1.0).abs() < 1e-12);
        assert!((equal_shares(&[]) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn chances_sum_to_one() {
        let sum: f64 = (0..=20).map(|k| binomial(20, k, 0.37)).sum();
        assert!((sum - 1.0).abs() < 1e-12);
        assert!((binomial(5, 5, 1.0) - 1.0).abs() < 1e-12 && binomial(5, 4, 1.0).abs() < 1e-12);
    }
}
