//! The day of a match, and the time of its kick-off.

use byline_record::Match;
use byline_record::ask::english::dates::{Time, time_at, weekday};
use byline_record::ask::english::tokens::TokenKind;
use byline_record::ask::{Evidence, Verdict, words};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::super::{Focus, Judged, Out};
use crate::claim::{Kind, Topic};
use crate::heads::Heads;
use crate::passage::Passage;

pub(super) fn day(passage: &Passage, at: usize, focus: &Focus<'_>, told: bool, out: &mut Out<'_>) {
    let entry = focus.entry;
    let published = (out.view.as_of() != Date::MAX).then(|| out.view.as_of());
    let Some((said, end)) = said_at(passage, at, published) else { return };
    // Only the last days before the report are told by their weekday.
    if published.is_some_and(|today| (today - entry.date).get_days() > 6) && matches!(said, Said::Weekday(_)) {
        return;
    }
    let fits = |date: Date| said.fits(date);
    // "Last Saturday's 3-1 win", of a report of the day after its match.
    if matches!(said, Said::Weekday(_))
        && passage.is_any(at.wrapping_sub(1), &["last"])
        && published.is_some_and(|today| (today - entry.date).get_days() < 3)
    {
        return;
    }
    if matches!(said, Said::MonthDay(..)) && !fits(entry.date) {
        return;
    }
    // "Sunday NZT", "Saturday (BST)": the zone decides.
    let zone_at = if passage.is_mark(end, '(') { end + 1 } else { end };
    let zone = ZONES.iter().find(|(letters, _)| passage.word(zone_at) == *letters).map(|&(_, minutes)| minutes);
    let there = zone.and_then(|minutes| in_zone(entry, minutes)).map(|(day, _)| day);
    let end = if there.is_some() { zone_at + 1 } else { end };
    let fitting = fitting(entry, there, out, fits);
    let spoken = (at.saturating_sub(4)..at).any(|before| {
        passage.is_any(
            before,
            &[
                "said",
                "told",
                "speaking",
                "training",
                "arrived",
                "flew",
                "announced",
                "since",
                "next",
                "until",
                "last",
                "born",
                "before",
                "by",
                "from",
                "opening",
                "games",
                "matches",
            ],
        )
    });
    let later = passage.has(
        0,
        at,
        &[
            "will",
            "if",
            "would",
            "face",
            "faces",
            "meet",
            "play",
            "take on",
            "next",
            "await",
            "awaits",
            "set up",
            "against the winners",
        ],
    );
    if is_of_another_met(passage, at, entry, out) {
        return;
    }
    let reading = said.reading();
    let rows = rows(entry, out);
    let judged = if let Some(judged) = fitting {
        // "That will be decided Tuesday night": of what is to come, though the match was on that day as well.
        if passage.has(at.saturating_sub(4), at, &["will be"]) {
            return;
        }
        // "Now face Japan on Saturday": of a day in another zone nothing is known then.
        if spoken && !told && judged.is(Verdict::Confirmed)
            || judged.is(Verdict::Rounding) && (later || !is_of_the_result(passage, at, end))
        {
            return;
        }
        judged
    } else if told
        && !spoken
        && !later
        // "to reach Sunday's final"
        && !passage.is_possessive(end)
        // "booking tickets to the final in Berlin on Sunday"
        && !is_of_a_round_reached(passage, at)
        && focus.may_contradict
        && passage.names.iter().any(|name| name.team().is_some())
    {
        Judged::new(Verdict::Contradicted)
    } else {
        return;
    };
    out.push(passage, (at, end), Kind::Date, reading, judged.showing(rows).about(Topic::Match(entry.id)));
}

/// "Senegal now face either Turkey or Japan on Saturday": whether a day is that on which somebody else is met.
fn is_of_another_met(passage: &Passage, at: usize, entry: &Match, out: &Out<'_>) -> bool {
    const MEET: &[&str] = &["face", "faces", "meet", "meets", "await", "awaits", "facing"];
    let near = (at.saturating_sub(12)..at).rev().take_while(|&before| !passage.is_stop(before));
    let cue = near.into_iter().find(|&before| passage.name_at(before).is_none() && passage.is_any(before, MEET));
    cue.is_some_and(|cue| {
        let mut met = passage.names.iter().filter(|name| name.first > cue && name.end <= at);
        met.any(|name| name.team().is_some_and(|team| out.side(entry, team).is_none()))
    })
}

