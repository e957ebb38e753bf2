//! A match told through its chances: the curve, and what each event was worth.

use serde::{Deserialize, Serialize};

use super::events::{Event, Kind, Timed, timed};
use super::model::{InPlay, InPlayError};
use super::parameters::Parameters;
use super::play::Play;
use super::state::{Chances, Clock, ExtraTime, Period, Rates, Rules, Side, State};
use super::uncertainty::{self, Estimate};

/// What a point of the curve marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    /// A full minute.
    Minute,
    /// Just after the event at this place of the list.
    Event(usize),
    /// Just after the award of the penalty whose kick is at this place, where the award was not told.
    Award(usize),
}

impl Moment {
    /// The place of the event it is about; `None` for a full minute.
    #[must_use]
    pub const fn event(self) -> Option<usize> {
        match self {
            Self::Minute => None,
            Self::Event(event) | Self::Award(event) => Some(event),
        }
    }
}

/// A point of the curve.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// The minute as it is written; 0 is kick-off.
    pub clock: Clock,
    /// Minutes played in all, added time of halves that are over included: for the axis of a chart.
    pub played: f64,
    /// What it marks.
    pub moment: Moment,
    /// Chances from here.
    pub chances: Chances,
}

/// What a [`Worth`] is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Chance of going through.
    Through,
    /// Chance of winning in ninety minutes.
    Win,
}

/// The steps of a penalty.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kick {
    /// Once it was given.
    pub awarded: Estimate,
    /// Had it been, or as it was, scored.
    pub scored: Estimate,
    /// Had it been, or as it was, missed.
    pub missed: Estimate,
    /// After less awarded: what the kick itself was worth.
    pub worth: Estimate,
}

/// What an event was worth to the side it belongs to: the scorer's, the taker's, the sent-off player's.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Worth {
    /// Place of the event in the list (of a penalty, the kick).
    pub event: usize,
    /// Minute of it.
    pub clock: Clock,
    /// The side.
    pub side: Side,
    /// What the chances are of.
    pub measure: Measure,
    /// Chance before: for a penalty before it was given, for a sending-off also had he stayed on.
    pub before: Estimate,
    /// The steps, for a penalty.
    pub penalty: Option<Kick>,
    /// Chance after.
    pub after: Estimate,
    /// After less before.
    pub worth: Estimate,
}

/// A match told through its chances.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Replay {
    /// Every full minute and every event, in order, from kick-off.
    pub curve: Vec<Point>,
    /// Goals, penalties and sendings-off, in order.
    pub worth: Vec<Worth>,
}

/// Why a match cannot be told.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ReplayError {
    /// Rates, rules or parameters.
    #[error(transparent)]
    Model(#[from] InPlayError),
    /// An event does not fit what went before.
    #[error("event {event} at minute {clock}: {what}")]
    Event {
        /// Its place, from 0.
        event: usize,
        /// Its minute.
        clock: Clock,
        /// What does not fit, and what is expected.
        what: &'static str,
    },
}

/// Tells a match. Events must be in order; one dated by the minute is put in its middle.
///
/// Intervals are at [`super::LEVEL`], by the delta method over the covariance of the rates and the standard errors of the
/// parameters; without a covariance they hold the parameters' share alone.
///
/// # Errors
/// If rates, rules or parameters are out of range, or an event does not fit what went before.
pub fn replay(parameters: &Parameters, rates: Rates, rules: Rules, events: &[Event]) -> Result<Replay, ReplayError> {
    let model = InPlay::new(parameters, rates, rules)?;
    let events = timed(events, model.kick_delay)?;
    let walk = Walk::new(&model, true).run(&events)?;
    let mut moved = Vec::new();
    for [up, down] in uncertainty::directions(parameters, &rates, &rules) {
        let values = |(parameters, rates, rules): (Parameters, Rates, Rules)| -> Result<Vec<Raw>, ReplayError> {
            Ok(Walk::new(&InPlay::new(&parameters, rates, rules)?, false).run(&events)?.worth)
        };
        moved.push([values(up)?, values(down)?]);
    }
    let measure = if rules.tie.is_some() { Measure::Through } else { Measure::Win };
    let worth = walk.worth.iter().enumerate().map(|(i, raw)| raw.worth(i, measure, &moved)).collect();
    Ok(Replay { curve: walk.curve, worth })
}

/// Chances of an event's side, without intervals: before, after, and awarded, scored, missed for a penalty.
struct Raw {
    event: usize,
    clock: Clock,
    side: Side,
    before: f64,
    after: f64,
    kick: Option<[f64; 3]>,
}

