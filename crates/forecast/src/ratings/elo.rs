//! The World Football Elo ratings (Elo 1978; for football by Runyan 1997, eloratings.net).

use super::{Importance, Rating, entry, margin, points, sides};
use crate::Played;
use libm::pow;

/// Settings of [`WorldFootballElo`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EloSettings {
    /// Rating of a newcomer: 1500. (The published ratings start teams at various levels.)
    pub start: f64,
    /// Points added to the home side's rating for the expectation: 100.
    pub home: f64,
    /// Points that make ten to one: 400.
    pub scale: f64,
    /// K by class.
    pub importance: Importance,
    /// Whether a larger margin counts for more: half as much again for two goals, (11 + m) / 8 times for m from three on.
    pub margin: bool,
}

impl Default for EloSettings {
    fn default() -> Self {
        Self { start: 1500.0, home: 100.0, scale: 400.0, importance: Importance::WORLD_FOOTBALL_ELO, margin: true }
    }
}

impl EloSettings {
    /// The published rules with K = 40 for every match, which forecast internationals better than the K by class.
    #[must_use]
    pub fn flat() -> Self {
        Self { importance: Importance::flat(40.0), ..Self::default() }
    }
}

/// World Football Elo: what a team gains its opponent loses, K times the margin's factor times the difference between
/// the points won (1, ½, 0) and expected, 1 / (1 + 10^(-d/400)). A shoot-out counts as the draw before it.
#[derive(Clone, Debug)]
pub struct WorldFootballElo {
    settings: EloSettings,
    ratings: Vec<f64>,
}

impl WorldFootballElo {
    /// All teams at the start.
    #[must_use]
    pub fn new(teams: usize, settings: EloSettings) -> Self {
        Self { ratings: vec![settings.start; teams], settings }
    }

    /// Points, between 0 and 1, expected of the first side.
    #[must_use]
    pub fn expected(&self, home: u32, away: u32, neutral: bool) -> f64 {
        let advantage = if neutral { 0.0 } else { self.settings.home };
        expected(self.difference(home, away, neutral) + advantage, self.settings.scale)
    }
}

/// Points expected by a rating difference: 1 / (1 + 10^(-d/scale)).
pub(super) fn expected(difference: f64, scale: f64) -> f64 {
    1.0 / (1.0 + pow(10.0, -difference / scale))
}

/// How many times over a margin counts.
fn margin_factor(goals: [u8; 2]) -> f64 {
    match margin(goals).abs() {
        0 | 1 => 1.0,
        2 => 1.5,
        more => f64::from(11 + more) / 8.0,
    }
}

impl Rating for WorldFootballElo {
    fn name(&self) -> &'static str {
        "World Football Elo"
    }

    fn update(&mut self, played: &Played) {
        let Some([home, away]) = sides(played, self.ratings.len()) else { return };
        let expected = self.expected(played.home, played.away, played.neutral);
        let factor = if self.settings.margin { margin_factor(played.goals) } else { 1.0 };
        let change = self.settings.importance.of(played.class) * factor * (points(played.goals) - expected);
        self.ratings[home] += change;
        self.ratings[away] -= change;
    }

    fn rating(&self, team: u32) -> f64 {
        entry(&self.ratings, team, self.settings.start)
    }
}

#[cfg(test)]
mod tests {
    use super::{EloSettings, WorldFootballElo, margin_factor};
    use crate::ratings::{Rating, tests::friendly};
    use crate::{Class, Played};
    use proptest::prelude::*;

    /// The examples of the encyclopaedias: 630 and 500 points (or 500 and 480), a friendly on neutral ground.
    #[test]
    fn worked_examples() {
        let check = |ratings: [f64; 2], goals, gained: f64| {
            let mut elo = WorldFootballElo::new(2, EloSettings::default());
            elo.ratings = ratings.to_vec();
            elo.update(&friendly(0, 0, 1, goals));
            assert!((elo.rating(0) - ratings[0] - gained).abs() < 0.01, "{goals:?} {}", elo.rating(0) - ratings[0]);
            assert!((elo.rating(1) - ratings[1] + gained).abs() < 0.01);
        };
        check([630.0, 500.0], [3, 1], 9.64);
        check([630.0, 500.0], [1, 3], -20.36);
        check([630.0, 500.0], [2, 2], -3.57);
        check([500.0, 480.0], [3, 1], 14.14);
        check([500.0, 480.0], [2, 2], -0.57);
    }

    #[test]
    fn home_side_class_and_margin_count() {
        let elo = WorldFootballElo::new(2, EloSettings::default());
        assert!((elo.expected(0, 1, false) - 0.640_065).abs() < 1e-6);
        assert_eq!([[1, 0], [0, 2], [4, 1], [0, 7]].map(margin_factor), [1.0, 1.5, 1.75, 2.25]);
        let gain = |settings, class| {
            let mut elo = WorldFootballElo::new(2, settings);
            elo.update(&Played { class, ..friendly(0, 0, 1, [1, 0]) });
            elo.rating(0) - 1500.0
        };
        let classes = [Class::WorldCup, Class::Finals, Class::Qualifier, Class::NationsLeague, Class::Minor];
        assert_eq!(classes.map(|class| gain(EloSettings::default(), class)), [30.0, 25.0, 20.0, 20.0, 15.0]);
        assert_eq!(gain(EloSettings::flat(), Class::Friendly), 20.0);
    }

    proptest! {
        #[test]
        fn nothing_is_made_or_lost(results in prop::collection::vec((0_u32..9, 0_u32..9, any::<[u8; 2]>()), 0..60)) {
            let mut elo = WorldFootballElo::new(8, EloSettings::default());
            for (home, away, goals) in results {
                elo.update(&friendly(0, home, away, goals));
            }
            prop_assert!((elo.ratings.iter().sum::<f64>() - 12_000.0).abs() < 1e-7);
        }
    }
}
