//! The match clock as newspapers print it: `84`, `45+2`, `90+6`, `105+1`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A quarter of the match clock that has its own added time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Period {
    /// Minutes 1 to 45 and added time.
    FirstHalf,
    /// Minutes 46 to 90 and added time.
    SecondHalf,
    /// Minutes 91 to 105 and added time.
    ExtraTimeFirstHalf,
    /// Minutes 106 to 120 and added time.
    ExtraTimeSecondHalf,
}

impl Period {
    /// Last minute of the period on the clock, before added time.
    #[must_use]
    pub const fn last_minute(self) -> u8 {
        match self {
            Self::FirstHalf => 45,
            Self::SecondHalf => 90,
            Self::ExtraTimeFirstHalf => 105,
            Self::ExtraTimeSecondHalf => 120,
        }
    }

    /// The words a report uses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::FirstHalf => "first half",
            Self::SecondHalf => "second half",
            Self::ExtraTimeFirstHalf => "first half of extra time",
            Self::ExtraTimeSecondHalf => "second half of extra time",
        }
    }
}

/// A minute of a match. `84` is the eighty-fourth minute (84:00 on a running clock is the end of it); `90+6` is the
/// sixth minute of time added to the second half. Ordered as the match runs: 45+2 comes before 46.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "(u8, u8)", into = "(u8, u8)")]
pub struct Clock {
    minute: u8,
    added: u8,
}

/// Why a text or a pair of numbers is no minute of a match.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{text}` is not a minute of a match: expected 1 to 120, with added time after 45, 90, 105 or 120 (`84`, `45+2`)"
)]
pub struct ClockError {
    text: String,
}

impl Clock {
    /// The minute, 1 to 120, without added time.
    ///
    /// # Errors
    /// If the minute is 0 or more than 120.
    pub fn new(minute: u8) -> Result<Self, ClockError> {
        Self::with_added(minute, 0)
    }

    /// A minute of added time; `added` 0 means none. Added time exists only after 45, 90, 105 and 120.
    ///
    /// # Errors
    /// If there is no such minute.
    pub fn with_added(minute: u8, added: u8) -> Result<Self, ClockError> {
        let fits = (1..=120).contains(&minute) && (added == 0 || matches!(minute, 45 | 90 | 105 | 120) && added <= 60);
        if fits {
            Ok(Self { minute, added })
        } else {
            Err(ClockError { text: if added == 0 { minute.to_string() } else { format!("{minute}+{added}") } })
        }
    }

    /// The minute without added time, 1 to 120.
    #[must_use]
    pub const fn minute(self) -> u8 {
        self.minute
    }

    /// Minutes of added time, 0 where there is none.
    #[must_use]
    pub const fn added(self) -> u8 {
        self.added
    }

    /// The minute with added time folded into the last minute of its period, as some sources print it.
    #[must_use]
    pub const fn folded(self) -> Self {
        Self { minute: self.minute, added: 0 }
    }

    /// The period the minute belongs to.
    #[must_use]
    pub const fn period(self) -> Period {
        match self.minute {
            0..=45 => Period::FirstHalf,
            46..=90 => Period::SecondHalf,
            91..=105 => Period::ExtraTimeFirstHalf,
            _ => Period::ExtraTimeSecondHalf,
        }
    }

    /// How far apart two minutes are on the clock face, in minutes. Added time counts on within its period, so 90+3
    /// is three minutes from 90; minutes of different periods are compared without added time.
    #[must_use]
    pub fn distance(self, other: Self) -> u8 {
        let elapsed = |clock: Self| u16::from(clock.minute) + u16::from(clock.added);
        let gap = if self.period() == other.period() {
            elapsed(self).abs_diff(elapsed(other))
        } else {
            u16::from(self.minute).abs_diff(u16::from(other.minute))
        };
        u8::try_from(gap).unwrap_or(u8::MAX)
    }

    /// Whether two sources can mean the same minute: equal, or equal once added time is folded and one of them
    /// does not keep it.
    #[must_use]
    pub fn same_but_for_folding(self, other: Self) -> bool {
        self == other || (self.minute == other.minute && (self.added == 0 || other.added == 0))
    }
}

impl TryFrom<(u8, u8)> for Clock {
    type Error = ClockError;

    fn try_from((minute, added): (u8, u8)) -> Result<Self, ClockError> {
        Self::with_added(minute, added)
    }
}

impl From<Clock> for (u8, u8) {
    fn from(clock: Clock) -> Self {
        (clock.minute, clock.added)
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.added == 0 { write!(f, "{}", self.minute) } else { write!(f, "{}+{}", self.minute, self.added) }
    }
}

impl FromStr for Clock {
    type Err = ClockError;

    /// Reads `84`, `84'`, `45+2`, `45+2'` and `45'+2'`.
    fn from_str(text: &str) -> Result<Self, ClockError> {
        let error = || ClockError { text: text.to_owned() };
        let number = |part: &str| part.trim_end_matches(['\'', '’']).parse::<u8>().map_err(|_| error());
        let (minute, added) = match text.trim().split_once('+') {
            None => (number(text.trim())?, 0),
            Some((minute, added)) => (number(minute)?, number(added)?),
        };
        Self::with_added(minute, added).map_err(|_| error())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clock(text: &str) -> Clock {
        text.parse().unwrap()
    }

    #[test]
    fn reads_what_it_prints() {
        for text in ["1", "84", "45+2", "90+13", "105+1", "120+3"] {
            assert_eq!(clock(text).to_string(), text);
        }
        assert_eq!(clock("90'+3'"), clock("90+3"));
    }

    #[test]
    fn refuses_what_is_no_minute() {
        for text in ["", "0", "121", "44+2", "90+", "+3", "300", "9o", "-4", "90+99"] {
            assert!(text.parse::<Clock>().is_err(), "{text}");
        }
    }

    #[test]
    fn runs_in_the_order_of_the_match() {
        let order = ["1", "45", "45+1", "46", "90", "90+6", "91", "105", "105+2", "106", "120+1"];
        assert!(order.windows(2).all(|pair| clock(pair[0]) < clock(pair[1])));
        assert_eq!(clock("45+3").period(), Period::FirstHalf);
        assert_eq!(clock("46").period(), Period::SecondHalf);
    }

    #[test]
    fn folding_is_told_from_disagreeing() {
        assert!(clock("90+3").same_but_for_folding(clock("90")));
        assert!(!clock("108").same_but_for_folding(clock("109")));
        assert!(!clock("90+3").same_but_for_folding(clock("90+4")));
        assert_eq!(clock("90+3").distance(clock("90+4")), 1);
        assert_eq!(clock("45+3").distance(clock("46")), 1);
    }
}
