//! Precisions of the team effects from the matches themselves.
//!
//! The marginal likelihood of the precisions, team effects integrated out, is approximated by Laplace's method:
//! ln m = penalised log-likelihood at the optimum + ½ ln det(prior precision) - ½ ln det(information).

use super::report::Precisions;

/// Precisions are looked for between e^-12 and e^12; at either end the report says so.
pub(super) const WIDEST: f64 = 12.0;

/// Which precisions are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// One for attack and defence.
    Both,
    Strength,
    Style,
    TeamHome,
}

impl Direction {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Both => "precision of attack and defence",
            Self::Strength => "precision of strength",
            Self::Style => "precision of style",
            Self::TeamHome => "precision of own home effects",
        }
    }

    pub(super) fn set(self, precisions: &mut Precisions, log: f64) {
        let value = libm::exp(log);
        match self {
            Self::Both => (precisions.strength, precisions.style) = (value, value),
            Self::Strength => precisions.strength = value,
            Self::Style => precisions.style = value,
            Self::TeamHome => precisions.team_home = value,
        }
    }
}

/// Climbs a smooth function of a few logarithms coordinate by coordinate, each time to the top of the parabola through
/// three points; the function may fail (`None`) and is then no place to go. Returns the best point.
pub(super) fn parabolas(start: Vec<f64>, mut function: impl FnMut(&[f64]) -> Option<f64>) -> Option<Vec<f64>> {
    const CLOSE: f64 = 0.01;
    let mut at = start;
    let mut best = function(&at)?;
    let mut widths = vec![0.7; at.len()];
    for _ in 0..12 {
        let mut moved: f64 = 0.0;
        for place in 0..at.len() {
            let (here, width) = (at[place], widths[place]);
            let mut try_at = |log: f64| {
                let mut point = at.clone();
                point[place] = log.clamp(-WIDEST, WIDEST);
                function(&point).map(|value| (point[place], value))
            };
            let (up, down) = (try_at(here + width), try_at(here - width));
            let mut candidates = vec![up, down];
            if let (Some((_, up)), Some((_, down))) = (up, down) {
                let bend = up + down - 2.0 * best;
                if bend < 0.0 {
                    let shift = 0.5 * width * (down - up) / bend;
                    if shift.abs() < 3.0 * width {
                        candidates.push(try_at(here + shift));
                    }
                }
            }
            for (log, value) in candidates.into_iter().flatten() {
                if value > best {
                    best = value;
                    moved = moved.max((log - here).abs());
                    widths[place] = 2.0 * (log - here).abs();
                    at[place] = log;
                }
            }
            widths[place] = if at[place] == here { width * 0.3 } else { widths[place].clamp(0.1, 2.5) };
        }
        if moved < CLOSE && widths.iter().all(|width| *width < 0.25) {
            break;
        }
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::{WIDEST, parabolas};

    #[test]
    fn finds_the_top_and_stops_at_the_end_of_the_range() {
        let top = parabolas(vec![0.0, 0.0], |at| {
            let (x, y) = (at[0] - 2.7, at[1] + 1.1);
            Some(-libm::cosh(0.4 * x) - y * y - 0.2 * x * y)
        });
        let top = top.unwrap();
        assert!((top[0] - 2.7).abs() < 0.02 && (top[1] + 1.1).abs() < 0.02, "{top:?}");
        let end = parabolas(vec![0.0], |at| Some(libm::atan(0.1 * at[0]))).unwrap();
        assert!((end[0] - WIDEST).abs() < 0.1, "{end:?}");
        assert_eq!(parabolas(vec![0.0], |_| None), None);
    }
}
