//! Newton's method with the exact Hessian, which is never written out: each step is found by conjugate gradients
//! (truncated Newton, Steihaug 1983), whose matrix products are passes over the cells.

use super::family::Family;
use super::information::{Information, Operator, Preconditioner};
use super::layout::Layout;
use super::objective::{Evaluation, Objective};
use super::report::Reason;
use crate::linear::dot;

/// The longest change of a log rate effect in one step: beyond, exponentials promise what they do not keep.
const LONGEST: f64 = 3.0;

/// Where a search ended.
#[derive(Clone, Debug)]
pub(super) struct Search {
    pub at: Vec<f64>,
    pub here: Evaluation,
    pub iterations: u32,
    pub reason: Reason,
    pub gradient_norm: f64,
    /// Parameters held where they are: those given as fixed, and those on a bound.
    pub held: Vec<usize>,
}

/// When to stop.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    pub iterations: u32,
    pub tolerance: f64,
}

/// Climbs from `start`, parameters in `fixed` held. `None` if the objective has no value at the start.
pub(super) fn climb(objective: &Objective<'_>, start: Vec<f64>, fixed: &[usize], limits: Limits) -> Option<Search> {
    let here = objective.at(&start)?;
    let mut search = Search {
        at: start,
        here,
        iterations: 0,
        reason: Reason::Iterations,
        gradient_norm: f64::INFINITY,
        held: Vec::new(),
    };
    let mut first_norm = None;
    let mut left_domain = false;
    loop {
        search.held = held(objective, &search, fixed, left_domain);
        let mut gradient = search.here.gradient.clone();
        for &place in &search.held {
            gradient[place] = 0.0;
        }
        let norm = gradient.iter().fold(0.0, |norm: f64, slope| norm.max(slope.abs()));
        search.gradient_norm = norm;
        if norm <= limits.tolerance {
            search.reason = Reason::Gradient;
            return Some(search);
        }
        if search.iterations >= limits.iterations {
            return Some(search);
        }
        let forcing = (norm / *first_norm.get_or_insert(norm)).clamp(1e-4, 0.1);
        let step = newton_step(objective, &search, &gradient, forcing);
        search.iterations += 1;
        match advance(objective, &search, &gradient, &step) {
            Advance::To(at, here, left) => {
                (search.at, search.here) = (at, *here);
                left_domain |= left;
            }
            Advance::Nothing(reason, left) => {
                // Where only the edge of the domain was in the way, a parameter may have come to lie on it.
                if left && !left_domain {
                    left_domain = true;
                    continue;
                }
                search.reason = if moving_edge(objective, &search, fixed) { Reason::Edge } else { reason };
                return Some(search);
            }
        }
    }
}

/// Whether a parameter is held on a bound that depends on the others.
fn moving_edge(objective: &Objective<'_>, search: &Search, fixed: &[usize]) -> bool {
    objective.family == Family::DixonColes && search.held.len() > fixed.len()
}

/// The family's parameters at which the search must not go on: fixed, or on a bound and drawn outwards.
fn held(objective: &Objective<'_>, search: &Search, fixed: &[usize], left_domain: bool) -> Vec<usize> {
    let start = objective.layout.extra();
    let mut held = fixed.to_vec();
    for (k, extra) in objective.family.extras().iter().take(objective.layout.extras).enumerate() {
        let place = start + k;
        let (value, slope) = (search.at[place], search.here.gradient[place]);
        let (least, most) = if left_domain { objective.edges(k, &search.at) } else { (extra.least, extra.most) };
        // Inside an edge that moves with the rates, a parameter can only come near it.
        let near = |edge: f64| edge.is_finite() && (value - edge).abs() <= 1e-6 * edge.abs();
        let nothing = slope == 0.0 && search.here.curvature.extras[k][k] == 0.0;
        if !held.contains(&place) && (near(least) && slope <= 0.0 || near(most) && slope >= 0.0 || nothing) {
            held.push(place);
        }
    }
    held
}

