//! What a match between two sides can end in.

use byline_forecast::ScoreGrid;
use byline_forecast::counts::poisson;
use byline_forecast::in_play::Parameters;
use byline_record::ExtraTimeRule;

use crate::edition::{Decider, Level};

/// Goals of a side in extra time that are told apart; more has a chance below one in 10^8.
const EXTRA_GOALS: usize = 12;

/// What a match between two sides can end in.
#[derive(Clone, Debug, PartialEq)]
pub struct Pairing {
    /// Chance of every score after ninety minutes.
    pub grid: ScoreGrid,
    /// Expected goals of both sides in thirty minutes of extra time.
    pub extra_goals: [f64; 2],
    /// Chance that the first side wins a shoot-out.
    pub shoot_out: f64,
}

impl Pairing {
    /// A match with the grid's goals in ninety minutes, the shipped share of them in extra time
    /// ([`Parameters::extra_time`]) and an even shoot-out.
    #[must_use]
    pub fn new(grid: ScoreGrid) -> Self {
        let share = Parameters::shipped().extra_time;
        let extra_goals = grid.expected_goals().map(|goals| share * goals);
        Self { grid, extra_goals, shoot_out: 0.5 }
    }

    /// The same match with the sides the other way round.
    #[must_use]
    pub fn turned(&self) -> Self {
        let (rows, columns) = (self.grid.rows(), self.grid.columns());
        let cells = (0..rows * columns).map(|at| self.grid.at(at % rows, at / rows)).collect();
        // The cells of a grid are those of a grid.
        let grid = ScoreGrid::new(columns, rows, cells).unwrap_or_else(|_| self.grid.clone());
        let [first, second] = self.extra_goals;
        Self { grid, extra_goals: [second, first], shoot_out: 1.0 - self.shoot_out }
    }

    /// Chances of a win of the first side, no decision, and a win of the second in extra time. Goals are independent
    /// and Poisson.
    #[must_use]
    pub fn extra_time(&self, rule: ExtraTimeRule) -> [f64; 3] {
        let [first, second] = self.extra_goals.map(|goals| if goals.is_finite() { goals.max(0.0) } else { 0.0 });
        match rule {
            ExtraTimeRule::PlayedOut => lead([first, second]),
            ExtraTimeRule::SilverGoal => {
                let half = lead([first / 2.0, second / 2.0]);
                [half[0] + half[1] * half[0], half[1] * half[1], half[2] + half[1] * half[2]]
            }
            ExtraTimeRule::GoldenGoal => {
                let none = libm::exp(-(first + second));
                let share = if first + second > 0.0 { first / (first + second) } else { 0.5 };
                [(1.0 - none) * share, none, (1.0 - none) * (1.0 - share)]
            }
        }
    }

    /// The chance that the first side goes through where a level score is decided as `level` says. A replay is the same
    /// match once more; what nothing decides, lots do.
    #[must_use]
    pub fn through(&self, level: &Level) -> f64 {
        self.first_wins(level.extra_time, level.then.iter().flatten().copied())
    }

    fn first_wins(&self, extra_time: Option<ExtraTimeRule>, mut then: impl Iterator<Item = Decider>) -> f64 {
        let [mut win, mut level, _] = self.grid.win();
        if let Some(rule) = extra_time {
            let extra = self.extra_time(rule);
            win += level * extra[0];
            level *= extra[1];
        }
        let then = match then.next() {
            // One replay, then what is left.
            Some(Decider::Replay) => {
                let rest: Vec<Decider> = then.filter(|decider| *decider != Decider::Replay).collect();
                self.first_wins(extra_time, rest.into_iter())
            }
            Some(Decider::ShootOut) => self.shoot_out,
            Some(Decider::Lots) | None => 0.5,
        };
        win + level * then
    }

