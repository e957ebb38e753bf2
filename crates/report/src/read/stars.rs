//! Titles counted of a team the sentence need not name: "a fourth title", "24 years after the third", "thirty-six years
//! after the second Argentina have a third".
//!
//! They are counted for each of those the piece is about, in each competition by today; what is true of none of them is
//! wrong of whomever it is told.

use byline_record::ask::{Verdict, words};
use byline_record::{CompetitionId, Match, StageKind, TeamId};

use super::about::{is_hypothetical, is_wanted};
use super::ledger::{Ledger, is_at};
use super::{Judged, Out, Reader};
use crate::claim::Kind;
use crate::heads::Heads;
use crate::passage::{Name, Passage};

const TITLES: &[&str] = &["title", "star", "crown", "trophy", "championship", "world cup", "european championship"];
const AFTER: &[&str] = &["years after the", "years after their", "years on from the", "years after its"];
const HEADS: Heads = Heads::of(&["title", "star", "crown", "trophy", "championship", "years"]);
/// What is told of others than men's national teams at the finals.
const ELSEWHERE: &[&str] =
    &["league", "club", "olympic", "olympics", "copa", "confederations", "women", "under", "youth", "nations", "would"];

pub(crate) fn read(reader: &Reader<'_, '_>, passage: &Passage, out: &mut Out<'_>) {
    // Only a report of a final, or of none at all, says so of whoever won last.
    let of_final = |entry: &Match| is_at(entry, StageKind::Final) || is_at(entry, StageKind::FinalRound);
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

/// How titles are told.
#[derive(Debug, Clone, Copy)]
enum Says {
    /// It is the n-th.
    Nth(u32),
    /// So many years after the n-th.
    Gap(u32, u32),
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
            Says::Gap(gap, nth) => {
                let year = |entry: &Match| out.record().edition(entry.edition).year();
                let index = usize::try_from(nth).ok()?.checked_sub(1)?;
                let years = all.get(index).and_then(|entry| year(entry)).zip(all.last().and_then(|entry| year(entry)));
                years.is_some_and(|(then, now)| i32::from(now) - i32::from(then) == i32::try_from(gap).unwrap_or(-1))
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
    let rows = titles.iter().rev().take(6).rev().flat_map(|entry| out.match_row(entry)).collect();
    out.push(passage, span, Kind::Title, reading(team), Judged::new(verdict).showing(rows));
}
