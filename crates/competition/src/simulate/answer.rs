//! What simulations and exact calculations answer.

use crate::edition::Edition;

/// A chance.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Chance {
    /// From 0 to 1.
    pub value: f64,
    /// Its standard error by simulation; 0 where it is exact. A chance of which no simulation or every one came true
    /// has 0 too: it is at most some 3 in as many as there were.
    pub standard_error: f64,
}

impl Chance {
    /// An exact one.
    #[must_use]
    pub const fn exact(value: f64) -> Self {
        Self { value, standard_error: 0.0 }
    }

    /// A share of simulations.
    #[must_use]
    pub fn of_runs(value: f64, runs: u32) -> Self {
        let variance = (value * (1.0 - value)).max(0.0) / f64::from(runs.max(1));
        Self { value, standard_error: variance.sqrt() }
    }
}

/// Chances of an edition as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Chances {
    /// Simulations behind what is not exact; 0 where everything is.
    pub runs: u32,
    /// By team, by stage of the edition: that it takes part in the stage.
    pub reach: Vec<Vec<Chance>>,
    /// By team: that it wins the edition: the final, or the last stage in groups.
    pub champion: Vec<Chance>,
    /// Groups of all stages.
    pub groups: Vec<GroupChances>,
    /// Zones of leagues.
    pub zones: Vec<ZoneChances>,
    /// By stage and team: whom it meets in a knock-out stage, likeliest first.
    pub opponents: Vec<Vec<Vec<Opponent>>>,
    /// Likeliest finals: two teams, lower number first.
    pub finals: Vec<([u8; 2], Chance)>,
}

/// Chances of the places of a group.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupChances {
    /// Which stage.
    pub stage: usize,
    /// Which of its groups; `None` where teams of the stage can come into more than one.
    pub group: Option<usize>,
    /// Teams that can be in it.
    pub teams: Vec<u8>,
    /// By team as listed, by place.
    pub places: Vec<Vec<Chance>>,
}

/// Chances of a zone.
#[derive(Clone, Debug, PartialEq)]
pub struct ZoneChances {
    /// Which stage.
    pub stage: usize,
    /// Which of its zones.
    pub zone: usize,
    /// By team.
    pub teams: Vec<Chance>,
}

/// A possible opponent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Opponent {
    /// Who.
    pub team: u8,
    /// That the two meet in the stage.
    pub meet: Chance,
    /// That the team asked for beats it there.
    pub beat: Chance,
}

/// The stage whose winner wins the edition: the final, or else the last.
pub(super) fn deciding(edition: &Edition) -> usize {
    let last = edition.stages.len().saturating_sub(1);
    edition.stages.iter().position(|stage| stage.kind == byline_record::StageKind::Final).unwrap_or(last)
}
