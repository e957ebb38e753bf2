//! What is counted. Every answer states its scope, and a user can set it.

use crate::{CompetitionClass, CompetitionId, EditionId, Sex, StageKind};

/// Whose ground, seen from the team in question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GroundScope {
    /// Anywhere.
    Any,
    /// The team's own ground.
    Home,
    /// The opponent's ground.
    Away,
    /// Nobody's.
    Neutral,
}

/// How a shoot-out counts in wins, losses and streaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ShootOutCounts {
    /// As a draw: what the record books do.
    Draw,
    /// As a win for the side that went through.
    Win,
}

/// Which matches a statement is about. The default is every match of men's full internationals in the record.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Scope {
    /// Men's or women's sides.
    pub sex: Sex,
    /// Only these competitions; empty for all.
    pub competitions: Vec<CompetitionId>,
    /// Only teams of this confederation, and their players: `CAF`. The opponents may be anybody.
    pub confederation: Option<Box<str>>,
    /// Only this edition.
    pub edition: Option<EditionId>,
    /// Only this stage.
    pub stage: Option<StageKind>,
    /// Only knock-out matches.
    pub knock_out_only: bool,
    /// Only classes that count as competitive: no friendlies, no minor tournaments.
    pub competitive_only: bool,
    /// Only this class.
    pub class: Option<CompetitionClass>,
    /// Only on this kind of ground.
    pub ground: GroundScope,
    /// First year counted.
    pub from_year: Option<i16>,
    /// Last year counted.
    pub to_year: Option<i16>,
    /// How a shoot-out counts.
    pub shoot_out: ShootOutCounts,
    /// Whether a team's predecessors count as the team (West Germany as Germany).
    pub predecessors: bool,
}

impl Default for Scope {
    fn default() -> Self {
        Self {
            sex: Sex::Men,
            competitions: Vec::new(),
            confederation: None,
            edition: None,
            stage: None,
            knock_out_only: false,
            competitive_only: false,
            class: None,
            ground: GroundScope::Any,
            from_year: None,
            to_year: None,
            shoot_out: ShootOutCounts::Draw,
            predecessors: true,
        }
    }
}
