//! Answers as pictures: which chart an answer becomes, and files of it.

pub(crate) mod cup;
pub(crate) mod penalty;
pub(crate) mod shootout;

use std::path::Path;

use byline_chart::{
    Caption, EventKind as Glyph, GridHeat, MatchClock, MatchEvent, Moment, Scene, Side, Theme, WinProbability,
};
use byline_forecast::ScoreGrid;
use byline_forecast::in_play;
use byline_forecast::story::{Stake, Story, Told};
use byline_record::sheet::Sheet;
use byline_record::{EventKind, PenaltyOutcome, Side as RecordSide};
use jiff::civil::Date;

use crate::commands::forecast::Answer;
use crate::failure::Failure;
use crate::print;

/// Cells of a drawn grid: goals of a side up to this, less one.
const CELLS: usize = 7;

/// Writes a picture: SVG, or PNG where the file's name says so and the program is built with it.
pub(crate) fn save(scene: Result<Scene, byline_chart::ChartError>, path: &Path) -> Result<(), Failure> {
    let scene = scene.map_err(|error| Failure::bad_input(format!("the picture cannot be drawn: {error}")))?;
    let bytes = match path.extension().and_then(|extension| extension.to_str()) {
        Some("png") => png(&scene)?,
        _ => scene.to_svg(Theme::Auto).into_bytes(),
    };
    std::fs::write(path, bytes)
        .map_err(|error| Failure::bad_input(format!("{}: the picture cannot be written: {error}", path.display())))
}

#[cfg(feature = "png")]
fn png(scene: &Scene) -> Result<Vec<u8>, Failure> {
    let fonts = byline_chart::png::Fonts::installed();
    byline_chart::png::to_png(scene, Theme::Light, 2.0, &fonts)
        .map_err(|error| Failure::bad_input(format!("the picture cannot be drawn: {error}")))
}

#[cfg(not(feature = "png"))]
fn png(_: &Scene) -> Result<Vec<u8>, Failure> {
    Err(Failure::bad_input("this program writes no PNG")
        .hint("name a file ending in .svg, or build with --features png"))
}

/// How the chances of a match moved.
pub(crate) fn match_story(story: &Story, told: &Told, sheet: &Sheet) -> WinProbability {
    let [home, away] = RecordSide::BOTH.map(|side| sheet.team(side).to_owned());
    let at = Clock::of(told);
    let mut moments: Vec<Moment> = Vec::with_capacity(told.curve.len() + told.worth.len());
    for point in &told.curve {
        let here = Moment {
            at: at.place(point),
            win: point.chances.win,
            through: point.chances.through.map(|[first, _]| first),
        };
        // What happens at once is drawn upright, not as a slope since the last full minute.
        if let (Some(last), true) = (moments.last().copied(), point.moment != in_play::Moment::Minute) {
            moments.push(Moment { at: here.at, ..last });
        }
        moments.push(here);
    }
    let events = told
        .curve
        .iter()
        .filter_map(|point| {
            let in_play::Moment::Event(event) = point.moment else { return None };
            let event = sheet.events.get(event)?;
            let kind = match event.kind {
                EventKind::Goal => Glyph::Goal,
                EventKind::OwnGoal => Glyph::OwnGoal,
                EventKind::Penalty(penalty) if penalty.outcome == PenaltyOutcome::Scored => Glyph::PenaltyScored,
                EventKind::Penalty(_) => Glyph::PenaltyMissed,
                EventKind::Card { .. } => Glyph::RedCard,
                EventKind::Substitution { .. } => return None,
            };
            Some(MatchEvent {
                at: at.place(point),
                minute: event.clock.map(|clock| clock.to_string()).unwrap_or_default(),
                kind,
                side: if event.side == RecordSide::Home { Side::Home } else { Side::Away },
                player: surname(event.player.as_deref().unwrap_or_default()).to_owned(),
            })
        })
        .collect();
    let stake = match story.stake {
        Stake::Result => String::new(),
        stake => stake.words().to_owned(),
    };
    let subtitle = match story.stake {
        Stake::Result => "Chance of each result after ninety minutes, minute by minute",
        _ => "Chances minute by minute, from a forecast of the eve",
    };
    let stage = sheet.stage.as_ref().map(|stage| format!(", {stage}")).unwrap_or_default();
    WinProbability {
        caption: Caption {
            headline: print::sheet::result(sheet),
            subtitle: format!(
                "{subtitle}. {} {}{stage}, {}",
                sheet.competition,
                sheet.edition,
                print::long_date(sheet.date)
            ),
            source: "Byline: its record and its in-play model".to_owned(),
        },
        home,
        away,
        stake,
        clock: at.clock,
        moments,
        events,
    }
}

