//! A match as it stands, and the rules it is played by.

use std::fmt;

use serde::{Deserialize, Serialize};

/// One of the two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The side listed first; at home unless the venue is neutral.
    Home,
    /// The side listed second.
    Away,
}

impl Side {
    /// The other side.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Home => Self::Away,
            Self::Away => Self::Home,
        }
    }

    /// Place in a pair: 0 or 1.
    #[must_use]
    pub fn index(self) -> usize {
        match self {
            Self::Home => 0,
            Self::Away => 1,
        }
    }
}

/// Part of a match. Breaks belong to the part that follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// First half, with its added time.
    FirstHalf,
    /// Second half, with its added time.
    SecondHalf,
    /// First half of extra time.
    ExtraFirst,
    /// Second half of extra time.
    ExtraSecond,
    /// The shoot-out.
    ShootOut,
    /// The match is over.
    Over,
}

impl Period {
    /// Regular minutes: 45 or 15, and 0 where nothing is played by the clock.
    #[must_use]
    pub fn minutes(self) -> f64 {
        match self {
            Self::FirstHalf | Self::SecondHalf => 45.0,
            Self::ExtraFirst | Self::ExtraSecond => 15.0,
            Self::ShootOut | Self::Over => 0.0,
        }
    }

    /// Minutes of the match that its regular time ends with: 45, 90, 105 or 120.
    #[must_use]
    pub fn ends(self) -> u8 {
        match self {
            Self::FirstHalf => 45,
            Self::SecondHalf => 90,
            Self::ExtraFirst => 105,
            _ => 120,
        }
    }
}

/// A minute as reports write it: 84, or 90+6 in added time. Minute 1 is the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Clock {
    /// The minute, 0 (kick-off) to 120.
    pub minute: u8,
    /// Minutes of added time; 0 in regular time.
    pub added: u8,
}

impl Clock {
    /// A minute of regular time.
    #[must_use]
    pub fn minute(minute: u8) -> Self {
        Self { minute, added: 0 }
    }

    /// A minute of added time, as 90+6.
    #[must_use]
    pub fn added(minute: u8, added: u8) -> Self {
        Self { minute, added }
    }

    /// The part of the match it lies in.
    #[must_use]
    pub fn period(self) -> Period {
        match self.minute {
            0..=45 => Period::FirstHalf,
            46..=90 => Period::SecondHalf,
            91..=105 => Period::ExtraFirst,
            _ => Period::ExtraSecond,
        }
    }

    /// Minutes since the part began, at the middle of this minute, where what is dated by the minute alone is put.
    #[must_use]
    pub fn elapsed(self) -> f64 {
        (self.end() - 0.5).max(0.0)
    }

    /// Minutes since the part began, at the end of this minute.
    #[must_use]
    pub fn end(self) -> f64 {
        let period = self.period();
        f64::from(self.minute.min(120)) - (f64::from(period.ends()) - period.minutes()) + f64::from(self.added)
    }

    /// The minute that is being played `elapsed` minutes into a part of the match; a full minute belongs to what ends.
    #[must_use]
    pub fn at(period: Period, elapsed: f64) -> Self {
        let minute = elapsed.clamp(0.0, 200.0).ceil();
        let regular = period.minutes();
        let start = period.ends() - regular as u8;
        if minute <= regular {
            Self { minute: start + minute as u8, added: 0 }
        } else {
            Self { minute: period.ends(), added: (minute - regular) as u8 }
        }
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.added == 0 { write!(f, "{}", self.minute) } else { write!(f, "{}+{}", self.minute, self.added) }
    }
}

/// A match at one moment.
///
/// Values out of range are read as the nearest in range, a minute that is no number as 0.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// Part of the match.
    pub period: Period,
    /// Minutes since the part began: above 45 (15 in extra time) is added time.
    pub elapsed: f64,
    /// Goals so far, extra time included, shoot-out not.
    pub score: [u8; 2],
    /// Men on the pitch, 11 down to 7.
    pub men: [u8; 2],
    /// The side that has been given a penalty not yet taken.
    pub penalty: Option<Side>,
    /// Added minutes announced for this part, once they are.
    pub announced: Option<u8>,
    /// Score after ninety minutes, once they are over. Without it a match in extra time was level (on aggregate).
    pub ninety: Option<[u8; 2]>,
}

