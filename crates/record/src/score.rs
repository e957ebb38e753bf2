//! Scores, kept apart as they were reached: half-time, full time, extra time, shoot-out. Never one merged score.

use std::fmt;

use serde::{Deserialize, Serialize};

/// One of the two sides of a match, as listed. The first side is not always at home: see
/// [`Ground`](crate::Ground).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Side {
    /// The side listed first.
    Home,
    /// The side listed second.
    Away,
}

impl Side {
    /// Both sides, first side first.
    pub const BOTH: [Self; 2] = [Self::Home, Self::Away];

    /// The opponent.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Home => Self::Away,
            Self::Away => Self::Home,
        }
    }
}

/// Goals (or shoot-out kicks scored) of the two sides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Goals {
    /// By the side listed first.
    pub home: u8,
    /// By the side listed second.
    pub away: u8,
}

impl Goals {
    /// `home`-`away`.
    #[must_use]
    pub const fn new(home: u8, away: u8) -> Self {
        Self { home, away }
    }

    /// Goals of one side.
    #[must_use]
    pub const fn of(self, side: Side) -> u8 {
        match side {
            Side::Home => self.home,
            Side::Away => self.away,
        }
    }

    /// Adds one goal for `side`.
    #[must_use]
    pub const fn plus_one(self, side: Side) -> Self {
        match side {
            Side::Home => Self::new(self.home.saturating_add(1), self.away),
            Side::Away => Self::new(self.home, self.away.saturating_add(1)),
        }
    }

    /// The side ahead, `None` when level.
    #[must_use]
    pub const fn leader(self) -> Option<Side> {
        if self.home > self.away {
            Some(Side::Home)
        } else if self.away > self.home {
            Some(Side::Away)
        } else {
            None
        }
    }

    /// All goals.
    #[must_use]
    pub const fn total(self) -> u16 {
        self.home as u16 + self.away as u16
    }

    /// Lead of `side`, negative when behind.
    #[must_use]
    pub fn margin(self, side: Side) -> i16 {
        i16::from(self.of(side)) - i16::from(self.of(side.other()))
    }

    /// The same score with the sides exchanged.
    #[must_use]
    pub const fn swapped(self) -> Self {
        Self::new(self.away, self.home)
    }

    /// Seen from `side`: its own goals first.
    #[must_use]
    pub const fn seen_from(self, side: Side) -> Self {
        match side {
            Side::Home => self,
            Side::Away => self.swapped(),
        }
    }

    /// Whether neither side has fewer goals than in `earlier`.
    #[must_use]
    pub const fn follows(self, earlier: Self) -> bool {
        self.home >= earlier.home && self.away >= earlier.away
    }
}

impl fmt::Display for Goals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.home, self.away)
    }
}

/// How extra time was to end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ExtraTimeRule {
    /// Thirty minutes are played out.
    #[default]
    PlayedOut,
    /// The first goal ended the match.
    GoldenGoal,
    /// A lead at the interval of extra time ended the match.
    SilverGoal,
}

/// A penalty shoot-out. Kicks are listed with the match, where they are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShootOut {
    /// Kicks scored, where the source counts them.
    pub score: Option<Goals>,
    /// Who won it.
    pub winner: Side,
    /// Who kicked first, where known.
    pub first: Option<Side>,
}

/// The score of a match at every stage it reached. All scores are cumulative goals; the shoot-out is counted apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// After the first half.
    pub half_time: Option<Goals>,
    /// After ninety minutes and added time. Known to be the end of play only if no extra time was played: see
    /// [`end`](Self::end).
    pub full_time: Option<Goals>,
    /// After extra time, when it was played and is known to have been.
    pub extra_time: Option<Goals>,
    /// At the end of play, extra time included. Some sources give only this.
    pub end: Option<Goals>,
    /// How extra time was to end.
    pub extra_time_rule: ExtraTimeRule,
    /// The shoot-out, when there was one.
    pub shoot_out: Option<ShootOut>,
}

