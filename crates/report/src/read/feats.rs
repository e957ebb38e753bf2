//! Who was the first, the n-th, the youngest to do something in a match: "the youngest scorer in a final since Pele", "the
//! first hat-trick in a World Cup final since 1966", "only the second teenager to score", "the highest-scoring final
//! since".

use byline_record::ask::{Verdict, words};
use byline_record::{CompetitionId, Event, EventKind, Match, PersonId, StageKind, TeamId};

use super::about::{is_current, is_hypothetical, is_wanted};
use super::deed_words::tail;
use super::deeds::{Deed, Told};
use super::extremes::{Since, in_match, since_at};
use super::ledger::{editions, said, skip};
use super::{Focus, Judged, Out, Reader, ages};
use crate::claim::Kind;
use crate::passage::Passage;

/// What somebody did in a match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Feat {
    Goals(u32),
    OwnGoal,
    SentOff,
}

/// How those who did it are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rank {
    Time(u32),
    Youngest(u32),
    Oldest(u32),
}

const WHO: &[&str] = &[
    "man",
    "player",
    "footballer",
    "person",
    "teenager",
    "scorer",
    "goalscorer",
    "striker",
    "forward",
    "defender",
    "substitute",
    "midfielder",
    "men",
    "players",
    "individual",
];

/// Somebody's doing of it.
struct Row<'r> {
    entry: &'r Match,
    person: PersonId,
    age: Option<i32>,
}

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, foci: &[Focus<'r>], out: &mut Out<'r>) {
    for at in 0..passage.len() {
        if passage.name_at(at).is_some() {
            continue;
        }
        let rank = match passage.word(at) {
            "youngest" => Some((Rank::Youngest(1), at + 1)),
            "oldest" => Some((Rank::Oldest(1), at + 1)),
            "first" => Some((Rank::Time(1), at + 1)),
            "highest" | "biggest" => {
                in_match(reader, passage, at, out);
                None
            }
            _ => passage.ordinal(at).filter(|(nth, _)| (2..=12).contains(nth)).map(|(nth, end)| {
                match passage.word(end) {
                    "youngest" => (Rank::Youngest(nth), end + 1),
                    "oldest" => (Rank::Oldest(nth), end + 1),
                    _ => (Rank::Time(nth), end),
                }
            }),
        };
        if let Some((rank, end)) = rank {
            ranked(reader, passage, foci, (at, end, rank), out);
        }
    }
}

/// What the words from a token on say was done, whether only teenagers count, and the token after them.
fn feat_at(passage: &Passage, from: usize) -> Option<(Feat, bool, Option<TeamId>, usize)> {
    let mut at = from;
    let mut of_team = None;
    let mut teenager = false;
    // "the first Englishman to", "the first England player to", "the first African player"
    if let Some(name) = passage.name_from(at) {
        of_team = Some(name.team()?);
        at = name.end;
    }
    at = skip(passage, at, &["ever", "world", "cup", "tournament"]);
    if passage.is_any(at, WHO) {
        teenager = passage.word(at) == "teenager";
        let scorer = passage.is_any(at, &["scorer", "goalscorer"]);
        at += 1;
        if scorer && passage.word(at) != "of" {
            return Some((Feat::Goals(1), teenager, of_team, at));
        }
        if scorer {
            let (feat, end) = object(passage, at + 1)?;
            return Some((feat, teenager, of_team, end));
        }
    } else if of_team.is_none() && passage.word(at) == "in" {
        // "X's hat-trick was the first in a final"
        let verb = (from.saturating_sub(5)..from).rev().find(|&verb| passage.is_any(verb, &["was", "is", "being"]))?;
        let found = (verb.saturating_sub(9)..verb).rev().find_map(|noun| {
            passage.is_any(noun, &["hat", "own", "red", "treble"]).then(|| object(passage, noun)).flatten()
        });
        let (feat, _) = found?;
        return Some((feat, false, None, at));
    } else if of_team.is_none() && passage.word(at) != "to" {
        // "the first hat-trick in a final", "the first hat-trick by an Italian"
        let (feat, end) = object(passage, at)?;
        let by = passage.any_phrase(end, &["by an", "by a", "by", "for"]).and_then(|next| passage.name_from(next));
        let by = by.and_then(|name| Some((name.team()?, name.end)));
        let (of_team, end) = match by {
            Some((team, end)) => (Some(team), skip(passage, end, WHO)),
            None => (None, end),
        };
        return (feat != Feat::Goals(1)).then_some((feat, false, of_team, end));
    }
    // "Only the second England player dismissed at a World Cup"
    if let Some(end) = passage.any_phrase(at, &["dismissed", "sent off", "shown a red card", "ordered off"]) {
        return Some((Feat::SentOff, teenager, of_team, end));
    }
    if passage.word(at) != "to" {
        return None;
    }
    at = skip(passage, at + 1, &["have", "ever"]);
    let verb = passage.any_phrase(
        at,
        &[
            "score",
            "scored",
            "net",
            "hit",
            "notch",
            "grab",
            "find the net",
            "found the net",
            "get",
            "manage",
            "managed",
            "record",
            "claim",
            "bag",
            "complete",
            "achieve",
            "plunder",
            "strike",
            "register",
            "be sent off",
            "be dismissed",
            "be shown a red card",
            "see red",
        ],
    )?;
    if passage.is_any(verb - 1, &["off", "dismissed", "card", "red"]) {
        return Some((Feat::SentOff, teenager, of_team, verb));
    }
    let (feat, end) = object(passage, verb).unwrap_or((Feat::Goals(1), verb));
    Some((feat, teenager, of_team, end))
}

