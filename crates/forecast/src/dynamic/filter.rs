//! The filter: strengths match by match.

use super::stack::Circumstances;
use super::{Occasion, Outlook, Settings};
use crate::history::{History, Played};

/// Days of a year.
pub(crate) const YEAR: f64 = 365.25;

/// Covariances with the two sides' difference below this are left alone, by whole confederations: it keeps a match
/// between two European sides from touching every pair of the world. On men's internationals since 1980 it moves
/// chances by 0.002 on average (0.0005 with a third of it) and makes the filter five times as fast.
const NEGLIGIBLE: f64 = 3e-3;

/// How uncertain the level is before the first match, and either home effect.
pub(crate) const START: [f64; 2] = [0.04, 0.01];

/// A number known up to a variance, independent of everything else.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Scalar {
    pub(crate) mean: f64,
    pub(crate) variance: f64,
}

impl Scalar {
    pub(crate) const fn new(mean: f64, variance: f64) -> Self {
        Self { mean, variance }
    }

    /// After `years` of returning to zero at `pace` with `step` of new variance a year.
    fn drifted(self, pace: f64, step: f64, years: f64) -> Self {
        if pace <= 0.0 {
            return Self::new(self.mean, self.variance + step * years);
        }
        let kept = libm::exp(-pace * years);
        let fresh = step * (1.0 - kept * kept) / (2.0 * pace);
        Self::new(self.mean * kept, self.variance * kept * kept + fresh)
    }

    /// Learns from a correction that enters both log rates by `loading`.
    fn learn(&mut self, loading: [f64; 2], correction: &Correction) {
        let variance = self.variance;
        self.mean += variance * correction.shift(loading);
        self.variance -= variance * variance * correction.certainty(loading, loading);
    }
}

/// One team, but for its strength.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Side {
    pub(super) form: Scalar,
    pub(super) style: Scalar,
    pub(super) home: Scalar,
    /// Day of its last match; `None` before its first.
    pub(super) last: Option<i32>,
    /// How many matches it has played.
    pub(super) matches: u32,
}

/// What a match teaches of the two log rates: `shift` is the covariance-weighted surprise, `certainty` what is taken
/// off variances.
struct Correction {
    pull: [f64; 2],
    gain: [[f64; 2]; 2],
}

impl Correction {
    fn shift(&self, loading: [f64; 2]) -> f64 {
        loading[0] * self.pull[0] + loading[1] * self.pull[1]
    }

    fn certainty(&self, one: [f64; 2], two: [f64; 2]) -> f64 {
        let [[a, b], [c, d]] = self.gain;
        one[0] * (a * two[0] + b * two[1]) + one[1] * (c * two[0] + d * two[1])
    }
}

/// What a pairing adds up to before a match: everything the log rates are made of.
struct Sum {
    /// Expected log rates, and their covariance.
    mean: [f64; 2],
    covariance: [[f64; 2]; 2],
    /// Part of the home advantage; 0 on neutral ground.
    home: f64,
    /// Part of the strengths that shows.
    shown: f64,
}

/// The state of the dynamic model: everybody's strength as of the last match learnt from.
#[derive(Clone, Debug)]
pub struct Filter {
    pub(super) settings: Settings,
    pub(super) group_of: Vec<u8>,
    /// Place of each team's strength in `strength`; places 0 to groups - 1 are the confederations'.
    pub(super) place: Vec<usize>,
    /// Where the teams of each group begin among the places, and the end of the last.
    pub(super) bounds: Vec<usize>,
    /// Strengths by place, and their covariance, row after row.
    pub(super) strength: Vec<f64>,
    pub(super) covariance: Vec<f64>,
    pub(super) sides: Vec<Side>,
    /// Home advantage of each group, and the day of its last match.
    pub(super) group_home: Vec<Scalar>,
    pub(super) group_last: Vec<Option<i32>>,
    pub(super) level: Scalar,
    pub(super) home_attack: Scalar,
    pub(super) away_attack: Scalar,
    /// Day of the last match; `None` before the first.
    pub(super) last: Option<i32>,
    /// Day of the first match of each group.
    pub(super) group_first: Vec<Option<i32>>,
    /// Covariance of every strength with the difference of two: scratch space.
    with_difference: Vec<f64>,
    /// [`NEGLIGIBLE`], or what stands for it.
    negligible: f64,
}

