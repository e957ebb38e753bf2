//! A match of the record told through its chances.

use byline_record::{
    Card, Event as RecordEvent, EventKind, ExtraTimeRule, Fixture, Goals, Match, PenaltyOutcome, Record,
    Side as RecordSide, StageKind, TeamId, TeamKind, View,
};

use crate::dynamic::Forecast;
use crate::from_record::{Population, Setting};
use crate::in_play::{
    self, Chances, Clock, Event, ExtraTime, InPlay, InPlayError, Kind, Parameters, Point, Rates, Rules, Side, State,
    Tie, Worth, rates_for, within_reach,
};
use crate::standpoint::{Standpoint, StandpointError};

/// What a match is played for, as its chances are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stake {
    /// Three outcomes after ninety minutes.
    Result,
    /// The next round.
    GoingThrough,
    /// Third place.
    ThirdPlace,
    /// The title.
    Title,
}

impl Stake {
    /// The words after "chance of".
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Result => "winning in ninety minutes",
            Self::GoingThrough => "going through",
            Self::ThirdPlace => "third place",
            Self::Title => "winning the title",
        }
    }
}

/// What an event of the record was worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EventWorth {
    /// Its place among the events of the match.
    pub event: usize,
    /// Chances of the side it belongs to, before and after.
    pub worth: Worth,
}

/// The chances of a match, minute by minute.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Chances at every full minute and after every event, sides as listed. The places of [`in_play::Moment::Event`]
    /// are those of the events of the match.
    pub curve: Vec<Point>,
    /// What goals, penalties and sendings-off were worth, in order.
    pub worth: Vec<EventWorth>,
}

/// Why a match is not told minute by minute.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Untold {
    /// It is still to be played.
    #[error("the match is still to be played")]
    NotPlayed,
    /// It was not played to its end.
    #[error("the match was not played to its end")]
    NotWhole,
    /// Goals are missing from the record, or their minutes or sides.
    #[error("the record does not have every goal with its minute")]
    Goals,
    /// The events contradict each other.
    #[error("the events do not fit together: {0}")]
    Events(String),
}

/// A match told through its chances.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// The forecast on the eve, sides as listed.
    pub forecast: Forecast,
    /// Chances before kick-off, sides as listed.
    pub chances: Chances,
    /// In a knock-out: the interval of the first side's chance of going through, at
    /// [`crate::dynamic::INTERVAL_LEVEL`].
    pub through_interval: Option<[f64; 2]>,
    /// What it was played for.
    pub stake: Stake,
    /// How it went, or why that cannot be told.
    pub told: Result<Told, Untold>,
}

/// Why there is no story at all.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum StoryError {
    /// There is nothing to forecast from.
    #[error(transparent)]
    Standpoint(#[from] StandpointError),
    /// The in-play model refused.
    #[error(transparent)]
    InPlay(#[from] InPlayError),
}

/// Where a match is and what it is played for: everything its chances follow from but the teams.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Day, ground and class.
    pub setting: Setting,
    /// What it is played for.
    pub stake: Stake,
    /// In a match that has to have a winner: how it is found.
    pub tie: Option<Tie>,
}

impl Frame {
    /// Of a match of the record.
    #[must_use]
    pub fn of(view: &View<'_>, entry: &Match) -> Self {
        let stage = entry.stage.as_ref().map(|stage| stage.kind);
        let rule = extra_time(view.matches_in(entry.edition));
        Self::at_stage(view.record(), entry.home, Setting::of(view.record(), entry), stage, rule)
    }

    /// Of a fixture still to come.
    #[must_use]
    pub fn of_fixture(view: &View<'_>, fixture: &Fixture<'_>) -> Self {
        let record = view.record();
        let stage = fixture.stage().map(|stage| stage.kind);
        let rule = extra_time(view.matches_in(fixture.edition()));
        Self::at_stage(record, fixture.home(), Setting::of_fixture(record, fixture), stage, rule)
    }

