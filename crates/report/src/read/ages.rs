//! How old somebody was: "the 19-year-old", "Ronaldo, 33,", "aged 40".

use byline_record::ask::english::dates::weekday;
use byline_record::ask::english::tokens::TokenKind;
use byline_record::ask::{Evidence, Verdict, words};
use byline_record::{Clock, PersonId};
use jiff::ToSpan;
use jiff::civil::Date;

use super::about::{is_hypothetical, is_of_today};
use super::{Focus, Judged, Out, Reader};
use crate::claim::Kind;
use crate::passage::Passage;

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    for at in 0..passage.len() {
        birthday(reader, passage, at, out);
        beginning(reader, passage, at, foci, out);
        let Some(TokenKind::Number(age @ 15..=50)) = passage.kind(at) else { continue };
        if is_hypothetical(passage, at) {
            continue;
        }
        let day = |focus: &Focus<'_>| focus.entry.date;
        let today = out.view.as_of();
        let of_report = (today != Date::MAX && reader.edition.is_some()).then_some(today);
        let Some(day) = foci.first().map(day).or(of_report) else { continue };
        let found = if let Some(end) = passage.any_phrase(at + 1, &["year old", "years old"]) {
            let after = passage.name_from(end).and_then(crate::passage::Name::person);
            match after {
                Some(person) => passage.name_from(end).map(|name| (person, (at, name.end), true)),
                // "the 19-year-old won the penalty": whoever was spoken of.
                None => {
                    let of_another = passage.name_from(end).is_some()
                        || passage.is_any(end, &["from", "wait", "hoodoo", "record", "at"]);
                    let meant = reader.people_before(passage, at.saturating_sub(1));
                    let person = meant.likely().or_else(|| spoken_of(reader, passage, (age, day), out));
                    person.filter(|_| !of_another).map(|person| (person, (at, end), false))
                }
            }
        } else if passage.word(at.wrapping_sub(1)) == "aged" {
            let meant = reader.people_before(passage, at - 1);
            meant.likely().map(|person| (person, (at - 1, at + 1), meant.sure))
        } else if passage.is_any(at.wrapping_sub(1), &["is", "was", "at", "turned"])
            && (passage.is_any(at + 1, &["he", "she", "and", "the"])
                || passage.is_mark(at + 1, ',')
                || passage.is_mark(at + 1, '.'))
        {
            let meant = reader.people_before(passage, at - 1);
            let person = meant.likely().filter(|&person| !has_minute(foci, person, age));
            // "Roger Milla, at 38, came on": nobody else.
            let beside = passage.is_any(at - 1, &["at"])
                && at > 2
                && passage.is_mark(at - 2, ',')
                && passage.name_at(at - 3).and_then(crate::passage::Name::person) == person;
            // "Modric is 37."
            let is = passage.is_any(at - 1, &["is"])
                && at > 1
                && passage.name_at(at - 2).and_then(crate::passage::Name::person) == person;
            person.map(|person| (person, (at - 1, at + 1), beside || is))
        } else if passage.phrase(at.saturating_sub(4), "at the age of") == Some(at) {
            let meant = reader.people_before(passage, at - 4);
            let person = meant.likely().or_else(|| spoken_of(reader, passage, (age, day), out));
            person.map(|person| (person, (at - 4, at + 1), meant.sure))
        } else if passage.is_mark(at.wrapping_sub(1), ',')
            && (passage.is_mark(at + 1, ',') || passage.is_mark(at + 1, '.'))
            && at > 2
            && passage.name_at(at - 2).is_none()
            && passage.is_any(at.wrapping_sub(3), &["the", "old", "young"])
        {
            // "The skipper, 24,"
            let person = spoken_of(reader, passage, (age, day), out).filter(|&person| !has_minute(foci, person, age));
            person.map(|person| (person, (at, at + 1), false))
        } else {
            apposition(passage, at)
                .filter(|&(person, _)| !has_minute(foci, person, age))
                .map(|(person, span)| (person, span, true))
        };
        if let Some((person, span, plain)) = found {
            // Whoever is meant: nobody named near is so old.
            let near = reader.people_near(passage, passage.len());
            let own = passage.any_phrase(at + 1, &["year old", "years old"]).is_some()
                || passage.word(at.wrapping_sub(1)) == "at" && passage.is_any(at + 1, &["he", "she"]);
            let aged = |other: &PersonId| {
                out.record()
                    .person(*other)
                    .born
                    .is_none_or(|born| (i64::from(years(born, day)) - i64::from(age)).abs() == 0)
            };
            let of_nobody = own && !near.is_empty() && !near.iter().any(aged) && !has_minute(foci, person, age);
            let plain = (plain || of_nobody) && !is_of_once(passage, at, day);
            // Of several matches spoken of, and the day of the report, one is enough.
            let is_so = |day: &Date| {
                out.record().person(person).born.is_some_and(|born| i64::from(years(born, *day)) == i64::from(age))
            };
            let anchor = reader.anchor.map(|entry| entry.date);
            let day =
                foci.iter().map(|focus| focus.entry.date).chain(anchor).chain(of_report).find(is_so).unwrap_or(day);
            judge(
                passage,
                span,
                person,
                (age, day),
                plain && is_of_today(reader, foci) && reader.anchor.is_some(),
                out,
            );
        }
    }
}

