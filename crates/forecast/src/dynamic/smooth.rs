//! Smoothing: how good teams were on a day, by all that came before and all that came after.
//!
//! Two filters meet on the day (Fraser and Potter 1969; Kitagawa 1994): one that has come from the first match, one that
//! has come back from the last. Each began with what the model says of teams without any match, so that the one from
//! the future must give its prior back before its strengths are put to those from the past:
//!
//! ```text
//! Λ = P₁⁻¹ + P₂⁻¹ − P₀⁻¹,   Λ m = P₁⁻¹ m₁ + P₂⁻¹ m₂ − P₀⁻¹ m₀
//! ```
//!
//! with means and covariances of the strengths of all teams of that day, from the past, from the future, and from the
//! future had nobody noted a score. Form is put together team by team in the same way.
//!
//! Only differences between teams can be learnt from matches between them. So strengths are those over the average of
//! the teams active on the day: teams that had played by then, and played again or had played within the last two years.

use super::filter::{Scalar, YEAR};
use super::{Filter, Settings};
use crate::history::{History, Played};
use crate::linear::{Cholesky, LinearError};

/// How good a team was, over the average of the teams active on the day; form included. On the scale of twice the log
/// rate: a team better by 2 than its opponent scores e times as often as against its equal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TeamStrength {
    /// Its number in [`History::teams`].
    pub team: u32,
    /// Expected strength.
    pub mean: f64,
    /// Standard deviation of what is not known of it.
    pub sd: f64,
}

/// How good a team was at one moment; see [`TeamStrength`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment {
    /// Days since 1970-01-01.
    pub day: i32,
    /// Expected strength.
    pub mean: f64,
    /// Standard deviation of what is not known of it.
    pub sd: f64,
}

/// How good teams looked on a day, by the matches up to and of that day; best first.
///
/// # Errors
/// If the covariances are not positive definite, which settings with a strength of 0 can make them.
pub fn filtered(history: &History, settings: Settings, day: i32) -> Result<Vec<TeamStrength>, LinearError> {
    let mut strengths = Vec::new();
    along(&mut Filter::of(settings, history), history.matches(), &[day], Filter::learn, |filter, day| {
        let teams = active(history, day);
        strengths = Centred::from(State::of(filter, &teams, day)).ranked(&teams);
        Ok(())
    })?;
    Ok(strengths)
}

/// How good teams were on a day, by all matches before and after; best first. Matches of the day count as before.
///
/// # Errors
/// As [`filtered`].
pub fn smoothed(history: &History, settings: Settings, day: i32) -> Result<Vec<TeamStrength>, LinearError> {
    let mut strengths = Vec::new();
    smooth(history, settings, &[day], |_, teams, joint| strengths = joint.ranked(teams))?;
    Ok(strengths)
}

/// How good a team was on some days, by all matches before and after: one moment for each of the days it was active,
/// in their order in time.
///
/// # Errors
/// As [`filtered`].
pub fn path(history: &History, settings: Settings, team: u32, days: &[i32]) -> Result<Vec<Moment>, LinearError> {
    let mut days = days.to_vec();
    days.sort_unstable();
    days.dedup();
    let mut moments = Vec::with_capacity(days.len());
    smooth(history, settings, &days, |day, teams, joint| {
        if let Some(at) = teams.iter().position(|&other| u32::try_from(other).is_ok_and(|other| other == team)) {
            moments.push(Moment { day, mean: joint.mean[at], sd: joint.variance[at].max(0.0).sqrt() });
        }
    })?;
    moments.reverse();
    Ok(moments)
}

/// What one filter knows of some teams on a day.
struct State {
    mean: Vec<f64>,
    covariance: Vec<f64>,
    form: Vec<Scalar>,
}

impl State {
    fn of(filter: &Filter, teams: &[usize], day: i32) -> Self {
        let (mean, covariance) = filter.joint(teams, day);
        Self { mean, covariance, form: teams.iter().map(|&team| filter.side_at(team, day).form).collect() }
    }

    /// The inverse of the covariance, and its product with the means.
    fn information(self) -> Result<(Vec<f64>, Vec<f64>), LinearError> {
        let order = self.mean.len();
        let factor = Cholesky::new(order, self.covariance)?;
        let mut precision = vec![0.0; order * order];
        for (at, row) in precision.chunks_exact_mut(order.max(1)).enumerate() {
            row[at] = 1.0;
            factor.solve(row);
        }
        let mut weighted = self.mean;
        factor.solve(&mut weighted);
        Ok((precision, weighted))
    }
}

/// Strengths over the average, team by team.
struct Centred {
    mean: Vec<f64>,
    variance: Vec<f64>,
}

impl Centred {
    /// From means, variances, the sum of each row of the covariance, and forms.
    fn new(mean: &[f64], variance: &[f64], row_sum: &[f64], form: &[Scalar]) -> Self {
        let count = mean.len().max(1) as f64;
        let average = mean.iter().zip(form).map(|(mean, form)| mean + form.mean).sum::<f64>() / count;
        let of_average = row_sum.iter().zip(form).map(|(sum, form)| sum + form.variance).sum::<f64>() / (count * count);
        let variance =
            variance.iter().zip(row_sum).zip(form).map(|((variance, sum), form)| {
                variance + form.variance - 2.0 * (sum + form.variance) / count + of_average
            });
        Self {
            mean: mean.iter().zip(form).map(|(mean, form)| mean + form.mean - average).collect(),
            variance: variance.collect(),
        }
    }

