//! From frequencies to answers.

use super::answer::{Chance, Chances, GroupChances, Opponent, ZoneChances, deciding};
use super::frequencies::{Frequencies, Layout};
use super::plan::{Part, Simulator};

impl Simulator<'_> {
    /// Chances of everything that is open, by so many simulations on the threads of the current rayon pool. Exact, and
    /// without simulations, where nothing but knock-out matches of known teams is left; places of groups with at most
    /// two matches left are exact in any case. The same seed gives the same numbers.
    #[must_use]
    pub fn run(&self, runs: u32, seed: u64) -> Chances {
        if let Some(exact) = self.exact() {
            return self.answers(&exact, 0);
        }
        let mut frequencies = self.count(runs, seed);
        self.exact_places(&mut frequencies, seed);
        self.answers(&frequencies, runs)
    }

    /// The same by simulation alone.
    #[must_use]
    pub fn simulate(&self, runs: u32, seed: u64) -> Chances {
        let frequencies = self.count(runs, seed);
        self.answers(&frequencies, runs)
    }

    fn answers(&self, frequencies: &Frequencies, runs: u32) -> Chances {
        let Frequencies { layout, .. } = frequencies;
        let teams = self.edition.teams.len();
        let all = || (0..teams).map(|team| team as u8);
        let reach = all()
            .map(|team| (0..self.edition.stages.len()).map(|stage| self.reaches(frequencies, stage, team)).collect())
            .collect();
        let last = deciding(self.edition);
        let champion = all()
            .map(|team| {
                if self.edition.stages[last].is_knock_out() {
                    frequencies.sum(all().map(|other| layout.beats(last, team, other)))
                } else {
                    frequencies.sum([layout.placed(last, team, 0)].into_iter())
                }
            })
            .collect();
        let opponents = (0..self.edition.stages.len())
            .map(|stage| all().map(|team| self.opponents(frequencies, stage, team)).collect())
            .collect();
        let mut finals = Vec::new();
        if self.edition.stages[last].is_knock_out() {
            for one in all() {
                for other in one + 1..teams as u8 {
                    let meet = [layout.beats(last, one, other), layout.beats(last, other, one)];
                    finals.push(([one, other], frequencies.sum(meet.into_iter())));
                }
            }
            finals.retain(|(_, chance)| chance.value > 0.0);
            finals.sort_by(|(_, one), (_, other)| other.value.total_cmp(&one.value));
        }
        Chances {
            runs,
            reach,
            champion,
            groups: self.group_chances(frequencies),
            zones: self.zone_chances(frequencies),
            opponents,
            finals,
        }
    }

    /// That a team takes part in a stage.
    fn reaches(&self, frequencies: &Frequencies, stage: usize, team: u8) -> Chance {
        let layout = &frequencies.layout;
        let others = 0..self.edition.teams.len();
        let of_stage = &self.edition.stages[stage];
        if of_stage.is_knock_out() {
            if let Some(exact) = frequencies.entrants.get(stage).and_then(Option::as_ref) {
                return exact.get(usize::from(team)).copied().unwrap_or_default();
            }
            let meets = others.flat_map(|other| {
                let other = other as u8;
                [layout.beats(stage, team, other), layout.beats(stage, other, team)]
            });
            return frequencies.sum(meets);
        }
        frequencies.sum((0..layout.places[stage]).map(|place| layout.placed(stage, team, place)))
    }

    fn opponents(&self, frequencies: &Frequencies, stage: usize, team: u8) -> Vec<Opponent> {
        let layout = &frequencies.layout;
        let mut met = Vec::new();
        if !self.edition.stages[stage].is_knock_out() {
            return met;
        }
        for other in 0..self.edition.teams.len() {
            let other = other as u8;
            let [won, lost] = [layout.beats(stage, team, other), layout.beats(stage, other, team)];
            let meet = frequencies.sum([won, lost].into_iter());
            if meet.value > 0.0 {
                met.push(Opponent { team: other, meet, beat: frequencies.sum([won].into_iter()) });
            }
        }
        met.sort_by(|one, other| other.meet.value.total_cmp(&one.meet.value));
        met
    }

    fn group_chances(&self, frequencies: &Frequencies) -> Vec<GroupChances> {
        let layout = &frequencies.layout;
        let mut all = Vec::new();
        for (stage, of_stage) in self.edition.stages.iter().enumerate() {
            let fixed = |group: usize| -> Option<Vec<u8>> {
                let known = self.parts.iter().find_map(|part| match part {
                    Part::Group(part) if part.stage == stage && part.group == group => {
                        Some(part.members.iter().map(|&member| self.start[usize::from(member)]).collect::<Vec<u8>>())
                    }
                    _ => None,
                });
                let first = usize::from(self.placed[stage][group]);
                let size = of_stage.groups[group].entrants.len();
                let mut known = known.unwrap_or_else(|| self.start[first..first + size].to_vec());
                known.sort_unstable();
                known.iter().all(|&team| usize::from(team) < layout.teams).then_some(known)
            };
            let chances = |teams: Vec<u8>, group: Option<usize>, size: usize| {
                let places = teams.iter().map(|&team| {
                    (0..size).map(|place| frequencies.sum([layout.placed(stage, team, place)].into_iter())).collect()
                });
                GroupChances { stage, group, places: places.collect(), teams }
            };
            let mut open = false;
            for (group, of_group) in of_stage.groups.iter().enumerate() {
                match fixed(group) {
                    Some(teams) => all.push(chances(teams, Some(group), of_group.entrants.len())),
                    None => open = true,
                }
            }
            if open {
                let teams = (0..layout.teams).map(|team| team as u8);
                let teams = teams.filter(|&team| self.reaches(frequencies, stage, team).value > 0.0).collect();
                all.push(chances(teams, None, layout.places[stage]));
            }
        }
        all
    }

    fn zone_chances(&self, frequencies: &Frequencies) -> Vec<ZoneChances> {
        let layout = &frequencies.layout;
        let mut all = Vec::new();
        for (stage, of_stage) in self.edition.stages.iter().enumerate() {
            for (zone, of_zone) in of_stage.zones.iter().enumerate() {
                let [first, last] = of_zone.places.map(usize::from);
                let teams = (0..layout.teams).map(|team| {
                    frequencies.sum((first - 1..last).map(|place| layout.placed(stage, team as u8, place)))
                });
                all.push(ZoneChances { stage, zone, teams: teams.collect() });
            }
        }
        all
    }
}

impl Frequencies {
    /// The chance that one of several things happens of which only one can.
    pub(super) fn sum(&self, parts: impl Iterator<Item = usize>) -> Chance {
        let (mut value, mut drawn) = (0.0, false);
        let mut variance = 0.0;
        for at in parts {
            value += self.shares[at];
            match self.errors.get(&at) {
                Some(error) => variance += error * error,
                None => drawn |= self.shares[at] > 0.0,
            }
        }
        // Sums of shares of runs can leave one by a rounding.
        let value = value.clamp(0.0, 1.0);
        if drawn && self.runs > 0 {
            return Chance::of_runs(value, self.runs);
        }
        Chance { value, standard_error: variance.sqrt() }
    }
}

impl Layout {
    /// Frequencies of nothing.
    pub(super) fn empty(self) -> Frequencies {
        let shares = vec![0.0; self.len];
        Frequencies { layout: self, shares, errors: std::collections::BTreeMap::new(), runs: 0, entrants: Vec::new() }
    }
}
