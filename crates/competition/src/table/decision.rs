//! What separated two teams of a table.

use std::cmp::Ordering;
use std::fmt;

use crate::criterion::{Criterion, Measure, Rule};

/// A set of teams by number, 0 to 127.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Teams(u128);

impl Teams {
    /// Adds a team.
    #[must_use]
    pub const fn with(self, team: u8) -> Self {
        Self(self.0 | 1 << (team & 127))
    }

    /// Whether a team is among them.
    #[must_use]
    pub const fn has(self, team: u8) -> bool {
        self.0 >> (team & 127) & 1 == 1
    }

    /// How many.
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Those of either set.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Those not in the other set.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Each, ascending.
    pub fn iter(self) -> impl Iterator<Item = u8> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let team = left.trailing_zeros();
            left &= left.wrapping_sub(1);
            u8::try_from(team).ok().filter(|&team| team < 128)
        })
    }
}

impl FromIterator<u8> for Teams {
    fn from_iter<I: IntoIterator<Item = u8>>(teams: I) -> Self {
        teams.into_iter().fold(Self::default(), Self::with)
    }
}

/// What a team has of a criterion; the greater is the better.
#[derive(Clone, Copy, Debug)]
pub enum Value {
    /// A whole number.
    Count(i32),
    /// A place; the lower is the better.
    Place(u16),
    /// Goals for by goals against.
    Average {
        /// Goals for.
        goals_for: u16,
        /// Goals against.
        goals_against: u16,
    },
}

impl Value {
    /// By worth: greater is better.
    #[must_use]
    pub fn compare(self, other: Self) -> Ordering {
        match (self, other) {
            (Self::Count(one), Self::Count(two)) => one.cmp(&two),
            (Self::Place(one), Self::Place(two)) => two.cmp(&one),
            (
                Self::Average { goals_for, goals_against },
                Self::Average { goals_for: other_for, goals_against: other_against },
            ) => {
                let ratio = |goals_for: u16, goals_against: u16| match (goals_for, goals_against) {
                    (0, 0) => (1, 1),
                    (_, 0) => (1, 0),
                    _ => (u32::from(goals_for), u32::from(goals_against)),
                };
                let (above, below) = ratio(goals_for, goals_against);
                let (other_above, other_below) = ratio(other_for, other_against);
                (above * other_below).cmp(&(other_above * below))
            }
            _ => Ordering::Equal,
        }
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        self.compare(*other) == Ordering::Equal
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(count) => count.fmt(f),
            Self::Place(place) => write!(f, "{place}."),
            Self::Average { goals_for, goals_against: 0 } if *goals_for > 0 => write!(f, "{goals_for} to 0"),
            Self::Average { goals_for, goals_against } => {
                let average = if *goals_against == 0 { 1.0 } else { f64::from(*goals_for) / f64::from(*goals_against) };
                write!(f, "{average:.3}")
            }
        }
    }
}

/// What separated a team from the next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Decision {
    /// A criterion.
    By {
        /// Which.
        rule: Rule,
        /// What the team and the next have of it.
        values: [Value; 2],
        /// The teams level until then.
        among: Teams,
    },
    /// They are level, and the criterion that comes next needs a fact nobody gave.
    Undecided {
        /// The criterion.
        rule: Rule,
        /// The teams level.
        among: Teams,
    },
    /// They are level by all criteria, or the next waits until every match has been played.
    Level,
}

impl Decision {
    /// The criterion that separated them.
    #[must_use]
    pub const fn criterion(&self) -> Option<Criterion> {
        match self {
            Self::By { rule, .. } => Some(rule.criterion),
            _ => None,
        }
    }

    /// In words, for the team above the other: `Japan above Senegal: fair play, -4 against -6`.
    #[must_use]
    pub fn words<'n>(&self, above: &str, below: &str, name: impl Fn(u8) -> &'n str) -> String {
        match self {
            Self::By { rule, values: [own, other], among } => {
                let mut words = match rule.criterion {
                    Criterion::Lots => format!("{above} above {below}: lots"),
                    Criterion::PlayOff => format!("{above} above {below}: the play-off"),
                    Criterion::ShootOut => format!("{above} above {below}: the shoot-out"),
                    criterion => format!("{above} above {below}: {}, {own} against {other}", spoken(criterion)),
                };
                if matches!(rule.criterion, Criterion::HeadToHead(_)) && among.len() > 2 {
                    let names: Vec<&str> = among.iter().map(name).collect();
                    words.push_str(&format!(" (in the matches among {})", list(&names)));
                }
                words
            }
            Self::Undecided { rule, .. } => {
                let needs = rule.criterion.needs().unwrap_or(rule.criterion.name());
                format!("{above} and {below}: undecided, needs {needs}")
            }
            Self::Level => format!("{above} and {below}: level"),
        }
    }
}

/// A criterion in a sentence.
fn spoken(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::FairPlay => "fair play points",
        Criterion::Overall(Measure::GoalsFor) => "goals scored",
        Criterion::HeadToHead(Measure::GoalsFor) => "head-to-head goals scored",
        other => other.name(),
    }
}

/// `A, B and C`.
pub(crate) fn list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
