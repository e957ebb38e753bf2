//! Which teams are connected by matches, however many links apart.

use super::sides;
use crate::Played;

/// The teams of some matches, renumbered without gaps, and the groups they fall into.
pub(super) struct Field {
    /// Teams that played, ascending.
    pub teams: Vec<u32>,
    /// Place in `teams`, by team.
    pub places: Vec<Option<usize>>,
    /// Teams connected with each other, ascending; the largest group first, of equal ones that of the lowest number.
    pub groups: Vec<Vec<u32>>,
    /// Group, by place in `teams`.
    pub group_of: Vec<usize>,
}

impl Field {
    pub(super) fn new(teams: usize, matches: &[Played]) -> Self {
        let mut parent: Vec<usize> = (0..teams).collect();
        let mut played = vec![false; teams];
        for [home, away] in matches.iter().filter_map(|played| sides(played, teams)) {
            (played[home], played[away]) = (true, true);
            let (a, b) = (root(&mut parent, home), root(&mut parent, away));
            parent[a.max(b)] = a.min(b);
        }
        let in_field: Vec<usize> = (0..teams).filter(|&team| played[team]).collect();
        let mut places = vec![None; teams];
        for (place, &team) in in_field.iter().enumerate() {
            places[team] = Some(place);
        }
        let mut by_root: Vec<(usize, Vec<u32>)> = Vec::new();
        let mut rooted: Vec<(usize, usize)> = in_field.iter().map(|&team| (root(&mut parent, team), team)).collect();
        rooted.sort_unstable();
        for run in rooted.chunk_by(|a, b| a.0 == b.0) {
            by_root.push((run[0].0, run.iter().map(|&(_, team)| team as u32).collect()));
        }
        by_root.sort_by_key(|(root, group)| (core::cmp::Reverse(group.len()), *root));
        let groups: Vec<Vec<u32>> = by_root.into_iter().map(|(_, group)| group).collect();
        let mut group_of = vec![0; in_field.len()];
        for (number, group) in groups.iter().enumerate() {
            for place in group.iter().filter_map(|&team| places[team as usize]) {
                group_of[place] = number;
            }
        }
        Self { teams: in_field.into_iter().map(|team| team as u32).collect(), places, groups, group_of }
    }

    /// Places of the two sides of a match.
    pub(super) fn sides(&self, played: &Played) -> Option<[usize; 2]> {
        let [home, away] = sides(played, self.places.len())?;
        Some([self.places[home]?, self.places[away]?])
    }
}

/// The lowest team of the group, by union-find with halving paths.
fn root(parent: &mut [usize], mut team: usize) -> usize {
    while parent[team] != team {
        parent[team] = parent[parent[team]];
        team = parent[team];
    }
    team
}

#[cfg(test)]
mod tests {
    use super::Field;
    use crate::ratings::tests::friendly;

    #[test]
    fn groups_are_found() {
        let matches = [(5, 3), (1, 7), (7, 6), (0, 9)].map(|(home, away)| friendly(0, home, away, [0, 0]));
        let field = Field::new(8, &matches);
        assert_eq!(field.groups, [vec![1, 6, 7], vec![3, 5]]);
        assert_eq!(field.teams, [1, 3, 5, 6, 7]);
        assert_eq!(field.group_of, [0, 1, 1, 0, 0]);
    }
}
