//! Matches to come told by their date: "England will meet Ghana on June 23 in Foxborough", "their second game is on 23
//! June against Ghana", "June 23: England v Ghana", "open their campaign in Arlington on 17 June".

use byline_record::ask::english::tokens::TokenKind;
use byline_record::ask::{Verdict, words};
use byline_record::{Fixture, TeamId};
use jiff::civil::Date;

use super::super::occasion::{MONTH_HEADS, month_and_day};
use super::super::{Judged, Out, Reader};
use super::pairs::{Place, VERSUS, place_at, rows};
use super::told;
use super::words::{AHEAD, is_next};
use crate::claim::{Kind, Topic};
use crate::heads::Heads;
use crate::passage::{Name, Passage};

/// Days from the report within which a date without a year is of what is to come.
const AHEAD_DAYS: i32 = 330;
/// Days before and after a tournament in which its teams may play others.
const AROUND: i32 = 2;
const AHEAD_HEADS: Heads = Heads::of(AHEAD);

/// Words by which a date is of something else than a match, or of another match than those of the record.
const ELSE: &[&str] = &[
    "friendly",
    "friendlies",
    "warm up",
    "qualifier",
    "qualifiers",
    "ticket",
    "tickets",
    "postponed",
    "rescheduled",
    "originally",
    "not",
    "if",
    "would",
    "could",
    "might",
    "should",
    "may",
];

/// Words of a team's first match of a tournament, where nobody is named whom it meets.
const OPENING: &[&str] = &[
    "open their campaign",
    "opens its campaign",
    "open its campaign",
    "opens their campaign",
    "begin their campaign",
    "begins its campaign",
    "begins their campaign",
    "start their campaign",
    "starts their campaign",
    "kick off their campaign",
    "get their campaign under way",
];

/// A date in a passage, with its tokens.
#[derive(Debug, Clone, Copy)]
struct Dated {
    date: Date,
    first: usize,
    end: usize,
}

/// Who is said to meet whom.
#[derive(Debug, Clone, Copy)]
struct Meets {
    team: Option<TeamId>,
    opponent: Option<TeamId>,
    first: usize,
    end: usize,
}

/// Reads matches told by their date; gives back the tokens read.
pub(super) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, out: &mut Out<'r>) -> Vec<(usize, usize)> {
    let today = out.view.as_of();
    if today == Date::MAX || passage.quote.is_some() || !passage.may_meet(&MONTH_HEADS) {
        return Vec::new();
    }
    let dates = dates(passage, today);
    let mut read = Vec::new();
    for (nth, dated) in dates.iter().enumerate() {
        let from = nth.checked_sub(1).and_then(|before| dates.get(before)).map_or(0, |before| before.end);
        let from = from.max(passage.clause_start(dated.first));
        let listed = passage.is_mark(dated.end, ':');
        let behind = if listed { dated.end + 1 } else { dated.end };
        let next = dates.get(nth + 1).map_or(passage.len(), |next| next.first);
        let until = passage.clause_end(behind).min(next);
        if passage.has(from, until, ELSE) {
            continue;
        }
        let Some(meets) = meeting(passage, dated, (from, until), listed) else { continue };
        read.extend(judge(reader, passage, (dated, &meets), until, out));
    }
    read
}

/// The dates of a passage from the day of the report on, each in its year or in that next to come.
fn dates(passage: &Passage, today: Date) -> Vec<Dated> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < passage.len() {
        let Some((month, day, end)) = month_and_day(passage, at).filter(|_| passage.name_at(at).is_none()) else {
            at += 1;
            continue;
        };
        let year_at = if passage.is_mark(end, ',') { end + 1 } else { end };
        let year = match passage.kind(year_at) {
            Some(TokenKind::Number(year @ 1900..=2100)) => i16::try_from(year).ok(),
            _ => None,
        };
        let end = if year.is_some() { year_at + 1 } else { end };
        let of = |year: i16| Date::new(year, month, day).ok();
        let date = match year {
            Some(year) => of(year),
            None => of(today.year()).filter(|date| *date >= today).or_else(|| of(today.year().saturating_add(1))),
        };
        if let Some(date) = date.filter(|date| (0..=AHEAD_DAYS).contains(&(*date - today).get_days())) {
            found.push(Dated { date, first: at, end });
        }
        at = end;
    }
    found
}

