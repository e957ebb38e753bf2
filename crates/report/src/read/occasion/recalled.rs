//! Day and place of other matches than the report's own: of two teams that a paragraph names, or brings along by their
//! players, one of the meetings was on that day or at that place.

use byline_record::ask::english::dates::weekday;
use byline_record::ask::english::tokens::TokenKind;
use byline_record::ask::{Verdict, words};
use byline_record::{Match, Side, TeamId};
use jiff::ToSpan;
use jiff::civil::Date;

use super::super::focus::years;
use super::super::{Focus, Judged, Out, Reader};
use super::place;
use crate::claim::{Kind, Topic};
use crate::heads::{Heads, Phrases};
use crate::passage::{Name, Passage};

/// The most teams of which the meetings are looked through.
const MOST_TEAMS: usize = 6;
/// Words after a number of days that count from one match to another, or to the day of the report.
const APART: &[&str] = &["before", "earlier", "ago", "previously", "later", "after", "on", "since", "prior", "back"];
const DAY_HEADS: Heads =
    Heads::of(&["days", "day", "fortnight", "week", "weeks", "evening", "night", "afternoon", "hours"]);

/// Meetings of the teams a paragraph speaks of, the report's own match apart.
pub(super) struct Meetings<'r> {
    entries: Vec<&'r Match>,
    years: Vec<i16>,
    /// How many teams the passage itself names or brings along.
    named: usize,
}

/// The teams of a passage, and those its people played for in the years told of.
fn teams_of(reader: &Reader<'_, '_>, passage: &Passage, out: &Out<'_>) -> Vec<TeamId> {
    let record = out.record();
    let mut teams: Vec<TeamId> = Vec::new();
    let mut add = |team: TeamId| {
        if !teams.iter().any(|&other| record.root(other) == record.root(team)) {
            teams.push(team);
        }
    };
    for name in &passage.names {
        if let Some(team) = reader.team_meant(passage, name, out) {
            add(team);
        } else if let Some(person) = name.person() {
            record.person(person).teams.iter().copied().for_each(&mut add);
        }
    }
    teams
}

/// Meetings that words about day or place in a passage may be of.
pub(super) fn meetings<'r>(reader: &Reader<'_, 'r>, passage: &Passage, out: &Out<'r>) -> Meetings<'r> {
    let mut teams = teams_of(reader, passage, out);
    let named = teams.len();
    if let Some(before) =
        reader.passage_before(passage).filter(|before| before.paragraph == passage.paragraph && teams.len() < 2)
    {
        for team in teams_of(reader, before, out) {
            if !teams.contains(&team) {
                teams.push(team);
            }
        }
    }
    if let Some(entry) = reader.anchor.filter(|_| named < 2) {
        for team in [entry.home, entry.away] {
            if !teams.contains(&team) {
                teams.push(team);
            }
        }
    }
    // "He struck twice against Argentina in Kazan", in a report about somebody.
    if reader.anchor.is_none()
        && passage.has(0, passage.len(), &["he", "his", "him"])
        && let Some(hero) = super::super::counts::hero(reader)
    {
        teams.extend(
            out.record().person(hero).teams.iter().copied().filter(|team| !teams.contains(team)).collect::<Vec<_>>(),
        );
    }
    teams.truncate(MOST_TEAMS);
    let record = out.record();
    let own = reader.tournament(out);
    let today = reader.this_year(out);
    let mut years = years(passage, out, today);
    // "1988. … . In Munich Van Basten": the year stands before in the paragraph.
    if years.is_empty() {
        let earlier = reader.before(passage).iter().rev();
        let earlier = earlier.take_while(|other| other.paragraph == passage.paragraph);
        years = earlier
            .map(|other| super::super::focus::years(other, out, today))
            .find(|years| !years.is_empty())
            .unwrap_or_default();
    }
    let this = own.and_then(|edition| record.edition(edition).year());
    years.retain(|year| Some(*year) != this);
    let mut entries: Vec<&'r Match> = Vec::new();
    for (nth, &one) in teams.iter().enumerate() {
        for &other in teams.iter().take(nth) {
            entries.extend(out.view.meetings(one, other));
        }
    }
    entries.retain(|entry| {
        let year = record.edition(entry.edition).year();
        let in_time = if years.is_empty() {
            own == Some(entry.edition) || reader.editions.contains(&entry.edition) || reader.anchor.is_none()
        } else {
            years.iter().any(|&told| told == entry.date.year() || Some(told) == year)
        };
        in_time && reader.anchor.is_none_or(|anchor| anchor.id != entry.id)
    });
    entries.sort_by_key(|entry| entry.id);
    entries.dedup_by_key(|entry| entry.id);
    Meetings { entries, years, named }
}

