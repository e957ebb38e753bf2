//! Which teams are connected by matches.

use super::layout::Link;

/// Teams outside the largest group of teams connected by matches, of groups alike that of the lowest number.
pub(super) fn outside(teams: usize, links: &[Link]) -> Vec<usize> {
    let mut parents: Vec<usize> = (0..teams).collect();
    for link in links {
        let (a, b) = (root(&mut parents, link.home as usize), root(&mut parents, link.away as usize));
        parents[a.max(b)] = a.min(b);
    }
    let roots: Vec<usize> = (0..teams).map(|team| root(&mut parents, team)).collect();
    let mut sizes = vec![0_usize; teams];
    for &root in &roots {
        sizes[root] += 1;
    }
    let largest = (0..teams).rev().max_by_key(|&root| sizes[root]);
    (0..teams).filter(|&team| Some(roots[team]) != largest).collect()
}

fn root(parents: &mut [usize], mut team: usize) -> usize {
    while parents[team] != team {
        parents[team] = parents[parents[team]];
        team = parents[team];
    }
    team
}
