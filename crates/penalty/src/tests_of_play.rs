//! Does he play as the game says? Exact tests for small samples, each with what it could have seen at all.
//!
//! In equilibrium a taker scores equally often on every side and follows no pattern (Walker & Wooders 2001;
//! Palacios-Huerta 2003). A keeper who thinks a side is "due" after kicks to the other dives by the gambler's fallacy
//! (Misirlisoy & Haggard 2014, 361 kicks of 37 shoot-outs). Dozens of kicks rarely tell: a p-value without the power beside it
//! would be read as evidence of good play.

use byline_record::Direction;

use crate::exact::{binomial, equal_shares, ln_choose, no_likelier};
use crate::kick::{PenaltyKick, Phase};
use crate::side::Aim;

/// The level at which power is told.
pub const LEVEL: f64 = 0.05;

/// What a test found.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Kicks it rests on.
    pub kicks: u32,
    /// The exact p-value, two-sided; 1 where nothing could differ.
    pub p_value: f64,
    /// Against what the power is told, in words: `30 points between the sides`.
    pub against: String,
    /// The chance that the test would have been below five per cent if that were so.
    pub power: f64,
}

impl Finding {
    /// Whether the test tells anything: something was found, or would have been, four times in five.
    #[must_use]
    pub fn tells(&self) -> bool {
        self.p_value < LEVEL || self.power >= 0.8
    }

    /// The finding in words.
    #[must_use]
    pub fn words(&self) -> String {
        let Self { kicks, p_value, against, power } = self;
        let kicks = format!("{kicks} kick{}", if *kicks == 1 { "" } else { "s" });
        if *p_value < LEVEL {
            format!("p = {p_value:.3} on {kicks}")
        } else if self.tells() {
            format!("p = {p_value:.2} on {kicks}; {against} would have been seen with a chance of {power:.2}")
        } else {
            format!("p = {p_value:.2}, but with {kicks} {against} could hardly be seen (a chance of {power:.2})")
        }
    }
}

/// Kicks and goals of each aim.
#[must_use]
pub fn by_aim<'k>(kicks: impl IntoIterator<Item = &'k PenaltyKick>) -> [[u32; 2]; 3] {
    let mut groups = [[0; 2]; 3];
    for kick in kicks {
        if let (Some(aim), false) = (kick.aim(), kick.retaken) {
            groups[aim.index()][0] += 1;
            groups[aim.index()][1] += u32::from(kick.scored());
        }
    }
    groups
}

/// Does he score equally often on every side? Kicks and goals by aim; Fisher, Freeman & Halton's exact test. Power is
/// against 30 points between natural and other side around the share of all his kicks. Beyond 60 kicks a side power is
/// told for 60, and is higher.
#[must_use]
pub fn equal_success(groups: &[[u32; 2]; 3]) -> Finding {
    let [kicks, goals] = groups.iter().fold([0, 0], |sum, group| [sum[0] + group[0], sum[1] + group[1]]);
    let middle = if kicks == 0 { 0.75 } else { f64::from(goals) / f64::from(kicks) };
    let (high, low) = ((middle + 0.15).min(1.0), ((middle + 0.15).min(1.0) - 0.3).max(0.0));
    let [natural, other] = [Aim::Natural, Aim::Other].map(|aim| groups[aim.index()][0].min(60));
    let mut power = 0.0;
    for one in 0..=natural {
        let chance_of_one = binomial(natural, one, high);
        if chance_of_one < 1e-9 {
            continue;
        }
        for two in 0..=other {
            let chance = chance_of_one * binomial(other, two, low);
            if chance > 1e-9 && equal_shares(&[[natural, one], [other, two]]) < LEVEL {
                power += chance;
            }
        }
    }
    Finding { kicks, p_value: equal_shares(groups), against: "30 points between the sides".to_owned(), power }
}

