//! The goal rates behind the prices of a match.

use libm::{exp, log};

/// What the market says, margin taken out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Targets {
    /// Probabilities of home win, draw, away win, summing to one.
    pub win: [f64; 3],
    /// Probability of three goals or more, where known.
    pub over_2_5: Option<f64>,
    /// Dixon and Coles's ρ, held fixed: 0 for independent goals, usually between -0.15 and 0.
    pub rho: f64,
}

/// The rates that come nearest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GoalRates {
    /// Goals expected of the home side.
    pub home: f64,
    /// Goals expected of the away side.
    pub away: f64,
    /// The largest difference between a target and what the rates give: about 1e-12 without totals; with totals there
    /// are three targets for two rates, and it tells how far the market is from two Poisson counts.
    pub misfit: f64,
    /// Steps taken.
    pub iterations: u32,
    /// Whether the sum of squares is at its minimum. If not, a rate has run into its limit of 1e-6 or 15.
    pub converged: bool,
}

/// Why there are no goal rates.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum GoalRatesError {
    /// The three probabilities are no distribution with a chance for all.
    #[error("home, draw and away are {win:?}; they must each be above 0 and sum to 1")]
    Win {
        /// The probabilities given.
        win: [f64; 3],
    },
    /// The probability of over 2.5 goals is none.
    #[error("the probability of over 2.5 goals is {over}; it must be between 0 and 1, both excluded")]
    Over {
        /// The probability given.
        over: f64,
    },
    /// ρ is outside the interval in which all scores keep a probability of 0 or more at the rates found (or is no number).
    #[error("rho {rho} gives a score a negative probability; it must be from {low:.3} to {high:.3} for these rates")]
    Rho {
        /// The value given.
        rho: f64,
        /// Least admissible value.
        low: f64,
        /// Greatest admissible value.
        high: f64,
    },
}

/// Most goals of a side that are summed over: at the limit of the rates, more have a probability below 1e-7.
const MOST_GOALS: usize = 40;
const LEAST_RATE: f64 = 1e-6;
const GREATEST_RATE: f64 = 15.0;

/// The rates of two independent Poisson counts (with Dixon and Coles's correction, if ρ is not 0) whose outcomes come
/// nearest to the targets, in least squares over home, draw, away and over 2.5 goals, by damped Gauss-Newton steps with
/// the exact derivative.
///
/// # Errors
/// If the targets are no probabilities, or ρ is out of range for the rates found.
pub fn goal_rates(targets: &Targets) -> Result<GoalRates, GoalRatesError> {
    let Targets { win, over_2_5, rho } = *targets;
    let valid = |p: f64| p > 0.0 && p < 1.0;
    if !win.iter().all(|&p| valid(p)) || (win.iter().sum::<f64>() - 1.0).abs() > 1e-6 {
        return Err(GoalRatesError::Win { win });
    }
    if let Some(over) = over_2_5.filter(|&over| !valid(over)) {
        return Err(GoalRatesError::Over { over });
    }
    if !(-1.0..=1.0).contains(&rho) {
        return Err(GoalRatesError::Rho { rho, low: -1.0, high: 1.0 });
    }
    let supremacy = win[0] - win[2];
    let mut point = [0.3 + 0.9 * supremacy, 0.3 - 0.9 * supremacy];
    let mut fit = Fit::at(point, targets);
    let mut damping = 1e-3;
    let mut iterations = 0;
    let mut converged = false;
    while iterations < 200 && !converged {
        iterations += 1;
        let step = fit.step(damping);
        let next = [0, 1].map(|side| (point[side] + step[side]).clamp(log(LEAST_RATE), log(GREATEST_RATE)));
        let moved = (next[0] - point[0]).abs().max((next[1] - point[1]).abs());
        let trial = Fit::at(next, targets);
        if trial.squares <= fit.squares {
            (point, fit) = (next, trial);
            damping = (damping * 0.1).max(1e-15);
        } else {
            damping = (damping * 10.0).max(1e-9);
        }
        converged = moved < 1e-13 || fit.gradient_norm() < 1e-15;
    }
    converged &= fit.gradient_norm() < 1e-8;
    let [home, away] = point.map(exp);
    let (low, high) = ((-1.0 / home).max(-1.0 / away), (1.0 / (home * away)).min(1.0));
    if rho < low || rho > high {
        return Err(GoalRatesError::Rho { rho, low, high });
    }
    Ok(GoalRates { home, away, misfit: fit.misfit, iterations, converged })
}

