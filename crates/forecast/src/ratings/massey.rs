//! Massey's ratings (1997): least squares of goal differences.

use super::components::Field;
use super::{Batch, margin};
use crate::Played;
use crate::linear::{Cholesky, LinearError};

/// Settings of [`massey`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MasseySettings {
    /// Added to every team's number of matches: pulls the ratings to 0, as would that many draws against an average team.
    /// Massey's own is 0.
    pub ridge: f64,
    /// Whether a home advantage in goals is estimated with the ratings. It is pulled to 0 with the strength of one match,
    /// so that a handful of matches determines it too.
    pub home: bool,
    /// Goal differences beyond count as this.
    pub margin_cap: u8,
}

impl Default for MasseySettings {
    fn default() -> Self {
        Self { ridge: 0.0, home: true, margin_cap: u8::MAX }
    }
}

/// Massey's ratings of some matches.
#[derive(Clone, Debug, PartialEq)]
pub struct MasseyFit {
    /// Goals by which a team beats an average one of its group; 0 for a team that did not play. Within a group of
    /// connected teams they sum to 0, so ratings of teams of different groups cannot be compared.
    pub ratings: Vec<f64>,
    /// Home advantage in goals; 0 if not estimated.
    pub home: f64,
    /// The groups of teams connected by matches, largest first. More than one: see `ratings`.
    pub groups: Vec<Vec<u32>>,
}

/// Ratings whose differences come nearest to the goal differences, in least squares. Where teams fall into groups without
/// a match between them, each group's ratings are made to sum to 0.
///
/// # Errors
/// For a negative or missing ridge.
pub fn massey(teams: usize, matches: &[Played], settings: &MasseySettings) -> Result<MasseyFit, LinearError> {
    let field = Field::new(teams, matches);
    let (count, home) = (field.teams.len(), usize::from(settings.home));
    let order = count + home;
    let mut matrix = vec![0.0; order * order];
    let mut x = vec![0.0; order];
    for row in 0..count {
        // Ones within a group leave the solution alone, since the right side sums to 0 there, and fix its sum.
        for column in 0..=row {
            matrix[row * order + column] = f64::from(u8::from(field.group_of[row] == field.group_of[column]));
        }
        matrix[row * order + row] += settings.ridge;
    }
    if home == 1 {
        matrix[order * order - 1] = 1.0;
    }
    let cap = i32::from(settings.margin_cap);
    for (played, [first, second]) in matches.iter().filter_map(|played| Some((played, field.sides(played)?))) {
        let goals = f64::from(margin(played.goals).clamp(-cap, cap));
        matrix[first * order + first] += 1.0;
        matrix[second * order + second] += 1.0;
        matrix[first.max(second) * order + first.min(second)] -= 1.0;
        x[first] += goals;
        x[second] -= goals;
        if home == 1 && !played.neutral {
            matrix[count * order + first] += 1.0;
            matrix[count * order + second] -= 1.0;
            matrix[count * order + count] += 1.0;
            x[count] += goals;
        }
    }
    Cholesky::new(order, matrix)?.solve(&mut x);
    let rating = |place: &Option<usize>| place.map_or(0.0, |place| x[place]);
    let ratings = field.places.iter().map(rating).collect();
    Ok(MasseyFit { ratings, home: if home == 1 { x[count] } else { 0.0 }, groups: field.groups })
}

/// [`massey`] as a [`Batch`] for [`Refitted`](super::Refitted).
#[derive(Clone, Copy, Debug, Default)]
pub struct Massey {
    /// Its settings.
    pub settings: MasseySettings,
}

impl Batch for Massey {
    fn name(&self) -> &'static str {
        "Massey"
    }

    fn newcomer(&self) -> f64 {
        0.0
    }

    fn fit(&self, teams: usize, matches: &[Played]) -> Result<Vec<f64>, LinearError> {
        massey(teams, matches, &self.settings).map(|fit| fit.ratings)
    }
}

#[cfg(test)]
mod tests {
    use super::{MasseySettings, massey};
    use crate::Played;
    use crate::random::Stream;
    use crate::ratings::tests::{five_teams, friendly};

    const PLAIN: MasseySettings = MasseySettings { ridge: 0.0, home: false, margin_cap: u8::MAX };

    #[test]
    fn published_ratings_of_five_teams() {
        let fit = massey(5, &five_teams(), &PLAIN).unwrap();
        for (found, expected) in fit.ratings.iter().zip([-24.8, 18.2, -8.0, -3.4, 18.0]) {
            assert!((found - expected).abs() < 1e-10, "{found} {expected}");
        }
        assert_eq!(fit.groups.len(), 1);
    }

    #[test]
    fn groups_without_a_match_between_them_sum_to_zero_each() {
        let matches = [(0, 1, [3, 0]), (3, 4, [1, 0]), (4, 5, [1, 0])].map(|(a, b, goals)| friendly(0, a, b, goals));
        let fit = massey(7, &matches, &PLAIN).unwrap();
        for (found, expected) in fit.ratings.iter().zip([1.5, -1.5, 0.0, 1.0, 0.0, -1.0, 0.0]) {
            assert!((found - expected).abs() < 1e-12, "{:?}", fit.ratings);
        }
        assert_eq!(fit.groups, [vec![3, 4, 5], vec![0, 1]]);
        let pulled = massey(7, &matches, &MasseySettings { ridge: 1.0, ..PLAIN }).unwrap();
        assert!((pulled.ratings[0] - 1.0).abs() < 1e-12, "{:?}", pulled.ratings);
        let capped = massey(7, &matches, &MasseySettings { margin_cap: 1, ..PLAIN }).unwrap();
        assert!((capped.ratings[0] - 0.5).abs() < 1e-12);
        assert!(massey(2, &matches, &MasseySettings { ridge: f64::NAN, ..PLAIN }).is_err());
        assert!(massey(0, &[], &MasseySettings::default()).is_ok_and(|fit| fit.ratings.is_empty()));
    }

    #[test]
    fn home_advantage_is_recovered() {
        let mut stream = Stream::new(8, 0, 0, 0);
        let matches: Vec<Played> = (0..20_000)
            .map(|place| {
                let (home, away) = (place % 7, 7 + place % 5);
                let goals = [stream.poisson(1.8), stream.poisson(1.3)].map(|goals| goals as u8);
                Played { neutral: false, region: None, ..friendly(0, home.min(away), home.max(away), goals) }
            })
            .collect();
        let mixed: Vec<Played> = matches
            .iter()
            .enumerate()
            .map(
                |(place, &played)| {
                    if place % 2 == 0 { played } else { Played { home: played.away, away: played.home, ..played } }
                },
            )
            .collect();
        let fit = massey(12, &mixed, &MasseySettings::default()).unwrap();
        assert!((fit.home - 0.5).abs() < 0.05, "{}", fit.home);
        assert!(fit.ratings.iter().all(|rating| rating.abs() < 0.12), "{:?}", fit.ratings);
    }
}
