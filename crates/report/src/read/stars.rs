//! Titles counted: of a team the sentence need not name ("a fourth title", "24 years after the third", "thirty-six years
//! after the second Argentina have a third"), and of one it does ("have won five World Cups", "the first country to win
//! five World Cups", "have four titles, one more than Germany").
//!
//! They are counted for each of those the piece is about, in each competition by today; what is true of none of them is
//! wrong of whomever it is told.

use byline_record::ask::{Evidence, Verdict, words};
use byline_record::{CompetitionId, Match, StageKind, TeamId};

use super::about::{is_hypothetical, is_wanted};
use super::ledger::Ledger;
use super::{Judged, Out, Reader};
use crate::claim::Kind;
use crate::heads::Heads;
use crate::passage::{Name, Passage};

const TITLES: &[&str] = &["title", "star", "crown", "trophy", "championship", "world cup", "european championship"];
const AFTER: &[&str] = &["years after the", "years after their", "years on from the", "years after its"];
const HEADS: Heads = Heads::of(&["title", "star", "crown", "trophy", "championship", "years", "first"]);
/// What is told of others than men's national teams at the finals.
const ELSEWHERE: &[&str] =
    &["league", "club", "olympic", "olympics", "copa", "confederations", "women", "under", "youth", "nations", "would"];

pub(crate) fn read<'r>(reader: &Reader<'_, 'r>, passage: &Passage, out: &mut Out<'r>) {
    counts(reader, passage, out);
    // Only a report of a final, or of none at all, says so of whoever won last.
    let of_final = |entry: &Match| entry.is_at(StageKind::Final) || entry.is_at(StageKind::FinalRound);
    if !passage.may_meet(&HEADS) || reader.anchor.is_some_and(|entry| !of_final(entry)) {
        return;
    }
    if passage.quote.is_some() || passage.has(0, passage.len(), ELSEWHERE) {
        return;
    }
    for at in 0..passage.len() {
        if passage.name_at(at).is_some() {
            continue;
        }
        // "It was Argentina's third World Cup and the first since 1986"
        if passage.is_any(at, &["first"])
            && passage.is_any(at + 1, &["since"])
            && let Some(year) = reader.year_at(passage, at + 2)
            && super::plain::closes(passage, at + 3)
            && tells_of_titles(reader, passage)
        {
            let first = super::ledger::back(passage, at, &["the", "their", "its"]);
            let joined = first
                .checked_sub(1)
                .is_some_and(|joint| passage.is_mark(joint, ',') || passage.is_any(joint, &["and"]));
            if joined {
                judge(reader, passage, (first, at + 3), Says::FirstSince(year), out);
            }
        }
        if let Some((nth, end)) = passage.ordinal(at).filter(|(nth, _)| (2..=6).contains(nth))
            && passage.is_any(at.wrapping_sub(1), &["a", "their", "its"])
            && let Some(last) = passage.any_phrase(end, TITLES)
            && super::plain::closes(passage, last)
        {
            judge(reader, passage, (at - 1, last), Says::Nth(nth), out);
        }
        if let Some((gap, end)) = passage.cardinal(at).filter(|(gap, _)| (4..=100).contains(gap))
            && let Some(last) = passage.any_phrase(end, AFTER)
            && let Some((nth, last)) = passage.ordinal(last).filter(|(nth, _)| (1..=5).contains(nth))
            && (super::plain::closes(passage, last) || passage.name_from(last).is_some())
            && tells_of_titles(reader, passage)
        {
            judge(reader, passage, (at, last), Says::Gap(gap, nth), out);
        }
    }
}

