//! The strengths of the dynamic model as a rating.

use super::Rating;
use crate::dynamic::{Filter, Settings};
use crate::{History, Played};

/// The dynamic model's strengths: the logarithm of the goals a team would score for each it would concede against the
/// average of the teams that have played in the four years before, on neutral ground. 0.69 is twice as many.
#[derive(Clone, Debug)]
pub struct DynamicRating {
    filter: Filter,
    day: i32,
}

impl DynamicRating {
    /// For the teams of a history, before any match.
    #[must_use]
    pub fn of(settings: Settings, history: &History) -> Self {
        Self { filter: Filter::of(settings, history), day: i32::MIN }
    }
}

impl Rating for DynamicRating {
    fn name(&self) -> &'static str {
        "dynamic model"
    }

    fn advance(&mut self, day: i32) {
        self.day = self.day.max(day);
    }

    fn update(&mut self, played: &Played) {
        self.advance(played.day);
        self.filter.learn(played);
    }

    fn rating(&self, team: u32) -> f64 {
        self.filter.standing(team, self.day).mean
    }

    fn deviation(&self, team: u32) -> Option<f64> {
        Some(self.filter.standing(team, self.day).standard_deviation)
    }
}