    /// Of an occasion that no fixture names.
    #[must_use]
    pub fn of_pairing(setting: Setting, knock_out: bool) -> Self {
        let stake = if knock_out { Stake::GoingThrough } else { Stake::Result };
        Self { setting, stake, tie: knock_out.then(Tie::default) }
    }

    fn at_stage(record: &Record, home: TeamId, setting: Setting, stage: Option<StageKind>, rule: ExtraTime) -> Self {
        // Clubs meet twice before their finals, and the record does not tell first legs from second.
        let single = record.team(home).kind == TeamKind::National || stage == Some(StageKind::Final);
        let stake = match stage {
            Some(StageKind::Final) => Stake::Title,
            Some(StageKind::ThirdPlace) => Stake::ThirdPlace,
            Some(kind) if kind.is_knock_out() && single => Stake::GoingThrough,
            _ => Stake::Result,
        };
        let tie = (stake != Stake::Result).then(|| Tie { extra_time: Some(rule), ..Tie::default() });
        Self { setting, stake, tie }
    }

    /// The same with the chance that the side listed first wins a shoot-out.
    #[must_use]
    pub fn with_shoot_out(mut self, first_wins: f64) -> Self {
        let turned = self.setting.turned;
        self.tie = self.tie.map(|tie| Tie { shoot_out: if turned { 1.0 - first_wins } else { first_wins }, ..tie });
        self
    }

    /// Chances at kick-off of sides as listed, where a model gives the result of ninety minutes and expects so many
    /// goals of each.
    ///
    /// # Errors
    /// If the expected goals are no numbers.
    pub fn chances(&self, mut win: [f64; 3], mut expected: [f64; 2]) -> Result<Chances, InPlayError> {
        if self.setting.turned {
            win.reverse();
            expected.reverse();
        }
        let chances = InPlay::expecting(win, expected, self.rules())?.chances(&State::kick_off());
        Ok(listed(chances, self.setting.turned))
    }

    fn rules(&self) -> Rules {
        Rules { day: self.setting.day, neutral: self.setting.neutral, tie: self.tie, penalty: None }
    }

    fn parameters(&self) -> Parameters {
        Parameters::shipped()
    }
}

/// Tells a match that was played: forecast from the day before, then minute by minute as far as the record goes.
///
/// # Errors
/// If the record does not fit the built-in strengths, which for a sound record does not happen.
pub fn of_match(view: &View<'_>, entry: &Match) -> Result<Story, StoryError> {
    of_match_in(view, entry, &Frame::of(view, entry))
}

/// The same in a frame of one's own: its setting must be that of the match.
///
/// # Errors
/// As [`of_match`].
pub fn of_match_in(view: &View<'_>, entry: &Match, frame: &Frame) -> Result<Story, StoryError> {
    let told = |rates: Rates, rules: Rules| told(entry, frame.setting.turned, rates, rules, &frame.parameters());
    story(&view.before(entry.date), entry.home, entry.away, frame, told)
}

/// The chances of a fixture still to come.
///
/// # Errors
/// As [`of_match`].
pub fn of_fixture(view: &View<'_>, fixture: &Fixture<'_>) -> Result<Story, StoryError> {
    of_frame(&view.before(fixture.date()), fixture.home(), fixture.away(), &Frame::of_fixture(view, fixture))
}

/// The chances of two teams, sides as listed, on an occasion. All that the view knows is used.
///
/// # Errors
/// As [`of_match`].
pub fn of_frame(view: &View<'_>, home: TeamId, away: TeamId, frame: &Frame) -> Result<Story, StoryError> {
    story(view, home, away, frame, |_, _| Err(Untold::NotPlayed))
}

/// How drawn knock-out matches of an edition go on, by those that did; played out where none has.
fn extra_time<'r>(mut entries: impl Iterator<Item = &'r Match>) -> ExtraTime {
    let rule = entries.find(|entry| entry.score.extra_time.is_some()).map(|entry| entry.score.extra_time_rule);
    rule.map_or(ExtraTime::Full, ExtraTime::from)
}

