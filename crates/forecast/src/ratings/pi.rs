//! Pi-ratings (Constantinou & Fenton 2013, "Determining the level of ability of football teams by dynamic ratings based
//! on the relative discrepancies in scores between adversaries").

use super::{Rating, entry, margin, sides};
use crate::Played;
use libm::{log, pow};

/// Settings of [`PiRating`]; the defaults are the paper's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PiSettings {
    /// λ, how fast new results move a rating: 0.035.
    pub learning: f64,
    /// γ, how much of a change at home goes over to the rating away, and back: 0.7.
    pub crossover: f64,
    /// b, base of the logarithm: 10.
    pub base: f64,
    /// c, divisor of the exponent: 3.
    pub divisor: f64,
    /// Whether a match on neutral ground is between the means of each side's two ratings, and moves both alike. The paper,
    /// on club football, knows no neutral ground; without, the side listed first plays at home.
    pub neutral: bool,
}

impl Default for PiSettings {
    fn default() -> Self {
        Self { learning: 0.035, crossover: 0.7, base: 10.0, divisor: 3.0, neutral: true }
    }
}

/// Ratings of a team at home and away.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Pair {
    home: f64,
    away: f64,
}

/// Pi-ratings: one at home and one away per team, 0 for a newcomer, in a scale whose power of ten gives the goals by
/// which the team would beat an average one. [`Rating::rating`] is the mean of both.
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
        self.goals(home) - self.goals(away)
    }

    /// The two ratings that meet.
    fn at(&self, home: u32, away: u32, neutral: bool) -> [f64; 2] {
        if neutral && self.settings.neutral {
            [self.rating(home), self.rating(away)]
        } else {
            [self.home_and_away(home)[0], self.home_and_away(away)[1]]
        }
    }

    /// Goals by which a rating beats an average opponent: ±(b^(|R|/c) - 1).
    fn goals(&self, rating: f64) -> f64 {
        let size = pow(self.settings.base, rating.abs() / self.settings.divisor) - 1.0;
        if rating < 0.0 { -size } else { size }
    }
}

impl Rating for PiRating {
    fn name(&self) -> &'static str {
        "pi-rating"
    }

    fn update(&mut self, played: &Played) {
        let Some([home, away]) = sides(played, self.ratings.len()) else { return };
        let error = f64::from(margin(played.goals)) - self.expected_margin(played.home, played.away, played.neutral);
        let PiSettings { learning, crossover, base, divisor, neutral } = self.settings;
        let surprise = divisor * log(1.0 + error.abs()) / log(base);
        let change = learning * if error < 0.0 { -surprise } else { surprise };
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
        let [home, away] = self.at(home, away, neutral);
        home - away
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
        pi.update(&Played { neutral: false, ..friendly(0, 0, 1, [4, 1]) });
        let close = |found: [f64; 2], expected: [f64; 2]| {
            assert!(found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 5e-5), "{found:?} {expected:?}");
        };
        close(pi.home_and_away(0), [1.6 - 0.085_42, 0.4 - 0.025_63]);
        close(pi.home_and_away(1), [0.3 + 0.025_63, -1.2 + 0.085_42]);
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