impl Raw {
    fn worth(&self, place: usize, measure: Measure, moved: &[[Vec<Raw>; 2]]) -> Worth {
        let each = |value: &dyn Fn(&Raw) -> f64| -> Vec<[f64; 2]> {
            moved.iter().map(|pair| [value(&pair[0][place]), value(&pair[1][place])]).collect()
        };
        let step = |i: usize, kick: &[f64; 3]| {
            uncertainty::chance(kick[i], &each(&|raw| raw.kick.map_or(0.0, |kick| kick[i])))
        };
        Worth {
            event: self.event,
            clock: self.clock,
            side: self.side,
            measure,
            before: uncertainty::chance(self.before, &each(&|raw| raw.before)),
            penalty: self.kick.as_ref().map(|kick| {
                let moved = each(&|raw| raw.after - raw.kick.map_or(0.0, |kick| kick[0]));
                let worth = uncertainty::difference(self.after - kick[0], &moved);
                Kick { awarded: step(0, kick), scored: step(1, kick), missed: step(2, kick), worth }
            }),
            after: uncertainty::chance(self.after, &each(&|raw| raw.after)),
            worth: uncertainty::difference(self.after - self.before, &each(&|raw| raw.after - raw.before)),
        }
    }
}

struct Walk<'a> {
    model: &'a InPlay,
    state: State,
    /// Minutes of the parts that are over.
    played: f64,
    /// Chances before and after the award of the penalty to be taken.
    award: Option<[Chances; 2]>,
    /// Once the shoot-out is over.
    winner: Option<Side>,
    /// Play with the men on the pitch.
    play: Play,
    with_curve: bool,
    curve: Vec<Point>,
    worth: Vec<Raw>,
}

impl<'a> Walk<'a> {
    fn new(model: &'a InPlay, with_curve: bool) -> Self {
        let state = State::kick_off();
        let mut walk = Self {
            model,
            state,
            played: 0.0,
            award: None,
            winner: None,
            play: model.play(&state),
            with_curve,
            curve: Vec::new(),
            worth: Vec::new(),
        };
        walk.point(Clock::minute(0), Moment::Minute);
        walk
    }

    fn run(mut self, events: &[Timed]) -> Result<Self, ReplayError> {
        for event in events {
            self.event(event).map_err(|what| ReplayError::Event { event: event.index, clock: event.clock, what })?;
        }
        Ok(self)
    }

    fn chances(&self) -> Chances {
        let mut chances = self.model.chances_in(&self.play, &self.state);
        if let (Some(winner), Some(through)) = (self.winner, chances.through.as_mut()) {
            *through = [0.0; 2];
            through[winner.index()] = 1.0;
        }
        chances
    }

    fn point(&mut self, clock: Clock, moment: Moment) {
        if self.with_curve {
            let played = self.played + self.state.elapsed;
            self.curve.push(Point { clock, played, moment, chances: self.chances() });
        }
    }

    /// Lets the clock run, with a point at every full minute on the way.
    fn run_to(&mut self, elapsed: f64) {
        let mut minute = self.state.elapsed.floor() + 1.0;
        while minute <= elapsed {
            self.state.elapsed = minute;
            self.point(Clock::at(self.state.period, minute), Moment::Minute);
            minute += 1.0;
        }
        self.state.elapsed = elapsed.max(self.state.elapsed);
    }