fn story(
    eve: &View<'_>,
    home: TeamId,
    away: TeamId,
    frame: &Frame,
    told: impl FnOnce(Rates, Rules) -> Result<Told, Untold>,
) -> Result<Story, StoryError> {
    let record = eve.record();
    let standpoint = Standpoint::of(eve, &Population::of_pairing(eve, home, away), &[home, away])?;
    let forecast = standpoint.forecast(record, home, away, &frame.setting);
    // In-play rates have the home side first.
    let at_home = if frame.setting.turned { forecast.clone().turned() } else { forecast.clone() };
    let expected = at_home.outlook.expected_goals().map(within_reach);
    let start = Rates { home: expected[0], away: expected[1], covariance: Some(at_home.outlook.covariance) };
    let (rules, parameters) = (frame.rules(), frame.parameters());
    let rates = rates_for(at_home.win, &parameters, start, rules)?;
    let chances = InPlay::new(&parameters, rates, rules)?.chances(&State::kick_off());
    let through_interval = match frame.tie {
        Some(_) => Some(through_interval(&at_home, &parameters, rates, rules, frame.setting.turned)?),
        None => None,
    };
    Ok(Story {
        chances: listed(chances, frame.setting.turned),
        through_interval,
        stake: frame.stake,
        told: told(rates, rules),
        forecast,
    })
}

/// The interval of the chance of going through of the side listed first, over what the strengths may be.
fn through_interval(
    at_home: &Forecast,
    parameters: &Parameters,
    rates: Rates,
    rules: Rules,
    turned: bool,
) -> Result<[f64; 2], InPlayError> {
    let centre = at_home.outlook.log_rates;
    let mut chances = at_home
        .outlook
        .possible()
        .iter()
        .map(|(_, possible)| {
            let shift: [f64; 2] = std::array::from_fn(|side| libm::exp(possible.log_rates[side] - centre[side]));
            let clamp = |rate: f64| rate.clamp(0.001, 15.0);
            let rates = Rates::new(clamp(rates.home * shift[0]), clamp(rates.away * shift[1]));
            let chances = listed(InPlay::new(parameters, rates, rules)?.chances(&State::kick_off()), turned);
            Ok(chances.of(Side::Home))
        })
        .collect::<Result<Vec<f64>, InPlayError>>()?;
    chances.sort_by(f64::total_cmp);
    // As for the forecast: the middle ninety of a hundred equally likely values.
    Ok([5, 94].map(|at: usize| chances.get(at).copied().unwrap_or(0.5)))
}

/// Chances with the sides as listed.
fn listed(mut chances: Chances, turned: bool) -> Chances {
    if turned {
        chances.win.reverse();
        if let Some(through) = &mut chances.through {
            through.reverse();
        }
    }
    chances
}

fn side(side: RecordSide, turned: bool) -> Side {
    if (side == RecordSide::Home) == turned { Side::Away } else { Side::Home }
}

fn told(entry: &Match, turned: bool, rates: Rates, rules: Rules, parameters: &Parameters) -> Result<Told, Untold> {
    if entry.status != byline_record::Status::Played {
        return Err(Untold::NotWhole);
    }
    let (events, places) = events(entry, turned, rules.tie.is_some())?;
    let replay =
        in_play::replay(parameters, rates, rules, &events).map_err(|error| Untold::Events(error.to_string()))?;
    let place = |event: usize| places.get(event).copied().flatten();
    let curve = replay
        .curve
        .into_iter()
        .map(|point| {
            let moment = match (point.moment, point.moment.event().and_then(place)) {
                (in_play::Moment::Event(_), Some(Place::Event(event))) => in_play::Moment::Event(event),
                (in_play::Moment::Event(_), Some(Place::Award(kick))) => in_play::Moment::Award(kick),
                (in_play::Moment::Award(_), Some(Place::Event(kick))) => in_play::Moment::Award(kick),
                _ => in_play::Moment::Minute,
            };
            Point { chances: listed(point.chances, turned), moment, ..point }
        })
        .collect();
    let worth = replay
        .worth
        .into_iter()
        .filter_map(|worth| {
            let side = if turned { worth.side.other() } else { worth.side };
            let Some(Place::Event(event)) = place(worth.event) else { return None };
            Some(EventWorth { event, worth: Worth { side, ..worth } })
        })
        .collect();
    Ok(Told { curve, worth })
}

