//! What happened in a match, and the kicks of a shoot-out.

use serde::{Deserialize, Serialize};

use crate::{Clock, Goals, PersonId, Side, Sources};

/// How a penalty ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PenaltyOutcome {
    /// A goal.
    Scored,
    /// Kept out by the keeper.
    Saved,
    /// Over or wide.
    OffTarget,
    /// Against post or bar and not in.
    Woodwork,
    /// Not scored; how is not known.
    Missed,
}

impl PenaltyOutcome {
    /// The word of the notation and of JSON: `scored`, `saved`, `off_target`, `woodwork`, `missed`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Scored => "scored",
            Self::Saved => "saved",
            Self::OffTarget => "off_target",
            Self::Woodwork => "woodwork",
            Self::Missed => "missed",
        }
    }

    /// The words printed: `off target`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::OffTarget => "off target",
            other => other.key(),
        }
    }

    /// Reads either form.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        Some(match text.trim() {
            "scored" => Self::Scored,
            "saved" => Self::Saved,
            "off target" | "off_target" => Self::OffTarget,
            "woodwork" => Self::Woodwork,
            "missed" => Self::Missed,
            _ => return None,
        })
    }

    /// Whether `other` can be the same kick told with less or more detail: equal, or one says only that it was not
    /// scored.
    #[must_use]
    pub fn agrees_with(self, other: Self) -> bool {
        self == other
            || ((self == Self::Missed || other == Self::Missed) && (self != Self::Scored) && (other != Self::Scored))
    }
}

/// The kicking foot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Foot {
    /// Left foot.
    Left,
    /// Right foot.
    Right,
}

impl Foot {
    /// The word printed and of JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
        }
    }
}

/// A direction as the taker sees the goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Direction {
    /// To the taker's left.
    Left,
    /// The middle; for a keeper, staying.
    Centre,
    /// To the taker's right.
    Right,
}

impl Direction {
    /// The word printed and of JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Centre => "centre",
            Self::Right => "right",
        }
    }
}

/// Where a penalty went and what the keeper did, as the taker sees the goal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placement {
    /// Kicking foot.
    pub foot: Option<Foot>,
    /// Centimetres right of the middle of the goal, negative to the left; the posts stand at ±366.
    pub across_cm: Option<i16>,
    /// Centimetres above the ground; the bar is at 244.
    pub height_cm: Option<i16>,
    /// Side of the goal, where only that is known.
    pub side: Option<Direction>,
    /// What the keeper did.
    pub keeper_move: Option<Direction>,
}

impl Placement {
    /// What either knows of one kick; where both know something, `self` is believed.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            foot: self.foot.or(other.foot),
            across_cm: self.across_cm.or(other.across_cm),
            height_cm: self.height_cm.or(other.height_cm),
            side: self.side.or(other.side),
            keeper_move: self.keeper_move.or(other.keeper_move),
        }
    }

    /// [`Placement::or`] of placements that may be missing.
    #[must_use]
    pub(crate) fn both(one: Option<Self>, other: Option<Self>) -> Option<Self> {
        one.zip(other).map(|(one, other)| one.or(other)).or(one).or(other)
    }
}

/// A penalty kick in play. `P` is a person: an identifier in the record, a name in what a reader found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Penalty<P = PersonId> {
    /// How it ended.
    pub outcome: PenaltyOutcome,
    /// Who was in goal.
    pub keeper: Option<P>,
    /// When the referee gave it, if not in the minute of the kick.
    pub awarded: Option<Clock>,
    /// Whether the kick did not count and was taken again.
    pub retaken: bool,
    /// Where it went.
    pub placement: Option<Placement>,
    /// The score before the kick, where a source tells it with the kick.
    pub score_before: Option<Goals>,
}