/// Whether a place or a day of a passage may be told of another match.
pub(super) fn may_tell(passage: &Passage) -> bool {
    let capital = |at: usize| passage.token(at).is_some_and(|token| token.capital);
    passage.quote.is_none()
        && (passage.may_meet(&DAY_HEADS)
            || (1..passage.len()).any(|at| {
                capital(at) && (passage.is_any(at - 1, &["in", "at", "on"]) || weekday(passage.word(at)).is_some())
            }))
}

/// The teams a name brings along: the one it means, or those somebody played for.
fn brought_by(reader: &Reader<'_, '_>, passage: &Passage, name: &Name, out: &Out<'_>) -> Vec<TeamId> {
    match reader.team_meant(passage, name, out) {
        Some(team) => vec![team],
        None => name.person().map_or_else(Vec::new, |person| out.record().person(person).teams.clone()),
    }
}

/// Whether the team named nearest to a token, itself or by one of its people, played in a match.
fn is_nearest(reader: &Reader<'_, '_>, passage: &Passage, at: usize, entry: &Match, out: &Out<'_>) -> bool {
    let distance = |name: &Name| if name.end <= at { at - name.end } else { 3 + name.first.saturating_sub(at) };
    let teams = |name: &Name| brought_by(reader, passage, name, out);
    let named = passage.names.iter().map(|name| (distance(name), teams(name))).filter(|(_, teams)| !teams.is_empty());
    let nearest = named.min_by_key(|(distance, _)| *distance);
    nearest.is_none_or(|(_, teams)| teams.iter().any(|&team| out.side(entry, team).is_some()))
}

/// Whether a place, a day or a number of days may begin at a token.
pub(super) fn may_begin(passage: &Passage, at: usize) -> bool {
    passage.token(at).is_some_and(|token| token.capital) || days_at(passage, at).is_some()
}

/// Reads the place that begins at a token.
pub(super) fn place<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    at: usize,
    meetings: &Meetings<'r>,
    out: &mut Out<'r>,
) -> bool {
    if !passage.token(at).is_some_and(|token| token.capital)
        || !(passage.is_any(at.wrapping_sub(1), &["in", "at"])
            || passage.is_any(at.wrapping_sub(1), &["the"]) && passage.is_any(at.wrapping_sub(2), &["in", "at"]))
        || passage.name_at(at).is_some_and(|name| name.team().is_some())
    {
        return false;
    }
    let end = place::run_end(passage, at);
    // Where several teams are named, both stand in the clause of the place.
    let several = meetings.named > 2;
    let clause = (passage.clause_start(at), passage.clause_end(at));
    let in_clause = |entry: &Match| {
        let named = passage.names.iter().filter(|name| clause.0 <= name.first && name.end <= clause.1);
        let teams: Vec<TeamId> = named.flat_map(|name| brought_by(reader, passage, name, out)).collect();
        Side::BOTH.into_iter().all(|side| teams.iter().any(|&team| out.side(entry, team) == Some(side)))
    };
    let near = meetings
        .entries
        .iter()
        .filter(|entry| is_nearest(reader, passage, at, entry, out) && (!several || in_clause(entry)));
    let found = near.into_iter().find_map(|entry| {
        let venue = out.record().venue(entry.venue?);
        let end = (at + 1..=end).rev().find(|&end| place::names_venue(passage, (at, end), venue))?;
        Some((*entry, venue, end))
    });
    let Some((entry, venue, end)) = found else { return false };
    place::say_at(passage, (at, end), venue, entry, Judged::new(Verdict::Confirmed), out);
    true
}

