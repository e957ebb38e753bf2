//! Axes: from values to places, and where to put which tick.

use crate::text;

/// A straight map from values to places.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    domain: (f64, f64),
    range: (f64, f64),
}

impl Scale {
    /// Maps the first of `domain` to the first of `range`, the second to the second. An empty domain maps all values to
    /// the middle.
    #[must_use]
    pub fn new(domain: (f64, f64), range: (f64, f64)) -> Self {
        Scale { domain, range }
    }

    /// The place of a value.
    #[must_use]
    pub fn at(&self, value: f64) -> f64 {
        let span = self.domain.1 - self.domain.0;
        let share = if span == 0.0 { 0.5 } else { (value - self.domain.0) / span };
        self.range.0 + share * (self.range.1 - self.range.0)
    }
}

/// A mark on an axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Its value.
    pub at: f64,
    /// What is written there.
    pub label: String,
}

/// The largest of 1, 2, 2.5 and 5 times a power of ten that is not above `raw`, or the next one above where `raw` lies
/// more than half-way.
fn nice_step(raw: f64) -> f64 {
    let mut power = 1.0;
    while power * 10.0 <= raw && power < 1e15 {
        power *= 10.0;
    }
    while power > raw && power > 1e-12 {
        power /= 10.0;
    }
    let share = raw / power;
    power
        * if share < 1.5 {
            1.0
        } else if share < 2.25 {
            2.0
        } else if share < 3.75 {
            2.5
        } else if share < 7.5 {
            5.0
        } else {
            10.0
        }
}

/// Multiples of a nice step that enclose `low..=high`, about `wanted` of them, at most 50. Nothing for a range that is
/// not finite; one step around a range that is a point.
#[must_use]
pub fn nice_ticks(low: f64, high: f64, wanted: usize) -> Vec<f64> {
    if !(low.is_finite() && high.is_finite()) {
        return Vec::new();
    }
    let (low, high) = if low == high { (low - 1.0, high + 1.0) } else { (low.min(high), low.max(high)) };
    // A narrower range than floats can divide gets a wider step.
    let span = (high - low).max(high.abs().max(low.abs()) * 1e-9).max(1e-9);
    let step = nice_step(span / wanted.max(1) as f64);
    let (first, last) = ((low / step).floor(), (high / step).ceil());
    let mut ticks = Vec::new();
    let mut at = first;
    while at <= last && ticks.len() < 50 {
        ticks.push(at * step);
        at += 1.0;
    }
    ticks
}

/// A chance as per cent with this many decimals; what is above nought and rounds to it is written `<1%`, `<0.1%`.
#[must_use]
pub fn percent(chance: f64, decimals: usize) -> String {
    let mut unit = 1.0;
    for _ in 0..decimals {
        unit /= 10.0;
    }
    let value = chance * 100.0;
    if value > 0.0 && value < unit / 2.0 {
        return format!("<{unit:.decimals$}%");
    }
    if value < 100.0 && value > 100.0 - unit / 2.0 {
        return format!(">{:.decimals$}%", 100.0 - unit);
    }
    format!("{value:.decimals$}%")
}

/// A whole number with commas between thousands.
#[must_use]
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A number as short as it can be said with at most two decimals and commas between thousands.
#[must_use]
pub fn plain(value: f64) -> String {
    let rounded = (value.abs() * 100.0).round() / 100.0;
    let whole = thousands(rounded.trunc() as u64);
    let fraction = format!("{:.2}", rounded.fract());
    let fraction = fraction.trim_start_matches('0').trim_end_matches('0').trim_end_matches('.');
    let sign = if value < 0.0 && rounded > 0.0 { "−" } else { "" };
    format!("{sign}{whole}{fraction}")
}

