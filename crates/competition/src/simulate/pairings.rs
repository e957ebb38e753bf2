//! The pairings an edition can come to.

use super::{ForecastError, Forecasts, Pairing};
use crate::Edition;
use crate::edition::{Fixture, Slot};
use crate::table::Teams;

/// Every pairing that the matches of an edition can come to, on the grounds they can be played on.
#[derive(Clone, Debug)]
pub struct Pairings {
    teams: usize,
    /// By [`place`].
    held: Vec<Option<Pairing>>,
}

/// Which side is at home, as a number: neither, the first, the second.
pub(super) const fn ground(home: Option<usize>) -> usize {
    match home {
        None => 0,
        Some(0) => 1,
        Some(_) => 2,
    }
}

/// The place of two teams on a ground in tables of `teams` teams.
pub(super) const fn place(teams: usize, pair: [u8; 2], ground: usize) -> usize {
    (ground * teams + pair[0] as usize) * teams + pair[1] as usize
}

impl Pairings {
    /// Asks a model for the pairings of an edition.
    ///
    /// # Errors
    /// If the model has no forecast of two teams that can meet.
    pub fn new(edition: &Edition, forecasts: &impl Forecasts) -> Result<Self, ForecastError> {
        let teams = edition.teams.len();
        let mut this = Self { teams, held: vec![None; 6 * teams * teams] };
        let candidates = Candidates::of(edition);
        for (fixture, sides) in edition.fixtures.iter().zip(&candidates.sides) {
            let knock_out = edition.stages[fixture.stage].is_knock_out();
            let hosts = Hosts::of(edition, fixture);
            for one in sides[0].iter() {
                for other in sides[1].iter().filter(|&other| other != one) {
                    this.ask(forecasts, [one, other], hosts.at_home([one, other]), knock_out)?;
                }
            }
            // Play-offs are on neutral ground, between any two of a group.
            if !knock_out && edition.stages[fixture.stage].ranking.iter().any(|rule| rule.criterion.is_play_off()) {
                for one in sides[0].iter() {
                    for other in sides[1].iter().filter(|&other| other != one) {
                        this.ask(forecasts, [one, other], None, true)?;
                    }
                }
            }
        }
        Ok(this)
    }

    fn at(&self, pair: [u8; 2], home: Option<usize>, knock_out: bool) -> usize {
        place(self.teams, pair, ground(home) + if knock_out { 3 } else { 0 })
    }

    fn ask(
        &mut self,
        forecasts: &impl Forecasts,
        pair: [u8; 2],
        home: Option<usize>,
        knock_out: bool,
    ) -> Result<(), ForecastError> {
        let (at, turned) = self.places(pair, home, knock_out);
        if self.held[at].is_none() && self.held[turned].is_none() {
            self.held[at] = Some(forecasts.pairing(pair, home, knock_out)?);
        }
        Ok(())
    }

    fn places(&self, pair: [u8; 2], home: Option<usize>, knock_out: bool) -> (usize, usize) {
        let [one, other] = pair;
        (self.at(pair, home, knock_out), self.at([other, one], home.map(|side| 1 - side), knock_out))
    }

    /// What a match of two teams can end in; `None` if these two cannot meet there.
    #[must_use]
    pub fn get(&self, pair: [u8; 2], home: Option<usize>, knock_out: bool) -> Option<Pairing> {
        if pair.iter().any(|&team| usize::from(team) >= self.teams) {
            return None;
        }
        let (at, turned) = self.places(pair, home, knock_out);
        self.held[at].clone().or_else(|| self.held[turned].as_ref().map(Pairing::turned))
    }

    /// How many teams they are for.
    pub(super) const fn teams(&self) -> usize {
        self.teams
    }

    /// The chance that the first side goes through.
    pub(super) fn through(&self, pair: [u8; 2], home: Option<usize>, level: &crate::edition::Level) -> Option<f64> {
        let (at, turned) = self.places(pair, home, true);
        match (&self.held[at], &self.held[turned]) {
            (Some(pairing), _) => Some(pairing.through(level)),
            (None, Some(turned)) => Some(1.0 - turned.through(level)),
            _ => None,
        }
    }
}

/// Who is at home in a fixture, whoever plays it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hosts {
    /// The side listed first.
    First,
    /// These teams.
    Teams(Teams),
}

impl Hosts {
    /// As [`Edition::at_home`] has it.
    pub(super) fn of(edition: &Edition, fixture: &Fixture) -> Self {
        let numbers = 0..u8::try_from(edition.teams.len()).unwrap_or(u8::MAX);
        // Against a team that is nobody, only the ground and the team itself count.
        match edition.at_home(fixture, [u8::MAX; 2]) {
            Some(_) => Self::First,
            None => Self::Teams(numbers.filter(|&team| edition.at_home(fixture, [team, u8::MAX]).is_some()).collect()),
        }
    }

    /// Which of two teams is at home.
    #[inline]
    pub(super) fn at_home(self, pair: [u8; 2]) -> Option<usize> {
        match self {
            Self::First => Some(0),
            Self::Teams(teams) => pair.iter().position(|&team| teams.has(team)),
        }
    }
}

/// Who can be where in an edition of which nothing has been played.
pub(super) struct Candidates {
    /// By fixture.
    pub(super) sides: Vec<[Teams; 2]>,
}

impl Candidates {
    pub(super) fn of(edition: &Edition) -> Self {
        let mut sides: Vec<[Teams; 2]> = Vec::new();
        // Entrants of each group of each stage.
        let mut entrants: Vec<Vec<Teams>> = Vec::new();
        for (number, stage) in edition.stages.iter().enumerate() {
            let of = |slot: Slot, sides: &[[Teams; 2]], entrants: &[Vec<Teams>]| -> Teams {
                let earlier = edition.groups_before(number).map_or(&[][..], |stage| &entrants[stage]);
                let both = |fixture: u16| {
                    sides.get(usize::from(fixture)).map_or(Teams::default(), |[one, other]| one.union(*other))
                };
                match slot {
                    Slot::Team(team) => Teams::default().with(team),
                    Slot::Placed { group, .. } => earlier.get(usize::from(group)).copied().unwrap_or_default(),
                    Slot::Allocated { groups, .. } => earlier
                        .iter()
                        .enumerate()
                        .filter(|(group, _)| groups >> group & 1 == 1)
                        .fold(Teams::default(), |all, (_, teams)| all.union(*teams)),
                    Slot::Winner(fixture) | Slot::Loser(fixture) => both(fixture),
                }
            };
            let groups = stage.groups.iter();
            entrants.push(
                groups
                    .map(|group| {
                        group
                            .entrants
                            .iter()
                            .fold(Teams::default(), |all, &slot| all.union(of(slot, &sides, &entrants)))
                    })
                    .collect(),
            );
            for fixture in &edition.fixtures[stage.fixtures[0]..stage.fixtures[1]] {
                let pair = fixture.sides.map(|slot| of(slot, &sides, &entrants));
                sides.push(pair);
            }
        }
        Self { sides }
    }
}