    /// Ends the part under way.
    fn end_part(&mut self) -> Result<(), &'static str> {
        self.played += self.state.elapsed;
        self.state.elapsed = 0.0;
        self.state.announced = None;
        self.state.penalty = None;
        let tie = self.model.tie().copied();
        let lead = tie.map_or(0, |tie| self.state.lead() + i32::from(tie.aggregate));
        let rule = tie.and_then(|tie| tie.extra_time);
        self.state.period = match self.state.period {
            Period::FirstHalf => Period::SecondHalf,
            Period::SecondHalf => {
                self.state.ninety = Some(self.state.score);
                match tie {
                    Some(_) if lead == 0 && rule.is_some() => Period::ExtraFirst,
                    Some(_) if lead == 0 => Period::ShootOut,
                    _ => Period::Over,
                }
            }
            Period::ExtraFirst if lead != 0 && rule == Some(ExtraTime::SilverGoal) => Period::Over,
            Period::ExtraFirst => Period::ExtraSecond,
            Period::ExtraSecond if lead == 0 => Period::ShootOut,
            Period::ExtraSecond => Period::Over,
            Period::ShootOut | Period::Over => return Err("the match is over"),
        };
        Ok(())
    }

    fn event(&mut self, event: &Timed) -> Result<(), &'static str> {
        if let Kind::ShootOut(winner) = event.kind {
            return self.shoot_out(event, winner);
        }
        while self.state.period < event.period {
            // A half whose end was not told ended with its regular time, or with the last event of its added time.
            let end = self.state.period.minutes().max(self.state.elapsed);
            self.run_to(end);
            self.end_part()?;
            if self.state.period == Period::Over || self.state.period == Period::ShootOut {
                return Err("after the end of play; extra time needs a knock-out that is level");
            }
        }
        if self.state.period != event.period {
            // Records also note the end of extra time that a goal ended.
            let noted = matches!(event.kind, Kind::ExtraHalfTime | Kind::ExtraTimeEnd | Kind::Now);
            return if noted && self.state.period == Period::Over { Ok(()) } else { Err("play is over") };
        }
        self.run_to(event.elapsed);
        let before = self.chances();
        match event.kind {
            Kind::Goal(side) => {
                self.state = self.state.with_goal(side);
                self.award = None;
                self.golden();
                self.note(event, side, &before, None);
            }
            Kind::RedCard(side) => {
                let men = &mut self.state.men[side.index()];
                if *men <= 7 {
                    return Err("a fifth man sent off; a side may not have fewer than seven");
                }
                *men -= 1;
                self.play = self.model.play(&self.state);
                self.note(event, side, &before, None);
            }
            Kind::PenaltyAwarded(side) => {
                self.state.penalty = Some(side);
                self.award = Some([before, self.chances()]);
            }
            Kind::PenaltyScored(side) | Kind::PenaltyMissed(side) => {
                if self.state.penalty != Some(side) {
                    return Err(
                        "a kick without its penalty; expected the award to the same side before it, or no award",
                    );
                }
                let [first, awarded] = self.award.take().unwrap_or([before, before]);
                let missed = State { penalty: None, ..self.state };
                self.state = missed.with_goal(side);
                self.golden();
                let scored = self.chances();
                let missed_chances = self.model.chances_in(&self.play, &missed);
                if event.kind == Kind::PenaltyMissed(side) {
                    self.state = missed;
                }
                let kick = [awarded.of(side), scored.of(side), missed_chances.of(side)];
                self.note(event, side, &first, Some(kick));
            }
            Kind::Announced(minutes) => self.state.announced = Some(minutes),
            Kind::HalfTime => self.end(event, Period::FirstHalf)?,
            Kind::FullTime => self.end(event, Period::SecondHalf)?,
            Kind::ExtraHalfTime => self.end(event, Period::ExtraFirst)?,
            Kind::ExtraTimeEnd => self.end(event, Period::ExtraSecond)?,
            Kind::ShootOut(_) | Kind::Now => {}
        }
        let moment = if event.assumed { Moment::Award(event.index) } else { Moment::Event(event.index) };
        self.point(event.clock, moment);
        Ok(())
    }

    fn end(&mut self, event: &Timed, period: Period) -> Result<(), &'static str> {
        if event.period != period { Err("the end of another half than the minute lies in") } else { self.end_part() }
    }

    fn shoot_out(&mut self, event: &Timed, winner: Side) -> Result<(), &'static str> {
        if self.model.tie().is_none() {
            return Err("a shoot-out in a match that is no knock-out");
        }
        while self.state.period < Period::ShootOut {
            self.run_to(self.state.period.minutes().max(self.state.elapsed));
            self.end_part()?;
        }
        if self.state.period != Period::ShootOut || self.winner.is_some() {
            return Err("a shoot-out after the match was decided");
        }
        self.winner = Some(winner);
        self.point(event.clock, Moment::Event(event.index));
        Ok(())
    }

    /// A goal in extra time may end the match.
    fn golden(&mut self) {
        let golden = self.model.tie().is_some_and(|tie| tie.extra_time == Some(ExtraTime::GoldenGoal));
        if golden && matches!(self.state.period, Period::ExtraFirst | Period::ExtraSecond) {
            self.played += self.state.elapsed;
            self.state.elapsed = 0.0;
            self.state.period = Period::Over;
        }
    }

    fn note(&mut self, event: &Timed, side: Side, before: &Chances, kick: Option<[f64; 3]>) {
        let after = self.chances().of(side);
        self.worth.push(Raw { event: event.index, clock: event.clock, side, before: before.of(side), after, kick });
    }
}
