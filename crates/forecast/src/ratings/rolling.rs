//! Ratings along a history: forecasts as they could have been made, tables, and charts.

use super::{MapError, MapKind, Observation, ProbabilityMap, Rating};
use crate::scoring::{Forecast3, outcome};
use crate::{History, Played};

/// Settings of [`rolling_forecasts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rolling {
    /// First day forecast, in days since 1970-01-01.
    pub from: i32,
    /// Last day forecast.
    pub to: i32,
    /// How differences become probabilities.
    pub map: MapKind,
    /// How many years before each January the map is fitted on.
    pub years: u16,
}

/// A forecast of a match from what was known before its day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RatedForecast {
    /// Place of the match in the history.
    pub index: usize,
    /// Rating difference before the day.
    pub difference: f64,
    /// The probabilities and what happened.
    pub forecast: Forecast3,
}

/// What came of a rolling evaluation.
#[derive(Clone, Debug, PartialEq)]
pub struct RollingForecasts {
    /// A forecast for each match that could be forecast, in order.
    pub forecasts: Vec<RatedForecast>,
    /// How many matches of the range could not, for want of a map.
    pub skipped: usize,
    /// The map of each year (of the Gregorian calendar), or why there is none.
    pub maps: Vec<(i32, Result<ProbabilityMap, MapError>)>,
}

/// Forecasts for every match of a range of days, from ratings before its day and a map fitted each January on the
/// matches of the years before it. The rating sees the whole history up to the last day, one day at a time: the matches of
/// a day do not know of each other.
pub fn rolling_forecasts(
    history: &History,
    rating: &mut (impl Rating + ?Sized),
    options: &Rolling,
) -> RollingForecasts {
    let mut result = RollingForecasts { forecasts: Vec::new(), skipped: 0, maps: Vec::new() };
    let mut days = Vec::new();
    let mut observations = Vec::new();
    let mut index = 0;
    for matches in history.matches().chunk_by(|a, b| a.day == b.day) {
        let day = matches[0].day;
        if day > options.to {
            break;
        }
        let seen = observe(rating, matches);
        if day >= options.from {
            let year = year_of(day);
            if result.maps.last().is_none_or(|(last, _)| *last != year) {
                let [oldest, newest] = [year - i32::from(options.years), year].map(first_day);
                let place = |day| days.partition_point(|seen: &i32| *seen < day);
                let map = ProbabilityMap::fit(options.map, &observations[place(oldest)..place(newest)]);
                result.maps.push((year, map));
            }
            for (offset, seen) in seen.iter().enumerate() {
                let forecast = result.maps.last().and_then(|(_, map)| forecast(map.as_ref().ok()?, seen));
                match forecast {
                    Some(forecast) => {
                        let difference = seen.difference;
                        result.forecasts.push(RatedForecast { index: index + offset, difference, forecast });
                    }
                    None => result.skipped += 1,
                }
            }
        }
        index += matches.len();
        days.extend(matches.iter().map(|played| played.day));
        observations.extend(seen);
    }
    result
}

fn forecast(map: &ProbabilityMap, seen: &Observation) -> Option<Forecast3> {
    Forecast3::new(map.probabilities(seen.difference, seen.home), seen.outcome, None).ok()
}

/// Lets a rating see the matches of one day, and returns what it said before them.
fn observe(rating: &mut (impl Rating + ?Sized), matches: &[Played]) -> Vec<Observation> {
    if let Some(first) = matches.first() {
        rating.advance(first.day);
    }
    let observation = |played: &Played| Observation {
        difference: rating.difference(played.home, played.away, played.neutral),
        home: !played.neutral,
        outcome: outcome(played.goals),
    };
    let seen = matches.iter().map(observation).collect();
    for played in matches {
        rating.update(played);
    }
    seen
}

/// A rating as of a day, and the map that fits it.
#[derive(Clone, Debug)]
pub struct Calibrated<R> {
    /// The rating.
    pub rating: R,
    /// The map, fitted on the years before the day.
    pub map: ProbabilityMap,
}

impl<R: Rating> Calibrated<R> {
    /// Lets a new rating see all matches before a day, and fits the map to the last years of them.
    ///
    /// # Errors
    /// If those matches do not determine a map.
    pub fn new(history: &History, mut rating: R, day: i32, kind: MapKind, years: u16) -> Result<Self, MapError> {
        let oldest = day.saturating_sub(i32::from(years).saturating_mul(365));
        let mut observations = Vec::new();
        for matches in history.before(day).chunk_by(|a, b| a.day == b.day) {
            let seen = observe(&mut rating, matches);
            if matches[0].day >= oldest {
                observations.extend(seen);
            }
        }
        rating.advance(day);
        let map = ProbabilityMap::fit(kind, &observations)?;
        Ok(Self { rating, map })
    }

