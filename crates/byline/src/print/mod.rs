//! Answers as text for people.

pub(crate) mod answer;
pub(crate) mod data;
pub(crate) mod sheet;

use jiff::civil::{Date, Weekday};

/// A day as we print it: `Saturday 10 December 2022`.
pub(crate) fn long_date(date: Date) -> String {
    format!("{} {} {} {}", weekday(date.weekday()), date.day(), month(date.month()), date.year())
}

/// Name of a weekday.
pub(crate) const fn weekday(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

const fn month(number: i8) -> &'static str {
    match number {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    }
}
