//! `byline match TEAM TEAM [DATE]`: one match told whole.

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use byline_forecast::story::{self, Frame, Story, Untold};
use byline_record::sheet::{Sheet, sheet};
use byline_record::{Match, MatchId, Side, TeamId, View};

use crate::Outcome;
use crate::args::{Common, MatchArgs, Period};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::{draw, keepers, print, wire};

/// How many candidates a message lists.
const CANDIDATES: usize = 8;

pub(crate) fn run(common: &Common, args: &MatchArgs) -> Outcome {
    let desk = Desk::open(common)?;
    let view = desk.view();
    let date = args.date.map(|period| period.last);
    let names = desk.names();
    let team = desk.team(&names, &args.team, date)?;
    let opponent = desk.team(&names, &args.opponent, date)?;
    let id = find(&view, team, opponent, args.date)?;
    let sheet = sheet(&view, id).ok_or_else(|| Failure::unanswerable("the record does not know the match yet"))?;
    let story = story_of(&view, id)?;
    if let Some(path) = &common.svg {
        picture(story.as_ref(), &sheet, path)?;
    }
    if common.json {
        wire::print(&wire::sheet::wire(&sheet, story.as_ref(), common.as_of))?;
    } else {
        anstream::stdout().lock().write_all(print::sheet::text(&sheet, story.as_ref()).as_bytes())?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The chances of a match played or to come; `None` where neither side has any match to be judged by.
fn story_of(view: &View<'_>, id: MatchId) -> Result<Option<Story>, Failure> {
    let told = match (view.get(id), view.fixture_by_id(id)) {
        (Some(entry), _) => {
            let first_wins = keepers::of_match(&view.before(entry.date), entry);
            story::of_match_in(view, entry, &Frame::of(view, entry).with_shoot_out(first_wins))
        }
        (None, Some(fixture)) => story::of_fixture(view, &fixture),
        (None, None) => return Ok(None),
    };
    told.map(Some).map_err(|error| Failure::bad_input(format!("the chances: {error}")))
}

fn picture(story: Option<&Story>, sheet: &Sheet, path: &Path) -> Result<(), Failure> {
    match story.map(|story| (story, &story.told)) {
        Some((story, Ok(told))) => draw::save(draw::match_story(story, told, sheet).scene(), path),
        Some((story, Err(Untold::NotPlayed))) => {
            let grid = story.forecast.grid().map_err(|error| Failure::bad_input(error.to_string()))?;
            let [home, away] = Side::BOTH.map(|side| sheet.team(side));
            draw::save(draw::eve(home, away, sheet.date, &grid).scene(), path)
        }
        Some((_, Err(why))) => Err(Failure::unanswerable(format!("there is no picture: {why}"))),
        None => Err(Failure::unanswerable("there is no picture: nothing is known of either side")),
    }
}

/// The one match meant: the only one of the period, or the latest where no period is given.
fn find(view: &View<'_>, team: TeamId, opponent: TeamId, period: Option<Period>) -> Result<MatchId, Failure> {
    let record = view.record();
    let names = format!("{} and {}", record.team(team).display_name(), record.team(opponent).display_name());
    if record.root(team) == record.root(opponent) {
        return Err(Failure::bad_input(format!("{names} are one team"))
            .hint("name the two sides of the match: byline match England France"));
    }
    let meetings = view.meetings(team, opponent);
    let coming = view.fixtures_between(team, opponent);
    let Some(period) = period else {
        return meetings
            .last()
            .map(|entry| entry.id)
            .or_else(|| coming.first().map(byline_record::Fixture::id))
            .ok_or_else(|| no_meeting(view, &names, team, opponent));
    };
    let played = meetings.iter().filter(|entry| period.contains(entry.date)).map(|entry| entry.id);
    let scheduled = coming.iter().filter(|fixture| period.contains(fixture.date())).map(byline_record::Fixture::id);
    let fitting: Vec<MatchId> = played.chain(scheduled).collect();
    match *fitting.as_slice() {
        [only] => Ok(only),
        [] if meetings.is_empty() && coming.is_empty() => Err(no_meeting(view, &names, team, opponent)),
        [] => {
            let mut failure = Failure::unanswerable(format!("the record has no match of {names} then"));
            for entry in meetings.iter().rev().take(CANDIDATES) {
                failure = failure.hint(describe(view, entry));
            }
            Err(failure)
        }
        _ => {
            let mut failure = Failure::bad_input(format!("{names} met {} times then: give the day", fitting.len()));
            for entry in meetings.iter().rev().filter(|entry| period.contains(entry.date)).take(CANDIDATES) {
                failure = failure.hint(describe(view, entry));
            }
            Err(failure)
        }
    }
}

/// A pairing the record does not have, with the latest matches of both sides.
fn no_meeting(view: &View<'_>, names: &str, team: TeamId, opponent: TeamId) -> Failure {
    let mut failure = Failure::unanswerable(format!("the record has no match of {names}"));
    for side in [team, opponent] {
        for entry in view.matches_of(side).rev().take(2) {
            failure = failure.hint(describe(view, entry));
        }
    }
    failure.hint(
        "the built-in record holds the finals of World Cups and European Championships; \
                  import more with `byline data import`",
    )
}

/// A match in a line of a list.
fn describe(view: &View<'_>, entry: &Match) -> String {
    let record = view.record();
    let edition = record.edition(entry.edition);
    let score = entry.score.end.map_or_else(|| "v".to_owned(), |end| end.to_string());
    format!(
        "{}  {} {score} {}, {} {}",
        entry.date,
        record.team(entry.home).display_name(),
        record.team(entry.away).display_name(),
        record.competition(edition.competition).name,
        edition.label,
    )
}