/// Nought to 100 per cent by quarters.
#[must_use]
pub fn percent_ticks() -> Vec<Tick> {
    [0.0, 0.25, 0.5, 0.75, 1.0].map(|at| Tick { at, label: percent(at, 0) }).into()
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Ticks at whole days on an axis of decimal years counted as 1970 + days / 365.2425: `19 Nov`, with as many days between as
/// keep labels apart when the axis is `room` long and the type has this `size`.
#[must_use]
pub fn day_ticks(low: f64, high: f64, room: f64, size: f64) -> Vec<Tick> {
    if !(low.is_finite() && high.is_finite()) || high < low {
        return Vec::new();
    }
    let days = |year: f64| (year - 1970.0) * DAYS_A_YEAR;
    let widest = text::width("30 Nov", size, text::Weight::Regular) + 2.0 * size;
    let fitting = (room / widest).floor().clamp(1.0, 12.0);
    let (first, last) = ((days(low) - 1e-6).ceil(), (days(high) + 1e-6).floor());
    let steps = [1.0, 2.0, 3.0, 5.0, 7.0, 10.0, 14.0, 21.0, 28.0];
    let step = steps.into_iter().find(|step| (last - first) / step < fitting).unwrap_or(56.0);
    let mut ticks = Vec::new();
    let mut day = first;
    while day <= last && ticks.len() < 50 {
        let (month, of_month) = month_and_day(day as i64);
        let name = usize::try_from(month - 1).ok().and_then(|month| MONTHS.get(month)).copied().unwrap_or_default();
        ticks.push(Tick { at: 1970.0 + day / DAYS_A_YEAR, label: format!("{of_month} {name}") });
        day += step;
    }
    ticks
}

/// Days of a year of the axis.
pub(crate) const DAYS_A_YEAR: f64 = 365.2425;

/// Month and day of the month of a day since 1970-01-01 (Hinnant, "chrono-compatible low-level date algorithms").
fn month_and_day(day: i64) -> (i64, i64) {
    let shifted = day + 719_468;
    let of_era = shifted.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    (if month < 10 { month + 3 } else { month - 9 }, of_year - (153 * month + 2) / 5 + 1)
}

/// Ticks on an axis of decimal years: years, or months where the span is under three years. Labels keep apart by a
/// space's width or more when the axis is `room` long and the type has this `size`.
#[must_use]
pub fn year_ticks(low: f64, high: f64, room: f64, size: f64) -> Vec<Tick> {
    if !(low.is_finite() && high.is_finite()) || high < low {
        return Vec::new();
    }
    let widest = text::width("2000", size, text::Weight::Regular) + 2.0 * size;
    let fitting = (room / widest).floor().clamp(1.0, 12.0);
    let span = high - low;
    let months_apart = [1.0, 3.0, 6.0].into_iter().find(|months| span * 12.0 / months <= fitting);
    let (step, per_year) = match months_apart {
        Some(months) if span < 3.0 => (months, 12.0),
        _ => {
            let raw = span / fitting;
            let whole = [1.0, 2.0, 5.0, 10.0, 20.0, 25.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0];
            (whole.into_iter().find(|step| *step >= raw).unwrap_or(10_000.0), 1.0)
        }
    };
    let mut ticks = Vec::new();
    let mut count = (low * per_year / step).ceil();
    while count * step / per_year <= high && ticks.len() < 50 {
        let units = count * step;
        let year = (units / per_year).floor();
        let month = units - year * per_year;
        let label = match MONTHS.get(month as usize) {
            Some(name) if month > 0.0 && ticks.is_empty() => format!("{name} {year}"),
            Some(name) if month > 0.0 => (*name).to_owned(),
            _ => format!("{year}"),
        };
        ticks.push(Tick { at: units / per_year, label });
        count += 1.0;
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn days_are_named_right() {
        // 19 November 2022 is day 19,315; 29 February 2024 is day 19,782.
        assert_eq!(month_and_day(19_315), (11, 19));
        assert_eq!(month_and_day(19_782), (2, 29));
        assert_eq!(month_and_day(-1), (12, 31));
        let at = |day: f64| 1970.0 + day / DAYS_A_YEAR;
        let labels: Vec<String> =
            day_ticks(at(19_315.0), at(19_344.0), 640.0, 12.0).into_iter().map(|tick| tick.label).collect();
        assert_eq!(labels.first().map(String::as_str), Some("19 Nov"));
        assert!(labels.len() > 5 && labels.len() < 13, "{labels:?}");
    }

    #[test]
    fn ticks_are_round_and_enclose() {
        assert_eq!(nice_ticks(1510.0, 2120.0, 5), [1500.0, 1600.0, 1700.0, 1800.0, 1900.0, 2000.0, 2100.0, 2200.0]);
        assert_eq!(nice_ticks(0.0, 1.0, 4), [0.0, 0.25, 0.5, 0.75, 1.0]);
        assert_eq!(nice_ticks(5.0, 5.0, 2), [4.0, 5.0, 6.0]);
        assert_eq!(nice_ticks(f64::NAN, 5.0, 2), Vec::<f64>::new());
    }

    #[test]
    fn years_and_months() {
        let labels = |low, high, room| -> Vec<String> {
            year_ticks(low, high, room, 12.0).into_iter().map(|tick| tick.label).collect()
        };
        assert_eq!(labels(1990.2, 2022.9, 400.0), ["1995", "2000", "2005", "2010", "2015", "2020"]);
        assert_eq!(labels(2021.9, 2022.6, 400.0), ["2022", "Apr", "Jul"]);
        assert_eq!(labels(2022.1, 2022.6, 400.0), ["Mar 2022", "Apr", "May", "Jun", "Jul", "Aug"]);
        assert_eq!(labels(2022.0, 2022.0, 400.0), ["2022"]);
    }

    #[test]
    fn per_cents_do_not_lie_at_the_ends() {
        let said: Vec<String> = [0.0, 0.004, 0.5, 0.996, 1.0].map(|chance| percent(chance, 0)).into();
        assert_eq!(said, ["0%", "<1%", "50%", ">99%", "100%"]);
        assert_eq!(percent(0.0003, 1), "<0.1%");
        assert_eq!(percent(0.1234, 1), "12.3%");
    }

    #[test]
    fn numbers_as_written_in_a_newspaper() {
        let said: Vec<String> = [0.0, 1500.0, -12.5, 1_234_567.0, 0.25, 0.999].map(plain).into();
        assert_eq!(said, ["0", "1,500", "−12.5", "1,234,567", "0.25", "1"]);
    }

    proptest! {
        #[test]
        fn ticks_ascend_and_enclose(low in -1e9f64..1e9, span in 1e-6f64..1e9, wanted in 1usize..12) {
            let ticks = nice_ticks(low, low + span, wanted);
            prop_assert!(ticks.len() >= 2 && ticks.len() <= 2 * wanted + 4);
            prop_assert!(ticks.windows(2).all(|pair| pair[0] < pair[1]));
            prop_assert!(ticks[0] <= low && ticks[ticks.len() - 1] >= low + span - 1e-6 * span);
        }
    }
}
