//! Matches to come told as a list: "Argentina v England, Azteca; Spain v Belgium, Puebla", "Sun: Germany-Croatia at Old
//! Trafford", "Saturday's final in Rome".

use byline_record::ask::english::tokens::TokenKind;
use byline_record::ask::{Evidence, Verdict, words as record_words};
use byline_record::names::find::Grounds;
use byline_record::{EditionId, Fixture, KickOff, Match, StageKind, TeamId, VenueId, fold};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::super::occasion::{is_suburb_of, stage_at};
use super::super::{Judged, Out, Reader};
use crate::claim::{Kind, Topic};
use crate::heads::Heads;
use crate::passage::Passage;

/// Words between two teams that meet.
pub(super) const VERSUS: &[&str] = &["v", "vs", "versus", "against"];
/// Days from the report within which a list tells of what is to come.
const NEAR: i32 = 12;
/// Tokens behind a pair within which its place and day stand.
const BEHIND: usize = 9;

const STAGE_HEADS: Heads = Heads::of(&["final", "semi", "third", "match for", "play off", "quarter", "last", "round"]);

/// Days of the week as newspapers cut them.
const SHORT_DAYS: &[(&str, Weekday)] = &[
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("tues", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("thur", Weekday::Thursday),
    ("thurs", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
];

/// What a word says of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Day {
    Weekday(Weekday),
    On(Date),
}

impl Day {
    fn fits(self, date: Date) -> bool {
        match self {
            Self::Weekday(day) => date.weekday() == day,
            Self::On(day) => day == date,
        }
    }

    /// Whether a clock elsewhere shows the day at kick-off; where that is not known, a day before or after may be it.
    fn fits_somewhere(self, date: Date, kick_off: Option<KickOff>) -> bool {
        match kick_off {
            Some(kick_off) => kick_off.dates_on_earth(date).any(|date| self.fits(date)),
            None => [date.yesterday(), Ok(date), date.tomorrow()].into_iter().flatten().any(|date| self.fits(date)),
        }
    }
}

fn day_at(passage: &Passage, at: usize, today: Date) -> Option<Day> {
    // "Sun: Germany v Croatia": no bearer of the name.
    let headed = passage.is_mark(at + 1, ':') && passage.name_at(at).is_some_and(|name| name.end == at + 1);
    if passage.name_at(at).is_some() && !headed {
        return None;
    }
    match passage.word(at) {
        "today" | "tonight" => return Some(Day::On(today)),
        "tomorrow" => return Some(Day::On(today.checked_add(1.day()).ok()?)),
        _ => {}
    }
    let capital = passage.token(at).is_some_and(|token| token.capital);
    let word = passage.word(at);
    SHORT_DAYS.iter().find(|(day, _)| capital && *day == word).map(|&(_, day)| Day::Weekday(day))
}

/// Where words put a match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Right,
    Suburb,
    Wrong,
}

/// The capitalised words from a token on, as one name of a place.
pub(super) fn place_at<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    at: usize,
    (venue, edition): (Option<VenueId>, EditionId),
    out: &Out<'r>,
) -> Option<(Place, usize)> {
    let record = out.record();
    let venue = record.venue(venue?);
    let part = |at: usize| {
        passage.token(at).is_some_and(|token| token.capital)
            && !SHORT_DAYS.iter().any(|(day, _)| *day == passage.word(at))
            && passage.name_at(at).is_none_or(|name| name.is_person())
    };
    if !part(at) {
        return None;
    }
    let most = (at + 1..at + 4).take_while(|&next| part(next)).last().map_or(at + 1, |last| last + 1);
    let said = |end: usize| passage.words_between(at, end);
    let own = [venue.city.as_deref(), venue.stadium.as_deref()];
    for end in (at + 1..=most).rev() {
        let said = said(end);
        let has = |name: &str| {
            let name = fold(name);
            name == said
                || said.len() > 3
                    && !matches!(&*said, "stadium" | "park" | "stade" | "city" | "olympic" | "national" | "estadio")
                    && (name.split(' ').any(|word| word == said)
                        || said.contains(' ') && name.contains(&*said)
                        || said.contains(&*name) && name.contains(' '))
        };
        if own.iter().copied().flatten().any(has) {
            return Some((Place::Right, end));
        }
        if is_suburb_of(venue, &said) {
            return Some((Place::Suburb, end));
        }
    }
    // Only the name of another ground, or of a city of the same tournament, is a mistake.
    for end in (at + 1..=most).rev() {
        let said = said(end);
        let grounds = reader.names.grounds(&said);
        let city = out.is_host_city(edition, &said);
        let other = match grounds {
            Some(Grounds::Country(_)) | None => city,
            Some(grounds) => !grounds.venues().iter().any(|&id| {
                record.venue(id).city.as_deref().map(fold) == venue.city.as_deref().map(fold)
                    || is_suburb_of(venue, &said)
            }),
        };
        if other {
            return Some((Place::Wrong, end));
        }
    }
    None
}

