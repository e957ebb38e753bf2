//! What comes next for a team: against whom, when, where, in which stage.

use byline_record::ask::english::dates::weekday;
use byline_record::ask::{Evidence, Verdict, words};
use byline_record::{Match, Side, TeamId, fold};
use jiff::civil::{Date, Weekday};

use super::occasion::stage_at;
use super::{Focus, Judged, Out, Reader};
use crate::claim::{Kind, Topic};
use crate::passage::{Name, Passage};

/// Verbs and phrases of what is to come, with the opponent after them.
const AHEAD: &[&str] = &[
    "will face",
    "will meet",
    "will play",
    "will take on",
    "now face",
    "now meet",
    "now play",
    "face",
    "faces",
    "facing",
    "meet",
    "meets",
    "play",
    "plays",
    "take on",
    "takes on",
    "to face",
    "to meet",
    "to play",
    "go on to face",
    "goes on to face",
    "go on to meet",
    "next face",
    "next meet",
    "set up",
    "sets up",
    "setting up",
    "up against",
    "against",
    "begin against",
    "awaits",
    "await",
    "booked",
    "earned",
    "next is",
    "next are",
    "next come",
    "next up is",
    "next up are",
    "next",
    "where they face",
    "where they meet",
    "where they will face",
    "await next",
    "lie in wait",
    "travel to",
    "visit",
];

/// The two teams a report is about, with their match if it was over.
struct Own<'r> {
    teams: [TeamId; 2],
    anchor: Option<&'r Match>,
}

impl<'r> Own<'r> {
    fn of(reader: &Reader<'_, 'r>, out: &Out<'r>) -> Option<Self> {
        if let Some(anchor) = reader.anchor {
            return Some(Self { teams: [anchor.home, anchor.away], anchor: Some(anchor) });
        }
        let fixture = out.view.fixture_by_id(reader.fixture?)?;
        Some(Self { teams: [fixture.home(), fixture.away()], anchor: None })
    }
}

/// What the record has of a team's next match.
struct Coming<'r> {
    opponent: TeamId,
    date: Date,
    entry: &'r Match,
}

/// Reads what comes next; gives back the tokens it has read, which are not of the match itself.
pub(crate) fn read<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    out: &mut Out<'r>,
) -> Vec<(usize, usize)> {
    let mut taken = Vec::new();
    let Some(own) = Own::of(reader, out) else { return taken };
    let mut at = 0;
    while at < passage.len() {
        if passage.name_at(at).is_none()
            && let Some(end) = AHEAD.iter().filter_map(|phrase| passage.phrase(at, phrase)).max()
            && !(at > 0
                && passage.is_any(
                    at - 1,
                    &["had", "did", "could", "would", "have", "first", "to", "can", "not", "who", "when"],
                )
                && passage.word(at) != "face"
                && passage.word(at - 1) != "to")
            && let Some(next) = ahead(passage, at, end, &own, out)
        {
            taken.push(next);
            at = next.1.max(at + 1);
            continue;
        }
        at += 1;
    }
    taken
}

/// The next match of a team after the anchor.
fn coming<'r>(team: TeamId, own: &Own<'_>, out: &Out<'r>) -> Option<Coming<'r>> {
    let record = out.record();
    let view = record.as_of(Date::MAX);
    let root = record.root(team);
    let today = out.view.as_of();
    let after = own.anchor.map(|anchor| anchor.date);
    let reported = if today == Date::MAX { after? } else { today };
    let entry =
        view.matches_of(team).find(|entry| after.is_none_or(|after| entry.date > after) && entry.date >= reported)?;
    let side = if record.root(entry.home) == root { Side::Home } else { Side::Away };
    Some(Coming { opponent: entry.team(side.other()), date: entry.date, entry })
}