fn object(passage: &Passage, at: usize) -> Option<(Feat, usize)> {
    let at = skip(passage, at, &["a", "an", "the"]);
    let found = [
        ("hat trick", Feat::Goals(3)),
        ("hat tricks", Feat::Goals(3)),
        ("treble", Feat::Goals(3)),
        ("three goals", Feat::Goals(3)),
        ("three times", Feat::Goals(3)),
        ("three", Feat::Goals(3)),
        ("four goals", Feat::Goals(4)),
        ("four times", Feat::Goals(4)),
        ("twice", Feat::Goals(2)),
        ("two goals", Feat::Goals(2)),
        ("brace", Feat::Goals(2)),
        ("own goal", Feat::OwnGoal),
        ("red card", Feat::SentOff),
        ("sending off", Feat::SentOff),
        ("goal", Feat::Goals(1)),
    ];
    found.iter().find_map(|&(phrase, feat)| passage.phrase(at, phrase).map(|end| (feat, end)))
}

fn did(event: &Event, feat: Feat) -> bool {
    match feat {
        Feat::Goals(_) => event.kind.is_goal() && event.side == event.player_side(),
        Feat::OwnGoal => event.kind.is_goal() && event.side != event.player_side(),
        Feat::SentOff => matches!(event.kind, EventKind::Card { card, .. } if card.is_dismissal()),
    }
}

/// Everybody who did it at the competitions, oldest first.
fn rows<'r>(out: &Out<'r>, set: &[CompetitionId], told: &Told, feat: Feat) -> Vec<Row<'r>> {
    let record = out.record();
    let mut all = Vec::new();
    let within = editions(&out.view, set);
    let mut entries: Vec<&'r Match> = within.into_iter().flat_map(|id| out.view.matches_in(id)).collect();
    entries.sort_by_key(|entry| (entry.date, entry.id));
    for entry in entries {
        let stage = entry.stage.as_ref().map(|stage| stage.kind);
        if told.stage.is_some_and(|wanted| stage != Some(wanted))
            || told.knock_out && !stage.is_some_and(StageKind::is_knock_out)
        {
            continue;
        }
        let mut people: Vec<PersonId> = Vec::new();
        for event in entry.events.iter().filter(|event| did(event, feat)) {
            people.extend(event.player);
        }
        let mut seen: Vec<PersonId> = Vec::new();
        for &person in &people {
            let times = people.iter().filter(|other| **other == person).count();
            let least = if let Feat::Goals(least) = feat { least } else { 1 };
            if seen.contains(&person) || u32::try_from(times).unwrap_or(0) < least {
                continue;
            }
            seen.push(person);
            let age = record.person(person).born.map(|born| ages::days(born, entry.date));
            all.push(Row { entry, person, age });
        }
    }
    all
}