/// The clock of a chart, and where minutes played lie on it.
struct Clock {
    clock: MatchClock,
    end: f64,
}

impl Clock {
    /// With the added time that was seen to be played.
    fn of(told: &Told) -> Self {
        let mut added = [0.0_f64; 4];
        let mut extra = false;
        for point in &told.curve {
            let slot = match point.clock.minute {
                0..=45 => 0,
                46..=90 => 1,
                91..=105 => 2,
                _ => 3,
            };
            extra |= slot >= 2;
            if let Some(most) = added.get_mut(slot) {
                *most = most.max(f64::from(point.clock.added));
            }
        }
        let [first, second, third, fourth] = added;
        let clock = MatchClock::new([first, second]);
        let clock = if extra { clock.extra_time([third, fourth]) } else { clock };
        let end = clock.end();
        Self { clock, end }
    }

    fn place(&self, point: &in_play::Point) -> f64 {
        point.played.min(self.end)
    }
}

/// The last word of a name with the particles before it, as charts have little room: `Di María`, `van Persie`.
fn surname(name: &str) -> &str {
    const PARTICLES: [&str; 20] = [
        "al", "da", "das", "de", "del", "den", "der", "di", "do", "dos", "du", "el", "la", "le", "mc", "st", "ten",
        "ter", "van", "von",
    ];
    let mut start = name.len();
    for (place, word) in name.split(' ').rev().enumerate() {
        if place > 0 && !PARTICLES.contains(&word.to_lowercase().trim_end_matches('.')) {
            break;
        }
        // The words end with the name and are parted by one blank each.
        start = start.saturating_sub(word.len() + usize::from(place > 0));
    }
    name.get(start..).unwrap_or(name)
}

/// The score grid of a forecast.
pub(crate) fn forecast(answer: &Answer) -> GridHeat {
    let source = match &answer.file {
        None => STRENGTHS.to_owned(),
        Some(file) => {
            let names: Vec<&str> = file.model.sources.iter().map(|source| &*source.name).collect();
            format!("Byline: {} model of matches to {}. Source: {}", answer.model(), file.model.until, names.join("; "))
        }
    };
    let [home, away] = &answer.meeting.teams;
    grid([home, away], &print::forecast::when(&answer.meeting), &answer.grid, source)
}

/// The score grid of a match still to come, by the built-in best forecaster.
pub(crate) fn eve(home: &str, away: &str, date: Date, scores: &ScoreGrid) -> GridHeat {
    grid([home, away], &print::long_date(date), scores, STRENGTHS.to_owned())
}

/// What the best forecaster's grids are from.
const STRENGTHS: &str = "Byline: strengths from every full international before the match";

fn grid([home, away]: [&str; 2], when: &str, grid: &ScoreGrid, source: String) -> GridHeat {
    let win = grid.win();
    GridHeat {
        caption: Caption {
            headline: format!("{home} v {away}"),
            subtitle: format!("Chance of every score after ninety minutes. {when}"),
            source,
        },
        home: home.to_owned(),
        away: away.to_owned(),
        cells: (0..CELLS).map(|h| (0..CELLS).map(|a| grid.at(h, a)).collect()).collect(),
        win,
    }
}

#[cfg(test)]
mod tests {
    use super::surname;

    #[test]
    fn surnames_keep_their_particles() {
        for (name, short) in [
            ("Ángel Di María", "Di María"),
            ("Robin van Persie", "van Persie"),
            ("Harry Kane", "Kane"),
            ("Pelé", "Pelé"),
            ("Giovanni van Bronckhorst", "van Bronckhorst"),
            ("", ""),
        ] {
            assert_eq!(surname(name), short);
        }
    }
}
