//! Glicko-2 (Glickman 2012, "Example of the Glicko-2 system"; theory in Glickman 2001).

use super::{Rating, entry, points, sides};
use crate::Played;
use core::f64::consts::PI;
use libm::{exp, log};

/// Points of the usual scale in one unit of the internal: 400 / ln 10.
const SCALE: f64 = 173.7178;

/// Settings of [`Glicko2`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glicko2Settings {
    /// What a newcomer has: 1500, 350, 0.06. No deviation grows beyond a newcomer's.
    pub start: Glicko2State,
    /// τ, how freely volatility moves: 0.3 to 1.2; 0.5.
    pub tau: f64,
    /// Days of a rating period, in which all results count at once; below 1 counts as 1. Glickman advises ten to fifteen
    /// games per period; internationals from 1872 on, which bring ten a year, are forecast best with 30 (of 14, 30, 45 and 91,
    /// on 2006 to 2013).
    pub period_days: i32,
    /// Points added to the home side for the expectation. Glicko knows no home side: 0.
    pub home: f64,
}

impl Default for Glicko2Settings {
    fn default() -> Self {
        let start = Glicko2State { rating: 1500.0, deviation: 350.0, volatility: 0.06 };
        Self { start, tau: 0.5, period_days: 30, home: 0.0 }
    }
}

impl Glicko2Settings {
    /// The defaults with a home advantage of 70 points, which forecasts internationals better.
    #[must_use]
    pub fn football() -> Self {
        Self { home: 70.0, ..Self::default() }
    }
}

/// What Glicko-2 knows of a team.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glicko2State {
    /// Rating on the usual scale, 1500 for a newcomer.
    pub rating: f64,
    /// Standard deviation of the rating, same scale.
    pub deviation: f64,
    /// How much the team's strength is expected to move in a period (internal scale).
    pub volatility: f64,
}

/// Glicko-2: a rating with a standard deviation and a volatility, moved once a period by all results in it.
///
/// The matches of the running period do not count until [`Rating::advance`] (or a match) passes its end. Deviations of
/// teams that do not play grow from period to period, from a team's first match on.
#[derive(Clone, Debug)]
pub struct Glicko2 {
    settings: Glicko2Settings,
    teams: Vec<Team>,
    period: Option<i64>,
    /// Results of the running period: team, opponent, points, home advantage of the team in points.
    results: Vec<Encounter>,
}

#[derive(Clone, Copy, Debug)]
struct Team {
    state: Glicko2State,
    begun: bool,
}

#[derive(Clone, Copy, Debug)]
struct Encounter {
    team: usize,
    opponent: usize,
    points: f64,
    advantage: f64,
}

impl Glicko2 {
    /// All teams at the start.
    #[must_use]
    pub fn new(teams: usize, settings: Glicko2Settings) -> Self {
        let team = Team { state: settings.start, begun: false };
        Self { settings, teams: vec![team; teams], period: None, results: Vec::new() }
    }

    /// What is known of a team.
    #[must_use]
    pub fn state(&self, team: u32) -> Glicko2State {
        entry(&self.teams, team, Team { state: self.settings.start, begun: false }).state
    }

    /// Says what is known of a team. An unknown team is ignored.
    pub fn set(&mut self, team: u32, state: Glicko2State) {
        if let Some(entry) = usize::try_from(team).ok().and_then(|place| self.teams.get_mut(place)) {
            *entry = Team { state, begun: true };
        }
    }

    /// Counts the results of the running period.
    fn close_period(&mut self) {
        self.results.sort_by_key(|result| result.team);
        let before = self.teams.clone();
        let results = core::mem::take(&mut self.results);
        let mut played = vec![false; self.teams.len()];
        for group in results.chunk_by(|a, b| a.team == b.team) {
            let place = group[0].team;
            played[place] = true;
            let state = after_results(&before[place].state, group, &before, self.settings.tau);
            self.teams[place] = Team { state: self.capped(state), begun: true };
        }
        for (place, _) in played.iter().enumerate().filter(|(_, played)| !**played) {
            self.grow(place, 1.0);
        }
    }

    /// Lets periods pass without a match.
    fn grow(&mut self, place: usize, periods: f64) {
        let Team { mut state, begun } = self.teams[place];
        if begun {
            let phi = state.deviation / SCALE;
            state.deviation = SCALE * (phi * phi + periods * state.volatility * state.volatility).sqrt();
            self.teams[place].state = self.capped(state);
        }
    }

    fn capped(&self, state: Glicko2State) -> Glicko2State {
        Glicko2State { deviation: state.deviation.min(self.settings.start.deviation), ..state }
    }
}

/// Steps 2 to 8 of Glickman's note.
fn after_results(state: &Glicko2State, results: &[Encounter], teams: &[Team], tau: f64) -> Glicko2State {
    let mu = state.rating / SCALE;
    let phi = state.deviation / SCALE;
    let (mut information, mut surplus) = (0.0, 0.0);
    for result in results {
        let opponent = &teams[result.opponent].state;
        let opponent_phi = opponent.deviation / SCALE;
        let g = 1.0 / (1.0 + 3.0 * opponent_phi * opponent_phi / (PI * PI)).sqrt();
        let expected = 1.0 / (1.0 + exp(-g * (mu + (result.advantage - opponent.rating) / SCALE)));
        information += g * g * expected * (1.0 - expected);
        surplus += g * (result.points - expected);
    }
    let v = 1.0 / information;
    let volatility = new_volatility(state.volatility, phi, v, v * surplus, tau);
    let spread = phi * phi + volatility * volatility;
    let new_phi = 1.0 / (1.0 / spread + information).sqrt();
    Glicko2State { rating: SCALE * (mu + new_phi * new_phi * surplus), deviation: SCALE * new_phi, volatility }
}