fn ahead<'r>(passage: &Passage, at: usize, end: usize, own: &Own<'r>, out: &mut Out<'r>) -> Option<(usize, usize)> {
    let stop = (end..passage.len()).find(|&next| passage.is_stop(next)).unwrap_or(passage.len());
    let is_noun = |next: usize| passage.is_any(next, &["next"]);
    let cue = passage.word(at);
    // Opponents named after the cue, as far as the clause goes.
    let mut opponents: Vec<(TeamId, usize, usize)> = Vec::new();
    let mut next = end;
    while next < stop.min(end + 18) {
        if let Some(name) = passage.name_from(next) {
            if let Some(team) = name.team() {
                if !passage.is_possessive(name.end)
                    && !(next > 0 && passage.is_any(next - 1, &["beat", "beating", "over", "after", "holders"]))
                {
                    opponents.push((team, name.first, name.end));
                }
                let joined = passage.is_any(name.end, &["or", "and"]) || passage.is_mark(name.end, ',');
                if !joined {
                    break;
                }
            } else if name.is_person() {
                break;
            }
            next = name.end;
            continue;
        }
        if passage
            .is_any(next, &["after", "before", "when", "while", "who", "but", "because", "thanks", "having", "with"])
            && passage.word(next) != "with"
        {
            break;
        }
        next += 1;
    }
    // "France await on Wednesday": the opponent is before the cue.
    let before = passage.names.iter().rev().find(|name| name.end == at && name.team().is_some());
    let start = (0..at).rev().find(|&before| passage.is_stop(before)).map_or(0, |stop| stop + 1);
    let own_teams = own.teams;
    let is_own = |team: TeamId| own_teams.iter().any(|&own| out.record().root(own) == out.record().root(team));
    if matches!(cue, "await" | "awaits" | "lie") {
        let name = before?;
        opponents = vec![(name.team()?, name.first, name.end)];
    }
    // The team spoken of: named before the cue, else the side that went through.
    let named = passage
        .names
        .iter()
        .rev()
        .filter(|name| name.first >= start && name.end <= at)
        .find_map(|name| Some((name.team()?, name.first)))
        .filter(|&(_, first)| {
            !(first > start
                && passage.is_any(first - 1, &["over", "against", "beat", "by", "to", "of", "beating", "past", "with"]))
                && !matches!(cue, "await" | "awaits" | "lie")
        });
    let winner = own.anchor.and_then(|anchor| anchor.winner().map(|side| anchor.team(side)));
    let team = match named {
        Some((team, _)) => team,
        None => {
            // "They": whichever of the two sides meets one of those named.
            let meets = |team: &TeamId| {
                coming(*team, own, out).is_some_and(|next| {
                    opponents
                        .iter()
                        .any(|&(opponent, ..)| out.record().root(opponent) == out.record().root(next.opponent))
                })
            };
            own_teams
                .iter()
                .copied()
                .find(meets)
                .or(winner)
                .or_else(|| passage.names.iter().filter_map(Name::team).find(|&team| is_own(team)))?
        }
    };
    if !is_own(team) && named.is_none() {
        return None;
    }
    let mut opponents: Vec<(TeamId, usize, usize)> = opponents
        .into_iter()
        .filter(|&(opponent, ..)| out.record().root(opponent) != out.record().root(team))
        .collect();
    // "against" and nouns alone say nothing of the future.
    let clause_end = (end..stop)
        .find(|&at| passage.is_any(at, &["who", "when", "while", "but", "after", "having", "which", "whose"]))
        .unwrap_or(stop);
    let days = days_after(passage, end, clause_end);
    let future =
        passage.has(start, stop, &["will", "next", "now", "await", "awaits", "tomorrow", "set up", "go on to"])
            || (!days.is_empty()
                && matches!(
                    cue,
                    "face"
                        | "faces"
                        | "meet"
                        | "meets"
                        | "play"
                        | "plays"
                        | "take"
                        | "takes"
                        | "against"
                        | "to"
                        | "facing"
                        | "begin"
                ))
            || matches!(
                cue,
                "set" | "sets" | "setting" | "face" | "faces" | "booked" | "earned" | "meet" | "meets" | "play"
            );
    if !future
        || (matches!(cue, "booked" | "earned" | "next" | "against" | "up" | "travel" | "visit")
            && opponents.is_empty()
            && days.is_empty())
    {
        return None;
    }
    let close = start.max(at.saturating_sub(4));
    let played_already = passage.has(close, at, &["had", "did", "was", "were", "could have", "have"])
        && !passage.has(start, at, &["will", "now"]);
    if played_already {
        return None;
    }
    let mine = coming(team, own, out)?;
    let from = own.anchor.map_or(out.view.as_of(), |anchor| anchor.date);
    let gap = (mine.date - from).get_days();
    if gap > 40 {
        return None;
    }
    let both_own =
        own.anchor.is_some() && opponents.iter().all(|&(opponent, ..)| is_own(opponent)) && !opponents.is_empty();
    if both_own
        && opponents.iter().all(|&(opponent, ..)| out.record().root(opponent) != out.record().root(mine.opponent))
    {
        return None;
    }
    let known_before = out.view.fixture(mine.entry).is_some() || out.view.get(mine.entry.id).is_some();
    let rows = row(&mine, out);
    let name = words::team(out.record(), team);
    let topic = Topic::Next(team);
    let mut last = end;
    // One of several opponents that are still to be found out.
    let right = opponents
        .iter()
        .find(|&&(opponent, ..)| out.record().root(opponent) == out.record().root(mine.opponent))
        .copied();
    let open = opponents.len() > 1;
    if let Some((opponent, first, end)) = right {
        let text = format!("{name} meet {} next", words::team(out.record(), opponent));
        let span = if open {
            (opponents.first().map_or(first, |&(_, first, _)| first), opponents.last().map_or(end, |&(.., end)| end))
        } else {
            (first, end)
        };
        out.push(
            passage,
            span,
            Kind::NextFixture,
            text,
            Judged::new(Verdict::Confirmed).showing(rows.clone()).about(topic.clone()),
        );
        last = last.max(span.1);
    } else if let [(opponent, first, end)] = *opponents.as_slice() {
        let plain = matches!(
            cue,
            "will"
                | "now"
                | "face"
                | "faces"
                | "meet"
                | "meets"
                | "set"
                | "play"
                | "plays"
                | "take"
                | "takes"
                | "next"
                | "await"
                | "awaits"
                | "to"
                | "sets"
                | "setting"
        ) && known_before
            && !is_noun(at.wrapping_sub(1));
        if !plain || named.is_none_or(|(team, _)| !is_own(team)) && winner.is_none() {
            return None;
        }
        if out.record().root(opponent) == out.record().root(team) || !is_next(passage, start, stop, cue) {
            return None;
        }
        let text = format!("{name} meet {} next", words::team(out.record(), opponent));
        out.push(
            passage,
            (first, end),
            Kind::NextFixture,
            text,
            Judged::new(Verdict::Contradicted).showing(rows.clone()).about(topic.clone()),
        );
        last = last.max(end);
    } else if opponents.is_empty() && days.is_empty() {
        return None;
    }
    let sure = right.is_some() || opponents.is_empty();
    opponents.clear();
    for (day, first, end) in days {
        let elsewhere = zone_days(mine.entry).into_iter().any(|date| date.weekday() == day);
        let verdict = if mine.date.weekday() == day {
            Verdict::Confirmed
        } else if elsewhere {
            Verdict::Rounding
        } else if sure && gap <= 8 {
            Verdict::Contradicted
        } else {
            continue;
        };
        if !sure {
            continue;
        }
        let text = format!("{name} play next on a {}", words::weekday(day));
        out.push(
            passage,
            (first, end),
            Kind::NextFixture,
            text,
            Judged::new(verdict).showing(rows.clone()).about(topic.clone()),
        );
        last = last.max(end);
    }
    for place in last.min(end)..clause_end {
        if let Some((stage, stage_end)) = stage_at(passage, place) {
            let kind = mine.entry.stage.as_ref().map(|stage| stage.kind);
            if kind == Some(stage) && sure {
                out.push(
                    passage,
                    (place, stage_end),
                    Kind::NextFixture,
                    format!("{name} play next in the {}", stage.name()),
                    Judged::new(Verdict::Confirmed).showing(rows.clone()).about(topic.clone()),
                );
                last = last.max(stage_end);
            } else if sure && kind.is_some_and(|kind| kind != stage) && (place >= end && place <= end + 4) {
                out.push(
                    passage,
                    (place, stage_end),
                    Kind::NextFixture,
                    format!("{name} play next in the {}", stage.name()),
                    Judged::new(Verdict::Contradicted).showing(rows.clone()).about(topic.clone()),
                );
                last = last.max(stage_end);
            }
        }
        if let Some(venue) = mine.entry.venue.map(|venue| out.record().venue(venue))
            && passage.token(place).is_some_and(|token| token.capital)
            && (passage.is_any(place.wrapping_sub(1), &["in", "at"])
                || passage.is_any(place.wrapping_sub(2), &["in", "at"]))
            && [venue.city.as_deref(), venue.stadium.as_deref()].into_iter().flatten().any(|name| {
                fold(name)
                    .split(|letter: char| !letter.is_alphanumeric())
                    .any(|word| word.len() > 3 && word == passage.word(place) && word != "stadium")
            })
            && sure
        {
            out.push(
                passage,
                (place, place + 1),
                Kind::NextFixture,
                format!("{name} play next in {venue}"),
                Judged::new(Verdict::Confirmed).showing(rows.clone()).about(topic.clone()),
            );
            last = last.max(place + 1);
        }
    }

    (last > end).then_some((at, last.max(end)))
}