/// Who meets whom on a date: a pair beside it, an opponent right behind it, or the one a verb before it names.
fn meeting(passage: &Passage, dated: &Dated, (from, until): (usize, usize), listed: bool) -> Option<Meets> {
    let behind = if listed { dated.end + 1 } else { dated.end };
    let pair = |from: usize, until: usize| {
        passage.names.windows(2).find_map(|two| {
            let [one, other] = two else { return None };
            let joined = one.end + 1 == other.first && passage.is_any(one.end, VERSUS);
            let within = one.first >= from && other.end <= until;
            let (team, opponent) = (one.team()?, other.team()?);
            (joined && within).then_some(Meets {
                team: Some(team),
                opponent: Some(opponent),
                first: one.first,
                end: other.end,
            })
        })
    };
    if listed {
        return pair(behind, until);
    }
    let placed = stands_on(passage, dated.first);
    if let Some(found) = pair(from, dated.first) {
        return Some(found);
    }
    // "On June 23 against Ghana", "on June 27, with their clash against minnows Panama"
    const BETWEEN: &[&str] =
        &["with", "a", "the", "their", "its", "clash", "match", "game", "meeting", "minnows", "hosts", "co"];
    let mut next = behind;
    while next < until && (passage.is_mark(next, ',') || passage.is_any(next, BETWEEN)) {
        next += 1;
    }
    if placed && passage.is_any(next, &["against", "versus", "v", "vs"]) {
        let at = (next + 1..next + 4).find(|&at| !passage.is_any(at, BETWEEN) && !passage.is_mark(at, '-'))?;
        let name = passage.name_from(at).filter(|name| name.team().is_some() && !passage.is_possessive(name.end))?;
        let other = passage.is_any(name.end, &["or"]);
        return (!other).then_some(Meets { team: None, opponent: name.team(), first: name.first, end: name.end });
    }
    if !placed {
        return None;
    }
    // The last verb before the date that names whom it is played against.
    let cues =
        (from..dated.first).rev().filter(|&at| passage.name_at(at).is_none() && passage.may_begin(at, &AHEAD_HEADS));
    for at in cues {
        let Some(end) = passage.rows_at(at, AHEAD, &AHEAD_HEADS, |phrase| *phrase).map(|(_, end)| end).max() else {
            continue;
        };
        let told = told::told(passage, at, end);
        let &[(opponent, first, last)] = told.opponents.as_slice() else { continue };
        let turned = passage.names.iter().any(|name| {
            name.first >= last && name.end <= dated.first && name.team().is_some_and(|team| team != opponent)
        });
        let ahead = first >= end && last <= dated.first && is_next(passage, at, dated.first);
        if !ahead || turned || passage.is_any(at.wrapping_sub(1), &["had", "have", "has", "first"]) {
            return None;
        }
        return Some(Meets { team: told.team, opponent: Some(opponent), first: at.min(first), end: last });
    }
    let (first, end) = passage.find(from, dated.first, OPENING)?;
    let named = passage.names.iter().any(|name| name.first >= end && name.end <= dated.first && name.team().is_some());
    (!named).then_some(Meets { team: None, opponent: None, first, end })
}

/// "On June 23", "on Thursday, June 11": whether a date is told as the day of something.
fn stands_on(passage: &Passage, first: usize) -> bool {
    use byline_record::ask::english::dates::weekday;
    let mut at = first;
    while at > 0
        && (passage.is_mark(at - 1, ',') || passage.is_any(at - 1, &["the"]) || weekday(passage.word(at - 1)).is_some())
    {
        at -= 1;
    }
    at > 0 && passage.is_any(at - 1, &["on"])
}

