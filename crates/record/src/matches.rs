//! A match: who, when, where, how it stood at every stage, and what happened in it.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, Zoned};
use serde::{Deserialize, Serialize};

use crate::{EditionId, Event, Kick, MatchId, PersonId, Score, Side, Sources, Stage, StageKind, TeamId, VenueId};

/// Whose ground it was played on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Ground {
    /// No source says.
    #[default]
    Unknown,
    /// Nobody's.
    Neutral,
    /// At home for one side, listed first or second.
    HomeOf(Side),
}

/// Whether and how a match came to an end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Status {
    /// Not played yet, or nobody has said how it ended.
    #[default]
    Scheduled,
    /// Played to its end.
    Played,
    /// Broken off; the score is that at the time unless awarded.
    Abandoned,
    /// Result given by a ruling.
    Awarded,
    /// One side did not appear.
    Walkover,
    /// Called off.
    Cancelled,
}

impl Status {
    /// The word printed and of JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Scheduled => "scheduled",
            Self::Played => "played",
            Self::Abandoned => "abandoned",
            Self::Awarded => "awarded",
            Self::Walkover => "walkover",
            Self::Cancelled => "cancelled",
        }
    }
}

/// Kick-off in local time, and its offset from UTC where known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct KickOff {
    /// Minutes after local midnight.
    minutes: u16,
    /// Minutes east of UTC.
    offset_minutes: Option<i16>,
}

impl KickOff {
    /// A local time of day, `hour` 0 to 23 and `minute` 0 to 59, with the offset from UTC in minutes where known
    /// (at most 18 hours either way).
    #[must_use]
    pub fn new(hour: u8, minute: u8, offset_minutes: Option<i16>) -> Option<Self> {
        let offset_fits = offset_minutes.is_none_or(|offset| (-1080..=1080).contains(&offset));
        (hour < 24 && minute < 60 && offset_fits)
            .then(|| Self { minutes: u16::from(hour) * 60 + u16::from(minute), offset_minutes })
    }

    /// Reads `22:00`, with the offset known from elsewhere.
    #[must_use]
    pub fn read(time: &str, offset_minutes: Option<i16>) -> Option<Self> {
        let (hour, minute) = time.trim().split_once(':')?;
        Self::new(hour.parse().ok()?, minute.parse().ok()?, offset_minutes)
    }

    /// Reads an offset: `UTC+3`, `UTC-3:30`, `UTC`.
    #[must_use]
    pub fn read_offset(text: &str) -> Option<i16> {
        let rest = text.trim().strip_prefix("UTC")?.replace('−', "-");
        if rest.is_empty() {
            return Some(0);
        }
        let (sign, digits) = match rest.strip_prefix('-') {
            Some(digits) => (-1, digits),
            None => (1, rest.strip_prefix('+')?),
        };
        let (hours, minutes) = digits.split_once(':').unwrap_or((digits, "0"));
        let offset = hours.parse::<i16>().ok()?.checked_mul(60)?.checked_add(minutes.parse().ok()?)?;
        (0..=1080).contains(&offset).then_some(sign * offset)
    }

    /// Local hour and minute.
    #[must_use]
    pub const fn hour_minute(self) -> (u16, u16) {
        (self.minutes / 60, self.minutes % 60)
    }

    /// Local time of day as printed, `22:00`.
    #[must_use]
    pub fn local_time(self) -> String {
        let (hour, minute) = self.hour_minute();
        format!("{hour:02}:{minute:02}")
    }

    /// Minutes east of UTC, where known.
    #[must_use]
    pub const fn offset_minutes(self) -> Option<i16> {
        self.offset_minutes
    }

    /// The zone as printed, `UTC+3`, where known.
    #[must_use]
    pub fn zone(self) -> Option<String> {
        let offset = self.offset_minutes?;
        let sign = if offset < 0 { '-' } else { '+' };
        let (hours, minutes) = (offset.abs() / 60, offset.abs() % 60);
        Some(match (offset, minutes) {
            (0, _) => "UTC".to_owned(),
            (_, 0) => format!("UTC{sign}{hours}"),
            _ => format!("UTC{sign}{hours}:{minutes:02}"),
        })
    }

    /// The moment of kick-off on `date` (the local date), where the offset is known.
    #[must_use]
    pub fn instant(self, date: Date) -> Option<Timestamp> {
        self.zoned(date).map(|zoned| zoned.timestamp())
    }