/// Whether a day stands behind a round that is gone on to, with no more than its place between.
fn is_of_a_round_reached(passage: &Passage, at: usize) -> bool {
    const TO: &[&str] = &["to the", "into the", "for the", "to a", "into a", "through to"];
    let from = at.saturating_sub(7).max(passage.clause_start(at));
    (from..at).any(|near| {
        passage.any_phrase(near, TO).and_then(|next| super::stage_at(passage, next)).is_some_and(|(_, end)| {
            end <= at
                && (end..at).all(|between| {
                    passage.is_any(between, &["in", "at", "on", "the", "against", "with", "of"])
                        || passage.token(between).is_some_and(|token| token.capital)
                        || passage.name_at(between).is_some()
                })
        })
    })
}

/// Whether the clause before a day tells how the match went, or the day owns what follows: only of the match itself a
/// clock elsewhere shows another day. "The coach on Saturday paid tribute" is of no match.
fn is_of_the_result(passage: &Passage, at: usize, end: usize) -> bool {
    const RESULTS: &[&str] = &[
        "beat",
        "beaten",
        "won",
        "win",
        "lost",
        "loss",
        "defeat",
        "defeated",
        "victory",
        "drew",
        "draw",
        "held",
        "thrashed",
        "stunned",
        "edged",
        "knocked out",
        "eliminated",
        "reached",
        "played",
        "match",
        "game",
        "triumph",
        "through",
        "scored",
        "advanced",
        "into",
        "out of",
        "crowned",
        "dumped",
        "crashed",
    ];
    let from = passage.clause_start(at);
    passage.is_possessive(end)
        || passage.has(from, at, RESULTS)
        || (from..at).any(|before| matches!(passage.kind(before), Some(TokenKind::Score(..))))
}

const MONTHS: &[(&str, i8)] = &[
    ("january", 1),
    ("february", 2),
    ("march", 3),
    ("april", 4),
    ("may", 5),
    ("june", 6),
    ("july", 7),
    ("august", 8),
    ("september", 9),
    ("october", 10),
    ("november", 11),
    ("december", 12),
    ("jun", 6),
    ("jul", 7),
    ("nov", 11),
    ("dec", 12),
];

/// The first letters of the names of months.
pub(in crate::read) const MONTH_HEADS: Heads = Heads::of_pairs(MONTHS);

/// "July 4", "4 July", "the 4th of July": month, day and the token after them.
pub(in crate::read) fn month_and_day(passage: &Passage, at: usize) -> Option<(i8, i8, usize)> {
    let month = |at: usize| {
        let capital = passage.token(at).is_some_and(|token| token.capital);
        MONTHS.iter().find(|(name, _)| capital && passage.word(at) == *name).map(|&(_, month)| month)
    };
    let number = |at: usize| match passage.kind(at) {
        Some(TokenKind::Number(day @ 1..=31)) => i8::try_from(day).ok().map(|day| (day, at + 1)),
        _ => passage
            .ordinal(at)
            .filter(|(day, _)| (1..=31).contains(day))
            .and_then(|(day, end)| Some((i8::try_from(day).ok()?, end))),
    };
    if let Some(month) = month(at) {
        number(at + 1).map(|(day, end)| (month, day, end))
    } else {
        let (day, end) = number(at)?;
        let end = if passage.is_any(end, &["of"]) { end + 1 } else { end };
        month(end).map(|month| (month, day, end + 1))
    }
}

/// A date without a year.
fn month_day(passage: &Passage, at: usize) -> Option<(Said, usize)> {
    let (month, day, end) = month_and_day(passage, at)?;
    let year = if passage.is_mark(end, ',') { end + 1 } else { end };
    let dated = matches!(passage.kind(year), Some(TokenKind::Number(1900..=2100)));
    (!dated).then_some((Said::MonthDay(month, day), end))
}