    fn ranked(&self, teams: &[usize]) -> Vec<TeamStrength> {
        let mut strengths: Vec<TeamStrength> = teams
            .iter()
            .zip(self.mean.iter().zip(&self.variance))
            .map(|(&team, (&mean, variance))| TeamStrength {
                team: u32::try_from(team).unwrap_or(u32::MAX),
                mean,
                sd: variance.max(0.0).sqrt(),
            })
            .collect();
        strengths.sort_by(|one, two| two.mean.total_cmp(&one.mean).then(one.team.cmp(&two.team)));
        strengths
    }
}

impl From<State> for Centred {
    fn from(state: State) -> Self {
        let order = state.mean.len().max(1);
        let rows = state.covariance.chunks_exact(order);
        let variance: Vec<f64> = rows.clone().enumerate().map(|(at, row)| row[at]).collect();
        let row_sum: Vec<f64> = rows.map(|row| row.iter().sum()).collect();
        Self::new(&state.mean, &variance, &row_sum, &state.form)
    }
}

/// Runs both filters and calls `tell` for each of the days, the last first, with the active teams.
fn smooth(
    history: &History,
    settings: Settings,
    days: &[i32],
    mut tell: impl FnMut(i32, &[usize], Centred),
) -> Result<(), LinearError> {
    let teams: Vec<Vec<usize>> = days.iter().map(|&day| active(history, day)).collect();
    let mut past = Vec::with_capacity(days.len());
    along(&mut Filter::of(settings, history), history.matches(), days, Filter::learn, |filter, day| {
        past.push(State::of(filter, &teams[past.len()], day));
        Ok(())
    })?;
    // Days count backwards. Matches of a day belong to the past, so the future is met a day later.
    let reversed: Vec<Played> =
        history.matches().iter().rev().map(|played| Played { day: mirrored(played.day), ..*played }).collect();
    let meetings: Vec<i32> = days.iter().rev().map(|&day| mirrored(day.saturating_add(1))).collect();
    let mut without = Vec::with_capacity(days.len());
    let mut at = teams.iter().rev();
    along(&mut Filter::of(settings, history), &reversed, &meetings, blind, |filter, day| {
        without.push(State::of(filter, at.next().map_or(&[][..], Vec::as_slice), day));
        Ok(())
    })?;
    let mut without = without.into_iter();
    let mut rest = days.iter().zip(&teams).zip(past).rev();
    along(&mut Filter::of(settings, history), &reversed, &meetings, Filter::learn, |filter, day| {
        let (Some(((&met, teams), past)), Some(prior)) = (rest.next(), without.next()) else { return Ok(()) };
        tell(met, teams, together(past, State::of(filter, teams, day), prior)?);
        Ok(())
    })
}

/// Goes through a match without looking at the score.
fn blind(filter: &mut Filter, played: &Played) {
    filter.come_to(played);
}

/// Takes a filter through matches, and stops after those of each of the days, which are in order.
fn along(
    filter: &mut Filter,
    matches: &[Played],
    days: &[i32],
    take: impl Fn(&mut Filter, &Played),
    mut stop: impl FnMut(&Filter, i32) -> Result<(), LinearError>,
) -> Result<(), LinearError> {
    let mut done = 0;
    for &day in days {
        while let Some(played) = matches.get(done).filter(|played| played.day <= day) {
            take(filter, played);
            done += 1;
        }
        stop(filter, day)?;
    }
    Ok(())
}

/// Past and future less the prior of the future.
fn together(past: State, future: State, prior: State) -> Result<Centred, LinearError> {
    let order = past.mean.len();
    let form: Vec<Scalar> = past
        .form
        .iter()
        .zip(future.form.iter().zip(&prior.form))
        .map(|(past, (future, prior))| {
            if past.variance <= 0.0 || future.variance <= 0.0 || prior.variance <= 0.0 {
                return *past;
            }
            let precision = 1.0 / past.variance + (1.0 / future.variance - 1.0 / prior.variance).max(0.0);
            let mean = past.mean / past.variance + future.mean / future.variance - prior.mean / prior.variance;
            Scalar::new(mean / precision, 1.0 / precision)
        })
        .collect();
    let (mut precision, mut weighted) = past.information()?;
    for (sign, (more, shift)) in [(1.0, future.information()?), (-1.0, prior.information()?)] {
        for (entry, value) in precision.iter_mut().zip(more) {
            *entry += sign * value;
        }
        for (entry, value) in weighted.iter_mut().zip(shift) {
            *entry += sign * value;
        }
    }
    let factor = Cholesky::new(order, precision)?;
    factor.solve(&mut weighted);
    let mut row_sum = vec![1.0; order];
    factor.solve(&mut row_sum);
    Ok(Centred::new(&weighted, &factor.inverse_diagonal(), &row_sum, &form))
}

const fn mirrored(day: i32) -> i32 {
    day.saturating_neg()
}

/// Numbers of the teams active on a day.
fn active(history: &History, day: i32) -> Vec<usize> {
    #[allow(clippy::cast_possible_truncation, reason = "days of two years")]
    const RECENT: i32 = (2.0 * YEAR) as i32;
    let mut before = vec![None; history.teams().len()];
    let mut after = vec![false; before.len()];
    for played in history.matches() {
        for team in [played.home, played.away].into_iter().filter_map(|team| usize::try_from(team).ok()) {
            if played.day <= day {
                before[team] = Some(played.day);
            } else {
                after[team] = true;
            }
        }
    }
    let plays = |team: &usize| before[*team].is_some_and(|last| after[*team] || day.saturating_sub(last) <= RECENT);
    (0..before.len()).filter(plays).collect()
}

#[cfg(test)]
mod tests;
