//! The record: what happened in football matches, who says so, and what can be asked of it.
//!
//! A [`Record`] is a set of sourced, dated facts. Everything reads it through a [`View`], the record as of a day, so
//! that no question can see the future. `ARCHITECTURE.md` in the repository tells how the parts fit together.

pub mod ask;
pub mod builtin;
pub mod claim;
mod clock;
mod competition;
mod conflict;
mod coverage;
mod error;
mod event;
pub mod export;
mod fold;
mod id;
pub mod import;
mod loose;
mod matches;
pub mod merge;
pub mod names;
mod packed;
pub mod read;
mod record;
mod score;
pub mod sheet;
mod source;
mod stage;
pub mod store;
mod team;
mod view;
mod wire;
mod words;

pub use clock::{Clock, ClockError, Period};
pub use competition::{
    Appointment, Captaincy, Competition, CompetitionClass, Edition, Place as FinalPlace, Position, Span, Squad,
    SquadPlayer, Venue,
};
pub use conflict::{Conflict, Preference, Stated, Subject};
pub use coverage::{Coverage, Extent, Table};
pub use error::{Place, ReadError};
pub use event::{Card, Direction, Event, EventKind, Family, Foot, Kick, Penalty, PenaltyOutcome, Placement};
pub use fold::fold;
pub use id::{CompetitionId, EditionId, MatchId, PersonId, TeamId, VenueId};
pub use loose::LooseMatch;
pub use matches::{Ground, KickOff, Match, MatchSources, Odds, Status, TeamSheet};
pub use record::{Record, Undated};
pub use score::{ExtraTimeRule, Goals, Score, ScoreError, ShootOut, Side};
pub use source::{Source, Sources};
pub use stage::{Stage, StageKind, Tie, group_number};
pub use team::{Person, Sex, Succession, Team, TeamKind};
pub use view::{Fixture, View};
