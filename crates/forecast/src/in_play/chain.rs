//! The lead as a birth-and-death chain, solved exactly.
//!
//! Minute profile and added time change the rates of both sides alike, so they only change how fast the clock of one
//! and the same chain runs. On that clock the rates depend on the lead alone, and uniformisation (Jensen 1953) gives the
//! distribution after a time τ as a mixture over Poisson numbers of events of powers of one stochastic matrix. Nothing
//! is discretised; where τ is random only the weights of the mixture change. What is cut off is less than 1e-12.

/// Leads beyond this many goals count as this many. That a lead of twelve is lost again is neglected.
pub(super) const REACH: i32 = 12;
/// Leads from `-REACH` to `REACH`.
pub(super) const LEADS: usize = 25;
/// Further goals of a side that [`super::FinalScores`] tells apart.
pub(super) const MORE: usize = 16;

/// Place of a lead.
pub(super) fn place(lead: i32) -> usize {
    (lead.clamp(-REACH, REACH) + REACH) as usize
}

/// Leads with an empty place at either end.
const PADDED: usize = LEADS + 2;

/// Goal rates of both sides by lead, and the events of the uniformised chain.
#[derive(Clone, Debug)]
pub(super) struct Chain {
    /// Goals per unit of the clock, of the first and of the second side.
    pub(super) rate: [[f64; LEADS]; 2],
    /// Events per unit of the clock. An event is a goal or, so that all leads have as many, none.
    pub(super) events: f64,
    up: [f64; PADDED],
    down: [f64; PADDED],
    stay: [f64; PADDED],
}

impl Chain {
    pub(super) fn new(rate: [[f64; LEADS]; 2]) -> Self {
        Self::with_events(rate, Self::events(&rate))
    }

    /// Fewest events per unit that will do.
    pub(super) fn events(rate: &[[f64; LEADS]; 2]) -> f64 {
        (0..LEADS).map(|i| rate[0][i] + rate[1][i]).fold(1e-9, f64::max)
    }

    /// With more events than needed; never with fewer.
    pub(super) fn with_events(rate: [[f64; LEADS]; 2], events: f64) -> Self {
        let mut up = [0.0; PADDED];
        let mut down = [0.0; PADDED];
        let mut stay = [0.0; PADDED];
        for i in 0..LEADS {
            up[i + 1] = if i + 1 < LEADS { rate[0][i] / events } else { 0.0 };
            down[i + 1] = if i > 0 { rate[1][i] / events } else { 0.0 };
            stay[i + 1] = 1.0 - up[i + 1] - down[i + 1];
        }
        Self { rate, events, up, down, stay }
    }

    /// One event on, for a distribution of leads.
    fn forward(&self, now: &[f64; PADDED]) -> [f64; PADDED] {
        let mut next = [0.0; PADDED];
        for i in 1..=LEADS {
            next[i] = now[i] * self.stay[i] + now[i - 1] * self.up[i - 1] + now[i + 1] * self.down[i + 1];
        }
        next
    }

    /// One event back, for values of leads.
    fn backward(&self, now: &[f64; PADDED]) -> [f64; PADDED] {
        let mut next = [0.0; PADDED];
        for i in 1..=LEADS {
            next[i] = now[i] * self.stay[i] + now[i + 1] * self.up[i] + now[i - 1] * self.down[i];
        }
        next
    }

    /// Distribution of the lead after a number of events with the given weights.
    pub(super) fn leads(&self, weights: &[f64], from: usize) -> [f64; LEADS] {
        let mut now = [0.0; PADDED];
        now[from + 1] = 1.0;
        let mut sum = [0.0; LEADS];
        for (k, weight) in weights.iter().enumerate() {
            if k > 0 {
                now = self.forward(&now);
            }
            for i in 0..LEADS {
                sum[i] += weight * now[i + 1];
            }
        }
        sum
    }