/// A place named without more ado: "Daejeon", "Rome's final", "Anfield first".
pub(super) fn bare(passage: &Passage, at: usize, focus: &Focus<'_>, out: &mut Out<'_>) {
    let Some(venue) = focus.entry.venue.map(|venue| out.record().venue(venue)) else { return };
    let in_name = passage.name_at(at).is_some_and(|name| name.team().is_some() || name.first != at);
    let before = at.checked_sub(1).and_then(|before| passage.token(before)).is_some_and(|token| token.capital);
    let end = place::run_end(passage, at);
    if in_name
        || before && passage.kind(at - 1) == Some(TokenKind::Word)
        || passage.is_any(at.wrapping_sub(1), &["from", "of", "to", "born", "and", "for", "next"])
        || passage.word(at).len() < 4
        // "Vienna police": of the city, and of no match.
        || passage.is_any(end, &["police", "city", "airport", "hotel", "streets", "district"])
        || (at..end).any(|at| passage.name_at(at).is_some_and(|name| name.end > end || name.first < at))
        || !place::names_venue(passage, (at, end), venue)
    {
        return;
    }
    place::say_at(passage, (at, end), venue, focus.entry, Judged::new(Verdict::Confirmed), out);
    place::city_of_ground(passage, (at, end), venue, focus.entry, out);
}

/// A place right before or behind its year, of the only meeting of two teams named in that year: "at Wembley in 1996".
pub(super) fn other_place<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    at: usize,
    meetings: &Meetings<'r>,
    out: &mut Out<'r>,
) {
    let [entry] = *meetings.entries.as_slice() else { return };
    let linked = passage.is_any(at.wrapping_sub(1), &["in", "at"]);
    if !linked || meetings.years.len() != 1 || passage.name_at(at).is_some() {
        return;
    }
    let named = super::super::focus::teams(passage);
    let both = named.len() == 2 && named.iter().all(|&team| out.side(entry, team).is_some());
    let end = place::run_end(passage, at);
    let dated = passage.is_any(end, &["in"]) && reader.year_at(passage, end + 1).is_some()
        || at > 1 && reader.year_at(passage, at - 2).is_some();
    if !both || !dated || passage.has(0, at, &["born", "based", "next", "play", "will", "final in"]) {
        return;
    }
    let Some(own) = entry.venue.map(|venue| out.record().venue(venue)) else { return };
    let said = passage.words_between(at, end);
    if place::is_suburb_of(own, &said) || !place::is_elsewhere(reader, &said, own, out) {
        return;
    }
    place::say_at(passage, (at, end), own, entry, Judged::new(Verdict::Contradicted), out);
}

