//! An edition at a moment: what has been played, how the groups stand, who is in which slot.

mod beyond;
mod resolve;
mod suppose;

pub use suppose::{SupposeError, Supposition, suppose};

pub(crate) use resolve::earlier_places;

use crate::edition::{Edition, Slot};
use crate::facts::{Cards, Facts, Meeting};
use crate::table::{Ranking, Standing};

/// An edition at a moment.
#[derive(Clone, Debug)]
pub struct Situation<'e> {
    /// The edition.
    pub edition: &'e Edition,
    /// Who plays each fixture, as far as is known.
    pub sides: Vec<[Option<u8>; 2]>,
    /// How each fixture ended, if it has been played.
    pub played: Vec<Option<Played>>,
    /// Tables of each stage, one a group; none for knock-out stages.
    pub tables: Vec<Vec<GroupTable>>,
    /// The comparison across groups of each stage that has one, once its groups are complete. Its teams are numbered
    /// as its groups.
    pub best: Vec<Option<GroupTable>>,
}

/// How a fixture ended. Sides as the fixture lists them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Played {
    /// The match; of a replayed one the first.
    pub meeting: Meeting,
    /// The replays, in order.
    pub replays: Vec<Meeting>,
    /// The side of the fixture that went through or won; `None` for a draw, or where it is not known.
    pub winner: Option<usize>,
    /// Goals that count in tables.
    pub goals: [u8; 2],
}

/// The table of a group.
#[derive(Clone, Debug)]
pub struct GroupTable {
    /// Who is in it, as the group lists its entrants; `None` while a slot is open.
    pub members: Vec<Option<u8>>,
    /// What each has done.
    pub standings: Vec<Standing>,
    /// Cards of each so far.
    pub cards: Vec<Cards>,
    /// The ranking; its teams are numbers of [`members`](Self::members).
    pub ranking: Ranking,
    /// Whether every match has been played.
    pub complete: bool,
    /// The official order where the record has it, as numbers of members.
    pub official: Option<Vec<u8>>,
}

impl GroupTable {
    /// The member at a place from 1: by the ranking where that place is settled, else by the official order.
    #[must_use]
    pub fn settled(&self, place: usize) -> Option<u8> {
        let &member = self.ranking.order.get(place.checked_sub(1)?)?;
        if self.ranking.places(member) == Some([place, place]) {
            return Some(member);
        }
        self.official.as_ref()?.get(place - 1).copied()
    }
}

impl<'e> Situation<'e> {
    /// The edition after what has happened and what is supposed. What is supposed takes the place of what happened in
    /// the same fixture.
    #[must_use]
    pub fn new(edition: &'e Edition, facts: &Facts, supposed: &[Meeting]) -> Self {
        resolve::resolve(edition, facts, supposed)
    }

    /// Whether every match has been played and every knock-out match has a winner.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.played.iter().enumerate().all(|(fixture, played)| {
            let knock_out = self.edition.stages[self.edition.fixtures[fixture].stage].is_knock_out();
            played.as_ref().is_some_and(|played| !knock_out || played.winner.is_some())
        })
    }

    /// The fixture of two teams, whoever is listed first: of several the first not played yet, else the last.
    #[must_use]
    pub fn fixture_of(&self, [one, two]: [u8; 2]) -> Option<usize> {
        let of_both = |fixture: &usize| {
            let sides = self.sides[*fixture];
            sides == [Some(one), Some(two)] || sides == [Some(two), Some(one)]
        };
        let mut found = (0..self.sides.len()).filter(of_both);
        found.clone().find(|&fixture| self.played[fixture].is_none()).or_else(|| found.next_back())
    }

    /// The team in a slot of a stage, if that is known.
    #[must_use]
    pub fn team_in(&self, stage: usize, slot: Slot) -> Option<u8> {
        resolve::team_in(self, stage, slot)
    }
}
