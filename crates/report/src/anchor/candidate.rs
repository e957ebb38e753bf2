//! A match a report may be about, and what speaks for it.

use byline_record::{Goals, MatchId, Record, VenueId};
use jiff::civil::Date;

use crate::checked::Anchor;

/// What speaks for a match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Clue {
    /// Both sides are named, or stand in the text by those who scored for them.
    BothTeams,
    /// So many days from the match to the day of the report.
    PlayedBefore(i64),
    /// So many days from the day of the report to the match.
    ToBePlayed(i64),
    /// The year of its tournament is told.
    Year(i16),
    /// Its score is.
    Score(Goals),
    /// That of its shoot-out is.
    ShootOut,
    /// So many of those who scored in it are named.
    Scorers { named: usize, of: usize },
    /// So many of those are who took kicks in its shoot-out.
    Takers(usize),
    /// A side of it is called the hosts.
    Hosts,
    /// The city it was played in is named.
    Place(VenueId),
}

impl Clue {
    /// The clue as it is shown.
    pub(super) fn shown(self, record: &Record) -> String {
        match self {
            Self::BothTeams => "both teams".to_owned(),
            Self::PlayedBefore(0..=2) => "played at most two days before".to_owned(),
            Self::PlayedBefore(days) => format!("played {days} days before"),
            Self::ToBePlayed(days) => format!("to be played {days} days later"),
            Self::Year(year) => format!("the year {year}"),
            Self::Score(goals) => format!("the score {goals}"),
            Self::ShootOut => "the score of the shoot-out".to_owned(),
            Self::Scorers { named, of } => format!("{named} of {of} scorers"),
            Self::Takers(kicks) => format!("{kicks} who took kicks"),
            Self::Hosts => "the hosts".to_owned(),
            Self::Place(venue) => format!("the place, {}", record.venue(venue).city.as_deref().unwrap_or_default()),
        }
    }
}

/// A match as the anchor sees it: played, or still to come.
pub(super) struct Candidate {
    pub(super) id: MatchId,
    pub(super) date: Date,
    pub(super) score: f64,
    /// Whether all who scored in it, two at least, are named.
    pub(super) told: bool,
    /// How sure it can be at most: less where a side is not named.
    pub(super) most: f64,
    /// What speaks for it.
    pub(super) clues: Vec<Clue>,
}

impl Candidate {
    /// The match, with how sure it is when the next has `next`.
    pub(super) fn found(&self, record: &Record, next: f64) -> Anchor {
        Anchor {
            in_match: self.id,
            confidence: (self.score / (self.score + next.max(0.0) * 0.5 + 0.5)).clamp(0.0, self.most),
            clues: self.clues.iter().map(|clue| clue.shown(record)).collect(),
            to_come: false,
        }
    }
}
