//! The clock of a match laid on one line: added time takes room of its own between the halves.

use crate::axis::Tick;

/// The periods of a match, one after another. Place nought is the kick-off; one unit is a minute.
#[derive(Debug, Clone, PartialEq)]
pub struct MatchClock {
    periods: Vec<Period>,
    kicks: u16,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Period {
    from: f64,
    to: f64,
    added: f64,
}

/// The room of one kick of a shoot-out, in minutes.
const KICK: f64 = 2.0;
/// No period has more added time than this, in minutes.
const MOST_ADDED: f64 = 60.0;

impl Period {
    fn new(from: f64, to: f64, added: f64) -> Self {
        let added = if added.is_nan() { 0.0 } else { added.clamp(0.0, MOST_ADDED) };
        Period { from, to, added }
    }

    fn length(self) -> f64 {
        self.to - self.from + self.added
    }
}

impl MatchClock {
    /// A match of ninety minutes with this much added time (in minutes) to each half. What is below nought or no number
    /// counts as none, what is above 60 as 60.
    #[must_use]
    pub fn new(added: [f64; 2]) -> Self {
        let [first, second] = added;
        MatchClock { periods: vec![Period::new(0.0, 45.0, first), Period::new(45.0, 90.0, second)], kicks: 0 }
    }

    /// The same with extra time of twice fifteen minutes, with this much added to each half.
    #[must_use]
    pub fn extra_time(mut self, added: [f64; 2]) -> Self {
        let [first, second] = added;
        self.periods.truncate(2);
        self.periods.extend([Period::new(90.0, 105.0, first), Period::new(105.0, 120.0, second)]);
        self
    }

    /// The same with a shoot-out of this many kicks (at most 60) at its end.
    #[must_use]
    pub fn shoot_out(mut self, kicks: u16) -> Self {
        self.kicks = kicks.min(60);
        self
    }

    /// The place of a minute as it is written: 54 is `at(54.0, 0.0)`, 90+6 is `at(90.0, 6.0)`. Added time beyond the
    /// period's ends with the period; minutes beyond the match end with it.
    #[must_use]
    pub fn at(&self, minute: f64, added: f64) -> f64 {
        let mut start = 0.0;
        for period in &self.periods {
            if minute <= period.to {
                return start + (minute - period.from).max(0.0) + added.clamp(0.0, period.added);
            }
            start += period.length();
        }
        start
    }

    /// The place just after this kick of the shoot-out, counted from one over both sides; nought is its beginning.
    #[must_use]
    pub fn kick(&self, number: u16) -> f64 {
        self.play() + KICK * f64::from(number.min(self.kicks))
    }

    /// Where play ends, before any shoot-out.
    #[must_use]
    pub fn play(&self) -> f64 {
        self.periods.iter().map(|period| period.length()).sum()
    }

    /// Where the match ends.
    #[must_use]
    pub fn end(&self) -> f64 {
        self.play() + KICK * f64::from(self.kicks)
    }

    /// Where the ninety minutes and their added time end.
    pub(crate) fn full_time(&self) -> f64 {
        self.periods.iter().take(2).map(|period| period.length()).sum()
    }

    /// The ends of periods, with their names.
    pub(crate) fn breaks(&self) -> Vec<Tick> {
        let names: &[&str] = if self.periods.len() > 2 { &["HT", "90", "105", "120"] } else { &["HT", "FT"] };
        let mut at = 0.0;
        self.periods
            .iter()
            .zip(names)
            .map(|(period, name)| {
                at += period.length();
                Tick { at, label: (*name).to_owned() }
            })
            .collect()
    }

    /// Kick-off and every quarter of an hour that is no break.
    pub(crate) fn quarters(&self) -> Vec<Tick> {
        [0.0, 15.0, 30.0, 60.0, 75.0].map(|minute| Tick { at: self.at(minute, 0.0), label: format!("{minute}") }).into()
    }

    /// The stretch of the shoot-out, if there is one.
    pub(crate) fn kicks(&self) -> Option<(f64, f64)> {
        (self.kicks > 0).then(|| (self.play(), self.end()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn added_time_has_room_of_its_own() {
        let clock = MatchClock::new([2.0, 8.0]).extra_time([1.0, 3.0]).shoot_out(8);
        let places = [(0.0, 0.0), (45.0, 2.0), (46.0, 0.0), (90.0, 8.0), (91.0, 0.0), (108.0, 0.0), (120.0, 9.0)];
        assert_eq!(
            places.map(|(minute, added)| clock.at(minute, added)),
            [0.0, 47.0, 48.0, 100.0, 101.0, 119.0, 134.0]
        );
        assert_eq!((clock.play(), clock.end(), clock.kick(4), clock.kick(99)), (134.0, 150.0, 142.0, 150.0));
    }

    #[test]
    fn nonsense_ends_with_the_match() {
        let clock = MatchClock::new([f64::NAN, f64::INFINITY]);
        assert_eq!((clock.end(), clock.at(999.0, 0.0), clock.at(-5.0, -5.0)), (150.0, 150.0, 0.0));
    }
}
