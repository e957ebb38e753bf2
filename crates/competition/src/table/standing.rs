//! What a team did in some matches.

use crate::criterion::Measure;

/// A match that counts: who, first side at home where anyone is, and the goals that count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Game {
    /// First and second side.
    pub sides: [u8; 2],
    /// Their goals.
    pub goals: [u8; 2],
}

/// What a team did in some matches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Matches played.
    pub played: u16,
    /// Won.
    pub won: u16,
    /// Drawn.
    pub drawn: u16,
    /// Lost.
    pub lost: u16,
    /// Goals for.
    pub goals_for: u16,
    /// Goals against.
    pub goals_against: u16,
    /// Goals for as the second side.
    pub away_goals: u16,
    /// Won as the second side.
    pub away_wins: u16,
    /// Points.
    pub points: u16,
}

impl Standing {
    /// Goals for less goals against.
    #[must_use]
    pub fn goal_difference(&self) -> i32 {
        i32::from(self.goals_for) - i32::from(self.goals_against)
    }

    /// A measure of it.
    #[must_use]
    pub fn measure(&self, measure: Measure) -> i32 {
        match measure {
            Measure::Points => i32::from(self.points),
            Measure::GoalDifference => self.goal_difference(),
            Measure::GoalsFor => i32::from(self.goals_for),
            Measure::AwayGoals => i32::from(self.away_goals),
        }
    }

    /// Adds a match seen from one side.
    pub fn add(&mut self, own: u8, other: u8, away: bool, points: [u8; 3]) {
        let [win, draw, loss] = points.map(u16::from);
        self.played += 1;
        self.goals_for += u16::from(own);
        self.goals_against += u16::from(other);
        if away {
            self.away_goals += u16::from(own);
        }
        if own > other {
            self.won += 1;
            self.away_wins += u16::from(away);
            self.points += win;
        } else if own == other {
            self.drawn += 1;
            self.points += draw;
        } else {
            self.lost += 1;
            self.points += loss;
        }
    }
}

/// The standings of `size` teams after some matches, with the points of a win, a draw and a defeat. Matches of a team
/// numbered `size` or more count for the other side alone.
#[must_use]
pub fn tally(size: usize, games: &[Game], points: [u8; 3]) -> Vec<Standing> {
    let mut standings = vec![Standing::default(); size];
    for game in games {
        let [first, second] = game.sides.map(usize::from);
        let [home, away] = game.goals;
        if let Some(standing) = standings.get_mut(first) {
            standing.add(home, away, false, points);
        }
        if let Some(standing) = standings.get_mut(second) {
            standing.add(away, home, true, points);
        }
    }
    standings
}
