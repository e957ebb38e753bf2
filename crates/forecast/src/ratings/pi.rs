//! Pi-ratings (Constantinou & Fenton 2013, "Determining the level of ability of football teams by dynamic ratings based
//! on the relative discrepancies in scores between adversaries").

use super::{Rating, entry, margin, sides};
use crate::Played;
use libm::{log, log1p, pow};

/// How a rating stands to goals, and how much of a surprise in goals goes into it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PiScale {
    /// The paper's: a rating R is worth ±(b^(|R|/c) - 1) goals against an average opponent, and an error of e goals is a
    /// surprise of c·log_b(1 + e).
    Logarithmic {
        /// b: 10.
        base: f64,
        /// c: 3.
        divisor: f64,
    },
    /// A simplification in use: a rating is in goals, and an error of e goals is a surprise of e / (1 + k·e).
    Saturating {
        /// k: 0.75.
        curve: f64,
    },
}

/// Settings of [`PiRating`]; the defaults are the paper's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PiSettings {
    /// λ, how fast new results move a rating: 0.035.
    pub learning: f64,
    /// γ, how much of a change at home goes over to the rating away, and back: 0.7.
    pub crossover: f64,
    /// What a rating means.
    pub scale: PiScale,
    /// Whether a match on neutral ground is between the means of each side's two ratings, and moves both alike. The paper,
    /// on club football, knows no neutral ground; without, the side listed first plays at home.
    pub neutral: bool,
}

impl Default for PiSettings {
    fn default() -> Self {
        let scale = PiScale::Logarithmic { base: 10.0, divisor: 3.0 };
        Self { learning: 0.035, crossover: 0.7, scale, neutral: true }
    }
}

impl PiSettings {
    /// The saturating scale with the rates in use for it: 0.15 directly, 0.10 crossing over.
    #[must_use]
    pub fn saturating() -> Self {
        let scale = PiScale::Saturating { curve: 0.75 };
        Self { learning: 0.15, crossover: 2.0 / 3.0, scale, neutral: true }
    }
}

impl PiScale {
    /// Goals by which a rating beats an average opponent.
    fn goals(&self, rating: f64) -> f64 {
        match *self {
            Self::Logarithmic { base, divisor } => libm::copysign(pow(base, rating.abs() / divisor) - 1.0, rating),
            Self::Saturating { .. } => rating,
        }
    }

    /// What an error in goals weighs.
    fn surprise(&self, error: f64) -> f64 {
        let size = error.abs();
        let weighed = match *self {
            Self::Logarithmic { base, divisor } => divisor * log1p(size) / log(base),
            Self::Saturating { curve } => size / (1.0 + curve * size),
        };
        libm::copysign(weighed, error)
    }
}

/// Ratings of a team at home and away.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Pair {
    home: f64,
    away: f64,
}

/// Pi-ratings: one at home and one away per team, 0 for a newcomer. [`Rating::rating`] is the mean of both,
/// [`Rating::difference`] the expected margin in goals.
#[derive(Clone, Debug)]
pub struct PiRating {
    settings: PiSettings,
    ratings: Vec<Pair>,
}

impl PiRating {
    /// All teams at 0.
    #[must_use]
    pub fn new(teams: usize, settings: PiSettings) -> Self {
        Self { ratings: vec![Pair::default(); teams], settings }
    }

    /// Ratings of a team at home and away.
    #[must_use]
    pub fn home_and_away(&self, team: u32) -> [f64; 2] {
        let pair = entry(&self.ratings, team, Pair::default());
        [pair.home, pair.away]
    }

    /// Goals by which the first side is expected to win.
    #[must_use]
    pub fn expected_margin(&self, home: u32, away: u32, neutral: bool) -> f64 {
        let [home, away] = self.at(home, away, neutral);
        self.settings.scale.goals(home) - self.settings.scale.goals(away)
    }

    /// The two ratings that meet.
    fn at(&self, home: u32, away: u32, neutral: bool) -> [f64; 2] {
        if neutral && self.settings.neutral {
            [self.rating(home), self.rating(away)]
        } else {
            [self.home_and_away(home)[0], self.home_and_away(away)[1]]
        }
    }
}

