//! Answers as text for people.

pub(crate) mod answer;
pub(crate) mod backtest;
pub(crate) mod check;
pub(crate) mod compare;
pub(crate) mod cup;
pub(crate) mod data;
pub(crate) mod edition;
pub(crate) mod fit;
pub(crate) mod forecast;
pub(crate) mod penalty;
pub(crate) mod ratings;
pub(crate) mod sheet;
pub(crate) mod shootout;
pub(crate) mod story;
pub(crate) mod table;
pub(crate) mod verdict;

pub(crate) use byline_record::ask::words::capitalised;
use std::fmt::Write as _;

use anstyle::Style;
use byline_record::{Record, Sources};
use comfy_table::{CellAlignment, ContentArrangement, Table, presets};
use jiff::civil::{Date, Weekday};

const DIM: Style = Style::new().dimmed();

/// A table without lines.
fn grid(header: &[&str]) -> Table {
    let mut grid = Table::new();
    grid.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic).set_header(header);
    grid
}

/// A table as lines without blanks at their ends.
fn laid_out(table: &Table) -> String {
    table.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

/// A table without lines whose columns of numbers, all after the first `words`, end in line.
fn numbers(header: &[&str], words: usize) -> Table {
    let mut grid = grid(header);
    for column in grid.column_iter_mut().skip(words) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    grid
}

/// Appends a line; writing to a string cannot fail.
macro_rules! line {
    ($out:expr) => { $out.push('\n') };
    ($out:expr, $($format:tt)*) => {{
        let _ = writeln!($out, $($format)*);
    }};
}
pub(crate) use line;

/// A chance as we print it: `47 %`; with a decimal where a whole number would say never or always.
pub(crate) fn percent(chance: f64) -> String {
    let hundred = 100.0 * chance;
    if chance <= 0.0 || chance >= 1.0 || (1.0..=99.0).contains(&hundred) {
        format!("{hundred:.0} %")
    } else if hundred < 0.1 {
        "under 0.1 %".to_owned()
    } else if hundred > 99.9 {
        "over 99.9 %".to_owned()
    } else {
        format!("{hundred:.1} %")
    }
}

/// The line that names who says so; nothing where nobody does.
fn sources(out: &mut String, record: &Record, sources: Sources) {
    let names: Vec<&str> = record.sources_in(sources).map(|source| &*source.name).collect();
    if !names.is_empty() {
        line!(out, "{DIM}Sources: {}{DIM:#}", names.join("; "));
    }
}

/// Words of somebody else in one line, cut after a word where they take more than `most` letters. Letters that would
/// steer a terminal are left out.
pub(crate) fn clip(words: &str, most: usize) -> String {
    let mut out = String::new();
    let mut letters = 0;
    for word in
        words.split(|letter: char| letter.is_whitespace() || letter.is_control()).filter(|word| !word.is_empty())
    {
        let more = word.chars().count() + usize::from(letters > 0);
        if letters > 0 && letters + more > most {
            out.push_str(" …");
            break;
        }
        if letters > 0 {
            out.push(' ');
        }
        letters += more;
        out.extend(word.chars().take(most));
    }
    out
}

/// A day as we print it: `Saturday 10 December 2022`.
pub(crate) fn long_date(date: Date) -> String {
    format!("{} {} {} {}", weekday(date.weekday()), date.day(), month(date.month()), date.year())
}

/// A day without its year: `10 December`.
pub(crate) fn day_and_month(date: Date) -> String {
    format!("{} {}", date.day(), month(date.month()))
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
