//! Pictures: plain series in, SVG text out. Knows nothing of football data beyond the words on the axes.
//!
//! Each chart is a plain struct of what to show; its `scene` method checks it and lays it out as a [`Scene`], and
//! [`Scene::to_svg`] writes that. The same input gives the same bytes on every machine.
//!
//! ```
//! use byline_chart::{Caption, Theme, RatingHistory, RatingSeries, RatingPoint, TimeAxis};
//!
//! let point = |at, rating| RatingPoint { at, rating, band: None };
//! let chart = RatingHistory {
//!     caption: Caption { headline: "France overtake Brazil".into(), ..Caption::default() },
//!     time: TimeAxis::Years,
//!     series: vec![RatingSeries {
//!         name: "France".into(),
//!         points: vec![point(2016.0, 1950.0), point(2018.5, 2080.0)],
//!         background: false,
//!     }],
//! };
//! let svg = chart.scene()?.to_svg(Theme::Auto);
//! assert!(svg.starts_with("<svg"));
//! # Ok::<(), byline_chart::ChartError>(())
//! ```
//!
//! Feature `png` adds `png::to_png`.

pub mod axis;
mod bracket;
mod canvas;
mod chance_table;
mod ends;
mod error;
mod glyph;
mod goal_mouth;
mod grid_heat;
pub mod label;
mod match_clock;
mod match_events;
#[cfg(feature = "png")]
pub mod png;
mod rating_history;
mod reliability;
pub mod scene;
mod shoot_out;
mod svg;
pub mod text;
mod theme;
mod win_probability;

pub use bracket::{Bracket, BracketRound, BracketSide, BracketTie};
pub use canvas::Caption;
pub use chance_table::ChanceTable;
pub use error::ChartError;
pub use glyph::EventKind;
pub use goal_mouth::{GoalMouth, GoalView, GoalZone};
pub use grid_heat::GridHeat;
pub use match_clock::MatchClock;
pub use match_events::{MatchEvent, Side};
pub use rating_history::{RatingHistory, RatingPoint, RatingSeries, TimeAxis};
pub use reliability::{Reliability, ReliabilityBin, ReliabilityModel};
pub use scene::Scene;
pub use shoot_out::{ShootOut, ShootOutKick};
pub use theme::{HEAT_TOP, Ink, Rgb, SERIES, Theme};
pub use win_probability::{Moment, WinProbability};