/// Holds a date and the place beside it against the match two teams have before them; gives back the tokens read.
fn judge<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    (dated, meets): (&Dated, &Meets),
    until: usize,
    out: &mut Out<'r>,
) -> Option<(usize, usize)> {
    let today = out.view.as_of();
    let record = out.record();
    let own = reader.anchor.map(|entry| entry.id);
    let ahead = |team: TeamId| {
        out.view
            .appointments_of(team, today)
            .filter(|fixture| Some(fixture.id()) != own && (fixture.date() - today).get_days() <= AHEAD_DAYS)
    };
    let is_of = |fixture: &Fixture<'_>, team: TeamId| {
        [fixture.home(), fixture.away()].into_iter().any(|side| record.root(side) == record.root(team))
    };
    let named = passage.names.iter().filter(|name| name.end <= meets.first).filter_map(Name::team);
    let about = reader.teams_about(passage, meets.first, out);
    let teams: Vec<TeamId> = match meets.team {
        Some(team) => vec![team],
        None => named.take(1).chain(about.likely()).collect(),
    };
    let teams: Vec<TeamId> = teams.into_iter().filter(|&team| Some(team) != meets.opponent).collect();
    let (team, fixture, of_day) = match meets.opponent {
        None => {
            let team = teams.first().copied()?;
            (team, ahead(team).next()?, None)
        }
        Some(opponent) => {
            let met = teams.iter().find_map(|&team| {
                let mut found = ahead(team).filter(|fixture| is_of(fixture, opponent));
                let first = found.next().filter(|_| found.next().is_none())?;
                Some((team, first))
            });
            match met {
                Some((team, fixture)) => (team, fixture, None),
                // Whoever is met on that day is somebody else.
                None => {
                    let team = meets.team.or_else(|| teams.first().copied())?;
                    let fixture = ahead(team).find(|fixture| fixture.date() == dated.date)?;
                    let all = record.latest();
                    let mut of_edition = all.matches_in(fixture.edition());
                    let there = of_edition.any(|entry| out.side(entry, opponent).is_some());
                    let meet = ahead(team).any(|other| is_of(&other, opponent));
                    (team, fixture, (there && !meet).then_some(opponent))
                }
            }
        }
    };
    let is_home = record.root(fixture.home()) == record.root(team);
    let other = if is_home { fixture.away() } else { fixture.home() };
    let name = words::team(record, team);
    if meets.opponent.is_some_and(|opponent| record.root(opponent) != record.root(other)) {
        let opponent = of_day?;
        let text = format!("{name} meet {} on {}", words::team(record, opponent), words::date(dated.date));
        let judged = Judged::new(Verdict::Contradicted).showing(rows(&fixture, out)).about(Topic::Next(team));
        let span = (meets.first.min(dated.first), meets.end.max(dated.end));
        out.push(passage, span, Kind::NextFixture, text, judged);
        return Some(span);
    }
    let verdict = if fixture.date() == dated.date
        || out.day_at_home(fixture.date(), fixture.kick_off()).is_some_and(|date| date == dated.date)
    {
        Verdict::Confirmed
    } else if fixture
        .kick_off()
        .is_some_and(|kick_off| kick_off.dates_on_earth(fixture.date()).any(|date| date == dated.date))
    {
        Verdict::Rounding
    } else if is_of_the_tournament(&fixture, dated.date, out) {
        Verdict::Contradicted
    } else {
        return None;
    };
    let evidence = rows(&fixture, out);
    let span = (meets.first.min(dated.first), meets.end.max(dated.end));
    let mut say = |span: (usize, usize), text: String, verdict: Verdict| {
        let judged = Judged::new(verdict).showing(evidence.clone()).about(Topic::Next(team));
        out.push(passage, span, Kind::NextFixture, text, judged);
    };
    let other = words::team(record, other);
    if meets.opponent.is_some() {
        say((meets.first, meets.end), format!("{name} meet {other}"), Verdict::Confirmed);
    }
    say((dated.first, dated.end), format!("{name} meet {other} on {}", words::date(dated.date)), verdict);
    let mut places = places(reader, passage, (meets.end.min(dated.end), span.1, until), &fixture, out);
    // "Italy v Austria (June 26, London)"
    if passage.is_mark(dated.first.wrapping_sub(1), '(') && passage.is_mark(dated.end, ',') {
        let at = dated.end + 1;
        let place = place_at(reader, passage, at, (fixture.venue(), fixture.edition()), out);
        places.extend(place.map(|(place, end)| (at, end, place)));
    }
    let mut last = span.1;
    for (at, end, place) in places {
        let verdict = match place {
            Place::Right => Verdict::Confirmed,
            Place::Suburb => Verdict::Rounding,
            Place::Wrong => Verdict::Contradicted,
        };
        let said = (at..end).map(|at| words::capitalised(passage.word(at))).collect::<Vec<_>>().join(" ");
        let judged = Judged::new(verdict).showing(evidence.clone()).about(Topic::Next(team));
        out.push(passage, (at, end), Kind::NextFixture, format!("{name} meet {other} in {said}"), judged);
        last = last.max(end);
    }
    Some((span.0, last))
}

/// The places told of a match to come, as far as nothing turns to another: from a token on, where it may turn from the
/// second on, up to the third.
fn places<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    (from, turns, until): (usize, usize, usize),
    fixture: &Fixture<'r>,
    out: &Out<'r>,
) -> Vec<(usize, usize, Place)> {
    let mut found = Vec::new();
    let mut at = from;
    while at < until {
        let place = is_placed(passage, at)
            .then(|| place_at(reader, passage, at, (fixture.venue(), fixture.edition()), out))
            .flatten();
        if let Some((place, end)) = place {
            found.push((at, end, place));
            at = end;
            continue;
        }
        const TURNS: &[&str] = &["before", "and", "then", "after", "who"];
        let other = passage.name_at(at).is_some_and(|name| name.team().is_some());
        if at >= turns && (passage.is_any(at, TURNS) || other) {
            break;
        }
        at += 1;
    }
    found
}

/// "In Foxborough", "at the Gillette Stadium": whether a token is where something takes place.
fn is_placed(passage: &Passage, at: usize) -> bool {
    passage.is_any(at.wrapping_sub(1), &["in", "at"])
        || passage.is_any(at.wrapping_sub(1), &["the"]) && passage.is_any(at.wrapping_sub(2), &["in", "at"])
}

/// Whether a date is within the days of a match's tournament: before or after them the two may meet elsewhere.
fn is_of_the_tournament(fixture: &Fixture<'_>, date: Date, out: &Out<'_>) -> bool {
    let days: Vec<Date> = out.record().latest().matches_in(fixture.edition()).map(|entry| entry.date).collect();
    let (Some(first), Some(last)) = (days.iter().min(), days.iter().max()) else { return false };
    (*first - date).get_days() <= AROUND && (date - *last).get_days() <= AROUND
}