/// "Turned 19 last Saturday", "23 last Monday", "19 on Monday": the birthday was on that day of the last week.
fn birthday<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    let Some(TokenKind::Number(age @ 15..=50)) = passage.kind(at) else { return };
    let today = out.view.as_of();
    let Some(day) = passage
        .is_any(at + 1, &["last", "on"])
        .then(|| weekday(passage.word(at + 2)))
        .flatten()
        .filter(|_| today != Date::MAX)
    else {
        return;
    };
    let turned =
        passage.is_any(at.wrapping_sub(1), &["turned", "was", "turns"]) || passage.is_mark(at.wrapping_sub(1), ',');
    let meant = reader.people_before(passage, at);
    let near = reader.people_near(passage, passage.len());
    let is_so = |person: &PersonId| {
        let born = out.record().person(*person).born;
        born.is_some_and(|born| {
            (0..=8).filter_map(|back: i64| today.checked_sub(back.days()).ok()).any(|then| {
                then.weekday() == day
                    && (then.month(), then.day()) == (born.month(), born.day())
                    && i64::from(years(born, then)) == i64::from(age)
            })
        })
    };
    let person = meant.all.iter().copied().chain(near).chain(of_match(reader)).filter(|_| turned).find(is_so);
    let Some(person) = person else { return };
    judge(passage, (at, at + 3), person, (age, today), false, out);
}

/// The people who scored in the match of a report.
fn of_match(reader: &Reader<'_, '_>) -> Vec<PersonId> {
    reader.anchor.map_or_else(Vec::new, |entry| entry.events.iter().filter_map(|event| event.player).collect())
}

/// "At 36 you think about the landing", "At 19 he struck twice", "The 38-year-old sub": of the people last named, or
/// the one the report is about, the only one of that age.
fn beginning<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, foci: &[Focus<'r>], out: &mut Out<'r>) {
    let Some(TokenKind::Number(age @ 15..=50)) = passage.kind(at) else { return };
    let opens = passage.is_any(at.wrapping_sub(1), &["at"]) && passage.kind(at + 1) != Some(TokenKind::Possessive);
    const NOUNS: &[&str] = &["year old", "years old"];
    let described = passage.any_phrase(at + 1, NOUNS).is_some();
    let after = passage.is_any(at + 1, &["he", "she", "you", "the"]) || passage.is_mark(at + 1, ',');
    // "The 28-year-old Gyan" is of him alone.
    let named = described && passage.name_from(at + 3).and_then(crate::passage::Name::person).is_some();
    if named || !(described || opens && after) {
        return;
    }
    let today = out.view.as_of();
    let days: Vec<Date> = foci
        .iter()
        .map(|focus| focus.entry.date)
        .chain(reader.anchor.map(|entry| entry.date))
        .chain((today != Date::MAX).then_some(today))
        .collect();
    let mut people = reader.people_near(passage, passage.len());
    people.extend(
        reader
            .passages
            .iter()
            .take(3)
            .flat_map(|passage| passage.names.iter().filter_map(crate::passage::Name::person)),
    );
    people.sort_unstable();
    people.dedup();
    let is_so = |person: PersonId, day: Date| {
        out.record().person(person).born.is_some_and(|born| i64::from(years(born, day)) == i64::from(age))
    };
    let of_age: Vec<(PersonId, Date)> = people
        .iter()
        .filter_map(|&person| days.iter().find(|&&day| is_so(person, day)).map(|&day| (person, day)))
        .filter(|&(person, _)| !has_minute(foci, person, age))
        .collect();
    let [(person, day)] = *of_age.as_slice() else { return };
    let end = if described { at + 3 } else { at + 1 };
    let first = if opens { at - 1 } else { at };
    judge(passage, (first, end.min(passage.len())), person, (age, day), false, out);
}

