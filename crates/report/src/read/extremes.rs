//! The most of a match, since when: "the highest-scoring final since 1966", "the biggest win in a semi-final".

use byline_record::ask::Verdict;
use byline_record::{Match, PersonId};

use super::about::is_hypothetical;
use super::deed_words::tail;
use super::deeds::{Deed, Told};
use super::ledger::{editions, said, skip};
use super::{Judged, Out, Reader};
use crate::claim::Kind;
use crate::passage::Passage;

/// Since whom or when: "since Pele", "since Geoff Hurst's in 1966", "after the Brazilian in 1958".
pub(crate) struct Since {
    pub(crate) person: Option<PersonId>,
    pub(crate) year: Option<i16>,
    pub(crate) after: bool,
    pub(crate) end: usize,
}

pub(crate) fn since_at(reader: &Reader<'_, '_>, passage: &Passage, at: usize, out: &Out<'_>) -> Option<Since> {
    let at = if passage.is_mark(at, ',') { at + 1 } else { at };
    let after = passage.is_any(at, &["after", "behind"]);
    if !after && passage.word(at) != "since" {
        return None;
    }
    let mut since = Since { person: None, year: None, after, end: at + 1 };
    for next in at + 1..at + 11 {
        if passage.is_stop(next)
            || passage.is_mark(next, ',') && since.person.is_some() && reader.year_at(passage, next + 1).is_none()
        {
            break;
        }
        if let Some(name) = passage.name_from(next) {
            if since.person.is_none() && name.is_person() {
                since.person = name.person();
                since.end = name.end;
            } else if let Some(id) = name.edition() {
                since.year = out.record().edition(id).year();
                since.end = name.end;
            }
        }
        if let Some(year) = reader.year_at(passage, next) {
            since.year = Some(year);
            since.end = next + 1;
            break;
        }
    }
    (since.person.is_some() || since.year.is_some()).then_some(since)
}

/// "the highest-scoring final since 1966", "the biggest win in a semi-final": of the match told of.
pub(crate) fn in_match<'r>(reader: &Reader<'_, 'r>, passage: &Passage, at: usize, out: &mut Out<'r>) {
    let Some(entry) = reader.anchor else { return };
    if is_hypothetical(passage, at) || passage.word(at.wrapping_sub(1)) != "the" {
        return;
    }
    let scoring = passage.any_phrase(at, &["highest scoring"]);
    let margin = passage.word(at) == "biggest"
        && passage.word(at + 1) == "in"
        && passage.has(at.saturating_sub(8), at, &["margin", "win", "victory"]);
    let won = passage
        .any_phrase(at, &["biggest win", "biggest victory", "biggest semi", "biggest final"])
        .or(margin.then_some(at + 1));
    let Some(end) = scoring.or(won) else { return };
    let end = if scoring.is_none() && !margin && !passage.is_any(end - 1, &["win", "victory"]) { end - 1 } else { end };
    let mut told = Told::new(Deed::Play);
    let mut last = tail(reader, passage, end, &mut told, out);
    last = skip(passage, last, &["win", "victory"]);
    last = tail(reader, passage, last, &mut told, out);
    last = passage
        .any_phrase(
            last,
            &["in history", "in the history of the tournament", "in the history of the competition", "ever"],
        )
        .unwrap_or(last);
    let since = since_at(reader, passage, last, out);
    let own = reader.tournament(out).map(|edition| out.record().edition(edition).competition);
    let Some(set) = told.competitions.clone().or_else(|| own.map(|id| vec![id])) else { return };
    let Some(stage) = told.stage.filter(|stage| entry.is_at(*stage)) else {
        return;
    };
    let value = |entry: &Match| {
        entry.score.end.map(|end| {
            let (one, other) = (end.of(byline_record::Side::Home), end.of(byline_record::Side::Away));
            if scoring.is_some() { u32::from(one) + u32::from(other) } else { u32::from(one.abs_diff(other)) }
        })
    };
    let Some(own) = value(entry) else { return };
    let earlier: Vec<&'r Match> = editions(&out.view, &set)
        .into_iter()
        .flat_map(|id| out.view.matches_in(id))
        .filter(|other| other.date < entry.date && other.is_at(stage))
        .collect();
    let reached = |other: &&&Match| value(other).is_some_and(|value| value >= own);
    let latest = earlier.iter().filter(reached).max_by_key(|entry| entry.date);
    let right = match (&since, latest) {
        (None, None) => !earlier.is_empty(),
        (Some(Since { year: Some(year), .. }), Some(entry)) => out.record().is_of_year(entry, *year),
        _ => false,
    };
    if !right && (since.as_ref().is_none_or(|since| since.year.is_none()) || latest.is_none()) {
        return;
    }
    let verdict = if right { Verdict::Confirmed } else { Verdict::Contradicted };
    let last = since.as_ref().map_or(last, |since| since.end);
    let mut shown = out.match_row(entry);
    shown.extend(latest.iter().flat_map(|entry| out.match_row(entry)));
    let judged = Judged::new(verdict).showing(shown);
    let judged = if right { judged } else { judged.because("another was the last to have as many") };
    out.push(passage, (at, last), Kind::Record, said(passage, at, last), judged);
}