impl Filter {
    /// A filter that has seen nothing, for teams of these groups (numbers below `groups`; others count as the last).
    #[must_use]
    pub fn new(settings: Settings, groups: usize, group_of: &[u8]) -> Self {
        Self::with_negligible(settings, groups, group_of, NEGLIGIBLE)
    }

    /// A filter that leaves covariances below a bound of one's own alone; none for a bound of 0.
    pub(super) fn with_negligible(settings: Settings, groups: usize, group_of: &[u8], negligible: f64) -> Self {
        let groups = groups.max(1);
        let group_of: Vec<u8> =
            group_of.iter().map(|&group| group.min(u8::try_from(groups - 1).unwrap_or(u8::MAX))).collect();
        // Teams of one group stand together, so that a match touches one stretch of memory.
        let mut place = vec![0; group_of.len()];
        let mut bounds = vec![groups];
        let mut next = groups;
        for group in 0..groups {
            for (team, _) in group_of.iter().enumerate().filter(|(_, of)| usize::from(**of) == group) {
                place[team] = next;
                next += 1;
            }
            bounds.push(next);
        }
        let mut covariance = vec![0.0; next * next];
        for group in 0..groups {
            covariance[group * next + group] = settings.group * settings.group;
        }
        let new_side = Side {
            form: Scalar::new(0.0, settings.form * settings.form),
            style: Scalar::new(0.0, settings.style * settings.style),
            home: Scalar::new(0.0, settings.home_team * settings.home_team),
            last: None,
            matches: 0,
        };
        Self {
            sides: vec![new_side; group_of.len()],
            group_home: vec![Scalar::new(0.0, settings.home_group * settings.home_group); groups],
            group_last: vec![None; groups],
            group_first: vec![None; groups],
            level: Scalar::new(settings.level, START[0]),
            home_attack: Scalar::new(settings.home_attack, START[1]),
            away_attack: Scalar::new(settings.away_attack, START[1]),
            last: None,
            strength: vec![0.0; next],
            covariance,
            with_difference: vec![0.0; next],
            negligible,
            settings,
            group_of,
            place,
            bounds,
        }
    }

    /// A filter for the teams of a history.
    #[must_use]
    pub fn of(settings: Settings, history: &History) -> Self {
        Self::new(settings, history.groups().len(), history.group_of())
    }

    /// Number of places of the covariance.
    pub(super) fn size(&self) -> usize {
        self.strength.len()
    }

    /// The settings.
    #[must_use]
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// How many teams there are, seen or not.
    #[must_use]
    pub fn teams(&self) -> usize {
        self.sides.len()
    }

    /// What is expected of a match. For a team that has not played yet by its confederation; a number beyond the
    /// teams counts as the last team's, and without any team two average sides meet.
    #[must_use]
    pub fn outlook(&self, occasion: &Occasion) -> Outlook {
        if self.sides.is_empty() {
            let Scalar { mean, variance } = self.level;
            return Outlook {
                log_rates: [mean; 2],
                covariance: [[variance; 2]; 2],
                rho: self.settings.rho(occasion.class),
            };
        }
        let [home, away] = self.numbers(occasion);
        let strengths = [self.strength_of(home, occasion.day), self.strength_of(away, occasion.day)];
        let between = self.between(home, away);
        let sum = self.sum(
            occasion,
            strengths,
            between,
            [self.side_at(home, occasion.day), self.side_at(away, occasion.day)],
        );
        let centre = (sum.mean[0] + sum.mean[1]) / 2.0;
        let half = (sum.mean[0] - sum.mean[1]) / 2.0 * self.settings.spread(occasion.class);
        Outlook {
            log_rates: [centre + half, centre - half],
            covariance: sum.covariance,
            rho: self.settings.rho(occasion.class),
        }
    }

    /// What the stack reads of a match but for the filters' chances.
    pub(super) fn circumstances(&self, occasion: &Occasion, outlook: &Outlook) -> Circumstances {
        if self.sides.is_empty() {
            return Circumstances::default();
        }
        let numbers = self.numbers(occasion);
        let idle = |team: usize| self.sides[team].last.map(|last| f64::from(occasion.day) - f64::from(last));
        let [[hh, ha], [_, aa]] = outlook.covariance;
        Circumstances {
            class: Some(occasion.class),
            host: (!occasion.neutral).then(|| self.group_of[numbers[0]]),
            uncertainty: hh + aa - 2.0 * ha,
            variances: numbers.map(|team| self.strength_of(team, occasion.day).variance),
            idle: numbers.map(idle),
        }
    }

