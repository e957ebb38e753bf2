//! Where and when a match was played.

use jiff::civil::{Date, Weekday};

use crate::ask::statement::MatchRef;
use crate::ask::{Value, Verdict};
use crate::{Match, Table, Venue, fold};

use super::asked::Asked;
use super::evidence;
use super::finding::Finding;
use super::matching::Found;
use super::{matching, words};

/// Where a match was played, said or asked for.
pub(super) fn venue(asked: &Asked<'_>, at: &MatchRef, place: Option<&str>) -> Finding {
    let said = place.map_or_else(|| "where?".to_owned(), |place| format!("at {place}"));
    let reading = format!("{}: played {said}", words::match_ref(asked.record(), at));
    matching::each(asked, at, None, |found| at_place(asked, found.entry, place)).read_as(reading)
}

/// How a place said agrees with one recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Agrees {
    /// The stadium or the city.
    Same,
    /// The country it stands in.
    Contains,
    No,
}

/// Whether the words of one name are all words of the other.
fn is_part(one: &str, other: &str) -> bool {
    let words_of = |text: &str| fold(text).split(' ').map(ToOwned::to_owned).collect::<Vec<_>>();
    let (one, other) = (words_of(one), words_of(other));
    !one.iter().all(String::is_empty) && one.iter().all(|word| other.contains(word))
}

fn agrees(said: &str, venue: &Venue, country: Option<&str>) -> Agrees {
    let near =
        |known: &Option<Box<str>>| known.as_deref().is_some_and(|known| is_part(said, known) || is_part(known, said));
    if near(&venue.stadium) || near(&venue.city) {
        return Agrees::Same;
    }
    let whole = fold(said);
    let contains =
        country.is_some_and(|country| fold(country) == whole || fold(country) == whole.replacen("the ", "", 1));
    if contains { Agrees::Contains } else { Agrees::No }
}

/// The country of a venue, or of the only host where the venue does not say.
fn country<'r>(asked: &Asked<'r>, entry: &Match, venue: &'r Venue) -> Option<&'r str> {
    venue.country.as_deref().or_else(|| match asked.record().edition(entry.edition).hosts.as_slice() {
        [only] => Some(&**only),
        _ => None,
    })
}

fn at_place(asked: &Asked<'_>, entry: &Match, place: Option<&str>) -> Finding {
    let record = asked.record();
    let line = words::match_line(record, entry);
    let Some(id) = entry.venue else {
        return Finding::unknown(line, "the record does not have the venue").with(matching::incomplete(
            asked,
            entry,
            &[Table::Venues],
        ));
    };
    let venue = record.venue(id);
    let country = country(asked, entry, venue);
    let mut printed = venue.to_string();
    if let Some(country) = country.filter(|_| venue.country.is_none()) {
        printed.push_str(&format!(", {country}"));
    }
    let text = format!("{printed}: {line}");
    let mut row = evidence::of_match(asked, entry);
    row.text = text.clone();
    row.sources = entry.sources.venue;
    let Some(said) = place else {
        return Finding::new(Verdict::Confirmed, text).asked_for(Value::Text(printed.into())).showing([row]);
    };
    let finding = match agrees(said, venue, country) {
        Agrees::Same => Finding::new(Verdict::Confirmed, text),
        Agrees::Contains => Finding::new(Verdict::Rounding, text).because("the country of the venue"),
        Agrees::No => {
            // A suburb, a renamed stadium or a region may be meant: only another known place can be held against it.
            let known = record.venues().iter().any(|other| {
                [&other.stadium, &other.city, &other.country].into_iter().flatten().any(|name| fold(name) == fold(said))
            });
            if known {
                Finding::new(Verdict::Contradicted, text)
            } else {
                Finding::unknown(text, format!("no venue of the record is called `{said}`"))
            }
        }
    };
    finding.showing([row])
}

/// When a match was played, said or asked for. `zone` is the offset from UTC, in minutes, of the clock said.
pub(super) fn date(
    asked: &Asked<'_>,
    at: &MatchRef,
    date: Option<Date>,
    weekday: Option<Weekday>,
    zone: Option<i16>,
) -> Finding {
    let mut said = Vec::new();
    said.extend(weekday.map(|day| words::weekday(day).to_owned()));
    said.extend(date.map(words::date));
    let said = if said.is_empty() { "on which day?".to_owned() } else { format!("on {}", said.join(" ")) };
    let clock = zone.map_or_else(String::new, |zone| format!(" ({})", zone_words(zone)));
    let reading = format!("{}: played {said}{clock}", words::match_ref(asked.record(), at));
    matching::each(asked, at, None, |found| on_day(asked, found, date, weekday, zone)).read_as(reading)
}

fn zone_words(offset: i16) -> String {
    let (hours, minutes) = (offset.abs() / 60, offset.abs() % 60);
    let sign = if offset < 0 { '-' } else { '+' };
    if minutes == 0 { format!("UTC{sign}{hours}") } else { format!("UTC{sign}{hours}:{minutes:02}") }
}

fn day_words(date: Date) -> String {
    format!("{} {}", words::weekday(date.weekday()), words::date(date))
}

fn on_day(
    asked: &Asked<'_>,
    found: &Found<'_>,
    date: Option<Date>,
    weekday: Option<Weekday>,
    zone: Option<i16>,
) -> Finding {
    let entry = found.entry;
    let show = [evidence::of_match(asked, entry)];
    let fits = |day: Date| date.is_none_or(|said| said == day) && weekday.is_none_or(|said| said == day.weekday());
    let kick_off = entry.kick_off.map_or_else(String::new, |kick_off| {
        format!(", {} {}", kick_off.local_time(), kick_off.zone().unwrap_or_else(|| "local time".to_owned()))
    });
    let text = format!("{}{kick_off}: {}", day_words(entry.date), words::score_line(asked.record(), entry));
    let elsewhere = zone.and_then(|zone| Some((zone, entry.kick_off?.elsewhere(entry.date, zone)?.date())));
    if date.is_none() && weekday.is_none() {
        let day = elsewhere.map_or(entry.date, |(_, day)| day);
        let text = match elsewhere {
            Some((zone, day)) if day != entry.date => format!("{text}; {} in {}", day_words(day), zone_words(zone)),
            _ => text,
        };
        return Finding::new(Verdict::Confirmed, text).asked_for(Value::Date(day)).showing(show);
    }
    match elsewhere {
        Some((zone, day)) if fits(day) => {
            let verdict = if day == entry.date { Verdict::Confirmed } else { Verdict::Rounding };
            let mut finding = Finding::new(verdict, format!("{text}; {} in {}", day_words(day), zone_words(zone)));
            if verdict == Verdict::Rounding {
                finding = finding.because("the day in the time zone of the statement");
            }
            finding.showing(show)
        }
        _ if fits(entry.date) => Finding::new(Verdict::Confirmed, text).showing(show),
        _ => {
            let when = crate::ask::statement::When { date, weekday, ..Default::default() };
            let by_zone = zone.is_none() && matching::date_fit(entry, &when) == matching::DateFit::ByZone;
            if by_zone {
                Finding::new(Verdict::Rounding, text).because("the day in another time zone").showing(show)
            } else {
                Finding::new(Verdict::Contradicted, text).showing(show)
            }
        }
    }
}