fn ranked<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (at, from, rank): (usize, usize, Rank),
    out: &mut Out<'r>,
) {
    let earlier = || {
        // "the fifth man to be sent off in a final and the first since Zidane"
        let start = passage.clause_start(at);
        (passage.is_any(from, &["since"]) && passage.is_any(at.wrapping_sub(2), &["and", "but"]))
            .then(|| {
                (start..at.saturating_sub(1)).rev().find_map(|before| {
                    let (_, next) = passage
                        .ordinal(before)
                        .or_else(|| (passage.word(before) == "first").then_some((1, before + 1)))?;
                    let (feat, teenager, team, end) = feat_at(passage, next)?;
                    Some((feat, teenager, team, end))
                })
            })
            .flatten()
    };
    let found = feat_at(passage, from).map(|found| (found, false)).or_else(|| earlier().map(|found| (found, true)));
    let Some(((feat, teenager, of_team, end), is_elliptical)) = found else { return };
    if is_hypothetical(passage, at) || is_wanted(passage, at) {
        return;
    }
    let mut told = Told::new(Deed::Play);
    let mut last = tail(reader, passage, end, &mut told, out);
    if told.opponent.is_some() || told.confederation.is_some() || told.shoot_out || told.opener {
        return;
    }
    for phrase in ["for his country", "for england", "in history"] {
        last = passage.phrase(last, phrase).unwrap_or(last);
    }
    if is_elliptical {
        last = from;
    }
    let mut since = since_at(reader, passage, last, out);
    if let Some(since) = &since {
        last = since.end;
        // "since Pele in a final": the place behind.
        last = tail(reader, passage, last, &mut told, out);
    }
    if since.is_none() && !super::firsts::ends_at(passage, last) {
        return;
    }
    // "score in two finals", "in six consecutive appearances": of more than one match.
    if passage.cardinal(end + 1).is_some()
        || passage.is_any(end + 1, &["each", "every", "all", "both", "consecutive", "successive"])
    {
        return;
    }
    let own = reader.tournament(out).map(|edition| out.record().edition(edition).competition);
    let Some(set) = told.competitions.clone().or_else(|| own.map(|id| vec![id])) else { return };
    let mut all = rows(out, &set, &told, feat);
    // "The first red card of this World Cup"
    if let Some(edition) = reader.tournament(out).filter(|_| passage.has(end, last, &["this", "these"])) {
        all.retain(|row| row.entry.edition == edition);
    }
    let record = out.record();
    let root = of_team.map(|team| record.root(team));
    let of_them = |row: &&Row<'r>| {
        root.is_none_or(|root| record.person(row.person).teams.iter().any(|&team| record.root(team) == root))
            && (!teenager || row.age.is_some_and(|days| days < ages::days_of_years(20)))
    };
    let all: Vec<&Row<'r>> = all.iter().filter(of_them).collect();
    // Who: before the words, or the possessor of the noun.
    let verb = super::ledger::back(
        passage,
        at,
        &[
            "the", "only", "just", "also", "a", "become", "became", "becomes", "becoming", "is", "was", "as", "him",
            "made", "makes", "to", "be",
        ],
    );
    let mut meant = reader.people_before(passage, verb);
    if meant.all.is_empty() {
        // "He was", after a sentence of the paragraph about him.
        meant = reader.people_before(passage, at);
    }
    let of_match = |row: &Row<'r>| {
        foci.iter().any(|focus| focus.entry.id == row.entry.id)
            || reader.anchor.is_some_and(|entry| entry.id == row.entry.id)
    };
    // The feat is of the match told of where one of those named did it there; else of any.
    let mut candidates: Vec<PersonId> = meant.all.iter().copied().take(2).collect();
    // "The 34-year-old became": the one who did it in the match told of.
    if !candidates.iter().any(|&person| all.iter().any(|row| row.person == person)) {
        let near = reader.people_near(passage, at);
        let of_today: Vec<PersonId> = all.iter().filter(|row| of_match(row)).map(|row| row.person).collect();
        candidates.extend(match of_today.as_slice() {
            &[only] => Some(only),
            several => near.into_iter().find(|person| several.contains(person)),
        });
    }
    let place = |person: PersonId| {
        all.iter().position(|row| row.person == person && of_match(row)).or_else(|| {
            let mut own = all.iter().enumerate().filter(|(_, row)| row.person == person);
            own.next().map(|(place, _)| place)
        })
    };
    let right = |place: usize, since: Option<&Since>| -> Option<bool> {
        let row = all.get(place)?;
        let earlier = all.get(..place)?;
        match rank {
            Rank::Time(nth) => {
                let others: Vec<&&Row<'r>> =
                    earlier.iter().filter(|other| other.person != row.person || feat != Feat::Goals(1)).collect();
                match since {
                    None => {
                        let mut people: Vec<PersonId> = others.iter().map(|row| row.person).collect();
                        people.sort_unstable();
                        people.dedup();
                        Some(u32::try_from(people.len() + 1) == Ok(nth))
                    }
                    Some(since) => {
                        let latest = others.last()?;
                        // "after" names some of those before, "since" the last of them.
                        let before: Vec<&&Row<'r>> = others
                            .iter()
                            .filter(|other| since.after || other.entry.id == latest.entry.id)
                            .copied()
                            .collect();
                        let person = since.person.is_none_or(|person| before.iter().any(|row| row.person == person));
                        let year =
                            since.year.is_none_or(|year| before.iter().any(|row| record.is_of_year(row.entry, year)));
                        let count = if since.after || nth > 1 {
                            let mut people: Vec<PersonId> = others.iter().map(|row| row.person).collect();
                            people.sort_unstable();
                            people.dedup();
                            u32::try_from(people.len() + 1) == Ok(nth)
                        } else {
                            true
                        };
                        Some(person && year && count)
                    }
                }
            }
            Rank::Youngest(nth) | Rank::Oldest(nth) => {
                let young = matches!(rank, Rank::Youngest(_));
                let age = row.age?;
                let ahead = |other: &&&Row<'r>| {
                    other.person != row.person && other.age.is_some_and(|is| if young { is < age } else { is > age })
                };
                let rivals: Vec<&&Row<'r>> = earlier.iter().filter(ahead).collect();
                match since {
                    None => {
                        let mut people: Vec<PersonId> = rivals.iter().map(|row| row.person).collect();
                        people.sort_unstable();
                        people.dedup();
                        Some(u32::try_from(people.len() + 1) == Ok(nth))
                    }
                    Some(since) => {
                        let last = rivals.last()?;
                        let person = since.person.is_none_or(|person| last.person == person);
                        let year = since.year.is_none_or(|year| record.is_of_year(last.entry, year));
                        Some(person && year)
                    }
                }
            }
        }
    };
    // A name may be of somebody else than who did it: "the Brazilian in 1958".
    if let Some(is) = &mut since
        && is.person.is_some_and(|person| !all.iter().any(|row| row.person == person))
    {
        is.person = None;
        if is.year.is_none() {
            return;
        }
    }
    let judged: Vec<(PersonId, bool, usize)> = candidates
        .iter()
        .filter_map(|&person| {
            let place = place(person)?;
            Some((person, right(place, since.as_ref())?, place))
        })
        .collect();
    let Some(&(person, is_right, place)) = judged.iter().find(|(_, right, _)| *right).or_else(|| judged.first()) else {
        return;
    };
    // Whoever is meant: it is right of nobody who did it in the matches told of.
    let of_nobody = all
        .iter()
        .enumerate()
        .filter(|(_, row)| of_match(row))
        .all(|(place, _)| right(place, since.as_ref()) != Some(true))
        && all.iter().any(|row| of_match(row) && row.person == person);
    let plain = (meant.sure && meant.likely() == Some(person) || of_nobody)
        && (told.competitions.is_some() || told.stage.is_some())
        && is_current(reader, passage, foci, out);
    let misdated = since.as_ref().is_some_and(|since| {
        let of_him: Vec<&&Row<'r>> = all.iter().filter(|row| since.person == Some(row.person)).collect();
        since.year.is_some_and(|year| of_him.iter().all(|row| !record.is_of_year(row.entry, year)))
            && !of_him.is_empty()
    });
    let is_settled = matches!(rank, Rank::Time(_)) && (told.stage == Some(StageKind::Final) || misdated);
    let verdict = match (is_right, plain) {
        (true, _) => Verdict::Confirmed,
        (false, true) if passage.is_mark(last, ',') && passage.word(last + 1) == "the" => return,
        // Of the finals nobody counts otherwise; of other matches a year that is none of his is wrong for everybody.
        (false, true) if meant.sure && of_nobody && is_settled => Verdict::Contradicted,
        (false, true) => Verdict::RecordDiffers,
        (false, false) => return,
    };
    let reading = format!("{}: {}", words::person(record, person), said(passage, at, last));
    let shown = all.iter().take(place + 1).rev().take(4).rev().flat_map(|row| out.match_row(row.entry)).collect();
    let judged = Judged::new(verdict).showing(shown);
    let kind = if matches!(rank, Rank::Time(_)) || since.is_some() { Kind::FirstSince } else { Kind::Record };
    let first = if passage.is_any(at.wrapping_sub(1), &["the"]) { at - 1 } else { at };
    out.push(passage, (first, last), kind, reading, judged);
}
