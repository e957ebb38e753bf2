//! `byline forecast TEAM TEAM [DATE]`: what will happen in a match.

mod saved;

use std::io::Write as _;
use std::process::ExitCode;

use byline_forecast::Class;
use byline_forecast::ScoreGrid;
use byline_forecast::from_record::{Setting, date_of, day_of};
use byline_forecast::story::{self, Frame, Stake};
use byline_record::{TeamId, TeamKind, View};
use jiff::civil::Date;

use crate::Outcome;
use crate::args::{Common, ForecastArgs, GroundArg};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::{draw, print, wire};

pub(crate) use saved::FromFile;

/// A forecast with everything a face needs to tell it. Intervals are `None` where the model has none.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) meeting: Meeting,
    /// Chances of the result of ninety minutes.
    pub(crate) win: [f64; 3],
    pub(crate) win_intervals: Option<[[f64; 2]; 3]>,
    /// Chances of going through, where it has to have a winner.
    pub(crate) through: Option<[f64; 2]>,
    pub(crate) through_intervals: Option<[[f64; 2]; 2]>,
    pub(crate) expected_goals: [f64; 2],
    pub(crate) expected_goals_intervals: Option<[[f64; 2]; 2]>,
    /// The score grid.
    pub(crate) grid: ScoreGrid,
    /// The model of a file; `None`: the built-in best forecaster.
    pub(crate) file: Option<FromFile>,
}

/// Who meets where, when and what for.
#[derive(Debug)]
pub(crate) struct Meeting {
    /// Names of the teams.
    pub(crate) teams: [String; 2],
    /// The teams, where the record knows them.
    ids: [Option<TeamId>; 2],
    /// Day of the match.
    pub(crate) date: Date,
    /// Competition, edition and stage, where the record has the match.
    pub(crate) occasion: Option<String>,
    pub(crate) frame: Frame,
}

impl Meeting {
    /// Whose ground, as a word: `neutral`, `home`, `away`.
    pub(crate) const fn ground(&self) -> &'static str {
        match (self.frame.setting.neutral, self.frame.setting.turned) {
            (true, _) => "neutral",
            (false, false) => "home",
            (false, true) => "away",
        }
    }

    /// What it is played for, if it has to have a winner.
    pub(crate) fn stake(&self) -> Option<Stake> {
        (self.frame.stake != Stake::Result).then_some(self.frame.stake)
    }
}

impl Answer {
    /// Name of the model: `best`, or the family of the file's.
    pub(crate) fn model(&self) -> &'static str {
        self.file.as_ref().map_or("best", |file| file.model.parameters.family.name())
    }
}

pub(crate) fn run(common: &Common, args: &ForecastArgs) -> Outcome {
    let desk = Desk::open(common)?;
    let answer = match &args.model {
        Some(path) => saved::answer(&desk, args, common.as_of, path)?,
        None => best(&desk, args)?,
    };
    if let Some(path) = &common.svg {
        draw::save(draw::forecast(&answer).scene(), path)?;
    }
    if common.json {
        wire::print(&wire::forecast::wire(&answer, common.as_of))?;
    } else {
        anstream::stdout().lock().write_all(print::forecast::text(&answer).as_bytes())?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The forecast of the built-in best forecaster.
fn best(desk: &Desk, args: &ForecastArgs) -> Result<Answer, Failure> {
    let view = desk.view();
    let names = desk.names();
    let home = desk.team(&names, &args.team, args.date)?;
    let away = desk.team(&names, &args.opponent, args.date)?;
    let eve = eve(&view, args.date);
    let meeting = meeting(&eve, [home, away], day_after(&eve), args)?;
    let [home, away] = match meeting.ids {
        [Some(home), Some(away)] => [home, away],
        _ => [home, away],
    };
    let story = story::of_frame(&eve.before(meeting.date), home, away, &meeting.frame)
        .map_err(|error| Failure::bad_input(error.to_string()))?;
    let expected = story.forecast.expected_goals();
    Ok(Answer {
        win: story.forecast.win,
        win_intervals: Some(story.forecast.intervals),
        through: story.chances.through,
        through_intervals: story.through_interval.map(|[low, high]| [[low, high], [1.0 - high, 1.0 - low]]),
        expected_goals: expected.map(|(mean, _)| mean),
        expected_goals_intervals: Some(expected.map(|(_, interval)| interval)),
        grid: grid(story.forecast.grid())?,
        meeting,
        file: None,
    })
}

fn grid<E: std::fmt::Display>(grid: Result<ScoreGrid, E>) -> Result<ScoreGrid, Failure> {
    grid.map_err(|error| Failure::bad_input(format!("the score grid: {error}")))
}

/// What was known on the eve: a match of that day or later is a fixture, or nothing at all.
fn eve<'r>(view: &View<'r>, date: Option<Date>) -> View<'r> {
    date.map_or(*view, |date| view.before(date))
}

