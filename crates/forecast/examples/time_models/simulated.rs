//! Simulated matches, for want of real ones: of the shape of all internationals since 1990, the same that
//! `benches/dixon_coles_reference.py` draws, and a season of a league.

use byline_forecast::random::Stream;
use byline_forecast::{Class, History, HistoryError, Played};

const TEAMS: u32 = 327;
const MATCHES: u32 = 32_402;
const SEED: u64 = 20_260_719;

fn strength(team: u32, step: u32) -> f64 {
    0.9 * (f64::from(team * step % TEAMS) / f64::from(TEAMS) - 0.5)
}

fn played(home: u32, away: u32, neutral: bool, uniforms: [f64; 2]) -> Played {
    let rate = |own, other, lift| libm::exp(0.1 + lift + strength(own, 131) - strength(other, 197));
    let rates = [rate(home, away, if neutral { 0.0 } else { 0.3 }), rate(away, home, 0.0)];
    let goals = [inverse(rates[0], uniforms[0]), inverse(rates[1], uniforms[1])];
    Played { day: 0, home, away, goals, neutral, class: Class::Friendly, minutes: 90, shoot_out: None, region: None }
}

/// Poisson goals by inversion.
fn inverse(rate: f64, uniform: f64) -> u8 {
    let mut count = 0;
    let mut term = libm::exp(-rate);
    let mut total = term;
    while uniform >= total && count < 60 {
        count += 1;
        term *= rate / f64::from(count);
        total += term;
    }
    count
}

/// Matches mostly among neighbours, as within confederations.
pub(crate) fn nations() -> Result<History, HistoryError> {
    let draw = |scenario: u32, number: u32| Stream::new(SEED, scenario, 0, number);
    let matches = (0..MATCHES).map(|number| {
        let mut stream = draw(0, number);
        let u: [f64; 4] = std::array::from_fn(|_| stream.uniform());
        let home = (u[0] * f64::from(TEAMS)) as u32;
        let reach = if u[2] < 0.85 { 40 } else { TEAMS - 1 };
        let away = (home + 1 + (u[1] * f64::from(reach)) as u32) % TEAMS;
        let mut stream = draw(1, number);
        played(home, away, u[3] < 0.284, [stream.uniform(), stream.uniform()])
    });
    History::new((0..TEAMS).map(|team| team.to_string()).collect(), matches.collect())
}

/// Twenty teams, each twice against each.
pub(crate) fn league() -> Result<History, HistoryError> {
    let mut stream = Stream::new(SEED, 2, 0, 0);
    let pairs = (0..20).flat_map(|home| (0..20).map(move |away| (home, away)));
    let matches = pairs
        .filter(|(home, away)| home != away)
        .map(|(home, away)| played(home, away, false, [stream.uniform(), stream.uniform()]));
    let matches: Vec<Played> = matches.collect();
    History::new((0..20).map(|team| team.to_string()).collect(), matches)
}