/// The sum of squares at a pair of log rates, with what a Gauss-Newton step needs.
struct Fit {
    squares: f64,
    misfit: f64,
    /// Derivatives of half the sum of squares.
    gradient: [f64; 2],
    /// Product of the Jacobian with itself: first, mixed, second.
    normal: [f64; 3],
}

impl Fit {
    fn at(log_rates: [f64; 2], targets: &Targets) -> Self {
        let [home, away] = log_rates.map(exp);
        let (a, slope_a) = poisson(home);
        let (b, slope_b) = poisson(away);
        // The four corrections of Dixon and Coles are plus and minus one amount: 1-0 and 0-1 gain it, 0-0 and 1-1 lose it.
        let amount = targets.rho * home * away * exp(-home - away);
        let corrected =
            |[win, draw, loss, over]: [f64; 4], amount: f64| [win + amount, draw - 2.0 * amount, loss + amount, over];
        let value = corrected(outcomes(&a, &b), amount);
        let by_home = corrected(outcomes(&slope_a, &b), amount * (1.0 - home));
        let by_away = corrected(outcomes(&a, &slope_b), amount * (1.0 - away));
        let [home_win, draw, away_win] = targets.win.map(Some);
        let mut fit = Self { squares: 0.0, misfit: 0.0, gradient: [0.0; 2], normal: [0.0; 3] };
        for (place, target) in [home_win, draw, away_win, targets.over_2_5].into_iter().enumerate() {
            let Some(target) = target else { continue };
            let (gap, x, y) = (value[place] - target, by_home[place], by_away[place]);
            fit.squares += gap * gap;
            fit.misfit = fit.misfit.max(gap.abs());
            fit.gradient = [fit.gradient[0] + gap * x, fit.gradient[1] + gap * y];
            fit.normal = [fit.normal[0] + x * x, fit.normal[1] + x * y, fit.normal[2] + y * y];
        }
        fit
    }

    fn gradient_norm(&self) -> f64 {
        self.gradient[0].abs().max(self.gradient[1].abs())
    }

    /// The step of Levenberg and Marquardt, no longer than 1 in either log rate.
    fn step(&self, damping: f64) -> [f64; 2] {
        let [first, mixed, second] = self.normal;
        let (first, second) = (first * (1.0 + damping) + 1e-300, second * (1.0 + damping) + 1e-300);
        let determinant = first * second - mixed * mixed;
        if determinant <= 0.0 {
            return self.gradient.map(|slope| -slope);
        }
        let [x, y] = self.gradient;
        [(mixed * y - second * x) / determinant, (mixed * x - first * y) / determinant]
            .map(|step| step.clamp(-1.0, 1.0))
    }
}

/// Probabilities of 0 to [`MOST_GOALS`] goals, and their derivatives by the logarithm of the rate.
fn poisson(rate: f64) -> ([f64; MOST_GOALS + 1], [f64; MOST_GOALS + 1]) {
    let mut probabilities = [0.0; MOST_GOALS + 1];
    let mut slopes = [0.0; MOST_GOALS + 1];
    let (mut term, mut previous) = (exp(-rate), 0.0);
    for goals in 0..=MOST_GOALS {
        probabilities[goals] = term;
        slopes[goals] = rate * (previous - term);
        previous = term;
        term *= rate / (goals + 1) as f64;
    }
    (probabilities, slopes)
}

/// Home win, draw, away win and over 2.5 goals of independent counts; linear in each of the two arguments.
fn outcomes(home: &[f64; MOST_GOALS + 1], away: &[f64; MOST_GOALS + 1]) -> [f64; 4] {
    let (mut win, mut draw, mut loss, mut under) = (0.0, 0.0, 0.0, 0.0);
    let (mut home_below, mut away_below) = (0.0, 0.0);
    for (goals, (x, y)) in home.iter().zip(away).enumerate() {
        win += x * away_below;
        draw += x * y;
        loss += y * home_below;
        home_below += x;
        away_below += y;
        if goals <= 2 {
            under += x * (away[0] + if goals <= 1 { away[1] } else { 0.0 } + if goals == 0 { away[2] } else { 0.0 });
        }
    }
    [win, draw, loss, home_below * away_below - under]
}