    /// Learns from a match. Goals of 120 minutes count as such. Matches must come in the order played; one from before
    /// the last counts as of the last's day.
    pub fn learn(&mut self, played: &Played) {
        let Some((occasion, [home, away])) = self.come_to(played) else { return };
        let strengths = [home, away].map(|team| self.known_strength(team));
        let sum = self.sum(&occasion, strengths, self.between(home, away), [self.sides[home], self.sides[away]]);
        let correction = self.correction(&sum, played);
        self.correct(home, away, &sum, &correction);
    }

    /// Brings both sides of a match to its day and learns nothing of its goals: what is known of strengths by the
    /// model alone.
    pub(super) fn come_to(&mut self, played: &Played) -> Option<(Occasion, [usize; 2])> {
        let occasion = Occasion { day: played.day.max(self.last.unwrap_or(i32::MIN)), ..Occasion::from(played) };
        let [home, away] = self.numbers(&occasion);
        if home == away {
            return None;
        }
        self.advance(home, away, occasion.day);
        Some((occasion, [home, away]))
    }

    /// Strengths of some teams on a day that is not before their last matches, and their covariance, row after row.
    pub(crate) fn joint(&self, teams: &[usize], day: i32) -> (Vec<f64>, Vec<f64>) {
        let mut covariance = Vec::with_capacity(teams.len() * teams.len());
        let mut means = Vec::with_capacity(teams.len());
        for &team in teams {
            let own = self.strength_of(team, day);
            means.push(own.mean);
            covariance.extend(
                teams.iter().map(|&other| if other == team { own.variance } else { self.between(team, other) }),
            );
        }
        (means, covariance)
    }

    fn numbers(&self, occasion: &Occasion) -> [usize; 2] {
        [occasion.home, occasion.away]
            .map(|team| usize::try_from(team).map_or(0, |team| team.min(self.sides.len().saturating_sub(1))))
    }

    /// Mean and variance of the strength of a team that has entered.
    fn known_strength(&self, team: usize) -> Scalar {
        let place = self.place[team];
        Scalar::new(self.strength[place], self.covariance[place * self.size() + place])
    }

    /// Mean and variance of a strength on a day, for a newcomer by its group.
    fn strength_of(&self, team: usize, day: i32) -> Scalar {
        let group = usize::from(self.group_of[team]);
        match self.sides[team].last {
            Some(last) => {
                let known = self.known_strength(team);
                Scalar::new(known.mean, known.variance + self.gain(team, last, day))
            }
            None => {
                let own = self.settings.strength * self.settings.strength;
                let variance = self.covariance[group * self.size() + group] + own;
                Scalar::new(self.strength[group] + self.newcomer(group, day), variance)
            }
        }
    }

    /// Variance a team's strength gains from one day to another.
    pub(super) fn gain(&self, team: usize, from: i32, to: i32) -> f64 {
        self.settings.strength_gain(self.sides[team].matches, years(from, to))
    }

    /// What a team that enters now is weaker than its group.
    fn newcomer(&self, group: usize, day: i32) -> f64 {
        match self.group_first[group] {
            Some(first) if f64::from(day) - f64::from(first) > YEAR * 0.75 => self.settings.newcomer,
            _ => 0.0,
        }
    }

    /// Covariance of two strengths; of newcomers by their groups.
    fn between(&self, one: usize, two: usize) -> f64 {
        let at = |team: usize| {
            if self.sides[team].last.is_some() { self.place[team] } else { usize::from(self.group_of[team]) }
        };
        self.covariance[at(one) * self.size() + at(two)]
    }

    /// Form, style and home advantage on a day.
    pub(super) fn side_at(&self, team: usize, day: i32) -> Side {
        let side = self.sides[team];
        let Some(last) = side.last else { return side };
        let passed = years(last, day);
        let Settings { form, form_pace, style_pace, style_step, home_team, .. } = self.settings;
        Side {
            form: side.form.drifted(form_pace, 2.0 * form_pace * form * form, passed),
            style: side.style.drifted(style_pace, style_step, passed),
            // A home ground changes over decades.
            home: side.home.drifted(0.0, 0.02 * home_team * home_team, passed),
            last: side.last,
            matches: side.matches,
        }
    }