/// The day words at a token give, with the token after them.
fn said_at(passage: &Passage, at: usize, published: Option<Date>) -> Option<(Said, usize)> {
    if passage.name_at(at).is_some() {
        return None;
    }
    if let Some(day) = weekday(passage.word(at)).filter(|_| passage.token(at).is_some_and(|token| token.capital)) {
        // "They had met on the first Tuesday": of a month or a tournament.
        let is_numbered = passage.is_any(at.wrapping_sub(1), &["opening", "final"])
            || at.checked_sub(1).and_then(|before| passage.ordinal(before)).is_some();
        if is_numbered {
            return None;
        }
        const PARTS: &[&str] = &["night", "evening", "afternoon", "lunchtime", "morning"];
        let end = if passage.is_any(at + 1, PARTS) { at + 2 } else { at + 1 };
        return Some((Said::Weekday(day), end));
    }
    if passage.is_any(at, &["yesterday"]) {
        return Some((Said::Day(published?.checked_sub(1.day()).ok()?), at + 1));
    }
    if let Some((day, end)) = anniversary(passage, at, published) {
        return Some((Said::Day(day), end));
    }
    // A date has a month, or is a token of its own, behind a preposition at most.
    let is_of_month = |at| passage.may_begin(at, &MONTH_HEADS) || matches!(passage.kind(at), Some(TokenKind::Date(_)));
    if !(at..at + 6).any(is_of_month) {
        return None;
    }
    match time_at(&passage.tokens, at, published) {
        Ok(Some(found)) if !passage.is_any(at, &["today"]) => match found.time {
            Time::Day(day) => Some((Said::Day(day), at + found.length)),
            _ => month_day(passage, at),
        },
        _ => month_day(passage, at),
    }
}

impl Said {
    fn fits(&self, date: Date) -> bool {
        match self {
            Self::Weekday(day) => date.weekday() == *day,
            Self::Day(day) => date == *day,
            Self::MonthDay(month, day) => (date.month(), date.day()) == (*month, *day),
        }
    }

    fn reading(&self) -> String {
        match self {
            Self::Weekday(day) => format!("the match was on a {}", words::weekday(*day)),
            Self::Day(day) => format!("the match was on {}", words::date(*day)),
            Self::MonthDay(month, day) => {
                let name = MONTHS.iter().find(|(_, number)| number == month).map_or("", |(name, _)| *name);
                format!("the match was on {day} {}", words::capitalised(name))
            }
        }
    }
}

/// The match with the day of the week it was on.
pub(super) fn rows(entry: &Match, out: &Out<'_>) -> Vec<Evidence> {
    let mut rows = out.match_row(entry);
    for row in &mut rows {
        row.text = format!("{}, a {}", row.text, words::weekday(entry.date.weekday()));
    }
    rows
}

/// What a day is that fits a match: confirmed where it was played and on the outlet's own clock, and the day of some
/// other zone where none is told. A day on the clock that the words name (`there`) goes before all.
/// No day after that of the report is one of a match that has been.
fn fitting(entry: &Match, there: Option<Date>, out: &Out<'_>, fits: impl Fn(Date) -> bool + Copy) -> Option<Judged> {
    let today = out.view.as_of();
    let fits = |date: Date| fits(date) && (date <= today || date == entry.date);
    let at_home = out.day_at_home(entry.date, entry.kick_off).filter(|_| there.is_none());
    if fits(there.unwrap_or(entry.date)) || at_home.is_some_and(fits) {
        return Some(Judged::new(Verdict::Confirmed));
    }
    let anywhere = there.is_none() && at_home.is_none();
    let elsewhere = anywhere && entry.kick_off.is_some_and(|kick_off| kick_off.dates_on_earth(entry.date).any(fits));
    elsewhere.then(|| Judged::new(Verdict::Rounding).because("the day in another time zone"))
}