    /// Chances of the goals that count where extra time after a level score does, as in groups of 1954; 0 to 15 goals
    /// of each side, more counted as fifteen.
    #[must_use]
    pub(super) fn counted(&self, extra_time: bool) -> [f64; 256] {
        let mut cells = [0.0; 256];
        let extra = extra_time.then(|| self.extra_goals.map(|goals| poisson(goals, EXTRA_GOALS)));
        for ([home, away], chance) in self.grid.scores() {
            match &extra {
                Some([first, second]) if home == away => {
                    for (more_home, one) in first.iter().enumerate() {
                        for (more_away, other) in second.iter().enumerate() {
                            cells[code(home + more_home, away + more_away)] += chance * one * other;
                        }
                    }
                }
                _ => cells[code(home, away)] += chance,
            }
        }
        cells
    }
}

/// The number of a score: goals of the first side times 16, and of the second.
pub(super) const fn code(home: usize, away: usize) -> usize {
    let home = if home > 15 { 15 } else { home };
    let away = if away > 15 { 15 } else { away };
    home * 16 + away
}

/// Chances of a lead, none, and a lead of the second side when goals are independent and Poisson.
fn lead(rates: [f64; 2]) -> [f64; 3] {
    let [first, second] = rates.map(|rate| poisson(rate, EXTRA_GOALS));
    let (mut win, mut level, mut below) = (0.0, 0.0, 0.0);
    for (one, other) in first.iter().zip(&second) {
        win += one * below;
        level += one * other;
        below += other;
    }
    [win, level, (1.0 - win - level).max(0.0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairing() -> Pairing {
        Pairing::new(ScoreGrid::independent(&poisson(1.6, 20), &poisson(0.9, 20)).unwrap())
    }

    #[test]
    fn extra_time_is_a_third_of_a_match_or_less() {
        let pairing = pairing();
        let share = pairing.extra_goals[0] / 1.6;
        assert!((0.2..0.4).contains(&share), "{share}");
        for rule in [ExtraTimeRule::PlayedOut, ExtraTimeRule::SilverGoal, ExtraTimeRule::GoldenGoal] {
            let chances = pairing.extra_time(rule);
            assert!((chances.iter().sum::<f64>() - 1.0).abs() < 1e-9, "{chances:?}");
            assert!(chances[0] > chances[2]);
        }
        // No goal at all, and the first goal in proportion.
        let golden = pairing.extra_time(ExtraTimeRule::GoldenGoal);
        assert!((golden[0] / golden[2] - 16.0 / 9.0).abs() < 1e-9);
        assert!(pairing.extra_time(ExtraTimeRule::PlayedOut)[1] > golden[1]);
    }

    #[test]
    fn somebody_goes_through() {
        let pairing = pairing();
        let turned = pairing.turned();
        for extra_time in [None, Some(ExtraTimeRule::PlayedOut), Some(ExtraTimeRule::SilverGoal)] {
            for then in
                [[Some(Decider::ShootOut), None, None], [Some(Decider::Replay), Some(Decider::Lots), None], [None; 3]]
            {
                let level = Level { extra_time, then };
                assert!((pairing.through(&level) + turned.through(&level) - 1.0).abs() < 1e-9);
            }
        }
        let [win, draw, _] = pairing.grid.win();
        let lots = Level { extra_time: None, then: [Some(Decider::Lots), None, None] };
        assert!((pairing.through(&lots) - win - draw / 2.0).abs() < 1e-12);
        let replay = Level { extra_time: None, then: [Some(Decider::Replay), Some(Decider::Lots), None] };
        assert!((pairing.through(&replay) - win - draw * (win + draw / 2.0)).abs() < 1e-12);
        let again = turned.turned().grid.win();
        assert!(again.iter().zip(pairing.grid.win()).all(|(one, other)| (one - other).abs() < 1e-12));
    }

    #[test]
    fn goals_of_extra_time_count_only_after_a_draw() {
        let pairing = pairing();
        let [ninety, counted] = [false, true].map(|extra| pairing.counted(extra));
        assert!((counted.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        let draws = |cells: &[f64; 256]| (0..16).map(|goals| cells[code(goals, goals)]).sum::<f64>();
        let extra = pairing.extra_time(ExtraTimeRule::PlayedOut);
        assert!((draws(&counted) - draws(&ninety) * extra[1]).abs() < 1e-9);
    }
}