pub(super) fn rows(fixture: &Fixture<'_>, out: &Out<'_>) -> Vec<Evidence> {
    let line = record_words::appointment(out.record(), fixture);
    let day = record_words::weekday(fixture.date().weekday());
    let place = fixture.venue().map_or(String::new(), |venue| format!(", {}", out.record().venue(venue)));
    let text = format!("{line}, a {day}{place}");
    vec![Evidence { in_match: Some(fixture.id()), text, sources: fixture.sources() }]
}

/// Reads lists of what is to come; gives back the tokens read. `taken` are those already read.
pub(super) fn read<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    taken: &[(usize, usize)],
    out: &mut Out<'r>,
) -> Vec<(usize, usize)> {
    let today = out.view.as_of();
    if today == Date::MAX || passage.quote.is_some() {
        return Vec::new();
    }
    let mut read: Vec<(usize, usize)> = Vec::new();
    let free = |first: usize, end: usize| !taken.iter().any(|&(from, to)| from < end && first < to);
    let pairs: Vec<(TeamId, TeamId, usize, usize)> = passage
        .names
        .windows(2)
        .filter_map(|pair| {
            let [one, other] = pair else { return None };
            let (home, away) = (one.team()?, other.team()?);
            let between = other.first.checked_sub(one.end)?;
            let close = |one: usize, other: usize| {
                let end = passage.token(one.wrapping_sub(1)).map(|token| token.span.end);
                end.zip(passage.token(other)).is_some_and(|(end, token)| end + 1 == token.span.start)
            };
            let joined = match between {
                0 => close(one.end, other.first) && !passage.is_possessive(other.end),
                1 => passage.is_any(one.end, VERSUS) || passage.is_mark(one.end, '-') || passage.is_mark(one.end, '–'),
                2 => passage.is_any(one.end, VERSUS) && passage.word(one.end + 1) == "the",
                _ => false,
            };
            joined.then_some((home, away, one.first, other.end))
        })
        .collect();
    let mut missing: Vec<(TeamId, TeamId, usize, usize)> = Vec::new();
    for (nth, &(home, away, first, end)) in pairs.iter().enumerate() {
        // "A 1-0 win for Australia against Denmark" has been.
        const ENDED: &[&str] = &["win", "draw", "victory", "defeat", "loss", "point", "stalemate"];
        let ended =
            passage.is_any(first.wrapping_sub(1), &["for"]) && passage.has(first.saturating_sub(4), first, ENDED);
        if ended || !free(first, end) {
            continue;
        }
        let Some(fixture) = meeting(reader, home, away, out) else {
            missing.push((home, away, first, end));
            continue;
        };
        // "The Argentina-Poland result", on the evening of the match: it may be over.
        if fixture.date() == today && !is_still_to_come(passage) {
            continue;
        }
        let until = pairs.get(nth + 1).map_or(passage.len(), |next| next.2).min(end + BEHIND);
        let until = (end..until).find(|&at| passage.is_stop(at)).unwrap_or(until);
        // "West Germany v France, Seville, 1982": of the past.
        if (end..until)
            .any(|at| reader.year_at(passage, at).is_some() || matches!(passage.kind(at), Some(TokenKind::Score(..))))
        {
            continue;
        }
        // Only a list of places and days says of a pair what stands behind it, whatever it says.
        let linked = |at: usize| {
            (end..at).all(|between| {
                passage.token(between).is_some_and(|token| token.capital)
                    || matches!(passage.kind(between), Some(TokenKind::Mark(_)))
                    || passage.is_any(between, &["in", "at", "on", "the"])
            })
        };
        let mut last = end;
        let mut verdict = Verdict::Confirmed;
        let mut wrong = false;
        let mut day = None;
        let mut placed = false;
        for at in end..until {
            if let Some(said) = day_at(passage, at, today).filter(|_| day.is_none()) {
                day = Some((said, at));
                last = last.max(at + 1);
            }
            let before = at == end
                || passage.is_any(at - 1, &["in", "at", "the"])
                || passage.is_mark(at - 1, ',')
                || passage.is_mark(at - 1, '(');
            if !placed
                && before
                && let Some((place, end)) = place_at(reader, passage, at, (fixture.venue(), fixture.edition()), out)
            {
                placed = true;
                last = last.max(end);
                match place {
                    Place::Right => {}
                    Place::Suburb if verdict == Verdict::Confirmed => verdict = Verdict::Rounding,
                    Place::Suburb => {}
                    Place::Wrong if linked(at) => verdict = Verdict::Contradicted,
                    Place::Wrong => wrong = true,
                }
            }
        }
        let mut from = first;
        // "TUESDAY: Paraguay v Japan": the day stands before the list.
        if day.is_none()
            && let Some(before) = (0..first).rev().find(|&at| day_at(passage, at, today).is_some())
            && (before..first).all(|at| !passage.is_stop(at) || passage.is_mark(at, ':') || passage.is_mark(at, ';'))
        {
            day = day_at(passage, before, today).map(|said| (said, before));
            from = if first - before <= 3 { before } else { first };
        }
        if let Some((said, at)) = day {
            let near = said.fits_somewhere(fixture.date(), fixture.kick_off());
            if !said.fits(fixture.date()) {
                if near {
                    verdict = if verdict == Verdict::Confirmed { Verdict::Rounding } else { verdict };
                } else if at >= end && linked(at) || from == at {
                    verdict = Verdict::Contradicted;
                } else {
                    continue;
                }
            }
        }
        if wrong && verdict != Verdict::Contradicted {
            continue;
        }
        let record = out.record();
        let text = format!("{} meet {} next", record_words::team(record, home), record_words::team(record, away));
        let judged = Judged::new(verdict).showing(rows(&fixture, out)).about(Topic::Next(home));
        out.push(passage, (from, last), Kind::NextFixture, text, judged);
        read.push((from, last));
    }
    if !read.is_empty() {
        for &(home, away, first, end) in &missing {
            not_fixed(passage, (home, away), (first, end), out);
        }
    }
    stages(reader, passage, &|first, end| free(first, end), &mut read, out);
    if read.is_empty() && taken.is_empty() {
        whereabouts(reader, passage, &missing, &mut read, out);
    }
    read
}

