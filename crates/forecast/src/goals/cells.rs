//! Matches with the same teams, ground and length, taken together: they have the same goal rates.

use super::family::{Family, log_factorial};
use super::layout::{Layout, Link};
use super::options::{GoalsError, Options};
use crate::{History, Played};

/// What was observed in a cell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tally {
    /// Length of the matches over ninety minutes.
    pub exposure: f64,
    pub weight: f64,
    /// Weights of 0-0, 0-1, 1-0 and 1-1.
    pub low: [f64; 4],
    /// End of its scores in [`Cells::scores`].
    pub end: u32,
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
    pub weight: f64,
    /// Weight of matches on home ground, and the goals of both sides there.
    pub at_home: (f64, [f64; 2]),
    /// Weighted goals of all matches.
    pub goals: f64,
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
        let of = |at: u32| &all[start + weighted[at as usize].0];
        let mut order: Vec<u32> = (0..weighted.len() as u32).collect();
        let with_covariates = !options.covariates.is_empty();
        if !with_covariates {
            order = sorted(order, 512, |at| usize::from(of(at).minutes) * 2 + usize::from(of(at).neutral));
            order = sorted(order, teams.len(), |at| place(of(at).away) as usize);
            order = sorted(order, teams.len(), |at| place(of(at).home) as usize);
        }
        let layout = Layout { teams: teams.len(), team_home: true, covariates: options.covariates.len(), extras: 0 };
        let keep_scores = !matches!(options.family, Family::Poisson | Family::DixonColes);
        let mut cells = Self {
            links: Vec::with_capacity(order.len()),
            tallies: Vec::with_capacity(order.len()),
            scores: Vec::new(),
            covariates: Vec::new(),
            covariate_count: options.covariates.len(),
            totals: vec![0.0; layout.len()],
            constant: 0.0,
            weight: 0.0,
            at_home: (0.0, [0.0; 2]),
            goals: 0.0,
            matches: weighted.len(),
            most_goals: 0,
            places: Vec::new(),
            teams: Vec::new(),
        };
        let factorials: Vec<f64> = (0..=255).map(log_factorial).collect();
        let mut last: Option<&Played> = None;
        for &at in &order {
            let (index, weight) = weighted[at as usize];
            let played = &all[start + index];
            let key = |played: &Played| (played.home, played.away, played.neutral, played.minutes);
            if with_covariates || last.is_none_or(|last| key(last) != key(played)) {
                let link = Link {
                    home: place(played.home),
                    away: place(played.away),
                    at_home: if played.neutral { 0.0 } else { 1.0 },
                };
                cells.merge_scores();
                cells.links.push(link);
                let exposure = f64::from(played.minutes.max(1)) / 90.0;
                let end = cells.scores.len() as u32;
                cells.tallies.push(Tally { exposure, weight: 0.0, low: [0.0; 4], end });
                cells.covariates.extend(options.covariates.iter().map(|covariate| covariate.values[start + index]));
            }
            last = Some(played);
            cells.add(layout, played, weight, &factorials, keep_scores);
        }
        cells.merge_scores();
        cells.places = places;
        cells.teams = teams;
        Ok(cells)
    }

    fn add(&mut self, layout: Layout, played: &Played, weight: f64, log_factorials: &[f64], keep_score: bool) {
        let cell = self.links.len() - 1;
        let link = self.links[cell];
        let tally = &mut self.tallies[cell];
        let goals = played.goals.map(|goals| weight * f64::from(goals));
        tally.weight += weight;
        if let [x @ 0..=1, y @ 0..=1] = played.goals {
            tally.low[usize::from(2 * x + y)] += weight;
        }
        let covariates = &self.covariates[cell * self.covariate_count..];
        layout.scatter(&mut self.totals, link, covariates, goals);
        if tally.exposure != 1.0 {
            self.constant += (goals[0] + goals[1]) * libm::log(tally.exposure);
        }
        for side in played.goals {
            self.constant -= weight * log_factorials[usize::from(side)];
            self.most_goals = self.most_goals.max(usize::from(side));
        }
        self.weight += weight * tally.exposure;
        self.goals += goals[0] + goals[1];
        if link.at_home > 0.0 {
            self.at_home.0 += weight * tally.exposure;
            self.at_home.1[0] += goals[0];
            self.at_home.1[1] += goals[1];
        }
        if keep_score {
            self.scores.push(Score { goals: played.goals, weight });
            tally.end += 1;
        }
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