/// Step 5: the root of the volatility's equation, by the Illinois algorithm.
fn new_volatility(sigma: f64, phi: f64, v: f64, delta: f64, tau: f64) -> f64 {
    const TOLERANCE: f64 = 1e-6;
    const MOST_STEPS: u32 = 200;
    let start = log(sigma * sigma);
    let equation = |x: f64| {
        let power = exp(x);
        let spread = phi * phi + v + power;
        power * (delta * delta - spread) / (2.0 * spread * spread) - (x - start) / (tau * tau)
    };
    let mut low = start;
    let surprise = delta * delta - phi * phi - v;
    let mut high = if surprise > 0.0 {
        log(surprise)
    } else {
        let below = |k: &u32| equation(start - f64::from(*k) * tau) >= 0.0;
        start - f64::from((1..MOST_STEPS).find(below).unwrap_or(MOST_STEPS)) * tau
    };
    let (mut at_low, mut at_high) = (equation(low), equation(high));
    for _ in 0..MOST_STEPS {
        if (high - low).abs() <= TOLERANCE || at_low == at_high {
            break;
        }
        let next = low + (low - high) * at_low / (at_high - at_low);
        let at_next = equation(next);
        if at_next * at_high <= 0.0 {
            (low, at_low) = (high, at_high);
        } else {
            at_low *= 0.5;
        }
        (high, at_high) = (next, at_next);
    }
    exp(0.5 * low)
}

impl Rating for Glicko2 {
    fn name(&self) -> &'static str {
        "Glicko-2"
    }

    fn advance(&mut self, day: i32) {
        let now = i64::from(day).div_euclid(i64::from(self.settings.period_days.max(1)));
        let running = *self.period.get_or_insert(now);
        if now > running {
            self.close_period();
            let idle = now - running - 1;
            if idle > 0 {
                (0..self.teams.len()).for_each(|place| self.grow(place, idle as f64));
            }
            self.period = Some(now);
        }
    }

    fn update(&mut self, played: &Played) {
        self.advance(played.day);
        let Some([home, away]) = sides(played, self.teams.len()) else { return };
        let advantage = if played.neutral { 0.0 } else { self.settings.home };
        let points = points(played.goals);
        self.results.push(Encounter { team: home, opponent: away, points, advantage });
        self.results.push(Encounter { team: away, opponent: home, points: 1.0 - points, advantage: -advantage });
    }

    fn deviation(&self, team: u32) -> Option<f64> {
        Some(self.state(team).deviation)
    }

    fn rating(&self, team: u32) -> f64 {
        self.state(team).rating
    }
}

#[cfg(test)]
mod tests {
    use super::{Glicko2, Glicko2Settings, Glicko2State};
    use crate::ratings::{Rating, tests::friendly};

    fn quarterly() -> Glicko2Settings {
        Glicko2Settings { period_days: 91, ..Glicko2Settings::default() }
    }

    /// The worked example of Glickman's note: 1500, 200, 0.06 beats 1400 (30) and loses to 1550 (100) and 1700 (300).
    #[test]
    fn glickmans_example() {
        let mut glicko = Glicko2::new(4, quarterly());
        let known = [(1500.0, 200.0), (1400.0, 30.0), (1550.0, 100.0), (1700.0, 300.0)];
        for (team, (rating, deviation)) in (0_u32..).zip(known) {
            glicko.set(team, Glicko2State { rating, deviation, volatility: 0.06 });
        }
        for (opponent, goals) in [(1, [1, 0]), (2, [0, 1]), (3, [0, 1])] {
            glicko.update(&friendly(0, 0, opponent, goals));
        }
        assert_eq!(glicko.rating(0), 1500.0, "the period is still running");
        glicko.advance(91);
        let state = glicko.state(0);
        assert!((state.rating - 1464.06).abs() < 0.01, "{state:?}");
        assert!((state.deviation - 151.52).abs() < 0.01, "{state:?}");
        assert!((state.volatility - 0.05999).abs() < 0.00001, "{state:?}");
    }

    #[test]
    fn deviation_grows_while_a_team_rests_and_stops_at_a_newcomers() {
        let mut glicko = Glicko2::new(3, quarterly());
        glicko.update(&friendly(0, 0, 1, [1, 0]));
        glicko.advance(91);
        let rested = |glicko: &Glicko2| glicko.state(0).deviation;
        let first = rested(&glicko);
        glicko.advance(1000);
        let later = rested(&glicko);
        // Nine more quarters: the variance grows by nine times that of the volatility.
        let phi = (later / super::SCALE, first / super::SCALE);
        assert!((phi.0 * phi.0 - phi.1 * phi.1 - 9.0 * 0.06 * 0.06).abs() < 1e-5, "{phi:?}");
        glicko.advance(i32::MAX);
        assert_eq!(rested(&glicko), 350.0);
        assert_eq!(glicko.state(2), Glicko2Settings::default().start);
        glicko.update(&friendly(i32::MIN, 0, 9, [1, 0]));
    }
}
