//! What if: results that have not happened, put into the matches they belong to.

use super::Situation;
use crate::edition::Edition;
use crate::facts::{Facts, Meeting};

/// A result somebody supposes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supposition {
    /// First and second side as named.
    pub teams: [u8; 2],
    /// Their goals at the end of play.
    pub goals: [u8; 2],
    /// Who went through, where a knock-out match ended level.
    pub through: Option<u8>,
}

/// Why a supposition does not fit the edition.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SupposeError {
    /// The two do not meet, as far as is known.
    #[error("{0} and {1} do not meet in this edition, as far as is known by then")]
    NoMatch(String, String),
    /// A knock-out match ended level and nobody is said to have gone through.
    #[error("{0} against {1} is a knock-out match and has to have a winner")]
    NoWinner(String, String),
    /// The team said to have gone through did not win.
    #[error("{0} cannot have gone through by this result")]
    NotThrough(String),
}

/// Finds the match of each supposition: of several of the same two teams the first not played yet, else the last. Later
/// suppositions may build on earlier ones.
///
/// # Errors
/// If a supposition fits no match of the edition.
pub fn suppose(edition: &Edition, facts: &Facts, suppositions: &[Supposition]) -> Result<Vec<Meeting>, SupposeError> {
    let mut meetings = Vec::with_capacity(suppositions.len());
    let name = |team: u8| edition.team(team).to_owned();
    for supposition in suppositions {
        let [one, two] = supposition.teams;
        let situation = Situation::new(edition, facts, &meetings);
        let found = situation.fixture_of(supposition.teams);
        let fixture = found.ok_or_else(|| SupposeError::NoMatch(name(one), name(two)))?;
        let stage = &edition.stages[edition.fixtures[fixture].stage];
        let mut meeting = Meeting::of(stage.kind, supposition.teams, supposition.goals);
        if let Some(through) = supposition.through {
            let side = supposition.teams.iter().position(|&team| team == through);
            let fits = stage.is_knock_out() && side.is_some() && (meeting.winner.is_none() || meeting.winner == side);
            if !fits {
                return Err(SupposeError::NotThrough(name(through)));
            }
            meeting.winner = side;
        }
        if stage.is_knock_out() && meeting.winner.is_none() {
            return Err(SupposeError::NoWinner(name(one), name(two)));
        }
        meetings.push(meeting);
    }
    Ok(meetings)
}
