//! In-play: chances at any moment of a match, and what a moment was worth.
//!
//! # Model
//! Goals of the two sides are two birth processes whose rates depend on time and score (Dixon and Robinson 1998). In
//! minute t, with a side's own lead s, a side scores at
//!
//! rate × level × exp(profile(t) + score(side, s) + own_man × men it is short + other_man × men the others are short)
//!
//! per minute, `rate` being the expected goals of a whole match before kick-off. `level` is found for each match so that
//! both sides are expected to score exactly their rate; sendings-off to come are not foreseen. Before added time is
//! announced its length is drawn from the distribution of its era; what has been played of it is known. Extra time has a
//! constant rate.
//!
//! # Exactness
//! Profile and added time act on both sides alike, and score and men do not depend on time. Play is therefore one
//! homogeneous chain of leads under a change of clock, and chances come from it by uniformisation, without discretisation
//! or simulation. Left out are only 1e-12 of the mass and comebacks from twelve goals down.
//!
//! # Likelihood
//! [`fit()`] maximises Σ over spells of (goals × η - minutes × e^η), η = ln rate + profile + score + men: the likelihood
//! exp(-∫λ) ∏ λ(tᵢ) of a birth process whose hazard is constant within a spell. The rate is one known *before* the match, so
//! the score factors hold both how sides play when ahead and what being ahead tells about them.
//!
//! # Use
//! ```
//! use byline_forecast::in_play::{InPlay, Parameters, Rates, Rules, State};
//! let match_ = InPlay::new(&Parameters::shipped(), Rates::new(1.5, 1.1), Rules::default())?;
//! let ahead = match_.chances(&State::after(60.0, [1, 0]));
//! assert!(ahead.win[0] > match_.chances(&State::kick_off()).win[0]);
//! # Ok::<(), byline_forecast::in_play::InPlayError>(())
//! ```

mod calibrate;
mod chain;
mod events;
mod fit;
mod fit_added;
mod model;
mod parameters;
mod play;
mod reference;
mod replay;
mod shipped;
mod state;
#[cfg(test)]
mod tests;
mod timing;
mod uncertainty;

pub use calibrate::rates_for;
pub(crate) use calibrate::within_reach;
pub use events::{Event, Kind};
pub use fit::{FREE, Fit, FitError, Spell, fit};
pub use fit_added::{AddedNotes, AddedTimeFit, fit_added};
pub use model::{FinalScores, InPlay, InPlayError};
pub use parameters::{BANDS, Era, LENGTHS, Parameters, StandardErrors};
pub use reference::EmpiricalClock;
pub use replay::{Kick, Measure, Moment, Point, Replay, ReplayError, Worth, replay};
pub use state::{Chances, Clock, ExtraTime, Period, Rates, Rules, Side, State, Tie};
pub use uncertainty::{Estimate, LEVEL};