/// "Have won five World Cups", "now have four titles, one more than Germany", "the first country to win five World Cups":
/// how many a team has.
fn counts<'r>(reader: &Reader<'_, 'r>, passage: &Passage, out: &mut Out<'r>) {
    const HAVE: &[&str] = &["won", "win", "have", "has", "had", "having", "boast", "boasts", "now", "with"];
    const PLURAL: &[&str] = &["titles", "stars", "crowns", "trophies", "world cups", "european championships"];
    const CUPS: Heads = Heads::of(PLURAL);
    if !passage.may_meet(&CUPS) || passage.quote.is_some() || passage.has(0, passage.len(), ELSEWHERE) {
        return;
    }
    for at in 1..passage.len() {
        let Some((count, noun)) = passage.cardinal(at).filter(|(count, _)| (2..=6).contains(count)) else { continue };
        if !passage.is_any(at - 1, HAVE) || passage.name_at(at).is_some() {
            continue;
        }
        let named = passage.name_from(noun).and_then(|name| Some((name.competition()?, name.end)));
        let of_edition = passage.name_from(noun).is_some_and(|name| name.edition().is_some());
        let last = match named {
            Some((_, end)) if !of_edition => passage.any_phrase(end, &["titles", "crowns"]).unwrap_or(end),
            _ => match passage.any_phrase(noun, PLURAL) {
                Some(end) => end,
                None => continue,
            },
        };
        if !super::plain::closes(passage, last) && !passage.is_any(last, &["to"]) {
            continue;
        }
        if is_hypothetical(passage, at) || is_wanted(passage, at) || out.is_denied(passage, (at, last)) {
            continue;
        }
        counted(reader, passage, ((at, last), count, named.map(|(id, _)| id)), out);
    }
}

/// The last of some titles, to be shown.
fn rows(titles: &[&Match], out: &Out<'_>) -> Vec<Evidence> {
    titles.iter().skip(titles.len().saturating_sub(6)).flat_map(|entry| out.match_row(entry)).collect()
}

/// Judges a count of titles, and what is said of whom it is ahead of.
fn counted<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    ((at, last), count, named): ((usize, usize), u32, Option<CompetitionId>),
    out: &mut Out<'r>,
) {
    let competitions = named.map_or_else(|| reader.competitions(out), |id| vec![id]);
    let meant = reader.teams_likely(passage, at, out);
    let titles = |team: TeamId, id: CompetitionId| u32::try_from(won(team, id, out).len());
    let known = |team: &TeamId| competitions.iter().copied().find(|&id| titles(*team, id) == Ok(count));
    let likely = meant.likely();
    let found = likely.and_then(|team| Some((team, known(&team)?)));
    let found = found.or_else(|| {
        let mut all = meant.others().filter(|_| !meant.sure).filter_map(|team| Some((team, known(&team)?)));
        all.next().filter(|_| all.next().is_none())
    });
    let record = out.record();
    let reading =
        |team: TeamId, count: u32| format!("{}: {}", words::team(record, team), words::count(count, "title", "titles"));
    let Some((team, id)) = found else {
        let (Some(team), Some(id)) = (likely.filter(|_| meant.sure), named) else { return };
        // What was so before a final may be told after it.
        const OPEN: &[&str] =
            &["had", "when", "until", "before", "by", "between", "together", "combined", "both", "and"];
        let rows = rows(&won(team, id, out), out);
        if !passage.has(0, at, OPEN) && !rows.is_empty() {
            let judged = Judged::new(Verdict::Contradicted).showing(rows);
            out.push(passage, (at - 1, last), Kind::Title, reading(team, count), judged);
        }
        return;
    };
    let judged = Judged::new(Verdict::Confirmed).showing(rows(&won(team, id, out), out));
    out.push(passage, (at - 1, last), Kind::Title, reading(team, count), judged);
    // "One more than Germany"
    let next = if passage.is_mark(last, ',') { last + 1 } else { last };
    let more = passage.cardinal(next).filter(|&(_, end)| passage.is_any(end, &["more"]));
    let Some((more, end)) = more.filter(|&(more, end)| more < count && passage.is_any(end + 1, &["than"])) else {
        return;
    };
    let (mut first, mut other) = (next, end + 2);
    while let Some((second, last)) = passage.name_from(other).and_then(|name| Some((name.team()?, name.end))) {
        let titles = won(second, id, out);
        let right = u32::try_from(titles.len()) == Ok(count - more);
        let rows = rows(&titles, out);
        let verdict = if right { Verdict::Confirmed } else { Verdict::Contradicted };
        if !rows.is_empty() {
            let judged = Judged::new(verdict).showing(rows);
            out.push(passage, (first, last), Kind::Title, reading(second, count - more), judged);
        }
        if !passage.is_any(last, &["and"]) {
            break;
        }
        (first, other) = (last + 1, last + 1);
    }
}

/// How titles are told.
#[derive(Debug, Clone, Copy)]
enum Says {
    /// It is the n-th.
    Nth(u32),
    /// So many years after the n-th.
    Gap(u32, u32),
    /// The one before it was won in a year.
    FirstSince(i16),
}

