//! Matches with the same teams, ground and length, taken together: they have the same goal rates.

use super::family::Family;
use super::layout::{Layout, Link};
use super::options::{GoalsError, Options};
use crate::{History, Played};

/// What was observed in a cell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tally {
    /// Length of the matches over ninety minutes.
    pub exposure: f64,
    pub weight: f64,
    /// Weighted goals of both sides.
    pub goals: [f64; 2],
    /// Weights of 0-0, 0-1, 1-0 and 1-1.
    pub low: [f64; 4],
    /// End of its scores in [`Cells::scores`].
    pub end: u32,
}

impl Tally {
    /// Whether one of the four lowest scores was seen. Where none was, ρ of Dixon and Coles has no part in the likelihood:
    /// a rout of 31-0 does not limit it for all.
    #[inline]
    pub(super) fn low_seen(&self) -> bool {
        self.low.iter().any(|weight| *weight > 0.0)
    }
}

/// A score and the weight it was seen with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Score {
    pub goals: [u8; 2],
    pub weight: f64,
}

/// Everything of the matches that the likelihood depends on.
#[derive(Clone, Debug)]
pub(super) struct Cells {
    /// Number in the fit of every team of the history, if it is in it.
    pub places: Vec<Option<u32>>,
    /// Number in the history of every team in the fit.
    pub teams: Vec<u32>,
    pub links: Vec<Link>,
    /// Two teams, the lower number first, that have met in one or more cells.
    pub pairs: Vec<[u32; 2]>,
    /// The pair of every cell.
    pub pair_of: Vec<u32>,
    pub tallies: Vec<Tally>,
    /// Weighted scores cell by cell; empty where the sums suffice.
    pub scores: Vec<Score>,
    /// Covariates cell by cell.
    pub covariates: Vec<[f64; 2]>,
    pub covariate_count: usize,
    /// For every parameter (without the family's own) the weighted sum of goals times its coefficient.
    pub totals: Vec<f64>,
    /// Part of the Poisson log-likelihood that does not depend on parameters.
    pub constant: f64,
    /// Weighted length of all matches over ninety minutes.
    pub weight: f64,
    /// Weight of matches on home ground, and the goals of both sides there.
    pub at_home: (f64, [f64; 2]),
    /// Weighted goals of all matches.
    pub goals: f64,
    /// Weight of 1-1.
    pub one_all: f64,
    pub matches: usize,
    pub most_goals: usize,
}

impl Cells {
    pub(super) fn new(history: &History, as_of: i32, options: &Options) -> Result<Self, GoalsError> {
        let all = history.matches();
        let end = history.before(as_of).len();
        let start = options.since.map_or(0, |day| history.before(day).len()).min(end);
        let weighted = weighted(&all[start..end], as_of, options);
        if weighted.is_empty() {
            return Err(GoalsError::NoMatches { as_of });
        }
        let mut places = vec![None; history.teams().len()];
        for (played, _) in weighted.iter().map(|(at, weight)| (&all[start + at], weight)) {
            places[played.home as usize] = Some(0);
            places[played.away as usize] = Some(0);
        }
        let mut teams = Vec::new();
        for (team, place) in places.iter_mut().enumerate() {
            if place.is_some() {
                *place = Some(teams.len() as u32);
                teams.push(team as u32);
            }
        }
        let place = |team: u32| places[team as usize].unwrap_or(0);
        let mut order: Vec<u32> = (0..weighted.len() as u32).collect();
        let with_covariates = !options.covariates.is_empty();
        let mut most_goals = 0;
        let keys: Vec<[u32; 3]> = weighted
            .iter()
            .map(|(index, _)| {
                let played = &all[start + index];
                most_goals = most_goals.max(usize::from(played.goals[0].max(played.goals[1])));
                let ground = u32::from(played.minutes) * 2 + u32::from(played.neutral);
                [ground, place(played.away), place(played.home)]
            })
            .collect();
        if !with_covariates {
            let same_ground = keys.iter().all(|key| key[0] == keys[0][0]);
            for (part, count) in [512, teams.len(), teams.len()].into_iter().enumerate().skip(usize::from(same_ground))
            {
                order = sorted(order, count, |at| keys[at as usize][part] as usize);
            }
        }
        let layout = Layout { teams: teams.len(), team_home: true, covariates: options.covariates.len(), extras: 0 };
        let keep_scores = !matches!(options.family, Family::Poisson | Family::DixonColes);
        let mut cells = Self {
            links: Vec::with_capacity(order.len()),
            pairs: Vec::new(),
            pair_of: Vec::new(),
            tallies: Vec::with_capacity(order.len()),
            scores: Vec::new(),
            covariates: Vec::new(),
            covariate_count: options.covariates.len(),
            totals: vec![0.0; layout.len()],
            constant: 0.0,
            weight: 0.0,
            at_home: (0.0, [0.0; 2]),
            goals: 0.0,
            one_all: 0.0,
            matches: weighted.len(),
            most_goals,
            places: Vec::new(),
            teams: Vec::new(),
        };
        let mut factorials = vec![0.0; most_goals + 1];
        for goals in 2..=most_goals {
            factorials[goals] = factorials[goals - 1] + libm::log(goals as f64);
        }
        let mut last = None;
        for &at in &order {
            let (index, weight) = weighted[at as usize];
            let played = &all[start + index];
            let key = keys[at as usize];
            if with_covariates || last != Some(key) {
                cells.finish_cell(layout);
                let at_home = if played.neutral { 0.0 } else { 1.0 };
                cells.links.push(Link { home: key[2], away: key[1], at_home });
                let exposure = f64::from(played.minutes.max(1)) / 90.0;
                let end = cells.scores.len() as u32;
                cells.tallies.push(Tally { exposure, weight: 0.0, goals: [0.0; 2], low: [0.0; 4], end });
                cells.covariates.extend(options.covariates.iter().map(|covariate| covariate.values[start + index]));
            }
            last = Some(key);
            cells.add(played.goals, weight, &factorials, keep_scores);
        }
        cells.finish_cell(layout);
        cells.find_pairs(teams.len());
        cells.places = places;
        cells.teams = teams;
        Ok(cells)
    }