    /// Brings both teams to the day of their match.
    fn advance(&mut self, home: usize, away: usize, day: i32) {
        let size = self.size();
        if let Some(last) = self.last {
            let passed = years(last, day);
            self.level.variance += self.settings.level_step * passed;
            self.home_attack.variance += self.settings.home_step * passed;
            self.away_attack.variance += self.settings.home_step * passed;
        }
        self.last = Some(day);
        for team in [home, away] {
            let group = usize::from(self.group_of[team]);
            if let Some(last) = self.group_last[group] {
                self.covariance[group * size + group] += self.settings.group_step * years(last, day);
            }
            self.group_last[group] = Some(day);
            let side = self.side_at(team, day);
            match side.last {
                Some(last) => {
                    let place = self.place[team];
                    self.covariance[place * size + place] += self.gain(team, last, day);
                }
                None => self.enter(team, group, day),
            }
            self.sides[team] = Side { last: Some(day), matches: side.matches.saturating_add(1), ..side };
        }
    }

    /// A team plays for the first time: its strength is that of its group, and its own deviation.
    fn enter(&mut self, team: usize, group: usize, day: i32) {
        let size = self.size();
        let place = self.place[team];
        self.strength[place] = self.strength[group] + self.newcomer(group, day);
        for other in 0..size {
            let shared = self.covariance[group * size + other];
            self.covariance[place * size + other] = shared;
            self.covariance[other * size + place] = shared;
        }
        let own = self.settings.strength * self.settings.strength;
        self.covariance[place * size + place] = self.covariance[group * size + group] + own;
        self.group_first[group] = self.group_first[group].or(Some(day));
    }

    /// What a pairing adds up to.
    fn sum(&self, occasion: &Occasion, strengths: [Scalar; 2], between: f64, sides: [Side; 2]) -> Sum {
        let [home, away] = self.numbers(occasion);
        let [group, opponent] = [home, away].map(|team| self.group_of[team]);
        let settings = &self.settings;
        let at_home = if occasion.neutral {
            0.0
        } else {
            settings.home(occasion.class) + if group == opponent { 0.0 } else { settings.home_abroad }
        };
        let region = match occasion.region {
            Some(region) if occasion.neutral && group != opponent => {
                if region == group {
                    settings.region
                } else if region == opponent {
                    -settings.region
                } else {
                    0.0
                }
            }
            _ => 0.0,
        };
        let shown = settings.shown(occasion.class);
        let common = self.group_home[usize::from(group)];
        let ground = Scalar::new(sides[0].home.mean + common.mean, sides[0].home.variance + common.variance);
        let difference = shown * (strengths[0].mean + sides[0].form.mean - strengths[1].mean - sides[1].form.mean);
        let style = sides[0].style.mean + sides[1].style.mean;
        let uncertain = (strengths[0].variance + strengths[1].variance - 2.0 * between).max(0.0)
            + sides[0].form.variance
            + sides[1].form.variance;
        let apart = (shown * shown * uncertain + at_home * at_home * ground.variance) / 4.0;
        let together = (sides[0].style.variance + sides[1].style.variance) / 4.0 + self.level.variance;
        Sum {
            mean: [
                self.level.mean
                    + region
                    + at_home * (self.home_attack.mean + ground.mean / 2.0)
                    + (style + difference) / 2.0,
                self.level.mean - region
                    + at_home * (self.away_attack.mean - ground.mean / 2.0)
                    + (style - difference) / 2.0,
            ],
            covariance: [
                [together + apart + at_home * at_home * self.home_attack.variance, together - apart],
                [together - apart, together + apart + at_home * at_home * self.away_attack.variance],
            ],
            home: at_home,
            shown,
        }
    }

