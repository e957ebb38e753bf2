//! The state of a filter as a few numbers a team, to be written down and taken up again.

use super::filter::{Filter, Scalar, Side};
use super::settings::Settings;

/// A team's numbers. The strength's variance is that of its deviation from the average of its group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct TeamState {
    pub(crate) group: u8,
    pub(crate) last: i32,
    pub(crate) matches: u32,
    pub(crate) strength: Scalar,
    pub(crate) form: Scalar,
    pub(crate) style: Scalar,
    pub(crate) home: Scalar,
}

/// A filter's state. What is lost against the filter itself is how the errors of single teams' strengths hang together
/// within their groups.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct State {
    pub(crate) day: i32,
    pub(crate) level: Scalar,
    pub(crate) home_attack: Scalar,
    pub(crate) away_attack: Scalar,
    /// Strength of each group, and covariances row after row.
    pub(crate) groups: Vec<f64>,
    pub(crate) group_covariance: Vec<f64>,
    pub(crate) group_home: Vec<Scalar>,
    /// Teams by number; `None` for those left out.
    pub(crate) teams: Vec<Option<TeamState>>,
}

impl Filter {
    /// The state on a day not before the last match, with the teams that played in the given number of days before.
    pub(crate) fn state(&self, day: i32, within: i32) -> State {
        let size = self.size();
        let groups = self.group_home.len();
        let kept: Vec<bool> =
            self.sides.iter().map(|side| side.last.is_some_and(|last| last >= day.saturating_sub(within))).collect();
        // The average of each group as weights over places; a group without teams stands for itself.
        let members: Vec<Vec<usize>> = (0..groups)
            .map(|group| {
                let places: Vec<usize> = (0..self.sides.len())
                    .filter(|&team| kept[team] && usize::from(self.group_of[team]) == group)
                    .map(|team| self.place[team])
                    .collect();
                if places.is_empty() { vec![group] } else { places }
            })
            .collect();
        let with_average = |place: usize, group: usize| {
            let sum: f64 = members[group].iter().map(|&other| self.covariance[place * size + other]).sum();
            sum / count(&members[group])
        };
        let mut group_covariance = vec![0.0; groups * groups];
        for one in 0..groups {
            for two in 0..groups {
                let sum: f64 = members[one].iter().map(|&place| with_average(place, two)).sum();
                group_covariance[one * groups + two] = sum / count(&members[one]);
            }
        }
        let teams = (0..self.sides.len())
            .map(|team| {
                let last = self.sides[team].last.filter(|_| kept[team])?;
                let (place, group) = (self.place[team], usize::from(self.group_of[team]));
                let own = self.covariance[place * size + place] - 2.0 * with_average(place, group)
                    + group_covariance[group * groups + group];
                let Side { form, style, home, matches, .. } = self.sides[team];
                let strength = Scalar::new(self.strength[place], own.max(1e-6));
                Some(TeamState { group: self.group_of[team], last, matches, strength, form, style, home })
            })
            .collect();
        State {
            day,
            level: self.level,
            home_attack: self.home_attack,
            away_attack: self.away_attack,
            groups: self.strength[..groups].to_vec(),
            group_covariance,
            group_home: self.group_home.clone(),
            teams,
        }
    }

    /// Takes a state up again. `group_of` has the group of every team, those of the state first and in its order.
    pub(crate) fn resumed(settings: Settings, state: &State, group_of: &[u8]) -> Self {
        let groups = state.groups.len();
        let mut filter = Self::new(settings, groups, group_of);
        let size = filter.size();
        filter.level = state.level;
        filter.home_attack = state.home_attack;
        filter.away_attack = state.away_attack;
        filter.last = Some(state.day);
        filter.group_home.clone_from(&state.group_home);
        filter.strength[..groups].copy_from_slice(&state.groups);
        for group in 0..groups {
            let seen = state.teams.iter().flatten().filter(|team| usize::from(team.group) == group);
            filter.group_last[group] = seen.clone().map(|team| team.last).max();
            filter.group_first[group] = seen.map(|team| team.last).min();
        }
        // Everything of a group shares the covariances of its average.
        let entered: Vec<(usize, usize, f64)> = (0..groups)
            .map(|group| (group, group, 0.0))
            .chain(state.teams.iter().enumerate().filter_map(|(number, team)| {
                let (team, &place) = (team.as_ref()?, filter.place.get(number)?);
                Some((place, usize::from(team.group), team.strength.variance))
            }))
            .collect();
        for &(place, group, own) in &entered {
            for &(other, of, _) in &entered {
                filter.covariance[place * size + other] = state.group_covariance[group * groups + of];
            }
            filter.covariance[place * size + place] += own;
        }
        for (number, team) in state.teams.iter().enumerate() {
            if let (Some(team), Some(side), Some(&place)) =
                (team, filter.sides.get_mut(number), filter.place.get(number))
            {
                let &TeamState { form, style, home, last, matches, .. } = team;
                *side = Side { form, style, home, last: Some(last), matches };
                filter.strength[place] = team.strength.mean;
            }
        }
        filter
    }
}

#[allow(clippy::cast_precision_loss, reason = "some hundred teams")]
fn count(places: &[usize]) -> f64 {
    places.len() as f64
}