/// Does a kick tell the next? Kicks in their order, whether each went to the natural side; runs test (Wald & Wolfowitz
/// 1940), exact, given how many went there. Power is against changing sides two times in three; beyond 120 kicks only
/// the last 120 are looked at.
#[must_use]
pub fn independence(natural: &[bool]) -> Finding {
    const MOST: usize = 120;
    let natural = natural.get(natural.len().saturating_sub(MOST)..).unwrap_or_default();
    let n = natural.len();
    let ones = natural.iter().filter(|&&kick| kick).count();
    let seen = 1 + natural.windows(2).filter(|pair| pair[0] != pair[1]).count();
    let p_value = if n == 0 { 1.0 } else { runs_p_value(n, ones)[seen] };
    // Chances of so many on the natural side and so many runs, by the side of the last kick, when sides change two times
    // in three.
    let mut now = vec![vec![[0.0; 2]; n + 2]; n + 2];
    if n > 0 {
        now[0][1][0] = 0.5;
        now[1][1][1] = 0.5;
    }
    for kick in 1..n {
        let mut next = vec![vec![[0.0; 2]; n + 2]; n + 2];
        for ones in 0..=kick {
            for runs in 1..=kick {
                for last in 0..2 {
                    let chance: f64 = now[ones][runs][last];
                    if chance > 0.0 {
                        let other = 1 - last;
                        next[ones + last][runs][last] += chance / 3.0;
                        next[ones + other][runs + 1][other] += chance * 2.0 / 3.0;
                    }
                }
            }
        }
        now = next;
    }
    let mut power = 0.0;
    for (ones, by_runs) in now.iter().enumerate().take(n + 1) {
        let p_values = if n == 0 { Vec::new() } else { runs_p_value(n, ones) };
        for (runs, chances) in by_runs.iter().enumerate().take(n + 1).skip(1) {
            if p_values.get(runs).is_some_and(|&p_value| p_value < LEVEL) {
                power += chances[0] + chances[1];
            }
        }
    }
    Finding {
        kicks: u32::try_from(n).unwrap_or(u32::MAX),
        p_value,
        against: "changing sides two times in three".to_owned(),
        power,
    }
}

/// P-values of every number of runs, given how many of `n` are of one kind: what is as unlikely, or more.
fn runs_p_value(n: usize, ones: usize) -> Vec<f64> {
    let (a, b) = (ones as u32, (n - ones) as u32);
    let all = ln_choose(a + b, a);
    let chances: Vec<f64> = (0..=n as u32 + 1)
        .map(|runs| {
            if a == 0 || b == 0 {
                return if runs == 1 { 1.0 } else { 0.0 };
            }
            if runs < 2 {
                return 0.0;
            }
            let half = runs / 2;
            let ways = |one: u32, two: u32| libm::exp(ln_choose(a - 1, one - 1) + ln_choose(b - 1, two - 1) - all);
            if runs.is_multiple_of(2) { 2.0 * ways(half, half) } else { ways(half, half + 1) + ways(half + 1, half) }
        })
        .collect();
    let p_value = |&seen: &f64| chances.iter().filter(|&&chance| no_likelier(chance, seen)).sum::<f64>().min(1.0);
    chances.iter().map(p_value).collect()
}

/// What a keeper did after kicks one way.
#[derive(Clone, Debug, PartialEq)]
pub struct Fallacy {
    /// Dives after two kicks or more in a row to one side, and how many of them went the other way.
    pub after_repeats: [u32; 2],
    /// Dives after a single kick to a side, and how many of them went the other way.
    pub after_one: [u32; 2],
    /// Whether the shares differ.
    pub finding: Finding,
}