/// Whether words say of a match on the day of the report that it is not over: a line of a list, or a sentence that looks
/// ahead.
fn is_still_to_come(passage: &Passage) -> bool {
    /// The most tokens of a line.
    const LINE: usize = 14;
    const LATER: &[&str] = &[
        "will",
        "later",
        "tonight",
        "today",
        "this evening",
        "this afternoon",
        "face",
        "faces",
        "meet",
        "meets",
        "kick off",
        "kicks off",
        "kick offs",
        "ahead",
        "upcoming",
        "preview",
        "prediction",
        "predictions",
        "next",
        "remaining",
    ];
    const OVER: &[&str] = &["ended", "finished", "drew", "beat", "result", "after", "was", "were", "had"];
    let scored = (0..passage.len()).any(|at| matches!(passage.kind(at), Some(TokenKind::Score(..))));
    let line = passage.len() <= LINE && !scored && !passage.has(0, passage.len(), OVER);
    line || passage.has(0, passage.len(), LATER)
}

/// "Norway in Miami on Saturday", "The Irish will be in Orlando on Monday", "Thursday, Warsaw, Germany": day and place of
/// the next match of a team named, both right.
fn whereabouts<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    missing: &[(TeamId, TeamId, usize, usize)],
    read: &mut Vec<(usize, usize)>,
    out: &mut Out<'r>,
) {
    /// The most tokens between the first of team, day and place and the last.
    const SPREAD: usize = 12;
    let today = out.view.as_of();
    let Some(day) = (0..passage.len()).find(|&at| day_at(passage, at, today).is_some()) else {
        if let &[missing] = missing {
            listed_alone(reader, passage, missing, read, out);
        }
        return;
    };
    let own = reader.anchor.map(|entry| entry.id);
    for name in &passage.names {
        let Some(team) = name.team().filter(|_| !passage.is_possessive(name.end)) else { continue };
        let next = out.view.appointments_of(team, today).find(|fixture| Some(fixture.id()) != own);
        let Some(fixture) = next.filter(|fixture| (fixture.date() - today).get_days() <= NEAR) else { continue };
        if !day_at(passage, day, today).is_some_and(|said| said.fits(fixture.date())) {
            continue;
        }
        let from = name.first.min(day).saturating_sub(SPREAD);
        let place = (from..passage.len().min(day.max(name.end) + SPREAD)).find_map(|at| {
            let found = place_at(reader, passage, at, (fixture.venue(), fixture.edition()), out);
            found.filter(|(is, _)| *is == Place::Right).map(|(_, end)| (at, end))
        });
        let Some((at, end)) = place else { continue };
        let (first, last) = (name.first.min(day).min(at), name.end.max(day + 1).max(end));
        let told =
            (first..last).any(|at| passage.is_stop(at) || matches!(passage.kind(at), Some(TokenKind::Score(..))));
        const NOT_NEXT: &[&str] =
            &["last", "beat", "won", "lost", "was", "had", "could", "would", "might", "may", "if"];
        if told || last - first > SPREAD || passage.has(first, last, NOT_NEXT) {
            continue;
        }
        // "Mexico v Slovakia, Durban", where another is to meet Slovakia there: not that pair. Where the words name a
        // third team otherwise, nothing is said.
        let record = out.record();
        let root = |team: TeamId| record.root(team);
        let sides = [fixture.home(), fixture.away()].map(root);
        let own_sides = reader.anchor.map(|entry| [root(entry.home), root(entry.away)]);
        let third =
            passage.names.iter().filter_map(crate::passage::Name::team).find(|&other| {
                !sides.contains(&root(other)) && !own_sides.is_some_and(|own| own.contains(&root(other)))
            });
        let wrong = missing.iter().find(|(home, away, ..)| *home == team || *away == team);
        let (verdict, text) = match (wrong, third) {
            (Some(&(home, away, ..)), _) if passage.has(first, last, VERSUS) => {
                let pair =
                    format!("{} meet {} next", record_words::team(record, home), record_words::team(record, away));
                (Verdict::Contradicted, pair)
            }
            (Some(_), _) | (None, Some(_)) => continue,
            (None, None) => {
                let date = record_words::date(fixture.date());
                (Verdict::Confirmed, format!("{} play next, {date}", record_words::team(record, team)))
            }
        };
        let judged = Judged::new(verdict).showing(rows(&fixture, out)).about(Topic::Next(team));
        out.push(passage, (first, last), Kind::NextFixture, text, judged);
        read.push((first, last));
        return;
    }
}

