//! Ratings of many matches at once, made to run along a history.

use super::{Rating, entry};
use crate::Played;
use crate::linear::LinearError;

/// A rating that is computed from a list of matches.
pub trait Batch {
    /// Its name, such as "Massey".
    fn name(&self) -> &'static str;

    /// The rating of a team that has not played.
    fn newcomer(&self) -> f64;

    /// A rating per team.
    ///
    /// # Errors
    /// If the matches do not determine one.
    fn fit(&self, teams: usize, matches: &[Played]) -> Result<Vec<f64>, LinearError>;
}

/// A [`Batch`] computed anew every so many days from the matches of the last years.
#[derive(Clone, Debug)]
pub struct Refitted<B> {
    batch: B,
    teams: usize,
    refit_days: i32,
    window_days: i32,
    matches: Vec<Played>,
    ratings: Vec<f64>,
    fitted: Option<i32>,
    failures: u32,
}

impl<B: Batch> Refitted<B> {
    /// Computed anew when `refit_days` have passed since it was, from the matches of the `window_days` before. Each must
    /// be at least 1, else it counts as 1.
    #[must_use]
    pub fn new(batch: B, teams: usize, refit_days: i32, window_days: i32) -> Self {
        let ratings = vec![batch.newcomer(); teams];
        let (refit_days, window_days) = (refit_days.max(1), window_days.max(1));
        Self { batch, teams, refit_days, window_days, matches: Vec::new(), ratings, fitted: None, failures: 0 }
    }

    /// How often the matches determined no ratings, so that the old were kept.
    #[must_use]
    pub const fn failures(&self) -> u32 {
        self.failures
    }
}

impl<B: Batch> Rating for Refitted<B> {
    fn name(&self) -> &'static str {
        self.batch.name()
    }

    fn advance(&mut self, day: i32) {
        if self.fitted.is_some_and(|fitted| day < fitted.saturating_add(self.refit_days)) {
            return;
        }
        self.fitted = Some(day);
        let oldest = day.saturating_sub(self.window_days);
        self.matches.retain(|played| played.day >= oldest);
        match self.batch.fit(self.teams, &self.matches) {
            Ok(ratings) => self.ratings = ratings,
            Err(_) => self.failures += 1,
        }
    }

    fn close(&mut self, day: i32) {
        self.fitted = None;
        self.advance(day);
    }

    fn update(&mut self, played: &Played) {
        self.matches.push(*played);
    }

    fn rating(&self, team: u32) -> f64 {
        entry(&self.ratings, team, self.batch.newcomer())
    }
}

#[cfg(test)]
mod tests {
    use super::Refitted;
    use crate::ratings::tests::friendly;
    use crate::ratings::{Colley, Rating};

    #[test]
    fn a_batch_is_computed_when_due_and_forgets() {
        let mut colley = Refitted::new(Colley, 2, 10, 30);
        colley.advance(0);
        colley.update(&friendly(0, 0, 1, [1, 0]));
        colley.advance(9);
        assert_eq!(colley.rating(0), 0.5);
        colley.advance(10);
        assert!((colley.rating(0) - 0.625).abs() < 1e-12);
        colley.update(&friendly(10, 1, 0, [1, 0]));
        colley.close(11);
        assert_eq!(colley.rating(0), 0.5);
        colley.advance(51);
        assert_eq!((colley.rating(0), colley.rating(7), colley.failures()), (0.5, 0.5, 0));
    }
}
