//! What the dynamic model takes as given: how much teams differ, and how fast they change.

use serde::{Deserialize, Serialize};

use crate::Class;

/// Settings of the dynamic model. Strengths are on the scale of twice the log rate: a difference of 2 multiplies one
/// side's goals by e and divides the other's by e. Standard deviations are of that scale, variances `_step` a year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// Starting level: log of the goals of an average side on neutral ground.
    pub level: f64,
    /// Starting home advantage on the log rate of the home side.
    pub home_attack: f64,
    /// Starting effect of playing away on the log rate of the away side; negative.
    pub away_attack: f64,
    /// Variance a year of the level.
    pub level_step: f64,
    /// Variance a year of both home effects.
    pub home_step: f64,
    /// Standard deviation of a new team's strength about that of its confederation.
    pub strength: f64,
    /// Variance a year of a strength.
    pub strength_step: f64,
    /// How much more the strength of a newcomer changes: the variance a year after `n` matches is `strength_step` times
    /// `1 + settling · exp(−n / settling_matches)`. Sides find their level in their first decades.
    pub settling: f64,
    /// Matches in which that falls to a factor of e.
    pub settling_matches: f64,
    /// Standard deviation of the strength of a confederation at the start.
    pub group: f64,
    /// Variance a year of the strength of a confederation.
    pub group_step: f64,
    /// Strength of a team that enters after its group's first year, less that of the group: promoted clubs are weaker.
    pub newcomer: f64,
    /// Standard deviation of form.
    pub form: f64,
    /// Rate a year at which form is lost.
    pub form_pace: f64,
    /// Standard deviation of a new team's style, on the scale of twice the log rate of both sides.
    pub style: f64,
    /// Variance a year of style.
    pub style_step: f64,
    /// Rate a year at which style returns to the average.
    pub style_pace: f64,
    /// Standard deviation of a team's own home advantage.
    pub home_team: f64,
    /// Standard deviation of a confederation's own home advantage.
    pub home_group: f64,
    /// Part of the home advantage that there is in friendlies.
    pub home_friendly: f64,
    /// Home advantage added, as a part of it, against a side of another confederation.
    pub home_abroad: f64,
    /// Advantage on neutral ground of the side in its own part of the world against a side that is not: added to its
    /// log rate, taken from the other's.
    pub region: f64,
    /// Part of a difference in strength that shows in friendlies, both in forecasts and in what is learnt.
    pub friendly: f64,
    /// Part of the expected difference of log rates that forecasts of friendlies, qualifiers and other matches use:
    /// goals are less spread than strengths suggest.
    pub spread: [f64; 3],
    /// Variance of the log rate beyond what the model explains, used when learning from a match.
    pub dispersion: f64,
    /// Dixon and Coles's dependence of low scores.
    pub rho: f64,
    /// Added to `rho` in friendlies.
    pub rho_friendly: f64,
}

impl Settings {
    /// For men's full internationals: found by maximising the predictive likelihood of scores and results
    /// (weighed four times) of 1995-2013, each match from those before it since 1872.
    #[must_use]
    pub const fn internationals() -> Self {
        Self {
            level: 0.355,
            home_attack: 0.275,
            away_attack: -0.195,
            level_step: 1.2e-5,
            home_step: 3.1e-6,
            strength: 1.592,
            strength_step: 0.012,
            settling: 3.18,
            settling_matches: 111.0,
            group: 0.191,
            group_step: 0.0957,
            newcomer: -0.193,
            form: 0.127,
            form_pace: 0.942,
            style: 0.469,
            style_step: 0.00207,
            style_pace: 0.0349,
            home_team: 0.0724,
            home_group: 0.132,
            home_friendly: 0.845,
            home_abroad: 0.298,
            region: 0.0947,
            friendly: 0.993,
            spread: [0.897, 1.029, 0.981],
            dispersion: 0.108,
            rho: -0.0757,
            rho_friendly: -0.082,
        }
    }

    /// For clubs of one league: found by maximising the predictive likelihood of scores and results in the Premier
    /// League of 2001/02-2009/10, each match from those before it since 2000. Strengths change by more in a year than
    /// those of national sides, relative to how much teams differ; promoted clubs begin weaker than the rest. Form apart
    /// from strength and home advantages of single clubs came out at next to nothing. The levels are only where it starts.
    #[must_use]
    pub const fn clubs() -> Self {
        Self {
            level: 0.25,
            home_attack: 0.2,
            away_attack: -0.12,
            level_step: 1e-4,
            home_step: 1e-4,
            strength: 0.243,
            strength_step: 0.0282,
            settling: 0.0,
            settling_matches: 100.0,
            group: 0.01,
            group_step: 0.0,
            newcomer: -0.248,
            form: 0.0067,
            form_pace: 0.28,
            style: 0.0964,
            style_step: 0.0094,
            style_pace: 0.652,
            home_team: 0.002,
            home_group: 0.01,
            home_friendly: 1.0,
            home_abroad: 0.0,
            region: 0.0,
            friendly: 1.0,
            spread: [1.0, 1.0, 1.07],
            dispersion: 0.125,
            rho: -0.066,
            rho_friendly: 0.0,
        }
    }

    /// Variance a strength gains in some years after a number of matches.
    pub(crate) fn strength_gain(&self, matches: u32, years: f64) -> f64 {
        let settling = if self.settling > 0.0 {
            self.settling * libm::exp(-f64::from(matches) / self.settling_matches)
        } else {
            0.0
        };
        self.strength_step * (1.0 + settling) * years
    }

    /// Part of the home advantage in a match of a class.
    pub(crate) const fn home(&self, class: Class) -> f64 {
        match class {
            Class::Friendly => self.home_friendly,
            _ => 1.0,
        }
    }

    /// Part of a difference in strength that shows in a match of a class.
    pub(crate) const fn shown(&self, class: Class) -> f64 {
        match class {
            Class::Friendly => self.friendly,
            _ => 1.0,
        }
    }

    /// Part of the expected difference of log rates that a forecast uses.
    pub(crate) const fn spread(&self, class: Class) -> f64 {
        let [friendly, qualifier, other] = self.spread;
        match class {
            Class::Friendly => friendly,
            Class::Qualifier => qualifier,
            _ => other,
        }
    }

    /// Dependence of low scores in a match of a class.
    pub(crate) fn rho(&self, class: Class) -> f64 {
        match class {
            Class::Friendly => self.rho + self.rho_friendly,
            _ => self.rho,
        }
    }
}
