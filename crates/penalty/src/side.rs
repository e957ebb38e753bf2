//! Sides of the goal: as the taker sees it, and by his natural side; and the nine zones of the goal mouth.
//!
//! A taker's choice is an [`Aim`], a keeper's a [`Dive`]. They are different types on purpose: a table of chances is
//! asked with one of each and cannot be read the other way round. Directions of the record are as the taker sees the
//! goal, the keeper's too, so that a dive to the taker's left meets a kick to his left.

use byline_record::{Direction, Foot, Placement};

/// Half the width of the goal in centimetres.
pub const POST_CM: i16 = 366;
/// Height of the bar in centimetres.
pub const BAR_CM: i16 = 244;

/// Where a kick goes, by the taker's natural side: across the body, a right-footer's left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aim {
    /// To the natural side.
    Natural,
    /// Down the middle.
    Centre,
    /// To the other side.
    Other,
}

/// What the keeper does, by the taker's natural side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dive {
    /// Dives to the taker's natural side.
    Natural,
    /// Stays.
    Stay,
    /// Dives to the taker's other side.
    Other,
}

/// The taker's natural side as a direction.
const fn natural_side(foot: Foot) -> Direction {
    match foot {
        Foot::Right => Direction::Left,
        Foot::Left => Direction::Right,
    }
}

const fn is_natural(direction: Direction, foot: Foot) -> bool {
    matches!((direction, natural_side(foot)), (Direction::Left, Direction::Left) | (Direction::Right, Direction::Right))
}

const fn direction_of(natural: bool, foot: Foot) -> Direction {
    match (natural, natural_side(foot)) {
        (true, side) => side,
        (false, Direction::Left) => Direction::Right,
        (false, _) => Direction::Left,
    }
}

impl Aim {
    /// Every aim, in the order of rows and mixtures.
    pub const ALL: [Self; 3] = [Self::Natural, Self::Centre, Self::Other];

    /// From a direction, for a kicking foot.
    #[must_use]
    pub const fn of(direction: Direction, foot: Foot) -> Self {
        match direction {
            Direction::Centre => Self::Centre,
            side if is_natural(side, foot) => Self::Natural,
            _ => Self::Other,
        }
    }

    /// As a direction the taker sees, for a kicking foot.
    #[must_use]
    pub const fn direction(self, foot: Foot) -> Direction {
        match self {
            Self::Centre => Direction::Centre,
            Self::Natural => direction_of(true, foot),
            Self::Other => direction_of(false, foot),
        }
    }

    /// Its place in rows and mixtures.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The word printed.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Natural => "natural side",
            Self::Centre => "centre",
            Self::Other => "other side",
        }
    }

    /// The word of JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Natural => "natural",
            Self::Centre => "centre",
            Self::Other => "other",
        }
    }

    /// The dive that goes where the ball goes.
    #[must_use]
    pub const fn met_by(self) -> Dive {
        match self {
            Self::Natural => Dive::Natural,
            Self::Centre => Dive::Stay,
            Self::Other => Dive::Other,
        }
    }
}

impl Dive {
    /// Every dive, in the order of columns and mixtures.
    pub const ALL: [Self; 3] = [Self::Natural, Self::Stay, Self::Other];

    /// From a direction as the taker sees the goal, for the taker's foot.
    #[must_use]
    pub const fn of(direction: Direction, foot: Foot) -> Self {
        Aim::of(direction, foot).met_by()
    }

    /// As a direction the taker sees, for the taker's foot.
    #[must_use]
    pub const fn direction(self, foot: Foot) -> Direction {
        match self {
            Self::Stay => Direction::Centre,
            Self::Natural => direction_of(true, foot),
            Self::Other => direction_of(false, foot),
        }
    }

    /// Its place in columns and mixtures.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The word printed.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Natural => "dives to the natural side",
            Self::Stay => "stays",
            Self::Other => "dives to the other side",
        }
    }

    /// The word of JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Natural => "natural",
            Self::Stay => "stay",
            Self::Other => "other",
        }
    }
}

/// A third of the goal's height.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Height {
    /// The lowest third.
    Low,
    /// The middle third.
    Middle,
    /// The highest third, and above.
    High,
}

impl Height {
    /// Every height, from the top as a picture shows them.
    pub const ALL: [Self; 3] = [Self::High, Self::Middle, Self::Low];

    /// Of a height in centimetres above the ground.
    #[must_use]
    pub const fn of(height_cm: i16) -> Self {
        match height_cm {
            ..=81 => Self::Low,
            82..=162 => Self::Middle,
            _ => Self::High,
        }
    }

    /// The word printed and of JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Middle => "middle",
            Self::High => "high",
        }
    }
}

/// One of nine zones of the goal mouth as the taker sees it: thirds of its width and of its height. A kick wide or over
/// belongs to the zone nearest to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Zone {
    /// The third of the height.
    pub height: Height,
    /// The third of the width.
    pub side: Direction,
}

/// A point of the goal mouth as the taker sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Centimetres right of the middle, negative to the left.
    pub across_cm: i16,
    /// Centimetres above the ground.
    pub height_cm: i16,
}

impl Placed {
    /// Metres right of the middle and above the ground.
    #[must_use]
    pub fn metres(self) -> [f64; 2] {
        [f64::from(self.across_cm) / 100.0, f64::from(self.height_cm) / 100.0]
    }

    /// The zone.
    #[must_use]
    pub const fn zone(self) -> Zone {
        Zone { height: Height::of(self.height_cm), side: third(self.across_cm) }
    }
}

/// The third of the goal's width: 122 centimetres to either side of the middle are the centre.
#[must_use]
pub const fn third(across_cm: i16) -> Direction {
    match across_cm {
        ..=-123 => Direction::Left,
        -122..=122 => Direction::Centre,
        _ => Direction::Right,
    }
}

/// The side of a kick: where told, or by where it crossed the line.
#[must_use]
pub fn side_of(placement: &Placement) -> Option<Direction> {
    placement.side.or_else(|| placement.across_cm.map(third))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_right_footer_pulls_to_his_left() {
        assert_eq!(Aim::of(Direction::Left, Foot::Right), Aim::Natural);
        assert_eq!(Aim::of(Direction::Left, Foot::Left), Aim::Other);
        assert_eq!(Aim::of(Direction::Centre, Foot::Left), Aim::Centre);
        assert_eq!(Dive::of(Direction::Right, Foot::Left), Dive::Natural);
        for foot in [Foot::Left, Foot::Right] {
            for aim in Aim::ALL {
                assert_eq!(Aim::of(aim.direction(foot), foot), aim);
                assert_eq!(aim.met_by().direction(foot), aim.direction(foot));
            }
            for dive in Dive::ALL {
                assert_eq!(Dive::of(dive.direction(foot), foot), dive);
            }
        }
        assert_eq!(Aim::ALL.map(Aim::index), [0, 1, 2]);
        assert_eq!(Dive::ALL.map(Dive::index), [0, 1, 2]);
    }

    #[test]
    fn zones_are_thirds() {
        let zone = |across_cm, height_cm| Placed { across_cm, height_cm }.zone();
        assert_eq!(zone(-300, 20), Zone { height: Height::Low, side: Direction::Left });
        assert_eq!(zone(0, 400), Zone { height: Height::High, side: Direction::Centre });
        assert_eq!(zone(POST_CM, BAR_CM / 2), Zone { height: Height::Middle, side: Direction::Right });
    }
}
