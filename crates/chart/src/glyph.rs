//! Marks for what happened in a match, told apart by shape and not by colour alone.

use crate::label::Area;
use crate::scene::{Node, Paint, Stroke, polygon};
use crate::theme::Ink;

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventKind {
    /// A goal from play: a disc.
    Goal,
    /// A goal by a player of the other side; it counts for the side the event is listed under: a ring.
    OwnGoal,
    /// A penalty in play, scored: a diamond.
    PenaltyScored,
    /// A penalty in play, saved or missed: a cross.
    PenaltyMissed,
    /// A sending-off: a card.
    RedCard,
}

impl EventKind {
    /// What the key says.
    pub(crate) fn name(self) -> &'static str {
        match self {
            EventKind::Goal => "Goal",
            EventKind::OwnGoal => "Own goal",
            EventKind::PenaltyScored => "Penalty scored",
            EventKind::PenaltyMissed => "Penalty missed",
            EventKind::RedCard => "Red card",
        }
    }

    /// What stands between player and minute on a label.
    pub(crate) fn word(self) -> &'static str {
        match self {
            EventKind::Goal => "",
            EventKind::OwnGoal => "own goal",
            EventKind::PenaltyScored => "pen",
            EventKind::PenaltyMissed => "pen missed",
            EventKind::RedCard => "red card",
        }
    }
}

/// How far a mark reaches from its middle.
pub(crate) const REACH: f64 = 6.0;

pub(crate) fn draw(kind: EventKind, (x, y): (f64, f64), ink: Ink) -> Vec<Node> {
    let rim = Stroke::new(Ink::Paper, 1.5);
    match kind {
        EventKind::Goal => {
            vec![Node::Circle { centre: (x, y), radius: 5.25, paint: Paint::fill(ink).outlined(rim) }]
        }
        EventKind::OwnGoal => vec![Node::Circle {
            centre: (x, y),
            radius: 4.25,
            paint: Paint::fill(Ink::Paper).outlined(Stroke::new(ink, 2.25)),
        }],
        EventKind::PenaltyScored => {
            let reach = REACH + 0.75;
            let corners = [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)];
            vec![Node::Path { steps: polygon(corners), paint: Paint::fill(ink).outlined(rim) }]
        }
        EventKind::PenaltyMissed => {
            let bar = |slope: f64, stroke: Stroke, reach: f64| Node::Line {
                from: (x - reach, y - slope * reach),
                to: (x + reach, y + slope * reach),
                stroke,
            };
            let (under, over) = (Stroke::new(Ink::Paper, 5.5), Stroke::new(ink, 2.75));
            vec![bar(1.0, under, 5.75), bar(-1.0, under, 5.75), bar(1.0, over, 4.75), bar(-1.0, over, 4.75)]
        }
        EventKind::RedCard => vec![Node::Rect {
            area: Area { x: x - 4.0, y: y - 5.5, width: 8.0, height: 11.0 },
            radius: 1.25,
            paint: Paint::fill(Ink::Card).outlined(rim),
        }],
    }
}
