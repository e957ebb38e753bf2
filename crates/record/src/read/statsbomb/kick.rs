//! One penalty: how it ended, where it went, which way the keeper dived.

use super::events::{Goalkeeper, Shot};
use crate::claim::read_foot;
use crate::{Direction, PenaltyOutcome, Placement};

/// A yard, the unit of the files' pitch of 120 by 80, in centimetres.
const YARD: f32 = 91.44;

/// The goal line attacked and its middle, in yards from the corner to the attacker's left of his own goal.
const GOAL: [f32; 2] = [120.0, 40.0];

/// Farther in front of the goal line than this, in yards, where a kick ended says nothing of where it was aimed.
const NEAR_GOAL: f32 = 3.0;

/// A keeper who ends nearer to the middle than this, in yards, stayed.
const STAYED: f32 = 0.5;

/// What a keeper did against a penalty.
#[derive(Clone, Copy, Default)]
pub(super) struct Dive {
    diving: bool,
    standing: bool,
    /// Yards to the taker's right of the middle, where the files say it.
    across: Option<f32>,
}

impl Dive {
    pub(super) fn of(goalkeeper: &Goalkeeper<'_>) -> Self {
        let ended = goalkeeper.end_location.as_deref().and_then(|at| at.get(1)).copied();
        Self::told(goalkeeper.technique.name.get(), ended)
    }

    /// A keeper's technique, and how far across he ended in yards of his own frame.
    pub(super) fn told(technique: &str, ended: Option<f32>) -> Self {
        // The keeper's own frame is the taker's turned half round: his right is the taker's left.
        let across = ended.map(|y| GOAL[1] - y);
        Self { diving: technique == "Diving", standing: technique == "Standing", across }
    }

    /// Which way the keeper went, as the taker sees it. Older files say only whether he dived: then it is known if
    /// he stayed on his feet, or if he dived and got to the ball.
    pub(super) fn direction(self, outcome: PenaltyOutcome, ball_across: Option<i16>) -> Option<Direction> {
        let side = |yards: f32| {
            if yards.abs() < STAYED {
                Direction::Centre
            } else if yards < 0.0 {
                Direction::Left
            } else {
                Direction::Right
            }
        };
        if let Some(yards) = self.across {
            return Some(side(yards));
        }
        if self.standing {
            return Some(Direction::Centre);
        }
        let reached = self.diving && outcome == PenaltyOutcome::Saved;
        let ball = ball_across.filter(|_| reached).map(|across| side(f32::from(across) / YARD))?;
        (ball != Direction::Centre).then_some(ball)
    }
}

/// How a penalty ended, in our words. A save that went on against the post is a save.
pub(super) fn outcome(name: &str) -> PenaltyOutcome {
    match name.to_ascii_lowercase().as_str() {
        "goal" => PenaltyOutcome::Scored,
        "saved" | "saved to post" | "saved off target" => PenaltyOutcome::Saved,
        "off t" | "wayward" => PenaltyOutcome::OffTarget,
        "post" => PenaltyOutcome::Woodwork,
        // `Blocked`, and whatever may come.
        _ => PenaltyOutcome::Missed,
    }
}

/// Where a penalty went. The pitch is seen with the attack running towards growing x and y growing to the
/// attacker's right, in yards; a saved ball is placed where the keeper met it, just in front of the line.
pub(super) fn placement(shot: &Shot<'_>) -> Option<Placement> {
    placed(shot.body_part.name.get(), shot.end_location.iter().copied())
}

/// [`placement`] of a body part and the place where a kick ended: along, across, height.
pub(super) fn placed(body_part: &str, mut at: impl Iterator<Item = f32>) -> Option<Placement> {
    let centimetres = |yards: f32| {
        let rounded = (yards * YARD).round();
        // Beyond the corner flags it is no place of a ball in play.
        (rounded.abs() < 4000.0).then_some(rounded as i16)
    };
    let foot = read_foot(body_part);
    let near_goal = at.next().is_some_and(|x| (x - GOAL[0]).abs() <= NEAR_GOAL);
    let across_cm = at.next().filter(|_| near_goal).and_then(|y| centimetres(y - GOAL[1]));
    let height_cm = at.next().filter(|_| near_goal).and_then(centimetres).filter(|&height| height >= 0);
    let placement = Placement { foot, across_cm, height_cm, ..Placement::default() };
    (placement != Placement::default()).then_some(placement)
}