    /// What the goals say of the two log rates: Newton's method to the mode of their posterior.
    fn correction(&self, sum: &Sum, played: &Played) -> Correction {
        let size = 1.0 / libm::expm1(self.settings.dispersion.max(1e-9));
        let time = f64::from(played.minutes) / 90.0;
        let prior = inverse(sum.covariance);
        let mut at = sum.mean;
        let mut information = [1.0; 2];
        for _ in 0..12 {
            let mut gradient = [0.0; 2];
            let mut curvature = prior;
            for side in 0..2 {
                let rate = libm::exp(at[side]) * time;
                let weight = size / (size + rate);
                gradient[side] = (f64::from(played.goals[side]) - rate) * weight;
                information[side] = rate * weight;
                curvature[side][side] += information[side];
            }
            let off = [at[0] - sum.mean[0], at[1] - sum.mean[1]];
            for side in 0..2 {
                gradient[side] -= prior[side][0] * off[0] + prior[side][1] * off[1];
            }
            let step = times(inverse(curvature), gradient);
            at[0] += step[0].clamp(-1.5, 1.5);
            at[1] += step[1].clamp(-1.5, 1.5);
            if step[0].abs() + step[1].abs() < 1e-8 {
                break;
            }
        }
        let surprise = [at[0] - sum.mean[0], at[1] - sum.mean[1]];
        let mut spread = sum.covariance;
        spread[0][0] += 1.0 / information[0];
        spread[1][1] += 1.0 / information[1];
        Correction { pull: times(prior, surprise), gain: inverse(spread) }
    }

    /// Passes a correction on to everything the log rates are made of.
    fn correct(&mut self, home: usize, away: usize, sum: &Sum, correction: &Correction) {
        let half = sum.shown / 2.0;
        let apart = [half, -half];
        self.correct_strengths(self.place[home], self.place[away], apart, correction);
        self.sides[home].form.learn(apart, correction);
        self.sides[away].form.learn([-half, half], correction);
        for team in [home, away] {
            self.sides[team].style.learn([0.5, 0.5], correction);
        }
        self.level.learn([1.0, 1.0], correction);
        if sum.home > 0.0 {
            let ground = [sum.home / 2.0, -sum.home / 2.0];
            self.sides[home].home.learn(ground, correction);
            let group = &mut self.group_home[usize::from(self.group_of[home])];
            group.learn(ground, correction);
            // A trickle keeps it able to move over decades.
            group.variance += 1e-5 * self.settings.home_group * self.settings.home_group;
            self.home_attack.learn([sum.home, 0.0], correction);
            self.away_attack.learn([0.0, sum.home], correction);
        }
    }

    fn correct_strengths(&mut self, home: usize, away: usize, apart: [f64; 2], correction: &Correction) {
        let size = self.size();
        let shift = correction.shift(apart);
        let certainty = correction.certainty(apart, apart);
        let row = |place: usize| &self.covariance[place * size..(place + 1) * size];
        for (with, (one, two)) in self.with_difference.iter_mut().zip(row(home).iter().zip(row(away))) {
            *with = one - two;
        }
        for (strength, with) in self.strength.iter_mut().zip(&self.with_difference) {
            *strength += with * shift;
        }
        // Stretches of places that the match tells anything about.
        let groups = self.bounds[0];
        let stretches: Vec<(usize, usize)> = std::iter::once((0, groups))
            .chain(self.bounds.windows(2).map(|pair| (pair[0], pair[1])))
            .filter(|&(from, to)| self.with_difference[from..to].iter().any(|with| with.abs() > self.negligible))
            .collect();
        for &(from, to) in &stretches {
            for place in from..to {
                let factor = self.with_difference[place] * certainty;
                if factor == 0.0 {
                    continue;
                }
                for &(start, end) in &stretches {
                    let row = &mut self.covariance[place * size + start..place * size + end];
                    for (entry, with) in row.iter_mut().zip(&self.with_difference[start..end]) {
                        *entry -= factor * with;
                    }
                }
            }
        }
    }
}

/// Years from one day to a later one; none to an earlier one.
pub(crate) fn years(from: i32, to: i32) -> f64 {
    (f64::from(to) - f64::from(from)).max(0.0) / YEAR
}

fn inverse([[a, b], [c, d]]: [[f64; 2]; 2]) -> [[f64; 2]; 2] {
    let determinant = a * d - b * c;
    [[d / determinant, -b / determinant], [-c / determinant, a / determinant]]
}

fn times([[a, b], [c, d]]: [[f64; 2]; 2], [x, y]: [f64; 2]) -> [f64; 2] {
    [a * x + b * y, c * x + d * y]
}