/// What an event the in-play model reads is among the events of the match.
#[derive(Clone, Copy)]
enum Place {
    /// That event.
    Event(usize),
    /// The award of the penalty that event is the kick of.
    Award(usize),
}

/// The events of a match as the in-play model reads them, each with its place in the record where it has one.
fn events(entry: &Match, turned: bool, knock_out: bool) -> Result<(Vec<Event>, Vec<Option<Place>>), Untold> {
    let end = entry.score.end.ok_or(Untold::Goals)?;
    let mut goals = Goals::default();
    let mut events = Vec::new();
    let mut places = Vec::new();
    let mut last = Clock::minute(90);
    for (place, event) in entry.events.iter().enumerate() {
        let Some(kinds) = kinds(event, side(event.side, turned)) else { continue };
        if event.kind.is_goal() {
            goals = goals.plus_one(event.side);
        }
        let Some(clock) = event.clock else { return Err(Untold::Goals) };
        let clock = Clock::added(clock.minute(), clock.added());
        if let (EventKind::Penalty(penalty), [Some(award), _]) = (event.kind, kinds)
            && let Some(awarded) = penalty.awarded
        {
            events.push(Event { clock: Clock::added(awarded.minute(), awarded.added()), kind: award });
            places.push(Some(Place::Award(place)));
        }
        if let [_, Some(kind)] = kinds {
            events.push(Event { clock, kind });
            places.push(Some(Place::Event(place)));
        }
        last = last.max(clock);
    }
    if goals != end {
        return Err(Untold::Goals);
    }
    let mut whistle = |clock: Clock, kind: Kind| {
        events.push(Event { clock, kind });
        places.push(None);
    };
    let golden = entry.score.extra_time.is_some() && entry.score.extra_time_rule == ExtraTimeRule::GoldenGoal;
    if entry.score.extra_time.is_some() {
        // A golden goal is the end; so may be the interval of extra time under the silver goal.
        let goal_ended = golden && end.leader().is_some();
        let silver = entry.score.extra_time_rule == ExtraTimeRule::SilverGoal && end.leader().is_some();
        if !(goal_ended || silver && last <= Clock::added(105, u8::MAX)) {
            whistle(last.max(Clock::minute(120)), Kind::ExtraTimeEnd);
        }
    } else {
        whistle(last, Kind::FullTime);
    }
    if let (Some(kicks), true) = (entry.score.shoot_out, knock_out) {
        whistle(last.max(Clock::minute(120)), Kind::ShootOut(side(kicks.winner, turned)));
    }
    Ok((events, places))
}

