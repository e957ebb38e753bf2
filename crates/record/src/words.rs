//! The words by which tables outside the program (the store, exports) write what has a fixed set of values.

use crate::{
    Card, CompetitionClass, Direction, Extent, ExtraTimeRule, Foot, Ground, PenaltyOutcome, Position, Sex, Side,
    StageKind, Status, Table, TeamKind, Tie,
};

/// A value written as one word or phrase.
pub(crate) trait Word: Copy + 'static {
    /// What the values are, for error messages: `side`.
    const WHAT: &'static str;
    /// Every value.
    const ALL: &'static [Self];

    /// The word of a value.
    fn word(self) -> &'static str;

    /// The value of a word.
    fn read_word(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.word() == text)
    }
}

/// Words for a type: in a list of its own, or by a function the type has already.
macro_rules! words {
    ($kind:ident, $what:literal, { $($value:expr => $word:literal,)* }) => {
        impl Word for $kind {
            const WHAT: &'static str = $what;
            const ALL: &'static [Self] = &[$($value,)*];

            fn word(self) -> &'static str {
                $(if self == $value { return $word; })*
                ""
            }
        }
    };
    ($kind:ident, $what:literal, $function:ident, [$($value:ident,)*]) => {
        impl Word for $kind {
            const WHAT: &'static str = $what;
            const ALL: &'static [Self] = &[$(Self::$value,)*];

            fn word(self) -> &'static str {
                self.$function()
            }
        }
    };
}

words!(Side, "side", { Self::Home => "home", Self::Away => "away", });
words!(Sex, "sex", { Self::Men => "men", Self::Women => "women", });
words!(TeamKind, "kind of team", { Self::National => "national", Self::Club => "club", });
words!(Foot, "foot", { Self::Left => "left", Self::Right => "right", });
words!(Direction, "direction", { Self::Left => "left", Self::Centre => "centre", Self::Right => "right", });
words!(Tie, "kind of tie", {
    Self::Ordinary => "ordinary",
    Self::Replay => "replay",
    Self::PlayOff => "play-off",
});
words!(ExtraTimeRule, "rule of extra time", {
    Self::PlayedOut => "played out",
    Self::GoldenGoal => "golden goal",
    Self::SilverGoal => "silver goal",
});
words!(Ground, "ground", {
    Self::Unknown => "unknown",
    Self::Neutral => "neutral",
    Self::HomeOf(Side::Home) => "home",
    Self::HomeOf(Side::Away) => "away",
});
words!(Card, "card", key, [Yellow, SecondYellow, Red,]);
words!(Status, "status", key, [Scheduled, Played, Abandoned, Awarded, Walkover, Cancelled,]);
words!(PenaltyOutcome, "outcome of a penalty", key, [Scored, Saved, OffTarget, Woodwork, Missed,]);
words!(Position, "position", code, [Goalkeeper, Defender, Midfielder, Forward,]);
words!(
    CompetitionClass,
    "class of a competition",
    key,
    [Finals, Qualifier, NationsLeague, Regional, Friendly, Minor, League, Cup, Continental,]
);
words!(Extent, "extent", name, [None, Unknown, Partial, Complete,]);
words!(
    StageKind,
    "stage",
    name,
    [
        Qualifying,
        League,
        Group,
        FirstRound,
        SecondGroup,
        RoundOf32,
        RoundOf16,
        QuarterFinal,
        SemiFinal,
        ThirdPlace,
        FinalRound,
        Final,
    ]
);

/// A kind of event without its details, by the words of [`EventKind::key`](crate::EventKind::key).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EventWord {
    Goal,
    OwnGoal,
    Penalty,
    Card(Card),
    Substitution,
}

words!(EventWord, "kind of event", {
    Self::Goal => "goal",
    Self::OwnGoal => "own_goal",
    Self::Penalty => "penalty",
    Self::Card(Card::Yellow) => "yellow",
    Self::Card(Card::SecondYellow) => "second_yellow",
    Self::Card(Card::Red) => "red",
    Self::Substitution => "substitution",
});

impl Word for Table {
    const WHAT: &'static str = "table";
    const ALL: &'static [Self] = Table::ALL;

    fn word(self) -> &'static str {
        self.name()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn each_is_read_back<W: Word + PartialEq + std::fmt::Debug>() {
        for &value in W::ALL {
            assert!(!value.word().is_empty(), "{value:?}");
            assert_eq!(W::read_word(value.word()), Some(value));
        }
        assert_eq!(W::read_word("offside"), None);
    }

    #[test]
    fn every_value_is_read_by_its_word() {
        each_is_read_back::<Side>();
        each_is_read_back::<Sex>();
        each_is_read_back::<TeamKind>();
        each_is_read_back::<Foot>();
        each_is_read_back::<Direction>();
        each_is_read_back::<Tie>();
        each_is_read_back::<CompetitionClass>();
        each_is_read_back::<ExtraTimeRule>();
        each_is_read_back::<Ground>();
        each_is_read_back::<Card>();
        each_is_read_back::<Status>();
        each_is_read_back::<PenaltyOutcome>();
        each_is_read_back::<Position>();
        each_is_read_back::<Extent>();
        each_is_read_back::<StageKind>();
        each_is_read_back::<Table>();
        each_is_read_back::<EventWord>();
    }
}