    /// Date and time of kick-off on `date` on a clock in another zone, where the offset is known.
    #[must_use]
    pub fn in_zone(self, date: Date, zone: &TimeZone) -> Option<DateTime> {
        Some(zone.to_datetime(self.instant(date)?))
    }

    /// The same on a clock so many minutes east of UTC.
    #[must_use]
    pub fn elsewhere(self, date: Date, minutes_east: i16) -> Option<DateTime> {
        let offset = Offset::from_seconds(i32::from(minutes_east) * 60).ok()?;
        self.in_zone(date, &TimeZone::fixed(offset))
    }

    /// The first and the last date that a clock on earth showed at kick-off on `date`: 12 hours behind UTC and 14
    /// ahead. Empty where the offset is not known.
    pub fn dates_on_earth(self, date: Date) -> impl Iterator<Item = Date> {
        [-12 * 60, 14 * 60].into_iter().filter_map(move |minutes| Some(self.elsewhere(date, minutes)?.date()))
    }

    /// The moment with its zone.
    #[must_use]
    pub fn zoned(self, date: Date) -> Option<Zoned> {
        let offset = Offset::from_seconds(i32::from(self.offset_minutes?) * 60).ok()?;
        let (hour, minute) = self.hour_minute();
        let time = Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, 0, 0).ok()?;
        date.to_datetime(time).to_zoned(TimeZone::fixed(offset)).ok()
    }
}

/// Who says what of a match. One set of sources for each part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatchSources {
    /// That it was played, by whom and on which date.
    pub fixture: Sources,
    /// Kick-off time.
    pub kick_off: Sources,
    /// Venue.
    pub venue: Sources,
    /// Stage and group.
    pub stage: Sources,
    /// Score at half-time.
    pub half_time: Sources,
    /// Score after ninety minutes.
    pub full_time: Sources,
    /// Score at the end of play.
    pub end: Sources,
    /// Shoot-out.
    pub shoot_out: Sources,
}

impl MatchSources {
    /// Every source that says anything.
    #[must_use]
    pub fn all(&self) -> Sources {
        [self.kick_off, self.venue, self.stage, self.half_time, self.full_time, self.end, self.shoot_out]
            .into_iter()
            .fold(self.fixture, Sources::and)
    }
}

/// What is known of one side's team on the day. `P` is a person: an identifier in the record, a name in what a
/// reader found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamSheet<P = PersonId> {
    /// Starting eleven, keeper first where known; empty when not known.
    pub starters: Vec<P>,
    /// Who was in goal, in order, each with the minute he took over (`None` from the start).
    pub keepers: Vec<(P, Option<crate::Clock>)>,
    /// Captain.
    pub captain: Option<P>,
    /// Manager on the day.
    pub manager: Option<P>,
}

impl<P> Default for TeamSheet<P> {
    fn default() -> Self {
        Self { starters: Vec::new(), keepers: Vec::new(), captain: None, manager: None }
    }
}

impl<P> TeamSheet<P> {
    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.starters.is_empty() && self.keepers.is_empty() && self.captain.is_none() && self.manager.is_none()
    }
}

/// A bookmaker's decimal prices on the result after ninety minutes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Odds {
    /// Who offered them, by the column name of the source: `B365`, `PS`.
    pub bookmaker: Box<str>,
    /// Whether they are closing prices.
    pub closing: bool,
    /// Home, draw, away.
    pub prices: [f32; 3],
}

/// A match.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Match {
    /// Identifier in this record; ascending with date and kick-off.
    pub id: MatchId,
    /// Edition it belongs to.
    pub edition: EditionId,
    /// Stage, where known.
    pub stage: Option<Stage>,
    /// Matchday of a league, where known.
    pub matchday: Option<u16>,
    /// Local date.
    #[serde(with = "crate::wire::date")]
    pub date: Date,
    /// Kick-off, where known.
    pub kick_off: Option<KickOff>,
    /// Side listed first.
    pub home: TeamId,
    /// Side listed second.
    pub away: TeamId,
    /// Venue, where known.
    pub venue: Option<VenueId>,
    /// Whose ground.
    pub ground: Ground,
    /// Whether it was played.
    pub status: Status,
    /// Score at every stage.
    pub score: Score,
    /// Winner drawn by lots, or by a ruling or walkover.
    pub given_to: Option<Side>,
    /// What happened, in the order of the clock.
    pub events: Vec<Event>,
    /// Shoot-out kick by kick, in the order taken; empty where not known.
    pub kicks: Vec<Kick>,
    /// Whether the order of kicks between the sides is known; some sources list them side by side.
    pub kicks_in_order: bool,
    /// Team sheets of the first and the second side.
    pub sheets: Option<Box<[TeamSheet; 2]>>,
    /// Referee.
    pub referee: Option<PersonId>,
    /// Spectators.
    pub attendance: Option<u32>,
    /// Bookmakers' prices.
    pub odds: Vec<Odds>,
    /// Who says what.
    pub sources: MatchSources,
}