impl Rating for PiRating {
    fn name(&self) -> &'static str {
        "pi-rating"
    }

    fn update(&mut self, played: &Played) {
        let Some([home, away]) = sides(played, self.ratings.len()) else { return };
        let error = f64::from(margin(played.goals)) - self.expected_margin(played.home, played.away, played.neutral);
        let PiSettings { learning, crossover, scale, neutral } = self.settings;
        let change = learning * scale.surprise(error);
        // On neutral ground both ratings of a side move by the mean of the direct and the crossing change.
        let shared = 0.5 * (1.0 + crossover);
        let [direct, crossing] = if played.neutral && neutral { [shared, shared] } else { [1.0, crossover] };
        let Pair { home: at_home, away: at_away } = &mut self.ratings[home];
        *at_home += change * direct;
        *at_away += change * crossing;
        let Pair { home: at_home, away: at_away } = &mut self.ratings[away];
        *at_away -= change * direct;
        *at_home -= change * crossing;
    }

    fn rating(&self, team: u32) -> f64 {
        let [home, away] = self.home_and_away(team);
        0.5 * (home + away)
    }

    fn difference(&self, home: u32, away: u32, neutral: bool) -> f64 {
        self.expected_margin(home, away, neutral)
    }
}

#[cfg(test)]
mod tests {
    use super::{Pair, PiRating, PiSettings};
    use crate::Played;
    use crate::ratings::{Rating, tests::friendly};

    fn two(first: [f64; 2], second: [f64; 2]) -> PiRating {
        let mut pi = PiRating::new(2, PiSettings { learning: 0.1, crossover: 0.3, ..PiSettings::default() });
        pi.ratings = [first, second].map(|[home, away]| Pair { home, away }).to_vec();
        pi
    }

    /// By the paper's equations: 10^(1.6/3) - 1 = 2.4145 goals at home, 10^(1.2/3) - 1 = 1.5119 below the average away,
    /// so 3.9264 goals expected; of 3 scored, an error of 0.9264, whose 3 log10(1 + e) is 0.8542.
    #[test]
    fn a_match_by_hand() {
        let mut pi = two([1.6, 0.4], [0.3, -1.2]);
        assert!((pi.expected_margin(0, 1, false) - 3.9264).abs() < 5e-5);
        pi.update(&Played { neutral: false, region: None, ..friendly(0, 0, 1, [4, 1]) });
        let close = |found: [f64; 2], expected: [f64; 2]| {
            assert!(found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 5e-5), "{found:?} {expected:?}");
        };
        close(pi.home_and_away(0), [1.6 - 0.085_42, 0.4 - 0.025_63]);
        close(pi.home_and_away(1), [0.3 + 0.025_63, -1.2 + 0.085_42]);
    }

    /// Six goals expected of none: 2 in error of 4 - 6, of which 2 / (1 + 0.75 x 2) = 0.8 counts.
    #[test]
    fn a_match_on_the_saturating_scale_by_hand() {
        let mut pi = two([4.0, 0.0], [0.0, -2.0]);
        pi.settings = PiSettings::saturating();
        assert_eq!(pi.difference(0, 1, false), 6.0);
        pi.update(&Played { neutral: false, region: None, ..friendly(0, 0, 1, [4, 0]) });
        let found = [pi.home_and_away(0), pi.home_and_away(1)].concat();
        for (found, expected) in found.into_iter().zip([3.88, -0.08, 0.08, -1.88]) {
            assert!((found - expected).abs() < 1e-12, "{found} {expected}");
        }
    }

    #[test]
    fn neutral_ground_is_the_same_from_both_sides() {
        let (mut one, mut other) = (two([1.6, 0.4], [0.3, -1.2]), two([0.3, -1.2], [1.6, 0.4]));
        assert!((one.difference(0, 1, true) + other.difference(0, 1, true)).abs() < 1e-15);
        one.update(&friendly(0, 0, 1, [2, 1]));
        other.update(&friendly(0, 0, 1, [1, 2]));
        assert!((one.rating(0) - other.rating(1)).abs() < 1e-15);
        let before = two([1.6, 0.4], [0.3, -1.2]).rating(0);
        assert!(one.rating(0) != before && one.rating(9) == 0.0);
    }
}