/// A day told right beside the result of a match. Gives back whether it was one.
pub(super) fn tied_day(passage: &Passage, at: usize, focus: &Focus<'_>, out: &mut Out<'_>) -> bool {
    let entry = focus.entry;
    let published = (out.view.as_of() != Date::MAX).then(|| out.view.as_of());
    let Some((said, end)) = said_at(passage, at, published) else { return false };
    let recent = published.is_some_and(|today| (0..=6).contains(&(today - entry.date).get_days()));
    let is_weekday = matches!(said, Said::Weekday(_));
    // "Argentina meet Belgium, who beat Spain on penalties, on Wednesday": the day of what is to come.
    const AHEAD: &[&str] = &["meet", "meets", "play", "plays", "face", "faces", "await", "awaits", "will", "tomorrow"];
    let coming = is_weekday && !said.fits(entry.date) && passage.has(0, passage.len(), AHEAD);
    if coming || is_weekday && !recent || passage.is_any(at.wrapping_sub(1), &["next", "since", "until"]) {
        return false;
    }
    // "Sunday NZT": the zone decides.
    let zoned = ZONES.iter().any(|(letters, _)| passage.word(end) == *letters || passage.word(end + 1) == *letters);
    let judged = if zoned {
        return false;
    } else if let Some(judged) = fitting(entry, None, out, |date| said.fits(date)) {
        judged
    } else if focus.may_contradict && (!passage.is_possessive(end) || owns_match(passage, at, end)) {
        Judged::new(Verdict::Contradicted)
    } else {
        return false;
    };
    let rows = rows(entry, out);
    let judged = judged.showing(rows).about(Topic::Match(entry.id));
    out.push(passage, (at, end), Kind::Date, said.reading(), judged);
    true
}

/// "Beat South Korea 3-2 in Saturday's third-place match": whether a possessive day is that of the match just told.
fn owns_match(passage: &Passage, at: usize, end: usize) -> bool {
    passage.is_any(at.wrapping_sub(1), &["in"])
        && (super::stage::stage_at(passage, end + 1).is_some_and(|(_, end)| !passage.is_mark(end, '-'))
            || passage.any_phrase(end + 1, &["match", "game", "tie", "play off", "playoff"]).is_some())
}

/// "Thirty years ago today".
fn anniversary(passage: &Passage, at: usize, published: Option<Date>) -> Option<(Date, usize)> {
    let (years, end) = passage.cardinal(at)?;
    let end = passage.any_phrase(end, &["years ago today", "years ago tonight", "years to the day"])?;
    let years = i64::from(years);
    (years <= 150).then(|| published?.checked_sub(years.years()).ok().map(|day| (day, end)))?
}

/// A time of the day with the token after it: "7pm", "8.30pm".
fn clock_at(passage: &Passage, at: usize) -> Option<(u16, u16, usize)> {
    let hour = |word: &str| word.parse::<u16>().ok().filter(|hour| (1..=12).contains(hour));
    let half = |suffix: &str, hour: u16| match suffix {
        "pm" => Some(hour % 12 + 12),
        "am" => Some(hour % 12),
        _ => None,
    };
    let word = passage.word(at);
    if let Some(digits) = word.strip_suffix("pm").or_else(|| word.strip_suffix("am")) {
        return Some((half(word.get(digits.len()..)?, hour(digits)?)?, 0, at + 1));
    }
    let Some(TokenKind::Number(first @ 1..=12)) = passage.kind(at) else { return None };
    let first = u16::try_from(first).ok()?;
    if let Some(hour) = half(passage.word(at + 1), first) {
        return Some((hour, 0, at + 2));
    }
    let minute = match passage.kind(at + 2)? {
        TokenKind::Number(minute @ 0..=59) if passage.is_mark(at + 1, '.') || passage.is_mark(at + 1, ':') => minute,
        _ => return None,
    };
    Some((half(passage.word(at + 3), first)?, u16::try_from(minute).ok()?, at + 4))
}