/// Whether a sentence, or the one before it, speaks of titles.
fn tells_of_titles(reader: &Reader<'_, '_>, passage: &Passage) -> bool {
    const WORDS: &[&str] = &["title", "star", "crown", "trophy", "champions", "cup", "world cup", "have a", "won"];
    let before = reader.passage_before(passage);
    std::iter::once(passage)
        .chain(before)
        .any(|told| told.has(0, told.len(), WORDS) || told.names.iter().any(|name| name.competition().is_some()))
}

/// The matches by which a team won a competition, oldest first.
fn won<'r>(team: TeamId, competition: CompetitionId, out: &Out<'r>) -> Vec<&'r Match> {
    let root = |team: TeamId| out.record().root(team);
    let editions = super::ledger::editions(&out.view, &[competition]);
    let champion = |id: &_| {
        let first = out.view.standings(*id).and_then(|places| places.first());
        first.is_some_and(|place| place.teams.iter().any(|&other| root(other) == root(team)))
    };
    let last = |id| Ledger::of_edition(&out.view, team, id).matches.last().map(|(entry, _)| *entry);
    editions.into_iter().filter(champion).filter_map(last).collect()
}

fn judge(reader: &Reader<'_, '_>, passage: &Passage, span: (usize, usize), says: Says, out: &mut Out<'_>) {
    if is_hypothetical(passage, span.0)
        || is_wanted(passage, span.0)
        || out.is_confirmed(passage, span, &[Kind::Title, Kind::Tally, Kind::FirstSince])
        || out.is_denied(passage, span)
    {
        return;
    }
    let own = reader.tournament(out).map(|edition| out.record().edition(edition).competition);
    let Some(competition) = own else { return };
    let winner = reader.anchor.and_then(|entry| entry.winner().map(|side| entry.team(side)));
    let mut teams: Vec<TeamId> = passage.names.iter().filter_map(Name::team).collect();
    teams.extend(winner.into_iter().chain(out.own.iter().copied()).chain(reader.heavy.first().copied()));
    let fits = |team: TeamId| -> Option<Vec<&Match>> {
        let all = won(team, competition, out);
        let right = match says {
            Says::Nth(nth) => u32::try_from(all.len()) == Ok(nth),
            Says::FirstSince(year) => out.record().is_of_year(all.iter().rev().nth(1)?, year),
            Says::Gap(gap, nth) => {
                let index = usize::try_from(nth).ok()?.checked_sub(1)?;
                // Euro 2020 was won in 2021.
                let label = |entry: &Match| out.record().edition(entry.edition).year();
                let day = |entry: &Match| Some(entry.date.year());
                let (then, now) = (all.get(index)?, all.last()?);
                let is_gap = |then: Option<i16>, now: Option<i16>| {
                    then.zip(now).is_some_and(|(then, now)| i64::from(now) - i64::from(then) == i64::from(gap))
                };
                is_gap(label(then), label(now)) || is_gap(day(then), day(now))
            }
        };
        right.then_some(all)
    };
    let found = winner.into_iter().chain(teams.iter().copied()).find_map(|team| Some((team, fits(team)?)));
    let record = out.record();
    let reading = |team: TeamId| {
        let team = words::team(record, team);
        match says {
            Says::Nth(nth) => format!("{team}: {} title", words::ordinal(nth)),
            Says::Gap(gap, nth) => format!("{team}: {gap} years after the {} title", words::ordinal(nth)),
            Says::FirstSince(year) => format!("{team}: the first title since {year}"),
        }
    };
    let (team, titles, verdict) = match (found, winner) {
        (Some((team, titles)), _) => (team, titles, Verdict::Confirmed),
        // The winners of the final under report are meant, or nobody the piece names.
        (None, Some(team)) if won(team, competition, out).len() > 1 => {
            let named = reader.up_to(passage).iter().flat_map(|passage| &passage.names).filter_map(Name::team);
            // "For Cafu it was a second title", "the second final for Klose", "there was no third title": not the team's.
            const OF_ELSE: &[&str] = &["he", "him", "his", "final", "no", "not", "without", "trophy"];
            let of_else = passage.names.iter().any(Name::is_person) || passage.has(0, passage.len(), OF_ELSE);
            if of_else || named.into_iter().any(|team| fits(team).is_some()) {
                return;
            }
            (team, won(team, competition, out), Verdict::Contradicted)
        }
        _ => return,
    };
    let rows = rows(&titles, out);
    let kind = if matches!(says, Says::FirstSince(_)) { Kind::FirstSince } else { Kind::Title };
    out.push(passage, span, kind, reading(team), Judged::new(verdict).showing(rows));
}