/// Does the keeper believe a side is due? Kicks of shoot-outs in the order he faced them, each with where it went and what
/// he did; dives after repeated kicks one way are held against dives after a single kick, by Fisher's exact test. Power is
/// against going the other way eight times in ten after repeats and five in ten otherwise.
///
/// `kicks` are those he faced, in the order of the record; only those of shoot-outs of known order count, each
/// shoot-out for itself.
#[must_use]
pub fn gamblers_fallacy(kicks: &[PenaltyKick]) -> Fallacy {
    let mut groups = [[0_u32; 2]; 2];
    let mut shoot_out: Option<u32> = None;
    let mut streak: Option<(Direction, u32)> = None;
    for kick in kicks.iter().filter(|kick| kick.phase == Phase::ShootOut && kick.turn.is_some()) {
        if shoot_out != Some(kick.fixture) {
            shoot_out = Some(kick.fixture);
            streak = None;
        }
        if let (Some((side, length)), Some(moved)) = (streak, kick.keeper_move)
            && moved != Direction::Centre
        {
            let group = &mut groups[usize::from(length > 1)];
            group[0] += 1;
            group[1] += u32::from(moved != side);
        }
        streak = match (kick.side, streak) {
            (Some(Direction::Centre) | None, _) => None,
            (Some(side), Some((before, length))) if before == side => Some((side, length + 1)),
            (Some(side), _) => Some((side, 1)),
        };
    }
    let [one, repeats] = groups;
    let mut power = 0.0;
    for first in 0..=repeats[0] {
        for second in 0..=one[0] {
            if equal_shares(&[[repeats[0], first], [one[0], second]]) < LEVEL {
                power += binomial(repeats[0], first, 0.8) * binomial(one[0], second, 0.5);
            }
        }
    }
    Fallacy {
        after_repeats: repeats,
        after_one: one,
        finding: Finding {
            kicks: repeats[0] + one[0],
            p_value: equal_shares(&groups),
            against: "diving the other way eight times in ten after repeats".to_owned(),
            power,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Palacios-Huerta's kickers had 30 kicks or more each; with twenty a difference of thirty points is missed more often
    /// than not.
    #[test]
    fn twenty_kicks_do_not_tell() {
        let finding = equal_success(&[[10, 8], [0, 0], [10, 7]]);
        assert!(finding.p_value > 0.9 && finding.power < 0.5 && !finding.tells(), "{finding:?}");
        assert!(finding.words().contains("with 20 kicks") && finding.words().contains("could hardly be seen"));
        let many = equal_success(&[[90, 80], [0, 0], [90, 45]]);
        assert!(many.p_value < 1e-6 && many.power > 0.9 && many.tells());
        assert!((equal_success(&[[0, 0]; 3]).p_value - 1.0).abs() < 1e-12);
    }

    /// Counted by hand: of the six orders of two and two, two have two runs, two have three, two have four.
    #[test]
    fn runs_are_counted_exactly() {
        let p_values = runs_p_value(4, 2);
        assert!(p_values[2..=4].iter().all(|p| (p - 1.0).abs() < 1e-12), "{p_values:?}");
        // Ten in strict turn: two orders of 252 have ten runs, two have two.
        let turn: Vec<bool> = (0..10).map(|kick| kick % 2 == 0).collect();
        assert!((independence(&turn).p_value - 4.0 / 252.0).abs() < 1e-9);
        let same = independence(&[true; 12]);
        assert!((same.p_value - 1.0).abs() < 1e-12 && same.power < 0.5);
        assert_eq!(independence(&[]).kicks, 0);
    }

    /// The number of runs summed over all orders, against counting every order.
    #[test]
    fn runs_agree_with_enumeration() {
        for ones in 0..=9_u32 {
            let orders: Vec<u32> = (0..1_u32 << 9).filter(|bits| bits.count_ones() == ones).collect();
            let runs = |bits: u32| 1 + (0..8).filter(|place| (bits >> place & 1) != (bits >> (place + 1) & 1)).count();
            let count = |wanted: usize| orders.iter().filter(|&&bits| runs(bits) == wanted).count() as f64;
            let total = orders.len() as f64;
            let p_values = runs_p_value(9, ones as usize);
            for seen in (1..=9).filter(|&seen| count(seen) > 0.0) {
                let expected: f64 = (1..=9).map(count).filter(|&other| other <= count(seen)).sum::<f64>() / total;
                assert!((p_values[seen] - expected).abs() < 1e-9, "{ones} {seen}");
            }
        }
    }

    #[test]
    fn power_grows_with_kicks() {
        let alternating = |n: usize| independence(&(0..n).map(|kick| kick % 3 == 0).collect::<Vec<_>>()).power;
        assert!(alternating(20) < 0.4 && alternating(100) > 0.8, "{} {}", alternating(20), alternating(100));
    }
}