/// An ascent direction: the Newton step as far as `forcing` asks, or up to where the objective is not concave.
fn newton_step(objective: &Objective<'_>, search: &Search, gradient: &[f64], forcing: f64) -> Vec<f64> {
    let information = Information {
        cells: objective.cells,
        layout: objective.layout,
        prior: objective.prior,
        curvature: &search.here.curvature,
        held: &search.held,
    };
    let operator = Operator::new(&information);
    let preconditioner = Preconditioner::new(&information, &operator);
    let mut residual = gradient.to_vec();
    let mut step = vec![0.0; gradient.len()];
    let mut solved = vec![0.0; gradient.len()];
    preconditioner.solve(&residual, &mut solved);
    let mut direction = solved.clone();
    let mut product = vec![0.0; gradient.len()];
    let mut size = dot(&residual, &solved);
    let enough = forcing * forcing * size;
    for round in 0..=gradient.len() {
        operator.times(&direction, &mut product);
        let curvature = dot(&direction, &product);
        if curvature <= 0.0 || curvature.is_nan() {
            // The objective bends upwards along here: the step so far, or the first direction, climbs.
            if round == 0 {
                step.copy_from_slice(&direction);
            }
            break;
        }
        let length = size / curvature;
        for ((step, residual), (direction, product)) in
            step.iter_mut().zip(&mut residual).zip(direction.iter().zip(&product))
        {
            *step += length * direction;
            *residual -= length * product;
        }
        preconditioner.solve(&residual, &mut solved);
        let next = dot(&residual, &solved);
        if next <= enough || next.is_nan() {
            break;
        }
        let turn = next / size;
        size = next;
        for (direction, solved) in direction.iter_mut().zip(&solved) {
            *direction = solved + turn * *direction;
        }
    }
    step
}

enum Advance {
    To(Vec<f64>, Box<Evaluation>, bool),
    Nothing(Reason, bool),
}

/// Goes along a step, halved until the objective rises. Tells too whether a point outside the domain was met.
fn advance(objective: &Objective<'_>, search: &Search, gradient: &[f64], step: &[f64]) -> Advance {
    let value = search.here.penalised;
    let rounding = 1e-13 * (1.0 + value.abs());
    let promise = dot(gradient, step);
    let longest = step[..objective.layout.extra()].iter().fold(0.0, |most: f64, change| most.max(change.abs()));
    let mut length = if longest > LONGEST { LONGEST / longest } else { 1.0 };
    let mut left = false;
    for _ in 0..60 {
        let at = moved(objective.layout, objective, &search.at, step, length);
        match objective.at(&at) {
            None => left = true,
            Some(there) => {
                if there.penalised >= value + 1e-4 * length * promise {
                    return Advance::To(at, Box::new(there), left);
                }
                // Below the rounding of the value only the gradient can tell.
                if length * promise.abs() < 100.0 * rounding && there.penalised >= value - 100.0 * rounding {
                    let norm = |slopes: &[f64]| {
                        let free = slopes.iter().enumerate().filter(|(place, _)| !search.held.contains(place));
                        free.fold(0.0, |norm: f64, (_, slope)| norm.max(slope.abs()))
                    };
                    if norm(&there.gradient) < 0.9 * search.gradient_norm {
                        return Advance::To(at, Box::new(there), left);
                    }
                    return Advance::Nothing(Reason::Precision, left);
                }
            }
        }
        length *= 0.5;
    }
    Advance::Nothing(Reason::NoProgress, left)
}

/// A point along a step, the family's own parameters kept in their ranges.
fn moved(layout: Layout, objective: &Objective<'_>, at: &[f64], step: &[f64], length: f64) -> Vec<f64> {
    let mut next: Vec<f64> = at.iter().zip(step).map(|(at, change)| at + length * change).collect();
    for (k, extra) in objective.family.extras().iter().take(layout.extras).enumerate() {
        let place = layout.extra() + k;
        // A projected step: what would leave the range ends on its bound, where `held` may find it.
        next[place] = next[place].clamp(extra.least, extra.most);
    }
    next
}