impl Match {
    /// Whether it is a match of a stage: a final, a match of a group. Of a match without a known stage it is of none.
    #[must_use]
    pub fn is_at(&self, stage: StageKind) -> bool {
        self.stage.as_ref().is_some_and(|is| is.kind == stage)
    }

    /// A match to be played, of which nothing else is known.
    pub(crate) fn scheduled(id: MatchId, edition: EditionId, date: Date, home: TeamId, away: TeamId) -> Self {
        Self {
            id,
            edition,
            stage: None,
            matchday: None,
            date,
            kick_off: None,
            home,
            away,
            venue: None,
            ground: Ground::Unknown,
            status: Status::Scheduled,
            score: Score::default(),
            given_to: None,
            events: Vec::new(),
            kicks: Vec::new(),
            kicks_in_order: false,
            sheets: None,
            referee: None,
            attendance: None,
            odds: Vec::new(),
            sources: MatchSources::default(),
        }
    }

    /// The team of a side.
    #[must_use]
    pub const fn team(&self, side: Side) -> TeamId {
        match side {
            Side::Home => self.home,
            Side::Away => self.away,
        }
    }

    /// The side a team is on, `None` if it did not play.
    #[must_use]
    pub fn side_of(&self, team: TeamId) -> Option<Side> {
        if self.home == team {
            Some(Side::Home)
        } else if self.away == team {
            Some(Side::Away)
        } else {
            None
        }
    }

    /// The side that went through or won: by goals, shoot-out, lots, ruling or walkover. `None` for a draw.
    #[must_use]
    pub fn winner(&self) -> Option<Side> {
        self.given_to.or_else(|| self.score.winner())
    }

    /// The side that won in play, golden and silver goals included, shoot-outs not.
    #[must_use]
    pub fn winner_in_play(&self) -> Option<Side> {
        self.score.end.and_then(crate::Goals::leader)
    }

    /// Whether there is a result to count.
    #[must_use]
    pub fn is_played(&self) -> bool {
        matches!(self.status, Status::Played | Status::Abandoned | Status::Awarded) && self.score.end.is_some()
    }

    /// One side's team sheet, if anything is known of it.
    #[must_use]
    pub fn sheet(&self, side: Side) -> Option<&TeamSheet> {
        let [home, away] = &**self.sheets.as_ref()?;
        let sheet = match side {
            Side::Home => home,
            Side::Away => away,
        };
        (!sheet.is_empty()).then_some(sheet)
    }

    /// Who kept goal for `side` at `clock` (at the end of the match for `None`), where known.
    #[must_use]
    pub fn keeper_at(&self, side: Side, clock: Option<crate::Clock>) -> Option<PersonId> {
        let keepers = &self.sheet(side)?.keepers;
        keepers
            .iter()
            .rev()
            .find(|(_, since)| match (since, clock) {
                (None, _) | (_, None) => true,
                (Some(since), Some(clock)) => *since <= clock,
            })
            .map(|&(keeper, _)| keeper)
    }

    /// Visits every person named in the match.
    pub(crate) fn for_each_person(&mut self, visit: impl Fn(&mut PersonId)) {
        for event in &mut self.events {
            event.player.iter_mut().for_each(&visit);
            match &mut event.kind {
                crate::EventKind::Penalty(penalty) => penalty.keeper.iter_mut().for_each(&visit),
                crate::EventKind::Substitution { on } => on.iter_mut().for_each(&visit),
                _ => {}
            }
        }
        for kick in &mut self.kicks {
            kick.taker.iter_mut().chain(&mut kick.keeper).for_each(&visit);
        }
        for sheet in self.sheets.iter_mut().flat_map(|sheets| sheets.iter_mut()) {
            let people = sheet.starters.iter_mut().chain(sheet.keepers.iter_mut().map(|(keeper, _)| keeper));
            people.chain(&mut sheet.captain).chain(&mut sheet.manager).for_each(&visit);
        }
        self.referee.iter_mut().for_each(&visit);
    }

    /// Events that counted as goals, in the order of the clock.
    pub fn goals(&self) -> impl Iterator<Item = &Event> {
        self.events.iter().filter(|event| event.kind.is_goal())
    }
}