/// Whether the words speak of the very next match and not of one after that.
fn is_next(passage: &Passage, start: usize, stop: usize, cue: &str) -> bool {
    let later = passage.has(
        start,
        stop,
        &[
            "if",
            "could",
            "would",
            "should",
            "might",
            "potential",
            "possible",
            "possibly",
            "winners",
            "winner",
            "either",
            "or",
            "then",
            "also",
            "when",
            "while",
            "later",
            "after",
        ],
    );
    !later && !(cue == "play" && passage.has(start, stop, &["in the"]) && passage.names.is_empty())
}

fn row(coming: &Coming<'_>, out: &Out<'_>) -> Vec<Evidence> {
    let record = out.record();
    let entry = coming.entry;
    let occasion = words::occasion(record, entry);
    let text = format!(
        "{} v {}, {occasion}, a {}",
        words::team(record, entry.home),
        words::team(record, entry.away),
        words::weekday(coming.date.weekday())
    );
    vec![Evidence { in_match: Some(entry.id), text, sources: entry.sources.fixture }]
}

fn zone_days(entry: &Match) -> Vec<Date> {
    let Some(instant) = entry.kick_off.and_then(|kick_off| kick_off.instant(entry.date)) else { return Vec::new() };
    [-12_i8, 14]
        .into_iter()
        .filter_map(|hours| Some(jiff::tz::Offset::from_hours(hours).ok()?.to_datetime(instant).date()))
        .collect()
}

/// Days of the week named between two tokens.
fn days_after(passage: &Passage, from: usize, to: usize) -> Vec<(Weekday, usize, usize)> {
    let mut days = Vec::new();
    for at in from..to {
        if let Some(day) = weekday(passage.word(at)).filter(|_| passage.token(at).is_some_and(|token| token.capital))
            && !passage.is_any(at.wrapping_sub(1), &["last", "since"])
        {
            days.push((day, at, at + 1));
        }
    }
    days.truncate(1);
    days
}
