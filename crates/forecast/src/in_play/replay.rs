//! A match told through its chances: the curve, and what each event was worth.

use serde::{Deserialize, Serialize};

use super::model::{InPlay, InPlayError};
use super::parameters::Parameters;
use super::play::Play;
use super::state::{Chances, Clock, ExtraTime, Period, Rates, Rules, Side, State};
use super::uncertainty::{self, Estimate};

/// What happened. Kick-off goes without saying.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A goal from play, for the side it counts for (own goals too).
    Goal(Side),
    /// A penalty was given. Optional: without it the award is put [`Parameters::kick_delay`] before the kick.
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
    /// Nothing: the match has come this far.
    Now,
}

/// An event and its minute. The end of a half bears the last minute played, as 45+2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Minute.
    pub clock: Clock,
    /// What happened.
    pub kind: Kind,
}

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

/// An event at a point of time.
#[derive(Clone, Copy)]
struct Timed {
    index: usize,
    clock: Clock,
    period: Period,
    elapsed: f64,
    kind: Kind,
    /// Whether this is the award of a kick that was not told.
    assumed: bool,
}

/// Puts events in time, and penalties before their kicks.
fn timed(events: &[Event], delay: f64) -> Result<Vec<Timed>, ReplayError> {
    let mut list: Vec<Timed> = Vec::with_capacity(events.len() + 4);
    for (index, event) in events.iter().enumerate() {
        let clock = event.clock;
        let wrong = |what| Err(ReplayError::Event { event: index, clock, what });
        if clock.minute > 120 || (clock.added > 0 && ![45, 90, 105, 120].contains(&clock.minute)) {
            return wrong("no such minute; expected 1 to 120, or 45, 90, 105, 120 with added time");
        }
        let elapsed = match event.kind {
            Kind::HalfTime | Kind::FullTime | Kind::ExtraHalfTime | Kind::ExtraTimeEnd | Kind::ShootOut(_) => {
                clock.end()
            }
            Kind::Now => clock.end(),
            Kind::Announced(_) => clock.end().min(clock.period().minutes()),
            _ => clock.elapsed(),
        };
        let mut here = Timed { index, clock, period: clock.period(), elapsed, kind: event.kind, assumed: false };
        // What is noted in the minute in which something ended or was announced came before it or with it.
        let floor = list.last().filter(|last| last.period == here.period).map_or(0.0, |last| last.elapsed);
        if list.last().is_some_and(|last| last.period > here.period) || elapsed + 1.0 < floor {
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
                return Err("after the end of play; expected a knock-out that is level, with extra time");
            }
        }
        if self.state.period != event.period {
            return Err("play is over");
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