/// The meeting of two teams of the record: their fixture, or one on the terms of the arguments, whose day is
/// `otherwise` where they name none.
fn meeting(
    eve: &View<'_>,
    [home, away]: [TeamId; 2],
    otherwise: Date,
    args: &ForecastArgs,
) -> Result<Meeting, Failure> {
    let record = eve.record();
    let display = |team| record.team(team).display_name();
    if record.root(home) == record.root(away) {
        return Err(one_team(&display(home), &display(away)));
    }
    let (one, two) = (record.team(home), record.team(away));
    if one.kind != two.kind || one.sex != two.sex {
        return Err(Failure::bad_input(format!("{} and {} do not play each other", display(home), display(away)))
            .hint("forecasts are of two clubs, or of two national sides of one sex"));
    }
    let lineage = |team| record.lineage(team);
    let fixture = lineage(home)
        .into_iter()
        .flat_map(|team| eve.fixtures_of(team).collect::<Vec<_>>())
        .filter(|fixture| {
            let sides = [fixture.home(), fixture.away()].map(|side| record.root(side));
            sides.contains(&record.root(home)) && sides.contains(&record.root(away))
        })
        .filter(|fixture| args.date.is_none_or(|date| fixture.date() == date))
        .min_by_key(byline_record::Fixture::date);
    if let Some(fixture) = fixture {
        let edition = record.edition(fixture.edition());
        let mut occasion = format!("{} {}", record.competition(edition.competition).name, edition.label);
        if let Some(stage) = fixture.stage() {
            occasion.push_str(&format!(", {stage}"));
        }
        return Ok(Meeting {
            teams: [display(fixture.home()), display(fixture.away())],
            ids: [Some(fixture.home()), Some(fixture.away())],
            date: fixture.date(),
            occasion: Some(occasion),
            frame: Frame::of_fixture(eve, &fixture),
        });
    }
    let national = one.kind == TeamKind::National;
    let teams = [display(home), display(away)];
    Ok(Meeting { ids: [Some(home), Some(away)], ..on_terms(teams, otherwise, national, args) })
}

/// A meeting that no fixture names, on the terms of the arguments.
fn on_terms(teams: [String; 2], otherwise: Date, national: bool, args: &ForecastArgs) -> Meeting {
    let date = args.date.unwrap_or(otherwise);
    let ground = args.ground.unwrap_or(if national { GroundArg::Neutral } else { GroundArg::Home });
    let class = match (national, args.friendly) {
        (false, _) => Class::Club,
        (true, true) => Class::Friendly,
        (true, false) => Class::Finals,
    };
    let setting = Setting {
        day: day_of(date),
        neutral: ground == GroundArg::Neutral,
        turned: ground == GroundArg::Away,
        region: None,
        class,
    };
    Meeting { teams, ids: [None; 2], date, occasion: None, frame: Frame::of_pairing(setting, args.knock_out) }
}

fn one_team(home: &str, away: &str) -> Failure {
    Failure::bad_input(format!("{home} and {away} are one team"))
        .hint("name the two sides of the match: byline forecast France Morocco")
}

/// The day after the last match known.
fn day_after(view: &View<'_>) -> Date {
    let last = view.matches().next_back().map_or(0, |entry| day_of(entry.date));
    date_of(last.saturating_add(1))
}
