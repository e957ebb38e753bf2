//! A world that is as the model says, its strengths known: what filter, smoother and search are tested on.

use super::Settings;
use super::filter::YEAR;
use crate::history::{Class, History, Played};
use crate::random::Stream;

/// Months of a year, the steps of a simulated world.
const MONTHS: usize = 12;

/// How large a simulated world is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    pub(crate) teams: usize,
    pub(crate) groups: usize,
    pub(crate) years: usize,
    /// Matches each month.
    pub(crate) matches: usize,
    /// Chance that the opponent is drawn from all groups.
    pub(crate) abroad: f64,
}

/// A simulated world.
pub(crate) struct World {
    pub(crate) history: History,
    /// Strength and form of each team at the end of each month; `None` before it enters.
    truth: Vec<Vec<Option<[f64; 2]>>>,
}

/// Settings under which forecasts are the model's own, without what was estimated to correct them.
pub(crate) fn settings() -> Settings {
    Settings { spread: [1.0; 3], rho: 0.0, rho_friendly: 0.0, region: 0.0, settling: 0.0, ..Settings::internationals() }
}

impl World {
    /// Strength and form together of a team at the end of a month.
    pub(crate) fn strength(&self, month: usize, team: u32) -> f64 {
        self.truth[month][team as usize].map_or(f64::NAN, |[strength, form]| strength + form)
    }

    /// The last day of a month.
    pub(crate) fn day(month: usize) -> i32 {
        day(month, 1.0)
    }

    /// Draws strengths and plays matches.
    pub(crate) fn new(settings: &Settings, plan: Plan, seed: u64) -> Self {
        let stream = &mut Stream::new(seed, 0, 0, 0);
        let step = 1.0 / MONTHS as f64;
        let mut group: Vec<f64> = (0..plan.groups).map(|_| settings.group * stream.normal()).collect();
        let group_of = |team: usize| team * plan.groups / plan.teams;
        let group_home: Vec<f64> = (0..plan.groups).map(|_| settings.home_group * stream.normal()).collect();
        let home: Vec<f64> = (0..plan.teams).map(|_| settings.home_team * stream.normal()).collect();
        let mut style: Vec<f64> = (0..plan.teams).map(|_| settings.style * stream.normal()).collect();
        let level = settings.level + 0.2 * stream.normal();
        let effects = [settings.home_attack, settings.away_attack].map(|effect| effect + 0.1 * stream.normal());
        // A third of the teams enter over the first third of the years.
        let entry: Vec<usize> = (0..plan.teams)
            .map(|team| if team % 3 == 0 { stream.below((plan.years * MONTHS / 3) as u32) as usize } else { 0 })
            .collect();
        let mut now: Vec<Option<[f64; 2]>> = vec![None; plan.teams];
        let (mut truth, mut matches) = (Vec::new(), Vec::new());
        for month in 0..plan.years * MONTHS {
            for strength in &mut group {
                *strength += (settings.group_step * step).sqrt() * stream.normal();
            }
            let kept = [settings.form_pace, settings.style_pace].map(|pace| libm::exp(-pace * step));
            let fresh = if settings.style_pace > 0.0 {
                settings.style_step * (1.0 - kept[1] * kept[1]) / (2.0 * settings.style_pace)
            } else {
                settings.style_step * step
            };
            for team in 0..plan.teams {
                style[team] = style[team] * kept[1] + fresh.sqrt() * stream.normal();
                now[team] = match now[team] {
                    Some([strength, form]) => Some([
                        strength + (settings.strength_step * step).sqrt() * stream.normal(),
                        form * kept[0] + settings.form * (1.0 - kept[0] * kept[0]).sqrt() * stream.normal(),
                    ]),
                    None if entry[team] <= month => Some([
                        group[group_of(team)] + settings.strength * stream.normal(),
                        settings.form * stream.normal(),
                    ]),
                    None => None,
                };
            }
            for number in 0..plan.matches {
                let one = stream.below(plan.teams as u32) as usize;
                let two = stream.below(plan.teams as u32) as usize;
                let abroad = stream.bernoulli(plan.abroad);
                let neutral = stream.bernoulli(0.25);
                let friendly = stream.bernoulli(0.4);
                let noise = [stream.normal(), stream.normal()];
                let (Some(first), Some(second)) = (now[one], now[two]) else { continue };
                if one == two || (!abroad && group_of(one) != group_of(two)) {
                    continue;
                }
                let class = if friendly { Class::Friendly } else { Class::Qualifier };
                let at_home = match (neutral, friendly) {
                    (true, _) => 0.0,
                    (false, true) => settings.home_friendly,
                    (false, false) => 1.0,
                } + if neutral || group_of(one) == group_of(two) { 0.0 } else { settings.home_abroad };
                let shown = if friendly { settings.friendly } else { 1.0 };
                let apart = shown * (first[0] + first[1] - second[0] - second[1])
                    + at_home * (home[one] + group_home[group_of(one)]);
                let together = level + (style[one] + style[two]) / 2.0;
                let logs =
                    [together + at_home * effects[0] + apart / 2.0, together + at_home * effects[1] - apart / 2.0];
                let goals = std::array::from_fn(|side| {
                    let spread = settings.dispersion.sqrt() * noise[side] - settings.dispersion / 2.0;
                    stream.poisson(libm::exp(logs[side] + spread)).min(255) as u8
                });
                matches.push(Played {
                    day: day(month, number as f64 / plan.matches as f64),
                    home: one as u32,
                    away: two as u32,
                    goals,
                    neutral,
                    region: None,
                    class,
                    minutes: 90,
                    shoot_out: None,
                });
            }
            truth.push(now.clone());
        }
        let names = (0..plan.teams).map(|team| team.to_string()).collect();
        let groups = (0..plan.groups).map(|group| group.to_string()).collect();
        let group_of = (0..plan.teams).map(|team| group_of(team) as u8).collect();
        let history = History::new(names, matches).unwrap().with_groups(groups, group_of).unwrap();
        Self { history, truth }
    }
}

fn day(month: usize, part: f64) -> i32 {
    ((month as f64 + part) * YEAR / MONTHS as f64) as i32
}
