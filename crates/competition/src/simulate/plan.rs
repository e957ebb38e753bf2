//! An edition at a moment, compiled: what is fixed, what is drawn, in which order.

use byline_forecast::ScoreGrid;

use super::alias::Alias;
use super::compile::compile;
use super::fast::{Fast, Steps};
use super::luck::{CardDraws, CardRates, CardsSoFar};
use super::pairings::{Hosts, Pairings, ground};
use crate::edition::{Edition, Level};
use crate::situation::Situation;

/// Why an edition cannot be simulated.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SimulateError {
    /// There is no forecast of a match that can come.
    #[error("{edition}: no forecast of {one} v {other}, which can come; build the pairings from the same edition")]
    NoPairing {
        /// The edition.
        edition: String,
        /// First side.
        one: String,
        /// Second side.
        other: String,
    },
    /// The pairings are of another edition.
    #[error("{edition}: the pairings are for {found} teams, the edition has {expected}")]
    Pairings {
        /// The edition.
        edition: String,
        /// Teams of the pairings.
        found: usize,
        /// Teams of the edition.
        expected: usize,
    },
    /// A slot stands for nobody.
    #[error("{edition}: match {number} has a side that no earlier stage fills")]
    Slot {
        /// The edition.
        edition: String,
        /// Number of the match.
        number: u16,
    },
    /// A fixture under way is not one to be played.
    #[error("{edition}: match {number} is said to be under way, but it has been played or its sides are not known")]
    UnderWay {
        /// The edition.
        edition: String,
        /// Number of the match.
        number: u16,
    },
    /// Two editions are not the same one.
    #[error("only scenarios of one edition can be compared, not {one} with {other}")]
    Scenarios {
        /// The first.
        one: String,
        /// The second.
        other: String,
    },
}

/// A match that has begun: what it can end in from here.
#[derive(Clone, Debug, PartialEq)]
pub struct UnderWay {
    /// The fixture, by its place in [`Edition::fixtures`].
    pub fixture: usize,
    /// Chance of every score after ninety minutes.
    pub grid: ScoreGrid,
    /// In a knock-out: the chance that the side listed first goes through.
    pub through: Option<f64>,
}

/// Place of a team in the values of a simulation.
pub(super) type Address = u16;
/// A value that is not known yet.
pub(super) const NOBODY: u8 = u8::MAX;

/// Plays what is left of an edition.
#[derive(Clone, Debug)]
pub struct Simulator<'e> {
    pub(super) edition: &'e Edition,
    pub(super) cards: CardDraws,
    pub(super) steps: Steps,
    /// Values before anything is drawn: everything that is fixed.
    pub(super) start: Vec<u8>,
    /// Scores before anything is drawn, by fixture.
    pub(super) codes: Vec<u8>,
    /// Numbers of the teams compared across groups, by stage and group.
    pub(super) numbers: Vec<u64>,
    pub(super) parts: Vec<Part>,
    /// Blocks of words that open fixtures need: fixture n has word n % 4 of block n / 4.
    pub(super) blocks: Vec<u32>,
    pub(super) tables: Vec<Alias>,
    /// For groups whose members are not known: the table of each pair on each ground.
    pub(super) table_of: Vec<u32>,
    pub(super) through: Vec<Through>,
    /// Chances of winning a play-off, by pair.
    pub(super) play_off: Vec<f64>,
    /// Of each stage with groups, the groups' places of the first member.
    pub(super) placed: Vec<Vec<Address>>,
    /// Of each fixture of a knock-out: who wins and who loses it.
    pub(super) decided: Vec<[Address; 2]>,
}

/// A part of a simulation, in order.
#[derive(Clone, Debug)]
pub(super) enum Part {
    Group(GroupPart),
    Best(BestPart),
    KnockOut(KnockOutPart),
}

/// A group to be played.
#[derive(Clone, Debug)]
pub(super) struct GroupPart {
    pub(super) stage: usize,
    pub(super) group: usize,
    pub(super) members: Vec<Address>,
    /// Where its first is put; the others follow.
    pub(super) out: Address,
    /// Its number among all groups, for draws and for comparisons across groups.
    pub(super) number: usize,
    pub(super) games: Vec<GamePart>,
    /// Whether members are known, so that games have their tables.
    pub(super) known: bool,
    pub(super) fast: Fast,
    pub(super) cards: Vec<CardsSoFar>,
    /// The same as `games` for a group of four that meet once.
    pub(super) four: Option<FourPart>,
    /// For a group that is over but for what no fact decides: its order, and the places level.
    pub(super) over: Option<Over>,
    /// The place compared across groups, if any.
    pub(super) compared: Option<usize>,
}

/// The games of a group of four known teams that meet once: in the order of [`FourPart::PAIRS`].
#[derive(Clone, Copy, Debug)]
pub(super) struct FourPart {
    pub(super) teams: [u8; 4],
    pub(super) tables: [u32; 6],
    pub(super) fixtures: [u16; 6],
    /// Whether the fixture lists the pair the other way round.
    pub(super) turned: [bool; 6],
}