/// Why a score contradicts itself.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("impossible score: {earlier_name} {earlier} but {later_name} {later}")]
pub struct ScoreError {
    earlier_name: &'static str,
    earlier: Goals,
    later_name: &'static str,
    later: Goals,
}

impl Score {
    /// A score known only at the end of play, where extra time may have been included.
    #[must_use]
    pub fn at_end(end: Goals) -> Self {
        Self { end: Some(end), ..Self::default() }
    }

    /// A score after ninety minutes with nothing played after.
    #[must_use]
    pub fn after_ninety(full_time: Goals) -> Self {
        Self { full_time: Some(full_time), end: Some(full_time), ..Self::default() }
    }

    /// A score after extra time.
    #[must_use]
    pub fn after_extra_time(full_time: Option<Goals>, extra_time: Goals) -> Self {
        Self { full_time, extra_time: Some(extra_time), end: Some(extra_time), ..Self::default() }
    }

    /// Whether the score at the end may include an extra time that the sources do not tell apart.
    #[must_use]
    pub fn end_may_include_extra_time(&self) -> bool {
        self.end.is_some() && self.full_time.is_none() && self.extra_time.is_none()
    }

    /// Who won by goals or in the shoot-out; `None` for a draw or an unknown score.
    #[must_use]
    pub fn winner(&self) -> Option<Side> {
        self.end.and_then(Goals::leader).or_else(|| self.shoot_out.map(|shoot_out| shoot_out.winner))
    }

    /// The same score with the sides exchanged.
    #[must_use]
    pub fn swapped(self) -> Self {
        Self {
            half_time: self.half_time.map(Goals::swapped),
            full_time: self.full_time.map(Goals::swapped),
            extra_time: self.extra_time.map(Goals::swapped),
            end: self.end.map(Goals::swapped),
            extra_time_rule: self.extra_time_rule,
            shoot_out: self.shoot_out.map(|shoot_out| ShootOut {
                score: shoot_out.score.map(Goals::swapped),
                winner: shoot_out.winner.other(),
                first: shoot_out.first.map(Side::other),
            }),
        }
    }

    /// Checks that goals never decrease and that a shoot-out has a winner.
    ///
    /// # Errors
    /// Names the first pair of scores that contradict each other.
    pub fn check(&self) -> Result<(), ScoreError> {
        let stages = [
            ("half-time", self.half_time),
            ("full time", self.full_time),
            ("after extra time", self.extra_time),
            ("at the end", self.end),
        ];
        let mut earlier: Option<(&'static str, Goals)> = None;
        for (name, goals) in stages {
            let Some(goals) = goals else { continue };
            if let Some((earlier_name, before)) = earlier
                && !goals.follows(before)
            {
                return Err(ScoreError { earlier_name, earlier: before, later_name: name, later: goals });
            }
            earlier = Some((name, goals));
        }
        if let Some(shoot_out) = self.shoot_out
            && let Some(score) = shoot_out.score
            && score.leader() != Some(shoot_out.winner)
        {
            return Err(ScoreError {
                earlier_name: "shoot-out",
                earlier: score,
                later_name: "a winner of it at",
                later: match shoot_out.winner {
                    Side::Home => Goals::new(1, 0),
                    Side::Away => Goals::new(0, 1),
                },
            });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shoot_out_decides_only_a_level_match() {
        let mut score = Score::after_extra_time(Some(Goals::new(2, 2)), Goals::new(3, 3));
        assert_eq!(score.winner(), None);
        score.shoot_out = Some(ShootOut { score: Some(Goals::new(4, 2)), winner: Side::Home, first: None });
        assert_eq!(score.winner(), Some(Side::Home));
        assert_eq!(score.swapped().winner(), Some(Side::Away));
        assert_eq!(score.check(), Ok(()));
    }

    #[test]
    fn goals_cannot_be_taken_back() {
        let mut score = Score::after_ninety(Goals::new(1, 2));
        score.half_time = Some(Goals::new(2, 0));
        assert_eq!(score.check().unwrap_err().to_string(), "impossible score: half-time 2-0 but full time 1-2");
    }
}