/// Zones by their letters, in minutes east of Greenwich.
const ZONES: &[(&str, i16)] = &[
    ("gmt", 0),
    ("utc", 0),
    ("bst", 60),
    ("cet", 60),
    ("cest", 120),
    ("eet", 120),
    ("eest", 180),
    ("msk", 180),
    ("est", -300),
    ("edt", -240),
    ("cdt", -300),
    ("pst", -480),
    ("pdt", -420),
    ("jst", 540),
    ("kst", 540),
    ("aest", 600),
    ("aedt", 660),
    ("nzt", 720),
    ("nzst", 720),
    ("nzdt", 780),
];

/// The day and time of a kick-off in a zone, in minutes after midnight.
fn in_zone(entry: &Match, minutes_east: i16) -> Option<(Date, u16)> {
    let there = entry.kick_off?.elsewhere(entry.date, minutes_east)?;
    Some((there.date(), u16::try_from(there.hour()).ok()? * 60 + u16::try_from(there.minute()).ok()?))
}

/// "Tonight at 7pm GMT", "8pm BST", "6pm local": the time of the kick-off.
pub(super) fn time(passage: &Passage, at: usize, focus: &Focus<'_>, out: &mut Out<'_>) {
    let entry = focus.entry;
    let Some((hour, minute, mut end)) = clock_at(passage, at) else { return };
    let Some(kick_off) = entry.kick_off else { return };
    let local = kick_off.hour_minute();
    let zone = ZONES.iter().find(|(letters, _)| passage.word(end) == *letters).map(|&(_, minutes)| minutes);
    let is_local = passage.is_any(end, &["local"]);
    let told = match zone {
        Some(minutes) => in_zone(entry, minutes).map(|(_, time)| time),
        None if is_local => Some(local.0 * 60 + local.1),
        None => return,
    };
    let Some(told) = told else { return };
    end += 1;
    if is_local && passage.is_any(end, &["time"]) {
        end += 1;
    }
    let kicks_off = passage.has(at.saturating_sub(5), at, &["kick off", "kicks off", "kickoff", "kicked off"]);
    let verdict = if told == hour * 60 + minute {
        Verdict::Confirmed
    } else if kicks_off && focus.is_anchor && focus.alone && passage.quote.is_none() {
        Verdict::Contradicted
    } else {
        return;
    };
    let mut rows = out.match_row(entry);
    for row in &mut rows {
        row.text = format!("{}, kick-off at {} local time", row.text, kick_off.local_time());
    }
    let letters = passage.word(end.saturating_sub(1)).to_uppercase();
    let zone = if is_local { "local time".to_owned() } else { letters };
    let text = format!("the match kicked off at {hour}:{minute:02} {zone}");
    let judged = Judged::new(verdict).showing(rows).about(Topic::Match(entry.id));
    out.push(passage, (at, end), Kind::Date, text, judged);
}

/// A weekday told of another match of these days, both its teams named.
pub(super) fn other_day(passage: &Passage, at: usize, foci: &[Focus<'_>], out: &mut Out<'_>) {
    let Some(day) = weekday(passage.word(at)).filter(|_| passage.token(at).is_some_and(|token| token.capital)) else {
        return;
    };
    let today = out.view.as_of();
    let teams: Vec<_> = passage.names.iter().filter_map(crate::passage::Name::team).collect();
    let both = |entry: &Match| teams.contains(&entry.home) && teams.contains(&entry.away);
    let near = foci
        .iter()
        .filter(|focus| !focus.loose && !focus.is_anchor && both(focus.entry))
        .find(|focus| today != Date::MAX && (0..=6).contains(&(today - focus.entry.date).get_days()));
    let Some(focus) = near.filter(|focus| focus.entry.date.weekday() == day) else { return };
    let rows = out.match_row(focus.entry);
    let text = format!("the match was on a {}", words::weekday(day));
    let judged = Judged::new(Verdict::Confirmed).showing(rows).about(Topic::Match(focus.entry.id));
    out.push(passage, (at, at + 1), Kind::Date, text, judged);
}

/// The day words give.
enum Said {
    Weekday(Weekday),
    Day(Date),
    /// Of a year that is not told.
    MonthDay(i8, i8),
}