impl FourPart {
    pub(super) const PAIRS: [[u8; 2]; 6] = [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]];

    pub(super) fn of(teams: &[u8], games: &[GamePart]) -> Option<Self> {
        let teams = teams.try_into().ok()?;
        let games = <&[GamePart; 6]>::try_from(games).ok()?;
        let mut part = Self { teams, tables: [0; 6], fixtures: [0; 6], turned: [false; 6] };
        for (at, [one, other]) in Self::PAIRS.into_iter().enumerate() {
            let game = games.iter().find(|game| game.sides == [one, other] || game.sides == [other, one])?;
            part.tables[at] = u32::try_from(game.table?).ok()?;
            part.fixtures[at] = u16::try_from(game.fixture).ok()?;
            part.turned[at] = game.sides == [other, one];
        }
        Some(part)
    }
}

/// A game of a group.
#[derive(Clone, Debug)]
pub(super) struct GamePart {
    pub(super) fixture: usize,
    /// Members.
    pub(super) sides: [u8; 2],
    /// Table of scores, where members are known or it has been played.
    pub(super) table: Option<usize>,
    pub(super) hosts: Hosts,
}

/// A group all of whose matches have been played.
#[derive(Clone, Debug)]
pub(super) struct Over {
    pub(super) order: Vec<u8>,
    /// First and last place still level, from 0, and whether a play-off decides.
    pub(super) level: Vec<(usize, usize, bool)>,
}

/// A comparison across groups.
#[derive(Clone, Debug)]
pub(super) struct BestPart {
    pub(super) stage: usize,
    /// By group: its number, and where the team compared is.
    pub(super) compared: Vec<(usize, Address)>,
    pub(super) take: usize,
    pub(super) fast: Fast,
    /// Where those allocated are put, in the order of the allocation.
    pub(super) out: Address,
    /// Cards of each member of each group so far.
    pub(super) cards: Vec<(Vec<Address>, Vec<CardsSoFar>)>,
}

/// A knock-out match.
#[derive(Clone, Debug)]
pub(super) struct KnockOutPart {
    pub(super) fixture: usize,
    pub(super) stage: usize,
    pub(super) sides: [Address; 2],
    /// Which of [`Simulator::through`].
    pub(super) through: usize,
    /// Its own chance, if it is under way.
    pub(super) own: Option<f64>,
}

/// Chances of the first side by pair, under these rules on the ground of these hosts.
#[derive(Clone, Debug)]
pub(super) struct Through {
    pub(super) level: Level,
    pub(super) hosts: Hosts,
    pub(super) chances: Vec<f64>,
    pub(super) words: Vec<u32>,
}

/// The ground of a table of scores, apart where goals of extra time count.
pub(super) const fn table_ground(home: Option<usize>, extra_time: bool) -> usize {
    ground(home) + if extra_time { 3 } else { 0 }
}

/// The word below which something of a chance happens.
pub(super) fn threshold(chance: f64) -> u32 {
    // The cast saturates.
    libm::round(chance * 4_294_967_296.0) as u32
}

impl<'e> Simulator<'e> {
    /// Compiles what is left of an edition. `under_way`: matches that have begun.
    ///
    /// # Errors
    /// If a pairing that can come is missing, or a match under way is not one to be played.
    pub fn new(situation: &Situation<'e>, pairings: &Pairings, under_way: &[UnderWay]) -> Result<Self, SimulateError> {
        compile(situation, pairings, under_way)
    }

    /// The same with cards shown at other rates.
    #[must_use]
    pub fn with_cards(mut self, rates: CardRates) -> Self {
        self.cards = CardDraws::new(&rates, self.most_to_come());
        self
    }

    /// Most matches of a team in a group stage whose cards are still to be shown.
    fn most_to_come(&self) -> u16 {
        let cards = self.parts.iter().flat_map(|part| match part {
            Part::Group(group) => std::slice::from_ref(&group.cards),
            _ => &[],
        });
        cards.flatten().map(|cards| cards.to_come).max().unwrap_or(0)
    }

    /// The edition.
    #[must_use]
    pub const fn edition(&self) -> &'e Edition {
        self.edition
    }

    /// Whether a fixture is still open.
    #[must_use]
    pub fn is_open(&self, fixture: usize) -> bool {
        self.parts.iter().any(|part| match part {
            Part::Group(group) => {
                group.over.is_none()
                    && group.games.iter().any(|game| game.fixture == fixture)
                    && self.codes.get(fixture) == Some(&OPEN)
            }
            Part::KnockOut(match_) => match_.fixture == fixture,
            Part::Best(_) => false,
        })
    }
}

/// The score of a fixture that is to be drawn.
pub(super) const OPEN: u8 = u8::MAX;