/// "Belgium vs France, Seville", a line of a list of fixtures: no such match, where one of the two meets somebody else at
/// that very place, and the other meets another too or plays no more.
fn listed_alone<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    (home, away, first, end): (TeamId, TeamId, usize, usize),
    read: &mut Vec<(usize, usize)>,
    out: &mut Out<'r>,
) {
    /// The most tokens of such a line.
    const LINE: usize = 14;
    let versus = (first..end).any(|at| passage.is_any(at, &["v", "vs", "versus"]));
    if first > 0 || !versus || !passage.is_mark(end, ',') || passage.len() > LINE {
        return;
    }
    let record = out.record();
    let today = out.view.as_of();
    let met = out.view.meetings(home, away).iter().any(|entry| (today - entry.date).get_days() <= NEAR);
    let next = |team: TeamId| {
        out.view.appointments_of(team, today).find(|fixture| (fixture.date() - today).get_days() <= NEAR)
    };
    let there = |fixture: &Fixture<'r>| {
        let place = place_at(reader, passage, end + 1, (fixture.venue(), fixture.edition()), out);
        place.is_some_and(|(place, _)| place == Place::Right)
    };
    let Some(fixture) = [home, away].into_iter().filter_map(next).find(there).filter(|_| !met) else { return };
    let text = format!("{} meet {} next", record_words::team(record, home), record_words::team(record, away));
    let judged = Judged::new(Verdict::Contradicted).showing(rows(&fixture, out)).about(Topic::Next(home));
    out.push(passage, (first, end), Kind::NextFixture, text, judged);
    read.push((first, end));
}

