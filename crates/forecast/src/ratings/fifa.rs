//! The men's ranking of FIFA since 2018, called SUM.

use super::elo::expected;
use super::{Importance, Rating, entry, points, sides};
use crate::{Class, Played};

/// Settings of [`FifaSum`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FifaSettings {
    /// Rating of a newcomer. FIFA carried over its old points in 2018; without those, 1000.
    pub start: f64,
    /// Points that make ten to one: 600.
    pub scale: f64,
    /// I by class.
    pub importance: Importance,
}

impl Default for FifaSettings {
    fn default() -> Self {
        Self { start: 1000.0, scale: 600.0, importance: Importance::FIFA }
    }
}

/// FIFA's SUM: both sides gain I times the difference between their points and those expected, 1 / (1 + 10^(-d/600)).
/// The winner of a shoot-out has three quarters of a win, the loser half of one. Home advantage and margin do not count.
/// In the knock-out rounds of finals nobody loses points.
///
/// A [`Class`] does not tell the round of a match, so [`Rating::update`] takes the group stage's I for all of a finals
/// (see [`Importance::FIFA`]), and knows only those knock-out matches that went to extra time or a shoot-out; what was
/// lost in others in ninety minutes costs points here and not at FIFA. Who knows more calls [`FifaSum::count`].
#[derive(Clone, Debug)]
pub struct FifaSum {
    settings: FifaSettings,
    ratings: Vec<f64>,
}

impl FifaSum {
    /// All teams at the start.
    #[must_use]
    pub fn new(teams: usize, settings: FifaSettings) -> Self {
        Self { ratings: vec![settings.start; teams], settings }
    }

    /// Gives a team a rating, such as the published one of a day to start from. An unknown team is ignored.
    pub fn set(&mut self, team: u32, rating: f64) {
        if let Some(entry) = usize::try_from(team).ok().and_then(|place| self.ratings.get_mut(place)) {
            *entry = rating;
        }
    }

    /// Counts a match of known importance I, where it is known whether it was in a knock-out round of finals.
    pub fn count(&mut self, played: &Played, importance: f64, knock_out: bool) {
        let Some(places) = sides(played, self.ratings.len()) else { return };
        let [home, away] = places.map(|place| self.ratings[place]);
        let won = points(played.goals);
        let (won, lost) = match played.shoot_out {
            Some(0) => (0.75, 0.5),
            Some(_) => (0.5, 0.75),
            None => (won, 1.0 - won),
        };
        let chance = expected(home - away, self.settings.scale);
        for (place, surplus) in places.into_iter().zip([won - chance, lost - (1.0 - chance)]) {
            let change = importance * surplus;
            self.ratings[place] += if knock_out { change.max(0.0) } else { change };
        }
    }
}

impl Rating for FifaSum {
    fn name(&self) -> &'static str {
        "FIFA SUM"
    }

    fn update(&mut self, played: &Played) {
        let finals = matches!(played.class, Class::WorldCup | Class::Finals);
        let knock_out = finals && (played.minutes > 90 || played.shoot_out.is_some());
        self.count(played, self.settings.importance.of(played.class), knock_out);
    }

    fn rating(&self, team: u32) -> f64 {
        entry(&self.ratings, team, self.settings.start)
    }
}

#[cfg(test)]
mod tests {
    use super::{FifaSettings, FifaSum};
    use crate::ratings::{Rating, tests::friendly};
    use crate::{Class, Played};

    fn after(played: &Played, ratings: [f64; 2]) -> [f64; 2] {
        let mut sum = FifaSum::new(2, FifaSettings::default());
        sum.set(0, ratings[0]);
        sum.set(1, ratings[1]);
        sum.update(played);
        [sum.rating(0), sum.rating(1)].map(|rating| (rating * 100.0).round() / 100.0)
    }

    #[test]
    fn points_by_the_formula() {
        // 600 points are ten to one: 1/11 and 10/11.
        let beaten = friendly(0, 0, 1, [0, 1]);
        assert_eq!(after(&beaten, [1600.0, 1000.0]), [1590.91, 1009.09]);
        assert_eq!(after(&Played { class: Class::WorldCup, ..beaten }, [1600.0, 1000.0]), [1554.55, 1045.45]);
        assert_eq!(after(&friendly(0, 0, 1, [0, 0]), [1000.0, 1000.0]), [1000.0, 1000.0]);
    }

    #[test]
    fn shoot_outs_and_knock_outs() {
        let shoot_out = Played { shoot_out: Some(1), ..friendly(0, 0, 1, [2, 2]) };
        assert_eq!(after(&shoot_out, [1000.0, 1000.0]), [1000.0, 1002.5]);
        // The favourite that loses on penalties would lose 35 x (.5 - .909), but not in finals.
        let finals = Played { class: Class::Finals, minutes: 120, ..shoot_out };
        assert_eq!(after(&finals, [1600.0, 1000.0]), [1600.0, 1023.07]);
        assert_eq!(after(&Played { class: Class::Qualifier, ..finals }, [1600.0, 1000.0]), [1589.77, 1016.48]);
        let mut sum = FifaSum::new(2, FifaSettings::default());
        sum.count(&friendly(0, 0, 1, [0, 3]), 60.0, true);
        sum.set(7, 1.0);
        assert_eq!([sum.rating(0), sum.rating(1), sum.rating(7)], [1000.0, 1030.0, 1000.0]);
    }
}
