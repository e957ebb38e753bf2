//! `byline forecast TEAM TEAM [DATE]`: what will happen in a match.

use std::io::Write as _;
use std::process::ExitCode;

use byline_forecast::Class;
use byline_forecast::ScoreGrid;
use byline_forecast::from_record::{Setting, date_of, day_of};
use byline_forecast::story::{self, Stake, Story};
use byline_record::{TeamId, TeamKind, View};
use jiff::civil::Date;

use crate::Outcome;
use crate::args::{Common, ForecastArgs, GroundArg};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::{draw, print, wire};

/// A forecast with everything a face needs to tell it.
#[derive(Debug)]
pub(crate) struct Answer {
    /// Names of the teams.
    pub(crate) teams: [String; 2],
    /// Day of the match.
    pub(crate) date: Date,
    /// Competition, edition and stage, where the record has the match.
    pub(crate) occasion: Option<String>,
    /// Whose ground, as a word: `neutral`, `home`, `away`.
    pub(crate) ground: &'static str,
    /// The chances.
    pub(crate) story: Story,
    /// The score grid.
    pub(crate) grid: ScoreGrid,
    /// Name of the model.
    pub(crate) model: &'static str,
}

pub(crate) fn run(common: &Common, args: &ForecastArgs) -> Outcome {
    let desk = Desk::open(common)?;
    let view = desk.view();
    let names = desk.names();
    let home = desk.team(&names, &args.team, args.date)?;
    let away = desk.team(&names, &args.opponent, args.date)?;
    let answer = answer(&view, home, away, args)?;
    if let Some(path) = &common.svg {
        let [first, second] = &answer.teams;
        draw::save(draw::grid(first, second, &print::forecast::when(&answer), &answer.grid).scene(), path)?;
    }
    if common.json {
        wire::print(&wire::forecast::wire(&answer, common.as_of))?;
    } else {
        anstream::stdout().lock().write_all(print::forecast::text(&answer).as_bytes())?;
    }
    Ok(ExitCode::SUCCESS)
}

fn answer(view: &View<'_>, home: TeamId, away: TeamId, args: &ForecastArgs) -> Result<Answer, Failure> {
    let record = view.record();
    let display = |team| record.team(team).display_name();
    if record.root(home) == record.root(away) {
        return Err(Failure::bad_input(format!("{} and {} are one team", display(home), display(away)))
            .hint("name the two sides of the match: byline forecast France Morocco"));
    }
    let (one, two) = (record.team(home), record.team(away));
    if one.kind != two.kind || one.sex != two.sex {
        return Err(Failure::bad_input(format!("{} and {} do not play each other", display(home), display(away)))
            .hint("forecasts are of two clubs, or of two national sides of one sex"));
    }
    // What was known on the eve: a match of that day or later is a fixture, or nothing at all.
    let eve = match args.date {
        Some(date) => view.before(date),
        None => *view,
    };
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
        let story = story::of_fixture(&eve, &fixture).map_err(|error| Failure::bad_input(error.to_string()))?;
        let edition = record.edition(fixture.edition());
        let mut occasion = format!("{} {}", record.competition(edition.competition).name, edition.label);
        if let Some(stage) = fixture.stage() {
            occasion.push_str(&format!(", {stage}"));
        }
        let setting = Setting::of_fixture(record, &fixture);
        let teams = [display(fixture.home()), display(fixture.away())];
        return finish(teams, fixture.date(), Some(occasion), setting, story);
    }
    let date = args.date.unwrap_or_else(|| day_after(&eve));
    let national = one.kind == TeamKind::National;
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
    let story = story::of_pairing(&eve, home, away, setting, args.knock_out)
        .map_err(|error| Failure::bad_input(error.to_string()))?;
    finish([display(home), display(away)], date, None, setting, story)
}

fn finish(
    teams: [String; 2],
    date: Date,
    occasion: Option<String>,
    setting: Setting,
    story: Story,
) -> Result<Answer, Failure> {
    let grid = story.forecast.grid().map_err(|error| Failure::bad_input(format!("the score grid: {error}")))?;
    let ground = match (setting.neutral, setting.turned) {
        (true, _) => "neutral",
        (false, false) => "home",
        (false, true) => "away",
    };
    Ok(Answer { teams, date, occasion, ground, story, grid, model: "best" })
}

/// The day after the last match known.
fn day_after(view: &View<'_>) -> Date {
    let last = view.matches().next_back().map_or(0, |entry| day_of(entry.date));
    date_of(last.saturating_add(1))
}

impl Answer {
    /// What it is played for, if it has to have a winner.
    pub(crate) fn stake(&self) -> Option<Stake> {
        (self.story.stake != Stake::Result).then_some(self.story.stake)
    }
}