impl State {
    /// Kick-off: nothing has happened.
    #[must_use]
    pub fn kick_off() -> Self {
        Self {
            period: Period::FirstHalf,
            elapsed: 0.0,
            score: [0, 0],
            men: [11, 11],
            penalty: None,
            announced: None,
            ninety: None,
        }
    }

    /// Eleven against eleven in the first or second half, with `minutes` of the ninety played: 45 is the end of regular
    /// time in the first half, with its added time still to come.
    #[must_use]
    pub fn after(minutes: f64, score: [u8; 2]) -> Self {
        let (period, elapsed) =
            if minutes > 45.0 { (Period::SecondHalf, minutes - 45.0) } else { (Period::FirstHalf, minutes) };
        Self { period, elapsed, score, ..Self::kick_off() }
    }

    /// The first side's lead.
    #[must_use]
    pub fn lead(&self) -> i32 {
        i32::from(self.score[0]) - i32::from(self.score[1])
    }

    pub(super) fn with_goal(mut self, side: Side) -> Self {
        let goals = &mut self.score[side.index()];
        *goals = goals.saturating_add(1);
        self.penalty = None;
        self
    }
}

/// How extra time ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExtraTime {
    /// Both halves are played out.
    Full,
    /// The first goal ends the match (World Cups of 1998 and 2002, European Championships of 1996 and 2000).
    GoldenGoal,
    /// A lead at the end of its first half ends the match (European Championship of 2004).
    SilverGoal,
}

impl From<byline_record::ExtraTimeRule> for ExtraTime {
    fn from(rule: byline_record::ExtraTimeRule) -> Self {
        match rule {
            byline_record::ExtraTimeRule::PlayedOut => Self::Full,
            byline_record::ExtraTimeRule::GoldenGoal => Self::GoldenGoal,
            byline_record::ExtraTimeRule::SilverGoal => Self::SilverGoal,
        }
    }
}

/// How a match that must have a winner finds one. Replays and away goals are not modelled.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tie {
    /// Extra time; none where a draw goes to a shoot-out at once.
    pub extra_time: Option<ExtraTime>,
    /// The first side's lead from the other leg, 0 in a single match.
    pub aggregate: i8,
    /// Probability that the first side wins a shoot-out.
    pub shoot_out: f64,
}

impl Default for Tie {
    fn default() -> Self {
        Self { extra_time: Some(ExtraTime::Full), aggregate: 0, shoot_out: 0.5 }
    }
}

/// What a match is played by, as far as its chances go. The default is a league match of today at home.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rules {
    /// Day of the match, in days since 1970-01-01: added time depends on it.
    pub day: i32,
    /// Whether neither side is at home.
    pub neutral: bool,
    /// How a winner is found, in a knock-out.
    pub tie: Option<Tie>,
    /// Probability that each side scores a penalty; [`super::Parameters::penalty`] where not given.
    pub penalty: Option<[f64; 2]>,
}

impl Default for Rules {
    fn default() -> Self {
        Self { day: i32::MAX, neutral: false, tie: None, penalty: None }
    }
}

/// Expected goals of both sides in a whole ordinary match of ninety minutes and added time.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rates {
    /// Of the first side, .001 to 15.
    pub home: f64,
    /// Of the second side.
    pub away: f64,
    /// Covariance of the natural logarithms of the two, for intervals.
    pub covariance: Option<[[f64; 2]; 2]>,
}

impl Rates {
    /// Rates without uncertainty.
    #[must_use]
    pub fn new(home: f64, away: f64) -> Self {
        Self { home, away, covariance: None }
    }
}

/// Chances at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Chances {
    /// That the match stands at a win of the first side, a draw, a win of the second after ninety minutes.
    pub win: [f64; 3],
    /// That each side goes through, in a knock-out.
    pub through: Option<[f64; 2]>,
}

impl Chances {
    /// What a side plays for: going through in a knock-out, winning in ninety minutes otherwise.
    #[must_use]
    pub fn of(&self, side: Side) -> f64 {
        match self.through {
            Some(through) => through[side.index()],
            None => self.win[2 * side.index()],
        }
    }

    pub(super) fn mix(weight: f64, one: Self, other: Self) -> Self {
        let blend = |a: f64, b: f64| weight * a + (1.0 - weight) * b;
        Self {
            win: std::array::from_fn(|i| blend(one.win[i], other.win[i])),
            through: one.through.zip(other.through).map(|(a, b)| [blend(a[0], b[0]), blend(a[1], b[1])]),
        }
    }
}
