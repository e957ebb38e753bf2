//! How good a team is, apart from any match.

use super::Filter;
use super::filter::years;

/// Years without a match after which a team is no longer among those the average is of.
const ACTIVE: f64 = 4.0;

/// A strength with form, relative to the average of the teams that have played lately: the expected logarithm of goals
/// scored over goals conceded against such a side on neutral ground.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// Expected value.
    pub mean: f64,
    /// How well it is known.
    pub standard_deviation: f64,
}

impl Filter {
    /// The strength of a team on a day not before the last match learnt from; of a team that has not played, that of its
    /// confederation.
    #[must_use]
    pub fn standing(&self, team: u32, day: i32) -> Standing {
        let size = self.size();
        let recent = |last: &Option<i32>| last.is_some_and(|last| years(last, day) < ACTIVE);
        let peers: Vec<usize> = self
            .sides
            .iter()
            .enumerate()
            .filter(|(_, side)| recent(&side.last))
            .map(|(team, _)| self.place[team])
            .collect();
        let team = (team as usize).min(self.sides.len().saturating_sub(1));
        let (Some(side), Some(&own_place), Some(&group)) =
            (self.sides.get(team), self.place.get(team), self.group_of.get(team))
        else {
            return Standing { mean: 0.0, standard_deviation: self.settings.strength };
        };
        let (place, since, own) = match side.last {
            Some(last) => (own_place, self.gain(team, last, day), 0.0),
            None => (usize::from(group), 0.0, self.settings.strength * self.settings.strength),
        };
        let form = self.side_at(team, day).form;
        let share = if peers.is_empty() { 0.0 } else { 1.0 / peers.len() as f64 };
        let row = |place: usize| &self.covariance[place * size..(place + 1) * size];
        let with_peers = |place: usize| peers.iter().map(|&peer| row(place)[peer]).sum::<f64>() * share;
        let among_peers = peers.iter().map(|&peer| with_peers(peer)).sum::<f64>() * share;
        let average = peers.iter().map(|&peer| self.strength[peer]).sum::<f64>() * share;
        let variance = row(place)[place] - 2.0 * with_peers(place) + among_peers + since + own + form.variance;
        Standing { mean: self.strength[place] - average + form.mean, standard_deviation: variance.max(0.0).sqrt() }
    }
}
