//! "The first team to reach the quarter-finals": of this tournament's, by the days of its matches.

use byline_record::ask::{Verdict, words};
use byline_record::{Match, StageKind};

use super::progress::stage_at;
use super::{Focus, Judged, Out, Reader};
use crate::claim::{Kind, Topic};
use crate::passage::Passage;

/// Reads what follows "first" where no people or continent is named between and no time after: the token after it,
/// whether it was confirmed or not, so that nobody takes it for the first of all time.
pub(crate) fn first_through<'r>(
    reader: &Reader<'_, 'r>,
    passage: &Passage,
    foci: &[Focus<'r>],
    (at, end): (usize, usize),
    out: &mut Out<'r>,
) -> Option<usize> {
    const THROUGH: &[&str] = &[
        "to reach",
        "to qualify for",
        "to advance to",
        "to advance into",
        "to progress to",
        "to book a place in",
        "to book their place in",
        "to secure a place in",
        "to make",
        "to make it to",
        "to make it into",
        "to go through to",
        "to get to",
        "through to",
        "into",
    ];
    if passage.word(at) != "first" {
        return None;
    }
    let verb = passage.any_phrase(end, &["team", "side", "nation", "country", "teams", "sides"])?;
    let mut next = passage.any_phrase(verb, THROUGH)?;
    while passage.is_any(next, &["the", "this", "year"])
        || passage.is_possessive(next)
        || passage.name_from(next).is_some_and(|name| name.competition().is_some())
    {
        next = passage.name_from(next).map_or(next + 1, |name| name.end);
    }
    let (stage, mut last) = stage_at(passage, next)?;
    if passage.is_any(last, &["of", "at", "in"]) {
        let mut after = last + 1;
        while passage.is_any(after, &["the", "this", "year", "football", "soccer"]) || passage.is_possessive(after) {
            after += 1;
        }
        last = match passage.name_from(after) {
            Some(name) if name.competition().is_some() || name.edition().is_some() => name.end,
            _ => passage.any_phrase(after, &["tournament", "competition", "finals"])?,
        };
    }
    if passage.has(last, passage.len(), &["history", "ever", "since", "time"]) || !super::plain::closes(passage, last) {
        return None;
    }
    let entry = reader.anchor.filter(|_| foci.iter().any(|focus| focus.is_anchor))?;
    if comes_after(entry, stage) && entry.winner().is_some() && is_earliest(entry, out) {
        let team = entry.winner().map(|side| entry.team(side))?;
        let name = words::team(out.record(), team);
        let reading = format!("{name} came to the {} before any other", stage.name());
        let judged = Judged::new(Verdict::Confirmed).showing(out.match_row(entry)).about(Topic::Match(entry.id));
        let first = if passage.is_any(at.wrapping_sub(1), &["the"]) { at - 1 } else { at };
        out.push(passage, (first, last), Kind::FirstSince, reading, judged);
    }
    Some(last)
}

/// Whether the winner of a match goes on to a stage.
fn comes_after(entry: &Match, stage: StageKind) -> bool {
    let own = entry.stage.as_ref().map(|stage| stage.kind).filter(|own| own.is_knock_out());
    own.and_then(super::deeds::next) == Some(stage)
}

/// Whether no match of the same stage was before it.
fn is_earliest(entry: &Match, out: &Out<'_>) -> bool {
    let kind = entry.stage.as_ref().map(|stage| stage.kind);
    let alike = out.view.matches_in(entry.edition).filter(|other| other.stage.as_ref().map(|stage| stage.kind) == kind);
    let mut others = alike.filter(|other| other.id != entry.id && other.is_played());
    others.all(|other| {
        other.date > entry.date
            || other.date == entry.date
                && other
                    .kick_off
                    .zip(entry.kick_off)
                    .is_some_and(|(other, own)| other.instant(entry.date) > own.instant(entry.date))
    })
}