/// What an event is to the in-play model: an award that goes before it, where it is a kick, and itself. `None` for what
/// does not move chances.
fn kinds(event: &RecordEvent, side: Side) -> Option<[Option<Kind>; 2]> {
    match event.kind {
        EventKind::Goal | EventKind::OwnGoal => Some([None, Some(Kind::Goal(side))]),
        // A kick to be taken again is still to come.
        EventKind::Penalty(penalty) if penalty.retaken => None,
        EventKind::Penalty(penalty) => {
            let kick = match penalty.outcome {
                PenaltyOutcome::Scored => Kind::PenaltyScored(side),
                _ => Kind::PenaltyMissed(side),
            };
            Some([Some(Kind::PenaltyAwarded(side)), Some(kick)])
        }
        EventKind::Card { card: Card::Red | Card::SecondYellow, bench: false } => {
            Some([None, Some(Kind::RedCard(side))])
        }
        EventKind::Card { .. } | EventKind::Substitution { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use byline_record::builtin;
    use jiff::civil::date;

    fn story(home: &str, away: &str, on: jiff::civil::Date) -> (Story, Vec<RecordEvent>) {
        let record = builtin::record().unwrap();
        let view = record.latest();
        let entry = view
            .matches()
            .find(|entry| {
                let name = |team| &*record.team(team).name;
                entry.date == on && name(entry.home) == home && name(entry.away) == away
            })
            .unwrap();
        (of_match(&view, entry).unwrap(), entry.events.clone())
    }

    #[test]
    fn the_second_penalty_of_kane() {
        let (story, events) = story("England", "France", date(2022, 12, 10));
        let told = story.told.unwrap();
        let last = told.worth.iter().rev().find(|worth| worth.worth.penalty.is_some()).unwrap();
        assert!(
            matches!(events[last.event].kind, EventKind::Penalty(kick) if kick.outcome == PenaltyOutcome::OffTarget)
        );
        let kick = last.worth.penalty.unwrap();
        let worth = last.worth;
        assert!(kick.scored.value > kick.awarded.value && kick.awarded.value > worth.before.value);
        assert!(worth.before.value > worth.after.value && (worth.after.value - kick.missed.value).abs() < 1e-12);
        assert!((0.3..0.6).contains(&kick.scored.value) && worth.after.value < 0.15, "{worth:?}");
        // France went through.
        assert_eq!(told.curve.last().unwrap().chances.through, Some([0.0, 1.0]));
        assert_eq!(told.curve.first().unwrap().chances, story.chances);
        for (in_play, forecast) in story.chances.win.iter().zip(story.forecast.win) {
            assert!((in_play - forecast).abs() < 1e-6);
        }
    }

    #[test]
    fn a_final_with_extra_time_and_a_shoot_out() {
        let (story, _) = story("Argentina", "France", date(2022, 12, 18));
        assert_eq!(story.stake, Stake::Title);
        let told = story.told.unwrap();
        assert_eq!(told.curve.last().unwrap().chances.through, Some([1.0, 0.0]));
        assert!(told.curve.iter().all(|point| (point.chances.win.iter().sum::<f64>() - 1.0).abs() < 1e-9));
        assert_eq!(told.worth.len(), 6);
    }

    #[test]
    fn every_match_of_the_record_has_a_story() {
        let record = builtin::record().unwrap();
        let view = record.latest();
        let (mut told, mut all) = (0, 0);
        // Every seventh keeps the test quick; which ones does not matter.
        for entry in view.matches().step_by(7).filter(|entry| record.team(entry.home).sex == byline_record::Sex::Men) {
            let story = of_match(&view, entry).unwrap();
            all += 1;
            match story.told {
                Ok(whole) => {
                    told += 1;
                    let end = whole.curve.last().unwrap().chances;
                    let winner = entry.winner();
                    if let (Some(through), Some(winner)) = (end.through, winner) {
                        let first = f64::from(u8::from(winner == RecordSide::Home));
                        // Replays were for another day.
                        assert!((through[0] - first).abs() < 1e-9, "{} {:?}", entry.date, through);
                    } else if let (None, Some(full_time)) = (end.through, entry.score.full_time) {
                        let at = match full_time.leader() {
                            Some(RecordSide::Home) => 0,
                            None => 1,
                            Some(RecordSide::Away) => 2,
                        };
                        assert!((end.win[at] - 1.0).abs() < 1e-9, "{} {end:?}", entry.date);
                    }
                }
                Err(why) => assert!(!matches!(why, Untold::NotPlayed), "{} {why}", entry.date),
            }
        }
        assert!(told * 100 >= all * 97, "{told} of {all}");
    }
}