impl<P> Penalty<P> {
    /// A penalty of which only the outcome is known.
    #[must_use]
    pub const fn of(outcome: PenaltyOutcome) -> Self {
        Self { outcome, keeper: None, awarded: None, retaken: false, placement: None, score_before: None }
    }
}

/// A card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Card {
    /// A caution.
    Yellow,
    /// A second caution, and off.
    SecondYellow,
    /// Sent off at once; before cards existed, sent off.
    Red,
}

impl Card {
    /// The word of JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Yellow => "yellow",
            Self::SecondYellow => "second_yellow",
            Self::Red => "red",
        }
    }

    /// Whether the player had to leave.
    #[must_use]
    pub const fn is_dismissal(self) -> bool {
        matches!(self, Self::SecondYellow | Self::Red)
    }
}

/// What an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EventKind<P = PersonId> {
    /// A goal from play, by the player named.
    Goal,
    /// An own goal: counts for the event's side, by a player of the other.
    OwnGoal,
    /// A penalty kick, scored or not.
    Penalty(Penalty<P>),
    /// A card for the player, or for somebody on the bench.
    Card {
        /// Which.
        card: Card,
        /// Shown to an official on the bench.
        bench: bool,
    },
    /// The player went off for another.
    Substitution {
        /// Who came on.
        on: Option<P>,
    },
}

impl<P> EventKind<P> {
    /// Whether it put the event's side one goal up.
    #[must_use]
    pub fn is_goal(&self) -> bool {
        match self {
            Self::Goal | Self::OwnGoal => true,
            Self::Penalty(penalty) => penalty.outcome == PenaltyOutcome::Scored && !penalty.retaken,
            Self::Card { .. } | Self::Substitution { .. } => false,
        }
    }

    /// The word of JSON: `goal`, `own_goal`, `penalty`, `yellow`, `second_yellow`, `red`, `substitution`.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Goal => "goal",
            Self::OwnGoal => "own_goal",
            Self::Penalty(_) => "penalty",
            Self::Card { card, .. } => card.key(),
            Self::Substitution { .. } => "substitution",
        }
    }

    /// Kinds compare as one family when sources are laid together: goals and penalties scored are one family,
    /// penalties not scored another, cards by card, substitutions.
    #[must_use]
    pub fn family(&self) -> Family {
        match self {
            kind if kind.is_goal() => Family::Goal,
            Self::Penalty(_) => Family::MissedPenalty,
            Self::Card { card: Card::Yellow, .. } => Family::Caution,
            Self::Card { .. } => Family::Dismissal,
            _ => Family::Substitution,
        }
    }
}

/// A family of events that belong to one table of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Family {
    /// Anything that counted as a goal.
    Goal,
    /// A penalty not scored, or taken again.
    MissedPenalty,
    /// A yellow card.
    Caution,
    /// A second yellow or a red card.
    Dismissal,
    /// A substitution.
    Substitution,
}

/// Something that happened at a minute of a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event<P = PersonId> {
    /// When; `None` where no source says.
    pub clock: Option<Clock>,
    /// The side it belongs to; a goal's side is the one it counted for, also for an own goal.
    pub side: Side,
    /// What.
    pub kind: EventKind<P>,
    /// The scorer, taker, carded person, or the player who went off.
    pub player: Option<P>,
    /// Who says so.
    pub sources: Sources,
}

impl<P> Event<P> {
    /// The side of the player named: the other one for an own goal.
    #[must_use]
    pub fn player_side(&self) -> Side {
        if matches!(self.kind, EventKind::OwnGoal) { self.side.other() } else { self.side }
    }
}

/// One kick of a shoot-out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kick<P = PersonId> {
    /// The kicking side.
    pub side: Side,
    /// Who took it.
    pub taker: Option<P>,
    /// Who was in goal.
    pub keeper: Option<P>,
    /// How it ended.
    pub outcome: PenaltyOutcome,
    /// Where it went.
    pub placement: Option<Placement>,
    /// Who says so.
    pub sources: Sources,
}
