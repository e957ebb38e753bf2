//! Colley's ratings (2002, "Colley's bias free college football ranking method"): wins and losses only.

use super::components::Field;
use super::{Batch, points};
use crate::Played;
use crate::linear::{Cholesky, LinearError};

/// Colley's ratings of some matches.
#[derive(Clone, Debug, PartialEq)]
pub struct ColleyFit {
    /// One half on average, and for a team that did not play; hardly below 0 or above 1.
    pub ratings: Vec<f64>,
    /// The groups of teams connected by matches, largest first. Ratings of different groups compare each team with the
    /// average of its own.
    pub groups: Vec<Vec<u32>>,
}

/// The solution of (2 + n) r - Σ r of opponents = 1 + (wins - losses) / 2: Laplace's rule of succession, with each
/// win worth what the opponent is. A draw is half a win and half a loss. Margins, home side and order do not count.
///
/// # Errors
/// None in practice: the matrix is diagonally dominant.
pub fn colley(teams: usize, matches: &[Played]) -> Result<ColleyFit, LinearError> {
    let field = Field::new(teams, matches);
    let order = field.teams.len();
    let mut matrix = vec![0.0; order * order];
    let mut x = vec![1.0; order];
    for place in 0..order {
        matrix[place * order + place] = 2.0;
    }
    for (played, [first, second]) in matches.iter().filter_map(|played| Some((played, field.sides(played)?))) {
        matrix[first * order + first] += 1.0;
        matrix[second * order + second] += 1.0;
        matrix[first.max(second) * order + first.min(second)] -= 1.0;
        let surplus = points(played.goals) - 0.5;
        x[first] += surplus;
        x[second] -= surplus;
    }
    Cholesky::new(order, matrix)?.solve(&mut x);
    let rating = |place: &Option<usize>| place.map_or(0.5, |place| x[place]);
    Ok(ColleyFit { ratings: field.places.iter().map(rating).collect(), groups: field.groups })
}

/// [`colley`] as a [`Batch`] for [`Refitted`](super::Refitted).
#[derive(Clone, Copy, Debug, Default)]
pub struct Colley;

impl Batch for Colley {
    fn name(&self) -> &'static str {
        "Colley"
    }

    fn newcomer(&self) -> f64 {
        0.5
    }

    fn fit(&self, teams: usize, matches: &[Played]) -> Result<Vec<f64>, LinearError> {
        colley(teams, matches).map(|fit| fit.ratings)
    }
}

#[cfg(test)]
mod tests {
    use super::colley;
    use crate::ratings::tests::{five_teams, friendly};
    use proptest::prelude::*;

    #[test]
    fn published_ratings_of_five_teams_and_of_one_game() {
        let fit = colley(5, &five_teams()).unwrap();
        for (found, sevenths) in fit.ratings.iter().zip([1.5, 5.5, 3.5, 2.5, 4.5]) {
            assert!((found - sevenths / 7.0).abs() < 1e-12, "{found} {sevenths}/7");
        }
        let one = colley(3, &[friendly(0, 2, 0, [1, 0])]).unwrap();
        assert!((one.ratings[2] - 0.625).abs() < 1e-15 && (one.ratings[0] - 0.375).abs() < 1e-15);
        assert_eq!((one.ratings[1], one.groups), (0.5, vec![vec![0, 2]]));
    }

    proptest! {
        #[test]
        fn the_average_is_one_half(results in prop::collection::vec((0_u32..7, 0_u32..7, any::<[u8; 2]>()), 0..40)) {
            let matches: Vec<_> = results.into_iter().map(|(a, b, goals)| friendly(0, a, b, goals)).collect();
            let fit = colley(6, &matches).unwrap();
            prop_assert!((fit.ratings.iter().sum::<f64>() - 3.0).abs() < 1e-10);
        }
    }
}