    /// Expected goals of both sides over the time the weights belong to.
    ///
    /// The chain stands at a lead for Σ P(more than k events) / events × P(that lead after k events).
    pub(super) fn expected_goals(&self, weights: &[f64], from: usize) -> [f64; 2] {
        let mut now = [0.0; PADDED];
        now[from + 1] = 1.0;
        let mut later: f64 = weights.iter().sum();
        let mut stays = [0.0; LEADS];
        for weight in weights {
            later -= weight;
            for i in 0..LEADS {
                stays[i] += later * now[i + 1];
            }
            now = self.forward(&now);
        }
        self.rate.map(|rate| (0..LEADS).map(|i| stays[i] * rate[i]).sum::<f64>() / self.events)
    }

    /// Distribution of the further goals of both sides; the last row and column hold that many or more.
    pub(super) fn goals(&self, weights: &[f64], lead: i32) -> Vec<[f64; MORE]> {
        let mut now = vec![[0.0; MORE]; MORE];
        now[0][0] = 1.0;
        let mut sum = vec![[0.0; MORE]; MORE];
        for (k, weight) in weights.iter().enumerate() {
            if k > 0 {
                let mut next = vec![[0.0; MORE]; MORE];
                for home in 0..MORE.min(k) {
                    for away in 0..MORE.min(k) {
                        let mass = now[home][away];
                        if mass == 0.0 {
                            continue;
                        }
                        let i = place(lead + home as i32 - away as i32);
                        let goal = self.rate.map(|rate| rate[i] / self.events);
                        next[(home + 1).min(MORE - 1)][away] += mass * goal[0];
                        next[home][(away + 1).min(MORE - 1)] += mass * goal[1];
                        next[home][away] += mass * (1.0 - goal[0] - goal[1]);
                    }
                }
                now = next;
            }
            for (total, row) in sum.iter_mut().zip(&now) {
                for (cell, mass) in total.iter_mut().zip(row) {
                    *cell += weight * mass;
                }
            }
        }
        sum
    }
}

/// A payoff by lead, and what it is worth 0, 1, 2, … events before the end.
#[derive(Clone, Debug)]
pub(super) struct Payoff {
    before: Vec<[f64; PADDED]>,
}

impl Payoff {
    pub(super) fn new(chain: &Chain, events: usize, payoff: &[f64; LEADS]) -> Self {
        let mut last = [0.0; PADDED];
        last[1..=LEADS].copy_from_slice(payoff);
        let mut before = Vec::with_capacity(events.max(1));
        before.push(last);
        for _ in 1..events {
            last = chain.backward(&last);
            before.push(last);
        }
        Self { before }
    }

    /// Worth at a lead, with the given weights of the number of events to come.
    pub(super) fn worth(&self, chain: &Chain, weights: &[f64], from: usize) -> f64 {
        if weights.len() <= self.before.len() {
            return weights.iter().zip(&self.before).map(|(weight, worth)| weight * worth[from + 1]).sum();
        }
        // Longer play than foreseen.
        let leads = chain.leads(weights, from);
        leads.iter().zip(&self.before[0][1..]).map(|(mass, payoff)| mass * payoff).sum()
    }
}

/// Poisson probabilities of 0, 1, … until less than 1e-13 is left.
pub(super) fn poisson(mean: f64) -> Vec<f64> {
    let mut term = libm::exp(-mean);
    let mut terms = vec![term];
    let mut left = 1.0 - term;
    let mut k = 0.0;
    while (left > 1e-13 && term > 1e-15) || k < mean {
        k += 1.0;
        term *= mean / k;
        left -= term;
        terms.push(term);
    }
    terms
}

/// Probabilities of the sum of two independent counts.
pub(super) fn convolve(a: &[f64], b: &[f64]) -> Vec<f64> {
    let mut sum = vec![0.0; a.len() + b.len() - 1];
    for (i, x) in a.iter().enumerate() {
        for (cell, y) in sum.iter_mut().skip(i).zip(b) {
            *cell += x * y;
        }
    }
    // Trailing terms that cannot be seen would only cost time.
    let mut left = 0.0;
    while let Some(last) = sum.last() {
        left += last;
        if left > 1e-13 || sum.len() == 1 {
            break;
        }
        sum.pop();
    }
    sum
}
