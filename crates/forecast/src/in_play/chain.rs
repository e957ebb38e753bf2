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

/// Goal rates of both sides by lead, and the events of the uniformised chain.
pub(super) struct Chain {
    /// Goals per unit of the clock, of the first and of the second side.
    pub(super) rate: [[f64; LEADS]; 2],
    /// Events per unit of the clock, at least one of which is a goal or none.
    pub(super) events: f64,
    up: [f64; LEADS],
    down: [f64; LEADS],
    stay: [f64; LEADS],
}

impl Chain {
    pub(super) fn new(rate: [[f64; LEADS]; 2]) -> Self {
        let events = (0..LEADS).map(|i| rate[0][i] + rate[1][i]).fold(1e-9, f64::max);
        let mut up = [0.0; LEADS];
        let mut down = [0.0; LEADS];
        let mut stay = [0.0; LEADS];
        for i in 0..LEADS {
            up[i] = if i + 1 < LEADS { rate[0][i] / events } else { 0.0 };
            down[i] = if i > 0 { rate[1][i] / events } else { 0.0 };
            stay[i] = 1.0 - up[i] - down[i];
        }
        Self { rate, events, up, down, stay }
    }

    fn step(&self, now: &[f64; LEADS]) -> [f64; LEADS] {
        let mut next = [0.0; LEADS];
        for i in 0..LEADS {
            next[i] = now[i] * self.stay[i];
        }
        for i in 1..LEADS {
            next[i] += now[i - 1] * self.up[i - 1];
            next[i - 1] += now[i] * self.down[i];
        }
        next
    }

    /// Distribution of the lead after a number of events with the given weights.
    pub(super) fn leads(&self, weights: &[f64], from: usize) -> [f64; LEADS] {
        let mut now = [0.0; LEADS];
        now[from] = 1.0;
        let mut sum = [0.0; LEADS];
        for (k, weight) in weights.iter().enumerate() {
            if k > 0 {
                now = self.step(&now);
            }
            for i in 0..LEADS {
                sum[i] += weight * now[i];
            }
        }
        sum
    }

    /// Expected goals of both sides over the time the weights belong to.
    ///
    /// The chain stands at a lead for Σ P(more than k events) / events × P(that lead after k events).
    pub(super) fn expected_goals(&self, weights: &[f64], from: usize) -> [f64; 2] {
        let mut now = [0.0; LEADS];
        now[from] = 1.0;
        let mut later: f64 = weights.iter().sum();
        let mut goals = [0.0; 2];
        for weight in weights {
            later -= weight;
            for i in 0..LEADS {
                goals[0] += later * now[i] * self.rate[0][i];
                goals[1] += later * now[i] * self.rate[1][i];
            }
            now = self.step(&now);
        }
        goals.map(|sum| sum / self.events)
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