    /// Probabilities of home win, draw and away win.
    #[must_use]
    pub fn probabilities(&self, home: u32, away: u32, neutral: bool) -> [f64; 3] {
        self.map.probabilities(self.rating.difference(home, away, neutral), !neutral)
    }
}

/// A rating on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RatingPoint {
    /// Days since 1970-01-01.
    pub day: i32,
    /// The rating after the matches of that day.
    pub rating: f64,
    /// Its standard deviation, for ratings that have one.
    pub deviation: Option<f64>,
}

/// The ratings of some teams over time: for each team asked for, a point on every day it played.
pub fn rating_history(history: &History, rating: &mut (impl Rating + ?Sized), teams: &[u32]) -> Vec<Vec<RatingPoint>> {
    let mut points = vec![Vec::new(); teams.len()];
    for matches in history.matches().chunk_by(|a, b| a.day == b.day) {
        observe(rating, matches);
        let day = matches[0].day;
        for (points, &team) in points.iter_mut().zip(teams) {
            if matches.iter().any(|played| played.home == team || played.away == team) {
                points.push(RatingPoint { day, rating: rating.rating(team), deviation: rating.deviation(team) });
            }
        }
    }
    points
}

/// Teams and their ratings, best first; equals by number.
#[must_use]
pub fn ranking(rating: &(impl Rating + ?Sized), teams: impl IntoIterator<Item = u32>) -> Vec<(u32, f64)> {
    let mut table: Vec<(u32, f64)> = teams.into_iter().map(|team| (team, rating.rating(team))).collect();
    table.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    table
}

/// Days from 1 January of the year 1 to 1 January 1970.
const EPOCH: i64 = 719_162;

/// 1 January of a year, in days since 1970-01-01, as far as those go.
fn first_day(year: i32) -> i32 {
    let before = i64::from(year) - 1;
    let days = before * 365 + before.div_euclid(4) - before.div_euclid(100) + before.div_euclid(400) - EPOCH;
    days.clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32
}

/// The year of a day.
fn year_of(day: i32) -> i32 {
    // 400 years are 146,097 days; the estimate is never late, and early by one year at most.
    let estimate = ((i64::from(day) + EPOCH) * 400).div_euclid(146_097) as i32;
    if first_day(estimate + 2) <= day {
        estimate + 2
    } else if first_day(estimate + 1) <= day {
        estimate + 1
    } else {
        estimate
    }
}

#[cfg(test)]
mod tests {
    use super::{Calibrated, Rolling, first_day, ranking, rating_history, rolling_forecasts, year_of};
    use crate::random::Stream;
    use crate::ratings::tests::friendly;
    use crate::ratings::{
        EloSettings, FifaSettings, FifaSum, Glicko2, Glicko2Settings, MapKind, Massey, PiRating, PiSettings, Rating,
        Refitted, WorldFootballElo,
    };
    use crate::scoring::{SummaryOptions, summarise};
    use crate::{History, Played};
    use proptest::prelude::*;

    const TEAMS: u32 = 12;

    /// Fifteen years of teams whose rates are known: team n scores e^((n - 5.5)/10), half as many again at home.
    fn history() -> History {
        let mut stream = Stream::new(17, 0, 0, 0);
        let rate = |team: u32| libm::exp((f64::from(team) - 5.5) / 10.0);
        let mut matches = Vec::new();
        for day in 0..5479 {
            let home = stream.below(TEAMS);
            let away = (home + 1 + stream.below(TEAMS - 1)) % TEAMS;
            let neutral = stream.bernoulli(0.3);
            let lift = if neutral { 1.2 } else { 1.5 };
            let rates = [lift * rate(home) / rate(away), 1.2 * rate(away) / rate(home)];
            let goals = rates.map(|rate| stream.poisson(rate) as u8);
            matches.push(Played { neutral, region: None, ..friendly(day, home, away, goals) });
        }
        let teams = (0..TEAMS).map(|team| team.to_string()).collect();
        History::new(teams, matches).unwrap()
    }

    fn all_ratings() -> Vec<Box<dyn Rating>> {
        let teams = TEAMS as usize;
        vec![
            Box::new(WorldFootballElo::new(teams, EloSettings::default())),
            Box::new(FifaSum::new(teams, FifaSettings::default())),
            Box::new(PiRating::new(teams, PiSettings::default())),
            Box::new(Glicko2::new(teams, Glicko2Settings::default())),
            Box::new(Refitted::new(Massey::default(), teams, 91, 1461)),
            Box::new(Refitted::new(crate::ratings::Colley, teams, 91, 1461)),
        ]
    }

