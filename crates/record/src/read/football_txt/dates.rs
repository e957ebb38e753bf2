//! Dates as Football.TXT writes them: `Sat Dec 10 2022`, `June 24`, `Th Jun 19`, `Fri Aug/10`, `2022-12-10`.

use jiff::civil::{Date, Weekday};

use crate::read::openfootball::Title;
use crate::read::scan::{Fault, Parsed, iso_date, leading_number, split_word};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// A date as written; the year may be missing.
#[derive(Clone, Copy, Debug)]
pub(super) struct WrittenDate<'t> {
    at: &'t str,
    weekday: Option<Weekday>,
    year: Option<i16>,
    month: i8,
    day: i8,
}

/// Whether `word` is `name` or its first letters, at least `least` of them.
fn abbreviates(word: &str, name: &str, least: usize) -> bool {
    (least..=name.len()).contains(&word.len())
        && word.bytes().zip(name.bytes()).all(|(letter, of_name)| letter.eq_ignore_ascii_case(&of_name))
}

fn letters(text: &str) -> (&str, &str) {
    let end = text.bytes().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

fn month(word: &str) -> Option<i8> {
    let position = if word.eq_ignore_ascii_case("sept") {
        8
    } else {
        MONTHS.iter().position(|name| abbreviates(word, name, 3))?
    };
    i8::try_from(position + 1).ok()
}

/// The date `text` starts with, and what follows it, trimmed; `None` if it starts with none.
pub(super) fn leading_date(text: &str) -> Option<(WrittenDate<'_>, &str)> {
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return iso(text);
    }
    let (word, after) = letters(text);
    let weekday = WEEKDAYS.iter().find(|(name, _)| abbreviates(word, name, 2)).map(|&(_, weekday)| weekday);
    let from_month = match weekday {
        Some(_) => after.trim_start_matches(['.', ',']).trim_ascii_start(),
        None => text,
    };
    let (word, after) = letters(from_month);
    let month = month(word)?;
    let after = after.trim_start_matches('.').trim_start_matches(['/', ' ']);
    let (day, after) = leading_number(after, 2)?;
    let after = after.trim_start_matches(',');
    if !after.is_empty() && !after.starts_with([' ', '\t', ']']) {
        return None;
    }
    let mut rest = after.trim_ascii_start();
    let mut year = None;
    let (word, behind) = split_word(rest);
    if let Some((number, "" | "]")) = leading_number(word, 4)
        && number >= 1000
    {
        year = i16::try_from(number).ok();
        rest = if word.ends_with(']') { rest.get(4..).unwrap_or_default() } else { behind };
    }
    let length = text.len() - rest.len();
    let at = text.get(..length).unwrap_or(text).trim_ascii_end();
    let day = i8::try_from(day).ok()?;
    Some((WrittenDate { at, weekday, year, month, day }, rest))
}

fn iso(text: &str) -> Option<(WrittenDate<'_>, &str)> {
    if text.as_bytes().get(4) != Some(&b'-') {
        return None;
    }
    let (word, rest) = split_word(text);
    let date = iso_date(word)?;
    let written =
        WrittenDate { at: word, weekday: None, year: Some(date.year()), month: date.month(), day: date.day() };
    Some((written, rest))
}

/// A date with its year.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dated {
    /// The date.
    pub(super) date: Date,
    /// Whether the weekday written with it is the right one, or none is written.
    pub(super) weekday_fits: bool,
}