    fn add(&mut self, score: [u8; 2], weight: f64, log_factorials: &[f64], keep_score: bool) {
        let Some(tally) = self.tallies.last_mut() else { return };
        tally.weight += weight;
        if let [x @ 0..=1, y @ 0..=1] = score {
            tally.low[usize::from(2 * x + y)] += weight;
        }
        for (sum, side) in tally.goals.iter_mut().zip(score) {
            *sum += weight * f64::from(side);
            self.constant -= weight * log_factorials[usize::from(side)];
        }
        if keep_score {
            self.scores.push(Score { goals: score, weight });
            tally.end += 1;
        }
    }

    /// Adds the sums of the last cell to those of all.
    fn finish_cell(&mut self, layout: Layout) {
        let (Some(&tally), Some(&link)) = (self.tallies.last(), self.links.last()) else { return };
        let cell = self.links.len() - 1;
        let covariates = &self.covariates[cell * self.covariate_count..];
        layout.scatter(&mut self.totals, link, covariates, tally.goals);
        let goals = tally.goals[0] + tally.goals[1];
        if tally.exposure != 1.0 {
            self.constant += goals * libm::log(tally.exposure);
        }
        let length = tally.weight * tally.exposure;
        self.weight += length;
        self.goals += goals;
        self.one_all += tally.low[3];
        if link.at_home > 0.0 {
            self.at_home.0 += length;
            self.at_home.1[0] += tally.goals[0];
            self.at_home.1[1] += tally.goals[1];
        }
        self.merge_scores();
    }

    fn find_pairs(&mut self, teams: usize) {
        let ends = |cell: u32| {
            let link = self.links[cell as usize];
            [link.home.min(link.away), link.home.max(link.away)]
        };
        let mut order: Vec<u32> = (0..self.links.len() as u32).collect();
        order = sorted(order, teams, |cell| ends(cell)[1] as usize);
        order = sorted(order, teams, |cell| ends(cell)[0] as usize);
        let mut pairs: Vec<[u32; 2]> = Vec::with_capacity(order.len());
        let mut pair_of = vec![0; order.len()];
        for cell in order {
            if pairs.last() != Some(&ends(cell)) {
                pairs.push(ends(cell));
            }
            pair_of[cell as usize] = pairs.len() as u32 - 1;
        }
        (self.pairs, self.pair_of) = (pairs, pair_of);
    }

    /// Adds up equal scores of the last cell.
    fn merge_scores(&mut self) {
        let start = self.tallies.len().checked_sub(2).map_or(0, |before| self.tallies[before].end as usize);
        let last = &mut self.scores[start..];
        last.sort_by_key(|score| score.goals);
        let mut kept = start;
        for at in start..self.scores.len() {
            let score = self.scores[at];
            if kept > start && self.scores[kept - 1].goals == score.goals {
                self.scores[kept - 1].weight += score.weight;
            } else {
                self.scores[kept] = score;
                kept += 1;
            }
        }
        self.scores.truncate(kept);
        if let Some(tally) = self.tallies.last_mut() {
            tally.end = kept as u32;
        }
    }

    /// Scores of a cell.
    pub(super) fn scores_of(&self, cell: usize) -> &[Score] {
        let start = cell.checked_sub(1).map_or(0, |before| self.tallies[before].end as usize);
        &self.scores[start..self.tallies[cell].end as usize]
    }

    /// Covariates of a cell.
    #[inline]
    pub(super) fn covariates_of(&self, cell: usize) -> &[[f64; 2]] {
        if self.covariate_count == 0 {
            return &[];
        }
        &self.covariates[cell * self.covariate_count..][..self.covariate_count]
    }

    /// Totals of the parameters of a layout (those of own home effects only where it has them; 0 for the family's own).
    pub(super) fn totals_in(&self, layout: Layout) -> Vec<f64> {
        let mut totals = self.totals.clone();
        if !layout.team_home {
            totals.drain(2 * layout.teams..3 * layout.teams);
        }
        totals.resize(layout.len(), 0.0);
        totals
    }
}

/// Matches with a weight, by place, with it.
fn weighted(matches: &[Played], as_of: i32, options: &Options) -> Vec<(usize, f64)> {
    let rate = options.half_life.map(|days| core::f64::consts::LN_2 / days);
    let mut decay = (i32::MIN, 1.0);
    let with_weight = |(at, played): (usize, &Played)| {
        if let Some(rate) = rate
            && decay.0 != played.day
        {
            decay = (played.day, libm::exp(-rate * (f64::from(as_of) - f64::from(played.day))));
        }
        (at, decay.1 * options.class_weight(played.class))
    };
    // A weight this small is none, and its square would not be a number that can be divided by.
    matches.iter().enumerate().map(with_weight).filter(|(_, weight)| *weight > 1e-100).collect()
}

/// A stable counting sort by keys below `keys`.
fn sorted(order: Vec<u32>, keys: usize, key: impl Fn(u32) -> usize) -> Vec<u32> {
    let mut starts = vec![0_u32; keys + 1];
    for &at in &order {
        starts[key(at) + 1] += 1;
    }
    for place in 1..starts.len() {
        starts[place] += starts[place - 1];
    }
    let mut result = vec![0; order.len()];
    for at in order {
        let start = &mut starts[key(at)];
        result[*start as usize] = at;
        *start += 1;
    }
    result
}
