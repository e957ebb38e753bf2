//! A match that is being played: what it can end in from here.

use byline_forecast::from_record::day_of;
use byline_forecast::grid::GridError;
use byline_forecast::in_play::{ExtraTime, InPlay, InPlayError, Rules, State, Tie};
use jiff::civil::Date;

use super::{Pairing, UnderWay};
use crate::Edition;
use crate::edition::{Decider, Level};

/// Why there are no chances of a match under way.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum LiveError {
    /// The in-play model cannot take up the match.
    #[error(transparent)]
    InPlay(#[from] InPlayError),
    /// Its scores are no grid.
    #[error(transparent)]
    Grid(#[from] GridError),
}

/// What a fixture can end in from a state of play. `pairing` is the match before kick-off, its sides as the fixture
/// lists them; `home` is the side at home, if any. The in-play model begins at the pairing's chances.
///
/// # Errors
/// If the in-play model cannot take up the pairing or the state.
pub fn under_way(
    edition: &Edition,
    fixture: usize,
    pairing: &Pairing,
    home: Option<usize>,
    state: &State,
) -> Result<UnderWay, LiveError> {
    if home == Some(1) {
        // The in-play model has the side at home first.
        let mut turned = *state;
        turned.score.reverse();
        turned.men.reverse();
        turned.penalty = turned.penalty.map(byline_forecast::in_play::Side::other);
        if let Some(ninety) = &mut turned.ninety {
            ninety.reverse();
        }
        let seen = under_way(edition, fixture, &pairing.turned(), Some(0), &turned)?;
        let grid = Pairing::new(seen.grid).turned().grid;
        return Ok(UnderWay { fixture, grid, through: seen.through.map(|through| 1.0 - through) });
    }
    let of = &edition.fixtures[fixture];
    let stage = &edition.stages[of.stage];
    let tie = stage.is_knock_out().then(|| tie(stage.level, pairing.shoot_out));
    let rules = Rules { day: day_of(of.date.unwrap_or(Date::ZERO)), neutral: home.is_none(), tie, penalty: None };
    let model = InPlay::expecting(pairing.grid.win(), pairing.grid.expected_goals(), rules)?;
    let grid = model.final_scores(state).grid()?;
    Ok(UnderWay { fixture, grid, through: model.chances(state).through.map(|[first, _]| first) })
}

/// How a level match goes on, in the in-play model's words; lots and replays are as good as even.
fn tie(level: Level, shoot_out: f64) -> Tie {
    let extra_time = level.extra_time.map(ExtraTime::from);
    let kicks = level.then.contains(&Some(Decider::ShootOut));
    Tie { extra_time, aggregate: 0, shoot_out: if kicks { shoot_out } else { 0.5 } }
}