/// The match two teams have before them.
fn meeting<'r>(reader: &Reader<'_, 'r>, home: TeamId, away: TeamId, out: &Out<'r>) -> Option<Fixture<'r>> {
    // "The Egyptian Pharaohs": one team called twice.
    if out.record().root(home) == out.record().root(away) {
        return None;
    }
    let record = out.record();
    let today = out.view.as_of();
    let own = reader.anchor.map(|entry| entry.id);
    let root = record.root(away);
    out.view.appointments_of(home, today).find(|fixture| {
        [fixture.home(), fixture.away()].into_iter().any(|team| record.root(team) == root)
            && Some(fixture.id()) != own
            && (fixture.date() - today).get_days() <= NEAR
    })
}

/// A pair of a list whose others are right: each of the two has another match fixed, and they have not met of late.
fn not_fixed(passage: &Passage, (home, away): (TeamId, TeamId), span: (usize, usize), out: &mut Out<'_>) {
    let today = out.view.as_of();
    let next =
        |team: TeamId| out.view.appointments_of(team, today).find(|fixture| (fixture.date() - today).get_days() <= 5);
    let met = out.view.meetings(home, away).iter().any(|entry| (today - entry.date).get_days() <= 60);
    let dated = passage.has(0, passage.len(), &["today", "tonight", "tomorrow"])
        || (0..passage.len()).any(|at| day_at(passage, at, today).is_some());
    let hyphened = || {
        let last = passage.name_at(span.1.wrapping_sub(1)).and_then(|name| name.first.checked_sub(1));
        last.and_then(|last| passage.name_at(last)).is_some_and(|one| one.team() == Some(home))
    };
    let plain = passage.is_any(span.1.wrapping_sub(2), &["v", "vs", "versus"])
        || passage.is_mark(span.1.wrapping_sub(2), '-')
        || hyphened();
    let Some(fixture) = next(home).or_else(|| next(away)).filter(|_| !met && dated && plain) else { return };
    let record = out.record();
    let text = format!("{} meet {} next", record_words::team(record, home), record_words::team(record, away));
    let judged = Judged::new(Verdict::Contradicted).showing(rows(&fixture, out)).about(Topic::Next(home));
    out.push(passage, span, Kind::NextFixture, text, judged);
}

/// A stage at a token, "match for third place" too.
fn stage_told(passage: &Passage, at: usize) -> Option<(StageKind, usize)> {
    if let Some(end) =
        passage.any_phrase(at, &["match for third place", "play off for third place", "game for third place"])
    {
        return Some((StageKind::ThirdPlace, end));
    }
    stage_at(passage, at)
}

