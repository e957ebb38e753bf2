//! What happens in a match, and when.

use serde::{Deserialize, Serialize};

use super::replay::ReplayError;
use super::state::{Clock, Period, Side};

/// What happened. Kick-off goes without saying.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A goal from play, for the side it counts for (own goals too).
    Goal(Side),
    /// A penalty was given. Optional: without it the award is put [`super::Parameters::kick_delay`] before the kick.
    PenaltyAwarded(Side),
    /// The kick was scored; the goal is not told again.
    PenaltyScored(Side),
    /// The kick was missed or saved.
    PenaltyMissed(Side),
    /// A man of this side was sent off.
    RedCard(Side),
    /// So many minutes were announced for this half.
    Announced(u8),
    /// The first half ended.
    HalfTime,
    /// Ninety minutes ended.
    FullTime,
    /// The first half of extra time ended.
    ExtraHalfTime,
    /// Extra time ended.
    ExtraTimeEnd,
    /// The shoot-out was won by this side.
    ShootOut(Side),
    /// Nothing: the match has come this far, to the end of this minute.
    Now,
}

impl Kind {
    fn ends_a_part(self) -> bool {
        matches!(self, Self::HalfTime | Self::FullTime | Self::ExtraHalfTime | Self::ExtraTimeEnd | Self::ShootOut(_))
    }
}

/// An event and its minute. The end of a half bears the last minute played, as 45+2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Minute.
    pub clock: Clock,
    /// What happened.
    pub kind: Kind,
}

/// An event at a point of time.
#[derive(Clone, Copy)]
pub(super) struct Timed {
    pub(super) index: usize,
    pub(super) clock: Clock,
    pub(super) period: Period,
    pub(super) elapsed: f64,
    pub(super) kind: Kind,
    /// Whether this is the award of a kick that was not told.
    pub(super) assumed: bool,
}

/// Puts events in time, and penalties before their kicks.
pub(super) fn timed(events: &[Event], delay: f64) -> Result<Vec<Timed>, ReplayError> {
    let mut list: Vec<Timed> = Vec::with_capacity(events.len() + 4);
    for (index, event) in events.iter().enumerate() {
        let clock = event.clock;
        let wrong = |what| Err(ReplayError::Event { event: index, clock, what });
        if clock.minute > 120 || (clock.added > 0 && ![45, 90, 105, 120].contains(&clock.minute)) {
            return wrong("no such minute; expected 1 to 120, or 45, 90, 105, 120 with added time");
        }
        let elapsed = match event.kind {
            Kind::Now => clock.end(),
            Kind::Announced(_) => clock.end().min(clock.period().minutes()),
            kind if kind.ends_a_part() => clock.end(),
            _ => clock.elapsed(),
        };
        let mut here = Timed { index, clock, period: clock.period(), elapsed, kind: event.kind, assumed: false };
        // Records round minutes, and give the end of a half without its added time.
        let floor = list.last().filter(|last| last.period == here.period).map_or(0.0, |last| last.elapsed);
        let late = elapsed + 1.0 < floor && !event.kind.ends_a_part();
        if list.last().is_some_and(|last| last.period > here.period) || late {
            return wrong("earlier than the event before it; events must be in order");
        }
        here.elapsed = elapsed.max(floor);
        if let Kind::PenaltyScored(side) | Kind::PenaltyMissed(side) = here.kind {
            place_award(&mut list, here, side, delay);
        }
        list.push(here);
    }
    Ok(list)
}

/// The award of a kick: its own event moved apart from the kick, or one assumed.
fn place_award(list: &mut Vec<Timed>, kick: Timed, side: Side, delay: f64) {
    let is_award = |event: &Timed| event.kind == Kind::PenaltyAwarded(side);
    let is_kick = |event: &Timed| matches!(event.kind, Kind::PenaltyScored(_) | Kind::PenaltyMissed(_));
    let open = list.iter().rposition(is_award).filter(|at| !list[at + 1..].iter().any(is_kick));
    let latest = (kick.elapsed - delay).max(0.0);
    let floor = |before: Option<&Timed>| {
        before.filter(|before| before.period == kick.period).map_or(0.0, |before| before.elapsed)
    };
    match open {
        Some(at) => {
            let least = floor(at.checked_sub(1).and_then(|before| list.get(before)));
            if list[at].period == kick.period {
                list[at].elapsed = list[at].elapsed.min(latest).max(least);
            }
        }
        None => {
            let elapsed = latest.max(floor(list.last()));
            let clock = Clock::at(kick.period, elapsed.max(0.01));
            list.push(Timed { clock, elapsed, kind: Kind::PenaltyAwarded(side), assumed: true, ..kick });
        }
    }
}