    #[test]
    fn every_rating_beats_base_rates_and_finds_the_order_of_the_teams() {
        let history = history();
        let options = |map| Rolling { from: first_day(1982), to: first_day(1985) - 1, map, years: 12 };
        let elo = || WorldFootballElo::new(TEAMS as usize, EloSettings::default());
        let base = rolling_forecasts(&history, &mut elo(), &options(MapKind::BaseRates));
        let reference: Vec<_> = base.forecasts.iter().map(|rated| rated.forecast).collect();
        for mut rating in all_ratings() {
            let rolled = rolling_forecasts(&history, &mut *rating, &options(MapKind::OrderedLogit));
            assert_eq!((rolled.forecasts.len(), rolled.skipped, rolled.maps.len()), (1096, 0, 3));
            let forecasts: Vec<_> = rolled.forecasts.iter().map(|rated| rated.forecast).collect();
            let reference = Some(&reference[..]);
            let summary = summarise(&forecasts, &SummaryOptions { reference, ..SummaryOptions::default() }).unwrap();
            assert!(summary.log_loss.skill.unwrap() > 0.05, "{}: {:?}", rating.name(), summary.log_loss);
            assert!(summary.calibration_error < 0.04, "{}: {}", rating.name(), summary.calibration_error);
            let best = ranking(&*rating, 0..TEAMS);
            let misplaced = best.iter().zip((0..TEAMS).rev()).filter(|((team, _), n)| team.abs_diff(*n) > 3).count();
            assert_eq!(misplaced, 0, "{}: {best:?}", rating.name());
        }
    }

    #[test]
    fn forecasts_know_nothing_of_their_day_or_later() {
        let history = history();
        let cut = 5000;
        let options = Rolling { from: cut - 500, to: cut, map: MapKind::OrderedLogit, years: 12 };
        // From the cut on, all results are turned round.
        let changed: Vec<Played> = history
            .matches()
            .iter()
            .map(|&played| {
                let [home, away] = played.goals;
                if played.day < cut { played } else { Played { goals: [away, home], ..played } }
            })
            .collect();
        let changed = History::new(history.teams().to_vec(), changed).unwrap();
        for (mut one, mut other) in all_ratings().into_iter().zip(all_ratings()) {
            let one = rolling_forecasts(&history, &mut *one, &options);
            let other = rolling_forecasts(&changed, &mut *other, &options);
            assert_eq!(one.forecasts.len(), 501);
            for (a, b) in one.forecasts.iter().zip(&other.forecasts) {
                assert_eq!(a.forecast.probabilities(), b.forecast.probabilities());
            }
        }
    }

    proptest! {
        #[test]
        fn no_match_is_too_odd(
            odd in prop::collection::vec((any::<i32>(), 0_u32..14, any::<u32>(), any::<[u8; 2]>(), any::<bool>()), 0..20),
        ) {
            for mut rating in all_ratings() {
                for &(day, home, away, goals, neutral) in &odd {
                    let away = if away % 7 == 0 { away } else { away % 14 };
                    rating.advance(day);
                    rating.update(&Played { neutral, region: None, ..friendly(day, home, away, goals) });
                    prop_assert!(rating.rating(home).is_finite() && rating.rating(away).is_finite());
                    prop_assert!(rating.difference(home, away, neutral).is_finite());
                }
                prop_assert!(rating.rating(u32::MAX).is_finite());
            }
        }
    }

    #[test]
    fn the_latest_map_and_the_history_of_a_team() {
        let history = history();
        let elo = WorldFootballElo::new(TEAMS as usize, EloSettings::flat());
        let now = Calibrated::new(&history, elo.clone(), 5000, MapKind::Davidson, 12).unwrap();
        let [strong, weak] = [now.probabilities(11, 0, true), now.probabilities(0, 11, true)];
        assert!(strong[0] > 0.6 && (strong[0] - weak[2]).abs() < 0.08, "{strong:?} {weak:?}");
        let points = rating_history(&history, &mut elo.clone(), &[3, 99]);
        let played = history.matches().iter().filter(|played| played.home == 3 || played.away == 3).count();
        assert_eq!((points[0].len(), points[1].len()), (played, 0));
        assert!(points[0].windows(2).all(|pair| pair[0].day < pair[1].day));
        let early = Calibrated::new(&history, elo, 2, MapKind::OrderedLogit, 12);
        assert!(early.is_err());
    }

    #[test]
    fn years_begin_where_they_do() {
        assert_eq!([1970, 1971, 2000, 2001, 1872].map(first_day), [0, 365, 10_957, 11_323, -35_794]);
    }

    proptest! {
        #[test]
        fn a_day_is_in_its_year(day in any::<i32>()) {
            let year = year_of(day);
            prop_assert!(first_day(year) <= day || day < first_day(-5_879_000));
            prop_assert!(day < first_day(year + 1) || day > first_day(5_879_000));
        }
    }
}