/// "Belgrade for Sunday's final", "the semi-final is on Wednesday in Basel", "Saturday's match for third place in
/// Zagreb": the only match of its stage on that day, or at that place.
fn stages<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    free: &dyn Fn(usize, usize) -> bool,
    read: &mut Vec<(usize, usize)>,
    out: &mut Out<'r>,
) {
    if !passage.may_meet(&STAGE_HEADS) {
        return;
    }
    let Some(edition) = reader.tournament(out) else { return };
    for at in 0..passage.len() {
        if passage.name_at(at).is_some() || !passage.may_begin(at, &STAGE_HEADS) {
            continue;
        }
        let Some((stage, end)) = stage_told(passage, at) else { continue };
        let own = reader.anchor.and_then(|entry| entry.stage.as_ref()).map(|stage| stage.kind);
        if own == Some(stage) && stage != StageKind::SemiFinal {
            continue;
        }
        let coming = of_stage(edition, stage, out);
        if coming.is_empty() {
            continue;
        }
        let today = out.view.as_of();
        let from =
            (at.saturating_sub(6)..at).rev().find(|&at| passage.is_stop(at)).map_or(at.saturating_sub(6), |at| at + 1);
        let until =
            (end..passage.len().min(end + 8)).find(|&at| passage.is_stop(at)).unwrap_or(passage.len().min(end + 8));
        if (from..until).any(|at| matches!(passage.kind(at), Some(TokenKind::Score(..))))
            || passage.has(from, until, &["was", "had", "lost", "won", "beat", "last", "ago", "in the last", "against"])
        {
            continue;
        }
        let day = (from..at).rev().chain(end..until).find_map(|place| Some((day_at(passage, place, today)?, place)));
        let Some((said, day)) = day.filter(|&(_, day)| free(day, day + 1) && free(at, end)) else { continue };
        if passage.is_any(day.wrapping_sub(1), &["last", "until", "since"]) {
            continue;
        }
        // "Qualified for the quarter-finals on Saturday" is no appointment.
        let told_so = passage.is_possessive(day + 1)
            || passage.has(
                from,
                until,
                &[
                    "is",
                    "will",
                    "takes place",
                    "take place",
                    "to be played",
                    "next",
                    "comes",
                    "await",
                    "awaits",
                    "into",
                ],
            );
        if !told_so {
            continue;
        }
        let place = |entry: &Match| {
            (from..at).chain(end..until).find_map(|place| {
                let told = passage.is_any(place.wrapping_sub(1), &["in", "at", "to", "the"]);
                let found = told.then(|| place_at(reader, passage, place, (entry.venue, entry.edition), out))?;
                found.map(|(is, end)| (is, place, end))
            })
        };
        let right = coming.iter().filter(|entry| said.fits(entry.date)).find_map(|entry| {
            let place = place(entry);
            place.is_none_or(|(is, ..)| is == Place::Right).then_some((*entry, Verdict::Confirmed, place))
        });
        let of_day = passage.is_possessive(day + 1) && day + 2 == at;
        let found = match (right, coming.as_slice()) {
            (Some(found), _) => Some(found),
            // The final is one match: another day, or another place, is a mistake.
            (None, [only]) if of_day && !said.fits_somewhere(only.date, only.kick_off) => {
                Some((*only, Verdict::Contradicted, place(only)))
            }
            _ => None,
        };
        let Some((entry, verdict, place)) = found else { continue };
        let (first, last) = place.map_or((at.min(day), end.max(day + 1)), |(_, first, last)| {
            (first.min(at).min(day), last.max(end).max(day + 1))
        });
        let record = out.record();
        let venue = entry.venue.map_or(String::new(), |venue| format!(", {}", record.venue(venue)));
        let day = record_words::weekday(entry.date.weekday());
        let date = record_words::date(entry.date);
        // Who plays in it may not be known yet.
        let line = format!("{}, {}: {date}, a {day}{venue}", record_words::edition(record, edition), stage.name());
        let row = Evidence { in_match: Some(entry.id), text: line, sources: entry.sources.fixture };
        let judged = Judged::new(verdict).showing(vec![row]).about(Topic::Other);
        out.push(passage, (first, last), Kind::NextFixture, format!("the {} is on {date}", stage.name()), judged);
        read.push((first, last));
    }
}

/// The matches of a stage still to come within the next days.
fn of_stage<'r>(edition: EditionId, stage: StageKind, out: &Out<'r>) -> Vec<&'r Match> {
    let today = out.view.as_of();
    let until = today.checked_add(i64::from(NEAR).days()).unwrap_or(today);
    let latest = out.record().latest();
    let ahead = latest.matches_in(edition).filter(|entry| (today..=until).contains(&entry.date) && entry.is_at(stage));
    ahead.collect()
}
