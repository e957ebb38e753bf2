//! One edition of a competition: who, when, where, and by which rules. Read from a file: see `editions/README.md`.

mod built_in;
mod check;
mod read;
mod slot;

pub use built_in::{built_in, built_in_names, built_in_of};

use byline_record::StageKind;
use jiff::civil::{Date, Time};

use crate::criterion::Rule;

pub use slot::Slot;

/// An edition. Teams, fixtures, stages and groups are named by their place in its lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// The competition, as the record names it.
    pub competition: String,
    /// Label of the edition: `2022`, `2018/19`.
    pub label: String,
    /// Host countries.
    pub hosts: Vec<String>,
    /// Teams named in the file, in the order they first appear.
    pub teams: Vec<String>,
    /// Points for a win, a draw, a defeat.
    pub points: [u8; 3],
    /// What cards count for fair play.
    pub cards: Option<CardPoints>,
    /// Teams of the ranking list, best first.
    pub ranked: Vec<u8>,
    /// What list that is.
    pub ranked_by: Option<String>,
    /// Stages in the order they are played.
    pub stages: Vec<Stage>,
    /// Every fixture, those of a stage together, in the order of the file.
    pub fixtures: Vec<Fixture>,
    /// Which of the best placed across groups goes to which fixture.
    pub allocation: Option<Allocation>,
}

/// What cards count for fair play: the greater sum is better, so all are zero or less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CardPoints {
    /// A caution.
    pub yellow: i16,
    /// Sent off for two cautions, in place of them.
    pub second_yellow: i16,
    /// Sent off straight.
    pub red: i16,
    /// Cautioned, then sent off straight, in place of both.
    pub yellow_and_red: i16,
    /// Whether cards of coaches count.
    pub officials: bool,
}

/// A stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Which.
    pub kind: StageKind,
    /// What follows a level score after ninety minutes.
    pub level: Level,
    /// Its groups; none in a knock-out stage.
    pub groups: Vec<Group>,
    /// Criteria of the ranking in its groups, in order.
    pub ranking: Vec<Rule>,
    /// Lots drawn: winner first.
    pub drawn: Vec<Vec<u8>>,
    /// Comparison across groups.
    pub best: Option<Best>,
    /// Places of a league that mean something.
    pub zones: Vec<Zone>,
    /// Its fixtures: first, and one past the last, in [`Edition::fixtures`].
    pub fixtures: [usize; 2],
}

impl Stage {
    /// Whether a match sends one side on and the other home.
    #[must_use]
    pub fn is_knock_out(&self) -> bool {
        self.groups.is_empty()
    }
}

/// What follows a level score after ninety minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Level {
    /// Extra time, and what ends it early.
    pub extra_time: Option<byline_record::ExtraTimeRule>,
    /// What comes then, in order; nothing left means a draw.
    pub then: [Option<Decider>; 3],
}

/// What decides a match that is level at the end of play.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decider {
    /// The match is played again.
    Replay,
    /// Kicks from the penalty mark.
    ShootOut,
    /// Lots.
    Lots,
}

/// A group, or a league.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Letter or number; empty for a league.
    pub label: String,
    /// Who plays in it.
    pub entrants: Vec<Slot>,
    /// Its fixtures, in [`Edition::fixtures`].
    pub fixtures: Vec<usize>,
}

/// Comparison of the teams of one place across groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Best {
    /// Which place, from 1.
    pub place: u8,
    /// How many go through.
    pub take: u8,
    /// Criteria in order.
    pub ranking: Vec<Rule>,
}

/// Places of a league that mean something: `Champions League`, 1 to 4.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// What they mean.
    pub name: String,
    /// First and last place, from 1.
    pub places: [u8; 2],
}

/// A match to be played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixture {
    /// Number in the file, unique.
    pub number: u16,
    /// Stage, by its place among the stages.
    pub stage: usize,
    /// Group, by its place among the groups of the stage.
    pub group: Option<usize>,
    /// Who plays, first side first.
    pub sides: [Slot; 2],
    /// Local date, where known.
    pub date: Option<Date>,
    /// Local time of kick-off, where known.
    pub time: Option<Time>,
    /// Where.
    pub ground: Option<Ground>,
}

/// Where a match is played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// Stadium.
    pub stadium: String,
    /// City.
    pub city: String,
    /// Country.
    pub country: String,
}

/// Which of the best placed across groups goes to which fixture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allocation {
    /// The fixtures, each with the side ([`Fixture::sides`]) that is allocated.
    pub to: Vec<[usize; 2]>,
    /// Rows by the groups that go through (bit `n` is the `n`-th group), ascending; the group for each of `to`.
    pub rows: Vec<(u32, Vec<u8>)>,
}

impl Allocation {
    /// The group of each fixture of [`to`](Self::to) when those of `groups` go through.
    #[must_use]
    pub fn row(&self, groups: u32) -> Option<&[u8]> {
        let place = self.rows.binary_search_by_key(&groups, |row| row.0).ok()?;
        self.rows.get(place).map(|row| &*row.1)
    }
}

impl Edition {
    /// Its name, `World Cup 2022`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.competition, self.label)
    }

    /// Name of a team.
    #[must_use]
    pub fn team(&self, team: u8) -> &str {
        self.teams.get(usize::from(team)).map_or("", |name| name)
    }

    /// A slot of a stage in a word: a team, `1A`, `2 of 4`, `3ABCDF`, `W49`.
    #[must_use]
    pub fn slot_name(&self, stage: usize, slot: Slot) -> String {
        let groups = self.groups_before(stage).map_or(&[][..], |stage| &self.stages[stage].groups);
        let label = |group: usize| groups.get(group).map_or("", |group| &*group.label);
        let number = |fixture: u16| self.fixtures.get(usize::from(fixture)).map_or(0, |fixture| fixture.number);
        match slot {
            Slot::Team(team) => self.team(team).to_owned(),
            Slot::Placed { group, place } => {
                let label = label(usize::from(group));
                let letters = label.len() == 1 && label.bytes().all(|letter| letter.is_ascii_uppercase());
                if letters { format!("{place}{label}") } else { format!("{place} of {label}") }
            }
            Slot::Allocated { place, groups: from } => {
                let labels: String = (0..groups.len()).filter(|&group| from >> group & 1 == 1).map(label).collect();
                format!("{place}{labels}")
            }
            Slot::Winner(fixture) => format!("W{}", number(fixture)),
            Slot::Loser(fixture) => format!("L{}", number(fixture)),
        }
    }

    /// A fixture by its number.
    #[must_use]
    pub fn fixture(&self, number: u16) -> Option<usize> {
        self.fixtures.iter().position(|fixture| fixture.number == number)
    }

    /// The last stage with groups before a stage.
    #[must_use]
    pub fn groups_before(&self, stage: usize) -> Option<usize> {
        (0..stage.min(self.stages.len())).rev().find(|&earlier| !self.stages[earlier].is_knock_out())
    }

    /// The side at home in a fixture of two teams: the one in a country of its own name. `None` on neutral ground; the
    /// side listed first where no ground is given and nobody hosts, as in a league.
    #[must_use]
    pub fn at_home(&self, fixture: &Fixture, teams: [u8; 2]) -> Option<usize> {
        match &fixture.ground {
            Some(ground) => (0..2).find(|&side| self.team(teams[side]) == ground.country),
            None if self.hosts.is_empty() => Some(0),
            None => (0..2).find(|&side| self.hosts.iter().any(|host| host == self.team(teams[side]))),
        }
    }
}