impl<'t> WrittenDate<'t> {
    /// The words it was read from.
    pub(super) const fn at(&self) -> &'t str {
        self.at
    }

    /// Whether the year is written with it.
    pub(super) const fn has_year(&self) -> bool {
        self.year.is_some()
    }

    /// The date, in a year found from the title and the date before where none is written.
    pub(super) fn resolve(&self, title: &Title, before: Option<Date>) -> Parsed<'t, Dated> {
        let no_such_day = || {
            Fault::new(self.at, format!("there is no day `{}`", self.at), "a day of the calendar, `Sat Dec 10 2022`")
        };
        let fits = |date: Date| self.weekday.is_none_or(|weekday| date.weekday() == weekday);
        if let Some(year) = self.year {
            let date = Date::new(year, self.month, self.day).map_err(|_| no_such_day())?;
            let date = title.check_date(date, self.at)?;
            return Ok(Dated { date, weekday_fits: fits(date) });
        }
        // A season starts in summer and ends in the next: the year nearer to the match before is meant.
        let near = |date: &Date| match before {
            Some(before) => before.until(*date).map_or(i32::MAX, |span| span.get_days().abs()),
            None => {
                i32::from(title.first_year != title.last_year && (date.year() == title.first_year) != (self.month > 6))
            }
        };
        let put_off = title.first_year == title.last_year;
        let date = [title.first_year, title.last_year]
            .into_iter()
            .filter_map(|year| Date::new(year, self.month, self.day).ok())
            .min_by_key(|date| (!fits(*date), near(date)))
            .ok_or_else(no_such_day)?;
        // Finals put off by a year keep their name: only the weekday tells.
        let later = Date::new(title.last_year + 1, self.month, self.day).ok().filter(|later| put_off && fits(*later));
        let date = if fits(date) { date } else { later.unwrap_or(date) };
        Ok(Dated { date, weekday_fits: fits(date) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolve(text: &str, title: &str, before: Option<Date>) -> String {
        let (date, rest) = leading_date(text).unwrap_or_else(|| panic!("{text}"));
        let dated = date.resolve(&Title::read(title).unwrap(), before).unwrap();
        format!("{}{}|{rest}", dated.date, if dated.weekday_fits { "" } else { "!" })
    }

    #[test]
    fn every_way_of_writing_a_date() {
        for (text, read) in [
            ("Sat Dec 10 2022", "2022-12-10|"),
            ("Dec 10 2022", "2022-12-10|"),
            ("2022-12-10", "2022-12-10|"),
            ("December 10", "2022-12-10|"),
            ("Sat Dec/10", "2022-12-10|"),
            ("Sa Dec 10]", "2022-12-10|]"),
            ("Sun Dec 10 2022", "2022-12-10!|"),
            ("Dec 10 22:00 @ Al Khor", "2022-12-10|22:00 @ Al Khor"),
        ] {
            assert_eq!(resolve(text, "World Cup 2022", None), read, "{text}");
        }
        for text in
            ["Marseille  1-0  Lyon", "22:00 England", "Monza 1-1 Milan", "Dec", "Sat", "Juniors 10 x", "Dec 10th"]
        {
            assert!(leading_date(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_season_runs_over_new_year() {
        let title = "English Premier League 2018/19";
        assert_eq!(resolve("[Aug/10".trim_start_matches('['), title, None), "2018-08-10|");
        assert_eq!(resolve("May 12", title, Some(jiff::civil::date(2019, 5, 6))), "2019-05-12|");
        assert_eq!(resolve("Jan 1", title, Some(jiff::civil::date(2018, 12, 30))), "2019-01-01|");
        assert_eq!(resolve("Dec 30", title, Some(jiff::civil::date(2019, 1, 1))), "2018-12-30|");
    }

    #[test]
    fn finals_put_off_by_a_year_are_known_by_the_weekday() {
        assert_eq!(resolve("Fri Jun 11", "Euro 2020", None), "2021-06-11|");
        assert_eq!(resolve("Thu Jun 11", "Euro 2020", None), "2020-06-11|");
    }

    #[test]
    fn days_that_never_were_are_refused() {
        let (date, _) = leading_date("Feb 30 2022").unwrap();
        assert!(date.resolve(&Title::read("World Cup 2022").unwrap(), None).is_err());
        let (date, _) = leading_date("Dec 10 1922").unwrap();
        assert!(date.resolve(&Title::read("World Cup 2022").unwrap(), None).is_err());
    }
}
