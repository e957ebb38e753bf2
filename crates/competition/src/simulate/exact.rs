//! Brackets without simulation: who can be where, match by match.

use super::frequencies::Frequencies;
use super::pairings::place;
use super::plan::{KnockOutPart, Part, Simulator};

impl Simulator<'_> {
    /// Exact frequencies, where only knock-out matches are left and the sides of each come from matches that have
    /// nothing in common: then who they are is independent, and chances multiply.
    pub(super) fn exact(&self) -> Option<Frequencies> {
        let parts: Vec<&KnockOutPart> = self
            .parts
            .iter()
            .map(|part| match part {
                Part::KnockOut(part) => Some(part),
                _ => None,
            })
            .collect::<Option<_>>()?;
        let teams = self.edition.teams.len();
        let mut frequencies = self.certain();
        // By address: who it can be, and which open matches that hangs on.
        let mut who: Vec<Vec<f64>> = vec![Vec::new(); self.start.len()];
        let mut hangs_on: Vec<Vec<usize>> = vec![Vec::new(); self.start.len()];
        for (address, &team) in self.start.iter().enumerate() {
            if usize::from(team) < teams {
                let mut certain = vec![0.0; teams];
                certain[usize::from(team)] = 1.0;
                who[address] = certain;
            }
        }
        for part in parts {
            let [one, other] = part.sides.map(usize::from);
            if who[one].is_empty() || who[other].is_empty() {
                return None;
            }
            if hangs_on[one].iter().any(|fixture| hangs_on[other].contains(fixture)) {
                return None;
            }
            let (mut won, mut lost) = (vec![0.0; teams], vec![0.0; teams]);
            for (a, &of_a) in who[one].iter().enumerate().filter(|(_, chance)| **chance > 0.0) {
                for (b, &of_b) in who[other].iter().enumerate().filter(|(b, chance)| **chance > 0.0 && *b != a) {
                    let pair = [a as u8, b as u8];
                    let first = part.own.or_else(|| self.chance(part, pair))?;
                    let layout = &frequencies.layout;
                    let outcomes = [(pair, first), ([pair[1], pair[0]], 1.0 - first)];
                    let places = outcomes.map(|([winner, loser], _)| layout.beats(part.stage, winner, loser));
                    for (([winner, loser], chance), at) in outcomes.into_iter().zip(places) {
                        let chance = of_a * of_b * chance;
                        won[usize::from(winner)] += chance;
                        lost[usize::from(loser)] += chance;
                        frequencies.shares[at] += chance;
                        frequencies.errors.insert(at, 0.0);
                    }
                }
            }
            let mut hangs = [&*hangs_on[one], &*hangs_on[other]].concat();
            hangs.push(part.fixture);
            for (at, chances) in self.decided[part.fixture].map(usize::from).into_iter().zip([won, lost]) {
                who[at] = chances;
                hangs_on[at].clone_from(&hangs);
            }
        }
        Some(frequencies)
    }

    /// The chance that the first of two teams wins a knock-out match.
    pub(super) fn chance(&self, part: &KnockOutPart, pair: [u8; 2]) -> Option<f64> {
        let at = place(self.edition.teams.len(), pair, 0);
        self.through.get(part.through)?.chances.get(at).copied().filter(|chance| !chance.is_nan())
    }
}