#[cfg(test)]
mod tests {
    use super::{Fit, GoalRatesError, MOST_GOALS, Targets, goal_rates, poisson};
    use proptest::prelude::*;

    /// Outcomes by summing the grid cell by cell, with the corrections as Dixon and Coles print them.
    fn grid(home: f64, away: f64, rho: f64) -> [f64; 4] {
        let ((a, _), (b, _)) = (poisson(home), poisson(away));
        let mut out = [0.0; 4];
        for i in 0..=MOST_GOALS {
            for j in 0..=MOST_GOALS {
                let tau = match (i, j) {
                    (0, 0) => 1.0 - home * away * rho,
                    (0, 1) => 1.0 + home * rho,
                    (1, 0) => 1.0 + away * rho,
                    (1, 1) => 1.0 - rho,
                    _ => 1.0,
                };
                let p = a[i] * b[j] * tau;
                out[usize::from(i <= j) + usize::from(i < j)] += p;
                out[3] += if i + j > 2 { p } else { 0.0 };
            }
        }
        out
    }

    proptest! {
        #[test]
        fn rates_come_back(home in 0.05_f64..5.0, away in 0.05_f64..5.0, rho in -0.15_f64..0.03, totals in any::<bool>()) {
            let [win, draw, loss, over] = grid(home, away, rho);
            let targets = Targets { win: [win, draw, loss], over_2_5: totals.then_some(over), rho };
            let found = goal_rates(&targets).unwrap();
            prop_assert!(found.converged && found.misfit < 1e-8, "{found:?}");
            prop_assert!((found.home / home - 1.0).abs() < 1e-5, "{home} {found:?}");
            prop_assert!((found.away / away - 1.0).abs() < 1e-5, "{away} {found:?}");
        }

        #[test]
        fn the_gradient_is_that_of_the_sum_of_squares(x in -2.0_f64..1.5, y in -2.0_f64..1.5, rho in -0.15_f64..0.1) {
            let targets = Targets { win: [0.5, 0.3, 0.2], over_2_5: Some(0.45), rho };
            let fit = Fit::at([x, y], &targets);
            let half = |x, y| 0.5 * Fit::at([x, y], &targets).squares;
            let step = 1e-5;
            let by_x = (half(x + step, y) - half(x - step, y)) / (2.0 * step);
            let by_y = (half(x, y + step) - half(x, y - step)) / (2.0 * step);
            prop_assert!((fit.gradient[0] - by_x).abs() < 1e-8 && (fit.gradient[1] - by_y).abs() < 1e-8);
        }

        #[test]
        fn any_market_gets_an_answer_or_an_error(home in 1e-9_f64..1.0, draw in 1e-9_f64..1.0, away in 1e-9_f64..1.0) {
            let total = home + draw + away;
            let targets = Targets { win: [home / total, draw / total, away / total], over_2_5: None, rho: 0.0 };
            let found = goal_rates(&targets).unwrap();
            prop_assert!(found.home > 0.0 && found.away > 0.0);
            prop_assert!(!found.converged || found.misfit < 0.35, "{found:?}");
        }
    }

    #[test]
    fn contradictory_totals_are_met_half_way_and_bad_targets_are_told() {
        let win = [0.45, 0.27, 0.28];
        let free = goal_rates(&Targets { win, over_2_5: None, rho: 0.0 }).unwrap();
        let low = goal_rates(&Targets { win, over_2_5: Some(0.3), rho: 0.0 }).unwrap();
        assert!(low.converged && low.misfit > 0.01 && low.home + low.away < free.home + free.away);
        let bad = |win, over_2_5, rho| goal_rates(&Targets { win, over_2_5, rho }).unwrap_err();
        assert!(matches!(bad([0.5, 0.5, 0.5], None, 0.0), GoalRatesError::Win { .. }));
        assert!(matches!(bad([1.0, 0.0, 0.0], None, 0.0), GoalRatesError::Win { .. }));
        assert!(matches!(bad(win, Some(f64::NAN), 0.0), GoalRatesError::Over { .. }));
        assert!(matches!(bad(win, None, f64::NAN), GoalRatesError::Rho { .. }));
        assert!(matches!(bad(win, None, -0.9), GoalRatesError::Rho { .. }));
    }
}