/// "Made his debut as a 19-year-old in 1958": whether an age is that of another day than the match.
fn is_of_once(passage: &Passage, at: usize, day: Date) -> bool {
    const ONCE: &[&str] = &[
        "debut", "began", "joined", "joining", "signed", "moved", "retired", "died", "dies", "born", "youth", "career",
        "as", "when", "since", "while", "became", "before",
    ];
    let from = passage.clause_start(at).max(at.saturating_sub(12));
    let year = |place: usize| match passage.kind(place) {
        Some(TokenKind::Number(year @ 1900..=2100)) => i64::from(year) != i64::from(day.year()),
        _ => false,
    };
    (from..at).any(|before| passage.is_any(before, ONCE)) || (from..at + 8).any(year)
}

/// Of the people last named the only one of an age.
fn spoken_of(reader: &Reader<'_, '_>, passage: &Passage, (age, day): (u32, Date), out: &Out<'_>) -> Option<PersonId> {
    let mut of_age: Vec<PersonId> = reader
        .up_to(passage)
        .iter()
        .rev()
        .take(4)
        .flat_map(|passage| passage.names.iter().filter_map(crate::passage::Name::person))
        .filter(|&person| {
            out.record().person(person).born.is_some_and(|born| i64::from(years(born, day)) == i64::from(age))
        })
        .collect();
    of_age.sort_unstable();
    of_age.dedup();
    match *of_age.as_slice() {
        [only] => Some(only),
        _ => None,
    }
}

/// "Ronaldo, 19, wept": a number between commas behind a name.
fn apposition(passage: &Passage, at: usize) -> Option<(PersonId, (usize, usize))> {
    let comma = at.checked_sub(1).filter(|&before| passage.is_mark(before, ','))?;
    let name = passage.name_at(comma.checked_sub(1)?)?;
    // "Dino Zoff, 38 and Italy's captain", "Cabrini, 24.", "has Gigi Buffon, 34, been"
    let closed = passage.is_mark(at + 1, ',') && matches!(passage.kind(at + 2), Some(TokenKind::Word) | None)
        || passage.is_any(at + 1, &["and", "but"])
        || at + 1 >= passage.len()
        || matches!(passage.kind(at + 1), Some(TokenKind::Mark('.' | ')' | ';' | ':' | '—' | '-' | '?' | '!')));
    let person = name.person().filter(|_| closed)?;
    Some((person, (name.first, at + 1)))
}

/// "Kane, 54," may be a minute.
fn has_minute(foci: &[Focus<'_>], person: PersonId, number: u32) -> bool {
    let at = |clock: Clock| u32::from(clock.minute()).abs_diff(number) <= 1;
    foci.iter()
        .any(|focus| focus.entry.events.iter().any(|event| event.player == Some(person) && event.clock.is_some_and(at)))
}

/// Whole years from a birthday to a day.
fn years(born: Date, day: Date) -> i16 {
    let before = (day.month(), day.day()) < (born.month(), born.day());
    day.year() - born.year() - i16::from(before)
}

/// Days from a birthday to a day.
pub(crate) fn days(born: Date, day: Date) -> i32 {
    (day - born).get_days()
}

/// The days of so many years, leap days on the average.
pub(crate) const fn days_of_years(years: i32) -> i32 {
    years * 365 + years / 4
}

fn judge(
    passage: &Passage,
    span: (usize, usize),
    person: PersonId,
    (age, day): (u32, Date),
    plain: bool,
    out: &mut Out<'_>,
) {
    let record = out.record();
    let is = record.person(person);
    let reading = format!("{} was {age} on {}", words::person(record, person), words::date(day));
    let Some(born) = is.born else {
        out.push(
            passage,
            span,
            Kind::Age,
            reading,
            Judged::new(Verdict::NotInRecord).because("the record has no day of birth"),
        );
        return;
    };
    let old = |day: Date| i64::from(years(born, day)) == i64::from(age);
    let near = [day.yesterday().ok(), day.tomorrow().ok()].into_iter().flatten().any(old);
    let verdict = if old(day) {
        Verdict::Confirmed
    } else if near {
        Verdict::Rounding
    } else if plain {
        Verdict::Contradicted
    } else {
        return;
    };
    let text = format!(
        "{}, born {}: {} on {}",
        words::person(record, person),
        words::date(born),
        years(born, day),
        words::date(day)
    );
    let row = Evidence { in_match: None, text, sources: is.born_sources };
    out.push(passage, span, Kind::Age, reading, Judged::new(verdict).showing(vec![row]));
}