/// "On Saturday", "four days earlier", "a fortnight since": the day of one of the meetings.
pub(super) fn day<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    at: usize,
    meetings: &Meetings<'r>,
    out: &mut Out<'r>,
) -> bool {
    let weekday = weekday(passage.word(at)).filter(|_| passage.token(at).is_some_and(|token| token.capital));
    let days = days_at(passage, at).filter(|_| weekday.is_none());
    if weekday.is_none() && days.is_none() {
        return false;
    }
    let today = out.view.as_of();
    let named = super::super::focus::teams(passage);
    // Of teams that the passage itself names, or one of them and "them".
    let brought = teams_of(reader, passage, out);
    let pronoun = passage.has(0, passage.len(), &["they", "them", "their", "his", "he", "who", "whom"]);
    let of_them = |entry: &Match| {
        let both = Side::BOTH.into_iter().all(|side| brought.iter().any(|&team| out.side(entry, team) == Some(side)));
        both || pronoun && named.iter().any(|&team| out.side(entry, team).is_some())
    };
    let (found, end) = if let Some(day) = weekday {
        if today == Date::MAX || passage.is_any(at.wrapping_sub(1), &["next", "until", "since", "by"]) {
            return false;
        }
        let recent = |entry: &Match| (0..=6).contains(&(today - entry.date).get_days());
        let found = meetings.entries.iter().find(|entry| {
            entry.date.weekday() == day
                && recent(entry)
                && of_them(entry)
                && is_nearest(reader, passage, at, entry, out)
        });
        // The report's own match, in a passage of its teams that tells of nothing to come.
        const AHEAD: &[&str] = &["will", "next", "face", "meet", "play", "await", "awaits", "faces", "meets", "plays"];
        let own = reader.anchor.filter(|entry| {
            entry.date.weekday() == day
                && recent(entry)
                && (of_them(entry) || reader.passages.iter().take(2).any(|lead| lead.start == passage.start))
                && is_nearest(reader, passage, at, entry, out)
                && !passage.is_possessive(at + 1)
                && !passage.has(0, passage.len(), AHEAD)
        });
        (found.copied().or(own), at + 1)
    } else if let Some((count, end)) = days {
        let anchor = reader.anchor.map(|entry| entry.date);
        let from = [anchor, (today != Date::MAX).then_some(today)];
        let found = meetings.entries.iter().find(|entry| {
            let is_so = |day: Date| {
                let gap = (day - entry.date).get_days();
                gap == count || i64::from(gap) == -i64::from(count)
            };
            of_them(entry) && from.iter().copied().flatten().any(is_so)
        });
        (found.copied(), end)
    } else {
        return false;
    };
    let Some(entry) = found else { return false };
    let rows = super::day::rows(entry, out);
    let judged = Judged::new(Verdict::Confirmed).showing(rows).about(Topic::Match(entry.id));
    let text = match weekday {
        Some(day) => format!("the match was on a {}", words::weekday(day)),
        None => format!("the match was on {}", words::date(entry.date)),
    };
    out.push(passage, (at, end), Kind::Date, text, judged);
    true
}

/// "Four days before", "a fortnight since", "a week ago", "24 days after": the days, and the token after the words.
fn days_at(passage: &Passage, at: usize) -> Option<(i32, usize)> {
    const NEXT: Phrases = Phrases::of(&[
        "the following evening",
        "the following day",
        "the following night",
        "the following afternoon",
        "the next day",
        "the next evening",
        "the next night",
        "the previous evening",
        "the previous day",
        "the previous night",
        "24 hours later",
        "24 hours earlier",
        "24 hours on",
    ]);
    const SECOND: Phrases = Phrases::of(&["48 hours later", "48 hours earlier", "48 hours on"]);
    if let Some(end) = passage.one_of(at, &NEXT) {
        return Some((1, end));
    }
    if let Some(end) = passage.one_of(at, &SECOND) {
        return Some((2, end));
    }
    let (count, noun) = match passage.word(at) {
        "a" | "the" => (1, at + 1),
        _ => passage.cardinal(at)?,
    };
    let unit = match passage.word(noun) {
        "days" | "day" => 1,
        "fortnight" => 14,
        "week" | "weeks" => 7,
        _ => return None,
    };
    let last = noun + 1;
    passage.is_any(last, APART).then_some((i32::try_from(count).ok()?.checked_mul(unit)?, last + 1))
}

/// A day of the year some round years ago on which the report appears: "Twenty years ago this evening".
pub(super) fn years_ago<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    let Some(entry) = reader.anchor else { return };
    let today = out.view.as_of();
    let Some((count, noun)) = passage.cardinal(at).filter(|_| today != Date::MAX) else { return };
    let told = [
        "years ago this evening",
        "years ago this afternoon",
        "years ago this morning",
        "years ago this day",
        "years ago on this day",
        "years ago today",
        "years ago tonight",
    ];
    let Some(end) = passage.any_phrase(noun, &told) else { return };
    let then = today.checked_sub(i64::from(count.min(200)).years());
    let verdict = match then {
        Ok(then) if then == entry.date => Verdict::Confirmed,
        Ok(_) if passage.names.iter().any(|name| name.team().is_some()) => Verdict::Contradicted,
        _ => return,
    };
    let rows = out.match_row(entry);
    let judged = Judged::new(verdict).showing(rows).about(Topic::Match(entry.id));
    let text = format!("the match was {count} years before the day of the report");
    out.push(passage, (at, end), Kind::Date, text, judged);
}
